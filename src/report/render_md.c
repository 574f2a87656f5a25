#include "base/str.h"
#include "report/render_teks.h"

/* A table in GitHub's Markdown, for chat and review. One line an indicator; program and total bold. */

static const struct { const char *judul; bool kanan; } KOLOM[FORM_N_KOLOM] = {
	{"Kode", false}, {"Program / Kegiatan / Sub Kegiatan", false}, {"Indikator", false}, {"Anggaran (Rp)", true}, {"Target", true},
	{"Realisasi (Rp)", true}, {"Volume", true}, {"Satuan", false}, {"Keuangan (%)", true}, {"Keluaran (%)", true}, {"Rata-rata (%)", true},
};

/* Everything that Markdown, or the chat around it (mentions, references to other threads), would read as more than text. */
void md_add_text(StrBuf *b, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_add(b, "<br>");
		else if (*text == '&')
			strbuf_add(b, "&amp;");
		else if (*text == '<')
			strbuf_add(b, "&lt;");
		else if (*text == '@' || *text == '#')
			strbuf_addf(b, "&#%d;", *text);
		else if (strchr("\\`*_[]|~$>", *text))
			strbuf_addf(b, "\\%c", *text);
		else
			strbuf_addc(b, (unsigned char)*text < 0x20 ? ' ' : *text);
	}
}

static void add_cell(StrBuf *b, const char *mark, const char *text)
{
	strbuf_add(b, "| ");
	if (*text) {
		strbuf_add(b, mark);
		md_add_text(b, text);
		strbuf_add(b, mark);
		strbuf_addc(b, ' ');
	}
}

static void add_row(StrBuf *b, const char *mark, const SelForm *const cells[FORM_N_KOLOM])
{
	for (size_t i = 0; i < FORM_N_KOLOM; i++)
		add_cell(b, mark, cells[i] ? render_cell(b->arena, cells[i]) : "");
	strbuf_add(b, "|\n");
}

static void add_pair(StrBuf *b, const char *label, const char *text)
{
	strbuf_add(b, "- ");
	md_add_text(b, label);
	strbuf_add(b, ": ");
	md_add_text(b, text);
	strbuf_addc(b, '\n');
}

static void add_head(StrBuf *b, const TabelForm *form)
{
	strbuf_addf(b, "## %s %s\n\n", form->judul[0], form->judul[1]);
	for (size_t i = 0; i < sizeof form->kepala / sizeof *form->kepala; i++)
		if (*form->kepala[i].isi)
			add_pair(b, form->kepala[i].label, form->kepala[i].isi);
	for (size_t i = 0; i < sizeof form->jumlah / sizeof *form->jumlah; i++)
		add_pair(b, form->jumlah[i].label, form->jumlah[i].isi);
	strbuf_addc(b, '\n');
	for (size_t i = 0; i < FORM_N_KOLOM; i++)
		add_cell(b, "", KOLOM[i].judul);
	strbuf_add(b, "|\n");
	for (size_t i = 0; i < FORM_N_KOLOM; i++)
		strbuf_add(b, KOLOM[i].kanan ? "| ---: " : "| :--- ");
	strbuf_add(b, "|\n");
}

static void add_block(StrBuf *b, const BlokForm *blok)
{
	const char *mark = blok->tingkat == TINGKAT_PROGRAM ? "**" : "";
	for (uint32_t i = 0; i < blok->n_baris; i++) {
		const BarisForm *line = &blok->baris[i];
		const SelForm *row[FORM_N_KOLOM] = {[2] = &line->indikator, [4] = &line->target, [6] = &line->volume, [7] = &line->satuan, [9] = &line->keluaran};
		if (i == 0)
			row[0] = &blok->kode, row[1] = &blok->nama, row[3] = &blok->pagu, row[5] = &blok->realisasi, row[8] = &blok->keuangan,
			row[10] = &blok->rata_rata;
		add_row(b, mark, row);
	}
	for (uint32_t i = 0; i < blok->n_catatan; i++) {
		const SelForm text = {.teks = blok->catatan[i].teks};
		const SelForm *row[FORM_N_KOLOM] = {[2] = &text, [9] = &blok->catatan[i].keluaran};
		add_row(b, "*", row);
	}
}

static void add_total(StrBuf *b, const TabelForm *form)
{
	const SelForm label = {.teks = "JUMLAH TOTAL"};
	const SelForm *row[FORM_N_KOLOM] = {&label, NULL, NULL, &form->total.pagu, &form->total.target, &form->total.realisasi, &form->total.volume,
	                                    &form->total.satuan, &form->total.keuangan, &form->total.keluaran, &form->total.rata_rata};
	add_row(b, "**", row);
}

static void add_narrative(StrBuf *b, const char *label, const char *text)
{
	strbuf_add(b, "\n**");
	md_add_text(b, label);
	strbuf_add(b, ":** ");
	md_add_text(b, *text ? text : "-");
	strbuf_addc(b, '\n');
}

static void add_foot(StrBuf *b, const TabelForm *form)
{
	add_narrative(b, form->label_permasalahan, form->permasalahan);
	add_narrative(b, form->label_tindak_lanjut, form->tindak_lanjut);
	const char *sign[] = {form->tempat_tanggal, form->jabatan, form->nama, form->pangkat, form->nip};
	const char *between = "\n";
	for (size_t i = 0; i < sizeof sign / sizeof *sign; i++) {
		if (!*sign[i])
			continue;
		strbuf_add(b, between);
		md_add_text(b, sign[i]);
		between = "<br>\n";
	}
	strbuf_add(b, "\n\n<sub>");
	md_add_text(b, form->kaki_kebijakan);
	if (*form->kaki_data) {
		strbuf_add(b, " · ");
		md_add_text(b, form->kaki_data);
	}
	strbuf_add(b, "</sub>\n");
}

Err render_md(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)kertas, (void)bahasa, (void)info;
	StrBuf b = {.arena = arena};
	add_head(&b, form);
	for (uint32_t i = 0; i < form->n_blok; i++)
		add_block(&b, &form->blok[i]);
	add_total(&b, form);
	add_foot(&b, form);
	*out = render_bytes(&b);
	return ERR_OK;
}
