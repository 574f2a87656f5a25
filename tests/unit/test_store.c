#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct {
	Arena *arena;
	char path[64];
	Store *store;
} Fixture;

static const Pelaku BUDI = {"51.99", "budi", "entri", 1000000};

static int setup(void **state)
{
	Fixture *f = calloc(1, sizeof *f);
	f->arena = arena_new();
	snprintf(f->path, sizeof f->path, "/tmp/test_store_XXXXXX");
	int fd = mkstemp(f->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(f->path);
	ErrInfo info = {0};
	assert_int_equal(store_create(&f->store, f->arena, f->path, BAHASA_EN, &info), ERR_OK);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	Fixture *f = *state;
	arena_free(f->arena);
	unlink(f->path);
	char side[80];
	snprintf(side, sizeof side, "%s-wal", f->path);
	unlink(side);
	snprintf(side, sizeof side, "%s-shm", f->path);
	unlink(side);
	free(f);
	return 0;
}

static BarisFakta money(int64_t sen)
{
	return (BarisFakta){.opd = "2.17", .tahun = 2023, .bulan = 12, .kode = "2.17.01.2.01.01", .jenis = "uang", .isi = 2, .m = sen, .skala = 2, .teks = "",
	                    .asal = "", .alasan = ""};
}

static int64_t add_money(Store *store, int64_t sen, Saat waktu)
{
	Pelaku pelaku = BUDI;
	pelaku.waktu = waktu;
	int64_t id = 0;
	assert_int_equal(store_begin(store, pelaku, NULL), ERR_OK);
	assert_int_equal(store_add_fakta(store, money(sen), &id, NULL), ERR_OK);
	assert_int_equal(store_commit(store, NULL), ERR_OK);
	return id;
}

static void keeps_every_version_and_reads_as_of(void **state)
{
	Fixture *f = *state;
	int64_t first = add_money(f->store, 100, 10), second = add_money(f->store, 250, 20);
	assert_int_equal(first, 1);
	assert_int_equal(second, 2);
	BarisFakta *rows;
	size_t n;
	assert_int_equal(store_list_fakta(f->store, f->arena, "51.99", "2.17", 2023, 12, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].m, 250);
	assert_int_equal(store_list_fakta(f->store, f->arena, "51.99", "", 2023, 0, first, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].m, 100);
	assert_int_equal(store_list_riwayat(f->store, f->arena, "51.99", "2.17", 2023, 12, "2.17.01.2.01.01", 0, "uang", STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(store_list_fakta(f->store, f->arena, "51.98", "2.17", 2023, 12, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 0);
	int64_t id;
	assert_int_equal(store_entry_at(f->store, f->arena, "51.99", 15, &id, NULL), ERR_OK);
	assert_int_equal(id, 1);
	assert_int_equal(store_entry_at(f->store, f->arena, "51.99", 5, &id, NULL), ERR_OK);
	assert_int_equal(id, 0);
}

static void a_rolled_back_change_leaves_nothing(void **state)
{
	Fixture *f = *state;
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_add_fakta(f->store, money(1), NULL, NULL), ERR_OK);
	store_rollback(f->store);
	int64_t id;
	assert_int_equal(store_entry_at(f->store, f->arena, "51.99", STORE_KINI, &id, NULL), ERR_OK);
	assert_int_equal(id, 0);
	assert_int_equal(add_money(f->store, 5, 1), 1);
}

static void time_never_runs_backwards(void **state)
{
	Fixture *f = *state;
	add_money(f->store, 1, 500);
	add_money(f->store, 2, 100);
	BarisJejak *rows;
	size_t n;
	assert_int_equal(store_list_jejak(f->store, f->arena, "51.99", 1, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(rows[1].waktu, 500);
}

/* Statements of an intruder who has the file and takes the guards away first. */
static void tamper(Fixture *f, const char *sql)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	char *message = NULL;
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}

/* Whoever has the file and SQL but leaves the schema alone: nothing that is written can be changed, whatever the words and settings. */
static void the_tables_refuse_update_delete_and_replace(void **state)
{
	static const char *const attempts[] = {
		"UPDATE fakta SET m = 9",
		"UPDATE OR REPLACE fakta SET id = 1",
		"DELETE FROM fakta",
		"UPDATE jejak SET oleh = 'x'",
		"DELETE FROM jejak",
		"REPLACE INTO jejak SELECT pemda, id, waktu, 'x', sumber, tabel, isi, hash FROM jejak",
		"INSERT OR REPLACE INTO fakta SELECT pemda, id, opd, tahun, bulan, kode, indikator, jenis, isi, 9, skala, teks, asal, ganti, alasan FROM fakta",
		"INSERT INTO fakta SELECT * FROM fakta WHERE true ON CONFLICT (pemda, id) DO UPDATE SET m = 9",
		"INSERT OR REPLACE INTO bukti_isi SELECT pemda, 99, hash, x'00' FROM bukti_isi",
		"INSERT OR REPLACE INTO bukti_isi SELECT pemda, id, 'lain', isi FROM bukti_isi",
	};
	static const char *const settings[] = {"PRAGMA recursive_triggers = OFF", "PRAGMA recursive_triggers = ON", "PRAGMA foreign_keys = ON"};
	Fixture *f = *state;
	add_money(f->store, 1, 1);
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_add_bukti_isi(f->store, (BarisBuktiIsi){.hash = "h", .isi = "abc", .n_isi = 3}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(f->store, NULL), ERR_OK);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	for (size_t s = 0; s < sizeof settings / sizeof *settings; s++) {
		assert_int_equal(sqlite3_exec(db, settings[s], NULL, NULL, NULL), SQLITE_OK);
		for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
			if (sqlite3_exec(db, attempts[i], NULL, NULL, NULL) == SQLITE_OK)
				fail_msg("%s; %s", settings[s], attempts[i]);
	}
	sqlite3_close(db);
	HasilJejak result;
	assert_int_equal(store_verify(f->store, f->arena, "51.99", &result, NULL), ERR_OK);
	assert_int_equal(result.pertama_rusak, 0);
	assert_int_equal(result.jumlah, 2);
}

/* Operation, not facts: spelled out, so that no table of facts slips in among them. */
static bool is_operation(const char *table)
{
	static const char *const names[] = {"sesi", "token_api", "totp", "pemulihan", "undangan", "pekerjaan", "pekerjaan_hasil"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], table) == 0)
			return true;
	return false;
}

/* Every table of facts has its three guards, those of operation none. */
static void no_table_is_forgotten(void **state)
{
	Fixture *f = *state;
	sqlite3 *db;
	sqlite3_stmt *statement;
	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT t.name, count(g.name) FROM sqlite_schema AS t LEFT JOIN sqlite_schema AS g ON g.type = 'trigger' "
	                                        "AND g.tbl_name = t.name WHERE t.type = 'table' AND t.name <> 'skema' GROUP BY t.name", -1, &statement, NULL), SQLITE_OK);
	int n = 0;
	for (; sqlite3_step(statement) == SQLITE_ROW; n++) {
		const char *name = (const char *)sqlite3_column_text(statement, 0);
		int guards = sqlite3_column_int(statement, 1);
		if (guards != (is_operation(name) ? 0 : 3))
			fail_msg("%s has %d guards", name, guards);
	}
	assert_int_equal(n, 22 + 7);
	sqlite3_finalize(statement);
	sqlite3_close(db);
}

