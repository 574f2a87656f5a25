/* What everybody may see without signing in: the approved reports, the region at a glance, open data at addresses that stay. */
#include "app/terbit.h"
#include "web/daerah.h"
#include "web/formulir_html.h"
#include "web/laporan.h"
#include "web/peladen.h"
#include "web/unduh.h"
#include "web/unsur.h"

enum { SETAHUN = 12, TAHUN_MUNDUR = 10 /* years back that visitors may ask for: what they ask is kept in memory */ };

typedef struct {
	const RingkasTahun *tahun;
	int bulan;                 /* of the page, or the newest one with approved reports; 0: none */
	const char *dasar;         /* "/publik/{pemda}" */
} Publik;

/* Year of the query, year and month of the path, or the newest. */
static Err portal_open(Publik *p, Minta *m, ErrInfo *info)
{
	int year = (int)minta_angka(m, "tahun", 1900, 2999, 0), month = (int)minta_angka(m, "bulan", 1, SETAHUN, 0);
	p->dasar = str_format(m->arena, "/publik/%s", m->k->pemda.pemda);
	Err err = terbit_open(m->k, info);
	int now = err ? 0 : daerah_hari(m).tahun;
	bool far = year && (year < now - TAHUN_MUNDUR || year > now + 1);
	if (!err && (far || (*minta_bagian(m, "tahun") && (!year || !month))))
		err = err_set(info, ERR_ABSENT, teks(m->bahasa, "There is no such month."), NULL);
	if (err)
		return err;
	if (!year)
		return terbit_newest(&p->tahun, &p->bulan, m->k, daerah_hari(m).tahun, info);
	err = ringkas_published(&p->tahun, m->k, year, info);
	for (p->bulan = month ? month : SETAHUN; !err && !month && p->bulan && !terbit_count(p->tahun, p->bulan); p->bulan--)
		;
	return err;
}

static void year_links(Html *h, const Minta *m, const Publik *p, const char *jalur)
{
	int year = p->tahun->tahun;
	html_open(h, "nav");
	html_attr(h, "class", "c-seg");
	html_attr(h, "aria-label", teks(m->bahasa, "Year"));
	for (int y = year - 1; y <= year + 1 && y <= daerah_hari(m).tahun; y++) {
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "%s?tahun=%d", jalur, y));
		if (y == year)
			html_attr(h, "aria-current", "page");
		html_text(h, str_format(m->arena, "%d", y));
		html_close(h);
	}
	html_close(h);
}

static Html page_open(Minta *m, Jawab *j, const Publik *p, Menu menu, const char *judul, const char *tahun_jalur)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = m->k->pemda.nama, .menu = menu});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	if (tahun_jalur)
		year_links(&h, m, p, tahun_jalur);
	html_close(&h);
	halaman_isi(&h);
	return h;
}

static void nothing_yet(Html *h, const Minta *m, const Publik *p)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card c-empty");
	ikon(h, "file-text");
	html_element(h, "b", NULL, str_format(m->arena, teks(m->bahasa, "Nothing is published yet for %d."), p->tahun->tahun));
	html_element(h, "p", NULL, teks(m->bahasa, "Reports stand here once the head of the agency has approved them."));
	html_close(h);
}

/* ---- list of reports ---- */

static int newest_of(const RingkasOpd *opd)
{
	int month = SETAHUN;
	while (month >= 1 && !opd->bulan[month - 1].terbit.ada)
		month--;
	return month;
}

static const char *report_path(const Minta *m, const Publik *p, const RingkasOpd *opd, int bulan)
{
	return str_format(m->arena, "%s/laporan/%s/%d/%d", p->dasar, opd->opd.opd, p->tahun->tahun, bulan);
}

static void report_row(Html *h, const Minta *m, const Publik *p, const RingkasOpd *opd)
{
	int newest = newest_of(opd);
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	if (newest)
		tautan(h, NULL, opd->opd.nama, report_path(m, p, opd, newest));
	else
		html_text(h, opd->opd.nama);
	html_close(h);
	for (int i = 1; i <= SETAHUN; i++) {
		bool there = opd->bulan[i - 1].terbit.ada;
		html_open(h, "td");
		html_attr(h, "class", there ? "h st-disahkan" : "h dx");
		if (there) {
			html_open(h, "a");
			html_attr(h, "href", report_path(m, p, opd, i));
			ikon_berlabel(h, "file-text", str_format(m->arena, teks(m->bahasa, "Report of %s %d"), bulan_name((uint8_t)i, m->bahasa), p->tahun->tahun));
			html_close(h);
		} else {
			html_text(h, "-");
		}
		html_close(h);
	}
	html_open(h, "td");
	html_attr(h, "class", "n hp1");
	html_text(h, newest ? bulan_pendek(newest, m->bahasa) : "-");
	html_close(h);
	html_close(h);
	html_line(h);
}

