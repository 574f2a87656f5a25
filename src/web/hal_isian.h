/* hal_isian: what the files of the monthly entry share. Not for others. */
#ifndef CAPAIAN_WEB_HAL_ISIAN_H
#define CAPAIAN_WEB_HAL_ISIAN_H
#include "app/bukti.h"
#include "app/kisi.h"
#include "app/komentar.h"
#include "base/json.h"
#include "web/halaman.h"

/* What was typed into a cell and could not be kept: shown again with the reason (pages without scripts). */
typedef struct {
	const char *nama;        /* of the field */
	const char *nilai;
	const char *pesan, *petunjuk;
	const KonflikIsian *konflik; /* NULL: none */
	bool turun;
} Ketikan;

typedef struct {
	Minta *m;
	const Kisi *kisi;
	PilihBulan pilih;
	const char *dasar;       /* "/isian/2.17.../2023/12" */
	const char *saring;      /* semua | kosong | temuan | berubah | catatan */
	bool *buka;              /* [n_simpul] open branches */
	bool penuh;              /* closed branches are in the page too */
	const Ketikan *ketikan; size_t n_ketikan;
	const BarisBukti *bukti; size_t n_bukti;      /* files attached to the month */
	const Komentar *komentar; size_t n_komentar; /* comments on the month's lines */
} Lembar;

enum { ISIAN_BARIS_PENUH = 200 }; /* up to so many rows a page holds all of them */

/* ---- hal_isian.c ---- */
/* The month of the path with everything that the page shows. */
Err lembar_load(Lembar *out, Minta *m, unsigned sifat, ErrInfo *info);
/* The page of the grid; typed entries that were refused stand in their cells. */
Err lembar_page(Minta *m, Jawab *j, const Ketikan *ketikan, size_t n_ketikan, ErrInfo *info);
const char *lembar_bulan(const Lembar *l); /* "Desember 2023" */

/* The grid with a message of what was done (selesai=...), at the node of a code as it came; the code is made safe. */
const char *isian_alamat(Minta *m, const PilihBulan *at, const char *selesai, const char *kode);

/* ---- hal_isian_teks.c: cells as texts ---- */
/* "u|2.17.01.2.01.01|0|1234": kind, node, indicator and the fact that is seen. */
const char *sel_nama(Arena *arena, const KisiSel *sel);
bool sel_parse(Arena *arena, const char *nama, Isian *out);
/* The same without the fact: what a cell is called as long as the plan stands. */
const char *sel_kunci(Arena *arena, JenisIsian jenis, const char *kode, int64_t indikator);
/* As it stands in the cell: "246.396.436,00", "72,00", "nihil"; "" when blank. */
const char *kisi_teks(Arena *arena, JenisIsian jenis, NilaiIsian nilai);
const char *volume_teks(Arena *arena, IsiDesimal volume);   /* two decimals at least; "" when absent */
const char *sel_kelas(Arena *arena, const KisiSel *sel, bool terbuka); /* "e kosong is-warn" */
const char *sel_ikon(const KisiSel *sel);                   /* mark; NULL */
const char *sel_oleh(const Lembar *l, const KisiSel *sel);  /* "28 Des 14.12 · Sri Utami"; "" */
const char *sel_saat(const Minta *m, Saat waktu);           /* "28 Des 14.12" */
const char *kisi_id(Arena *arena, const Lembar *l, size_t baris); /* "2.17.01.2.01.01-1" */
/* What a person reads instead of the reader's own refusal, when the text shows what was meant. */
void ketik_alasan(const Minta *m, const char *typed, ErrInfo *info);
const char *ketik_kalimat(Arena *arena, const char *text);   /* as a sentence: capital, full stop */
bool ketik_strip(const char *typed);                        /* nothing but dashes: zero, or not reported? */
/* As the reader takes it: a blank field is "kosong". */
const char *ketik_nilai(const char *typed);

/* ---- hal_isian_kisi.c: the table ---- */
void kisi_table(Html *h, const Lembar *l);
/* The rows below a node, as they follow it. */
void kisi_branch(Html *h, const Lembar *l, uint32_t simpul);
/* Content of one computed cell; `sel` is the class of the cell: u-rini, u-rub, u-vub, u-keu, u-kind, u-kel, u-rata. */
void kisi_figure(Html *h, const Lembar *l, size_t baris, const char *sel);
void kisi_total(Html *h, const Lembar *l, const char *sel);
/* The row of findings below a row; nothing when it has none. */
void kisi_findings(Html *h, const Lembar *l, size_t baris);
void kisi_conflict(Html *h, const Lembar *l, JenisIsian jenis, const KonflikIsian *konflik, const char *nama);
/* Is the comment about this row? One on the node as a whole stands at its first row. */
bool kisi_comment_here(const Lembar *l, size_t baris, const Komentar *komentar);
bool kisi_has_findings(const Lembar *l, size_t baris);
extern const char *const KISI_SEL_HITUNG[];                 /* the classes above, NULL ends */
/* "158 of 161 cells filled" and what stands against submitting, in the dock. */
void kisi_dock(Html *h, const Lembar *l);
/* What scripts say, as JSON in the page's language. */
const char *kisi_kata(Minta *m);

/* hal_isian_sel.c: saves the fields of a form that were changed since the page was shown, all or none. When some are refused, they come back in *typed. */
Err isian_form_save(Minta *m, const Lembar *l, Ketikan **typed, size_t *n_typed, const char **kode, ErrInfo *info);

/* ---- routes in the other files ---- */
Err isian_sel(Minta *m, Jawab *j, ErrInfo *info);
Err isian_hitung(Minta *m, Jawab *j, ErrInfo *info);
Err isian_banyak(Minta *m, Jawab *j, ErrInfo *info);
Err isian_simpan(Minta *m, Jawab *j, ErrInfo *info);
Err isian_pilih(Minta *m, Jawab *j, ErrInfo *info);
Err isian_tempel(Minta *m, Jawab *j, ErrInfo *info);
Err isian_riwayat(Minta *m, Jawab *j, ErrInfo *info);
Err isian_ajukan_lihat(Minta *m, Jawab *j, ErrInfo *info);
Err isian_ajukan(Minta *m, Jawab *j, ErrInfo *info);
Err isian_narasi(Minta *m, Jawab *j, ErrInfo *info);
Err isian_jelaskan(Minta *m, Jawab *j, ErrInfo *info);
/* An answer to a comment. */
Err isian_jawab(Minta *m, Jawab *j, ErrInfo *info);
Err isian_salin_lihat(Minta *m, Jawab *j, ErrInfo *info);
Err isian_salin(Minta *m, Jawab *j, ErrInfo *info);
Err isian_unduh(Minta *m, Jawab *j, ErrInfo *info);
Err isian_kartu(Minta *m, Jawab *j, ErrInfo *info);
Err isian_kartu_simpan(Minta *m, Jawab *j, ErrInfo *info);

#endif
