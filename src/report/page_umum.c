#include "base/str.h"
#include "report/lukis.h"
#include "report/page_inti.h"
#include "report/tabel_umum.h"

/* A document of tables on pages, with the same measures and primitives as the official form. Rows are never cut; the heads stand on every page that has
 * rows of their table; a total stays with the row before it; a chart and the heading of a table stay with its first rows. */

static const double UKURAN[] = {8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4};
static const double LEBAR_LENTUR_MINIMUM = 15; /* type sizes that a flexible column gets at least; else the type gets smaller */
static const double LEKUK = 7, SELA_BAGIAN = 14, SELA_CATATAN = 4;

typedef struct {
	Penata p;
	const TabelUmum *tabel;
	const BagianUmum *bagian;      /* the present part */
	double jarak;                  /* from baseline to baseline of its rows */
} PenataUmum;

static Gaya row_type(const PenataUmum *u, const BarisUmum *baris)
{
	return (Gaya){baris->nada != NADA_UMUM_BIASA, u->p.tata->ukuran};
}

static Gaya head_type(const PenataUmum *u)
{
	return (Gaya){true, u->p.tata->ukuran * 0.8125};
}

static double text_width(const PenataUmum *u, const char *text, Gaya gaya, bool whole)
{
	TeksKata t = teks_measure(u->p.arena, u->p.ukur, text, gaya);
	return whole ? t.utuh : t.terlebar;
}

static void widen(double *width, double least)
{
	if (*width < least)
		*width = least;
}

/* Natural widths at the present type size; gives the room that flexible columns have. */
static double widths_measure(const PenataUmum *u, double width[UMUM_KOLOM_MAX], unsigned *n_flexible)
{
	const BagianUmum *b = u->bagian;
	double room = u->p.kanan - u->p.kiri;
	*n_flexible = 0;
	for (uint8_t k = 0; k < b->n_kolom; k++) {
		width[k] = text_width(u, b->kolom[k].judul, head_type(u), false);
		for (uint32_t i = 0; i < b->n_baris && !b->kolom[k].lentur; i++)
			widen(&width[k], text_width(u, b->baris[i].sel[k].teks, row_type(u, &b->baris[i]), true));
		*n_flexible += b->kolom[k].lentur;
		room -= 2 * SEL_PAD_X + (b->kolom[k].lentur ? 0 : width[k]);
	}
	return room;
}

static void columns_measure(PenataUmum *u)
{
	const BagianUmum *b = u->bagian;
	double width[UMUM_KOLOM_MAX], room = 0;
	unsigned n_flexible = 0;
	for (size_t i = 0; i < sizeof UKURAN / sizeof *UKURAN; i++) {
		u->p.tata->ukuran = UKURAN[i];
		room = widths_measure(u, width, &n_flexible);
		if (room >= n_flexible * LEBAR_LENTUR_MINIMUM * UKURAN[i])
			break;
	}
	u->jarak = baris_tinggi(u->p.tata->ukuran);
	double x = u->p.kiri, spare = n_flexible ? 0 : room / b->n_kolom;
	for (uint8_t k = 0; k < b->n_kolom; k++) {
		u->p.tata->kolom_x[k] = x;
		x += 2 * SEL_PAD_X + (b->kolom[k].lentur ? room / n_flexible : width[k] + (spare > 0 ? spare : 0));
	}
	u->p.tata->kolom_x[b->n_kolom] = u->p.kanan;
}

/* ---- heads ---- */

/* One past the last column that shares column k's group. */
static uint8_t group_end(const BagianUmum *b, uint8_t k)
{
	uint8_t end = k + 1;
	while (b->kolom[k].grup && end < b->n_kolom && b->kolom[end].grup && str_equal(b->kolom[k].grup, b->kolom[end].grup))
		end++;
	return end;
}

static Paragraf head_text(const PenataUmum *u, const char *text, uint8_t from, uint8_t to)
{
	const double *x = u->p.tata->kolom_x;
	return paragraf_build(&u->p, text, head_type(u), TINTA_HITAM, x[to] - x[from] - 2 * SEL_PAD_X);
}

