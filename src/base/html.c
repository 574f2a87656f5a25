#include "base/html.h"

#include <assert.h>
#include <string.h>

Html html_begin(StrBuf *out)
{
	return (Html){.out = out};
}

void html_finish(Html *h)
{
	assert(h->depth == 0 && !h->in_tag);
}

static void end_tag_start(Html *h)
{
	if (h->in_tag)
		strbuf_addc(h->out, '>');
	h->in_tag = false;
}

typedef enum { PLACE_TEXT, PLACE_ATTRIBUTE, PLACE_LINES } Place;

static void escape(StrBuf *out, const char *text, Place place)
{
	for (; *text; text++) {
		switch (*text) {
		case '&':
			strbuf_add(out, "&amp;");
			break;
		case '<':
			strbuf_add(out, "&lt;");
			break;
		case '>':
			strbuf_add(out, "&gt;");
			break;
		case '"':
			strbuf_add(out, "&quot;");
			break;
		case '\'':
			strbuf_add(out, "&#39;");
			break;
		case '\n':
			strbuf_add(out, place == PLACE_ATTRIBUTE ? "&#10;" : place == PLACE_LINES ? "\n" : "<br>");
			break;
		default:
			/* the other control characters are not allowed in HTML, whatever the document held */
			if ((unsigned char)*text >= 0x20 && *text != 0x7F)
				strbuf_addc(out, *text);
			else if (*text == '\t')
				strbuf_addc(out, ' ');
		}
	}
}

void html_open(Html *h, const char *element)
{
	end_tag_start(h);
	assert(h->depth < HTML_DEPTH_MAX);
	h->stack[h->depth++] = element;
	strbuf_addc(h->out, '<');
	strbuf_add(h->out, element);
	h->in_tag = true;
}

void html_attr(Html *h, const char *name, const char *value)
{
	assert(h->in_tag);
	strbuf_addc(h->out, ' ');
	strbuf_add(h->out, name);
	strbuf_add(h->out, "=\"");
	escape(h->out, value, PLACE_ATTRIBUTE);
	strbuf_addc(h->out, '"');
}

void html_attr_int(Html *h, const char *name, unsigned value)
{
	assert(h->in_tag);
	strbuf_addf(h->out, " %s=\"%u\"", name, value);
}

void html_text(Html *h, const char *text)
{
	end_tag_start(h);
	escape(h->out, text, PLACE_TEXT);
}

void html_close(Html *h)
{
	assert(h->depth > 0);
	end_tag_start(h);
	strbuf_addf(h->out, "</%s>", h->stack[--h->depth]);
}

void html_void_end(Html *h)
{
	assert(h->in_tag);
	end_tag_start(h);
	h->depth--;
}

void html_void(Html *h, const char *element, const char *name, const char *value)
{
	html_open(h, element);
	if (name)
		html_attr(h, name, value);
	end_tag_start(h);
	h->depth--;
}

void html_lines(Html *h, const char *text)
{
	end_tag_start(h);
	if (*text == '\n')
		strbuf_addc(h->out, '\n'); /* the first one after the start tag is dropped by browsers */
	escape(h->out, text, PLACE_LINES);
}

void html_line(Html *h)
{
	end_tag_start(h);
	strbuf_addc(h->out, '\n');
}

void html_element(Html *h, const char *element, const char *class, const char *text)
{
	html_open(h, element);
	if (class)
		html_attr(h, "class", class);
	html_text(h, text);
	html_close(h);
}

void html_raw_literal(Html *h, const char *literal)
{
	end_tag_start(h);
	strbuf_add(h->out, literal);
}
