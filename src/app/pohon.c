#include "app/pohon.h"

#include "app/singgah.h"
#include <assert.h>

/* ---- rows as nodes and indicators ---- */

static IsiDesimal number(int64_t isi, int64_t m, int64_t skala)
{
	return (IsiDesimal){(Isi)isi, {m, (uint8_t)skala}};
}

static void tree_link(Simpul *simpul, uint32_t n)
{
	uint32_t open[TINGKAT_SUB_KEGIATAN + 1] = {SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE, SIMPUL_NONE};
	for (uint32_t i = 0; i < n; i++) {
		Tingkat t = simpul[i].tingkat;
		simpul[i].induk = SIMPUL_NONE;
		for (int up = t - 1; up >= TINGKAT_PROGRAM && simpul[i].induk == SIMPUL_NONE; up--)
			simpul[i].induk = open[up];
		open[t] = i;
		for (int down = t + 1; down <= TINGKAT_SUB_KEGIATAN; down++)
			open[down] = SIMPUL_NONE;
	}
	for (uint32_t i = 0; i < n; i++)
		simpul[i].akhir = i + 1;
	for (uint32_t i = n; i-- > 0;)
		if (simpul[i].induk != SIMPUL_NONE && simpul[simpul[i].induk].akhir < simpul[i].akhir)
			simpul[simpul[i].induk].akhir = simpul[i].akhir;
}

static Simpul simpul_of(const BarisRencanaSimpul *row)
{
	Simpul s = {.tingkat = (Tingkat)row->tingkat, .kode_tertulis = row->kode, .nomor = row->nomor, .nama = row->nama};
	kode_parse(&s.kode, row->kode, NULL);
	s.pagu = (IsiRupiah){(Isi)row->pagu_isi, {row->pagu}};
	s.bobot = number(row->bobot_isi, row->bobot_m, row->bobot_skala);
	return s;
}

static Indikator indikator_of(const BarisRencanaIndikator *row)
{
	static const struct {
		const char *nama;
		Arah arah;
	} directions[] = {{"naik", ARAH_NAIK}, {"turun-a", ARAH_TURUN_A}, {"turun-b", ARAH_TURUN_B}, {"rentang", ARAH_RENTANG}};
	Indikator i = {.nama = row->nama, .satuan = row->satuan, .gema = row->gema};
	i.target = number(row->target_isi, row->target_m, row->target_skala);
	i.target_teks = *row->target_teks ? row->target_teks : NULL;
	i.bobot = number(row->bobot_isi, row->bobot_m, row->bobot_skala);
	for (size_t d = 0; d < sizeof directions / sizeof *directions; d++) {
		if (str_equal(directions[d].nama, row->arah)) {
			i.ada_arah = true;
			i.arah = directions[d].arah;
		}
	}
	return i;
}

static int by_code(const void *a, const void *b)
{
	return strcmp(((const TempatSimpul *)a)->kode, ((const TempatSimpul *)b)->kode);
}

uint32_t pohon_find(const Pohon *pohon, const char *kode)
{
	TempatSimpul key = {kode, 0};
	const TempatSimpul *found = pohon->n_simpul ? bsearch(&key, pohon->tempat, pohon->n_simpul, sizeof key, by_code) : NULL;
	return found ? found->simpul : SIMPUL_NONE;
}

static Simpul *nodes_place(Pohon *p, Arena *arena, const BarisRencanaSimpul *rows, size_t n)
{
	Simpul *simpul = ARENA_ARRAY(arena, Simpul, n);
	TempatSimpul *places = ARENA_ARRAY(arena, TempatSimpul, n);
	for (uint32_t i = 0; i < n; i++) {
		simpul[i] = simpul_of(&rows[i]);
		places[i] = (TempatSimpul){simpul[i].kode_tertulis, i};
	}
	tree_link(simpul, (uint32_t)n);
	if (n)
		qsort(places, n, sizeof *places, by_code);
	p->n_simpul = (uint32_t)n;
	p->simpul = simpul;
	p->tempat = places;
	return simpul;
}

