#include "report/tabel_umum.h"
#include "report/xlsx_memori.h"
#include "report/xlsx_pustaka.h"
#include "report/xlsx_ukur.h"

/* A document of tables as a workbook, a sheet a part: numbers as numbers, sums and percentages as formulas stored with the engine's result. */

enum { HURUF = 9, HURUF_JUDUL = 12, HURUF_CATATAN = 8 };
enum { BARIS_JUDUL = 2 };              /* title rows above the head pairs */
static const double LEBAR_LENTUR = 230, LEBAR_TERKECIL = 34, PAD = 9; /* of columns, in points */

typedef enum { ISI_TEKS, ISI_ANGKA, ISI_KEPALA, ISI_JUDUL, ISI_LABEL, ISI_CATATAN } IsiGaya;
typedef struct { IsiGaya isi; NadaUmum nada; RataKolom rata; uint8_t desimal, lekuk; } Gaya;

typedef struct {
	Arena *arena;
	const TabelUmum *tabel;
	lxw_workbook *buku;
	lxw_worksheet *lembar;
	size_t n_gaya, cap_gaya;
	struct { Gaya gaya; lxw_format *format; } *gaya;
	lxw_error galat;
} Penulis;

static void check(Penulis *p, lxw_error error)
{
	if (error && !p->galat)
		p->galat = error;
}

static void borders(lxw_format *f)
{
	xlsx.format_set_border(f, LXW_BORDER_THIN);
}

