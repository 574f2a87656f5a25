/* token: programs that act for a user. A token is shown once, when it is made; the store keeps its hash. It may do what its user may, narrowed by its scope
 * (akses.h), until it expires or is revoked; a disabled user's tokens are void at once. */
#ifndef CAPAIAN_TOKEN_H
#define CAPAIAN_TOKEN_H
#include "app/kolam.h"

enum { TOKEN_HARI = 365 /* life where none is asked for */, TOKEN_HARI_MAX = 1826, TOKEN_NAMA_MAX = 80 };

typedef struct {
	const char *nomor;          /* names it in lists and when it is revoked; opens nothing */
	const char *pengguna, *lingkup, *nama;
	Saat dibuat, kedaluwarsa, dipakai; /* dipakai 0: never */
	bool hidup;                 /* neither expired nor revoked */
} Token;

/* A token for the request's own user. lingkup: baca | isi | semua; nama: what it is for ("" allowed); hari: days of life, 0 for TOKEN_HARI. */
Err token_buat(Konteks *k, const char *lingkup, const char *nama, int64_t hari, const char **token, Token *out, ErrInfo *info);
/* The own tokens; semua: those of the whole pemda (AKSI_JEJAK: the chain tells of them as well). Oldest first, dead ones too. */
Err token_daftar(Konteks *k, bool semua, Token **out, size_t *n, ErrInfo *info);
/* Revokes an own one, or with AKSI_KELOLA_PENGGUNA anybody's. ERR_ABSENT. */
Err token_cabut(Konteks *k, const char *nomor, ErrInfo *info);

typedef struct {
	const char *pemda, *pengguna;
	LingkupToken lingkup;
} TokenSiapa;

/* Who asks with this token? *found false: nobody. Notes its use, at most every few minutes. */
Err token_lihat(Kolam *kolam, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, TokenSiapa *out, bool *found, ErrInfo *info);

#endif
