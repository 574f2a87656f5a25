#include "base/str.h"
#include "base/html.h"
#include "report/render_teks.h"

/* One self-contained page: no script, no foreign font or image; a real table whose head repeats in print; on a narrow screen the table scrolls inside
 * its own, focusable region while the page stays put. The pixel and millimetre sizes are those of the printed form. */

#define STYLE_SCREEN                                                                                                                                         \
	":root{color-scheme:light;--garis:#5b6670;--program:#dbe5f1;--kegiatan:#eef3f9;--kepala:#e6e9ed}"                                                        \
	"*{box-sizing:border-box}"                                                                                                                               \
	"body{margin:0;padding:1.5rem;background:#fff;color:#111;font:14px/1.4 'Liberation Sans',Arial,Helvetica,sans-serif}"                                    \
	"header h1{margin:0 0 1rem;text-align:center;font-size:1.25rem;line-height:1.3}"                                                                         \
	".kepala{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 3rem}"                                                                          \
	"dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0 0 1rem;align-content:start}"                                             \
	"dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}"                                                                                                 \
	".gulir{overflow-x:auto;margin:0 0 1.25rem}"                                                                                                             \
	".gulir:focus-visible{outline:3px solid #1d5fa8;outline-offset:2px}"                                                                                     \
	"table{border-collapse:separate;border-spacing:0;border:1px solid var(--garis);border-width:1px 0 0 1px;width:100%;min-width:72rem;font-size:.8125rem}"  \
	"caption{text-align:left;padding:0 0 .4rem;color:#333}"                                                                                                  \
	"th,td{border:1px solid var(--garis);border-width:0 1px 1px 0;padding:.25rem .4rem;vertical-align:top;text-align:left;font-weight:400}"                  \
	"thead th{background:var(--kepala);text-align:center;vertical-align:middle;font-weight:700;font-size:.6875rem}"                                          \
	"thead .nomor th{font-weight:400;padding:.1rem}"                                                                                                         \
	".angka{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}"                                                                          \
	".kode{white-space:nowrap}tbody .nama,tbody .indikator{min-width:13rem;overflow-wrap:anywhere}"                                                          \
	"tbody tr:not(:last-child) td:not([rowspan]){border-bottom-color:#c3c9cf}"                                                                               \
	".program th,.program td{background:var(--program);font-weight:700}"                                                                                     \
	".kegiatan th,.kegiatan td{background:var(--kegiatan);font-weight:600}"                                                                                  \
	".sub .nama{padding-left:1.2rem}.kegiatan .nama{padding-left:.8rem}"                                                                                     \
	".catatan td{font-style:italic;font-weight:400!important;color:#333}"                                                                                    \
	"tfoot th,tfoot td{font-weight:700;background:var(--kepala)}"                                                                                            \
	"del{color:#8a1020;text-decoration:line-through;font-weight:400}ins{text-decoration:none}"                                                               \
	"del::before{content:'('}del::after{content:')'}"                                                                                                        \
	"section h2{font-size:.875rem;margin:0 0 .25rem}section p{margin:0 0 1rem;white-space:normal}"                                                           \
	".keterangan{font-size:.8125rem;color:#333}.keterangan ul{margin:0 0 1rem;padding:0;list-style:none}"                                                    \
	".tanda{margin:0 0 1.5rem auto;width:20rem;max-width:100%;text-align:center;font-style:normal}"                                                          \
	".tanda p{margin:0}.tanda .nama{margin-top:4.5rem;font-weight:700;text-decoration:underline}"                                                            \
	"footer{border-top:1px solid #c3c9cf;padding-top:.4rem;font-size:.75rem;color:#444;overflow-wrap:anywhere}"

#define STYLE_WIDE "@media (min-width:76rem){.gulir{overflow:visible}thead{position:sticky;top:0}}"
#define STYLE_NARROW                                                                                                                                         \
	"@media (max-width:40rem){body{padding:.75rem}header h1{font-size:1.0625rem}"                                                                            \
	"dl{gap:.15rem .6rem;margin:0 0 .5rem}dt{font-size:.6875rem;max-width:8rem}"                                                                             \
	".kode{position:sticky;left:0;background:#fff}tbody .nama,tbody .indikator{min-width:11rem}}"
#define STYLE_PRINT                                                                                                                                          \
	"@media print{body{padding:0;font-size:8pt}.gulir{overflow:visible}table{min-width:0;font-size:7pt}"                                                     \
	"thead{display:table-header-group;position:static}tfoot{display:table-row-group}tbody{break-inside:avoid}"                                               \
	"thead th{font-size:6.5pt}th,td{padding:.6mm 1mm}.tanda,.keterangan,section{break-inside:avoid}"                                                         \
	"*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}"

typedef struct {
	Html html;
	Arena *arena;
	const TabelForm *form;
} Halaman;

