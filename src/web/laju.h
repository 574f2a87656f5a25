/* laju: how often an address may ask for costly things without signing in. Bounded: when the table is full the longest unused one is forgotten. */
#ifndef CAPAIAN_WEB_LAJU_H
#define CAPAIAN_WEB_LAJU_H
#include "app/kolam.h"

typedef struct Laju Laju;

/* At most `banyak` times within `menit` minutes from one address. */
Laju *laju_new(Arena *arena, int banyak, int menit);
bool laju_boleh(Laju *laju, const char *alamat, Saat sekarang);

#endif
