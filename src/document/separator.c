#include "document/separator.h"

#include <stdint.h>
#include <string.h>

static char *skip_blanks(char *p, char *end)
{
	while (p < end && *p == ' ')
		p++;
	return p;
}

/* The closing quote of a field opened at `open`; NULL when the quote is an ordinary character. */
static char *closing_quote(char *open, char *end, char separator)
{
	unsigned separators = 0;
	for (char *q = open + 1; q < end; q++) {
		if (*q == '"') {
			if (q + 1 < end && q[1] == '"') {
				q++;
				continue;
			}
			char *behind = skip_blanks(q + 1, end);
			return behind == end || *behind == separator || *behind == '\n' ? q : NULL;
		}
		if (*q == '\n') {
			/* prose has commas, but hardly ever tabs: these lines are rows, and the quote a stray one */
			if (separator == '\t' && separators >= 2)
				return NULL;
			separators = 0;
		}
		separators += *q == separator;
	}
	return NULL;
}

Field separator_field(char *p, char *end, char separator)
{
	char *open = skip_blanks(p, end);
	if (open < end && *open == '"') {
		char *close = closing_quote(open, end, separator);
		if (close)
			return (Field){open + 1, (size_t)(close - open - 1), true, skip_blanks(close + 1, end)};
	}
	char *q = p;
	while (q < end && *q != separator && *q != '\n')
		q++;
	return (Field){p, (size_t)(q - p), false, q};
}

enum { SAMPLE_BYTES = 256 * 1024, COUNT_MAX = 64 };

/* How regularly a separator cuts: the records that have its most frequent count, times the fields that gives. Few long
 * regular tables beat many short lines; 10 separators count like any more. */
static uint64_t regularity(char *text, char *end, char separator)
{
	uint64_t records[COUNT_MAX + 1] = {0}, best = 0;
	for (char *p = text; p < end;) {
		unsigned n = 0;
		for (;;) {
			Field field = separator_field(p, end, separator);
			p = field.end + (field.end < end);
			if (field.end == end || *field.end == '\n')
				break;
			n++;
		}
		records[n < COUNT_MAX ? n : COUNT_MAX]++;
	}
	for (unsigned n = 1; n <= COUNT_MAX; n++) {
		uint64_t score = records[n] * (1 + (n < 10 ? n : 10));
		if (score > best)
			best = score;
	}
	return best;
}

char separator_guess(char *text, size_t n, char fallback)
{
	/* in this order: a comma is also a decimal sign and prose, a tab never is either */
	static const char candidates[] = "\t;|,";
	uint64_t score[sizeof candidates - 1], best = 0;
	size_t length = n;
	if (n > SAMPLE_BYTES) {
		char *cut = memrchr(text, '\n', SAMPLE_BYTES);
		length = cut ? (size_t)(cut - text) : SAMPLE_BYTES;
	}
	for (size_t i = 0; i < sizeof score / sizeof *score; i++) {
		score[i] = regularity(text, text + length, candidates[i]);
		if (score[i] > best)
			best = score[i];
	}
	/* decimals in every column give commas nearly as regular as the semicolons between them: three quarters is as good */
	for (size_t i = 0; best && i < sizeof score / sizeof *score; i++)
		if (score[i] * 4 >= best * 3)
			return candidates[i];
	return fallback;
}
