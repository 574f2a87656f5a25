/* kalender: by when the agencies report, and who is late.
 *
 * A month is due on the day that was fixed for it; else on the 10th of the next month, or the next working day when that is a Saturday, Sunday or
 * holiday (house rule; regions fix between the 5th and the 10th). The due day itself is still in time. */
#ifndef CAPAIAN_KALENDER_H
#define CAPAIAN_KALENDER_H
#include "app/konteks.h"

/* Day by which the month is due, as the request sees it. */
Err tenggat_of(Konteks *k, int tahun, int bulan, Tanggal *out, ErrInfo *info);

typedef struct {
	int bulan;
	Tanggal tanggal;
	bool ditetapkan;         /* fixed for this month; else by the rule */
} TenggatBulan;

typedef struct {
	TenggatBulan tenggat[12];
	const BarisLibur *libur; size_t n_libur; /* of the year and of January after it, by date */
} Kalender;

Err kalender_show(Konteks *k, int tahun, Kalender *out, ErrInfo *info);
/* Fixes the due day of a month; all 0: by the rule again. Not before the month begins, nor a year after it. */
Err kalender_due(Konteks *k, int tahun, int bulan, Tanggal tanggal, ErrInfo *info);
/* nama "": no holiday any more. */
Err kalender_holiday(Konteks *k, Tanggal tanggal, const char *nama, ErrInfo *info);

/* How an agency kept the due day of a month. Its first submission counts: what is returned later was handed in all the same. */
typedef struct {
	BarisOpd opd;
	const char *keadaan;     /* draf (also when there is no step yet) | diajukan | diverifikasi | disahkan | dikembalikan */
	bool masuk;              /* submitted at least once */
	Tanggal tanggal;         /* of the first submission */
	int64_t hari;            /* days late: of the first submission, or up to the day of the request; 0: in time, or not yet due */
} Kepatuhan;

/* Every active agency (and an inactive one that handed the month in), by code. */
Err kalender_kepatuhan(Konteks *k, int tahun, int bulan, Tanggal *tenggat, Kepatuhan **out, size_t *n, ErrInfo *info);

#endif
