#include "report/xlsx_rumus.h"

#include "base/str.h"

static const char *print(const RumusLembar *r, const char *format, ...) __attribute__((format(printf, 2, 3)));

static const char *print(const RumusLembar *r, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = str_vformat(r->arena, format, args);
	va_end(args);
	return text;
}

static bool weighted(const Kebijakan *k)
{
	return k->gulung != GULUNG_RATA;
}

static uint32_t child_count(const RumusLembar *r, uint32_t simpul)
{
	return rollup_children(r->form->snapshot, simpul, NULL, 0);
}

static bool any_wide(const RumusLembar *r)
{
	bool wide = child_count(r, SIMPUL_TOTAL) > RUMUS_DAFTAR_MAX;
	for (uint32_t i = 0; !wide && i < r->form->snapshot->n_simpul; i++)
		wide = child_count(r, i) > RUMUS_DAFTAR_MAX;
	return wide;
}

RumusLembar rumus_begin(Arena *arena, const TabelForm *form, const TataXlsx *tata)
{
	const Snapshot *s = form->snapshot;
	const Kebijakan *k = form->kebijakan;
	RumusLembar r = {.arena = arena, .form = form, .tata = tata, .dalam = ARENA_ARRAY(arena, uint8_t, s->n_simpul)};
	for (uint32_t i = 0; i < s->n_simpul; i++)
		r.dalam[i] = s->simpul[i].induk == SIMPUL_NONE ? 0 : (uint8_t)(r.dalam[s->simpul[i].induk] + 1);
	bool rounds = k->pembulatan != BULAT_JAUH_NOL;
	r.bantu[XLSX_BANTU_KELUARAN] = true;
	r.bantu[XLSX_BANTU_DALAM] = weighted(k) || any_wide(&r);
	r.bantu[XLSX_BANTU_BOBOT] = k->gulung == GULUNG_BOBOT;
	r.bantu[XLSX_BANTU_BOBOT_INDIKATOR] = k->gulung_indikator == GULUNG_BOBOT;
	r.bantu[XLSX_BANTU_CAPAIAN] = r.bantu[XLSX_BANTU_KEUANGAN] = r.bantu[XLSX_BANTU_RATA_RATA] = rounds;
	return r;
}

const char *rumus_ref(const RumusLembar *r, uint32_t kolom, uint32_t baris)
{
	return print(r, "%c%u", (char)('A' + kolom), baris + 1);
}

static const char *range(const RumusLembar *r, uint32_t kolom, uint32_t first, uint32_t last)
{
	return print(r, "%s:%s", rumus_ref(r, kolom, first), rumus_ref(r, kolom, last));
}

uint32_t rumus_kolom_tepat(const RumusLembar *r, uint32_t kolom)
{
	if (!r->bantu[XLSX_BANTU_CAPAIAN])
		return kolom;
	return kolom == XLSX_KOLOM_KEUANGAN ? XLSX_BANTU_KEUANGAN : kolom == XLSX_KOLOM_KELUARAN ? XLSX_BANTU_CAPAIAN : XLSX_BANTU_RATA_RATA;
}

/* The rows below a node: where its children are sought. */
typedef struct { uint32_t n, first, last, dalam; uint32_t *anak; } Anak;

static Anak children(const RumusLembar *r, uint32_t simpul)
{
	const Snapshot *s = r->form->snapshot;
	Anak a = {.n = child_count(r, simpul)};
	if (a.n == 0)
		return a;
	bool all = simpul == SIMPUL_TOTAL;
	a.anak = ARENA_ARRAY(r->arena, uint32_t, a.n);
	rollup_children(s, simpul, a.anak, a.n);
	uint32_t end = all ? s->n_simpul : s->simpul[simpul].akhir;
	a.first = r->tata->blok[a.anak[0]];
	a.last = (end == s->n_simpul ? r->tata->total : r->tata->blok[end]) - 1;
	a.dalam = all ? 0 : r->dalam[simpul] + 1u;
	return a;
}

/* "D17,D20,D24" */
static const char *list(const RumusLembar *r, const Anak *anak, uint32_t kolom)
{
	StrBuf b = {.arena = r->arena};
	for (uint32_t i = 0; i < anak->n; i++)
		strbuf_addf(&b, "%s%s", i ? "," : "", rumus_ref(r, kolom, r->tata->blok[anak->anak[i]]));
	return strbuf_text(&b);
}

/* Sum over the children without listing them. */
static const char *sum_by_depth(const RumusLembar *r, const Anak *a, uint32_t kolom)
{
	return print(r, "SUMIFS(%s,%s,%u)", range(r, kolom, a->first, a->last), range(r, XLSX_BANTU_DALAM, a->first, a->last), a->dalam);
}

/* 1 for each child whose figure in the column has a value. */
static const char *present_by_depth(const RumusLembar *r, const Anak *a, uint32_t kolom)
{
	return print(r, "(%s=%u)*ISNUMBER(%s)", range(r, XLSX_BANTU_DALAM, a->first, a->last), a->dalam, range(r, kolom, a->first, a->last));
}

