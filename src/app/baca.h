/* baca: views over several agencies and months of the ledger - rekap and RFK. Read only.
 *
 * WHO HAS REPORTED. An agency's month counts once it is handed in (diajukan, diverifikasi, disahkan). While a reopened month is being revised, its last
 * locked revision counts. Everything else - nothing entered, draft, returned - stays in sight without figures. House rule. */
#ifndef CAPAIAN_BACA_H
#define CAPAIAN_BACA_H
#include "app/app.h"
#include "app/bulan.h"
#include "report/form_rekap.h"
#include "report/form_rfk.h"

/* The revision of a month that counts, as above. *terlapor false: none does, *out is the newest (for its plan and state). *out NULL: the agency has no
 * plan for the year. */
Err baca_terlapor(Bulan **out, bool *terlapor, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info);

/* One line an agency: every active one, and an inactive one that handed the month in. */
Err baca_rekap(const Rekap **out, Konteks *k, int tahun, int bulan, ErrInfo *info);
/* opd "": the region, a row an agency, months that count as above. Else the agency's own months as they stand, drafts too, as far as the user may see them. The
 * plan is that of the asked month's version, for all months. */
Err baca_rfk(const Rfk **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info);

#endif
