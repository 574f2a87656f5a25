#include "base/str.h"
#include "report/page.h"
#include "report/pdfa.h"
#include "report/pustaka_pdf.h"
#include "report/render.h"

#include <cairo-pdf.h>
#include <dlfcn.h>
#include <pango/pangocairo.h>

/* The form's type: metrics of Arial, free, and embedded. Named, because whatever the system would choose instead looks different everywhere. */
static const char FONT[] = "Liberation Sans";

/* Words are shaped once, at this size, and scaled: without hinting every size has the same proportions. */
static const double UKURAN_BENTUK = 16;

typedef struct { double r, g, b; } Warna;
static const Warna WARNA_BIDANG[] = {
	[BIDANG_KEPALA] = {0.906, 0.914, 0.925}, [BIDANG_NOMOR] = {0.961, 0.965, 0.973}, [BIDANG_PROGRAM] = {0.867, 0.894, 0.925},
	[BIDANG_KEGIATAN] = {0.949, 0.957, 0.969}};
static const Warna WARNA_TINTA[] = {[TINTA_HITAM] = {0, 0, 0}, [TINTA_ABU] = {0.33, 0.33, 0.33}};
/* Drawn in this order: the stronger rules lie over the ends of the hair lines. */
static const struct { JenisGaris jenis; double tebal; Warna warna; } GARIS[] = {
	{GARIS_HALUS, 0.25, {0.6, 0.6, 0.6}}, {GARIS_BIASA, 0.5, {0.15, 0.15, 0.15}}, {GARIS_BAWAH, 0.6, {0, 0, 0}}};

/* A stretch of a word in one font, in glyphs at UKURAN_BENTUK. */
typedef struct Bentuk Bentuk;
struct Bentuk {
	Bentuk *next;
	PangoFont *font;
	bool mundur;                     /* written right to left */
	int n_glif; cairo_glyph_t *glif; /* x from the start of the stretch, y 0 */
	int n_gugus; cairo_text_cluster_t *gugus;
	const char *teks; int n_teks;
	double lebar;
};

/* Words are known by text and weight; their widths by text, weight and size. Reports repeat few words many times. */
typedef struct {
	Kata kata;                       /* first, so that a Kata is a KataPango */
	Bentuk *bentuk;
} KataPango;

/* The functions of the libraries, found when the first PDF is asked for. */
typedef struct {
#define FUNGSI(nama) __typeof__(&nama) nama;
	PUSTAKA_PDF(FUNGSI)
#undef FUNGSI
} Pustaka;

