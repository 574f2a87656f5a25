/* page_inti: what the parts of page share - measures, drawing on the current page, columns, blocks. Not for others. */
#ifndef CAPAIAN_PAGE_INTI_H
#define CAPAIAN_PAGE_INTI_H
#include "report/page_teks.h"

#define SEL_PAD_X 3.0                  /* inside a cell, left and right */
#define SEL_PAD_Y 2.0                  /* and above and below */
#define BARIS_JARAK 1.2                /* from baseline to baseline, in type sizes */

#define MM (72.0 / 25.4)
#define TEPI_SAMPING (15 * MM)
#define TEPI_ATAS (12 * MM)
#define TEPI_BAWAH (9 * MM)
#define TINGGI_KAKI 14                 /* kept free above the lower edge for the page foot */
#define UKURAN_JUDUL 11
#define UKURAN_KEPALA 8
#define UKURAN_KAKI 6.5

typedef enum { RATA_KIRI, RATA_TENGAH, RATA_KANAN } Rata;

typedef struct {
	Arena *arena;
	const TabelForm *form;
	const Pengukur *ukur;
	TataLetak *tata;
	Halaman *halaman;                  /* the current page */
	double kiri, kanan, atas, bawah;   /* what content may fill */
	double y;                          /* where the next row starts */
	double tinggi_kepala;              /* of the table's head */
	size_t tegak[PAGE_KOLOM_MAX + 1];    /* 1 + index of the last vertical rule drawn at this column edge of the page; 0: none */
	uint32_t blok; uint8_t kolom;      /* what text belongs to, for Unsur; blok is PAGE_BUKAN_BLOK outside the table's body */
} Penata;

typedef struct { double x0, y0, x1, y1; } Kotak;

static inline double baris_tinggi(double ukuran) { return ukuran * BARIS_JARAK; }

/* page.c: a blank layout of the paper, and the bounds of its pages. */
TataLetak *lembar_new(Penata *p, Kertas kertas);
/* A page begins. */
void lembar_start(Penata *p);
/* One entry of the head; gives where the next may stand. */
double lembar_pair(Penata *p, const PasanganForm *pair, double x, double label, double right, double y);
double lembar_label_width(const Penata *p, const PasanganForm *pair, int n);
/* The foot of page `number` (p->halaman): what the figures rest on, and "Halaman x dari y". */
void lembar_foot(Penata *p, size_t number, const char *left);

/* page_gambar.c: primitives on the current page. */
void gambar_mulai(Penata *p, const char *tag, const char *atribut);
void gambar_akhir(Penata *p, const char *tag);
void gambar_bidang(Penata *p, Kotak kotak, WarnaBidang warna);
void gambar_garis(Penata *p, double x0, double y0, double x1, double y1, JenisGaris jenis);
/* The vertical rule at column edge from y0 to y1; goes on with the one above it where they touch. */
void gambar_tegak(Penata *p, uint8_t tepi, double y0, double y1);
/* Lines [dari, sampai) of a paragraph in a box, the first at its top; `jarak` from baseline to baseline. The padding is the caller's. */
void gambar_paragraf(Penata *p, const Paragraf *paragraf, uint32_t dari, uint32_t sampai, Kotak kotak, double jarak, Rata rata);
/* One text in one line or more, wrapped to the box; gives the height used. */
double gambar_teks(Penata *p, const char *text, Gaya gaya, Tinta tinta, Kotak kotak, Rata rata);
Paragraf paragraf_build(const Penata *p, const char *text, Gaya gaya, Tinta tinta, double width);

/* page_kolom.c: sets tata->kolom_x and tata->ukuran from everything the table holds. */
void kolom_measure(Penata *p);
Gaya gaya_blok(const Penata *p, const BlokForm *blok);
Gaya gaya_tercetak(Gaya gaya);                  /* of the source's own figure in brackets */
Gaya gaya_judul(const Penata *p);               /* of the table's head */
Gaya gaya_total(const Penata *p);
Gaya gaya_catatan(const Penata *p);
const char *sel_tercetak(Arena *arena, const SelForm *cell); /* "(99,92)" */
Rata kolom_rata(uint8_t kolom);

/* page_blok.c: the rows of one node. */
typedef struct BlokTata BlokTata;

/* The cell of a block in a column: one for the whole block in the columns that span its lines (then `baris` must be 0), else the line's. */
const SelForm *blok_cell(const BlokForm *blok, uint32_t baris, uint8_t kolom);
bool blok_spans(const BlokForm *blok, uint8_t kolom);
BlokTata *blok_measure(Penata *p, uint32_t nomor);
double blok_height(const BlokTata *blok);
/* Height of the least beginning of a block that may stand at the foot of a page when the block must be cut. */
double blok_start_height(const BlokTata *blok);
/* Draws as much of the block as fits between p->y and p->bawah, from where the last call ended, and moves p->y. true when the block is done. On an empty page
 * each call draws something. */
bool blok_draw(Penata *p, BlokTata *blok);

/* page_akhir.c: total row, narrative, legend and signature. New pages come through `halaman_baru`. */
void akhir_draw(Penata *p, void (*halaman_baru)(Penata *p, bool dengan_kepala));

#endif
