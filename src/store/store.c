#include "store/store.h"

#include "base/hash.h"
#include "base/str.h"
#include "base/tanggal.h"
#include "store/jejak.h"
#include <assert.h>

struct Store {
	Arena *arena;
	Db *db;
	Bahasa bahasa;
	const char *path;
	/* the transaction at hand */
	bool writing;
	Pelaku pelaku;
	int64_t last_id;
	Saat last_waktu;
	char last_hash[65];
};

/* ---- life ---- */

static Store *store_new(Arena *arena, Db *db, const char *path, Bahasa bahasa)
{
	Store *store = ARENA_NEW(arena, Store);
	*store = (Store){.arena = arena, .db = db, .bahasa = bahasa, .path = path};
	return store;
}

static Err migrate(Db *db, int64_t from, Saat waktu, ErrInfo *info)
{
	Err err = ERR_OK;
	for (int n = (int)from + 1; !err && n <= SQL_N_MIGRASI; n++)
		err = db_migrate(db, n, waktu, info);
	return err;
}

Err store_create(Store **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	Db *db;
	Err err = db_open(&db, arena, path, DB_BARU, bahasa, info);
	if (!err)
		err = migrate(db, 0, 0, info);
	if (!err)
		*out = store_new(arena, db, path, bahasa);
	return err;
}

static Err upgrade(Store *store, int64_t versi, ErrInfo *info)
{
	const char *copy = str_format(store->arena, "%s.v%lld", store->path, (long long)versi);
	Err err = db_backup(store->db, copy, NULL, NULL, info);
	return err ? err : migrate(store->db, versi, 0, info);
}

Err store_open(Store **out, Arena *arena, const char *path, StoreMode mode, Bahasa bahasa, ErrInfo *info)
{
	Db *db;
	int64_t versi = 0;
	Err err = db_open(&db, arena, path, mode == STORE_TULIS ? DB_TULIS : DB_BACA, bahasa, info);
	if (!err)
		err = db_inspect(db, &versi, info);
	if (err)
		return err;
	*out = store_new(arena, db, path, bahasa);
	if (versi > SQL_N_MIGRASI)
		err = err_set(info, ERR_FORMAT,
		              str_format(arena, teks(bahasa, "%s: this ledger is of a newer program (schema %lld; this program knows %d)"), path, (long long)versi,
		                         SQL_N_MIGRASI),
		              teks(bahasa, "install the newer capaian; nothing was changed"));
	else if (versi < SQL_N_MIGRASI && mode == STORE_BACA)
		err = err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: this ledger is of an older program and must be upgraded first"), path),
		              teks(bahasa, "any command that writes upgrades it, after a backup beside it"));
	else if (versi < SQL_N_MIGRASI)
		err = upgrade(*out, versi, info);
	if (err)
		db_close(db);
	return err;
}

void store_close(Store *store)
{
	if (store)
		db_close(store->db);
}

/* ---- writing ---- */

static bool last_load(void *context, const DbRow *row)
{
	Store *store = context;
	store->last_id = db_column_int(row, 0);
	store->last_waktu = db_column_int(row, 1);
	snprintf(store->last_hash, sizeof store->last_hash, "%s", db_column_text(row, 2));
	return false;
}

Err store_begin(Store *store, Pelaku pelaku, ErrInfo *info)
{
	Err err = db_begin(store->db, info);
	if (err)
		return err;
	store->writing = true;
	store->pelaku = pelaku;
	store->last_id = 0;
	store->last_waktu = INT64_MIN;
	store->last_hash[0] = '\0';
	err = db_query(store->db, SQL_JEJAK_LAST, (DbNilai[]){db_teks(pelaku.pemda)}, 1, last_load, store, info);
	if (err)
		store_rollback(store);
	return err;
}

Err store_commit(Store *store, ErrInfo *info)
{
	Err err = db_commit(store->db, info);
	if (err)
		store_rollback(store);
	store->writing = false;
	return err;
}

void store_rollback(Store *store)
{
	db_rollback(store->db);
	store->writing = false;
}

static Err row_write(Store *store, const UraianTabel *tabel, const void *row, ErrInfo *info)
{
	enum { KOLOM_MAX = 32 };
	DbNilai values[KOLOM_MAX];
	assert(tabel->n_kolom <= KOLOM_MAX);
	for (size_t k = 0; k < tabel->n_kolom; k++)
		values[k] = baris_value(tabel, row, k);
	return db_run(store->db, tabel->tambah, values, (int)tabel->n_kolom, info);
}

