/* kebijakan: the policy of a pemda and year as data (domain rules, section 4 of docs/rules-of-computation.md).
 *
 * A policy is a key file (UTF-8, `[group]`, `key = value`, `#` comments). The default, kebijakan_default(), reproduces the house
 * rules. kebijakan_parse() validates everything and reports each error with its line; unknown groups and keys, repeated keys and
 * bad values are errors. Pure: no file access. */
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

enum { PREDIKAT_MAX = 12 };

typedef struct {
	const char *nama;     /* "Sangat Tinggi" */
	Desimal batas;        /* lower bound of the band, per cent */
	bool inklusif;        /* value = batas belongs to this band (>=) or not (>) */
} Pita;

/* An indicator whose direction or time behaviour differs from the default, chosen by its text or unit. */
typedef struct {
	const char *pola;     /* text the indicator's name contains, ASCII case folded */
	Arah arah;
	Waktu waktu;
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
	Desimal selisih_cetak;    /* tolerance when a printed percentage is compared: 0 is exact to the printed digit */

	const char *hash;         /* SHA-256 of the canonical text, 64 hex digits */
} Kebijakan;

const Kebijakan *kebijakan_default(Arena *arena);
/* NULL when list received an error. `berkas` names the source in the findings. */
const Kebijakan *kebijakan_parse(Arena *arena, const char *berkas, const char *text, size_t n, Bahasa bahasa, DaftarTemuan *list);
/* Canonical text: every key, fixed order, comments from the schema; parses back to the same policy and hash. */
const char *kebijakan_print(Arena *arena, const Kebijakan *kebijakan, Bahasa bahasa);
/* Name of the band, NULL when value is absent. `exact` is compared by the caller's engine; this takes a printed value. */
int kebijakan_pita(const Kebijakan *kebijakan, Desimal nilai); /* index in pita; -1 without bands */

#endif
