#include "akun_uji.h"

#include "app/sandi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <oath.h>

int akun_uji_setup(void **state)
{
	BukuUji *b = buku_uji_new();
	AkunUji *u = ARENA_NEW(b->arena, AkunUji);
	u->buku = b;
	u->arena = b->arena;
	assert_int_equal(kolam_open(&u->kolam, b->arena, b->db, BAHASA_EN, NULL), ERR_OK);
	u->pintu = pintu_new(b->arena, u->kolam);
	u->simpanan = sesi_simpanan_new(b->arena, u->kolam);
	KolamPinjam p;
	const char *kept;
	bool found;
	BarisPengguna sri;
	assert_int_equal(sandi_hash(b->arena, SANDI_SRI, BAHASA_EN, &kept, NULL), ERR_OK);
	assert_int_equal(kolam_borrow(u->kolam, b->arena, STORE_TULIS, BAHASA_EN, &p, NULL), ERR_OK);
	assert_int_equal(store_begin(p.store, (Pelaku){"99.01", "admin", "entri", 0}, NULL), ERR_OK);
	assert_int_equal(store_get_pengguna(p.store, b->arena, "99.01", "sri", &sri, &found, NULL), ERR_OK);
	sri.sandi = kept;
	assert_int_equal(store_add_pengguna(p.store, sri, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(p.store, NULL), ERR_OK);
	kolam_return(u->kolam, &p, b->arena, ERR_OK, NULL);
	*state = u;
	return 0;
}

int akun_uji_teardown(void **state)
{
	AkunUji *u = *state;
	kolam_close(u->kolam);
	buku_uji_free(u->buku);
	return 0;
}

Konteks *akun_uji_take(AkunUji *u, const char *pengguna, StoreMode mode, Saat mesin)
{
	Konteks *k;
	ErrInfo info = {0};
	if (kolam_take(u->kolam, u->arena, &(KolamMinta){.pemda = "99.01", .pengguna = pengguna, .mode = mode, .bahasa = BAHASA_EN}, &k, &info))
		fail_msg("%s", info.message);
	k->mesin = mesin;
	return k;
}

void akun_uji_give(AkunUji *u, Konteks *k)
{
	kolam_give(u->kolam, k);
}

const char *akun_uji_sesi(AkunUji *u, const char *pengguna, Saat sekarang, Sesi *out)
{
	const char *token;
	Sesi own;
	assert_int_equal(sesi_buat(u->kolam, u->arena, &(SesiBaru){"99.01", pengguna, "10.0.0.7", "Uji"}, sekarang, BAHASA_EN, &token, out ? out : &own, NULL), ERR_OK);
	return token;
}

bool akun_uji_hidup(AkunUji *u, const char *token, Saat sekarang)
{
	Sesi sesi;
	bool found;
	assert_int_equal(sesi_lihat(u->simpanan, u->arena, token, sekarang, BAHASA_EN, &sesi, &found, NULL), ERR_OK);
	return found;
}

const char *akun_uji_kode(AkunUji *u, const char *rahasia, Saat sekarang)
{
	char *secret, otp[TOTP_DIGIT + 1];
	size_t n;
	assert_int_equal(oath_base32_decode(rahasia, strlen(rahasia), &secret, &n), OATH_OK);
	assert_int_equal(oath_totp_generate(secret, n, (time_t)(sekarang / DETIK), TOTP_LANGKAH, 0, TOTP_DIGIT, otp), OATH_OK);
	free(secret);
	return str_dup(u->arena, otp);
}

const char *akun_uji_totp(AkunUji *u, const char *pengguna, Saat sekarang, const char *const **codes)
{
	TotpKeadaan now;
	const char *const *own;
	Konteks *k = akun_uji_take(u, pengguna, STORE_TULIS, sekarang);
	assert_int_equal(totp_mulai(k, NULL), ERR_OK);
	assert_int_equal(totp_keadaan(k, &now, NULL), ERR_OK);
	assert_false(now.aktif);
	assert_int_equal(totp_aktifkan(k, akun_uji_kode(u, now.rahasia, sekarang), codes ? codes : &own, NULL), ERR_OK);
	akun_uji_give(u, k);
	return now.rahasia;
}

int64_t akun_uji_entri(AkunUji *u)
{
	int64_t id;
	Konteks *k = akun_uji_take(u, "admin", STORE_BACA, SAAT_UJI);
	assert_int_equal(store_entry_at(k->store, u->arena, "99.01", STORE_KINI, &id, NULL), ERR_OK);
	akun_uji_give(u, k);
	return id;
}
