#include "web/rute.h"

enum { BAGIAN_MAX = 8 };

/* Does the path fit the pattern? Fills the parts. Both begin with '/'; no part is empty. */
static bool fits(Arena *arena, const char *pola, const char *jalur, Medan *parts, size_t *n)
{
	*n = 0;
	while (*pola && *jalur) {
		if (*pola != '{') {
			if (*pola++ != *jalur++)
				return false;
			continue;
		}
		size_t name = strcspn(++pola, "}"), value = strcspn(jalur, "/");
		if (value == 0 || *n == BAGIAN_MAX)
			return false;
		/* a literal ending behind the part: "{hash}.pdf" */
		const char *after = pola + name + 1;
		size_t ending = strcspn(after, "/{");
		if (ending > 0) {
			if (value <= ending || strncmp(jalur + value - ending, after, ending) != 0)
				return false;
			value -= ending;
		}
		parts[(*n)++] = (Medan){str_dupn(arena, pola, name), str_dupn(arena, jalur, value)};
		pola = after;
		jalur += value;
	}
	return !*pola && !*jalur;
}

const Rute *rute_find(Arena *arena, Metode metode, const char *jalur, Medan **bagian, size_t *n_bagian, unsigned *metode_ada)
{
	Medan *parts = ARENA_ARRAY(arena, Medan, BAGIAN_MAX);
	*metode_ada = 0;
	*bagian = parts;
	for (const Rute *const *module = RUTE_SEMUA; *module; module++) {
		for (const Rute *r = *module; r->pola; r++) {
			if (!fits(arena, r->pola, jalur, parts, n_bagian))
				continue;
			*metode_ada |= 1u << r->metode;
			if (r->metode == metode)
				return r;
		}
	}
	*n_bagian = 0;
	return NULL;
}
