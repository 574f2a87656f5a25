#include "document/recognise_isian.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const Grid *sheet_named(const Buku *buku, const char *name)
{
	for (uint32_t i = 0; i < buku->n_grid; i++)
		if (str_equal(buku->grid[i].nama, name))
			return &buku->grid[i];
	return NULL;
}

static const char *mark(const Grid *grid, const char *key)
{
	for (uint32_t i = 0; i < grid->n_baris; i++)
		if (str_equal(grid_cell(grid, i, 1)->teks, key))
			return grid_cell(grid, i, 2)->teks;
	return "";
}

static int64_t whole(const char *text, bool *good)
{
	char *end;
	long long n = strtoll(text, &end, 10);
	*good &= end != text && *end == '\0' && n >= 0;
	return n;
}

/* "kode|jenis|indikator|fakta" */
static bool id_parse(Arena *arena, IsianKembali *row, const char *text)
{
	const char *part[4];
	size_t n = 0;
	for (const char *p = text; n < 4; n++) {
		const char *bar = strchr(p, '|');
		part[n] = bar ? str_dupn(arena, p, (size_t)(bar - p)) : p;
		if (!bar) {
			n++;
			break;
		}
		p = bar + 1;
	}
	bool good = n == 4;
	if (!good)
		return false;
	row->kode = part[0];
	row->jenis = part[1];
	row->indikator = whole(part[2], &good);
	row->fakta = whole(part[3], &good);
	return good;
}

static void rows_take(Arena *arena, LembarKembali *out, const Grid *grid)
{
	for (uint32_t i = 0; i < grid->n_baris; i++) {
		IsianKembali row = {.baris = grid->baris[i].nomor, .kode = "", .jenis = ""};
		if (row.baris <= ISIAN_BARIS_JUDUL)
			continue;
		for (uint32_t c = 1; c <= ISIAN_N_KOLOM; c++)
			row.sel[c] = grid_cell(grid, i, c);
		row.ada_id = id_parse(arena, &row, row.sel[ISIAN_KOLOM_ID]->teks);
		const Sel *entry = row.sel[ISIAN_KOLOM_NILAI];
		bool typed = entry->jenis != SEL_KOSONG && !entry->rumus && !str_blank(entry->teks);
		if (row.ada_id || typed || !str_blank(row.sel[ISIAN_KOLOM_ID]->teks))
			*ARENA_PUSH(arena, out->baris, out->n, out->cap) = row;
	}
}

LembarKembali *recognise_isian(Arena *arena, const Buku *buku)
{
	const Grid *marks = sheet_named(buku, LEMBAR_TANDA), *entries = sheet_named(buku, LEMBAR_ISIAN);
	bool good = true;
	if (!marks || !entries || !str_equal(mark(marks, "berkas"), LEMBAR_TANDA_JENIS))
		return NULL;
	LembarKembali *out = ARENA_NEW(arena, LembarKembali);
	out->pemda = mark(marks, "pemda");
	out->opd = mark(marks, "opd");
	out->tahun = (int)whole(mark(marks, "tahun"), &good);
	out->bulan = (int)whole(mark(marks, "bulan"), &good);
	out->entri = whole(mark(marks, "entri"), &good);
	out->rencana = whole(mark(marks, "rencana"), &good);
	if (!good || out->bulan < 1 || out->bulan > 12)
		return NULL;
	rows_take(arena, out, entries);
	return out;
}
