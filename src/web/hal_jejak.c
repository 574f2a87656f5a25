/* hal_jejak: the audit trail, one line an event. */
#include "app/jejak_app.h"
#include "app/pengguna.h"
#include "app/tata.h"
#include "web/unsur.h"

enum { SEHALAMAN = 100 };

static const struct {
	const char *tabel, *teks;
} JENIS[] = {
	{"fakta", TEKS("value entered")}, {"keadaan", TEKS("step of the cycle")}, {"penjelasan", TEKS("explanation")}, {"bukti", TEKS("evidence")}, {"bukti_isi", TEKS("file of evidence")},
	{"komentar", TEKS("comment")}, {"rencana", TEKS("version of a plan")}, {"rencana_simpul", TEKS("row of a plan")}, {"rencana_indikator", TEKS("indicator of a plan")},
	{"anggaran_kas", TEKS("cash plan")}, {"impor", TEKS("import")}, {"kebijakan", TEKS("policy")}, {"opd", TEKS("agency")}, {"pengguna", TEKS("user")}, {"peristiwa", TEKS("account")},
	{"tenggat", TEKS("due day")}, {"libur", TEKS("holiday")}, {"pengaturan", TEKS("setting")}, {"nomenklatur_edisi", TEKS("edition of the nomenclature")},
	{"nomenklatur", TEKS("entry of the nomenclature")}, {"pemda", TEKS("region")},
};
enum { N_JENIS = sizeof JENIS / sizeof *JENIS };

static const char *kind_text(Bahasa b, const char *tabel)
{
	for (size_t i = 0; i < N_JENIS; i++)
		if (str_equal(JENIS[i].tabel, tabel))
			return teks(b, JENIS[i].teks);
	return tabel;
}

static const char *source_text(Bahasa b, const char *sumber)
{
	return str_equal(sumber, "entri") ? teks(b, "entry") : str_equal(sumber, "impor") ? teks(b, "import") : str_equal(sumber, "api") ? teks(b, "program") : teks(b, "system");
}

static Err filters(Html *h, Minta *m, const SaringJejak *s, ErrInfo *info)
{
	BarisPengguna *users;
	BarisOpd *agencies;
	size_t n_users, n_opd;
	Err err = pengguna_list(m->k, &users, &n_users, info);
	if (!err)
		err = tata_opd_list(m->k, &agencies, &n_opd, info);
	if (err)
		return err;
	Opsi *who = ARENA_ARRAY(m->arena, Opsi, n_users + 2), *where = ARENA_ARRAY(m->arena, Opsi, n_opd + 1), what[N_JENIS + 1];
	who[0] = (Opsi){"", teks(m->bahasa, "everybody")};
	where[0] = (Opsi){"", teks(m->bahasa, "every agency")};
	what[0] = (Opsi){"", teks(m->bahasa, "every kind")};
	for (size_t i = 0; i < n_users; i++)
		who[i + 1] = (Opsi){users[i].pengguna, str_format(m->arena, "%s (%s)", users[i].nama, users[i].pengguna)};
	who[n_users + 1] = (Opsi){"sistem", teks(m->bahasa, "system")};
	for (size_t i = 0; i < n_opd; i++)
		where[i + 1] = (Opsi){agencies[i].opd, agencies[i].nama};
	for (size_t i = 0; i < N_JENIS; i++)
		what[i + 1] = (Opsi){JENIS[i].tabel, teks(m->bahasa, JENIS[i].teks)};
	buka(h, "form", "c-saring");
	html_attr(h, "method", "get");
	html_attr(h, "action", "/jejak");
	medan_pilih(h, teks(m->bahasa, "Person"), "oleh", s->oleh, who, n_users + 2, NULL);
	medan_pilih(h, teks(m->bahasa, "Agency"), "opd", s->opd, where, n_opd + 1, NULL);
	medan_pilih(h, teks(m->bahasa, "Kind"), "jenis", s->tabel, what, N_JENIS + 1, NULL);
	tombol(h, NULL, "filter", teks(m->bahasa, "Filter"), NULL, NULL);
	html_close(h);
	return ERR_OK;
}

