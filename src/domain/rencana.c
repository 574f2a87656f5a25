#include "domain/rencana.h"

#include "base/str.h"

uint32_t rencana_find(const Rencana *rencana, const char *kode)
{
	for (uint32_t i = 0; i < rencana->n_simpul; i++)
		if (str_equal(rencana->simpul[i].kode, kode))
			return i;
	return RENCANA_NONE;
}

uint32_t rencana_end(const Rencana *rencana, uint32_t i)
{
	uint32_t end = i + 1;
	while (end < rencana->n_simpul && rencana->simpul[end].tingkat > rencana->simpul[i].tingkat)
		end++;
	return end;
}

bool rencana_sum(const Rencana *rencana, uint32_t from, uint32_t to, Rupiah *out)
{
	Rupiah sum = {0};
	for (uint32_t i = from; i < to; i++)
		if (rencana->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN && !rupiah_add(&sum, sum, rencana->simpul[i].pagu.nilai))
			return false;
	*out = sum;
	return true;
}

uint32_t rencana_count(const Rencana *rencana, Tingkat tingkat)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < rencana->n_simpul; i++)
		n += rencana->simpul[i].tingkat == tingkat;
	return n;
}

bool rencana_kas_sum(const SimpulRencana *simpul, Rupiah *out)
{
	Rupiah sum = {0};
	for (int b = 0; b < KAS_BULAN; b++)
		if (!rupiah_add(&sum, sum, simpul->kas[b]))
			return false;
	*out = sum;
	return true;
}

const char *rencana_nama_kunci(Arena *arena, const char *nama)
{
	static const char *const words[] = {"SUBKEGIATAN", "KEGIATAN", "PROGRAM"};
	const char *letters = str_letters(arena, nama);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts(letters, words[i]) && letters[strlen(words[i])])
			return letters + strlen(words[i]);
	return letters;
}

static IndikatorRencana indikator_from(const Indikator *i)
{
	static const char *const arah[] = {[ARAH_NAIK] = "naik", [ARAH_TURUN_A] = "turun-a", [ARAH_TURUN_B] = "turun-b", [ARAH_RENTANG] = "rentang"};
	return (IndikatorRencana){.nama = i->nama, .satuan = i->satuan, .target = i->target, .target_teks = i->target_teks ? i->target_teks : "",
	                          .arah = i->ada_arah ? arah[i->arah] : "", .perilaku = "", .bobot = i->bobot, .gema = i->gema};
}

Rencana *rencana_from_snapshot(Arena *arena, const Snapshot *snapshot)
{
	Rencana *r = ARENA_NEW(arena, Rencana);
	r->diam.arah = r->diam.perilaku = r->diam.bobot = true; /* the form has no such columns; what the recogniser knows stays */
	r->n_simpul = snapshot->n_simpul;
	r->n_indikator = snapshot->n_indikator;
	r->simpul = ARENA_ARRAY(arena, SimpulRencana, r->n_simpul);
	r->indikator = ARENA_ARRAY(arena, IndikatorRencana, r->n_indikator);
	for (uint32_t i = 0; i < r->n_indikator; i++)
		r->indikator[i] = indikator_from(&snapshot->indikator[i]);
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		const Simpul *s = &snapshot->simpul[i];
		r->simpul[i] = (SimpulRencana){.tingkat = s->tingkat, .kode = kode_print(arena, s->kode), .nomor = s->nomor, .nama = s->nama, .pagu = s->pagu,
		                               .bobot = s->bobot, .indikator_awal = s->indikator_awal, .n_indikator = s->n_indikator};
	}
	return r;
}
