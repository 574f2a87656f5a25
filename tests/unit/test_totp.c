/* The second factor: the numbers of RFC 6238, what is refused, and the codes for a lost telephone. */
#include "akun_uji.h"

#include "app/qr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* "12345678901234567890" in base32, the secret of RFC 6238, appendix B. */
static const char RFC[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/* Appendix B, SHA-1; the last six of its eight digits. */
static void the_numbers_of_the_standard(void **state)
{
	static const struct { int64_t time; const char *code; int64_t step; } vectors[] = {
		{59, "287082", 0x1}, {1111111109, "081804", 0x23523EC}, {1111111111, "050471", 0x23523ED}, {1234567890, "005924", 0x273EF07},
		{2000000000, "279037", 0x3F940AA}, {INT64_C(20000000000), "353130", 0x27BC86AA},
	};
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		int64_t step = -1;
		assert_true(totp_check(RFC, vectors[i].code, vectors[i].time * DETIK, 0, &step));
		assert_int_equal(step, vectors[i].step);
	}
	(void)state;
}

static void one_step_early_or_late_is_allowed_two_are_not(void **state)
{
	int64_t step;
	const Saat at = INT64_C(1111111111) * DETIK; /* step 0x23523ED begins at 1111111110 */
	assert_true(totp_check(RFC, "050471", at - 30 * DETIK, 0, &step));
	assert_true(totp_check(RFC, "050471", at + 30 * DETIK, 0, &step));
	assert_false(totp_check(RFC, "050471", at - 60 * DETIK, 0, &step));
	assert_false(totp_check(RFC, "050471", at + 60 * DETIK, 0, &step));
	(void)state;
}

static void a_code_is_good_once(void **state)
{
	int64_t step;
	const Saat at = INT64_C(1111111111) * DETIK;
	assert_true(totp_check(RFC, "050471", at, 0, &step));
	assert_false(totp_check(RFC, "050471", at, step, &step));
	assert_true(totp_check(RFC, "050471", at, 0x23523EC, &step));
	(void)state;
}

static void only_six_digits_are_a_code(void **state)
{
	static const char *const wrong[] = {"", "05047", "0504711", "14050471", "05047a", "٠٥٠٤٧١", "-50471", "050471;", "0 5 0 4 7", "      "};
	int64_t step;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(totp_check(RFC, wrong[i], INT64_C(1111111111) * DETIK, 0, &step));
	assert_true(totp_check(RFC, " 050 471 ", INT64_C(1111111111) * DETIK, 0, &step));
	assert_false(totp_check("tidak base32!", "050471", INT64_C(1111111111) * DETIK, 0, &step));
	(void)state;
}

static void secrets_are_random_and_long(void **state)
{
	Arena *arena = arena_new();
	const char *a = totp_rahasia(arena), *b = totp_rahasia(arena);
	assert_int_equal(strlen(a), 32); /* 160 bits */
	assert_int_equal(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), 32);
	assert_string_not_equal(a, b);
	arena_free(arena);
	(void)state;
}

static void the_address_names_issuer_and_user(void **state)
{
	Arena *arena = arena_new();
	assert_string_equal(totp_uri(arena, "capaian Kab. Contoh & Kota", "sri", RFC),
	                    "otpauth://totp/capaian%20Kab.%20Contoh%20%26%20Kota:sri?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=capaian%20Kab.%20Contoh%20%26%20Kota");
	arena_free(arena);
	(void)state;
}

/* The three large squares at the corners, from which a telephone finds a QR code. */
static void a_qr_code_is_drawn(void **state)
{
	Arena *arena = arena_new();
	unsigned side = 0;
	const char *path = NULL;
	assert_true(qr_encode(arena, "otpauth://totp/capaian:sri?secret=GEZDGNBVGY3TQOJQ", &side, &path));
	assert_true(side >= 21 && (side - 17) % 4 == 0);
	assert_true(str_starts(path, "M0 0h7v1h-7z"));
	assert_non_null(strstr(path, str_format(arena, "M%u 0h7v1h-7z", side - 7)));
	assert_non_null(strstr(path, str_format(arena, "M0 %uh7v1h-7z", side - 1)));
	char *too_long = arena_alloc(arena, 4000);
	memset(too_long, 'a', 3999);
	assert_false(qr_encode(arena, too_long, &side, &path));
	arena_free(arena);
	(void)state;
}

