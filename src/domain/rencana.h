/* rencana: the plan of an agency's year - its tree with pagu, indicators, targets and anggaran kas - whatever it came from: a report, a plan
 * sheet, the ledger. Nodes in pre-order; codes normalised and unique. */
#ifndef CAPAIAN_RENCANA_H
#define CAPAIAN_RENCANA_H
#include "base/bahasa.h"
#include "base/diag.h"
#include "domain/snapshot.h"

typedef struct {
	int64_t nomor;         /* stays with the indicator through all versions of the year, from 1 within its node; 0: not numbered yet */
	const char *nama, *satuan;
	IsiDesimal target;
	const char *target_teks; /* "" when there is none */
	const char *arah;      /* naik | turun-a | turun-b | rentang; "" follows the policy */
	const char *perilaku;  /* kumulatif | jumlah | terakhir; "" follows the policy */
	IsiDesimal bobot;
	bool gema;             /* see Indikator */
} IndikatorRencana;

enum { KAS_BULAN = 12 };

typedef struct {
	Tingkat tingkat;
	const char *kode;      /* normalised; "" until rencana_check has refused it */
	const char *nomor, *nama;
	IsiRupiah pagu;        /* of a sub kegiatan; on a parent only what a file writes there, never stored */
	IsiDesimal bobot;
	bool ada_kas;          /* sub kegiatan: a planned withdrawal per month is known */
	Rupiah kas[KAS_BULAN];
	uint32_t indikator_awal, n_indikator; /* into Rencana.indikator */
	Posisi posisi;         /* in the file; all 0 when it comes from the ledger */
} SimpulRencana;

typedef struct {
	uint32_t n_simpul;
	SimpulRencana *simpul;
	uint32_t n_indikator;
	IndikatorRencana *indikator;
	IsiRupiah total_tertulis; /* the file's own total, for the control; KOSONG when it has none */
	bool ada_kas;          /* the source has a cash plan for at least one sub kegiatan */
	struct { bool arah, perilaku, bobot, gema; } diam; /* what the source cannot say: it is taken over from the version before */
} Rencana;

#define RENCANA_NONE UINT32_MAX

/* Index of the node with this code; RENCANA_NONE. Linear. */
uint32_t rencana_find(const Rencana *rencana, const char *kode);
/* One past the last descendant of node i. */
uint32_t rencana_end(const Rencana *rencana, uint32_t i);
/* Sum of the pagu of the sub kegiatan in [from, to): a node with its descendants, or all. false on overflow. */
bool rencana_sum(const Rencana *rencana, uint32_t from, uint32_t to, Rupiah *out);
uint32_t rencana_count(const Rencana *rencana, Tingkat tingkat);
/* Sum of a sub kegiatan's anggaran kas; false on overflow. */
bool rencana_kas_sum(const SimpulRencana *simpul, Rupiah *out);

/* The plan in a report: its tree, pagu, indicators and targets; what was realised is left behind. */
Rencana *rencana_from_snapshot(Arena *arena, const Snapshot *snapshot);
/* A name without its level word and blanks, upper case, letters and digits only: what makes two names the same. */
const char *rencana_nama_kunci(Arena *arena, const char *nama);

/* What no plan may be: a node without a code, a code of another level or twice, a child without its parent, money below zero or on a parent that
 * has no sub kegiatan, totals beyond the limit, an anggaran kas that does not add up to the pagu: errors. Parents and total written otherwise than
 * the sum of their sub kegiatan, a sub kegiatan without pagu or indicator, a parent without children: warnings. Rule names "rencana-...". */
void rencana_check(Arena *arena, const Rencana *rencana, Bahasa bahasa, DaftarTemuan *temuan);

#endif
