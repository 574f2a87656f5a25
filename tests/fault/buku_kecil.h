/* buku_kecil: a small ledger in a folder of its own, for the tests that break things. */
#ifndef BUKU_KECIL_H
#define BUKU_KECIL_H
#include "base/str.h"
#include "store/store.h"

#define PEMDA_UJI "99.01"

typedef struct {
	Arena *arena;
	char folder[40];
	const char *db;
} BukuKecil;

/* A ledger with the region (entry 1) and n facts, one transaction a hundred. */
BukuKecil *buku_kecil_new(int n);
void buku_kecil_free(BukuKecil *b);
const char *buku_kecil_path(BukuKecil *b, const char *name);
/* Names of the folder, sorted, blank between. */
const char *buku_kecil_files(BukuKecil *b);

/* One fact in a transaction of its own: code "k<n>", n sen. */
Err buku_kecil_save(Store *store, int n, int64_t *id, ErrInfo *info);
/* An import of `rows` facts of code "i<n>" and its row in impor, in one transaction. */
Err buku_kecil_import(Store *store, int n, int rows, int64_t *id, ErrInfo *info);
/* Whole: opens, every page is right, the chain verifies. The number of entries, or -1 with a printed reason. */
int64_t buku_kecil_whole(const char *db);

char *file_read(const char *path, size_t *n); /* to be freed */
void file_write(const char *path, const char *bytes, size_t n);

#endif
