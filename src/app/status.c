#include "app/status.h"

static StatusBulan state_after(const BarisKeadaan *step)
{
	return (StatusBulan){keadaan_of(step), step->terkunci != 0, (int)step->revisi};
}

/* Months without a step: a draft when something was entered. */
static Err drafts_find(Konteks *k, StatusOpd *row, int tahun, ErrInfo *info)
{
	Err err = ERR_OK;
	for (int i = 0; !err && i < 12; i++) {
		StatusBulan *month = &row->bulan[i];
		bool found = false;
		if (month->keadaan != KEADAAN_KOSONG)
			continue;
		month->revisi = 1;
		err = store_has_fakta(k->store, k->pemda.pemda, row->opd.opd, tahun, i + 1, k->sampai, &found, info);
		if (found)
			month->keadaan = KEADAAN_DRAF;
	}
	return err;
}

static Err rows_fill(Konteks *k, const BarisOpd *agencies, size_t n_agencies, const char *opd, int tahun, StatusOpd *rows, size_t *n, ErrInfo *info)
{
	BarisKeadaan *steps;
	size_t n_steps;
	Err err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, opd, tahun, 0, k->sampai, &steps, &n_steps, info);
	for (size_t i = 0; !err && i < n_agencies; i++) {
		StatusOpd *row = &rows[*n];
		bool stepped = false;
		if (*opd && !str_equal(agencies[i].opd, opd))
			continue;
		*row = (StatusOpd){.opd = agencies[i]};
		for (size_t s = 0; s < n_steps; s++) {
			if (!str_equal(steps[s].opd, row->opd.opd) || steps[s].bulan < 1 || steps[s].bulan > 12)
				continue;
			row->bulan[steps[s].bulan - 1] = state_after(&steps[s]);
			stepped = true;
		}
		if (!row->opd.aktif && !stepped)
			continue;
		err = drafts_find(k, row, tahun, info);
		(*n)++;
	}
	return err;
}

Err status_tahun(Konteks *k, const char *opd, int tahun, StatusOpd **out, size_t *n, ErrInfo *info)
{
	BarisOpd *agencies, one = {.opd = ""};
	size_t n_agencies;
	*n = 0;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err && *opd)
		err = konteks_opd(k, opd, &one, info);
	if (!err)
		err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &agencies, &n_agencies, info);
	if (err)
		return err;
	*out = ARENA_ARRAY(k->arena, StatusOpd, n_agencies);
	return rows_fill(k, agencies, n_agencies, one.opd, tahun, *out, n, info);
}

Err status_bulan(Konteks *k, const char *opd, int tahun, int bulan, StatusRinci *out, ErrInfo *info)
{
	BarisKeadaan *steps;
	*out = (StatusRinci){.sekarang = {.revisi = 1}};
	Err err = konteks_opd(k, opd, &out->opd, info);
	if (!err)
		err = konteks_may(k, AKSI_BACA, out->opd.opd, info);
	if (!err)
		err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, out->opd.opd, tahun, bulan, k->sampai, &steps, &out->n, info);
	if (err)
		return err;
	out->langkah = ARENA_ARRAY(k->arena, StatusLangkah, out->n);
	for (size_t i = 0; !err && i < out->n; i++) {
		BarisJejak *entry;
		size_t n;
		err = store_list_jejak(k->store, k->arena, k->pemda.pemda, steps[i].id, steps[i].id, &entry, &n, info);
		out->sekarang = state_after(&steps[i]);
		out->langkah[i] = (StatusLangkah){steps[i], out->sekarang.keadaan, !err && n ? entry[0].oleh : "", !err && n ? entry[0].waktu : 0};
	}
	bool found = false;
	if (!err && out->n == 0)
		err = store_has_fakta(k->store, k->pemda.pemda, out->opd.opd, tahun, bulan, k->sampai, &found, info);
	if (found)
		out->sekarang.keadaan = KEADAAN_DRAF;
	return err;
}

static int newest_first(const void *a, const void *b)
{
	int64_t x = ((const StatusPeristiwa *)a)->baris.id, y = ((const StatusPeristiwa *)b)->baris.id;
	return x > y ? -1 : x < y;
}

static const char *agency_name(const BarisOpd *rows, size_t n, const char *opd)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].opd, opd))
			return rows[i].nama;
	return opd;
}

Err status_peristiwa(Konteks *k, int tahun, const char *aksi, size_t maksimum, StatusPeristiwa **out, size_t *n, ErrInfo *info)
{
	BarisKeadaan *steps;
	BarisOpd *agencies;
	size_t n_steps, n_agencies;
	*n = 0;
	Err err = konteks_may(k, AKSI_BACA, "", info);
	if (!err)
		err = store_list_keadaan(k->store, k->arena, k->pemda.pemda, "", tahun, 0, k->sampai, &steps, &n_steps, info);
	if (!err)
		err = store_list_opd(k->store, k->arena, k->pemda.pemda, k->sampai, &agencies, &n_agencies, info);
	if (err)
		return err;
	StatusPeristiwa *list = *out = ARENA_ARRAY(k->arena, StatusPeristiwa, n_steps);
	for (size_t i = 0; i < n_steps; i++)
		if (str_equal(steps[i].aksi, aksi))
			list[(*n)++] = (StatusPeristiwa){.baris = steps[i], .nama = agency_name(agencies, n_agencies, steps[i].opd), .oleh = ""};
	if (*n)
		qsort(list, *n, sizeof *list, newest_first);
	*n = *n < maksimum ? *n : maksimum;
	for (size_t i = 0; !err && i < *n; i++) {
		BarisJejak *entry;
		size_t found;
		err = store_list_jejak(k->store, k->arena, k->pemda.pemda, list[i].baris.id, list[i].baris.id, &entry, &found, info);
		if (!err && found) {
			list[i].oleh = entry->oleh;
			list[i].waktu = entry->waktu;
		}
	}
	return err;
}
