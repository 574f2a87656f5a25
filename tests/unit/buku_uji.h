/* buku_uji: a ledger for tests, in a folder of its own: training region 99.01 made on 2 January 2023, two agencies, a user of every role (no
 * passwords). */
#ifndef BUKU_UJI_H
#define BUKU_UJI_H
#include "app/konteks.h"

#define OPD_A "2.17.0.00.0.00.01.0000" /* Dinas Koperasi: operator sri, kepala kadis */
#define OPD_B "3.30.0.00.0.00.02.0000" /* Dinas Perdagangan: operator dewi, kepala kadag */

typedef struct {
	Arena *arena;
	char folder[40];
	const char *db;
} BukuUji;

BukuUji *buku_uji_new(void);
void buku_uji_free(BukuUji *b); /* removes the folder */
/* A file of the folder. */
const char *buku_uji_path(BukuUji *b, const char *name);
/* Opens the ledger; sebagai: admin, sri, dewi, kadis, kadag, made (verifikator), bupati (pimpinan), audi (auditor), NULL; pada and per as typed or NULL. */
Konteks *buku_uji_open(BukuUji *b, StoreMode mode, const char *sebagai, const char *pada, const char *per);
/* Runs SQL on the file as an intruder who has it; ends the test when it fails. */
void buku_uji_tamper(BukuUji *b, const char *sql);

#endif
