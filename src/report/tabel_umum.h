/* tabel_umum: a typed document of tables - rekap, RFK and the like - ready for any renderer, as TabelForm is for the official form. A document holds
 * parts (a table each, with an optional chart above it), notes, a foot. No renderer computes or decides what a row means: cells come printed and typed. */
#ifndef CAPAIAN_TABEL_UMUM_H
#define CAPAIAN_TABEL_UMUM_H

#include "base/str.h"
#include "base/tanggal.h"
#include "report/kurva.h"
#include "report/render.h"

typedef enum { KOLOM_UMUM_KIRI, KOLOM_UMUM_TENGAH, KOLOM_UMUM_KANAN } RataKolom;

/* How a workbook computes a cell of this column from others of its row; only where all three hold numbers. */
typedef enum { RUMUS_TIDAK, RUMUS_PERSEN /* a / b x 100 */, RUMUS_SELISIH /* a - b */, RUMUS_RERATA /* (a + b) / 2 */ } JenisRumus;

typedef struct {
	const char *judul, *grup;  /* grup: heading over neighbours that have the same one; NULL: none */
	RataKolom rata;
	bool lentur;               /* a text that wraps and takes the width that is left */
	bool jumlah;               /* a total row sums it */
	JenisRumus rumus;
	uint8_t a, b;
} KolomUmum;

typedef enum { NADA_UMUM_BIASA, NADA_UMUM_TINGKAT_1, NADA_UMUM_TINGKAT_2, NADA_UMUM_TOTAL } NadaUmum;

typedef struct {
	NadaUmum nada;             /* shade; bold unless BIASA */
	uint8_t lekuk;             /* indent of its first flexible text */
	bool lekat;                /* stays on the page of the row before */
	bool tanpa_rumus;          /* its figures are not those of the columns' formulas */
	uint32_t jumlah_dari, jumlah_sampai; /* rows [dari, sampai) that its `jumlah` columns sum; equal: none */
	SelForm *sel;              /* [n_kolom] */
} BarisUmum;

typedef struct {
	const char *judul, *nama;  /* heading above the table, "" for none; short name, of a worksheet */
	uint8_t n_kolom; const KolomUmum *kolom;
	uint32_t n_baris; BarisUmum *baris;
	const Kurva *kurva;        /* above the table; NULL: none */
	uint32_t n_catatan; const char **catatan; /* under the table */
} BagianUmum;

enum { UMUM_KOLOM_MAX = 16 };

typedef struct {
	const char *judul[2];
	uint32_t n_kepala; PasanganForm *kepala;
	uint32_t n_bagian; BagianUmum *bagian;
	const char *lari;          /* running line of further pages: what a loose page belongs to */
	const char *pembuat;       /* author, for properties */
	const char *kaki;          /* policy, origin */
	Tanggal tanggal;           /* of the data */
	bool bulat_biasa;          /* figures round half away from zero, as number formats do: formulas may stand for them */
	const char *json;          /* the machine form, whole */
} TabelUmum;

/* ---- cells ---- */
SelForm sel_teks(const char *text);
SelForm sel_bilangan(Arena *arena, int64_t value);
SelForm sel_uang(Arena *arena, IsiRupiah value);                      /* "-" without one */
SelForm sel_persen(Arena *arena, IsiDesimal value, uint8_t desimal);  /* "-" without one */

/* ---- renderers ---- */
typedef Err (*RendererUmum)(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
/* By the extension of a path, as render_by_name; NULL if unknown. */
RendererUmum umum_by_name(const char *path);
Err umum_pdf(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err umum_xlsx(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err umum_html(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err umum_csv(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err umum_json(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
Err umum_md(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info);
/* For a terminal: aligned columns, flexible texts shortened to the width. */
void umum_text(StrBuf *out, const TabelUmum *tabel, unsigned lebar);

#endif
