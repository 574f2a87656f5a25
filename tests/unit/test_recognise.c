/* Recognition against the real report, with figures counted by hand, and against one small report written in many ways: every layout must give
 * the same snapshot. Expected values were worked out from the documents, never printed by the program. */
#include "document/reader.h"
#include "document/recognise.h"

#include "base/str.h"
#include "document/recognise_bagian.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const char *source_path(Arena *a, const char *relative)
{
	const char *root = getenv("CAPAIAN_SOURCE");
	return str_format(a, "%s/%s", root ? root : ".", relative);
}

static Draf *read_path(Arena *a, const char *path)
{
	Buku *buku;
	Draf *draf;
	ErrInfo info = {0};
	if (reader_open(&buku, a, path, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	if (recognise_laporan(&draf, a, buku, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	return draf;
}

static Draf *read_fixture(Arena *a, const char *name)
{
	return read_path(a, source_path(a, str_format(a, "tests/fixtures/recognise/%s", name)));
}

static Draf *read_text(Arena *a, const char *text)
{
	Buku *buku;
	Draf *draf;
	ErrInfo info = {0};
	assert_int_equal(reader_csv(&buku, a, "uji.tsv", (const unsigned char *)text, strlen(text), BAHASA_EN, &info), ERR_OK);
	if (recognise_laporan(&draf, a, buku, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	return draf;
}

static void check_cell(Tertulis cell, uint32_t baris, uint32_t kolom, const char *teks)
{
	assert_string_equal(cell.teks, teks);
	assert_int_equal(cell.baris, baris);
	assert_int_equal(cell.kolom, kolom);
}

static void check_number(Tertulis cell, int64_t m, unsigned scale)
{
	assert_int_equal(cell.angka.status, ANGKA_NILAI);
	assert_int_equal(cell.angka.nilai.m, m);
	assert_int_equal(cell.angka.nilai.scale, scale);
}

static uint32_t node(const Draf *draf, const char *kode)
{
	Kode k;
	assert_true(kode_parse(&k, kode, NULL));
	uint32_t i = snapshot_find(&draf->snapshot, k);
	assert_int_not_equal(i, SIMPUL_NONE);
	return i;
}

static size_t count_rule(const Draf *draf, const char *rule, LevelTemuan level)
{
	size_t n = 0;
	for (size_t i = 0; i < draf->temuan.n; i++)
		n += str_equal(draf->temuan.temuan[i].rule, rule) && draf->temuan.temuan[i].level == level;
	return n;
}

static const Temuan *find_rule(const Draf *draf, const char *rule, uint32_t baris, uint32_t kolom)
{
	for (size_t i = 0; i < draf->temuan.n; i++) {
		const Temuan *t = &draf->temuan.temuan[i];
		if (str_equal(t->rule, rule) && t->posisi.baris == baris && t->posisi.kolom == kolom)
			return t;
	}
	return NULL;
}

/* ---- the real report ---- */

static void real_report_head_and_foot(void **state)
{
	Draf *d = read_path(*state, source_path(*state, "examples/laporan-capaian-2023-12.tsv"));
	const Kepala *k = &d->snapshot.kepala;
	assert_int_equal(d->notasi, NOTASI_ID);
	assert_string_equal(k->judul, "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH");
	assert_string_equal(k->kode_bidang, "2.17");
	assert_string_equal(k->nama_bidang, "Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah");
	assert_string_equal(k->unit_organisasi, "Dinas Perdagangan, Perindustrian dan Koperasi, Usaha Kecil dan Menengah");
	assert_int_equal(k->tahun, 2023);
	assert_int_equal(k->bulan, 12);
	assert_int_equal(tanggal_cmp(k->kondisi, (Tanggal){2023, 12, 29}), 0);
	check_cell(d->kepala.label_bulan, 7, 1, "LAPORAN CAPAIAN BU");
	check_cell(d->kepala.bulan, 7, 1, "DESEMBER");
	check_cell(d->kepala.n_program, 11, 2, "15");
	check_cell(d->kepala.n_kegiatan, 12, 2, "21");
	check_cell(d->kepala.n_sub_kegiatan, 13, 2, "39");
	check_number(d->kepala.n_sub_kegiatan, 39, 0);

	assert_int_equal(d->kaki.baris_permasalahan, 185);
	assert_int_equal(d->kaki.baris_tindak_lanjut, 186);
	assert_string_equal(d->snapshot.narasi.permasalahan, "");
	assert_string_equal(d->snapshot.narasi.tindak_lanjut, "");
	const TandaTangan *t = &d->snapshot.tanda_tangan;
	assert_string_equal(t->tempat, "Singaraja");
	assert_int_equal(tanggal_cmp(t->tanggal, (Tanggal){2024, 1, 3}), 0);
	assert_string_equal(t->jabatan, "Kepala Perangkat Daerah,");
	assert_string_equal(t->nama, "Nama Kepala Dinas, M.Si");
	assert_string_equal(t->pangkat, "Pembina Tk. I (IV/b)");
	assert_string_equal(t->nip, "19700101 199503 1 001");
	check_cell(d->kaki.tempat_tanggal, 200, 1, "Singaraja, 03 Januari 2024");
	check_cell(d->kaki.nip, 205, 1, "19700101 199503 1 001");
}

static void real_report_table(void **state)
{
	Draf *d = read_path(*state, source_path(*state, "examples/laporan-capaian-2023-12.tsv"));
	const Snapshot *s = &d->snapshot;
	assert_int_equal(snapshot_count(s, TINGKAT_PROGRAM), 15);
	assert_int_equal(snapshot_count(s, TINGKAT_KEGIATAN), 21);
	assert_int_equal(snapshot_count(s, TINGKAT_SUB_KEGIATAN), 39);
	assert_int_equal(s->n_simpul, 75);
	assert_int_equal(s->n_indikator, 124); /* 109 lines with one volume or none, 12 with two, 1 with three: counted apart */
	for (uint32_t c = 0; c <= KOLOM_RATA_RATA; c++)
		assert_int_equal(d->kolom[c], c + 1);
	assert_int_equal(d->kolom[KOLOM_PERMASALAHAN], 0);
	assert_int_equal(d->n_judul, 15 * 14); /* 15 page heads of 8 + 6 filled cells */
	assert_int_equal(d->baris_terakhir, 184);

	int64_t pagu = 0, realisasi = 0;
	uint32_t gema = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (s->simpul[i].tingkat != TINGKAT_SUB_KEGIATAN) {
			assert_int_equal(s->simpul[i].pagu.isi, ISI_KOSONG);
			assert_true(s->simpul[i].akhir > i + 1);
		}
		pagu += s->simpul[i].pagu.nilai.sen;
		realisasi += s->simpul[i].realisasi.nilai.sen;
	}
	for (uint32_t i = 0; i < s->n_indikator; i++)
		gema += s->indikator[i].gema;
	assert_int_equal(pagu, 1405238349100);
	assert_int_equal(realisasi, 1324555274300);
	assert_int_equal(gema, 15 + 21);

	assert_true(d->ada_total);
	check_cell(d->total.label, 184, 1, "JUMLAH TOTAL");
	check_number(d->total.pagu, 1405238349100, 2);
	check_number(d->total.target, 10000, 2);
	check_number(d->total.realisasi, 1324555274300, 2);
	check_number(d->total.volume, 9989, 2);
	check_cell(d->total.satuan, 184, 8, "%");
	check_number(d->total.keuangan, 9426, 2);
	check_cell(d->total.keluaran, 184, 10, "99,89");
	check_cell(d->total.rata_rata, 184, 11, "97,07");

	/* the only misspelt headings are the two KOEFSISIEN of the first page */
	size_t misspelt = 0;
	for (size_t i = 0; i < d->n_judul; i++) {
		assert_int_not_equal(d->judul[i].arti, KOLOM_JUMLAH);
		if (d->judul[i].persis)
			continue;
		misspelt++;
		assert_int_equal(d->judul[i].baris, 16);
		assert_string_equal(d->judul[i].teks, "KOEFSISIEN/VOLUME");
	}
	assert_int_equal(misspelt, 2);
}

static void real_report_rows(void **state)
{
	Draf *d = read_path(*state, source_path(*state, "examples/laporan-capaian-2023-12.tsv"));
	const Snapshot *s = &d->snapshot;
	const Simpul *p = &s->simpul[0];
	assert_string_equal(p->kode_tertulis, "2.17.1");
	assert_string_equal(kode_print(*state, p->kode), "2.17.01");
	assert_int_equal(d->simpul[0].kode_bentuk, KODE_BENTUK_PADDING);
	assert_string_equal(p->nomor, "1");
	assert_string_equal(p->nama, "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota");
	assert_int_equal(p->akhir, 25); /* 6 kegiatan with 2, 2, 1, 6, 4 and 3 sub kegiatan */
	check_cell(d->simpul[0].kode, 18, 1, "2.17.1");
	check_cell(d->simpul[0].rata_rata, 18, 11, "");
	check_number(d->simpul[0].keluaran, 9992, 2);
	assert_string_equal(s->simpul[1].nomor, "1,1");

	uint32_t i = node(d, "2.17.01.2.01.01"); /* 1.1.1: a text without volume, then volumes without their text */
	assert_int_equal(s->simpul[i].n_indikator, 4);
	const Indikator *ind = &s->indikator[s->simpul[i].indikator_awal];
	assert_string_equal(ind[0].nama, "Jumlah Dokumen Perencanaan Perangkat Daerah");
	assert_int_equal(ind[0].target.isi, ISI_KOSONG);
	assert_string_equal(ind[1].nama, "Jumlah SDM");
	assert_string_equal(ind[1].satuan, "Dokumen");
	assert_string_equal(ind[2].nama, "Jumlah SDM");
	assert_string_equal(ind[2].satuan, "Orang/Bulan");
	assert_int_equal(ind[2].target.nilai.m, 7200);
	assert_string_equal(ind[3].nama, "Bulan");
	assert_string_equal(ind[3].satuan, "Bulan");
	assert_int_equal(ind[3].realisasi.nilai.m, 1200);
	assert_true(d->indikator[s->simpul[i].indikator_awal + 3].pasangan_pasti);

	i = node(d, "2.17.01.2.02.03"); /* 1.2.2: cut at a sentence starter */
	ind = &s->indikator[s->simpul[i].indikator_awal];
	assert_string_equal(ind[0].nama, "Jumlah Dokumen Penatausahaan dan Penguji/Verifikasi Keuangan SKPD");
	assert_string_equal(ind[0].satuan, "Dokumen");
	assert_string_equal(ind[1].nama, "Jumlah SDM");
	assert_int_equal(ind[1].target.nilai.m, 7200);

	i = node(d, "2.17.01.2.05"); /* 1.3: a dash in the money column */
	assert_int_equal(d->simpul[i].keuangan.angka.status, ANGKA_STRIP);
	check_cell(d->simpul[i].keuangan, 33, 9, "-");

	i = node(d, "2.17.01.2.09.02"); /* 1.6.1: mean in the outcome column, the indicator in column 8 */
	uint32_t j = s->simpul[i].indikator_awal;
	assert_int_equal(s->simpul[i].n_indikator, 2);
	assert_string_equal(s->indikator[j + 1].nama, "Bulan");
	assert_string_equal(s->indikator[j + 1].satuan, "bulan");
	check_cell(d->simpul[i].keluaran, 62, 10, "98,86");
	check_cell(d->simpul[i].rata_rata, 62, 11, "97,73");
	check_cell(d->indikator[j].keluaran, 62, 10, "98,86");
	check_cell(d->indikator[j + 1].keluaran, 62, 10, "100,00");
	assert_int_equal(d->indikator[j + 1].keluaran.bagian, 1);
	assert_int_equal(d->indikator[j + 1].keluaran.n_bagian, 2);
	check_number(d->indikator[j].realisasi, 4300, 2);

	i = node(d, "2.17.02.2.01.01"); /* 2.1.1: indicator percentages in column 8; a unit of two words stays whole */
	j = s->simpul[i].indikator_awal;
	assert_int_equal(s->simpul[i].n_indikator, 3);
	assert_string_equal(s->indikator[j].satuan, "Unit Usaha");
	check_cell(d->indikator[j + 1].keluaran, 72, 10, "");
	check_cell(d->indikator[j + 1].rata_rata, 72, 11, "100,00");

	i = node(d, "2.17.07.2.01.02"); /* 7.1.2: a 100,00 in the money column of an indicator line */
	j = s->simpul[i].indikator_awal;
	check_cell(d->indikator[j + 1].keuangan, 111, 9, "100,00");
	check_cell(d->indikator[j + 1].keluaran, 111, 10, "");

	i = node(d, "3.30.06.2.01.01"); /* 12.1.1 */
	j = s->simpul[i].indikator_awal;
	assert_int_equal(s->simpul[i].n_indikator, 3);
	check_number(d->indikator[j].realisasi, 901400, 2);
	check_cell(d->indikator[j].keluaran, 156, 10, "96,71");
}

/* The same book with the columns of its table in another order; groups of columns stay together. */
static Buku *move_columns(Arena *a, const Buku *from, uint32_t seed)
{
	static const uint32_t BLOK[8][2] = {{0, 1}, {1, 1}, {2, 1}, {3, 2}, {5, 2}, {7, 1}, {8, 2}, {10, 1}};
	uint32_t order[8] = {0, 1, 2, 3, 4, 5, 6, 7};
	for (uint32_t i = 7; i > 0; i--) {
		seed = seed * 1664525 + 1013904223;
		uint32_t j = (seed >> 16) % (i + 1), swap = order[i];
		order[i] = order[j];
		order[j] = swap;
	}
	Buku *to = ARENA_NEW(a, Buku);
	Grid *grid = ARENA_NEW(a, Grid);
	*to = *from;
	*grid = from->grid[0];
	to->grid = grid;
	grid->baris = ARENA_ARRAY(a, Baris, grid->n_baris);
	for (uint32_t i = 0; i < grid->n_baris; i++) {
		const Baris *old = &from->grid[0].baris[i];
		grid->baris[i] = *old;
		if (old->n_sel < 8)
			continue;
		Sel *sel = ARENA_ARRAY(a, Sel, 11);
		for (uint32_t b = 0, c = 0; b < 8; b++)
			for (uint32_t k = 0; k < BLOK[order[b]][1]; k++)
				sel[c++] = *grid_cell(&from->grid[0], i, BLOK[order[b]][0] + k + 1);
		grid->baris[i].sel = sel;
		grid->baris[i].n_sel = 11;
	}
	return to;
}

static void real_report_with_columns_in_any_order(void **state)
{
	Buku *buku;
	ErrInfo info = {0};
	assert_int_equal(reader_open(&buku, *state, source_path(*state, "examples/laporan-capaian-2023-12.tsv"), BAHASA_EN, &info), ERR_OK);
	Draf *base, *d;
	assert_int_equal(recognise_laporan(&base, *state, buku, BAHASA_EN, &info), ERR_OK);
	for (uint32_t seed = 1; seed <= 20; seed++) {
		if (recognise_laporan(&d, *state, move_columns(*state, buku, seed), BAHASA_EN, &info))
			fail_msg("seed %u: %s", seed, info.message);
		const char *difference = snapshot_difference(*state, &base->snapshot, &d->snapshot);
		if (difference)
			fail_msg("seed %u: %s", seed, difference);
		check_number(d->total.rata_rata, 9707, 2);
		assert_int_equal(d->temuan.n, 1);
	}
}

static void real_report_keeps_what_cannot_be_paired(void **state)
{
	Draf *d = read_path(*state, source_path(*state, "examples/laporan-capaian-2023-12.tsv"));
	uint32_t i = node(d, "3.30.06.2.01.02"), j = d->snapshot.simpul[i].indikator_awal; /* 12.1.2 */
	assert_int_equal(d->snapshot.simpul[i].n_indikator, 3);
	assert_string_equal(d->snapshot.indikator[j].nama, "Jumlah Pelaku Usaha di Bidang Metrologi Legal yang Dibina");
	assert_string_equal(d->snapshot.indikator[j + 1].nama, "Jumlah SDM");
	assert_string_equal(d->snapshot.indikator[j + 2].nama, "Bulan");
	assert_string_equal(d->snapshot.indikator[j].satuan, "orang");
	assert_string_equal(d->snapshot.indikator[j + 1].satuan, "");
	assert_int_equal(d->snapshot.indikator[j + 2].target.nilai.m, 1200);
	for (int n = 0; n < 3; n++)
		assert_false(d->indikator[j + n].pasangan_pasti);
	assert_int_equal(d->temuan.n, 1);
	const Temuan *t = find_rule(d, "pasangan-tak-pasti", 162, 3);
	assert_non_null(t);
	assert_int_equal(t->level, LEVEL_WARNING);
	assert_string_equal(t->kode, "3.30.06.2.01.02");
}

/* ---- one report in many layouts ---- */

static void base_fixture_is_read_whole(void **state)
{
	Draf *d = read_fixture(*state, "dasar.tsv");
	const Snapshot *s = &d->snapshot;
	assert_int_equal(s->n_simpul, 9);
	assert_int_equal(s->n_indikator, 12);
	assert_int_equal(d->temuan.n, 0);
	uint32_t i = node(d, "2.17.01.2.01.01");
	assert_string_equal(s->simpul[i].nama, "Sub Kegiatan Penyusunan Dokumen, \"Rencana\"");
	assert_int_equal(s->simpul[i].realisasi.nilai.sen, 6050000050);
	i = node(d, "3.30.02.2.02.01");
	assert_int_equal(s->simpul[i].realisasi.isi, ISI_NIHIL);
	const Indikator *ind = &s->indikator[s->simpul[i].indikator_awal];
	assert_string_equal(ind[1].target_teks, "WTP");
	assert_string_equal(ind[1].realisasi_teks, "WDP");
	assert_int_equal(ind[1].target.isi, ISI_KOSONG);
	assert_int_equal(ind[2].realisasi.isi, ISI_KOSONG);
	assert_null(ind[2].realisasi_teks);
	assert_string_equal(s->narasi.permasalahan, "Pengadaan terlambat karena perubahan anggaran");
	assert_string_equal(s->narasi.tindak_lanjut, "Percepatan lelang pada triwulan berikutnya");
	check_cell(d->kaki.permasalahan, 29, 1, "Pengadaan terlambat karena perubahan anggaran");
	/* 1: 97,92 is the row's own percentage; 2.1: 50,00 too; 1.1 and 1.2 as well */
	assert_true(s->indikator[s->simpul[0].indikator_awal].gema);
	assert_false(ind[0].gema);
}

static void every_layout_says_the_same(void **state)
{
	static const char *const SAME[] = {"kepala-sel-tetangga.csv", "salah-eja.tsv", "satu-baris-judul.csv", "inggris.csv", "halaman.tsv",
	                                   "kode-enam-kolom.tsv", "kode-kotor.tsv", "kode-nama-satu-kolom.csv", "indikator-baris-sel.csv", "narasi-kolom.tsv"};
	Draf *base = read_fixture(*state, "dasar.tsv");
	for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++) {
		Draf *d = read_fixture(*state, SAME[i]);
		const char *difference = snapshot_difference(*state, &base->snapshot, &d->snapshot);
		if (difference)
			fail_msg("%s: %s", SAME[i], difference);
		if (d->temuan.n)
			fail_msg("%s: %s", SAME[i], d->temuan.temuan[0].message);
		assert_int_equal(d->ada_total, true);
		check_number(d->total.pagu, 51331770300, 2);
		check_number(d->total.rata_rata, 7599, 2);
		check_number(d->kepala.n_sub_kegiatan, 4, 0);
	}
}

static void positions_follow_moved_columns(void **state)
{
	Draf *d = read_fixture(*state, "satu-baris-judul.csv");
	assert_int_equal(d->kolom[KOLOM_KODE], 3);
	assert_int_equal(d->kolom[KOLOM_NAMA], 2);
	assert_int_equal(d->kolom[KOLOM_PAGU], 9);
	assert_int_equal(d->kolom[KOLOM_KELUARAN], 8);
	check_cell(d->simpul[0].pagu, 14, 9, "450.000.000,00");
	check_cell(d->total.label, 26, 2, "JUMLAH TOTAL");

	d = read_fixture(*state, "halaman.tsv"); /* second page: everything one column to the right */
	assert_int_equal(d->n_judul, 28);
	check_cell(d->simpul[0].pagu, 16, 4, "450.000.000,00");
	uint32_t i = node(d, "3.30.02");
	check_cell(d->simpul[i].pagu, 30, 5, "63.317.703,00");
	assert_int_equal(d->judul[14 + 9].arti, KOLOM_TARGET); /* KOEFISEN/ VOLUME of the second page */
	assert_false(d->judul[14 + 9].persis);
	assert_int_equal(d->judul[14 + 9].kolom, 6);

	d = read_fixture(*state, "kode-enam-kolom.tsv");
	check_cell(d->simpul[2].kode, 17, 1, "2.17.01.2.01.01");
	assert_int_equal(d->simpul[2].kode_bentuk, KODE_BENTUK_BAIK);
}

static void dirty_codes_are_kept_as_written(void **state)
{
	Draf *d = read_fixture(*state, "kode-kotor.tsv");
	assert_string_equal(d->snapshot.simpul[0].kode_tertulis, "2.17.1");
	assert_string_equal(d->snapshot.simpul[1].kode_tertulis, "2.17.01.2.01.");
	assert_int_equal(d->simpul[1].kode_bentuk, KODE_BENTUK_TITIK);
	assert_int_equal(d->simpul[2].kode_bentuk, KODE_BENTUK_BLANK);
	assert_string_equal(d->snapshot.simpul[7].kode_tertulis, "3.30.02..2.02");
}

static void levels_without_codes_come_from_numbers_and_words(void **state)
{
	Draf *d = read_fixture(*state, "tanpa-kode.tsv");
	static const Tingkat EXPECTED[] = {1, 2, 3, 3, 2, 3, 1, 2, 3};
	assert_int_equal(d->snapshot.n_simpul, 9);
	for (uint32_t i = 0; i < 9; i++)
		assert_int_equal(d->snapshot.simpul[i].tingkat, EXPECTED[i]);
	assert_int_equal(d->snapshot.simpul[3].induk, 1);
	assert_int_equal(d->snapshot.simpul[6].induk, SIMPUL_NONE);
	assert_int_equal(d->snapshot.simpul[8].induk, 7);
	assert_int_equal(d->temuan.n, 0); /* no column of codes, but names: codes may stand in the names */
}

static void orphans_stay_beside_what_fits(void **state)
{
	Draf *d = read_fixture(*state, "induk-hilang.tsv");
	const Simpul *s = d->snapshot.simpul;
	assert_int_equal(d->snapshot.n_simpul, 7);
	assert_int_equal(s[4].tingkat, TINGKAT_SUB_KEGIATAN); /* 2.17.01.2.02.01: its kegiatan is missing, its program is there */
	assert_int_equal(s[4].induk, 0);
	assert_int_equal(s[5].tingkat, TINGKAT_KEGIATAN);     /* 3.30.02.2.02: its program is missing */
	assert_int_equal(s[5].induk, SIMPUL_NONE);
	assert_int_equal(s[6].induk, 5);
	assert_int_equal(s[0].akhir, 5);
}

static void a_slip_in_one_code_does_not_break_the_tree(void **state)
{
	Draf *d = read_text(*state, "Kode\tNama\tPagu\tRealisasi Anggaran\tTarget Volume\tRealisasi Volume\n"
	                            "2.17.01\tProgram A\t30\t30\n"
	                            "2.17.01.2.01\tKegiatan A\t30\t30\n"
	                            "2.17.01.2.01.01\tSub Kegiatan A\t10\t10\n"
	                            "2.71.01.2.01.02\tSub Kegiatan B\t10\t10\n"
	                            "2.17.01.2.01.03\tSub Kegiatan C\t10\t10\n");
	assert_int_equal(d->snapshot.n_simpul, 5);
	assert_int_equal(d->snapshot.simpul[3].induk, 1);
	assert_int_equal(d->snapshot.simpul[4].induk, 1);
}

static void narrative_below_its_label_and_no_total(void **state)
{
	Draf *d = read_fixture(*state, "narasi-baris-bawah.tsv");
	assert_false(d->ada_total);
	assert_string_equal(d->snapshot.narasi.permasalahan, "Pengadaan terlambat\nCuaca buruk");
	assert_string_equal(d->snapshot.narasi.tindak_lanjut, "Percepatan lelang");
	assert_int_equal(d->kaki.baris_permasalahan, 28);
	assert_string_equal(d->snapshot.tanda_tangan.nama, "Nama Kepala Dinas, M.Si");
	assert_int_equal(d->snapshot.n_simpul, 9);
}

static void narrative_in_columns_nine_and_ten(void **state)
{
	Draf *d = read_fixture(*state, "narasi-kolom.tsv");
	assert_int_equal(d->kolom[KOLOM_PERMASALAHAN], 12);
	check_cell(d->kaki.permasalahan, 14, 12, "Pengadaan terlambat karena perubahan anggaran");
	check_cell(d->kaki.tindak_lanjut, 17, 13, "Percepatan lelang pada triwulan berikutnya");
	assert_int_equal(d->kaki.baris_permasalahan, 13);
}

/* ---- findings ---- */

static void odd_cells_are_reported_where_they_stand(void **state)
{
	Draf *d = read_fixture(*state, "salah-isi.tsv");
	assert_int_equal(d->snapshot.n_simpul, 9);
	assert_int_equal(find_rule(d, "baris-tak-dikenal", 16, 1)->level, LEVEL_NOTE); /* 2 URUSAN PILIHAN */
	assert_int_equal(find_rule(d, "baris-tak-dikenal", 19, 2)->level, LEVEL_ERROR);
	assert_string_equal(find_rule(d, "teks-bukan-angka", 20, 7)->printed, "lima");
	assert_string_equal(find_rule(d, "teks-bukan-angka", 22, 4)->printed, "lihat lampiran");
	assert_string_equal(find_rule(d, "teks-bukan-angka", 22, 4)->kode, "2.17.01.2.01.06");
	assert_string_equal(find_rule(d, "teks-bukan-angka", 23, 9)->printed, "belum");
	assert_non_null(find_rule(d, "angka-luapan", 25, 4)); /* beyond int64 */
	assert_non_null(find_rule(d, "angka-luapan", 27, 4)); /* 1,2345 rupiah */
	assert_int_equal(d->temuan.n, 7);
	assert_int_equal(d->snapshot.simpul[node(d, "2.17.01.2.01.06")].pagu.isi, ISI_KOSONG);
	assert_int_equal(d->snapshot.simpul[node(d, "3.30.02.2.02.01")].pagu.isi, ISI_KOSONG);
}

static void missing_columns_are_reported_once(void **state)
{
	Draf *d = read_fixture(*state, "kolom-hilang.tsv");
	assert_int_equal(count_rule(d, "kolom-hilang", LEVEL_ERROR), 1);
	assert_int_equal(count_rule(d, "kolom-hilang", LEVEL_WARNING), 1);
	assert_int_equal(d->temuan.n, 2);
	assert_int_equal(d->temuan.temuan[0].posisi.baris, 13);
	assert_int_equal(d->snapshot.n_simpul, 9);
	assert_int_equal(d->indikator[0].realisasi.baris, 0);
}

#define HEAD_LINE "Kode\tNama\tIndikator\tPagu\tTarget Volume\tRealisasi Anggaran\tRealisasi Volume\tSatuan\tCapaian Keuangan\tCapaian Keluaran\tRata-rata\n"

static void ambiguous_numbers_are_noted_once(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01.2.01.01\tSub Kegiatan A\tJumlah\t1.000,50\t1.234\t1.000,50\t2.345\tOrang\t100,00\t190,03\t145,01\n");
	assert_int_equal(d->notasi, NOTASI_ID);
	assert_int_equal(d->snapshot.indikator[0].target.nilai.m, 1234);
	assert_int_equal(count_rule(d, "notasi-ambigu", LEVEL_NOTE), 1);
	const Temuan *t = find_rule(d, "notasi-ambigu", 2, 5);
	assert_non_null(t);
	assert_non_null(strstr(t->message, "2 numbers"));

	d = read_text(*state, HEAD_LINE "2.17.01.2.01.01\tSub Kegiatan A\tJumlah\t1,000.50\t1.234\t1,000.50\t2.345\tOrang\t100.00\t190.03\t145.01\n");
	assert_int_equal(d->notasi, NOTASI_EN);
	assert_int_equal(d->snapshot.indikator[0].target.nilai.m, 1234);
	assert_int_equal(d->snapshot.indikator[0].target.nilai.scale, 3);
}

static void refuses_what_is_no_report(void **state)
{
	Arena *a = *state;
	static const struct { const char *name, *expected; } NOT[] = {
		{"bukan-laporan.csv", "kode_skpd"},
		{"judul-saja-bukan.csv", ":1: no Laporan Capaian: below this table head"},
		{"e81.csv", ":3: this table evaluates the Renja (form E.81), it is no Laporan Capaian"},
	};
	for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++) {
		Buku *buku;
		Draf *draf = NULL;
		ErrInfo info = {0};
		const char *path = source_path(a, str_format(a, "tests/fixtures/recognise/%s", NOT[i].name));
		assert_int_equal(reader_open(&buku, a, path, BAHASA_EN, &info), ERR_OK);
		assert_int_equal(recognise_laporan(&draf, a, buku, BAHASA_EN, &info), ERR_FORMAT);
		assert_non_null(strstr(info.message, NOT[i].expected));
		assert_non_null(strstr(info.message, NOT[i].name));
		assert_non_null(info.hint);
	}
}

static void an_empty_table_is_still_a_report(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE);
	assert_int_equal(d->snapshot.n_simpul, 0);
	assert_int_equal(d->temuan.n, 0);
}

/* ---- splitting ---- */

static void check_split(Arena *a, const KamusSatuan *kamus, const char *nama, const char *satuan, size_t n, bool pasti, const char *const *expected)
{
	Belahan b = kenal_belah(a, kamus, nama, satuan, n);
	assert_int_equal(b.pasti, pasti);
	for (size_t i = 0; i < n; i++) {
		assert_string_equal(b.nama[i], expected[2 * i]);
		assert_string_equal(b.satuan[i], expected[2 * i + 1]);
	}
}

static void texts_and_units_are_paired(void **state)
{
	KamusSatuan *k = kamus_new(*state);
	check_split(*state, k, "Jumlah SDM Bulan", "Orang/Bulan Bulan", 2, true, (const char *const[]){"Jumlah SDM", "Orang/Bulan", "Bulan", "Bulan"});
	check_split(*state, k, "Jumlah Paket yang Disediakan Bulan", "Paket Bulan", 2, true,
	            (const char *const[]){"Jumlah Paket yang Disediakan", "Paket", "Bulan", "Bulan"});
	/* "Unit Usaha" is one unit, although Unit is one as well */
	check_split(*state, k, "Jumlah Usaha Jumlah SDM", "Unit Usaha Orang/Bulan", 2, true,
	            (const char *const[]){"Jumlah Usaha", "Unit Usaha", "Jumlah SDM", "Orang/Bulan"});
	/* after "dan" a text goes on */
	check_split(*state, k, "Jumlah Dokumen dan Jumlah Laporan Persentase Hadir", "Dokumen %", 2, true,
	            (const char *const[]){"Jumlah Dokumen dan Jumlah Laporan", "Dokumen", "Persentase Hadir", "%"});
	/* unknown units, as many as volumes */
	check_split(*state, k, "Jumlah A Jumlah B", "Botol Kardus", 2, true, (const char *const[]){"Jumlah A", "Botol", "Jumlah B", "Kardus"});
	check_split(*state, k, "Jumlah A Jumlah B", "Dokumen, Orang", 2, true, (const char *const[]){"Jumlah A", "Dokumen", "Jumlah B", "Orang"});
	/* no unit at all is nothing to pair */
	check_split(*state, k, "Jumlah A Jumlah B", "", 2, true, (const char *const[]){"Jumlah A", "", "Jumlah B", ""});
}

static void what_does_not_pair_is_kept_whole(void **state)
{
	KamusSatuan *k = kamus_new(*state);
	check_split(*state, k, "Jumlah Usaha Jumlah SDM", "Unit Usaha", 2, false, (const char *const[]){"Jumlah Usaha", "Unit Usaha", "Jumlah SDM", ""});
	check_split(*state, k, "Nama tanpa awalan", "Dokumen Orang", 2, false, (const char *const[]){"Nama tanpa awalan", "Dokumen", "", "Orang"});
	check_split(*state, k, "Jumlah A Jumlah B Jumlah C", "Dokumen Orang", 2, false,
	            (const char *const[]){"Jumlah A Jumlah B Jumlah C", "Dokumen", "", "Orang"});
	check_split(*state, k, "", "Dokumen Orang", 2, false, (const char *const[]){"", "Dokumen", "", "Orang"});
	/* lines may be wrapped text: taken, but not sure */
	check_split(*state, k, "Dokumen disusun\nOrang dilatih", "Dokumen Orang", 2, false,
	            (const char *const[]){"Dokumen disusun", "Dokumen", "Orang dilatih", "Orang"});
}

static void units_of_the_document_are_learnt(void **state)
{
	KamusSatuan *k = kamus_new(*state);
	assert_false(kamus_has(k, "Rumah Produksi"));
	kamus_add(k, "Rumah Produksi");
	assert_true(kamus_has(k, "rumah produksi"));
	check_split(*state, k, "Jumlah A Jumlah B", "Rumah Produksi Bulan", 2, true,
	            (const char *const[]){"Jumlah A", "Rumah Produksi", "Jumlah B", "Bulan"});
	for (int i = 0; i < 500; i++)
		kamus_add(k, str_format(*state, "satuan %d", i));
	for (int i = 0; i < 500; i++)
		assert_true(kamus_has(k, str_format(*state, "Satuan %d", i)));
}

static void one_volume_is_never_split(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01.2.01.01\tSub Kegiatan A\tJumlah Orang Jumlah Bulan\t1.000,00\t12,00\t500,00\t6,00\tOrang Bulan\t50,00\t50,00\t50,00\n");
	assert_int_equal(d->snapshot.n_indikator, 1);
	assert_string_equal(d->snapshot.indikator[0].nama, "Jumlah Orang Jumlah Bulan");
	assert_string_equal(d->snapshot.indikator[0].satuan, "Orang Bulan");
	assert_int_equal(d->temuan.n, 0);
}

/* ---- rows ---- */

static void total_does_not_swallow_a_node(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01\tJUMLAH TOTAL\tJumlah\t10,00\t1,00\t5,00\t1,00\tOrang\t50,00\t100,00\t75,00\n"
	                            "\t\tJumlah\t\t1,00\t\t1,00\tOrang\t\t100,00\n"
	                            "\tTOTAL\t\t10,00\t\t5,00\t\t\t50,00\t100,00\t75,00\n");
	assert_int_equal(d->snapshot.n_simpul, 1);
	assert_string_equal(d->snapshot.simpul[0].nama, "JUMLAH TOTAL");
	assert_int_equal(d->snapshot.n_indikator, 2);
	assert_string_equal(d->snapshot.indikator[1].nama, "Jumlah");
	assert_true(d->ada_total);
	check_cell(d->total.label, 4, 2, "TOTAL");
	assert_int_equal(d->temuan.n, 0);
	/* a program without children keeps the money of its own row */
	assert_int_equal(d->snapshot.simpul[0].pagu.nilai.sen, 1000);
}

static void a_subtotal_does_not_end_the_table(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01\t1 Program A\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "\tJUMLAH\t\t10,00\t\t5,00\n"
	                            "2.17.02\t2 Program B\ty\t20,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "JUMLAH TOTAL\t\t\t30,00\t\t10,00\n");
	assert_int_equal(d->snapshot.n_simpul, 2);
	check_number(d->total.pagu, 3000, 2);
	assert_int_equal(count_rule(d, "baris-tak-dikenal", LEVEL_ERROR), 1);
	assert_non_null(find_rule(d, "baris-tak-dikenal", 3, 2));
}

static void names_keep_their_own_digits(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01\t1 3 Pilar Program; \"Jumlah\"\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "2.17.01.2.01\t3 Pilar\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "2.17.01.2.01.01\t1,1.1. Sub\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n");
	assert_string_equal(d->snapshot.simpul[0].nomor, "1");
	assert_string_equal(d->snapshot.simpul[0].nama, "3 Pilar Program; \"Jumlah\"");
	assert_string_equal(d->snapshot.simpul[1].nomor, "");
	assert_string_equal(d->snapshot.simpul[1].nama, "3 Pilar");
	assert_string_equal(d->snapshot.simpul[2].nomor, "1,1.1.");
	assert_string_equal(d->snapshot.simpul[2].nama, "Sub");
}

