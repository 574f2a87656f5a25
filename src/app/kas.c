#include "app/kas.h"

/* Adds to a sum; a sum that outgrew 64 bits has no value any more. */
static void planned_add(IsiRupiah *sum, Rupiah value)
{
	Rupiah total;
	if (rupiah_add(&total, sum->nilai, value))
		*sum = isi_rupiah(total);
	else
		*sum = (IsiRupiah){0};
}

static uint32_t leaf_of(const Bulan *b, const char *kode)
{
	for (uint32_t i = 0; i < b->snapshot.n_simpul; i++)
		if (str_equal(b->snapshot.simpul[i].kode_tertulis, kode))
			return i;
	return SIMPUL_NONE;
}

Err kas_load(RencanaKas *out, Konteks *k, const Bulan *b, ErrInfo *info)
{
	BarisAnggaranKas *rows;
	size_t n;
	Err err = store_list_anggaran_kas(k->store, k->arena, k->pemda.pemda, b->opd.opd, b->tahun, b->rencana.versi, &rows, &n, info);
	if (err)
		return err;
	out->ada = n > 0;
	out->daun = arena_calloc(k->arena, b->snapshot.n_simpul + 1, sizeof *out->daun);
	uint32_t at = SIMPUL_NONE;
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || !str_equal(rows[i - 1].kode, rows[i].kode)) {
			at = leaf_of(b, rows[i].kode);
			for (int m = 0; at != SIMPUL_NONE && m < KAS_BULAN; m++)
				out->daun[at][m] = isi_rupiah((Rupiah){0});
		}
		for (int m = (int)rows[i].bulan - 1; at != SIMPUL_NONE && m >= 0 && m < KAS_BULAN; m++)
			planned_add(&out->daun[at][m], (Rupiah){rows[i].sen});
	}
	return ERR_OK;
}

IsiRupiah kas_sum(const RencanaKas *kas, const Snapshot *s, uint32_t simpul, int bulan)
{
	IsiRupiah sum = {0};
	uint32_t from = simpul == SIMPUL_TOTAL ? 0 : simpul, to = simpul == SIMPUL_TOTAL ? s->n_simpul : s->simpul[simpul].akhir;
	for (uint32_t i = from; i < to; i++)
		if (s->simpul[i].akhir == i + 1 && kas->daun[i][bulan].isi != ISI_KOSONG)
			planned_add(&sum, kas->daun[i][bulan].nilai);
	return sum;
}
