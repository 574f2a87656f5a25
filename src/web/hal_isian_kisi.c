/* The table of the entry grid. */
#include "web/hal_isian.h"
#include "web/unsur.h"

enum { N_KOLOM = 16 };

const char *const KISI_SEL_HITUNG[] = {"u-rini", "u-rub", "u-vub", "u-keu", "u-kind", "u-kel", "u-rata", NULL};

static const Snapshot *tree(const Lembar *l)
{
	return &l->kisi->bulan->snapshot;
}

static Bahasa bahasa(const Lembar *l)
{
	return l->m->bahasa;
}

static bool leaf(const Lembar *l, uint32_t simpul)
{
	return tree(l)->simpul[simpul].akhir == simpul + 1;
}

static uint32_t program_of(const Lembar *l, uint32_t simpul)
{
	while (tree(l)->simpul[simpul].induk != SIMPUL_NONE)
		simpul = tree(l)->simpul[simpul].induk;
	return simpul;
}

static const char *number_of(const Simpul *node)
{
	return *node->nomor ? node->nomor : node->kode_tertulis;
}

/* ---- figures ---- */

static const char *change_money(const Lembar *l, IsiRupiah change, const char **exact)
{
	*exact = NULL;
	if (change.isi == ISI_KOSONG)
		return "";
	if (change.isi == ISI_ADA)
		*exact = str_format(l->m->arena, "%s%s", change.nilai.sen > 0 ? "+" : "", rupiah_print_id(l->m->arena, change.nilai));
	return teks_ubah_ringkas(l->m->arena, change.nilai, bahasa(l));
}

static const char *change_volume(const Lembar *l, IsiDesimal change)
{
	if (change.isi == ISI_KOSONG)
		return "";
	if (change.isi == ISI_NIHIL)
		return teks(bahasa(l), "unchanged");
	return str_format(l->m->arena, "%s%s", change.nilai.m > 0 ? "+" : "", volume_teks(l->m->arena, change));
}

static const char *percent(const Lembar *l, IsiDesimal value, const char *absent)
{
	return value.isi == ISI_KOSONG ? absent : teks_persen(l->m->arena, value, l->kisi->bulan->kebijakan->desimal);
}

static void with_title(Html *h, const char *title, const char *text)
{
	if (!title) {
		html_text(h, text);
		return;
	}
	html_open(h, "span");
	html_attr(h, "title", title);
	html_text(h, text);
	html_close(h);
}

/* A low predicate stands beside the mean, in letters; before December a mean is judged by the plan, not by the year's target. */
static void mean_write(Html *h, const Lembar *l, const Capaian *c)
{
	const Kebijakan *policy = l->kisi->bulan->kebijakan;
	int slot = c->predikat < 0 ? 5 : (policy->n_pita > 5 ? 6 : 5) - c->predikat;
	if (l->pilih.bulan == 12 && slot >= 1 && slot <= 2) {
		StrBuf letters = {.arena = l->m->arena};
		const char *name = policy->pita[c->predikat].nama;
		for (const char *p = name; *p; p++)
			if (p == name || p[-1] == ' ')
				strbuf_addc(&letters, *p);
		html_open(h, "span");
		html_attr(h, "class", str_format(l->m->arena, "c-p c-pt c-p%d", slot));
		html_attr(h, "title", name);
		html_text(h, strbuf_text(&letters));
		html_close(h);
		html_text(h, " ");
	}
	html_text(h, percent(l, c->rata_rata, "-"));
}

static void output_write(Html *h, const Lembar *l, const Capaian *c, bool indicators)
{
	if (c->terlapor < c->seluruh && c->keluaran.isi != ISI_KOSONG) {
		html_open(h, "small");
		html_attr(h, "class", "pt");
		html_attr(h, "title", str_format(l->m->arena, indicators ? teks(bahasa(l), "%u of %u indicators reported") : teks(bahasa(l), "%u of %u parts reported"), c->terlapor, c->seluruh));
		html_text(h, str_format(l->m->arena, "%u/%u", c->terlapor, c->seluruh));
		html_close(h);
	}
	html_text(h, percent(l, c->keluaran, "-"));
}

static void indicator_write(Html *h, const Lembar *l, const KisiBaris *row, const Capaian *c)
{
	if (row->indikator == SIMPUL_NONE)
		return;
	const Indikator *ind = &tree(l)->indikator[row->indikator];
	if (ind->gema) {
		html_text(h, percent(l, c->keluaran, ""));
		return;
	}
	bool reported = ind->realisasi.isi != ISI_KOSONG || ind->realisasi_teks;
	html_text(h, percent(l, l->kisi->bulan->hasil->indikator[row->indikator], reported ? "-" : ""));
}

