#include "base/str.h"
#include "report/page_inti.h"

/* Type sizes tried, largest first: 8 is comfortable on F4; 6 holds a country's money on A4; what is smaller only keeps absurd figures whole. */
static const double UKURAN[] = {8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4, 3.5, 3};

/* The name and the indicator get what the others leave. Below this many type sizes each, the next smaller type is tried. */
static const double LEBAR_TEKS_MINIMUM = 13;

/* A code, a unit or a text in place of a number may ask for this many type sizes; beyond it wraps. */
static const double LEBAR_KODE_MAKSIMUM = 13, LEBAR_SATUAN_MAKSIMUM = 8, LEBAR_ISIAN_MAKSIMUM = 7;

/* Shares of the name tried, in hundredths of what name and indicator have together. */
enum { BAGIAN_TERKECIL = 40, BAGIAN_TERBESAR = 60, BAGIAN_BIASA = 54 };

Gaya gaya_blok(const Penata *p, const BlokForm *blok)
{
	return (Gaya){blok->tingkat != TINGKAT_SUB_KEGIATAN, p->tata->ukuran};
}

Gaya gaya_tercetak(Gaya gaya)
{
	return (Gaya){false, gaya.ukuran * 0.9};
}

Gaya gaya_judul(const Penata *p)
{
	return (Gaya){true, p->tata->ukuran * 0.8125};
}

Gaya gaya_total(const Penata *p)
{
	return (Gaya){true, p->tata->ukuran};
}

Gaya gaya_catatan(const Penata *p)
{
	return (Gaya){false, p->tata->ukuran * 0.9};
}

const char *sel_tercetak(Arena *arena, const SelForm *cell)
{
	return str_format(arena, "(%s)", cell->tercetak);
}

Rata kolom_rata(uint8_t kolom)
{
	return kolom <= 2 ? RATA_KIRI : kolom == 7 ? RATA_TENGAH : RATA_KANAN;
}

static void widen(double *width, double to)
{
	if (to > *width)
		*width = to;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

/* What a cell asks of its column: a number all of its width; a text its width up to a bound. */
static double cell_width(const Penata *p, const SelForm *cell, Gaya gaya, uint8_t kolom)
{
	TeksKata teks = teks_measure(p->arena, p->ukur, cell->teks, gaya);
	double width = teks.utuh;
	if (kolom == 0)
		width = least(width, LEBAR_KODE_MAKSIMUM * gaya.ukuran);
	else if (kolom == 7)
		width = least(width, LEBAR_SATUAN_MAKSIMUM * gaya.ukuran);
	else if (cell->jenis == ISI_SEL_TEKS)
		width = least(width, LEBAR_ISIAN_MAKSIMUM * gaya.ukuran);
	if (cell->tercetak) {
		TeksKata printed = teks_measure(p->arena, p->ukur, sel_tercetak(p->arena, cell), gaya_tercetak(gaya));
		widen(&width, least(printed.utuh, LEBAR_KODE_MAKSIMUM * gaya.ukuran));
	}
	return width;
}

static void widen_by_head(const Penata *p, double width[FORM_N_KOLOM])
{
	for (size_t i = 0; i < FORM_N_JUDUL; i++)
		if (FORM_JUDUL[i].rentang_kolom == 1)
			widen(&width[FORM_JUDUL[i].kolom], teks_measure(p->arena, p->ukur, FORM_JUDUL[i].teks, gaya_judul(p)).terlebar);
	/* the formula of column 7 stands over two columns and should not break either */
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		const JudulForm *j = &FORM_JUDUL[i];
		if (j->baris != 2 || j->rentang_kolom != 2)
			continue;
		double missing = teks_measure(p->arena, p->ukur, j->teks, gaya_judul(p)).utuh - width[j->kolom] - width[j->kolom + 1] - 2 * SEL_PAD_X;
		if (missing > 0) {
			width[j->kolom] += missing / 2;
			width[j->kolom + 1] += missing / 2;
		}
	}
}

static void widen_by_blocks(const Penata *p, double width[FORM_N_KOLOM])
{
	for (uint32_t b = 0; b < p->form->n_blok; b++) {
		const BlokForm *blok = &p->form->blok[b];
		Gaya gaya = gaya_blok(p, blok);
		for (int k = 0; k < FORM_N_KOLOM; k++) {
			if (k == 1 || k == 2)
				continue;
			uint32_t lines = blok_spans(blok, k) ? 1 : blok->n_baris;
			for (uint32_t i = 0; i < lines; i++)
				widen(&width[k], cell_width(p, blok_cell(blok, i, k), gaya, k));
		}
		for (uint32_t i = 0; i < blok->n_catatan; i++)
			widen(&width[9], cell_width(p, &blok->catatan[i].keluaran, (Gaya){true, p->tata->ukuran}, 9));
	}
}

