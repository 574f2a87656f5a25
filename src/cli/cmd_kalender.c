#include "app/kalender.h"
#include "base/json.h"
#include "cli/buku.h"

static void json_date(Json *j, Arena *arena, const char *key, Tanggal t)
{
	json_field(j, key, t.tahun ? tanggal_print_iso(arena, t) : NULL);
}

static void show_json(const Konteks *k, int tahun, const Kalender *kalender, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "tahun");
	json_int(&j, tahun);
	json_key(&j, "tenggat");
	json_array(&j);
	for (int i = 0; i < 12; i++) {
		json_object(&j);
		json_key(&j, "bulan");
		json_int(&j, kalender->tenggat[i].bulan);
		json_date(&j, k->arena, "tanggal", kalender->tenggat[i].tanggal);
		json_key(&j, "ditetapkan");
		json_bool(&j, kalender->tenggat[i].ditetapkan);
		json_end(&j);
	}
	json_end(&j);
	json_key(&j, "libur");
	json_array(&j);
	for (size_t i = 0; i < kalender->n_libur; i++) {
		json_object(&j);
		json_field(&j, "tanggal", kalender->libur[i].tanggal);
		json_field(&j, "nama", kalender->libur[i].nama);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void show_text(const Konteks *k, const Kalender *kalender, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "MONTH"), false}, {teks(k->bahasa, "DUE"), false}, {"", false}};
	Daftar d = daftar_begin(k->arena, columns, 3);
	for (int i = 0; i < 12; i++) {
		const TenggatBulan *t = &kalender->tenggat[i];
		daftar_add(&d, (const char *const[]){bulan_name((uint8_t)t->bulan, k->bahasa), tanggal_print_iso(k->arena, t->tanggal),
		                                     t->ditetapkan ? teks(k->bahasa, "fixed") : ""});
	}
	daftar_print(&d, out);
	if (!kalender->n_libur)
		return;
	const KolomDaftar holidays[] = {{teks(k->bahasa, "HOLIDAY"), false}, {"", false}};
	Daftar h = daftar_begin(k->arena, holidays, 2);
	for (size_t i = 0; i < kalender->n_libur; i++)
		daftar_add(&h, (const char *const[]){kalender->libur[i].tanggal, kalender->libur[i].nama});
	strbuf_addc(out, '\n');
	daftar_print(&h, out);
}

static int show(const Permintaan *request, Konteks *k, bool json)
{
	int64_t tahun;
	int code;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code))
		return code;
	Kalender kalender;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kalender_show(k, (int)tahun, &kalender, &info);
	if (!err && json)
		show_json(k, (int)tahun, &kalender, &out);
	else if (!err)
		show_text(k, &kalender, &out);
	return cmd_close(request, k, &out, err, &info);
}

static void late_json(const Konteks *k, int tahun, int bulan, Tanggal tenggat, const Kepatuhan *rows, size_t n, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "tahun");
	json_int(&j, tahun);
	json_key(&j, "bulan");
	json_int(&j, bulan);
	json_date(&j, k->arena, "tenggat", tenggat);
	json_date(&j, k->arena, "per", waktu_date(k->per, k->pemda.zona));
	json_key(&j, "opd");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		if (!rows[i].hari)
			continue;
		json_object(&j);
		json_field(&j, "opd", rows[i].opd.opd);
		json_field(&j, "nama", rows[i].opd.nama);
		json_field(&j, "keadaan", rows[i].keadaan);
		json_date(&j, k->arena, "tanggal", rows[i].tanggal);
		json_key(&j, "hari");
		json_int(&j, rows[i].hari);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void late_text(const Konteks *k, int tahun, int bulan, Tanggal tenggat, const Kepatuhan *rows, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "NAME"), false}, {teks(k->bahasa, "STATE"), false},
	                               {teks(k->bahasa, "SUBMITTED"), false}, {teks(k->bahasa, "DAYS LATE"), true}};
	Daftar d = daftar_begin(k->arena, columns, 5);
	for (size_t i = 0; i < n; i++) {
		if (rows[i].hari)
			daftar_add(&d, (const char *const[]){rows[i].opd.opd, rows[i].opd.nama, rows[i].keadaan,
			                                     rows[i].masuk ? tanggal_print_iso(k->arena, rows[i].tanggal) : teks(k->bahasa, "missing"),
			                                     str_format(k->arena, "%lld", (long long)rows[i].hari)});
	}
	strbuf_addf(out, teks(k->bahasa, "%s %d, due on %s\n"), bulan_name((uint8_t)bulan, k->bahasa), tahun, tanggal_print_iso(k->arena, tenggat));
	if (d.n)
		daftar_print(&d, out);
	else
		strbuf_add(out, teks(k->bahasa, "no agency is late\n"));
}

static int late(const Permintaan *request, Konteks *k, bool json)
{
	int64_t tahun, bulan;
	int code;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code) || !cmd_number(request, OPSI_BULAN, 1, 12, &bulan, &code))
		return code;
	Tanggal tenggat;
	Kepatuhan *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kalender_kepatuhan(k, (int)tahun, (int)bulan, &tenggat, &rows, &n, &info);
	if (!err && json)
		late_json(k, (int)tahun, (int)bulan, tenggat, rows, n, &out);
	else if (!err)
		late_text(k, (int)tahun, (int)bulan, tenggat, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

/* The date of the second word; all 0 when there is none. */
static bool date_argument(const Permintaan *request, Tanggal *out, int *code)
{
	*out = (Tanggal){0};
	if (request->n_argumen < 2)
		return true;
	const char *text = request->argumen[1], *at;
	if (tanggal_parse(out, text, &at) && at == text)
		return true;
	*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "'%s' is not a date"), text), teks(request->bahasa, "write 2023-12-29"));
	return false;
}

static int due(const Permintaan *request, Konteks *k)
{
	int64_t tahun, bulan;
	int code;
	Tanggal tanggal;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code) || !cmd_number(request, OPSI_BULAN, 1, 12, &bulan, &code) ||
	    !date_argument(request, &tanggal, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kalender_due(k, (int)tahun, (int)bulan, tanggal, &info);
	if (!err)
		err = tenggat_of(k, (int)tahun, (int)bulan, &tanggal, &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%s %d, due on %s\n"), bulan_name((uint8_t)bulan, k->bahasa), (int)tahun, tanggal_print_iso(k->arena, tanggal));
	return cmd_close(request, k, &out, err, &info);
}

static int holiday(const Permintaan *request, Konteks *k)
{
	int code;
	Tanggal tanggal;
	if (!date_argument(request, &tanggal, &code))
		return code;
	if (!tanggal.tahun || request->opsi[OPSI_NAMA].n == 0)
		return cmd_wrong(request, teks(request->bahasa, "calendar holiday needs a DATE and --nama"), teks(request->bahasa, "an empty name takes the holiday back"));
	const char *nama = spec_value(request, OPSI_NAMA, "");
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = kalender_holiday(k, tanggal, nama, &info);
	if (!err)
		strbuf_addf(&out, "%s: %s\n", tanggal_print_iso(k->arena, tanggal), str_blank(nama) ? teks(request->bahasa, "no holiday") : nama);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_calendar(const Permintaan *request)
{
	const char *word = request->argumen[0];
	bool reads = str_equal(word, "show") || str_equal(word, "late"), json;
	Konteks *k;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, reads ? STORE_BACA : STORE_TULIS, &k, &code))
		return code;
	return str_equal(word, "show")  ? show(request, k, json)
	       : str_equal(word, "late") ? late(request, k, json)
	       : str_equal(word, "due")  ? due(request, k)
	                                 : holiday(request, k);
}
