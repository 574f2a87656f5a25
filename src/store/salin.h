/* salin: a pemda and year as rows that can be written down and played into an empty ledger (docs/export.md).
 *
 * Rows keep their order, time, user and source; numbers of rows are counted anew from 1, and references (fakta.ganti, keadaan.kebijakan) follow. Played into
 * an empty ledger they get the same numbers, so that a second export gives the same bytes. Left out: nomenclature (imported from its own
 * file) and passwords. Evidence is carried only where the year uses it. */
#ifndef CAPAIAN_SALIN_H
#define CAPAIAN_SALIN_H
#include "base/str.h"
#include "domain/ekspor.h"
#include "store/store.h"

/* The canonical JSON of the year (0: of all years), entries up to `sampai`: a store opened to read
 * sees one moment throughout. progress may be NULL. */
Err store_export(Store *store, StrBuf *out, const char *pemda, int64_t tahun, int64_t sampai, void (*progress)(void *context, int done, int all), void *context,
                 ErrInfo *info);

/* Plays the rows in one transaction. ERR_USAGE when the ledger holds the pemda already; ERR_FORMAT names the row and column that do not fit. */
Err store_replay(Store *store, Arena *arena, const char *pemda, const EksporBaris *rows, size_t n, ErrInfo *info);

#endif
