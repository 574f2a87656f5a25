#include "app/banding.h"

/* ---- pairs ---- */

static PasanganUang money_pair(IsiRupiah lama, IsiRupiah baru)
{
	PasanganUang p = {lama, baru, {0}};
	Rupiah difference;
	if (lama.isi != ISI_KOSONG && baru.isi != ISI_KOSONG && rupiah_sub(&difference, baru.nilai, lama.nilai))
		p.selisih = isi_rupiah(difference);
	return p;
}

static PasanganAngka number_pair(IsiDesimal lama, IsiDesimal baru)
{
	PasanganAngka p = {lama, baru, {0}};
	Desimal difference;
	if (lama.isi != ISI_KOSONG && baru.isi != ISI_KOSONG && desimal_sub(&difference, baru.nilai, lama.nilai))
		p.selisih = isi_desimal(difference);
	return p;
}

/* A blank and a zero that was reported differ. */
static bool money_differs(IsiRupiah a, IsiRupiah b)
{
	return (a.isi == ISI_KOSONG) != (b.isi == ISI_KOSONG) || (a.isi != ISI_KOSONG && rupiah_cmp(a.nilai, b.nilai) != 0);
}

static bool number_differs(IsiDesimal a, IsiDesimal b)
{
	return (a.isi == ISI_KOSONG) != (b.isi == ISI_KOSONG) || (a.isi != ISI_KOSONG && desimal_cmp(a.nilai, b.nilai) != 0);
}

/* ---- the two trees side by side ---- */

typedef struct {
	Arena *arena;
	const Bulan *lama, *baru;
	BandingBulan *out;
	size_t cap_uang, cap_volume, cap_narasi, cap_angka;
	bool *kena_lama, *kena_baru; /* nodes to be shown */
} Kerja;

static uint32_t node_find(const Snapshot *s, const char *kode)
{
	for (uint32_t i = 0; i < s->n_simpul; i++)
		if (str_equal(s->simpul[i].kode_tertulis, kode))
			return i;
	return SIMPUL_NONE;
}

/* The node and all above it. */
static void mark(bool *kena, const Snapshot *s, uint32_t simpul)
{
	for (; simpul != SIMPUL_NONE; simpul = s->simpul[simpul].induk)
		kena[simpul] = true;
}

static void node_mark(Kerja *w, uint32_t lama, uint32_t baru)
{
	mark(w->kena_lama, &w->lama->snapshot, lama);
	mark(w->kena_baru, &w->baru->snapshot, baru);
}

static bool money_add(Kerja *w, const Simpul *node, const char *jenis, IsiRupiah lama, IsiRupiah baru)
{
	if (!money_differs(lama, baru))
		return false;
	*ARENA_PUSH(w->arena, w->out->uang, w->out->n_uang, w->cap_uang) = (UbahUang){node->kode_tertulis, node->nama, jenis, money_pair(lama, baru)};
	return true;
}

/* Money is a fact of leaves; above them it only follows. */
static bool money_compare(Kerja *w, const Simpul *lama, const Simpul *baru)
{
	static const Simpul nothing;
	const Simpul *named = baru ? baru : lama, *a = lama ? lama : &nothing, *b = baru ? baru : &nothing;
	bool changed = money_add(w, named, "pagu", a->pagu, b->pagu);
	return money_add(w, named, "realisasi", a->realisasi, b->realisasi) || changed;
}

static bool volume_add(Kerja *w, const BarisRencanaIndikator *row, const char *jenis, IsiDesimal lama, IsiDesimal baru, const char *teks_lama, const char *teks_baru)
{
	if (!number_differs(lama, baru) && str_equal(teks_lama ? teks_lama : "", teks_baru ? teks_baru : ""))
		return false;
	*ARENA_PUSH(w->arena, w->out->volume, w->out->n_volume, w->cap_volume) =
		(UbahVolume){row->kode, row->indikator, row->nama, row->satuan, jenis, number_pair(lama, baru), teks_lama, teks_baru};
	return true;
}

static bool indicator_compare(Kerja *w, const BarisRencanaIndikator *row, const Indikator *lama, const Indikator *baru)
{
	static const Indikator nothing;
	const Indikator *a = lama ? lama : &nothing, *b = baru ? baru : &nothing;
	bool changed = volume_add(w, row, "target", a->target, b->target, a->target_teks, b->target_teks);
	if (row->gema)
		return changed;
	return volume_add(w, row, "realisasi", a->realisasi, b->realisasi, a->realisasi_teks, b->realisasi_teks) || changed;
}

/* Index of the node's indicator with this number; UINT32_MAX. */
static uint32_t indicator_find(const Bulan *b, uint32_t simpul, int64_t nomor)
{
	if (simpul == SIMPUL_NONE)
		return UINT32_MAX;
	const Simpul *node = &b->snapshot.simpul[simpul];
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		if (b->baris_indikator[i]->indikator == nomor)
			return i;
	return UINT32_MAX;
}

