#include "base/str.h"
#include "base/tanggal.h"
#include "report/render_teks.h"
#include "report/xlsx_memori.h"
#include "report/xlsx_rumus.h"
#include "report/xlsx_tata.h"

#include "report/xlsx_pustaka.h"

/* The form as a workbook that goes on living: figures are formulas over the facts (xlsx_rumus.h), each stored with the engine's exact result, so that a
 * program that does not compute shows the same. */

enum { FORMAT_EKOR_MAX = 120 };         /* Excel takes about 200 number formats a workbook */
enum { SEL_TEKS_MAX = 32767, BARIS_MAX = 1048576 };
enum { PUTUS_MAX = 1023 };

typedef enum { NADA_PROGRAM, NADA_KEGIATAN, NADA_SUB, NADA_TOTAL, NADA_KEPALA, NADA_POLOS } Nada;
typedef enum { ISI_KODE, ISI_TEKS, ISI_TENGAH, ISI_ANGKA, ISI_PASANGAN, ISI_TANGGAL, ISI_JUDUL, ISI_NAMA_PEJABAT } IsiFormat;
typedef enum { TEPI_TANPA, TEPI_TUNGGAL, TEPI_AWAL, TEPI_TENGAH, TEPI_AKHIR } Tepi; /* borders: none, all, first, middle and last line of a node */

typedef struct {
	Nada nada;
	IsiFormat isi;
	Tepi tepi;
	uint8_t desimal, lekuk;             /* decimals of a number; indent of a text */
	bool tebal, kecil;
	const char *ekor;                   /* the source's own figure, shown behind a number; NULL: none */
} GayaSel;

typedef struct {
	Arena *arena;                       /* of texts and figures that the library copies: of one node at a time */
	Arena *tetap;                       /* of what lives as long as the workbook */
	const TabelForm *form;
	const TataXlsx *tata;
	RumusLembar rumus;
	lxw_workbook *buku;
	lxw_worksheet *lembar;
	size_t n_format, cap_format;
	struct { GayaSel gaya; lxw_format *format; } *format;
	unsigned n_ekor;                    /* formats with an `ekor` */
	lxw_error galat;                    /* the first that the library reported */
} Penulis;

static const lxw_color_t WARNA[] = {[NADA_PROGRAM] = 0xDBE5F1, [NADA_KEGIATAN] = 0xEEF3F9, [NADA_TOTAL] = 0xE6E9ED, [NADA_KEPALA] = 0xE6E9ED,
                                    [NADA_SUB] = LXW_COLOR_UNSET, [NADA_POLOS] = LXW_COLOR_UNSET};

static const lxw_color_t WARNA_GARIS_DALAM = 0xC3C9CF; /* between the lines of one node */

static void check(Penulis *p, lxw_error error)
{
	if (error && !p->galat)
		p->galat = error;
}

static bool same_style(const GayaSel *a, const GayaSel *b)
{
	return a->nada == b->nada && a->isi == b->isi && a->tepi == b->tepi && a->desimal == b->desimal && a->lekuk == b->lekuk && a->tebal == b->tebal && a->kecil == b->kecil &&
	       str_equal(a->ekor, b->ekor);
}

/* Indonesian separators wherever the file is opened; `ekor` behind positive, negative, zero and text alike. */
static const char *number_format(Penulis *p, const GayaSel *gaya)
{
	const char *digits = "000000";
	const char *number = str_format(p->arena, "#,##0%s%.*s", gaya->desimal ? "." : "", gaya->desimal, digits);
	if (!gaya->ekor)
		return str_format(p->arena, "[$-421]%s", number);
	return str_format(p->arena, "[$-421]%s\" (%s)\";[$-421]-%s\" (%s)\";[$-421]%s\" (%s)\";@\" (%s)\"", number, gaya->ekor, number, gaya->ekor, number, gaya->ekor,
	                  gaya->ekor);
}

