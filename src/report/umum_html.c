#include "base/html.h"
#include "report/render_teks.h"
#include "report/tabel_umum.h"

/* A document of tables as one self-contained page, with the look of the official form; charts are inline SVG. */

#define STYLE                                                                                                                                                \
	":root{color-scheme:light;--garis:#5b6670;--program:#dbe5f1;--kegiatan:#eef3f9;--kepala:#e6e9ed}*{box-sizing:border-box}"                                \
	"body{margin:0;padding:1.5rem;background:#fff;color:#111;font:14px/1.4 'Liberation Sans',Arial,Helvetica,sans-serif}"                                    \
	"h1{margin:0 0 1rem;text-align:center;font-size:1.25rem;line-height:1.3}h2{font-size:1rem;margin:1.5rem 0 .5rem}"                                        \
	"dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0 0 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}"           \
	".gulir{overflow-x:auto;margin:0 0 .5rem}.gulir:focus-visible{outline:3px solid #1d5fa8;outline-offset:2px}"                                             \
	"table{border-collapse:separate;border-spacing:0;border:1px solid var(--garis);border-width:1px 0 0 1px;width:100%;font-size:.8125rem}"                  \
	"caption{text-align:left;padding:0 0 .4rem;color:#333}"                                                                                                  \
	"th,td{border:1px solid var(--garis);border-width:0 1px 1px 0;padding:.25rem .4rem;vertical-align:top;text-align:left;font-weight:400}"                  \
	"thead th{background:var(--kepala);text-align:center;vertical-align:middle;font-weight:700;font-size:.6875rem}"                                          \
	".angka{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.tengah{text-align:center}.lentur{min-width:14rem;overflow-wrap:anywhere}" \
	"tr.t1>*{background:var(--program);font-weight:700}tr.t2>*{background:var(--kegiatan);font-weight:600}tr.total>*{background:var(--kepala);font-weight:700}" \
	".l1{padding-left:1rem}.l2{padding-left:1.8rem}.catatan{margin:.15rem 0;font-size:.8125rem;color:#333}"                                                  \
	"svg{display:block;width:100%;max-width:60rem;height:auto;margin:0 auto 1rem;font-family:inherit}"                                                       \
	".kisi{stroke:#dbe0e5;stroke-width:.5}.sumbu{stroke:#555;stroke-width:.5}polyline,.contoh{fill:none}"                                                    \
	".d0{stroke:#6b7d94;stroke-width:1.2;stroke-dasharray:4 2.5}.d1{stroke:#144a8c;stroke-width:1.6}.d2{stroke:#29733d;stroke-width:1.2;stroke-dasharray:1 2}" \
	"footer{border-top:1px solid #c3c9cf;margin-top:1.5rem;padding-top:.4rem;font-size:.75rem;color:#444;overflow-wrap:anywhere}"                            \
	"@media (max-width:40rem){body{padding:.75rem}dl{grid-template-columns:1fr}}"                                                                            \
	"@media print{body{padding:0;font-size:8pt}.gulir{overflow:visible}table{font-size:7pt}thead{display:table-header-group}tr,svg{break-inside:avoid}"      \
	"thead th{font-size:6.5pt}th,td{padding:.6mm 1mm}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}"

static void write_style(Html *h, Kertas kertas)
{
	HTML_RAW(h, "<style>" STYLE);
	switch (kertas) {
	case KERTAS_F4:
		HTML_RAW(h, "@page{size:330mm 215mm;margin:12mm}");
		break;
	case KERTAS_A4:
		HTML_RAW(h, "@page{size:297mm 210mm;margin:12mm}");
		break;
	case KERTAS_LEGAL:
		HTML_RAW(h, "@page{size:355.6mm 215.9mm;margin:12mm}");
		break;
	}
	HTML_RAW(h, "</style>\n");
}

/* ---- chart ---- */

static void attr_length(Html *h, const char *name, double value)
{
	html_attr(h, name, str_format(h->out->arena, "%.2f", value));
}

