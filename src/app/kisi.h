/* kisi: a month as the grid that is filled in - one row an indicator, with the month before beside it, the change, the figures and the findings. Everything
 * that a page shows of it is worked out here; pages only print. */
#ifndef CAPAIAN_KISI_H
#define CAPAIAN_KISI_H
#include "app/isian.h"
#include "app/siklus.h"

/* A cell that takes an entry. */
typedef struct {
	JenisIsian jenis;
	const char *kode;
	int64_t indikator;       /* number in the plan; 0 for money */
	NilaiIsian nilai;
	int64_t fakta;           /* the fact it holds; 0: none */
	const char *oleh;        /* name of who entered it; "" */
	Saat waktu;
	bool disalin;            /* carried over from the month before, or out of a file */
	bool teks;               /* takes a text (the target is one) */
	bool sebulan;            /* the month alone, not cumulative */
	bool ada_temuan;
	LevelTemuan level;       /* of its worst finding that still asks for something; explained ones are notes */
} KisiSel;

/* One row. A change is absent unless both months have a value. */
typedef struct {
	uint32_t simpul;         /* index in the snapshot */
	uint32_t indikator;      /* index in the snapshot; SIMPUL_NONE for a node without one */
	bool pertama;            /* first row of its node: carries number, name and money */
	uint16_t n;              /* rows of its node (on the first) */
	KisiSel *uang, *volume;  /* NULL: no entry here */
	IsiRupiah pagu, uang_kini, uang_lalu, uang_ubah;
	IsiDesimal volume_lalu, volume_ubah;
	const char *volume_lalu_teks; /* a text in place of a number; NULL */
	uint32_t n_temuan;       /* findings of the node (on the first) */
} KisiBaris;

/* A finding, at its cell. */
typedef struct {
	uint32_t baris;          /* row; KISI_LAPORAN: about the report as a whole */
	bool di_uang;            /* at the money cell; else the volume */
	const char *aturan, *kode;
	LevelTemuan level;
	const char *pesan, *petunjuk; /* petunjuk NULL: none */
	const char *penjelasan;  /* what was explained; NULL: nothing yet */
	bool narasi;             /* it is explained by writing the node's problems (permasalahan), not to the rule */
} KisiTemuan;

#define KISI_LAPORAN UINT32_MAX

typedef struct {
	const Bulan *bulan;
	const Bulan *lalu;       /* the month before; NULL in January */
	bool terbuka;            /* takes entries from this user */
	const char *sebab;       /* why not; NULL */
	KisiBaris *baris; size_t n;
	uint32_t *baris_simpul;  /* [n_simpul] first row of a node */
	KisiTemuan *temuan; size_t n_temuan;
	const PeriksaBulan *periksa; /* NULL: not asked for */
	IsiRupiah total_lalu, total_ubah;
	uint32_t n_sel, n_terisi, n_berubah; /* cells; filled ones; those that changed since the month before */
	uint32_t n_indikator, n_terlapor;    /* indicators of the leaves */
	uint32_t n_program, n_kegiatan, n_sub;
	uint32_t n_baris_temuan; /* rows with a finding that asks for something */
} Kisi;

typedef enum { KISI_TEMUAN = 1 /* with the checks */, KISI_PENULIS = 2 /* with who entered each cell, and when */ } KisiSifat;

/* As bulan_read, with the month before. */
Err kisi_load(Kisi **out, Konteks *k, const char *opd, int tahun, int bulan, unsigned sifat, ErrInfo *info);
/* Whether the row belongs to the part of the grid: "kosong" (an entry is missing), "temuan", "berubah"; else all. */
bool kisi_row_shown(const Kisi *kisi, size_t baris, const char *saring);
/* Has the cell a value, a nihil or a text? */
bool kisi_filled(const KisiSel *sel);
/* First row with a cell of this node and indicator; kisi->n when there is none. */
size_t kisi_find(const Kisi *kisi, const char *kode, int64_t indikator);
/* Cells of a node and all below it: how many, and how many are filled. */
void kisi_count(const Kisi *kisi, uint32_t simpul, uint32_t *n, uint32_t *terisi);
/* The name of a user, as people know him; the user name itself when there is none. */
const char *kisi_person(Konteks *k, const char *pengguna);
/* How far the two values of a conflict lie apart, without sign. */
bool kisi_difference(const KonflikIsian *konflik, Desimal *out);

#endif
