/* page: the form laid out on pages - column widths, line breaks, row heights, page breaks. Pure: no PDF, no font library; the widths of words come
 * through a Pengukur, so that a test can lay out with widths of its own. Everything is in points (1/72 inch), y grows downwards.
 *
 * What the layout promises (tests/unit/test_page.c holds it to that):
 *  - a number never breaks and nothing leaves its cell: columns are measured first, and the type gets smaller when they need more room;
 *  - the three-row head stands on every page that has rows of the table;
 *  - the lines of one node stay on one page when they fit on one; a taller node is cut between its indicator lines (within a line only when that line is
 *    taller than a page), and its code is repeated with "(lanjutan)";
 *  - a program or kegiatan is never the last row of a page: what it heads follows it, unless both are taller than a page;
 *  - total, narrative, legend and signature stay together when they fit; the signature is never alone on a page. */
#ifndef CAPAIAN_PAGE_H
#define CAPAIAN_PAGE_H
#include "report/kurva.h"
#include "report/render.h"

typedef struct { bool tebal; double ukuran; } Gaya; /* weight and size of type */

/* A word with the blank that follows it, if any: never broken unless wider than its column. */
typedef struct {
	const char *teks; uint32_t n; /* bytes; text lives as long as the form */
	Gaya gaya;
	double lebar;                 /* advance, with the trailing blank */
	double tampak;                /* without it */
} Kata;

/* Gives the same Kata for the same text and type; ctx is the font library's side. `text` is not NUL-terminated. */
typedef struct { void *ctx; const Kata *(*kata)(void *ctx, const char *text, size_t n, Gaya gaya); } Pengukur;

typedef enum { TINTA_HITAM, TINTA_ABU } Tinta;
typedef enum { BIDANG_KEPALA, BIDANG_NOMOR, BIDANG_PROGRAM, BIDANG_KEGIATAN } WarnaBidang;
typedef enum { GARIS_BIASA, GARIS_HALUS, GARIS_BAWAH /* under a name */ } JenisGaris;

typedef struct { double x, y, lebar, tinggi; WarnaBidang warna; } Bidang;  /* a shaded area */
typedef struct { double x0, y0, x1, y1; JenisGaris jenis; } Garis;        /* a rule, horizontal or vertical */

typedef enum { UNSUR_TEKS, UNSUR_MULAI, UNSUR_AKHIR } JenisUnsur;

/* Content in reading order: lines of text, and the marks of the document's structure around them. Structure may go on over pages; text outside every mark
 * (repeated heads, page foot) is no part of the document's content. */
typedef struct {
	union {
		struct {              /* MULAI, AKHIR */
			const char *tag;      /* H1, P, Table, TR, TH, TD ... */
			const char *atribut;  /* MULAI: attributes of TH and TD as entry of a PDF dictionary, /A << ... >>; NULL if none */
		};
		struct {              /* TEKS */
			const Kata *const *kata;
			uint32_t n_kata;
			Tinta tinta;
		};
	};
	double x, y;                  /* TEKS: where its baseline starts */
	/* Of texts in the table's body, for tests: */
	float kotak[4];               /* the cell around it: x0, y0, x1, y1 */
	uint32_t blok;                /* index in form->blok; PAGE_BUKAN_BLOK otherwise */
	uint8_t kolom;
	uint8_t jenis;                /* JenisUnsur */
} Unsur;

#define PAGE_BUKAN_BLOK UINT32_MAX

typedef struct { double x, y; const Kurva *kurva; } LetakKurva; /* a chart with its upper left corner; its labels stand among the Unsur */

typedef struct {
	size_t n_bidang, cap_bidang; Bidang *bidang;
	size_t n_garis, cap_garis; Garis *garis;
	size_t n_unsur, cap_unsur; Unsur *unsur;
	size_t n_kurva, cap_kurva; LetakKurva *kurva;
} Halaman;

enum { PAGE_KOLOM_MAX = 16 };         /* columns of any table */

typedef struct {
	double lebar, tinggi;         /* of the sheet */
	size_t n_halaman, cap_halaman; Halaman *halaman;
	double kolom_x[PAGE_KOLOM_MAX + 1]; /* the table's vertical rules */
	double ukuran;                /* type size of the table's body */
} TataLetak;

const TataLetak *page_layout(Arena *arena, const TabelForm *form, Kertas kertas, const Pengukur *pengukur);

#endif
