/* Arithmetic findings above a missing fact. When a target, a volume or an amount is blank, an error cell or unreadable, every mean and sum
 * above it differs from what its author computed from the full figures. The percentage that is printed beside a missing volume stands in
 * for it: a mean that then comes out as printed is right, and its finding is taken back. What follows from missing money cannot
 * be computed so surely, and is shown as a consequence. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

typedef struct {
	Pemeriksaan *p;
	int32_t *uang, *keluaran;  /* [n_simpul + 1] the finding about a missing fact at or below the node; -1: none. The last: the total */
	const Hasil *pengganti;    /* with the printed percentages standing in for missing volumes */
} Ikutan;

/* The finding that tells of the fact in this cell; -1 if none. */
static int32_t told(const Pemeriksaan *p, Tertulis cell)
{
	int32_t t = check_cell_finding(p, cell);
	for (size_t i = 0; t < 0 && cell.baris && i < p->draf->temuan.n; i++) { /* recognition's findings come first in the list */
		const Posisi *at = &p->temuan->temuan[i].posisi;
		if (at->baris == cell.baris && at->kolom == cell.kolom)
			t = (int32_t)i;
	}
	return t;
}

static int32_t missing_money(const Pemeriksaan *p, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	int32_t t = -1;
	if (bantu_daun(&p->draf->snapshot, i) && s->pagu.isi == ISI_KOSONG)
		t = told(p, p->draf->simpul[i].pagu);
	if (t < 0 && bantu_daun(&p->draf->snapshot, i) && s->realisasi.isi == ISI_KOSONG)
		t = told(p, p->draf->simpul[i].realisasi);
	return t;
}

/* The finding about a missing volume of this indicator whose percentage is printed all the same. */
static int32_t missing_volume(const Pemeriksaan *p, uint32_t k)
{
	const TertulisIndikator *t = &p->draf->indikator[k];
	if (p->hasil->indikator[k].isi != ISI_KOSONG || !bantu_ada(t->keluaran))
		return -1;
	int32_t finding = told(p, t->target);
	return finding >= 0 ? finding : told(p, t->realisasi);
}

/* A percentage as target 100 and realisasi itself, which a rising indicator turns into the same percentage. */
static Indikator stand_in(const Indikator *from, Desimal percentage)
{
	Indikator ind = *from;
	ind.target = isi_desimal((Desimal){100, 0});
	ind.realisasi = isi_desimal(percentage);
	ind.target_teks = ind.realisasi_teks = NULL;
	return ind;
}

static void note_first(int32_t *slot, int32_t finding)
{
	if (finding >= 0 && *slot < 0)
		*slot = finding;
}

/* Gathers what is missing; false when nothing is. */
static bool gather(Ikutan *u, Indikator *indikator)
{
	const Pemeriksaan *p = u->p;
	const Snapshot *s = &p->draf->snapshot;
	bool any = false;
	for (uint32_t i = 0; i <= s->n_simpul; i++)
		u->uang[i] = u->keluaran[i] = -1;
	for (uint32_t i = s->n_simpul; i-- > 0;) {
		const Simpul *n = &s->simpul[i];
		note_first(&u->uang[i], missing_money(p, i));
		for (uint32_t k = n->indikator_awal; bantu_daun(s, i) && k < n->indikator_awal + n->n_indikator; k++) {
			int32_t finding = missing_volume(p, k);
			if (finding < 0)
				continue;
			indikator[k] = stand_in(&s->indikator[k], p->draf->indikator[k].keluaran.angka.nilai);
			note_first(&u->keluaran[i], finding);
		}
		uint32_t above = n->induk == SIMPUL_NONE ? s->n_simpul : n->induk;
		note_first(&u->uang[above], u->uang[i]);
		note_first(&u->keluaran[above], u->keluaran[i]);
		any |= u->uang[i] >= 0 || u->keluaran[i] >= 0;
	}
	return any;
}

static bool arithmetic(const char *rule)
{
	for (const Aturan *a = ATURAN_ANGKA; a->nama; a++)
		if (str_equal(a->nama, rule))
			return true;
	return false;
}

