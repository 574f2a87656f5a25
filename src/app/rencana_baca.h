/* rencana_baca: plans out of the ledger and out of files. */
#ifndef CAPAIAN_RENCANA_BACA_H
#define CAPAIAN_RENCANA_BACA_H
#include "app/konteks.h"
#include "domain/draf.h"
#include "domain/rencana.h"

typedef struct {
	BarisOpd opd;
	int tahun;
	BarisRencana *versi; size_t n; /* oldest first; n 0: no plan yet */
} RencanaVersi;

/* The versions of an agency's plan, as of the request. */
Err rencana_list(RencanaVersi *out, Konteks *k, const char *opd, int tahun, ErrInfo *info);
/* The version of this number ("" or NULL: the newest); ERR_USAGE when there is none. */
Err rencana_choose(const BarisRencana **out, Konteks *k, const RencanaVersi *list, const char *versi, ErrInfo *info);
/* The whole plan of one version. */
Err rencana_load(Rencana **out, Konteks *k, const char *opd, int tahun, int64_t versi, ErrInfo *info);

/* A plan out of a file: a plan sheet (CSV, TSV, XLSX), a report, or the program's report JSON. What reading found odd goes to `temuan`; *hash is that
 * of the file. ERR_FORMAT when it is none of these. */
Err rencana_read_file(Rencana **out, const char **hash, Arena *arena, const char *path, Bahasa bahasa, DaftarTemuan *temuan, ErrInfo *info);
/* The plan in a report that was read already. */
Rencana *rencana_from_draf(Arena *arena, const Draf *draf, DaftarTemuan *temuan);

#endif
