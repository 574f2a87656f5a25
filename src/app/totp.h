/* totp: the second factor - six digits that a telephone computes from a secret and the time (RFC 6238: SHA-1, 30 seconds) - and the recovery codes for the
 * day it is lost. The only file that includes <oath.h>. */
#ifndef CAPAIAN_TOTP_H
#define CAPAIAN_TOTP_H
#include "app/konteks.h"

enum { TOTP_LANGKAH = 30 /* seconds */, TOTP_DIGIT = 6, TOTP_PEMULIHAN = 10 /* recovery codes */ };

/* A secret of 160 random bits, base32 (32 letters). */
const char *totp_rahasia(Arena *arena);
/* Is it the code of this moment, of the step before or of the one after, and of a later step than `terakhir` (0: none was accepted yet)? Blanks between the
 * digits are ignored. *langkah: the step it belongs to. */
bool totp_check(const char *rahasia, const char *kode, Saat sekarang, int64_t terakhir, int64_t *langkah);
/* otpauth://totp/... as authenticator programs read it. */
const char *totp_uri(Arena *arena, const char *penerbit, const char *pengguna, const char *rahasia);

/* ---- of the request's own user ---- */
typedef struct {
	bool aktif;
	const char *rahasia;        /* while it waits for its first code; else "" */
	const char *uri;            /* of that */
	int sisa;                   /* recovery codes that are left */
} TotpKeadaan;

Err totp_keadaan(Konteks *k, TotpKeadaan *out, ErrInfo *info);
/* A new secret that waits for its first code. ERR_USAGE when the factor is on. */
Err totp_mulai(Konteks *k, ErrInfo *info);
/* On, once the code is right; gives the recovery codes, which are never shown again. ERR_USAGE: nothing was begun, or the code is wrong. */
Err totp_aktifkan(Konteks *k, const char *kode, const char *const **pemulihan, ErrInfo *info);
/* New recovery codes; the old ones are void. Needs a code. */
Err totp_pemulihan_baru(Konteks *k, const char *kode, const char *const **pemulihan, ErrInfo *info);
/* Off; needs a code, of the telephone or a recovery code. */
Err totp_matikan(Konteks *k, const char *kode, ErrInfo *info);

/* ---- of others ---- */
/* For a user who lost telephone and codes (AKSI_KELOLA_PENGGUNA). */
Err totp_matikan_untuk(Konteks *k, const char *pengguna, ErrInfo *info);

/* ---- for masuk.c, within its transaction ---- */
/* Does the user need a code? */
Err totp_perlu(Store *store, Arena *arena, const char *pemda, const char *pengguna, bool *perlu, ErrInfo *info);
/* Takes a code or a recovery code; each is good once. The use of a recovery code is an event of the chain. */
Err totp_terima(Store *store, Arena *arena, const char *pemda, const char *pengguna, const char *kode, Saat sekarang, bool *benar, ErrInfo *info);

#endif
