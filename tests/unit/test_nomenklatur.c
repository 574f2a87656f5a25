#include "app/nomenklatur_banding.h"
#include "app/rencana.h"
#include "buku_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define HEAD "JENIS PEMDA;BIDANG;PROGRAM;KEGIATAN;SUBKEGIATAN;KINERJA;INDIKATOR;SATUAN;SUBKEGIATAN SEBELUMNYA\n"
#define KAB "KABKOT;2.17 URUSAN KOPERASI;2.17.02 PROGRAM KOPERASI;2.17.02.2.01 Pembinaan Koperasi;"
static const char LIST[] = HEAD
	"PROV;X.XX URUSAN;X.XX.01 PROGRAM PENUNJANG;X.XX.01.1.01 Perencanaan;X.XX.01.1.01.0001 Penyusunan Dokumen;;Jumlah Dokumen Provinsi;Dokumen;\n"
	"KABKOT;X.XX URUSAN;X.XX.01 PROGRAM PENUNJANG;X.XX.01.2.01 Perencanaan;X.XX.01.2.01.0001 Penyusunan  Dokumen;;Jumlah Dokumen;Dokumen;\n"
	KAB "2.17.02.2.01.0001 Fasilitasi Penerbitan Izin;;Jumlah Izin;Izin;[null]\n"
	KAB "2.17.02.2.01.0002 Sesuatu Yang Lain Sama Sekali;;Jumlah;Unit;\n"
	KAB "2.17.02.2.01.0005 Promosi Produk;;Jumlah Produk;Produk;\n"
	KAB "2.17.02.2.01.0016 Perkuatan Kemitraan;;Jumlah Mitra;Mitra;2.17.02.2.01.0004 Kemitraan Lama\n"
	"PROV;2.17 URUSAN KOPERASI;2.17.02 PROGRAM KOPERASI;2.17.02.3.01 Bersama;2.17.02.3.01.0001 Milik Provinsi;;;;\n"
	"KABKOT;2.17 URUSAN KOPERASI;2.17.02 PROGRAM KOPERASI;2.17.02.3.01 Bersama;2.17.02.3.01.0001 Milik Kabupaten;;;;\n";

static const char PLAN[] = "Kode;Uraian;Indikator;Target;Satuan;Pagu\n"
	"2.17.01;Program Penunjang;;;;\n2.17.01.2.01;Kegiatan Perencanaan;;;;\n"
	"2.17.01.2.01.01;Sub Kegiatan Penyusunan Dokumen;Jumlah Dokumen;1;Buku;1\n" /* another unit */
	"2.17.02;Program Koperasi;;;;\n2.17.02.2.01;Kegiatan Pembinaan Koperasi;;;;\n"
	"2.17.02.2.01.01;Fasilitasi Penertiban Izin;Jumlah Surat;1;Izin;1\n"        /* a slip, another indicator */
	"2.17.02.2.01.02;Promosi Produk;Jumlah Produk;1;Produk;1\n"                 /* the code means something else now; renumbered */
	"2.17.02.2.01.04;Kemitraan Lama;Jumlah Mitra;1;Mitra;1\n"                   /* replaced */
	"2.17.02.2.01.09;Promosi Produk Unggulan;Jumlah;1;Unit;1\n";                /* gone */

static const char *write_file(BukuUji *b, const char *name, const char *text)
{
	const char *path = buku_uji_path(b, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return path;
}

static Err import(BukuUji *b, ImporNomenklatur *h, const char *user, const char *text, const char *edisi, bool apply, const char *pada, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, apply ? STORE_TULIS : STORE_BACA, user, pada, NULL);
	Err err = nomenklatur_import(h, k, write_file(b, "daftar.csv", text), edisi, apply, (Kemajuan){NULL, NULL}, info);
	konteks_close(k);
	return err;
}

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", "2023-01-03T08:00", NULL);
	HasilRencana *r = NULL;
	assert_int_equal(rencana_import(&r, k, &(PermintaanRencana){.opd = OPD_A, .tahun = 2023}, write_file(b, "rencana.csv", PLAN), true, NULL), ERR_OK);
	assert_true(r->tersimpan);
	konteks_close(k);
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static void keep(BukuUji *b, const char *text, const char *edisi)
{
	ImporNomenklatur h;
	ErrInfo info = {0};
	if (import(b, &h, "made", text, edisi, true, "2023-01-04T08:00", &info))
		fail_msg("%s", info.message);
	assert_true(h.tersimpan);
}

