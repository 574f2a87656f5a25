#include "report/xlsx_tata.h"

#include "base/str.h"
#include "report/xlsx_ukur.h"

/* Excel's own bounds, and the padding it leaves inside a cell. */
#define TINGGI_MAX 409.0
#define PAD 6.0
/* The type should not print smaller than this share of its size. */
#define SKALA_CETAK 0.78
#define LEBAR_TEKS_MIN 120.0
/* One step of indent. */
#define LEKUK 9.0
/* Spreadsheets differ a little in the pixels of a column: pages are filled to this share of what they hold. */
#define PENUH 0.97

enum { RUANG_TANDA = 48 };
enum { KOLOM_NAMA_FORM = 1, KOLOM_SATUAN_FORM = 7 };

typedef struct {
	Arena *arena;
	const TabelForm *form;
	TataXlsx *tata;
	double halaman_lebar, halaman_tinggi; /* what a page holds, in points of paper */
	size_t cap_tinggi, cap_putus;
	double terpakai;                      /* of the current page */
} Penata;

static const struct { double lebar, tinggi; } KERTAS_MM[] = {[KERTAS_F4] = {330, 215}, [KERTAS_A4] = {297, 210}, [KERTAS_LEGAL] = {355.6, 215.9}};

static double points(double mm)
{
	return mm / 25.4 * 72;
}

bool xlsx_spans(uint32_t kolom)
{
	return kolom == 0 || kolom == 1 || kolom == 3 || kolom == 5 || kolom == 8 || kolom == 10;
}

const SelForm *xlsx_cell(const BlokForm *blok, uint32_t baris, uint32_t kolom)
{
	const BarisForm *line = &blok->baris[baris];
	const SelForm *cells[FORM_N_KOLOM] = {&blok->kode, &blok->nama, &line->indikator, &blok->pagu, &line->target, &blok->realisasi, &line->volume,
	                                      &line->satuan, &blok->keuangan, &line->keluaran, &blok->rata_rata};
	return cells[kolom];
}

const char *xlsx_heading(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	bool formula = *text == '(';
	for (; *text; text++) {
		strbuf_addc(&b, *text);
		if (*text == '/' && !formula)
			strbuf_addc(&b, '\n');
	}
	return strbuf_text(&b);
}

uint8_t xlsx_lekuk(const BlokForm *blok)
{
	return blok->tingkat == TINGKAT_PROGRAM ? 0 : blok->tingkat == TINGKAT_KEGIATAN ? 1 : 2;
}

static bool bold(const BlokForm *blok)
{
	return blok->tingkat != TINGKAT_SUB_KEGIATAN;
}

/* With the source's own figure. */
static const char *shown(Arena *arena, const SelForm *cell)
{
	return cell->tercetak ? str_format(arena, "%s (%s)", cell->teks, cell->tercetak) : cell->teks;
}

static double cell_width(Arena *arena, const SelForm *cell, bool tebal)
{
	return ukur_lebar(shown(arena, cell), XLSX_HURUF, tebal);
}

static void widen(double *width, double need)
{
	if (need + PAD > *width)
		*width = need + PAD;
}

static void measure_cells(Penata *p)
{
	double *lebar = p->tata->lebar;
	for (uint32_t i = 0; i < p->form->n_blok; i++) {
		const BlokForm *blok = &p->form->blok[i];
		for (uint32_t j = 0; j < blok->n_baris; j++)
			for (uint32_t k = 0; k < FORM_N_KOLOM; k++) {
				const SelForm *cell = xlsx_cell(blok, j, k);
				if (k == 0 || cell->jenis != ISI_SEL_TEKS)
					widen(&lebar[k], cell_width(p->arena, cell, bold(blok)));
				else if (k == KOLOM_SATUAN_FORM)
					widen(&lebar[k], ukur_kata(cell->teks, XLSX_HURUF, bold(blok)) + LEKUK);
			}
	}
	const SelForm *total[FORM_N_KOLOM] = {[3] = &p->form->total.pagu, &p->form->total.target, &p->form->total.realisasi, &p->form->total.volume, NULL,
	                                      &p->form->total.keuangan, &p->form->total.keluaran, &p->form->total.rata_rata};
	for (uint32_t k = 0; k < FORM_N_KOLOM; k++)
		if (total[k])
			widen(&lebar[k], cell_width(p->arena, total[k], true));
}

/* Numbers and codes get what they need; names and indicators share what the page leaves. */
static void measure_columns(Penata *p)
{
	double *lebar = p->tata->lebar, taken = 0;
	for (size_t i = 0; i < FORM_N_JUDUL; i++)
		if (FORM_JUDUL[i].rentang_kolom == 1)
			widen(&lebar[FORM_JUDUL[i].kolom], ukur_kata(xlsx_heading(p->arena, FORM_JUDUL[i].teks), XLSX_HURUF_KETERANGAN, true));
	measure_cells(p);
	for (uint32_t k = 0; k < FORM_N_KOLOM; k++)
		taken += k == 1 || k == 2 ? 0 : lebar[k];
	double rest = p->halaman_lebar / SKALA_CETAK - taken;
	for (uint32_t k = 1; k <= 2; k++)
		lebar[k] = rest / 2 > LEBAR_TEKS_MIN ? rest / 2 : LEBAR_TEKS_MIN;
}

