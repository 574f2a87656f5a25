#include "app/ringkas.h"

#include "app/app_inti.h"
#include "app/kalender.h"
#include "app/ringkas_inti.h"
#include <pthread.h>

enum { BULAN_SETAHUN = 12, SEMUA_BULAN = (1 << BULAN_SETAHUN) - 1, RAK_MAX = 16 };

/* One agency's year; shared by all views in which it is the same. */
typedef struct {
	RingkasOpd opd;            /* first: a view points at it */
	Arena *arena;
	unsigned refs;
} Laci;

typedef struct {
	RingkasTahun tahun;
	Arena *arena;
	Ringkas *cache;
	Laci **laci;
	unsigned refs;
	int64_t sampai;            /* entry up to which it is good */
} Tampak;

struct Ringkas {
	pthread_mutex_t mutex;
	Tampak *rak[RAK_MAX];      /* most recently used first; NULL at the end */
};

/* ---- life; all under the mutex ---- */

static void laci_release(Laci *laci)
{
	if (--laci->refs == 0)
		arena_free(laci->arena);
}

static void tampak_release(Tampak *t)
{
	if (--t->refs)
		return;
	for (uint32_t i = 0; i < t->tahun.n_opd; i++)
		laci_release(t->laci[i]);
	arena_free(t->arena);
}

static void tampak_give(void *view)
{
	Ringkas *cache = ((Tampak *)view)->cache;
	pthread_mutex_lock(&cache->mutex);
	tampak_release(view);
	pthread_mutex_unlock(&cache->mutex);
}

static void ringkas_release(void *cache)
{
	Ringkas *r = cache;
	for (int i = 0; i < RAK_MAX; i++)
		if (r->rak[i])
			tampak_release(r->rak[i]);
}

Ringkas *ringkas_new(Arena *arena)
{
	Ringkas *r = ARENA_NEW(arena, Ringkas);
	pthread_mutex_init(&r->mutex, NULL);
	arena_defer(arena, ringkas_release, r);
	return r;
}

/* ---- what is no longer good ---- */

typedef struct {
	Konteks *k;
	int tahun;
	const PerubahanStore *ubah; size_t n;
	const Tampak *before;      /* NULL: everything is new */
	ErrInfo *info;
} Kerja;

/* Months of an agency that an entry leaves as they were (bit 0: January). */
static unsigned kept_after(const PerubahanStore *c, const RingkasOpd *agency, int tahun)
{
	bool all_agencies = str_equal(c->tabel, "kebijakan"), own = str_equal(c->opd, agency->opd.opd);
	unsigned kept = 0;
	if ((!own && !all_agencies) || (c->tahun && c->tahun != tahun) || str_equal(c->tabel, "tenggat") || str_equal(c->tabel, "libur"))
		return SEMUA_BULAN;
	if (str_equal(c->tabel, "opd"))
		return 0;
	for (int m = 0; m < BULAN_SETAHUN; m++) {
		bool step = str_equal(c->tabel, "keadaan"), concerned = step ? m + 1 == c->bulan : m + 1 >= c->bulan && !agency->bulan[m].status.terkunci;
		kept |= concerned ? 0 : 1U << m;
	}
	return kept;
}

static unsigned kept_months(const Kerja *w, const RingkasOpd *agency)
{
	unsigned kept = SEMUA_BULAN;
	for (size_t i = 0; i < w->n; i++)
		kept &= kept_after(&w->ubah[i], agency, w->tahun);
	return kept;
}

static Laci *laci_before(const Kerja *w, const char *opd)
{
	for (uint32_t i = 0; w->before && i < w->before->tahun.n_opd; i++)
		if (str_equal(w->before->laci[i]->opd.opd.opd, opd))
			return w->before->laci[i];
	return NULL;
}

/* ---- the region ---- */

static IsiRupiah rest_of(const Gabungan *g)
{
	Rupiah rest;
	if (g->pagu.isi == ISI_KOSONG || g->realisasi.isi == ISI_KOSONG || !rupiah_sub(&rest, g->pagu.nilai, g->realisasi.nilai))
		return (IsiRupiah){0};
	return isi_rupiah(rest);
}

