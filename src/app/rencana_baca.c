#include "app/rencana_baca.h"

#include "document/document.h"
#include "document/recognise_rencana.h"


/* ---- the ledger ---- */

Err rencana_list(RencanaVersi *out, Konteks *k, const char *opd, int tahun, ErrInfo *info)
{
	*out = (RencanaVersi){.tahun = tahun};
	Err err = konteks_opd(k, opd, &out->opd, info);
	if (!err)
		err = konteks_may(k, AKSI_BACA, out->opd.opd, info);
	return err ? err : store_list_rencana(k->store, k->arena, k->pemda.pemda, out->opd.opd, tahun, k->sampai, &out->versi, &out->n, info);
}

Err rencana_choose(const BarisRencana **out, Konteks *k, const RencanaVersi *list, const char *versi, ErrInfo *info)
{
	if (!list->n)
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "%s has no plan for %d"), list->opd.nama, list->tahun),
		               teks(k->bahasa, "import one: capaian plan import"));
	*out = &list->versi[list->n - 1];
	if (!versi || !*versi)
		return ERR_OK;
	char *end;
	long long wanted = strtoll(versi, &end, 10);
	for (size_t i = 0; !*end && i < list->n; i++) {
		if (list->versi[i].versi == wanted) {
			*out = &list->versi[i];
			return ERR_OK;
		}
	}
	return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "the plan of %d has no version '%s'"), list->tahun, versi),
	               str_format(k->arena, teks(k->bahasa, "there are versions 1 to %d"), (int)list->versi[list->n - 1].versi));
}

static SimpulRencana simpul_from(const BarisRencanaSimpul *row)
{
	return (SimpulRencana){.tingkat = (Tingkat)row->tingkat, .kode = row->kode, .nomor = row->nomor, .nama = row->nama,
	                       .pagu = {(Isi)row->pagu_isi, {row->pagu}}, .bobot = {(Isi)row->bobot_isi, {row->bobot_m, (uint8_t)row->bobot_skala}}};
}

static IndikatorRencana indikator_from(const BarisRencanaIndikator *row)
{
	return (IndikatorRencana){.nomor = row->indikator, .nama = row->nama, .satuan = row->satuan,
	                          .target = {(Isi)row->target_isi, {row->target_m, (uint8_t)row->target_skala}}, .target_teks = row->target_teks,
	                          .arah = row->arah, .perilaku = row->perilaku, .bobot = {(Isi)row->bobot_isi, {row->bobot_m, (uint8_t)row->bobot_skala}},
	                          .gema = row->gema != 0};
}

static void cash_take(Rencana *r, SimpulRencana *s, const BarisAnggaranKas *rows, size_t n)
{
	for (size_t i = str_first(rows, n, sizeof *rows, offsetof(BarisAnggaranKas, kode), s->kode); i < n && str_equal(rows[i].kode, s->kode); i++) {
		if (rows[i].bulan < 1 || rows[i].bulan > KAS_BULAN)
			continue;
		s->kas[rows[i].bulan - 1].sen = rows[i].sen;
		s->ada_kas = r->ada_kas = true;
	}
}

Err rencana_load(Rencana **out, Konteks *k, const char *opd, int tahun, int64_t versi, ErrInfo *info)
{
	BarisRencanaSimpul *nodes;
	BarisRencanaIndikator *indicators;
	BarisAnggaranKas *cash;
	size_t n, m, c;
	const char *pemda = k->pemda.pemda;
	Err err = store_list_rencana_simpul(k->store, k->arena, pemda, opd, tahun, versi, &nodes, &n, info);
	if (!err)
		err = store_list_rencana_indikator(k->store, k->arena, pemda, opd, tahun, versi, &indicators, &m, info);
	if (!err)
		err = store_list_anggaran_kas(k->store, k->arena, pemda, opd, tahun, versi, &cash, &c, info);
	if (err)
		return err;
	Rencana *r = ARENA_NEW(k->arena, Rencana);
	r->simpul = ARENA_ARRAY(k->arena, SimpulRencana, n);
	r->indikator = ARENA_ARRAY(k->arena, IndikatorRencana, m);
	r->n_simpul = (uint32_t)n;
	for (size_t i = 0; i < n; i++) {
		SimpulRencana *s = &r->simpul[i];
		*s = simpul_from(&nodes[i]);
		s->indikator_awal = r->n_indikator;
		for (size_t j = str_first(indicators, m, sizeof *indicators, offsetof(BarisRencanaIndikator, kode), s->kode); j < m && str_equal(indicators[j].kode, s->kode); j++) {
			r->indikator[r->n_indikator++] = indikator_from(&indicators[j]);
			s->n_indikator++;
		}
		cash_take(r, s, cash, c);
	}
	*out = r;
	return ERR_OK;
}

/* ---- files ---- */

static IsiRupiah written_money(Tertulis cell)
{
	Rupiah r;
	if (cell.angka.status == ANGKA_NILAI && desimal_to_rupiah(&r, cell.angka.nilai))
		return isi_rupiah(r);
	return (IsiRupiah){0};
}

/* What reading the report found matters to the plan when it may have lost a row, or stands in the columns of the plan. */
static void findings_pass(const Draf *draf, DaftarTemuan *temuan)
{
	for (size_t i = 0; i < draf->temuan.n; i++) {
		Temuan t = draf->temuan.temuan[i];
		bool plan_column = t.posisi.kolom && (t.posisi.kolom == draf->kolom[KOLOM_PAGU] || t.posisi.kolom == draf->kolom[KOLOM_TARGET]);
		if (t.level != LEVEL_ERROR)
			continue;
		if (!str_equal(t.rule, "baris-tak-dikenal") && !plan_column)
			continue;
		t.cause = -1;
		temuan_add(temuan, t);
	}
}

Rencana *rencana_from_draf(Arena *arena, const Draf *draf, DaftarTemuan *temuan)
{
	Rencana *r = rencana_from_snapshot(arena, &draf->snapshot);
	for (uint32_t i = 0; i < r->n_simpul; i++) {
		SimpulRencana *s = &r->simpul[i];
		s->posisi = draf_posisi(draf, draf->simpul[i].kode);
		if (s->tingkat != TINGKAT_SUB_KEGIATAN)
			s->pagu = written_money(draf->simpul[i].pagu);
	}
	if (draf->ada_total)
		r->total_tertulis = written_money(draf->total.pagu);
	findings_pass(draf, temuan);
	return r;
}

Err rencana_read_file(Rencana **out, const char **hash, Arena *arena, const char *path, Bahasa bahasa, DaftarTemuan *temuan, ErrInfo *info)
{
	Buku *buku;
	Draf *draf;
	*out = NULL;
	Err err = reader_open(&buku, arena, path, bahasa, info);
	if (!err)
		err = document_hash(hash, arena, path, bahasa, info);
	if (!err && buku->format != FORMAT_JSON)
		err = recognise_rencana(out, arena, buku, bahasa, temuan, info);
	if (err || *out)
		return err;
	err = document_read(&draf, arena, path, bahasa, info);
	if (!err)
		*out = rencana_from_draf(arena, draf, temuan);
	return err;
}
