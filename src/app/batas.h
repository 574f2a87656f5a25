/* batas: how often something may be tried. Counts failures by key (an account, an address) in a table of fixed size; after the free ones each further try waits:
 * 1, 2, 4, 8, then 15 minutes. Nobody is locked out for ever: a failure is forgotten an hour after the last one.
 *
 * A try is counted when it begins, so that many at once do not slip through together. When the table is full, the keys with the fewest failures go first: one
 * under attack stays. Keys are hashed with a random salt: nobody can choose keys that meet in one place. Any thread. */
#ifndef CAPAIAN_BATAS_H
#define CAPAIAN_BATAS_H
#include "store/store.h"

typedef struct Batas Batas;

/* 8 * `baris` keys at most; `bebas`: tries without waiting. */
Batas *batas_new(Arena *arena, unsigned baris, unsigned bebas);

/* May this key try now? 0: yes, and the try is counted as failed until batas_baik or batas_batal says otherwise; else the moment from which on it may. */
Saat batas_mulai(Batas *batas, const char *kunci, Saat sekarang);
/* It succeeded: all is forgotten. */
void batas_baik(Batas *batas, const char *kunci);
/* It was none after all: as if it had not begun. */
void batas_batal(Batas *batas, const char *kunci);

#endif
