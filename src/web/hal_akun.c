/* The own account: password, second factor, sessions, tokens. */
#include "web/hal_akun.h"
#include "app/qr.h"
#include "app/sandi.h"
#include "app/token.h"
#include "app/totp.h"
#include "web/halaman.h"

/* ---- fields ---- */

static void field_input(Html *h, const MedanIsian *f, const char *hint)
{
	Arena *arena = h->out->arena;
	html_open(h, "input");
	html_attr(h, "class", f->kelas ? str_format(arena, "form-control %s", f->kelas) : "form-control");
	html_attr(h, "id", f->nama);
	html_attr(h, "name", f->nama);
	html_attr(h, "type", f->jenis);
	html_attr(h, "value", f->nilai);
	html_attr(h, "autocomplete", f->lengkap);
	if (str_equal(f->lengkap, "username") || str_equal(f->lengkap, "one-time-code")) {
		html_attr(h, "autocapitalize", "none");
		html_attr(h, "spellcheck", "false");
	}
	if (f->wajib)
		html_attr(h, "required", "");
	if (f->petunjuk)
		html_attr(h, "aria-describedby", hint);
	html_void_end(h);
}

/* With a button that shows what is typed; it needs the script, and is not there without it. */
static void field_password(Html *h, const MedanIsian *f, const char *hint)
{
	html_open(h, "div");
	html_attr(h, "class", "c-sandi");
	field_input(h, f, hint);
	html_open(h, "button");
	html_attr(h, "class", "btn btn-icon");
	html_attr(h, "type", "button");
	html_attr(h, "data-lihat-sandi", f->nama);
	html_attr(h, "aria-pressed", "false");
	ikon_berlabel(h, "eye", f->lihat);
	html_close(h);
	html_close(h);
}

void medan(Html *h, const MedanIsian *f)
{
	Arena *arena = h->out->arena;
	const char *hint = str_format(arena, "%s-petunjuk", f->nama);
	html_open(h, "div");
	html_attr(h, "class", "c-field");
	html_open(h, "label");
	html_attr(h, "for", f->nama);
	html_text(h, f->label);
	html_close(h);
	if (f->lihat)
		field_password(h, f, hint);
	else
		field_input(h, f, hint);
	if (f->petunjuk) {
		html_open(h, "span");
		html_attr(h, "class", "c-hint");
		html_attr(h, "id", hint);
		html_text(h, f->petunjuk);
		html_close(h);
	}
	html_close(h);
}

void sandi_baru_medan(Html *h, const Minta *m)
{
	Bahasa b = m->bahasa;
	medan(h, &(MedanIsian){.nama = "baru", .label = teks(b, "New password"), .jenis = "password", .lengkap = "new-password", .nilai = "", .wajib = true, .lihat = teks(b, "Show the password"),
	                       .petunjuk = str_format(m->arena, teks(b, "At least %d characters; a short sentence is easy to remember."), SANDI_MIN)});
	medan(h, &(MedanIsian){.nama = "ulang", .label = teks(b, "New password, once more"), .jenis = "password", .lengkap = "new-password", .nilai = "", .wajib = true, .lihat = teks(b, "Show the password")});
}

Err sandi_baru_sama(const Minta *m, ErrInfo *info)
{
	if (str_equal(minta_isi(m, "baru"), minta_isi(m, "ulang")))
		return ERR_OK;
	return err_set(info, ERR_USAGE, teks(m->bahasa, "The two new passwords are not the same."), teks(m->bahasa, "Type both again."));
}

/* ---- the page ---- */

typedef enum { BAGIAN_TIDAK, BAGIAN_SANDI, BAGIAN_KODE, BAGIAN_SESI, BAGIAN_TOKEN } Bagian;

/* What the last act left to say, in its own part of the page. */
typedef struct {
	Bagian bagian;
	ErrInfo galat;
	const char *const *pemulihan; /* recovery codes to be shown this once */
	const char *token;           /* a token to be shown this once */
} Kata;

