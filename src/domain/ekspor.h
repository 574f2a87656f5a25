/* ekspor: a pemda and year of the ledger as rows outside of any database (docs/export.md). */
#ifndef CAPAIAN_EKSPOR_H
#define CAPAIAN_EKSPOR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
	const char *nama;
	bool angka;              /* a number; else a text (bytes are base64) */
	int64_t nilai;
	const char *teks;
} EksporKolom;

typedef struct {
	int64_t waktu;           /* microseconds since 1970-01-01 UTC */
	const char *oleh, *sumber, *tabel;
	size_t n_kolom;
	EksporKolom *kolom;      /* every column of the table but pemda and id */
} EksporBaris;

typedef struct {
	const char *pemda;
	int64_t tahun;
	size_t n;
	EksporBaris *baris;
} Ekspor;

#endif
