/* diagnosa: why is a printed mean, sum or percentage wrong? Searches for one cause that reproduces the printed figure to its last
 * digit. Pure arithmetic; the words are made elsewhere (check_sebab.c).
 *
 * House rules: the simplest cause wins, in the order of `Sebab` below. Two different causes of the same kind that explain the figure
 * equally well cannot be told apart: nothing is claimed (`ragu`), except that equal operands count as one cause (`serupa`). */
#ifndef CAPAIAN_DIAGNOSA_H
#define CAPAIAN_DIAGNOSA_H
#include "base/pecahan.h"

typedef enum {
	SEBAB_TIDAK_DIKETAHUI,
	SEBAB_ANAK_TERCETAK,   /* right, had the operands been what their author took them for: it follows from operand `a` */
	SEBAB_DIBULATKAN,      /* computed from the operands as printed (rounded) */
	SEBAB_DIPOTONG,        /* digits cut off instead of rounded */
	SEBAB_KOSONG_NOL,      /* blank operands counted as zero */
	SEBAB_TERTUKAR,        /* two neighbouring digits transposed */
	SEBAB_FAKTOR,          /* `faktor` times too large, or -`faktor` times too small: 10, 100, 1000 */
	SEBAB_TERBALIK,        /* a percentage with dividend and divisor exchanged */
	SEBAB_SISA,            /* a percentage of what is left: 100 - x */
	SEBAB_KOLOM_TETANGGA,  /* the value of the neighbouring column `a` (0 left, 1 right) */
	SEBAB_CARA_LAIN,       /* another way of computing: lain[a] */
	SEBAB_ANAK_HILANG,     /* without operand `a` */
	SEBAB_ANAK_GANDA,      /* operand `a` counted twice */
	SEBAB_BERLAPIS,        /* a sum over rows of several levels: `faktor` (2, 3) times too large */
	SEBAB_BARIS_TETANGGA,  /* the value of the neighbouring row `a` (0 above, 1 below) */
	SEBAB_NOL_KOSONG,      /* operands that are zero left out as if blank */
	SEBAB_HIMPUNAN,        /* of a subset: bit i of `himpunan` is set when operand i was taken */
} Sebab;

typedef struct {
	Sebab sebab;
	uint32_t a;
	uint32_t himpunan;     /* SEBAB_HIMPUNAN */
	uint32_t serupa;       /* how many other operands (or subsets) of equal value explain it as well */
	int faktor;
	bool ragu;             /* nothing is claimed because several different causes explain the figure */
} Diagnosa;

typedef struct {
	const Pecahan *tepat;        /* exact value; NULL: has none (blank) */
	const Pecahan *bobot;        /* weight in a mean; NULL: 1 */
	IsiDesimal tercetak;         /* its printed figure; KOSONG: none */
	const Pecahan *bawah, *atas; /* where its printed figure is wrong: bounds of what the author took it for; NULL: it is right */
} Operand;

enum { CARA_MAX = 4 };

typedef struct {
	Desimal tercetak;            /* the wrong figure; its scale is the number of decimals printed */
	Pembulatan pembulatan;
	const Pecahan *tepat;        /* what it should be */
	bool jumlah;                 /* a sum; else a weighted mean */
	bool tetap;                  /* the operands are fixed by the form (keuangan and keluaran): none can be left out or doubled */
	bool persen;                 /* a percentage of two facts: may be inverted or the rest */
	uint32_t n; const Operand *operand;
	const Pecahan *lain[CARA_MAX]; /* what other ways of computing would give (mean of percentages, ...); NULL: none */
	IsiDesimal kolom[2];         /* printed values of the neighbouring columns, left and right; KOSONG: none */
	IsiDesimal baris[2];         /* of the neighbouring rows, above and below */
} Pertanyaan;

enum { HIMPUNAN_MAX = 20, DIAGNOSA_LANGKAH = 1 << 21 };

/* `langkah`: subsets the search may still try, shared by all questions of one run so that a wholly damaged document stays
 * bounded; start with DIAGNOSA_LANGKAH. */
Diagnosa diagnosa_find(const Pertanyaan *tanya, uint32_t *langkah);

/* Exactly rounded to the scale of `tercetak` and equal to it. */
bool diagnosa_agrees(const Pecahan *tepat, Desimal tercetak, Pembulatan pembulatan);

#endif
