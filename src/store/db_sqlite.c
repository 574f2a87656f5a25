#include "store/db.h"

#include "base/str.h"
#include <assert.h>
#include <errno.h>
#include <sqlite3.h>
#include <unistd.h>

/* Marks a file as a ledger of this program: "cpan" (PRAGMA application_id). */
enum { APPLICATION_ID = 0x6370616e, BUSY_MS = 5000, BACKUP_PAGES = 256, ROW_TEXT_MAX = 64 * 1024 * 1024 };

struct Db {
	Arena *arena;
	const char *path;
	Bahasa bahasa;
	sqlite3 *handle;
	sqlite3_stmt *statement[SQL_JUMLAH];
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
		return err_set(info, ERR_FORMAT, str_format(db->arena, teks(b, "%s: the ledger is damaged (%s)"), db->path, detail),
		               teks(b, "restore the last backup: capaian restore"));
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

static Err open_handle(Db *db, DbMode mode, ErrInfo *info)
{
	int flags = mode == DB_BARU ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : mode == DB_TULIS ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
	if (sqlite3_open_v2(db->path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return failed(db, info);
	sqlite3_extended_result_codes(db->handle, 0);
	sqlite3_busy_timeout(db->handle, BUSY_MS);
	sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, ROW_TEXT_MAX);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	Err err = ERR_OK;
	if (mode == DB_BARU)
		err = exec(db, str_format(db->arena, "PRAGMA application_id = %d; PRAGMA journal_mode = WAL", APPLICATION_ID), info);
	if (!err)
		err = exec(db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY", info);
	return err;
}

Err db_open(Db **out, Arena *arena, const char *path, DbMode mode, Bahasa bahasa, ErrInfo *info)
{
	if (mode == DB_BARU && access(path, F_OK) == 0)
		return err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "%s: there is a file of this name already"), path),
		               teks(bahasa, "choose a new name; nothing was changed"));
	if (mode != DB_BARU && access(path, R_OK) != 0)
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "%s: the ledger cannot be opened: %s"), path, strerror(errno)),
		               errno == ENOENT ? teks(bahasa, "a new ledger is made by: capaian init") : NULL);
	Db *db = ARENA_NEW(arena, Db);
	*db = (Db){.arena = arena, .path = path, .bahasa = bahasa};
	arena_defer(arena, close_object, db);
	Err err = open_handle(db, mode, info);
	if (err) {
		db_close(db);
		return err;
	}
	*out = db;
	return ERR_OK;
}

