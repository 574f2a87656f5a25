/* cmd_ekspor: exports into the ledger, a part of `capaian import`. */
#ifndef CAPAIAN_CMD_EKSPOR_H
#define CAPAIAN_CMD_EKSPOR_H
#include "cli/spec.h"

int cmd_import_export(const Permintaan *request);

#endif