static void write_style(Html *h, Kertas kertas)
{
	HTML_RAW(h, "<style>" STYLE_SCREEN STYLE_WIDE STYLE_NARROW STYLE_PRINT);
	switch (kertas) {
	case KERTAS_F4:
		HTML_RAW(h, "@page{size:330mm 215mm;margin:12mm}");
		break;
	case KERTAS_A4:
		HTML_RAW(h, "@page{size:297mm 210mm;margin:12mm}");
		break;
	case KERTAS_LEGAL:
		HTML_RAW(h, "@page{size:355.6mm 215.9mm;margin:12mm}");
		break;
	}
	HTML_RAW(h, "</style>\n");
}

static void write_pairs(Html *h, const PasanganForm *pairs, size_t n)
{
	html_open(h, "dl");
	html_line(h);
	for (size_t i = 0; i < n; i++) {
		html_element(h, "dt", NULL, pairs[i].label);
		html_element(h, "dd", NULL, *pairs[i].isi ? pairs[i].isi : "-");
		html_line(h);
	}
	html_close(h);
	html_line(h);
}

static void write_header(Halaman *p)
{
	Html *h = &p->html;
	html_open(h, "header");
	html_line(h);
	html_element(h, "h1", NULL, str_format(p->arena, "%s\n%s", p->form->judul[0], p->form->judul[1]));
	html_line(h);
	html_open(h, "div");
	html_attr(h, "class", "kepala");
	write_pairs(h, p->form->kepala, sizeof p->form->kepala / sizeof *p->form->kepala);
	write_pairs(h, p->form->jumlah, sizeof p->form->jumlah / sizeof *p->form->jumlah);
	html_close(h);
	html_close(h);
	html_line(h);
}

/* May break after a slash. */
static void write_heading(Html *h, Arena *arena, const char *text)
{
	for (const char *slash; *text != '(' && (slash = strchr(text, '/')); text = slash + 1) {
		html_text(h, str_dupn(arena, text, (size_t)(slash + 1 - text)));
		html_void(h, "wbr", NULL, NULL);
	}
	html_text(h, text);
}

static void write_columns(Html *h)
{
	html_open(h, "thead");
	html_line(h);
	for (uint8_t baris = 0; baris < 3; baris++) {
		html_open(h, "tr");
		if (baris == 2)
			html_attr(h, "class", "nomor");
		for (size_t i = 0; i < FORM_N_JUDUL; i++) {
			const JudulForm *judul = &FORM_JUDUL[i];
			if (judul->baris != baris)
				continue;
			html_open(h, "th");
			html_attr(h, "scope", judul->rentang_kolom > 1 ? "colgroup" : "col");
			if (judul->rentang_kolom > 1)
				html_attr_int(h, "colspan", judul->rentang_kolom);
			if (judul->rentang_baris > 1)
				html_attr_int(h, "rowspan", judul->rentang_baris);
			write_heading(h, h->out->arena, judul->teks);
			html_close(h);
		}
		html_close(h);
		html_line(h);
	}
	html_close(h);
	html_line(h);
}

static void write_content(Html *h, const SelForm *cell)
{
	if (!cell->tercetak) {
		html_text(h, cell->teks);
		return;
	}
	html_element(h, "ins", NULL, *cell->teks ? cell->teks : "-");
	html_text(h, " ");
	html_element(h, "del", NULL, cell->tercetak);
}

static const char *cell_class(const SelForm *cell, const char *text_class)
{
	return cell->jenis == ISI_SEL_TEKS ? text_class : "angka";
}

static void write_cell(Html *h, const SelForm *cell, const char *text_class, uint32_t rows)
{
	const char *class = cell_class(cell, text_class);
	html_open(h, "td");
	if (class)
		html_attr(h, "class", class);
	if (rows > 1)
		html_attr_int(h, "rowspan", rows);
	write_content(h, cell);
	html_close(h);
}

/* Columns 1 and 2 name the row. */
static void write_row_head(Html *h, const SelForm *cell, const char *class, uint32_t rows)
{
	html_open(h, "th");
	html_attr(h, "scope", rows > 1 ? "rowgroup" : "row");
	html_attr(h, "class", class);
	if (rows > 1)
		html_attr_int(h, "rowspan", rows);
	write_content(h, cell);
	html_close(h);
}

static void write_line(Html *h, const BlokForm *blok, uint32_t i, uint32_t rows)
{
	const BarisForm *line = &blok->baris[i];
	html_open(h, "tr");
	if (i == 0) {
		write_row_head(h, &blok->kode, "kode", rows);
		write_row_head(h, &blok->nama, "nama", rows);
	}
	write_cell(h, &line->indikator, "indikator", 1);
	if (i == 0)
		write_cell(h, &blok->pagu, "angka", rows);
	write_cell(h, &line->target, NULL, 1);
	if (i == 0)
		write_cell(h, &blok->realisasi, "angka", rows);
	write_cell(h, &line->volume, NULL, 1);
	write_cell(h, &line->satuan, NULL, 1);
	if (i == 0)
		write_cell(h, &blok->keuangan, "angka", rows);
	write_cell(h, &line->keluaran, "angka", 1);
	if (i == 0)
		write_cell(h, &blok->rata_rata, "angka", rows);
	html_close(h);
	html_line(h);
}

