#include "document/recognise_bagian.h"

/* Roles a heading only half decides; the other columns settle them. */
enum {
	SETENGAH_TARGET = PERAN_BANYAK, /* "TARGET" without money or volume */
	SETENGAH_REALISASI,
	SETENGAH_CAPAIAN,
	SETENGAH_UANG,                  /* "ANGGARAN (Rp)" without target or realisasi */
	SETENGAH_VOLUME,
	SETENGAH_KODE_NAMA,             /* "KODE DAN NAMA PROGRAM" */
};

enum { INTIP_BARIS = 40, INTIP_MIN = 2 };

/* ---- the texts of a head, with what merged and blank cells repeat ---- */

typedef struct {
	const char *teks[JUDUL_BARIS_MAX][JUDUL_KOLOM_MAX + 1]; /* own text of a cell, "" if none */
	const char *luas[JUDUL_BARIS_MAX][JUDUL_KOLOM_MAX + 1]; /* with merged and continued groups */
	bool gabung[JUDUL_KOLOM_MAX + 1]; /* the column's heading is the right part of a merged one */
	unsigned n_baris;
	uint32_t n_kolom;
} Tajuk;

static void spread_merged(Tajuk *k, const Grid *grid, uint32_t awal)
{
	for (unsigned r = 0; r < k->n_baris; r++) {
		for (uint32_t c = 1; c <= k->n_kolom; c++) {
			const Sel *sel = grid_cell(grid, awal + r, c);
			if (!*k->teks[r][c])
				continue;
			for (uint32_t y = r; y < k->n_baris && y < r + sel->rentang_baris; y++)
				for (uint32_t x = c; x <= k->n_kolom && x < c + sel->rentang_kolom; x++)
					if (!*k->luas[y][x]) {
						k->luas[y][x] = k->teks[r][c];
						k->gabung[x] |= x > c;
					}
		}
	}
}

static bool text_below(const Tajuk *k, unsigned r, uint32_t c)
{
	for (unsigned y = r + 1; y < k->n_baris; y++)
		if (*k->luas[y][c])
			return true;
	return false;
}

static bool text_above(const Tajuk *k, unsigned r, uint32_t c)
{
	for (unsigned y = 0; y < r; y++)
		if (*k->luas[y][c])
			return true;
	return false;
}

/* A group heading goes on over blank cells to its right, where the table was saved without merged cells. */
static void spread_blank(Tajuk *k, const Grid *grid, uint32_t awal)
{
	for (unsigned r = 0; r < k->n_baris; r++) {
		const char *group = "";
		uint32_t from = 0;
		for (uint32_t c = 1; c <= k->n_kolom; c++) {
			if (*k->luas[r][c]) {
				uint32_t arti = kenal_kata(k->luas[r][c], true).arti;
				bool goes_on = arti & (ARTI_TARGET | ARTI_REALISASI | ARTI_CAPAIAN | ARTI_KODE) && !(arti & (ARTI_RATA | ARTI_NAMA | ARTI_INDIKATOR));
				group = goes_on ? k->luas[r][c] : "";
				from = c;
				continue;
			}
			bool below = text_below(k, r, c);
			if (!*group || text_above(k, r, c))
				continue;
			if (below ? text_below(k, r, from) : !text_below(k, r, from) && grid_cell(grid, awal + r, from)->rentang_kolom <= 1)
				k->luas[r][c] = group;
		}
	}
}

/* ---- what a column means ---- */

static unsigned percent_role(uint32_t leaf, uint32_t group)
{
	if (leaf & ARTI_UANG)
		return KOLOM_KEUANGAN;
	if (leaf & (ARTI_KELUARAN | ARTI_VOLUME | ARTI_KINERJA | ARTI_INDIKATOR))
		return KOLOM_KELUARAN;
	if (group & ARTI_UANG)
		return KOLOM_KEUANGAN;
	return group & (ARTI_KELUARAN | ARTI_VOLUME) ? KOLOM_KELUARAN : SETENGAH_CAPAIAN;
}

static bool is_percent(uint32_t leaf, uint32_t group)
{
	if (leaf & ARTI_RP && !(leaf & ARTI_PERSEN))
		return false;
	if (leaf & ARTI_TARGET)
		return false;
	if (leaf & (ARTI_CAPAIAN | ARTI_PERSEN))
		return !(group & ARTI_TARGET) || (leaf & ARTI_PERSEN && leaf & ARTI_CAPAIAN);
	return group & (ARTI_CAPAIAN | ARTI_PERSEN) && !(leaf & ARTI_REALISASI) && !(group & ARTI_TARGET);
}

/* Of a heading under TARGET or REALISASI: the money or the volume column. */
static unsigned side_role(uint32_t leaf, uint32_t group, bool own, unsigned money, unsigned volume, unsigned half)
{
	if (leaf & ARTI_UANG)
		return money;
	if (leaf & (ARTI_VOLUME | ARTI_KELUARAN | ARTI_INDIKATOR))
		return volume;
	if (own && group & ARTI_UANG)
		return money;
	if (own && group & (ARTI_VOLUME | ARTI_KELUARAN | ARTI_KINERJA))
		return volume;
	return half;
}

