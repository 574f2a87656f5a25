#include "document/recognise_bagian.h"

enum { JUDUL_TEKS_MAX = 160, KONSEP_MIN = 3, PERAN_MIN = 4, KOLOM_NOMOR_MAX = 60 };

static bool year_like(const char *p)
{
	return (p[0] == '1' || p[0] == '2') && strspn(p, "0123456789") == 4 && str_blank(p + 4);
}

/* A cell that belongs to data: a number, a code, a date, an error. */
static bool data_like(const Sel *sel)
{
	if (sel->jenis == SEL_TANGGAL || sel->jenis == SEL_GALAT || sel->jenis == SEL_LOGIKA)
		return true;
	const char *p = sel->teks;
	while (*p == ' ' || *p == '(' || *p == '-' || *p == '\n')
		p++;
	return *p >= '0' && *p <= '9' && !year_like(p);
}

static bool heading_cell(const Sel *sel, bool dekat, Kata *out)
{
	if (sel->jenis != SEL_TEKS || strlen(sel->teks) > JUDUL_TEKS_MAX)
		return false;
	*out = kenal_kata(sel->teks, dekat);
	return (out->arti & ARTI_KONSEP) && out->n_kenal * 2 >= out->n_kata;
}

typedef struct {
	unsigned n_isi, n_konsep;
	uint32_t arti;
	bool data; /* holds a cell that belongs to data */
} BarisKata;

static BarisKata row_words(const Grid *grid, uint32_t i, bool dekat)
{
	BarisKata r = {0};
	const Baris *row = &grid->baris[i];
	uint32_t n = row->n_sel < JUDUL_KOLOM_MAX ? row->n_sel : JUDUL_KOLOM_MAX;
	for (uint32_t c = 0; c < n; c++) {
		const Sel *sel = &row->sel[c];
		if (sel->jenis == SEL_KOSONG || str_blank(sel->teks))
			continue;
		r.n_isi++;
		if (data_like(sel)) {
			r.data = true;
			return r;
		}
		Kata kata;
		if (heading_cell(sel, dekat, &kata)) {
			r.n_konsep++;
			r.arti |= kata.arti;
		}
	}
	return r;
}

/* At least three headings, none of them data. The cheap exact look comes first: most rows of a table end there. */
static bool full_heading(const Grid *grid, uint32_t i)
{
	if (i >= grid->n_baris)
		return false;
	BarisKata r = row_words(grid, i, false);
	if (r.data || r.n_konsep < 2 || r.n_isi < KONSEP_MIN)
		return false;
	r = row_words(grid, i, true);
	return r.n_konsep >= KONSEP_MIN && r.n_konsep * 2 >= r.n_isi;
}

/* A row of group headings only (TARGET, REALISASI) above the heading row proper. */
static bool group_heading(const Grid *grid, uint32_t i)
{
	BarisKata r = row_words(grid, i, false);
	if (r.data || !r.n_konsep || r.n_isi < 2)
		return false;
	r = row_words(grid, i, true);
	return r.n_konsep == r.n_isi && (r.arti & (ARTI_TARGET | ARTI_REALISASI));
}

/* A further heading row: headings, but for one in three that nobody can read, and not a label of the foot. */
static bool sub_heading(const Grid *grid, uint32_t i)
{
	if (i >= grid->n_baris)
		return false;
	BarisKata r = row_words(grid, i, true);
	if (r.data || !r.n_konsep || r.n_konsep * 3 < r.n_isi * 2)
		return false;
	return r.n_konsep >= 2 || !(r.arti & (ARTI_MASALAH | ARTI_TINDAK | ARTI_KODE | ARTI_NAMA | ARTI_SIMPUL));
}