static Err daftar_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Bahasa b = m->bahasa;
	Err err = portal_open(&p, m, info);
	if (err)
		return err;
	Html h = page_open(m, j, &p, MENU_TERBIT, str_format(m->arena, teks(b, "Published reports of %d"), p.tahun->tahun), p.dasar);
	if (!p.bulan) {
		nothing_yet(&h, m, &p);
		halaman_selesai(m, &h);
		return ERR_OK;
	}
	html_open(&h, "section");
	html_attr(&h, "class", "c-card bo");
	html_open(&h, "table");
	html_attr(&h, "class", "c-t");
	html_element(&h, "caption", "c-vh", teks(b, "Published reports by agency and month"));
	html_open(&h, "thead");
	html_open(&h, "tr");
	kepala_kolom(&h, NULL, teks(b, "Agency"));
	for (int i = 1; i <= SETAHUN; i++)
		kepala_kolom(&h, "h", bulan_pendek(i, b));
	kepala_kolom(&h, "n hp1", teks(b, "Newest"));
	html_close(&h);
	html_close(&h);
	html_open(&h, "tbody");
	for (uint32_t i = 0; i < p.tahun->n_opd; i++)
		report_row(&h, m, &p, p.tahun->opd[i]);
	html_close(&h);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- the region ---- */

static void figure(Html *h, const char *label, const char *value, const char *below, bool percent)
{
	html_open(h, "div");
	html_element(h, "dt", NULL, label);
	html_open(h, "dd");
	html_attr(h, "class", "c-big");
	html_text(h, value);
	if (percent)
		html_element(h, "small", NULL, " %");
	html_close(h);
	html_element(h, "dd", "c-s c-2", below);
	html_close(h);
}

static const char *money_short(const Minta *m, IsiRupiah money)
{
	return money.isi == ISI_KOSONG ? "-" : teks_uang_ringkas(m->arena, money.nilai, m->bahasa);
}

static void region_figures(Html *h, const Minta *m, const Publik *p)
{
	const Gabungan *g = &p->tahun->daerah[p->bulan - 1].terbit;
	uint8_t decimals = p->tahun->kebijakan->desimal;
	Bahasa b = m->bahasa;
	html_open(h, "dl");
	html_attr(h, "class", "c-card kp n5");
	figure(h, teks(b, "Budget (pagu)"), money_short(m, g->pagu), teks_uang(m->arena, g->pagu), false);
	figure(h, teks(b, "Spent"), money_short(m, g->realisasi), teks_uang(m->arena, g->realisasi), false);
	figure(h, teks(b, "Spending"), teks_persen(m->arena, g->keuangan, decimals), teks(b, "of the budget"), true);
	figure(h, teks(b, "Physical output"), teks_persen(m->arena, g->keluaran, decimals), str_format(m->arena, teks(b, "mean of %u agencies"), g->terlapor), true);
	figure(h, teks(b, "Mean"), teks_persen(m->arena, g->rata_rata, decimals), str_format(m->arena, teks(b, "%u of %u agencies are approved"), g->terlapor, g->seluruh), true);
	html_close(h);
}

static int by_mean(const void *a, const void *b)
{
	const Desimal x = (*(const RingkasBulan *const *)a)->terbit.angka.rata_rata.nilai, y = (*(const RingkasBulan *const *)b)->terbit.angka.rata_rata.nilai;
	return desimal_cmp(y, x);
}

static const RingkasOpd *agency_of(const Publik *p, const RingkasBulan *month)
{
	for (uint32_t i = 0; i < p->tahun->n_opd; i++)
		if (&p->tahun->opd[i]->bulan[p->bulan - 1] == month)
			return p->tahun->opd[i];
	return NULL;
}

