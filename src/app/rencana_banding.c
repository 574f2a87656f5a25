#include "app/rencana_banding.h"

#include "base/str.h"

#include <assert.h>

typedef struct {
	Arena *arena;
	BandingRencana *b;
	uint32_t *ke_baru;       /* [lama] index in baru; RENCANA_NONE */
	uint32_t *ke_lama;       /* [baru] */
	size_t cap_simpul, cap_indikator, cap_program;
} Banding;

/* ---- pairs ---- */

typedef struct {
	const char *kunci;
	uint32_t index;
} Key;

static int by_key(const void *left, const void *right)
{
	const Key *a = left, *b = right;
	int cmp = strcmp(a->kunci, b->kunci);
	return cmp ? cmp : a->index < b->index ? -1 : a->index > b->index;
}

static Key *codes_sorted(Arena *arena, const Rencana *r)
{
	Key *keys = ARENA_ARRAY(arena, Key, r->n_simpul);
	for (uint32_t i = 0; i < r->n_simpul; i++)
		keys[i] = (Key){r->simpul[i].kode, i};
	qsort(keys, r->n_simpul, sizeof *keys, by_key);
	return keys;
}

static void pair(Banding *d, uint32_t lama, uint32_t baru)
{
	d->ke_baru[lama] = baru;
	d->ke_lama[baru] = lama;
}

static void pair_by_code(Banding *d, const Rencana *lama, const Rencana *baru)
{
	Key *a = codes_sorted(d->arena, lama), *b = codes_sorted(d->arena, baru);
	for (uint32_t i = 0, j = 0; i < lama->n_simpul && j < baru->n_simpul;) {
		int cmp = strcmp(a[i].kunci, b[j].kunci);
		if (cmp == 0)
			pair(d, a[i].index, b[j].index);
		i += cmp <= 0;
		j += cmp >= 0;
	}
}

/* Level and name: "3KOORDINASI..." */
static Key name_key(Arena *arena, const SimpulRencana *s, uint32_t index)
{
	return (Key){str_format(arena, "%d%s", (int)s->tingkat, rencana_nama_kunci(arena, s->nama)), index};
}

/* How many keys from i on are the same as key i. */
static uint32_t run_length(const Key *keys, uint32_t n, uint32_t i)
{
	uint32_t end = i + 1;
	while (end < n && str_equal(keys[end].kunci, keys[i].kunci))
		end++;
	return end - i;
}

/* What stands under one code here and under another there with the same name, once on each side, moved. */
static void pair_by_name(Banding *d, const Rencana *lama, const Rencana *baru)
{
	Key *a = ARENA_ARRAY(d->arena, Key, lama->n_simpul), *b = ARENA_ARRAY(d->arena, Key, baru->n_simpul);
	uint32_t n = 0, m = 0;
	for (uint32_t i = 0; i < lama->n_simpul; i++)
		if (d->ke_baru[i] == RENCANA_NONE)
			a[n++] = name_key(d->arena, &lama->simpul[i], i);
	for (uint32_t i = 0; i < baru->n_simpul; i++)
		if (d->ke_lama[i] == RENCANA_NONE)
			b[m++] = name_key(d->arena, &baru->simpul[i], i);
	qsort(a, n, sizeof *a, by_key);
	qsort(b, m, sizeof *b, by_key);
	for (uint32_t i = 0, j = 0; i < n && j < m;) {
		int cmp = strcmp(a[i].kunci, b[j].kunci);
		uint32_t in_a = run_length(a, n, i), in_b = run_length(b, m, j);
		if (cmp == 0 && in_a == 1 && in_b == 1)
			pair(d, a[i].index, b[j].index);
		i += cmp <= 0 ? in_a : 0;
		j += cmp >= 0 ? in_b : 0;
	}
}

/* ---- nodes ---- */

static Rupiah sum_of(const Rencana *r, uint32_t i)
{
	Rupiah sum = {0};
	bool fits = rencana_sum(r, i, rencana_end(r, i), &sum);
	assert(fits);
	return sum;
}

