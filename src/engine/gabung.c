#include "engine/gabung.h"

#include "base/str.h"
#include "engine/rollup_rerata.h"

static const Pecahan *percent(Arena *arena, const Pecahan *part, const Pecahan *whole)
{
	return pecahan_mul(arena, pecahan_int(arena, 100), pecahan_div(arena, part, whole));
}

static IsiDesimal rounded(const Kebijakan *k, const Pecahan *x)
{
	Desimal d;
	return x && pecahan_round(&d, x, k->desimal, k->pembulatan) ? isi_desimal(d) : (IsiDesimal){0};
}

/* The band of a figure, by its printed or its exact value as the policy says. */
static int8_t band_of(Arena *arena, const Kebijakan *k, const Pecahan *exact, IsiDesimal printed)
{
	if (!exact || printed.isi == ISI_KOSONG || k->n_pita == 0)
		return -1;
	if (k->predikat_dari_cetak)
		return (int8_t)kebijakan_pita(k, printed.nilai);
	for (size_t i = 0; i + 1 < k->n_pita; i++) {
		int cmp = pecahan_cmp(exact, pecahan_desimal(arena, k->pita[i].batas));
		if (cmp > 0 || (cmp == 0 && k->pita[i].inklusif))
			return (int8_t)i;
	}
	return (int8_t)(k->n_pita - 1);
}

/* ---- money ---- */

typedef struct {
	Int128 sen;
	bool ada;
} Jumlah;

static void sum_add(Jumlah *sum, IsiRupiah value)
{
	if (value.isi == ISI_KOSONG)
		return;
	sum->ada = true;
	sum->sen += value.nilai.sen;
}

static bool sum_overflows(Jumlah sum)
{
	return sum.sen != (int64_t)sum.sen;
}

static IsiRupiah sum_value(Jumlah sum)
{
	return sum.ada && !sum_overflows(sum) ? isi_rupiah((Rupiah){(int64_t)sum.sen}) : (IsiRupiah){0};
}

static const Pecahan *sum_percent(Arena *arena, Jumlah part, Jumlah whole)
{
	if (!part.ada || sum_overflows(part) || sum_overflows(whole) || whole.sen == 0)
		return NULL;
	return percent(arena, pecahan_rupiah(arena, (Rupiah){(int64_t)part.sen}), pecahan_rupiah(arena, (Rupiah){(int64_t)whole.sen}));
}

/* ---- merging ---- */

SukuGabung gabung_suku(Arena *arena, const Hasil *hasil, bool terlapor)
{
	bool counts = hasil && terlapor;
	return (SukuGabung){hasil, counts, counts ? rollup_exact(arena, hasil->snapshot, hasil->kebijakan, SIMPUL_TOTAL, ANGKA_KELUARAN) : NULL};
}

static const Pecahan *output_mean(Arena *arena, const Kebijakan *k, const SukuGabung *suku, size_t n)
{
	Suku *terms = ARENA_ARRAY(arena, Suku, n);
	uint32_t m = 0;
	bool weighted = k->gulung_daerah == GULUNG_PAGU;
	for (size_t i = 0; i < n; i++) {
		const Hasil *h = suku[i].hasil;
		if (!h || !suku[i].terlapor)
			continue;
		const Pecahan *weight = weighted && h->total.pagu.isi != ISI_KOSONG ? pecahan_rupiah(arena, h->total.pagu.nilai) : NULL;
		terms[m++] = (Suku){suku[i].keluaran, weight};
	}
	return m ? rollup_mean(arena, terms, m, weighted) : NULL;
}

Gabungan gabung_run(Arena *arena, const Kebijakan *kebijakan, const SukuGabung *suku, size_t n)
{
	Gabungan g = {.predikat = -1, .seluruh = (uint32_t)n};
	Jumlah pagu = {0}, pagu_terlapor = {0}, realisasi = {0};
	for (size_t i = 0; i < n; i++) {
		const Hasil *h = suku[i].hasil;
		if (!h)
			continue;
		sum_add(&pagu, h->total.pagu);
		g.luapan |= h->total.luapan;
		if (!suku[i].terlapor)
			continue;
		g.terlapor++;
		sum_add(&pagu_terlapor, h->total.pagu);
		sum_add(&realisasi, h->total.realisasi);
	}
	g.luapan |= sum_overflows(pagu) || sum_overflows(realisasi);
	const Pecahan *keuangan = g.luapan ? NULL : sum_percent(arena, realisasi, pagu_terlapor);
	const Pecahan *keluaran = output_mean(arena, kebijakan, suku, n);
	const Pecahan *rata_rata = keuangan && keluaran ? pecahan_div(arena, pecahan_add(arena, keuangan, keluaran), pecahan_int(arena, 2)) : NULL;
	if (!g.luapan) {
		g.pagu = sum_value(pagu);
		g.realisasi = sum_value(realisasi);
	}
	g.keuangan = rounded(kebijakan, keuangan);
	g.keluaran = rounded(kebijakan, keluaran);
	g.rata_rata = rounded(kebijakan, rata_rata);
	g.predikat = band_of(arena, kebijakan, rata_rata, g.rata_rata);
	return g;
}

void gabung_rank(const IsiDesimal *nilai, size_t n, uint32_t *peringkat)
{
	for (size_t i = 0; i < n; i++) {
		peringkat[i] = nilai[i].isi != ISI_KOSONG;
		for (size_t j = 0; peringkat[i] && j < n; j++)
			peringkat[i] += nilai[j].isi != ISI_KOSONG && desimal_cmp(nilai[j].nilai, nilai[i].nilai) > 0;
	}
}

/* ---- parts by bidang urusan ---- */