static void set_content(Penulis *p, lxw_format *f, const GayaSel *gaya)
{
	xlsx.format_set_align(f, gaya->nada == NADA_KEPALA ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
	switch (gaya->isi) {
	case ISI_KODE:
		xlsx.format_set_num_format(f, "@");
		break;
	case ISI_TEKS:
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_indent(f, gaya->lekuk);
		break;
	case ISI_TENGAH:
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_align(f, LXW_ALIGN_CENTER);
		break;
	case ISI_ANGKA:
		xlsx.format_set_num_format(f, number_format(p, gaya));
		xlsx.format_set_align(f, LXW_ALIGN_RIGHT);
		break;
	case ISI_PASANGAN: /* the colon is the format's, the cell holds the value */
		xlsx.format_set_num_format(f, "\": \"General;\": \"General;\": \"General;\": \"@");
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_align(f, LXW_ALIGN_LEFT);
		break;
	case ISI_TANGGAL:
		xlsx.format_set_num_format(f, "[$-421]\": \"d mmmm yyyy");
		xlsx.format_set_align(f, LXW_ALIGN_LEFT);
		break;
	case ISI_JUDUL:
		xlsx.format_set_align(f, LXW_ALIGN_CENTER);
		xlsx.format_set_font_size(f, XLSX_HURUF_JUDUL);
		break;
	case ISI_NAMA_PEJABAT:
		xlsx.format_set_align(f, LXW_ALIGN_CENTER);
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_underline(f, LXW_UNDERLINE_SINGLE);
		break;
	}
}

static void set_borders(lxw_format *f, Tepi tepi)
{
	if (tepi == TEPI_TANPA)
		return;
	xlsx.format_set_left(f, LXW_BORDER_THIN);
	xlsx.format_set_right(f, LXW_BORDER_THIN);
	xlsx.format_set_top(f, LXW_BORDER_THIN);
	xlsx.format_set_bottom(f, LXW_BORDER_THIN);
	if (tepi == TEPI_TENGAH || tepi == TEPI_AKHIR)
		xlsx.format_set_top_color(f, WARNA_GARIS_DALAM);
	if (tepi == TEPI_AWAL || tepi == TEPI_TENGAH)
		xlsx.format_set_bottom_color(f, WARNA_GARIS_DALAM);
}

static lxw_format *style(Penulis *p, GayaSel gaya)
{
	for (size_t i = 0; i < p->n_format; i++)
		if (same_style(&p->format[i].gaya, &gaya))
			return p->format[i].format;
	lxw_format *f = xlsx.workbook_add_format(p->buku);
	xlsx.format_set_font_name(f, "Arial");
	xlsx.format_set_font_size(f, gaya.kecil ? XLSX_HURUF_KETERANGAN : XLSX_HURUF);
	if (gaya.tebal)
		xlsx.format_set_bold(f);
	if (WARNA[gaya.nada] != LXW_COLOR_UNSET)
		xlsx.format_set_bg_color(f, WARNA[gaya.nada]);
	set_content(p, f, &gaya);
	set_borders(f, gaya.tepi);
	p->n_ekor += gaya.ekor != NULL;
	gaya.ekor = gaya.ekor ? str_dup(p->tetap, gaya.ekor) : NULL;
	*ARENA_PUSH(p->tetap, p->format, p->n_format, p->cap_format) = (__typeof__(*p->format)){gaya, f};
	return f;
}

enum { DESIMAL_TEPAT = 15 };

/* A figure as the nearest number a spreadsheet holds: 15 significant digits, cut from the exact value in decimal, so that the division by a power
 * of ten is the only rounding. */
static double nearest(Desimal d)
{
	double power = 1;
	for (uint8_t i = 0; i < d.scale; i++)
		power *= 10;
	return (double)d.m / power;
}

static double nearest_exact(const Pecahan *x, int decimals)
{
	const int64_t whole = INT64_C(9007199254740992); /* up to 2^53 every integer is held */
	Desimal d = {0};
	for (int scale = decimals; scale >= 0; scale--)
		if (pecahan_round(&d, x, (uint8_t)scale, BULAT_JAUH_NOL) && d.m < whole && d.m > -whole)
			break;
	return nearest(d);
}

static void put_text(Penulis *p, uint32_t baris, uint32_t kolom, const char *text, lxw_format *format)
{
	if (*text)
		check(p, xlsx.worksheet_write_string(p->lembar, baris, (lxw_col_t)kolom, text, format));
	else
		check(p, xlsx.worksheet_write_blank(p->lembar, baris, (lxw_col_t)kolom, format));
}

static void put_merged(Penulis *p, uint32_t first_row, uint32_t first_col, uint32_t last_row, uint32_t last_col, const char *text, lxw_format *format)
{
	if (first_row != last_row || first_col != last_col)
		check(p, xlsx.worksheet_merge_range(p->lembar, first_row, (lxw_col_t)first_col, last_row, (lxw_col_t)last_col, "", format));
	put_text(p, first_row, first_col, text, format);
}

/* A formula with its result; `value` NULL shows "-". */
static void put_formula(Penulis *p, uint32_t baris, uint32_t kolom, const char *formula, const double *value, lxw_format *format)
{
	if (value)
		check(p, xlsx.worksheet_write_formula_num(p->lembar, baris, (lxw_col_t)kolom, formula, format, *value));
	else
		check(p, xlsx.worksheet_write_formula_str(p->lembar, baris, (lxw_col_t)kolom, formula, format, "-"));
}

/* The number format shows as many decimals as the form prints: in its text, behind the comma. */
static uint8_t cell_decimals(const Penulis *p, const SelForm *cell)
{
	if (cell->jenis == ISI_SEL_PERSEN)
		return p->form->kebijakan->desimal;
	const char *comma = strchr(cell->teks, ',');
	return cell->isi == ISI_KOSONG ? 2 : comma ? (uint8_t)strlen(comma + 1) : 0;
}

/* Quotes would end the literal inside the number format. */
static const char *tail(Penulis *p, const SelForm *cell)
{
	if (!cell->tercetak || p->n_ekor >= FORMAT_EKOR_MAX)
		return NULL;
	StrBuf b = {.arena = p->arena};
	for (const char *c = cell->tercetak; *c && b.len < 40; c++)
		strbuf_addc(&b, *c == '"' ? '\'' : *c);
	return strbuf_text(&b);
}

static GayaSel cell_style(Penulis *p, Nada nada, Tepi tepi, const SelForm *cell, IsiFormat text)
{
	GayaSel gaya = {.nada = nada, .tepi = tepi, .isi = text, .tebal = nada == NADA_PROGRAM || nada == NADA_TOTAL || nada == NADA_KEGIATAN};
	if (cell->jenis == ISI_SEL_TEKS)
		return gaya;
	gaya.isi = ISI_ANGKA;
	gaya.desimal = cell_decimals(p, cell);
	gaya.ekor = tail(p, cell);
	return gaya;
}

/* A cell without formula: a number as a number, everything else as text, also what begins with "=". */
static void put_cell(Penulis *p, uint32_t baris, uint32_t kolom, const SelForm *cell, lxw_format *format)
{
	if (cell->jenis != ISI_SEL_TEKS && cell->isi != ISI_KOSONG)
		check(p, xlsx.worksheet_write_number(p->lembar, baris, (lxw_col_t)kolom, nearest(cell->nilai), format));
	else if (cell->jenis != ISI_SEL_TEKS)
		put_text(p, baris, kolom, cell->teks, format);
	else
		put_text(p, baris, kolom, render_cell(p->arena, cell), format);
	if (cell->tercetak && cell->jenis != ISI_SEL_TEKS && !tail(p, cell))
		check(p, xlsx.worksheet_write_comment(p->lembar, baris, (lxw_col_t)kolom, cell->tercetak));
}

/* --- the figures of a node --- */

static const double *exact_value(Penulis *p, const Pecahan *x, int decimals)
{
	if (!x)
		return NULL;
	double *value = ARENA_NEW(p->arena, double);
	*value = nearest_exact(x, decimals);
	return value;
}

/* Unrounded, for the helper column. */
static const double *node_exact(Penulis *p, uint32_t simpul)
{
	return exact_value(p, rollup_exact(p->arena, p->form->snapshot, p->form->kebijakan, simpul, ANGKA_KELUARAN), DESIMAL_TEPAT);
}

static const double *node_value(Penulis *p, uint32_t simpul, JenisAngka jenis)
{
	return exact_value(p, rollup_exact(p->arena, p->form->snapshot, p->form->kebijakan, simpul, jenis), RUMUS_DESIMAL);
}

static const double *line_value(Penulis *p, uint32_t indikator)
{
	return exact_value(p, rollup_exact_indikator(p->arena, p->form->snapshot, p->form->kebijakan, indikator), RUMUS_DESIMAL);
}

static const double *shown_value(Penulis *p, const SelForm *cell)
{
	if (cell->isi == ISI_KOSONG)
		return NULL;
	double *value = ARENA_NEW(p->arena, double);
	*value = nearest(cell->nilai);
	return value;
}

static lxw_format *helper_style(Penulis *p)
{
	return style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_ANGKA, .desimal = 6, .kecil = true});
}

