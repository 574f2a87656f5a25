#include "base/str.h"
#include "report/tabel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

/* One program, one kegiatan, two sub kegiatan: the first with three indicators that differ, the second reporting nothing. The figures of Hasil are filled in
 * by hand: what the form makes of them is tested here, not the arithmetic. */
enum { N_SIMPUL = 4, N_INDIKATOR = 6 };

typedef struct {
	Arena *arena;
	Simpul simpul[N_SIMPUL];
	Indikator indikator[N_INDIKATOR];
	Capaian capaian[N_SIMPUL];
	IsiDesimal persen[N_INDIKATOR];
	Snapshot snapshot;
	Kebijakan kebijakan;
	Hasil hasil;
} Contoh;

static IsiDesimal dua(int64_t hundredths)
{
	return isi_desimal((Desimal){hundredths, 2});
}

static IsiRupiah rupiah(int64_t whole)
{
	return isi_rupiah((Rupiah){whole * 100});
}

static Indikator indikator(const char *nama, IsiDesimal target, IsiDesimal realisasi, const char *satuan)
{
	return (Indikator){.nama = nama, .target = target, .realisasi = realisasi, .satuan = satuan};
}

static void simpul_set(Contoh *c, uint32_t i, const char *kode, const char *nomor, const char *nama, uint32_t ind, uint32_t n)
{
	Simpul *s = &c->simpul[i];
	assert_true(kode_parse(&s->kode, kode, NULL));
	assert_true(kode_tingkat(&s->tingkat, s->kode));
	s->kode_tertulis = kode;
	s->nomor = nomor;
	s->nama = nama;
	s->induk = i == 0 ? SIMPUL_NONE : i < 3 ? i - 1 : 1;
	s->akhir = i < 2 ? N_SIMPUL : i + 1;
	s->indikator_awal = ind;
	s->n_indikator = n;
}

static Capaian capaian(IsiRupiah pagu, IsiRupiah realisasi, IsiDesimal keuangan, IsiDesimal keluaran, IsiDesimal rata)
{
	return (Capaian){.pagu = pagu, .realisasi = realisasi, .keuangan = keuangan, .keluaran = keluaran, .keluaran_anak = keluaran, .rata_rata = rata,
	                 .predikat = -1, .terlapor = 1, .seluruh = 1};
}

static int setup(void **state)
{
	Contoh *c = test_calloc(1, sizeof *c);
	c->arena = arena_new();
	simpul_set(c, 0, "2.17.1", "1", "Program Penunjang", 0, 1);
	simpul_set(c, 1, "2.17.01.2.01", "1,1", "Kegiatan  Perencanaan\n", 1, 1);
	simpul_set(c, 2, "2.17.01.2.01.01", "1.1.1.", "Sub Kegiatan Penyusunan", 2, 3);
	simpul_set(c, 3, "2.17.01.2.01.06", "", "Sub Kegiatan Koordinasi", 5, 1);
	c->indikator[0] = indikator("Persentase capaian", dua(10000), dua(9992), "%");
	c->indikator[0].gema = true;
	c->indikator[1] = indikator("Opini", (IsiDesimal){0}, (IsiDesimal){0}, "Predikat");
	c->indikator[1].target_teks = "WTP";
	c->indikator[2] = indikator("Alat ukur ditera", dua(1000000), isi_desimal((Desimal){90140, 1}), "unit");
	c->indikator[3] = indikator("Jumlah SDM", dua(8400), isi_desimal((Desimal){84125, 3}), "Orang/\nBulan");
	c->indikator[4] = indikator("Bulan", dua(1200), (IsiDesimal){0}, "Bulan");
	c->indikator[5] = indikator("Laporan", (IsiDesimal){0}, isi_desimal((Desimal){0, 2}), "Laporan");
	c->persen[2] = dua(9014);
	c->persen[3] = dua(10015);

	c->capaian[0] = capaian(rupiah(9627340537), rupiah(9266893551), dua(9626), dua(9160), dua(9393));
	c->capaian[0].keluaran_sendiri = (IsiDesimal){0};
	c->capaian[1] = capaian(rupiah(496951897), rupiah(423984336), dua(8532), dua(9514), dua(9023));
	c->capaian[1].seluruh = 2;
	c->capaian[2] = capaian(rupiah(309730949), rupiah(246396436), dua(7955), dua(9514), dua(8735));
	c->capaian[2].terlapor = 2;
	c->capaian[2].seluruh = 3;
	c->capaian[2].predikat = 0;
	c->capaian[3] = capaian((IsiRupiah){0}, isi_rupiah((Rupiah){0}), (IsiDesimal){0}, (IsiDesimal){0}, (IsiDesimal){0});
	c->capaian[3].terlapor = 0;

	c->kebijakan = *kebijakan_default(c->arena);
	c->kebijakan.n_pita = 1;
	c->kebijakan.pita[0].nama = "Tinggi";
	c->kebijakan.hash = "9f3c1e520000000000000000000000000000000000000000000000000000" "08a7";
	c->snapshot = (Snapshot){
		.kepala = {"", "2.17", "Koperasi", "Dinas Perdagangan", 2023, 12, {2023, 12, 29}},
		.n_simpul = N_SIMPUL, .simpul = c->simpul, .n_indikator = N_INDIKATOR, .indikator = c->indikator,
		.narasi = {"", "dijadwalkan ulang"},
		.tanda_tangan = {"Singaraja", {2024, 1, 3}, "Kepala Perangkat Daerah,", "Nama Kepala", "Pembina", "19700101 199503 1 001"},
	};
	c->hasil = (Hasil){.snapshot = &c->snapshot, .kebijakan = &c->kebijakan, .simpul = c->capaian, .indikator = c->persen, .total = c->capaian[0]};
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	Contoh *c = *state;
	arena_free(c->arena);
	test_free(c);
	return 0;
}

