/* The audit chain for people: verification names the first bad entry with who and when; anchors find what a chain alone cannot; copies are verified. */
#include "buku_uji.h"

#include "app/jejak_app.h"
#include "app/tata.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

static int setup(void **state)
{
	*state = buku_uji_new(); /* entries 1 to 11 */
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const Kemajuan SILENT = {NULL, NULL};

static PeriksaBuku look(BukuUji *b, const char *db, const char *anchor)
{
	PeriksaBuku p;
	ErrInfo info = {0};
	const KonteksOptions options = {.db = db};
	if (jejak_periksa(b->arena, &options, anchor, SILENT, BAHASA_EN, &p, &info))
		fail_msg("%s", info.message);
	return p;
}

static void rename_agency(BukuUji *b, const char *nama, const char *when)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", when, NULL);
	BarisOpd row;
	bool changed;
	assert_int_equal(konteks_opd(k, OPD_A, &row, NULL), ERR_OK);
	row.nama = nama;
	assert_int_equal(tata_opd_save(k, row, false, &changed, NULL), ERR_OK);
	konteks_close(k);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

#define WITHOUT_GUARDS "DROP TRIGGER opd_tetap; DROP TRIGGER opd_utuh; DROP TRIGGER jejak_tetap; DROP TRIGGER jejak_utuh; "

static void the_first_bad_entry_is_named_with_who_and_when(void **state)
{
	BukuUji *b = *state;
	rename_agency(b, "Dinas Satu", "2023-02-01T09:30");
	rename_agency(b, "Dinas Dua", "2023-02-02T09:30");
	PeriksaBuku p = look(b, b->db, NULL);
	assert_true(p.utuh);
	assert_int_equal(p.n, 1);
	assert_int_equal(p.rantai[0].hasil.jumlah, 13);
	buku_uji_tamper(b, WITHOUT_GUARDS "UPDATE opd SET nama = 'Dinas Lain' WHERE id = 12");
	p = look(b, b->db, NULL);
	assert_false(p.utuh);
	assert_string_not_equal(p.berkas, ""); /* the guards are gone, too */
	assert_int_equal(p.rantai[0].hasil.pertama_rusak, 12);
	assert_true(p.rantai[0].ada_entri);
	assert_string_equal(p.rantai[0].entri.oleh, "admin");
	assert_string_equal(waktu_print_iso(b->arena, p.rantai[0].entri.waktu, 420), "2023-02-01T09:30:00+07:00");
	assert_non_null(strstr(p.rantai[0].hasil.sebab, "opd"));
}

static void an_entry_that_is_gone_is_named_by_its_number(void **state)
{
	BukuUji *b = *state;
	buku_uji_tamper(b, WITHOUT_GUARDS "DELETE FROM jejak WHERE id = 5");
	PeriksaBuku p = look(b, b->db, NULL);
	assert_false(p.utuh);
	assert_int_equal(p.rantai[0].hasil.pertama_rusak, 5);
	assert_false(p.rantai[0].ada_entri);
}

/* Rows and guards restored by someone who knows how: only the chain tells. */
static void guards_put_back_do_not_hide_a_change(void **state)
{
	BukuUji *b = *state;
	buku_uji_tamper(b, "CREATE TEMP TABLE g AS SELECT sql FROM main.sqlite_schema WHERE name = 'opd_tetap'; DROP TRIGGER opd_tetap;"
	                   "UPDATE opd SET nama = 'Dinas Lain' WHERE id = 2;"
	                   "CREATE TRIGGER opd_tetap BEFORE UPDATE ON opd BEGIN SELECT raise(ABORT, 'append-only'); END;");
	PeriksaBuku p = look(b, b->db, NULL);
	assert_string_equal(p.berkas, "");
	assert_int_equal(p.rantai[0].hasil.pertama_rusak, 2);
}

static void a_missing_guard_or_index_is_noticed(void **state)
{
	static const char *const attacks[] = {
		"DROP TRIGGER fakta_baru",
		"DROP INDEX fakta_kunci",
		"CREATE TRIGGER diam AFTER INSERT ON fakta BEGIN SELECT 1; END",
		"DROP TRIGGER fakta_tetap; CREATE TRIGGER fakta_tetap BEFORE UPDATE ON fakta BEGIN SELECT 1; END",
		"CREATE TABLE lain (x)",
	};
	(void)state;
	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		BukuUji *b = buku_uji_new();
		buku_uji_tamper(b, attacks[i]);
		PeriksaBuku p = look(b, b->db, NULL);
		assert_false(p.utuh);
		if (!*p.berkas)
			fail_msg("unnoticed: %s", attacks[i]);
		assert_int_equal(p.rantai[0].hasil.pertama_rusak, 0);
		buku_uji_free(b);
	}
}

