/* xlsx_memori: a file in memory for a library that can only write to a path, so that a workbook reaches the disk whole or not at all. */
#ifndef CAPAIAN_XLSX_MEMORI_H
#define CAPAIAN_XLSX_MEMORI_H
#include "base/arena.h"
#include <stdbool.h>

/* A path to write to, and the descriptor to read what was written; NULL when the system gives none. */
const char *memori_open(Arena *arena, int *fd);
/* Everything written; false when it cannot be read, or when it is not a whole zip archive of whole XML parts. The library writes each part to a temporary
 * file first and does not notice when that runs out of room, so the parts themselves are looked at. */
bool memori_read(Arena *arena, int fd, const unsigned char **bytes, size_t *n);
void memori_close(int fd);

#endif
