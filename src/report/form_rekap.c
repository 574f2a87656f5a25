#include "report/form_rekap.h"

#include "base/json.h"

typedef struct {
	Arena *arena;
	const Rekap *r;
	uint8_t desimal;
} Pembuat;

/* ---- machine form ---- */

static const char *band_name(const Rekap *r, int8_t predikat)
{
	return predikat < 0 ? NULL : r->kebijakan->pita[predikat].nama;
}

static void json_figures(Json *j, const Pembuat *p, IsiRupiah pagu, IsiRupiah realisasi, IsiDesimal keuangan, IsiDesimal keluaran, IsiDesimal rata_rata,
                         const char *predikat)
{
	json_key(j, "pagu"), json_rupiah(j, pagu);
	json_key(j, "realisasi"), json_rupiah(j, realisasi);
	json_key(j, "keuangan"), json_desimal(j, keuangan, p->desimal);
	json_key(j, "keluaran"), json_desimal(j, keluaran, p->desimal);
	json_key(j, "rata_rata"), json_desimal(j, rata_rata, p->desimal);
	json_field(j, "predikat", predikat);
}

/* Figures of an agency: what it has not reported is absent. */
static Capaian figures_of(const BarisRekap *b)
{
	Capaian c = b->terlapor ? b->hasil->total : (Capaian){.predikat = -1};
	if (b->hasil)
		c.pagu = b->hasil->total.pagu;
	return c;
}

static const char *row_band(const BarisRekap *b)
{
	return b->terlapor && b->hasil->total.predikat >= 0 ? b->hasil->kebijakan->pita[b->hasil->total.predikat].nama : NULL;
}

static void json_row(Json *j, const Pembuat *p, const BarisRekap *b)
{
	const Capaian c = figures_of(b);
	json_object(j);
	json_field(j, "opd", b->opd);
	json_field(j, "nama", b->nama);
	json_field(j, "state", b->keadaan);
	json_key(j, "revision"), json_int(j, b->revisi);
	json_key(j, "reported"), json_bool(j, b->terlapor);
	json_key(j, "days_late"), json_int(j, b->terlambat);
	json_figures(j, p, c.pagu, c.realisasi, c.keuangan, c.keluaran, c.rata_rata, row_band(b));
	json_key(j, "rank");
	if (b->peringkat)
		json_int(j, b->peringkat);
	else
		json_null(j);
	json_end(j);
}

static void json_merged(Json *j, const Pembuat *p, const Gabungan *g)
{
	json_figures(j, p, g->pagu, g->realisasi, g->keuangan, g->keluaran, g->rata_rata, band_name(p->r, g->predikat));
	json_key(j, "reported"), json_int(j, g->terlapor);
	json_key(j, "agencies"), json_int(j, g->seluruh);
}

static const char *json_build(const Pembuat *p)
{
	StrBuf out = {.arena = p->arena};
	Json json = json_begin(&out, 2), *j = &json;
	const Rekap *r = p->r;
	json_object(j);
	json_key(j, "pemda"), json_object(j);
	json_field(j, "kode", r->pemda);
	json_field(j, "nama", r->nama_pemda);
	json_end(j);
	json_key(j, "tahun"), json_int(j, r->tahun);
	json_key(j, "bulan"), json_int(j, r->bulan);
	json_field(j, "as_of", r->per);
	json_field(j, "due", tanggal_print_iso(p->arena, r->tenggat));
	json_key(j, "policy"), json_object(j);
	json_field(j, "name", r->kebijakan->nama);
	json_field(j, "hash", r->kebijakan->hash);
	json_end(j);
	json_key(j, "rows"), json_array(j);
	for (uint32_t i = 0; i < r->n_baris; i++)
		json_row(j, p, &r->baris[i]);
	json_end(j);
	json_key(j, "by_bidang"), json_array(j);
	for (uint32_t i = 0; i < r->n_bidang; i++) {
		json_object(j);
		json_field(j, "kode", r->bidang[i].kode);
		json_field(j, "nama", *r->bidang[i].nama ? r->bidang[i].nama : NULL);
		json_merged(j, p, &r->bidang[i].angka);
		json_end(j);
	}
	json_end(j);
	json_key(j, "total"), json_object(j);
	json_merged(j, p, &r->total);
	json_end(j);
	json_end(j);
	json_finish(j);
	return strbuf_text(&out);
}

