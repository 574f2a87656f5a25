#include "report/form_rfk.h"

#include "base/json.h"

typedef struct {
	Arena *arena;
	const Rfk *r;
	uint8_t desimal;
} Pembuat;

/* ---- machine form ---- */

static void json_deviation(Json *j, const Pembuat *p, const Deviasi *d)
{
	json_key(j, "rencana"), json_rupiah(j, d->rencana);
	json_key(j, "rencana_persen"), json_desimal(j, d->rencana_persen, p->desimal);
	json_key(j, "realisasi"), json_rupiah(j, d->realisasi);
	json_key(j, "realisasi_persen"), json_desimal(j, d->realisasi_persen, p->desimal);
	json_key(j, "deviasi"), json_rupiah(j, d->selisih);
	json_key(j, "deviasi_poin"), json_desimal(j, d->selisih_poin, p->desimal);
	json_key(j, "keluaran"), json_desimal(j, d->keluaran, p->desimal);
}

static const char *level_key(Tingkat tingkat)
{
	static const char *const names[] = {"opd", "program", "kegiatan", "sub_kegiatan"};
	return names[tingkat];
}

static void json_head(Json *j, const Rfk *r)
{
	json_key(j, "pemda"), json_object(j);
	json_field(j, "kode", r->pemda);
	json_field(j, "nama", r->nama_pemda);
	json_end(j);
	json_key(j, "opd");
	if (r->opd) {
		json_object(j);
		json_field(j, "kode", r->opd);
		json_field(j, "nama", r->nama_opd);
		json_end(j);
	} else {
		json_null(j);
	}
	json_key(j, "tahun"), json_int(j, r->tahun);
	json_key(j, "bulan"), json_int(j, r->bulan);
	json_field(j, "as_of", r->per);
	if (r->opd) {
		json_key(j, "revision"), json_int(j, r->revisi);
		json_field(j, "state", r->keadaan);
	}
	json_key(j, "cash_plan"), json_bool(j, r->ada_kas);
}

static const char *json_build(const Pembuat *p)
{
	StrBuf out = {.arena = p->arena};
	Json json = json_begin(&out, 2), *j = &json;
	const Rfk *r = p->r;
	json_object(j);
	json_head(j, r);
	json_key(j, "months"), json_array(j);
	for (int b = 0; b < KURVA_BULAN; b++) {
		json_object(j);
		json_key(j, "bulan"), json_int(j, b + 1);
		json_deviation(j, p, &r->bulanan[b].angka);
		json_key(j, "reported"), json_int(j, r->bulanan[b].terlapor);
		json_key(j, "agencies"), json_int(j, r->bulanan[b].seluruh);
		json_end(j);
	}
	json_end(j);
	json_key(j, "rows"), json_array(j);
	for (uint32_t i = 0; i < r->n_baris; i++) {
		json_object(j);
		json_field(j, "level", level_key(r->baris[i].tingkat));
		json_field(j, "kode", r->baris[i].kode);
		json_field(j, "nomor", *r->baris[i].nomor ? r->baris[i].nomor : NULL);
		json_field(j, "nama", r->baris[i].nama);
		json_key(j, "pagu"), json_rupiah(j, r->baris[i].pagu);
		json_deviation(j, p, &r->baris[i].angka);
		json_end(j);
	}
	json_end(j);
	json_key(j, "total"), json_object(j);
	json_key(j, "pagu"), json_rupiah(j, r->pagu);
	json_deviation(j, p, &r->total);
	json_end(j);
	json_end(j);
	json_finish(j);
	return strbuf_text(&out);
}

/* ---- the tables ---- */

#define GRUP_RENCANA "RENCANA (anggaran kas)"
#define GRUP_REALISASI "REALISASI"
#define GRUP_DEVIASI "DEVIASI"

enum { M_BULAN, M_RENCANA, M_RENCANA_P, M_REALISASI, M_REALISASI_P, M_DEVIASI, M_POIN, M_KELUARAN, M_TERLAPOR, M_KOLOM };

