#include "app/impor.h"
#include "app/isian_lembar.h"
#include "app/siklus.h"
#include "document/reader.h"
#include "rencana_uji.h"
#include "report/isian_xlsx.h"
#include "report/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* rencana_uji.h says what the plan is; Dinas Koperasi is OPD_A. */

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	*state = b;
	return 0;
}

static int setup_without_plan(void **state)
{
	*state = buku_uji_new();
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const char *file(BukuUji *b, const char *name, const char *text)
{
	const char *path = buku_uji_path(b, name);
	assert_int_equal(output_write(path, text, strlen(text), false, BAHASA_EN, b->arena, NULL), ERR_OK);
	return path;
}

static int64_t entries(BukuUji *b)
{
	int64_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(store_entry_at(k->store, b->arena, "99.01", STORE_KINI, &n, NULL), ERR_OK);
	konteks_close(k);
	return n;
}

static Err run(BukuUji *b, const char *user, const char *path, int bulan, const char *alasan, bool apply, HasilImpor **h, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, apply ? STORE_TULIS : STORE_BACA, user, apply ? "2023-12-01T08:00" : NULL, NULL);
	*info = (ErrInfo){0};
	const PermintaanImpor request = {.berkas = path, .opd = bulan ? "2.17" : NULL, .tahun = bulan ? 2023 : 0, .bulan = bulan, .alasan = alasan, .terapkan = apply};
	Err err = impor_run(h, k, &request, info);
	konteks_close(k);
	return err;
}

static HasilImpor *dry(BukuUji *b, const char *path, int bulan)
{
	HasilImpor *h;
	ErrInfo info;
	int64_t before = entries(b);
	if (run(b, "sri", path, bulan, "", false, &h, &info))
		fail_msg("%s", info.message);
	assert_int_equal(entries(b), before);
	return h;
}

static HasilImpor *apply(BukuUji *b, const char *path, int bulan, const char *alasan)
{
	HasilImpor *h;
	ErrInfo info;
	if (run(b, "sri", path, bulan, alasan, true, &h, &info))
		fail_msg("%s", info.message);
	return h;
}

/* Applying is refused with a sentence that holds `part`; nothing is written. */
static void refused(BukuUji *b, const char *user, const char *path, int bulan, const char *part)
{
	HasilImpor *h;
	ErrInfo info;
	int64_t before = entries(b);
	assert_true(err_refused(run(b, user, path, bulan, "", true, &h, &info)));
	if (!strstr(info.message, part))
		fail_msg("'%s' is not in: %s", part, info.message);
	assert_int_equal(entries(b), before);
}

static const GarisImpor *line(const HasilImpor *h, JenisIsian jenis, const char *kode, int64_t indikator)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->garis[i].jenis == jenis && h->garis[i].indikator == indikator && str_equal(h->garis[i].kode, kode))
			return &h->garis[i];
	fail_msg("no line %s %s %d", isian_jenis_name(jenis), kode, (int)indikator);
	return NULL;
}

