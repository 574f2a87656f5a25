/* Percentages of two facts: keuangan of every node, capaian of every indicator line. */
#include "base/str.h"
#include "engine/check_bantu.h"
#include "engine/check_hitung.h"

static const char *decimal_id(const Hitung *h, IsiDesimal d)
{
	return d.isi == ISI_KOSONG ? "-" : bantu_id(h->p->arena, d.nilai);
}

static const char *money_id(const Hitung *h, IsiRupiah r)
{
	return r.isi == ISI_KOSONG ? "-" : rupiah_print_id(h->p->arena, r.nilai);
}

static const char *write_hint(const Hitung *h, const char *value)
{
	return str_format(h->p->arena, teks(h->p->bahasa, "Write %s, or correct the two figures that it compares."), value);
}

/* ---- keuangan ---- */

static const Pecahan *ratio(Arena *a, IsiRupiah pagu, IsiRupiah realisasi)
{
	if (pagu.isi != ISI_ADA || realisasi.isi == ISI_KOSONG)
		return NULL;
	return pecahan_div(a, pecahan_mul(a, pecahan_rupiah(a, realisasi.nilai), pecahan_int(a, 100)), pecahan_rupiah(a, pagu.nilai));
}

/* What the row's own money gives, as its author took it. */
static const Pecahan *row_ratio(const Hitung *h, uint32_t i)
{
	return ratio(h->p->arena, h->uang[BESAR_PAGU][i].nilai, h->uang[BESAR_REALISASI][i].nilai);
}

static int32_t money_finding(const Hitung *h, uint32_t i)
{
	int32_t pagu = h->uang[BESAR_PAGU][i].temuan;
	return pagu >= 0 ? pagu : h->uang[BESAR_REALISASI][i].temuan;
}

/* The mean of the children's percentages, a usual mistake; NULL when the node has fewer than two. */
static const Pecahan *mean_of_children(Hitung *h, uint32_t i)
{
	const Pecahan *sum = pecahan_int(h->p->arena, 0);
	int64_t n = 0;
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c)) {
		const Pecahan *tepat = hitung_tepat(h, c, BESAR_KEUANGAN);
		if (!tepat)
			continue;
		sum = pecahan_add(h->p->arena, sum, tepat);
		n++;
	}
	return n > 1 ? pecahan_div(h->p->arena, sum, pecahan_int(h->p->arena, n)) : NULL;
}

static const char *diagnose_keuangan(Hitung *h, uint32_t i, Tertulis cell, const Pecahan *tepat)
{
	Pertanyaan tanya = {.tercetak = cell.angka.nilai, .pembulatan = h->p->kebijakan->pembulatan, .tepat = tepat, .persen = true,
	                    .lain = {mean_of_children(h, i)}};
	Kata kata = {.kolom = {"", "keluaran"},
	             .lain = {teks(h->p->bahasa, "the printed figure is the mean of the percentages below it, not the percentage of the sums")}};
	tanya.kolom[1] = hitung_tercetak(h, hitung_cell(h, i, BESAR_KELUARAN));
	if (i > 0 && i < h->n)
		tanya.baris[0] = hitung_tercetak(h, hitung_cell(h, i - 1, BESAR_KEUANGAN));
	if (i + 1 < h->n)
		tanya.baris[1] = hitung_tercetak(h, hitung_cell(h, i + 1, BESAR_KEUANGAN));
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	return hitung_sebab(h, &tanya, &d, &kata);
}

static int32_t report_keuangan(Hitung *h, uint32_t i, Tertulis cell, const Pecahan *tepat, IsiRupiah pagu, IsiRupiah realisasi)
{
	Arena *a = h->p->arena;
	Desimal d = {0};
	pecahan_round(&d, tepat, h->p->kebijakan->desimal, h->p->kebijakan->pembulatan);
	IsiDesimal benar = isi_desimal(d);
	const char *fact = str_format(a, teks(h->p->bahasa, "keuangan of %s is printed as %s, but realisasi %s of pagu %s is %s per cent"),
	                              hitung_sebutan(h, i), bantu_cell_id(a, cell), money_id(h, realisasi), money_id(h, pagu), decimal_id(h, benar));
	return hitung_report(h, i == h->n ? "jumlah-total" : "persen-keuangan", cell, i, bantu_isi_mesin(a, benar), fact,
	                     diagnose_keuangan(h, i, cell, tepat), write_hint(h, decimal_id(h, benar)));
}

