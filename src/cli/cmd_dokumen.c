#include "app/app.h"
#include "cli/buku.h"

static AppOptions options_of(const Permintaan *request)
{
	return (AppOptions){request->bahasa, spec_value(request, OPSI_POLICY, NULL), cmd_colour(request), cmd_width()};
}

/* A month of the ledger is meant. */
static bool of_ledger(const Permintaan *request)
{
	return request->opsi[OPSI_DB].n > 0;
}

/* Opens the ledger for reading, with the month of --opd, --tahun, --bulan and --revisi. What belongs to files only is refused. */
static bool month_open(const Permintaan *request, size_t n_argumen, Konteks **k, AppBulan *bulan, int *code)
{
	static const OpsiId of_files[] = {OPSI_POLICY, OPSI_AS_PRINTED};
	int64_t tahun, month, revisi = 0;
	if (request->n_argumen != n_argumen) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s takes a file or --db, not both"), request->perintah->nama), NULL);
		return false;
	}
	for (size_t i = 0; i < sizeof of_files / sizeof *of_files; i++) {
		if (request->opsi[of_files[i]].n) {
			*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "--%s does not go with --db"), OPSI[of_files[i]].panjang), NULL);
			return false;
		}
	}
	const char *opd = spec_value(request, OPSI_OPD, NULL);
	if (!opd) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), request->perintah->nama, "opd"), NULL);
		return false;
	}
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2999, &tahun, code) || !cmd_number(request, OPSI_BULAN, 1, 12, &month, code))
		return false;
	if (request->opsi[OPSI_REVISI].n && !cmd_number(request, OPSI_REVISI, 1, 9999, &revisi, code))
		return false;
	*bulan = (AppBulan){opd, (int)tahun, (int)month, (int)revisi};
	return cmd_ledger(request, STORE_BACA, k, code);
}

static int file_missing(const Permintaan *request)
{
	return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs a FILE, or --db with an agency's month"), request->perintah->nama),
	                 str_format(request->arena, teks(request->bahasa, "see capaian help %s"), request->perintah->nama));
}

static int findings_code(const Permintaan *request, int code, const AppJumlah *jumlah)
{
	return code == EXIT_CLEAN && (jumlah->error || (request->opsi[OPSI_STRICT].n && jumlah->warning)) ? EXIT_FINDINGS : code;
}

static int check_month(const Permintaan *request, const AppOptions *options, Sajian sajian)
{
	Konteks *k;
	AppBulan bulan;
	int code;
	if (!month_open(request, 0, &k, &bulan, &code))
		return code;
	StrBuf out = {.arena = request->arena};
	AppJumlah jumlah = {0};
	ErrInfo info = {0};
	Err err = app_bulan_check(k, options, &bulan, request->opsi[OPSI_RULE].nilai, request->opsi[OPSI_RULE].n, sajian, &out, &jumlah, &info);
	return findings_code(request, cmd_close(request, k, &out, err, &info), &jumlah);
}

int cmd_check(const Permintaan *request)
{
	static const struct { const char *nama; Sajian sajian; } formats[] = {{"text", SAJIAN_TEXT}, {"json", SAJIAN_JSON}, {"sarif", SAJIAN_SARIF}};
	Sajian sajian = SAJIAN_TEXT;
	if (request->n_argumen == 0 && !of_ledger(request))
		return file_missing(request);
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_equal(formats[i].nama, spec_value(request, OPSI_FORMAT, "text")))
			sajian = formats[i].sajian;
	AppOptions options = options_of(request);
	if (of_ledger(request))
		return check_month(request, &options, sajian);
	StrBuf out = {.arena = request->arena}, trouble = {.arena = request->arena};
	AppJumlah jumlah = {0};
	ErrInfo info = {0};
	Err err = app_check(request->arena, &options, request->argumen, request->n_argumen, request->opsi[OPSI_RULE].nilai, request->opsi[OPSI_RULE].n, sajian,
	                    &out, &jumlah, &trouble, &info);
	int code = cmd_finish(request, &out, err, &info);
	fputs(strbuf_text(&trouble), stderr);
	return findings_code(request, code, &jumlah);
}

static int report_month(const Permintaan *request, Ukuran ukuran)
{
	Konteks *k;
	AppBulan bulan;
	int code;
	if (!month_open(request, 0, &k, &bulan, &code))
		return code;
	ErrInfo info = {0};
	Err err = app_bulan_report(k, &bulan, request->opsi[OPSI_OUTPUT].nilai, request->opsi[OPSI_OUTPUT].n, ukuran, &info);
	return cmd_close(request, k, NULL, err, &info);
}

