#include "web/formulir_html.h"

typedef struct {
	Html *h;
	const Minta *m;
	const Formulir *f;
	const char *dasar;
} Kerja;

enum { KOLOM_TEKS = 3 };

/* Points to pixels of the screen: 96 to the inch. */
static unsigned pixels(double points)
{
	return (unsigned)(points * 4 / 3 + 0.5);
}

/* ---- head of the report ---- */

static void head_pairs(const Kerja *w)
{
	Html *h = w->h;
	const TabelForm *form = w->f->form;
	enum { KIRI = sizeof form->kepala / sizeof *form->kepala, KANAN = sizeof form->jumlah / sizeof *form->jumlah };
	html_open(h, "table");
	html_attr(h, "class", "info");
	html_attr(h, "role", "presentation");
	html_open(h, "tbody");
	for (int i = 0; i < KIRI; i++) {
		html_open(h, "tr");
		html_element(h, "td", NULL, form->kepala[i].label);
		html_element(h, "td", NULL, str_format(w->m->arena, ": %s", form->kepala[i].isi));
		html_element(h, "td", NULL, i < KANAN ? form->jumlah[i].label : "");
		html_element(h, "td", NULL, i < KANAN ? str_format(w->m->arena, ": %s", form->jumlah[i].isi) : "");
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_line(h);
}

static void title(const Kerja *w)
{
	html_element(w->h, "h2", "ti", str_format(w->m->arena, "%s\n%s", w->f->form->judul[0], w->f->form->judul[1]));
	html_line(w->h);
}

/* ---- head of the table ---- */

/* May break after a slash. */
static void heading(Html *h, const char *text)
{
	for (const char *slash; *text != '(' && (slash = strchr(text, '/')); text = slash + 1) {
		html_text(h, str_dupn(h->out->arena, text, (size_t)(slash + 1 - text)));
		html_void(h, "wbr", NULL, NULL);
	}
	html_text(h, text);
}

static void columns(const Kerja *w)
{
	Html *h = w->h;
	html_open(h, "colgroup");
	for (int i = 0; i < FORM_N_KOLOM; i++) {
		html_open(h, "col");
		html_attr_int(h, "width", pixels(w->f->kolom[i]));
		html_void_end(h);
	}
	html_close(h);
	html_open(h, "thead");
	for (uint8_t row = 0; row < 3; row++) {
		html_open(h, "tr");
		if (row == 2)
			html_attr(h, "class", "cn");
		for (size_t i = 0; i < FORM_N_JUDUL; i++) {
			const JudulForm *j = &FORM_JUDUL[i];
			if (j->baris != row)
				continue;
			html_open(h, row == 2 ? "td" : "th");
			if (row < 2)
				html_attr(h, "scope", j->rentang_kolom > 1 ? "colgroup" : "col");
			if (j->rentang_kolom > 1)
				html_attr_int(h, "colspan", j->rentang_kolom);
			if (j->rentang_baris > 1)
				html_attr_int(h, "rowspan", j->rentang_baris);
			heading(h, j->teks);
			html_close(h);
		}
		html_close(h);
	}
	html_close(h);
	html_line(h);
}

/* ---- rows ---- */

static void cell_open(Html *h, const char *kelas, uint32_t rows)
{
	html_open(h, "td");
	if (kelas)
		html_attr(h, "class", kelas);
	if (rows > 1)
		html_attr_int(h, "rowspan", rows);
}

static void cell(Html *h, const SelForm *s, const char *kelas, uint32_t rows)
{
	cell_open(h, s->jenis == ISI_SEL_TEKS ? kelas : "n", rows);
	html_text(h, s->teks);
	html_close(h);
}

/* A computed figure, which says where it comes from. */
static void figure(const Kerja *w, const SelForm *s, const char *kode, const char *kolom, uint32_t rows)
{
	cell_open(w->h, "n", rows);
	if (w->dasar && s->isi != ISI_KOSONG)
		angka_kenapa(w->h, s->teks, str_format(w->m->arena, "%s/%s/%s", w->dasar, url_encode(w->m->arena, kode), kolom));
	else
		html_text(w->h, s->teks);
	html_close(w->h);
}

static void row_head(Html *h, const SelForm *s, uint32_t rows)
{
	html_open(h, "th");
	html_attr(h, "scope", rows > 1 ? "rowgroup" : "row");
	if (rows > 1)
		html_attr_int(h, "rowspan", rows);
	html_text(h, s->teks);
	html_close(h);
}

static const char *level(Tingkat tingkat)
{
	return tingkat == TINGKAT_PROGRAM ? "l1" : tingkat == TINGKAT_KEGIATAN ? "l2" : "l3";
}

static void line(const Kerja *w, const BlokForm *b, uint32_t i, uint32_t rows)
{
	Html *h = w->h;
	const BarisForm *row = &b->baris[i];
	const char *kode = w->f->form->snapshot->simpul[b->simpul].kode_tertulis;
	html_open(h, "tr");
	html_attr(h, "class", level(b->tingkat));
	if (i == 0) {
		row_head(h, &b->kode, rows);
		row_head(h, &b->nama, rows);
	}
	cell(h, &row->indikator, NULL, 1);
	if (i == 0)
		cell(h, &b->pagu, "n", rows);
	cell(h, &row->target, "n", 1);
	if (i == 0)
		cell(h, &b->realisasi, "n", rows);
	cell(h, &row->volume, "n", 1);
	cell(h, &row->satuan, "c", 1);
	if (i == 0)
		figure(w, &b->keuangan, kode, "keuangan", rows);
	if (i == 0)
		figure(w, &row->keluaran, kode, "keluaran", 1);
	else
		cell(h, &row->keluaran, "n", 1);
	if (i == 0)
		figure(w, &b->rata_rata, kode, "rata-rata", rows);
	html_close(h);
	html_line(h);
}

static void note(const Kerja *w, const BlokForm *b, const CatatanForm *c)
{
	Html *h = w->h;
	html_open(h, "tr");
	html_attr(h, "class", level(b->tingkat));
	html_element(h, "td", "ct", c->teks);
	for (int i = 0; i < KOLOM_TEKS; i++)
		html_element(h, "td", NULL, "");
	cell(h, &c->keluaran, "n", 1);
	html_close(h);
	html_line(h);
}

static void block(const Kerja *w, const BlokForm *b)
{
	html_open(w->h, "tbody");
	for (uint32_t i = 0; i < b->n_baris; i++)
		line(w, b, i, b->n_baris + b->n_catatan);
	for (uint32_t i = 0; i < b->n_catatan; i++)
		note(w, b, &b->catatan[i]);
	html_close(w->h);
}

/* ---- foot ---- */

static void total(const Kerja *w)
{
	Html *h = w->h;
	const TabelForm *form = w->f->form;
	html_open(h, "tbody");
	html_open(h, "tr");
	html_attr(h, "class", "tt");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_attr_int(h, "colspan", KOLOM_TEKS);
	html_text(h, "JUMLAH TOTAL");
	html_close(h);
	cell(h, &form->total.pagu, "n", 1);
	cell(h, &form->total.target, "n", 1);
	cell(h, &form->total.realisasi, "n", 1);
	cell(h, &form->total.volume, "n", 1);
	cell(h, &form->total.satuan, "c", 1);
	figure(w, &form->total.keuangan, "total", "keuangan", 1);
	figure(w, &form->total.keluaran, "total", "keluaran", 1);
	figure(w, &form->total.rata_rata, "total", "rata-rata", 1);
	html_close(h);
	html_close(h);
}

static void narrative(const Kerja *w, int kolom, const char *label, const char *text)
{
	Html *h = w->h;
	html_open(h, "tr");
	html_attr(h, "class", "na");
	html_open(h, "td");
	html_attr_int(h, "colspan", FORM_N_KOLOM);
	html_element(h, "b", NULL, str_format(w->m->arena, "(%d) %s:", kolom, label));
	html_text(h, str_format(w->m->arena, " %s", *text ? text : "-"));
	html_close(h);
	html_close(h);
}

static void legend(const Kerja *w)
{
	Html *h = w->h;
	const TabelForm *form = w->f->form;
	enum { SEMUA = sizeof form->keterangan / sizeof *form->keterangan, SEPARUH = (SEMUA + 1) / 2 };
	html_open(h, "div");
	html_attr(h, "class", "lg");
	html_element(h, "b", NULL, form->judul_keterangan);
	html_open(h, "table");
	html_attr(h, "role", "presentation");
	html_open(h, "tbody");
	for (int i = 0; i < SEPARUH; i++) {
		html_open(h, "tr");
		html_element(h, "td", NULL, form->keterangan[i]);
		html_element(h, "td", NULL, i + SEPARUH < SEMUA ? form->keterangan[i + SEPARUH] : "");
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_close(h);
}

static void signature(const Kerja *w)
{
	Html *h = w->h;
	const TabelForm *form = w->f->form;
	html_open(h, "div");
	html_attr(h, "class", "sg");
	html_element(h, "div", NULL, form->tempat_tanggal);
	html_element(h, "div", NULL, form->jabatan);
	html_element(h, "div", "sp", "");
	html_open(h, "div");
	html_open(h, "b");
	html_element(h, "u", NULL, form->nama);
	html_close(h);
	html_close(h);
	html_element(h, "div", NULL, form->pangkat);
	html_element(h, "div", NULL, form->nip);
	html_close(h);
}

/* ---- a page ---- */

static void table(const Kerja *w, const LembarFormulir *sheet, uint32_t number)
{
	Html *h = w->h;
	const TabelForm *form = w->f->form;
	html_open(h, "table");
	html_attr(h, "class", "fm");
	html_element(h, "caption", "c-vh", str_format(w->m->arena, teks(w->m->bahasa, "Performance report, page %u"), number));
	columns(w);
	for (uint32_t i = sheet->awal; i < sheet->akhir; i++)
		block(w, &form->blok[i]);
	if (sheet->kaki) {
		total(w);
		html_open(h, "tbody");
		narrative(w, 9, form->label_permasalahan, form->permasalahan);
		narrative(w, 10, form->label_tindak_lanjut, form->tindak_lanjut);
		html_close(h);
	}
	html_close(h);
	html_line(h);
}

static void page(const Kerja *w, uint32_t at)
{
	Html *h = w->h;
	const LembarFormulir *sheet = &w->f->lembar[at];
	const TabelForm *form = w->f->form;
	const char *where = str_format(w->m->arena, teks(w->m->bahasa, "Page %u of %u"), at + 1, w->f->n_lembar);
	html_open(h, "section");
	html_attr(h, "class", str_format(w->m->arena, "sheet u%d", (int)(w->f->ukuran * 2 + 0.5) * 5));
	html_attr(h, "lang", "id");
	html_attr(h, "aria-label", where);
	html_open(h, "div");
	html_attr(h, "class", "bd");
	if (sheet->kepala) {
		title(w);
		head_pairs(w);
	}
	if (sheet->akhir > sheet->awal || sheet->kaki)
		table(w, sheet, at + 1);
	if (sheet->kaki) {
		html_open(h, "div");
		html_attr(h, "class", "end");
		legend(w);
		signature(w);
		html_close(h);
	}
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "ft");
	html_element(h, "span", NULL, *form->kaki_data ? str_format(w->m->arena, "%s · %s", form->kaki_kebijakan, form->kaki_data) : form->kaki_kebijakan);
	html_element(h, "span", NULL, str_format(w->m->arena, "Halaman %u dari %u", at + 1, w->f->n_lembar));
	html_close(h);
	html_close(h);
	html_line(h);
}

void formulir_lembar(Html *h, const Minta *m, const Formulir *f, const char *dasar)
{
	const Kerja w = {h, m, f, dasar};
	html_open(h, "div");
	html_attr(h, "class", "desk");
	html_attr(h, "role", "region");
	html_attr(h, "tabindex", "0");
	html_attr(h, "aria-label", teks(m->bahasa, "The form as it is printed"));
	for (uint32_t i = 0; i < f->n_lembar; i++)
		page(&w, i);
	html_close(h);
}
