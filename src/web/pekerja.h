/* pekerja: long work on a thread of its own, one job after another, so that neither short answers nor each other's reports wait for it. What is asked for stands
 * in table pekerjaan and is shown at /pekerjaan, also after a reload; what was not finished when the server ended says so. */
#ifndef CAPAIAN_WEB_PEKERJA_H
#define CAPAIAN_WEB_PEKERJA_H
#include "app/jejak_app.h"
#include "app/pekerjaan.h"
#include "base/html.h"
#include "web/http.h"

typedef struct Pekerja Pekerja;

Pekerja *pekerja_new(Arena *arena, Kolam *kolam);
/* Finishes the job at hand; those that wait are left as they are. */
void pekerja_akhir(Pekerja *pekerja);

/* Starts a job of the user at hand (a writing request): its kind (pekerja_jenis.c), the title it is listed by, and what the kind needs to know. ERR_LIMIT: too many
 * are open already. */
Err pekerja_mulai(Minta *m, const char *jenis, const char *judul, const char *parameter, int64_t *id, ErrInfo *info);

/* In the top bar, while a job of the user waits or runs: a link with their number (hal_pekerjaan.c). */
void pekerjaan_lencana(Html *h, Minta *m);

/* ---- for the kinds ---- */

typedef struct {
	Arena *arena;                /* of this job */
	Kolam *kolam;
	const char *pemda, *pengguna, *parameter;
	Bahasa bahasa;
	PekerjaanJalan jalan;
	Kemajuan kemajuan;           /* writes the job's progress */
	/* what came out */
	const char *pesan;           /* a sentence; "" */
	const char *nama, *jenis;    /* of the result; nama "": none */
	const void *bytes; size_t n;
} Tugas;

typedef struct {
	const char *jenis;
	Err (*kerja)(Tugas *t, ErrInfo *info);
} JenisPekerjaan;

extern const JenisPekerjaan JENIS_PEKERJAAN[]; /* ends with an empty row */

/* Words for what the job does now, with how far it is; written at most once a second. */
void tugas_maju(Tugas *t, int64_t selesai, int64_t semua, const char *pesan);

#endif
