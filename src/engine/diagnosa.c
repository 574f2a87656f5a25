#include "engine/diagnosa.h"

#include "engine/himpunan.h"

#include <string.h>

typedef struct {
	Arena *arena;
	const Pertanyaan *tanya;
	const Pecahan *nilai, *bobot; /* sums over the operands that have a value: weight x value, weight */
	Desimal benar;                /* tanya->tepat as it should be printed */
	uint32_t *langkah;
} Cari;

bool diagnosa_agrees(const Pecahan *tepat, Desimal tercetak, Pembulatan pembulatan)
{
	Desimal d;
	return pecahan_round(&d, tepat, tercetak.scale, pembulatan) && desimal_cmp(d, tercetak) == 0;
}

static bool explains(const Cari *c, const Pecahan *figure)
{
	return diagnosa_agrees(figure, c->tanya->tercetak, c->tanya->pembulatan);
}

static const Pecahan *weight(const Cari *c, uint32_t i)
{
	const Pecahan *w = c->tanya->operand[i].bobot;
	return w && !c->tanya->jumlah ? w : pecahan_int(c->arena, 1);
}

static const Pecahan *weighted(const Cari *c, uint32_t i, const Pecahan *value)
{
	return pecahan_mul(c->arena, weight(c, i), value);
}

/* A sum as it is, a mean divided by its weights; NULL when there is nothing to divide by. */
static const Pecahan *figure_of(const Cari *c, const Pecahan *nilai, const Pecahan *bobot)
{
	if (c->tanya->jumlah)
		return nilai;
	return pecahan_sign(bobot) ? pecahan_div(c->arena, nilai, bobot) : NULL;
}

/* ---- what follows from the operands as printed ---- */

/* The figure with every operand at one bound of what its author took it for, or (bound NULL) at its printed value. */
static const Pecahan *figure_believed(const Cari *c, bool atas)
{
	const Pecahan *nilai = pecahan_int(c->arena, 0), *bobot = nilai;
	for (uint32_t i = 0; i < c->tanya->n; i++) {
		const Operand *o = &c->tanya->operand[i];
		const Pecahan *value = o->bawah ? (atas ? o->atas : o->bawah) : o->tepat;
		if (!value)
			continue;
		nilai = pecahan_add(c->arena, nilai, weighted(c, i, value));
		bobot = pecahan_add(c->arena, bobot, weight(c, i));
	}
	return figure_of(c, nilai, bobot);
}

/* An operand as printed; one that the document does not print is taken as it would have been. NULL: it has no value. */
static const Pecahan *printed_operand(const Cari *c, uint32_t i)
{
	const Operand *o = &c->tanya->operand[i];
	Desimal d = o->tercetak.nilai;
	if (o->tercetak.isi == ISI_KOSONG && !(o->tepat && pecahan_round(&d, o->tepat, c->tanya->tercetak.scale, c->tanya->pembulatan)))
		return NULL;
	return pecahan_desimal(c->arena, d);
}

static const Pecahan *figure_printed(const Cari *c)
{
	const Pecahan *nilai = pecahan_int(c->arena, 0), *bobot = nilai;
	for (uint32_t i = 0; i < c->tanya->n; i++) {
		const Pecahan *value = printed_operand(c, i);
		if (!value)
			continue;
		nilai = pecahan_add(c->arena, nilai, weighted(c, i, value));
		bobot = pecahan_add(c->arena, bobot, weight(c, i));
	}
	return figure_of(c, nilai, bobot);
}

static bool first_wrong(const Cari *c, uint32_t *a)
{
	for (uint32_t i = 0; i < c->tanya->n; i++)
		if (c->tanya->operand[i].bawah) {
			*a = i;
			return true;
		}
	return false;
}

/* Between the two bounds, both rounded for print. */
static bool within(const Cari *c, const Pecahan *bawah, const Pecahan *atas)
{
	Desimal low, high, printed = c->tanya->tercetak;
	return pecahan_round(&low, bawah, printed.scale, c->tanya->pembulatan) &&
	       pecahan_round(&high, atas, printed.scale, c->tanya->pembulatan) && desimal_cmp(low, printed) <= 0 &&
	       desimal_cmp(printed, high) <= 0;
}

static bool follows(const Cari *c, Diagnosa *d)
{
	if (!first_wrong(c, &d->a))
		return false;
	const Pecahan *low = figure_believed(c, false), *high = figure_believed(c, true), *printed = figure_printed(c);
	if (!(low && high && within(c, low, high)) && !(printed && explains(c, printed)))
		return false;
	d->sebab = SEBAB_ANAK_TERCETAK;
	return true;
}

