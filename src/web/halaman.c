#include "web/halaman.h"

#include "app/pengaturan.h"
#include "web/pekerja.h"

/* ---- the menu of each role (the same order on the phone, where the first four stand at the bottom) ---- */

typedef struct { Menu menu; const char *teks, *ikon, *jalur; } EntriMenu;

static const EntriMenu ENTRI[MENU_JUMLAH] = {
	[MENU_BERANDA] = {MENU_BERANDA, TEKS("Home"), "home", "/beranda"},
	[MENU_ISIAN] = {MENU_ISIAN, TEKS("Entry"), "table", "/isian"},
	[MENU_RENCANA] = {MENU_RENCANA, TEKS("Plan"), "list-tree", "/rencana"},
	[MENU_BUKTI] = {MENU_BUKTI, TEKS("Evidence"), "paperclip", "/bukti"},
	[MENU_LAPORAN] = {MENU_LAPORAN, TEKS("Report"), "file-text", "/laporan"},
	[MENU_PERIKSA] = {MENU_PERIKSA, TEKS("Check a file"), "file-check", "/periksa"},
	[MENU_PENGESAHAN] = {MENU_PENGESAHAN, TEKS("Approval"), "signature", "/pengesahan"},
	[MENU_VERIFIKASI] = {MENU_VERIFIKASI, TEKS("Verification"), "checks", "/verifikasi"},
	[MENU_PAPAN] = {MENU_PAPAN, TEKS("Board of agencies"), "layout-grid", "/papan"},
	[MENU_REKAP] = {MENU_REKAP, TEKS("Summary"), "trophy", "/rekap"},
	[MENU_JEJAK] = {MENU_JEJAK, TEKS("Audit trail"), "history", "/jejak"},
	[MENU_OPD] = {MENU_OPD, TEKS("Agencies"), "building", "/admin/opd"},
	[MENU_PENGGUNA] = {MENU_PENGGUNA, TEKS("Users"), "users", "/admin/pengguna"},
	[MENU_KALENDER] = {MENU_KALENDER, TEKS("Calendar"), "calendar", "/admin/kalender"},
	[MENU_KEBIJAKAN] = {MENU_KEBIJAKAN, TEKS("Policy"), "adjustments-horizontal", "/admin/kebijakan"},
	[MENU_NOMENKLATUR] = {MENU_NOMENKLATUR, TEKS("Nomenclature"), "hash", "/admin/nomenklatur"},
	[MENU_SISTEM] = {MENU_SISTEM, TEKS("System"), "settings", "/admin/sistem"},
	[MENU_TERBIT] = {MENU_TERBIT, TEKS("Published reports"), "file-text", "/publik/%s"},
	[MENU_RINGKASAN] = {MENU_RINGKASAN, TEKS("Region at a glance"), "chart-bar", "/publik/%s/ringkasan"},
	[MENU_DATA] = {MENU_DATA, TEKS("Open data"), "database", "/publik/%s/data"},
};

enum { ENTRI_MAX = 8, TAB_MAX = 4 };

static const Menu PERAN_MENU[PERAN_JUMLAH][ENTRI_MAX] = {
	[PERAN_OPERATOR] = {MENU_BERANDA, MENU_ISIAN, MENU_RENCANA, MENU_BUKTI, MENU_LAPORAN, MENU_PERIKSA},
	[PERAN_KEPALA] = {MENU_BERANDA, MENU_PENGESAHAN, MENU_LAPORAN, MENU_RENCANA},
	[PERAN_VERIFIKATOR] = {MENU_BERANDA, MENU_VERIFIKASI, MENU_PAPAN, MENU_REKAP, MENU_LAPORAN, MENU_PERIKSA},
	[PERAN_PIMPINAN] = {MENU_BERANDA, MENU_PAPAN, MENU_LAPORAN, MENU_REKAP},
	[PERAN_AUDITOR] = {MENU_BERANDA, MENU_LAPORAN, MENU_JEJAK, MENU_PAPAN, MENU_PERIKSA},
	[PERAN_ADMIN] = {MENU_BERANDA, MENU_OPD, MENU_PENGGUNA, MENU_KALENDER, MENU_KEBIJAKAN, MENU_NOMENKLATUR, MENU_SISTEM},
	[PERAN_PUBLIK] = {MENU_TERBIT, MENU_RINGKASAN, MENU_DATA, MENU_PERIKSA},
};

/* Does the region publish (setting portal-publik)? */
static bool publishes(const Minta *m)
{
	Pengaturan set;
	return pengaturan_baca(m->k, &set, &(ErrInfo){0}) == ERR_OK && set.nilai[PENGATURAN_PORTAL_PUBLIK];
}

static const Menu *menu_of(const Minta *m)
{
	static const Menu none[ENTRI_MAX] = {MENU_PERIKSA};
	bool empty = !m->k || (m->k->peran == PERAN_PUBLIK && !publishes(m));
	return empty ? none : PERAN_MENU[m->k->peran];
}