const char *gabung_bidang(Arena *arena, const Simpul *simpul, const char *sendiri)
{
	if (simpul->kode.n_bagian < 2 || simpul->kode.bagian[0] == KODE_X || simpul->kode.bagian[1] == KODE_X)
		return sendiri;
	Kode bidang = simpul->kode;
	bidang.n_bagian = 2;
	return kode_print(arena, bidang);
}

/* Copies node i of `from` and all below it behind the nodes of `to`. */
static void tree_copy(const Snapshot *from, uint32_t first, Simpul *simpul, uint32_t *n_simpul, Indikator *indikator, uint32_t *n_indikator)
{
	uint32_t shift = *n_simpul - first;
	for (uint32_t i = first; i < from->simpul[first].akhir; i++) {
		Simpul node = from->simpul[i];
		for (uint32_t j = 0; j < node.n_indikator; j++)
			indikator[*n_indikator + j] = from->indikator[node.indikator_awal + j];
		node.indikator_awal = *n_indikator;
		*n_indikator += node.n_indikator;
		node.akhir += shift;
		if (node.induk != SIMPUL_NONE)
			node.induk += shift;
		simpul[(*n_simpul)++] = node;
	}
}

/* A bidang that programs are held against: without printing the code of each. */
typedef struct {
	Kode kode;                 /* n_bagian 2; else the text is compared */
	const char *teks;
	bool sendiri;              /* it is the agency's own */
} Bidang;

static Bidang bidang_of(const char *teks, const char *sendiri)
{
	Bidang b = {.teks = teks, .sendiri = str_equal(teks, sendiri)};
	kode_parse(&b.kode, teks, NULL);
	return b;
}

static bool belongs(Arena *arena, const Simpul *simpul, const Bidang *bidang, const char *sendiri)
{
	const Kode *kode = &simpul->kode;
	if (kode->n_bagian < 2 || kode->bagian[0] == KODE_X || kode->bagian[1] == KODE_X)
		return bidang->sendiri;
	if (bidang->kode.n_bagian != 2)
		return str_equal(gabung_bidang(arena, simpul, sendiri), bidang->teks);
	return kode->bagian[0] == bidang->kode.bagian[0] && kode->bagian[1] == bidang->kode.bagian[1];
}

/* Programs of the agency, and those of them that belong to the bidang. */
static void programs_count(Arena *arena, const Snapshot *s, const Bidang *bidang, const char *sendiri, uint32_t *all, uint32_t *there)
{
	*all = *there = 0;
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir) {
		(*all)++;
		*there += belongs(arena, &s->simpul[i], bidang, sendiri);
	}
}

const Hasil *gabung_bagian(Arena *arena, const Hasil *hasil, const char *kode_bidang, const char *sendiri)
{
	const Snapshot *s = hasil->snapshot;
	const Bidang bidang = bidang_of(kode_bidang, sendiri);
	uint32_t all, there;
	programs_count(arena, s, &bidang, sendiri, &all, &there);
	if (there == 0 || there == all)
		return there ? hasil : NULL;
	Snapshot *part = ARENA_NEW(arena, Snapshot);
	*part = *s;
	Simpul *simpul = ARENA_ARRAY(arena, Simpul, s->n_simpul);
	Indikator *indikator = ARENA_ARRAY(arena, Indikator, s->n_indikator);
	part->n_simpul = part->n_indikator = 0;
	part->simpul = simpul;
	part->indikator = indikator;
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir)
		if (belongs(arena, &s->simpul[i], &bidang, sendiri))
			tree_copy(s, i, simpul, &part->n_simpul, indikator, &part->n_indikator);
	return rollup_run(arena, part, hasil->kebijakan);
}

/* ---- plan against actual ---- */

static IsiRupiah difference(Jumlah a, Jumlah b)
{
	Jumlah d = {a.sen - b.sen, a.ada && b.ada && !sum_overflows(a) && !sum_overflows(b)};
	return sum_value(d);
}

/* Operands of one kind: their money up to the month. */
typedef struct { Jumlah pagu, rencana, realisasi; } JumlahDeviasi;

static void operand_add(JumlahDeviasi *to, const SukuDeviasi *suku)
{
	sum_add(&to->pagu, suku->pagu);
	sum_add(&to->rencana, suku->rencana);
	sum_add(&to->realisasi, suku->realisasi);
}

Deviasi deviasi_run(Arena *arena, const Kebijakan *kebijakan, const SukuDeviasi *suku, size_t n)
{
	JumlahDeviasi berencana = {0}, terlapor = {0}, keduanya = {0};
	for (size_t i = 0; i < n; i++) {
		bool planned = suku[i].rencana.isi != ISI_KOSONG, reported = suku[i].realisasi.isi != ISI_KOSONG;
		if (planned)
			operand_add(&berencana, &suku[i]);
		if (reported)
			operand_add(&terlapor, &suku[i]);
		if (planned && reported)
			operand_add(&keduanya, &suku[i]);
	}
	const Pecahan *plan = sum_percent(arena, keduanya.rencana, keduanya.pagu), *spent = sum_percent(arena, keduanya.realisasi, keduanya.pagu);
	return (Deviasi){
		.rencana = sum_value(berencana.rencana), .realisasi = sum_value(terlapor.realisasi), .selisih = difference(keduanya.realisasi, keduanya.rencana),
		.rencana_persen = rounded(kebijakan, sum_percent(arena, berencana.rencana, berencana.pagu)),
		.realisasi_persen = rounded(kebijakan, sum_percent(arena, terlapor.realisasi, terlapor.pagu)),
		.selisih_poin = rounded(kebijakan, plan && spent ? pecahan_sub(arena, spent, plan) : NULL),
	};
}
