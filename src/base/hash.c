#include "base/hash.h"

#include "base/str.h"
#include <glib.h>

const char *hash_sha256_hex(Arena *arena, const void *bytes, size_t n)
{
	char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, n);
	const char *copy = str_dup(arena, hex);
	g_free(hex);
	return copy;
}
