/* grid: a document as text cells with positions, whatever the file format was. Readers make it (document/), recognition
 * reads it, findings quote it. */
#ifndef CAPAIAN_GRID_H
#define CAPAIAN_GRID_H
#include "base/tanggal.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	SEL_KOSONG,  /* nothing: teks is "" */
	SEL_TEKS,
	SEL_ANGKA,   /* a number typed as number: teks is machine notation (NOTASI_MESIN), exact from the source */
	SEL_TANGGAL, /* a number with a date format: teks is ISO yyyy-mm-dd */
	SEL_GALAT,   /* a spreadsheet error: teks is "#REF!" ... */
	SEL_LOGIKA,  /* TRUE / FALSE */
} SelJenis;

typedef struct {
	const char *teks;    /* never NULL; UTF-8; line breaks inside a cell as '\n'; not trimmed */
	SelJenis jenis;
	bool persen;         /* SEL_ANGKA with a percent format: the shown value is 100 x teks */
	bool rumus;          /* holds a formula; teks is its cached value */
	bool gabungan;       /* covered by a merged area whose text stands in the top left cell (teks "") */
	uint16_t rentang_kolom, rentang_baris; /* size of the merged area at its top left cell, else 1, 1 */
} Sel;

typedef struct {
	uint32_t nomor;      /* 1-based: line in a text file where the record starts; row number in a sheet */
	uint32_t n_sel;      /* trailing empty cells are not kept */
	bool tersembunyi;    /* hidden row of a sheet */
	Sel *sel;            /* sel[i] stands in column i + 1 */
} Baris;

typedef struct {
	const char *nama;    /* sheet name; NULL for text files */
	bool tersembunyi;
	uint32_t n_baris;    /* only rows that hold something; ascending by nomor */
	Baris *baris;
} Grid;

typedef enum { FORMAT_CSV, FORMAT_TSV, FORMAT_XLSX, FORMAT_JSON } FormatBerkas;

typedef struct {
	const char *berkas;  /* path as given */
	FormatBerkas format;
	const char *pengodean; /* text files: "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252"; NULL otherwise */
	char pemisah;        /* text files: separator found; 0 otherwise */
	uint32_t n_grid;
	Grid *grid;          /* one for a text file, one a sheet otherwise */
} Buku;

/* The cell at row index i (0-based in baris[]) and 1-based column; an empty cell when out of range. */
const Sel *grid_cell(const Grid *grid, uint32_t i, uint32_t kolom);
/* "F17" for column 6, row 17. */
const char *grid_cell_name(Arena *arena, uint32_t kolom, uint32_t baris);

#endif
