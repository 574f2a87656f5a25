/* lembar_isian: the entry sheet of a month - where everything stands in the workbook. Written by report/isian_xlsx, read by document/recognise_isian. */
#ifndef CAPAIAN_LEMBAR_ISIAN_H
#define CAPAIAN_LEMBAR_ISIAN_H
#include "domain/snapshot.h"

#define LEMBAR_ISIAN "Isian"
#define LEMBAR_TANDA "capaian"       /* hidden sheet: a key and its value a row */
#define LEMBAR_TANDA_JENIS "isian-1" /* value of the first key, "berkas" */

/* Columns of the sheet, from 1. */
enum { ISIAN_KOLOM_KODE = 1, ISIAN_KOLOM_NAMA, ISIAN_KOLOM_SATUAN, ISIAN_KOLOM_TARGET, ISIAN_KOLOM_LALU, ISIAN_KOLOM_NILAI, ISIAN_KOLOM_CAPAIAN, ISIAN_KOLOM_CARA,
       ISIAN_KOLOM_ID, ISIAN_N_KOLOM = ISIAN_KOLOM_ID };
enum { ISIAN_BARIS_JUDUL = 7 };      /* row of the headings; the cells follow */

/* One row of the sheet. */
typedef struct {
	const char *kode;        /* of the node; "" narrative of the whole report */
	const char *jenis;       /* "uang", "volume", "permasalahan" ...; "" a row that takes no entry */
	int64_t indikator, fakta;/* number of the indicator; fact that the sheet shows, 0 for none */
	Tingkat tingkat;
	const char *nama, *satuan;
	bool ada_target; Desimal target; const char *target_teks; /* pagu or target */
	bool ada_lalu; Desimal lalu;      /* month before */
	bool ada_nilai; Desimal nilai; const char *teks; /* what the ledger holds */
	bool teks_boleh;         /* takes a text */
	Desimal dasar;           /* of a volume that is added up: what the earlier months gave; else 0 */
	bool tanpa_capaian;      /* less is better, or a range is the target: the sheet has no percentage */
	const char *cara;        /* how to enter it */
	uint32_t baris;          /* read: row of the sheet */
} BarisIsian;

typedef struct {
	const char *pemda, *opd, *nama_opd;
	int tahun, bulan;
	int64_t entri;           /* last entry of the ledger when the sheet was made */
	int64_t rencana;         /* version of the plan */
	size_t n; BarisIsian *baris;
} LembarIsian;

#endif
