/* Addresses, forms and routes: what comes from a browser before anybody has looked at it. */
#include "web/rute.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

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

static void texts_are_decoded_or_refused(void **state)
{
	static const struct { const char *in; bool plus; const char *out; } cases[] = {
		{"a%20b+c", true, "a b c"}, {"a+b", false, "a+b"}, {"%C3%A9", false, "\xC3\xA9"}, {"", false, ""}, {"1%2E5", false, "1.5"}, {"%e2%82%AC", false, "\xE2\x82\xAC"},
		{"baris%0D%0Akedua", false, "baris\r\nkedua"},
		{"%", false, NULL}, {"%1", false, NULL}, {"%zz", false, NULL}, {"abc%4", false, NULL}, {"%00", false, NULL}, {"%01", false, NULL}, {"%C3", false, NULL},
		{"%FF", false, NULL}, {"%C0%AF", false, NULL}, {"%7F", false, NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *got = url_decode(*state, cases[i].in, strlen(cases[i].in), cases[i].plus);
		if (!str_equal(got, cases[i].out))
			fail_msg("'%s' gives '%s'", cases[i].in, got ? got : "NULL");
	}
	assert_string_equal(url_encode(*state, "a b/\xC3\xA9?&=#'\""), "a%20b%2F%C3%A9%3F%26%3D%23%27%22");
}

static void only_own_paths_are_gone_on_to(void **state)
{
	(void)state;
	assert_string_equal(url_local("/laporan/2.17?x=1", "/"), "/laporan/2.17?x=1");
	static const char *const foreign[] = {"", "laporan", "//evil.example", "/\\evil.example", "http://evil.example", "/a\r\nSet-Cookie: x=1", "/a b", "\\\\evil", "/x\\y", "javascript:alert(1)"};
	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
		assert_string_equal(url_local(foreign[i], "/"), "/");
	assert_string_equal(url_local(NULL, "/beranda"), "/beranda");
}

static void fields_of_a_form(void **state)
{
	Medan *m;
	size_t n;
	static const char body[] = "nama=Dinas+A&nilai=9.627.340.537%2C00&kosong=&&tanpa&nama=kedua";
	assert_true(form_parse_urlencoded(*state, body, sizeof body - 1, &m, &n));
	assert_int_equal(n, 5);
	assert_string_equal(m[0].nilai, "Dinas A");
	assert_string_equal(m[1].nilai, "9.627.340.537,00");
	assert_string_equal(m[2].nilai, "");
	assert_string_equal(m[3].nama, "tanpa");
	assert_string_equal(m[4].nilai, "kedua");
	assert_false(form_parse_urlencoded(*state, "a=%zz", 5, &m, &n));
	assert_false(form_parse_urlencoded(*state, "a=%00", 5, &m, &n));
	assert_true(form_parse_urlencoded(*state, "", 0, &m, &n));
	assert_int_equal(n, 0);
}

static bool multi(Arena *arena, const char *body, size_t n, Medan **m, size_t *n_m, Unggahan **u, size_t *n_u)
{
	return form_parse_multipart(arena, "XX", body, n, m, n_m, u, n_u);
}

static void files_of_a_form(void **state)
{
	Medan *m;
	Unggahan *u;
	size_t n, k;
	static const char body[] = "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n"
	                           "--XX\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"lap\\\"oran.tsv\"\r\nContent-Type: text/plain\r\n\r\na\0b\r\n--X\r\n\r\n"
	                           "--XX\r\nContent-Disposition: form-data; name=\"tak-ada\"; filename=\"\"\r\n\r\n\r\n--XX--\r\n";
	assert_true(multi(*state, body, sizeof body - 1, &m, &n, &u, &k));
	assert_int_equal(n, 1);
	assert_string_equal(m[0].nilai, "abc");
	assert_int_equal(k, 1); /* a file field left empty is no file */
	assert_string_equal(u[0].medan, "berkas");
	assert_string_equal(u[0].nama, "lap\"oran.tsv");
	assert_int_equal(u[0].n, 10);
	assert_memory_equal(u[0].isi, "a\0b\r\n--X\r\n", 10);
	static const char *const broken[] = {
		"", "--XX", "--XX\r\n", "--YY\r\n", "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nabc", "--XX\r\nX: y\r\n\r\nabc\r\n--XX--",
		"--XX\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--XX--", "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nabc\r\n--XX--",
		"--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xFF\r\n--XX--",
	};
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
		if (multi(*state, broken[i], strlen(broken[i]), &m, &n, &u, &k))
			fail_msg("taken: %s", broken[i]);
	assert_false(form_parse_multipart(*state, "", "--\r\n", 4, &m, &n, &u, &k));
}

static void routes_are_found_with_their_parts(void **state)
{
	Medan *parts;
	size_t n;
	unsigned known;
	const Rute *r = rute_find(*state, METODE_GET, "/periksa/abc/formulir.xlsx", &parts, &n, &known);
	assert_non_null(r);
	assert_int_equal(n, 2);
	assert_string_equal(parts[0].nilai, "abc");
	assert_string_equal(parts[1].nilai, "xlsx");
	assert_null(rute_find(*state, METODE_DELETE, "/periksa", &parts, &n, &known));
	assert_int_equal(known, 1u << METODE_GET | 1u << METODE_POST);
	static const char *const none[] = {"/", "", "/periksa/", "/periksa//formulir.xlsx", "/Periksa", "/periksa/a/b/c/d", "/aset/", "/aset/a/b"};
	for (size_t i = 1; i < sizeof none / sizeof *none; i++)
		if (rute_find(*state, METODE_GET, none[i], &parts, &n, &known))
			fail_msg("found: %s", none[i]);
}

/* Every pattern can be reached: no earlier one takes its addresses. */
static void no_route_hides_another(void **state)
{
	for (const Rute *const *module = RUTE_SEMUA; *module; module++) {
		for (const Rute *r = *module; r->pola; r++) {
			Medan *parts;
			size_t n;
			unsigned known;
			StrBuf path = {.arena = *state};
			for (const char *p = r->pola; *p; p++) {
				if (*p != '{') {
					strbuf_addc(&path, *p);
					continue;
				}
				size_t name = strcspn(p, "}");
				strbuf_addn(&path, p + 1, name - 1);
				p += name;
			}
			const Rute *found = rute_find(*state, r->metode, strbuf_text(&path), &parts, &n, &known);
			if (found != r)
				fail_msg("%s is hidden by %s", r->pola, found ? found->pola : "none");
		}
	}
}

static void downloads_have_safe_names(void **state)
{
	Jawab j = {0};
	jawab_unduh(&j, *state, "text/csv; charset=utf-8", "a", 1, "lap\"\r\nX: \xC3\xA9.csv");
	assert_string_equal(j.kepala[0].nilai, "attachment; filename=\"lap---X----.csv\"; filename*=UTF-8''lap%22%0D%0AX%3A%20%C3%A9.csv");
	assert_false(j.mampat);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(texts_are_decoded_or_refused), CASE(only_own_paths_are_gone_on_to), CASE(fields_of_a_form), CASE(files_of_a_form),
		CASE(routes_are_found_with_their_parts), CASE(no_route_hides_another), CASE(downloads_have_safe_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
