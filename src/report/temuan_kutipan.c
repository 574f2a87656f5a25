#include "report/temuan_kutipan.h"

#include "base/angka.h"
#include "report/wrap.h"

#include <string.h>

enum {
	LEBAR_TEKS = 30,    /* of a text beside the place */
	LEBAR_KOSONG = 3,   /* of an empty cell that is the place */
};
static const char ELIPSIS[] = "\xE2\x80\xA6";

typedef struct {
	const char *teks;
	size_t lebar;       /* code points */
	size_t tanda, n_tanda; /* marked part, code points */
} Petak;

/* Decimals of a machine number such as "91.60"; 0 when it has none, or the text is something else. */
static size_t machine_decimals(const char *text)
{
	text += *text == '-';
	size_t whole = strspn(text, "0123456789");
	if (whole == 0 || text[whole] != '.')
		return 0;
	size_t decimals = strspn(text + whole + 1, "0123456789");
	return decimals <= DESIMAL_SCALE_MAX && text[whole + 1 + decimals] == '\0' ? decimals : 0;
}

const char *kutipan_nilai(Arena *arena, const char *text)
{
	size_t decimals = machine_decimals(text);
	if (!decimals)
		return text;
	Angka angka = angka_parse(text, NOTASI_MESIN);
	return angka.status == ANGKA_NILAI ? desimal_print_id(arena, angka.nilai, (uint8_t)decimals) : text;
}

/* A number cell of a sheet holds machine text; its reader sees the notation of the country. */
const char *kutipan_sel(Arena *arena, const Sel *sel)
{
	if (sel->jenis == SEL_ANGKA) {
		Angka angka = angka_parse(sel->teks, NOTASI_MESIN);
		if (angka.status == ANGKA_NILAI) {
			Desimal d = angka.nilai;
			Desimal hundred;
			if (!sel->persen)
				return desimal_print_id(arena, d, d.scale);
			if (d.scale >= 2)
				return str_format(arena, "%s%%", desimal_print_id(arena, (Desimal){d.m, (uint8_t)(d.scale - 2)}, (uint8_t)(d.scale - 2)));
			if (desimal_rescale(&hundred, d, 2, BULAT_JAUH_NOL))
				return str_format(arena, "%s%%", desimal_print_id(arena, (Desimal){hundred.m, 0}, 0));
		}
	}
	StrBuf clean = {.arena = arena};
	wrap_add_clean(&clean, str_squeeze(arena, sel->teks));
	return strbuf_text(&clean);
}

static bool has_letters(const char *text)
{
	for (; *text; text++)
		if ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z') || (unsigned char)*text >= 0x80)
			return true;
	return false;
}

/* `n` code points of text from code point `from`. */
static const char *slice(Arena *arena, const char *text, size_t from, size_t n)
{
	while (from && utf8_next(&text))
		from--;
	const char *start = text;
	while (n && utf8_next(&text))
		n--;
	return str_dupn(arena, start, (size_t)(text - start));
}

/* Where `quoted` stands in the text once, as a word of its own; NULL otherwise. */
static const char *find_word(const char *text, const char *quoted)
{
	const char *at = strstr(text, quoted);
	size_t n = strlen(quoted);
	if (!at || strstr(at + 1, quoted) || (at > text && at[-1] != ' ') || (at[n] && at[n] != ' '))
		return NULL;
	return at;
}

/* The part of the cell the finding quotes: its printed value, as the machine or as people write it. */
static void find_mark(Arena *arena, Petak *petak, const char *printed)
{
	petak->tanda = 0;
	petak->n_tanda = petak->lebar;
	if (!printed || !*printed)
		return;
	const char *quoted = printed, *at = find_word(petak->teks, quoted);
	if (!at) {
		quoted = kutipan_nilai(arena, printed);
		at = find_word(petak->teks, quoted);
	}
	if (!at)
		return;
	petak->tanda = utf8_count(str_dupn(arena, petak->teks, (size_t)(at - petak->teks)));
	petak->n_tanda = utf8_count(quoted);
}

/* Shortens a text to `limit` code points so that the marked part stays in sight. */
static void shorten(Arena *arena, Petak *petak, size_t limit)
{
	if (petak->lebar <= limit || !has_letters(petak->teks) || limit < 4)
		return;
	size_t from = 0, keep = limit - 1;
	if (petak->tanda + petak->n_tanda > keep && petak->tanda > 0) {
		from = petak->tanda + petak->n_tanda > petak->lebar - 1 ? petak->lebar - keep : petak->tanda;
		keep -= from + keep < petak->lebar;
	}
	bool more = from + keep < petak->lebar;
	petak->teks = str_format(arena, "%s%s%s", from ? ELIPSIS : "", slice(arena, petak->teks, from, keep), more ? ELIPSIS : "");
	petak->lebar = utf8_count(petak->teks);
	petak->tanda = petak->tanda - from + (from > 0);
	if (petak->tanda + petak->n_tanda > petak->lebar)
		petak->n_tanda = petak->lebar - petak->tanda;
}

