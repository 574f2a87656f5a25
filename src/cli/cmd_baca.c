#include "app/app.h"
#include "cli/buku.h"

static AppKeluaran outputs_of(const Permintaan *request, bool json)
{
	static const struct { const char *nama; Ukuran ukuran; } sizes[] = {{"f4", UKURAN_F4}, {"a4", UKURAN_A4}, {"legal", UKURAN_LEGAL}};
	AppKeluaran to = {request->opsi[OPSI_OUTPUT].nilai, request->opsi[OPSI_OUTPUT].n, UKURAN_F4, json, cmd_width()};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (str_equal(sizes[i].nama, spec_value(request, OPSI_PAPER, "f4")))
			to.ukuran = sizes[i].ukuran;
	return to;
}

/* Form, year and month of the request, and its ledger, open for reading. */
static bool year_open(const Permintaan *request, Konteks **k, bool *json, int64_t *tahun, int64_t *bulan, int *code)
{
	return cmd_format(request, json, code) && cmd_number(request, OPSI_TAHUN, 1900, 2999, tahun, code) && cmd_number(request, OPSI_BULAN, 1, 12, bulan, code) &&
	       cmd_ledger(request, STORE_BACA, k, code);
}

int cmd_rekap(const Permintaan *request)
{
	Konteks *k;
	bool json;
	int64_t tahun, bulan;
	int code;
	if (!year_open(request, &k, &json, &tahun, &bulan, &code))
		return code;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	const AppKeluaran to = outputs_of(request, json);
	Err err = app_rekap(k, (int)tahun, (int)bulan, &to, &out, &info);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_rfk(const Permintaan *request)
{
	Konteks *k;
	bool json;
	int64_t tahun, bulan;
	int code;
	if (!year_open(request, &k, &json, &tahun, &bulan, &code))
		return code;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	const AppKeluaran to = outputs_of(request, json);
	Err err = app_rfk(k, spec_value(request, OPSI_OPD, ""), (int)tahun, (int)bulan, &to, &out, &info);
	return cmd_close(request, k, &out, err, &info);
}
