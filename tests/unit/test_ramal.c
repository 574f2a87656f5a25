#include "app/isian.h"
#include "app/ramal_app.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* ---- the engine ---- */

enum { KOSONG = -1 };

static TahunRamal year(Arena *arena, const int *values, int n)
{
	TahunRamal y = {0};
	for (int m = 0; m < n; m++)
		y.nilai[m] = values[m] == KOSONG ? NULL : pecahan_int(arena, values[m]);
	return y;
}

static const int KAS[] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120};

static void is(Arena *arena, const HasilRamal *r, const char *perkiraan, const char *rendah, const char *tinggi)
{
	assert_string_equal(pecahan_print(arena, r->perkiraan), perkiraan);
	assert_string_equal(pecahan_print(arena, r->rendah), rendah);
	assert_string_equal(pecahan_print(arena, r->tinggi), tinggi);
}

static HasilRamal by_plan(Arena *arena, const int *values, int bulan, const int *kas)
{
	TahunRamal plan = year(arena, kas, 12);
	return ramal_run(arena, &(DeretRamal){.bulan = bulan, .kini = year(arena, values, bulan), .rencana = &plan, .batas = pecahan_int(arena, 120)});
}

static void the_rest_of_the_plan_is_spent_at_the_pace_so_far(void **state)
{
	Arena *arena = *state;
	/* 54 / 60 = 0,9; 54 + 60 x 0,9 = 108. Months: 10/10 = 1, 15/10 and 14/10 cut to 1,1: 114 and 120. */
	HasilRamal r = by_plan(arena, (const int[]){5, 10, 15, 25, 40, 54}, 6, KAS);
	assert_int_equal(r.cara, RAMAL_KAS);
	is(arena, &r, "108", "108", "120");
	assert_false(r.lewat);
	assert_int_equal(r.diam, 0);
	/* 6 / 60 = 0,1, cut to 0,5: 6 + 30; months 4..6 stood still: 0,5 as well */
	r = by_plan(arena, (const int[]){2, 4, 6, 6, 6, 6}, 6, KAS);
	is(arena, &r, "36", "36", "36");
	assert_int_equal(r.diam, 3);
	/* nothing was planned before July, nothing spent: the plan stands */
	r = by_plan(arena, (const int[]){0, 0, 0, 0, 0, 0}, 6, (const int[]){0, 0, 0, 0, 0, 0, 20, 40, 60, 80, 100, 120});
	is(arena, &r, "120", "120", "120");
}

static void the_bound_holds_and_says_so(void **state)
{
	Arena *arena = *state;
	HasilRamal r = by_plan(arena, (const int[]){11, 22, 33, 44, 55, 66}, 6, KAS); /* 66 + 60 x 1,1 = 132 */
	assert_string_equal(pecahan_print(arena, r.bebas), "132");
	assert_true(r.lewat);
	is(arena, &r, "120", "120", "120");
	r = by_plan(arena, (const int[]){11, 22, 33, 44, 55, 130}, 6, KAS); /* above the pagu already */
	assert_true(r.lewat);
	is(arena, &r, "130", "130", "130");
	r = by_plan(arena, KAS, 12, KAS);
	assert_false(r.lewat);
	is(arena, &r, "120", "120", "120");
}

static HasilRamal by_line(Arena *arena, const int *values, int bulan)
{
	return ramal_run(arena, &(DeretRamal){.bulan = bulan, .kini = year(arena, values, bulan)});
}

static void without_a_plan_a_line_is_drawn(void **state)
{
	Arena *arena = *state;
	HasilRamal r = by_line(arena, (const int[]){10, 20, 25, 45}, 4); /* 45 x 3; growth 20, 5, 10: 45 + 8 x 5, 45 + 8 x 20 */
	assert_int_equal(r.cara, RAMAL_GARIS);
	is(arena, &r, "135", "85", "205");
	r = by_line(arena, (const int[]){4, 5, 6, 7, 8, 9, 10}, 7); /* 10 x 12 / 7, exactly; growth 1: 10 + 5 */
	is(arena, &r, "120/7", "15", "120/7");
	r = by_line(arena, (const int[]){KOSONG, 10, KOSONG}, 3); /* from February */
	assert_int_equal(r.dari, 2);
	assert_int_equal(r.diam, 1);
	is(arena, &r, "60", "10", "110");
	r = by_line(arena, (const int[]){KOSONG, KOSONG, KOSONG}, 3);
	assert_int_equal(r.cara, RAMAL_TANPA);
	assert_int_equal(r.diam, 3);
	assert_null(r.perkiraan);
}

