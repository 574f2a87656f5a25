#include "app/bulan.h"

static Tertulis written(const char *text)
{
	return (Tertulis){.teks = text ? text : "", .n_bagian = 1};
}

/* ---- what is not reported ---- */

typedef struct {
	Arena *arena;
	size_t n;
	const char *kode;        /* of the first node */
	StrBuf daftar;           /* numbers of the first few */
} Kosong;

static void blank_add(Kosong *k, const Simpul *node)
{
	enum { DISEBUT = 8 };
	k->daftar.arena = k->arena;
	if (k->n == 0)
		k->kode = node->kode_tertulis;
	if (k->n < DISEBUT)
		strbuf_addf(&k->daftar, "%s%s", k->n ? ", " : "", *node->nomor ? node->nomor : node->kode_tertulis);
	else if (k->n == DISEBUT)
		strbuf_add(&k->daftar, ", ...");
	k->n++;
}

static void blank_tell(Draf *d, const Kosong *k, const char *message, const char *hint)
{
	if (!k->n)
		return;
	temuan_add(&d->temuan, (Temuan){.rule = "kosong-wajib", .level = LEVEL_WARNING, .posisi = {.berkas = d->buku->berkas}, .kode = k->n == 1 ? k->kode : NULL,
	                                .message = message, .hint = hint, .cause = -1});
}

static void blanks_find(Arena *arena, const Bulan *bulan, Draf *d)
{
	const Snapshot *s = &bulan->snapshot;
	Kosong money = {.arena = arena}, volume = {.arena = arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		if (node->akhir == i + 1 && node->pagu.isi == ISI_ADA && node->realisasi.isi == ISI_KOSONG)
			blank_add(&money, node);
		if (node->tingkat != TINGKAT_SUB_KEGIATAN && bulan->kebijakan->induk == INDUK_ANAK)
			continue;
		for (uint32_t k = node->indikator_awal; k < node->indikator_awal + node->n_indikator; k++) {
			const Indikator *ind = &s->indikator[k];
			if (!ind->gema && (ind->target.isi == ISI_ADA || ind->target_teks) && ind->realisasi.isi == ISI_KOSONG && !ind->realisasi_teks)
				blank_add(&volume, node);
		}
	}
	const char *hint = teks(bulan->bahasa, "Enter them: nihil where nothing was realised. What stays blank is left out of the means and counted as not reported.");
	blank_tell(d, &money, str_format(arena, teks(bulan->bahasa, "The realised money of %zu sub kegiatan is not reported: %s."), money.n, strbuf_text(&money.daftar)), hint);
	blank_tell(d, &volume, str_format(arena, teks(bulan->bahasa, "The realised volume of %zu indicators is not reported, in: %s."), volume.n, strbuf_text(&volume.daftar)),
	           hint);
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
	blanks_find(arena, bulan, d);
	return d;
}
