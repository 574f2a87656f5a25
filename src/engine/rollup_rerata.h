/* rollup_rerata: the mean of a node's operands in unlimited arithmetic, plain or weighted.
 *
 * Weights count only when they are complete: every operand that has a value has a weight, none is negative, and their sum is not
 * zero. Otherwise the plain mean stands for this node: a document without weights still has figures, and an operand whose weight
 * is missing is never dropped in silence (house rule). Operands without a value are left out, with their weights. */
#ifndef CAPAIAN_ROLLUP_RERATA_H
#define CAPAIAN_ROLLUP_RERATA_H
#include "base/pecahan.h"

typedef struct {
	const Pecahan *nilai; /* NULL: no value */
	const Pecahan *bobot; /* NULL: no weight */
} Suku;

bool rollup_weighted(const Suku *suku, uint32_t n);
/* NULL when no operand has a value. `weighted`: as the policy wants it; the rule above still applies. */
const Pecahan *rollup_mean(Arena *arena, const Suku *suku, uint32_t n, bool weighted);
/* Sum of the values, in halves: sizes of the parts stay even, so that time and memory do; NULL when there is none. */
const Pecahan *rollup_sum(Arena *arena, const Suku *suku, uint32_t n);

#endif