static void event_row(Html *h, Minta *m, const EntriJejak *e)
{
	html_open(h, "tr");
	sel(h, "n c-2 hp0", str_format(m->arena, "%lld", (long long)e->entri.id));
	sel(h, "wk", teks_waktu(m, e->entri.waktu));
	sel(h, NULL, e->entri.oleh);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, kind_text(m->bahasa, e->entri.tabel));
	html_element(h, "div", "c-s c-2 c-n4", e->tentang);
	html_close(h);
	sel(h, "c-2 hp0", source_text(m->bahasa, e->entri.sumber));
	html_open(h, "td");
	html_attr(h, "class", "hp0");
	html_element(h, "span", "c-sidik", str_format(m->arena, "%.12s", e->entri.hash));
	tutup(h, 2);
}

static void events(Html *h, Minta *m, const EntriJejak *rows, size_t n)
{
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t c-jejak");
	html_element(h, "caption", "c-vh", teks(m->bahasa, "Events, newest first"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "n k80 hp0", teks(m->bahasa, "No"));
	kepala_kolom(h, "k200", teks(m->bahasa, "When"));
	kepala_kolom(h, "k112", teks(m->bahasa, "Who"));
	kepala_kolom(h, NULL, teks(m->bahasa, "What"));
	kepala_kolom(h, "k80 hp0", teks(m->bahasa, "From"));
	kepala_kolom(h, "k128 hp0", teks(m->bahasa, "Fingerprint"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++)
		event_row(h, m, &rows[i]);
	tutup(h, 3);
}

static void anchor_card(Html *h, Minta *m, int64_t id, const char *hash)
{
	kartu_mulai(h, teks(m->bahasa, "Anchor"), teks(m->bahasa, "note it outside the program: whoever changes the past changes it"));
	buka(h, "div", "c-isi c-tumpuk");
	html_element(h, "code", "c-alamat", str_format(m->arena, "%s %lld %s", m->k->pemda.pemda, (long long)id, hash));
	form_mulai(h, m, "/jejak/periksa", "c-aksi", false);
	tombol(h, "btn-primary", "shield-check", teks(m->bahasa, "Check the chain"), NULL, NULL);
	html_element(h, "span", "c-s c-2", teks(m->bahasa, "every entry and every row is computed again; the result stands among the jobs"));
	tutup(h, 3);
}

static Err trail_page(Minta *m, Jawab *j, ErrInfo *info)
{
	const SaringJejak s = {.sebelum = minta_angka(m, "sebelum", 1, INT64_MAX, 0), .oleh = minta_kueri(m, "oleh"), .tabel = minta_kueri(m, "jenis"), .opd = minta_kueri(m, "opd")};
	EntriJejak *rows;
	size_t n;
	int64_t next, id;
	const char *hash;
	Err err = jejak_cari(m->k, &s, SEHALAMAN, &rows, &n, &next, info);
	if (!err)
		err = jejak_anchor(m->k, &id, &hash, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Audit trail"), .sub = m->k->pemda.nama, .menu = MENU_JEJAK});
	halaman_isi(&h);
	if (!s.sebelum)
		anchor_card(&h, m, id, hash);
	buka(&h, "section", "c-card");
	err = filters(&h, m, &s, info);
	if (err)
		return err;
	if (n)
		events(&h, m, rows, n);
	else
		kosong(&h, "history", teks(m->bahasa, "No event"), teks(m->bahasa, "Nothing fits what was chosen."), NULL, NULL);
	buka(&h, "div", "c-hal");
	html_element(&h, "span", NULL, str_format(m->arena, teks(m->bahasa, "%zu events on this page"), n));
	buka(&h, "span", "c-kanan");
	const char *choice = str_format(m->arena, "oleh=%s&opd=%s&jenis=%s", url_encode(m->arena, s.oleh), url_encode(m->arena, s.opd), url_encode(m->arena, s.tabel));
	if (s.sebelum)
		tautan(&h, NULL, teks(m->bahasa, "Newest"), str_format(m->arena, "/jejak?%s", choice));
	if (next)
		tautan(&h, NULL, teks(m->bahasa, "Older"), str_format(m->arena, "/jejak?%s&sebelum=%lld", choice, (long long)next));
	tutup(&h, 3);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_JEJAK[] = {
	{METODE_GET, "/jejak", trail_page, 0},
	{METODE_GET, NULL, NULL, 0},
};
