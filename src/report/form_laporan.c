#include "base/str.h"
#include "report/tabel.h"

/* The official head. Spelt as the form has it; renderers may break after a slash. */
const JudulForm FORM_JUDUL[] = {
	{"KODE PROGRAM, KEGIATAN & SUB KEGIATAN", 0, 0, 1, 2},
	{"NAMA PROGRAM, KEGIATAN & SUB KEGIATAN", 1, 0, 1, 2},
	{"INDIKATOR/TOLAK UKUR KINERJA", 2, 0, 1, 2},
	{"TARGET KINERJA", 3, 0, 2, 1},
	{"REALISASI KINERJA", 5, 0, 2, 1},
	{"SATUAN", 7, 0, 1, 2},
	{"CAPAIAN KINERJA (%)", 8, 0, 2, 1},
	{"RATA-RATA CAPAIAN KINERJA (%)", 10, 0, 1, 2},
	{"ANGGARAN (Rp)", 3, 1, 1, 1},
	{"KOEFISIEN/VOLUME", 4, 1, 1, 1},
	{"ANGGARAN (Rp)", 5, 1, 1, 1},
	{"KOEFISIEN/VOLUME", 6, 1, 1, 1},
	{"ANGGARAN/KEUANGAN", 8, 1, 1, 1},
	{"OUTCOME/OUTPUT", 9, 1, 1, 1},
	{"(1)", 0, 2, 1, 1},
	{"(2)", 1, 2, 1, 1},
	{"(3)", 2, 2, 1, 1},
	{"(4)", 3, 2, 2, 1},
	{"(5)", 5, 2, 2, 1},
	{"(6)", 7, 2, 1, 1},
	{"(7) = (5)/(4) x 100", 8, 2, 2, 1},
	{"(8)", 10, 2, 1, 1},
};
const size_t FORM_N_JUDUL = sizeof FORM_JUDUL / sizeof *FORM_JUDUL;

static const char *const KETERANGAN[9] = {
	"Kolom (1) : diisi kode program, kegiatan, dan sub kegiatan sesuai nomenklatur",
	"Kolom (2) : diisi nama program, kegiatan, dan sub kegiatan sesuai nomenklatur",
	"Kolom (3) : diisi indikator dan tolok ukur kinerja sesuai RKA/DPA",
	"Kolom (4) : rencana tingkat capaian (target kinerja)",
	"Kolom (5) : realisasi sampai dengan bulan bersangkutan",
	"Kolom (6) : diisi unit satuan sesuai indikator dan tolok ukur kinerja dalam RKA/DPA (capaian program, hasil (outcome) kegiatan, "
	"keluaran (output) sub kegiatan)",
	"Kolom (7) : diisi nilai persentase capaian kinerja (keuangan dan fisik/nonfisik)",
	"Kolom (8) : diisi nilai rata-rata capaian program, kegiatan, dan sub kegiatan",
	"Kolom (9) dan (10) : diisi permasalahan yang dihadapi atau faktor penghambat dalam pelaksanaan program dan kegiatan, dan upaya tindak lanjut "
	"yang telah dilakukan perangkat daerah",
};

static const char *const NAMA_ANAK[] = {"program", "kegiatan", "sub kegiatan", "indikator"}; /* children of OPD, program, ... */

typedef struct {
	Arena *arena;
	const Hasil *hasil;
	const Snapshot *snapshot;
	const Draf *draf;
	TabelForm *form;
} Pembuat;

static SelForm cell_text(const char *text)
{
	return (SelForm){.jenis = ISI_SEL_TEKS, .teks = text ? text : ""};
}

/* `kosong` is what a missing value shows: "" for a fact, "-" for a computed figure. */
static SelForm cell_money(Pembuat *p, IsiRupiah v, const char *kosong)
{
	SelForm cell = {.jenis = ISI_SEL_UANG, .teks = kosong, .isi = v.isi};
	if (v.isi != ISI_KOSONG) {
		cell.nilai = desimal_from_rupiah(v.nilai);
		cell.teks = rupiah_print_id(p->arena, v.nilai);
	}
	return cell;
}

/* Never fewer than two decimals, never one that would lie. */
static const char *print_volume(Arena *arena, Desimal v)
{
	uint8_t scale = desimal_trim(v).scale;
	return desimal_print_id(arena, v, scale > 2 ? scale : 2);
}

