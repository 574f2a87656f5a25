/* rute: the addresses of the application, one table a module. A test walks all of them with every role. */
#ifndef CAPAIAN_WEB_RUTE_H
#define CAPAIAN_WEB_RUTE_H
#include "web/http.h"

/* What a route is; several may hold. A route asks for a signed-in user and borrows the ledger for reading (GET) or writing (else) unless it says otherwise. What
 * a user may see and do there is decided by the use cases of app/, not here. */
typedef enum {
	RUTE_UMUM = 1,           /* also for visitors who are signed out; a signed-in user stays who he is */
	RUTE_PUBLIK = 2,         /* always as the public sees it; the region is the part {pemda} of the path */
	RUTE_BERAT = 4,          /* long work (PDF, XLSX, import): in the bounded queue of workers */
	RUTE_UNGGAH = 8,         /* takes files, up to UNGGAH_MAX in all */
	RUTE_MEMBACA = 16,       /* a POST that only reads (checking a file) */
	RUTE_TANPA_BUKU = 32,    /* needs no ledger */
	RUTE_API = 64,           /* token instead of session, no CSRF token; errors as problem+json */
	RUTE_LOKAL = 128,        /* from this machine only, unless the server was told otherwise */
	RUTE_SANDI = 256,        /* works on a password (50 ms): in a bounded queue of its own, so that a rush of sign-ins stops nothing else */
	RUTE_KELOMPOK = 1024,    /* a small change of the ledger by its handler alone: shares a transaction with others that come at the same time */
	RUTE_SIMPAN = 512,       /* a GET whose answer depends on address, user, language, theme and the ledger alone: it is kept while these stay the same */
} SifatRute;

enum { UNGGAH_MAX = 20 * 1024 * 1024, BADAN_MAX = 256 * 1024 };

typedef struct Rute {
	Metode metode;
	const char *pola;        /* "/isian/{opd}/{tahun}/{bulan}"; a part in braces stands for one part of the path */
	Err (*jalan)(Minta *m, Jawab *j, ErrInfo *info); /* an error becomes the page (or problem) for it */
	unsigned sifat;
} Rute;

/* The modules; each table ends with an empty row. */
extern const Rute *const RUTE_SEMUA[];

/* The route of a path with its parts filled in; NULL: none. *metode_ada: the methods that the path has, as far as it was looked for
 * (all when NULL), each as 1u << METODE_...; 0: there is no such path. */
const Rute *rute_find(Arena *arena, Metode metode, const char *jalur, Medan **bagian, size_t *n_bagian, unsigned *metode_ada);

#endif
