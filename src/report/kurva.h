/* kurva: a chart of percentages over twelve months as geometry - computed once, drawn by the PDF and as SVG in HTML alike. Lengths are in points, y
 * grows downwards, the origin is the upper left corner. A table with the same figures always stands beside it. */
#ifndef CAPAIAN_KURVA_H
#define CAPAIAN_KURVA_H
#include "base/arena.h"
#include "base/decimal.h"
#include <stdbool.h>

enum { KURVA_BULAN = 12 };

typedef struct { double x, y; } TitikKurva;
typedef enum { DERET_RENCANA /* dashed, grey blue */, DERET_REALISASI /* solid, dark */, DERET_KELUARAN /* dotted, green */, DERET_JUMLAH } JenisDeret;
typedef enum { LABEL_KIRI, LABEL_TENGAH, LABEL_KANAN } RataLabel; /* the text starts, has its middle, ends at x */

typedef struct { JenisDeret jenis; uint32_t n; TitikKurva titik[KURVA_BULAN + 1]; } DeretKurva;
typedef struct { double x, y; const char *teks; RataLabel rata; bool tebal; } LabelKurva; /* y: baseline */
typedef struct { TitikKurva dari, ke; bool sumbu; /* else a hair line of the grid */ } GarisKurva;

typedef struct {
	double lebar, tinggi, ukuran;      /* ukuran: type size of the labels */
	uint32_t n_garis; GarisKurva *garis;
	uint32_t n_deret; DeretKurva *deret;
	uint32_t n_label; LabelKurva *label;
	struct { TitikKurva dari, ke; JenisDeret jenis; } contoh[DERET_JUMLAH]; uint32_t n_contoh; /* strokes of the legend */
	const char *uraian;                /* what the chart shows, for those who do not see it */
} Kurva;

/* One series: a value a month, KOSONG where there is none (the line passes over it). `dari_nol`: it starts at zero before January. */
typedef struct { JenisDeret jenis; const char *nama; bool dari_nol; IsiDesimal nilai[KURVA_BULAN]; } DataKurva;

const Kurva *kurva_build(Arena *arena, const DataKurva *data, uint32_t n, double lebar, double tinggi, const char *uraian);

#endif
