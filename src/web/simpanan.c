#include "web/simpanan.h"

#include "base/str.h"
#include <pthread.h>

enum { BAGIAN = 16, TEMPAT = 32 /* in each part */, BYTES_MAX = 8 * 1024 * 1024, SATU_MAX = 512 * 1024, KUNCI_MAX = 320 };
#define BASI_MAX ((Saat)1000000)

typedef struct {
	char kunci[KUNCI_MAX];   /* "": free */
	int64_t generasi;
	Saat sejak, dipakai;
	Saat sah;                /* when it was last known to hold */
	Saat diperbarui;         /* when somebody set out to make it anew; 0: nobody */
	IsiSimpanan isi;
} Petak;

typedef struct {
	pthread_mutex_t mutex;
	Petak petak[TEMPAT];
	size_t bytes;
} Bagian;

struct Simpanan {
	void (*lepas)(void *context, void *jawaban);
	void *context;
	Bagian bagian[BAGIAN];
};

static void drop(Simpanan *s, Bagian *b, Petak *p)
{
	if (!*p->kunci)
		return;
	b->bytes -= p->isi.n;
	s->lepas(s->context, p->isi.jawaban);
	*p = (Petak){0};
}

void simpanan_kosongkan(Simpanan *s)
{
	for (int i = 0; i < BAGIAN; i++) {
		pthread_mutex_lock(&s->bagian[i].mutex);
		for (int k = 0; k < TEMPAT; k++)
			drop(s, &s->bagian[i], &s->bagian[i].petak[k]);
		pthread_mutex_unlock(&s->bagian[i].mutex);
	}
}

static void simpanan_free(void *simpanan)
{
	Simpanan *s = simpanan;
	simpanan_kosongkan(s);
	for (int i = 0; i < BAGIAN; i++)
		pthread_mutex_destroy(&s->bagian[i].mutex);
}

Simpanan *simpanan_new(Arena *arena, void (*lepas)(void *context, void *jawaban), void *context)
{
	Simpanan *s = ARENA_NEW(arena, Simpanan);
	s->lepas = lepas;
	s->context = context;
	for (int i = 0; i < BAGIAN; i++)
		pthread_mutex_init(&s->bagian[i].mutex, NULL);
	arena_defer(arena, simpanan_free, s);
	return s;
}

/* FNV-1a: spreads the keys over the parts. */
static Bagian *part_of(Simpanan *s, const char *kunci)
{
	uint32_t h = 2166136261u;
	for (const unsigned char *p = (const unsigned char *)kunci; *p; p++)
		h = (h ^ *p) * 16777619u;
	return &s->bagian[h % BAGIAN];
}

static Petak *find(Bagian *b, const char *kunci)
{
	for (int k = 0; k < TEMPAT; k++)
		if (str_equal(b->petak[k].kunci, kunci))
			return &b->petak[k];
	return NULL;
}

static bool holds_now(const Petak *p, int64_t generasi, Saat sekarang)
{
	return p->generasi == generasi && sekarang - p->sejak < SIMPANAN_UMUR;
}

bool simpanan_pakai(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang, void (*pakai)(void *context, IsiSimpanan isi), void *context)
{
	Bagian *b = part_of(s, kunci);
	pthread_mutex_lock(&b->mutex);
	Petak *p = find(b, kunci);
	bool holds = p && holds_now(p, generasi, sekarang);
	bool stale = p && !holds && p->diperbarui && sekarang - p->diperbarui < BASI_MAX && sekarang - p->sah < BASI_MAX;
	if (holds)
		p->sah = sekarang;
	if (holds || stale) {
		p->dipakai = sekarang;
		pakai(context, p->isi);
	} else if (p) {
		p->diperbarui = sekarang;
	}
	pthread_mutex_unlock(&b->mutex);
	return holds || stale;
}

bool simpanan_ada(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang)
{
	Bagian *b = part_of(s, kunci);
	pthread_mutex_lock(&b->mutex);
	const Petak *p = find(b, kunci);
	bool holds = p && holds_now(p, generasi, sekarang);
	pthread_mutex_unlock(&b->mutex);
	return holds;
}

static Petak *longest_unused(Bagian *b)
{
	Petak *oldest = NULL;
	for (int k = 0; k < TEMPAT; k++)
		if (*b->petak[k].kunci && (!oldest || b->petak[k].dipakai < oldest->dipakai))
			oldest = &b->petak[k];
	return oldest;
}

static Petak *place(Simpanan *s, Bagian *b, size_t n)
{
	for (;;) {
		bool room = b->bytes + n <= BYTES_MAX / BAGIAN || b->bytes == 0;
		for (int k = 0; room && k < TEMPAT; k++)
			if (!*b->petak[k].kunci)
				return &b->petak[k];
		drop(s, b, longest_unused(b));
	}
}

void simpanan_taruh(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang, IsiSimpanan isi)
{
	Petak p = {.generasi = generasi, .sejak = sekarang, .dipakai = sekarang, .sah = sekarang, .isi = isi};
	if (isi.n > SATU_MAX || (size_t)snprintf(p.kunci, sizeof p.kunci, "%s", kunci) >= sizeof p.kunci) {
		s->lepas(s->context, isi.jawaban);
		return;
	}
	Bagian *b = part_of(s, kunci);
	pthread_mutex_lock(&b->mutex);
	Petak *old = find(b, kunci);
	if (old)
		drop(s, b, old);
	*place(s, b, isi.n) = p;
	b->bytes += isi.n;
	pthread_mutex_unlock(&b->mutex);
}
