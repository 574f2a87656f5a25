#include "report/isian_xlsx.h"

#include "base/str.h"
#include "report/xlsx_memori.h"
#include "report/xlsx_pustaka.h"

#include <inttypes.h>
#include <string.h>

enum { ANGKA_PASTI = 15 /* digits that a spreadsheet keeps */ };

typedef struct {
	lxw_format *judul, *kepala, *teks, *tebal, *angka, *isian, *isian_teks, *persen, *strip, *cara;
} Gaya;

typedef struct {
	Arena *arena;
	const LembarIsian *lembar;
	lxw_workbook *buku;
	lxw_worksheet *sheet;
	Gaya gaya;
	lxw_error galat;
} Penulis;

static void check(Penulis *p, lxw_error error)
{
	if (error && !p->galat)
		p->galat = error;
}

static lxw_format *format(Penulis *p, const char *number, bool bold, bool open, lxw_color_t colour)
{
	lxw_format *f = xlsx.workbook_add_format(p->buku);
	xlsx.format_set_font_name(f, "Arial");
	xlsx.format_set_font_size(f, 9);
	xlsx.format_set_border(f, LXW_BORDER_THIN);
	xlsx.format_set_border_color(f, 0xC3C9CF);
	xlsx.format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	if (number)
		xlsx.format_set_num_format(f, number);
	else
		xlsx.format_set_text_wrap(f);
	if (bold)
		xlsx.format_set_bold(f);
	if (open)
		xlsx.format_set_unlocked(f);
	if (colour != LXW_COLOR_UNSET)
		xlsx.format_set_bg_color(f, colour);
	return f;
}

static void formats_make(Penulis *p)
{
	static const char number[] = "[$-421]#,##0.00####", percent[] = "[$-421]#,##0.00";
	p->gaya = (Gaya){
		.judul = xlsx.workbook_add_format(p->buku), .kepala = format(p, NULL, true, false, 0xE6E9ED), .teks = format(p, NULL, false, false, LXW_COLOR_UNSET),
		.tebal = format(p, NULL, true, false, 0xEEF3F9), .angka = format(p, number, false, false, LXW_COLOR_UNSET),
		.isian = format(p, number, false, true, 0xFFF9DB), .isian_teks = format(p, NULL, false, true, 0xFFF9DB), .persen = format(p, percent, false, false, LXW_COLOR_UNSET),
		.strip = format(p, percent, false, false, LXW_COLOR_UNSET), .cara = format(p, NULL, false, false, LXW_COLOR_UNSET)};
	xlsx.format_set_align(p->gaya.strip, LXW_ALIGN_RIGHT);
	xlsx.format_set_indent(p->gaya.cara, 1);
	xlsx.format_set_bold(p->gaya.judul);
	xlsx.format_set_font_name(p->gaya.judul, "Arial");
	xlsx.format_set_font_size(p->gaya.judul, 12);
}

static void text(Penulis *p, uint32_t row, uint32_t kolom, const char *value, lxw_format *f)
{
	check(p, *value ? xlsx.worksheet_write_string(p->sheet, row, (lxw_col_t)(kolom - 1), value, f) : xlsx.worksheet_write_blank(p->sheet, row, (lxw_col_t)(kolom - 1), f));
}

/* Both whole numbers are exact, so that their quotient is the nearest binary number: what the decimal text would be read as. */
static double nearest(Desimal value)
{
	double scale = 1;
	for (uint8_t i = 0; i < value.scale; i++)
		scale *= 10;
	return (double)value.m / scale;
}

/* A number that a spreadsheet cannot keep to its last digit is written as text: read back, it is the same. */
static void number(Penulis *p, uint32_t row, uint32_t kolom, bool ada, Desimal value, lxw_format *f)
{
	const char *plain = desimal_print_plain(p->arena, value, value.scale);
	size_t digits = strlen(plain) - (value.scale > 0) - (value.m < 0);
	if (!ada)
		text(p, row, kolom, "", f);
	else if (digits > ANGKA_PASTI)
		text(p, row, kolom, desimal_print_id(p->arena, value, value.scale), f);
	else
		check(p, xlsx.worksheet_write_number(p->sheet, row, (lxw_col_t)(kolom - 1), nearest(value), f));
}

static const char *cell(Penulis *p, uint32_t kolom, uint32_t row)
{
	return str_format(p->arena, "%c%u", 'A' + (int)kolom - 1, row + 1);
}

/* Each formula stands with its result, so that a program that does not compute shows the same. */
static void percentage(Penulis *p, uint32_t row, bool known, double target_value, double realised, Desimal earlier)
{
	const char *target = cell(p, ISIAN_KOLOM_TARGET, row), *value = cell(p, ISIAN_KOLOM_NILAI, row);
	const char *far = earlier.m ? str_format(p->arena, "(%s+%s)", value, desimal_print_plain(p->arena, earlier, earlier.scale)) : value;
	const char *formula = str_format(p->arena, "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(%s=0,\"\",%s/%s*100),\"\")", value, target, target, far, target);
	realised += nearest(earlier);
	known &= target_value > 0 || target_value < 0;
	check(p, known ? xlsx.worksheet_write_formula_num(p->sheet, row, ISIAN_KOLOM_CAPAIAN - 1, formula, p->gaya.persen, realised / target_value * 100)
	               : xlsx.worksheet_write_formula_str(p->sheet, row, ISIAN_KOLOM_CAPAIAN - 1, formula, p->gaya.persen, ""));
}