/* A row whose money is wrong prints a percentage of it: right for what its author had. */
static bool follows_from_money(Hitung *h, uint32_t i, Tertulis cell)
{
	const Pecahan *row = row_ratio(h, i);
	int32_t cause = money_finding(h, i);
	if (cause < 0 || !hitung_cocok_tepat(h, row, cell))
		return false;
	int32_t t = hitung_report_ikutan(h, i == h->n ? "jumlah-total" : "persen-keuangan", cell, i, "keuangan",
	                                 hitung_benar(h, i, BESAR_KEUANGAN), cause);
	h->keuangan[i] = (Keyakinan){t, row, row};
	return true;
}

static void judge_keuangan(Hitung *h, uint32_t i)
{
	Tertulis cell = hitung_cell(h, i, BESAR_KEUANGAN);
	const Capaian *c = hitung_capaian(h, i);
	const Pecahan *row = row_ratio(h, i);
	bool has_value = c->keuangan.isi != ISI_KOSONG;
	bool judged = hitung_dinilai(h, cell);
	if (row && has_value && money_finding(h, i) >= 0 && (!judged || hitung_cocok_tepat(h, row, cell)))
		h->keuangan[i] = (Keyakinan){money_finding(h, i), row, row};
	if (!judged)
		return;
	if (has_value ? hitung_cocok(h, i, BESAR_KEUANGAN, cell) : !row || c->luapan || hitung_cocok_tepat(h, row, cell))
		return;
	if (has_value && follows_from_money(h, i, cell))
		return;
	int32_t t;
	if (has_value)
		t = report_keuangan(h, i, cell, hitung_tepat(h, i, BESAR_KEUANGAN), c->pagu, c->realisasi);
	else
		t = report_keuangan(h, i, cell, row, h->uang[BESAR_PAGU][i].nilai, h->uang[BESAR_REALISASI][i].nilai);
	h->keuangan[i] = hitung_yakin(h, cell, t);
}

/* ---- capaian of an indicator ---- */

static const char *diagnose_indikator(Hitung *h, uint32_t i, uint32_t j, Tertulis cell)
{
	const Simpul *s = &h->snapshot->simpul[i];
	const TertulisIndikator *line = &h->p->draf->indikator[j];
	bool first = j == s->indikator_awal;
	Pertanyaan tanya = {.tercetak = cell.angka.nilai, .pembulatan = h->p->kebijakan->pembulatan, .persen = true,
	                    .tepat = rollup_exact_indikator(h->p->arena, h->snapshot, h->p->kebijakan, j)};
	Kata kata = {.kolom = {"keuangan", "rata-rata"}};
	tanya.kolom[0] = hitung_tercetak(h, first ? h->p->draf->simpul[i].keuangan : line->keuangan);
	tanya.kolom[1] = hitung_tercetak(h, first ? h->p->draf->simpul[i].rata_rata : line->rata_rata);
	if (!first)
		tanya.baris[0] = hitung_tercetak(h, h->p->draf->indikator[j - 1].keluaran);
	if (j + 1 < s->indikator_awal + s->n_indikator)
		tanya.baris[1] = hitung_tercetak(h, h->p->draf->indikator[j + 1].keluaran);
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	return hitung_sebab(h, &tanya, &d, &kata);
}

/* One of the two was copied from the other. */
static bool repeats_volume(const Hitung *h, uint32_t j, Tertulis cell)
{
	Tertulis volume = h->p->draf->indikator[j].realisasi;
	return bantu_ada(volume) && desimal_cmp(volume.angka.nilai, cell.angka.nilai) == 0;
}

static void report_indikator(Hitung *h, uint32_t i, uint32_t j, Tertulis cell)
{
	Arena *a = h->p->arena;
	const Indikator *ind = &h->snapshot->indikator[j];
	IsiDesimal benar = h->hasil->indikator[j];
	const char *fact = str_format(a, teks(h->p->bahasa, "capaian of %s is printed as %s, but realisasi %s of target %s gives %s"),
	                              hitung_nama_indikator(h, j), bantu_cell_id(a, cell), decimal_id(h, ind->realisasi), decimal_id(h, ind->target),
	                              decimal_id(h, benar));
	bool echoed = repeats_volume(h, j, cell);
	const char *sebab = echoed ? teks(h->p->bahasa, "the realised volume and the percentage are the same number") : diagnose_indikator(h, i, j, cell);
	int32_t t = hitung_report(h, "persen-indikator", cell, i, bantu_isi_mesin(a, benar), fact, sebab, write_hint(h, decimal_id(h, benar)));
	h->indikator[j] = hitung_yakin(h, cell, t);
	if (echoed)
		check_explain_cell(h->p, cell, t); /* said: not again as a percentage in the volume cell */
}

