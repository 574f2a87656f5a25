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
	const char *tercetak;      /* --as-printed: the source's own figure, only where it differs; else NULL */
} SelForm;

typedef struct {               /* one line of a block: an indicator */
	SelForm indikator, target, volume, satuan, keluaran; /* columns 3, 4b, 5b, 6, 7b */
	uint32_t nomor_indikator;  /* index in snapshot.indikator; UINT32_MAX when the node has none */
	bool gema;                 /* volume shows keluaran, not a fact */
} BarisForm;

typedef struct {               /* one node: kept together on a page */
	Tingkat tingkat;
	uint32_t simpul;
	SelForm kode, nama, pagu, realisasi, keuangan, rata_rata; /* columns 1, 2, 4a, 5a, 7a, 8 */
	const char *predikat;      /* "" when none */
	uint32_t n_baris; BarisForm *baris; /* at least 1 */
} BlokForm;

typedef struct { const char *label, *isi; } PasanganForm;

typedef struct {
	const char *judul[2];                      /* title lines */
	PasanganForm kepala[5];                    /* KODE BIDANG URUSAN ... KONDISI TERAKHIR */
	PasanganForm jumlah[3];                    /* JUMLAH PROGRAM ... */
	uint32_t n_blok; BlokForm *blok;
	struct { SelForm pagu, target, realisasi, volume, satuan, keuangan, keluaran, rata_rata; const char *predikat; } total;
	const char *label_permasalahan, *permasalahan, *label_tindak_lanjut, *tindak_lanjut;
	const char *judul_keterangan; const char *keterangan[9]; /* legend, one a column */
	const char *tempat_tanggal, *jabatan, *nama, *pangkat, *nip; /* nip with its word: "NIP 1970..." */
	const char *kaki_kebijakan;                /* "Kebijakan Bawaan versi 1 - 9f3c1e52...08a7" */
	const char *kaki_data;                     /* "data 29 Desember 2023" */
	const Snapshot *snapshot; const Hasil *hasil; const Kebijakan *kebijakan;
} TabelForm;

/* Column headings of the form, shared by every renderer: three rows as in the official head. */
typedef struct { const char *teks; uint8_t kolom, baris, rentang_kolom, rentang_baris; } JudulForm; /* kolom 0..10, baris 0..2 */
extern const JudulForm FORM_JUDUL[]; extern const size_t FORM_N_JUDUL;
enum { FORM_N_KOLOM = 11 }; /* kode, nama, indikator, pagu, target, realisasi, volume, satuan, keuangan, keluaran, rata-rata */

/* `draf` only for --as-printed; NULL otherwise. The form's language is Indonesian, as the law has it. */
const TabelForm *form_laporan_build(Arena *arena, const Hasil *hasil, const Draf *draf);

#endif