/* ---- the tables ---- */

enum { R_NO, R_NAMA, R_PAGU, R_REALISASI, R_KEUANGAN, R_KELUARAN, R_RATA, R_PREDIKAT, R_PERINGKAT, R_KEADAAN, R_TERLAMBAT, R_KOLOM };

static const KolomUmum KOLOM_OPD[R_KOLOM] = {
	[R_NO] = {.judul = "NO", .rata = KOLOM_UMUM_TENGAH},
	[R_NAMA] = {.judul = "PERANGKAT DAERAH", .lentur = true},
	[R_PAGU] = {.judul = "PAGU (Rp)", .grup = "ANGGARAN", .rata = KOLOM_UMUM_KANAN, .jumlah = true},
	[R_REALISASI] = {.judul = "REALISASI (Rp)", .grup = "ANGGARAN", .rata = KOLOM_UMUM_KANAN, .jumlah = true},
	[R_KEUANGAN] = {.judul = "KEUANGAN", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN, .rumus = RUMUS_PERSEN, .a = R_REALISASI, .b = R_PAGU},
	[R_KELUARAN] = {.judul = "KELUARAN", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN},
	[R_RATA] = {.judul = "RATA-RATA", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN},
	[R_PREDIKAT] = {.judul = "PREDIKAT"},
	[R_PERINGKAT] = {.judul = "PERINGKAT", .rata = KOLOM_UMUM_TENGAH},
	[R_KEADAAN] = {.judul = "KEADAAN"},
	[R_TERLAMBAT] = {.judul = "TERLAMBAT (hari)", .rata = KOLOM_UMUM_KANAN},
};

enum { B_KODE, B_NAMA, B_OPD, B_PAGU, B_REALISASI, B_KEUANGAN, B_KELUARAN, B_RATA, B_PREDIKAT, B_KOLOM };

static const KolomUmum KOLOM_BIDANG[B_KOLOM] = {
	[B_KODE] = {.judul = "KODE"},
	[B_NAMA] = {.judul = "BIDANG URUSAN", .lentur = true},
	[B_OPD] = {.judul = "TERLAPOR"},
	[B_PAGU] = {.judul = "PAGU (Rp)", .grup = "ANGGARAN", .rata = KOLOM_UMUM_KANAN, .jumlah = true},
	[B_REALISASI] = {.judul = "REALISASI (Rp)", .grup = "ANGGARAN", .rata = KOLOM_UMUM_KANAN, .jumlah = true},
	[B_KEUANGAN] = {.judul = "KEUANGAN", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN},
	[B_KELUARAN] = {.judul = "KELUARAN", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN},
	[B_RATA] = {.judul = "RATA-RATA", .grup = "CAPAIAN KINERJA (%)", .rata = KOLOM_UMUM_KANAN},
	[B_PREDIKAT] = {.judul = "PREDIKAT"},
};

static SelForm text_or_dash(const char *text)
{
	return sel_teks(text && *text ? text : "-");
}

