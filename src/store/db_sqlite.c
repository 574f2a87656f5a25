#include "store/db.h"

#include "base/str.h"
#include "store/penjaga.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

/* Marks a file as a ledger of this program: "cpan" (PRAGMA application_id). */
enum {
	APPLICATION_ID = 0x6370616e,
	BUSY_MS = 5000,
	BACKUP_PAGES = 256,
	QUICK_PAGES = 1024, /* size up to which all pages are looked at when a ledger is opened */
	ROW_TEXT_MAX = 64 * 1024 * 1024,
	PARAMETER_MAX = 32,
};

typedef enum { MULAI_BACA, MULAI_TULIS, SELESAI, KENDALI_JUMLAH } Kendali;

struct Db {
	Arena *arena;
	const char *path;      /* as the user calls it */
	const char *file;      /* the file itself: another name as long as the database is new */
	Bahasa bahasa;
	sqlite3 *handle;
	sqlite3_stmt *statement[SQL_JUMLAH];
	uint8_t place[SQL_JUMLAH][PARAMETER_MAX]; /* of $1, $2 ... in it, from 1 */
	sqlite3_stmt *control[KENDALI_JUMLAH];
	sqlite3_stmt *changes;
	bool in_transaction;
};

struct DbRow {
	sqlite3_stmt *statement;
};

int64_t db_column_int(const DbRow *row, int i)
{
	return sqlite3_column_int64(row->statement, i);
}

const char *db_column_text(const DbRow *row, int i)
{
	const char *text = (const char *)sqlite3_column_text(row->statement, i);
	return text ? text : "";
}

const void *db_column_bytes(const DbRow *row, int i, int64_t *n)
{
	const void *bytes = sqlite3_column_blob(row->statement, i);
	*n = sqlite3_column_bytes(row->statement, i);
	return bytes ? bytes : "";
}

static Err damaged(Db *db, const char *detail, ErrInfo *info)
{
	return err_set(info, ERR_DAMAGED, str_format(db->arena, teks(db->bahasa, "%s: the ledger is damaged (%s)"), db->path, detail),
	               teks(db->bahasa, "restore the last backup: capaian restore"));
}

/* What SQLite reports, as one sentence of ours. */
static Err failed(Db *db, ErrInfo *info)
{
	int code = sqlite3_errcode(db->handle) & 0xff;
	const char *detail = sqlite3_errmsg(db->handle);
	Bahasa b = db->bahasa;
	switch (code) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(info, ERR_LIMIT, str_format(db->arena, teks(b, "%s: the ledger is in use by another program"), db->path),
		               teks(b, "try again in a moment"));
	case SQLITE_FULL:
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(b, "%s: the disk is full; nothing of this change was kept"), db->path),
		               teks(b, "make room and repeat the change"));
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(b, "%s: the ledger cannot be written"), db->path),
		               teks(b, "check the permissions of the file and of its folder"));
	case SQLITE_CANTOPEN:
		return err_set(info, ERR_OPEN, str_format(db->arena, teks(b, "%s: the ledger cannot be opened"), db->path), NULL);
	case SQLITE_NOTADB:
		return err_set(info, ERR_FORMAT, str_format(db->arena, teks(b, "%s: this is not a ledger of capaian"), db->path), NULL);
	case SQLITE_CORRUPT:
		return damaged(db, detail, info);
	case SQLITE_IOERR:
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(b, "%s: the disk reports a fault (%s)"), db->path, detail), NULL);
	default:
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(b, "%s: the ledger refuses: %s"), db->path, detail), NULL);
	}
}

static Err exec(Db *db, const char *sql, ErrInfo *info)
{
	return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? ERR_OK : failed(db, info);
}

static void close_object(void *db)
{
	db_close(db);
}

/* The settings of a connection. A reader may not even try to write. */
static Err handle_settle(Db *db, DbMode mode, ErrInfo *info)
{
	sqlite3_extended_result_codes(db->handle, 0);
	sqlite3_busy_timeout(db->handle, BUSY_MS);
	sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, ROW_TEXT_MAX);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	Err err = exec(db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY", info);
	if (!err && mode == DB_BACA)
		err = exec(db, "PRAGMA query_only = ON", info);
	return err;
}

static Err handle_open(Db *db, const char *name, DbMode mode, ErrInfo *info)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | (mode == DB_MEMORI ? SQLITE_OPEN_MEMORY : 0);
	if (sqlite3_open_v2(name, &db->handle, flags, NULL) != SQLITE_OK)
		return failed(db, info);
	return handle_settle(db, mode, info);
}

