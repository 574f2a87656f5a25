#include "app/salin.h"

#include "app/siklus.h"

typedef struct {
	Konteks *k;
	Bulan *bulan;
	const BarisFakta *sekarang; size_t n_sekarang; /* facts of the month */
	UsulSalin *usul; size_t n, cap;
} Salin;

static bool blank(const BarisFakta *fact)
{
	return fact->isi == ISI_KOSONG && str_blank(fact->teks);
}

static const BarisFakta *fact_find(const BarisFakta *rows, size_t n, const BarisFakta *like)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].indikator == like->indikator && str_equal(rows[i].kode, like->kode) && str_equal(rows[i].jenis, like->jenis))
			return &rows[i];
	return NULL;
}

/* What the cell of the fact is called in the plan in force; NULL when it is no cell to be carried. */
static const char *cell_name(const Salin *s, const BarisFakta *fact, JenisIsian jenis)
{
	const Snapshot *snapshot = &s->bulan->snapshot;
	if (!*fact->kode)
		return jenis == ISIAN_UANG || jenis == ISIAN_VOLUME ? NULL : "";
	uint32_t at = snapshot_lookup(snapshot, fact->kode);
	if (at >= snapshot->n_simpul)
		return NULL;
	const Simpul *node = &snapshot->simpul[at];
	if (jenis == ISIAN_UANG)
		return node->akhir == at + 1 ? node->nama : NULL;
	if (jenis != ISIAN_VOLUME)
		return node->nama;
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		if (s->bulan->baris_indikator[i]->indikator == fact->indikator)
			return snapshot->indikator[i].gema || str_equal(bulan_behaviour(s->bulan, i), "jumlah") ? NULL : snapshot->indikator[i].nama;
	return NULL;
}

static Err propose(Salin *s, ErrInfo *info)
{
	Konteks *k = s->k;
	BarisFakta *before, *now;
	size_t n;
	int bulan = s->bulan->bulan;
	if (bulan == 1)
		return ERR_OK;
	const char *pemda = k->pemda.pemda, *opd = s->bulan->opd.opd;
	Err err = store_list_fakta(k->store, k->arena, pemda, opd, s->bulan->tahun, bulan - 1, k->sampai, &before, &n, info);
	if (!err)
		err = store_list_fakta(k->store, k->arena, pemda, opd, s->bulan->tahun, bulan, k->sampai, &now, &s->n_sekarang, info);
	if (err)
		return err;
	s->sekarang = now;
	for (size_t i = 0; i < n; i++) {
		JenisIsian jenis = (JenisIsian)isian_jenis_from_name(before[i].jenis);
		const BarisFakta *present = fact_find(now, s->n_sekarang, &before[i]);
		const char *name = blank(&before[i]) || (present && !blank(present)) ? NULL : cell_name(s, &before[i], jenis);
		if (name)
			*ARENA_PUSH(k->arena, s->usul, s->n, s->cap) =
				(UsulSalin){jenis, before[i].kode, name, before[i].indikator, isian_nilai(&before[i]), before[i].id};
	}
	return ERR_OK;
}

static Err month_open(Salin *s, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	Err err = bulan_frame(&s->bulan, s->k, opd, tahun, bulan, info);
	return err ? err : siklus_open_for_entry(s->k, s->bulan, info);
}

Err salin_usul(Konteks *k, const char *opd, int tahun, int bulan, UsulSalin **out, size_t *n, ErrInfo *info)
{
	Salin s = {.k = k};
	BarisOpd row;
	Err err = konteks_opd(k, opd, &row, info);
	if (!err)
		err = konteks_may(k, AKSI_BACA, row.opd, info);
	if (!err)
		err = month_open(&s, row.opd, tahun, bulan, info);
	if (!err)
		err = propose(&s, info);
	*out = s.usul;
	*n = s.n;
	return err;
}

static Err apply_all(Salin *s, ErrInfo *info)
{
	Konteks *k = s->k;
	const char *asal = str_format(k->arena, "salin:%d", s->bulan->bulan - 1);
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < s->n; i++) {
		const UsulSalin *u = &s->usul[i];
		const BarisFakta like = {.kode = u->kode, .indikator = u->indikator, .jenis = isian_jenis_name(u->jenis)};
		err = isian_add(k, s->bulan, u->jenis, u->kode, u->indikator, u->nilai, asal, "", fact_find(s->sekarang, s->n_sekarang, &like), NULL, info);
	}
	return err;
}

Err salin_apply(Konteks *k, const char *opd, int tahun, int bulan, UsulSalin **out, size_t *n, ErrInfo *info)
{
	Salin s = {.k = k};
	BarisOpd row;
	*out = NULL;
	*n = 0;
	Err err = konteks_opd(k, opd, &row, info);
	if (!err)
		err = konteks_may(k, AKSI_ISI, row.opd, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = month_open(&s, row.opd, tahun, bulan, info);
	if (!err)
		err = propose(&s, info);
	if (!err)
		err = apply_all(&s, info);
	if (!err && s.n) {
		err = store_commit(k->store, info);
	}
	if (err || !s.n)
		store_rollback(k->store);
	if (!err) {
		*out = s.usul;
		*n = s.n;
	}
	return err;
}
