/* huruf: the form's type and the shapes of its words, from the font files themselves by HarfBuzz. No system setting has a say, so a report looks the same
 * everywhere. Only for a word with characters that Liberation Sans lacks is another font looked for, by fontconfig. */
#ifndef CAPAIAN_HURUF_H
#define CAPAIAN_HURUF_H
#include "base/err.h"
#include "report/page.h"

/* A word's glyphs in the order they are drawn; lengths in type sizes, x from the start of the word. */
typedef struct { uint32_t glif; double x, y; } Glif;
typedef struct { uint16_t n_byte, n_glif; } Gugus; /* characters and glyphs that belong together, in order of the text */

typedef struct {
	uint32_t berkas;            /* font file, for huruf_file() */
	bool mundur;                /* written right to left */
	uint32_t n_glif; Glif *glif;
	uint32_t n_gugus; Gugus *gugus;
	double lebar;               /* with the trailing blank, in type sizes */
} Bentuk;

typedef struct Huruf Huruf;

/* ERR_OPEN when HarfBuzz or Liberation Sans is missing. */
Err huruf_open(Huruf **out, Arena *arena, Bahasa bahasa, ErrInfo *info);
void huruf_close(Huruf *huruf);

/* For Pengukur; ctx is the Huruf. */
const Kata *huruf_kata(void *ctx, const char *text, size_t n, Gaya gaya);
const Bentuk *huruf_bentuk(const Kata *kata); /* of a word that huruf_kata() gave */
/* Path of a font file and, in *indeks, the number of the font in it; `berkas` as in a Bentuk. */
const char *huruf_file(const Huruf *huruf, uint32_t berkas, int *indeks);

#endif
