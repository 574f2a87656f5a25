/* hash: bytes as text - SHA-256 as lower-case hex, and base64 (RFC 4648). */
#ifndef CAPAIAN_HASH_H
#define CAPAIAN_HASH_H
#include "base/arena.h"
#include <stdbool.h>
#include <stdio.h>
const char *hash_sha256_hex(Arena *arena, const void *bytes, size_t n); /* 64 digits */
const char *hash_sha256_stream(Arena *arena, FILE *stream); /* of the rest of it; the caller looks at ferror() */
const char *base64_encode(Arena *arena, const void *bytes, size_t n);
/* false when the text is not base64. */
bool base64_decode(Arena *arena, const char *text, const void **bytes, size_t *n);
#endif
