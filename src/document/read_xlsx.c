/* XLSX: the parts put together - container, list of sheets, shared strings, styles, sheets, merged areas. */
#include "document/input.h"
#include "document/reader.h"
#include "document/xlsx_sheet.h"

#include <string.h>

/* Everything of a workbook but its sheets. */
typedef struct {
	XlsxZip zip;
	XlsxBook book;
	XlsxStrings strings;
	XlsxStyles styles;
} Workbook;

static Err workbook_open(Workbook *w, Arena *arena, XlsxSource source, Bahasa bahasa, ErrInfo *info)
{
	*w = (Workbook){0};
	Err err = xlsx_zip_open(&w->zip, arena, source, bahasa, info);
	if (!err)
		err = xlsx_book_read(&w->book, &w->zip);
	if (!err)
		err = xlsx_strings_read(&w->strings, &w->zip, w->book.strings);
	if (!err)
		err = xlsx_styles_read(&w->styles, &w->zip, w->book.styles);
	return err;
}

/* Copies of the rows of one sheet. */
typedef struct {
	Workbook *workbook;
	Baris *baris;
	size_t n, cap;
	uint32_t widest;
	uint64_t n_sel, bytes;
	Err err;
} Collector;

static Err sheet_error(Collector *c, const XlsxSheetEntry *entry, Err err, const char *what)
{
	XlsxZip *zip = &c->workbook->zip;
	return err_set(zip->info, err, str_format(zip->arena, teks(zip->bahasa, "%s: sheet %s: %s"), zip->name, entry->name, what), NULL);
}

static bool collect(void *context, const Baris *row, const char *pool, size_t n)
{
	Collector *c = context;
	Arena *arena = c->workbook->zip.arena;
	c->n_sel += row->n_sel;
	c->bytes += n;
	if (c->n_sel > BACA_BATAS_SEL || c->bytes > (uint64_t)BACA_BATAS_TEKS_MB * 1024 * 1024) {
		c->err = ERR_LIMIT;
		return false;
	}
	Sel *sel = ARENA_ARRAY(arena, Sel, row->n_sel);
	const char *own = n ? str_dupn(arena, pool, n) : "";
	for (uint32_t i = 0; i < row->n_sel; i++) {
		sel[i] = row->sel[i];
		if (sel[i].teks >= pool && sel[i].teks < pool + n)
			sel[i].teks = own + (sel[i].teks - pool);
	}
	Baris *kept = ARENA_PUSH(arena, c->baris, c->n, c->cap);
	*kept = *row;
	kept->sel = sel;
	c->widest = row->n_sel > c->widest ? row->n_sel : c->widest;
	return true;
}

/* Index of the first row at or behind `nomor`. */
static size_t row_from(const Collector *c, uint32_t nomor)
{
	size_t low = 0, high = c->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c->baris[middle].nomor < nomor)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void widen(Arena *arena, Baris *row, uint32_t n_sel)
{
	row->sel = arena_grow(arena, row->sel, row->n_sel * sizeof *row->sel, n_sel * sizeof *row->sel);
	for (; row->n_sel < n_sel; row->n_sel++)
		row->sel[row->n_sel] = (Sel){.teks = "", .rentang_kolom = 1, .rentang_baris = 1};
}

/* Marks one area, as far as the table reaches; an area whose first cell is empty says nothing. Gives the number of cells seen. */
static uint64_t merge(Collector *c, const XlsxMerge *m)
{
	size_t i = row_from(c, m->baris);
	if (i == c->n || c->baris[i].nomor != m->baris || m->kolom > c->baris[i].n_sel || c->baris[i].sel[m->kolom - 1].jenis == SEL_KOSONG)
		return 1;
	uint32_t columns = m->kolom_akhir - m->kolom + 1, rows = m->baris_akhir - m->baris + 1;
	uint32_t last = m->kolom_akhir < c->widest ? m->kolom_akhir : c->widest;
	uint64_t seen = 0;
	for (size_t first = i; i < c->n && c->baris[i].nomor <= m->baris_akhir; i++) {
		if (c->baris[i].n_sel < last)
			widen(c->workbook->zip.arena, &c->baris[i], last);
		for (uint32_t k = m->kolom; k <= last; k++)
			if (i != first || k != m->kolom)
				c->baris[i].sel[k - 1] = (Sel){.teks = "", .gabungan = true, .rentang_kolom = 1, .rentang_baris = 1};
		seen += last;
	}
	Sel *corner = &c->baris[row_from(c, m->baris)].sel[m->kolom - 1];
	corner->rentang_kolom = (uint16_t)columns;
	corner->rentang_baris = (uint16_t)(rows < UINT16_MAX ? rows : UINT16_MAX);
	return seen;
}