void kisi_figure(Html *h, const Lembar *l, size_t baris, const char *sel)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const Capaian *c = &l->kisi->bulan->hasil->simpul[row->simpul];
	const char *exact;
	if (str_equal(sel, "u-rini")) {
		html_text(h, row->uang_kini.isi == ISI_KOSONG ? "" : teks_uang(l->m->arena, row->uang_kini));
	} else if (str_equal(sel, "u-rub")) {
		const char *text = change_money(l, row->uang_ubah, &exact);
		with_title(h, exact, text);
	} else if (str_equal(sel, "u-vub")) {
		html_text(h, change_volume(l, row->volume_ubah));
	} else if (str_equal(sel, "u-keu")) {
		html_text(h, percent(l, c->keuangan, "-"));
	} else if (str_equal(sel, "u-kind")) {
		indicator_write(h, l, row, c);
	} else if (str_equal(sel, "u-kel")) {
		output_write(h, l, c, leaf(l, row->simpul));
	} else {
		mean_write(h, l, c);
	}
}

static void total_link(Html *h, const Lembar *l, const char *text, const char *column)
{
	angka_kenapa(h, text, str_format(l->m->arena, "/penjelasan/%s/%d/%d/total/%s", l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, column));
}

void kisi_total(Html *h, const Lembar *l, const char *sel)
{
	const Capaian *c = &l->kisi->bulan->hasil->total;
	const char *exact;
	if (str_equal(sel, "u-rini")) {
		html_text(h, c->realisasi.isi == ISI_KOSONG ? "" : teks_uang(l->m->arena, c->realisasi));
	} else if (str_equal(sel, "u-rub")) {
		const char *text = change_money(l, l->kisi->total_ubah, &exact);
		with_title(h, exact, text);
	} else if (str_equal(sel, "u-vub")) {
		html_text(h, str_format(l->m->arena, teks(bahasa(l), "%u of %u indicators"), l->kisi->n_terlapor, l->kisi->n_indikator));
	} else if (str_equal(sel, "u-keu")) {
		total_link(h, l, percent(l, c->keuangan, "-"), "keuangan");
	} else if (str_equal(sel, "u-kel")) {
		total_link(h, l, percent(l, c->keluaran, "-"), "keluaran");
	} else if (str_equal(sel, "u-rata")) {
		total_link(h, l, percent(l, c->rata_rata, "-"), "rata-rata");
	}
}

/* ---- cells ---- */

static void cell(Html *h, const char *class, const char *text)
{
	html_element(h, "td", class, text);
}

static void figure_cell(Html *h, const Lembar *l, size_t baris, const char *class, const char *sel)
{
	html_open(h, "td");
	html_attr(h, "class", str_format(l->m->arena, "%s %s", class, sel));
	kisi_figure(h, l, baris, sel);
	html_close(h);
}

static const Ketikan *typed_find(const Lembar *l, const char *nama)
{
	for (size_t i = 0; i < l->n_ketikan; i++)
		if (str_equal(l->ketikan[i].nama, nama))
			return &l->ketikan[i];
	return NULL;
}

static void entry_input(Html *h, const Lembar *l, const KisiSel *sel, size_t baris, const Ketikan *typed)
{
	Arena *arena = l->m->arena;
	const KisiBaris *row = &l->kisi->baris[baris];
	bool money = sel->jenis == ISIAN_UANG;
	const char *id = kisi_id(arena, l, baris);
	html_open(h, "input");
	html_attr(h, "inputmode", sel->teks ? "text" : "decimal");
	html_attr(h, "autocomplete", "off");
	html_attr(h, "name", sel_nama(arena, sel));
	html_attr(h, "value", typed ? typed->nilai : kisi_teks(arena, sel->jenis, sel->nilai));
	html_attr(h, "placeholder", teks(bahasa(l), "kosong"));
	html_attr(h, "aria-labelledby", money ? str_format(arena, "n-%s h-rini", sel->kode) : str_format(arena, "n-%s i-%s h-vini", sel->kode, id));
	html_attr(h, "form", str_format(arena, "f-%u", program_of(l, row->simpul)));
	if (typed || sel->ada_temuan)
		html_attr(h, "aria-describedby", str_format(arena, "x-%s", id));
	if (typed || (sel->ada_temuan && sel->level == LEVEL_ERROR))
		html_attr(h, "aria-invalid", "true");
	html_void_end(h);
}

static void entry_cell(Html *h, const Lembar *l, const KisiSel *sel, size_t baris)
{
	Arena *arena = l->m->arena;
	const Ketikan *typed = l->n_ketikan ? typed_find(l, sel_nama(arena, sel)) : NULL;
	html_open(h, "td");
	html_attr(h, "class", typed ? typed->konflik ? "e is-conf" : "e is-err" : sel_kelas(arena, sel, l->kisi->terbuka));
	const char *by = sel_oleh(l, sel), *mark = typed ? typed->konflik ? "arrows-diff" : "alert-octagon" : sel_ikon(sel);
	if (*by)
		html_attr(h, "data-o", by);
	if (sel->sebulan)
		html_attr(h, "data-bulan", "1");
	if (mark)
		ikon_kelas(h, mark, "c-i m");
	if (l->kisi->terbuka)
		entry_input(h, l, sel, baris, typed);
	else
		html_element(h, "span", "v", kisi_filled(sel) ? kisi_teks(arena, sel->jenis, sel->nilai) : teks(bahasa(l), "kosong"));
	html_close(h);
}

