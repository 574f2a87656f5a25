#include "app/rencana_tambah.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static Err change(BukuUji *b, const char *user, const UbahRencana *ubah, size_t n, size_t *kept, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, "2023-05-02T09:00", NULL);
	*info = (ErrInfo){0};
	Err err = rencana_draf_ubah(k, OPD_A, 2023, ubah, n, kept, info);
	konteks_close(k);
	return err;
}

static void changes_gather_in_a_draft(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info;
	const UbahRencana first[] = {{SUB_C, 0, "pagu", "2.500.000,00"}, {SUB_C, 0, "nama", "Sub Kegiatan Pembinaan"}, {SUB_C, 1, "target", "5"}, {SUB_A, 1, "arah", "turun-b"}};
	assert_int_equal(change(b, "sri", first, 4, &kept, &info), ERR_OK);
	assert_int_equal(kept, 3); /* the name says what stands there */
	const UbahRencana second[] = {{SUB_A, 0, "tambah", "Jumlah rapat"}, {SUB_B, 0, "hapus", "ya"}};
	assert_int_equal(change(b, "sri", second, 2, &kept, &info), ERR_OK);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-02T10:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 5);
	assert_int_equal(rencana_find(d.rencana, SUB_B), RENCANA_NONE);
	const SimpulRencana *a = &d.rencana->simpul[rencana_find(d.rencana, SUB_A)], *c = &d.rencana->simpul[rencana_find(d.rencana, SUB_C)];
	assert_int_equal(c->pagu.nilai.sen, 250000000);
	assert_int_equal(desimal_cmp(d.rencana->indikator[c->indikator_awal].target.nilai, (Desimal){5, 0}), 0);
	assert_int_equal(a->n_indikator, 3);
	assert_string_equal(d.rencana->indikator[a->indikator_awal].arah, "turun-b");
	assert_string_equal(d.rencana->indikator[a->indikator_awal + 2].nama, "Jumlah rapat");
	konteks_close(k);
	/* nobody else sees it */
	k = buku_uji_open(b, STORE_BACA, "made", "2023-05-02T10:00", NULL);
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

static void what_is_not_understood_is_refused_whole(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info;
	const UbahRencana bad[][2] = {{{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 0, "pagu", "banyak"}},   {{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 1, "arah", "miring"}},
	                              {{SUB_C, 0, "pagu", "1.000"}, {"9.99", 0, "nama", "x"}},       {{SUB_C, 0, "pagu", "1.000"}, {"2.17.02", 0, "pagu", "5"}},
	                              {{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 0, "pagu", "1.000,005"}}};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(change(b, "sri", bad[i], 2, &kept, &info), ERR_USAGE);
	assert_int_equal(change(b, "kadis", bad[0], 1, &kept, &info), ERR_DENIED);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-02T10:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

static void stored_as_the_next_version(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info = {0};
	HasilRencana *hasil;
	const UbahRencana changes[] = {{SUB_A, 0, "pagu", "1.500.000"}, {SUB_B, 0, "pagu", "2.500.000"}, {SUB_A, 1, "nama", "Jumlah dokumen perencanaan yang selesai"},
	                               {SUB_A, 1, "satuan", "Berkas"}, {SUB_A, 0, "tambah", "Jumlah rapat"}};
	assert_int_equal(change(b, "sri", changes, 5, &kept, &info), ERR_OK);
	const PermintaanRencana request = {.opd = OPD_A, .tahun = 2023, .jenis = "pergeseran", .nomor = "P/1", .berlaku = "2023-05-02"};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T11:00", NULL);
	if (rencana_draf_simpan(&hasil, k, &request, true, &info))
		fail_msg("%s", info.message);
	assert_int_equal(hasil->n_galat, 0);
	assert_true(hasil->tersimpan);
	assert_int_equal(hasil->versi.versi, 2);
	assert_int_equal(hasil->banding->selisih.sen, 0);
	/* an indicator with another name and unit is still the same one, so that what was realised stays with it; the new one gets the next number */
	const SimpulRencana *a = &hasil->rencana->simpul[rencana_find(hasil->rencana, SUB_A)];
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal].nomor, 1);
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal + 1].nomor, 2);
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal + 2].nomor, 3);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-03T11:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.dasar->versi, 2);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

