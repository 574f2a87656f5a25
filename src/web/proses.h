/* proses: what the server process may do to the machine: as little as it needs. */
#ifndef CAPAIAN_WEB_PROSES_H
#define CAPAIAN_WEB_PROSES_H
#include "base/bahasa.h"
#include "base/err.h"

/* To be called when the address is open and the key is read, before any thread and before the ledger: becomes the account `nama` of this machine (NULL: stays
 * who he is) with its groups and for good; programs it might start gain no rights; its files are its own; as many connections as the system lets it.
 * ERR_USAGE: no such account, or not root. *masih_root: it goes on as root, which nobody should want. */
Err proses_batasi(const char *nama, bool *masih_root, Arena *arena, Bahasa bahasa, ErrInfo *info);

#endif
