#include "web/lambat.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>
#include <time.h>

struct Klien {
	int fd;                  /* -1: free */
	_Atomic int64_t mulai;   /* second in which the head or the body began */
	_Atomic int64_t batas;   /* second by which more must be here; INT64_MAX: none */
	void *titip;
	Klien *bebas;            /* the next free one */
};

struct Lambat {
	pthread_mutex_t mutex;   /* of fd and the list: none is closed while it is looked at */
	pthread_cond_t berhenti_ada;
	pthread_t utas;
	bool berhenti;
	Klien *klien, *bebas;
	size_t n;
};

static int64_t second(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec;
}

static void look(Lambat *l)
{
	int64_t now = second();
	for (size_t i = 0; i < l->n; i++) {
		Klien *k = &l->klien[i];
		if (k->fd < 0 || atomic_load(&k->batas) > now)
			continue;
		shutdown(k->fd, SHUT_RDWR); /* the server library sees the end and closes it */
		atomic_store(&k->batas, INT64_MAX);
	}
}

static void *watch(void *context)
{
	Lambat *l = context;
	pthread_mutex_lock(&l->mutex);
	while (!l->berhenti) {
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec++;
		pthread_cond_timedwait(&l->berhenti_ada, &l->mutex, &until);
		look(l);
	}
	pthread_mutex_unlock(&l->mutex);
	return NULL;
}

Lambat *lambat_mulai(Arena *arena, size_t n)
{
	Lambat *l = ARENA_NEW(arena, Lambat);
	*l = (Lambat){.klien = ARENA_ARRAY(arena, Klien, n), .n = n};
	for (size_t i = n; i-- > 0;) {
		l->klien[i].fd = -1;
		l->klien[i].bebas = l->bebas;
		l->bebas = &l->klien[i];
	}
	pthread_mutex_init(&l->mutex, NULL);
	pthread_cond_init(&l->berhenti_ada, NULL);
	int failed = pthread_create(&l->utas, NULL, watch, l);
	assert(!failed);
	return l;
}

void lambat_selesai(Lambat *l)
{
	pthread_mutex_lock(&l->mutex);
	l->berhenti = true;
	pthread_cond_signal(&l->berhenti_ada);
	pthread_mutex_unlock(&l->mutex);
	pthread_join(l->utas, NULL);
	pthread_cond_destroy(&l->berhenti_ada);
	pthread_mutex_destroy(&l->mutex);
}

Klien *lambat_datang(Lambat *l, int fd)
{
	pthread_mutex_lock(&l->mutex);
	Klien *k = l->bebas;
	assert(k);
	l->bebas = k->bebas;
	k->titip = NULL;
	lambat_kepala(k);
	k->fd = fd;
	pthread_mutex_unlock(&l->mutex);
	return k;
}

void lambat_pergi(Lambat *l, Klien *k)
{
	pthread_mutex_lock(&l->mutex);
	k->fd = -1;
	k->bebas = l->bebas;
	l->bebas = k;
	pthread_mutex_unlock(&l->mutex);
}

void *lambat_titip(Klien *k, void *isi)
{
	void *before = k->titip;
	k->titip = isi;
	return before;
}

void lambat_kepala(Klien *k)
{
	int64_t now = second();
	atomic_store(&k->mulai, now);
	atomic_store(&k->batas, now + LAMBAT_KEPALA);
}

void lambat_badan(Klien *k, size_t n)
{
	atomic_store(&k->batas, atomic_load(&k->mulai) + LAMBAT_KEPALA + (int64_t)(n / LAMBAT_LAJU));
}

void lambat_kita(Klien *k)
{
	atomic_store(&k->batas, INT64_MAX);
}