static void save(BukuUji *b, int bulan, const char *kode, int indikator, const char *nilai, const char *pada)
{
	IsianHasil hasil;
	ErrInfo info = {0};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	const Isian isian = {.opd = "2.17", .tahun = 2023, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	                     .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static Bulan *month(BukuUji *b, int bulan)
{
	Bulan *m;
	ErrInfo info = {0};
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	if (bulan_load(&m, k, OPD_A, 2023, bulan, 0, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return m;
}

static int64_t money(const Bulan *m, const char *kode)
{
	return m->snapshot.simpul[snapshot_lookup(&m->snapshot, kode)].realisasi.nilai.sen;
}

/* ---- reports ---- */

#define KEPALA                                                                                                                                                          \
	"LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH\n\nKODE BIDANG URUSAN : 2.17 Urusan Koperasi\nUNIT ORGANISASI : Dinas Koperasi\n"                \
	"LAPORAN CAPAIAN BULAN : JUNI\nRKA/DPA TAHUN ANGGARAN : 2023\nKONDISI TERAKHIR : 30 Juni 2023\n\n"                                                                \
	"KODE PROGRAM, KEGIATAN & SUB KEGIATAN\tNAMA PROGRAM, KEGIATAN & SUB KEGIATAN\tINDIKATOR/TOLAK UKUR KINERJA\tTARGET KINERJA\t\tREALISASI KINERJA\t\tSATUAN\t"    \
	"CAPAIAN KINERJA (%)\t\tRATA-RATA CAPAIAN KINERJA (%)\n\t\t\tANGGARAN (Rp)\tKOEFISIEN/VOLUME\tANGGARAN (Rp)\tKOEFISIEN/VOLUME\t\tANGGARAN/KEUANGAN\t"           \
	"OUTCOME/OUTPUT\t\n"
#define PROGRAM_1 "2.17.01\t1 Program Penunjang Urusan\tPersentase layanan yang berjalan\t4.000.000,00\t100,00\t1.500.000,25\t60,00\t%\t37,50\t60,00\t48,75\n"
#define KEGIATAN_1 "2.17.01.2.01\t1.1 Kegiatan Perencanaan\tPersentase dokumen yang tersusun\t4.000.000,00\t100,00\t1.500.000,25\t60,00\t%\t37,50\t60,00\t48,75\n"
#define BARIS_A "2.17.01.2.01.0001\t1.1.1 Sub Kegiatan Penyusunan Dokumen\tJumlah dokumen\t1.000.000,00\t10,00\t500.000,25\t6,00\tDokumen\t50,00\t60,00\t55,00\n"
#define BARIS_A2 "\t\tJumlah peserta\t\t200,00\t\t120,00\tOrang\t\t60,00\t\n"
#define BARIS_B "2.17.01.2.01.02\t1.1.2 Sub Kegiatan Evaluasi Layanan\tKepuasan pemohon\t3.000.000,00\t80,00\t1.000.000,00\t75,00\t%\t33,33\t93,75\t63,54\n"
#define PROGRAM_2 "2.17.02\t2 Program Koperasi\tPersentase koperasi yang sehat\t2.000.000,00\t100,00\t700.000,00\t50,00\t%\t35,00\t50,00\t42,50\n"
#define KEGIATAN_2 "2.17.02.2.01\t2.1 Kegiatan Pembinaan Koperasi\tPersentase koperasi yang dibina\t2.000.000,00\t100,00\t700.000,00\t50,00\t%\t35,00\t50,00\t42,50\n"
#define BARIS_C "2.17.02.2.01.01\t2.1.1 Sub Kegiatan Pembinaan\tJumlah koperasi yang dibina\t2.000.000,00\t4,00\t700.000,00\t2,00\tKoperasi\t35,00\t50,00\t42,50\n"
#define JUMLAH(uang) "JUMLAH TOTAL\t\t\t6.000.000,00\t100,00\t" uang "\t55,00\t%\t36,67\t55,00\t45,83\n"
#define KAKI "PERMASALAHAN ATAU FAKTOR PENGHAMBAT KEBERHASILAN PENCAPAIAN KINERJA :\tLelang terlambat\nUPAYA TINDAK LANJUT YANG TELAH DILAKUKAN PERANGKAT DAERAH :\t\n"
#define UTUH KEPALA PROGRAM_1 KEGIATAN_1 BARIS_A BARIS_A2 BARIS_B PROGRAM_2 KEGIATAN_2 BARIS_C JUMLAH("2.200.000,25") KAKI

static void a_report_becomes_the_facts_of_its_month(void **state)
{
	BukuUji *b = *state;
	const char *path = file(b, "juni.tsv", UTUH);
	HasilImpor *h = dry(b, path, 0);
	assert_string_equal(h->opd.opd, OPD_A);
	assert_int_equal(h->tahun, 2023);
	assert_int_equal(h->bulan, 6);
	assert_int_equal(h->n_halangan, 0);
	assert_int_equal(h->jumlah[GARIS_TAMBAH], 3 + 4 + 1); /* money of A, B, C; volumes A1, A2, B1, C1; permasalahan */
	assert_int_equal(h->n_gema, 4);
	assert_int_equal(h->semua.berkas.sen, 220000025);
	assert_int_equal(h->semua.cocok.sen, 220000025);
	assert_int_equal(h->semua.tertulis.nilai.sen, 220000025);
	assert_int_equal(h->n_program, 2);
	assert_int_equal(h->program[0].berkas.sen, 150000025);
	assert_int_equal(h->program[1].berkas.sen, 70000000);

	h = apply(b, path, 0, "");
	assert_true(h->tersimpan);
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_A), 50000025); /* written with four digits, known with two */
	assert_int_equal(money(m, SUB_B), 100000000);
	assert_int_equal(money(m, SUB_C), 70000000);
	assert_string_equal(m->snapshot.narasi.permasalahan, "Lelang terlambat");
	const BarisFakta *fact = m->uang[snapshot_lookup(&m->snapshot, SUB_A)];
	assert_string_equal(fact->asal, str_format(b->arena, "%s:%u", h->hash, line(h, ISIAN_UANG, SUB_A, 0)->baris));

	int64_t before = entries(b);
	h = apply(b, path, 0, "");
	assert_true(h->kosong);
	assert_false(h->tersimpan);
	assert_int_not_equal(h->terdahulu, 0);
	assert_int_equal(h->jumlah[GARIS_SAMA], 8);
	assert_int_equal(entries(b), before);
}

static void months_that_are_added_up_take_their_own_part(void **state)
{
	BukuUji *b = *state;
	save(b, 3, SUB_A, 2, "50", "2023-04-01T08:00");
	HasilImpor *h = apply(b, file(b, "juni.tsv", UTUH), 0, "");
	const GarisImpor *g = line(h, ISIAN_VOLUME, SUB_A, 2);
	assert_int_equal(g->baru.angka.m, 70); /* 120 reported so far, 50 of them in March */
	Bulan *m = month(b, 6);
	const Simpul *node = &m->snapshot.simpul[snapshot_lookup(&m->snapshot, SUB_A)];
	assert_int_equal(desimal_cmp(m->snapshot.indikator[node->indikator_awal + 1].realisasi.nilai, (Desimal){120, 0}), 0);
}

static void what_the_ledger_alone_holds_stays(void **state)
{
	BukuUji *b = *state;
	save(b, 6, SUB_C, 0, "1", "2023-07-01T08:00");
	save(b, 6, SUB_A, 0, "400000", "2023-07-01T08:01");
	HasilImpor *h = apply(b, file(b, "x.tsv", KEPALA PROGRAM_1 KEGIATAN_1 BARIS_A BARIS_A2 BARIS_B JUMLAH("1.500.000,25") KAKI), 0, "");
	assert_int_equal(line(h, ISIAN_UANG, SUB_C, 0)->status, GARIS_SISA);
	const GarisImpor *g = line(h, ISIAN_UANG, SUB_A, 0);
	assert_int_equal(g->status, GARIS_UBAH);
	assert_int_equal(g->lama.angka.m, 40000000);
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_C), 100);
	assert_int_equal(m->uang[snapshot_lookup(&m->snapshot, SUB_A)]->ganti, g->sebelum->id);
}

