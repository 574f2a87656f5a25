#include "web/daerah.h"

#include <assert.h>

enum { TAHUN_CARI = 5, SETAHUN = 12 };

Tanggal daerah_hari(const Minta *m)
{
	return waktu_date(m->k->per, m->k->pemda.zona);
}

/* The newest year that holds something, and its newest month. */
static Err newest_find(Daerah *d, Minta *m, ErrInfo *info)
{
	int now = daerah_hari(m).tahun;
	for (int year = now; year > now - TAHUN_CARI; year--) {
		Err err = ringkas_year(&d->tahun, m->k, year, info);
		if (err)
			return err;
		d->bulan = ringkas_newest(d->tahun);
		if (d->bulan && d->tahun->daerah[d->bulan - 1].angka.terlapor)
			return ERR_OK;
	}
	d->bulan = daerah_hari(m).bulan;
	return ringkas_year(&d->tahun, m->k, now, info);
}

Err daerah_pilih(Daerah *d, Minta *m, const char *dasar, ErrInfo *info)
{
	int year = (int)minta_angka(m, "tahun", 1900, 2999, 0), month = (int)minta_angka(m, "bulan", 1, SETAHUN, 0);
	const char *isi = minta_kueri(m, "isi");
	const char *per = minta_kueri(m, "per");
	*d = (Daerah){.bulan = month, .per = *per ? str_format(m->arena, "&per=%s", url_encode(m->arena, per)) : "", .isi = str_equal(isi, "status") ? PAPAN_STATUS : str_equal(isi, "rata") ? PAPAN_RATA : PAPAN_DEVIASI};
	Err err = ERR_OK;
	if (year && month)
		err = ringkas_year(&d->tahun, m->k, year, info);
	else if (*minta_bagian(m, "tahun"))
		err = err_set(info, ERR_ABSENT, teks(m->bahasa, "There is no such month."), NULL);
	else
		err = newest_find(d, m, info);
	if (!err)
		d->jalur = str_format(m->arena, "%s/%d/%d", dasar, d->tahun->tahun, d->bulan);
	return err;
}

static uint32_t missing(const Daerah *d)
{
	const Gabungan *g = &d->tahun->daerah[d->bulan - 1].angka;
	return g->seluruh - g->terlapor;
}

bool daerah_sementara(const Daerah *d)
{
	return missing(d) > 0;
}

const char *daerah_keadaan(const Minta *m, const Daerah *d)
{
	Bahasa b = m->bahasa;
	const char *day = str_format(m->arena, teks(b, "As of %s"), teks_tanggal(m->arena, daerah_hari(m), b));
	if (!daerah_sementara(d))
		return day;
	return str_format(m->arena, teks(b, "%s - provisional, %u agencies have not submitted %s"), day, missing(d), bulan_name((uint8_t)d->bulan, b));
}

static void month_link(Html *h, const Minta *m, const char *dasar, int year, int month, bool back)
{
	html_open(h, "a");
	html_attr(h, "href", str_format(m->arena, "%s/%d/%d", dasar, year, month));
	if (back)
		ikon_kecil(h, "chevron-left");
	html_text(h, bulan_name((uint8_t)month, m->bahasa));
	if (!back)
		ikon_kecil(h, "chevron-right");
	html_close(h);
}

void daerah_bulan(Html *h, const Minta *m, const Daerah *d, const char *dasar)
{
	html_open(h, "nav");
	html_attr(h, "class", "c-seg");
	html_attr(h, "aria-label", teks(m->bahasa, "Month"));
	int year = d->tahun->tahun;
	month_link(h, m, dasar, d->bulan == 1 ? year - 1 : year, d->bulan == 1 ? SETAHUN : d->bulan - 1, true);
	html_open(h, "a");
	html_attr(h, "href", d->jalur);
	html_attr(h, "aria-current", "page");
	html_text(h, bulan_name((uint8_t)d->bulan, m->bahasa));
	html_close(h);
	if (d->bulan < SETAHUN)
		month_link(h, m, dasar, year, d->bulan + 1, false);
	html_close(h);
}

/* ---- strip of figures ---- */

