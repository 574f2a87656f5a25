/* CSV and TSV. Not libcsv: a finding needs the line a record starts on, and a stray quote must stay an ordinary character;
 * what a library would then still do is undouble quotes. tests/unit/test_read_csv.c holds this reader against libcsv. */
#include "document/reader.h"

#include "base/str.h"
#include "document/encoding.h"
#include "document/separator.h"
#include "document/sniff.h"

#include <string.h>

typedef struct {
	Arena *arena;
	const char *name;
	Bahasa bahasa;
	ErrInfo *info;
	char separator;
	char *p, *end;
	uint32_t line;
	uint64_t n_sel;
	Sel *sel;            /* of the current record; grows, reused */
	size_t n_field, cap_field;
	Baris *baris;
	size_t n_baris, cap_baris;
} Parser;

/* Excel for regions with a comma for decimals writes "sep=;" in front: a word from the author, not data. */
static char declared_separator(char **text, size_t *n)
{
	char *t = *text;
	if (*n < 5 || !str_starts_fold(t, "sep=") || (*n > 5 && t[5] != '\n') || !strchr("\t;|,", t[4]))
		return 0;
	char separator = t[4];
	size_t skip = *n > 5 ? 6 : 5;
	*text += skip;
	*n -= skip;
	return separator;
}

/* Cuts the content out of the text in place: undoubles quotes, ends it with NUL. Only called once all behind it is known. */
static const char *cut_out(Field field)
{
	char *o = field.start;
	for (char *s = field.start; s < field.start + field.n; s++) {
		*o++ = *s;
		if (field.quoted && *s == '"')
			s++;
	}
	*o = '\0';
	return field.start;
}

static uint32_t count_lines(const char *p, const char *end)
{
	uint32_t n = 0;
	while ((p = memchr(p, '\n', (size_t)(end - p)))) {
		n++;
		p++;
	}
	return n;
}

static Err too_large(Parser *r, uint32_t line, const char *what)
{
	return err_set(r->info, ERR_LIMIT, str_format(r->arena, "%s:%u: %s", r->name, line, what),
	               teks(r->bahasa, "A report is far smaller: check that this is the right file."));
}

/* One record into r->sel; trailing empty cells are dropped. */
static Err read_record(Parser *r)
{
	uint32_t first = r->line;
	size_t kept = 0;
	r->n_field = 0;
	for (bool more = true; more;) {
		char *start = r->p;
		Field field = separator_field(r->p, r->end, r->separator);
		more = field.end < r->end && *field.end == r->separator;
		r->p = field.end + (field.end < r->end);
		if (r->n_field == BACA_BATAS_KOLOM)
			return too_large(r, first, str_format(r->arena, teks(r->bahasa, "more than %u columns"), (unsigned)BACA_BATAS_KOLOM));
		if (field.quoted)
			r->line += count_lines(start, field.end);
		const char *content = cut_out(field);
		bool blank = str_blank(content);
		*ARENA_PUSH(r->arena, r->sel, r->n_field, r->cap_field) =
			(Sel){.teks = blank ? "" : content, .jenis = blank ? SEL_KOSONG : SEL_TEKS, .rentang_kolom = 1, .rentang_baris = 1};
		if (!blank)
			kept = r->n_field;
	}
	r->n_field = kept;
	return ERR_OK;
}

static Err read_records(Parser *r)
{
	while (r->p < r->end) {
		uint32_t first = r->line;
		Err err = read_record(r);
		if (err)
			return err;
		r->line++;
		if (r->n_field == 0)
			continue;
		r->n_sel += r->n_field;
		if (r->n_sel > BACA_BATAS_SEL)
			return too_large(r, first, str_format(r->arena, teks(r->bahasa, "more than %u cells"), (unsigned)BACA_BATAS_SEL));
		if (r->n_baris == BACA_BATAS_BARIS)
			return too_large(r, first, str_format(r->arena, teks(r->bahasa, "more than %u rows"), (unsigned)BACA_BATAS_BARIS));
		Sel *sel = ARENA_ARRAY(r->arena, Sel, r->n_field);
		memcpy(sel, r->sel, r->n_field * sizeof *sel);
		*ARENA_PUSH(r->arena, r->baris, r->n_baris, r->cap_baris) =
			(Baris){.nomor = first, .n_sel = (uint32_t)r->n_field, .sel = sel};
	}
	return ERR_OK;
}

static bool name_ends(const char *name, const char *ending)
{
	size_t n = strlen(name), m = strlen(ending);
	return n >= m && str_equal_fold(name + n - m, ending);
}

Err reader_csv(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info)
{
	CleanText clean;
	if (!encoding_clean(&clean, arena, bytes, n))
		return err_set(info, ERR_FORMAT,
		               str_format(arena, teks(bahasa, "%s: binary data; a table as text (CSV, TSV) or a workbook (XLSX) was expected"), name),
		               sniff_hint(bahasa));
	if (str_blank(clean.text))
		return err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: the file is empty; a report was expected"), name), NULL);

	char *text = clean.text;
	uint32_t line = 1;
	char separator = declared_separator(&text, &clean.n);
	if (separator)
		line++;
	else
		separator = separator_guess(text, clean.n, name_ends(name, ".csv") ? ',' : '\t');

	Parser r = {.arena = arena, .name = name, .bahasa = bahasa, .info = info, .separator = separator,
	             .p = text, .end = text + clean.n, .line = line};
	Err err = read_records(&r);
	if (err)
		return err;

	Grid *grid = ARENA_NEW(arena, Grid);
	*grid = (Grid){.n_baris = (uint32_t)r.n_baris, .baris = r.baris};
	*out = ARENA_NEW(arena, Buku);
	**out = (Buku){.berkas = name, .format = separator == '\t' ? FORMAT_TSV : FORMAT_CSV, .pengodean = clean.name,
	               .pemisah = separator, .n_grid = 1, .grid = grid};
	return ERR_OK;
}