static void codes_and_numbers_are_normalised(void **state)
{
	Contoh *c = *state;
	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, NULL);
	assert_int_equal(f->n_blok, N_SIMPUL);
	assert_string_equal(f->blok[0].kode.teks, "2.17.01");
	assert_null(f->blok[0].kode.tercetak);
	assert_string_equal(f->blok[0].nama.teks, "1 Program Penunjang");
	assert_string_equal(f->blok[1].nama.teks, "1.1 Kegiatan Perencanaan");
	assert_string_equal(f->blok[2].nama.teks, "1.1.1 Sub Kegiatan Penyusunan");
	assert_string_equal(f->blok[3].nama.teks, "Sub Kegiatan Koordinasi");
	assert_string_equal(f->blok[2].baris[1].satuan.teks, "Orang/ Bulan");
}

static void a_code_that_is_none_stays_as_written(void **state)
{
	Contoh *c = *state;
	c->simpul[0].kode = (Kode){0};
	c->simpul[0].kode_tertulis = "X-1";
	assert_string_equal(form_laporan_build(c->arena, &c->hasil, NULL)->blok[0].kode.teks, "X-1");
}

static void numbers_have_two_decimals_and_more_only_if_needed(void **state)
{
	Contoh *c = *state;
	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, NULL);
	const BlokForm *sub = &f->blok[2];
	assert_string_equal(sub->pagu.teks, "309.730.949,00");
	assert_string_equal(sub->keuangan.teks, "79,55");
	assert_string_equal(sub->rata_rata.teks, "87,35");
	assert_string_equal(sub->baris[0].target.teks, "10.000,00");
	assert_string_equal(sub->baris[0].volume.teks, "9.014,00");
	assert_string_equal(sub->baris[1].volume.teks, "84,125");
	assert_string_equal(sub->predikat, "Tinggi");
	assert_string_equal(f->blok[0].predikat, "");
}

static void blank_zero_and_no_value_look_different(void **state)
{
	Contoh *c = *state;
	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, NULL);
	const BlokForm *sub = &f->blok[3];
	assert_string_equal(sub->pagu.teks, "");               /* a blank fact */
	assert_string_equal(sub->realisasi.teks, "0,00");      /* reported: nothing spent */
	assert_string_equal(sub->keuangan.teks, "-");          /* a figure that has no value */
	assert_string_equal(sub->baris[0].target.teks, "");
	assert_string_equal(sub->baris[0].volume.teks, "0,00");
	assert_string_equal(sub->baris[0].keluaran.teks, "-");
	assert_string_equal(f->blok[1].baris[0].target.teks, "WTP");
	assert_int_equal(f->blok[1].baris[0].target.jenis, ISI_SEL_TEKS);
	c->capaian[0].pagu = (IsiRupiah){0};                   /* a sum that has no operand */
	assert_string_equal(form_laporan_build(c->arena, &c->hasil, NULL)->blok[0].pagu.teks, "-");
}

static void an_echo_shows_the_computed_figure(void **state)
{
	Contoh *c = *state;
	const BlokForm *program = &form_laporan_build(c->arena, &c->hasil, NULL)->blok[0];
	assert_false(program->keluaran_per_baris);
	assert_true(program->baris[0].gema);
	assert_string_equal(program->baris[0].volume.teks, "91,60");
	assert_string_equal(program->baris[0].keluaran.teks, "91,60");
	assert_int_equal(program->n_catatan, 0);
}

