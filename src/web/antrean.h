/* antrean: long work (PDF, XLSX, imports) on threads of its own, so that short answers never wait for it. Bounded: what does not fit is turned away at once. */
#ifndef CAPAIAN_WEB_ANTREAN_H
#define CAPAIAN_WEB_ANTREAN_H
#include "web/metrik.h"
#include <stdbool.h>

typedef struct Antrean Antrean;

/* mengalah: how far its threads stand back behind the others for the processor (nice, 0 to 19). metrik NULL: its length is not counted. */
Antrean *antrean_new(Arena *arena, int n_pekerja, int panjang, int mengalah, Metrik *metrik);
/* false: the queue is full. */
bool antrean_tambah(Antrean *antrean, void (*kerja)(void *), void *tugas);
/* Finishes what waits, then ends the threads. */
void antrean_selesai(Antrean *antrean);

#endif
