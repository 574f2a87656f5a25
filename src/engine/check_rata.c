/* Means: keluaran of sub kegiatan, kegiatan, program and total, their echo in the volume column, and the rata-rata column. */
#include "base/str.h"
#include "engine/check_bantu.h"
#include "engine/check_hitung.h"
#include "engine/rollup_rerata.h"

/* The operands of one mean. */
typedef struct {
	uint32_t n;
	Operand *operand;
	uint32_t *nomor;   /* node or indicator indices */
	bool indikator;
	const char *anak;
} Sukuan;

static const char *const RULE[] = {
	[TINGKAT_PROGRAM] = "rata-program", [TINGKAT_KEGIATAN] = "rata-kegiatan", [TINGKAT_SUB_KEGIATAN] = "rata-sub-kegiatan"};

static const char *rule_of(const Hitung *h, uint32_t i)
{
	return i == h->n ? "rata-total" : RULE[h->snapshot->simpul[i].tingkat];
}

/* ---- operands ---- */

static Sukuan operands_new(const Hitung *h, uint32_t n, bool indikator)
{
	return (Sukuan){.operand = ARENA_ARRAY(h->p->arena, Operand, n), .nomor = ARENA_ARRAY(h->p->arena, uint32_t, n), .indikator = indikator,
	                .anak = "indikator"};
}

/* Weights count only when they are complete (rollup_rerata.h). */
static void drop_incomplete_weights(const Hitung *h, Sukuan *s)
{
	Suku *suku = ARENA_ARRAY(h->p->arena, Suku, s->n);
	for (uint32_t k = 0; k < s->n; k++)
		suku[k] = (Suku){s->operand[k].tepat, s->operand[k].bobot};
	if (rollup_weighted(suku, s->n))
		return;
	for (uint32_t k = 0; k < s->n; k++)
		s->operand[k].bobot = NULL;
}

static void believe(Operand *o, const Keyakinan *k)
{
	o->bawah = k->bawah;
	o->atas = k->atas;
}

static const Pecahan *bobot_of(const Hitung *h, IsiDesimal bobot)
{
	return bobot.isi == ISI_KOSONG ? NULL : pecahan_desimal(h->p->arena, bobot.nilai);
}

static Sukuan indicators_of(Hitung *h, uint32_t i)
{
	const Simpul *node = &h->snapshot->simpul[i];
	Sukuan s = operands_new(h, node->n_indikator, true);
	for (uint32_t j = node->indikator_awal; j < node->indikator_awal + node->n_indikator; j++) {
		const Indikator *ind = &h->snapshot->indikator[j];
		if (ind->gema)
			continue;
		Operand *o = &s.operand[s.n];
		s.nomor[s.n++] = j;
		o->tepat = rollup_exact_indikator(h->p->arena, h->snapshot, h->p->kebijakan, j);
		o->tercetak = hitung_tercetak(h, h->p->draf->indikator[j].keluaran);
		if (h->p->kebijakan->gulung_indikator == GULUNG_BOBOT)
			o->bobot = bobot_of(h, ind->bobot);
		believe(o, &h->indikator[j]);
	}
	drop_incomplete_weights(h, &s);
	return s;
}

static const Pecahan *node_weight(const Hitung *h, uint32_t i)
{
	IsiRupiah pagu = hitung_capaian(h, i)->pagu;
	switch (h->p->kebijakan->gulung) {
	case GULUNG_BOBOT:
		return bobot_of(h, h->snapshot->simpul[i].bobot);
	case GULUNG_PAGU:
		return pagu.isi == ISI_KOSONG ? NULL : pecahan_rupiah(h->p->arena, pagu.nilai);
	case GULUNG_RATA:
		break;
	}
	return NULL;
}

/* The node's printed keluaran; with several lines of its own the cell is the first indicator's, not the node's. */
static IsiDesimal printed_mean(const Hitung *h, uint32_t i)
{
	bool many = hitung_per_baris(h, i) && h->snapshot->simpul[i].n_indikator > 1;
	return many ? (IsiDesimal){0} : hitung_tercetak(h, hitung_cell(h, i, BESAR_KELUARAN));
}