/* The node whose first line this is; n_simpul for the total row; SIMPUL_NONE otherwise. Nodes stand in the order of their lines. */
static uint32_t node_of_line(const Draf *d, uint32_t baris)
{
	uint32_t low = 0, high = d->snapshot.n_simpul;
	if (d->ada_total && baris && baris == d->total.label.baris)
		return high;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (d->simpul[middle].nama.baris < baris)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->snapshot.n_simpul && d->simpul[low].nama.baris == baris ? low : SIMPUL_NONE;
}

/* Equal but for one unit of the last digit, which the rounding of the printed percentage may cost. */
static bool near(const char *printed, IsiDesimal value)
{
	Desimal a = angka_parse(printed, NOTASI_MESIN).nilai, b = value.nilai;
	if (value.isi == ISI_KOSONG || !desimal_rescale(&a, a, b.scale, BULAT_JAUH_NOL))
		return false;
	return a.m - b.m >= -1 && a.m - b.m <= 1;
}

/* Does the printed mean come out with the stand-ins? */
static bool comes_out(const Ikutan *u, const Temuan *t, uint32_t i)
{
	const Draf *d = u->p->draf;
	const Capaian *c = i == d->snapshot.n_simpul ? &u->pengganti->total : &u->pengganti->simpul[i];
	return u->keluaran[i] >= 0 && near(t->printed, t->posisi.kolom == d->kolom[KOLOM_RATA_RATA] ? c->rata_rata : c->keluaran);
}

static bool of_money(const Draf *d, uint32_t column)
{
	return column == d->kolom[KOLOM_PAGU] || column == d->kolom[KOLOM_REALISASI] || column == d->kolom[KOLOM_KEUANGAN];
}

/* Links one root finding; true when it is to be taken back. */
static bool link_finding(const Ikutan *u, size_t index)
{
	const Temuan *t = &u->p->temuan->temuan[index];
	const Draf *d = u->p->draf;
	uint32_t i = node_of_line(d, t->posisi.baris), column = t->posisi.kolom;
	if (i == SIMPUL_NONE || !column || !t->printed)
		return false;
	if (u->uang[i] >= 0 && (of_money(d, column) || column == d->kolom[KOLOM_RATA_RATA])) {
		check_follows(u->p, (int32_t)index, u->uang[i]);
		return false;
	}
	return !of_money(d, column) && comes_out(u, t, i);
}

/* Removes the findings that are taken back, and those that only followed from them. */
static void take_back(DaftarTemuan *list, bool *back)
{
	int32_t *place = ARENA_ARRAY(list->arena, int32_t, list->n);
	size_t n = 0;
	for (size_t t = 0; t < list->n; t++)
		for (int32_t c = list->temuan[t].cause; c >= 0 && !back[t]; c = list->temuan[c].cause)
			back[t] = back[c];
	for (size_t t = 0; t < list->n; t++)
		if (!back[t])
			place[t] = (int32_t)n++;
	n = 0;
	for (size_t t = 0; t < list->n; t++) {
		if (back[t])
			continue;
		Temuan kept = list->temuan[t];
		if (kept.cause >= 0)
			kept.cause = place[kept.cause];
		list->temuan[n++] = kept;
	}
	list->n = n;
}

void check_link_facts(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Ikutan u = {.p = p, .uang = ARENA_ARRAY(p->arena, int32_t, s->n_simpul + 1), .keluaran = ARENA_ARRAY(p->arena, int32_t, s->n_simpul + 1)};
	Indikator *indikator = ARENA_ARRAY(p->arena, Indikator, s->n_indikator);
	for (uint32_t k = 0; k < s->n_indikator; k++)
		indikator[k] = s->indikator[k];
	if (!gather(&u, indikator))
		return;
	Snapshot filled = *s;
	filled.indikator = indikator;
	u.pengganti = rollup_run(p->arena, &filled, p->kebijakan);
	bool *back = ARENA_ARRAY(p->arena, bool, p->temuan->n);
	for (size_t t = 0; t < p->temuan->n; t++)
		if (p->temuan->temuan[t].cause < 0 && arithmetic(p->temuan->temuan[t].rule))
			back[t] = link_finding(&u, t);
	take_back(p->temuan, back);
}
