/* snapshot: the facts of one OPD at the end of one month; immutable once built.
 *
 * Nodes stand in pre-order (a program, its first kegiatan, that one's sub kegiatan, ...), as on the form. Money facts live on sub
 * kegiatan only; parents are sums made by the engine. */
#ifndef CAPAIAN_SNAPSHOT_H
#define CAPAIAN_SNAPSHOT_H
#include "base/decimal.h"
#include "base/tanggal.h"
#include "domain/kebijakan.h"
#include "domain/kode.h"

typedef struct {
	const char *nama;      /* indikator / tolok ukur kinerja; "" when none is written */
	const char *satuan;    /* unit as written; "" when none */
	IsiDesimal target, realisasi; /* volume; cumulative to the end of the month; text targets are KOSONG with target_teks */
	const char *target_teks, *realisasi_teks; /* a text in place of a number ("WTP"); NULL otherwise */
	IsiDesimal bobot;      /* weight, KOSONG unless the source gives one */
	bool gema;             /* program and kegiatan only: the office wrote the outcome percentage in the realised volume cell, as the
	                          form's custom has it. Not a fact of its own: when keluaran comes from the children the form
	                          prints keluaran here, and the node has no own figure. House rule. */
	bool ada_arah;         /* the plan fixes the direction of this indicator; else the policy does */
	Arah arah;
} Indikator;

typedef struct {
	Tingkat tingkat;       /* program, kegiatan or sub kegiatan */
	Kode kode;             /* normalised; n_bagian 0 when the row has none */
	const char *kode_tertulis; /* as written, trimmed */
	const char *nomor;     /* "1", "1.1", "1,1" as written; "" when none */
	const char *nama;      /* with its "Program/Kegiatan/Sub Kegiatan" word as written, without the number */
	IsiRupiah pagu, realisasi; /* facts on sub kegiatan; on a parent without children the row's own, else KOSONG */
	IsiDesimal bobot;
	uint32_t induk;        /* index of the parent; SIMPUL_NONE for a program */
	uint32_t akhir;        /* one past the last descendant */
	uint32_t indikator_awal, n_indikator; /* into Snapshot.indikator */
} Simpul;

#define SIMPUL_NONE UINT32_MAX
#define SIMPUL_TOTAL (UINT32_MAX - 1) /* the OPD itself, where a function takes a node index */

typedef struct {
	const char *judul;             /* title as written or the form's own */
	const char *kode_bidang;       /* "2.17" as written; "" */
	const char *nama_bidang;       /* "Urusan Pemerintahan Bidang Koperasi, ..." */
	const char *unit_organisasi;
	int tahun;                     /* 0: not given */
	uint8_t bulan;                 /* 1..12; 0: not given */
	Tanggal kondisi;               /* date the figures stand at */
} Kepala;

typedef struct {
	const char *permasalahan;      /* columns (9) and (10); "" when empty */
	const char *tindak_lanjut;
} Narasi;

typedef struct {
	const char *tempat;            /* "Singaraja" */
	Tanggal tanggal;
	const char *jabatan;           /* "Kepala Perangkat Daerah," */
	const char *nama, *pangkat, *nip; /* nip as written, without the word NIP */
} TandaTangan;

typedef struct {
	Kepala kepala;
	uint32_t n_simpul; const Simpul *simpul;
	uint32_t n_indikator; const Indikator *indikator;
	Narasi narasi;
	TandaTangan tanda_tangan;
} Snapshot;

/* Number of nodes of one level. */
uint32_t snapshot_count(const Snapshot *snapshot, Tingkat tingkat);
/* Index of the node with this code; SIMPUL_NONE if none. */
uint32_t snapshot_find(const Snapshot *snapshot, Kode kode);
/* A code ("2.17.01") or a number ("12.1.1") as a person types it, or "total"; SIMPUL_TOTAL for the latter, SIMPUL_NONE if none. */
uint32_t snapshot_lookup(const Snapshot *snapshot, const char *text);
/* First difference of two snapshots as one English sentence for tests ("simpul 3 nama: 'a' / 'b'"); NULL when they say the same.
 * Realisasi of a `gema` indicator is not compared. */
const char *snapshot_difference(Arena *arena, const Snapshot *a, const Snapshot *b);

#endif