static Sukuan children_of(Hitung *h, uint32_t i)
{
	Sukuan s = operands_new(h, hitung_n_anak(h, i), false);
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c)) {
		Operand *o = &s.operand[s.n];
		s.nomor[s.n++] = c;
		o->tepat = hitung_tepat(h, c, BESAR_KELUARAN);
		o->tercetak = printed_mean(h, c);
		o->bobot = node_weight(h, c);
		believe(o, &h->keluaran[c]);
	}
	s.anak = s.n ? bantu_tingkat(h->snapshot->simpul[s.nomor[0]].tingkat) : "";
	drop_incomplete_weights(h, &s);
	return s;
}

static Sukuan operands_of(Hitung *h, uint32_t i)
{
	return hitung_per_baris(h, i) ? indicators_of(h, i) : children_of(h, i);
}

/* Which of the two values of an operand. */
typedef enum { NILAI_TEPAT, NILAI_BAWAH, NILAI_ATAS } Nilai;

static const Pecahan *mean(const Hitung *h, const Sukuan *s, Nilai nilai)
{
	Suku *suku = ARENA_ARRAY(h->p->arena, Suku, s->n);
	bool weighted = false;
	for (uint32_t k = 0; k < s->n; k++) {
		const Operand *o = &s->operand[k];
		const Pecahan *v = o->bawah && nilai == NILAI_BAWAH ? o->bawah : o->bawah && nilai == NILAI_ATAS ? o->atas : o->tepat;
		suku[k] = (Suku){v, o->bobot};
		weighted |= o->bobot != NULL;
	}
	return rollup_mean(h->p->arena, suku, s->n, weighted);
}

static int32_t finding_of(const Hitung *h, const Sukuan *s, uint32_t k)
{
	return s->indikator ? h->indikator[s->nomor[k]].temuan : h->keluaran[s->nomor[k]].temuan;
}

/* What the author took a figure for that the document does not print, or prints right: it follows from what is below. */
static Keyakinan belief_from_below(Hitung *h, uint32_t i)
{
	Keyakinan none = {.temuan = -1};
	bool clean = true;
	if (hitung_per_baris(h, i)) {
		const Simpul *s = &h->snapshot->simpul[i];
		for (uint32_t j = s->indikator_awal; j < s->indikator_awal + s->n_indikator; j++)
			clean &= h->indikator[j].temuan < 0;
	} else {
		for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c))
			clean &= h->keluaran[c].temuan < 0;
	}
	if (clean)
		return none;
	Sukuan s = operands_of(h, i);
	for (uint32_t k = 0; k < s.n; k++)
		if (s.operand[k].bawah)
			return (Keyakinan){finding_of(h, &s, k), mean(h, &s, NILAI_BAWAH), mean(h, &s, NILAI_ATAS)};
	return none;
}

/* A figure that prints right may still have been computed from a wrong one below, too little off to show here but not above. */
static Keyakinan belief_that_prints(Hitung *h, uint32_t i, Tertulis cell)
{
	Keyakinan k = belief_from_below(h, i);
	Desimal low, high, printed = cell.angka.nilai;
	if (k.temuan >= 0 && pecahan_round(&low, k.bawah, printed.scale, h->p->kebijakan->pembulatan) &&
	    pecahan_round(&high, k.atas, printed.scale, h->p->kebijakan->pembulatan) && desimal_cmp(low, printed) <= 0 &&
	    desimal_cmp(printed, high) <= 0)
		return k;
	return (Keyakinan){.temuan = -1};
}

/* ---- other ways of computing that people use ---- */

static void add_leaves(Hitung *h, uint32_t i, Sukuan *s)
{
	uint32_t end = i == h->n ? h->n : h->snapshot->simpul[i].akhir;
	for (uint32_t c = i == h->n ? 0 : i + 1; c < end; c++)
		if (hitung_anak(h, c) == SIMPUL_NONE)
			s->operand[s->n++].tepat = hitung_tepat(h, c, BESAR_KELUARAN);
}

/* The plain mean of every sub kegiatan below, over the heads of the levels between. */
static const Pecahan *mean_of_leaves(Hitung *h, uint32_t i, uint32_t *n)
{
	uint32_t most = i == h->n ? h->n : h->snapshot->simpul[i].akhir - i;
	Sukuan s = operands_new(h, most, false);
	add_leaves(h, i, &s);
	*n = s.n;
	return mean(h, &s, NILAI_TEPAT);
}

