#include "engine/rollup_indikator.h"

#include "base/str.h"

#include <assert.h>

static const Nisbah LUAR = {.jenis = NISBAH_LUAR};

static Arah direction(const Kebijakan *kebijakan, const Indikator *indikator)
{
	for (size_t i = 0; i < kebijakan->n_indikator; i++)
		if (str_find_fold(indikator->nama, kebijakan->indikator[i].pola))
			return kebijakan->indikator[i].arah;
	return kebijakan->arah;
}

/* What there is to compute, whatever the numbers. */
static JenisNisbah kind(const Kebijakan *kebijakan, const Indikator *indikator)
{
	if (indikator->gema)
		return NISBAH_BUKAN;
	if (indikator->target.isi == ISI_KOSONG || indikator->target.nilai.m == 0)
		return NISBAH_TANPA;
	if (indikator->realisasi.isi != ISI_KOSONG)
		return NISBAH_ADA;
	return kebijakan->kosong == KOSONG_NOL && !indikator->realisasi_teks ? NISBAH_NOL : NISBAH_TANPA;
}

static int64_t power(unsigned n)
{
	int64_t p = 1;
	while (n--)
		p *= 10;
	return p;
}

/* Target and realisasi as integers of one scale: their ratio needs no more. */
static bool same_scale(int64_t *target, int64_t *realisasi, const Indikator *indikator)
{
	Desimal t = indikator->target.nilai, r = indikator->realisasi.nilai;
	assert(t.scale <= 18 && r.scale <= 18);
	if (t.scale < r.scale)
		return *realisasi = r.m, !__builtin_mul_overflow(t.m, power((unsigned)r.scale - t.scale), target);
	return *target = t.m, !__builtin_mul_overflow(r.m, power((unsigned)t.scale - r.scale), realisasi);
}

static Nisbah ratio(Int128 pembilang, Int128 penyebut)
{
	if (penyebut < 0)
		pembilang = -pembilang, penyebut = -penyebut;
	if (pembilang > INT64_MAX || pembilang < -INT64_MAX || penyebut > INT64_MAX)
		return LUAR;
	return (Nisbah){NISBAH_ADA, (int64_t)pembilang, (int64_t)penyebut};
}

static Nisbah by_direction(Arah arah, int64_t target, int64_t realisasi)
{
	Int128 t = target, r = realisasi;
	switch (arah) {
	case ARAH_TURUN_A:
		return ratio(2 * t - r, t);
	case ARAH_TURUN_B:
		return r == 0 ? ratio(1, 1) : ratio(t, r);
	case ARAH_RENTANG:
		return r <= t ? ratio(r, t) : ratio(2 * t - r, t);
	case ARAH_NAIK:
		break;
	}
	return ratio(r, t);
}

/* Sign of 100 x nisbah - bound. */
static int compare(Nisbah nisbah, Desimal bound)
{
	assert(bound.scale <= DESIMAL_SCALE_MAX);
	Int128 value = (Int128)nisbah.pembilang * (100 * power(bound.scale)), limit = (Int128)nisbah.penyebut * bound.m;
	return (value > limit) - (value < limit);
}

static Nisbah clamp(const Kebijakan *kebijakan, Nisbah nisbah)
{
	if (kebijakan->ada_maksimum && compare(nisbah, kebijakan->maksimum) > 0)
		return ratio(kebijakan->maksimum.m, 100 * power(kebijakan->maksimum.scale));
	if (kebijakan->ada_minimum && compare(nisbah, kebijakan->minimum) < 0)
		return ratio(kebijakan->minimum.m, 100 * power(kebijakan->minimum.scale));
	return nisbah;
}

Nisbah rollup_nisbah(const Kebijakan *kebijakan, const Indikator *indikator)
{
	JenisNisbah jenis = kind(kebijakan, indikator);
	if (jenis != NISBAH_ADA)
		return (Nisbah){.jenis = jenis};
	int64_t target, realisasi;
	if (!same_scale(&target, &realisasi, indikator))
		return LUAR;
	Nisbah nisbah = by_direction(direction(kebijakan, indikator), target, realisasi);
	return nisbah.jenis == NISBAH_ADA ? clamp(kebijakan, nisbah) : nisbah;
}

static const Pecahan *falling(Arena *arena, const Pecahan *target, const Pecahan *realisasi)
{
	return pecahan_div(arena, pecahan_sub(arena, pecahan_mul(arena, pecahan_int(arena, 2), target), realisasi), target);
}

static const Pecahan *part(Arena *arena, Arah arah, const Pecahan *target, const Pecahan *realisasi)
{
	switch (arah) {
	case ARAH_TURUN_A:
		return falling(arena, target, realisasi);
	case ARAH_TURUN_B:
		return pecahan_sign(realisasi) ? pecahan_div(arena, target, realisasi) : pecahan_int(arena, 1);
	case ARAH_RENTANG:
		if (pecahan_cmp(realisasi, target) > 0)
			return falling(arena, target, realisasi);
		break;
	case ARAH_NAIK:
		break;
	}
	return pecahan_div(arena, realisasi, target);
}

const Pecahan *rollup_capaian(Arena *arena, const Kebijakan *kebijakan, const Indikator *indikator)
{
	JenisNisbah jenis = kind(kebijakan, indikator);
	if (jenis == NISBAH_NOL)
		return pecahan_int(arena, 0);
	if (jenis != NISBAH_ADA)
		return NULL;
	const Pecahan *x = part(arena, direction(kebijakan, indikator), pecahan_desimal(arena, indikator->target.nilai),
	                        pecahan_desimal(arena, indikator->realisasi.nilai));
	x = pecahan_mul(arena, x, pecahan_int(arena, 100));
	const Pecahan *maksimum = pecahan_desimal(arena, kebijakan->maksimum), *minimum = pecahan_desimal(arena, kebijakan->minimum);
	if (kebijakan->ada_maksimum && pecahan_cmp(x, maksimum) > 0)
		return maksimum;
	return kebijakan->ada_minimum && pecahan_cmp(x, minimum) < 0 ? minimum : x;
}
