/* Upgrading: this program is built with one migration more than the capaian that made the ledger (environment CAPAIAN). */
#include "base/str.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <dirent.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct {
	Arena *arena;
	char folder[40];
	const char *db;
	int64_t versi;           /* schema of that capaian */
} Fixture;

static const char *path_in(Fixture *f, const char *name)
{
	return str_format(f->arena, "%s/%s", f->folder, name);
}

static int shell(const char *command)
{
	int status = system(command);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int64_t number(const char *db, const char *sql)
{
	sqlite3 *handle;
	sqlite3_stmt *statement;
	assert_int_equal(sqlite3_open(db, &handle), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	int64_t n = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	sqlite3_close(handle);
	return n;
}

static int64_t schema(const char *db)
{
	return number(db, "SELECT max(versi) FROM skema");
}

static int setup(void **state)
{
	Arena *arena = arena_new();
	Fixture *f = ARENA_NEW(arena, Fixture);
	f->arena = arena;
	snprintf(f->folder, sizeof f->folder, "/tmp/migrasi_XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->db = path_in(f, "buku.db");
	assert_non_null(getenv("CAPAIAN"));
	assert_int_equal(shell(str_format(arena, "$CAPAIAN init %s --pemda 51.08 >/dev/null", f->db)), 0);
	f->versi = schema(f->db);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	Fixture *f = *state;
	assert_int_equal(shell(str_format(f->arena, "rm -r %s", f->folder)), 0);
	arena_free(f->arena);
	return 0;
}

static void run_sql(const char *db, const char *sql)
{
	sqlite3 *handle;
	assert_int_equal(sqlite3_open(db, &handle), SQLITE_OK);
	assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

/* Copies beside the ledger: how many, and the name of the last one found. */
static int copies(Fixture *f, const char **name)
{
	int n = 0;
	DIR *folder = opendir(f->folder);
	for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
		if (!str_starts(entry->d_name, str_format(f->arena, "buku.db.v%lld-", (long long)f->versi)))
			continue;
		*name = path_in(f, entry->d_name);
		n++;
	}
	closedir(folder);
	return n;
}

static void an_older_ledger_is_not_touched_by_reading(void **state)
{
	Fixture *f = *state;
	Store *store;
	ErrInfo info = {0};
	const char *name;
	assert_int_equal(store_open(&store, f->arena, f->db, STORE_BACA, BAHASA_EN, &info), ERR_FORMAT);
	assert_non_null(strstr(info.message, "older"));
	assert_non_null(info.hint);
	assert_int_equal(store_open(&store, f->arena, f->db, STORE_PERIKSA, BAHASA_EN, &info), ERR_FORMAT);
	assert_int_equal(schema(f->db), f->versi);
	assert_int_equal(copies(f, &name), 0);
}

static void writing_upgrades_after_a_copy(void **state)
{
	Fixture *f = *state;
	Store *store;
	ErrInfo info = {0};
	HasilJejak result;
	const char *copy = "", *fault;
	time_t before = time(NULL);
	if (store_open(&store, f->arena, f->db, STORE_TULIS, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	assert_int_equal(store_verify(store, f->arena, "51.08", &result, NULL), ERR_OK);
	assert_int_equal(result.jumlah, 2);
	assert_int_equal(result.pertama_rusak, 0);
	assert_int_equal(store_check_file(store, f->arena, &fault, NULL), ERR_OK);
	assert_string_equal(fault, ""); /* as if it had been made new */
	store_close(store);
	assert_int_equal(schema(f->db), f->versi + 1);
	assert_in_range(number(f->db, "SELECT max(waktu) FROM skema"), (uintmax_t)before * 1000000, (uintmax_t)time(NULL) * 1000000);
	assert_int_equal(number(f->db, "SELECT jumlah FROM catatan"), 2);
	assert_int_equal(copies(f, &copy), 1);
	assert_int_equal(strlen(copy), strlen(f->db) + strlen(".v1-20231229T040506"));
	/* The older program opens the copy, and refuses the upgraded ledger with a clear message. */
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN audit verify --db %s >/dev/null", copy)), 0);
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN opd list --lang en --db %s 2>&1 | grep -q 'newer program'", f->db)), 0);
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN opd list --db %s 2>/dev/null", f->db)), 3);
	/* A second opening upgrades nothing more. */
	assert_int_equal(store_open(&store, f->arena, f->db, STORE_TULIS, BAHASA_EN, &info), ERR_OK);
	store_close(store);
	assert_int_equal(copies(f, &copy), 1);
}

/* The names of the next seconds are taken: the copy finds another one, and none is written over. */
static void a_copy_never_replaces_another(void **state)
{
	Fixture *f = *state;
	Store *store;
	const char *name;
	for (time_t t = time(NULL); t < time(NULL) + 20; t++) {
		struct tm utc;
		char stamp[24];
		gmtime_r(&t, &utc);
		strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%S", &utc);
		FILE *file = fopen(str_format(f->arena, "%s.v%lld-%s", f->db, (long long)f->versi, stamp), "w");
		assert_non_null(file);
		fputs("penting", file);
		fclose(file);
		if (t > time(NULL) + 15)
			break;
	}
	int taken = copies(f, &name);
	assert_int_equal(store_open(&store, f->arena, f->db, STORE_TULIS, BAHASA_EN, NULL), ERR_OK);
	store_close(store);
	assert_int_equal(copies(f, &name), taken + 1);
	assert_int_equal(shell(str_format(f->arena, "test $(grep -lx penting %s.v%lld-* | wc -l) = %d", f->db, (long long)f->versi, taken)), 0);
	assert_int_equal(shell(str_format(f->arena, "ls %s | grep -q '^buku.db.v%lld-.*-2$'", f->folder, (long long)f->versi)), 0);
}

static void a_migration_that_fails_changes_nothing(void **state)
{
	Fixture *f = *state;
	Store *store;
	ErrInfo info = {0};
	run_sql(f->db, "CREATE INDEX jejak_oleh ON jejak (oleh)"); /* the last step of the script will not work */
	assert_int_not_equal(store_open(&store, f->arena, f->db, STORE_TULIS, BAHASA_EN, &info), ERR_OK);
	assert_non_null(strstr(info.message, f->db));
	assert_int_equal(schema(f->db), f->versi);
	assert_int_equal(number(f->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'catatan'"), 0);
	run_sql(f->db, "DROP INDEX jejak_oleh");
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN audit verify --db %s >/dev/null", f->db)), 0);
}

static void two_that_upgrade_at_once_do_it_once(void **state)
{
	enum { N = 6 };
	Fixture *f = *state;
	pid_t child[N];
	for (int i = 0; i < N; i++) {
		child[i] = fork();
		if (child[i] == 0) {
			Arena *arena = arena_new();
			Store *store;
			Err err = store_open(&store, arena, f->db, STORE_TULIS, BAHASA_EN, NULL);
			arena_free(arena);
			_exit(err);
		}
	}
	for (int i = 0; i < N; i++) {
		int status;
		assert_int_equal(waitpid(child[i], &status, 0), child[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), ERR_OK);
	}
	assert_int_equal(number(f->db, "SELECT count(*) FROM skema"), f->versi + 1);
	assert_int_equal(number(f->db, "SELECT jumlah FROM catatan"), 2);
}

/* A ledger as the first program left it (tests/fixtures/buku_v1.sql). */
static const char *ledger_of_the_first_program(Fixture *f)
{
	enum { MAX = 100 * 1000 };
	const char *db = path_in(f, "lama.db");
	char *text = arena_alloc(f->arena, MAX);
	FILE *file = fopen(str_format(f->arena, "%s/tests/fixtures/buku_v1.sql", getenv("CAPAIAN_SOURCE")), "r");
	assert_non_null(file);
	assert_in_range(fread(text, 1, MAX, file), 1, MAX - 1);
	fclose(file);
	run_sql(db, text);
	run_sql(db, "PRAGMA journal_mode = WAL");
	assert_int_equal(schema(db), 1);
	return db;
}

static const char *export_of(Fixture *f, const char *db, const char *name)
{
	const char *file = path_in(f, name);
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN export --db %s -o %s >/dev/null", db, file)), 0);
	return file;
}

/* The whole way, by the commands: refused by what only reads, upgraded by the first that writes, nothing lost, the chain goes on. */
static void a_ledger_of_the_first_program_lives_on(void **state)
{
	Fixture *f = *state;
	const char *db = ledger_of_the_first_program(f);
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN audit verify --db %s 2>/dev/null", db)), 3);
	int64_t entries = number(db, "SELECT count(*) FROM jejak"), facts = number(db, "SELECT count(*) FROM fakta");
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN calendar holiday 2023-05-01 --nama 'Hari Buruh' --db %s --as admin --at 2023-03-01T08:00 >/dev/null", db)), 0);
	assert_int_equal(schema(db), f->versi);
	assert_int_equal(number(db, "SELECT count(*) FROM jejak"), entries + 1);
	assert_int_equal(number(db, "SELECT count(*) FROM fakta"), facts);
	assert_int_equal(number(db, "SELECT count(*) FROM sesi"), 0);
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN audit verify --db %s >/dev/null", db)), 0);
	assert_int_equal(shell(str_format(f->arena, "ls %s.v1-* >/dev/null", db)), 0);
	/* What it exports makes a new ledger that exports the same. */
	const char *first = export_of(f, db, "a.json");
	assert_int_equal(shell(str_format(f->arena, "$CAPAIAN import %s --db %s/baru.db --apply >/dev/null", first, f->folder)), 0);
	const char *second = export_of(f, path_in(f, "baru.db"), "b.json");
	assert_int_equal(shell(str_format(f->arena, "cmp %s %s", first, second)), 0);
}

static void several_versions_are_passed_in_one_go(void **state)
{
	Fixture *f = *state;
	const char *db = ledger_of_the_first_program(f), *fault;
	Store *store;
	HasilJejak result;
	ErrInfo info = {0};
	if (store_open(&store, f->arena, db, STORE_TULIS, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	assert_int_equal(store_check_file(store, f->arena, &fault, NULL), ERR_OK);
	assert_string_equal(fault, "");
	assert_int_equal(store_verify(store, f->arena, "99.01", &result, NULL), ERR_OK);
	assert_int_equal(result.pertama_rusak, 0);
	assert_true(result.jumlah > 10);
	store_close(store);
	assert_int_equal(schema(db), f->versi + 1);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(an_older_ledger_is_not_touched_by_reading), CASE(writing_upgrades_after_a_copy),        CASE(a_copy_never_replaces_another),
		CASE(a_migration_that_fails_changes_nothing),    CASE(two_that_upgrade_at_once_do_it_once),
		CASE(a_ledger_of_the_first_program_lives_on),    CASE(several_versions_are_passed_in_one_go),
	};
	return cmocka_run_group_tests_name("migrasi", tests, NULL, NULL);
}
