#include "report/huruf.h"

#include "base/str.h"
#include "base/pustaka.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <unistd.h>

/* Where distributions put the font; elsewhere fontconfig finds it. */
static const char *const FOLDER[] = {
	"/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/liberation-sans", "/usr/share/fonts/liberation-fonts",
	"/usr/share/fonts/liberation", "/usr/local/share/fonts/liberation"};
static const char FAMILY[] = "Liberation Sans";
static const char *const FILE_NAME[2] = {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"};

#define HB_FUNCTIONS(F) \
	F(hb_blob_create_from_file_or_fail) F(hb_blob_destroy) F(hb_face_create) F(hb_face_destroy) F(hb_face_get_upem) F(hb_font_create) F(hb_font_destroy) \
	F(hb_buffer_create) F(hb_buffer_destroy) F(hb_buffer_reset) F(hb_buffer_set_language) F(hb_buffer_add_utf8) F(hb_buffer_guess_segment_properties) \
	F(hb_buffer_get_direction) F(hb_buffer_get_glyph_infos) F(hb_buffer_get_glyph_positions) F(hb_language_from_string) F(hb_shape)
typedef struct { HB_FUNCTIONS(PUSTAKA_ANGGOTA) } PustakaHb;

#define FC_FUNCTIONS(F) \
	F(FcPatternCreate) F(FcPatternDestroy) F(FcPatternAddString) F(FcPatternAddInteger) F(FcPatternAddBool) F(FcPatternAddCharSet) \
	F(FcPatternGetString) F(FcPatternGetInteger) F(FcConfigSubstitute) F(FcDefaultSubstitute) F(FcFontMatch) F(FcCharSetCreate) F(FcCharSetDestroy) \
	F(FcCharSetAddChar)
typedef struct { FC_FUNCTIONS(PUSTAKA_ANGGOTA) } PustakaFc;

enum { BERKAS_MAKSIMUM = 64 };       /* fonts of one report: two, and others for rare characters */

typedef struct {
	const char *path;
	int indeks;
	hb_font_t *font;                 /* NULL: cannot be read */
	double per_em;                   /* font units in a type size */
} Berkas;

/* A word in one size. */
typedef struct KataHuruf KataHuruf;
struct KataHuruf {
	Kata kata;                       /* first, so that a Kata is a KataHuruf */
	const Bentuk *bentuk;
	KataHuruf *next;
};

/* A word in all its sizes. Its shape is made once for each weight and is scaled: without hinting every size has the same proportions. Reports repeat few words
 * many times. */
typedef struct {
	const char *teks; uint32_t n, hash;
	bool tebal;
	const Bentuk *bentuk;
	KataHuruf *ukuran;
} Entri;

struct Huruf {
	Arena *arena;
	PustakaHb l;
	PustakaFc fc;
	bool ada_fc, cari_fc;            /* fontconfig is loaded; was tried */
	hb_buffer_t *buffer;
	hb_language_t bahasa;
	Berkas berkas[BERKAS_MAKSIMUM];  /* the first two: regular, bold */
	uint32_t n_berkas;
	Entri **entri; uint32_t n_entri, cap_entri; /* by hash, next free place; the capacity a power of two, at most half of it used */
};

static bool same_size(double a, double b)
{
	return !(a < b) && !(a > b);
}

static const char *hb_load(PustakaHb *l)
{
	PUSTAKA_BUKA(handle, "libharfbuzz.so.0")
	HB_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

static const char *fc_load(PustakaFc *l)
{
	PUSTAKA_BUKA(handle, "libfontconfig.so.1")
	FC_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

/* Opens the font; the file may be one that HarfBuzz cannot read: then it has no font. Gives its number. */
static uint32_t file_add(Huruf *h, const char *path, int indeks)
{
	Berkas *b = &h->berkas[h->n_berkas];
	*b = (Berkas){.path = str_dup(h->arena, path), .indeks = indeks};
	hb_blob_t *blob = h->l.hb_blob_create_from_file_or_fail(path);
	if (blob) {
		hb_face_t *face = h->l.hb_face_create(blob, (unsigned)indeks);
		b->per_em = h->l.hb_face_get_upem(face);
		b->font = h->l.hb_font_create(face);
		h->l.hb_face_destroy(face);
		h->l.hb_blob_destroy(blob);
	}
	return h->n_berkas++;
}

/* The font that fontconfig thinks best for the family, the weight and these characters (NULL: any); false when there is none. */
static bool font_search(Huruf *h, bool tebal, FcCharSet *characters, const char **family, const char **path, int *indeks)
{
	FcPattern *wanted = h->fc.FcPatternCreate();
	h->fc.FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)FAMILY);
	h->fc.FcPatternAddInteger(wanted, FC_WEIGHT, tebal ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
	h->fc.FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
	h->fc.FcPatternAddBool(wanted, FC_COLOR, FcFalse);
	if (characters)
		h->fc.FcPatternAddCharSet(wanted, FC_CHARSET, characters);
	h->fc.FcConfigSubstitute(NULL, wanted, FcMatchPattern);
	h->fc.FcDefaultSubstitute(wanted);
	FcResult result;
	FcPattern *found = h->fc.FcFontMatch(NULL, wanted, &result);
	h->fc.FcPatternDestroy(wanted);
	FcChar8 *name, *file;
	bool ok = found && h->fc.FcPatternGetString(found, FC_FAMILY, 0, &name) == FcResultMatch &&
	          h->fc.FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch;
	if (ok) {
		*family = str_dup(h->arena, (const char *)name);
		*path = str_dup(h->arena, (const char *)file);
		if (h->fc.FcPatternGetInteger(found, FC_INDEX, 0, indeks) != FcResultMatch)
			*indeks = 0;
	}
	if (found)
		h->fc.FcPatternDestroy(found);
	return ok;
}

static bool fontconfig_ready(Huruf *h)
{
	if (!h->cari_fc)
		h->ada_fc = fc_load(&h->fc) == NULL;
	h->cari_fc = true;
	return h->ada_fc;
}

/* The named font in one weight; false when it is nowhere. */
static bool liberation_add(Huruf *h, bool tebal)
{
	for (size_t i = 0; i < sizeof FOLDER / sizeof *FOLDER; i++) {
		const char *path = str_format(h->arena, "%s/%s", FOLDER[i], FILE_NAME[tebal]);
		if (access(path, R_OK) == 0)
			return h->berkas[file_add(h, path, 0)].font != NULL;
	}
	const char *family, *path;
	int indeks;
	return fontconfig_ready(h) && font_search(h, tebal, NULL, &family, &path, &indeks) && str_equal(family, FAMILY) &&
	       h->berkas[file_add(h, path, indeks)].font != NULL;
}

Err huruf_open(Huruf **out, Arena *arena, Bahasa bahasa, ErrInfo *info)
{
	Huruf *h = ARENA_NEW(arena, Huruf);
	h->arena = arena;
	const char *missing = hb_load(&h->l);
	if (missing)
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "a PDF cannot be drawn: %s is missing"), missing),
		               teks(bahasa, "install the packages libcairo2, libharfbuzz0b and fonts-liberation"));
	h->buffer = h->l.hb_buffer_create();
	h->bahasa = h->l.hb_language_from_string("id", -1);
	if (!liberation_add(h, false) || !liberation_add(h, true)) {
		huruf_close(h);
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "the font %s, which the form is printed in, is not installed"), FAMILY),
		               teks(bahasa, "install the package fonts-liberation"));
	}
	*out = h;
	return ERR_OK;
}

