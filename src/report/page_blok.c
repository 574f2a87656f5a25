#include "base/str.h"
#include "report/page_inti.h"

static const double TOLERANSI = 0.01;

/* Text lines that a block which must be cut shows at the foot of a page at least. */
enum { AWAL_TERKECIL = 6 };

typedef struct {
	Paragraf sel[FORM_N_KOLOM];
	uint32_t n;                      /* text lines of its tallest cell, at least 1 */
} BarisTata;

struct BlokTata {
	const BlokForm *blok;
	uint32_t nomor;
	double jarak;
	Paragraf rentang[FORM_N_KOLOM];  /* cells over all lines */
	uint32_t n_rentang;              /* text lines of the tallest of them */
	uint32_t n_baris; BarisTata *baris;
	/* What is drawn already: */
	uint32_t mulai, teks_baris;      /* next line, and text lines drawn of it */
	uint32_t teks_rentang;           /* text lines drawn of the spanning cells */
	bool lanjutan;
};

bool blok_spans(const BlokForm *blok, uint8_t kolom)
{
	switch (kolom) {
	case 2: case 4: case 6: case 7:
		return false;
	case 9: /* a note has a figure of its own there */
		return !blok->keluaran_per_baris && blok->n_catatan == 0;
	default:
		return true;
	}
}

const SelForm *blok_cell(const BlokForm *blok, uint32_t baris, uint8_t kolom)
{
	const BarisForm *line = &blok->baris[baris];
	const SelForm *const cell[FORM_N_KOLOM] = {
		&blok->kode, &blok->nama, &line->indikator, &blok->pagu, &line->target, &blok->realisasi, &line->volume, &line->satuan, &blok->keuangan,
		&line->keluaran, &blok->rata_rata};
	return cell[kolom];
}

static double inner_width(const Penata *p, uint8_t kolom)
{
	return p->tata->kolom_x[kolom + 1] - p->tata->kolom_x[kolom] - 2 * SEL_PAD_X;
}

static Paragraf cell_wrap(const Penata *p, const SelForm *cell, Gaya gaya, uint8_t kolom)
{
	double width = inner_width(p, kolom);
	Paragraf out = paragraf_build(p, cell->teks, gaya, TINTA_HITAM, width);
	if (cell->tercetak) {
		TeksKata printed = teks_measure(p->arena, p->ukur, sel_tercetak(p->arena, cell), gaya_tercetak(gaya));
		teks_wrap(&out, p->arena, p->ukur, &printed, width, TINTA_ABU);
	}
	return out;
}

static void note_measure(const Penata *p, BarisTata *line, const CatatanForm *note)
{
	bool mean = note->jenis == CATATAN_RATA;
	line->sel[2] = paragraf_build(p, note->teks, gaya_catatan(p), mean ? TINTA_HITAM : TINTA_ABU, inner_width(p, 2));
	line->sel[9] = paragraf_build(p, note->keluaran.teks, (Gaya){mean, p->tata->ukuran}, mean ? TINTA_HITAM : TINTA_ABU, inner_width(p, 9));
}

static uint32_t tallest(const Paragraf sel[FORM_N_KOLOM])
{
	uint32_t n = 1;
	for (int k = 0; k < FORM_N_KOLOM; k++)
		if (sel[k].n > n)
			n = sel[k].n;
	return n;
}

BlokTata *blok_measure(Penata *p, uint32_t nomor)
{
	const BlokForm *blok = &p->form->blok[nomor];
	Gaya gaya = gaya_blok(p, blok);
	BlokTata *b = ARENA_NEW(p->arena, BlokTata);
	*b = (BlokTata){.blok = blok, .nomor = nomor, .jarak = baris_tinggi(gaya.ukuran), .n_baris = blok->n_baris + blok->n_catatan};
	b->baris = ARENA_ARRAY(p->arena, BarisTata, b->n_baris);
	for (int k = 0; k < FORM_N_KOLOM; k++) {
		if (blok_spans(blok, k)) {
			b->rentang[k] = cell_wrap(p, blok_cell(blok, 0, k), gaya, k);
			continue;
		}
		for (uint32_t i = 0; i < blok->n_baris; i++)
			b->baris[i].sel[k] = cell_wrap(p, blok_cell(blok, i, k), gaya, k);
	}
	for (uint32_t i = 0; i < blok->n_catatan; i++)
		note_measure(p, &b->baris[blok->n_baris + i], &blok->catatan[i]);
	for (uint32_t i = 0; i < b->n_baris; i++)
		b->baris[i].n = tallest(b->baris[i].sel);
	b->n_rentang = tallest(b->rentang);
	return b;
}

