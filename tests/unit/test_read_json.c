#include "base/str.h"
#include "document/read_json.h"
#include "document/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* As report -o writes it; one value a line, so that lines can be counted. */
static const char REPORT[] =
	"{\n"                                                                            /* 1 */
	"  \"policy\": {\"name\": \"Bawaan\", \"hash\": \"00\"},\n"                      /* 2 */
	"  \"head\": {\n"                                                                /* 3 */
	"    \"form\": \"laporan-capaian\", \"title\": \"LAPORAN CAPAIAN\",\n"           /* 4 */
	"    \"kode_bidang\": \"2.17\", \"nama_bidang\": \"Koperasi\",\n"                /* 5 */
	"    \"unit_organisasi\": \"Dinas {\\\"A\\\", B}\",\n"                           /* 6 */
	"    \"bulan\": 12, \"tahun\": 2023,\n"                                          /* 7 */
	"    \"kondisi\": \"2023-12-29\",\n"                                             /* 8 */
	"    \"count\": {\"program\": 1, \"kegiatan\": 1,\n"                             /* 9 */
	"       \"sub_kegiatan\": 2, \"indikator\": 4}\n"                                /* 10 */
	"  },\n"                                                                         /* 11 */
	"  \"rows\": [\n"                                                                /* 12 */
	"    {\"level\": \"program\", \"kode\": \"2.17.01\", \"kode_as_written\": \"2.17.1\", \"nomor\": \"1\", \"nama\": \"Program A\",\n" /* 13 */
	"     \"pagu\": \"300.00\", \"realisasi\": \"150.00\", \"keuangan\": \"50.00\", \"keluaran\": \"75.00\", \"rata_rata\": \"62.50\", \"predikat\": null,\n"
	"     \"indikator\": [{\"nama\": \"Persentase\", \"satuan\": \"%\", \"target\": \"100.00\", \"realisasi\": \"75.00\", \"capaian\": \"75.00\", \"gema\": true}]},\n"
	"    {\"level\": \"kegiatan\", \"kode\": \"2.17.01.2.01\", \"kode_as_written\": \"2.17.01.2.01\", \"nomor\": \"1.1\", \"nama\": \"Kegiatan B\",\n" /* 16 */
	"     \"pagu\": \"300.00\", \"realisasi\": \"150.00\", \"keuangan\": \"50.00\", \"keluaran\": \"75.00\", \"rata_rata\": \"62.50\", \"indikator\": []},\n"
	"    {\"level\": \"sub_kegiatan\", \"kode\": \"2.17.01.2.01.0001\", \"kode_as_written\": \"2.17.01.2.01.0001\", \"nomor\": \"1.1.1\",\n" /* 18 */
	"     \"nama\": \"Sub C\",\n"                                                    /* 19 */
	"     \"pagu\": \"100.00\",\n"                                                   /* 20 */
	"     \"realisasi\": \"0.00\", \"keuangan\": \"0.00\", \"keluaran\": \"50.000000\", \"rata_rata\": \"25.00\", \"bobot\": \"1.5\",\n"
	"     \"indikator\": [\n"                                                        /* 22 */
	"       {\"nama\": \"Dokumen\", \"satuan\": \"Dokumen\", \"target\": \"72.00\", \"realisasi\": \"36\", \"capaian\": \"50.00\", \"bobot\": \"2\"},\n"
	"       {\"nama\": \"Opini\", \"satuan\": null, \"target\": null, \"realisasi\": null, \"capaian\": null,\n" /* 24 */
	"        \"target_teks\": \"WTP\", \"realisasi_teks\": \"WDP\"}]},\n"            /* 25 */
	"    {\"level\": \"sub_kegiatan\", \"kode\": null, \"kode_as_written\": null, \"nomor\": null, \"nama\": \"Sub D\", \"pagu\": \"200.00\",\n" /* 26 */
	"     \"realisasi\": null, \"keuangan\": null, \"keluaran\": null, \"rata_rata\": null, \"indikator\": [\n" /* 27 */
	"       {\"nama\": \"\", \"satuan\": \"Orang\", \"target\": \"-3.5\", \"realisasi\": null, \"capaian\": null}]}\n" /* 28 */
	"  ],\n"                                                                         /* 29 */
	"  \"total\": {\"pagu\": \"300.00\",\n"                                          /* 30 */
	"    \"realisasi\": \"150.00\", \"keuangan\": \"50.00\", \"keluaran\": \"75.00\", \"rata_rata\": \"62.50\", \"predikat\": null},\n"
	"  \"narrative\": {\"permasalahan\": \"Satu\\nDua\", \"tindak_lanjut\": null},\n" /* 32 */
	"  \"signature\": {\"tempat\": \"Singaraja\", \"tanggal\": \"2024-01-03\", \"jabatan\": \"Kepala,\", \"nama\": \"N\\u0007\", \"pangkat\": null,\n" /* 33 */
	"    \"nip\": \"19700101 199503 1 001\"}\n"                                      /* 34 */
	"}\n";