/* gabung_run needs of an operand its total only. */
static SukuGabung term_of(Arena *scratch, const Capaian *total, const Pecahan *keluaran, bool plan, bool counts)
{
	if (!plan)
		return (SukuGabung){0};
	Hasil *whole = ARENA_NEW(scratch, Hasil);
	whole->total = *total;
	return (SukuGabung){whole, counts, counts ? keluaran : NULL};
}

static void rank_fill(RingkasTahun *y, Arena *arena, Arena *scratch, int m)
{
	IsiDesimal *value = ARENA_ARRAY(scratch, IsiDesimal, y->n_opd);
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (y->opd[i]->bulan[m].lapor.ada)
			value[i] = y->opd[i]->bulan[m].lapor.angka.rata_rata;
	y->daerah[m].peringkat = ARENA_ARRAY(arena, uint32_t, y->n_opd);
	gabung_rank(value, y->n_opd, y->daerah[m].peringkat);
}

static const char **bidang_list(const RingkasTahun *y, Arena *scratch, int m, size_t *n)
{
	const char **list = NULL;
	size_t cap = 0;
	*n = 0;
	for (uint32_t i = 0; i < y->n_opd; i++)
		for (uint32_t j = 0; j < y->opd[i]->bulan[m].lapor.n_bagian; j++)
			*ARENA_PUSH(scratch, list, *n, cap) = y->opd[i]->bulan[m].lapor.bagian[j].kode;
	*n = str_unique(list, *n);
	return list;
}

/* As an agency of that bidang has it in its head. */
static const char *bidang_name(const RingkasTahun *y, const char *kode)
{
	for (uint32_t i = 0; i < y->n_opd; i++)
		if (str_equal(y->opd[i]->opd.kode_bidang, kode))
			return y->opd[i]->opd.nama_bidang;
	return "";
}

static void bidang_fill(RingkasTahun *y, Arena *arena, Arena *scratch, int m)
{
	size_t n;
	const char **list = bidang_list(y, scratch, m, &n);
	RingkasDaerah *d = &y->daerah[m];
	SukuGabung *terms = ARENA_ARRAY(scratch, SukuGabung, y->n_opd);
	d->bidang = ARENA_ARRAY(arena, RingkasBidang, n);
	d->n_bidang = (uint32_t)n;
	for (size_t b = 0; b < n; b++) {
		size_t used = 0;
		for (uint32_t i = 0; i < y->n_opd; i++) {
			const AngkaRingkas *a = &y->opd[i]->bulan[m].lapor;
			for (uint32_t j = 0; j < a->n_bagian; j++)
				if (str_equal(a->bagian[j].kode, list[b]))
					terms[used++] = term_of(scratch, &a->bagian[j].angka, a->bagian[j].keluaran, true, a->ada);
		}
		d->bidang[b] = (RingkasBidang){str_dup(arena, list[b]), str_dup(arena, bidang_name(y, list[b])), gabung_run(scratch, y->kebijakan, terms, used)};
	}
}

static void region_fill(RingkasTahun *y, Arena *arena, int m)
{
	Arena *scratch = arena_new();
	RingkasDaerah *d = &y->daerah[m];
	SukuGabung *counts = ARENA_ARRAY(scratch, SukuGabung, y->n_opd), *open = ARENA_ARRAY(scratch, SukuGabung, y->n_opd);
	SukuDeviasi *plan = ARENA_ARRAY(scratch, SukuDeviasi, y->n_opd);
	for (uint32_t i = 0; i < y->n_opd; i++) {
		const RingkasBulan *b = &y->opd[i]->bulan[m];
		counts[i] = term_of(scratch, &b->lapor.angka, b->lapor.keluaran, b->ada_rencana, b->lapor.ada);
		open[i] = term_of(scratch, &b->terbit.angka, b->terbit.keluaran, b->terbit.ada, b->terbit.ada);
		plan[i] = (SukuDeviasi){b->lapor.angka.pagu, b->kas[m], b->lapor.angka.realisasi};
		d->n_keadaan[b->status.keadaan]++;
	}
	d->angka = gabung_run(scratch, y->kebijakan, counts, y->n_opd);
	d->terbit = gabung_run(scratch, y->kebijakan, open, y->n_opd);
	d->deviasi = deviasi_run(scratch, y->kebijakan, plan, y->n_opd);
	d->sisa = rest_of(&d->angka);
	rank_fill(y, arena, scratch, m);
	bidang_fill(y, arena, scratch, m);
	arena_free(scratch);
}