static void card_open(Html *h, const char *id, const char *judul)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_attr(h, "id", id);
	html_open(h, "header");
	html_element(h, "h2", NULL, judul);
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-isi");
}

static void card_close(Html *h)
{
	html_close(h);
	html_close(h);
}

static void said(Html *h, const Kata *kata, Bagian bagian)
{
	if (kata->bagian == bagian && kata->galat.message)
		pesan(h, "is-err", kata->galat.message, kata->galat.hint);
}

static void password_part(Html *h, Minta *m, const Kata *kata)
{
	Bahasa b = m->bahasa;
	card_open(h, "bagian-sandi", teks(b, "Password"));
	said(h, kata, BAGIAN_SANDI);
	form_mulai(h, m, "/akun/sandi", "c-form", false);
	html_element(h, "p", "c-hint", teks(b, "With a new password all your other sessions end."));
	medan(h, &(MedanIsian){.nama = "lama", .label = teks(b, "Present password"), .jenis = "password", .lengkap = "current-password", .nilai = "", .wajib = true, .lihat = teks(b, "Show the password")});
	sandi_baru_medan(h, m);
	html_open(h, "div");
	tombol(h, "btn-primary", NULL, teks(b, "Change password"), NULL, NULL);
	html_close(h);
	html_close(h);
	card_close(h);
}

/* ---- second factor ---- */

static void qr_draw(Html *h, const Minta *m, const char *uri)
{
	unsigned side;
	const char *path;
	if (!qr_encode(m->arena, uri, &side, &path))
		return;
	html_open(h, "svg");
	html_attr(h, "class", "c-qr");
	html_attr(h, "viewBox", str_format(m->arena, "-%d -%d %u %u", QR_TEPI, QR_TEPI, side + 2 * QR_TEPI, side + 2 * QR_TEPI));
	html_attr(h, "role", "img");
	html_attr(h, "aria-label", teks(m->bahasa, "The secret as a QR code; the same stands below as text."));
	html_open(h, "path");
	html_attr(h, "d", path);
	html_close(h);
	html_close(h);
}

static void code_field(Html *h, const Minta *m, const char *petunjuk)
{
	medan(h, &(MedanIsian){.nama = "kode", .label = teks(m->bahasa, "Code"), .jenis = "text", .lengkap = "one-time-code", .kelas = "pendek", .nilai = "", .wajib = true,
	                       .petunjuk = petunjuk});
}

static void set_up(Html *h, const Minta *m, const TotpKeadaan *totp)
{
	Bahasa b = m->bahasa;
	html_open(h, "ol");
	html_attr(h, "class", "c-langkah");
	html_open(h, "li");
	html_text(h, teks(b, "Open an authenticator program on your telephone and take a picture of this code, or type the secret."));
	qr_draw(h, m, totp->uri);
	html_element(h, "code", "c-rahasia", totp->rahasia);
	html_close(h);
	html_open(h, "li");
	html_text(h, teks(b, "Type the code that it shows now."));
	form_mulai(h, m, "/akun/kode/aktifkan", "c-form", false);
	code_field(h, m, NULL);
	html_open(h, "div");
	tombol(h, "btn-primary", NULL, teks(b, "Turn on"), NULL, NULL);
	html_close(h);
	html_close(h);
	html_close(h);
	html_close(h);
}

static void recovery_show(Html *h, const Minta *m, const char *const *codes)
{
	Bahasa b = m->bahasa;
	pesan(h, "is-ok", teks(b, "Keep these recovery codes where nobody else finds them."), teks(b, "They are shown only now. Each lets you in once, when the telephone is not at hand."));
	html_open(h, "ul");
	html_attr(h, "class", "c-kodes");
	for (int i = 0; i < TOTP_PEMULIHAN; i++)
		html_element(h, "li", NULL, codes[i]);
	html_close(h);
}