/* A percentage: its formula in its own cell; where the policy rounds otherwise than a number format does, in the helper column. */
static void put_percent(Penulis *p, uint32_t baris, uint32_t kolom, const char *formula, const double *value, const SelForm *cell, lxw_format *format)
{
	uint32_t exact = rumus_kolom_tepat(&p->rumus, kolom);
	if (exact == kolom) {
		put_formula(p, baris, kolom, formula, value, format);
		return;
	}
	put_formula(p, baris, exact, formula, value, helper_style(p));
	put_formula(p, baris, kolom, rumus_bulat(&p->rumus, exact, baris), shown_value(p, cell), format);
}

/* Money: a fact on a leaf, the sum of the children above it. */
static void put_money(Penulis *p, uint32_t simpul, uint32_t baris, uint32_t kolom, const SelForm *cell, bool luapan, lxw_format *format)
{
	const char *formula = luapan ? NULL : rumus_jumlah(&p->rumus, simpul, kolom);
	if (formula)
		put_formula(p, baris, kolom, formula, shown_value(p, cell), format);
	else
		put_cell(p, baris, kolom, cell, format);
}

static Nada block_tone(const BlokForm *blok)
{
	return blok->tingkat == TINGKAT_PROGRAM ? NADA_PROGRAM : blok->tingkat == TINGKAT_KEGIATAN ? NADA_KEGIATAN : NADA_SUB;
}

static Tepi line_edge(const BlokForm *blok, uint32_t i)
{
	if (blok->n_baris == 1)
		return TEPI_TUNGGAL;
	return i == 0 ? TEPI_AWAL : i + 1 == blok->n_baris ? TEPI_AKHIR : TEPI_TENGAH;
}

static lxw_format *block_format(Penulis *p, const BlokForm *blok, uint32_t kolom)
{
	GayaSel gaya = cell_style(p, block_tone(blok), TEPI_TUNGGAL, xlsx_cell(blok, 0, kolom), kolom == 0 ? ISI_KODE : ISI_TEKS);
	if (kolom == XLSX_KOLOM_NAMA)
		gaya.lekuk = xlsx_lekuk(blok);
	return style(p, gaya);
}