static void region_keep(RingkasTahun *y, Arena *arena, const RingkasTahun *before, int m)
{
	const RingkasDaerah *from = &before->daerah[m];
	RingkasDaerah *d = &y->daerah[m];
	*d = *from;
	d->peringkat = ARENA_ARRAY(arena, uint32_t, y->n_opd);
	for (uint32_t i = 0; i < y->n_opd; i++)
		d->peringkat[i] = from->peringkat[i];
	d->bidang = ARENA_ARRAY(arena, RingkasBidang, from->n_bidang);
	for (uint32_t i = 0; i < from->n_bidang; i++)
		d->bidang[i] = (RingkasBidang){str_dup(arena, from->bidang[i].kode), str_dup(arena, from->bidang[i].nama), from->bidang[i].angka};
}

/* ---- a view ---- */

/* Active agencies, and inactive ones that took a step in the year. */
static Err agencies_list(const Kerja *w, const BarisOpd ***out, size_t *n)
{
	BarisOpd *rows;
	BarisKeadaan *steps;
	size_t n_rows, n_steps;
	Konteks *k = w->k;
	*n = 0;
	Err err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &rows, &n_rows, w->info);
	if (!err)
		err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, "", w->tahun, 0, k->sampai, &steps, &n_steps, w->info);
	if (err)
		return err;
	*out = ARENA_ARRAY(k->arena, const BarisOpd *, n_rows);
	for (size_t i = 0; i < n_rows; i++) {
		bool listed = rows[i].aktif;
		for (size_t s = 0; !listed && s < n_steps; s++)
			listed = str_equal(steps[s].opd, rows[i].opd);
		if (listed)
			(*out)[(*n)++] = &rows[i];
	}
	return ERR_OK;
}

/* An agency's place in the view; *stale: the months that are not as before. */
static Err agency_place(const Kerja *w, Tampak *t, uint32_t at, const BarisOpd *opd, unsigned *stale)
{
	Laci *before = laci_before(w, opd->opd);
	unsigned kept = before ? kept_months(w, &before->opd) : 0;
	if (before && kept == SEMUA_BULAN) {
		before->refs++;
		t->laci[at] = before;
		return ERR_OK;
	}
	Arena *arena = t->cache ? arena_new() : t->arena;
	Laci *laci = ARENA_NEW(arena, Laci);
	*laci = (Laci){.arena = arena, .refs = 1};
	t->laci[at] = laci;
	*stale |= SEMUA_BULAN & ~kept;
	return ringkas_agency(&laci->opd, arena, w->k, opd, w->tahun, before ? &before->opd : NULL, kept, w->info);
}

/* It lives as long as the view; a message as long as the request. */
static Err policy_load(const Kerja *w, Tampak *t)
{
	Konteks inner = *w->k;
	ErrInfo own = {0};
	inner.arena = t->arena;
	Err err = app_policy_of_year(&t->tahun.kebijakan, &inner, w->tahun, &own);
	if (!err)
		return ERR_OK;
	return err_set(w->info, err, own.message ? str_dup(w->k->arena, own.message) : NULL, own.hint ? str_dup(w->k->arena, own.hint) : NULL);
}

static Err view_fill(const Kerja *w, Tampak *t)
{
	const BarisOpd **opd;
	size_t n;
	unsigned stale = 0;
	RingkasTahun *y = &t->tahun;
	Err err = agencies_list(w, &opd, &n);
	if (!err)
		err = policy_load(w, t);
	for (int m = 1; !err && m <= BULAN_SETAHUN; m++)
		err = tenggat_of(w->k, w->tahun, m, &y->tenggat[m - 1], w->info);
	if (err)
		return err;
	bool same = w->before && w->before->tahun.n_opd == n && str_equal(w->before->tahun.kebijakan->hash, y->kebijakan->hash);
	const RingkasOpd **list = ARENA_ARRAY(t->arena, const RingkasOpd *, n);
	t->laci = ARENA_ARRAY(t->arena, Laci *, n);
	for (size_t i = 0; !err && i < n; i++) {
		err = agency_place(w, t, (uint32_t)i, opd[i], &stale);
		list[y->n_opd++] = &t->laci[i]->opd;
		same = same && str_equal(w->before->tahun.opd[i]->opd.opd, opd[i]->opd);
	}
	y->opd = list;
	for (int m = 0; !err && m < BULAN_SETAHUN; m++) {
		if (same && !(stale & 1U << m))
			region_keep(y, t->arena, &w->before->tahun, m);
		else
			region_fill(y, t->arena, m);
	}
	return err;
}

