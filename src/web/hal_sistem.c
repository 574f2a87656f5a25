/* hal_sistem: what keeps the region running - settings, who is signed in, copies of the ledger. */
#include "app/cadangan.h"
#include "app/pengaturan.h"
#include "app/sesi.h"
#include "web/pekerja.h"
#include "web/peladen.h"
#include "web/unsur.h"

typedef enum { BAGIAN_PENGATURAN, BAGIAN_SESI, BAGIAN_CADANGAN } Bagian;

static void parts(Html *h, Minta *m, Bagian current)
{
	static const struct {
		const char *jalur, *teks;
	} links[] = {{"/admin/pengaturan", TEKS("Settings")}, {"/admin/sesi", TEKS("Sessions")}, {"/admin/cadangan", TEKS("Copies")}, {"/jejak", TEKS("Audit trail")}, {"/pekerjaan", TEKS("Jobs")}};
	buka(h, "nav", "c-sub-nav");
	html_attr(h, "aria-label", teks(m->bahasa, "Parts of the system"));
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		html_open(h, "a");
		html_attr(h, "href", links[i].jalur);
		if (i == (size_t)current)
			html_attr(h, "aria-current", "page");
		html_text(h, teks(m->bahasa, links[i].teks));
		html_close(h);
	}
	html_close(h);
}

static Html system_begin(Minta *m, Jawab *j, const char *judul, Bagian part)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = m->k->pemda.nama, .menu = MENU_SISTEM});
	halaman_isi(&h);
	parts(&h, m, part);
	return h;
}

static Err system_page(Minta *m, Jawab *j, ErrInfo *info)
{
	Err err = konteks_may(m->k, AKSI_PENGATURAN, "", info);
	if (!err)
		jawab_alih(j, "/admin/pengaturan");
	return err;
}

/* ---- settings ---- */

static void setting(Html *h, Minta *m, const UraianPengaturan *u, int64_t value)
{
	form_mulai(h, m, "/admin/pengaturan", "c-isi c-form", false);
	form_tersembunyi(h, "kunci", u->kunci);
	if (u->ya_tidak) {
		html_open(h, "fieldset");
		html_element(h, "legend", NULL, teks(m->bahasa, u->teks));
		medan_radio(h, teks(m->bahasa, "yes"), "nilai", "ya", value != 0);
		medan_radio(h, teks(m->bahasa, "no"), "nilai", "tidak", value == 0);
		html_close(h);
	} else {
		html_open(h, "div");
		html_attr(h, "class", "c-field");
		html_open(h, "label");
		html_attr(h, "for", u->kunci);
		html_text(h, teks(m->bahasa, u->teks));
		html_close(h);
		html_open(h, "input");
		html_attr(h, "class", "form-control pendek");
		html_attr(h, "id", u->kunci);
		html_attr(h, "name", "nilai");
		html_attr(h, "inputmode", "numeric");
		html_attr(h, "value", str_format(m->arena, "%lld", (long long)value));
		html_void_end(h);
		html_element(h, "span", "c-hint", str_format(m->arena, teks(m->bahasa, "from %lld to %lld; without a choice %lld"), (long long)u->min, (long long)u->max, (long long)u->bawaan));
		html_close(h);
	}
	buka(h, "div", "c-aksi");
	tombol(h, NULL, "device-floppy", teks(m->bahasa, "Save"), NULL, NULL);
	tutup(h, 2);
}

static Err settings_show(Minta *m, Jawab *j, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"simpan", TEKS("The setting is saved.")}};
	Pengaturan values;
	Err err = konteks_may(m->k, AKSI_PENGATURAN, "", info);
	if (!err)
		err = pengaturan_baca(m->k, &values, info);
	if (err)
		return err;
	Html h = system_begin(m, j, teks(m->bahasa, "Settings"), BAGIAN_PENGATURAN);
	pesan_ok(&h, m, done, 1);
	pesan_tolak(&h, refused);
	buka(&h, "section", "c-card");
	for (int i = 0; i < PENGATURAN_JUMLAH; i++)
		setting(&h, m, &PENGATURAN[i], values.nilai[i]);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err settings_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return settings_show(m, j, NULL, info);
}

