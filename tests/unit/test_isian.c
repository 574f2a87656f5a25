#include "app/bukti.h"
#include "app/isian.h"
#include "app/riwayat.h"
#include "app/salin.h"
#include "app/siklus.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <time.h>

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

static Isian cell(int bulan, const char *kode, int indikator, const char *nilai)
{
	return (Isian){.opd = "2.17", .tahun = 2023, .bulan = bulan, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	               .alasan = "", .asal = ""};
}

static Err try(BukuUji *b, const char *user, const char *pada, Isian isian, IsianHasil *hasil, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	*info = (ErrInfo){0};
	Err err = isian_set(k, &isian, hasil, info);
	konteks_close(k);
	return err;
}

static IsianHasil save(BukuUji *b, const char *pada, Isian isian)
{
	IsianHasil hasil;
	ErrInfo info;
	if (try(b, "sri", pada, isian, &hasil, &info))
		fail_msg("%s", info.message);
	return hasil;
}

/* The refusal's sentence, which must hold `part`; nothing is written. */
static const char *refused(BukuUji *b, const char *pada, Isian isian, const char *part)
{
	IsianHasil hasil;
	ErrInfo info;
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	int64_t before, after;
	assert_int_equal(store_entry_at(k->store, b->arena, "99.01", STORE_KINI, &before, NULL), ERR_OK);
	konteks_close(k);
	assert_true(err_refused(try(b, "sri", pada, isian, &hasil, &info)));
	if (!strstr(info.message, part))
		fail_msg("'%s' is not in: %s", part, info.message);
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(store_entry_at(k->store, b->arena, "99.01", STORE_KINI, &after, NULL), ERR_OK);
	konteks_close(k);
	assert_int_equal(before, after);
	assert_false(hasil.baru);
	return info.hint ? info.hint : "";
}

static const char *T = "2023-05-01T08:00";