static void a_mean_that_lines_do_not_show_gets_a_line(void **state)
{
	Contoh *c = *state;
	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, NULL);
	const BlokForm *sub = &f->blok[2];
	assert_true(sub->keluaran_per_baris);
	assert_string_equal(sub->baris[0].keluaran.teks, "90,14");
	assert_string_equal(sub->baris[2].keluaran.teks, "-");
	assert_int_equal(sub->n_catatan, 1);
	assert_int_equal(sub->catatan[0].jenis, CATATAN_RATA);
	assert_string_equal(sub->catatan[0].teks, "Rata-rata keluaran (2 dari 3 indikator terlapor)");
	assert_string_equal(sub->catatan[0].keluaran.teks, "95,14");
	assert_string_equal(f->blok[1].catatan[0].teks, "Rata-rata keluaran (1 dari 2 sub kegiatan terlapor)");
	assert_int_equal(f->blok[3].n_catatan, 0);             /* nothing reported: "-" says it all */
}

static void equal_lines_need_no_mean(void **state)
{
	Contoh *c = *state;
	for (int i = 2; i < 5; i++)
		c->persen[i] = dua(10000);
	c->capaian[2].keluaran = dua(10000);
	c->capaian[2].terlapor = 3;
	assert_int_equal(form_laporan_build(c->arena, &c->hasil, NULL)->blok[2].n_catatan, 0);
}

static void a_parent_that_disagrees_with_its_own_indicator_says_so(void **state)
{
	Contoh *c = *state;
	c->indikator[0].gema = false;
	c->capaian[0].keluaran_sendiri = dua(9992);
	const BlokForm *blok = &form_laporan_build(c->arena, &c->hasil, NULL)->blok[0];
	assert_string_equal(blok->baris[0].volume.teks, "99,92");
	assert_string_equal(blok->baris[0].keluaran.teks, "91,60");
	assert_int_equal(blok->n_catatan, 1);
	assert_int_equal(blok->catatan[0].jenis, CATATAN_SENDIRI);
	assert_string_equal(blok->catatan[0].keluaran.teks, "99,92");

	c->kebijakan.induk = INDUK_SENDIRI;
	c->capaian[0].keluaran = dua(9992);
	c->persen[0] = dua(9992);
	blok = &form_laporan_build(c->arena, &c->hasil, NULL)->blok[0];
	assert_true(blok->keluaran_per_baris);
	assert_string_equal(blok->baris[0].keluaran.teks, "99,92");
	assert_int_equal(blok->n_catatan, 1);
	assert_string_equal(blok->catatan[0].keluaran.teks, "91,60");
}

static void a_node_without_indicators_has_one_line(void **state)
{
	Contoh *c = *state;
	c->simpul[3].n_indikator = 0;
	const BlokForm *blok = &form_laporan_build(c->arena, &c->hasil, NULL)->blok[3];
	assert_int_equal(blok->n_baris, 1);
	assert_true(blok->baris[0].nomor_indikator == INDIKATOR_NONE);
	assert_string_equal(blok->baris[0].keluaran.teks, "-");
	assert_string_equal(blok->baris[0].satuan.teks, "");
}

static void head_total_and_foot_are_complete(void **state)
{
	Contoh *c = *state;
	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, NULL);
	assert_string_equal(f->kepala[0].isi, "2.17 Koperasi");
	assert_string_equal(f->kepala[2].label, "LAPORAN CAPAIAN BULAN");
	assert_string_equal(f->kepala[2].isi, "DESEMBER");
	assert_string_equal(f->kepala[3].isi, "2023");
	assert_string_equal(f->kepala[4].isi, "29 Desember 2023");
	assert_string_equal(f->jumlah[2].isi, "2");
	assert_string_equal(f->total.target.teks, "100,00");
	assert_string_equal(f->total.volume.teks, "91,60");
	assert_string_equal(f->total.satuan.teks, "%");
	assert_string_equal(f->total.rata_rata.teks, "93,93");
	assert_string_equal(f->tindak_lanjut, "dijadwalkan ulang");
	assert_string_equal(f->tempat_tanggal, "Singaraja, 3 Januari 2024");
	assert_string_equal(f->nip, "NIP 19700101 199503 1 001");
	assert_string_equal(f->kaki_kebijakan, "Kebijakan Bawaan versi 1 · 9f3c1e52…08a7");
	assert_string_equal(f->kaki_data, "data 29 Desember 2023");
	for (int i = 0; i < 9; i++)
		assert_true(str_starts(f->keterangan[i], "Kolom ("));
}