static void handle_close(Db *db)
{
	for (int i = 0; i < SQL_JUMLAH; i++) {
		sqlite3_finalize(db->statement[i]);
		db->statement[i] = NULL;
	}
	for (int i = 0; i < KENDALI_JUMLAH; i++) {
		sqlite3_finalize(db->control[i]);
		db->control[i] = NULL;
	}
	sqlite3_finalize(db->changes);
	db->changes = NULL;
	sqlite3_close(db->handle);
	db->handle = NULL;
}

static const char *beside(const Db *db, const char *suffix)
{
	return str_format(db->arena, "%s%s", db->file, suffix);
}

static const char *folder_of(Arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	return !slash ? "." : slash == path ? "/" : str_dupn(arena, path, (size_t)(slash - path));
}

/* What stays in the write-ahead log when a program was killed: changes that the file itself does not hold yet. */
static bool log_waits(const Db *db)
{
	struct stat at;
	return stat(beside(db, "-wal"), &at) == 0 && at.st_size > 0;
}

/* A file name as URI, so that every character stands for itself. */
static const char *uri_of(const Db *db, const char *parameters)
{
	StrBuf b = {.arena = db->arena};
	strbuf_add(&b, "file:");
	for (const char *p = db->file; *p; p++) {
		if (*p == '%' || *p == '?' || *p == '#')
			strbuf_addf(&b, "%%%02X", (unsigned)(unsigned char)*p);
		else
			strbuf_addc(&b, *p);
	}
	strbuf_add(&b, parameters);
	return strbuf_text(&b);
}

/* Where folder or file cannot be written, SQLite cannot keep its shared index of the log beside the file. Without a log there is nothing to share: the file
 * alone is the ledger, and nobody who could change it is at work (a writer would have made these files). */
static Err open_immutable(Db *db, ErrInfo *info)
{
	if (log_waits(db))
		return err_set(info, ERR_OPEN, str_format(db->arena, teks(db->bahasa, "%s: the last changes are still in %s, and the folder cannot be written"), db->path,
		               beside(db, "-wal")), teks(db->bahasa, "open the ledger once where its folder can be written, or copy both files"));
	handle_close(db);
	return handle_open(db, uri_of(db, "?immutable=1"), DB_BACA, info);
}

static Err open_existing(Db *db, DbMode mode, ErrInfo *info)
{
	Bahasa b = db->bahasa;
	if (access(db->file, R_OK) != 0)
		return err_set(info, ERR_OPEN, str_format(db->arena, teks(b, "%s: the ledger cannot be opened: %s"), db->path, strerror(errno)),
		               errno == ENOENT ? teks(b, "a new ledger is made by: capaian init") : NULL);
	bool writable = access(db->file, W_OK) == 0 && access(folder_of(db->arena, db->file), W_OK) == 0;
	if (mode == DB_TULIS && !writable)
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(b, "%s: the ledger cannot be written"), db->path),
		               teks(b, "check the permissions of the file and of its folder"));
	/* The last one to leave folds the log into the file; a reader leaves both as they were. */
	bool keep_log = mode == DB_BACA && log_waits(db);
	Err err = handle_open(db, uri_of(db, ""), mode, info);
	if (!err && keep_log)
		sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (!err)
		err = exec(db, "SELECT 1 FROM sqlite_schema LIMIT 1", info);
	int code = err ? sqlite3_errcode(db->handle) & 0xff : SQLITE_OK;
	bool no_room_beside = mode == DB_BACA && !writable && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY);
	return no_room_beside ? open_immutable(db, info) : err;
}

static Db *db_new(Arena *arena, const char *path, const char *file, Bahasa bahasa)
{
	Db *db = ARENA_NEW(arena, Db);
	*db = (Db){.arena = arena, .path = path, .file = file, .bahasa = bahasa};
	arena_defer(arena, close_object, db);
	return db;
}

Err db_open(Db **out, Arena *arena, const char *path, DbMode mode, Bahasa bahasa, ErrInfo *info)
{
	Db *db = db_new(arena, path, path, bahasa);
	Err err = mode == DB_MEMORI ? handle_open(db, ":memory:", mode, info) : open_existing(db, mode, info);
	if (err)
		db_close(db);
	*out = err ? NULL : db;
	return err;
}

static Err name_taken(Db *db, ErrInfo *info)
{
	return err_set(info, ERR_WRITE, str_format(db->arena, teks(db->bahasa, "%s: there is a file of this name already"), db->path),
	               teks(db->bahasa, "choose a new name; nothing was changed"));
}

