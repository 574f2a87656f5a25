#include "store/jejak.h"

#include "base/hash.h"
#include "base/json.h"

const char *jejak_hash(Arena *arena, const char *before, const BarisJejak *entry)
{
	StrBuf b = {.arena = arena};
	strbuf_addf(&b, "%s\n", before);
	Json j = json_begin(&b, 0);
	json_object(&j);
	json_field(&j, "pemda", entry->pemda);
	json_key(&j, "id");
	json_int(&j, entry->id);
	json_key(&j, "waktu");
	json_int(&j, entry->waktu);
	json_field(&j, "oleh", entry->oleh);
	json_field(&j, "sumber", entry->sumber);
	json_field(&j, "tabel", entry->tabel);
	json_field(&j, "isi", entry->isi);
	json_end(&j);
	return hash_sha256_hex(arena, strbuf_text(&b), b.len);
}

static const UraianTabel *table_find(const char *nama)
{
	for (int t = 0; t < TABEL_JUMLAH; t++)
		if (t != TABEL_JEJAK && str_equal(URAIAN_TABEL[t].nama, nama))
			return &URAIAN_TABEL[t];
	return NULL;
}

typedef struct {
	Arena *arena;
	const UraianTabel *tabel;
	void *row;
	bool found;
} RowSlot;

static bool row_load(void *context, const DbRow *from)
{
	RowSlot *slot = context;
	baris_load(slot->tabel, slot->row, NULL, from, slot->arena);
	slot->found = true;
	return false;
}

Err jejak_row(Db *db, Arena *arena, const BarisJejak *entry, const UraianTabel **tabel, void **row, bool *found, ErrInfo *info)
{
	RowSlot slot = {.arena = arena, .tabel = table_find(entry->tabel)};
	Err err = ERR_OK;
	if (slot.tabel) {
		slot.row = arena_alloc(arena, slot.tabel->ukuran);
		err = db_query(db, slot.tabel->baris, (DbNilai[]){db_teks(entry->pemda), db_int(entry->id)}, 2, row_load, &slot, info);
	}
	*tabel = slot.tabel;
	*row = slot.row;
	*found = slot.found;
	return err;
}

typedef struct {
	Db *db;
	Arena *arena;            /* of the result */
	const char *pemda;
	Bahasa bahasa;
	HasilJejak *out;
	char hash[65];           /* of the entry before */
	Saat waktu;
	int64_t next;            /* number that the next entry must have */
	ErrInfo *info;
} Verification;

/* Keeps the first bad entry by its number. */
static void bad(Verification *v, int64_t id, const char *why)
{
	if (v->out->pertama_rusak && v->out->pertama_rusak <= id)
		return;
	v->out->pertama_rusak = id;
	v->out->sebab = str_dup(v->arena, why);
}

/* Does the row still hold what the entry says? */
static Err row_check(Verification *v, Arena *scratch, const BarisJejak *entry)
{
	const UraianTabel *tabel;
	void *row;
	bool found;
	Err err = jejak_row(v->db, scratch, entry, &tabel, &row, &found, v->info);
	if (err)
		return err;
	if (!tabel)
		bad(v, entry->id, teks(v->bahasa, "the entry names a table that does not exist"));
	else if (!found)
		bad(v, entry->id, str_format(scratch, teks(v->bahasa, "its row in table %s was removed"), tabel->nama));
	else {
		const char *json = baris_json(tabel, row, scratch);
		if (!str_equal(entry->isi, hash_sha256_hex(scratch, json, strlen(json))))
			bad(v, entry->id, str_format(scratch, teks(v->bahasa, "its row in table %s was changed"), tabel->nama));
	}
	return ERR_OK;
}

static Err entry_check(Verification *v, Arena *scratch, const BarisJejak *entry)
{
	if (entry->id != v->next)
		bad(v, v->next, str_format(scratch, teks(v->bahasa, "entry %lld is missing"), (long long)v->next));
	else if (!str_equal(entry->hash, jejak_hash(scratch, v->hash, entry)))
		bad(v, entry->id, teks(v->bahasa, "the entry was changed, or stands in another place than it was written"));
	else if (entry->waktu < v->waktu)
		bad(v, entry->id, teks(v->bahasa, "its time is before that of the entry before it"));
	snprintf(v->hash, sizeof v->hash, "%s", entry->hash);
	v->waktu = entry->waktu;
	v->next = entry->id + 1;
	return row_check(v, scratch, entry);
}

