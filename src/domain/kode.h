/* kode: nomenclature codes U.BB.PP.K.KK.SS (Permendagri 90/2019 and its updates).
 * Program = 3 parts (2.17.01), kegiatan = 5 (2.17.01.2.01), sub kegiatan = 6 (2.17.01.2.01.01 to 2023, ...0001 after).
 * The form as written is kept beside by the caller; this is the normalised form. */
#ifndef CAPAIAN_KODE_H
#define CAPAIAN_KODE_H
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef enum { TINGKAT_OPD = 0, TINGKAT_PROGRAM, TINGKAT_KEGIATAN, TINGKAT_SUB_KEGIATAN } Tingkat;

typedef struct {
	uint8_t n_bagian;    /* 0: none; 3, 5 or 6; also 1 (urusan) and 2 (bidang urusan) */
	uint16_t bagian[6];  /* X (own bidang, as in X.XX.01) is KODE_X */
	uint8_t lebar_sub;   /* digits of the sub kegiatan part: 2 or 4; 0 when n_bagian < 6 */
} Kode;

enum { KODE_X = 999 };

/* What was unusual in the form as written; bit set. */
typedef enum {
	KODE_BENTUK_BAIK = 0,
	KODE_BENTUK_PADDING = 1,   /* a part with too few or too many digits: 2.17.1, 3-digit sub */
	KODE_BENTUK_TITIK = 2,     /* leading, trailing or doubled dots */
	KODE_BENTUK_BLANK = 4,     /* blanks inside */
	KODE_BENTUK_PEMISAH = 8,   /* separators other than dots: commas, hyphens, slashes */
} KodeBentuk;

/* Reads a code as written in any seen shape. false if the text is not a code (words, fewer than 1 or more than 6 parts, 4 parts,
 * a part too long). `bentuk` (may be NULL) receives the KodeBentuk bits. */
bool kode_parse(Kode *out, const char *text, unsigned *bentuk);
/* Canonical text: 2.17.01.2.01.01; "" when n_bagian is 0. */
const char *kode_print(Arena *arena, Kode kode);
bool kode_equal(Kode a, Kode b);
int kode_cmp(Kode a, Kode b);
/* Level by number of parts; false for 1 or 2 parts. */
bool kode_tingkat(Tingkat *out, Kode kode);
/* The first parts of a code: program of a kegiatan, kegiatan of a sub kegiatan. n_bagian 0 when it has none. */
Kode kode_parent(Kode kode);
bool kode_is_parent(Kode parent, Kode child);

#endif
