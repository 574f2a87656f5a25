#include "domain/kebijakan_baca.h"

#include "base/str.h"

#include <string.h>

enum { TEKS_MAX = 1024 * 1024, ATURAN_MAX = 1000 };

/* ---- errors ---- */

Tempat baca_tempat(const Pembaca *p, const char *at)
{
	uint32_t column = 1;
	for (const char *c = p->teks_baris; c < at; column++)
		utf8_next(&c);
	return (Tempat){p->baris, column};
}

static void add(Pembaca *p, Tempat at, const char *printed, const char *message, const char *hint)
{
	temuan_add(&p->temuan, (Temuan){.rule = "kebijakan",
	                                .level = LEVEL_ERROR,
	                                .posisi = {p->berkas, NULL, at.baris, at.kolom},
	                                .printed = printed,
	                                .message = message,
	                                .hint = hint,
	                                .cause = -1});
}

void baca_galat(Pembaca *p, Tempat at, const char *printed, const char *message, const char *hint)
{
	if (p->penuh)
		return;
	p->penuh = p->temuan.n == KEBIJAKAN_GALAT_MAX;
	if (p->penuh)
		add(p, at, NULL, str_format(p->arena, teks(p->bahasa, "more than %d errors; the rest is not read"), KEBIJAKAN_GALAT_MAX), NULL);
	else
		add(p, at, printed, message, hint);
}

const char *baca_saran(const Pembaca *p, const char *best)
{
	return best ? str_format(p->arena, teks(p->bahasa, "did you mean \"%s\"?"), best) : NULL;
}

/* Keeps the candidate that is nearest to a word so far, at most three edits away and not wholly different. */
static void nearest(const char *word, const char *candidate, const char **best, unsigned *distance)
{
	unsigned d = str_distance(word, candidate, 3);
	if (d < *distance && d < strlen(candidate)) {
		*distance = d;
		*best = candidate;
	}
}

/* ---- groups ---- */

static void group_unknown(Pembaca *p, const char *name, Tempat at)
{
	const char *best = NULL;
	unsigned distance = 4;
	for (size_t i = 0; i < KUNCI_JUMLAH; i++)
		nearest(name, KUNCI[i].grup, &best, &distance);
	baca_galat(p, at, name, str_format(p->arena, teks(p->bahasa, "there is no group [%s]"), name), baca_saran(p, best));
}

/* Overrides are numbered from 1 without holes, so that a lost one shows. */
static void group_override(Pembaca *p, const char *name, Tempat at)
{
	const char *expected = str_format(p->arena, GRUP_INDIKATOR ".%zu", p->n_aturan + 1);
	if (p->n_aturan == ATURAN_MAX) {
		baca_galat(p, at, name, str_format(p->arena, teks(p->bahasa, "there are more than %d groups [indikator.N]"), ATURAN_MAX), NULL);
		return;
	}
	if (!str_equal(name, expected)) {
		baca_galat(p, at, name, str_format(p->arena, teks(p->bahasa, "[%s] stands where [%s] is due"), name, expected),
		           teks(p->bahasa, "number these groups 1, 2, 3, ... without holes or repetition"));
		return;
	}
	AturanBaca *a = ARENA_PUSH(p->arena, p->aturan, p->n_aturan, p->cap_aturan);
	*a = (AturanBaca){.aturan = {.pola = "", .satuan = ""}, .grup = at};
	p->jenis_grup = GRUP_ATURAN;
}

static void group_fixed(Pembaca *p, size_t first, Tempat at)
{
	if (p->grup_tempat[first].baris) {
		baca_galat(p, at, KUNCI[first].grup,
		           str_format(p->arena, teks(p->bahasa, "group [%s] is repeated; it first stands on line %u"), KUNCI[first].grup,
		                      p->grup_tempat[first].baris),
		           NULL);
		return;
	}
	p->grup_tempat[first] = at;
	p->grup = KUNCI[first].grup;
	p->jenis_grup = GRUP_TETAP;
}

