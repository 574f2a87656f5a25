/* A figure of the region as the sum of its agencies: the value, its equation, the agencies from the lowest, the one that pulls it down most. */
#include "web/daerah.h"

typedef struct {
	Html *h;
	Minta *m;
	Daerah d;
	Besaran besaran;
	JelasDaerah p;
	const char *judul;         /* element of the headings */
} Kerja;

static const char *const KOLOM[] = {[BESARAN_KEUANGAN] = "keuangan", [BESARAN_KELUARAN] = "keluaran", [BESARAN_RATA_RATA] = "rata-rata"};

static const char *column_word(Bahasa b, Besaran besaran)
{
	return besaran == BESARAN_KEUANGAN ? teks(b, "Spending") : besaran == BESARAN_KELUARAN ? teks(b, "Physical output") : teks(b, "Mean");
}

static const char *percent(const Kerja *w, IsiDesimal value)
{
	return teks_persen(w->m->arena, value, w->d.tahun->kebijakan->desimal);
}

static void term(Html *h, const char *value, const char *what)
{
	html_open(h, "span");
	html_attr(h, "class", "t");
	html_element(h, "b", NULL, value);
	html_element(h, "small", NULL, what);
	html_close(h);
}

static void equation(const Kerja *w)
{
	Html *h = w->h;
	Bahasa b = w->m->bahasa;
	html_open(h, "div");
	html_attr(h, "class", "m");
	html_element(h, "span", "o", "=");
	if (w->besaran == BESARAN_KEUANGAN) {
		term(h, teks_uang(w->m->arena, w->p.realisasi), teks(b, "spent"));
		html_element(h, "span", "o", "÷");
		term(h, teks_uang(w->m->arena, w->p.pagu), teks(b, "budget (pagu)"));
		html_element(h, "span", "o", "× 100");
	} else if (w->besaran == BESARAN_RATA_RATA) {
		term(h, w->p.keuangan_penuh, teks(b, "spending (keuangan)"));
		html_element(h, "span", "o", "+");
		term(h, w->p.keluaran_penuh, teks(b, "output (keluaran)"));
		html_element(h, "span", "o", "÷ 2");
	} else {
		term(h, w->p.penuh, teks(b, "unrounded"));
	}
	html_close(h);
}

static void line(const Kerja *w, const char *name, const char *path, IsiDesimal value, const char *rule)
{
	Html *h = w->h;
	html_open(h, "li");
	html_open(h, "div");
	html_attr(h, "class", "r");
	ikon_kecil(h, "chevron-right");
	html_open(h, "a");
	html_attr(h, "class", "nm");
	html_attr(h, "data-penjelasan", "");
	html_attr(h, "href", path);
	html_text(h, name);
	html_close(h);
	html_open(h, "span");
	html_attr(h, "aria-hidden", "true");
	batang(h, "c-mini", value);
	html_close(h);
	html_element(h, "span", "v", percent(w, value));
	if (rule)
		html_element(h, "span", "f", rule);
	html_close(h);
	html_close(h);
	html_line(h);
}

static void halves(const Kerja *w)
{
	const Gabungan *g = &w->d.tahun->daerah[w->d.bulan - 1].angka;
	const char *base = str_format(w->m->arena, "/penjelasan/daerah/%d/%d", w->d.tahun->tahun, w->d.bulan);
	line(w, column_word(w->m->bahasa, BESARAN_KEUANGAN), str_format(w->m->arena, "%s/keuangan", base), g->keuangan,
	     str_format(w->m->arena, "%s ÷ %s × 100", teks_uang(w->m->arena, w->p.realisasi), teks_uang(w->m->arena, w->p.pagu)));
	line(w, column_word(w->m->bahasa, BESARAN_KELUARAN), str_format(w->m->arena, "%s/keluaran", base), g->keluaran,
	     str_format(w->m->arena, teks(w->m->bahasa, "mean of %u agencies"), g->terlapor));
}

static void agencies(const Kerja *w)
{
	Html *h = w->h;
	Bahasa b = w->m->bahasa;
	const Gabungan *g = &w->d.tahun->daerah[w->d.bulan - 1].angka;
	html_open(h, "section");
	html_element(h, w->judul, "c-sub-judul", teks(b, "Where this number comes from"));
	html_open(h, "ul");
	html_attr(h, "class", "c-tree c-akar");
	if (w->besaran == BESARAN_RATA_RATA)
		halves(w);
	for (size_t i = 0; i < w->p.n; i++)
		line(w, w->p.opd[i]->opd.nama, str_format(w->m->arena, "/penjelasan/%s/%d/%d/total/%s", w->p.opd[i]->opd.opd, w->d.tahun->tahun, w->d.bulan, KOLOM[w->besaran]),
		     ringkas_figure(w->p.opd[i], w->d.bulan, w->besaran), NULL);
	html_close(h);
	if (g->terlapor < g->seluruh)
		html_element(h, "p", "c-s c-2", str_format(w->m->arena, teks(b, "%u agencies have not reported; they count neither as 0 nor as 100."), g->seluruh - g->terlapor));
	html_close(h);
}

