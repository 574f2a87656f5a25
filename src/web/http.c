#include "web/http.h"

#include <assert.h>

static const char *value_of(const Medan *list, size_t n, const char *nama)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(list[i].nama, nama))
			return list[i].nilai;
	return "";
}

const char *minta_bagian(const Minta *m, const char *nama)
{
	return value_of(m->bagian, m->n_bagian, nama);
}

const char *minta_kueri(const Minta *m, const char *nama)
{
	return value_of(m->kueri, m->n_kueri, nama);
}

const char *minta_isi(const Minta *m, const char *nama)
{
	return value_of(m->formulir, m->n_formulir, nama);
}

const Unggahan *minta_unggahan(const Minta *m, const char *medan)
{
	for (size_t i = 0; i < m->n_unggahan; i++)
		if (str_equal(m->unggahan[i].medan, medan))
			return &m->unggahan[i];
	return NULL;
}

int64_t minta_angka(const Minta *m, const char *nama, int64_t min, int64_t max, int64_t fallback)
{
	const char *text = minta_bagian(m, nama);
	if (!*text)
		text = minta_kueri(m, nama);
	if (!*text)
		text = minta_isi(m, nama);
	if (!*text || strspn(text, "0123456789") != strlen(text) || strlen(text) > 18)
		return fallback;
	int64_t value = strtoll(text, NULL, 10);
	return value < min || value > max ? fallback : value;
}

void jawab_kepala(Jawab *j, const char *nama, const char *nilai)
{
	assert(j->n_kepala < JAWAB_KEPALA_MAX);
	j->kepala[j->n_kepala++] = (Medan){nama, nilai};
}

bool jawab_punya(const Jawab *j, const char *nama)
{
	for (size_t i = 0; i < j->n_kepala; i++)
		if (str_equal(j->kepala[i].nama, nama))
			return true;
	return false;
}

void jawab_alih(Jawab *j, const char *jalur)
{
	assert(jalur[0] == '/');
	j->status = 303;
	jawab_kepala(j, "Location", jalur);
}

/* Letters, digits and a few signs; for others the name in UTF-8 stands beside (RFC 6266). */
void jawab_unduh(Jawab *j, Arena *arena, const char *jenis, const void *bytes, size_t n, const char *nama)
{
	StrBuf plain = {.arena = arena};
	for (const char *p = nama; *p && plain.len < 120; p++)
		strbuf_addc(&plain, (*p >= '0' && *p <= '9') || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') || strchr("-._", *p) ? *p : '-');
	j->jenis = jenis;
	j->bytes = bytes;
	j->n_bytes = n;
	j->mampat = !str_starts(jenis, "text/") && !str_starts(jenis, "application/json");
	jawab_kepala(j, "Content-Disposition", str_format(arena, "attachment; filename=\"%s\"; filename*=UTF-8''%s", strbuf_text(&plain), url_encode(arena, nama)));
}