static bool indicators_compare(Kerja *w, uint32_t lama, uint32_t baru)
{
	bool changed = false;
	if (baru != SIMPUL_NONE) {
		const Simpul *node = &w->baru->snapshot.simpul[baru];
		for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++) {
			uint32_t before = indicator_find(w->lama, lama, w->baru->baris_indikator[i]->indikator);
			const Indikator *old = before == UINT32_MAX ? NULL : &w->lama->snapshot.indikator[before];
			changed |= indicator_compare(w, w->baru->baris_indikator[i], old, &w->baru->snapshot.indikator[i]);
		}
	}
	if (lama != SIMPUL_NONE) {
		const Simpul *node = &w->lama->snapshot.simpul[lama];
		for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
			if (indicator_find(w->baru, baru, w->lama->baris_indikator[i]->indikator) == UINT32_MAX)
				changed |= indicator_compare(w, w->lama->baris_indikator[i], &w->lama->snapshot.indikator[i], NULL);
	}
	return changed;
}

static bool leaf(const Snapshot *s, uint32_t simpul)
{
	return simpul != SIMPUL_NONE && s->simpul[simpul].akhir == simpul + 1;
}

static bool figures_differ(const Capaian *a, const Capaian *b)
{
	return money_differs(a->pagu, b->pagu) || money_differs(a->realisasi, b->realisasi) || number_differs(a->keuangan, b->keuangan) ||
	       number_differs(a->keluaran, b->keluaran) || number_differs(a->rata_rata, b->rata_rata);
}

static UbahAngka figures_of(const char *kode, const char *nama, AdaSimpul ada, const Capaian *lama, const Capaian *baru)
{
	static const Capaian nothing;
	const Capaian *a = lama ? lama : &nothing, *b = baru ? baru : &nothing;
	return (UbahAngka){kode, nama, ada, number_pair(a->keuangan, b->keuangan), number_pair(a->keluaran, b->keluaran), number_pair(a->rata_rata, b->rata_rata)};
}

/* Facts of a node on both sides; one of them may be SIMPUL_NONE. */
static void node_compare(Kerja *w, uint32_t lama, uint32_t baru)
{
	const Snapshot *old = &w->lama->snapshot, *new = &w->baru->snapshot;
	bool old_leaf = leaf(old, lama), new_leaf = leaf(new, baru);
	bool changed = lama == SIMPUL_NONE || baru == SIMPUL_NONE;
	if (old_leaf || new_leaf)
		changed |= money_compare(w, old_leaf ? &old->simpul[lama] : NULL, new_leaf ? &new->simpul[baru] : NULL);
	changed |= indicators_compare(w, lama, baru);
	if (!changed)
		changed = figures_differ(&w->lama->hasil->simpul[lama], &w->baru->hasil->simpul[baru]);
	if (changed)
		node_mark(w, lama, baru);
}

static void nodes_compare(Kerja *w)
{
	const Snapshot *old = &w->lama->snapshot, *new = &w->baru->snapshot;
	for (uint32_t i = 0; i < new->n_simpul; i++)
		node_compare(w, node_find(old, new->simpul[i].kode_tertulis), i);
	for (uint32_t i = 0; i < old->n_simpul; i++)
		if (node_find(new, old->simpul[i].kode_tertulis) == SIMPUL_NONE)
			node_compare(w, i, SIMPUL_NONE);
}

/* After every node was looked at: what is below decides what is shown above. */
static void figures_fill(Kerja *w)
{
	const Snapshot *old = &w->lama->snapshot, *new = &w->baru->snapshot;
	BandingBulan *out = w->out;
	for (uint32_t i = 0; i < new->n_simpul; i++) {
		uint32_t before = node_find(old, new->simpul[i].kode_tertulis);
		bool both = before != SIMPUL_NONE;
		if (w->kena_baru[i] || (both && w->kena_lama[before]))
			*ARENA_PUSH(w->arena, out->angka, out->n_angka, w->cap_angka) = figures_of(new->simpul[i].kode_tertulis, new->simpul[i].nama, both ? ADA_DUA : ADA_BARU,
			                                                                           both ? &w->lama->hasil->simpul[before] : NULL, &w->baru->hasil->simpul[i]);
	}
	for (uint32_t i = 0; i < old->n_simpul; i++)
		if (node_find(new, old->simpul[i].kode_tertulis) == SIMPUL_NONE)
			*ARENA_PUSH(w->arena, out->angka, out->n_angka, w->cap_angka) =
				figures_of(old->simpul[i].kode_tertulis, old->simpul[i].nama, ADA_LAMA, &w->lama->hasil->simpul[i], NULL);
	out->total = figures_of("", w->baru->opd.nama, ADA_DUA, &w->lama->hasil->total, &w->baru->hasil->total);
}

/* ---- narrative ---- */

static bool is_narrative(const BarisFakta *f)
{
	return !str_equal(f->jenis, "uang") && !str_equal(f->jenis, "volume");
}

static const char *narrative_of(const Bulan *b, const BarisFakta *like)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (str_equal(b->fakta[i].jenis, like->jenis) && str_equal(b->fakta[i].kode, like->kode))
			return b->fakta[i].teks;
	return NULL;
}

