/* isian_xlsx: the entry sheet as a workbook. Names, codes and figures are locked (no password), entry cells are open and take numbers from 0 on; sums and
 * percentages are formulas. A column and a sheet that are hidden tell each cell apart, so that rows may be sorted. */
#ifndef CAPAIAN_ISIAN_XLSX_H
#define CAPAIAN_ISIAN_XLSX_H
#include "base/bahasa.h"
#include "base/err.h"
#include "domain/lembar_isian.h"

Err isian_xlsx(const unsigned char **bytes, size_t *n, Arena *arena, const LembarIsian *lembar, Bahasa bahasa, ErrInfo *info);

#endif
