#include "app/ringkas.h"

enum {
	BULAN_SETAHUN = 12, BULAN_PRAKIRAAN = 9,
	TERTINGGAL = -10, JAUH = -20, MENYIMPANG = -5, /* points of deviation: of attention, grave, and what counts as behind */
};

int ringkas_newest(const RingkasTahun *y)
{
	int entered = 0;
	for (int m = BULAN_SETAHUN; m >= 1; m--) {
		for (uint32_t i = 0; i < y->n_opd; i++) {
			const RingkasBulan *b = &y->opd[i]->bulan[m - 1];
			if (b->lapor.ada)
				return m;
			if (!entered && b->status.keadaan != KEADAAN_KOSONG)
				entered = m;
		}
	}
	return entered;
}

const RingkasOpd *ringkas_find(const RingkasTahun *y, const char *opd)
{
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (str_equal(y->opd[i]->opd.opd, opd))
			return y->opd[i];
	return NULL;
}

int64_t ringkas_late(const RingkasTahun *y, const RingkasBulan *month, int bulan, Tanggal hari)
{
	int64_t due = tanggal_days(y->tenggat[bulan - 1]), day = tanggal_days(month->masuk ? month->tanggal_masuk : hari);
	return day > due ? day - due : 0;
}

bool ringkas_judged(const Kebijakan *kebijakan, int bulan)
{
	return bulan == BULAN_SETAHUN && kebijakan->n_pita > 0;
}

const uint32_t *ringkas_order(Arena *arena, const RingkasTahun *y, int bulan)
{
	const uint32_t *rank = y->daerah[bulan - 1].peringkat;
	uint32_t *order = ARENA_ARRAY(arena, uint32_t, y->n_opd), n = 0;
	for (uint32_t r = 1; r <= y->n_opd; r++)
		for (uint32_t i = 0; i < y->n_opd; i++)
			if (rank[i] == r)
				order[n++] = i;
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (rank[i] == 0)
			order[n++] = i;
	return order;
}

/* ---- attention ---- */

static bool below(IsiDesimal points, int bound)
{
	return points.isi != ISI_KOSONG && desimal_cmp(points.nilai, (Desimal){bound, 0}) <= 0;
}

static IsiRupiah rest_of(const Capaian *c)
{
	Rupiah rest;
	if (c->pagu.isi == ISI_KOSONG || c->realisasi.isi == ISI_KOSONG || !rupiah_sub(&rest, c->pagu.nilai, c->realisasi.nilai))
		return (IsiRupiah){0};
	return isi_rupiah(rest);
}

/* An agency as a whole; false: nothing to say. */
static bool agency_item(Perhatian *p, const RingkasTahun *y, const RingkasOpd *opd, int bulan, Tanggal hari)
{
	const RingkasBulan *asked = &opd->bulan[bulan - 1];
	int at = bulan;
	while (at >= 1 && !opd->bulan[at - 1].lapor.ada)
		at--;
	*p = (Perhatian){.opd = opd, .bulan = asked, .bulan_angka = at, .alasan = asked->narasi};
	p->terlambat = asked->masuk ? 0 : ringkas_late(y, asked, bulan, hari);
	bool returned = asked->status.keadaan == KEADAAN_DIKEMBALIKAN, behind = at && below(opd->bulan[at - 1].deviasi.selisih_poin, TERTINGGAL);
	if (at) {
		p->angka = opd->bulan[at - 1].lapor.angka.keuangan;
		p->sisa = rest_of(&opd->bulan[at - 1].lapor.angka);
	}
	for (int m = at; behind && m >= 1 && below(opd->bulan[m - 1].deviasi.selisih_poin, MENYIMPANG); m--)
		p->sejak = m;
	p->jenis = behind ? PERHATIAN_TERTINGGAL : p->terlambat ? PERHATIAN_TERLAMBAT : PERHATIAN_DIKEMBALIKAN;
	p->berat = p->terlambat || (at && below(opd->bulan[at - 1].deviasi.selisih_poin, JAUH));
	return behind || returned || p->terlambat;
}

static int order_number(IsiDesimal a, IsiDesimal b)
{
	if (a.isi == ISI_KOSONG || b.isi == ISI_KOSONG)
		return (a.isi == ISI_KOSONG) - (b.isi == ISI_KOSONG);
	return desimal_cmp(a.nilai, b.nilai);
}

