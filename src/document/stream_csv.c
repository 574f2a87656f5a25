#include "document/stream_csv.h"

#include "base/str.h"
#include "document/input.h"

#include <string.h>

enum { BLOK = 256 * 1024, BLOK_MAX = 4 * 1024 * 1024 /* a quote that never closes does not swallow more */, AWALAN = 6 /* "sep=;\n" */ };

typedef struct {
	FILE *file;
	const char *path;
	unsigned char *bytes;    /* AWALAN bytes of room, then the block */
	size_t n;                /* bytes of the block that are filled */
	bool ended;
	char separator;          /* 0: not known yet */
	uint32_t line;           /* of the block's first record */
	ReaderRow row;
	void *context;
	bool stopped;
	Bahasa bahasa;
	ErrInfo *info;
	Arena *arena;
} Aliran;

/* Length of the block up to the last line break outside quotes; 0 when there is none. */
static size_t cut(const unsigned char *bytes, size_t n)
{
	bool quoted = false;
	size_t last = 0, any = 0;
	for (size_t i = 0; i < n; i++) {
		quoted ^= bytes[i] == '"';
		if (bytes[i] != '\n')
			continue;
		any = i + 1;
		if (!quoted)
			last = i + 1;
	}
	return last || n < BLOK_MAX ? last : any;
}

static uint32_t lines(const unsigned char *bytes, size_t n)
{
	uint32_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += bytes[i] == '\n';
	return count;
}

static bool wide(const unsigned char *bytes, size_t n)
{
	return n >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) || memchr(bytes, 0, n));
}

static void rows_give(Aliran *a, const Buku *buku, uint32_t base)
{
	for (uint32_t i = 0; i < buku->grid[0].n_baris && !a->stopped; i++) {
		Baris row = buku->grid[0].baris[i];
		row.nomor += base;
		a->stopped = !a->row(a->context, &row);
	}
}

/* The first n bytes of the block as a table of its own: the separator of the first block is declared to the others, as their first line. */
static Err block_read(Aliran *a, size_t n)
{
	Arena *memory = arena_new();
	Buku *buku;
	unsigned char *text = a->bytes + AWALAN;
	bool blank = true;
	for (size_t i = 0; i < n && blank; i++)
		blank = strchr(" \t\r\n", text[i]) && text[i];
	uint32_t declared = a->separator ? 1 : 0;
	if (declared) {
		memcpy(a->bytes, "sep=", 4);
		a->bytes[4] = (unsigned char)a->separator;
		a->bytes[5] = '\n';
		text = a->bytes;
	}
	ErrInfo wrong = {0};
	Err err = blank ? ERR_OK : reader_csv(&buku, memory, a->path, text, n + (declared ? AWALAN : 0), a->bahasa, &wrong);
	if (!err && !blank) {
		a->separator = buku->pemisah;
		rows_give(a, buku, a->line - 1 - declared);
	}
	if (err)
		err_set(a->info, err, str_dup(a->arena, wrong.message), wrong.hint ? str_dup(a->arena, wrong.hint) : NULL);
	a->line += lines(a->bytes + AWALAN, n);
	arena_free(memory);
	return err;
}

static bool fill(Aliran *a, size_t want)
{
	while (a->n < want && !a->ended) {
		size_t got = fread(a->bytes + AWALAN + a->n, 1, want - a->n, a->file);
		a->n += got;
		a->ended = got == 0;
	}
	return a->n > 0;
}

static Err blocks_read(Aliran *a, size_t size, StreamKemajuan progress, void *progress_context)
{
	size_t want = BLOK, behind = 0;
	while (!a->stopped && fill(a, want)) {
		size_t n = a->ended ? a->n : cut(a->bytes + AWALAN, a->n);
		if (n == 0 && want < BLOK_MAX) {
			want *= 2;
			continue;
		}
		n = n ? n : a->n;
		Err err = block_read(a, n);
		if (err)
			return err;
		memmove(a->bytes + AWALAN, a->bytes + AWALAN + n, a->n - n);
		a->n -= n;
		behind += n;
		want = BLOK;
		if (progress)
			progress(progress_context, (int)(behind / 1024), (int)(size / 1024 + 1));
	}
	return ERR_OK;
}

static Err whole_read(Aliran *a)
{
	Buku *buku;
	Err err = reader_open(&buku, a->arena, a->path, a->bahasa, a->info);
	if (!err && buku->n_grid)
		rows_give(a, buku, 0);
	return err;
}

Err reader_csv_stream(const char *path, ReaderRow row, void *context, StreamKemajuan progress, void *progress_context, Bahasa bahasa, ErrInfo *info, Arena *arena)
{
	size_t size, n = 4096;
	unsigned char head[4096];
	Aliran a = {.path = path, .line = 1, .row = row, .context = context, .bahasa = bahasa, .info = info, .arena = arena};
	Err err = input_open(&a.file, &size, arena, path, (size_t)BACA_BATAS_BERKAS_MB * 1024 * 1024, bahasa, info);
	if (err)
		return err;
	err = input_peek(a.file, head, &n, arena, path, bahasa, info);
	if (!err && wide(head, n)) {
		err = whole_read(&a);
	} else if (!err) {
		Arena *memory = arena_new();
		a.bytes = arena_alloc(memory, AWALAN + BLOK_MAX);
		err = blocks_read(&a, size, progress, progress_context);
		arena_free(memory);
	}
	fclose(a.file);
	return err;
}
