#include "app/pengguna.h"
#include "app/sajian.h"
#include "app/tata.h"
#include "app/wilayah.h"
#include "base/json.h"
#include "cli/buku.h"

int cmd_init(const Permintaan *request)
{
	const TataBaru baru = {
		.db = request->argumen[0],
		.pemda = spec_value(request, OPSI_PEMDA, NULL),
		.nama = spec_value(request, OPSI_NAMA, NULL),
		.latihan = request->opsi[OPSI_TRAINING].n > 0,
		.pada = spec_value(request, OPSI_AT, NULL),
	};
	if (!baru.pemda)
		return cmd_wrong(request, teks(request->bahasa, "init needs --pemda CODE"), teks(request->bahasa, "for example 51.08, or 51 for a province"));
	BarisPemda pemda;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = tata_init(request->arena, &baru, request->bahasa, &pemda, &info);
	if (!err) {
		strbuf_addf(&out, teks(request->bahasa, "%s: %s %s (%s); first user: admin"), baru.db, pemda.pemda, pemda.nama, zona_name(pemda.zona));
		strbuf_add(&out, baru.latihan ? teks(request->bahasa, "; a training ledger\n") : "\n");
	}
	return cmd_finish(request, &out, err, &info);
}

/* ---- opd ---- */

static void opd_json(const BarisOpd *rows, size_t n, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "opd");
	json_array(&j);
	for (size_t i = 0; i < n; i++)
		sajian_opd(&j, &rows[i]);
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void opd_text(const Konteks *k, const BarisOpd *rows, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "CODE"), false}, {teks(k->bahasa, "NAME"), false}, {teks(k->bahasa, "BIDANG"), false},
	                               {teks(k->bahasa, "HEAD"), false}, {"", false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++)
		daftar_add(&d, (const char *const[]){rows[i].opd, rows[i].nama, rows[i].kode_bidang, rows[i].kepala_nama, rows[i].aktif ? "" : teks(k->bahasa, "not active")});
	daftar_print(&d, out);
}

static int opd_list(const Permintaan *request)
{
	Konteks *k;
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	BarisOpd *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = tata_opd_list(k, &rows, &n, &info);
	if (!err && json)
		opd_json(rows, n, &out);
	else if (!err && n)
		opd_text(k, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

/* The fields of --set onto the row. */
static Err fields_apply(const Permintaan *request, const Konteks *k, BarisOpd *row, ErrInfo *info)
{
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < request->opsi[OPSI_SET].n; i++) {
		const char *text = request->opsi[OPSI_SET].nilai[i], *equals = strchr(text, '=');
		if (!equals)
			return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "--set: '%s' is not FIELD=TEXT"), text), NULL);
		err = tata_opd_field(k, row, str_dupn(k->arena, text, (size_t)(equals - text)), equals + 1, info);
	}
	return err;
}

static int opd_save(const Permintaan *request, bool baru)
{
	if (request->n_argumen < 2)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "opd %s needs the code of the agency"), request->argumen[0]), NULL);
	Konteks *k;
	int code;
	if (!cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	BarisOpd row = tata_opd_blank(request->argumen[1], request->arena);
	bool changed = false;
	Err err = baru ? ERR_OK : konteks_opd(k, request->argumen[1], &row, &info);
	if (!err)
		err = fields_apply(request, k, &row, &info);
	if (!err)
		err = tata_opd_save(k, row, baru, &changed, &info);
	if (!err)
		strbuf_addf(&out, changed ? teks(request->bahasa, "%s %s: saved\n") : teks(request->bahasa, "%s %s: nothing to change\n"), row.opd, row.nama);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_opd(const Permintaan *request)
{
	if (str_equal(request->argumen[0], "list"))
		return opd_list(request);
	return opd_save(request, str_equal(request->argumen[0], "add"));
}

/* ---- user ---- */

static void user_json(const BarisPengguna *rows, size_t n, StrBuf *out)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "pengguna");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_field(&j, "pengguna", rows[i].pengguna);
		json_field(&j, "nama", rows[i].nama);
		json_field(&j, "peran", rows[i].peran);
		json_field(&j, "opd", *rows[i].opd ? rows[i].opd : NULL);
		json_key(&j, "sandi");
		json_bool(&j, *rows[i].sandi);
		json_key(&j, "aktif");
		json_bool(&j, rows[i].aktif);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void user_text(const Konteks *k, const BarisPengguna *rows, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{teks(k->bahasa, "USER"), false}, {teks(k->bahasa, "ROLE"), false}, {teks(k->bahasa, "NAME"), false},
	                               {teks(k->bahasa, "AGENCY"), false}, {"", false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++) {
		const char *note = !rows[i].aktif ? teks(k->bahasa, "disabled") : *rows[i].sandi ? "" : teks(k->bahasa, "no password yet");
		daftar_add(&d, (const char *const[]){rows[i].pengguna, rows[i].peran, rows[i].nama, rows[i].opd, note});
	}
	daftar_print(&d, out);
}

static int user_list(const Permintaan *request)
{
	Konteks *k;
	bool json;
	int code;
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	BarisPengguna *rows;
	size_t n;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	Err err = pengguna_list(k, &rows, &n, &info);
	if (!err && json)
		user_json(rows, n, &out);
	else if (!err)
		user_text(k, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

static Err user_add(const Permintaan *request, Konteks *k, const char **made, ErrInfo *info)
{
	const BarisPengguna row = {.pengguna = request->argumen[1], .nama = spec_value(request, OPSI_NAMA, ""), .peran = spec_value(request, OPSI_PERAN, ""),
	                           .opd = spec_value(request, OPSI_OPD, "")};
	return pengguna_add(k, row, cmd_stdin_line(request->arena), made, info);
}

static Err user_change(const Permintaan *request, Konteks *k, const char *word, const char **made, ErrInfo *info)
{
	const char *name = request->argumen[1];
	if (str_equal(word, "add"))
		return user_add(request, k, made, info);
	if (str_equal(word, "role"))
		return pengguna_role(k, name, spec_value(request, OPSI_PERAN, ""), spec_value(request, OPSI_OPD, NULL), info);
	if (str_equal(word, "reset"))
		return pengguna_reset(k, name, cmd_stdin_line(request->arena), made, info);
	return pengguna_enable(k, name, str_equal(word, "enable"), info);
}

int cmd_user(const Permintaan *request)
{
	const char *word = request->argumen[0], *made = NULL;
	if (str_equal(word, "list"))
		return user_list(request);
	if (request->n_argumen < 2)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "user %s needs the name of the user"), word), NULL);
	if ((str_equal(word, "add") || str_equal(word, "role")) && request->opsi[OPSI_PERAN].n == 0)
		return cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "user %s needs --peran"), word), NULL);
	Konteks *k;
	int code;
	if (!cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	bool invites = str_equal(word, "invite");
	Err err = invites ? cmd_user_invite(request, k, &out, &info) : user_change(request, k, word, &made, &info);
	if (!err && made)
		strbuf_addf(&out, teks(request->bahasa, "%s: first password %s\n"), request->argumen[1], made);
	else if (!err && !invites)
		strbuf_addf(&out, teks(request->bahasa, "%s: saved\n"), request->argumen[1]);
	return cmd_close(request, k, &out, err, &info);
}