/* The role of a column from its own (lowest) heading and those above it. */
static unsigned role_of(Kata leaf, uint32_t group)
{
	uint32_t own = leaf.arti, all = own | group;
	if (own & ARTI_MASALAH)
		return KOLOM_PERMASALAHAN;
	if (own & ARTI_TINDAK)
		return KOLOM_TINDAK_LANJUT;
	if (own & ARTI_LAIN)
		return KOLOM_TAK_DIKENAL;
	if (all & ARTI_RATA)
		return KOLOM_RATA_RATA;
	if (own & ARTI_SATUAN && !(own & (ARTI_UANG | ARTI_VOLUME)))
		return KOLOM_SATUAN;
	if (own & ARTI_KODE)
		return own & ARTI_NAMA ? (unsigned)SETENGAH_KODE_NAMA : own & ARTI_INDIKATOR ? (unsigned)KOLOM_TAK_DIKENAL : (unsigned)KOLOM_KODE;
	if (own & ARTI_BOBOT)
		return PERAN_BOBOT;
	if (leaf.pertama & ARTI_INDIKATOR)
		return KOLOM_INDIKATOR;
	if (is_percent(own, group))
		return percent_role(own, group);
	uint32_t side = own & (ARTI_TARGET | ARTI_REALISASI) ? own : group;
	bool is_own = side == own;
	if (side & ARTI_REALISASI)
		return side_role(own, group, is_own, KOLOM_REALISASI, KOLOM_REALISASI_VOLUME, SETENGAH_REALISASI);
	if (side & ARTI_TARGET)
		return side_role(own, group, is_own, KOLOM_PAGU, KOLOM_TARGET, SETENGAH_TARGET);
	if (own & ARTI_INDIKATOR)
		return KOLOM_INDIKATOR;
	if (own & ARTI_UANG)
		return SETENGAH_UANG;
	if (group & ARTI_KODE && !(own & ARTI_NAMA))
		return KOLOM_KODE;
	if (own & (ARTI_VOLUME | ARTI_KELUARAN))
		return SETENGAH_VOLUME;
	if (own & (ARTI_NAMA | ARTI_SIMPUL))
		return KOLOM_NAMA;
	return own & ARTI_NOMOR ? (unsigned)PERAN_NOMOR : (unsigned)KOLOM_TAK_DIKENAL;
}

/* ---- which column takes a role ---- */

/* Cumulative figures are the ones the form wants; those of an earlier period are not. */
static int role_rank(uint32_t arti)
{
	return (arti & ARTI_SD ? 1 : 0) - (arti & ARTI_LALU ? 2 : 0);
}

typedef struct {
	JudulTabel *judul;
	int rank[JUDUL_KOLOM_MAX + 1];
	uint32_t n_kolom;
} Pembagi;

static uint32_t *column_of(Pembagi *p, unsigned role)
{
	return &p->judul->peta.kolom[role];
}

static void assign(Pembagi *p, unsigned role, uint32_t c)
{
	uint32_t *held = column_of(p, role);
	if (*held && *held != c) {
		if (p->rank[c] <= p->rank[*held]) {
			p->judul->peran[c] = KOLOM_TAK_DIKENAL;
			return;
		}
		p->judul->peran[*held] = KOLOM_TAK_DIKENAL;
	}
	*held = c;
	p->judul->peran[c] = (uint16_t)role;
}

/* Code and name may stand in several columns. */
static void take_list(JudulTabel *judul, uint32_t n_kolom, unsigned role, uint32_t *list, uint32_t *n)
{
	for (uint32_t c = 1; c <= n_kolom && *n < PETA_BANYAK; c++)
		if (judul->peran[c] == role)
			list[(*n)++] = c;
	judul->peta.kolom[role] = *n ? list[0] : 0;
}

/* Half-decided columns take what is missing, in order: of two TARGET columns the first is money, as the form has it. */
static void settle(Pembagi *p, unsigned half, unsigned first, unsigned second, bool lone_is_second)
{
	unsigned n = 0;
	for (uint32_t c = 1; c <= p->n_kolom; c++)
		n += p->judul->peran[c] == half;
	bool to_second = n == 1 && lone_is_second && !*column_of(p, second);
	for (uint32_t c = 1; c <= p->n_kolom; c++) {
		if (p->judul->peran[c] != half)
			continue;
		p->judul->peran[c] = KOLOM_TAK_DIKENAL;
		if (!*column_of(p, first) && !to_second)
			assign(p, first, c);
		else if (!*column_of(p, second))
			assign(p, second, c);
	}
}

static void settle_all(Pembagi *p)
{
	settle(p, SETENGAH_TARGET, KOLOM_PAGU, KOLOM_TARGET, true);
	settle(p, SETENGAH_UANG, KOLOM_PAGU, KOLOM_REALISASI, false);
	bool money_only = *column_of(p, KOLOM_PAGU) && !*column_of(p, KOLOM_TARGET);
	settle(p, SETENGAH_REALISASI, KOLOM_REALISASI, KOLOM_REALISASI_VOLUME, !money_only);
	settle(p, SETENGAH_VOLUME, KOLOM_TARGET, KOLOM_REALISASI_VOLUME, false);
	settle(p, SETENGAH_CAPAIAN, KOLOM_KEUANGAN, KOLOM_KELUARAN, true);
}

