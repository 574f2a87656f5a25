#include "store/penjaga.h"

#include "sql_embed.h"
#include <assert.h>

static const UraianTabel *table_find(const char *nama)
{
	for (int t = 0; t < TABEL_JUMLAH; t++)
		if (str_equal(URAIAN_TABEL[t].nama, nama))
			return &URAIAN_TABEL[t];
	return NULL;
}

/* "EXISTS (SELECT 1 FROM t WHERE pemda = NEW.pemda AND id = NEW.id) OR EXISTS (...)" for "pemda id,pemda hash". */
static void taken_condition(StrBuf *b, const UraianTabel *t)
{
	for (const char *p = t->kunci; *p;) {
		size_t n = strcspn(p, " ,");
		bool first = p == t->kunci || p[-1] == ',';
		if (first)
			strbuf_addf(b, "%sEXISTS (SELECT 1 FROM %s WHERE ", p == t->kunci ? "" : " OR ", t->nama);
		strbuf_addf(b, "%s%.*s = NEW.%.*s", first ? "" : " AND ", (int)n, p, (int)n, p);
		p += n;
		if (*p != ' ')
			strbuf_addc(b, ')');
		if (*p)
			p++;
	}
}

static void table_guard(StrBuf *b, const char *nama)
{
	const UraianTabel *t = table_find(nama);
	assert(t && *t->kunci);
	strbuf_addf(b, "CREATE TRIGGER %s_tetap BEFORE UPDATE ON %s BEGIN SELECT raise(ABORT, 'append-only'); END;\n", nama, nama);
	strbuf_addf(b, "CREATE TRIGGER %s_utuh BEFORE DELETE ON %s BEGIN SELECT raise(ABORT, 'append-only'); END;\n", nama, nama);
	strbuf_addf(b, "CREATE TRIGGER %s_baru BEFORE INSERT ON %s WHEN ", nama, nama);
	taken_condition(b, t);
	strbuf_add(b, " BEGIN SELECT raise(ABORT, 'append-only'); END;\n");
}

const char *penjaga_sql(Arena *arena, const char *script)
{
	static const char mark[] = "-- append-only:";
	StrBuf b = {.arena = arena};
	for (const char *line = strstr(script, mark); line; line = strstr(line, mark)) {
		line += sizeof mark - 1;
		const char *end = line + strcspn(line, "\n");
		while (line < end) {
			size_t blank = strspn(line, " "), n = strcspn(line + blank, " \n");
			if (n)
				table_guard(&b, str_dupn(arena, line + blank, n));
			line += blank + n;
		}
	}
	return strbuf_text(&b);
}
