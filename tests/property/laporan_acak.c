#include "laporan_acak.h"

#include "base/str.h"
#include "document/reader.h"
#include "document/recognise.h"

static const char *const KEPALA[] = {
	"LAPORAN CAPAIAN PELAKSANAAN PROGRAM/KEGIATAN PERANGKAT DAERAH", "",
	"KODE BIDANG URUSAN : 2.17 Urusan Pemerintahan Bidang Koperasi, Usaha Kecil, dan Menengah", "UNIT ORGANISASI : Dinas Koperasi",
	"LAPORAN CAPAIAN BULAN : DESEMBER", "RKA/DPA TAHUN ANGGARAN : 2023", "KONDISI TERAKHIR : 29 Desember 2023", ""};
static const char *const JUDUL[] = {
	"", ("KODE PROGRAM, KEGIATAN & SUB KEGIATAN\tNAMA PROGRAM, KEGIATAN & SUB KEGIATAN\tINDIKATOR/TOLOK UKUR KINERJA\tTARGET KINERJA\t\t"
	"REALISASI KINERJA\t\tSATUAN\tCAPAIAN KINERJA (%)\t\tRATA-RATA CAPAIAN KINERJA (%)"),
	"\t\t\tANGGARAN (Rp)\tKOEFISIEN/VOLUME\tANGGARAN (Rp)\tKOEFISIEN/VOLUME\t\tANGGARAN/KEUANGAN\tOUTCOME/OUTPUT\t",
	"(1)\t(2)\t(3)\t(4)\t\t(5)\t\t(6)\t(7) = (5)/(4)*100\t\t(8)"};
static const char *const KAKI[] = {
	"PERMASALAHAN ATAU FAKTOR PENGHAMBAT KEBERHASILAN PENCAPAIAN KINERJA : Sebagian pekerjaan menunggu pengesahan.",
	"UPAYA TINDAK LANJUT YANG TELAH DILAKUKAN PERANGKAT DAERAH : Pengesahan dijadwalkan.", "", "Singaraja, 03 Januari 2024",
	"Kepala Perangkat Daerah,", "", "Nama Kepala Dinas, M.Si", "Pembina Tk. I (IV/b)", "NIP 19700101 199503 1 001"};
enum { N_KEPALA = sizeof KEPALA / sizeof *KEPALA, N_JUDUL = sizeof JUDUL / sizeof *JUDUL, N_KAKI = sizeof KAKI / sizeof *KAKI, MAX = 512 };

static const char *const INDIKATOR[][2] = {{"Jumlah Dokumen Perencanaan", "Dokumen"}, {"Jumlah Laporan Kinerja", "Laporan"}, {"Jumlah Orang yang Dilatih", "Orang"}};

uint32_t laporan_baris(const LaporanAcak *l, uint32_t baris)
{
	(void)l;
	return N_KEPALA + 3 + N_JUDUL + 1 + baris;
}

/* ---- numbers ---- */

const char *laporan_angka(const LaporanAcak *l, int64_t m, uint8_t scale)
{
	const char *id = desimal_print_id(l->arena, (Desimal){m, scale}, scale);
	if (!l->gaya.inggris)
		return id;
	StrBuf b = {.arena = l->arena};
	for (; *id; id++)
		strbuf_addc(&b, *id == '.' ? ',' : *id == ',' ? '.' : *id);
	return strbuf_text(&b);
}

static const char *money(const LaporanAcak *l, int64_t sen)
{
	return l->gaya.sen ? laporan_angka(l, sen, 2) : laporan_angka(l, sen / 100, 0);
}

static const char *percent(const LaporanAcak *l, const Pecahan *x)
{
	Desimal d = {0};
	if (!pecahan_round(&d, x, l->gaya.desimal, BULAT_JAUH_NOL))
		abort();
	const char *text = laporan_angka(l, d.m, d.scale);
	return l->gaya.persen ? str_format(l->arena, "%s%%", text) : text;
}

const Pecahan *laporan_persen(const LaporanAcak *l, int64_t part, int64_t whole)
{
	return pecahan_div(l->arena, pecahan_mul(l->arena, pecahan_int(l->arena, part), pecahan_int(l->arena, 100)), pecahan_int(l->arena, whole));
}

static const Pecahan *half_sum(const LaporanAcak *l, const Pecahan *a, const Pecahan *b)
{
	return pecahan_div(l->arena, pecahan_add(l->arena, a, b), pecahan_int(l->arena, 2));
}

/* ---- the plan ---- */

static uint32_t new_row(LaporanAcak *l)
{
	for (int c = 0; c < SEL_JUMLAH; c++)
		l->sel[l->n_baris][c] = "";
	return l->n_baris++;
}