static const KolomUmum KOLOM_BULAN[M_KOLOM] = {
	[M_BULAN] = {.judul = "SAMPAI DENGAN BULAN"},
	[M_RENCANA] = {.judul = "Rp", .grup = GRUP_RENCANA, .rata = KOLOM_UMUM_KANAN},
	[M_RENCANA_P] = {.judul = "%", .grup = GRUP_RENCANA, .rata = KOLOM_UMUM_KANAN},
	[M_REALISASI] = {.judul = "Rp", .grup = GRUP_REALISASI, .rata = KOLOM_UMUM_KANAN},
	[M_REALISASI_P] = {.judul = "%", .grup = GRUP_REALISASI, .rata = KOLOM_UMUM_KANAN},
	[M_DEVIASI] = {.judul = "Rp", .grup = GRUP_DEVIASI, .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_SELISIH, .a = M_REALISASI, .b = M_RENCANA},
	[M_POIN] = {.judul = "poin", .grup = GRUP_DEVIASI, .rata = KOLOM_UMUM_KANAN},
	[M_KELUARAN] = {.judul = "KELUARAN (%)", .rata = KOLOM_UMUM_KANAN},
	[M_TERLAPOR] = {.judul = "TERLAPOR", .rata = KOLOM_UMUM_TENGAH},
};

enum { S_KODE, S_NAMA, S_PAGU, S_RENCANA, S_RENCANA_P, S_REALISASI, S_REALISASI_P, S_DEVIASI, S_POIN, S_KELUARAN, S_KOLOM };

static const KolomUmum KOLOM_RINCI[S_KOLOM] = {
	[S_KODE] = {.judul = "KODE"},
	[S_NAMA] = {.judul = "PROGRAM/KEGIATAN/SUB KEGIATAN", .lentur = true},
	[S_PAGU] = {.judul = "PAGU (Rp)", .rata = KOLOM_UMUM_KANAN},
	[S_RENCANA] = {.judul = "Rp", .grup = GRUP_RENCANA, .rata = KOLOM_UMUM_KANAN},
	[S_RENCANA_P] = {.judul = "%", .grup = GRUP_RENCANA, .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_PERSEN, .a = S_RENCANA, .b = S_PAGU},
	[S_REALISASI] = {.judul = "Rp", .grup = GRUP_REALISASI, .rata = KOLOM_UMUM_KANAN},
	[S_REALISASI_P] = {.judul = "%", .grup = GRUP_REALISASI, .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_PERSEN, .a = S_REALISASI, .b = S_PAGU},
	[S_DEVIASI] = {.judul = "Rp", .grup = GRUP_DEVIASI, .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_SELISIH, .a = S_REALISASI, .b = S_RENCANA},
	[S_POIN] = {.judul = "poin", .grup = GRUP_DEVIASI, .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_SELISIH, .a = S_REALISASI_P, .b = S_RENCANA_P},
	[S_KELUARAN] = {.judul = "KELUARAN (%)", .rata = KOLOM_UMUM_KANAN},
};

/* The seven cells of a deviation, in the order of both tables. */
static void cells_fill(const Pembuat *p, SelForm *s, const Deviasi *d)
{
	*s++ = sel_uang(p->arena, d->rencana);
	*s++ = sel_persen(p->arena, d->rencana_persen, p->desimal);
	*s++ = sel_uang(p->arena, d->realisasi);
	*s++ = sel_persen(p->arena, d->realisasi_persen, p->desimal);
	*s++ = sel_uang(p->arena, d->selisih);
	*s++ = sel_persen(p->arena, d->selisih_poin, p->desimal);
	*s++ = sel_persen(p->arena, d->keluaran, p->desimal);
}

static BarisUmum month_row(const Pembuat *p, int b)
{
	const BulanRfk *m = &p->r->bulanan[b];
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, M_KOLOM);
	s[M_BULAN] = sel_teks(bulan_name((uint8_t)(b + 1), BAHASA_ID));
	cells_fill(p, s + M_RENCANA, &m->angka);
	for (int k = M_REALISASI; m->lewat && k < M_KOLOM; k++)
		s[k] = sel_teks("");
	s[M_TERLAPOR] = sel_teks(m->lewat ? "" : p->r->opd ? (m->terlapor ? "ya" : "belum") : str_format(p->arena, "%u dari %u", m->terlapor, m->seluruh));
	return (BarisUmum){.sel = s, .nada = b + 1 == p->r->bulan ? NADA_UMUM_TINGKAT_2 : NADA_UMUM_BIASA, .tanpa_rumus = m->terlapor < m->seluruh};
}