#define BARIS_ASING "2.17.02.2.01.07\t2.1.2 Sub Kegiatan Pembinaan Baru\tJumlah\t1.000,00\t4,00\t300,00\t2,00\tUnit\t30,00\t50,00\t40,00\n"

static void what_matches_nothing_stops_it_until_it_is_explained(void **state)
{
	BukuUji *b = *state;
	const char *path = file(b, "x.tsv", KEPALA PROGRAM_1 KEGIATAN_1 BARIS_A BARIS_A2 BARIS_B PROGRAM_2 KEGIATAN_2 BARIS_C BARIS_ASING JUMLAH("2.200.300,25") KAKI);
	HasilImpor *h = dry(b, path, 0);
	const GarisImpor *g = line(h, ISIAN_UANG, "2.17.02.2.01.07", 0);
	assert_int_equal(g->status, GARIS_TAK_COCOK);
	assert_true(g->n_calon > 0);
	assert_true(str_starts(g->calon[0], SUB_C));
	assert_int_equal(h->semua.cocok.sen, 220000025);
	assert_int_equal(h->semua.tak_cocok.sen, 30000);
	assert_int_equal(h->program[1].tak_cocok.sen, 30000);
	refused(b, "sri", path, 0, "match no cell");
	h = apply(b, path, 0, "sub kegiatan baru, menunggu pergeseran");
	assert_true(h->tersimpan);
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	BarisImpor row;
	bool found;
	assert_int_equal(store_find_impor(k->store, b->arena, "99.01", h->hash, &row, &found, NULL), ERR_OK);
	assert_true(found);
	assert_non_null(strstr(row.ringkasan, "menunggu pergeseran"));
	assert_non_null(strstr(row.ringkasan, "\"tak_cocok\":\"300.00\""));
	konteks_close(k);
}

