/* cmd_bulan: the month that a command is about. */
#ifndef CAPAIAN_CMD_BULAN_H
#define CAPAIAN_CMD_BULAN_H
#include "cli/buku.h"

typedef struct {
	const char *opd;
	int tahun, bulan;
} CmdBulan;

/* --opd, --tahun and --bulan, all needed; false: the message is printed and *code is the exit code. */
bool cmd_month(const Permintaan *request, CmdBulan *out, int *code);

#endif
