#include "document/xlsx_xml.h"

#include "base/str.h"
#include "document/reader.h"

#include <expat.h>
#include <string.h>

enum { BUFFER = 64 * 1024, TAG_MAX = 1024 * 1024, NAMES_MAX = 2048, NAMES_SLOTS = 4 * NAMES_MAX };

struct Xml {
	XlsxZip *zip;
	const char *path;
	XML_Parser parser;
	const XmlHandler *handler;
	void *context;
	unsigned depth, skip;
	bool stopped;
	Err err;
	/* The parser keeps every name it meets: their hashes tell how many there are. */
	uint64_t recent[256], names[NAMES_SLOTS];
	unsigned n_names;
};

static const char *local(const char *name)
{
	if (!name[0] || !name[1]) /* the bulk of every sheet */
		return name;
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(local(*attributes), name) == 0)
			return attributes[1];
	return NULL;
}

bool xml_flag(const char **attributes, const char *name)
{
	const char *value = xml_attribute(attributes, name);
	return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

void xml_stop(Xml *xml, Err err)
{
	if (xml->stopped)
		return;
	xml->stopped = true;
	xml->err = err;
	XML_StopParser(xml->parser, XML_FALSE);
}

bool xml_stopped(const Xml *xml)
{
	return xml->stopped;
}

void xml_skip(Xml *xml)
{
	xml->skip = 1;
}

static Err fail(Xml *xml, Err err, const char *what)
{
	unsigned long line = XML_GetCurrentLineNumber(xml->parser);
	return xlsx_part_error(xml->zip, xml->path, err, str_format(xml->zip->arena, teks(xml->zip->bahasa, "XML line %lu: %s"), line, what));
}

static uint64_t mix(uint64_t hash)
{
	hash *= 0x9E3779B97F4A7C15u;
	return (hash ^ hash >> 29) | 1; /* never 0, which marks a free slot */
}

static void know(Xml *xml, uint64_t hash)
{
	uint64_t *recent = &xml->recent[hash >> 56];
	if (*recent == hash)
		return;
	*recent = hash;
	size_t slot = (hash >> 32) % NAMES_SLOTS;
	for (; xml->names[slot]; slot = (slot + 1) % NAMES_SLOTS)
		if (xml->names[slot] == hash)
			return;
	xml->names[slot] = hash;
	if (++xml->n_names > NAMES_MAX)
		xml_stop(xml, fail(xml, ERR_LIMIT, teks(xml->zip->bahasa, "far more element names than a workbook has")));
}

/* Names of one letter, the bulk of every sheet, cannot be many. */
static void know_element(Xml *xml, const char *name)
{
	if (!name[1])
		return;
	uint64_t hash = 0;
	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 0x100000001B3u;
	know(xml, mix(hash));
}

/* The parser interns the names of attributes, so that the pointer stands for the name. */
static void know_attribute(Xml *xml, const char *name)
{
	know(xml, mix((uintptr_t)name));
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	Xml *xml = user;
	if (xml->stopped)
		return;
	if (++xml->depth > BACA_BATAS_DALAM) {
		xml_stop(xml, fail(xml, ERR_LIMIT,
		                   str_format(xml->zip->arena, teks(xml->zip->bahasa, "elements nested more than %u deep"), (unsigned)BACA_BATAS_DALAM)));
		return;
	}
	know_element(xml, name);
	for (const XML_Char **a = attributes; *a; a += 2)
		know_attribute(xml, *a);
	if (xml->skip)
		xml->skip++;
	else
		xml->handler->start(xml->context, xml, local(name), attributes);
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	Xml *xml = user;
	if (xml->stopped)
		return;
	xml->depth--;
	if (xml->skip)
		xml->skip--;
	else
		xml->handler->end(xml->context, xml, local(name));
}

static void XMLCALL on_text(void *user, const XML_Char *text, int n)
{
	Xml *xml = user;
	if (!xml->stopped && !xml->skip)
		xml->handler->text(xml->context, xml, text, (size_t)n);
}

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *sysid, const XML_Char *pubid, int internal)
{
	Xml *xml = user;
	(void)name, (void)sysid, (void)pubid, (void)internal;
	xml_stop(xml, fail(xml, ERR_FORMAT, teks(xml->zip->bahasa, "a document type declaration, which no workbook has; refused")));
}

/* Feeds the parser until the end of the part or a stop. */
static Err feed(Xml *xml, XlsxPart *part)
{
	size_t got = 1, fed = 0;
	while (got && !xml->stopped) {
		void *buffer = XML_GetBuffer(xml->parser, BUFFER);
		if (!buffer)
			return fail(xml, ERR_LIMIT, teks(xml->zip->bahasa, "too little memory to read it"));
		Err err = xlsx_part_read(part, buffer, BUFFER, &got);
		if (err)
			return err;
		fed += got;
		enum XML_Status status = XML_ParseBuffer(xml->parser, (int)got, got == 0);
		if (xml->stopped)
			break;
		if (status != XML_STATUS_OK)
			return fail(xml, ERR_FORMAT, teks(xml->zip->bahasa, "the XML is damaged"));
		XML_Index done = XML_GetCurrentByteIndex(xml->parser);
		if (fed - (done > 0 ? (size_t)done : 0) > TAG_MAX + BUFFER)
			return fail(xml, ERR_LIMIT, teks(xml->zip->bahasa, "a single tag of more than 1 MB"));
	}
	return xml->err;
}

Err xml_parse(XlsxZip *zip, const char *path, const XmlHandler *handler, void *context)
{
	XlsxPart part;
	Err err = xlsx_part_open(&part, zip, path);
	if (err)
		return err;
	Xml *xml = ARENA_NEW(zip->arena, Xml);
	*xml = (Xml){.zip = zip, .path = path, .handler = handler, .context = context, .parser = XML_ParserCreate(NULL)};
	if (xml->parser) {
		XML_SetUserData(xml->parser, xml);
		XML_SetElementHandler(xml->parser, on_start, on_end);
		if (handler->text)
			XML_SetCharacterDataHandler(xml->parser, on_text);
		XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
		err = feed(xml, &part);
		XML_ParserFree(xml->parser);
	} else {
		err = xlsx_part_error(zip, path, ERR_LIMIT, teks(zip->bahasa, "too little memory to read it"));
	}
	xlsx_part_close(&part);
	return err;
}
