#include "report/page.h"

#include "base/str.h"
#include "report/page_inti.h"

static const double LEBAR_JUMLAH = 150;        /* of the counts at the right of the head */

enum { BARIS_KEPALA_MAKSIMUM = 6 };            /* lines of one entry of the head: a bound for garbage */

static const struct { double lebar, tinggi; } LEMBAR[] = {
	[KERTAS_F4] = {330 * MM, 215 * MM}, [KERTAS_A4] = {297 * MM, 210 * MM}, [KERTAS_LEGAL] = {355.6 * MM, 215.9 * MM}};

static double head_row_height(Penata *p, int row, Paragraf *cell)
{
	double height = 0;
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		const JudulForm *j = &FORM_JUDUL[i];
		double own = cell[i].n * baris_tinggi(gaya_judul(p).ukuran) + 2 * SEL_PAD_Y;
		if (j->baris == row && j->rentang_baris == 1 && own > height)
			height = own;
	}
	return height;
}

/* Lower edges of the three head rows below y; the first two together hold what spans both. */
static void head_rows(Penata *p, double y, Paragraf *cell, double edge[4])
{
	double both = 0;
	edge[0] = y;
	for (int row = 0; row < 3; row++)
		edge[row + 1] = edge[row] + head_row_height(p, row, cell);
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		double own = cell[i].n * baris_tinggi(gaya_judul(p).ukuran) + 2 * SEL_PAD_Y;
		if (FORM_JUDUL[i].rentang_baris == 2 && own > both)
			both = own;
	}
	double missing = both - (edge[2] - edge[0]);
	if (missing > 0) {
		edge[2] += missing;
		edge[3] += missing;
	}
}

static void head_cell_draw(Penata *p, const JudulForm *j, const Paragraf *text, const double edge[4], bool tagged)
{
	const double *x = p->tata->kolom_x;
	Kotak box = {x[j->kolom], edge[j->baris], x[j->kolom + j->rentang_kolom], edge[j->baris + j->rentang_baris]};
	double jarak = baris_tinggi(gaya_judul(p).ukuran), slack = box.y1 - box.y0 - text->n * jarak;
	Kotak inner = {box.x0 + SEL_PAD_X, box.y0 + slack / 2, box.x1 - SEL_PAD_X, box.y1 - slack / 2};
	gambar_bidang(p, box, j->baris == 2 ? BIDANG_NOMOR : BIDANG_KEPALA);
	gambar_garis(p, box.x0, box.y1, box.x1, box.y1, GARIS_BIASA);
	gambar_tegak(p, j->kolom, box.y0, box.y1);
	if (tagged)
		gambar_mulai(p, "TH", str_format(p->arena, "/A << /O /Table /Scope /Column /ColSpan %u /RowSpan %u >>", j->rentang_kolom, j->rentang_baris));
	gambar_paragraf(p, text, 0, text->n, inner, jarak, RATA_TENGAH);
	if (tagged)
		gambar_akhir(p, "TH");
}

/* The table's head; part of the document's content on the first page only. */
static void head_draw(Penata *p, bool tagged)
{
	Paragraf *cell = ARENA_ARRAY(p->arena, Paragraf, FORM_N_JUDUL);
	const double *x = p->tata->kolom_x;
	double edge[4];
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		const JudulForm *j = &FORM_JUDUL[i];
		Gaya gaya = {j->baris < 2, gaya_judul(p).ukuran};
		cell[i] = paragraf_build(p, j->teks, gaya, TINTA_HITAM, x[j->kolom + j->rentang_kolom] - x[j->kolom] - 2 * SEL_PAD_X);
	}
	head_rows(p, p->y, cell, edge);
	gambar_garis(p, x[0], p->y, x[FORM_N_KOLOM], p->y, GARIS_BIASA);
	for (int row = 0; row < 3; row++) {
		if (tagged)
			gambar_mulai(p, "TR", NULL);
		for (size_t i = 0; i < FORM_N_JUDUL; i++)
			if (FORM_JUDUL[i].baris == row)
				head_cell_draw(p, &FORM_JUDUL[i], &cell[i], edge, tagged);
		if (tagged)
			gambar_akhir(p, "TR");
	}
	gambar_tegak(p, FORM_N_KOLOM, edge[0], edge[3]);
	p->tinggi_kepala = edge[3] - edge[0];
	p->y = edge[3];
}