static void the_printed_total_has_to_be_the_sum(void **state)
{
	BukuUji *b = *state;
	const char *path = file(b, "x.tsv", KEPALA PROGRAM_1 KEGIATAN_1 BARIS_A BARIS_A2 BARIS_B JUMLAH("1.500.001,00") KAKI);
	assert_int_equal(dry(b, path, 0)->n_halangan, 1);
	refused(b, "sri", path, 0, "a difference of 0,75");
}

static void a_cell_given_twice_or_unreadable_is_never_dropped(void **state)
{
	BukuUji *b = *state;
	HasilImpor *h = dry(b, file(b, "x.tsv", KEPALA PROGRAM_1 KEGIATAN_1 BARIS_A BARIS_A2 BARIS_A PROGRAM_2 KEGIATAN_2
	                                         "2.17.02.2.01.01\t2.1.1 Sub Kegiatan Pembinaan\tJumlah koperasi yang dibina\t2.000.000,00\t4,00\t7oo.000,00\t2,00\tKoperasi\t\t50,00\t\n" KAKI), 0);
	unsigned twice = 0, unreadable = 0;
	for (size_t i = 0; i < h->n; i++) {
		twice += h->garis[i].status == GARIS_TAK_COCOK && h->garis[i].jenis == ISIAN_UANG && strstr(h->garis[i].sebab, "twice");
		unreadable += h->garis[i].status == GARIS_TAK_COCOK && strstr(h->garis[i].sebab, "7oo.000,00");
	}
	assert_int_equal(twice, 1);
	assert_int_equal(unreadable, 1);
	assert_int_equal(h->semua.berkas.sen, 2 * 50000025);
	assert_int_equal(h->semua.tak_cocok.sen, 50000025);
}

static void a_fall_needs_a_reason_that_is_kept_with_the_fact(void **state)
{
	BukuUji *b = *state;
	save(b, 5, SUB_B, 0, "1500000", "2023-06-01T08:00");
	const char *path = file(b, "juni.tsv", UTUH);
	HasilImpor *h = dry(b, path, 0);
	assert_true(line(h, ISIAN_UANG, SUB_B, 0)->turun);
	assert_int_equal(h->n_turun, 1);
	refused(b, "sri", path, 0, "fall below");
	apply(b, path, 0, "pengembalian belanja");
	Bulan *m = month(b, 6);
	assert_string_equal(m->uang[snapshot_lookup(&m->snapshot, SUB_B)]->alasan, "pengembalian belanja");
	assert_string_equal(m->uang[snapshot_lookup(&m->snapshot, SUB_A)]->alasan, "");
}

static void a_file_of_another_month_agency_or_user_is_refused(void **state)
{
	BukuUji *b = *state;
	HasilImpor *h;
	ErrInfo info;
	const char *path = file(b, "juni.tsv", UTUH);
	refused(b, "sri", path, 7, "is of June 2023, not of July 2023");
	refused(b, "dewi", path, 0, "");
	refused(b, NULL, path, 0, "");
	Konteks *k = buku_uji_open(b, STORE_BACA, "admin", NULL, NULL);
	const PermintaanImpor other = {.berkas = path, .opd = OPD_B, .alasan = ""};
	assert_int_equal(impor_run(&h, k, &other, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "Dinas Koperasi"));
	konteks_close(k);
}

