#include "app/baca.h"
#include "app/isian.h"
#include "app/kolam.h"
#include "app/ringkas.h"
#include "rencana_uji.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char *const T0 = "2023-01-03T08:00", *const T1 = "2023-04-05T08:00", *const T2 = "2023-04-12T08:00", *const T3 = "2023-05-02T08:00";

typedef struct {
	BukuUji *b;
	Arena *arena; /* of the shelf */
	Ringkas *rak;
} Uji;

static void cash(BukuUji *b, const char *opd, const char *kode, int bulan, int64_t sen)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "made", T0, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	const BarisAnggaranKas row = {.opd = opd, .tahun = 2023, .versi = 1, .kode = kode, .bulan = bulan, .sen = sen};
	assert_int_equal(store_add_anggaran_kas(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static int setup(void **state)
{
	Uji *u = calloc(1, sizeof *u);
	u->b = buku_uji_new();
	u->arena = arena_new();
	u->rak = ringkas_new(u->arena);
	rencana_uji_add(u->b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", T0); /* pagu 6.000.000,00 */
	rencana_uji_add(u->b, OPD_B, 1, "2023-01-02", 400000000, "Sub Kegiatan Pembinaan", T0); /* pagu 8.000.000,00 */
	cash(u->b, OPD_A, SUB_A, 3, 60000000);   /* 600.000,00 of 6.000.000,00: 10 % by March */
	cash(u->b, OPD_A, SUB_A, 12, 40000000);
	cash(u->b, OPD_B, SUB_C, 2, 400000000);  /* 4.000.000,00 of 8.000.000,00: 50 % by February */
	*state = u;
	return 0;
}

static int teardown(void **state)
{
	Uji *u = *state;
	buku_uji_free(u->b); /* the arenas of requests before that of the shelf */
	arena_free(u->arena);
	free(u);
	return 0;
}

static void enter(const Uji *u, const char *user, const char *opd, int bulan, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(u->b, STORE_TULIS, user, pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = opd, .tahun = 2023, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator,
	                     .nilai = nilai, .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

/* Money 5.600.000 of 6.000.000 = 93,33 %; every output full: keluaran 100; rata-rata 96,67. */
static void fill_a(const Uji *u)
{
	enter(u, "sri", OPD_A, 3, SUB_A, 0, "900.000", T1);
	enter(u, "sri", OPD_A, 3, SUB_B, 0, "2.700.000", T1);
	enter(u, "sri", OPD_A, 3, SUB_C, 0, "2.000.000", T1);
	enter(u, "sri", OPD_A, 3, SUB_A, 1, "10", T1);
	enter(u, "sri", OPD_A, 3, SUB_A, 2, "200", T1);
	enter(u, "sri", OPD_A, 3, SUB_B, 1, "80", T1);
	enter(u, "sri", OPD_A, 3, SUB_C, 1, "4", T1);
}

/* Money 3.000.000 of 8.000.000 = 37,5 %; keluaran mean(mean(mean(50, 50), 50), 25) = 37,50; rata-rata 37,50. */
static void fill_b(const Uji *u)
{
	enter(u, "dewi", OPD_B, 3, SUB_A, 0, "500.000", T1);
	enter(u, "dewi", OPD_B, 3, SUB_B, 0, "1.500.000", T1);
	enter(u, "dewi", OPD_B, 3, SUB_C, 0, "1.000.000", T1);
	enter(u, "dewi", OPD_B, 3, SUB_A, 1, "5", T1);
	enter(u, "dewi", OPD_B, 3, SUB_A, 2, "100", T1);
	enter(u, "dewi", OPD_B, 3, SUB_B, 1, "40", T1);
	enter(u, "dewi", OPD_B, 3, SUB_C, 1, "1", T1);
}

/* A step without the checks, which are another's test. */
static void step(const Uji *u, const char *opd, int revisi, const char *keadaan, const char *aksi, bool terkunci, const char *alasan, const char *pada)
{
	Konteks *k = buku_uji_open(u->b, STORE_TULIS, "made", pada, NULL);
	const BarisKeadaan row = {.opd = opd, .tahun = 2023, .bulan = 3, .revisi = revisi, .keadaan = keadaan, .aksi = aksi, .terkunci = terkunci, .alasan = alasan,
	                          .rencana = 1, .kondisi = "", .tanggal = ""};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_keadaan(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

/* A request of the pimpinan; with the shelf, or computed anew. */
static Konteks *look(const Uji *u, bool shelf, const RingkasTahun **y)
{
	Konteks *k = buku_uji_open(u->b, STORE_BACA, "bupati", T3, NULL);
	ErrInfo info = {0};
	k->ringkas = shelf ? u->rak : NULL;
	if (ringkas_year(y, k, 2023, &info))
		fail_msg("%s", info.message);
	return k;
}

static void is(const Uji *u, IsiDesimal value, uint8_t decimals, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : desimal_print_plain(u->b->arena, value.nilai, decimals), expected);
}

static void is_money(const Uji *u, IsiRupiah value, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : rupiah_print_plain(u->b->arena, value.nilai), expected);
}

static void the_year_holds_what_counts(void **state)
{
	const Uji *u = *state;
	const RingkasTahun *y;
	fill_a(u);
	fill_b(u);
	step(u, OPD_A, 1, "diajukan", "ajukan", false, "", T1);
	step(u, OPD_B, 1, "diajukan", "ajukan", false, "", T2);
	Konteks *k = look(u, true, &y);
	assert_int_equal(y->n_opd, 2);
	assert_int_equal(ringkas_newest(y), 3);
	const RingkasBulan *a = &y->opd[0]->bulan[2], *b = &y->opd[1]->bulan[2];
	assert_int_equal(a->status.keadaan, KEADAAN_DIAJUKAN);
	is(u, a->lapor.angka.rata_rata, 2, "96.67");
	is(u, a->deviasi.selisih_poin, 2, "83.33"); /* 93,33 - 10 */
	is(u, b->deviasi.selisih_poin, 2, "-12.50"); /* 37,5 - 50 */
	assert_int_equal(ringkas_late(y, a, 3, (Tanggal){2023, 5, 2}), 0);
	assert_int_equal(ringkas_late(y, b, 3, (Tanggal){2023, 5, 2}), 2); /* due on 10 April */
	const RingkasDaerah *d = &y->daerah[2];
	is_money(u, d->angka.pagu, "14000000.00");
	is_money(u, d->angka.realisasi, "8600000.00");
	is_money(u, d->sisa, "5400000.00");
	is(u, d->angka.keuangan, 2, "61.43");  /* 8,6 / 14 */
	is(u, d->angka.keluaran, 2, "68.75");  /* (100 + 37,5) / 2 */
	is(u, d->angka.rata_rata, 2, "65.09"); /* (61,428571 + 68,75) / 2 = 65,0892857 */
	is(u, d->deviasi.rencana_persen, 2, "32.86"); /* 4,6 / 14 */
	is(u, d->terbit.keuangan, 2, "-");
	assert_int_equal(d->peringkat[0], 1);
	assert_int_equal(d->peringkat[1], 2);
	assert_int_equal(d->n_keadaan[KEADAAN_DIAJUKAN], 2);
	assert_int_equal(d->n_bidang, 1);
	is(u, d->bidang[0].angka.keluaran, 2, "68.75");
	konteks_close(k);
}

/* The shelf and a fresh computation say the same, after every kind of change. */
static void same_as_fresh(const Uji *u)
{
	const RingkasTahun *y, *fresh;
	Konteks *k = look(u, true, &y), *l = look(u, false, &fresh);
	assert_int_equal(y->n_opd, fresh->n_opd);
	for (uint32_t i = 0; i < y->n_opd; i++) {
		for (int m = 0; m < 12; m++) {
			const RingkasBulan *p = &y->opd[i]->bulan[m], *q = &fresh->opd[i]->bulan[m];
			assert_memory_equal(&p->status, &q->status, sizeof p->status);
			assert_int_equal(p->lapor.ada, q->lapor.ada);
			assert_int_equal(p->lapor.angka.realisasi.nilai.sen, q->lapor.angka.realisasi.nilai.sen);
			assert_int_equal(p->lapor.angka.pagu.nilai.sen, q->lapor.angka.pagu.nilai.sen);
			assert_int_equal(p->terbit.ada, q->terbit.ada);
			assert_int_equal(p->lapor.angka.keluaran.nilai.m, q->lapor.angka.keluaran.nilai.m);
			assert_string_equal(p->alasan, q->alasan);
		}
	}
	for (int m = 0; m < 12; m++) {
		assert_int_equal(y->daerah[m].angka.rata_rata.nilai.m, fresh->daerah[m].angka.rata_rata.nilai.m);
		assert_int_equal(y->daerah[m].angka.pagu.nilai.sen, fresh->daerah[m].angka.pagu.nilai.sen);
		assert_int_equal(y->daerah[m].terbit.terlapor, fresh->daerah[m].terbit.terlapor);
	}
	konteks_close(l);
	konteks_close(k);
}

static void a_change_renews_what_it_concerns(void **state)
{
	const Uji *u = *state;
	const RingkasTahun *before, *after;
	fill_a(u);
	fill_b(u);
	same_as_fresh(u);
	step(u, OPD_A, 1, "diajukan", "ajukan", false, "", T1);
	same_as_fresh(u);
	Konteks *k = look(u, true, &before);
	enter(u, "dewi", OPD_B, 3, SUB_A, 0, "600.000", T2);
	Konteks *l = look(u, true, &after);
	assert_ptr_equal(before->opd[0], after->opd[0]); /* A is the same object */
	assert_ptr_not_equal(before->opd[1], after->opd[1]);
	konteks_close(l);
	konteks_close(k);
	same_as_fresh(u);
	step(u, OPD_A, 1, "diverifikasi", "verifikasi", false, "", T2);
	step(u, OPD_A, 1, "disahkan", "sahkan", true, "", T2);
	same_as_fresh(u);
	step(u, OPD_A, 2, "draf", "buka", false, "salah ketik", T2);
	enter(u, "sri", OPD_A, 3, SUB_A, 0, "1.000.000", T2);
	same_as_fresh(u);
	rencana_uji_add(u->b, OPD_B, 2, "2023-02-01", 900000000, "Sub Kegiatan Pembinaan", T2);
	same_as_fresh(u);
	rencana_uji_policy(u->b, "[gulung]\ndaerah = pagu\n", T2);
	same_as_fresh(u);
	Konteks *r = look(u, true, &after); /* reopened: revision 1 counts and stays published */
	assert_true(after->opd[0]->bulan[2].terbit.ada);
	assert_int_equal(after->opd[0]->bulan[2].lapor.revisi, 1);
	assert_int_equal(after->opd[0]->bulan[2].status.revisi, 2);
	is_money(u, after->opd[0]->bulan[2].lapor.angka.realisasi, "5600000.00");
	konteks_close(r);
}

static void what_needs_attention(void **state)
{
	const Uji *u = *state;
	const RingkasTahun *y;
	size_t n;
	fill_a(u);
	fill_b(u);
	step(u, OPD_B, 1, "diajukan", "ajukan", false, "", T1);
	Konteks *k = look(u, true, &y);
	const Perhatian *p = ringkas_attention(k->arena, y, 3, (Tanggal){2023, 5, 2}, &n);
	/* A is a draft, 22 days late; B lies 12,5 points behind since March; of its rows none lags: 90 x 3 / 12 = 22,5 < 25 */
	assert_int_equal(n, 2);
	assert_ptr_equal(p[0].opd, y->opd[0]);
	assert_int_equal(p[0].jenis, PERHATIAN_TERLAMBAT);
	assert_int_equal(p[0].terlambat, 22);
	assert_true(p[0].berat);
	assert_int_equal(p[1].jenis, PERHATIAN_TERTINGGAL);
	assert_int_equal(p[1].sejak, 3);
	is_money(u, p[1].sisa, "5000000.00");
	assert_false(p[1].berat);
	konteks_close(k);
}

static void plan_spending_and_forecast(void **state)
{
	const Uji *u = *state;
	const RingkasTahun *y;
	fill_a(u);
	fill_b(u);
	step(u, OPD_A, 1, "diajukan", "ajukan", false, "", T1);
	step(u, OPD_B, 1, "diajukan", "ajukan", false, "", T1);
	Konteks *k = look(u, true, &y);
	const KurvaDaerah c = ringkas_curve(k->arena, y, 3);
	is(u, c.rencana[0], 1, "0.0");
	is(u, c.rencana[1], 1, "28.6");  /* 4 / 14 */
	is(u, c.rencana[2], 1, "32.9");  /* 4,6 / 14 = 32,857 */
	is(u, c.rencana[11], 1, "35.7"); /* 5 / 14 */
	is(u, c.realisasi[2], 1, "61.4");
	is(u, c.realisasi[1], 1, "-");
	is(u, c.deviasi[2], 1, "28.6");  /* 61,43 - 32,86 = 28,57 */
	const RamalDaerah f = ringkas_forecast(k->arena, y, 3);
	assert_true(f.ada);
	assert_int_equal(f.dari, 3);
	is(u, f.perkiraan, 1, "64.6"); /* 61,4286 + (35,7143 - 32,8571) x 1,1: r = 61,4286 / 32,8571 held to 1,1 */
	konteks_close(k);
}

/* 8,6 of 14 million = 61,428571...; output mean(100; 37,5) = 68,75; mean 65,0892857... Without B: 93,33 and 100, mean 96,67: it lowers the region by 31,58. */
static void the_region_explained(void **state)
{
	const Uji *u = *state;
	const RingkasTahun *y;
	fill_a(u);
	fill_b(u);
	step(u, OPD_A, 1, "diajukan", "ajukan", false, "", T1);
	step(u, OPD_B, 1, "diajukan", "ajukan", false, "", T1);
	Konteks *k = look(u, true, &y);
	const JelasDaerah e = ringkas_explain(k->arena, y, 3, BESARAN_RATA_RATA);
	is(u, e.nilai, 2, "65.09");
	assert_string_equal(e.penuh, "65,0892…");
	assert_string_equal(e.keuangan_penuh, "61,4285…");
	assert_string_equal(e.keluaran_penuh, "68,75");
	assert_int_equal(e.n, 2);
	assert_ptr_equal(e.opd[0], y->opd[1]);
	assert_ptr_equal(e.penarik.opd, y->opd[1]);
	is(u, e.penarik.tanpa, 2, "96.67");
	is(u, e.penarik.turun, 2, "31.58");
	konteks_close(k);
}

/* ---- many at once ---- */

enum { PEMBACA = 4, KALI = 40, SIMPAN = 12 };

typedef struct {
	Kolam *kolam;
	int salah;
} Bersama;

/* The money of B only grows: no view is older than one that was seen before. */
static void *look_often(void *shared)
{
	Bersama *s = shared;
	int64_t seen = 0;
	for (int i = 0; i < KALI; i++) {
		Arena *arena = arena_new();
		Konteks *k;
		const RingkasTahun *y;
		const KolamMinta request = {.pemda = "99.01", .pengguna = "bupati", .mode = STORE_BACA, .bahasa = BAHASA_EN};
		if (kolam_take(s->kolam, arena, &request, &k, NULL) || ringkas_year(&y, k, 2023, NULL)) {
			s->salah++;
		} else {
			kolam_give(s->kolam, k); /* the view lives on */
			int64_t now = y->n_opd == 2 ? y->opd[1]->bulan[2].lapor.angka.realisasi.nilai.sen : -1;
			s->salah += now < seen || y->daerah[2].angka.terlapor != 1;
			seen = now;
		}
		arena_free(arena);
	}
	return NULL;
}

/* Money of a submitted month as another program would write it. */
static void write_past_the_rules(const Uji *u, int64_t sen)
{
	Konteks *k = buku_uji_open(u->b, STORE_TULIS, "dewi", T2, NULL);
	const BarisFakta row = {.opd = OPD_B, .tahun = 2023, .bulan = 3, .kode = SUB_C, .jenis = "uang", .isi = ISI_ADA, .m = sen, .skala = 2, .teks = "", .asal = "", .alasan = ""};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_fakta(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static void many_look_while_one_writes(void **state)
{
	const Uji *u = *state;
	Arena *arena = arena_new();
	Bersama shared[PEMBACA] = {0};
	pthread_t threads[PEMBACA];
	Kolam *kolam;
	fill_b(u);
	step(u, OPD_B, 1, "diajukan", "ajukan", false, "", T1);
	assert_int_equal(kolam_open(&kolam, arena, u->b->db, BAHASA_EN, NULL), ERR_OK);
	for (int i = 0; i < PEMBACA; i++) {
		shared[i].kolam = kolam;
		assert_int_equal(pthread_create(&threads[i], NULL, look_often, &shared[i]), 0);
	}
	for (int i = 1; i <= SIMPAN; i++)
		write_past_the_rules(u, 100000000 + i * 1000000);
	for (int i = 0; i < PEMBACA; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(shared[i].salah, 0);
	}
	kolam_close(kolam);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_year_holds_what_counts, setup, teardown),
		cmocka_unit_test_setup_teardown(a_change_renews_what_it_concerns, setup, teardown),
		cmocka_unit_test_setup_teardown(what_needs_attention, setup, teardown),
		cmocka_unit_test_setup_teardown(plan_spending_and_forecast, setup, teardown),
		cmocka_unit_test_setup_teardown(the_region_explained, setup, teardown),
		cmocka_unit_test_setup_teardown(many_look_while_one_writes, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