static void turned_on(Html *h, const Minta *m, const TotpKeadaan *totp)
{
	Bahasa b = m->bahasa;
	form_mulai(h, m, "/akun/kode", "c-form", false);
	html_element(h, "p", NULL, str_format(m->arena, teks(b, "On. %d of %d recovery codes are left."), totp->sisa, TOTP_PEMULIHAN));
	code_field(h, m, teks(b, "Of the telephone, or a recovery code."));
	html_open(h, "div");
	html_attr(h, "class", "c-aksi");
	tombol(h, NULL, NULL, teks(b, "New recovery codes"), "aksi", "pemulihan");
	tombol(h, NULL, NULL, teks(b, "Turn off"), "aksi", "mati");
	html_close(h);
	html_close(h);
}

static Err code_part(Html *h, Minta *m, const Kata *kata, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	TotpKeadaan totp;
	Err err = totp_keadaan(m->k, &totp, info);
	if (err)
		return err;
	card_open(h, "bagian-kode", teks(b, "Code at sign-in"));
	said(h, kata, BAGIAN_KODE);
	if (kata->pemulihan)
		recovery_show(h, m, kata->pemulihan);
	if (totp.aktif) {
		turned_on(h, m, &totp);
	} else if (*totp.rahasia) {
		set_up(h, m, &totp);
	} else {
		form_mulai(h, m, "/akun/kode/mulai", "c-form", false);
		html_element(h, "p", NULL, teks(b, "Off. With it, a password alone opens nothing: your telephone shows a code of six digits, another one every half minute."));
		html_open(h, "div");
		tombol(h, NULL, "qrcode", teks(b, "Set up"), NULL, NULL);
		html_close(h);
		html_close(h);
	}
	card_close(h);
	return ERR_OK;
}

/* ---- sessions ---- */

/* "Chrome, Windows" of what a browser calls itself. The order matters: each one also names those after it. */
static const char *agent_name(Arena *arena, const char *agent, Bahasa b)
{
	static const char *const browsers[][2] = {{"Edg", "Edge"}, {"OPR", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"Firefox", "Firefox"}, {"Chrome", "Chrome"},
	                                          {"Safari", "Safari"}};
	static const char *const systems[][2] = {{"Windows", "Windows"}, {"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Mac OS X", "macOS"}, {"CrOS", "ChromeOS"},
	                                         {"Linux", "Linux"}};
	const char *browser = NULL, *system = NULL;
	for (size_t i = 0; i < sizeof browsers / sizeof *browsers && !browser; i++)
		browser = strstr(agent, browsers[i][0]) ? browsers[i][1] : NULL;
	for (size_t i = 0; i < sizeof systems / sizeof *systems && !system; i++)
		system = strstr(agent, systems[i][0]) ? systems[i][1] : NULL;
	if (!browser)
		return *agent ? agent : teks(b, "unknown program");
	return system ? str_format(arena, "%s, %s", browser, system) : browser;
}

typedef struct { const char *teks, *kelas; bool tersembunyi; } KepalaKolom;

