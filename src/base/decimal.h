/* decimal: exact numbers as people write them. No binary floating point anywhere.
 *
 * Rupiah: money in sen (1/100 rupiah), int64: +-92.233.720.368.547.758,07 rupiah.
 * Desimal: m / 10^scale, scale 0..6 for facts (volumes), used also for printed percentages (scale 2).
 * Both are structs so that `a + b` or mixing them does not compile. Overflow is always reported, never wrapped. */
#ifndef CAPAIAN_DECIMAL_H
#define CAPAIAN_DECIMAL_H
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* For products and sums that outgrow 64 bits. */
__extension__ typedef __int128 Int128;

typedef struct { int64_t sen; } Rupiah;
typedef struct { int64_t m; uint8_t scale; } Desimal;

enum { DESIMAL_SCALE_MAX = 6 }; /* of facts; the functions below hold for scales up to 18 */

/* Presence is a state, never a magic number. NIHIL is "reported: zero"; its value is 0. */
typedef enum { ISI_KOSONG = 0, ISI_NIHIL, ISI_ADA } Isi;
typedef struct { Isi isi; Rupiah nilai; } IsiRupiah;
typedef struct { Isi isi; Desimal nilai; } IsiDesimal;

static inline IsiRupiah isi_rupiah(Rupiah r) { return (IsiRupiah){r.sen ? ISI_ADA : ISI_NIHIL, r}; }
static inline IsiDesimal isi_desimal(Desimal d) { return (IsiDesimal){d.m ? ISI_ADA : ISI_NIHIL, d}; }

typedef enum { BULAT_JAUH_NOL /* half away from zero */, BULAT_GENAP /* half to even */, BULAT_POTONG /* towards zero */ } Pembulatan;

bool rupiah_add(Rupiah *out, Rupiah a, Rupiah b); /* false on overflow, *out untouched */
bool rupiah_sub(Rupiah *out, Rupiah a, Rupiah b);
int rupiah_cmp(Rupiah a, Rupiah b);

bool desimal_add(Desimal *out, Desimal a, Desimal b);     /* at the larger scale; false on overflow, *out untouched */
bool desimal_sub(Desimal *out, Desimal a, Desimal b);
int desimal_cmp(Desimal a, Desimal b);                    /* by value: 1,0 equals 1,00; never overflows */
bool desimal_rescale(Desimal *out, Desimal a, uint8_t scale, Pembulatan mode); /* false on overflow */
bool desimal_to_rupiah(Rupiah *out, Desimal a);           /* false on overflow or more than 2 significant decimals */
Desimal desimal_from_rupiah(Rupiah a);                    /* scale 2 */
Desimal desimal_trim(Desimal a);                          /* smallest scale of the same value */

/* id-ID: 9.627.340.537,00 and -1.234,50 (U+2212 never used here). `decimals` digits after the comma; printing does not
 * round: decimals less than the value's scale is a programming error unless the cut digits are zeros. */
const char *rupiah_print_id(Arena *arena, Rupiah a);
const char *desimal_print_id(Arena *arena, Desimal a, uint8_t decimals);
/* Machine form: "-1234.50" (the JSON contract), always `decimals` digits. */
const char *rupiah_print_plain(Arena *arena, Rupiah a);
const char *desimal_print_plain(Arena *arena, Desimal a, uint8_t decimals);

#endif
