#include "report/xlsx_ukur.h"

#include "base/str.h"

/* Thousandths of the type size, from U+0020 to U+007E. */
static const unsigned short LEBAR[] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
	556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
	556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

/* Bold letters are up to a tenth wider; a screen rounds each letter to whole pixels. */
#define TEBAL 1.08
#define LONGGAR 1.04

static double glyph(uint32_t c)
{
	if (c >= 0x20 && c < 0x20 + sizeof LEBAR / sizeof *LEBAR)
		return LEBAR[c - 0x20];
	if (c >= 0x0300 && c < 0x0370) /* combining marks */
		return 0;
	return c >= 0x1100 ? 1000 : 667;
}

static double scale(double size, bool tebal)
{
	return size / 1000 * (tebal ? TEBAL : 1) * LONGGAR;
}

double ukur_lebar(const char *text, double size, bool tebal)
{
	double widest = 0, line = 0;
	for (uint32_t c; (c = utf8_next(&text));) {
		line = c == '\n' ? 0 : line + glyph(c);
		widest = line > widest ? line : widest;
	}
	return widest * scale(size, tebal);
}

double ukur_kata(const char *text, double size, bool tebal)
{
	double widest = 0, word = 0;
	for (uint32_t c; (c = utf8_next(&text));) {
		word = c == '\n' || c == ' ' ? 0 : word + glyph(c);
		widest = word > widest ? word : widest;
	}
	return widest * scale(size, tebal);
}

/* A line under way: `line` is filled, of which the last `word` may still move to the next line. */
typedef struct { double line, word, width; unsigned n; } Wrap;

static void wrap_add(Wrap *w, double advance)
{
	w->line += advance;
	w->word += advance;
	if (w->line <= w->width)
		return;
	w->n++;
	if (w->word >= w->line) /* a word wider than the column is cut */
		w->word = advance;
	w->line = w->word;
}

unsigned ukur_baris(const char *text, double size, bool tebal, double width)
{
	Wrap w = {.width = width / scale(size, tebal), .n = 1};
	for (uint32_t c; (c = utf8_next(&text));) {
		if (c == '\n') {
			w.n++;
			w.line = w.word = 0;
		} else if (c == ' ') {
			w.line += glyph(c); /* may hang over the edge */
			w.word = 0;
		} else {
			wrap_add(&w, glyph(c));
		}
	}
	return w.n;
}

double ukur_tinggi(unsigned baris, double size)
{
	return baris * size * 1.26 + 3;
}
