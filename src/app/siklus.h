/* siklus: the cycle of an OPD's month - submit, verify, approve in the policy's order; return; reopen as the next revision. */
#ifndef CAPAIAN_SIKLUS_H
#define CAPAIAN_SIKLUS_H
#include "app/bulan.h"
#include "base/diag.h"

typedef enum { LANGKAH_AJUKAN, LANGKAH_KEMBALIKAN, LANGKAH_VERIFIKASI, LANGKAH_SAHKAN, LANGKAH_BUKA, LANGKAH_JUMLAH } Langkah;

const char *langkah_name(Langkah langkah); /* as stored: "ajukan" ... */

/* A finding of the month with the explanation that stands for it. */
typedef struct {
	const Temuan *temuan;
	const char *penjelasan;  /* of its node, else of the whole report; NULL: none */
} TemuanBulan;

typedef struct {
	const Draf *draf;        /* what was checked */
	DaftarTemuan *daftar;
	TemuanBulan *baris;      /* [daftar->n] */
	size_t n_galat, n_tanpa_penjelasan; /* errors; warnings without an explanation: both stop a submission */
} PeriksaBulan;

/* The checks on a month of the ledger, with explanations. Reads only. */
Err siklus_check(PeriksaBulan **out, Konteks *k, const Bulan *bulan, ErrInfo *info);

/* The findings that stop a submission, as check prints them, with the node's code as their place. Nothing when none does. */
void siklus_findings_text(StrBuf *out, const PeriksaBulan *periksa, bool colour, unsigned width, Bahasa bahasa);

/* May this step be taken from the month's present state, by this user? ERR_OK, or ERR_USAGE with the reason: wrong state, wrong role, four eyes
 * (who submitted does not verify), a reason that is missing. Does not run the checks. */
Err siklus_may(Konteks *k, const Bulan *bulan, Langkah langkah, const char *alasan, ErrInfo *info);

typedef struct {
	Langkah langkah;
	const char *alasan;      /* needed by KEMBALIKAN and BUKA; "" otherwise */
	const char *kondisi;     /* AJUKAN: date the figures stand at, yyyy-mm-dd; "" the end of the month */
	const char *tanggal;     /* SAHKAN: date of the signature; "" the day of the request */
} PermintaanLangkah;

/* Takes the step. AJUKAN runs the checks first: `periksa` (may be NULL) receives them, and ERR_USAGE says what stops it. */
Err siklus_step(Konteks *k, const char *opd, int tahun, int bulan, const PermintaanLangkah *request, PeriksaBulan **periksa, ErrInfo *info);

/* Keeps the explanation of a rule's warnings at a node; kode "": at every node that has none of its own. The rule must exist and the month be open. */
Err siklus_justify(Konteks *k, const char *opd, int tahun, int bulan, const char *aturan, const char *kode, const char *teks_penjelasan, ErrInfo *info);

/* ERR_USAGE when the month no longer takes entries (submitted, verified, approved, locked). */
Err siklus_open_for_entry(Konteks *k, const Bulan *bulan, ErrInfo *info);

#endif