static SelForm cell_volume(Pembuat *p, IsiDesimal v, const char *text)
{
	SelForm cell = {.jenis = ISI_SEL_VOLUME, .teks = "", .isi = v.isi};
	if (v.isi != ISI_KOSONG) {
		cell.nilai = v.nilai;
		cell.teks = print_volume(p->arena, v.nilai);
	} else if (text) {
		cell = cell_text(text);
	}
	return cell;
}

static SelForm cell_percent(Pembuat *p, IsiDesimal v)
{
	SelForm cell = {.jenis = ISI_SEL_PERSEN, .teks = "-", .isi = v.isi};
	if (v.isi != ISI_KOSONG) {
		cell.nilai = v.nilai;
		cell.teks = desimal_print_id(p->arena, v.nilai, p->hasil->kebijakan->desimal);
	}
	return cell;
}

static bool says_the_same(const SelForm *cell, const Tertulis *written)
{
	switch (written->angka.status) {
	case ANGKA_KOSONG: /* the source printed nothing, so it printed nothing that differs */
		return true;
	case ANGKA_NILAI:
		return cell->jenis != ISI_SEL_TEKS && cell->isi != ISI_KOSONG && desimal_cmp(cell->nilai, written->angka.nilai) == 0;
	case ANGKA_STRIP:
		return str_equal(cell->teks, "-");
	case ANGKA_GALAT:
	case ANGKA_BUKAN:
	case ANGKA_LUAPAN:
		break;
	}
	return str_equal(cell->teks, written->teks);
}

static void keep_printed(Pembuat *p, SelForm *cell, const Tertulis *written)
{
	if (says_the_same(cell, written))
		return;
	cell->tercetak = written->angka.status == ANGKA_NILAI ? print_volume(p->arena, written->angka.nilai)
	                                                      : str_squeeze(p->arena, written->teks);
}

/* "1,1" and "1.1." are "1.1". */
const char *form_nomor(Arena *arena, const char *nomor)
{
	StrBuf b = {.arena = arena};
	for (const char *c = str_trim(arena, nomor); *c; c++)
		strbuf_addc(&b, *c == ',' ? '.' : *c);
	while (b.len && b.str[b.len - 1] == '.')
		b.str[--b.len] = '\0';
	return strbuf_text(&b);
}

static const char *name_with_number(Arena *arena, const Simpul *simpul)
{
	const char *nomor = form_nomor(arena, simpul->nomor), *nama = str_squeeze(arena, simpul->nama);
	if (!*nomor || !*nama)
		return *nomor ? nomor : nama;
	return str_format(arena, "%s %s", nomor, nama);
}

static SelForm cell_code(Pembuat *p, const Simpul *simpul)
{
	SelForm cell = cell_text(simpul->kode.n_bagian ? kode_print(p->arena, simpul->kode) : simpul->kode_tertulis);
	if (p->draf && !str_equal(cell.teks, simpul->kode_tertulis) && *simpul->kode_tertulis)
		cell.tercetak = simpul->kode_tertulis;
	return cell;
}

static bool same_figure(IsiDesimal a, IsiDesimal b)
{
	if (a.isi == ISI_KOSONG || b.isi == ISI_KOSONG)
		return a.isi == b.isi;
	return desimal_cmp(a.nilai, b.nilai) == 0;
}

/* Does the node's keluaran come from its own indicators? As the engine has it: always where nothing is below it, else by the policy. */
static bool from_own_indicators(const Pembuat *p, uint32_t nomor)
{
	return p->snapshot->simpul[nomor].akhir == nomor + 1 || p->hasil->kebijakan->induk == INDUK_SENDIRI;
}

static void line_printed(Pembuat *p, BarisForm *line, const TertulisIndikator *written)
{
	keep_printed(p, &line->target, &written->target);
	keep_printed(p, &line->volume, &written->realisasi);
}

