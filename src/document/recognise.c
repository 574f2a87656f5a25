#include "document/recognise.h"

#include "document/recognise_bagian.h"

#include <assert.h>

/* A sheet that may hold the report. */
typedef struct {
	uint32_t lembar;
	JudulTabel judul;
	uint64_t nilai; /* how well it fits; 0: no table head */
	bool dicoba;
} Calon;

enum { LEMBAR_DICOBA_MAX = 8 };

/* More columns of the form first, then visible before hidden, then more rows. */
static uint64_t score(const Grid *grid, const JudulTabel *judul)
{
	return ((uint64_t)judul->n_peran << 40) + ((uint64_t)!grid->tersembunyi << 36) + (grid->n_baris - judul->awal);
}

static bool find_head(const Grid *grid, JudulTabel *out)
{
	for (uint32_t i = 0; i < grid->n_baris; i++)
		if (kenal_judul(grid, i, out))
			return true;
	return false;
}

/* Form E.81, the quarterly evaluation of the Renja, has every column word of ours and quite another meaning: its money and volumes stand in pairs of
 * five-year, yearly and quarterly figures. Its headings name the plans. */
static bool evaluates_renja(const Grid *grid, const JudulTabel *judul)
{
	unsigned n = 0;
	for (uint32_t i = judul->awal; i < judul->akhir_judul; i++)
		for (uint32_t c = 0; c < grid->baris[i].n_sel; c++) {
			const char *text = grid->baris[i].sel[c].teks;
			n += str_find_fold(text, "renstra") || str_find_fold(text, "renja");
		}
	return n >= 2;
}

