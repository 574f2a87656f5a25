/* rencana_uji: plans of an agency for tests, written straight into the ledger. */
#ifndef RENCANA_UJI_H
#define RENCANA_UJI_H
#include "buku_uji.h"

#define SUB_A "2.17.01.2.01.01" /* 1.1.1, pagu 1.000.000,00: 1 "Dokumen" 10 (cumulative), 2 "Peserta" 200 (sum of months) */
#define SUB_B "2.17.01.2.01.02" /* 1.1.2, pagu 3.000.000,00: 1 "Kepuasan" 80 % (last value) */
#define SUB_C "2.17.02.2.01.01" /* 2.1.1, pagu 2.000.000,00: 1 "Koperasi" 4 (cumulative) */
/* Programs 2.17.01 (1) and 2.17.02 (2), kegiatan 2.17.01.2.01 (1.1) and 2.17.02.2.01 (2.1), each with one echoing indicator, number 1. */

/* Version `versi` of OPD's plan of 2023; the pagu of SUB_C in sen is given, its name too. */
void rencana_uji_add(BukuUji *b, const char *opd, int versi, const char *berlaku, int64_t pagu_c, const char *nama_c, const char *pada);
/* A policy of 2023, as a key file. */
void rencana_uji_policy(BukuUji *b, const char *text, const char *pada);

#endif
