/* store_inti: what the files of the store share. */
#ifndef CAPAIAN_STORE_INTI_H
#define CAPAIAN_STORE_INTI_H
#include "base/str.h"
#include "store/db.h"
#include "store/store.h"

struct Store {
	Arena *arena;
	Db *db;
	Bahasa bahasa;
	StoreMode mode;
	const char *path;
	StoreAntre *antre;
	bool at_turn;            /* holds the turn of `antre` */
	/* the transaction at hand */
	bool writing;
	Pelaku pelaku;
	int64_t first_id;        /* the last entry before it */
	int64_t sure_id;         /* the last one that is committed */
	int64_t last_id;
	Saat last_waktu;
	char last_hash[65];
	/* several in one (store_group_begin) */
	bool group, group_added; /* group_added: it holds a row */
	char group_pemda[16];    /* whose chain last_... stand for; "" none yet */
	int64_t kept_id;         /* as they were when the part at hand began */
	Saat kept_waktu;
	char kept_hash[65];
	Arena *scratch;          /* of rows being added; renewed when it has grown */
};

/* Tells who watches store_queue_commits that a change is durable. */
void store_commit_note(const Store *store);
void store_turn_take(Store *store);
void store_turn_give(Store *store);

/* A row as it is, by its table's first statement: with no entry in the chain. */
Err store_row_write(Store *store, const UraianTabel *tabel, const void *row, ErrInfo *info);
/* A row of a table of the chain and its entry there; pemda and id of the row are set. */
Err store_add_row(Store *store, Tabel tabel, void *row, int64_t *id, ErrInfo *info);

/* Rows of a statement into an array in the arena. */
Err store_collect(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const DbNilai *values, int n_values, void **out, size_t *n, ErrInfo *info);
/* One row or none. */
Err store_get(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const DbNilai *values, int n_values, void *out, bool *found, ErrInfo *info);
/* The number that a statement gives; 0 without a row. */
Err store_number(Store *store, Pernyataan sql, const DbNilai *values, int n_values, int64_t *out, ErrInfo *info);

#define STORE_NILAI(...) (DbNilai[]){__VA_ARGS__}, (int)(sizeof((DbNilai[]){__VA_ARGS__}) / sizeof(DbNilai))

#endif
