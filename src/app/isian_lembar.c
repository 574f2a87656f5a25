#include "app/isian_lembar.h"

#include "app/fakta_bulan.h"
#include "app/isian.h"
#include "app/siklus.h"
#include "report/isian_xlsx.h"
#include "report/output.h"

#include <string.h>

typedef struct {
	Konteks *k;
	const Bulan *bulan;
	const BarisFakta *tahun_ini; size_t n_tahun_ini;
	LembarIsian *lembar;
	size_t cap;
} Susun;

static BarisIsian *row_add(Susun *s, const BarisIsian *row)
{
	BarisIsian *added = ARENA_PUSH(s->k->arena, s->lembar->baris, s->lembar->n, s->cap);
	*added = *row;
	return added;
}

/* The month before: what it holds in this cell. */
static const BarisFakta *before(const Susun *s, const char *kode, const char *jenis, int64_t indikator)
{
	for (size_t i = 0; i < s->n_tahun_ini; i++) {
		const BarisFakta *f = &s->tahun_ini[i];
		if (f->bulan == s->bulan->bulan - 1 && f->indikator == indikator && str_equal(f->kode, kode) && str_equal(f->jenis, jenis))
			return f;
	}
	return NULL;
}

static void values_give(const Susun *s, BarisIsian *row, const BarisFakta *now)
{
	const BarisFakta *last = before(s, row->kode, row->jenis, row->indikator);
	if (last && last->isi != ISI_KOSONG) {
		row->ada_lalu = true;
		row->lalu = (Desimal){last->m, (uint8_t)last->skala};
	}
	row->teks = now ? now->teks : "";
	row->fakta = now ? now->id : 0;
	if (now && now->isi != ISI_KOSONG) {
		row->ada_nilai = true;
		row->nilai = (Desimal){now->m, (uint8_t)now->skala};
	}
}

static void node_row(Susun *s, uint32_t i)
{
	const Simpul *node = &s->bulan->snapshot.simpul[i];
	bool leaf = node->akhir == i + 1;
	BarisIsian *row = row_add(s, &(BarisIsian){.kode = node->kode_tertulis, .jenis = leaf ? "uang" : "", .tingkat = node->tingkat, .nama = node->nama,
	                                           .satuan = leaf ? "Rp" : "", .target_teks = "", .teks = "", .cara = leaf ? "kumulatif" : "jumlah otomatis"});
	if (!leaf)
		return;
	row->ada_target = node->pagu.isi != ISI_KOSONG;
	row->target = desimal_from_rupiah(node->pagu.nilai);
	values_give(s, row, s->bulan->uang[i]);
}

static const char *manner(const Bulan *b, uint32_t i)
{
	const char *behaviour = bulan_behaviour(b, i);
	return str_equal(behaviour, "jumlah") ? "hanya bulan ini" : str_equal(behaviour, "terakhir") ? "nilai terakhir" : "kumulatif";
}

/* What the months before this one gave. */
static Desimal earlier_sum(const Susun *s, const BarisIsian *row)
{
	IsiDesimal sum = {0};
	const char *text = NULL;
	for (size_t i = 0; i < s->n_tahun_ini; i++) {
		const BarisFakta *f = &s->tahun_ini[i];
		if (f->bulan < s->bulan->bulan && f->indikator == row->indikator && str_equal(f->kode, row->kode) && str_equal(f->jenis, row->jenis))
			volume_join(&sum, &text, f);
	}
	return sum.isi == ISI_KOSONG ? (Desimal){0} : sum.nilai;
}

static bool rising(const Bulan *b, const Indikator *ind)
{
	return (ind->ada_arah ? ind->arah : kebijakan_aturan(b->kebijakan, ind->nama, ind->satuan).arah) == ARAH_NAIK;
}

