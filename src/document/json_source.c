#include "document/json_source.h"

#include "base/str.h"
#include "document/reader.h"

#include <string.h>

/* Behind the string that begins with the quote at p. */
static const char *skip_string(const char *p, const char *end)
{
	for (p++; p < end && *p != '"'; p++)
		p += *p == '\\' && p + 1 < end;
	return p < end ? p + 1 : end;
}

static const char *skip_blanks(const char *p, const char *end, uint32_t *line)
{
	for (; p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'); p++)
		*line += *p == '\n';
	return p;
}

JsonLines json_source_lines(Arena *arena, const char *text, size_t n)
{
	JsonLines lines = {0};
	const char *p = text, *end = text + n;
	uint32_t line = 1;
	while ((p = skip_blanks(p, end, &line)) < end) {
		if (strchr(",:]}", *p)) {
			p++;
			continue;
		}
		uint32_t start = line;
		if (*p == '{' || *p == '[') {
			p++;
		} else if (*p == '"') {
			p = skip_string(p, end); /* a JSON string has no line breaks */
			const char *behind = skip_blanks(p, end, &line);
			if (behind < end && *behind == ':') {
				p = behind;
				continue; /* the name of a member */
			}
			p = behind;
		} else {
			while (p < end && !strchr(",]} \t\r\n", *p))
				p++;
		}
		*ARENA_PUSH(arena, lines.line, lines.n, lines.cap) = start;
	}
	return lines;
}

bool json_source_grid(Grid *out, Arena *arena, const char *text, size_t n)
{
	size_t n_baris = 0, cap = 0;
	uint32_t line = 1;
	*out = (Grid){0};
	for (const char *p = text, *end = text + n; p < end; line++) {
		const char *feed = memchr(p, '\n', (size_t)(end - p)), *stop = feed ? feed : end;
		const char *content = str_dupn(arena, p, (size_t)(stop - p));
		p = feed ? feed + 1 : end;
		if (str_blank(content))
			continue;
		if (n_baris == BACA_BATAS_BARIS)
			return false;
		Sel *sel = ARENA_NEW(arena, Sel);
		*sel = (Sel){.teks = content, .jenis = SEL_TEKS, .rentang_kolom = 1, .rentang_baris = 1};
		*ARENA_PUSH(arena, out->baris, n_baris, cap) = (Baris){.nomor = line, .n_sel = 1, .sel = sel};
	}
	out->n_baris = (uint32_t)n_baris;
	return true;
}
