/* kebijakan_app: the policy of a region and year, in versions. A locked month keeps the version it was computed with. */
#ifndef CAPAIAN_KEBIJAKAN_APP_H
#define CAPAIAN_KEBIJAKAN_APP_H
#include "app/konteks.h"
#include "base/diag.h"

typedef struct {
	BarisKebijakan baris;
	const char *nama;        /* of the policy */
	Saat waktu;              /* when it was kept, and by whom */
	const char *oleh;
} VersiKebijakan;

/* All versions of a year as the request sees them, oldest first. Before the first one the built-in policy holds. */
Err kebijakan_list(Konteks *k, int tahun, VersiKebijakan **out, size_t *n, ErrInfo *info);

/* Keeps the policy file (text of n bytes, called `berkas` in messages) as the next version of the year. ERR_USAGE: it has errors (all of them in *galat,
 * may be NULL), it names another region or year, it is the newest version already, or a version after the first has no reason. */
Err kebijakan_add(Konteks *k, int tahun, const char *berkas, const char *text, size_t n, const char *alasan, VersiKebijakan *out, DaftarTemuan *galat, ErrInfo *info);
/* The same from a file. */
Err kebijakan_add_file(Konteks *k, int tahun, const char *path, const char *alasan, VersiKebijakan *out, DaftarTemuan *galat, ErrInfo *info);

#endif
