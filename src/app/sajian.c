#include "app/sajian.h"

static void int_field(Json *j, const char *key, int64_t value)
{
	json_key(j, key);
	json_int(j, value);
}

static void bool_field(Json *j, const char *key, bool value)
{
	json_key(j, key);
	json_bool(j, value);
}

/* Numbers that count from 1: 0 is none. */
static void number_field(Json *j, const char *key, int64_t value)
{
	if (value)
		int_field(j, key, value);
	else
		json_field(j, key, NULL);
}

static void decimal_field(Json *j, const char *key, IsiDesimal d)
{
	json_key(j, key);
	json_desimal(j, d, d.nilai.scale);
}

static const char *absent(const char *text)
{
	return *text ? text : NULL;
}

void sajian_opd(Json *j, const BarisOpd *opd)
{
	json_object(j);
	json_field(j, "opd", opd->opd);
	json_field(j, "nama", opd->nama);
	json_field(j, "kode_bidang", opd->kode_bidang);
	json_field(j, "nama_bidang", opd->nama_bidang);
	json_field(j, "tempat", opd->tempat);
	json_key(j, "kepala");
	json_object(j);
	json_field(j, "jabatan", opd->kepala_jabatan);
	json_field(j, "nama", opd->kepala_nama);
	json_field(j, "pangkat", opd->kepala_pangkat);
	json_field(j, "nip", opd->kepala_nip);
	json_end(j);
	bool_field(j, "aktif", opd->aktif);
	json_end(j);
}

/* ---- states ---- */

static void state_members(Json *j, const StatusBulan *s)
{
	json_field(j, "keadaan", keadaan_name(s->keadaan));
	bool_field(j, "terkunci", s->terkunci);
	int_field(j, "revisi", s->revisi);
}

