/* The official form on the screen, and the ways to look at a month around it. */
#include "app/unduhan.h"
#include "web/daerah.h"
#include "web/formulir_html.h"
#include "web/laporan.h"
#include "web/unduh.h"

typedef Err (*Tampil)(Html *h, Minta *m, const Laporan *l, ErrInfo *info);

static Err form_show(Html *h, Minta *m, const Laporan *l, ErrInfo *info)
{
	Formulir f;
	Err err = formulir_build(&f, m->k, l->bulan, UKURAN_F4, info);
	if (!err)
		formulir_lembar(h, m, &f, l->penjelasan);
	return err;
}

static const struct { const char *nama, *teks; Tampil isi; } LIHAT[] = {
	{"", TEKS("Form"), form_show}, {"ringkasan", TEKS("At a glance"), laporan_ringkasan}, {"rfk", "RFK", laporan_rfk}, {"beda", TEKS("Difference of months"), laporan_beda},
};
enum { N_LIHAT = sizeof LIHAT / sizeof *LIHAT };

static size_t view_asked(const Minta *m)
{
	size_t at = 0;
	for (size_t i = 1; i < N_LIHAT; i++)
		if (str_equal(minta_kueri(m, "lihat"), LIHAT[i].nama))
			at = i;
	return at;
}

const char *laporan_alamat(const Minta *m, const Laporan *l, const char *lihat)
{
	const char *view = *lihat ? str_format(m->arena, "lihat=%s", lihat) : "";
	const char *join = *view && *l->ekor ? "&" : "";
	return *view || *l->ekor ? str_format(m->arena, "%s?%s%s%s", l->jalur, view, join, l->ekor) : l->jalur;
}

/* Revision and as-of time, as they were asked. */
static const char *tail_of(const Minta *m)
{
	StrBuf tail = {.arena = m->arena};
	int rev = (int)minta_angka(m, "rev", 1, 999, 0);
	const char *per = minta_kueri(m, "per");
	if (rev)
		strbuf_addf(&tail, "rev=%d", rev);
	if (*per)
		strbuf_addf(&tail, "%sper=%s", tail.len ? "&" : "", url_encode(m->arena, per));
	return strbuf_text(&tail);
}

static Err month_open(Laporan *l, Minta *m, ErrInfo *info)
{
	Err err = pilih_bulan(m, &l->pilih, info);
	if (err)
		return err;
	const char *opd = l->pilih.opd.opd;
	l->dasar = str_format(m->arena, "/laporan/%s", opd);
	l->jalur = str_format(m->arena, "%s/%d/%d", l->dasar, l->pilih.tahun, l->pilih.bulan);
	l->penjelasan = str_format(m->arena, "/penjelasan/%s/%d/%d", opd, l->pilih.tahun, l->pilih.bulan);
	l->ekor = tail_of(m);
	return bulan_read(&l->bulan, m->k, opd, l->pilih.tahun, l->pilih.bulan, (int)minta_angka(m, "rev", 1, 999, 0), info);
}

/* ---- head ---- */

static void state(Html *h, const Minta *m, const Laporan *l)
{
	const Bulan *b = l->bulan;
	Tanggal signed_on = b->snapshot.tanda_tangan.tanggal;
	html_open(h, "div");
	html_attr(h, "class", "c-ket");
	cip_keadaan(h, m, b->keadaan, false);
	const char *same = teks(m->bahasa, "the same as the PDF");
	html_element(h, "span", "c-s c-2",
	             b->terkunci && signed_on.tahun ? str_format(m->arena, "%s · %s", teks_tanggal(m->arena, signed_on, m->bahasa), same)
	             : b->keadaan == KEADAAN_KOSONG ? teks(m->bahasa, "nothing entered yet")
	             : b->terkunci                  ? same
	                                            : teks(m->bahasa, "figures may still change"));
	html_close(h);
}

