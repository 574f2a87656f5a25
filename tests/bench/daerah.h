/* daerah: a synthetic region for the bench - a whole ledger, made through the store. Deterministic: the same size gives the same rows.
 *
 * An agency has 10 program, 24 kegiatan and 60 sub kegiatan, three indicators a sub kegiatan (one counted through the year, one added up month by month, one
 * of which the last value counts), outcomes on the parents that echo the computed percentage, an anggaran kas of twelve months, and each year a DPA and, from
 * September, a DPPA. Every month of every year is reported and approved, but December of the last year: half of its cells are entered, and it stands open.
 * Spending follows the plan at a pace of its own; one sub kegiatan in five pays in a few large bills, one in twenty stops in the middle of the year. */
#ifndef DAERAH_H
#define DAERAH_H
#include "base/str.h"
#include "store/store.h"

#define DAERAH_PEMDA "99.02"
enum { DAERAH_OPD = 45, DAERAH_TAHUN = 5, DAERAH_TAHUN_AWAL = 2021, DAERAH_PROGRAM = 10, DAERAH_KEGIATAN = 24, DAERAH_SUB = 60, DAERAH_INDIKATOR = 3 };

typedef struct { int opd, tahun; } UkuranDaerah; /* agencies, years */

static inline int daerah_tahun_akhir(UkuranDaerah u) { return DAERAH_TAHUN_AWAL + u.tahun - 1; }

/* Code of agency i (from 0), of its sub kegiatan j. */
const char *daerah_opd(Arena *arena, int i);
const char *daerah_sub(Arena *arena, int opd, int j);
/* What sub kegiatan j has spent up to the month, in sen. */
int64_t daerah_uang(int opd, int j, int tahun, int bulan);

/* A new ledger at path. */
Err daerah_make(const char *path, UkuranDaerah ukuran, ErrInfo *info);

#endif