static void region_row(Html *h, const Minta *m, const Publik *p, const RingkasBulan *month)
{
	const RingkasOpd *opd = agency_of(p, month);
	const Capaian *c = &month->terbit.angka;
	uint8_t decimals = p->tahun->kebijakan->desimal;
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	tautan(h, NULL, opd->opd.nama, report_path(m, p, opd, p->bulan));
	html_close(h);
	html_element(h, "td", "n p", teks_uang(m->arena, c->pagu));
	html_element(h, "td", "n p", teks_uang(m->arena, c->realisasi));
	html_element(h, "td", "n hp0", teks_persen(m->arena, c->keuangan, decimals));
	html_element(h, "td", "n hp0", teks_persen(m->arena, c->keluaran, decimals));
	html_open(h, "td");
	html_attr(h, "class", "rb");
	batang(h, "bar", c->rata_rata);
	html_element(h, "span", "n c-b", teks_persen(m->arena, c->rata_rata, decimals));
	html_close(h);
	html_open(h, "td");
	html_attr(h, "class", "pd");
	if (ringkas_judged(p->tahun->kebijakan, p->bulan))
		predikat_cip(h, m, p->tahun->kebijakan, c->predikat, true);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void region_table(Html *h, const Minta *m, const Publik *p)
{
	const RingkasBulan **months = ARENA_ARRAY(m->arena, const RingkasBulan *, p->tahun->n_opd);
	size_t n = 0;
	Bahasa b = m->bahasa;
	for (uint32_t i = 0; i < p->tahun->n_opd; i++)
		if (p->tahun->opd[i]->bulan[p->bulan - 1].terbit.angka.rata_rata.isi != ISI_KOSONG)
			months[n++] = &p->tahun->opd[i]->bulan[p->bulan - 1];
	if (n)
		qsort(months, n, sizeof *months, by_mean);
	html_open(h, "section");
	html_attr(h, "class", "c-card bo");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Agencies by mean"));
	html_element(h, "span", "c-s c-2", teks(b, "approved reports only"));
	html_close(h);
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", teks(b, "Approved agencies by mean"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, teks(b, "Agency"));
	kepala_kolom(h, "n p", teks(b, "Pagu (Rp)"));
	kepala_kolom(h, "n p", teks(b, "Realisation (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Spending"));
	kepala_kolom(h, "n hp0", teks(b, "Physical output"));
	kepala_kolom(h, "rb", teks(b, "Mean"));
	kepala_kolom(h, "pd", ringkas_judged(p->tahun->kebijakan, p->bulan) ? teks(b, "Predicate") : "");
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++)
		region_row(h, m, p, months[i]);
	html_close(h);
	html_close(h);
	html_close(h);
}

