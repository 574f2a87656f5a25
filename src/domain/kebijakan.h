/* kebijakan: the policy of a pemda and year as data (docs/rules-of-computation.md, docs/policy.md).
 *
 * A policy is a key file: UTF-8 (a BOM is allowed), lines ended by LF or CRLF, each blank, a comment (`#` first), `[group]` or
 * `key = value`; the value runs to the end of the line, without escapes or comments behind it. Numbers take a decimal comma or point
 * and no groups. What a file does not say is as in the default, kebijakan_default(), which reproduces the house rules.
 * kebijakan_parse() validates everything and reports each error with line and column; unknown groups and keys, repeated ones and bad
 * values are errors. Pure: no file access. */
#ifndef CAPAIAN_KEBIJAKAN_H
#define CAPAIAN_KEBIJAKAN_H
#include "base/bahasa.h"
#include "base/decimal.h"
#include "base/diag.h"

typedef enum { ARAH_NAIK, ARAH_TURUN_A /* (2T-R)/T */, ARAH_TURUN_B /* T/R, R=0 -> 100 */, ARAH_RENTANG /* the bound violated */ } Arah;
typedef enum { WAKTU_KUMULATIF, WAKTU_JUMLAH /* sum of months */, WAKTU_TERAKHIR /* last value */ } Waktu;
typedef enum { GULUNG_RATA /* plain mean */, GULUNG_PAGU /* weighted by pagu */, GULUNG_BOBOT /* weighted by bobot */ } Gulung;
typedef enum { INDUK_ANAK /* parent's figure from its children */, INDUK_SENDIRI /* from its own indicators */ } SumberInduk;
typedef enum { KOSONG_ABAIKAN /* left out of the mean, counted in the open */, KOSONG_NOL /* counts as zero */ } KosongPerlakuan;

typedef enum { URUTAN_VERIFIKASI_DULU /* verified, then approved */, URUTAN_SAHKAN_DULU /* approved, then verified */ } UrutanSiklus;

enum { PREDIKAT_MAX = 12, KEBIJAKAN_DESIMAL_MAX = 4 };

typedef struct {
	const char *nama;     /* "Sangat Tinggi" */
	Desimal batas;        /* lower bound of the band, per cent */
	bool inklusif;        /* value = batas belongs to this band (>=) or not (>) */
} Pita;

/* Indicators whose direction or time behaviour differs from the default, chosen by text or unit; the first rule that fits holds. */
typedef struct {
	const char *pola;     /* text the indicator's name contains, ASCII case folded; "": any name */
	Arah arah;
	Waktu waktu;
	const char *satuan;   /* the whole unit, ASCII case folded, blanks at its ends left out; "": any unit. Not both are "" */
	bool ada_rentang;     /* ARAH_RENTANG only: the bounds below hold instead of those in the target */
	Desimal rentang_bawah, rentang_atas; /* 0 <= bawah <= atas, atas > 0 */
} AturanIndikator;

typedef struct {
	const char *nama;         /* "Bawaan" */
	const char *pemda;        /* code or "" */
	int tahun;                /* 0: any */
	int versi;

	Arah arah;                /* default direction of an indicator */
	Waktu waktu;              /* default time behaviour */
	bool persen_tak_dijumlah; /* a percentage indicator is never summed over months */
	bool ada_maksimum; Desimal maksimum; /* cap of an indicator's capaian, per cent */
	bool ada_minimum; Desimal minimum;   /* floor */
	Gulung gulung;            /* roll-up of keluaran, sub kegiatan upwards */
	Gulung gulung_indikator;  /* of the indicators of a sub kegiatan: GULUNG_RATA or GULUNG_BOBOT */
	SumberInduk induk;       /* where keluaran of kegiatan and program comes from */
	KosongPerlakuan kosong;   /* what a blank realisasi does to a mean */
	uint8_t desimal;          /* decimals printed, 0..4 */
	Pembulatan pembulatan;
	bool predikat_dari_cetak; /* bands test the printed (rounded) value or the exact one */

	size_t n_pita; Pita pita[PREDIKAT_MAX]; /* descending bounds; the last one takes the rest (its bound is not tested) */
	size_t n_indikator; AturanIndikator *indikator;

	/* bounds of the plausibility checks, per cent */
	Desimal serapan_rendah;   /* full output on spending below this is a finding */
	Desimal lambat_keuangan;  /* narrative is due where keuangan is below this at year's end, pro rata by month */
	Desimal lambat_keluaran;  /* or keluaran below this */
	Desimal selisih_cetak;    /* tolerance when a printed percentage is compared, in points: 0 is exact to the printed digit */

	Gulung gulung_daerah;     /* keluaran of the region from its agencies: GULUNG_RATA or GULUNG_PAGU */
	UrutanSiklus urutan;      /* of a month's cycle; its last step locks the month */

	const char *hash;         /* SHA-256 of the canonical text, 64 hex digits */
} Kebijakan;

/* The house rules: "Bawaan", versi 1. */
const Kebijakan *kebijakan_default(Arena *arena);

/* NULL when list received an error: rule "kebijakan", LEVEL_ERROR, `berkas` (the source's name), line and column in characters. After
 * KEBIJAKAN_GALAT_MAX errors the rest of the text is not read, and a last finding says so. The policy does not point into `text`. */
enum { KEBIJAKAN_GALAT_MAX = 50 };
const Kebijakan *kebijakan_parse(Arena *arena, const char *berkas, const char *text, size_t n, Bahasa bahasa, DaftarTemuan *list);

/* Canonical text: every key in fixed order, numbers and names in one form, comments from the schema in the language; parses back to an
 * equal policy. The hash is over the same text without the comments and blank lines, so that it does not depend on the language. */
const char *kebijakan_print(Arena *arena, const Kebijakan *kebijakan, Bahasa bahasa);

/* Index in pita of the band a printed (rounded) value falls into: the first whose bound it exceeds (or equals, if inklusif), else the
 * last; -1 without bands. Under predikat_dari_cetak false the caller compares the exact value with the same bounds. */
int kebijakan_pita(const Kebijakan *kebijakan, Desimal nilai);

/* The rule of an indicator: the first override that fits its name and unit, else the defaults. With persen_tak_dijumlah a
 * percentage (satuan_persen) is never WAKTU_JUMLAH: it becomes WAKTU_TERAKHIR. NULL texts count as "". */
AturanIndikator kebijakan_aturan(const Kebijakan *kebijakan, const char *nama, const char *satuan);
/* "%", "persen", "persentase", "prosentase", "percent" and the like, any case. */
bool satuan_persen(const char *satuan);

/* Bounds of a range indicator: those of its rule; else those its target's text gives ("5-10", "5 - 10 %", "5 s/d 10", "5 s.d. 10",
 * "5 sampai 10", en dash; an ambiguous number is taken as id-ID); else the target itself twice (neither less nor more is asked).
 * false when there are none, or not 0 <= bawah <= atas, atas > 0. House rule. */
bool kebijakan_rentang(const AturanIndikator *aturan, IsiDesimal target, const char *target_teks, Desimal *bawah, Desimal *atas);

#endif
