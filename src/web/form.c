#include "web/http.h"

#include <strings.h>

enum { MEDAN_MAX = 20000, BAGIAN_KEPALA_MAX = 4096 };

typedef struct { Medan *list; size_t n, cap; } DaftarMedan;
typedef struct { Unggahan *list; size_t n, cap; } DaftarUnggahan;

bool form_parse_urlencoded(Arena *arena, const char *body, size_t n, Medan **out, size_t *n_out)
{
	DaftarMedan d = {0};
	for (size_t at = 0; at < n;) {
		const char *pair = body + at;
		const char *end = memchr(pair, '&', n - at);
		size_t length = end ? (size_t)(end - pair) : n - at;
		const char *equals = memchr(pair, '=', length);
		size_t name_length = equals ? (size_t)(equals - pair) : length;
		at += length + 1;
		if (length == 0)
			continue;
		Medan field = {url_decode(arena, pair, name_length, true), equals ? url_decode(arena, equals + 1, length - name_length - 1, true) : ""};
		if (!field.nama || !field.nilai || d.n == MEDAN_MAX)
			return false;
		*ARENA_PUSH(arena, d.list, d.n, d.cap) = field;
	}
	*out = d.list;
	*n_out = d.n;
	return true;
}

/* ---- multipart/form-data (RFC 7578) ---- */

typedef struct {
	Arena *arena;
	const char *at, *end;    /* what is left of the body */
	const char *delimiter;   /* CR LF -- boundary */
	size_t n_delimiter;
} Multi;

/* The parameter of a Content-Disposition header: name="value", with \" and %22 as browsers write a quotation mark. NULL: absent or malformed. */
static const char *parameter(Arena *arena, const char *header, size_t n, const char *name)
{
	size_t wanted = strlen(name);
	for (size_t i = 0; i + wanted + 2 < n; i++) {
		bool begins = i == 0 || header[i - 1] == ' ' || header[i - 1] == ';';
		if (!begins || strncasecmp(header + i, name, wanted) != 0 || header[i + wanted] != '=' || header[i + wanted + 1] != '"')
			continue;
		StrBuf value = {.arena = arena};
		for (size_t k = i + wanted + 2; k < n; k++) {
			if (header[k] == '"')
				return utf8_valid(strbuf_text(&value), value.len) ? strbuf_text(&value) : NULL;
			if (header[k] == '\\' && k + 1 < n && (header[k + 1] == '"' || header[k + 1] == '\\'))
				k++;
			if ((unsigned char)header[k] >= 0x20 && header[k] != 0x7F)
				strbuf_addc(&value, header[k]);
		}
		return NULL;
	}
	return NULL;
}

/* The header lines of a part up to the empty one; gives the Content-Disposition line. */
static bool part_head(Multi *m, const char **disposition, size_t *n)
{
	const char *start = m->at;
	*disposition = NULL;
	for (;;) {
		const char *line = m->at, *stop = memmem(line, (size_t)(m->end - line), "\r\n", 2);
		if (!stop || stop - start > BAGIAN_KEPALA_MAX)
			return false;
		m->at = stop + 2;
		if (stop == line)
			return *disposition != NULL;
		static const char wanted[] = "Content-Disposition:";
		if ((size_t)(stop - line) > sizeof wanted - 1 && strncasecmp(line, wanted, sizeof wanted - 1) == 0) {
			*disposition = line + sizeof wanted - 1;
			*n = (size_t)(stop - *disposition);
		}
	}
}

static bool part_take(Multi *m, DaftarMedan *fields, DaftarUnggahan *files, const char *disposition, size_t n_disposition)
{
	const char *content = m->at, *stop = memmem(content, (size_t)(m->end - content), m->delimiter, m->n_delimiter);
	const char *name = parameter(m->arena, disposition, n_disposition, "name"), *file = parameter(m->arena, disposition, n_disposition, "filename");
	if (!stop || !name || fields->n + files->n == MEDAN_MAX)
		return false;
	size_t n = (size_t)(stop - content);
	m->at = stop + m->n_delimiter;
	if (file) {
		if (n || *file)
			*ARENA_PUSH(m->arena, files->list, files->n, files->cap) = (Unggahan){name, file, (const unsigned char *)content, n};
		return true;
	}
	if (!utf8_valid(content, n) || memchr(content, 0, n))
		return false;
	*ARENA_PUSH(m->arena, fields->list, fields->n, fields->cap) = (Medan){name, str_dupn(m->arena, content, n)};
	return true;
}

bool form_parse_multipart(Arena *arena, const char *boundary, const char *body, size_t n, Medan **fields, size_t *n_fields, Unggahan **files, size_t *n_files)
{
	const char *delimiter = str_format(arena, "\r\n--%s", boundary);
	size_t n_delimiter = strlen(delimiter);
	if (n_delimiter < 5 || n_delimiter > 76 || n + 2 < n_delimiter || memcmp(body, delimiter + 2, n_delimiter - 2) != 0)
		return false;
	Multi m = {arena, body + n_delimiter - 2, body + n, delimiter, n_delimiter};
	DaftarMedan f = {0};
	DaftarUnggahan u = {0};
	while (m.end - m.at >= 2 && memcmp(m.at, "\r\n", 2) == 0) {
		const char *disposition;
		size_t length;
		m.at += 2;
		if (!part_head(&m, &disposition, &length) || !part_take(&m, &f, &u, disposition, length))
			return false;
	}
	if (m.end - m.at < 2 || memcmp(m.at, "--", 2) != 0)
		return false;
	*fields = f.list;
	*n_fields = f.n;
	*files = u.list;
	*n_files = u.n;
	return true;
}
