#include "base/str.h"
#include "report/page_inti.h"

static const double SELA = 10;                 /* between table and legend */
static const double LEBAR_TANDA_TANGAN = 210;
static const double RUANG_TANDA_TANGAN = 50;   /* for the signature itself and the stamp */
static const double UKURAN_TANDA_TANGAN = 8.5, UKURAN_KETERANGAN = 6.75;

/* Lines of the narrative kept together at a page's foot or head. */
enum { BARIS_TERKECIL = 3 };

enum { N_TANDA_TANGAN = 5, BARIS_TANDA_TANGAN_MAKSIMUM = 6 };

typedef struct {
	Paragraf label[9], teks[9];
	Paragraf judul;
	double label_lebar, jarak, tinggi;
} Keterangan;

typedef struct {
	Paragraf sel[FORM_N_KOLOM];
	double tinggi;
	Paragraf narasi[2];
	Keterangan keterangan;
	Paragraf tanda[N_TANDA_TANGAN];
	double tinggi_tanda;
} Akhir;

/* The total row: its label stands over the first three columns. */
static void total_measure(Penata *p, Akhir *a)
{
	const TabelForm *f = p->form;
	const SelForm *const cell[FORM_N_KOLOM] = {
		[3] = &f->total.pagu, [4] = &f->total.target, [5] = &f->total.realisasi, [6] = &f->total.volume, [7] = &f->total.satuan,
		[8] = &f->total.keuangan, [9] = &f->total.keluaran, [10] = &f->total.rata_rata};
	Gaya gaya = gaya_total(p);
	uint32_t lines = 1;
	a->sel[0] = paragraf_build(p, "JUMLAH TOTAL", gaya, TINTA_HITAM, p->tata->kolom_x[3] - p->tata->kolom_x[0] - 2 * SEL_PAD_X);
	for (int k = 3; k < FORM_N_KOLOM; k++) {
		double width = p->tata->kolom_x[k + 1] - p->tata->kolom_x[k] - 2 * SEL_PAD_X;
		a->sel[k] = paragraf_build(p, cell[k]->teks, gaya, TINTA_HITAM, width);
		if (cell[k]->tercetak) {
			TeksKata printed = teks_measure(p->arena, p->ukur, sel_tercetak(p->arena, cell[k]), gaya_tercetak(gaya));
			teks_wrap(&a->sel[k], p->arena, p->ukur, &printed, width, TINTA_ABU);
		}
		if (a->sel[k].n > lines)
			lines = a->sel[k].n;
	}
	a->tinggi = lines * baris_tinggi(gaya.ukuran) + 2 * SEL_PAD_Y;
}

static void total_draw(Penata *p, const Akhir *a)
{
	const double *x = p->tata->kolom_x;
	double y0 = p->y, y1 = p->y + a->tinggi, jarak = baris_tinggi(gaya_total(p).ukuran);
	gambar_bidang(p, (Kotak){x[0], y0, x[FORM_N_KOLOM], y1}, BIDANG_PROGRAM);
	gambar_mulai(p, "TR", NULL);
	for (int k = 0; k < FORM_N_KOLOM; k = k == 0 ? 3 : k + 1) {
		const char *tag = k == 0 ? "TH" : "TD";
		gambar_mulai(p, tag, k == 0 ? "/A << /O /Table /Scope /Row /ColSpan 3 >>" : NULL);
		p->kolom = k;
		Kotak box = {x[k] + SEL_PAD_X, y0 + SEL_PAD_Y, x[k == 0 ? 3 : k + 1] - SEL_PAD_X, y1 - SEL_PAD_Y};
		gambar_paragraf(p, &a->sel[k], 0, a->sel[k].n, box, jarak, kolom_rata(k));
		gambar_akhir(p, tag);
		gambar_tegak(p, k, y0, y1);
	}
	gambar_akhir(p, "TR");
	gambar_tegak(p, FORM_N_KOLOM, y0, y1);
	gambar_garis(p, x[0], y1, x[FORM_N_KOLOM], y1, GARIS_BIASA);
	p->y = y1;
}

/* Label in bold, then the text, running on; a text of several paragraphs starts on its own line. */
static Paragraf narrative_measure(Penata *p, int column, const char *label, const char *text)
{
	Gaya gaya = {false, p->tata->ukuran}, tebal = {true, p->tata->ukuran};
	TeksKata a = teks_measure(p->arena, p->ukur, str_format(p->arena, "(%d) %s:%c", column, label, strchr(text, '\n') ? '\n' : ' '), tebal);
	TeksKata b = teks_measure(p->arena, p->ukur, text, gaya);
	TeksKata both = {.n = a.n + b.n, .kata = ARENA_ARRAY(p->arena, const Kata *, a.n + b.n)};
	for (uint32_t i = 0; i < both.n; i++)
		both.kata[i] = i < a.n ? a.kata[i] : b.kata[i - a.n];
	Paragraf out = {0};
	teks_wrap(&out, p->arena, p->ukur, &both, p->kanan - p->kiri - 2 * SEL_PAD_X, TINTA_HITAM);
	if (str_blank(text)) /* room to write by hand */
		*ARENA_PUSH(p->arena, out.baris, out.n, out.cap) = (BarisTeks){0};
	return out;
}