static Draf *read_text(Arena *a, const char *text)
{
	Draf *draf = NULL;
	ErrInfo info = {0};
	if (read_json(&draf, a, "t.json", (const unsigned char *)text, strlen(text), BAHASA_EN, &info) != ERR_OK)
		fail_msg("%s", info.message);
	return draf;
}

static void reads_the_head(void **state)
{
	const Draf *d = read_text(*state, REPORT);
	const Kepala *k = &d->snapshot.kepala;
	assert_string_equal(k->judul, "LAPORAN CAPAIAN");
	assert_string_equal(k->kode_bidang, "2.17");
	assert_string_equal(k->nama_bidang, "Koperasi");
	assert_string_equal(k->unit_organisasi, "Dinas {\"A\", B}");
	assert_int_equal(k->bulan, 12);
	assert_int_equal(k->tahun, 2023);
	assert_int_equal(tanggal_cmp(k->kondisi, (Tanggal){2023, 12, 29}), 0);
	assert_string_equal(d->kepala.n_sub_kegiatan.teks, "2");
	assert_int_equal(d->kepala.n_sub_kegiatan.baris, 10);
	assert_int_equal(d->kepala.n_program.baris, 9);
	assert_int_equal(d->kepala.kondisi.baris, 8);
}

static void reads_the_tree(void **state)
{
	const Snapshot *s = &read_text(*state, REPORT)->snapshot;
	assert_int_equal(s->n_simpul, 4);
	assert_int_equal(s->n_indikator, 4);
	static const struct { Tingkat tingkat; uint32_t induk, akhir, awal, n; const char *kode, *nomor, *nama; } EXPECTED[] = {
		{TINGKAT_PROGRAM, SIMPUL_NONE, 4, 0, 1, "2.17.01", "1", "Program A"},
		{TINGKAT_KEGIATAN, 0, 4, 1, 0, "2.17.01.2.01", "1.1", "Kegiatan B"},
		{TINGKAT_SUB_KEGIATAN, 1, 3, 1, 2, "2.17.01.2.01.0001", "1.1.1", "Sub C"},
		{TINGKAT_SUB_KEGIATAN, 1, 4, 3, 1, "", "", "Sub D"},
	};
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(s->simpul[i].tingkat, EXPECTED[i].tingkat);
		assert_int_equal(s->simpul[i].induk, EXPECTED[i].induk);
		assert_int_equal(s->simpul[i].akhir, EXPECTED[i].akhir);
		assert_int_equal(s->simpul[i].indikator_awal, EXPECTED[i].awal);
		assert_int_equal(s->simpul[i].n_indikator, EXPECTED[i].n);
		assert_string_equal(kode_print(*state, s->simpul[i].kode), EXPECTED[i].kode);
		assert_string_equal(s->simpul[i].nomor, EXPECTED[i].nomor);
		assert_string_equal(s->simpul[i].nama, EXPECTED[i].nama);
	}
	assert_string_equal(s->simpul[0].kode_tertulis, "2.17.1");
}

