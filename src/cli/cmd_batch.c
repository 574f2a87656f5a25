#include "cli/buku.h"
#include "cli/kata.h"

#include <errno.h>
#include <unistd.h>

static const char *file_read(Arena *arena, const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	StrBuf text = {.arena = arena};
	char bytes[65536];
	for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
		strbuf_addn(&text, bytes, got);
	bool whole = !ferror(file);
	fclose(file);
	*n = text.len;
	return whole ? strbuf_text(&text) : NULL;
}

/* One line as a command line of its own, with the ledger of the batch where it names none. */
static int line_run(const Permintaan *batch, Arena *arena, const char *line)
{
	Permintaan request = {.arena = arena, .bahasa = batch->bahasa, .satu_dari_banyak = true};
	ErrInfo info = {0};
	char **words;
	int n;
	if (!kata_split(arena, str_format(arena, "capaian %s", line), &words, &n))
		return cmd_wrong(&request, teks(request.bahasa, "a quote is not closed"), NULL);
	if (n == 1)
		return EXIT_CLEAN;
	request.bahasa = spec_language(n, words, batch->bahasa == BAHASA_EN ? "en" : "id", NULL);
	if (spec_parse(&request, n, words, &info))
		return cmd_wrong(&request, info.message, info.hint);
	if (!request.perintah || request.perintah->run == cmd_batch)
		return cmd_wrong(&request, teks(request.bahasa, "a line holds one command, and not batch"), NULL);
	if (!request.opsi[OPSI_DB].n && perintah_takes(request.perintah, OPSI_DB))
		request.opsi[OPSI_DB] = batch->opsi[OPSI_DB];
	return request.perintah->run(&request);
}

/* While somebody has the ledger open, a line that closes it does not fold the log into the file and sync both: a commit costs one sync, not five.
 * The file may come to be by one of the lines. */
static void ledger_hold(const Permintaan *request, Konteks **held)
{
	const KonteksOptions options = {.db = spec_value(request, OPSI_DB, NULL), .mode = STORE_TULIS};
	if (*held || !options.db || access(options.db, F_OK) != 0)
		return;
	if (konteks_open(held, request->arena, &options, request->bahasa, NULL))
		*held = NULL;
}

static int lines_run(const Permintaan *request, const char *text, size_t n)
{
	const char *path = request->argumen[0];
	/* Where the commands themselves are seen nobody needs to be told how far it is. */
	Kemajuan progress = isatty(STDOUT_FILENO) ? (Kemajuan){NULL, NULL} : cmd_progress(request, teks(request->bahasa, "running"));
	int code = EXIT_CLEAN;
	size_t number = 1;
	Konteks *held = NULL;
	for (const char *p = text; !code && p < text + n; number++) {
		size_t length = strcspn(p, "\n");
		Arena *arena = arena_new();
		ledger_hold(request, &held);
		const char *line = str_dupn(arena, p, length);
		code = line_run(request, arena, line);
		if (code)
			fprintf(stderr, "capaian: %s\n", str_format(arena, teks(request->bahasa, "%s:%zu: stopped at: %s"), path, number, str_trim(arena, line)));
		arena_free(arena);
		p += length + 1;
		if (progress.lapor && !code)
			progress.lapor(progress.context, (int)((size_t)(p - text) * 1000 / (n + 1)), 1000);
	}
	konteks_close(held);
	if (progress.lapor)
		progress.lapor(progress.context, 1000, 1000);
	return code;
}

int cmd_batch(const Permintaan *request)
{
	const char *path = request->argumen[0], *text;
	size_t n;
	text = file_read(request->arena, path, &n);
	if (!text) {
		int why = errno;
		cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s: the file cannot be read: %s"), path, strerror(why)), NULL);
		return EXIT_ENVIRONMENT;
	}
	if (strlen(text) != n || !utf8_valid(text, n)) {
		cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s: this is no text in UTF-8"), path), NULL);
		return EXIT_ENVIRONMENT;
	}
	return lines_run(request, text, n);
}
