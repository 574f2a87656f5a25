/* rollup_kolom: the core of the roll-up, over columns laid out for speed. One report or the whole country: the same code.
 *
 * LAYOUT. Nodes stand in pre-order in parallel arrays; their depth in the tree (a root 0, a child its parent's + 1) is all the structure
 * there is, so any number of levels - country, pemda, OPD, program, kegiatan, sub kegiatan - is the same to the core. A node without
 * children is a leaf: its money is a fact and its keluaran comes from its indicators. Indicators of a node are contiguous, in the order of
 * the nodes, and already fractions (rollup_indikator.h): direction, cap and floor are settled when the columns are built. The core walks the
 * nodes once, backwards, so that children come before their parent; what they add up to waits in one accumulator a depth. No pointers
 * are followed and nothing is allocated.
 *
 * UNITS. Percentages are held as int64 in units of 1 / 1.167.566.400.000 per cent (RESEP_PERSEN = 2^9 3^6 5^5 7 11 13). The number is
 * large, so that one unit never matters for print, and smooth, so that the shares of everyday plans - twelfths, thirds, eighths, the
 * decimals - and their means are whole numbers of units: their ties (x,xx5) are met exactly and rounded without further ado.
 *
 * ERROR ANALYSIS. Every held value v stands for a true x with v <= x <= v + e.
 *   - A fraction N/D x 100 is floor(N x 100 x RESEP_PERSEN / D), one 128-by-64 division: e < 1.
 *   - A mean of m values is floor(sum v / m), the sum exact: sum v <= sum x <= sum v + sum e, hence v' <= x' < v' + 1 + max e: a level adds
 *     at most one unit.
 *   - A weighted mean is floor(sum w v / sum w), w >= 0 exact integers: the same.
 *   - So a leaf's keluaran has e <= 2, a node h levels above the leaves e <= 2 + h <= 2 + KOLOM_DALAM_MAX = 33.
 *   - keuangan + keluaran = 2 x rata-rata is held doubled, not halved: e <= 1 + 33. All are below KOLOM_GALAT = 64.
 * Rounding is monotone in x under every mode. So if v and v + KOLOM_GALAT round to the same digits, x does: the figure is proved. Otherwise
 * - about one figure in 10^8 when two decimals are printed - or when a value leaves the range of +-2^61 units (1,9 million per cent), the
 * figure is marked, and rollup_ulang.c computes it again as an unlimited fraction from the facts below the node. The general path also knows
 * when v is x itself (every remainder was zero): then e = 0, which settles exact ties under the modes for which v and v + e differ there.
 * The predikat is decided in the same way: no bound of a band may lie inside [v, v + e]. */
#ifndef CAPAIAN_ROLLUP_KOLOM_H
#define CAPAIAN_ROLLUP_KOLOM_H
#include "base/pecahan.h"
#include "engine/rollup_resep.h"

enum { KOLOM_GALAT = 64, KOLOM_DALAM_MAX = 31 };

/* What a node is: bits, and its depth above them. PAGU and REALISASI on leaves only: parents are sums. */
enum {
	KOLOM_PAGU = 1,
	KOLOM_REALISASI = 2,
	KOLOM_SENDIRI = 4,                /* keluaran from the node's own indicators although it has children */
	KOLOM_DALAM = 3,                  /* shift of the depth */
};

typedef struct {
	uint32_t n;                       /* nodes */
	const uint8_t *sifat;             /* KOLOM_PAGU | ... | depth << KOLOM_DALAM */
	const int64_t *pagu, *realisasi;  /* sen; 0 where sifat has no bit */
	const uint32_t *indikator_awal;   /* [n + 1] */
	/* capaian / 100 of each indicator as a fraction, penyebut > 0. 0/0: no capaian; 1/0: beyond 64 bits, `luar` has it */
	const int64_t *pembilang, *penyebut;
	/* only where they are needed, else NULL */
	const IsiDesimal *bobot;          /* weights of the nodes, of the indicators: when the policy rolls up by bobot */
	const IsiDesimal *bobot_indikator;
	const Pecahan *const *luar;       /* capaian, per cent, of the indicators 1/0 */
} Kolom;

/* Bits of a figure's status. */
enum {
	STATUS_PAGU = 1, STATUS_REALISASI = 2, /* some leaf has it */
	STATUS_LUAPAN = 4,                /* a sum of money outgrew 64 bits; then neither of the above, and no keuangan */
	STATUS_KEUANGAN = 8, STATUS_KELUARAN = 16, STATUS_RATA_RATA = 32, STATUS_ANAK = 64, STATUS_SENDIRI = 128, /* has a value */
	STATUS_ULANG = 8,                 /* a value bit shifted left by this: the fast figure was not proved */
};

/* The figures of a node, rounded: integers of Resep.desimal decimals, 0 without their status bit. */
typedef struct {
	int64_t keuangan, keluaran, rata_rata;
	uint16_t status;
	int8_t predikat;                  /* band of rata-rata; -1: none */
} KolomAngka;

typedef struct {
	int64_t pagu, realisasi;          /* sums, sen */
	int64_t anak, sendiri;            /* keluaran from the children; from the own indicators (a leaf has only the latter) */
} KolomRinci;

typedef struct {
	int64_t capaian;                  /* rounded */
	uint16_t status;                  /* STATUS_KELUARAN: has a value */
} KolomIndikator;

typedef struct {
	KolomAngka *angka;                /* one a node */
	KolomRinci *rinci;                /* one a node; NULL: not wanted */
	KolomIndikator *indikator;        /* one an indicator; NULL: not wanted */
	uint32_t n_ulang;                 /* figures computed again */
} KolomHasil;

/* Computes every figure; marked ones are done again before it returns. */
void kolom_hitung(const Kolom *kolom, const Resep *resep, KolomHasil *hasil);

#endif
