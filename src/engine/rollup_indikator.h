/* rollup_indikator: the capaian of one indicator, by its direction, floor and cap.
 *
 *   rising      R / T
 *   falling A   (2T - R) / T
 *   falling B   T / R; 100 % when R = 0
 *   range       100 % inside [B, A]; else the bound that is violated: R / B below it; above it (2A - R) / A. Bounds are B = A = T (the
 *               target is to be met, neither less nor more) unless the policy gives its own
 *   all x 100, then not above the policy's maximum, not below its minimum.
 *
 * None when the target is blank or zero, or a text; none for a `gema` indicator, which is no fact of its own (domain/snapshot.h).
 * A blank realisasi: none, or under KOSONG_NOL zero - whatever the direction, so that not reporting never earns the 100 % of a
 * falling indicator (house rule). */
#ifndef CAPAIAN_ROLLUP_INDIKATOR_H
#define CAPAIAN_ROLLUP_INDIKATOR_H
#include "base/pecahan.h"
#include "domain/snapshot.h"

typedef enum {
	NISBAH_ADA,   /* the fraction pembilang / penyebut, penyebut > 0 */
	NISBAH_TANPA, /* no capaian */
	NISBAH_NOL,   /* a blank that the policy counts as zero */
	NISBAH_BUKAN, /* no operand at all: gema */
	NISBAH_LUAR,  /* has a capaian, but its fraction outgrows 64 bits */
} JenisNisbah;

typedef struct {
	JenisNisbah jenis;
	int64_t pembilang, penyebut; /* capaian / 100 */
} Nisbah;

Nisbah rollup_nisbah(const Kebijakan *kebijakan, const Indikator *indikator);
/* The same, unlimited, per cent, written independently; NULL when it has none. A NISBAH_NOL is zero. */
const Pecahan *rollup_capaian(Arena *arena, const Kebijakan *kebijakan, const Indikator *indikator);

#endif