static void write_stroke(Html *h, const char *class, TitikKurva from, TitikKurva to)
{
	html_open(h, "line");
	html_attr(h, "class", class);
	attr_length(h, "x1", from.x);
	attr_length(h, "y1", from.y);
	attr_length(h, "x2", to.x);
	attr_length(h, "y2", to.y);
	html_close(h);
}

static const char *series_class(JenisDeret jenis)
{
	static const char *const names[] = {[DERET_RENCANA] = "d0", [DERET_REALISASI] = "d1", [DERET_KELUARAN] = "d2"};
	return names[jenis];
}

static void write_series(Html *h, const DeretKurva *d)
{
	StrBuf points = {.arena = h->out->arena};
	for (uint32_t i = 0; i < d->n; i++)
		strbuf_addf(&points, "%s%.2f,%.2f", i ? " " : "", d->titik[i].x, d->titik[i].y);
	html_open(h, "polyline");
	html_attr(h, "class", series_class(d->jenis));
	html_attr(h, "points", strbuf_text(&points));
	html_close(h);
	html_line(h);
}

static void write_chart(Html *h, const Kurva *k)
{
	static const char *const anchor[] = {[LABEL_KIRI] = "start", [LABEL_TENGAH] = "middle", [LABEL_KANAN] = "end"};
	html_open(h, "svg");
	html_attr(h, "viewBox", str_format(h->out->arena, "0 0 %.0f %.0f", k->lebar, k->tinggi));
	html_attr(h, "role", "img");
	html_attr(h, "aria-label", k->uraian);
	attr_length(h, "font-size", k->ukuran);
	html_line(h);
	for (uint32_t i = 0; i < k->n_garis; i++)
		write_stroke(h, k->garis[i].sumbu ? "sumbu" : "kisi", k->garis[i].dari, k->garis[i].ke);
	html_line(h);
	for (uint32_t i = 0; i < k->n_deret; i++)
		write_series(h, &k->deret[i]);
	for (uint32_t i = 0; i < k->n_contoh; i++)
		write_stroke(h, str_format(h->out->arena, "contoh %s", series_class(k->contoh[i].jenis)), k->contoh[i].dari, k->contoh[i].ke);
	for (uint32_t i = 0; i < k->n_label; i++) {
		const LabelKurva *l = &k->label[i];
		html_open(h, "text");
		attr_length(h, "x", l->x);
		attr_length(h, "y", l->y);
		html_attr(h, "text-anchor", anchor[l->rata]);
		if (l->tebal)
			html_attr(h, "font-weight", "700");
		html_text(h, l->teks);
		html_close(h);
	}
	html_close(h);
	html_line(h);
}

/* ---- table ---- */

static void write_heading(Html *h, const char *text, unsigned columns, unsigned rows)
{
	html_open(h, "th");
	html_attr(h, "scope", columns > 1 ? "colgroup" : "col");
	if (columns > 1)
		html_attr_int(h, "colspan", columns);
	if (rows > 1)
		html_attr_int(h, "rowspan", rows);
	html_text(h, text);
	html_close(h);
}

static unsigned group_width(const BagianUmum *b, uint8_t k)
{
	unsigned n = 1;
	while (k + n < b->n_kolom && str_equal(b->kolom[k + n].grup, b->kolom[k].grup))
		n++;
	return n;
}

static void write_headings(Html *h, const BagianUmum *b)
{
	bool grouped = false;
	for (uint8_t k = 0; k < b->n_kolom; k++)
		grouped |= b->kolom[k].grup != NULL;
	html_open(h, "thead");
	html_open(h, "tr");
	for (uint8_t k = 0; k < b->n_kolom;) {
		unsigned n = b->kolom[k].grup ? group_width(b, k) : 1;
		write_heading(h, b->kolom[k].grup ? b->kolom[k].grup : b->kolom[k].judul, n, grouped && !b->kolom[k].grup ? 2 : 1);
		k = (uint8_t)(k + n);
	}
	html_close(h);
	if (grouped) {
		html_open(h, "tr");
		for (uint8_t k = 0; k < b->n_kolom; k++)
			if (b->kolom[k].grup)
				write_heading(h, b->kolom[k].judul, 1, 1);
		html_close(h);
	}
	html_close(h);
	html_line(h);
}

