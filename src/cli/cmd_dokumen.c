#include "app/app.h"
#include "cli/spec.h"

static AppOptions options_of(const Permintaan *request)
{
	return (AppOptions){request->bahasa, spec_value(request, OPSI_POLICY, NULL), cmd_colour(request), cmd_width()};
}

int cmd_check(const Permintaan *request)
{
	static const struct { const char *nama; Sajian sajian; } formats[] = {{"text", SAJIAN_TEXT}, {"json", SAJIAN_JSON}, {"sarif", SAJIAN_SARIF}};
	Sajian sajian = SAJIAN_TEXT;
	if (request->n_argumen == 0)
		return cmd_wrong(request, teks(request->bahasa, "check needs a FILE, or --db with an agency's month"), teks(request->bahasa, "see capaian help check"));
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (str_equal(formats[i].nama, spec_value(request, OPSI_FORMAT, "text")))
			sajian = formats[i].sajian;
	AppOptions options = options_of(request);
	StrBuf out = {.arena = request->arena}, trouble = {.arena = request->arena};
	AppJumlah jumlah = {0};
	ErrInfo info = {0};
	Err err = app_check(request->arena, &options, request->argumen, request->n_argumen, request->opsi[OPSI_RULE].nilai, request->opsi[OPSI_RULE].n, sajian,
	                    &out, &jumlah, &trouble, &info);
	int code = cmd_finish(request, &out, err, &info);
	fputs(strbuf_text(&trouble), stderr);
	if (code == EXIT_CLEAN && (jumlah.error || (request->opsi[OPSI_STRICT].n && jumlah.warning)))
		code = EXIT_FINDINGS;
	return code;
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
	AppOptions options = options_of(request);
	ErrInfo info = {0};
	Err err = app_report(request->arena, &options, request->argumen[0], request->opsi[OPSI_OUTPUT].nilai, request->opsi[OPSI_OUTPUT].n, ukuran,
	                     request->opsi[OPSI_AS_PRINTED].n > 0, &info);
	return cmd_finish(request, NULL, err, &info);
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
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	Err err = app_explain(request->arena, &options, request->argumen[0], request->argumen[1], besaran, &out, &info);
	return cmd_finish(request, &out, err, &info);
}

int cmd_policy(const Permintaan *request)
{
	AppOptions options = options_of(request);
	StrBuf out = {.arena = request->arena};
	ErrInfo info = {0};
	const char *file = request->n_argumen > 1 ? request->argumen[1] : NULL;
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
	if (str_equal(topic, "man"))
		help_man(&out, request->bahasa);
	else if (str_equal(topic, "bash"))
		help_bash(&out);
	else
		help_text(&out, perintah_find(topic), request->bahasa);
	return cmd_finish(request, &out, ERR_OK, NULL);
}
