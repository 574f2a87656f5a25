/* form_rfk: Realisasi Fisik dan Keuangan - planned against actual money per month with the S-curve, then per sub kegiatan (or per agency of a region). */
#ifndef CAPAIAN_FORM_RFK_H
#define CAPAIAN_FORM_RFK_H
#include "engine/gabung.h"
#include "report/tabel_umum.h"

typedef struct {
	Deviasi angka;
	bool lewat;                /* after the month of the report: only the plan is known */
	uint32_t terlapor, seluruh; /* agencies; of a single one 0 or 1 of 1 */
} BulanRfk;

typedef struct {
	Tingkat tingkat;           /* TINGKAT_OPD: an agency */
	const char *kode, *nomor, *nama;
	IsiRupiah pagu;
	Deviasi angka;
} BarisRfk;

typedef struct {
	const char *pemda, *nama_pemda;
	const char *opd, *nama_opd; /* NULL: the region */
	int tahun, bulan;
	const char *per;           /* moment that was asked for, ISO; NULL: none was */
	const char *keadaan; int revisi; /* of the agency's month; NULL and 0 for the region */
	const AsalForm *asal;      /* of the agency's month */
	const Kebijakan *kebijakan;
	bool ada_kas;              /* some sub kegiatan has an anggaran kas */
	uint32_t n_opd, n_opd_kas; /* of the region: agencies with a plan, and those of them with an anggaran kas */
	BulanRfk bulanan[KURVA_BULAN];
	uint32_t n_baris; BarisRfk *baris;
	IsiRupiah pagu;
	Deviasi total;
} Rfk;

const TabelUmum *form_rfk_build(Arena *arena, const Rfk *rfk);

#endif
