#include "app/kisi.h"

#include "app/isian.h"
#include "engine/check.h"

typedef struct {
	Konteks *k;
	Kisi *kisi;
	const Snapshot *s;
	const BarisJejak *jejak; size_t n_jejak; /* entries behind the facts, by number */
	struct { const char *oleh, *nama; } *orang; size_t n_orang, cap_orang;
	size_t cap, cap_temuan;
} Susun;

/* ---- who ---- */

const char *kisi_person(Konteks *k, const char *pengguna)
{
	BarisPengguna row;
	bool found = false;
	ErrInfo none = {0};
	return !store_get_pengguna(k->store, k->arena, k->pemda.pemda, pengguna, &row, &found, &none) && found && *row.nama ? row.nama : pengguna;
}

static const char *person(Susun *s, const char *oleh)
{
	for (size_t i = 0; i < s->n_orang; i++)
		if (str_equal(s->orang[i].oleh, oleh))
			return s->orang[i].nama;
	ARENA_PUSH(s->k->arena, s->orang, s->n_orang, s->cap_orang)->oleh = oleh;
	return s->orang[s->n_orang - 1].nama = kisi_person(s->k, oleh);
}

static void author_find(Susun *s, KisiSel *sel)
{
	size_t low = 0, high = s->n_jejak;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->jejak[middle].id < sel->fakta)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == s->n_jejak || s->jejak[low].id != sel->fakta)
		return;
	sel->oleh = person(s, s->jejak[low].oleh);
	sel->waktu = s->jejak[low].waktu;
}

/* ---- cells ---- */

bool kisi_filled(const KisiSel *sel)
{
	return sel->nilai.isi != ISI_KOSONG || *sel->nilai.teks;
}

static KisiSel *cell_add(Susun *s, JenisIsian jenis, const char *kode, int64_t indikator, const BarisFakta *fact)
{
	KisiSel *sel = ARENA_NEW(s->k->arena, KisiSel);
	*sel = (KisiSel){.jenis = jenis, .kode = kode, .indikator = indikator, .nilai = {.teks = ""}, .oleh = "", .level = LEVEL_NOTE};
	if (fact) {
		sel->nilai = isian_nilai(fact);
		sel->fakta = fact->id;
		sel->disalin = *fact->asal != '\0';
		author_find(s, sel);
	}
	s->kisi->n_sel++;
	s->kisi->n_terisi += kisi_filled(sel);
	return sel;
}

static void money_give(Susun *s, KisiBaris *row, uint32_t lalu)
{
	const Bulan *b = s->kisi->bulan, *before = s->kisi->lalu;
	const Capaian *c = &b->hasil->simpul[row->simpul];
	const Simpul *node = &s->s->simpul[row->simpul];
	row->pagu = c->pagu;
	row->uang_kini = c->realisasi;
	if (before && lalu < before->snapshot.n_simpul)
		row->uang_lalu = before->hasil->simpul[lalu].realisasi;
	Rupiah change;
	if (row->uang_kini.isi != ISI_KOSONG && row->uang_lalu.isi != ISI_KOSONG && rupiah_sub(&change, row->uang_kini.nilai, row->uang_lalu.nilai))
		row->uang_ubah = isi_rupiah(change);
	if (node->akhir == row->simpul + 1)
		row->uang = cell_add(s, ISIAN_UANG, node->kode_tertulis, 0, b->uang[row->simpul]);
}

/* The same indicator in the month before, which may have had another plan. */
static uint32_t indicator_before(const Susun *s, uint32_t lalu, uint32_t indikator)
{
	const Bulan *before = s->kisi->lalu;
	if (!before || lalu >= before->snapshot.n_simpul)
		return SIMPUL_NONE;
	const Simpul *node = &before->snapshot.simpul[lalu];
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		if (before->baris_indikator[i]->indikator == s->kisi->bulan->baris_indikator[indikator]->indikator)
			return i;
	return SIMPUL_NONE;
}