static bool partly(const Rfk *r)
{
	for (int b = 0; b < KURVA_BULAN; b++)
		if (!r->bulanan[b].lewat && r->bulanan[b].terlapor && r->bulanan[b].terlapor < r->bulanan[b].seluruh)
			return true;
	return false;
}

static void series_fill(DataKurva *s, const Rfk *r, JenisDeret jenis)
{
	for (int b = 0; b < KURVA_BULAN; b++) {
		const Deviasi *d = &r->bulanan[b].angka;
		s->nilai[b] = jenis == DERET_RENCANA ? d->rencana_persen : jenis == DERET_REALISASI ? d->realisasi_persen : d->keluaran;
	}
}

static const Kurva *curve_build(const Pembuat *p)
{
	DataKurva data[DERET_JUMLAH] = {{DERET_RENCANA, "Rencana (anggaran kas)", true, {{0}}}, {DERET_REALISASI, "Realisasi keuangan", true, {{0}}},
	                                {DERET_KELUARAN, "Keluaran (fisik)", true, {{0}}}};
	uint32_t first = p->r->ada_kas ? 0 : 1;
	for (int i = 0; i < DERET_JUMLAH; i++)
		series_fill(&data[i], p->r, (JenisDeret)i);
	return kurva_build(p->arena, data + first, DERET_JUMLAH - first, 720, 200,
	                   "Kurva S: rencana, realisasi keuangan, dan keluaran kumulatif dalam persen per bulan. Angkanya ada dalam tabel di bawahnya.");
}

static BagianUmum months_build(const Pembuat *p)
{
	const Rfk *r = p->r;
	BagianUmum part = {.judul = "PERKEMBANGAN PER BULAN", .nama = "Per Bulan", .n_kolom = M_KOLOM, .kolom = KOLOM_BULAN, .n_baris = KURVA_BULAN, .kurva = curve_build(p)};
	part.baris = ARENA_ARRAY(p->arena, BarisUmum, part.n_baris);
	for (int b = 0; b < KURVA_BULAN; b++)
		part.baris[b] = month_row(p, b);
	part.catatan = ARENA_ARRAY(p->arena, const char *, 4);
	if (!r->ada_kas)
		part.catatan[part.n_catatan++] = "Anggaran kas belum ada dalam rencana: rencana per bulan dan deviasi tidak dapat dihitung.";
	part.catatan[part.n_catatan++] = "Semua angka kumulatif sampai dengan akhir bulan; persen keuangan terhadap pagu rencana yang berlaku pada bulan laporan.";
	if (r->ada_kas && r->n_opd_kas < r->n_opd)
		part.catatan[part.n_catatan++] = str_format(p->arena, "Rencana dan deviasi dihitung atas perangkat daerah yang memiliki anggaran kas: %u dari %u.", r->n_opd_kas, r->n_opd);
	if (partly(r))
		part.catatan[part.n_catatan++] = "Selama belum semua melapor, persen realisasi dan deviasi dihitung atas perangkat daerah yang telah melapor saja.";
	return part;
}

static BarisUmum detail_row(const Pembuat *p, const BarisRfk *b)
{
	static const NadaUmum tone[] = {[TINGKAT_OPD] = NADA_UMUM_BIASA, [TINGKAT_PROGRAM] = NADA_UMUM_TINGKAT_1, [TINGKAT_KEGIATAN] = NADA_UMUM_TINGKAT_2,
	                                [TINGKAT_SUB_KEGIATAN] = NADA_UMUM_BIASA};
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, S_KOLOM);
	s[S_KODE] = sel_teks(b->kode);
	s[S_NAMA] = sel_teks(*b->nomor ? str_format(p->arena, "%s %s", form_nomor(p->arena, b->nomor), b->nama) : b->nama);
	s[S_PAGU] = sel_uang(p->arena, b->pagu);
	cells_fill(p, s + S_RENCANA, &b->angka);
	return (BarisUmum){.sel = s, .nada = tone[b->tingkat], .lekuk = b->tingkat > TINGKAT_PROGRAM ? (uint8_t)(b->tingkat - 1) : 0};
}