/* ---- rows that are added ---- */

static Konteks *writer(BukuUji *b)
{
	return buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T09:00", NULL);
}

static void a_row_is_proposed_after_the_last_of_its_parent(void **state)
{
	static const struct { const char *induk, *kode, *nomor; } rows[] = {
		{"", "2.17.03", "3"}, {"2.17.01", "2.17.01.2.02", "1.2"}, {"2.17.01.2.01", "2.17.01.2.01.03", "1.1.3"}, {"2.17.02.2.01", "2.17.02.2.01.02", "2.1.2"}};
	Konteks *k = writer(*state);
	BarisBaru baru;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, rows[i].induk, NULL), ERR_OK);
		assert_string_equal(baru.isi[BARU_KODE], rows[i].kode);
		assert_string_equal(baru.isi[BARU_NOMOR], rows[i].nomor);
		assert_null(baru.edisi);
	}
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, SUB_A, NULL), ERR_ABSENT);
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, "2.17.09", NULL), ERR_ABSENT);
	konteks_close(k);
	k = buku_uji_open(*state, STORE_TULIS, "kadis", "2023-05-02T09:00", NULL);
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, "", NULL), ERR_DENIED);
	konteks_close(k);
}

static void add(Konteks *k, const char *induk, const char *const isi[BARU_N])
{
	BarisBaru baru;
	ErrInfo info = {0};
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, induk, NULL), ERR_OK);
	for (int i = 0; i < BARU_N; i++)
		if (isi[i])
			baru.isi[i] = isi[i];
	if (rencana_baru_simpan(&baru, k, &info))
		fail_msg("%s", info.message);
}

static void added_rows_are_stored_in_their_place(void **state)
{
	BukuUji *b = *state;
	Konteks *k = writer(b);
	const char *const kegiatan[BARU_N] = {[BARU_NAMA] = "Kegiatan Administrasi"},
	                  *const sub[BARU_N] = {[BARU_NAMA] = "Sub Kegiatan  Rapat", [BARU_PAGU] = "1.250.000,50", [BARU_INDIKATOR] = "Jumlah rapat", [BARU_TARGET] = "12", [BARU_SATUAN] = "Rapat", [BARU_ARAH] = "naik"};
	add(k, "2.17.01", kegiatan);
	add(k, "2.17.01.2.02", sub);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	const Rencana *r = d.rencana;
	uint32_t at = rencana_find(r, "2.17.01.2.02.01");
	assert_int_not_equal(at, RENCANA_NONE);
	assert_string_equal(r->simpul[at - 1].kode, "2.17.01.2.02");
	assert_string_equal(r->simpul[at - 2].kode, SUB_B);
	assert_string_equal(r->simpul[at + 1].kode, "2.17.02");
	assert_string_equal(r->simpul[at].nama, "Sub Kegiatan Rapat");
	assert_string_equal(r->simpul[at].nomor, "1.2.1");
	assert_int_equal(r->simpul[at].pagu.nilai.sen, 125000050);
	assert_string_equal(r->indikator[r->simpul[at].indikator_awal].nama, "Jumlah rapat");
	/* the indicators behind it are still those of their own rows */
	assert_int_equal(r->simpul[rencana_find(r, SUB_C)].n_indikator, 1);
	assert_string_equal(r->indikator[r->simpul[rencana_find(r, SUB_C)].indikator_awal].satuan, "Koperasi");
	const PermintaanRencana request = {.opd = OPD_A, .tahun = 2023, .jenis = "perubahan", .nomor = "P/1", .berlaku = "2023-05-02"};
	HasilRencana *hasil;
	ErrInfo info = {0};
	if (rencana_draf_simpan(&hasil, k, &request, true, &info))
		fail_msg("%s", info.message);
	assert_int_equal(hasil->n_galat, 0);
	assert_true(hasil->tersimpan);
	assert_int_equal(hasil->banding->n_tambah, 2);
	assert_int_equal(hasil->banding->selisih.sen, 125000050);
	Rencana *stored;
	assert_int_equal(rencana_load(&stored, k, OPD_A, 2023, 2, NULL), ERR_OK);
	const IndikatorRencana *first = &stored->indikator[stored->simpul[rencana_find(stored, "2.17.01.2.02.01")].indikator_awal];
	assert_int_equal(first->nomor, 1);
	assert_string_equal(first->arah, "naik");
	assert_int_equal(desimal_cmp(first->target.nilai, (Desimal){12, 0}), 0);
	konteks_close(k);
}

