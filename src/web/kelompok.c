#include "web/kelompok.h"

#include <assert.h>
#include <pthread.h>

enum {
	ANGGOTA_MAX = 128,          /* changes in one transaction */
	LAMA_MAX = 25000,           /* microseconds after which no further one joins */
};

struct Kelompok {
	Kolam *kolam;
	const KelompokCara *cara;
	Metrik *metrik;
	Bahasa bahasa;
	pthread_mutex_t mutex;
	pthread_cond_t ada;
	void **ring;
	int panjang, awal, tunggu;
	bool berhenti;
	pthread_t utas;
};

/* The next one that waits; NULL: none. tidur: waits for one, NULL at the end of all. */
static void *next(Kelompok *g, bool tidur)
{
	void *task = NULL;
	pthread_mutex_lock(&g->mutex);
	while (tidur && g->tunggu == 0 && !g->berhenti)
		pthread_cond_wait(&g->ada, &g->mutex);
	if (g->tunggu > 0) {
		task = g->ring[g->awal];
		g->awal = (g->awal + 1) % g->panjang;
		g->tunggu--;
	}
	pthread_mutex_unlock(&g->mutex);
	return task;
}

static void group_run(Kelompok *g, void *first)
{
	void *members[ANGGOTA_MAX];
	int n = 0;
	Arena *scratch = arena_new();
	KolamPinjam store;
	ErrInfo info = {0};
	Saat begun = waktu_now();
	Err err = kolam_group_begin(g->kolam, scratch, g->bahasa, &store, &info);
	for (void *task = first; task; task = n < ANGGOTA_MAX && waktu_now() - begun < LAMA_MAX ? next(g, false) : NULL) {
		members[n++] = task;
		if (!err)
			g->cara->jalan(task, &store);
	}
	if (!err)
		err = kolam_group_end(g->kolam, &store, scratch, &info);
	for (int i = 0; i < n; i++) {
		if (err)
			g->cara->gagal(members[i], err, &info);
		g->cara->selesai(members[i]);
	}
	arena_free(scratch);
}

static void *work(void *context)
{
	Kelompok *g = context;
	for (void *first = next(g, true); first; first = next(g, true))
		group_run(g, first);
	return NULL;
}

Kelompok *kelompok_new(Arena *arena, Kolam *kolam, const KelompokCara *cara, int panjang, Metrik *metrik, Bahasa bahasa)
{
	Kelompok *g = ARENA_NEW(arena, Kelompok);
	*g = (Kelompok){.kolam = kolam, .cara = cara, .metrik = metrik, .bahasa = bahasa, .ring = ARENA_ARRAY(arena, void *, (size_t)panjang), .panjang = panjang};
	pthread_mutex_init(&g->mutex, NULL);
	pthread_cond_init(&g->ada, NULL);
	int failed = pthread_create(&g->utas, NULL, work, g);
	assert(!failed);
	return g;
}

bool kelompok_tambah(Kelompok *g, void *tugas)
{
	pthread_mutex_lock(&g->mutex);
	bool room = g->tunggu < g->panjang && !g->berhenti;
	if (room) {
		g->ring[(g->awal + g->tunggu) % g->panjang] = tugas;
		g->tunggu++;
		pthread_cond_signal(&g->ada);
	} else {
		metrik_ditolak(g->metrik);
	}
	pthread_mutex_unlock(&g->mutex);
	return room;
}

void kelompok_selesai(Kelompok *g)
{
	pthread_mutex_lock(&g->mutex);
	g->berhenti = true;
	pthread_cond_broadcast(&g->ada);
	pthread_mutex_unlock(&g->mutex);
	pthread_join(g->utas, NULL);
	pthread_cond_destroy(&g->ada);
	pthread_mutex_destroy(&g->mutex);
}
