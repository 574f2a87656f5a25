#include "domain/kebijakan_skema.h"

#include "base/str.h"

#include <assert.h>
#include <string.h>

const char *kunci_print_desimal(Arena *arena, Desimal d)
{
	Desimal trimmed = desimal_trim(d);
	StrBuf b = {.arena = arena};
	strbuf_add(&b, desimal_print_plain(arena, trimmed, trimmed.scale));
	for (size_t i = 0; i < b.len; i++)
		if (b.str[i] == '.')
			b.str[i] = ',';
	return strbuf_text(&b);
}

static const char *choice_name(const Kunci *kunci, int value)
{
	const Pilihan *p = kunci->pilihan;
	while (p->nama && p->nilai != value)
		p++;
	assert(p->nama);
	return p->nama;
}

static const char *print_optional(Arena *arena, const Kunci *kunci, const char *object)
{
	bool given;
	Desimal d;
	memcpy(&given, object + kunci->offset_ada, sizeof given);
	memcpy(&d, object + kunci->offset, sizeof d);
	return given ? kunci_print_desimal(arena, d) : "tidak";
}

const char *kunci_print(Arena *arena, const Kunci *kunci, const void *object)
{
	const void *at = (const char *)object + kunci->offset;
	switch (kunci->jenis) {
	case NILAI_TEKS:
		return *(const char *const *)at;
	case NILAI_BULAT:
		return str_format(arena, "%d", *(const int *)at);
	case NILAI_BULAT_KECIL:
		return str_format(arena, "%d", *(const uint8_t *)at);
	case NILAI_YA:
		return *(const bool *)at ? "ya" : "tidak";
	case NILAI_PILIHAN:
		return choice_name(kunci, (int)*(const unsigned *)at);
	case NILAI_DESIMAL:
		return kunci_print_desimal(arena, *(const Desimal *)at);
	case NILAI_DESIMAL_OPSI:
		break;
	}
	return print_optional(arena, kunci, object);
}

typedef struct {
	Arena *arena;
	StrBuf out;
	bool comments;
	Bahasa bahasa;
} Pencetak;

static void put_comment(Pencetak *p, const char *key)
{
	if (!p->comments)
		return;
	strbuf_add(&p->out, "# ");
	for (const char *c = teks(p->bahasa, key); *c; c++) {
		strbuf_addc(&p->out, *c);
		if (*c == '\n')
			strbuf_add(&p->out, "# ");
	}
	strbuf_addc(&p->out, '\n');
}

static void put_group(Pencetak *p, const char *name)
{
	if (p->comments)
		strbuf_addc(&p->out, '\n');
	strbuf_addf(&p->out, "[%s]\n", name);
}

static void put_value(Pencetak *p, const char *key, const char *value)
{
	strbuf_addf(&p->out, "%s =%s%s\n", key, *value ? " " : "", value);
}

static void put_override(Pencetak *p, size_t number, const AturanIndikator *rule)
{
	put_group(p, str_format(p->arena, GRUP_INDIKATOR ".%zu", number));
	for (size_t i = 0; i < KUNCI_INDIKATOR_JUMLAH; i++) {
		if (!rule->ada_rentang && (i == KUNCI_RENTANG_BAWAH || i == KUNCI_RENTANG_ATAS))
			continue;
		if (number == 1 && i != KUNCI_RENTANG_ATAS)
			put_comment(p, KUNCI_INDIKATOR[i].komentar);
		put_value(p, KUNCI_INDIKATOR[i].kunci, kunci_print(p->arena, &KUNCI_INDIKATOR[i], rule));
	}
}

static void put_overrides(Pencetak *p, const Kebijakan *kebijakan)
{
	if (p->comments)
		strbuf_addc(&p->out, '\n');
	put_comment(p, KOMENTAR_ATURAN);
	for (size_t i = 0; i < kebijakan->n_indikator; i++)
		put_override(p, i + 1, &kebijakan->indikator[i]);
}

static void put_bands(Pencetak *p, const Kebijakan *kebijakan)
{
	put_comment(p, KOMENTAR_PITA);
	if (kebijakan->n_pita == 0)
		put_value(p, KUNCI_PITA, "tidak");
	for (size_t i = 0; i < kebijakan->n_pita; i++) {
		const Pita *pita = &kebijakan->pita[i];
		const char *bound = i + 1 == kebijakan->n_pita
		                            ? ""
		                            : str_format(p->arena, "%s %s ", pita->inklusif ? ">=" : ">", kunci_print_desimal(p->arena, pita->batas));
		put_value(p, str_format(p->arena, KUNCI_PITA "_%zu", i + 1), str_format(p->arena, "%s%s", bound, pita->nama));
	}
}

const char *kebijakan_canonical(Arena *arena, const Kebijakan *kebijakan, bool comments, Bahasa bahasa)
{
	Pencetak p = {arena, {.arena = arena}, comments, bahasa};
	const char *group = NULL;
	put_comment(&p, KOMENTAR_KEPALA);
	for (size_t i = 0; i < KUNCI_JUMLAH; i++) {
		const Kunci *kunci = &KUNCI[i];
		if (!str_equal(group, kunci->grup))
			put_group(&p, group = kunci->grup);
		put_comment(&p, kunci->komentar);
		put_value(&p, kunci->kunci, kunci_print(arena, kunci, kebijakan));
		if (str_equal(group, KUNCI[i + 1].grup))
			continue;
		if (str_equal(group, GRUP_INDIKATOR))
			put_overrides(&p, kebijakan);
		if (str_equal(group, GRUP_PREDIKAT))
			put_bands(&p, kebijakan);
	}
	return strbuf_text(&p.out);
}

const char *kebijakan_print(Arena *arena, const Kebijakan *kebijakan, Bahasa bahasa)
{
	return kebijakan_canonical(arena, kebijakan, true, bahasa);
}