static Tampak *view_new(Arena *arena, Ringkas *cache, const Kerja *w, int64_t sampai)
{
	Tampak *t = ARENA_NEW(arena, Tampak);
	*t = (Tampak){.arena = arena, .cache = cache, .refs = 1, .sampai = sampai};
	t->tahun.pemda = str_dup(arena, w->k->pemda.pemda);
	t->tahun.tahun = w->tahun;
	return t;
}

/* ---- the shelf ---- */

/* Where the year stands; RAK_MAX: nowhere. */
static int shelf_find(const Ringkas *r, const char *pemda, int tahun)
{
	int i = 0;
	while (i < RAK_MAX && !(r->rak[i] && r->rak[i]->tahun.tahun == tahun && str_equal(r->rak[i]->tahun.pemda, pemda)))
		i++;
	return i;
}

/* Puts a view first, in the place of the one at `at`, or of the last. */
static void shelf_put(Ringkas *r, int at, Tampak *t)
{
	int hole = at < RAK_MAX ? at : RAK_MAX - 1;
	if (r->rak[hole] && r->rak[hole] != t)
		tampak_release(r->rak[hole]);
	for (int i = hole; i > 0; i--)
		r->rak[i] = r->rak[i - 1];
	r->rak[0] = t;
}

static Err shelf_renew(Ringkas *r, int at, Kerja *w, int64_t last)
{
	Tampak *before = at < RAK_MAX ? r->rak[at] : NULL;
	PerubahanStore *changes;
	if (before && before->sampai >= last) {
		shelf_put(r, at, before);
		return ERR_OK;
	}
	if (before) {
		Err err = store_list_perubahan(w->k->store, w->k->arena, w->k->pemda.pemda, before->sampai, last, &changes, &w->n, w->info);
		if (err)
			return err;
		w->ubah = changes;
		w->before = before;
	}
	if (before && w->n == 0) {
		before->sampai = last;
		shelf_put(r, at, before);
		return ERR_OK;
	}
	Tampak *t = view_new(arena_new(), r, w, last);
	Err err = view_fill(w, t);
	if (err)
		tampak_release(t);
	else
		shelf_put(r, at, t);
	return err;
}

static Err view_take(const RingkasTahun **out, Konteks *k, int tahun, ErrInfo *info)
{
	Ringkas *cache = k->ringkas;
	Kerja w = {.k = k, .tahun = tahun, .info = info};
	*out = NULL;
	if (!cache || k->sampai != STORE_KINI) {
		Tampak *t = view_new(k->arena, NULL, &w, k->sampai);
		*out = &t->tahun;
		return view_fill(&w, t);
	}
	int64_t last;
	Err err = store_entry_at(k->store, k->arena, k->pemda.pemda, STORE_KINI, &last, info);
	if (err)
		return err;
	pthread_mutex_lock(&cache->mutex);
	err = shelf_renew(cache, shelf_find(cache, k->pemda.pemda, tahun), &w, last);
	if (!err) {
		cache->rak[0]->refs++;
		arena_defer(k->arena, tampak_give, cache->rak[0]);
		*out = &cache->rak[0]->tahun;
	}
	pthread_mutex_unlock(&cache->mutex);
	return err;
}

Err ringkas_year(const RingkasTahun **out, Konteks *k, int tahun, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	return err ? err : view_take(out, k, tahun, info);
}

Err ringkas_published(const RingkasTahun **out, Konteks *k, int tahun, ErrInfo *info)
{
	Err err = konteks_may(k, AKSI_BACA_TERBIT, "", info);
	return err ? err : view_take(out, k, tahun, info);
}