static void write_note(Html *h, const CatatanForm *catatan)
{
	html_open(h, "tr");
	html_attr(h, "class", "catatan");
	html_element(h, "td", NULL, catatan->teks);
	for (int i = 0; i < 3; i++)
		html_element(h, "td", NULL, "");
	write_cell(h, &catatan->keluaran, "angka", 1);
	html_close(h);
	html_line(h);
}

static const char *level_class(Tingkat tingkat)
{
	return tingkat == TINGKAT_PROGRAM ? "program" : tingkat == TINGKAT_KEGIATAN ? "kegiatan" : "sub";
}

static void write_block(Html *h, const BlokForm *blok)
{
	html_open(h, "tbody");
	html_attr(h, "class", level_class(blok->tingkat));
	html_line(h);
	for (uint32_t i = 0; i < blok->n_baris; i++)
		write_line(h, blok, i, blok->n_baris + blok->n_catatan);
	for (uint32_t i = 0; i < blok->n_catatan; i++)
		write_note(h, &blok->catatan[i]);
	html_close(h);
	html_line(h);
}

static void write_total(Html *h, const TabelForm *form)
{
	html_open(h, "tfoot");
	html_line(h);
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_attr_int(h, "colspan", 3);
	html_text(h, "JUMLAH TOTAL");
	html_close(h);
	const SelForm *cells[] = {&form->total.pagu, &form->total.target, &form->total.realisasi, &form->total.volume, &form->total.satuan,
	                          &form->total.keuangan, &form->total.keluaran, &form->total.rata_rata};
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		write_cell(h, cells[i], NULL, 1);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void write_table(Halaman *p)
{
	Html *h = &p->html;
	html_open(h, "div");
	html_attr(h, "class", "gulir");
	html_attr(h, "role", "region");
	html_attr(h, "aria-labelledby", "judul-tabel");
	html_attr(h, "tabindex", "0");
	html_line(h);
	html_open(h, "table");
	html_line(h);
	html_open(h, "caption");
	html_attr(h, "id", "judul-tabel");
	html_text(h, render_title(p->arena, p->form));
	html_close(h);
	html_line(h);
	write_columns(h);
	for (uint32_t i = 0; i < p->form->n_blok; i++)
		write_block(h, &p->form->blok[i]);
	write_total(h, p->form);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void write_narrative(Html *h, const char *label, const char *text)
{
	html_open(h, "section");
	html_element(h, "h2", NULL, label);
	html_element(h, "p", NULL, *text ? text : "-");
	html_close(h);
	html_line(h);
}

static void write_legend(Halaman *p)
{
	Html *h = &p->html;
	html_open(h, "section");
	html_attr(h, "class", "keterangan");
	html_element(h, "h2", NULL, p->form->judul_keterangan);
	html_open(h, "ul");
	for (size_t i = 0; i < sizeof p->form->keterangan / sizeof *p->form->keterangan; i++)
		html_element(h, "li", NULL, p->form->keterangan[i]);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void write_signature(Halaman *p)
{
	const TabelForm *form = p->form;
	const struct { const char *class, *text; } LINES[] = {
		{NULL, form->tempat_tanggal}, {NULL, form->jabatan}, {"nama", form->nama}, {NULL, form->pangkat}, {NULL, form->nip}};
	Html *h = &p->html;
	html_open(h, "section");
	html_attr(h, "class", "tanda");
	html_attr(h, "aria-label", "Tanda tangan");
	for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
		if (*LINES[i].text)
			html_element(h, "p", LINES[i].class, LINES[i].text);
	html_close(h);
	html_line(h);
}

static void write_footer(Halaman *p)
{
	Html *h = &p->html;
	html_open(h, "footer");
	html_text(h, p->form->kaki_kebijakan);
	if (*p->form->kaki_data) {
		html_text(h, " · ");
		html_text(h, p->form->kaki_data);
	}
	html_close(h);
	html_line(h);
}

Err render_html(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)bahasa, (void)info;
	StrBuf text = {.arena = arena};
	Halaman p = {.html = html_begin(&text), .arena = arena, .form = form};
	Html *h = &p.html;
	HTML_RAW(h, "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n"
	            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	html_element(h, "title", NULL, render_title(arena, form));
	html_line(h);
	write_style(h, kertas);
	HTML_RAW(h, "</head>\n<body>\n");
	write_header(&p);
	html_open(h, "main");
	html_line(h);
	write_table(&p);
	write_narrative(h, form->label_permasalahan, form->permasalahan);
	write_narrative(h, form->label_tindak_lanjut, form->tindak_lanjut);
	write_legend(&p);
	write_signature(&p);
	html_close(h);
	html_line(h);
	write_footer(&p);
	HTML_RAW(h, "</body>\n</html>\n");
	html_finish(h);
	*out = render_bytes(&text);
	return ERR_OK;
}