static Err sheet_read(Grid *out, Workbook *w, const XlsxSheetEntry *entry)
{
	Collector c = {.workbook = w, .bytes = w->strings.bytes};
	XlsxMerges merges = {0};
	XlsxSheetReader reader = {.entry = entry, .strings = &w->strings, .styles = &w->styles, .from_1904 = w->book.from_1904,
	                          .row = collect, .context = &c, .merges = &merges};
	Err err = xlsx_sheet_read(&w->zip, &reader);
	if (err)
		return err;
	for (size_t i = 0; i < merges.n && c.n_sel <= BACA_BATAS_SEL; i++)
		c.n_sel += merge(&c, &merges.merge[i]);
	if (c.err || c.n_sel > BACA_BATAS_SEL)
		return sheet_error(&c, entry, ERR_LIMIT,
		                   str_format(w->zip.arena, teks(w->zip.bahasa, "more than %u cells or %u MB of text"), (unsigned)BACA_BATAS_SEL,
		                              (unsigned)BACA_BATAS_TEKS_MB));
	*out = (Grid){.nama = entry->name, .tersembunyi = entry->hidden, .n_baris = (uint32_t)c.n, .baris = c.baris};
	return ERR_OK;
}

static Err read_source(Buku **out, Arena *arena, XlsxSource source, Bahasa bahasa, ErrInfo *info)
{
	Workbook w;
	Grid *grid = NULL;
	Err err = workbook_open(&w, arena, source, bahasa, info);
	if (err)
		goto done;
	grid = ARENA_ARRAY(arena, Grid, w.book.n_sheet);
	for (size_t i = 0; i < w.book.n_sheet && !err; i++)
		err = sheet_read(&grid[i], &w, &w.book.sheet[i]);
	if (err)
		goto done;
	*out = ARENA_NEW(arena, Buku);
	**out = (Buku){.berkas = source.name, .format = FORMAT_XLSX, .n_grid = (uint32_t)w.book.n_sheet, .grid = grid};
done:
	xlsx_zip_close(&w.zip);
	return err;
}

Err reader_xlsx(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info)
{
	return read_source(out, arena, (XlsxSource){.name = name, .bytes = bytes, .n = n}, bahasa, info);
}

static Err open_source(XlsxSource *out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	*out = (XlsxSource){.name = path};
	return input_open(&out->file, &out->n, arena, path, (size_t)BACA_BATAS_BERKAS_MB * 1024 * 1024, bahasa, info);
}

Err reader_xlsx_file(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	XlsxSource source;
	Err err = open_source(&source, arena, path, bahasa, info);
	return err ? err : read_source(out, arena, source, bahasa, info);
}

typedef struct {
	ReaderRow row;
	void *context;
} Stream;

static bool pass_on(void *context, const Baris *row, const char *pool, size_t n)
{
	(void)pool, (void)n;
	Stream *stream = context;
	return stream->row(stream->context, row);
}

static const XlsxSheetEntry *visible_sheet(const XlsxBook *book, uint32_t index)
{
	size_t n_visible = 0;
	for (size_t i = 0; i < book->n_sheet; i++)
		n_visible += !book->sheet[i].hidden;
	for (size_t i = 0; i < book->n_sheet; i++)
		if ((!book->sheet[i].hidden || n_visible == 0) && index-- == 0)
			return &book->sheet[i];
	return NULL;
}

Err reader_xlsx_stream(const char *path, uint32_t sheet, ReaderRow row, void *context, Bahasa bahasa, ErrInfo *info, Arena *arena)
{
	XlsxSource source;
	Workbook w;
	Stream stream = {row, context};
	Err err = open_source(&source, arena, path, bahasa, info);
	if (err)
		return err;
	err = workbook_open(&w, arena, source, bahasa, info);
	if (err)
		goto done;
	XlsxSheetReader reader = {.entry = visible_sheet(&w.book, sheet), .strings = &w.strings, .styles = &w.styles,
	                          .from_1904 = w.book.from_1904, .row = pass_on, .context = &stream};
	err = reader.entry ? xlsx_sheet_read(&w.zip, &reader)
	                   : err_set(info, ERR_USAGE,
	                             str_format(arena, teks(bahasa, "%s: the workbook has no sheet number %u"), path, sheet + 1), NULL);
done:
	xlsx_zip_close(&w.zip);
	return err;
}