static BarisForm line_build(Pembuat *p, const BlokForm *blok, uint32_t nomor)
{
	const Indikator *ind = &p->snapshot->indikator[nomor];
	BarisForm line = {
		.indikator = cell_text(str_squeeze(p->arena, ind->nama)),
		.target = cell_volume(p, ind->target, ind->target_teks),
		.volume = cell_volume(p, ind->realisasi, ind->realisasi_teks),
		.satuan = cell_text(str_squeeze(p->arena, ind->satuan)),
		.nomor_indikator = nomor,
		.gema = ind->gema && !blok->keluaran_per_baris,
	};
	if (line.gema) {
		line.volume = blok->keluaran;
		line.volume.jenis = ISI_SEL_VOLUME;
		line.volume.tercetak = NULL;
	}
	line.keluaran = blok->keluaran_per_baris ? cell_percent(p, p->hasil->indikator[nomor]) : cell_text("");
	return line;
}

static void lines_build(Pembuat *p, BlokForm *blok, const Simpul *simpul)
{
	blok->n_baris = simpul->n_indikator ? simpul->n_indikator : 1;
	blok->baris = ARENA_ARRAY(p->arena, BarisForm, blok->n_baris);
	blok->baris[0] = (BarisForm){.nomor_indikator = INDIKATOR_NONE, .indikator.teks = "", .target.teks = "", .volume.teks = "", .satuan.teks = "",
	                             .keluaran = blok->keluaran};
	for (uint32_t i = 0; i < simpul->n_indikator; i++) {
		uint32_t nomor = simpul->indikator_awal + i;
		blok->baris[i] = line_build(p, blok, nomor);
		if (p->draf)
			line_printed(p, &blok->baris[i], &p->draf->indikator[nomor]);
		if (p->draf && blok->keluaran_per_baris)
			keep_printed(p, &blok->baris[i].keluaran, &p->draf->indikator[nomor].keluaran);
	}
	if (!blok->keluaran_per_baris)
		blok->baris[0].keluaran = blok->keluaran;
}

/* The mean cannot be read off the lines when they differ among themselves or one has no value. */
static bool mean_needs_saying(const Pembuat *p, const BlokForm *blok, const Simpul *simpul, const Capaian *c)
{
	if (!blok->keluaran_per_baris)
		return c->terlapor < c->seluruh && c->keluaran.isi != ISI_KOSONG;
	for (uint32_t i = 0; i < simpul->n_indikator; i++)
		if (!same_figure(p->hasil->indikator[simpul->indikator_awal + i], c->keluaran))
			return true;
	return false;
}

static const char *mean_text(Pembuat *p, const BlokForm *blok, const Capaian *c)
{
	const char *anak = NAMA_ANAK[blok->keluaran_per_baris ? TINGKAT_SUB_KEGIATAN : blok->tingkat];
	if (c->terlapor < c->seluruh)
		return str_format(p->arena, "Rata-rata keluaran (%u dari %u %s terlapor)", c->terlapor, c->seluruh, anak);
	return str_format(p->arena, "Rata-rata keluaran (%u %s)", c->seluruh, anak);
}

static void note_add(BlokForm *blok, JenisCatatanForm jenis, const char *text, SelForm keluaran)
{
	keluaran.tercetak = NULL;
	blok->catatan[blok->n_catatan++] = (CatatanForm){jenis, text, keluaran};
}

static void notes_build(Pembuat *p, BlokForm *blok, const Simpul *simpul, const Capaian *c)
{
	blok->catatan = ARENA_ARRAY(p->arena, CatatanForm, 2);
	if (mean_needs_saying(p, blok, simpul, c))
		note_add(blok, CATATAN_RATA, mean_text(p, blok, c), blok->keluaran);
	if (simpul->tingkat == TINGKAT_SUB_KEGIATAN)
		return;
	if (!blok->keluaran_per_baris && c->keluaran_sendiri.isi != ISI_KOSONG && !same_figure(c->keluaran, c->keluaran_sendiri))
		note_add(blok, CATATAN_SENDIRI, str_format(p->arena, "Capaian menurut indikator sendiri (yang dipakai: rata-rata %s)", NAMA_ANAK[blok->tingkat]),
		         cell_percent(p, c->keluaran_sendiri));
	else if (blok->keluaran_per_baris && c->keluaran_anak.isi != ISI_KOSONG && !same_figure(c->keluaran, c->keluaran_anak))
		note_add(blok, CATATAN_SENDIRI, str_format(p->arena, "Rata-rata %s (yang dipakai: indikator sendiri)", NAMA_ANAK[blok->tingkat]),
		         cell_percent(p, c->keluaran_anak));
}

static const char *predicate_name(const Pembuat *p, const Capaian *c)
{
	return c->predikat < 0 ? "" : p->hasil->kebijakan->pita[c->predikat].nama;
}