static void actions(Html *h, const Minta *m, const Laporan *l, size_t view)
{
	const char *tail = *l->ekor ? str_format(m->arena, "?%s", l->ekor) : "", *name = str_equal(LIHAT[view].nama, "rfk") ? "rfk" : "laporan";
	static const char *const others[][2] = {{"XLSX", "xlsx"}, {"CSV", "csv"}, {"JSON", "json"}};
	html_open(h, "div");
	html_attr(h, "class", "c-act");
	tombol_tautan(h, "btn-primary", "file-type-pdf", teks(m->bahasa, "Download PDF"), str_format(m->arena, "%s/%s.pdf%s", l->jalur, name, tail));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		tombol_tautan(h, "hp0", NULL, others[i][0], str_format(m->arena, "%s/%s.%s%s", l->jalur, name, others[i][1], tail));
	cetak_tombol(h, teks(m->bahasa, "Print"));
	html_close(h);
}

/* ---- tools ---- */

static const char *revision_label(const Minta *m, const Bulan *b, int revisi)
{
	const BarisKeadaan *last = NULL;
	for (size_t i = 0; i < b->n_langkah; i++)
		if (b->langkah[i].revisi == revisi)
			last = &b->langkah[i];
	Keadaan k = last ? keadaan_of(last) : KEADAAN_DRAF;
	return str_format(m->arena, "%d · %s", revisi, keadaan_teks(m->bahasa, k));
}

static void revisions(Html *h, const Minta *m, const Laporan *l, size_t view)
{
	const Bulan *b = l->bulan;
	int newest = b->n_langkah ? (int)b->langkah[b->n_langkah - 1].revisi : 1;
	Bahasa t = m->bahasa;
	html_open(h, "form");
	html_attr(h, "class", "pick");
	html_attr(h, "method", "get");
	html_attr(h, "action", l->jalur);
	if (view)
		form_tersembunyi(h, "lihat", LIHAT[view].nama);
	html_open(h, "label");
	html_text(h, teks(t, "Revision"));
	html_open(h, "select");
	html_attr(h, "name", "rev");
	html_attr(h, "class", "form-select");
	html_attr(h, "data-kirim", "");
	for (int r = newest; r >= 1; r--) {
		html_open(h, "option");
		html_attr(h, "value", str_format(m->arena, "%d", r));
		if (r == b->revisi)
			html_attr(h, "selected", "");
		html_text(h, revision_label(m, b, r));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	tombol(h, "btn-sm tanpa-js", NULL, teks(t, "Show"), NULL, NULL);
	html_close(h);
}

/* The month as the ledger was on another day. */
static void other_day(Html *h, const Minta *m, const Laporan *l, size_t view)
{
	Bahasa t = m->bahasa;
	const char *per = minta_kueri(m, "per");
	html_open(h, "details");
	html_attr(h, "class", "c-menu");
	html_open(h, "summary");
	html_text(h, *per ? str_format(m->arena, teks(t, "As of %s"), per) : teks(t, "Another day..."));
	ikon_kecil(h, "chevron-down");
	html_close(h);
	html_open(h, "form");
	html_attr(h, "class", "c-menu-isi c-hari");
	html_attr(h, "method", "get");
	html_attr(h, "action", l->jalur);
	if (view)
		form_tersembunyi(h, "lihat", LIHAT[view].nama);
	html_open(h, "label");
	html_text(h, teks(t, "The month as it stood at the end of"));
	html_open(h, "input");
	html_attr(h, "type", "date");
	html_attr(h, "name", "per");
	html_attr(h, "class", "form-control");
	html_attr(h, "value", str_dupn(m->arena, per, strnlen(per, sizeof "2024-01-05" - 1)));
	html_void_end(h);
	html_close(h);
	tombol(h, NULL, NULL, teks(t, "Show"), NULL, NULL);
	html_close(h);
	html_close(h);
}

static void tabs(Html *h, const Minta *m, const Laporan *l, size_t view)
{
	html_open(h, "nav");
	html_attr(h, "class", "c-seg");
	html_attr(h, "aria-label", teks(m->bahasa, "View"));
	for (size_t i = 0; i < N_LIHAT; i++) {
		html_open(h, "a");
		html_attr(h, "href", laporan_alamat(m, l, LIHAT[i].nama));
		if (i == view)
			html_attr(h, "aria-current", "page");
		html_text(h, teks(m->bahasa, LIHAT[i].teks));
		html_close(h);
	}
	html_close(h);
}

static Err tools(Html *h, Minta *m, const Laporan *l, size_t view, ErrInfo *info)
{
	StatusOpd *status;
	size_t n;
	Err err = status_tahun(m->k, l->pilih.opd.opd, l->pilih.tahun, &status, &n, info);
	if (err)
		return err;
	html_open(h, "div");
	html_attr(h, "class", "c-tools c-tools-lipat");
	if (n)
		strip_bulan(h, m, &status[0], l->pilih.tahun, l->pilih.bulan, l->dasar, view ? str_format(m->arena, "?lihat=%s", LIHAT[view].nama) : "");
	revisions(h, m, l, view);
	other_day(h, m, l, view);
	tabs(h, m, l, view);
	html_close(h);
	return ERR_OK;
}

static Err laporan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Laporan l;
	size_t view = view_asked(m);
	Err err = month_open(&l, m, info);
	if (err)
		return err;
	const char *judul = str_format(m->arena, teks(m->bahasa, "Performance report, %s %d"), bulan_name((uint8_t)l.pilih.bulan, m->bahasa), l.pilih.tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = l.bulan->opd.nama, .menu = MENU_LAPORAN});
	state(&h, m, &l);
	actions(&h, m, &l, view);
	halaman_isi(&h);
	err = tools(&h, m, &l, view, info);
	if (!err)
		err = LIHAT[view].isi(&h, m, &l, info);
	if (err)
		return err;
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err unduh_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Laporan l;
	Unduhan u;
	Err err = pilih_bulan(m, &l.pilih, info);
	if (err)
		return err;
	const AppBulan asked = {l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan, (int)minta_angka(m, "rev", 1, 999, 0)};
	err = unduhan_bulan(&u, m->k, &asked, minta_bagian(m, "bentuk"), UKURAN_F4, info);
	if (!err)
		unduh_kirim(m, j, &u, false);
	return err;
}

