/* mampat: deflate - bytes packed for the browser, parts of packages unpacked. The only file that includes <zlib.h>. */
#ifndef CAPAIAN_MAMPAT_H
#define CAPAIAN_MAMPAT_H
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* gzip (RFC 1952) at a level from 1 (fast) to 9; without time or name, so that the same bytes give the same. */
void mampat_gzip(Arena *arena, const void *bytes, size_t n, int level, const void **out, size_t *n_out);

/* Unpacks a raw deflate stream and hands the pieces on; false: it is broken or cut off. */
bool mampat_buka(const void *packed, size_t n, void (*each)(void *context, const unsigned char *bytes, size_t n), void *context);

/* CRC-32 of the bytes, as ZIP has it. */
uint32_t mampat_crc(const void *bytes, size_t n);

#endif
