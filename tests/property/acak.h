/* acak: random reports for property tests. The same seed gives the same report on every machine. */
#ifndef CAPAIAN_TEST_ACAK_H
#define CAPAIAN_TEST_ACAK_H
#include "domain/snapshot.h"

typedef struct { uint64_t keadaan; } Acak; /* any start value */

uint64_t acak_next(Acak *acak);
uint32_t acak_below(Acak *acak, uint32_t n);              /* 0..n-1, n > 0 */
bool acak_chance(Acak *acak, uint32_t percent);

/* A whole report: 1..n_program programs with kegiatan, sub kegiatan (2 or 4 digits) and indicators; blank, zero and other values; text targets; echoed
 * percentages; names with every character that a format might take for its own. Codes are of the right shape and each parent's code heads its children's. */
enum {
	ACAK_BOBOT = 1,   /* weights on nodes and indicators, now and then one missing */
	ACAK_LEBAR = 2,   /* one kegiatan with about a hundred sub kegiatan */
	ACAK_MENTAH = 4,  /* as people write: line breaks and doubled blanks in names, numbers such as "1,1", codes such as "2.17.1" */
};
const Snapshot *acak_snapshot(Arena *arena, Acak *acak, uint32_t n_program, unsigned pilihan);

/* A policy with every option that changes a figure drawn at random. Its text, and so its hash, are those of the default. */
const Kebijakan *acak_kebijakan(Arena *arena, Acak *acak);

#endif