static void block_build(Pembuat *p, uint32_t nomor)
{
	const Simpul *simpul = &p->snapshot->simpul[nomor];
	const Capaian *c = &p->hasil->simpul[nomor];
	const char *no_money = simpul->tingkat == TINGKAT_SUB_KEGIATAN && !c->luapan ? "" : "-";
	BlokForm *blok = &p->form->blok[nomor];
	*blok = (BlokForm){
		.tingkat = simpul->tingkat,
		.simpul = nomor,
		.kode = cell_code(p, simpul),
		.nama = cell_text(name_with_number(p->arena, simpul)),
		.pagu = cell_money(p, c->pagu, no_money),
		.realisasi = cell_money(p, c->realisasi, no_money),
		.keuangan = cell_percent(p, c->keuangan),
		.keluaran = cell_percent(p, c->keluaran),
		.rata_rata = cell_percent(p, c->rata_rata),
		.keluaran_per_baris = from_own_indicators(p, nomor),
		.predikat = predicate_name(p, c),
	};
	if (p->draf) {
		const TertulisSimpul *written = &p->draf->simpul[nomor];
		keep_printed(p, &blok->pagu, &written->pagu);
		keep_printed(p, &blok->realisasi, &written->realisasi);
		keep_printed(p, &blok->keuangan, &written->keuangan);
		keep_printed(p, &blok->rata_rata, &written->rata_rata);
		if (!blok->keluaran_per_baris)
			keep_printed(p, &blok->keluaran, &written->keluaran);
	}
	lines_build(p, blok, simpul);
	notes_build(p, blok, simpul, c);
}

static void total_build(Pembuat *p)
{
	TabelForm *form = p->form;
	const Capaian *c = &p->hasil->total;
	form->total.pagu = cell_money(p, c->pagu, "-");
	form->total.realisasi = cell_money(p, c->realisasi, "-");
	form->total.target = cell_percent(p, (IsiDesimal){ISI_ADA, {10000, 2}});
	form->total.volume = form->total.keluaran = cell_percent(p, c->keluaran);
	form->total.satuan = cell_text("%");
	form->total.keuangan = cell_percent(p, c->keuangan);
	form->total.rata_rata = cell_percent(p, c->rata_rata);
	form->total.predikat = predicate_name(p, c);
	form->total.target.jenis = form->total.volume.jenis = ISI_SEL_VOLUME;
	if (!p->draf || !p->draf->ada_total)
		return;
	keep_printed(p, &form->total.pagu, &p->draf->total.pagu);
	keep_printed(p, &form->total.target, &p->draf->total.target);
	keep_printed(p, &form->total.realisasi, &p->draf->total.realisasi);
	keep_printed(p, &form->total.volume, &p->draf->total.volume);
	keep_printed(p, &form->total.keuangan, &p->draf->total.keuangan);
	keep_printed(p, &form->total.keluaran, &p->draf->total.keluaran);
	keep_printed(p, &form->total.rata_rata, &p->draf->total.rata_rata);
}

static const char *join(Arena *arena, const char *a, const char *between, const char *b)
{
	return *a && *b ? str_format(arena, "%s%s%s", a, between, b) : *a ? a : b;
}

const char *form_upper(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	for (; *text; text++)
		strbuf_addc(&b, *text >= 'a' && *text <= 'z' ? (char)(*text - 'a' + 'A') : *text);
	return strbuf_text(&b);
}

static void head_build(Pembuat *p)
{
	const Kepala *kepala = &p->snapshot->kepala;
	TabelForm *form = p->form;
	form->judul[0] = "LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN";
	form->judul[1] = "PERANGKAT DAERAH";
	form->kepala[0] = (PasanganForm){"KODE BIDANG URUSAN", join(p->arena, kepala->kode_bidang, " ", kepala->nama_bidang)};
	form->kepala[1] = (PasanganForm){"UNIT ORGANISASI", kepala->unit_organisasi};
	form->kepala[2] = (PasanganForm){"LAPORAN CAPAIAN BULAN", form_upper(p->arena, bulan_name(kepala->bulan, BAHASA_ID))};
	form->kepala[3] = (PasanganForm){"RKA/DPA TAHUN ANGGARAN", kepala->tahun ? str_format(p->arena, "%d", kepala->tahun) : ""};
	form->kepala[4] = (PasanganForm){"KONDISI TERAKHIR", tanggal_print_id(p->arena, kepala->kondisi)};

	static const struct { const char *label; Tingkat tingkat; } COUNT[3] = {
		{"JUMLAH PROGRAM", TINGKAT_PROGRAM}, {"JUMLAH KEGIATAN", TINGKAT_KEGIATAN}, {"JUMLAH SUB KEGIATAN", TINGKAT_SUB_KEGIATAN}};
	for (int i = 0; i < 3; i++)
		form->jumlah[i] = (PasanganForm){COUNT[i].label, str_format(p->arena, "%u", snapshot_count(p->snapshot, COUNT[i].tingkat))};
}

