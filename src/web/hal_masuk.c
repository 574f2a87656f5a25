/* Signing in and out, and the link that sets a first password. */
#include "web/hal_akun.h"
#include "web/halaman.h"

/* ---- the frame of these pages: one card ---- */

static Html card_begin(Minta *m, Jawab *j, const char *judul)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = m->k ? m->k->pemda.nama : NULL, .kelas = "c-masuk-halaman"});
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-masuk");
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	return h;
}

static void card_end(Minta *m, Html *h)
{
	html_close(h);
	html_close(h);
	halaman_selesai(m, h);
}

/* What the last try said, above the form. */
static void verdict(Html *h, const ErrInfo *info)
{
	if (info && info->message)
		pesan(h, "is-err", info->message, info->hint);
}

static int status_of(Err err)
{
	enum { TERLALU_SERING = 429 };
	return err == ERR_LIMIT ? TERLALU_SERING : err == ERR_DENIED ? 403 : err == ERR_ABSENT ? 404 : 422;
}

/* ---- /masuk ---- */

/* Which region, where the ledger holds several. */
static Err region_field(Html *h, Minta *m, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	if (m->k)
		return ERR_OK;
	Err err = kolam_list_pemda(peladen_kolam(m->peladen), m->arena, m->bahasa, &rows, &n, info);
	if (err || n < 2)
		return err;
	html_open(h, "div");
	html_attr(h, "class", "c-field");
	html_open(h, "label");
	html_attr(h, "for", "pemda");
	html_text(h, teks(m->bahasa, "Region"));
	html_close(h);
	html_open(h, "select");
	html_attr(h, "class", "form-select");
	html_attr(h, "id", "pemda");
	html_attr(h, "name", "pemda");
	for (size_t i = 0; i < n; i++) {
		html_open(h, "option");
		html_attr(h, "value", rows[i].pemda);
		if (str_equal(rows[i].pemda, minta_isi(m, "pemda")))
			html_attr(h, "selected", "");
		html_text(h, rows[i].nama);
		html_close(h);
	}
	html_close(h);
	html_close(h);
	return ERR_OK;
}

static const char *onward(const Minta *m)
{
	return url_local(*minta_isi(m, "lanjut") ? minta_isi(m, "lanjut") : minta_kueri(m, "lanjut"), "/");
}

static Err password_form(Minta *m, Jawab *j, const ErrInfo *said, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	Html h = card_begin(m, j, teks(b, "Sign in"));
	verdict(&h, said);
	if (str_equal(minta_kueri(m, "baru"), "1"))
		pesan(&h, "is-ok", teks(b, "The password is set."), teks(b, "Sign in with it."));
	form_mulai(&h, m, "/masuk", "c-form", false);
	form_tersembunyi(&h, "lanjut", onward(m));
	Err err = region_field(&h, m, info);
	medan(&h, &(MedanIsian){.nama = "pengguna", .label = teks(b, "User name"), .jenis = "text", .lengkap = "username", .nilai = minta_isi(m, "pengguna"), .wajib = true});
	medan(&h, &(MedanIsian){.nama = "sandi", .label = teks(b, "Password"), .jenis = "password", .lengkap = "current-password", .nilai = "", .wajib = true, .lihat = teks(b, "Show the password")});
	tombol(&h, "btn-primary", NULL, teks(b, "Sign in"), NULL, NULL);
	html_close(&h);
	html_element(&h, "p", "c-lain", teks(b, "Forgot the password? Your admin makes you a link to set a new one."));
	card_end(m, &h);
	return err;
}

static void code_form(Minta *m, Jawab *j, const char *tiket, const ErrInfo *said)
{
	Bahasa b = m->bahasa;
	Html h = card_begin(m, j, teks(b, "Code of your telephone"));
	verdict(&h, said);
	form_mulai(&h, m, "/masuk/kode", "c-form", false);
	form_tersembunyi(&h, "lanjut", onward(m));
	form_tersembunyi(&h, "tiket", tiket);
	medan(&h, &(MedanIsian){.nama = "kode", .label = teks(b, "Code"), .jenis = "text", .lengkap = "one-time-code", .kelas = "c-kode6", .nilai = "", .wajib = true,
	                        .petunjuk = teks(b, "The six digits that the authenticator program shows now, or a recovery code.")});
	tombol(&h, "btn-primary", NULL, teks(b, "Sign in"), NULL, NULL);
	html_close(&h);
	html_open(&h, "p");
	html_attr(&h, "class", "c-lain");
	tautan(&h, NULL, teks(b, "Begin again"), "/masuk");
	html_close(&h);
	card_end(m, &h);
}

static Err masuk_get(Minta *m, Jawab *j, ErrInfo *info)
{
	if (!m->sesi)
		return password_form(m, j, NULL, info);
	jawab_alih(j, onward(m));
	return ERR_OK;
}

static MasukMinta asked(const Minta *m)
{
	const char *agent = m->kepala(m->sambungan, "User-Agent");
	return (MasukMinta){.pemda = m->k ? m->k->pemda.pemda : minta_isi(m, "pemda"), .pengguna = minta_isi(m, "pengguna"), .sandi = minta_isi(m, "sandi"),
	                    .kode = minta_isi(m, "kode"), .alamat = m->klien, .agen = agent && utf8_valid(agent, strlen(agent)) ? agent : "", .sekarang = waktu_now(),
	                    .bahasa = m->bahasa};
}

