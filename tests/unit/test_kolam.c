#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "app/isian.h"
#include "app/kolam.h"
#include "rencana_uji.h"

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

/* ---- several changes in one transaction ---- */

typedef struct {
	BukuUji *b;
	Kolam *kolam;
	KolamPinjam group;
} Grup;

static void group_setup(Grup *g)
{
	*g = (Grup){.b = buku_uji_new()};
	rencana_uji_add(g->b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	assert_int_equal(kolam_open(&g->kolam, g->b->arena, g->b->db, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_clock(g->kolam, g->b->arena, "2023-05-01T08:00", BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(kolam_group_begin(g->kolam, g->b->arena, BAHASA_EN, &g->group, NULL), ERR_OK);
}

static void group_teardown(Grup *g)
{
	kolam_close(g->kolam);
	buku_uji_free(g->b);
}

/* One request of the group: saves a cell of January. */
static Err save(Grup *g, const char *user, const char *kode, const char *nilai, IsianHasil *out)
{
	Konteks *k;
	Err err = kolam_take(g->kolam, g->b->arena, &(KolamMinta){.pemda = "99.01", .pengguna = user, .mode = STORE_TULIS, .bahasa = BAHASA_EN, .kelompok = &g->group}, &k, NULL);
	if (!err) {
		err = isian_set(k, &(Isian){.opd = OPD_A, .tahun = 2023, .bulan = 1, .jenis = ISIAN_UANG, .kode = kode, .nilai = nilai, .alasan = "", .asal = "", .jalur = true}, out, NULL);
		kolam_give(g->kolam, k);
	}
	return err;
}

/* What stands in a cell of January for somebody else; -1 nothing. */
static int64_t seen(Grup *g, const char *kode)
{
	Konteks *k = take(g->kolam, g->b->arena, NULL);
	Bulan *bulan;
	assert_int_equal(bulan_load(&bulan, k, OPD_A, 2023, 1, 0, NULL), ERR_OK);
	const BarisFakta *fact = bulan->uang[snapshot_lookup(&bulan->snapshot, kode)];
	int64_t sen = fact ? fact->m : -1;
	kolam_give(g->kolam, k);
	return sen;
}

static void chain_whole(Grup *g, int64_t entries)
{
	HasilJejak chain;
	Konteks *k = take(g->kolam, g->b->arena, NULL);
	assert_int_equal(store_verify(k->store, g->b->arena, "99.01", &chain, NULL), ERR_OK);
	assert_int_equal(chain.pertama_rusak, 0);
	if (entries)
		assert_int_equal(chain.jumlah, entries);
	kolam_give(g->kolam, k);
}

static void together_or_not(void **state)
{
	(void)state;
	Grup g;
	IsianHasil a, b, c;
	group_setup(&g);
	assert_int_equal(save(&g, "sri", SUB_A, "100000", &a), ERR_OK);
	assert_int_equal(a.n_jalur, 4); /* it sees its own */
	assert_int_equal(save(&g, "dewi", SUB_B, "1", &b), ERR_DENIED); /* another agency's operator */
	assert_int_equal(save(&g, "sri", SUB_B, "bukan angka", &b), ERR_USAGE);
	assert_int_equal(save(&g, "sri", SUB_B, "200000", &b), ERR_OK);
	assert_int_equal(save(&g, "sri", SUB_A, "150000", &c), ERR_OK);
	assert_int_equal(b.fakta, a.fakta + 1); /* what was refused left nothing behind */
	assert_int_equal(c.fakta, b.fakta + 1);
	assert_int_equal(seen(&g, SUB_A), -1); /* nobody else sees it before it is durable */
	assert_int_equal(kolam_group_end(g.kolam, &g.group, g.b->arena, NULL), ERR_OK);
	assert_int_equal(seen(&g, SUB_A), 15000000);
	assert_int_equal(seen(&g, SUB_B), 20000000);
	chain_whole(&g, c.fakta);
	group_teardown(&g);
}

/* What was read of changes that never came to be is not kept for others. */
static void undone_together(void **state)
{
	(void)state;
	Grup g;
	IsianHasil a;
	group_setup(&g);
	assert_int_equal(save(&g, "sri", SUB_A, "100000", &a), ERR_OK);
	assert_int_equal(save(&g, "sri", SUB_B, "200000", &a), ERR_OK);
	kolam_return(g.kolam, &g.group, g.b->arena, ERR_OK, NULL); /* as when the disk is full at the end */
	assert_int_equal(seen(&g, SUB_A), -1);
	assert_int_equal(kolam_group_begin(g.kolam, g.b->arena, BAHASA_EN, &g.group, NULL), ERR_OK);
	assert_int_equal(save(&g, "sri", SUB_A, "300000", &a), ERR_OK);
	assert_int_equal(kolam_group_end(g.kolam, &g.group, g.b->arena, NULL), ERR_OK);
	assert_int_equal(seen(&g, SUB_A), 30000000);
	assert_int_equal(seen(&g, SUB_B), -1);
	chain_whole(&g, a.fakta);
	group_teardown(&g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(machine_clock), cmocka_unit_test(training_clock), cmocka_unit_test(clock_after_last_entry), cmocka_unit_test(refused_clocks),
	                                   cmocka_unit_test(together_or_not), cmocka_unit_test(undone_together)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
