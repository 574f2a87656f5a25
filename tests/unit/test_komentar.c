/* Comments on the lines of a month, and the region's settings: facts, by those who may. */
#include "app/komentar.h"
#include "app/pengaturan.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static Err comment(BukuUji *b, const char *as, const char *kode, const char *text, const char *at, int64_t *id)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, as, at, NULL);
	int64_t own;
	Err err = komentar_add(k, OPD_A, 2023, 12, kode, 0, text, id ? id : &own, NULL);
	konteks_close(k);
	return err;
}

static Err answer(BukuUji *b, const char *as, int64_t id, const char *text, const char *at)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, as, at, NULL);
	Err err = komentar_answer(k, id, text, NULL);
	konteks_close(k);
	return err;
}

static Err settle(BukuUji *b, const char *as, int64_t id, bool done, const char *at)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, as, at, NULL);
	Err err = komentar_settle(k, id, done, NULL);
	konteks_close(k);
	return err;
}

static size_t listed(BukuUji *b, const char *per, Komentar **out)
{
	size_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, "made", NULL, per);
	assert_int_equal(komentar_list(k, OPD_A, 2023, 12, out, &n, NULL), ERR_OK);
	return n;
}

static void a_question_an_answer_and_the_end_of_it(void **state)
{
	BukuUji *b = *state;
	Komentar *c;
	int64_t id;
	assert_int_equal(comment(b, "made", SUB_A, "  Mengapa turun?\r\nMohon bukti.\x01 ", "2024-01-05T08:00", &id), ERR_OK);
	assert_int_equal(answer(b, "sri", id, "Lelang ulang.", "2024-01-05T09:00"), ERR_OK);
	assert_int_equal(settle(b, "made", id, true, "2024-01-05T10:00"), ERR_OK);
	assert_int_equal(listed(b, NULL, &c), 1);
	assert_int_equal(c[0].id, id);
	assert_string_equal(c[0].kode, SUB_A);
	assert_true(c[0].selesai);
	assert_int_equal(c[0].n, 3);
	assert_string_equal(c[0].baris[0].teks, "Mengapa turun?\nMohon bukti.");
	assert_string_equal(c[0].baris[0].oleh, "made");
	assert_string_equal(c[0].baris[1].oleh, "sri");
	assert_string_equal(c[0].baris[1].teks, "Lelang ulang.");
	assert_false(c[0].baris[1].selesai);
	assert_string_equal(c[0].baris[2].teks, "");
	assert_string_equal(waktu_print_iso(b->arena, c[0].baris[1].waktu, 420), "2024-01-05T09:00:00+07:00");
	/* As it stood in between; and an answer opens it again. */
	assert_int_equal(listed(b, "2024-01-05T09:30", &c), 1);
	assert_int_equal(c[0].n, 2);
	assert_false(c[0].selesai);
	assert_int_equal(answer(b, "kadis", id, "Ada lagi.", "2024-01-06T08:00"), ERR_OK);
	listed(b, NULL, &c);
	assert_false(c[0].selesai);
}

static void threads_stay_apart(void **state)
{
	BukuUji *b = *state;
	Komentar *c;
	int64_t first, second;
	assert_int_equal(comment(b, "made", SUB_A, "satu", "2024-01-05T08:00", &first), ERR_OK);
	assert_int_equal(comment(b, "made", "", "dua", "2024-01-05T08:01", &second), ERR_OK);
	assert_int_equal(answer(b, "sri", first, "jawab satu", "2024-01-05T08:02"), ERR_OK);
	assert_int_equal(listed(b, NULL, &c), 2);
	assert_int_equal(c[0].n, 2);
	assert_int_equal(c[1].n, 1);
	assert_string_equal(c[1].kode, "");
}

static void what_cannot_be_a_comment(void **state)
{
	BukuUji *b = *state;
	int64_t id;
	char *text = arena_alloc(b->arena, KOMENTAR_MAX + 2);
	memset(text, 'x', KOMENTAR_MAX + 1);
	assert_int_equal(comment(b, "made", SUB_A, " \n\t ", "2024-01-05", NULL), ERR_USAGE);
	assert_int_equal(comment(b, "made", SUB_A, text, "2024-01-05", NULL), ERR_USAGE);
	assert_int_equal(comment(b, "made", "9.99.99", "teks", "2024-01-05", NULL), ERR_USAGE);
	assert_int_equal(comment(b, "made", SUB_A, "teks", "2024-01-05T08:00", &id), ERR_OK);
	assert_int_equal(answer(b, "sri", id, "", "2024-01-05T09:00"), ERR_USAGE);
	assert_int_equal(answer(b, "sri", 1, "teks", "2024-01-05T09:00"), ERR_ABSENT); /* entry 1 is the region */
	assert_int_equal(answer(b, "sri", id, "teks", "2024-01-05T09:00"), ERR_OK);
	assert_int_equal(answer(b, "sri", id + 1, "teks", "2024-01-05T09:00"), ERR_ABSENT); /* an answer has no answers */
}