void huruf_close(Huruf *h)
{
	for (uint32_t i = 0; i < h->n_berkas; i++)
		if (h->berkas[i].font)
			h->l.hb_font_destroy(h->berkas[i].font);
	h->l.hb_buffer_destroy(h->buffer);
}

const char *huruf_file(const Huruf *h, uint32_t berkas, int *indeks)
{
	*indeks = h->berkas[berkas].indeks;
	return h->berkas[berkas].path;
}

static bool has_letters(const Entri *word)
{
	for (uint32_t i = 0; i < word->n; i++) {
		unsigned char c = (unsigned char)word->teks[i];
		if (c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			return true;
	}
	return false;
}

/* Shapes the word into the buffer; gives how many of its characters the font lacks. Figures are not kerned: digits must stand below digits. */
static unsigned buffer_shape(Huruf *h, const Entri *word, uint32_t berkas)
{
	static const hb_feature_t WITHOUT_KERNING = {HB_TAG('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
	h->l.hb_buffer_reset(h->buffer);
	h->l.hb_buffer_set_language(h->buffer, h->bahasa);
	h->l.hb_buffer_add_utf8(h->buffer, word->teks, (int)word->n, 0, (int)word->n);
	h->l.hb_buffer_guess_segment_properties(h->buffer);
	h->l.hb_shape(h->berkas[berkas].font, h->buffer, &WITHOUT_KERNING, !has_letters(word));
	unsigned n, missing = 0;
	const hb_glyph_info_t *glyph = h->l.hb_buffer_get_glyph_infos(h->buffer, &n);
	for (unsigned i = 0; i < n; i++)
		missing += glyph[i].codepoint == 0;
	return missing;
}

/* Another font for a word that Liberation lacks characters of; the same one again where it was found before. */
static uint32_t other_font(Huruf *h, const Entri *word, unsigned missing)
{
	uint32_t own = word->tebal;
	if (!fontconfig_ready(h))
		return own;
	FcCharSet *characters = h->fc.FcCharSetCreate();
	const char *text = str_dupn(h->arena, word->teks, word->n);
	for (uint32_t c; (c = utf8_next(&text));)
		h->fc.FcCharSetAddChar(characters, c);
	const char *family, *path;
	int indeks;
	bool found = font_search(h, word->tebal, characters, &family, &path, &indeks);
	h->fc.FcCharSetDestroy(characters);
	if (!found)
		return own;
	uint32_t i = 0;
	while (i < h->n_berkas && !(str_equal(h->berkas[i].path, path) && h->berkas[i].indeks == indeks))
		i++;
	if (i == h->n_berkas && (i == BERKAS_MAKSIMUM || !h->berkas[file_add(h, path, indeks)].font))
		return own;
	return buffer_shape(h, word, i) < missing ? i : own;
}

static void clusters_add(Bentuk *b, const hb_glyph_info_t *glyph, uint32_t end)
{
	for (uint32_t j = 0; j < b->n_glif; j++) {
		uint32_t i = b->mundur ? j : b->n_glif - 1 - j; /* clusters from the end of the text to its start */
		if (b->n_gugus == 0 || glyph[i].cluster != end) {
			b->gugus[b->n_gugus++] = (Gugus){.n_byte = (uint16_t)(end - glyph[i].cluster)};
			end = glyph[i].cluster;
		}
		b->gugus[b->n_gugus - 1].n_glif++;
	}
	for (uint32_t i = 0; i < b->n_gugus / 2; i++) {
		Gugus swap = b->gugus[i];
		b->gugus[i] = b->gugus[b->n_gugus - 1 - i];
		b->gugus[b->n_gugus - 1 - i] = swap;
	}
}

static const Bentuk *word_shape(Huruf *h, const Entri *word)
{
	Bentuk *b = ARENA_NEW(h->arena, Bentuk);
	b->berkas = word->tebal;
	unsigned missing = buffer_shape(h, word, b->berkas);
	if (missing) {
		b->berkas = other_font(h, word, missing);
		buffer_shape(h, word, b->berkas);
	}
	unsigned n;
	const hb_glyph_info_t *glyph = h->l.hb_buffer_get_glyph_infos(h->buffer, &n);
	const hb_glyph_position_t *place = h->l.hb_buffer_get_glyph_positions(h->buffer, &n);
	b->mundur = HB_DIRECTION_IS_BACKWARD(h->l.hb_buffer_get_direction(h->buffer));
	b->n_glif = n;
	b->glif = ARENA_ARRAY(h->arena, Glif, n);
	b->gugus = ARENA_ARRAY(h->arena, Gugus, n);
	clusters_add(b, glyph, word->n);
	double em = h->berkas[b->berkas].per_em;
	for (unsigned i = 0; i < n; i++) {
		b->glif[i] = (Glif){glyph[i].codepoint, b->lebar + place[i].x_offset / em, -place[i].y_offset / em};
		b->lebar += place[i].x_advance / em;
	}
	return b;
}

static uint32_t word_hash(const char *text, size_t n, bool tebal)
{
	uint32_t hash = 2166136261u ^ tebal; /* FNV-1a */
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return hash;
}

static void entries_grow(Huruf *h)
{
	uint32_t cap = h->cap_entri ? 2 * h->cap_entri : 1024;
	Entri **entri = ARENA_ARRAY(h->arena, Entri *, cap);
	for (uint32_t i = 0; i < h->cap_entri; i++) {
		if (!h->entri[i])
			continue;
		uint32_t at = h->entri[i]->hash & (cap - 1);
		while (entri[at])
			at = (at + 1) & (cap - 1);
		entri[at] = h->entri[i];
	}
	h->entri = entri;
	h->cap_entri = cap;
}

static Entri *entry_find(Huruf *h, const char *text, size_t n, bool tebal)
{
	if (2 * (h->n_entri + 1) > h->cap_entri)
		entries_grow(h);
	uint32_t hash = word_hash(text, n, tebal), at = hash & (h->cap_entri - 1);
	for (Entri *e; (e = h->entri[at]); at = (at + 1) & (h->cap_entri - 1))
		if (e->hash == hash && e->n == n && e->tebal == tebal && memcmp(e->teks, text, n) == 0)
			return e;
	Entri *e = h->entri[at] = ARENA_NEW(h->arena, Entri);
	*e = (Entri){.teks = text, .n = (uint32_t)n, .hash = hash, .tebal = tebal};
	h->n_entri++;
	e->bentuk = word_shape(h, e);
	return e;
}

const Kata *huruf_kata(void *ctx, const char *text, size_t n, Gaya gaya)
{
	Huruf *h = ctx;
	Entri *e = entry_find(h, text, n, gaya.tebal);
	for (const KataHuruf *k = e->ukuran; k; k = k->next)
		if (same_size(k->kata.gaya.ukuran, gaya.ukuran))
			return &k->kata;
	const Bentuk *b = e->bentuk;
	double blank = n > 1 && text[n - 1] == ' ' && b->n_glif && !b->mundur ? b->lebar - b->glif[b->n_glif - 1].x : 0;
	KataHuruf *k = ARENA_NEW(h->arena, KataHuruf);
	*k = (KataHuruf){{e->teks, e->n, gaya, b->lebar * gaya.ukuran, (b->lebar - blank) * gaya.ukuran}, b, e->ukuran};
	e->ukuran = k;
	return &k->kata;
}

const Bentuk *huruf_bentuk(const Kata *kata)
{
	return ((const KataHuruf *)kata)->bentuk;
}
