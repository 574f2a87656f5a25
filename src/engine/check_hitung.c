#include "engine/check_hitung.h"

#include "base/str.h"

/* ---- the decimals that numbers typed into a spreadsheet show ---- */

static bool typed_number(const Hitung *h, Tertulis cell)
{
	return h->p->draf->buku->format == FORMAT_XLSX && !cell.angka_teks;
}

static uint8_t usual_decimals(const Hitung *h)
{
	static const Besar PERSEN[] = {BESAR_KEUANGAN, BESAR_KELUARAN, BESAR_RATA_RATA};
	uint8_t most = 0;
	if (h->p->draf->buku->format != FORMAT_XLSX)
		return 0;
	for (uint32_t i = 0; i <= h->n; i++)
		for (size_t k = 0; k < sizeof PERSEN / sizeof *PERSEN; k++) {
			Tertulis cell = hitung_cell(h, i, PERSEN[k]);
			if (cell.baris && cell.angka.status == ANGKA_NILAI && cell.angka.nilai.scale > most)
				most = cell.angka.nilai.scale;
		}
	return most < h->p->kebijakan->desimal ? most : h->p->kebijakan->desimal;
}

/* ---- making ---- */

static Keyakinan *beliefs(Arena *arena, uint32_t n)
{
	Keyakinan *k = ARENA_ARRAY(arena, Keyakinan, n);
	for (uint32_t i = 0; i < n; i++)
		k[i].temuan = -1;
	return k;
}

static void forget_exact(Hitung *h)
{
	for (int b = 0; b < BESAR_JUMLAH; b++)
		h->tepat[b] = ARENA_ARRAY(h->p->arena, const Pecahan *, h->n + 1);
}

Hitung *hitung_new(Pemeriksaan *p)
{
	Hitung *h = ARENA_NEW(p->arena, Hitung);
	*h = (Hitung){.p = p, .snapshot = &p->draf->snapshot, .hasil = p->hasil, .n = p->draf->snapshot.n_simpul, .langkah = DIAGNOSA_LANGKAH};
	for (int b = BESAR_PAGU; b <= BESAR_REALISASI; b++) {
		h->uang[b] = ARENA_ARRAY(p->arena, KeyakinanUang, h->n + 1);
		for (uint32_t i = 0; i <= h->n; i++)
			h->uang[b][i].temuan = -1;
	}
	h->keuangan = beliefs(p->arena, h->n + 1);
	h->keluaran = beliefs(p->arena, h->n + 1);
	h->indikator = beliefs(p->arena, h->snapshot->n_indikator);
	forget_exact(h);
	h->desimal_mesin = usual_decimals(h);
	return h;
}

void hitung_correct(Hitung *h, const Snapshot *snapshot)
{
	h->snapshot = snapshot;
	h->hasil = rollup_run(h->p->arena, snapshot, h->p->kebijakan);
	forget_exact(h);
}

/* ---- figures as they should be ---- */

const Capaian *hitung_capaian(const Hitung *h, uint32_t i)
{
	return i == h->n ? &h->hasil->total : &h->hasil->simpul[i];
}

IsiDesimal hitung_benar(const Hitung *h, uint32_t i, Besar besar)
{
	const Capaian *c = hitung_capaian(h, i);
	switch (besar) {
	case BESAR_KEUANGAN:
		return c->keuangan;
	case BESAR_KELUARAN:
		return c->keluaran;
	case BESAR_RATA_RATA:
		return c->rata_rata;
	default:
		return (IsiDesimal){0};
	}
}

const Pecahan *hitung_tepat(Hitung *h, uint32_t i, Besar besar)
{
	if (hitung_benar(h, i, besar).isi == ISI_KOSONG)
		return NULL;
	const Pecahan **known = &h->tepat[besar][i];
	JenisAngka jenis = besar == BESAR_KEUANGAN ? ANGKA_KEUANGAN : besar == BESAR_KELUARAN ? ANGKA_KELUARAN : ANGKA_RATA_RATA;
	if (!*known)
		*known = rollup_exact(h->p->arena, h->snapshot, h->p->kebijakan, hitung_simpul(h, i), jenis);
	return *known;
}

/* ---- the tree ---- */

uint32_t hitung_anak(const Hitung *h, uint32_t i)
{
	uint32_t first = i == h->n ? 0 : i + 1, end = i == h->n ? h->n : h->snapshot->simpul[i].akhir;
	return first < end ? first : SIMPUL_NONE;
}

uint32_t hitung_adik(const Hitung *h, uint32_t anak)
{
	uint32_t induk = h->snapshot->simpul[anak].induk, next = h->snapshot->simpul[anak].akhir;
	uint32_t end = induk == SIMPUL_NONE ? h->n : h->snapshot->simpul[induk].akhir;
	return next < end ? next : SIMPUL_NONE;
}

uint32_t hitung_n_anak(const Hitung *h, uint32_t i)
{
	uint32_t n = 0;
	for (uint32_t c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c))
		n++;
	return n;
}

