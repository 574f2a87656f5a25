#include "cli/buku.h"

#include <assert.h>
#include <unistd.h>

bool cmd_ledger(const Permintaan *request, StoreMode mode, Konteks **out, int *code)
{
	const KonteksOptions options = {
		.db = spec_value(request, OPSI_DB, NULL),
		.pemda = spec_value(request, OPSI_PEMDA, NULL),
		.sebagai = spec_value(request, OPSI_AS, NULL),
		.per = spec_value(request, OPSI_AS_OF, NULL),
		.pada = spec_value(request, OPSI_AT, NULL),
		.mode = mode,
	};
	if (!options.db) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --db LEDGER"), request->perintah->nama),
		                  teks(request->bahasa, "a new ledger is made by: capaian init"));
		return false;
	}
	ErrInfo info = {0};
	Err err = konteks_open(out, request->arena, &options, request->bahasa, &info);
	*code = cmd_finish(request, NULL, err, &info);
	return !err;
}

int cmd_close(const Permintaan *request, Konteks *k, const StrBuf *out, Err err, const ErrInfo *info)
{
	if (!err && k->peringatan)
		fprintf(stderr, "capaian: %s\n", k->peringatan);
	konteks_close(k);
	return cmd_finish(request, out, err, info);
}

bool cmd_format(const Permintaan *request, bool *json, int *code)
{
	const char *format = spec_value(request, OPSI_FORMAT, "text");
	*json = str_equal(format, "json");
	if (*json || str_equal(format, "text"))
		return true;
	*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s prints text or json"), request->perintah->nama), NULL);
	return false;
}

const char *cmd_stdin_line(Arena *arena)
{
	enum { LINE_MAX_BYTES = 4096 };
	char line[LINE_MAX_BYTES];
	if (isatty(STDIN_FILENO) || !fgets(line, sizeof line, stdin))
		return NULL;
	line[strcspn(line, "\r\n")] = '\0';
	return str_blank(line) ? NULL : str_dup(arena, line);
}

typedef struct {
	const char *label;
	int percent;
} Progress;

static void progress_show(void *context, int done, int all)
{
	Progress *p = context;
	int percent = all > 0 ? (int)((int64_t)done * 100 / all) : 100;
	if (percent == p->percent)
		return;
	p->percent = percent;
	if (done < all)
		fprintf(stderr, "\r%s %d %%", p->label, percent);
	else
		fprintf(stderr, "\r\033[K");
	fflush(stderr);
}

Kemajuan cmd_progress(const Permintaan *request, const char *label)
{
	if (request->satu_dari_banyak || !isatty(STDERR_FILENO))
		return (Kemajuan){NULL, NULL};
	Progress *p = ARENA_NEW(request->arena, Progress);
	*p = (Progress){label, -1};
	return (Kemajuan){progress_show, p};
}

Daftar daftar_begin(Arena *arena, const KolomDaftar *kolom, size_t n_kolom)
{
	return (Daftar){.arena = arena, .kolom = kolom, .n_kolom = n_kolom};
}

void daftar_add(Daftar *d, const char *const *sel)
{
	for (size_t i = 0; i < d->n_kolom; i++)
		*ARENA_PUSH(d->arena, d->sel, d->n, d->cap) = sel[i];
}

static void pad(StrBuf *out, size_t n)
{
	while (n-- > 0)
		strbuf_addc(out, ' ');
}

/* One line; blanks at its end are not written. */
static void line_print(const Daftar *d, const char *const *sel, const size_t *lebar, StrBuf *out)
{
	size_t owed = 0;
	for (size_t i = 0; i < d->n_kolom; i++) {
		size_t n = utf8_count(sel[i]), rest = lebar[i] > n ? lebar[i] - n : 0;
		if (n) {
			pad(out, owed + (d->kolom[i].kanan ? rest : 0));
			strbuf_add(out, sel[i]);
			owed = d->kolom[i].kanan ? 0 : rest;
		} else {
			owed += rest;
		}
		owed += 2;
	}
	strbuf_addc(out, '\n');
}

void daftar_print(const Daftar *d, StrBuf *out)
{
	assert(d->n_kolom);
	size_t *lebar = ARENA_ARRAY(d->arena, size_t, d->n_kolom);
	const char **judul = ARENA_ARRAY(d->arena, const char *, d->n_kolom);
	for (size_t i = 0; i < d->n_kolom; i++) {
		judul[i] = d->kolom[i].judul;
		lebar[i] = utf8_count(judul[i]);
	}
	for (size_t i = 0; i < d->n; i++) {
		size_t n = utf8_count(d->sel[i]);
		if (n > lebar[i % d->n_kolom])
			lebar[i % d->n_kolom] = n;
	}
	line_print(d, judul, lebar, out);
	for (size_t i = 0; i < d->n; i += d->n_kolom)
		line_print(d, d->sel + i, lebar, out);
}
