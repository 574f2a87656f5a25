/* peladen_inti: what the files of the server share. Pages use peladen.h only. */
#ifndef CAPAIAN_WEB_PELADEN_INTI_H
#define CAPAIAN_WEB_PELADEN_INTI_H
#include "app/masuk.h"
#include "base/json.h"
#include "web/laju.h"
#include "web/metrik.h"
#include "web/pekerja.h"
#include "web/peladen.h"
#include "web/rute.h"
#include "web/simpanan.h"
#include "web/titipan.h"
#include <stdatomic.h>

struct Peladen {
	Arena *arena;
	const PeladenOptions *options;
	Kolam *kolam;
	SesiSimpanan *sesi;
	Pintu *pintu;
	Metrik *metrik;
	atomic_uint perubahan[256];  /* changes that sessions asked for, by their number: a kept answer is none after a change of one's own */
	Pekerja *pekerja;            /* long work that people come back to */
	Titipan *titipan;
	Simpanan *simpanan;
	Laju *laju_periksa;          /* checks by visitors */
	atomic_uint nomor;           /* of the last request */
	unsigned garam;              /* makes the numbers of requests differ from run to run */
};

/* ---- layanan.c: from a request to its answer, whatever the server library ---- */

/* Route, method and size before the body is read; false: `j` is the answer already (404, 405). */
bool layanan_terima(Minta *m, Jawab *j);
/* The body is read: who asks, and may he? false: `j` is the answer already. */
bool layanan_awal(Minta *m, Jawab *j);
/* Under which name the answer may be kept while the ledger stays the same; NULL: not at all. */
const char *layanan_kunci(const Minta *m);
/* The answer of a change is about to go: what was kept for its session no longer holds, at once. */
void layanan_berubah(const Minta *m);
/* The ledger, the handler, the headers that every answer has. */
void layanan_akhir(Minta *m, Jawab *j);
/* What layanan_akhir has left for when the change is durable (j->lanjut). */
void layanan_lanjut(Minta *m, Jawab *j);
/* What layanan_akhir has answered is void: this went wrong. */
void layanan_gagal(Minta *m, Jawab *j, Err err, const ErrInfo *info);
/* siapa.c: who is signed in, by cookie or token; m->sesi stays NULL for visitors. */
Err layanan_siapa(Minta *m, Jawab *j, ErrInfo *info);
/* An answer that something at the border makes: too large, too slow, too many. */
void layanan_tolak(Minta *m, Jawab *j, int status);

/* The answer to a visitor where only who is signed in is served. */
void layanan_minta_masuk(Minta *m, Jawab *j);

/* JSON of RFC 9457, open for further members. rinci NULL: no more is said. */
Json layanan_problem_mulai(Minta *m, Jawab *j, int status, const char *judul, const char *rinci);
void layanan_problem_selesai(Json *json);

#define KUKI_SESI "capaian_sesi"

/* A cookie of the request; "". */
const char *minta_kuki(const Minta *m, const char *nama);
/* Sets one for `detik` seconds (0: until the browser closes, -1: removes it). rahasia: scripts cannot read it. */
void jawab_kuki(const Minta *m, Jawab *j, const char *nama, const char *nilai, int64_t detik, bool rahasia);

#endif
