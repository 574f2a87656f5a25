/* Settings of the region. */
#include "app/pengaturan.h"
#include "base/json.h"
#include "cli/buku.h"

static const char *value_text(const Konteks *k, const UraianPengaturan *u, int64_t value)
{
	return !u->ya_tidak ? str_format(k->arena, "%lld", (long long)value) : value ? "ya" : "tidak";
}

static void list_text(const Konteks *k, const Pengaturan *p, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "SETTING"), false}, {teks(k->bahasa, "VALUE"), false}, {"", false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < PENGATURAN_JUMLAH; i++)
		daftar_add(&d, (const char *const[]){PENGATURAN[i].kunci, value_text(k, &PENGATURAN[i], p->nilai[i]), teks(k->bahasa, PENGATURAN[i].teks)});
	daftar_print(&d, out);
}

static void list_json(const Pengaturan *p, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	for (int i = 0; i < PENGATURAN_JUMLAH; i++) {
		json_key(&j, PENGATURAN[i].kunci);
		if (PENGATURAN[i].ya_tidak)
			json_bool(&j, p->nilai[i] != 0);
		else
			json_int(&j, p->nilai[i]);
	}
	json_end(&j);
	json_finish(&j);
}

static int setting_list(const Permintaan *request)
{
	Konteks *k;
	Pengaturan p;
	bool json;
	int code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	Err err = pengaturan_baca(k, &p, &info);
	if (!err && json)
		list_json(&p, &out);
	else if (!err)
		list_text(k, &p, &out);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_setting(const Permintaan *request)
{
	Konteks *k;
	int code;
	bool changed;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	if (str_equal(request->argumen[0], "list"))
		return setting_list(request);
	if (request->n_argumen < 3)
		return cmd_wrong(request, teks(request->bahasa, "setting set needs a NAME and a VALUE"), NULL);
	if (!cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	Err err = pengaturan_tulis(k, request->argumen[1], request->argumen[2], &changed, &info);
	if (!err)
		strbuf_addf(&out, changed ? teks(request->bahasa, "%s: saved\n") : teks(request->bahasa, "%s: nothing to change\n"), request->argumen[1]);
	return cmd_close(request, k, &out, err, &info);
}