static void a_row_between_two_others_stands_between_them(void **state)
{
	BukuUji *b = *state;
	Konteks *k = writer(b);
	const char *const last[BARU_N] = {[BARU_KODE] = "2.17.05", [BARU_NAMA] = "Program Lima"}, *const between[BARU_N] = {[BARU_KODE] = "2.17.3", [BARU_NAMA] = "Program Tiga"};
	add(k, "", last);
	add(k, "", between);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_string_equal(d.rencana->simpul[d.rencana->n_simpul - 1].kode, "2.17.05");
	assert_string_equal(d.rencana->simpul[d.rencana->n_simpul - 2].kode, "2.17.03");
	assert_string_equal(d.rencana->simpul[d.rencana->n_simpul - 3].kode, SUB_C);
	konteks_close(k);
}

static void what_is_wrong_is_said_at_its_field(void **state)
{
	static const struct { const char *induk; MedanBaru medan; const char *isi; } rows[] = {
		{"2.17.01.2.01", BARU_KODE, "2.17.01.2.01"},      /* a kegiatan */
		{"2.17.01.2.01", BARU_KODE, "baru"},
		{"2.17.01.2.01", BARU_KODE, ""},
		{"2.17.01.2.01", BARU_KODE, "2.17.02.2.01.05"},   /* of another parent */
		{"2.17.01.2.01", BARU_KODE, SUB_A},               /* there already */
		{"2.17.01.2.01", BARU_KODE, "2.17.01.2.01.0002"}, /* there already, with two digits */
		{"", BARU_KODE, "2.17.01"},
		{"2.17.01.2.01", BARU_NAMA, " "},
		{"2.17.01.2.01", BARU_PAGU, "banyak"},
		{"2.17.01.2.01", BARU_PAGU, "-5"},
		{"2.17.01.2.01", BARU_PAGU, "1,005"},
		{"2.17.01", BARU_PAGU, "5"},                      /* money of a kegiatan */
		{"2.17.01.2.01", BARU_INDIKATOR, ""},             /* its target has no name */
		{"2.17.01.2.01", BARU_TARGET, "-1"},
		{"2.17.01.2.01", BARU_ARAH, "miring"},
	};
	BukuUji *b = *state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		Konteks *k = writer(b);
		BarisBaru baru;
		ErrInfo info = {0};
		assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, rows[i].induk, NULL), ERR_OK);
		baru.isi[BARU_NAMA] = "Baris";
		baru.isi[BARU_INDIKATOR] = "Jumlah";
		baru.isi[BARU_TARGET] = "3";
		baru.isi[rows[i].medan] = rows[i].isi;
		if (rencana_baru_simpan(&baru, k, &info) != ERR_USAGE)
			fail_msg("row %zu is taken", i);
		for (int f = 0; f < BARU_N; f++)
			if ((baru.tolak[f] != NULL) != (f == (int)rows[i].medan))
				fail_msg("row %zu, field %d: %s", i, f, baru.tolak[f] ? baru.tolak[f] : "nothing said");
		DrafRencana d;
		assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
		assert_int_equal(d.n_ubah, 0);
		konteks_close(k);
	}
}

