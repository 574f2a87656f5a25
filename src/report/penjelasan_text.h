/* penjelasan_text: the sum behind a number for a terminal.
 *
 *     91,60 %  1 Program Penunjang ... - keluaran (output)
 *              = mean of 100,00; 50,00; ...
 *              ! the document prints 99,92 (line 18)
 *     ├─ 100,00 %  1.1 Kegiatan ... [✓ line 19]
 *     │            = mean of 100,00; 100,00
 *
 * Each figure stands before its name, its rule below. Where the document prints the same, a check mark and the place; where it prints something
 * else, a line that says so. */
#ifndef CAPAIAN_PENJELASAN_TEXT_H
#define CAPAIAN_PENJELASAN_TEXT_H
#include "base/bahasa.h"
#include "base/str.h"
#include "engine/explain.h"
#include <stdbool.h>

void penjelasan_text(StrBuf *out, const Penjelasan *p, bool colour, unsigned width, Bahasa bahasa);

#endif
