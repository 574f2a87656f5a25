/* Any bytes as a text table: rows that keep every promise of the grid and stand on lines the text has, or a message. */
#include "fuzz.h"

#include "buku_check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	Buku *buku = NULL;
	ErrInfo info = {0};
	Err err = reader_csv(&buku, arena, "fuzz.csv", data, size, BAHASA_EN, &info);
	if (err) {
		error_check(err, &info);
	} else {
		/* UTF-16 has line feeds in half as many bytes: an upper bound is enough */
		uint32_t lines = 1;
		for (size_t i = 0; i < size; i++)
			lines += data[i] == '\n' || data[i] == '\r';
		assert(buku->n_grid == 1 && strchr("\t;|,", buku->pemisah) && (buku->format == FORMAT_TSV) == (buku->pemisah == '\t'));
		assert(!buku->grid[0].nama);
		grid_check(&buku->grid[0], lines);
	}
	arena_free(arena);
	return 0;
}
