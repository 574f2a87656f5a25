#include "web/http.h"

const char *url_encode(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
		bool plain = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("-._~", *p);
		if (plain)
			strbuf_addc(&b, (char)*p);
		else
			strbuf_addf(&b, "%%%02X", *p);
	}
	return strbuf_text(&b);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Tabs and line breaks may stand in what people type; nothing else below a blank, and no NUL. */
static bool text_clean(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)text[i] < 0x20 && !strchr("\t\r\n", text[i])) || text[i] == '\0' || text[i] == 0x7F)
			return false;
	return utf8_valid(text, n);
}

const char *url_decode(Arena *arena, const char *text, size_t n, bool plus)
{
	StrBuf b = {.arena = arena};
	for (size_t i = 0; i < n; i++) {
		if (text[i] != '%') {
			strbuf_addc(&b, plus && text[i] == '+' ? ' ' : text[i]);
			continue;
		}
		int high = i + 2 < n ? hex(text[i + 1]) : -1;
		int low = i + 2 < n ? hex(text[i + 2]) : -1;
		if (high < 0 || low < 0)
			return NULL;
		strbuf_addc(&b, (char)(high * 16 + low));
		i += 2;
	}
	return text_clean(strbuf_text(&b), b.len) ? strbuf_text(&b) : NULL;
}

const char *url_local(const char *path, const char *fallback)
{
	if (!path || path[0] != '/' || path[1] == '/' || path[1] == '\\')
		return fallback;
	for (const unsigned char *p = (const unsigned char *)path; *p; p++)
		if (*p <= 0x20 || *p == 0x7F || *p == '\\')
			return fallback;
	return path;
}
