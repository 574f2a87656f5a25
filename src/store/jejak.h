/* jejak: the audit chain. Entry n of a pemda holds the hash of the one row whose id is n, and its own hash covers that of entry n - 1:
 *   isi  = SHA-256 of the row's canonical JSON
 *   hash = SHA-256 of the previous hash ("" for the first), a line break, and {"pemda","id","waktu","oleh","sumber","tabel","isi"} as canonical JSON. */
#ifndef CAPAIAN_JEJAK_H
#define CAPAIAN_JEJAK_H
#include "store/baris.h"

const char *jejak_hash(Arena *arena, const char *before, const BarisJejak *entry);
Err jejak_verify(Db *db, Arena *arena, const char *pemda, HasilJejak *out, Bahasa bahasa, ErrInfo *info);

#endif
