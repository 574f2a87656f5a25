/* Money: pagu and realisasi of every parent and of the total row are sums of the rows below them. */
#include "base/str.h"
#include "engine/check_bantu.h"
#include "engine/check_hitung.h"

static const char *const RULE[] = {[BESAR_PAGU] = "jumlah-pagu", [BESAR_REALISASI] = "jumlah-realisasi"};
static const char *const BESARAN[] = {[BESAR_PAGU] = "pagu", [BESAR_REALISASI] = "realisasi"};

static const char *rule_of(const Hitung *h, uint32_t i, Besar besar)
{
	return i == h->n ? "jumlah-total" : RULE[besar];
}

static IsiRupiah sum_of(const Hitung *h, uint32_t i, Besar besar)
{
	const Capaian *c = hitung_capaian(h, i);
	return besar == BESAR_PAGU ? c->pagu : c->realisasi;
}

static IsiRupiah fact_of(const Hitung *h, uint32_t i, Besar besar)
{
	const Simpul *s = &h->snapshot->simpul[i];
	return besar == BESAR_PAGU ? s->pagu : s->realisasi;
}

/* The printed money; KOSONG when it is not to be judged or outgrows Rupiah. Digits below the sen are a spreadsheet's noise. */
static IsiRupiah printed_money(const Hitung *h, Tertulis cell)
{
	Desimal sen;
	Rupiah r;
	if (!hitung_dinilai(h, cell) || !desimal_rescale(&sen, cell.angka.nilai, 2, BULAT_JAUH_NOL) || !desimal_to_rupiah(&r, sen))
		return (IsiRupiah){0};
	return isi_rupiah(r);
}

static bool same_money(IsiRupiah a, IsiRupiah b)
{
	return a.isi != ISI_KOSONG && b.isi != ISI_KOSONG && rupiah_cmp(a.nilai, b.nilai) == 0;
}

/* Equal to the last digit printed: whole rupiah may stand for rupiah and sen. */
static bool money_agrees(const Hitung *h, Tertulis cell, IsiRupiah benar)
{
	Desimal rounded;
	if (same_money(printed_money(h, cell), benar))
		return true;
	return h->p->draf->buku->format != FORMAT_XLSX && cell.angka.nilai.scale < 2 &&
	       desimal_rescale(&rounded, desimal_from_rupiah(benar.nilai), cell.angka.nilai.scale, BULAT_JAUH_NOL) &&
	       desimal_cmp(rounded, cell.angka.nilai) == 0;
}

/* ---- a sub kegiatan's money that is plainly mistyped ---- */

/* The percentage that the row would have with `value` in place of its money. */
static const Pecahan *percentage_with(const Hitung *h, uint32_t i, Besar besar, Rupiah value)
{
	Arena *a = h->p->arena;
	IsiRupiah pagu = fact_of(h, i, BESAR_PAGU), realisasi = fact_of(h, i, BESAR_REALISASI);
	if (besar == BESAR_PAGU)
		pagu = isi_rupiah(value);
	else
		realisasi = isi_rupiah(value);
	if (pagu.isi != ISI_ADA || pagu.nilai.sen < 0 || realisasi.isi == ISI_KOSONG)
		return NULL;
	return pecahan_div(a, pecahan_mul(a, pecahan_rupiah(a, realisasi.nilai), pecahan_int(a, 100)), pecahan_rupiah(a, pagu.nilai));
}

/* With `difference` taken off, is the row's printed percentage - wrong as it stands - right? */
static bool mistyped(Hitung *h, uint32_t i, Besar besar, Rupiah difference, Rupiah *value)
{
	Tertulis persen = hitung_cell(h, i, BESAR_KEUANGAN);
	IsiRupiah fact = fact_of(h, i, besar);
	if (hitung_anak(h, i) != SIMPUL_NONE || !hitung_dinilai(h, persen) || hitung_cocok(h, i, BESAR_KEUANGAN, persen))
		return false;
	if (!rupiah_sub(value, fact.isi == ISI_KOSONG ? (Rupiah){0} : fact.nilai, difference) || value->sen < 0)
		return false;
	return hitung_cocok_tepat(h, percentage_with(h, i, besar, *value), persen);
}

