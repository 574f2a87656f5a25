/* rollup_indikator: the capaian of one indicator, by its direction, floor and cap.
 *
 *   rising      R / T
 *   falling A   (2T - R) / T
 *   falling B   T / R; 100 % when R = 0
 *   range       100 % inside [B, A]; else by the bound that is violated: R / B below it, (2A - R) / A above it. Bounds: kebijakan_rentang().
 *   all x 100, then not above the policy's maximum, not below its minimum.
 *
 * None when the target is blank, zero or a text (a range: when it has no bounds, or the violated one is 0); none for a `gema` indicator,
 * which is no fact of its own (domain/snapshot.h). Signs are not judged: a negative target or realisasi goes through the formula.
 * A blank realisasi: none, or under KOSONG_NOL zero - whatever the direction, so that not reporting never earns the 100 % of a
 * falling indicator. A realisasi that is a text is not blank and not a number: none. House rules. */
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
	int64_t pembilang, penyebut; /* capaian / 100, not reduced */
} Nisbah;

/* Which formula an indicator takes with which operands: shared with the explanation. */
typedef enum {
	RUMUS_TANPA_TARGET,    /* no capaian: target blank, zero or a text */
	RUMUS_TANPA_REALISASI, /* no capaian: realisasi blank or a text */
	RUMUS_GEMA,            /* no operand */
	RUMUS_NOL,             /* a blank counted as zero */
	RUMUS_NAIK,            /* realisasi / acuan */
	RUMUS_TURUN_A,         /* (2 x acuan - realisasi) / acuan */
	RUMUS_TURUN_B,         /* acuan / realisasi */
	RUMUS_PENUH,           /* 100 %: inside the range, or falling B with nothing realised */
} JenisRumus;

typedef struct {
	JenisRumus jenis;
	Desimal acuan;         /* the target, or the bound of the range that is violated */
	bool rentang;          /* a range: bounds below */
	Desimal bawah, atas;
} Rumus;

Rumus rollup_rumus(const Kebijakan *kebijakan, const Indikator *indikator);
Nisbah rollup_nisbah(const Kebijakan *kebijakan, const Indikator *indikator);
/* The same as rollup_nisbah, unlimited, per cent; NULL when it has none. A NISBAH_NOL is zero. */
const Pecahan *rollup_capaian(Arena *arena, const Kebijakan *kebijakan, const Indikator *indikator);

#endif
