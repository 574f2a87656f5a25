/* encoding: bytes of a text file -> clean UTF-8. */
#ifndef CAPAIAN_ENCODING_H
#define CAPAIAN_ENCODING_H
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
	char *text;          /* NUL after text[n]; the caller may cut it up in place */
	size_t n;
	const char *name;    /* "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "Windows-1252" */
} CleanText;

/* The encoding is decided from the bytes: a byte order mark; else the zero bytes of UTF-16 Latin text; else UTF-8 when valid or
 * nearly so (single bad bytes become U+FFFD); else Windows-1252.
 *
 * The result has no control characters: CRLF and CR become LF, form feed and vertical tab a blank, others (C0, C1, DEL and the
 * non-characters U+FFFE, U+FFFF) U+FFFD; a Ctrl-Z at the end is dropped. false when the bytes are no text: a NUL, or more than one
 * control character in fifty. */
bool encoding_clean(CleanText *out, Arena *arena, const unsigned char *bytes, size_t n);

/* A control character that no text keeps (all of C0 but tab and line feed, DEL, C1) or a non-character. */
bool encoding_is_control(uint32_t code);

#endif
