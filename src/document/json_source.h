/* json_source: the text of a JSON document, line by line: where each value starts, and the lines as a grid. */
#ifndef CAPAIAN_JSON_SOURCE_H
#define CAPAIAN_JSON_SOURCE_H
#include "base/grid.h"
#include "base/arena.h"

/* Lines (1-based) on which the values of a well-formed document start, in the order of the text: an object before its members. */
typedef struct {
	uint32_t *line;
	size_t n, cap;
} JsonLines;

JsonLines json_source_lines(Arena *arena, const char *text, size_t n);

/* A grid of the lines that hold something, each one cell; false beyond BACA_BATAS_BARIS lines. */
bool json_source_grid(Grid *out, Arena *arena, const char *text, size_t n);

#endif