/* The columns that span the node's lines. */
static void put_node(Penulis *p, const BlokForm *blok)
{
	uint32_t row = p->tata->blok[blok->simpul], last = row + blok->n_baris - 1;
	const Capaian *c = &p->form->hasil->simpul[blok->simpul];
	lxw_format *format[FORM_N_KOLOM];
	for (uint32_t k = 0; k < FORM_N_KOLOM; k++) {
		if (!xlsx_spans(k))
			continue;
		format[k] = block_format(p, blok, k);
		put_merged(p, row, k, last, k, "", format[k]);
	}
	put_cell(p, row, XLSX_KOLOM_KODE, &blok->kode, format[XLSX_KOLOM_KODE]);
	put_cell(p, row, XLSX_KOLOM_NAMA, &blok->nama, format[XLSX_KOLOM_NAMA]);
	put_money(p, blok->simpul, row, XLSX_KOLOM_PAGU, &blok->pagu, c->luapan, format[XLSX_KOLOM_PAGU]);
	put_money(p, blok->simpul, row, XLSX_KOLOM_REALISASI, &blok->realisasi, c->luapan, format[XLSX_KOLOM_REALISASI]);
	put_percent(p, row, XLSX_KOLOM_KEUANGAN, rumus_keuangan(&p->rumus, row), node_value(p, blok->simpul, ANGKA_KEUANGAN), &blok->keuangan,
	            format[XLSX_KOLOM_KEUANGAN]);
	put_percent(p, row, XLSX_KOLOM_RATA_RATA, rumus_rata_rata(&p->rumus, row), node_value(p, blok->simpul, ANGKA_RATA_RATA), &blok->rata_rata,
	            format[XLSX_KOLOM_RATA_RATA]);
}

/* A line that can have no capaian. A formula that points at an empty cell would read a zero there. */
static void put_no_output(Penulis *p, uint32_t row, const BarisForm *line, lxw_format *format)
{
	uint32_t exact = rumus_kolom_tepat(&p->rumus, XLSX_KOLOM_KELUARAN);
	put_cell(p, row, XLSX_KOLOM_KELUARAN, &line->keluaran, format);
	if (exact != XLSX_KOLOM_KELUARAN)
		put_text(p, row, exact, "-", helper_style(p));
}

/* Keluaran of a line: the indicator's own, or on the first line the node's. */
static void put_line_output(Penulis *p, const BlokForm *blok, uint32_t i, lxw_format *format)
{
	const BarisForm *line = &blok->baris[i];
	uint32_t row = p->tata->blok[blok->simpul] + i;
	const char *formula = NULL;
	if (blok->keluaran_per_baris && line->nomor_indikator != INDIKATOR_NONE)
		formula = rumus_capaian(&p->rumus, &p->form->snapshot->indikator[line->nomor_indikator], row);
	if (formula)
		put_percent(p, row, XLSX_KOLOM_KELUARAN, formula, line_value(p, line->nomor_indikator), &line->keluaran, format);
	else if (i == 0 && !blok->keluaran_per_baris)
		put_percent(p, row, XLSX_KOLOM_KELUARAN, rumus_keluaran(&p->rumus, row),
		            node_value(p, blok->simpul, ANGKA_KELUARAN), &line->keluaran, format);
	else
		put_no_output(p, row, line, format);
}

static void put_line(Penulis *p, const BlokForm *blok, uint32_t i)
{
	static const uint32_t PLAIN[] = {XLSX_KOLOM_INDIKATOR, XLSX_KOLOM_TARGET, XLSX_KOLOM_SATUAN};
	const BarisForm *line = &blok->baris[i];
	uint32_t row = p->tata->blok[blok->simpul] + i;
	Nada nada = block_tone(blok);
	Tepi tepi = line_edge(blok, i);
	for (size_t k = 0; k < sizeof PLAIN / sizeof *PLAIN; k++) {
		const SelForm *cell = xlsx_cell(blok, i, PLAIN[k]);
		GayaSel gaya = cell_style(p, nada, tepi, cell, PLAIN[k] == XLSX_KOLOM_TARGET ? ISI_TENGAH : ISI_TEKS);
		gaya.lekuk = PLAIN[k] == XLSX_KOLOM_SATUAN; /* a unit stands off the number before it */
		put_cell(p, row, PLAIN[k], cell, style(p, gaya));
	}
	lxw_format *volume = style(p, cell_style(p, nada, tepi, &line->volume, ISI_TENGAH));
	if (line->gema)
		put_formula(p, row, XLSX_KOLOM_VOLUME, str_format(p->arena, "=%s", rumus_ref(&p->rumus, XLSX_KOLOM_KELUARAN, p->tata->blok[blok->simpul])),
		            node_value(p, blok->simpul, ANGKA_KELUARAN), volume);
	else
		put_cell(p, row, XLSX_KOLOM_VOLUME, &line->volume, volume);
	put_line_output(p, blok, i, style(p, cell_style(p, nada, tepi, &line->keluaran, ISI_TENGAH)));
}

