#include "document/xlsx_sheet.h"

#include "document/reader.h"
#include "document/xlsx_xml.h"

#include <string.h>

typedef enum { OUTSIDE, IN_DATA, IN_ROW, IN_CELL, IN_VALUE, IN_RICH, IN_RICH_TEXT } State;
typedef enum { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_BOOLEAN, TYPE_ERROR, TYPE_DATE } Type;

enum { NO_PLACE = UINT32_MAX, ROW_TEXT_MAX = 64 * 1024 * 1024 };

typedef struct {
	XlsxZip *zip;
	const XlsxSheetReader *reader;
	State state;

	Baris row;
	uint32_t last_row;
	Sel *sel;                /* of the current row; grows to the widest, reused */
	uint32_t *place;         /* where in `pool` the text of sel[i] starts; NO_PLACE: it stands elsewhere */
	size_t cap;

	uint32_t column;         /* of the current cell */
	Type type;
	uint32_t style;
	bool formula;
	size_t start;            /* of the current cell's text in pool */
	StrBuf pool;             /* texts of the row, each ended by NUL; emptied for each row */
	StrBuf clean;
} Sheet;

static Err wrong(Sheet *s, Err err, const char *what)
{
	const char *place = s->state > IN_ROW ? grid_cell_name(s->zip->arena, s->column, s->row.nomor)
	                                      : str_format(s->zip->arena, teks(s->zip->bahasa, "row %u"), s->row.nomor);
	return err_set(s->zip->info, err, str_format(s->zip->arena, "%s:%s!%s: %s", s->zip->name, s->reader->entry->name, place, what), NULL);
}

static void start_row(Sheet *s, Xml *xml, const char **attributes)
{
	uint64_t number = (uint64_t)s->last_row + 1;
	s->row = (Baris){.tersembunyi = xml_flag(attributes, "hidden")};
	s->state = IN_ROW;
	const char *r = xml_attribute(attributes, "r");
	if (r) {
		number = 0;
		for (; *r >= '0' && *r <= '9' && number <= BACA_BATAS_BARIS; r++)
			number = number * 10 + (uint64_t)(*r - '0');
	}
	s->row.nomor = number <= BACA_BATAS_BARIS ? (uint32_t)number : s->last_row + 1;
	if (number > BACA_BATAS_BARIS)
		xml_stop(xml, wrong(s, ERR_LIMIT, str_format(s->zip->arena, teks(s->zip->bahasa, "more than %u rows"), (unsigned)BACA_BATAS_BARIS)));
	else if (number <= s->last_row)
		xml_stop(xml, wrong(s, ERR_FORMAT, teks(s->zip->bahasa, "the rows of the sheet are out of order; ascending numbers were expected")));
	s->last_row = s->row.nomor;
	s->column = 0;
	s->pool.len = 0;
}

static Type type_of(const char *t)
{
	if (!t || t[0] == 'n')
		return TYPE_NUMBER;
	if (t[0] == 's')
		return t[1] ? TYPE_TEXT : TYPE_SHARED; /* str, s */
	if (t[0] == 'i')
		return TYPE_TEXT; /* inlineStr */
	return t[0] == 'b' ? TYPE_BOOLEAN : t[0] == 'e' ? TYPE_ERROR : t[0] == 'd' ? TYPE_DATE : TYPE_NUMBER;
}

static uint32_t digits(const char *text)
{
	uint64_t n = 0;
	for (; *text >= '0' && *text <= '9' && n < UINT32_MAX; text++)
		n = n * 10 + (uint64_t)(*text - '0');
	return n < UINT32_MAX ? (uint32_t)n : UINT32_MAX;
}

static void start_cell(Sheet *s, Xml *xml, const char **attributes)
{
	uint32_t column = s->column + 1, row;
	const char *type = NULL, *end;
	s->style = 0;
	for (const char **a = attributes; *a; a += 2) {
		if (a[0][1])
			continue; /* all three have names of one letter */
		if (a[0][0] == 'r')
			column = xlsx_reference(a[1], &end, &row);
		else if (a[0][0] == 's')
			s->style = digits(a[1]);
		else if (a[0][0] == 't')
			type = a[1];
	}
	s->type = type_of(type);
	s->formula = false;
	s->start = s->pool.len;
	if (column == 0 || column > BACA_BATAS_KOLOM)
		xml_stop(xml, wrong(s, ERR_FORMAT,
		                    str_format(s->zip->arena, teks(s->zip->bahasa, "a cell without a valid column; A to XFD (%u) were expected"),
		                               (unsigned)BACA_BATAS_KOLOM)));
	s->state = IN_CELL;
	s->column = column;
}

