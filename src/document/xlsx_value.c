#include "document/xlsx_value.h"

#include "base/tanggal.h"
#include "document/encoding.h"
#include "document/reader.h"

#include <string.h>

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Behind a part of a format code that shows nothing of the value: "text", \c, _c, *c, [Red]; p itself when it is none. */
static const char *skip_literal(const char *p)
{
	if (*p == '"') {
		const char *close = strchr(p + 1, '"');
		return close ? close + 1 : p + strlen(p);
	}
	if (*p == '\\' || *p == '_' || *p == '*') {
		p++;
		if (*p)
			utf8_next(&p);
		return p;
	}
	if (*p == '[') {
		const char *close = strchr(p, ']');
		return close ? close + 1 : p + strlen(p);
	}
	return p;
}

/* [h], [mm], [ss]: hours, minutes, seconds that run on; not a colour such as [Magenta]. */
static bool is_elapsed(const char *p)
{
	return p[0] == '[' && p[1] && strchr("hms", lower(p[1])) && (p[2] == ']' || lower(p[2]) == lower(p[1]));
}

Tampil xlsx_format_shows(const char *code)
{
	if (str_starts_fold(code, "General"))
		return TAMPIL_ANGKA;
	bool day = false, month = false, time = false, percent = false;
	for (const char *p = code; *p && *p != ';';) {
		const char *behind = skip_literal(p);
		if (behind != p) {
			time = time || is_elapsed(p);
			p = behind;
			continue;
		}
		char c = lower(*p++);
		day = day || c == 'd' || c == 'y';
		month = month || c == 'm';
		time = time || c == 'h' || c == 's';
		percent = percent || c == '%';
	}
	if (day || (month && !time))
		return TAMPIL_TANGGAL;
	return percent ? TAMPIL_PERSEN : TAMPIL_ANGKA;
}

Tampil xlsx_builtin_shows(unsigned id)
{
	if (id == 9 || id == 10)
		return TAMPIL_PERSEN;
	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
		return TAMPIL_TANGGAL;
	return TAMPIL_ANGKA;
}

bool xlsx_serial_date(char iso[11], const char *serial, bool from_1904)
{
	int64_t n = 0;
	const char *p = serial;
	for (; *p >= '0' && *p <= '9'; p++) {
		n = n * 10 + (*p - '0');
		if (n > 9999999)
			return false;
	}
	if (p == serial || (*p && *p != '.') || strpbrk(p, "eE"))
		return false;
	if (!from_1904 && (n < 1 || n == 60))
		return false;
	/* day 1 is 1900-01-01; Excel counts the 29 February 1900 that never was as day 60 */
	int64_t epoch = from_1904 ? -24107 : n < 60 ? -25568 : -25569;
	Tanggal t = tanggal_from_days(n + epoch);
	if (!tanggal_valid(t))
		return false;
	unsigned part[] = {(unsigned)t.tahun / 100, (unsigned)t.tahun % 100, t.bulan, t.hari};
	static const uint8_t at[] = {0, 2, 5, 8};
	memcpy(iso, "    -  -  ", 11);
	for (size_t i = 0; i < 4; i++) {
		iso[at[i]] = (char)('0' + part[i] / 10);
		iso[at[i] + 1] = (char)('0' + part[i] % 10);
	}
	return true;
}

bool xlsx_is_number(const char *text)
{
	const char *p = text;
	size_t digits = 0;
	if (*p == '-' || *p == '+')
		p++;
	for (; *p >= '0' && *p <= '9'; p++)
		digits++;
	if (*p == '.')
		for (p++; *p >= '0' && *p <= '9'; p++)
			digits++;
	if (digits == 0)
		return false;
	if (*p == 'e' || *p == 'E') {
		p++;
		if (*p == '-' || *p == '+')
			p++;
		if (*p < '0' || *p > '9')
			return false;
		while (*p >= '0' && *p <= '9')
			p++;
	}
	return *p == '\0';
}

bool xlsx_text_plain(const char *text, size_t n)
{
	for (const unsigned char *p = (const unsigned char *)text, *end = p + n; p < end; p++) {
		if (*p >= 0x20 && *p != '_' && *p < 0x7F)
			continue;
		if (*p == '_' && p + 6 < end && p[1] == 'x' && p[6] == '_')
			return false;
		if ((*p < 0x20 && *p != '\t' && *p != '\n') || *p == 0x7F || (*p == 0xC2 && p + 1 < end && p[1] < 0xA0))
			return false;
	}
	return true;
}

static int hex(char c)
{
	c = lower(c);
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of an escape _xHHHH_ at p; false when there is none. */
static bool escape(uint32_t *out, const char *p, const char *end)
{
	if (end - p < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
		return false;
	*out = 0;
	for (int i = 2; i < 6; i++) {
		if (hex(p[i]) < 0)
			return false;
		*out = *out << 4 | (uint32_t)hex(p[i]);
	}
	return true;
}

void xlsx_text_add(StrBuf *out, const char *text, size_t n)
{
	bool after_cr = false;
	for (const char *p = text, *end = text + n; p < end;) {
		uint32_t c;
		if (escape(&c, p, end))
			p += 7;
		else
			c = utf8_next(&p);
		if (c >= 0xD800 && c < 0xE000)
			c = 0xFFFD; /* half of an escaped pair */
		if (c == '\r')
			utf8_add(out, '\n');
		else if (c != '\n' || !after_cr)
			utf8_add(out, encoding_is_control(c) ? 0xFFFD : c);
		after_cr = c == '\r';
	}
}

uint32_t xlsx_reference(const char *text, const char **end, uint32_t *row)
{
	const char *p = text;
	uint32_t column = 0;
	*row = 0;
	for (; lower(*p) >= 'a' && lower(*p) <= 'z'; p++) {
		column = column * 26 + (uint32_t)(lower(*p) - 'a' + 1);
		if (column > BACA_BATAS_KOLOM)
			return 0;
	}
	for (; *p >= '0' && *p <= '9'; p++) {
		*row = *row * 10 + (uint32_t)(*p - '0');
		if (*row > BACA_BATAS_BARIS)
			return 0;
	}
	*end = p;
	return column;
}
