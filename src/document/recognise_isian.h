/* recognise_isian: a workbook -> the entry sheet of the program, row by row, as it comes back. */
#ifndef CAPAIAN_RECOGNISE_ISIAN_H
#define CAPAIAN_RECOGNISE_ISIAN_H
#include "base/err.h"
#include "base/grid.h"
#include "domain/lembar_isian.h"

/* One row that came back: what its hidden id says, and its cells. */
typedef struct {
	bool ada_id;             /* false: a row with an entry but without an id, or with one that cannot be read */
	const char *kode, *jenis;/* of the id */
	int64_t indikator, fakta;
	uint32_t baris;
	const Sel *sel[ISIAN_N_KOLOM + 1]; /* by ISIAN_KOLOM_* */
} IsianKembali;

typedef struct {
	const char *pemda, *opd;
	int tahun, bulan;
	int64_t entri, rencana;
	IsianKembali *baris; size_t n, cap;
} LembarKembali;

/* NULL when the workbook is no entry sheet. */
LembarKembali *recognise_isian(Arena *arena, const Buku *buku);

#endif
