#include "app/badan.h"

#include "base/str.h"
#include "document/json_nilai.h"

static MedanBadan *find(MedanBadan *medan, size_t n, const char *nama)
{
	for (size_t i = 0; i < n; i++)
		if (str_equal(medan[i].nama, nama))
			return &medan[i];
	return NULL;
}

static const char *names(Arena *arena, const MedanBadan *medan, size_t n)
{
	StrBuf b = {.arena = arena};
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", medan[i].nama);
	return strbuf_text(&b);
}

/* jansson has seen to UTF-8; a NUL would cut the text short. */
static bool plain_text(const json_t *value)
{
	const char *text = json_string_value(value);
	if (strlen(text) != json_string_length(value))
		return false;
	for (const char *p = text; *p; p++)
		if (((unsigned char)*p < ' ' && *p != '\n') || *p == 0x7f)
			return false;
	return true;
}

static Err field_read(MedanBadan *field, Arena *arena, const json_t *value, Bahasa b, ErrInfo *info)
{
	field->ada = true;
	if (json_is_null(value) && field->boleh_null) {
		field->teks = NULL;
		return ERR_OK;
	}
	if (!json_is_string(value))
		return err_set(info, ERR_USAGE, str_format(arena, field->boleh_null ? teks(b, "field '%s' must be a text or null") : teks(b, "field '%s' must be a text"), field->nama),
		               json_is_number(value) ? teks(b, "numbers are sent as texts, so that no digit is lost: \"1234.50\"") : NULL);
	if (!plain_text(value))
		return err_set(info, ERR_USAGE, str_format(arena, teks(b, "field '%s' holds a control character"), field->nama), NULL);
	field->teks = str_dup(arena, json_string_value(value));
	return ERR_OK;
}

Err badan_baca(Arena *arena, const char *bytes, size_t n, MedanBadan *medan, size_t n_medan, Bahasa bahasa, ErrInfo *info)
{
	const json_t *document;
	const char *key;
	json_t *value;
	for (size_t i = 0; i < n_medan; i++) {
		medan[i].ada = false;
		medan[i].teks = "";
	}
	Err err = json_nilai_parse(&document, arena, "JSON", bytes, n, bahasa, info);
	if (err)
		return err;
	if (!json_is_object(document))
		return err_set(info, ERR_FORMAT, teks(bahasa, "the body must be a JSON object"), NULL);
	json_object_foreach((json_t *)(uintptr_t)document, key, value) {
		MedanBadan *field = find(medan, n_medan, key);
		if (!field)
			return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "field '%s' is not known here"), key),
			               str_format(arena, teks(bahasa, "known: %s"), names(arena, medan, n_medan)));
		err = field_read(field, arena, value, bahasa, info);
		if (err)
			return err;
	}
	for (size_t i = 0; i < n_medan; i++)
		if (medan[i].wajib && !medan[i].ada)
			return err_set(info, ERR_USAGE, str_format(arena, teks(bahasa, "field '%s' is missing"), medan[i].nama), NULL);
	return ERR_OK;
}