/* Rows come by code and place within their node; the tree has them contiguous in pre-order. */
static void indicators_place(Pohon *p, Arena *arena, Simpul *simpul, const BarisRencanaIndikator *rows, size_t n)
{
	Indikator *indikator = ARENA_ARRAY(arena, Indikator, n);
	uint32_t *node = ARENA_ARRAY(arena, uint32_t, n), next = 0;
	p->baris = ARENA_ARRAY(arena, const BarisRencanaIndikator *, n);
	for (size_t i = 0; i < n; i++) {
		node[i] = pohon_find(p, rows[i].kode);
		assert(node[i] != SIMPUL_NONE);
		simpul[node[i]].n_indikator++;
	}
	for (uint32_t i = 0; i < p->n_simpul; i++) {
		simpul[i].indikator_awal = next;
		next += simpul[i].n_indikator;
	}
	for (size_t i = 0, within = 0; i < n; i++) {
		within = i && node[i - 1] == node[i] ? within + 1 : 0;
		size_t place = simpul[node[i]].indikator_awal + within;
		indikator[place] = indikator_of(&rows[i]);
		p->baris[place] = &rows[i];
	}
	p->n_indikator = (uint32_t)n;
	p->indikator = indikator;
}

/* *kept: all of it is committed. */
static Err tree_read(const Pohon **out, Konteks *k, Arena *arena, const char *opd, int tahun, int64_t versi, bool *kept, ErrInfo *info)
{
	Pohon *p = ARENA_NEW(arena, Pohon);
	BarisRencanaSimpul *nodes;
	BarisRencanaIndikator *rows;
	size_t n, m;
	Err err = store_list_rencana_simpul(k->store, arena, k->pemda.pemda, opd, tahun, versi, &nodes, &n, info);
	if (!err)
		err = store_list_rencana_indikator(k->store, arena, k->pemda.pemda, opd, tahun, versi, &rows, &m, info);
	if (err)
		return err;
	int64_t newest = n ? nodes[n - 1].id : 0;
	for (size_t i = 0; i < m; i++)
		newest = rows[i].id > newest ? rows[i].id : newest;
	*kept = store_is_kept(k->store, newest);
	indicators_place(p, arena, nodes_place(p, arena, nodes, n), rows, m);
	*out = p;
	return ERR_OK;
}

/* ---- kept ---- */

static void arena_release(void *arena)
{
	arena_free(arena);
}

Err pohon_load(const Pohon **out, Konteks *k, const char *opd, int tahun, int64_t versi, ErrInfo *info)
{
	bool kept; /* what a transaction has added and not committed yet is nobody else's to see */
	if (!k->singgah)
		return tree_read(out, k, k->arena, opd, tahun, versi, &kept, info);
	const char *key = str_format(k->arena, "pohon %s %s %d %lld", k->pemda.pemda, opd, tahun, (long long)versi);
	*out = singgah_take(k->singgah, key, k->arena);
	if (*out)
		return ERR_OK;
	Arena *own = arena_new();
	Err err = tree_read(out, k, own, opd, tahun, versi, &kept, info);
	if (err)
		arena_free(own);
	else if (kept)
		*out = singgah_put(k->singgah, key, own, *out, k->arena);
	else
		arena_defer(k->arena, arena_release, own);
	return err;
}

Err pohon_policy(const Kebijakan **out, Konteks *k, const BarisKebijakan *row, ErrInfo *info)
{
	bool keep = k->singgah && (!row || store_is_kept(k->store, row->id));
	const char *key = str_format(k->arena, "kebijakan %s %lld", k->pemda.pemda, row ? (long long)row->id : 0);
	*out = keep ? singgah_take(k->singgah, key, k->arena) : NULL;
	if (*out)
		return ERR_OK;
	Arena *own = keep ? arena_new() : k->arena;
	DaftarTemuan faults = {.arena = own};
	*out = row ? kebijakan_parse(own, "kebijakan", row->teks, strlen(row->teks), k->bahasa, &faults) : kebijakan_default(own);
	if (*out) {
		if (keep)
			*out = singgah_put(k->singgah, key, own, *out, k->arena);
		return ERR_OK;
	}
	assert(row); /* the built-in policy is never refused */
	Err err = err_set(info, ERR_FORMAT,
	                  str_format(k->arena, teks(k->bahasa, "the policy of %d in the ledger cannot be read: %s"), (int)row->tahun, faults.temuan[0].message), NULL);
	if (keep)
		arena_free(own);
	return err;
}
