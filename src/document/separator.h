/* separator: where the fields of a text table end. Shared by the reader and by the guess of the separator, so that both see the
 * same fields. */
#ifndef CAPAIAN_SEPARATOR_H
#define CAPAIAN_SEPARATOR_H
#include <stdbool.h>
#include <stddef.h>

/* One field of clean text (LF line ends). */
typedef struct {
	char *start;       /* first character of the content */
	size_t n;          /* length of the content; a quoted one still holds its doubled quotes */
	bool quoted;
	char *end;         /* the separator, line feed or end of text behind it */
} Field;

/* The field that begins at p. A quote opens a quoted field only as the first character (blanks aside) and only if it is closed
 * properly: by a quote before a separator, line end or end of text (blanks aside), other quotes being doubled. Any other quote is
 * an ordinary character, so that one stray quote cannot swallow the rest of the file. Where the separator is a tab, a
 * quoted field does not run over a line that has tabs as a table row does. Linear over a whole text. */
Field separator_field(char *p, char *end, char separator);

/* Tab, semicolon, bar or comma: the one that cuts the lines most regularly; `fallback` when none occurs. */
char separator_guess(char *text, size_t n, char fallback);

#endif
