/* Rows outside the chain: sessions, tokens, second factors, links, jobs. */
#include "store/store_inti.h"
#include <assert.h>

static Err put(Store *store, Tabel tabel, const void *row, ErrInfo *info)
{
	assert(store->writing);
	return store_row_write(store, &URAIAN_TABEL[tabel], row, info);
}

static Err drop(Store *store, Pernyataan sql, const DbNilai *values, int n, ErrInfo *info)
{
	assert(store->writing);
	return db_run(store->db, sql, values, n, info);
}

#define STORE_PUT(function, Row, TABEL)                                                                                                  \
	Err function(Store *store, Row row, ErrInfo *info)                                                                                   \
	{                                                                                                                                    \
		return put(store, TABEL, &row, info);                                                                                            \
	}
STORE_PUT(store_put_sesi, BarisSesi, TABEL_SESI)
STORE_PUT(store_put_token_api, BarisTokenApi, TABEL_TOKEN_API)
STORE_PUT(store_put_totp, BarisTotp, TABEL_TOTP)
STORE_PUT(store_put_pemulihan, BarisPemulihan, TABEL_PEMULIHAN)
STORE_PUT(store_put_undangan, BarisUndangan, TABEL_UNDANGAN)
STORE_PUT(store_put_pekerjaan, BarisPekerjaan, TABEL_PEKERJAAN)
STORE_PUT(store_put_pekerjaan_hasil, BarisPekerjaanHasil, TABEL_PEKERJAAN_HASIL)

#define LIST(sql, tabel, ...) store_collect(store, arena, sql, tabel, STORE_NILAI(__VA_ARGS__), (void **)out, n, info)
#define GET(sql, tabel, ...) store_get(store, arena, sql, tabel, STORE_NILAI(__VA_ARGS__), out, found, info)

/* ---- sessions ---- */

Err store_get_sesi(Store *store, Arena *arena, const char *hash, BarisSesi *out, bool *found, ErrInfo *info)
{
	return GET(SQL_SESI_GET, TABEL_SESI, db_teks(hash));
}

Err store_list_sesi(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisSesi **out, size_t *n, ErrInfo *info)
{
	if (pengguna)
		return LIST(SQL_SESI_PENGGUNA_LIST, TABEL_SESI, db_teks(pemda), db_teks(pengguna));
	return LIST(SQL_SESI_LIST, TABEL_SESI, db_teks(pemda));
}

Err store_drop_sesi(Store *store, const char *hash, ErrInfo *info)
{
	return drop(store, SQL_SESI_DROP, STORE_NILAI(db_teks(hash)), info);
}

Err store_drop_sesi_pengguna(Store *store, const char *pemda, const char *pengguna, const char *except, ErrInfo *info)
{
	return drop(store, SQL_SESI_DROP_PENGGUNA, STORE_NILAI(db_teks(pemda), db_teks(pengguna), db_teks(except)), info);
}

Err store_drop_sesi_lama(Store *store, Saat now, Saat seen, ErrInfo *info)
{
	return drop(store, SQL_SESI_DROP_LAMA, STORE_NILAI(db_int(now), db_int(seen)), info);
}

/* ---- tokens, second factors, links ---- */

Err store_get_token_api(Store *store, Arena *arena, const char *hash, BarisTokenApi *out, bool *found, ErrInfo *info)
{
	return GET(SQL_TOKEN_API_GET, TABEL_TOKEN_API, db_teks(hash));
}

Err store_list_token_api(Store *store, Arena *arena, const char *pemda, BarisTokenApi **out, size_t *n, ErrInfo *info)
{
	return LIST(SQL_TOKEN_API_LIST, TABEL_TOKEN_API, db_teks(pemda));
}

Err store_get_totp(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisTotp *out, bool *found, ErrInfo *info)
{
	return GET(SQL_TOTP_GET, TABEL_TOTP, db_teks(pemda), db_teks(pengguna));
}

Err store_drop_totp(Store *store, const char *pemda, const char *pengguna, ErrInfo *info)
{
	Err err = drop(store, SQL_TOTP_DROP, STORE_NILAI(db_teks(pemda), db_teks(pengguna)), info);
	return err ? err : store_drop_pemulihan(store, pemda, pengguna, info);
}

Err store_list_pemulihan(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPemulihan **out, size_t *n, ErrInfo *info)
{
	return LIST(SQL_PEMULIHAN_LIST, TABEL_PEMULIHAN, db_teks(pemda), db_teks(pengguna));
}

Err store_drop_pemulihan(Store *store, const char *pemda, const char *pengguna, ErrInfo *info)
{
	return drop(store, SQL_PEMULIHAN_DROP, STORE_NILAI(db_teks(pemda), db_teks(pengguna)), info);
}

Err store_get_undangan(Store *store, Arena *arena, const char *hash, BarisUndangan *out, bool *found, ErrInfo *info)
{
	return GET(SQL_UNDANGAN_GET, TABEL_UNDANGAN, db_teks(hash));
}

Err store_drop_undangan_pengguna(Store *store, const char *pemda, const char *pengguna, const char *jenis, ErrInfo *info)
{
	return drop(store, SQL_UNDANGAN_DROP_PENGGUNA, STORE_NILAI(db_teks(pemda), db_teks(pengguna), db_teks(jenis)), info);
}

Err store_drop_undangan_lama(Store *store, Saat now, ErrInfo *info)
{
	return drop(store, SQL_UNDANGAN_DROP_LAMA, STORE_NILAI(db_int(now)), info);
}

/* ---- jobs ---- */

Err store_add_pekerjaan(Store *store, BarisPekerjaan row, int64_t *id, ErrInfo *info)
{
	int64_t last;
	row.pemda = store->pelaku.pemda;
	Err err = store_number(store, SQL_PEKERJAAN_LAST, STORE_NILAI(db_teks(row.pemda)), &last, info);
	row.id = last + 1;
	*id = row.id;
	return err ? err : put(store, TABEL_PEKERJAAN, &row, info);
}

Err store_get_pekerjaan(Store *store, Arena *arena, const char *pemda, int64_t id, BarisPekerjaan *out, bool *found, ErrInfo *info)
{
	return GET(SQL_PEKERJAAN_GET, TABEL_PEKERJAAN, db_teks(pemda), db_int(id));
}

Err store_list_pekerjaan(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPekerjaan **out, size_t *n, ErrInfo *info)
{
	return LIST(SQL_PEKERJAAN_LIST, TABEL_PEKERJAAN, db_teks(pemda), db_teks(pengguna));
}

Err store_list_pekerjaan_keadaan(Store *store, Arena *arena, const char *pemda, const char *keadaan, BarisPekerjaan **out, size_t *n, ErrInfo *info)
{
	return LIST(SQL_PEKERJAAN_KEADAAN_LIST, TABEL_PEKERJAAN, db_teks(pemda), db_teks(keadaan));
}

Err store_get_pekerjaan_hasil(Store *store, Arena *arena, const char *pemda, int64_t id, BarisPekerjaanHasil *out, bool *found, ErrInfo *info)
{
	return GET(SQL_PEKERJAAN_HASIL_GET, TABEL_PEKERJAAN_HASIL, db_teks(pemda), db_int(id));
}

Err store_drop_pekerjaan_lama(Store *store, const char *pemda, Saat now, ErrInfo *info)
{
	Err err = drop(store, SQL_PEKERJAAN_HASIL_DROP_LAMA, STORE_NILAI(db_teks(pemda), db_int(now)), info);
	return err ? err : drop(store, SQL_PEKERJAAN_DROP_LAMA, STORE_NILAI(db_teks(pemda), db_int(now)), info);
}
