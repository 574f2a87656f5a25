/* kolam: the ledger of a program that serves many requests at once. A pool of open stores; each request borrows one, with who asks and for which region,
 * as a Konteks - opening a file anew for each would cost more than most answers.
 *
 * A reading request sees one moment, that of kolam_take. Writing ones take turns within the program (store_queue); each use case is one transaction, durable
 * when it returns. All functions may be called from any thread; a Konteks belongs to one thread at a time. */
#ifndef CAPAIAN_KOLAM_H
#define CAPAIAN_KOLAM_H
#include "app/konteks.h"

typedef struct Kolam Kolam;

/* Opens the ledger (with its checks, and its upgrade when it is of an older program). `arena` holds the pool. */
Err kolam_open(Kolam **out, Arena *arena, const char *db, Bahasa bahasa, ErrInfo *info);
/* From now on the clock of the training ledgers in it runs on from this moment (typed as for --at), or from its last entry if that is later: a demo of
 * last year stays in last year. Before the first kolam_take. ERR_USAGE: no time, or no training ledger. */
Err kolam_clock(Kolam *kolam, Arena *arena, const char *pada, Bahasa bahasa, ErrInfo *info);
/* The moment `sekarang` of the machine's clock by that of the region's ledger (kolam_clock). */
Saat kolam_waktu(const Kolam *kolam, const BarisPemda *pemda, Saat sekarang);
/* Nothing may be borrowed any more. */
void kolam_close(Kolam *kolam);
const char *kolam_path(const Kolam *kolam);

/* The regions in the ledger; in the arena. */
Err kolam_list_pemda(Kolam *kolam, Arena *arena, Bahasa bahasa, BarisPemda **out, size_t *n, ErrInfo *info);

/* A store without a request, for what comes before one is possible: who is it? Held as shortly as can be. */
typedef struct {
	Store *store;
	void *laci;
} KolamPinjam;
Err kolam_borrow(Kolam *kolam, Arena *arena, StoreMode mode, Bahasa bahasa, KolamPinjam *out, ErrInfo *info);
/* What was not committed is rolled back. Gives err back, its message copied to `arena`. Also for one that was not lent. */
Err kolam_return(Kolam *kolam, KolamPinjam *borrowed, Arena *arena, Err err, ErrInfo *info);

/* Requests that write little and come at the same time share one transaction, and so one wait for the disk: each is taken with `kelompok`, given back, and
 * answered only when kolam_group_end says that all are durable. When it fails, none of them has happened. They come one after another, in one thread. */
Err kolam_group_begin(Kolam *kolam, Arena *arena, Bahasa bahasa, KolamPinjam *out, ErrInfo *info);
Err kolam_group_end(Kolam *kolam, KolamPinjam *group, Arena *arena, ErrInfo *info);

typedef struct {
	const char *pemda;
	const char *pengguna;       /* NULL: nobody is signed in - the public, which sees approved months only */
	const char *sumber;         /* entri | impor | api; NULL: entri */
	const char *per;            /* as-of time as typed; NULL or "": now */
	StoreMode mode;             /* STORE_BACA | STORE_TULIS */
	Bahasa bahasa;
	LingkupToken lingkup;       /* of the API token that asks; 0: not narrowed */
	const KolamPinjam *kelompok; /* a store of kolam_group_begin: the request is one of several in its transaction; NULL */
} KolamMinta;

/* ERR_ABSENT: no such region or user; ERR_USAGE: a disabled user, a bad time. Waits while all stores are lent. What is read lives in `arena`. */
Err kolam_take(Kolam *kolam, Arena *arena, const KolamMinta *request, Konteks **out, ErrInfo *info);
/* What was not committed is rolled back. NULL allowed. */
void kolam_give(Kolam *kolam, Konteks *k);

/* Another number after every change of the ledger: while it stays the same, what was read still holds. A change by this process counts at once, one by another
 * a millisecond later at most. Cheap. */
int64_t kolam_generation(Kolam *kolam);

#endif
