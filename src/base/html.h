/* html: a small writer of HTML over a StrBuf. An element stack closes what was opened; every text and attribute value is
 * escaped; raw markup is only possible as a string literal, so that nothing from a document can ever become markup.
 *
 *     Html h = html_begin(&buf);
 *     HTML_RAW(&h, "<!DOCTYPE html>\n");
 *     html_open(&h, "td"); html_attr(&h, "class", "angka"); html_text(&h, "1.000,00"); html_close(&h);
 *     html_finish(&h);
 *
 * Misuse (an attribute after content, a close too many, something left open) is our own bug and ends the process. */
#ifndef CAPAIAN_HTML_H
#define CAPAIAN_HTML_H
#include "base/str.h"

enum { HTML_DEPTH_MAX = 64 };

typedef struct {
	StrBuf *out;
	unsigned depth;
	bool in_tag;                  /* the start tag of the innermost element still takes attributes */
	const char *stack[HTML_DEPTH_MAX];
} Html;

Html html_begin(StrBuf *out);
void html_finish(Html *h);        /* asserts that everything is closed */

void html_open(Html *h, const char *element);
void html_attr(Html *h, const char *name, const char *value);
void html_attr_int(Html *h, const char *name, unsigned value);
void html_text(Html *h, const char *text); /* line breaks become <br> */
void html_close(Html *h);         /* the innermost element */
void html_void(Html *h, const char *element, const char *name, const char *value); /* <meta charset="utf-8">; one attribute or NULL */
void html_void_end(Html *h);      /* ends an element without content that html_open began: <input ...> */
void html_lines(Html *h, const char *text); /* text whose line breaks stay as they are: within textarea and pre */
void html_line(Html *h);          /* a line break in the source, for people who read it */

/* <element class="class">text</element>; class NULL for none. */
void html_element(Html *h, const char *element, const char *class, const char *text);

/* Only literals compile. */
#define HTML_RAW(h, literal) html_raw_literal((h), "" literal "")
void html_raw_literal(Html *h, const char *literal);

#endif
