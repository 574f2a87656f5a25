#include "base/str.h"
#include "report/page.h"
#include "report/pdfa.h"
#include "report/render.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* The form's type: metrics of Arial, free, and embedded. Named, because whatever the system would choose instead looks different everywhere. */
static const char FONT[] = "Liberation Sans";

typedef struct { double r, g, b; } Warna;
static const Warna WARNA_BIDANG[] = {
	[BIDANG_KEPALA] = {0.906, 0.914, 0.925}, [BIDANG_NOMOR] = {0.961, 0.965, 0.973}, [BIDANG_PROGRAM] = {0.867, 0.894, 0.925},
	[BIDANG_KEGIATAN] = {0.949, 0.957, 0.969}};
static const Warna WARNA_TINTA[] = {[TINTA_HITAM] = {0, 0, 0}, [TINTA_ABU] = {0.33, 0.33, 0.33}};
static const struct { double tebal; Warna warna; } GARIS[] = {
	[GARIS_BIASA] = {0.5, {0.15, 0.15, 0.15}}, [GARIS_HALUS] = {0.25, {0.6, 0.6, 0.6}}, [GARIS_BAWAH] = {0.6, {0, 0, 0}}};

/* A word with its shape. Every different word is shaped once: reports repeat few words many times. */
typedef struct {
	Kata kata;                       /* first, so that a Kata is a KataPango */
	GSList *bentuk;                  /* PangoGlyphItem, offsets into kata.teks */
} KataPango;

typedef struct {
	Arena *arena;
	cairo_surface_t *surface;
	cairo_t *cr;
	PangoFontMap *peta;
	PangoContext *context;
	PangoLayout *layout;
	PangoFontDescription *font;
	Gaya gaya;                       /* of the layout now */
	GHashTable *kata;                /* Kata by its text and type */
	const Warna *warna;              /* of cairo now */
	StrBuf pdf;
} Pelukis;

static guint word_hash(gconstpointer key)
{
	const Kata *k = key;
	guint h = (guint)(k->gaya.ukuran * 64) * 2 + (k->gaya.tebal ? 1 : 0);
	for (uint32_t i = 0; i < k->n; i++)
		h = h * 31 + (unsigned char)k->teks[i];
	return h;
}

static gboolean word_equal(gconstpointer a, gconstpointer b)
{
	const Kata *x = a, *y = b;
	return x->n == y->n && x->gaya.tebal == y->gaya.tebal && !(x->gaya.ukuran < y->gaya.ukuran) && !(x->gaya.ukuran > y->gaya.ukuran) &&
	       memcmp(x->teks, y->teks, x->n) == 0;
}

static void shape_free(gpointer item)
{
	pango_glyph_item_free(item);
}

static void word_free(gpointer key)
{
	g_slist_free_full(((KataPango *)key)->bentuk, shape_free);
}