static BarisUmum agency_row(const Pembuat *p, uint32_t i)
{
	const BarisRekap *b = &p->r->baris[i];
	const Capaian c = figures_of(b);
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, R_KOLOM);
	s[R_NO] = sel_bilangan(p->arena, i + 1);
	s[R_NAMA] = sel_teks(b->nama);
	s[R_PAGU] = sel_uang(p->arena, c.pagu);
	s[R_REALISASI] = sel_uang(p->arena, c.realisasi);
	s[R_KEUANGAN] = sel_persen(p->arena, c.keuangan, p->desimal);
	s[R_KELUARAN] = sel_persen(p->arena, c.keluaran, p->desimal);
	s[R_RATA] = sel_persen(p->arena, c.rata_rata, p->desimal);
	s[R_PREDIKAT] = text_or_dash(row_band(b));
	s[R_PERINGKAT] = b->peringkat ? sel_bilangan(p->arena, b->peringkat) : sel_teks("-");
	s[R_KEADAAN] = sel_teks(!b->hasil ? "belum ada rencana" : b->revisi > 1 ? str_format(p->arena, "%s (revisi %d)", b->keadaan, b->revisi) : b->keadaan);
	s[R_TERLAMBAT] = b->terlambat ? sel_bilangan(p->arena, b->terlambat) : sel_teks("-");
	return (BarisUmum){.sel = s};
}

static const char *reported_of(const Pembuat *p, const Gabungan *g)
{
	return str_format(p->arena, "%u dari %u", g->terlapor, g->seluruh);
}

static BarisUmum total_row(const Pembuat *p)
{
	const Gabungan *g = &p->r->total;
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, R_KOLOM);
	for (int k = 0; k < R_KOLOM; k++)
		s[k] = sel_teks("");
	s[R_NAMA] = sel_teks(str_format(p->arena, "JUMLAH (%s perangkat daerah terlapor)", reported_of(p, g)));
	s[R_PAGU] = sel_uang(p->arena, g->pagu);
	s[R_REALISASI] = sel_uang(p->arena, g->realisasi);
	s[R_KEUANGAN] = sel_persen(p->arena, g->keuangan, p->desimal);
	s[R_KELUARAN] = sel_persen(p->arena, g->keluaran, p->desimal);
	s[R_RATA] = sel_persen(p->arena, g->rata_rata, p->desimal);
	s[R_PREDIKAT] = text_or_dash(band_name(p->r, g->predikat));
	return (BarisUmum){.nada = NADA_UMUM_TOTAL, .lekat = true, .tanpa_rumus = g->terlapor < g->seluruh, .jumlah_sampai = p->r->n_baris, .sel = s};
}

static BarisUmum bidang_row(const Pembuat *p, const BidangRekap *b)
{
	const Gabungan *g = &b->angka;
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, B_KOLOM);
	s[B_KODE] = sel_teks(b->kode);
	s[B_NAMA] = text_or_dash(b->nama);
	s[B_OPD] = sel_teks(reported_of(p, g));
	s[B_PAGU] = sel_uang(p->arena, g->pagu);
	s[B_REALISASI] = sel_uang(p->arena, g->realisasi);
	s[B_KEUANGAN] = sel_persen(p->arena, g->keuangan, p->desimal);
	s[B_KELUARAN] = sel_persen(p->arena, g->keluaran, p->desimal);
	s[B_RATA] = sel_persen(p->arena, g->rata_rata, p->desimal);
	s[B_PREDIKAT] = text_or_dash(band_name(p->r, g->predikat));
	return (BarisUmum){.sel = s};
}

static BarisUmum bidang_total(const Pembuat *p)
{
	SelForm *s = ARENA_ARRAY(p->arena, SelForm, B_KOLOM);
	for (int k = 0; k < B_KOLOM; k++)
		s[k] = sel_teks("");
	s[B_NAMA] = sel_teks("JUMLAH");
	s[B_PAGU] = sel_uang(p->arena, p->r->total.pagu);
	s[B_REALISASI] = sel_uang(p->arena, p->r->total.realisasi);
	return (BarisUmum){.nada = NADA_UMUM_TOTAL, .lekat = true, .jumlah_sampai = p->r->n_bidang, .sel = s};
}

