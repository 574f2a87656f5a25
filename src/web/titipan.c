#include "web/titipan.h"

#include "app/rahasia.h"
#include "base/str.h"
#include <pthread.h>

enum { TEMPAT = 24 };

typedef struct {
	Arena *arena;            /* NULL: free */
	const char *kunci, *nama;
	const void *bytes;
	size_t n;
	Saat sampai;
} Petak;

struct Titipan {
	pthread_mutex_t mutex;
	Petak petak[TEMPAT];
};

static void titipan_free(void *titipan)
{
	Titipan *t = titipan;
	for (int i = 0; i < TEMPAT; i++)
		arena_free(t->petak[i].arena);
	pthread_mutex_destroy(&t->mutex);
}

Titipan *titipan_new(Arena *arena)
{
	Titipan *t = ARENA_NEW(arena, Titipan);
	pthread_mutex_init(&t->mutex, NULL);
	arena_defer(arena, titipan_free, t);
	return t;
}

static void expire(Titipan *t, Saat now)
{
	for (int i = 0; i < TEMPAT; i++) {
		if (t->petak[i].arena && t->petak[i].sampai <= now) {
			arena_free(t->petak[i].arena);
			t->petak[i] = (Petak){0};
		}
	}
}

static Petak *place(Titipan *t)
{
	Petak *oldest = &t->petak[0];
	for (int i = 0; i < TEMPAT; i++) {
		if (!t->petak[i].arena)
			return &t->petak[i];
		if (t->petak[i].sampai < oldest->sampai)
			oldest = &t->petak[i];
	}
	arena_free(oldest->arena);
	return oldest;
}

const char *titipan_simpan(Titipan *t, Arena *arena, Saat sekarang, const char *nama, const void *bytes, size_t n)
{
	if (n > TITIPAN_MAX)
		return NULL;
	Arena *own = arena_new();
	void *copy = arena_alloc(own, n);
	memcpy(copy, bytes, n);
	Petak p = {own, rahasia_new(own), str_dup(own, nama), copy, n, sekarang + (Saat)TITIPAN_MENIT * 60 * 1000000};
	const char *kunci = str_dup(arena, p.kunci);
	pthread_mutex_lock(&t->mutex);
	expire(t, sekarang);
	*place(t) = p;
	pthread_mutex_unlock(&t->mutex);
	return kunci;
}

bool titipan_ambil(Titipan *t, Arena *arena, Saat sekarang, const char *kunci, const char **nama, const void **bytes, size_t *n)
{
	bool found = false;
	pthread_mutex_lock(&t->mutex);
	expire(t, sekarang);
	for (int i = 0; i < TEMPAT && !found; i++) {
		const Petak *p = &t->petak[i];
		if (!p->arena || !str_equal(p->kunci, kunci))
			continue;
		void *copy = arena_alloc(arena, p->n);
		memcpy(copy, p->bytes, p->n);
		*nama = str_dup(arena, p->nama);
		*bytes = copy;
		*n = p->n;
		found = true;
	}
	pthread_mutex_unlock(&t->mutex);
	return found;
}
