#include "app/rencana_nomor.h"

#include "base/str.h"

typedef struct {
	Arena *arena;
	Rencana *baru;
	SimpulRencana *simpul;   /* node of baru at hand */
	const Rencana *sumber;   /* newest version that has the node; NULL */
	const SimpulRencana *asal; /* the node there */
	bool *terpakai;          /* [asal->n_indikator] */
} Penomoran;

static bool same_letters(Arena *arena, const char *a, const char *b)
{
	return str_equal(str_letters(arena, a), str_letters(arena, b));
}

static void adopt(Penomoran *p, uint32_t i, uint32_t j)
{
	IndikatorRencana *now = &p->baru->indikator[p->simpul->indikator_awal + i];
	const IndikatorRencana *was = &p->sumber->indikator[p->asal->indikator_awal + j];
	p->terpakai[j] = true;
	now->nomor = was->nomor;
	if (p->baru->diam.arah && !*now->arah)
		now->arah = was->arah;
	if (p->baru->diam.perilaku)
		now->perilaku = was->perilaku;
	if (p->baru->diam.bobot && now->bobot.isi == ISI_KOSONG)
		now->bobot = was->bobot;
	if (p->baru->diam.gema)
		now->gema = was->gema;
}

/* Indicators that come with their number keep it. */
static void numbered_take(Penomoran *p)
{
	for (uint32_t i = 0; i < p->simpul->n_indikator; i++)
		for (uint32_t j = 0; j < p->asal->n_indikator; j++)
			if (p->baru->indikator[p->simpul->indikator_awal + i].nomor == p->sumber->indikator[p->asal->indikator_awal + j].nomor)
				p->terpakai[j] = true;
}

typedef bool (*Alike)(Arena *arena, const IndikatorRencana *a, const IndikatorRencana *b);

static bool alike_whole(Arena *arena, const IndikatorRencana *a, const IndikatorRencana *b)
{
	return same_letters(arena, a->nama, b->nama) && same_letters(arena, a->satuan, b->satuan);
}

static bool alike_name(Arena *arena, const IndikatorRencana *a, const IndikatorRencana *b)
{
	return *str_letters(arena, a->nama) && same_letters(arena, a->nama, b->nama);
}

static void match_by(Penomoran *p, Alike alike)
{
	for (uint32_t i = 0; i < p->simpul->n_indikator; i++) {
		const IndikatorRencana *now = &p->baru->indikator[p->simpul->indikator_awal + i];
		for (uint32_t j = 0; j < p->asal->n_indikator && !now->nomor; j++)
			if (!p->terpakai[j] && alike(p->arena, now, &p->sumber->indikator[p->asal->indikator_awal + j]))
				adopt(p, i, j);
	}
}

/* A quarter of the letters may differ. */
static bool names_near(Arena *arena, const char *a, const char *b)
{
	const char *x = str_letters(arena, a), *y = str_letters(arena, b);
	unsigned limit = (unsigned)(strlen(x) / 4);
	return limit > 0 && str_distance(x, y, limit) <= limit;
}

static void match_by_place(Penomoran *p)
{
	for (uint32_t i = 0; i < p->simpul->n_indikator && i < p->asal->n_indikator; i++) {
		const IndikatorRencana *now = &p->baru->indikator[p->simpul->indikator_awal + i], *was = &p->sumber->indikator[p->asal->indikator_awal + i];
		if (!now->nomor && !p->terpakai[i] && (same_letters(p->arena, now->satuan, was->satuan) || names_near(p->arena, now->nama, was->nama)))
			adopt(p, i, i);
	}
}

static int64_t highest(const Rencana *const *lama, size_t n, const char *kode)
{
	int64_t top = 0;
	for (size_t v = 0; v < n; v++) {
		uint32_t at = rencana_find(lama[v], kode);
		for (uint32_t i = 0; at != RENCANA_NONE && i < lama[v]->simpul[at].n_indikator; i++) {
			int64_t nomor = lama[v]->indikator[lama[v]->simpul[at].indikator_awal + i].nomor;
			top = nomor > top ? nomor : top;
		}
	}
	return top;
}

static void source_find(Penomoran *p, const Rencana *const *lama, size_t n)
{
	p->sumber = NULL;
	for (size_t v = n; v-- > 0 && !p->sumber;) {
		uint32_t at = rencana_find(lama[v], p->simpul->kode);
		if (at == RENCANA_NONE)
			continue;
		p->sumber = lama[v];
		p->asal = &lama[v]->simpul[at];
		p->terpakai = ARENA_ARRAY(p->arena, bool, p->asal->n_indikator);
	}
}

/* "1,1" is "1.1". */
static bool same_number(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (*a != *b && !((*a == ',' || *a == '.') && (*b == ',' || *b == '.')))
			return false;
	return *a == *b;
}

/* A source that writes no numbers, or names without "Sub Kegiatan" before them, does not change those of the version before. */
static void labels_carry(Penomoran *p)
{
	const char *was = p->asal->nama, *now = p->simpul->nama;
	size_t n = strlen(was), m = strlen(now);
	if (!*p->simpul->nomor || same_number(p->simpul->nomor, p->asal->nomor))
		p->simpul->nomor = p->asal->nomor;
	if (m && n > m && str_equal(was + n - m, now) && str_equal(rencana_nama_kunci(p->arena, was), rencana_nama_kunci(p->arena, now)))
		p->simpul->nama = was;
}

void rencana_number(Arena *arena, Rencana *baru, const Rencana *const *lama, size_t n_lama)
{
	for (uint32_t s = 0; s < baru->n_simpul; s++) {
		Penomoran p = {.arena = arena, .baru = baru, .simpul = &baru->simpul[s]};
		source_find(&p, lama, n_lama);
		if (p.sumber) {
			labels_carry(&p);
			numbered_take(&p);
			match_by(&p, alike_whole);
			match_by(&p, alike_name);
			match_by_place(&p);
			if (baru->diam.bobot && p.simpul->bobot.isi == ISI_KOSONG)
				p.simpul->bobot = p.asal->bobot;
		}
		int64_t next = highest(lama, n_lama, p.simpul->kode);
		for (uint32_t i = 0; i < p.simpul->n_indikator; i++) {
			IndikatorRencana *now = &baru->indikator[p.simpul->indikator_awal + i];
			if (!now->nomor)
				now->nomor = ++next;
		}
	}
}

void rencana_cash_carry(Rencana *baru, const Rencana *lama, uint32_t *taken, uint32_t *lost)
{
	for (uint32_t i = 0; i < baru->n_simpul; i++) {
		SimpulRencana *now = &baru->simpul[i];
		uint32_t at = now->tingkat == TINGKAT_SUB_KEGIATAN && !now->ada_kas ? rencana_find(lama, now->kode) : RENCANA_NONE;
		Rupiah sum;
		if (at == RENCANA_NONE || !lama->simpul[at].ada_kas)
			continue;
		if (!rencana_kas_sum(&lama->simpul[at], &sum) || rupiah_cmp(sum, now->pagu.nilai) != 0) {
			++*lost;
			continue;
		}
		memcpy(now->kas, lama->simpul[at].kas, sizeof now->kas);
		now->ada_kas = baru->ada_kas = true;
		++*taken;
	}
}