static void table_open(Html *h, const char *caption, const KepalaKolom *heads, size_t n)
{
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", caption);
	html_open(h, "thead");
	html_open(h, "tr");
	for (size_t i = 0; i < n; i++) {
		html_open(h, "th");
		html_attr(h, "scope", "col");
		if (heads[i].kelas)
			html_attr(h, "class", heads[i].kelas);
		if (heads[i].tersembunyi)
			html_element(h, "span", "c-vh", heads[i].teks);
		else
			html_text(h, heads[i].teks);
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
}

static void table_close(Html *h)
{
	html_close(h);
	html_close(h);
}

static void revoke_cell(Html *h, const Minta *m, const char *aksi, const char *nomor, const char *label, const char *apa)
{
	html_open(h, "td");
	html_attr(h, "class", "n");
	form_mulai(h, m, aksi, NULL, false);
	html_open(h, "button");
	html_attr(h, "class", "btn btn-sm");
	html_attr(h, "type", "submit");
	html_attr(h, "name", "nomor");
	html_attr(h, "value", nomor);
	html_text(h, label);
	html_element(h, "span", "c-vh", str_format(m->arena, " %s", apa));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void session_row(Html *h, const Minta *m, const Sesi *sesi)
{
	Bahasa b = m->bahasa;
	const char *agent = agent_name(m->arena, sesi->agen, b);
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, agent);
	html_close(h);
	html_element(h, "td", "hp0", sesi->alamat);
	html_element(h, "td", "hp0", teks_waktu(m, sesi->dibuat));
	html_element(h, "td", NULL, teks_waktu(m, sesi->dilihat));
	if (str_equal(sesi->nomor, m->sesi->nomor))
		html_element(h, "td", "n", teks(b, "this one"));
	else
		revoke_cell(h, m, "/akun/sesi", sesi->nomor, teks(b, "End"), agent);
	html_close(h);
}

static Err session_part(Html *h, Minta *m, const Kata *kata, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	Sesi *rows;
	size_t n;
	Err err = sesi_daftar(m->k, false, &rows, &n, info);
	if (err)
		return err;
	card_open(h, "bagian-sesi", teks(b, "Sessions"));
	said(h, kata, BAGIAN_SESI);
	const KepalaKolom heads[] = {{teks(b, "Browser"), NULL, false}, {teks(b, "Address"), "hp0", false}, {teks(b, "Since"), "hp0", false}, {teks(b, "Last seen"), NULL, false},
	                        {teks(b, "End"), NULL, true}};
	table_open(h, teks(b, "Where you are signed in"), heads, sizeof heads / sizeof *heads);
	for (size_t i = 0; i < n; i++)
		session_row(h, m, &rows[i]);
	table_close(h);
	if (n > 1) {
		form_mulai(h, m, "/akun/sesi/lain", "c-aksi", false);
		tombol(h, NULL, "logout", teks(b, "End all others"), NULL, NULL);
		html_close(h);
	}
	card_close(h);
	return ERR_OK;
}

/* ---- tokens ---- */

static void token_row(Html *h, const Minta *m, const Token *token)
{
	Bahasa b = m->bahasa;
	const char *nama = *token->nama ? token->nama : token->nomor;
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, nama);
	html_close(h);
	html_element(h, "td", "hp0", token->lingkup);
	html_element(h, "td", NULL, teks_waktu(m, token->kedaluwarsa));
	html_element(h, "td", "hp0", token->dipakai ? teks_waktu(m, token->dipakai) : teks(b, "never"));
	revoke_cell(h, m, "/akun/token/cabut", token->nomor, teks(b, "Revoke"), nama);
	html_close(h);
}

static void token_form(Html *h, const Minta *m)
{
	static const char *const scopes[][2] = {{"baca", TEKS("baca: read")}, {"isi", TEKS("isi: read, and enter a month's values")}, {"semua", TEKS("semua: all that you may do")}};
	Bahasa b = m->bahasa;
	form_mulai(h, m, "/akun/token", "c-form", false);
	medan(h, &(MedanIsian){.nama = "nama", .label = teks(b, "What is it for?"), .jenis = "text", .lengkap = "off", .nilai = "", .wajib = true});
	html_open(h, "div");
	html_attr(h, "class", "c-field");
	html_open(h, "label");
	html_attr(h, "for", "lingkup");
	html_text(h, teks(b, "It may"));
	html_close(h);
	html_open(h, "select");
	html_attr(h, "class", "form-select");
	html_attr(h, "id", "lingkup");
	html_attr(h, "name", "lingkup");
	for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++) {
		html_open(h, "option");
		html_attr(h, "value", scopes[i][0]);
		html_text(h, teks(b, scopes[i][1]));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "div");
	tombol(h, NULL, "key", teks(b, "Make a token"), NULL, NULL);
	html_close(h);
	html_close(h);
}

