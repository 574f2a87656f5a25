/* page_teks: text measured in words and broken into lines. Part of page. */
#ifndef CAPAIAN_PAGE_TEKS_H
#define CAPAIAN_PAGE_TEKS_H
#include "report/page.h"

/* A text as words. A word ends after a blank, after a slash or hyphen between longer words, and at the end of a line of the source; what goes on for
 * longer than any word is taken in pieces. */
typedef struct {
	uint32_t n;
	const Kata **kata;            /* NULL marks a line break of the source */
	double terlebar;              /* widest word */
	double utuh;                  /* width on one line */
} TeksKata;

typedef struct { uint32_t n; const Kata **kata; double tampak; Tinta tinta; } BarisTeks;
typedef struct { uint32_t n, cap; BarisTeks *baris; } Paragraf;

TeksKata teks_measure(Arena *arena, const Pengukur *ukur, const char *text, Gaya gaya);

/* Lines at this width; a word wider than it counts as the lines it needs. */
uint32_t teks_count_lines(const TeksKata *teks, double width);

/* Appends the lines of the text, none wider than `width`: greedy, and a word that is wider is cut where it must. */
void teks_wrap(Paragraf *out, Arena *arena, const Pengukur *ukur, const TeksKata *teks, double width, Tinta tinta);

#endif