/* Every role: may it ask, answer, settle, read? The agency's operator and head are those of OPD_A and, then, of another. */
static void by_those_who_may(void **state)
{
	static const struct { const char *user; bool asks, answers, reads; } roles[] = {
		{"sri", false, true, true}, {"kadis", true, true, true}, {"dewi", false, false, false}, {"kadag", false, false, false}, {"made", true, true, true},
		{"bupati", false, false, true}, {"audi", false, false, true}, {"admin", false, false, true},
	};
	BukuUji *b = *state;
	int64_t id;
	assert_int_equal(comment(b, "made", SUB_A, "satu", "2024-01-05T08:00", &id), ERR_OK);
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		Komentar *c;
		size_t n;
		assert_int_equal(comment(b, roles[i].user, SUB_A, "teks", "2024-01-05T09:00", NULL), roles[i].asks ? ERR_OK : ERR_DENIED);
		assert_int_equal(answer(b, roles[i].user, id, "teks", "2024-01-05T09:00"), roles[i].answers ? ERR_OK : ERR_DENIED);
		assert_int_equal(settle(b, roles[i].user, id, true, "2024-01-05T09:00"), roles[i].asks ? ERR_OK : ERR_DENIED);
		Konteks *k = buku_uji_open(b, STORE_BACA, roles[i].user, NULL, NULL);
		assert_int_equal(komentar_list(k, OPD_A, 2023, 12, &c, &n, NULL), roles[i].reads ? ERR_OK : ERR_DENIED);
		konteks_close(k);
	}
}

/* ---- settings ---- */

static Err set(BukuUji *b, const char *as, const char *key, const char *value, bool *changed)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, as, NULL, NULL);
	bool own;
	Err err = pengaturan_tulis(k, key, value, changed ? changed : &own, NULL);
	konteks_close(k);
	return err;
}

static int64_t value_of(BukuUji *b, KunciPengaturan key)
{
	Pengaturan p;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(pengaturan_baca(k, &p, NULL), ERR_OK);
	konteks_close(k);
	return p.nilai[key];
}

static void settings_hold_until_they_are_changed(void **state)
{
	BukuUji *b = *state;
	bool changed;
	assert_int_equal(value_of(b, PENGATURAN_PERIKSA_PUBLIK), 0);
	assert_int_equal(value_of(b, PENGATURAN_PORTAL_PUBLIK), 1);
	assert_int_equal(value_of(b, PENGATURAN_BATAS_UNGGAH), 20);
	assert_int_equal(set(b, "admin", "periksa-publik", "Ya", &changed), ERR_OK);
	assert_true(changed);
	assert_int_equal(set(b, "admin", "periksa-publik", "1", &changed), ERR_OK);
	assert_false(changed);
	assert_int_equal(set(b, "admin", "batas-unggah", "5", &changed), ERR_OK);
	assert_int_equal(value_of(b, PENGATURAN_PERIKSA_PUBLIK), 1);
	assert_int_equal(value_of(b, PENGATURAN_BATAS_UNGGAH), 5);
	assert_int_equal(set(b, "admin", "batas-unggah", "", &changed), ERR_OK);
	assert_true(changed);
	assert_int_equal(value_of(b, PENGATURAN_BATAS_UNGGAH), 20);
}

static void only_an_admin_sets_and_only_what_there_is(void **state)
{
	static const char *const others[] = {"sri", "kadis", "made", "bupati", "audi"};
	BukuUji *b = *state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_int_equal(set(b, others[i], "periksa-publik", "1", NULL), ERR_DENIED);
	assert_int_equal(set(b, "admin", "tidak-ada", "1", NULL), ERR_USAGE);
	static const char *const wrong[] = {"2", "-1", "mungkin", "1 ", "99999999999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(set(b, "admin", "periksa-publik", wrong[i], NULL), ERR_USAGE);
	assert_int_equal(set(b, "admin", "batas-unggah", "0", NULL), ERR_USAGE);
	assert_int_equal(set(b, "admin", "batas-unggah", "21", NULL), ERR_USAGE);
	assert_int_equal(set(b, "admin", "batas-unggah", "ya", NULL), ERR_USAGE);
	assert_int_equal(value_of(b, PENGATURAN_PERIKSA_PUBLIK), 0);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(a_question_an_answer_and_the_end_of_it), CASE(threads_stay_apart), CASE(what_cannot_be_a_comment), CASE(by_those_who_may),
		CASE(settings_hold_until_they_are_changed), CASE(only_an_admin_sets_and_only_what_there_is),
	};
	return cmocka_run_group_tests_name("komentar", tests, NULL, NULL);
}
