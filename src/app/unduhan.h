/* unduhan: reports of the ledger as bytes of one form, for whoever hands them out - the same bytes as the commands write. */
#ifndef CAPAIAN_UNDUHAN_H
#define CAPAIAN_UNDUHAN_H
#include "app/app.h"

typedef struct {
	const unsigned char *bytes;
	size_t n;
	const char *jenis;       /* media type */
	const char *nama;        /* of the file: "laporan-2.17.3.30.3.31.01.0000-2023-12.pdf" */
} Unduhan;

/* bentuk: pdf, xlsx, csv, json, html, md. ERR_ABSENT for another one. */
Err unduhan_bulan(Unduhan *out, Konteks *k, const AppBulan *bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info);
Err unduhan_rekap(Unduhan *out, Konteks *k, int tahun, int bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info);
/* opd "": the region. */
Err unduhan_rfk(Unduhan *out, Konteks *k, const char *opd, int tahun, int bulan, const char *bentuk, Ukuran ukuran, ErrInfo *info);

#endif
