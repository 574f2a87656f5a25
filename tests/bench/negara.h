/* negara: a synthetic country for the bench - columns as the engine takes them. Deterministic: the same size and seed give the same data.
 * Six levels: country, pemda, OPD, program, kegiatan, sub kegiatan; about 59 sub kegiatan an OPD, 2 to 3 a kegiatan. Money has sen,
 * volumes two decimals; about three in five indicators are met exactly, some realisasi are blank, a few targets are zero. */
#ifndef NEGARA_H
#define NEGARA_H
#include "engine/rollup_kolom.h"

enum { NEGARA_PEMDA = 552, NEGARA_SUB = 1300000, NEGARA_INDIKATOR = 3900000, NEGARA_TINGKAT = 6 };

typedef struct {
	Kolom kolom;
	uint32_t jumlah[NEGARA_TINGKAT]; /* nodes a level */
	uint32_t n_indikator;
} Negara;

/* The order of the levels, for ancestors: negara_induk(). */
enum { NEGARA_AKAR, NEGARA_TINGKAT_PEMDA, NEGARA_TINGKAT_OPD, NEGARA_TINGKAT_PROGRAM, NEGARA_TINGKAT_KEGIATAN, NEGARA_TINGKAT_SUB };

/* `bagian`: 1 the whole country, 10 a tenth, 100 a hundredth of it. */
Negara *negara_new(Arena *arena, uint32_t bagian);
KolomHasil negara_hasil(Arena *arena, const Negara *negara);

/* A sub kegiatan with its ancestors, for other engines: nodes by their index. */
typedef struct {
	uint32_t simpul, induk[NEGARA_TINGKAT_SUB];
} NegaraSub;

/* Calls for each sub kegiatan in order. */
void negara_each(const Negara *negara, void (*each)(void *context, const Negara *negara, const NegaraSub *sub), void *context);

#endif