static uint32_t add_row(Penata *p, double tinggi)
{
	size_t n = p->tata->n_baris;
	*ARENA_PUSH(p->arena, p->tata->tinggi, n, p->cap_tinggi) = tinggi < TINGGI_MAX ? tinggi : TINGGI_MAX;
	p->tata->n_baris = (uint32_t)n;
	return p->tata->n_baris - 1;
}

static double span_width(const Penata *p, uint32_t from, uint32_t to)
{
	double sum = 0;
	for (uint32_t k = from; k <= to; k++)
		sum += p->tata->lebar[k];
	return sum - PAD;
}

static double text_height(const Penata *p, const char *text, double size, bool tebal, uint32_t from, uint32_t to)
{
	return ukur_tinggi(ukur_baris(text, size, tebal, span_width(p, from, to)), size);
}

static double heading_height(const Penata *p, uint8_t baris)
{
	double height = 0;
	for (size_t i = 0; i < FORM_N_JUDUL; i++) {
		const JudulForm *judul = &FORM_JUDUL[i];
		uint8_t last = (uint8_t)(judul->kolom + judul->rentang_kolom - 1);
		double need = text_height(p, xlsx_heading(p->arena, judul->teks), XLSX_HURUF_KETERANGAN, true, judul->kolom, last) / judul->rentang_baris;
		if (judul->baris + judul->rentang_baris > baris && judul->baris <= baris && need > height)
			height = need;
	}
	return height;
}

static void lay_head(Penata *p)
{
	TataXlsx *t = p->tata;
	add_row(p, ukur_tinggi(1, XLSX_HURUF_JUDUL));
	add_row(p, ukur_tinggi(1, XLSX_HURUF_JUDUL));
	add_row(p, 6);
	t->kepala = t->n_baris;
	for (size_t i = 0; i < sizeof p->form->kepala / sizeof *p->form->kepala; i++)
		add_row(p, text_height(p, p->form->kepala[i].isi, XLSX_HURUF, false, 2, 6));
	add_row(p, 6);
	t->judul = t->n_baris;
	for (uint8_t baris = 0; baris < 3; baris++)
		add_row(p, heading_height(p, baris));
	t->isi = t->n_baris;
}

static double cell_height(const Penata *p, const BlokForm *blok, uint32_t baris, uint32_t kolom)
{
	const SelForm *cell = xlsx_cell(blok, baris, kolom);
	unsigned lekuk = kolom == KOLOM_NAMA_FORM ? xlsx_lekuk(blok) : kolom == KOLOM_SATUAN_FORM;
	double width = span_width(p, kolom, kolom) - lekuk * LEKUK;
	if (cell->jenis != ISI_SEL_TEKS || kolom == 0) /* never wrapped */
		return ukur_tinggi(1, XLSX_HURUF);
	return ukur_tinggi(ukur_baris(shown(p->arena, cell), XLSX_HURUF, bold(blok), width), XLSX_HURUF);
}

static void lay_block(Penata *p, uint32_t nomor)
{
	const BlokForm *blok = &p->form->blok[nomor];
	double spanning = 0, sum = 0;
	uint32_t first = p->tata->n_baris;
	for (uint32_t j = 0; j < blok->n_baris; j++) {
		double height = 0;
		for (uint32_t k = 0; k < FORM_N_KOLOM; k++) {
			double need = cell_height(p, blok, j, k);
			double *most = xlsx_spans(k) ? &spanning : &height;
			*most = need > *most ? need : *most;
		}
		uint32_t row = add_row(p, height); /* may move the heights */
		sum += p->tata->tinggi[row];
	}
	/* a name longer than the lines beside it: the last ones grow */
	for (uint32_t j = blok->n_baris; j-- > 0 && sum < spanning;) {
		double *height = &p->tata->tinggi[first + j], room = TINGGI_MAX - *height;
		double more = spanning - sum < room ? spanning - sum : room;
		*height += more;
		sum += more;
	}
	p->tata->blok[nomor] = first;
}

