/* daerah: the region in one month, in pieces that several pages share - the strip of figures, the S-curve with its table, what needs attention, the board of agencies. */
#ifndef CAPAIAN_WEB_DAERAH_H
#define CAPAIAN_WEB_DAERAH_H
#include "app/ringkas.h"
#include "web/halaman.h"

typedef enum { PAPAN_DEVIASI, PAPAN_STATUS, PAPAN_RATA } IsiPapan;

typedef struct {
	const RingkasTahun *tahun;
	int bulan;
	IsiPapan isi;
	const char *jalur;         /* of the page, before "?isi=": "/beranda/2023/12" */
	const char *per;           /* "" or what carries the as-of time on: "&per=2024-01-05" */
} Daerah;

/* Year and month of a page: {tahun} and {bulan} of the path where it has them, else the newest month in which somebody handed something in. ERR_ABSENT for a month that
 * cannot be. */
Err daerah_pilih(Daerah *out, Minta *m, const char *dasar, ErrInfo *info);
Tanggal daerah_hari(const Minta *m); /* the day of the request in the region */
bool daerah_sementara(const Daerah *d); /* some agency has not handed the month in */
/* "Keadaan 8 Januari 2024 · angka sementara, 5 OPD belum mengajukan Desember" */
const char *daerah_keadaan(const Minta *m, const Daerah *d);
/* Links to the months before and after. */
void daerah_bulan(Html *h, const Minta *m, const Daerah *d, const char *dasar);

void daerah_angka(Html *h, const Minta *m, const Daerah *d);
void daerah_kurva(Html *h, const Minta *m, const Daerah *d);
/* maksimum 0: all. */
void daerah_perhatian(Html *h, const Minta *m, const Daerah *d, size_t maksimum);
void daerah_papan(Html *h, const Minta *m, const Daerah *d);

/* hal_penjelasan_daerah.c: a figure of the region as the sum of its agencies, as a page and for the panel. */
Err penjelasan_daerah_get(Minta *m, Jawab *j, ErrInfo *info);

/* The state of one month as a cell of a table: its icon, which leads to the report. */
void papan_status_sel(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, int bulan);

/* A deviation as the board prints and paints it: whole points, and the class of its tint. */
const char *poin_teks(Arena *arena, IsiDesimal poin);
const char *poin_kelas(IsiDesimal poin);
/* The bar of a percentage, 0 to 100. */
void batang(Html *h, const char *kelas, IsiDesimal persen);

#endif