static void all_that_is_wrong_is_said_at_once(void **state)
{
	Konteks *k = writer(*state);
	BarisBaru baru;
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, "2.17.01.2.01", NULL), ERR_OK);
	baru.isi[BARU_PAGU] = "banyak";
	baru.isi[BARU_TARGET] = "-1";
	assert_int_equal(rencana_baru_simpan(&baru, k, NULL), ERR_USAGE);
	assert_non_null(baru.tolak[BARU_NAMA]);
	assert_non_null(baru.tolak[BARU_PAGU]);
	assert_non_null(baru.tolak[BARU_INDIKATOR]);
	assert_non_null(baru.tolak[BARU_TARGET]);
	assert_string_equal(baru.isi[BARU_PAGU], "banyak");
	konteks_close(k);
}

static const char EDITION[] = "JENIS PEMDA;BIDANG;PROGRAM;KEGIATAN;SUBKEGIATAN;KINERJA;INDIKATOR;SATUAN;SUBKEGIATAN SEBELUMNYA\n"
	"KABKOT;X.XX URUSAN;X.XX.01 PROGRAM PENUNJANG;X.XX.01.2.01 Perencanaan;X.XX.01.2.01.0001 Penyusunan Dokumen;;Jumlah Dokumen;Dokumen;\n"
	"KABKOT;X.XX URUSAN;X.XX.01 PROGRAM PENUNJANG;X.XX.01.2.01 Perencanaan;X.XX.01.2.01.0007 Evaluasi Kinerja;;Jumlah Laporan Evaluasi;Laporan;\n"
	"KABKOT;2.17 URUSAN KOPERASI;2.17.02 PROGRAM KOPERASI;2.17.02.2.01 Pembinaan;2.17.02.2.01.0001 Pembinaan;;Jumlah;Unit;\n"
	"KABKOT;2.17 URUSAN KOPERASI;2.17.04 PROGRAM UMKM;2.17.04.2.01 Usaha;2.17.04.2.01.0001 Usaha Mikro;;Jumlah;Unit;\n";

static void the_nomenclature_fills_what_is_blank(void **state)
{
	BukuUji *b = *state;
	const char *path = buku_uji_path(b, "daftar.csv");
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(EDITION, file);
	assert_int_equal(fclose(file), 0);
	Konteks *k = buku_uji_open(b, STORE_TULIS, "made", "2023-05-01T08:00", NULL);
	ImporNomenklatur edition;
	ErrInfo info = {0};
	if (nomenklatur_import(&edition, k, path, "2023", true, (Kemajuan){NULL, NULL}, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	k = writer(b);
	BarisBaru baru;
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, "2.17.01.2.01", NULL), ERR_OK);
	assert_string_equal(baru.edisi, "2023");
	assert_int_equal(baru.n_pilihan, 1); /* 0001 is in the plan already */
	assert_string_equal(baru.pilihan[0].kode, "2.17.01.2.01.07");
	baru.isi[BARU_KODE] = "2.17.01.2.01.07";
	baru.isi[BARU_INDIKATOR] = "Jumlah rapat evaluasi";
	assert_true(rencana_baru_isi(&baru, k, false));
	assert_string_equal(baru.isi[BARU_NAMA], "Evaluasi Kinerja");
	assert_string_equal(baru.isi[BARU_INDIKATOR], "Jumlah rapat evaluasi");
	assert_string_equal(baru.isi[BARU_SATUAN], "Laporan");
	assert_true(rencana_baru_isi(&baru, k, true));
	assert_string_equal(baru.isi[BARU_INDIKATOR], "Jumlah Laporan Evaluasi");
	baru.isi[BARU_KODE] = "2.17.01.2.01.99";
	assert_false(rencana_baru_isi(&baru, k, true));
	assert_string_equal(baru.isi[BARU_NAMA], "Evaluasi Kinerja");
	assert_int_equal(rencana_baru(&baru, k, OPD_A, 2023, "", NULL), ERR_OK);
	assert_int_equal(baru.n_pilihan, 1); /* X.XX.01 is 2.17.01, which is there, as is 2.17.02 */
	assert_string_equal(baru.pilihan[0].nama, "PROGRAM UMKM");
	konteks_close(k);
}

