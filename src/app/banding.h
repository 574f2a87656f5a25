/* banding: one agency's month beside another state of it - another month of the year, another revision, or the same month as the ledger was at another
 * time. What was changed in the facts, and what that did to each figure. Read only. */
#ifndef CAPAIAN_BANDING_H
#define CAPAIAN_BANDING_H
#include "app/bulan.h"

/* Old and new. `selisih` is new - old, of figures as they are printed; KOSONG where one of them has no value (or the difference outgrew 64 bits). */
typedef struct { IsiRupiah lama, baru, selisih; } PasanganUang;
typedef struct { IsiDesimal lama, baru, selisih; } PasanganAngka;

typedef struct {
	int bulan, revisi;
	const char *keadaan;     /* keadaan_name() */
	int64_t rencana;         /* version of the plan in force */
	const char *per;         /* ISO time that it was read as of; NULL: none was asked */
} SisiBanding;

typedef struct {             /* a changed amount of a leaf */
	const char *kode, *nama;
	const char *jenis;       /* "pagu" | "realisasi" */
	PasanganUang uang;
} UbahUang;

typedef struct {             /* a changed volume of an indicator */
	const char *kode;
	int64_t indikator;       /* its number within the node */
	const char *nama, *satuan;
	const char *jenis;       /* "target" | "realisasi" */
	PasanganAngka volume;
	const char *teks_lama, *teks_baru; /* a text in place of the number; NULL */
} UbahVolume;

typedef struct {
	const char *kode;        /* "" for the whole report */
	const char *jenis;       /* "permasalahan" | "tindak-lanjut" | "faktor-pendorong" */
	const char *lama, *baru; /* "" when there is none */
} UbahNarasi;

typedef enum { ADA_DUA, ADA_BARU, ADA_LAMA } AdaSimpul; /* in both plans, in the new one only, in the old one only */

typedef struct {
	const char *kode, *nama;
	AdaSimpul ada;
	PasanganAngka keuangan, keluaran, rata_rata;
} UbahAngka;

typedef struct {
	const char *opd, *nama;
	int tahun;
	SisiBanding lama, baru;
	bool kebijakan_beda;     /* the two were computed by different policies */
	uint8_t desimal;         /* decimals of the figures: the larger of both policies */
	UbahUang *uang; size_t n_uang;
	UbahVolume *volume; size_t n_volume;
	UbahNarasi *narasi; size_t n_narasi;
	UbahAngka *angka; size_t n_angka; /* every node whose facts or figures changed, and all above it; in pre-order, dropped ones last */
	UbahAngka total;
} BandingBulan;

/* The month (revisi 0: its newest) is the new side. `terhadap` names the old one: "11" a month of the same year, "r1" a revision of the month, or a time as
 * waktu_parse takes it. ERR_USAGE for anything else, for the month itself, and for what the user may not see. */
Err banding_run(BandingBulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, const char *terhadap, ErrInfo *info);

/* The comparison itself, of two loaded months of one agency. */
BandingBulan *banding_compare(Arena *arena, const Bulan *lama, const Bulan *baru);

#endif
