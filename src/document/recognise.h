/* recognise: Buku -> Draf. Finds the Laporan Capaian by its headings, not by position. */
#ifndef CAPAIAN_RECOGNISE_H
#define CAPAIAN_RECOGNISE_H
#include "base/err.h"
#include "domain/draf.h"

/* ERR_FORMAT when no sheet holds a Laporan Capaian: the message says what was looked for and what was found. All else that is
 * odd is a finding in draf->temuan or a written figure for the checks. */
Err recognise_laporan(Draf **out, Arena *arena, const Buku *buku, Bahasa bahasa, ErrInfo *info);

#endif
