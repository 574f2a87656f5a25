#include "report/temuan.h"

#include "report/level.h"
#include "report/temuan_kutipan.h"
#include "report/wrap.h"

typedef struct {
	StrBuf *out;
	const BerkasTemuan *berkas;
	bool colour;
	unsigned width;
	Bahasa bahasa;
	int32_t *first, *next;   /* consequences of each finding, in reading order; -1: none */
	bool *shown;
} Cetak;

static const char *ansi(const Cetak *c, const char *sequence)
{
	return c->colour ? sequence : "";
}

static const char *level_colour(LevelTemuan level)
{
	static const char *const colour[] = {[LEVEL_ERROR] = "\033[1;31m", [LEVEL_WARNING] = "\033[1;33m", [LEVEL_NOTE] = "\033[1;36m"};
	return colour[level];
}

/* "laporan.tsv:18:9", "laporan.xlsx:Sheet1!F17"; only the file when there is no line. `full`: with the name of the file. */
static void add_place(Cetak *c, const Posisi *p, bool full)
{
	StrBuf *out = c->out;
	if (full) {
		wrap_add_clean(out, p->berkas ? p->berkas : c->berkas->berkas);
		if (!p->baris)
			return;
		strbuf_addc(out, ':');
	}
	if (p->lembar) {
		wrap_add_clean(out, p->lembar);
		strbuf_addc(out, '!');
		strbuf_add(out, p->kolom ? grid_cell_name(out->arena, p->kolom, p->baris) : str_format(out->arena, "%u", p->baris));
		return;
	}
	strbuf_addf(out, "%u", p->baris);
	if (p->kolom)
		strbuf_addf(out, ":%u", p->kolom);
}

static void add_head(Cetak *c, const Temuan *t)
{
	strbuf_add(c->out, ansi(c, "\033[1m"));
	add_place(c, &t->posisi, true);
	strbuf_addf(c->out, ": %s%s%s[%s]%s: ", ansi(c, "\033[0m"), ansi(c, level_colour(t->level)), level_word(t->level, c->bahasa), t->rule,
	            ansi(c, "\033[0m"));
	wrap_add_clean(c->out, t->message);
	strbuf_addc(c->out, '\n');
}

/* A line "   = label: text", wrapped under itself. */
static void add_note(Cetak *c, unsigned gutter, const char *label, const char *text)
{
	wrap_add_blanks(c->out, gutter + 1);
	strbuf_addf(c->out, "%s=%s ", ansi(c, "\033[1;34m"), ansi(c, "\033[0m"));
	unsigned column = gutter + 3;
	if (label) {
		strbuf_addf(c->out, "%s%s%s: ", ansi(c, "\033[1m"), label, ansi(c, "\033[0m"));
		column += (unsigned)utf8_count(label) + 2;
	}
	wrap_add(c->out, text, c->width, column, gutter + 3);
}

/* Printed and computed beside one another; texts are "written" and "should be". */
static void add_values(Cetak *c, unsigned gutter, const Temuan *t)
{
	Arena *arena = c->out->arena;
	if (!t->printed || !t->computed)
		return;
	const char *printed = *t->printed ? kutipan_nilai(arena, t->printed) : "\"\"";
	const char *computed = kutipan_nilai(arena, t->computed);
	bool number = computed != t->computed;
	add_note(c, gutter, NULL,
	         number ? str_format(arena, teks(c->bahasa, "printed %s, computed %s"), printed, computed)
	                : str_format(arena, teks(c->bahasa, "written %s, should be %s"), printed, computed));
}

static void add_consequences(Cetak *c, unsigned gutter, int32_t cause, unsigned depth)
{
	for (int32_t i = c->first[cause]; i >= 0; i = c->next[i]) {
		const Temuan *t = &c->berkas->temuan->temuan[i];
		if (c->shown[i])
			continue;
		c->shown[i] = true;
		wrap_add_blanks(c->out, gutter + 1 + 3 * depth);
		strbuf_addf(c->out, "%s->%s ", ansi(c, "\033[1;34m"), ansi(c, "\033[0m"));
		add_place(c, &t->posisi, false);
		strbuf_addf(c->out, " %s[%s]%s: ", ansi(c, level_colour(t->level)), t->rule, ansi(c, "\033[0m"));
		wrap_add_clean(c->out, t->message);
		strbuf_addc(c->out, '\n');
		add_consequences(c, gutter, i, depth + 1);
	}
}

/* The sheet the finding is in; most are in that of the report. */
static const Grid *grid_of(const BerkasTemuan *berkas, const Posisi *p)
{
	const Draf *draf = berkas->draf;
	if (!draf || !p->lembar || !draf->grid || str_equal(p->lembar, draf->grid->nama))
		return draf ? draf->grid : NULL;
	for (uint32_t i = 0; i < draf->buku->n_grid; i++)
		if (str_equal(p->lembar, draf->buku->grid[i].nama))
			return &draf->buku->grid[i];
	return NULL;
}

