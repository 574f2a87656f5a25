#include "cli/cmd_bulan.h"

bool cmd_month(const Permintaan *request, CmdBulan *out, int *code)
{
	int64_t tahun, bulan;
	out->opd = spec_value(request, OPSI_OPD, NULL);
	if (!out->opd || !*out->opd) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --opd CODE"), request->perintah->nama),
		                  teks(request->bahasa, "capaian opd list shows the codes; their beginning is enough"));
		return false;
	}
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, code) || !cmd_number(request, OPSI_BULAN, 1, 12, &bulan, code))
		return false;
	out->tahun = (int)tahun;
	out->bulan = (int)bulan;
	return true;
}
