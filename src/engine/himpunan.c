#include "engine/himpunan.h"

typedef struct {
	uint32_t hits, distinct, first;
	Int128 signature;            /* of the first hit */
	Int128 low, high;            /* spread of the means tried */
	uint64_t tried;
} Level;

/* Operands of equal weight and value are one another's doubles: each is named by the first of them. */
static void name_equals(const HimpunanSoal *s, uint32_t *name)
{
	for (uint32_t i = 0; i < s->n; i++) {
		name[i] = i;
		for (uint32_t j = 0; j < i && name[i] == i; j++)
			if (s->nilai[i] == s->nilai[j] && s->bobot[i] == s->bobot[j])
				name[i] = j;
	}
}

/* The multiset of names left out: five bits a name count to 31. */
static Int128 signature(const uint32_t *name, uint32_t n, uint32_t out)
{
	Int128 sum = 0;
	for (uint32_t i = 0; i < n; i++)
		if (out >> i & 1)
			sum += (Int128)1 << (5 * name[i]);
	return sum;
}

static void try_subset(const HimpunanSoal *s, const uint32_t *name, uint32_t out, Level *level)
{
	Int128 nilai = 0, bobot = 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (!(out >> i & 1)) {
			nilai += s->nilai[i];
			bobot += s->bobot[i];
		}
	Int128 mean = bobot ? nilai / bobot : nilai, scale = bobot ? bobot : 1;
	if (!level->tried || mean < level->low)
		level->low = mean;
	if (!level->tried || mean > level->high)
		level->high = mean;
	level->tried++;
	if (nilai < s->bawah * scale || nilai > s->atas * scale)
		return;
	Int128 sign = signature(name, s->n, out);
	if (!level->hits++) {
		level->first = out;
		level->signature = sign;
		level->distinct = 1;
	} else if (sign != level->signature) {
		level->distinct = 2;
	}
}

static uint64_t choose(uint32_t n, uint32_t k)
{
	uint64_t c = 1;
	for (uint32_t i = 1; i <= k; i++)
		c = c * (n - k + i) / i;
	return c;
}

static uint32_t next_of_same_size(uint32_t bits)
{
	uint32_t low = bits & -bits, ripple = bits + low;
	return ripple | ((bits ^ ripple) / low) >> 2;
}

static Level try_level(const HimpunanSoal *s, const uint32_t *name, uint32_t k)
{
	Level level = {0};
	for (uint32_t out = (1u << k) - 1; out < 1u << s->n; out = next_of_same_size(out))
		try_subset(s, name, out, &level);
	return level;
}

/* Would a quarter of a hit be expected were the means spread at random? */
static bool is_chance(const HimpunanSoal *s, const Level *level)
{
	return (s->atas - s->bawah + 1) * 4 * (Int128)level->tried > level->high - level->low;
}

HimpunanJawab himpunan_find(const HimpunanSoal *soal, uint32_t *ambil, uint32_t *serupa, uint32_t *langkah)
{
	uint32_t name[20];
	name_equals(soal, name);
	for (uint32_t k = 2; k < soal->n; k++) {
		uint64_t tries = choose(soal->n, k);
		if (tries > *langkah)
			return HIMPUNAN_TIADA;
		*langkah -= (uint32_t)tries;
		Level level = try_level(soal, name, k);
		bool chance = is_chance(soal, &level);
		if (level.hits && (level.distinct > 1 || chance))
			return HIMPUNAN_RAGU;
		if (level.hits) {
			*ambil = ~level.first & ((1u << soal->n) - 1);
			*serupa = level.hits - 1;
			return HIMPUNAN_SATU;
		}
		if (chance)
			return HIMPUNAN_TIADA;
	}
	return HIMPUNAN_TIADA;
}