/* ---- rounding ---- */

static bool rounded_inputs(const Cari *c, Diagnosa *d)
{
	uint32_t wrong;
	if (c->tanya->jumlah || c->tanya->n == 0 || first_wrong(c, &wrong))
		return false;
	const Pecahan *printed = figure_printed(c);
	if (!printed || !explains(c, printed))
		return false;
	d->sebab = SEBAB_DIBULATKAN;
	return true;
}

static bool cut_off(const Cari *c, Diagnosa *d)
{
	if (!diagnosa_agrees(c->tanya->tepat, c->tanya->tercetak, BULAT_POTONG))
		return false;
	d->sebab = SEBAB_DIPOTONG;
	return true;
}

/* ---- blanks and zeros ---- */

static bool blanks_as_zero(const Cari *c, Diagnosa *d)
{
	if (c->tanya->jumlah || c->tanya->tetap)
		return false;
	const Pecahan *bobot = c->bobot;
	uint32_t blanks = 0;
	for (uint32_t i = 0; i < c->tanya->n; i++)
		if (!c->tanya->operand[i].tepat) {
			bobot = pecahan_add(c->arena, bobot, weight(c, i));
			d->a = i;
			blanks++;
		}
	if (!blanks || !pecahan_sign(bobot) || !explains(c, pecahan_div(c->arena, c->nilai, bobot)))
		return false;
	d->sebab = SEBAB_KOSONG_NOL;
	d->serupa = blanks - 1;
	return true;
}

static bool zeros_as_blank(const Cari *c, Diagnosa *d)
{
	if (c->tanya->jumlah || c->tanya->tetap)
		return false;
	const Pecahan *bobot = c->bobot;
	uint32_t zeros = 0;
	for (uint32_t i = 0; i < c->tanya->n; i++) {
		const Pecahan *tepat = c->tanya->operand[i].tepat;
		if (tepat && pecahan_sign(tepat) == 0) {
			bobot = pecahan_sub(c->arena, bobot, weight(c, i));
			zeros++;
		}
	}
	if (!zeros || pecahan_sign(bobot) <= 0 || !explains(c, pecahan_div(c->arena, c->nilai, bobot)))
		return false;
	d->sebab = SEBAB_NOL_KOSONG;
	d->serupa = zeros - 1;
	return true;
}

/* ---- slips of the pen: digits, decimal places ---- */

static uint64_t magnitude(int64_t m)
{
	return m < 0 ? 0 - (uint64_t)m : (uint64_t)m;
}

static bool transposed(const Cari *c, Diagnosa *d)
{
	if ((c->benar.m < 0) != (c->tanya->tercetak.m < 0))
		return false;
	uint64_t right = magnitude(c->benar.m), printed = magnitude(c->tanya->tercetak.m);
	for (uint64_t unit = 1; right / unit >= 10; unit *= 10) {
		uint64_t low = right / unit % 10, high = right / unit / 10 % 10;
		uint64_t swapped = right - (high * 10 + low) * unit + (low * 10 + high) * unit;
		if (low != high && swapped == printed) {
			d->sebab = SEBAB_TERTUKAR;
			return true;
		}
		if (unit > UINT64_MAX / 100)
			break;
	}
	return false;
}

/* The slip is usually made with the printed digits (99,92 -> 9.992,00), sometimes with the exact value. */
static bool is_factor(const Cari *c, int64_t f, bool divided)
{
	const Pecahan *k = pecahan_int(c->arena, f), *digits = pecahan_desimal(c->arena, c->benar);
	if (divided)
		return explains(c, pecahan_div(c->arena, c->tanya->tepat, k)) || explains(c, pecahan_div(c->arena, digits, k));
	return explains(c, pecahan_mul(c->arena, c->tanya->tepat, k)) || explains(c, pecahan_mul(c->arena, digits, k));
}

static bool factor(const Cari *c, Diagnosa *d)
{
	if (c->tanya->tercetak.m == 0)
		return false;
	for (int f = 10; f <= 1000; f *= 10)
		for (int divided = 0; divided < 2; divided++)
			if (is_factor(c, f, divided)) {
				d->sebab = SEBAB_FAKTOR;
				d->faktor = divided ? -f : f;
				return true;
			}
	return false;
}

/* ---- a percentage of the wrong thing ---- */