static void numbers_in_the_code_column_are_numbers(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "1\tProgram A\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "1.1\tKegiatan B\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n"
	                            "1.1.1\tSub Kegiatan C\tx\t10,00\t1,00\t5,00\t1,00\tOrang\n");
	assert_int_equal(d->snapshot.n_simpul, 3);
	assert_int_equal(d->snapshot.simpul[2].tingkat, TINGKAT_SUB_KEGIATAN);
	assert_int_equal(d->snapshot.simpul[2].kode.n_bagian, 0);
	assert_string_equal(d->snapshot.simpul[2].nomor, "1.1.1");
	assert_int_equal(d->snapshot.simpul[2].induk, 1);
}

static void codes_are_found_under_an_unreadable_heading(void **state)
{
	Draf *d = read_text(*state, "KDE PROGRAM/KEGIATAN\tPROGRAM/KEGIATAN\tIndikator\tPagu\tTarget Volume\tRealisasi Anggaran\tRealisasi Volume\n"
	                            "2.17.01\tProgram A\tx\t10,00\t1,00\t5,00\t1,00\n"
	                            "2.17.01.2.01\tKegiatan B\tx\t10,00\t1,00\t5,00\t1,00\n");
	assert_int_equal(d->kolom[KOLOM_KODE], 1);
	assert_int_equal(d->kolom[KOLOM_NAMA], 2);
	assert_string_equal(d->snapshot.simpul[1].kode_tertulis, "2.17.01.2.01");
	assert_string_equal(d->snapshot.simpul[1].nama, "Kegiatan B");
}

