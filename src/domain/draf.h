/* draf: a report as its author wrote it - the facts (snapshot) beside every figure the document prints, each with its position.
 * Made by document/recognise.h, judged by engine/check.h. */
#ifndef CAPAIAN_DRAF_H
#define CAPAIAN_DRAF_H
#include "base/angka.h"
#include "base/diag.h"
#include "base/grid.h"
#include "domain/snapshot.h"

/* One written cell (or part of one). baris 0: the document has no such cell. */
typedef struct {
	const char *teks;     /* trimmed part of the cell that belongs here; "" when empty; never NULL */
	uint32_t baris, kolom;/* 1-based line and column in the grid */
	Angka angka;          /* its reading as a number; money and percentages too */
	bool angka_teks;      /* in a spreadsheet: a number stored as text */
	uint8_t bagian, n_bagian; /* part `bagian` (0-based) of n_bagian numbers found in one cell; 0, 1 normally */
} Tertulis;

/* The columns of the form. */
typedef enum {
	KOLOM_KODE, KOLOM_NAMA, KOLOM_INDIKATOR, KOLOM_PAGU, KOLOM_TARGET, KOLOM_REALISASI, KOLOM_REALISASI_VOLUME, KOLOM_SATUAN,
	KOLOM_KEUANGAN, KOLOM_KELUARAN, KOLOM_RATA_RATA, KOLOM_PERMASALAHAN, KOLOM_TINDAK_LANJUT, KOLOM_JUMLAH
} Kolom;

typedef struct { /* one line of an indicator; also holds what stands in the money columns of that line */
	Tertulis nama, target, realisasi, satuan;
	Tertulis pagu, uang;           /* ANGGARAN cells of this line, where it is not the node's first line */
	Tertulis keuangan, keluaran, rata_rata; /* CAPAIAN and RATA-RATA cells of this line */
	bool pasangan_pasti;           /* text, volume and unit of a split cell were paired surely */
} TertulisIndikator;

typedef struct { /* the node's first line */
	Tertulis kode, nama;
	Tertulis pagu, realisasi;      /* ANGGARAN */
	Tertulis keuangan, keluaran, rata_rata; /* as on the first line; keluaran is also that of the first indicator's line */
	unsigned kode_bentuk;          /* KodeBentuk bits */
} TertulisSimpul;

typedef struct {
	uint32_t baris, kolom;         /* a heading cell of the table head */
	const char *teks;
	Kolom arti;                    /* KOLOM_JUMLAH: not understood */
	bool persis;                   /* spelt as the form has it (case and blanks aside) */
} TertulisJudul;

typedef struct {
	const Buku *buku;
	const Grid *grid;              /* the sheet that holds the report */
	Notasi notasi;                 /* decided from the whole document */
	Snapshot snapshot;

	TertulisSimpul *simpul;        /* [snapshot.n_simpul] */
	TertulisIndikator *indikator;  /* [snapshot.n_indikator] */

	struct { Tertulis judul, kode_bidang, unit_organisasi, bulan, tahun, kondisi, n_program, n_kegiatan, n_sub_kegiatan;
	         Tertulis label_bulan; /* "LAPORAN CAPAIAN BU": label cell as written */ } kepala;
	uint32_t kolom[KOLOM_JUMLAH];  /* 1-based grid column; 0: the document lacks it */
	size_t n_judul; TertulisJudul *judul; /* every heading cell of every repetition of the head */

	bool ada_total;
	struct { Tertulis label, pagu, target, realisasi, volume, satuan, keuangan, keluaran, rata_rata; } total;
	struct { Tertulis permasalahan, tindak_lanjut, tempat_tanggal, jabatan, nama, pangkat, nip;
	         uint32_t baris_permasalahan, baris_tindak_lanjut; /* line of the label; 0: missing */ } kaki;

	uint32_t baris_terakhir;       /* last line of the table */
	DaftarTemuan temuan;           /* what recognition itself had to report; rule names in engine/check's table */
} Draf;

/* Position of a written cell, for findings. */
Posisi draf_posisi(const Draf *draf, Tertulis cell);

#endif
