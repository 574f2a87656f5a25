#include "app/tinjau.h"
#include "app/isian.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void enter(BukuUji *b, const char *user, int bulan, const char *kode, int indikator, const char *nilai, const char *alasan, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = OPD_A, .tahun = 2023, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	                     .alasan = alasan, .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static void step(BukuUji *b, const char *user, int bulan, Langkah langkah, const char *alasan, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	ErrInfo info = {0};
	if (siklus_step(k, OPD_A, 2023, bulan, &(PermintaanLangkah){langkah, alasan, "", ""}, NULL, &info))
		fail_msg("%s: %s", langkah_name(langkah), info.message);
	konteks_close(k);
}

/* November: A 500.000 and 6 of 10 documents, 100 of 200 people; B 1.000.000 and 70 %; C 2.000.000 (all of it) and 4 of 4 (all).
 * December: A falls to 400.000, documents rise to 10; B stays; C stays and is finished. */
static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	const char *nov = "2023-12-01T09:00", *dec = "2023-12-29T09:00";
	enter(b, "sri", 11, SUB_A, 0, "500.000", "", nov);
	enter(b, "sri", 11, SUB_A, 1, "6", "", nov);
	enter(b, "sri", 11, SUB_A, 2, "100", "", nov);
	enter(b, "sri", 11, SUB_B, 0, "1.000.000", "", nov);
	enter(b, "sri", 11, SUB_B, 1, "70", "", nov);
	enter(b, "sri", 11, SUB_C, 0, "2.000.000", "", nov);
	enter(b, "sri", 11, SUB_C, 1, "4", "", nov);
	enter(b, "sri", 12, SUB_A, 0, "400.000", "salah hitung", dec);
	enter(b, "sri", 12, SUB_A, 1, "10", "", dec);
	enter(b, "sri", 12, SUB_A, 2, "100", "", dec);
	enter(b, "sri", 12, SUB_B, 0, "1.000.000", "", dec);
	enter(b, "sri", 12, SUB_B, 1, "70", "", dec);
	enter(b, "sri", 12, SUB_C, 0, "2.000.000", "", dec);
	enter(b, "sri", 12, SUB_C, 1, "4", "", dec);
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static Tinjauan *review(BukuUji *b, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, "made", pada, NULL);
	Tinjauan *t;
	ErrInfo info = {0};
	if (tinjau_run(&t, k, OPD_A, 2023, 12, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return t;
}

static const BarisTinjau *row(const Tinjauan *t, const char *kode)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_equal(t->ini->snapshot.simpul[t->baris[i].simpul].kode_tertulis, kode))
			return &t->baris[i];
	fail_msg("no row %s", kode);
	return NULL;
}

static void causes_are_found(void **state)
{
	const Tinjauan *t = review(*state, "2023-12-30T09:00");
	const BarisTinjau *a = row(t, SUB_A), *b = row(t, SUB_B), *c = row(t, SUB_C);
	/* A: money -100.000; keluaran (60 + 50) / 2 = 55 -> (100 + 100) / 2 = 100, the people being a sum of months */
	assert_true(a->sebab & SEBAB_TURUN);
	assert_true(a->sebab & SEBAB_LONJAK);
	assert_true(a->sebab & SEBAB_UBAH);
	assert_int_equal(a->ubah_uang.nilai.sen, -10000000);
	assert_int_equal(desimal_cmp(a->ubah_keluaran.nilai, (Desimal){45, 0}), 0);
	assert_true(b->sebab & SEBAB_DIAM);
	assert_false(b->sebab & SEBAB_UBAH);
	/* C is finished: standing still is right */
	assert_false(c->sebab & (SEBAB_DIAM | SEBAB_TURUN | SEBAB_LONJAK | SEBAB_UBAH));
	assert_int_equal(t->n_daun, 3);
	assert_int_equal(t->n_ubah, 1);
	assert_int_equal(t->bulan_lalu, 11);
}

static void another_hand_is_seen(void **state)
{
	BukuUji *b = *state;
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2023-12-29T10:00", NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	k->pengguna.nama = "Wayan";
	assert_int_equal(store_add_pengguna(k->store, (BarisPengguna){.pengguna = "wayan", .nama = "Wayan", .peran = "operator", .opd = OPD_A, .sandi = "", .aktif = 1}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	enter(b, "wayan", 12, SUB_B, 0, "1.500.000", "", "2023-12-29T11:00");
	const Tinjauan *t = review(b, "2023-12-30T09:00");
	assert_true(row(t, SUB_B)->sebab & SEBAB_KONFLIK);
	assert_false(row(t, SUB_A)->sebab & SEBAB_KONFLIK);
}

static void decide(BukuUji *b, const char *kode, Putusan putusan, const char *note, const char *pada, const char *refusal)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "made", pada, NULL);
	ErrInfo info = {0};
	Err err = tinjau_putuskan(k, OPD_A, 2023, 12, kode, putusan, note, &info);
	if (refusal) {
		assert_true(err_refused(err));
		assert_non_null(strstr(info.message, refusal));
	} else if (err) {
		fail_msg("%s", info.message);
	}
	konteks_close(k);
}

