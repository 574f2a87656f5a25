#include "engine/rollup_rerata.h"

static uint32_t count(const Suku *suku, uint32_t n)
{
	uint32_t found = 0;
	for (uint32_t i = 0; i < n; i++)
		found += suku[i].nilai != NULL;
	return found;
}

bool rollup_weighted(const Suku *suku, uint32_t n)
{
	bool positive = false;
	for (uint32_t i = 0; i < n; i++) {
		if (!suku[i].nilai)
			continue;
		if (!suku[i].bobot || pecahan_sign(suku[i].bobot) < 0)
			return false;
		positive |= pecahan_sign(suku[i].bobot) > 0;
	}
	return positive;
}

const Pecahan *rollup_sum(Arena *arena, const Suku *suku, uint32_t n)
{
	if (n <= 1)
		return n ? suku->nilai : NULL;
	const Pecahan *a = rollup_sum(arena, suku, n / 2), *b = rollup_sum(arena, suku + n / 2, n - n / 2);
	return !a ? b : !b ? a : pecahan_add(arena, a, b);
}

static const Pecahan *weighted_mean(Arena *arena, const Suku *suku, uint32_t n)
{
	Suku *product = ARENA_ARRAY(arena, Suku, n), *weight = ARENA_ARRAY(arena, Suku, n);
	for (uint32_t i = 0; i < n; i++) {
		if (!suku[i].nilai)
			continue;
		product[i].nilai = pecahan_mul(arena, suku[i].nilai, suku[i].bobot);
		weight[i].nilai = suku[i].bobot;
	}
	return pecahan_div(arena, rollup_sum(arena, product, n), rollup_sum(arena, weight, n));
}

const Pecahan *rollup_mean(Arena *arena, const Suku *suku, uint32_t n, bool weighted)
{
	uint32_t found = count(suku, n);
	if (found == 0)
		return NULL;
	if (weighted && rollup_weighted(suku, n))
		return weighted_mean(arena, suku, n);
	return pecahan_div(arena, rollup_sum(arena, suku, n), pecahan_int(arena, found));
}