/* Past a column number, "(4)", "4" or "4a", or "-4", which a spreadsheet makes of a typed (4); NULL if there is none. */
static const char *skip_column_number(const char *p, unsigned *number, bool *bracket)
{
	while (*p == ' ')
		p++;
	bool open = *p == '(';
	*bracket = open || *p == '-';
	p += *bracket;
	unsigned n = 0, value = 0;
	for (; *p >= '0' && *p <= '9' && n < 3; p++, n++)
		value = value * 10 + (unsigned)(*p - '0');
	if (n == 0 || value > KOLOM_NOMOR_MAX)
		return NULL;
	*number = value;
	if (*p >= 'a' && *p <= 'z')
		p++;
	if (open && *p != ')')
		return NULL;
	return p + open;
}

/* Numbers in brackets may stand in any order (columns get moved); bare ones must count up from 1, or they may be volumes. */
bool kenal_baris_nomor(const Grid *grid, uint32_t i)
{
	if (i >= grid->n_baris)
		return false;
	unsigned n = 0, last = 0, n_bracket = 0;
	bool ascending = true;
	const Baris *row = &grid->baris[i];
	for (uint32_t c = 0; c < row->n_sel; c++) {
		const char *p = row->sel[c].teks;
		if (str_blank(p))
			continue;
		unsigned number;
		bool bracket;
		if (c >= JUDUL_KOLOM_MAX || !(p = skip_column_number(p, &number, &bracket)))
			return false;
		while (*p == ' ')
			p++;
		if (*p && *p != '=') /* a formula such as "= (5)/(4)*100" may follow */
			return false;
		ascending &= n == 0 ? number == 1 : number >= last && number <= last + 3;
		last = number;
		n_bracket += bracket;
		n++;
	}
	return n >= KONSEP_MIN && (ascending || n_bracket == n);
}

/* Enough of the form to be a Laporan Capaian: it names nodes and has at least two of the four columns of facts. */
static bool is_report_head(const Peta *p)
{
	unsigned facts = (p->kolom[KOLOM_PAGU] != 0) + (p->kolom[KOLOM_TARGET] != 0) + (p->kolom[KOLOM_REALISASI] != 0) +
	                 (p->kolom[KOLOM_REALISASI_VOLUME] != 0);
	return (p->n_kode || p->n_nama) && facts >= 2;
}

bool kenal_judul(const Grid *grid, uint32_t i, JudulTabel *out)
{
	bool full = full_heading(grid, i);
	if (!full && !(group_heading(grid, i) && full_heading(grid, i + 1)))
		return false;
	memset(out, 0, sizeof *out);
	for (uint32_t c = 0; c <= JUDUL_KOLOM_MAX; c++)
		out->peran[c] = KOLOM_TAK_DIKENAL;
	out->awal = i;
	out->akhir_judul = full ? i + 1 : i + 2;
	while (out->akhir_judul - i < JUDUL_BARIS_MAX && sub_heading(grid, out->akhir_judul))
		out->akhir_judul++;
	out->akhir = out->akhir_judul + kenal_baris_nomor(grid, out->akhir_judul);

	kenal_kolom(grid, out);
	return out->n_peran >= PERAN_MIN && is_report_head(&out->peta);
}

void kenal_judul_catat(Kenal *k, const JudulTabel *judul)
{
	Draf *draf = k->draf;
	for (uint32_t i = judul->awal; i < judul->akhir_judul; i++) {
		const Baris *row = &k->grid->baris[i];
		for (uint32_t c = 1; c <= row->n_sel && c <= JUDUL_KOLOM_MAX; c++) {
			const char *teks = kenal_rapi(k->arena, row->sel[c - 1].teks);
			if (!*teks)
				continue;
			unsigned role = judul->peran[c];
			*ARENA_PUSH(k->arena, draf->judul, draf->n_judul, k->cap_judul) =
				(TertulisJudul){row->nomor, c, teks, role < KOLOM_JUMLAH ? (Kolom)role : KOLOM_JUMLAH, kenal_kata(teks, true).persis};
		}
	}
}
