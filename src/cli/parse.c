#include "cli/spec.h"

Bahasa spec_language(int argc, char **argv, const char *env_language, const char *env_lang)
{
	const char *chosen = NULL;
	for (int i = 1; i < argc && !str_equal(argv[i], "--"); i++) {
		if (str_starts(argv[i], "--lang="))
			chosen = argv[i] + strlen("--lang=");
		else if (str_equal(argv[i], "--lang") && i + 1 < argc)
			chosen = argv[++i];
	}
	if (!chosen && env_language && *env_language)
		chosen = env_language;
	if (!chosen && env_lang)
		chosen = env_lang;
	return chosen && str_starts(chosen, "en") ? BAHASA_EN : BAHASA_ID;
}

typedef struct {
	Permintaan *out;
	ErrInfo *info;
	int argc, at;
	char **argv;
	bool options_ended;
} Parser;

/* The name nearest to a mistyped word among those that `name(i)` gives until NULL; NULL when none is near. */
static const char *nearest(const char *word, const char *(*name)(size_t i))
{
	const char *best = NULL;
	unsigned best_distance = 3;
	for (size_t i = 0; name(i); i++) {
		unsigned d = str_distance(word, name(i), 2);
		if (d < best_distance) {
			best = name(i);
			best_distance = d;
		}
	}
	return best;
}

static const char *command_name(size_t i)
{
	return i < N_PERINTAH ? PERINTAH[i].nama : NULL;
}

static const char *option_name(size_t i)
{
	return i < OPSI_JUMLAH ? OPSI[i].panjang : NULL;
}

static Err usage(Parser *p, const char *message, const char *near)
{
	Arena *a = p->out->arena;
	Bahasa b = p->out->bahasa;
	const char *hint = near                ? str_format(a, teks(b, "did you mean '%s'?"), near)
	                   : p->out->perintah ? str_format(a, teks(b, "see capaian help %s"), p->out->perintah->nama)
	                                      : teks(b, "see capaian help");
	return err_set(p->info, ERR_USAGE, message, hint);
}

static const char *choices(Arena *arena, const char *const *pilihan)
{
	StrBuf b = {.arena = arena};
	for (size_t i = 0; pilihan[i]; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", pilihan[i]);
	return strbuf_text(&b);
}

static bool among(const char *const *pilihan, const char *value)
{
	for (size_t i = 0; pilihan[i]; i++)
		if (str_equal(pilihan[i], value))
			return true;
	return false;
}

static Err option_take(Parser *p, OpsiId id, const char *written, const char *attached)
{
	Arena *a = p->out->arena;
	Bahasa b = p->out->bahasa;
	const Opsi *opsi = &OPSI[id];
	const char *value = attached;
	if (!opsi->nilai && attached)
		return usage(p, str_format(a, teks(b, "option %s takes no value"), written), NULL);
	if (opsi->nilai && !value) {
		if (p->at + 1 >= p->argc)
			return usage(p, str_format(a, teks(b, "option %s needs a value: %s"), written, opsi->nilai), NULL);
		value = p->argv[++p->at];
	}
	if (opsi->pilihan && !among(opsi->pilihan, value))
		return usage(p, str_format(a, teks(b, "'%s' is no value of %s; choose one of: %s"), value, written, choices(a, opsi->pilihan)), NULL);
	size_t n = p->out->opsi[id].n;
	const char **more = ARENA_ARRAY(a, const char *, n + 1);
	for (size_t i = 0; i < n; i++)
		more[i] = p->out->opsi[id].nilai[i];
	more[n] = value ? value : "";
	p->out->opsi[id].nilai = more;
	p->out->opsi[id].n = n + 1;
	return ERR_OK;
}

static Err long_option(Parser *p, const char *word)
{
	Arena *a = p->out->arena;
	const char *equals = strchr(word, '=');
	const char *name = equals ? str_dupn(a, word + 2, (size_t)(equals - word - 2)) : word + 2;
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (str_equal(OPSI[id].panjang, name))
			return option_take(p, (OpsiId)id, str_format(a, "--%s", name), equals ? equals + 1 : NULL);
	const char *near = nearest(name, option_name);
	return usage(p, str_format(a, teks(p->out->bahasa, "unknown option --%s"), name), near ? str_format(a, "--%s", near) : NULL);
}

static Err short_option(Parser *p, const char *word)
{
	Arena *a = p->out->arena;
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (OPSI[id].pendek == word[1])
			return option_take(p, (OpsiId)id, str_format(a, "-%c", word[1]), word[2] ? word + 2 : NULL);
	return usage(p, str_format(a, teks(p->out->bahasa, "unknown option %s"), word), NULL);
}

static Err word_take(Parser *p, const char *word)
{
	Permintaan *out = p->out;
	if (out->perintah) {
		out->argumen[out->n_argumen++] = word;
		return ERR_OK;
	}
	out->perintah = perintah_find(word);
	if (out->perintah)
		return ERR_OK;
	return usage(p, str_format(out->arena, teks(out->bahasa, "unknown command '%s'"), word), nearest(word, command_name));
}

/* What can be judged only when the command and all its words are known. */
static Err whole_check(Parser *p)
{
	Permintaan *out = p->out;
	const Perintah *perintah = out->perintah;
	if (out->opsi[OPSI_HELP].n || out->opsi[OPSI_VERSION].n)
		return ERR_OK;
	if (!perintah)
		return p->argc > 1 ? usage(p, teks(out->bahasa, "no command was given"), NULL) : ERR_OK;
	for (int id = 0; id < OPSI_JUMLAH; id++)
		if (out->opsi[id].n && !perintah_takes(perintah, (OpsiId)id))
			return usage(p, str_format(out->arena, teks(out->bahasa, "%s takes no option --%s"), perintah->nama, OPSI[id].panjang), NULL);
	if (out->n_argumen < perintah->min)
		return usage(p, str_format(out->arena, teks(out->bahasa, "%s needs: %s"), perintah->nama, perintah->argumen), NULL);
	if (out->n_argumen > perintah->max)
		return usage(p, str_format(out->arena, teks(out->bahasa, "%s does not expect '%s'"), perintah->nama, out->argumen[perintah->max]), NULL);
	if (perintah->kata && out->n_argumen && !among(perintah->kata, out->argumen[0]))
		return usage(p,
		             str_format(out->arena, teks(out->bahasa, "%s does not know '%s'; choose one of: %s"), perintah->nama, out->argumen[0],
		                        choices(out->arena, perintah->kata)),
		             NULL);
	return ERR_OK;
}

Err spec_parse(Permintaan *out, int argc, char **argv, ErrInfo *info)
{
	Parser p = {out, info, argc, 1, argv, false};
	out->argumen = ARENA_ARRAY(out->arena, const char *, (size_t)argc);
	for (; p.at < argc; p.at++) {
		const char *word = argv[p.at];
		Err err = ERR_OK;
		if (!p.options_ended && str_equal(word, "--"))
			p.options_ended = true;
		else if (!p.options_ended && str_starts(word, "--"))
			err = long_option(&p, word);
		else if (!p.options_ended && word[0] == '-' && word[1])
			err = short_option(&p, word);
		else
			err = word_take(&p, word);
		if (err)
			return err;
	}
	return whole_check(&p);
}

const char *spec_value(const Permintaan *request, OpsiId opsi, const char *fallback)
{
	size_t n = request->opsi[opsi].n;
	return n ? request->opsi[opsi].nilai[n - 1] : fallback;
}