/* A session of its own: the one that the browser may have had before ends, and its token is never taken over. */
static Err entered(Minta *m, Jawab *j, const Masuk *masuk, ErrInfo *info)
{
	const char *before = minta_kuki(m, KUKI_SESI);
	Err err = *before ? sesi_akhiri(peladen_kolam(m->peladen), m->arena, before, m->bahasa, info) : ERR_OK;
	if (err)
		return err;
	jawab_kuki(m, j, KUKI_SESI, masuk->token, 0, true);
	jawab_alih(j, onward(m));
	return ERR_OK;
}

/* What the person can mend stays on the page; the rest is the page for errors. */
static bool mendable(Err err)
{
	return err == ERR_DENIED || err == ERR_USAGE || err == ERR_ABSENT || err == ERR_LIMIT;
}

static void count(const Minta *m, Err err)
{
	if (!err || err == ERR_DENIED || err == ERR_LIMIT)
		metrik_masuk(m->peladen->metrik, err == ERR_DENIED ? COBA_SALAH : err ? COBA_MENUNGGU : COBA_BENAR);
}

static Err masuk_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Masuk masuk;
	ErrInfo said = {0};
	const MasukMinta minta = asked(m);
	Err err = masuk_coba(peladen_pintu(m->peladen), m->arena, &minta, &masuk, &said);
	if (err || masuk.token) /* else half of it: the code will tell */
		count(m, err);
	if (!err && masuk.token)
		return entered(m, j, &masuk, info);
	if (!err) {
		code_form(m, j, masuk.tiket, NULL);
		return ERR_OK;
	}
	if (!mendable(err))
		return err_set(info, err, said.message, said.hint);
	j->status = status_of(err);
	return password_form(m, j, &said, info);
}

static Err kode_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Masuk masuk;
	ErrInfo said = {0};
	const MasukMinta minta = asked(m);
	Err err = masuk_kode(peladen_pintu(m->peladen), m->arena, minta_isi(m, "tiket"), &minta, &masuk, &said);
	count(m, err);
	if (!err)
		return entered(m, j, &masuk, info);
	if (!mendable(err))
		return err_set(info, err, said.message, said.hint);
	j->status = status_of(err);
	if (err == ERR_ABSENT)
		return password_form(m, j, &said, info);
	code_form(m, j, minta_isi(m, "tiket"), &said);
	return ERR_OK;
}

static Err keluar_post(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *token = minta_kuki(m, KUKI_SESI);
	Err err = *token ? sesi_akhiri(peladen_kolam(m->peladen), m->arena, token, m->bahasa, info) : ERR_OK;
	if (err)
		return err;
	jawab_kuki(m, j, KUKI_SESI, "", -1, true);
	jawab_alih(j, "/masuk");
	return ERR_OK;
}

/* ---- /undangan/{token} ---- */

static Err link_form(Minta *m, Jawab *j, const ErrInfo *said, ErrInfo *info)
{
	Bahasa b = m->bahasa;
	Undangan link;
	bool found;
	Err err = undangan_lihat(peladen_kolam(m->peladen), m->arena, minta_bagian(m, "token"), waktu_now(), b, &link, &found, info);
	if (err)
		return err;
	if (!found)
		return err_set(info, ERR_ABSENT, teks(b, "This link was used already, or is too old."), teks(b, "Ask your admin for a new one."));
	Html h = card_begin(m, j, teks(b, "Set your password"));
	verdict(&h, said);
	form_mulai(&h, m, str_format(m->arena, "/undangan/%s", url_encode(m->arena, minta_bagian(m, "token"))), "c-form", false);
	html_element(&h, "p", NULL, str_format(m->arena, teks(b, "%s, user name %s, %s."), link.nama, link.pengguna, link.nama_pemda));
	html_open(&h, "input"); /* lets the browser keep name and password together */
	html_attr(&h, "type", "hidden");
	html_attr(&h, "autocomplete", "username");
	html_attr(&h, "value", link.pengguna);
	html_void_end(&h);
	sandi_baru_medan(&h, m);
	tombol(&h, "btn-primary", NULL, teks(b, "Set password"), NULL, NULL);
	html_close(&h);
	card_end(m, &h);
	return ERR_OK;
}

static Err undangan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	return link_form(m, j, NULL, info);
}

static Err undangan_post(Minta *m, Jawab *j, ErrInfo *info)
{
	ErrInfo said = {0};
	Err err = sandi_baru_sama(m, &said);
	if (!err)
		err = undangan_pakai(peladen_pintu(m->peladen), m->arena, minta_bagian(m, "token"), minta_isi(m, "baru"), waktu_now(), m->bahasa, &said);
	if (err == ERR_USAGE || err == ERR_LIMIT) {
		j->status = status_of(err);
		return link_form(m, j, &said, info);
	}
	if (err)
		return err_set(info, err, said.message, said.hint);
	jawab_alih(j, "/masuk?baru=1");
	return ERR_OK;
}

const Rute RUTE_MASUK[] = {
	{METODE_GET, "/masuk", masuk_get, RUTE_UMUM},
	{METODE_POST, "/masuk", masuk_post, RUTE_UMUM | RUTE_MEMBACA | RUTE_SANDI},
	{METODE_POST, "/masuk/kode", kode_post, RUTE_UMUM | RUTE_MEMBACA},
	{METODE_POST, "/keluar", keluar_post, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/undangan/{token}", undangan_get, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_POST, "/undangan/{token}", undangan_post, RUTE_UMUM | RUTE_TANPA_BUKU | RUTE_SANDI},
	{0},
};
