/* naif: the rules of computation done naively in GMP rationals, straight from docs/rules-of-computation.md and sharing no code with the
 * engine beyond its data types. Slow on purpose. */
#ifndef CAPAIAN_TEST_NAIF_H
#define CAPAIAN_TEST_NAIF_H
#include "domain/snapshot.h"
#include <gmp.h>

typedef struct {
	bool ada;
	mpq_t q;
} Naif; /* naif_init before use, naif_clear after */

typedef enum { NAIF_KEUANGAN, NAIF_KELUARAN, NAIF_RATA_RATA, NAIF_ANAK, NAIF_SENDIRI } NaifAngka;

void naif_init(Naif *x);
void naif_clear(Naif *x);
void naif_indikator(Naif *out, const Kebijakan *k, const Indikator *i);
/* One figure of a node or SIMPUL_TOTAL. */
void naif_angka(Naif *out, const Snapshot *s, const Kebijakan *k, uint32_t simpul, NaifAngka angka);
/* Sums of the leaves below a node; *ada says whether any leaf has one. */
void naif_uang(mpz_t pagu, bool *ada_pagu, mpz_t realisasi, bool *ada_realisasi, const Snapshot *s, uint32_t simpul);
void naif_hitung_operan(uint32_t *terlapor, uint32_t *seluruh, const Snapshot *s, const Kebijakan *k, uint32_t simpul);
/* Rounded as the policy prints; false when there is none, or it does not fit int64. */
bool naif_bulat(int64_t *out, const Naif *x, const Kebijakan *k);
/* Band of rata-rata, -1 without bands or value. */
int naif_pita(const Naif *x, const Kebijakan *k);

#endif
