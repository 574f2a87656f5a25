#include "base/str.h"
#include "report/render_teks.h"

/* The form as a rectangular table that a spreadsheet with Indonesian settings opens by a double click: semicolons (there the comma is the decimal
 * sign), CR LF, UTF-8 with a byte order mark, numbers as printed. Why: docs/decisions/0011-csv-for-indonesian-excel.md.
 *
 * A text that a spreadsheet would take for a formula (it starts with = + - @, a tab or a carriage return) gets an apostrophe in front; one that starts
 * with apostrophes and then such a character gets one more, so that taking one away gives the text back in every case. */

typedef struct {
	StrBuf out;
	unsigned kolom; /* cells written on this line */
} Csv;

static bool looks_like_formula(const char *text)
{
	if (str_equal(text, "-"))
		return false;
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r", *text);
}

static bool needs_quotes(const char *text)
{
	size_t n = strlen(text);
	return strpbrk(text, ";,\"\t\r\n") || (n && (text[0] == ' ' || text[n - 1] == ' '));
}

static void put(Csv *c, const char *text)
{
	if (c->kolom++)
		strbuf_addc(&c->out, ';');
	strbuf_add(&c->out, text);
}

void csv_add_text(StrBuf *out, const char *text)
{
	if (looks_like_formula(text))
		text = str_format(out->arena, "'%s", text);
	if (!needs_quotes(text)) {
		strbuf_add(out, text);
		return;
	}
	strbuf_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			strbuf_addc(out, '"');
		strbuf_addc(out, *text);
	}
	strbuf_addc(out, '"');
}

static void put_text(Csv *c, const char *text)
{
	put(c, "");
	csv_add_text(&c->out, text);
}

static void put_cell(Csv *c, const SelForm *cell)
{
	const char *text = render_cell(c->out.arena, cell);
	if (cell->jenis != ISI_SEL_TEKS && cell->isi != ISI_KOSONG && !cell->tercetak)
		put(c, text);
	else
		put_text(c, text);
}

static void end_line(Csv *c)
{
	while (c->kolom < FORM_N_KOLOM)
		put(c, "");
	strbuf_add(&c->out, "\r\n");
	c->kolom = 0;
}

static void put_line(Csv *c, const char *first, const char *second)
{
	put_text(c, first);
	put_text(c, second);
	end_line(c);
}

static void put_head(Csv *c, const TabelForm *form)
{
	put_line(c, form->judul[0], "");
	put_line(c, form->judul[1], "");
	end_line(c);
	for (size_t i = 0; i < sizeof form->kepala / sizeof *form->kepala; i++)
		put_line(c, form->kepala[i].label, form->kepala[i].isi);
	for (size_t i = 0; i < sizeof form->jumlah / sizeof *form->jumlah; i++)
		put_line(c, form->jumlah[i].label, form->jumlah[i].isi);
	end_line(c);
	for (uint8_t baris = 0; baris < 3; baris++) {
		for (size_t i = 0; i < FORM_N_JUDUL; i++) {
			if (FORM_JUDUL[i].baris != baris)
				continue;
			while (c->kolom < FORM_JUDUL[i].kolom)
				put(c, "");
			put_text(c, FORM_JUDUL[i].teks);
		}
		end_line(c);
	}
}

/* The node's own columns stand on its first line. */
static void put_block(Csv *c, const BlokForm *blok)
{
	static const SelForm EMPTY = {.teks = ""};
	for (uint32_t i = 0; i < blok->n_baris; i++) {
		const BarisForm *line = &blok->baris[i];
		bool first = i == 0;
		put_cell(c, first ? &blok->kode : &EMPTY);
		put_cell(c, first ? &blok->nama : &EMPTY);
		put_cell(c, &line->indikator);
		put_cell(c, first ? &blok->pagu : &EMPTY);
		put_cell(c, &line->target);
		put_cell(c, first ? &blok->realisasi : &EMPTY);
		put_cell(c, &line->volume);
		put_cell(c, &line->satuan);
		put_cell(c, first ? &blok->keuangan : &EMPTY);
		put_cell(c, &line->keluaran);
		put_cell(c, first ? &blok->rata_rata : &EMPTY);
		end_line(c);
	}
}

static void put_total(Csv *c, const TabelForm *form)
{
	put(c, "JUMLAH TOTAL");
	put(c, "");
	put(c, "");
	put_cell(c, &form->total.pagu);
	put_cell(c, &form->total.target);
	put_cell(c, &form->total.realisasi);
	put_cell(c, &form->total.volume);
	put_cell(c, &form->total.satuan);
	put_cell(c, &form->total.keuangan);
	put_cell(c, &form->total.keluaran);
	put_cell(c, &form->total.rata_rata);
	end_line(c);
}

static void put_foot(Csv *c, const TabelForm *form)
{
	Arena *arena = c->out.arena;
	put_line(c, str_format(arena, "%s :", form->label_permasalahan), form->permasalahan);
	put_line(c, str_format(arena, "%s :", form->label_tindak_lanjut), form->tindak_lanjut);
	end_line(c);
	put_line(c, form->judul_keterangan, "");
	for (size_t i = 0; i < sizeof form->keterangan / sizeof *form->keterangan; i++)
		put_line(c, form->keterangan[i], "");
	end_line(c);
	const char *sign[] = {form->tempat_tanggal, form->jabatan, form->nama, form->pangkat, form->nip};
	for (size_t i = 0; i < sizeof sign / sizeof *sign; i++)
		if (*sign[i])
			put_line(c, sign[i], "");
	end_line(c);
	put_line(c, form->kaki_kebijakan, form->kaki_data);
}

Err render_csv(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)kertas, (void)bahasa, (void)info;
	Csv c = {.out.arena = arena};
	strbuf_add(&c.out, "\xEF\xBB\xBF");
	put_head(&c, form);
	for (uint32_t i = 0; i < form->n_blok; i++)
		put_block(&c, &form->blok[i]);
	put_total(&c, form);
	put_foot(&c, form);
	*out = render_bytes(&c.out);
	return ERR_OK;
}