static void money_is_read_as_it_is_typed(void **state)
{
	BukuUji *b = *state;
	static const struct {
		const char *typed;
		Isi isi;
		int64_t sen;
	} cases[] = {
		{"246396436", ISI_ADA, 24639643600},
		{"246.396.436,50", ISI_ADA, 24639643650},
		{"246,396,437.50", ISI_ADA, 24639643750},
		{"Rp 246.396.438,-", ISI_ADA, 24639643800},
		{"1.234", ISI_ADA, 123400},      /* ambiguous: groups */
		{"1,235", ISI_ADA, 123500},      /* money has no three decimals */
		{"1,5", ISI_ADA, 150},
		{"0", ISI_NIHIL, 0},
		{"2", ISI_ADA, 200},
		{"Nihil", ISI_NIHIL, 0},
		{" kosong ", ISI_KOSONG, 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		IsianHasil h = save(b, T, cell(4, SUB_A, 0, cases[i].typed));
		assert_int_equal(h.nilai.isi, cases[i].isi);
		if (h.nilai.isi == ISI_ADA && (h.nilai.angka.m != cases[i].sen || h.nilai.angka.scale != 2))
			fail_msg("%s: %lld", cases[i].typed, (long long)h.nilai.angka.m);
		assert_true(h.baru);
	}
	static const char *const bad[][2] = {{"banyak", "not a number"}, {"1.23.456", "three digits"}, {"1,2345", "rupiah and sen"}, {"-5", "below zero"},
	                                     {"50%", "percentage"},       {"-", "not a number"},       {"#REF!", "not a number"},    {"", "not a number"},
	                                     {"12 100", "two numbers"},   {"99999999999999999999", "too large"}};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refused(b, T, cell(4, SUB_A, 0, bad[i][0]), bad[i][1]);
}

static void volumes_say_how_they_were_read(void **state)
{
	BukuUji *b = *state;
	IsianHasil h = save(b, T, cell(4, SUB_A, 1, "1.234"));
	assert_int_equal(h.nilai.angka.m, 1234);
	assert_non_null(strstr(h.catatan, "read as 1.234"));
	h = save(b, T, cell(5, SUB_A, 1, "1234,50"));
	assert_null(h.catatan);
	assert_string_equal(isian_print(b->arena, ISIAN_VOLUME, h.nilai), "1.234,5");
	h = save(b, T, cell(4, SUB_B, 1, "75 %"));
	assert_int_equal(h.nilai.angka.m, 75);
	refused(b, T, cell(4, SUB_A, 1, "75 %"), "unit of this indicator is Dokumen");
	refused(b, T, cell(4, SUB_A, 1, "selesai"), "not a number");
	refused(b, T, cell(4, SUB_A, 1, "1,2345678"), "6 decimals");
	buku_uji_tamper(b, "DROP TRIGGER IF EXISTS rencana_indikator_tetap; UPDATE rencana_indikator SET target_teks = 'WTP', target_isi = 0 WHERE kode = '" SUB_B "'");
	h = save(b, T, cell(4, SUB_B, 1, "WDP"));
	assert_string_equal(h.nilai.teks, "WDP");
	assert_int_equal(h.nilai.isi, ISI_KOSONG);
	assert_false(save(b, T, cell(4, SUB_B, 1, "WDP")).baru);
}

static void a_cell_must_be_one_of_the_plan(void **state)
{
	BukuUji *b = *state;
	assert_string_equal(save(b, T, cell(4, "1.1.2", 0, "5")).kode, SUB_B); /* by number */
	assert_non_null(strstr(refused(b, T, cell(4, "2.17.09.2.01.01", 0, "5"), "2.17.09.2.01.01"), "DPA/1"));
	refused(b, T, cell(4, "total", 0, "5"), "total");
	refused(b, T, cell(4, "2.17.01.2.01", 0, "5"), "its money is their sum");
	assert_non_null(strstr(refused(b, T, cell(4, SUB_A, 3, "5"), "no indicator number 3"), "2 Jumlah peserta"));
	refused(b, T, cell(4, "2.17.01", 1, "5"), "repeats the computed percentage");
	Isian other = cell(4, SUB_A, 0, "5");
	other.opd = OPD_B;
	refused(b, T, other, "own agency");
	other.opd = "9.99";
	refused(b, T, other, "no agency");
}

static void the_same_value_again_is_no_new_fact(void **state)
{
	BukuUji *b = *state;
	IsianHasil first = save(b, T, cell(4, SUB_A, 0, "1000")), again = save(b, T, cell(4, "1.1.1", 0, "1.000,00"));
	assert_true(first.baru);
	assert_false(again.baru);
	assert_int_equal(again.fakta, first.fakta);
	IsianHasil blank = save(b, T, cell(4, SUB_B, 0, "kosong"));
	assert_false(blank.baru);
	assert_int_equal(blank.fakta, 0);
	IsianHasil second = save(b, T, cell(4, SUB_A, 0, "kosong"));
	assert_true(second.baru);
	assert_true(second.fakta > first.fakta);
	assert_true(save(b, T, cell(4, SUB_A, 0, "nihil")).baru); /* blank is not zero */
}

static void a_conflict_shows_both_values(void **state)
{
	BukuUji *b = *state;
	IsianHasil seen = save(b, "2023-05-01T08:00", cell(4, SUB_A, 0, "1000")), theirs = save(b, "2023-05-01T09:30", cell(4, SUB_A, 0, "2000")), hasil;
	Isian mine = cell(4, SUB_A, 0, "3000");
	ErrInfo info;
	mine.periksa_dilihat = true;
	mine.dilihat = seen.fakta;
	assert_int_equal(try(b, "sri", "2023-05-01T10:00", mine, &hasil, &info), ERR_CONFLICT);
	assert_non_null(hasil.konflik);
	assert_int_equal(hasil.konflik->saya.angka.m, 300000);
	assert_int_equal(hasil.konflik->mereka.angka.m, 200000);
	assert_int_equal(hasil.konflik->fakta, theirs.fakta);
	assert_string_equal(hasil.konflik->oleh, "sri");
	assert_string_equal(waktu_print_iso(b->arena, hasil.konflik->waktu, 420), "2023-05-01T09:30:00+07:00");
	static const char *const parts[] = {"2.000,00", "3.000,00", "sri", "1 Mei 2023 09.30"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!strstr(info.message, parts[i]))
			fail_msg("'%s' is not in: %s", parts[i], info.message);
	mine.dilihat = 0; /* seen blank */
	refused(b, "2023-05-01T10:00", mine, "changed meanwhile");
	mine.dilihat = theirs.fakta;
	assert_true(save(b, "2023-05-01T10:00", mine).baru);
	mine.dilihat = seen.fakta; /* the same value is there already: a save that was repeated */
	assert_false(save(b, "2023-05-01T10:01", mine).baru);
	Isian fresh = cell(4, SUB_B, 0, "3000");
	fresh.periksa_dilihat = true;
	fresh.dilihat = 7;
	refused(b, "2023-05-01T10:00", fresh, "not of this cell");
	fresh.dilihat = 0;
	assert_true(save(b, "2023-05-01T10:02", fresh).baru);
}

static void what_falls_needs_a_reason(void **state)
{
	BukuUji *b = *state;
	save(b, T, cell(3, SUB_A, 0, "1.000"));
	save(b, T, cell(3, SUB_A, 1, "5"));
	save(b, T, cell(3, SUB_A, 2, "50"));
	save(b, T, cell(3, SUB_B, 1, "70"));
	assert_non_null(strstr(refused(b, T, cell(4, SUB_A, 0, "999,99"), "1.000,00 at the end of March, 999,99 now"), "--reason"));
	refused(b, T, cell(4, SUB_A, 0, "nihil"), "falls");
	refused(b, T, cell(5, SUB_A, 0, "999,99"), "falls"); /* April is blank: March is the last known */
	refused(b, T, cell(4, SUB_A, 1, "4"), "falls");
	save(b, T, cell(4, SUB_A, 0, "1000"));
	save(b, T, cell(4, SUB_A, 0, "kosong"));
	save(b, T, cell(4, SUB_A, 2, "10")); /* a sum of months and a last value may be less */
	save(b, T, cell(4, SUB_B, 1, "60"));
	save(b, T, cell(2, SUB_A, 0, "10")); /* only earlier months count */
	Isian isian = cell(4, SUB_A, 0, "900");
	isian.alasan = "Setoran kembali";
	save(b, T, isian);
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", NULL, NULL);
	Riwayat r;
	assert_int_equal(riwayat_list(k, "2.17", 2023, 4, ISIAN_UANG, "1.1.1", 0, &r, NULL), ERR_OK);
	assert_int_equal(r.n, 3);
	assert_string_equal(r.langkah[2].alasan, "Setoran kembali");
	konteks_close(k);
}

static void history_tells_every_state(void **state)
{
	BukuUji *b = *state;
	IsianHasil one = save(b, "2023-05-01T08:00", cell(4, SUB_A, 1, "3")), two = save(b, "2023-05-02T08:00", cell(4, SUB_A, 1, "4"));
	Konteks *k = buku_uji_open(b, STORE_BACA, "audi", NULL, NULL);
	Riwayat r;
	ErrInfo info = {0};
	assert_int_equal(riwayat_list(k, OPD_A, 2023, 4, ISIAN_VOLUME, SUB_A, 1, &r, NULL), ERR_OK);
	assert_int_equal(r.n, 2);
	assert_string_equal(r.indikator, "Jumlah dokumen");
	assert_int_equal(r.langkah[0].fakta, one.fakta);
	assert_int_equal(r.langkah[0].diganti, two.fakta);
	assert_int_equal(r.langkah[1].ganti, one.fakta);
	assert_int_equal(r.langkah[1].diganti, 0);
	assert_string_equal(r.langkah[1].oleh, "sri");
	assert_string_equal(r.langkah[1].sumber, "entri");
	assert_string_equal(waktu_print_id(b->arena, r.langkah[1].waktu, 420), "2 Mei 2023 08.00");
	assert_int_equal(riwayat_list(k, OPD_A, 2023, 4, ISIAN_UANG, "7.7", 0, &r, &info), ERR_USAGE);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "audi", NULL, "2023-05-01");
	assert_int_equal(riwayat_list(k, OPD_A, 2023, 4, ISIAN_VOLUME, SUB_A, 1, &r, NULL), ERR_OK);
	assert_int_equal(r.n, 1);
	assert_int_equal(r.langkah[0].diganti, 0); /* not yet */
	konteks_close(k);
}