static void read_group(Pembaca *p, const char *start)
{
	Tempat at = baca_tempat(p, start);
	const char *end = strchr(start, ']');
	p->jenis_grup = GRUP_ASING;
	if (!end || !str_blank(end + 1)) {
		baca_galat(p, at, start, teks(p->bahasa, "a group is one name in square brackets, alone on its line"), NULL);
		return;
	}
	const char *name = str_trim(p->arena, str_dupn(p->arena, start + 1, (size_t)(end - start - 1)));
	if (str_starts(name, GRUP_INDIKATOR ".")) {
		group_override(p, name, at);
		return;
	}
	for (size_t i = 0; i < KUNCI_JUMLAH; i++)
		if (str_equal(KUNCI[i].grup, name)) {
			group_fixed(p, i, at);
			return;
		}
	group_unknown(p, name, at);
}

/* ---- keys ---- */

static bool first_time(Pembaca *p, Tempat *seen, const char *key, Tempat at)
{
	if (!seen->baris) {
		*seen = at;
		return true;
	}
	baca_galat(p, at, key, str_format(p->arena, teks(p->bahasa, "key %s is repeated; it first stands on line %u"), key, seen->baris), NULL);
	return false;
}

/* N of "pita_N"; 0 if the key is not of that form. */
static size_t band_number(const char *key)
{
	const char *p = key + sizeof KUNCI_PITA;
	size_t n = 0;
	if (!str_starts(key, KUNCI_PITA "_") || *p < '1' || *p > '9')
		return 0;
	for (; *p >= '0' && *p <= '9'; p++)
		n = n < 100000 ? n * 10 + (size_t)(*p - '0') : n;
	return *p ? 0 : n;
}

static void read_band(Pembaca *p, size_t number, const char *key, Tempat at, const char *value, Tempat value_at)
{
	if (number > PREDIKAT_MAX) {
		baca_galat(p, at, key, str_format(p->arena, teks(p->bahasa, "%s: a policy has at most %d bands"), key, PREDIKAT_MAX), NULL);
		return;
	}
	PitaBaca *pita = &p->pita[number - 1];
	Tempat before = pita->tempat;
	if (first_time(p, &before, key, at))
		nilai_read_pita(p, pita, key, value, value_at);
}

static void read_no_bands(Pembaca *p, const char *value, Tempat at)
{
	if (!first_time(p, &p->pita_tidak, KUNCI_PITA, at))
		return;
	if (!str_equal_fold(value, "tidak"))
		baca_galat(p, at, value, str_format(p->arena, teks(p->bahasa, "%s wants \"tidak\", not \"%s\""), KUNCI_PITA, value),
		           teks(p->bahasa, "bands are listed as pita_1, pita_2, ..."));
}

static void key_unknown(Pembaca *p, const char *key, Tempat at)
{
	const char *best = NULL, *group = p->grup;
	unsigned distance = 4;
	bool override = p->jenis_grup == GRUP_ATURAN;
	for (const Kunci *k = override ? KUNCI_INDIKATOR : KUNCI; k->kunci; k++)
		if (override || str_equal(k->grup, group))
			nearest(key, k->kunci, &best, &distance);
	if (!override && str_equal(group, GRUP_PREDIKAT))
		nearest(key, KUNCI_PITA "_1", &best, &distance);
	const char *hint = baca_saran(p, best);
	for (const Kunci *k = KUNCI; !hint && k->kunci; k++)
		if (str_equal(k->kunci, key))
			hint = str_format(p->arena, teks(p->bahasa, "the key stands in group [%s]"), k->grup);
	if (override)
		group = str_format(p->arena, GRUP_INDIKATOR ".%zu", p->n_aturan);
	baca_galat(p, at, key, str_format(p->arena, teks(p->bahasa, "group [%s] has no key %s"), group, key), hint);
}