static double narrative_height(const Penata *p, uint32_t lines)
{
	return lines * baris_tinggi(p->tata->ukuran) + 4 * SEL_PAD_Y;
}

static void narrative_draw(Penata *p, const Paragraf *text, uint32_t from, uint32_t to)
{
	double y0 = p->y, y1 = y0 + narrative_height(p, to - from);
	if (y0 <= p->atas)
		gambar_garis(p, p->kiri, y0, p->kanan, y0, GARIS_BIASA);
	gambar_mulai(p, "TR", NULL);
	gambar_mulai(p, "TD", "/A << /O /Table /ColSpan 11 >>");
	Kotak box = {p->kiri + SEL_PAD_X, y0 + 2 * SEL_PAD_Y, p->kanan - SEL_PAD_X, y1 - 2 * SEL_PAD_Y};
	gambar_paragraf(p, text, from, to, box, baris_tinggi(p->tata->ukuran), RATA_KIRI);
	gambar_akhir(p, "TD");
	gambar_akhir(p, "TR");
	gambar_tegak(p, 0, y0, y1);
	gambar_tegak(p, FORM_N_KOLOM, y0, y1);
	gambar_garis(p, p->kiri, y1, p->kanan, y1, GARIS_BIASA);
	p->y = y1;
}

static void legend_measure(Penata *p, Keterangan *k)
{
	Gaya gaya = {false, UKURAN_KETERANGAN}, tebal = {true, UKURAN_KETERANGAN};
	double width = p->kanan - p->kiri - LEBAR_TANDA_TANGAN - 2 * SELA;
	k->jarak = baris_tinggi(UKURAN_KETERANGAN);
	k->judul = paragraf_build(p, p->form->judul_keterangan, tebal, TINTA_HITAM, width);
	const char *text[9];
	for (int i = 0; i < 9; i++) {
		const char *all = p->form->keterangan[i], *colon = strstr(all, " : ");
		text[i] = colon ? colon + 1 : all;
		const char *label = colon ? str_dupn(p->arena, all, (size_t)(colon - all)) : "";
		k->label[i] = paragraf_build(p, label, gaya, TINTA_HITAM, width / 2);
		if (k->label[i].n && k->label[i].baris[0].tampak + SEL_PAD_X > k->label_lebar)
			k->label_lebar = k->label[i].baris[0].tampak + SEL_PAD_X;
	}
	uint32_t lines = k->judul.n;
	for (int i = 0; i < 9; i++) {
		k->teks[i] = paragraf_build(p, text[i], gaya, TINTA_HITAM, width - k->label_lebar);
		lines += k->teks[i].n;
	}
	k->tinggi = lines * k->jarak + 2 * SEL_PAD_Y;
}

static void legend_draw(Penata *p, const Keterangan *k, double y)
{
	double right = p->kanan - LEBAR_TANDA_TANGAN - 2 * SELA;
	gambar_mulai(p, "P", NULL);
	gambar_paragraf(p, &k->judul, 0, k->judul.n, (Kotak){p->kiri, y, right, y + k->judul.n * k->jarak}, k->jarak, RATA_KIRI);
	gambar_akhir(p, "P");
	y += k->judul.n * k->jarak + SEL_PAD_Y;
	for (int i = 0; i < 9; i++) {
		double next = y + k->teks[i].n * k->jarak;
		gambar_mulai(p, "P", NULL);
		gambar_paragraf(p, &k->label[i], 0, k->label[i].n, (Kotak){p->kiri, y, p->kiri + k->label_lebar, next}, k->jarak, RATA_KIRI);
		gambar_paragraf(p, &k->teks[i], 0, k->teks[i].n, (Kotak){p->kiri + k->label_lebar, y, right, next}, k->jarak, RATA_KIRI);
		gambar_akhir(p, "P");
		y = next;
	}
}