static Err token_part(Html *h, Minta *m, const Kata *kata, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	Token *rows;
	size_t n, alive = 0;
	Err err = token_daftar(m->k, false, &rows, &n, info);
	if (err)
		return err;
	card_open(h, "bagian-token", teks(b, "Tokens for programs"));
	said(h, kata, BAGIAN_TOKEN);
	if (kata->token) {
		pesan(h, "is-ok", teks(b, "The token is made. Copy it now: it is not shown again."), NULL);
		html_element(h, "code", "c-rahasia", kata->token);
	}
	for (size_t i = 0; i < n; i++)
		alive += rows[i].hidup;
	if (alive) {
		const KepalaKolom heads[] = {{teks(b, "Name"), NULL, false}, {teks(b, "Scope"), "hp0", false}, {teks(b, "Until"), NULL, false}, {teks(b, "Last used"), "hp0", false},
		                        {teks(b, "Revoke"), NULL, true}};
		table_open(h, teks(b, "Your tokens"), heads, sizeof heads / sizeof *heads);
		for (size_t i = 0; i < n; i++)
			if (rows[i].hidup)
				token_row(h, m, &rows[i]);
		table_close(h);
	}
	html_open(h, "details");
	html_attr(h, "class", "c-lihat");
	html_element(h, "summary", NULL, teks(b, "A program of yours shall read or enter data"));
	token_form(h, m);
	html_close(h);
	card_close(h);
	return ERR_OK;
}

static const struct { const char *kunci, *teks; } SELESAI[] = {
	{"sandi", TEKS("The password is changed. Your other sessions have ended.")},
	{"kode-mati", TEKS("Sign-in is without a code again.")},
	{"sesi", TEKS("The session has ended.")},
	{"sesi-lain", TEKS("All your other sessions have ended.")},
	{"token", TEKS("The token is revoked.")},
};

static void done_message(Html *h, const Minta *m)
{
	for (size_t i = 0; i < sizeof SELESAI / sizeof *SELESAI; i++)
		if (str_equal(SELESAI[i].kunci, minta_kueri(m, "selesai")))
			pesan(h, "is-ok", teks(m->bahasa, SELESAI[i].teks), NULL);
}

static Err page(Minta *m, Jawab *j, const Kata *kata, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	const BarisPengguna *user = &m->k->pengguna;
	if (kata->galat.message)
		j->status = 422;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(b, "Account and sessions"),
	                                         .sub = str_format(m->arena, "%s (%s) · %s", user->nama, user->pengguna, peran_teks(b, m->k->peran))});
	halaman_isi(&h);
	done_message(&h, m);
	password_part(&h, m, kata);
	Err err = code_part(&h, m, kata, info);
	if (!err)
		err = session_part(&h, m, kata, info);
	if (!err)
		err = token_part(&h, m, kata, info);
	if (!err)
		halaman_selesai(m, &h);
	return err;
}

/* The page again with what went wrong, or on to what is done. */
static Err answer(Minta *m, Jawab *j, Err err, const ErrInfo *wrong, Bagian bagian, const char *selesai, ErrInfo *info)
{
	if (!err) {
		jawab_alih(j, str_format(m->arena, "/akun?selesai=%s", selesai));
		return ERR_OK;
	}
	if (!err_refused(err) && err != ERR_LIMIT)
		return err_set(info, err, wrong->message, wrong->hint);
	return page(m, j, &(Kata){.bagian = bagian, .galat = *wrong}, info);
}

/* ---- acts ---- */

static Err akun_get(Minta *m, Jawab *j, ErrInfo *info)
{
	return page(m, j, &(Kata){0}, info);
}

static Err sandi_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo wrong = {0};
	const MasukSiapa who = {m->sesi->pemda, m->sesi->pengguna, m->sesi->nomor, m->klien, waktu_now(), m->bahasa};
	Err err = sandi_baru_sama(m, &wrong);
	if (!err)
		err = masuk_ganti_sandi(peladen_pintu(m->peladen), m->arena, &who, minta_isi(m, "lama"), minta_isi(m, "baru"), &wrong);
	return answer(m, j, err, &wrong, BAGIAN_SANDI, "sandi", info);
}

