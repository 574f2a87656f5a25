/* kebijakan_baca: the state of reading one policy file, shared by its three steps: lines and groups (kebijakan_baca.c), single values
 * (kebijakan_nilai.c), and what only the whole file shows (kebijakan_utuh.c). */
#ifndef CAPAIAN_KEBIJAKAN_BACA_H
#define CAPAIAN_KEBIJAKAN_BACA_H
#include "domain/kebijakan_skema.h"

typedef struct {
	uint32_t baris, kolom; /* baris 0: the file does not have it */
} Tempat;

typedef struct {
	AturanIndikator aturan;
	Tempat grup, kunci[KUNCI_INDIKATOR_JUMLAH];
} AturanBaca;

typedef struct {
	Pita pita;
	bool berbatas; /* a bound is written */
	Tempat tempat; /* of the value */
} PitaBaca;

typedef enum { GRUP_BELUM /* none yet */, GRUP_ASING /* unknown or repeated: its keys are passed over */, GRUP_TETAP, GRUP_ATURAN } JenisGrup;

typedef struct {
	Arena *arena;
	const char *berkas;
	Bahasa bahasa;
	DaftarTemuan temuan;
	bool penuh;              /* KEBIJAKAN_GALAT_MAX reached: stop */

	const char *teks_baris;  /* the line being read */
	uint32_t baris;
	JenisGrup jenis_grup;
	const char *grup;        /* GRUP_TETAP: its name in KUNCI */

	Kebijakan kebijakan;     /* the default, overwritten by what the file says */
	Tempat kunci[KUNCI_JUMLAH], grup_tempat[KUNCI_JUMLAH]; /* of a group: at the place of its first key */
	Tempat pita_tidak;
	PitaBaca pita[PREDIKAT_MAX];
	size_t n_aturan, cap_aturan;
	AturanBaca *aturan;
} Pembaca;

/* Place of a byte of the current line. */
Tempat baca_tempat(const Pembaca *p, const char *at);
/* One error; printed and hint may be NULL. */
void baca_galat(Pembaca *p, Tempat at, const char *printed, const char *message, const char *hint);
/* "did you mean ...?" if `best` is not NULL, else NULL. */
const char *baca_saran(const Pembaca *p, const char *best);

/* Reads the value of a key into object; false after reporting what is wrong. */
bool nilai_read(Pembaca *p, const Kunci *kunci, void *object, const char *value, Tempat at);
/* Reads "[>|>= bound] name". */
bool nilai_read_pita(Pembaca *p, PitaBaca *pita, const char *key, const char *value, Tempat at);

/* Completes the policy and reports what single values could not show. */
void utuh_check(Pembaca *p);

#endif
