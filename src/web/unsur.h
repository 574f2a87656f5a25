/* unsur: the small elements that forms and tables of many pages are made of, over base/html.h. */
#ifndef CAPAIAN_WEB_UNSUR_H
#define CAPAIAN_WEB_UNSUR_H
#include "base/diag.h"
#include "web/halaman.h"

/* <element class="...">, left open. */
void buka(Html *h, const char *element, const char *kelas);
/* Closes n elements. */
void tutup(Html *h, int n);
/* <th scope="col" class="...">text</th> */
void kepala_kolom(Html *h, const char *kelas, const char *text);
/* The icon of a finding. */
const char *ikon_level(LevelTemuan level);
/* A line of a list of things to do (c-todo): an icon, what, how or where, and the way there. */
void butir_tugas(Html *h, const char *kelas, const char *nama_ikon, const char *apa, const char *bagaimana, const char *jalur);
/* <td class="...">text</td> */
void sel(Html *h, const char *kelas, const char *text);
/* <div><dt>name</dt><dd>value</dd></div> within a dl. */
void rinci(Html *h, const char *nama, const char *nilai);

/* A card with its heading; `kecil` beside it (NULL: none). Open until tutup(h, 1). */
void kartu_mulai(Html *h, const char *judul, const char *kecil);
/* What will be here, and the first act. aksi NULL: none. */
void kosong(Html *h, const char *nama_ikon, const char *judul, const char *text, const char *aksi, const char *jalur);

typedef struct {
	const char *label, *nama, *nilai;
	const char *hint;            /* NULL */
	const char *galat;           /* why what stands there is refused; NULL */
	const char *jenis;           /* type of the input; NULL: text */
	const char *kelas;           /* more classes of the control ("pendek") */
	const char *masukan;         /* inputmode; NULL */
	const char *isi_otomatis;    /* autocomplete; NULL */
	bool wajib, mati;            /* required; read-only */
	unsigned baris;              /* > 0: a textarea of so many lines */
	unsigned maks;               /* maxlength; 0: none */
} MedanForm;

/* Label, control and hint, tied together by an id made of the field's name. */
void medan_form(Html *h, const MedanForm *f);

typedef struct { const char *nilai, *teks; } Opsi;
/* Label and select. The option whose value is `nilai` is chosen. */
void medan_pilih(Html *h, const char *label, const char *nama, const char *nilai, const Opsi *opsi, size_t n, const char *hint);
/* A checkbox with its words; value "ya". */
void medan_centang(Html *h, const char *label, const char *nama, bool dipilih);
/* A radio button with its words. */
void medan_radio(Html *h, const char *label, const char *nama, const char *nilai, bool dipilih);

/* A form for files that scripts send one by one with their progress (form_mulai with berkas otherwise). maks: bytes of one file. */
void form_unggah(Html *h, const Minta *m, const char *aksi, const char *kelas, unsigned maks);

/* What the last act did: the sentence of the key that the address carries in ?ok= (post, redirect, get); nothing for another key. */
typedef struct { const char *kunci, *teks; } PesanOk;
void pesan_ok(Html *h, const Minta *m, const PesanOk *table, size_t n);
/* The refusal of the last act; nothing when info is NULL or empty. */
void pesan_tolak(Html *h, const ErrInfo *info);

/* "1.234": a count. */
const char *teks_jumlah(Arena *arena, size_t n);
/* "1,2 MB", "340 KB" */
const char *teks_ukuran(Arena *arena, int64_t bytes);
/* The first n code points and an ellipsis, or the text. */
const char *teks_pendek(Arena *arena, const char *text, size_t n);
/* A change of a percentage: "+9,07", U+2212 for a fall, "tetap" for none, "" where there is none. */
const char *teks_ubah_persen(Arena *arena, IsiDesimal ubah, uint8_t desimal, Bahasa bahasa);

#endif
