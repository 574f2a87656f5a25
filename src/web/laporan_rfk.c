/* Plan against actual of one agency (laporan.h): the S-curve, its table, the rows with their deviation. */
#include "app/baca.h"
#include "web/kurva_html.h"
#include "web/laporan.h"
#include "web/unsur.h"

/* For drawing: one decimal. */
static IsiDesimal one_decimal(IsiDesimal value)
{
	Desimal d;
	return value.isi != ISI_KOSONG && desimal_rescale(&d, value.nilai, 1, BULAT_JAUH_NOL) ? isi_desimal(d) : (IsiDesimal){0};
}

static void curve(Html *h, const Minta *m, const Rfk *r)
{
	KurvaHtml c = {.ada_rencana = r->ada_kas};
	for (int i = 0; i < KAS_BULAN; i++) {
		c.rencana[i] = r->ada_kas ? one_decimal(r->bulanan[i].angka.rencana_persen) : (IsiDesimal){0};
		c.realisasi[i] = one_decimal(r->bulanan[i].angka.realisasi_persen);
		c.deviasi[i] = one_decimal(r->bulanan[i].angka.selisih_poin);
	}
	kurva_html(h, m, &c);
}

static void figure(Html *h, const char *label, const char *value, const char *below)
{
	html_open(h, "div");
	html_element(h, "dt", NULL, label);
	html_element(h, "dd", NULL, value);
	html_element(h, "dd", "s", below);
	html_close(h);
}

static void figures(Html *h, const Minta *m, const Rfk *r)
{
	Bahasa b = m->bahasa;
	const Deviasi *d = &r->total;
	uint8_t decimals = r->kebijakan->desimal;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, str_format(m->arena, teks(b, "Up to %s"), bulan_name((uint8_t)r->bulan, b)));
	html_close(h);
	html_open(h, "dl");
	html_attr(h, "class", "fg");
	figure(h, teks(b, "Budget (pagu)"), r->pagu.isi == ISI_KOSONG ? "-" : teks_uang_ringkas(m->arena, r->pagu.nilai, b), teks_uang(m->arena, r->pagu));
	figure(h, teks(b, "Plan"), teks_persen(m->arena, d->rencana_persen, decimals), teks_uang(m->arena, d->rencana));
	figure(h, teks(b, "Spent"), teks_persen(m->arena, d->realisasi_persen, decimals), teks_uang(m->arena, d->realisasi));
	figure(h, teks(b, "Deviation"), teks_persen(m->arena, d->selisih_poin, decimals), teks_uang(m->arena, d->selisih));
	figure(h, teks(b, "Physical output"), teks_persen(m->arena, d->keluaran, decimals), "");
	html_close(h);
	html_close(h);
}

static void head(Html *h, const Minta *m)
{
	Bahasa b = m->bahasa;
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, teks(b, "No"));
	kepala_kolom(h, NULL, teks(b, "Program, kegiatan, sub kegiatan"));
	kepala_kolom(h, "n hp0", teks(b, "Pagu (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Planned (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Realisation (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Planned %"));
	kepala_kolom(h, "n", teks(b, "Spent %"));
	kepala_kolom(h, "n", teks(b, "Deviation"));
	kepala_kolom(h, "n hp0", teks(b, "Physical output"));
	html_close(h);
	html_close(h);
}

static void row(Html *h, const Minta *m, const Rfk *r, const char *kelas, const char *nomor, const char *nama, IsiRupiah pagu, const Deviasi *d)
{
	uint8_t decimals = r->kebijakan->desimal;
	html_open(h, "tr");
	html_attr(h, "class", kelas);
	html_element(h, "td", "c-3", nomor);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, nama);
	html_close(h);
	html_element(h, "td", "n hp0", teks_uang(m->arena, pagu));
	html_element(h, "td", "n hp0", teks_uang(m->arena, d->rencana));
	html_element(h, "td", "n hp0", teks_uang(m->arena, d->realisasi));
	html_element(h, "td", "n hp0", teks_persen(m->arena, d->rencana_persen, decimals));
	html_element(h, "td", "n", teks_persen(m->arena, d->realisasi_persen, decimals));
	html_element(h, "td", str_format(m->arena, "n %s", d->selisih_poin.isi == ISI_KOSONG ? "" : poin_kelas(d->selisih_poin)), teks_persen(m->arena, d->selisih_poin, decimals));
	html_element(h, "td", "n hp0", teks_persen(m->arena, d->keluaran, decimals));
	html_close(h);
	html_line(h);
}

Err laporan_rfk(Html *h, Minta *m, const Laporan *l, ErrInfo *info)
{
	const Rfk *r;
	Bahasa b = m->bahasa;
	Err err = baca_rfk(&r, m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, info);
	if (err)
		return err;
	html_open(h, "div");
	html_attr(h, "class", "r2");
	curve(h, m, r);
	figures(h, m, r);
	html_close(h);
	if (!r->ada_kas)
		pesan(h, "is-note", teks(b, "This plan has no anggaran kas: there is nothing to compare the spending with."), teks(b, "It belongs to the plan, a row a sub kegiatan and month."));
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", teks(b, "Plan and spending by row, with deviation in points of the pagu"));
	head(h, m);
	html_open(h, "tbody");
	for (uint32_t i = 0; i < r->n_baris; i++) {
		const BarisRfk *x = &r->baris[i];
		row(h, m, r, x->tingkat == TINGKAT_PROGRAM ? "lv1" : x->tingkat == TINGKAT_KEGIATAN ? "lv2" : "lv3", *x->nomor ? x->nomor : x->kode, x->nama, x->pagu, &x->angka);
	}
	html_close(h);
	html_open(h, "tfoot");
	row(h, m, r, "lv1", "", teks(b, "Total"), r->pagu, &r->total);
	html_close(h);
	html_close(h);
	html_close(h);
	return ERR_OK;
}
