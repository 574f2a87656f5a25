/* singgah: what was read and never changes, kept in memory between requests. Bounded: what was used longest ago goes first. May be shared between threads. */
#ifndef CAPAIAN_SINGGAH_H
#define CAPAIAN_SINGGAH_H
#include "base/arena.h"

typedef struct Singgah Singgah;

Singgah *singgah_new(size_t bytes_max);
/* NULL allowed. What requests still hold lives until they let go of it. */
void singgah_free(Singgah *singgah);

/* What is kept under the key, NULL for nothing; it lives at least as long as the arena `holder`. */
const void *singgah_take(Singgah *singgah, const char *key, Arena *holder);
/* Keeps `value`, which lies in the arena `own`, and takes that arena over; held as by singgah_take. When another thread was faster, gives that one's value. */
const void *singgah_put(Singgah *singgah, const char *key, Arena *own, const void *value, Arena *holder);
/* The same, in the place of what is kept under the key. */
const void *singgah_replace(Singgah *singgah, const char *key, Arena *own, const void *value, Arena *holder);

#endif