static void indicator_row(Susun *s, uint32_t i, const Simpul *node)
{
	const Indikator *ind = &s->bulan->snapshot.indikator[i];
	BarisIsian *row = row_add(s, &(BarisIsian){.kode = node->kode_tertulis, .jenis = ind->gema ? "" : "volume", .indikator = s->bulan->baris_indikator[i]->indikator,
	                                           .tingkat = node->tingkat, .nama = ind->nama, .satuan = *ind->satuan ? ind->satuan : "-",
	                                           .target_teks = ind->target_teks ? ind->target_teks : "", .teks = "", .cara = ind->gema ? "dihitung" : manner(s->bulan, i)});
	row->teks_boleh = *row->target_teks != '\0';
	row->ada_target = ind->target.isi != ISI_KOSONG;
	row->target = desimal_trim(ind->target.nilai);
	row->tanpa_capaian = !rising(s->bulan, ind);
	if (str_equal(bulan_behaviour(s->bulan, i), "jumlah"))
		row->dasar = earlier_sum(s, row);
	if (!ind->gema)
		values_give(s, row, s->bulan->volume[i]);
}

static const BarisFakta *narrative(const Bulan *b, const char *jenis)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (!*b->fakta[i].kode && str_equal(b->fakta[i].jenis, jenis))
			return &b->fakta[i];
	return NULL;
}

static void narrative_rows(Susun *s)
{
	static const char *const names[] = {"Permasalahan / faktor penghambat", "Upaya tindak lanjut", "Faktor pendorong"};
	for (int i = 0; i < 3; i++) {
		const char *jenis = isian_jenis_name((JenisIsian)(ISIAN_PERMASALAHAN + i));
		BarisIsian *row = row_add(s, &(BarisIsian){.kode = "", .jenis = jenis, .nama = names[i], .satuan = "uraian", .target_teks = "", .teks = "", .teks_boleh = true,
		                                           .cara = "teks"});
		values_give(s, row, narrative(s->bulan, jenis));
	}
}

const LembarIsian *isian_lembar(Konteks *k, const Bulan *bulan, const BarisFakta *tahun_ini, size_t n)
{
	LembarIsian *l = ARENA_NEW(k->arena, LembarIsian);
	Susun s = {.k = k, .bulan = bulan, .tahun_ini = tahun_ini, .n_tahun_ini = n, .lembar = l};
	*l = (LembarIsian){.pemda = k->pemda.pemda, .opd = bulan->opd.opd, .nama_opd = bulan->opd.nama, .tahun = bulan->tahun, .bulan = bulan->bulan,
	                   .rencana = bulan->rencana.versi};
	for (uint32_t i = 0; i < bulan->snapshot.n_simpul; i++) {
		const Simpul *node = &bulan->snapshot.simpul[i];
		node_row(&s, i);
		for (uint32_t j = node->indikator_awal; j < node->indikator_awal + node->n_indikator; j++)
			indicator_row(&s, j, node);
	}
	narrative_rows(&s);
	return l;
}

Err isian_lembar_bytes(Konteks *k, const char *opd, int tahun, int bulan, const unsigned char **bytes, size_t *size, ErrInfo *info)
{
	Bulan *b;
	BarisFakta *year;
	size_t n;
	int64_t last = 0;
	Err err = bulan_read(&b, k, opd, tahun, bulan, 0, info);
	if (!err)
		err = siklus_open_for_entry(k, b, info);
	if (!err)
		err = store_list_fakta(k->store, k->arena, k->pemda.pemda, b->opd.opd, tahun, 0, k->sampai, &year, &n, info);
	if (!err)
		err = store_entry_at(k->store, k->arena, k->pemda.pemda, k->per, &last, info);
	if (err)
		return err;
	LembarIsian sheet = *isian_lembar(k, b, year, n);
	sheet.entri = last;
	return isian_xlsx(bytes, size, k->arena, &sheet, k->bahasa, info);
}

Err isian_lembar_tulis(Konteks *k, const char *opd, int tahun, int bulan, const char *path, ErrInfo *info)
{
	size_t length = strlen(path), size;
	const unsigned char *bytes;
	if (length < 5 || !str_equal_fold(path + length - 5, ".xlsx"))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the sheet is an XLSX file; '%s' is none"), path), teks(k->bahasa, "-o isian.xlsx"));
	Err err = isian_lembar_bytes(k, opd, tahun, bulan, &bytes, &size, info);
	return err ? err : output_write(path, bytes, size, false, k->bahasa, k->arena, info);
}
