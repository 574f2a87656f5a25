/* ekspor: a region and year out of one ledger and into an empty one (docs/export.md). */
#ifndef CAPAIAN_APP_EKSPOR_H
#define CAPAIAN_APP_EKSPOR_H
#include "app/jejak_app.h"

/* Writes the canonical JSON of the year (0: all years) to path, whole or not at all. */
Err ekspor_write(Konteks *k, int tahun, const char *path, Kemajuan kemajuan, ErrInfo *info);

/* Is the file an export? false also when it cannot be read. */
bool ekspor_is(Arena *arena, const char *path, Bahasa bahasa);

typedef struct {
	const char *pemda;
	int64_t tahun;           /* 0: all years */
	size_t n;                /* entries */
	size_t n_tabel;
	struct { const char *nama; size_t n; } tabel[24];
} HasilEkspor;

/* Reads an export; with `terapkan` plays it into the ledger `db`, which is made when there is no such file. Whole file or nothing. */
Err ekspor_import(HasilEkspor **out, Arena *arena, const char *path, const char *db, bool terapkan, Bahasa bahasa, ErrInfo *info);

#endif
