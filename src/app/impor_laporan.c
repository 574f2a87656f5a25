#include "app/impor_inti.h"

#include "engine/check.h"

/* A Laporan Capaian as values: money of every node that has no parts, volumes, narrative. What cannot be read becomes a value that failed, never none. */

void impor_jumlahkan(BerkasImpor *berkas, Rupiah sen)
{
	berkas->luapan |= !rupiah_add(&berkas->jumlah, berkas->jumlah, sen);
}

static void value_add(Konteks *k, BerkasImpor *b, const MasukanImpor *value)
{
	*ARENA_PUSH(k->arena, b->masukan, b->n, b->cap) = *value;
}

/* Why a written cell gives no number; NULL when it does, or is blank. */
static const char *unreadable(Konteks *k, Tertulis cell)
{
	switch (cell.angka.status) {
	case ANGKA_BUKAN:
	case ANGKA_GALAT:
		return str_format(k->arena, teks(k->bahasa, "'%s' is not a number"), cell.teks);
	case ANGKA_LUAPAN:
		return str_format(k->arena, teks(k->bahasa, "'%s' is too large, or has more than 6 decimals"), cell.teks);
	default:
		return NULL;
	}
}

static MasukanImpor node_value(const Draf *draf, uint32_t i)
{
	const Simpul *s = &draf->snapshot.simpul[i];
	return (MasukanImpor){.kode = s->kode, .kode_tertulis = s->kode_tertulis, .nama = s->nama, .nilai = {.teks = ""}, .indikator = "", .satuan = ""};
}

static void money_take(Konteks *k, BerkasImpor *b, const Draf *draf, uint32_t i)
{
	const Simpul *s = &draf->snapshot.simpul[i];
	Tertulis cell = draf->simpul[i].realisasi;
	MasukanImpor v = node_value(draf, i);
	if (s->akhir != i + 1)
		return;
	v.jenis = ISIAN_UANG;
	v.baris = cell.baris ? cell.baris : draf->simpul[i].kode.baris;
	v.kolom = cell.kolom;
	if (s->realisasi.isi == ISI_KOSONG) {
		v.gagal = unreadable(k, cell);
		if (v.gagal)
			value_add(k, b, &v);
		return;
	}
	v.nilai = (NilaiIsian){s->realisasi.isi, desimal_from_rupiah(s->realisasi.nilai), ""};
	if (s->realisasi.nilai.sen < 0)
		v.gagal = str_format(k->arena, teks(k->bahasa, "'%s': realised money is not below zero"), cell.teks);
	impor_jumlahkan(b, s->realisasi.nilai);
	value_add(k, b, &v);
}

static void volumes_take(Konteks *k, BerkasImpor *b, const Draf *draf, uint32_t i)
{
	const Simpul *s = &draf->snapshot.simpul[i];
	for (uint32_t j = s->indikator_awal; j < s->indikator_awal + s->n_indikator; j++) {
		const Indikator *ind = &draf->snapshot.indikator[j];
		Tertulis cell = draf->indikator[j].realisasi;
		MasukanImpor v = node_value(draf, i);
		v.jenis = ISIAN_VOLUME;
		v.indikator = ind->nama;
		v.satuan = ind->satuan;
		v.urut = j - s->indikator_awal;
		v.baris = cell.baris ? cell.baris : draf->indikator[j].nama.baris;
		v.kolom = cell.kolom;
		if (ind->realisasi_teks)
			v.nilai.teks = ind->realisasi_teks;
		else if (ind->realisasi.isi != ISI_KOSONG)
			v.nilai = (NilaiIsian){ind->realisasi.isi, ind->realisasi.nilai, ""};
		else
			v.gagal = unreadable(k, cell);
		if (v.gagal || *v.nilai.teks || v.nilai.isi != ISI_KOSONG)
			value_add(k, b, &v);
	}
}

static void narrative_take(Konteks *k, BerkasImpor *b, JenisIsian jenis, const char *text, Tertulis cell)
{
	if (str_blank(text))
		return;
	const MasukanImpor v = {.jenis = jenis, .kode_tertulis = "", .nama = "", .indikator = "", .satuan = "", .nilai = {.teks = str_trim(k->arena, text)}, .baris = cell.baris,
	                        .kolom = cell.kolom};
	value_add(k, b, &v);
}

static IsiRupiah written_money(Tertulis cell)
{
	Rupiah r;
	return cell.angka.status == ANGKA_NILAI && desimal_to_rupiah(&r, cell.angka.nilai) ? isi_rupiah(r) : (IsiRupiah){0};
}

/* A row that recognition could not place may hold money. */
static void lost_rows_take(Konteks *k, BerkasImpor *b, const Draf *draf)
{
	for (size_t i = 0; i < draf->temuan.n; i++) {
		const Temuan *t = &draf->temuan.temuan[i];
		if (!str_equal(t->rule, "baris-tak-dikenal") || t->level != LEVEL_ERROR)
			continue;
		const MasukanImpor v = {.jenis = ISIAN_UANG, .kode_tertulis = t->printed ? t->printed : "", .nama = t->printed ? t->printed : "", .indikator = "", .satuan = "",
		                        .nilai = {.teks = ""}, .gagal = t->message, .baris = t->posisi.baris, .kolom = t->posisi.kolom};
		value_add(k, b, &v);
	}
}

static void findings_count(Konteks *k, BerkasImpor *b, const Draf *draf)
{
	DaftarTemuan list = {.arena = k->arena};
	const Kebijakan *policy = kebijakan_default(k->arena);
	check_run(k->arena, draf, policy, rollup_run(k->arena, &draf->snapshot, policy), k->bahasa, NULL, 0, &list);
	b->n_galat = temuan_count(&list, LEVEL_ERROR);
	b->n_peringatan = temuan_count(&list, LEVEL_WARNING);
}

BerkasImpor *impor_laporan(Konteks *k, const Draf *draf)
{
	BerkasImpor *b = ARENA_NEW(k->arena, BerkasImpor);
	const Kepala *head = &draf->snapshot.kepala;
	b->draf = draf;
	b->jenis = "laporan";
	b->opd_nama = head->unit_organisasi ? head->unit_organisasi : "";
	b->opd_bidang = head->kode_bidang ? head->kode_bidang : "";
	b->tahun = head->tahun;
	b->bulan = head->bulan;
	for (uint32_t i = 0; i < draf->snapshot.n_simpul; i++) {
		money_take(k, b, draf, i);
		volumes_take(k, b, draf, i);
		const Simpul *s = &draf->snapshot.simpul[i];
		if (s->tingkat == TINGKAT_PROGRAM)
			*ARENA_PUSH(k->arena, b->program, b->n_program, b->cap_program) =
				(KendaliImpor){.kode = kode_print(k->arena, s->kode), .nama = s->nama, .tertulis = written_money(draf->simpul[i].realisasi)};
	}
	narrative_take(k, b, ISIAN_PERMASALAHAN, draf->snapshot.narasi.permasalahan, draf->kaki.permasalahan);
	narrative_take(k, b, ISIAN_TINDAK_LANJUT, draf->snapshot.narasi.tindak_lanjut, draf->kaki.tindak_lanjut);
	lost_rows_take(k, b, draf);
	if (draf->ada_total)
		b->total = written_money(draf->total.realisasi);
	findings_count(k, b, draf);
	return b;
}