static BagianUmum detail_build(const Pembuat *p)
{
	const Rfk *r = p->r;
	const char *bulan = bulan_name((uint8_t)r->bulan, BAHASA_ID);
	KolomUmum *kolom = ARENA_ARRAY(p->arena, KolomUmum, S_KOLOM);
	memcpy(kolom, KOLOM_RINCI, sizeof KOLOM_RINCI);
	if (!r->opd)
		kolom[S_NAMA].judul = "PERANGKAT DAERAH";
	BagianUmum part = {.judul = str_format(p->arena, "RINCIAN SAMPAI DENGAN BULAN %s %d", form_upper(p->arena, bulan), r->tahun), .nama = "Rincian", .n_kolom = S_KOLOM, .kolom = kolom,
	                   .n_baris = r->n_baris + 1};
	part.baris = ARENA_ARRAY(p->arena, BarisUmum, part.n_baris);
	for (uint32_t i = 0; i < r->n_baris; i++)
		part.baris[i] = detail_row(p, &r->baris[i]);
	BarisRfk total = {.tingkat = TINGKAT_PROGRAM, .kode = "", .nomor = "", .nama = "JUMLAH", .pagu = r->pagu, .angka = r->total};
	part.baris[r->n_baris] = detail_row(p, &total);
	part.baris[r->n_baris].nada = NADA_UMUM_TOTAL;
	part.baris[r->n_baris].lekat = true;
	part.baris[r->n_baris].tanpa_rumus = r->bulanan[r->bulan - 1].terlapor < r->bulanan[r->bulan - 1].seluruh;
	return part;
}

const TabelUmum *form_rfk_build(Arena *arena, const Rfk *rfk)
{
	const Kebijakan *k = rfk->kebijakan;
	const Pembuat p = {arena, rfk, k->desimal};
	TabelUmum *t = ARENA_NEW(arena, TabelUmum);
	const char *bulan = bulan_name((uint8_t)rfk->bulan, BAHASA_ID), *unit = rfk->opd ? rfk->nama_opd : rfk->nama_pemda;
	*t = (TabelUmum){
		.judul = {"REALISASI FISIK DAN KEUANGAN", unit},
		.n_kepala = 3, .kepala = ARENA_ARRAY(arena, PasanganForm, 3),
		.n_bagian = 2, .bagian = ARENA_ARRAY(arena, BagianUmum, 2),
		.lari = str_format(arena, "Realisasi Fisik dan Keuangan %s – %s %d", unit, bulan, rfk->tahun),
		.pembuat = unit,
		.kaki = str_format(arena, "Kebijakan %s versi %d · %.8s…%s%s%s", k->nama, k->versi, k->hash, k->hash + 60, rfk->asal ? " · " : "",
		                   rfk->asal ? asal_print(arena, rfk->asal) : ""),
		.tanggal = tanggal_from_days(tanggal_days(rfk->bulan == 12 ? (Tanggal){(int16_t)(rfk->tahun + 1), 1, 1}
		                                                            : (Tanggal){(int16_t)rfk->tahun, (uint8_t)(rfk->bulan + 1), 1}) - 1),
		.bulat_biasa = k->pembulatan == BULAT_JAUH_NOL,
		.json = json_build(&p),
	};
	t->kepala[0] = (PasanganForm){rfk->opd ? "UNIT ORGANISASI" : "DAERAH", unit};
	t->kepala[1] = (PasanganForm){"SAMPAI DENGAN BULAN", str_format(arena, "%s %d", bulan, rfk->tahun)};
	t->kepala[2] = (PasanganForm){"PAGU (Rp)", rfk->pagu.isi == ISI_KOSONG ? "-" : rupiah_print_id(arena, rfk->pagu.nilai)};
	t->bagian[0] = months_build(&p);
	t->bagian[1] = detail_build(&p);
	return t;
}
