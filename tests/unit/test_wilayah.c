#include "app/wilayah.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void the_list_is_whole(void **state)
{
	Arena *arena = arena_new();
	size_t n, provinces = 0, kabupaten = 0, kota = 0;
	const Wilayah *rows = wilayah_list(arena, &n);
	for (size_t i = 0; i < n; i++) {
		assert_true(wilayah_kode_valid(rows[i].kode));
		assert_true(i == 0 || strcmp(rows[i - 1].kode, rows[i].kode) < 0);
		assert_false(str_blank(rows[i].nama));
		bool province = str_equal(rows[i].tingkat, "provinsi");
		assert_int_equal(strlen(rows[i].kode), province ? 2 : 5);
		provinces += province;
		kabupaten += str_equal(rows[i].tingkat, "kabupaten") && str_starts(rows[i].nama, "Kabupaten ");
		kota += str_equal(rows[i].tingkat, "kota") && str_starts(rows[i].nama, "Kota ");
		Wilayah parent;
		assert_true(wilayah_find(arena, str_dupn(arena, rows[i].kode, 2), &parent));
		assert_string_equal(parent.tingkat, "provinsi");
	}
	/* 38 provinces; 416 kabupaten and 98 kota: 514 (Keputusan Menteri Dalam Negeri 100.1.1-6117/2022). */
	assert_int_equal(provinces, 38);
	assert_int_equal(kabupaten, 416);
	assert_int_equal(kota, 98);
	assert_int_equal(n, 552);
	arena_free(arena);
	(void)state;
}

static void regions_are_found_by_code(void **state)
{
	static const struct {
		const char *kode, *tingkat, *nama;
		int zona;
	} cases[] = {
		{"51.08", "kabupaten", "Kabupaten Buleleng", 480},      {"51.71", "kota", "Kota Denpasar", 480},
		{"11", "provinsi", "Provinsi Aceh", 420},               {"34", "provinsi", "Daerah Istimewa Yogyakarta", 420},
		{"31.71", "kota", "Kota Administrasi Jakarta Pusat", 420}, {"35.78", "kota", "Kota Surabaya", 420},
		{"61", "provinsi", "Provinsi Kalimantan Barat", 420},   {"62", "provinsi", "Provinsi Kalimantan Tengah", 420},
		{"63", "provinsi", "Provinsi Kalimantan Selatan", 480}, {"64", "provinsi", "Provinsi Kalimantan Timur", 480},
		{"65", "provinsi", "Provinsi Kalimantan Utara", 480},   {"52", "provinsi", "Provinsi Nusa Tenggara Barat", 480},
		{"53", "provinsi", "Provinsi Nusa Tenggara Timur", 480}, {"71", "provinsi", "Provinsi Sulawesi Utara", 480},
		{"76", "provinsi", "Provinsi Sulawesi Barat", 480},     {"81", "provinsi", "Provinsi Maluku", 540},
		{"82", "provinsi", "Provinsi Maluku Utara", 540},       {"91", "provinsi", "Provinsi Papua", 540},
		{"92", "provinsi", "Provinsi Papua Barat", 540},        {"93", "provinsi", "Provinsi Papua Selatan", 540},
		{"94", "provinsi", "Provinsi Papua Tengah", 540},       {"95", "provinsi", "Provinsi Papua Pegunungan", 540},
		{"96", "provinsi", "Provinsi Papua Barat Daya", 540},   {"21", "provinsi", "Provinsi Kepulauan Riau", 420},
	};
	Arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		Wilayah w;
		assert_true(wilayah_find(arena, cases[i].kode, &w));
		assert_string_equal(w.nama, cases[i].nama);
		assert_string_equal(w.tingkat, cases[i].tingkat);
		assert_int_equal(wilayah_zona(cases[i].kode), cases[i].zona);
	}
	Wilayah w;
	assert_false(wilayah_find(arena, "99.01", &w));
	assert_false(wilayah_find(arena, "", &w));
	assert_int_equal(wilayah_zona("99.01"), 420);
	assert_string_equal(zona_name(480), "WITA");
	assert_string_equal(zona_name(0), "");
	arena_free(arena);
	(void)state;
}

static void codes_have_one_form(void **state)
{
	static const char *const good[] = {"51", "51.08", "99.01"}, *const bad[] = {"", "5", "5108", "51.8", "51.080", "51.", ".08", "51,08", "5a", "51.0a", " 51"};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(wilayah_kode_valid(good[i]));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(wilayah_kode_valid(bad[i]));
	(void)state;
}

static void a_mistyped_code_or_a_name_leads_near(void **state)
{
	Arena *arena = arena_new();
	assert_string_equal(wilayah_near(arena, "buleleng"), "51.08 Kabupaten Buleleng");
	assert_string_equal(wilayah_near(arena, "51.8"), "51.08 Kabupaten Buleleng");
	assert_non_null(strstr(wilayah_near(arena, "Papua"), "91 Provinsi Papua, 92"));
	assert_string_equal(wilayah_near(arena, "xyzzy"), "");
	arena_free(arena);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_list_is_whole),
		cmocka_unit_test(regions_are_found_by_code),
		cmocka_unit_test(codes_have_one_form),
		cmocka_unit_test(a_mistyped_code_or_a_name_leads_near),
	};
	return cmocka_run_group_tests_name("wilayah", tests, NULL, NULL);
}
