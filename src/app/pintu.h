/* pintu: what stands between a stranger and the accounts, for as long as the server runs: how often one may try, how many passwords are worked on at once, and
 * who has given the right password and still owes a code. Any thread. */
#ifndef CAPAIAN_PINTU_H
#define CAPAIAN_PINTU_H
#include "app/kolam.h"

typedef struct Pintu Pintu;

Pintu *pintu_new(Arena *arena, Kolam *kolam);
Kolam *pintu_kolam(Pintu *pintu);

/* ---- tries ---- */
/* Failures count for the account and for the address. An address from which the account was entered before counts by itself: strangers cannot keep an
 * account's owner out. An IPv6 address counts by its network (/64). */
typedef struct {
	const char *akun, *alamat;  /* keys */
	const char *pasangan;       /* of account and address */
} PintuCoba;

/* ERR_LIMIT with the hour from which on it may be tried. `nama` as typed, of an account or of none. Then exactly one of: berhasil, batal (it was no try after
 * all: the server was busy), or nothing (it failed). */
Err pintu_mulai(Pintu *pintu, Arena *arena, const BarisPemda *pemda, const char *nama, const char *alamat, Saat sekarang, Bahasa bahasa, PintuCoba *coba, ErrInfo *info);
void pintu_berhasil(Pintu *pintu, const PintuCoba *coba);
void pintu_batal(Pintu *pintu, const PintuCoba *coba);

/* The name as accounts have it: without blanks around it, lower case. */
const char *pintu_nama(Arena *arena, const char *typed);

/* ---- passwords: each takes 19 MiB and 50 ms ---- */
/* As sandi_check and sandi_hash, a few at once; the others wait a moment, and ERR_LIMIT when too many wait. */
Err pintu_sandi_check(Pintu *pintu, const char *kept, const char *sandi, Bahasa bahasa, bool *right, ErrInfo *info);
Err pintu_sandi_hash(Pintu *pintu, Arena *arena, const char *sandi, Bahasa bahasa, const char **out, ErrInfo *info);

/* ---- the right password was given, a code is owed ---- */
typedef struct {
	const char *pemda, *pengguna;
	const char *sandi;          /* hash of the kept password string of then */
} PintuTiket;

/* A ticket for a few minutes; a secret. */
const char *pintu_tiket(Pintu *pintu, Arena *arena, const PintuTiket *tiket, Saat sekarang);
bool pintu_tiket_lihat(Pintu *pintu, Arena *arena, const char *token, Saat sekarang, PintuTiket *out);
void pintu_tiket_hapus(Pintu *pintu, Arena *arena, const char *token);

#endif
