#include "negara.h"

typedef struct {
	uint64_t acak;
	uint32_t n, m, cap;
	uint8_t *sifat;
	int64_t *pagu, *realisasi, *pembilang, *penyebut;
	uint32_t *awal;
} Isian;

/* splitmix64 */
static uint64_t next(Isian *k)
{
	uint64_t z = k->acak += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static uint32_t below(Isian *k, uint32_t n)
{
	return (uint32_t)((next(k) >> 32) * n >> 32);
}

static bool percent(Isian *k, uint32_t p)
{
	return below(k, 100) < p;
}

static uint32_t between(Isian *k, uint32_t low, uint32_t high)
{
	return low + below(k, high - low + 1);
}

static uint32_t node(Isian *k, unsigned dalam)
{
	uint32_t i = k->n++;
	k->sifat[i] = (uint8_t)(dalam << KOLOM_DALAM);
	k->awal[i] = k->m;
	return i;
}

/* Any part of a whole. */
static int64_t part(Isian *k, int64_t whole)
{
	return (int64_t)((Int128)whole * (int64_t)(next(k) >> 32) >> 32);
}

static void fill_money(Isian *k, uint32_t i)
{
	static const uint32_t MAGNITUDE[] = {1000000, 10000000, 10000000, 100000000, 100000000, 1000000000};
	k->sifat[i] |= KOLOM_PAGU;
	k->pagu[i] = (int64_t)MAGNITUDE[below(k, 6)] * between(k, 100, 999) + below(k, 100);
	if (percent(k, 2))
		return;
	k->sifat[i] |= KOLOM_REALISASI;
	k->realisasi[i] = percent(k, 5) ? k->pagu[i] : part(k, k->pagu[i]);
}

/* Volumes in hundredths. A blank realisasi or a target of zero has no capaian. */
static void fill_indicator(Isian *k)
{
	static const uint16_t USUAL[] = {1, 1, 2, 3, 4, 4, 6, 12, 12, 12, 12, 24, 36, 50, 72, 100, 100, 144};
	uint32_t j = k->m++;
	int64_t target = 100 * (int64_t)(percent(k, 60) ? USUAL[below(k, sizeof USUAL / sizeof *USUAL)] : between(k, 1, 5000));
	bool whole = percent(k, 90);
	if (!whole)
		target += below(k, 100);
	if (below(k, 1000) < 15)
		return;
	k->penyebut[j] = target;
	k->pembilang[j] = percent(k, 60) ? target : whole ? 100 * part(k, target / 100 + 1) : part(k, target);
}

/* One to five, three on average, so that the total comes out: `due` stays within 1 and 5. */
static uint32_t indicators(Isian *k, uint32_t subs_done, uint32_t subs)
{
	uint32_t due = 3 * (subs_done + 1) - k->m;
	if (subs_done + 1 == subs)
		return due;
	return between(k, due > 3 ? due - 2 : 1, due < 3 ? due + 2 : 5);
}

static void fill(Isian *k, uint32_t pemda, uint32_t subs)
{
	uint32_t done = 0;
	node(k, 0);
	for (uint32_t p = 0; p < pemda; p++) {
		uint32_t end = (uint32_t)((uint64_t)subs * (p + 1) / pemda), opd = 0, program = 0, kegiatan = 0;
		node(k, 1);
		for (; done < end; done++, opd--, program--, kegiatan--) {
			if (opd == 0) {
				node(k, 2);
				opd = between(k, 20, 98);
				program = 0;
			}
			if (program == 0) {
				node(k, 3);
				program = between(k, 2, 12);
				kegiatan = 0;
			}
			if (kegiatan == 0) {
				node(k, 4);
				kegiatan = between(k, 1, 4);
			}
			fill_money(k, node(k, 5));
			for (uint32_t n = indicators(k, done, subs); n--;)
				fill_indicator(k);
			if (opd < program)
				program = opd;
			if (program < kegiatan)
				kegiatan = program;
		}
	}
	k->awal[k->n] = k->m;
}

Negara *negara_new(Arena *arena, uint32_t bagian)
{
	uint32_t pemda = NEGARA_PEMDA / bagian ? NEGARA_PEMDA / bagian : 1, subs = NEGARA_SUB / bagian;
	size_t n = 2 * (size_t)subs + 2 * pemda + 2, m = NEGARA_INDIKATOR / bagian + 8;
	Isian k = {.acak = 20231229, .sifat = arena_alloc(arena, n),
	           .pagu = ARENA_ARRAY(arena, int64_t, n), .realisasi = ARENA_ARRAY(arena, int64_t, n),
	           .awal = ARENA_ARRAY(arena, uint32_t, n + 1), .pembilang = ARENA_ARRAY(arena, int64_t, m),
	           .penyebut = ARENA_ARRAY(arena, int64_t, m)};
	fill(&k, pemda, subs);
	Negara *negara = ARENA_NEW(arena, Negara);
	*negara = (Negara){.kolom = {.n = k.n, .sifat = k.sifat, .pagu = k.pagu, .realisasi = k.realisasi,
	                             .indikator_awal = k.awal, .pembilang = k.pembilang, .penyebut = k.penyebut},
	                   .n_indikator = k.m};
	for (uint32_t i = 0; i < k.n; i++)
		negara->jumlah[k.sifat[i] >> KOLOM_DALAM]++;
	return negara;
}

KolomHasil negara_hasil(Arena *arena, const Negara *negara)
{
	return (KolomHasil){.angka = ARENA_ARRAY(arena, KolomAngka, negara->kolom.n)};
}

void negara_each(const Negara *negara, void (*each)(void *context, const Negara *negara, const NegaraSub *sub), void *context)
{
	NegaraSub sub = {0};
	for (uint32_t i = 0; i < negara->kolom.n; i++) {
		unsigned depth = negara->kolom.sifat[i] >> KOLOM_DALAM;
		sub.simpul = i;
		if (depth == NEGARA_TINGKAT_SUB)
			each(context, negara, &sub);
		else
			sub.induk[depth] = i;
	}
}