static Err unduh_rfk_get(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan pilih;
	Unduhan u;
	Err err = pilih_bulan(m, &pilih, info);
	if (!err)
		err = unduhan_rfk(&u, m->k, pilih.opd.opd, pilih.tahun, pilih.bulan, minta_bagian(m, "bentuk"), UKURAN_F4, info);
	if (!err)
		unduh_kirim(m, j, &u, false);
	return err;
}

/* ---- which report ---- */

static Err newest_open(Minta *m, Jawab *j, const char *opd, ErrInfo *info)
{
	BarisOpd row;
	int year, month;
	Err err = konteks_opd(m->k, opd, &row, info);
	if (!err)
		err = bulan_terbaru(m, row.opd, &year, &month, info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "/laporan/%s/%d/%d", row.opd, year, month));
	return err;
}

/* Those with an agency of their own go to its newest month; the others choose on the board. */
static Err pilih_get(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *opd = minta_kueri(m, "opd");
	if (*opd || *m->k->pengguna.opd)
		return newest_open(m, j, *opd ? opd : m->k->pengguna.opd, info);
	Daerah d;
	Err err = daerah_pilih(&d, m, "/papan", info);
	if (err)
		return err;
	d.isi = PAPAN_STATUS;
	const char *judul = str_format(m->arena, teks(m->bahasa, "Reports of %d"), d.tahun->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = teks(m->bahasa, "Choose an agency, or a month in the table."), .menu = MENU_LAPORAN});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	err = pilih_opd(&h, m, "/laporan", "", info);
	if (err)
		return err;
	html_close(&h);
	halaman_isi(&h);
	daerah_papan(&h, m, &d);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_LAPORAN[] = {
	{METODE_GET, "/laporan", pilih_get, 0},
	{METODE_GET, "/laporan/{opd}/{tahun}/{bulan}", laporan_get, RUTE_SIMPAN},
	{METODE_GET, "/laporan/{opd}/{tahun}/{bulan}/laporan.{bentuk}", unduh_get, RUTE_BERAT},
	{METODE_GET, "/laporan/{opd}/{tahun}/{bulan}/rfk.{bentuk}", unduh_rfk_get, RUTE_BERAT},
	{0},
};