static void puller(const Kerja *w)
{
	Bahasa b = w->m->bahasa;
	if (!w->p.penarik.opd)
		return;
	html_open(w->h, "section");
	html_element(w->h, w->judul, "c-sub-judul", teks(b, "What pulls it down most"));
	html_element(w->h, "p", NULL, str_format(w->m->arena, teks(b, "%s (%s) lowers this number by %s points. Without it, it would be %s."), w->p.penarik.opd->opd.nama, percent(w, w->p.penarik.nilai),
	                                        percent(w, w->p.penarik.turun), percent(w, w->p.penarik.tanpa)));
	html_close(w->h);
}

static void policy(const Kerja *w)
{
	const Kebijakan *k = w->d.tahun->kebijakan;
	Bahasa b = w->m->bahasa;
	html_open(w->h, "section");
	html_attr(w->h, "class", "c-s c-2");
	html_text(w->h, str_format(w->m->arena, teks(b, "Policy %s version %d, fingerprint %.8s: %s; mean = (spending + output) / 2; %s."), k->nama, k->versi, k->hash,
	                           k->gulung_daerah == GULUNG_PAGU ? teks(b, "output is the mean of what is below, weighted by pagu") : teks(b, "output is the plain mean of what is below"),
	                           teks(b, "blank does not count")));
	html_close(w->h);
}

static const char *title(const Kerja *w)
{
	return str_format(w->m->arena, "%s %s, %s %d", column_word(w->m->bahasa, w->besaran), w->m->k->pemda.nama, bulan_name((uint8_t)w->d.bulan, w->m->bahasa), w->d.tahun->tahun);
}

static void content(const Kerja *w, bool heading)
{
	Html *h = w->h;
	Bahasa b = w->m->bahasa;
	html_open(h, "header");
	if (heading) {
		html_element(h, "div", "c-s c-2", str_format(w->m->arena, teks(b, "Explanation - %s"), w->m->k->pemda.nama));
		html_element(h, "h2", NULL, title(w));
	}
	html_open(h, "div");
	html_attr(h, "class", "eq");
	html_open(h, "div");
	html_element(h, "span", "c-big", percent(w, w->p.nilai));
	if (w->besaran == BESARAN_RATA_RATA && ringkas_judged(w->d.tahun->kebijakan, w->d.bulan))
		predikat_cip(h, w->m, w->d.tahun->kebijakan, w->d.tahun->daerah[w->d.bulan - 1].angka.predikat, false);
	html_close(h);
	if (w->p.nilai.isi != ISI_KOSONG)
		equation(w);
	html_close(h);
	html_element(h, "p", "c-s c-2", w->p.nilai.isi == ISI_KOSONG ? teks(b, "This number has no value: a part of it is missing.")
	                                                              : str_format(w->m->arena, teks(b, "Computed from full values (%s), rounded once at the end."), w->p.penuh));
	html_close(h);
	agencies(w);
	puller(w);
	policy(w);
}

Err penjelasan_daerah_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Kerja w = {.m = m, .judul = m->htmx ? "h3" : "h2"};
	bool known = false;
	for (int i = BESARAN_KEUANGAN; i <= BESARAN_RATA_RATA; i++) {
		if (str_equal(minta_bagian(m, "kolom"), KOLOM[i])) {
			w.besaran = (Besaran)i;
			known = true;
		}
	}
	Err err = known ? daerah_pilih(&w.d, m, "/beranda", info) : err_set(info, ERR_ABSENT, teks(m->bahasa, "keuangan, keluaran or rata-rata"), NULL);
	if (err)
		return err;
	w.p = ringkas_explain(m->arena, w.d.tahun, w.d.bulan, w.besaran);
	if (m->htmx) {
		Html h = html_begin(&j->isi);
		w.h = &h;
		content(&w, true);
		html_finish(&h);
		return ERR_OK;
	}
	Html h = halaman_mulai(m, j, &(Halaman){.judul = title(&w), .sub = daerah_keadaan(m, &w.d), .menu = MENU_BERANDA});
	halaman_isi(&h);
	w.h = &h;
	html_open(&h, "div");
	html_attr(&h, "class", "c-panel c-jelas");
	content(&w, false);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}
