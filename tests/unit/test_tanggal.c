#include "base/tanggal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static void reads_dates_as_offices_write_them(void **state)
{
	static const struct {
		const char *text;
		Tanggal expected;
		size_t at;
	} cases[] = {
		{"29 Desember 2023", {2023, 12, 29}, 0},
		{"Singaraja, 03 Januari 2024", {2024, 1, 3}, 11},
		{"29-12-2023", {2023, 12, 29}, 0},
		{"29/12/2023", {2023, 12, 29}, 0},
		{"2023-12-29", {2023, 12, 29}, 0},
		{"per 5 Agt. 2024", {2024, 8, 5}, 4},
		{"1 Nopember 2022", {2022, 11, 1}, 0},
		{"29 Pebruari 2024", {2024, 2, 29}, 0},
		{"31\xC2\xA0Mei 2021", {2021, 5, 31}, 0},
		{"nomor 7 tanggal 4 July 2023", {2023, 7, 4}, 16},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Tanggal t;
		const char *at = NULL;
		if (!tanggal_parse(&t, cases[i].text, &at))
			fail_msg("not read: %s", cases[i].text);
		assert_int_equal(tanggal_cmp(t, cases[i].expected), 0);
		assert_int_equal(at - cases[i].text, cases[i].at);
	}
	(void)state;
}

static void refuses_what_is_no_date(void **state)
{
	static const char *const cases[] = {"", "Desember 2023", "30 Februari 2024", "29 Februari 2023", "2023-13-01", "2.17.01", "12/2023",
	                                    "19700101 199503 1 001", "1.234.567,00", "31 Foo 2024", "129 Mei 2023"};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Tanggal t;
		if (tanggal_parse(&t, cases[i], NULL))
			fail_msg("read: %s", cases[i]);
	}
	(void)state;
}

static void months_by_name_abbreviation_and_number(void **state)
{
	(void)state;
	assert_int_equal(bulan_parse("DESEMBER"), 12);
	assert_int_equal(bulan_parse("s/d bulan Agustus"), 8);
	assert_int_equal(bulan_parse("Nop"), 11);
	assert_int_equal(bulan_parse(" 7 "), 7);
	assert_int_equal(bulan_parse("13"), 0);
	assert_int_equal(bulan_parse("Desa"), 0);
	assert_string_equal(bulan_name(3, BAHASA_ID), "Maret");
	assert_string_equal(bulan_name(3, BAHASA_EN), "March");
	assert_string_equal(bulan_name(0, BAHASA_ID), "");
	assert_string_equal(bulan_name(13, BAHASA_ID), "");
}

static void day_numbers_agree_with_the_calendar(void **state)
{
	(void)state;
	assert_int_equal(tanggal_days((Tanggal){1970, 1, 1}), 0);
	assert_int_equal(tanggal_days((Tanggal){2000, 3, 1}), 11017);
	assert_int_equal(tanggal_days((Tanggal){2023, 12, 29}), 19720);
	/* Every day of four centuries follows the one before it. */
	Tanggal before = {1900, 1, 1};
	for (int64_t d = tanggal_days(before) + 1; d < tanggal_days((Tanggal){2300, 1, 1}); d++) {
		Tanggal t = tanggal_from_days(d);
		assert_true(tanggal_valid(t));
		assert_int_equal(tanggal_days(t), d);
		assert_true(tanggal_cmp(before, t) < 0);
		before = t;
	}
}

static void prints(void **state)
{
	Arena *a = *state;
	assert_string_equal(tanggal_print_id(a, (Tanggal){2024, 1, 3}), "3 Januari 2024");
	assert_string_equal(tanggal_print_iso(a, (Tanggal){2024, 1, 3}), "2024-01-03");
	assert_string_equal(tanggal_print_id(a, (Tanggal){0}), "");
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
		cmocka_unit_test(reads_dates_as_offices_write_them),
		cmocka_unit_test(refuses_what_is_no_date),
		cmocka_unit_test(months_by_name_abbreviation_and_number),
		cmocka_unit_test(day_numbers_agree_with_the_calendar),
		cmocka_unit_test_setup_teardown(prints, setup, teardown),
	};
	return cmocka_run_group_tests_name("tanggal", tests, NULL, NULL);
}