static void volume_and_unit_in_one_cell(void **state)
{
	Draf *d = read_text(*state, "Kode\tNama\tIndikator\tPagu\tTarget Volume\tRealisasi Anggaran\tRealisasi Volume\n"
	                            "2.17.01.2.01.01\tSub Kegiatan\tDokumen\t10,00\t12 Dokumen\t5,00\t6 Dokumen\n");
	assert_int_equal(d->snapshot.indikator[0].target.nilai.m, 12);
	assert_int_equal(d->snapshot.indikator[0].realisasi.nilai.m, 6);
	assert_string_equal(d->snapshot.indikator[0].satuan, "Dokumen");
	assert_int_equal(count_rule(d, "teks-bukan-angka", LEVEL_ERROR), 0);
}

static void formula_guards_of_our_csv_are_taken_off(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01.2.01.01\t1.1.1 Sub\t'=Jumlah\t10,00\t1,00\t5,00\t1,00\t''@x\t50,00\t100,00\t75,00\n");
	assert_string_equal(d->snapshot.indikator[0].nama, "=Jumlah");
	assert_string_equal(d->snapshot.indikator[0].satuan, "'@x");
}

/* ---- spreadsheets, as a reader would hand them over ---- */

enum { SHEET_ROWS = 16, SHEET_COLUMNS = 12 };

