/* pecahan: unlimited exact rationals (GMP), for the few figures whose fast result lies too near a rounding boundary, for
 * explanations, diagnosis and tests. Immutable; owned by the arena. The only file that includes <gmp.h>. */
#ifndef CAPAIAN_PECAHAN_H
#define CAPAIAN_PECAHAN_H
#include "base/decimal.h"

typedef struct Pecahan Pecahan;

const Pecahan *pecahan_int(Arena *arena, int64_t n);
const Pecahan *pecahan_desimal(Arena *arena, Desimal d);
const Pecahan *pecahan_rupiah(Arena *arena, Rupiah r); /* in rupiah, not sen */
const Pecahan *pecahan_copy(Arena *arena, const Pecahan *a); /* into another arena; NULL of NULL */
const Pecahan *pecahan_add(Arena *arena, const Pecahan *a, const Pecahan *b);
const Pecahan *pecahan_sub(Arena *arena, const Pecahan *a, const Pecahan *b);
const Pecahan *pecahan_mul(Arena *arena, const Pecahan *a, const Pecahan *b);
const Pecahan *pecahan_div(Arena *arena, const Pecahan *a, const Pecahan *b); /* b != 0 asserted */
int pecahan_cmp(const Pecahan *a, const Pecahan *b);
int pecahan_sign(const Pecahan *a);

/* The value rounded to `scale` decimals. false when it does not fit Desimal. */
bool pecahan_round(Desimal *out, const Pecahan *a, uint8_t scale, Pembulatan mode);
/* "12345/678", reduced; "5" for a whole number: for tests and traces. */
const char *pecahan_print(Arena *arena, const Pecahan *a);

#endif
