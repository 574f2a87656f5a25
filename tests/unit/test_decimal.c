#include "base/angka.h"
#include "base/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#define D(m, s) ((Desimal){(m), (s)})

static void assert_desimal(Desimal got, int64_t m, uint8_t scale)
{
	assert_int_equal(got.m, m);
	assert_int_equal(got.scale, scale);
}

static void adds_rupiah_and_reports_overflow(void **state)
{
	(void)state;
	Rupiah r = {7};
	assert_true(rupiah_add(&r, (Rupiah){100}, (Rupiah){-250}));
	assert_int_equal(r.sen, -150);
	assert_true(rupiah_sub(&r, (Rupiah){-1}, (Rupiah){INT64_MAX}));
	assert_true(r.sen == INT64_MIN);
	assert_false(rupiah_add(&r, (Rupiah){INT64_MAX}, (Rupiah){1}));
	assert_false(rupiah_sub(&r, (Rupiah){0}, (Rupiah){INT64_MIN}));
	assert_true(r.sen == INT64_MIN); /* untouched */
	assert_int_equal(rupiah_cmp((Rupiah){1}, (Rupiah){2}), -1);
	assert_int_equal(rupiah_cmp((Rupiah){2}, (Rupiah){2}), 0);
	assert_int_equal(rupiah_cmp((Rupiah){INT64_MAX}, (Rupiah){INT64_MIN}), 1);
}

static void adds_desimal_at_the_larger_scale(void **state)
{
	(void)state;
	Desimal d = D(7, 1);
	assert_true(desimal_add(&d, D(15, 1), D(25, 2))); /* 1,5 + 0,25 */
	assert_desimal(d, 175, 2);
	assert_true(desimal_sub(&d, D(1, 6), D(1, 0)));
	assert_desimal(d, -999999, 6);
	assert_true(desimal_add(&d, D(INT64_MAX, 0), D(INT64_MIN, 0)));
	assert_desimal(d, -1, 0);
	assert_false(desimal_add(&d, D(INT64_MAX, 0), D(0, 1)));
	assert_false(desimal_sub(&d, D(INT64_MIN, 2), D(1, 2)));
	assert_desimal(d, -1, 0);
}

static void compares_by_value(void **state)
{
	(void)state;
	assert_int_equal(desimal_cmp(D(10, 1), D(100, 2)), 0);
	assert_int_equal(desimal_cmp(D(INT64_MAX, 0), D(INT64_MAX, 18)), 1);
	assert_int_equal(desimal_cmp(D(INT64_MIN, 0), D(INT64_MIN, 6)), -1);
	assert_int_equal(desimal_cmp(D(-1, 6), D(0, 0)), -1);
}

static void rescales_with_every_rounding(void **state)
{
	(void)state;
	static const struct { Desimal in; uint8_t scale; int64_t away, even, cut; } T[] = {
		{{125, 2}, 1, 13, 12, 12}, {{135, 2}, 1, 14, 14, 13}, {{-125, 2}, 1, -13, -12, -12}, {{-135, 2}, 1, -14, -14, -13},
		{{124, 2}, 1, 12, 12, 12}, {{126, 2}, 1, 13, 13, 12}, {{-126, 2}, 1, -13, -13, -12}, {{5, 1}, 0, 1, 0, 0},
		{{-5, 1}, 0, -1, 0, 0}, {{15, 1}, 0, 2, 2, 1}, {{999999, 6}, 0, 1, 1, 0}, {{499999, 6}, 0, 0, 0, 0},
		{{97065000, 6}, 2, 9707, 9706, 9706}, {{INT64_MIN, 1}, 0, -922337203685477581, -922337203685477581, -922337203685477580},
		{{INT64_MAX, 18}, 0, 9, 9, 9}, {{7, 0}, 3, 7000, 7000, 7000},
	};
	for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
		Desimal d;
		assert_true(desimal_rescale(&d, T[i].in, T[i].scale, BULAT_JAUH_NOL));
		assert_desimal(d, T[i].away, T[i].scale);
		assert_true(desimal_rescale(&d, T[i].in, T[i].scale, BULAT_GENAP));
		assert_desimal(d, T[i].even, T[i].scale);
		assert_true(desimal_rescale(&d, T[i].in, T[i].scale, BULAT_POTONG));
		assert_desimal(d, T[i].cut, T[i].scale);
	}
	Desimal d = D(3, 3);
	assert_false(desimal_rescale(&d, D(INT64_MAX, 0), 1, BULAT_JAUH_NOL));
	assert_desimal(d, 3, 3);
}

