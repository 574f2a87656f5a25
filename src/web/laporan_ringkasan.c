/* A month at a glance (laporan.h): its programs, and with ?rinci=1 all that is below them. */
#include "web/laporan.h"
#include "web/unsur.h"

static void head(Html *h, const Minta *m)
{
	Bahasa b = m->bahasa;
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, teks(b, "No"));
	kepala_kolom(h, NULL, teks(b, "Program"));
	kepala_kolom(h, "n hp0", teks(b, "Pagu (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Realisation (Rp)"));
	kepala_kolom(h, "n", teks(b, "Spending"));
	kepala_kolom(h, "n", teks(b, "Physical output"));
	kepala_kolom(h, "n", teks(b, "Mean"));
	kepala_kolom(h, "hp0", teks(b, "Predicate"));
	html_close(h);
	html_close(h);
}

static void figure(Html *h, const Minta *m, const Laporan *l, const char *kode, const char *kolom, IsiDesimal value, bool low)
{
	html_open(h, "td");
	html_attr(h, "class", low ? "n hi" : "n");
	if (value.isi == ISI_KOSONG || !l->penjelasan)
		html_text(h, teks_persen(m->arena, value, l->bulan->kebijakan->desimal));
	else
		angka_kenapa(h, teks_persen(m->arena, value, l->bulan->kebijakan->desimal),
		             str_format(m->arena, "%s/%s/%s%s%s", l->penjelasan, url_encode(m->arena, kode), kolom, *l->ekor ? "?" : "", l->ekor));
	html_close(h);
}

static void figures(Html *h, const Minta *m, const Laporan *l, const char *kode, const Capaian *c, bool low)
{
	html_element(h, "td", "n hp0", teks_uang(m->arena, c->pagu));
	html_element(h, "td", "n hp0", teks_uang(m->arena, c->realisasi));
	figure(h, m, l, kode, "keuangan", c->keuangan, false);
	figure(h, m, l, kode, "keluaran", c->keluaran, low);
	figure(h, m, l, kode, "rata-rata", c->rata_rata, false);
	html_open(h, "td");
	html_attr(h, "class", "hp0");
	predikat_cip(h, m, l->bulan->kebijakan, c->predikat, true);
	html_close(h);
}

/* The program with the lowest output, where it is not full: it is marked. */
static uint32_t lowest_program(const Bulan *b)
{
	uint32_t lowest = SIMPUL_NONE;
	const Desimal full = {100, 0};
	for (uint32_t i = 0; i < b->snapshot.n_simpul; i = b->snapshot.simpul[i].akhir) {
		IsiDesimal v = b->hasil->simpul[i].keluaran;
		if (v.isi == ISI_KOSONG || desimal_cmp(v.nilai, full) >= 0)
			continue;
		if (lowest == SIMPUL_NONE || desimal_cmp(v.nilai, b->hasil->simpul[lowest].keluaran.nilai) < 0)
			lowest = i;
	}
	return lowest;
}

static void row(Html *h, const Minta *m, const Laporan *l, uint32_t at, bool detail, uint32_t lowest)
{
	const Simpul *s = &l->bulan->snapshot.simpul[at];
	html_open(h, "tr");
	html_attr(h, "class", !detail ? "lv3" : s->tingkat == TINGKAT_PROGRAM ? "lv1" : s->tingkat == TINGKAT_KEGIATAN ? "lv2" : "lv3");
	html_element(h, "td", "c-3", *s->nomor ? s->nomor : s->kode_tertulis);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, s->nama);
	html_close(h);
	figures(h, m, l, s->kode_tertulis, &l->bulan->hasil->simpul[at], at == lowest);
	html_close(h);
	html_line(h);
}

static const char *bands(const Minta *m, const Kebijakan *k)
{
	StrBuf b = {.arena = m->arena};
	for (size_t i = 0; i < k->n_pita; i++) {
		const Pita *p = &k->pita[i];
		const char *bound = desimal_print_id(m->arena, desimal_trim(p->batas), desimal_trim(p->batas).scale);
		strbuf_addf(&b, "%s%s", b.len ? " · " : "", p->nama);
		if (i + 1 < k->n_pita)
			strbuf_addf(&b, " %s %s", p->inklusif ? "≥" : ">", bound);
	}
	return strbuf_text(&b);
}

Err laporan_ringkasan(Html *h, Minta *m, const Laporan *l, ErrInfo *info)
{
	(void)info;
	const Bulan *b = l->bulan;
	const Snapshot *s = &b->snapshot;
	bool detail = *minta_kueri(m, "rinci");
	Bahasa t = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(t, "The programs at a glance"));
	html_element(h, "span", "c-s c-2", str_format(m->arena, teks(t, "%u programs, %u kegiatan, %u sub kegiatan; as of %s"), snapshot_count(s, TINGKAT_PROGRAM), snapshot_count(s, TINGKAT_KEGIATAN),
	                                              snapshot_count(s, TINGKAT_SUB_KEGIATAN), teks_tanggal(m->arena, s->kepala.kondisi, t)));
	const char *address = laporan_alamat(m, l, "ringkasan");
	tautan(h, "c-act c-s", detail ? teks(t, "Programs only") : teks(t, "With kegiatan and sub kegiatan"), detail ? address : str_format(m->arena, "%s&rinci=1", address));
	html_close(h);
	html_open(h, "table");
	html_attr(h, "class", "c-t c-ringkas");
	html_element(h, "caption", "c-vh", teks(t, "Figures by program"));
	head(h, m);
	html_open(h, "tbody");
	uint32_t lowest = lowest_program(b);
	for (uint32_t i = 0; i < s->n_simpul; i = detail ? i + 1 : s->simpul[i].akhir)
		row(h, m, l, i, detail, lowest);
	html_close(h);
	html_open(h, "tfoot");
	html_open(h, "tr");
	html_attr(h, "class", "lv1");
	html_element(h, "td", NULL, "");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, teks(t, "Total"));
	html_close(h);
	figures(h, m, l, "total", &b->hasil->total, false);
	html_close(h);
	html_close(h);
	html_close(h);
	html_open(h, "p");
	html_attr(h, "class", "c-s c-2 cb");
	if (l->penjelasan)
		html_text(h, str_format(m->arena, "%s\n", teks(t, "Every number with a dotted line opens its sum.")));
	html_text(h, bands(m, b->kebijakan));
	html_close(h);
	html_close(h);
	return ERR_OK;
}