static uint32_t new_node(LaporanAcak *l, Tingkat tingkat, uint32_t induk, const char *kode, const char *nama)
{
	uint32_t i = l->n++;
	l->simpul[i] = (SimpulAcak){.tingkat = tingkat, .induk = induk, .akhir = i + 1, .baris = new_row(l), .kode = kode};
	for (uint32_t p = induk; p != SIMPUL_NONE; p = l->simpul[p].induk)
		l->simpul[p].akhir = i + 1;
	l->sel[l->simpul[i].baris][SEL_KODE] = kode;
	l->sel[l->simpul[i].baris][SEL_NAMA] = nama;
	l->hitung[tingkat - TINGKAT_PROGRAM]++;
	return i;
}

static void add_money(LaporanAcak *l, uint32_t i, int64_t pagu, int64_t realisasi)
{
	for (uint32_t p = i; p != SIMPUL_NONE; p = l->simpul[p].induk) {
		l->simpul[p].pagu += pagu;
		l->simpul[p].realisasi += realisasi;
	}
}

static void fill_leaf(LaporanAcak *l, Acak *acak, uint32_t i)
{
	SimpulAcak *s = &l->simpul[i];
	int64_t pagu = 2000000 + (int64_t)(acak_next(acak) % (acak_chance(acak, 30) ? 90000000000 : 900000000));
	int64_t unit = l->gaya.sen && acak_chance(acak, 30) ? 1 : 100;
	pagu = l->gaya.sen && unit == 1 ? pagu * 100 + acak_below(acak, 100) : pagu * 100;
	int64_t realisasi = pagu / 100 * (60 + acak_below(acak, 41)) / unit * unit;
	add_money(l, i, pagu, realisasi > pagu ? pagu : realisasi);
	s->n_indikator = 1 + (acak_chance(acak, 40) ? acak_below(acak, 3) : 0);
	for (uint32_t j = 0; j < s->n_indikator; j++) {
		uint32_t row = j ? new_row(l) : s->baris;
		int64_t target = 1 + acak_below(acak, acak_chance(acak, 20) ? 20000 : 60);
		int64_t volume = acak_chance(acak, 45) ? target : (int64_t)acak_below(acak, (uint32_t)target + 1);
		l->volume[row][0] = target * 100;
		l->volume[row][1] = volume * 100;
		l->sel[row][SEL_INDIKATOR] = INDIKATOR[j][0];
		l->sel[row][SEL_SATUAN] = INDIKATOR[j][1];
		l->sel[row][SEL_TARGET] = laporan_angka(l, target * 100, 2);
		l->sel[row][SEL_VOLUME] = laporan_angka(l, volume * 100, 2);
	}
}

static void plan(LaporanAcak *l, Acak *acak)
{
	uint32_t n_program = 1 + acak_below(acak, 4);
	for (uint32_t p = 1; p <= n_program; p++) {
		const char *kode = str_format(l->arena, "2.17.%02u", p);
		uint32_t program = new_node(l, TINGKAT_PROGRAM, SIMPUL_NONE, kode, str_format(l->arena, "%u Program Pelayanan Bagian %c", p, 'A' + (int)p));
		for (uint32_t k = 1, n_kegiatan = 1 + acak_below(acak, 4); k <= n_kegiatan; k++) {
			uint32_t kegiatan = new_node(l, TINGKAT_KEGIATAN, program, str_format(l->arena, "%s.2.%02u", kode, k),
			                             str_format(l->arena, "%u.%u Kegiatan Pembinaan Kelompok %c%c", p, k, 'A' + (int)p, 'A' + (int)k));
			for (uint32_t u = 1, n_sub = 1 + acak_below(acak, 5); u <= n_sub; u++)
				fill_leaf(l, acak, new_node(l, TINGKAT_SUB_KEGIATAN, kegiatan, str_format(l->arena, "%s.2.%02u.%02u", kode, k, u),
				                            str_format(l->arena, "%u.%u.%u Sub Kegiatan Penyediaan Jasa %c%c%c", p, k, u, 'A' + (int)p,
				                                       'A' + (int)k, 'A' + (int)u)));
		}
	}
	l->sel[new_row(l)][SEL_KODE] = "JUMLAH TOTAL";
}

/* ---- the figures ---- */

static bool is_leaf(const LaporanAcak *l, uint32_t i)
{
	return i < l->n && l->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN;
}

const Pecahan *laporan_rerata(const LaporanAcak *l, uint32_t simpul, uint32_t tanpa)
{
	const Pecahan *sum = pecahan_int(l->arena, 0);
	int64_t count = 0;
	uint32_t first = simpul == l->n ? 0 : simpul + 1, end = simpul == l->n ? l->n : l->simpul[simpul].akhir;
	for (uint32_t c = first; c < end; c = l->simpul[c].akhir) {
		if (c == tanpa)
			continue;
		sum = pecahan_add(l->arena, sum, l->simpul[c].keluaran);
		count++;
	}
	return pecahan_div(l->arena, sum, pecahan_int(l->arena, count));
}