static void write_row(Html *h, const BagianUmum *b, const BarisUmum *baris)
{
	static const char *const tone[] = {[NADA_UMUM_BIASA] = NULL, [NADA_UMUM_TINGKAT_1] = "t1", [NADA_UMUM_TINGKAT_2] = "t2", [NADA_UMUM_TOTAL] = "total"};
	html_open(h, "tr");
	if (tone[baris->nada])
		html_attr(h, "class", tone[baris->nada]);
	for (uint8_t k = 0; k < b->n_kolom; k++) {
		const KolomUmum *c = &b->kolom[k];
		html_open(h, k ? "td" : "th");
		if (!k)
			html_attr(h, "scope", "row");
		if (c->lentur)
			html_attr(h, "class", baris->lekuk > 1 ? "lentur l2" : baris->lekuk ? "lentur l1" : "lentur");
		else if (c->rata != KOLOM_UMUM_KIRI)
			html_attr(h, "class", c->rata == KOLOM_UMUM_KANAN ? "angka" : "tengah");
		html_text(h, baris->sel[k].teks);
		html_close(h);
	}
	html_close(h);
	html_line(h);
}

static void write_part(Html *h, const TabelUmum *t, const BagianUmum *b)
{
	const char *name = *b->judul ? b->judul : t->lari;
	if (*b->judul)
		html_element(h, "h2", NULL, b->judul);
	if (b->kurva)
		write_chart(h, b->kurva);
	html_open(h, "div");
	html_attr(h, "class", "gulir");
	html_attr(h, "role", "region");
	html_attr(h, "aria-label", name);
	html_attr(h, "tabindex", "0");
	html_open(h, "table");
	if (*b->judul) /* the heading above says it already */
		html_attr(h, "aria-label", name);
	else
		html_element(h, "caption", NULL, name);
	write_headings(h, b);
	html_open(h, "tbody");
	html_line(h);
	for (uint32_t i = 0; i < b->n_baris; i++)
		write_row(h, b, &b->baris[i]);
	html_close(h);
	html_close(h);
	html_close(h);
	html_line(h);
	for (uint32_t i = 0; i < b->n_catatan; i++)
		html_element(h, "p", "catatan", b->catatan[i]);
	html_line(h);
}

Err umum_html(Keluaran *out, Arena *arena, const TabelUmum *tabel, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	(void)bahasa, (void)info;
	StrBuf text = {.arena = arena};
	Html html = html_begin(&text), *h = &html;
	HTML_RAW(h, "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n"
	            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	html_element(h, "title", NULL, tabel->lari);
	html_line(h);
	write_style(h, kertas);
	HTML_RAW(h, "</head>\n<body>\n");
	html_open(h, "header");
	html_element(h, "h1", NULL, str_format(arena, "%s\n%s", tabel->judul[0], tabel->judul[1]));
	html_open(h, "dl");
	for (uint32_t i = 0; i < tabel->n_kepala; i++) {
		html_element(h, "dt", NULL, tabel->kepala[i].label);
		html_element(h, "dd", NULL, tabel->kepala[i].isi);
	}
	html_close(h);
	html_close(h);
	html_line(h);
	html_open(h, "main");
	html_line(h);
	for (uint32_t i = 0; i < tabel->n_bagian; i++)
		write_part(h, tabel, &tabel->bagian[i]);
	html_close(h);
	html_line(h);
	html_element(h, "footer", NULL, tabel->kaki);
	HTML_RAW(h, "</body>\n</html>\n");
	html_finish(h);
	*out = render_bytes(&text);
	return ERR_OK;
}
