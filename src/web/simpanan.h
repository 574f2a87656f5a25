/* simpanan: finished answers, kept while the ledger does not change (kolam_generation) and at most for SIMPANAN_UMUR, since pages also tell the time. Bounded;
 * what was longest unused gives way. Answers are objects of the server library, which counts who still sends them. Any thread. */
#ifndef CAPAIAN_WEB_SIMPANAN_H
#define CAPAIAN_WEB_SIMPANAN_H
#include "app/kolam.h"

#define SIMPANAN_UMUR ((Saat)30 * 1000000)

typedef struct Simpanan Simpanan;

typedef struct {
	void *jawaban;
	size_t n;                /* bytes of the body, and its status: for counters and the log */
	int status;
} IsiSimpanan;

/* lepas: gives up the hold on an answer. */
Simpanan *simpanan_new(Arena *arena, void (*lepas)(void *context, void *jawaban), void *context);
/* Calls `pakai` with the answer while it is surely there; false: none that holds - the caller makes it anew. While it does, others are given the one that held
 * until a moment ago, a second at most: so that a change of the ledger does not set all who ask to the same work. */
bool simpanan_pakai(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang, void (*pakai)(void *context, IsiSimpanan isi), void *context);
/* Is there one that holds? */
bool simpanan_ada(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang);
/* Takes over the hold on the answer. */
void simpanan_taruh(Simpanan *s, const char *kunci, int64_t generasi, Saat sekarang, IsiSimpanan isi);
void simpanan_kosongkan(Simpanan *s);

#endif