static void money_is_a_fact_of_leaves_only_and_has_three_states(void **state)
{
	const Draf *d = read_text(*state, REPORT);
	const Simpul *s = d->snapshot.simpul;
	assert_int_equal(s[0].pagu.isi, ISI_KOSONG);
	assert_int_equal(s[1].realisasi.isi, ISI_KOSONG);
	assert_int_equal(s[2].pagu.isi, ISI_ADA);
	assert_int_equal(s[2].pagu.nilai.sen, 10000);
	assert_int_equal(s[2].realisasi.isi, ISI_NIHIL);
	assert_int_equal(s[3].realisasi.isi, ISI_KOSONG);
	/* the sums of parents are printed figures */
	assert_string_equal(d->simpul[0].pagu.teks, "300.00");
	assert_int_equal(d->simpul[0].pagu.angka.nilai.m, 30000);
	assert_int_equal(s[2].bobot.nilai.m, 15);
	assert_int_equal(s[2].bobot.nilai.scale, 1);
}

static void reads_the_largest_amounts_exactly(void **state)
{
	const char *text = "{\"head\":{\"form\":\"laporan-capaian\"},\"rows\":[{\"level\":\"program\",\"pagu\":\"92233720368547758.07\","
	                   "\"realisasi\":\"-92233720368547758.08\"}]}";
	const Simpul *s = read_text(*state, text)->snapshot.simpul;
	assert_true(s[0].pagu.nilai.sen == INT64_MAX);
	assert_true(s[0].realisasi.nilai.sen == INT64_MIN);
}

static void reads_indicators_with_their_scale_and_texts(void **state)
{
	const Draf *d = read_text(*state, REPORT);
	const Indikator *i = d->snapshot.indikator;
	assert_true(i[0].gema);
	assert_false(i[1].gema);
	assert_int_equal(i[1].target.nilai.m, 7200);
	assert_int_equal(i[1].target.nilai.scale, 2);
	assert_int_equal(i[1].realisasi.nilai.m, 36);
	assert_int_equal(i[1].realisasi.nilai.scale, 0);
	assert_int_equal(i[1].bobot.nilai.m, 2);
	assert_null(i[1].target_teks);
	assert_int_equal(i[2].target.isi, ISI_KOSONG);
	assert_string_equal(i[2].target_teks, "WTP");
	assert_string_equal(i[2].realisasi_teks, "WDP");
	assert_string_equal(i[2].satuan, "");
	assert_int_equal(i[3].target.nilai.m, -35);
	assert_string_equal(d->indikator[2].target.teks, "WTP");
	assert_int_equal(d->indikator[2].target.baris, 25);
	assert_int_equal(d->indikator[1].keluaran.angka.nilai.m, 5000);
	assert_int_equal(d->indikator[3].keluaran.angka.status, ANGKA_KOSONG);
}

static void every_written_value_knows_its_line(void **state)
{
	const Draf *d = read_text(*state, REPORT);
	assert_int_equal(d->simpul[0].kode.baris, 13);
	assert_int_equal(d->simpul[0].keluaran.baris, 14);
	assert_int_equal(d->simpul[1].nama.baris, 16);
	assert_int_equal(d->simpul[2].nama.baris, 19);
	assert_int_equal(d->simpul[2].pagu.baris, 20);
	assert_int_equal(d->simpul[2].keluaran.baris, 21);
	assert_int_equal(d->indikator[1].nama.baris, 23);
	assert_int_equal(d->simpul[3].realisasi.baris, 26); /* null: where its object starts */
	assert_int_equal(d->total.pagu.baris, 30);
	assert_int_equal(d->total.keluaran.baris, 31);
	assert_int_equal(d->kaki.permasalahan.baris, 32);
	assert_int_equal(d->kaki.nip.baris, 34);
	assert_int_equal(d->baris_terakhir, 26);

	/* the grid is the text itself */
	Posisi posisi = draf_posisi(d, d->simpul[2].pagu);
	assert_int_equal(posisi.baris, 20);
	assert_int_equal(posisi.kolom, 1);
	assert_string_equal(grid_cell(d->grid, 19, 1)->teks, "     \"pagu\": \"100.00\",");
	assert_int_equal(d->grid->baris[19].nomor, 20);
	assert_int_equal(d->buku->format, FORMAT_JSON);
}

