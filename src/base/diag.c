#include "base/diag.h"

#include <stdlib.h>

int32_t temuan_add(DaftarTemuan *list, Temuan temuan)
{
	*ARENA_PUSH(list->arena, list->temuan, list->n, list->cap) = temuan;
	return (int32_t)(list->n - 1);
}

typedef struct {
	Temuan temuan;
	int32_t index;
} Numbered;

static int in_reading_order(const void *left, const void *right)
{
	const Numbered *a = left, *b = right;
	if (a->temuan.posisi.baris != b->temuan.posisi.baris)
		return a->temuan.posisi.baris < b->temuan.posisi.baris ? -1 : 1;
	if (a->temuan.posisi.kolom != b->temuan.posisi.kolom)
		return a->temuan.posisi.kolom < b->temuan.posisi.kolom ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

void temuan_sort(DaftarTemuan *list)
{
	Numbered *sorted = ARENA_ARRAY(list->arena, Numbered, list->n);
	int32_t *place = ARENA_ARRAY(list->arena, int32_t, list->n);
	for (size_t i = 0; i < list->n; i++)
		sorted[i] = (Numbered){list->temuan[i], (int32_t)i};
	qsort(sorted, list->n, sizeof *sorted, in_reading_order);
	for (size_t i = 0; i < list->n; i++)
		place[sorted[i].index] = (int32_t)i;
	for (size_t i = 0; i < list->n; i++) {
		list->temuan[i] = sorted[i].temuan;
		if (list->temuan[i].cause >= 0)
			list->temuan[i].cause = place[list->temuan[i].cause];
	}
}

size_t temuan_count(const DaftarTemuan *list, LevelTemuan level)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++)
		n += list->temuan[i].level == level;
	return n;
}