/* The row and its entry in the chain. */
static Err add(Store *store, Tabel nomor, void *row, int64_t *id, ErrInfo *info)
{
	assert(store->writing);
	const UraianTabel *tabel = &URAIAN_TABEL[nomor];
	Arena *scratch = arena_new();
	int64_t next = store->last_id + 1;
	baris_set_key(tabel, row, store->pelaku.pemda, next);
	const char *json = baris_json(tabel, row, scratch);
	BarisJejak entry = {
		.pemda = store->pelaku.pemda,
		.id = next,
		.waktu = store->pelaku.waktu > store->last_waktu ? store->pelaku.waktu : store->last_waktu,
		.oleh = store->pelaku.oleh,
		.sumber = store->pelaku.sumber,
		.tabel = tabel->nama,
		.isi = hash_sha256_hex(scratch, json, strlen(json)),
	};
	entry.hash = jejak_hash(scratch, store->last_hash, &entry);
	Err err = row_write(store, &URAIAN_TABEL[TABEL_JEJAK], &entry, info);
	if (!err)
		err = row_write(store, tabel, row, info);
	if (!err) {
		store->last_id = next;
		store->last_waktu = entry.waktu;
		snprintf(store->last_hash, sizeof store->last_hash, "%s", entry.hash);
		if (id)
			*id = next;
	}
	arena_free(scratch);
	return err;
}

#define STORE_ADD(function, Row, TABEL)                                                                                                  \
	Err function(Store *store, Row row, int64_t *id, ErrInfo *info)                                                                      \
	{                                                                                                                                    \
		return add(store, TABEL, &row, id, info);                                                                                        \
	}
STORE_ADD(store_add_pemda, BarisPemda, TABEL_PEMDA)
STORE_ADD(store_add_opd, BarisOpd, TABEL_OPD)
STORE_ADD(store_add_pengguna, BarisPengguna, TABEL_PENGGUNA)
STORE_ADD(store_add_kebijakan, BarisKebijakan, TABEL_KEBIJAKAN)
STORE_ADD(store_add_rencana, BarisRencana, TABEL_RENCANA)
STORE_ADD(store_add_rencana_simpul, BarisRencanaSimpul, TABEL_RENCANA_SIMPUL)
STORE_ADD(store_add_rencana_indikator, BarisRencanaIndikator, TABEL_RENCANA_INDIKATOR)
STORE_ADD(store_add_anggaran_kas, BarisAnggaranKas, TABEL_ANGGARAN_KAS)
STORE_ADD(store_add_fakta, BarisFakta, TABEL_FAKTA)
STORE_ADD(store_add_keadaan, BarisKeadaan, TABEL_KEADAAN)
STORE_ADD(store_add_penjelasan, BarisPenjelasan, TABEL_PENJELASAN)
STORE_ADD(store_add_bukti_isi, BarisBuktiIsi, TABEL_BUKTI_ISI)
STORE_ADD(store_add_bukti, BarisBukti, TABEL_BUKTI)
STORE_ADD(store_add_tenggat, BarisTenggat, TABEL_TENGGAT)
STORE_ADD(store_add_libur, BarisLibur, TABEL_LIBUR)
STORE_ADD(store_add_nomenklatur_edisi, BarisNomenklaturEdisi, TABEL_NOMENKLATUR_EDISI)
STORE_ADD(store_add_nomenklatur, BarisNomenklatur, TABEL_NOMENKLATUR)
STORE_ADD(store_add_impor, BarisImpor, TABEL_IMPOR)

/* ---- reading ---- */

typedef struct {
	const UraianTabel *tabel;
	Arena *arena;
	char *rows;
	size_t n, cap;
} Collection;

static void *collection_next(Collection *c)
{
	size_t size = c->tabel->ukuran;
	if (c->n == c->cap) {
		size_t cap = c->cap ? 2 * c->cap : 32;
		c->rows = arena_grow(c->arena, c->rows, c->cap * size, cap * size);
		c->cap = cap;
	}
	return c->rows + c->n++ * size;
}

static bool row_collect(void *context, const DbRow *row)
{
	Collection *c = context;
	baris_load(c->tabel, collection_next(c), row, c->arena);
	return true;
}

/* Facts come with every version of a cell, oldest first: only the newest of each cell stays. */
static bool fact_collect(void *context, const DbRow *from)
{
	Collection *c = context;
	BarisFakta row;
	baris_load(c->tabel, &row, from, c->arena);
	BarisFakta *before = c->n ? (BarisFakta *)(void *)c->rows + c->n - 1 : NULL;
	bool same = before && before->indikator == row.indikator && before->bulan == row.bulan && str_equal(before->kode, row.kode) &&
	            str_equal(before->jenis, row.jenis) && str_equal(before->opd, row.opd);
	*(same ? before : (BarisFakta *)collection_next(c)) = row;
	return true;
}