static void earlier_years_give_the_shape(void **state)
{
	Arena *arena = *state;
	const TahunRamal past[] = {
		year(arena, (const int[]){0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 100}, 12),     /* 0,2 */
		year(arena, (const int[]){0, 0, 30, KOSONG, 0, 0, 0, 0, 0, 0, 0, 60}, 12), /* 0,5 */
		year(arena, (const int[]){0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0}, 12),        /* ended at nothing: silent */
	};
	const HasilRamal r = ramal_run(arena, &(DeretRamal){.bulan = 4, .kini = year(arena, (const int[]){0, 7, 28, 35}, 4), .lalu = past, .n_lalu = 3});
	assert_int_equal(r.cara, RAMAL_LALU);
	is(arena, &r, "100", "70", "203"); /* 35 / 0,35; growth 7, 21, 7: 35 + 56, 35 + 168; each year alone: 35 / 0,2 = 175, 35 / 0,5 = 70 */
}

static void two_earlier_years_tell_more_than_the_plan(void **state)
{
	Arena *arena = *state;
	const TahunRamal past[] = {
		year(arena, (const int[]){0, 0, 0, 25, 0, 0, 0, 0, 0, 0, 0, 100}, 12), /* 0,25 */
		year(arena, (const int[]){0, 0, 0, 75, 0, 0, 0, 0, 0, 0, 0, 100}, 12), /* 0,75 */
	};
	TahunRamal plan = year(arena, KAS, 12);
	DeretRamal d = {.bulan = 4, .kini = year(arena, (const int[]){10, 20, 30, 40}, 4), .rencana = &plan, .lalu = past, .n_lalu = 2, .batas = pecahan_int(arena, 120)};
	HasilRamal r = ramal_run(arena, &d);
	assert_int_equal(r.cara, RAMAL_LALU);
	is(arena, &r, "80", "160/3", "120"); /* 40 / 0,5; each year alone 160, bounded, and 160/3; growth 10: 40 + 80 */
	d.n_lalu = 1;
	assert_int_equal(ramal_run(arena, &d).cara, RAMAL_KAS); /* one year may have been an odd one */
}

static int arena_setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int arena_teardown(void **state)
{
	arena_free(*state);
	return 0;
}

/* ---- out of the ledger ---- */

static void enter(BukuUji *b, int tahun, int bulan, const char *kode, int indikator, const char *nilai)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2024-05-01T08:00", NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = OPD_A, .tahun = tahun, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	                     .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static Konteks *begin(BukuUji *b, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", pada, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	return k;
}

