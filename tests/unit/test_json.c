#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void nests_with_commas_and_indent(void **state)
{
	StrBuf b = {.arena = *state};
	Json j = json_begin(&b, 2);
	json_object(&j);
	json_field(&j, "file", "laporan.tsv");
	json_key(&j, "rows");
	json_array(&j);
	json_int(&j, -12);
	json_bool(&j, true);
	json_null(&j);
	json_end(&j);
	json_key(&j, "none");
	json_array(&j);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
	assert_string_equal(strbuf_text(&b),
	                    "{\n  \"file\": \"laporan.tsv\",\n  \"rows\": [\n    -12,\n    true,\n    null\n  ],\n  \"none\": []\n}\n");
}

static void compact_form_has_no_blanks(void **state)
{
	StrBuf b = {.arena = *state};
	Json j = json_begin(&b, 0);
	json_array(&j);
	json_object(&j);
	json_end(&j);
	json_object(&j);
	json_key(&j, "a");
	json_object(&j);
	json_field(&j, "b", NULL);
	json_end(&j);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
	assert_string_equal(strbuf_text(&b), "[{},{\"a\":{\"b\":null}}]\n");
}

static void escapes_what_json_demands(void **state)
{
	StrBuf b = {.arena = *state};
	Json j = json_begin(&b, 0);
	json_text(&j, "\"a\\b\"\n\t\r\x01 \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80 \xFF/");
	json_finish(&j);
	assert_string_equal(strbuf_text(&b), "\"\\\"a\\\\b\\\"\\n\\t\\r\\u0001 \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80 \xEF\xBF\xBD/\"\n");
}

static void numbers_are_decimal_texts_and_absence_is_null(void **state)
{
	StrBuf b = {.arena = *state};
	Json j = json_begin(&b, 0);
	json_array(&j);
	json_rupiah(&j, isi_rupiah((Rupiah){1405238349100}));
	json_rupiah(&j, isi_rupiah((Rupiah){0}));
	json_rupiah(&j, (IsiRupiah){0});
	json_desimal(&j, isi_desimal((Desimal){9679, 2}), 2);
	json_desimal(&j, (IsiDesimal){0}, 2);
	json_end(&j);
	json_finish(&j);
	assert_string_equal(strbuf_text(&b), "[\"14052383491.00\",\"0.00\",null,\"96.79\",null]\n");
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
		cmocka_unit_test_setup_teardown(nests_with_commas_and_indent, setup, teardown),
		cmocka_unit_test_setup_teardown(compact_form_has_no_blanks, setup, teardown),
		cmocka_unit_test_setup_teardown(escapes_what_json_demands, setup, teardown),
		cmocka_unit_test_setup_teardown(numbers_are_decimal_texts_and_absence_is_null, setup, teardown),
	};
	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
