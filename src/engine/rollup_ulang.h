/* rollup_ulang: figures that the core could not prove, computed again as unlimited fractions from the facts below the node. */
#ifndef CAPAIAN_ROLLUP_ULANG_H
#define CAPAIAN_ROLLUP_ULANG_H
#include "engine/rollup_kolom.h"

/* Does every marked figure of the nodes [first, end) again and gives their number. A figure too large for 64 bits with its decimals loses
 * its value bit. Scratch memory is released figure by figure. */
uint32_t kolom_ulang(const Kolom *kolom, const Resep *resep, KolomHasil *hasil, uint32_t first, uint32_t end);
uint32_t kolom_ulang_indikator(const Kolom *kolom, const Resep *resep, KolomHasil *hasil);

#endif
