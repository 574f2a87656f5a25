/* output: bytes to a file, all or nothing: a temporary file beside the target, fsync, rename. An existing file is never half-overwritten. */
#ifndef CAPAIAN_OUTPUT_H
#define CAPAIAN_OUTPUT_H
#include "base/bahasa.h"
#include "base/err.h"
Err output_write(const char *path, const void *bytes, size_t n, Bahasa bahasa, Arena *arena, ErrInfo *info);
#endif
