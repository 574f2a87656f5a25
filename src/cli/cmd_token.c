/* Tokens of programs, and links that set a password. */
#include "app/masuk.h"
#include "app/token.h"
#include "base/json.h"
#include "cli/buku.h"

/* The ledger as the user sees it for whom the token shall act: whoever holds the file may do so. */
static bool ledger_as_owner(const Permintaan *request, const char *user, Konteks **out, int *code)
{
	const KonteksOptions options = {.db = spec_value(request, OPSI_DB, NULL), .pemda = spec_value(request, OPSI_PEMDA, NULL), .sebagai = user,
	                                .pada = spec_value(request, OPSI_AT, NULL), .mode = STORE_TULIS};
	ErrInfo info = {0};
	if (!options.db || !user) {
		*code = cmd_wrong(request, options.db ? teks(request->bahasa, "token new needs --user USER") : str_format(request->arena, teks(request->bahasa, "%s needs --db LEDGER"), request->perintah->nama),
		                  NULL);
		return false;
	}
	Err err = konteks_open(out, request->arena, &options, request->bahasa, &info);
	*code = cmd_finish(request, NULL, err, &info);
	return !err;
}

static int token_new(const Permintaan *request)
{
	Konteks *k;
	Token made;
	const char *token;
	int64_t days = 0;
	int code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	const char *scope = spec_value(request, OPSI_SCOPE, NULL);
	if (!scope)
		return cmd_wrong(request, teks(request->bahasa, "token new needs --scope"), teks(request->bahasa, "baca: read; isi: read, and enter a month's values; semua: all that the user may"));
	if (request->opsi[OPSI_DAYS].n && !cmd_number(request, OPSI_DAYS, 1, TOKEN_HARI_MAX, &days, &code))
		return code;
	if (!ledger_as_owner(request, spec_value(request, OPSI_USER, spec_value(request, OPSI_AS, NULL)), &k, &code))
		return code;
	Err err = token_buat(k, scope, spec_value(request, OPSI_NAMA, ""), days, &token, &made, &info);
	if (!err)
		strbuf_addf(&out, "%s\n", token);
	return cmd_close(request, k, &out, err, &info);
}

static void token_json(const Token *rows, size_t n, StrBuf *out, const Konteks *k)
{
	Json j = json_begin(out, 2);
	json_object(&j);
	json_key(&j, "token");
	json_array(&j);
	for (size_t i = 0; i < n; i++) {
		json_object(&j);
		json_field(&j, "id", rows[i].nomor);
		json_field(&j, "pengguna", rows[i].pengguna);
		json_field(&j, "lingkup", rows[i].lingkup);
		json_field(&j, "nama", rows[i].nama);
		json_field(&j, "kedaluwarsa", waktu_print_iso(k->arena, rows[i].kedaluwarsa, k->pemda.zona));
		json_field(&j, "dipakai", rows[i].dipakai ? waktu_print_iso(k->arena, rows[i].dipakai, k->pemda.zona) : NULL);
		json_key(&j, "berlaku");
		json_bool(&j, rows[i].hidup);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	json_finish(&j);
}

static void token_text(const Konteks *k, const Token *rows, size_t n, StrBuf *out)
{
	const KolomDaftar columns[] = {{"ID", false}, {teks(k->bahasa, "USER"), false}, {teks(k->bahasa, "SCOPE"), false}, {teks(k->bahasa, "UNTIL"), false}, {teks(k->bahasa, "NAME"), false}, {"", false}};
	Daftar d = daftar_begin(k->arena, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < n; i++)
		daftar_add(&d, (const char *const[]){rows[i].nomor, rows[i].pengguna, rows[i].lingkup, tanggal_print_iso(k->arena, waktu_date(rows[i].kedaluwarsa, k->pemda.zona)), rows[i].nama,
		                                     rows[i].hidup ? "" : teks(k->bahasa, "void")});
	daftar_print(&d, out);
}

static int token_list(const Permintaan *request)
{
	Konteks *k;
	Token *rows;
	size_t n;
	bool json;
	int code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	if (!cmd_format(request, &json, &code) || !cmd_ledger(request, STORE_BACA, &k, &code))
		return code;
	Err err = token_daftar(k, true, &rows, &n, &info);
	if (!err && json)
		token_json(rows, n, &out, k);
	else if (!err && n)
		token_text(k, rows, n, &out);
	return cmd_close(request, k, &out, err, &info);
}

static int token_revoke(const Permintaan *request)
{
	Konteks *k;
	int code;
	ErrInfo info = {0};
	StrBuf out = {.arena = request->arena};
	if (request->n_argumen < 2)
		return cmd_wrong(request, teks(request->bahasa, "token revoke needs the ID of the token"), teks(request->bahasa, "capaian token list shows all"));
	if (!cmd_ledger(request, STORE_TULIS, &k, &code))
		return code;
	Err err = token_cabut(k, request->argumen[1], &info);
	if (!err)
		strbuf_addf(&out, teks(request->bahasa, "%s: revoked\n"), request->argumen[1]);
	return cmd_close(request, k, &out, err, &info);
}

int cmd_token(const Permintaan *request)
{
	const char *word = request->argumen[0];
	return str_equal(word, "new") ? token_new(request) : str_equal(word, "list") ? token_list(request) : token_revoke(request);
}

Err cmd_user_invite(const Permintaan *request, Konteks *k, StrBuf *out, ErrInfo *info)
{
	Undangan link;
	Err err = undangan_buat(k, request->argumen[1], &link, info);
	if (!err)
		strbuf_addf(out, teks(request->bahasa, "/undangan/%s\n%s sets a password there, once, until %s\n"), link.token, link.nama, waktu_print_id(k->arena, link.sampai, k->pemda.zona));
	return err;
}
