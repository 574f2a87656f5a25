#include "app/sajian.h"
#include "app/status.h"
#include "base/json.h"
#include "cli/cmd_bulan.h"

/* ---- the year ---- */

static const char *letter(const Konteks *k, const StatusBulan *s)
{
	static const char *const letters[] = {"-", "D", "A", "V", "S", "K"};
	StrBuf b = {.arena = k->arena};
	strbuf_add(&b, letters[s->keadaan]);
	if (s->revisi > 1)
		strbuf_addf(&b, "%d", s->revisi);
	if (s->terkunci)
		strbuf_addc(&b, '*');
	return strbuf_text(&b);
}

static void year_text(const Konteks *k, const StatusOpd *rows, size_t n, StrBuf *out)
{
	KolomDaftar columns[15] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "NAME"), false}};
	for (int i = 0; i < 12; i++)
		columns[2 + i] = (KolomDaftar){str_dupn(k->arena, bulan_name((uint8_t)(i + 1), k->bahasa), 3), false};
	Daftar d = daftar_begin(k->arena, columns, 14);
	for (size_t i = 0; i < n; i++) {
		const char *cells[14] = {rows[i].opd.opd, rows[i].opd.nama};
		for (int m = 0; m < 12; m++)
			cells[2 + m] = letter(k, &rows[i].bulan[m]);
		daftar_add(&d, cells);
	}
	daftar_print(&d, out);
	strbuf_add(out, teks(k->bahasa, "- nothing entered, D draft, A submitted, V verified, S approved, K returned; a number is the revision, * locked\n"));
}

static void year_json(const StatusOpd *rows, size_t n, int tahun, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "tahun");
	json_int(&j, tahun);
	json_key(&j, "opd");
	json_array(&j);
	for (size_t i = 0; i < n; i++)
		sajian_status(&j, &rows[i]);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static int year(const Permintaan *request, Konteks *k, bool json)
{
	int64_t tahun;
	int code;
	if (!cmd_number(request, OPSI_TAHUN, 1900, 2998, &tahun, &code)) {
		konteks_close(k);
		return code;
	}
	StatusOpd *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = status_tahun(k, spec_value(request, OPSI_OPD, ""), (int)tahun, &rows, &n, &info);
	if (!err && json)
		year_json(rows, n, (int)tahun, &out);
	else if (!err)
		year_text(k, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

/* ---- one month ---- */

static const char *state_text(const Konteks *k, const StatusBulan *s)
{
	return str_format(k->arena, s->terkunci ? teks(k->bahasa, "%s, revision %d, locked") : teks(k->bahasa, "%s, revision %d"), keadaan_name(s->keadaan), s->revisi);
}

static void month_text(const Konteks *k, const StatusRinci *r, CmdBulan place, StrBuf *out)
{
	strbuf_addf(out, "%s, %s %d: %s\n", r->opd.nama, bulan_name((uint8_t)place.bulan, k->bahasa), place.tahun, state_text(k, &r->sekarang));
	if (r->n == 0)
		return;
	const KolomDaftar columns[] = {{teks(k->bahasa, "REVISION"), true}, {teks(k->bahasa, "STEP"), false}, {teks(k->bahasa, "WHO"), false}, {teks(k->bahasa, "WHEN"), false},
	                               {teks(k->bahasa, "REASON"), false}};
	Daftar d = daftar_begin(k->arena, columns, 5);
	for (size_t i = 0; i < r->n; i++) {
		const StatusLangkah *s = &r->langkah[i];
		daftar_add(&d, (const char *const[]){str_format(k->arena, "%d", (int)s->baris.revisi), s->baris.aksi, s->oleh, waktu_print_id(k->arena, s->waktu, k->pemda.zona),
		                                     s->baris.alasan});
	}
	daftar_print(&d, out);
}

static void month_json(const Konteks *k, const StatusRinci *r, CmdBulan place, StrBuf *out)
{
	Json j = json_begin(out, 2);
	sajian_langkah(&j, k, r, place.tahun, place.bulan);
	json_finish(&j);
}

static int month(const Permintaan *request, Konteks *k, bool json)
{
	CmdBulan place;
	int code;
	if (!cmd_month(request, &place, &code)) {
		konteks_close(k);
		return code;
	}
	StatusRinci rinci;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = status_bulan(k, place.opd, place.tahun, place.bulan, &rinci, &info);
	if (!err && json)
		month_json(k, &rinci, place, &out);
	else if (!err)
		month_text(k, &rinci, place, &out);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_status(const Permintaan *request)
{
	Konteks *k;
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	return request->opsi[OPSI_BULAN].n ? month(request, k, json) : year(request, k, json);
}
