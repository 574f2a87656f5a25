/* bundel: files as one ZIP, as they are (what goes in is packed already). The same files give the same bytes: no time is kept. UTF-8 names. */
#ifndef CAPAIAN_BUNDEL_H
#define CAPAIAN_BUNDEL_H
#include "base/str.h"

typedef struct {
	StrBuf isi;              /* what was written so far */
	StrBuf daftar;           /* the directory, which comes last */
	size_t n;
} Bundel;

Bundel bundel_new(Arena *arena);
/* name: with '/' between folders; below 4 GiB in all, at most 65.535 files: asserted. */
void bundel_add(Bundel *bundel, const char *name, const void *bytes, size_t n);
/* Ends it; the bytes are in the arena. */
void bundel_finish(Bundel *bundel, const void **bytes, size_t *n);

#endif
