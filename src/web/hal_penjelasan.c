/* Penjelasan: a number as its sum - as a page of its own, and as the content of the panel beside a table when a script asks. */
#include "app/penjelasan_app.h"
#include "app/siklus.h"
#include "web/daerah.h"

typedef struct {
	Html *h;
	Minta *m;
	const PenjelasanAngka *p;
	const char *dasar;         /* "/penjelasan/{opd}/{tahun}/{bulan}" */
	const char *ekor;          /* "?rev=1" or "" */
	const char *judul;         /* element of the headings: one below the title's */
} Kerja;

static const char *percent(const Kerja *w, IsiDesimal value)
{
	return teks_persen(w->m->arena, value, w->p->bulan->kebijakan->desimal);
}

static const char *column_word(const Kerja *w, const char *kolom)
{
	Bahasa b = w->m->bahasa;
	return str_equal(kolom, "keuangan") ? teks(b, "Spending") : str_equal(kolom, "keluaran") ? teks(b, "Physical output") : teks(b, "Mean");
}

/* ---- value and equation ---- */

static void term(Html *h, const char *value, const char *what)
{
	html_open(h, "span");
	html_attr(h, "class", "t");
	html_element(h, "b", NULL, value);
	html_element(h, "small", NULL, what);
	html_close(h);
}

static void sign(Html *h, const char *text)
{
	html_element(h, "span", "o", text);
}

static void equation(const Kerja *w)
{
	Html *h = w->h;
	const PenjelasanAngka *p = w->p;
	Bahasa b = w->m->bahasa;
	if (p->nilai.isi == ISI_KOSONG)
		return;
	html_open(h, "div");
	html_attr(h, "class", "m");
	sign(h, "=");
	if (p->besaran == BESARAN_RATA_RATA) {
		term(h, p->keuangan_penuh, teks(b, "spending (keuangan)"));
		sign(h, "+");
		term(h, p->keluaran_penuh, teks(b, "output (keluaran)"));
		sign(h, "÷ 2");
	} else if (p->besaran == BESARAN_KEUANGAN) {
		term(h, teks_uang(w->m->arena, p->realisasi), teks(b, "spent"));
		sign(h, "÷");
		term(h, teks_uang(w->m->arena, p->pagu), teks(b, "budget (pagu)"));
		sign(h, "× 100");
	} else {
		term(h, p->penuh, teks(b, "unrounded"));
	}
	html_close(h);
}

static void rounding(const Kerja *w)
{
	const PenjelasanAngka *p = w->p;
	Bahasa b = w->m->bahasa;
	if (p->nilai.isi == ISI_KOSONG) {
		html_element(w->h, "p", "c-s c-2", p->akar->cara && *p->akar->cara ? p->akar->cara : teks(b, "This number has no value: a part of it is missing."));
		return;
	}
	const char *text = str_format(w->m->arena, teks(b, "Computed from full values (%s), rounded once at the end."), p->penuh);
	if (p->dari_cetak.isi != ISI_KOSONG)
		text = str_format(w->m->arena, teks(b, "%s From the printed figures, (%s + %s) / 2 would give %s."), text, percent(w, p->keuangan), percent(w, p->keluaran), percent(w, p->dari_cetak));
	html_element(w->h, "p", "c-s c-2", text);
}

/* ---- tree ---- */

static const char *entered(const Kerja *w, const NilaiIsian *v, const char *unit)
{
	Bahasa b = w->m->bahasa;
	if (*v->teks)
		return v->teks;
	if (v->isi == ISI_KOSONG)
		return teks(b, "blank");
	if (v->isi == ISI_NIHIL)
		return teks(b, "nihil");
	const char *number = teks_volume(w->m->arena, isi_desimal(v->angka));
	return str_equal(unit, "Rp") ? str_format(w->m->arena, "Rp%s", number) : str_format(w->m->arena, "%s %s", number, unit);
}

static void source_line(Html *h, const char *name, const char *text)
{
	ikon_kecil(h, name);
	html_element(h, "span", NULL, text);
}

static const char *source_words(const Kerja *w, const SumberAngka *s)
{
	Bahasa b = w->m->bahasa;
	const char *value = entered(w, &s->nilai, s->apa), *when = teks_waktu(w->m, s->waktu);
	const char *text = str_starts(s->asal, "salin:") ? str_format(w->m->arena, teks(b, "%s carried over by %s, %s"), value, s->oleh, when)
	                   : *s->berkas                  ? str_format(w->m->arena, teks(b, "%s imported by %s, %s, from %s"), value, s->oleh, when, s->berkas)
	                                                 : str_format(w->m->arena, teks(b, "%s entered by %s, %s"), value, s->oleh, when);
	if (s->ada_sebelumnya)
		text = str_format(w->m->arena, teks(b, "%s, in place of %s"), text, entered(w, &s->sebelumnya, s->apa));
	return text;
}

