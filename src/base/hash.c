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

const char *hash_sha256_stream(Arena *arena, FILE *stream)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	guchar bytes[16 * 1024];
	for (size_t n = fread(bytes, 1, sizeof bytes, stream); n; n = fread(bytes, 1, sizeof bytes, stream))
		g_checksum_update(sum, bytes, (gssize)n);
	const char *hex = str_dup(arena, g_checksum_get_string(sum));
	g_checksum_free(sum);
	return hex;
}

const char *base64_encode(Arena *arena, const void *bytes, size_t n)
{
	char *text = g_base64_encode(bytes, n);
	const char *copy = str_dup(arena, text);
	g_free(text);
	return copy;
}

bool base64_decode(Arena *arena, const char *text, const void **bytes, size_t *n)
{
	guchar *decoded = g_base64_decode(text, n);
	*bytes = str_dupn(arena, (const char *)decoded, *n);
	g_free(decoded);
	/* The decoder skips what is no base64: only a text that comes out again was one. */
	return str_equal(base64_encode(arena, *bytes, *n), text);
}
