#include "report/aturan_text.h"

#include "report/level.h"
#include "report/wrap.h"

#include <string.h>

static void pad_to(StrBuf *out, const char *text, size_t width)
{
	size_t n = utf8_count(text);
	strbuf_add(out, text);
	wrap_add_blanks(out, n < width ? width - n : 0);
}

static size_t wider(size_t width, const char *text)
{
	size_t n = utf8_count(text);
	return n > width ? n : width;
}

void aturan_text_list(StrBuf *out, const Aturan *const *aturan, size_t n, unsigned width, Bahasa bahasa)
{
	size_t name = 0, level = 0;
	for (size_t i = 0; i < n; i++)
		name = wider(name, aturan[i]->nama);
	for (LevelTemuan l = LEVEL_ERROR; l <= LEVEL_NOTE; l++)
		level = wider(level, level_word(l, bahasa));
	unsigned column = (unsigned)(name + level + 4);
	for (size_t i = 0; i < n; i++) {
		pad_to(out, aturan[i]->nama, name + 2);
		pad_to(out, level_word(aturan[i]->level, bahasa), level + 2);
		wrap_add(out, teks(bahasa, aturan[i]->kalimat), width, column, column);
	}
}

void aturan_text_one(StrBuf *out, const Aturan *aturan, unsigned width, Bahasa bahasa)
{
	strbuf_addf(out, "%s (%s)\n", aturan->nama, level_word(aturan->level, bahasa));
	wrap_add(out, teks(bahasa, aturan->kalimat), width, 0, 0);
	strbuf_addc(out, '\n');
	wrap_add(out, teks(bahasa, aturan->penjelasan), width, 0, 0);
}
