/* peladen: the HTTP server. */
#ifndef CAPAIAN_WEB_PELADEN_H
#define CAPAIAN_WEB_PELADEN_H
#include "app/pintu.h"

typedef struct Peladen Peladen;

typedef struct {
	const char *db;
	const char *pada;        /* where the clock of a training ledger starts; NULL: the machine's clock */
	const char *alamat;      /* "127.0.0.1:8080", "[::1]:8080" */
	const char *sertifikat, *kunci; /* PEM files: TLS; NULL: none */
	const char *akun;        /* the account of this machine to become once the address is open; NULL: none */
	bool di_belakang_proksi; /* a reverse proxy on this machine says who calls (X-Forwarded-For, X-Forwarded-Proto) */
	bool metrik_terbuka;     /* /metrics from everywhere, not only from this machine */
	Bahasa bahasa;
} PeladenOptions;

/* Serves until SIGTERM or SIGINT; then finishes what runs. Prints the address when it listens. */
Err peladen_jalan(Arena *arena, const PeladenOptions *options, ErrInfo *info);

/* ---- for the pages ---- */
Kolam *peladen_kolam(const Peladen *p);
Pintu *peladen_pintu(const Peladen *p);
struct Pekerja *peladen_pekerja(const Peladen *p);

#endif
