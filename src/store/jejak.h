/* jejak: the audit chain. Entry n of a pemda holds the hash of the one row whose id is n, and its own hash covers that of entry n - 1:
 *   isi  = SHA-256 of the row's canonical JSON
 *   hash = SHA-256 of the previous hash ("" for the first), a line break, and {"pemda","id","waktu","oleh","sumber","tabel","isi"} as canonical JSON. */
#ifndef CAPAIAN_JEJAK_H
#define CAPAIAN_JEJAK_H
#include "store/baris.h"

const char *jejak_hash(Arena *arena, const char *before, const BarisJejak *entry);
/* The whole chain and every row. progress (NULL allowed) hears of entries done and all. */
Err jejak_verify(Db *db, Arena *arena, const char *pemda, HasilJejak *out, StoreKemajuan progress, void *context, Bahasa bahasa, ErrInfo *info);
/* The last entry and its row only; out as from jejak_verify, jumlah the number of the last entry. */
Err jejak_verify_last(Db *db, Arena *arena, const char *pemda, HasilJejak *out, Bahasa bahasa, ErrInfo *info);
/* The row behind an entry into `row` (of its table's size); *found false when it is gone or the table is unknown. */
Err jejak_row(Db *db, Arena *arena, const BarisJejak *entry, const UraianTabel **tabel, void **row, bool *found, ErrInfo *info);

/* Entries from .. to, in order. */
Err jejak_entries(Db *db, Arena *arena, const char *pemda, int64_t from, int64_t to, BarisJejak **out, size_t *n, ErrInfo *info);

#endif
