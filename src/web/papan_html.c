/* The board of agencies (daerah.h): ranking, deviation by month and state in one plain table. */
#include "web/daerah.h"
#include "web/unsur.h"

enum { SETAHUN = 12, SEPULUH = -10, DUA_PULUH = -20, LIMA = 5 };

/* As printed: whole points, half away from zero. false: no value. */
static bool points_of(IsiDesimal poin, int64_t *out)
{
	Desimal whole;
	if (poin.isi == ISI_KOSONG || !desimal_rescale(&whole, poin.nilai, 0, BULAT_JAUH_NOL))
		return false;
	*out = whole.m;
	return true;
}

const char *poin_teks(Arena *arena, IsiDesimal poin)
{
	int64_t n;
	if (!points_of(poin, &n))
		return "-";
	return n > 0 ? str_format(arena, "+%lld", (long long)n) : n < 0 ? str_format(arena, "−%lld", -(long long)n) : "0";
}

const char *poin_kelas(IsiDesimal poin)
{
	int64_t n;
	if (!points_of(poin, &n))
		return "dx";
	return n <= DUA_PULUH ? "d3" : n <= SEPULUH ? "d2" : n <= -LIMA ? "d1" : n >= LIMA ? "dp" : "d0";
}

void batang(Html *h, const char *kelas, IsiDesimal persen)
{
	Desimal tenths = {0, 0};
	if (persen.isi == ISI_KOSONG || !desimal_rescale(&tenths, persen.nilai, 1, BULAT_JAUH_NOL) || tenths.m < 0)
		tenths.m = 0;
	html_open(h, "svg");
	html_attr(h, "class", kelas);
	html_attr(h, "viewBox", "0 0 1000 7");
	html_attr(h, "preserveAspectRatio", "none");
	html_attr(h, "aria-hidden", "true");
	html_open(h, "rect");
	html_attr_int(h, "width", tenths.m > 1000 ? 1000 : (unsigned)tenths.m);
	html_attr(h, "height", "7");
	html_close(h);
	html_close(h);
}

/* ---- head ---- */

static void legend(Html *h, const Minta *m)
{
	static const struct { const char *kelas, *teks; } parts[] = {
		{"h d0", TEKS("above -5")}, {"h d1", TEKS("-5 to -9")}, {"h d2", TEKS("-10 to -19")}, {"h d3", TEKS("-20 and below")}, {"h dp", TEKS("+5 and above")},
	};
	html_open(h, "span");
	html_attr(h, "class", "lg c-s c-2");
	html_text(h, teks(m->bahasa, "Deviation from plan, points: "));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		html_element(h, "span", parts[i].kelas, teks(m->bahasa, parts[i].teks));
	html_close(h);
}

static void legend_states(Html *h, const Minta *m)
{
	html_open(h, "span");
	html_attr(h, "class", "lg c-s c-2");
	for (int k = KEADAAN_KOSONG; k <= KEADAAN_DIKEMBALIKAN; k++) {
		html_open(h, "span");
		html_attr(h, "class", "h");
		ikon_kecil(h, keadaan_ikon((Keadaan)k));
		html_text(h, str_format(m->arena, " %s", keadaan_teks(m->bahasa, (Keadaan)k)));
		html_close(h);
	}
	html_close(h);
}

static void switch_link(Html *h, const Minta *m, const Daerah *d, IsiPapan isi, const char *nilai, const char *text)
{
	html_open(h, "a");
	html_attr(h, "href", str_format(m->arena, "%s?isi=%s%s", d->jalur, nilai, d->per));
	if (d->isi == isi)
		html_attr(h, "aria-current", "true");
	html_text(h, text);
	html_close(h);
}

static void head(Html *h, const Minta *m, const Daerah *d)
{
	Bahasa b = m->bahasa;
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Board of agencies"));
	html_element(h, "span", "c-s c-2", teks(b, "ranked by mean"));
	if (d->isi == PAPAN_DEVIASI)
		legend(h, m);
	else if (d->isi == PAPAN_STATUS)
		legend_states(h, m);
	else
		html_element(h, "span", "lg c-s c-2", teks(m->bahasa, "per cent, rounded"));
	html_open(h, "div");
	html_attr(h, "class", "c-seg");
	html_attr(h, "role", "group");
	html_attr(h, "aria-label", teks(b, "What the months show"));
	switch_link(h, m, d, PAPAN_DEVIASI, "deviasi", teks(b, "Deviation"));
	switch_link(h, m, d, PAPAN_STATUS, "status", teks(b, "State"));
	switch_link(h, m, d, PAPAN_RATA, "rata", teks(b, "Mean"));
	html_close(h);
	html_close(h);
}