void lembar_start(Penata *p)
{
	TataLetak *t = p->tata;
	p->halaman = ARENA_PUSH(p->arena, t->halaman, t->n_halaman, t->cap_halaman);
	memset(p->tegak, 0, sizeof p->tegak);
	p->y = p->atas;
}

/* What a page that lies loose belongs to: above the margin, the organisation and the month. */
static void running_line_draw(Penata *p)
{
	Gaya gaya = {false, UKURAN_KAKI};
	double y = p->atas - baris_tinggi(UKURAN_KAKI) - 4, middle = p->kanan - LEBAR_JUMLAH;
	const char *bulan = p->form->kepala[2].isi, *tahun = p->form->kepala[3].isi;
	Paragraf left = paragraf_build(p, p->form->kepala[1].isi, gaya, TINTA_ABU, middle - p->kiri);
	gambar_paragraf(p, &left, 0, left.n ? 1 : 0, (Kotak){p->kiri, y, middle, p->atas}, baris_tinggi(UKURAN_KAKI), RATA_KIRI);
	gambar_teks(p, str_format(p->arena, "%s%s%s", bulan, *bulan && *tahun ? " " : "", tahun), gaya, TINTA_ABU, (Kotak){middle, y, p->kanan, p->atas},
	            RATA_KANAN);
}

static void page_next(Penata *p, bool with_head)
{
	lembar_start(p);
	running_line_draw(p);
	if (with_head)
		head_draw(p, false);
}

double lembar_pair(Penata *p, const PasanganForm *pair, double x, double label, double right, double y)
{
	Gaya gaya = {false, UKURAN_KEPALA};
	double jarak = baris_tinggi(UKURAN_KEPALA) + 1;
	Paragraf name = paragraf_build(p, pair->label, gaya, TINTA_HITAM, label);
	Paragraf value = paragraf_build(p, str_format(p->arena, ": %s", pair->isi), gaya, TINTA_HITAM, right - x - label);
	uint32_t lines = value.n < BARIS_KEPALA_MAKSIMUM ? value.n : BARIS_KEPALA_MAKSIMUM;
	gambar_mulai(p, "P", NULL);
	gambar_paragraf(p, &name, 0, name.n, (Kotak){x, y, x + label, y + name.n * jarak}, jarak, RATA_KIRI);
	gambar_paragraf(p, &value, 0, lines, (Kotak){x + label, y, right, y + lines * jarak}, jarak, RATA_KIRI);
	gambar_akhir(p, "P");
	return y + lines * jarak;
}

double lembar_label_width(const Penata *p, const PasanganForm *pair, int n)
{
	double width = 0;
	for (int i = 0; i < n; i++) {
		double own = teks_measure(p->arena, p->ukur, pair[i].label, (Gaya){false, UKURAN_KEPALA}).utuh;
		if (own > width)
			width = own;
	}
	return width + 6;
}

static void title_draw(Penata *p)
{
	const TabelForm *f = p->form;
	gambar_mulai(p, "H1", NULL);
	for (int i = 0; i < 2; i++)
		p->y += gambar_teks(p, f->judul[i], (Gaya){true, UKURAN_JUDUL}, TINTA_HITAM, (Kotak){p->kiri, p->y, p->kanan, 0}, RATA_TENGAH);
	gambar_akhir(p, "H1");
	p->y += 8;

	double middle = p->kanan - LEBAR_JUMLAH, top = p->y, y = top, label = lembar_label_width(p, f->kepala, 5);
	for (int i = 0; i < 5; i++)
		y = lembar_pair(p, &f->kepala[i], p->kiri, label, middle - 12, y);
	p->y = y + 6;
	label = lembar_label_width(p, f->jumlah, 3);
	for (int i = 0; i < 3; i++)
		top = lembar_pair(p, &f->jumlah[i], middle, label, p->kanan, top);
}

