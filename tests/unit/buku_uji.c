#include "buku_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <dirent.h>
#include <sqlite3.h>
#include <unistd.h>

static void opd_add(Store *store, const char *kode, const char *nama)
{
	const BarisOpd row = {.opd = kode, .nama = nama, .kode_bidang = "2.17", .nama_bidang = "", .tempat = "Contoh", .kepala_jabatan = "Kepala Dinas",
	                      .kepala_nama = "", .kepala_pangkat = "", .kepala_nip = "", .aktif = 1};
	assert_int_equal(store_add_opd(store, row, NULL, NULL), ERR_OK);
}

static void user_add(Store *store, const char *name, const char *peran, const char *opd)
{
	const BarisPengguna row = {.pengguna = name, .nama = name, .peran = peran, .opd = opd, .sandi = "", .aktif = 1};
	assert_int_equal(store_add_pengguna(store, row, NULL, NULL), ERR_OK);
}

BukuUji *buku_uji_new(void)
{
	Arena *arena = arena_new();
	BukuUji *b = ARENA_NEW(arena, BukuUji);
	b->arena = arena;
	snprintf(b->folder, sizeof b->folder, "/tmp/buku_uji_XXXXXX");
	assert_non_null(mkdtemp(b->folder));
	b->db = buku_uji_path(b, "buku.db");
	Store *store;
	Saat waktu;
	assert_true(waktu_parse(&waktu, "2023-01-02T08:00", 420));
	assert_int_equal(store_create(&store, arena, b->db, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(store_begin(store, (Pelaku){"99.01", "sistem", "sistem", waktu}, NULL), ERR_OK);
	assert_int_equal(store_add_pemda(store, (BarisPemda){.nama = "Kabupaten Contoh", .tingkat = "kabupaten", .zona = 420, .latihan = 1}, NULL, NULL), ERR_OK);
	opd_add(store, OPD_A, "Dinas Koperasi");
	opd_add(store, OPD_B, "Dinas Perdagangan");
	user_add(store, "admin", "admin", "");
	user_add(store, "sri", "operator", OPD_A);
	user_add(store, "dewi", "operator", OPD_B);
	user_add(store, "kadis", "kepala", OPD_A);
	user_add(store, "kadag", "kepala", OPD_B);
	user_add(store, "made", "verifikator", "");
	user_add(store, "bupati", "pimpinan", "");
	user_add(store, "audi", "auditor", "");
	assert_int_equal(store_commit(store, NULL), ERR_OK);
	store_close(store);
	return b;
}

const char *buku_uji_path(BukuUji *b, const char *name)
{
	return str_format(b->arena, "%s/%s", b->folder, name);
}

void buku_uji_free(BukuUji *b)
{
	DIR *folder = opendir(b->folder);
	for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
		if (entry->d_name[0] != '.')
			unlink(buku_uji_path(b, entry->d_name));
	closedir(folder);
	rmdir(b->folder);
	arena_free(b->arena);
}

Konteks *buku_uji_open(BukuUji *b, StoreMode mode, const char *sebagai, const char *pada, const char *per)
{
	Konteks *k;
	ErrInfo info = {0};
	const KonteksOptions options = {.db = b->db, .sebagai = sebagai, .pada = pada, .per = per, .mode = mode};
	if (konteks_open(&k, b->arena, &options, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	return k;
}

void buku_uji_tamper(BukuUji *b, const char *sql)
{
	sqlite3 *db;
	char *message = NULL;
	assert_int_equal(sqlite3_open(b->db, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", sql, message);
	sqlite3_close(db);
}
