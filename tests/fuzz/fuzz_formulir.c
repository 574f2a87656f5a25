/* Any bytes as the body of a form, in both forms that browsers send: what is taken is text without control characters, and nothing points outside the body. */
#include "fuzz.h"

#include "web/http.h"

#include <assert.h>

static void fields_check(const Medan *m, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		assert(utf8_valid(m[i].nama, strlen(m[i].nama)));
		assert(utf8_valid(m[i].nilai, strlen(m[i].nilai)));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	const char *body = (const char *)data;
	Medan *m = NULL;
	Unggahan *u = NULL;
	size_t n = 0, k = 0;
	if (form_parse_urlencoded(arena, body, size, &m, &n))
		fields_check(m, n);
	if (form_parse_multipart(arena, "batas", body, size, &m, &n, &u, &k)) {
		fields_check(m, n);
		for (size_t i = 0; i < k; i++) {
			assert((const uint8_t *)u[i].isi >= data && u[i].isi + u[i].n <= data + size);
			assert(utf8_valid(u[i].nama, strlen(u[i].nama)));
		}
	}
	arena_free(arena);
	return 0;
}