static void money_cells(Html *h, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	Arena *arena = l->m->arena;
	bool parts = row->n > 1;
	if (!row->pertama) {
		for (int i = 0; i < 4; i++)
			cell(h, i == 3 ? "k opt" : "k", "");
		return;
	}
	cell(h, parts ? "n gap" : "n", row->pagu.isi == ISI_KOSONG ? "" : teks_uang(arena, row->pagu));
	cell(h, parts ? "n gap w4" : "n w4", row->uang_lalu.isi == ISI_KOSONG ? "" : row->uang_lalu.isi == ISI_NIHIL ? "nihil" : teks_uang(arena, row->uang_lalu));
	if (row->uang)
		entry_cell(h, l, row->uang, baris);
	else
		figure_cell(h, l, baris, parts ? "n gap" : "n", "u-rini");
	figure_cell(h, l, baris, parts ? "n opt gap w4" : "n opt w4", "u-rub");
}

static const char *target_text(const Lembar *l, const Indikator *ind)
{
	return ind->target_teks ? ind->target_teks : volume_teks(l->m->arena, ind->target);
}

static void volume_cells(Html *h, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	if (row->indikator == SIMPUL_NONE) {
		for (int i = 0; i < 4; i++)
			cell(h, i == 3 ? "k opt" : "k", "");
		return;
	}
	const Indikator *ind = &tree(l)->indikator[row->indikator];
	cell(h, "n u-vt w4", target_text(l, ind));
	cell(h, "n w4", row->volume_lalu_teks ? row->volume_lalu_teks : row->volume_lalu.isi == ISI_NIHIL ? "nihil" : volume_teks(l->m->arena, row->volume_lalu));
	if (row->volume)
		entry_cell(h, l, row->volume, baris);
	else
		cell(h, "n w4", ind->realisasi_teks ? ind->realisasi_teks : volume_teks(l->m->arena, ind->realisasi));
	figure_cell(h, l, baris, "n opt w4", "u-vub");
}

static void figure_cells(Html *h, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const char *own = row->n > 1 ? "n gap" : "n";
	if (row->pertama)
		figure_cell(h, l, baris, own, "u-keu");
	else
		cell(h, "k", "");
	figure_cell(h, l, baris, "n w4", "u-kind");
	if (!row->pertama) {
		cell(h, "k", "");
		cell(h, "k", "");
		return;
	}
	figure_cell(h, l, baris, own, "u-kel");
	figure_cell(h, l, baris, own, "u-rata");
}

/* ---- heads of a row ---- */

static size_t comments_open(const Lembar *l, uint32_t simpul);

/* Findings below a closed branch, counted at its number. */
static void hidden_findings(Html *h, const Lembar *l, uint32_t simpul)
{
	uint32_t n = 0;
	for (uint32_t i = simpul + 1; i < tree(l)->simpul[simpul].akhir; i++)
		n += l->kisi->baris[l->kisi->baris_simpul[i]].n_temuan;
	if (!n)
		return;
	html_open(h, "span");
	html_attr(h, "class", "in");
	ikon_kecil(h, "alert-triangle");
	html_text(h, str_format(l->m->arena, "%u", n));
	html_element(h, "span", "c-vh", str_format(l->m->arena, teks(bahasa(l), " findings within %s"), number_of(&tree(l)->simpul[simpul])));
	html_close(h);
}

/* A speech mark where something was asked and is not settled. */
static void comment_mark(Html *h, const Lembar *l, uint32_t simpul)
{
	size_t n = l->n_komentar ? comments_open(l, simpul) : 0;
	if (!n)
		return;
	html_open(h, "span");
	html_attr(h, "class", "in");
	ikon_kecil(h, "message");
	html_text(h, str_format(l->m->arena, "%zu", n));
	html_element(h, "span", "c-vh", teks(bahasa(l), " notes of the verifier"));
	html_close(h);
}

static void number_head(Html *h, const Lembar *l, const KisiBaris *row)
{
	Arena *arena = l->m->arena;
	const Simpul *node = &tree(l)->simpul[row->simpul];
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_attr(h, "class", "no fz1");
	if (row->n > 1)
		html_attr_int(h, "rowspan", row->n);
	if (leaf(l, row->simpul)) {
		html_text(h, number_of(node));
		comment_mark(h, l, row->simpul);
		html_close(h);
		return;
	}
	bool open = l->buka[row->simpul];
	const char *to = open ? node->induk == SIMPUL_NONE ? "-" : tree(l)->simpul[node->induk].kode_tertulis : node->kode_tertulis;
	html_open(h, "a");
	html_attr(h, "href", str_format(arena, "%s?saring=%s&buka=%s#n-%s", l->dasar, l->saring, to, node->kode_tertulis));
	html_attr(h, "aria-expanded", open ? "true" : "false");
	html_attr(h, "aria-label", str_format(arena, open ? teks(bahasa(l), "Close %s") : teks(bahasa(l), "Open %s"), number_of(node)));
	html_attr(h, "data-lipat", node->kode_tertulis);
	ikon_kecil(h, open ? "chevron-down" : "chevron-right");
	html_text(h, number_of(node));
	html_close(h);
	if (!open)
		hidden_findings(h, l, row->simpul);
	comment_mark(h, l, row->simpul);
	html_close(h);
}

