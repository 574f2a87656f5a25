#include "document/json_nilai.h"

#include "base/str.h"

static void release(void *value)
{
	json_decref(value);
}

Err json_nilai_parse(const json_t **out, Arena *arena, const char *name, const char *text, size_t n, Bahasa bahasa, ErrInfo *info)
{
	json_error_t error;
	json_t *document = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
	if (!document)
		return err_set(info, ERR_FORMAT,
		               str_format(arena, teks(bahasa, "%s:%d:%d: the JSON is damaged or cut off here"), name, error.line, error.column), NULL);
	arena_defer(arena, release, document);
	*out = document;
	return ERR_OK;
}
