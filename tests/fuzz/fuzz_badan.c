/* Any bytes as the JSON body of a request: what is taken is text without control characters in fields that are known, each once, or there is a message. */
#include "fuzz.h"

#include "app/badan.h"
#include "base/str.h"

#include <assert.h>

static void text_clean(const char *text)
{
	assert(utf8_valid(text, strlen(text)));
	for (const char *p = text; *p; p++)
		assert((unsigned char)*p >= ' ' || *p == '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Arena *arena = arena_new();
	MedanBadan fields[] = {{.nama = "nilai", .wajib = true, .boleh_null = true}, {.nama = "alasan"}, {.nama = "langkah"}};
	const size_t n = sizeof fields / sizeof *fields;
	ErrInfo info = {0};
	Err err = badan_baca(arena, (const char *)data, size, fields, n, BAHASA_EN, &info);
	assert(!err || err == ERR_FORMAT || err == ERR_USAGE || err == ERR_LIMIT);
	assert(!err == !info.message);
	if (info.message)
		assert(utf8_valid(info.message, strlen(info.message)));
	for (size_t i = 0; !err && i < n; i++) {
		assert(fields[i].teks || (fields[i].boleh_null && fields[i].ada));
		assert(fields[i].ada || (*fields[i].teks == '\0' && !fields[i].wajib));
		if (fields[i].teks)
			text_clean(fields[i].teks);
	}
	arena_free(arena);
	return 0;
}
