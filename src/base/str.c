#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static void reserve(StrBuf *b, size_t more)
{
	if (b->cap - b->len > more)
		return;
	size_t cap = b->cap ? b->cap : 64;
	while (cap - b->len <= more)
		cap *= 2;
	b->str = arena_grow(b->arena, b->str, b->len, cap);
	b->cap = cap;
}

void strbuf_addn(StrBuf *b, const char *bytes, size_t n)
{
	reserve(b, n);
	if (n)
		memcpy(b->str + b->len, bytes, n);
	b->len += n;
	b->str[b->len] = '\0';
}

void strbuf_add(StrBuf *b, const char *text)
{
	strbuf_addn(b, text, strlen(text));
}

void strbuf_addc(StrBuf *b, char c)
{
	strbuf_addn(b, &c, 1);
}

static void __attribute__((format(printf, 2, 0))) add_vformat(StrBuf *b, const char *format, va_list args)
{
	assert(format);
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	assert(n >= 0);
	reserve(b, (size_t)n);
	vsnprintf(b->str + b->len, (size_t)n + 1, format, again);
	va_end(again);
	b->len += (size_t)n;
}

void strbuf_addf(StrBuf *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add_vformat(b, format, args);
	va_end(args);
}

const char *strbuf_text(const StrBuf *b)
{
	return b->str ? b->str : "";
}

const char *str_dupn(Arena *arena, const char *bytes, size_t n)
{
	char *p = arena_alloc(arena, n + 1);
	if (n)
		memcpy(p, bytes, n);
	p[n] = '\0';
	return p;
}

const char *str_dup(Arena *arena, const char *text)
{
	return str_dupn(arena, text, strlen(text));
}

const char *str_vformat(Arena *arena, const char *format, va_list args)
{
	StrBuf b = {.arena = arena};
	add_vformat(&b, format, args);
	return strbuf_text(&b);
}

const char *str_format(Arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *text = str_vformat(arena, format, args);
	va_end(args);
	return text;
}

static char fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_equal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

