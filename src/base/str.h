/* str: UTF-8 text. Texts are NUL-terminated `const char *` owned by an arena or by the program; inside the program
 * they are always valid UTF-8 (readers see to it). Comparison helpers fold ASCII case only unless said otherwise. */
#ifndef CAPAIAN_STR_H
#define CAPAIAN_STR_H
#include "base/arena.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing text. Zero-initialise with the arena: `StrBuf b = {.arena = arena};`. str is never NULL after the first
 * append; strbuf_text() gives "" before it. */
typedef struct {
	Arena *arena;
	char *str;
	size_t len, cap;
} StrBuf;

void strbuf_add(StrBuf *b, const char *text);
void strbuf_addn(StrBuf *b, const char *bytes, size_t n);
void strbuf_addc(StrBuf *b, char c);
void strbuf_addf(StrBuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *strbuf_text(const StrBuf *b);

const char *str_dup(Arena *arena, const char *text);
const char *str_dupn(Arena *arena, const char *bytes, size_t n);
const char *str_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *str_vformat(Arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

bool str_equal(const char *a, const char *b);            /* byte for byte; NULL equals only NULL */
bool str_equal_fold(const char *a, const char *b);       /* ASCII case folded */
bool str_starts(const char *text, const char *prefix);
bool str_starts_fold(const char *text, const char *prefix);
const char *str_find_fold(const char *text, const char *needle); /* NULL if absent */
bool str_blank(const char *text);                        /* NULL, "" or only blanks, incl. U+00A0, U+202F, U+2007, U+200B, BOM */

/* Without blanks (as in str_blank) at both ends. */
const char *str_trim(Arena *arena, const char *text);
/* Trimmed, every run of blanks and line breaks one space. */
const char *str_squeeze(Arena *arena, const char *text);
/* Squeezed, ASCII upper-cased, every character that is not a letter or digit removed: for matching headings. */
const char *str_letters(Arena *arena, const char *text);

/* Next code point from *p (advanced); 0 at the end, U+FFFD for a bad byte (advances by one). */
uint32_t utf8_next(const char **p);
void utf8_add(StrBuf *b, uint32_t codepoint);
bool utf8_valid(const char *bytes, size_t n);
size_t utf8_count(const char *text); /* code points */

/* Edit distance (Levenshtein, code points), at most `limit` + 1. */
unsigned str_distance(const char *a, const char *b, unsigned limit);

/* Sorts the texts and leaves each once; how many there are. */
size_t str_unique(const char **list, size_t n);
/* The first of n rows of `size` bytes, ordered by the text at `offset`, whose text is not before this one; n if none. */
size_t str_first(const void *rows, size_t n, size_t size, size_t offset, const char *text);

#endif
