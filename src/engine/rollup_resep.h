/* rollup_resep: the policy, prepared for the core: bounds and rounding in the core's units (rollup_kolom.h). */
#ifndef CAPAIAN_ROLLUP_RESEP_H
#define CAPAIAN_ROLLUP_RESEP_H
#include "domain/kebijakan.h"

/* Units in one per cent: 2^9 x 3^6 x 5^5 x 7 x 11 x 13. A fraction times RESEP_SERATUS is per cent in units. */
#define RESEP_PERSEN UINT64_C(1167566400000)
#define RESEP_SERATUS (100 * RESEP_PERSEN)
/* Units in one step of the second decimal, and ceil(2^97 / that): x / RESEP_LANGKAH = x * RESEP_LANGKAH_INVERS >> 97. */
#define RESEP_LANGKAH (RESEP_PERSEN / 100)
#define RESEP_LANGKAH_INVERS ((uint64_t)((((Int128)1 << 97) - 1) / RESEP_LANGKAH + 1))

enum { RESEP_DESIMAL_MAX = 4, RESEP_BOBOT_SKALA = 6, RESEP_CETAK_MAX = 16384 };

typedef struct {
	const Kebijakan *kebijakan;
	bool biasa;                       /* plain means, two decimals half away from zero, bands by the printed value: the fast path */
	bool simpul_bobot, simpul_pagu;   /* roll-up weighted by bobot, by pagu */
	bool indikator_bobot;
	bool kosong_nol, dari_cetak;
	Pembulatan pembulatan;
	uint8_t desimal;
	int64_t langkah;                  /* units in one step of the last printed digit */
	uint32_t n_pita;
	int64_t ambang_cetak[PREDIKAT_MAX]; /* smallest printed number (an integer of `desimal` decimals) in the band */
	int64_t ambang[PREDIKAT_MAX];     /* bound of the band x 2, units, rounded down; beyond the range: saturated */
	bool inklusif[PREDIKAT_MAX];      /* `ambang` itself belongs to the band */
	int8_t pita_cetak[RESEP_CETAK_MAX]; /* band of the printed number */
} Resep;

const Resep *resep_build(Arena *arena, const Kebijakan *kebijakan);
/* v / step rounded. */
int64_t resep_round(int64_t v, int64_t step, Pembulatan mode);
/* Band of a doubled exact value in units; of a printed one. -1 without bands. */
int8_t resep_band(const Resep *resep, int64_t twice);
int8_t resep_band_cetak(const Resep *resep, int64_t printed);
/* A weight in units of 10^-6. */
Int128 resep_bobot(Desimal bobot);

#endif
