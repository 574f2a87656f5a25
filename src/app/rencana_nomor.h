/* rencana_nomor: what a new version of a plan takes over from those before - numbers of indicators, what its source cannot say, anggaran kas. */
#ifndef CAPAIAN_RENCANA_NOMOR_H
#define CAPAIAN_RENCANA_NOMOR_H
#include "domain/rencana.h"

/* `lama`: the versions of the year, oldest first. Fills nomor of every indicator of `baru`, and arah, perilaku, bobot, gema, a node's own
 * number and the level word of its name where the source is silent. */
void rencana_number(Arena *arena, Rencana *baru, const Rencana *const *lama, size_t n_lama);
/* Anggaran kas of the version before, where `baru` has none and it still adds up. */
void rencana_cash_carry(Rencana *baru, const Rencana *lama, uint32_t *taken, uint32_t *lost);

#endif
