/* rencana_web: what the pages about plans share. */
#ifndef CAPAIAN_WEB_RENCANA_WEB_H
#define CAPAIAN_WEB_RENCANA_WEB_H
#include "app/rencana.h"
#include "app/tata.h"
#include "app/tangguh.h"
#include "web/unsur.h"

/* "DPA murni", "Pergeseran", "DPPA (perubahan)" */
const char *rencana_jenis_teks(Bahasa b, const char *jenis);
/* "Versi 2 · Pergeseran 1 · berlaku 1 Mei 2023" */
const char *rencana_versi_teks(const Minta *m, const BarisRencana *versi);
/* The date in force that is proposed: today, as far as it lies within the year of the plan. */
const char *rencana_berlaku_usul(Minta *m, int tahun);
/* "Tambah sub kegiatan" */
const char *rencana_tambah_teks(Bahasa b, Tingkat tingkat);
/* Fields for kind, number and date of the document; pertama: the first version of the year. */
void rencana_dokumen_medan(Html *h, Minta *m, const PermintaanRencana *r, bool pertama);
/* What storing would change: totals, findings (names of the folder of `tangguh` left out; NULL: none), the table of changes. */
void rencana_hasil_tulis(Html *h, Minta *m, const HasilRencana *hasil, const Tangguh *tangguh);
/* The table of changes: old, new, difference, with the sum of the differences. */
void rencana_banding_tulis(Html *h, Minta *m, const BandingRencana *b);

#endif
