#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static void trims_every_kind_of_blank(void **state)
{
	Arena *a = *state;
	assert_string_equal(str_trim(a, " \t\xC2\xA0 1.000 \xE2\x80\xAF\r\n"), "1.000");
	assert_string_equal(str_trim(a, "\xC2\xA0"), "");
	assert_string_equal(str_squeeze(a, "  a \n\n b\xC2\xA0" "c "), "a b c");
	assert_true(str_blank(" \xEF\xBB\xBF\xE2\x80\x8B"));
	assert_true(str_blank(NULL));
	assert_false(str_blank(" - "));
}

static void letters_match_headings_of_any_spelling(void **state)
{
	Arena *a = *state;
	assert_string_equal(str_letters(a, "Koefisien /\nVolume"), str_letters(a, "KOEFISIEN/VOLUME"));
	assert_string_equal(str_letters(a, "(7) = (5)/(4)*100"), "754100");
}

static void knows_valid_utf8(void **state)
{
	(void)state;
	assert_true(utf8_valid("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10));
	assert_true(utf8_valid("\xEF\xBF\xBD", 3));
	assert_false(utf8_valid("\xE9", 1));                /* Windows-1252 e acute */
	assert_false(utf8_valid("\xC0\x80", 2));            /* overlong */
	assert_false(utf8_valid("\xED\xA0\x80", 3));        /* surrogate */
	assert_false(utf8_valid("\xE2\x82", 2));            /* cut off */
}

static void writes_every_code_point_length(void **state)
{
	StrBuf b = {.arena = *state};
	utf8_add(&b, 'a');
	utf8_add(&b, 0xE9);
	utf8_add(&b, 0x20AC);
	utf8_add(&b, 0x1F600);
	assert_string_equal(strbuf_text(&b), "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
	assert_int_equal(utf8_count(strbuf_text(&b)), 4);
}

static void distance_counts_edits_up_to_the_limit(void **state)
{
	(void)state;
	assert_int_equal(str_distance("KOEFSISIEN", "KOEFISIEN", 3), 1);
	assert_int_equal(str_distance("Penertiban", "Penerbitan", 3), 2);
	assert_int_equal(str_distance("abc", "xyz", 1), 2);
	assert_int_equal(str_distance("", "ab", 5), 2);
}

static void buffer_grows(void **state)
{
	StrBuf b = {.arena = *state};
	assert_string_equal(strbuf_text(&b), "");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&b, "%d,", i % 10);
	assert_int_equal(b.len, 2000);
	assert_int_equal(strlen(strbuf_text(&b)), 2000);
}

static void finds_without_case(void **state)
{
	(void)state;
	assert_string_equal(str_find_fold("x KEGIATAN 1", "kegiatan"), "KEGIATAN 1");
	assert_null(str_find_fold("kegiata", "kegiatan"));
	assert_true(str_equal_fold("Bulan", "bulan"));
	assert_false(str_equal_fold("Bulan", "bulanan"));
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
		cmocka_unit_test_setup_teardown(trims_every_kind_of_blank, setup, teardown),
		cmocka_unit_test_setup_teardown(letters_match_headings_of_any_spelling, setup, teardown),
		cmocka_unit_test_setup_teardown(knows_valid_utf8, setup, teardown),
		cmocka_unit_test_setup_teardown(writes_every_code_point_length, setup, teardown),
		cmocka_unit_test_setup_teardown(distance_counts_edits_up_to_the_limit, setup, teardown),
		cmocka_unit_test_setup_teardown(buffer_grows, setup, teardown),
		cmocka_unit_test_setup_teardown(finds_without_case, setup, teardown),
	};
	return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
