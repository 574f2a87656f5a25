#include "document/encoding.h"

#include "base/str.h"

#include <string.h>

typedef enum { UTF8, UTF8_BOM, UTF16LE, UTF16BE, WINDOWS_1252 } Encoding;

static const char *const NAME[] = {"UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252"};

/* 0x80..0x9F of Windows-1252; 0: not assigned. */
static const uint16_t CP1252[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

typedef struct {
	StrBuf out;
	bool after_cr;
	size_t n_nul, n_control;
} Cleaner;

bool encoding_is_control(uint32_t code)
{
	return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF;
}

static void put(Cleaner *c, uint32_t code)
{
	bool after_cr = c->after_cr;
	c->after_cr = code == '\r';
	if (code == '\n' && after_cr)
		return;
	if (code == '\r') {
		strbuf_addc(&c->out, '\n');
	} else if (code == '\v' || code == '\f') {
		strbuf_addc(&c->out, ' ');
	} else if (encoding_is_control(code)) {
		c->n_nul += code == 0;
		c->n_control++;
		utf8_add(&c->out, 0xFFFD);
	} else {
		utf8_add(&c->out, code);
	}
}

/* Bytes that mean themselves in UTF-8 and Windows-1252 and need no cleaning. */
static bool is_plain(unsigned char b)
{
	return (b >= 0x20 && b < 0x7F) || b == '\t' || b == '\n';
}

/* Code point at p (NUL bytes included), its length in *n; U+FFFD and 1 for a bad byte. */
static uint32_t utf8_at(const unsigned char *p, size_t left, size_t *n)
{
	char tail[5] = {0};
	memcpy(tail, p, left < 4 ? left : 4);
	const char *t = tail;
	uint32_t code = utf8_next(&t);
	*n = code ? (size_t)(t - tail) : 1;
	return code;
}

static bool is_bad(uint32_t code, size_t n)
{
	return code == 0xFFFD && n == 1;
}

static void clean_bytes(Cleaner *c, const unsigned char *p, const unsigned char *end, Encoding encoding)
{
	while (p < end) {
		const unsigned char *run = p;
		while (p < end && is_plain(*p))
			p++;
		if (p > run && *run == '\n' && c->after_cr)
			run++;
		if (p > run)
			strbuf_addn(&c->out, (const char *)run, (size_t)(p - run));
		if (p == end)
			break;
		size_t n = 1;
		uint32_t code = *p;
		if (encoding != WINDOWS_1252)
			code = utf8_at(p, (size_t)(end - p), &n);
		else if (*p >= 0x80 && *p < 0xA0)
			code = CP1252[*p - 0x80] ? CP1252[*p - 0x80] : 0xFFFD;
		put(c, code);
		p += n;
	}
}

static void clean_utf16(Cleaner *c, const unsigned char *p, size_t n, bool little)
{
	for (size_t i = 0; i + 1 < n; i += 2) {
		uint32_t u = little ? p[i] | (uint32_t)p[i + 1] << 8 : p[i + 1] | (uint32_t)p[i] << 8;
		if (u >= 0xD800 && u < 0xDC00 && i + 3 < n) {
			uint32_t low = little ? p[i + 2] | (uint32_t)p[i + 3] << 8 : p[i + 3] | (uint32_t)p[i + 2] << 8;
			if (low >= 0xDC00 && low < 0xE000) {
				put(c, 0x10000 + ((u - 0xD800) << 10) + (low - 0xDC00));
				i += 2;
				continue;
			}
		}
		put(c, u >= 0xD800 && u < 0xE000 ? 0xFFFD : u);
	}
	if (n % 2)
		utf8_add(&c->out, 0xFFFD); /* half a character: the file was cut */
}

/* UTF-16 without a mark: Latin text has a zero in nearly every other byte, always on the same side. */
static bool looks_utf16(const unsigned char *bytes, size_t n, Encoding *encoding)
{
	size_t zero[2] = {0, 0}, pairs = n < 4096 ? n / 2 : 2048;
	if (pairs < 2)
		return false;
	for (size_t i = 0; i < 2 * pairs; i++)
		zero[i % 2] += bytes[i] == 0;
	if (zero[0] * 20 > pairs && zero[1] * 20 > pairs)
		return false;
	*encoding = zero[1] > zero[0] ? UTF16LE : UTF16BE;
	return zero[0] * 2 > pairs || zero[1] * 2 > pairs;
}

/* Valid, or so rich in well-formed sequences that the bad bytes are accidents (a text pasted together, a cut at the end). */
static bool looks_utf8(const unsigned char *bytes, size_t n)
{
	size_t good = 0, bad = 0;
	for (size_t i = 0, len; i < n; i += len) {
		len = 1;
		if (bytes[i] < 0x80)
			continue;
		if (is_bad(utf8_at(bytes + i, n - i, &len), len))
			bad++;
		else
			good++;
	}
	return bad == 0 || good > 4 * bad;
}

static Encoding decide(const unsigned char *bytes, size_t n, size_t *skip)
{
	Encoding encoding;
	*skip = 0;
	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		*skip = 3;
		return UTF8_BOM;
	}
	if (n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
		*skip = 2;
		return bytes[0] == 0xFF ? UTF16LE : UTF16BE;
	}
	if (looks_utf16(bytes, n, &encoding))
		return encoding;
	return looks_utf8(bytes, n) ? UTF8 : WINDOWS_1252;
}

bool encoding_clean(CleanText *out, Arena *arena, const unsigned char *bytes, size_t n)
{
	size_t skip;
	Encoding encoding = decide(bytes, n, &skip);
	bytes += skip;
	n -= skip;
	if (n > 0 && bytes[n - 1] == 0x1A && encoding != UTF16LE && encoding != UTF16BE)
		n--;

	size_t cap = n + n / 16 + 16; /* most texts need no more; then nothing is copied twice */
	Cleaner c = {.out = {.arena = arena, .str = arena_alloc(arena, cap), .cap = cap}};
	if (encoding == UTF16LE || encoding == UTF16BE)
		clean_utf16(&c, bytes, n, encoding == UTF16LE);
	else
		clean_bytes(&c, bytes, bytes + n, encoding);
	*out = (CleanText){c.out.str, c.out.len, NAME[encoding]};
	return c.n_nul == 0 && (c.n_control <= 4 || c.n_control * 50 <= n);
}