static void shade(lxw_format *f, const Gaya *g)
{
	static const lxw_color_t colour[] = {[NADA_UMUM_BIASA] = LXW_COLOR_UNSET, [NADA_UMUM_TINGKAT_1] = 0xDBE5F1, [NADA_UMUM_TINGKAT_2] = 0xEEF3F9,
	                                     [NADA_UMUM_TOTAL] = 0xE6E9ED};
	if (colour[g->nada] != LXW_COLOR_UNSET)
		xlsx.format_set_bg_color(f, colour[g->nada]);
	if (g->nada != NADA_UMUM_BIASA)
		xlsx.format_set_bold(f);
	borders(f);
	xlsx.format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	xlsx.format_set_align(f, g->rata == KOLOM_UMUM_KANAN ? LXW_ALIGN_RIGHT : g->rata == KOLOM_UMUM_TENGAH ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
}

static bool same_style(const Gaya *a, const Gaya *b)
{
	return a->isi == b->isi && a->nada == b->nada && a->rata == b->rata && a->desimal == b->desimal && a->lekuk == b->lekuk;
}

static lxw_format *style(Penulis *p, Gaya g)
{
	for (size_t i = 0; i < p->n_gaya; i++)
		if (same_style(&p->gaya[i].gaya, &g))
			return p->gaya[i].format;
	lxw_format *f = xlsx.workbook_add_format(p->buku);
	xlsx.format_set_font_name(f, "Arial");
	xlsx.format_set_font_size(f, g.isi == ISI_JUDUL ? HURUF_JUDUL : g.isi == ISI_CATATAN ? HURUF_CATATAN : HURUF);
	switch (g.isi) {
	case ISI_TEKS:
		shade(f, &g);
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_indent(f, g.lekuk);
		break;
	case ISI_ANGKA:
		shade(f, &g);
		xlsx.format_set_num_format(f, str_format(p->arena, "[$-421]#,##0%s%.*s", g.desimal ? "." : "", g.desimal, "000000"));
		break;
	case ISI_KEPALA:
		xlsx.format_set_bold(f);
		xlsx.format_set_bg_color(f, 0xE6E9ED);
		borders(f);
		xlsx.format_set_text_wrap(f);
		xlsx.format_set_align(f, LXW_ALIGN_CENTER);
		xlsx.format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
		break;
	case ISI_JUDUL:
		xlsx.format_set_bold(f);
		break;
	case ISI_LABEL:
		xlsx.format_set_bold(f);
		break;
	case ISI_CATATAN:
		break;
	}
	*ARENA_PUSH(p->arena, p->gaya, p->n_gaya, p->cap_gaya) = (__typeof__(*p->gaya)){g, f};
	return f;
}

static lxw_format *plain(Penulis *p, IsiGaya isi)
{
	Gaya g;
	memset(&g, 0, sizeof g);
	g.isi = isi;
	return style(p, g);
}

static void put_text(Penulis *p, uint32_t baris, uint32_t kolom, const char *text, lxw_format *format)
{
	if (*text)
		check(p, xlsx.worksheet_write_string(p->lembar, baris, (lxw_col_t)kolom, text, format));
	else
		check(p, xlsx.worksheet_write_blank(p->lembar, baris, (lxw_col_t)kolom, format));
}

static void put_merged(Penulis *p, uint32_t r0, uint32_t c0, uint32_t r1, uint32_t c1, const char *text, lxw_format *format)
{
	if (r0 != r1 || c0 != c1)
		check(p, xlsx.worksheet_merge_range(p->lembar, r0, (lxw_col_t)c0, r1, (lxw_col_t)c1, "", format));
	put_text(p, r0, c0, text, format);
}

/* ---- cells ---- */

static bool is_number(const SelForm *cell)
{
	return cell->jenis != ISI_SEL_TEKS && cell->isi != ISI_KOSONG;
}

/* Decimals that the cell prints: those of its text. */
static uint8_t decimals_of(const SelForm *cell)
{
	const char *comma = strchr(cell->teks, ',');
	return comma ? (uint8_t)strlen(comma + 1) : 0;
}

static double number_of(Desimal d)
{
	double power = 1;
	for (uint8_t i = 0; i < d.scale; i++)
		power *= 10;
	return (double)d.m / power;
}

static const char *ref(Penulis *p, uint32_t baris, uint32_t kolom)
{
	return str_format(p->arena, "%c%u", 'A' + (int)kolom, baris + 1);
}

/* The formula of a cell; NULL: it is a number of its own. */
static const char *formula_of(Penulis *p, const BagianUmum *b, const BarisUmum *baris, uint8_t k, uint32_t first, uint32_t row)
{
	const KolomUmum *c = &b->kolom[k];
	if (c->jumlah && baris->jumlah_sampai > baris->jumlah_dari)
		return str_format(p->arena, "=SUM(%s:%s)", ref(p, first + baris->jumlah_dari, k), ref(p, first + baris->jumlah_sampai - 1, k));
	if (c->rumus == RUMUS_TIDAK || baris->tanpa_rumus || !p->tabel->bulat_biasa || !is_number(&baris->sel[c->a]) || !is_number(&baris->sel[c->b]))
		return NULL;
	const char *a = ref(p, row, c->a), *z = ref(p, row, c->b);
	switch (c->rumus) {
	case RUMUS_PERSEN:
		return str_format(p->arena, "=%s/%s*100", a, z);
	case RUMUS_SELISIH:
		return str_format(p->arena, "=%s-%s", a, z);
	case RUMUS_RERATA:
		return str_format(p->arena, "=(%s+%s)/2", a, z);
	case RUMUS_TIDAK:
		break;
	}
	return NULL;
}

static void put_row(Penulis *p, const BagianUmum *b, const BarisUmum *baris, uint32_t first, uint32_t row)
{
	for (uint8_t k = 0; k < b->n_kolom; k++) {
		const SelForm *cell = &baris->sel[k];
		Gaya g;
		memset(&g, 0, sizeof g);
		g.nada = baris->nada;
		g.rata = b->kolom[k].rata;
		g.isi = is_number(cell) ? ISI_ANGKA : ISI_TEKS;
		g.desimal = is_number(cell) ? decimals_of(cell) : 0;
		g.lekuk = b->kolom[k].lentur ? baris->lekuk : 0;
		lxw_format *format = style(p, g);
		const char *formula = is_number(cell) ? formula_of(p, b, baris, k, first, row) : NULL;
		if (formula)
			check(p, xlsx.worksheet_write_formula_num(p->lembar, row, k, formula, format, number_of(cell->nilai)));
		else if (is_number(cell))
			check(p, xlsx.worksheet_write_number(p->lembar, row, k, number_of(cell->nilai), format));
		else
			put_text(p, row, k, cell->teks, format);
	}
}

/* ---- head and sheet ---- */

static bool grouped(const BagianUmum *b)
{
	for (uint8_t k = 0; k < b->n_kolom; k++)
		if (b->kolom[k].grup)
			return true;
	return false;
}

/* Gives the first row of the body. */
static uint32_t put_headings(Penulis *p, const BagianUmum *b, uint32_t row)
{
	lxw_format *format = plain(p, ISI_KEPALA);
	uint32_t last = grouped(b) ? row + 1 : row;
	for (uint8_t k = 0, end; k < b->n_kolom; k = end) {
		const char *grup = b->kolom[k].grup;
		end = k + 1;
		if (!grup) {
			put_merged(p, row, k, last, k, b->kolom[k].judul, format);
			continue;
		}
		while (end < b->n_kolom && str_equal(b->kolom[end].grup, grup))
			end++;
		put_merged(p, row, k, row, end - 1u, grup, format);
		for (uint8_t c = k; c < end; c++)
			put_text(p, last, c, b->kolom[c].judul, format);
	}
	if (last > row)
		check(p, xlsx.worksheet_set_row(p->lembar, last, 26, NULL));
	else
		check(p, xlsx.worksheet_set_row(p->lembar, row, 26, NULL));
	return last + 1;
}

/* Width of each column; gives the sum. */
static double widths_measure(const BagianUmum *b, double width[UMUM_KOLOM_MAX])
{
	double sum = 0;
	for (uint8_t k = 0; k < b->n_kolom; k++) {
		width[k] = b->kolom[k].lentur ? LEBAR_LENTUR : ukur_kata(b->kolom[k].judul, HURUF, true) + PAD;
		for (uint32_t i = 0; i < b->n_baris && !b->kolom[k].lentur; i++) {
			double own = ukur_lebar(b->baris[i].sel[k].teks, HURUF, b->baris[i].nada != NADA_UMUM_BIASA) + PAD;
			width[k] = own > width[k] ? own : width[k];
		}
		width[k] = width[k] < LEBAR_TERKECIL ? LEBAR_TERKECIL : width[k];
		sum += width[k];
	}
	return sum;
}

static void put_rows(Penulis *p, const BagianUmum *b, const double *width, uint32_t first)
{
	for (uint32_t i = 0; i < b->n_baris; i++) {
		unsigned lines = 1;
		for (uint8_t k = 0; k < b->n_kolom; k++) {
			unsigned own = b->kolom[k].lentur ? ukur_baris(b->baris[i].sel[k].teks, HURUF, b->baris[i].nada != NADA_UMUM_BIASA, width[k] - PAD - 7 * b->baris[i].lekuk) : 1;
			lines = own > lines ? own : lines;
		}
		check(p, xlsx.worksheet_set_row(p->lembar, first + i, ukur_tinggi(lines, HURUF), NULL));
		put_row(p, b, &b->baris[i], first, first + i);
	}
}

static void set_page(Penulis *p, Kertas kertas, uint32_t head, uint32_t first)
{
	static const uint8_t paper[] = {[KERTAS_F4] = 14, [KERTAS_A4] = 9, [KERTAS_LEGAL] = 5};
	const double margin = 12 / 25.4;
	lxw_header_footer_options foot = {.margin = 0.25};
	StrBuf text = {.arena = p->arena};
	size_t n = 0;
	for (const char *c = p->tabel->kaki; *c && n < 150; n++) {
		const char *start = c;
		utf8_next(&c);
		if (*start == '&')
			strbuf_addc(&text, '&');
		strbuf_addn(&text, start, (size_t)(c - start));
	}
	xlsx.worksheet_set_landscape(p->lembar);
	xlsx.worksheet_set_paper(p->lembar, paper[kertas]);
	xlsx.worksheet_set_margins(p->lembar, margin, margin, margin, margin + 4 / 25.4);
	xlsx.worksheet_fit_to_pages(p->lembar, 1, 0);
	check(p, xlsx.worksheet_repeat_rows(p->lembar, head, first - 1));
	check(p, xlsx.worksheet_set_footer_opt(p->lembar, str_format(p->arena, "&L&7%s&R&7Halaman &P dari &N", strbuf_text(&text)), &foot));
	xlsx.worksheet_freeze_panes(p->lembar, first, 0);
	xlsx.worksheet_gridlines(p->lembar, LXW_HIDE_ALL_GRIDLINES);
}

static void put_part(Penulis *p, const BagianUmum *b, Kertas kertas)
{
	const TabelUmum *t = p->tabel;
	double width[UMUM_KOLOM_MAX];
	p->lembar = xlsx.workbook_add_worksheet(p->buku, b->nama);
	widths_measure(b, width);
	for (uint8_t k = 0; k < b->n_kolom; k++)
		check(p, xlsx.worksheet_set_column_pixels(p->lembar, k, k, (uint32_t)(width[k] * 96 / 72 + 0.5), NULL));
	uint32_t row = 0;
	for (int i = 0; i < BARIS_JUDUL; i++)
		put_text(p, row++, 0, t->judul[i], plain(p, ISI_JUDUL));
	for (uint32_t i = 0; i < t->n_kepala; i++)
		put_text(p, row++, 0, str_format(p->arena, "%s: %s", t->kepala[i].label, t->kepala[i].isi), plain(p, ISI_CATATAN));
	row++;
	if (*b->judul)
		put_text(p, row++, 0, b->judul, plain(p, ISI_LABEL));
	uint32_t head = row, first = put_headings(p, b, row);
	put_rows(p, b, width, first);
	row = first + b->n_baris + 1;
	for (uint32_t i = 0; i < b->n_catatan; i++)
		put_text(p, row++, 0, b->catatan[i], plain(p, ISI_CATATAN));
	set_page(p, kertas, head, first);
}

static Err fail(Arena *arena, Bahasa bahasa, ErrInfo *info, lxw_error error)
{
	return err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "XLSX: the workbook cannot be assembled: %s"), xlsx.lxw_strerror(error)),
	               teks(bahasa, "Free some room in the folder for temporary files (TMPDIR)."));
}