typedef struct {
	Arena *arena;
	Buku buku;
	Grid grid[2];
	Sel sel[2][SHEET_ROWS][SHEET_COLUMNS];
	Baris baris[2][SHEET_ROWS];
} Sheet;

static Sheet *sheet_new(Arena *a)
{
	Sheet *s = ARENA_NEW(a, Sheet);
	s->arena = a;
	for (int g = 0; g < 2; g++) {
		for (uint32_t r = 0; r < SHEET_ROWS; r++) {
			for (uint32_t c = 0; c < SHEET_COLUMNS; c++)
				s->sel[g][r][c] = (Sel){.teks = "", .rentang_kolom = 1, .rentang_baris = 1};
			s->baris[g][r] = (Baris){.nomor = r + 1, .n_sel = SHEET_COLUMNS, .sel = s->sel[g][r]};
		}
		s->grid[g] = (Grid){.nama = g ? "Lain" : "Laporan", .n_baris = SHEET_ROWS, .baris = s->baris[g]};
	}
	s->buku = (Buku){.berkas = "uji.xlsx", .format = FORMAT_XLSX, .n_grid = 1, .grid = s->grid};
	return s;
}

static Sel *put(Sheet *s, int g, uint32_t baris, uint32_t kolom, SelJenis jenis, const char *teks)
{
	Sel *sel = &s->sel[g][baris - 1][kolom - 1];
	sel->jenis = jenis;
	sel->teks = teks;
	return sel;
}

