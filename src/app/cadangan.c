#include "app/cadangan.h"

#include "document/input.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <time.h>

static const char AWALAN[] = "cadangan-", AKHIRAN[] = ".db";
enum { PANJANG_WAKTU = 16 }; /* 20240108T150000Z */

static const char *folder(Arena *arena, const char *db)
{
	return str_format(arena, "%s.cadangan", db);
}

static bool name_read(const char *name, Saat *when)
{
	struct tm parts = {0};
	const char *stamp = name + strlen(AWALAN);
	if (!str_starts(name, AWALAN) || strlen(stamp) != PANJANG_WAKTU + strlen(AKHIRAN) || !str_equal(stamp + PANJANG_WAKTU, AKHIRAN))
		return false;
	const char *end = strptime(stamp, "%Y%m%dT%H%M%SZ", &parts);
	if (end != stamp + PANJANG_WAKTU)
		return false;
	*when = (Saat)timegm(&parts) * 1000000;
	return true;
}

static int newer_first(const void *a, const void *b)
{
	const BerkasCadangan *x = a, *y = b;
	return x->waktu < y->waktu ? 1 : x->waktu > y->waktu ? -1 : 0;
}

Err cadangan_daftar(Konteks *k, const char *db, BerkasCadangan **out, size_t *n, ErrInfo *info)
{
	const char *path = folder(k->arena, db);
	size_t cap = 0;
	*out = NULL;
	*n = 0;
	Err err = konteks_may(k, AKSI_CADANGAN, "", info);
	if (err)
		return err;
	DIR *dir = opendir(path);
	if (!dir)
		return errno == ENOENT ? ERR_OK : err_set(info, ERR_OPEN, str_format(k->arena, teks(k->bahasa, "cannot read the folder %s"), path), NULL);
	for (const struct dirent *entry; (entry = readdir(dir));) {
		Saat when;
		struct stat state;
		if (!name_read(entry->d_name, &when) || stat(str_format(k->arena, "%s/%s", path, entry->d_name), &state))
			continue;
		*ARENA_PUSH(k->arena, *out, *n, cap) = (BerkasCadangan){str_dup(k->arena, entry->d_name), (int64_t)state.st_size, when};
	}
	closedir(dir);
	if (*n)
		qsort(*out, *n, sizeof **out, newer_first);
	return ERR_OK;
}

Err cadangan_baru(Arena *arena, const char *db, Saat waktu, Kemajuan kemajuan, Bahasa bahasa, const char **nama, ErrInfo *info)
{
	const char *path = folder(arena, db);
	struct tm parts;
	char stamp[PANJANG_WAKTU + 1];
	time_t seconds = (time_t)(waktu / 1000000);
	if (mkdir(path, 0700) && errno != EEXIST)
		return err_set(info, ERR_WRITE, str_format(arena, teks(bahasa, "cannot make the folder %s"), path), NULL);
	gmtime_r(&seconds, &parts);
	strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &parts);
	*nama = str_format(arena, "%s%s%s", AWALAN, stamp, AKHIRAN);
	return cadangan_buat(arena, &(KonteksOptions){.db = db, .mode = STORE_BACA}, str_format(arena, "%s/%s", path, *nama), kemajuan, bahasa, info);
}

Err cadangan_isi(Konteks *k, const char *db, const char *nama, const void **bytes, size_t *n, ErrInfo *info)
{
	BerkasCadangan *files;
	BarisPemda *regions;
	size_t n_files, n_regions;
	unsigned char *loaded;
	Err err = cadangan_daftar(k, db, &files, &n_files, info);
	if (!err)
		err = store_list_pemda(k->store, k->arena, &regions, &n_regions, info);
	if (err)
		return err;
	if (n_regions > 1)
		return err_set(info, ERR_DENIED, teks(k->bahasa, "this ledger holds several regions: its copies are fetched on the machine itself"), folder(k->arena, db));
	for (size_t i = 0; i < n_files; i++) {
		if (!str_equal(files[i].nama, nama))
			continue;
		err = input_load(&loaded, n, k->arena, str_format(k->arena, "%s/%s", folder(k->arena, db), files[i].nama), CADANGAN_UNDUH_MAX, k->bahasa, info);
		*bytes = loaded;
		return err;
	}
	return err_set(info, ERR_ABSENT, teks(k->bahasa, "there is no such copy"), NULL);
}
