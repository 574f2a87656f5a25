#include "engine/check.h"

#include "base/str.h"
#include "engine/check_keluarga.h"

#include <assert.h>

static const Aturan *const FAMILI[] = {ATURAN_BENTUK, ATURAN_ANGKA, ATURAN_ISI};
enum { N_FAMILI = sizeof FAMILI / sizeof *FAMILI };

/* ---- the table ---- */

const Aturan *const *check_rules(Arena *arena, size_t *n)
{
	size_t count = 0;
	for (size_t f = 0; f < N_FAMILI; f++)
		for (const Aturan *a = FAMILI[f]; a->nama; a++)
			count++;
	const Aturan **all = ARENA_ARRAY(arena, const Aturan *, count);
	*n = 0;
	for (size_t f = 0; f < N_FAMILI; f++)
		for (const Aturan *a = FAMILI[f]; a->nama; a++)
			all[(*n)++] = a;
	return all;
}

const Aturan *check_rule(const char *nama)
{
	for (size_t f = 0; f < N_FAMILI; f++)
		for (const Aturan *a = FAMILI[f]; a->nama; a++)
			if (str_equal(a->nama, nama))
				return a;
	return NULL;
}

/* ---- marked cells: an open-addressing set, at most half full ---- */

typedef struct {
	uint64_t key;  /* 0: free; a written cell has a line, so its key is never 0 */
	int32_t temuan;
} Slot;

struct Tanda {
	Slot *slot;
	size_t n, cap; /* cap is a power of two */
};

static uint64_t cell_key(Tertulis cell)
{
	return (uint64_t)cell.baris << 32 | (uint64_t)(cell.kolom & 0xFFFFFF) << 8 | cell.bagian;
}

static Slot *slot_of(Slot *slot, size_t cap, uint64_t key)
{
	size_t i = (size_t)(key * 0x9E3779B97F4A7C15u >> 32) & (cap - 1);
	while (slot[i].key && slot[i].key != key)
		i = (i + 1) & (cap - 1);
	return &slot[i];
}

static void grow_slots(Arena *arena, Tanda *t)
{
	size_t cap = t->cap ? 2 * t->cap : 64;
	Slot *slot = ARENA_ARRAY(arena, Slot, cap);
	for (size_t i = 0; i < t->cap; i++)
		if (t->slot[i].key)
			*slot_of(slot, cap, t->slot[i].key) = t->slot[i];
	t->slot = slot;
	t->cap = cap;
}

void check_explain_cell(Pemeriksaan *p, Tertulis cell, int32_t temuan)
{
	if (!cell.baris)
		return;
	if (2 * (p->tanda->n + 1) > p->tanda->cap)
		grow_slots(p->arena, p->tanda);
	Slot *slot = slot_of(p->tanda->slot, p->tanda->cap, cell_key(cell));
	if (slot->key)
		return;
	*slot = (Slot){cell_key(cell), temuan};
	p->tanda->n++;
}

int32_t check_cell_finding(const Pemeriksaan *p, Tertulis cell)
{
	const Slot *slot = cell.baris && p->tanda->cap ? slot_of(p->tanda->slot, p->tanda->cap, cell_key(cell)) : NULL;
	return slot && slot->key ? slot->temuan : -1;
}

bool check_cell_explained(const Pemeriksaan *p, Tertulis cell)
{
	return check_cell_finding(p, cell) >= 0;
}

/* ---- reporting ---- */

static const char *kode_of(const Pemeriksaan *p, uint32_t simpul)
{
	if (simpul == SIMPUL_NONE || simpul == SIMPUL_TOTAL)
		return NULL;
	const Simpul *s = &p->draf->snapshot.simpul[simpul];
	if (s->kode.n_bagian)
		return kode_print(p->arena, s->kode);
	return str_blank(s->kode_tertulis) ? NULL : s->kode_tertulis;
}

int32_t check_report(Pemeriksaan *p, const char *nama, Tertulis cell, uint32_t simpul, const char *printed, const char *computed,
                     const char *message, const char *hint)
{
	const Aturan *aturan = check_rule(nama);
	assert(aturan);
	return temuan_add(p->temuan, (Temuan){
		.rule = aturan->nama,
		.level = aturan->level,
		.posisi = draf_posisi(p->draf, cell),
		.kode = kode_of(p, simpul),
		.printed = printed,
		.computed = computed,
		.message = message,
		.hint = hint,
		.cause = -1,
	});
}

void check_follows(Pemeriksaan *p, int32_t temuan, int32_t cause)
{
	Temuan *list = p->temuan->temuan;
	while (cause >= 0 && list[cause].cause >= 0)
		cause = list[cause].cause;
	if (cause < 0 || cause == temuan)
		return;
	list[temuan].cause = cause;
	list[temuan].level = LEVEL_NOTE;
}

/* A root may have become a consequence after others were hung on it. */
static void flatten_causes(DaftarTemuan *list)
{
	for (size_t i = 0; i < list->n; i++) {
		int32_t *cause = &list->temuan[i].cause;
		while (*cause >= 0 && list->temuan[*cause].cause >= 0)
			*cause = list->temuan[*cause].cause;
	}
}

/* ---- running ---- */

static void run_family(Pemeriksaan *p, const Aturan *famili)
{
	for (const Aturan *a = famili; a->nama; a++) {
		bool run = a->periksa != NULL;
		for (const Aturan *b = famili; b != a && run; b++)
			run = b->periksa != a->periksa;
		if (run)
			a->periksa(p);
	}
}

static bool chosen(const char *rule, const char *const *nama, size_t n_nama)
{
	for (size_t i = 0; i < n_nama; i++)
		if (str_equal(rule, nama[i]))
			return true;
	return n_nama == 0;
}

/* Keeps the chosen rules' findings and their causes. */
static void keep_chosen(Arena *arena, DaftarTemuan *list, const char *const *nama, size_t n_nama)
{
	bool *keep = ARENA_ARRAY(arena, bool, list->n);
	int32_t *place = ARENA_ARRAY(arena, int32_t, list->n);
	for (size_t i = 0; i < list->n; i++) {
		if (!chosen(list->temuan[i].rule, nama, n_nama))
			continue;
		for (int32_t c = (int32_t)i; c >= 0 && !keep[c]; c = list->temuan[c].cause)
			keep[c] = true;
	}
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		if (keep[i])
			place[i] = (int32_t)n++;
	n = 0;
	for (size_t i = 0; i < list->n; i++) {
		if (!keep[i])
			continue;
		Temuan t = list->temuan[i];
		if (t.cause >= 0)
			t.cause = place[t.cause];
		list->temuan[n++] = t;
	}
	list->n = n;
}

void check_run(Arena *arena, const Draf *draf, const Kebijakan *kebijakan, const Hasil *hasil, Bahasa bahasa,
               const char *const *nama, size_t n_nama, DaftarTemuan *out)
{
	Tanda tanda = {0};
	*out = (DaftarTemuan){.arena = arena};
	Pemeriksaan p = {arena, draf, kebijakan, hasil, bahasa, out, &tanda};
	for (size_t i = 0; i < draf->temuan.n; i++)
		temuan_add(out, draf->temuan.temuan[i]);
	for (size_t f = 0; f < N_FAMILI; f++)
		run_family(&p, FAMILI[f]);
	check_link_facts(&p);
	flatten_causes(out);
	if (n_nama)
		keep_chosen(arena, out, nama, n_nama);
	temuan_sort(out);
}