static void put_number(Penulis *p, uint32_t baris, uint32_t kolom, IsiDesimal value)
{
	if (value.isi != ISI_KOSONG)
		check(p, xlsx.worksheet_write_number(p->lembar, baris, (lxw_col_t)kolom, nearest(value.nilai), helper_style(p)));
}

static void put_helpers(Penulis *p, const BlokForm *blok)
{
	uint32_t row = p->tata->blok[blok->simpul];
	const Snapshot *s = p->form->snapshot;
	const char *formula = blok->keluaran_per_baris ? rumus_rata_baris(&p->rumus, blok) : rumus_rata_anak(&p->rumus, blok->simpul);
	if (formula)
		put_formula(p, row, XLSX_BANTU_KELUARAN, formula, node_exact(p, blok->simpul), helper_style(p));
	else
		put_text(p, row, XLSX_BANTU_KELUARAN, "-", helper_style(p));
	if (p->rumus.bantu[XLSX_BANTU_DALAM])
		put_number(p, row, XLSX_BANTU_DALAM, isi_desimal((Desimal){p->rumus.dalam[blok->simpul], 0}));
	if (p->rumus.bantu[XLSX_BANTU_BOBOT])
		put_number(p, row, XLSX_BANTU_BOBOT, s->simpul[blok->simpul].bobot);
	for (uint32_t i = 0; p->rumus.bantu[XLSX_BANTU_BOBOT_INDIKATOR] && i < blok->n_baris; i++)
		if (blok->baris[i].nomor_indikator != INDIKATOR_NONE)
			put_number(p, row + i, XLSX_BANTU_BOBOT_INDIKATOR, s->indikator[blok->baris[i].nomor_indikator].bobot);
}

/* A large report would otherwise keep every formula and every exact fraction until the end. */
static void put_block(Penulis *p, const BlokForm *blok)
{
	p->arena = p->rumus.arena = arena_new();
	put_node(p, blok);
	for (uint32_t i = 0; i < blok->n_baris; i++)
		put_line(p, blok, i);
	put_helpers(p, blok);
	arena_free(p->arena);
	p->arena = p->rumus.arena = p->tetap;
}

static void put_total(Penulis *p)
{
	uint32_t row = p->tata->total;
	const TabelForm *form = p->form;
	const SelForm *cells[FORM_N_KOLOM] = {[3] = &form->total.pagu, &form->total.target, &form->total.realisasi, &form->total.volume, &form->total.satuan,
	                                      &form->total.keuangan, &form->total.keluaran, &form->total.rata_rata};
	lxw_format *format[FORM_N_KOLOM];
	for (uint32_t k = 3; k < FORM_N_KOLOM; k++) {
		GayaSel gaya = cell_style(p, NADA_TOTAL, TEPI_TUNGGAL, cells[k], ISI_TEKS);
		gaya.lekuk = k == XLSX_KOLOM_SATUAN;
		format[k] = style(p, gaya);
	}
	put_merged(p, row, 0, row, 2, "JUMLAH TOTAL", style(p, (GayaSel){.nada = NADA_TOTAL, .isi = ISI_TEKS, .tepi = TEPI_TUNGGAL, .tebal = true}));
	bool luapan = form->hasil->total.luapan;
	put_money(p, SIMPUL_TOTAL, row, XLSX_KOLOM_PAGU, cells[XLSX_KOLOM_PAGU], luapan, format[XLSX_KOLOM_PAGU]);
	put_cell(p, row, XLSX_KOLOM_TARGET, cells[XLSX_KOLOM_TARGET], format[XLSX_KOLOM_TARGET]);
	put_money(p, SIMPUL_TOTAL, row, XLSX_KOLOM_REALISASI, cells[XLSX_KOLOM_REALISASI], luapan, format[XLSX_KOLOM_REALISASI]);
	put_cell(p, row, XLSX_KOLOM_SATUAN, cells[XLSX_KOLOM_SATUAN], format[XLSX_KOLOM_SATUAN]);
	const double *keluaran = node_value(p, SIMPUL_TOTAL, ANGKA_KELUARAN);
	put_formula(p, row, XLSX_KOLOM_VOLUME, str_format(p->arena, "=%s", rumus_ref(&p->rumus, XLSX_KOLOM_KELUARAN, row)), keluaran, format[XLSX_KOLOM_VOLUME]);
	const char *mean = rumus_rata_anak(&p->rumus, SIMPUL_TOTAL);
	if (mean)
		put_formula(p, row, XLSX_BANTU_KELUARAN, mean, node_exact(p, SIMPUL_TOTAL), helper_style(p));
	put_percent(p, row, XLSX_KOLOM_KELUARAN, rumus_keluaran(&p->rumus, row), keluaran,
	            cells[XLSX_KOLOM_KELUARAN], format[XLSX_KOLOM_KELUARAN]);
	put_percent(p, row, XLSX_KOLOM_KEUANGAN, rumus_keuangan(&p->rumus, row), node_value(p, SIMPUL_TOTAL, ANGKA_KEUANGAN), cells[XLSX_KOLOM_KEUANGAN],
	            format[XLSX_KOLOM_KEUANGAN]);
	put_percent(p, row, XLSX_KOLOM_RATA_RATA, rumus_rata_rata(&p->rumus, row), node_value(p, SIMPUL_TOTAL, ANGKA_RATA_RATA), cells[XLSX_KOLOM_RATA_RATA],
	            format[XLSX_KOLOM_RATA_RATA]);
}

