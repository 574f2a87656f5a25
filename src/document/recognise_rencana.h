/* recognise_rencana: Buku -> Rencana. Finds a plan sheet by its headings, matched by meaning: Kode, Nama/Uraian, Pagu/Anggaran, Indikator, Target,
 * Satuan, Arah, Perilaku, Bobot, and one column a month for the anggaran kas (Januari, Kas Januari, Bulan 1, bulan_1), in one or two heading rows.
 *
 * One row a node; a row without code (or with the code of the row above) is a further indicator of the node above it. Rows of urusan and bidang
 * urusan are passed over; a row of the total is the control of the sum. A sheet that has columns of realisasi or capaian is a report, not a plan. */
#ifndef CAPAIAN_RECOGNISE_RENCANA_H
#define CAPAIAN_RECOGNISE_RENCANA_H
#include "base/err.h"
#include "base/grid.h"
#include "domain/rencana.h"

/* *out NULL (and ERR_OK) when no sheet holds a plan. What is odd in it goes to `temuan`: a number that cannot be read, a row that is none: errors. */
Err recognise_rencana(Rencana **out, Arena *arena, const Buku *buku, Bahasa bahasa, DaftarTemuan *temuan, ErrInfo *info);

#endif