static uint32_t only_mistyped_child(Hitung *h, uint32_t i, Besar besar, Rupiah difference, Rupiah *value)
{
	uint32_t found = SIMPUL_NONE;
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c)) {
		Rupiah v;
		if (!mistyped(h, c, besar, difference, &v))
			continue;
		if (found != SIMPUL_NONE)
			return SIMPUL_NONE;
		found = c;
		*value = v;
	}
	return found;
}

/* Recognition or another rule may have said already that the cell is empty or no number. */
static int32_t finding_at(const Hitung *h, Tertulis cell)
{
	const DaftarTemuan *list = h->p->temuan;
	for (size_t i = 0; i < list->n; i++)
		if (cell.baris && list->temuan[i].posisi.baris == cell.baris && list->temuan[i].posisi.kolom == cell.kolom)
			return (int32_t)i;
	return -1;
}

static const char *slip(Hitung *h, Tertulis cell, Rupiah value)
{
	Pertanyaan tanya = {.tercetak = cell.angka.nilai, .tepat = pecahan_rupiah(h->p->arena, value), .jumlah = true};
	if (cell.angka.status != ANGKA_NILAI)
		return NULL;
	Diagnosa d = diagnosa_find(&tanya, &h->langkah);
	return hitung_sebab(h, &tanya, &d, &(Kata){0});
}

static void report_mistyped(Hitung *h, uint32_t i, uint32_t induk, Besar besar, Rupiah value)
{
	Arena *a = h->p->arena;
	Bahasa b = h->p->bahasa;
	Tertulis cell = hitung_cell(h, i, besar);
	if (!bantu_ada(cell) && finding_at(h, cell) >= 0)
		return;
	const char *fact = str_format(a, teks(b, "%s of %s is printed as %s, but its percentage %s and the sum printed for %s both need %s"),
	                              BESARAN[besar], hitung_sebutan(h, i), bantu_ada(cell) ? bantu_cell_id(a, cell) : "-",
	                              bantu_cell_id(a, hitung_cell(h, i, BESAR_KEUANGAN)), hitung_sebutan(h, induk), rupiah_print_id(a, value));
	hitung_report(h, RULE[besar], cell, i, rupiah_print_plain(a, value), fact, slip(h, cell, value),
	              str_format(a, teks(b, "Write %s here; the figures above were checked with it."), rupiah_print_id(a, value)));
}

/* Corrects mistyped sub kegiatan so that the rest is judged as if they were right. */
static bool correct_children(Hitung *h, Simpul *simpul, uint32_t i, Besar besar)
{
	Tertulis cell = hitung_cell(h, i, besar);
	IsiRupiah printed = printed_money(h, cell), benar = sum_of(h, i, besar);
	Rupiah difference, value;
	if (printed.isi == ISI_KOSONG || benar.isi == ISI_KOSONG || money_agrees(h, cell, benar) ||
	    !rupiah_sub(&difference, benar.nilai, printed.nilai))
		return false;
	uint32_t child = only_mistyped_child(h, i, besar, difference, &value);
	if (child == SIMPUL_NONE)
		return false;
	report_mistyped(h, child, i, besar, value);
	if (besar == BESAR_PAGU)
		simpul[child].pagu = isi_rupiah(value);
	else
		simpul[child].realisasi = isi_rupiah(value);
	return true;
}

static void correct_money(Hitung *h)
{
	Simpul *simpul = ARENA_ARRAY(h->p->arena, Simpul, h->n);
	Snapshot *corrected = ARENA_NEW(h->p->arena, Snapshot);
	bool changed = false;
	if (h->n)
		memcpy(simpul, h->snapshot->simpul, h->n * sizeof *simpul);
	for (uint32_t i = 0; i < h->n && !hitung_penuh(h); i++)
		for (int besar = BESAR_PAGU; besar <= BESAR_REALISASI; besar++)
			changed |= correct_children(h, simpul, i, (Besar)besar);
	*corrected = *h->snapshot;
	corrected->simpul = simpul;
	if (changed)
		hitung_correct(h, corrected);
}

/* ---- sums ---- */