/* Weighted by pagu where the policy wants the plain mean; plain where it wants weights. */
static const Pecahan *mean_otherwise_weighted(Hitung *h, Sukuan s)
{
	Sukuan other = s;
	other.operand = ARENA_ARRAY(h->p->arena, Operand, s.n);
	for (uint32_t k = 0; k < s.n; k++) {
		other.operand[k].tepat = s.operand[k].tepat;
		IsiRupiah pagu = hitung_capaian(h, s.nomor[k])->pagu;
		if (h->p->kebijakan->gulung == GULUNG_RATA && pagu.isi != ISI_KOSONG)
			other.operand[k].bobot = pecahan_rupiah(h->p->arena, pagu.nilai);
	}
	drop_incomplete_weights(h, &other);
	return mean(h, &other, NILAI_TEPAT);
}

static void other_ways(Hitung *h, uint32_t i, const Sukuan *s, Pertanyaan *tanya, Kata *kata)
{
	Bahasa b = h->p->bahasa;
	uint32_t leaves;
	if (s->indikator)
		return;
	tanya->lain[0] = mean_otherwise_weighted(h, *s);
	kata->lain[0] = h->p->kebijakan->gulung == GULUNG_RATA ? teks(b, "the printed figure is the mean weighted by pagu, but the policy wants the plain mean")
	                                                      : teks(b, "the printed figure is the plain mean, but the policy wants weights");
	tanya->lain[1] = mean_of_leaves(h, i, &leaves);
	kata->lain[1] = str_format(h->p->arena, teks(b, "the printed figure is the mean of all %u sub kegiatan below, not of the %u %s"), leaves, s->n, s->anak);
}

/* ---- the printed keluaran ---- */

static const char *mean_fact(const Hitung *h, uint32_t i, Tertulis cell, const Sukuan *s, const Kata *kata, IsiDesimal benar)
{
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	uint32_t valued = 0;
	bool weights = false;
	for (uint32_t k = 0; k < s->n; k++) {
		valued += s->operand[k].tepat != NULL;
		weights |= s->operand[k].bobot != NULL;
	}
	if (s->n == 1)
		return str_format(a, teks(b, "keluaran of %s is printed as %s, but its only %s, %s, has %s"), hitung_sebutan(h, i), bantu_cell_id(a, cell),
		                  s->anak, hitung_nama_operand(h, kata, 0), bantu_id(a, benar.nilai));
	if (valued < s->n)
		return str_format(a, teks(b, "keluaran of %s is printed as %s, but the mean of the %u of its %u %s that have a value is %s"),
		                  hitung_sebutan(h, i), bantu_cell_id(a, cell), valued, s->n, s->anak, bantu_id(a, benar.nilai));
	if (weights)
		return str_format(a, teks(b, "keluaran of %s is printed as %s, but the weighted mean of its %u %s is %s"), hitung_sebutan(h, i),
		                  bantu_cell_id(a, cell), s->n, s->anak, bantu_id(a, benar.nilai));
	return str_format(a, teks(b, "keluaran of %s is printed as %s, but the mean of its %u %s is %s"), hitung_sebutan(h, i), bantu_cell_id(a, cell),
	                  s->n, s->anak, bantu_id(a, benar.nilai));
}

static void ask_neighbours(const Hitung *h, uint32_t i, Pertanyaan *tanya, Kata *kata)
{
	kata->kolom[0] = "keuangan";
	kata->kolom[1] = "rata-rata";
	tanya->kolom[0] = hitung_tercetak(h, hitung_cell(h, i, BESAR_KEUANGAN));
	tanya->kolom[1] = hitung_tercetak(h, hitung_cell(h, i, BESAR_RATA_RATA));
	if (i > 0 && i < h->n)
		tanya->baris[0] = hitung_tercetak(h, hitung_cell(h, i - 1, BESAR_KELUARAN));
	if (i + 1 < h->n)
		tanya->baris[1] = hitung_tercetak(h, hitung_cell(h, i + 1, BESAR_KELUARAN));
}

