/* hash: SHA-256 as lower-case hex, for policies and (later) the audit chain. */
#ifndef CAPAIAN_HASH_H
#define CAPAIAN_HASH_H
#include "base/arena.h"
const char *hash_sha256_hex(Arena *arena, const void *bytes, size_t n); /* 64 digits */
#endif
