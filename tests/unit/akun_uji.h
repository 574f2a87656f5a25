/* akun_uji: a ledger served to many, for tests about accounts: buku_uji's ledger in a pool; sri's password is SANDI_SRI, admin and made have none. */
#ifndef AKUN_UJI_H
#define AKUN_UJI_H
#include "app/masuk.h"
#include "app/totp.h"
#include "buku_uji.h"

#define SANDI_SRI "rahasia benar"
#define DETIK ((Saat)1000000)
#define MENIT (60 * DETIK)
#define JAM (60 * MENIT)
#define SAAT_UJI ((Saat)1700000000 * DETIK) /* the machine's clock in these tests, unless a test says otherwise */

typedef struct {
	BukuUji *buku;
	Arena *arena;
	Kolam *kolam;
	Pintu *pintu;
	SesiSimpanan *simpanan;
} AkunUji;

int akun_uji_setup(void **state);
int akun_uji_teardown(void **state);

/* A request of a user (NULL: the public), its machine's clock set. */
Konteks *akun_uji_take(AkunUji *u, const char *pengguna, StoreMode mode, Saat mesin);
void akun_uji_give(AkunUji *u, Konteks *k);

/* A session; its token. */
const char *akun_uji_sesi(AkunUji *u, const char *pengguna, Saat sekarang, Sesi *out);
/* Is it anybody's? */
bool akun_uji_hidup(AkunUji *u, const char *token, Saat sekarang);
/* The code of a secret at a moment. */
const char *akun_uji_kode(AkunUji *u, const char *rahasia, Saat sekarang);
/* Turns the user's second factor on; gives its secret and (codes not NULL) the recovery codes. */
const char *akun_uji_totp(AkunUji *u, const char *pengguna, Saat sekarang, const char *const **codes);
/* Entries of the chain. */
int64_t akun_uji_entri(AkunUji *u);

#endif
