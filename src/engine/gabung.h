/* gabung: the figures of several agencies merged - of a region, or of the agencies' parts in one bidang urusan.
 *
 * Money: pagu sums every operand that has one, reported or not; realisasi sums those that have reported. keuangan = sum realisasi / sum pagu x 100 over the
 * reported. keluaran = mean of the reported operands' exact keluaran, plain or weighted by their pagu (Kebijakan.gulung_daerah); an operand without
 * keluaran is left out. rata-rata = (keuangan + keluaran) / 2. Exact, one rounding at the end. Who has not reported counts neither as 0 nor as 100. */
#ifndef CAPAIAN_GABUNG_H
#define CAPAIAN_GABUNG_H
#include "engine/rollup.h"

typedef struct {
	const Hasil *hasil;        /* of the whole operand; NULL: it has no plan */
	bool terlapor;
	const Pecahan *keluaran;   /* exact; NULL: no value, or not reported */
} SukuGabung;

/* An operand; its exact keluaran is computed here, once. */
SukuGabung gabung_suku(Arena *arena, const Hasil *hasil, bool terlapor);

typedef struct {
	IsiRupiah pagu, realisasi;
	IsiDesimal keuangan, keluaran, rata_rata; /* rounded by the policy */
	int8_t predikat;           /* index in kebijakan->pita; -1: none */
	uint32_t terlapor, seluruh;
	bool luapan;               /* a sum of money outgrew 64 bits: no money, no keuangan */
} Gabungan;

Gabungan gabung_run(Arena *arena, const Kebijakan *kebijakan, const SukuGabung *suku, size_t n);

/* Rank 1 .. by value, highest first; equal values share a rank and the next ones are skipped (1, 1, 3); 0 without a value. */
void gabung_rank(const IsiDesimal *nilai, size_t n, uint32_t *peringkat);

/* The bidang urusan of a node: the first two parts of its code ("2.17"); `sendiri`, that of the agency, for a code X.XX.. or none. */
const char *gabung_bidang(Arena *arena, const Simpul *simpul, const char *sendiri);
/* Figures of the programs of one bidang, as if the agency had no others; NULL when it has none there; `hasil` itself when all of
 * its programs are. */
const Hasil *gabung_bagian(Arena *arena, const Hasil *hasil, const char *kode_bidang, const char *sendiri);

/* ---- plan against actual ---- */

/* Planned and spent money up to a month; points are of the per cent of pagu. */
typedef struct {
	IsiRupiah rencana, realisasi, selisih;   /* selisih = realisasi - rencana; KOSONG when one of them is */
	IsiDesimal rencana_persen, realisasi_persen, selisih_poin;
	IsiDesimal keluaran;                     /* physical progress, rounded */
} Deviasi;

/* One operand: an agency, or a sub kegiatan. realisasi KOSONG: not reported. */
typedef struct { IsiRupiah pagu, rencana, realisasi; } SukuDeviasi;

/* rencana sums those that have one, and its per cent is of their pagu; realisasi sums the reported, and its per cent is of theirs; both deviations compare
 * those that have reported and have a plan with that plan only. `keluaran` is left KOSONG. */
Deviasi deviasi_run(Arena *arena, const Kebijakan *kebijakan, const SukuDeviasi *suku, size_t n);

#endif
