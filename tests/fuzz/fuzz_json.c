/* Any bytes as the program's own JSON: a draft whose tree is well formed and whose figures stand on lines the text has, or a message. */
#include "fuzz.h"

#include "buku_check.h"
#include "document/read_json.h"

static void figure_check(const Draf *draf, Tertulis cell)
{
	uint32_t last = draf->grid->n_baris ? draf->grid->baris[draf->grid->n_baris - 1].nomor : 0;
	text_check(cell.teks);
	assert(cell.baris <= last);
}

static void tree_check(const Draf *draf)
{
	const Snapshot *s = &draf->snapshot;
	uint32_t next = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		assert(node->akhir > i && node->akhir <= s->n_simpul);
		if (node->induk != SIMPUL_NONE) {
			const Simpul *parent = &s->simpul[node->induk];
			assert(node->induk < i && parent->tingkat < node->tingkat && i < parent->akhir && node->akhir <= parent->akhir);
		}
		assert(node->akhir == i + 1 || (node->pagu.isi == ISI_KOSONG && node->realisasi.isi == ISI_KOSONG));
		assert(node->indikator_awal == next);
		next += node->n_indikator;
		text_check(node->nama);
		text_check(node->nomor);
		text_check(node->kode_tertulis);
		const TertulisSimpul *written = &draf->simpul[i];
		const Tertulis figures[] = {written->kode, written->nama, written->pagu, written->realisasi, written->keuangan, written->keluaran, written->rata_rata};
		for (size_t k = 0; k < sizeof figures / sizeof *figures; k++)
			figure_check(draf, figures[k]);
	}
	assert(next == s->n_indikator);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	Draf *draf = NULL;
	ErrInfo info = {0};
	Err err = read_json(&draf, arena, "fuzz.json", data, size, BAHASA_EN, &info);
	if (err) {
		error_check(err, &info);
	} else {
		assert(draf->buku->format == FORMAT_JSON && draf->buku->n_grid == 1);
		tree_check(draf);
		for (uint32_t i = 0; i < draf->snapshot.n_indikator; i++) {
			text_check(draf->snapshot.indikator[i].nama);
			figure_check(draf, draf->indikator[i].target);
			figure_check(draf, draf->indikator[i].keluaran);
			figure_check(draf, draf->indikator[i].uang);
		}
		figure_check(draf, draf->total.pagu);
		figure_check(draf, draf->kaki.nip);
	}
	arena_free(arena);
	return 0;
}
