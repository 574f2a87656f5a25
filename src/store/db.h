/* db: what the store needs of a database engine; one implementation an engine (db_sqlite.c; PostgreSQL later). There is no general query: only the named
 * statements of sql/. */
#ifndef CAPAIAN_DB_H
#define CAPAIAN_DB_H
#include "base/bahasa.h"
#include "base/err.h"
#include "sql_embed.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct Db Db;

typedef struct {
	JenisKolom jenis;
	int64_t angka;          /* JENIS_INT; number of bytes for JENIS_BYTE */
	const void *isi;        /* JENIS_TEKS: NUL-terminated; JENIS_BYTE */
} DbNilai;

static inline DbNilai db_int(int64_t n) { return (DbNilai){JENIS_INT, n, NULL}; }
static inline DbNilai db_teks(const char *text) { return (DbNilai){JENIS_TEKS, 0, text}; }

/* Columns of the row at hand; texts live until the callback returns. Returns false to stop. */
typedef struct DbRow DbRow;
int64_t db_column_int(const DbRow *row, int i);
const char *db_column_text(const DbRow *row, int i);
const void *db_column_bytes(const DbRow *row, int i, int64_t *n);
typedef bool (*DbEach)(void *context, const DbRow *row);

/* DB_MEMORI: an empty database that is never written to a file (path only names it in messages). */
typedef enum { DB_BACA, DB_TULIS, DB_MEMORI } DbMode;

/* An existing database. DB_BACA never writes: neither the file nor, in a folder that cannot be written, anything beside it. */
Err db_open(Db **out, Arena *arena, const char *path, DbMode mode, Bahasa bahasa, ErrInfo *info);
/* A new database that will stand at path: it is made under another name beside it, readable by its owner only, until db_publish. */
Err db_create(Db **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);
/* Closes a new database and gives it its name, durably; ERR_WRITE when the name is taken. */
Err db_publish(Db *db, ErrInfo *info);
/* Closes; a new database that was not published is removed. */
void db_close(Db *db);

/* Memory for pages at most, in KiB; 8000 where nothing is said. */
Err db_cache(Db *db, int kib, ErrInfo *info);
/* The language of its messages from now on. */
void db_language(Db *db, Bahasa bahasa);

/* A number that is another one whenever anybody has changed the database since it was last asked for, through whatever connection but this one. */
Err db_changes(Db *db, int64_t *number, ErrInfo *info);

/* Is it ours? versi receives the number of its newest migration. */
Err db_inspect(Db *db, int64_t *versi, ErrInfo *info);
/* Pages and their links of a small file (4 MB: 10 ms); a larger one is not looked at. ERR_DAMAGED. */
Err db_check_quick(Db *db, ErrInfo *info);
/* Every page, row and index, however long it takes. *fault is what is wrong, "" nothing. Texts of this and the next live as long as the arena of db_open. */
Err db_check_whole(Db *db, const char **fault, ErrInfo *info);
/* The definitions of all tables, indexes and triggers, in a fixed order: equal for equal schemas. */
Err db_schema(Db *db, const char **text, ErrInfo *info);
/* Applies migration number n (from 1): its script, the triggers that keep tables append-only, its row in skema. Within a transaction of its own; nothing
 * when another process has applied it meanwhile. */
Err db_migrate(Db *db, int n, int64_t waktu, ErrInfo *info);

Err db_begin(Db *db, ErrInfo *info);
Err db_commit(Db *db, ErrInfo *info);
void db_rollback(Db *db);
/* A part of the transaction at hand, which may be undone alone. */
Err db_part_begin(Db *db, ErrInfo *info);
Err db_part_keep(Db *db, ErrInfo *info);
void db_part_undo(Db *db);
/* A consistent view for several reads, without a lock on writers. */
Err db_begin_read(Db *db, ErrInfo *info);

Err db_run(Db *db, Pernyataan statement, const DbNilai *values, int n, ErrInfo *info);
Err db_query(Db *db, Pernyataan statement, const DbNilai *values, int n, DbEach each, void *context, ErrInfo *info);

/* Copies the whole database, as it is at this moment, into a new one (db_create) while others work. */
Err db_copy(Db *db, Db *target, void (*progress)(void *context, int done, int all), void *context, ErrInfo *info);

#endif
