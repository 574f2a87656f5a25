/* level: names of the levels of a finding. */
#ifndef CAPAIAN_REPORT_LEVEL_H
#define CAPAIAN_REPORT_LEVEL_H
#include "base/bahasa.h"
#include "base/diag.h"

const char *level_word(LevelTemuan level, Bahasa bahasa); /* for people: "galat", "peringatan", "catatan" */
const char *level_key(LevelTemuan level);                 /* for machines: "error", "warning", "note" (the contract and SARIF) */

#endif