static void clamped(Html *h, const Lembar *l, const char *text, const char *class)
{
	html_open(h, "span");
	html_attr(h, "class", class ? str_format(l->m->arena, "c-clamp %s", class) : "c-clamp");
	html_attr(h, "title", text);
	html_text(h, text);
	html_close(h);
}

static void row_heads(Html *h, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const Simpul *node = &tree(l)->simpul[row->simpul];
	Arena *arena = l->m->arena;
	if (row->pertama) {
		number_head(h, l, row);
		html_open(h, "th");
		html_attr(h, "scope", "row");
		html_attr(h, "class", "fz2");
		html_attr(h, "id", str_format(arena, "n-%s", node->kode_tertulis));
		if (row->n > 1)
			html_attr_int(h, "rowspan", row->n);
		clamped(h, l, node->nama, row->n > 2 ? "b5" : row->n > 1 ? "b3" : NULL);
		html_close(h);
	}
	html_open(h, "td");
	html_attr(h, "id", str_format(arena, "i-%s", kisi_id(arena, l, baris)));
	if (row->indikator != SIMPUL_NONE)
		clamped(h, l, tree(l)->indikator[row->indikator].nama, "w4");
	html_close(h);
	cell(h, "sat w4", row->indikator != SIMPUL_NONE ? tree(l)->indikator[row->indikator].satuan : "");
}

/* ---- findings ---- */

static const char *level_class(LevelTemuan level)
{
	return level == LEVEL_ERROR ? "err" : level == LEVEL_WARNING ? "warn" : "note";
}

static void finding_form(Html *h, const Lembar *l, const KisiTemuan *t, const char *id)
{
	Minta *m = l->m;
	form_mulai(h, m, str_format(m->arena, "%s/jelaskan", l->dasar), "c-jelas", false);
	form_tersembunyi(h, "aturan", t->narasi ? "" : t->aturan);
	form_tersembunyi(h, "kode", t->kode);
	html_open(h, "label");
	html_attr(h, "class", "c-vh");
	html_attr(h, "for", id);
	html_text(h, str_format(m->arena, teks(bahasa(l), "Explanation for %s"), t->kode));
	html_close(h);
	html_open(h, "textarea");
	html_attr(h, "class", "form-control");
	html_attr(h, "name", "teks");
	html_attr(h, "rows", "1");
	html_attr(h, "id", id);
	html_text(h, t->penjelasan ? t->penjelasan : "");
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "acts");
	tombol(h, "btn-sm btn-primary", NULL, teks(bahasa(l), "Save explanation"), NULL, NULL);
	html_open(h, "button");
	html_attr(h, "class", "btn btn-sm btn-ghost js-saja");
	html_attr(h, "type", "button");
	html_attr(h, "data-aksi", "tunda");
	html_text(h, teks(bahasa(l), "Later"));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void finding_body(Html *h, const Lembar *l, const KisiTemuan *t, const char *id)
{
	html_open(h, "div");
	html_attr(h, "class", str_format(l->m->arena, "c-find %s", level_class(t->penjelasan && t->level == LEVEL_WARNING ? LEVEL_NOTE : t->level)));
	ikon(h, ikon_level(t->level));
	html_open(h, "div");
	html_attr(h, "class", "body");
	html_element(h, "b", NULL, t->pesan);
	if (t->petunjuk) {
		html_text(h, " ");
		html_text(h, t->petunjuk);
	}
	if (l->kisi->terbuka && (t->level == LEVEL_WARNING || t->narasi))
		finding_form(h, l, t, id);
	html_close(h);
	html_close(h);
}

bool kisi_comment_here(const Lembar *l, size_t baris, const Komentar *k)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const Simpul *node = &tree(l)->simpul[row->simpul];
	if (!*k->kode || !str_equal(k->kode, node->kode_tertulis))
		return false;
	int64_t number = row->indikator == SIMPUL_NONE ? 0 : l->kisi->bulan->baris_indikator[row->indikator]->indikator;
	return k->indikator ? k->indikator == number : row->pertama;
}

static void comment_line(Html *h, const Lembar *l, const KomentarBaris *b)
{
	html_open(h, "p");
	html_text(h, b->teks);
	html_text(h, " ");
	html_element(h, "span", "c-s c-2", str_format(l->m->arena, "%s, %s", b->nama, sel_saat(l->m, b->waktu)));
	html_close(h);
}