static void the_month_before_is_proposed(void **state)
{
	BukuUji *b = *state;
	save(b, T, cell(3, SUB_A, 0, "1.000"));
	save(b, T, cell(3, SUB_B, 0, "nihil"));
	save(b, T, cell(3, SUB_C, 0, "500"));
	save(b, T, cell(3, SUB_A, 1, "5"));
	save(b, T, cell(3, SUB_A, 2, "50")); /* an increment: not carried */
	save(b, T, cell(4, SUB_C, 0, "600"));
	Konteks *k = buku_uji_open(b, STORE_BACA, "sri", NULL, NULL);
	UsulSalin *usul;
	size_t n;
	ErrInfo info = {0};
	assert_int_equal(salin_usul(k, OPD_A, 2023, 4, &usul, &n, NULL), ERR_OK);
	assert_int_equal(n, 3);
	assert_string_equal(usul[0].kode, SUB_A);
	assert_int_equal(usul[0].nilai.angka.m, 100000);
	assert_int_equal(usul[1].indikator, 1);
	assert_int_equal(usul[2].nilai.isi, ISI_NIHIL);
	assert_int_equal(salin_usul(k, OPD_A, 2023, 1, &usul, &n, NULL), ERR_OK);
	assert_int_equal(n, 0);
	konteks_close(k);
	k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-02T08:00", NULL);
	assert_int_equal(salin_apply(k, OPD_A, 2023, 4, &usul, &n, &info), ERR_OK);
	assert_int_equal(n, 3);
	assert_int_equal(salin_apply(k, OPD_A, 2023, 4, &usul, &n, &info), ERR_OK);
	assert_int_equal(n, 0);
	Riwayat r;
	assert_int_equal(riwayat_list(k, OPD_A, 2023, 4, ISIAN_UANG, SUB_A, 0, &r, NULL), ERR_OK);
	assert_int_equal(r.n, 1);
	assert_string_equal(r.langkah[0].asal, "salin:3");
	assert_int_equal(r.langkah[0].nilai.angka.m, 100000);
	konteks_close(k);
}

