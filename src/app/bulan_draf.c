#include "app/bulan.h"

static Tertulis written(const char *text)
{
	return (Tertulis){.teks = text ? text : "", .n_bagian = 1};
}

const Draf *bulan_draf(Arena *arena, const Bulan *bulan)
{
	const Snapshot *s = &bulan->snapshot;
	Draf *d = ARENA_NEW(arena, Draf);
	Buku *buku = ARENA_NEW(arena, Buku);
	Grid *grid = ARENA_NEW(arena, Grid);
	*buku = (Buku){.berkas = str_format(arena, "%s/%04d/%02d", bulan->opd.opd, bulan->tahun, bulan->bulan), .n_grid = 1, .grid = grid};
	*d = (Draf){.buku = buku, .grid = grid, .notasi = NOTASI_ID, .snapshot = *s, .temuan = {.arena = arena}};
	d->simpul = ARENA_ARRAY(arena, TertulisSimpul, s->n_simpul);
	d->indikator = ARENA_ARRAY(arena, TertulisIndikator, s->n_indikator);
	const Tertulis none = written("");
	for (uint32_t i = 0; i < s->n_simpul; i++)
		d->simpul[i] = (TertulisSimpul){written(s->simpul[i].kode_tertulis), written(s->simpul[i].nama), none, none, none, none, none, 0};
	for (uint32_t i = 0; i < s->n_indikator; i++)
		d->indikator[i] = (TertulisIndikator){.nama = written(s->indikator[i].nama), .target = none, .realisasi = none, .satuan = written(s->indikator[i].satuan),
		                                      .pagu = none, .uang = none, .keuangan = none, .keluaran = none, .rata_rata = none, .pasangan_pasti = true};
	d->kepala.judul = d->kepala.kode_bidang = d->kepala.unit_organisasi = d->kepala.bulan = d->kepala.tahun = d->kepala.kondisi = none;
	d->kepala.n_program = d->kepala.n_kegiatan = d->kepala.n_sub_kegiatan = d->kepala.label_bulan = none;
	d->total.label = d->total.pagu = d->total.target = d->total.realisasi = d->total.volume = none;
	d->total.satuan = d->total.keuangan = d->total.keluaran = d->total.rata_rata = none;
	d->kaki.permasalahan = written(s->narasi.permasalahan);
	d->kaki.tindak_lanjut = written(s->narasi.tindak_lanjut);
	d->kaki.tempat_tanggal = d->kaki.jabatan = d->kaki.nama = d->kaki.pangkat = none;
	d->kaki.nip = written(s->tanda_tangan.nip);
	return d;
}
