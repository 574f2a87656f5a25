/* Lengths are in tenths of the drawing's unit. */
#include "web/kurva_html.h"

enum {
	SETAHUN = 12, LEBAR = 800, TINGGI = 328, KIRI = 92, KOLOM = 59, DASAR = 3120, PERSEN = 298, /* DASAR: y of 0 %, PERSEN: height of 10 %, both in tenths */
	TITIK = 24, TITIK_AKHIR = 40,
};

static int x_of(int month) /* from 0; in tenths */
{
	return KIRI * 10 + month * KOLOM * 10 + KOLOM * 5;
}

static int y_of(IsiDesimal percent) /* one decimal */
{
	return DASAR - (int)(percent.nilai.m * PERSEN / 100);
}

static const char *tenths(Arena *arena, int value)
{
	return str_format(arena, "%d.%d", value / 10, value % 10);
}

static const char *point(Arena *arena, int x, int y)
{
	return str_format(arena, "%s,%s ", tenths(arena, x), tenths(arena, y < 0 ? 0 : y));
}

static void shape(Html *h, const char *element, const char *kelas, const char *points)
{
	html_open(h, element);
	html_attr(h, "class", kelas);
	html_attr(h, "points", points);
	html_close(h);
}

static void text_at(Html *h, const char *kelas, int x, int y, const char *anchor, const char *text)
{
	html_open(h, "text");
	html_attr(h, "class", kelas);
	html_attr(h, "x", tenths(h->out->arena, x));
	html_attr(h, "y", tenths(h->out->arena, y));
	if (anchor)
		html_attr(h, "text-anchor", anchor);
	html_text(h, text);
	html_close(h);
}

static void grid(Html *h)
{
	Arena *arena = h->out->arena;
	for (int percent = 0; percent <= 100; percent += 25) {
		int y = DASAR - percent * PERSEN / 10;
		html_open(h, "line");
		html_attr(h, "class", "g");
		html_attr(h, "x1", tenths(arena, KIRI * 10));
		html_attr(h, "x2", tenths(arena, LEBAR * 10));
		html_attr(h, "y1", tenths(arena, y));
		html_attr(h, "y2", tenths(arena, y));
		html_close(h);
		text_at(h, "ax", KIRI * 10 - 80, y + 40, "end", str_format(arena, "%d", percent));
	}
}

/* Every month that has a value; the line passes over the others. */
static const char *series(Arena *arena, const IsiDesimal *value)
{
	StrBuf points = {.arena = arena};
	for (int m = 0; m < SETAHUN; m++)
		if (value[m].isi != ISI_KOSONG)
			strbuf_add(&points, point(arena, x_of(m), y_of(value[m])));
	return strbuf_text(&points);
}

static int last_month(const IsiDesimal *value)
{
	int last = -1;
	for (int m = 0; m < SETAHUN; m++)
		if (value[m].isi != ISI_KOSONG)
			last = m;
	return last;
}

static void dots(Html *h, const IsiDesimal *value)
{
	Arena *arena = h->out->arena;
	int last = last_month(value);
	for (int m = 0; m < SETAHUN; m++) {
		if (value[m].isi == ISI_KOSONG)
			continue;
		html_open(h, "circle");
		html_attr(h, "class", "pt");
		html_attr(h, "cx", tenths(arena, x_of(m)));
		html_attr(h, "cy", tenths(arena, y_of(value[m])));
		html_attr(h, "r", tenths(arena, m == last ? TITIK_AKHIR : TITIK));
		html_close(h);
	}
}

static const char *forecast_words(const Minta *m, const RamalDaerah *f)
{
	return str_format(m->arena, "%s (%s–%s)", teks_persen(m->arena, f->perkiraan, 1), teks_persen(m->arena, f->rendah, 1), teks_persen(m->arena, f->tinggi, 1));
}

static bool forecast_shown(const RamalDaerah *f)
{
	return f->ada && f->dari < SETAHUN;
}

static void forecast_band(Html *h, const RamalDaerah *f)
{
	Arena *arena = h->out->arena;
	int from = x_of(f->dari - 1), to = x_of(SETAHUN - 1), start = y_of(f->dari_persen);
	const char *first = point(arena, from, start);
	shape(h, "polygon", "fb", str_format(arena, "%s%s%s", first, point(arena, to, y_of(f->tinggi)), point(arena, to, y_of(f->rendah))));
	shape(h, "polyline", "fl", str_format(arena, "%s%s", first, point(arena, to, y_of(f->perkiraan))));
}

static const char *forecast_label(const Minta *m, int bulan, const RamalDaerah *f)
{
	if (bulan == SETAHUN)
		return str_format(m->arena, teks(m->bahasa, "Forecast at the end of %s:"), bulan_name((uint8_t)f->dari, m->bahasa));
	return teks(m->bahasa, "Forecast for the year's end:");
}

/* In the free corner below the lines, at the right edge. */
static void forecast_text(Html *h, const Minta *m, int bulan, const RamalDaerah *f)
{
	enum { BAWAH = 480, SELA = 160, PALING_BAWAH = 2850, TEPI = 50 };
	int y = y_of(f->dari_persen) + BAWAH;
	y = y > PALING_BAWAH ? PALING_BAWAH : y;
	text_at(h, "lb f", LEBAR * 10 - TEPI, y, "end", forecast_label(m, bulan, f));
	text_at(h, "lb f", LEBAR * 10 - TEPI, y + SELA, "end", forecast_words(m, f));
}