static void a_save_gives_the_figures_above_it(void **state)
{
	BukuUji *b = *state;
	Isian isian = cell(4, SUB_A, 0, "500.000");
	isian.jalur = true;
	IsianHasil h = save(b, T, isian);
	assert_int_equal(h.n_jalur, 4); /* sub kegiatan, kegiatan, program, total */
	assert_string_equal(h.jalur[0].kode, SUB_A);
	assert_string_equal(h.jalur[3].kode, "");
	assert_int_equal(h.jalur[0].capaian.keuangan.nilai.m, 5000); /* half of a million */
	assert_int_equal(h.jalur[1].capaian.keuangan.nilai.m, 1250); /* of four million */
	assert_int_equal(h.jalur[3].capaian.keuangan.nilai.m, 833);  /* of six million: 8,3333... */
}

static void narrative_is_kept_as_it_is_written(void **state)
{
	BukuUji *b = *state;
	Isian isian = {.opd = OPD_A, .tahun = 2023, .bulan = 4, .jenis = ISIAN_PERMASALAHAN, .kode = "", .nilai = "  Baris satu\nbaris\tdua ", .alasan = "", .asal = ""};
	assert_string_equal(save(b, T, isian).nilai.teks, "Baris satu\nbaris dua");
	isian.nilai = "rusak \xff";
	refused(b, T, isian, "UTF-8");
	char *longer = arena_alloc(b->arena, 4002);
	memset(longer, 'a', 4001);
	isian.nilai = longer;
	refused(b, T, isian, "4000");
	isian.nilai = "";
	assert_true(save(b, T, isian).baru); /* taken back */
}

