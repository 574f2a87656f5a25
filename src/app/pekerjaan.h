/* pekerjaan: long work that a person starts and comes back to - its state, progress, result. It survives the reload of a page; after a restart of the server,
 * what was not finished says so. A person sees his own jobs only. Rows and results go after PEKERJAAN_UMUR. */
#ifndef CAPAIAN_PEKERJAAN_H
#define CAPAIAN_PEKERJAAN_H
#include "app/kolam.h"

#define PEKERJAAN_UMUR ((Saat)7 * 24 * 3600 * 1000000)
enum {
	PEKERJAAN_TERBUKA = 5,      /* jobs that one person may have waiting and running */
	PEKERJAAN_HASIL_MAX = 60 * 1024 * 1024,
	PEKERJAAN_UTUH = 1000,      /* kemajuan of a whole job */
};

/* ---- whoever asks for it ---- */
/* A job that waits. ERR_LIMIT: too many are open. */
Err pekerjaan_buat(Konteks *k, const char *jenis, const char *judul, int64_t *id, ErrInfo *info);
/* Newest first. */
Err pekerjaan_daftar(Konteks *k, BarisPekerjaan **out, size_t *n, ErrInfo *info);
/* ERR_ABSENT: none of his. hasil NULL: not wanted; else ERR_ABSENT when there is no result (yet). */
Err pekerjaan_ambil(Konteks *k, int64_t id, BarisPekerjaan *out, BarisPekerjaanHasil *hasil, ErrInfo *info);

/* ---- whoever does it, in a thread of his own and with no request at hand ---- */
typedef struct {
	Kolam *kolam;
	const char *pemda;
	int64_t id;
	Bahasa bahasa;
	Saat tertulis;              /* progress was last written */
} PekerjaanJalan;

Err pekerjaan_mulai(PekerjaanJalan *p, ErrInfo *info);
/* Writes at most once a second. pesan: what is done now. */
Err pekerjaan_maju(PekerjaanJalan *p, int64_t selesai, int64_t semua, const char *pesan, ErrInfo *info);
/* pesan: what came out, in a sentence. nama "": without a result to fetch. ERR_LIMIT: the result is too large; the job is then a failed one. */
Err pekerjaan_selesai(PekerjaanJalan *p, const char *pesan, const char *nama, const char *jenis, const void *bytes, size_t n, ErrInfo *info);
Err pekerjaan_gagal(PekerjaanJalan *p, const char *pesan, ErrInfo *info);

/* When the server starts: what waited or ran has failed. */
Err pekerjaan_pulihkan(Kolam *kolam, Bahasa bahasa, ErrInfo *info);

#endif