/* What the chart shows, for those who do not see it. */
static const char *meaning(const Minta *m, const KurvaHtml *c)
{
	const RamalDaerah *f = &c->ramal;
	int bulan = c->bulan;
	int last = last_month(c->realisasi);
	if (last < 0)
		return teks(m->bahasa, "Nothing spent is reported yet; only the plan is shown.");
	const char *month = bulan_name((uint8_t)(last + 1), m->bahasa), *spent = teks_persen(m->arena, c->realisasi[last], 1);
	const char *text = c->ada_rencana ? str_format(m->arena, teks(m->bahasa, "Up to %s %s per cent of the budget is spent; planned were %s."), month, spent, teks_persen(m->arena, c->rencana[last], 1))
	                                  : str_format(m->arena, teks(m->bahasa, "Up to %s %s per cent of the budget is spent."), month, spent);
	return forecast_shown(f) ? str_format(m->arena, "%s %s %s.", text, forecast_label(m, bulan, f), forecast_words(m, f)) : text;
}

static void drawing(Html *h, const Minta *m, const KurvaHtml *c)
{
	const RamalDaerah *f = &c->ramal;
	Arena *arena = m->arena;
	Bahasa b = m->bahasa;
	enum { BULAN_LABEL = 5 };
	html_open(h, "svg");
	html_attr(h, "class", "sc");
	html_attr(h, "viewBox", str_format(arena, "0 0 %d %d", LEBAR, TINGGI));
	html_attr(h, "role", "img");
	html_attr(h, "aria-labelledby", "kurva-judul kurva-arti");
	html_open(h, "title");
	html_attr(h, "id", "kurva-judul");
	html_text(h, teks(b, "Planned and spent money, cumulative, per cent of the budget"));
	html_close(h);
	html_open(h, "desc");
	html_attr(h, "id", "kurva-arti");
	html_text(h, meaning(m, c));
	html_close(h);
	grid(h);
	if (forecast_shown(f))
		forecast_band(h, f);
	if (c->ada_rencana) {
		shape(h, "polyline", "pl", series(arena, c->rencana));
		text_at(h, "lb", x_of(BULAN_LABEL) - 110, y_of(c->rencana[BULAN_LABEL]) - 100, "end", teks(b, "Plan (anggaran kas)"));
	}
	shape(h, "polyline", "ac", series(arena, c->realisasi));
	dots(h, c->realisasi);
	int last = last_month(c->realisasi), at = last > BULAN_LABEL + 1 ? BULAN_LABEL + 2 : last;
	if (at >= 0 && c->realisasi[at].isi != ISI_KOSONG)
		text_at(h, "lb a", x_of(at) + 150, y_of(c->realisasi[at]) + 220, NULL, teks(b, "Spent"));
	else if (last < 0)
		text_at(h, "lb", x_of(0), DASAR - 120, NULL, teks(b, "Nothing spent yet"));
	if (forecast_shown(f))
		forecast_text(h, m, c->bulan, f);
	html_close(h);
	html_line(h);
}

static void table_row(Html *h, const Minta *m, const char *kelas, const char *label, const IsiDesimal *value)
{
	html_open(h, "tr");
	if (kelas)
		html_attr(h, "class", kelas);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, label);
	html_close(h);
	for (int i = 0; i < SETAHUN; i++)
		html_element(h, "td", NULL, teks_persen(m->arena, value[i], 1));
	html_close(h);
}

static void table(Html *h, const Minta *m, const KurvaHtml *c)
{
	Bahasa b = m->bahasa;
	html_open(h, "table");
	html_attr(h, "class", "st");
	html_element(h, "caption", "c-vh", teks(b, "Plan, spending and deviation by month, per cent of the budget"));
	html_open(h, "thead");
	html_open(h, "tr");
	html_element(h, "td", NULL, "");
	for (int i = 1; i <= SETAHUN; i++) {
		html_open(h, "th");
		html_attr(h, "scope", "col");
		html_text(h, bulan_pendek(i, b));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	table_row(h, m, NULL, teks(b, "Plan"), c->rencana);
	table_row(h, m, "b", teks(b, "Spent"), c->realisasi);
	table_row(h, m, "d", teks(b, "Deviation"), c->deviasi);
	html_close(h);
	html_close(h);
}

void kurva_html(Html *h, const Minta *m, const KurvaHtml *c)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "Planned and spent money"));
	html_element(h, "span", "c-s c-2", teks(b, "cumulative, % of the budget"));
	if (forecast_shown(&c->ramal))
		html_element(h, "span", "ph c-s c-2", str_format(m->arena, "%s %s", forecast_label(m, c->bulan, &c->ramal), forecast_words(m, &c->ramal)));
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "cb");
	drawing(h, m, c);
	table(h, m, c);
	html_close(h);
	html_close(h);
}

void daerah_kurva(Html *h, const Minta *m, const Daerah *d)
{
	const KurvaDaerah from = ringkas_curve(m->arena, d->tahun, d->bulan);
	KurvaHtml c = {.ada_rencana = from.ada_rencana, .bulan = d->bulan, .ramal = ringkas_forecast(m->arena, d->tahun, d->bulan)};
	for (int i = 0; i < SETAHUN; i++) {
		c.rencana[i] = from.rencana[i];
		c.realisasi[i] = from.realisasi[i];
		c.deviasi[i] = from.deviasi[i];
	}
	kurva_html(h, m, &c);
}
