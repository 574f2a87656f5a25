#include "app/batas.h"

#include "app/rahasia.h"
#include "base/str.h"
#include <pthread.h>

#define MENIT ((Saat)60 * 1000000)
#define LUPA (60 * MENIT)
enum { JALAN = 8 /* places of a row */, TANDA = 16, GARAM = 32 };

typedef struct {
	char tanda[TANDA + 1];      /* beginning of the key's hash; "": free */
	unsigned gagal;
	Saat terakhir, sebelumnya;  /* the last failure, and the one before */
} Tempat;

struct Batas {
	pthread_mutex_t mutex;
	unsigned baris, bebas;
	char garam[GARAM + 1];
	Tempat *tempat;             /* baris * JALAN */
};

static void batas_free(void *batas)
{
	pthread_mutex_destroy(&((Batas *)batas)->mutex);
}

Batas *batas_new(Arena *arena, unsigned baris, unsigned bebas)
{
	Batas *batas = ARENA_NEW(arena, Batas);
	batas->baris = baris;
	batas->bebas = bebas;
	batas->tempat = ARENA_ARRAY(arena, Tempat, (size_t)baris * JALAN);
	snprintf(batas->garam, sizeof batas->garam, "%.*s", GARAM, rahasia_new(arena));
	pthread_mutex_init(&batas->mutex, NULL);
	arena_defer(arena, batas_free, batas);
	return batas;
}

typedef struct {
	unsigned baris;
	char tanda[TANDA + 1];
} Letak;

static Letak place_of(const Batas *batas, const char *kunci)
{
	enum { ANGKA = 8 };
	Arena *scratch = arena_new();
	const char *hash = rahasia_hash(scratch, str_format(scratch, "%s\n%s", batas->garam, kunci));
	Letak letak;
	snprintf(letak.tanda, sizeof letak.tanda, "%.*s", TANDA, hash);
	letak.baris = (unsigned)(strtoul(str_dupn(scratch, hash + TANDA, ANGKA), NULL, 16) % batas->baris);
	arena_free(scratch);
	return letak;
}

static Tempat *find(Batas *batas, const Letak *letak)
{
	Tempat *row = batas->tempat + (size_t)letak->baris * JALAN;
	for (int i = 0; i < JALAN; i++)
		if (str_equal(row[i].tanda, letak->tanda))
			return &row[i];
	return NULL;
}

static bool worth_less(const Tempat *a, const Tempat *b)
{
	return a->gagal != b->gagal ? a->gagal < b->gagal : a->terakhir < b->terakhir;
}

/* The key's place; a new one takes that of what is worth least. */
static Tempat *settle(Batas *batas, const Letak *letak, Saat sekarang)
{
	Tempat *row = batas->tempat + (size_t)letak->baris * JALAN, *least = row;
	for (int i = 0; i < JALAN; i++)
		if (row[i].gagal && sekarang - row[i].terakhir >= LUPA)
			row[i] = (Tempat){0};
	Tempat *own = find(batas, letak);
	if (own)
		return own;
	for (int i = 1; i < JALAN; i++)
		if (worth_less(&row[i], least))
			least = &row[i];
	*least = (Tempat){.terakhir = sekarang};
	snprintf(least->tanda, sizeof least->tanda, "%s", letak->tanda);
	return least;
}

static Saat wait_after(unsigned over)
{
	static const int minutes[] = {1, 2, 4, 8, 15};
	enum { LAST = sizeof minutes / sizeof *minutes - 1 };
	return minutes[over < LAST ? over : LAST] * MENIT;
}

Saat batas_mulai(Batas *batas, const char *kunci, Saat sekarang)
{
	Letak letak = place_of(batas, kunci);
	pthread_mutex_lock(&batas->mutex);
	Tempat *at = settle(batas, &letak, sekarang);
	Saat from = at->gagal < batas->bebas ? 0 : at->terakhir + wait_after(at->gagal - batas->bebas);
	bool waits = from > sekarang;
	if (!waits) {
		at->gagal++;
		at->sebelumnya = at->terakhir;
		at->terakhir = sekarang;
	}
	pthread_mutex_unlock(&batas->mutex);
	return waits ? from : 0;
}

void batas_baik(Batas *batas, const char *kunci)
{
	Letak letak = place_of(batas, kunci);
	pthread_mutex_lock(&batas->mutex);
	Tempat *at = find(batas, &letak);
	if (at)
		*at = (Tempat){0};
	pthread_mutex_unlock(&batas->mutex);
}

void batas_batal(Batas *batas, const char *kunci)
{
	Letak letak = place_of(batas, kunci);
	pthread_mutex_lock(&batas->mutex);
	Tempat *at = find(batas, &letak);
	if (at && at->gagal) {
		at->gagal--;
		at->terakhir = at->sebelumnya;
	}
	pthread_mutex_unlock(&batas->mutex);
}
