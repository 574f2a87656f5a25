/* bulan: one OPD's month out of the ledger - the plan in force, the facts, the policy, the state. Everything that reports, checks,
 * explains or compares starts here. */
#ifndef CAPAIAN_BULAN_H
#define CAPAIAN_BULAN_H
#include "app/konteks.h"
#include "domain/draf.h"
#include "engine/rollup.h"

typedef enum { KEADAAN_KOSONG /* nothing entered */, KEADAAN_DRAF, KEADAAN_DIAJUKAN, KEADAAN_DIVERIFIKASI, KEADAAN_DISAHKAN, KEADAAN_DIKEMBALIKAN } Keadaan;

const char *keadaan_name(Keadaan keadaan); /* as stored: "draf" ... ; "kosong" */
Keadaan keadaan_of(const BarisKeadaan *langkah); /* the state after a step */

typedef struct {
	Bahasa bahasa;                   /* of the request: of what is said about the month */
	BarisOpd opd;
	int tahun, bulan;
	int64_t sampai;                  /* entries seen: of the lock for a locked revision */
	Keadaan keadaan;
	bool terkunci;                   /* the last step of the cycle was taken: nothing changes any more */
	int revisi;                      /* 1, 2, ... */
	const BarisKeadaan *langkah; size_t n_langkah; /* every step so far, oldest first */
	BarisRencana rencana;
	const BarisRencanaIndikator **baris_indikator; /* [n_indikator] plan row behind each indicator: its number */
	const BarisFakta **uang;         /* [n_simpul] fact behind each money; NULL: none */
	const BarisFakta **volume;       /* [n_indikator] */
	const BarisFakta *fakta; size_t n_fakta; /* all facts of the month, with narrative per node */
	const Kebijakan *kebijakan;
	int64_t kebijakan_id;            /* 0: built-in */
	Snapshot snapshot;
	const Hasil *hasil;
} Bulan;

/* revisi 0: the newest as of the request. ERR_USAGE when the OPD has no plan for the year, or no such revision. */
Err bulan_load(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, ErrInfo *info);
/* The month as it would be under another policy (NULL: its own); nothing is kept. */
Err bulan_load_under(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, const Kebijakan *kebijakan, ErrInfo *info);
/* The same without facts and figures: state, plan, policy and the snapshot's tree with blank realisasi. For what only has to know where the month
 * stands and what its cells are; a few small queries. A month with entries and no step stands at KEADAAN_KOSONG here. */
Err bulan_frame(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info);
/* bulan_load for a reader: ERR_USAGE when the access table does not let this user see the month (a locked one may be seen by everybody). */
Err bulan_read(Bulan **out, Konteks *k, const char *opd, int tahun, int bulan, int revisi, ErrInfo *info);
/* How an indicator's months make its figure: "kumulatif", "jumlah" or "terakhir", of the plan or else of the policy. */
const char *bulan_behaviour(const Bulan *bulan, uint32_t indikator);
/* The month as a document, for the checks and explanations: no printed figures, positions 0. Its own findings (rule kosong-wajib, warnings) name what is
 * not reported: the money of a leaf with pagu, and the volumes of sub kegiatan (of parents too, where the policy takes their figure from them). */
const Draf *bulan_draf(Arena *arena, const Bulan *bulan);
/* "revisi 1 - disahkan - 5 Januari 2024", and the anchor ("jejak 1234 9f3c...") of a locked revision; for the foot of a report. */
Err bulan_anchor(Konteks *k, const Bulan *bulan, int64_t *id, const char **hash, ErrInfo *info);

#endif