typedef struct {
	Arena *arena;
	BarisJejak *rows;
	size_t n, cap;
} Page;

static bool entry_collect(void *context, const DbRow *row)
{
	Page *page = context;
	BarisJejak *next = ARENA_PUSH(page->arena, page->rows, page->n, page->cap);
	baris_load(&URAIAN_TABEL[TABEL_JEJAK], next, page->n > 1 ? next - 1 : NULL, row, page->arena);
	return true;
}

Err jejak_entries(Db *db, Arena *arena, const char *pemda, int64_t from, int64_t to, BarisJejak **out, size_t *n, ErrInfo *info)
{
	Page page = {.arena = arena};
	Err err = db_query(db, SQL_JEJAK_RANGE, (DbNilai[]){db_teks(pemda), db_int(from), db_int(to)}, 3, entry_collect, &page, info);
	*out = page.rows;
	*n = page.n;
	return err;
}

static bool last_id_load(void *context, const DbRow *row)
{
	*(int64_t *)context = db_column_int(row, 0);
	return false;
}

/* Rows that stand in a table without an entry: the first of each table. */
static Err strays_find(Verification *v)
{
	Err err = ERR_OK;
	for (int t = 0; !err && t < TABEL_JUMLAH; t++) {
		int64_t id = 0;
		if (t == TABEL_JEJAK)
			continue;
		err = db_query(v->db, URAIAN_TABEL[t].liar, (DbNilai[]){db_teks(v->pemda)}, 1, last_id_load, &id, v->info);
		if (!err && id)
			bad(v, id, str_format(v->arena, teks(v->bahasa, "table %s holds a row that no entry knows"), URAIAN_TABEL[t].nama));
	}
	return err;
}

static Verification verification(Db *db, Arena *arena, const char *pemda, HasilJejak *out, Bahasa bahasa, ErrInfo *info)
{
	*out = (HasilJejak){.hash = "", .sebab = ""};
	return (Verification){.db = db, .arena = arena, .pemda = pemda, .bahasa = bahasa, .out = out, .waktu = INT64_MIN, .next = 1, .info = info};
}

Err jejak_verify(Db *db, Arena *arena, const char *pemda, HasilJejak *out, StoreKemajuan progress, void *context, Bahasa bahasa, ErrInfo *info)
{
	enum { PAGE = 500 };
	Verification v = verification(db, arena, pemda, out, bahasa, info);
	int64_t last = 0;
	Err err = db_query(db, SQL_JEJAK_LAST, (DbNilai[]){db_teks(pemda)}, 1, last_id_load, &last, info);
	for (int64_t from = INT64_MIN; !err && from <= last;) {
		Arena *scratch = arena_new();
		BarisJejak *rows;
		size_t n;
		int64_t to = from < 1 ? PAGE : from + PAGE - 1;
		Err read = jejak_entries(db, scratch, pemda, from, to, &rows, &n, info);
		for (size_t i = 0; !err && i < n; i++)
			err = entry_check(&v, scratch, &rows[i]);
		err = err ? err : read;
		out->jumlah += (int64_t)n;
		arena_free(scratch);
		from = to + 1;
		if (progress)
			progress(context, (int)(to < last ? to : last), (int)last);
	}
	if (!err)
		err = strays_find(&v);
	if (err == ERR_DAMAGED)
		bad(&v, v.next, teks(bahasa, "the file cannot be read from here on"));
	out->hash = str_dup(arena, v.hash);
	return err;
}

Err jejak_verify_last(Db *db, Arena *arena, const char *pemda, HasilJejak *out, Bahasa bahasa, ErrInfo *info)
{
	Verification v = verification(db, arena, pemda, out, bahasa, info);
	BarisJejak *rows;
	size_t n = 0;
	int64_t last = 0;
	Err err = db_query(db, SQL_JEJAK_LAST, (DbNilai[]){db_teks(pemda)}, 1, last_id_load, &last, info);
	if (!err)
		err = jejak_entries(db, arena, pemda, last - 1, last, &rows, &n, info);
	for (size_t i = 0; !err && i < n; i++) {
		if (rows[i].id < last) {
			snprintf(v.hash, sizeof v.hash, "%s", rows[i].hash);
			v.waktu = rows[i].waktu;
			v.next = last;
		} else {
			err = entry_check(&v, arena, &rows[i]);
		}
	}
	out->jumlah = last;
	out->hash = str_dup(arena, v.hash);
	return err;
}