static void volume_give(Susun *s, KisiBaris *row, uint32_t lalu)
{
	const Bulan *b = s->kisi->bulan;
	const Indikator *ind = &s->s->indikator[row->indikator];
	const Simpul *node = &s->s->simpul[row->simpul];
	uint32_t before = indicator_before(s, lalu, row->indikator);
	if (before != SIMPUL_NONE) {
		row->volume_lalu = s->kisi->lalu->snapshot.indikator[before].realisasi;
		row->volume_lalu_teks = s->kisi->lalu->snapshot.indikator[before].realisasi_teks;
	}
	Desimal change;
	if (ind->realisasi.isi != ISI_KOSONG && row->volume_lalu.isi != ISI_KOSONG && desimal_sub(&change, ind->realisasi.nilai, row->volume_lalu.nilai))
		row->volume_ubah = isi_desimal(desimal_trim(change));
	if (node->akhir == row->simpul + 1) {
		s->kisi->n_indikator += !ind->gema;
		s->kisi->n_terlapor += !ind->gema && (ind->realisasi.isi != ISI_KOSONG || ind->realisasi_teks);
	}
	if (ind->gema)
		return;
	row->volume = cell_add(s, ISIAN_VOLUME, node->kode_tertulis, b->baris_indikator[row->indikator]->indikator, b->volume[row->indikator]);
	row->volume->teks = ind->target_teks != NULL;
	row->volume->sebulan = str_equal(bulan_behaviour(b, row->indikator), "jumlah");
}

static bool changed(const KisiBaris *row, bool money)
{
	const KisiSel *sel = money ? row->uang : row->volume;
	if (!sel || !kisi_filled(sel))
		return false;
	return money ? row->uang_ubah.isi == ISI_ADA || (row->uang_lalu.isi == ISI_KOSONG && sel->nilai.isi == ISI_ADA)
	             : row->volume_ubah.isi == ISI_ADA || (row->volume_lalu.isi == ISI_KOSONG && sel->nilai.isi == ISI_ADA);
}

static void node_rows(Susun *s, uint32_t i)
{
	Kisi *g = s->kisi;
	const Simpul *node = &s->s->simpul[i];
	uint32_t lalu = g->lalu ? snapshot_lookup(&g->lalu->snapshot, node->kode_tertulis) : SIMPUL_NONE, n = node->n_indikator ? node->n_indikator : 1;
	g->baris_simpul[i] = (uint32_t)g->n;
	g->n_program += node->tingkat == TINGKAT_PROGRAM;
	g->n_kegiatan += node->tingkat == TINGKAT_KEGIATAN;
	g->n_sub += node->tingkat == TINGKAT_SUB_KEGIATAN;
	for (uint32_t j = 0; j < n; j++) {
		KisiBaris *row = ARENA_PUSH(s->k->arena, g->baris, g->n, s->cap);
		*row = (KisiBaris){.simpul = i, .indikator = node->n_indikator ? node->indikator_awal + j : SIMPUL_NONE, .pertama = j == 0, .n = (uint16_t)n};
		if (j == 0)
			money_give(s, row, lalu);
		if (node->n_indikator)
			volume_give(s, row, lalu);
		g->n_berubah += (uint32_t)changed(row, true) + (uint32_t)changed(row, false);
	}
}

/* ---- findings at their cells ---- */

static bool about_money(const char *rule)
{
	static const char *const rules[] = {"realisasi-lebih", "pagu-nol"};
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (str_equal(rules[i], rule))
			return true;
	return false;
}

/* The row that a finding is about: of the indicator whose value it quotes, else of the first cell to be filled in. */
static uint32_t row_of(const Susun *s, uint32_t simpul, const Temuan *t, bool *money)
{
	const Kisi *g = s->kisi;
	uint32_t first = g->baris_simpul[simpul], chosen = first;
	bool found = false;
	*money = about_money(t->rule);
	for (uint32_t r = first; r < first + g->baris[first].n && !*money; r++) {
		const KisiBaris *row = &g->baris[r];
		if (!row->volume)
			continue;
		if (!found)
			chosen = r;
		found = true;
		IsiDesimal now = s->s->indikator[row->indikator].realisasi;
		if (t->printed && now.isi != ISI_KOSONG && str_equal(desimal_print_plain(s->k->arena, now.nilai, now.nilai.scale), t->printed))
			return r;
		if (str_equal(t->rule, "target-nol") && s->s->indikator[row->indikator].target.isi != ISI_ADA)
			return r;
	}
	*money |= !found;
	return chosen;
}