static void a_closed_month_takes_nothing(void **state)
{
	BukuUji *b = *state;
	save(b, 6, SUB_A, 0, "1", "2023-07-01T08:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2023-07-02T08:00", NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	const BarisKeadaan step = {.opd = OPD_A, .tahun = 2023, .bulan = 6, .revisi = 1, .keadaan = "diajukan", .aksi = "ajukan", .alasan = "", .rencana = 1, .kondisi = "", .tanggal = ""};
	assert_int_equal(store_add_keadaan(k->store, step, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	refused(b, "sri", file(b, "juni.tsv", UTUH), 0, "takes no entries");
}

static void without_a_plan_the_report_brings_its_own(void **state)
{
	BukuUji *b = *state;
	const char *path = file(b, "juni.tsv", UTUH);
	HasilImpor *h = dry(b, path, 0);
	assert_non_null(h->rencana);
	assert_int_equal(h->jumlah[GARIS_TAMBAH], 8);
	h = apply(b, path, 0, "");
	assert_true(h->tersimpan);
	assert_true(h->rencana->tersimpan);
	Bulan *m = month(b, 6);
	assert_int_equal(m->rencana.versi, 1);
	assert_int_equal(money(m, SUB_C), 70000000);
	assert_true(dry(b, path, 0)->kosong);
}

/* ---- tables of money ---- */

static void rows_of_one_sub_kegiatan_are_added_up(void **state)
{
	BukuUji *b = *state;
	HasilImpor *h = apply(b, file(b, "sipd.csv", "Realisasi Belanja;;;\nNo;Kode Sub Kegiatan;Nama Sub Kegiatan;Kode Rekening;Nilai Realisasi\n"
	                                             "1;2.17.01.2.01.0001;Penyusunan Dokumen;5.1.02.01;300.000,10\n2;2.17.01.2.01.0001;Penyusunan Dokumen;5.1.02.02;200.000,15\n"
	                                             "3;2.17.02.2.01.0001;Pembinaan;5.1.02.01;Rp700.000,-\nJumlah;;;;1.200.000,25\n"), 6, "");
	assert_string_equal(h->jenis, "realisasi");
	assert_true(h->tersimpan);
	assert_int_equal(h->semua.tertulis.nilai.sen, 120000025);
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_A), 50000025);
	assert_int_equal(money(m, SUB_C), 70000000);
}

static void code_and_name_in_one_cell_with_parents_above(void **state)
{
	BukuUji *b = *state;
	HasilImpor *h = dry(b, file(b, "x.csv", "\"Sub Kegiatan\",\"Realisasi\"\n\"2.17.01 PROGRAM PENUNJANG\",\"500,000.25\"\n"
	                                        "\"2.17.01.2.01.01 Penyusunan Dokumen\",\"500,000.25\"\n\"2.17.02.2.01.01 - Pembinaan\",\"700,000\"\n"), 6);
	assert_int_equal(h->semua.berkas.sen, 120000025);
	assert_int_equal(h->semua.cocok.sen, 120000025);
	assert_int_equal(h->program[0].tertulis.nilai.sen, 50000025);
	assert_int_equal(h->n_halangan, 0);
}

static uint64_t random_next(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 33;
}

/* Whatever a file holds, matched and unmatched make up the file, to the sen, and the ledger then holds what was matched. */
static void control_totals_meet_in_random_files(void **state)
{
	BukuUji *b = *state;
	static const char *const codes[] = {SUB_A, SUB_B, SUB_C, "2.17.01.2.01.09", "3.30.01.2.01.01", "tanpa kode", ""};
	uint64_t seed = 20231231;
	for (int round = 0; round < 40; round++) {
		StrBuf text = {.arena = b->arena};
		int64_t sum[3] = {0}, rest = 0;
		bool there[3] = {false};
		strbuf_add(&text, "Kode Sub Kegiatan;Uraian;Realisasi\n");
		for (int i = 0, n = 1 + (int)(random_next(&seed) % 60); i < n; i++) {
			size_t c = random_next(&seed) % 7;
			int64_t sen = (int64_t)(random_next(&seed) % 1000000000);
			strbuf_addf(&text, "%s;Uraian %d;%s\n", codes[c], i, rupiah_print_id(b->arena, (Rupiah){sen}));
			if (c < 3)
				there[c] = true;
			*(c < 3 ? &sum[c] : &rest) += sen;
		}
		HasilImpor *h = apply(b, file(b, "acak.csv", strbuf_text(&text)), 6, "acak");
		int64_t matched = sum[0] + sum[1] + sum[2], programs = 0;
		assert_int_equal(h->semua.berkas.sen, matched + rest);
		assert_int_equal(h->semua.cocok.sen, matched);
		assert_int_equal(h->semua.tak_cocok.sen, rest);
		for (size_t i = 0; i < h->n_program; i++) {
			assert_int_equal(h->program[i].berkas.sen, h->program[i].cocok.sen + h->program[i].tak_cocok.sen);
			programs += h->program[i].berkas.sen;
		}
		assert_int_equal(programs, matched + rest);
		Bulan *m = month(b, 6);
		for (int c = 0; c < 3; c++)
			if (there[c])
				assert_int_equal(money(m, codes[c]), sum[c]);
	}
}

static void a_long_table_is_cut_between_its_records(void **state)
{
	BukuUji *b = *state;
	StrBuf text = {.arena = b->arena};
	int64_t sum = 0;
	strbuf_add(&text, "Kode Sub Kegiatan,Nama Sub Kegiatan,Nilai Realisasi\n");
	for (int i = 0; i < 30000; i++) {
		strbuf_addf(&text, "%s,\"Belanja, \"\"%d\"\"\ndua baris\",%d.25\n", i % 2 ? SUB_A : SUB_C, i, i);
		sum += i * 100 + 25;
	}
	HasilImpor *h = dry(b, file(b, "panjang.csv", strbuf_text(&text)), 6);
	assert_int_equal(h->semua.berkas.sen, sum);
	assert_int_equal(h->semua.cocok.sen, sum);
	assert_int_equal(line(h, ISIAN_UANG, SUB_C, 0)->baris, 2);
	assert_int_equal(line(h, ISIAN_UANG, SUB_A, 0)->baris, 4);
}

/* ---- the sheet ---- */

/* The sheet of June as the program gives it out, to be filled in by the test. */
static LembarIsian *sheet(BukuUji *b)
{
	Bulan *m = month(b, 6);
	BarisFakta *year;
	size_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(store_list_fakta(k->store, b->arena, "99.01", OPD_A, 2023, 0, STORE_KINI, &year, &n, NULL), ERR_OK);
	LembarIsian *l = ARENA_NEW(b->arena, LembarIsian);
	*l = *isian_lembar(k, m, year, n);
	konteks_close(k);
	return l;
}

static BarisIsian *sheet_row(LembarIsian *l, const char *kode, const char *jenis, int64_t indikator)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->baris[i].indikator == indikator && str_equal(l->baris[i].kode, kode) && str_equal(l->baris[i].jenis, jenis))
			return &l->baris[i];
	fail_msg("no row %s %s", kode, jenis);
	return NULL;
}

