#include "report/pdfa.h"

#include "base/hash.h"
#include "report/icc.h"
#include "report/pdfa_xmp.h"

/* An object of the source: what stands between "n 0 obj\n" and the next object. */
typedef struct { const char *isi; size_t n; } Objek;

typedef struct {
	Arena *arena;
	const PdfaMeta *meta;
	const char *pdf; size_t n;
	size_t xref;                /* where the source's table of objects starts */
	uint32_t n_objek;           /* numbers 0 .. n_objek - 1 */
	Objek *objek;
	uint32_t akar, info;        /* object numbers: catalogue, document information */
	const char **tambahan;      /* [n_objek] entries to add to this dictionary; NULL */
	uint32_t baru;              /* number of the next new object */
	size_t atribut;             /* next of meta->atribut */
	StrBuf out;
	size_t *letak; size_t n_letak, cap_letak; /* where each object starts in out */
} Pdf;

static bool starts_with(const char *text, size_t n, const char *prefix)
{
	size_t m = strlen(prefix);
	return n >= m && memcmp(text, prefix, m) == 0;
}

static const char *find(const char *text, size_t n, const char *needle)
{
	return memmem(text, n, needle, strlen(needle));
}

/* A number at *p, which moves behind it; false if none is there. */
static bool number_read(const char **p, const char *end, size_t *out)
{
	const char *q = *p;
	while (q < end && (*q == ' ' || *q == '\n'))
		q++;
	if (q == end || *q < '0' || *q > '9')
		return false;
	for (*out = 0; q < end && *q >= '0' && *q <= '9'; q++)
		*out = *out * 10 + (size_t)(*q - '0');
	*p = q;
	return true;
}

static bool number_after(const char *text, size_t n, const char *key, size_t *out)
{
	const char *at = find(text, n, key);
	if (!at)
		return false;
	at += strlen(key);
	return number_read(&at, text + n, out);
}

static bool trailer_read(Pdf *p)
{
	static const size_t EKOR = 256; /* the trailer of cairo is shorter */
	size_t from = p->n > EKOR ? p->n - EKOR : 0, size, root, info;
	const char *tail = p->pdf + from;
	size_t n = p->n - from;
	if (!number_after(tail, n, "startxref", &p->xref) || !number_after(tail, n, "/Size", &size) || !number_after(tail, n, "/Root", &root) ||
	    !number_after(tail, n, "/Info", &info))
		return false;
	p->n_objek = (uint32_t)size;
	p->akar = (uint32_t)root;
	p->info = (uint32_t)info;
	return p->xref < p->n && size < p->n && root < size && info < size && starts_with(p->pdf + p->xref, p->n - p->xref, "xref\n0 ");
}

static const char KEPALA_OBJEK[] = " 0 obj\n";

typedef struct { size_t at; uint32_t nomor; } Letak;