static void statistics_of_the_engine_are_no_change(void **state)
{
	BukuUji *b = *state;
	buku_uji_tamper(b, "ANALYZE");
	assert_true(look(b, b->db, NULL).utuh);
}

static void anchors_are_found_in_any_text(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		const char *pemda;
		int64_t id;
	} cases[] = {
		{"99.01 12 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n", 1, "99.01", 12},
		{"12 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 1, "", 12},
		{"jejak 12 0123456789ab", 1, "", 12},
		{"Laporan disahkan (jejak 99.01 12: 0123456789abcdef), revisi 1", 1, "99.01", 12},
		{"12 0123456789a", 0, NULL, 0},
		{"12 0123456789abcdeg", 0, NULL, 0},
		{"-12 0123456789ab", 0, NULL, 0},
		{"0123456789ab", 0, NULL, 0},
		{"", 0, NULL, 0},
		{"1 aaaaaaaaaaaa\n2 bbbbbbbbbbbb\r\n3 cccccccccccc", 3, "", 1},
	};
	BukuUji *b = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Jangkar *list;
		size_t n;
		jangkar_parse(b->arena, cases[i].text, &list, &n);
		if (n != cases[i].n)
			fail_msg("%s: %zu", cases[i].text, n);
		if (n) {
			assert_string_equal(list[0].pemda, cases[i].pemda);
			assert_int_equal(list[0].id, cases[i].id);
		}
	}
}

static const char *anchor_file(BukuUji *b, const char *name)
{
	int64_t id;
	const char *hash, *path = buku_uji_path(b, name);
	Konteks *k = buku_uji_open(b, STORE_BACA, "audi", NULL, NULL);
	assert_int_equal(jejak_anchor(k, &id, &hash, NULL), ERR_OK);
	konteks_close(k);
	write_file(path, str_format(b->arena, "99.01 %lld %s\n", (long long)id, hash));
	return path;
}

static void an_anchor_finds_a_tail_that_was_cut_and_a_chain_written_anew(void **state)
{
	BukuUji *b = *state;
	rename_agency(b, "Dinas Satu", "2023-02-01");
	const char *early = anchor_file(b, "awal.txt");
	rename_agency(b, "Dinas Dua", "2023-02-02");
	const char *late = anchor_file(b, "akhir.txt");
	assert_true(look(b, b->db, early).utuh);
	assert_true(look(b, b->db, late).utuh);
	assert_int_equal(look(b, b->db, late).n_jangkar, 1);
	/* The last entry taken away with its row: the chain alone is whole. */
	buku_uji_tamper(b, "DROP TRIGGER opd_utuh; DROP TRIGGER jejak_utuh; DELETE FROM opd WHERE id = 13; DELETE FROM jejak WHERE id = 13;"
	                   "CREATE TRIGGER opd_utuh BEFORE DELETE ON opd BEGIN SELECT raise(ABORT, 'append-only'); END;"
	                   "CREATE TRIGGER jejak_utuh BEFORE DELETE ON jejak BEGIN SELECT raise(ABORT, 'append-only'); END;");
	assert_true(look(b, b->db, NULL).utuh);
	assert_true(look(b, b->db, early).utuh);
	PeriksaBuku p = look(b, b->db, late);
	assert_false(p.utuh);
	assert_non_null(strstr(p.rantai[0].jangkar, "cut off"));
	/* Another change in its place: same number, other hash. */
	rename_agency(b, "Dinas Tiga", "2023-02-02");
	assert_true(look(b, b->db, NULL).utuh);
	p = look(b, b->db, late);
	assert_false(p.utuh);
	assert_non_null(strstr(p.rantai[0].jangkar, "written anew"));
}

