/* hal_verifikasi_antrean: the queue of months that wait for a verifikator. */
#include "app/ringkas.h"
#include "app/tinjau.h"
#include "web/tinjau_web.h"

/* The mean before and now, and how many rows are weak: of the figures that count. */
static void queue_figures(Html *h, Minta *m, const RingkasTahun *year, const AntreBaris *row)
{
	const RingkasOpd *opd = ringkas_find(year, row->opd.opd);
	const RingkasBulan *now = opd ? &opd->bulan[row->bulan - 1] : NULL, *before = opd && row->bulan > 1 ? &opd->bulan[row->bulan - 2] : NULL;
	const IsiDesimal none = {0}, a = before && before->lapor.ada ? before->lapor.angka.rata_rata : none, b = now && now->lapor.ada ? now->lapor.angka.rata_rata : none;
	buka(h, "td", "n");
	html_element(h, "span", "c-2", teks_persen(m->arena, a, year->kebijakan->desimal));
	ikon_kecil(h, "arrow-right");
	html_element(h, "b", NULL, teks_persen(m->arena, b, year->kebijakan->desimal));
	html_close(h);
	sel(h, "n hp0", now && now->n_lemah ? str_format(m->arena, "%u", now->n_lemah) : "-");
}

static void queue_row(Html *h, Minta *m, const RingkasTahun *year, const AntreBaris *row, bool waiting)
{
	const char *base = waiting || m->k->peran != PERAN_KEPALA ? "verifikasi" : "pengesahan", *month = str_format(m->arena, "%s %d", bulan_name((uint8_t)row->bulan, m->bahasa), row->tahun);
	const char *last = *row->alasan ? str_format(m->arena, "%s: %s", row->oleh, teks_pendek(m->arena, row->alasan, 90)) : row->oleh;
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	tautan(h, NULL, row->opd.nama, str_format(m->arena, "/%s/%s/%d/%d", base, row->opd.opd, row->tahun, row->bulan));
	if (row->revisi > 1)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "revision %d"), row->revisi));
	buka(h, "div", "ph c-s c-2");
	html_text(h, str_format(m->arena, "%s · %s, %s", month, last, teks_waktu(m, row->waktu)));
	html_close(h);
	html_close(h);
	sel(h, "hp0", month);
	html_open(h, "td");
	cip_keadaan(h, m, row->keadaan, false);
	html_close(h);
	queue_figures(h, m, year, row);
	buka(h, "td", "hp0");
	html_text(h, teks_waktu(m, row->waktu));
	html_element(h, "div", "c-s c-2", last);
	tutup(h, 2);
}

static void queue_table(Html *h, Minta *m, const char *caption, const RingkasTahun *year, const AntreBaris *rows, size_t n, bool waiting)
{
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t antre");
	html_element(h, "caption", "c-vh", caption);
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, teks(m->bahasa, "Agency"));
	kepala_kolom(h, "k144 hp0", teks(m->bahasa, "Month"));
	kepala_kolom(h, "k144", teks(m->bahasa, "State"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "Mean (%)"));
	kepala_kolom(h, "n k96 hp0", teks(m->bahasa, "Weak rows"));
	kepala_kolom(h, "k320 hp0", teks(m->bahasa, "Last step"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < n; i++)
		queue_row(h, m, year, &rows[i], waiting);
	tutup(h, 3);
}

static Err queue_page(Minta *m, Jawab *j, ErrInfo *info)
{
	AntreBaris *wait, *rest;
	const RingkasTahun *year;
	size_t n, n_rest, n_done;
	int tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), bulan;
	Err err = konteks_may(m->k, AKSI_BACA, "", info);
	if (!err && !tahun)
		err = bulan_terbaru(m, "", &tahun, &bulan, info);
	if (!err)
		err = antre_list(m->k, tahun, &wait, &n, &rest, &n_rest, &n_done, info);
	if (!err)
		err = ringkas_year(&year, m->k, tahun, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Verification queue %d"), tahun), .sub = m->k->pemda.nama, .menu = MENU_VERIFIKASI});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, "chevron-left", str_format(m->arena, "%d", tahun - 1), str_format(m->arena, "/verifikasi?tahun=%d", tahun - 1));
	tombol_tautan(&h, NULL, "chevron-right", str_format(m->arena, "%d", tahun + 1), str_format(m->arena, "/verifikasi?tahun=%d", tahun + 1));
	html_close(&h);
	halaman_isi(&h);
	kartu_mulai(&h, teks(m->bahasa, "Waiting for you"), str_format(m->arena, teks(m->bahasa, "%zu months, oldest first"), n));
	if (n)
		queue_table(&h, m, teks(m->bahasa, "Waiting for you"), year, wait, n, true);
	else
		kosong(&h, "checks", teks(m->bahasa, "The queue is empty"), str_format(m->arena, teks(m->bahasa, "Approved and locked in %d: %zu months."), tahun, n_done), NULL, NULL);
	html_close(&h);
	if (n_rest) {
		kartu_mulai(&h, teks(m->bahasa, "Waiting for others"), str_format(m->arena, teks(m->bahasa, "%zu months, newest first"), n_rest));
		queue_table(&h, m, teks(m->bahasa, "Waiting for others"), year, rest, n_rest, false);
		html_close(&h);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_VERIFIKASI_ANTREAN[] = {
	{METODE_GET, "/verifikasi", queue_page, 0},
	{METODE_GET, NULL, NULL, 0},
};
