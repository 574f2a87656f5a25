/* penjaga: the triggers that keep a table append-only. */
#ifndef CAPAIAN_PENJAGA_H
#define CAPAIAN_PENJAGA_H
#include "base/str.h"

/* For every table of the script's `-- append-only:` lines: CREATE TRIGGER statements that refuse UPDATE, DELETE, and an INSERT whose unique key exists.
 * The last is for INSERT OR REPLACE, which removes the old row without asking a DELETE trigger. */
const char *penjaga_sql(Arena *arena, const char *script);

#endif