static void reads_the_foot(void **state)
{
	const Draf *d = read_text(*state, REPORT);
	assert_true(d->ada_total);
	assert_string_equal(d->total.rata_rata.teks, "62.50");
	assert_string_equal(d->snapshot.narasi.permasalahan, "Satu\nDua");
	assert_string_equal(d->snapshot.narasi.tindak_lanjut, "");
	const TandaTangan *t = &d->snapshot.tanda_tangan;
	assert_string_equal(t->tempat, "Singaraja");
	assert_int_equal(tanggal_cmp(t->tanggal, (Tanggal){2024, 1, 3}), 0);
	assert_string_equal(t->nama, "N\xEF\xBF\xBD"); /* an escaped control character does not reach a terminal */
	assert_string_equal(t->pangkat, "");
	assert_string_equal(t->nip, "19700101 199503 1 001");
}

static void knows_lines_whatever_the_layout(void **state)
{
	/* everything on one line, after a mark; then every line broken by CRLF */
	StrBuf flat = {.arena = *state}, crlf = {.arena = *state};
	strbuf_add(&flat, "\xEF\xBB\xBF");
	for (const char *p = REPORT; *p; p++) {
		strbuf_addc(&flat, *p == '\n' ? ' ' : *p);
		if (*p == '\n')
			strbuf_addc(&crlf, '\r');
		strbuf_addc(&crlf, *p);
	}
	const Snapshot *expected = &read_text(*state, REPORT)->snapshot;
	const Draf *one = read_text(*state, strbuf_text(&flat)), *many = read_text(*state, strbuf_text(&crlf));
	assert_null(snapshot_difference(*state, expected, &one->snapshot));
	assert_null(snapshot_difference(*state, expected, &many->snapshot));
	assert_int_equal(one->simpul[2].pagu.baris, 1);
	assert_int_equal(many->simpul[2].pagu.baris, 20);
}

static void a_level_may_be_missing(void **state)
{
	const Draf *d = read_text(*state, "{\"head\":{\"form\":\"laporan-capaian\"},\"rows\":[{\"level\":\"kegiatan\",\"pagu\":\"1.00\"},"
	                                  "{\"level\":\"program\"},{\"level\":\"sub_kegiatan\",\"pagu\":\"2.00\"},{\"level\":\"program\",\"pagu\":\"3.5\"}]}");
	const Simpul *s = d->snapshot.simpul;
	assert_int_equal(s[0].induk, SIMPUL_NONE);
	assert_int_equal(s[0].pagu.nilai.sen, 100); /* nothing below it: its own */
	assert_int_equal(s[1].akhir, 3);
	assert_int_equal(s[2].induk, 1);
	assert_int_equal(s[3].induk, SIMPUL_NONE);
	assert_int_equal(s[3].pagu.nilai.sen, 350);
	assert_false(d->ada_total);
	assert_string_equal(d->snapshot.kepala.unit_organisasi, "");
}

static void assert_wrong(Arena *a, const char *text, const char *message)
{
	Draf *draf = NULL;
	ErrInfo info = {0};
	Err err = read_json(&draf, a, "t.json", (const unsigned char *)text, strlen(text), BAHASA_EN, &info);
	assert_null(draf);
	assert_string_equal(info.message, message);
	assert_int_equal(err, ERR_FORMAT);
}

static const char *with(Arena *a, const char *old, const char *new)
{
	const char *at = strstr(REPORT, old);
	assert_non_null(at);
	return str_format(a, "%.*s%s%s", (int)(at - REPORT), REPORT, new, at + strlen(old));
}