/* Agencies before single rows, grave before others; then the lowest figure. */
static int by_gravity(const void *a, const void *b)
{
	const Perhatian *x = a, *y = b;
	bool row_x = x->jenis == PERHATIAN_LEMAH, row_y = y->jenis == PERHATIAN_LEMAH;
	if (row_x != row_y)
		return row_x ? 1 : -1;
	if (x->berat != y->berat)
		return x->berat ? -1 : 1;
	int order = order_number(x->angka, y->angka);
	if (order)
		return order;
	order = strcmp(x->opd->opd.opd, y->opd->opd.opd);
	return order || !row_x ? order : strcmp(x->lemah->kode, y->lemah->kode);
}

static Perhatian weak_item(const RingkasOpd *opd, int bulan, const Lemah *w)
{
	return (Perhatian){.jenis = PERHATIAN_LEMAH, .opd = opd, .bulan = &opd->bulan[bulan - 1], .bulan_angka = bulan, .lemah = w,
	                   .angka = w->jenis == LEMAH_KELUARAN ? w->keluaran : w->keuangan, .sisa = w->sisa, .alasan = w->alasan};
}

Perhatian *ringkas_attention(Arena *arena, const RingkasTahun *y, int bulan, Tanggal hari, size_t *n)
{
	Perhatian *list = ARENA_ARRAY(arena, Perhatian, (size_t)y->n_opd * (1 + LEMAH_MAX));
	*n = 0;
	for (uint32_t i = 0; i < y->n_opd; i++) {
		const RingkasBulan *b = &y->opd[i]->bulan[bulan - 1];
		*n += agency_item(&list[*n], y, y->opd[i], bulan, hari);
		for (uint32_t w = 0; w < b->n_lemah; w++)
			list[(*n)++] = weak_item(y->opd[i], bulan, &b->lemah[w]);
	}
	if (*n)
		qsort(list, *n, sizeof *list, by_gravity);
	return list;
}

/* ---- plan, spending, forecast ---- */

static IsiDesimal one_decimal(const Kebijakan *k, const Pecahan *x)
{
	Desimal d;
	return x && pecahan_round(&d, x, 1, k->pembulatan) ? isi_desimal(d) : (IsiDesimal){0};
}

typedef struct {
	const Pecahan *rencana, *realisasi, *selisih; /* per cent of pagu, exact; NULL: no value */
} Titik;

/* A sum and whether it has a value. */
static void money_add(Arena *arena, const Pecahan **sum, IsiRupiah value)
{
	if (value.isi != ISI_KOSONG)
		*sum = *sum ? pecahan_add(arena, *sum, pecahan_rupiah(arena, value.nilai)) : pecahan_rupiah(arena, value.nilai);
}

static const Pecahan *percent_of(Arena *arena, const Pecahan *part, const Pecahan *whole)
{
	return part && whole && pecahan_sign(whole) > 0 ? pecahan_div(arena, pecahan_mul(arena, part, pecahan_int(arena, 100)), whole) : NULL;
}

/* Month m (from 0) by the plans of the month that was asked for; the deviation compares those that have reported and have a plan with it, as deviasi_run does. */
static Titik point_at(Arena *arena, const RingkasTahun *y, int bulan, int m)
{
	const Pecahan *pagu = NULL, *plan = NULL, *lapor_pagu = NULL, *spent = NULL, *own_pagu = NULL, *own_plan = NULL, *own_spent = NULL;
	for (uint32_t i = 0; i < y->n_opd; i++) {
		const RingkasBulan *asked = &y->opd[i]->bulan[bulan - 1], *b = &y->opd[i]->bulan[m];
		bool planned = asked->kas[m].isi != ISI_KOSONG;
		if (planned)
			money_add(arena, &pagu, asked->lapor.angka.pagu);
		money_add(arena, &plan, asked->kas[m]);
		if (m >= bulan || !b->lapor.ada || b->lapor.angka.realisasi.isi == ISI_KOSONG)
			continue;
		money_add(arena, &lapor_pagu, asked->lapor.angka.pagu);
		money_add(arena, &spent, b->lapor.angka.realisasi);
		if (!planned)
			continue;
		money_add(arena, &own_pagu, asked->lapor.angka.pagu);
		money_add(arena, &own_plan, asked->kas[m]);
		money_add(arena, &own_spent, b->lapor.angka.realisasi);
	}
	Titik t = {percent_of(arena, plan, pagu), percent_of(arena, spent, lapor_pagu), NULL};
	const Pecahan *own = percent_of(arena, own_plan, own_pagu), *reached = percent_of(arena, own_spent, own_pagu);
	t.selisih = own && reached ? pecahan_sub(arena, reached, own) : NULL;
	return t;
}

