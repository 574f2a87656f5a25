/* impor_inti: what the parts of an import share. Not for others. */
#ifndef CAPAIAN_IMPOR_INTI_H
#define CAPAIAN_IMPOR_INTI_H
#include "app/impor.h"
#include "document/recognise_isian.h"
#include "domain/draf.h"

/* One value of the file before it meets a cell. */
typedef struct {
	JenisIsian jenis;
	Kode kode;               /* n_bagian 0: none that can be read */
	const char *kode_tertulis, *nama; /* of the node, as written */
	const char *indikator, *satuan; /* ISIAN_VOLUME */
	uint32_t urut;           /* place of the indicator within its node */
	NilaiIsian nilai;
	const char *gagal;       /* why the value cannot be used; NULL */
	uint32_t baris, kolom;
	uint32_t n_baris;        /* rows summed into it; 0 and 1: one */
} MasukanImpor;

typedef struct {
	const char *nama, *hash, *jenis;
	const char *opd_nama, *opd_bidang; /* head of the file; "" */
	const char *opd_kode;    /* the file knows the agency by its code; NULL */
	int tahun, bulan;        /* 0: not said */
	MasukanImpor *masukan; size_t n, cap;
	IsiRupiah total;         /* printed */
	KendaliImpor *program; size_t n_program, cap_program; /* kode, nama, tertulis of each program with a printed figure */
	Rupiah jumlah;           /* of all money, summed while reading */
	bool luapan;             /* ... it is too large */
	size_t n_galat, n_peringatan;
	const Draf *draf;        /* NULL: not a report */
	const LembarKembali *isian; /* NULL: not the program's own sheet */
} BerkasImpor;

/* impor_laporan.c: the values of a report. */
BerkasImpor *impor_laporan(Konteks *k, const Draf *draf);
/* Adds an amount to the file's sum. */
void impor_jumlahkan(BerkasImpor *berkas, Rupiah sen);

/* impor_padan.c: every value meets its cell, or none. `tahun_ini`: newest facts of the whole year. */
Err impor_padankan(HasilImpor *h, Konteks *k, const BerkasImpor *berkas, const BarisFakta *tahun_ini, size_t n, ErrInfo *info);
/* Control totals from the lines, against the sum made while reading. ERR_LIMIT when money is too large. */
Err impor_kendali(HasilImpor *h, Konteks *k, const BerkasImpor *berkas, ErrInfo *info);
/* Marks a line that falls below the last earlier month. */
void impor_periksa_turun(GarisImpor *garis, const Bulan *bulan, const BarisFakta *tahun_ini, size_t n);

/* impor_isian.c: the program's own sheet. */
BerkasImpor *impor_isian(Konteks *k, const LembarKembali *isian);
Err impor_isian_padankan(HasilImpor *h, Konteks *k, BerkasImpor *berkas, const BarisFakta *tahun_ini, size_t n, ErrInfo *info);

/* impor_realisasi.c: a table of money; *out NULL when the file is none. */
Err impor_realisasi(BerkasImpor **out, Konteks *k, const PermintaanImpor *request, ErrInfo *info);

/* impor.c */
Err impor_fakta_tahun(BarisFakta **out, size_t *n, HasilImpor *h, Konteks *k, ErrInfo *info);
/* A sentence that stands against applying. */
void impor_halangi(HasilImpor *h, Arena *arena, const char *sentence);

#endif
