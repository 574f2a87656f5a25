/* periksa: the audit of one finished document as people look at it - a verdict, what explains it, the findings in groups, and the table itself with the
 * cells marked. Reads only; keeps nothing. */
#ifndef CAPAIAN_PERIKSA_H
#define CAPAIAN_PERIKSA_H
#include "app/unggah.h"
#include "base/diag.h"
#include "base/str.h"
#include "domain/draf.h"
#include "engine/rollup.h"

typedef enum { BAGIAN_AKHIR /* errors that change the figures of the total */, BAGIAN_GALAT, BAGIAN_PERINGATAN, BAGIAN_CATATAN, BAGIAN_JUMLAH } BagianTemuan;

typedef struct {
	BagianTemuan bagian;
	const Temuan *temuan;        /* the first one of the group */
	uint32_t n;                  /* findings of the same rule that are told as one; 1: it alone */
	uint32_t baris[8]; uint32_t n_baris; /* lines of the first few, each once */
} GrupTemuan;

enum { PERIKSA_KOLOM = KOLOM_RATA_RATA + 1 };

typedef struct {
	const char *teks;            /* as the document has it, in the notation of the country; "" */
	const char *terhitung;       /* what it should be; NULL */
	int32_t grup;                /* of the finding that marks it; -1: none */
	LevelTemuan level;
} SelPeriksa;

typedef enum { JENIS_BARIS_LAIN, JENIS_BARIS_PROGRAM, JENIS_BARIS_KEGIATAN, JENIS_BARIS_SUB, JENIS_BARIS_INDIKATOR, JENIS_BARIS_TOTAL, JENIS_BARIS_KAKI } JenisBarisPeriksa;

typedef struct {
	uint32_t nomor;              /* line in the source */
	JenisBarisPeriksa jenis;
	SelPeriksa sel[PERIKSA_KOLOM]; /* JENIS_BARIS_KAKI: the whole line stands in sel[0] */
	bool galat, peringatan;      /* it holds a cell marked so */
} BarisPeriksa;

typedef struct {                 /* one step from the cause to the figure of the total */
	const char *label;           /* "Program 1, keluaran" */
	const char *tercetak, *terhitung; /* id-ID */
	uint32_t baris;
} RantaiPeriksa;

typedef struct {
	const char *berkas, *kebijakan, *sidik; /* name of the file; of the policy, its hash */
	const Draf *draf;
	const Hasil *hasil;
	const DaftarTemuan *temuan;
	size_t n_galat, n_peringatan, n_catatan;
	const char *tercetak, *seharusnya; /* rata-rata of the total, id-ID; tercetak NULL: the document prints none */
	bool rata_beda;
	RantaiPeriksa *rantai; size_t n_rantai; /* n 0: no single cause explains the total */
	uint32_t n_sebab;            /* groups in BAGIAN_AKHIR */
	GrupTemuan *grup; size_t n_grup; /* in the order of the list: number = index + 1 */
	BarisPeriksa *baris; size_t n_baris;
} HasilPeriksaBerkas;

/* kebijakan_teks: a policy file's text; NULL: the built-in one. ERR_FORMAT and others with one clear sentence when it is no report. */
Err periksa_berkas(HasilPeriksaBerkas **out, Arena *arena, const char *nama, const void *bytes, size_t n, const char *kebijakan_teks, Bahasa bahasa, ErrInfo *info);

/* The correct form of it by the extension of `bentuk` ("x.pdf", "x.xlsx" ...). */
Err periksa_formulir(const HasilPeriksaBerkas *hasil, Arena *arena, const char *bentuk, const void **bytes, size_t *n, Bahasa bahasa, ErrInfo *info);
/* The findings: "csv" (for Excel), "json" (docs/contract.md) or "sarif". */
void periksa_temuan(const HasilPeriksaBerkas *hasil, StrBuf *out, const char *bentuk, Bahasa bahasa);

typedef struct { const char *nama, *kalimat, *uraian; LevelTemuan level; } UraianAturan;
/* One rule in words; false: unknown. */
bool periksa_aturan(const char *nama, Bahasa bahasa, UraianAturan *out);
size_t periksa_aturan_semua(Arena *arena, Bahasa bahasa, UraianAturan **out);

#endif
