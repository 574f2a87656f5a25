#include "engine/explain.h"

#include "base/str.h"
#include "engine/rollup_indikator.h"
#include "engine/rollup_rerata.h"

#include <assert.h>

typedef struct {
	Arena *arena;
	const Hasil *hasil;
	const Snapshot *s;
	const Kebijakan *k;
	const Draf *draf;
	Bahasa bahasa;
} Explain;

enum { OPERAN_TERBANYAK = 12 };

/* ---- texts ---- */

static const char *shown(Explain *e, IsiDesimal value, uint8_t decimals)
{
	return value.isi == ISI_KOSONG ? "-" : desimal_print_id(e->arena, value.nilai, decimals > value.nilai.scale ? decimals : value.nilai.scale);
}

static const char *percent(Explain *e, IsiDesimal value)
{
	return shown(e, value, e->k->desimal);
}

static const char *money(Explain *e, IsiRupiah value)
{
	return value.isi == ISI_KOSONG ? "-" : rupiah_print_id(e->arena, value.nilai);
}

/* A volume with the decimals it is written with, at least two. */
static const char *volume(Explain *e, IsiDesimal value)
{
	return shown(e, value, 2);
}

/* An operand as it enters the sum: with the printed decimals when that is exact, else with more of them and an ellipsis, so that
 * nobody takes the rounded figure for the one that was computed with. */
static const char *operand(Explain *e, const Pecahan *exact)
{
	enum { LEBIH = 2 };
	Desimal cut;
	if (!exact)
		return "-";
	if (!pecahan_round(&cut, exact, e->k->desimal + LEBIH, BULAT_POTONG))
		return pecahan_print(e->arena, exact);
	if (pecahan_cmp(pecahan_desimal(e->arena, cut), exact) != 0)
		return str_format(e->arena, "%s…", desimal_print_id(e->arena, cut, cut.scale));
	cut = desimal_trim(cut);
	return desimal_print_id(e->arena, cut, cut.scale > e->k->desimal ? cut.scale : e->k->desimal);
}

static const char *label_of(Explain *e, uint32_t simpul)
{
	if (simpul == SIMPUL_TOTAL)
		return *e->s->kepala.unit_organisasi ? e->s->kepala.unit_organisasi : teks(e->bahasa, "the whole report");
	const Simpul *node = &e->s->simpul[simpul];
	return *node->nomor ? str_format(e->arena, "%s %s", node->nomor, node->nama) : node->nama;
}

static const char *word(Explain *e, JenisAngka jenis)
{
	return jenis == ANGKA_KEUANGAN   ? teks(e->bahasa, "keuangan (money)")
	       : jenis == ANGKA_KELUARAN ? teks(e->bahasa, "keluaran (output)")
	                                 : teks(e->bahasa, "rata-rata (average)");
}

/* ---- nodes of the tree ---- */

static Penjelasan *node_new(Explain *e, uint32_t simpul, const char *besaran, const char *nilai, const char *satuan, uint32_t cap)
{
	Penjelasan *p = ARENA_NEW(e->arena, Penjelasan);
	bool known = simpul != SIMPUL_NONE && simpul != SIMPUL_TOTAL;
	*p = (Penjelasan){.label = simpul == SIMPUL_NONE ? "" : label_of(e, simpul), .kode = known ? kode_print(e->arena, e->s->simpul[simpul].kode) : "",
	                  .besaran = besaran, .nilai = nilai, .satuan = satuan, .aturan = "", .disertakan = true, .cocok = true};
	p->anak = ARENA_ARRAY(e->arena, Penjelasan *, cap);
	return p;
}

static const Pecahan *exact_of(Explain *e, uint32_t simpul, JenisAngka jenis)
{
	return rollup_exact(e->arena, e->s, e->k, simpul, jenis);
}

/* Whether a cell holds this value, at the decimals it is printed with. */
static bool prints(Explain *e, const Tertulis *cell, const Pecahan *exact)
{
	Desimal rounded;
	return cell->angka.status == ANGKA_NILAI && exact && pecahan_round(&rounded, exact, cell->angka.nilai.scale, e->k->pembulatan) &&
	       desimal_cmp(rounded, cell->angka.nilai) == 0;
}