int cmd_report(const Permintaan *request)
{
	static const struct { const char *nama; Ukuran ukuran; } sizes[] = {{"f4", UKURAN_F4}, {"a4", UKURAN_A4}, {"legal", UKURAN_LEGAL}};
	Ukuran ukuran = UKURAN_F4;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (str_equal(sizes[i].nama, spec_value(request, OPSI_PAPER, "f4")))
			ukuran = sizes[i].ukuran;
	if (request->opsi[OPSI_OUTPUT].n == 0)
		return cmd_wrong(request, teks(request->bahasa, "report needs at least one -o FILE"), teks(request->bahasa, "for example -o laporan.pdf"));
	if (of_ledger(request))
		return report_month(request, ukuran);
	if (request->n_argumen == 0)
		return file_missing(request);
	AppOptions options = options_of(request);
	ErrInfo info = {0};
	Err err = app_report(request->arena, &options, request->argumen[0], request->opsi[OPSI_OUTPUT].nilai, request->opsi[OPSI_OUTPUT].n, ukuran,
	                     request->opsi[OPSI_AS_PRINTED].n > 0, &info);
	return cmd_finish(request, NULL, err, &info);
}

static int explain_month(const Permintaan *request, const AppOptions *options, Besaran besaran)
{
	Konteks *k;
	AppBulan bulan;
	int code;
	if (!month_open(request, 1, &k, &bulan, &code))
		return code;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = app_bulan_explain(k, options, &bulan, request->argumen[0], besaran, &out, &info);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_explain(const Permintaan *request)
{
	static const struct { const char *nama; Besaran besaran; } columns[] = {
		{"keuangan", BESARAN_KEUANGAN}, {"keluaran", BESARAN_KELUARAN}, {"rata-rata", BESARAN_RATA_RATA}};
	Besaran besaran = BESARAN_RATA_RATA;
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (str_equal(columns[i].nama, spec_value(request, OPSI_KOLOM, "rata-rata")))
			besaran = columns[i].besaran;
	AppOptions options = options_of(request);
	if (of_ledger(request))
		return explain_month(request, &options, besaran);
	if (request->n_argumen < 2)
		return cmd_wrong(request, teks(request->bahasa, "explain needs a FILE and a KODE, or --db with an agency's month and a KODE"),
		                 teks(request->bahasa, "for example: capaian explain laporan.tsv 12.1.1"));
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = app_explain(request->arena, &options, request->argumen[0], request->argumen[1], besaran, &out, &info);
	return cmd_finish(request, &out, err, &info);
}

static int policy_of_year(const Permintaan *request)
{
	Konteks *k;
	int64_t tahun;
	int code;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2999, &tahun, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = app_tahun_policy(k, (int)tahun, &out, &info);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_policy(const Permintaan *request)
{
	AppOptions options = options_of(request);
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	const char *file = request->n_argumen > 1 ? request->argumen[1] : NULL;
	if (str_equal(request->argumen[0], "list") || str_equal(request->argumen[0], "add"))
		return cmd_policy_ledger(request);
	if (str_equal(request->argumen[0], "show") && of_ledger(request))
		return file ? cmd_wrong(request, teks(request->bahasa, "policy show takes a file or --db, not both"), NULL) : policy_of_year(request);
	if (str_equal(request->argumen[0], "show")) {
		options.kebijakan = file;
		return cmd_finish(request, &out, app_policy_show(request->arena, &options, &out, &info), &info);
	}
	if (!file)
		return cmd_wrong(request, teks(request->bahasa, "policy check needs a FILE"), NULL);
	AppJumlah jumlah = {0};
	int code = cmd_finish(request, &out, app_policy_check(request->arena, &options, file, &out, &jumlah, &info), &info);
	return code == EXIT_CLEAN && jumlah.error ? EXIT_FINDINGS : code;
}

int cmd_rules(const Permintaan *request)
{
	AppOptions options = options_of(request);
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = app_rules(request->arena, &options, request->n_argumen ? request->argumen[0] : NULL, &out, &info);
	return cmd_finish(request, &out, err, &info);
}

int cmd_help(const Permintaan *request)
{
	StrBuf out = {.arena = request->arena};
	const char *topic = request->n_argumen ? request->argumen[0] : "";
	const Perintah *perintah = perintah_find(topic);
	if (str_equal(topic, "man"))
		help_man(&out, request->bahasa);
	else if (str_equal(topic, "bash"))
		help_bash(&out);
	else if (perintah || !*topic)
		help_text(&out, perintah, request->bahasa);
	else
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "unknown command '%s'"), topic),
		                 teks(request->bahasa, "capaian help lists them all"));
	return cmd_finish(request, &out, ERR_OK, NULL);
}
