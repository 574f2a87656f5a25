/* tata: setting up a ledger - the region, its agencies. Users are in pengguna.h, the calendar in kalender.h. */
#ifndef CAPAIAN_TATA_H
#define CAPAIAN_TATA_H
#include "app/konteks.h"

typedef struct {
	const char *db;      /* path; a file that exists must be a ledger, and receives the region as a further one */
	const char *pemda;   /* code of the region */
	const char *nama;    /* NULL: as in the list of regions */
	bool latihan;        /* a training ledger: its clock may be set; the only kind in which a region outside the list may stand */
	const char *pada;    /* time of the change, in a training ledger only; NULL: the clock */
} TataBaru;

/* Makes the ledger (or adds the region to one) with its first user, `admin`, who has no password yet. Whole or not at all. ERR_USAGE when the code is
 * unknown or the ledger holds the region already. */
Err tata_init(Arena *arena, const TataBaru *baru, Bahasa bahasa, BarisPemda *out, ErrInfo *info);

/* Agencies by code, as of the request. */
Err tata_opd_list(Konteks *k, BarisOpd **out, size_t *n, ErrInfo *info);

/* One field by its name (a column of table opd but the code; aktif is ya or tidak); ERR_USAGE with the names when there is no such field. */
Err tata_opd_field(const Konteks *k, BarisOpd *row, const char *field, const char *value, ErrInfo *info);
/* An empty row for tata_opd_field to fill: active, bidang taken from the code. */
BarisOpd tata_opd_blank(const char *kode, Arena *arena);
/* Keeps a new agency (row.opd is its whole code) or the next version of one. ERR_USAGE: the code is malformed, taken (new) or unknown (else); no name;
 * the head's NIP is not one. *changed is false when the newest version is the same already and nothing was written. */
Err tata_opd_save(Konteks *k, BarisOpd row, bool baru, bool *changed, ErrInfo *info);

/* Text as kept for one line: without control characters, blanks squeezed. */
const char *tata_line(Arena *arena, const char *text);

#endif