const char *rumus_jumlah(const RumusLembar *r, uint32_t simpul, uint32_t kolom)
{
	Anak a = children(r, simpul);
	if (a.n == 0)
		return NULL;
	if (a.n > RUMUS_DAFTAR_MAX)
		return print(r, "=IF(SUMPRODUCT(%s)=0,\"-\",%s)", present_by_depth(r, &a, kolom), sum_by_depth(r, &a, kolom));
	const char *cells = list(r, &a, kolom);
	return print(r, "=IF(COUNT(%s)=0,\"-\",SUM(%s))", cells, cells);
}

/* A figure to be shown. Binary arithmetic may leave a tie such as 162,675 a hair below itself, and a spreadsheet would print 162,67: ten decimals bring it
 * back, far below any digit printed. Where the policy rounds otherwise, rumus_bulat() sees to that. */
static const char *shown(const RumusLembar *r, const char *value)
{
	return r->bantu[XLSX_BANTU_CAPAIAN] ? value : print(r, "ROUND(%s,%d)", value, RUMUS_DESIMAL);
}

const char *rumus_keuangan(const RumusLembar *r, uint32_t baris)
{
	const char *pagu = rumus_ref(r, XLSX_KOLOM_PAGU, baris), *realisasi = rumus_ref(r, XLSX_KOLOM_REALISASI, baris);
	if (r->form->kebijakan->kosong == KOSONG_NOL)
		return print(r, "=IF(N(%s)=0,\"-\",%s)", pagu, shown(r, print(r, "N(%s)/%s*100", realisasi, pagu)));
	return print(r, "=IF(OR(N(%s)=0,NOT(ISNUMBER(%s))),\"-\",%s)", pagu, realisasi, shown(r, print(r, "%s/%s*100", realisasi, pagu)));
}

static const char *number(const RumusLembar *r, Desimal d)
{
	d = desimal_trim(d);
	return desimal_print_plain(r->arena, d, d.scale);
}

/* The policy's floor and cap around a formula; to be shown. */
static const char *clamp(const RumusLembar *r, const char *value)
{
	const Kebijakan *k = r->form->kebijakan;
	if (k->ada_minimum)
		value = print(r, "MAX(%s,%s)", number(r, k->minimum), value);
	if (k->ada_maksimum)
		value = print(r, "MIN(%s,%s)", number(r, k->maksimum), value);
	return shown(r, value);
}

/* What a realised volume that is not there gives: nothing, or zero where the policy says so. */
static const char *reported(const RumusLembar *r, const char *volume, const char *no_target, const char *value)
{
	const char *first = *no_target ? print(r, "%s,", no_target) : "";
	if (r->form->kebijakan->kosong == KOSONG_NOL)
		return print(r, "=IF(OR(%sISTEXT(%s)),\"-\",IF(ISBLANK(%s),0,%s))", first, volume, volume, value);
	return print(r, "=IF(OR(%sNOT(ISNUMBER(%s))),\"-\",%s)", first, volume, value);
}

static const char *towards_target(const RumusLembar *r, Arah arah, const char *target, const char *volume)
{
	const char *value;
	if (arah == ARAH_TURUN_A)
		value = print(r, "(2*%s-%s)/%s*100", target, volume, target);
	else if (arah == ARAH_TURUN_B)
		value = print(r, "IF(%s=0,100,%s/%s*100)", volume, target, volume);
	else
		value = print(r, "%s/%s*100", volume, target);
	return reported(r, volume, print(r, "N(%s)=0", target), clamp(r, value));
}

/* Bounds are the policy's or those in a text such as "5-10": numbers; or the target's cell itself. */
static const char *within_range(const RumusLembar *r, const char *bawah, const char *atas, bool dari_nol, const char *no_target, const char *volume)
{
	const char *above = clamp(r, print(r, "(2*%s-%s)/%s*100", atas, volume, atas)), *inside = clamp(r, "100");
	const char *below = dari_nol ? "\"-\"" : clamp(r, print(r, "%s/%s*100", volume, bawah));
	return reported(r, volume, no_target, print(r, "IF(%s<%s,%s,IF(%s>%s,%s,%s))", volume, bawah, below, volume, atas, above, inside));
}

static const char *range_formula(const RumusLembar *r, const AturanIndikator *aturan, const Indikator *indikator, const char *target, const char *volume)
{
	Desimal bawah, atas;
	const IsiDesimal none = {0};
	if (kebijakan_rentang(aturan, none, indikator->target_teks, &bawah, &atas))
		return within_range(r, number(r, bawah), number(r, atas), bawah.m == 0, "", volume);
	return within_range(r, target, target, false, print(r, "N(%s)<=0", target), volume);
}

const char *rumus_capaian(const RumusLembar *r, const Indikator *indikator, uint32_t baris)
{
	if (indikator->gema)
		return NULL;
	const char *target = rumus_ref(r, XLSX_KOLOM_TARGET, baris), *volume = rumus_ref(r, XLSX_KOLOM_VOLUME, baris);
	AturanIndikator aturan = kebijakan_aturan(r->form->kebijakan, indikator->nama, indikator->satuan);
	if (aturan.arah == ARAH_RENTANG)
		return range_formula(r, &aturan, indikator, target, volume);
	return towards_target(r, aturan.arah, target, volume);
}

