#include "app/token.h"

#include "app/rahasia.h"
#include "app/tata.h"

#define AWALAN "cpn_" /* so that programs which look for secrets in public texts know one */
#define HARI ((Saat)24 * 3600 * 1000000)
#define CATAT ((Saat)5 * 60 * 1000000)
enum { NOMOR_TEKS = 16 };

static Token token_of(Konteks *k, const BarisTokenApi *row)
{
	return (Token){.nomor = str_dupn(k->arena, row->hash, NOMOR_TEKS), .pengguna = row->pengguna, .lingkup = row->lingkup, .nama = row->nama, .dibuat = row->dibuat,
	               .kedaluwarsa = row->kedaluwarsa, .dipakai = row->dipakai, .hidup = !row->dicabut && k->mesin < row->kedaluwarsa};
}

static Err finish(Konteks *k, Err err, const char *jenis, const BarisTokenApi *row, ErrInfo *info)
{
	if (!err)
		err = store_put_token_api(k->store, *row, info);
	if (!err)
		err = store_add_peristiwa(k->store, (BarisPeristiwa){.jenis = jenis, .tentang = row->pengguna, .teks = str_format(k->arena, "%s %s", row->lingkup, row->nama)}, NULL, info);
	if (!err)
		return store_commit(k->store, info);
	store_rollback(k->store);
	return err;
}

static Err request_judge(const Konteks *k, const char *lingkup, const char *nama, int64_t hari, ErrInfo *info)
{
	if (akses_token_from_name(lingkup) < 0)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not a scope of a token"), lingkup),
		               teks(k->bahasa, "baca: read; isi: read, and enter a month's values; semua: all that the user may"));
	if (hari < 0 || hari > TOKEN_HARI_MAX)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "a token lives 1 to %d days"), TOKEN_HARI_MAX), NULL);
	if (utf8_count(nama) > TOKEN_NAMA_MAX)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the name of a token has at most %d characters"), TOKEN_NAMA_MAX), NULL);
	return ERR_OK;
}

Err token_buat(Konteks *k, const char *lingkup, const char *nama, int64_t hari, const char **token, Token *out, ErrInfo *info)
{
	nama = tata_line(k->arena, nama);
	Err err = konteks_person(k, info);
	if (!err)
		err = request_judge(k, lingkup, nama, hari, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	const char *fresh = str_format(k->arena, AWALAN "%s", rahasia_new(k->arena));
	const BarisTokenApi row = {.hash = rahasia_hash(k->arena, fresh), .pemda = k->pemda.pemda, .pengguna = k->pengguna.pengguna, .lingkup = lingkup, .nama = nama,
	                           .dibuat = k->mesin, .kedaluwarsa = k->mesin + (hari ? hari : TOKEN_HARI) * HARI};
	err = finish(k, ERR_OK, "token-buat", &row, info);
	*token = err ? NULL : fresh;
	*out = token_of(k, &row);
	return err;
}

Err token_daftar(Konteks *k, bool semua, Token **out, size_t *n, ErrInfo *info)
{
	BarisTokenApi *rows;
	size_t n_rows = 0;
	Err err = semua ? konteks_may(k, AKSI_JEJAK, "", info) : konteks_person(k, info);
	if (!err)
		err = store_list_token_api(k->store, k->arena, k->pemda.pemda, &rows, &n_rows, info);
	*out = ARENA_ARRAY(k->arena, Token, n_rows);
	*n = 0;
	for (size_t i = 0; !err && i < n_rows; i++)
		if (semua || str_equal(rows[i].pengguna, k->pengguna.pengguna))
			(*out)[(*n)++] = token_of(k, &rows[i]);
	return err;
}

static Err find(Konteks *k, const char *nomor, BarisTokenApi *out, ErrInfo *info)
{
	BarisTokenApi *rows;
	size_t n;
	bool all = akses_allows(k->peran, k->pengguna.opd, AKSI_KELOLA_PENGGUNA, "");
	Err err = store_list_token_api(k->store, k->arena, k->pemda.pemda, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		bool own = all || str_equal(rows[i].pengguna, k->pengguna.pengguna);
		if (own && !rows[i].dicabut && strlen(nomor) == NOMOR_TEKS && str_starts(rows[i].hash, nomor)) {
			*out = rows[i];
			return ERR_OK;
		}
	}
	return err ? err : err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no token %s that could be revoked"), nomor), teks(k->bahasa, "capaian token list shows all"));
}

Err token_cabut(Konteks *k, const char *nomor, ErrInfo *info)
{
	BarisTokenApi row;
	Err err = konteks_person(k, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = find(k, nomor, &row, info);
	if (err) {
		store_rollback(k->store);
		return err;
	}
	row.dicabut = k->mesin;
	return finish(k, ERR_OK, "token-cabut", &row, info);
}

static bool good(const BarisTokenApi *row, const BarisPengguna *user, Saat sekarang)
{
	return user->aktif && !row->dicabut && sekarang < row->kedaluwarsa && akses_token_from_name(row->lingkup) >= 0;
}

static Err row_read(Store *store, Arena *arena, const char *hash, Saat sekarang, BarisTokenApi *row, bool *found, ErrInfo *info)
{
	BarisPengguna user;
	Err err = store_get_token_api(store, arena, hash, row, found, info);
	if (!err && *found)
		err = store_get_pengguna(store, arena, row->pemda, row->pengguna, &user, found, info);
	*found = !err && *found && good(row, &user, sekarang);
	return err;
}

/* Whether that works is not the request's concern. */
static void use_note(Kolam *kolam, Arena *arena, const char *hash, Saat sekarang, Bahasa bahasa)
{
	KolamPinjam borrowed;
	BarisTokenApi row;
	bool found = false;
	Err err = kolam_borrow(kolam, arena, STORE_TULIS, bahasa, &borrowed, NULL);
	if (!err)
		err = row_read(borrowed.store, arena, hash, sekarang, &row, &found, NULL);
	if (!err && found)
		err = store_begin(borrowed.store, (Pelaku){row.pemda, row.pengguna, "sistem", sekarang}, NULL);
	if (!err && found) /* once more, now that nobody can revoke it in between */
		err = row_read(borrowed.store, arena, hash, sekarang, &row, &found, NULL);
	if (!err && found) {
		row.dipakai = sekarang;
		err = store_put_token_api(borrowed.store, row, NULL);
		if (!err)
			err = store_commit(borrowed.store, NULL);
	}
	kolam_return(kolam, &borrowed, arena, err, NULL);
}

Err token_lihat(Kolam *kolam, Arena *arena, const char *token, Saat sekarang, Bahasa bahasa, TokenSiapa *out, bool *found, ErrInfo *info)
{
	KolamPinjam borrowed;
	BarisTokenApi row;
	const char *hash = rahasia_hash(arena, token);
	*found = false;
	if (!str_starts(token, AWALAN))
		return ERR_OK;
	Err err = kolam_borrow(kolam, arena, STORE_BACA, bahasa, &borrowed, info);
	if (!err)
		err = row_read(borrowed.store, arena, hash, sekarang, &row, found, info);
	err = kolam_return(kolam, &borrowed, arena, err, info);
	if (err || !*found)
		return err;
	if (sekarang - row.dipakai >= CATAT)
		use_note(kolam, arena, hash, sekarang, bahasa);
	*out = (TokenSiapa){.pemda = row.pemda, .pengguna = row.pengguna, .lingkup = (LingkupToken)akses_token_from_name(row.lingkup)};
	return ERR_OK;
}
