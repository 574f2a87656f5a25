/* Rules about facts without which a figure has no value: the budget of what is spent, the target of what is measured. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

/* ---- pagu-nol ---- */

void periksa_pagu_nol(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *n = &s->simpul[i];
		Tertulis cell = p->draf->simpul[i].pagu;
		if (!bantu_daun(s, i) || n->pagu.isi == ISI_ADA || n->realisasi.isi != ISI_ADA || n->realisasi.nilai.sen <= 0 || !cell.baris ||
		    (n->pagu.isi == ISI_KOSONG && !bantu_kosong(cell)) || check_cell_explained(p, cell))
			continue;
		const char *spent = rupiah_print_id(p->arena, n->realisasi.nilai);
		const char *message =
			n->pagu.isi == ISI_NIHIL
				? str_format(p->arena, teks(p->bahasa, "%s was spent on %s, whose budget is 0."), spent, bantu_sebutan(p, i))
				: str_format(p->arena, teks(p->bahasa, "%s was spent on %s, which has no budget."), spent, bantu_sebutan(p, i));
		int32_t t = check_report(p, "pagu-nol", cell, i, n->pagu.isi == ISI_NIHIL ? "0.00" : NULL, NULL, message,
		                         teks(p->bahasa, "Write the budget of the budget document in force (DPA or DPPA)."));
		check_explain_cell(p, cell, t);
	}
}

/* ---- target-nol ---- */

/* The target cell of an indicator without capaian, that is 0 or blank. */
static bool no_target(const Pemeriksaan *p, uint32_t k)
{
	const Indikator *ind = &p->draf->snapshot.indikator[k];
	const TertulisIndikator *t = &p->draf->indikator[k];
	if (!t->target.baris || ind->target_teks || ind->target.isi == ISI_ADA || p->hasil->indikator[k].isi != ISI_KOSONG)
		return false;
	if (t->target.angka.status != ANGKA_NILAI && !bantu_kosong(t->target))
		return false; /* a text or an error: told elsewhere */
	if (ind->target.isi == ISI_KOSONG && bantu_ada(t->keluaran) && bantu_ada(t->realisasi))
		return false; /* there was one, and it got lost: kosong-wajib */
	return t->pasangan_pasti && !str_blank(ind->nama) && !check_cell_explained(p, t->target);
}

/* Indicators without target; `indikator` receives their indices. A level whose targets are mostly blank has none by custom. */
static Kumpulan without_target(const Pemeriksaan *p, uint32_t *indikator)
{
	const Snapshot *s = &p->draf->snapshot;
	uint32_t all[TINGKAT_SUB_KEGIATAN + 1] = {0}, blank[TINGKAT_SUB_KEGIATAN + 1] = {0};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			all[s->simpul[i].tingkat]++;
			blank[s->simpul[i].tingkat] += no_target(p, k) && s->indikator[k].target.isi == ISI_KOSONG;
		}
	}
	Kumpulan none = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		Tingkat level = s->simpul[i].tingkat;
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			bool custom = s->indikator[k].target.isi == ISI_KOSONG && 2 * blank[level] >= all[level];
			if (custom || !no_target(p, k))
				continue;
			indikator[none.n] = k;
			kumpulan_add(&none, p->draf->indikator[k].target, i, bantu_nomor(p, i));
		}
	}
	return none;
}

void periksa_target_nol(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	uint32_t *indikator = ARENA_ARRAY(p->arena, uint32_t, s->n_indikator);
	Kumpulan none = without_target(p, indikator);
	const char *hint = teks(p->bahasa, "Write the target of the budget document; without one the indicator has no percentage and is left out of the mean.");
	if (none.n > BANTU_SATU_SATU) {
		Anggota a = none.anggota[0];
		int32_t t = check_report(p, "target-nol", a.cell, a.simpul, NULL, NULL,
		                         str_format(p->arena, teks(p->bahasa, "%zu indicators have no target, or the target 0: %s."), none.n,
		                                    kumpulan_daftar(&none, 5, p->bahasa)),
		                         hint);
		for (size_t n = 0; n < none.n; n++)
			check_explain_cell(p, none.anggota[n].cell, t);
		return;
	}
	for (size_t n = 0; n < none.n; n++) {
		const Indikator *ind = &s->indikator[indikator[n]];
		Anggota a = none.anggota[n];
		const char *who = bantu_sebutan(p, a.simpul);
		int32_t t = check_report(p, "target-nol", a.cell, a.simpul, bantu_isi_mesin(p->arena, ind->target), NULL,
		                         ind->target.isi == ISI_NIHIL ? str_format(p->arena, teks(p->bahasa, "The target of \"%s\" in %s is 0."), ind->nama, who)
		                                                      : str_format(p->arena, teks(p->bahasa, "\"%s\" in %s has no target."), ind->nama, who),
		                         hint);
		check_explain_cell(p, a.cell, t);
	}
}
