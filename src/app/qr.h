/* qr: a text as a QR code to be drawn as one path: M0 0h7v1h-7z for every run of dark modules. The only file that includes <qrencode.h>. */
#ifndef CAPAIAN_QR_H
#define CAPAIAN_QR_H
#include "base/arena.h"
#include <stdbool.h>

enum { QR_TEPI = 4 }; /* modules that must stay free on every side */

/* Error correction M. false: the text is too long. *sisi: modules a side, without the free ones; *jalur: the dark ones, from (0, 0). */
bool qr_encode(Arena *arena, const char *text, unsigned *sisi, const char **jalur);

#endif
