/* What administrators look at: the effect of a policy on a real month, the trail by person and agency, copies beside the ledger. */
#include "app/cadangan.h"
#include "app/isian.h"
#include "app/kebijakan_coba.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static void enter(BukuUji *b, const char *kode, int indikator, const char *nilai)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-12-29T09:00", NULL);
	IsianHasil hasil;
	const Isian isian = {.opd = OPD_A, .tahun = 2023, .bulan = 12, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai, .alasan = "", .asal = ""};
	assert_int_equal(isian_set(k, &isian, &hasil, NULL), ERR_OK);
	konteks_close(k);
}

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	enter(b, SUB_A, 0, "900.000");
	enter(b, SUB_A, 1, "15"); /* 150 per cent of 10 */
	enter(b, SUB_A, 2, "200");
	enter(b, SUB_C, 1, "4");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static void a_cap_lowers_one_row_and_all_above(void **state)
{
	BukuUji *b = *state;
	DampakKebijakan *d;
	DaftarTemuan faults = {.arena = b->arena};
	static const char text[] = "[indikator]\nmaksimum = 100\n";
	Konteks *k = buku_uji_open(b, STORE_BACA, "admin", "2023-12-30T09:00", NULL);
	assert_int_equal(kebijakan_dampak(&d, k, OPD_A, 2023, 12, text, strlen(text), &faults, NULL), ERR_OK);
	/* SUB_A: (150 + 100) / 2 = 125 -> 100; its kegiatan and program with it; SUB_B has no figure, SUB_C 100 as before */
	assert_int_equal(d->n, 3);
	assert_string_equal(d->baris[0].kode, "2.17.01");
	assert_string_equal(d->baris[2].kode, SUB_A);
	assert_int_equal(desimal_cmp(d->baris[2].lama.keluaran.nilai, (Desimal){125, 0}), 0);
	assert_int_equal(desimal_cmp(d->baris[2].baru.keluaran.nilai, (Desimal){100, 0}), 0);
	assert_true(d->total_berubah);
	konteks_close(k);
}

static void errors_have_their_line_and_nothing_is_computed(void **state)
{
	BukuUji *b = *state;
	DampakKebijakan *d;
	DaftarTemuan faults = {.arena = b->arena};
	static const char text[] = "[indikator]\n\nmaksimum = banyak\n";
	Konteks *k = buku_uji_open(b, STORE_BACA, "admin", "2023-12-30T09:00", NULL);
	assert_int_equal(kebijakan_dampak(&d, k, OPD_A, 2023, 12, text, strlen(text), &faults, NULL), ERR_OK);
	assert_null(d);
	assert_int_equal(faults.n, 1);
	assert_int_equal(faults.temuan[0].posisi.baris, 3);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "made", "2023-12-30T09:00", NULL);
	assert_int_equal(kebijakan_dampak(&d, k, OPD_A, 2023, 12, "", 0, &faults, NULL), ERR_DENIED);
	konteks_close(k);
}

static size_t trail(BukuUji *b, SaringJejak saring, size_t max, EntriJejak **rows, int64_t *next)
{
	size_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, "audi", "2023-12-30T09:00", NULL);
	assert_int_equal(jejak_cari(k, &saring, max, rows, &n, next, NULL), ERR_OK);
	konteks_close(k);
	return n;
}

static void trail_by_person_kind_and_agency(void **state)
{
	BukuUji *b = *state;
	EntriJejak *rows;
	int64_t next;
	assert_int_equal(trail(b, (SaringJejak){0, "sri", "", ""}, 100, &rows, &next), 4);
	assert_int_equal(next, 0);
	assert_true(rows[0].entri.id > rows[3].entri.id);
	assert_int_equal(trail(b, (SaringJejak){0, "sri", "rencana", ""}, 100, &rows, &next), 0);
	assert_int_equal(trail(b, (SaringJejak){0, "", "fakta", OPD_A}, 100, &rows, &next), 4);
	assert_int_equal(trail(b, (SaringJejak){0, "", "fakta", OPD_B}, 100, &rows, &next), 0);
	/* in pages of three */
	assert_int_equal(trail(b, (SaringJejak){0, "sri", "", ""}, 3, &rows, &next), 3);
	assert_int_equal(next, rows[2].entri.id);
	assert_int_equal(trail(b, (SaringJejak){next, "sri", "", ""}, 3, &rows, &next), 1);
	assert_int_equal(next, 0);
}

static void copies_are_listed_and_fetched(void **state)
{
	BukuUji *b = *state;
	BerkasCadangan *files;
	const char *name;
	const void *bytes;
	size_t n, size;
	ErrInfo info = {0};
	Saat when;
	assert_true(waktu_parse(&when, "2023-12-30T09:00Z", 0));
	if (cadangan_baru(b->arena, b->db, when, (Kemajuan){0}, BAHASA_EN, &name, &info))
		fail_msg("%s", info.message);
	assert_string_equal(name, "cadangan-20231230T090000Z.db");
	const char *stray = str_format(b->arena, "%s.cadangan/catatan.txt", b->db);
	fclose(fopen(stray, "w"));
	Konteks *k = buku_uji_open(b, STORE_BACA, "admin", "2023-12-31T09:00", NULL);
	assert_int_equal(cadangan_daftar(k, b->db, &files, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(files[0].waktu, when);
	assert_int_equal(cadangan_isi(k, b->db, name, &bytes, &size, NULL), ERR_OK);
	assert_int_equal(size, files[0].ukuran);
	assert_int_equal(cadangan_isi(k, b->db, "../buku.db", &bytes, &size, NULL), ERR_ABSENT);
	assert_int_equal(cadangan_isi(k, b->db, "catatan.txt", &bytes, &size, NULL), ERR_ABSENT);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "made", "2023-12-31T09:00", NULL);
	assert_int_equal(cadangan_daftar(k, b->db, &files, &n, NULL), ERR_DENIED);
	konteks_close(k);
	unlink(stray);
	unlink(str_format(b->arena, "%s.cadangan/%s", b->db, name));
	rmdir(str_format(b->arena, "%s.cadangan", b->db));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_cap_lowers_one_row_and_all_above, setup, teardown),
		cmocka_unit_test_setup_teardown(errors_have_their_line_and_nothing_is_computed, setup, teardown),
		cmocka_unit_test_setup_teardown(trail_by_person_kind_and_agency, setup, teardown),
		cmocka_unit_test_setup_teardown(copies_are_listed_and_fetched, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