/* --- what stands around the table --- */

static void put_pair_value(Penulis *p, uint32_t row, const char *text)
{
	const Kepala *kepala = &p->form->snapshot->kepala;
	bool date = *text && tanggal_valid(kepala->kondisi) && str_equal(text, tanggal_print_id(p->arena, kepala->kondisi));
	lxw_format *format = style(p, (GayaSel){.nada = NADA_POLOS, .isi = date ? ISI_TANGGAL : ISI_PASANGAN});
	put_merged(p, row, 2, row, 6, date ? "" : text, format);
	if (date) /* days since 1899-12-30, as spreadsheets count */
		check(p, xlsx.worksheet_write_number(p->lembar, row, 2, (double)(tanggal_days(kepala->kondisi) + 25569), format));
}

static void put_head(Penulis *p)
{
	const TabelForm *form = p->form;
	lxw_format *title = style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_JUDUL, .tebal = true});
	for (uint32_t i = 0; i < 2; i++)
		put_merged(p, i, 0, i, FORM_N_KOLOM - 1, form->judul[i], title);
	lxw_format *label = style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_TEKS, .tebal = true});
	for (uint32_t i = 0; i < sizeof form->kepala / sizeof *form->kepala; i++) {
		uint32_t row = p->tata->kepala + i;
		put_merged(p, row, 0, row, 1, form->kepala[i].label, label);
		put_pair_value(p, row, form->kepala[i].isi);
	}
	lxw_format *count = style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_PASANGAN});
	const Tingkat tingkat[] = {TINGKAT_PROGRAM, TINGKAT_KEGIATAN, TINGKAT_SUB_KEGIATAN};
	for (uint32_t i = 0; i < sizeof form->jumlah / sizeof *form->jumlah; i++) {
		uint32_t row = p->tata->kepala + i;
		put_merged(p, row, 7, row, 9, form->jumlah[i].label, label);
		check(p, xlsx.worksheet_write_number(p->lembar, row, 10, snapshot_count(form->snapshot, tingkat[i]), count));
	}
}

static void put_headings(Penulis *p)
{
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		const JudulForm *judul = &FORM_JUDUL[i];
		uint32_t row = p->tata->judul + judul->baris;
		lxw_format *format = style(p, (GayaSel){.nada = NADA_KEPALA, .isi = ISI_TENGAH, .tepi = TEPI_TUNGGAL, .tebal = judul->baris < 2, .kecil = true});
		put_merged(p, row, judul->kolom, row + judul->rentang_baris - 1u, judul->kolom + judul->rentang_kolom - 1u, xlsx_heading(p->arena, judul->teks),
		           format);
	}
}

static void put_narrative(Penulis *p, uint32_t row, const char *label, const char *text)
{
	put_merged(p, row, 0, row, 1, str_format(p->arena, "%s :", label),
	           style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_TEKS, .tepi = TEPI_TUNGGAL, .tebal = true}));
	put_merged(p, row, 2, row, FORM_N_KOLOM - 1, text, style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_TEKS, .tepi = TEPI_TUNGGAL}));
}

static void put_foot(Penulis *p)
{
	const TabelForm *form = p->form;
	const TataXlsx *t = p->tata;
	put_narrative(p, t->permasalahan, form->label_permasalahan, form->permasalahan);
	put_narrative(p, t->tindak_lanjut, form->label_tindak_lanjut, form->tindak_lanjut);
	put_merged(p, t->keterangan, 0, t->keterangan, FORM_N_KOLOM - 1, form->judul_keterangan,
	           style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_TEKS, .tebal = true, .kecil = true}));
	lxw_format *legend = style(p, (GayaSel){.nada = NADA_POLOS, .isi = ISI_TEKS, .kecil = true});
	for (uint32_t i = 0; i < sizeof form->keterangan / sizeof *form->keterangan; i++)
		put_merged(p, t->keterangan + 1 + i, 0, t->keterangan + 1 + i, FORM_N_KOLOM - 1, form->keterangan[i], legend);
	const char *sign[TANDA_BARIS] = {form->tempat_tanggal, form->jabatan, "", form->nama, form->pangkat, form->nip};
	for (uint32_t i = 0; i < TANDA_BARIS; i++) {
		bool name = i == TANDA_NAMA;
		if (*sign[i])
			put_merged(p, t->tanda + i, 6, t->tanda + i, FORM_N_KOLOM - 1, sign[i],
			           style(p, (GayaSel){.nada = NADA_POLOS, .isi = name ? ISI_NAMA_PEJABAT : ISI_TENGAH, .tebal = name}));
	}
}

