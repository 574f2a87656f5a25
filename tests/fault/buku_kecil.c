#include "buku_kecil.h"

#include <assert.h>
#include <dirent.h>
#include <unistd.h>

static const Pelaku PELAKU = {PEMDA_UJI, "sri", "entri", 1700000000000000};

static BarisFakta fact(const char *kode, int64_t indikator, int64_t sen)
{
	return (BarisFakta){.opd = "2.17", .tahun = 2023, .bulan = 12, .kode = kode, .indikator = indikator, .jenis = "uang", .isi = 2, .m = sen, .skala = 2, .teks = "",
	                    .asal = "", .alasan = ""};
}

static Err finish(Store *store, Err err, ErrInfo *info)
{
	if (!err)
		return store_commit(store, info);
	store_rollback(store);
	return err;
}

Err buku_kecil_save(Store *store, int n, int64_t *id, ErrInfo *info)
{
	char kode[24];
	snprintf(kode, sizeof kode, "k%d", n);
	Err err = store_begin(store, PELAKU, info);
	if (err)
		return err;
	return finish(store, store_add_fakta(store, fact(kode, 0, n), id, info), info);
}

Err buku_kecil_import(Store *store, int n, int rows, int64_t *id, ErrInfo *info)
{
	char kode[24];
	snprintf(kode, sizeof kode, "i%d", n);
	Err err = store_begin(store, PELAKU, info);
	if (err)
		return err;
	for (int i = 1; !err && i <= rows; i++)
		err = store_add_fakta(store, fact(kode, i, i), NULL, info);
	if (!err)
		err = store_add_impor(store, (BarisImpor){.hash = kode, .nama = "uji.xlsx", .jenis = "realisasi", .ringkasan = "{}"}, id, info);
	return finish(store, err, info);
}

const char *buku_kecil_path(BukuKecil *b, const char *name)
{
	return str_format(b->arena, "%s/%s", b->folder, name);
}

BukuKecil *buku_kecil_new(int n)
{
	Arena *arena = arena_new();
	BukuKecil *b = ARENA_NEW(arena, BukuKecil);
	b->arena = arena;
	snprintf(b->folder, sizeof b->folder, "/tmp/buku_kecil_XXXXXX");
	if (!mkdtemp(b->folder))
		abort();
	b->db = buku_kecil_path(b, "buku.db");
	Store *store;
	Err err = store_create(&store, arena, b->db, BAHASA_EN, NULL);
	if (!err)
		err = store_begin(store, PELAKU, NULL);
	if (!err)
		err = store_add_pemda(store, (BarisPemda){.nama = "Kabupaten Contoh", .tingkat = "kabupaten", .zona = 420}, NULL, NULL);
	for (int i = 1; !err && i <= n; i++) {
		err = store_add_fakta(store, fact(str_format(arena, "a%d", i), 0, i), NULL, NULL);
		if (!err && i % 100 == 0)
			err = store_commit(store, NULL);
		if (!err && i % 100 == 0)
			err = store_begin(store, PELAKU, NULL);
	}
	if (!err)
		err = store_commit(store, NULL);
	if (err)
		abort();
	store_close(store);
	return b;
}

void buku_kecil_free(BukuKecil *b)
{
	DIR *folder = opendir(b->folder);
	for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
		if (entry->d_name[0] != '.')
			unlink(buku_kecil_path(b, entry->d_name));
	closedir(folder);
	rmdir(b->folder);
	arena_free(b->arena);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *buku_kecil_files(BukuKecil *b)
{
	const char *names[64];
	size_t n = 0;
	DIR *folder = opendir(b->folder);
	for (struct dirent *entry = readdir(folder); entry && n < 64; entry = readdir(folder))
		if (entry->d_name[0] != '.')
			names[n++] = str_dup(b->arena, entry->d_name);
	closedir(folder);
	qsort(names, n, sizeof *names, by_name);
	StrBuf text = {.arena = b->arena};
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&text, "%s%s", i ? " " : "", names[i]);
	return strbuf_text(&text);
}

int64_t buku_kecil_whole(const char *db)
{
	Arena *arena = arena_new();
	Store *store;
	ErrInfo info = {0};
	HasilJejak result = {0};
	const char *fault = "";
	Err err = store_open(&store, arena, db, STORE_BACA, BAHASA_EN, &info);
	if (!err)
		err = store_check_file(store, arena, &fault, &info);
	if (!err)
		err = store_verify(store, arena, PEMDA_UJI, &result, &info);
	bool whole = !err && !*fault && !result.pertama_rusak;
	if (!whole)
		fprintf(stderr, "%s: %s; %s; entry %lld: %s\n", db, info.message ? info.message : "", fault, (long long)result.pertama_rusak, result.sebab ? result.sebab : "");
	int64_t n = result.jumlah;
	arena_free(arena);
	return whole ? n : -1;
}

char *file_read(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		abort();
	fseek(f, 0, SEEK_END);
	*n = (size_t)ftell(f);
	rewind(f);
	char *bytes = malloc(*n + 1);
	if (!bytes || fread(bytes, 1, *n, f) != *n)
		abort();
	fclose(f);
	return bytes;
}

void file_write(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(bytes, 1, n, f) != n || fclose(f) != 0)
		abort();
}
