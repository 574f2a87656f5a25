/* nomenklatur_baca: an official list of codes out of a workbook, row by row. */
#ifndef CAPAIAN_NOMENKLATUR_BACA_H
#define CAPAIAN_NOMENKLATUR_BACA_H
#include "base/bahasa.h"
#include "base/diag.h"
#include "base/err.h"
#include "domain/kode.h"

typedef struct {
	const char *kode;        /* canonical, as the list has it: bidang, program, kegiatan or sub kegiatan */
	const char *nama;
	const char *indikator, *satuan; /* of a sub kegiatan; "" */
	const char *sebelumnya;  /* codes it replaces, blank between; "" */
	bool lain;               /* of the other level of government only */
} EntriNomenklatur;

typedef struct {
	EntriNomenklatur *entri; size_t n, cap; /* by code */
	size_t n_baris;          /* rows with a sub kegiatan */
	size_t n_lain;           /* entries of the other level, kept because their code is free */
	size_t n_tutup;          /* entries of the other level that are left out: the own level uses the code for something else */
	DaftarTemuan temuan;
} DaftarNomenklatur;

enum { NOMENKLATUR_MAX = 100000 };

/* Columns by heading: JENIS PEMDA, BIDANG, PROGRAM, KEGIATAN, SUBKEGIATAN (each "code name"), INDIKATOR, SATUAN, SUBKEGIATAN SEBELUMNYA; the others
 * are passed over. `provinsi` is the region's own level: where provinces and kabupaten/kota use one code for different things, the own level's
 * holds (the digit of the kewenangan tells only 1 from 2). XLSX is streamed; a text table is read whole. Memory grows with the codes, of
 * which there are at most NOMENKLATUR_MAX (ERR_LIMIT). ERR_FORMAT: no such columns. */
Err nomenklatur_read(DaftarNomenklatur *out, Arena *arena, const char *path, bool provinsi, Bahasa bahasa, ErrInfo *info);

#endif
