/* Any bytes as a code: what is accepted has a canonical form that reads back as the same code, without anything unusual. */
#include "fuzz.h"

#include "base/str.h"
#include "domain/kode.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	const char *text = str_dupn(arena, (const char *)data, size);
	Kode kode, again;
	unsigned bentuk = 0;
	if (kode_parse(&kode, text, &bentuk)) {
		assert(kode.n_bagian >= 1 && kode.n_bagian <= 6 && kode.n_bagian != 4);
		const char *canonical = kode_print(arena, kode);
		assert(kode_parse(&again, canonical, &bentuk));
		assert(bentuk == KODE_BENTUK_BAIK);
		assert(kode_equal(kode, again) && kode_cmp(kode, again) == 0);
		assert(str_equal(kode_print(arena, again), canonical));
		Kode parent = kode_parent(kode);
		assert(parent.n_bagian == 0 || kode_is_parent(parent, kode));
	}
	arena_free(arena);
	return 0;
}
