#include "app/jejak_app.h"

#include "app/wilayah.h"
#include "document/document.h"

enum { HASH_DIGITS = 64, HASH_DIGITS_MIN = 12, ANCHOR_FILE_MAX = 1024 * 1024 };

/* ---- entries ---- */

Err jejak_list(Konteks *k, int64_t from, int64_t to, EntriJejak **out, size_t *n, ErrInfo *info)
{
	BarisJejak *rows;
	*n = 0;
	Err err = konteks_may(k, AKSI_JEJAK, "", info);
	if (!err)
		err = store_list_jejak(k->store, k->arena, k->pemda.pemda, from, to < k->sampai ? to : k->sampai, &rows, n, info);
	if (err)
		return err;
	*out = ARENA_ARRAY(k->arena, EntriJejak, *n);
	for (size_t i = 0; !err && i < *n; i++) {
		(*out)[i].entri = rows[i];
		err = store_entry_about(k->store, k->arena, &rows[i], &(*out)[i].tentang, info);
	}
	return err;
}

Err jejak_anchor(Konteks *k, int64_t *id, const char **hash, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_JEJAK, "", info);
	if (!err)
		err = store_entry_at(k->store, k->arena, k->pemda.pemda, STORE_KINI, id, info);
	if (!err && k->sampai < *id)
		*id = k->sampai;
	if (!err)
		err = store_hash_at(k->store, k->arena, k->pemda.pemda, *id, hash, info);
	if (!err && !**hash)
		return err_set(info, ERR_ABSENT, teks(k->bahasa, "there is no entry yet at that time"), NULL);
	return err;
}

/* ---- anchors ---- */

static bool hash_like(const char *word)
{
	size_t n = strlen(word);
	return n >= HASH_DIGITS_MIN && n <= HASH_DIGITS && strspn(word, "0123456789abcdef") == n;
}

static bool number_like(const char *word, int64_t *out)
{
	size_t n = strlen(word);
	if (n == 0 || n > 18 || strspn(word, "0123456789") != n)
		return false;
	*out = strtoll(word, NULL, 10);
	return true;
}

void jangkar_parse(Arena *arena, const char *text, Jangkar **out, size_t *n)
{
	const char *before = "", *before_that = "";
	Jangkar *list = NULL;
	size_t cap = 0;
	*n = 0;
	while (*text) {
		text += strspn(text, " \t\r\n,;:()");
		size_t length = strcspn(text, " \t\r\n,;:()");
		const char *word = str_dupn(arena, text, length);
		int64_t id;
		if (hash_like(word) && number_like(before, &id))
			*ARENA_PUSH(arena, list, *n, cap) = (Jangkar){wilayah_kode_valid(before_that) ? before_that : "", id, word};
		before_that = before;
		before = word;
		text += length;
	}
	*out = list;
}

typedef struct {
	Arena *arena;
	Bahasa bahasa;
	const Jangkar *jangkar; size_t n_jangkar;
	Kemajuan kemajuan;
	PeriksaBuku *out;
	ErrInfo *info;
} Pemeriksa;

static Err anchors_load(Pemeriksa *p, const char *path)
{
	if (!path)
		return ERR_OK;
	const char *text;
	size_t length;
	Jangkar *list;
	Err err = document_read_text(&text, &length, p->arena, path, ANCHOR_FILE_MAX, p->bahasa, p->info);
	if (err)
		return err;
	jangkar_parse(p->arena, text, &list, &p->n_jangkar);
	p->jangkar = list;
	if (p->n_jangkar)
		return ERR_OK;
	return err_set(p->info, ERR_USAGE, str_format(p->arena, teks(p->bahasa, "%s: no anchor is found here"), path),
	               teks(p->bahasa, "an anchor is an entry number and its hash, as capaian audit anchor prints them"));
}

/* The anchors of one chain against what it holds now. */
static Err anchors_check(Pemeriksa *p, Store *store, PeriksaRantai *r)
{
	for (size_t i = 0; i < p->n_jangkar; i++) {
		const Jangkar *j = &p->jangkar[i];
		if (*j->pemda && !str_equal(j->pemda, r->pemda))
			continue;
		const char *hash;
		int64_t last;
		Err err = store_hash_at(store, p->arena, r->pemda, j->id, &hash, p->info);
		if (!err)
			err = store_entry_at(store, p->arena, r->pemda, STORE_KINI, &last, p->info);
		if (err)
			return err;
		p->out->n_jangkar++;
		if (*r->jangkar || (*hash && str_starts(hash, j->hash)))
			continue;
		r->jangkar = last < j->id ? str_format(p->arena, teks(p->bahasa, "the chain ends at entry %lld, the anchor notes entry %lld: the end was cut off"), (long long)last,
		                                       (long long)j->id)
		                          : str_format(p->arena, teks(p->bahasa, "entry %lld is not the one that the anchor notes: the chain was written anew"), (long long)j->id);
	}
	return ERR_OK;
}

static Err chain_check(Pemeriksa *p, Store *store, PeriksaRantai *r)
{
	r->jangkar = "";
	BarisJejak *entry;
	size_t n;
	Err err = store_verify_watched(store, p->arena, r->pemda, &r->hasil, p->kemajuan.lapor, p->kemajuan.context, p->info);
	if (!err && r->hasil.pertama_rusak) {
		err = store_list_jejak(store, p->arena, r->pemda, r->hasil.pertama_rusak, r->hasil.pertama_rusak, &entry, &n, p->info);
		r->ada_entri = !err && n;
		if (r->ada_entri)
			r->entri = entry[0];
	}
	return err ? err : anchors_check(p, store, r);
}

