/* kebijakan_skema: what a policy file may say, declared once. Reading, printing and the comments of the printed text follow these
 * tables; only the bands (pita_1, pita_2, ...) have a form of their own. */
#ifndef CAPAIAN_KEBIJAKAN_SKEMA_H
#define CAPAIAN_KEBIJAKAN_SKEMA_H
#include "domain/kebijakan.h"

typedef enum {
	NILAI_TEKS,         /* const char *; min..max characters */
	NILAI_BULAT,        /* int, min..max */
	NILAI_BULAT_KECIL,  /* uint8_t, min..max */
	NILAI_YA,           /* bool: ya, tidak */
	NILAI_PILIHAN,      /* an enum, by name */
	NILAI_DESIMAL,      /* Desimal, min..max */
	NILAI_DESIMAL_OPSI, /* Desimal, or "tidak", which clears the bool at offset_ada */
} JenisNilai;

typedef struct {
	const char *nama;
	int nilai;
} Pilihan;

typedef struct {
	const char *grup;       /* NULL in KUNCI_INDIKATOR: the group is [indikator.N] */
	const char *kunci;
	JenisNilai jenis;
	size_t offset;          /* in Kebijakan, or in AturanIndikator */
	size_t offset_ada;      /* NILAI_DESIMAL_OPSI: of its bool */
	int64_t min, max;
	const Pilihan *pilihan; /* ends with a NULL name */
	const char *komentar;   /* TEKS(): what it means and what may stand there; lines broken by \n */
} Kunci;

extern const Kunci KUNCI[];           /* in the order of the canonical text; ends with a NULL kunci */
extern const Kunci KUNCI_INDIKATOR[]; /* of an override */
enum { KUNCI_JUMLAH = 22, KUNCI_INDIKATOR_JUMLAH = 6 };
enum { KUNCI_RENTANG_BAWAH = 4, KUNCI_RENTANG_ATAS = 5 }; /* places in KUNCI_INDIKATOR */

#define GRUP_INDIKATOR "indikator" /* an override is [indikator.N] */
#define GRUP_PREDIKAT "predikat"
#define KUNCI_PITA "pita" /* "pita = tidak", or pita_1, pita_2, ... */
enum { BATAS_MAX = 1000000 }; /* per cent: of every bound */

/* Comment on top of the text and before the overrides and bands, TEKS(). */
extern const char *const KOMENTAR_KEPALA, *const KOMENTAR_ATURAN, *const KOMENTAR_PITA;

/* The value of a key inside `object` (a Kebijakan or an AturanIndikator), as the canonical text has it. */
const char *kunci_print(Arena *arena, const Kunci *kunci, const void *object);
/* A number of a policy: digits, decimal comma, no groups, the fewest decimals. */
const char *kunci_print_desimal(Arena *arena, Desimal d);

/* Canonical text, bare (for the hash) or with its comments. */
const char *kebijakan_canonical(Arena *arena, const Kebijakan *kebijakan, bool comments, Bahasa bahasa);
/* A copy with its hash. The texts and overrides it points to must live as long as the arena. */
const Kebijakan *kebijakan_seal(Arena *arena, const Kebijakan *kebijakan);

#endif