/* The children's money as their author took it; the first finding among them. */
static IsiRupiah believed_sum(const Hitung *h, uint32_t i, Besar besar, int32_t *temuan)
{
	IsiRupiah sum = {0};
	*temuan = -1;
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c)) {
		const KeyakinanUang *k = &h->uang[besar][c];
		if (k->nilai.isi == ISI_KOSONG)
			continue;
		Rupiah total = sum.nilai;
		if (!rupiah_add(&total, total, k->nilai.nilai))
			return (IsiRupiah){0};
		sum = isi_rupiah(total);
		if (*temuan < 0)
			*temuan = k->temuan;
	}
	return sum;
}

static IsiDesimal money_operand(IsiRupiah r)
{
	return r.isi == ISI_KOSONG ? (IsiDesimal){0} : isi_desimal(desimal_from_rupiah(r.nilai));
}

static void ask_children(const Hitung *h, uint32_t i, Besar besar, Pertanyaan *tanya, Kata *kata)
{
	uint32_t n = hitung_n_anak(h, i), k = 0;
	Operand *operand = ARENA_ARRAY(h->p->arena, Operand, n);
	uint32_t *nomor = ARENA_ARRAY(h->p->arena, uint32_t, n);
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c), k++) {
		IsiRupiah value = sum_of(h, c, besar);
		nomor[k] = c;
		if (value.isi != ISI_KOSONG)
			operand[k].tepat = pecahan_rupiah(h->p->arena, value.nilai);
		operand[k].tercetak = money_operand(h->uang[besar][c].nilai);
	}
	tanya->n = n;
	tanya->operand = operand;
	kata->nomor = nomor;
	kata->anak = n ? bantu_tingkat(h->snapshot->simpul[nomor[0]].tingkat) : "";
}

/* Whole rupiah throughout, and no further off than their hidden sen can add up to. */
static bool hidden_sen(const Hitung *h, uint32_t i, Besar besar, Tertulis cell, IsiRupiah benar)
{
	uint32_t leaves = 0, end = i == h->n ? h->n : h->snapshot->simpul[i].akhir;
	for (uint32_t c = i == h->n ? 0 : i + 1; c < end; c++) {
		if (hitung_anak(h, c) != SIMPUL_NONE)
			continue;
		Tertulis leaf = hitung_cell(h, c, besar);
		if (bantu_ada(leaf) && leaf.angka.nilai.scale > 0)
			return false;
		leaves++;
	}
	Rupiah off;
	if (cell.angka.nilai.scale > 0 || !rupiah_sub(&off, printed_money(h, cell).nilai, benar.nilai))
		return false;
	if (off.sen < 0)
		off.sen = -off.sen;
	return off.sen <= 50 * (int64_t)leaves;
}

static Diagnosa diagnose_sum(Hitung *h, uint32_t i, Besar besar, IsiRupiah benar, Pertanyaan *tanya, Kata *kata)
{
	Besar lain = besar == BESAR_PAGU ? BESAR_REALISASI : BESAR_PAGU;
	Tertulis cell = hitung_cell(h, i, besar);
	*tanya = (Pertanyaan){.tercetak = cell.angka.nilai, .pembulatan = BULAT_JAUH_NOL, .tepat = pecahan_rupiah(h->p->arena, benar.nilai),
	                      .jumlah = true};
	*kata = (Kata){.kolom = {BESARAN[lain], BESARAN[lain]}};
	ask_children(h, i, besar, tanya, kata);
	tanya->kolom[0] = hitung_tercetak(h, hitung_cell(h, i, lain));
	if (i < h->n && i > 0)
		tanya->baris[0] = hitung_tercetak(h, hitung_cell(h, i - 1, besar));
	if (i + 1 < h->n)
		tanya->baris[1] = hitung_tercetak(h, hitung_cell(h, i + 1, besar));
	if (hidden_sen(h, i, besar, cell, benar))
		return (Diagnosa){.sebab = SEBAB_DIBULATKAN};
	return diagnosa_find(tanya, &h->langkah);
}