static void signature_measure(Penata *p, Akhir *a)
{
	const TabelForm *f = p->form;
	const char *const text[N_TANDA_TANGAN] = {f->tempat_tanggal, f->jabatan, f->nama, f->pangkat, f->nip};
	double jarak = baris_tinggi(UKURAN_TANDA_TANGAN);
	a->tinggi_tanda = RUANG_TANDA_TANGAN;
	for (int i = 0; i < N_TANDA_TANGAN; i++) {
		a->tanda[i] = paragraf_build(p, text[i], (Gaya){i == 2, UKURAN_TANDA_TANGAN}, TINTA_HITAM, LEBAR_TANDA_TANGAN);
		if (a->tanda[i].n > BARIS_TANDA_TANGAN_MAKSIMUM)
			a->tanda[i].n = BARIS_TANDA_TANGAN_MAKSIMUM; /* no name or title is that long */
		a->tinggi_tanda += (a->tanda[i].n ? a->tanda[i].n : i == 2) * jarak;
	}
}

/* A rule under each line of the name; where no name is known a rule to write on. */
static void name_underline(Penata *p, const Paragraf *name, double y, double jarak)
{
	double x = p->kanan - LEBAR_TANDA_TANGAN, middle = x + LEBAR_TANDA_TANGAN / 2;
	for (uint32_t i = 0; i < (name->n ? name->n : 1); i++) {
		double half = name->n ? name->baris[i].tampak / 2 : LEBAR_TANDA_TANGAN * 0.4;
		double base = y + (i + 0.9) * jarak;
		gambar_garis(p, middle - half, base, middle + half, base, GARIS_BAWAH);
	}
}

static void signature_draw(Penata *p, const Akhir *a, double y)
{
	double jarak = baris_tinggi(UKURAN_TANDA_TANGAN), x = p->kanan - LEBAR_TANDA_TANGAN;
	for (int i = 0; i < N_TANDA_TANGAN; i++) {
		const Paragraf *text = &a->tanda[i];
		if (i == 2) {
			y += RUANG_TANDA_TANGAN;
			name_underline(p, text, y, jarak);
		}
		double next = y + (text->n ? text->n : i == 2) * jarak;
		if (text->n) {
			gambar_mulai(p, "P", NULL);
			gambar_paragraf(p, text, 0, text->n, (Kotak){x, y, p->kanan, next}, jarak, RATA_TENGAH);
			gambar_akhir(p, "P");
		}
		y = next;
	}
}

static double closing_height(const Akhir *a)
{
	return SELA + (a->keterangan.tinggi > a->tinggi_tanda ? a->keterangan.tinggi : a->tinggi_tanda);
}

/* The narrative over as many pages as it takes. Its last lines go to the next page with the signature when that does not fit under them. */
static void narrative_flow(Penata *p, const Paragraf *text, double below, void (*halaman_baru)(Penata *p, bool dengan_kepala))
{
	double jarak = baris_tinggi(p->tata->ukuran);
	uint32_t from = 0;
	while (from < text->n) {
		double room = p->bawah - p->y - 4 * SEL_PAD_Y;
		uint32_t left = text->n - from, fits = room > jarak ? (uint32_t)(room / jarak) : 0;
		bool fresh = p->y <= p->atas;
		if (fits >= left && (p->y + narrative_height(p, left) + below <= p->bawah || (fresh && left <= BARIS_TERKECIL))) {
			narrative_draw(p, text, from, text->n);
			return;
		}
		if (fits >= left) /* what is below does not fit: take some lines along */
			fits = left > BARIS_TERKECIL ? left - BARIS_TERKECIL : 0;
		if (fits >= BARIS_TERKECIL || (fits && fits == left)) {
			narrative_draw(p, text, from, from + fits);
			from += fits;
		}
		halaman_baru(p, false);
	}
}

void akhir_draw(Penata *p, void (*halaman_baru)(Penata *p, bool dengan_kepala))
{
	Akhir a = {0};
	total_measure(p, &a);
	a.narasi[0] = narrative_measure(p, 9, p->form->label_permasalahan, p->form->permasalahan);
	a.narasi[1] = narrative_measure(p, 10, p->form->label_tindak_lanjut, p->form->tindak_lanjut);
	legend_measure(p, &a.keterangan);
	signature_measure(p, &a);

	double closing = closing_height(&a), last = narrative_height(p, a.narasi[1].n) + closing;
	double all = a.tinggi + narrative_height(p, a.narasi[0].n) + last, page = p->bawah - p->atas - p->tinggi_kepala;
	double least = all <= page ? all : a.tinggi + narrative_height(p, BARIS_TERKECIL);
	if (p->y + least > p->bawah)
		halaman_baru(p, true);
	total_draw(p, &a);
	bool apart = last > p->bawah - p->atas; /* the second text is itself longer than a page: then only its end stays with the signature */
	narrative_flow(p, &a.narasi[0], apart ? 0 : last, halaman_baru);
	narrative_flow(p, &a.narasi[1], closing, halaman_baru);
	gambar_akhir(p, "Table");
	legend_draw(p, &a.keterangan, p->y + SELA);
	signature_draw(p, &a, p->y + SELA);
}