static void style_set(Pelukis *p, Gaya gaya)
{
	if (p->gaya.ukuran > 0 && p->gaya.tebal == gaya.tebal && !(p->gaya.ukuran < gaya.ukuran) && !(p->gaya.ukuran > gaya.ukuran))
		return;
	pango_font_description_set_absolute_size(p->font, gaya.ukuran * PANGO_SCALE);
	pango_font_description_set_weight(p->font, gaya.tebal ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(p->layout, p->font);
	p->gaya = gaya;
}

static double item_width(const PangoGlyphItem *item, uint32_t end, double *blank)
{
	double sum = 0;
	for (int i = 0; i < item->glyphs->num_glyphs; i++) {
		double width = (double)item->glyphs->glyphs[i].geometry.width / PANGO_SCALE;
		sum += width;
		if ((uint32_t)(item->item->offset + item->glyphs->log_clusters[i]) == end)
			*blank = width;
	}
	return sum;
}

static const Kata *word_shape(Pelukis *p, const char *text, size_t n, Gaya gaya)
{
	KataPango *word = ARENA_NEW(p->arena, KataPango);
	double blank = 0;
	uint32_t end = n > 1 && text[n - 1] == ' ' ? (uint32_t)n - 1 : UINT32_MAX;
	word->kata = (Kata){.teks = text, .n = (uint32_t)n, .gaya = gaya};
	style_set(p, gaya);
	pango_layout_set_text(p->layout, text, (int)n);
	PangoLayoutLine *line = pango_layout_get_line_readonly(p->layout, 0);
	for (GSList *run = line ? line->runs : NULL; run; run = run->next) {
		PangoGlyphItem *item = pango_glyph_item_copy(run->data);
		word->bentuk = g_slist_append(word->bentuk, item);
		word->kata.lebar += item_width(item, end, &blank);
	}
	word->kata.tampak = word->kata.lebar - blank;
	g_hash_table_add(p->kata, word);
	return &word->kata;
}

static const Kata *word_get(void *ctx, const char *text, size_t n, Gaya gaya)
{
	Pelukis *p = ctx;
	Kata key = {.teks = text, .n = (uint32_t)n, .gaya = gaya};
	const Kata *known = g_hash_table_lookup(p->kata, &key);
	return known ? known : word_shape(p, text, n, gaya);
}

static void colour_set(Pelukis *p, const Warna *warna)
{
	if (p->warna != warna)
		cairo_set_source_rgb(p->cr, warna->r, warna->g, warna->b);
	p->warna = warna;
}

static void text_draw(Pelukis *p, const Unsur *u)
{
	double x = u->x;
	colour_set(p, &WARNA_TINTA[u->tinta]);
	for (uint32_t i = 0; i < u->n_kata; i++) {
		const KataPango *word = (const KataPango *)u->kata[i];
		double at = x;
		for (GSList *s = word->bentuk; s; s = s->next) {
			double blank = 0;
			cairo_move_to(p->cr, at, u->y);
			pango_cairo_show_glyph_item(p->cr, word->kata.teks, s->data);
			at += item_width(s->data, UINT32_MAX, &blank);
		}
		x += word->kata.lebar;
	}
}

static void rule_draw(Pelukis *p, const Garis *g)
{
	colour_set(p, &GARIS[g->jenis].warna);
	cairo_set_line_width(p->cr, GARIS[g->jenis].tebal);
	cairo_move_to(p->cr, g->x0, g->y0);
	cairo_line_to(p->cr, g->x1, g->y1);
	cairo_stroke(p->cr);
}

/* Hair lines first, so that the stronger rules lie over their ends. */
static void rules_draw(Pelukis *p, const Halaman *h)
{
	for (size_t i = 0; i < h->n_garis; i++)
		if (h->garis[i].jenis == GARIS_HALUS)
			rule_draw(p, &h->garis[i]);
	for (size_t i = 0; i < h->n_garis; i++)
		if (h->garis[i].jenis != GARIS_HALUS)
			rule_draw(p, &h->garis[i]);
}

static void page_draw(Pelukis *p, const Halaman *h)
{
	p->warna = NULL;
	for (size_t i = 0; i < h->n_bidang; i++) {
		const Bidang *b = &h->bidang[i];
		colour_set(p, &WARNA_BIDANG[b->warna]);
		cairo_rectangle(p->cr, b->x, b->y, b->lebar, b->tinggi);
		cairo_fill(p->cr);
	}
	rules_draw(p, h);
	for (size_t i = 0; i < h->n_unsur; i++) {
		const Unsur *u = &h->unsur[i];
		if (u->jenis == UNSUR_TEKS)
			text_draw(p, u);
		else if (u->jenis == UNSUR_MULAI)
			cairo_tag_begin(p->cr, u->tag, NULL);
		else
			cairo_tag_end(p->cr, u->tag);
	}
	cairo_show_page(p->cr);
}

static cairo_status_t bytes_add(void *closure, const unsigned char *bytes, unsigned n)
{
	strbuf_addn(closure, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void painter_open(Pelukis *p, Arena *arena)
{
	*p = (Pelukis){.arena = arena, .pdf.arena = arena};
	p->surface = cairo_pdf_surface_create_for_stream(bytes_add, &p->pdf, 1, 1);
	cairo_pdf_surface_restrict_to_version(p->surface, CAIRO_PDF_VERSION_1_4);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"); /* else the clock; pdfa sets the true one */
	p->cr = cairo_create(p->surface);
	p->peta = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	p->context = pango_font_map_create_context(p->peta);
	pango_cairo_context_set_resolution(p->context, 72);
	pango_context_set_round_glyph_positions(p->context, FALSE);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(p->context, options);
	cairo_font_options_destroy(options);
	p->layout = pango_layout_new(p->context);
	pango_layout_set_single_paragraph_mode(p->layout, TRUE);
	p->font = pango_font_description_new();
	pango_font_description_set_family_static(p->font, FONT);
	p->kata = g_hash_table_new_full(word_hash, word_equal, word_free, NULL);
}

static void painter_close(Pelukis *p)
{
	g_hash_table_destroy(p->kata);
	pango_font_description_free(p->font);
	g_object_unref(p->layout);
	g_object_unref(p->context);
	g_object_unref(p->peta);
	cairo_destroy(p->cr);
	cairo_surface_destroy(p->surface);
}

static bool font_present(Pelukis *p)
{
	pango_font_description_set_absolute_size(p->font, 8 * PANGO_SCALE);
	PangoFont *font = pango_font_map_load_font(p->peta, p->context, p->font);
	if (!font)
		return false;
	PangoFontDescription *found = pango_font_describe(font);
	bool same = str_equal(pango_font_description_get_family(found), FONT);
	pango_font_description_free(found);
	g_object_unref(font);
	return same;
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

static PdfaMeta meta_build(Arena *arena, const TabelForm *form, const TataLetak *t)
{
	const Snapshot *s = form->snapshot;
	const char *month = form->kepala[2].isi, *year = form->kepala[3].isi;
	PdfaMeta meta = {
		.judul = str_format(arena, "Laporan Capaian Pelaksanaan Program/Kegiatan%s%s%s%s", *month ? " " : "", month, *year ? " " : "", year),
		.pembuat = str_squeeze(arena, s->kepala.unit_organisasi),
		.subjek = str_format(arena, "%s%s%s", form->kaki_kebijakan, *form->kaki_data ? " · " : "", form->kaki_data),
		.bahasa_isi = "id",
		.tanggal = s->kepala.kondisi.tahun ? s->kepala.kondisi : s->tanda_tangan.tanggal,
	};
	attributes_collect(&meta, arena, t);
	return meta;
}

static Err paint(Pelukis *p, Keluaran *out, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	if (!font_present(p))
		return err_set(info, ERR_OPEN, str_format(p->arena, teks(bahasa, "the font %s, which the form is printed in, is not installed"), FONT),
		               teks(bahasa, "install the package fonts-liberation"));
	Pengukur ukur = {p, word_get};
	const TataLetak *t = page_layout(p->arena, form, kertas, &ukur);
	cairo_pdf_surface_set_size(p->surface, t->lebar, t->tinggi);
	for (size_t i = 0; i < t->n_halaman; i++)
		page_draw(p, &t->halaman[i]);
	cairo_surface_finish(p->surface);
	cairo_status_t status = cairo_status(p->cr);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(p->surface);
	if (status != CAIRO_STATUS_SUCCESS)
		return err_set(info, ERR_WRITE, str_format(p->arena, teks(bahasa, "cannot draw the PDF: %s"), cairo_status_to_string(status)), NULL);
	PdfaMeta meta = meta_build(p->arena, form, t);
	return pdfa_convert(out, p->arena, p->pdf.str, p->pdf.len, &meta, bahasa, info);
}

Err render_pdf(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	Pelukis p;
	painter_open(&p, arena);
	Err err = paint(&p, out, form, kertas, bahasa, info);
	painter_close(&p);
	return err;
}
