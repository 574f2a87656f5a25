#include "report/wrap.h"

#include <string.h>

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static void add_code_point(StrBuf *out, uint32_t c)
{
	if (c == '\n' || c == '\t' || c == '\r')
		c = ' ';
	utf8_add(out, is_control(c) ? 0xFFFD : c);
}

void wrap_add_clean(StrBuf *out, const char *text)
{
	for (uint32_t c; (c = utf8_next(&text));)
		add_code_point(out, c);
}

void wrap_add_blanks(StrBuf *out, size_t n)
{
	for (; n; n--)
		strbuf_addc(out, ' ');
}

void wrap_add(StrBuf *out, const char *text, unsigned width, unsigned column, unsigned indent)
{
	bool fresh = true; /* no word on this line yet */
	size_t at = column;
	while (*text) {
		if (*text == '\n') {
			strbuf_addc(out, '\n');
			at = 0;
			fresh = true;
			text++;
			continue;
		}
		if (*text == ' ') {
			text++;
			continue;
		}
		size_t bytes = strcspn(text, " \n");
		size_t word = utf8_count(str_dupn(out->arena, text, bytes));
		if (!fresh && at + 1 + word > width) {
			strbuf_addc(out, '\n');
			at = 0;
			fresh = true;
		}
		if (at == 0) {
			wrap_add_blanks(out, indent);
			at = indent;
		} else if (!fresh) {
			strbuf_addc(out, ' ');
			at++;
		}
		for (const char *end = text + bytes; text < end;)
			add_code_point(out, utf8_next(&text));
		at += word;
		fresh = false;
	}
	strbuf_addc(out, '\n');
}
