/* Any bytes as a policy: a policy or errors, never both; every error stands within the text; an accepted policy prints and reads back as the
 * same, in both languages. */
#include "fuzz.h"

#include "base/str.h"
#include "domain/kebijakan.h"

#include <assert.h>
#include <string.h>

static void check_errors(const DaftarTemuan *list, const uint8_t *data, size_t size)
{
	uint32_t lines = 1;
	for (size_t i = 0; i < size; i++)
		lines += data[i] == '\n';
	assert(list->n > 0 && list->n <= KEBIJAKAN_GALAT_MAX + 1);
	for (size_t i = 0; i < list->n; i++) {
		const Temuan *t = &list->temuan[i];
		assert(t->level == LEVEL_ERROR && t->cause == -1 && *t->message && utf8_valid(t->message, strlen(t->message)));
		assert(t->posisi.baris >= 1 && t->posisi.baris <= lines && t->posisi.kolom >= 1 && t->posisi.kolom <= size + 1);
	}
}

static void check_policy(Arena *arena, const Kebijakan *policy)
{
	for (Bahasa bahasa = BAHASA_ID; bahasa <= BAHASA_EN; bahasa++) {
		DaftarTemuan list = {.arena = arena};
		const char *text = kebijakan_print(arena, policy, bahasa);
		const Kebijakan *again = kebijakan_parse(arena, "again", text, strlen(text), bahasa, &list);
		assert(again && str_equal(again->hash, policy->hash));
		assert(str_equal(kebijakan_print(arena, again, bahasa), text));
	}
	int band = kebijakan_pita(policy, (Desimal){9050, 2});
	assert(policy->n_pita ? band >= 0 && (size_t)band < policy->n_pita && policy->pita[band].nama : band == -1);
	assert(policy->desimal <= 4 && policy->n_pita <= PREDIKAT_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	DaftarTemuan list = {.arena = arena};
	const Kebijakan *policy = kebijakan_parse(arena, "fuzz", (const char *)data, size, BAHASA_EN, &list);
	if (policy) {
		assert(list.n == 0);
		check_policy(arena, policy);
	} else {
		check_errors(&list, data, size);
	}
	arena_free(arena);
	return 0;
}