/* What the column holds in the money rows below a parent, added up exactly. */
static double sum_below(const Penulis *p, const BarisIsian *parent, uint32_t kolom)
{
	Desimal sum = {0, 2};
	const char *prefix = str_format(p->arena, "%s.", parent->kode);
	for (size_t i = 0; i < p->lembar->n; i++) {
		const BarisIsian *b = &p->lembar->baris[i];
		bool ada = kolom == ISIAN_KOLOM_TARGET ? b->ada_target : kolom == ISIAN_KOLOM_LALU ? b->ada_lalu : b->ada_nilai && !*b->teks;
		if (ada && str_equal(b->jenis, "uang") && str_starts(b->kode, prefix))
			desimal_add(&sum, sum, kolom == ISIAN_KOLOM_TARGET ? b->target : kolom == ISIAN_KOLOM_LALU ? b->lalu : b->nilai);
	}
	return nearest(sum);
}

/* A parent's money: the sum of the entry cells whose hidden id begins with its code. */
static void parent_sums(Penulis *p, uint32_t row, const BarisIsian *b)
{
	uint32_t from = ISIAN_BARIS_JUDUL + 1, to = ISIAN_BARIS_JUDUL + (uint32_t)p->lembar->n;
	double sum[3];
	static const uint32_t columns[] = {ISIAN_KOLOM_TARGET, ISIAN_KOLOM_LALU, ISIAN_KOLOM_NILAI};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		char c = (char)('A' + (int)columns[i] - 1), id = 'A' + ISIAN_KOLOM_ID - 1;
		sum[i] = sum_below(p, b, columns[i]);
		check(p, xlsx.worksheet_write_formula_num(p->sheet, row, (lxw_col_t)(columns[i] - 1),
		                                     str_format(p->arena, "=SUMIF($%c$%u:$%c$%u,\"%s.*|uang|*\",%c$%u:%c$%u)", id, from, id, to, b->kode, c, from, c, to), p->gaya.angka, sum[i]));
	}
	percentage(p, row, true, sum[0], sum[2], (Desimal){0});
}

static void validate(Penulis *p, uint32_t row)
{
	lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DECIMAL, .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, .value_number = 0,
	                            .ignore_blank = LXW_VALIDATION_ON, .error_title = (char *)(uintptr_t) "Isian",
	                            .error_message = (char *)(uintptr_t) "Isi angka, 0 atau lebih. Kosongkan bila belum dilaporkan."};
	check(p, xlsx.worksheet_data_validation_cell(p->sheet, row, ISIAN_KOLOM_NILAI - 1, &rule));
}

static void entry(Penulis *p, uint32_t row, const BarisIsian *b)
{
	if (*b->teks || b->teks_boleh) {
		lxw_format *f = p->gaya.isian_teks;
		*b->teks ? text(p, row, ISIAN_KOLOM_NILAI, b->teks, f) : number(p, row, ISIAN_KOLOM_NILAI, b->ada_nilai, b->nilai, f);
	} else {
		number(p, row, ISIAN_KOLOM_NILAI, b->ada_nilai, b->nilai, p->gaya.isian);
		validate(p, row);
	}
	if (!b->tanpa_capaian)
		percentage(p, row, b->ada_target && b->ada_nilai && !*b->teks && !*b->target_teks, nearest(b->target), nearest(b->nilai), b->dasar);
	else
		text(p, row, ISIAN_KOLOM_CAPAIAN, "-", p->gaya.strip);
	text(p, row, ISIAN_KOLOM_ID, str_format(p->arena, "%s|%s|%" PRId64 "|%" PRId64, b->kode, b->jenis, b->indikator, b->fakta), p->gaya.teks);
}

static void row_put(Penulis *p, uint32_t row, const BarisIsian *b)
{
	bool head = b->tingkat == TINGKAT_PROGRAM || b->tingkat == TINGKAT_KEGIATAN, money = str_equal(b->jenis, "uang");
	lxw_format *f = head && !*b->jenis && !*b->satuan ? p->gaya.tebal : p->gaya.teks;
	text(p, row, ISIAN_KOLOM_KODE, money || !*b->satuan ? b->kode : "", f);
	text(p, row, ISIAN_KOLOM_NAMA, b->nama, f);
	text(p, row, ISIAN_KOLOM_SATUAN, b->satuan, f);
	text(p, row, ISIAN_KOLOM_CARA, b->cara, p->gaya.cara);
	if (!*b->jenis && !*b->satuan) {
		parent_sums(p, row, b);
		return;
	}
	if (*b->target_teks)
		text(p, row, ISIAN_KOLOM_TARGET, b->target_teks, p->gaya.teks);
	else
		number(p, row, ISIAN_KOLOM_TARGET, b->ada_target, b->target, p->gaya.angka);
	number(p, row, ISIAN_KOLOM_LALU, b->ada_lalu, b->lalu, p->gaya.angka);
	if (*b->jenis)
		entry(p, row, b);
	else
		text(p, row, ISIAN_KOLOM_NILAI, "", p->gaya.teks);
}

