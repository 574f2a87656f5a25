/* Around the file: folders that cannot be written, other programs that hold it, readers that must leave no trace. */
#include "buku_kecil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NOBODY = 65534 };

/* Runs the body in a child that is not root (permissions do not bind root) and gives what it returned. */
static int as_nobody(int (*body)(BukuKecil *b), BukuKecil *b)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
			_exit(70);
		_exit(body(b));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void protect(BukuKecil *b, mode_t folder, mode_t file)
{
	assert_int_equal(chmod(b->folder, folder), 0);
	assert_int_equal(chmod(b->db, file), 0);
}

/* A writer that was killed: its last changes wait in the log. */
static void leave_log(BukuKecil *b)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		Store *store;
		if (store_open(&store, b->arena, b->db, STORE_TULIS, BAHASA_EN, NULL) || buku_kecil_save(store, 1, NULL, NULL))
			_exit(1);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_string_equal(buku_kecil_files(b), "buku.db buku.db-shm buku.db-wal");
}

static int64_t entries(BukuKecil *b, StoreMode mode, Err *err, ErrInfo *info)
{
	Store *store;
	int64_t id = -1;
	*err = store_open(&store, b->arena, b->db, mode, BAHASA_EN, info);
	if (!*err)
		*err = store_entry_at(store, b->arena, PEMDA_UJI, STORE_KINI, &id, info);
	store_close(store);
	return id;
}

/* ---- readers leave no trace ---- */

static void unchanged_by(BukuKecil *b, StoreMode mode, int64_t expected)
{
	size_t n_before, n_after;
	Err err;
	ErrInfo info = {0};
	const char *files = buku_kecil_files(b);
	char *before = file_read(b->db, &n_before);
	assert_int_equal(entries(b, mode, &err, &info), expected);
	char *after = file_read(b->db, &n_after);
	assert_string_equal(buku_kecil_files(b), files);
	assert_int_equal(n_before, n_after);
	assert_memory_equal(before, after, n_before);
	free(before);
	free(after);
}

static void reading_leaves_no_trace(void **state)
{
	BukuKecil *b = buku_kecil_new(10);
	(void)state;
	unchanged_by(b, STORE_BACA, 11);
	unchanged_by(b, STORE_PERIKSA, 11);
	assert_string_equal(buku_kecil_files(b), "buku.db");
	leave_log(b);
	unchanged_by(b, STORE_BACA, 12); /* what the killed one had saved is seen, and still stands in the log */
	unchanged_by(b, STORE_PERIKSA, 12);
	Err err;
	ErrInfo info = {0};
	assert_int_equal(entries(b, STORE_TULIS, &err, &info), 12);
	assert_string_equal(buku_kecil_files(b), "buku.db"); /* the next writer tidies up */
	buku_kecil_free(b);
}

/* ---- permissions ---- */

static int read_here(BukuKecil *b)
{
	Err err;
	ErrInfo info = {0};
	int64_t n = entries(b, STORE_BACA, &err, &info);
	if (err)
		fprintf(stderr, "%s\n", info.message);
	return err || n != 11 ? 1 : 0;
}

static int write_refused(BukuKecil *b)
{
	Err err;
	ErrInfo info = {0};
	entries(b, STORE_TULIS, &err, &info);
	return err == ERR_WRITE && strstr(info.message, "cannot be written") && strstr(info.message, b->db) && info.hint ? 0 : 1;
}

static int read_refused(BukuKecil *b)
{
	Err err;
	ErrInfo info = {0};
	entries(b, STORE_BACA, &err, &info);
	return err == ERR_OPEN && strstr(info.message, "Permission denied") ? 0 : 1;
}

static int waiting_log_refused(BukuKecil *b)
{
	Err err;
	ErrInfo info = {0};
	entries(b, STORE_BACA, &err, &info);
	return err == ERR_OPEN && strstr(info.message, "last changes are still in") && info.hint ? 0 : 1;
}

