#include "app/wilayah.h"

extern const unsigned char data_wilayah[];
extern const size_t data_wilayah_size;

enum { NEAR_MAX = 5, NEAR_DISTANCE = 1 };

/* The next field of a line: up to the stop character, which is passed over. */
static const char *field(Arena *arena, const char **p, const char *end, char stop)
{
	const char *from = *p;
	const char *at = memchr(from, stop, (size_t)(end - from));
	if (!at)
		at = end;
	*p = at < end ? at + 1 : end;
	return str_dupn(arena, from, (size_t)(at - from));
}

const Wilayah *wilayah_list(Arena *arena, size_t *n)
{
	const char *p = (const char *)data_wilayah, *end = p + data_wilayah_size;
	Wilayah *rows = NULL;
	size_t cap = 0;
	*n = 0;
	while (p < end) {
		if (*p == '#') {
			field(arena, &p, end, '\n');
			continue;
		}
		Wilayah w;
		w.kode = field(arena, &p, end, '\t');
		w.tingkat = field(arena, &p, end, '\t');
		w.nama = field(arena, &p, end, '\n');
		*ARENA_PUSH(arena, rows, *n, cap) = w;
	}
	return rows;
}

bool wilayah_find(Arena *arena, const char *kode, Wilayah *out)
{
	size_t n;
	const Wilayah *rows = wilayah_list(arena, &n);
	for (size_t i = 0; i < n; i++) {
		if (str_equal(rows[i].kode, kode)) {
			*out = rows[i];
			return true;
		}
	}
	return false;
}

const char *wilayah_near(Arena *arena, const char *text)
{
	size_t n, shown = 0;
	const Wilayah *rows = wilayah_list(arena, &n);
	StrBuf b = {.arena = arena};
	for (size_t i = 0; i < n && shown < NEAR_MAX; i++) {
		bool by_name = utf8_count(text) >= 3 && str_find_fold(rows[i].nama, text);
		if (!by_name && str_distance(rows[i].kode, text, NEAR_DISTANCE) > NEAR_DISTANCE)
			continue;
		strbuf_addf(&b, "%s%s %s", shown++ ? ", " : "", rows[i].kode, rows[i].nama);
	}
	return strbuf_text(&b);
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

bool wilayah_kode_valid(const char *kode)
{
	if (!digit(kode[0]) || !digit(kode[1]))
		return false;
	return kode[2] == '\0' || (kode[2] == '.' && digit(kode[3]) && digit(kode[4]) && kode[5] == '\0');
}

int wilayah_zona(const char *kode)
{
	enum { WIB = 420, WITA = 480, WIT = 540 };
	int province = (kode[0] - '0') * 10 + (kode[1] - '0');
	if (province == 81 || province == 82 || (province >= 91 && province <= 96))
		return WIT;
	if ((province >= 51 && province <= 53) || (province >= 63 && province <= 65) || (province >= 71 && province <= 76))
		return WITA;
	return WIB;
}

const char *zona_name(int64_t zona)
{
	return zona == 420 ? "WIB" : zona == 480 ? "WITA" : zona == 540 ? "WIT" : "";
}
