#include "app/ekspor.h"
#include "app/impor.h"
#include "app/isian_lembar.h"
#include "cli/cmd_bulan.h"
#include "cli/cmd_ekspor.h"
#include "cli/impor_cetak.h"

/* --tahun and --bulan, where they are given. */
static bool month_given(const Permintaan *request, PermintaanImpor *wanted, int *code)
{
	int64_t tahun = 0, bulan = 0;
	if (request->opsi[OPSI_TAHUN].n && !cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, code))
		return false;
	if (request->opsi[OPSI_BULAN].n && !cmd_number(request, OPSI_BULAN, 1, 12, &bulan, code))
		return false;
	wanted->tahun = (int)tahun;
	wanted->bulan = (int)bulan;
	return true;
}

int cmd_import(const Permintaan *request)
{
	if (ekspor_is(request->arena, request->argumen[0], request->bahasa))
		return cmd_import_export(request);
	PermintaanImpor wanted = {.berkas = request->argumen[0], .opd = spec_value(request, OPSI_OPD, NULL), .alasan = spec_value(request, OPSI_REASON, ""),
	                          .terapkan = request->opsi[OPSI_APPLY].n > 0};
	Konteks *k;
	HasilImpor *h = NULL;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !month_given(request, &wanted, &code) || !cmd_ledger(request, wanted.terapkan ? STORE_TULIS : STORE_BACA, &k, &code))
		return code;
	wanted.kemajuan = cmd_progress(request, teks(request->bahasa, "importing"));
	Err err = impor_run(&h, k, &wanted, &info);
	bool judged = h && h->lembar && h->n_program + h->n + h->n_halangan > 0;
	if (judged && json)
		cetak_impor_json(&out, request->arena, h);
	else if (judged || !err)
		cetak_impor(&out, request->arena, request->bahasa, h, wanted.terapkan);
	code = cmd_close(request, k, &out, err, &info);
	return code == EXIT_CLEAN && !wanted.terapkan && h && h->n_halangan ? EXIT_FINDINGS : code;
}

int cmd_sheet(const Permintaan *request)
{
	const char *path = spec_value(request, OPSI_OUTPUT, NULL);
	Konteks *k;
	CmdBulan place;
	ErrInfo info = {0};
	int code;
	if (!path)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), request->perintah->nama, "output"), "-o isian.xlsx");
	if (!cmd_month(request, &place, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	Err err = isian_lembar_tulis(k, place.opd, place.tahun, place.bulan, path, &info);
	return cmd_close(request, k, NULL, err, &info);
}