static int new_file_refused(BukuKecil *b)
{
	Store *store;
	ErrInfo info = {0};
	Err err = store_create(&store, b->arena, buku_kecil_path(b, "baru.db"), BAHASA_EN, &info);
	return err == ERR_WRITE && strstr(info.message, "baru.db") ? 0 : 1;
}

static int copy_refused(BukuKecil *b)
{
	Store *store;
	ErrInfo info = {0};
	Err err = store_open(&store, b->arena, b->db, STORE_BACA, BAHASA_EN, &info);
	if (!err)
		err = store_backup(store, buku_kecil_path(b, "salinan.db"), NULL, NULL, &info);
	return err == ERR_WRITE && strstr(info.message, "salinan.db") ? 0 : 1;
}

static void a_folder_that_cannot_be_written_can_be_read(void **state)
{
	BukuKecil *b = buku_kecil_new(10);
	(void)state;
	protect(b, 0555, 0444);
	assert_int_equal(as_nobody(read_here, b), 0);
	assert_string_equal(buku_kecil_files(b), "buku.db");
	assert_int_equal(as_nobody(write_refused, b), 0);
	assert_int_equal(as_nobody(new_file_refused, b), 0);
	assert_int_equal(as_nobody(copy_refused, b), 0);
	assert_string_equal(buku_kecil_files(b), "buku.db");
	protect(b, 0777, 0444); /* the folder can, the file cannot */
	assert_int_equal(as_nobody(read_here, b), 0);
	assert_int_equal(as_nobody(write_refused, b), 0);
	protect(b, 0555, 0666); /* the file can, the folder cannot */
	assert_int_equal(as_nobody(read_here, b), 0);
	assert_int_equal(as_nobody(write_refused, b), 0);
	protect(b, 0755, 0000);
	assert_int_equal(as_nobody(read_refused, b), 0);
	protect(b, 0700, 0600);
	buku_kecil_free(b);
}

static void changes_that_wait_in_a_log_are_not_passed_over(void **state)
{
	BukuKecil *b = buku_kecil_new(10);
	(void)state;
	leave_log(b);
	unlink(buku_kecil_path(b, "buku.db-shm")); /* as after a restart of the machine */
	chmod(buku_kecil_path(b, "buku.db-wal"), 0444);
	protect(b, 0555, 0444);
	assert_int_equal(as_nobody(waiting_log_refused, b), 0);
	protect(b, 0700, 0600);
	buku_kecil_free(b);
}

/* Every name a folder can have: the file is opened by it, not by what SQLite would read into it. */
static void names_stand_for_themselves(void **state)
{
	static const char *const names[] = {"a?mode=ro", "b#c", "d%41", "e f", "g\xc3\xa9", "h&i=j", ":memory:", "file:x"};
	BukuKecil *b = buku_kecil_new(0);
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *path = buku_kecil_path(b, names[i]);
		Store *store;
		ErrInfo info = {0};
		assert_int_equal(store_create(&store, b->arena, path, BAHASA_EN, &info), ERR_OK);
		assert_int_equal(buku_kecil_save(store, 1, NULL, NULL), ERR_OK);
		store_close(store);
		assert_int_equal(access(path, F_OK), 0);
		assert_int_equal(buku_kecil_whole(path), 1);
		unlink(path);
	}
	assert_int_equal(chdir(b->folder), 0);
	Store *store;
	assert_int_equal(store_create(&store, b->arena, ":memory:", BAHASA_EN, NULL), ERR_OK);
	store_close(store);
	assert_string_equal(buku_kecil_files(b), ":memory: buku.db");
	assert_int_equal(chdir("/"), 0);
	buku_kecil_free(b);
}

