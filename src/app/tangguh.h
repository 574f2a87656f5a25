/* tangguh: bytes that a user leaves with the program between two steps - an uploaded file that is looked at before it is applied, a draft. Only he sees them;
 * they go after a day by the clock of the
 * machine, as jobs do, whatever time a training ledger is played in. Kept beside the jobs, outside the audit chain. */
#ifndef CAPAIAN_TANGGUH_H
#define CAPAIAN_TANGGUH_H
#include "app/konteks.h"

enum { TANGGUH_MAX = 20 * 1024 * 1024 };
#define TANGGUH_UMUR ((Saat)24 * 3600 * 1000000)

typedef struct {
	int64_t id;
	const char *jenis;       /* tangguh_... */
	const char *tentang;     /* what it belongs to; "" */
	const char *nama;        /* of the file, as people may see it */
	Saat dibuat;
	const void *isi; size_t n;
	const char *folder;      /* tangguh_berkas: where the copy lies */
} Tangguh;

/* jenis: "berkas-rencana", "draf-rencana" ... (at most 40 characters). ERR_LIMIT above TANGGUH_MAX, ERR_USAGE for nothing. */
Err tangguh_simpan(Konteks *k, const char *jenis, const char *tentang, const char *nama, const void *bytes, size_t n, int64_t *id, ErrInfo *info);
/* One's own, with its bytes. ERR_ABSENT: gone, or never his. */
Err tangguh_ambil(Konteks *k, int64_t id, const char *jenis, Tangguh *out, ErrInfo *info);
/* The newest one of this kind about this; out->id 0: none. */
Err tangguh_cari(Konteks *k, const char *jenis, const char *tentang, Tangguh *out, ErrInfo *info);
/* Other bytes in its place. */
Err tangguh_ganti(Konteks *k, const Tangguh *tangguh, const void *bytes, size_t n, ErrInfo *info);
Err tangguh_buang(Konteks *k, const Tangguh *tangguh, ErrInfo *info);
/* Is the row of a job a tangguh? It is then no work to be listed. */
bool tangguh_is(const BarisPekerjaan *row);

/* The bytes as a file in a folder of its own that only this program may enter, for what reads files; both go with the arena. */
Err tangguh_berkas(Konteks *k, Tangguh *tangguh, const char **path, ErrInfo *info);
/* A message about that file without the folder's name. NULL stays NULL. */
const char *tangguh_teks(Arena *arena, const Tangguh *tangguh, const char *message);

#endif
