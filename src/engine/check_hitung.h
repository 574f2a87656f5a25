/* check_hitung: what the arithmetic rules share while they go through a document from the leaves up.
 *
 * For every figure they know what it should be (from the facts, exactly) and what its author took it for. The two differ after an
 * error; whatever the author computed further from the wrong figure is then recognised as a consequence and not reported as an error of
 * its own. Money of a sub kegiatan that is plainly mistyped (check_uang.c) is corrected first, and the roll-up done again, so that one
 * slip does not make every figure above it look wrong. */
#ifndef CAPAIAN_CHECK_HITUNG_H
#define CAPAIAN_CHECK_HITUNG_H
#include "engine/check.h"
#include "engine/diagnosa.h"

typedef enum { BESAR_PAGU, BESAR_REALISASI, BESAR_KEUANGAN, BESAR_KELUARAN, BESAR_RATA_RATA, BESAR_JUMLAH } Besar;

/* What the author of the document took a percentage for. */
typedef struct {
	int32_t temuan;              /* the finding that says it is wrong; -1: it is as it should be */
	const Pecahan *bawah, *atas; /* bounds (a printed figure hides half a unit of its last digit); NULL: as it should be */
} Keyakinan;

typedef struct {
	int32_t temuan;
	IsiRupiah nilai;
} KeyakinanUang;

typedef struct {
	Pemeriksaan *p;
	const Snapshot *snapshot;    /* the document's, with mistyped money corrected */
	const Hasil *hasil;          /* of that snapshot */
	uint32_t n;                  /* nodes; index n stands for the total */
	KeyakinanUang *uang[2];      /* [n + 1] by BESAR_PAGU, BESAR_REALISASI */
	Keyakinan *keuangan, *keluaran; /* [n + 1] */
	Keyakinan *indikator;        /* [n_indikator] */
	const Pecahan **tepat[BESAR_JUMLAH]; /* exact figures met so far */
	uint32_t langkah;            /* diagnosa_find */
	uint32_t n_temuan;           /* reported by these passes */
	uint8_t desimal_mesin;       /* decimals that percentages typed as numbers show; 0 decimals are lost in "96.5" for 96,50 */
} Hitung;

/* A document with more wrong figures is not worth listing to the end: the last finding says that the rest was not judged. Keeps time and
 * memory bounded, whatever is thrown at the program. House rule. */
enum { HITUNG_BATAS = 10000 };

Hitung *hitung_new(Pemeriksaan *p);
static inline bool hitung_penuh(const Hitung *h) { return h->n_temuan >= HITUNG_BATAS; }
/* Takes a corrected snapshot in place of the document's. */
void hitung_correct(Hitung *h, const Snapshot *snapshot);

/* The node index as the engine's functions take it. */
static inline uint32_t hitung_simpul(const Hitung *h, uint32_t i) { return i == h->n ? SIMPUL_TOTAL : i; }
const Capaian *hitung_capaian(const Hitung *h, uint32_t i);
IsiDesimal hitung_benar(const Hitung *h, uint32_t i, Besar besar);     /* KEUANGAN, KELUARAN, RATA_RATA; rounded for print */
const Pecahan *hitung_tepat(Hitung *h, uint32_t i, Besar besar);       /* the same, unrounded; NULL when it has no value */

/* Children of a node (or of the total): `for (c = hitung_anak(h, i); c != SIMPUL_NONE; c = hitung_adik(h, c))`. */
uint32_t hitung_anak(const Hitung *h, uint32_t i);
uint32_t hitung_adik(const Hitung *h, uint32_t anak);
uint32_t hitung_n_anak(const Hitung *h, uint32_t i);
/* Its keluaran comes from its own indicators, so each line prints its own: a node without children, or any under INDUK_SENDIRI. */
bool hitung_per_baris(const Hitung *h, uint32_t i);

/* The written cell of a node's figure; of the total row for index n. */
Tertulis hitung_cell(const Hitung *h, uint32_t i, Besar besar);
/* Holds a number that nobody has explained away: to be judged. */
bool hitung_dinilai(const Hitung *h, Tertulis cell);
IsiDesimal hitung_tercetak(const Hitung *h, Tertulis cell);            /* its number; KOSONG when not to be judged */

/* Does a printed percentage say the figure? It is compared with its own number of decimals. A number typed into a spreadsheet shows
 * the document's usual decimals and may hold more than it shows. The policy's tolerance applies. False when the figure has no value. */
bool hitung_cocok(Hitung *h, uint32_t i, Besar besar, Tertulis cell);
bool hitung_cocok_indikator(Hitung *h, uint32_t indikator, Tertulis cell);
bool hitung_cocok_tepat(Hitung *h, const Pecahan *tepat, Tertulis cell);

/* What a wrong printed figure says about its author's belief. */
Keyakinan hitung_yakin(const Hitung *h, Tertulis cell, int32_t temuan);

/* ---- words (check_sebab.c) ---- */

/* "program 2.17.01"; its number where it has no code; "the total row". */
const char *hitung_sebutan(const Hitung *h, uint32_t i);
const char *hitung_nama_indikator(const Hitung *h, uint32_t indikator); /* its text in quotation marks, shortened */

typedef struct {
	const char *anak;            /* "kegiatan", "indikator" */
	const uint32_t *nomor;       /* of the operands: node or indicator indices */
	bool indikator;
	const char *kolom[2];        /* names of the neighbouring columns */
	const char *lain[CARA_MAX];  /* clauses of Pertanyaan.lain */
} Kata;

const char *hitung_nama_operand(const Hitung *h, const Kata *kata, uint32_t a);

/* The cause as a clause without full stop, to stand after "...: "; NULL when none is known. */
const char *hitung_sebab(const Hitung *h, const Pertanyaan *tanya, const Diagnosa *diagnosa, const Kata *kata);
/* A finding on node i (h->n: the total) whose message is the sentence "Fact: cause.", made of lower-case parts; `sebab` may be NULL. */
int32_t hitung_report(Hitung *h, const char *rule, Tertulis cell, uint32_t i, const char *computed, const char *fakta, const char *sebab,
                      const char *hint);
/* Reports that a figure merely follows from finding `cause`: "keluaran of the total row follows: 99,89 -> 99,33". */
int32_t hitung_report_ikutan(Hitung *h, const char *rule, Tertulis cell, uint32_t i, const char *besaran, IsiDesimal benar, int32_t cause);

/* ---- the passes, in this order ---- */
void hitung_uang(Hitung *h);     /* check_uang.c */
void hitung_persen(Hitung *h);   /* check_persen.c */
void hitung_rata(Hitung *h);     /* check_rata.c */
/* The mean of its indicators printed on the first line of a sub kegiatan, whose further lines print none. */
void hitung_rata_sub_kegiatan(Hitung *h, uint32_t i, Tertulis cell);
/* The printed figure is that of the source the policy does not take (own indicators, children): reported, true. */
bool hitung_sumber_lain(Hitung *h, uint32_t i, Tertulis cell);

#endif
