#include "web/laju.h"

#include "base/str.h"
#include <pthread.h>

enum { TEMPAT = 1024, ALAMAT_MAX = 64 };

typedef struct {
	char alamat[ALAMAT_MAX]; /* "": free */
	Saat mulai;              /* of the window */
	int banyak;
} Petak;

struct Laju {
	pthread_mutex_t mutex;
	int banyak;
	Saat jendela;
	Petak petak[TEMPAT];
};

static void laju_free(void *laju)
{
	pthread_mutex_destroy(&((Laju *)laju)->mutex);
}

Laju *laju_new(Arena *arena, int banyak, int menit)
{
	Laju *l = ARENA_NEW(arena, Laju);
	pthread_mutex_init(&l->mutex, NULL);
	l->banyak = banyak;
	l->jendela = (Saat)menit * 60 * 1000000;
	arena_defer(arena, laju_free, l);
	return l;
}

/* That of the address, else the one whose window began first. */
static Petak *place(Laju *l, const char *alamat, Saat sekarang)
{
	Petak *oldest = &l->petak[0];
	for (int i = 0; i < TEMPAT; i++) {
		Petak *p = &l->petak[i];
		if (str_equal(p->alamat, alamat))
			return p;
		if (!*p->alamat || (*oldest->alamat && p->mulai < oldest->mulai))
			oldest = p;
	}
	snprintf(oldest->alamat, sizeof oldest->alamat, "%s", alamat);
	oldest->mulai = sekarang;
	oldest->banyak = 0;
	return oldest;
}

bool laju_boleh(Laju *l, const char *alamat, Saat sekarang)
{
	pthread_mutex_lock(&l->mutex);
	Petak *p = place(l, alamat, sekarang);
	if (sekarang - p->mulai >= l->jendela) {
		p->mulai = sekarang;
		p->banyak = 0;
	}
	bool allowed = p->banyak < l->banyak;
	p->banyak += allowed;
	pthread_mutex_unlock(&l->mutex);
	return allowed;
}