static Err ringkasan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Bahasa b = m->bahasa;
	Err err = portal_open(&p, m, info);
	if (err)
		return err;
	const char *judul = p.bulan ? str_format(m->arena, teks(b, "Performance of %s up to %s %d"), m->k->pemda.nama, bulan_name((uint8_t)p.bulan, b), p.tahun->tahun)
	                            : str_format(m->arena, teks(b, "Region at a glance, %d"), p.tahun->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = teks(b, "From approved reports only"), .menu = MENU_RINGKASAN});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	if (p.bulan) {
		const Daerah d = {.tahun = p.tahun, .bulan = p.bulan, .jalur = str_format(m->arena, "%s/ringkasan/%d/%d", p.dasar, p.tahun->tahun, p.bulan)};
		daerah_bulan(&h, m, &d, str_format(m->arena, "%s/ringkasan", p.dasar));
	}
	html_close(&h);
	halaman_isi(&h);
	if (p.bulan && terbit_count(p.tahun, p.bulan)) {
		region_figures(&h, m, &p);
		region_table(&h, m, &p);
	} else {
		nothing_yet(&h, m, &p);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- one report ---- */

static Err laporan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Formulir f;
	Laporan l = {.ekor = "", .penjelasan = NULL};
	bool glance = str_equal(minta_kueri(m, "lihat"), "ringkasan");
	Bahasa b = m->bahasa;
	Err err = portal_open(&p, m, info);
	const RingkasOpd *opd = err ? NULL : ringkas_find(p.tahun, minta_bagian(m, "opd"));
	if (!err && (!opd || !opd->bulan[p.bulan - 1].terbit.ada))
		err = err_set(info, ERR_ABSENT, teks(b, "This report is not published."), NULL);
	if (!err)
		err = bulan_read(&l.bulan, m->k, opd->opd.opd, p.tahun->tahun, p.bulan, opd->bulan[p.bulan - 1].terbit.revisi, info);
	if (!err && !glance)
		err = formulir_build(&f, m->k, l.bulan, UKURAN_F4, info);
	if (err)
		return err;
	l.jalur = report_path(m, &p, opd, p.bulan);
	const char *judul = str_format(m->arena, teks(b, "Performance report, %s %d"), bulan_name((uint8_t)p.bulan, b), p.tahun->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = l.bulan->opd.nama, .menu = MENU_TERBIT});
	html_open(&h, "div");
	html_attr(&h, "class", "c-ket");
	cip_keadaan(&h, m, KEADAAN_DISAHKAN, false);
	html_close(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	unduh_tombol(&h, m, str_format(m->arena, "%s/data/%d/%d/%s/laporan", p.dasar, p.tahun->tahun, p.bulan, opd->opd.opd));
	html_close(&h);
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-tools c-tools-lipat");
	html_open(&h, "nav");
	html_attr(&h, "class", "c-seg");
	html_attr(&h, "aria-label", teks(b, "View"));
	for (int i = 0; i < 2; i++) {
		html_open(&h, "a");
		html_attr(&h, "href", i ? str_format(m->arena, "%s?lihat=ringkasan", l.jalur) : l.jalur);
		if (glance == (i == 1))
			html_attr(&h, "aria-current", "page");
		html_text(&h, i ? teks(b, "At a glance") : teks(b, "Form"));
		html_close(&h);
	}
	html_close(&h);
	html_close(&h);
	if (glance)
		err = laporan_ringkasan(&h, m, &l, info);
	else
		formulir_lembar(&h, m, &f, NULL);
	if (err)
		return err;
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- open data ---- */

static void address_row(Html *h, const Minta *m, const Publik *p, int bulan)
{
	static const char *const forms[] = {"csv", "json"};
	html_open(h, "tr");
	html_attr(h, "class", "lv3");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, str_format(m->arena, "%s %d", bulan_name((uint8_t)bulan, m->bahasa), p->tahun->tahun));
	html_close(h);
	html_element(h, "td", "n", str_format(m->arena, "%u", terbit_count(p->tahun, bulan)));
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		html_open(h, "td");
		const char *path = terbit_alamat_rekap(m->arena, p->tahun->pemda, p->tahun->tahun, bulan, forms[i]);
		tautan(h, NULL, str_format(m->arena, "rekap.%s", forms[i]), path);
		html_close(h);
	}
	html_close(h);
}

static void patterns(Html *h, const Minta *m, const Publik *p)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Addresses"));
	html_close(h);
	html_open(h, "dl");
	html_attr(h, "class", "cb c-terbuka");
	const struct { const char *what, *path; } list[] = {
		{teks(b, "The region's month, one line an agency (CSV, JSON)"), str_format(m->arena, "%s/data/{tahun}/{bulan}/rekap.csv", p->dasar)},
		{teks(b, "An agency's approved form (CSV, JSON, XLSX, PDF)"), str_format(m->arena, "%s/data/{tahun}/{bulan}/{opd}/laporan.csv", p->dasar)},
		{teks(b, "Catalogue of all of it (DCAT, JSON-LD)"), str_format(m->arena, "%s/katalog.json", p->dasar)},
	};
	for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
		html_element(h, "dt", NULL, list[i].what);
		html_open(h, "dd");
		html_element(h, "code", NULL, list[i].path);
		html_close(h);
	}
	html_close(h);
	html_open(h, "p");
	html_attr(h, "class", "cb c-s c-2");
	html_text(h, teks(b, "The addresses stay. Amounts are rupiah with a point before the sen, percentages have a point; what has no value is empty. A month changes only when it is reopened and approved again; its revision is then another one."));
	html_text(h, "\n");
	html_text(h, teks(b, "Licence: "));
	tautan(h, NULL, "CC BY 4.0", TERBIT_LISENSI);
	html_close(h);
	html_open(h, "p");
	html_attr(h, "class", "cb");
	tombol_tautan(h, NULL, "database", teks(b, "Open the catalogue"), str_format(m->arena, "%s/katalog.json", p->dasar));
	html_close(h);
	html_close(h);
}