/* Edges of the two head rows; a table without groups has one. */
static void head_edges(const PenataUmum *u, double edge[3])
{
	const BagianUmum *b = u->bagian;
	double row[2] = {0, 0}, both = 0, jarak = baris_tinggi(head_type(u).ukuran);
	for (uint8_t k = 0; k < b->n_kolom; k = group_end(b, k)) {
		const uint8_t end = group_end(b, k);
		if (!b->kolom[k].grup) {
			widen(&both, head_text(u, b->kolom[k].judul, k, end).n * jarak + 2 * SEL_PAD_Y);
			continue;
		}
		widen(&row[0], head_text(u, b->kolom[k].grup, k, end).n * jarak + 2 * SEL_PAD_Y);
		for (uint8_t c = k; c < end; c++)
			widen(&row[1], head_text(u, b->kolom[c].judul, c, c + 1).n * jarak + 2 * SEL_PAD_Y);
	}
	if (row[0] + row[1] < both)
		row[1] = both - row[0];
	edge[0] = u->p.y;
	edge[1] = edge[0] + row[0];
	edge[2] = edge[1] + row[1];
}

static double head_height(const PenataUmum *u)
{
	double edge[3];
	head_edges(u, edge);
	return edge[2] - edge[0];
}

static void head_cell(PenataUmum *u, const char *text, uint8_t from, uint8_t to, double y0, double y1, unsigned rows, bool tagged)
{
	Penata *p = &u->p;
	Paragraf lines = head_text(u, text, from, to);
	double jarak = baris_tinggi(head_type(u).ukuran), slack = y1 - y0 - lines.n * jarak;
	Kotak box = {p->tata->kolom_x[from], y0, p->tata->kolom_x[to], y1};
	gambar_bidang(p, box, BIDANG_KEPALA);
	gambar_garis(p, box.x0, y1, box.x1, y1, GARIS_BIASA);
	gambar_tegak(p, from, y0, y1);
	if (tagged)
		gambar_mulai(p, "TH", str_format(p->arena, "/A << /O /Table /Scope /Column /ColSpan %d /RowSpan %u >>", to - from, rows));
	gambar_paragraf(p, &lines, 0, lines.n, (Kotak){box.x0 + SEL_PAD_X, y0 + slack / 2, box.x1 - SEL_PAD_X, y1}, jarak, RATA_TENGAH);
	if (tagged)
		gambar_akhir(p, "TH");
}

/* Part of the content where the table begins, repeated without marks on its further pages. */
static void head_draw(PenataUmum *u, bool tagged)
{
	const BagianUmum *b = u->bagian;
	Penata *p = &u->p;
	double edge[3];
	head_edges(u, edge);
	bool grouped = edge[1] > edge[0];
	memset(p->tegak, 0, sizeof p->tegak);
	gambar_garis(p, p->kiri, edge[0], p->kanan, edge[0], GARIS_BIASA);
	for (int row = grouped ? 0 : 1; row < 2; row++) {
		if (tagged)
			gambar_mulai(p, "TR", NULL);
		for (uint8_t k = 0; k < b->n_kolom; k++) {
			bool group = b->kolom[k].grup != NULL, first = k == 0 || group_end(b, k - 1) == k || !group;
			if (row == 0 && group && first)
				head_cell(u, b->kolom[k].grup, k, group_end(b, k), edge[0], edge[1], 1, tagged);
			else if (row == 1 ? group : !group)
				head_cell(u, b->kolom[k].judul, k, k + 1, edge[row], edge[2], group ? 1 : 2, tagged);
			else if (row == 1 && !grouped)
				head_cell(u, b->kolom[k].judul, k, k + 1, edge[1], edge[2], 1, tagged);
		}
		if (tagged)
			gambar_akhir(p, "TR");
	}
	gambar_tegak(p, b->n_kolom, edge[0], edge[2]);
	p->y = edge[2];
}

/* ---- rows ---- */

static double indent_of(const BagianUmum *b, const BarisUmum *baris, uint8_t k)
{
	return b->kolom[k].lentur ? baris->lekuk * LEKUK : 0;
}

static Paragraf cell_text(const PenataUmum *u, const BarisUmum *baris, uint8_t k)
{
	const double *x = u->p.tata->kolom_x;
	double width = x[k + 1] - x[k] - 2 * SEL_PAD_X - indent_of(u->bagian, baris, k);
	return paragraf_build(&u->p, baris->sel[k].teks, row_type(u, baris), TINTA_HITAM, width);
}

static double row_height(const PenataUmum *u, const BarisUmum *baris)
{
	uint32_t lines = 1;
	for (uint8_t k = 0; k < u->bagian->n_kolom; k++) {
		uint32_t n = cell_text(u, baris, k).n;
		if (n > lines)
			lines = n;
	}
	return lines * u->jarak + 2 * SEL_PAD_Y;
}

