#include "engine/ramal.h"

enum {
	LAJU_BULAN = 3,  /* months whose pace gives the range */
	TAHUN_CUKUP = 2, /* earlier years that tell more than the plan */
};

typedef struct {
	Arena *arena;
	const DeretRamal *d;
	const Pecahan *nilai[RAMAL_BULAN + 1]; /* [m]: at the end of month m, gaps filled; [0]: the year's beginning */
	int m;
} Kerja;

static const Pecahan *smaller(const Pecahan *a, const Pecahan *b)
{
	return pecahan_cmp(a, b) <= 0 ? a : b;
}

static const Pecahan *larger(const Pecahan *a, const Pecahan *b)
{
	return pecahan_cmp(a, b) >= 0 ? a : b;
}

/* Not below what is reached, not above the bound. */
static const Pecahan *within(const Kerja *w, const Pecahan *value)
{
	if (w->d->batas)
		value = smaller(value, w->d->batas);
	return larger(value, w->nilai[w->m]);
}

static void gaps_fill(Kerja *w)
{
	w->nilai[0] = pecahan_int(w->arena, 0);
	for (int m = 1; m <= RAMAL_BULAN; m++) {
		const Pecahan *reported = m <= w->d->bulan ? w->d->kini.nilai[m - 1] : NULL;
		w->nilai[m] = reported ? reported : w->nilai[m - 1];
		if (reported)
			w->m = m;
	}
}

/* ---- by plan ---- */

static const Pecahan *planned(const Kerja *w, int m)
{
	return m ? w->d->rencana->nilai[m - 1] : w->nilai[0];
}

/* done / planned within [0,5 ; 1,1]; NULL when nothing was planned. */
static const Pecahan *ratio(const Kerja *w, const Pecahan *done, const Pecahan *plan)
{
	if (pecahan_sign(plan) <= 0)
		return NULL;
	const Pecahan *low = pecahan_desimal(w->arena, (Desimal){5, 1}), *high = pecahan_desimal(w->arena, (Desimal){11, 1});
	return larger(low, smaller(high, pecahan_div(w->arena, done, plan)));
}

static const Pecahan *by_plan(const Kerja *w, const Pecahan *pace)
{
	const Pecahan *rest = pecahan_sub(w->arena, planned(w, RAMAL_BULAN), planned(w, w->m));
	return pecahan_add(w->arena, w->nilai[w->m], pecahan_mul(w->arena, rest, pace));
}

static const Pecahan *plan_pace(const Kerja *w)
{
	const Pecahan *pace = ratio(w, w->nilai[w->m], planned(w, w->m));
	return pace ? pace : pecahan_int(w->arena, 1);
}

/* ---- by earlier years ---- */

static const Pecahan *share_of(const Kerja *w, const TahunRamal *year)
{
	const Pecahan *end = year->nilai[RAMAL_BULAN - 1], *then = NULL;
	for (int m = w->m; m >= 1 && !then; m--)
		then = year->nilai[m - 1];
	if (!end || !then || pecahan_sign(end) <= 0 || pecahan_sign(then) <= 0)
		return NULL;
	return pecahan_div(w->arena, then, end);
}

/* Mean share of the year that was reached at this month; NULL when no year says anything. *n: how many years do. */
static const Pecahan *share_mean(const Kerja *w, int64_t *n)
{
	const Pecahan *sum = w->nilai[0];
	*n = 0;
	for (size_t i = 0; i < w->d->n_lalu; i++) {
		const Pecahan *share = share_of(w, &w->d->lalu[i]);
		if (!share)
			continue;
		sum = pecahan_add(w->arena, sum, share);
		++*n;
	}
	return *n ? pecahan_div(w->arena, sum, pecahan_int(w->arena, *n)) : NULL;
}

static const Pecahan *by_share(const Kerja *w, const Pecahan *share)
{
	return pecahan_div(w->arena, w->nilai[w->m], share);
}

/* ---- range ---- */

static const Pecahan *by_growth(const Kerja *w, const Pecahan *growth)
{
	return pecahan_add(w->arena, w->nilai[w->m], pecahan_mul(w->arena, growth, pecahan_int(w->arena, RAMAL_BULAN - w->m)));
}

static void range_widen(const Kerja *w, HasilRamal *out, const Pecahan *end)
{
	end = within(w, end);
	out->rendah = smaller(out->rendah, end);
	out->tinggi = larger(out->tinggi, end);
}

static void range_fill(const Kerja *w, HasilRamal *out)
{
	out->rendah = out->tinggi = out->perkiraan;
	for (size_t i = 0; out->cara == RAMAL_LALU && i < w->d->n_lalu; i++) {
		const Pecahan *share = share_of(w, &w->d->lalu[i]);
		if (share)
			range_widen(w, out, by_share(w, share));
	}
	for (int m = w->m; m > w->m - LAJU_BULAN && m >= 1; m--) {
		const Pecahan *growth = pecahan_sub(w->arena, w->nilai[m], w->nilai[m - 1]), *end;
		if (out->cara == RAMAL_KAS) {
			const Pecahan *pace = ratio(w, growth, pecahan_sub(w->arena, planned(w, m), planned(w, m - 1)));
			if (!pace)
				continue;
			end = by_plan(w, pace);
		} else {
			end = by_growth(w, growth);
		}
		range_widen(w, out, end);
	}
}

static void still_count(const Kerja *w, HasilRamal *out)
{
	for (int m = w->d->bulan; m >= 1 && pecahan_cmp(w->nilai[m], w->nilai[m - 1]) <= 0; m--)
		out->diam++;
}

HasilRamal ramal_run(Arena *arena, const DeretRamal *deret)
{
	Kerja w = {.arena = arena, .d = deret};
	HasilRamal out = {.cara = RAMAL_TANPA};
	gaps_fill(&w);
	still_count(&w, &out);
	out.dari = w.m;
	if (w.m == 0)
		return out;
	int64_t years;
	const Pecahan *share = share_mean(&w, &years);
	if (share && (years >= TAHUN_CUKUP || !deret->rencana)) {
		out.cara = RAMAL_LALU;
		out.bebas = by_share(&w, share);
	} else if (deret->rencana) {
		out.cara = RAMAL_KAS;
		out.bebas = by_plan(&w, plan_pace(&w));
	} else {
		out.cara = RAMAL_GARIS;
		out.bebas = pecahan_div(arena, pecahan_mul(arena, w.nilai[w.m], pecahan_int(arena, RAMAL_BULAN)), pecahan_int(arena, w.m));
	}
	out.lewat = deret->batas && pecahan_cmp(larger(out.bebas, w.nilai[w.m]), deret->batas) > 0;
	out.perkiraan = within(&w, out.bebas);
	range_fill(&w, &out);
	return out;
}