KurvaDaerah ringkas_curve(Arena *arena, const RingkasTahun *y, int bulan)
{
	KurvaDaerah c = {0};
	for (int m = 0; m < BULAN_SETAHUN; m++) {
		Titik t = point_at(arena, y, bulan, m);
		c.rencana[m] = one_decimal(y->kebijakan, t.rencana);
		c.realisasi[m] = one_decimal(y->kebijakan, t.realisasi);
		c.deviasi[m] = one_decimal(y->kebijakan, t.selisih);
		c.ada_rencana |= t.rencana != NULL;
	}
	return c;
}

RamalDaerah ringkas_forecast(Arena *arena, const RingkasTahun *y, int bulan)
{
	int known = bulan == BULAN_SETAHUN ? BULAN_PRAKIRAAN : bulan;
	TahunRamal plan = {0};
	DeretRamal d = {.bulan = known, .batas = pecahan_int(arena, 100)};
	bool planned = true;
	for (int m = 0; m < BULAN_SETAHUN; m++) {
		Titik t = point_at(arena, y, bulan, m);
		plan.nilai[m] = t.rencana;
		planned = planned && t.rencana;
		if (m < known)
			d.kini.nilai[m] = t.realisasi;
	}
	d.rencana = planned ? &plan : NULL;
	HasilRamal r = ramal_run(arena, &d);
	RamalDaerah out = {.ada = r.perkiraan != NULL, .dari = r.dari, .cara = r.cara};
	if (!out.ada)
		return out;
	out.dari_persen = one_decimal(y->kebijakan, d.kini.nilai[r.dari - 1]);
	out.perkiraan = one_decimal(y->kebijakan, r.perkiraan);
	out.rendah = one_decimal(y->kebijakan, r.rendah);
	out.tinggi = one_decimal(y->kebijakan, r.tinggi);
	return out;
}

/* ---- the region's figure as a sum ---- */

IsiDesimal ringkas_figure(const RingkasOpd *opd, int bulan, Besaran besaran)
{
	const AngkaRingkas *a = &opd->bulan[bulan - 1].lapor;
	if (!a->ada)
		return (IsiDesimal){0};
	return besaran == BESARAN_KEUANGAN ? a->angka.keuangan : besaran == BESARAN_KELUARAN ? a->angka.keluaran : a->angka.rata_rata;
}

static IsiDesimal merged_figure(const Gabungan *g, Besaran besaran)
{
	return besaran == BESARAN_KEUANGAN ? g->keuangan : besaran == BESARAN_KELUARAN ? g->keluaran : g->rata_rata;
}

/* The region without one agency (NULL: with all). */
static Gabungan merged_without(Arena *arena, const RingkasTahun *y, int bulan, const RingkasOpd *gone)
{
	SukuGabung *terms = ARENA_ARRAY(arena, SukuGabung, y->n_opd);
	size_t n = 0;
	for (uint32_t i = 0; i < y->n_opd; i++) {
		const AngkaRingkas *a = &y->opd[i]->bulan[bulan - 1].lapor;
		if (!a->ada || y->opd[i] == gone)
			continue;
		Hasil *whole = ARENA_NEW(arena, Hasil); /* of which gabung_run needs the total only */
		whole->total = a->angka;
		terms[n++] = (SukuGabung){whole, true, a->keluaran};
	}
	return gabung_run(arena, y->kebijakan, terms, n);
}

typedef struct { const RingkasOpd *opd; IsiDesimal nilai; } OpdUrut;

static int lowest_first(const void *a, const void *b)
{
	const OpdUrut *x = a, *y = b;
	int order = order_number(x->nilai, y->nilai);
	return order ? order : strcmp(x->opd->opd.opd, y->opd->opd.opd);
}

