/* Jobs: their way from waiting to a result, whose they are, and what a restart makes of them. */
#include "akun_uji.h"

#include "app/pekerjaan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static int64_t job(AkunUji *u, const char *user, Saat now)
{
	int64_t id;
	Konteks *k = akun_uji_take(u, user, STORE_TULIS, now);
	assert_int_equal(pekerjaan_buat(k, "pdf-semua", " PDF semua\nOPD", &id, NULL), ERR_OK);
	akun_uji_give(u, k);
	return id;
}

static Err get(AkunUji *u, const char *user, int64_t id, BarisPekerjaan *out, BarisPekerjaanHasil *result)
{
	Konteks *k = akun_uji_take(u, user, STORE_BACA, SAAT_UJI);
	Err err = pekerjaan_ambil(k, id, out, result, NULL);
	akun_uji_give(u, k);
	return err;
}

static PekerjaanJalan at_work(AkunUji *u, int64_t id)
{
	return (PekerjaanJalan){.kolam = u->kolam, .pemda = "99.01", .id = id, .bahasa = BAHASA_EN};
}

static void from_waiting_to_its_result(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row;
	BarisPekerjaanHasil result;
	int64_t entries = akun_uji_entri(u), id = job(u, "made", waktu_now());
	assert_int_equal(get(u, "made", id, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "antre");
	assert_string_equal(row.judul, "PDF semua OPD");
	assert_int_equal(get(u, "made", id, &row, &result), ERR_ABSENT);
	PekerjaanJalan p = at_work(u, id);
	assert_int_equal(pekerjaan_mulai(&p, NULL), ERR_OK);
	assert_int_equal(pekerjaan_maju(&p, 1, 28, "Dinas A", NULL), ERR_OK); /* within the second: not written */
	assert_int_equal(get(u, "made", id, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "jalan");
	assert_int_equal(row.kemajuan, 0);
	assert_true(row.mulai > 0);
	p.tertulis = 0;
	assert_int_equal(pekerjaan_maju(&p, 7, 28, "Dinas B", NULL), ERR_OK);
	assert_int_equal(get(u, "made", id, &row, NULL), ERR_OK);
	assert_int_equal(row.kemajuan, 250);
	assert_string_equal(row.pesan, "Dinas B");
	assert_int_equal(pekerjaan_selesai(&p, "", "laporan.zip", "application/zip", "PK\0zip", 6, NULL), ERR_OK);
	assert_int_equal(get(u, "made", id, &row, &result), ERR_OK);
	assert_string_equal(row.keadaan, "selesai");
	assert_string_equal(row.pesan, "");
	assert_string_equal(row.hasil_nama, "laporan.zip");
	assert_int_equal(row.kemajuan, PEKERJAAN_UTUH);
	assert_int_equal(result.n_isi, 6);
	assert_memory_equal(result.isi, "PK\0zip", 6);
	assert_int_equal(akun_uji_entri(u), entries); /* the chain knows nothing of it */
}

static void a_failure_says_why(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row;
	int64_t id = job(u, "made", waktu_now());
	PekerjaanJalan p = at_work(u, id);
	assert_int_equal(pekerjaan_mulai(&p, NULL), ERR_OK);
	assert_int_equal(pekerjaan_gagal(&p, "kertas habis", NULL), ERR_OK);
	assert_int_equal(get(u, "made", id, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "gagal");
	assert_string_equal(row.pesan, "kertas habis");
	assert_true(row.selesai >= row.mulai);
	PekerjaanJalan none = at_work(u, 99);
	ErrInfo info = {0};
	assert_int_equal(pekerjaan_mulai(&none, &info), ERR_ABSENT);
	assert_non_null(info.message);
}

static void a_result_that_is_too_large_is_a_failure(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row;
	int64_t id = job(u, "made", waktu_now());
	PekerjaanJalan p = at_work(u, id);
	assert_int_equal(pekerjaan_mulai(&p, NULL), ERR_OK);
	assert_int_equal(pekerjaan_selesai(&p, "", "a.zip", "application/zip", "x", (size_t)PEKERJAAN_HASIL_MAX + 1, NULL), ERR_LIMIT);
	assert_int_equal(get(u, "made", id, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "gagal");
}

static void everybody_sees_his_own(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row, *rows;
	size_t n;
	int64_t mine = job(u, "made", waktu_now()), other = job(u, "sri", waktu_now()), later = job(u, "made", waktu_now());
	assert_int_equal(get(u, "made", other, &row, NULL), ERR_ABSENT);
	assert_int_equal(get(u, "admin", other, &row, NULL), ERR_ABSENT);
	Konteks *k = akun_uji_take(u, "made", STORE_BACA, SAAT_UJI);
	assert_int_equal(pekerjaan_daftar(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(rows[0].id, later);
	assert_int_equal(rows[1].id, mine);
	akun_uji_give(u, k);
	k = akun_uji_take(u, NULL, STORE_TULIS, SAAT_UJI);
	assert_int_equal(pekerjaan_daftar(k, &rows, &n, NULL), ERR_DENIED);
	assert_int_equal(pekerjaan_buat(k, "pdf-semua", "x", &other, NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

static void nobody_fills_the_queue_alone(void **state)
{
	AkunUji *u = *state;
	int64_t id = 0;
	for (int i = 0; i < PEKERJAAN_TERBUKA; i++)
		id = job(u, "made", waktu_now());
	Konteks *k = akun_uji_take(u, "made", STORE_TULIS, waktu_now());
	int64_t more;
	assert_int_equal(pekerjaan_buat(k, "pdf-semua", "x", &more, NULL), ERR_LIMIT);
	akun_uji_give(u, k);
	job(u, "sri", waktu_now());
	PekerjaanJalan p = at_work(u, id);
	assert_int_equal(pekerjaan_gagal(&p, "", NULL), ERR_OK);
	job(u, "made", waktu_now());
}

static void a_restart_fails_what_was_not_done(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row;
	int64_t waiting = job(u, "made", waktu_now()), running = job(u, "made", waktu_now()), done = job(u, "made", waktu_now());
	PekerjaanJalan p = at_work(u, running), q = at_work(u, done);
	assert_int_equal(pekerjaan_mulai(&p, NULL), ERR_OK);
	assert_int_equal(pekerjaan_selesai(&q, "", "", "", NULL, 0, NULL), ERR_OK);
	assert_int_equal(pekerjaan_pulihkan(u->kolam, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(get(u, "made", waiting, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "gagal");
	assert_non_null(strstr(row.pesan, "restarted"));
	assert_int_equal(get(u, "made", running, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "gagal");
	assert_int_equal(get(u, "made", done, &row, NULL), ERR_OK);
	assert_string_equal(row.keadaan, "selesai");
}

static void jobs_go_after_a_week_with_their_results(void **state)
{
	AkunUji *u = *state;
	BarisPekerjaan row;
	int64_t old = job(u, "made", waktu_now() - PEKERJAAN_UMUR - DETIK);
	PekerjaanJalan p = at_work(u, old);
	assert_int_equal(pekerjaan_selesai(&p, "", "a.zip", "application/zip", "zip", 3, NULL), ERR_OK);
	int64_t fresh = job(u, "made", waktu_now());
	assert_int_not_equal(fresh, old);
	assert_int_equal(get(u, "made", old, &row, NULL), ERR_ABSENT);
	assert_int_equal(get(u, "made", fresh, &row, NULL), ERR_OK);
	BarisPekerjaanHasil result;
	bool found;
	Konteks *k = akun_uji_take(u, "made", STORE_BACA, SAAT_UJI);
	assert_int_equal(store_get_pekerjaan_hasil(k->store, u->arena, "99.01", old, &result, &found, NULL), ERR_OK);
	assert_false(found);
	akun_uji_give(u, k);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, akun_uji_setup, akun_uji_teardown)
	const struct CMUnitTest tests[] = {
		CASE(from_waiting_to_its_result), CASE(a_failure_says_why), CASE(a_result_that_is_too_large_is_a_failure), CASE(everybody_sees_his_own),
		CASE(nobody_fills_the_queue_alone), CASE(a_restart_fails_what_was_not_done), CASE(jobs_go_after_a_week_with_their_results),
	};
	return cmocka_run_group_tests_name("pekerjaan", tests, NULL, NULL);
}