static void print_leaf(LaporanAcak *l, SimpulAcak *s)
{
	s->keluaran = pecahan_int(l->arena, 0);
	for (uint32_t j = 0; j < s->n_indikator; j++) {
		uint32_t row = s->baris + j;
		const Pecahan *own = laporan_persen(l, l->volume[row][1], l->volume[row][0]);
		l->sel[row][SEL_KELUARAN] = percent(l, own);
		s->keluaran = pecahan_add(l->arena, s->keluaran, own);
	}
	s->keluaran = pecahan_div(l->arena, s->keluaran, pecahan_int(l->arena, s->n_indikator));
}

static void print_parent(LaporanAcak *l, SimpulAcak *s)
{
	const char **row = l->sel[s->baris];
	row[SEL_KELUARAN] = percent(l, s->keluaran);
	if (!l->gaya.gema)
		return;
	row[SEL_INDIKATOR] = "Persentase pelayanan yang terpenuhi";
	row[SEL_TARGET] = laporan_angka(l, 10000, 2);
	row[SEL_SATUAN] = "%";
	/* an echo is the same number, however many decimals the others have */
	Desimal d = {0};
	if (!pecahan_round(&d, s->keluaran, l->gaya.desimal, BULAT_JAUH_NOL))
		abort();
	row[SEL_VOLUME] = laporan_angka(l, d.m, d.scale);
}

static void print_money(LaporanAcak *l, const char **row, int64_t pagu, int64_t realisasi, const Pecahan *keluaran)
{
	const Pecahan *keuangan = laporan_persen(l, realisasi, pagu);
	row[SEL_PAGU] = money(l, pagu);
	row[SEL_UANG] = money(l, realisasi);
	row[SEL_KEUANGAN] = percent(l, keuangan);
	if (l->gaya.rata)
		row[SEL_RATA] = percent(l, half_sum(l, keuangan, keluaran));
}

void laporan_cetak(LaporanAcak *l, uint32_t simpul, const Pecahan *keluaran)
{
	int64_t pagu = 0, realisasi = 0;
	for (uint32_t i = l->n; i-- > 0;) {
		SimpulAcak *s = &l->simpul[i];
		if (is_leaf(l, i))
			print_leaf(l, s);
		else
			s->keluaran = i == simpul ? keluaran : laporan_rerata(l, i, SIMPUL_NONE);
		if (!is_leaf(l, i))
			print_parent(l, s);
		print_money(l, l->sel[s->baris], s->pagu, s->realisasi, s->keluaran);
		if (s->induk == SIMPUL_NONE) {
			pagu += s->pagu;
			realisasi += s->realisasi;
		}
	}
	const char **total = l->sel[l->n_baris - 1];
	const Pecahan *all = simpul == l->n ? keluaran : laporan_rerata(l, l->n, SIMPUL_NONE);
	total[SEL_KELUARAN] = percent(l, all);
	print_money(l, total, pagu, realisasi, all);
}

LaporanAcak *laporan_acak(Arena *arena, Acak *acak, Gaya gaya)
{
	LaporanAcak *l = ARENA_NEW(arena, LaporanAcak);
	*l = (LaporanAcak){.arena = arena, .gaya = gaya, .simpul = ARENA_ARRAY(arena, SimpulAcak, MAX),
	                   .sel = arena_calloc(arena, MAX, sizeof *l->sel), .volume = arena_calloc(arena, MAX, sizeof *l->volume)};
	plan(l, acak);
	laporan_cetak(l, SIMPUL_NONE, NULL);
	return l;
}

/* ---- as text ---- */

static void add_lines(StrBuf *b, const char *const *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		strbuf_addf(b, "%s\n", line[i]);
}

const char *laporan_teks(const LaporanAcak *l)
{
	StrBuf b = {.arena = l->arena};
	add_lines(&b, KEPALA, N_KEPALA);
	strbuf_addf(&b, "JUMLAH PROGRAM\t%u\nJUMLAH KEGIATAN\t%u\nJUMLAH SUB KEGIATAN\t%u\n", l->hitung[0], l->hitung[1], l->hitung[2]);
	add_lines(&b, JUDUL, N_JUDUL);
	for (uint32_t r = 0; r < l->n_baris; r++)
		for (int c = 0; c < SEL_JUMLAH; c++)
			strbuf_addf(&b, "%s%c", l->sel[r][c], c + 1 < SEL_JUMLAH ? '\t' : '\n');
	add_lines(&b, KAKI, N_KAKI);
	return strbuf_text(&b);
}

const Draf *laporan_baca(LaporanAcak *l)
{
	const char *text = laporan_teks(l);
	Buku *buku;
	Draf *draf;
	ErrInfo info = {.message = ""};
	if (reader_csv(&buku, l->arena, "acak.tsv", (const unsigned char *)text, strlen(text), BAHASA_EN, &info) ||
	    recognise_laporan(&draf, l->arena, buku, BAHASA_EN, &info)) {
		printf("# not read: %s\n", info.message);
		return NULL;
	}
	return draf;
}