typedef struct {
	Arena *arena;
	Pustaka l;
	cairo_surface_t *surface;
	cairo_t *cr;
	cairo_font_options_t *opsi;
	PangoFontMap *peta;
	PangoContext *context;
	PangoFontDescription *font[2];   /* regular, bold */
	GHashTable *kata, *bentuk;
	GPtrArray *dipakai;              /* fonts held by shapes */
	PangoGlyphString *glif_kata;     /* of the word being shaped */
	PangoItem *ascii[2];             /* how ASCII is shaped, regular and bold; NULL before the first such word */
	/* What cairo has now: */
	PangoFont *font_kini;
	double ukuran_kini;
	const Warna *warna_kini;
	/* The stretch of the line being gathered: */
	size_t n_glif, cap_glif; cairo_glyph_t *glif;
	size_t n_gugus, cap_gugus; cairo_text_cluster_t *gugus;
	StrBuf teks;
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

static bool same_size(double a, double b)
{
	return !(a < b) && !(a > b);
}

static gboolean word_equal(gconstpointer a, gconstpointer b)
{
	const Kata *x = a, *y = b;
	return x->n == y->n && x->gaya.tebal == y->gaya.tebal && same_size(x->gaya.ukuran, y->gaya.ukuran) && memcmp(x->teks, y->teks, x->n) == 0;
}

/* Pango's own marks for "nothing to see" and "no font has this character" are no glyphs of the font. */
static unsigned long glyph_index(PangoGlyph glyph)
{
	return glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : glyph;
}

static void glyphs_copy(Pelukis *p, Bentuk *b, const PangoGlyphString *glyphs)
{
	b->glif = ARENA_ARRAY(p->arena, cairo_glyph_t, (size_t)glyphs->num_glyphs);
	b->gugus = ARENA_ARRAY(p->arena, cairo_text_cluster_t, (size_t)glyphs->num_glyphs);
	int end = b->n_teks;
	for (int j = 0; j < glyphs->num_glyphs; j++) {
		int i = b->mundur ? j : glyphs->num_glyphs - 1 - j; /* clusters from the end of the text backwards */
		bool new_cluster = b->n_gugus == 0 || glyphs->log_clusters[i] != end;
		if (new_cluster) {
			b->gugus[b->n_gugus++] = (cairo_text_cluster_t){.num_bytes = end - glyphs->log_clusters[i]};
			end = glyphs->log_clusters[i];
		}
		b->gugus[b->n_gugus - 1].num_glyphs += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
	}
	for (int i = 0; i < b->n_gugus / 2; i++) {
		cairo_text_cluster_t swap = b->gugus[i];
		b->gugus[i] = b->gugus[b->n_gugus - 1 - i];
		b->gugus[b->n_gugus - 1 - i] = swap;
	}
	for (int i = 0; i < glyphs->num_glyphs; i++) {
		const PangoGlyphInfo *g = &glyphs->glyphs[i];
		if (g->glyph != PANGO_GLYPH_EMPTY)
			b->glif[b->n_glif++] = (cairo_glyph_t){glyph_index(g->glyph), b->lebar + (double)g->geometry.x_offset / PANGO_SCALE,
			                                       (double)g->geometry.y_offset / PANGO_SCALE};
		b->lebar += (double)g->geometry.width / PANGO_SCALE;
	}
}

static Bentuk *stretch_shape(Pelukis *p, const char *text, int n, const PangoAnalysis *analysis)
{
	Bentuk *b = ARENA_NEW(p->arena, Bentuk);
	*b = (Bentuk){.font = (p->l.g_object_ref)(analysis->font) /* the name alone is a macro */, .mundur = analysis->level % 2, .teks = text, .n_teks = n};
	g_ptr_array_add(p->dipakai, b->font);
	p->l.pango_shape(text, n, analysis, p->glif_kata);
	glyphs_copy(p, b, p->glif_kata);
	return b;
}

static void items_free(Pelukis *p, GList *items)
{
	for (GList *i = items; i; i = i->next)
		p->l.pango_item_free(i->data);
	g_list_free(items);
}

static GList *word_itemize(Pelukis *p, const Kata *word)
{
	p->l.pango_context_set_font_description(p->context, p->font[word->gaya.tebal]);
	return p->l.pango_itemize(p->context, word->teks, 0, (int)word->n, NULL, NULL);
}

static bool is_ascii(const Kata *word)
{
	for (uint32_t i = 0; i < word->n; i++)
		if ((unsigned char)word->teks[i] >= 0x80)
			return false;
	return true;
}

/* All of ASCII is in the named font and written one way, so the first such word is analysed for them all. */
static const PangoAnalysis *ascii_analysis(Pelukis *p, const Kata *word)
{
	PangoItem **item = &p->ascii[word->gaya.tebal];
	if (!*item) {
		GList *items = word_itemize(p, word);
		*item = p->l.pango_item_copy(items->data);
		items_free(p, items);
	}
	return &(*item)->analysis;
}

static Bentuk *word_shape(Pelukis *p, const Kata *word)
{
	if (is_ascii(word))
		return stretch_shape(p, word->teks, (int)word->n, ascii_analysis(p, word));
	Bentuk *first = NULL, **last = &first;
	GList *logical = word_itemize(p, word), *visual = p->l.pango_reorder_items(logical);
	for (GList *i = visual; i; i = i->next) {
		const PangoItem *item = i->data;
		*last = stretch_shape(p, word->teks + item->offset, item->length, &item->analysis);
		last = &(*last)->next;
	}
	g_list_free(visual);
	items_free(p, logical);
	return first;
}

static KataPango *word_find(Pelukis *p, GHashTable *table, const Kata *key)
{
	KataPango *word = g_hash_table_lookup(table, key);
	if (!word) {
		word = ARENA_NEW(p->arena, KataPango);
		word->kata = *key;
		g_hash_table_add(table, word);
	}
	return word;
}

static const KataPango *shape_find(Pelukis *p, Kata key)
{
	key.gaya.ukuran = UKURAN_BENTUK;
	KataPango *word = word_find(p, p->bentuk, &key);
	if (word->bentuk || word->kata.n == 0)
		return word;
	word->bentuk = word_shape(p, &word->kata);
	double blank = 0;
	for (const Bentuk *b = word->bentuk; b; b = b->next) {
		word->kata.lebar += b->lebar;
		if (!b->next && b->n_glif > 1 && b->teks[b->n_teks - 1] == ' ')
			blank = b->lebar - b->glif[b->n_glif - 1].x;
	}
	word->kata.tampak = word->kata.lebar - blank;
	return word;
}

static const Kata *word_get(void *ctx, const char *text, size_t n, Gaya gaya)
{
	Pelukis *p = ctx;
	Kata key = {.teks = text, .n = (uint32_t)n, .gaya = gaya};
	KataPango *word = word_find(p, p->kata, &key);
	if (!word->bentuk && n > 0) {
		const KataPango *shaped = shape_find(p, key);
		word->bentuk = shaped->bentuk;
		word->kata.lebar = shaped->kata.lebar * gaya.ukuran / UKURAN_BENTUK;
		word->kata.tampak = shaped->kata.tampak * gaya.ukuran / UKURAN_BENTUK;
	}
	return &word->kata;
}

static void colour_set(Pelukis *p, const Warna *warna)
{
	if (p->warna_kini != warna)
		p->l.cairo_set_source_rgb(p->cr, warna->r, warna->g, warna->b);
	p->warna_kini = warna;
}

static void font_set(Pelukis *p, PangoFont *font, double size)
{
	if (p->font_kini != font)
		p->l.cairo_set_font_face(p->cr, p->l.cairo_scaled_font_get_font_face(p->l.pango_cairo_font_get_scaled_font((PangoCairoFont *)font)));
	if (p->font_kini != font || !same_size(p->ukuran_kini, size))
		p->l.cairo_set_font_size(p->cr, size);
	p->font_kini = font;
	p->ukuran_kini = size;
}

static void gathered_show(Pelukis *p, bool backward)
{
	if (p->n_glif)
		p->l.cairo_show_text_glyphs(p->cr, strbuf_text(&p->teks), (int)p->teks.len, p->glif, (int)p->n_glif, p->gugus, (int)p->n_gugus,
		                       backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
	p->n_glif = p->n_gugus = p->teks.len = 0;
}

static void stretch_gather(Pelukis *p, const Bentuk *b, double x, double y, double scale)
{
	for (int i = 0; i < b->n_glif; i++)
		*ARENA_PUSH(p->arena, p->glif, p->n_glif, p->cap_glif) = (cairo_glyph_t){b->glif[i].index, x + b->glif[i].x * scale, y + b->glif[i].y * scale};
	for (int i = 0; i < b->n_gugus; i++)
		*ARENA_PUSH(p->arena, p->gugus, p->n_gugus, p->cap_gugus) = b->gugus[i];
	strbuf_addn(&p->teks, b->teks, (size_t)b->n_teks);
}

/* A line goes to cairo in as few pieces as it has fonts, so that a reader finds whole sentences. */
static void text_draw(Pelukis *p, const Unsur *u)
{
	double x = u->x;
	colour_set(p, &WARNA_TINTA[u->tinta]);
	for (uint32_t i = 0; i < u->n_kata; i++) {
		const KataPango *word = (const KataPango *)u->kata[i];
		double size = word->kata.gaya.ukuran, scale = size / UKURAN_BENTUK;
		for (const Bentuk *b = word->bentuk; b; b = b->next) {
			if (b->font != p->font_kini || !same_size(size, p->ukuran_kini) || b->mundur) {
				gathered_show(p, false);
				font_set(p, b->font, size);
			}
			stretch_gather(p, b, x, u->y, scale);
			if (b->mundur)
				gathered_show(p, true);
			x += b->lebar * scale;
		}
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

static void page_draw(Pelukis *p, const Halaman *h)
{
	areas_draw(p, h);
	rules_draw(p, h);
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

static void pango_open(Pelukis *p)
{
	p->peta = p->l.pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	p->context = p->l.pango_font_map_create_context(p->peta);
	p->l.pango_cairo_context_set_resolution(p->context, 72);
	p->l.pango_context_set_round_glyph_positions(p->context, FALSE);
	p->l.pango_cairo_context_set_font_options(p->context, p->opsi);
	for (int bold = 0; bold < 2; bold++) {
		p->font[bold] = p->l.pango_font_description_new();
		p->l.pango_font_description_set_family_static(p->font[bold], FONT);
		p->l.pango_font_description_set_absolute_size(p->font[bold], UKURAN_BENTUK * PANGO_SCALE);
		p->l.pango_font_description_set_weight(p->font[bold], bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	}
	p->kata = g_hash_table_new(word_hash, word_equal);
	p->bentuk = g_hash_table_new(word_hash, word_equal);
	p->dipakai = g_ptr_array_new_with_free_func(p->l.g_object_unref);
	p->glif_kata = p->l.pango_glyph_string_new();
}

/* The name of what is missing, or NULL. Never closed again: the libraries keep state of their own. */
static const char *library_load(Pustaka *l)
{
	static const char PANGO[] = "libpangocairo-1.0.so.0"; /* brings pango, cairo and gobject along */
	void *handle = dlopen(PANGO, RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		return PANGO;
#define FUNGSI(nama)                                                                                                    \
	if (!(*(void **)&l->nama = dlsym(handle, #nama)))                                                                   \
		return #nama;
	PUSTAKA_PDF(FUNGSI)
#undef FUNGSI
	return NULL;
}

static void painter_open(Pelukis *p)
{
	p->surface = p->l.cairo_pdf_surface_create_for_stream(bytes_add, &p->pdf, 1, 1);
	p->l.cairo_pdf_surface_restrict_to_version(p->surface, CAIRO_PDF_VERSION_1_4);
	p->l.cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"); /* else the clock; pdfa sets the true one */
	p->cr = p->l.cairo_create(p->surface);
	p->opsi = p->l.cairo_font_options_create();
	p->l.cairo_font_options_set_hint_style(p->opsi, CAIRO_HINT_STYLE_NONE);
	p->l.cairo_font_options_set_hint_metrics(p->opsi, CAIRO_HINT_METRICS_OFF);
	p->l.cairo_set_font_options(p->cr, p->opsi);
	pango_open(p);
}

static void painter_close(Pelukis *p)
{
	g_hash_table_destroy(p->kata);
	g_hash_table_destroy(p->bentuk);
	g_ptr_array_free(p->dipakai, TRUE);
	p->l.pango_glyph_string_free(p->glif_kata);
	for (int bold = 0; bold < 2; bold++) {
		p->l.pango_font_description_free(p->font[bold]);
		p->l.pango_item_free(p->ascii[bold]); /* NULL is allowed */
	}
	p->l.g_object_unref(p->context);
	p->l.g_object_unref(p->peta);
	p->l.cairo_font_options_destroy(p->opsi);
	p->l.cairo_destroy(p->cr);
	p->l.cairo_surface_destroy(p->surface);
}

static bool font_present(Pelukis *p)
{
	PangoFont *font = p->l.pango_font_map_load_font(p->peta, p->context, p->font[0]);
	if (!font)
		return false;
	PangoFontDescription *found = p->l.pango_font_describe(font);
	bool same = str_equal(p->l.pango_font_description_get_family(found), FONT);
	p->l.pango_font_description_free(found);
	p->l.g_object_unref(font);
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
	p->l.cairo_pdf_surface_set_size(p->surface, t->lebar, t->tinggi);
	for (size_t i = 0; i < t->n_halaman; i++)
		page_draw(p, &t->halaman[i]);
	p->l.cairo_surface_finish(p->surface);
	cairo_status_t status = p->l.cairo_status(p->cr);
	if (status == CAIRO_STATUS_SUCCESS)
		status = p->l.cairo_surface_status(p->surface);
	if (status != CAIRO_STATUS_SUCCESS)
		return err_set(info, ERR_WRITE, str_format(p->arena, teks(bahasa, "cannot draw the PDF: %s"), p->l.cairo_status_to_string(status)), NULL);
	PdfaMeta meta = meta_build(p->arena, form, t);
	return pdfa_convert(out, p->arena, p->pdf.str, p->pdf.len, &meta, bahasa, info);
}

Err render_pdf(Keluaran *out, Arena *arena, const TabelForm *form, Kertas kertas, Bahasa bahasa, ErrInfo *info)
{
	Pelukis p = {.arena = arena, .pdf.arena = arena, .teks.arena = arena};
	const char *missing = library_load(&p.l);
	if (missing)
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "a PDF cannot be drawn: %s is missing"), missing),
		               teks(bahasa, "install the packages libpangocairo-1.0-0 and fonts-liberation"));
	painter_open(&p);
	Err err = paint(&p, out, form, kertas, bahasa, info);
	painter_close(&p);
	return err;
}