static BagianUmum agencies_build(const Pembuat *p)
{
	BagianUmum part = {.judul = "", .nama = "Perangkat Daerah", .n_kolom = R_KOLOM, .kolom = KOLOM_OPD, .n_baris = p->r->n_baris + 1};
	part.baris = ARENA_ARRAY(p->arena, BarisUmum, part.n_baris);
	for (uint32_t i = 0; i < p->r->n_baris; i++)
		part.baris[i] = agency_row(p, i);
	part.baris[p->r->n_baris] = total_row(p);
	part.catatan = ARENA_ARRAY(p->arena, const char *, 2);
	if (p->r->total.terlapor < p->r->total.seluruh)
		part.catatan[part.n_catatan++] = "Perangkat daerah yang belum melapor ditandai \"-\"; pagunya termasuk dalam jumlah, tetapi ia tidak dihitung dalam realisasi dan "
		                                 "capaian, baik sebagai 0 maupun sebagai 100.";
	part.catatan[part.n_catatan++] = p->r->kebijakan->gulung_daerah == GULUNG_PAGU ? "Keluaran daerah: rata-rata keluaran perangkat daerah terlapor, ditimbang dengan pagu."
	                                                                               : "Keluaran daerah: rata-rata keluaran perangkat daerah terlapor.";
	return part;
}

static BagianUmum bidang_build(const Pembuat *p)
{
	BagianUmum part = {.judul = "MENURUT BIDANG URUSAN", .nama = "Bidang Urusan", .n_kolom = B_KOLOM, .kolom = KOLOM_BIDANG, .n_baris = p->r->n_bidang + 1};
	part.baris = ARENA_ARRAY(p->arena, BarisUmum, part.n_baris);
	for (uint32_t i = 0; i < p->r->n_bidang; i++)
		part.baris[i] = bidang_row(p, &p->r->bidang[i]);
	part.baris[p->r->n_bidang] = bidang_total(p);
	return part;
}

const TabelUmum *form_rekap_build(Arena *arena, const Rekap *rekap)
{
	const Kebijakan *k = rekap->kebijakan;
	const Pembuat p = {arena, rekap, k->desimal};
	TabelUmum *t = ARENA_NEW(arena, TabelUmum);
	const char *bulan = bulan_name((uint8_t)rekap->bulan, BAHASA_ID);
	*t = (TabelUmum){
		.judul = {"REKAPITULASI CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN", rekap->nama_pemda},
		.n_kepala = 4, .kepala = ARENA_ARRAY(arena, PasanganForm, 4),
		.n_bagian = 2, .bagian = ARENA_ARRAY(arena, BagianUmum, 2),
		.lari = str_format(arena, "Rekapitulasi %s – %s %d", rekap->nama_pemda, bulan, rekap->tahun),
		.pembuat = rekap->nama_pemda,
		.kaki = str_format(arena, "Kebijakan %s versi %d · %.8s…%s", k->nama, k->versi, k->hash, k->hash + 60),
		.tanggal = tanggal_from_days(tanggal_days(rekap->bulan == 12 ? (Tanggal){(int16_t)(rekap->tahun + 1), 1, 1}
		                                                              : (Tanggal){(int16_t)rekap->tahun, (uint8_t)(rekap->bulan + 1), 1}) - 1),
		.bulat_biasa = k->pembulatan == BULAT_JAUH_NOL,
		.json = json_build(&p),
	};
	t->kepala[0] = (PasanganForm){"KEADAAN SAMPAI DENGAN BULAN", str_format(arena, "%s %d", bulan, rekap->tahun)};
	t->kepala[1] = (PasanganForm){"TENGGAT PELAPORAN", tanggal_print_id(arena, rekap->tenggat)};
	t->kepala[2] = (PasanganForm){"DIBACA PER", rekap->keadaan_per};
	t->kepala[3] = (PasanganForm){"TERLAPOR", str_format(arena, "%s perangkat daerah", reported_of(&p, &rekap->total))};
	t->bagian[0] = agencies_build(&p);
	t->bagian[1] = bidang_build(&p);
	return t;
}
