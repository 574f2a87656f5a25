/* unggah: a file that came over the network, for the functions that read files. It exists in memory only and is gone with the arena. */
#ifndef CAPAIAN_UNGGAH_H
#define CAPAIAN_UNGGAH_H
#include "base/bahasa.h"
#include "base/err.h"
#include <stddef.h>

typedef struct {
	const char *path;        /* to be read by; names nothing on any disk */
	const char *nama;        /* as people call it */
} BerkasUnggah;

/* ERR_LIMIT when there is no room for it. */
Err unggah_open(BerkasUnggah *out, Arena *arena, const char *nama, const void *bytes, size_t n, Bahasa bahasa, ErrInfo *info);
/* A message with the name that people know in place of the path. */
const char *unggah_message(Arena *arena, const BerkasUnggah *berkas, const char *message);

#endif
