#include "domain/kebijakan_baca.h"

#include "base/str.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "-12,5" or "12.5 %": digits, at most one decimal sign, at most 6 decimals, nothing else. */
static bool decimal_read(Desimal *out, const char *text)
{
	bool negative = *text == '-', decimals = false;
	int64_t m = 0;
	uint8_t scale = 0;
	const char *p = text + negative;
	if (!is_digit(*p))
		return false;
	for (; is_digit(*p) || ((*p == ',' || *p == '.') && !decimals && is_digit(p[1])); p++) {
		if (!is_digit(*p)) {
			decimals = true;
			continue;
		}
		if (scale == DESIMAL_SCALE_MAX || __builtin_mul_overflow(m, 10, &m) || __builtin_add_overflow(m, *p - '0', &m))
			return false;
		scale += decimals;
	}
	while (*p == ' ')
		p++;
	if (*p == '%')
		p++;
	*out = desimal_trim((Desimal){negative ? -m : m, scale});
	return *p == '\0';
}

static bool within(Desimal d, int64_t min, int64_t max)
{
	return desimal_cmp(d, (Desimal){min, 0}) >= 0 && desimal_cmp(d, (Desimal){max, 0}) <= 0;
}

static bool read_desimal(Pembaca *p, const char *key, int64_t min, int64_t max, bool optional, Desimal *out, const char *value, Tempat at)
{
	Desimal d;
	if (decimal_read(&d, value) && within(d, min, max)) {
		*out = d;
		return true;
	}
	const char *low = kunci_print_desimal(p->arena, (Desimal){min, 0}), *high = kunci_print_desimal(p->arena, (Desimal){max, 0});
	const char *message = optional ? str_format(p->arena, teks(p->bahasa, "%s wants \"tidak\" or a number from %s to %s, not \"%s\""), key, low, high, value)
	                               : str_format(p->arena, teks(p->bahasa, "%s wants a number from %s to %s, not \"%s\""), key, low, high, value);
	baca_galat(p, at, value, message,
	           teks(p->bahasa, "write it with a decimal comma, without groups, with at most 6 decimals: 97,5"));
	return false;
}

static bool read_bulat(Pembaca *p, const Kunci *kunci, int64_t *out, const char *value, Tempat at)
{
	Desimal d;
	if (decimal_read(&d, value) && d.scale == 0 && !strpbrk(value, ",.%") && within(d, kunci->min, kunci->max)) {
		*out = d.m;
		return true;
	}
	baca_galat(p, at, value,
	           str_format(p->arena, teks(p->bahasa, "%s wants a whole number from %lld to %lld, not \"%s\""), kunci->kunci, (long long)kunci->min,
	                      (long long)kunci->max, value),
	           NULL);
	return false;
}

static bool read_text(Pembaca *p, const Kunci *kunci, const char **out, const char *value, Tempat at)
{
	size_t n = utf8_count(value);
	if (n >= (size_t)kunci->min && n <= (size_t)kunci->max) {
		*out = value;
		return true;
	}
	const char *message = n == 0 ? str_format(p->arena, teks(p->bahasa, "%s is empty"), kunci->kunci)
	                             : str_format(p->arena, teks(p->bahasa, "%s is longer than %lld characters"), kunci->kunci, (long long)kunci->max);
	baca_galat(p, at, value, message, NULL);
	return false;
}

static bool read_choice(Pembaca *p, const char *key, const Pilihan *choices, int *out, const char *value, Tempat at)
{
	StrBuf names = {.arena = p->arena};
	const char *best = NULL;
	unsigned best_distance = 4;
	for (const Pilihan *c = choices; c->nama; c++) {
		if (str_equal_fold(c->nama, value)) {
			*out = c->nilai;
			return true;
		}
		unsigned distance = str_distance(value, c->nama, 3);
		if (distance < best_distance && distance < strlen(c->nama)) {
			best_distance = distance;
			best = c->nama;
		}
		strbuf_addf(&names, "%s%s", names.len ? ", " : "", c->nama);
	}
	baca_galat(p, at, value, str_format(p->arena, teks(p->bahasa, "%s wants one of %s, not \"%s\""), key, strbuf_text(&names), value),
	           baca_saran(p, best));
	return false;
}