static void head_put(Penulis *p)
{
	static const char *const headings[] = {"KODE", "NAMA / INDIKATOR", "SATUAN", "PAGU / TARGET", "BULAN LALU", "REALISASI S.D. BULAN INI", "CAPAIAN (%)", "CARA MENGISI", "ID"};
	static const int widths[] = {17, 58, 14, 18, 18, 20, 11, 24, 10};
	const LembarIsian *l = p->lembar;
	text(p, 0, 1, "ISIAN REALISASI BULANAN", p->gaya.judul);
	text(p, 1, 1, l->nama_opd, p->gaya.judul);
	text(p, 2, 1, str_format(p->arena, "%s %d", bulan_name((uint8_t)l->bulan, BAHASA_ID), l->tahun), p->gaya.judul);
	xlsx.worksheet_write_string(p->sheet, 4, 0, "Isi hanya sel kuning. 0 berarti nihil; sel kosong berarti belum dilaporkan. Baris boleh diurutkan.", NULL);
	for (uint32_t i = 0; i < ISIAN_N_KOLOM; i++) {
		lxw_row_col_options hidden = {.hidden = i + 1 == ISIAN_KOLOM_ID};
		check(p, xlsx.worksheet_set_column_opt(p->sheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL, &hidden));
		text(p, ISIAN_BARIS_JUDUL - 1, i + 1, headings[i], p->gaya.kepala);
	}
	xlsx.worksheet_freeze_panes(p->sheet, ISIAN_BARIS_JUDUL, 2);
}

static void mark_put(Penulis *p)
{
	const LembarIsian *l = p->lembar;
	lxw_worksheet *sheet = xlsx.workbook_add_worksheet(p->buku, LEMBAR_TANDA);
	const char *const rows[][2] = {{"berkas", LEMBAR_TANDA_JENIS}, {"pemda", l->pemda}, {"opd", l->opd}, {"tahun", str_format(p->arena, "%d", l->tahun)},
	                               {"bulan", str_format(p->arena, "%d", l->bulan)}, {"entri", str_format(p->arena, "%" PRId64, l->entri)},
	                               {"rencana", str_format(p->arena, "%" PRId64, l->rencana)}};
	for (uint32_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		check(p, xlsx.worksheet_write_string(sheet, i, 0, rows[i][0], NULL));
		check(p, xlsx.worksheet_write_string(sheet, i, 1, rows[i][1], NULL));
	}
	xlsx.worksheet_protect(sheet, NULL, NULL);
	xlsx.worksheet_hide(sheet);
}

static void page_set(Penulis *p)
{
	lxw_protection allow = {.format_columns = 1, .format_rows = 1, .sort = 1, .autofilter = 1};
	xlsx.worksheet_protect(p->sheet, NULL, &allow);
	xlsx.worksheet_set_landscape(p->sheet);
	xlsx.worksheet_set_paper(p->sheet, 9);
	xlsx.worksheet_fit_to_pages(p->sheet, 1, 0);
	check(p, xlsx.worksheet_repeat_rows(p->sheet, ISIAN_BARIS_JUDUL - 1, ISIAN_BARIS_JUDUL - 1));
}

Err isian_xlsx(const unsigned char **bytes, size_t *n, Arena *arena, const LembarIsian *lembar, Bahasa bahasa, ErrInfo *info)
{
	int fd;
	Err err = xlsx_siap(arena, bahasa, info);
	if (err)
		return err;
	const char *path = memori_open(arena, &fd);
	if (!path)
		return err_set(info, ERR_WRITE, teks(bahasa, "XLSX: there is no room for the workbook"), NULL);
	Penulis p = {.arena = arena, .lembar = lembar, .buku = xlsx.workbook_new(path)};
	p.sheet = xlsx.workbook_add_worksheet(p.buku, LEMBAR_ISIAN);
	formats_make(&p);
	head_put(&p);
	for (size_t i = 0; i < lembar->n; i++)
		row_put(&p, ISIAN_BARIS_JUDUL + (uint32_t)i, &lembar->baris[i]);
	page_set(&p);
	mark_put(&p);
	lxw_error error = xlsx_tutup(p.buku);
	if (!p.galat)
		p.galat = error;
	bool whole = memori_read(arena, fd, bytes, n);
	memori_close(fd);
	if (p.galat || !whole)
		return err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "XLSX: the workbook cannot be assembled: %s"), p.galat ? xlsx.lxw_strerror(p.galat) : "?"),
		               teks(bahasa, "Free some room in the folder for temporary files (TMPDIR)."));
	return ERR_OK;
}