static void names_the_path_of_a_wrong_shape(void **state)
{
	Arena *a = *state;
	const char *number = "a decimal number in quotes such as \"1234.50\", or null, was expected";
	assert_wrong(a, with(a, "\"100.00\",\n", "100,\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"1,5\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"1e2\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"99999999999999999999\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"1.0000000\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"1.\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"-\",\n"), str_format(a, "t.json:20: $.rows[2].pagu: %s", number));
	assert_wrong(a, with(a, "\"100.00\",\n", "\"1.005\",\n"), "t.json:20: $.rows[2].pagu: an amount of rupiah with two decimals was expected");
	assert_wrong(a, with(a, "\"realisasi\": \"36\"", "\"realisasi\": true"), str_format(a, "t.json:23: $.rows[2].indikator[0].realisasi: %s", number));
	assert_wrong(a, with(a, "\"level\": \"kegiatan\"", "\"level\": \"opd\""),
	             "t.json:16: $.rows[1].level: one of \"program\", \"kegiatan\", \"sub_kegiatan\" was expected");
	assert_wrong(a, with(a, "\"kode\": \"2.17.01\"", "\"kode\": \"Program\""),
	             "t.json:13: $.rows[0].kode: a code such as \"2.17.01.2.01\", or null, was expected");
	assert_wrong(a, with(a, "\"bulan\": 12", "\"bulan\": 13"), "t.json:7: $.head.bulan: an integer from 1 to 12, or null, was expected");
	assert_wrong(a, with(a, "\"2023-12-29\"", "\"2023-02-29\""), "t.json:8: $.head.kondisi: a date such as \"2023-12-29\", or null, was expected");
	assert_wrong(a, with(a, "\"nama\": \"Sub C\"", "\"nama\": [1]"), "t.json:19: $.rows[2].nama: a text or null was expected");
	assert_wrong(a, with(a, "\"laporan-capaian\"", "\"rekap\""), "t.json:4: $.head.form: \"laporan-capaian\" was expected");
	assert_wrong(a, with(a, "\"indikator\": []", "\"indikator\": {}"), "t.json:17: $.rows[1].indikator: a list was expected");
}

static void refuses_other_documents(void **state)
{
	Arena *a = *state;
	assert_wrong(a, "[{}]", "t.json:1: $: an object was expected");
	assert_wrong(a, "{}", "t.json:1: $.head: an object was expected");
	assert_wrong(a, "{\"files\": [],\n\"summary\": {}}", "t.json:1: $.head: an object was expected");
	assert_wrong(a, "{\"head\": {\"form\": \"laporan-capaian\"},\n\"rows\": [\n1]}", "t.json:3: $.rows[0]: an object was expected");
	assert_wrong(a, "{\"head\":\n", "t.json:2:0: the JSON is damaged or cut off here");
	assert_wrong(a, "{\"a\": 1, \"a\": 2}", "t.json:1:12: the JSON is damaged or cut off here");
	Draf *draf;
	ErrInfo info;
	assert_int_equal(read_json(&draf, a, "t.json", (const unsigned char *)"{\"a\"\0:1}", 8, BAHASA_EN, &info), ERR_FORMAT);
	assert_string_equal(info.message, "t.json: binary data; JSON was expected");
}

static void survives_deep_nesting(void **state)
{
	StrBuf deep = {.arena = *state};
	for (int i = 0; i < 100000; i++)
		strbuf_add(&deep, "[");
	Draf *draf = NULL;
	assert_int_equal(read_json(&draf, *state, "t.json", (const unsigned char *)deep.str, deep.len, BAHASA_EN, NULL), ERR_FORMAT);
	/* as deep as the library goes, well-formed */
	deep.len = 0;
	strbuf_add(&deep, "{\"x\":");
	for (int i = 0; i < 2000; i++)
		strbuf_add(&deep, "[");
	for (int i = 0; i < 2000; i++)
		strbuf_add(&deep, "]");
	strbuf_add(&deep, "}");
	assert_wrong(*state, strbuf_text(&deep), "t.json:1: $.head: an object was expected");
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_the_head),
		TEST(reads_the_tree),
		TEST(money_is_a_fact_of_leaves_only_and_has_three_states),
		TEST(reads_the_largest_amounts_exactly),
		TEST(reads_indicators_with_their_scale_and_texts),
		TEST(every_written_value_knows_its_line),
		TEST(reads_the_foot),
		TEST(knows_lines_whatever_the_layout),
		TEST(a_level_may_be_missing),
		TEST(names_the_path_of_a_wrong_shape),
		TEST(refuses_other_documents),
		TEST(survives_deep_nesting),
	};
	return cmocka_run_group_tests_name("read_json", tests, NULL, NULL);
}
