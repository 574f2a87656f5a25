#include "report/penjelasan_text.h"

#include "base/grid.h"
#include "report/wrap.h"

typedef struct {
	StrBuf *out;
	bool colour;
	unsigned width;
	Bahasa bahasa;
} View;

static void paint(View *v, const char *code, const char *text)
{
	if (v->colour)
		strbuf_addf(v->out, "\033[%sm%s\033[0m", code, text);
	else
		strbuf_add(v->out, text);
}

/* Wrapped text whose first line starts with `first` and whose others start with `rest`, both `indent` code points wide. */
static void hanging(View *v, const char *first, const char *rest, const char *text)
{
	size_t indent = utf8_count(first);
	unsigned room = v->width > indent + 20 ? (unsigned)(v->width - indent) : 20;
	StrBuf lines = {.arena = v->out->arena};
	wrap_add(&lines, text, room, 0, 0);
	const char *lead = first;
	for (const char *p = strbuf_text(&lines); *p; lead = rest) {
		size_t n = strcspn(p, "\n");
		strbuf_add(v->out, lead);
		strbuf_addn(v->out, p, n);
		strbuf_addc(v->out, '\n');
		p += n + (p[n] == '\n');
	}
}

static const char *figure(Arena *arena, const Penjelasan *p)
{
	bool money = str_equal(p->satuan, "Rp");
	if (str_equal(p->nilai, "-"))
		return p->nilai;
	return str_format(arena, "%s%s%s%s", money ? p->satuan : "", p->nilai, money ? "" : " ", money ? "" : p->satuan);
}

/* Where the document prints it: a cell of a sheet, or a line of a text; NULL when that is not known. */
static const char *place(View *v, Posisi posisi)
{
	if (!posisi.baris)
		return NULL;
	if (posisi.lembar)
		return grid_cell_name(v->out->arena, posisi.kolom, posisi.baris);
	return str_format(v->out->arena, teks(v->bahasa, "line %u"), posisi.baris);
}

static void printed_line(View *v, const Penjelasan *p, const char *prefix)
{
	if (!p->tercetak || p->cocok)
		return;
	const char *where = place(v, p->posisi);
	strbuf_add(v->out, prefix);
	paint(v, "31", str_format(v->out->arena, teks(v->bahasa, "! the document prints %s"), p->tercetak));
	if (where)
		strbuf_addf(v->out, " (%s)", where);
	strbuf_addc(v->out, '\n');
}

/* The name of a figure under its parent: the parent's own figures go by what they are, others by their label. Behind it, where the document
 * prints the same. */
static const char *name_of(View *v, const Penjelasan *p, const Penjelasan *parent)
{
	Arena *a = v->out->arena;
	const char *name = !parent ? str_format(a, "%s - %s", p->label, p->besaran) : str_equal(p->label, parent->label) ? p->besaran : p->label;
	const char *where = p->tercetak && p->cocok ? place(v, p->posisi) : NULL;
	if (!p->disertakan)
		name = str_format(a, "%s (%s)", name, teks(v->bahasa, "not counted"));
	return where ? str_format(a, "%s [\xE2\x9C\x93 %s]", name, where) : name;
}

static bool prints_same(const Penjelasan *p)
{
	bool found = p->tercetak && p->cocok && p->posisi.baris;
	for (uint32_t i = 0; i < p->n_anak && !found; i++)
		found = prints_same(p->anak[i]);
	return found;
}

/* Siblings stand in one column of figures, `figures` wide; `above` are the lines of the tree left of this branch. */
static void tree(View *v, const Penjelasan *p, const Penjelasan *parent, const char *above, const char *branch, const char *below, size_t figures)
{
	Arena *a = v->out->arena;
	const char *value = figure(a, p), *inner = str_format(a, "%s%s", above, below);
	const char *under = str_format(a, "%s%*s", inner, (int)(figures + 2), "");
	hanging(v, str_format(a, "%s%s%*s%s  ", above, branch, (int)(figures - utf8_count(value)), "", value), under, name_of(v, p, parent));
	if (*p->aturan)
		hanging(v, str_format(a, "%s= ", under), str_format(a, "%s  ", under), p->aturan);
	printed_line(v, p, under);
	size_t widest = 0;
	for (uint32_t i = 0; i < p->n_anak; i++) {
		size_t width = utf8_count(figure(a, p->anak[i]));
		widest = width > widest ? width : widest;
	}
	for (uint32_t i = 0; i < p->n_anak; i++) {
		bool last = i + 1 == p->n_anak;
		tree(v, p->anak[i], p, inner, last ? "└─ " : "├─ ", last ? "   " : "│  ", widest);
	}
}

void penjelasan_text(StrBuf *out, const Penjelasan *p, bool colour, unsigned width, Bahasa bahasa)
{
	View v = {out, colour, width, bahasa};
	tree(&v, p, NULL, "", "", "", utf8_count(figure(out->arena, p)));
	if (prints_same(p))
		hanging(&v, "\n\xE2\x9C\x93 ", "  ", teks(bahasa, "the document prints the same there"));
}