/* Texts, volumes and percentages that share a cell without sure pairing: any indicator of the line may own the figure. */
static bool agrees_with_any_of_line(Hitung *h, uint32_t i, Tertulis cell)
{
	const Simpul *s = &h->snapshot->simpul[i];
	for (uint32_t j = s->indikator_awal; j < s->indikator_awal + s->n_indikator; j++) {
		const TertulisIndikator *line = &h->p->draf->indikator[j];
		if (!line->pasangan_pasti && (h->hasil->indikator[j].isi == ISI_KOSONG || hitung_cocok_indikator(h, j, cell)))
			return true;
	}
	return false;
}

static void judge_indikator(Hitung *h, uint32_t i, uint32_t j)
{
	const TertulisIndikator *line = &h->p->draf->indikator[j];
	if (!hitung_dinilai(h, line->keluaran) || h->hasil->indikator[j].isi == ISI_KOSONG || hitung_cocok_indikator(h, j, line->keluaran))
		return;
	if (!line->pasangan_pasti && agrees_with_any_of_line(h, i, line->keluaran))
		return;
	bool own = hitung_per_baris(h, i);
	if (!own && hitung_cocok(h, i, BESAR_KELUARAN, line->keluaran))
		return; /* a further line of a parent may repeat its keluaran */
	if (!own || !hitung_sumber_lain(h, i, line->keluaran))
		report_indikator(h, i, j, line->keluaran);
}

/* ---- the first line of a sub kegiatan with several indicators ---- */

/* Do the further indicators print their own percentages? Then the first line's is the first indicator's, too. */
static bool further_lines_print(const Hitung *h, const Simpul *s)
{
	for (uint32_t j = s->indikator_awal + 1; j < s->indikator_awal + s->n_indikator; j++) {
		const TertulisIndikator *line = &h->p->draf->indikator[j];
		if (bantu_ada(line->keluaran) || bantu_ada(line->rata_rata) || bantu_ada(line->keuangan))
			return true;
	}
	return false;
}

static void report_mean_on_line(Hitung *h, uint32_t i, uint32_t j, Tertulis cell)
{
	Arena *a = h->p->arena;
	IsiDesimal own = h->hasil->indikator[j];
	const char *fact = str_format(a, teks(h->p->bahasa, "the line of %s prints %s, the mean of the %u indicators of %s; the indicator itself reached %s"),
	                              hitung_nama_indikator(h, j), bantu_cell_id(a, cell), h->snapshot->simpul[i].n_indikator, hitung_sebutan(h, i),
	                              decimal_id(h, own));
	hitung_report(h, "rata-di-baris-indikator", cell, i, bantu_isi_mesin(a, own), fact, NULL,
	              str_format(a, teks(h->p->bahasa, "Write %s on this line: it compares this indicator's own volumes."), decimal_id(h, own)));
}

static void judge_first_line(Hitung *h, uint32_t i)
{
	const Simpul *s = &h->snapshot->simpul[i];
	uint32_t j = s->indikator_awal;
	const TertulisIndikator *line = &h->p->draf->indikator[j];
	Tertulis cell = line->keluaran;
	if (!hitung_dinilai(h, cell) || hitung_cocok_indikator(h, j, cell))
		return;
	bool is_mean = hitung_cocok(h, i, BESAR_KELUARAN, cell);
	if (!further_lines_print(h, s)) {
		if (!is_mean)
			hitung_rata_sub_kegiatan(h, i, cell);
		return;
	}
	if (h->hasil->indikator[j].isi == ISI_KOSONG || (!line->pasangan_pasti && agrees_with_any_of_line(h, i, cell)))
		return;
	if (is_mean)
		report_mean_on_line(h, i, j, cell);
	else if (!hitung_sumber_lain(h, i, cell))
		report_indikator(h, i, j, cell);
}

/* ---- the pass ---- */

/* The first line of a parent prints its keluaran (check_rata.c), its further lines their own; an echo is no fact of its own. */
static void judge_lines(Hitung *h, uint32_t i)
{
	const Simpul *s = &h->snapshot->simpul[i];
	bool own = hitung_per_baris(h, i);
	if (s->n_indikator == 0)
		return;
	if (own && s->n_indikator > 1)
		judge_first_line(h, i);
	else if (own)
		judge_indikator(h, i, s->indikator_awal);
	for (uint32_t j = s->indikator_awal + 1; j < s->indikator_awal + s->n_indikator; j++)
		judge_indikator(h, i, j);
}

void hitung_persen(Hitung *h)
{
	for (uint32_t i = 0; i <= h->n && !hitung_penuh(h); i++)
		judge_keuangan(h, i);
	for (uint32_t i = 0; i < h->n && !hitung_penuh(h); i++)
		judge_lines(h, i);
}