void db_close(Db *db)
{
	if (!db || !db->handle)
		return;
	for (int i = 0; i < SQL_JUMLAH; i++)
		sqlite3_finalize(db->statement[i]);
	sqlite3_close(db->handle);
	db->handle = NULL;
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

Err db_inspect(Db *db, int64_t *versi, ErrInfo *info)
{
	const char *text;
	Err err = pragma_text(db, "PRAGMA application_id", &text, info);
	if (!err && !str_equal(text, str_format(db->arena, "%d", APPLICATION_ID)))
		err = err_set(info, ERR_FORMAT, str_format(db->arena, teks(db->bahasa, "%s: this is not a ledger of capaian"), db->path), NULL);
	if (!err)
		err = pragma_text(db, "PRAGMA quick_check(1)", &text, info);
	if (!err && !str_equal(text, "ok"))
		err = err_set(info, ERR_FORMAT, str_format(db->arena, teks(db->bahasa, "%s: the ledger is damaged (%s)"), db->path, text),
		              teks(db->bahasa, "restore the last backup: capaian restore"));
	if (!err)
		err = pragma_text(db, "SELECT coalesce(max(versi), 0) FROM skema", &text, info);
	if (!err)
		*versi = strtoll(text, NULL, 10);
	return err;
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

/* Triggers for the tables of each `-- append-only:` line. */
static const char *guards(Arena *arena, const char *script)
{
	static const char mark[] = "-- append-only:";
	StrBuf b = {.arena = arena};
	for (const char *line = strstr(script, mark); line; line = strstr(line, mark)) {
		line += sizeof mark - 1;
		size_t left = strcspn(line, "\n");
		while (left) {
			size_t blank = strspn(line, " "), n = strcspn(line + blank, " \n");
			if (n)
				strbuf_addf(&b,
				            "CREATE TRIGGER %.*s_tetap BEFORE UPDATE ON %.*s BEGIN SELECT raise(ABORT, 'append-only'); END;"
				            "CREATE TRIGGER %.*s_utuh BEFORE DELETE ON %.*s BEGIN SELECT raise(ABORT, 'append-only'); END;",
				            (int)n, line + blank, (int)n, line + blank, (int)n, line + blank, (int)n, line + blank);
			size_t step = blank + n < left ? blank + n : left;
			line += step;
			left -= step;
		}
	}
	return strbuf_text(&b);
}

Err db_migrate(Db *db, int n, int64_t waktu, ErrInfo *info)
{
	Err err = db_begin(db, info);
	if (!err)
		err = exec(db, translated(db->arena, SQL_MIGRASI[n - 1]), info);
	if (!err)
		err = exec(db, guards(db->arena, SQL_MIGRASI[n - 1]), info);
	if (!err)
		err = db_run(db, SQL_SKEMA_ADD, (DbNilai[]){db_int(n), db_int(waktu)}, 2, info);
	if (!err)
		err = db_commit(db, info);
	if (err)
		db_rollback(db);
	return err;
}

Err db_begin(Db *db, ErrInfo *info)
{
	assert(!db->in_transaction);
	Err err = exec(db, "BEGIN IMMEDIATE", info);
	db->in_transaction = !err;
	return err;
}

Err db_begin_read(Db *db, ErrInfo *info)
{
	assert(!db->in_transaction);
	Err err = exec(db, "BEGIN", info);
	db->in_transaction = !err;
	return err;
}

Err db_commit(Db *db, ErrInfo *info)
{
	assert(db->in_transaction);
	Err err = exec(db, "COMMIT", info);
	db->in_transaction = err != ERR_OK;
	return err;
}

void db_rollback(Db *db)
{
	if (db->in_transaction)
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	db->in_transaction = false;
}

static Err prepared(Db *db, Pernyataan id, const DbNilai *values, int n, ErrInfo *info)
{
	sqlite3_stmt **statement = &db->statement[id];
	if (!*statement && sqlite3_prepare_v3(db->handle, SQL_TEKS[id], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK)
		return failed(db, info);
	for (int i = 0; i < n; i++) {
		/* $1 ... are names to SQLite: their places follow the order of appearance. */
		char name[16];
		snprintf(name, sizeof name, "$%d", i + 1);
		int place = sqlite3_bind_parameter_index(*statement, name);
		assert(place > 0);
		if (values[i].jenis == JENIS_INT)
			sqlite3_bind_int64(*statement, place, values[i].angka);
		else if (values[i].jenis == JENIS_TEKS)
			sqlite3_bind_text(*statement, place, values[i].isi ? values[i].isi : "", -1, SQLITE_STATIC);
		else
			sqlite3_bind_blob64(*statement, place, values[i].isi, (sqlite3_uint64)values[i].angka, SQLITE_STATIC);
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

static Err copy_pages(Db *db, sqlite3 *target, void (*progress)(void *, int, int), void *context)
{
	sqlite3_backup *backup = sqlite3_backup_init(target, "main", db->handle, "main");
	if (!backup)
		return ERR_WRITE;
	int step;
	do {
		step = sqlite3_backup_step(backup, BACKUP_PAGES);
		int all = sqlite3_backup_pagecount(backup);
		if (progress)
			progress(context, all - sqlite3_backup_remaining(backup), all);
		if (step == SQLITE_BUSY || step == SQLITE_LOCKED)
			sqlite3_sleep(20);
	} while (step == SQLITE_OK || step == SQLITE_BUSY || step == SQLITE_LOCKED);
	return sqlite3_backup_finish(backup) == SQLITE_OK && step == SQLITE_DONE ? ERR_OK : ERR_WRITE;
}

Err db_backup(Db *db, const char *path, void (*progress)(void *context, int done, int all), void *context, ErrInfo *info)
{
	Db *copy;
	Err err = db_open(&copy, db->arena, path, DB_BARU, db->bahasa, info);
	if (err)
		return err;
	if (copy_pages(db, copy->handle, progress, context)) {
		err = failed(copy, info);
		db_close(copy);
		unlink(path);
		return err;
	}
	int64_t versi;
	err = db_inspect(copy, &versi, info);
	db_close(copy);
	return err;
}
