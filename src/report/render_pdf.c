#include "base/str.h"
#include "report/huruf.h"
#include "report/lukis.h"
#include "report/page.h"
#include "report/pdfa.h"
#include "base/pustaka.h"
#include "report/render.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#define CAIRO_FUNCTIONS(F) \
	F(cairo_create) F(cairo_destroy) F(cairo_fill) F(cairo_font_face_destroy) F(cairo_font_options_create) F(cairo_font_options_destroy) \
	F(cairo_font_options_set_hint_metrics) F(cairo_font_options_set_hint_style) F(cairo_ft_font_face_create_for_pattern) F(cairo_line_to) \
	F(cairo_move_to) F(cairo_pdf_surface_create_for_stream) F(cairo_pdf_surface_restrict_to_version) F(cairo_pdf_surface_set_metadata) \
	F(cairo_pdf_surface_set_size) F(cairo_rectangle) F(cairo_set_dash) F(cairo_set_font_face) F(cairo_set_font_options) F(cairo_set_font_size) F(cairo_set_line_width) \
	F(cairo_set_source_rgb) F(cairo_show_page) F(cairo_show_text_glyphs) F(cairo_status) F(cairo_status_to_string) F(cairo_stroke) \
	F(cairo_surface_destroy) F(cairo_surface_finish) F(cairo_surface_status) F(cairo_tag_begin) F(cairo_tag_end) \
	F(FcPatternCreate) F(FcPatternAddString) F(FcPatternAddInteger) F(FcPatternDestroy)
typedef struct { CAIRO_FUNCTIONS(PUSTAKA_ANGGOTA) } PustakaCairo;

typedef struct { double r, g, b; } Warna;
static const Warna WARNA_BIDANG[] = {
	[BIDANG_KEPALA] = {0.906, 0.914, 0.925}, [BIDANG_NOMOR] = {0.961, 0.965, 0.973}, [BIDANG_PROGRAM] = {0.867, 0.894, 0.925},
	[BIDANG_KEGIATAN] = {0.949, 0.957, 0.969}};
static const Warna WARNA_TINTA[] = {[TINTA_HITAM] = {0, 0, 0}, [TINTA_ABU] = {0.33, 0.33, 0.33}};
/* Drawn in this order: the stronger rules lie over the ends of the hair lines. */
static const struct { JenisGaris jenis; double tebal; Warna warna; } GARIS[] = {
	{GARIS_HALUS, 0.25, {0.6, 0.6, 0.6}}, {GARIS_BIASA, 0.5, {0.15, 0.15, 0.15}}, {GARIS_BAWAH, 0.6, {0, 0, 0}}};

/* A font file as cairo knows it. */
typedef struct Muka Muka;
struct Muka { Muka *next; uint32_t berkas; cairo_font_face_t *muka; };

typedef struct {
	Arena *arena;
	PustakaCairo l;
	Huruf *huruf;
	cairo_surface_t *surface;
	cairo_t *cr;
	Muka *muka;
	/* What cairo has now: */
	bool ada_font;
	uint32_t berkas_kini;
	double ukuran_kini;
	const Warna *warna_kini;
	/* The part of a line being gathered: */
	size_t n_glif, cap_glif; cairo_glyph_t *glif;
	size_t n_gugus, cap_gugus; cairo_text_cluster_t *gugus;
	StrBuf teks;
	StrBuf pdf;
} Pelukis;

static void colour_set(Pelukis *p, const Warna *warna)
{
	if (p->warna_kini != warna)
		p->l.cairo_set_source_rgb(p->cr, warna->r, warna->g, warna->b);
	p->warna_kini = warna;
}

/* Cairo opens the file itself; the pattern only names it. */
static cairo_font_face_t *font_face(Pelukis *p, uint32_t berkas)
{
	for (const Muka *m = p->muka; m; m = m->next)
		if (m->berkas == berkas)
			return m->muka;
	int indeks;
	const char *path = huruf_file(p->huruf, berkas, &indeks);
	FcPattern *pattern = p->l.FcPatternCreate();
	p->l.FcPatternAddString(pattern, FC_FILE, (const FcChar8 *)path);
	p->l.FcPatternAddInteger(pattern, FC_INDEX, indeks);
	Muka *m = ARENA_NEW(p->arena, Muka);
	*m = (Muka){p->muka, berkas, p->l.cairo_ft_font_face_create_for_pattern(pattern)};
	p->muka = m;
	p->l.FcPatternDestroy(pattern);
	return m->muka;
}

