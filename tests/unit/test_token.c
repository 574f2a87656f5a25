/* Tokens of programs: what they open, how narrow, how long, and what makes them void. */
#include "akun_uji.h"

#include "app/pengguna.h"
#include "app/token.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define HARI (24 * JAM)

static const char *make(AkunUji *u, const char *user, const char *scope, int64_t days, Token *out)
{
	const char *token;
	Token own;
	Konteks *k = akun_uji_take(u, user, STORE_TULIS, SAAT_UJI);
	assert_int_equal(token_buat(k, scope, "  Dasbor\nkantor ", days, &token, out ? out : &own, NULL), ERR_OK);
	akun_uji_give(u, k);
	return token;
}

static bool opens(AkunUji *u, const char *token, Saat now, TokenSiapa *who)
{
	TokenSiapa own;
	bool found;
	assert_int_equal(token_lihat(u->kolam, u->arena, token, now, BAHASA_EN, who ? who : &own, &found, NULL), ERR_OK);
	return found;
}

static void a_token_says_who_and_how_far(void **state)
{
	AkunUji *u = *state;
	TokenSiapa who;
	Token made;
	const char *token = make(u, "sri", "isi", 0, &made);
	assert_true(str_starts(token, "cpn_"));
	assert_int_equal(strlen(token), 4 + 43);
	assert_string_equal(made.nama, "Dasbor kantor");
	assert_true(opens(u, token, SAAT_UJI, &who));
	assert_string_equal(who.pemda, "99.01");
	assert_string_equal(who.pengguna, "sri");
	assert_int_equal(who.lingkup, TOKEN_ISI);
	assert_false(opens(u, "", SAAT_UJI, NULL));
	assert_false(opens(u, token + 4, SAAT_UJI, NULL));
	assert_false(opens(u, made.nomor, SAAT_UJI, NULL));
	assert_false(opens(u, str_format(u->arena, "%sx", token), SAAT_UJI, NULL));
}

static void a_session_is_no_token_and_a_token_no_session(void **state)
{
	AkunUji *u = *state;
	const char *token = make(u, "sri", "semua", 0, NULL), *session = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_false(akun_uji_hidup(u, token, SAAT_UJI));
	assert_false(opens(u, session, SAAT_UJI, NULL));
	assert_false(opens(u, str_format(u->arena, "cpn_%s", session), SAAT_UJI, NULL));
}

static void its_life_is_bounded(void **state)
{
	AkunUji *u = *state;
	const char *token = make(u, "sri", "baca", 7, NULL), *year = make(u, "sri", "baca", 0, NULL), *none;
	Token out;
	assert_true(opens(u, token, SAAT_UJI + 7 * HARI - DETIK, NULL));
	assert_false(opens(u, token, SAAT_UJI + 7 * HARI, NULL));
	assert_true(opens(u, year, SAAT_UJI + 365 * HARI - DETIK, NULL));
	assert_false(opens(u, year, SAAT_UJI + 365 * HARI, NULL));
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(token_buat(k, "baca", "", TOKEN_HARI_MAX + 1, &none, &out, NULL), ERR_USAGE);
	assert_int_equal(token_buat(k, "baca", "", -1, &none, &out, NULL), ERR_USAGE);
	assert_int_equal(token_buat(k, "root", "", 0, &none, &out, NULL), ERR_USAGE);
	char *name = arena_alloc(u->arena, TOKEN_NAMA_MAX + 2);
	memset(name, 'n', TOKEN_NAMA_MAX + 1);
	assert_int_equal(token_buat(k, "baca", name, 0, &none, &out, NULL), ERR_USAGE);
	akun_uji_give(u, k);
}

