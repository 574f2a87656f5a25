/* penjelasan_app: a figure of a month in the ledger as its sum, down to the entry, the person, the time, the file - for pages. What the figure would be without the
 * one that pulls it down most, what became of it, and by which policy. Read only. */
#ifndef CAPAIAN_PENJELASAN_APP_H
#define CAPAIAN_PENJELASAN_APP_H
#include "app/app.h"
#include "app/riwayat.h"

/* Where the value of a leaf comes from. */
typedef struct {
	const char *apa;           /* "Rp" or the unit of what was entered */
	NilaiIsian nilai, sebelumnya; /* as it is, and what it replaced */
	bool ada, ada_sebelumnya;
	const char *oleh, *sumber, *berkas, *asal, *alasan; /* LangkahNilai; "" */
	Saat waktu;
} SumberAngka;

typedef struct Jelas Jelas;
struct Jelas {
	const char *nomor, *nama;  /* "1.3", "Kegiatan ..."; of an indicator nomor is "" */
	const char *kode;          /* of the node; "" for an indicator */
	const char *kolom;         /* "keuangan" | "keluaran" | "rata-rata"; "" for an indicator */
	IsiDesimal nilai;          /* per cent, rounded by the policy */
	const char *cara;          /* the rule in words with its operands */
	bool disertakan;           /* it enters what is above it */
	bool terendah;             /* on the way to the lowest leaf */
	bool buka;                 /* its children stand here */
	uint32_t n_sama;           /* > 0: this line stands for so many siblings of the same value */
	uint32_t n_anak; Jelas **anak;
	uint32_t n_sumber; SumberAngka *sumber; /* of a leaf on the way */
	uint32_t n_bukti; const BarisBukti *bukti;
	const char *narasi;        /* what the agency wrote about the leaf; "" */
};

typedef enum { RIWAYAT_LANGKAH /* a step of the month */, RIWAYAT_ISI /* an entry */, RIWAYAT_BULAN_LALU } JenisRiwayat;
typedef struct {
	JenisRiwayat jenis;
	Saat waktu;
	const char *oleh;
	const char *apa;           /* step as stored; number of the node */
	const char *nilai;         /* of an entry: what was entered */
	IsiDesimal angka;          /* the figure then; KOSONG: not known */
	int bulan;
} RiwayatAngka;

typedef struct {
	const Bulan *bulan;
	const char *kode;          /* "total" for the report */
	const char *nomor, *nama;
	const char *kolom;
	Besaran besaran;
	IsiDesimal nilai;
	int8_t predikat;           /* of a rata-rata; -1: none */
	const char *penuh;         /* unrounded, cut with an ellipsis: "96,7945..."; "-" */
	const char *keuangan_penuh, *keluaran_penuh;
	IsiDesimal keuangan, keluaran;
	IsiRupiah pagu, realisasi;
	IsiDesimal dari_cetak;     /* rata-rata computed from the printed halves, where that is another number; else KOSONG */
	Jelas *akar;
	struct { bool ada; const char *nomor, *nama; Tingkat tingkat; IsiDesimal nilai, tanpa, turun; } penarik; /* the one without which the figure is highest */
	RiwayatAngka *riwayat; size_t n_riwayat; /* newest first */
	uint32_t terlapor, indikator; /* indicators below it that were reported, of all that count */
} PenjelasanAngka;

/* kode: a code, a number or "total"; kolom: "keuangan", "keluaran", "rata-rata". ERR_ABSENT when there is no such node or column. */
Err penjelasan_angka(PenjelasanAngka **out, Konteks *k, const AppBulan *bulan, const char *kode, const char *kolom, ErrInfo *info);

#endif