static void added_indicators_never_share_a_number(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info;
	/* two of the ledger; one added (-3); one of the ledger dropped; another added */
	const UbahRencana changes[] = {{SUB_A, 0, "tambah", "Jumlah rapat"}, {SUB_A, 1, "hapus", "ya"}, {SUB_A, 0, "tambah", "Jumlah laporan"}};
	assert_int_equal(change(b, "sri", changes, 3, &kept, &info), ERR_OK);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-02T10:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	const SimpulRencana *a = &d.rencana->simpul[rencana_find(d.rencana, SUB_A)];
	const IndikatorRencana *ind = d.rencana->indikator + a->indikator_awal;
	assert_int_equal(a->n_indikator, 3);
	assert_true(ind[1].nomor < 0 && ind[2].nomor < 0 && ind[1].nomor != ind[2].nomor);
	konteks_close(k);
}

static void files_are_left_for_their_owner_for_a_day(void **state)
{
	BukuUji *b = *state;
	int64_t id;
	Tangguh t;
	const char *path;
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T09:00", NULL);
	assert_int_equal(tangguh_simpan(k, "uji", "", "../../etc/laporan.csv", "a,b", 3, &id, NULL), ERR_OK);
	assert_int_equal(tangguh_simpan(k, "uji", "", "x", "", 0, &id, NULL), ERR_USAGE);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_OK);
	assert_string_equal(t.nama, "laporan.csv");
	assert_int_equal(tangguh_berkas(k, &t, &path, NULL), ERR_OK);
	assert_null(strstr(path, ".."));
	assert_string_equal(tangguh_teks(b->arena, &t, str_format(b->arena, "%s:3: rusak", path)), "laporan.csv:3: rusak");
	assert_int_equal(tangguh_ambil(k, id, "lain", &t, NULL), ERR_ABSENT);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "made", "2023-05-02T10:00", NULL);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_ABSENT);
	konteks_close(k);
	/* a day later by the clock of the machine, which the training ledger does not move */
	BarisPekerjaan row;
	bool found;
	k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-03T10:00", NULL);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_OK);
	assert_int_equal(store_get_pekerjaan(k->store, k->arena, k->pemda.pemda, id, &row, &found, NULL), ERR_OK);
	row.kedaluwarsa -= TANGGUH_UMUR;
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_put_pekerjaan(k->store, row, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_ABSENT);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(changes_gather_in_a_draft, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_not_understood_is_refused_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(stored_as_the_next_version, setup, teardown),
		cmocka_unit_test_setup_teardown(a_row_is_proposed_after_the_last_of_its_parent, setup, teardown),
		cmocka_unit_test_setup_teardown(added_rows_are_stored_in_their_place, setup, teardown),
		cmocka_unit_test_setup_teardown(a_row_between_two_others_stands_between_them, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_wrong_is_said_at_its_field, setup, teardown),
		cmocka_unit_test_setup_teardown(all_that_is_wrong_is_said_at_once, setup, teardown),
		cmocka_unit_test_setup_teardown(the_nomenclature_fills_what_is_blank, setup, teardown),
		cmocka_unit_test_setup_teardown(added_indicators_never_share_a_number, setup, teardown),
		cmocka_unit_test_setup_teardown(files_are_left_for_their_owner_for_a_day, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
