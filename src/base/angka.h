/* angka: numbers as typed in documents -> Desimal.
 *
 * Accepted: id-ID `9.627.340.537,00`, en-US `9,627,340,537.00`, plain `9627340537.5`; negatives `-1.000`, `(1.000)`,
 * `1.000-`, U+2212; prefixes `Rp`, `Rp.`, `IDR`; suffix `%`, and after money `,-` `.-` `,--` `,=` (`Rp1.000,-`); blanks, U+00A0
 * and U+202F between groups. Decimals beyond 6 are kept only if zeros; digits beyond int64 are ANGKA_LUAPAN.
 *
 * A text is read by the one notation in which it is well formed (`1.234,5` and `0.500` leave no choice). It is ambiguous when both
 * read it, and differently: `1.234` (1234 or 1,234), `12,345`. Then the notation of the document decides, except after `Rp` or
 * before `,-`: money has no three decimals, so these are groups. Blanks of ASCII between groups (`12 100`) are read as groups and
 * called ambiguous, since they may be two numbers in one cell. Groups not of three digits are read when no other meaning is left:
 * the last group is of three digits or decimals follow behind the other sign (`1.23.456`, `12.34.567,00`; but not `2.17.01`). */
#ifndef CAPAIAN_ANGKA_H
#define CAPAIAN_ANGKA_H
#include "base/decimal.h"

typedef enum {
	NOTASI_TAK_TENTU, /* undecided: id-ID is assumed for ambiguous texts, and the result says so */
	NOTASI_ID,        /* dot groups, comma decimals */
	NOTASI_EN,        /* comma groups, dot decimals */
	NOTASI_MESIN,     /* machine text of a spreadsheet cell, see below */
} Notasi;

/* NOTASI_MESIN: a decimal with a dot, no groups, exponent allowed (`1.5E-3`). Spreadsheets keep binary numbers and write up to 17
 * significant digits, of which 15 are sure: `96.710000000000008` is their way to say 96,71. So
 *   - when more than 15 significant digits are written and the 14th and 15th, rounded, are decimals and zeros, all behind them
 *     is taken for noise and cut (`14052383491.010001` is 14052383491,01);
 *   - so it is when the number is the binary number nearest to its 15 digits (`991131791829.31995` is 991131791829,32);
 *   - more than 6 decimals are rounded to 6, half away from zero (exact values in files have few decimals);
 *   - the scale is the smallest that holds the value: the number of decimals written means nothing there.
 * Never ambiguous. */

typedef enum {
	ANGKA_KOSONG,  /* nothing there */
	ANGKA_STRIP,   /* dashes and nothing else, also behind Rp: "-", "--", en dash, em dash, U+2212, "Rp -" */
	ANGKA_NILAI,   /* a number */
	ANGKA_GALAT,   /* a spreadsheet error: #REF!, #DIV/0!, #N/A, #VALUE!, #NAME?, #NUM!, #NULL! and younger ones, Err:502,
	                  or "####", which a column too narrow leaves behind */
	ANGKA_BUKAN,   /* some other text */
	ANGKA_LUAPAN,  /* a number too large, or with more than 6 significant decimals */
} StatusAngka;

typedef struct {
	StatusAngka status;
	Desimal nilai;      /* as written: scale = decimals written (0,50 -> m 50, scale 2); at most 6 */
	bool persen;        /* a % sign was written */
	bool ambigu;        /* the two notations disagree, `notasi` decided it */
	bool salah_grup;    /* groups not of three digits (1.23.456): read, but worth a finding */
} Angka;

/* Reads one text. NULL is ANGKA_KOSONG. Never allocates; time linear in the length; any bytes are safe. */
Angka angka_parse(const char *text, Notasi notasi);

/* The same of a cell of a document, where a sheet saved as text leaves all digits of its binary numbers (`91,6035353535`): more than 6 decimals are rounded
 * as NOTASI_MESIN rounds them. What a person enters is read by angka_parse(), which refuses to drop a digit. */
Angka angka_parse_lembar(const char *text, Notasi notasi);

/* What the unambiguous texts among `texts` speak for; NOTASI_TAK_TENTU if none or a tie. Ignores non-numbers. Sure signs (both
 * separators, several groups, or three digits behind a separator after Rp) count first; single separators (`0,50`) only when there are none of those, so that stray
 * numbering like `1.5` does not outvote the money. */
Notasi angka_guess(const char *const *texts, size_t n);

#endif