static const char *unrounded(Arena *arena, const Kebijakan *k, const Pecahan *exact)
{
	enum { LEBIH = 2 };
	Desimal cut;
	if (!exact || !pecahan_round(&cut, exact, k->desimal + LEBIH, BULAT_POTONG))
		return "-";
	if (pecahan_cmp(pecahan_desimal(arena, cut), exact) != 0)
		return str_format(arena, "%s…", desimal_print_id(arena, cut, cut.scale));
	cut = desimal_trim(cut);
	return desimal_print_id(arena, cut, cut.scale > k->desimal ? cut.scale : k->desimal);
}

/* Of the agencies that count: sums of money, and the mean of output, weighted where the policy says so. */
static void exact_fill(Arena *arena, const RingkasTahun *y, int bulan, Besaran besaran, JelasDaerah *out)
{
	const Pecahan *pagu = NULL, *spent = NULL, *sum = NULL, *weights = NULL;
	bool weighted = y->kebijakan->gulung_daerah == GULUNG_PAGU;
	for (uint32_t i = 0; i < y->n_opd; i++) {
		const AngkaRingkas *a = &y->opd[i]->bulan[bulan - 1].lapor;
		if (!a->ada)
			continue;
		money_add(arena, &pagu, a->angka.pagu);
		money_add(arena, &spent, a->angka.realisasi);
		if (!a->keluaran || (weighted && a->angka.pagu.isi == ISI_KOSONG))
			continue;
		const Pecahan *weight = weighted ? pecahan_rupiah(arena, a->angka.pagu.nilai) : pecahan_int(arena, 1), *term = pecahan_mul(arena, a->keluaran, weight);
		sum = sum ? pecahan_add(arena, sum, term) : term;
		weights = weights ? pecahan_add(arena, weights, weight) : weight;
	}
	const Pecahan *money = percent_of(arena, spent, pagu), *output = weights && pecahan_sign(weights) > 0 ? pecahan_div(arena, sum, weights) : NULL;
	const Pecahan *mean = money && output ? pecahan_div(arena, pecahan_add(arena, money, output), pecahan_int(arena, 2)) : NULL;
	out->keuangan_penuh = unrounded(arena, y->kebijakan, money);
	out->keluaran_penuh = unrounded(arena, y->kebijakan, output);
	out->penuh = besaran == BESARAN_KEUANGAN ? out->keuangan_penuh : besaran == BESARAN_KELUARAN ? out->keluaran_penuh : unrounded(arena, y->kebijakan, mean);
}

static void puller_find(Arena *arena, const RingkasTahun *y, int bulan, Besaran besaran, JelasDaerah *out)
{
	for (size_t i = 0; i < out->n && out->n > 1 && out->nilai.isi != ISI_KOSONG; i++) {
		IsiDesimal own = ringkas_figure(out->opd[i], bulan, besaran), rest;
		Desimal gain;
		if (own.isi == ISI_KOSONG || desimal_cmp(own.nilai, out->nilai.nilai) >= 0)
			continue;
		const Gabungan g = merged_without(arena, y, bulan, out->opd[i]);
		rest = merged_figure(&g, besaran);
		if (rest.isi == ISI_KOSONG || !desimal_sub(&gain, rest.nilai, out->nilai.nilai) || gain.m <= 0)
			continue;
		if (out->penarik.opd && desimal_cmp(rest.nilai, out->penarik.tanpa.nilai) <= 0)
			continue;
		out->penarik.opd = out->opd[i];
		out->penarik.nilai = own;
		out->penarik.tanpa = rest;
		out->penarik.turun = isi_desimal(gain);
	}
}

JelasDaerah ringkas_explain(Arena *arena, const RingkasTahun *y, int bulan, Besaran besaran)
{
	const Gabungan g = merged_without(arena, y, bulan, NULL);
	JelasDaerah out = {.nilai = merged_figure(&g, besaran), .pagu = g.pagu, .realisasi = g.realisasi};
	OpdUrut *list = ARENA_ARRAY(arena, OpdUrut, y->n_opd);
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (y->opd[i]->bulan[bulan - 1].lapor.ada)
			list[out.n++] = (OpdUrut){y->opd[i], ringkas_figure(y->opd[i], bulan, besaran)};
	if (out.n)
		qsort(list, out.n, sizeof *list, lowest_first);
	out.opd = ARENA_ARRAY(arena, const RingkasOpd *, out.n);
	for (size_t i = 0; i < out.n; i++)
		out.opd[i] = list[i].opd;
	exact_fill(arena, y, bulan, besaran, &out);
	puller_find(arena, y, bulan, besaran, &out);
	return out;
}