static void an_edition_is_kept_once(void **state)
{
	BukuUji *b = *state;
	ImporNomenklatur h;
	ErrInfo info = {0};
	assert_int_equal(import(b, &h, NULL, LIST, "2026", false, NULL, &info), ERR_OK);
	assert_false(h.tersimpan);
	assert_int_equal(h.daftar.n_baris, 8);
	assert_int_equal(h.n_bidang, 2);
	assert_int_equal(h.n_program, 2);
	assert_int_equal(h.n_kegiatan, 4);
	assert_int_equal(h.n_sub, 7);
	assert_int_equal(h.n_sebelumnya, 1);
	assert_int_equal(h.daftar.n_tutup, 1);
	assert_int_equal(h.daftar.n_lain, 2); /* the province's kegiatan and sub kegiatan */
	keep(b, LIST, "2026");
	assert_int_equal(import(b, &h, "made", LIST, "2026", true, "2023-01-05T08:00", &info), ERR_OK);
	assert_true(h.sama);
	assert_false(h.tersimpan);
	assert_int_equal(import(b, &h, "made", HEAD KAB "2.17.02.2.01.0001 Lain;;;;\n", "2026", true, "2023-01-05T08:00", &info), ERR_USAGE);
	assert_int_equal(import(b, &h, "made", HEAD KAB "2.17.02.2.01.0001 Lain;;;;\n", "2027", true, "2023-01-05T08:00", &info), ERR_OK);
	BarisNomenklaturEdisi *rows;
	size_t n;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(nomenklatur_list(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(rows[0].jumlah, 15);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, "2023-01-04T09:00");
	assert_int_equal(nomenklatur_list(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	konteks_close(k);
}

static void wrong_lists_are_refused(void **state)
{
	BukuUji *b = *state;
	ImporNomenklatur h;
	ErrInfo info = {0};
	assert_int_equal(import(b, &h, "sri", LIST, "2026", true, "2023-01-04T08:00", &info), ERR_DENIED);
	assert_int_equal(import(b, &h, "made", LIST, NULL, true, "2023-01-04T08:00", &info), ERR_USAGE);
	assert_int_equal(import(b, &h, "made", "a;b\n1;2\n", "2026", true, "2023-01-04T08:00", &info), ERR_FORMAT);
	assert_int_equal(import(b, &h, "made", HEAD KAB "tanpa kode;;;;\n" KAB "2.17.02.2.01.0001 A;;;;\n" KAB "2.17.02.2.01.0001 B;;;;\n", "2026", false, NULL, &info), ERR_OK);
	assert_int_equal(h.daftar.temuan.n, 2);
	assert_int_equal(h.daftar.temuan.temuan[0].posisi.baris, 2);
	assert_string_equal(h.daftar.temuan.temuan[1].rule, "nomenklatur-ganda");
}

static void the_own_level_holds(void **state)
{
	BukuUji *b = *state;
	keep(b, LIST, "2026");
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	Nomenklatur *nom;
	assert_int_equal(nomenklatur_load(&nom, k, NULL, 2023, NULL), ERR_OK);
	Kode kode;
	assert_true(kode_parse(&kode, "2.17.02.3.01.01", NULL));
	assert_string_equal(nomenklatur_find(k->arena, nom, kode)->nama, "Milik Kabupaten");
	assert_true(kode_parse(&kode, "3.30.01.2.01.0001", NULL)); /* X.XX.01 for any bidang */
	assert_string_equal(nomenklatur_find(k->arena, nom, kode)->indikator, "Jumlah Dokumen");
	assert_true(kode_parse(&kode, "3.30.02.2.01.0001", NULL));
	assert_null(nomenklatur_find(k->arena, nom, kode));
	konteks_close(k);
}

static const Temuan *told(const PeriksaNomenklatur *h, const char *rule, const char *kode)
{
	for (size_t i = 0; i < h->temuan.n; i++)
		if (str_equal(h->temuan.temuan[i].rule, rule) && str_equal(h->temuan.temuan[i].kode, kode))
			return &h->temuan.temuan[i];
	return NULL;
}

static void a_plan_is_held_against_the_edition(void **state)
{
	BukuUji *b = *state;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	PeriksaNomenklatur *h;
	ErrInfo info = {0};
	assert_int_equal(nomenklatur_check(&h, k, OPD_A, 2023, NULL, NULL, &info), ERR_USAGE); /* no edition yet */
	konteks_close(k);
	keep(b, LIST, "2026");
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(nomenklatur_check(&h, k, OPD_A, 2023, NULL, "2030", &info), ERR_ABSENT);
	assert_int_equal(nomenklatur_check(&h, k, OPD_A, 2023, NULL, NULL, &info), ERR_OK);
	assert_int_equal(h->n_sub, 5);
	assert_int_equal(h->n_kode, 3);
	assert_int_equal(h->n_sama, 1);
	assert_int_equal(h->n_ejaan, 1);
	assert_int_equal(h->n_lain, 1);
	assert_int_equal(told(h, "nomenklatur-satuan", "2.17.01.2.01.01")->level, LEVEL_WARNING);
	assert_int_equal(told(h, "nomenklatur-nama", "2.17.02.2.01.01")->level, LEVEL_NOTE);
	assert_non_null(told(h, "nomenklatur-indikator", "2.17.02.2.01.01"));
	assert_int_equal(told(h, "nomenklatur-nama", "2.17.02.2.01.02")->level, LEVEL_WARNING);
	assert_non_null(strstr(told(h, "nomenklatur-nama", "2.17.02.2.01.02")->hint, "2.17.02.2.01.0005"));
	assert_int_equal(told(h, "nomenklatur-kode", "2.17.02.2.01.04")->level, LEVEL_ERROR);
	assert_non_null(strstr(told(h, "nomenklatur-kode", "2.17.02.2.01.04")->hint, "2.17.02.2.01.0016"));
	assert_non_null(told(h, "nomenklatur-kode", "2.17.02.2.01.09"));
	assert_int_equal(h->temuan.n, 6);
	konteks_close(k);
}

static void what_became_of_each_code(void **state)
{
	static const struct {
		JenisPindah jenis;
		const char *tujuan;
	} expected[] = {{PINDAH_TETAP, "X.XX.01.2.01.0001"}, {PINDAH_EJAAN, "2.17.02.2.01.0001"}, {PINDAH_NAMA, "2.17.02.2.01.0005"},
	                {PINDAH_SEBELUMNYA, "2.17.02.2.01.0016"}, {PINDAH_TIDAK, "2.17.02.2.01.0005"}};
	BukuUji *b = *state;
	keep(b, LIST, "2026");
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	PindahNomenklatur *h;
	assert_int_equal(nomenklatur_migrate(&h, k, OPD_A, 2023, NULL, "2026", NULL), ERR_OK);
	assert_int_equal(h->n, 5);
	for (size_t i = 0; i < h->n; i++) {
		assert_int_equal(h->simpul[i].jenis, expected[i].jenis);
		assert_true(h->simpul[i].n_tujuan > 0);
		assert_string_equal(h->simpul[i].tujuan[0]->kode, expected[i].tujuan);
		assert_int_equal(h->jumlah[i], 1);
	}
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_edition_is_kept_once, setup, teardown),
		cmocka_unit_test_setup_teardown(wrong_lists_are_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(the_own_level_holds, setup, teardown),
		cmocka_unit_test_setup_teardown(a_plan_is_held_against_the_edition, setup, teardown),
		cmocka_unit_test_setup_teardown(what_became_of_each_code, setup, teardown),
	};
	return cmocka_run_group_tests_name("nomenklatur", tests, NULL, NULL);
}
