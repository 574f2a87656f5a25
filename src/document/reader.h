/* reader: a file -> Buku (text cells with positions). The format is found by content, then by name. Bounded: BACA_BATAS_*. */
#ifndef CAPAIAN_READER_H
#define CAPAIAN_READER_H
#include "base/bahasa.h"
#include "base/err.h"
#include "base/grid.h"

/* Limits at the border: beyond them ERR_LIMIT. A file made to hurt costs at most some hundred MB and a few seconds; a real report
 * stays below a hundredth of every limit. */
enum {
	BACA_BATAS_BERKAS_MB = 64,      /* size of a file */
	BACA_BATAS_JSON_MB = 8,         /* size of a JSON file, whose values are held one by one */
	BACA_BATAS_ISI_MB = 512,        /* unpacked XML of one workbook */
	BACA_BATAS_RASIO = 200,         /* unpacked / packed of one zip entry beyond 1 MB */
	BACA_BATAS_BAGIAN = 4096,       /* parts in a workbook's zip */
	BACA_BATAS_LEMBAR = 1024,       /* sheets */
	BACA_BATAS_BARIS = 1048576,
	BACA_BATAS_KOLOM = 16384,
	BACA_BATAS_SEL = 10000000,      /* cells of one sheet or text table, gaps between them counted; shared strings */
	BACA_BATAS_TEKS_MB = 256,       /* text of the cells of one workbook */
	BACA_BATAS_GABUNGAN = 200000,   /* merged areas of one sheet */
	BACA_BATAS_DALAM = 64,          /* XML depth */
};

/* Reads a whole file. FORMAT_JSON gives no grid: see read_json.h. */
Err reader_open(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* The same from memory (`name` for messages): what the fuzz targets call. */
Err reader_csv(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info);
Err reader_xlsx(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info);
/* A workbook from disk; only its packed parts are read, never the file as a whole. */
Err reader_xlsx_file(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* Row by row without keeping the table. `row` returns false to stop; the row and its texts are valid during the call only. Sheet 0
 * is the first visible one, 1 the next visible one; when all are hidden, hidden ones count. Memory does not grow with the rows;
 * only the shared strings, which a cell may refer to from anywhere, are kept whole. Merged areas are not known here, as a sheet
 * names them behind its rows: every cell has rentang 1, 1. ERR_USAGE when there is no such sheet. */
typedef bool (*ReaderRow)(void *context, const Baris *baris);
Err reader_xlsx_stream(const char *path, uint32_t sheet, ReaderRow row, void *context, Bahasa bahasa, ErrInfo *info, Arena *arena);

#endif
