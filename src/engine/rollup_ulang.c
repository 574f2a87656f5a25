#include "engine/rollup_ulang.h"

#include "engine/rollup_rerata.h"

typedef struct {
	Arena *arena;
	const Kolom *k;
	const Resep *r;
} Ulang;

static uint32_t subtree_end(const Kolom *k, uint32_t i)
{
	uint32_t end = i + 1;
	while (end < k->n && k->sifat[end] >> KOLOM_DALAM > k->sifat[i] >> KOLOM_DALAM)
		end++;
	return end;
}

static const Pecahan *weight(Ulang *u, IsiDesimal bobot)
{
	return bobot.isi == ISI_KOSONG ? NULL : pecahan_desimal(u->arena, bobot.nilai);
}

static const Pecahan *indicator(Ulang *u, uint32_t j)
{
	const Kolom *k = u->k;
	if (k->penyebut[j])
		return pecahan_mul(u->arena, pecahan_int(u->arena, 100),
		                   pecahan_div(u->arena, pecahan_int(u->arena, k->pembilang[j]), pecahan_int(u->arena, k->penyebut[j])));
	return k->pembilang[j] ? k->luar[j] : NULL;
}

static const Pecahan *own(Ulang *u, uint32_t i)
{
	uint32_t first = u->k->indikator_awal[i], n = u->k->indikator_awal[i + 1] - first;
	Suku *suku = ARENA_ARRAY(u->arena, Suku, n);
	for (uint32_t j = 0; j < n; j++) {
		suku[j].nilai = indicator(u, first + j);
		suku[j].bobot = u->r->indikator_bobot ? weight(u, u->k->bobot_indikator[first + j]) : NULL;
	}
	return rollup_mean(u->arena, suku, n, u->r->indikator_bobot);
}

/* Sums of the leaves of a subtree in sen; what is missing adds nothing. */
static void money(const Kolom *k, uint32_t i, Int128 *pagu, Int128 *realisasi, unsigned *sifat)
{
	*pagu = *realisasi = 0;
	*sifat = 0;
	for (uint32_t end = subtree_end(k, i); i < end; i++) {
		*pagu += k->pagu[i];
		*realisasi += k->realisasi[i];
		*sifat |= k->sifat[i];
	}
}

static bool fits(Int128 x)
{
	return x == (int64_t)x;
}

static const Pecahan *node_weight(Ulang *u, uint32_t i)
{
	if (u->r->simpul_bobot)
		return weight(u, u->k->bobot[i]);
	if (!u->r->simpul_pagu)
		return NULL;
	Int128 pagu, realisasi;
	unsigned sifat;
	money(u->k, i, &pagu, &realisasi, &sifat);
	return (sifat & KOLOM_PAGU) && fits(pagu) && fits(realisasi) ? pecahan_int(u->arena, (int64_t)pagu) : NULL;
}

static const Pecahan *keluaran(Ulang *u, uint32_t i);

static const Pecahan *children(Ulang *u, uint32_t i)
{
	uint32_t end = subtree_end(u->k, i), n = 0;
	for (uint32_t c = i + 1; c < end; c = subtree_end(u->k, c))
		n++;
	Suku *suku = ARENA_ARRAY(u->arena, Suku, n), *s = suku;
	for (uint32_t c = i + 1; c < end; c = subtree_end(u->k, c), s++)
		*s = (Suku){keluaran(u, c), node_weight(u, c)};
	return rollup_mean(u->arena, suku, n, u->r->simpul_bobot || u->r->simpul_pagu);
}

static const Pecahan *keluaran(Ulang *u, uint32_t i)
{
	bool leaf = subtree_end(u->k, i) == i + 1;
	return leaf || (u->k->sifat[i] & KOLOM_SENDIRI) ? own(u, i) : children(u, i);
}

/* Of a node that has one: its sums fit. */
static const Pecahan *keuangan(Ulang *u, uint32_t i)
{
	Int128 pagu, realisasi;
	unsigned sifat;
	money(u->k, i, &pagu, &realisasi, &sifat);
	return pecahan_mul(u->arena, pecahan_int(u->arena, 100),
	                   pecahan_div(u->arena, pecahan_int(u->arena, (int64_t)realisasi), pecahan_int(u->arena, (int64_t)pagu)));
}

