#include "store/jejak.h"
#include "store/store_inti.h"

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
	void *next = collection_next(c);
	baris_load(c->tabel, next, c->n > 1 ? (char *)next - c->tabel->ukuran : NULL, row, c->arena);
	return true;
}

/* Facts come with every version of a cell, oldest first: only the newest of each cell stays. */
static bool fact_collect(void *context, const DbRow *from)
{
	Collection *c = context;
	BarisFakta row;
	BarisFakta *before = c->n ? (BarisFakta *)(void *)c->rows + c->n - 1 : NULL;
	baris_load(c->tabel, &row, before, from, c->arena);
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

Err store_collect(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const DbNilai *values, int n_values, void **out, size_t *n, ErrInfo *info)
{
	return collect(store, arena, sql, tabel, values, n_values, row_collect, out, n, info);
}

#define COLLECT(sql, tabel, ...) store_collect(store, arena, sql, tabel, STORE_NILAI(__VA_ARGS__), (void **)out, n, info)

Err store_list_pemda(Store *store, Arena *arena, BarisPemda **out, size_t *n, ErrInfo *info)
{
	return store_collect(store, arena, SQL_PEMDA_LIST, TABEL_PEMDA, NULL, 0, (void **)out, n, info);
}

Err store_list_jejak(Store *store, Arena *arena, const char *pemda, int64_t from, int64_t to, BarisJejak **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_JEJAK_RANGE, TABEL_JEJAK, db_teks(pemda), db_int(from), db_int(to));
}

Err store_find_jejak(Store *store, Arena *arena, const char *pemda, int64_t before, const char *oleh, const char *tabel, int64_t max, BarisJejak **out, size_t *n,
                     ErrInfo *info)
{
	return COLLECT(SQL_JEJAK_CARI, TABEL_JEJAK, db_teks(pemda), db_int(before), db_teks(oleh), db_teks(tabel), db_int(max));
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

Err store_list_volume_before(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisFakta **out,
                             size_t *n, ErrInfo *info)
{
	const DbNilai values[] = {db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_int(sampai)};
	return collect(store, arena, SQL_FAKTA_VOLUME_SEBELUM, TABEL_FAKTA, values, 5, fact_collect, (void **)out, n, info);
}

Err store_list_fakta_since(Store *store, Arena *arena, const char *pemda, int64_t from, int64_t sampai, BarisFakta **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_FAKTA_SEJAK, TABEL_FAKTA, db_teks(pemda), db_int(from), db_int(sampai));
}

Err store_get_fakta(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, const char *kode, int64_t indikator,
                    const char *jenis, BarisFakta *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_FAKTA_TERBARU, TABEL_FAKTA,
	                 STORE_NILAI(db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_teks(kode), db_int(indikator), db_teks(jenis)), out, found, info);
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

Err store_list_jejak_bulan(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, BarisJejak **out,
                           size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_JEJAK_FAKTA, TABEL_JEJAK, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan));
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

Err store_list_komentar(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, BarisKomentar **out, size_t *n,
                        ErrInfo *info)
{
	return COLLECT(SQL_KOMENTAR_LIST, TABEL_KOMENTAR, db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_int(sampai));
}

Err store_list_pengaturan(Store *store, Arena *arena, const char *pemda, int64_t sampai, BarisPengaturan **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_PENGATURAN_LIST, TABEL_PENGATURAN, db_teks(pemda), db_int(sampai));
}

Err store_list_peristiwa(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPeristiwa **out, size_t *n, ErrInfo *info)
{
	return COLLECT(SQL_PERISTIWA_LIST, TABEL_PERISTIWA, db_teks(pemda), db_teks(pengguna));
}

Err store_get(Store *store, Arena *arena, Pernyataan sql, Tabel tabel, const DbNilai *values, int n_values, void *out, bool *found, ErrInfo *info)
{
	void *rows;
	size_t n;
	Err err = store_collect(store, arena, sql, tabel, values, n_values, &rows, &n, info);
	*found = !err && n > 0;
	if (*found)
		memcpy(out, rows, URAIAN_TABEL[tabel].ukuran);
	return err;
}

Err store_get_opd(Store *store, Arena *arena, const char *pemda, const char *opd, int64_t sampai, BarisOpd *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_OPD_GET, TABEL_OPD, STORE_NILAI(db_teks(pemda), db_teks(opd), db_int(sampai)), out, found, info);
}

Err store_get_bukti_isi(Store *store, Arena *arena, const char *pemda, const char *hash, BarisBuktiIsi *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_BUKTI_ISI_GET, TABEL_BUKTI_ISI, STORE_NILAI(db_teks(pemda), db_teks(hash)), out, found, info);
}

Err store_get_pengguna(Store *store, Arena *arena, const char *pemda, const char *pengguna, BarisPengguna *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_PENGGUNA_GET, TABEL_PENGGUNA, STORE_NILAI(db_teks(pemda), db_teks(pengguna)), out, found, info);
}

Err store_find_impor(Store *store, Arena *arena, const char *pemda, const char *hash, BarisImpor *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_IMPOR_FIND, TABEL_IMPOR, STORE_NILAI(db_teks(pemda), db_teks(hash)), out, found, info);
}

Err store_get_komentar(Store *store, Arena *arena, const char *pemda, int64_t id, BarisKomentar *out, bool *found, ErrInfo *info)
{
	return store_get(store, arena, SQL_ROW_KOMENTAR, TABEL_KOMENTAR, STORE_NILAI(db_teks(pemda), db_int(id)), out, found, info);
}

