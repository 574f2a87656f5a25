#include "app/sandi.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <time.h>

static void a_password_is_kept_as_argon2id_with_a_salt_of_its_own(void **state)
{
	Arena *arena = arena_new();
	const char *a, *b;
	assert_int_equal(sandi_hash(arena, "rahasia benar", BAHASA_EN, &a, NULL), ERR_OK);
	assert_int_equal(sandi_hash(arena, "rahasia benar", BAHASA_EN, &b, NULL), ERR_OK);
	assert_true(str_starts(a, "$argon2id$v=19$m=19456,t=2,p=1$"));
	assert_string_not_equal(a, b);
	assert_null(strstr(a, "rahasia"));
	assert_true(sandi_check(a, "rahasia benar"));
	assert_true(sandi_check(b, "rahasia benar"));
	assert_false(sandi_check(a, "rahasia Benar"));
	assert_false(sandi_check(a, "rahasia bena"));
	assert_false(sandi_check(a, ""));
	arena_free(arena);
	(void)state;
}

/* Made by another implementation, OpenSSL's (python3 cryptography: Argon2id(salt=b"garamgaramgaram!", length=32, iterations=2, lanes=1,
 * memory_cost=19456).derive_phc_encoded(b"rahasia benar")). */
static const char SANDI_ACUAN[] = "$argon2id$v=19$m=19456,t=2,p=1$Z2FyYW1nYXJhbWdhcmFtIQ$OSDdfoizGWNJL13CoLqRnQ6K5l3KvOOh1Ods0bRxggM";

static void strings_of_other_programs_are_understood(void **state)
{
	assert_true(sandi_check(SANDI_ACUAN, "rahasia benar"));
	assert_false(sandi_check(SANDI_ACUAN, "rahasia salah"));
	(void)state;
}

static void length_is_judged(void **state)
{
	Arena *arena = arena_new();
	const char *kept;
	ErrInfo info = {0};
	assert_int_equal(sandi_hash(arena, "123456789", BAHASA_EN, &kept, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "10"));
	char *text = arena_alloc(arena, SANDI_MAX + 2);
	memset(text, 'x', SANDI_MAX + 1);
	assert_int_equal(sandi_hash(arena, text, BAHASA_EN, &kept, NULL), ERR_USAGE);
	text[SANDI_MAX] = '\0';
	assert_int_equal(sandi_hash(arena, text, BAHASA_EN, &kept, NULL), ERR_OK);
	assert_true(sandi_check(kept, text));
	char *longer = arena_alloc(arena, SANDI_MAX + 2);
	memset(longer, 'x', SANDI_MAX + 1);
	assert_false(sandi_check(kept, longer));
	assert_int_equal(sandi_hash(arena, "sandiku\xc3\xa9\xc3\xa9\xc3\xa9", BAHASA_EN, &kept, NULL), ERR_OK); /* ten characters */
	arena_free(arena);
	(void)state;
}

static void nobody_is_never_let_in(void **state)
{
	static const char *const kept[] = {NULL, "", "x", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$", "$1$md5$crypt"};
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		assert_false(sandi_check(kept[i], ""));
		assert_false(sandi_check(kept[i], "rahasia benar"));
	}
	(void)state;
}

static int64_t work(const char *kept)
{
	struct timespec a, b;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	sandi_check(kept, "rahasia benar");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
	return (b.tv_sec - a.tv_sec) * 1000000 + (b.tv_nsec - a.tv_nsec) / 1000;
}

/* An unknown user costs the same work as a known one: at least half of it, whatever else the machine does. */
static void an_unknown_user_takes_the_same_time(void **state)
{
	Arena *arena = arena_new();
	const char *kept;
	assert_int_equal(sandi_hash(arena, "lain sama sekali", BAHASA_EN, &kept, NULL), ERR_OK);
	int64_t known = INT64_MAX, unknown = INT64_MAX;
	for (int i = 0; i < 3; i++) {
		int64_t a = work(kept), b = work(NULL);
		known = a < known ? a : known;
		unknown = b < unknown ? b : unknown;
	}
	assert_true(unknown * 2 > known);
	arena_free(arena);
	(void)state;
}

static void first_passwords_are_random_and_readable(void **state)
{
	enum { N = 200 };
	Arena *arena = arena_new();
	const char *made[N];
	for (int i = 0; i < N; i++) {
		made[i] = sandi_generate(arena);
		assert_int_equal(strlen(made[i]), 19);
		for (int c = 0; c < 19; c++)
			assert_non_null(strchr(c % 5 == 4 ? "-" : "abcdefghjkmnpqrstuvwxyz23456789", made[i][c]));
		for (int k = 0; k < i; k++)
			assert_string_not_equal(made[i], made[k]);
	}
	const char *kept;
	assert_int_equal(sandi_hash(arena, made[0], BAHASA_EN, &kept, NULL), ERR_OK);
	assert_true(sandi_check(kept, made[0]));
	assert_false(sandi_check(kept, made[1]));
	arena_free(arena);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_password_is_kept_as_argon2id_with_a_salt_of_its_own),
		cmocka_unit_test(strings_of_other_programs_are_understood),
		cmocka_unit_test(length_is_judged),
		cmocka_unit_test(nobody_is_never_let_in),
		cmocka_unit_test(an_unknown_user_takes_the_same_time),
		cmocka_unit_test(first_passwords_are_random_and_readable),
	};
	return cmocka_run_group_tests_name("sandi", tests, NULL, NULL);
}
