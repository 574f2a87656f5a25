#include "app/riwayat.h"

/* The node and indicator that are meant. A code that the plan does not know is taken as written: the cell may be of an older version. */
static void cell_name(Konteks *k, const Bulan *bulan, const char *kode, int64_t indikator, Riwayat *out)
{
	Kode parsed;
	uint32_t at = snapshot_lookup(&bulan->snapshot, kode);
	out->nama = out->indikator = "";
	out->kode = kode_parse(&parsed, kode, NULL) ? kode_print(k->arena, parsed) : kode;
	if (at >= bulan->snapshot.n_simpul)
		return;
	const Simpul *node = &bulan->snapshot.simpul[at];
	out->kode = node->kode_tertulis;
	out->nama = node->nama;
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		if (bulan->baris_indikator[i]->indikator == indikator)
			out->indikator = bulan->snapshot.indikator[i].nama;
}

static Err step_load(Konteks *k, const BarisFakta *fact, LangkahNilai *out, ErrInfo *info)
{
	BarisJejak *entry;
	size_t n;
	Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, fact->id, fact->id, &entry, &n, info);
	if (err)
		return err;
	*out = (LangkahNilai){.fakta = fact->id, .nilai = isian_nilai(fact), .oleh = n ? entry[0].oleh : "", .waktu = n ? entry[0].waktu : 0,
	                      .sumber = n ? entry[0].sumber : "", .asal = fact->asal, .berkas = "", .alasan = fact->alasan, .ganti = fact->ganti};
	const char *colon = strchr(fact->asal, ':');
	if (!colon || colon - fact->asal != 64)
		return ERR_OK;
	BarisImpor impor;
	bool found;
	err = store_find_impor(k->store, k->arena, k->pemda.pemda, str_dupn(k->arena, fact->asal, 64), &impor, &found, info);
	if (!err && found)
		out->berkas = impor.nama;
	return err;
}

Err riwayat_list(Konteks *k, const char *opd, int tahun, int bulan_ke, JenisIsian jenis, const char *kode, int64_t indikator, Riwayat *out, ErrInfo *info)
{
	Bulan *bulan;
	BarisFakta *rows;
	size_t n;
	*out = (Riwayat){0};
	Err err = konteks_opd(k, opd, &out->opd, info);
	if (!err)
		err = konteks_may(k, AKSI_BACA, out->opd.opd, info);
	if (!err)
		err = bulan_frame(&bulan, k, out->opd.opd, tahun, bulan_ke, info);
	if (err)
		return err;
	cell_name(k, bulan, kode, indikator, out);
	err = store_list_riwayat(k->store, k->arena, k->pemda.pemda, out->opd.opd, tahun, bulan_ke, out->kode, indikator, isian_jenis_name(jenis), k->sampai, &rows, &n,
	                         info);
	if (err)
		return err;
	if (n == 0 && !*out->nama && *kode)
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), kode), NULL);
	out->langkah = ARENA_ARRAY(k->arena, LangkahNilai, n);
	out->n = n;
	for (size_t i = 0; !err && i < n; i++) {
		err = step_load(k, &rows[i], &out->langkah[i], info);
		if (i)
			out->langkah[i - 1].diganti = rows[i].id;
	}
	return err;
}