static int by_place(const void *a, const void *b)
{
	const Letak *x = a, *y = b;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* The table of objects: lines of twenty bytes. An object ends where the next one in the file starts. */
static bool objects_read(Pdf *p)
{
	enum { BARIS_XREF = 20 };
	const char *line = memchr(p->pdf + p->xref + 5, '\n', p->n - p->xref - 5), *end = p->pdf + p->n;
	Letak *place = ARENA_ARRAY(p->arena, Letak, p->n_objek);
	if (!line || (size_t)(end - line) < (size_t)p->n_objek * BARIS_XREF)
		return false;
	for (uint32_t i = 1; i < p->n_objek; i++) {
		const char *entry = line + 1 + i * BARIS_XREF;
		place[i].nomor = i;
		if (entry[17] != 'n' || !number_read(&entry, end, &place[i].at) || place[i].at >= p->xref)
			return false;
	}
	qsort(place + 1, p->n_objek - 1, sizeof *place, by_place);
	p->objek = ARENA_ARRAY(p->arena, Objek, p->n_objek);
	for (uint32_t i = 1; i < p->n_objek; i++) {
		size_t stop = i + 1 < p->n_objek ? place[i + 1].at : p->xref;
		const char *at = p->pdf + place[i].at, *object_end = p->pdf + stop;
		size_t nomor;
		if (!number_read(&at, object_end, &nomor) || nomor != place[i].nomor || !starts_with(at, (size_t)(object_end - at), KEPALA_OBJEK))
			return false;
		at += strlen(KEPALA_OBJEK);
		p->objek[nomor] = (Objek){at, (size_t)(object_end - at)};
	}
	return true;
}

static void object_start(Pdf *p, uint32_t nomor)
{
	while (p->n_letak <= nomor)
		*ARENA_PUSH(p->arena, p->letak, p->n_letak, p->cap_letak) = 0;
	p->letak[nomor] = p->out.len;
	strbuf_addf(&p->out, "%u 0 obj\n", nomor);
}

/* A stream without filter, as metadata must be, in a new object. */
static uint32_t stream_add(Pdf *p, const char *keys, const void *bytes, size_t n)
{
	uint32_t nomor = p->baru++;
	object_start(p, nomor);
	strbuf_addf(&p->out, "<< %s/Length %zu >>\nstream\n", keys, n);
	strbuf_addn(&p->out, bytes, n);
	strbuf_add(&p->out, "\nendstream\nendobj\n");
	return nomor;
}

/* Entries for the dictionary of an object; they live as long as p. */
static void append(Pdf *p, size_t nomor, const char *entries)
{
	const char *before = p->tambahan[nomor];
	p->tambahan[nomor] = before ? str_format(p->arena, "%s\n   %s", before, entries) : entries;
}

static void catalogue_complete(Pdf *p)
{
	StrBuf xmp = {.arena = p->arena}, icc = {.arena = p->arena};
	pdfa_xmp_add(&xmp, p->meta);
	uint32_t metadata = stream_add(p, "/Type /Metadata /Subtype /XML ", xmp.str, xmp.len);
	icc_srgb_add(&icc);
	uint32_t profile = stream_add(p, "/N 3 ", icc.str, icc.len);
	append(p, p->akar, str_format(p->arena, "/Lang (%s) /Metadata %u 0 R /ViewerPreferences << /DisplayDocTitle true >>\n   "
	                              "/OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
	                              "/Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R >> ]", p->meta->bahasa_isi, metadata, profile));
}

/* Glyphs of a subset: cairo numbers them 0 to n - 1 and gives the width of each in /W [ 0 [ ... ] ]. */
static size_t subset_glyphs(const Objek *font)
{
	const char *end = font->isi + font->n, *p = find(font->isi, font->n, "/W [");
	size_t width, n = 0;
	if (!p)
		return 0;
	p += 4;
	if (!number_read(&p, end, &width) || width != 0 || !(p = memchr(p, '[', (size_t)(end - p))))
		return 0;
	for (p++; number_read(&p, end, &width); n++)
		;
	return n;
}

static bool font_complete(Pdf *p, uint32_t nomor)
{
	const Objek *font = &p->objek[nomor];
	size_t glyphs = subset_glyphs(font), descriptor, size = (glyphs + 7) / 8;
	if (!glyphs || !number_after(font->isi, font->n, "/FontDescriptor", &descriptor) || descriptor >= p->n_objek)
		return false;
	unsigned char *bits = arena_alloc(p->arena, size);
	for (size_t i = 0; i < glyphs; i++)
		bits[i / 8] |= (unsigned char)(0x80 >> i % 8);
	append(p, descriptor, str_format(p->arena, "/CIDSet %u 0 R", stream_add(p, "", bits, size)));
	if (!find(font->isi, font->n, "/CIDToGIDMap"))
		append(p, nomor, "/CIDToGIDMap /Identity");
	return true;
}

static const char ELEMEN[] = "<< /Type /StructElem\n";

static bool is_cell(const Objek *o)
{
	static const char SEL[] = "<< /Type /StructElem\n   /S /T";
	size_t n = sizeof SEL - 1;
	return starts_with(o->isi, o->n, SEL) && o->n > n + 1 && (o->isi[n] == 'H' || o->isi[n] == 'D') && o->isi[n + 1] == '\n';
}

/* Cairo numbers the elements as their tags were opened, so their order is that of meta->atribut. */
static bool objects_complete(Pdf *p)
{
	size_t cell = 0;
	for (uint32_t i = 1; i < p->n_objek; i++) {
		const Objek *o = &p->objek[i];
		if (starts_with(o->isi, o->n, "<< /Type /Font\n   /Subtype /CIDFontType2") && !font_complete(p, i))
			return false;
		if (!is_cell(o))
			continue;
		if (cell < p->meta->n_atribut && p->meta->atribut[cell])
			append(p, i, p->meta->atribut[cell]);
		cell++;
	}
	return cell == p->meta->n_atribut;
}

/* Without its transparency group, which no page of ours needs and PDF/A-1 forbids. */
static void page_write(Pdf *p, const Objek *page)
{
	const char *group = find(page->isi, page->n, "/Group <<"), *end = page->isi + page->n;
	const char *after = group ? find(group, (size_t)(end - group), ">>") : NULL;
	if (!after) {
		strbuf_addn(&p->out, page->isi, page->n);
		return;
	}
	strbuf_addn(&p->out, page->isi, (size_t)(group - page->isi));
	strbuf_addn(&p->out, after + 2, (size_t)(end - after - 2));
}

static bool object_write(Pdf *p, uint32_t nomor)
{
	const Objek *o = &p->objek[nomor];
	object_start(p, nomor);
	if (nomor == p->info) {
		pdfa_info_add(&p->out, p->meta);
		strbuf_add(&p->out, "\nendobj\n");
	} else if (p->tambahan[nomor]) {
		if (!starts_with(o->isi, o->n, "<< "))
			return false;
		strbuf_add(&p->out, "<< ");
		strbuf_add(&p->out, p->tambahan[nomor]);
		strbuf_add(&p->out, "\n   ");
		strbuf_addn(&p->out, o->isi + 3, o->n - 3);
	} else if (starts_with(o->isi, o->n, "<< /Type /Page ")) {
		page_write(p, o);
	} else {
		strbuf_addn(&p->out, o->isi, o->n);
	}
	return true;
}

/* An empty text with room for n bytes and a little more. */
static StrBuf buffer_for(Arena *arena, size_t n)
{
	size_t cap = n + n / 8 + 8192;
	return (StrBuf){.arena = arena, .str = arena_alloc(arena, cap), .cap = cap};
}

/* A name for this content: of what the pages show and of what the information says. */
static const char *identity(const Pdf *p)
{
	StrBuf content = buffer_for(p->arena, p->n);
	pdfa_info_add(&content, p->meta);
	for (uint32_t i = 1; i < p->n_objek; i++)
		if (!starts_with(p->objek[i].isi, p->objek[i].n, ELEMEN))
			strbuf_addn(&content, p->objek[i].isi, p->objek[i].n);
	return hash_sha256_hex(p->arena, content.str, content.len);
}

static void trailer_write(Pdf *p)
{
	const char *hash = identity(p);
	size_t xref = p->out.len;
	strbuf_addf(&p->out, "xref\n0 %zu\n0000000000 65535 f \n", p->n_letak);
	for (size_t i = 1; i < p->n_letak; i++)
		strbuf_addf(&p->out, "%010zu 00000 n \n", p->letak[i]);
	strbuf_addf(&p->out, "trailer\n<< /Size %zu\n   /Root %u 0 R\n   /Info %u 0 R\n   /ID [ <%.32s> <%.32s> ]\n>>\nstartxref\n%zu\n%%%%EOF\n",
	            p->n_letak, p->akar, p->info, hash, hash, xref);
}

static bool convert(Pdf *p)
{
	static const char KEPALA[] = "%PDF-1.4\n%";
	if (!starts_with(p->pdf, p->n, KEPALA) || !trailer_read(p) || !objects_read(p))
		return false;
	const char *line = memchr(p->pdf + sizeof KEPALA, '\n', p->n - sizeof KEPALA);
	p->tambahan = ARENA_ARRAY(p->arena, const char *, p->n_objek);
	p->baru = p->n_objek;
	strbuf_addn(&p->out, p->pdf, (size_t)(line + 1 - p->pdf)); /* version, and bytes that mark the file as binary */
	catalogue_complete(p);
	if (!objects_complete(p))
		return false;
	for (uint32_t i = 1; i < p->n_objek; i++)
		if (!object_write(p, i))
			return false;
	trailer_write(p);
	return true;
}

Err pdfa_convert(Keluaran *out, Arena *arena, const void *pdf, size_t n, const PdfaMeta *meta, Bahasa bahasa, ErrInfo *info)
{
	Pdf p = {.arena = arena, .meta = meta, .pdf = pdf, .n = n, .out = buffer_for(arena, n)};
	if (!convert(&p))
		return err_set(info, ERR_FORMAT, teks(bahasa, "cannot make the PDF fit for archives (PDF/A-1b): this version of cairo writes it in another form"),
		               teks(bahasa, "write the report as XLSX or HTML and report the version of cairo"));
	*out = (Keluaran){(const unsigned char *)p.out.str, p.out.len};
	return ERR_OK;
}
