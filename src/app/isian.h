/* isian: the entries of a month - realised money and volumes (cumulative to the end of the month), and its narrative. Each save is a new fact that
 * replaces the one before; nothing is lost. */
#ifndef CAPAIAN_ISIAN_H
#define CAPAIAN_ISIAN_H
#include "app/bulan.h"

typedef enum { ISIAN_UANG, ISIAN_VOLUME, ISIAN_PERMASALAHAN, ISIAN_TINDAK_LANJUT, ISIAN_FAKTOR_PENDORONG } JenisIsian;

const char *isian_jenis_name(JenisIsian jenis); /* as stored: "uang", "volume", "permasalahan" ... */
int isian_jenis_from_name(const char *nama);    /* -1 for none */

/* One cell and what was typed into it. */
typedef struct {
	const char *opd;         /* code or its only beginning */
	int tahun, bulan;
	JenisIsian jenis;
	const char *kode;        /* node by code or number; "" only for the narrative of the whole report */
	int64_t indikator;       /* ISIAN_VOLUME: the indicator's number in the plan; else 0 */
	const char *nilai;       /* as typed: a number, nihil, kosong; a text for narrative and for an indicator with a text target */
	const char *alasan;      /* "" or why a cumulative value falls */
	bool periksa_dilihat;    /* refuse when the cell has a newer fact than this one: */
	int64_t dilihat;         /* fact that was seen; 0: the cell had none */
	const char *asal;        /* "" for entry; "salin:11" when carried forward from November; "sha256:row" of a file */
	bool jalur;              /* fill IsianHasil.jalur */
} Isian;

/* A value of a cell, typed. */
typedef struct {
	Isi isi;
	Desimal angka;           /* scale 2 for money */
	const char *teks;        /* narrative, or a text in place of a number; "" otherwise */
} NilaiIsian;

/* Somebody saved since this cell was seen. Both values stand here; the other one's is in the ledger, this one's was not saved. */
typedef struct {
	NilaiIsian saya, mereka;
	int64_t fakta;           /* theirs */
	const char *oleh;
	Saat waktu;
} KonflikIsian;

typedef struct {
	const char *kode;        /* "" for the total */
	const char *nama;
	Capaian capaian;
} SimpulJalur;

typedef struct {
	int64_t fakta;           /* durable; 0: the cell never held anything and was left blank */
	bool baru;               /* false: the cell holds this value already, nothing was written */
	NilaiIsian nilai;
	const char *kode;        /* of the node, normalised */
	const char *catatan;     /* how an ambiguous number was read; NULL */
	const KonflikIsian *konflik; /* NULL: none */
	bool turun;              /* refused because a cumulative value falls and no reason was given */
	SimpulJalur *jalur; size_t n_jalur; /* the node, its ancestors, the total, as they stand after the save */
} IsianHasil;

/* Saves one cell. ERR_USAGE, with a sentence that names cell and reason, when: the access table refuses; the month takes no entries; the plan has no
 * such node or indicator; money is meant for a parent with children; the indicator only echoes the computed percentage; the value is not
 * understood, is negative money or has parts of a sen; it falls below the last month that had one and no reason is given; the fact seen is not the
 * newest (out->konflik is set). */
Err isian_set(Konteks *k, const Isian *isian, IsianHasil *out, ErrInfo *info);

/* One of several cells saved at once. */
typedef struct {
	Isian isian;             /* agency, year and month are those of the whole */
	IsianHasil hasil;
	Err err;                 /* what stands against this one; ERR_OK */
	ErrInfo info;
} IsianBanyak;

/* Saves all cells in one transaction, or none: each has its own result, and when one of them is refused nothing is written and the Err of the first one is
 * given. coba: decides and writes nothing in any case (hasil.baru: what would be written). */
Err isian_set_many(Konteks *k, const char *opd, int tahun, int bulan, IsianBanyak *cells, size_t n, bool coba, ErrInfo *info);

/* isian_nilai.c: what was typed, read for one cell of the plan. `satuan` and `target_teks` are the indicator's (ignored for money and narrative).
 * *catatan tells how a number was read that may mean two things; NULL. */
Err isian_parse(const Konteks *k, JenisIsian jenis, const char *satuan, const char *target_teks, const char *text, NilaiIsian *out, const char **catatan,
                ErrInfo *info);
/* id-ID: "246.396.436,00", "12", "nihil", "kosong", or the text. */
const char *isian_print(Arena *arena, JenisIsian jenis, NilaiIsian nilai);
bool isian_equal(NilaiIsian a, NilaiIsian b);
/* The value of a fact. */
NilaiIsian isian_nilai(const BarisFakta *fakta);

/* Adds the fact of a cell in the transaction at hand; `sebelum` is the newest one, NULL for none. For use cases that have decided already. */
Err isian_add(Konteks *k, const Bulan *bulan, JenisIsian jenis, const char *kode, int64_t indikator, NilaiIsian nilai, const char *asal, const char *alasan,
              const BarisFakta *sebelum, int64_t *id, ErrInfo *info);

#endif