static void put_texts(Sheet *s, int g, uint32_t baris, const char *const *teks, uint32_t n)
{
	for (uint32_t c = 0; c < n; c++)
		if (*teks[c])
			put(s, g, baris, c + 1, SEL_TEKS, teks[c]);
}

static Draf *sheet_read(Sheet *s)
{
	Draf *draf;
	ErrInfo info = {0};
	if (recognise_laporan(&draf, s->arena, &s->buku, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	return draf;
}

/* The official head with merged cells, in rows 2 and 3. */
static void put_head(Sheet *s, int g)
{
	static const char *const TOP[] = {"KODE", "NAMA", "INDIKATOR", "TARGET KINERJA", "", "REALISASI KINERJA", "", "SATUAN", "CAPAIAN KINERJA (%)", "",
	                                  "RATA-RATA"};
	static const char *const SUB[] = {"", "", "", "ANGGARAN (Rp)", "KOEFISIEN/\nVOLUME", "ANGGARAN (Rp)", "KOEFISIEN/\nVOLUME", "",
	                                  "ANGGARAN/\nKEUANGAN", "OUTCOME/\nOUTPUT", ""};
	put(s, g, 1, 1, SEL_TEKS, "LAPORAN CAPAIAN BULAN DESEMBER 2023");
	put_texts(s, g, 2, TOP, 11);
	put_texts(s, g, 3, SUB, 11);
	for (uint32_t c = 1; c <= 11; c++) {
		Sel *top = &s->sel[g][1][c - 1];
		if (c == 4 || c == 6 || c == 9) {
			top->rentang_kolom = 2;
			s->sel[g][1][c].gabungan = true;
		} else if (*top->teks) {
			top->rentang_baris = 2;
			s->sel[g][2][c - 1].gabungan = true;
		}
	}
}

static void spreadsheet_numbers_are_exact(void **state)
{
	Sheet *s = sheet_new(*state);
	put_head(s, 0);
	put_texts(s, 0, 4, (const char *const[]){"2.17.01.2.01.01", "1.1.1 Sub Kegiatan A", "Jumlah Orang", "", "", "", "", "Orang"}, 8);
	put(s, 0, 4, 4, SEL_ANGKA, "9627340537.5");
	put(s, 0, 4, 5, SEL_ANGKA, "12");
	put(s, 0, 4, 6, SEL_TEKS, "1.000,00");
	put(s, 0, 4, 7, SEL_ANGKA, "1.5E1");
	put(s, 0, 4, 9, SEL_ANGKA, "0.9626")->persen = true;
	put(s, 0, 4, 10, SEL_ANGKA, "85.319999999999993");
	put(s, 0, 4, 11, SEL_GALAT, "#DIV/0!");
	Draf *d = sheet_read(s);
	assert_int_equal(d->snapshot.kepala.bulan, 12);
	assert_int_equal(d->snapshot.kepala.tahun, 2023);
	assert_int_equal(d->snapshot.simpul[0].pagu.nilai.sen, 962734053750);
	assert_int_equal(d->snapshot.simpul[0].realisasi.nilai.sen, 100000);
	assert_true(d->simpul[0].realisasi.angka_teks);
	assert_false(d->simpul[0].pagu.angka_teks);
	assert_int_equal(d->snapshot.indikator[0].realisasi.nilai.m, 15);
	assert_int_equal(desimal_cmp(d->simpul[0].keuangan.angka.nilai, (Desimal){9626, 2}), 0);
	assert_int_equal(desimal_cmp(d->simpul[0].keluaran.angka.nilai, (Desimal){8532, 2}), 0);
	assert_int_equal(d->simpul[0].rata_rata.angka.status, ANGKA_GALAT);
	assert_int_equal(d->temuan.n, 0); /* a spreadsheet error is for the checks to say */
}

/* Typed into a spreadsheet, "(1)" becomes -1. */
static void column_numbers_turned_negative_are_no_data(void **state)
{
	static const char *const NUMBER[] = {"-1", "-2", "-3", "-4", "", "-5", "", "-6"};
	Sheet *s = sheet_new(*state);
	put_head(s, 0);
	for (uint32_t c = 0; c < 8; c++)
		if (*NUMBER[c])
			put(s, 0, 4, c + 1, SEL_ANGKA, NUMBER[c]);
	put(s, 0, 4, 9, SEL_TEKS, "(7) = (5)/(4)*100");
	put(s, 0, 4, 11, SEL_ANGKA, "-8");
	put_texts(s, 0, 5, (const char *const[]){"2.17.02", "1 Program", "x", "10,00", "1,00", "5,00", "1,00", "Orang"}, 8);
	for (uint32_t c = 0; c < 11; c++) /* the head is repeated */
		for (uint32_t r = 2; r <= 4; r++)
			s->sel[0][r + 4][c] = s->sel[0][r - 1][c];
	put_texts(s, 0, 10, (const char *const[]){"2.17.03", "2 Program", "x", "10,00", "1,00", "5,00", "1,00", "Orang"}, 8);
	Draf *d = sheet_read(s);
	assert_int_equal(d->snapshot.n_simpul, 2);
	assert_int_equal(d->snapshot.n_indikator, 2);
	if (d->temuan.n)
		fail_msg("%s", d->temuan.temuan[0].message);
}

static void lines_in_a_cell_part_indicators(void **state)
{
	Sheet *s = sheet_new(*state);
	put_head(s, 0);
	put_texts(s, 0, 4, (const char *const[]){"2.17.01.2.01.01", "1.1.1 Sub\nKegiatan A", "Dokumen disusun\nOpini diraih", "10,00", "12,00\nWTP", "5,00",
	                                         "6,00\nWDP", "Dokumen\nPredikat", "50,00", "50,00\n-", "50,00"}, 11);
	put_texts(s, 0, 5, (const char *const[]){"2.17.01.2.01.02", "1.1.2 Sub Kegiatan B", "Satu indikator\nyang terlipat", "10,00", "12,00", "5,00",
	                                         "6,00", "Orang/\nBulan", "50,00", "50,00", "50,00"}, 11);
	put_texts(s, 0, 6, (const char *const[]){"2.17.01.2.01.03", "1.1.3 Sub Kegiatan C", "Jumlah peserta", "10,00", "10.000\nOrang", "5,00",
	                                         "5.000\nOrang", "", "50,00", "50,00", "50,00"}, 11);
	Draf *d = sheet_read(s);
	assert_int_equal(d->snapshot.n_indikator, 4);
	assert_string_equal(d->snapshot.indikator[3].satuan, "Orang"); /* a word below the number is its unit */
	assert_int_equal(d->snapshot.indikator[3].target.nilai.m, 10000);
	assert_string_equal(d->snapshot.simpul[0].nama, "Sub Kegiatan A");
	assert_string_equal(d->snapshot.indikator[1].nama, "Opini diraih");
	assert_string_equal(d->snapshot.indikator[1].satuan, "Predikat");
	assert_string_equal(d->snapshot.indikator[1].target_teks, "WTP");
	assert_true(d->indikator[1].pasangan_pasti);
	assert_string_equal(d->snapshot.indikator[2].nama, "Satu indikator yang terlipat");
	assert_string_equal(d->snapshot.indikator[2].satuan, "Orang/ Bulan");
	assert_int_equal(d->temuan.n, 1); /* 10.000 and 5.000 can be read in two ways */
}

static void the_best_sheet_is_read_and_others_are_named(void **state)
{
	Sheet *s = sheet_new(*state);
	s->buku.n_grid = 2;
	put_texts(s, 0, 1, (const char *const[]){"Kode", "Nama", "Pagu", "Realisasi Anggaran"}, 4);
	put_texts(s, 0, 2, (const char *const[]){"2.17.01", "1 Program Ringkas", "10,00", "5,00"}, 4);
	put_head(s, 1);
	put_texts(s, 1, 4, (const char *const[]){"2.17.02", "1 Program Lengkap", "x", "10,00", "1,00", "5,00", "1,00", "Orang"}, 8);
	Draf *d = sheet_read(s);
	assert_string_equal(d->grid->nama, "Lain");
	assert_string_equal(d->snapshot.simpul[0].nama, "Program Lengkap");
	assert_int_equal(count_rule(d, "lembar-lain", LEVEL_NOTE), 1);
	assert_string_equal(d->temuan.temuan[d->temuan.n - 1].posisi.lembar, "Laporan");
}

static void code_parts_that_lost_their_zeros_are_padded(void **state)
{
	Sheet *s = sheet_new(*state);
	put_texts(s, 0, 1, (const char *const[]){"KODE", "", "", "", "", "", "NAMA", "PAGU", "REALISASI ANGGARAN", "TARGET VOLUME", "REALISASI VOLUME"}, 11);
	s->sel[0][0][0].rentang_kolom = 6;
	static const char *const PART[] = {"2", "17", "1", "2", "1", "6"};
	for (uint32_t c = 0; c < 6; c++)
		put(s, 0, 2, c + 1, SEL_ANGKA, PART[c]);
	put(s, 0, 2, 7, SEL_TEKS, "Sub Kegiatan A");
	put(s, 0, 2, 8, SEL_ANGKA, "10");
	Draf *d = sheet_read(s);
	assert_int_equal(d->snapshot.n_simpul, 1);
	assert_string_equal(kode_print(*state, d->snapshot.simpul[0].kode), "2.17.01.2.01.06");
	assert_int_equal(d->simpul[0].kode_bentuk, KODE_BENTUK_BAIK);
}

static void the_signature_may_stand_anywhere(void **state)
{
	Sheet *s = sheet_new(*state);
	put_head(s, 0);
	put_texts(s, 0, 4, (const char *const[]){"2.17.02", "1 Program", "x", "10,00", "1,00", "5,00", "1,00", "Orang"}, 8);
	put(s, 0, 6, 1, SEL_TEKS, "PERMASALAHAN :\nHujan\nBanjir");
	put(s, 0, 9, 9, SEL_TEKS, "Singaraja, ..... Januari 2024\nPlt. Kepala Dinas\n\n\n\nNi Luh Contoh\nPembina (IV/a)\nNIP. 19700101 199503 1 001");
	put(s, 0, 9, 1, SEL_TEKS, "Mengetahui,");
	Draf *d = sheet_read(s);
	const TandaTangan *t = &d->snapshot.tanda_tangan;
	assert_string_equal(d->snapshot.narasi.permasalahan, "Hujan\nBanjir");
	assert_string_equal(t->tempat, "Singaraja");
	assert_int_equal(t->tanggal.tahun, 0);
	assert_string_equal(t->jabatan, "Plt. Kepala Dinas");
	assert_string_equal(t->nama, "Ni Luh Contoh");
	assert_string_equal(t->pangkat, "Pembina (IV/a)");
	assert_string_equal(t->nip, "19700101 199503 1 001");
	check_cell(d->kaki.nama, 9, 9, "Ni Luh Contoh");
}

static void a_sheet_without_nodes_gives_way(void **state)
{
	Sheet *s = sheet_new(*state);
	s->buku.n_grid = 2;
	put_head(s, 0);
	put_texts(s, 0, 4, (const char *const[]){"isi kode di sini", "isi nama di sini"}, 2); /* a template */
	put_texts(s, 1, 1, (const char *const[]){"Kode", "Nama", "Pagu", "Realisasi Anggaran"}, 4);
	put_texts(s, 1, 2, (const char *const[]){"2.17.01", "1 Program Ringkas", "10,00", "5,00"}, 4);
	Draf *d = sheet_read(s);
	assert_string_equal(d->grid->nama, "Lain");
	assert_int_equal(d->snapshot.n_simpul, 1);
}

static void a_title_block_in_one_cell(void **state)
{
	Sheet *s = sheet_new(*state);
	put_head(s, 0);
	put(s, 0, 1, 1, SEL_TEKS, "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN BULAN NOPEMBER TAHUN ANGGARAN 2024\nUNIT ORGANISASI : Dinas A\n"
	                          "KONDISI TERAKHIR : 30 November 2024");
	put_texts(s, 0, 4, (const char *const[]){"2.17.02", "1 Program", "x", "10,00", "1,00", "5,00", "1,00", "Orang"}, 8);
	Draf *d = sheet_read(s);
	const Kepala *k = &d->snapshot.kepala;
	assert_string_equal(k->judul, "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN BULAN NOPEMBER TAHUN ANGGARAN 2024");
	assert_string_equal(k->unit_organisasi, "Dinas A");
	assert_int_equal(k->bulan, 11);
	assert_int_equal(k->tahun, 2024);
	assert_int_equal(tanggal_cmp(k->kondisi, (Tanggal){2024, 11, 30}), 0);
}

static void cumulative_columns_are_preferred(void **state)
{
	Draf *d = read_text(*state, "KODE\tNAMA\tINDIKATOR\tTARGET\t\tREALISASI BULAN LALU\t\tREALISASI BULAN INI\t\tREALISASI S/D BULAN INI\t\tSATUAN\tSISA ANGGARAN\n"
	                            "\t\t\tRp\tK\tRp\tK\tRp\tK\tRp\tK\t\t\n"
	                            "2.17.01.2.01.01\t1.1.1 Sub\tx\t100,00\t10,00\t1,00\t2,00\t3,00\t4,00\t5,00\t6,00\tOrang\t95,00\n");
	assert_int_equal(d->kolom[KOLOM_PAGU], 4);
	assert_int_equal(d->kolom[KOLOM_TARGET], 5);
	assert_int_equal(d->kolom[KOLOM_REALISASI], 10);
	assert_int_equal(d->kolom[KOLOM_REALISASI_VOLUME], 11);
	assert_int_equal(d->snapshot.simpul[0].realisasi.nilai.sen, 500);
}

static void two_signatures_without_total(void **state)
{
	Draf *d = read_text(*state, HEAD_LINE "2.17.01.2.01.01\t1.1.1 Sub\tx\t100,00\t10,00\t1,00\t2,00\tOrang\t1,00\t20,00\t10,50\n"
	                            "Mengetahui,\t\t\t\t\t\t\tSingaraja, 3 Januari 2024\n"
	                            "Sekretaris Daerah\t\t\t\t\t\t\tKepala Dinas\n\n\n"
	                            "Nama Sekda\t\t\t\t\t\t\tNama Kepala\n"
	                            "NIP 1960\t\t\t\t\t\t\tNIP 19700101 199503 1 001\n");
	assert_int_equal(d->temuan.n, 0);
	assert_string_equal(d->snapshot.tanda_tangan.jabatan, "Kepala Dinas");
	assert_string_equal(d->snapshot.tanda_tangan.nama, "Nama Kepala");
	assert_string_equal(d->snapshot.tanda_tangan.nip, "19700101 199503 1 001");
}

/* ---- words ---- */

static void headings_are_known_by_their_words(void **state)
{
	(void)state;
	assert_true(kenal_kata("TARGET", false).arti & ARTI_TARGET);
	assert_true(kenal_kata("Koefisien/Volume", false).persis);
	assert_false(kenal_kata("KOEFSISIEN", true).persis);
	assert_true(kenal_kata("KOEFSISIEN", true).arti & ARTI_VOLUME);
	assert_true(kenal_kata("REALIS", true).arti & ARTI_REALISASI);
	assert_int_equal(kenal_kata("satu", true).arti, 0); /* too short to be SATUAN cut off */
	assert_true(kenal_kata("STAUAN", true).arti & ARTI_SATUAN);
	assert_true(kenal_kata("RATUAN", true).arti & ARTI_SATUAN);
	assert_true(kenal_kata("RATARATA", false).arti & ARTI_RATA);
	assert_int_equal(kenal_kata("KODEPROGRAM", true).arti, ARTI_KODE | ARTI_SIMPUL);
	assert_true(kenal_kata("KOEFSISIENVOLUME", true).arti & ARTI_VOLUME);
	assert_false(kenal_kata("ANGGARANKEUANGAN", true).persis);
	assert_true(kenal_kata("s/d bulan ini", false).arti & ARTI_SD);
	assert_true(kenal_kata("(%)", false).arti & ARTI_PERSEN);
	/* both ends and the middle of the sorted table */
	assert_true(kenal_kata("Achievement", false).arti & ARTI_CAPAIAN);
	assert_true(kenal_kata("yang", false).arti & ARTI_NETRAL);
	assert_true(kenal_kata("NOMOR", false).arti & ARTI_NOMOR);
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(real_report_head_and_foot),
		TEST(real_report_table),
		TEST(real_report_rows),
		TEST(real_report_with_columns_in_any_order),
		TEST(real_report_keeps_what_cannot_be_paired),
		TEST(base_fixture_is_read_whole),
		TEST(every_layout_says_the_same),
		TEST(positions_follow_moved_columns),
		TEST(dirty_codes_are_kept_as_written),
		TEST(levels_without_codes_come_from_numbers_and_words),
		TEST(orphans_stay_beside_what_fits),
		TEST(a_slip_in_one_code_does_not_break_the_tree),
		TEST(narrative_below_its_label_and_no_total),
		TEST(narrative_in_columns_nine_and_ten),
		TEST(odd_cells_are_reported_where_they_stand),
		TEST(missing_columns_are_reported_once),
		TEST(ambiguous_numbers_are_noted_once),
		TEST(refuses_what_is_no_report),
		TEST(an_empty_table_is_still_a_report),
		TEST(texts_and_units_are_paired),
		TEST(what_does_not_pair_is_kept_whole),
		TEST(units_of_the_document_are_learnt),
		TEST(one_volume_is_never_split),
		TEST(total_does_not_swallow_a_node),
		TEST(a_subtotal_does_not_end_the_table),
		TEST(names_keep_their_own_digits),
		TEST(numbers_in_the_code_column_are_numbers),
		TEST(codes_are_found_under_an_unreadable_heading),
		TEST(volume_and_unit_in_one_cell),
		TEST(formula_guards_of_our_csv_are_taken_off),
		TEST(spreadsheet_numbers_are_exact),
		TEST(column_numbers_turned_negative_are_no_data),
		TEST(lines_in_a_cell_part_indicators),
		TEST(the_best_sheet_is_read_and_others_are_named),
		TEST(code_parts_that_lost_their_zeros_are_padded),
		TEST(the_signature_may_stand_anywhere),
		TEST(a_sheet_without_nodes_gives_way),
		TEST(a_title_block_in_one_cell),
		TEST(cumulative_columns_are_preferred),
		TEST(two_signatures_without_total),
		TEST(headings_are_known_by_their_words),
	};
	return cmocka_run_group_tests_name("recognise", tests, NULL, NULL);
}
