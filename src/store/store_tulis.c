#include "base/hash.h"
#include "store/jejak.h"
#include "store/store_inti.h"
#include <assert.h>

static bool last_load(void *context, const DbRow *row)
{
	Store *store = context;
	store->last_id = db_column_int(row, 0);
	store->last_waktu = db_column_int(row, 1);
	snprintf(store->last_hash, sizeof store->last_hash, "%s", db_column_text(row, 2));
	return false;
}

static Err last_of_chain(Store *store, const char *pemda, ErrInfo *info)
{
	store->last_id = 0;
	store->last_waktu = INT64_MIN;
	store->last_hash[0] = '\0';
	Err err = db_query(store->db, SQL_JEJAK_LAST, (DbNilai[]){db_teks(pemda)}, 1, last_load, store, info);
	store->sure_id = store->group_added ? 0 : store->last_id; /* a further region of a group: who knows what was added before */
	return err;
}

/* Within a group the end of the chain is known from the part before, unless that was another region's. */
static Err part_begin(Store *store, ErrInfo *info)
{
	Err err = db_part_begin(store->db, info);
	if (err)
		return err;
	if (!str_equal(store->group_pemda, store->pelaku.pemda)) {
		err = last_of_chain(store, store->pelaku.pemda, info);
		bool fits = (size_t)snprintf(store->group_pemda, sizeof store->group_pemda, "%s", store->pelaku.pemda) < sizeof store->group_pemda;
		if (err || !fits)
			store->group_pemda[0] = '\0';
	}
	store->kept_id = store->last_id;
	store->kept_waktu = store->last_waktu;
	memcpy(store->kept_hash, store->last_hash, sizeof store->kept_hash);
	return err;
}

static Err whole_begin(Store *store, ErrInfo *info)
{
	store_turn_take(store);
	Err err = db_begin(store->db, info);
	if (err)
		store_turn_give(store);
	return err;
}

Err store_begin(Store *store, Pelaku pelaku, ErrInfo *info)
{
	Err err = store->group ? ERR_OK : whole_begin(store, info);
	if (err)
		return err;
	store->writing = true;
	store->pelaku = pelaku;
	err = store->group ? part_begin(store, info) : last_of_chain(store, pelaku.pemda, info);
	store->first_id = store->last_id;
	if (err)
		store_rollback(store);
	return err;
}

Saat store_last_time(const Store *store)
{
	assert(store->writing);
	return store->last_waktu;
}

bool store_has_added(const Store *store)
{
	return store->group_added || (store->writing && store->last_id != store->first_id);
}

bool store_is_kept(const Store *store, int64_t id)
{
	return !store_has_added(store) || id <= store->sure_id;
}

Err store_commit(Store *store, ErrInfo *info)
{
	if (store->group) {
		Err err = db_part_keep(store->db, info);
		if (err)
			store_rollback(store);
		store->group_added |= !err && store->last_id != store->first_id;
		store->writing = false;
		return err;
	}
	Err err = db_commit(store->db, info);
	if (err)
		store_rollback(store);
	else
		store_commit_note(store);
	store->writing = false;
	store_turn_give(store);
	return err;
}

static void part_undo(Store *store)
{
	if (!store->writing)
		return;
	db_part_undo(store->db);
	store->last_id = store->kept_id;
	store->last_waktu = store->kept_waktu;
	memcpy(store->last_hash, store->kept_hash, sizeof store->last_hash);
	store->writing = false;
}

void store_rollback(Store *store)
{
	if (store->group) {
		part_undo(store);
		return;
	}
	db_rollback(store->db);
	store->writing = false;
	store_turn_give(store);
}

Err store_group_begin(Store *store, ErrInfo *info)
{
	assert(!store->writing && !store->group);
	Err err = whole_begin(store, info);
	store->group = !err;
	store->group_added = false;
	store->group_pemda[0] = '\0';
	return err;
}

Err store_group_commit(Store *store, ErrInfo *info)
{
	assert(store->group);
	store_rollback(store); /* a part that was left open */
	store->group = store->group_added = false;
	return store_commit(store, info);
}

void store_group_rollback(Store *store)
{
	if (!store->group)
		return;
	store->group = store->group_added = false;
	store_rollback(store);
}

Err store_row_write(Store *store, const UraianTabel *tabel, const void *row, ErrInfo *info)
{
	enum { KOLOM_MAX = 32 };
	DbNilai values[KOLOM_MAX];
	assert(tabel->n_kolom <= KOLOM_MAX);
	for (size_t k = 0; k < tabel->n_kolom; k++)
		values[k] = baris_value(tabel, row, k);
	return db_run(store->db, tabel->tambah, values, (int)tabel->n_kolom, info);
}

static Arena *row_scratch(Store *store)
{
	enum { RENEW = 1024 * 1024 };
	if (store->scratch && arena_used(store->scratch) > RENEW) {
		arena_free(store->scratch);
		store->scratch = NULL;
	}
	if (!store->scratch)
		store->scratch = arena_new();
	return store->scratch;
}

Err store_add_row(Store *store, Tabel nomor, void *row, int64_t *id, ErrInfo *info)
{
	assert(store->writing);
	const UraianTabel *tabel = &URAIAN_TABEL[nomor];
	Arena *scratch = row_scratch(store);
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
	Err err = store_row_write(store, &URAIAN_TABEL[TABEL_JEJAK], &entry, info);
	if (!err)
		err = store_row_write(store, tabel, row, info);
	if (!err) {
		store->last_id = next;
		store->last_waktu = entry.waktu;
		snprintf(store->last_hash, sizeof store->last_hash, "%s", entry.hash);
		if (id)
			*id = next;
	}
	return err;
}

#define STORE_ADD(function, Row, TABEL)                                                                                                  \
	Err function(Store *store, Row row, int64_t *id, ErrInfo *info)                                                                      \
	{                                                                                                                                    \
		return store_add_row(store, TABEL, &row, id, info);                                                                                        \
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
STORE_ADD(store_add_komentar, BarisKomentar, TABEL_KOMENTAR)
STORE_ADD(store_add_pengaturan, BarisPengaturan, TABEL_PENGATURAN)
STORE_ADD(store_add_peristiwa, BarisPeristiwa, TABEL_PERISTIWA)
