#include "base/tanggal.h"
#include "store/jejak.h"
#include "store/store_inti.h"
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

/* ---- life ---- */

static void scratch_free(void *store)
{
	arena_free(((Store *)store)->scratch);
}

static Store *store_new(Arena *arena, Db *db, const char *path, StoreMode mode, Bahasa bahasa)
{
	Store *store = ARENA_NEW(arena, Store);
	*store = (Store){.arena = arena, .db = db, .bahasa = bahasa, .path = path, .mode = mode};
	arena_defer(arena, scratch_free, store);
	return store;
}

static Saat clock_now(void)
{
	return (Saat)time(NULL) * 1000000;
}

/* When a migration was applied is a fact about the file, not about anything reported: the only clock of this layer. */
static Err migrate(Db *db, int64_t from, ErrInfo *info)
{
	Err err = ERR_OK;
	for (int n = (int)from + 1; !err && n <= SQL_N_MIGRASI; n++)
		err = db_migrate(db, n, clock_now(), info);
	return err;
}

Err store_create(Store **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	Db *db;
	*out = NULL;
	Err err = db_create(&db, arena, path, bahasa, info);
	if (err)
		return err;
	err = migrate(db, 0, info);
	if (!err)
		err = db_publish(db, info);
	db_close(db);
	if (!err)
		err = db_open(&db, arena, path, DB_TULIS, bahasa, info);
	if (!err)
		*out = store_new(arena, db, path, STORE_TULIS, bahasa);
	return err;
}

/* path.v1-20231229T040506, with a further number should the name be taken. */
static const char *old_name(Store *store, int64_t versi)
{
	Saat now = clock_now();
	Tanggal day = tanggal_from_days(now / 86400000000);
	int seconds = (int)(now / 1000000 % 86400);
	const char *name = str_format(store->arena, "%s.v%lld-%04d%02d%02dT%02d%02d%02d", store->path, (long long)versi, day.tahun, day.bulan, day.hari, seconds / 3600,
	                              seconds / 60 % 60, seconds % 60);
	const char *free_name = name;
	for (int i = 2; access(free_name, F_OK) == 0; i++)
		free_name = str_format(store->arena, "%s-%d", name, i);
	return free_name;
}

static Err copy_publish(Store *store, const char *path, bool verified, StoreKemajuan progress, void *context, ErrInfo *info);

static Err upgrade(Store *store, int64_t versi, ErrInfo *info)
{
	const char *name;
	Err err;
	do { /* again when another process that upgrades took the name in between */
		name = old_name(store, versi);
		err = copy_publish(store, name, false, NULL, NULL, info);
	} while (err && access(name, F_OK) == 0);
	return err ? err : migrate(store->db, versi, info);
}

static Err version_settle(Store *store, int64_t versi, StoreMode mode, ErrInfo *info)
{
	Bahasa b = store->bahasa;
	if (versi > SQL_N_MIGRASI)
		return err_set(info, ERR_FORMAT,
		               str_format(store->arena, teks(b, "%s: this ledger is of a newer program (schema %lld; this program knows %d)"), store->path,
		                          (long long)versi, SQL_N_MIGRASI),
		               teks(b, "install the newer capaian; nothing was changed"));
	if (versi == SQL_N_MIGRASI)
		return ERR_OK;
	if (mode != STORE_TULIS)
		return err_set(info, ERR_FORMAT, str_format(store->arena, teks(b, "%s: this ledger is of an older program and must be upgraded first"), store->path),
		               teks(b, "any command that writes upgrades it, after a backup beside it"));
	return upgrade(store, versi, info);
}

static Err broken(Store *store, const char *pemda, const HasilJejak *result, ErrInfo *info)
{
	return err_set(info, ERR_DAMAGED,
	               str_format(store->arena, teks(store->bahasa, "%s: the ledger is damaged (%s, entry %lld: %s)"), store->path, pemda,
	                          (long long)result->pertama_rusak, result->sebab),
	               teks(store->bahasa, "capaian audit verify tells more; restore the last backup: capaian restore"));
}

/* The last entry of each chain, with its row: what a torn or altered file is likely to show first. */
static Err ends_check(Store *store, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	Arena *scratch = arena_new();
	Err err = store_list_pemda(store, scratch, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		HasilJejak result;
		err = jejak_verify_last(store->db, scratch, rows[i].pemda, &result, store->bahasa, info);
		if (!err && result.pertama_rusak)
			err = broken(store, str_dup(store->arena, rows[i].pemda), &result, info);
	}
	arena_free(scratch);
	return err;
}

Err store_open(Store **out, Arena *arena, const char *path, StoreMode mode, Bahasa bahasa, ErrInfo *info)
{
	Db *db;
	int64_t versi = 0;
	*out = NULL;
	Err err = db_open(&db, arena, path, mode == STORE_TULIS ? DB_TULIS : DB_BACA, bahasa, info);
	if (err)
		return err;
	Store *store = store_new(arena, db, path, mode, bahasa);
	if (mode != STORE_TULIS)
		err = db_begin_read(db, info);
	if (!err)
		err = db_inspect(db, &versi, info);
	if (!err && mode != STORE_PERIKSA)
		err = db_check_quick(db, info);
	if (!err)
		err = version_settle(store, versi, mode, info);
	if (!err && mode != STORE_PERIKSA)
		err = ends_check(store, info);
	if (err)
		db_close(db);
	*out = err ? NULL : store;
	return err;
}