static Err settings_post(Minta *m, Jawab *j, ErrInfo *info)
{
	bool changed;
	Err err = pengaturan_tulis(m->k, minta_isi(m, "kunci"), minta_isi(m, "nilai"), &changed, info);
	if (err == ERR_USAGE) {
		ErrInfo refused = *info;
		j->status = 422;
		return settings_show(m, j, &refused, info);
	}
	if (!err)
		jawab_alih(j, "/admin/pengaturan?ok=simpan");
	return err;
}

/* ---- sessions ---- */

static void session_row(Html *h, Minta *m, const Sesi *s)
{
	bool own = m->sesi && str_equal(s->nomor, m->sesi->nomor);
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, s->pengguna);
	if (own)
		html_element(h, "span", "c-tag note", teks(m->bahasa, "this one"));
	html_close(h);
	sel(h, "hp0", teks_waktu(m, s->dibuat));
	sel(h, NULL, teks_waktu(m, s->dilihat));
	sel(h, "hp0 c-2", s->alamat);
	sel(h, "hp0 c-2", teks_pendek(m->arena, s->agen, 60));
	html_open(h, "td");
	if (!own) {
		form_mulai(h, m, "/admin/sesi/akhiri", NULL, false);
		form_tersembunyi(h, "nomor", s->nomor);
		html_open(h, "button");
		html_attr(h, "type", "submit");
		html_attr(h, "class", "btn btn-sm btn-bahaya");
		html_attr(h, "aria-label", str_format(m->arena, teks(m->bahasa, "End the session of %s"), s->pengguna));
		html_text(h, teks(m->bahasa, "End"));
		tutup(h, 2);
	}
	tutup(h, 2);
}