/* Where the cause is an omission or another way of computing, the author's figure is known exactly, not only to its printed digits. */
static const Pecahan *figure_meant(const Hitung *h, const Pertanyaan *tanya, const Sukuan *s, const Diagnosa *d)
{
	if (d->sebab == SEBAB_CARA_LAIN)
		return tanya->lain[d->a];
	if (d->sebab != SEBAB_ANAK_HILANG && d->sebab != SEBAB_HIMPUNAN)
		return NULL;
	Sukuan taken = *s;
	taken.operand = ARENA_ARRAY(h->p->arena, Operand, s->n);
	for (uint32_t k = 0; k < s->n; k++)
		if (d->sebab == SEBAB_HIMPUNAN ? d->himpunan >> k & 1 : k != d->a)
			taken.operand[k] = s->operand[k];
	return mean(h, &taken, NILAI_TEPAT);
}

static void report_mean(Hitung *h, uint32_t i, Tertulis cell, const Sukuan *s, const Pertanyaan *tanya, const Diagnosa *d, const Kata *kata)
{
	Arena *a = h->p->arena;
	IsiDesimal benar = hitung_benar(h, i, BESAR_KELUARAN);
	const char *hint = str_format(a, teks(h->p->bahasa, "Write %s; every %s with a report counts."), bantu_id(a, benar.nilai), s->anak);
	int32_t t = hitung_report(h, rule_of(h, i), cell, i, bantu_isi_mesin(a, benar), mean_fact(h, i, cell, s, kata, benar),
	                          hitung_sebab(h, tanya, d, kata), hint);
	const Pecahan *meant = figure_meant(h, tanya, s, d);
	h->keluaran[i] = meant ? (Keyakinan){t, meant, meant} : hitung_yakin(h, cell, t);
}

/* Takes the keluaran from the node's own indicators although the policy takes it from below, or the other way round. */
bool hitung_sumber_lain(Hitung *h, uint32_t i, Tertulis cell)
{
	if (i == h->n || hitung_anak(h, i) == SIMPUL_NONE)
		return false;
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	bool own = hitung_per_baris(h, i);
	Sukuan other = own ? children_of(h, i) : indicators_of(h, i);
	const Simpul *s = &h->snapshot->simpul[i];
	if (!hitung_cocok_tepat(h, mean(h, &other, NILAI_TEPAT), cell) &&
	    (own || s->n_indikator == 0 || !hitung_cocok_indikator(h, s->indikator_awal, cell)))
		return false;
	IsiDesimal benar = hitung_benar(h, i, BESAR_KELUARAN);
	const char *fact = str_format(
		a, own ? teks(b, "keluaran of %s is printed as %s, the mean of what is below it; the policy takes its own indicator: %s")
		       : teks(b, "keluaran of %s is printed as %s, the capaian of its own indicator; the policy takes the mean of what is below it: %s"),
		hitung_sebutan(h, i), bantu_cell_id(a, cell), bantu_id(a, benar.nilai));
	int32_t t = hitung_report(h, "sumber-keluaran", cell, i, bantu_isi_mesin(a, benar), fact, NULL,
	                          teks(b, "Write the figure that the policy asks for, or check with the policy of your region."));
	h->keluaran[i] = hitung_yakin(h, cell, t);
	return true;
}

static void judge_mean(Hitung *h, uint32_t i, Tertulis cell)
{
	Sukuan s = operands_of(h, i);
	Pertanyaan tanya = {.tercetak = cell.angka.nilai, .pembulatan = h->p->kebijakan->pembulatan, .tepat = hitung_tepat(h, i, BESAR_KELUARAN),
	                    .n = s.n, .operand = s.operand};
	Kata kata = {.anak = s.anak, .nomor = s.nomor, .indikator = s.indikator};
	ask_neighbours(h, i, &tanya, &kata);
	Keyakinan below = belief_from_below(h, i);
	if (below.temuan >= 0) {
		Diagnosa d = diagnosa_find(&tanya, &h->langkah);
		if (d.sebab == SEBAB_ANAK_TERCETAK) {
			int32_t cause = finding_of(h, &s, d.a);
			below.temuan = hitung_report_ikutan(h, rule_of(h, i), cell, i, "keluaran", hitung_benar(h, i, BESAR_KELUARAN), cause);
			h->keluaran[i] = below;
			return;
		}
	}
	if (hitung_sumber_lain(h, i, cell))
		return;
	other_ways(h, i, &s, &tanya, &kata);
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	report_mean(h, i, cell, &s, &tanya, &d, &kata);
}

