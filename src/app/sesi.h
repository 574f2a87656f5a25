/* sesi: who is signed in. The browser carries a random token; the store keeps its hash, the user, and a second random text (csrf) that every form of the
 * session must carry.
 *
 * A session ends when nothing was asked in it for SESI_DIAM, at the latest after SESI_MAKS, when it is revoked, when its user is disabled, and when the
 * user's password is another one than it was at sign-in - whoever changed these, in this program or another: it takes effect with the next request. */
#ifndef CAPAIAN_SESI_H
#define CAPAIAN_SESI_H
#include "app/kolam.h"

#define SESI_DIAM ((Saat)8 * 3600 * 1000000)        /* idle limit */
#define SESI_MAKS ((Saat)7 * 24 * 3600 * 1000000)   /* absolute limit */
#define SESI_CATAT ((Saat)5 * 60 * 1000000)         /* `dilihat` is written at most so often: reading hardly ever writes */

typedef struct {
	const char *pemda, *pengguna;
	const char *csrf;
	const char *nomor;          /* names the session in lists and when it is revoked; opens nothing */
	Saat dibuat, dilihat, kedaluwarsa;
	const char *alamat, *agen;
} Sesi;

/* Sessions as last seen, kept in memory while the ledger does not change: what every request asks first. */
typedef struct SesiSimpanan SesiSimpanan;
SesiSimpanan *sesi_simpanan_new(Arena *arena, Kolam *kolam);

typedef struct {
	const char *pemda, *pengguna;
	const char *alamat, *agen;  /* for the list of sessions; shortened */
} SesiBaru;

/* Opens a session and gives its token, which is never stored or told again. Also removes sessions that have ended. */
Err sesi_buat(Kolam *kolam, Arena *arena, const SesiBaru *baru, Saat sekarang, Bahasa bahasa, const char **token, Sesi *out, ErrInfo *info);
/* Whose session is this? *found false: nobody's (unknown, ended, revoked, disabled user). A token from outside is never adopted: it either is one of
 * sesi_buat or nothing. */
Err sesi_lihat(SesiSimpanan *simpanan, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, Sesi *out, bool *found, ErrInfo *info);
/* Signs out. A token that is none is no error. */
Err sesi_akhiri(Kolam *kolam, Arena *arena, const char *token, Bahasa bahasa, ErrInfo *info);

/* The live sessions of the request's own user, newest first; semua: of the whole pemda, by user (AKSI_KELOLA_PENGGUNA). */
Err sesi_daftar(Konteks *k, bool semua, Sesi **out, size_t *n, ErrInfo *info);
/* Ends one session: an own one, or with AKSI_KELOLA_PENGGUNA that of anybody in the pemda, which stands in the audit chain. ERR_ABSENT. */
Err sesi_cabut(Konteks *k, const char *nomor, ErrInfo *info);
/* Ends all sessions of the request's own user but one ("" none). */
Err sesi_akhiri_semua(Konteks *k, const char *kecuali, ErrInfo *info);

/* For other use cases, within their transaction: the user's password becomes another one, and all sessions end but one (by number; "" none). */
Err sesi_sandi_baru(Store *store, Arena *arena, const char *pemda, const char *pengguna, const char *sandi, const char *kecuali, ErrInfo *info);

#endif