static void figure_open(Html *h, const char *kelas, const char *label)
{
	html_open(h, "div");
	if (kelas)
		html_attr(h, "class", kelas);
	html_element(h, "dt", NULL, label);
}

/* A figure in per cent that opens the sum of the agencies. */
static void figure_percent(Html *h, const Minta *m, const Daerah *d, const char *label, const char *kolom, IsiDesimal value)
{
	figure_open(h, NULL, label);
	html_open(h, "dd");
	html_attr(h, "class", "c-big");
	if (value.isi == ISI_KOSONG)
		html_text(h, "-");
	else
		angka_kenapa(h, teks_persen(m->arena, value, d->tahun->kebijakan->desimal), str_format(m->arena, "/penjelasan/daerah/%d/%d/%s", d->tahun->tahun, d->bulan, kolom));
	if (value.isi != ISI_KOSONG)
		html_element(h, "small", NULL, " %");
	html_close(h);
}

static void small(Html *h, const char *text)
{
	html_element(h, "dd", "c-s c-2", text);
}

static void states_bar(Html *h, const Minta *m, const RingkasDaerah *r, uint32_t all)
{
	static const struct { Keadaan keadaan; const char *kelas; } parts[] = {
		{KEADAAN_DISAHKAN, "st-disahkan"}, {KEADAAN_DIVERIFIKASI, "st-diverifikasi"}, {KEADAAN_DIAJUKAN, "st-diajukan"}, {KEADAAN_KOSONG, "st-belum"},
	};
	uint32_t at = 0;
	html_open(h, "dd");
	html_open(h, "svg");
	html_attr(h, "class", "seg");
	html_attr(h, "viewBox", str_format(m->arena, "0 0 %u 6", 10 * (all ? all : 1)));
	html_attr(h, "preserveAspectRatio", "none");
	html_attr(h, "aria-hidden", "true");
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		uint32_t n = i + 1 < sizeof parts / sizeof *parts ? r->n_keadaan[parts[i].keadaan] : all - at;
		if (n == 0)
			continue;
		html_open(h, "rect");
		html_attr(h, "class", parts[i].kelas);
		html_attr_int(h, "x", 10 * at);
		html_attr_int(h, "width", 10 * n - (at + n < all ? 1 : 0));
		html_attr(h, "height", "6");
		html_close(h);
		at += n;
	}
	html_close(h);
	html_close(h);
}

static void received(Html *h, const Minta *m, const Daerah *d)
{
	const RingkasDaerah *r = &d->tahun->daerah[d->bulan - 1];
	uint32_t all = d->tahun->n_opd;
	Bahasa b = m->bahasa;
	figure_open(h, "pr", teks(b, "Reports received"));
	html_open(h, "dd");
	html_attr(h, "class", "c-big");
	html_text(h, str_format(m->arena, "%u", r->angka.terlapor));
	html_element(h, "small", NULL, str_format(m->arena, teks(b, " of %u agencies"), all));
	html_close(h);
	states_bar(h, m, r, all);
	small(h, str_format(m->arena, teks(b, "%u approved, %u verified, %u submitted, %u not yet"), r->n_keadaan[KEADAAN_DISAHKAN], r->n_keadaan[KEADAAN_DIVERIFIKASI],
	                    r->n_keadaan[KEADAAN_DIAJUKAN], all - r->n_keadaan[KEADAAN_DISAHKAN] - r->n_keadaan[KEADAAN_DIVERIFIKASI] - r->n_keadaan[KEADAAN_DIAJUKAN]));
	html_close(h);
}

static const char *money_short(const Minta *m, IsiRupiah money)
{
	return money.isi == ISI_KOSONG ? "-" : teks_uang_ringkas(m->arena, money.nilai, m->bahasa);
}