static bool number_load(void *context, const DbRow *row)
{
	*(int64_t *)context = db_column_int(row, 0);
	return false;
}

Err store_number(Store *store, Pernyataan sql, const DbNilai *values, int n_values, int64_t *out, ErrInfo *info)
{
	*out = 0;
	return db_query(store->db, sql, values, n_values, number_load, out, info);
}

Err store_has_fakta(Store *store, const char *pemda, const char *opd, int64_t tahun, int64_t bulan, int64_t sampai, bool *found, ErrInfo *info)
{
	int64_t id;
	Err err = store_number(store, SQL_FAKTA_ADA, STORE_NILAI(db_teks(pemda), db_teks(opd), db_int(tahun), db_int(bulan), db_int(sampai)), &id, info);
	*found = id != 0;
	return err;
}

typedef struct {
	int64_t id;
	Saat waktu;
} WaktuEntri;

static bool time_load(void *context, const DbRow *row)
{
	*(WaktuEntri *)context = (WaktuEntri){db_column_int(row, 0), db_column_int(row, 1)};
	return false;
}

/* The last entry up to number `id`; id 0: none. */
static Err entry_before(Store *store, const char *pemda, int64_t id, WaktuEntri *out, ErrInfo *info)
{
	*out = (WaktuEntri){0};
	return db_query(store->db, SQL_JEJAK_BEFORE, STORE_NILAI(db_teks(pemda), db_int(id)), time_load, out, info);
}

/* Times never go back along the chain: halving finds the place. */
Err store_entry_at(Store *store, Arena *arena, const char *pemda, Saat waktu, int64_t *id, ErrInfo *info)
{
	(void)arena;
	WaktuEntri entry;
	int64_t low = 0;
	*id = 0;
	Err err = entry_before(store, pemda, INT64_MAX, &entry, info);
	if (err || entry.id == 0 || entry.waktu <= waktu) {
		*id = entry.id;
		return err;
	}
	for (int64_t high = entry.id; !err && high - low > 1;) {
		int64_t middle = low + (high - low) / 2;
		err = entry_before(store, pemda, middle, &entry, info);
		if (!err && entry.id && entry.waktu > waktu) {
			high = entry.id;
		} else {
			low = middle;
			*id = entry.id;
		}
	}
	return err;
}

typedef struct {
	Arena *arena;
	PerubahanStore *rows;
	size_t n, cap;
} Changes;

static bool change_collect(void *context, const DbRow *row)
{
	Changes *c = context;
	PerubahanStore *to = ARENA_PUSH(c->arena, c->rows, c->n, c->cap);
	*to = (PerubahanStore){str_dup(c->arena, db_column_text(row, 0)), str_dup(c->arena, db_column_text(row, 1)), db_column_int(row, 2), db_column_int(row, 3)};
	return true;
}

Err store_list_perubahan(Store *store, Arena *arena, const char *pemda, int64_t dari, int64_t sampai, PerubahanStore **out, size_t *n, ErrInfo *info)
{
	Changes c = {.arena = arena};
	Err err = db_query(store->db, SQL_PERUBAHAN, (DbNilai[]){db_teks(pemda), db_int(dari), db_int(sampai)}, 3, change_collect, &c, info);
	*out = c.rows;
	*n = c.n;
	return err;
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

typedef struct {
	Arena *arena;
	const char **list;
	size_t n, cap;
} Texts;

Err store_hash_at(Store *store, Arena *arena, const char *pemda, int64_t id, const char **hash, ErrInfo *info)
{
	TextSlot slot = {arena, ""};
	Err err = db_query(store->db, SQL_JEJAK_HASH, (DbNilai[]){db_teks(pemda), db_int(id)}, 2, text_load, &slot, info);
	*hash = slot.text;
	return err;
}

static bool text_collect(void *context, const DbRow *row)
{
	Texts *texts = context;
	*ARENA_PUSH(texts->arena, texts->list, texts->n, texts->cap) = str_dup(texts->arena, db_column_text(row, 0));
	return true;
}

Err store_list_rantai(Store *store, Arena *arena, const char ***out, size_t *n, ErrInfo *info)
{
	Texts texts = {.arena = arena};
	Err err = db_query(store->db, SQL_RANTAI_LIST, NULL, 0, text_collect, &texts, info);
	*out = texts.list;
	*n = texts.n;
	return err;
}

Err store_entry_about(Store *store, Arena *arena, const BarisJejak *entry, const char **about, ErrInfo *info)
{
	static const char *const keys[] = {"opd", "pengguna", "tahun", "bulan", "versi", "revisi", "kode", "indikator", "jenis", "aksi", "aturan", "edisi", "tanggal", "peran", "nama", "kunci", "nilai", "tentang"};
	const UraianTabel *tabel;
	void *row;
	bool found;
	StrBuf b = {.arena = arena};
	Err err = jejak_row(store->db, arena, entry, &tabel, &row, &found, info);
	for (size_t k = 2; !err && found && k < tabel->n_kolom; k++) {
		bool key = false;
		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			key |= str_equal(keys[i], tabel->kolom[k].nama);
		DbNilai value = baris_value(tabel, row, k);
		if (!key || (value.jenis == JENIS_TEKS && str_blank(value.isi)))
			continue;
		if (b.len)
			strbuf_addc(&b, ' ');
		if (value.jenis == JENIS_INT)
			strbuf_addf(&b, "%lld", (long long)value.angka);
		else
			strbuf_add(&b, value.isi);
	}
	*about = strbuf_text(&b);
	return err;
}
