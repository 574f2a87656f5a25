#include "report/page_inti.h"

#include <string.h>

/* Liberation Sans: ascent 0.905, descent 0.212 of the type size; the rest of the line is shared out above and below. */
static const double ASCENT = 0.905, DESCENT = 0.212;

static Unsur *unsur_add(Penata *p)
{
	Halaman *h = p->halaman;
	return ARENA_PUSH(p->arena, h->unsur, h->n_unsur, h->cap_unsur);
}

void gambar_mulai(Penata *p, const char *tag, const char *atribut)
{
	*unsur_add(p) = (Unsur){.jenis = UNSUR_MULAI, .tag = tag, .atribut = atribut, .blok = p->blok, .kolom = p->kolom};
}

void gambar_akhir(Penata *p, const char *tag)
{
	*unsur_add(p) = (Unsur){.jenis = UNSUR_AKHIR, .tag = tag, .blok = p->blok, .kolom = p->kolom};
}

void gambar_bidang(Penata *p, Kotak k, WarnaBidang warna)
{
	Halaman *h = p->halaman;
	*ARENA_PUSH(p->arena, h->bidang, h->n_bidang, h->cap_bidang) = (Bidang){k.x0, k.y0, k.x1 - k.x0, k.y1 - k.y0, warna};
}

void gambar_garis(Penata *p, double x0, double y0, double x1, double y1, JenisGaris jenis)
{
	Halaman *h = p->halaman;
	*ARENA_PUSH(p->arena, h->garis, h->n_garis, h->cap_garis) = (Garis){x0, y0, x1, y1, jenis};
}

void gambar_tegak(Penata *p, uint8_t tepi, double y0, double y1)
{
	Halaman *h = p->halaman;
	Garis *last = p->tegak[tepi] ? &h->garis[p->tegak[tepi] - 1] : NULL;
	if (last && y0 - last->y1 < 0.01) {
		last->y1 = y1;
		return;
	}
	double x = p->tata->kolom_x[tepi];
	gambar_garis(p, x, y0, x, y1, GARIS_BIASA);
	p->tegak[tepi] = h->n_garis;
}

static double line_x(const BarisTeks *line, Kotak kotak, Rata rata)
{
	double room = kotak.x1 - kotak.x0 - line->tampak;
	switch (rata) {
	case RATA_KIRI:
		return kotak.x0;
	case RATA_TENGAH:
		return kotak.x0 + room / 2;
	case RATA_KANAN:
		break;
	}
	return kotak.x0 + room;
}

void gambar_paragraf(Penata *p, const Paragraf *paragraf, uint32_t dari, uint32_t sampai, Kotak kotak, double jarak, Rata rata)
{
	for (uint32_t i = dari; i < sampai; i++) {
		const BarisTeks *line = &paragraf->baris[i];
		if (line->n == 0)
			continue;
		double size = line->kata[0]->gaya.ukuran;
		double baseline = kotak.y0 + (i - dari) * jarak + (jarak - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
		*unsur_add(p) = (Unsur){
			.jenis = UNSUR_TEKS, .x = line_x(line, kotak, rata), .y = baseline, .tinta = line->tinta,
			.n_kata = line->n, .kata = line->kata, .blok = p->blok, .kolom = p->kolom,
			.kotak = {(float)kotak.x0, (float)kotak.y0, (float)kotak.x1, (float)kotak.y1},
		};
	}
}

Paragraf paragraf_build(const Penata *p, const char *text, Gaya gaya, Tinta tinta, double width)
{
	Paragraf out = {0};
	TeksKata teks = teks_measure(p->arena, p->ukur, text, gaya);
	teks_wrap(&out, p->arena, p->ukur, &teks, width, tinta);
	return out;
}

double gambar_teks(Penata *p, const char *text, Gaya gaya, Tinta tinta, Kotak kotak, Rata rata)
{
	Paragraf paragraf = paragraf_build(p, text, gaya, tinta, kotak.x1 - kotak.x0);
	double jarak = baris_tinggi(gaya.ukuran);
	kotak.y1 = kotak.y0 + paragraf.n * jarak;
	gambar_paragraf(p, &paragraf, 0, paragraf.n, kotak, jarak, rata);
	return paragraf.n * jarak;
}