/* ---- the user's own factor ---- */

static TotpKeadaan state_of(AkunUji *u, const char *pengguna)
{
	TotpKeadaan out;
	Konteks *k = akun_uji_take(u, pengguna, STORE_BACA, SAAT_UJI);
	assert_int_equal(totp_keadaan(k, &out, NULL), ERR_OK);
	akun_uji_give(u, k);
	return out;
}

static void it_is_on_only_after_a_right_code(void **state)
{
	AkunUji *u = *state;
	const char *const *codes;
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(totp_aktifkan(k, "123456", &codes, NULL), ERR_USAGE); /* nothing was begun */
	assert_int_equal(totp_mulai(k, NULL), ERR_OK);
	TotpKeadaan waiting;
	assert_int_equal(totp_keadaan(k, &waiting, NULL), ERR_OK);
	assert_false(waiting.aktif);
	assert_non_null(strstr(waiting.uri, waiting.rahasia));
	const char *right = akun_uji_kode(u, waiting.rahasia, SAAT_UJI);
	assert_int_equal(totp_aktifkan(k, str_equal(right, "000000") ? "000001" : "000000", &codes, NULL), ERR_USAGE);
	assert_false(state_of(u, "sri").aktif);
	assert_int_equal(totp_aktifkan(k, right, &codes, NULL), ERR_OK);
	assert_int_equal(totp_aktifkan(k, right, &codes, NULL), ERR_USAGE); /* it is on */
	assert_int_equal(totp_mulai(k, NULL), ERR_USAGE);                   /* nobody slips another secret under it */
	akun_uji_give(u, k);
	TotpKeadaan on = state_of(u, "sri");
	assert_true(on.aktif);
	assert_string_equal(on.rahasia, ""); /* never shown again */
	assert_int_equal(on.sisa, TOTP_PEMULIHAN);
	for (int i = 0; i < TOTP_PEMULIHAN; i++) {
		assert_int_equal(strlen(codes[i]), 11);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(codes[i], codes[j]);
	}
}