/* The first texts of the document, so that the message says what was found instead. */
static const char *first_cells(Arena *arena, const Buku *buku)
{
	StrBuf b = {.arena = arena};
	for (uint32_t g = 0; g < buku->n_grid; g++) {
		const Grid *grid = &buku->grid[g];
		unsigned found = 0;
		for (uint32_t i = 0; i < grid->n_baris && i < 20 && found < 3; i++)
			for (uint32_t c = 0; c < grid->baris[i].n_sel && c < 20 && found < 3; c++) {
				const char *text = str_squeeze(arena, grid->baris[i].sel[c].teks);
				if (!*text)
					continue;
				size_t n = strlen(text) < 40 ? strlen(text) : 40;
				while (n < strlen(text) && n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
					n--;
				strbuf_addf(&b, "%s\"%.*s%s\"", b.len ? ", " : "", (int)n, text, n < strlen(text) ? "..." : "");
				found++;
			}
		if (found)
			break;
	}
	return strbuf_text(&b);
}

static Err not_a_report(Arena *arena, const Buku *buku, Bahasa bahasa, ErrInfo *info)
{
	const char *found = first_cells(arena, buku);
	const char *hint = teks(bahasa, "a Laporan Capaian has a table head with KODE, NAMA, INDIKATOR, TARGET, REALISASI, SATUAN, CAPAIAN");
	if (!*found)
		return err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: no Laporan Capaian: the document is empty"), buku->berkas), hint);
	return err_set(info, ERR_FORMAT,
	               str_format(arena, teks(bahasa, "%s: no Laporan Capaian: no row holds its headings; the document begins with %s"), buku->berkas, found),
	               hint);
}

static Err no_nodes(Kenal *k, const JudulTabel *judul, ErrInfo *info)
{
	assert(k->grid);
	const char *where = k->grid->nama ? str_format(k->arena, "%s!%s", k->grid->nama, grid_cell_name(k->arena, 1, k->grid->baris[judul->awal].nomor))
	                                  : str_format(k->arena, "%u", k->grid->baris[judul->awal].nomor);
	return err_set(info, ERR_FORMAT,
	               str_format(k->arena, teks(k->bahasa, "%s:%s: no Laporan Capaian: below this table head no row is a program, kegiatan or sub kegiatan"),
	                          k->buku->berkas, where),
	               teks(k->bahasa, "rows are known by a code such as 2.17.01.2.01.01 or a number such as 1.1.1"));
}

static Err another_form(Arena *arena, const Buku *buku, const Calon *calon, Bahasa bahasa, ErrInfo *info)
{
	const Grid *grid = &buku->grid[calon->lembar];
	uint32_t row = grid->baris[calon->judul.awal].nomor;
	const char *where = grid->nama ? str_format(arena, "%s!%u", grid->nama, row) : str_format(arena, "%u", row);
	return err_set(info, ERR_FORMAT,
	               str_format(arena, teks(bahasa, "%s:%s: this table evaluates the Renja (form E.81), it is no Laporan Capaian"), buku->berkas, where),
	               teks(bahasa, "a Laporan Capaian has a table head with KODE, NAMA, INDIKATOR, TARGET, REALISASI, SATUAN, CAPAIAN"));
}

static void report_columns(Kenal *k, const JudulTabel *judul)
{
	static const struct {
		Kolom kolom;
		const char *nama;
		LevelTemuan level;
	} KOLOM[] = {
		{KOLOM_KODE, "KODE", LEVEL_WARNING},
		{KOLOM_NAMA, "NAMA", LEVEL_WARNING},
		{KOLOM_INDIKATOR, "INDIKATOR", LEVEL_WARNING},
		{KOLOM_PAGU, "TARGET: ANGGARAN", LEVEL_ERROR},
		{KOLOM_TARGET, "TARGET: VOLUME", LEVEL_ERROR},
		{KOLOM_REALISASI, "REALISASI: ANGGARAN", LEVEL_ERROR},
		{KOLOM_REALISASI_VOLUME, "REALISASI: VOLUME", LEVEL_ERROR},
		{KOLOM_SATUAN, "SATUAN", LEVEL_WARNING},
		{KOLOM_KEUANGAN, "CAPAIAN: KEUANGAN", LEVEL_WARNING},
		{KOLOM_KELUARAN, "CAPAIAN: OUTCOME/OUTPUT", LEVEL_WARNING},
		{KOLOM_RATA_RATA, "RATA-RATA", LEVEL_WARNING},
	};
	for (size_t i = 0; i < sizeof KOLOM / sizeof *KOLOM; i++) {
		if (judul->peta.kolom[KOLOM[i].kolom] || (KOLOM[i].kolom == KOLOM_KODE && judul->peta.kode_dalam_nama && judul->peta.n_nama))
			continue;
		kenal_lapor(k, "kolom-hilang", KOLOM[i].level, kenal_posisi(k, judul->awal, 0), NULL, NULL,
		            str_format(k->arena, teks(k->bahasa, "The table has no column %s."), KOLOM[i].nama),
		            KOLOM[i].level == LEVEL_ERROR ? teks(k->bahasa, "Without it the report cannot be computed.")
		                                          : teks(k->bahasa, "Add it, or spell its heading as the form does."));
	}
}

static void report_ambiguous(Kenal *k)
{
	if (!k->n_ambigu)
		return;
	Posisi posisi = {k->buku->berkas, k->grid->nama, k->ambigu_pertama.baris, k->ambigu_pertama.kolom};
	const char *first = k->ambigu_pertama.teks, *message;
	if (k->draf->notasi == NOTASI_TAK_TENTU)
		message = str_format(k->arena, teks(k->bahasa, "%zu numbers such as \"%s\" can be read in two ways and nothing in the document decides; the "
		                                               "Indonesian notation was taken."), k->n_ambigu, first);
	else
		message = str_format(k->arena, teks(k->bahasa, "%zu numbers such as \"%s\" can be read in two ways; the document's other numbers decided."),
		                     k->n_ambigu, first);
	kenal_lapor(k, "notasi-ambigu", LEVEL_NOTE, posisi, NULL, first, message, teks(k->bahasa, "Write two decimals everywhere: 1.234,00."));
}

static void report_other_sheets(Kenal *k, const Calon *calon, size_t n, size_t best)
{
	for (size_t i = 0; i < n; i++) {
		const Grid *grid = &k->buku->grid[calon[i].lembar];
		if (i == best || !calon[i].nilai)
			continue;
		kenal_lapor(k, "lembar-lain", LEVEL_NOTE, (Posisi){k->buku->berkas, grid->nama, grid->baris[calon[i].judul.awal].nomor, 0}, NULL, grid->nama,
		            str_format(k->arena, teks(k->bahasa, "Sheet \"%s\" also holds a report; \"%s\" was read."), grid->nama ? grid->nama : "",
		                       k->grid->nama ? k->grid->nama : ""),
		            teks(k->bahasa, "Keep one report in a file."));
	}
}

static void finish(Kenal *k)
{
	Snapshot *s = &k->draf->snapshot;
	s->n_simpul = (uint32_t)k->n_simpul;
	s->simpul = k->simpul;
	s->n_indikator = (uint32_t)k->n_indikator;
	s->indikator = k->indikator;
	k->draf->simpul = k->tertulis;
	k->draf->indikator = k->tertulis_indikator;
}

/* Reads one sheet; false when its table holds nothing but foreign rows. An empty table is a report. */
static bool read_sheet(Kenal *k, Arena *arena, const Buku *buku, const Calon *calon, Bahasa bahasa)
{
	Draf *draf = ARENA_NEW(arena, Draf);
	*k = (Kenal){.arena = arena, .buku = buku, .grid = &buku->grid[calon->lembar], .bahasa = bahasa, .draf = draf,
	             .lembar_kerja = buku->format == FORMAT_XLSX};
	draf->buku = buku;
	draf->grid = k->grid;
	draf->temuan.arena = arena;
	kenal_kepala(k, calon->judul.awal);
	kenal_tabel(k, &calon->judul);
	return k->n_simpul || !draf->temuan.n;
}

/* The best sheet not yet tried; n when none is left. */
static size_t best_sheet(const Calon *calon, size_t n)
{
	size_t best = n;
	for (size_t i = 0; i < n; i++)
		if (calon[i].nilai && !calon[i].dicoba && (best == n || calon[i].nilai > calon[best].nilai))
			best = i;
	return best;
}

Err recognise_laporan(Draf **out, Arena *arena, const Buku *buku, Bahasa bahasa, ErrInfo *info)
{
	Calon *calon = ARENA_ARRAY(arena, Calon, buku->n_grid), *other = NULL;
	for (uint32_t g = 0; g < buku->n_grid; g++) {
		calon[g].lembar = g;
		if (!find_head(&buku->grid[g], &calon[g].judul))
			continue;
		if (evaluates_renja(&buku->grid[g], &calon[g].judul))
			other = other ? other : &calon[g];
		else
			calon[g].nilai = score(&buku->grid[g], &calon[g].judul);
	}
	Kenal k = {0}, first = {0};
	size_t chosen = best_sheet(calon, buku->n_grid), found = chosen;
	if (chosen == buku->n_grid && other)
		return another_form(arena, buku, other, bahasa, info);
	if (chosen == buku->n_grid)
		return not_a_report(arena, buku, bahasa, info);
	for (unsigned tries = 0; tries < LEMBAR_DICOBA_MAX && found < buku->n_grid; tries++) {
		calon[found].dicoba = true;
		if (read_sheet(&k, arena, buku, &calon[found], bahasa))
			break;
		if (!tries)
			first = k;
		found = best_sheet(calon, buku->n_grid);
	}
	assert(k.draf);
	if (!k.n_simpul && k.draf->temuan.n)
		return no_nodes(&first, &calon[chosen].judul, info);
	kenal_kaki(&k);
	report_columns(&k, &calon[found].judul);
	report_ambiguous(&k);
	report_other_sheets(&k, calon, buku->n_grid, found);
	finish(&k);
	*out = k.draf;
	return ERR_OK;
}