/* Weights count only when every operand with a value has one, none is negative and they do not add up to zero; else the plain mean. `present` is an
 * array of 1 and 0. */
static const char *weighted_mean(const RumusLembar *r, const char *present, const char *value, const char *weight)
{
	const char *count = print(r, "SUMPRODUCT(%s)", present);
	const char *missing = print(r, "SUMPRODUCT(%s*(1-ISNUMBER(%s)))+SUMPRODUCT(%s*(%s<0))", present, weight, present, weight);
	const char *sum = print(r, "SUMPRODUCT(%s,%s)", present, weight);
	return print(r, "=IF(%s=0,\"-\",IF(AND(%s=0,%s>0),SUMPRODUCT(%s,%s,%s)/%s,SUMPRODUCT(%s,%s)/%s))", count, missing, sum, present, value, weight,
	             sum, present, value, count);
}

const char *rumus_rata_baris(const RumusLembar *r, const BlokForm *blok)
{
	uint32_t first = r->tata->blok[blok->simpul], last = first + blok->n_baris - 1;
	uint32_t kolom = rumus_kolom_tepat(r, XLSX_KOLOM_KELUARAN);
	if (blok->n_baris == 1)
		return print(r, "=%s", rumus_ref(r, kolom, first));
	const char *values = range(r, kolom, first, last);
	if (r->form->kebijakan->gulung_indikator == GULUNG_BOBOT)
		return weighted_mean(r, print(r, "(1*ISNUMBER(%s))", values), values, range(r, XLSX_BANTU_BOBOT_INDIKATOR, first, last));
	return print(r, "=IF(COUNT(%s)=0,\"-\",AVERAGE(%s))", values, values);
}

const char *rumus_rata_anak(const RumusLembar *r, uint32_t simpul)
{
	Anak a = children(r, simpul);
	if (a.n == 0)
		return NULL;
	const Kebijakan *k = r->form->kebijakan;
	if (weighted(k)) {
		uint32_t weight = k->gulung == GULUNG_PAGU ? XLSX_KOLOM_PAGU : XLSX_BANTU_BOBOT;
		return weighted_mean(r, print(r, "(%s)", present_by_depth(r, &a, XLSX_BANTU_KELUARAN)), range(r, XLSX_BANTU_KELUARAN, a.first, a.last),
		                     range(r, weight, a.first, a.last));
	}
	if (a.n > RUMUS_DAFTAR_MAX) {
		const char *count = print(r, "SUMPRODUCT(%s)", present_by_depth(r, &a, XLSX_BANTU_KELUARAN));
		return print(r, "=IF(%s=0,\"-\",%s/%s)", count, sum_by_depth(r, &a, XLSX_BANTU_KELUARAN), count);
	}
	const char *cells = list(r, &a, XLSX_BANTU_KELUARAN);
	return print(r, "=IF(COUNT(%s)=0,\"-\",AVERAGE(%s))", cells, cells);
}

const char *rumus_rata_rata(const RumusLembar *r, uint32_t baris)
{
	const char *keuangan = rumus_ref(r, rumus_kolom_tepat(r, XLSX_KOLOM_KEUANGAN), baris), *keluaran = rumus_ref(r, XLSX_BANTU_KELUARAN, baris);
	return print(r, "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s,\"-\")", keuangan, keluaran, shown(r, print(r, "(%s+%s)/2", keuangan, keluaran)));
}

const char *rumus_keluaran(const RumusLembar *r, uint32_t baris)
{
	const char *cell = rumus_ref(r, XLSX_BANTU_KELUARAN, baris);
	if (r->bantu[XLSX_BANTU_CAPAIAN])
		return print(r, "=%s", cell);
	return print(r, "=IF(ISNUMBER(%s),%s,\"-\")", cell, shown(r, cell));
}

/* As in shown(): what is a tie, or a whole number of steps, may lie a hair beside itself. */
const char *rumus_bulat(const RumusLembar *r, uint32_t kolom, uint32_t baris)
{
	const char *cell = rumus_ref(r, kolom, baris);
	unsigned digits = r->form->kebijakan->desimal;
	switch (r->form->kebijakan->pembulatan) {
	case BULAT_POTONG:
		return print(r, "=IF(ISNUMBER(%s),TRUNC(ROUND(%s,%d),%u),\"-\")", cell, cell, RUMUS_DESIMAL, digits);
	case BULAT_GENAP:
		return print(r, "=IF(ISNUMBER(%s),ROUND(ROUND(%s,%d),%u)-SIGN(%s)*(ROUND(MOD(ABS(%s)*10^%u,2),7)=0.5)/10^%u,\"-\")", cell, cell, RUMUS_DESIMAL,
		             digits, cell, cell, digits, digits);
	case BULAT_JAUH_NOL:
		break;
	}
	return print(r, "=%s", cell);
}
