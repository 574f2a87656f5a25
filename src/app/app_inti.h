/* app_inti: what the use cases on files and those on months of the ledger share. Not for others. */
#ifndef CAPAIAN_APP_INTI_H
#define CAPAIAN_APP_INTI_H
#include "app/app.h"
#include "app/bulan.h"
#include "engine/check.h"
#include "report/render.h"
#include "report/temuan.h"

Kertas app_paper(Ukuran ukuran);
JenisAngka app_figure(Besaran besaran);
/* ERR_USAGE naming the first output whose form is not known. */
Err app_outputs_known(Arena *arena, const char *const *outputs, size_t n_outputs, Bahasa bahasa, ErrInfo *info);
/* The official form of a month that was loaded for its reader. */
Err app_bulan_form(const TabelForm **out, Konteks *k, const Bulan *bulan, ErrInfo *info);
Err app_form_write(Arena *arena, const TabelForm *form, const char *const *outputs, size_t n_outputs, Ukuran ukuran, Bahasa bahasa, ErrInfo *info);
/* ERR_USAGE with a near name. */
Err app_rule_unknown(Arena *arena, const char *name, Bahasa bahasa, ErrInfo *info);
Err app_rules_known(Arena *arena, const char *const *rules, size_t n_rules, Bahasa bahasa, ErrInfo *info);
/* The year's newest policy as the request sees it; the built-in one when the ledger holds none. */
Err app_policy_of_year(const Kebijakan **out, Konteks *k, int tahun, ErrInfo *info);
/* Counts and prints. */
void app_findings_add(StrBuf *out, const BerkasTemuan *checked, size_t n, const AppOptions *options, Sajian sajian, AppJumlah *jumlah);

#endif
