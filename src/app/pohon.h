/* pohon: the tree of one plan version as a report needs it, and the policies. Neither ever changes once it is in the ledger, so both stay in memory between
 * requests where there is room for them (Konteks.singgah). */
#ifndef CAPAIAN_POHON_H
#define CAPAIAN_POHON_H
#include "app/konteks.h"
#include "domain/snapshot.h"

typedef struct {
	const char *kode;
	uint32_t simpul;
} TempatSimpul;

typedef struct {
	uint32_t n_simpul, n_indikator;
	const Simpul *simpul;        /* in pre-order; realisasi blank */
	const Indikator *indikator;  /* contiguous per node; realisasi blank */
	const BarisRencanaIndikator **baris; /* [n_indikator] plan row behind each indicator: its number */
	const TempatSimpul *tempat;  /* [n_simpul] by code */
} Pohon;

/* `opd` is a whole code and the version one that exists. */
Err pohon_load(const Pohon **out, Konteks *k, const char *opd, int tahun, int64_t versi, ErrInfo *info);
/* The node of this code; SIMPUL_NONE. */
uint32_t pohon_find(const Pohon *pohon, const char *kode);

/* The policy of a row; NULL: the built-in one. ERR_FORMAT when it cannot be read. */
Err pohon_policy(const Kebijakan **out, Konteks *k, const BarisKebijakan *row, ErrInfo *info);

#endif