/* The figure that the document prints, beside the computed one; compared at the decimals it is printed with. */
static void printed_beside(Explain *e, Penjelasan *p, const Tertulis *cell, const Pecahan *exact)
{
	if (!e->draf || !cell || cell->baris == 0)
		return;
	p->posisi = draf_posisi(e->draf, *cell);
	if (cell->angka.status != ANGKA_NILAI) {
		p->tercetak = *cell->teks ? cell->teks : NULL;
		p->cocok = !p->tercetak || (cell->angka.status == ANGKA_STRIP && !exact);
		return;
	}
	p->tercetak = desimal_print_id(e->arena, cell->angka.nilai, cell->angka.nilai.scale);
	p->cocok = prints(e, cell, exact);
}

/* A sub kegiatan with several indicators has one outcome cell on its first line, and so has its first indicator. */
static bool shares_line(Explain *e, uint32_t simpul)
{
	return e->s->simpul[simpul].tingkat == TINGKAT_SUB_KEGIATAN && e->s->simpul[simpul].n_indikator > 1;
}

/* The shared cell is the first indicator's, unless only the mean explains what stands there. */
static bool mean_on_first_line(Explain *e, uint32_t simpul)
{
	const Tertulis *cell = &e->draf->simpul[simpul].keluaran;
	uint32_t first = e->s->simpul[simpul].indikator_awal;
	return !prints(e, cell, rollup_exact_indikator(e->arena, e->s, e->k, first)) && prints(e, cell, exact_of(e, simpul, ANGKA_KELUARAN));
}

static const Tertulis *printed_cell(Explain *e, uint32_t simpul, JenisAngka jenis)
{
	if (!e->draf)
		return NULL;
	if (simpul == SIMPUL_TOTAL) {
		if (!e->draf->ada_total)
			return NULL;
		return jenis == ANGKA_KEUANGAN ? &e->draf->total.keuangan : jenis == ANGKA_KELUARAN ? &e->draf->total.keluaran : &e->draf->total.rata_rata;
	}
	const TertulisSimpul *row = &e->draf->simpul[simpul];
	if (jenis == ANGKA_KELUARAN && shares_line(e, simpul) && !mean_on_first_line(e, simpul))
		return NULL;
	return jenis == ANGKA_KEUANGAN ? &row->keuangan : jenis == ANGKA_KELUARAN ? &row->keluaran : &row->rata_rata;
}

static const Capaian *figures(Explain *e, uint32_t simpul)
{
	return simpul == SIMPUL_TOTAL ? &e->hasil->total : &e->hasil->simpul[simpul];
}

static uint32_t *children_of(Explain *e, uint32_t simpul, uint32_t *n)
{
	*n = rollup_children(e->s, simpul, NULL, 0);
	uint32_t *children = ARENA_ARRAY(e->arena, uint32_t, *n);
	rollup_children(e->s, simpul, children, *n);
	return children;
}

/* ---- money ---- */

static Penjelasan *money_tree(Explain *e, uint32_t simpul, bool pagu)
{
	const Capaian *c = figures(e, simpul);
	uint32_t n, *children = children_of(e, simpul, &n);
	Penjelasan *p = node_new(e, simpul, pagu ? teks(e->bahasa, "pagu (budget)") : teks(e->bahasa, "realisasi (spent)"), money(e, pagu ? c->pagu : c->realisasi), "Rp", n);
	for (uint32_t i = 0; i < n; i++)
		p->anak[p->n_anak++] = money_tree(e, children[i], pagu);
	IsiRupiah value = pagu ? c->pagu : c->realisasi;
	if (c->luapan)
		p->aturan = teks(e->bahasa, "the sum is too large to be kept");
	else if (n)
		p->aturan = str_format(e->arena, teks(e->bahasa, "sum of %u below"), n);
	else if (value.isi == ISI_KOSONG)
		p->aturan = teks(e->bahasa, "not reported");
	const Tertulis *cell = NULL;
	if (e->draf && simpul == SIMPUL_TOTAL && e->draf->ada_total)
		cell = pagu ? &e->draf->total.pagu : &e->draf->total.realisasi;
	else if (e->draf && simpul != SIMPUL_TOTAL)
		cell = pagu ? &e->draf->simpul[simpul].pagu : &e->draf->simpul[simpul].realisasi;
	printed_beside(e, p, cell, value.isi == ISI_KOSONG ? NULL : pecahan_rupiah(e->arena, value.nilai));
	return p;
}

