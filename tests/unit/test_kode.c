#include "domain/kode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static Arena *arena;

static void reads_every_shape_seen(void **state)
{
	static const struct {
		const char *written, *normal;
		unsigned bentuk;
	} cases[] = {
		{"2.17.01", "2.17.01", KODE_BENTUK_BAIK},
		{"2.17.1", "2.17.01", KODE_BENTUK_PADDING},
		{"2.17.01.2.01", "2.17.01.2.01", KODE_BENTUK_BAIK},
		{"2.17.01.2.01.01", "2.17.01.2.01.01", KODE_BENTUK_BAIK},
		{"2.17.01.2.01.0001", "2.17.01.2.01.0001", KODE_BENTUK_BAIK},
		{"2.17.01.2.01.001", "2.17.01.2.01.0001", KODE_BENTUK_PADDING},
		{"2.17.01.2.01.1", "2.17.01.2.01.01", KODE_BENTUK_PADDING},
		{"2.17.01.", "2.17.01", KODE_BENTUK_TITIK},
		{".2.17.01", "2.17.01", KODE_BENTUK_TITIK},
		{"2..17.01", "2.17.01", KODE_BENTUK_TITIK},
		{" 2.17.01 ", "2.17.01", KODE_BENTUK_BAIK},
		{"2. 17 .01", "2.17.01", KODE_BENTUK_BLANK},
		{"2 17 01", "2.17.01", KODE_BENTUK_BLANK},
		{"2,17,01", "2.17.01", KODE_BENTUK_PEMISAH},
		{"2-17-01", "2.17.01", KODE_BENTUK_PEMISAH},
		{"X.XX.01", "X.XX.01", KODE_BENTUK_BAIK},
		{"x.xx.01.2.01", "X.XX.01.2.01", KODE_BENTUK_BAIK},
		{"7.01", "7.01", KODE_BENTUK_BAIK},
		{"5", "5", KODE_BENTUK_BAIK},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Kode k;
		unsigned bentuk = 99;
		if (!kode_parse(&k, cases[i].written, &bentuk))
			fail_msg("not read: %s", cases[i].written);
		assert_string_equal(kode_print(arena, k), cases[i].normal);
		assert_int_equal(bentuk, cases[i].bentuk);
	}
	(void)state;
}

static void refuses_what_is_no_code(void **state)
{
	static const char *const cases[] = {"", "  ", ".", "-", "JUMLAH", "2.17.01.2", "2.17.01.2.01.01.01", "2.17.01 Program", "12.17.01", "2.117.01",
	                                    "2.17.01.2.01.00001", "2.17.0a", "XX.XX.01", "9.627.340.537,00"};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Kode k;
		if (kode_parse(&k, cases[i], NULL))
			fail_msg("read: %s", cases[i]);
	}
	(void)state;
}

static Kode kode(const char *text)
{
	Kode k;
	assert_true(kode_parse(&k, text, NULL));
	return k;
}

static void knows_levels_and_parents(void **state)
{
	Tingkat t;
	assert_true(kode_tingkat(&t, kode("2.17.01")));
	assert_int_equal(t, TINGKAT_PROGRAM);
	assert_true(kode_tingkat(&t, kode("2.17.01.2.05")));
	assert_int_equal(t, TINGKAT_KEGIATAN);
	assert_true(kode_tingkat(&t, kode("2.17.01.2.05.0009")));
	assert_int_equal(t, TINGKAT_SUB_KEGIATAN);
	assert_false(kode_tingkat(&t, kode("2.17")));
	assert_true(kode_is_parent(kode("2.17.01.2.05"), kode("2.17.01.2.05.09")));
	assert_true(kode_is_parent(kode("2.17.1"), kode("2.17.01.2.05")));
	assert_false(kode_is_parent(kode("2.17.01"), kode("2.17.01.2.05.09")));
	assert_false(kode_is_parent(kode("2.17.02"), kode("2.17.01.2.05")));
	assert_int_equal(kode_parent(kode("2.17.01")).n_bagian, 0);
	(void)state;
}

static void orders_as_the_form_does(void **state)
{
	assert_true(kode_cmp(kode("2.17.01"), kode("2.17.01.2.01")) < 0);
	assert_true(kode_cmp(kode("2.17.09.2.01"), kode("2.17.10")) < 0);
	assert_true(kode_cmp(kode("3.30.02"), kode("2.17.08")) > 0);
	assert_true(kode_equal(kode("2.17.1"), kode("2.17.01")));
	assert_false(kode_equal(kode("2.17.01.2.01.01"), kode("2.17.01.2.01.0001")));
	(void)state;
}

static int setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_shape_seen),
		cmocka_unit_test(refuses_what_is_no_code),
		cmocka_unit_test(knows_levels_and_parents),
		cmocka_unit_test(orders_as_the_form_does),
	};
	return cmocka_run_group_tests_name("kode", tests, setup, teardown);
}