/* --- the sheet --- */

static void set_columns(Penulis *p)
{
	for (uint32_t k = 0; k < FORM_N_KOLOM; k++)
		check(p, xlsx.worksheet_set_column_pixels(p->lembar, (lxw_col_t)k, (lxw_col_t)k, (uint32_t)(p->tata->lebar[k] * 96 / 72 + 0.5), NULL));
	lxw_row_col_options hidden = {.hidden = LXW_TRUE};
	check(p, xlsx.worksheet_set_column_opt(p->lembar, FORM_N_KOLOM, XLSX_KOLOM_JUMLAH - 1, 14, NULL, &hidden));
	for (uint32_t i = 0; i < p->tata->n_baris; i++)
		check(p, xlsx.worksheet_set_row(p->lembar, i, p->tata->tinggi[i], NULL));
}

/* "&" starts a code in page heads and feet. Excel takes 255 characters in all. */
enum { KAKI_KIRI_MAX = 80, KAKI_TENGAH_MAX = 110 };

static const char *page_text(Arena *arena, const char *text, size_t most)
{
	StrBuf b = {.arena = arena};
	for (size_t n = 0; *text && n < most; n++) {
		const char *start = text;
		utf8_next(&text);
		if (*start == '&')
			strbuf_addc(&b, '&');
		strbuf_addn(&b, start, (size_t)(text - start));
	}
	return strbuf_text(&b);
}

static void set_page(Penulis *p, Kertas kertas)
{
	static const uint8_t PAPER[] = {[KERTAS_F4] = 14 /* Folio, 8.5 x 13 in: the F4 of Indonesian printers */, [KERTAS_A4] = 9, [KERTAS_LEGAL] = 5};
	const double margin = XLSX_TEPI_MM / 25.4;
	lxw_worksheet *s = p->lembar;
	xlsx.worksheet_set_landscape(s);
	xlsx.worksheet_set_paper(s, PAPER[kertas]);
	lxw_header_footer_options foot = {.margin = 0.25};
	xlsx.worksheet_set_margins(s, margin, margin, margin, margin + 4 / 25.4);
	xlsx.worksheet_fit_to_pages(s, 1, 0);
	xlsx.worksheet_center_horizontally(s);
	check(p, xlsx.worksheet_repeat_rows(s, p->tata->judul, p->tata->isi - 1));
	check(p, xlsx.worksheet_print_area(s, 0, 0, p->tata->akhir, FORM_N_KOLOM - 1));
	check(p, xlsx.worksheet_set_footer_opt(s, str_format(p->arena, "&L&7%s&C&7%s&R&7Halaman &P dari &N", page_text(p->arena, p->form->kaki_kebijakan, KAKI_KIRI_MAX),
	                                                page_text(p->arena, p->form->kaki_data, KAKI_TENGAH_MAX)), &foot));
	if (p->tata->n_putus && p->tata->n_putus <= PUTUS_MAX) {
		lxw_row_t *breaks = ARENA_ARRAY(p->arena, lxw_row_t, p->tata->n_putus + 1);
		memcpy(breaks, p->tata->putus, p->tata->n_putus * sizeof *breaks);
		check(p, xlsx.worksheet_set_h_pagebreaks(s, breaks));
	}
}

static void set_view(Penulis *p)
{
	lxw_worksheet *s = p->lembar;
	xlsx.worksheet_freeze_panes(s, p->tata->isi, 0);
	xlsx.worksheet_gridlines(s, LXW_HIDE_ALL_GRIDLINES);
	xlsx.worksheet_set_zoom(s, 90);
	/* codes are texts on purpose, and neighbouring formulas differ as the tree does */
	const char *all = str_format(p->arena, "A1:%s", rumus_ref(&p->rumus, XLSX_KOLOM_JUMLAH - 1, p->tata->akhir));
	check(p, xlsx.worksheet_ignore_errors(s, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all));
	check(p, xlsx.worksheet_ignore_errors(s, LXW_IGNORE_FORMULA_DIFFERS, all));
	check(p, xlsx.worksheet_ignore_errors(s, LXW_IGNORE_FORMULA_RANGE, all));
	check(p, xlsx.worksheet_ignore_errors(s, LXW_IGNORE_EMPTY_CELL_REFERENCE, all));
}

/* The report's own date: what it stands for, else when it was signed, else the last day of its month. */
static time_t report_time(const Snapshot *s)
{
	if (tanggal_valid(s->kepala.kondisi))
		return (time_t)tanggal_days(s->kepala.kondisi) * 86400;
	if (tanggal_valid(s->tanda_tangan.tanggal))
		return (time_t)tanggal_days(s->tanda_tangan.tanggal) * 86400;
	if (s->kepala.tahun >= 1900 && s->kepala.tahun < 2999) {
		int bulan = s->kepala.bulan ? s->kepala.bulan : 12;
		Tanggal next = {(int16_t)(s->kepala.tahun + bulan / 12), (uint8_t)(bulan % 12 + 1), 1};
		return (time_t)(tanggal_days(next) - 1) * 86400;
	}
	return 315532800; /* 1980-01-01, where zip's calendar starts */
}

