/* pengaturan: settings of a pemda. Each has a value without being set; every change is a fact of the audit chain. */
#ifndef CAPAIAN_PENGATURAN_H
#define CAPAIAN_PENGATURAN_H
#include "app/konteks.h"

typedef enum { PENGATURAN_PERIKSA_PUBLIK, PENGATURAN_PORTAL_PUBLIK, PENGATURAN_BATAS_UNGGAH, PENGATURAN_JUMLAH } KunciPengaturan;

typedef struct {
	const char *kunci;          /* as stored and typed: "periksa-publik" */
	const char *teks;           /* what it does; key of a message */
	bool ya_tidak;              /* its values are 1 and 0, "ya" and "tidak" as typed; else a number */
	int64_t bawaan, min, max;
} UraianPengaturan;

extern const UraianPengaturan PENGATURAN[PENGATURAN_JUMLAH];

/* Values by KunciPengaturan, as the request sees them. For everybody: pages obey them. */
typedef struct { int64_t nilai[PENGATURAN_JUMLAH]; } Pengaturan;
Err pengaturan_baca(Konteks *k, Pengaturan *out, ErrInfo *info);
/* AKSI_PENGATURAN. nilai "": back to what holds without it. ERR_USAGE: no such setting, no such value. *changed false: it was so already. */
Err pengaturan_tulis(Konteks *k, const char *kunci, const char *nilai, bool *changed, ErrInfo *info);

#endif
