#include "app/totp.h"

#include "app/rahasia.h"
#include <oath.h>

enum { RAHASIA_BYTE = 20, JENDELA = 1, DETIK = 1000000, KODE_HURUF = 10 };

/* ---- codes ---- */

const char *totp_rahasia(Arena *arena)
{
	char bytes[RAHASIA_BYTE], *text;
	rahasia_bytes(bytes, sizeof bytes);
	if (oath_base32_encode(bytes, sizeof bytes, &text, NULL) != OATH_OK)
		abort();
	const char *copy = str_dup(arena, text);
	free(text);
	return copy;
}

/* Without blanks and dashes, lower case: as people type it. */
static const char *typed(Arena *arena, const char *kode)
{
	StrBuf b = {.arena = arena};
	for (const char *p = kode; *p; p++)
		if (*p != ' ' && *p != '-' && *p != '\t')
			strbuf_addc(&b, *p >= 'A' && *p <= 'Z' ? (char)(*p + 'a' - 'A') : *p);
	return strbuf_text(&b);
}

static bool six_digits(const char *kode, char out[TOTP_DIGIT + 1])
{
	size_t n = 0;
	for (const char *p = kode; *p; p++) {
		if (*p == ' ')
			continue;
		if (*p < '0' || *p > '9' || n == TOTP_DIGIT)
			return false;
		out[n++] = *p;
	}
	out[n] = '\0';
	return n == TOTP_DIGIT;
}

bool totp_check(const char *rahasia, const char *kode, Saat sekarang, int64_t terakhir, int64_t *langkah)
{
	char digits[TOTP_DIGIT + 1], *secret;
	size_t n;
	uint64_t step = 0;
	if (!six_digits(kode, digits) || oath_base32_decode(rahasia, strlen(rahasia), &secret, &n) != OATH_OK)
		return false;
	int place = oath_totp_validate3(secret, n, (time_t)(sekarang / DETIK), TOTP_LANGKAH, 0, JENDELA, NULL, &step, digits);
	free(secret);
	*langkah = (int64_t)step;
	return place >= 0 && *langkah > terakhir;
}

static void uri_add(StrBuf *b, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	for (const char *p = text; *p; p++) {
		if (strchr(plain, *p))
			strbuf_addc(b, *p);
		else
			strbuf_addf(b, "%%%02X", (unsigned)(unsigned char)*p);
	}
}

const char *totp_uri(Arena *arena, const char *penerbit, const char *pengguna, const char *rahasia)
{
	StrBuf b = {.arena = arena};
	strbuf_add(&b, "otpauth://totp/");
	uri_add(&b, penerbit);
	strbuf_addc(&b, ':');
	uri_add(&b, pengguna);
	strbuf_addf(&b, "?secret=%s&issuer=", rahasia);
	uri_add(&b, penerbit);
	return strbuf_text(&b);
}

/* ---- recovery codes ---- */

/* "k7mf3-p3xd9": 49 random bits, of letters and digits that do not look alike. */
static const char *recovery_new(Arena *arena)
{
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	enum { N = sizeof letters - 1, FAIR = 256 / N * N };
	StrBuf b = {.arena = arena};
	for (int i = 0; i < KODE_HURUF;) {
		unsigned char byte;
		rahasia_bytes(&byte, 1);
		if (byte >= FAIR)
			continue;
		if (i == KODE_HURUF / 2)
			strbuf_addc(&b, '-');
		strbuf_addc(&b, letters[byte % N]);
		i++;
	}
	return strbuf_text(&b);
}

static const char *recovery_hash(Arena *arena, const char *pemda, const char *pengguna, const char *kode)
{
	return rahasia_hash(arena, str_format(arena, "%s\n%s\n%s", pemda, pengguna, typed(arena, kode)));
}

static Err recovery_renew(Konteks *k, const char *const **out, ErrInfo *info)
{
	const char **codes = ARENA_ARRAY(k->arena, const char *, TOTP_PEMULIHAN);
	Err err = store_drop_pemulihan(k->store, k->pemda.pemda, k->pengguna.pengguna, info);
	for (int i = 0; !err && i < TOTP_PEMULIHAN; i++) {
		codes[i] = recovery_new(k->arena);
		err = store_put_pemulihan(k->store, (BarisPemulihan){k->pemda.pemda, k->pengguna.pengguna, recovery_hash(k->arena, k->pemda.pemda, k->pengguna.pengguna, codes[i]), 0},
		                          info);
	}
	*out = codes;
	return err;
}

static Err recovery_take(Store *store, Arena *arena, const char *pemda, const char *pengguna, const char *kode, Saat sekarang, bool *right, ErrInfo *info)
{
	BarisPemulihan *rows;
	size_t n;
	const char *hash = recovery_hash(arena, pemda, pengguna, kode);
	Err err = store_list_pemulihan(store, arena, pemda, pengguna, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (rows[i].dipakai || !rahasia_same(rows[i].hash, hash))
			continue;
		rows[i].dipakai = sekarang;
		*right = true;
		err = store_put_pemulihan(store, rows[i], info);
		if (!err)
			err = store_add_peristiwa(store, (BarisPeristiwa){.jenis = "pemulihan", .tentang = pengguna, .teks = ""}, NULL, info);
	}
	return err;
}

/* ---- within a transaction ---- */

Err totp_perlu(Store *store, Arena *arena, const char *pemda, const char *pengguna, bool *perlu, ErrInfo *info)
{
	BarisTotp row;
	bool found;
	Err err = store_get_totp(store, arena, pemda, pengguna, &row, &found, info);
	*perlu = !err && found && row.aktif;
	return err;
}

