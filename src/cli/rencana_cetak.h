/* rencana_cetak: plans, comparisons and findings as text and JSON. */
#ifndef CAPAIAN_RENCANA_CETAK_H
#define CAPAIAN_RENCANA_CETAK_H
#include "app/rencana.h"
#include "base/json.h"
#include "cli/spec.h"

/* "file:sheet!F17: error: message [rule]", the hint below; nothing when there are none. */
void cetak_temuan(StrBuf *out, Arena *arena, Bahasa bahasa, const DaftarTemuan *temuan);
void cetak_temuan_json(Json *j, const DaftarTemuan *temuan); /* key "temuan" */

/* A number of an indicator as people read it: "72,00", a text target, "-" when there is none. */
const char *cetak_target(Arena *arena, const IndikatorRencana *i);

void cetak_rencana(StrBuf *out, Arena *arena, Bahasa bahasa, const Rencana *rencana);

/* What changed, then the balance per program and of the total. */
void cetak_banding(StrBuf *out, Arena *arena, Bahasa bahasa, const BandingRencana *banding);
void cetak_banding_json(Json *j, const BandingRencana *banding); /* keys "total" ... "indikator" */

#endif