static bool accepts(AkunUji *u, const char *kode, Saat now)
{
	bool right;
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, now);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(totp_terima(k->store, u->arena, "99.01", "sri", kode, now, &right, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	akun_uji_give(u, k);
	return right;
}

static void the_code_that_turned_it_on_is_used_up(void **state)
{
	AkunUji *u = *state;
	const char *secret = akun_uji_totp(u, "sri", SAAT_UJI, NULL);
	assert_false(accepts(u, akun_uji_kode(u, secret, SAAT_UJI), SAAT_UJI));
	const char *next = akun_uji_kode(u, secret, SAAT_UJI + 30 * DETIK);
	assert_true(accepts(u, next, SAAT_UJI + 30 * DETIK));
	assert_false(accepts(u, next, SAAT_UJI + 31 * DETIK));                                                  /* replayed */
	assert_false(accepts(u, akun_uji_kode(u, secret, SAAT_UJI), SAAT_UJI + 31 * DETIK));                       /* of the step before */
	assert_true(accepts(u, akun_uji_kode(u, secret, SAAT_UJI + 60 * DETIK), SAAT_UJI + 31 * DETIK));          /* a telephone that is ahead */
}

static void recovery_codes_are_good_once_each(void **state)
{
	AkunUji *u = *state;
	const char *const *codes;
	akun_uji_totp(u, "sri", SAAT_UJI, &codes);
	int64_t entries = akun_uji_entri(u);
	assert_true(accepts(u, codes[3], SAAT_UJI));
	assert_false(accepts(u, codes[3], SAAT_UJI));
	/* As people type it. */
	StrBuf shouted = {.arena = u->arena};
	for (const char *p = codes[4]; *p; p++)
		strbuf_addc(&shouted, *p == '-' ? ' ' : *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
	assert_true(accepts(u, strbuf_text(&shouted), SAAT_UJI));
	assert_false(accepts(u, "aaaaa-aaaaa", SAAT_UJI));
	assert_int_equal(state_of(u, "sri").sisa, TOTP_PEMULIHAN - 2);
	assert_int_equal(akun_uji_entri(u), entries + 2); /* each use stands in the chain */
}

static void new_recovery_codes_void_the_old(void **state)
{
	AkunUji *u = *state;
	const char *const *old, *const *fresh;
	const char *secret = akun_uji_totp(u, "sri", SAAT_UJI, &old);
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI + MENIT);
	assert_int_equal(totp_pemulihan_baru(k, "000000", &fresh, NULL), ERR_USAGE);
	assert_int_equal(totp_pemulihan_baru(k, akun_uji_kode(u, secret, SAAT_UJI + MENIT), &fresh, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(accepts(u, old[0], SAAT_UJI + MENIT));
	assert_true(accepts(u, fresh[0], SAAT_UJI + MENIT));
}

static void turning_off_needs_a_code_or_an_admin(void **state)
{
	AkunUji *u = *state;
	const char *const *codes;
	akun_uji_totp(u, "sri", SAAT_UJI, &codes);
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(totp_matikan(k, "999999", NULL), ERR_USAGE);
	assert_true(state_of(u, "sri").aktif);
	assert_int_equal(totp_matikan(k, codes[0], NULL), ERR_OK);
	assert_int_equal(totp_matikan_untuk(k, "made", NULL), ERR_DENIED);
	akun_uji_give(u, k);
	assert_false(state_of(u, "sri").aktif);
	assert_false(accepts(u, codes[1], SAAT_UJI));
	akun_uji_totp(u, "sri", SAAT_UJI + MENIT, NULL);
	k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(totp_matikan_untuk(k, "sri", NULL), ERR_OK);
	assert_int_equal(totp_matikan_untuk(k, "sri", NULL), ERR_ABSENT);
	BarisPeristiwa *events;
	size_t n;
	assert_int_equal(store_list_peristiwa(k->store, u->arena, "99.01", "sri", &events, &n, NULL), ERR_OK);
	akun_uji_give(u, k);
	static const char *const story[] = {"totp-aktif", "pemulihan", "totp-mati", "totp-aktif", "totp-mati"};
	assert_int_equal(n, 5);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(events[i].jenis, story[i]);
}

/* Neither the chain nor what it covers holds a secret. */
static void no_secret_stands_in_the_chain(void **state)
{
	AkunUji *u = *state;
	const char *const *codes;
	const char *secret = akun_uji_totp(u, "sri", SAAT_UJI, &codes);
	BarisPeristiwa *events;
	size_t n;
	Konteks *k = akun_uji_take(u, "admin", STORE_BACA, SAAT_UJI);
	assert_int_equal(store_list_peristiwa(k->store, u->arena, "99.01", "sri", &events, &n, NULL), ERR_OK);
	for (size_t i = 0; i < n; i++)
		assert_true(!strstr(events[i].teks, secret) && !strstr(events[i].teks, codes[0]));
	akun_uji_give(u, k);
}

static void the_public_and_programs_have_no_factor(void **state)
{
	AkunUji *u = *state;
	TotpKeadaan out;
	Konteks *k = akun_uji_take(u, NULL, STORE_TULIS, SAAT_UJI);
	assert_int_equal(totp_mulai(k, NULL), ERR_DENIED);
	assert_int_equal(totp_keadaan(k, &out, NULL), ERR_DENIED);
	akun_uji_give(u, k);
	k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	k->lingkup = TOKEN_BACA;
	assert_int_equal(totp_mulai(k, NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, akun_uji_setup, akun_uji_teardown)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_numbers_of_the_standard),
		cmocka_unit_test(one_step_early_or_late_is_allowed_two_are_not),
		cmocka_unit_test(a_code_is_good_once),
		cmocka_unit_test(only_six_digits_are_a_code),
		cmocka_unit_test(secrets_are_random_and_long),
		cmocka_unit_test(the_address_names_issuer_and_user),
		cmocka_unit_test(a_qr_code_is_drawn),
		CASE(it_is_on_only_after_a_right_code),
		CASE(the_code_that_turned_it_on_is_used_up),
		CASE(recovery_codes_are_good_once_each),
		CASE(new_recovery_codes_void_the_old),
		CASE(turning_off_needs_a_code_or_an_admin),
		CASE(no_secret_stands_in_the_chain),
		CASE(the_public_and_programs_have_no_factor),
	};
	return cmocka_run_group_tests_name("totp", tests, NULL, NULL);
}
