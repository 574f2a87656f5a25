/* riwayat: the history of one value - each state it ever had, who, when, from where, why, and what replaced it. */
#ifndef CAPAIAN_RIWAYAT_H
#define CAPAIAN_RIWAYAT_H
#include "app/isian.h"

typedef struct {
	int64_t fakta;
	NilaiIsian nilai;
	const char *oleh;
	Saat waktu;
	const char *sumber;      /* entri | impor | api | sistem */
	const char *asal;        /* "" | "salin:11" | "sha256:row" */
	const char *berkas;      /* name of the imported file behind asal; "" */
	const char *alasan;
	int64_t ganti, diganti;  /* facts before and after it; 0: none */
} LangkahNilai;

typedef struct {
	BarisOpd opd;
	const char *kode, *nama; /* of the node; nama "" when the plan in force does not have it */
	const char *indikator;   /* its name; "" for money and narrative */
	LangkahNilai *langkah; size_t n; /* oldest first */
} Riwayat;

/* Of one cell, as the request sees it. A node that the plan in force no longer has is found by its code. */
Err riwayat_list(Konteks *k, const char *opd, int tahun, int bulan, JenisIsian jenis, const char *kode, int64_t indikator, Riwayat *out, ErrInfo *info);

#endif
