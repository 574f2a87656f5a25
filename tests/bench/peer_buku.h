/* peer_buku: what a bare SQLite needs for the work behind a ledger's - no chain, no plan, no rules, no exact figures. */
#ifndef PEER_BUKU_H
#define PEER_BUKU_H
#include <stdbool.h>

/* A new file with one table; n times one row in a transaction of its own, as durable as the ledger's. */
bool peer_buku_simpan(const char *file, int n, double *ms);
/* On a ledger: opens it, and lets SQL sum money and average volumes over targets of the month, a row an agency. */
bool peer_buku_baca(const char *ledger, int tahun, int bulan, int n, double *ms);

#endif