static Rupiah minus(Rupiah a, Rupiah b)
{
	Rupiah out = {0};
	bool fits = rupiah_sub(&out, a, b);
	assert(fits);
	return out;
}

static Rupiah plus(Rupiah a, Rupiah b)
{
	Rupiah out = {0};
	bool fits = rupiah_add(&out, a, b);
	assert(fits);
	return out;
}

static bool cash_differs(const SimpulRencana *a, const SimpulRencana *b)
{
	if (a->ada_kas != b->ada_kas)
		return true;
	for (int m = 0; m < KAS_BULAN; m++)
		if (a->kas[m].sen != b->kas[m].sen)
			return true;
	return false;
}

static bool number_differs(IsiDesimal a, IsiDesimal b)
{
	if (a.isi == ISI_KOSONG || b.isi == ISI_KOSONG)
		return a.isi != b.isi;
	return desimal_cmp(a.nilai, b.nilai) != 0;
}

static bool target_differs(const IndikatorRencana *a, const IndikatorRencana *b)
{
	return number_differs(a->target, b->target) || !str_equal(a->target_teks, b->target_teks);
}

/* ---- indicators ---- */

static void indicator_note(Banding *d, BandingIndikator row)
{
	*ARENA_PUSH(d->arena, d->b->indikator, d->b->n_indikator, d->cap_indikator) = row;
}

static bool same_indicator(const Banding *d, const IndikatorRencana *a, const IndikatorRencana *b, bool by_name)
{
	return by_name ? str_equal(str_letters(d->arena, a->nama), str_letters(d->arena, b->nama)) : a->nomor == b->nomor;
}

static const IndikatorRencana *partner(const Banding *d, const Rencana *r, const SimpulRencana *s, const IndikatorRencana *wanted, bool by_name)
{
	for (uint32_t i = 0; i < s->n_indikator; i++)
		if (same_indicator(d, &r->indikator[s->indikator_awal + i], wanted, by_name))
			return &r->indikator[s->indikator_awal + i];
	return NULL;
}

static void indicators_compare(Banding *d, const SimpulRencana *lama, const SimpulRencana *baru, bool by_name)
{
	for (uint32_t i = 0; baru && i < baru->n_indikator; i++) {
		const IndikatorRencana *now = &d->b->baru->indikator[baru->indikator_awal + i];
		const IndikatorRencana *was = lama ? partner(d, d->b->lama, lama, now, by_name) : NULL;
		BandingIndikator row = {.jenis = was ? BANDING_UBAH : BANDING_TAMBAH, .kode = baru->kode, .lama = was, .baru = now};
		if (was) {
			row.nama = !str_equal(was->nama, now->nama);
			row.satuan = !str_equal(was->satuan, now->satuan);
			row.target = target_differs(was, now);
			row.lain = !str_equal(was->arah, now->arah) || !str_equal(was->perilaku, now->perilaku) || number_differs(was->bobot, now->bobot) || was->gema != now->gema;
		}
		if (!was || row.nama || row.satuan || row.target || row.lain)
			indicator_note(d, row);
	}
	for (uint32_t i = 0; lama && i < lama->n_indikator; i++) {
		const IndikatorRencana *was = &d->b->lama->indikator[lama->indikator_awal + i];
		if (!baru || !partner(d, d->b->baru, baru, was, by_name))
			indicator_note(d, (BandingIndikator){.jenis = BANDING_HAPUS, .kode = baru ? baru->kode : lama->kode, .lama = was});
	}
}

/* ---- rows ---- */