Err umum_xlsx(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	int fd;
	Err err = xlsx_siap(arena, bahasa, info);
	if (err)
		return err;
	const char *path = memori_open(arena, &fd);
	if (!path)
		return fail(arena, bahasa, info, LXW_ERROR_CREATING_XLSX_FILE);
	Penulis p = {.arena = arena, .tabel = tabel, .buku = xlsx.workbook_new(path)};
	lxw_format *normal = STAILQ_FIRST(p.buku->formats);
	xlsx.format_set_font_name(normal, "Arial");
	xlsx.format_set_font_size(normal, 9.5); /* as in the official form: column widths count its digits */
	for (uint32_t i = 0; i < tabel->n_bagian; i++)
		put_part(&p, &tabel->bagian[i], kertas);
	lxw_doc_properties properties = {
		.title = (char *)(uintptr_t)tabel->lari, .author = (char *)(uintptr_t)tabel->pembuat, .comments = (char *)(uintptr_t)tabel->kaki,
		.created = (time_t)tanggal_days(tabel->tanggal) * 86400,
	};
	check(&p, xlsx.workbook_set_properties(p.buku, &properties));
	lxw_error error = xlsx_tutup(p.buku);
	if (!p.galat)
		p.galat = error;
	err = p.galat ? fail(arena, bahasa, info, p.galat) : ERR_OK;
	if (!err && !memori_read(arena, fd, &out->bytes, &out->n))
		err = fail(arena, bahasa, info, LXW_ERROR_READING_TMPFILE);
	memori_close(fd);
	return err;
}
