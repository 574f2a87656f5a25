/* ramal: where a figure that grows through the year will stand at its end. Pure; exact fractions, rounded by the caller once. House rules.
 *
 * Let m be the last month that was reported, R its value. A month that was not reported stands where the one before it stood. The year's end is, by the first
 * way that can be gone:
 *   past   R / s                    s: mean over the earlier years of (value at m / value at the year's end); years that ended at 0, or had nothing at m, say
 *                                   nothing. Two years that say something, or one where there is no plan
 *   plan   R + (K12 - Km) x r       K: the cumulative plan (anggaran kas); r = R / Km within [0,5 ; 1,1], and 1 where nothing was planned up to m
 *   line   R x 12 / m
 * (Earlier years come first because the last months are nothing like the others: what the bench shows.) Range: under past, each earlier year's own s; and from
 * the pace of the last three months (fewer at the year's beginning): by plan, r is replaced by the smallest and the largest of the months' own (growth / planned
 * growth), each within the same bounds, months without a plan left out; else R + (12 - m) x the smallest and the largest growth of a month.
 * The range always holds the forecast. Nothing is ever below R or above the bound (the pagu; 100 per cent) - unless R is above it already: then it is R. */
#ifndef CAPAIAN_RAMAL_H
#define CAPAIAN_RAMAL_H
#include "base/pecahan.h"

enum { RAMAL_BULAN = 12 };

typedef enum { RAMAL_TANPA /* nothing reported yet */, RAMAL_KAS, RAMAL_LALU, RAMAL_GARIS } CaraRamal;

typedef struct { const Pecahan *nilai[RAMAL_BULAN]; } TahunRamal; /* cumulative; NULL: not reported */

typedef struct {
	int bulan;                   /* 1..12: months after it are not looked at */
	TahunRamal kini;
	const TahunRamal *rencana;   /* cumulative plan, every month; NULL: none */
	const TahunRamal *lalu; size_t n_lalu; /* earlier years */
	const Pecahan *batas;        /* NULL: none */
} DeretRamal;

typedef struct {
	CaraRamal cara;
	int dari;                    /* m; 0 under RAMAL_TANPA */
	const Pecahan *bebas;        /* the forecast before the bound; NULL under RAMAL_TANPA, as the next three */
	const Pecahan *perkiraan, *rendah, *tinggi;
	bool lewat;                  /* `bebas` or R is above the bound */
	int diam;                    /* the last months up to `bulan` without growth; all of them when nothing was reported */
} HasilRamal;

HasilRamal ramal_run(Arena *arena, const DeretRamal *deret);

#endif