static const Baris *find_row(const Grid *grid, uint32_t nomor)
{
	uint32_t low = 0, high = grid->n_baris;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (grid->baris[middle].nomor < nomor)
			low = middle + 1;
		else
			high = middle;
	}
	return low < grid->n_baris && grid->baris[low].nomor == nomor ? &grid->baris[low] : NULL;
}

static Petak *make_cells(Arena *arena, const Grid *grid, const Baris *baris, uint32_t n, const Temuan *temuan, unsigned width)
{
	Petak *petak = ARENA_ARRAY(arena, Petak, n);
	for (uint32_t i = 0; i < n; i++) {
		petak[i].teks = kutipan_sel(arena, grid_cell(grid, (uint32_t)(baris - grid->baris), i + 1));
		petak[i].lebar = utf8_count(petak[i].teks);
		if (i + 1 != temuan->posisi.kolom) {
			shorten(arena, &petak[i], LEBAR_TEKS);
			continue;
		}
		if (petak[i].lebar == 0)
			petak[i] = (Petak){.teks = "   ", .lebar = LEBAR_KOSONG, .n_tanda = LEBAR_KOSONG};
		else
			find_mark(arena, &petak[i], temuan->printed);
		shorten(arena, &petak[i], width / 2);
	}
	return petak;
}

/* The widest run of cells around `at` that fits: grown to the left and to the right in turn. */
static void choose(const Petak *petak, uint32_t n, uint32_t at, size_t width, uint32_t *first, uint32_t *last)
{
	enum { SEPARATOR = 3, CUT = 4 }; /* " | " and an ellipsis with its separator */
	size_t used = petak[at].lebar;
	uint32_t lo = at, hi = at;
	bool left = true, right = true;
	while (left || right) {
		left = left && lo > 0 && used + petak[lo - 1].lebar + SEPARATOR + 2 * CUT <= width;
		if (left)
			used += petak[--lo].lebar + SEPARATOR;
		right = right && hi + 1 < n && used + petak[hi + 1].lebar + SEPARATOR + 2 * CUT <= width;
		if (right)
			used += petak[++hi].lebar + SEPARATOR;
	}
	*first = lo;
	*last = hi;
}

static void add_gutter(StrBuf *out, unsigned digits, uint32_t nomor, Corak corak)
{
	strbuf_add(out, corak.gutter);
	if (nomor)
		strbuf_addf(out, "%*u |", (int)digits, nomor);
	else
		strbuf_addf(out, "%*s |", (int)digits, "");
	strbuf_add(out, corak.plain);
}

unsigned kutipan_add(StrBuf *out, const Grid *grid, const Temuan *temuan, unsigned width, Corak corak)
{
	Arena *arena = out->arena;
	unsigned digits = (unsigned)strlen(str_format(arena, "%u", temuan->posisi.baris));
	const Baris *baris = grid && temuan->posisi.baris ? find_row(grid, temuan->posisi.baris) : NULL;
	uint32_t kolom = temuan->posisi.kolom;
	if (!baris)
		return digits;
	uint32_t n = baris->n_sel > kolom ? baris->n_sel : kolom;
	if (n == 0)
		return digits;
	unsigned room = width > digits + 30 ? width - digits - 3 : 27;
	const Petak *petak = make_cells(arena, grid, baris, n, temuan, room);
	uint32_t at = kolom ? kolom - 1 : 0, first, last;
	choose(petak, n, at, room, &first, &last);

	add_gutter(out, digits, 0, corak);
	strbuf_addc(out, '\n');
	add_gutter(out, digits, baris->nomor, corak);
	strbuf_addc(out, ' ');
	size_t before = 0;
	if (first > 0) {
		strbuf_addf(out, "%s | ", ELIPSIS);
		before = 4;
	}
	for (uint32_t i = first; i <= last; i++) {
		strbuf_addf(out, "%s%s", i > first ? " | " : "", petak[i].teks);
		if (i < at)
			before += petak[i].lebar + 3;
	}
	strbuf_add(out, last + 1 < n ? " | " : "");
	strbuf_add(out, last + 1 < n ? ELIPSIS : "");
	strbuf_addc(out, '\n');
	if (!kolom)
		return digits;
	add_gutter(out, digits, 0, corak);
	wrap_add_blanks(out, 1 + before + petak[at].tanda);
	strbuf_add(out, corak.mark);
	for (size_t i = 0; i < petak[at].n_tanda; i++)
		strbuf_addc(out, '^');
	strbuf_add(out, corak.plain);
	strbuf_addc(out, '\n');
	return digits;
}
