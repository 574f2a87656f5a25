/* konteks: one request to the ledger - which pemda, who, when, and as of which moment it reads. */
#ifndef CAPAIAN_KONTEKS_H
#define CAPAIAN_KONTEKS_H
#include "app/akses.h"
#include "app/singgah.h"
#include "base/str.h"
#include "base/tanggal.h"
#include "store/store.h"

typedef struct {
	Arena *arena;
	Store *store;
	struct Ringkas *ringkas;    /* keeps the years of regions (ringkas.h); NULL: nothing is kept */
	Singgah *singgah;           /* keeps what never changes between requests; NULL: nothing is kept */
	Bahasa bahasa;
	BarisPemda pemda;
	bool masuk;                 /* a user is known; without one the request comes from the machine's own administrator and only reads */
	BarisPengguna pengguna;
	Peran peran;
	LingkupToken lingkup;       /* of the API token that asks: narrows what the role may do */
	const char *sumber;         /* entri | impor | api */
	Saat sekarang;              /* the clock of the ledger: the machine's, or that of a training ledger as it was set */
	Saat mesin;                 /* the machine's clock: for what expires in the real world - sessions, tokens, codes */
	bool waktu_diberi;          /* it was set by the user (training ledger) */
	const char *peringatan;     /* what the user should know though nothing failed (a clock that runs behind); NULL */
	int64_t sampai;             /* entry up to which it reads; STORE_KINI */
	void *pinjaman;             /* kolam.c: where the store goes back to */
	Saat per;                   /* the moment it reads as of: the as-of time, or the clock */
} Konteks;

typedef struct {
	const char *db;             /* path of the ledger */
	const char *pemda;          /* NULL: the only one in the ledger */
	const char *sebagai;        /* user name; NULL: nobody */
	const char *per;            /* as-of time as typed; NULL: now */
	const char *pada;           /* --at: time of the change, allowed in a training ledger only; NULL: the clock */
	StoreMode mode;
} KonteksOptions;

enum { KONTEKS_SINGGAH = 16 * 1024 * 1024 }; /* bytes at most: the plans of about a hundred agencies */

/* Opens the ledger and settles all of it, or says what is wrong (unknown pemda or user, disabled user, bad time). */
Err konteks_open(Konteks **out, Arena *arena, const KonteksOptions *options, Bahasa bahasa, ErrInfo *info);
void konteks_close(Konteks *k);
/* The same on a store that is open already and stays so (kolam.h). pengguna NULL: the public. */
Err konteks_lend(Konteks **out, Arena *arena, Store *store, const char *pemda, const char *pengguna, const char *per, Bahasa bahasa, ErrInfo *info);

/* ERR_OK, or ERR_USAGE naming role and action when the access table refuses. Without a user only reading actions pass. */
Err konteks_may(const Konteks *k, Aksi aksi, const char *opd, ErrInfo *info);
/* What concerns the account itself: ERR_DENIED to the public and to a token that may less than its user. */
Err konteks_person(const Konteks *k, ErrInfo *info);
/* store_begin with the request's user, source and clock. ERR_USAGE in a request that reads as of another time, and when the time that was set lies
 * before the last entry. A machine's clock that runs behind stops nobody: the entry takes the last one's time, and k->peringatan says so. */
Err konteks_begin(Konteks *k, ErrInfo *info);

Saat waktu_now(void); /* the clock of the machine; a request takes it once (Konteks.sekarang) */
/* "2023-12-29T12:00", "2023-12-29" (its end), "...Z" or "+08:00"; else in the pemda's own zone. */
bool waktu_parse(Saat *out, const char *text, int64_t zona);
/* "2023-12-29T12:00:00+08:00" and "29 Desember 2023 12.00" in the pemda's zone; the hour, the date alone. */
const char *waktu_print_iso(Arena *arena, Saat waktu, int64_t zona);
const char *waktu_print_id(Arena *arena, Saat waktu, int64_t zona);
const char *waktu_print_jam(Arena *arena, Saat waktu, int64_t zona); /* "10.56" */
Tanggal waktu_date(Saat waktu, int64_t zona);

/* The OPD of this code (or the only one whose code starts with it); ERR_USAGE with near codes. */
Err konteks_opd(Konteks *k, const char *kode, BarisOpd *out, ErrInfo *info);

#endif
