/* recognise_bagian: what the parts of recognition share. Not for other layers; the door is recognise.h.
 *
 *   recognise_kata       words of headings and labels -> meaning bits
 *   recognise_judul      the table head: which rows it is
 *   recognise_kolom      which column of a head means what
 *   recognise_kepala     the title block above the table
 *   recognise_sel        cells -> Tertulis: notation, several values in one cell
 *   recognise_simpul     code, number, name, level of a row; the tree
 *   recognise_indikator  one cell line -> indicators (pure)
 *   recognise_garis      table lines -> indicators, facts, findings
 *   recognise_tabel      what each row of the table is
 *   recognise_kaki       narrative, legend, signature below the table */
#ifndef CAPAIAN_RECOGNISE_BAGIAN_H
#define CAPAIAN_RECOGNISE_BAGIAN_H
#include "base/bahasa.h"
#include "base/str.h"
#include "domain/draf.h"

/* ---- words ---- */

typedef enum {
	ARTI_KODE = 1 << 0,
	ARTI_NAMA = 1 << 1,
	ARTI_SIMPUL = 1 << 2,      /* program, kegiatan, sub kegiatan, urusan, bidang */
	ARTI_NOMOR = 1 << 3,
	ARTI_INDIKATOR = 1 << 4,
	ARTI_TARGET = 1 << 5,
	ARTI_REALISASI = 1 << 6,
	ARTI_UANG = 1 << 7,
	ARTI_RP = 1 << 8,          /* the currency itself: surely money, never a percentage */
	ARTI_VOLUME = 1 << 9,
	ARTI_KELUARAN = 1 << 10,   /* outcome, output */
	ARTI_SATUAN = 1 << 11,
	ARTI_CAPAIAN = 1 << 12,
	ARTI_PERSEN = 1 << 13,
	ARTI_RATA = 1 << 14,
	ARTI_MASALAH = 1 << 15,
	ARTI_TINDAK = 1 << 16,
	ARTI_KINERJA = 1 << 17,
	ARTI_BOBOT = 1 << 18,
	ARTI_LAIN = 1 << 19,       /* a column the form does not have: deviation, rest, source of funds, remark */
	ARTI_SD = 1 << 20,         /* cumulative */
	ARTI_LALU = 1 << 21,       /* of an earlier period */
	ARTI_NETRAL = 1 << 22,     /* belongs to headings, says nothing */
} ArtiKata;

enum {
	/* bits that make a cell a heading */
	ARTI_KONSEP = ARTI_KODE | ARTI_NAMA | ARTI_SIMPUL | ARTI_NOMOR | ARTI_INDIKATOR | ARTI_TARGET | ARTI_REALISASI | ARTI_UANG | ARTI_VOLUME |
	              ARTI_KELUARAN | ARTI_SATUAN | ARTI_CAPAIAN | ARTI_PERSEN | ARTI_RATA | ARTI_MASALAH | ARTI_TINDAK | ARTI_KINERJA | ARTI_BOBOT | ARTI_LAIN,
};

typedef struct {
	uint32_t arti;             /* all bits */
	uint32_t pertama;          /* bits of the first word that is not neutral */
	unsigned n_kata, n_kenal;  /* words, words known */
	bool persis;               /* no word was matched by likeness only */
} Kata;

/* Reads a heading; `dekat` also takes misspelt (edit distance) and truncated words. */
Kata kenal_kata(const char *text, bool dekat);

/* ---- columns ---- */

enum { PERAN_NOMOR = KOLOM_JUMLAH, PERAN_BOBOT, PERAN_BANYAK };
enum { PETA_BANYAK = 8, JUDUL_BARIS_MAX = 4, JUDUL_KOLOM_MAX = 256 };

/* Which grid column plays which role; 0: none. */
typedef struct {
	uint32_t kolom[PERAN_BANYAK];
	uint32_t kode[PETA_BANYAK], nama[PETA_BANYAK]; /* all columns of the code (one part a column) and of the name */
	uint32_t n_kode, n_nama;
	bool nama_sambung;         /* one heading over several columns: their texts are one name */
	bool kode_dalam_nama;      /* code and name share a column */
} Peta;

typedef struct {
	uint32_t awal, akhir;      /* row indices [awal, akhir): heading rows and the row of column numbers */
	uint32_t akhir_judul;      /* end of the heading rows */
	unsigned n_peran;          /* roles found */
	Peta peta;
	uint16_t peran[JUDUL_KOLOM_MAX + 1]; /* role of each column (Kolom or PERAN_*), KOLOM_TAK_DIKENAL if none */
} JudulTabel;

enum { KOLOM_TAK_DIKENAL = 0xFFFF };

/* Does a table head begin at row index i? */
bool kenal_judul(const Grid *grid, uint32_t i, JudulTabel *out);
/* Fills peta, peran and n_peran from the heading rows [awal, akhir_judul); akhir is the first row of data. */
void kenal_kolom(const Grid *grid, JudulTabel *judul);
/* The row of column numbers, "(1)" "(2)" ... */
bool kenal_baris_nomor(const Grid *grid, uint32_t i);

/* ---- context ---- */

typedef enum { UKUR_UANG, UKUR_VOLUME, UKUR_PERSEN } Ukur;

/* One line of the table: a node's first line or a further one. */
typedef struct {
	uint32_t baris;            /* row index in the grid */
	uint32_t simpul;
	uint32_t peta;             /* index in Kenal.peta */
	bool pertama;
	bool narasi_saja;          /* nothing but the narrative columns (9) and (10) goes on */
} Garis;

typedef struct KamusSatuan KamusSatuan;

