#include "base/tanggal.h"

#include "base/str.h"

static const char *const BULAN[13][2] = {
	{"", ""},
	{"Januari", "January"},
	{"Februari", "February"},
	{"Maret", "March"},
	{"April", "April"},
	{"Mei", "May"},
	{"Juni", "June"},
	{"Juli", "July"},
	{"Agustus", "August"},
	{"September", "September"},
	{"Oktober", "October"},
	{"November", "November"},
	{"Desember", "December"},
};

/* Abbreviations and spellings met in documents that no prefix of the names above covers. */
static const struct {
	const char *nama;
	uint8_t bulan;
} EJAAN[] = {
	{"Pebruari", 2}, {"Peb", 2}, {"Agt", 8}, {"Ags", 8}, {"Nopember", 11}, {"Nop", 11},
};

static bool leap(int tahun)
{
	return (tahun % 4 == 0 && tahun % 100 != 0) || tahun % 400 == 0;
}

static int days_in(int tahun, int bulan)
{
	static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return bulan == 2 && leap(tahun) ? 29 : days[bulan];
}

bool tanggal_valid(Tanggal t)
{
	return t.tahun >= 1900 && t.tahun <= 2999 && t.bulan >= 1 && t.bulan <= 12 && t.hari >= 1 && t.hari <= days_in(t.tahun, t.bulan);
}

int tanggal_cmp(Tanggal a, Tanggal b)
{
	if (a.tahun != b.tahun)
		return a.tahun < b.tahun ? -1 : 1;
	if (a.bulan != b.bulan)
		return a.bulan < b.bulan ? -1 : 1;
	return (a.hari > b.hari) - (a.hari < b.hari);
}

/* Years counted from 1 March, so that the leap day is the last of a year. */
int64_t tanggal_days(Tanggal t)
{
	int64_t y = t.bulan > 2 ? t.tahun : t.tahun - 1;
	int64_t m = (t.bulan + 9) % 12;
	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + t.hari - 1 - 719468;
}

Tanggal tanggal_from_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int64_t bulan = mp < 10 ? mp + 3 : mp - 9;
	return (Tanggal){
		.tahun = (int16_t)(yoe + era * 400 + (bulan <= 2)), .bulan = (uint8_t)bulan, .hari = (uint8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Up to `most` digits at *p; -1 when there is none or more than that. */
static int take_number(const char **p, int most)
{
	int value = 0, n = 0;
	while (digit((*p)[n])) {
		if (n == most)
			return -1;
		value = value * 10 + ((*p)[n++] - '0');
	}
	if (n == 0)
		return -1;
	*p += n;
	return value;
}

static size_t word_length(const char *p)
{
	size_t n = 0;
	while (letter(p[n]))
		n++;
	return n;
}

/* 1..12 when the n letters at p are a month: its name, or at least the first three letters of it. */
static uint8_t month_of_word(const char *p, size_t n)
{
	char word[12] = "";
	if (n < 3 || n >= sizeof word)
		return 0;
	memcpy(word, p, n);
	for (uint8_t b = 1; b <= 12; b++)
		for (int bahasa = 0; bahasa < 2; bahasa++)
			if (str_starts_fold(BULAN[b][bahasa], word))
				return b;
	for (size_t i = 0; i < sizeof EJAAN / sizeof *EJAAN; i++)
		if (str_equal_fold(EJAAN[i].nama, word))
			return EJAAN[i].bulan;
	return 0;
}

static void skip_blanks(const char **p)
{
	for (const char *next = *p; next[0] && (next[0] == ' ' || next[0] == '\t' || next[0] == '\n' || str_starts(next, "\xC2\xA0"));) {
		next += next[0] == '\xC2' ? 2 : 1;
		*p = next;
	}
}

static bool take_tail(Tanggal *out, const char *p, int tahun, int bulan, int hari)
{
	*out = (Tanggal){(int16_t)tahun, (uint8_t)bulan, (uint8_t)hari};
	return !digit(*p) && tahun >= 0 && bulan >= 1 && bulan <= 12 && hari >= 1 && tanggal_valid(*out);
}

/* A date that starts exactly at p. */
static bool date_at(Tanggal *out, const char *p)
{
	const char *start = p;
	int first = take_number(&p, 4);
	if (first < 0)
		return false;
	size_t n_first = (size_t)(p - start);
	char mark = *p;
	if (mark == '-' || mark == '/' || mark == '.') {
		p++;
		int bulan = take_number(&p, 2);
		if (bulan < 0 || *p++ != mark)
			return false;
		int last = take_number(&p, 4);
		return n_first == 4 ? take_tail(out, p, first, bulan, last) : n_first <= 2 && take_tail(out, p, last, bulan, first);
	}
	if (n_first > 2)
		return false;
	skip_blanks(&p);
	size_t n = word_length(p);
	uint8_t bulan = month_of_word(p, n);
	p += n;
	if (*p == '.' || *p == ',')
		p++;
	skip_blanks(&p);
	int tahun = take_number(&p, 4);
	return bulan && take_tail(out, p, tahun, bulan, first);
}

bool tanggal_parse(Tanggal *out, const char *text, const char **at)
{
	for (const char *p = text; *p; p++) {
		bool inside = p > text && digit(p[-1]);
		if (digit(*p) && !inside && date_at(out, p)) {
			if (at)
				*at = p;
			return true;
		}
	}
	return false;
}

uint8_t bulan_parse(const char *text)
{
	for (const char *p = text; *p;) {
		size_t n = word_length(p);
		uint8_t bulan = month_of_word(p, n);
		if (bulan)
			return bulan;
		p += n ? n : 1;
	}
	const char *p = text;
	skip_blanks(&p);
	int number = take_number(&p, 2);
	skip_blanks(&p);
	return *p == '\0' && number >= 1 && number <= 12 ? (uint8_t)number : 0;
}

const char *bulan_name(uint8_t bulan, Bahasa bahasa)
{
	return BULAN[bulan <= 12 ? bulan : 0][bahasa == BAHASA_EN];
}

const char *tanggal_print_id(Arena *arena, Tanggal t)
{
	return t.tahun ? str_format(arena, "%d %s %d", t.hari, bulan_name(t.bulan, BAHASA_ID), t.tahun) : "";
}

const char *tanggal_print_iso(Arena *arena, Tanggal t)
{
	return t.tahun ? str_format(arena, "%04d-%02d-%02d", t.tahun, t.bulan, t.hari) : "";
}
