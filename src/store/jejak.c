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

/* What each entry claims, kept while the tables are read. */
typedef struct {
	const char *isi;
	uint8_t tabel;
	bool seen;
} Claim;

typedef struct {
	Db *db;
	Arena *arena;
	const char *pemda;
	Bahasa bahasa;
	HasilJejak *out;
	const char *hash;
	int64_t waktu;
	Claim *claim;
	size_t n, cap;
	const UraianTabel *tabel;
	uint8_t nomor_tabel;
} Verification;

/* Keeps the first bad entry by its number. */
static void bad(Verification *v, int64_t id, const char *why)
{
	if (v->out->pertama_rusak && v->out->pertama_rusak <= id)
		return;
	v->out->pertama_rusak = id;
	v->out->sebab = why;
}

static uint8_t table_number(const char *nama)
{
	for (uint8_t t = 0; t < TABEL_JUMLAH; t++)
		if (str_equal(URAIAN_TABEL[t].nama, nama))
			return t;
	return TABEL_JUMLAH;
}

static bool entry_check(void *context, const DbRow *row)
{
	Verification *v = context;
	Arena *scratch = arena_new();
	BarisJejak entry;
	baris_load(&URAIAN_TABEL[TABEL_JEJAK], &entry, row, scratch);
	int64_t expected = (int64_t)v->n + 1;
	if (entry.id != expected)
		bad(v, expected, str_format(v->arena, teks(v->bahasa, "entry %lld is missing"), (long long)expected));
	else if (!str_equal(entry.hash, jejak_hash(scratch, v->hash, &entry)))
		bad(v, entry.id, teks(v->bahasa, "the entry was changed, or stands in another place than it was written"));
	else if (entry.waktu < v->waktu)
		bad(v, entry.id, teks(v->bahasa, "its time is before that of the entry before it"));
	v->hash = str_dup(v->arena, entry.hash);
	v->waktu = entry.waktu;
	*ARENA_PUSH(v->arena, v->claim, v->n, v->cap) = (Claim){str_dup(v->arena, entry.isi), table_number(entry.tabel), false};
	arena_free(scratch);
	return true;
}

static bool row_check(void *context, const DbRow *from)
{
	Verification *v = context;
	Arena *scratch = arena_new();
	void *row = arena_alloc(scratch, v->tabel->ukuran);
	baris_load(v->tabel, row, from, scratch);
	int64_t id = baris_id(v->tabel, row);
	Claim *claim = id >= 1 && (size_t)id <= v->n ? &v->claim[id - 1] : NULL;
	if (!claim || claim->tabel != v->nomor_tabel || claim->seen) {
		bad(v, id, str_format(v->arena, teks(v->bahasa, "table %s holds a row that no entry knows"), v->tabel->nama));
	} else {
		claim->seen = true;
		const char *json = baris_json(v->tabel, row, scratch);
		if (!str_equal(claim->isi, hash_sha256_hex(scratch, json, strlen(json))))
			bad(v, id, str_format(v->arena, teks(v->bahasa, "its row in table %s was changed"), v->tabel->nama));
	}
	arena_free(scratch);
	return true;
}

Err jejak_verify(Db *db, Arena *arena, const char *pemda, HasilJejak *out, Bahasa bahasa, ErrInfo *info)
{
	*out = (HasilJejak){.hash = "", .sebab = ""};
	Verification v = {.db = db, .arena = arena, .pemda = pemda, .bahasa = bahasa, .out = out, .hash = "", .waktu = INT64_MIN};
	Err err = db_query(db, SQL_SCAN_JEJAK, (DbNilai[]){db_teks(pemda), db_int(0)}, 2, entry_check, &v, info);
	for (uint8_t t = 0; !err && t < TABEL_JUMLAH; t++) {
		if (t == TABEL_JEJAK)
			continue;
		v.tabel = &URAIAN_TABEL[t];
		v.nomor_tabel = t;
		err = db_query(db, v.tabel->semua, (DbNilai[]){db_teks(pemda), db_int(INT64_MIN)}, 2, row_check, &v, info);
	}
	for (size_t i = 0; !err && i < v.n; i++) {
		if (v.claim[i].tabel == TABEL_JUMLAH)
			bad(&v, (int64_t)i + 1, teks(bahasa, "the entry names a table that does not exist"));
		else if (!v.claim[i].seen)
			bad(&v, (int64_t)i + 1, str_format(arena, teks(bahasa, "its row in table %s was removed"), URAIAN_TABEL[v.claim[i].tabel].nama));
	}
	out->jumlah = (int64_t)v.n;
	out->hash = v.hash;
	return err;
}