static bool wrong_ratio(const Cari *c, Diagnosa *d)
{
	if (!c->tanya->persen)
		return false;
	const Pecahan *tepat = c->tanya->tepat;
	if (pecahan_sign(tepat) && explains(c, pecahan_div(c->arena, pecahan_int(c->arena, 10000), tepat)))
		d->sebab = SEBAB_TERBALIK;
	else if (explains(c, pecahan_sub(c->arena, pecahan_int(c->arena, 100), tepat)))
		d->sebab = SEBAB_SISA;
	return d->sebab != SEBAB_TIDAK_DIKETAHUI;
}

static bool other_way(const Cari *c, Diagnosa *d)
{
	for (uint32_t i = 0; i < CARA_MAX; i++)
		if (c->tanya->lain[i] && explains(c, c->tanya->lain[i])) {
			d->sebab = SEBAB_CARA_LAIN;
			d->a = i;
			return true;
		}
	return false;
}

/* ---- the neighbours ---- */

/* 0 and 100 stand everywhere: equality with them says little. */
static bool telling(Desimal d)
{
	return d.m != 0 && desimal_cmp(d, (Desimal){100, 0}) != 0;
}

static bool neighbour(const Cari *c, const IsiDesimal cell[2], bool telling_only, Sebab sebab, Diagnosa *d)
{
	if (telling_only && !telling(c->tanya->tercetak))
		return false;
	for (uint32_t i = 0; i < 2; i++)
		if (cell[i].isi != ISI_KOSONG && desimal_cmp(cell[i].nilai, c->tanya->tercetak) == 0) {
			d->sebab = sebab;
			d->a = i;
			return true;
		}
	return false;
}

/* ---- children left out or doubled ---- */

/* The figure with operand i left out (or, doubled, counted once more); NULL when it has no value or nothing is left. */
static const Pecahan *figure_changed(const Cari *c, uint32_t i, bool doubled)
{
	const Pecahan *tepat = c->tanya->operand[i].tepat;
	if (!tepat)
		return NULL;
	const Pecahan *w = weight(c, i), *value = pecahan_mul(c->arena, w, tepat);
	if (doubled)
		return figure_of(c, pecahan_add(c->arena, c->nilai, value), pecahan_add(c->arena, c->bobot, w));
	return figure_of(c, pecahan_sub(c->arena, c->nilai, value), pecahan_sub(c->arena, c->bobot, w));
}

static bool same_operand(const Cari *c, uint32_t a, uint32_t b)
{
	return pecahan_cmp(c->tanya->operand[a].tepat, c->tanya->operand[b].tepat) == 0 &&
	       pecahan_cmp(weight(c, a), weight(c, b)) == 0;
}

static bool one_child(const Cari *c, bool doubled, Diagnosa *d)
{
	if (c->tanya->tetap || d->ragu)
		return false;
	uint32_t hits = 0;
	for (uint32_t i = 0; i < c->tanya->n; i++) {
		const Pecahan *figure = figure_changed(c, i, doubled);
		if (!figure || !explains(c, figure))
			continue;
		if (hits && !same_operand(c, d->a, i)) {
			d->ragu = true;
			return false;
		}
		if (!hits++)
			d->a = i;
	}
	if (!hits)
		return false;
	d->sebab = doubled ? SEBAB_ANAK_GANDA : SEBAB_ANAK_HILANG;
	d->serupa = hits - 1;
	return true;
}

/* A sum over rows of several levels: each child once more with its parent's row. */
static bool several_levels(const Cari *c, Diagnosa *d)
{
	if (!c->tanya->jumlah)
		return false;
	for (int f = 2; f <= 3; f++)
		if (c->tanya->tercetak.m && explains(c, pecahan_mul(c->arena, c->tanya->tepat, pecahan_int(c->arena, f)))) {
			d->sebab = SEBAB_BERLAPIS;
			d->faktor = f;
			return true;
		}
	return false;
}

/* ---- subsets ---- */

enum { SKALA_NILAI = 9 };

static bool integer_operands(const Cari *c, HimpunanSoal *soal, uint32_t *place)
{
	const Pertanyaan *t = c->tanya;
	for (uint32_t i = 0; i < t->n; i++) {
		Desimal value, w = {0};
		if (!t->operand[i].tepat)
			continue;
		if (soal->n == HIMPUNAN_MAX || !pecahan_round(&value, t->operand[i].tepat, t->jumlah ? 2 : SKALA_NILAI, BULAT_GENAP))
			return false;
		if (!t->jumlah && !pecahan_round(&w, weight(c, i), 2, BULAT_GENAP))
			return false;
		place[soal->n] = i;
		soal->bobot[soal->n] = w.m;
		soal->nilai[soal->n++] = t->jumlah ? value.m : (Int128)w.m * value.m;
	}
	return true;
}

