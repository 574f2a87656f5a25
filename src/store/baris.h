/* baris: rows as the structs of store.h, by the description of their tables. */
#ifndef CAPAIAN_BARIS_H
#define CAPAIAN_BARIS_H
#include "store/db.h"
#include "store/store.h"

/* Column k of a row struct as a value to bind. */
DbNilai baris_value(const UraianTabel *tabel, const void *row, size_t k);
/* Fills a row struct from the row at hand; texts are copied to the arena, but those that `before`, a row there already, has too: NULL for none. */
void baris_load(const UraianTabel *tabel, void *row, const void *before, const DbRow *from, Arena *arena);
/* Canonical JSON of a row: an object with every column in its order, no blanks; bytes as their SHA-256. Two equal rows give equal texts. */
const char *baris_json(const UraianTabel *tabel, const void *row, Arena *arena);
/* Sets the two columns that every table begins with. */
void baris_set_key(const UraianTabel *tabel, void *row, const char *pemda, int64_t id);
int64_t baris_id(const UraianTabel *tabel, const void *row);

#endif
