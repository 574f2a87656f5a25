#include "engine/rollup_resep.h"

#include <assert.h>

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

Resep resep_build(const Kebijakan *k)
{
	assert(k->desimal <= RESEP_DESIMAL_MAX && k->n_pita <= PREDIKAT_MAX);
	Resep r = {.kebijakan = k, .simpul_bobot = k->gulung == GULUNG_BOBOT, .simpul_pagu = k->gulung == GULUNG_PAGU,
	           .indikator_bobot = k->gulung_indikator == GULUNG_BOBOT, .kosong_nol = k->kosong == KOSONG_NOL,
	           .dari_cetak = k->predikat_dari_cetak, .pembulatan = k->pembulatan, .desimal = k->desimal,
	           .satuan = (int64_t)power(RESEP_SKALA - (unsigned)k->desimal), .n_pita = (uint32_t)k->n_pita};
	for (size_t i = 0; i < k->n_pita; i++) {
		assert(k->pita[i].batas.scale <= RESEP_SKALA);
		r.ambang_cetak[i] = least_printed(k->pita[i], k->desimal);
		r.ambang[i] = saturate(2 * (k->pita[i].batas.m * power(RESEP_SKALA - (unsigned)k->pita[i].batas.scale)));
		r.inklusif[i] = k->pita[i].inklusif;
	}
	r.biasa = k->gulung == GULUNG_RATA && k->gulung_indikator == GULUNG_RATA && k->desimal == 2 && k->pembulatan == BULAT_JAUH_NOL &&
	          k->predikat_dari_cetak;
	return r;
}

int64_t resep_round(int64_t v, int64_t unit, Pembulatan mode)
{
	int64_t q = v / unit, rest = v % unit;
	int64_t twice = 2 * (rest < 0 ? -rest : rest);
	bool away = mode == BULAT_JAUH_NOL ? twice >= unit : mode == BULAT_GENAP && (twice > unit || (twice == unit && q % 2 != 0));
	return away ? q + (v < 0 ? -1 : 1) : q;
}

int8_t resep_band(const Resep *resep, int64_t twice)
{
	if (resep->n_pita == 0)
		return -1;
	uint32_t i = 0;
	while (i + 1 < resep->n_pita && !(twice > resep->ambang[i] || (resep->inklusif[i] && twice == resep->ambang[i])))
		i++;
	return (int8_t)i;
}

int8_t resep_band_cetak(const Resep *resep, int64_t printed)
{
	if (resep->n_pita == 0)
		return -1;
	uint32_t i = 0;
	while (i + 1 < resep->n_pita && printed < resep->ambang_cetak[i])
		i++;
	return (int8_t)i;
}

Int128 resep_bobot(Desimal bobot)
{
	assert(bobot.scale <= RESEP_BOBOT_SKALA);
	return bobot.m * power(RESEP_BOBOT_SKALA - (unsigned)bobot.scale);
}
