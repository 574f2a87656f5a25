/* Exact figures straight from a snapshot: a plain recursion over the rules, independent of the columns. */
#include "engine/rollup.h"
#include "engine/rollup_indikator.h"
#include "engine/rollup_rerata.h"

#include <assert.h>

typedef struct {
	Arena *arena;
	const Snapshot *s;
	const Kebijakan *k;
} Hitung;

static uint32_t first_child(uint32_t simpul)
{
	return simpul == SIMPUL_TOTAL ? 0 : simpul + 1;
}

static uint32_t end_of(const Snapshot *s, uint32_t simpul)
{
	return simpul == SIMPUL_TOTAL ? s->n_simpul : s->simpul[simpul].akhir;
}

uint32_t rollup_children(const Snapshot *snapshot, uint32_t simpul, uint32_t *out, uint32_t cap)
{
	uint32_t n = 0, end = end_of(snapshot, simpul);
	for (uint32_t c = first_child(simpul); c < end; c = snapshot->simpul[c].akhir, n++)
		if (n < cap)
			out[n] = c;
	return n;
}

static bool is_leaf(const Snapshot *s, uint32_t simpul)
{
	return first_child(simpul) >= end_of(s, simpul);
}

typedef struct {
	bool ada_pagu, ada_realisasi;
	Int128 pagu, realisasi;
} Uang;

static Uang money(const Snapshot *s, uint32_t simpul)
{
	Uang u = {0};
	uint32_t i = simpul == SIMPUL_TOTAL ? 0 : simpul;
	for (uint32_t end = end_of(s, simpul); i < end; i++) {
		if (!is_leaf(s, i))
			continue;
		const Simpul *leaf = &s->simpul[i];
		u.ada_pagu |= leaf->pagu.isi != ISI_KOSONG;
		u.ada_realisasi |= leaf->realisasi.isi != ISI_KOSONG;
		u.pagu += leaf->pagu.isi == ISI_KOSONG ? 0 : leaf->pagu.nilai.sen;
		u.realisasi += leaf->realisasi.isi == ISI_KOSONG ? 0 : leaf->realisasi.nilai.sen;
	}
	return u;
}

static bool overflows(Uang u)
{
	return u.pagu != (int64_t)u.pagu || u.realisasi != (int64_t)u.realisasi;
}

static const Pecahan *rupiah(Arena *arena, Int128 sen)
{
	return pecahan_rupiah(arena, (Rupiah){(int64_t)sen});
}

static const Pecahan *keuangan(Hitung *h, uint32_t simpul)
{
	Uang u = money(h->s, simpul);
	if (overflows(u) || u.pagu == 0 || !(u.ada_realisasi || h->k->kosong == KOSONG_NOL))
		return NULL;
	return pecahan_mul(h->arena, pecahan_int(h->arena, 100), pecahan_div(h->arena, rupiah(h->arena, u.realisasi), rupiah(h->arena, u.pagu)));
}

static const Pecahan *weight(Arena *arena, IsiDesimal bobot)
{
	return bobot.isi == ISI_KOSONG ? NULL : pecahan_desimal(arena, bobot.nilai);
}

static const Pecahan *from_own(Hitung *h, uint32_t simpul)
{
	const Simpul *p = &h->s->simpul[simpul];
	Suku *suku = ARENA_ARRAY(h->arena, Suku, p->n_indikator);
	for (uint32_t j = 0; j < p->n_indikator; j++) {
		const Indikator *indikator = &h->s->indikator[p->indikator_awal + j];
		suku[j] = (Suku){rollup_capaian(h->arena, h->k, indikator), weight(h->arena, indikator->bobot)};
	}
	return rollup_mean(h->arena, suku, p->n_indikator, h->k->gulung_indikator == GULUNG_BOBOT);
}

static const Pecahan *node_weight(Hitung *h, uint32_t simpul)
{
	if (h->k->gulung == GULUNG_BOBOT)
		return weight(h->arena, h->s->simpul[simpul].bobot);
	Uang u = money(h->s, simpul);
	return u.ada_pagu && !overflows(u) ? rupiah(h->arena, u.pagu) : NULL;
}

static const Pecahan *keluaran(Hitung *h, uint32_t simpul);

static const Pecahan *from_children(Hitung *h, uint32_t simpul)
{
	uint32_t n = rollup_children(h->s, simpul, NULL, 0), i = 0;
	Suku *suku = ARENA_ARRAY(h->arena, Suku, n);
	bool weighted = h->k->gulung != GULUNG_RATA;
	for (uint32_t c = first_child(simpul); i < n; c = h->s->simpul[c].akhir, i++)
		suku[i] = (Suku){keluaran(h, c), weighted ? node_weight(h, c) : NULL};
	return rollup_mean(h->arena, suku, n, weighted);
}

static const Pecahan *keluaran(Hitung *h, uint32_t simpul)
{
	if (simpul == SIMPUL_TOTAL)
		return from_children(h, simpul);
	return is_leaf(h->s, simpul) || h->k->induk == INDUK_SENDIRI ? from_own(h, simpul) : from_children(h, simpul);
}

const Pecahan *rollup_exact(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan, uint32_t simpul, JenisAngka jenis)
{
	assert(simpul == SIMPUL_TOTAL || simpul < snapshot->n_simpul);
	Hitung h = {arena, snapshot, kebijakan};
	const Pecahan *uang = jenis == ANGKA_KELUARAN ? NULL : keuangan(&h, simpul);
	if (jenis == ANGKA_KEUANGAN)
		return uang;
	const Pecahan *fisik = keluaran(&h, simpul);
	if (jenis == ANGKA_KELUARAN)
		return fisik;
	return uang && fisik ? pecahan_div(arena, pecahan_add(arena, uang, fisik), pecahan_int(arena, 2)) : NULL;
}

const Pecahan *rollup_exact_indikator(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan, uint32_t indikator)
{
	assert(indikator < snapshot->n_indikator);
	return rollup_capaian(arena, kebijakan, &snapshot->indikator[indikator]);
}