static Err collect(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const DbNilai *values, int n_values, DbEach each, void **out, size_t *n, ErrInfo *info)
{
	Collection c = {.tabel = &URAIAN_TABEL[tabel], .arena = arena};
	Err err = db_query(store->db, sql, values, n_values, each, &c, info);
	*out = c.rows;
	*n = c.n;
	return err;
}

#define COLLECT(sql, tabel, ...) \
	collect(store, arena, sql, tabel, (DbNilai[]){__VA_ARGS__}, (int)(sizeof((DbNilai[]){__VA_ARGS__}) / sizeof(DbNilai)), row_collect, (void **)out, n, info)

Err store_list_pemda(Store *store, Arena *arena, BarisPemda **out, size_t *n, ErrInfo *info)
{
	return collect(store, arena, SQL_PEMDA_LIST, TABEL_PEMDA, NULL, 0, row_collect, (void **)out, n, info);
}

Err store_list_jejak(Store *store, Arena *arena, const char *pemda, int64_t from, int64_t to, BarisJejak **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_JEJAK_RANGE, TABEL_JEJAK, db_teks(pemda), db_int(from), db_int(to));
}

Err store_list_opd(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisOpd **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_OPD_LIST, TABEL_OPD, db_teks(pemda), db_int(sampai));
}

Err store_list_pengguna(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisPengguna **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_PENGGUNA_LIST, TABEL_PENGGUNA, db_teks(pemda), db_int(sampai));
}

Err store_list_tenggat(Store *store, Arena *arena, const char *pemda, int64_t tahun, int64_t sampai, BarisTenggat **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_TENGGAT_LIST, TABEL_TENGGAT, db_teks(pemda), db_int(tahun), db_int(sampai));
}

Err store_list_libur(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisLibur **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_LIBUR_LIST, TABEL_LIBUR, db_teks(pemda), db_int(sampai));
}

Err store_list_kebijakan(Store *store, Arena *arena, const char *pemda, int64_t tahun, int64_t sampai, BarisKebijakan **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_KEBIJAKAN_LIST, TABEL_KEBIJAKAN, db_teks(pemda), db_int(tahun), db_int(sampai));
}

Err store_list_rencana(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t sampai, BarisRencana **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_RENCANA_LIST, TABEL_RENCANA, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(sampai));
}

Err store_list_rencana_simpul(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisRencanaSimpul **out, size_t *n,
                              ErrInfo *info)
{
	return COLLECT(SQL_RENCANA_SIMPUL_LIST, TABEL_RENCANA_SIMPUL, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(versi));
}

Err store_list_rencana_indikator(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisRencanaIndikator **out,
                                 size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_RENCANA_INDIKATOR_LIST, TABEL_RENCANA_INDIKATOR, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(versi));
}

Err store_list_anggaran_kas(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t versi, BarisAnggaranKas **out, size_t *n,
                            ErrInfo *info)
{
	return COLLECT(SQL_ANGGARAN_KAS_LIST, TABEL_ANGGARAN_KAS, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(versi));
}

/* The statement for one OPD or all, one month or the year, with its values in the order (pemda, [opd], tahun, [bulan], sampai). */
typedef struct {
	Pernyataan opd_bulan, opd_tahun, pemda_bulan, pemda_tahun;
} Lingkup;

static Err collect_scope(Store *store, Arena *arena, Lingkup lingkup, Tabel tabel, const char *pemda, const char *opd, int64_t tahun, int64_t bulan,
                         int64_t sampai, DbEach each, void **out, size_t *n, ErrInfo *info)
{
	DbNilai values[5];
	int k = 0;
	values[k++] = db_teks(pemda);
	if (*opd)
		values[k++] = db_teks(opd);
	values[k++] = db_int(tahun);
	if (bulan)
		values[k++] = db_int(bulan);
	values[k++] = db_int(sampai);
	Pernyataan sql = *opd ? (bulan ? lingkup.opd_bulan : lingkup.opd_tahun) : bulan ? lingkup.pemda_bulan : lingkup.pemda_tahun;
	return collect(store, arena, sql, tabel, values, k, each, out, n, info);
}

