#include "store/salin.h"

#include "base/hash.h"
#include "base/json.h"
#include "store/jejak.h"
#include "store/store_inti.h"

enum { HALAMAN = 512, KOLOM_KUNCI = 2 /* pemda and id */ };

/* Columns that hold the number of another row. */
static bool is_reference(const UraianTabel *tabel, size_t k)
{
	const char *kolom = tabel->kolom[k].nama;
	return (tabel == &URAIAN_TABEL[TABEL_FAKTA] && str_equal(kolom, "ganti")) || (tabel == &URAIAN_TABEL[TABEL_KEADAAN] && str_equal(kolom, "kebijakan")) ||
	       (tabel == &URAIAN_TABEL[TABEL_KOMENTAR] && str_equal(kolom, "balas"));
}

static bool is_secret(const UraianTabel *tabel, size_t k)
{
	return tabel == &URAIAN_TABEL[TABEL_PENGGUNA] && str_equal(tabel->kolom[k].nama, "sandi");
}

/* ---- export ---- */

typedef struct {
	Store *store;
	Arena *arena;            /* of the whole export */
	const char *pemda;
	int64_t tahun;
	Json json;
	int64_t *number;         /* [last id + 1] place in the export; 0: left out */
	int64_t n;
	const char **hash;       /* evidence that the year uses */
	size_t n_hash, cap_hash;
	ErrInfo *info;
} Export;

typedef Err (*EachRow)(Export *x, Arena *scratch, const BarisJejak *entry, const UraianTabel *tabel, const void *row);

static Err page_walk(Export *x, int64_t from, int64_t to, EachRow each)
{
	Arena *scratch = arena_new();
	BarisJejak *rows;
	size_t n;
	Err err = jejak_entries(x->store->db, scratch, x->pemda, from, to, &rows, &n, x->info);
	for (size_t i = 0; !err && i < n; i++) {
		const UraianTabel *tabel;
		void *row;
		bool found;
		err = jejak_row(x->store->db, scratch, &rows[i], &tabel, &row, &found, x->info);
		if (!err && !found)
			err = err_set(x->info, ERR_FORMAT, str_format(x->arena, teks(x->store->bahasa, "%s: row %lld is missing"), x->store->path, (long long)rows[i].id),
			              teks(x->store->bahasa, "capaian audit verify shows what is wrong"));
		if (!err)
			err = each(x, scratch, &rows[i], tabel, row);
	}
	arena_free(scratch);
	return err;
}

static int64_t year_of(const UraianTabel *tabel, const void *row)
{
	for (size_t k = 0; k < tabel->n_kolom; k++)
		if (str_equal(tabel->kolom[k].nama, "tahun"))
			return baris_value(tabel, row, k).angka;
	return 0;
}

static bool evidence_used(const Export *x, const char *hash)
{
	for (size_t i = 0; i < x->n_hash; i++)
		if (str_equal(x->hash[i], hash))
			return true;
	return false;
}

static Err evidence_note(Export *x, Arena *scratch, const BarisJejak *entry, const UraianTabel *tabel, const void *row)
{
	(void)scratch;
	(void)entry;
	if (tabel == &URAIAN_TABEL[TABEL_BUKTI] && (x->tahun == 0 || year_of(tabel, row) == x->tahun))
		*ARENA_PUSH(x->arena, x->hash, x->n_hash, x->cap_hash) = str_dup(x->arena, ((const BarisBukti *)row)->hash);
	return ERR_OK;
}

static bool belongs(const Export *x, const UraianTabel *tabel, const void *row)
{
	if (tabel == &URAIAN_TABEL[TABEL_NOMENKLATUR] || tabel == &URAIAN_TABEL[TABEL_NOMENKLATUR_EDISI])
		return false;
	if (tabel == &URAIAN_TABEL[TABEL_BUKTI_ISI])
		return evidence_used(x, ((const BarisBuktiIsi *)row)->hash);
	int64_t tahun = year_of(tabel, row);
	return x->tahun == 0 || tahun == 0 || tahun == x->tahun;
}

static void column_write(Export *x, Arena *scratch, const UraianTabel *tabel, const void *row, size_t k)
{
	DbNilai value = baris_value(tabel, row, k);
	json_key(&x->json, tabel->kolom[k].nama);
	if (value.jenis == JENIS_BYTE)
		json_text(&x->json, base64_encode(scratch, value.isi, (size_t)value.angka));
	else if (value.jenis == JENIS_INT)
		json_int(&x->json, is_reference(tabel, k) && value.angka > 0 ? x->number[value.angka] : value.angka);
	else
		json_text(&x->json, is_secret(tabel, k) ? "" : value.isi);
}

static Err row_write(Export *x, Arena *scratch, const BarisJejak *entry, const UraianTabel *tabel, const void *row)
{
	if (!belongs(x, tabel, row))
		return ERR_OK;
	x->number[entry->id] = ++x->n;
	json_object(&x->json);
	json_key(&x->json, "waktu");
	json_int(&x->json, entry->waktu);
	json_field(&x->json, "oleh", entry->oleh);
	json_field(&x->json, "sumber", entry->sumber);
	json_field(&x->json, "tabel", entry->tabel);
	json_key(&x->json, "baris");
	json_object(&x->json);
	for (size_t k = KOLOM_KUNCI; k < tabel->n_kolom; k++)
		column_write(x, scratch, tabel, row, k);
	json_end(&x->json);
	json_end(&x->json);
	return ERR_OK;
}

