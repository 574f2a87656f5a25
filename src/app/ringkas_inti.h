/* ringkas_inti: what the files of ringkas share. Not for others. */
#ifndef CAPAIAN_RINGKAS_INTI_H
#define CAPAIAN_RINGKAS_INTI_H
#include "app/ringkas.h"

/* Months of one agency into `out`, its memory from `arena`. Those in `kept` (bit 0: January) are taken over from `before` instead. The loading itself uses memory of its own. */
Err ringkas_agency(RingkasOpd *out, Arena *arena, Konteks *k, const BarisOpd *opd, int tahun, const RingkasOpd *before, unsigned kept, ErrInfo *info);

#endif
