/* icc: a small sRGB colour profile (ICC version 2, matrix and curve) for the output intent of PDF/A, made from the public numbers of IEC 61966-2-1. */
#ifndef CAPAIAN_ICC_H
#define CAPAIAN_ICC_H
#include "base/str.h"

/* Appends the profile's bytes. */
void icc_srgb_add(StrBuf *out);

#endif