static void anchors_that_say_nothing_are_refused(void **state)
{
	BukuUji *b = *state;
	PeriksaBuku p;
	ErrInfo info = {0};
	const KonteksOptions options = {.db = b->db};
	const char *path = buku_uji_path(b, "jangkar.txt");
	write_file(path, "tidak ada apa-apa\n");
	assert_int_equal(jejak_periksa(b->arena, &options, path, SILENT, BAHASA_EN, &p, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "no anchor"));
	write_file(path, "51.08 1 0123456789ab\n");
	assert_int_equal(jejak_periksa(b->arena, &options, path, SILENT, BAHASA_EN, &p, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "another region"));
	assert_int_equal(jejak_periksa(b->arena, &options, buku_uji_path(b, "tiada.txt"), SILENT, BAHASA_EN, &p, &info), ERR_OPEN);
	BarisPemda pemda;
	const TataBaru second = {.db = b->db, .pemda = "51.08"};
	assert_int_equal(tata_init(b->arena, &second, BAHASA_EN, &pemda, NULL), ERR_OK);
	write_file(path, "1 0123456789ab\n");
	assert_int_equal(jejak_periksa(b->arena, &options, path, SILENT, BAHASA_EN, &p, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "several"));
}

static void every_region_is_verified_even_one_without_its_row(void **state)
{
	BukuUji *b = *state;
	BarisPemda pemda;
	const TataBaru second = {.db = b->db, .pemda = "51.08"};
	assert_int_equal(tata_init(b->arena, &second, BAHASA_EN, &pemda, NULL), ERR_OK);
	PeriksaBuku p = look(b, b->db, NULL);
	assert_int_equal(p.n, 2);
	assert_true(p.utuh);
	buku_uji_tamper(b, "DROP TRIGGER pemda_utuh; DELETE FROM pemda WHERE pemda = '51.08'");
	p = look(b, b->db, NULL);
	assert_int_equal(p.n, 2);
	assert_false(p.utuh);
	assert_string_equal(p.rantai[1].pemda, "51.08");
	assert_int_equal(p.rantai[1].hasil.pertama_rusak, 1);
	assert_int_equal(p.rantai[0].hasil.pertama_rusak, 0);
}

static void entries_are_listed_with_what_they_are_about(void **state)
{
	BukuUji *b = *state;
	rename_agency(b, "Dinas Satu", "2023-02-01T09:30");
	Konteks *k = buku_uji_open(b, STORE_BACA, "audi", NULL, NULL);
	EntriJejak *rows;
	size_t n;
	assert_int_equal(jejak_list(k, 1, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 12);
	assert_string_equal(rows[11].entri.tabel, "opd");
	assert_string_equal(rows[11].entri.oleh, "admin");
	assert_string_equal(rows[11].tentang, OPD_A " Dinas Satu");
	for (size_t i = 0; i < n; i++)
		assert_null(strstr(rows[i].tentang, "argon2"));
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "audi", NULL, "2023-01-31");
	assert_int_equal(jejak_list(k, 1, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 11);
	int64_t id;
	const char *hash;
	assert_int_equal(jejak_anchor(k, &id, &hash, NULL), ERR_OK);
	assert_int_equal(id, 11);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "audi", NULL, "2022-01-31");
	ErrInfo info = {0};
	assert_int_equal(jejak_anchor(k, &id, &hash, &info), ERR_ABSENT);
	konteks_close(k);
}

