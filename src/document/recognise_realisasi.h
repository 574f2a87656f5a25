/* recognise_realisasi: a table of realised money, as accounting systems give it out - a file of any length, read row by row. Columns are found by their headings:
 * the code of the sub kegiatan (alone, or with its name in one cell), its name, and the realised amount. Rows of one sub kegiatan are added up. */
#ifndef CAPAIAN_RECOGNISE_REALISASI_H
#define CAPAIAN_RECOGNISE_REALISASI_H
#include "document/stream_csv.h"
#include "domain/kode.h"
#include "base/decimal.h"

typedef struct {
	Kode kode;               /* n_bagian 0: none that can be read */
	const char *kode_tertulis, *nama;
	Rupiah sen;
	bool ada;                /* an amount was read */
	const char *gagal;       /* text of an amount that cannot be read; NULL */
	uint32_t baris, n_baris; /* first row; how many */
	bool induk;              /* its parts stand in the table too: their sum, not money of its own */
} BarisRealisasi;

typedef struct {
	BarisRealisasi *baris; size_t n, cap; /* in the order of the file */
	IsiRupiah total;         /* the table's own total row */
	Rupiah jumlah;           /* of all rows but total and parents, added row by row while reading */
	bool luapan;
	uint32_t kolom_kode, kolom_nama, kolom_uang;
	uint32_t n_dibaca;
} TabelRealisasi;

/* *out NULL (and ERR_OK) when the file has no such headings in its first rows. */
Err recognise_realisasi(TabelRealisasi **out, Arena *arena, const char *path, StreamKemajuan progress, void *progress_context, Bahasa bahasa, ErrInfo *info);

#endif
