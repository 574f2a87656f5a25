/* status: where the months stand - the whole region and year at a glance, and the steps of one month. */
#ifndef CAPAIAN_STATUS_H
#define CAPAIAN_STATUS_H
#include "app/bulan.h"

typedef struct {
	Keadaan keadaan;
	bool terkunci;
	int revisi;              /* 1 also where nothing happened yet */
} StatusBulan;

typedef struct {
	BarisOpd opd;
	StatusBulan bulan[12];
} StatusOpd;

/* Every active agency (and an inactive one that took a step), by code; with `opd` not "" only that one. */
Err status_tahun(Konteks *k, const char *opd, int tahun, StatusOpd **out, size_t *n, ErrInfo *info);

typedef struct {
	BarisKeadaan baris;
	Keadaan keadaan;         /* after the step */
	const char *oleh;
	Saat waktu;
} StatusLangkah;

typedef struct {
	BarisOpd opd;
	StatusBulan sekarang;
	StatusLangkah *langkah; size_t n; /* oldest first */
} StatusRinci;

/* One step of any agency's month. */
typedef struct {
	BarisKeadaan baris;
	const char *nama;        /* of the agency */
	const char *oleh;
	Saat waktu;
} StatusPeristiwa;

/* The newest steps of one kind ("sahkan", "buka" ...) in a year, newest first, at most `maksimum`; for who sees the months of all agencies. */
Err status_peristiwa(Konteks *k, int tahun, const char *aksi, size_t maksimum, StatusPeristiwa **out, size_t *n, ErrInfo *info);

/* The steps of one month. */
Err status_bulan(Konteks *k, const char *opd, int tahun, int bulan, StatusRinci *out, ErrInfo *info);

#endif
