#include "app/impor_inti.h"

#include "document/recognise_realisasi.h"

/* A table of realised money as values: one a sub kegiatan, whatever number of rows it has. */

static void line_take(Konteks *k, BerkasImpor *b, const BarisRealisasi *line)
{
	if (line->induk) {
		if (line->kode.n_bagian == 3 && line->ada)
			*ARENA_PUSH(k->arena, b->program, b->n_program, b->cap_program) =
				(KendaliImpor){.kode = line->kode_tertulis, .nama = line->nama, .tertulis = isi_rupiah(line->sen)};
		return;
	}
	if (!line->ada && !line->gagal)
		return;
	MasukanImpor *v = ARENA_PUSH(k->arena, b->masukan, b->n, b->cap);
	*v = (MasukanImpor){.jenis = ISIAN_UANG, .kode = line->kode, .kode_tertulis = line->kode_tertulis, .nama = line->nama, .indikator = "", .satuan = "",
	                    .nilai = {.teks = ""}, .baris = line->baris, .n_baris = line->n_baris};
	if (line->ada)
		v->nilai = (NilaiIsian){line->sen.sen ? ISI_ADA : ISI_NIHIL, desimal_from_rupiah(line->sen), ""};
	if (line->gagal)
		v->gagal = str_format(k->arena, teks(k->bahasa, "'%s' is not an amount in rupiah and sen"), line->gagal);
	else if (line->sen.sen < 0)
		v->gagal = str_format(k->arena, teks(k->bahasa, "'%s': realised money is not below zero"), rupiah_print_id(k->arena, line->sen));
}

Err impor_realisasi(BerkasImpor **out, Konteks *k, const PermintaanImpor *request, ErrInfo *info)
{
	TabelRealisasi *table;
	*out = NULL;
	Err err = recognise_realisasi(&table, k->arena, request->berkas, request->kemajuan.lapor, request->kemajuan.context, k->bahasa, info);
	if (err || !table)
		return err;
	BerkasImpor *b = ARENA_NEW(k->arena, BerkasImpor);
	*b = (BerkasImpor){.jenis = "realisasi", .opd_nama = "", .opd_bidang = "", .total = table->total, .jumlah = table->jumlah, .luapan = table->luapan};
	for (size_t i = 0; i < table->n; i++)
		line_take(k, b, &table->baris[i]);
	*out = b;
	return ERR_OK;
}