static void a_disabled_user_or_another_role_reaches_his_tokens(void **state)
{
	AkunUji *u = *state;
	const char *token = make(u, "made", "semua", 0, NULL);
	assert_true(opens(u, token, SAAT_UJI, NULL));
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_enable(k, "made", false, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(opens(u, token, SAAT_UJI, NULL));
	k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_enable(k, "made", true, NULL), ERR_OK);
	assert_int_equal(pengguna_role(k, "made", "auditor", "", NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_true(opens(u, token, SAAT_UJI, NULL));
	k = akun_uji_take(u, "made", STORE_BACA, SAAT_UJI);
	assert_int_equal(konteks_may(k, AKSI_VERIFIKASI, OPD_A, NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

static void its_scope_narrows_the_user(void **state)
{
	AkunUji *u = *state;
	Konteks *k;
	ErrInfo info = {0};
	assert_int_equal(kolam_take(u->kolam, u->arena, &(KolamMinta){.pemda = "99.01", .pengguna = "sri", .mode = STORE_BACA, .bahasa = BAHASA_EN, .lingkup = TOKEN_BACA}, &k, NULL), ERR_OK);
	assert_int_equal(konteks_may(k, AKSI_BACA, OPD_A, NULL), ERR_OK);
	assert_int_equal(konteks_may(k, AKSI_BACA, OPD_B, NULL), ERR_DENIED);
	assert_int_equal(konteks_may(k, AKSI_ISI, OPD_A, &info), ERR_DENIED);
	assert_non_null(strstr(info.message, "baca"));
	akun_uji_give(u, k);
	assert_int_equal(kolam_take(u->kolam, u->arena, &(KolamMinta){.pemda = "99.01", .pengguna = "sri", .mode = STORE_BACA, .bahasa = BAHASA_EN, .lingkup = TOKEN_ISI}, &k, NULL), ERR_OK);
	assert_int_equal(konteks_may(k, AKSI_ISI, OPD_A, NULL), ERR_OK);
	assert_int_equal(konteks_may(k, AKSI_ISI, OPD_B, NULL), ERR_DENIED);
	assert_int_equal(konteks_may(k, AKSI_AJUKAN, OPD_A, NULL), ERR_DENIED);
	/* A narrow token makes no wider one. */
	Token out;
	const char *none;
	assert_int_equal(token_buat(k, "semua", "", 0, &none, &out, NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

static void lists_and_revoking(void **state)
{
	AkunUji *u = *state;
	Token sri, made, *rows;
	size_t n;
	const char *a = make(u, "sri", "baca", 0, &sri), *b = make(u, "made", "baca", 0, &made);
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(token_daftar(k, false, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_true(rows[0].hidup);
	assert_int_equal(token_daftar(k, true, &rows, &n, NULL), ERR_DENIED);
	assert_int_equal(token_cabut(k, made.nomor, NULL), ERR_ABSENT);
	assert_int_equal(token_cabut(k, "", NULL), ERR_ABSENT);
	assert_int_equal(token_cabut(k, sri.nomor, NULL), ERR_OK);
	assert_int_equal(token_cabut(k, sri.nomor, NULL), ERR_ABSENT);
	akun_uji_give(u, k);
	assert_false(opens(u, a, SAAT_UJI, NULL));
	k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(token_daftar(k, true, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(token_cabut(k, made.nomor, NULL), ERR_OK);
	BarisPeristiwa *events;
	assert_int_equal(store_list_peristiwa(k->store, u->arena, "99.01", "made", &events, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_string_equal(events[0].jenis, "token-buat");
	assert_string_equal(events[1].jenis, "token-cabut");
	assert_null(strstr(events[0].teks, b));
	akun_uji_give(u, k);
	assert_false(opens(u, b, SAAT_UJI, NULL));
}

/* Noted at most every five minutes; a revoked one is not brought back by noting its use. */
static void its_use_is_noted(void **state)
{
	AkunUji *u = *state;
	Token made, *rows;
	size_t n;
	const char *token = make(u, "sri", "baca", 0, &made);
	assert_true(opens(u, token, SAAT_UJI, NULL));
	int64_t before = kolam_generation(u->kolam);
	for (int i = 1; i < 20; i++)
		assert_true(opens(u, token, SAAT_UJI + i * 10 * DETIK, NULL));
	assert_int_equal(kolam_generation(u->kolam), before);
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(token_daftar(k, false, &rows, &n, NULL), ERR_OK);
	assert_int_equal(rows[0].dipakai, SAAT_UJI);
	assert_int_equal(token_cabut(k, made.nomor, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(opens(u, token, SAAT_UJI + JAM, NULL));
	assert_false(opens(u, token, SAAT_UJI + JAM, NULL));
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, akun_uji_setup, akun_uji_teardown)
	const struct CMUnitTest tests[] = {
		CASE(a_token_says_who_and_how_far), CASE(a_session_is_no_token_and_a_token_no_session), CASE(its_life_is_bounded),
		CASE(a_disabled_user_or_another_role_reaches_his_tokens), CASE(its_scope_narrows_the_user), CASE(lists_and_revoking), CASE(its_use_is_noted),
	};
	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