/* The store itself: a row without its bytes of evidence cannot be kept (foreign keys), and the failed change leaves nothing. */
static void a_row_needs_what_it_points_at(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	const BarisBukti row = {.opd = "2.17", .tahun = 2023, .bulan = 1, .kode = "", .nama = "a.pdf", .jenis = "application/pdf", .ukuran = 3, .hash = "h", .aktif = 1};
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_add_bukti(f->store, row, NULL, &info), ERR_WRITE);
	assert_non_null(strstr(info.message, "FOREIGN KEY"));
	store_rollback(f->store);
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_add_bukti_isi(f->store, (BarisBuktiIsi){.hash = "h", .isi = "abc", .n_isi = 3}, NULL, NULL), ERR_OK);
	assert_int_equal(store_add_bukti(f->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(f->store, NULL), ERR_OK);
}

static BarisSesi session(const char *hash, const char *pengguna, Saat dilihat)
{
	return (BarisSesi){.hash = hash, .pemda = "51.99", .pengguna = pengguna, .csrf = "c", .sandi = "s", .dibuat = 1, .dilihat = dilihat, .kedaluwarsa = 1000, .alamat = "",
	                   .agen = ""};
}

static size_t sessions(Fixture *f, const char *pengguna)
{
	BarisSesi *rows;
	size_t n;
	assert_int_equal(store_list_sesi(f->store, f->arena, "51.99", pengguna, &rows, &n, NULL), ERR_OK);
	return n;
}

