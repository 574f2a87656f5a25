/* cadangan: copies of the whole ledger in a folder beside it (LEDGER.cadangan), made and fetched by its administrators. */
#ifndef CAPAIAN_CADANGAN_H
#define CAPAIAN_CADANGAN_H
#include "app/jejak_app.h"

enum { CADANGAN_UNDUH_MAX = 60 * 1024 * 1024 };

typedef struct {
	const char *nama;        /* "cadangan-20240108T150000Z.db" */
	int64_t ukuran;
	Saat waktu;              /* when it was made, by its name */
} BerkasCadangan;

/* Newest first (AKSI_CADANGAN). db: the path of the ledger. */
Err cadangan_daftar(Konteks *k, const char *db, BerkasCadangan **out, size_t *n, ErrInfo *info);
/* A verified copy, named by the clock (waktu). For a thread without a request; whoever starts it has asked konteks_may(AKSI_CADANGAN). */
Err cadangan_baru(Arena *arena, const char *db, Saat waktu, Kemajuan kemajuan, Bahasa bahasa, const char **nama, ErrInfo *info);
/* The bytes of one of the list. ERR_ABSENT: none of this name; ERR_LIMIT: larger than CADANGAN_UNDUH_MAX; ERR_DENIED: the ledger holds other regions too, which
 * this administrator may not see. */
Err cadangan_isi(Konteks *k, const char *db, const char *nama, const void **bytes, size_t *n, ErrInfo *info);

#endif
