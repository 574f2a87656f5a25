#include "document/xlsx_parts.h"

#include "document/reader.h"
#include "document/xlsx_xml.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	XlsxZip *zip;
	const char *path;
	XlsxStrings *out;
	size_t n, cap;
	StrBuf raw, clean;     /* reused for each string */
	bool in_item, in_text;
} StringsParse;

static void strings_start(void *context, Xml *xml, const char *name, const char **attributes)
{
	(void)attributes;
	StringsParse *s = context;
	if (strcmp(name, "si") == 0) {
		s->in_item = true;
		s->raw.len = 0;
	} else if (s->in_item && strcmp(name, "t") == 0) {
		s->in_text = true;
	} else if (s->in_item && strcmp(name, "r") != 0) {
		xml_skip(xml); /* rPh: how to pronounce it; rPr: how it looks */
	}
}

static void strings_text(void *context, Xml *xml, const char *text, size_t n)
{
	(void)xml;
	StringsParse *s = context;
	if (s->in_text)
		strbuf_addn(&s->raw, text, n);
}

static const char *kept(StringsParse *s)
{
	if (xlsx_text_plain(s->raw.str, s->raw.len))
		return str_dupn(s->zip->arena, s->raw.str, s->raw.len);
	s->clean.len = 0;
	xlsx_text_add(&s->clean, s->raw.str, s->raw.len);
	return str_dupn(s->zip->arena, s->clean.str, s->clean.len);
}

static void strings_end(void *context, Xml *xml, const char *name)
{
	StringsParse *s = context;
	if (strcmp(name, "t") == 0)
		s->in_text = false;
	if (strcmp(name, "si") != 0)
		return;
	s->in_item = false;
	s->out->bytes += s->raw.len;
	if (s->n == BACA_BATAS_SEL || s->out->bytes > (uint64_t)BACA_BATAS_TEKS_MB * 1024 * 1024) {
		xml_stop(xml, xlsx_part_error(s->zip, s->path, ERR_LIMIT,
		                              str_format(s->zip->arena, teks(s->zip->bahasa, "more than %u texts or %u MB of text"),
		                                         (unsigned)BACA_BATAS_SEL, (unsigned)BACA_BATAS_TEKS_MB)));
		return;
	}
	*ARENA_PUSH(s->zip->arena, s->out->text, s->n, s->cap) = s->raw.len ? kept(s) : "";
}

Err xlsx_strings_read(XlsxStrings *out, XlsxZip *zip, const char *path)
{
	static const XmlHandler handler = {strings_start, strings_end, strings_text};
	*out = (XlsxStrings){0};
	if (!path)
		return ERR_OK;
	StringsParse parse = {.zip = zip, .path = path, .out = out, .raw = {.arena = zip->arena}, .clean = {.arena = zip->arena}};
	Err err = xml_parse(zip, path, &handler, &parse);
	out->n = (uint32_t)parse.n;
	return err;
}

typedef struct {
	unsigned id;
	Tampil shows;
} NumberFormat;

typedef struct {
	XlsxZip *zip;
	XlsxStyles *out;
	NumberFormat *format;
	size_t n_format, cap_format, n, cap;
	bool in_cell_formats;
} StylesParse;

static Tampil shown_by(const StylesParse *s, unsigned id)
{
	for (size_t i = 0; i < s->n_format; i++)
		if (s->format[i].id == id)
			return s->format[i].shows;
	return xlsx_builtin_shows(id);
}

enum { FORMAT_MAX = 65536 }; /* Excel: 64.000 cell formats, 250 number formats */

static unsigned number(const char *text)
{
	return text ? (unsigned)strtoul(text, NULL, 10) : 0;
}

static void styles_start(void *context, Xml *xml, const char *name, const char **attributes)
{
	StylesParse *s = context;
	if (strcmp(name, "styleSheet") == 0 || strcmp(name, "numFmts") == 0)
		return;
	if (strcmp(name, "cellXfs") == 0) {
		s->in_cell_formats = true;
	} else if (strcmp(name, "numFmt") == 0) {
		const char *code = xml_attribute(attributes, "formatCode");
		if (code && s->n_format < 4096)
			*ARENA_PUSH(s->zip->arena, s->format, s->n_format, s->cap_format) =
				(NumberFormat){number(xml_attribute(attributes, "numFmtId")), xlsx_format_shows(code)};
	} else if (s->in_cell_formats && strcmp(name, "xf") == 0 && s->n < FORMAT_MAX) {
		*ARENA_PUSH(s->zip->arena, s->out->shows, s->n, s->cap) = (uint8_t)shown_by(s, number(xml_attribute(attributes, "numFmtId")));
		xml_skip(xml);
	} else {
		xml_skip(xml); /* fonts, fills, borders; formats of named styles and of conditions, which have numFmt and xf of their own */
	}
}

static void styles_end(void *context, Xml *xml, const char *name)
{
	(void)xml;
	StylesParse *s = context;
	if (strcmp(name, "cellXfs") == 0)
		s->in_cell_formats = false;
}

Err xlsx_styles_read(XlsxStyles *out, XlsxZip *zip, const char *path)
{
	static const XmlHandler handler = {styles_start, styles_end, NULL};
	*out = (XlsxStyles){0};
	if (!path || !xlsx_zip_has(zip, path))
		return ERR_OK;
	StylesParse parse = {.zip = zip, .out = out};
	Err err = xml_parse(zip, path, &handler, &parse);
	out->n = (uint32_t)parse.n;
	return err;
}
