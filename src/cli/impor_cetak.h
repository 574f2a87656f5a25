/* impor_cetak: an import for people and machines. */
#ifndef CAPAIAN_IMPOR_CETAK_H
#define CAPAIAN_IMPOR_CETAK_H
#include "app/impor.h"

void cetak_impor(StrBuf *out, Arena *arena, Bahasa bahasa, const HasilImpor *hasil, bool terapkan);
void cetak_impor_json(StrBuf *out, Arena *arena, const HasilImpor *hasil);

#endif