static void finding_add(Susun *s, KisiTemuan t)
{
	Kisi *g = s->kisi;
	*ARENA_PUSH(s->k->arena, g->temuan, g->n_temuan, s->cap_temuan) = t;
	if (t.baris == KISI_LAPORAN)
		return;
	KisiBaris *row = &g->baris[t.baris], *first = &g->baris[g->baris_simpul[row->simpul]];
	LevelTemuan level = t.penjelasan && t.level == LEVEL_WARNING ? LEVEL_NOTE : t.level;
	first->n_temuan += level != LEVEL_NOTE;
	KisiSel *sel = t.di_uang ? first->uang : row->volume;
	if (!sel)
		return;
	sel->level = !sel->ada_temuan || level < sel->level ? level : sel->level;
	sel->ada_temuan = true;
}

static const char *node_narrative(const Bulan *b, const char *kode)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (str_equal(b->fakta[i].kode, kode) && str_equal(b->fakta[i].jenis, "permasalahan") && !str_blank(b->fakta[i].teks))
			return b->fakta[i].teks;
	return NULL;
}

static const char *percent(const Susun *s, Desimal value)
{
	Desimal rounded = value;
	uint8_t decimals = s->kisi->bulan->kebijakan->desimal;
	if (!desimal_rescale(&rounded, value, decimals, s->kisi->bulan->kebijakan->pembulatan))
		rounded = value;
	return desimal_print_id(s->k->arena, rounded, rounded.scale);
}

/* A node that lags says so itself, and its reason has a place: what the rule lists for the whole report. */
static void lagging_add(Susun *s, uint32_t i, LevelTemuan level)
{
	const Bulan *b = s->kisi->bulan;
	const Capaian *c = &b->hasil->simpul[i];
	Desimal due;
	const Temuan none = {.rule = ""};
	bool money, output = check_lags(c->keluaran, b->kebijakan->lambat_keluaran, (uint8_t)b->bulan, &due);
	if (!output && !check_lags(c->keuangan, b->kebijakan->lambat_keuangan, (uint8_t)b->bulan, &due))
		return;
	uint32_t row = row_of(s, i, &none, &money);
	Konteks *k = s->k;
	finding_add(s, (KisiTemuan){.baris = row, .di_uang = money || !output, .aturan = "narasi-kosong", .kode = s->s->simpul[i].kode_tertulis, .level = level,
	                            .pesan = output ? str_format(k->arena, teks(k->bahasa, "Output %s %% is below the bound %s %%."), percent(s, c->keluaran.nilai), percent(s, due))
	                                            : str_format(k->arena, teks(k->bahasa, "Spending %s %% is below the bound %s %%."), percent(s, c->keuangan.nilai), percent(s, due)),
	                            .petunjuk = teks(k->bahasa, "If it is right, write what hinders it; if it is wrong, correct the cell."),
	                            .penjelasan = node_narrative(b, s->s->simpul[i].kode_tertulis), .narasi = true});
}

static Err findings_place(Susun *s, ErrInfo *info)
{
	Kisi *g = s->kisi;
	PeriksaBulan *p;
	Err err = siklus_check(&p, s->k, g->bulan, info);
	if (err)
		return err;
	g->periksa = p;
	LevelTemuan lagging = LEVEL_NOTE;
	for (size_t i = 0; i < p->daftar->n; i++) {
		const Temuan *t = p->baris[i].temuan;
		uint32_t simpul = t->kode ? snapshot_lookup(s->s, t->kode) : SIMPUL_NONE;
		if (str_equal(t->rule, "narasi-kosong") && !p->baris[i].penjelasan)
			lagging = LEVEL_WARNING;
		bool money = false;
		uint32_t row = simpul < s->s->n_simpul ? row_of(s, simpul, t, &money) : KISI_LAPORAN;
		finding_add(s, (KisiTemuan){.baris = row, .di_uang = money, .aturan = t->rule, .kode = row == KISI_LAPORAN ? "" : s->s->simpul[simpul].kode_tertulis, .level = t->level,
		                            .pesan = t->message, .petunjuk = t->hint, .penjelasan = p->baris[i].penjelasan});
	}
	for (uint32_t i = 0; i < s->s->n_simpul; i++)
		if (s->s->simpul[i].akhir == i + 1)
			lagging_add(s, i, lagging);
	for (size_t i = 0; i < g->n; i++)
		g->n_baris_temuan += kisi_row_shown(g, i, "temuan");
	return ERR_OK;
}

