/* check: the compiler for reports. A table of named rules; each family of rules is one file of pure functions
 * (document as written, computed figures) -> findings. A correct report gives none. */
#ifndef CAPAIAN_CHECK_H
#define CAPAIAN_CHECK_H
#include "base/bahasa.h"
#include "domain/draf.h"
#include "engine/rollup.h"

typedef struct {
	Arena *arena;
	const Draf *draf;
	const Kebijakan *kebijakan;
	const Hasil *hasil;
	Bahasa bahasa;
	DaftarTemuan *temuan;
} Pemeriksaan;

/* One row of the rule table. Several rules may share one function: it is run once and names its findings' rules itself. */
typedef struct {
	const char *nama;        /* "mean-kegiatan": stable, lower case, hyphens */
	LevelTemuan level;
	const char *kalimat;     /* TEKS(): one sentence, what the rule demands */
	const char *penjelasan;  /* TEKS(): why, what is compared with what, how to mend, source (law, form, or house rule) */
	void (*periksa)(Pemeriksaan *p); /* NULL: reported by recognition (Draf.temuan) */
} Aturan;

/* Each family is a table that ends with a row whose nama is NULL. */
extern const Aturan ATURAN_ANGKA[];   /* check_angka.c: sums, percentages, means, total row */
extern const Aturan ATURAN_BENTUK[];  /* check_bentuk.c: codes, numbering, head, foot, cells in the wrong place */
extern const Aturan ATURAN_ISI[];     /* check_isi.c: units, spending, targets, narrative - is it plausible */

/* All rules in the order of the documentation; *n receives their number. */
const Aturan *const *check_rules(Arena *arena, size_t *n);
const Aturan *check_rule(const char *nama); /* NULL if unknown */

/* Runs every rule (or only those in `nama`), merges what recognition found, links causes, sorts in reading order. */
void check_run(Arena *arena, const Draf *draf, const Kebijakan *kebijakan, const Hasil *hasil, Bahasa bahasa,
               const char *const *nama, size_t n_nama, DaftarTemuan *out);

/* For rule functions: a finding of rule `nama` at a written cell, level from the table. printed and computed may be NULL. */
int32_t check_report(Pemeriksaan *p, const char *nama, Tertulis cell, uint32_t simpul, const char *printed, const char *computed,
                     const char *message, const char *hint);

#endif
