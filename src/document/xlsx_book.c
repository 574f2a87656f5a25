#include "document/xlsx_book.h"

#include "base/str.h"
#include "document/reader.h"
#include "document/sniff.h"
#include "document/xlsx_value.h"
#include "document/xlsx_xml.h"

#include <string.h>

typedef struct {
	const char *id, *type, *target;
} Relationship;

typedef struct {
	XlsxZip *zip;
	Relationship *list;
	size_t n, cap;
} Relationships;

static void no_end(void *context, Xml *xml, const char *name)
{
	(void)context, (void)xml, (void)name;
}

/* A name of a sheet or a part stands in messages, each of which is one line. */
static const char *one_line(Arena *arena, const char *text)
{
	StrBuf clean = {.arena = arena};
	xlsx_text_add(&clean, text, strlen(text));
	for (size_t i = 0; i < clean.len; i++)
		if ((unsigned char)clean.str[i] < ' ')
			clean.str[i] = ' ';
	return strbuf_text(&clean);
}

static void relationship_start(void *context, Xml *xml, const char *name, const char **attributes)
{
	Relationships *r = context;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type"), *target = xml_attribute(attributes, "Target");
	const char *mode = xml_attribute(attributes, "TargetMode");
	if (strcmp(name, "Relationship") != 0 || !id || !type || !target || str_equal(mode, "External"))
		return;
	if (r->n == BACA_BATAS_BAGIAN) {
		xml_stop(xml, ERR_OK);
		return;
	}
	const char *slash = strrchr(type, '/'); /* the last word is the same in the strict and the transitional form */
	*ARENA_PUSH(r->zip->arena, r->list, r->n, r->cap) =
		(Relationship){str_dup(r->zip->arena, id), str_dup(r->zip->arena, slash ? slash + 1 : type), one_line(r->zip->arena, target)};
}

/* Relationships of the part at `path` ("" for the container itself); an empty list when it has none. */
static Err relationships_read(Relationships *out, XlsxZip *zip, const char *path)
{
	static const XmlHandler handler = {relationship_start, no_end, NULL};
	const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
	const char *rels = str_format(zip->arena, "%.*s_rels/%s.rels", (int)(file - path), path, file);
	*out = (Relationships){.zip = zip};
	return xlsx_zip_has(zip, rels) ? xml_parse(zip, rels, &handler, out) : ERR_OK;
}

/* `target` as a path of the container: absolute, or relative to the folder of the part that names it. */
static const char *resolve(Arena *arena, const char *from, const char *target)
{
	const char *slash = strrchr(from, '/');
	StrBuf path = {.arena = arena};
	if (*target != '/' && slash)
		strbuf_addn(&path, from, (size_t)(slash - from));
	while (*target) {
		size_t n = strcspn(target, "/");
		if (n == 2 && target[0] == '.' && target[1] == '.') {
			while (path.len && path.str[path.len - 1] != '/')
				path.len--;
			path.len -= path.len > 0;
			if (path.str)
				path.str[path.len] = '\0';
		} else if (n > 0 && !(n == 1 && target[0] == '.')) {
			if (path.len)
				strbuf_addc(&path, '/');
			strbuf_addn(&path, target, n);
		}
		target += n + (target[n] == '/');
	}
	return strbuf_text(&path);
}

static const Relationship *by_type(const Relationships *r, const char *type)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->list[i].type, type) == 0)
			return &r->list[i];
	return NULL;
}

static const Relationship *by_id(const Relationships *r, const char *id)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->list[i].id, id) == 0)
			return &r->list[i];
	return NULL;
}

typedef struct {
	XlsxZip *zip;
	XlsxBook *book;
	const Relationships *parts;
	const char *path;
	size_t cap;
} BookParse;