static void columns(Html *h, const Minta *m, const Daerah *d)
{
	Bahasa b = m->bahasa;
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "n", "#");
	kepala_kolom(h, NULL, teks(b, "Agency"));
	kepala_kolom(h, "n p", teks(b, "Budget (billion)"));
	kepala_kolom(h, "n hp0", teks(b, "Spending"));
	kepala_kolom(h, "n hp0", teks(b, "Physical output"));
	kepala_kolom(h, "hp1", teks(b, "Trend"));
	html_open(h, "th");
	html_attr(h, "scope", "col");
	html_attr(h, "class", "rb");
	html_attr(h, "aria-sort", "descending");
	html_text(h, str_format(m->arena, "%s ", teks(b, "Mean")));
	ikon_kecil(h, "arrow-down");
	html_close(h);
	kepala_kolom(h, "pd", ringkas_judged(d->tahun->kebijakan, d->bulan) ? teks(b, "Predicate") : teks(b, "Deviation"));
	for (int i = 1; i <= SETAHUN; i++)
		kepala_kolom(h, "h", bulan_pendek(i, b));
	kepala_kolom(h, "s", bulan_name((uint8_t)d->bulan, b));
	html_close(h);
	html_close(h);
}

/* ---- rows ---- */

/* Billions with two decimals, cut from the amount's own digits. */
static const char *billions(Arena *arena, IsiRupiah pagu)
{
	enum { SEN_MILIAR_SKALA = 11 };
	Desimal short_form;
	if (pagu.isi == ISI_KOSONG || !desimal_rescale(&short_form, (Desimal){pagu.nilai.sen, SEN_MILIAR_SKALA}, 2, BULAT_JAUH_NOL))
		return "-";
	return desimal_print_id(arena, short_form, 2);
}

void papan_status_sel(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, int bulan)
{
	Keadaan keadaan = opd->bulan[bulan - 1].status.keadaan;
	html_open(h, "td");
	html_attr(h, "class", str_format(m->arena, "h st-%s", keadaan_name(keadaan)));
	html_open(h, "a");
	html_attr(h, "href", str_format(m->arena, "/laporan/%s/%d/%d", opd->opd.opd, d->tahun->tahun, bulan));
	html_attr(h, "title", str_format(m->arena, "%s %d: %s", bulan_name((uint8_t)bulan, m->bahasa), d->tahun->tahun, keadaan_teks(m->bahasa, keadaan)));
	ikon_berlabel(h, keadaan_ikon(keadaan), keadaan_teks(m->bahasa, keadaan));
	html_close(h);
	html_close(h);
}

static void month_cell(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, int bulan)
{
	const RingkasBulan *b = &opd->bulan[bulan - 1];
	if (d->isi == PAPAN_STATUS) {
		papan_status_sel(h, m, d, opd, bulan);
		return;
	}
	html_open(h, "td");
	if (d->isi == PAPAN_RATA) {
		html_attr(h, "class", b->lapor.ada ? "h d0" : "h dx");
		html_text(h, b->lapor.ada ? poin_teks(m->arena, b->lapor.angka.rata_rata) : "-");
	} else {
		html_attr(h, "class", str_format(m->arena, "h %s", b->lapor.ada ? poin_kelas(b->deviasi.selisih_poin) : "dx"));
		html_text(h, b->lapor.ada ? poin_teks(m->arena, b->deviasi.selisih_poin) : "-");
	}
	html_close(h);
}

static void state_cell(Html *h, const Minta *m, const Daerah *d, const RingkasBulan *b)
{
	bool late = !b->masuk && ringkas_late(d->tahun, b, d->bulan, daerah_hari(m)) > 0;
	html_open(h, "td");
	html_attr(h, "class", str_format(m->arena, "s st-%s", late ? "terlambat" : keadaan_name(b->status.keadaan)));
	ikon(h, late ? "clock-exclamation" : keadaan_ikon(b->status.keadaan));
	html_text(h, late ? teks(m->bahasa, "Late") : keadaan_teks(m->bahasa, b->status.keadaan));
	html_close(h);
}

static void figure_cell(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, const char *kolom, IsiDesimal value)
{
	html_open(h, "td");
	html_attr(h, "class", "n hp0");
	if (value.isi == ISI_KOSONG)
		html_text(h, "-");
	else
		angka_kenapa(h, teks_persen(m->arena, value, d->tahun->kebijakan->desimal),
		             str_format(m->arena, "/penjelasan/%s/%d/%d/total/%s", opd->opd.opd, d->tahun->tahun, d->bulan, kolom));
	html_close(h);
}