static void add_merge(Sheet *s, Xml *xml, const char **attributes)
{
	const char *reference = xml_attribute(attributes, "ref"), *end;
	XlsxMerge m;
	if (!reference || !(m.kolom = xlsx_reference(reference, &end, &m.baris)) || *end != ':' ||
	    !(m.kolom_akhir = xlsx_reference(end + 1, &end, &m.baris_akhir)) || m.baris == 0 || m.kolom > m.kolom_akhir || m.baris > m.baris_akhir)
		return; /* no area: nothing is merged */
	if (s->reader->merges->n == BACA_BATAS_GABUNGAN) {
		xml_stop(xml, wrong(s, ERR_LIMIT,
		                    str_format(s->zip->arena, teks(s->zip->bahasa, "more than %u merged areas"), (unsigned)BACA_BATAS_GABUNGAN)));
		return;
	}
	*ARENA_PUSH(s->zip->arena, s->reader->merges->merge, s->reader->merges->n, s->reader->merges->cap) = m;
}

static void on_start(void *context, Xml *xml, const char *name, const char **attributes)
{
	Sheet *s = context;
	switch (s->state) {
	case OUTSIDE:
		if (strcmp(name, "sheetData") == 0)
			s->state = IN_DATA;
		else if (s->reader->merges && strcmp(name, "mergeCell") == 0)
			add_merge(s, xml, attributes);
		return;
	case IN_DATA:
		if (strcmp(name, "row") == 0)
			start_row(s, xml, attributes);
		else
			xml_skip(xml);
		return;
	case IN_ROW:
		if (name[0] == 'c' && !name[1])
			start_cell(s, xml, attributes);
		else
			xml_skip(xml);
		return;
	case IN_CELL:
		if (name[0] == 'v' && !name[1]) {
			s->state = IN_VALUE;
			s->pool.len = s->start;
			return;
		}
		if (strcmp(name, "is") == 0) {
			s->state = IN_RICH;
			s->pool.len = s->start;
			return;
		}
		s->formula = s->formula || (name[0] == 'f' && !name[1]);
		xml_skip(xml);
		return;
	case IN_RICH:
		if (strcmp(name, "t") == 0)
			s->state = IN_RICH_TEXT;
		else if (strcmp(name, "r") != 0)
			xml_skip(xml);
		return;
	case IN_VALUE:
	case IN_RICH_TEXT:
		xml_skip(xml);
		return;
	}
}

/* The cell at its column, empty ones before it filled in. */
static Sel *cell_at(Sheet *s, uint32_t column)
{
	static const Sel empty = {.teks = "", .rentang_kolom = 1, .rentang_baris = 1};
	if (column > s->cap) {
		size_t cap = s->cap ? s->cap : 32;
		while (cap < column)
			cap *= 2;
		s->sel = arena_grow(s->zip->arena, s->sel, s->cap * sizeof *s->sel, cap * sizeof *s->sel);
		s->place = arena_grow(s->zip->arena, s->place, s->cap * sizeof *s->place, cap * sizeof *s->place);
		s->cap = cap;
	}
	while (s->row.n_sel < column) {
		s->sel[s->row.n_sel] = empty;
		s->place[s->row.n_sel++] = NO_PLACE;
	}
	return &s->sel[column - 1];
}

static bool text_is_blank(const char *text)
{
	return (*text & 0x80 || *text <= ' ') && str_blank(text);
}

static void make_number(Sheet *s, Sel *sel, const char *text)
{
	char iso[11];
	uint8_t shows = s->style < s->reader->styles->n ? s->reader->styles->shows[s->style] : TAMPIL_ANGKA;
	sel->jenis = SEL_TEKS;
	if (!xlsx_is_number(text))
		return;
	sel->jenis = SEL_ANGKA;
	sel->persen = shows == TAMPIL_PERSEN;
	if (shows == TAMPIL_TANGGAL && xlsx_serial_date(iso, text, s->reader->from_1904)) {
		sel->jenis = SEL_TANGGAL;
		s->pool.len = s->start;
		strbuf_addn(&s->pool, iso, 10);
	}
}

/* An ISO 8601 date or time of the strict form: 2023-12-29T00:00:00. */
static void make_date(Sheet *s, Sel *sel)
{
	Tanggal t;
	char day[11] = "";
	memcpy(day, s->pool.str + s->start, s->pool.len - s->start < 10 ? s->pool.len - s->start : 10);
	sel->jenis = SEL_TEKS;
	if (day[4] == '-' && day[7] == '-' && tanggal_parse(&t, day, NULL)) {
		sel->jenis = SEL_TANGGAL;
		s->pool.len = s->start + 10;
		s->pool.str[s->pool.len] = '\0';
	}
}

static void make_text(Sheet *s, Sel *sel)
{
	const char *text = s->pool.str + s->start;
	size_t n = s->pool.len - s->start;
	sel->jenis = SEL_TEKS;
	if (xlsx_text_plain(text, n))
		return;
	s->clean.len = 0;
	xlsx_text_add(&s->clean, text, n);
	s->pool.len = s->start;
	strbuf_addn(&s->pool, strbuf_text(&s->clean), s->clean.len);
}