static void only_those_who_may_look_do(void **state)
{
	BukuUji *b = *state;
	static const struct {
		const char *user, *jejak, *cadangan;
	} cases[] = {{"sri", "-", "-"}, {"kadis", "-", "-"}, {"made", "y", "-"}, {"bupati", "-", "-"}, {"audi", "y", "-"}, {"admin", "y", "y"}, {NULL, "y", "y"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		PeriksaBuku p;
		int64_t id;
		const char *hash, *copy = buku_uji_path(b, str_format(b->arena, "salinan-%zu", i));
		EntriJejak *rows;
		size_t n;
		ErrInfo info = {0};
		const KonteksOptions options = {.db = b->db, .sebagai = cases[i].user};
		Err see = *cases[i].jejak == 'y' ? ERR_OK : ERR_DENIED;
		assert_int_equal(jejak_periksa(b->arena, &options, NULL, SILENT, BAHASA_EN, &p, &info), see);
		Konteks *k = buku_uji_open(b, STORE_BACA, cases[i].user, NULL, NULL);
		assert_int_equal(jejak_anchor(k, &id, &hash, &info), see);
		assert_int_equal(jejak_list(k, 1, 2, &rows, &n, &info), see);
		konteks_close(k);
		bool copies = *cases[i].cadangan == 'y';
		assert_int_equal(cadangan_buat(b->arena, &options, copy, SILENT, BAHASA_EN, &info), copies ? ERR_OK : ERR_DENIED);
		assert_int_equal(access(copy, F_OK) == 0, copies);
	}
}

typedef struct {
	int calls, last;
} Heard;

static void hear(void *context, int done, int all)
{
	Heard *h = context;
	h->calls++;
	assert_true(done <= all);
	h->last = done == all;
}

static void a_copy_is_verified_and_restored(void **state)
{
	BukuUji *b = *state;
	const char *copy = buku_uji_path(b, "salinan.db"), *again = buku_uji_path(b, "pulih.db");
	const KonteksOptions options = {.db = b->db};
	Heard heard = {0};
	ErrInfo info = {0};
	assert_int_equal(cadangan_buat(b->arena, &options, copy, (Kemajuan){hear, &heard}, BAHASA_EN, &info), ERR_OK);
	assert_true(heard.calls > 0 && heard.last);
	struct stat at;
	assert_int_equal(stat(copy, &at), 0);
	assert_int_equal(at.st_mode & 0777, 0600);
	rename_agency(b, "Dinas Satu", "2023-02-01T09:30"); /* after the copy */
	assert_int_equal(cadangan_pulihkan(b->arena, copy, again, SILENT, BAHASA_EN, &info), ERR_OK);
	assert_int_equal(look(b, again, NULL).rantai[0].hasil.jumlah, 11);
	assert_int_equal(look(b, b->db, NULL).rantai[0].hasil.jumlah, 12);
	/* Never over a file that exists, be it a ledger or anything. */
	assert_int_equal(cadangan_buat(b->arena, &options, copy, SILENT, BAHASA_EN, &info), ERR_WRITE);
	assert_int_equal(cadangan_pulihkan(b->arena, copy, again, SILENT, BAHASA_EN, &info), ERR_WRITE);
	write_file(buku_uji_path(b, "lain"), "penting");
	assert_int_equal(cadangan_buat(b->arena, &options, buku_uji_path(b, "lain"), SILENT, BAHASA_EN, &info), ERR_WRITE);
	assert_int_equal(stat(buku_uji_path(b, "lain"), &at), 0);
	assert_int_equal(at.st_size, 7);
	assert_int_equal(cadangan_pulihkan(b->arena, buku_uji_path(b, "lain"), buku_uji_path(b, "z.db"), SILENT, BAHASA_EN, &info), ERR_FORMAT);
	assert_int_equal(cadangan_pulihkan(b->arena, buku_uji_path(b, "tiada"), buku_uji_path(b, "z.db"), SILENT, BAHASA_EN, &info), ERR_OPEN);
	assert_int_not_equal(access(buku_uji_path(b, "z.db"), F_OK), 0);
}

static void a_damaged_ledger_is_not_copied(void **state)
{
	BukuUji *b = *state;
	const char *copy = buku_uji_path(b, "salinan.db");
	const KonteksOptions options = {.db = b->db};
	ErrInfo info = {0};
	buku_uji_tamper(b, WITHOUT_GUARDS "UPDATE opd SET nama = 'x' WHERE id = 2");
	assert_int_equal(cadangan_buat(b->arena, &options, copy, SILENT, BAHASA_EN, &info), ERR_DAMAGED);
	assert_non_null(strstr(info.message, b->db));
	assert_int_equal(cadangan_pulihkan(b->arena, b->db, copy, SILENT, BAHASA_EN, &info), ERR_DAMAGED);
	assert_int_not_equal(access(copy, F_OK), 0);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(the_first_bad_entry_is_named_with_who_and_when),
		CASE(an_entry_that_is_gone_is_named_by_its_number),
		CASE(guards_put_back_do_not_hide_a_change),
		cmocka_unit_test(a_missing_guard_or_index_is_noticed),
		CASE(statistics_of_the_engine_are_no_change),
		CASE(anchors_are_found_in_any_text),
		CASE(an_anchor_finds_a_tail_that_was_cut_and_a_chain_written_anew),
		CASE(anchors_that_say_nothing_are_refused),
		CASE(every_region_is_verified_even_one_without_its_row),
		CASE(entries_are_listed_with_what_they_are_about),
		CASE(only_those_who_may_look_do),
		CASE(a_copy_is_verified_and_restored),
		CASE(a_damaged_ledger_is_not_copied),
	};
	return cmocka_run_group_tests_name("jejak", tests, NULL, NULL);
}