static void an_empty_report_is_a_form_too(void **state)
{
	Contoh *c = *state;
	Snapshot empty = {.kepala = {"", "", "", "", 0, 0, {0}}, .narasi = {"", ""}, .tanda_tangan = {"", {0}, "", "", "", ""}};
	Hasil none = {.snapshot = &empty, .kebijakan = &c->kebijakan, .total.predikat = -1};
	const TabelForm *f = form_laporan_build(c->arena, &none, NULL);
	assert_int_equal(f->n_blok, 0);
	assert_string_equal(f->kepala[3].isi, "");
	assert_string_equal(f->total.pagu.teks, "-");
	assert_string_equal(f->tempat_tanggal, "");
	assert_string_equal(f->nip, "");
	assert_string_equal(f->kaki_data, "");
}

static Tertulis tertulis(const char *text)
{
	return (Tertulis){.teks = text, .angka = angka_parse(text, NOTASI_ID), .n_bagian = 1};
}

static void printed_figures_stay_where_they_differ(void **state)
{
	Contoh *c = *state;
	TertulisSimpul written[N_SIMPUL];
	TertulisIndikator lines[N_INDIKATOR];
	memset(written, 0, sizeof written);
	memset(lines, 0, sizeof lines);
	Tertulis none = tertulis("");
	for (int i = 0; i < N_SIMPUL; i++)
		written[i].pagu = written[i].realisasi = written[i].keuangan = written[i].keluaran = written[i].rata_rata = none;
	for (int i = 0; i < N_INDIKATOR; i++)
		lines[i].target = lines[i].realisasi = lines[i].keluaran = none;
	written[0].pagu = tertulis("9.627.340.537");          /* the same, printed without decimals */
	written[0].keluaran = tertulis("99,92");
	written[0].keuangan = tertulis("-");
	lines[0].realisasi = tertulis("99,92");
	lines[2].keluaran = tertulis("96,71");
	lines[4].keluaran = tertulis("#DIV/0!");
	Draf draf = {.snapshot = c->snapshot, .simpul = written, .indikator = lines, .ada_total = true};
	draf.total.keluaran = tertulis("99,89");
	draf.total.pagu = draf.total.target = draf.total.realisasi = draf.total.volume = draf.total.keuangan = draf.total.rata_rata = none;

	const TabelForm *f = form_laporan_build(c->arena, &c->hasil, &draf);
	assert_string_equal(f->blok[0].kode.tercetak, "2.17.1");
	assert_null(f->blok[1].kode.tercetak);
	assert_null(f->blok[0].pagu.tercetak);
	assert_null(f->blok[0].rata_rata.tercetak);            /* the source printed none */
	assert_string_equal(f->blok[0].keuangan.tercetak, "-");
	assert_string_equal(f->blok[0].baris[0].keluaran.tercetak, "99,92");
	assert_string_equal(f->blok[0].baris[0].volume.tercetak, "99,92");
	assert_string_equal(f->blok[2].baris[0].keluaran.tercetak, "96,71");
	assert_string_equal(f->blok[2].baris[2].keluaran.tercetak, "#DIV/0!");
	assert_null(f->blok[2].catatan[0].keluaran.tercetak);
	assert_string_equal(f->total.keluaran.tercetak, "99,89");
	assert_null(f->total.pagu.tercetak);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(codes_and_numbers_are_normalised, setup, teardown),
		cmocka_unit_test_setup_teardown(a_code_that_is_none_stays_as_written, setup, teardown),
		cmocka_unit_test_setup_teardown(numbers_have_two_decimals_and_more_only_if_needed, setup, teardown),
		cmocka_unit_test_setup_teardown(blank_zero_and_no_value_look_different, setup, teardown),
		cmocka_unit_test_setup_teardown(an_echo_shows_the_computed_figure, setup, teardown),
		cmocka_unit_test_setup_teardown(a_mean_that_lines_do_not_show_gets_a_line, setup, teardown),
		cmocka_unit_test_setup_teardown(equal_lines_need_no_mean, setup, teardown),
		cmocka_unit_test_setup_teardown(a_parent_that_disagrees_with_its_own_indicator_says_so, setup, teardown),
		cmocka_unit_test_setup_teardown(a_node_without_indicators_has_one_line, setup, teardown),
		cmocka_unit_test_setup_teardown(head_total_and_foot_are_complete, setup, teardown),
		cmocka_unit_test_setup_teardown(an_empty_report_is_a_form_too, setup, teardown),
		cmocka_unit_test_setup_teardown(printed_figures_stay_where_they_differ, setup, teardown),
	};
	return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