static const char *sheet_write(BukuUji *b, const LembarIsian *l)
{
	const unsigned char *bytes;
	size_t n;
	ErrInfo info = {0};
	const char *path = buku_uji_path(b, "isian.xlsx");
	if (isian_xlsx(&bytes, &n, b->arena, l, BAHASA_EN, &info) || output_write(path, bytes, n, false, BAHASA_EN, b->arena, &info))
		fail_msg("%s", info.message);
	return path;
}

static void type(BarisIsian *row, int64_t m, uint8_t skala)
{
	row->ada_nilai = true;
	row->nilai = (Desimal){m, skala};
}

/* 40 + 30 of 200 before June: the percentage of a volume that is added up counts them. */
static void a_sheet_adds_up_what_is_added_up(void **state)
{
	BukuUji *b = *state;
	save(b, 3, SUB_A, 2, "40", "2023-04-01T08:00");
	save(b, 5, SUB_A, 2, "30", "2023-06-01T08:00");
	save(b, 5, SUB_A, 1, "3", "2023-06-01T08:00");
	LembarIsian *l = sheet(b);
	assert_string_equal(desimal_print_plain(b->arena, sheet_row(l, SUB_A, "volume", 2)->dasar, 2), "70.00");
	assert_int_equal(sheet_row(l, SUB_A, "volume", 1)->dasar.m, 0);
	assert_false(sheet_row(l, SUB_A, "volume", 2)->tanpa_capaian);
	type(sheet_row(l, SUB_A, "volume", 2), 10, 0);
	Buku *book;
	assert_int_equal(reader_open(&book, b->arena, sheet_write(b, l), BAHASA_EN, NULL), ERR_OK);
	bool found = false;
	for (uint32_t r = 0; r < book->grid[0].n_baris; r++)
		for (uint32_t c = 0; c < book->grid[0].baris[r].n_sel; c++)
			found |= str_equal(book->grid[0].baris[r].sel[c].teks, "40"); /* (10 + 70) / 200 x 100 */
	assert_true(found);
}