static Penjelasan *keuangan_tree(Explain *e, uint32_t simpul)
{
	const Capaian *c = figures(e, simpul);
	Penjelasan *p = node_new(e, simpul, word(e, ANGKA_KEUANGAN), percent(e, c->keuangan), "%", 2);
	if (c->keuangan.isi != ISI_KOSONG)
		p->aturan = str_format(e->arena, "%s / %s x 100", money(e, c->realisasi), money(e, c->pagu));
	else if (c->pagu.isi == ISI_NIHIL)
		p->aturan = teks(e->bahasa, "no value: the budget is 0");
	else
		p->aturan = teks(e->bahasa, "no value: budget or spending is not reported");
	p->anak[p->n_anak++] = money_tree(e, simpul, false);
	p->anak[p->n_anak++] = money_tree(e, simpul, true);
	printed_beside(e, p, printed_cell(e, simpul, ANGKA_KEUANGAN), exact_of(e, simpul, ANGKA_KEUANGAN));
	return p;
}

/* ---- indicators ---- */

static const char *indicator_rule(Explain *e, const Indikator *i)
{
	Rumus r = rollup_rumus(e->k, i);
	const char *realised = volume(e, i->realisasi), *basis = volume(e, isi_desimal(r.acuan));
	switch (r.jenis) {
	case RUMUS_TANPA_TARGET:
		return i->target_teks ? str_format(e->arena, teks(e->bahasa, "no value: the target is a text (%s)"), i->target_teks)
		       : i->target.isi == ISI_NIHIL ? teks(e->bahasa, "no value: the target is 0")
		                                    : teks(e->bahasa, "no value: no target is given");
	case RUMUS_TANPA_REALISASI:
		return i->realisasi_teks ? str_format(e->arena, teks(e->bahasa, "no value: the realised volume is a text (%s)"), i->realisasi_teks)
		                         : teks(e->bahasa, "no value: not reported");
	case RUMUS_GEMA:
		return teks(e->bahasa, "no figure of its own: the volume cell repeats the outcome percentage");
	case RUMUS_NOL:
		return teks(e->bahasa, "not reported; the policy counts it as 0");
	case RUMUS_NAIK:
		return str_format(e->arena, "%s / %s x 100", realised, basis);
	case RUMUS_TURUN_A:
		return str_format(e->arena, teks(e->bahasa, "(2 x %s - %s) / %s x 100 (less is better)"), basis, realised, basis);
	case RUMUS_TURUN_B:
		return str_format(e->arena, teks(e->bahasa, "%s / %s x 100 (less is better)"), basis, realised);
	case RUMUS_PENUH:
		return r.rentang ? str_format(e->arena, teks(e->bahasa, "%s lies within the range: 100"), realised) : teks(e->bahasa, "nothing happened of what should not: 100");
	}
	return "";
}

static bool capped(Explain *e, const Pecahan *value)
{
	if (!value)
		return false;
	return (e->k->ada_maksimum && pecahan_cmp(value, pecahan_desimal(e->arena, e->k->maksimum)) == 0) ||
	       (e->k->ada_minimum && pecahan_cmp(value, pecahan_desimal(e->arena, e->k->minimum)) == 0);
}

