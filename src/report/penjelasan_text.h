/* penjelasan_text: the sum behind a number for a terminal.
 *
 *     91,60 %   1 Program Penunjang ... - keluaran (output)
 *               = mean of 100,00; ...; tercetak 99,92
 *     |- 100,00 %   1.1 Kegiatan ...
 *
 * Each figure stands before its name, its rule below; the printed figure is named, and marked when it differs. */
#ifndef CAPAIAN_PENJELASAN_TEXT_H
#define CAPAIAN_PENJELASAN_TEXT_H
#include "base/bahasa.h"
#include "base/str.h"
#include "engine/explain.h"
#include <stdbool.h>

void penjelasan_text(StrBuf *out, const Penjelasan *p, bool colour, unsigned width, Bahasa bahasa);

#endif