static Err sessions_page(Minta *m, Jawab *j, ErrInfo *info)
{
	static const PesanOk done[] = {{"akhiri", TEKS("The session is ended.")}};
	Sesi *rows;
	size_t n;
	Err err = konteks_may(m->k, AKSI_KELOLA_PENGGUNA, "", info);
	if (!err)
		err = sesi_daftar(m->k, true, &rows, &n, info);
	if (err)
		return err;
	Html h = system_begin(m, j, teks(m->bahasa, "Sessions"), BAGIAN_SESI);
	pesan_ok(&h, m, done, 1);
	kartu_mulai(&h, teks(m->bahasa, "Who is signed in"), str_format(m->arena, "%zu", n));
	buka(&h, "div", "c-gulir");
	buka(&h, "table", "c-t");
	html_element(&h, "caption", "c-vh", teks(m->bahasa, "Who is signed in"));
	html_open(&h, "thead");
	html_open(&h, "tr");
	kepala_kolom(&h, NULL, teks(m->bahasa, "User"));
	kepala_kolom(&h, "hp0", teks(m->bahasa, "Signed in"));
	kepala_kolom(&h, NULL, teks(m->bahasa, "Last seen"));
	kepala_kolom(&h, "hp0", teks(m->bahasa, "Address"));
	kepala_kolom(&h, "hp0", teks(m->bahasa, "Browser"));
	kepala_kolom(&h, "k96", teks(m->bahasa, "Act"));
	tutup(&h, 2);
	html_open(&h, "tbody");
	for (size_t i = 0; i < n; i++)
		session_row(&h, m, &rows[i]);
	tutup(&h, 4);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err session_end(Minta *m, Jawab *j, ErrInfo *info)
{
	Err err = sesi_cabut(m->k, minta_isi(m, "nomor"), info);
	if (!err)
		jawab_alih(j, "/admin/sesi?ok=akhiri");
	return err;
}

/* ---- copies ---- */

static void copies(Html *h, Minta *m, const BerkasCadangan *rows, size_t n)
{
	kartu_mulai(h, teks(m->bahasa, "Copies beside the ledger"), str_format(m->arena, "%zu", n));
	buka(h, "ul", "c-list");
	for (size_t i = 0; i < n; i++) {
		html_open(h, "li");
		buka(h, "div", "r");
		ikon(h, "database");
		html_element(h, "b", NULL, teks_waktu(m, rows[i].waktu));
		html_element(h, "span", "c-s c-2 hp0", rows[i].nama);
		html_element(h, "span", "c-s c-2 c-kanan", teks_ukuran(m->arena, rows[i].ukuran));
		tombol_tautan(h, "btn-sm", "download", teks(m->bahasa, "Download"), str_format(m->arena, "/admin/cadangan/%s", rows[i].nama));
		tutup(h, 2);
	}
	html_close(h);
	if (!n)
		kosong(h, "database-export", teks(m->bahasa, "No copy yet"), teks(m->bahasa, "Make one while others work; it is verified before it gets its name."), NULL, NULL);
	html_close(h);
}

static Err copies_page(Minta *m, Jawab *j, ErrInfo *info)
{
	BerkasCadangan *rows;
	size_t n;
	Err err = cadangan_daftar(m->k, kolam_path(peladen_kolam(m->peladen)), &rows, &n, info);
	if (err)
		return err;
	Html h = system_begin(m, j, teks(m->bahasa, "Copies"), BAGIAN_CADANGAN);
	buka(&h, "section", "c-card");
	buka(&h, "div", "c-isi c-baris");
	form_mulai(&h, m, "/admin/cadangan", NULL, false);
	tombol(&h, "btn-primary", "database-export", teks(m->bahasa, "Make a copy now"), NULL, NULL);
	html_close(&h);
	form_mulai(&h, m, "/jejak/periksa", NULL, false);
	tombol(&h, NULL, "shield-check", teks(m->bahasa, "Check the chain"), NULL, NULL);
	html_close(&h);
	html_element(&h, "span", "c-s c-2", teks(m->bahasa, "A copy holds everything, also the hashed passwords: keep it where only administrators get."));
	tutup(&h, 2);
	copies(&h, m, rows, n);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err copy_post(Minta *m, Jawab *j, ErrInfo *info)
{
	int64_t id;
	Err err = konteks_may(m->k, AKSI_CADANGAN, "", info);
	if (!err)
		err = pekerja_mulai(m, "cadangan", teks(m->bahasa, "Copy of the ledger"), "", &id, info);
	if (!err)
		jawab_alih(j, "/pekerjaan?ok=mulai");
	return err;
}

static Err copy_get(Minta *m, Jawab *j, ErrInfo *info)
{
	const void *bytes;
	size_t n;
	Err err = cadangan_isi(m->k, kolam_path(peladen_kolam(m->peladen)), minta_bagian(m, "nama"), &bytes, &n, info);
	if (!err)
		jawab_unduh(j, m->arena, "application/vnd.sqlite3", bytes, n, minta_bagian(m, "nama"));
	return err;
}

const Rute RUTE_SISTEM[] = {
	{METODE_GET, "/admin/sistem", system_page, 0},
	{METODE_GET, "/admin/pengaturan", settings_page, 0},
	{METODE_POST, "/admin/pengaturan", settings_post, 0},
	{METODE_GET, "/admin/sesi", sessions_page, 0},
	{METODE_POST, "/admin/sesi/akhiri", session_end, 0},
	{METODE_GET, "/admin/cadangan", copies_page, 0},
	{METODE_POST, "/admin/cadangan", copy_post, 0},
	{METODE_GET, "/admin/cadangan/{nama}", copy_get, RUTE_BERAT},
	{METODE_GET, NULL, NULL, 0},
};