static double text_height(const BlokTata *b, uint32_t lines)
{
	return lines * b->jarak + 2 * SEL_PAD_Y;
}

static uint32_t text_lines(const BlokTata *b, double height)
{
	double lines = (height - 2 * SEL_PAD_Y + TOLERANSI) / b->jarak;
	return lines < 1 ? 1 : (uint32_t)lines;
}

/* Height of line i as far as it is not drawn yet. */
static double line_height(const BlokTata *b, uint32_t i)
{
	return text_height(b, b->baris[i].n - (i == b->mulai ? b->teks_baris : 0));
}

/* Height of the rest of the spanning cells; a continued block repeats its code, with a line that says so. */
static double span_height(const BlokTata *b)
{
	uint32_t lines = b->n_rentang - b->teks_rentang, code = b->lanjutan ? b->rentang[0].n + 1 : 0;
	return text_height(b, lines > code ? lines : code);
}

double blok_height(const BlokTata *b)
{
	double sum = 0, span = span_height(b);
	for (uint32_t i = b->mulai; i < b->n_baris; i++)
		sum += line_height(b, i);
	return sum > span ? sum : span;
}

double blok_start_height(const BlokTata *b)
{
	uint32_t lines = b->baris[0].n < AWAL_TERKECIL ? b->baris[0].n : AWAL_TERKECIL;
	return text_height(b, lines < 2 ? 2 : lines);
}

typedef struct {
	double y0, y1;
	uint32_t dari, sampai;           /* lines [dari, sampai); the last one may be cut */
	uint32_t teks_sampai;            /* text lines of the last one up to here */
	uint32_t rentang_sampai;
} Potongan;

/* How much fits into `room`. */
static Potongan piece_that_fits(const BlokTata *b, double y, double room)
{
	Potongan c = {.y0 = y, .dari = b->mulai, .sampai = b->mulai};
	double height = 0, span = span_height(b);
	while (c.sampai < b->n_baris && height + line_height(b, c.sampai) <= room + TOLERANSI)
		height += line_height(b, c.sampai++);
	if (c.sampai > c.dari) {
		c.teks_sampai = b->baris[c.sampai - 1].n;
	} else if (c.sampai < b->n_baris) {
		uint32_t lines = text_lines(b, room), left = b->baris[c.sampai].n - b->teks_baris;
		lines = lines < left ? lines : left;
		c.teks_sampai = b->teks_baris + lines;
		height = text_height(b, lines);
		c.sampai++;
	}
	if (span > height)
		height = span <= room + TOLERANSI ? span : text_height(b, text_lines(b, room));
	c.rentang_sampai = b->teks_rentang + text_lines(b, height);
	if (c.rentang_sampai > b->n_rentang)
		c.rentang_sampai = b->n_rentang;
	c.y1 = y + height;
	return c;
}

static Kotak inside(const Penata *p, uint8_t kolom, double y0, double y1)
{
	return (Kotak){p->tata->kolom_x[kolom] + SEL_PAD_X, y0 + SEL_PAD_Y, p->tata->kolom_x[kolom + 1] - SEL_PAD_X, y1 - SEL_PAD_Y};
}

static void span_draw(Penata *p, const BlokTata *b, const Potongan *c, uint8_t kolom, const char *atribut)
{
	const Paragraf *text = &b->rentang[kolom];
	Kotak box = inside(p, kolom, c->y0, c->y1);
	const char *tag = kolom == 0 ? "TH" : "TD"; /* the code names the row */
	gambar_mulai(p, tag, atribut);
	if (kolom == 0 && b->lanjutan) {
		double used = gambar_teks(p, b->blok->kode.teks, gaya_blok(p, b->blok), TINTA_HITAM, box, RATA_KIRI);
		gambar_teks(p, "(lanjutan)", gaya_tercetak(gaya_blok(p, b->blok)), TINTA_ABU, (Kotak){box.x0, box.y0 + used, box.x1, box.y1}, RATA_KIRI);
	} else {
		uint32_t end = c->rentang_sampai < text->n ? c->rentang_sampai : text->n;
		gambar_paragraf(p, text, b->teks_rentang, end, box, b->jarak, kolom_rata(kolom));
	}
	gambar_akhir(p, tag);
}