static Penjelasan *indicator_node(Explain *e, uint32_t simpul, uint32_t nomor)
{
	const Indikator *i = &e->s->indikator[nomor];
	const Pecahan *exact = rollup_exact_indikator(e->arena, e->s, e->k, nomor);
	Penjelasan *p = node_new(e, SIMPUL_NONE, teks(e->bahasa, "capaian (achievement)"), percent(e, e->hasil->indikator[nomor]), "%", 0);
	p->label = *i->nama ? i->nama : teks(e->bahasa, "(indicator without a text)");
	p->aturan = indicator_rule(e, i);
	if (*i->satuan)
		p->aturan = str_format(e->arena, "%s (%s)", p->aturan, i->satuan);
	if (capped(e, exact))
		p->aturan = str_format(e->arena, teks(e->bahasa, "%s, within the policy's bounds"), p->aturan);
	p->disertakan = exact != NULL;
	bool cell_of_mean = e->draf && nomor == e->s->simpul[simpul].indikator_awal && shares_line(e, simpul) && mean_on_first_line(e, simpul);
	if (e->draf && !cell_of_mean)
		printed_beside(e, p, &e->draf->indikator[nomor].keluaran, exact);
	return p;
}

/* ---- means ---- */

/* What enters a mean: the figure, its weight, and how it is shown. */
typedef struct {
	Suku *suku;
	uint32_t n;
} Operands;

static const char *mean_rule(Explain *e, Operands o, const char *plain, const char *weighted, bool by_weight)
{
	bool really = by_weight && rollup_weighted(o.suku, o.n);
	StrBuf b = {.arena = e->arena};
	uint32_t counted = 0;
	for (uint32_t i = 0; i < o.n; i++) {
		if (!o.suku[i].nilai)
			continue;
		if (++counted > OPERAN_TERBANYAK)
			continue;
		strbuf_addf(&b, "%s%s", b.len ? "; " : "", operand(e, o.suku[i].nilai));
		if (really)
			strbuf_addf(&b, teks(e->bahasa, " (weight %s)"), operand(e, o.suku[i].bobot));
	}
	if (counted == 0)
		return teks(e->bahasa, "no value: nothing below has one");
	if (counted > OPERAN_TERBANYAK)
		strbuf_addf(&b, teks(e->bahasa, " and %u more"), counted - OPERAN_TERBANYAK);
	const char *rule = str_format(e->arena, "%s %s", really ? weighted : plain, strbuf_text(&b));
	if (counted < o.n)
		rule = str_format(e->arena, teks(e->bahasa, "%s (%u of %u reported)"), rule, counted, o.n);
	return rule;
}

static const Pecahan *weight_of(Explain *e, Gulung gulung, uint32_t simpul)
{
	if (gulung == GULUNG_PAGU) {
		IsiRupiah pagu = figures(e, simpul)->pagu;
		return pagu.isi == ISI_KOSONG ? NULL : pecahan_rupiah(e->arena, pagu.nilai);
	}
	IsiDesimal bobot = e->s->simpul[simpul].bobot;
	return bobot.isi == ISI_KOSONG ? NULL : pecahan_desimal(e->arena, bobot.nilai);
}

static Penjelasan *keluaran_tree(Explain *e, uint32_t simpul);

/* From the node's own indicators; those that are no operand at all (an echoed percentage) are shown but not counted. */
static void from_indicators(Explain *e, Penjelasan *p, uint32_t simpul)
{
	const Simpul *node = &e->s->simpul[simpul];
	Operands o = {ARENA_ARRAY(e->arena, Suku, node->n_indikator), 0};
	p->anak = ARENA_ARRAY(e->arena, Penjelasan *, node->n_indikator);
	for (uint32_t j = 0; j < node->n_indikator; j++) {
		uint32_t nomor = node->indikator_awal + j;
		const Indikator *i = &e->s->indikator[nomor];
		p->anak[p->n_anak++] = indicator_node(e, simpul, nomor);
		if (rollup_rumus(e->k, i).jenis != RUMUS_GEMA)
			o.suku[o.n++] = (Suku){rollup_exact_indikator(e->arena, e->s, e->k, nomor), i->bobot.isi == ISI_KOSONG ? NULL : pecahan_desimal(e->arena, i->bobot.nilai)};
	}
	if (node->n_indikator == 0)
		p->aturan = teks(e->bahasa, "no value: there is no indicator");
	else
		p->aturan = mean_rule(e, o, teks(e->bahasa, "mean of"), teks(e->bahasa, "weighted mean of"), e->k->gulung_indikator == GULUNG_BOBOT);
}

