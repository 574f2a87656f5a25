#include "store/baris.h"

#include "base/hash.h"
#include "base/json.h"

/* How a JENIS_BYTE column stands in its struct (BarisBuktiIsi). */
typedef struct {
	const void *isi;
	int64_t n;
} Byte;

static void *field(const void *row, const KolomTabel *kolom)
{
	return (char *)(uintptr_t)row + kolom->letak;
}

DbNilai baris_value(const UraianTabel *tabel, const void *row, size_t k)
{
	const KolomTabel *kolom = &tabel->kolom[k];
	const void *at = field(row, kolom);
	if (kolom->jenis == JENIS_INT)
		return db_int(*(const int64_t *)at);
	if (kolom->jenis == JENIS_TEKS)
		return db_teks(*(const char *const *)at);
	const Byte *byte = at;
	return (DbNilai){JENIS_BYTE, byte->n, byte->isi};
}

void baris_load(const UraianTabel *tabel, void *row, const void *before, const DbRow *from, Arena *arena)
{
	for (size_t k = 0; k < tabel->n_kolom; k++) {
		const KolomTabel *kolom = &tabel->kolom[k];
		void *at = field(row, kolom);
		if (kolom->jenis == JENIS_INT) {
			*(int64_t *)at = db_column_int(from, (int)k);
		} else if (kolom->jenis == JENIS_TEKS) {
			const char *text = db_column_text(from, (int)k), *same = before ? *(const char *const *)field(before, kolom) : NULL;
			*(const char **)at = !*text ? "" : same && str_equal(text, same) ? same : str_dup(arena, text);
		} else {
			Byte *byte = at;
			const void *bytes = db_column_bytes(from, (int)k, &byte->n);
			byte->isi = str_dupn(arena, bytes, (size_t)byte->n);
		}
	}
}

const char *baris_json(const UraianTabel *tabel, const void *row, Arena *arena)
{
	StrBuf b = {.arena = arena};
	Json j = json_begin(&b, 0);
	json_object(&j);
	for (size_t k = 0; k < tabel->n_kolom; k++) {
		DbNilai value = baris_value(tabel, row, k);
		json_key(&j, tabel->kolom[k].nama);
		if (value.jenis == JENIS_INT)
			json_int(&j, value.angka);
		else if (value.jenis == JENIS_TEKS)
			json_text(&j, value.isi ? value.isi : "");
		else
			json_text(&j, hash_sha256_hex(arena, value.isi, (size_t)value.angka));
	}
	json_end(&j);
	return strbuf_text(&b);
}

void baris_set_key(const UraianTabel *tabel, void *row, const char *pemda, int64_t id)
{
	*(const char **)field(row, &tabel->kolom[0]) = pemda;
	*(int64_t *)field(row, &tabel->kolom[1]) = id;
}

int64_t baris_id(const UraianTabel *tabel, const void *row)
{
	return *(const int64_t *)field(row, &tabel->kolom[1]);
}
