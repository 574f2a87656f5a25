/* Rules about indicator texts and units. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"
#include "engine/satuan.h"

/* ---- teks-bergeser ---- */

static bool no_values(const TertulisIndikator *t)
{
	return str_blank(t->target.teks) && str_blank(t->realisasi.teks) && str_blank(t->satuan.teks);
}

static void explain_shift(Pemeriksaan *p, uint32_t from, uint32_t end, int32_t temuan)
{
	for (uint32_t k = from; k < end; k++) {
		const TertulisIndikator *t = &p->draf->indikator[k];
		check_explain_cell(p, t->nama, temuan);
		check_explain_cell(p, t->satuan, temuan);
		if (no_values(t)) {
			check_explain_cell(p, t->target, temuan);
			check_explain_cell(p, t->realisasi, temuan);
		}
	}
}

/* A text without volume and unit, and below it a unit that fits this text and not its own: the texts stand a line too high. */
static void check_shift(Pemeriksaan *p, uint32_t i)
{
	const Snapshot *s = &p->draf->snapshot;
	uint32_t first = s->simpul[i].indikator_awal, end = first + s->simpul[i].n_indikator;
	for (uint32_t k = first; k + 1 < end; k++) {
		const Indikator *here = &s->indikator[k], *next = &s->indikator[k + 1];
		if (str_blank(here->nama) || !no_values(&p->draf->indikator[k]))
			continue;
		if (satuan_cocok(here->nama, next->satuan) != COCOK_YA || satuan_cocok(next->nama, next->satuan) != COCOK_TIDAK)
			continue;
		int32_t t = check_report(
			p, "teks-bergeser", p->draf->indikator[k].nama, i, NULL, NULL,
			str_format(p->arena,
		                   teks(p->bahasa, "In %s the indicator texts stand one line above their volumes and units: \"%s\" has the unit \"%s\" beside it."),
		                   bantu_sebutan(p, i), next->nama, next->satuan),
			teks(p->bahasa, "Bring text, volume and unit of each indicator onto one line."));
		explain_shift(p, k, end, t);
		return;
	}
}

void periksa_teks_bergeser(Pemeriksaan *p)
{
	for (uint32_t i = 0; i < p->draf->snapshot.n_simpul; i++)
		check_shift(p, i);
}

/* ---- satuan-indikator ---- */

static void tell_unfit(Pemeriksaan *p, uint32_t i, uint32_t k)
{
	const Indikator *ind = &p->draf->snapshot.indikator[k];
	check_report(p, "satuan-indikator", p->draf->indikator[k].satuan, i, ind->satuan, NULL,
	             str_format(p->arena, teks(p->bahasa, "The unit \"%s\" does not fit the indicator \"%s\" of %s."), ind->satuan, ind->nama,
	                        bantu_sebutan(p, i)),
	             teks(p->bahasa, "Correct the unit or the indicator; both must read as in the budget document (RKA/DPA)."));
}

void periksa_satuan_indikator(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan unfit = {.arena = p->arena};
	uint32_t *indikator = ARENA_ARRAY(p->arena, uint32_t, s->n_indikator);
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			const Indikator *ind = &s->indikator[k];
			if (!p->draf->indikator[k].pasangan_pasti || check_cell_explained(p, p->draf->indikator[k].satuan) ||
			    satuan_cocok(ind->nama, ind->satuan) != COCOK_TIDAK)
				continue;
			indikator[unfit.n] = k;
			kumpulan_add(&unfit, p->draf->indikator[k].satuan, i, str_format(p->arena, "%s (%s)", bantu_nomor(p, i), ind->satuan));
		}
	}
	if (unfit.n > BANTU_SATU_SATU) {
		check_report(p, "satuan-indikator", unfit.anggota[0].cell, unfit.anggota[0].simpul, unfit.anggota[0].cell.teks, NULL,
		             str_format(p->arena, teks(p->bahasa, "The units of %zu indicators do not fit their words: %s."), unfit.n,
		                        kumpulan_daftar(&unfit, 5, p->bahasa)),
		             teks(p->bahasa, "Correct the units or the indicators; both must read as in the budget document (RKA/DPA)."));
		return;
	}
	for (size_t u = 0; u < unfit.n; u++)
		tell_unfit(p, unfit.anggota[u].simpul, indikator[u]);
}

/* ---- satuan-ejaan ---- */

typedef struct {
	const char *ejaan;   /* as written, blanks squeezed */
	const char *huruf;   /* letters only, upper case: the same for all spellings of one unit */
	uint32_t n;
	Tertulis first;
	uint32_t simpul;
} Ejaan;

typedef struct {
	Arena *arena;
	Ejaan *ejaan;
	size_t n, cap;
} DaftarEjaan;

enum { EJAAN_MAX = 500 }; /* a document of more units than that has no custom of spelling */

static void count_spelling(DaftarEjaan *list, Tertulis cell, uint32_t simpul)
{
	const char *text = str_squeeze(list->arena, cell.teks);
	const char *letters = str_letters(list->arena, text);
	if (!cell.baris || !*letters)
		return;
	for (size_t i = 0; i < list->n; i++) {
		if (str_equal(list->ejaan[i].ejaan, text)) {
			list->ejaan[i].n++;
			return;
		}
	}
	if (list->n == EJAAN_MAX)
		return;
	*ARENA_PUSH(list->arena, list->ejaan, list->n, list->cap) = (Ejaan){text, letters, 1, cell, simpul};
}

static bool capital(const char *text)
{
	return *text >= 'A' && *text <= 'Z';
}

/* The spelling of the same unit that the document prefers; itself when it has no rival. */
static const Ejaan *preferred(const DaftarEjaan *list, const Ejaan *e)
{
	const Ejaan *best = e;
	for (size_t i = 0; i < list->n; i++) {
		const Ejaan *other = &list->ejaan[i];
		if (!str_equal(other->huruf, e->huruf))
			continue;
		if (other->n > best->n || (other->n == best->n && capital(other->ejaan) && !capital(best->ejaan)))
			best = other;
	}
	return best;
}

void periksa_satuan_ejaan(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	DaftarEjaan list = {.arena = p->arena};
	Kumpulan odd = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++)
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++)
			count_spelling(&list, p->draf->indikator[k].satuan, i);
	for (size_t i = 0; i < list.n; i++) {
		const Ejaan *e = &list.ejaan[i], *better = preferred(&list, e);
		const char *meant = satuan_maksud(p->arena, e->ejaan);
		if (meant)
			kumpulan_add(&odd, e->first, e->simpul, str_format(p->arena, teks(p->bahasa, "\"%s\" (perhaps \"%s\")"), e->ejaan, meant));
		else if (better != e)
			kumpulan_add(&odd, e->first, e->simpul, str_format(p->arena, teks(p->bahasa, "\"%s\" (elsewhere \"%s\")"), e->ejaan, better->ejaan));
	}
	if (!odd.n)
		return;
	Anggota a = odd.anggota[0];
	check_report(p, "satuan-ejaan", a.cell, a.simpul, str_squeeze(p->arena, a.cell.teks), NULL,
	             odd.n == 1 ? str_format(p->arena, teks(p->bahasa, "A unit is spelt unlike the rest: %s."), a.label)
	                        : str_format(p->arena, teks(p->bahasa, "%zu units are spelt unlike the rest: %s."), odd.n,
	                                     kumpulan_daftar(&odd, 6, p->bahasa)),
	             teks(p->bahasa, "Spell each unit the same way throughout, or sums by unit count it as two."));
}
