#include "cli/cmd_ekspor.h"

#include "app/ekspor.h"
#include "cli/buku.h"

int cmd_export(const Permintaan *request)
{
	const char *path = spec_value(request, OPSI_OUTPUT, NULL);
	if (!path)
		return cmd_wrong(request, teks(request->bahasa, "export needs -o FILE"), teks(request->bahasa, "for example -o 2023.json"));
	int64_t tahun = 0;
	int code;
	Konteks *k;
	if (request->opsi[OPSI_TAHUN].n && !cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code))
		return code;
	if (!cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	ErrInfo info = {0};
	Err err = ekspor_write(k, (int)tahun, path, cmd_progress(request, teks(request->bahasa, "exporting")), &info);
	return cmd_close(request, k, NULL, err, &info);
}

static void result_print(StrBuf *out, const HasilEkspor *h, bool applied, Bahasa bahasa)
{
	if (h->tahun)
		strbuf_addf(out, teks(bahasa, "export of pemda %s, %lld: %zu entries\n"), h->pemda, (long long)h->tahun, h->n);
	else
		strbuf_addf(out, teks(bahasa, "export of pemda %s, all years: %zu entries\n"), h->pemda, h->n);
	for (size_t t = 0; t < h->n_tabel; t++)
		strbuf_addf(out, "  %-20s %zu\n", h->tabel[t].nama, h->tabel[t].n);
	strbuf_addf(out, "%s\n", applied ? teks(bahasa, "imported; passwords are not part of an export: capaian user reset") : teks(bahasa, "nothing was changed; --apply imports it"));
}

int cmd_import_export(const Permintaan *request)
{
	const char *db = spec_value(request, OPSI_DB, NULL);
	if (!db)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), "import", "db"), NULL);
	bool apply = request->opsi[OPSI_APPLY].n > 0;
	HasilEkspor *h;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = ekspor_import(&h, request->arena, request->argumen[0], db, apply, request->bahasa, &info);
	if (!err)
		result_print(&out, h, apply, request->bahasa);
	return cmd_finish(request, &out, err, &info);
}