static Err cannot_make(Db *db, ErrInfo *info)
{
	return err_set(info, ERR_WRITE, str_format(db->arena, teks(db->bahasa, "%s: the file cannot be made: %s"), db->path, strerror(errno)), NULL);
}

Err db_create(Db **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	Db *db = db_new(arena, path, path, bahasa);
	if (access(path, F_OK) == 0)
		return name_taken(db, info);
	const char *file = str_format(arena, "%s.baru-%ld", path, (long)getpid());
	int fd = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
	if (fd < 0)
		return cannot_make(db, info);
	close(fd);
	db->file = file;
	Err err = handle_open(db, uri_of(db, ""), DB_TULIS, info);
	if (!err)
		err = exec(db, str_format(arena, "PRAGMA application_id = %d; PRAGMA journal_mode = WAL", APPLICATION_ID), info);
	if (err)
		db_close(db);
	*out = err ? NULL : db;
	return err;
}

static void remove_new(Db *db)
{
	unlink(db->file);
	unlink(beside(db, "-wal"));
	unlink(beside(db, "-shm"));
	unlink(beside(db, "-journal"));
}

/* Renames without ever replacing; a hard link where the file system cannot (NFS). */
static int rename_new(const char *from, const char *to)
{
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	return link(from, to) == 0 ? unlink(from) : -1;
}

static int folder_sync(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	int result = fsync(fd);
	close(fd);
	return result;
}

Err db_publish(Db *db, ErrInfo *info)
{
	Err err = ERR_OK;
	handle_close(db);
	if (log_waits(db)) /* the log could not be folded in */
		err = err_set(info, ERR_WRITE, str_format(db->arena, teks(db->bahasa, "%s: the file cannot be completed"), db->path), NULL);
	else if (rename_new(db->file, db->path) != 0)
		err = errno == EEXIST ? name_taken(db, info) : cannot_make(db, info);
	else if (folder_sync(folder_of(db->arena, db->path)) != 0)
		err = cannot_make(db, info);
	if (err)
		remove_new(db);
	db->file = db->path;
	return err;
}

void db_close(Db *db)
{
	if (!db)
		return;
	if (db->handle)
		handle_close(db);
	if (!str_equal(db->file, db->path)) {
		remove_new(db);
		db->file = db->path;
	}
}

Err db_cache(Db *db, int kib, ErrInfo *info)
{
	return exec(db, str_format(db->arena, "PRAGMA cache_size = -%d", kib), info);
}

void db_language(Db *db, Bahasa bahasa)
{
	db->bahasa = bahasa;
}

Err db_changes(Db *db, int64_t *number, ErrInfo *info)
{
	if (!db->changes && sqlite3_prepare_v3(db->handle, "PRAGMA data_version", -1, SQLITE_PREPARE_PERSISTENT, &db->changes, NULL) != SQLITE_OK)
		return failed(db, info);
	Err err = sqlite3_step(db->changes) == SQLITE_ROW ? ERR_OK : failed(db, info);
	*number = err ? 0 : sqlite3_column_int64(db->changes, 0);
	sqlite3_reset(db->changes);
	return err;
}

/* First column of the first row of a statement of the engine itself. */
static Err pragma_text(Db *db, const char *sql, const char **text, ErrInfo *info)
{
	sqlite3_stmt *statement = NULL;
	Err err = ERR_OK;
	*text = "";
	if (sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL) != SQLITE_OK) {
		err = failed(db, info);
	} else if (sqlite3_step(statement) == SQLITE_ROW) {
		const char *value = (const char *)sqlite3_column_text(statement, 0);
		*text = str_dup(db->arena, value ? value : "");
	} else if (sqlite3_errcode(db->handle) != SQLITE_DONE) {
		err = failed(db, info);
	}
	sqlite3_finalize(statement);
	return err;
}

static Err pragma_number(Db *db, const char *sql, int64_t *out, ErrInfo *info)
{
	const char *text;
	Err err = pragma_text(db, sql, &text, info);
	*out = err ? 0 : strtoll(text, NULL, 10);
	return err;
}

/* SQLite reads what is missing of a last page as zeros; a file of whole pages that is too short it refuses itself. While a log waits, the file may well be
 * torn: the log holds all that was to be written to it. */
