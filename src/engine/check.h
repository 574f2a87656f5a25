/* check: the compiler for reports. A table of named rules; each family of rules is one file of pure functions
 * (document as written, computed figures) -> findings. A correct report gives none. */
#ifndef CAPAIAN_CHECK_H
#define CAPAIAN_CHECK_H
#include "base/bahasa.h"
#include "domain/draf.h"
#include "engine/rollup.h"

typedef struct Tanda Tanda; /* the marked cells; private to check.c */

typedef struct {
	Arena *arena;
	const Draf *draf;
	const Kebijakan *kebijakan;
	const Hasil *hasil;
	Bahasa bahasa;
	DaftarTemuan *temuan;
	Tanda *tanda;
} Pemeriksaan;

/* One row of the rule table. Several rules may share one function: it is run once and names its findings' rules itself. */
typedef struct {
	const char *nama;        /* "rata-kegiatan": stable, lower case, hyphens */
	LevelTemuan level;
	const char *kalimat;     /* TEKS(): one sentence, what the rule demands */
	const char *penjelasan;  /* TEKS(): why, what is compared with what, how to mend, source (law, form, or house rule) */
	void (*periksa)(Pemeriksaan *p); /* NULL: reported by recognition (Draf.temuan) */
} Aturan;

/* Each family is a table that ends with a row whose nama is NULL. They run in this order, so that a figure which merely stands in
 * the wrong cell is known (check_cell_explained) before the arithmetic is judged. */
extern const Aturan ATURAN_BENTUK[];  /* check_bentuk.c: codes, numbering, head, foot, cells in the wrong place */
extern const Aturan ATURAN_ANGKA[];   /* check_angka.c: sums, percentages, means, total row */
extern const Aturan ATURAN_ISI[];     /* check_isi.c: units, spending, targets, narrative - is it plausible */

/* All rules in the order of the documentation; *n receives their number. */
const Aturan *const *check_rules(Arena *arena, size_t *n);
const Aturan *check_rule(const char *nama); /* NULL if unknown */

/* Runs every rule, merges what recognition found, sorts in reading order into *out (whatever stood there is replaced). With
 * n_nama > 0 only the findings of those rules are kept, and the findings they follow from; all rules run all the same, so
 * that a choice of rules never changes what is said. */
void check_run(Arena *arena, const Draf *draf, const Kebijakan *kebijakan, const Hasil *hasil, Bahasa bahasa,
               const char *const *nama, size_t n_nama, DaftarTemuan *out);

/* Does a percentage lie below a yearly bound in proportion to the month? Absent values do not. *due (may be NULL) receives the bound of the month. */
bool check_lags(IsiDesimal value, Desimal bound, uint8_t month, Desimal *due);

/* For rule functions: a finding of rule `nama` at a written cell, level from the table. `simpul` is the node it is about, SIMPUL_NONE or
 * SIMPUL_TOTAL when none. printed and computed may be NULL. Gives its index. */
int32_t check_report(Pemeriksaan *p, const char *nama, Tertulis cell, uint32_t simpul, const char *printed, const char *computed,
                     const char *message, const char *hint);

/* The finding only follows from another: it becomes a note, shown under the root of `cause` (check_run flattens chains, so that
 * a cause is never itself a consequence). Ignored when cause is negative or would lead back to the finding. */
void check_follows(Pemeriksaan *p, int32_t temuan, int32_t cause);

/* Marks that finding `temuan` already says what is wrong with the figure in a cell (it stands in the wrong column, was swapped, is
 * a spreadsheet error), so that the arithmetic does not complain about the same cell again. Kept by line, column and part. Reporting alone
 * does not mark: a badly spelt or text-typed number may still be a wrong number. */
void check_explain_cell(Pemeriksaan *p, Tertulis cell, int32_t temuan);
bool check_cell_explained(const Pemeriksaan *p, Tertulis cell);
/* The finding that marked the cell; -1 if none. */
int32_t check_cell_finding(const Pemeriksaan *p, Tertulis cell);

#endif
