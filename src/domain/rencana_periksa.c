#include "base/str.h"
#include "domain/rencana.h"

typedef struct {
	Arena *arena;
	const Rencana *rencana;
	Bahasa bahasa;
	DaftarTemuan *temuan;
} Periksa;

static void report(Periksa *p, const SimpulRencana *s, const char *rule, LevelTemuan level, const char *message, const char *hint)
{
	temuan_add(p->temuan, (Temuan){.rule = rule, .level = level, .posisi = s ? s->posisi : (Posisi){0}, .kode = s && *s->kode ? s->kode : NULL,
	                               .message = message, .hint = hint, .cause = -1});
}

/* ---- codes and tree ---- */

static void code_check(Periksa *p, const SimpulRencana *s)
{
	Kode kode;
	Tingkat tingkat;
	if (!kode_parse(&kode, s->kode, NULL) || !kode_tingkat(&tingkat, kode))
		report(p, s, "rencana-kode", LEVEL_ERROR, str_format(p->arena, teks(p->bahasa, "'%s' has no code"), s->nama),
		       teks(p->bahasa, "every program, kegiatan and sub kegiatan of a plan is known by its code"));
	else if (tingkat != s->tingkat)
		report(p, s, "rencana-kode", LEVEL_ERROR, str_format(p->arena, teks(p->bahasa, "code %s is of another level than its place in the tree"), s->kode), NULL);
}

typedef struct {
	const SimpulRencana *simpul;
	uint32_t index;
} ByCode;

static int by_code(const void *left, const void *right)
{
	const ByCode *a = left, *b = right;
	int cmp = strcmp(a->simpul->kode, b->simpul->kode);
	return cmp ? cmp : a->index < b->index ? -1 : 1;
}

static void doubles_check(Periksa *p)
{
	uint32_t n = p->rencana->n_simpul;
	ByCode *sorted = ARENA_ARRAY(p->arena, ByCode, n);
	for (uint32_t i = 0; i < n; i++)
		sorted[i] = (ByCode){&p->rencana->simpul[i], i};
	qsort(sorted, n, sizeof *sorted, by_code);
	for (uint32_t i = 1; i < n; i++)
		if (*sorted[i].simpul->kode && str_equal(sorted[i].simpul->kode, sorted[i - 1].simpul->kode))
			report(p, sorted[i].simpul, "rencana-ganda", LEVEL_ERROR,
			       str_format(p->arena, teks(p->bahasa, "code %s stands twice: '%s' and '%s'"), sorted[i].simpul->kode, sorted[i - 1].simpul->nama, sorted[i].simpul->nama), NULL);
}

static void parents_check(Periksa *p)
{
	const SimpulRencana *open[TINGKAT_SUB_KEGIATAN + 1] = {NULL};
	for (uint32_t i = 0; i < p->rencana->n_simpul; i++) {
		const SimpulRencana *s = &p->rencana->simpul[i];
		Kode own, above;
		bool fits = s->tingkat == TINGKAT_PROGRAM;
		if (!fits && open[s->tingkat - 1] && kode_parse(&own, s->kode, NULL) && kode_parse(&above, open[s->tingkat - 1]->kode, NULL))
			fits = kode_is_parent(above, own);
		else if (!fits && !*s->kode)
			fits = true; /* told by code_check */
		if (!fits)
			report(p, s, "rencana-induk", LEVEL_ERROR,
			       str_format(p->arena, s->tingkat == TINGKAT_KEGIATAN ? teks(p->bahasa, "%s does not stand under its program") : teks(p->bahasa, "%s does not stand under its kegiatan"), s->kode),
			       NULL);
		open[s->tingkat] = s;
		for (int t = s->tingkat + 1; t <= TINGKAT_SUB_KEGIATAN; t++)
			open[t] = NULL;
	}
}

/* ---- money ---- */

