/* kas: the anggaran kas of the plan that is in force for a month - planned money of each sub kegiatan, cumulative by month. */
#ifndef CAPAIAN_KAS_H
#define CAPAIAN_KAS_H
#include "app/bulan.h"

enum { KAS_BULAN = 12 };

typedef struct {
	bool ada;                          /* some sub kegiatan has one */
	IsiRupiah (*daun)[KAS_BULAN];      /* [n_simpul] planned up to each month; KOSONG: it has none */
} RencanaKas;

Err kas_load(RencanaKas *out, Konteks *k, const Bulan *bulan, ErrInfo *info);
/* Of a node, or of the whole for SIMPUL_TOTAL, up to a month (0: January). KOSONG also when the sum outgrew 64 bits. */
IsiRupiah kas_sum(const RencanaKas *kas, const Snapshot *snapshot, uint32_t simpul, int bulan);

#endif
