/* Any bytes as an address: decoding refuses what is no clean text and undoes encoding; a path to go on to never leaves this server; routes take any path. */
#include "fuzz.h"

#include "web/rute.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	const char *text = url_decode(arena, (const char *)data, size, size % 2);
	if (text) {
		assert(utf8_valid(text, strlen(text)));
		const char *encoded = url_encode(arena, text);
		assert(str_equal(url_decode(arena, encoded, strlen(encoded), true), text));
		const char *local = url_local(text, "/");
		assert(local[0] == '/' && local[1] != '/' && !strpbrk(local, "\r\n\\"));
		Medan *parts;
		size_t n;
		unsigned known;
		const Rute *r = rute_find(arena, METODE_GET, text, &parts, &n, &known);
		assert(!r || known);
		for (size_t i = 0; r && i < n; i++)
			assert(*parts[i].nilai && !strchr(parts[i].nilai, '/'));
	}
	arena_free(arena);
	return 0;
}
