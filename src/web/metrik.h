/* metrik: what the server counts, for Prometheus and the access log. Nothing about people. */
#ifndef CAPAIAN_WEB_METRIK_H
#define CAPAIAN_WEB_METRIK_H
#include "base/str.h"

typedef struct Metrik Metrik;

Metrik *metrik_new(Arena *arena);
void metrik_mulai(Metrik *metrik);                                   /* a request begins */
void metrik_selesai(Metrik *metrik, int status, int64_t mikrodetik, size_t bytes); /* and ends */
void metrik_antre(Metrik *metrik, int tunggu, int jalan);            /* the queue of long work as it stands now */
void metrik_ditolak(Metrik *metrik);                                 /* turned away: the queue was full */
typedef enum { COBA_BENAR, COBA_SALAH, COBA_MENUNGGU, COBA_JUMLAH } CobaMasuk;
void metrik_masuk(Metrik *metrik, CobaMasuk hasil);                  /* somebody tried to sign in: right, wrong, made to wait */
int metrik_berjalan(const Metrik *metrik);                           /* requests at work */
void metrik_print(const Metrik *metrik, StrBuf *out);                /* Prometheus text format */

#endif