Err totp_terima(Store *store, Arena *arena, const char *pemda, const char *pengguna, const char *kode, Saat sekarang, bool *benar, ErrInfo *info)
{
	BarisTotp row;
	bool found;
	*benar = false;
	Err err = store_get_totp(store, arena, pemda, pengguna, &row, &found, info);
	if (err || !found || !row.aktif)
		return err;
	if (totp_check(row.rahasia, kode, sekarang, row.terakhir, &row.terakhir)) {
		*benar = true;
		return store_put_totp(store, row, info);
	}
	return strlen(typed(arena, kode)) == KODE_HURUF ? recovery_take(store, arena, pemda, pengguna, kode, sekarang, benar, info) : ERR_OK;
}

/* ---- the own factor ---- */

static Err event(Konteks *k, const char *jenis, const char *pengguna, ErrInfo *info)
{
	return store_add_peristiwa(k->store, (BarisPeristiwa){.jenis = jenis, .tentang = pengguna, .teks = ""}, NULL, info);
}

static Err finish(Konteks *k, Err err, ErrInfo *info)
{
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

static Err own_get(Konteks *k, BarisTotp *row, bool *found, ErrInfo *info)
{
	return store_get_totp(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, row, found, info);
}

static Err begin(Konteks *k, BarisTotp *row, bool *found, ErrInfo *info)
{
	Err err = konteks_person(k, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = own_get(k, row, found, info);
	if (err)
		store_rollback(k->store);
	return err;
}

Err totp_keadaan(Konteks *k, TotpKeadaan *out, ErrInfo *info)
{
	BarisTotp row;
	BarisPemulihan *codes;
	size_t n = 0;
	bool found;
	*out = (TotpKeadaan){.rahasia = "", .uri = ""};
	Err err = konteks_person(k, info);
	if (!err)
		err = own_get(k, &row, &found, info);
	if (!err)
		err = store_list_pemulihan(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, &codes, &n, info);
	if (err || !found)
		return err;
	out->aktif = row.aktif;
	for (size_t i = 0; i < n; i++)
		out->sisa += codes[i].dipakai == 0;
	if (!row.aktif) {
		out->rahasia = row.rahasia;
		out->uri = totp_uri(k->arena, str_format(k->arena, "capaian %s", k->pemda.nama), k->pengguna.pengguna, row.rahasia);
	}
	return ERR_OK;
}

Err totp_mulai(Konteks *k, ErrInfo *info)
{
	BarisTotp row;
	bool found;
	Err err = begin(k, &row, &found, info);
	if (err)
		return err;
	if (found && row.aktif)
		err = err_set(info, ERR_USAGE, teks(k->bahasa, "sign-in with a code is on already"), teks(k->bahasa, "turn it off first, to change the telephone"));
	else
		err = store_put_totp(k->store, (BarisTotp){k->pemda.pemda, k->pengguna.pengguna, totp_rahasia(k->arena), 0, 0}, info);
	return finish(k, err, info);
}

static Err wrong(const Konteks *k, ErrInfo *info)
{
	return err_set(info, ERR_USAGE, teks(k->bahasa, "The code is not right."),
	               teks(k->bahasa, "Type the code that the telephone shows now; each is good once. The clock of the telephone must be right."));
}

Err totp_aktifkan(Konteks *k, const char *kode, const char *const **pemulihan, ErrInfo *info)
{
	BarisTotp row;
	bool found;
	Err err = begin(k, &row, &found, info);
	if (err)
		return err;
	if (!found || row.aktif)
		err = err_set(info, ERR_USAGE, teks(k->bahasa, "there is no code to be confirmed"), teks(k->bahasa, "begin again"));
	else if (!totp_check(row.rahasia, kode, k->mesin, row.terakhir, &row.terakhir))
		err = wrong(k, info);
	row.aktif = 1;
	if (!err)
		err = store_put_totp(k->store, row, info);
	if (!err)
		err = recovery_renew(k, pemulihan, info);
	if (!err)
		err = event(k, "totp-aktif", k->pengguna.pengguna, info);
	return finish(k, err, info);
}

/* Begins, and takes the code. */
static Err begin_proven(Konteks *k, const char *kode, ErrInfo *info)
{
	BarisTotp row;
	bool found, right = false;
	Err err = begin(k, &row, &found, info);
	if (err)
		return err;
	err = totp_terima(k->store, k->arena, k->pemda.pemda, k->pengguna.pengguna, kode, k->mesin, &right, info);
	if (!err && !right)
		err = wrong(k, info);
	if (err)
		store_rollback(k->store);
	return err;
}

Err totp_pemulihan_baru(Konteks *k, const char *kode, const char *const **pemulihan, ErrInfo *info)
{
	Err err = begin_proven(k, kode, info);
	return err ? err : finish(k, recovery_renew(k, pemulihan, info), info);
}

static Err turn_off(Konteks *k, const char *pengguna, ErrInfo *info)
{
	Err err = store_drop_totp(k->store, k->pemda.pemda, pengguna, info);
	return err ? err : event(k, "totp-mati", pengguna, info);
}

Err totp_matikan(Konteks *k, const char *kode, ErrInfo *info)
{
	Err err = begin_proven(k, kode, info);
	return err ? err : finish(k, turn_off(k, k->pengguna.pengguna, info), info);
}

Err totp_matikan_untuk(Konteks *k, const char *pengguna, ErrInfo *info)
{
	bool on;
	Err err = konteks_may(k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = totp_perlu(k->store, k->arena, k->pemda.pemda, pengguna, &on, info);
	if (!err && !on)
		err = err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "user %s signs in without a code"), pengguna), NULL);
	if (!err)
		err = turn_off(k, pengguna, info);
	return finish(k, err, info);
}
