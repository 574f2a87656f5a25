#include "domain/kode.h"

#include "base/str.h"

/* Digits each part has when written in full; the sixth has two (to 2023) or four. */
static const uint8_t LEBAR[6] = {1, 2, 2, 1, 2, 0};

enum { LEBAR_MAX = 4 };

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

typedef struct {
	Kode kode;
	unsigned bentuk;
} Reading;

/* Reads one part at *p into the code; false when it is none. */
static bool part_read(Reading *r, const char **p)
{
	unsigned i = r->kode.n_bagian, value = 0, n = 0;
	if (i == 6)
		return false;
	const char *s = *p;
	if (*s == 'X' || *s == 'x') {
		unsigned width = i < 2 ? LEBAR[i] : 0;
		while (*s == 'X' || *s == 'x')
			s++, n++;
		if (n != width)
			return false;
		value = KODE_X;
	} else {
		for (; digit(*s); s++, n++) {
			if (n == LEBAR_MAX)
				return false;
			value = value * 10 + (unsigned)(*s - '0');
		}
		if (n == 0)
			return false;
		if (i < 5 ? n != LEBAR[i] : n != 2 && n != 4)
			r->bentuk |= KODE_BENTUK_PADDING;
		if (i < 5 && value > (LEBAR[i] == 1 ? 9u : 99u))
			return false;
		if (i == 5)
			r->kode.lebar_sub = n > 2 ? 4 : 2;
	}
	r->kode.bagian[r->kode.n_bagian++] = (uint16_t)value;
	*p = s;
	return true;
}

typedef struct {
	unsigned dots, others, blanks;
} Separators;

static Separators separators_skip(const char **p)
{
	Separators found = {0};
	for (;; (*p)++) {
		if (**p == '.') {
			found.dots++;
		} else if (**p == ',' || **p == '-' || **p == '/') {
			found.others++;
		} else if (**p == ' ' || **p == '\t' || **p == '\n' || **p == '\r') {
			found.blanks++;
		} else if (str_starts(*p, "\xC2\xA0")) {
			found.blanks++;
			(*p)++;
		} else {
			return found;
		}
	}
}

bool kode_parse(Kode *out, const char *text, unsigned *bentuk)
{
	Reading r = {0};
	const char *p = text;
	Separators edge = separators_skip(&p);
	if (edge.dots + edge.others)
		r.bentuk |= KODE_BENTUK_TITIK;
	while (*p) {
		if (!part_read(&r, &p))
			return false;
		Separators s = separators_skip(&p);
		bool last = *p == '\0';
		if (!last && s.dots + s.others + s.blanks == 0)
			return false;
		if (s.others)
			r.bentuk |= KODE_BENTUK_PEMISAH;
		if (last ? s.dots + s.others : s.dots + s.others > 1)
			r.bentuk |= KODE_BENTUK_TITIK;
		if (!last && s.blanks)
			r.bentuk |= KODE_BENTUK_BLANK;
	}
	if (r.kode.n_bagian == 0 || r.kode.n_bagian == 4)
		return false;
	*out = r.kode;
	if (bentuk)
		*bentuk = r.bentuk;
	return true;
}

static void digits_add(StrBuf *b, unsigned value, int width)
{
	char digit[12];
	int n = 0;
	do {
		digit[n++] = (char)('0' + value % 10);
		value /= 10;
	} while (value || n < width);
	while (n > 0)
		strbuf_addc(b, digit[--n]);
}

const char *kode_print(Arena *arena, Kode kode)
{
	StrBuf b = {.arena = arena};
	for (int i = 0; i < kode.n_bagian; i++) {
		if (i)
			strbuf_addc(&b, '.');
		int width = i < 5 ? LEBAR[i] : kode.lebar_sub;
		if (i < 2 && kode.bagian[i] == KODE_X) /* a sub kegiatan may well be number 999 */
			strbuf_addn(&b, "XX", (size_t)width);
		else
			digits_add(&b, kode.bagian[i], width);
	}
	return strbuf_text(&b);
}

int kode_cmp(Kode a, Kode b)
{
	for (int i = 0; i < a.n_bagian && i < b.n_bagian; i++)
		if (a.bagian[i] != b.bagian[i])
			return a.bagian[i] < b.bagian[i] ? -1 : 1;
	if (a.n_bagian != b.n_bagian)
		return a.n_bagian < b.n_bagian ? -1 : 1;
	return (a.lebar_sub > b.lebar_sub) - (a.lebar_sub < b.lebar_sub);
}

bool kode_equal(Kode a, Kode b)
{
	return kode_cmp(a, b) == 0;
}

bool kode_tingkat(Tingkat *out, Kode kode)
{
	if (kode.n_bagian != 3 && kode.n_bagian != 5 && kode.n_bagian != 6)
		return false;
	*out = kode.n_bagian == 3 ? TINGKAT_PROGRAM : kode.n_bagian == 5 ? TINGKAT_KEGIATAN : TINGKAT_SUB_KEGIATAN;
	return true;
}

Kode kode_parent(Kode kode)
{
	Kode parent = kode;
	parent.n_bagian = kode.n_bagian == 6 ? 5 : kode.n_bagian == 5 ? 3 : 0;
	parent.lebar_sub = 0;
	for (int i = parent.n_bagian; i < 6; i++)
		parent.bagian[i] = 0;
	return parent;
}

bool kode_is_parent(Kode parent, Kode child)
{
	Kode expected = kode_parent(child);
	return expected.n_bagian > 0 && kode_equal(expected, parent);
}