/* What was asked about the row, what was answered, and a place to answer. */
static void comment_body(Html *h, const Lembar *l, const Komentar *k)
{
	Minta *m = l->m;
	const char *id = str_format(m->arena, "j-%lld", (long long)k->id);
	html_open(h, "div");
	html_attr(h, "class", k->selesai ? "c-find note" : "c-find warn");
	ikon(h, "message");
	html_open(h, "div");
	html_attr(h, "class", "body");
	for (size_t i = 0; i < k->n; i++)
		if (*k->baris[i].teks)
			comment_line(h, l, &k->baris[i]);
	if (l->kisi->terbuka && !k->selesai) {
		form_mulai(h, m, str_format(m->arena, "%s/jawab", l->dasar), "c-jelas", false);
		form_tersembunyi(h, "id", str_format(m->arena, "%lld", (long long)k->id));
		form_tersembunyi(h, "kode", k->kode);
		html_open(h, "label");
		html_attr(h, "class", "c-vh");
		html_attr(h, "for", id);
		html_text(h, str_format(m->arena, teks(bahasa(l), "Answer for %s"), k->kode));
		html_close(h);
		html_open(h, "textarea");
		html_attr(h, "class", "form-control");
		html_attr(h, "name", "teks");
		html_attr(h, "rows", "1");
		html_attr(h, "id", id);
		html_close(h);
		html_open(h, "div");
		html_attr(h, "class", "acts");
		tombol(h, "btn-sm btn-primary", NULL, teks(bahasa(l), "Answer"), NULL, NULL);
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static size_t comments_open(const Lembar *l, uint32_t simpul)
{
	size_t n = 0, first = l->kisi->baris_simpul[simpul];
	for (size_t c = 0; c < l->n_komentar; c++)
		for (size_t i = first; i < first + l->kisi->baris[first].n; i++)
			n += !l->komentar[c].selesai && kisi_comment_here(l, i, &l->komentar[c]);
	return n;
}

bool kisi_has_findings(const Lembar *l, size_t baris)
{
	for (size_t i = 0; i < l->n_komentar; i++)
		if (kisi_comment_here(l, baris, &l->komentar[i]))
			return true;
	for (size_t i = 0; i < l->kisi->n_temuan; i++)
		if (l->kisi->temuan[i].baris == baris)
			return true;
	return false;
}

static void typed_finding(Html *h, const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	const KisiSel *cells[] = {row->uang, row->volume};
	for (int i = 0; i < 2; i++) {
		const Ketikan *t = cells[i] ? typed_find(l, sel_nama(l->m->arena, cells[i])) : NULL;
		if (!t)
			continue;
		if (t->konflik) {
			kisi_conflict(h, l, cells[i]->jenis, t->konflik, t->nama);
			continue;
		}
		html_open(h, "div");
		html_attr(h, "class", "c-find err");
		ikon(h, "alert-octagon");
		html_open(h, "div");
		html_attr(h, "class", "body");
		html_element(h, "b", NULL, t->pesan);
		html_text(h, " ");
		html_text(h, t->petunjuk ? t->petunjuk : "");
		if (t->turun) {
			html_open(h, "label");
			html_attr(h, "class", "c-vh");
			html_attr(h, "for", str_format(l->m->arena, "a-%s", t->nama));
			html_text(h, teks(bahasa(l), "Reason for the fall"));
			html_close(h);
			html_open(h, "textarea");
			html_attr(h, "class", "form-control");
			html_attr(h, "rows", "1");
			html_attr(h, "id", str_format(l->m->arena, "a-%s", t->nama));
			html_attr(h, "name", str_format(l->m->arena, "alasan:%s", t->nama));
			html_attr(h, "form", str_format(l->m->arena, "f-%u", program_of(l, row->simpul)));
			html_close(h);
		}
		html_close(h);
		html_close(h);
	}
}

/* Both values, who, when, and the choice. Scripts act on the buttons; without them each is a form. */
void kisi_conflict(Html *h, const Lembar *l, JenisIsian jenis, const KonflikIsian *c, const char *nama)
{
	Minta *m = l->m;
	Isian cell;
	sel_parse(m->arena, nama, &cell);
	const char *person = kisi_person(m->k, c->oleh), *key = sel_kunci(m->arena, jenis, cell.kode, cell.indikator), *theirs = kisi_teks(m->arena, jenis, c->mereka), *mine = kisi_teks(m->arena, jenis, c->saya);
	html_open(h, "div");
	html_attr(h, "class", "c-find conf");
	ikon(h, "arrows-diff");
	html_open(h, "div");
	html_attr(h, "class", "body");
	html_element(h, "b", NULL, teks(bahasa(l), "Two people filled this cell."));
	html_text(h, " ");
	html_text(h, teks(bahasa(l), "Choose the right value; the other one stays in the history."));
	html_open(h, "div");
	html_attr(h, "class", "c-two");
	html_open(h, "span");
	html_element(h, "b", "v", *mine ? mine : teks(bahasa(l), "kosong"));
	html_element(h, "span", "c-2", teks(bahasa(l), "You, not saved"));
	html_close(h);
	html_open(h, "span");
	html_element(h, "b", "v", *theirs ? theirs : teks(bahasa(l), "kosong"));
	html_element(h, "span", "c-2", str_format(m->arena, teks(bahasa(l), "%s, %s; saved"), person, sel_saat(m, c->waktu)));
	html_close(h);
	Desimal difference;
	if (c->saya.isi != ISI_KOSONG && c->mereka.isi != ISI_KOSONG && !*c->saya.teks && !*c->mereka.teks && kisi_difference(c, &difference)) {
		html_open(h, "span");
		html_element(h, "b", "v", jenis == ISIAN_UANG ? desimal_print_id(m->arena, difference, 2) : volume_teks(m->arena, isi_desimal(difference)));
		html_element(h, "span", "c-2", teks(bahasa(l), "difference"));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "acts");
	form_mulai(h, m, str_format(m->arena, "%s/pilih", l->dasar), "c-baris", false);
	form_tersembunyi(h, "sel", str_format(m->arena, "%s|%lld", key, (long long)c->fakta));
	form_tersembunyi(h, "nilai", *mine ? mine : "kosong");
	tombol(h, "btn-sm btn-primary", NULL, teks(bahasa(l), "Use my value"), "pakai", "saya");
	tombol(h, "btn-sm", NULL, str_format(m->arena, teks(bahasa(l), "Use the value of %s"), person), "pakai", "mereka");
	html_close(h);
	html_open(h, "a");
	html_attr(h, "class", "btn btn-sm btn-ghost");
	html_attr(h, "data-penjelasan", "");
	html_attr(h, "href", str_format(m->arena, "%s/sel/riwayat?sel=%s", l->dasar, url_encode(m->arena, key)));
	html_text(h, teks(bahasa(l), "History of the cell"));
	html_close(h);
	html_close(h);
	html_close(h);
}

void kisi_findings(Html *h, const Lembar *l, size_t baris)
{
	unsigned n = 0;
	const char *id = kisi_id(l->m->arena, l, baris);
	for (size_t i = 0; i < l->n_komentar; i++)
		if (kisi_comment_here(l, baris, &l->komentar[i]))
			comment_body(h, l, &l->komentar[i]);
	for (size_t i = 0; i < l->kisi->n_temuan; i++)
		if (l->kisi->temuan[i].baris == baris)
			finding_body(h, l, &l->kisi->temuan[i], str_format(l->m->arena, "p-%s-%u", id, n++));
	if (l->n_ketikan)
		typed_finding(h, l, baris);
}

static bool row_typed(const Lembar *l, size_t baris)
{
	const KisiSel *cells[] = {l->kisi->baris[baris].uang, l->kisi->baris[baris].volume};
	for (int i = 0; i < 2 && l->n_ketikan; i++)
		if (cells[i] && typed_find(l, sel_nama(l->m->arena, cells[i])))
			return true;
	return false;
}

static void findings_row(Html *h, const Lembar *l, size_t baris, bool hidden)
{
	bool typed = row_typed(l, baris), asked = false;
	if (!typed && !kisi_has_findings(l, baris))
		return;
	for (size_t i = 0; i < l->n_komentar; i++)
		asked |= !l->komentar[i].selesai && kisi_comment_here(l, baris, &l->komentar[i]);
	html_open(h, "tr");
	html_attr(h, "class", typed || asked ? "x buka" : "x");
	html_attr(h, "id", str_format(l->m->arena, "x-%s", kisi_id(l->m->arena, l, baris)));
	if (hidden)
		html_attr(h, "hidden", "");
	html_open(h, "td");
	html_attr_int(h, "colspan", N_KOLOM);
	kisi_findings(h, l, baris);
	html_close(h);
	html_close(h);
}

/* ---- rows ---- */

static bool shown(const Lembar *l, uint32_t simpul)
{
	for (uint32_t up = tree(l)->simpul[simpul].induk; up != SIMPUL_NONE; up = tree(l)->simpul[up].induk)
		if (!l->buka[up])
			return false;
	return true;
}

static size_t evidence(const Lembar *l, const char *kode)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n_bukti; i++)
		n += l->bukti[i].aktif && str_equal(l->bukti[i].kode, kode);
	return n;
}

