/* The sum behind figures of the real report, and of plans with what it lacks: weights, blanks, bounds. */
#include "engine/explain.h"

#include "base/str.h"
#include "document/document.h"
#include "report/penjelasan_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

typedef struct {
	Arena *a;
	Draf *draf;
	const Hasil *hasil;
} Laporan;

static Laporan real_report(Arena *a)
{
	Laporan l = {.a = a};
	const char *path = str_format(a, "%s/examples/laporan-capaian-2023-12.tsv", getenv("CAPAIAN_SOURCE"));
	assert_int_equal(document_read(&l.draf, a, path, BAHASA_EN, NULL), ERR_OK);
	l.hasil = rollup_run(a, &l.draf->snapshot, kebijakan_default(a));
	return l;
}

static Penjelasan *explain(const Laporan *l, const char *node, JenisAngka jenis)
{
	return explain_run(l->a, l->hasil, l->draf, snapshot_lookup(&l->draf->snapshot, node), jenis, BAHASA_EN);
}

static void mean_of_indicators_down_to_the_volumes(void **state)
{
	Laporan l = real_report(*state);
	const Penjelasan *p = explain(&l, "12.1.1", ANGKA_KELUARAN);
	assert_string_equal(p->kode, "3.30.06.2.01.01");
	assert_string_equal(p->nilai, "96,71");
	assert_string_equal(p->satuan, "%");
	assert_string_equal(p->aturan, "mean of 90,14; 100,00; 100,00");
	assert_int_equal(p->n_anak, 3);
	assert_string_equal(p->anak[0]->nilai, "90,14");
	assert_string_equal(p->anak[0]->aturan, "9.014,00 / 10.000,00 x 100 (unit)");
	assert_int_equal(p->anak[0]->n_anak, 0);
	/* the document prints the mean on the first indicator's line: it belongs to the mean */
	assert_string_equal(p->tercetak, "96,71");
	assert_true(p->cocok);
	assert_null(p->anak[0]->tercetak);
	assert_string_equal(p->anak[1]->tercetak, "100,00");
}

static void dropped_kegiatan_shows_beside_the_printed_figure(void **state)
{
	Laporan l = real_report(*state);
	const Penjelasan *p = explain(&l, "1", ANGKA_KELUARAN);
	assert_string_equal(p->nilai, "91,60");
	assert_string_equal(p->tercetak, "99,92");
	assert_false(p->cocok);
	assert_string_equal(p->aturan, "mean of 100,00; 100,00; 50,00; 100,00; 100,00; 99,6212…");
	assert_int_equal(p->n_anak, 6);
	assert_string_equal(p->anak[2]->nilai, "50,00");
	assert_true(p->anak[2]->cocok);
}

static void average_has_both_halves(void **state)
{
	Laporan l = real_report(*state);
	const Penjelasan *p = explain(&l, "total", ANGKA_RATA_RATA);
	assert_string_equal(p->nilai, "96,79");
	assert_string_equal(p->tercetak, "97,07");
	assert_string_equal(p->aturan, "(94,2584… + 99,3306…) / 2");
	assert_int_equal(p->n_anak, 2);
	const Penjelasan *uang = p->anak[0];
	assert_string_equal(uang->aturan, "13.245.552.743,00 / 14.052.383.491,00 x 100");
	assert_int_equal(uang->n_anak, 2);
	assert_string_equal(uang->anak[1]->nilai, "14.052.383.491,00");
	assert_int_equal(uang->anak[1]->n_anak, 15);
	const Penjelasan *leaf = uang->anak[1]->anak[0]->anak[2]->anak[0];
	assert_string_equal(leaf->nilai, "3.584.000,00");
	assert_int_equal(leaf->n_anak, 0);
	assert_int_equal(p->anak[1]->n_anak, 15);
}

/* ---- plans made here ---- */

typedef struct {
	Simpul simpul[3];
	Indikator indikator[4];
	Snapshot s;
	Kebijakan k;
} Kecil;

static IsiDesimal volume(int64_t m)
{
	return isi_desimal((Desimal){m, 2});
}

static IsiRupiah rp(int64_t rupiah)
{
	return isi_rupiah((Rupiah){100 * rupiah});
}

/* A program with two sub kegiatan: of 300 rupiah with 50 %, of 100 with 100 % and an indicator not reported. */
static Kecil *small(Arena *a)
{
	Kecil *p = ARENA_NEW(a, Kecil);
	const Simpul empty = {.kode_tertulis = "", .nomor = "", .nama = "x", .induk = SIMPUL_NONE};
	for (int i = 0; i < 3; i++)
		p->simpul[i] = empty;
	p->simpul[0].akhir = 3;
	p->simpul[0].tingkat = TINGKAT_PROGRAM;
	p->simpul[0].nama = "Program";
	for (uint32_t i = 1; i < 3; i++) {
		p->simpul[i].tingkat = TINGKAT_SUB_KEGIATAN;
		p->simpul[i].induk = 0;
		p->simpul[i].akhir = i + 1;
		p->simpul[i].nama = i == 1 ? "Pertama" : "Kedua";
		p->simpul[i].pagu = p->simpul[i].realisasi = rp(i == 1 ? 300 : 100);
		p->simpul[i].bobot = volume(i == 1 ? 4000 : 6000);
	}
	p->simpul[1].n_indikator = 1;
	p->simpul[2].indikator_awal = 1;
	p->simpul[2].n_indikator = 2;
	p->indikator[0] = (Indikator){.nama = "a", .satuan = "", .target = volume(1000), .realisasi = volume(500)};
	p->indikator[1] = (Indikator){.nama = "b", .satuan = "", .target = volume(1000), .realisasi = volume(1000)};
	p->indikator[2] = (Indikator){.nama = "c", .satuan = "", .target = volume(1000)};
	p->s = (Snapshot){.kepala = {.unit_organisasi = "Dinas", .kode_bidang = "", .nama_bidang = "", .judul = ""}, .n_simpul = 3, .simpul = p->simpul, .n_indikator = 3, .indikator = p->indikator};
	p->k = *kebijakan_default(a);
	return p;
}