/* Rows of operation change and go; the chain knows nothing of it and stays whole. */
static void operation_stands_outside_the_chain(void **state)
{
	Fixture *f = *state;
	BarisSesi row;
	bool found;
	HasilJejak result;
	add_money(f->store, 1, 1);
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_put_sesi(f->store, session("a", "budi", 10), NULL), ERR_OK);
	assert_int_equal(store_put_sesi(f->store, session("b", "budi", 20), NULL), ERR_OK);
	assert_int_equal(store_put_sesi(f->store, session("c", "siti", 30), NULL), ERR_OK);
	assert_int_equal(store_put_sesi(f->store, session("a", "budi", 40), NULL), ERR_OK); /* the same one, seen later */
	assert_int_equal(store_commit(f->store, NULL), ERR_OK);
	assert_int_equal(sessions(f, NULL), 3);
	assert_int_equal(sessions(f, "budi"), 2);
	assert_int_equal(store_get_sesi(f->store, f->arena, "a", &row, &found, NULL), ERR_OK);
	assert_true(found);
	assert_int_equal(row.dilihat, 40);
	assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
	assert_int_equal(store_drop_sesi_pengguna(f->store, "51.99", "budi", "a", NULL), ERR_OK);
	assert_int_equal(store_drop_sesi_lama(f->store, 999, 30, NULL), ERR_OK);
	assert_int_equal(store_commit(f->store, NULL), ERR_OK);
	assert_int_equal(sessions(f, NULL), 1);
	assert_int_equal(store_get_sesi(f->store, f->arena, "c", &row, &found, NULL), ERR_OK);
	assert_false(found);
	assert_int_equal(store_verify(f->store, f->arena, "51.99", &result, NULL), ERR_OK);
	assert_int_equal(result.jumlah, 1);
	assert_int_equal(result.pertama_rusak, 0);
}

static HasilJejak verified(Fixture *f)
{
	HasilJejak result;
	assert_int_equal(store_verify(f->store, f->arena, "51.99", &result, NULL), ERR_OK);
	return result;
}

static void verification_names_the_first_bad_entry(void **state)
{
	static const struct {
		const char *sql;
		int64_t first;
	} cases[] = {
		{"UPDATE fakta SET m = 9 WHERE id = 3", 3},
		{"DELETE FROM fakta WHERE id = 2", 2},
		{"UPDATE jejak SET oleh = 'tini' WHERE id = 4", 4},
		{"DELETE FROM jejak WHERE id = 5", 5},
		{"UPDATE jejak SET id = 99 WHERE id = 2; UPDATE jejak SET id = 2 WHERE id = 3; UPDATE jejak SET id = 3 WHERE id = 99;"
	     "UPDATE fakta SET id = 99 WHERE id = 2; UPDATE fakta SET id = 2 WHERE id = 3; UPDATE fakta SET id = 3 WHERE id = 99", 2},
		{"DELETE FROM jejak WHERE id >= 3", 3},
		{"DELETE FROM jejak WHERE id = 1; DELETE FROM fakta WHERE id = 1", 1},
		{"UPDATE jejak SET tabel = 'opd' WHERE id = 4", 4},
		{"UPDATE jejak SET waktu = 0 WHERE id = 5", 5},
		{"UPDATE jejak SET isi = 'x' WHERE id = 2", 2},
		{"UPDATE fakta SET pemda = '51.98' WHERE id = 4", 4},
		{"UPDATE jejak SET id = -1 WHERE id = 1", -1},
		{"INSERT INTO fakta SELECT pemda, -3, opd, tahun, bulan, kode, indikator, jenis, isi, m, skala, teks, asal, ganti, alasan FROM fakta WHERE id = 1", -3},
		{"INSERT INTO libur VALUES ('51.99', 2, '2023-08-17', 'x')", 2},
		{"INSERT INTO fakta SELECT pemda, 77, opd, tahun, bulan, kode, indikator, jenis, isi, m, skala, teks, asal, ganti, alasan FROM fakta WHERE id = 1", 77},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		void *other;
		setup(&other);
		Fixture *f = other;
		for (int k = 1; k <= 5; k++)
			add_money(f->store, 100 * k, k);
		HasilJejak whole = verified(f);
		assert_int_equal(whole.pertama_rusak, 0);
		assert_int_equal(whole.jumlah, 5);
		tamper(f, "DROP TRIGGER fakta_tetap; DROP TRIGGER fakta_utuh; DROP TRIGGER jejak_tetap; DROP TRIGGER jejak_utuh; DROP TRIGGER fakta_baru;");
		tamper(f, cases[i].sql);
		HasilJejak broken = verified(f);
		if (broken.pertama_rusak != cases[i].first)
			fail_msg("%s: %lld (%s)", cases[i].sql, (long long)broken.pertama_rusak, broken.sebab);
		assert_true(broken.sebab[0] != '\0');
		teardown(&other);
	}
	(void)state;
}