static Err data_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Bahasa b = m->bahasa;
	Err err = portal_open(&p, m, info);
	if (err)
		return err;
	Html h = page_open(m, j, &p, MENU_DATA, str_format(m->arena, teks(b, "Open data, %d"), p.tahun->tahun), str_format(m->arena, "%s/data", p.dasar));
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	if (p.bulan) {
		html_open(&h, "section");
		html_attr(&h, "class", "c-card");
		html_open(&h, "table");
		html_attr(&h, "class", "c-t");
		html_element(&h, "caption", "c-vh", teks(b, "Data of the region by month"));
		html_open(&h, "thead");
		html_open(&h, "tr");
		kepala_kolom(&h, NULL, teks(b, "Month"));
		kepala_kolom(&h, "n", teks(b, "Approved agencies"));
		kepala_kolom(&h, NULL, "CSV");
		kepala_kolom(&h, NULL, "JSON");
		html_close(&h);
		html_close(&h);
		html_open(&h, "tbody");
		for (int i = SETAHUN; i >= 1; i--)
			if (terbit_count(p.tahun, i))
				address_row(&h, m, &p, i);
		html_close(&h);
		html_close(&h);
		html_close(&h);
	} else {
		nothing_yet(&h, m, &p);
	}
	patterns(&h, m, &p);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err data_rekap_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Unduhan u;
	Err err = portal_open(&p, m, info);
	if (!err)
		err = terbit_rekap(&u, m->k, p.tahun->tahun, p.bulan, minta_bagian(m, "bentuk"), info);
	if (!err)
		unduh_kirim(m, j, &u, false);
	return err;
}

static Err data_laporan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Publik p;
	Unduhan u;
	Err err = portal_open(&p, m, info);
	if (!err)
		err = terbit_laporan(&u, m->k, minta_bagian(m, "opd"), p.tahun->tahun, p.bulan, minta_bagian(m, "bentuk"), info);
	if (!err)
		unduh_kirim(m, j, &u, false);
	return err;
}

/* The server's own address, as it was asked for; "" when the request names none that can be one. */
static const char *own_address(const Minta *m)
{
	const char *host = m->kepala(m->sambungan, "Host");
	if (!host || !*host || host[strspn(host, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:[]")])
		return "";
	return str_format(m->arena, "%s://%s", m->aman ? "https" : "http", host);
}

static Err katalog_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Err err = terbit_open(m->k, info);
	if (!err)
		err = terbit_katalog(&j->isi, m->k, own_address(m), daerah_hari(m).tahun, info);
	if (!err)
		j->jenis = "application/ld+json; charset=utf-8";
	return err;
}

/* ---- which region ---- */

static Err pilih_get(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	Err err = kolam_list_pemda(peladen_kolam(m->peladen), m->arena, m->bahasa, &rows, &n, info);
	if (err)
		return err;
	if (n == 1) {
		jawab_alih(j, str_format(m->arena, "/publik/%s", rows[0].pemda));
		return ERR_OK;
	}
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Published reports"), .menu = MENU_TERBIT});
	halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "ul");
	html_attr(&h, "class", "bl");
	for (size_t i = 0; i < n; i++) {
		html_open(&h, "li");
		html_open(&h, "a");
		html_attr(&h, "href", str_format(m->arena, "/publik/%s", rows[i].pemda));
		html_open(&h, "span");
		html_attr(&h, "class", "tx");
		html_element(&h, "b", NULL, rows[i].nama);
		html_close(&h);
		ikon(&h, "chevron-right");
		html_close(&h);
		html_close(&h);
	}
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_TERBIT[] = {
	{METODE_GET, "/publik", pilih_get, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/publik/{pemda}", daftar_get, RUTE_PUBLIK | RUTE_SIMPAN},
	{METODE_GET, "/publik/{pemda}/ringkasan", ringkasan_get, RUTE_PUBLIK | RUTE_SIMPAN},
	{METODE_GET, "/publik/{pemda}/ringkasan/{tahun}/{bulan}", ringkasan_get, RUTE_PUBLIK | RUTE_SIMPAN},
	{METODE_GET, "/publik/{pemda}/laporan/{opd}/{tahun}/{bulan}", laporan_get, RUTE_PUBLIK | RUTE_SIMPAN},
	{METODE_GET, "/publik/{pemda}/data", data_get, RUTE_PUBLIK | RUTE_SIMPAN},
	{METODE_GET, "/publik/{pemda}/katalog.json", katalog_get, RUTE_PUBLIK},
	{METODE_GET, "/publik/{pemda}/data/{tahun}/{bulan}/rekap.{bentuk}", data_rekap_get, RUTE_PUBLIK},
	{METODE_GET, "/publik/{pemda}/data/{tahun}/{bulan}/{opd}/laporan.{bentuk}", data_laporan_get, RUTE_PUBLIK | RUTE_BERAT},
	{0},
};