static void add_sheet(BookParse *b, Xml *xml, const char **attributes)
{
	const char *name = xml_attribute(attributes, "name"), *id = xml_attribute(attributes, "id"), *state = xml_attribute(attributes, "state");
	const Relationship *part = id ? by_id(b->parts, id) : NULL;
	if (!part || strcmp(part->type, "worksheet") != 0)
		return;
	if (b->book->n_sheet == BACA_BATAS_LEMBAR) {
		xml_stop(xml, xlsx_part_error(b->zip, b->path, ERR_LIMIT,
		                              str_format(b->zip->arena, teks(b->zip->bahasa, "more than %u sheets"), (unsigned)BACA_BATAS_LEMBAR)));
		return;
	}
	*ARENA_PUSH(b->zip->arena, b->book->sheet, b->book->n_sheet, b->cap) = (XlsxSheetEntry){
		.name = one_line(b->zip->arena, name ? name : ""),
		.path = resolve(b->zip->arena, b->path, part->target),
		.hidden = str_equal(state, "hidden") || str_equal(state, "veryHidden"),
	};
}

static void book_start(void *context, Xml *xml, const char *name, const char **attributes)
{
	BookParse *b = context;
	if (strcmp(name, "sheet") == 0)
		add_sheet(b, xml, attributes);
	else if (strcmp(name, "workbookPr") == 0)
		b->book->from_1904 = xml_flag(attributes, "date1904");
}

/* What a container without a workbook is, as a key for teks(). */
static const char *kind_of(XlsxZip *zip)
{
	static const struct { const char *path, *what; } KINDS[] = {
		{"word/document.xml", TEKS("a Word document (.docx)")},
		{"ppt/presentation.xml", TEKS("a PowerPoint presentation (.pptx)")},
		{"xl/workbook.bin", TEKS("a binary Excel workbook (.xlsb)")},
		{"META-INF/manifest.xml", TEKS("an OpenDocument file (.ods, .odt)")},
		{"META-INF/MANIFEST.MF", TEKS("a Java archive")},
	};
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (xlsx_zip_has(zip, KINDS[i].path))
			return KINDS[i].what;
	return TEKS("a ZIP archive without a workbook");
}

static Err no_workbook(XlsxZip *zip)
{
	return err_set(zip->info, ERR_FORMAT,
	               str_format(zip->arena, teks(zip->bahasa, "%s: this is %s; a table (CSV, TSV, XLSX) was expected"), zip->name,
	                          teks(zip->bahasa, kind_of(zip))),
	               sniff_hint(zip->bahasa));
}

Err xlsx_book_read(XlsxBook *out, XlsxZip *zip)
{
	static const XmlHandler handler = {book_start, no_end, NULL};
	*out = (XlsxBook){0};
	Relationships root, parts;
	Err err = relationships_read(&root, zip, "");
	if (err)
		return err;
	const Relationship *office = by_type(&root, "officeDocument");
	const char *path = office ? resolve(zip->arena, "", office->target) : "xl/workbook.xml";
	const char *dot = strrchr(path, '.');
	if (!xlsx_zip_has(zip, path) || str_equal(dot, ".bin") || xlsx_zip_has(zip, "word/document.xml") || xlsx_zip_has(zip, "ppt/presentation.xml"))
		return no_workbook(zip);
	err = relationships_read(&parts, zip, path);
	if (err)
		return err;

	BookParse parse = {.zip = zip, .book = out, .parts = &parts, .path = path};
	err = xml_parse(zip, path, &handler, &parse);
	if (err)
		return err;
	if (out->n_sheet == 0)
		return xlsx_part_error(zip, path, ERR_FORMAT, teks(zip->bahasa, "the workbook has no worksheet"));
	const Relationship *strings = by_type(&parts, "sharedStrings"), *styles = by_type(&parts, "styles");
	out->strings = strings ? resolve(zip->arena, path, strings->target) : NULL;
	out->styles = styles ? resolve(zip->arena, path, styles->target) : NULL;
	return ERR_OK;
}
