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
	int64_t last_id;
	Saat last_waktu;
	char last_hash[65];
	Arena *scratch;          /* of rows being added; renewed when it has grown */
};

void store_turn_take(Store *store);
void store_turn_give(Store *store);

/* A row of any table and its entry in the chain; pemda and id of the row are set. */
Err store_add_row(Store *store, Tabel tabel, void *row, int64_t *id, ErrInfo *info);

#endif
