/* ramal_app: the year-end forecast of an agency, sub kegiatan by sub kegiatan, out of the ledger, and what needs attention early (engine/ramal.h says how a
 * figure is forecast). Read only.
 *
 * Money: its own months, the anggaran kas of the plan in force, and the same code in up to three earlier years; bound: the pagu. Keluaran: its own months and
 * the earlier years; bound: 100 per cent. Earlier years count with the months that were handed in. Of this year the months stand as they are, drafts too, as far
 * as the user may see them. */
#ifndef CAPAIAN_RAMAL_APP_H
#define CAPAIAN_RAMAL_APP_H
#include "app/bulan.h"
#include "engine/ramal.h"

/* What needs attention: bits. House rules. */
typedef enum {
	AWAS_TAK_TERSERAP = 1,   /* forecast below 85 per cent of the pagu */
	AWAS_LEWAT_PAGU = 2,     /* the forecast before its bound is above the pagu */
	AWAS_KELUARAN_PENUH = 4, /* keluaran is full, keuangan below the policy's serapan_rendah */
	AWAS_DIAM = 8,           /* neither money nor keluaran grew for three months or more, and it is not finished; not before its anggaran kas begins */
} Awas;
enum { AWAS_JUMLAH = 4 };

const char *awas_name(Awas awas);       /* "tidak-terserap", "lewat-pagu", "keluaran-penuh", "tanpa-kemajuan" */
const char *cara_name(CaraRamal cara);  /* "kas", "tahun-lalu", "garis"; NULL for RAMAL_TANPA */

typedef struct {
	const char *kode, *nama;
	IsiRupiah pagu, realisasi;           /* realisasi: the last reported one */
	IsiRupiah perkiraan, rendah, tinggi; /* money at the end of the year; KOSONG: nothing to go by */
	IsiDesimal serapan;                  /* perkiraan / pagu, per cent */
	CaraRamal cara;
	IsiDesimal keluaran, keluaran_perkiraan, keluaran_rendah, keluaran_tinggi;
	CaraRamal cara_keluaran;
	int diam;                            /* months up to now in which neither grew */
	unsigned awas;                       /* Awas bits */
} BarisRamal;

typedef struct {
	const char *opd, *nama;
	int tahun, bulan;
	int n_tahun_lalu;                    /* earlier years that were looked at */
	uint8_t desimal;                     /* of percentages */
	BarisRamal *baris; size_t n;         /* leaves in order of the plan */
	BarisRamal total;                    /* sums of money, of those that have a forecast; without keluaran and warnings */
	size_t n_awas;                       /* rows with a warning */
} Ramal;

Err ramal_agency(Ramal **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info);

#endif