static void narrative_compare(Kerja *w)
{
	BandingBulan *out = w->out;
	for (int side = 0; side < 2; side++) {
		const Bulan *b = side ? w->lama : w->baru;
		for (size_t i = 0; i < b->n_fakta; i++) {
			const BarisFakta *f = &b->fakta[i];
			const char *other = is_narrative(f) ? narrative_of(side ? w->baru : w->lama, f) : NULL;
			if (!is_narrative(f) || (side && other) || str_equal(f->teks, other ? other : ""))
				continue;
			*ARENA_PUSH(w->arena, out->narasi, out->n_narasi, w->cap_narasi) =
				(UbahNarasi){f->kode, f->jenis, side ? f->teks : other ? other : "", side ? "" : f->teks};
		}
	}
}

/* ---- the whole ---- */

static SisiBanding side_of(const Bulan *b)
{
	return (SisiBanding){b->bulan, b->revisi, keadaan_name(b->keadaan), b->rencana.versi, NULL};
}

BandingBulan *banding_compare(Arena *arena, const Bulan *lama, const Bulan *baru)
{
	BandingBulan *out = ARENA_NEW(arena, BandingBulan);
	Kerja w = {.arena = arena, .lama = lama, .baru = baru, .out = out};
	w.kena_lama = ARENA_ARRAY(arena, bool, lama->snapshot.n_simpul);
	w.kena_baru = ARENA_ARRAY(arena, bool, baru->snapshot.n_simpul);
	*out = (BandingBulan){.opd = baru->opd.opd, .nama = baru->opd.nama, .tahun = baru->tahun, .lama = side_of(lama), .baru = side_of(baru)};
	out->kebijakan_beda = !str_equal(lama->kebijakan->hash, baru->kebijakan->hash);
	out->desimal = lama->kebijakan->desimal > baru->kebijakan->desimal ? lama->kebijakan->desimal : baru->kebijakan->desimal;
	nodes_compare(&w);
	figures_fill(&w);
	narrative_compare(&w);
	return out;
}

typedef struct {
	int bulan, revisi;
	bool waktu;
	Saat per;
} Sisi;

/* Digits only, at most 4 of them. */
static bool small_number(const char *text, int *out)
{
	int value = 0;
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		value = n > 4 ? 0 : value * 10 + (text[i] - '0');
	}
	*out = value;
	return n > 0 && n <= 4;
}

static Err side_parse(Sisi *out, const Konteks *k, int bulan, const char *terhadap, ErrInfo *info)
{
	int number;
	*out = (Sisi){.bulan = bulan};
	if (small_number(terhadap, &number) && number >= 1 && number <= 12) {
		out->bulan = number;
		if (number != bulan)
			return ERR_OK;
		return err_set(info, ERR_USAGE, teks(k->bahasa, "a month is not compared with itself"), teks(k->bahasa, "name another month (11), a revision (r1) or a time (2023-12-29T12:00)"));
	}
	if (*terhadap == 'r' && small_number(terhadap + 1, &number) && number >= 1) {
		out->revisi = number;
		return ERR_OK;
	}
	out->waktu = waktu_parse(&out->per, terhadap, k->pemda.zona);
	if (out->waktu)
		return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is no month, revision or time"), terhadap),
	               teks(k->bahasa, "name another month (11), a revision (r1) or a time (2023-12-29T12:00)"));
}

static Err old_read(Bulan **out, Konteks *k, const char *opd, int tahun, const Sisi *side, ErrInfo *info)
{
	if (!side->waktu)
		return bulan_read(out, k, opd, tahun, side->bulan, side->revisi, info);
	Konteks then = *k;
	then.per = side->per;
	Err err = store_entry_at(k->store, k->arena, k->pemda.pemda, side->per, &then.sampai, info);
	if (!err && then.sampai == 0)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the ledger began after %s"), waktu_print_id(k->arena, side->per, k->pemda.zona)), NULL);
	return err ? err : bulan_read(out, &then, opd, tahun, side->bulan, 0, info);
}

Err banding_run(BandingBulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, const char *terhadap, ErrInfo *info)
{
	Sisi side;
	Bulan *lama, *baru;
	BarisOpd agency;
	Err err = side_parse(&side, k, bulan, terhadap, info);
	if (!err)
		err = konteks_opd(k, opd, &agency, info);
	if (!err)
		err = bulan_read(&baru, k, agency.opd, tahun, bulan, revisi, info);
	if (!err)
		err = old_read(&lama, k, agency.opd, tahun, &side, info);
	if (err)
		return err;
	*out = banding_compare(k->arena, lama, baru);
	if (k->sampai != STORE_KINI)
		(*out)->baru.per = (*out)->lama.per = waktu_print_iso(k->arena, k->per, k->pemda.zona);
	if (side.waktu)
		(*out)->lama.per = waktu_print_iso(k->arena, side.per, k->pemda.zona);
	return ERR_OK;
}