static void trims_and_turns_into_rupiah(void **state)
{
	(void)state;
	assert_desimal(desimal_trim(D(-12500, 3)), -125, 1);
	assert_desimal(desimal_trim(D(0, 6)), 0, 0);
	assert_desimal(desimal_trim(D(1200, 0)), 1200, 0);
	Rupiah r = {5};
	assert_true(desimal_to_rupiah(&r, D(1234500, 4)));
	assert_int_equal(r.sen, 12345);
	assert_true(desimal_to_rupiah(&r, D(-7, 0)));
	assert_int_equal(r.sen, -700);
	assert_false(desimal_to_rupiah(&r, D(1001, 3)));
	assert_false(desimal_to_rupiah(&r, D(INT64_MAX, 1)));
	assert_int_equal(r.sen, -700);
	assert_desimal(desimal_from_rupiah((Rupiah){-7}), -7, 2);
}

static void prints_id_and_plain(void **state)
{
	Arena *a = *state;
	assert_string_equal(rupiah_print_id(a, (Rupiah){962734053700}), "9.627.340.537,00");
	assert_string_equal(rupiah_print_plain(a, (Rupiah){1405238349100}), "14052383491.00");
	assert_string_equal(rupiah_print_id(a, (Rupiah){-123450}), "-1.234,50");
	assert_string_equal(rupiah_print_id(a, (Rupiah){-5}), "-0,05");
	assert_string_equal(rupiah_print_id(a, (Rupiah){INT64_MIN}), "-92.233.720.368.547.758,08");
	assert_string_equal(rupiah_print_plain(a, (Rupiah){INT64_MAX}), "92233720368547758.07");
	assert_string_equal(desimal_print_id(a, D(999, 0), 0), "999");
	assert_string_equal(desimal_print_id(a, D(1000, 0), 0), "1.000");
	assert_string_equal(desimal_print_id(a, D(100000, 0), 2), "100.000,00");
	assert_string_equal(desimal_print_plain(a, D(5, 1), 6), "0.500000");
	assert_string_equal(desimal_print_plain(a, D(96710000, 6), 2), "96.71");
	assert_string_equal(desimal_print_plain(a, D(300, 2), 0), "3");
	assert_string_equal(desimal_print_plain(a, D(INT64_MIN, 6), 6), "-9223372036854.775808");
	assert_string_equal(desimal_print_id(a, D(0, 2), 2), "0,00");
}

/* xorshift64: the same numbers on every run. */
static uint64_t next_random(uint64_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 7;
	*x ^= *x << 17;
	return *x;
}

static void what_is_printed_reads_back(void **state)
{
	uint64_t x = 88172645463325252u;
	static const int64_t EDGE[] = {0, 1, -1, 9, 10, 99, 100, 999, 1000, -1000, 999999, 1000000, INT64_MAX, INT64_MIN, INT64_MIN + 1};
	const int edges = sizeof EDGE / sizeof *EDGE;
	for (int i = 0; i < 30000; i++) {
		if (i % 1000 == 0) {
			arena_free(*state);
			*state = arena_new();
		}
		Arena *a = *state;
		int64_t m = i < 7 * edges ? EDGE[i % edges] : (int64_t)next_random(&x) >> next_random(&x) % 64;
		Desimal d = D(m, (uint8_t)(i < 7 * edges ? i / edges : (int)(next_random(&x) % 7)));
		Angka id = angka_parse(desimal_print_id(a, d, d.scale), NOTASI_ID);
		assert_int_equal(id.status, ANGKA_NILAI);
		assert_desimal(id.nilai, d.m, d.scale);
		assert_false(id.salah_grup);
		Angka plain = angka_parse(desimal_print_plain(a, d, d.scale), NOTASI_EN);
		assert_int_equal(plain.status, ANGKA_NILAI);
		assert_desimal(plain.nilai, d.m, d.scale);
		Angka rupiah = angka_parse(rupiah_print_id(a, (Rupiah){m}), NOTASI_TAK_TENTU);
		assert_false(rupiah.ambigu); /* two decimals leave no choice */
		assert_desimal(rupiah.nilai, m, 2);
		assert_desimal(angka_parse(rupiah_print_plain(a, (Rupiah){m}), NOTASI_ID).nilai, m, 2);
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
		cmocka_unit_test(adds_rupiah_and_reports_overflow),
		cmocka_unit_test(adds_desimal_at_the_larger_scale),
		cmocka_unit_test(compares_by_value),
		cmocka_unit_test(rescales_with_every_rounding),
		cmocka_unit_test(trims_and_turns_into_rupiah),
		cmocka_unit_test_setup_teardown(prints_id_and_plain, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_printed_reads_back, setup, teardown),
	};
	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
