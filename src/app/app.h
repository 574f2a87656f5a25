/* app: the use cases. Command line (and later the web) call only these. */
#ifndef CAPAIAN_APP_H
#define CAPAIAN_APP_H
#include "app/konteks.h"
#include "base/bahasa.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/str.h"

typedef enum { SAJIAN_TEXT, SAJIAN_JSON, SAJIAN_SARIF } Sajian;
typedef enum { BESARAN_KEUANGAN, BESARAN_KELUARAN, BESARAN_RATA_RATA } Besaran;
typedef enum { UKURAN_F4, UKURAN_A4, UKURAN_LEGAL } Ukuran;

typedef struct {
	Bahasa bahasa;
	const char *kebijakan;   /* path of a policy file; NULL: the default */
	bool warna;
	unsigned lebar;
} AppOptions;

typedef struct { size_t error, warning, note; } AppJumlah;

/* Checks files; the findings go to out in the format. A file that cannot be read does not stop the others: its message is
 * appended to *trouble (one line a file) and the worst Err is returned. */
Err app_check(Arena *arena, const AppOptions *options, const char *const *files, size_t n_files, const char *const *rules, size_t n_rules,
              Sajian sajian, StrBuf *out, AppJumlah *jumlah, StrBuf *trouble, ErrInfo *info);
/* Reads, computes and writes each output path by its extension. */
Err app_report(Arena *arena, const AppOptions *options, const char *file, const char *const *outputs, size_t n_outputs, Ukuran ukuran,
               bool as_printed, ErrInfo *info);
Err app_explain(Arena *arena, const AppOptions *options, const char *file, const char *node, Besaran besaran, StrBuf *out, ErrInfo *info);
Err app_policy_show(Arena *arena, const AppOptions *options, StrBuf *out, ErrInfo *info);
/* Findings of the policy file itself, as text. */
Err app_policy_check(Arena *arena, const AppOptions *options, const char *file, StrBuf *out, AppJumlah *jumlah, ErrInfo *info);
/* The table of rules, or one in full; ERR_USAGE with near names when unknown. */
Err app_rules(Arena *arena, const AppOptions *options, const char *name, StrBuf *out, ErrInfo *info);

/* ---- the same of a month in the ledger ---- */

typedef struct {
	const char *opd;         /* code or its beginning */
	int tahun, bulan;
	int revisi;              /* 0: the newest */
} AppBulan;

/* Plan, facts and policy are the ledger's (options->kebijakan is not used). What is printed of a locked revision never changes: it depends on nothing that
 * was entered after the lock, nor on the clock. */
Err app_bulan_check(Konteks *k, const AppOptions *options, const AppBulan *bulan, const char *const *rules, size_t n_rules, Sajian sajian, StrBuf *out,
                    AppJumlah *jumlah, ErrInfo *info);
Err app_bulan_report(Konteks *k, const AppBulan *bulan, const char *const *outputs, size_t n_outputs, Ukuran ukuran, ErrInfo *info);
Err app_bulan_explain(Konteks *k, const AppOptions *options, const AppBulan *bulan, const char *node, Besaran besaran, StrBuf *out, ErrInfo *info);
/* The year's newest policy as the request sees it; the built-in one when the ledger holds none. */
Err app_tahun_policy(Konteks *k, int tahun, StrBuf *out, ErrInfo *info);

/* ---- over agencies and months (baca.h says what counts) ---- */

typedef struct {
	const char *const *berkas; size_t n; /* files, each by its extension; none: the text or JSON form goes to `out` */
	Ukuran ukuran;
	bool json;
	unsigned lebar;          /* of the terminal */
} AppKeluaran;

Err app_rekap(Konteks *k, int tahun, int bulan, const AppKeluaran *to, StrBuf *out, ErrInfo *info);
/* opd "": the region. */
Err app_rfk(Konteks *k, const char *opd, int tahun, int bulan, const AppKeluaran *to, StrBuf *out, ErrInfo *info);

#endif
