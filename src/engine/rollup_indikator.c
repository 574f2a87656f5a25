#include "engine/rollup_indikator.h"

#include <assert.h>

static const Nisbah LUAR = {.jenis = NISBAH_LUAR};

/* A range: inside, or which bound is violated. */
static Rumus range(const AturanIndikator *aturan, const Indikator *indikator)
{
	Rumus f = {.jenis = RUMUS_PENUH, .rentang = true};
	if (!kebijakan_rentang(aturan, indikator->target, indikator->target_teks, &f.bawah, &f.atas))
		return (Rumus){.jenis = RUMUS_TANPA_TARGET};
	if (indikator->realisasi.isi == ISI_KOSONG)
		return f;
	Desimal r = indikator->realisasi.nilai;
	if (desimal_cmp(r, f.bawah) < 0) {
		f.jenis = f.bawah.m ? RUMUS_NAIK : RUMUS_TANPA_TARGET;
		f.acuan = f.bawah;
	} else if (desimal_cmp(r, f.atas) > 0) {
		f.jenis = RUMUS_TURUN_A;
		f.acuan = f.atas;
	}
	return f;
}

static Rumus towards_target(Arah arah, const Indikator *indikator)
{
	if (indikator->target.isi == ISI_KOSONG || indikator->target.nilai.m == 0)
		return (Rumus){.jenis = RUMUS_TANPA_TARGET};
	Rumus f = {.jenis = RUMUS_NAIK, .acuan = indikator->target.nilai};
	if (arah == ARAH_TURUN_A)
		f.jenis = RUMUS_TURUN_A;
	if (arah == ARAH_TURUN_B)
		f.jenis = indikator->realisasi.nilai.m ? RUMUS_TURUN_B : RUMUS_PENUH;
	return f;
}

Rumus rollup_rumus(const Kebijakan *kebijakan, const Indikator *indikator)
{
	if (indikator->gema)
		return (Rumus){.jenis = RUMUS_GEMA};
	AturanIndikator aturan = kebijakan_aturan(kebijakan, indikator->nama, indikator->satuan);
	Rumus f = aturan.arah == ARAH_RENTANG ? range(&aturan, indikator) : towards_target(aturan.arah, indikator);
	if (f.jenis == RUMUS_TANPA_TARGET || indikator->realisasi.isi != ISI_KOSONG)
		return f;
	f.jenis = kebijakan->kosong == KOSONG_NOL && !indikator->realisasi_teks ? RUMUS_NOL : RUMUS_TANPA_REALISASI;
	return f;
}

static int64_t power(unsigned n)
{
	int64_t p = 1;
	while (n--)
		p *= 10;
	return p;
}

/* Both as integers of one scale: their ratio needs no more. */
static bool same_scale(Desimal a, Desimal b, int64_t *x, int64_t *y)
{
	assert(a.scale <= 18 && b.scale <= 18);
	*x = a.m;
	*y = b.m;
	if (a.scale < b.scale)
		return !__builtin_mul_overflow(a.m, power((unsigned)b.scale - a.scale), x);
	return !__builtin_mul_overflow(b.m, power((unsigned)a.scale - b.scale), y);
}

static Nisbah ratio(Int128 pembilang, Int128 penyebut)
{
	if (penyebut < 0)
		pembilang = -pembilang, penyebut = -penyebut;
	if (pembilang > INT64_MAX || pembilang < -INT64_MAX || penyebut > INT64_MAX)
		return LUAR;
	return (Nisbah){NISBAH_ADA, (int64_t)pembilang, (int64_t)penyebut};
}

/* Sign of 100 x nisbah - bound. */
static int compare(Nisbah nisbah, Desimal bound)
{
	assert(bound.scale <= DESIMAL_SCALE_MAX);
	Int128 value = (Int128)nisbah.pembilang * (100 * power(bound.scale)), limit = (Int128)nisbah.penyebut * bound.m;
	return (value > limit) - (value < limit);
}

static Nisbah clamp(const Kebijakan *k, Nisbah nisbah)
{
	if (nisbah.jenis != NISBAH_ADA)
		return nisbah;
	if (k->ada_maksimum && compare(nisbah, k->maksimum) > 0)
		return ratio(k->maksimum.m, 100 * power(k->maksimum.scale));
	if (k->ada_minimum && compare(nisbah, k->minimum) < 0)
		return ratio(k->minimum.m, 100 * power(k->minimum.scale));
	return nisbah;
}

static Nisbah by_formula(const Kebijakan *k, JenisRumus jenis, Desimal acuan, Desimal realisasi)
{
	int64_t a, r;
	if (!same_scale(acuan, realisasi, &a, &r))
		return LUAR;
	switch (jenis) {
	case RUMUS_TURUN_A:
		return clamp(k, ratio(2 * (Int128)a - r, a));
	case RUMUS_TURUN_B:
		return clamp(k, ratio(a, r));
	default:
		return clamp(k, ratio(r, a));
	}
}

Nisbah rollup_nisbah(const Kebijakan *kebijakan, const Indikator *indikator)
{
	Rumus f = rollup_rumus(kebijakan, indikator);
	switch (f.jenis) {
	case RUMUS_GEMA:
		return (Nisbah){.jenis = NISBAH_BUKAN};
	case RUMUS_TANPA_TARGET:
	case RUMUS_TANPA_REALISASI:
		return (Nisbah){.jenis = NISBAH_TANPA};
	case RUMUS_NOL:
		return (Nisbah){.jenis = NISBAH_NOL};
	case RUMUS_PENUH:
		return clamp(kebijakan, ratio(1, 1));
	case RUMUS_NAIK:
	case RUMUS_TURUN_A:
	case RUMUS_TURUN_B:
		break;
	}
	return by_formula(kebijakan, f.jenis, f.acuan, indikator->realisasi.nilai);
}

static const Pecahan *unlimited(Arena *arena, JenisRumus jenis, const Pecahan *acuan, const Pecahan *realisasi)
{
	switch (jenis) {
	case RUMUS_NAIK:
		return pecahan_div(arena, realisasi, acuan);
	case RUMUS_TURUN_A:
		return pecahan_sub(arena, pecahan_int(arena, 2), pecahan_div(arena, realisasi, acuan));
	case RUMUS_TURUN_B:
		return pecahan_div(arena, acuan, realisasi);
	case RUMUS_PENUH:
		return pecahan_int(arena, 1);
	default:
		return NULL;
	}
}

const Pecahan *rollup_capaian(Arena *arena, const Kebijakan *kebijakan, const Indikator *indikator)
{
	Rumus f = rollup_rumus(kebijakan, indikator);
	if (f.jenis == RUMUS_NOL)
		return pecahan_int(arena, 0);
	const Pecahan *x = unlimited(arena, f.jenis, pecahan_desimal(arena, f.acuan), pecahan_desimal(arena, indikator->realisasi.nilai));
	if (!x)
		return NULL;
	x = pecahan_mul(arena, x, pecahan_int(arena, 100));
	const Pecahan *maksimum = pecahan_desimal(arena, kebijakan->maksimum), *minimum = pecahan_desimal(arena, kebijakan->minimum);
	if (kebijakan->ada_maksimum && pecahan_cmp(x, maksimum) > 0)
		return maksimum;
	return kebijakan->ada_minimum && pecahan_cmp(x, minimum) < 0 ? minimum : x;
}
