/* xlsx_read FILE: streams the first sheet and prints rows, cells and the characters of all texts. */
#include "base/str.h"
#include "document/reader.h"

#include <inttypes.h>

typedef struct { uint64_t rows, cells, characters; } Count;

static bool count(void *context, const Baris *row)
{
	Count *c = context;
	c->rows++;
	c->cells += row->n_sel;
	for (uint32_t i = 0; i < row->n_sel; i++)
		if (row->sel[i].jenis == SEL_TEKS)
			c->characters += utf8_count(row->sel[i].teks);
	return true;
}

int main(int argc, char **argv)
{
	Arena *arena = arena_new();
	Count c = {0};
	ErrInfo info = {0};
	if (argc != 2)
		return 2;
	Err err = reader_xlsx_stream(argv[1], 0, count, &c, BAHASA_EN, &info, arena);
	if (err)
		fprintf(stderr, "%s\n", info.message);
	else
		printf("%" PRIu64 " %" PRIu64 " %" PRIu64 "\n", c.rows, c.cells, c.characters);
	arena_free(arena);
	return err ? 1 : 0;
}
