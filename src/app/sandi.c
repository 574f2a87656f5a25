#include "app/sandi.h"

#include "base/str.h"
#include <sodium.h>

enum { PASSES = 2, MEMORY = 19 * 1024 * 1024 };

/* Stands in for the string of a user who has none: same cost, belongs to no password (its digest is all zeros). */
static const char NOBODY[crypto_pwhash_STRBYTES] = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/* The library asks for it before anything else; later calls do nothing. Without a random source nothing here can be right. */
static void ready(void)
{
	if (sodium_init() < 0)
		abort();
}

const char *sandi_generate(Arena *arena)
{
	/* Without letters and digits that look alike. */
	static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
	enum { GROUPS = 4, IN_GROUP = 4 };
	StrBuf b = {.arena = arena};
	ready();
	for (int i = 0; i < GROUPS * IN_GROUP; i++) {
		if (i && i % IN_GROUP == 0)
			strbuf_addc(&b, '-');
		strbuf_addc(&b, letters[randombytes_uniform(sizeof letters - 1)]);
	}
	return strbuf_text(&b);
}

Err sandi_hash(Arena *arena, const char *sandi, Bahasa bahasa, const char **out, ErrInfo *info)
{
	if (utf8_count(sandi) < SANDI_MIN || strlen(sandi) > SANDI_MAX)
		return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "a password has at least %d characters and at most %d bytes"), SANDI_MIN, SANDI_MAX), NULL);
	char text[crypto_pwhash_STRBYTES];
	ready();
	if (crypto_pwhash_str(text, sandi, strlen(sandi), PASSES, MEMORY) != 0)
		return err_set(info, ERR_LIMIT, teks(bahasa, "there is not enough memory to keep the password"), NULL);
	*out = str_dup(arena, text);
	return ERR_OK;
}

bool sandi_check(const char *kept, const char *sandi)
{
	char text[crypto_pwhash_STRBYTES] = "";
	bool known = kept && *kept && strlen(kept) < sizeof text;
	size_t n = strlen(sandi);
	ready();
	memcpy(text, known ? kept : NOBODY, known ? strlen(kept) : sizeof NOBODY);
	bool right = crypto_pwhash_str_verify(text, sandi, n <= SANDI_MAX ? n : SANDI_MAX) == 0;
	return known && right && n <= SANDI_MAX;
}
