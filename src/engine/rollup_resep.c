#include "engine/rollup_resep.h"

#include <assert.h>
#include <string.h>

static Int128 power(unsigned n)
{
	Int128 p = 1;
	while (n--)
		p *= 10;
	return p;
}

static int64_t saturate(Int128 x)
{
	return x > INT64_MAX ? INT64_MAX : x < INT64_MIN ? INT64_MIN : (int64_t)x;
}

static Int128 floor_div(Int128 n, Int128 d)
{
	return n / d - (n % d < 0);
}

/* A printed number p belongs to the band when p / 10^desimal is above (or equal to) the bound. */
static int64_t least_printed(Pita pita, uint8_t desimal)
{
	Int128 scaled = pita.batas.m * power(desimal), unit = power(pita.batas.scale);
	Int128 p = floor_div(scaled, unit);
	return saturate(pita.inklusif && p * unit == scaled ? p : p + 1);
}

static void set_band(Resep *r, uint32_t i, Pita pita)
{
	assert(pita.batas.scale <= DESIMAL_SCALE_MAX);
	Int128 twice = pita.batas.m * (2 * (Int128)RESEP_PERSEN), unit = power(pita.batas.scale);
	Int128 floor = floor_div(twice, unit);
	r->ambang_cetak[i] = least_printed(pita, r->desimal);
	r->ambang[i] = saturate(floor);
	r->inklusif[i] = pita.inklusif && floor * unit == twice;
}

/* The bands of all printed numbers of the table, best one first: each fills what the ones before it left, down to its own bound. */
static void printed_bands(Resep *r)
{
	int64_t top = RESEP_CETAK_MAX;
	for (uint32_t i = 0; i < r->n_pita && top > 0; i++) {
		int64_t from = i + 1 == r->n_pita || r->ambang_cetak[i] < 0 ? 0 : r->ambang_cetak[i];
		if (from >= top)
			continue;
		memset(r->pita_cetak + from, (int)i, (size_t)(top - from));
		top = from;
	}
	if (r->n_pita == 0)
		memset(r->pita_cetak, -1, RESEP_CETAK_MAX);
}

const Resep *resep_build(Arena *arena, const Kebijakan *k)
{
	assert(k->desimal <= RESEP_DESIMAL_MAX && k->n_pita <= PREDIKAT_MAX);
	Resep *r = ARENA_NEW(arena, Resep);
	r->kebijakan = k;
	r->simpul_bobot = k->gulung == GULUNG_BOBOT;
	r->simpul_pagu = k->gulung == GULUNG_PAGU;
	r->indikator_bobot = k->gulung_indikator == GULUNG_BOBOT;
	r->kosong_nol = k->kosong == KOSONG_NOL;
	r->dari_cetak = k->predikat_dari_cetak;
	r->pembulatan = k->pembulatan;
	r->desimal = k->desimal;
	r->langkah = (int64_t)(RESEP_PERSEN / (uint64_t)power(k->desimal));
	r->n_pita = (uint32_t)k->n_pita;
	for (uint32_t i = 0; i < r->n_pita; i++)
		set_band(r, i, k->pita[i]);
	printed_bands(r);
	r->biasa = k->gulung == GULUNG_RATA && !r->indikator_bobot && k->desimal == 2 && k->pembulatan == BULAT_JAUH_NOL && r->dari_cetak;
	return r;
}

int64_t resep_round(int64_t v, int64_t step, Pembulatan mode)
{
	int64_t q = v / step, rest = v % step;
	int64_t twice = 2 * (rest < 0 ? -rest : rest);
	bool away = mode == BULAT_JAUH_NOL ? twice >= step : mode == BULAT_GENAP && (twice > step || (twice == step && q % 2 != 0));
	return away ? q + (v < 0 ? -1 : 1) : q;
}

int8_t resep_band(const Resep *resep, int64_t twice)
{
	uint32_t i = 0;
	while (i + 1 < resep->n_pita && !(twice > resep->ambang[i] || (resep->inklusif[i] && twice == resep->ambang[i])))
		i++;
	return (int8_t)(resep->n_pita ? (int)i : -1);
}

int8_t resep_band_cetak(const Resep *resep, int64_t printed)
{
	uint32_t i = 0;
	while (i + 1 < resep->n_pita && printed < resep->ambang_cetak[i])
		i++;
	return (int8_t)(resep->n_pita ? (int)i : -1);
}

Int128 resep_bobot(Desimal bobot)
{
	assert(bobot.scale <= RESEP_BOBOT_SKALA);
	return bobot.m * power(RESEP_BOBOT_SKALA - (unsigned)bobot.scale);
}
