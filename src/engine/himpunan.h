/* himpunan: which few of at most 20 operands were left out of a mean or sum? Tries all subsets by the number left out, smallest
 * first, in integers; gives an answer only when it is the only one and too exact to be chance. */
#ifndef CAPAIAN_HIMPUNAN_H
#define CAPAIAN_HIMPUNAN_H
#include "base/decimal.h"

typedef struct {
	uint32_t n;                         /* at most 20 */
	Int128 nilai[20], bobot[20];        /* weight x value at some scale, and weight; a sum has weights 0 */
	Int128 bawah, atas;                 /* bounds of the mean (or sum) that prints as the figure, at that scale; inclusive */
} HimpunanSoal;

typedef enum { HIMPUNAN_TIADA, HIMPUNAN_RAGU, HIMPUNAN_SATU } HimpunanJawab;

/* Leaves out 2 .. n-1 operands. *ambil receives the operands taken, *serupa the number of other subsets of the same values.
 * A unique hit counts as chance (RAGU) when a quarter of a hit was to be expected from the number of subsets tried and the spread of their
 * means. `langkah` is decreased by the subsets tried; a level that exceeds it is not begun. */
HimpunanJawab himpunan_find(const HimpunanSoal *soal, uint32_t *ambil, uint32_t *serupa, uint32_t *langkah);

#endif
