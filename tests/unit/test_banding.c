#include "app/banding.h"
#include "app/isian.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char *const T0 = "2023-01-03T08:00", *const T1 = "2023-04-05T08:00", *const T2 = "2023-05-05T08:00", *const T3 = "2023-05-20T08:00";

static void enter(BukuUji *b, int bulan, JenisIsian jenis, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = OPD_A, .tahun = 2023, .bulan = bulan, .jenis = jenis, .kode = kode, .indikator = indikator, .nilai = nilai, .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", T0);
	enter(b, 3, ISIAN_UANG, SUB_A, 0, "500.000", T1);
	enter(b, 3, ISIAN_UANG, SUB_C, 0, "1.000.000", T1);
	enter(b, 3, ISIAN_VOLUME, SUB_A, 1, "5", T1);
	enter(b, 3, ISIAN_VOLUME, SUB_C, 1, "1", T1);
	enter(b, 4, ISIAN_UANG, SUB_A, 0, "750.000", T2);
	enter(b, 4, ISIAN_UANG, SUB_C, 0, "1.000.000", T2);
	enter(b, 4, ISIAN_VOLUME, SUB_A, 1, "8", T2);
	enter(b, 4, ISIAN_VOLUME, SUB_C, 1, "1", T2);
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const BandingBulan *banding(BukuUji *b, int bulan, const char *terhadap)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, T3, NULL);
	BandingBulan *out;
	ErrInfo info = {0};
	if (banding_run(&out, k, OPD_A, 2023, bulan, 0, terhadap, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return out;
}

static void is(BukuUji *b, IsiDesimal value, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : desimal_print_plain(b->arena, value.nilai, 2), expected);
}

static void pair_is(BukuUji *b, const PasanganAngka *p, const char *lama, const char *baru, const char *selisih)
{
	is(b, p->lama, lama);
	is(b, p->baru, baru);
	is(b, p->selisih, selisih);
}

/* April against March: SUB_A spends 250.000 more and makes 3 documents more; nothing else moves.
 * SUB_A: 50 -> 75; 50 -> 80; (50+50)/2 -> (75+80)/2 = 77,5. Program 1 holds SUB_B too, which has 3.000.000 and no realisasi:
 * keuangan 500.000/4.000.000 = 12,5 -> 18,75; keluaran 50 -> 80; 31,25 -> 49,375 = 49,38.
 * OPD: 1.500.000/6.000.000 = 25 -> 1.750.000/6.000.000 = 29,1666; keluaran (50+25)/2 = 37,5 -> (80+25)/2 = 52,5; 31,25 -> 40,8333. */
static void what_a_month_did_is_seen_up_to_the_agency(void **state)
{
	BukuUji *b = *state;
	const BandingBulan *d = banding(b, 4, "3");
	assert_int_equal(d->lama.bulan, 3);
	assert_int_equal(d->baru.bulan, 4);
	assert_int_equal(d->n_uang, 1);
	assert_string_equal(d->uang[0].kode, SUB_A);
	assert_string_equal(d->uang[0].jenis, "realisasi");
	assert_int_equal(d->uang[0].uang.selisih.nilai.sen, 25000000);
	assert_int_equal(d->n_volume, 1);
	assert_int_equal(d->volume[0].indikator, 1);
	pair_is(b, &d->volume[0].volume, "5.00", "8.00", "3.00");
	assert_int_equal(d->n_angka, 3); /* program 1, kegiatan 1.1, SUB_A */
	assert_string_equal(d->angka[0].kode, "2.17.01");
	assert_string_equal(d->angka[2].kode, SUB_A);
	pair_is(b, &d->angka[2].keuangan, "50.00", "75.00", "25.00");
	pair_is(b, &d->angka[2].keluaran, "50.00", "80.00", "30.00");
	pair_is(b, &d->angka[2].rata_rata, "50.00", "77.50", "27.50");
	pair_is(b, &d->angka[0].keuangan, "12.50", "18.75", "6.25");
	pair_is(b, &d->angka[0].rata_rata, "31.25", "49.38", "18.13");
	pair_is(b, &d->total.keuangan, "25.00", "29.17", "4.17");
	pair_is(b, &d->total.keluaran, "37.50", "52.50", "15.00");
	pair_is(b, &d->total.rata_rata, "31.25", "40.83", "9.58");
}

static void the_other_way_round_the_signs_turn(void **state)
{
	BukuUji *b = *state;
	const BandingBulan *d = banding(b, 3, "4");
	assert_int_equal(d->uang[0].uang.selisih.nilai.sen, -25000000);
	pair_is(b, &d->total.rata_rata, "40.83", "31.25", "-9.58");
}