static Err mulai_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo wrong = {0};
	Err err = totp_mulai(m->k, &wrong);
	if (err)
		return answer(m, j, err, &wrong, BAGIAN_KODE, "", info);
	jawab_alih(j, "/akun#bagian-kode");
	return ERR_OK;
}

/* An act that needs a code: tries are counted as those at sign-in are. */
static Err with_code(Minta *m, Err (*act)(Konteks *k, const char *kode, const char *const **codes, ErrInfo *info), const char *const **codes, ErrInfo *wrong)
{
	PintuCoba coba;
	Pintu *pintu = peladen_pintu(m->peladen);
	Err err = pintu_mulai(pintu, m->arena, &m->k->pemda, m->k->pengguna.pengguna, m->klien, waktu_now(), m->bahasa, &coba, wrong);
	if (err)
		return err;
	err = act(m->k, minta_isi(m, "kode"), codes, wrong);
	if (!err)
		pintu_berhasil(pintu, &coba);
	else if (err != ERR_USAGE)
		pintu_batal(pintu, &coba);
	return err;
}

static Err turn_off(Konteks *k, const char *kode, const char *const **codes, ErrInfo *info)
{
	*codes = NULL;
	return totp_matikan(k, kode, info);
}

static Err aktifkan_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Kata kata = {.bagian = BAGIAN_KODE};
	Err err = with_code(m, totp_aktifkan, &kata.pemulihan, &kata.galat);
	return err ? answer(m, j, err, &kata.galat, BAGIAN_KODE, "", info) : page(m, j, &kata, info);
}

static Err kode_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Kata kata = {.bagian = BAGIAN_KODE};
	bool off = str_equal(minta_isi(m, "aksi"), "mati");
	Err err = with_code(m, off ? turn_off : totp_pemulihan_baru, &kata.pemulihan, &kata.galat);
	return err || off ? answer(m, j, err, &kata.galat, BAGIAN_KODE, "kode-mati", info) : page(m, j, &kata, info);
}

static Err sesi_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo wrong = {0};
	Err err = sesi_cabut(m->k, minta_isi(m, "nomor"), &wrong);
	return answer(m, j, err, &wrong, BAGIAN_SESI, "sesi", info);
}

static Err sesi_lain_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo wrong = {0};
	Err err = sesi_akhiri_semua(m->k, m->sesi->nomor, &wrong);
	return answer(m, j, err, &wrong, BAGIAN_SESI, "sesi-lain", info);
}

static Err token_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Kata kata = {.bagian = BAGIAN_TOKEN};
	Token made;
	Err err = token_buat(m->k, minta_isi(m, "lingkup"), minta_isi(m, "nama"), 0, &kata.token, &made, &kata.galat);
	return err ? answer(m, j, err, &kata.galat, BAGIAN_TOKEN, "", info) : page(m, j, &kata, info);
}

static Err token_cabut_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo wrong = {0};
	Err err = token_cabut(m->k, minta_isi(m, "nomor"), &wrong);
	return answer(m, j, err, &wrong, BAGIAN_TOKEN, "token", info);
}

const Rute RUTE_AKUN[] = {
	{METODE_GET, "/akun", akun_get, 0},
	{METODE_POST, "/akun/sandi", sandi_post, RUTE_MEMBACA | RUTE_SANDI},
	{METODE_POST, "/akun/kode/mulai", mulai_post, 0},
	{METODE_POST, "/akun/kode/aktifkan", aktifkan_post, 0},
	{METODE_POST, "/akun/kode", kode_post, 0},
	{METODE_POST, "/akun/sesi", sesi_post, 0},
	{METODE_POST, "/akun/sesi/lain", sesi_lain_post, 0},
	{METODE_POST, "/akun/token", token_post, 0},
	{METODE_POST, "/akun/token/cabut", token_cabut_post, 0},
	{0},
};