static BandingSimpul row_of(Banding *d, uint32_t lama, uint32_t baru)
{
	const SimpulRencana *was = lama == RENCANA_NONE ? NULL : &d->b->lama->simpul[lama], *now = baru == RENCANA_NONE ? NULL : &d->b->baru->simpul[baru];
	const SimpulRencana *shown = now ? now : was;
	assert(shown);
	BandingSimpul row = {.tingkat = shown->tingkat, .kode = shown->kode, .nama = shown->nama, .nomor = shown->nomor, .kode_lama = "", .nama_lama = "", .nomor_lama = "",
	                     .lama = was, .baru = now};
	row.pagu_lama = was ? sum_of(d->b->lama, lama) : (Rupiah){0};
	row.pagu = now ? sum_of(d->b->baru, baru) : (Rupiah){0};
	row.selisih = minus(row.pagu, row.pagu_lama);
	row.jenis = !was ? BANDING_TAMBAH : !now ? BANDING_HAPUS : BANDING_SAMA;
	if (!was || !now)
		return row;
	if (!str_equal(was->kode, now->kode))
		row.kode_lama = was->kode;
	if (!str_equal(was->nama, now->nama))
		row.nama_lama = was->nama;
	if (!str_equal(was->nomor, now->nomor))
		row.nomor_lama = *was->nomor ? was->nomor : "-";
	row.kas_berubah = cash_differs(was, now);
	if (row.selisih.sen || *row.kode_lama || *row.nama_lama || row.kas_berubah ||
	    (now->tingkat == TINGKAT_SUB_KEGIATAN && was->pagu.isi != now->pagu.isi) || number_differs(was->bobot, now->bobot) || *row.nomor_lama)
		row.jenis = BANDING_UBAH;
	return row;
}

static void row_take(Banding *d, BandingSimpul row)
{
	BandingRencana *b = d->b;
	uint32_t *const counts[] = {&b->n_sama, &b->n_ubah, &b->n_tambah, &b->n_hapus};
	++*counts[row.jenis];
	if (row.tingkat == TINGKAT_SUB_KEGIATAN && row.selisih.sen > 0)
		b->naik = plus(b->naik, row.selisih);
	if (row.tingkat == TINGKAT_SUB_KEGIATAN && row.selisih.sen < 0)
		b->turun = minus(b->turun, row.selisih);
	if (row.tingkat == TINGKAT_PROGRAM)
		*ARENA_PUSH(d->arena, b->program, b->n_program, d->cap_program) = row;
	size_t before = b->n_indikator;
	indicators_compare(d, row.lama, row.baru, *row.kode_lama != '\0');
	if (row.jenis != BANDING_SAMA || b->n_indikator > before)
		*ARENA_PUSH(d->arena, b->simpul, b->n_simpul, d->cap_simpul) = row;
}

/* Dropped nodes that stand in the old version from `from` on, up to the next one that was kept. */
static void dropped_take(Banding *d, uint32_t from)
{
	for (uint32_t i = from; d->b->lama && i < d->b->lama->n_simpul && d->ke_baru[i] == RENCANA_NONE; i++)
		row_take(d, row_of(d, i, RENCANA_NONE));
}

BandingRencana *rencana_compare(Arena *arena, const Rencana *lama, const Rencana *baru)
{
	BandingRencana *b = ARENA_NEW(arena, BandingRencana);
	Banding d = {.arena = arena, .b = b};
	uint32_t n = lama ? lama->n_simpul : 0;
	b->lama = lama;
	b->baru = baru;
	d.ke_baru = ARENA_ARRAY(arena, uint32_t, n);
	d.ke_lama = ARENA_ARRAY(arena, uint32_t, baru->n_simpul);
	for (uint32_t i = 0; i < n; i++)
		d.ke_baru[i] = RENCANA_NONE;
	for (uint32_t i = 0; i < baru->n_simpul; i++)
		d.ke_lama[i] = RENCANA_NONE;
	if (lama) {
		pair_by_code(&d, lama, baru);
		pair_by_name(&d, lama, baru);
	}
	dropped_take(&d, 0);
	for (uint32_t i = 0; i < baru->n_simpul; i++) {
		row_take(&d, row_of(&d, d.ke_lama[i], i));
		if (d.ke_lama[i] != RENCANA_NONE)
			dropped_take(&d, d.ke_lama[i] + 1);
	}
	bool fits = rencana_sum(baru, 0, baru->n_simpul, &b->total_baru) && (!lama || rencana_sum(lama, 0, n, &b->total_lama));
	assert(fits);
	b->selisih = minus(b->naik, b->turun);
	assert(b->selisih.sen == minus(b->total_baru, b->total_lama).sen);
	b->sama = lama && !b->n_simpul;
	return b;
}
