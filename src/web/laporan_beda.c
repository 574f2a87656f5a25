/* A month beside another state of it (laporan.h): only what changed, and what that did to each mean. */
#include "app/banding.h"
#include "web/laporan.h"
#include "web/unsur.h"

static void row_head(Html *h, const char *kode, const char *nama)
{
	html_element(h, "td", "c-3 c-nw hp0", kode);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, nama);
	html_close(h);
}

static void table_open(Html *h, const char *judul, const char *jumlah, const char *caption)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, judul);
	html_element(h, "span", "c-s c-2", jumlah);
	html_close(h);
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", caption);
}

static void table_close(Html *h)
{
	html_close(h);
	html_close(h);
	html_close(h);
}

/* Old, new and the change of a figure, in one cell each; on a phone the change alone, or nothing. */
static void triple_head(Html *h, const Minta *m, const char *what, bool phone)
{
	Bahasa b = m->bahasa;
	kepala_kolom(h, "n hp0", str_format(m->arena, "%s, %s", what, teks(b, "before")));
	kepala_kolom(h, "n hp0", str_format(m->arena, "%s, %s", what, teks(b, "after")));
	kepala_kolom(h, phone ? "n" : "n hp0", teks(b, "Change"));
}

static const char *signed_text(Arena *arena, const char *text, bool plus)
{
	return plus ? str_format(arena, "+%s", text) : text;
}

static void change_cell(Html *h, const char *text, int sign, bool phone)
{
	html_element(h, "td", str_format(h->out->arena, "n %s%s", sign < 0 ? "c-dn" : sign > 0 ? "c-up" : "c-eq", phone ? "" : " hp0"), text);
}

static void triple_number(Html *h, const Minta *m, const PasanganAngka *p, uint8_t decimals, bool phone)
{
	int sign = p->selisih.isi == ISI_KOSONG ? 0 : p->selisih.nilai.m < 0 ? -1 : p->selisih.nilai.m > 0;
	html_element(h, "td", "n hp0", teks_persen(m->arena, p->lama, decimals));
	html_element(h, "td", "n hp0", teks_persen(m->arena, p->baru, decimals));
	change_cell(h, sign ? signed_text(m->arena, teks_persen(m->arena, p->selisih, decimals), sign > 0) : p->selisih.isi == ISI_KOSONG ? "-" : teks(m->bahasa, "unchanged"), sign, phone);
}

