#include "engine/nip.h"
#include "engine/satuan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void clear_misfits_are_told(void **state)
{
	(void)state;
	assert_int_equal(satuan_cocok("Jumlah SDM", "Dokumen"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Jumlah SDM yang Memahami Perkoperasian", "Koperasi"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Persentase koperasi sehat", "Orang"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Prosentase peningkatan", "Dokumen"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Jumlah UTTP yang ditera ulang", "%"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Jumlah Dokumen Perencanaan", "Orang/Bulan"), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Bulan", "Dokumen"), COCOK_TIDAK);
}

/* Pairs that stand in real reports, and are right or at least reasonable. */
static void reasonable_pairs_are_left_alone(void **state)
{
	(void)state;
	static const char *const pair[][2] = {
		{"Jumlah Orang yang Menerima Gaji dan Tunjangan ASN", "Orang/Bulan"},
		{"Jumlah Orang yang Menerima Gaji dan Tunjangan ASN", "Orang / bulan"},
		{"Jumlah SDM", "OB"},
		{"Bulan", "Bulan"},
		{"Jumlah Koperasi yang Diawasi", "Unit Usaha"},
		{"Jumlah Koperasi yang Diawasi", "KSP"},
		{"Jumlah perusahaan yang dibina dan diawasi Tanda Daftar Gudang (TDG)", "TDG"},
		{"Jumlah Data yang Diolah, Dianalisis dan Terpublikasi", "IKM"},
		{"Jumlah money/pemantauan ketersediaan barang", "laporan"},
		{"Jumlah UTTP yang ditera ulang", "unit"},
		{"Jumlah pengurus/pengawas koperasi yang didiklat", "Orang"},
		{"Jumlah Kendaraan Dinas Operasional", "Unit"},
		{"Jumlah Pengerajin yang Sudah dipromosikan Produknya", "Pengerajin"},
		{"Persentase UMKM Formal", "%"},
		{"Persentase UMKM Formal", "Persen (%)"},
		{"Jumlah persentase kehadiran", "%"},
		{"Jumlah Laporan", "Dokumen"},
		{"Jumlah Dokumen", "Buku"},
		{"Nilai SAKIP", "Orang"},
		{"", "Orang"},
		{"Jumlah", "Orang"},
		{"Jumlah SDM", ""},
		{"Jumlah SDM", "Kegiatan"},
	};
	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		assert_int_not_equal(satuan_cocok(pair[i][0], pair[i][1]), COCOK_TIDAK);
	assert_int_equal(satuan_cocok("Jumlah Dokumen Perencanaan", "Dokumen"), COCOK_YA);
}

static void only_months_are_months(void **state)
{
	(void)state;
	assert_true(satuan_bulan("Bulan"));
	assert_true(satuan_bulan(" bulan "));
	assert_false(satuan_bulan("Orang/Bulan"));
	assert_false(satuan_bulan(""));
}

static void misspelt_units_are_recognised(void **state)
{
	Arena *a = *state;
	assert_string_equal(satuan_maksud(a, "Unir"), "Unit");
	assert_string_equal(satuan_maksud(a, "Dokmen"), "Dokumen");
	assert_string_equal(satuan_maksud(a, "Unir Usaha"), "Unit Usaha");
	assert_string_equal(satuan_maksud(a, "Orang/Bulann"), "Orang/Bulan");
	static const char *const right[] = {"Orang", "%", "TDG", "Unit Usaha", "IKM", "Bidan", "Kelas", "Perumahan", "Barang", "", "Ha", "m2"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		assert_null(satuan_maksud(a, right[i]));
}

static void a_nip_is_read_group_by_group(void **state)
{
	(void)state;
	assert_int_equal(nip_check("19700101 199503 1 001", 2024), NIP_BAIK);
	assert_int_equal(nip_check("197001011995031001", 2024), NIP_BAIK);
	assert_int_equal(nip_check("1970.0101.1995.03.1.001", 2024), NIP_BAIK);
	assert_int_equal(nip_check("198502172021212003", 2024), NIP_BAIK); /* PPPK: 21 in place of the month, a woman */
	assert_int_equal(nip_check("19700101 199503 1 001", 0), NIP_BAIK);
	assert_int_equal(nip_check("19700101 199503 1 00I", 2024), NIP_BUKAN_ANGKA);
	assert_int_equal(nip_check("19700101 199503 1 01", 2024), NIP_PANJANG);
	assert_int_equal(nip_check("19700101 199503 1 0011", 2024), NIP_PANJANG);
	assert_int_equal(nip_check("19700230 199503 1 001", 2024), NIP_LAHIR);
	assert_int_equal(nip_check("20150101 203503 1 001", 2024), NIP_LAHIR);       /* nine years old */
	assert_int_equal(nip_check("19700101 199513 1 001", 2024), NIP_PENGANGKATAN);
	assert_int_equal(nip_check("19700101 198003 1 001", 2024), NIP_PENGANGKATAN); /* appointed at ten */
	assert_int_equal(nip_check("19700101 202503 1 001", 2024), NIP_PENGANGKATAN); /* after the report */
	assert_int_equal(nip_check("19700101 199503 3 001", 2024), NIP_KELAMIN);
	assert_int_equal(nip_check("19700101 199503 1 000", 2024), NIP_URUT);
}

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(clear_misfits_are_told),
		TEST(reasonable_pairs_are_left_alone),
		TEST(only_months_are_months),
		TEST(misspelt_units_are_recognised),
		TEST(a_nip_is_read_group_by_group),
	};
	return cmocka_run_group_tests_name("satuan", tests, NULL, NULL);
}