bool hitung_per_baris(const Hitung *h, uint32_t i)
{
	return i < h->n && (hitung_anak(h, i) == SIMPUL_NONE || h->p->kebijakan->induk == INDUK_SENDIRI);
}

/* ---- written cells ---- */

static Tertulis total_cell(const Draf *draf, Besar besar)
{
	if (!draf->ada_total)
		return (Tertulis){.teks = ""};
	switch (besar) {
	case BESAR_PAGU:
		return draf->total.pagu;
	case BESAR_REALISASI:
		return draf->total.realisasi;
	case BESAR_KEUANGAN:
		return draf->total.keuangan;
	case BESAR_KELUARAN:
		return draf->total.keluaran;
	default:
		return draf->total.rata_rata;
	}
}

Tertulis hitung_cell(const Hitung *h, uint32_t i, Besar besar)
{
	const Draf *draf = h->p->draf;
	if (i == h->n)
		return total_cell(draf, besar);
	switch (besar) {
	case BESAR_PAGU:
		return draf->simpul[i].pagu;
	case BESAR_REALISASI:
		return draf->simpul[i].realisasi;
	case BESAR_KEUANGAN:
		return draf->simpul[i].keuangan;
	case BESAR_KELUARAN:
		return draf->simpul[i].keluaran;
	default:
		return draf->simpul[i].rata_rata;
	}
}

bool hitung_dinilai(const Hitung *h, Tertulis cell)
{
	return cell.baris && cell.angka.status == ANGKA_NILAI && !check_cell_explained(h->p, cell);
}

IsiDesimal hitung_tercetak(const Hitung *h, Tertulis cell)
{
	return hitung_dinilai(h, cell) ? isi_desimal(cell.angka.nilai) : (IsiDesimal){0};
}

/* ---- comparing ---- */

/* A figure: rounded for print at hand, exact on demand. */
typedef struct {
	IsiDesimal benar;
	Besar besar;          /* BESAR_JUMLAH: of an indicator */
	uint32_t i;
	const Pecahan *tepat; /* not NULL: already known, benar is not */
} Figur;

static bool rounded(Hitung *h, const Figur *f, uint8_t desimal, Desimal *out)
{
	const Kebijakan *k = h->p->kebijakan;
	if (!f->tepat && desimal == f->benar.nilai.scale) {
		*out = f->benar.nilai;
		return true;
	}
	const Pecahan *tepat = f->tepat                       ? f->tepat
	                       : f->besar == BESAR_JUMLAH ? rollup_exact_indikator(h->p->arena, h->snapshot, k, f->i)
	                                                  : hitung_tepat(h, f->i, f->besar);
	return tepat && pecahan_round(out, tepat, desimal, k->pembulatan);
}

static bool within_tolerance(const Hitung *h, Desimal printed, Desimal benar)
{
	Desimal difference;
	if (!desimal_sub(&difference, printed, benar))
		return false;
	if (difference.m < 0)
		difference.m = -difference.m;
	return desimal_cmp(difference, h->p->kebijakan->selisih_cetak) <= 0;
}

static bool says(Hitung *h, const Figur *f, Desimal printed, uint8_t desimal)
{
	Desimal benar;
	return rounded(h, f, desimal, &benar) && within_tolerance(h, printed, benar);
}

static bool agrees(Hitung *h, const Figur *f, Tertulis cell)
{
	Desimal printed = cell.angka.nilai, shown;
	if (!typed_number(h, cell))
		return says(h, f, printed, printed.scale);
	if (says(h, f, printed, printed.scale < h->desimal_mesin ? h->desimal_mesin : printed.scale))
		return true;
	uint8_t usual = h->p->kebijakan->desimal;
	return printed.scale > usual && desimal_rescale(&shown, printed, usual, h->p->kebijakan->pembulatan) && says(h, f, shown, usual);
}

bool hitung_cocok(Hitung *h, uint32_t i, Besar besar, Tertulis cell)
{
	Figur f = {.benar = hitung_benar(h, i, besar), .besar = besar, .i = i};
	return f.benar.isi != ISI_KOSONG && agrees(h, &f, cell);
}

bool hitung_cocok_indikator(Hitung *h, uint32_t indikator, Tertulis cell)
{
	Figur f = {.benar = h->hasil->indikator[indikator], .besar = BESAR_JUMLAH, .i = indikator};
	return f.benar.isi != ISI_KOSONG && agrees(h, &f, cell);
}

bool hitung_cocok_tepat(Hitung *h, const Pecahan *tepat, Tertulis cell)
{
	Figur f = {.tepat = tepat};
	return tepat && agrees(h, &f, cell);
}

Keyakinan hitung_yakin(const Hitung *h, Tertulis cell, int32_t temuan)
{
	Arena *a = h->p->arena;
	const Pecahan *printed = pecahan_desimal(a, cell.angka.nilai);
	const Pecahan *half = pecahan_desimal(a, (Desimal){5, (uint8_t)(cell.angka.nilai.scale + 1)});
	return (Keyakinan){temuan, pecahan_sub(a, printed, half), pecahan_add(a, printed, half)};
}