static void menu_link(Html *h, const Minta *m, Menu menu, Menu current, bool with_icon)
{
	const EntriMenu *e = &ENTRI[menu];
	const char *jalur = e->jalur;
	if (menu == MENU_TERBIT || menu == MENU_RINGKASAN || menu == MENU_DATA) /* of the region */
		jalur = str_format(m->arena, "%s%s%s", "/publik/", m->k->pemda.pemda, e->jalur + strlen("/publik/%s"));
	html_open(h, "a");
	html_attr(h, "href", jalur);
	if (menu == current)
		html_attr(h, "aria-current", "page");
	if (with_icon)
		ikon(h, e->ikon);
	html_text(h, teks(m->bahasa, e->teks));
	html_close(h);
}

/* ---- top bar ---- */

static void brand(Html *h, const Minta *m)
{
	html_open(h, "a");
	html_attr(h, "class", "c-brand");
	html_attr(h, "href", "/");
	HTML_RAW(h, "<svg width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><rect class=\"c-logo\" width=\"20\" height=\"20\" rx=\"4\"/>"
	            "<path class=\"c-logo-g\" d=\"M4 15.5h3.2v-4h3.4V8h3.2V4.5H16\" fill=\"none\" stroke-width=\"1.9\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>");
	html_text(h, "capaian ");
	if (m->k)
		html_element(h, "span", "c-2", m->k->pemda.nama);
	html_close(h);
}

static void choice(Html *h, const Minta *m, const char *aksi, const char *nama, const char *nilai, const char *nama_ikon, const char *text, bool current)
{
	form_mulai(h, m, aksi, NULL, false);
	form_tersembunyi(h, "lanjut", m->metode == METODE_GET ? m->sasaran : "/");
	html_open(h, "button");
	html_attr(h, "type", "submit");
	html_attr(h, "name", nama);
	html_attr(h, "value", nilai);
	if (current)
		html_attr(h, "aria-pressed", "true");
	ikon(h, nama_ikon);
	html_text(h, text);
	html_close(h);
	html_close(h);
}

/* On a phone, what has no place among the tabs at the bottom. */
static void menu_rest(Html *h, const Minta *m, Menu current)
{
	const Menu *menu = menu_of(m);
	html_open(h, "div");
	html_attr(h, "class", "c-lainnya");
	for (int i = TAB_MAX; i < ENTRI_MAX && menu[i]; i++)
		menu_link(h, m, menu[i], current, true);
	html_close(h);
}

