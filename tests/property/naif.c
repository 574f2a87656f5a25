#include "naif.h"

#include "base/str.h"

void naif_init(Naif *x)
{
	x->ada = false;
	mpq_init(x->q);
}

void naif_clear(Naif *x)
{
	mpq_clear(x->q);
}

static void set_desimal(mpq_t out, Desimal d)
{
	mpz_set_si(mpq_numref(out), d.m);
	mpz_ui_pow_ui(mpq_denref(out), 10, d.scale);
	mpq_canonicalize(out);
}

/* ---- one indicator ---- */

static const AturanIndikator *rule_of(const Kebijakan *k, const Indikator *i)
{
	for (size_t r = 0; r < k->n_indikator; r++)
		if (strstr(i->nama, k->indikator[r].pola) && (!*k->indikator[r].satuan || strcmp(i->satuan, k->indikator[r].satuan) == 0))
			return &k->indikator[r];
	return NULL;
}

/* Bounds of a range; the text of a target is "LOW-HIGH" in whole numbers here. */
static bool bounds(mpq_t low, mpq_t high, const AturanIndikator *rule, const Indikator *i)
{
	if (rule && rule->ada_rentang) {
		set_desimal(low, rule->rentang_bawah);
		set_desimal(high, rule->rentang_atas);
	} else if (i->target.isi != ISI_KOSONG) {
		set_desimal(low, i->target.nilai);
		set_desimal(high, i->target.nilai);
	} else {
		unsigned a, b;
		if (!i->target_teks || sscanf(i->target_teks, "%u-%u", &a, &b) != 2)
			return false;
		mpq_set_ui(low, a, 1);
		mpq_set_ui(high, b, 1);
	}
	return mpq_sgn(low) >= 0 && mpq_sgn(high) > 0 && mpq_cmp(low, high) <= 0;
}

/* (2t - r) / t */
static void falling(mpq_t out, const mpq_t t, const mpq_t r)
{
	mpq_add(out, t, t);
	mpq_sub(out, out, r);
	mpq_div(out, out, t);
}

/* false: no capaian. Blank realisasi is judged by the caller; r is 0 then. */
static bool formula(mpq_t out, const AturanIndikator *rule, Arah arah, const Indikator *i, bool blank)
{
	mpq_t t, r, high;
	mpq_inits(t, r, high, NULL);
	bool found = true;
	set_desimal(r, i->realisasi.nilai);
	if (arah == ARAH_RENTANG) {
		found = bounds(t, high, rule, i);
		mpq_set_ui(out, 1, 1);
		if (found && !blank && mpq_cmp(r, t) < 0) {
			found = mpq_sgn(t) != 0;
			if (found)
				mpq_div(out, r, t);
		} else if (found && !blank && mpq_cmp(r, high) > 0) {
			falling(out, high, r);
		}
	} else if (i->target.isi == ISI_KOSONG || i->target.nilai.m == 0) {
		found = false;
	} else {
		set_desimal(t, i->target.nilai);
		if (arah == ARAH_NAIK)
			mpq_div(out, r, t);
		else if (arah == ARAH_TURUN_A)
			falling(out, t, r);
		else if (mpq_sgn(r) == 0)
			mpq_set_ui(out, 1, 1);
		else
			mpq_div(out, t, r);
	}
	mpq_clears(t, r, high, NULL);
	return found;
}

static void clamp(mpq_t x, const Kebijakan *k)
{
	mpq_t bound;
	mpq_init(bound);
	set_desimal(bound, k->maksimum);
	if (k->ada_maksimum && mpq_cmp(x, bound) > 0)
		mpq_set(x, bound);
	set_desimal(bound, k->minimum);
	if (k->ada_minimum && mpq_cmp(x, bound) < 0)
		mpq_set(x, bound);
	mpq_clear(bound);
}

void naif_indikator(Naif *out, const Kebijakan *k, const Indikator *i)
{
	const AturanIndikator *rule = rule_of(k, i);
	bool blank = i->realisasi.isi == ISI_KOSONG;
	out->ada = false;
	if (i->gema || !formula(out->q, rule, rule ? rule->arah : k->arah, i, blank))
		return;
	if (blank) {
		out->ada = k->kosong == KOSONG_NOL && !i->realisasi_teks;
		mpq_set_ui(out->q, 0, 1);
		return;
	}
	mpq_t hundred;
	mpq_init(hundred);
	mpq_set_ui(hundred, 100, 1);
	mpq_mul(out->q, out->q, hundred);
	mpq_clear(hundred);
	clamp(out->q, k);
	out->ada = true;
}

/* ---- means ---- */

typedef struct {
	mpq_t plain, weighted, weights;
	unsigned long n;
	bool incomplete;
} Jumlah;

static void jumlah_add(Jumlah *j, const Naif *x, const mpq_t weight)
{
	if (!x->ada)
		return;
	j->n++;
	mpq_add(j->plain, j->plain, x->q);
	if (!weight || mpq_sgn(weight) < 0) {
		j->incomplete = true;
		return;
	}
	mpq_t product;
	mpq_init(product);
	mpq_mul(product, x->q, weight);
	mpq_add(j->weighted, j->weighted, product);
	mpq_add(j->weights, j->weights, weight);
	mpq_clear(product);
}

