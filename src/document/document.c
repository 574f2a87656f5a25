#include "document/document.h"

#include "base/hash.h"
#include "document/input.h"
#include "document/read_json.h"
#include "document/reader.h"
#include "document/recognise.h"

Err document_read(Draf **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	Buku *buku;
	Err err = reader_open(&buku, arena, path, bahasa, info);
	if (err)
		return err;
	if (buku->format != FORMAT_JSON)
		return recognise_laporan(out, arena, buku, bahasa, info);
	unsigned char *bytes;
	size_t n;
	err = input_load(&bytes, &n, arena, path, (size_t)BACA_BATAS_JSON_MB * 1024 * 1024, bahasa, info);
	return err ? err : read_json(out, arena, path, bytes, n, bahasa, info);
}

Err document_read_text(const char **out, size_t *n, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info)
{
	unsigned char *bytes;
	Err err = input_load(&bytes, n, arena, path, max, bahasa, info);
	if (!err)
		*out = (const char *)bytes;
	return err;
}

Err document_hash(const char **hex, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	FILE *file;
	size_t size;
	Err err = input_open(&file, &size, arena, path, (size_t)BACA_BATAS_BERKAS_MB * 1024 * 1024, bahasa, info);
	if (err)
		return err;
	*hex = hash_sha256_stream(arena, file);
	if (ferror(file))
		err = input_unreadable(arena, path, bahasa, info);
	fclose(file);
	return err;
}