static void sources(const Kerja *w, const Jelas *j)
{
	Html *h = w->h;
	Bahasa b = w->m->bahasa;
	bool any = j->n_bukti || *j->narasi;
	for (uint32_t i = 0; i < j->n_sumber; i++)
		any |= j->sumber[i].ada;
	if (!any)
		return;
	html_open(h, "div");
	html_attr(h, "class", "src");
	for (uint32_t i = 0; i < j->n_sumber; i++) {
		if (!j->sumber[i].ada)
			continue;
		source_line(h, *j->sumber[i].berkas ? "file-spreadsheet" : "pencil", source_words(w, &j->sumber[i]));
		if (*j->sumber[i].alasan)
			source_line(h, "message", str_format(w->m->arena, "“%s”", j->sumber[i].alasan));
	}
	for (uint32_t i = 0; i < j->n_bukti; i++) {
		const BarisBukti *f = &j->bukti[i];
		ikon_kecil(h, "paperclip");
		html_open(h, "span");
		tautan(h, NULL, f->nama, str_format(w->m->arena, "/bukti/%s/%d/%d/%s", w->p->bulan->opd.opd, w->p->bulan->tahun, w->p->bulan->bulan, f->hash));
		html_text(h, str_format(w->m->arena, teks(b, " - fingerprint %.8s"), f->hash));
		html_close(h);
	}
	if (*j->narasi)
		source_line(h, "message", str_format(w->m->arena, "“%s”", j->narasi));
	html_close(h);
}

static void bar(Html *h, const Jelas *j)
{
	static const Desimal full = {100, 0};
	html_open(h, "span");
	html_attr(h, "aria-hidden", "true");
	if (j->nilai.isi != ISI_KOSONG)
		batang(h, j->terendah && desimal_cmp(j->nilai.nilai, full) < 0 ? "c-mini is-lo" : "c-mini", j->nilai);
	html_close(h);
}

static const char *name_of(const Kerja *w, const Jelas *j)
{
	if (j->n_sama)
		return str_format(w->m->arena, teks(w->m->bahasa, "%u others"), j->n_sama);
	if (!*j->nama)
		return column_word(w, j->kolom);
	return *j->nomor ? str_format(w->m->arena, "%s %s", j->nomor, j->nama) : j->nama;
}

static const char *rule_of(const Kerja *w, const Jelas *j)
{
	if (j->n_sama)
		return str_format(w->m->arena, teks(w->m->bahasa, "%s each"), percent(w, j->nilai));
	return j->cara;
}

/* The name; of a node that is not opened here it leads to the node's own explanation. */
static void line(const Kerja *w, const Jelas *j, bool half)
{
	Html *h = w->h;
	bool leads = !j->buka && *j->kode && !j->n_sama;
	const char *name = half ? column_word(w, j->kolom) : name_of(w, j);
	if (leads || (j->n_anak && !j->n_sama))
		ikon_kecil(h, j->buka ? "chevron-down" : "chevron-right");
	else if (j->n_sama)
		ikon_kecil(h, "chevron-right");
	else
		html_element(h, "span", NULL, "");
	html_open(h, "span");
	if (leads) {
		html_open(h, "a");
		html_attr(h, "class", "nm");
		html_attr(h, "data-penjelasan", "");
		html_attr(h, "href", str_format(w->m->arena, "%s/%s/%s%s", w->dasar, url_encode(w->m->arena, j->kode), j->kolom, w->ekor));
		html_text(h, name);
		html_close(h);
	} else {
		html_text(h, name);
	}
	html_close(h);
	bar(h, j);
	html_element(h, "span", "v", percent(w, j->nilai));
	const char *rule = rule_of(w, j);
	if (*rule)
		html_element(h, "span", "f", rule);
}

static const char *row_class(const Jelas *j)
{
	static const Desimal full = {100, 0};
	bool low = j->terendah && j->nilai.isi != ISI_KOSONG && desimal_cmp(j->nilai.nilai, full) < 0;
	return low && j->n_anak == 0 ? "r lo" : "r";
}

static void branch(const Kerja *w, const Jelas *j, bool half);

static void children(const Kerja *w, const Jelas *j, bool halves)
{
	Html *h = w->h;
	if (!j->n_anak)
		return;
	html_open(h, "ul");
	for (uint32_t i = 0; i < j->n_anak; i++)
		branch(w, j->anak[i], halves);
	html_close(h);
}