static void row_write(Html *h, const Lembar *l, size_t baris, bool hidden)
{
	static const char *const levels[] = {"", "lv1", "lv2", "lv3"};
	const KisiBaris *row = &l->kisi->baris[baris];
	const Simpul *node = &tree(l)->simpul[row->simpul];
	Arena *arena = l->m->arena;
	html_open(h, "tr");
	html_attr(h, "class", str_format(arena, "%s%s", levels[node->tingkat], row->pertama ? "" : " cont"));
	html_attr(h, "id", str_format(arena, "r-%s", kisi_id(arena, l, baris)));
	html_attr(h, "data-k", node->kode_tertulis);
	html_attr(h, "data-p", node->induk == SIMPUL_NONE ? "" : tree(l)->simpul[node->induk].kode_tertulis);
	size_t files = row->pertama ? evidence(l, node->kode_tertulis) : 0;
	if (files)
		html_attr_int(h, "data-bukti", (unsigned)files);
	if (hidden)
		html_attr(h, "hidden", "");
	row_heads(h, l, baris);
	money_cells(h, l, baris);
	volume_cells(h, l, baris);
	figure_cells(h, l, baris);
	html_close(h);
	html_line(h);
}

/* Is the row, or any row below its node, in the chosen part of the grid? */
static bool part_has(const Lembar *l, size_t baris)
{
	const KisiBaris *row = &l->kisi->baris[baris];
	if (str_equal(l->saring, "catatan")) {
		for (uint32_t i = row->simpul; i < tree(l)->simpul[row->simpul].akhir; i++)
			if (comments_open(l, i))
				return true;
		return false;
	}
	if (leaf(l, row->simpul) || !row->pertama)
		return kisi_row_shown(l->kisi, baris, l->saring);
	for (size_t i = baris; i < l->kisi->n && l->kisi->baris[i].simpul < tree(l)->simpul[row->simpul].akhir; i++)
		if (kisi_row_shown(l->kisi, i, l->saring))
			return true;
	return false;
}