/* ---- evidence ---- */

static void kinds_come_from_the_content(void **state)
{
	static const char ODS[] = "PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2e\0\0\0\x2e\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
	                          "PK\1\2\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2e\0\0\0\x2e\0\0\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0mimetype"
	                          "PK\5\6\0\0\0\0\1\0\1\0\x36\0\0\0\x54\0\0\0\0";
	static const struct {
		const char *bytes;
		size_t n;
		const char *jenis;
	} cases[] = {
		{"%PDF-1.7\nx", 10, "application/pdf"},
		{"\xff\xd8\xff\xe0..", 6, "image/jpeg"},
		{"\x89PNG\r\n\x1a\n..", 10, "image/png"},
		{"RIFF....WEBPVP8 ", 16, "image/webp"},
		{"a,b\n1,2\n", 8, "text/csv"},
		{"a;b;c\n1;2;3", 11, "text/csv"},
		{"Catatan rapat\n", 14, "text/plain"},
		{ODS, sizeof ODS - 1 + 1, "application/vnd.oasis.opendocument.spreadsheet"},
		{"\x7f" "ELF\2\1\1", 7, NULL},
		{"MZ\x90\0", 4, NULL},
		{"#!/bin/sh\nrm\n", 13, NULL},
		{"<!DOCTYPE html><p>", 18, NULL},
		{"  <SVG onload=x>", 16, NULL},
		{"teks <Script>x", 14, NULL},
		{"a\0b", 3, NULL},
		{"\xff\xfe" "a", 3, NULL},
		{"PK\3\4....", 8, NULL},
		{"PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, NULL},
		{"PK\5\6\0\0\0\0\1\0\1\0\xff\xff\xff\xff\xff\xff\xff\xff\0\0", 22, NULL},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *why = NULL, *found = bukti_jenis(cases[i].bytes, cases[i].n, &why);
		if ((found == NULL) != (cases[i].jenis == NULL) || (found && strcmp(found, cases[i].jenis) != 0))
			fail_msg("case %zu: %s", i, found ? found : "(refused)");
		if (!found)
			assert_true(*why);
	}
}

static void names_are_made_harmless(void **state)
{
	BukuUji *b = *state;
	static const char *const cases[][2] = {{"foto.jpg", "foto.jpg"},       {"../../etc/passwd", "passwd"}, {"C:\\Users\\x\\a.pdf", "a.pdf"}, {"...", "bukti"},
	                                       {"", "bukti"},                  {"a/", "bukti"},                {".sembunyi", "sembunyi"},        {"a\nb.txt", "ab.txt"},
	                                       {"foto\xE2\x80\xAEgpj.exe", "fotogpj.exe"}, {"a:b|c", "a_b_c"}, {"\xC3\xA9.pdf", "\xC3\xA9.pdf"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(bukti_nama(b->arena, cases[i][0]), cases[i][1]);
}

static void evidence_comes_and_goes(void **state)
{
	BukuUji *b = *state;
	BarisBukti row, *rows;
	BarisBuktiIsi isi;
	bool baru;
	size_t n;
	ErrInfo info = {0};
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", T, NULL);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "1.1.1", "dir/foto.exe", "%PDF-1.4 isi", 12, &row, &baru, NULL), ERR_OK);
	assert_true(baru);
	assert_string_equal(row.kode, SUB_A);
	assert_string_equal(row.nama, "foto.exe");
	assert_string_equal(row.jenis, "application/pdf");
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "1.1.1", "lain.pdf", "%PDF-1.4 isi", 12, &row, &baru, NULL), ERR_OK);
	assert_false(baru);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "", "umum.pdf", "%PDF-1.4 isi", 12, &row, &baru, NULL), ERR_OK);
	assert_true(baru);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "", "x", "MZ..", 4, &row, &baru, &info), ERR_USAGE);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "", "x", "", 0, &row, &baru, &info), ERR_USAGE);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "9.9", "x", "a", 1, &row, &baru, &info), ERR_USAGE);
	char *large = arena_alloc(b->arena, BUKTI_MAX + 1);
	memset(large, 'a', BUKTI_MAX + 1);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "", "x", large, BUKTI_MAX + 1, &row, &baru, &info), ERR_LIMIT);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "", "besar.txt", large, BUKTI_MAX, &row, &baru, &info), ERR_OK);
	assert_int_equal(bukti_list(k, "2.17", 2023, 4, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 3);
	assert_int_equal(bukti_get(k, "2.17", 2023, 4, str_dupn(b->arena, rows[2].hash, 8), &row, &isi, NULL), ERR_OK);
	assert_memory_equal(isi.isi, "%PDF-1.4 isi", 12);
	assert_int_equal(bukti_get(k, "2.17", 2023, 4, "abc", &row, &isi, &info), ERR_USAGE); /* too short to be sure */
	assert_int_equal(bukti_get(k, "2.17", 2023, 5, rows[2].hash, &row, &isi, &info), ERR_USAGE);
	const char *hash = rows[2].hash;
	assert_int_equal(bukti_remove(k, "2.17", 2023, 4, hash, SUB_B, &n, &info), ERR_ABSENT);
	assert_int_equal(bukti_remove(k, "2.17", 2023, 4, hash, SUB_A, &n, &info), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(bukti_list(k, "2.17", 2023, 4, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_int_equal(bukti_remove(k, "2.17", 2023, 4, hash, NULL, &n, &info), ERR_OK);
	assert_int_equal(bukti_get(k, "2.17", 2023, 4, hash, &row, &isi, &info), ERR_USAGE);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, "sri", NULL, NULL);
	BarisBuktiIsi kept;
	bool found;
	assert_int_equal(store_get_bukti_isi(k->store, b->arena, "99.01", hash, &kept, &found, NULL), ERR_OK);
	assert_true(found); /* the content stays */
	konteks_close(k);
	k = buku_uji_open(b, STORE_TULIS, "sri", "2023-05-03T08:00", NULL);
	assert_int_equal(bukti_add(k, "2.17", 2023, 4, "1.1.1", "a.pdf", "%PDF-1.4 isi", 12, &row, &baru, NULL), ERR_OK);
	assert_true(baru); /* attached again */
	konteks_close(k);
	buku_uji_tamper(b, "DROP TRIGGER bukti_isi_tetap; UPDATE bukti_isi SET isi = x'00' WHERE length(isi) = 12");
	k = buku_uji_open(b, STORE_BACA, "sri", NULL, NULL);
	assert_int_equal(bukti_get(k, "2.17", 2023, 4, hash, &row, &isi, &info), ERR_DAMAGED);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(money_is_read_as_it_is_typed, setup, teardown),
		cmocka_unit_test_setup_teardown(volumes_say_how_they_were_read, setup, teardown),
		cmocka_unit_test_setup_teardown(a_cell_must_be_one_of_the_plan, setup, teardown),
		cmocka_unit_test_setup_teardown(the_same_value_again_is_no_new_fact, setup, teardown),
		cmocka_unit_test_setup_teardown(a_conflict_shows_both_values, setup, teardown),
		cmocka_unit_test_setup_teardown(what_falls_needs_a_reason, setup, teardown),
		cmocka_unit_test_setup_teardown(history_tells_every_state, setup, teardown),
		cmocka_unit_test_setup_teardown(the_month_before_is_proposed, setup, teardown),
		cmocka_unit_test_setup_teardown(a_save_gives_the_figures_above_it, setup, teardown),
		cmocka_unit_test_setup_teardown(narrative_is_kept_as_it_is_written, setup, teardown),
		cmocka_unit_test(kinds_come_from_the_content),
		cmocka_unit_test_setup_teardown(names_are_made_harmless, setup, teardown),
		cmocka_unit_test_setup_teardown(evidence_comes_and_goes, setup, teardown),
	};
	return cmocka_run_group_tests_name("isian", tests, NULL, NULL);
}
