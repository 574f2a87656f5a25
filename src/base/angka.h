/* angka: numbers as typed in documents -> Desimal.
 *
 * Accepted: id-ID `9.627.340.537,00`, en-US `9,627,340,537.00`, plain `9627340537.5`; negatives `-1.000`, `(1.000)`,
 * `1.000-`, U+2212; prefixes `Rp`, `Rp.`, `IDR`; suffix `%`, `,-` and `.-` after money (`Rp1.000,-`); blanks, U+00A0 and
 * U+202F between groups. Decimals beyond 6 are kept only if zeros; digits beyond int64 are ANGKA_LUAPAN.
 * A text is ambiguous when both notations read it differently, e.g. `1.234` (1234 or 1,234) or `12,345`. */
#ifndef CAPAIAN_ANGKA_H
#define CAPAIAN_ANGKA_H
#include "base/decimal.h"

typedef enum {
	NOTASI_TAK_TENTU, /* undecided: id-ID is assumed for ambiguous texts, and the result says so */
	NOTASI_ID,        /* dot groups, comma decimals */
	NOTASI_EN,        /* comma groups, dot decimals */
	NOTASI_MESIN,     /* machine text of a spreadsheet cell: dot decimals, no groups, exponent allowed (1.5E-3) */
} Notasi;

typedef enum {
	ANGKA_KOSONG,  /* nothing there */
	ANGKA_STRIP,   /* "-", en dash, "–", "--": a dash */
	ANGKA_NILAI,   /* a number */
	ANGKA_GALAT,   /* a spreadsheet error: #REF!, #DIV/0!, #N/A, #VALUE!, #NAME?, #NUM!, #NULL! */
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

/* Reads one text. NULL is ANGKA_KOSONG. Never allocates. */
Angka angka_parse(const char *text, Notasi notasi);

/* What the unambiguous texts among `texts` speak for; NOTASI_TAK_TENTU if none or a tie. Ignores non-numbers. */
Notasi angka_guess(const char *const *texts, size_t n);

#endif
