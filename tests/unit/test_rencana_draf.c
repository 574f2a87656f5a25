#include "app/rencana_draf.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static Err change(BukuUji *b, const char *user, const UbahRencana *ubah, size_t n, size_t *kept, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, "2023-05-02T09:00", NULL);
	*info = (ErrInfo){0};
	Err err = rencana_draf_ubah(k, OPD_A, 2023, ubah, n, kept, info);
	konteks_close(k);
	return err;
}

static void changes_gather_in_a_draft(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info;
	const UbahRencana first[] = {{SUB_C, 0, "pagu", "2.500.000,00"}, {SUB_C, 0, "nama", "Sub Kegiatan Pembinaan"}, {SUB_C, 1, "target", "5"}, {SUB_A, 1, "arah", "turun-b"}};
	assert_int_equal(change(b, "sri", first, 4, &kept, &info), ERR_OK);
	assert_int_equal(kept, 3); /* the name says what stands there */
	const UbahRencana second[] = {{SUB_A, 0, "tambah", "Jumlah rapat"}, {SUB_B, 0, "hapus", "ya"}};
	assert_int_equal(change(b, "sri", second, 2, &kept, &info), ERR_OK);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-02T10:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 5);
	assert_int_equal(rencana_find(d.rencana, SUB_B), RENCANA_NONE);
	const SimpulRencana *a = &d.rencana->simpul[rencana_find(d.rencana, SUB_A)], *c = &d.rencana->simpul[rencana_find(d.rencana, SUB_C)];
	assert_int_equal(c->pagu.nilai.sen, 250000000);
	assert_int_equal(desimal_cmp(d.rencana->indikator[c->indikator_awal].target.nilai, (Desimal){5, 0}), 0);
	assert_int_equal(a->n_indikator, 3);
	assert_string_equal(d.rencana->indikator[a->indikator_awal].arah, "turun-b");
	assert_string_equal(d.rencana->indikator[a->indikator_awal + 2].nama, "Jumlah rapat");
	konteks_close(k);
	/* nobody else sees it */
	k = buku_uji_open(b, STORE_BACA, "made", "2023-05-02T10:00", NULL);
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

static void what_is_not_understood_is_refused_whole(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info;
	const UbahRencana bad[][2] = {{{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 0, "pagu", "banyak"}},   {{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 1, "arah", "miring"}},
	                              {{SUB_C, 0, "pagu", "1.000"}, {"9.99", 0, "nama", "x"}},       {{SUB_C, 0, "pagu", "1.000"}, {"2.17.02", 0, "pagu", "5"}},
	                              {{SUB_C, 0, "pagu", "1.000"}, {SUB_C, 0, "pagu", "1.000,005"}}};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(change(b, "sri", bad[i], 2, &kept, &info), ERR_USAGE);
	assert_int_equal(change(b, "kadis", bad[0], 1, &kept, &info), ERR_DENIED);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-02T10:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

static void stored_as_the_next_version(void **state)
{
	BukuUji *b = *state;
	size_t kept;
	ErrInfo info = {0};
	HasilRencana *hasil;
	const UbahRencana changes[] = {{SUB_A, 0, "pagu", "1.500.000"}, {SUB_B, 0, "pagu", "2.500.000"}, {SUB_A, 1, "nama", "Jumlah dokumen perencanaan yang selesai"},
	                               {SUB_A, 1, "satuan", "Berkas"}, {SUB_A, 0, "tambah", "Jumlah rapat"}};
	assert_int_equal(change(b, "sri", changes, 5, &kept, &info), ERR_OK);
	const PermintaanRencana request = {.opd = OPD_A, .tahun = 2023, .jenis = "pergeseran", .nomor = "P/1", .berlaku = "2023-05-02"};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T11:00", NULL);
	if (rencana_draf_simpan(&hasil, k, &request, true, &info))
		fail_msg("%s", info.message);
	assert_int_equal(hasil->n_galat, 0);
	assert_true(hasil->tersimpan);
	assert_int_equal(hasil->versi.versi, 2);
	assert_int_equal(hasil->banding->selisih.sen, 0);
	/* an indicator with another name and unit is still the same one, so that what was realised stays with it; the new one gets the next number */
	const SimpulRencana *a = &hasil->rencana->simpul[rencana_find(hasil->rencana, SUB_A)];
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal].nomor, 1);
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal + 1].nomor, 2);
	assert_int_equal(hasil->rencana->indikator[a->indikator_awal + 2].nomor, 3);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "sri", "2023-05-03T11:00", NULL);
	DrafRencana d;
	assert_int_equal(rencana_draf(&d, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(d.dasar->versi, 2);
	assert_int_equal(d.n_ubah, 0);
	konteks_close(k);
}

static void files_are_left_for_their_owner_for_a_day(void **state)
{
	BukuUji *b = *state;
	int64_t id;
	Tangguh t;
	const char *path;
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T09:00", NULL);
	assert_int_equal(tangguh_simpan(k, "uji", "", "../../etc/laporan.csv", "a,b", 3, &id, NULL), ERR_OK);
	assert_int_equal(tangguh_simpan(k, "uji", "", "x", "", 0, &id, NULL), ERR_USAGE);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_OK);
	assert_string_equal(t.nama, "laporan.csv");
	assert_int_equal(tangguh_berkas(k, &t, &path, NULL), ERR_OK);
	assert_null(strstr(path, ".."));
	assert_string_equal(tangguh_teks(b->arena, &t, str_format(b->arena, "%s:3: rusak", path)), "laporan.csv:3: rusak");
	assert_int_equal(tangguh_ambil(k, id, "lain", &t, NULL), ERR_ABSENT);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "made", "2023-05-02T10:00", NULL);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_ABSENT);
	konteks_close(k);
	/* a day later by the clock of the machine, which the training ledger does not move */
	BarisPekerjaan row;
	bool found;
	k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-03T10:00", NULL);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_OK);
	assert_int_equal(store_get_pekerjaan(k->store, k->arena, k->pemda.pemda, id, &row, &found, NULL), ERR_OK);
	row.kedaluwarsa -= TANGGUH_UMUR;
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_put_pekerjaan(k->store, row, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	assert_int_equal(tangguh_ambil(k, id, "uji", &t, NULL), ERR_ABSENT);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(changes_gather_in_a_draft, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_not_understood_is_refused_whole, setup, teardown),
		cmocka_unit_test_setup_teardown(stored_as_the_next_version, setup, teardown),
		cmocka_unit_test_setup_teardown(files_are_left_for_their_owner_for_a_day, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