static void a_cut_tail_is_found_by_the_anchor(void **state)
{
	Fixture *f = *state;
	for (int k = 1; k <= 3; k++)
		add_money(f->store, k, k);
	const char *anchor, *now;
	assert_int_equal(store_hash_at(f->store, f->arena, "51.99", 3, &anchor, NULL), ERR_OK);
	assert_int_equal(strlen(anchor), 64);
	tamper(f, "DROP TRIGGER fakta_utuh; DROP TRIGGER jejak_utuh; DELETE FROM fakta WHERE id = 3; DELETE FROM jejak WHERE id = 3;");
	assert_int_equal(verified(f).pertama_rusak, 0);
	assert_int_equal(store_hash_at(f->store, f->arena, "51.99", 3, &now, NULL), ERR_OK);
	assert_string_equal(now, "");
}

static void backup_is_the_same_ledger(void **state)
{
	Fixture *f = *state;
	add_money(f->store, 7, 7);
	char path[80];
	snprintf(path, sizeof path, "%s.copy", f->path);
	assert_int_equal(store_backup(f->store, path, NULL, NULL, NULL), ERR_OK);
	ErrInfo info = {0};
	assert_int_equal(store_backup(f->store, path, NULL, NULL, &info), ERR_WRITE); /* never over an existing file */
	Store *copy;
	assert_int_equal(store_open(&copy, f->arena, path, STORE_BACA, BAHASA_EN, &info), ERR_OK);
	HasilJejak result;
	assert_int_equal(store_verify(copy, f->arena, "51.99", &result, NULL), ERR_OK);
	assert_int_equal(result.jumlah, 1);
	assert_int_equal(result.pertama_rusak, 0);
	store_close(copy);
	unlink(path);
}

/* A copy stays a copy of one moment though another process writes between its steps. */
typedef struct {
	Store *writer;
	int calls;
} Meanwhile;

static void write_meanwhile(void *context, int done, int all)
{
	Meanwhile *m = context;
	(void)done, (void)all;
	if (m->calls++ < 3)
		add_money(m->writer, 1000 + m->calls, 1000);
}

static void backup_is_of_one_moment_while_others_write(void **state)
{
	Fixture *f = *state;
	Store *reader, *copy;
	HasilJejak result;
	ErrInfo info = {0};
	char path[80];
	Meanwhile meanwhile = {f->store, 0};
	for (int i = 1; i <= 3000; i++) { /* larger than one step of the copy */
		if (i % 1000 == 1)
			assert_int_equal(store_begin(f->store, BUDI, NULL), ERR_OK);
		assert_int_equal(store_add_fakta(f->store, money(i), NULL, NULL), ERR_OK);
		if (i % 1000 == 0)
			assert_int_equal(store_commit(f->store, NULL), ERR_OK);
	}
	snprintf(path, sizeof path, "%s.copy", f->path);
	assert_int_equal(store_open(&reader, f->arena, f->path, STORE_BACA, BAHASA_EN, &info), ERR_OK);
	assert_int_equal(store_backup(reader, path, write_meanwhile, &meanwhile, &info), ERR_OK);
	store_close(reader);
	assert_true(meanwhile.calls > 3);
	assert_int_equal(store_open(&copy, f->arena, path, STORE_BACA, BAHASA_EN, &info), ERR_OK);
	assert_int_equal(store_verify(copy, f->arena, "51.99", &result, NULL), ERR_OK);
	assert_int_equal(result.jumlah, 3000);
	assert_int_equal(result.pertama_rusak, 0);
	store_close(copy);
	unlink(path);
	assert_int_equal(verified(f).jumlah, 3003);
}

