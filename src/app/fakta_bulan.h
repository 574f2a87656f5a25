/* fakta_bulan: what was reported for a month, and what earlier months gave, as the ledger was at one entry. Between requests both stay in memory where there is
 * room (Konteks.singgah): the next request reads only the facts that came since. */
#ifndef CAPAIAN_FAKTA_BULAN_H
#define CAPAIAN_FAKTA_BULAN_H
#include "app/konteks.h"

typedef struct {
	int64_t sampai;              /* the entry */
	const BarisFakta *fakta; size_t n; /* the newest fact of each cell; by kode, indikator, jenis */
} FaktaBulan;

/* What the months of the year before gave for one indicator. */
typedef struct {
	const char *kode;
	int64_t indikator;
	IsiDesimal jumlah, terakhir; /* sum of the months; the last one that had a value */
	const char *teks_jumlah, *teks_terakhir; /* a text in place of a number; NULL */
} VolumeLalu;

typedef struct {
	int64_t sampai;
	const VolumeLalu *volume; size_t n; /* by kode, indikator */
} FaktaLalu;

/* `opd` is a whole code, `sampai` an entry; STORE_KINI the last one. */
Err fakta_bulan_load(const FaktaBulan **out, Konteks *k, const char *opd, int tahun, int bulan, int64_t sampai, ErrInfo *info);
Err fakta_lalu_load(const FaktaLalu **out, Konteks *k, const char *opd, int tahun, int bulan, int64_t sampai, ErrInfo *info);

/* One more month joins: the sum of two volumes, blank ones left out; a sum that outgrows its bounds is the later value alone. */
void volume_join(IsiDesimal *sum, const char **text, const BarisFakta *fact);

#endif