static void row_shade(Penata *p, NadaUmum nada, Kotak box)
{
	if (nada == NADA_UMUM_TINGKAT_1 || nada == NADA_UMUM_TOTAL)
		gambar_bidang(p, box, BIDANG_PROGRAM);
	else if (nada == NADA_UMUM_TINGKAT_2)
		gambar_bidang(p, box, BIDANG_KEGIATAN);
}

static void row_draw(PenataUmum *u, const BarisUmum *baris, double height)
{
	static const Rata side[] = {[KOLOM_UMUM_KIRI] = RATA_KIRI, [KOLOM_UMUM_TENGAH] = RATA_TENGAH, [KOLOM_UMUM_KANAN] = RATA_KANAN};
	Penata *p = &u->p;
	const double *x = p->tata->kolom_x;
	double y0 = p->y, y1 = y0 + height;
	row_shade(p, baris->nada, (Kotak){p->kiri, y0, p->kanan, y1});
	gambar_mulai(p, "TR", NULL);
	for (uint8_t k = 0; k < u->bagian->n_kolom; k++) {
		Paragraf text = cell_text(u, baris, k);
		gambar_mulai(p, k ? "TD" : "TH", k ? NULL : "/A << /O /Table /Scope /Row >>");
		Kotak box = {x[k] + SEL_PAD_X + indent_of(u->bagian, baris, k), y0 + SEL_PAD_Y, x[k + 1] - SEL_PAD_X, y1 - SEL_PAD_Y};
		gambar_paragraf(p, &text, 0, text.n, box, u->jarak, side[u->bagian->kolom[k].rata]);
		gambar_akhir(p, k ? "TD" : "TH");
		gambar_tegak(p, k, y0, y1);
	}
	gambar_akhir(p, "TR");
	gambar_tegak(p, u->bagian->n_kolom, y0, y1);
	gambar_garis(p, p->kiri, y1, p->kanan, y1, GARIS_BIASA);
	p->y = y1;
}

static void page_next(PenataUmum *u)
{
	Penata *p = &u->p;
	lembar_start(p);
	double y = p->atas - baris_tinggi(UKURAN_KAKI) - 4;
	Paragraf line = paragraf_build(p, u->tabel->lari, (Gaya){false, UKURAN_KAKI}, TINTA_ABU, p->kanan - p->kiri);
	gambar_paragraf(p, &line, 0, line.n ? 1 : 0, (Kotak){p->kiri, y, p->kanan, p->atas}, baris_tinggi(UKURAN_KAKI), RATA_KIRI);
}

/* Height of row i with all that must stay with it. */
static double height_to_keep(const PenataUmum *u, const double *height, uint32_t i)
{
	const BagianUmum *b = u->bagian;
	double sum = height[i];
	for (; i + 1 < b->n_baris; i++) {
		NadaUmum nada = b->baris[i].nada;
		bool heads = (nada == NADA_UMUM_TINGKAT_1 || nada == NADA_UMUM_TINGKAT_2) && b->baris[i + 1].lekuk > b->baris[i].lekuk;
		if (!b->baris[i + 1].lekat && !heads)
			break;
		sum += height[i + 1];
	}
	return sum;
}

static void rows_draw(PenataUmum *u, const double *height)
{
	Penata *p = &u->p;
	bool fresh = true;
	for (uint32_t i = 0; i < u->bagian->n_baris; i++) {
		if (!fresh && p->y + height_to_keep(u, height, i) > p->bawah) {
			page_next(u);
			head_draw(u, false);
		}
		fresh = false;
		row_draw(u, &u->bagian->baris[i], height[i]);
	}
}

/* ---- chart, notes, parts ---- */

static void chart_draw(PenataUmum *u, const Kurva *k)
{
	Penata *p = &u->p;
	double x = p->kiri + (p->kanan - p->kiri - k->lebar) / 2, y = p->y;
	*ARENA_PUSH(p->arena, p->halaman->kurva, p->halaman->n_kurva, p->halaman->cap_kurva) = (LetakKurva){x, y, k};
	for (uint32_t i = 0; i < k->n_label; i++) {
		const LabelKurva *l = &k->label[i];
		static const Rata side[] = {[LABEL_KIRI] = RATA_KIRI, [LABEL_TENGAH] = RATA_TENGAH, [LABEL_KANAN] = RATA_KANAN};
		double reach = k->lebar, left = l->rata == LABEL_KIRI ? 0 : l->rata == LABEL_TENGAH ? reach / 2 : reach;
		Kotak box = {x + l->x - left, y + l->y - k->ukuran * 0.957, x + l->x - left + reach, y + l->y};
		gambar_teks(p, l->teks, (Gaya){l->tebal, k->ukuran}, TINTA_HITAM, box, side[l->rata]);
	}
	p->y += k->tinggi + 6;
}

