/* rollup_kolom: the core of the roll-up, over columns laid out for speed. One report or the whole country: the same code.
 *
 * LAYOUT. Nodes stand in pre-order in parallel arrays; `dalam` is the depth in the tree (a root 0, a child its parent's + 1), so any
 * number of levels - country, pemda, OPD, program, kegiatan, sub kegiatan - is the same to the core. A node without children is a leaf: its
 * money is a fact and its keluaran comes from its indicators. Indicators of a node are contiguous, in the order of the nodes, and already
 * fractions (rollup_indikator.h): direction, cap and floor are settled when the columns are built. The core walks the nodes once, backwards,
 * so that children come before their parent; what they add up to waits in one accumulator a depth. No pointers are followed and
 * nothing is allocated.
 *
 * ERROR ANALYSIS. Percentages are held as int64 in units of 10^-12 per cent (RESEP_SKALA). Every held value v stands for a true x with
 *     v <= x <= v + e,   e = 0 when the value is marked exact ("bulat"), else e <= KOLOM_GALAT = 64 units.
 *   - A fraction N/D x 100 is floor(N x 10^14 / D), one 128-by-64 division. Remainder 0: exact. Else x < v + 1: e = 1.
 *   - A mean of m values is floor(sum v / m), computed from the exact integer sum. sum v <= sum x <= sum v + sum e, hence
 *     v' <= x' <= (sum v + sum e)/m < v' + 1 + max e: each level adds at most one unit. Remainder 0 and all values exact: exact.
 *   - A weighted mean is floor(sum w v / sum w), w >= 0 exact integers: the same bound.
 *   - So a fraction has e <= 1, a leaf's keluaran e <= 2, a node h levels above the leaves e <= 2 + h <= 2 + KOLOM_DALAM_MAX.
 *   - 2 x rata-rata = keuangan + keluaran is held doubled, not halved: e <= 1 + 2 + KOLOM_DALAM_MAX. All are below KOLOM_GALAT.
 * Rounding is monotone in x under every mode. So if v and v + e round to the same digits, x does: the figure is proved. Otherwise - about
 * one figure in 10^8 when two decimals are printed - or when a value leaves the range of +-2^61 units (2.3 million per cent), the figure is
 * marked and rollup_ulang.c computes it again as an unlimited fraction. Units are decimal so that ties are no exception: x,xx5 is a
 * whole number of units, held exactly, and rounds here by the policy's mode; only ties made of parts that do not end (1/3 + 2/3) need the
 * fraction. The predikat is decided in the same way: a bound of a band must not lie inside [v, v + e].
 * Money is summed in 128 bits: never wrong; a sum beyond 64 bits is marked `luapan`. */
#ifndef CAPAIAN_ROLLUP_KOLOM_H
#define CAPAIAN_ROLLUP_KOLOM_H
#include "base/pecahan.h"
#include "engine/rollup_resep.h"

enum { KOLOM_GALAT = 64, KOLOM_DALAM_MAX = 32 };

/* What a node has. PAGU and REALISASI on leaves only: parents are sums. */
enum {
	KOLOM_PAGU = 1,
	KOLOM_REALISASI = 2,
	KOLOM_SENDIRI = 4,      /* keluaran from the node's own indicators although it has children */
};

/* Kind of an indicator with penyebut 0. */
enum {
	KOLOM_TANPA,            /* no capaian: counted, not a value */
	KOLOM_NOL,              /* a blank that counts as zero */
	KOLOM_BUKAN,            /* no operand: not counted */
	KOLOM_LUAR,             /* a value that outgrows the fraction: `luar` holds it */
};

typedef struct {
	uint32_t n;                       /* nodes */
	const uint8_t *dalam;             /* depth, at most KOLOM_DALAM_MAX */
	const uint8_t *sifat;             /* KOLOM_PAGU | ... */
	const int64_t *pagu, *realisasi;  /* sen; 0 where sifat has no bit */
	const IsiDesimal *bobot;          /* weights of the nodes; NULL unless the recipe asks for them */
	const uint32_t *indikator_awal;   /* [n + 1] */
	const int64_t *pembilang, *penyebut; /* capaian / 100 of each indicator; penyebut > 0, or 0 with a kind in `khusus` */
	const uint8_t *khusus;            /* NULL: KOLOM_TANPA throughout */
	const IsiDesimal *bobot_indikator;/* NULL unless the recipe asks for them */
	const Pecahan *const *luar;       /* capaian, per cent, of KOLOM_LUAR; NULL if there are none */
} Kolom;

/* Bits of a node's status. */
enum {
	STATUS_PAGU = 1, STATUS_REALISASI = 2, STATUS_LUAPAN = 4,
	STATUS_KEUANGAN = 8, STATUS_KELUARAN = 16, STATUS_RATA_RATA = 32, /* has a value */
	STATUS_ANAK = 64, STATUS_SENDIRI = 128,
	STATUS_ULANG = 8,                 /* a value bit shifted left by this: the fast figure was not proved */
};

typedef struct {
	int64_t pagu, realisasi;          /* sums, sen */
	int64_t anak, sendiri;            /* keluaran from the children; from the own indicators (both kept; a leaf has only the latter) */
	uint32_t terlapor, seluruh;       /* operands of keluaran that were reported, all */
} KolomRinci;

/* One element a node; rounded figures are integers of Resep.desimal decimals, 0 without their status bit. */
typedef struct {
	uint16_t *status;
	int64_t *keuangan, *keluaran, *rata_rata;
	int8_t *predikat;                 /* band of rata-rata; -1: none */
	KolomRinci *rinci;                /* NULL: not wanted */
	int64_t *indikator;               /* an element an indicator; NULL: not wanted */
	uint16_t *indikator_status;       /* STATUS_KELUARAN: has a value */
	uint32_t n_ulang;                 /* figures computed again */
} KolomHasil;

/* Computes every figure; marked ones are done again before it returns. */
void kolom_hitung(const Kolom *kolom, const Resep *resep, KolomHasil *hasil);

#endif