static void figures_table(Html *h, const Minta *m, const BandingBulan *d)
{
	Bahasa b = m->bahasa;
	table_open(h, teks(b, "What it did to the figures"), str_format(m->arena, teks(b, "%zu rows"), d->n_angka), teks(b, "Figures before and after, by row"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "hp0", teks(b, "Code"));
	kepala_kolom(h, NULL, teks(b, "Name"));
	triple_head(h, m, teks(b, "Spending"), false);
	triple_head(h, m, teks(b, "Physical output"), false);
	triple_head(h, m, teks(b, "Mean"), true);
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (size_t i = 0; i <= d->n_angka; i++) {
		const UbahAngka *x = i ? &d->angka[i - 1] : &d->total;
		html_open(h, "tr");
		html_attr(h, "class", i ? "lv3" : "lv1");
		row_head(h, i ? x->kode : "", i ? x->nama : teks(b, "Total"));
		triple_number(h, m, &x->keuangan, d->desimal, false);
		triple_number(h, m, &x->keluaran, d->desimal, false);
		triple_number(h, m, &x->rata_rata, d->desimal, true);
		html_close(h);
		html_line(h);
	}
	table_close(h);
}

static void money_table(Html *h, const Minta *m, const BandingBulan *d)
{
	Bahasa b = m->bahasa;
	if (d->n_uang == 0)
		return;
	table_open(h, teks(b, "Changed money"), str_format(m->arena, teks(b, "%zu rows"), d->n_uang), teks(b, "Amounts before and after"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "hp0", teks(b, "Code"));
	kepala_kolom(h, NULL, teks(b, "Name"));
	kepala_kolom(h, "hp0", teks(b, "What"));
	triple_head(h, m, "Rp", true);
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (size_t i = 0; i < d->n_uang; i++) {
		const UbahUang *x = &d->uang[i];
		int sign = x->uang.selisih.isi == ISI_KOSONG ? 0 : x->uang.selisih.nilai.sen < 0 ? -1 : 1;
		html_open(h, "tr");
		html_attr(h, "class", "lv3");
		row_head(h, x->kode, x->nama);
		html_element(h, "td", "hp0", x->jenis);
		html_element(h, "td", "n hp0", teks_uang(m->arena, x->uang.lama));
		html_element(h, "td", "n hp0", teks_uang(m->arena, x->uang.baru));
		change_cell(h, signed_text(m->arena, teks_uang(m->arena, x->uang.selisih), sign > 0), sign, true);
		html_close(h);
		html_line(h);
	}
	table_close(h);
}

static void volume_table(Html *h, const Minta *m, const BandingBulan *d)
{
	Bahasa b = m->bahasa;
	if (d->n_volume == 0)
		return;
	table_open(h, teks(b, "Changed volumes"), str_format(m->arena, teks(b, "%zu rows"), d->n_volume), teks(b, "Volumes before and after"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "hp0", teks(b, "Code"));
	kepala_kolom(h, NULL, teks(b, "Indicator"));
	kepala_kolom(h, "hp0", teks(b, "What"));
	triple_head(h, m, teks(b, "Volume"), true);
	kepala_kolom(h, "hp0", teks(b, "Unit"));
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (size_t i = 0; i < d->n_volume; i++) {
		const UbahVolume *x = &d->volume[i];
		int sign = x->volume.selisih.isi == ISI_KOSONG ? 0 : x->volume.selisih.nilai.m < 0 ? -1 : x->volume.selisih.nilai.m > 0;
		html_open(h, "tr");
		html_attr(h, "class", "lv3");
		row_head(h, x->kode, x->nama);
		html_element(h, "td", "hp0", x->jenis);
		html_element(h, "td", "n hp0", x->teks_lama ? x->teks_lama : teks_volume(m->arena, x->volume.lama));
		html_element(h, "td", "n hp0", x->teks_baru ? x->teks_baru : teks_volume(m->arena, x->volume.baru));
		change_cell(h, signed_text(m->arena, teks_volume(m->arena, x->volume.selisih), sign > 0), sign, true);
		html_element(h, "td", "hp0", x->satuan);
		html_close(h);
		html_line(h);
	}
	table_close(h);
}

static void narrative_list(Html *h, const Minta *m, const BandingBulan *d)
{
	Bahasa b = m->bahasa;
	if (d->n_narasi == 0)
		return;
	table_open(h, teks(b, "Changed narrative"), str_format(m->arena, teks(b, "%zu rows"), d->n_narasi), teks(b, "Narrative before and after"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "hp0", teks(b, "Code"));
	kepala_kolom(h, NULL, teks(b, "What"));
	kepala_kolom(h, NULL, teks(b, "Before"));
	kepala_kolom(h, NULL, teks(b, "After"));
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (size_t i = 0; i < d->n_narasi; i++) {
		html_open(h, "tr");
		html_attr(h, "class", "lv3");
		row_head(h, d->narasi[i].kode, d->narasi[i].jenis);
		html_element(h, "td", NULL, *d->narasi[i].lama ? d->narasi[i].lama : "-");
		html_element(h, "td", NULL, *d->narasi[i].baru ? d->narasi[i].baru : "-");
		html_close(h);
	}
	table_close(h);
}

/* What to compare with: other months of the year, earlier revisions. */
static void choose(Html *h, const Minta *m, const Laporan *l, const char *terhadap)
{
	Bahasa b = m->bahasa;
	html_open(h, "form");
	html_attr(h, "class", "pick c-beda");
	html_attr(h, "method", "get");
	html_attr(h, "action", l->jalur);
	form_tersembunyi(h, "lihat", "beda");
	html_open(h, "label");
	html_text(h, teks(b, "Compared with"));
	html_open(h, "select");
	html_attr(h, "name", "dengan");
	html_attr(h, "class", "form-select");
	html_attr(h, "data-kirim", "");
	for (int i = 1; i <= 12 + l->bulan->revisi - 1; i++) {
		bool month = i <= 12;
		const char *value = month ? str_format(m->arena, "%d", i) : str_format(m->arena, "r%d", i - 12);
		if (month && i == l->pilih.bulan)
			continue;
		html_open(h, "option");
		html_attr(h, "value", value);
		if (str_equal(value, terhadap))
			html_attr(h, "selected", "");
		html_text(h, month ? bulan_name((uint8_t)i, b) : str_format(m->arena, teks(b, "revision %d"), i - 12));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	tombol(h, "btn-sm", NULL, teks(b, "Show"), NULL, NULL);
	html_close(h);
}

Err laporan_beda(Html *h, Minta *m, const Laporan *l, ErrInfo *info)
{
	BandingBulan *d;
	const char *with = minta_kueri(m, "dengan");
	if (!*with)
		with = l->bulan->revisi > 1 ? str_format(m->arena, "r%d", l->bulan->revisi - 1) : str_format(m->arena, "%d", l->pilih.bulan > 1 ? l->pilih.bulan - 1 : 2);
	choose(h, m, l, with);
	Err err = banding_run(&d, m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, (int)minta_angka(m, "rev", 1, 999, 0), with, info);
	if (err == ERR_USAGE || err == ERR_DENIED || err == ERR_ABSENT) { /* the page stays, and says why */
		pesan(h, "is-note", info->message ? info->message : teks(m->bahasa, "There is nothing to compare with."), info->hint);
		return ERR_OK;
	}
	if (err)
		return err;
	if (d->n_uang + d->n_volume + d->n_narasi + d->n_angka == 0)
		pesan(h, "is-ok", teks(m->bahasa, "Nothing differs between the two."), NULL);
	figures_table(h, m, d);
	money_table(h, m, d);
	volume_table(h, m, d);
	narrative_list(h, m, d);
	return ERR_OK;
}
