/* rollup_resep: the policy, prepared for the core: bounds and rounding in the core's units (rollup_kolom.h). */
#ifndef CAPAIAN_ROLLUP_RESEP_H
#define CAPAIAN_ROLLUP_RESEP_H
#include "domain/kebijakan.h"

/* 100 % in units of 10^-12 per cent, times 1 per cent: fraction x this = per cent in units. */
#define SERATUS_PERSEN UINT64_C(100000000000000)
/* One step of the second decimal. */
#define RESEP_BIASA_SATUAN UINT64_C(10000000000)

enum { RESEP_SKALA = 12, RESEP_DESIMAL_MAX = 6, RESEP_BOBOT_SKALA = 6 };

typedef struct {
	const Kebijakan *kebijakan;
	bool biasa;                       /* plain means, two decimals half away from zero, bands by the printed value */
	bool simpul_bobot, simpul_pagu;   /* roll-up weighted by bobot, by pagu */
	bool indikator_bobot;
	bool kosong_nol, dari_cetak;
	Pembulatan pembulatan;
	uint8_t desimal;
	int64_t satuan;                   /* units in one step of the last printed digit */
	uint32_t n_pita;
	int64_t ambang_cetak[PREDIKAT_MAX]; /* smallest printed number (an integer of `desimal` decimals) in the band */
	int64_t ambang[PREDIKAT_MAX];     /* bound of the band x 2, units; beyond the range: saturated */
	bool inklusif[PREDIKAT_MAX];      /* `ambang` itself belongs to the band */
} Resep;

Resep resep_build(const Kebijakan *kebijakan);
/* v / unit rounded. */
int64_t resep_round(int64_t v, int64_t unit, Pembulatan mode);
/* Band of a doubled exact value in units; of a printed one. -1 without bands. */
int8_t resep_band(const Resep *resep, int64_t twice);
int8_t resep_band_cetak(const Resep *resep, int64_t printed);
/* A weight in units of 10^-6. */
Int128 resep_bobot(Desimal bobot);

#endif
