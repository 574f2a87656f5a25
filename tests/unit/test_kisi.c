/* The grid of a month: its cells, the change since the month before, findings at their place; several cells as one change; what fields are called. */
#include "rencana_uji.h"
#include "web/hal_isian.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* Rows: 0 program 1, 1 kegiatan 1.1, 2 and 3 SUB_A, 4 SUB_B, 5 program 2, 6 kegiatan 2.1, 7 SUB_C. */
enum { BARIS_P1, BARIS_K1, BARIS_A1, BARIS_A2, BARIS_B, BARIS_P2, BARIS_K2, BARIS_C, N_BARIS };

static const char *T = "2023-05-02T08:00";

static void save(BukuUji *b, int bulan, const char *kode, int indikator, const char *nilai)
{
	IsianHasil hasil;
	ErrInfo info = {0};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", T, NULL);
	const Isian cell = {.opd = "2.17", .tahun = 2023, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai, .alasan = "", .asal = ""};
	if (isian_set(k, &cell, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	save(b, 3, SUB_A, 0, "300.000");
	save(b, 3, SUB_A, 1, "3");
	save(b, 3, SUB_A, 2, "20");
	save(b, 3, SUB_B, 0, "600.000");
	save(b, 3, SUB_B, 1, "75");
	save(b, 4, SUB_A, 0, "400.000");
	save(b, 4, SUB_A, 1, "4");
	save(b, 4, SUB_A, 2, "30"); /* of April alone: 50 to its end */
	save(b, 4, SUB_B, 0, "600.000");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const Kisi *grid(BukuUji *b, const char *user, int bulan, unsigned sifat)
{
	Kisi *g;
	ErrInfo info = {0};
	Konteks *k = buku_uji_open(b, STORE_BACA, user, NULL, NULL);
	if (kisi_load(&g, k, "2.17", 2023, bulan, sifat, &info))
		fail_msg("%s", info.message);
	return g;
}

static void cells_and_changes(void **state)
{
	const Kisi *g = grid(*state, "sri", 4, KISI_PENULIS);
	assert_int_equal(g->n, N_BARIS);
	assert_int_equal(g->n_sel, 7);       /* money of three leaves, four volumes; echoes take no entry */
	assert_int_equal(g->n_terisi, 4);
	assert_int_equal(g->n_berubah, 3);   /* SUB_B's money stayed */
	assert_int_equal(g->n_indikator, 4);
	assert_int_equal(g->n_terlapor, 3);  /* SUB_B's last value is March's */
	assert_null(g->baris[BARIS_P1].uang);
	assert_null(g->baris[BARIS_P1].volume);
	assert_int_equal(g->baris[BARIS_P1].uang_ubah.nilai.sen, 10000000);
	assert_int_equal(g->baris[BARIS_A1].uang_ubah.nilai.sen, 10000000);
	assert_int_equal(g->baris[BARIS_A1].volume_ubah.nilai.m, 1);
	assert_int_equal(desimal_cmp(g->baris[BARIS_A2].volume_lalu.nilai, (Desimal){20, 0}), 0);
	assert_int_equal(desimal_cmp(g->baris[BARIS_A2].volume_ubah.nilai, (Desimal){30, 0}), 0);
	assert_true(g->baris[BARIS_A2].volume->sebulan);
	assert_int_equal(g->baris[BARIS_B].uang_ubah.isi, ISI_NIHIL);
	assert_int_equal(g->baris[BARIS_C].uang_ubah.isi, ISI_KOSONG);
	assert_int_equal(g->total_lalu.nilai.sen, 90000000);
	assert_int_equal(g->total_ubah.nilai.sen, 10000000);
	assert_true(*g->baris[BARIS_A1].uang->oleh && g->baris[BARIS_A1].uang->waktu);
	assert_true(g->terbuka);
	const Kisi *january = grid(*state, "sri", 1, 0);
	assert_null(january->lalu);
	assert_int_equal(january->n_terisi, 0);
}

static void parts_of_the_grid(void **state)
{
	const Kisi *g = grid(*state, "sri", 4, 0);
	static const bool kosong[N_BARIS] = {[BARIS_B] = true, [BARIS_C] = true}, berubah[N_BARIS] = {[BARIS_A1] = true, [BARIS_A2] = true};
	for (size_t i = 0; i < N_BARIS; i++) {
		assert_int_equal(kisi_row_shown(g, i, "kosong"), kosong[i]);
		assert_int_equal(kisi_row_shown(g, i, "berubah"), berubah[i]);
		assert_true(kisi_row_shown(g, i, "semua"));
	}
	uint32_t n, filled;
	kisi_count(g, 0, &n, &filled);
	assert_int_equal(n, 5);
	assert_int_equal(filled, 4);
	assert_int_equal(kisi_find(g, SUB_A, 2), BARIS_A2);
	assert_int_equal(kisi_find(g, SUB_C, 0), BARIS_C);
	assert_int_equal(kisi_find(g, "2.17.01", 1), g->n);
}

static void findings_stand_at_their_cell(void **state)
{
	BukuUji *b = *state;
	save(b, 4, SUB_C, 0, "2.500.000"); /* pagu 2.000.000 */
	const Kisi *g = grid(b, "sri", 4, KISI_TEMUAN);
	const KisiSel *money = g->baris[BARIS_C].uang;
	assert_true(money->ada_temuan);
	assert_int_equal(money->level, LEVEL_ERROR);
	assert_int_equal(g->periksa->n_galat, 1);
	bool found = false;
	for (size_t i = 0; i < g->n_temuan; i++)
		if (str_equal(g->temuan[i].aturan, "realisasi-lebih"))
			found = g->temuan[i].baris == BARIS_C && g->temuan[i].di_uang;
	assert_true(found);
	assert_true(kisi_row_shown(g, BARIS_C, "temuan"));
	assert_false(kisi_row_shown(g, BARIS_A2, "temuan"));
}

static void only_who_may_fills_in(void **state)
{
	const Kisi *g = grid(*state, "audi", 4, 0);
	assert_false(g->terbuka);
	assert_non_null(g->sebab);
}

static IsianBanyak one(const char *kode, int indikator, const char *nilai)
{
	return (IsianBanyak){.isian = {.jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai, .alasan = "", .asal = ""}};
}

static void many_cells_are_kept_whole_or_not_at_all(void **state)
{
	BukuUji *b = *state;
	ErrInfo info = {0};
	IsianBanyak cells[] = {one(SUB_A, 0, "450.000"), one(SUB_B, 0, "12 bln"), one(SUB_C, 1, "2")};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", T, NULL);
	assert_int_equal(isian_set_many(k, "2.17", 2023, 4, cells, 3, true, &info), ERR_USAGE); /* a trial says what would be written */
	assert_true(cells[0].hasil.baru && cells[2].hasil.baru);
	assert_int_equal(isian_set_many(k, "2.17", 2023, 4, cells, 3, false, &info), ERR_USAGE);
	assert_int_equal(cells[0].err, ERR_OK);
	assert_int_equal(cells[1].err, ERR_USAGE);
	assert_false(cells[0].hasil.baru);
	assert_int_equal(grid(b, "sri", 4, 0)->baris[BARIS_A1].uang->nilai.angka.m, 40000000);
	cells[1] = one(SUB_B, 0, "600.000"); /* as it is */
	assert_int_equal(isian_set_many(k, "2.17", 2023, 4, cells, 3, false, &info), ERR_OK);
	assert_true(cells[0].hasil.baru && !cells[1].hasil.baru && cells[2].hasil.baru);
	konteks_close(k);
	const Kisi *g = grid(b, "sri", 4, 0);
	assert_int_equal(g->baris[BARIS_A1].uang->nilai.angka.m, 45000000);
	assert_int_equal(g->baris[BARIS_C].volume->nilai.angka.m, 2);
}

static void a_fall_is_told_from_other_refusals(void **state)
{
	BukuUji *b = *state;
	ErrInfo info = {0};
	IsianBanyak cells[] = {one(SUB_A, 0, "200.000")};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", T, NULL);
	assert_int_equal(isian_set_many(k, "2.17", 2023, 4, cells, 1, false, &info), ERR_USAGE);
	assert_true(cells[0].hasil.turun);
	cells[0].isian.alasan = "Pengembalian belanja.";
	assert_int_equal(isian_set_many(k, "2.17", 2023, 4, cells, 1, false, &info), ERR_OK);
	assert_false(cells[0].hasil.turun);
	konteks_close(k);
}

static void fields_name_their_cell(void **state)
{
	BukuUji *b = *state;
	Isian cell;
	const KisiSel sel = {.jenis = ISIAN_VOLUME, .kode = SUB_A, .indikator = 2, .nilai = {.teks = ""}, .fakta = 1234, .oleh = ""};
	const char *name = sel_nama(b->arena, &sel);
	assert_string_equal(name, "v|" SUB_A "|2|1234");
	assert_true(sel_parse(b->arena, name, &cell));
	assert_int_equal(cell.jenis, ISIAN_VOLUME);
	assert_string_equal(cell.kode, SUB_A);
	assert_int_equal(cell.indikator, 2);
	assert_true(cell.periksa_dilihat && cell.dilihat == 1234);
	assert_true(sel_parse(b->arena, "p||0", &cell) && cell.jenis == ISIAN_PERMASALAHAN && !cell.periksa_dilihat && !*cell.kode);
	static const char *const bad[] = {"", "u", "u|", "x|2.17|0", "u|2.17", "u|2.17|", "u|2.17|a", "u|2.17|-1", "u|2.17|0|", "u|2.17|0|1x", "u|2.17|0|1|2", "csrf",
	                                  "u|2.17.01.2.01.0001.2.17.01.2.01.0001.2.17.01.2.01|0"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (sel_parse(b->arena, bad[i], &cell))
			fail_msg("'%s' was taken for a cell", bad[i]);
}

static void what_was_typed_is_told_plainly(void **state)
{
	BukuUji *b = *state;
	const Minta m = {.arena = b->arena, .bahasa = BAHASA_ID};
	static const struct { const char *typed, *message; } cases[] = {
		{"=A1+B2", "Rumus tidak dihitung di sini."}, {"12 bln", "Hanya angka."}, {"1,2,3", "Hanya angka."}, {" - ", "Nihil atau belum dilaporkan?"}, {"-5", "lain"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ErrInfo info = {"lain", NULL};
		ketik_alasan(&m, cases[i].typed, &info);
		assert_string_equal(info.message, cases[i].message);
	}
	assert_true(ketik_strip("-") && ketik_strip("\u2013") && !ketik_strip("-5") && !ketik_strip(""));
	assert_string_equal(ketik_nilai("  "), "kosong");
	assert_string_equal(ketik_kalimat(b->arena, "paling banyak dua desimal"), "Paling banyak dua desimal.");
	assert_string_equal(ketik_kalimat(b->arena, "Benar?"), "Benar?");
	const NilaiIsian volume = {ISI_ADA, {7250, 2}, ""}, money = {ISI_ADA, {24639643600, 2}, ""}, zero = {ISI_NIHIL, {0, 0}, ""}, blank = {.teks = ""};
	assert_string_equal(kisi_teks(b->arena, ISIAN_VOLUME, volume), "72,50");
	assert_string_equal(kisi_teks(b->arena, ISIAN_UANG, money), "246.396.436,00");
	assert_string_equal(kisi_teks(b->arena, ISIAN_VOLUME, zero), "nihil");
	assert_string_equal(kisi_teks(b->arena, ISIAN_UANG, blank), "");
}

#define UJI(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		UJI(cells_and_changes), UJI(parts_of_the_grid), UJI(findings_stand_at_their_cell), UJI(only_who_may_fills_in), UJI(many_cells_are_kept_whole_or_not_at_all),
		UJI(a_fall_is_told_from_other_refusals), UJI(fields_name_their_cell), UJI(what_was_typed_is_told_plainly),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