static void a_reader_sees_one_moment(void **state)
{
	Fixture *f = *state;
	Store *reader;
	BarisFakta *rows;
	size_t n;
	add_money(f->store, 1, 1);
	assert_int_equal(store_open(&reader, f->arena, f->path, STORE_BACA, BAHASA_EN, NULL), ERR_OK);
	add_money(f->store, 2, 2);
	assert_int_equal(store_list_fakta(reader, f->arena, "51.99", "2.17", 2023, 12, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(rows[0].m, 1);
	store_close(reader);
	assert_int_equal(store_open(&reader, f->arena, f->path, STORE_BACA, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(store_list_fakta(reader, f->arena, "51.99", "2.17", 2023, 12, STORE_KINI, &rows, &n, NULL), ERR_OK);
	assert_int_equal(rows[0].m, 2);
	store_close(reader);
}

static void the_regions_with_entries_are_listed(void **state)
{
	Fixture *f = *state;
	const char **codes;
	size_t n;
	assert_int_equal(store_list_rantai(f->store, f->arena, &codes, &n, NULL), ERR_OK);
	assert_int_equal(n, 0);
	add_money(f->store, 1, 1);
	Pelaku other = {"51.98", "budi", "entri", 5};
	assert_int_equal(store_begin(f->store, other, NULL), ERR_OK);
	assert_int_equal(store_last_time(f->store), INT64_MIN);
	assert_int_equal(store_add_fakta(f->store, money(3), NULL, NULL), ERR_OK);
	assert_int_equal(store_last_time(f->store), 5);
	assert_int_equal(store_commit(f->store, NULL), ERR_OK);
	assert_int_equal(store_list_rantai(f->store, f->arena, &codes, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_string_equal(codes[0], "51.98");
}

static void refuses_what_is_no_ledger_or_newer(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	Store *store;
	assert_int_equal(store_open(&store, f->arena, "/nonexistent/x.db", STORE_BACA, BAHASA_EN, &info), ERR_OPEN);
	char path[80];
	snprintf(path, sizeof path, "%s.other", f->path);
	FILE *file = fopen(path, "w");
	fputs("this is a text file, long enough to be looked at by SQLite as a header", file);
	fclose(file);
	assert_int_equal(store_open(&store, f->arena, path, STORE_BACA, BAHASA_EN, &info), ERR_FORMAT);
	assert_non_null(strstr(info.message, path));
	unlink(path);
	sqlite3 *db;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, "CREATE TABLE skema (versi INTEGER, waktu INTEGER); INSERT INTO skema VALUES (1, 0)", NULL, NULL, NULL);
	sqlite3_close(db);
	assert_int_equal(store_open(&store, f->arena, path, STORE_BACA, BAHASA_EN, &info), ERR_FORMAT);
	unlink(path);
	tamper(f, "INSERT INTO skema VALUES (999, 0)");
	assert_int_equal(store_open(&store, f->arena, f->path, STORE_TULIS, BAHASA_EN, &info), ERR_FORMAT);
	assert_non_null(strstr(info.message, "newer"));
}

static void two_writers_take_turns(void **state)
{
	Fixture *f = *state;
	Store *other;
	ErrInfo info = {0};
	assert_int_equal(store_open(&other, f->arena, f->path, STORE_TULIS, BAHASA_EN, &info), ERR_OK);
	assert_int_equal(add_money(f->store, 1, 1), 1);
	assert_int_equal(add_money(other, 2, 2), 2);
	assert_int_equal(add_money(f->store, 3, 3), 3);
	assert_int_equal(verified(f).pertama_rusak, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(keeps_every_version_and_reads_as_of, setup, teardown),
		cmocka_unit_test_setup_teardown(a_rolled_back_change_leaves_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(time_never_runs_backwards, setup, teardown),
		cmocka_unit_test_setup_teardown(the_tables_refuse_update_delete_and_replace, setup, teardown),
		cmocka_unit_test_setup_teardown(no_table_is_forgotten, setup, teardown),
		cmocka_unit_test_setup_teardown(operation_stands_outside_the_chain, setup, teardown),
		cmocka_unit_test_setup_teardown(a_row_needs_what_it_points_at, setup, teardown),
		cmocka_unit_test_setup_teardown(backup_is_of_one_moment_while_others_write, setup, teardown),
		cmocka_unit_test_setup_teardown(a_reader_sees_one_moment, setup, teardown),
		cmocka_unit_test_setup_teardown(the_regions_with_entries_are_listed, setup, teardown),
		cmocka_unit_test(verification_names_the_first_bad_entry),
		cmocka_unit_test_setup_teardown(a_cut_tail_is_found_by_the_anchor, setup, teardown),
		cmocka_unit_test_setup_teardown(backup_is_the_same_ledger, setup, teardown),
		cmocka_unit_test_setup_teardown(refuses_what_is_no_ledger_or_newer, setup, teardown),
		cmocka_unit_test_setup_teardown(two_writers_take_turns, setup, teardown),
	};
	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