static const Pecahan *rata_rata(Ulang *u, uint32_t i)
{
	return pecahan_div(u->arena, pecahan_add(u->arena, keuangan(u, i), keluaran(u, i)), pecahan_int(u->arena, 2));
}

static int8_t band(Ulang *u, const Pecahan *x, int64_t printed)
{
	const Kebijakan *p = u->r->kebijakan;
	if (u->r->dari_cetak || p->n_pita == 0)
		return resep_band_cetak(u->r, printed);
	size_t i = 0;
	for (; i + 1 < p->n_pita; i++) {
		int order = pecahan_cmp(x, pecahan_desimal(u->arena, p->pita[i].batas));
		if (order > 0 || (order == 0 && p->pita[i].inklusif))
			break;
	}
	return (int8_t)i;
}

static bool store(Ulang *u, int64_t *out, const Pecahan *x)
{
	Desimal d = {0};
	bool fits_print = pecahan_round(&d, x, u->r->desimal, u->r->pembulatan);
	*out = d.m;
	return fits_print;
}

static void redo(Ulang *u, KolomHasil *h, uint32_t i, unsigned bit)
{
	KolomAngka *angka = &h->angka[i];
	const Pecahan *x = NULL;
	int64_t *out = NULL;
	switch (bit) {
	case STATUS_KEUANGAN:
		x = keuangan(u, i), out = &angka->keuangan;
		break;
	case STATUS_KELUARAN:
		x = keluaran(u, i), out = &angka->keluaran;
		break;
	case STATUS_RATA_RATA:
		x = rata_rata(u, i), out = &angka->rata_rata;
		break;
	case STATUS_ANAK:
		x = children(u, i), out = &h->rinci[i].anak;
		break;
	case STATUS_SENDIRI:
		x = own(u, i), out = &h->rinci[i].sendiri;
		break;
	}
	bool fits_print = store(u, out, x);
	if (!fits_print)
		angka->status &= (uint16_t)~bit;
	if (bit == STATUS_RATA_RATA)
		angka->predikat = fits_print ? band(u, x, *out) : -1;
}

/* Runs one figure in scratch memory of its own. */
static Ulang scratch(const Kolom *kolom, const Resep *resep)
{
	return (Ulang){arena_new(), kolom, resep};
}

static uint32_t redo_node(const Kolom *kolom, const Resep *resep, KolomHasil *h, uint32_t i)
{
	uint32_t n = 0;
	for (unsigned bit = STATUS_KEUANGAN; bit <= STATUS_SENDIRI; bit <<= 1) {
		if (!(h->angka[i].status & bit << STATUS_ULANG))
			continue;
		Ulang u = scratch(kolom, resep);
		redo(&u, h, i, bit);
		arena_free(u.arena);
		n++;
	}
	return n;
}

static uint32_t redo_indicator(const Kolom *kolom, const Resep *resep, KolomHasil *h, uint32_t j)
{
	if (!(h->indikator[j].status & STATUS_KELUARAN << STATUS_ULANG))
		return 0;
	Ulang u = scratch(kolom, resep);
	if (!store(&u, &h->indikator[j].capaian, indicator(&u, j)))
		h->indikator[j].status = 0;
	arena_free(u.arena);
	return 1;
}

uint32_t kolom_ulang(const Kolom *kolom, const Resep *resep, KolomHasil *hasil, uint32_t first, uint32_t end)
{
	uint32_t n = 0;
	for (uint32_t i = first; i < end; i++)
		if (hasil->angka[i].status >> STATUS_ULANG)
			n += redo_node(kolom, resep, hasil, i);
	return n;
}

uint32_t kolom_ulang_indikator(const Kolom *kolom, const Resep *resep, KolomHasil *hasil)
{
	uint32_t n = 0;
	for (uint32_t j = 0; j < kolom->indikator_awal[kolom->n]; j++)
		n += redo_indicator(kolom, resep, hasil, j);
	return n;
}
