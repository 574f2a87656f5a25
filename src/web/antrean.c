#include "web/antrean.h"

#include <assert.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct {
	void (*kerja)(void *);
	void *tugas;
} Tugas;

struct Antrean {
	pthread_mutex_t mutex;
	pthread_cond_t ada;
	Tugas *ring;
	int panjang, awal, tunggu, jalan;
	bool berhenti;
	pthread_t *pekerja;
	int mengalah;
	int n_pekerja;
	Metrik *metrik;
};

static void note(const Antrean *a)
{
	if (a->metrik)
		metrik_antre(a->metrik, a->tunggu, a->jalan);
}

static void *work(void *context)
{
	Antrean *a = context;
	setpriority(PRIO_PROCESS, (id_t)gettid(), a->mengalah); /* of this thread alone; where it is refused, all stay alike */
	pthread_mutex_lock(&a->mutex);
	for (;;) {
		while (a->tunggu == 0 && !a->berhenti)
			pthread_cond_wait(&a->ada, &a->mutex);
		if (a->tunggu == 0)
			break;
		Tugas t = a->ring[a->awal];
		a->awal = (a->awal + 1) % a->panjang;
		a->tunggu--;
		a->jalan++;
		note(a);
		pthread_mutex_unlock(&a->mutex);
		t.kerja(t.tugas);
		pthread_mutex_lock(&a->mutex);
		a->jalan--;
		note(a);
	}
	pthread_mutex_unlock(&a->mutex);
	return NULL;
}

Antrean *antrean_new(Arena *arena, int n_pekerja, int panjang, int mengalah, Metrik *metrik)
{
	Antrean *a = ARENA_NEW(arena, Antrean);
	*a = (Antrean){.ring = ARENA_ARRAY(arena, Tugas, (size_t)panjang), .panjang = panjang, .n_pekerja = n_pekerja, .mengalah = mengalah, .metrik = metrik};
	a->pekerja = ARENA_ARRAY(arena, pthread_t, (size_t)n_pekerja);
	pthread_mutex_init(&a->mutex, NULL);
	pthread_cond_init(&a->ada, NULL);
	for (int i = 0; i < n_pekerja; i++) {
		int failed = pthread_create(&a->pekerja[i], NULL, work, a);
		assert(!failed);
	}
	return a;
}

bool antrean_tambah(Antrean *a, void (*kerja)(void *), void *tugas)
{
	pthread_mutex_lock(&a->mutex);
	bool room = a->tunggu < a->panjang && !a->berhenti;
	if (room) {
		a->ring[(a->awal + a->tunggu) % a->panjang] = (Tugas){kerja, tugas};
		a->tunggu++;
		note(a);
		pthread_cond_signal(&a->ada);
	} else {
		if (a->metrik)
			metrik_ditolak(a->metrik);
	}
	pthread_mutex_unlock(&a->mutex);
	return room;
}

void antrean_selesai(Antrean *a)
{
	pthread_mutex_lock(&a->mutex);
	a->berhenti = true;
	pthread_cond_broadcast(&a->ada);
	pthread_mutex_unlock(&a->mutex);
	for (int i = 0; i < a->n_pekerja; i++)
		pthread_join(a->pekerja[i], NULL);
	pthread_cond_destroy(&a->ada);
	pthread_mutex_destroy(&a->mutex);
}