static void foot_build(Pembuat *p)
{
	const TandaTangan *sign = &p->snapshot->tanda_tangan;
	const Kebijakan *k = p->hasil->kebijakan;
	TabelForm *form = p->form;
	form->label_permasalahan = "PERMASALAHAN ATAU FAKTOR PENGHAMBAT KEBERHASILAN PENCAPAIAN KINERJA";
	form->permasalahan = p->snapshot->narasi.permasalahan;
	form->label_tindak_lanjut = "UPAYA TINDAK LANJUT YANG TELAH DILAKUKAN PERANGKAT DAERAH";
	form->tindak_lanjut = p->snapshot->narasi.tindak_lanjut;
	form->judul_keterangan = "KETERANGAN / PETUNJUK PENGISIAN :";
	memcpy(form->keterangan, KETERANGAN, sizeof KETERANGAN);

	form->tempat_tanggal = join(p->arena, sign->tempat, ", ", tanggal_print_id(p->arena, sign->tanggal));
	form->jabatan = sign->jabatan;
	form->nama = sign->nama;
	form->pangkat = sign->pangkat;
	form->nip = *sign->nip ? str_format(p->arena, "NIP %s", sign->nip) : "";

	const char *tahun = k->tahun ? str_format(p->arena, " %d", k->tahun) : "";
	form->kaki_kebijakan = str_format(p->arena, "Kebijakan %s%s versi %d · %.8s…%s", k->nama, tahun, k->versi, k->hash, k->hash + 60);
	const char *kondisi = tanggal_print_id(p->arena, p->snapshot->kepala.kondisi);
	form->kaki_data = join(p->arena, *kondisi ? str_format(p->arena, "data %s", kondisi) : "", " · ", form->asal ? asal_print(p->arena, form->asal) : "");
}

/* Sixteen digits of the hash: enough that nobody finds a second one, short enough to be typed. */
enum { JANGKAR_DIGIT = 16 };

const char *asal_print(Arena *arena, const AsalForm *asal)
{
	StrBuf b = {.arena = arena};
	strbuf_addf(&b, "revisi %d · %s", asal->revisi, asal->keadaan);
	if (asal->terkunci)
		strbuf_addf(&b, " · jejak %s %lld %.*s", asal->pemda, (long long)asal->entri, JANGKAR_DIGIT, asal->hash);
	else if (asal->per_teks)
		strbuf_addf(&b, " · per %s", asal->per_teks);
	return strbuf_text(&b);
}

static const TabelForm *form_build(Arena *arena, const Hasil *hasil, const Draf *draf, const AsalForm *asal)
{
	TabelForm *form = ARENA_NEW(arena, TabelForm);
	*form = (TabelForm){.snapshot = hasil->snapshot, .hasil = hasil, .kebijakan = hasil->kebijakan, .n_blok = hasil->snapshot->n_simpul, .asal = asal};
	form->blok = ARENA_ARRAY(arena, BlokForm, form->n_blok);
	Pembuat p = {arena, hasil, hasil->snapshot, draf, form};
	head_build(&p);
	for (uint32_t i = 0; i < form->n_blok; i++)
		block_build(&p, i);
	total_build(&p);
	foot_build(&p);
	return form;
}

const TabelForm *form_laporan_build(Arena *arena, const Hasil *hasil, const Draf *draf)
{
	return form_build(arena, hasil, draf, NULL);
}

const TabelForm *form_laporan_build_ledger(Arena *arena, const Hasil *hasil, const AsalForm *asal)
{
	return form_build(arena, hasil, NULL, asal);
}
