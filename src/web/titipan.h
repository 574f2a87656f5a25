/* titipan: files that visitors left for a few minutes, in memory only and never on a disk, each under an address that nobody can guess. Bounded: the oldest
 * gives way. */
#ifndef CAPAIAN_WEB_TITIPAN_H
#define CAPAIAN_WEB_TITIPAN_H
#include "app/kolam.h"

enum { TITIPAN_MENIT = 15, TITIPAN_MAX = 4 * 1024 * 1024 /* bytes of one file */ };

typedef struct Titipan Titipan;

Titipan *titipan_new(Arena *arena);
/* The key; NULL when the file is too large to be kept. */
const char *titipan_simpan(Titipan *t, Arena *arena, Saat sekarang, const char *nama, const void *bytes, size_t n);
/* A copy in the arena; false: unknown or gone. */
bool titipan_ambil(Titipan *t, Arena *arena, Saat sekarang, const char *kunci, const char **nama, const void **bytes, size_t *n);

#endif