static void a_sheet_comes_back_cell_by_cell(void **state)
{
	BukuUji *b = *state;
	save(b, 5, SUB_A, 0, "100000", "2023-06-01T08:00");
	save(b, 6, SUB_B, 0, "900000", "2023-06-30T08:00");
	LembarIsian *l = sheet(b);
	assert_true(sheet_row(l, SUB_A, "uang", 0)->ada_lalu);
	assert_true(dry(b, sheet_write(b, l), 0)->kosong);

	type(sheet_row(l, SUB_A, "uang", 0), 50000025, 2);
	type(sheet_row(l, SUB_A, "volume", 1), 25, 1);
	type(sheet_row(l, SUB_C, "uang", 0), 0, 0);
	sheet_row(l, SUB_B, "uang", 0)->ada_nilai = false;
	sheet_row(l, "", "permasalahan", 0)->teks = "Hujan";
	HasilImpor *h = apply(b, sheet_write(b, l), 0, "");
	assert_string_equal(h->jenis, "isian");
	assert_int_equal(h->jumlah[GARIS_TAMBAH], 4);
	assert_int_equal(h->jumlah[GARIS_UBAH], 1);
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_A), 50000025);
	assert_int_equal(m->snapshot.simpul[snapshot_lookup(&m->snapshot, SUB_C)].realisasi.isi, ISI_NIHIL); /* 0 is nihil */
	assert_int_equal(m->snapshot.simpul[snapshot_lookup(&m->snapshot, SUB_B)].realisasi.isi, ISI_KOSONG); /* emptied */
	assert_string_equal(m->snapshot.narasi.permasalahan, "Hujan");
}

static void rows_may_be_sorted_and_texts_are_read(void **state)
{
	BukuUji *b = *state;
	LembarIsian *l = sheet(b);
	BarisIsian *text = sheet_row(l, SUB_A, "uang", 0);
	text->teks = "1.234,50";
	type(sheet_row(l, SUB_C, "uang", 0), 700, 0);
	for (size_t i = 0; i < l->n / 2; i++) {
		BarisIsian swap = l->baris[i];
		l->baris[i] = l->baris[l->n - 1 - i];
		l->baris[l->n - 1 - i] = swap;
	}
	HasilImpor *h = apply(b, sheet_write(b, l), 0, "");
	assert_int_equal(h->n_halangan, 0);
	assert_non_null(strstr(line(h, ISIAN_UANG, SUB_A, 0)->catatan, "1.234,50"));
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_A), 123450);
	assert_int_equal(money(m, SUB_C), 70000);
}

static void altered_locked_cells_are_refused_by_cell(void **state)
{
	BukuUji *b = *state;
	LembarIsian *l = sheet(b);
	type(sheet_row(l, SUB_A, "uang", 0), 1, 0);
	sheet_row(l, SUB_A, "uang", 0)->nama = "Nama lain";
	sheet_row(l, SUB_B, "uang", 0)->target.m++;
	sheet_row(l, SUB_C, "volume", 1)->satuan = "Orang";
	type(sheet_row(l, SUB_C, "uang", 0), 5, 0);
	const char *path = sheet_write(b, l);
	HasilImpor *h = dry(b, path, 0);
	assert_int_equal(h->jumlah[GARIS_TOLAK], 3);
	assert_non_null(strstr(line(h, ISIAN_UANG, SUB_A, 0)->sebab, "B12 was altered: 'Nama lain'"));
	assert_non_null(strstr(line(h, ISIAN_UANG, SUB_B, 0)->sebab, "D15 was altered"));
	assert_non_null(strstr(line(h, ISIAN_VOLUME, SUB_C, 1)->sebab, "'Orang' in place of 'Koperasi'"));
	refused(b, "sri", path, 0, "3 rows of the sheet are refused");
	apply(b, path, 0, "sisanya menyusul");
	Bulan *m = month(b, 6);
	assert_int_equal(money(m, SUB_C), 500);
	assert_int_equal(m->snapshot.simpul[snapshot_lookup(&m->snapshot, SUB_A)].realisasi.isi, ISI_KOSONG); /* never written */
}

