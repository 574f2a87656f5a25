/* temuan_kutipan: the row a finding points at, as an excerpt with the cell marked. */
#ifndef CAPAIAN_REPORT_TEMUAN_KUTIPAN_H
#define CAPAIAN_REPORT_TEMUAN_KUTIPAN_H
#include "base/diag.h"
#include "base/grid.h"
#include "base/str.h"

typedef struct {
	const char *gutter, *mark, *plain; /* ANSI sequences, or "" without colour */
} Corak;

/* A machine number with decimals ("9627340537.00") as people here write it ("9.627.340.537,00"); any other text as it is. */
const char *kutipan_nilai(Arena *arena, const char *text);

/* What a cell shows, on one line. */
const char *kutipan_sel(Arena *arena, const Sel *sel);

/* Adds
 *
 *        |
 *     18 | 2.17.1 | 1 Program Penunjang Urusan Pem... | 9.627.340.537,00 | 100,00 | 99,92 |
 *        | ^^^^^^
 *
 * within `width` columns: as many cells around the place as fit; long texts end in an ellipsis, numbers are never cut. Where the finding quotes
 * only a part of the cell, only that part is marked. Nothing when the grid has no such row. Gives the width of the gutter. */
unsigned kutipan_add(StrBuf *out, const Grid *grid, const Temuan *temuan, unsigned width, Corak corak);

#endif