static void jumlah_mean(Naif *out, Jumlah *j, bool weighted)
{
	out->ada = j->n > 0;
	if (weighted && !j->incomplete && mpq_sgn(j->weights) != 0) {
		mpq_div(out->q, j->weighted, j->weights);
	} else if (out->ada) {
		mpq_t n;
		mpq_init(n);
		mpq_set_ui(n, j->n, 1);
		mpq_div(out->q, j->plain, n);
		mpq_clear(n);
	}
	mpq_clears(j->plain, j->weighted, j->weights, NULL);
}

static void jumlah_init(Jumlah *j)
{
	*j = (Jumlah){.n = 0};
	mpq_inits(j->plain, j->weighted, j->weights, NULL);
}

/* ---- nodes ---- */

static bool has_children(const Snapshot *s, uint32_t simpul)
{
	for (uint32_t i = 0; i < s->n_simpul; i++)
		if (s->simpul[i].induk == (simpul == SIMPUL_TOTAL ? SIMPUL_NONE : simpul))
			return true;
	return false;
}

static bool is_below(const Snapshot *s, uint32_t i, uint32_t simpul)
{
	while (i != simpul && i != SIMPUL_NONE)
		i = s->simpul[i].induk;
	return simpul == SIMPUL_TOTAL || i == simpul;
}

void naif_uang(mpz_t pagu, bool *ada_pagu, mpz_t realisasi, bool *ada_realisasi, const Snapshot *s, uint32_t simpul)
{
	mpz_t sen;
	mpz_init(sen);
	mpz_set_ui(pagu, 0);
	mpz_set_ui(realisasi, 0);
	*ada_pagu = *ada_realisasi = false;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *p = &s->simpul[i];
		if (has_children(s, i) || !is_below(s, i, simpul))
			continue;
		if (p->pagu.isi != ISI_KOSONG) {
			*ada_pagu = true;
			mpz_set_si(sen, p->pagu.nilai.sen);
			mpz_add(pagu, pagu, sen);
		}
		if (p->realisasi.isi != ISI_KOSONG) {
			*ada_realisasi = true;
			mpz_set_si(sen, p->realisasi.nilai.sen);
			mpz_add(realisasi, realisasi, sen);
		}
	}
	mpz_clear(sen);
}

/* Sums as the program keeps them; false when one outgrows 64 bits. */
static bool money(mpz_t pagu, bool *ada_pagu, mpz_t realisasi, bool *ada_realisasi, const Snapshot *s, uint32_t simpul)
{
	naif_uang(pagu, ada_pagu, realisasi, ada_realisasi, s, simpul);
	return mpz_fits_slong_p(pagu) && mpz_fits_slong_p(realisasi);
}

static void keuangan(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	mpz_t pagu, realisasi;
	bool has_pagu, has_realisasi;
	mpz_inits(pagu, realisasi, NULL);
	bool fits = money(pagu, &has_pagu, realisasi, &has_realisasi, s, simpul);
	out->ada = fits && mpz_sgn(pagu) != 0 && (has_realisasi || k->kosong == KOSONG_NOL);
	if (out->ada) {
		mpz_mul_ui(mpq_numref(out->q), realisasi, 100);
		mpz_set(mpq_denref(out->q), pagu);
		mpq_canonicalize(out->q);
	}
	mpz_clears(pagu, realisasi, NULL);
}

static void own(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	Jumlah j;
	Naif x;
	mpq_t weight;
	jumlah_init(&j);
	naif_init(&x);
	mpq_init(weight);
	for (uint32_t i = 0; i < s->simpul[simpul].n_indikator; i++) {
		const Indikator *p = &s->indikator[s->simpul[simpul].indikator_awal + i];
		naif_indikator(&x, k, p);
		set_desimal(weight, p->bobot.nilai);
		jumlah_add(&j, &x, p->bobot.isi == ISI_KOSONG ? NULL : weight);
	}
	jumlah_mean(out, &j, k->gulung_indikator == GULUNG_BOBOT);
	mpq_clear(weight);
	naif_clear(&x);
}

static bool weight_of(mpq_t out, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	if (k->gulung == GULUNG_BOBOT) {
		set_desimal(out, s->simpul[simpul].bobot.nilai);
		return s->simpul[simpul].bobot.isi != ISI_KOSONG;
	}
	mpz_t pagu, realisasi;
	bool has_pagu, has_realisasi;
	mpz_inits(pagu, realisasi, NULL);
	bool fits = money(pagu, &has_pagu, realisasi, &has_realisasi, s, simpul);
	mpq_set_z(out, pagu);
	mpz_clears(pagu, realisasi, NULL);
	return fits && has_pagu;
}