static void branch(const Kerja *w, const Jelas *j, bool half)
{
	Html *h = w->h;
	html_open(h, "li");
	if (j->n_sama) {
		html_open(h, "details");
		html_open(h, "summary");
		html_attr(h, "class", "r");
		line(w, j, half);
		html_close(h);
		children(w, j, false);
		html_close(h);
	} else {
		html_open(h, "div");
		html_attr(h, "class", row_class(j));
		line(w, j, half);
		html_close(h);
		if (j->buka)
			children(w, j, false);
		if (j->n_sumber || j->n_bukti || *j->narasi)
			sources(w, j);
	}
	html_close(h);
	html_line(h);
}

static void tree(const Kerja *w)
{
	Html *h = w->h;
	const Jelas *root = w->p->akar;
	html_open(h, "section");
	html_element(h, w->judul, "c-sub-judul", teks(w->m->bahasa, "Where this number comes from"));
	html_open(h, "ul");
	html_attr(h, "class", "c-tree c-akar");
	if (w->p->besaran == BESARAN_RATA_RATA)
		for (uint32_t i = 0; i < root->n_anak; i++)
			branch(w, root->anak[i], true);
	else
		branch(w, root, false);
	html_close(h);
	html_close(h);
}

/* ---- what pulls it down, what became of it ---- */

static const char *level_word(Bahasa b, Tingkat tingkat)
{
	return tingkat == TINGKAT_PROGRAM ? teks(b, "Program") : tingkat == TINGKAT_KEGIATAN ? teks(b, "Kegiatan") : teks(b, "Sub kegiatan");
}

static void puller(const Kerja *w)
{
	const PenjelasanAngka *p = w->p;
	Bahasa b = w->m->bahasa;
	if (!p->penarik.ada)
		return;
	html_open(w->h, "section");
	html_element(w->h, w->judul, "c-sub-judul", teks(b, "What pulls it down most"));
	html_element(w->h, "p", NULL, str_format(w->m->arena, teks(b, "%s %s (%s) lowers this number by %s points. Without it, it would be %s."), level_word(b, p->penarik.tingkat), p->penarik.nomor,
	                                        percent(w, p->penarik.nilai), percent(w, p->penarik.turun), percent(w, p->penarik.tanpa)));
	html_close(w->h);
}

static const char *step_word(Bahasa b, const char *aksi)
{
	static const struct { const char *aksi, *teks; } words[] = {
		{"ajukan", TEKS("Submitted by")}, {"kembalikan", TEKS("Returned by")}, {"verifikasi", TEKS("Verified by")}, {"sahkan", TEKS("Approved by")}, {"buka", TEKS("Reopened by")},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(words[i].aksi, aksi))
			return teks(b, words[i].teks);
	return aksi;
}

static const char *history_words(const Kerja *w, const RiwayatAngka *r)
{
	Bahasa b = w->m->bahasa;
	if (r->jenis == RIWAYAT_ISI)
		return str_format(w->m->arena, teks(b, "%s: %s entered by %s"), r->apa, r->nilai, r->oleh);
	if (r->jenis == RIWAYAT_BULAN_LALU)
		return str_format(w->m->arena, teks(b, "The same figure in %s"), bulan_name((uint8_t)r->bulan, b));
	return str_format(w->m->arena, "%s %s", step_word(b, r->apa), r->oleh);
}

