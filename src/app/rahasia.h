/* rahasia: what a browser, a program or a link carries to prove who it is. The store keeps its hash only: whoever reads the store learns nothing that lets
 * him in. */
#ifndef CAPAIAN_RAHASIA_H
#define CAPAIAN_RAHASIA_H
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* Bytes of the system's random source; without one the program ends. The only file that includes <sys/random.h>. */
void rahasia_bytes(void *out, size_t n);
/* 256 random bits as 43 letters that need no escaping anywhere (RFC 4648, section 5). */
const char *rahasia_new(Arena *arena);
/* SHA-256 as 64 hexadecimal digits. */
const char *rahasia_hash(Arena *arena, const char *text);
/* Equal? Takes as long whatever differs. */
bool rahasia_same(const char *a, const char *b);

#endif