static Err size_check(Db *db, ErrInfo *info)
{
	struct stat at;
	int64_t page;
	Err err = pragma_number(db, "PRAGMA page_size", &page, info);
	if (!err && !log_waits(db) && stat(db->file, &at) == 0 && at.st_size % page != 0)
		return damaged(db, teks(db->bahasa, "its end is cut off"), info);
	return err;
}

Err db_inspect(Db *db, int64_t *versi, ErrInfo *info)
{
	int64_t id;
	Err err = pragma_number(db, "PRAGMA application_id", &id, info);
	if (!err && id != APPLICATION_ID)
		err = err_set(info, ERR_FORMAT, str_format(db->arena, teks(db->bahasa, "%s: this is not a ledger of capaian"), db->path), NULL);
	if (!err)
		err = size_check(db, info);
	return err ? err : pragma_number(db, "SELECT coalesce(max(versi), 0) FROM skema", versi, info);
}

Err db_check_quick(Db *db, ErrInfo *info)
{
	int64_t pages;
	const char *text = "ok";
	Err err = pragma_number(db, "PRAGMA page_count", &pages, info);
	if (!err && pages <= QUICK_PAGES)
		err = pragma_text(db, "PRAGMA quick_check(1)", &text, info);
	return !err && !str_equal(text, "ok") ? damaged(db, text, info) : err;
}

Err db_check_whole(Db *db, const char **fault, ErrInfo *info)
{
	ErrInfo own = {0};
	Err err = pragma_text(db, "PRAGMA integrity_check(1)", fault, &own);
	if (err == ERR_DAMAGED) { /* too broken to be looked at: that is what was asked */
		*fault = own.message;
		return ERR_OK;
	}
	if (err)
		return err_set(info, err, own.message, own.hint);
	if (str_equal(*fault, "ok"))
		*fault = "";
	return ERR_OK;
}

Err db_schema(Db *db, const char **text, ErrInfo *info)
{
	return pragma_text(db, "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema WHERE sql <> '' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
	                       "ORDER BY type, name)", text, info);
}

/* The portable script in SQLite's words. */
static const char *translated(Arena *arena, const char *script)
{
	static const char *const words[][2] = {{"@int@", "INTEGER"}, {"@bytes@", "BLOB"}, {"@strict@", "STRICT"}};
	StrBuf b = {.arena = arena};
	while (*script) {
		size_t taken = 0;
		for (size_t i = 0; i < 3; i++) {
			if (str_starts(script, words[i][0])) {
				strbuf_add(&b, words[i][1]);
				taken = strlen(words[i][0]);
			}
		}
		if (!taken)
			strbuf_addc(&b, *script);
		script += taken ? taken : 1;
	}
	return strbuf_text(&b);
}

Err db_migrate(Db *db, int n, int64_t waktu, ErrInfo *info)
{
	int64_t versi = 0;
	Err err = db_begin(db, info);
	if (!err && n > 1)
		err = pragma_number(db, "SELECT max(versi) FROM skema", &versi, info);
	if (err || versi >= n) {
		db_rollback(db);
		return err;
	}
	err = exec(db, translated(db->arena, SQL_MIGRASI[n - 1]), info);
	if (!err)
		err = exec(db, penjaga_sql(db->arena, SQL_MIGRASI[n - 1]), info);
	if (!err)
		err = db_run(db, SQL_SKEMA_ADD, (DbNilai[]){db_int(n), db_int(waktu)}, 2, info);
	if (!err)
		err = db_commit(db, info);
	if (err)
		db_rollback(db);
	return err;
}

