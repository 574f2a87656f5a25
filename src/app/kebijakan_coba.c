#include "app/kebijakan_coba.h"

#include "app/app.h"

static const char *band(const Kebijakan *k, int8_t predikat)
{
	return predikat < 0 ? "" : k->pita[predikat].nama;
}

static bool figure_differs(IsiDesimal a, IsiDesimal b)
{
	return (a.isi == ISI_KOSONG) != (b.isi == ISI_KOSONG) || (a.isi != ISI_KOSONG && desimal_cmp(a.nilai, b.nilai) != 0);
}

static bool row_differs(const DampakKebijakan *d, BarisDampak *row)
{
	row->pita = !str_equal(band(d->lama->kebijakan, row->lama.predikat), band(d->baru->kebijakan, row->baru.predikat));
	return row->pita || figure_differs(row->lama.keuangan, row->baru.keuangan) || figure_differs(row->lama.keluaran, row->baru.keluaran) ||
	       figure_differs(row->lama.rata_rata, row->baru.rata_rata);
}

Err kebijakan_dampak(DampakKebijakan **out, Konteks *k, const char *opd, int tahun, int bulan, const char *text, size_t n, DaftarTemuan *galat, ErrInfo *info)
{
	Bulan *old, *new;
	*out = NULL;
	Err err = konteks_may(k, AKSI_KELOLA_KEBIJAKAN, "", info);
	if (err)
		return err;
	const Kebijakan *policy = kebijakan_parse(k->arena, "kebijakan", text, n, k->bahasa, galat);
	if (!policy)
		return ERR_OK;
	err = bulan_load(&old, k, opd, tahun, bulan, 0, info);
	if (!err)
		err = bulan_load_under(&new, k, opd, tahun, bulan, 0, policy, info);
	if (err)
		return err;
	DampakKebijakan *d = ARENA_NEW(k->arena, DampakKebijakan);
	d->lama = old;
	d->baru = new;
	d->n_simpul = old->snapshot.n_simpul;
	d->baris = ARENA_ARRAY(k->arena, BarisDampak, d->n_simpul);
	for (uint32_t i = 0; i < d->n_simpul; i++) {
		const Simpul *s = &old->snapshot.simpul[i];
		BarisDampak row = {.simpul = i, .kode = s->kode_tertulis, .nomor = s->nomor, .nama = s->nama, .tingkat = s->tingkat, .lama = old->hasil->simpul[i], .baru = new->hasil->simpul[i]};
		if (!row_differs(d, &row))
			continue;
		d->n_pita += row.pita;
		d->baris[d->n++] = row;
	}
	d->total = (BarisDampak){.simpul = SIMPUL_TOTAL, .kode = "", .nomor = "", .nama = "", .lama = old->hasil->total, .baru = new->hasil->total};
	d->total_berubah = row_differs(d, &d->total);
	*out = d;
	return ERR_OK;
}

Err kebijakan_teks(Konteks *k, int tahun, const char **text, ErrInfo *info)
{
	StrBuf out = {.arena = k->arena};
	Err err = app_tahun_policy(k, tahun, &out, info);
	*text = strbuf_text(&out);
	return err;
}
