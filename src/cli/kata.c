#include "cli/kata.h"

#include "base/str.h"

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* From after the opening quote to after the closing one; NULL when there is none. */
static const char *quoted(StrBuf *word, const char *p, char quote)
{
	for (; *p != quote; p++) {
		if (!*p)
			return NULL;
		if (quote == '"' && *p == '\\' && (p[1] == '"' || p[1] == '\\'))
			p++;
		strbuf_addc(word, *p);
	}
	return p + 1;
}

/* From the first character of a word to after its last. */
static const char *word_read(StrBuf *word, const char *p)
{
	while (p && *p && !blank(*p)) {
		if (*p == '\'' || *p == '"') {
			p = quoted(word, p + 1, *p);
			continue;
		}
		if (*p == '\\' && !*++p)
			return NULL;
		strbuf_addc(word, *p++);
	}
	return p;
}

bool kata_split(Arena *arena, const char *line, char ***out, int *n)
{
	size_t count = 0, cap = 0;
	*out = NULL;
	const char *p = line;
	while (true) {
		while (blank(*p))
			p++;
		if (!*p || *p == '#')
			break;
		StrBuf word = {.arena = arena};
		p = word_read(&word, p);
		if (!p)
			return false;
		strbuf_addn(&word, "", 0);
		*ARENA_PUSH(arena, *out, count, cap) = word.str;
	}
	*ARENA_PUSH(arena, *out, count, cap) = NULL;
	*n = (int)count - 1;
	return true;
}