void hitung_rata_sub_kegiatan(Hitung *h, uint32_t i, Tertulis cell)
{
	if (hitung_benar(h, i, BESAR_KELUARAN).isi != ISI_KOSONG)
		judge_mean(h, i, cell);
}

/* ---- echoes: the volume cell of a parent repeats its keluaran ---- */

static bool same_number(const Hitung *h, Tertulis a, Tertulis b)
{
	return hitung_dinilai(h, a) && desimal_cmp(a.angka.nilai, b.angka.nilai) == 0;
}

static void judge_echo(Hitung *h, uint32_t i, Tertulis cell)
{
	const Simpul *s = &h->snapshot->simpul[i];
	for (uint32_t j = s->indikator_awal; j < s->indikator_awal + s->n_indikator; j++) {
		Tertulis volume = h->p->draf->indikator[j].realisasi;
		if (h->snapshot->indikator[j].gema && same_number(h, volume, cell))
			hitung_report_ikutan(h, "gema-keluaran", volume, i, teks(h->p->bahasa, "the realised volume"), hitung_benar(h, i, BESAR_KELUARAN),
			                     h->keluaran[i].temuan);
	}
}

/* An echo with two digits transposed is read as a volume of its own. Whole numbers are left alone: they are volumes often enough. */
static void judge_slipped_echo(Hitung *h, uint32_t i)
{
	Arena *a = h->p->arena;
	const Simpul *s = &h->snapshot->simpul[i];
	IsiDesimal benar = hitung_benar(h, i, BESAR_KELUARAN);
	if (hitung_per_baris(h, i) || s->n_indikator == 0 || h->snapshot->indikator[s->indikator_awal].gema || benar.isi == ISI_KOSONG)
		return;
	Tertulis volume = h->p->draf->indikator[s->indikator_awal].realisasi;
	if (!hitung_dinilai(h, volume) || desimal_trim(volume.angka.nilai).scale == 0)
		return;
	Pertanyaan tanya = {.tercetak = volume.angka.nilai, .pembulatan = h->p->kebijakan->pembulatan, .tepat = hitung_tepat(h, i, BESAR_KELUARAN)};
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	if (d.sebab != SEBAB_TERTUKAR)
		return;
	const char *fact = str_format(a, teks(h->p->bahasa, "the realised volume of %s repeats keluaran, but is printed as %s, not %s"),
	                              hitung_sebutan(h, i), bantu_cell_id(a, volume), bantu_id(a, benar.nilai));
	hitung_report(h, "gema-keluaran", volume, i, bantu_isi_mesin(a, benar), fact, hitung_sebab(h, &tanya, &d, &(Kata){0}),
	              str_format(a, teks(h->p->bahasa, "Write %s, or the volume that was reached."), bantu_id(a, benar.nilai)));
}

/* The total row's volume has no volumes to add: by custom it repeats keluaran. */
static void judge_total_volume(Hitung *h)
{
	Arena *a = h->p->arena;
	IsiDesimal benar = hitung_benar(h, h->n, BESAR_KELUARAN);
	if (!h->p->draf->ada_total || benar.isi == ISI_KOSONG)
		return;
	Tertulis volume = h->p->draf->total.volume, keluaran = h->p->draf->total.keluaran;
	if (!hitung_dinilai(h, volume) || hitung_cocok(h, h->n, BESAR_KELUARAN, volume))
		return;
	if (h->keluaran[h->n].temuan >= 0 && same_number(h, volume, keluaran)) {
		hitung_report_ikutan(h, "jumlah-total", volume, h->n, teks(h->p->bahasa, "the realised volume"), benar, h->keluaran[h->n].temuan);
		return;
	}
	hitung_report(h, "jumlah-total", volume, h->n, bantu_isi_mesin(a, benar),
	              str_format(a, teks(h->p->bahasa, "the realised volume of the total row is printed as %s, but it repeats keluaran, which is %s"),
	                         bantu_cell_id(a, volume), bantu_id(a, benar.nilai)),
	              NULL, str_format(a, teks(h->p->bahasa, "Write %s or leave the cell empty: volumes of different units have no sum."),
	                        bantu_id(a, benar.nilai)));
}

/* ---- the rata-rata column ---- */