void sajian_status(Json *j, const StatusOpd *row)
{
	json_object(j);
	json_field(j, "opd", row->opd.opd);
	json_field(j, "nama", row->opd.nama);
	json_key(j, "bulan");
	json_array(j);
	for (int m = 0; m < 12; m++) {
		json_object(j);
		int_field(j, "bulan", m + 1);
		state_members(j, &row->bulan[m]);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void step(Json *j, const Konteks *k, const StatusLangkah *s)
{
	json_object(j);
	int_field(j, "id", s->baris.id);
	json_field(j, "aksi", s->baris.aksi);
	state_members(j, &(StatusBulan){s->keadaan, s->baris.terkunci != 0, (int)s->baris.revisi});
	json_field(j, "oleh", s->oleh);
	json_field(j, "waktu", waktu_print_iso(k->arena, s->waktu, k->pemda.zona));
	json_field(j, "alasan", absent(s->baris.alasan));
	json_field(j, "kondisi", absent(s->baris.kondisi));
	json_field(j, "tanggal", absent(s->baris.tanggal));
	json_end(j);
}

void sajian_langkah(Json *j, const Konteks *k, const StatusRinci *rinci, int tahun, int bulan)
{
	json_object(j);
	json_field(j, "opd", rinci->opd.opd);
	json_field(j, "nama", rinci->opd.nama);
	int_field(j, "tahun", tahun);
	int_field(j, "bulan", bulan);
	state_members(j, &rinci->sekarang);
	json_key(j, "langkah");
	json_array(j);
	for (size_t i = 0; i < rinci->n; i++)
		step(j, k, &rinci->langkah[i]);
	json_end(j);
	json_end(j);
}

/* ---- audit ---- */

void sajian_entri(Json *j, const Konteks *k, const EntriJejak *e)
{
	json_object(j);
	int_field(j, "id", e->entri.id);
	json_field(j, "waktu", waktu_print_iso(k->arena, e->entri.waktu, k->pemda.zona));
	json_field(j, "oleh", e->entri.oleh);
	json_field(j, "sumber", e->entri.sumber);
	json_field(j, "tabel", e->entri.tabel);
	json_field(j, "tentang", e->tentang);
	json_field(j, "isi", e->entri.isi);
	json_field(j, "hash", e->entri.hash);
	json_end(j);
}

/* ---- values ---- */

void sajian_nilai(Json *j, NilaiIsian nilai)
{
	static const char *const isi[] = {"kosong", "nihil", "ada"};
	json_field(j, "isi", *nilai.teks ? "teks" : isi[nilai.isi]);
	if (*nilai.teks)
		json_field(j, "nilai", nilai.teks);
	else
		decimal_field(j, "nilai", (IsiDesimal){nilai.isi, nilai.angka});
}

static void value_step(Json *j, const Konteks *k, const LangkahNilai *s)
{
	json_object(j);
	number_field(j, "fakta", s->fakta);
	sajian_nilai(j, s->nilai);
	json_field(j, "oleh", s->oleh);
	json_field(j, "waktu", waktu_print_iso(k->arena, s->waktu, k->pemda.zona));
	json_field(j, "sumber", s->sumber);
	json_field(j, "asal", absent(s->asal));
	json_field(j, "berkas", absent(s->berkas));
	json_field(j, "alasan", absent(s->alasan));
	number_field(j, "ganti", s->ganti);
	number_field(j, "diganti", s->diganti);
	json_end(j);
}

void sajian_riwayat(Json *j, const Konteks *k, const Riwayat *r, JenisIsian jenis, int tahun, int bulan, int64_t indikator)
{
	json_object(j);
	json_field(j, "opd", r->opd.opd);
	int_field(j, "tahun", tahun);
	int_field(j, "bulan", bulan);
	json_field(j, "kode", absent(r->kode));
	json_field(j, "jenis", isian_jenis_name(jenis));
	number_field(j, "indikator", indikator);
	json_key(j, "riwayat");
	json_array(j);
	for (size_t i = 0; i < r->n; i++)
		value_step(j, k, &r->langkah[i]);
	json_end(j);
	json_end(j);
}

/* ---- plans ---- */

void sajian_versi(Json *j, const BarisRencana *versi)
{
	int_field(j, "versi", versi->versi);
	json_field(j, "jenis", versi->jenis);
	json_field(j, "nomor", absent(versi->nomor));
	json_field(j, "berlaku", versi->berlaku);
}

static void plan_indicator(Json *j, const IndikatorRencana *i)
{
	json_object(j);
	int_field(j, "indikator", i->nomor);
	json_field(j, "nama", i->nama);
	json_field(j, "satuan", i->satuan);
	decimal_field(j, "target", i->target);
	json_field(j, "target_teks", absent(i->target_teks));
	json_field(j, "arah", absent(i->arah));
	json_field(j, "perilaku", absent(i->perilaku));
	decimal_field(j, "bobot", i->bobot);
	bool_field(j, "gema", i->gema);
	json_end(j);
}

static void plan_cash(Json *j, const SimpulRencana *s)
{
	json_key(j, "anggaran_kas");
	if (!s->ada_kas) {
		json_null(j);
		return;
	}
	json_array(j);
	for (int m = 0; m < KAS_BULAN; m++)
		json_rupiah(j, isi_rupiah(s->kas[m]));
	json_end(j);
}

static void plan_node(Json *j, const Rencana *r, uint32_t i)
{
	static const char *const levels[] = {"opd", "program", "kegiatan", "sub_kegiatan"};
	const SimpulRencana *s = &r->simpul[i];
	Rupiah sum = {0};
	rencana_sum(r, i, rencana_end(r, i), &sum);
	json_object(j);
	json_field(j, "tingkat", levels[s->tingkat]);
	json_field(j, "kode", s->kode);
	json_field(j, "nomor", absent(s->nomor));
	json_field(j, "nama", s->nama);
	json_key(j, "pagu");
	json_rupiah(j, s->tingkat == TINGKAT_SUB_KEGIATAN ? s->pagu : isi_rupiah(sum));
	decimal_field(j, "bobot", s->bobot);
	json_key(j, "indikator");
	json_array(j);
	for (uint32_t n = 0; n < s->n_indikator; n++)
		plan_indicator(j, &r->indikator[s->indikator_awal + n]);
	json_end(j);
	if (s->tingkat == TINGKAT_SUB_KEGIATAN)
		plan_cash(j, s);
	json_end(j);
}

void sajian_rencana(Json *j, const Rencana *rencana)
{
	Rupiah total = {0};
	rencana_sum(rencana, 0, rencana->n_simpul, &total);
	json_key(j, "pagu");
	json_rupiah(j, isi_rupiah(total));
	json_key(j, "simpul");
	json_array(j);
	for (uint32_t i = 0; i < rencana->n_simpul; i++)
		plan_node(j, rencana, i);
	json_end(j);
}