static const char *sum_fact(const Hitung *h, uint32_t i, Besar besar, IsiRupiah benar, const Kata *kata, const Pertanyaan *tanya)
{
	Arena *a = h->p->arena;
	uint32_t filled = 0;
	for (uint32_t k = 0; k < tanya->n; k++)
		filled += tanya->operand[k].tepat != NULL;
	const char *printed = bantu_cell_id(a, hitung_cell(h, i, besar)), *sum = rupiah_print_id(a, benar.nilai);
	if (tanya->n == 1)
		return str_format(a, teks(h->p->bahasa, "%s of %s is printed as %s, but its only %s, %s, has %s"), BESARAN[besar], hitung_sebutan(h, i),
		                  printed, kata->anak, hitung_nama_operand(h, kata, 0), sum);
	if (filled < tanya->n)
		return str_format(a, teks(h->p->bahasa, "%s of %s is printed as %s, but the %u of its %u %s that have one add up to %s"), BESARAN[besar],
		                  hitung_sebutan(h, i), printed, filled, tanya->n, kata->anak, sum);
	return str_format(a, teks(h->p->bahasa, "%s of %s is printed as %s, but its %u %s add up to %s"), BESARAN[besar], hitung_sebutan(h, i),
	                  printed, tanya->n, kata->anak, sum);
}

static int32_t report_sum(Hitung *h, uint32_t i, Besar besar, IsiRupiah benar)
{
	Arena *a = h->p->arena;
	Tertulis cell = hitung_cell(h, i, besar);
	Pertanyaan tanya;
	Kata kata;
	Diagnosa d = diagnose_sum(h, i, besar, benar, &tanya, &kata);
	const char *hint = str_format(a, teks(h->p->bahasa, "Write %s, or correct the rows that it adds up."), rupiah_print_id(a, benar.nilai));
	int32_t t = hitung_report(h, rule_of(h, i, besar), cell, i, rupiah_print_plain(a, benar.nilai),
	                          sum_fact(h, i, besar, benar, &kata, &tanya), hitung_sebab(h, &tanya, &d, &kata), hint);
	if (d.sebab == SEBAB_DIBULATKAN)
		h->p->temuan->temuan[t].level = LEVEL_WARNING;
	return t;
}

static void judge_sum(Hitung *h, uint32_t i, Besar besar)
{
	Tertulis cell = hitung_cell(h, i, besar);
	IsiRupiah benar = sum_of(h, i, besar), printed = printed_money(h, cell);
	KeyakinanUang *yakin = &h->uang[besar][i];
	int32_t child;
	IsiRupiah believed = believed_sum(h, i, besar, &child);
	if (printed.isi == ISI_KOSONG || benar.isi == ISI_KOSONG) {
		*yakin = (KeyakinanUang){child, believed};
	} else if (money_agrees(h, cell, benar)) {
		*yakin = (KeyakinanUang){-1, printed};
	} else if (child >= 0 && same_money(printed, believed)) {
		IsiDesimal right = money_operand(benar);
		*yakin = (KeyakinanUang){hitung_report_ikutan(h, rule_of(h, i, besar), cell, i, BESARAN[besar], right, child), printed};
	} else {
		*yakin = (KeyakinanUang){report_sum(h, i, besar, benar), printed};
	}
}

/* ---- sums beyond what the program can hold ---- */

static void judge_overflow(Hitung *h, uint32_t i)
{
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c))
		if (hitung_capaian(h, c)->luapan)
			return;
	Tertulis cell = hitung_cell(h, i, BESAR_PAGU);
	hitung_report(h, "luapan", cell, i, NULL,
	              str_format(h->p->arena, teks(h->p->bahasa, "the money of %s adds up to more than 92.233.720.368.547.758,07 rupiah and was not computed"),
	                         hitung_sebutan(h, i)),
	              NULL, teks(h->p->bahasa, "Look for an amount with too many digits in the rows below."));
}

/* ---- the pass ---- */

void hitung_uang(Hitung *h)
{
	correct_money(h);
	for (uint32_t k = 0; k <= h->n && !hitung_penuh(h); k++) {
		uint32_t i = k < h->n ? h->n - 1 - k : h->n; /* children before their parents, the total last */
		if (hitung_capaian(h, i)->luapan)
			judge_overflow(h, i);
		for (int besar = BESAR_PAGU; besar <= BESAR_REALISASI; besar++) {
			if (hitung_anak(h, i) != SIMPUL_NONE)
				judge_sum(h, i, (Besar)besar);
			else if (i < h->n)
				h->uang[besar][i].nilai = fact_of(h, i, (Besar)besar);
		}
	}
}
