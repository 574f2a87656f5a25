/* input: opening what a person named, safely - regular files within the limits only, never waiting on a pipe or a device. */
#ifndef CAPAIAN_INPUT_H
#define CAPAIAN_INPUT_H
#include "base/bahasa.h"
#include "base/err.h"
#include <stdio.h>

/* Opens a regular file of at most `max` bytes; *size is what the file system says. The stream is unbuffered reading at offset 0;
 * the caller closes it. ERR_OPEN: missing, no permission, a directory, a pipe or device. ERR_LIMIT: larger than max, refused
 * before a byte is read (a sparse file costs nothing). */
Err input_open(FILE **out, size_t *size, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info);

/* The first bytes of an open file (at most n), and back to offset 0. ERR_OPEN when reading fails. */
Err input_peek(FILE *file, unsigned char *bytes, size_t *n, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* The last call on the file failed (errno): ERR_OPEN with a sentence that says why. */
Err input_unreadable(Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* A whole file in memory, with a NUL after its last byte. A file that grows while it is read is cut at the size first seen. */
Err input_load(unsigned char **out, size_t *n, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info);

#endif
