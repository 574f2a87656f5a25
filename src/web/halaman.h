/* halaman: the frame of every page - top bar with the menu of the role, page head, foot - and the pieces that many pages share.
 *
 *     Html h = halaman_mulai(m, j, &(Halaman){.judul = "...", .sub = opd.nama, .menu = MENU_ISIAN});
 *     ... chip, then <div class="c-act"> with buttons: the right part of the page head ...
 *     halaman_isi(&h);
 *     ... content ...
 *     halaman_selesai(m, &h);
 */
#ifndef CAPAIAN_WEB_HALAMAN_H
#define CAPAIAN_WEB_HALAMAN_H
#include "app/status.h"
#include "app/tata.h"
#include "base/html.h"
#include "web/aset.h"
#include "web/ikon.h"
#include "web/rute.h"

typedef enum {
	MENU_TIDAK, MENU_BERANDA, MENU_ISIAN, MENU_RENCANA, MENU_BUKTI, MENU_LAPORAN, MENU_PERIKSA, MENU_PENGESAHAN, MENU_VERIFIKASI, MENU_PAPAN, MENU_REKAP,
	MENU_JEJAK, MENU_OPD, MENU_PENGGUNA, MENU_KALENDER, MENU_KEBIJAKAN, MENU_NOMENKLATUR, MENU_SISTEM, MENU_TERBIT, MENU_RINGKASAN, MENU_DATA, MENU_JUMLAH
} Menu;

typedef struct {
	const char *judul;           /* h1, and the title of the window */
	const char *sub;             /* small line above it (the agency); NULL */
	Menu menu;                   /* the entry that is current */
	const char *kelas;           /* class of body; NULL */
	const char *skrip[4];        /* logical names of scripts beside dasar.js; NULL ends */
} Halaman;

Html halaman_mulai(Minta *m, Jawab *j, const Halaman *halaman);
void halaman_isi(Html *h);
void halaman_selesai(Minta *m, Html *h);

/* A page that says what happened, what is safe and what to do. */
void halaman_galat(Minta *m, Jawab *j, const char *apa, const ErrInfo *info);

/* ---- pieces ---- */

/* <form method="post" action=...> with the hidden csrf field; berkas: enctype multipart. Closed with html_close. */
void form_mulai(Html *h, const Minta *m, const char *aksi, const char *kelas, bool berkas);
void form_tersembunyi(Html *h, const char *nama, const char *nilai);
/* <button class="btn KELAS" type="submit" name= value=>icon text</button>; nama, ikon NULL: none. */
void tombol(Html *h, const char *kelas, const char *nama_ikon, const char *teks_tombol, const char *nama, const char *nilai);
/* <a class="btn KELAS" href=...>icon text</a> */
void tombol_tautan(Html *h, const char *kelas, const char *nama_ikon, const char *teks_tautan, const char *jalur);
/* <a href=...>text</a>; kelas NULL: none. */
void tautan(Html *h, const char *kelas, const char *teks_tautan, const char *jalur);
/* A message in the page: kelas "is-ok", "is-warn", "is-err", "is-note". */
void pesan(Html *h, const char *kelas, const char *text, const char *petunjuk);

/* The chip of a month's state, and its icon with its name. */
void cip_keadaan(Html *h, const Minta *m, Keadaan keadaan, bool terlambat);
const char *peran_teks(Bahasa bahasa, Peran peran); /* "Verifikator" / "Verifier" */
const char *keadaan_ikon(Keadaan keadaan);
const char *keadaan_teks(Bahasa bahasa, Keadaan keadaan); /* "Disahkan" / "Approved" */
/* Twelve links with state icons: dasar is the address before /{tahun}/{bulan} ("/isian/2.17..."); ekor what follows ("?saring=temuan"), "". */
void strip_bulan(Html *h, const Minta *m, const StatusOpd *status, int tahun, int bulan, const char *dasar, const char *ekor);

/* Which agency, year and month a page is about: {opd}, {tahun}, {bulan} of the path. ERR_ABSENT for a month that cannot be. */
typedef struct {
	BarisOpd opd;
	int tahun, bulan;
} PilihBulan;
Err pilih_bulan(Minta *m, PilihBulan *out, ErrInfo *info);
/* The month to show when none is chosen: the newest with any step or entry; else the month of the clock. */
Err bulan_terbaru(Minta *m, const char *opd, int *tahun, int *bulan, ErrInfo *info);
/* A chooser of agencies with search, for users who may see several: a plain form with a select and a button (GET to `jalur`, field "opd"). */
Err pilih_opd(Html *h, Minta *m, const char *jalur, const char *terpilih, ErrInfo *info);

/* Numbers as they stand in tables: "96,79", "14.052.383.491,00", "-" for no value; a minus is U+2212. */
const char *teks_uang(Arena *arena, IsiRupiah uang);
const char *teks_persen(Arena *arena, IsiDesimal persen, uint8_t desimal);
const char *teks_volume(Arena *arena, IsiDesimal volume);
/* "Rp2,14 triliun", "+8,38 jt", "tetap": for dashboards and change columns only; the exact figure always stands beside. */
const char *teks_uang_ringkas(Arena *arena, Rupiah uang, Bahasa bahasa);
const char *teks_ubah_ringkas(Arena *arena, Rupiah ubah, Bahasa bahasa);
/* "5 Januari 2024", "5 Januari 2024 10.41" in the region's zone. */
const char *teks_tanggal(Arena *arena, Tanggal t, Bahasa bahasa);
const char *teks_waktu(const Minta *m, Saat waktu);
/* Short month names: "Jan" ... "Des". */
const char *bulan_pendek(int bulan, Bahasa bahasa);

/* The number with the dotted underline that opens its explanation; jalur of the explanation. */
void angka_kenapa(Html *h, const char *text, const char *jalur);
/* Badge of a predicate by its place in the policy's bands (0 the highest): five bars and the name. quiet: without tint. */
void predikat_cip(Html *h, const Minta *m, const Kebijakan *kebijakan, int8_t predikat, bool quiet);

#endif
