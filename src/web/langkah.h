/* langkah: the steps of a month's cycle as forms - verify, approve, return, reopen - and the month's history, for the pages of those who check and sign. */
#ifndef CAPAIAN_WEB_LANGKAH_H
#define CAPAIAN_WEB_LANGKAH_H
#include "app/siklus.h"
#include "web/unsur.h"

/* Takes the step that the form names in "langkah" ("alasan", "tanggal" beside it), of the month in the path, if it is one of the bits `boleh` (1 << LANGKAH_...).
 * *langkah tells which it was, also when it was refused; LANGKAH_JUMLAH: none of ours. */
Err langkah_ambil(Minta *m, unsigned boleh, Langkah *langkah, ErrInfo *info);
/* "Desember 2023 is verified." for the step of this name; NULL when there is none. */
const char *langkah_jadi(const Minta *m, const char *aksi, int bulan, int tahun);
/* The form that asks for the reason of returning or reopening: a card with what will happen, a text and two buttons. */
void langkah_alasan(Html *h, const Minta *m, Langkah langkah, const char *aksi, const char *batal, int bulan, int revisi, const char *alasan);
/* Every step so far, oldest first, as a timeline in a card with id "riwayat". */
Err langkah_riwayat(Html *h, Minta *m, const char *opd, int tahun, int bulan, ErrInfo *info);
/* "Operator, 3 Jan 2024 09.14": who took the newest step, and whether in time. */
Err langkah_terakhir(const char **out, Minta *m, const char *opd, int tahun, int bulan, ErrInfo *info);
/* In the user's words what a step did: "submitted", "returned" ... */
const char *langkah_kata(Bahasa bahasa, Langkah langkah);

#endif