static void explain_all(BukuUji *b, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	Bulan *bulan;
	PeriksaBulan *p;
	assert_int_equal(bulan_load(&bulan, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(siklus_check(&p, k, bulan, NULL), ERR_OK);
	for (size_t i = 0; i < p->daftar->n; i++)
		if (p->baris[i].temuan->level == LEVEL_WARNING)
			assert_int_equal(siklus_justify(k, OPD_A, 2023, 12, p->baris[i].temuan->rule, "", "sudah benar", NULL), ERR_OK);
	konteks_close(k);
}

static void decisions_hold_until_the_row_changes(void **state)
{
	BukuUji *b = *state;
	decide(b, SUB_A, PUTUSAN_TERIMA, "", "2023-12-29T12:00", "does not wait for verification");
	explain_all(b, "2023-12-29T13:00");
	step(b, "sri", 12, LANGKAH_AJUKAN, "", "2024-01-02T09:00");
	decide(b, SUB_A, PUTUSAN_PERBAIKI, " ", "2024-01-02T10:00", "has to be corrected");
	decide(b, SUB_A, PUTUSAN_PERBAIKI, "uang turun, cek SP2D", "2024-01-02T10:00", NULL);
	decide(b, SUB_B, PUTUSAN_TERIMA, "", "2024-01-02T10:05", NULL);
	const Tinjauan *t = review(b, "2024-01-02T11:00");
	assert_int_equal(row(t, SUB_A)->putusan.putusan, PUTUSAN_PERBAIKI);
	assert_string_equal(row(t, SUB_A)->putusan.teks, "uang turun, cek SP2D");
	assert_string_equal(row(t, SUB_A)->putusan.oleh, "made");
	assert_int_equal(row(t, SUB_B)->putusan.putusan, PUTUSAN_TERIMA);
	assert_int_equal(row(t, SUB_C)->putusan.putusan, PUTUSAN_BELUM);
	step(b, "made", 12, LANGKAH_KEMBALIKAN, "baris 1.1.1", "2024-01-02T12:00");
	enter(b, "sri", 12, SUB_A, 0, "600.000", "", "2024-01-03T09:00");
	t = review(b, "2024-01-03T10:00");
	/* the row was changed: what was said stands, but the decision is open again; that of the untouched row holds */
	assert_int_equal(row(t, SUB_A)->putusan.putusan, PUTUSAN_BELUM);
	assert_string_equal(row(t, SUB_A)->putusan.teks, "uang turun, cek SP2D");
	assert_int_equal(row(t, SUB_B)->putusan.putusan, PUTUSAN_TERIMA);
}

static void queue_is_of_the_role(void **state)
{
	BukuUji *b = *state;
	AntreBaris *wait, *rest;
	size_t n, n_rest, n_done;
	explain_all(b, "2023-12-29T13:00");
	step(b, "sri", 12, LANGKAH_AJUKAN, "", "2024-01-02T09:00");
	static const struct {
		const char *user;
		size_t before, after;
	} who[] = {{"made", 1, 0}, {"kadis", 0, 1}, {"kadag", 0, 0}, {"bupati", 0, 0}};
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < sizeof who / sizeof *who; i++) {
			Konteks *k = buku_uji_open(b, STORE_BACA, who[i].user, "2024-01-05T09:00", NULL);
			assert_int_equal(antre_list(k, 2023, &wait, &n, &rest, &n_rest, &n_done, NULL), ERR_OK);
			assert_int_equal(n, pass ? who[i].after : who[i].before);
			/* another agency's head sees nothing of it */
			assert_int_equal(n + n_rest, str_equal(who[i].user, "kadag") ? 0 : 1);
			konteks_close(k);
		}
		if (pass == 0)
			step(b, "made", 12, LANGKAH_VERIFIKASI, "", "2024-01-03T09:00");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(causes_are_found, setup, teardown),
		cmocka_unit_test_setup_teardown(another_hand_is_seen, setup, teardown),
		cmocka_unit_test_setup_teardown(decisions_hold_until_the_row_changes, setup, teardown),
		cmocka_unit_test_setup_teardown(queue_is_of_the_role, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