static void notes_draw(PenataUmum *u)
{
	Penata *p = &u->p;
	const double size = 7;
	p->y += SELA_CATATAN;
	for (uint32_t i = 0; i < u->bagian->n_catatan; i++) {
		Paragraf text = paragraf_build(p, u->bagian->catatan[i], (Gaya){false, size}, TINTA_HITAM, p->kanan - p->kiri);
		if (p->y + text.n * baris_tinggi(size) > p->bawah)
			page_next(u);
		gambar_mulai(p, "P", NULL);
		gambar_paragraf(p, &text, 0, text.n, (Kotak){p->kiri, p->y, p->kanan, p->bawah}, baris_tinggi(size), RATA_KIRI);
		gambar_akhir(p, "P");
		p->y += text.n * baris_tinggi(size);
	}
}

static void part_draw(PenataUmum *u, const BagianUmum *bagian)
{
	Penata *p = &u->p;
	const double heading = 9;
	u->bagian = bagian;
	columns_measure(u);
	double *height = ARENA_ARRAY(p->arena, double, bagian->n_baris);
	for (uint32_t i = 0; i < bagian->n_baris; i++)
		height[i] = row_height(u, &bagian->baris[i]);
	double first = bagian->n_baris ? height_to_keep(u, height, 0) : 0;
	double least = (*bagian->judul ? baris_tinggi(heading) + 4 : 0) + (bagian->kurva ? bagian->kurva->tinggi + 6 : 0) + head_height(u) + first;
	if (p->y + least > p->bawah && p->y > p->atas)
		page_next(u);
	if (*bagian->judul) {
		gambar_mulai(p, "H2", NULL);
		p->y += gambar_teks(p, bagian->judul, (Gaya){true, heading}, TINTA_HITAM, (Kotak){p->kiri, p->y, p->kanan, 0}, RATA_KIRI) + 4;
		gambar_akhir(p, "H2");
	}
	if (bagian->kurva)
		chart_draw(u, bagian->kurva);
	gambar_mulai(p, "Table", NULL);
	head_draw(u, true);
	rows_draw(u, height);
	gambar_akhir(p, "Table");
	notes_draw(u);
	p->y += SELA_BAGIAN;
}

static void title_draw(PenataUmum *u)
{
	Penata *p = &u->p;
	const TabelUmum *t = u->tabel;
	gambar_mulai(p, "H1", NULL);
	for (int i = 0; i < 2; i++)
		p->y += gambar_teks(p, t->judul[i], (Gaya){true, UKURAN_JUDUL}, TINTA_HITAM, (Kotak){p->kiri, p->y, p->kanan, 0}, RATA_TENGAH);
	gambar_akhir(p, "H1");
	p->y += 8;
	double label = lembar_label_width(p, t->kepala, (int)t->n_kepala);
	for (uint32_t i = 0; i < t->n_kepala; i++)
		p->y = lembar_pair(p, &t->kepala[i], p->kiri, label, p->kanan, p->y);
	p->y += 6;
}

static const TataLetak *umum_layout(Arena *arena, const void *isi, Kertas kertas, const Pengukur *pengukur)
{
	PenataUmum u = {.p = {.arena = arena, .ukur = pengukur}, .tabel = isi};
	TataLetak *t = lembar_new(&u.p, kertas);
	lembar_start(&u.p);
	gambar_mulai(&u.p, "Document", NULL);
	title_draw(&u);
	for (uint32_t i = 0; i < u.tabel->n_bagian; i++)
		part_draw(&u, &u.tabel->bagian[i]);
	gambar_akhir(&u.p, "Document");
	for (size_t i = 0; i < t->n_halaman; i++) {
		u.p.halaman = &t->halaman[i];
		lembar_foot(&u.p, i + 1, u.tabel->kaki);
	}
	return t;
}

Err umum_pdf(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	const DokumenPdf dokumen = {tabel, umum_layout, {.judul = tabel->lari, .pembuat = tabel->pembuat, .subjek = tabel->kaki, .bahasa_isi = "id", .tanggal = tabel->tanggal}};
	return lukis_pdf(out, arena, &dokumen, kertas, bahasa, info);
}
