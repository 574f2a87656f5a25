/* What the server keeps for a while: finished answers, files of visitors, and how often an address came. */
#include "base/str.h"
#include "web/laju.h"
#include "web/simpanan.h"
#include "web/titipan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { DETIK = 1000000, MENIT = 60 * DETIK };

static int released;

static void release(void *context, void *answer)
{
	(void)context;
	(void)answer;
	released++;
}

static void take(void *context, IsiSimpanan isi)
{
	*(IsiSimpanan *)context = isi;
}

static void answers_are_kept_while_the_ledger_stays_the_same(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Simpanan *s = simpanan_new(arena, release, NULL);
	IsiSimpanan got = {0};
	int answer = 0;
	released = 0;
	assert_false(simpanan_pakai(s, "a", 1, DETIK, take, &got));
	simpanan_taruh(s, "a", 1, DETIK, (IsiSimpanan){&answer, 100, 200});
	assert_true(simpanan_pakai(s, "a", 1, 2 * DETIK, take, &got));
	assert_ptr_equal(got.jawaban, &answer);
	assert_false(simpanan_pakai(s, "b", 1, 2 * DETIK, take, &got));
	assert_int_equal(released, 0);
	assert_false(simpanan_pakai(s, "a", 2, 2 * DETIK, take, &got)); /* the ledger has changed */
	assert_false(simpanan_ada(s, "a", 2, 2 * DETIK));
	simpanan_taruh(s, "a", 2, 2 * DETIK, (IsiSimpanan){&answer, 100, 200});
	assert_true(simpanan_ada(s, "a", 2, 2 * DETIK));
	assert_int_equal(released, 1);
	assert_false(simpanan_pakai(s, "a", 2, 2 * DETIK + SIMPANAN_UMUR, take, &got)); /* too old to tell the time */
	arena_free(arena);
	assert_int_equal(released, 2);
}

/* While one makes it anew, the others are given what held until a moment ago; never what has been wrong for longer. */
static void a_change_sets_one_to_work(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Simpanan *s = simpanan_new(arena, release, NULL);
	IsiSimpanan got = {0};
	int answer = 0;
	simpanan_taruh(s, "a", 1, 10 * DETIK, (IsiSimpanan){&answer, 100, 200});
	assert_true(simpanan_pakai(s, "a", 1, 11 * DETIK, take, &got));
	assert_false(simpanan_pakai(s, "a", 2, 11 * DETIK + 100, take, &got)); /* the first one makes it */
	assert_true(simpanan_pakai(s, "a", 2, 11 * DETIK + 200, take, &got));
	assert_true(simpanan_pakai(s, "a", 3, 12 * DETIK - 1, take, &got));
	assert_false(simpanan_pakai(s, "a", 3, 12 * DETIK, take, &got)); /* a second after it last held */
	assert_false(simpanan_pakai(s, "a", 3, 12 * DETIK + 100, take, &got));
	simpanan_taruh(s, "a", 3, 12 * DETIK, (IsiSimpanan){&answer, 100, 200});
	assert_false(simpanan_pakai(s, "a", 4, 60 * DETIK, take, &got)); /* nobody asked meanwhile: it may have been wrong for long */
	assert_false(simpanan_pakai(s, "a", 4, 60 * DETIK + 100, take, &got));
	arena_free(arena);
}

/* Every answer is released in the end, however many there were: none twice, none never. */
static void what_does_not_fit_gives_way(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Simpanan *s = simpanan_new(arena, release, NULL);
	IsiSimpanan got;
	int answer = 0;
	released = 0;
	for (int i = 0; i < 5000; i++)
		simpanan_taruh(s, str_format(arena, "kunci %d", i), 1, i, (IsiSimpanan){&answer, 50000, 200});
	assert_true(simpanan_pakai(s, "kunci 4999", 1, 5000, take, &got));
	assert_true(released >= 5000 - 16 * 1024 * 1024 / 50000);
	simpanan_taruh(s, "riesig", 1, 0, (IsiSimpanan){&answer, 1u << 30, 200});
	assert_false(simpanan_pakai(s, "riesig", 1, 0, take, &got));
	arena_free(arena);
	assert_int_equal(released, 5001);
}

static void files_are_found_by_their_key_for_a_while(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Titipan *t = titipan_new(arena);
	const char *nama;
	const void *bytes;
	size_t n;
	const char *key = titipan_simpan(t, arena, 0, "a.tsv", "isi\0x", 5);
	assert_true(strlen(key) >= 22);
	assert_true(titipan_ambil(t, arena, (Saat)14 * MENIT, key, &nama, &bytes, &n));
	assert_string_equal(nama, "a.tsv");
	assert_int_equal(n, 5);
	assert_memory_equal(bytes, "isi\0x", 5);
	assert_false(titipan_ambil(t, arena, 0, "lain", &nama, &bytes, &n));
	assert_false(titipan_ambil(t, arena, (Saat)15 * MENIT, key, &nama, &bytes, &n));
	assert_null(titipan_simpan(t, arena, 0, "besar", "", TITIPAN_MAX + 1));
	arena_free(arena);
}

static void the_oldest_file_gives_way(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Titipan *t = titipan_new(arena);
	const char *nama, *keys[40];
	const void *bytes;
	size_t n;
	for (int i = 0; i < 40; i++)
		keys[i] = titipan_simpan(t, arena, i, "x", &i, sizeof i);
	assert_false(titipan_ambil(t, arena, 41, keys[0], &nama, &bytes, &n));
	assert_true(titipan_ambil(t, arena, 41, keys[39], &nama, &bytes, &n));
	assert_int_equal(*(const int *)bytes, 39);
	arena_free(arena);
}

static void an_address_comes_so_often_and_no_more(void **state)
{
	(void)state;
	Arena *arena = arena_new();
	Laju *l = laju_new(arena, 3, 10);
	for (int i = 0; i < 3; i++)
		assert_true(laju_boleh(l, "10.0.0.1", MENIT + i));
	assert_false(laju_boleh(l, "10.0.0.1", 2 * MENIT));
	assert_true(laju_boleh(l, "10.0.0.2", 2 * MENIT));
	assert_true(laju_boleh(l, "10.0.0.1", (Saat)11 * MENIT));
	for (int i = 0; i < 5000; i++) /* the table is bounded */
		laju_boleh(l, str_format(arena, "10.1.%d.%d", i / 250, i % 250), (Saat)12 * MENIT + i);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_kept_while_the_ledger_stays_the_same), cmocka_unit_test(what_does_not_fit_gives_way), cmocka_unit_test(a_change_sets_one_to_work),
		cmocka_unit_test(files_are_found_by_their_key_for_a_while), cmocka_unit_test(the_oldest_file_gives_way), cmocka_unit_test(an_address_comes_so_often_and_no_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