static bool read_ya(Pembaca *p, const Kunci *kunci, bool *out, const char *value, Tempat at)
{
	static const Pilihan YA[] = {{"ya", true}, {"tidak", false}, {NULL, 0}};
	int chosen;
	if (!read_choice(p, kunci->kunci, YA, &chosen, value, at))
		return false;
	*out = chosen;
	return true;
}

static bool read_enum(Pembaca *p, const Kunci *kunci, void *out, const char *value, Tempat at)
{
	int chosen;
	if (!read_choice(p, kunci->kunci, kunci->pilihan, &chosen, value, at))
		return false;
	memcpy(out, &chosen, sizeof chosen);
	return true;
}

static bool read_optional(Pembaca *p, const Kunci *kunci, char *object, const char *value, Tempat at)
{
	bool given = !str_equal_fold(value, "tidak");
	if (given && !read_desimal(p, kunci->kunci, kunci->min, kunci->max, true, (Desimal *)(void *)(object + kunci->offset), value, at))
		return false;
	*(bool *)(object + kunci->offset_ada) = given;
	return true;
}

bool nilai_read(Pembaca *p, const Kunci *kunci, void *object, const char *value, Tempat at)
{
	void *to = (char *)object + kunci->offset;
	int64_t whole;
	switch (kunci->jenis) {
	case NILAI_TEKS:
		return read_text(p, kunci, to, value, at);
	case NILAI_BULAT:
		if (!read_bulat(p, kunci, &whole, value, at))
			return false;
		*(int *)to = (int)whole;
		return true;
	case NILAI_BULAT_KECIL:
		if (!read_bulat(p, kunci, &whole, value, at))
			return false;
		*(uint8_t *)to = (uint8_t)whole;
		return true;
	case NILAI_YA:
		return read_ya(p, kunci, to, value, at);
	case NILAI_PILIHAN:
		return read_enum(p, kunci, to, value, at);
	case NILAI_DESIMAL:
		return read_desimal(p, kunci->kunci, kunci->min, kunci->max, false, to, value, at);
	case NILAI_DESIMAL_OPSI:
		break;
	}
	return read_optional(p, kunci, object, value, at);
}

/* ---- bands ---- */

static size_t operator_at(const char *p, bool *inclusive)
{
	*inclusive = str_starts(p, ">=") || str_starts(p, "\xE2\x89\xA5");
	return str_starts(p, ">=") ? 2 : *inclusive ? 3 : *p == '>';
}

static bool name_good(const char *name)
{
	unsigned char c = (unsigned char)*name;
	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool nilai_read_pita(Pembaca *p, PitaBaca *pita, const char *key, const char *value, Tempat at)
{
	static const Kunci NAMA = {NULL, TEKS("the name of a band"), NILAI_TEKS, 0, 0, 1, 80, NULL, NULL};
	size_t n = operator_at(value, &pita->pita.inklusif);
	pita->berbatas = n > 0;
	pita->tempat = at;
	const char *rest = str_trim(p->arena, value + n);
	if (n) {
		size_t length = strcspn(rest, " ");
		if (!read_desimal(p, key, -BATAS_MAX, BATAS_MAX, false, &pita->pita.batas, str_dupn(p->arena, rest, length), at))
			return false;
		rest = str_trim(p->arena, rest + length);
		if (str_starts(rest, "% "))
			rest = str_trim(p->arena, rest + 1);
	}
	if (*rest && !name_good(rest)) {
		baca_galat(p, at, value, str_format(p->arena, teks(p->bahasa, "\"%s\" is no name of a band: it begins with neither letter nor digit"), rest),
		           teks(p->bahasa, "write a bound and a name, >= 91 Sangat Tinggi, and for the last band a name alone"));
		return false;
	}
	Kunci name = NAMA;
	name.kunci = teks(p->bahasa, NAMA.kunci);
	return read_text(p, &name, &pita->pita.nama, rest, at);
}