static void a_value_saved_meanwhile_is_not_overwritten(void **state)
{
	BukuUji *b = *state;
	save(b, 6, SUB_A, 0, "100", "2023-07-01T08:00");
	save(b, 6, SUB_B, 0, "100", "2023-07-01T08:00");
	save(b, 6, SUB_C, 0, "100", "2023-07-01T08:00");
	LembarIsian *l = sheet(b);
	save(b, 6, SUB_A, 0, "200", "2023-07-01T09:00"); /* and changed in the sheet otherwise */
	save(b, 6, SUB_B, 0, "300", "2023-07-01T09:00"); /* and changed in the sheet alike */
	save(b, 6, SUB_C, 0, "400", "2023-07-01T09:00"); /* and not touched in the sheet */
	type(sheet_row(l, SUB_A, "uang", 0), 150, 0);
	type(sheet_row(l, SUB_B, "uang", 0), 300, 0);
	const char *path = sheet_write(b, l);
	HasilImpor *h = dry(b, path, 0);
	const GarisImpor *g = line(h, ISIAN_UANG, SUB_A, 0);
	assert_int_equal(g->status, GARIS_TOLAK);
	assert_non_null(strstr(g->sebab, "200,00"));
	assert_non_null(strstr(g->sebab, "150,00"));
	assert_int_equal(line(h, ISIAN_UANG, SUB_B, 0)->status, GARIS_SAMA);
	assert_int_equal(line(h, ISIAN_UANG, SUB_C, 0)->status, GARIS_SAMA);
	refused(b, "sri", path, 0, "1 rows of the sheet are refused");
	assert_int_equal(money(month(b, 6), SUB_A), 20000);
	assert_int_equal(money(month(b, 6), SUB_C), 40000);
}

static void rows_that_are_doubled_or_strange_are_refused(void **state)
{
	BukuUji *b = *state;
	LembarIsian *l = sheet(b);
	BarisIsian *rows = ARENA_ARRAY(b->arena, BarisIsian, l->n + 2);
	memcpy(rows, l->baris, l->n * sizeof *rows);
	rows[l->n] = *sheet_row(l, SUB_A, "uang", 0);
	rows[l->n + 1] = (BarisIsian){.kode = "9.99.99.2.01.01", .jenis = "uang", .nama = "x", .satuan = "Rp", .target_teks = "", .teks = "", .cara = ""};
	type(&rows[l->n + 1], 7, 0);
	l->baris = rows;
	l->n += 2;
	HasilImpor *h = dry(b, sheet_write(b, l), 0);
	assert_int_equal(h->jumlah[GARIS_TOLAK], 2);
	assert_int_equal(h->semua.berkas.sen, 700);
	assert_int_equal(h->semua.tak_cocok.sen, 700);
}

/* ---- faults ---- */

static void die(void *context, int done, int all)
{
	(void)all;
	if (done >= *(int *)context)
		raise(SIGKILL);
}

static void a_kill_in_the_middle_leaves_nothing(void **state)
{
	BukuUji *b = *state;
	const char *path = file(b, "juni.tsv", UTUH);
	int64_t before = entries(b);
	for (int at = 1; at <= 8; at += 3) {
		pid_t child = fork();
		if (child == 0) {
			HasilImpor *h;
			ErrInfo info;
			Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-07-01T08:00", NULL);
			const PermintaanImpor request = {.berkas = path, .alasan = "", .terapkan = true, .kemajuan = {die, &at}};
			impor_run(&h, k, &request, &info);
			_exit(0);
		}
		int status;
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status));
		assert_int_equal(entries(b), before);
	}
	assert_true(apply(b, path, 0, "")->tersimpan);
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	HasilJejak chain;
	assert_int_equal(store_verify(k->store, b->arena, "99.01", &chain, NULL), ERR_OK);
	assert_int_equal(chain.pertama_rusak, 0);
	konteks_close(k);
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(a_report_becomes_the_facts_of_its_month), UJI(months_that_are_added_up_take_their_own_part), UJI(what_the_ledger_alone_holds_stays),
		UJI(what_matches_nothing_stops_it_until_it_is_explained), UJI(the_printed_total_has_to_be_the_sum), UJI(a_cell_given_twice_or_unreadable_is_never_dropped),
		UJI(a_fall_needs_a_reason_that_is_kept_with_the_fact), UJI(a_file_of_another_month_agency_or_user_is_refused), UJI(a_closed_month_takes_nothing),
		cmocka_unit_test_setup_teardown(without_a_plan_the_report_brings_its_own, setup_without_plan, teardown), UJI(rows_of_one_sub_kegiatan_are_added_up),
		UJI(code_and_name_in_one_cell_with_parents_above), UJI(control_totals_meet_in_random_files), UJI(a_long_table_is_cut_between_its_records),
		UJI(a_sheet_adds_up_what_is_added_up), UJI(a_sheet_comes_back_cell_by_cell), UJI(rows_may_be_sorted_and_texts_are_read), UJI(altered_locked_cells_are_refused_by_cell),
		UJI(a_value_saved_meanwhile_is_not_overwritten), UJI(rows_that_are_doubled_or_strange_are_refused), UJI(a_kill_in_the_middle_leaves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