static void widen_by_total(const Penata *p, double width[FORM_N_KOLOM])
{
	const SelForm *cell[FORM_N_KOLOM] = {
		[3] = &p->form->total.pagu, [4] = &p->form->total.target, [5] = &p->form->total.realisasi, [6] = &p->form->total.volume,
		[8] = &p->form->total.keuangan, [9] = &p->form->total.keluaran, [10] = &p->form->total.rata_rata};
	for (int k = 0; k < FORM_N_KOLOM; k++)
		if (cell[k])
			widen(&width[k], cell_width(p, cell[k], gaya_total(p), k));
}

/* Height of all rows in lines when the name has width `nama` and the indicator `indikator`. */
static uint32_t lines_needed(const TeksKata *teks, const TabelForm *form, double nama, double indikator)
{
	uint32_t sum = 0;
	for (uint32_t b = 0; b < form->n_blok; b++) {
		uint32_t left = teks_count_lines(teks++, nama), right = 0;
		for (uint32_t i = 0; i < form->blok[b].n_baris; i++) {
			uint32_t n = teks_count_lines(teks++, indikator);
			right += n ? n : 1;
		}
		sum += left > right ? left : right;
	}
	return sum;
}

static size_t text_count(const TabelForm *form)
{
	size_t n = 0;
	for (uint32_t b = 0; b < form->n_blok; b++)
		n += 1 + form->blok[b].n_baris;
	return n;
}

/* Shares `room` between name and indicator so that the table is shortest. */
static void share_out(const Penata *p, double width[FORM_N_KOLOM], double room)
{
	TeksKata *teks = ARENA_ARRAY(p->arena, TeksKata, text_count(p->form)), *t = teks;
	for (uint32_t b = 0; b < p->form->n_blok; b++) {
		const BlokForm *blok = &p->form->blok[b];
		*t++ = teks_measure(p->arena, p->ukur, blok->nama.teks, gaya_blok(p, blok));
		for (uint32_t i = 0; i < blok->n_baris; i++)
			*t++ = teks_measure(p->arena, p->ukur, blok->baris[i].indikator.teks, gaya_blok(p, blok));
	}
	double text = room - 4 * SEL_PAD_X;
	int best = BAGIAN_BIASA;
	uint32_t shortest = lines_needed(teks, p->form, text * best / 100, text * (100 - best) / 100);
	for (int share = BAGIAN_TERKECIL; share <= BAGIAN_TERBESAR; share += 2) {
		uint32_t lines = lines_needed(teks, p->form, text * share / 100, text * (100 - share) / 100);
		if (lines < shortest) {
			shortest = lines;
			best = share;
		}
	}
	width[1] = text * best / 100;
	width[2] = text * (100 - best) / 100;
}

/* Widths without padding of all but name and indicator; gives what is left for these two with their padding. */
static double measure_fixed(const Penata *p, double width[FORM_N_KOLOM])
{
	double room = p->kanan - p->kiri;
	for (int k = 0; k < FORM_N_KOLOM; k++)
		width[k] = 0;
	widen_by_head(p, width);
	widen_by_blocks(p, width);
	widen_by_total(p, width);
	widen(&width[3], width[5]); /* target and realisasi look alike */
	widen(&width[5], width[3]);
	widen(&width[4], width[6]);
	widen(&width[6], width[4]);
	for (int k = 0; k < FORM_N_KOLOM; k++)
		if (k != 1 && k != 2)
			room -= width[k] + 2 * SEL_PAD_X;
	return room;
}

void kolom_measure(Penata *p)
{
	double width[FORM_N_KOLOM], room = 0;
	for (size_t i = 0; i < sizeof UKURAN / sizeof *UKURAN; i++) {
		p->tata->ukuran = UKURAN[i];
		room = measure_fixed(p, width);
		if (room >= 2 * (LEBAR_TEKS_MINIMUM * UKURAN[i] + 2 * SEL_PAD_X))
			break;
	}
	share_out(p, width, room);
	double x = p->kiri;
	for (int k = 0; k < FORM_N_KOLOM; k++) {
		p->tata->kolom_x[k] = x;
		x += width[k] + 2 * SEL_PAD_X;
	}
	p->tata->kolom_x[FORM_N_KOLOM] = p->kanan;
}
