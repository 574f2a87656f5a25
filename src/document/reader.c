#include "document/reader.h"

#include "base/str.h"
#include "document/input.h"
#include "document/sniff.h"

enum { MEGABYTE = 1024 * 1024 };

static Err foreign(Arena *arena, const char *path, const char *what, Bahasa bahasa, ErrInfo *info)
{
	return err_set(info, ERR_FORMAT,
	               str_format(arena, teks(bahasa, "%s: this is %s; a table (CSV, TSV, XLSX) was expected"), path, teks(bahasa, what)),
	               sniff_hint(bahasa));
}

/* Reads the whole file into memory of its own for `read`; what read() returns lives in `arena`. */
static Err with_bytes(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info, bool ole2)
{
	Arena *scratch = arena_new();
	unsigned char *bytes;
	size_t n;
	Err err = input_load(&bytes, &n, scratch, path, (size_t)BACA_BATAS_BERKAS_MB * MEGABYTE, bahasa, info);
	if (err && info) /* the sentence must outlive the scratch memory */
		info->message = str_dup(arena, info->message);
	if (!err)
		err = ole2 ? foreign(arena, path, sniff_ole2(bytes, n), bahasa, info) : reader_csv(out, arena, path, bytes, n, bahasa, info);
	arena_free(scratch);
	return err;
}

Err reader_open(Buku **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	FILE *file;
	size_t size, n = SNIFF_BYTES;
	unsigned char head[SNIFF_BYTES];
	Err err = input_open(&file, &size, arena, path, (size_t)BACA_BATAS_BERKAS_MB * MEGABYTE, bahasa, info);
	if (err)
		return err;
	err = input_peek(file, head, &n, arena, path, bahasa, info);
	fclose(file);
	if (err)
		return err;

	const char *what;
	switch (sniff_bytes(head, n, &what)) {
	case SNIFF_FOREIGN:
		return foreign(arena, path, what, bahasa, info);
	case SNIFF_ZIP:
		return reader_xlsx_file(out, arena, path, bahasa, info);
	case SNIFF_JSON:
		*out = ARENA_NEW(arena, Buku);
		**out = (Buku){.berkas = path, .format = FORMAT_JSON, .pengodean = "UTF-8"};
		return ERR_OK;
	case SNIFF_OLE2:
		return with_bytes(out, arena, path, bahasa, info, true);
	case SNIFF_TEXT:
		break;
	}
	return with_bytes(out, arena, path, bahasa, info, false);
}