void daerah_angka(Html *h, const Minta *m, const Daerah *d)
{
	const RingkasDaerah *r = &d->tahun->daerah[d->bulan - 1];
	const Kebijakan *k = d->tahun->kebijakan;
	Bahasa b = m->bahasa;
	html_open(h, "dl");
	html_attr(h, "class", "c-card kp");
	figure_open(h, NULL, teks(b, "Budget (pagu)"));
	html_element(h, "dd", "c-big", money_short(m, r->angka.pagu));
	small(h, teks_uang(m->arena, r->angka.pagu));
	html_close(h);
	figure_open(h, NULL, teks(b, "Spent"));
	html_open(h, "dd");
	html_attr(h, "class", "c-big");
	tautan(h, "c-jumlah", money_short(m, r->angka.realisasi), str_format(m->arena, "/rekap/%d/%d", d->tahun->tahun, d->bulan));
	html_close(h);
	if (daerah_sementara(d)) /* what others have spent is not known: no rest */
		small(h, str_format(m->arena, teks(b, "of %u agencies that reported"), r->angka.terlapor));
	else
		small(h, r->sisa.isi == ISI_KOSONG ? teks_uang(m->arena, r->angka.realisasi) : str_format(m->arena, teks(b, "left %s"), money_short(m, r->sisa)));
	html_close(h);
	figure_percent(h, m, d, teks(b, "Spending"), "keuangan", r->angka.keuangan);
	if (r->deviasi.selisih_poin.isi == ISI_KOSONG)
		small(h, teks(b, "no cash plan"));
	else
		small(h, str_format(m->arena, teks(b, "plan %s, %s"), teks_persen(m->arena, r->deviasi.rencana_persen, k->desimal), teks_persen(m->arena, r->deviasi.selisih_poin, k->desimal)));
	html_close(h);
	figure_percent(h, m, d, teks(b, "Physical output"), "keluaran", r->angka.keluaran);
	small(h, str_format(m->arena, k->gulung_daerah == GULUNG_PAGU ? teks(b, "of %u agencies, by budget") : teks(b, "mean of %u agencies"), r->angka.terlapor));
	html_close(h);
	figure_percent(h, m, d, teks(b, "Mean"), "rata-rata", r->angka.rata_rata);
	html_open(h, "dd");
	html_attr(h, "class", "c-s c-2");
	if (ringkas_judged(k, d->bulan))
		predikat_cip(h, m, k, r->angka.predikat, false);
	else
		html_text(h, teks(b, "judged at the end of the year"));
	html_close(h);
	html_close(h);
	received(h, m, d);
	html_close(h);
}

/* ---- attention ---- */

static const char *attention_figure(const Minta *m, const Daerah *d, const Perhatian *p)
{
	uint8_t decimals = d->tahun->kebijakan->desimal;
	const char *value = teks_persen(m->arena, p->angka, decimals);
	if (p->angka.isi == ISI_KOSONG)
		return "";
	if (p->jenis != PERHATIAN_LEMAH)
		return str_format(m->arena, teks(m->bahasa, "money %s"), value);
	assert(p->lemah); /* every PERHATIAN_LEMAH names its row */
	const char *nomor = *p->lemah->nomor ? p->lemah->nomor : p->lemah->kode;
	return str_format(m->arena, p->lemah->jenis == LEMAH_KELUARAN ? teks(m->bahasa, "%s output %s") : teks(m->bahasa, "%s money %s"), nomor, value);
}

/* The words "Sub Kegiatan" before a name say nothing here. */
static const char *bare_name(const char *nama)
{
	static const char *const words[] = {"Sub Kegiatan ", "Kegiatan ", "Program "};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_starts_fold(nama, words[i]))
			return nama + strlen(words[i]);
	return nama;
}

static const char *attention_fact(const Minta *m, const Daerah *d, const Perhatian *p)
{
	Bahasa b = m->bahasa;
	const char *rest = money_short(m, p->sisa), *month = bulan_name((uint8_t)d->bulan, b);
	uint8_t decimals = d->tahun->kebijakan->desimal;
	switch (p->jenis) {
	case PERHATIAN_TERTINGGAL:
		return p->sejak && p->sejak < p->bulan_angka ? str_format(m->arena, teks(b, "Behind its plan since %s; %s left."), bulan_name((uint8_t)p->sejak, b), rest)
		                                             : str_format(m->arena, teks(b, "Behind its plan; %s left."), rest);
	case PERHATIAN_TERLAMBAT:
		return str_format(m->arena, teks(b, "%s has not been submitted."), month);
	case PERHATIAN_DIKEMBALIKAN:
		return str_format(m->arena, teks(b, "%s was returned and is being corrected."), month);
	case PERHATIAN_LEMAH:
		break;
	}
	assert(p->lemah);
	if (p->lemah->jenis == LEMAH_KELUARAN)
		return str_format(m->arena, teks(b, "%s: money %s."), bare_name(p->lemah->nama), teks_persen(m->arena, p->lemah->keuangan, decimals));
	return str_format(m->arena, teks(b, "%s: output %s, %s left."), bare_name(p->lemah->nama), teks_persen(m->arena, p->lemah->keluaran, decimals), rest);
}