static void mean_cell(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, IsiDesimal value)
{
	html_open(h, "td");
	html_attr(h, "class", "rb");
	if (value.isi == ISI_KOSONG) {
		html_element(h, "span", "c-2", teks(m->bahasa, "not received"));
	} else {
		batang(h, "bar", value);
		html_open(h, "span");
		html_attr(h, "class", "n c-b");
		angka_kenapa(h, teks_persen(m->arena, value, d->tahun->kebijakan->desimal),
		             str_format(m->arena, "/penjelasan/%s/%d/%d/total/rata-rata", opd->opd.opd, d->tahun->tahun, d->bulan));
		html_close(h);
	}
	html_close(h);
}

static void judgement_cell(Html *h, const Minta *m, const Daerah *d, const RingkasBulan *b)
{
	html_open(h, "td");
	html_attr(h, "class", "pd");
	if (b->lapor.ada && ringkas_judged(d->tahun->kebijakan, d->bulan))
		predikat_cip(h, m, d->tahun->kebijakan, b->lapor.angka.predikat, true);
	else
		html_text(h, b->lapor.ada ? teks_persen(m->arena, b->deviasi.selisih_poin, d->tahun->kebijakan->desimal) : "-");
	html_close(h);
}

/* On a phone, where the months do not fit: spending through the year as a line, the plan dashed. */
static void spark_line(Html *h, const char *kelas, const char *points)
{
	if (!*points)
		return;
	html_open(h, "polyline");
	if (kelas)
		html_attr(h, "class", kelas);
	html_attr(h, "points", points);
	html_close(h);
}

static void spark(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd)
{
	enum { LANGKAH = 6, TINGGI = 20 };
	StrBuf spent = {.arena = m->arena}, planned = {.arena = m->arena};
	for (int i = 0; i < d->bulan; i++) {
		const RingkasBulan *b = &opd->bulan[i];
		Desimal percent;
		if (b->lapor.ada && b->lapor.angka.keuangan.isi != ISI_KOSONG && desimal_rescale(&percent, b->lapor.angka.keuangan.nilai, 0, BULAT_JAUH_NOL))
			strbuf_addf(&spent, "%d,%d ", i * LANGKAH, TINGGI - (int)(percent.m * TINGGI / 100));
		if (b->deviasi.rencana_persen.isi != ISI_KOSONG && desimal_rescale(&percent, b->deviasi.rencana_persen.nilai, 0, BULAT_JAUH_NOL))
			strbuf_addf(&planned, "%d,%d ", i * LANGKAH, TINGGI - (int)(percent.m * TINGGI / 100));
	}
	html_open(h, "td");
	html_attr(h, "class", "hp1");
	html_open(h, "svg");
	html_attr(h, "class", "c-garis");
	html_attr(h, "viewBox", str_format(m->arena, "0 0 %d %d", (SETAHUN - 1) * LANGKAH, TINGGI));
	html_attr(h, "aria-hidden", "true");
	spark_line(h, "pl", strbuf_text(&planned));
	spark_line(h, NULL, strbuf_text(&spent));
	html_close(h);
	html_close(h);
}

static void row(Html *h, const Minta *m, const Daerah *d, uint32_t at)
{
	const RingkasOpd *opd = d->tahun->opd[at];
	const RingkasBulan *b = &opd->bulan[d->bulan - 1];
	uint32_t rank = d->tahun->daerah[d->bulan - 1].peringkat[at];
	html_open(h, "tr");
	html_element(h, "td", "n c-2", rank ? str_format(m->arena, "%u", rank) : "-");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	tautan(h, NULL, opd->opd.nama, str_format(m->arena, "/laporan/%s/%d/%d?lihat=ringkasan", opd->opd.opd, d->tahun->tahun, d->bulan));
	html_close(h);
	html_element(h, "td", "n c-2 p", billions(m->arena, b->lapor.angka.pagu));
	figure_cell(h, m, d, opd, "keuangan", b->lapor.angka.keuangan);
	figure_cell(h, m, d, opd, "keluaran", b->lapor.angka.keluaran);
	spark(h, m, d, opd);
	mean_cell(h, m, d, opd, b->lapor.angka.rata_rata);
	judgement_cell(h, m, d, b);
	for (int i = 1; i <= SETAHUN; i++)
		month_cell(h, m, d, opd, i);
	state_cell(h, m, d, b);
	html_close(h);
	html_line(h);
}

void daerah_papan(Html *h, const Minta *m, const Daerah *d)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card bo");
	head(h, m, d);
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", str_format(m->arena, teks(m->bahasa, "%u agencies by mean, with each month"), d->tahun->n_opd));
	columns(h, m, d);
	html_open(h, "tbody");
	const uint32_t *order = ringkas_order(m->arena, d->tahun, d->bulan);
	for (uint32_t i = 0; i < d->tahun->n_opd; i++)
		row(h, m, d, order[i]);
	html_close(h);
	html_close(h);
	html_close(h);
}
