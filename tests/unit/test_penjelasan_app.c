#include "app/isian.h"
#include "app/penjelasan_app.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char *const T0 = "2023-01-03T08:00", *const T1 = "2023-04-05T08:00", *const T2 = "2023-04-06T09:30";

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", T0); /* pagu 6.000.000,00 */
	rencana_uji_add(b, OPD_B, 1, "2023-01-02", 400000000, "Sub Kegiatan Pembinaan", T0); /* pagu 8.000.000,00 */
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static void enter(BukuUji *b, const char *user, const char *opd, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = opd, .tahun = 2023, .bulan = 3, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	                     .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static PenjelasanAngka *explain(BukuUji *b, Konteks **k, const char *user, const char *opd, const char *kode, const char *kolom)
{
	PenjelasanAngka *p = NULL;
	ErrInfo info = {0};
	(void)b;
	*k = buku_uji_open(b, STORE_BACA, user, T2, NULL);
	if (penjelasan_angka(&p, *k, &(AppBulan){opd, 2023, 3, 0}, kode, kolom, &info))
		fail_msg("%s", info.message);
	return p;
}

static void is(BukuUji *b, IsiDesimal value, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : desimal_print_plain(b->arena, value.nilai, 2), expected);
}

/* Keluaran mean(mean(mean(50, 50), 50), 25) = 37,50. */
static void fill_b(BukuUji *b)
{
	enter(b, "dewi", OPD_B, SUB_A, 0, "500.000", T1);
	enter(b, "dewi", OPD_B, SUB_B, 0, "1.500.000", T1);
	enter(b, "dewi", OPD_B, SUB_C, 0, "1.000.000", T1);
	enter(b, "dewi", OPD_B, SUB_A, 1, "5", T1);
	enter(b, "dewi", OPD_B, SUB_A, 2, "100", T1);
	enter(b, "dewi", OPD_B, SUB_B, 1, "40", T1);
	enter(b, "dewi", OPD_B, SUB_C, 1, "2", T1);
	enter(b, "dewi", OPD_B, SUB_C, 1, "1", T2); /* of 4: 25, in place of 2 */
}

/* The tree stands open on the way to the lowest leaf, and the leaf says who entered it, and what it replaced. */
static void the_way_to_the_lowest_leaf(void **state)
{
	BukuUji *b = *state;
	Konteks *k;
	fill_b(b);
	const PenjelasanAngka *p = explain(b, &k, "dewi", OPD_B, "total", "keluaran");
	is(b, p->nilai, "37.50");
	assert_string_equal(p->penuh, "37,50");
	assert_int_equal(p->akar->n_anak, 2);
	assert_false(p->akar->anak[0]->buka);
	const Jelas *way = p->akar->anak[1];
	const char *const numbers[] = {"2", "2.1", "2.1.1", ""};
	for (int i = 0; i < 4; i++) {
		assert_string_equal(way->nomor, numbers[i]);
		assert_true(way->terendah);
		is(b, way->nilai, "25.00");
		way = way->n_anak ? way->anak[0] : way;
	}
	assert_int_equal(way->n_sumber, 1);
	assert_true(way->sumber[0].ada);
	assert_string_equal(way->sumber[0].oleh, "dewi");
	assert_int_equal(way->sumber[0].nilai.angka.m, 1);
	assert_true(way->sumber[0].ada_sebelumnya);
	assert_int_equal(way->sumber[0].sebelumnya.angka.m, 2);
	assert_int_equal(p->terlapor, 4);
	assert_int_equal(p->indikator, 4);
	konteks_close(k);
}

/* Without kegiatan 2.1 - and program 2, which is nothing else - 50,00 is left: it lowers the figure by 12,50. */
static void what_pulls_it_down(void **state)
{
	BukuUji *b = *state;
	Konteks *k;
	fill_b(b);
	const PenjelasanAngka *p = explain(b, &k, "dewi", OPD_B, "total", "keluaran");
	assert_true(p->penarik.ada);
	assert_string_equal(p->penarik.nomor, "2.1");
	is(b, p->penarik.nilai, "25.00");
	is(b, p->penarik.tanpa, "50.00");
	is(b, p->penarik.turun, "12.50");
	konteks_close(k);
	p = explain(b, &k, "dewi", OPD_B, "2.17.01", "keluaran"); /* all its parts are equal */
	assert_false(p->penarik.ada);
	konteks_close(k);
}

/* Keuangan 5.599.600 / 6.000.000 = 93,32666..., keluaran 100: mean 96,66333..., printed 96,66; from the printed 93,33 it would be 96,665, printed 96,67. */
static void rounded_once(void **state)
{
	BukuUji *b = *state;
	Konteks *k;
	enter(b, "sri", OPD_A, SUB_A, 0, "900.000", T1);
	enter(b, "sri", OPD_A, SUB_B, 0, "2.700.000", T1);
	enter(b, "sri", OPD_A, SUB_C, 0, "1.999.600", T1);
	enter(b, "sri", OPD_A, SUB_A, 1, "10", T1);
	enter(b, "sri", OPD_A, SUB_A, 2, "200", T1);
	enter(b, "sri", OPD_A, SUB_B, 1, "80", T1);
	enter(b, "sri", OPD_A, SUB_C, 1, "4", T1);
	const PenjelasanAngka *p = explain(b, &k, "sri", OPD_A, "total", "rata-rata");
	is(b, p->nilai, "96.66");
	assert_string_equal(p->penuh, "96,6633…");
	assert_string_equal(p->keuangan_penuh, "93,3266…");
	assert_string_equal(p->keluaran_penuh, "100,00");
	is(b, p->dari_cetak, "96.67");
	assert_int_equal(p->akar->n_anak, 2);
	assert_string_equal(p->akar->anak[0]->kolom, "keuangan");
	assert_string_equal(p->akar->anak[1]->kolom, "keluaran");
	konteks_close(k);
}

static void what_is_not_there(void **state)
{
	BukuUji *b = *state;
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", T2, NULL);
	PenjelasanAngka *p;
	assert_int_equal(penjelasan_angka(&p, k, &(AppBulan){OPD_A, 2023, 3, 0}, "total", "pagu", NULL), ERR_ABSENT);
	assert_int_equal(penjelasan_angka(&p, k, &(AppBulan){OPD_A, 2023, 3, 0}, "9.99", "keluaran", NULL), ERR_ABSENT);
	assert_int_equal(penjelasan_angka(&p, k, &(AppBulan){OPD_B, 2023, 3, 0}, "total", "keluaran", NULL), ERR_DENIED);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_way_to_the_lowest_leaf, setup, teardown),
		cmocka_unit_test_setup_teardown(what_pulls_it_down, setup, teardown),
		cmocka_unit_test_setup_teardown(rounded_once, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_not_there, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
