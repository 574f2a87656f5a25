#include "app/nomenklatur.h"

#include "domain/rencana.h"

struct KunciNomenklatur {
	const char *kunci;
	uint32_t baris;
};
typedef struct KunciNomenklatur Kunci;

static int by_key(const void *left, const void *right)
{
	const Kunci *a = left, *b = right;
	int cmp = strcmp(a->kunci, b->kunci);
	return cmp ? cmp : a->baris < b->baris ? -1 : a->baris > b->baris;
}

static size_t take_equal(const Nomenklatur *nom, const Kunci *keys, size_t n, const char *text, const BarisNomenklatur **out, size_t max)
{
	size_t found = 0;
	for (size_t i = str_first(keys, n, sizeof *keys, offsetof(Kunci, kunci), text); i < n && found < max && str_equal(keys[i].kunci, text); i++)
		out[found++] = &nom->baris[keys[i].baris];
	return found;
}

/* 2.17.01.2.01.01 and 2.17.01.2.01.0001 are one code. */
static const char *code_key(Arena *arena, Kode kode)
{
	if (kode.n_bagian == 6)
		kode.lebar_sub = 4;
	return kode_print(arena, kode);
}

static const char *name_key(Arena *arena, Tingkat tingkat, const char *nama)
{
	return str_format(arena, "%d%s", (int)tingkat, rencana_nama_kunci(arena, nama));
}

static Tingkat level_of(Kode kode)
{
	Tingkat tingkat = TINGKAT_OPD;
	kode_tingkat(&tingkat, kode);
	return tingkat;
}

static void replaced_index(Nomenklatur *nom, Arena *arena, size_t *cap, uint32_t row)
{
	for (const char *p = nom->baris[row].sebelumnya; *p;) {
		size_t n = strcspn(p, " ");
		Kode kode;
		if (n && kode_parse(&kode, str_dupn(arena, p, n), NULL))
			*ARENA_PUSH(arena, nom->lama, nom->n_lama, *cap) = (Kunci){code_key(arena, kode), row};
		p += n + (p[n] != '\0');
	}
}

static void index_build(Nomenklatur *nom, Arena *arena)
{
	size_t cap = 0;
	nom->kode = ARENA_ARRAY(arena, Kunci, nom->n);
	nom->nama = ARENA_ARRAY(arena, Kunci, nom->n);
	for (size_t i = 0; i < nom->n; i++) {
		Kode kode = {0};
		kode_parse(&kode, nom->baris[i].kode, NULL);
		nom->kode[i] = (Kunci){code_key(arena, kode), (uint32_t)i};
		nom->nama[i] = (Kunci){name_key(arena, level_of(kode), nom->baris[i].nama), (uint32_t)i};
		replaced_index(nom, arena, &cap, (uint32_t)i);
	}
	qsort(nom->kode, nom->n, sizeof *nom->kode, by_key);
	qsort(nom->nama, nom->n, sizeof *nom->nama, by_key);
	if (nom->n_lama)
		qsort(nom->lama, nom->n_lama, sizeof *nom->lama, by_key);
}

static Err edition_choose(Konteks *k, const char *edisi, int tahun, BarisNomenklaturEdisi *out, ErrInfo *info)
{
	BarisNomenklaturEdisi *rows;
	size_t n;
	Err err = nomenklatur_list(k, &rows, &n, info);
	if (err)
		return err;
	if (!n)
		return err_set(info, ERR_USAGE, teks(k->bahasa, "the ledger has no nomenclature yet"), teks(k->bahasa, "import one: capaian nomenclature import"));
	const char *year = str_format(k->arena, "%d", tahun);
	StrBuf names = {.arena = k->arena};
	*out = rows[n - 1];
	for (size_t i = 0; i < n; i++) {
		if (str_equal(rows[i].edisi, edisi ? edisi : year)) {
			*out = rows[i];
			return ERR_OK;
		}
		strbuf_addf(&names, "%s%s", i ? ", " : "", rows[i].edisi);
	}
	if (!edisi)
		return ERR_OK;
	return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no edition %s"), edisi), str_format(k->arena, teks(k->bahasa, "there are: %s"), strbuf_text(&names)));
}

Err nomenklatur_load(Nomenklatur **out, Konteks *k, const char *edisi, int tahun, ErrInfo *info)
{
	Nomenklatur *nom = ARENA_NEW(k->arena, Nomenklatur);
	Err err = edition_choose(k, edisi, tahun, &nom->edisi, info);
	if (!err)
		err = store_list_nomenklatur(k->store, k->arena, k->pemda.pemda, nom->edisi.edisi, &nom->baris, &nom->n, info);
	if (err)
		return err;
	index_build(nom, k->arena);
	*out = nom;
	return ERR_OK;
}

/* The supporting program stands as X.XX.01 for every bidang. */
static Kode supporting(Kode kode)
{
	if (kode.n_bagian >= 3 && kode.bagian[2] == 1)
		kode.bagian[0] = kode.bagian[1] = KODE_X;
	return kode;
}

const BarisNomenklatur *nomenklatur_find(Arena *arena, const Nomenklatur *nomenklatur, Kode kode)
{
	const BarisNomenklatur *found;
	if (take_equal(nomenklatur, nomenklatur->kode, nomenklatur->n, code_key(arena, kode), &found, 1))
		return found;
	return take_equal(nomenklatur, nomenklatur->kode, nomenklatur->n, code_key(arena, supporting(kode)), &found, 1) ? found : NULL;
}

size_t nomenklatur_by_name(Arena *arena, const Nomenklatur *nomenklatur, Tingkat tingkat, const char *nama, const BarisNomenklatur **out, size_t max)
{
	return take_equal(nomenklatur, nomenklatur->nama, nomenklatur->n, name_key(arena, tingkat, nama), out, max);
}

size_t nomenklatur_successors(Arena *arena, const Nomenklatur *nomenklatur, Kode kode, const BarisNomenklatur **out, size_t max)
{
	size_t n = take_equal(nomenklatur, nomenklatur->lama, nomenklatur->n_lama, code_key(arena, kode), out, max);
	if (n || kode.n_bagian < 3 || kode.bagian[2] != 1)
		return n;
	return take_equal(nomenklatur, nomenklatur->lama, nomenklatur->n_lama, code_key(arena, supporting(kode)), out, max);
}
