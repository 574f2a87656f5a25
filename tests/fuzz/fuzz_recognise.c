/* Any text table as a report: a whole Draf or one clear refusal. In a Draf the tree is well formed, the indicators belong to the nodes without gap or
 * overlap, every written cell stands in the document, and the facts are what the cells say. */
#include "fuzz.h"

#include "base/str.h"
#include "document/reader.h"
#include "document/recognise.h"

#include <assert.h>
#include <string.h>

static void check_text(const char *text)
{
	assert(text && utf8_valid(text, strlen(text)));
}

static uint32_t last_line(const Grid *grid)
{
	return grid->n_baris ? grid->baris[grid->n_baris - 1].nomor : 0;
}

static void check_cell(const Draf *draf, const Tertulis *cell)
{
	check_text(cell->teks);
	assert(cell->bagian < cell->n_bagian || cell->n_bagian <= 1);
	if (!cell->baris)
		assert(!*cell->teks && cell->angka.status == ANGKA_KOSONG);
	else
		assert(cell->baris <= last_line(draf->grid) && cell->kolom >= 1 && cell->kolom <= BACA_BATAS_KOLOM);
}

static void check_cells(const Draf *draf, const Tertulis *const *cell, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_cell(draf, cell[i]);
}

static void check_nodes(const Draf *draf)
{
	const Snapshot *s = &draf->snapshot;
	uint32_t next = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		assert(node->tingkat >= TINGKAT_PROGRAM && node->tingkat <= TINGKAT_SUB_KEGIATAN);
		assert(node->akhir > i && node->akhir <= s->n_simpul);
		if (node->induk != SIMPUL_NONE) {
			assert(node->induk < i && s->simpul[node->induk].tingkat < node->tingkat);
			assert(node->akhir <= s->simpul[node->induk].akhir);
		}
		assert(node->n_indikator == 0 || node->indikator_awal == next);
		next += node->n_indikator;
		assert(node->akhir == i + 1 || (node->pagu.isi == ISI_KOSONG && node->realisasi.isi == ISI_KOSONG));
		check_text(node->nama);
		check_text(node->nomor);
		check_text(node->kode_tertulis);
		const TertulisSimpul *t = &draf->simpul[i];
		check_cells(draf, (const Tertulis *const[]){&t->kode, &t->nama, &t->pagu, &t->realisasi, &t->keuangan, &t->keluaran, &t->rata_rata}, 7);
	}
	assert(next == s->n_indikator);
}

static void check_indicators(const Draf *draf)
{
	const Snapshot *s = &draf->snapshot;
	for (uint32_t i = 0; i < s->n_indikator; i++) {
		const Indikator *ind = &s->indikator[i];
		const TertulisIndikator *t = &draf->indikator[i];
		check_text(ind->nama);
		check_text(ind->satuan);
		check_cells(draf, (const Tertulis *const[]){&t->nama, &t->target, &t->realisasi, &t->satuan, &t->pagu, &t->uang, &t->keuangan, &t->keluaran, &t->rata_rata}, 9);
		assert(!ind->target_teks || ind->target.isi == ISI_KOSONG);
		assert((ind->target.isi != ISI_KOSONG) == (t->target.angka.status == ANGKA_NILAI));
		assert(!ind->gema || ind->realisasi.isi != ISI_KOSONG);
	}
}

static void check_frame(const Draf *draf)
{
	const Draf *d = draf;
	check_cells(d, (const Tertulis *const[]){&d->kepala.judul, &d->kepala.kode_bidang, &d->kepala.unit_organisasi, &d->kepala.bulan, &d->kepala.tahun,
	                                         &d->kepala.kondisi, &d->kepala.n_program, &d->kepala.n_kegiatan, &d->kepala.label_bulan}, 9);
	check_cells(d, (const Tertulis *const[]){&d->total.label, &d->total.pagu, &d->total.target, &d->total.realisasi, &d->total.volume, &d->total.satuan,
	                                         &d->total.keuangan, &d->total.keluaran, &d->total.rata_rata}, 9);
	check_cells(d, (const Tertulis *const[]){&d->kaki.permasalahan, &d->kaki.tindak_lanjut, &d->kaki.tempat_tanggal, &d->kaki.jabatan, &d->kaki.nama,
	                                         &d->kaki.pangkat, &d->kaki.nip}, 7);
	assert(draf->snapshot.kepala.bulan <= 12);
	check_text(draf->snapshot.narasi.permasalahan);
	check_text(draf->snapshot.tanda_tangan.tempat);
	for (size_t i = 0; i < draf->n_judul; i++) {
		check_text(draf->judul[i].teks);
		assert(draf->judul[i].arti <= KOLOM_JUMLAH && draf->judul[i].baris && draf->judul[i].kolom);
	}
	for (size_t i = 0; i < draf->temuan.n; i++) {
		const Temuan *t = &draf->temuan.temuan[i];
		check_text(t->message);
		assert(t->cause == -1 && t->posisi.baris <= last_line(draf->grid));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	Buku *buku;
	Draf *draf;
	ErrInfo info = {0};
	if (reader_csv(&buku, arena, "fuzz", data, size, BAHASA_EN, &info) == ERR_OK) {
		if (recognise_laporan(&draf, arena, buku, BAHASA_EN, &info)) {
			check_text(info.message);
		} else {
			check_nodes(draf);
			check_indicators(draf);
			check_frame(draf);
		}
	}
	arena_free(arena);
	return 0;
}
