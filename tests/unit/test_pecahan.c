#include "base/pecahan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void computes_exactly(void **state)
{
	Arena *a = *state;
	const Pecahan *third = pecahan_div(a, pecahan_int(a, 1), pecahan_int(a, 3));
	const Pecahan *sum = pecahan_add(a, pecahan_add(a, third, third), third);
	assert_int_equal(pecahan_cmp(sum, pecahan_int(a, 1)), 0);
	assert_string_equal(pecahan_print(a, third), "1/3");
	assert_string_equal(pecahan_print(a, sum), "1");
	assert_string_equal(pecahan_print(a, pecahan_desimal(a, (Desimal){-9014, 4})), "-4507/5000");
	assert_string_equal(pecahan_print(a, pecahan_rupiah(a, (Rupiah){INT64_MIN})), "-2305843009213693952/25");
	assert_string_equal(pecahan_print(a, pecahan_div(a, pecahan_int(a, 2), pecahan_int(a, -4))), "-1/2");
	assert_string_equal(pecahan_print(a, pecahan_sub(a, third, pecahan_mul(a, third, pecahan_int(a, 5)))), "-4/3");
	assert_int_equal(pecahan_sign(pecahan_int(a, INT64_MIN)), -1);
	assert_int_equal(pecahan_sign(pecahan_sub(a, third, third)), 0);
	assert_int_equal(pecahan_cmp(third, pecahan_desimal(a, (Desimal){333333, 6})), 1);
	assert_int_equal(pecahan_cmp(pecahan_int(a, -5), third), -1);
}

static void rounds_ties_by_mode(void **state)
{
	Arena *a = *state;
	static const struct { int64_t n, d; uint8_t scale; int64_t away, even, cut; } T[] = {
		{1, 2, 0, 1, 0, 0}, {-1, 2, 0, -1, 0, 0}, {3, 2, 0, 2, 2, 1}, {-3, 2, 0, -2, -2, -1}, {5, 2, 0, 3, 2, 2}, {-5, 2, 0, -3, -2, -2},
		{1, 8, 2, 13, 12, 12}, {3, 8, 2, 38, 38, 37}, {-3, 8, 2, -38, -38, -37}, {2, 3, 2, 67, 67, 66}, {-2, 3, 2, -67, -67, -66},
		{1, 3, 2, 33, 33, 33}, {0, 7, 4, 0, 0, 0}, {7, 1, 2, 700, 700, 700}, {1, 201, 2, 0, 0, 0}, {1, 199, 2, 1, 1, 0}, {-1, 199, 2, -1, -1, 0},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
		const Pecahan *p = pecahan_div(a, pecahan_int(a, T[i].n), pecahan_int(a, T[i].d));
		Desimal out;
		assert_true(pecahan_round(&out, p, T[i].scale, BULAT_JAUH_NOL));
		assert_int_equal(out.m, T[i].away);
		assert_int_equal(out.scale, T[i].scale);
		assert_true(pecahan_round(&out, p, T[i].scale, BULAT_GENAP));
		assert_int_equal(out.m, T[i].even);
		assert_true(pecahan_round(&out, p, T[i].scale, BULAT_POTONG));
		assert_int_equal(out.m, T[i].cut);
	}
}

static void tells_what_does_not_fit(void **state)
{
	Arena *a = *state;
	Desimal out = {1, 1};
	assert_false(pecahan_round(&out, pecahan_int(a, INT64_MAX), 1, BULAT_JAUH_NOL));
	assert_false(pecahan_round(&out, pecahan_add(a, pecahan_int(a, INT64_MAX), pecahan_desimal(a, (Desimal){5, 1})), 0, BULAT_JAUH_NOL));
	assert_int_equal(out.m, 1);
	assert_true(pecahan_round(&out, pecahan_add(a, pecahan_int(a, INT64_MAX), pecahan_desimal(a, (Desimal){5, 1})), 0, BULAT_POTONG));
	assert_true(out.m == INT64_MAX);
	assert_true(pecahan_round(&out, pecahan_int(a, INT64_MIN), 0, BULAT_GENAP));
	assert_true(out.m == INT64_MIN);
}

static uint64_t next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

/* Schoolbook division: the digits of |n| / d one by one, then one look at the remainder. */
static int64_t long_division(int64_t n, int64_t d, unsigned decimals, Pembulatan mode)
{
	uint64_t rest = (uint64_t)(n < 0 ? -n : n), divisor = (uint64_t)d, quotient = rest / divisor;
	rest %= divisor;
	for (unsigned i = 0; i < decimals; i++) {
		unsigned digit = 0;
		rest *= 10;
		while (rest >= divisor) {
			rest -= divisor;
			digit++;
		}
		quotient = quotient * 10 + digit;
	}
	bool above = rest > divisor - rest, tie = rest == divisor - rest;
	if (mode == BULAT_JAUH_NOL && (above || tie))
		quotient++;
	if (mode == BULAT_GENAP && (above || (tie && quotient % 2 == 1)))
		quotient++;
	return n < 0 ? -(int64_t)quotient : (int64_t)quotient;
}

static void rounding_agrees_with_long_division(void **state)
{
	uint64_t x = 2463534242u;
	for (int i = 0; i < 20000; i++) {
		if (i % 500 == 0) {
			arena_free(*state);
			*state = arena_new();
		}
		Arena *a = *state;
		int64_t n = (int64_t)(next_random(&x) % 2000000001) - 1000000000;
		/* powers of two times five, so that ties are common, and any divisor otherwise */
		int64_t d = i % 2 ? (int64_t)(next_random(&x) % 100000) + 1 : ((int64_t)1 << next_random(&x) % 12) * (i % 4 ? 5 : 1);
		uint8_t scale = (uint8_t)(next_random(&x) % 7);
		const Pecahan *p = pecahan_div(a, pecahan_int(a, n), pecahan_int(a, d));
		for (Pembulatan mode = BULAT_JAUH_NOL; mode <= BULAT_POTONG; mode++) {
			Desimal out;
			assert_true(pecahan_round(&out, p, scale, mode));
			assert_int_equal(out.m, long_division(n, d, scale, mode));
		}
	}
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(computes_exactly, setup, teardown),
		cmocka_unit_test_setup_teardown(rounds_ties_by_mode, setup, teardown),
		cmocka_unit_test_setup_teardown(tells_what_does_not_fit, setup, teardown),
		cmocka_unit_test_setup_teardown(rounding_agrees_with_long_division, setup, teardown),
	};
	return cmocka_run_group_tests_name("pecahan", tests, NULL, NULL);
}
