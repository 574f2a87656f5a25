#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "app/kolam.h"
#include "buku_uji.h"

enum { DETIK = 1000000 };

static Konteks *take(Kolam *kolam, Arena *arena, const char *per)
{
	Konteks *k;
	assert_int_equal(kolam_take(kolam, arena, &(KolamMinta){.pemda = "99.01", .pengguna = "sri", .per = per, .mode = STORE_BACA, .bahasa = BAHASA_EN}, &k, NULL), ERR_OK);
	return k;
}

static void machine_clock(void **state)
{
	(void)state;
	BukuUji *b = buku_uji_new();
	Kolam *kolam;
	assert_int_equal(kolam_open(&kolam, b->arena, b->db, BAHASA_EN, NULL), ERR_OK);
	Konteks *k = take(kolam, b->arena, NULL);
	assert_true(k->sekarang == k->mesin && k->per == k->mesin);
	kolam_give(kolam, k);
	kolam_close(kolam);
	buku_uji_free(b);
}

/* The training ledger stands at the set time and goes on from there; what expires in the real world goes by the machine. */
static void training_clock(void **state)
{
	(void)state;
	BukuUji *b = buku_uji_new();
	Kolam *kolam;
	Saat wanted, before = waktu_now();
	assert_true(waktu_parse(&wanted, "2024-01-08T16:00", 420));
	assert_int_equal(kolam_open(&kolam, b->arena, b->db, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_clock(kolam, b->arena, "2024-01-08T16:00", BAHASA_EN, NULL), ERR_OK);
	Konteks *k = take(kolam, b->arena, NULL);
	assert_true(k->sekarang >= wanted && k->sekarang < wanted + (Saat)60 * DETIK);
	assert_true(k->per == k->sekarang);
	assert_true(k->mesin >= before);
	kolam_give(kolam, k);
	k = take(kolam, b->arena, "2023-06-30");
	assert_string_equal(waktu_print_iso(b->arena, k->per, 420), "2023-06-30T23:59:59+07:00");
	kolam_give(kolam, k);
	kolam_close(kolam);
	buku_uji_free(b);
}

/* A demo that is started again goes on after what was entered. */
static void clock_after_last_entry(void **state)
{
	(void)state;
	BukuUji *b = buku_uji_new();
	Kolam *kolam;
	Saat made;
	assert_true(waktu_parse(&made, "2023-01-02T08:00", 420)); /* when buku_uji made the ledger */
	assert_int_equal(kolam_open(&kolam, b->arena, b->db, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_clock(kolam, b->arena, "2022-12-30", BAHASA_EN, NULL), ERR_OK);
	Konteks *k = take(kolam, b->arena, NULL);
	assert_true(k->sekarang >= made && k->sekarang < made + (Saat)60 * DETIK);
	kolam_give(kolam, k);
	kolam_close(kolam);
	buku_uji_free(b);
}

static void refused_clocks(void **state)
{
	(void)state;
	BukuUji *b = buku_uji_new();
	Kolam *kolam;
	ErrInfo info = {0};
	assert_int_equal(kolam_open(&kolam, b->arena, b->db, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_clock(kolam, b->arena, "Monday", BAHASA_EN, &info), ERR_USAGE);
	assert_string_equal(info.message, "'Monday' is not a time");
	kolam_close(kolam);
	Store *store;
	const char *real = buku_uji_path(b, "nyata.db");
	assert_int_equal(store_create(&store, b->arena, real, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(store_begin(store, (Pelaku){"51.08", "sistem", "sistem", waktu_now()}, NULL), ERR_OK);
	assert_int_equal(store_add_pemda(store, (BarisPemda){.nama = "Kabupaten Buleleng", .tingkat = "kabupaten", .zona = 480}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(store, NULL), ERR_OK);
	store_close(store);
	assert_int_equal(kolam_open(&kolam, b->arena, real, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_clock(kolam, b->arena, "2024-01-08", BAHASA_EN, &info), ERR_USAGE);
	assert_string_equal(info.message, "--at is allowed in a training ledger only");
	kolam_close(kolam);
	buku_uji_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(machine_clock), cmocka_unit_test(training_clock), cmocka_unit_test(clock_after_last_entry), cmocka_unit_test(refused_clocks)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
