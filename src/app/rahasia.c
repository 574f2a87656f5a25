#include "app/rahasia.h"

#include "base/hash.h"
#include "base/str.h"
#include <errno.h>
#include <sys/random.h>

void rahasia_bytes(void *out, size_t n)
{
	for (size_t have = 0; have < n;) {
		ssize_t got = getrandom((char *)out + have, n - have, 0);
		if (got < 0 && errno != EINTR)
			abort();
		have += got > 0 ? (size_t)got : 0;
	}
}

const char *rahasia_new(Arena *arena)
{
	enum { BYTES = 32 };
	unsigned char bytes[BYTES];
	rahasia_bytes(bytes, sizeof bytes);
	StrBuf b = {.arena = arena};
	for (const char *p = base64_encode(arena, bytes, sizeof bytes); *p && *p != '='; p++)
		strbuf_addc(&b, *p == '+' ? '-' : *p == '/' ? '_' : *p);
	return strbuf_text(&b);
}

const char *rahasia_hash(Arena *arena, const char *text)
{
	return hash_sha256_hex(arena, text, strlen(text));
}

bool rahasia_same(const char *a, const char *b)
{
	size_t n = strlen(a);
	if (strlen(b) != n)
		return false;
	unsigned char difference = 0;
	for (size_t i = 0; i < n; i++)
		difference |= (unsigned char)((unsigned char)a[i] ^ (unsigned char)b[i]);
	return difference == 0;
}