Err store_list_fakta(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisFakta **out, size_t *n,
                     ErrInfo *info)
{
	const Lingkup lingkup = {SQL_FAKTA_BULAN, SQL_FAKTA_TAHUN, SQL_FAKTA_PEMDA_BULAN, SQL_FAKTA_PEMDA_TAHUN};
	return collect_scope(store, arena, lingkup, TABEL_FAKTA, pemda, opd, tahun, bulan, sampai, fact_collect, (void **)out, n, info);
}

Err store_list_riwayat(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, const char *kode, int64_t indikator,
                       const char *jenis, int64_t sampai, BarisFakta **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_FAKTA_RIWAYAT, TABEL_FAKTA, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_teks(kode), db_int(indikator), db_teks(jenis),
	               db_int(sampai));
}

Err store_list_keadaan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisKeadaan **out, size_t *n,
                       ErrInfo *info)
{
	const Lingkup lingkup = {SQL_KEADAAN_BULAN, SQL_KEADAAN_TAHUN, SQL_KEADAAN_PEMDA_BULAN, SQL_KEADAAN_PEMDA_TAHUN};
	return collect_scope(store, arena, lingkup, TABEL_KEADAAN, pemda, opd, tahun, bulan, sampai, row_collect, (void **)out, n, info);
}

Err store_list_penjelasan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisPenjelasan **out,
                          size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_PENJELASAN_LIST, TABEL_PENJELASAN, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_int(sampai));
}

Err store_list_bukti(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisBukti **out, size_t *n,
                     ErrInfo *info)
{
	return COLLECT(SQL_BUKTI_LIST, TABEL_BUKTI, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_int(sampai));
}

Err store_list_nomenklatur_edisi(Store *store, Arena *arena, const char *pemda, BarisNomenklaturEdisi **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_NOMENKLATUR_EDISI_LIST, TABEL_NOMENKLATUR_EDISI, db_teks(pemda));
}

Err store_list_nomenklatur(Store *store, Arena *arena, const char *pemda, const char *edisi, BarisNomenklatur **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_NOMENKLATUR_LIST, TABEL_NOMENKLATUR, db_teks(pemda), db_teks(edisi));
}

/* One row or none. */
static Err get(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const char *pemda, const char *key, void *out, bool *found, ErrInfo *info)
{
	void *rows;
	size_t n;
	Err err = collect(store, arena, sql, tabel, (DbNilai[]){db_teks(pemda), db_teks(key)}, 2, row_collect, &rows, &n, info);
	*found = !err && n > 0;
	if (*found)
		memcpy(out, rows, URAIAN_TABEL[tabel].ukuran);
	return err;
}

Err store_get_bukti_isi(Store *store, Arena *arena, const char *pemda, const char *hash, BarisBuktiIsi *out, bool *found, ErrInfo *info)
{
	return get(store, arena, SQL_BUKTI_ISI_GET, TABEL_BUKTI_ISI, pemda, hash, out, found, info);
}

Err store_find_impor(Store *store, Arena *arena, const char *pemda, const char *hash, BarisImpor *out, bool *found, ErrInfo *info)
{
	return get(store, arena, SQL_IMPOR_FIND, TABEL_IMPOR, pemda, hash, out, found, info);
}

static bool number_load(void *context, const DbRow *row)
{
	*(int64_t *)context = db_column_int(row, 0);
	return false;
}

Err store_entry_at(Store *store, Arena *arena, const char *pemda, Saat waktu, int64_t *id, ErrInfo *info)
{
	(void)arena;
	*id = 0;
	return db_query(store->db, SQL_JEJAK_AT, (DbNilai[]){db_teks(pemda), db_int(waktu)}, 2, number_load, id, info);
}

typedef struct {
	Arena *arena;
	const char *text;
} TextSlot;

static bool text_load(void *context, const DbRow *row)
{
	TextSlot *slot = context;
	slot->text = str_dup(slot->arena, db_column_text(row, 0));
	return false;
}

Err store_hash_at(Store *store, Arena *arena, const char *pemda, int64_t id, const char **hash, ErrInfo *info)
{
	TextSlot slot = {arena, ""};
	Err err = db_query(store->db, SQL_JEJAK_HASH, (DbNilai[]){db_teks(pemda), db_int(id)}, 2, text_load, &slot, info);
	*hash = slot.text;
	return err;
}

Err store_verify(Store *store, Arena *arena, const char *pemda, HasilJejak *out, ErrInfo *info)
{
	return jejak_verify(store->db, arena, pemda, out, store->bahasa, info);
}

Err store_backup(Store *store, const char *path, void (*progress)(void *context, int done, int all), void *context, ErrInfo *info)
{
	return db_backup(store->db, path, progress, context, info);
}
