#include "base/grid.h"

#include "base/str.h"

const Sel *grid_cell(const Grid *grid, uint32_t i, uint32_t kolom)
{
	static const Sel empty = {.teks = "", .rentang_kolom = 1, .rentang_baris = 1};
	if (i >= grid->n_baris || kolom == 0 || kolom > grid->baris[i].n_sel)
		return &empty;
	return &grid->baris[i].sel[kolom - 1];
}

const char *grid_cell_name(Arena *arena, uint32_t kolom, uint32_t baris)
{
	char letters[8];
	size_t n = sizeof letters;
	for (letters[--n] = '\0'; kolom && n; kolom = (kolom - 1) / 26)
		letters[--n] = (char)('A' + (kolom - 1) % 26);
	return str_format(arena, "%s%u", letters + n, baris);
}
