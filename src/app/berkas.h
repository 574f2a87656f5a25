/* berkas: small files that an administrator names (certificate, key). */
#ifndef CAPAIAN_BERKAS_H
#define CAPAIAN_BERKAS_H
#include "base/bahasa.h"
#include "base/err.h"

/* The text of a file of at most 1 MiB. */
Err berkas_baca(Arena *arena, const char *path, const char **text, Bahasa bahasa, ErrInfo *info);

#endif