static const char *attention_reason(const Minta *m, const Daerah *d, const Perhatian *p)
{
	Bahasa b = m->bahasa;
	const char *own = *p->alasan ? str_format(m->arena, "“%s”", p->alasan) : teks(b, "the agency has written no reason");
	if (p->jenis == PERHATIAN_LEMAH)
		return own;
	if (p->terlambat)
		return str_format(m->arena, teks(b, "%s is %lld days late; %s"), bulan_name((uint8_t)d->bulan, b), (long long)p->terlambat, own);
	if (p->bulan->status.keadaan == KEADAAN_DIKEMBALIKAN)
		return str_format(m->arena, teks(b, "Returned on %s: %s"), teks_tanggal(m->arena, waktu_date(p->bulan->waktu, m->k->pemda.zona), b), p->bulan->alasan);
	return own;
}

static void attention_item(Html *h, const Minta *m, const Daerah *d, const Perhatian *p)
{
	const char *month = str_format(m->arena, "%s/%d/%d", p->opd->opd.opd, d->tahun->tahun, p->bulan_angka ? p->bulan_angka : d->bulan);
	const char *to = p->lemah ? str_format(m->arena, "/penjelasan/%s/%s/%s", month, p->lemah->kode, p->lemah->jenis == LEMAH_KELUARAN ? "keluaran" : "keuangan")
	                          : str_format(m->arena, "/laporan/%s?lihat=ringkasan", month);
	html_open(h, "li");
	html_attr(h, "class", p->berat ? "err" : "warn");
	ikon_berlabel(h, p->berat ? "alert-octagon" : "alert-triangle", p->berat ? teks(m->bahasa, "Grave") : teks(m->bahasa, "To look at"));
	html_open(h, "div");
	html_open(h, "div");
	html_attr(h, "class", "t");
	tautan(h, NULL, p->opd->opd.nama, to);
	html_element(h, "span", NULL, attention_figure(m, d, p));
	html_close(h);
	html_element(h, "p", NULL, attention_fact(m, d, p));
	html_element(h, "div", "c-s c-2", attention_reason(m, d, p));
	html_close(h);
	html_close(h);
	html_line(h);
}

static size_t agencies_count(const Perhatian *list, size_t n)
{
	size_t agencies = 0;
	for (size_t i = 0; i < n; i++) {
		bool before = false;
		for (size_t j = 0; j < i; j++)
			before |= list[j].opd == list[i].opd;
		agencies += !before;
	}
	return agencies;
}

void daerah_perhatian(Html *h, const Minta *m, const Daerah *d, size_t maksimum)
{
	size_t n;
	Bahasa b = m->bahasa;
	const Perhatian *list = ringkas_attention(m->arena, d->tahun, d->bulan, daerah_hari(m), &n);
	size_t shown = maksimum && n > maksimum ? maksimum : n;
	html_open(h, "section");
	html_attr(h, "class", "c-card at");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Needs attention"));
	html_element(h, "span", "c-s c-2", str_format(m->arena, teks(b, "%zu things in %zu agencies"), shown, agencies_count(list, shown)));
	if (shown < n)
		tautan(h, "c-act c-s", str_format(m->arena, teks(b, "All %zu"), n), str_format(m->arena, "/perhatian/%d/%d", d->tahun->tahun, d->bulan));
	html_close(h);
	if (n == 0)
		html_element(h, "p", "cb c-2", teks(b, "Nothing stands out this month: nobody is late, nobody is far behind its plan."));
	html_open(h, "ol");
	for (size_t i = 0; i < shown; i++)
		attention_item(h, m, d, &list[i]);
	html_close(h);
	html_close(h);
}
