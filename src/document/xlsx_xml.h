/* xlsx_xml: one XML part of a workbook, element by element, within bounds: no document type (so no entities), no depth beyond
 * BACA_BATAS_DALAM, no single tag beyond 1 MB, no vocabulary beyond a few thousand names (the parser keeps each name).
 * The only file that includes <expat.h>.
 *
 * Names come without their prefix: `x:row` and `row` are the same, whatever the namespace is called; so are the strict and the
 * transitional form. The readers look at the structure around a name, so that a foreign element of the same name is not met. */
#ifndef CAPAIAN_XLSX_XML_H
#define CAPAIAN_XLSX_XML_H
#include "document/xlsx_zip.h"

typedef struct Xml Xml;

typedef struct {
	void (*start)(void *context, Xml *xml, const char *name, const char **attributes);
	void (*end)(void *context, Xml *xml, const char *name);
	void (*text)(void *context, Xml *xml, const char *text, size_t n); /* NULL: not wanted; a run may come in pieces */
} XmlHandler;

/* Value of the attribute of this name (prefixes aside); NULL if none. */
const char *xml_attribute(const char **attributes, const char *name);
/* An attribute of type boolean: "1" or "true". */
bool xml_flag(const char **attributes, const char *name);

/* Ends the parse from within a handler; xml_parse() then returns err (ERR_OK: enough was seen). The handler describes the error. */
void xml_stop(Xml *xml, Err err);
bool xml_stopped(const Xml *xml);
/* The tag being handled and all inside it is of no interest: no more calls until behind it. From `start` only. */
void xml_skip(Xml *xml);

Err xml_parse(XlsxZip *zip, const char *path, const XmlHandler *handler, void *context);

#endif