static bool font_is(const Pelukis *p, uint32_t berkas, double size)
{
	return p->ada_font && p->berkas_kini == berkas && !(p->ukuran_kini < size) && !(p->ukuran_kini > size);
}

static void font_set(Pelukis *p, uint32_t berkas, double size)
{
	p->l.cairo_set_font_face(p->cr, font_face(p, berkas));
	p->l.cairo_set_font_size(p->cr, size);
	p->ada_font = true;
	p->berkas_kini = berkas;
	p->ukuran_kini = size;
}

static void gathered_show(Pelukis *p, bool backward)
{
	if (p->n_glif)
		p->l.cairo_show_text_glyphs(p->cr, strbuf_text(&p->teks), (int)p->teks.len, p->glif, (int)p->n_glif, p->gugus, (int)p->n_gugus,
		                            backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	p->n_glif = p->n_gugus = p->teks.len = 0;
}

static void word_gather(Pelukis *p, const Kata *word, const Bentuk *b, double x, double y)
{
	double size = word->gaya.ukuran;
	for (uint32_t i = 0; i < b->n_glif; i++)
		*ARENA_PUSH(p->arena, p->glif, p->n_glif, p->cap_glif) = (cairo_glyph_t){b->glif[i].glif, x + b->glif[i].x * size, y + b->glif[i].y * size};
	for (uint32_t i = 0; i < b->n_gugus; i++)
		*ARENA_PUSH(p->arena, p->gugus, p->n_gugus, p->cap_gugus) = (cairo_text_cluster_t){b->gugus[i].n_byte, b->gugus[i].n_glif};
	strbuf_addn(&p->teks, word->teks, word->n);
}

/* A line goes to cairo in as few parts as it has fonts, so that a reader finds whole sentences. */
static void text_draw(Pelukis *p, const Unsur *u)
{
	double x = u->x;
	colour_set(p, &WARNA_TINTA[u->tinta]);
	for (uint32_t i = 0; i < u->n_kata; i++) {
		const Kata *word = u->kata[i];
		const Bentuk *b = huruf_bentuk(word);
		if (b->mundur || !font_is(p, b->berkas, word->gaya.ukuran)) {
			gathered_show(p, false);
			font_set(p, b->berkas, word->gaya.ukuran);
		}
		word_gather(p, word, b, x, u->y);
		if (b->mundur)
			gathered_show(p, true);
		x += word->lebar;
	}
	gathered_show(p, false);
}

static void areas_draw(Pelukis *p, const Halaman *h)
{
	for (size_t warna = 0; warna < sizeof WARNA_BIDANG / sizeof *WARNA_BIDANG; warna++) {
		colour_set(p, &WARNA_BIDANG[warna]);
		for (size_t i = 0; i < h->n_bidang; i++)
			if (h->bidang[i].warna == warna)
				p->l.cairo_rectangle(p->cr, h->bidang[i].x, h->bidang[i].y, h->bidang[i].lebar, h->bidang[i].tinggi);
		p->l.cairo_fill(p->cr);
	}
}

static void rules_draw(Pelukis *p, const Halaman *h)
{
	for (size_t k = 0; k < sizeof GARIS / sizeof *GARIS; k++) {
		colour_set(p, &GARIS[k].warna);
		p->l.cairo_set_line_width(p->cr, GARIS[k].tebal);
		for (size_t i = 0; i < h->n_garis; i++) {
			const Garis *g = &h->garis[i];
			if (g->jenis != GARIS[k].jenis)
				continue;
			p->l.cairo_move_to(p->cr, g->x0, g->y0);
			p->l.cairo_line_to(p->cr, g->x1, g->y1);
		}
		p->l.cairo_stroke(p->cr);
	}
}

static const struct { double tebal, putus[2]; int n_putus; Warna warna; } DERET[] = {
	[DERET_RENCANA] = {1.2, {4, 2.5}, 2, {0.42, 0.49, 0.58}}, [DERET_REALISASI] = {1.6, {0, 0}, 0, {0.08, 0.29, 0.55}},
	[DERET_KELUARAN] = {1.2, {1, 2}, 2, {0.16, 0.45, 0.24}}};
static const Warna WARNA_KISI = {0.86, 0.88, 0.9}, WARNA_SUMBU = {0.35, 0.35, 0.35};

static void stroke_set(Pelukis *p, JenisDeret jenis)
{
	colour_set(p, &DERET[jenis].warna);
	p->l.cairo_set_line_width(p->cr, DERET[jenis].tebal);
	p->l.cairo_set_dash(p->cr, DERET[jenis].putus, DERET[jenis].n_putus, 0);
}

static void chart_draw(Pelukis *p, const LetakKurva *letak)
{
	const Kurva *k = letak->kurva;
	for (int axis = 0; axis < 2; axis++) {
		colour_set(p, axis ? &WARNA_SUMBU : &WARNA_KISI);
		p->l.cairo_set_line_width(p->cr, 0.5);
		for (uint32_t i = 0; i < k->n_garis; i++) {
			if (k->garis[i].sumbu != (axis == 1))
				continue;
			p->l.cairo_move_to(p->cr, letak->x + k->garis[i].dari.x, letak->y + k->garis[i].dari.y);
			p->l.cairo_line_to(p->cr, letak->x + k->garis[i].ke.x, letak->y + k->garis[i].ke.y);
		}
		p->l.cairo_stroke(p->cr);
	}
	for (uint32_t i = 0; i < k->n_deret; i++) {
		stroke_set(p, k->deret[i].jenis);
		for (uint32_t j = 0; j < k->deret[i].n; j++)
			(j ? p->l.cairo_line_to : p->l.cairo_move_to)(p->cr, letak->x + k->deret[i].titik[j].x, letak->y + k->deret[i].titik[j].y);
		p->l.cairo_stroke(p->cr);
	}
	for (uint32_t i = 0; i < k->n_contoh; i++) {
		stroke_set(p, k->contoh[i].jenis);
		p->l.cairo_move_to(p->cr, letak->x + k->contoh[i].dari.x, letak->y + k->contoh[i].dari.y);
		p->l.cairo_line_to(p->cr, letak->x + k->contoh[i].ke.x, letak->y + k->contoh[i].ke.y);
		p->l.cairo_stroke(p->cr);
	}
	p->l.cairo_set_dash(p->cr, NULL, 0, 0);
}

static void page_draw(Pelukis *p, const Halaman *h)
{
	areas_draw(p, h);
	rules_draw(p, h);
	for (size_t i = 0; i < h->n_kurva; i++)
		chart_draw(p, &h->kurva[i]);
	for (size_t i = 0; i < h->n_unsur; i++) {
		const Unsur *u = &h->unsur[i];
		if (u->jenis == UNSUR_TEKS)
			text_draw(p, u);
		else if (u->jenis == UNSUR_MULAI)
			p->l.cairo_tag_begin(p->cr, u->tag, NULL);
		else
			p->l.cairo_tag_end(p->cr, u->tag);
	}
	p->l.cairo_show_page(p->cr);
}

static cairo_status_t bytes_add(void *closure, const unsigned char *bytes, unsigned n)
{
	strbuf_addn(closure, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static const char *cairo_load(PustakaCairo *l)
{
	PUSTAKA_BUKA(handle, "libcairo.so.2") /* brings fontconfig along */
	CAIRO_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

static void painter_open(Pelukis *p)
{
	p->surface = p->l.cairo_pdf_surface_create_for_stream(bytes_add, &p->pdf, 1, 1);
	p->l.cairo_pdf_surface_restrict_to_version(p->surface, CAIRO_PDF_VERSION_1_4);
	p->l.cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"); /* else the clock; pdfa sets the true one */
	p->cr = p->l.cairo_create(p->surface);
	cairo_font_options_t *options = p->l.cairo_font_options_create();
	p->l.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	p->l.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	p->l.cairo_set_font_options(p->cr, options);
	p->l.cairo_font_options_destroy(options);
}

static void painter_close(Pelukis *p)
{
	p->l.cairo_destroy(p->cr);
	for (const Muka *m = p->muka; m; m = m->next)
		p->l.cairo_font_face_destroy(m->muka);
	p->l.cairo_surface_destroy(p->surface);
}

/* Attributes of table cells in order, for the structure tree. */
static void attributes_collect(PdfaMeta *meta, Arena *arena, const TataLetak *t)
{
	const char **list = NULL;
	size_t n = 0, cap = 0;
	for (size_t i = 0; i < t->n_halaman; i++)
		for (size_t j = 0; j < t->halaman[i].n_unsur; j++) {
			const Unsur *u = &t->halaman[i].unsur[j];
			if (u->jenis == UNSUR_MULAI && (str_equal(u->tag, "TH") || str_equal(u->tag, "TD")))
				*ARENA_PUSH(arena, list, n, cap) = u->atribut;
		}
	meta->atribut = list;
	meta->n_atribut = n;
}

static PdfaMeta meta_build(Arena *arena, const TabelForm *form)
{
	const Snapshot *s = form->snapshot;
	const char *month = form->kepala[2].isi, *year = form->kepala[3].isi;
	return (PdfaMeta){
		.judul = str_format(arena, "Laporan Capaian Pelaksanaan Program/Kegiatan%s%s%s%s", *month ? " " : "", month, *year ? " " : "", year),
		.pembuat = str_squeeze(arena, s->kepala.unit_organisasi),
		.subjek = str_format(arena, "%s%s%s", form->kaki_kebijakan, *form->kaki_data ? " · " : "", form->kaki_data),
		.bahasa_isi = "id",
		.tanggal = s->kepala.kondisi.tahun ? s->kepala.kondisi : s->tanda_tangan.tanggal,
	};
}

static Err paint(Pelukis *p, Keluaran *out, const DokumenPdf *dokumen, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	Pengukur ukur = {p->huruf, huruf_kata};
	const TataLetak *t = dokumen->tata(p->arena, dokumen->isi, kertas, &ukur);
	p->l.cairo_pdf_surface_set_size(p->surface, t->lebar, t->tinggi);
	for (size_t i = 0; i < t->n_halaman; i++)
		page_draw(p, &t->halaman[i]);
	p->l.cairo_surface_finish(p->surface);
	cairo_status_t status = p->l.cairo_status(p->cr);
	if (status == CAIRO_STATUS_SUCCESS)
		status = p->l.cairo_surface_status(p->surface);
	if (status != CAIRO_STATUS_SUCCESS)
		return err_set(info, ERR_WRITE, str_format(p->arena, teks(bahasa, "cannot draw the PDF: %s"), p->l.cairo_status_to_string(status)), NULL);
	PdfaMeta meta = dokumen->meta;
	attributes_collect(&meta, p->arena, t);
	return pdfa_convert(out, p->arena, p->pdf.str, p->pdf.len, &meta, bahasa, info);
}

Err lukis_pdf(Keluaran *out, Arena *arena, const DokumenPdf *dokumen, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	Pelukis p = {.arena = arena, .pdf.arena = arena, .teks.arena = arena};
	const char *missing = cairo_load(&p.l);
	if (missing)
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "a PDF cannot be drawn: %s is missing"), missing),
		               teks(bahasa, "install the packages libcairo2, libharfbuzz0b and fonts-liberation"));
	Err err = huruf_open(&p.huruf, arena, bahasa, info);
	if (err != ERR_OK)
		return err;
	painter_open(&p);
	err = paint(&p, out, dokumen, kertas, bahasa, info);
	painter_close(&p);
	huruf_close(p.huruf);
	return err;
}

static const TataLetak *form_layout(Arena *arena, const void *form, Kertas kertas, const Pengukur *pengukur)
{
	return page_layout(arena, form, kertas, pengukur);
}

Err render_pdf(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	const DokumenPdf dokumen = {form, form_layout, meta_build(arena, form)};
	return lukis_pdf(out, arena, &dokumen, kertas, bahasa, info);
}
