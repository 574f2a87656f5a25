/* laporan: the pages of one agency's month - the official form, the summary, RFK, what changed. They share head, month strip, revisions and tabs. */
#ifndef CAPAIAN_WEB_LAPORAN_H
#define CAPAIAN_WEB_LAPORAN_H
#include "web/halaman.h"

typedef struct {
	PilihBulan pilih;
	Bulan *bulan;              /* as the user may see it */
	const char *dasar;         /* "/laporan/{opd}" */
	const char *jalur;         /* "/laporan/{opd}/{tahun}/{bulan}" */
	const char *penjelasan;    /* "/penjelasan/{opd}/{tahun}/{bulan}"; NULL: figures lead nowhere (the public) */
	const char *ekor;          /* "rev=1&per=2024-01-05" as it was asked; "" */
} Laporan;

/* What a link to another view keeps: "?lihat=rfk&rev=1". */
const char *laporan_alamat(const Minta *m, const Laporan *l, const char *lihat);

Err laporan_ringkasan(Html *h, Minta *m, const Laporan *l, ErrInfo *info);
Err laporan_rfk(Html *h, Minta *m, const Laporan *l, ErrInfo *info);
Err laporan_beda(Html *h, Minta *m, const Laporan *l, ErrInfo *info);

#endif