static void what_is_no_file_is_refused(void **state)
{
	BukuKecil *b = buku_kecil_new(0);
	const char *folder = buku_kecil_path(b, "folder"), *pipe_path = buku_kecil_path(b, "pipa");
	(void)state;
	mkdir(folder, 0700);
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	const char *const paths[] = {folder, pipe_path, "/dev/null", "/dev/zero", buku_kecil_path(b, "tiada/buku.db"), ""};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		for (StoreMode mode = STORE_BACA; mode <= STORE_PERIKSA; mode++) {
			Store *store;
			ErrInfo info = {0};
			Err err = store_open(&store, b->arena, paths[i], mode, BAHASA_EN, &info);
			if (err != ERR_OPEN && err != ERR_FORMAT && err != ERR_WRITE)
				fail_msg("%s: %d", paths[i], err);
			assert_non_null(info.message);
		}
	}
	rmdir(folder);
	buku_kecil_free(b);
}

/* ---- another program holds the ledger ---- */

static sqlite3 *hold(BukuKecil *b)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(b->db, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	return db;
}

static void a_writer_waits_and_then_says_so(void **state)
{
	BukuKecil *b = buku_kecil_new(10);
	sqlite3 *db = hold(b);
	Store *store;
	ErrInfo info = {0};
	struct timespec from, to;
	(void)state;
	assert_int_equal(store_open(&store, b->arena, b->db, STORE_TULIS, BAHASA_EN, &info), ERR_OK);
	clock_gettime(CLOCK_MONOTONIC, &from);
	assert_int_equal(buku_kecil_save(store, 1, NULL, &info), ERR_LIMIT);
	clock_gettime(CLOCK_MONOTONIC, &to);
	assert_non_null(strstr(info.message, "in use"));
	assert_in_range(to.tv_sec - from.tv_sec, 4, 30);
	Err err;
	assert_int_equal(entries(b, STORE_BACA, &err, &info), 11); /* readers do not wait */
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	sqlite3_close(db);
	assert_int_equal(buku_kecil_save(store, 1, NULL, &info), ERR_OK);
	store_close(store);
	buku_kecil_free(b);
}

static void a_short_wait_is_not_noticed(void **state)
{
	BukuKecil *b = buku_kecil_new(10);
	Store *store;
	int status, ready[2];
	char byte;
	(void)state;
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		sqlite3 *db;
		int ok = sqlite3_open(b->db, &db) == SQLITE_OK && sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
		ok &= write(ready[1], "x", 1) == 1;
		usleep(300000);
		ok &= sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
		_exit(!ok);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	assert_int_equal(store_open(&store, b->arena, b->db, STORE_TULIS, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(buku_kecil_save(store, 1, NULL, NULL), ERR_OK);
	store_close(store);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	close(ready[0]);
	close(ready[1]);
	buku_kecil_free(b);
}

/* Several processes save at once: every save has its number, the chain is one. */
static void many_writers_make_one_chain(void **state)
{
	enum { WRITERS = 4, SAVES = 15 };
	BukuKecil *b = buku_kecil_new(10);
	(void)state;
	for (int w = 0; w < WRITERS; w++) {
		if (fork() == 0) {
			Store *store;
			int bad = store_open(&store, b->arena, b->db, STORE_TULIS, BAHASA_EN, NULL);
			for (int i = 0; !bad && i < SAVES; i++)
				bad = buku_kecil_save(store, w * SAVES + i, NULL, NULL);
			store_close(store);
			_exit(bad);
		}
	}
	for (int w = 0; w < WRITERS; w++) {
		int status;
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(buku_kecil_whole(b->db), 11 + WRITERS * SAVES);
	buku_kecil_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading_leaves_no_trace),
		cmocka_unit_test(a_folder_that_cannot_be_written_can_be_read),
		cmocka_unit_test(changes_that_wait_in_a_log_are_not_passed_over),
		cmocka_unit_test(names_stand_for_themselves),
		cmocka_unit_test(what_is_no_file_is_refused),
		cmocka_unit_test(a_writer_waits_and_then_says_so),
		cmocka_unit_test(a_short_wait_is_not_noticed),
		cmocka_unit_test(many_writers_make_one_chain),
	};
	return cmocka_run_group_tests_name("ledger izin", tests, NULL, NULL);
}
