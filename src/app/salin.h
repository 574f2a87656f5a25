/* salin: the values of the month before as a proposal for the blank cells of a month. */
#ifndef CAPAIAN_SALIN_H
#define CAPAIAN_SALIN_H
#include "app/isian.h"

typedef struct {
	JenisIsian jenis;
	const char *kode;        /* "" for the narrative of the whole report */
	const char *nama;        /* of the node or indicator */
	int64_t indikator;
	NilaiIsian nilai;        /* what the month before holds */
	int64_t fakta;           /* the fact it stands in */
} UsulSalin;

/* Cells that are blank in the month and hold something in the month before: money of the leaves of the plan in force, volumes, narrative. Left out:
 * volumes that are a month's own increment ("jumlah"), what the plan no longer has, echoes. January has no month before it. Reads only. */
Err salin_usul(Konteks *k, const char *opd, int tahun, int bulan, UsulSalin **out, size_t *n, ErrInfo *info);
/* Saves every proposal as an entry of its own with asal "salin:MONTH", all or none; *n is how many. */
Err salin_apply(Konteks *k, const char *opd, int tahun, int bulan, UsulSalin **out, size_t *n, ErrInfo *info);

#endif