bool str_starts(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool str_starts_fold(const char *text, const char *prefix)
{
	while (*prefix)
		if (fold(*text++) != fold(*prefix++))
			return false;
	return true;
}

bool str_equal_fold(const char *a, const char *b)
{
	return a == b || (a && b && strlen(a) == strlen(b) && str_starts_fold(a, b));
}

const char *str_find_fold(const char *text, const char *needle)
{
	for (;; text++) {
		if (str_starts_fold(text, needle))
			return text;
		if (!*text)
			return NULL;
	}
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x200B || c == 0xFEFF;
}

bool str_blank(const char *text)
{
	if (text)
		for (uint32_t c; (c = utf8_next(&text));)
			if (!is_blank(c))
				return false;
	return true;
}

const char *str_trim(Arena *arena, const char *text)
{
	const char *start = NULL, *end = text;
	for (const char *p = text, *here = p; *p; here = p) {
		if (!is_blank(utf8_next(&p))) {
			if (!start)
				start = here;
			end = p;
		}
	}
	return start ? str_dupn(arena, start, (size_t)(end - start)) : "";
}

const char *str_squeeze(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	bool gap = false;
	for (const char *p = text, *here = p; *p; here = p) {
		if (is_blank(utf8_next(&p))) {
			gap = b.len > 0;
			continue;
		}
		if (gap)
			strbuf_addc(&b, ' ');
		gap = false;
		strbuf_addn(&b, here, (size_t)(p - here));
	}
	return strbuf_text(&b);
}

const char *str_letters(Arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *o = out;
	for (; *text; text++) {
		char c = fold(*text);
		if ((c >= 'a' && c <= 'z'))
			*o++ = (char)(c - 'a' + 'A');
		else if (c >= '0' && c <= '9')
			*o++ = c;
	}
	*o = '\0';
	return out;
}

uint32_t utf8_next(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;
	if (s[0] < 0x80) {
		*p += s[0] != 0;
		return s[0];
	}
	uint32_t c = s[0], min = 0;
	int more = 0;
	if (c >= 0xF0 && c < 0xF8) {
		more = 3;
		c &= 0x07;
		min = 0x10000;
	} else if (c >= 0xE0 && c < 0xF0) {
		more = 2;
		c &= 0x0F;
		min = 0x800;
	} else if (c >= 0xC0 && c < 0xE0) {
		more = 1;
		c &= 0x1F;
		min = 0x80;
	} else {
		*p += 1;
		return 0xFFFD;
	}
	for (int i = 1; i <= more; i++) {
		if ((s[i] & 0xC0) != 0x80) {
			*p += 1;
			return 0xFFFD;
		}
		c = c << 6 | (s[i] & 0x3F);
	}
	if (c < min || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
		*p += 1;
		return 0xFFFD;
	}
	*p += more + 1;
	return c;
}

void utf8_add(StrBuf *b, uint32_t c)
{
	char s[4];
	size_t n = 0;
	if (c < 0x80) {
		s[n++] = (char)c;
	} else if (c < 0x800) {
		s[n++] = (char)(0xC0 | c >> 6);
		s[n++] = (char)(0x80 | (c & 0x3F));
	} else if (c < 0x10000) {
		s[n++] = (char)(0xE0 | c >> 12);
		s[n++] = (char)(0x80 | (c >> 6 & 0x3F));
		s[n++] = (char)(0x80 | (c & 0x3F));
	} else {
		s[n++] = (char)(0xF0 | c >> 18);
		s[n++] = (char)(0x80 | (c >> 12 & 0x3F));
		s[n++] = (char)(0x80 | (c >> 6 & 0x3F));
		s[n++] = (char)(0x80 | (c & 0x3F));
	}
	strbuf_addn(b, s, n);
}

bool utf8_valid(const char *bytes, size_t n)
{
	const char *p = bytes, *end = bytes + n;
	while (p < end) {
		if ((unsigned char)*p < 0x80) {
			p++;
			continue;
		}
		char tail[5] = {0};
		size_t left = (size_t)(end - p);
		memcpy(tail, p, left < 4 ? left : 4);
		const char *t = tail;
		if (utf8_next(&t) == 0xFFFD && !(tail[0] == '\xEF' && tail[1] == '\xBF' && tail[2] == '\xBD'))
			return false;
		p += t - tail;
	}
	return true;
}

size_t utf8_count(const char *text)
{
	size_t n = 0;
	for (; *text; n++) {
		if ((unsigned char)*text < 0x80)
			text++;
		else
			utf8_next(&text);
	}
	return n;
}

unsigned str_distance(const char *a, const char *b, unsigned limit)
{
	enum { MAX = 256 };
	uint32_t bs[MAX];
	unsigned row[MAX + 1], nb = 0, na = 0;
	for (const char *p = b; *p && nb < MAX;)
		bs[nb++] = utf8_next(&p);
	for (unsigned j = 0; j <= nb; j++)
		row[j] = j;
	for (const char *p = a; *p && na < MAX;) {
		uint32_t c = utf8_next(&p);
		unsigned diagonal = na, least = ++na;
		row[0] = na;
		for (unsigned j = 1; j <= nb; j++) {
			unsigned swap = diagonal + (c != bs[j - 1]);
			unsigned best = row[j] + 1 < row[j - 1] + 1 ? row[j] + 1 : row[j - 1] + 1;
			diagonal = row[j];
			row[j] = swap < best ? swap : best;
			if (row[j] < least)
				least = row[j];
		}
		if (least > limit)
			return limit + 1;
	}
	return row[nb] > limit ? limit + 1 : row[nb];
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t str_unique(const char **list, size_t n)
{
	size_t kept = 0;
	if (n)
		qsort(list, n, sizeof *list, by_text);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || !str_equal(list[kept - 1], list[i]))
			list[kept++] = list[i];
	return kept;
}

size_t str_first(const void *rows, size_t n, size_t size, size_t offset, const char *text)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *there = *(const char *const *)(const void *)((const char *)rows + middle * size + offset);
		if (strcmp(there, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