/* Half a unit of the last printed digit on both sides, and one step more for the operands' own rounding. */
static bool integer_bounds(const Cari *c, HimpunanSoal *soal)
{
	Desimal printed;
	uint8_t scale = c->tanya->jumlah ? 2 : SKALA_NILAI;
	if (c->tanya->tercetak.scale > scale || !desimal_rescale(&printed, c->tanya->tercetak, scale, BULAT_POTONG))
		return false;
	int64_t half = 0;
	if (!c->tanya->jumlah) {
		half = 5;
		for (int s = c->tanya->tercetak.scale + 1; s < SKALA_NILAI; s++)
			half *= 10;
		half += 1;
	}
	soal->bawah = (Int128)printed.m - half;
	soal->atas = (Int128)printed.m + half;
	return true;
}

static bool exactly(const Cari *c, uint32_t ambil, const uint32_t *place, uint32_t n)
{
	const Pecahan *nilai = pecahan_int(c->arena, 0), *bobot = nilai;
	for (uint32_t i = 0; i < n; i++)
		if (ambil >> i & 1) {
			nilai = pecahan_add(c->arena, nilai, weighted(c, place[i], c->tanya->operand[place[i]].tepat));
			bobot = pecahan_add(c->arena, bobot, weight(c, place[i]));
		}
	const Pecahan *figure = figure_of(c, nilai, bobot);
	return figure && explains(c, figure);
}

static bool subset(const Cari *c, Diagnosa *d)
{
	HimpunanSoal soal = {0};
	uint32_t place[HIMPUNAN_MAX] = {0}, ambil = 0;
	if (d->ragu || c->tanya->tetap || c->tanya->n < 3 || c->tanya->n > HIMPUNAN_MAX || !integer_operands(c, &soal, place) ||
	    !integer_bounds(c, &soal))
		return false;
	switch (himpunan_find(&soal, &ambil, &d->serupa, c->langkah)) {
	case HIMPUNAN_TIADA:
		return false;
	case HIMPUNAN_RAGU:
		d->ragu = true;
		return false;
	case HIMPUNAN_SATU:
		break;
	}
	if (!exactly(c, ambil, place, soal.n))
		return false;
	d->sebab = SEBAB_HIMPUNAN;
	for (uint32_t i = 0; i < soal.n; i++)
		d->himpunan |= (ambil >> i & 1) << place[i];
	return true;
}

/* ---- the search ---- */

static void sum_operands(Cari *c)
{
	c->nilai = c->bobot = pecahan_int(c->arena, 0);
	for (uint32_t i = 0; i < c->tanya->n; i++)
		if (c->tanya->operand[i].tepat) {
			c->nilai = pecahan_add(c->arena, c->nilai, weighted(c, i, c->tanya->operand[i].tepat));
			c->bobot = pecahan_add(c->arena, c->bobot, weight(c, i));
		}
}

static bool find(Cari *c, Diagnosa *d)
{
	const Pertanyaan *t = c->tanya;
	sum_operands(c);
	if (!pecahan_round(&c->benar, t->tepat, t->tercetak.scale, t->pembulatan))
		return false;
	return follows(c, d) || rounded_inputs(c, d) || cut_off(c, d) || blanks_as_zero(c, d) || transposed(c, d) || factor(c, d) ||
	       wrong_ratio(c, d) || neighbour(c, t->kolom, true, SEBAB_KOLOM_TETANGGA, d) || other_way(c, d) || one_child(c, false, d) ||
	       one_child(c, true, d) || several_levels(c, d) || neighbour(c, t->kolom, false, SEBAB_KOLOM_TETANGGA, d) ||
	       neighbour(c, t->baris, true, SEBAB_BARIS_TETANGGA, d) || zeros_as_blank(c, d) || subset(c, d);
}

/* The many fractions that a search tries are let go with it. */
Diagnosa diagnosa_find(const Pertanyaan *tanya, uint32_t *langkah)
{
	Diagnosa d = {0};
	Cari c = {.arena = arena_new(), .tanya = tanya, .langkah = langkah};
	bool found = find(&c, &d);
	arena_free(c.arena);
	return found ? (Diagnosa){d.sebab, d.a, d.himpunan, d.serupa, d.faktor, false} : (Diagnosa){.ragu = d.ragu};
}