static void children(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	Jumlah j;
	Naif x;
	mpq_t weight;
	jumlah_init(&j);
	naif_init(&x);
	mpq_init(weight);
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (s->simpul[i].induk != (simpul == SIMPUL_TOTAL ? SIMPUL_NONE : simpul))
			continue;
		naif_angka(&x, s, k, i, NAIF_KELUARAN);
		bool has_weight = k->gulung != GULUNG_RATA && weight_of(weight, s, k, i);
		jumlah_add(&j, &x, has_weight ? weight : NULL);
	}
	jumlah_mean(out, &j, k->gulung != GULUNG_RATA);
	mpq_clear(weight);
	naif_clear(&x);
}

static bool from_own(const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	return simpul != SIMPUL_TOTAL && (k->induk == INDUK_SENDIRI || !has_children(s, simpul));
}

static void average(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	Naif a;
	mpq_t two;
	naif_init(&a);
	mpq_init(two);
	mpq_set_ui(two, 2, 1);
	keuangan(&a, s, k, simpul);
	naif_angka(out, s, k, simpul, NAIF_KELUARAN);
	out->ada &= a.ada;
	mpq_add(out->q, out->q, a.q);
	mpq_div(out->q, out->q, two);
	mpq_clear(two);
	naif_clear(&a);
}

void naif_angka(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul, NaifAngka angka)
{
	out->ada = false;
	mpq_set_ui(out->q, 0, 1);
	switch (angka) {
	case NAIF_KEUANGAN:
		keuangan(out, s, k, simpul);
		break;
	case NAIF_KELUARAN:
		if (from_own(s, k, simpul))
			own(out, s, k, simpul);
		else
			children(out, s, k, simpul);
		break;
	case NAIF_RATA_RATA:
		average(out, s, k, simpul);
		break;
	case NAIF_ANAK:
		if (simpul == SIMPUL_TOTAL || has_children(s, simpul))
			children(out, s, k, simpul);
		else if (s->simpul[simpul].tingkat == TINGKAT_SUB_KEGIATAN)
			own(out, s, k, simpul);
		break;
	case NAIF_SENDIRI:
		if (simpul != SIMPUL_TOTAL && s->simpul[simpul].tingkat != TINGKAT_SUB_KEGIATAN)
			own(out, s, k, simpul);
		break;
	}
}

void naif_hitung_operan(uint32_t *terlapor, uint32_t *seluruh, const Snapshot *s, const Kebijakan *k, uint32_t simpul)
{
	*terlapor = *seluruh = 0;
	if (from_own(s, k, simpul)) {
		Naif x;
		naif_init(&x);
		for (uint32_t i = 0; i < s->simpul[simpul].n_indikator; i++) {
			const Indikator *p = &s->indikator[s->simpul[simpul].indikator_awal + i];
			naif_indikator(&x, k, p);
			*seluruh += !p->gema;
			*terlapor += x.ada && p->realisasi.isi != ISI_KOSONG;
		}
		naif_clear(&x);
		return;
	}
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		uint32_t reported, all;
		if (s->simpul[i].induk != (simpul == SIMPUL_TOTAL ? SIMPUL_NONE : simpul))
			continue;
		naif_hitung_operan(&reported, &all, s, k, i);
		++*seluruh;
		*terlapor += reported > 0;
	}
}

/* ---- print ---- */

bool naif_bulat(int64_t *out, const Naif *x, const Kebijakan *k)
{
	if (!x->ada)
		return false;
	/* digits of |x|, and what is left of the next one, against a half */
	mpq_t scaled, half;
	mpz_t whole;
	mpq_inits(scaled, half, NULL);
	mpz_init(whole);
	mpz_ui_pow_ui(mpq_numref(scaled), 10, k->desimal);
	mpq_mul(scaled, scaled, x->q);
	mpq_abs(scaled, scaled);
	mpz_fdiv_q(whole, mpq_numref(scaled), mpq_denref(scaled));
	mpq_set_z(half, whole);
	mpq_sub(scaled, scaled, half);
	mpq_set_ui(half, 1, 2);
	int side = mpq_cmp(scaled, half);
	bool up = k->pembulatan == BULAT_JAUH_NOL ? side >= 0 : k->pembulatan == BULAT_GENAP ? side > 0 || (side == 0 && mpz_odd_p(whole)) : false;
	if (up)
		mpz_add_ui(whole, whole, 1);
	if (mpq_sgn(x->q) < 0)
		mpz_neg(whole, whole);
	bool fits = mpz_fits_slong_p(whole);
	*out = fits ? mpz_get_si(whole) : 0;
	mpz_clear(whole);
	mpq_clears(scaled, half, NULL);
	return fits;
}

int naif_pita(const Naif *x, const Kebijakan *k)
{
	int64_t printed;
	if (k->n_pita == 0 || !naif_bulat(&printed, x, k))
		return -1;
	mpq_t value, bound;
	mpq_inits(value, bound, NULL);
	set_desimal(value, (Desimal){printed, k->desimal});
	if (!k->predikat_dari_cetak)
		mpq_set(value, x->q);
	size_t i = 0;
	for (; i + 1 < k->n_pita; i++) {
		set_desimal(bound, k->pita[i].batas);
		int order = mpq_cmp(value, bound);
		if (order > 0 || (order == 0 && k->pita[i].inklusif))
			break;
	}
	mpq_clears(value, bound, NULL);
	return (int)i;
}