/* Blanks around a value that is no text mean nothing. */
static void trim_value(Sheet *s)
{
	char *start = s->pool.str + s->start;
	size_t n = s->pool.len - s->start, skip = 0;
	while (n && (unsigned char)start[n - 1] <= ' ')
		n--;
	while (skip < n && (unsigned char)start[skip] <= ' ')
		skip++;
	if (skip)
		memmove(start, start + skip, n - skip);
	s->pool.len = s->start + n - skip;
	s->pool.str[s->pool.len] = '\0';
}

static void make_value(Sheet *s, Xml *xml, Sel *sel)
{
	if (s->type == TYPE_TEXT) {
		make_text(s, sel);
		return;
	}
	trim_value(s);
	const char *text = s->pool.str + s->start;
	uint32_t index;
	switch (s->type) {
	case TYPE_SHARED:
		index = *text ? digits(text) : UINT32_MAX;
		if (index >= s->reader->strings->n) {
			xml_stop(xml, wrong(s, ERR_FORMAT, teks(s->zip->bahasa, "the cell refers to a text that the workbook does not have")));
			return;
		}
		sel->teks = s->reader->strings->text[index];
		sel->jenis = SEL_TEKS;
		s->pool.len = s->start;
		return;
	case TYPE_BOOLEAN:
		sel->jenis = SEL_LOGIKA;
		sel->teks = *text == '1' || *text == 't' ? "TRUE" : "FALSE";
		s->pool.len = s->start;
		return;
	case TYPE_ERROR:
		make_text(s, sel);
		sel->jenis = SEL_GALAT;
		return;
	case TYPE_DATE:
		make_date(s, sel);
		return;
	default:
		make_number(s, sel, text);
	}
}

static void end_cell(Sheet *s, Xml *xml)
{
	bool empty = s->pool.len == s->start;
	if (!empty || s->formula) {
		Sel *sel = cell_at(s, s->column);
		*sel = (Sel){.teks = "", .rumus = s->formula, .rentang_kolom = 1, .rentang_baris = 1};
		s->place[s->column - 1] = NO_PLACE; /* also when a cell is given twice: the last one stands */
		if (!empty)
			make_value(s, xml, sel);
		bool pooled = s->pool.len > s->start;
		if (sel->jenis == SEL_TEKS && text_is_blank(pooled ? s->pool.str + s->start : sel->teks)) {
			sel->jenis = SEL_KOSONG;
			sel->teks = "";
			s->pool.len = s->start;
			pooled = false;
		}
		if (sel->jenis == SEL_KOSONG && !s->formula && s->column == s->row.n_sel)
			s->row.n_sel--; /* blanks only: nothing is there */
		else if (pooled) {
			s->place[s->column - 1] = (uint32_t)s->start;
			strbuf_addc(&s->pool, '\0');
		}
	}
	s->state = IN_ROW;
	if (s->pool.len > ROW_TEXT_MAX)
		xml_stop(xml, wrong(s, ERR_LIMIT,
		                    str_format(s->zip->arena, teks(s->zip->bahasa, "a row with more than %u MB of text"), ROW_TEXT_MAX / (1024 * 1024))));
}

static void end_row(Sheet *s, Xml *xml)
{
	s->state = IN_DATA;
	Baris *row = &s->row;
	while (row->n_sel && s->sel[row->n_sel - 1].jenis == SEL_KOSONG && !s->sel[row->n_sel - 1].rumus)
		row->n_sel--;
	if (row->n_sel == 0 || xml_stopped(xml))
		return;
	for (uint32_t i = 0; i < row->n_sel; i++)
		if (s->place[i] != NO_PLACE)
			s->sel[i].teks = s->pool.str + s->place[i];
	row->sel = s->sel;
	if (!s->reader->row(s->reader->context, row, strbuf_text(&s->pool), s->pool.len))
		xml_stop(xml, ERR_OK);
}

static void on_end(void *context, Xml *xml, const char *name)
{
	Sheet *s = context;
	switch (s->state) {
	case IN_VALUE:
		s->state = IN_CELL;
		return;
	case IN_RICH_TEXT:
		s->state = IN_RICH;
		return;
	case IN_RICH:
		if (strcmp(name, "is") == 0)
			s->state = IN_CELL;
		return;
	case IN_CELL:
		end_cell(s, xml);
		return;
	case IN_ROW:
		end_row(s, xml);
		return;
	case IN_DATA:
		s->state = OUTSIDE;
		return;
	case OUTSIDE:
		return;
	}
}

static void on_text(void *context, Xml *xml, const char *text, size_t n)
{
	(void)xml;
	Sheet *s = context;
	if ((s->state == IN_VALUE || s->state == IN_RICH_TEXT) && s->pool.len <= ROW_TEXT_MAX)
		strbuf_addn(&s->pool, text, n);
}

Err xlsx_sheet_read(XlsxZip *zip, const XlsxSheetReader *reader)
{
	static const XmlHandler handler = {on_start, on_end, on_text};
	Sheet sheet = {.zip = zip, .reader = reader, .pool = {.arena = zip->arena}, .clean = {.arena = zip->arena}};
	return xml_parse(zip, reader->entry->path, &handler, &sheet);
}
