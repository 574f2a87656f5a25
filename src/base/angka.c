#include "base/angka.h"

#include "base/str.h"

#include <string.h>

/* ---- the parts of a written number: prefixes, the run of digits and separators, suffixes ---- */

typedef struct {
	const char *start, *end; /* the run: digits, dots, commas and blanks; begins and ends as digits and separators do */
	bool negatif, persen, uang;
} Tulisan;

/* Blanks that people and programs put around and between numbers; 0 if p does not stand at one, else its length. */
static size_t blank_at(const char *p)
{
	if ((unsigned char)*p < 0x80)
		return *p == ' ' || (*p >= '\t' && *p <= '\r');
	const char *next = p;
	uint32_t c = utf8_next(&next);
	bool blank = c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0xFEFF;
	return blank ? (size_t)(next - p) : 0;
}

static const char *skip_blanks(const char *p)
{
	for (size_t n; (n = blank_at(p));)
		p += n;
	return p;
}

/* Length of a character that writers use as minus; 0 if none. */
static size_t minus_at(const char *p)
{
	if ((unsigned char)*p < 0x80)
		return *p == '-';
	const char *next = p;
	uint32_t c = utf8_next(&next);
	return c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212 ? (size_t)(next - p) : 0;
}

/* Length of a character that stands for "nothing": a minus or a longer dash; 0 if none. */
static size_t dash_at(const char *p)
{
	const char *next = p;
	uint32_t c = utf8_next(&next);
	return c == 0x2014 || c == 0x2015 ? (size_t)(next - p) : minus_at(p);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_separator(char c)
{
	return c == '.' || c == ',';
}

static size_t currency_at(const char *p)
{
	if (str_starts_fold(p, "IDR"))
		return 3;
	if (!str_starts_fold(p, "Rp"))
		return 0;
	return p[2] == '.' ? 3 : 2;
}

static bool only_dashes(const char *p)
{
	bool seen = false;
	for (p = skip_blanks(p); *p; p = skip_blanks(p)) {
		size_t n = dash_at(p);
		if (!n)
			return false;
		seen = true;
		p += n;
	}
	return seen;
}

/* Past sign, currency and opening bracket, each at most once, in any order. */
static const char *read_prefix(const char *p, Tulisan *t, bool *bracket, bool *sign)
{
	for (size_t n;;) {
		p = skip_blanks(p);
		if (*p == '(' && !*bracket) {
			*bracket = true;
			p++;
		} else if ((*p == '+' || minus_at(p)) && !*sign) {
			n = *p == '+' ? 1 : minus_at(p);
			t->negatif |= *p != '+';
			*sign = true;
			p += n;
		} else if ((n = currency_at(p)) && !t->uang) {
			t->uang = true;
			p += n;
		} else {
			return p;
		}
	}
}

/* Length of `,-` `.-` `,--` `,=`: "and no sen". */
static size_t no_sen_at(const char *p)
{
	if (!is_separator(*p))
		return 0;
	if (p[1] == '=')
		return 2;
	size_t n = minus_at(p + 1);
	if (!n)
		return 0;
	return 1 + n + minus_at(p + 1 + n);
}

/* The run ends before a separator that opens `,-`, and before blanks that no digit follows. */
static const char *read_run(const char *p)
{
	for (;;) {
		if (is_digit(*p) || (is_separator(*p) && !no_sen_at(p))) {
			p++;
			continue;
		}
		bool within_line = *p == ' ' || (unsigned char)*p >= 0x80; /* line breaks part two numbers of one cell */
		size_t n = within_line ? blank_at(p) : 0;
		if (!n || !is_digit(p[n]))
			return p;
		p += n;
	}
}

/* What may follow the run, each at most once; false if anything else does. */
static bool read_suffix(const char *p, Tulisan *t, bool bracket, bool sign)
{
	size_t n = minus_at(p);
	if (n && !sign) {
		t->negatif = true;
		p += n;
	}
	p = skip_blanks(p);
	if ((n = no_sen_at(p))) {
		t->uang = true;
		p = skip_blanks(p + n);
	}
	if (*p == '%') {
		t->persen = true;
		p = skip_blanks(p + 1);
	}
	if (bracket) {
		if (*p != ')')
			return false;
		t->negatif = true;
		p = skip_blanks(p + 1);
		if (*p == '%' && !t->persen) {
			t->persen = true;
			p = skip_blanks(p + 1);
		}
	}
	return *p == '\0';
}

static bool is_galat(const char *p)
{
	static const char *const NAMA[] = {"#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
	                                   "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA"};
	size_t n = 0;
	if (*p == '#') {
		while (p[n] == '#')
			n++;
		if (n >= 2)
			return !*skip_blanks(p + n);
		for (size_t i = 0; i < sizeof NAMA / sizeof *NAMA; i++)
			if (str_starts_fold(p, NAMA[i]))
				return !*skip_blanks(p + strlen(NAMA[i]));
		return false;
	}
	if (!str_starts_fold(p, "Err:"))
		return false;
	for (n = 4; is_digit(p[n]);)
		n++;
	return n > 4 && !*skip_blanks(p + n);
}

/* Splits a text into its parts; ANGKA_NILAI when a run of digits stands alone in it. */
static StatusAngka split(const char *text, Tulisan *t)
{
	const char *p = text ? skip_blanks(text) : "";
	if (!*p)
		return ANGKA_KOSONG;
	if (is_galat(p))
		return ANGKA_GALAT;
	if (only_dashes(p + currency_at(p)))
		return ANGKA_STRIP;
	bool bracket = false, sign = false;
	*t = (Tulisan){0};
	t->start = read_prefix(p, t, &bracket, &sign);
	if (!is_digit(*t->start) && !(is_separator(*t->start) && is_digit(t->start[1])))
		return ANGKA_BUKAN;
	t->end = read_run(t->start);
	return read_suffix(t->end, t, bracket, sign) ? ANGKA_NILAI : ANGKA_BUKAN;
}

/* ---- the shape of a run: what its separators may mean ---- */

typedef struct {
	unsigned n_titik, n_koma, n_blank; /* separators of each kind */
	bool blank_ascii;
	bool grup_baik;      /* every group between separators that are not the last one is well formed */
	bool awal_baik;      /* the first group has 1..3 digits, the first of them not 0 */
	bool awal_ada;       /* a digit stands before the first separator */
	char terakhir;       /* the last separator that is a dot or a comma; 0: none */
	unsigned n_terakhir; /* digits behind the last separator of any kind */
	bool titik_lalu_koma, koma_lalu_titik; /* a comma stands behind a dot, a dot behind a comma */
	bool blank_setelah;  /* a blank stands behind a dot or a comma */
	bool ganda;          /* two separators in a row, or one at the end */
} Bentuk;

static void end_group(Bentuk *b, unsigned digits, unsigned n_before)
{
	if (n_before == 0) {
		b->awal_ada = digits > 0;
		b->awal_baik = b->awal_baik && digits >= 1 && digits <= 3;
	} else if (digits != 3) {
		b->grup_baik = false;
	}
	if (n_before > 0 && digits == 0)
		b->ganda = true;
}

static Bentuk shape(const Tulisan *t)
{
	Bentuk b = {.grup_baik = true, .awal_baik = *t->start != '0'};
	unsigned digits = 0, seen = 0;
	for (const char *p = t->start; p < t->end;) {
		if (is_digit(*p)) {
			digits++;
			p++;
			continue;
		}
		end_group(&b, digits, seen++);
		digits = 0;
		if (is_separator(*p)) {
			b.titik_lalu_koma |= *p == ',' && b.n_titik > 0;
			b.koma_lalu_titik |= *p == '.' && b.n_koma > 0;
			*(*p == '.' ? &b.n_titik : &b.n_koma) += 1;
			b.terakhir = *p++;
		} else {
			b.n_blank++;
			b.blank_ascii |= *p == ' ';
			b.blank_setelah |= b.terakhir != 0;
			p += blank_at(p);
		}
	}
	b.awal_ada |= seen == 0;
	b.n_terakhir = digits;
	b.ganda |= seen > 0 && digits == 0;
	return b;
}

/* Whether the run is well formed with `group` between groups and `point` before decimals. */
static bool well_formed(const Bentuk *b, char group)
{
	unsigned n_group = group == '.' ? b->n_titik : b->n_koma, n_point = group == '.' ? b->n_koma : b->n_titik;
	bool group_behind_point = group == '.' ? b->koma_lalu_titik : b->titik_lalu_koma;
	if (b->ganda || n_point > 1 || group_behind_point || b->blank_setelah || (n_group && b->n_blank))
		return false;
	if (n_group + b->n_blank == 0)
		return b->awal_ada || n_point == 1;
	if (!b->awal_baik || !b->grup_baik)
		return false;
	return n_point == 1 || b->n_terakhir == 3;
}

/* Groups not of three digits, but no doubt about which separator makes groups. */
static bool badly_grouped(const Bentuk *b, char group)
{
	unsigned n_group = group == '.' ? b->n_titik : b->n_koma, n_point = group == '.' ? b->n_koma : b->n_titik;
	bool group_behind_point = group == '.' ? b->koma_lalu_titik : b->titik_lalu_koma;
	if (b->ganda || !b->awal_ada || b->n_blank || n_point > 1 || group_behind_point)
		return false;
	return n_point == 1 ? n_group >= 1 : n_group >= 2 && b->n_terakhir == 3;
}

/* ---- digits to value ---- */

/* The value of the run when `point` stands before decimals (0: none do) and other separators only group. */
static bool evaluate(const Tulisan *t, char point, Desimal *out)
{
	uint64_t m = 0, limit = (uint64_t)INT64_MAX + t->negatif;
	bool decimals = false;
	uint8_t scale = 0;
	for (const char *p = t->start; p < t->end; p++) {
		if (*p == point)
			decimals = true;
		if (!is_digit(*p))
			continue;
		unsigned digit = (unsigned)(*p - '0');
		if (decimals && scale == DESIMAL_SCALE_MAX) {
			if (digit)
				return false;
			continue;
		}
		if (__builtin_mul_overflow(m, 10, &m) || __builtin_add_overflow(m, digit, &m) || m > limit)
			return false;
		scale += decimals;
	}
	*out = (Desimal){t->negatif ? (int64_t)(0 - m) : (int64_t)m, scale};
	return true;
}

/* ---- documents ---- */

/* Which of the two notations reads a run. */
typedef struct {
	bool id, en, beda; /* well formed in it; both, and they differ */
	bool kuat;         /* its separators leave no doubt: both kinds, or several groups */
	bool salah_grup;
	bool blank_ascii;
} Bacaan;

static Bacaan classify(const Tulisan *t)
{
	Bentuk b = shape(t);
	Bacaan r = {.id = well_formed(&b, '.'), .en = well_formed(&b, ','), .blank_ascii = b.n_blank && b.blank_ascii};
	if (!r.id && !r.en) {
		r.id = badly_grouped(&b, '.');
		r.en = badly_grouped(&b, ',');
		r.salah_grup = r.id || r.en;
	}
	r.beda = r.id && r.en && b.terakhir != 0;
	r.kuat = (b.n_titik && b.n_koma) || b.n_titik + b.n_koma >= 2;
	return r;
}

static char group_of(const Bacaan *r, const Tulisan *t, Notasi notasi)
{
	if (!r->beda)
		return r->id ? '.' : ',';
	if (t->uang)
		return memchr(t->start, '.', (size_t)(t->end - t->start)) ? '.' : ',';
	return notasi == NOTASI_EN ? ',' : '.';
}

static Angka parse_document(const Tulisan *t, Notasi notasi)
{
	Bacaan r = classify(t);
	if (!r.id && !r.en)
		return (Angka){.status = ANGKA_BUKAN};
	Angka a = {.status = ANGKA_NILAI, .persen = t->persen, .salah_grup = r.salah_grup};
	a.ambigu = (r.beda && !t->uang) || r.blank_ascii;
	if (!evaluate(t, group_of(&r, t, notasi) == '.' ? ',' : '.', &a.nilai))
		a.status = ANGKA_LUAPAN;
	return a;
}

/* ---- machine text ---- */

typedef struct {
	uint64_t digits;   /* the first 19 significant digits at most */
	unsigned count;    /* how many these are */
	int64_t exponent;  /* value = digits x 10^exponent */
	bool negatif;
} Mesin;

enum { MESIN_DIGITS = 19, MESIN_SURE = 15, EXPONENT_LIMIT = 1000000 };

/* Takes in one digit; those beyond 19 only move the exponent (no spreadsheet writes so many). */
static void take_digit(Mesin *m, unsigned digit, bool decimal)
{
	if (m->count == 0 && digit == 0) {
		m->exponent -= decimal;
	} else if (m->count < MESIN_DIGITS) {
		m->digits = m->digits * 10 + digit;
		m->count++;
		m->exponent -= decimal;
	} else {
		m->exponent += !decimal;
	}
}

static bool read_exponent(const char **p, int64_t *exponent)
{
	const char *s = *p + 1;
	bool negative = *s == '-';
	s += *s == '-' || *s == '+';
	if (!is_digit(*s))
		return false;
	int64_t e = 0;
	for (; is_digit(*s); s++)
		e = e < EXPONENT_LIMIT ? e * 10 + (*s - '0') : e;
	*exponent += negative ? -e : e;
	*p = s;
	return true;
}

static bool read_machine(const char *p, Mesin *m)
{
	*m = (Mesin){.negatif = *p == '-'};
	p += *p == '-' || *p == '+';
	bool any = false, decimal = false;
	for (; is_digit(*p) || (*p == '.' && !decimal); p++) {
		if (*p == '.') {
			decimal = true;
			continue;
		}
		any = true;
		take_digit(m, (unsigned)(*p - '0'), decimal);
	}
	if (!any || ((*p == 'e' || *p == 'E') && !read_exponent(&p, &m->exponent)))
		return false;
	return !*skip_blanks(p);
}

/* Cuts the last n digits, rounding half away from zero (the sign is kept apart). */
static void cut_digits(Mesin *m, int64_t n)
{
	bool up = false;
	for (; n > 0 && (m->digits || up); n--) {
		up = m->digits % 10 >= 5;
		m->digits /= 10;
		m->exponent++;
		if (n == 1)
			m->digits += up;
	}
}

static void drop_zeros(Mesin *m)
{
	while (m->digits && m->digits % 10 == 0) {
		m->digits /= 10;
		m->exponent++;
	}
}

/* Whether the written digits are those of the binary number nearest to the 15: apart by at most half its last bit, which is at most
 * 2^-53 of the value, and half the last digit written; 2 x apart <= digits x 2^-52 + 1. */
static bool same_binary(const Mesin *m, const Mesin *sure)
{
	uint64_t scaled = sure->digits;
	for (int64_t e = sure->exponent; e > m->exponent; e--)
		scaled *= 10; /* back to at most 19 digits */
	uint64_t apart = scaled > m->digits ? scaled - m->digits : m->digits - scaled;
	return m->exponent < 0 && ((Int128)2 * apart - 1) * ((Int128)1 << 52) <= (Int128)m->digits;
}

static void drop_noise(Mesin *m)
{
	if (m->count <= MESIN_SURE)
		return;
	Mesin sure = *m;
	cut_digits(&sure, (int64_t)m->count - MESIN_SURE);
	if ((sure.exponent <= -2 && sure.digits % 100 == 0) || same_binary(m, &sure))
		*m = sure;
}

static Angka machine_value(Mesin m)
{
	drop_noise(&m);
	if (m.exponent < -DESIMAL_SCALE_MAX)
		cut_digits(&m, -DESIMAL_SCALE_MAX - m.exponent);
	drop_zeros(&m);
	if (!m.digits)
		return (Angka){.status = ANGKA_NILAI};
	uint64_t limit = (uint64_t)INT64_MAX + m.negatif;
	for (; m.exponent > 0; m.exponent--)
		if (__builtin_mul_overflow(m.digits, 10, &m.digits))
			return (Angka){.status = ANGKA_LUAPAN};
	if (m.digits > limit)
		return (Angka){.status = ANGKA_LUAPAN};
	int64_t value = m.negatif ? (int64_t)(0 - m.digits) : (int64_t)m.digits;
	return (Angka){.status = ANGKA_NILAI, .nilai = {value, (uint8_t)-m.exponent}};
}

static Angka parse_machine(const char *text)
{
	Mesin m;
	return read_machine(text, &m) ? machine_value(m) : (Angka){.status = ANGKA_BUKAN};
}

/* ---- interface ---- */

Angka angka_parse(const char *text, Notasi notasi)
{
	Tulisan t;
	StatusAngka status = split(text, &t);
	if (notasi == NOTASI_MESIN && (status == ANGKA_NILAI || status == ANGKA_BUKAN))
		return parse_machine(skip_blanks(text));
	if (status != ANGKA_NILAI)
		return (Angka){.status = status};
	return parse_document(&t, notasi);
}

Angka angka_parse_lembar(const char *text, Notasi notasi)
{
	Tulisan t;
	Angka a = angka_parse(text, notasi);
	if (a.status != ANGKA_LUAPAN || notasi == NOTASI_MESIN || split(text, &t) != ANGKA_NILAI)
		return a;
	Bacaan r = classify(&t);
	char point = group_of(&r, &t, notasi) == '.' ? ',' : '.';
	Mesin m = {.negatif = t.negatif};
	bool decimal = false;
	for (const char *p = t.start; p < t.end; p++) {
		decimal |= *p == point;
		if (is_digit(*p))
			take_digit(&m, (unsigned)(*p - '0'), decimal);
	}
	Angka value = machine_value(m);
	a.status = value.status;
	a.nilai = value.nilai;
	return a;
}

Notasi angka_guess(const char *const *texts, size_t n)
{
	size_t votes[2][2] = {{0}}; /* [sure][en] */
	for (size_t i = 0; i < n; i++) {
		Tulisan t;
		if (split(texts[i], &t) != ANGKA_NILAI)
			continue;
		Bacaan r = classify(&t);
		if (r.beda && t.uang)
			votes[1][group_of(&r, &t, NOTASI_TAK_TENTU) == ',']++;
		else if (r.id != r.en && !r.salah_grup)
			votes[r.kuat][r.en]++;
	}
	const size_t *v = votes[1][0] + votes[1][1] ? votes[1] : votes[0];
	return v[0] == v[1] ? NOTASI_TAK_TENTU : v[0] > v[1] ? NOTASI_ID : NOTASI_EN;
}