static void add_finding(Cetak *c, int32_t index)
{
	const Temuan *t = &c->berkas->temuan->temuan[index];
	Corak corak = {ansi(c, "\033[1;34m"), ansi(c, level_colour(t->level)), ansi(c, "\033[0m")};
	c->shown[index] = true;
	add_head(c, t);
	unsigned gutter = kutipan_add(c->out, grid_of(c->berkas, &t->posisi), t, c->width, corak);
	add_values(c, gutter, t);
	if (t->hint)
		add_note(c, gutter, teks(c->bahasa, "help"), t->hint);
	add_consequences(c, gutter, index, 0);
	strbuf_addc(c->out, '\n');
}

/* Chains each finding to its cause; reading order is kept by linking from the last to the first. */
static void link_consequences(Cetak *c)
{
	const DaftarTemuan *list = c->berkas->temuan;
	c->first = ARENA_ARRAY(c->out->arena, int32_t, list->n);
	c->next = ARENA_ARRAY(c->out->arena, int32_t, list->n);
	c->shown = ARENA_ARRAY(c->out->arena, bool, list->n);
	for (size_t i = 0; i < list->n; i++)
		c->first[i] = c->next[i] = -1;
	for (size_t i = list->n; i-- > 0;) {
		int32_t cause = list->temuan[i].cause;
		if (cause < 0)
			continue;
		c->next[i] = c->first[cause];
		c->first[cause] = (int32_t)i;
	}
}

static void add_counts(StrBuf *out, const size_t count[3], Bahasa bahasa)
{
	strbuf_addf(out, teks(bahasa, "errors: %zu, warnings: %zu, notes: %zu"), count[LEVEL_ERROR], count[LEVEL_WARNING], count[LEVEL_NOTE]);
}

/* The head line of the document as it is and as it should be, when a finding says that it is wrong: where facts are missing nobody
 * knows what it should be. */
static void add_head_line(Cetak *c)
{
	const DaftarTemuan *list = c->berkas->temuan;
	if (!c->berkas->draf || !c->berkas->draf->ada_total)
		return;
	Tertulis cell = c->berkas->draf->total.rata_rata;
	for (size_t i = 0; i < list->n; i++) {
		const Temuan *t = &list->temuan[i];
		if (t->posisi.baris != cell.baris || t->posisi.kolom != cell.kolom || cell.angka.status != ANGKA_NILAI || !t->printed || !t->computed)
			continue;
		strbuf_addf(c->out, teks(c->bahasa, "; overall average printed %s, should be %s"), kutipan_nilai(c->out->arena, t->printed),
		            kutipan_nilai(c->out->arena, t->computed));
		return;
	}
}

static void add_file(Cetak *c)
{
	const DaftarTemuan *list = c->berkas->temuan;
	size_t count[3] = {0};
	link_consequences(c);
	for (size_t i = 0; i < list->n; i++) {
		count[list->temuan[i].level]++;
		if (list->temuan[i].cause < 0)
			add_finding(c, (int32_t)i);
	}
	for (size_t i = 0; i < list->n; i++) /* a ring of causes has no beginning; nothing may stay unsaid */
		if (!c->shown[i])
			add_finding(c, (int32_t)i);
	strbuf_add(c->out, ansi(c, "\033[1m"));
	wrap_add_clean(c->out, c->berkas->berkas);
	strbuf_add(c->out, ": ");
	add_counts(c->out, count, c->bahasa);
	add_head_line(c);
	strbuf_add(c->out, ansi(c, "\033[0m"));
	strbuf_addc(c->out, '\n');
}

void temuan_text(StrBuf *out, const BerkasTemuan *berkas, size_t n, bool colour, unsigned width, Bahasa bahasa)
{
	size_t files = 0, count[3] = {0};
	for (size_t i = 0; i < n; i++) {
		if (berkas[i].temuan->n == 0)
			continue;
		Cetak c = {.out = out, .berkas = &berkas[i], .colour = colour, .width = width, .bahasa = bahasa};
		strbuf_add(out, files++ ? "\n" : "");
		add_file(&c);
		for (LevelTemuan l = LEVEL_ERROR; l <= LEVEL_NOTE; l++)
			count[l] += temuan_count(berkas[i].temuan, l);
	}
	if (files < 2)
		return;
	strbuf_addf(out, teks(bahasa, "\n%zu of %zu files have findings; "), files, n);
	add_counts(out, count, bahasa);
	strbuf_addc(out, '\n');
}
