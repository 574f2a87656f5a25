#include "base/bundel.h"

#include "base/mampat.h"

#include <assert.h>

enum { VERSI = 20, UTF8 = 0x0800, TANGGAL_AWAL = 0x21 /* 1 January 1980: ZIP has no "none" */, BERKAS_MAX = 0xFFFF };

static void number(StrBuf *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		strbuf_addc(out, (char)(value >> 8 * i & 0xFF));
}

Bundel bundel_new(Arena *arena)
{
	return (Bundel){.isi = {.arena = arena}, .daftar = {.arena = arena}};
}

/* What the header of a file and its line in the directory have in common. */
static void description(StrBuf *out, const char *name, uint32_t crc, size_t n)
{
	number(out, VERSI, 2);
	number(out, UTF8, 2);
	number(out, 0, 2); /* stored */
	number(out, 0, 2);
	number(out, TANGGAL_AWAL, 2);
	number(out, crc, 4);
	number(out, (uint32_t)n, 4);
	number(out, (uint32_t)n, 4);
	number(out, (uint32_t)strlen(name), 2);
	number(out, 0, 2);
}

void bundel_add(Bundel *b, const char *name, const void *bytes, size_t n)
{
	size_t place = b->isi.len;
	uint32_t crc = mampat_crc(bytes, n);
	assert(b->n < BERKAS_MAX && place + n < UINT32_MAX && strlen(name) < BERKAS_MAX);
	strbuf_addn(&b->isi, "PK\3\4", 4);
	description(&b->isi, name, crc, n);
	strbuf_add(&b->isi, name);
	strbuf_addn(&b->isi, bytes, n);
	strbuf_addn(&b->daftar, "PK\1\2", 4);
	number(&b->daftar, VERSI, 2);
	description(&b->daftar, name, crc, n);
	number(&b->daftar, 0, 2); /* comment */
	number(&b->daftar, 0, 2); /* disk */
	number(&b->daftar, 0, 2);
	number(&b->daftar, 0, 4);
	number(&b->daftar, (uint32_t)place, 4);
	strbuf_add(&b->daftar, name);
	b->n++;
}

void bundel_finish(Bundel *b, const void **bytes, size_t *n)
{
	size_t place = b->isi.len;
	assert(place + b->daftar.len < UINT32_MAX);
	strbuf_addn(&b->isi, strbuf_text(&b->daftar), b->daftar.len);
	strbuf_addn(&b->isi, "PK\5\6", 4);
	number(&b->isi, 0, 4);
	number(&b->isi, (uint32_t)b->n, 2);
	number(&b->isi, (uint32_t)b->n, 2);
	number(&b->isi, (uint32_t)b->daftar.len, 4);
	number(&b->isi, (uint32_t)place, 4);
	number(&b->isi, 0, 2);
	*bytes = b->isi.str;
	*n = b->isi.len;
}