static void from_children(Explain *e, Penjelasan *p, uint32_t simpul, const uint32_t *children, uint32_t n)
{
	Operands o = {ARENA_ARRAY(e->arena, Suku, n), n};
	for (uint32_t i = 0; i < n; i++) {
		p->anak[p->n_anak] = keluaran_tree(e, children[i]);
		o.suku[i] = (Suku){exact_of(e, children[i], ANGKA_KELUARAN), weight_of(e, e->k->gulung, children[i])};
		p->anak[p->n_anak++]->disertakan = o.suku[i].nilai != NULL;
	}
	p->aturan = mean_rule(e, o, teks(e->bahasa, "mean of"),
	                      e->k->gulung == GULUNG_PAGU ? teks(e->bahasa, "mean, weighted by pagu, of") : teks(e->bahasa, "weighted mean of"), e->k->gulung != GULUNG_RATA);
	IsiDesimal own = figures(e, simpul)->keluaran_sendiri;
	if (own.isi != ISI_KOSONG && desimal_cmp(own.nilai, figures(e, simpul)->keluaran_anak.nilai) != 0)
		p->aturan = str_format(e->arena, teks(e->bahasa, "%s; its own indicators would give %s"), p->aturan, percent(e, own));
}

static Penjelasan *keluaran_tree(Explain *e, uint32_t simpul)
{
	const Capaian *c = figures(e, simpul);
	uint32_t n, *children = children_of(e, simpul, &n);
	Penjelasan *p = node_new(e, simpul, word(e, ANGKA_KELUARAN), percent(e, c->keluaran), "%", n);
	bool own = simpul != SIMPUL_TOTAL && (n == 0 || e->k->induk == INDUK_SENDIRI);
	if (own)
		from_indicators(e, p, simpul);
	else
		from_children(e, p, simpul, children, n);
	if (own && n && c->keluaran_anak.isi != ISI_KOSONG)
		p->aturan = str_format(e->arena, teks(e->bahasa, "%s; its children would give %s"), p->aturan, percent(e, c->keluaran_anak));
	printed_beside(e, p, printed_cell(e, simpul, ANGKA_KELUARAN), exact_of(e, simpul, ANGKA_KELUARAN));
	return p;
}

static Penjelasan *rata_tree(Explain *e, uint32_t simpul)
{
	const Capaian *c = figures(e, simpul);
	Penjelasan *p = node_new(e, simpul, word(e, ANGKA_RATA_RATA), percent(e, c->rata_rata), "%", 2);
	const Pecahan *uang = exact_of(e, simpul, ANGKA_KEUANGAN), *keluaran = exact_of(e, simpul, ANGKA_KELUARAN);
	p->aturan = uang && keluaran ? str_format(e->arena, "(%s + %s) / 2", operand(e, uang), operand(e, keluaran))
	                             : teks(e->bahasa, "no value: keuangan or keluaran has none");
	p->anak[p->n_anak++] = keuangan_tree(e, simpul);
	p->anak[p->n_anak++] = keluaran_tree(e, simpul);
	printed_beside(e, p, printed_cell(e, simpul, ANGKA_RATA_RATA), exact_of(e, simpul, ANGKA_RATA_RATA));
	return p;
}

Penjelasan *explain_run(Arena *arena, const Hasil *hasil, const Draf *draf, uint32_t simpul, JenisAngka jenis, Bahasa bahasa)
{
	assert(simpul == SIMPUL_TOTAL || simpul < hasil->snapshot->n_simpul);
	Explain e = {arena, hasil, hasil->snapshot, hasil->kebijakan, draf, bahasa};
	return jenis == ANGKA_KEUANGAN ? keuangan_tree(&e, simpul) : jenis == ANGKA_KELUARAN ? keluaran_tree(&e, simpul) : rata_tree(&e, simpul);
}