static const char *diagnose_rata_rata(Hitung *h, uint32_t i, Tertulis cell, int32_t *cause)
{
	Tertulis keuangan = hitung_cell(h, i, BESAR_KEUANGAN), keluaran = hitung_cell(h, i, BESAR_KELUARAN);
	Operand operand[2] = {{.tepat = hitung_tepat(h, i, BESAR_KEUANGAN), .tercetak = hitung_tercetak(h, keuangan)},
	                      {.tepat = hitung_tepat(h, i, BESAR_KELUARAN), .tercetak = printed_mean(h, i)}};
	believe(&operand[0], &h->keuangan[i]);
	believe(&operand[1], &h->keluaran[i]);
	Pertanyaan tanya = {.tercetak = cell.angka.nilai, .pembulatan = h->p->kebijakan->pembulatan, .tepat = hitung_tepat(h, i, BESAR_RATA_RATA),
	                    .tetap = true, .n = 2, .operand = operand, .kolom = {hitung_tercetak(h, keluaran), hitung_tercetak(h, keuangan)}};
	Kata kata = {.kolom = {"keluaran", "keuangan"}};
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	*cause = -1;
	if (d.sebab == SEBAB_ANAK_TERCETAK)
		*cause = d.a ? h->keluaran[i].temuan : h->keuangan[i].temuan;
	return *cause < 0 ? hitung_sebab(h, &tanya, &d, &kata) : NULL;
}

static void judge_rata_rata(Hitung *h, uint32_t i)
{
	Arena *a = h->p->arena;
	Tertulis cell = hitung_cell(h, i, BESAR_RATA_RATA);
	IsiDesimal benar = hitung_benar(h, i, BESAR_RATA_RATA);
	if (!hitung_dinilai(h, cell) || benar.isi == ISI_KOSONG || hitung_cocok(h, i, BESAR_RATA_RATA, cell))
		return;
	int32_t cause;
	const char *sebab = diagnose_rata_rata(h, i, cell, &cause);
	if (cause >= 0) {
		hitung_report_ikutan(h, "rata-rata", cell, i, "rata-rata", benar, cause);
		return;
	}
	const char *fact = str_format(a, teks(h->p->bahasa, "rata-rata of %s is printed as %s, but the mean of keuangan %s and keluaran %s is %s"),
	                              hitung_sebutan(h, i), bantu_cell_id(a, cell), bantu_id(a, hitung_benar(h, i, BESAR_KEUANGAN).nilai),
	                              bantu_id(a, hitung_benar(h, i, BESAR_KELUARAN).nilai), bantu_id(a, benar.nilai));
	hitung_report(h, "rata-rata", cell, i, bantu_isi_mesin(a, benar), fact, sebab,
	              str_format(a, teks(h->p->bahasa, "Write %s, computed from the exact figures and rounded once."), bantu_id(a, benar.nilai)));
}

/* ---- the pass ---- */

static void judge_keluaran(Hitung *h, uint32_t i)
{
	Tertulis cell = hitung_cell(h, i, BESAR_KELUARAN);
	if (h->keluaran[i].temuan >= 0) /* a sub kegiatan, judged with its lines */
		return;
	if (hitung_per_baris(h, i)) {
		h->keluaran[i] = belief_from_below(h, i);
		return;
	}
	if (!hitung_dinilai(h, cell) || hitung_benar(h, i, BESAR_KELUARAN).isi == ISI_KOSONG) {
		h->keluaran[i] = belief_from_below(h, i);
		return;
	}
	if (hitung_cocok(h, i, BESAR_KELUARAN, cell)) {
		h->keluaran[i] = belief_that_prints(h, i, cell);
		return;
	}
	judge_mean(h, i, cell);
	if (i < h->n)
		judge_echo(h, i, cell);
}

void hitung_rata(Hitung *h)
{
	for (uint32_t k = 0; k <= h->n && !hitung_penuh(h); k++)
		judge_keluaran(h, k < h->n ? h->n - 1 - k : h->n); /* children before their parents, the total last */
	for (uint32_t i = 0; i < h->n && !hitung_penuh(h); i++)
		judge_slipped_echo(h, i);
	judge_total_volume(h);
	for (uint32_t i = 0; i <= h->n && !hitung_penuh(h); i++)
		judge_rata_rata(h, i);
}