static void a_time_shows_what_came_after_it(void **state)
{
	BukuUji *b = *state;
	enter(b, 4, ISIAN_UANG, SUB_C, 0, "1.400.000", "2023-05-10T08:00");
	enter(b, 4, ISIAN_PERMASALAHAN, "", 0, "Lelang diulang", "2023-05-10T09:00");
	const BandingBulan *d = banding(b, 4, "2023-05-09");
	assert_int_equal(d->n_uang, 1);
	assert_string_equal(d->uang[0].kode, SUB_C);
	assert_int_equal(d->uang[0].uang.lama.nilai.sen, 100000000);
	assert_int_equal(d->uang[0].uang.baru.nilai.sen, 140000000);
	assert_int_equal(d->n_volume, 0);
	assert_int_equal(d->n_narasi, 1);
	assert_string_equal(d->narasi[0].kode, "");
	assert_string_equal(d->narasi[0].jenis, "permasalahan");
	assert_string_equal(d->narasi[0].lama, "");
	assert_string_equal(d->narasi[0].baru, "Lelang diulang");
	assert_string_equal(d->lama.per, "2023-05-09T23:59:59+07:00");
	d = banding(b, 4, "2023-05-15"); /* after the last entry: the same state */
	assert_int_equal(d->n_uang + d->n_volume + d->n_narasi + d->n_angka, 0);
}

static void step(BukuUji *b, int revisi, const char *keadaan, const char *aksi, bool terkunci, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "made", pada, NULL);
	const BarisKeadaan row = {.opd = OPD_A, .tahun = 2023, .bulan = 4, .revisi = revisi, .keadaan = keadaan, .aksi = aksi, .terkunci = terkunci, .alasan = "", .rencana = 1,
	                          .kondisi = "", .tanggal = ""};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_keadaan(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static void a_revision_is_compared_with_the_locked_one(void **state)
{
	BukuUji *b = *state;
	step(b, 1, "diajukan", "ajukan", false, "2023-05-06T08:00");
	step(b, 1, "disahkan", "sahkan", true, "2023-05-06T09:00");
	step(b, 2, "draf", "buka", false, "2023-05-07T08:00");
	enter(b, 4, ISIAN_UANG, SUB_B, 0, "0", "2023-05-08T08:00");
	const BandingBulan *d = banding(b, 4, "r1");
	assert_int_equal(d->lama.revisi, 1);
	assert_int_equal(d->baru.revisi, 2);
	assert_string_equal(d->lama.keadaan, "disahkan");
	assert_int_equal(d->n_uang, 1); /* a blank became a reported zero */
	assert_string_equal(d->uang[0].kode, SUB_B);
	assert_int_equal(d->uang[0].uang.lama.isi, ISI_KOSONG);
	assert_int_equal(d->uang[0].uang.baru.isi, ISI_NIHIL);
	assert_int_equal(d->uang[0].uang.selisih.isi, ISI_KOSONG);
}

static void a_changed_plan_shows_its_pagu(void **state)
{
	BukuUji *b = *state;
	rencana_uji_add(b, OPD_A, 2, "2023-04-01", 250000000, "Sub Kegiatan Pembinaan", T3);
	const BandingBulan *d = banding(b, 4, "3");
	assert_int_equal(d->lama.rencana, 1);
	assert_int_equal(d->baru.rencana, 2);
	assert_int_equal(d->n_uang, 2);
	assert_string_equal(d->uang[1].kode, SUB_C);
	assert_string_equal(d->uang[1].jenis, "pagu");
	assert_int_equal(d->uang[1].uang.selisih.nilai.sen, 50000000);
	assert_int_equal(d->n_angka, 6); /* everything but SUB_B */
}

static void refused(BukuUji *b, const char *user, int bulan, const char *terhadap, const char *expected)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, user, T3, NULL);
	BandingBulan *out;
	ErrInfo info = {0};
	assert_true(err_refused(banding_run(&out, k, OPD_A, 2023, bulan, 0, terhadap, &info)));
	assert_non_null(strstr(info.message, expected));
	konteks_close(k);
}

static void what_cannot_be_compared_is_refused(void **state)
{
	BukuUji *b = *state;
	refused(b, NULL, 4, "4", "with itself");
	refused(b, NULL, 4, "13", "no month, revision or time");
	refused(b, NULL, 4, "kemarin", "no month, revision or time");
	refused(b, NULL, 4, "r0", "no month, revision or time");
	refused(b, NULL, 4, "r2", "no revision 2");
	refused(b, NULL, 4, "2022-12-31", "the ledger began after");
	refused(b, "dewi", 4, "3", "dewi"); /* a draft of another agency */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_a_month_did_is_seen_up_to_the_agency, setup, teardown),
		cmocka_unit_test_setup_teardown(the_other_way_round_the_signs_turn, setup, teardown),
		cmocka_unit_test_setup_teardown(a_time_shows_what_came_after_it, setup, teardown),
		cmocka_unit_test_setup_teardown(a_revision_is_compared_with_the_locked_one, setup, teardown),
		cmocka_unit_test_setup_teardown(a_changed_plan_shows_its_pagu, setup, teardown),
		cmocka_unit_test_setup_teardown(what_cannot_be_compared_is_refused, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
