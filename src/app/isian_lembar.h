/* isian_lembar: a month as a sheet to fill in. */
#ifndef CAPAIAN_ISIAN_LEMBAR_H
#define CAPAIAN_ISIAN_LEMBAR_H
#include "app/bulan.h"
#include "domain/lembar_isian.h"

/* The rows of the sheet: nodes with their money, indicators, narrative of the report. `tahun_ini`: newest facts of the whole year. Pure. */
const LembarIsian *isian_lembar(Konteks *k, const Bulan *bulan, const BarisFakta *tahun_ini, size_t n);
/* The sheet of an open month as the bytes of an .xlsx, the month before beside. ERR_USAGE when the month takes no entries. */
Err isian_lembar_bytes(Konteks *k, const char *opd, int tahun, int bulan, const unsigned char **bytes, size_t *size, ErrInfo *info);
/* Writes the sheet of an open month (the month before beside). ERR_USAGE when the month takes no entries or the file is no .xlsx. */
Err isian_lembar_tulis(Konteks *k, const char *opd, int tahun, int bulan, const char *path, ErrInfo *info);

#endif
