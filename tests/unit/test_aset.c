#include "web/aset_tabel.h"
#include "web/ikon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <zlib.h>

static void every_file_is_found_by_its_address(void **state)
{
	for (size_t i = 0; i < aset_alamat_n; i++) {
		const char *url = aset_url(aset_alamat[i].nama);
		assert_true(str_starts(url, "/aset/"));
		const Aset *a = aset_find(url + strlen("/aset/"));
		assert_non_null(a);
		assert_true(a->n_asli > 0);
		assert_int_equal(a->etag[0], '"');
		/* The name says what is inside: its eight digits begin the tag. */
		assert_true(memmem(a->nama, strlen(a->nama), a->etag + 1, 8) != NULL);
	}
	assert_int_equal(aset_tabel_n, aset_alamat_n);
	assert_null(aset_find("capaian.css"));
	assert_null(aset_find(""));
	(void)state;
}

static void what_is_sent_compressed_is_the_same(void **state)
{
	for (size_t i = 0; i < aset_tabel_n; i++) {
		const Aset *a = &aset_tabel[i];
		assert_int_equal(a->gzip == NULL, a->brotli == NULL);
		if (!a->gzip)
			continue;
		unsigned char *plain = test_malloc(a->n_asli);
		z_stream z = {.next_in = (unsigned char *)(size_t)a->gzip, .avail_in = (unsigned)a->n_gzip, .next_out = plain, .avail_out = (unsigned)a->n_asli};
		assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
		assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
		assert_int_equal(z.total_out, a->n_asli);
		assert_memory_equal(plain, a->asli, a->n_asli);
		inflateEnd(&z);
		test_free(plain);
	}
	(void)state;
}

/* The first page loads these: with the page itself under 150 KB. */
static void the_first_page_is_light(void **state)
{
	size_t n = 0;
	for (size_t i = 0; i < aset_tabel_n; i++)
		n += str_starts(aset_tabel[i].jenis, "font/") ? 0 : aset_tabel[i].n_gzip;
	assert_true(n < 100 * 1000);
	(void)state;
}

/* What a stylesheet names is among the files, and nothing comes from elsewhere. */
static void the_stylesheet_names_only_our_files(void **state)
{
	const Aset *css = aset_find(aset_url("capaian.css") + strlen("/aset/"));
	const char *p = (const char *)css->asli, *end = p + css->n_asli;
	size_t fonts = 0;
	for (const char *at; (at = memmem(p, (size_t)(end - p), "url(", 4)) != NULL; p = at + 4) {
		const char *from = at + 4, *stop = memchr(from, ')', (size_t)(end - from));
		char name[128];
		if (str_starts(from, "data:") || str_starts(from, "\"data:"))
			continue;
		assert_true((size_t)(stop - from) < sizeof name);
		memcpy(name, from, (size_t)(stop - from));
		name[stop - from] = '\0';
		assert_non_null(aset_find(name));
		fonts++;
	}
	assert_int_equal(fonts, 2);
	(void)state;
}

static void an_icon_is_a_part_of_the_sprite(void **state)
{
	Arena *arena = arena_new();
	StrBuf b = {.arena = arena}, want = {.arena = arena};
	Html h = html_begin(&b);
	ikon(&h, "lock");
	ikon_berlabel(&h, "check", "Diverifikasi & \"sah\"");
	html_finish(&h);
	strbuf_addf(&want, "<svg class=\"c-i\" aria-hidden=\"true\"><use href=\"%s#lock\"></use></svg>", aset_url("ikon.svg"));
	strbuf_addf(&want, "<svg class=\"c-i c-i-s\" role=\"img\" aria-label=\"Diverifikasi &amp; &quot;sah&quot;\"><use href=\"%s#check\"></use></svg>", aset_url("ikon.svg"));
	assert_string_equal(strbuf_text(&b), strbuf_text(&want));
	arena_free(arena);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_is_found_by_its_address),
		cmocka_unit_test(what_is_sent_compressed_is_the_same),
		cmocka_unit_test(the_first_page_is_light),
		cmocka_unit_test(the_stylesheet_names_only_our_files),
		cmocka_unit_test(an_icon_is_a_part_of_the_sprite),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
