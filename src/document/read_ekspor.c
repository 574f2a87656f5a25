#include "document/read_ekspor.h"

#include "base/str.h"
#include "document/input.h"
#include "document/json_nilai.h"

bool read_ekspor_is(Arena *arena, const char *path, Bahasa bahasa)
{
	static const char mark[] = "\"format\": \"capaian-ekspor\"";
	enum { HEAD = 64 };
	char head[HEAD + 1] = "";
	FILE *file;
	size_t size, n = HEAD;
	ErrInfo info = {0};
	if (input_open(&file, &size, arena, path, (size_t)EKSPOR_BATAS_MB * 1024 * 1024, bahasa, &info) != ERR_OK)
		return false;
	Err err = input_peek(file, (unsigned char *)head, &n, arena, path, bahasa, &info);
	fclose(file);
	return !err && strstr(head, mark) != NULL;
}

typedef struct {
	Arena *arena;
	const char *name;
	Bahasa bahasa;
	ErrInfo *info;
} Reading;

static Err unfit(const Reading *r, size_t entry)
{
	return err_set(r->info, ERR_FORMAT, str_format(r->arena, teks(r->bahasa, "%s: entry %zu does not have the shape of an export"), r->name, entry),
	               teks(r->bahasa, "the file was changed, or is not whole; nothing was imported"));
}

static const char *text_of(const Reading *r, const json_t *value)
{
	return json_is_string(value) ? str_dup(r->arena, json_string_value(value)) : NULL;
}

static bool column_read(const Reading *r, EksporKolom *kolom, const char *nama, const json_t *value)
{
	*kolom = (EksporKolom){.nama = str_dup(r->arena, nama), .angka = json_is_integer(value), .nilai = json_integer_value(value), .teks = text_of(r, value)};
	return kolom->angka || kolom->teks;
}

static bool entry_read(const Reading *r, EksporBaris *out, const json_t *entry)
{
	json_t *row = json_object_get(entry, "baris");
	const json_t *time = json_object_get(entry, "waktu");
	*out = (EksporBaris){.waktu = json_integer_value(time), .oleh = text_of(r, json_object_get(entry, "oleh")),
	                     .sumber = text_of(r, json_object_get(entry, "sumber")), .tabel = text_of(r, json_object_get(entry, "tabel"))};
	if (!json_is_integer(time) || !out->oleh || !out->sumber || !out->tabel || !json_is_object(row))
		return false;
	out->kolom = ARENA_ARRAY(r->arena, EksporKolom, json_object_size(row));
	for (void *i = json_object_iter(row); i; i = json_object_iter_next(row, i))
		if (!column_read(r, &out->kolom[out->n_kolom++], json_object_iter_key(i), json_object_iter_value(i)))
			return false;
	return true;
}

Err read_ekspor(Ekspor **out, Arena *arena, const char *name, const char *text, size_t n, Bahasa bahasa, ErrInfo *info)
{
	Reading r = {arena, name, bahasa, info};
	const json_t *document;
	Err err = json_nilai_parse(&document, arena, name, text, n, bahasa, info);
	if (err)
		return err;
	const json_t *entries = json_object_get(document, "entri");
	Ekspor *x = ARENA_NEW(arena, Ekspor);
	*x = (Ekspor){.pemda = text_of(&r, json_object_get(document, "pemda")), .tahun = json_integer_value(json_object_get(document, "tahun")), .n = json_array_size(entries)};
	if (!x->pemda || !json_is_array(entries) || json_integer_value(json_object_get(document, "versi")) != 1)
		return err_set(info, ERR_FORMAT, str_format(arena, teks(bahasa, "%s: this is no export of capaian, version 1"), name), NULL);
	x->baris = ARENA_ARRAY(arena, EksporBaris, x->n);
	for (size_t i = 0; i < x->n; i++)
		if (!entry_read(&r, &x->baris[i], json_array_get(entries, i)))
			return unfit(&r, i + 1);
	*out = x;
	return ERR_OK;
}
