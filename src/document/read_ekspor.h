/* read_ekspor: the export of a pemda and year (docs/export.md) as typed rows. */
#ifndef CAPAIAN_READ_EKSPOR_H
#define CAPAIAN_READ_EKSPOR_H
#include "base/bahasa.h"
#include "base/err.h"
#include "domain/ekspor.h"

enum { EKSPOR_BATAS_MB = 512 };

/* Is this file an export? Reads its first bytes only; false for what cannot be read. */
bool read_ekspor_is(Arena *arena, const char *path, Bahasa bahasa);
/* ERR_FORMAT names the entry that does not have the shape. Texts live in the arena. */
Err read_ekspor(Ekspor **out, Arena *arena, const char *name, const char *text, size_t n, Bahasa bahasa, ErrInfo *info);

#endif