/* The regions to look at: the one that was asked for, or all that have entries or a row. */
static Err chains_choose(Pemeriksa *p, Store *store, const char *wanted)
{
	BarisPemda *rows;
	const char **codes;
	size_t n_rows, n_codes;
	Err err = store_list_pemda(store, p->arena, &rows, &n_rows, p->info);
	if (!err)
		err = store_list_rantai(store, p->arena, &codes, &n_codes, p->info);
	if (err)
		return err;
	PeriksaRantai *list = ARENA_ARRAY(p->arena, PeriksaRantai, n_rows + n_codes);
	size_t n = 0;
	for (size_t i = 0; i < n_rows; i++)
		if (!wanted || str_equal(wanted, rows[i].pemda))
			list[n++] = (PeriksaRantai){.pemda = rows[i].pemda, .nama = rows[i].nama, .zona = rows[i].zona};
	for (size_t i = 0; i < n_codes; i++) {
		bool known = false;
		for (size_t k = 0; k < n_rows; k++)
			known |= str_equal(rows[k].pemda, codes[i]);
		if (!known && (!wanted || str_equal(wanted, codes[i])))
			list[n++] = (PeriksaRantai){.pemda = codes[i], .nama = "", .zona = wilayah_zona(codes[i])};
	}
	p->out->rantai = list;
	p->out->n = n;
	return ERR_OK;
}

/* A named user must be allowed to; without one the machine's own administrator asks. */
static Err permission(Arena *arena, const KonteksOptions *options, Aksi aksi, Bahasa bahasa, ErrInfo *info)
{
	if (!options->sebagai)
		return ERR_OK;
	KonteksOptions reading = *options;
	reading.mode = STORE_PERIKSA;
	Konteks *k;
	Err err = konteks_open(&k, arena, &reading, bahasa, info);
	if (!err)
		err = konteks_may(k, aksi, "", info);
	konteks_close(k);
	return err;
}

/* Anchors must find their chain: without a region they can only be of the one chain that is looked at. */
static Err anchors_place(Pemeriksa *p, const char *path)
{
	size_t placed = 0;
	for (size_t i = 0; i < p->n_jangkar; i++) {
		if (!*p->jangkar[i].pemda && p->out->n > 1)
			return err_set(p->info, ERR_USAGE, str_format(p->arena, teks(p->bahasa, "%s: the anchor names no region, and the ledger holds several"), path),
			               teks(p->bahasa, "choose one with --pemda"));
		for (size_t k = 0; k < p->out->n; k++)
			placed += !*p->jangkar[i].pemda || str_equal(p->jangkar[i].pemda, p->out->rantai[k].pemda);
	}
	if (!p->n_jangkar || placed)
		return ERR_OK;
	return err_set(p->info, ERR_USAGE, str_format(p->arena, teks(p->bahasa, "%s: the anchor is of another region"), path), NULL);
}

/* All chains. Damage met on the way is a finding about the file, not a failure to look. */
static Err chains_check(Pemeriksa *p, Store *store)
{
	PeriksaBuku *out = p->out;
	out->utuh = !*out->berkas;
	for (size_t i = 0; i < out->n; i++) {
		Err err = chain_check(p, store, &out->rantai[i]);
		if (err == ERR_DAMAGED && !*out->berkas)
			out->berkas = p->info->message;
		if (err && err != ERR_DAMAGED)
			return err;
		out->utuh &= !err && !out->rantai[i].hasil.pertama_rusak && !*out->rantai[i].jangkar;
	}
	return ERR_OK;
}

Err jejak_periksa(Arena *arena, const KonteksOptions *options, const char *berkas_jangkar, Kemajuan kemajuan, Bahasa bahasa, PeriksaBuku *out, ErrInfo *info)
{
	Pemeriksa p = {.arena = arena, .bahasa = bahasa, .kemajuan = kemajuan, .out = out, .info = info};
	Store *store = NULL;
	*out = (PeriksaBuku){.berkas = ""};
	Err err = permission(arena, options, AKSI_JEJAK, bahasa, info);
	if (!err)
		err = anchors_load(&p, berkas_jangkar);
	if (!err)
		err = store_open(&store, arena, options->db, STORE_PERIKSA, bahasa, info);
	if (!err)
		err = store_check_file(store, arena, &out->berkas, info);
	if (!err)
		err = chains_choose(&p, store, options->pemda);
	if (!err && out->n == 0 && options->pemda)
		err = err_set(info, ERR_ABSENT, str_format(arena, teks(bahasa, "the ledger does not hold pemda %s"), options->pemda), NULL);
	if (!err)
		err = anchors_place(&p, berkas_jangkar);
	if (!err)
		err = chains_check(&p, store);
	store_close(store);
	return err;
}

/* ---- copies ---- */

Err cadangan_buat(Arena *arena, const KonteksOptions *options, const char *path, Kemajuan kemajuan, Bahasa bahasa, ErrInfo *info)
{
	Store *store = NULL;
	Err err = permission(arena, options, AKSI_CADANGAN, bahasa, info);
	if (!err)
		err = store_open(&store, arena, options->db, STORE_BACA, bahasa, info);
	if (!err)
		err = store_backup(store, path, kemajuan.lapor, kemajuan.context, info);
	store_close(store);
	return err;
}

Err cadangan_pulihkan(Arena *arena, const char *cadangan, const char *db, Kemajuan kemajuan, Bahasa bahasa, ErrInfo *info)
{
	Store *store;
	Err err = store_open(&store, arena, cadangan, STORE_BACA, bahasa, info);
	if (!err)
		err = store_backup(store, db, kemajuan.lapor, kemajuan.context, info);
	store_close(store);
	return err;
}
