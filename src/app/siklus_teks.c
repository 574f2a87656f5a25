#include "app/siklus.h"

#include "report/temuan.h"

static bool stops(const TemuanBulan *row)
{
	return row->temuan->level == LEVEL_ERROR || (row->temuan->level == LEVEL_WARNING && !row->penjelasan);
}

/* The finding that a note follows from, when that one is shown. */
static int32_t root(const PeriksaBulan *periksa, const Temuan *t, const int32_t *place)
{
	return t->cause >= 0 && stops(&periksa->baris[t->cause]) ? place[t->cause] : -1;
}

void siklus_findings_text(StrBuf *out, const PeriksaBulan *periksa, bool colour, unsigned width, Bahasa bahasa)
{
	const DaftarTemuan *all = periksa->daftar;
	DaftarTemuan shown = {.arena = out->arena};
	int32_t *place = ARENA_ARRAY(out->arena, int32_t, all->n);
	for (size_t i = 0; i < all->n; i++) /* a finding may come before its cause */
		if (stops(&periksa->baris[i]))
			place[i] = temuan_add(&shown, all->temuan[i]);
	for (size_t i = 0; i < shown.n; i++)
		shown.temuan[i].cause = root(periksa, &shown.temuan[i], place);
	for (size_t i = 0; i < all->n; i++) {
		Temuan note = all->temuan[i];
		note.cause = root(periksa, &note, place);
		if (!stops(&periksa->baris[i]) && note.cause >= 0)
			temuan_add(&shown, note);
	}
	/* A ledger has no lines: the node is the place. */
	for (size_t i = 0; i < shown.n; i++)
		if (shown.temuan[i].kode && !shown.temuan[i].posisi.baris)
			shown.temuan[i].posisi.berkas = shown.temuan[i].kode;
	const BerkasTemuan berkas = {periksa->draf->buku->berkas, periksa->draf, NULL, &shown};
	temuan_text(out, &berkas, 1, colour, width, bahasa);
}