static void set_properties(Penulis *p)
{
	const TabelForm *form = p->form;
	const char *hash = form->kebijakan->hash;
	lxw_doc_properties properties = {
		.title = (char *)(uintptr_t)render_title(p->arena, form),
		.subject = (char *)(uintptr_t)str_format(p->arena, "%s %s", form->judul[0], form->judul[1]),
		.author = (char *)(uintptr_t)form->snapshot->kepala.unit_organisasi,
		.comments = (char *)(uintptr_t)str_format(p->arena, "%s. %s", form->kaki_kebijakan, form->kaki_data),
		.created = report_time(form->snapshot),
	};
	check(p, xlsx.workbook_set_properties(p->buku, &properties));
	check(p, xlsx.workbook_set_custom_property_string(p->buku, "Kebijakan", form->kebijakan->nama));
	check(p, xlsx.workbook_set_custom_property_string(p->buku, "Kebijakan SHA-256", hash));
}

static void name_helpers(Penulis *p)
{
	static const struct { uint32_t kolom; const char *nama; } NAMA[] = {
		{XLSX_BANTU_KELUARAN, "bantu_keluaran"}, {XLSX_BANTU_DALAM, "bantu_dalam"}, {XLSX_BANTU_BOBOT, "bantu_bobot"},
		{XLSX_BANTU_BOBOT_INDIKATOR, "bantu_bobot_indikator"}, {XLSX_BANTU_CAPAIAN, "bantu_capaian"}, {XLSX_BANTU_KEUANGAN, "bantu_keuangan"},
		{XLSX_BANTU_RATA_RATA, "bantu_rata_rata"},
	};
	for (size_t i = 0; i < sizeof NAMA / sizeof *NAMA; i++)
		if (p->rumus.bantu[NAMA[i].kolom])
			check(p, xlsx.workbook_define_name(p->buku, NAMA[i].nama, str_format(p->arena, "='Laporan Capaian'!$%c$%u:$%c$%u", 'A' + (int)NAMA[i].kolom, p->tata->isi + 1,
			                                                                    'A' + (int)NAMA[i].kolom, p->tata->total + 1)));
}

/* Column widths are counted in digits of the workbook's default font. Every program has Arial, at least as a metric twin, and at 9,5 points its digits are 7
 * pixels wide as Excel counts (whole pixels) and as LibreOffice does (fractions): the columns come out alike. */
static void set_default_font(lxw_workbook *buku)
{
	lxw_format *normal = STAILQ_FIRST(buku->formats);
	xlsx.format_set_font_name(normal, "Arial");
	xlsx.format_set_font_size(normal, 9.5);
}

static void write_sheet(Penulis *p, Kertas kertas)
{
	set_default_font(p->buku);
	set_columns(p);
	put_head(p);
	put_headings(p);
	for (uint32_t i = 0; i < p->form->n_blok; i++)
		put_block(p, &p->form->blok[i]);
	put_total(p);
	put_foot(p);
	set_page(p, kertas);
	set_view(p);
	name_helpers(p);
	set_properties(p);
}

static Err fail(Arena *arena, Bahasa bahasa, ErrInfo *info, lxw_error error)
{
	if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
		return err_set(info, ERR_LIMIT, str_format(arena, teks(bahasa, "XLSX: a text is longer than the %d characters a cell can hold"), SEL_TEKS_MAX),
		               teks(bahasa, "Shorten it, or write another format."));
	if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
		return err_set(info, ERR_LIMIT, str_format(arena, teks(bahasa, "XLSX: the report has more rows than the %d a sheet can hold"), BARIS_MAX),
		               teks(bahasa, "Write another format."));
	return err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "XLSX: the workbook cannot be assembled (%s)"), xlsx.lxw_strerror(error)),
	               teks(bahasa, "Free some room in the folder for temporary files (TMPDIR)."));
}

Err render_xlsx(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	Err err = xlsx_siap(arena, bahasa, info);
	if (err)
		return err;
	const TataXlsx *tata = xlsx_layout(arena, form, kertas);
	if (tata->n_baris > BARIS_MAX)
		return fail(arena, bahasa, info, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
	int fd;
	const char *path = memori_open(arena, &fd);
	if (!path)
		return fail(arena, bahasa, info, LXW_ERROR_CREATING_XLSX_FILE);
	Penulis p = {.arena = arena, .tetap = arena, .form = form, .tata = tata, .rumus = rumus_begin(arena, form, tata), .buku = xlsx.workbook_new(path)};
	p.lembar = xlsx.workbook_add_worksheet(p.buku, "Laporan Capaian");
	write_sheet(&p, kertas);
	lxw_error error = xlsx_tutup(p.buku);
	if (!p.galat)
		p.galat = error;
	err = p.galat ? fail(arena, bahasa, info, p.galat) : ERR_OK;
	if (!err && !memori_read(arena, fd, &out->bytes, &out->n))
		err = fail(arena, bahasa, info, LXW_ERROR_READING_TMPFILE);
	memori_close(fd);
	return err;
}