/* A node with several rows is shown whole: its name spans them. */
static bool node_in_part(const Lembar *l, uint32_t simpul)
{
	size_t first = l->kisi->baris_simpul[simpul];
	for (size_t i = first; i < first + l->kisi->baris[first].n; i++)
		if (part_has(l, i))
			return true;
	return false;
}

static void node_write(Html *h, const Lembar *l, uint32_t simpul, bool hidden)
{
	size_t first = l->kisi->baris_simpul[simpul];
	size_t last = first + l->kisi->baris[first].n; /* the name spans the rows: what is said of them stands below all of them */
	for (size_t i = first; i < last; i++)
		row_write(h, l, i, hidden);
	for (size_t i = first; i < last; i++)
		findings_row(h, l, i, hidden);
}

static void save_row(Html *h, const Lembar *l, uint32_t program)
{
	html_open(h, "tr");
	html_attr(h, "class", "tanpa-js");
	html_open(h, "td");
	html_attr_int(h, "colspan", N_KOLOM);
	html_open(h, "button");
	html_attr(h, "class", "btn btn-sm btn-primary");
	html_attr(h, "form", str_format(l->m->arena, "f-%u", program));
	html_text(h, str_format(l->m->arena, teks(bahasa(l), "Save program %s"), number_of(&tree(l)->simpul[program])));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void body_open(Html *h, const Lembar *l, uint32_t simpul, bool absent)
{
	html_open(h, "tbody");
	html_attr(h, "data-s", tree(l)->simpul[simpul].kode_tertulis);
	if (absent)
		html_attr(h, "data-ambil", str_format(l->m->arena, "%s/cabang/%s", l->dasar, tree(l)->simpul[simpul].kode_tertulis));
}

void kisi_branch(Html *h, const Lembar *l, uint32_t simpul)
{
	for (uint32_t i = simpul + 1; i < tree(l)->simpul[simpul].akhir; i++)
		if (node_in_part(l, i))
			node_write(h, l, i, false);
}

static void rows_write(Html *h, const Lembar *l)
{
	const Snapshot *s = tree(l);
	uint32_t i = 0;
	while (i < s->n_simpul) {
		if (!node_in_part(l, i)) {
			i++;
			continue;
		}
		bool parent = !leaf(l, i), holds = parent && s->simpul[i + 1].akhir == i + 2;
		bool absent = holds && !l->penuh && !l->buka[i];
		body_open(h, l, i, absent);
		node_write(h, l, i, !shown(l, i));
		uint32_t next = i + 1;
		for (; holds && next < s->simpul[i].akhir && leaf(l, next); next++)
			if (!absent && node_in_part(l, next))
				node_write(h, l, next, !shown(l, next));
		uint32_t program = program_of(l, i);
		if (l->kisi->terbuka && next == s->simpul[program].akhir && l->buka[program])
			save_row(h, l, program);
		html_close(h);
		i = next;
	}
}

/* ---- heads and foot ---- */

static void head(Html *h, const char *id, const char *class, const char *text)
{
	html_open(h, "th");
	html_attr(h, "scope", "col");
	html_attr(h, "class", class);
	if (id)
		html_attr(h, "id", id);
	html_text(h, text);
	html_close(h);
}

static void group(Html *h, const char *class, const char *text, unsigned columns)
{
	html_open(h, "th");
	html_attr(h, "scope", columns > 1 ? "colgroup" : "col");
	html_attr(h, "class", class);
	html_attr_int(h, columns > 1 ? "colspan" : "rowspan", columns > 1 ? columns : 2);
	html_text(h, text);
	html_close(h);
}

static void heads_write(Html *h, const Lembar *l)
{
	Arena *arena = l->m->arena;
	Bahasa b = bahasa(l);
	int bulan = l->pilih.bulan;
	const char *now = bulan_name((uint8_t)bulan, b), *before = bulan > 1 ? bulan_name((uint8_t)(bulan - 1), b) : NULL;
	html_open(h, "thead");
	html_open(h, "tr");
	group(h, "no fz1", teks(b, "No"), 1);
	group(h, "fz2", teks(b, "Program, kegiatan, sub kegiatan"), 1);
	group(h, "", teks(b, "Indicator"), 1);
	group(h, "", teks(b, "Unit"), 1);
	group(h, "grp", teks(b, "Budget (Rp)"), 4);
	group(h, "grp", teks(b, "Volume"), 4);
	group(h, "grp", teks(b, "Capaian (%)"), 4);
	html_close(h);
	html_open(h, "tr");
	head(h, NULL, "n", teks(b, "Pagu"));
	head(h, NULL, "n", before ? str_format(arena, teks(b, "to %s"), before) : teks(b, "to last year"));
	head(h, "h-rini", "n ent", str_format(arena, teks(b, "to %s"), now));
	head(h, NULL, "n opt", teks(b, "Change"));
	head(h, NULL, "n", teks(b, "Target"));
	head(h, NULL, "n", before ? str_format(arena, teks(b, "to %s"), bulan_pendek(bulan - 1, b)) : "-");
	head(h, "h-vini", "n ent", str_format(arena, teks(b, "to %s"), bulan_pendek(bulan, b)));
	head(h, NULL, "n opt", "+/−");
	head(h, NULL, "n t", teks(b, "Spending"));
	head(h, NULL, "n t", teks(b, "Indicator"));
	head(h, NULL, "n t", teks(b, "Keluaran"));
	head(h, NULL, "n t", teks(b, "Mean"));
	html_close(h);
	html_close(h);
}

static void total_cell(Html *h, const Lembar *l, const char *class, const char *sel, unsigned columns)
{
	html_open(h, "td");
	html_attr(h, "class", str_format(l->m->arena, "%s %s", class, sel));
	if (columns)
		html_attr_int(h, "colspan", columns);
	kisi_total(h, l, sel);
	html_close(h);
}

static void foot_write(Html *h, const Lembar *l)
{
	const Kisi *g = l->kisi;
	const Capaian *c = &g->bulan->hasil->total;
	Arena *arena = l->m->arena;
	html_open(h, "tfoot");
	html_open(h, "tr");
	html_attr(h, "id", "r-total");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_attr(h, "class", "fz1");
	html_attr_int(h, "colspan", 4);
	html_text(h, str_format(arena, teks(bahasa(l), "Total of %u program, %u kegiatan, %u sub kegiatan"), g->n_program, g->n_kegiatan, g->n_sub));
	html_close(h);
	cell(h, "n", c->pagu.isi == ISI_KOSONG ? "" : teks_uang(arena, c->pagu));
	cell(h, "n", g->total_lalu.isi == ISI_KOSONG ? "" : teks_uang(arena, g->total_lalu));
	total_cell(h, l, "n", "u-rini", 0);
	total_cell(h, l, "n opt", "u-rub", 0);
	total_cell(h, l, "c-s c-c w4 tot-ind", "u-vub", 4);
	total_cell(h, l, "n", "u-keu", 0);
	cell(h, "", "");
	total_cell(h, l, "n", "u-kel", 0);
	total_cell(h, l, "n", "u-rata", 0);
	html_close(h);
	html_close(h);
}

static void columns_write(Html *h)
{
	static const char *const columns[N_KOLOM] = {"k-no", "k-nama", "k-ind", "k-sat", "k-pagu", "k-rlalu", "k-rini", "k-rub opt", "k-vt", "k-vlalu", "k-vini", "k-vub opt",
	                                             "k-keu", "k-kind", "k-kel", "k-rata"};
	html_open(h, "colgroup");
	for (size_t i = 0; i < N_KOLOM; i++)
		html_void(h, "col", "class", columns[i]);
	html_close(h);
}

void kisi_table(Html *h, const Lembar *l)
{
	html_open(h, "table");
	html_attr(h, "class", "c-t c-g");
	html_attr(h, "id", "kisi");
	html_open(h, "caption");
	html_text(h, str_format(l->m->arena,
	                        teks(bahasa(l), "Entry of %s %d, %s. Values are cumulative to the end of the month. Tab leaves the table at its end, F6 at any time."),
	                        bulan_name((uint8_t)l->pilih.bulan, bahasa(l)), l->pilih.tahun, l->pilih.opd.nama));
	html_close(h);
	columns_write(h);
	heads_write(h, l);
	rows_write(h, l);
	foot_write(h, l);
	html_close(h);
}