typedef struct {
	Arena *arena;
	const Buku *buku;
	const Grid *grid;
	Bahasa bahasa;
	Draf *draf;
	bool lembar_kerja;         /* a spreadsheet: numbers are typed, text numbers are odd */

	Peta *peta; size_t n_peta, cap_peta;
	Garis *garis; size_t n_garis, cap_garis;
	Simpul *simpul; size_t n_simpul, cap_simpul;
	TertulisSimpul *tertulis; size_t n_tertulis, cap_tertulis;
	Indikator *indikator; size_t n_indikator, cap_indikator;
	TertulisIndikator *tertulis_indikator; size_t n_tertulis_indikator, cap_tertulis_indikator;
	size_t cap_judul;
	uint32_t *kaki; size_t n_kaki, cap_kaki; /* row indices below the table */
	const char **judul_ulang; size_t n_judul_ulang, cap_judul_ulang; /* rows of the title block, for repetitions */

	KamusSatuan *kamus;        /* units that stand alone in this document */
	size_t n_ambigu;
	Tertulis ambigu_pertama;
} Kenal;

/* ---- cells (recognise_sel.c) ---- */

/* Trimmed text, line breaks one blank; position also when empty; baris 0 when the document has no such column. */
Tertulis kenal_teks(Kenal *k, uint32_t i, uint32_t kolom);
/* Trimmed text with its line breaks. */
const char *kenal_isi(Kenal *k, uint32_t i, uint32_t kolom);
/* The trimmed text of any string as kenal_teks() would have it. */
const char *kenal_rapi(Arena *arena, const char *text);

typedef struct {
	Tertulis sel;              /* the cell, or its first part */
	size_t n;                  /* numbers (or texts, dashes) found; 0 for an empty cell */
	Tertulis *bagian;          /* [n] where there are several, else NULL */
	bool angka;                /* every part is a number or a dash */
} Nilai;

static inline const Tertulis *nilai_bagian(const Nilai *v, size_t j)
{
	return v->bagian ? &v->bagian[j] : &v->sel;
}

/* A cell where numbers are due, split into its parts; "12 Dokumen" is one text. n_baris: lines of the indicator's text beside it, if words may
 * stand among the values line by line; else 0. */
Nilai kenal_nilai(Kenal *k, uint32_t i, uint32_t kolom, Ukur ukur, size_t n_baris);
/* The same of one text (a line of a cell). */
Tertulis kenal_angka(Kenal *k, const Sel *sel, const char *text, uint32_t baris, uint32_t kolom);
/* Decides draf->notasi from the number cells of all lines. */
void kenal_notasi(Kenal *k);
/* Findings about one number cell: too large, words. `kode` may be NULL. */
void kenal_lapor_angka(Kenal *k, Tertulis cell, const char *kode);
void kenal_lapor(Kenal *k, const char *rule, LevelTemuan level, Posisi posisi, const char *kode, const char *printed, const char *message,
                 const char *hint);
Posisi kenal_posisi(const Kenal *k, uint32_t i, uint32_t kolom);
/* First filled column of a row (0: none) and how many are filled. */
uint32_t kenal_isi_pertama(const Grid *grid, uint32_t i, unsigned *n);

/* ---- nodes (recognise_simpul.c) ---- */

/* Number at the start of a name: "1", "1.1", "1,1", "1.1.1."; length including the blanks behind it, 0 if none. */
size_t kenal_nomor(const char *text, unsigned *n_bagian, size_t *panjang);
/* Level by the word a name starts with; TINGKAT_OPD if none. */
Tingkat kenal_tingkat_kata(const char *nama);
/* Reads a row as a node; false if it is none. `bidang` is set when it is a row of urusan or bidang urusan. */
bool kenal_simpul(Kenal *k, uint32_t i, const Peta *peta, Simpul *out, TertulisSimpul *tertulis, bool *bidang);
/* induk and akhir of all nodes. */
void kenal_pohon(Simpul *simpul, uint32_t n);

/* ---- one line's texts (recognise_indikator.c), pure ---- */

KamusSatuan *kamus_new(Arena *arena);
void kamus_add(KamusSatuan *kamus, const char *satuan);
bool kamus_has(const KamusSatuan *kamus, const char *satuan);

typedef struct {
	size_t n;                  /* indicators */
	const char **nama;         /* [n] */
	const char **satuan;       /* [n] */
	size_t n_nama, n_satuan;   /* how many texts and units were really found */
	bool pasti;                /* texts and units were paired surely */
} Belahan;

/* Splits the texts of a line that holds n >= 2 volumes. */
Belahan kenal_belah(Arena *arena, const KamusSatuan *kamus, const char *nama, const char *satuan, size_t n);

/* ---- stages ---- */

void kenal_kepala(Kenal *k, uint32_t akhir);     /* rows [0, akhir) */
void kenal_tabel(Kenal *k, const JudulTabel *judul); /* rows from the head on: lines, nodes, total, foot rows */
void kenal_garis(Kenal *k);                      /* lines -> indicators and facts */
void kenal_kaki(Kenal *k);
void kenal_judul_catat(Kenal *k, const JudulTabel *judul); /* its cells into draf->judul */

/* Labels below the table. */
typedef enum { LABEL_BUKAN, LABEL_PERMASALAHAN, LABEL_TINDAK_LANJUT, LABEL_KETERANGAN, LABEL_KOLOM } LabelKaki;
/* `isi` (may be NULL) receives where in the text the value starts. */
LabelKaki kenal_label_kaki(Arena *arena, const char *text, const char **isi);
/* "Singaraja, 03 Januari 2024" */
bool kenal_tempat_tanggal(const char *text);

#endif
