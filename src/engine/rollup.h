/* rollup: the four figures of every node - keuangan, keluaran, rata-rata, predikat - exactly.
 *
 * Rules (docs/rules-of-computation.md): keuangan = sum realisasi / sum pagu x 100 over the sub kegiatan; capaian of an indicator by its direction;
 * keluaran of a sub kegiatan = mean of its indicators, of a parent = mean of its children; rata-rata = (keuangan + keluaran) / 2. Every option of the
 * policy changes exactly one of these steps.
 *
 * Exact means: every printed digit is the one that unlimited rational arithmetic would print. The fast path computes in scaled integers (products in 128 bits)
 * and carries a bound of its error; where the bound straddles a rounding boundary - or a value leaves the range - the node is computed again as a
 * Pecahan. Blank is not zero: a blank is left out of the mean and counted (terlapor of seluruh), unless the policy says otherwise; target 0 or blank
 * gives no capaian; a node with no reported leaf has no value; pagu 0 has no keuangan. */
#ifndef CAPAIAN_ROLLUP_H
#define CAPAIAN_ROLLUP_H
#include "base/pecahan.h"
#include "domain/snapshot.h"

typedef struct {
	IsiRupiah pagu, realisasi;         /* sums; KOSONG when no leaf has one */
	IsiDesimal keuangan, keluaran, rata_rata; /* per cent, rounded for print by the policy; KOSONG: no value, shown "-" */
	IsiDesimal keluaran_anak;          /* from the children (parents) or the indicators (sub kegiatan) */
	IsiDesimal keluaran_sendiri;       /* from the node's own indicators (gema ones left out); parents only */
	int8_t predikat;                   /* index in kebijakan->pita; -1: none. Of rata_rata */
	bool luapan;                       /* a money sum overflowed: pagu/realisasi/keuangan have no value */
	uint32_t terlapor, seluruh;        /* operands of keluaran's mean that have a value / all of them */
} Capaian;

typedef struct {
	const Snapshot *snapshot;
	const Kebijakan *kebijakan;
	Capaian *simpul;                   /* [snapshot->n_simpul] */
	IsiDesimal *indikator;             /* [snapshot->n_indikator] capaian, rounded for print */
	Capaian total;                     /* the OPD */
	uint32_t n_eksak;                  /* figures that needed the exact path (for tests and the bench) */
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