static void user_menu(Html *h, const Minta *m, Menu current)
{
	Bahasa b = m->bahasa;
	html_open(h, "details");
	html_attr(h, "class", "c-menu");
	html_open(h, "summary");
	if (m->sesi && m->k) {
		html_element(h, "b", NULL, peran_teks(b, m->k->peran));
		html_element(h, "span", "c-luas", m->k->pengguna.nama);
	} else {
		html_text(h, teks(b, "Menu"));
	}
	ikon_kecil(h, "chevron-down");
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-menu-isi");
	menu_rest(h, m, current);
	if (m->sesi) {
		html_open(h, "a");
		html_attr(h, "href", "/akun");
		ikon(h, "user");
		html_text(h, teks(b, "Account and sessions"));
		html_close(h);
		html_open(h, "a");
		html_attr(h, "href", "/pekerjaan");
		ikon(h, "hourglass");
		html_text(h, teks(b, "Jobs"));
		html_close(h);
	}
	choice(h, m, "/tema", "tema", "light", "sun", teks(b, "Light"), str_equal(m->tema, "light"));
	choice(h, m, "/tema", "tema", "dark", "moon", teks(b, "Dark"), str_equal(m->tema, "dark"));
	choice(h, m, "/tema", "tema", "", "device-desktop", teks(b, "As the system has it"), !*m->tema);
	choice(h, m, "/bahasa", "bahasa", "id", "language", "Bahasa Indonesia", b == BAHASA_ID);
	choice(h, m, "/bahasa", "bahasa", "en", "language", "English", b == BAHASA_EN);
	if (m->sesi) {
		form_mulai(h, m, "/keluar", NULL, false);
		html_open(h, "button");
		html_attr(h, "type", "submit");
		ikon(h, "logout");
		html_text(h, teks(b, "Sign out"));
		html_close(h);
		html_close(h);
	} else {
		html_open(h, "a");
		html_attr(h, "href", "/masuk");
		ikon(h, "login");
		html_text(h, teks(b, "Sign in"));
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static void top_bar(Html *h, Minta *m, const Halaman *halaman)
{
	html_open(h, "header");
	html_attr(h, "class", "c-top");
	brand(h, m);
	html_open(h, "nav");
	html_attr(h, "class", "c-nav");
	html_attr(h, "aria-label", teks(m->bahasa, "Main"));
	const Menu *menu = menu_of(m);
	for (int i = 0; i < ENTRI_MAX && menu[i]; i++)
		menu_link(h, m, menu[i], halaman->menu, false);
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-me");
	html_open(h, "span");
	html_attr(h, "class", "c-net");
	html_attr(h, "role", "status");
	html_close(h);
	pekerjaan_lencana(h, m);
	user_menu(h, m, halaman->menu);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void bottom_tabs(Html *h, const Minta *m, Menu current)
{
	const Menu *menu = menu_of(m);
	html_open(h, "nav");
	html_attr(h, "class", "c-tab");
	html_attr(h, "aria-label", teks(m->bahasa, "Main, at the bottom"));
	for (int i = 0; i < TAB_MAX && menu[i]; i++)
		menu_link(h, m, menu[i], current, true);
	html_close(h);
}

/* ---- frame ---- */

static void meta(Html *h, const char *nama, const char *isi)
{
	html_open(h, "meta");
	html_attr(h, "name", nama);
	html_attr(h, "content", isi);
	html_void_end(h);
}

static void script(Html *h, const char *nama)
{
	html_open(h, "script");
	html_attr(h, "src", aset_url(nama));
	html_attr(h, "defer", "");
	html_close(h);
}

static void document_head(Html *h, Minta *m, const Halaman *halaman)
{
	html_open(h, "head");
	html_void(h, "meta", "charset", "utf-8");
	meta(h, "viewport", "width=device-width,initial-scale=1");
	meta(h, "htmx-config", "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"selfRequestsOnly\":true}");
	if (m->sesi)
		meta(h, "csrf", m->sesi->csrf);
	meta(h, "ikon", aset_url("ikon.svg")); /* for the icons that scripts draw */
	html_element(h, "title", NULL, str_format(m->arena, "%s · capaian", halaman->judul));
	html_open(h, "link");
	html_attr(h, "rel", "stylesheet");
	html_attr(h, "href", aset_url("capaian.css"));
	html_void_end(h);
	html_open(h, "link");
	html_attr(h, "rel", "icon");
	html_attr(h, "href", aset_url("favicon.svg"));
	html_void_end(h);
	script(h, "htmx.js");
	script(h, "dasar.js");
	for (size_t i = 0; i < sizeof halaman->skrip / sizeof *halaman->skrip && halaman->skrip[i]; i++)
		script(h, halaman->skrip[i]);
	html_close(h);
	html_line(h);
}

Html halaman_mulai(Minta *m, Jawab *j, const Halaman *halaman)
{
	Html h = html_begin(&j->isi);
	HTML_RAW(&h, "<!doctype html>\n");
	html_open(&h, "html");
	html_attr(&h, "lang", m->bahasa == BAHASA_ID ? "id" : "en");
	if (*m->tema)
		html_attr(&h, "data-bs-theme", m->tema);
	document_head(&h, m, halaman);
	html_open(&h, "body");
	if (halaman->kelas)
		html_attr(&h, "class", halaman->kelas);
	tautan(&h, "c-skip", teks(m->bahasa, "Skip to the content"), "#isi");
	top_bar(&h, m, halaman);
	m->menu = (int)halaman->menu;
	html_open(&h, "main");
	html_attr(&h, "id", "isi");
	html_attr(&h, "class", "c-page");
	html_open(&h, "div");
	html_attr(&h, "class", "c-head");
	html_open(&h, "div");
	if (halaman->sub)
		html_element(&h, "div", "c-sub", halaman->sub);
	html_element(&h, "h1", NULL, halaman->judul);
	html_close(&h);
	return h;
}

void halaman_isi(Html *h)
{
	html_close(h);
	html_line(h);
}

static void foot(Html *h, const Minta *m)
{
	html_open(h, "footer");
	html_attr(h, "class", "c-foot");
	if (m->k && m->k->pemda.latihan)
		html_element(h, "span", NULL, teks(m->bahasa, "Sample data: agencies, people and most figures are invented."));
	html_element(h, "span", NULL, "capaian " CAPAIAN_VERSION);
	html_close(h);
}

void halaman_selesai(Minta *m, Html *h)
{
	foot(h, m);
	html_close(h);
	bottom_tabs(h, m, (Menu)m->menu);
	html_close(h);
	html_close(h);
	html_line(h);
	html_finish(h);
}

void halaman_galat(Minta *m, Jawab *j, const char *apa, const ErrInfo *info)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = apa});
	halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-pesan");
	html_element(&h, "p", "c-kode", str_format(m->arena, "%d", j->status));
	if (info->message && j->status < 500)
		html_element(&h, "p", "c-b", info->message);
	if (info->hint && j->status < 500)
		html_element(&h, "p", NULL, info->hint);
	if (j->status == 503)
		html_element(&h, "p", NULL, teks(m->bahasa, "What you entered is safe. Try again in ten seconds."));
	else if (j->status >= 500)
		html_element(&h, "p", NULL, str_format(m->arena, teks(m->bahasa, "Nothing that was saved is lost. Load the page again; if it happens again, tell the number %s."), m->nomor));
	html_open(&h, "p");
	tautan(&h, "btn", teks(m->bahasa, "To the start page"), "/");
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
}
