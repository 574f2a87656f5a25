#include "report/page_teks.h"

#include "base/str.h"

/* Tolerance of sums of widths: without it a column just as wide as its number might break it. */
static const double TOLERANSI = 0.01;

/* Longer than any word, code or number. Garbage without blanks is measured in pieces of it: the cost stays linear. */
enum { KATA_TERPANJANG = 120 };

/* Letters that must stand on either side of a slash or hyphen for a line to break there. */
enum { KATA_TERPENDEK = 5 };

static bool is_letter(unsigned char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
}

static bool letters_around(const char *text, size_t at)
{
	if (at < KATA_TERPENDEK)
		return false;
	for (size_t i = 1; i <= KATA_TERPENDEK; i++)
		if (!is_letter((unsigned char)text[at - i]) || !is_letter((unsigned char)text[at + i])) /* stops at the NUL before it could pass it */
			return false;
	return true;
}

/* Bytes of the word at text, its trailing blank included. Numbers, dates, codes, and pairs like "dan/atau" and "rata-rata" stay whole. */
static size_t word_length(const char *text)
{
	size_t i = 0;
	for (; text[i] && text[i] != '\n'; i++) {
		if (text[i] == ' ')
			return i + 1;
		if ((text[i] == '/' || text[i] == '-') && letters_around(text, i))
			return i + 1;
		if (i >= KATA_TERPANJANG && ((unsigned char)text[i] & 0xC0) != 0x80)
			return i;
	}
	return i;
}

static uint32_t count_words(const char *text)
{
	uint32_t n = 0;
	for (; *text; n++)
		text += *text == '\n' ? 1 : word_length(text);
	return n;
}

TeksKata teks_measure(Arena *arena, const Pengukur *ukur, const char *text, Gaya gaya)
{
	TeksKata out = {.kata = ARENA_ARRAY(arena, const Kata *, count_words(text))};
	double line = 0;
	while (*text) {
		if (*text == '\n') {
			out.kata[out.n++] = NULL;
			line = 0;
			text++;
			continue;
		}
		size_t n = word_length(text);
		const Kata *kata = ukur->kata(ukur->ctx, text, n, gaya);
		out.kata[out.n++] = kata;
		if (kata->tampak > out.terlebar)
			out.terlebar = kata->tampak;
		if (line + kata->tampak > out.utuh)
			out.utuh = line + kata->tampak;
		line += kata->lebar;
		text += n;
	}
	return out;
}

uint32_t teks_count_lines(const TeksKata *teks, double width)
{
	if (teks->n == 0)
		return 0;
	uint32_t lines = 1;
	double x = 0;
	for (uint32_t i = 0; i < teks->n; i++) {
		const Kata *kata = teks->kata[i];
		if (!kata) {
			lines++;
			x = 0;
			continue;
		}
		if (x > 0 && x + kata->tampak > width + TOLERANSI) {
			lines++;
			x = 0;
		}
		if (kata->tampak > width + TOLERANSI)
			lines += (uint32_t)(kata->tampak / width);
		x += kata->lebar;
	}
	return lines;
}

static void line_add(Paragraf *out, Arena *arena, const Kata **kata, uint32_t n, Tinta tinta)
{
	double width = 0;
	for (uint32_t i = 0; i < n; i++)
		width += i + 1 < n ? kata[i]->lebar : kata[i]->tampak;
	*ARENA_PUSH(arena, out->baris, out->n, out->cap) = (BarisTeks){.n = n, .kata = kata, .tampak = width, .tinta = tinta};
}

/* The longest beginning of text (n bytes) no wider than width, at least one character. */
static const Kata *beginning_that_fits(const Pengukur *ukur, const char *text, size_t n, Gaya gaya, double width)
{
	const char *p = text, *end = text + n;
	double sum = 0;
	size_t fits = 0;
	while (p < end) {
		const char *start = p;
		utf8_next(&p);
		sum += ukur->kata(ukur->ctx, start, (size_t)(p - start), gaya)->tampak;
		if (fits && sum > width)
			break;
		fits = (size_t)(p - text);
	}
	for (;;) { /* characters together may be wider than one by one: step back until the piece itself fits */
		const Kata *piece = ukur->kata(ukur->ctx, text, fits, gaya);
		size_t shorter = fits - 1;
		while (shorter > 0 && ((unsigned char)text[shorter] & 0xC0) == 0x80)
			shorter--;
		if (piece->tampak <= width + TOLERANSI || shorter == 0)
			return piece;
		fits = shorter;
	}
}

/* Lines that are a cut word each; gives its last piece, on which the line goes on. */
static const Kata *word_cut(Paragraf *out, Arena *arena, const Pengukur *ukur, const Kata *kata, double width, Tinta tinta)
{
	const char *text = kata->teks, *end = text + kata->n;
	for (;;) {
		const Kata *rest = ukur->kata(ukur->ctx, text, (size_t)(end - text), kata->gaya);
		if (rest->tampak <= width + TOLERANSI)
			return rest;
		const Kata **piece = ARENA_ARRAY(arena, const Kata *, 1);
		*piece = beginning_that_fits(ukur, text, (size_t)(end - text), kata->gaya, width);
		if ((*piece)->n == rest->n)
			return rest; /* one character, wider than the column */
		line_add(out, arena, piece, 1, tinta);
		text += (*piece)->n;
	}
}

void teks_wrap(Paragraf *out, Arena *arena, const Pengukur *ukur, const TeksKata *teks, double width, Tinta tinta)
{
	const Kata **line = ARENA_ARRAY(arena, const Kata *, teks->n);
	uint32_t n = 0;
	double x = 0;
	for (uint32_t i = 0; i < teks->n; i++) {
		const Kata *kata = teks->kata[i];
		if (!kata || (n > 0 && x + kata->tampak > width + TOLERANSI)) {
			line_add(out, arena, line, n, tinta);
			line += n;
			n = 0;
			x = 0;
		}
		if (!kata)
			continue;
		if (kata->tampak > width + TOLERANSI)
			kata = word_cut(out, arena, ukur, kata, width, tinta);
		line[n++] = kata;
		x += kata->lebar;
	}
	if (n)
		line_add(out, arena, line, n, tinta);
}
