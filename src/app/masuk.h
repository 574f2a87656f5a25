/* masuk: signing in, by name and password and, for those who use it, a code. Whatever is wrong - unknown name, disabled user, wrong password, wrong code - gives
 * the same message after the same work. All functions here borrow writing stores of the pool for a moment: they are called with nothing or with a reading
 * request at hand, never with a writing one. */
#ifndef CAPAIAN_MASUK_H
#define CAPAIAN_MASUK_H
#include "app/pintu.h"
#include "app/sesi.h"

typedef struct {
	const char *pemda;          /* "": the only one of the ledger */
	const char *pengguna, *sandi;
	const char *kode;           /* "" when it is not asked for yet */
	const char *alamat, *agen;
	Saat sekarang;
	Bahasa bahasa;
} MasukMinta;

typedef struct {
	const char *token;          /* of the session: for the cookie. NULL: a code is owed */
	Sesi sesi;
	const char *tiket;          /* comes back with the code (masuk_kode) */
} Masuk;

/* ERR_DENIED: it does not match; ERR_LIMIT: too many tries, or the server is full. */
Err masuk_coba(Pintu *pintu, Arena *arena, const MasukMinta *minta, Masuk *out, ErrInfo *info);
/* The second step: minta->kode; name and password are those of the ticket. ERR_ABSENT: the ticket is too old. */
Err masuk_kode(Pintu *pintu, Arena *arena, const char *tiket, const MasukMinta *minta, Masuk *out, ErrInfo *info);

/* Who changes his password: nomor of his session, which alone goes on. */
typedef struct {
	const char *pemda, *pengguna, *nomor, *alamat;
	Saat sekarang;
	Bahasa bahasa;
} MasukSiapa;

/* ERR_DENIED: the present password is not right; ERR_USAGE: the new one is too short or the same. */
Err masuk_ganti_sandi(Pintu *pintu, Arena *arena, const MasukSiapa *siapa, const char *lama, const char *baru, ErrInfo *info);

/* ---- one-time links, which set a password ---- */
#define UNDANGAN_UMUR ((Saat)24 * 3600 * 1000000)

typedef struct {
	const char *pemda, *nama_pemda, *pengguna, *nama;
	const char *token;          /* when it is made; the address is /undangan/TOKEN */
	Saat sampai;
} Undangan;

/* For an active user (AKSI_KELOLA_PENGGUNA); earlier links of his are void. */
Err undangan_buat(Konteks *k, const char *pengguna, Undangan *out, ErrInfo *info);
/* One for each pemda in which no active admin has a password; void as soon as one has. */
Err undangan_admin_pertama(Kolam *kolam, Arena *arena, Saat sekarang, Bahasa bahasa, Undangan **out, size_t *n, ErrInfo *info);
/* Whose link is it? Looking does not use it up. *found false: used, too old, or none. */
Err undangan_lihat(Kolam *kolam, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, Undangan *out, bool *found, ErrInfo *info);
/* Sets the password and ends all sessions of the user. ERR_ABSENT: used, too old, or none; ERR_USAGE: the password is too short. */
Err undangan_pakai(Pintu *pintu, Arena *arena, const char *token, const char *sandi, Saat sekarang, Bahasa bahasa, ErrInfo *info);

#endif