void store_close(Store *store)
{
	if (!store)
		return;
	store_group_rollback(store);
	store_rollback(store);
	db_close(store->db);
}

Err store_changes(Store *store, int64_t *number, ErrInfo *info)
{
	return db_changes(store->db, number, info);
}

Err store_cache(Store *store, int kib, ErrInfo *info)
{
	return db_cache(store->db, kib, info);
}

size_t store_used(const Store *store)
{
	return arena_used(store->arena);
}

Err store_renew(Store *store, Bahasa bahasa, ErrInfo *info)
{
	store_rollback(store);
	store->bahasa = bahasa;
	db_language(store->db, bahasa);
	return store->mode == STORE_TULIS ? ERR_OK : db_begin_read(store->db, info);
}

/* ---- turns ---- */

struct StoreAntre {
	pthread_mutex_t mutex;
	atomic_uint commits;
};

static void queue_free(void *antre)
{
	pthread_mutex_destroy(&((StoreAntre *)antre)->mutex);
}

StoreAntre *store_queue_new(Arena *arena)
{
	StoreAntre *antre = ARENA_NEW(arena, StoreAntre);
	pthread_mutex_init(&antre->mutex, NULL);
	arena_defer(arena, queue_free, antre);
	return antre;
}

unsigned store_queue_commits(StoreAntre *antre)
{
	return atomic_load(&antre->commits);
}

void store_commit_note(const Store *store)
{
	if (store->antre)
		atomic_fetch_add(&store->antre->commits, 1);
}

void store_queue(Store *store, StoreAntre *antre)
{
	store->antre = antre;
}

void store_turn_take(Store *store)
{
	if (!store->antre)
		return;
	pthread_mutex_lock(&store->antre->mutex);
	store->at_turn = true;
}

void store_turn_give(Store *store)
{
	if (!store->at_turn)
		return;
	store->at_turn = false;
	pthread_mutex_unlock(&store->antre->mutex);
}

Err store_verify(Store *store, Arena *arena, const char *pemda, HasilJejak *out, ErrInfo *info)
{
	return store_verify_watched(store, arena, pemda, out, NULL, NULL, info);
}

Err store_verify_watched(Store *store, Arena *arena, const char *pemda, HasilJejak *out, StoreKemajuan progress, void *context, ErrInfo *info)
{
	return jejak_verify(store->db, arena, pemda, out, progress, context, store->bahasa, info);
}

/* ---- whole ledgers ---- */

Err store_check_file(Store *store, Arena *arena, const char **fault, ErrInfo *info)
{
	Db *fresh;
	const char *is, *should;
	Err err = db_check_whole(store->db, fault, info);
	if (err || **fault)
		return err;
	err = db_open(&fresh, arena, store->path, DB_MEMORI, store->bahasa, info);
	if (err)
		return err;
	err = migrate(fresh, 0, info);
	if (!err)
		err = db_schema(fresh, &should, info);
	db_close(fresh);
	if (!err)
		err = db_schema(store->db, &is, info);
	if (!err && !str_equal(is, should))
		*fault = teks(store->bahasa, "a table, an index or a guard against change is not as the program made it");
	return err;
}

/* Everything that can be known about a copy. */
static Err copy_verify(Store *copy, StoreKemajuan progress, void *context, ErrInfo *info)
{
	const char *fault, **chains;
	size_t n;
	Err err = store_check_file(copy, copy->arena, &fault, info);
	if (!err && *fault)
		return err_set(info, ERR_DAMAGED, str_format(copy->arena, teks(copy->bahasa, "%s: the ledger is damaged (%s)"), copy->path, fault), NULL);
	if (!err)
		err = store_list_rantai(copy, copy->arena, &chains, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		HasilJejak result;
		err = store_verify_watched(copy, copy->arena, chains[i], &result, progress, context, info);
		if (!err && result.pertama_rusak)
			err = broken(copy, chains[i], &result, info);
	}
	return err;
}

static Err copy_publish(Store *store, const char *path, bool verified, StoreKemajuan progress, void *context, ErrInfo *info)
{
	Db *db;
	Arena *scratch = arena_new();
	Err err = db_create(&db, scratch, path, store->bahasa, info);
	if (!err) {
		err = db_copy(store->db, db, progress, context, info);
		/* What is wrong with the copy was wrong with the ledger: it is named. */
		if (!err && verified)
			err = copy_verify(store_new(scratch, db, store->path, STORE_PERIKSA, store->bahasa), progress, context, info);
		if (!err)
			err = db_publish(db, info);
		db_close(db);
	}
	if (err && info)
		*info = (ErrInfo){info->message ? str_dup(store->arena, info->message) : NULL, info->hint ? str_dup(store->arena, info->hint) : NULL};
	arena_free(scratch);
	return err;
}

Err store_backup(Store *store, const char *path, StoreKemajuan progress, void *context, ErrInfo *info)
{
	return copy_publish(store, path, true, progress, context, info);
}
