#include "web/rute.h"

/* One line a module. */
extern const Rute RUTE_LAYANAN[];

const Rute *const RUTE_SEMUA[] = {
	RUTE_LAYANAN,
	NULL,
};