static void history(const Kerja *w)
{
	Html *h = w->h;
	if (!w->p->n_riwayat)
		return;
	html_open(h, "section");
	html_element(h, w->judul, "c-sub-judul", teks(w->m->bahasa, "History of this number"));
	html_open(h, "ol");
	html_attr(h, "class", "c-tl");
	for (size_t i = 0; i < w->p->n_riwayat; i++) {
		const RiwayatAngka *r = &w->p->riwayat[i];
		html_open(h, "li");
		html_element(h, "span", "c-2", r->waktu ? teks_waktu(w->m, r->waktu) : "");
		html_element(h, "span", r->jenis == RIWAYAT_LANGKAH ? "d f" : "d", "");
		html_element(h, "span", NULL, history_words(w, r));
		html_element(h, "b", NULL, r->angka.isi == ISI_KOSONG ? "" : percent(w, r->angka));
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static void policy(const Kerja *w)
{
	Html *h = w->h;
	const Kebijakan *k = w->p->bulan->kebijakan;
	Bahasa b = w->m->bahasa;
	static const char *const roll[] = {[GULUNG_RATA] = TEKS("output is the plain mean of what is below"), [GULUNG_PAGU] = TEKS("output is the mean of what is below, weighted by pagu"),
	                                   [GULUNG_BOBOT] = TEKS("output is the mean of what is below, weighted by bobot")};
	html_open(h, "section");
	html_attr(h, "class", "c-s c-2");
	html_element(h, "p", NULL, str_format(w->m->arena, teks(b, "Policy %s version %d, fingerprint %.8s: %s; mean = (spending + output) / 2; %s."), k->nama, k->versi, k->hash, teks(b, roll[k->gulung]),
	                                     k->kosong == KOSONG_NOL ? teks(b, "blank counts as zero") : teks(b, "blank does not count")));
	html_element(h, "p", NULL, str_format(w->m->arena, teks(b, "%u of %u indicators are reported, %u are blank."), w->p->terlapor, w->p->indikator, w->p->indikator - w->p->terlapor));
	html_open(h, "div");
	html_attr(h, "class", "c-aksi");
	html_open(h, "a");
	html_attr(h, "class", "btn btn-sm");
	html_attr(h, "data-salin", "");
	html_attr(h, "href", str_format(w->m->arena, "%s/%s/%s%s", w->dasar, url_encode(w->m->arena, w->p->kode), w->p->kolom, w->ekor));
	ikon_kecil(h, "link");
	html_text(h, teks(b, "Copy link"));
	html_close(h);
	html_open(h, "button");
	html_attr(h, "type", "button");
	html_attr(h, "class", "btn btn-sm js-saja");
	html_attr(h, "data-cetak", "");
	ikon_kecil(h, "printer");
	html_text(h, teks(b, "Print the explanation"));
	html_close(h);
	html_close(h);
	html_close(h);
}

/* ---- the content, alike on the page and in the panel ---- */

static const char *title(const Kerja *w)
{
	const PenjelasanAngka *p = w->p;
	const char *what = column_word(w, p->kolom), *month = bulan_name((uint8_t)p->bulan->bulan, w->m->bahasa);
	return *p->nomor ? str_format(w->m->arena, "%s %s, %s %d", what, p->nomor, month, p->bulan->tahun) : str_format(w->m->arena, "%s, %s %d", what, month, p->bulan->tahun);
}

static void content(const Kerja *w, bool heading)
{
	Html *h = w->h;
	const PenjelasanAngka *p = w->p;
	html_open(h, "header");
	if (heading) {
		html_element(h, "div", "c-s c-2", str_format(w->m->arena, teks(w->m->bahasa, "Explanation - %s"), p->bulan->opd.nama));
		html_element(h, "h2", NULL, title(w));
	}
	if (*p->nama)
		html_element(h, "div", "c-s", p->nama);
	html_open(h, "div");
	html_attr(h, "class", "eq");
	html_open(h, "div");
	html_element(h, "span", "c-big", percent(w, p->nilai));
	if (ringkas_judged(p->bulan->kebijakan, p->bulan->bulan))
		predikat_cip(h, w->m, p->bulan->kebijakan, p->predikat, false);
	html_close(h);
	equation(w);
	html_close(h);
	rounding(w);
	html_close(h);
	tree(w);
	puller(w);
	history(w);
	policy(w);
}

static Err penjelasan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan pilih;
	PenjelasanAngka *p;
	Err err = pilih_bulan(m, &pilih, info);
	if (err)
		return err;
	int rev = (int)minta_angka(m, "rev", 1, 999, 0);
	const AppBulan asked = {pilih.opd.opd, pilih.tahun, pilih.bulan, rev};
	err = penjelasan_angka(&p, m->k, &asked, minta_bagian(m, "kode"), minta_bagian(m, "kolom"), info);
	if (err)
		return err;
	Kerja w = {.m = m, .p = p, .dasar = str_format(m->arena, "/penjelasan/%s/%d/%d", pilih.opd.opd, pilih.tahun, pilih.bulan), .ekor = rev ? str_format(m->arena, "?rev=%d", rev) : "",
	           .judul = m->htmx ? "h3" : "h2"};
	if (m->htmx) {
		Html h = html_begin(&j->isi);
		w.h = &h;
		content(&w, true);
		html_finish(&h);
		return ERR_OK;
	}
	Html h = halaman_mulai(m, j, &(Halaman){.judul = title(&w), .sub = p->bulan->opd.nama, .menu = MENU_LAPORAN});
	w.h = &h;
	cip_keadaan(&h, m, p->bulan->keadaan, false);
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	tombol_tautan(&h, NULL, "file-text", teks(m->bahasa, "Official form"), str_format(m->arena, "/laporan/%s/%d/%d", pilih.opd.opd, pilih.tahun, pilih.bulan));
	html_close(&h);
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-panel c-uraian");
	content(&w, false);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_PENJELASAN[] = {
	{METODE_GET, "/penjelasan/daerah/{tahun}/{bulan}/{kolom}", penjelasan_daerah_get, RUTE_SIMPAN},
	{METODE_GET, "/penjelasan/{opd}/{tahun}/{bulan}/{kode}/{kolom}", penjelasan_get, RUTE_SIMPAN},
	{0},
};
