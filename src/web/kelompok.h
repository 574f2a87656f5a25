/* kelompok: small changes that come at the same time, one after another in one thread and in one transaction, so that the disk is waited for once. Alone, a
 * change is not held up; under load the group grows by itself, as requests come while the disk works. */
#ifndef CAPAIAN_WEB_KELOMPOK_H
#define CAPAIAN_WEB_KELOMPOK_H
#include "web/metrik.h"
#include "app/kolam.h"

typedef struct Kelompok Kelompok;

typedef struct {
	void (*jalan)(void *tugas, const KolamPinjam *kelompok);      /* makes the change and its answer */
	void (*gagal)(void *tugas, Err err, const ErrInfo *info);     /* nothing was kept after all: another answer */
	void (*selesai)(void *tugas);                                 /* the answer may go */
} KelompokCara;

Kelompok *kelompok_new(Arena *arena, Kolam *kolam, const KelompokCara *cara, int panjang, Metrik *metrik, Bahasa bahasa);
/* false: too many wait. */
bool kelompok_tambah(Kelompok *kelompok, void *tugas);
/* Finishes what waits, then ends the thread. */
void kelompok_selesai(Kelompok *kelompok);

#endif
