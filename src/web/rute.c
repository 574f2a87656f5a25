#include "web/rute.h"

/* One line a module. */
extern const Rute RUTE_ISIAN[];
extern const Rute RUTE_LAYANAN[];
extern const Rute RUTE_MASUK[];
extern const Rute RUTE_AKUN[];
extern const Rute RUTE_PERIKSA[];

const Rute *const RUTE_SEMUA[] = {
	RUTE_ISIAN,
	RUTE_LAYANAN,
	RUTE_MASUK,
	RUTE_AKUN,
	RUTE_PERIKSA,
	NULL,
};