static Err all_walk(Export *x, int64_t last, EachRow each, void (*progress)(void *, int, int), void *context)
{
	Err err = ERR_OK;
	for (int64_t from = 1; !err && from <= last; from += HALAMAN) {
		int64_t to = from + HALAMAN - 1 < last ? from + HALAMAN - 1 : last;
		err = page_walk(x, from, to, each);
		if (progress)
			progress(context, (int)to, (int)last);
	}
	return err;
}

Err store_export(Store *store, StrBuf *out, const char *pemda, int64_t tahun, int64_t sampai, void (*progress)(void *context, int done, int all), void *context,
                 ErrInfo *info)
{
	Export x = {.store = store, .arena = out->arena, .pemda = pemda, .tahun = tahun, .json = json_begin(out, 1), .info = info};
	int64_t last;
	Err err = store_entry_at(store, out->arena, pemda, STORE_KINI, &last, info);
	if (!err) {
		last = sampai < last ? sampai : last;
		x.number = ARENA_ARRAY(out->arena, int64_t, (size_t)last + 1);
		err = all_walk(&x, last, evidence_note, NULL, NULL);
	}
	if (!err) {
		json_object(&x.json);
		json_field(&x.json, "format", "capaian-ekspor");
		json_key(&x.json, "versi");
		json_int(&x.json, 1);
		json_field(&x.json, "pemda", pemda);
		json_key(&x.json, "tahun");
		json_int(&x.json, tahun);
		json_key(&x.json, "entri");
		json_array(&x.json);
		err = all_walk(&x, last, row_write, progress, context);
		if (!err) {
			json_end(&x.json);
			json_end(&x.json);
			json_finish(&x.json);
		}
	}
	return err;
}

/* ---- replay ---- */

typedef struct {
	Store *store;
	Arena *arena;
	size_t nomor;            /* of the row, from 1 */
	const EksporBaris *baris;
	ErrInfo *info;
} Replay;

static Err unfit(const Replay *r, const char *kolom, const char *why)
{
	return err_set(r->info, ERR_FORMAT, str_format(r->arena, teks(r->store->bahasa, "entry %zu (%s), column %s: %s"), r->nomor, r->baris->tabel, kolom, why),
	               teks(r->store->bahasa, "the file was changed, or is not whole; nothing was imported"));
}

static const EksporKolom *column_find(const EksporBaris *baris, const char *nama)
{
	for (size_t i = 0; i < baris->n_kolom; i++)
		if (str_equal(baris->kolom[i].nama, nama))
			return &baris->kolom[i];
	return NULL;
}

static Err column_fill(const Replay *r, const UraianTabel *tabel, void *row, size_t k)
{
	const KolomTabel *kolom = &tabel->kolom[k];
	const EksporKolom *from = column_find(r->baris, kolom->nama);
	void *at = (char *)row + kolom->letak;
	Bahasa b = r->store->bahasa;
	if (!from)
		return unfit(r, kolom->nama, teks(b, "it is missing"));
	if (from->angka != (kolom->jenis == JENIS_INT))
		return unfit(r, kolom->nama, kolom->jenis == JENIS_INT ? teks(b, "a number was expected") : teks(b, "a text was expected"));
	if (is_reference(tabel, k) && (from->nilai < 0 || (size_t)from->nilai >= r->nomor))
		return unfit(r, kolom->nama, teks(b, "it points to no earlier entry"));
	if (kolom->jenis == JENIS_INT) {
		*(int64_t *)at = from->nilai;
	} else if (kolom->jenis == JENIS_TEKS) {
		*(const char **)at = from->teks;
	} else {
		BarisBuktiIsi *isi = row;
		size_t n;
		if (!base64_decode(r->arena, from->teks, &isi->isi, &n))
			return unfit(r, kolom->nama, teks(b, "base64 was expected"));
		isi->n_isi = (int64_t)n;
	}
	return ERR_OK;
}

static Err row_play(const Replay *r)
{
	int t = 0;
	while (t < TABEL_JUMLAH && (t == TABEL_JEJAK || !str_equal(URAIAN_TABEL[t].nama, r->baris->tabel)))
		t++;
	if (t == TABEL_JUMLAH)
		return unfit(r, "-", teks(r->store->bahasa, "there is no such table"));
	const UraianTabel *tabel = &URAIAN_TABEL[t];
	if (r->baris->n_kolom != tabel->n_kolom - KOLOM_KUNCI)
		return unfit(r, "-", teks(r->store->bahasa, "the columns are not those of the table"));
	void *row = arena_alloc(r->arena, tabel->ukuran);
	Err err = ERR_OK;
	for (size_t k = KOLOM_KUNCI; !err && k < tabel->n_kolom; k++)
		err = column_fill(r, tabel, row, k);
	r->store->pelaku.oleh = r->baris->oleh;
	r->store->pelaku.sumber = r->baris->sumber;
	r->store->pelaku.waktu = r->baris->waktu;
	return err ? err : store_add_row(r->store, (Tabel)t, row, NULL, r->info);
}

Err store_replay(Store *store, Arena *arena, const char *pemda, const EksporBaris *rows, size_t n, ErrInfo *info)
{
	Err err = store_begin(store, (Pelaku){pemda, "sistem", "impor", 0}, info);
	if (!err && store->last_id > 0)
		err = err_set(info, ERR_USAGE, str_format(arena, teks(store->bahasa, "%s holds pemda %s already"), store->path, pemda),
		              teks(store->bahasa, "import it into a new ledger; nothing was changed"));
	for (size_t i = 0; !err && i < n; i++) {
		Replay r = {store, arena, i + 1, &rows[i], info};
		err = row_play(&r);
	}
	if (!err)
		err = store_commit(store, info);
	if (err)
		store_rollback(store);
	return err;
}
