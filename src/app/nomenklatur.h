/* nomenklatur: official lists of codes in the ledger, several editions side by side. An edition never changes once it is kept. */
#ifndef CAPAIAN_NOMENKLATUR_H
#define CAPAIAN_NOMENKLATUR_H
#include "app/jejak_app.h"
#include "app/nomenklatur_baca.h"

/* The editions, by name, as of the request. */
Err nomenklatur_list(Konteks *k, BarisNomenklaturEdisi **out, size_t *n, ErrInfo *info);

typedef struct {
	const char *edisi, *berkas, *hash;
	DaftarNomenklatur daftar;
	size_t n_bidang, n_program, n_kegiatan, n_sub, n_sebelumnya;
	bool sama;               /* the edition is there already, from this very file */
	bool tersimpan;
} ImporNomenklatur;

/* Reads the list, and with `terapkan` keeps it as an edition; whole or not at all. ERR_USAGE: an edition of this name came from another file. */
Err nomenklatur_import(ImporNomenklatur *out, Konteks *k, const char *berkas, const char *edisi, bool terapkan, Kemajuan kemajuan, ErrInfo *info);

/* One edition, ready to be searched. */
typedef struct {
	BarisNomenklaturEdisi edisi;
	BarisNomenklatur *baris; size_t n;
	struct KunciNomenklatur *kode, *nama, *lama; size_t n_lama; /* by code of four digits; by name; by the codes replaced */
} Nomenklatur;

/* The edition of this name; NULL: the one named like the year, else the newest (last by name). ERR_USAGE when there is none. */
Err nomenklatur_load(Nomenklatur **out, Konteks *k, const char *edisi, int tahun, ErrInfo *info);

/* The entry of a code, whatever the digits of its sub kegiatan (01 or 0001); for the supporting program (X.XX.01), that of any bidang. NULL. */
const BarisNomenklatur *nomenklatur_find(Arena *arena, const Nomenklatur *nomenklatur, Kode kode);
/* Entries of this level with this name (blanks, case and level words aside), at most `max`. */
size_t nomenklatur_by_name(Arena *arena, const Nomenklatur *nomenklatur, Tingkat tingkat, const char *nama, const BarisNomenklatur **out, size_t max);
/* Entries that name this code as the one they replace. */
size_t nomenklatur_successors(Arena *arena, const Nomenklatur *nomenklatur, Kode kode, const BarisNomenklatur **out, size_t max);

#endif