static void lay_foot(Penata *p)
{
	TataXlsx *t = p->tata;
	const TabelForm *form = p->form;
	t->total = add_row(p, ukur_tinggi(1, XLSX_HURUF));
	const char *label[2] = {form->label_permasalahan, form->label_tindak_lanjut}, *text[2] = {form->permasalahan, form->tindak_lanjut};
	for (int i = 0; i < 2; i++) {
		double left = text_height(p, label[i], XLSX_HURUF, true, 0, 1), right = text_height(p, text[i], XLSX_HURUF, false, 2, FORM_N_KOLOM - 1);
		double least = ukur_tinggi(2, XLSX_HURUF);
		double height = left > right ? left : right;
		*(i ? &t->tindak_lanjut : &t->permasalahan) = add_row(p, height > least ? height : least);
	}
	add_row(p, 8);
	t->keterangan = add_row(p, ukur_tinggi(1, XLSX_HURUF_KETERANGAN));
	for (size_t i = 0; i < sizeof form->keterangan / sizeof *form->keterangan; i++)
		add_row(p, text_height(p, form->keterangan[i], XLSX_HURUF_KETERANGAN, false, 0, FORM_N_KOLOM - 1));
	add_row(p, 8);
	t->tanda = t->n_baris;
	const char *sign[TANDA_BARIS] = {form->tempat_tanggal, form->jabatan, "", form->nama, form->pangkat, form->nip};
	for (int i = 0; i < TANDA_BARIS; i++)
		add_row(p, i == TANDA_RUANG ? RUANG_TANDA : text_height(p, sign[i], XLSX_HURUF, i == TANDA_NAMA, 6, FORM_N_KOLOM - 1));
	t->akhir = t->n_baris - 1;
}

static double height_of(const TataXlsx *t, uint32_t from, uint32_t to)
{
	double sum = 0;
	for (uint32_t i = from; i < to; i++)
		sum += t->tinggi[i];
	return sum;
}

/* Do rows [from, to) fit on a page of their own? */
static bool fits(const TataXlsx *t, uint32_t from, uint32_t to, double head, double page)
{
	return height_of(t, from, to) + head <= page;
}

/* Rows [from, to) stay together when they fit on a page at all. */
static void keep_together(Penata *p, uint32_t from, uint32_t to, double head, double page)
{
	double need = height_of(p->tata, from, to);
	if (p->terpakai + need > page && fits(p->tata, from, to, head, page)) {
		*ARENA_PUSH(p->arena, p->tata->putus, p->tata->n_putus, p->cap_putus) = from;
		p->terpakai = head;
	}
	p->terpakai += need;
	while (p->terpakai > page) /* taller than a page: the spreadsheet breaks it where the page ends */
		p->terpakai -= page - head;
}

/* One past the last node that must follow node i: what a program or kegiatan heads. */
static uint32_t chain_end(const TabelForm *form, uint32_t i)
{
	while (i + 1 < form->n_blok && form->blok[i].tingkat != TINGKAT_SUB_KEGIATAN && form->blok[i + 1].tingkat > form->blok[i].tingkat)
		i++;
	return i + 1;
}

static void lay_pages(Penata *p)
{
	TataXlsx *t = p->tata;
	double scale = p->halaman_lebar / (span_width(p, 0, FORM_N_KOLOM - 1) + PAD);
	double page = p->halaman_tinggi / (scale < 1 ? scale : 1) * PENUH, head = height_of(t, t->judul, t->isi);
	p->terpakai = height_of(t, 0, t->isi);
	uint32_t i = 0, next;
	for (; i < p->form->n_blok && (next = chain_end(p->form, i)) < p->form->n_blok; i = next)
		keep_together(p, t->blok[i], t->blok[next], head, page);
	uint32_t last = i < p->form->n_blok ? t->blok[i] : t->total;
	if (fits(t, last, t->n_baris, head, page)) { /* the signature has rows of the table above it on its page */
		keep_together(p, last, t->n_baris, head, page);
		return;
	}
	bool whole = fits(t, t->total, t->n_baris, head, page);
	keep_together(p, last, whole ? t->total : t->total + 1, head, page);
	if (whole) {
		keep_together(p, t->total, t->n_baris, head, page);
		return;
	}
	keep_together(p, t->permasalahan, t->keterangan - 1, head, page);
	keep_together(p, t->keterangan - 1, t->n_baris, head, page); /* with the room above it */
}

const TataXlsx *xlsx_layout(Arena *arena, const TabelForm *form, Kertas kertas)
{
	TataXlsx *tata = ARENA_NEW(arena, TataXlsx);
	tata->blok = ARENA_ARRAY(arena, uint32_t, form->n_blok);
	Penata p = {.arena = arena, .form = form, .tata = tata,
	            .halaman_lebar = points(KERTAS_MM[kertas].lebar - 2 * XLSX_TEPI_MM),
	            .halaman_tinggi = points(KERTAS_MM[kertas].tinggi - 2 * XLSX_TEPI_MM - 4)};
	measure_columns(&p);
	lay_head(&p);
	for (uint32_t i = 0; i < form->n_blok; i++)
		lay_block(&p, i);
	lay_foot(&p);
	lay_pages(&p);
	return tata;
}