static Penjelasan *explain_small(Arena *a, Kecil *p, uint32_t simpul)
{
	return explain_run(a, rollup_run(a, &p->s, &p->k), NULL, simpul, ANGKA_KELUARAN, BAHASA_EN);
}

static void blank_is_shown_but_not_counted(void **state)
{
	Kecil *k = small(*state);
	const Penjelasan *p = explain_small(*state, k, 2);
	assert_string_equal(p->aturan, "mean of 100,00 (1 of 2 reported)");
	assert_int_equal(p->n_anak, 2);
	assert_false(p->anak[1]->disertakan);
	assert_string_equal(p->anak[1]->nilai, "-");
	assert_string_equal(p->anak[1]->aturan, "no value: not reported");
	assert_null(p->tercetak);
}

static void weights_are_named(void **state)
{
	Kecil *k = small(*state);
	k->k.gulung = GULUNG_PAGU;
	const Penjelasan *p = explain_small(*state, k, 0);
	assert_string_equal(p->nilai, "62,50"); /* (300 x 50 + 100 x 100) / 400 */
	assert_non_null(strstr(p->aturan, "weighted by pagu, of 50,00 (weight 300,00); 100,00 (weight 100,00)"));
	k->k.gulung = GULUNG_BOBOT;
	p = explain_small(*state, k, 0);
	assert_string_equal(p->nilai, "80,00"); /* 0,4 x 50 + 0,6 x 100 */
	k->simpul[1].bobot = (IsiDesimal){0};
	p = explain_small(*state, k, 0);
	assert_string_equal(p->nilai, "75,00");
	assert_string_equal(p->aturan, "mean of 50,00; 100,00"); /* a missing weight: what was done is what is said */
}

static void formula_of_the_direction(void **state)
{
	Kecil *k = small(*state);
	k->k.arah = ARAH_TURUN_A;
	const Penjelasan *p = explain_small(*state, k, 1);
	assert_string_equal(p->anak[0]->nilai, "150,00");
	assert_string_equal(p->anak[0]->aturan, "(2 x 10,00 - 5,00) / 10,00 x 100 (less is better)");
	k->k.ada_maksimum = true;
	k->k.maksimum = (Desimal){120, 0};
	p = explain_small(*state, k, 1);
	assert_string_equal(p->anak[0]->nilai, "120,00");
	assert_non_null(strstr(p->anak[0]->aturan, "within the policy's bounds"));
}

/* ---- the text ---- */

static void text_of_the_tree(void **state)
{
	Laporan l = real_report(*state);
	StrBuf out = {.arena = *state};
	penjelasan_text(&out, explain(&l, "12.1.1", ANGKA_KELUARAN), false, 100, BAHASA_EN);
	assert_string_equal(strbuf_text(&out),
	                    "96,71 %  12.1.1 Sub Kegiatan Pelaksanaan Metrologi Legal, Berupa Tera, tera Ulang - keluaran\n"
	                    "         (output) [✓ line 156]\n"
	                    "         = mean of 90,14; 100,00; 100,00\n"
	                    "├─  90,14 %  Jumlah Alat Ukur, Alat Takar, Alat Timbang, dan Alat Perlengkapan Ditera Ulang\n"
	                    "│            = 9.014,00 / 10.000,00 x 100 (unit)\n"
	                    "├─ 100,00 %  Jumlah SDM [✓ line 157]\n"
	                    "│            = 84,00 / 84,00 x 100 (Orang/Bulan)\n"
	                    "└─ 100,00 %  Bulan [✓ line 157]\n"
	                    "             = 12,00 / 12,00 x 100 (Bulan)\n"
	                    "\n"
	                    "✓ the document prints the same there\n");
}

static void text_marks_what_differs(void **state)
{
	Laporan l = real_report(*state);
	StrBuf plain = {.arena = *state}, colour = {.arena = *state};
	const Penjelasan *p = explain(&l, "1", ANGKA_KELUARAN);
	penjelasan_text(&plain, p, false, 80, BAHASA_EN);
	penjelasan_text(&colour, p, true, 80, BAHASA_EN);
	assert_non_null(strstr(strbuf_text(&plain), "! the document prints 99,92 (line 18)\n"));
	assert_null(strchr(strbuf_text(&plain), '\033'));
	assert_non_null(strstr(strbuf_text(&colour), "\033[31m! the document prints 99,92\033[0m (line 18)\n"));
	for (const char *line = strbuf_text(&plain); *line; line += strcspn(line, "\n") + 1)
		assert_true(utf8_count(str_dupn(*state, line, strcspn(line, "\n"))) <= 80);
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

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(mean_of_indicators_down_to_the_volumes),
		T(dropped_kegiatan_shows_beside_the_printed_figure),
		T(average_has_both_halves),
		T(blank_is_shown_but_not_counted),
		T(weights_are_named),
		T(formula_of_the_direction),
		T(text_of_the_tree),
		T(text_marks_what_differs),
	};
	return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