/* Height that must be free for block i to start here: with it stays what it heads, unless all that is taller than a page. Then, as the lines of a node stay
 * together, it stands for itself; and a block that is itself taller than a page starts where its beginning fits. */
static double height_to_keep(const Penata *p, BlokTata *const *blok, uint32_t i)
{
	double page = p->bawah - p->atas - p->tinggi_kepala, own = blok_height(blok[i]), start = blok_start_height(blok[i]), chain = own;
	const BlokForm *form = p->form->blok;
	for (; i + 1 < p->form->n_blok && form[i].tingkat != TINGKAT_SUB_KEGIATAN && form[i + 1].tingkat > form[i].tingkat; i++)
		chain += blok_height(blok[i + 1]);
	if (chain <= page)
		return chain;
	return own <= page ? own : start;
}

static void blocks_draw(Penata *p)
{
	uint32_t n = p->form->n_blok;
	BlokTata **blok = ARENA_ARRAY(p->arena, BlokTata *, n);
	for (uint32_t i = 0; i < n; i++)
		blok[i] = blok_measure(p, i);
	double top = p->atas + p->tinggi_kepala + 0.01;
	for (uint32_t i = 0; i < n; i++) {
		if (p->y > top && p->y + height_to_keep(p, blok, i) > p->bawah)
			page_next(p, true);
		while (!blok_draw(p, blok[i]))
			page_next(p, true);
	}
}

void lembar_foot(Penata *p, size_t number, const char *left)
{
	Gaya gaya = {false, UKURAN_KAKI};
	double y = p->tata->tinggi - TEPI_BAWAH - baris_tinggi(UKURAN_KAKI);
	const char *right = str_format(p->arena, "Halaman %zu dari %zu", number, p->tata->n_halaman);
	double middle = p->kanan - LEBAR_JUMLAH;
	Paragraf policy = paragraf_build(p, left, gaya, TINTA_ABU, middle - p->kiri);
	gambar_paragraf(p, &policy, 0, policy.n ? 1 : 0, (Kotak){p->kiri, y, middle, p->tata->tinggi}, baris_tinggi(UKURAN_KAKI), RATA_KIRI);
	gambar_teks(p, right, gaya, TINTA_ABU, (Kotak){middle, y, p->kanan, p->tata->tinggi}, RATA_KANAN);
}

TataLetak *lembar_new(Penata *p, Kertas kertas)
{
	TataLetak *t = ARENA_NEW(p->arena, TataLetak);
	*t = (TataLetak){.lebar = LEMBAR[kertas].lebar, .tinggi = LEMBAR[kertas].tinggi};
	p->tata = t;
	p->blok = PAGE_BUKAN_BLOK;
	p->kiri = TEPI_SAMPING;
	p->kanan = t->lebar - TEPI_SAMPING;
	p->atas = TEPI_ATAS;
	p->bawah = t->tinggi - TEPI_BAWAH - TINGGI_KAKI;
	return t;
}

const TataLetak *page_layout(Arena *arena, const TabelForm *form, Kertas kertas, const Pengukur *pengukur)
{
	Penata p = {.arena = arena, .form = form, .ukur = pengukur};
	TataLetak *t = lembar_new(&p, kertas);
	kolom_measure(&p);
	lembar_start(&p);
	gambar_mulai(&p, "Document", NULL);
	title_draw(&p);
	gambar_mulai(&p, "Table", NULL);
	head_draw(&p, true);
	blocks_draw(&p);
	akhir_draw(&p, page_next);
	gambar_akhir(&p, "Document");
	const char *foot = str_format(arena, "%s%s%s", form->kaki_kebijakan, *form->kaki_data ? " · " : "", form->kaki_data);
	for (size_t i = 0; i < t->n_halaman; i++) {
		p.halaman = &t->halaman[i];
		lembar_foot(&p, i + 1, foot);
	}
	return t;
}
