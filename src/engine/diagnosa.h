/* diagnosa: why is a printed mean or sum wrong? Searches for one cause that explains the printed figure exactly: a child left out
 * or counted twice, a subset, the value of a neighbouring column or row, rounded inputs, digits transposed, a factor of 10, 100 or 1000. */
#ifndef CAPAIAN_DIAGNOSA_H
#define CAPAIAN_DIAGNOSA_H
#include "engine/check.h"

typedef enum {
	SEBAB_TIDAK_DIKETAHUI,
	SEBAB_ANAK_HILANG,     /* without operand `a` */
	SEBAB_ANAK_GANDA,      /* operand `a` counted twice */
	SEBAB_HIMPUNAN,        /* mean or sum of a subset; `himpunan` bits, at most 20 operands */
	SEBAB_KOLOM_TETANGGA,  /* equals the value of a neighbouring column */
	SEBAB_BARIS_TETANGGA,  /* equals the value of a neighbouring row */
	SEBAB_DIBULATKAN,      /* computed from rounded operands */
	SEBAB_TERTUKAR,        /* two digits transposed */
	SEBAB_FAKTOR,          /* a factor of 10, 100 or 1000 too large or small */
	SEBAB_ANAK_TERCETAK,   /* right, had the children's printed (wrong) figures been right: it follows from them */
} Sebab;

typedef struct {
	Sebab sebab;
	uint32_t a;            /* operand index */
	uint32_t himpunan;     /* bit i: operand i taken */
	int faktor;            /* 10, 100, 1000 or their negatives for a division */
} Diagnosa;

typedef struct {
	const Pecahan *tepat;    /* exact operand; NULL: has no value */
	IsiDesimal tercetak;     /* its printed figure; KOSONG: none */
} Operand;

/* `tercetak` is the wrong printed figure with `desimal` decimals; sum: a sum instead of a mean. `kanan`, `kiri`, `atas`, `bawah`: printed values of the
 * neighbours (KOSONG if none). Only a cause that reproduces the figure to the printed digit is given, the simplest first. */
Diagnosa diagnosa_find(Arena *arena, Desimal tercetak, uint8_t desimal, bool sum, const Operand *operand, uint32_t n,
                       const IsiDesimal tetangga_kolom[2], const IsiDesimal tetangga_baris[2]);

#endif
