/* reader: a file -> Buku (text cells with positions). The format is found by content, then by name. Bounded: BACA_BATAS_*. */
#ifndef CAPAIAN_READER_H
#define CAPAIAN_READER_H
#include "base/bahasa.h"
#include "base/err.h"
#include "base/grid.h"

/* Limits at the border: beyond them ERR_LIMIT, with bounded memory and time. */
enum {
	BACA_BATAS_BERKAS_MB = 256,     /* size of a file */
	BACA_BATAS_ISI_MB = 1024,       /* unpacked XML of one workbook */
	BACA_BATAS_RASIO = 200,         /* unpacked / packed of one zip entry beyond 1 MB */
	BACA_BATAS_BARIS = 1048576,
	BACA_BATAS_KOLOM = 16384,
	BACA_BATAS_SEL = 20000000,
	BACA_BATAS_DALAM = 64,          /* XML depth */
};

/* Reads a whole file. FORMAT_JSON gives no grid: see read_json.h. */
Err reader_open(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* The same from memory (`name` for messages): what the fuzz targets call. */
Err reader_csv(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info);
Err reader_xlsx(Buku **out, Arena *arena, const char *name, const unsigned char *bytes, size_t n, Bahasa bahasa, ErrInfo *info);

/* Row by row without keeping the table: constant memory. `row` returns false to stop. Sheet 0 is the first visible one. */
typedef bool (*ReaderRow)(void *context, const Baris *baris);
Err reader_xlsx_stream(const char *path, uint32_t sheet, ReaderRow row, void *context, Bahasa bahasa, ErrInfo *info, Arena *arena);

#endif
