/* satuan: what kind of thing a unit counts, and what kind an indicator's words ask for. House rule: only clear cases are judged; a
 * unit or a noun that is not known fits everything. */
#ifndef CAPAIAN_SATUAN_H
#define CAPAIAN_SATUAN_H
#include "base/arena.h"
#include <stdbool.h>

typedef enum {
	COCOK_TAK_TENTU, /* nothing can be said */
	COCOK_YA,
	COCOK_TIDAK,     /* "Jumlah SDM" with Dokumen, "Persentase ..." with Orang, "Jumlah ..." with % */
} Cocok;

Cocok satuan_cocok(const char *indikator, const char *satuan);
/* The unit is a number of months and nothing else. */
bool satuan_bulan(const char *satuan);
/* The known unit word a misspelt unit probably means, with a capital first letter; NULL if every word is known, or none is near. */
const char *satuan_maksud(Arena *arena, const char *satuan);

#endif
