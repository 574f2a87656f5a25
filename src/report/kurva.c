#include "report/kurva.h"

#include "base/str.h"
#include "base/tanggal.h"

static const double KIRI = 34, KANAN = 46, ATAS = 22, BAWAH = 20, UKURAN = 7;
static const double CONTOH = 22, SELA_CONTOH = 120; /* length of a legend's stroke; from one entry to the next */

enum { LANGKAH = 20, PUNCAK_TERKECIL = 100, PUNCAK_TERBESAR = 200 };

/* Where a line ends, and its last figure. */
typedef struct {
	TitikKurva titik;
	const char *teks;
} UjungDeret;

typedef struct {
	Kurva *k;
	Arena *arena;
	int puncak;                /* per cent at the upper edge */
	uint32_t cap_garis, cap_label;
	UjungDeret *akhir; uint32_t n_akhir;
} Lukisan;

static double value_of(Desimal d)
{
	double power = 1;
	for (uint8_t i = 0; i < d.scale; i++)
		power *= 10;
	return (double)d.m / power;
}

/* Upper end of the scale: a whole step above every value; what is beyond double full is drawn at the edge. */
static int peak_of(const DataKurva *data, uint32_t n)
{
	int peak = PUNCAK_TERKECIL;
	for (uint32_t i = 0; i < n; i++)
		for (int b = 0; b < KURVA_BULAN; b++)
			while (peak < PUNCAK_TERBESAR && data[i].nilai[b].isi != ISI_KOSONG && desimal_cmp(data[i].nilai[b].nilai, (Desimal){peak, 0}) > 0)
				peak += LANGKAH;
	return peak;
}

static double x_of(const Lukisan *l, int bulan)
{
	return KIRI + (l->k->lebar - KIRI - KANAN) * bulan / KURVA_BULAN;
}

static double y_of(const Lukisan *l, double value)
{
	double inside = value < 0 ? 0 : value > l->puncak ? l->puncak : value;
	return l->k->tinggi - BAWAH - (l->k->tinggi - ATAS - BAWAH) * inside / l->puncak;
}

static void line_add(Lukisan *l, TitikKurva from, TitikKurva to, bool axis)
{
	*ARENA_PUSH(l->arena, l->k->garis, l->k->n_garis, l->cap_garis) = (GarisKurva){from, to, axis};
}

static void label_add(Lukisan *l, double x, double y, const char *text, RataLabel rata, bool bold)
{
	*ARENA_PUSH(l->arena, l->k->label, l->k->n_label, l->cap_label) = (LabelKurva){x, y, text, rata, bold};
}

static void frame_build(Lukisan *l)
{
	for (int v = 0; v <= l->puncak; v += LANGKAH) {
		double y = y_of(l, v);
		line_add(l, (TitikKurva){x_of(l, 0), y}, (TitikKurva){x_of(l, KURVA_BULAN), y}, v == 0);
		label_add(l, x_of(l, 0) - 5, y + UKURAN * 0.35, str_format(l->arena, "%d %%", v), LABEL_KANAN, false);
	}
	line_add(l, (TitikKurva){x_of(l, 0), y_of(l, 0)}, (TitikKurva){x_of(l, 0), y_of(l, l->puncak)}, true);
	for (int b = 1; b <= KURVA_BULAN; b++) {
		line_add(l, (TitikKurva){x_of(l, b), y_of(l, 0)}, (TitikKurva){x_of(l, b), y_of(l, 0) + 3}, true);
		label_add(l, x_of(l, b), y_of(l, 0) + 4 + UKURAN, str_dupn(l->arena, bulan_name((uint8_t)b, BAHASA_ID), 3), LABEL_TENGAH, false);
	}
}

/* The figure at the end of a line, moved up as far as it would cover one that is there. */
static void end_label_add(Lukisan *l, TitikKurva end, const char *text)
{
	const double step = UKURAN * 1.15;
	double x = end.x + 5, y = end.y + UKURAN * 0.35;
	for (bool moved = true; moved;) {
		moved = false;
		for (uint32_t i = 0; i < l->k->n_label; i++) {
			const LabelKurva *other = &l->k->label[i];
			if (!other->tebal || other->x < x - 40 || other->x > x + 40 || other->y <= y - step || other->y >= y + step)
				continue;
			y = other->y - step - 0.01;
			moved = true;
		}
	}
	label_add(l, x, y, text, LABEL_KIRI, true);
}

static void series_build(Lukisan *l, const DataKurva *data, uint32_t place)
{
	DeretKurva *d = &l->k->deret[l->k->n_deret++];
	*d = (DeretKurva){.jenis = data->jenis};
	if (data->dari_nol)
		d->titik[d->n++] = (TitikKurva){x_of(l, 0), y_of(l, 0)};
	const IsiDesimal *last = NULL;
	for (int b = 0; b < KURVA_BULAN; b++) {
		if (data->nilai[b].isi == ISI_KOSONG)
			continue;
		last = &data->nilai[b];
		d->titik[d->n++] = (TitikKurva){x_of(l, b + 1), y_of(l, value_of(last->nilai))};
	}
	double x = KIRI + place * SELA_CONTOH, y = UKURAN;
	l->k->contoh[l->k->n_contoh].dari = (TitikKurva){x, y - UKURAN * 0.3};
	l->k->contoh[l->k->n_contoh].ke = (TitikKurva){x + CONTOH, y - UKURAN * 0.3};
	l->k->contoh[l->k->n_contoh++].jenis = data->jenis;
	label_add(l, x + CONTOH + 5, y, data->nama, LABEL_KIRI, false);
	if (last)
		l->akhir[l->n_akhir++] = (UjungDeret){d->titik[d->n - 1], desimal_print_id(l->arena, last->nilai, last->nilai.scale)};
}

/* Lowest figure first: one that gives way moves up, so that they stand in the order of their values. */
static int by_height(const void *a, const void *b)
{
	const UjungDeret *x = a, *y = b;
	return (y->titik.y > x->titik.y) - (y->titik.y < x->titik.y);
}

const Kurva *kurva_build(Arena *arena, const DataKurva *data, uint32_t n, double lebar, double tinggi, const char *uraian)
{
	Kurva *k = ARENA_NEW(arena, Kurva);
	*k = (Kurva){.lebar = lebar, .tinggi = tinggi, .ukuran = UKURAN, .uraian = uraian, .deret = ARENA_ARRAY(arena, DeretKurva, n)};
	Lukisan l = {.k = k, .arena = arena, .puncak = peak_of(data, n)};
	frame_build(&l);
	l.akhir = ARENA_ARRAY(arena, UjungDeret, n);
	for (uint32_t i = 0; i < n; i++)
		series_build(&l, &data[i], i);
	if (l.n_akhir)
		qsort(l.akhir, l.n_akhir, sizeof *l.akhir, by_height);
	for (uint32_t i = 0; i < l.n_akhir; i++)
		end_label_add(&l, l.akhir[i].titik, l.akhir[i].teks);
	return k;
}