/* ---- the whole ---- */

static void totals_give(Kisi *g)
{
	Rupiah change;
	const Capaian *now = &g->bulan->hasil->total;
	if (g->lalu)
		g->total_lalu = g->lalu->hasil->total.realisasi;
	if (now->realisasi.isi != ISI_KOSONG && g->total_lalu.isi != ISI_KOSONG && rupiah_sub(&change, now->realisasi.nilai, g->total_lalu.nilai))
		g->total_ubah = isi_rupiah(change);
}

static Err authors_load(Susun *s, ErrInfo *info)
{
	BarisJejak *rows;
	const Bulan *b = s->kisi->bulan;
	Err err = store_list_jejak_bulan(s->k->store, s->k->arena, s->k->pemda.pemda, b->opd.opd, b->tahun, b->bulan, &rows, &s->n_jejak, info);
	s->jejak = rows;
	return err;
}

static void openness(Konteks *k, Kisi *g)
{
	ErrInfo why = {0};
	g->terbuka = !siklus_open_for_entry(k, g->bulan, &why) && !konteks_may(k, AKSI_ISI, g->bulan->opd.opd, &why);
	g->sebab = g->terbuka ? NULL : why.message;
}

Err kisi_load(Kisi **out, Konteks *k, const char *opd, int tahun, int bulan, unsigned sifat, ErrInfo *info)
{
	Bulan *now, *before = NULL;
	Err err = bulan_read(&now, k, opd, tahun, bulan, 0, info);
	if (!err && bulan > 1)
		err = bulan_load(&before, k, now->opd.opd, tahun, bulan - 1, 0, info);
	if (err)
		return err;
	Kisi *g = ARENA_NEW(k->arena, Kisi);
	*g = (Kisi){.bulan = now, .lalu = before, .baris_simpul = ARENA_ARRAY(k->arena, uint32_t, now->snapshot.n_simpul)};
	Susun s = {.k = k, .kisi = g, .s = &now->snapshot};
	if (sifat & KISI_PENULIS)
		err = authors_load(&s, info);
	for (uint32_t i = 0; !err && i < now->snapshot.n_simpul; i++)
		node_rows(&s, i);
	totals_give(g);
	openness(k, g);
	if (!err && (sifat & KISI_TEMUAN))
		err = findings_place(&s, info);
	*out = g;
	return err;
}

bool kisi_row_shown(const Kisi *g, size_t baris, const char *saring)
{
	const KisiBaris *row = &g->baris[baris];
	const KisiSel *cells[] = {row->uang, row->volume};
	if (str_equal(saring, "berubah"))
		return changed(row, true) || changed(row, false);
	bool kosong = str_equal(saring, "kosong"), temuan = str_equal(saring, "temuan");
	for (int i = 0; i < 2; i++)
		if (cells[i] && ((kosong && !kisi_filled(cells[i])) || (temuan && cells[i]->ada_temuan && cells[i]->level != LEVEL_NOTE)))
			return true;
	return !kosong && !temuan;
}

size_t kisi_find(const Kisi *g, const char *kode, int64_t indikator)
{
	for (size_t i = 0; i < g->n; i++) {
		const KisiBaris *row = &g->baris[i];
		const KisiSel *sel = indikator ? row->volume : row->uang;
		if (sel && sel->indikator == indikator && str_equal(sel->kode, kode))
			return i;
	}
	return g->n;
}

void kisi_count(const Kisi *g, uint32_t simpul, uint32_t *n, uint32_t *terisi)
{
	uint32_t last = g->bulan->snapshot.simpul[simpul].akhir;
	*n = *terisi = 0;
	for (size_t i = g->baris_simpul[simpul]; i < g->n && g->baris[i].simpul < last; i++) {
		const KisiSel *cells[] = {g->baris[i].uang, g->baris[i].volume};
		for (int c = 0; c < 2; c++) {
			*n += cells[c] != NULL;
			*terisi += cells[c] && kisi_filled(cells[c]);
		}
	}
}

bool kisi_difference(const KonflikIsian *konflik, Desimal *out)
{
	if (!desimal_sub(out, konflik->saya.angka, konflik->mereka.angka) || out->m == INT64_MIN)
		return false;
	if (out->m < 0)
		out->m = -out->m;
	return true;
}
