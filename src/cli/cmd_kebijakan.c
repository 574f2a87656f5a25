#include "app/kebijakan_app.h"
#include "base/json.h"
#include "cli/buku.h"

static void list_json(const Konteks *k, int tahun, const VersiKebijakan *rows, size_t n, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "tahun");
	json_int(&j, tahun);
	json_key(&j, "kebijakan");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_key(&j, "versi");
		json_int(&j, rows[i].baris.versi);
		json_field(&j, "nama", rows[i].nama);
		json_field(&j, "hash", rows[i].baris.hash);
		json_field(&j, "waktu", waktu_print_iso(k->arena, rows[i].waktu, k->pemda.zona));
		json_field(&j, "oleh", rows[i].oleh);
		json_field(&j, "alasan", rows[i].baris.alasan);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void list_text(const Konteks *k, int tahun, const VersiKebijakan *rows, size_t n, StrBuf *out)
{
	if (!n) {
		strbuf_addf(out, teks(k->bahasa, "%d: no policy of its own; the built-in one holds\n"), tahun);
		return;
	}
	const KolomDaftar columns[] = {{teks(k->bahasa, "VERSION"), true}, {teks(k->bahasa, "NAME"), false}, {"HASH", false}, {teks(k->bahasa, "TIME"), false},
	                               {teks(k->bahasa, "BY"), false}, {teks(k->bahasa, "REASON"), false}};
	Daftar d = daftar_begin(k->arena, columns, 6);
	for (size_t i = 0; i < n; i++)
		daftar_add(&d, (const char *const[]){str_format(k->arena, "%lld", (long long)rows[i].baris.versi), rows[i].nama, str_dupn(k->arena, rows[i].baris.hash, 12),
		                                     waktu_print_iso(k->arena, rows[i].waktu, k->pemda.zona), rows[i].oleh, rows[i].baris.alasan});
	daftar_print(&d, out);
}

static int policy_list(const Permintaan *request, int tahun)
{
	Konteks *k;
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	VersiKebijakan *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kebijakan_list(k, tahun, &rows, &n, &info);
	if (!err && json)
		list_json(k, tahun, rows, n, &out);
	else if (!err)
		list_text(k, tahun, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

static int policy_add(const Permintaan *request, int tahun)
{
	if (request->n_argumen < 2)
		return cmd_wrong(request, teks(request->bahasa, "policy add needs a FILE"), NULL);
	Konteks *k;
	int code;
	if (!cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	VersiKebijakan made;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kebijakan_add_file(k, tahun, request->argumen[1], spec_value(request, OPSI_REASON, ""), &made, NULL, &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%d: version %lld, %s, %s\n"), tahun, (long long)made.baris.versi, made.nama, made.baris.hash);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_policy_ledger(const Permintaan *request)
{
	int64_t tahun;
	int code;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code))
		return code;
	return str_equal(request->argumen[0], "list") ? policy_list(request, (int)tahun) : policy_add(request, (int)tahun);
}
