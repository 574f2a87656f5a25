/* laporan_acak: random right reports as a table of text cells, computed here independently of the engine by plain fractions, so that
 * a test can print them in many styles, damage one cell, and ask the checks. */
#ifndef CAPAIAN_TEST_LAPORAN_ACAK_H
#define CAPAIAN_TEST_LAPORAN_ACAK_H
#include "acak.h"

#include "base/pecahan.h"
#include "domain/draf.h"

enum { SEL_KODE, SEL_NAMA, SEL_INDIKATOR, SEL_PAGU, SEL_TARGET, SEL_UANG, SEL_VOLUME, SEL_SATUAN, SEL_KEUANGAN, SEL_KELUARAN, SEL_RATA, SEL_JUMLAH };

typedef struct {
	Tingkat tingkat;
	uint32_t induk, akhir, baris; /* parent (SIMPUL_NONE), one past the last descendant, row in the table */
	uint32_t n_indikator;         /* its lines; leaves only, parents echo on one line */
	const char *kode;
	int64_t pagu, realisasi;      /* sen */
	const Pecahan *keuangan, *keluaran; /* exact; keluaran as overridden */
} SimpulAcak;

typedef struct {
	uint8_t desimal;     /* of percentages, 0..2 */
	bool sen;            /* money with ,00 */
	bool rata;           /* column 8 is filled */
	bool gema;           /* parents echo keluaran in the volume column */
	bool inggris;        /* 1,234.50 */
	bool persen;         /* a % sign */
} Gaya;

typedef struct {
	Arena *arena;
	Gaya gaya;
	uint32_t n; SimpulAcak *simpul;
	uint32_t n_baris; const char *(*sel)[SEL_JUMLAH]; /* the last row is the total */
	int64_t (*volume)[2]; /* [n_baris] target and realised volume in hundredths, of leaves' lines */
	uint32_t hitung[3];   /* counts of the head */
} LaporanAcak;

/* A right report. */
LaporanAcak *laporan_acak(Arena *arena, Acak *acak, Gaya gaya);
/* Computes and prints everything anew as an author would who took `keluaran` for node `simpul` (n: the total; SIMPUL_NONE: nobody errs). */
void laporan_cetak(LaporanAcak *l, uint32_t simpul, const Pecahan *keluaran);
/* The exact mean of a node's children (n: of the programs), without child `tanpa` (SIMPUL_NONE: of all). */
const Pecahan *laporan_rerata(const LaporanAcak *l, uint32_t simpul, uint32_t tanpa);
/* part / whole x 100. */
const Pecahan *laporan_persen(const LaporanAcak *l, int64_t part, int64_t whole);
/* Number m / 10^scale in the style of the report. */
const char *laporan_angka(const LaporanAcak *l, int64_t m, uint8_t scale);
/* Line of a row in the text. */
uint32_t laporan_baris(const LaporanAcak *l, uint32_t baris);
/* The text (TSV), read and recognised; NULL after printing why when it is not. */
const Draf *laporan_baca(LaporanAcak *l);
const char *laporan_teks(const LaporanAcak *l);

#endif
