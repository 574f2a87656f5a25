/* aturan_text: the table of rules for people, as `capaian rules` shows it. */
#ifndef CAPAIAN_REPORT_ATURAN_TEXT_H
#define CAPAIAN_REPORT_ATURAN_TEXT_H
#include "base/str.h"
#include "engine/check.h"

/* One paragraph a rule: its name, level and sentence, aligned and wrapped to `width` columns. */
void aturan_text_list(StrBuf *out, const Aturan *const *aturan, size_t n, unsigned width, Bahasa bahasa);
/* One rule in full: name, level, sentence and the long explanation. */
void aturan_text_one(StrBuf *out, const Aturan *aturan, unsigned width, Bahasa bahasa);

#endif
