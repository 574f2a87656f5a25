#include "app/berkas.h"

#include "document/input.h"

Err berkas_baca(Arena *arena, const char *path, const char **text, Bahasa bahasa, ErrInfo *info)
{
	enum { BERKAS_MAX = 1024 * 1024 };
	unsigned char *bytes;
	size_t n;
	Err err = input_load(&bytes, &n, arena, path, BERKAS_MAX, bahasa, info);
	*text = err ? NULL : (const char *)bytes;
	return err;
}
