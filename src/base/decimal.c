#include "base/decimal.h"

#include "base/str.h"

#include <assert.h>

enum { POWERS = 19 };

static const int64_t POWER[POWERS] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
	10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000,
};

static int64_t power(unsigned n)
{
	assert(n < POWERS);
	return POWER[n];
}

static bool narrow(int64_t *out, Int128 n)
{
	if (n > INT64_MAX || n < INT64_MIN)
		return false;
	*out = (int64_t)n;
	return true;
}

bool rupiah_add(Rupiah *out, Rupiah a, Rupiah b)
{
	return narrow(&out->sen, (Int128)a.sen + b.sen);
}

bool rupiah_sub(Rupiah *out, Rupiah a, Rupiah b)
{
	return narrow(&out->sen, (Int128)a.sen - b.sen);
}

int rupiah_cmp(Rupiah a, Rupiah b)
{
	return (a.sen > b.sen) - (a.sen < b.sen);
}

/* The mantissa of `a` at a scale not below its own; exact in 128 bits. */
static Int128 widen(Desimal a, uint8_t scale)
{
	return (Int128)a.m * power((unsigned)scale - a.scale);
}

static uint8_t common_scale(Desimal a, Desimal b)
{
	return a.scale > b.scale ? a.scale : b.scale;
}

static bool desimal_set(Desimal *out, Int128 m, uint8_t scale)
{
	Desimal d = {.scale = scale};
	if (!narrow(&d.m, m))
		return false;
	*out = d;
	return true;
}

bool desimal_add(Desimal *out, Desimal a, Desimal b)
{
	uint8_t scale = common_scale(a, b);
	return desimal_set(out, widen(a, scale) + widen(b, scale), scale);
}

bool desimal_sub(Desimal *out, Desimal a, Desimal b)
{
	uint8_t scale = common_scale(a, b);
	return desimal_set(out, widen(a, scale) - widen(b, scale), scale);
}

int desimal_cmp(Desimal a, Desimal b)
{
	uint8_t scale = common_scale(a, b);
	Int128 x = widen(a, scale), y = widen(b, scale);
	return (x > y) - (x < y);
}

/* n / d rounded; d > 0. */
static int64_t divide(int64_t n, int64_t d, Pembulatan mode)
{
	int64_t q = n / d, r = n % d;
	int64_t away = n < 0 ? -1 : 1;
	int64_t rest = r < 0 ? -r : r, gap = d - rest; /* to the next multiple; rest < d <= 10^18: no overflow */
	if (mode == BULAT_POTONG || rest < gap)
		return q;
	if (rest == gap && mode == BULAT_GENAP && q % 2 == 0)
		return q;
	return q + away;
}

bool desimal_rescale(Desimal *out, Desimal a, uint8_t scale, Pembulatan mode)
{
	if (scale >= a.scale)
		return desimal_set(out, widen(a, scale), scale);
	*out = (Desimal){divide(a.m, power((unsigned)a.scale - scale), mode), scale};
	return true;
}

Desimal desimal_trim(Desimal a)
{
	while (a.scale > 0 && a.m % 10 == 0) {
		a.m /= 10;
		a.scale--;
	}
	return a;
}

bool desimal_to_rupiah(Rupiah *out, Desimal a)
{
	Desimal sen, trimmed = desimal_trim(a);
	if (trimmed.scale > 2 || !desimal_rescale(&sen, trimmed, 2, BULAT_POTONG))
		return false;
	out->sen = sen.m;
	return true;
}

Desimal desimal_from_rupiah(Rupiah a)
{
	return (Desimal){a.sen, 2};
}

/* Decimal digits of n with `group` (0: none) between groups of three. */
static void add_integer(StrBuf *b, uint64_t n, char group)
{
	char digits[20];
	unsigned count = 0;
	do {
		digits[count++] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	while (count--) {
		strbuf_addc(b, digits[count]);
		if (group && count && count % 3 == 0)
			strbuf_addc(b, group);
	}
}

static void add_fraction(StrBuf *b, uint64_t fraction, uint8_t scale, uint8_t decimals)
{
	for (uint8_t i = 0; i < decimals; i++) {
		uint64_t digit = 0;
		if (i < scale) {
			uint64_t unit = (uint64_t)power((unsigned)scale - i - 1);
			digit = fraction / unit;
			fraction %= unit;
		}
		strbuf_addc(b, (char)('0' + digit));
	}
	assert(decimals >= scale || fraction == 0); /* printing never rounds */
}

static const char *print(Arena *arena, Desimal a, uint8_t decimals, char group, char point)
{
	StrBuf b = {.arena = arena};
	uint64_t magnitude = a.m < 0 ? 0 - (uint64_t)a.m : (uint64_t)a.m, unit = (uint64_t)power(a.scale);
	if (a.m < 0)
		strbuf_addc(&b, '-');
	add_integer(&b, magnitude / unit, group);
	if (decimals)
		strbuf_addc(&b, point);
	add_fraction(&b, magnitude % unit, a.scale, decimals);
	return strbuf_text(&b);
}

const char *desimal_print_id(Arena *arena, Desimal a, uint8_t decimals)
{
	return print(arena, a, decimals, '.', ',');
}

const char *desimal_print_plain(Arena *arena, Desimal a, uint8_t decimals)
{
	return print(arena, a, decimals, 0, '.');
}

const char *rupiah_print_id(Arena *arena, Rupiah a)
{
	return desimal_print_id(arena, desimal_from_rupiah(a), 2);
}

const char *rupiah_print_plain(Arena *arena, Rupiah a)
{
	return desimal_print_plain(arena, desimal_from_rupiah(a), 2);
}
