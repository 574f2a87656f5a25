/* terbit: what everybody may see and take - the approved months of a region, as tables for machines and as a catalogue of them (DCAT). The addresses and the columns stay
 * as they are: others build on them. */
#ifndef CAPAIAN_TERBIT_H
#define CAPAIAN_TERBIT_H
#include "app/ringkas.h"
#include "app/unduhan.h"

/* ERR_ABSENT when the region does not publish (setting portal-publik). */
Err terbit_open(Konteks *k, ErrInfo *info);
/* The newest year of the last five that has approved months, and its newest month; *bulan 0: none has. */
Err terbit_newest(const RingkasTahun **tahun, int *bulan, Konteks *k, int tahun_ini, ErrInfo *info);
/* Approved agencies of a month. */
uint32_t terbit_count(const RingkasTahun *tahun, int bulan);

/* The approved form of an agency's month: pdf, xlsx, csv, json. ERR_ABSENT when none is approved. */
Err terbit_laporan(Unduhan *out, Konteks *k, const char *opd, int tahun, int bulan, const char *bentuk, ErrInfo *info);
/* One line an approved agency: csv or json. Numbers with a point, empty (null) where there is none.
 * Columns: pemda, tahun, bulan, opd, nama, revisi, tanggal_sah, pagu, realisasi, keuangan, keluaran, rata_rata, predikat. */
Err terbit_rekap(Unduhan *out, Konteks *k, int tahun, int bulan, const char *bentuk, ErrInfo *info);

/* JSON-LD after DCAT-AP: a dataset for the region's months of each year, one for each agency and year. dasar: "https://host". */
Err terbit_katalog(StrBuf *out, Konteks *k, const char *dasar, int tahun_ini, ErrInfo *info);

/* Where things are, below the server's own address. */
const char *terbit_alamat_rekap(Arena *arena, const char *pemda, int tahun, int bulan, const char *bentuk);
const char *terbit_alamat_laporan(Arena *arena, const char *pemda, const char *opd, int tahun, int bulan, const char *bentuk);

#define TERBIT_LISENSI "https://creativecommons.org/licenses/by/4.0/"

#endif
