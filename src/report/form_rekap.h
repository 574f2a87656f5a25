/* form_rekap: the merged report of a region as tables - one line an agency, then one a bidang urusan. */
#ifndef CAPAIAN_FORM_REKAP_H
#define CAPAIAN_FORM_REKAP_H
#include "engine/gabung.h"
#include "report/tabel_umum.h"

typedef struct {
	const char *opd, *nama;
	const char *keadaan;       /* of the newest revision */
	int revisi;                /* that the figures come from; without figures the newest */
	int64_t terlambat;         /* days late; 0: in time, or not yet due */
	bool terlapor;             /* its figures count; else they are not shown */
	const Hasil *hasil;        /* NULL: it has no plan */
	uint32_t peringkat;        /* 0: none */
} BarisRekap;

typedef struct {
	const char *kode, *nama;   /* nama "" when unknown */
	Gabungan angka;            /* of the agencies' parts in it */
} BidangRekap;

typedef struct {
	const char *pemda, *nama_pemda;
	int tahun, bulan;
	const char *per;           /* moment that was asked for, ISO; NULL: none was */
	const char *keadaan_per;   /* moment that the days late count to, for people */
	Tanggal tenggat;
	const Kebijakan *kebijakan;
	uint32_t n_baris; BarisRekap *baris;
	uint32_t n_bidang; BidangRekap *bidang;
	Gabungan total;
} Rekap;

const TabelUmum *form_rekap_build(Arena *arena, const Rekap *rekap);

#endif