static Err control(Db *db, Kendali kendali, ErrInfo *info)
{
	static const char *const text[] = {"BEGIN", "BEGIN IMMEDIATE", "COMMIT"};
	sqlite3_stmt **statement = &db->control[kendali];
	if (!*statement && sqlite3_prepare_v3(db->handle, text[kendali], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK)
		return failed(db, info);
	Err err = sqlite3_step(*statement) == SQLITE_DONE ? ERR_OK : failed(db, info);
	sqlite3_reset(*statement);
	return err;
}

Err db_begin(Db *db, ErrInfo *info)
{
	assert(!db->in_transaction);
	Err err = control(db, MULAI_TULIS, info);
	db->in_transaction = !err;
	return err;
}

Err db_begin_read(Db *db, ErrInfo *info)
{
	assert(!db->in_transaction);
	Err err = control(db, MULAI_BACA, info);
	db->in_transaction = !err;
	return err;
}

Err db_commit(Db *db, ErrInfo *info)
{
	assert(db->in_transaction);
	Err err = control(db, SELESAI, info);
	db->in_transaction = err != ERR_OK;
	return err;
}

void db_rollback(Db *db)
{
	if (db->in_transaction)
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	db->in_transaction = false;
}

Err db_part_begin(Db *db, ErrInfo *info)
{
	assert(db->in_transaction);
	if (sqlite3_get_autocommit(db->handle)) /* a full disk has ended it: a savepoint would be a transaction of its own */
		return err_set(info, ERR_WRITE, str_format(db->arena, teks(db->bahasa, "%s: the ledger refuses: %s"), db->path, "ROLLBACK"), NULL);
	return exec(db, "SAVEPOINT bagian", info);
}

Err db_part_keep(Db *db, ErrInfo *info)
{
	return exec(db, "RELEASE bagian", info);
}

void db_part_undo(Db *db)
{
	sqlite3_exec(db->handle, "ROLLBACK TO bagian; RELEASE bagian", NULL, NULL, NULL);
}

/* $1 ... are names to SQLite: their places follow the order of appearance. */
static Err prepare(Db *db, Pernyataan id, int n, ErrInfo *info)
{
	if (sqlite3_prepare_v3(db->handle, SQL_TEKS[id], -1, SQLITE_PREPARE_PERSISTENT, &db->statement[id], NULL) != SQLITE_OK)
		return failed(db, info);
	assert(n <= PARAMETER_MAX);
	for (int i = 0; i < n; i++) {
		char name[16];
		snprintf(name, sizeof name, "$%d", i + 1);
		db->place[id][i] = (uint8_t)sqlite3_bind_parameter_index(db->statement[id], name);
		assert(db->place[id][i] > 0);
	}
	return ERR_OK;
}

static Err prepared(Db *db, Pernyataan id, const DbNilai *values, int n, ErrInfo *info)
{
	Err err = db->statement[id] ? ERR_OK : prepare(db, id, n, info);
	if (err)
		return err;
	sqlite3_stmt *statement = db->statement[id];
	for (int i = 0; i < n; i++) {
		int place = db->place[id][i];
		if (values[i].jenis == JENIS_INT)
			sqlite3_bind_int64(statement, place, values[i].angka);
		else if (values[i].jenis == JENIS_TEKS)
			sqlite3_bind_text(statement, place, values[i].isi ? values[i].isi : "", -1, SQLITE_STATIC);
		else
			sqlite3_bind_blob64(statement, place, values[i].isi, (sqlite3_uint64)values[i].angka, SQLITE_STATIC);
	}
	return ERR_OK;
}

Err db_query(Db *db, Pernyataan id, const DbNilai *values, int n, DbEach each, void *context, ErrInfo *info)
{
	Err err = prepared(db, id, values, n, info);
	if (err)
		return err;
	DbRow row = {db->statement[id]};
	int step;
	bool more = true;
	while (more && (step = sqlite3_step(row.statement)) == SQLITE_ROW)
		more = each ? each(context, &row) : true;
	if (more && step != SQLITE_DONE)
		err = failed(db, info);
	sqlite3_reset(row.statement);
	return err;
}

Err db_run(Db *db, Pernyataan id, const DbNilai *values, int n, ErrInfo *info)
{
	return db_query(db, id, values, n, NULL, NULL, info);
}

Err db_copy(Db *db, Db *target, void (*progress)(void *context, int done, int all), void *context, ErrInfo *info)
{
	/* An open reading transaction holds the copy to one moment: without it every change by another process would start it anew. */
	bool own = !db->in_transaction;
	Err err = own ? db_begin_read(db, info) : ERR_OK;
	if (!err)
		err = exec(db, "SELECT 1 FROM sqlite_schema LIMIT 1", info);
	sqlite3_backup *backup = err ? NULL : sqlite3_backup_init(target->handle, "main", db->handle, "main");
	int step = SQLITE_OK;
	while (backup && (step == SQLITE_OK || step == SQLITE_BUSY || step == SQLITE_LOCKED)) {
		step = sqlite3_backup_step(backup, BACKUP_PAGES);
		int all = sqlite3_backup_pagecount(backup);
		if (progress)
			progress(context, all - sqlite3_backup_remaining(backup), all);
		if (step == SQLITE_BUSY || step == SQLITE_LOCKED)
			sqlite3_sleep(20);
	}
	if (!err && sqlite3_backup_finish(backup) != SQLITE_OK)
		err = failed(sqlite3_errcode(target->handle) == SQLITE_OK ? db : target, info);
	if (own)
		db_rollback(db);
	return err;
}
