/* badan: a JSON body of a request - one flat object with fields that are known beforehand. */
#ifndef CAPAIAN_BADAN_H
#define CAPAIAN_BADAN_H
#include "base/bahasa.h"
#include "base/err.h"
#include <stddef.h>

typedef struct {
	const char *nama;
	bool wajib;                  /* it must be there */
	bool boleh_null;             /* null is a value of it: `teks` is NULL then, and `ada` true */
	bool ada;                    /* out */
	const char *teks;            /* out; "" when it is not there */
} MedanBadan;

/* ERR_FORMAT: no JSON, or no object. ERR_USAGE names the field that is not known, twice there, missing, no text, or holds a control character other than a line break. */
Err badan_baca(Arena *arena, const char *bytes, size_t n, MedanBadan *medan, size_t n_medan, Bahasa bahasa, ErrInfo *info);

#endif
