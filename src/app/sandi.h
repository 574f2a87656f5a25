/* sandi: passwords. Kept only as an argon2id string (19 MiB, two passes: OWASP's recommendation), which carries its own salt. One check takes about
 * 50 ms and 19 MiB: whoever lets strangers ask bounds how many run at once. The only file that includes <sodium.h>. */
#ifndef CAPAIAN_SANDI_H
#define CAPAIAN_SANDI_H
#include "base/bahasa.h"
#include "base/err.h"
#include <stdbool.h>

enum { SANDI_MIN = 10, SANDI_MAX = 1000 }; /* characters at least, bytes at most */

/* A first password from the system's random source, easy to read out and type: "k7mf-p3xd-9hty-w2rn", 79 bits. */
const char *sandi_generate(Arena *arena);
/* ERR_USAGE when it is too short or too long, ERR_LIMIT when there is no memory for the work. */
Err sandi_hash(Arena *arena, const char *sandi, Bahasa bahasa, const char **out, ErrInfo *info);
/* Does the password belong to the kept string? "" or NULL (unknown user, no password yet) is never right, and takes the same work, so that the time
 * tells a stranger nothing. */
bool sandi_check(const char *kept, const char *sandi);

#endif
