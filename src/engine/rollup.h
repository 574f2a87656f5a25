/* rollup: the four figures of every node - keuangan, keluaran, rata-rata, predikat - exactly.
 *
 * Rules (docs/rules-of-computation.md): keuangan = sum realisasi / sum pagu x 100 over the sub kegiatan; capaian of an indicator by its direction
 * (rollup_indikator.h); keluaran of a sub kegiatan = mean of its indicators, of a parent = mean of its children; rata-rata = (keuangan +
 * keluaran) / 2; predikat = the band of rata-rata. Every option of the policy changes exactly one of these steps.
 *
 * Exact means: every printed digit is the one that unlimited rational arithmetic would print. The fast path computes in scaled integers
 * (products in 128 bits) and knows a bound of its error (rollup_kolom.h); where the bound straddles a rounding boundary - or a value leaves the
 * range - the figure is computed again as a Pecahan.
 *
 * House rules, where the law is silent:
 *   - Blank is not zero. A blank realisasi is left out of the mean and counted in the open (terlapor of seluruh). Under KOSONG_NOL it counts as
 *     zero, of money too, but is still not counted as reported.
 *   - Target 0 or blank: no capaian. Pagu 0: no keuangan. A figure without operands has no value, and rata-rata needs both its parts:
 *     a missing half is never taken for the whole.
 *   - A parent without children (a program row alone) is a leaf: its own row is its fact, money and indicators, whatever the policy
 *     says about parents. A parent with children has its own figure beside theirs; the policy chooses, and when the chosen one is absent
 *     keluaran has no value - the other is not taken in silence.
 *   - The OPD has no indicators: its keluaran always comes from the programs.
 *   - Weights that are incomplete, negative or all zero: the plain mean for this node (rollup_rerata.h).
 *   - Signs are not judged here: negative money goes through the formulas; the checks speak about it. */
#ifndef CAPAIAN_ROLLUP_H
#define CAPAIAN_ROLLUP_H
#include "base/pecahan.h"
#include "domain/snapshot.h"

typedef struct {
	IsiRupiah pagu, realisasi;         /* sums; KOSONG when no leaf has one */
	IsiDesimal keuangan, keluaran, rata_rata; /* per cent, rounded for print by the policy; KOSONG: no value, shown "-" (or one
	                                      beyond 64 bits) */
	IsiDesimal keluaran_anak;          /* from the children (parents) or the indicators (sub kegiatan) */
	IsiDesimal keluaran_sendiri;       /* from the node's own indicators (gema ones left out); program and kegiatan only */
	int8_t predikat;                   /* index in kebijakan->pita; -1: none. Of rata_rata */
	bool luapan;                       /* a money sum overflowed: pagu/realisasi/keuangan have no value */
	uint32_t terlapor, seluruh;        /* operands of keluaran's mean that were reported (an indicator with a capaian, a child with
	                                      something reported below) / all of them, gema left out */
} Capaian;

typedef struct {
	const Snapshot *snapshot;
	const Kebijakan *kebijakan;
	Capaian *simpul;                   /* [snapshot->n_simpul] */
	IsiDesimal *indikator;             /* [snapshot->n_indikator] capaian, rounded for print */
	Capaian total;                     /* the OPD */
	uint32_t n_eksak;                  /* figures that needed the unlimited fraction (for tests and the bench) */
} Hasil;

/* Never fails; absent figures say so. */
const Hasil *rollup_run(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan);

typedef enum { ANGKA_KEUANGAN, ANGKA_KELUARAN, ANGKA_RATA_RATA } JenisAngka;

/* The unrounded figure of a node (or SIMPUL_TOTAL); NULL when it has no value. */
const Pecahan *rollup_exact(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan, uint32_t simpul, JenisAngka jenis);
/* The unrounded capaian of one indicator; NULL when it has no value. */
const Pecahan *rollup_exact_indikator(Arena *arena, const Snapshot *snapshot, const Kebijakan *kebijakan, uint32_t indikator);
/* Children of a node in order (or the programs for SIMPUL_TOTAL): writes at most cap indices, gives how many there are. */
uint32_t rollup_children(const Snapshot *snapshot, uint32_t simpul, uint32_t *out, uint32_t cap);

#endif