static void read_key(Pembaca *p, const char *key, Tempat at, const char *value, Tempat value_at)
{
	if (p->jenis_grup == GRUP_ASING)
		return;
	if (p->jenis_grup == GRUP_BELUM) {
		baca_galat(p, at, key, str_format(p->arena, teks(p->bahasa, "key %s stands before any [group]"), key), NULL);
		return;
	}
	bool override = p->jenis_grup == GRUP_ATURAN, bands = !override && str_equal(p->grup, GRUP_PREDIKAT);
	AturanBaca *a = override ? &p->aturan[p->n_aturan - 1] : NULL;
	const Kunci *table = override ? KUNCI_INDIKATOR : KUNCI;
	for (size_t i = 0; table[i].kunci; i++) {
		if (!str_equal(table[i].kunci, key) || !(override || str_equal(table[i].grup, p->grup)))
			continue;
		if (first_time(p, override ? &a->kunci[i] : &p->kunci[i], key, value_at))
			nilai_read(p, &table[i], override ? (void *)&a->aturan : (void *)&p->kebijakan, value, value_at);
		return;
	}
	if (bands && str_equal(key, KUNCI_PITA))
		read_no_bands(p, value, value_at);
	else if (bands && band_number(key))
		read_band(p, band_number(key), key, at, value, value_at);
	else
		key_unknown(p, key, at);
}

/* ---- lines ---- */

static const char *skip_blanks(const char *p)
{
	for (;;) {
		if (*p == ' ' || *p == '\t')
			p++;
		else if (p[0] == '\xC2' && p[1] == '\xA0')
			p += 2;
		else
			return p;
	}
}

/* Reports the first byte of the line that no text has: not UTF-8, or a control character. */
static bool check_bytes(Pembaca *p, size_t n)
{
	const char *line = p->teks_baris;
	for (const char *c = line, *here = c; c < line + n; here = c) {
		uint32_t code = utf8_next(&c);
		if (code == 0xFFFD && c - here == 1) { /* U+FFFD itself has three bytes */
			baca_galat(p, baca_tempat(p, here), NULL, str_format(p->arena, teks(p->bahasa, "byte 0x%02X is not UTF-8 text"), (unsigned char)*here),
			           teks(p->bahasa, "save the file in UTF-8"));
			return false;
		}
		if ((code < 0x20 && code != '\t') || code == 0x7F) {
			baca_galat(p, baca_tempat(p, here), NULL, str_format(p->arena, teks(p->bahasa, "control character 0x%02X in the text"), (unsigned)code), NULL);
			return false;
		}
	}
	return true;
}

static void read_line(Pembaca *p, const char *line, size_t n)
{
	p->teks_baris = str_dupn(p->arena, line, n);
	p->baris++;
	if (!check_bytes(p, n))
		return;
	const char *start = skip_blanks(p->teks_baris), *equals = strchr(start, '=');
	if (str_blank(start) || *start == '#')
		return;
	if (*start == '[') {
		read_group(p, start);
		return;
	}
	Tempat at = baca_tempat(p, start);
	if (!equals) {
		baca_galat(p, at, start, teks(p->bahasa, "this line is neither a group, a comment nor key = value: the = is missing"), NULL);
		return;
	}
	const char *key = str_trim(p->arena, str_dupn(p->arena, start, (size_t)(equals - start)));
	read_key(p, key, at, str_trim(p->arena, equals + 1), baca_tempat(p, skip_blanks(equals + 1)));
}

static void read_text(Pembaca *p, const char *text, size_t n)
{
	const char *end = text + n;
	if (n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	while (text < end && !p->penuh) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t length = (size_t)((stop ? stop : end) - text);
		read_line(p, text, length - (length > 0 && text[length - 1] == '\r'));
		text += length + 1;
	}
}

const Kebijakan *kebijakan_parse(Arena *arena, const char *berkas, const char *text, size_t n, Bahasa bahasa, DaftarTemuan *list)
{
	Pembaca p = {.arena = arena, .berkas = berkas, .bahasa = bahasa, .temuan = {.arena = arena}, .kebijakan = *kebijakan_default(arena)};
	if (n > TEKS_MAX)
		baca_galat(&p, (Tempat){0, 0}, NULL, str_format(arena, teks(bahasa, "the policy is larger than %d bytes"), TEKS_MAX), NULL);
	else
		read_text(&p, text, n);
	if (!p.penuh)
		utuh_check(&p);
	temuan_sort(&p.temuan);
	for (size_t i = 0; i < p.temuan.n; i++)
		temuan_add(list, p.temuan.temuan[i]);
	return p.temuan.n ? NULL : kebijakan_seal(arena, &p.kebijakan);
}
