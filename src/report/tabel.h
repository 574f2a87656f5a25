/* tabel: the official form as a typed table, ready for any renderer. No renderer computes or decides what a row means. */
#ifndef CAPAIAN_TABEL_H
#define CAPAIAN_TABEL_H
#include "domain/draf.h"
#include "engine/rollup.h"

typedef enum { ISI_SEL_TEKS, ISI_SEL_UANG, ISI_SEL_VOLUME, ISI_SEL_PERSEN } JenisSelForm;

typedef struct {
	JenisSelForm jenis;
	const char *teks;          /* as shown, id-ID: "9.627.340.537,00", "-", "" */
	Isi isi;                   /* of a number */
	Desimal nilai;             /* the number shown (rounded for print) */
	const char *tercetak;      /* --as-printed: the source's own figure (or code), only where it differs; else NULL */
} SelForm;

typedef struct {               /* one line of a block: an indicator */
	SelForm indikator, target, volume, satuan, keluaran; /* columns 3, 4b, 5b, 6, 7b; keluaran: see BlokForm.keluaran_per_baris */
	uint32_t nomor_indikator;  /* index in snapshot.indikator; INDIKATOR_NONE when the node has none */
	bool gema;                 /* volume shows keluaran, not a fact */
} BarisForm;

#define INDIKATOR_NONE UINT32_MAX

/* A line under a block for people to check the figures by; it is not an indicator. PDF, HTML and Markdown show it; CSV and XLSX, which are read
 * back as data, do without (docs/decisions/0006). */
typedef enum {
	CATATAN_RATA,    /* keluaran is the mean of lines that differ, or of fewer than all: "Rata-rata keluaran (2 dari 3 indikator terlapor)" */
	CATATAN_SENDIRI, /* the own indicator of a program or kegiatan says something else than the figure used */
} JenisCatatanForm;
typedef struct { JenisCatatanForm jenis; const char *teks; SelForm keluaran; } CatatanForm;

typedef struct {               /* one node: kept together on a page */
	Tingkat tingkat;
	uint32_t simpul;
	SelForm kode, nama, pagu, realisasi, keuangan, rata_rata; /* columns 1, 2, 4a, 5a, 7a, 8 */
	SelForm keluaran;          /* the node's figure: rata_rata = (keuangan + keluaran) / 2 */
	bool keluaran_per_baris;   /* each line's keluaran is its indicator's own capaian (sub kegiatan, and a parent whose figure is its own
	                              indicators'); else the first line shows the node's keluaran and the other lines nothing */
	const char *predikat;      /* "" when none */
	uint32_t n_baris; BarisForm *baris; /* at least 1 */
	uint32_t n_catatan; CatatanForm *catatan;
} BlokForm;

typedef struct { const char *label, *isi; } PasanganForm;

/* Where in a ledger the figures come from. What is printed of a locked revision depends on nothing that comes after the lock. */
typedef struct {
	const char *pemda;         /* code of the region */
	int revisi;
	const char *keadaan;       /* "disahkan" */
	bool terkunci;
	const char *per, *per_teks; /* moment that was asked for, ISO and for people; NULL: none was */
	int64_t entri;             /* of a locked revision: its entry in the audit chain, and that one's hash; NULL otherwise */
	const char *hash;
} AsalForm;

typedef struct {
	const char *judul[2];                      /* title lines */
	PasanganForm kepala[5];                    /* KODE BIDANG URUSAN ... KONDISI TERAKHIR */
	PasanganForm jumlah[3];                    /* JUMLAH PROGRAM ... */
	uint32_t n_blok; BlokForm *blok;
	struct { SelForm pagu, target, realisasi, volume, satuan, keuangan, keluaran, rata_rata; const char *predikat; } total;
	const char *label_permasalahan, *permasalahan, *label_tindak_lanjut, *tindak_lanjut; /* labels without colon and column number */
	const char *judul_keterangan; const char *keterangan[9]; /* legend, one a column */
	const char *tempat_tanggal, *jabatan, *nama, *pangkat, *nip; /* nip with its word: "NIP 1970..."; each "" when absent */
	const char *kaki_kebijakan;                /* "Kebijakan Bawaan versi 1 · 9f3c1e52…08a7" */
	const char *kaki_data;                     /* "data 29 Desember 2023"; of a ledger also revision, state and anchor: "· revisi 1 · disahkan ·
	                                              jejak 51.08 1234 9f3c1e52aa01bb02", as `audit verify --anchor` reads it; "" without any */
	const AsalForm *asal;                      /* NULL: a file */
	const Snapshot *snapshot; const Hasil *hasil; const Kebijakan *kebijakan;
} TabelForm;

/* Column headings of the form, shared by every renderer: three rows as in the official head. */
typedef struct { const char *teks; uint8_t kolom, baris, rentang_kolom, rentang_baris; } JudulForm; /* kolom 0..10, baris 0..2 */
extern const JudulForm FORM_JUDUL[]; extern const size_t FORM_N_JUDUL;
enum { FORM_N_KOLOM = 11 }; /* kode, nama, indikator, pagu, target, realisasi, volume, satuan, keuangan, keluaran, rata-rata */

/* `draf` only for --as-printed; NULL otherwise. The form's language is Indonesian, as the law has it.
 * Facts: a blank is "", zero is "0,00". Computed figures without a value are "-". Codes and numbers ("1,1") are normalised. A title that
 * reads otherwise in the source is not kept: the form has its own. Everything lives in the arena or with hasil. */
const TabelForm *form_laporan_build(Arena *arena, const Hasil *hasil, const Draf *draf);
/* Of a month in a ledger. */
const TabelForm *form_laporan_build_ledger(Arena *arena, const Hasil *hasil, const AsalForm *asal);
/* "1.1" of "1,1" and "1.1."; a text in capitals: as forms write them. */
const char *form_nomor(Arena *arena, const char *nomor);
const char *form_upper(Arena *arena, const char *text);
/* "revisi 1 · disahkan · jejak ..." */
const char *asal_print(Arena *arena, const AsalForm *asal);

#endif