static void commit(Konteks *k)
{
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	Konteks *k = begin(b, "2023-01-03T09:00");
	for (int m = 1; m <= 10; m++)
		assert_int_equal(store_add_anggaran_kas(k->store, (BarisAnggaranKas){.opd = OPD_A, .tahun = 2023, .versi = 1, .kode = SUB_A, .bulan = m, .sen = 10000000}, NULL, NULL),
		                 ERR_OK);
	commit(k);
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const Ramal *ramal(BukuUji *b, int tahun, int bulan)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	Ramal *r;
	ErrInfo info = {0};
	if (ramal_agency(&r, k, OPD_A, tahun, bulan, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return r;
}

static void money_is(BukuUji *b, const BarisRamal *row, const char *perkiraan, const char *rendah, const char *tinggi)
{
	assert_string_equal(rupiah_print_plain(b->arena, row->perkiraan.nilai), perkiraan);
	assert_string_equal(rupiah_print_plain(b->arena, row->rendah.nilai), rendah);
	assert_string_equal(rupiah_print_plain(b->arena, row->tinggi.nilai), tinggi);
}

static void each_sub_kegiatan_is_forecast_from_what_is_known_of_it(void **state)
{
	BukuUji *b = *state;
	enter(b, 2023, 1, SUB_A, 0, "100.000");
	enter(b, 2023, 2, SUB_A, 0, "200.000");
	enter(b, 2023, 3, SUB_A, 0, "240.000");
	enter(b, 2023, 3, SUB_A, 1, "5");
	enter(b, 2023, 3, SUB_C, 0, "500.000");
	enter(b, 2023, 3, SUB_C, 1, "4");
	const Ramal *r = ramal(b, 2023, 3);
	assert_int_equal(r->n, 3);
	/* 240 / 300 = 0,8; 240 + 700 x 0,8 = 800 (thousands). Months 1, 1, 0,4 cut to 0,5: 940 and 590. */
	money_is(b, &r->baris[0], "800000.00", "590000.00", "940000.00");
	assert_int_equal(r->baris[0].cara, RAMAL_KAS);
	assert_string_equal(desimal_print_plain(b->arena, r->baris[0].serapan.nilai, 2), "80.00");
	assert_int_equal(r->baris[0].awas, AWAS_TAK_TERSERAP);
	/* 50 per cent after three months: 200, bounded; at the pace of the months before, 50 it stays */
	assert_int_equal(r->baris[0].cara_keluaran, RAMAL_GARIS);
	assert_string_equal(desimal_print_plain(b->arena, r->baris[0].keluaran_perkiraan.nilai, 2), "100.00");
	assert_string_equal(desimal_print_plain(b->arena, r->baris[0].keluaran_rendah.nilai, 2), "50.00");
	/* nothing reported: nothing to go by, three months without progress */
	assert_int_equal(r->baris[1].cara, RAMAL_TANPA);
	assert_int_equal(r->baris[1].perkiraan.isi, ISI_KOSONG);
	assert_int_equal(r->baris[1].diam, 3);
	assert_int_equal(r->baris[1].awas, AWAS_DIAM);
	/* 500 x 12 / 3 = 2.000, just its pagu; growth 0, 0, 500: 500 and beyond the pagu. Every output is there on a quarter of the money. */
	money_is(b, &r->baris[2], "2000000.00", "500000.00", "2000000.00");
	assert_int_equal(r->baris[2].awas, AWAS_KELUARAN_PENUH);
	money_is(b, &r->total, "2800000.00", "1090000.00", "2940000.00");
	assert_string_equal(desimal_print_plain(b->arena, r->total.serapan.nilai, 2), "46.67");
	assert_int_equal(r->n_awas, 3);
}

static void what_spends_too_fast_is_said(void **state)
{
	BukuUji *b = *state;
	enter(b, 2023, 3, SUB_B, 0, "1.000.000"); /* 4 million by the line, of 3 */
	const Ramal *r = ramal(b, 2023, 3);
	money_is(b, &r->baris[1], "3000000.00", "1000000.00", "3000000.00");
	assert_int_equal(r->baris[1].awas, AWAS_LEWAT_PAGU);
}

static void step(BukuUji *b, int bulan)
{
	Konteks *k = begin(b, "2024-05-01T08:00");
	const BarisKeadaan row = {.opd = OPD_A, .tahun = 2023, .bulan = bulan, .revisi = 1, .keadaan = "diajukan", .aksi = "ajukan", .alasan = "", .rencana = 1, .kondisi = "",
	                          .tanggal = ""};
	assert_int_equal(store_add_keadaan(k->store, row, NULL, NULL), ERR_OK);
	commit(k);
}

static void the_year_before_counts_once_it_was_handed_in(void **state)
{
	BukuUji *b = *state;
	enter(b, 2023, 3, SUB_C, 0, "500.000");
	enter(b, 2023, 12, SUB_C, 0, "2.000.000");
	Konteks *k = begin(b, "2024-05-01T08:00");
	static const struct { int tingkat; const char *kode; int64_t pagu; } nodes[] = {{1, "2.17.02", 0}, {2, "2.17.02.2.01", 0}, {3, SUB_C, 200000000}};
	for (int i = 0; i < 3; i++) {
		const BarisRencanaSimpul node = {.opd = OPD_A, .tahun = 2024, .versi = 1, .urut = i, .tingkat = nodes[i].tingkat, .kode = nodes[i].kode, .nomor = "", .nama = "Pembinaan",
		                                 .pagu_isi = nodes[i].pagu ? ISI_ADA : ISI_KOSONG, .pagu = nodes[i].pagu};
		assert_int_equal(store_add_rencana_simpul(k->store, node, NULL, NULL), ERR_OK);
	}
	const BarisRencana plan = {.opd = OPD_A, .tahun = 2024, .versi = 1, .jenis = "murni", .nomor = "", .berlaku = "2024-01-02"};
	assert_int_equal(store_add_rencana(k->store, plan, NULL, NULL), ERR_OK);
	commit(k);
	enter(b, 2024, 3, SUB_C, 0, "300.000");
	assert_int_equal(ramal(b, 2024, 3)->baris[0].cara, RAMAL_GARIS); /* drafts of the year before say nothing */
	step(b, 3);
	step(b, 12);
	const Ramal *r = ramal(b, 2024, 3);
	assert_int_equal(r->n_tahun_lalu, 1);
	assert_int_equal(r->baris[0].cara, RAMAL_LALU);
	money_is(b, &r->baris[0], "1200000.00", "300000.00", "2000000.00"); /* 300 / (500 / 2.000); growth 0, 0, 300: 300, 3.000 */
	assert_int_equal(r->baris[0].awas, AWAS_TAK_TERSERAP);
}

static void others_drafts_are_not_forecast(void **state)
{
	BukuUji *b = *state;
	enter(b, 2023, 3, SUB_B, 0, "1.000.000");
	Konteks *k = buku_uji_open(b, STORE_BACA, "dewi", NULL, NULL);
	Ramal *r;
	assert_int_equal(ramal_agency(&r, k, OPD_A, 2023, 3, NULL), ERR_DENIED);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_rest_of_the_plan_is_spent_at_the_pace_so_far, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(the_bound_holds_and_says_so, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(without_a_plan_a_line_is_drawn, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(earlier_years_give_the_shape, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(two_earlier_years_tell_more_than_the_plan, arena_setup, arena_teardown),
		cmocka_unit_test_setup_teardown(each_sub_kegiatan_is_forecast_from_what_is_known_of_it, setup, teardown),
		cmocka_unit_test_setup_teardown(what_spends_too_fast_is_said, setup, teardown),
		cmocka_unit_test_setup_teardown(the_year_before_counts_once_it_was_handed_in, setup, teardown),
		cmocka_unit_test_setup_teardown(others_drafts_are_not_forecast, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