static void settle_names(Pembagi *p, const Tajuk *k)
{
	Peta *peta = &p->judul->peta;
	for (uint32_t c = 1; c <= p->n_kolom; c++) {
		if (p->judul->peran[c] != SETENGAH_KODE_NAMA)
			continue;
		peta->kode_dalam_nama = true;
		p->judul->peran[c] = KOLOM_NAMA;
	}
	take_list(p->judul, p->n_kolom, KOLOM_KODE, peta->kode, &peta->n_kode);
	take_list(p->judul, p->n_kolom, KOLOM_NAMA, peta->nama, &peta->n_nama);
	for (uint32_t i = 1; i < peta->n_nama; i++)
		peta->nama_sambung |= k->gabung[peta->nama[i]];
	if (!peta->n_kode)
		peta->kode_dalam_nama = true;
	if (peta->kode_dalam_nama && !peta->n_kode)
		peta->kolom[KOLOM_KODE] = 0;
}

/* Does the column hold codes in the rows below the head? At least two, and no other text. */
static bool holds_codes(const Grid *grid, uint32_t from, uint32_t kolom)
{
	unsigned n = 0;
	for (uint32_t i = from; i < grid->n_baris && i < from + INTIP_BARIS; i++) {
		const char *teks = grid_cell(grid, i, kolom)->teks;
		Kode kode;
		Tingkat tingkat;
		if (str_blank(teks))
			continue;
		if (!kode_parse(&kode, teks, NULL) || !kode_tingkat(&tingkat, kode))
			return n >= INTIP_MIN;
		n++;
	}
	return n >= INTIP_MIN;
}

/* A heading of the codes that nobody can read: the codes themselves say where they stand. */
static void find_codes(JudulTabel *judul, const Grid *grid, uint32_t n_kolom)
{
	Peta *peta = &judul->peta;
	for (uint32_t c = 1; c <= n_kolom && !peta->n_kode; c++) {
		if ((judul->peran[c] != KOLOM_TAK_DIKENAL && judul->peran[c] != KOLOM_NAMA) || !holds_codes(grid, judul->akhir, c))
			continue;
		judul->peran[c] = KOLOM_KODE;
		peta->kode[peta->n_kode++] = peta->kolom[KOLOM_KODE] = c;
		peta->n_nama = 0;
		take_list(judul, n_kolom, KOLOM_NAMA, peta->nama, &peta->n_nama);
		peta->kode_dalam_nama = false;
	}
}

static void read_columns(const Tajuk *k, const Grid *grid, JudulTabel *judul)
{
	Pembagi p = {.judul = judul, .n_kolom = k->n_kolom};
	for (uint32_t c = 1; c <= k->n_kolom; c++) {
		Kata leaf = {0};
		uint32_t group = 0;
		for (unsigned r = k->n_baris; r-- > 0;) {
			if (!*k->luas[r][c])
				continue;
			Kata kata = kenal_kata(k->luas[r][c], true);
			if (!leaf.n_kata)
				leaf = kata;
			else
				group |= kata.arti;
		}
		unsigned role = leaf.n_kata ? role_of(leaf, group) : (unsigned)KOLOM_TAK_DIKENAL;
		p.rank[c] = role_rank(leaf.arti | group);
		judul->peran[c] = (uint16_t)role;
		if (role < PERAN_BANYAK && role != KOLOM_KODE && role != KOLOM_NAMA)
			assign(&p, role, c);
	}
	settle_all(&p);
	settle_names(&p, k);
	find_codes(judul, grid, k->n_kolom);
	for (unsigned role = 0; role < KOLOM_JUMLAH; role++)
		judul->n_peran += judul->peta.kolom[role] != 0;
}

static void read_texts(Tajuk *k, const Grid *grid, uint32_t awal, uint32_t akhir)
{
	k->n_baris = akhir - awal;
	for (unsigned r = 0; r < k->n_baris; r++) {
		uint32_t n = grid->baris[awal + r].n_sel;
		k->n_kolom = n > k->n_kolom ? n : k->n_kolom;
	}
	if (k->n_baris > 1) /* the trailing blank cell of a last group is not kept by readers */
		k->n_kolom++;
	if (k->n_kolom > JUDUL_KOLOM_MAX)
		k->n_kolom = JUDUL_KOLOM_MAX;
	for (unsigned r = 0; r < k->n_baris; r++)
		for (uint32_t c = 1; c <= k->n_kolom; c++) {
			const char *teks = grid_cell(grid, awal + r, c)->teks;
			k->teks[r][c] = k->luas[r][c] = str_blank(teks) ? "" : teks;
		}
}

void kenal_kolom(const Grid *grid, JudulTabel *judul)
{
	Tajuk k = {0};
	read_texts(&k, grid, judul->awal, judul->akhir_judul);
	spread_merged(&k, grid, judul->awal);
	spread_blank(&k, grid, judul->awal);
	read_columns(&k, grid, judul);
}