static void parent_money_check(Periksa *p, uint32_t i)
{
	const SimpulRencana *s = &p->rencana->simpul[i];
	uint32_t end = rencana_end(p->rencana, i), n_sub = 0;
	Rupiah sum;
	for (uint32_t j = i + 1; j < end; j++)
		n_sub += p->rencana->simpul[j].tingkat == TINGKAT_SUB_KEGIATAN;
	if (n_sub == 0 && s->pagu.nilai.sen != 0)
		report(p, s, "rencana-pagu-induk", LEVEL_ERROR,
		       str_format(p->arena, teks(p->bahasa, "%s has a pagu of %s but no sub kegiatan to hold it"), s->kode, rupiah_print_id(p->arena, s->pagu.nilai)), NULL);
	else if (n_sub == 0)
		report(p, s, "rencana-tanpa-anak", LEVEL_WARNING, str_format(p->arena, teks(p->bahasa, "%s has no sub kegiatan"), s->kode), NULL);
	else if (s->pagu.isi != ISI_KOSONG && rencana_sum(p->rencana, i, end, &sum) && rupiah_cmp(sum, s->pagu.nilai) != 0)
		report(p, s, "rencana-jumlah", LEVEL_WARNING,
		       str_format(p->arena, teks(p->bahasa, "%s is written with a pagu of %s, its sub kegiatan add up to %s"), s->kode, rupiah_print_id(p->arena, s->pagu.nilai),
		                  rupiah_print_id(p->arena, sum)),
		       teks(p->bahasa, "the sum of the sub kegiatan holds"));
}

static void cash_check(Periksa *p, const SimpulRencana *s)
{
	Rupiah sum;
	if (!s->ada_kas)
		return;
	for (int b = 0; b < KAS_BULAN; b++)
		if (s->kas[b].sen < 0)
			report(p, s, "rencana-kas", LEVEL_ERROR,
			       str_format(p->arena, teks(p->bahasa, "%s: the anggaran kas of %s is below zero"), s->kode, bulan_name((uint8_t)(b + 1), p->bahasa)), NULL);
	if (!rencana_kas_sum(s, &sum) || rupiah_cmp(sum, s->pagu.nilai) != 0)
		report(p, s, "rencana-kas", LEVEL_ERROR,
		       str_format(p->arena, teks(p->bahasa, "%s: the anggaran kas adds up to %s, the pagu is %s"), s->kode, rupiah_print_id(p->arena, sum),
		                  rupiah_print_id(p->arena, s->pagu.nilai)),
		       teks(p->bahasa, "the twelve months must add up to the pagu of the sub kegiatan"));
}

static void leaf_check(Periksa *p, const SimpulRencana *s)
{
	if (s->pagu.isi == ISI_KOSONG)
		report(p, s, "rencana-pagu", LEVEL_WARNING, str_format(p->arena, teks(p->bahasa, "%s has no pagu"), s->kode), NULL);
	if (s->pagu.nilai.sen < 0)
		report(p, s, "rencana-pagu", LEVEL_ERROR, str_format(p->arena, teks(p->bahasa, "%s has a pagu below zero"), s->kode), NULL);
	if (s->n_indikator == 0)
		report(p, s, "rencana-indikator", LEVEL_WARNING, str_format(p->arena, teks(p->bahasa, "%s has no indicator"), s->kode), NULL);
	cash_check(p, s);
}

static void total_check(Periksa *p)
{
	const Rencana *r = p->rencana;
	Rupiah sum;
	if (!rencana_sum(r, 0, r->n_simpul, &sum))
		report(p, NULL, "rencana-jumlah", LEVEL_ERROR, teks(p->bahasa, "the pagu add up to more than can be kept"), NULL);
	else if (r->total_tertulis.isi != ISI_KOSONG && rupiah_cmp(sum, r->total_tertulis.nilai) != 0)
		report(p, NULL, "rencana-jumlah", LEVEL_WARNING,
		       str_format(p->arena, teks(p->bahasa, "the total is written as %s, the sub kegiatan add up to %s"), rupiah_print_id(p->arena, r->total_tertulis.nilai),
		                  rupiah_print_id(p->arena, sum)),
		       teks(p->bahasa, "the sum of the sub kegiatan holds"));
}

void rencana_check(Arena *arena, const Rencana *rencana, Bahasa bahasa, DaftarTemuan *temuan)
{
	Periksa p = {arena, rencana, bahasa, temuan};
	if (rencana_count(rencana, TINGKAT_SUB_KEGIATAN) == 0)
		report(&p, NULL, "rencana-kosong", LEVEL_ERROR, teks(bahasa, "the plan has no sub kegiatan"), NULL);
	for (uint32_t i = 0; i < rencana->n_simpul; i++)
		code_check(&p, &rencana->simpul[i]);
	doubles_check(&p);
	parents_check(&p);
	for (uint32_t i = 0; i < rencana->n_simpul; i++) {
		if (rencana->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN)
			leaf_check(&p, &rencana->simpul[i]);
		else
			parent_money_check(&p, i);
	}
	total_check(&p);
}