static void line_cell_draw(Penata *p, const BlokTata *b, const Potongan *c, uint32_t i, uint8_t kolom, double y0, double y1)
{
	const Paragraf *text = &b->baris[i].sel[kolom];
	uint32_t from = i == b->mulai ? b->teks_baris : 0, to = i + 1 == c->sampai ? c->teks_sampai : b->baris[i].n;
	gambar_mulai(p, "TD", NULL);
	gambar_paragraf(p, text, from, to < text->n ? to : text->n, inside(p, kolom, y0, y1), b->jarak, kolom_rata(kolom));
	gambar_akhir(p, "TD");
}

/* One line of the piece, the first one with the spanning cells; a piece without lines has one row of the latter only. */
static void row_draw(Penata *p, const BlokTata *b, const Potongan *c, uint32_t i, double y0, double y1)
{
	uint32_t rows = c->sampai > c->dari ? c->sampai - c->dari : 1;
	const char *head = "/A << /O /Table /Scope /Row >>", *span = NULL;
	if (i == c->dari && rows > 1) {
		head = str_format(p->arena, "/A << /O /Table /Scope /Row /RowSpan %u >>", rows);
		span = str_format(p->arena, "/A << /O /Table /RowSpan %u >>", rows);
	}
	gambar_mulai(p, "TR", NULL);
	for (int k = 0; k < FORM_N_KOLOM; k++) {
		p->kolom = k;
		if (blok_spans(b->blok, k)) {
			if (i == c->dari)
				span_draw(p, b, c, k, k == 0 ? head : span);
		} else if (i < c->sampai) {
			line_cell_draw(p, b, c, i, k, y0, y1);
		}
	}
	gambar_akhir(p, "TR");
}

/* The hair line under a line that is not the last, where no cell spans both. */
static void line_rule(Penata *p, const BlokForm *blok, double y)
{
	for (int k = 0, from; k < FORM_N_KOLOM; k++) {
		for (from = k; k < FORM_N_KOLOM && !blok_spans(blok, k); k++)
			;
		if (k > from)
			gambar_garis(p, p->tata->kolom_x[from], y, p->tata->kolom_x[k], y, GARIS_HALUS);
	}
}

static void piece_draw(Penata *p, const BlokTata *b, const Potongan *c)
{
	const double *x = p->tata->kolom_x;
	if (b->blok->tingkat != TINGKAT_SUB_KEGIATAN)
		gambar_bidang(p, (Kotak){x[0], c->y0, x[FORM_N_KOLOM], c->y1}, b->blok->tingkat == TINGKAT_PROGRAM ? BIDANG_PROGRAM : BIDANG_KEGIATAN);
	p->blok = b->nomor;
	double y = c->y0;
	uint32_t i = c->dari;
	do {
		double next = i + 1 < c->sampai ? y + line_height(b, i) : c->y1;
		row_draw(p, b, c, i, y, next);
		if (i + 1 < c->sampai)
			line_rule(p, b->blok, next);
		y = next;
	} while (++i < c->sampai);
	p->blok = PAGE_BUKAN_BLOK;
	for (int k = 0; k <= FORM_N_KOLOM; k++)
		gambar_tegak(p, k, c->y0, c->y1);
	gambar_garis(p, x[0], c->y1, x[FORM_N_KOLOM], c->y1, GARIS_BIASA);
}

bool blok_draw(Penata *p, BlokTata *b)
{
	Potongan c = piece_that_fits(b, p->y, p->bawah - p->y);
	piece_draw(p, b, &c);
	p->y = c.y1;
	if (c.sampai > c.dari) {
		bool whole = c.teks_sampai >= b->baris[c.sampai - 1].n;
		b->mulai = whole ? c.sampai : c.sampai - 1;
		b->teks_baris = whole ? 0 : c.teks_sampai;
	}
	b->teks_rentang = c.rentang_sampai;
	b->lanjutan = true;
	return b->mulai == b->n_baris && b->teks_rentang == b->n_rentang;
}
