#include "app/baca.h"
#include "app/isian.h"
#include "app/jejak_app.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char *const T0 = "2023-01-03T08:00", *const T1 = "2023-04-05T08:00", *const T2 = "2023-04-12T08:00", *const T3 = "2023-05-02T08:00";

static int setup(void **state)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", T0); /* pagu 6.000.000,00 */
	rencana_uji_add(b, OPD_B, 1, "2023-01-02", 400000000, "Sub Kegiatan Pembinaan", T0); /* pagu 8.000.000,00 */
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static void enter(BukuUji *b, const char *user, const char *opd, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = opd, .tahun = 2023, .bulan = 3, .jenis = indikator ? ISIAN_VOLUME : ISIAN_UANG, .kode = kode, .indikator = indikator, .nilai = nilai,
	                     .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

/* Money 5.600.000 of 6.000.000 = 93,33 %; every output full: keluaran 100; rata-rata 96,67. */
static void fill_a(BukuUji *b, const char *pada)
{
	enter(b, "sri", OPD_A, SUB_A, 0, "900.000", pada);
	enter(b, "sri", OPD_A, SUB_B, 0, "2.700.000", pada);
	enter(b, "sri", OPD_A, SUB_C, 0, "2.000.000", pada);
	enter(b, "sri", OPD_A, SUB_A, 1, "10", pada);
	enter(b, "sri", OPD_A, SUB_A, 2, "200", pada);
	enter(b, "sri", OPD_A, SUB_B, 1, "80", pada);
	enter(b, "sri", OPD_A, SUB_C, 1, "4", pada);
}

/* Money 4.000.000 of 8.000.000 = 50 %; keluaran mean(mean(mean(50, 50), 50), 25) = 37,50; rata-rata 43,75. */
static void fill_b(BukuUji *b, const char *pada)
{
	enter(b, "dewi", OPD_B, SUB_A, 0, "500.000", pada);
	enter(b, "dewi", OPD_B, SUB_B, 0, "1.500.000", pada);
	enter(b, "dewi", OPD_B, SUB_C, 0, "2.000.000", pada);
	enter(b, "dewi", OPD_B, SUB_A, 1, "5", pada);
	enter(b, "dewi", OPD_B, SUB_A, 2, "100", pada);
	enter(b, "dewi", OPD_B, SUB_B, 1, "40", pada);
	enter(b, "dewi", OPD_B, SUB_C, 1, "1", pada);
}

/* A step without the checks, which are another's test. */
static void step(BukuUji *b, const char *opd, int revisi, const char *keadaan, const char *aksi, bool terkunci, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "made", pada, NULL);
	const BarisKeadaan row = {.opd = opd, .tahun = 2023, .bulan = 3, .revisi = revisi, .keadaan = keadaan, .aksi = aksi, .terkunci = terkunci, .alasan = "", .rencana = 1,
	                          .kondisi = "", .tanggal = ""};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_keadaan(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static void lock(BukuUji *b, const char *opd, int revisi, const char *pada)
{
	step(b, opd, revisi, "diajukan", "ajukan", false, pada);
	step(b, opd, revisi, "diverifikasi", "verifikasi", false, pada);
	step(b, opd, revisi, "disahkan", "sahkan", true, pada);
}

static const Rekap *rekap(BukuUji *b, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, pada, NULL);
	const Rekap *r;
	ErrInfo info = {0};
	if (baca_rekap(&r, k, 2023, 3, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return r;
}

static void is(BukuUji *b, IsiDesimal value, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : desimal_print_plain(b->arena, value.nilai, 2), expected);
}

static void is_money(BukuUji *b, IsiRupiah value, const char *expected)
{
	assert_string_equal(value.isi == ISI_KOSONG ? "-" : rupiah_print_plain(b->arena, value.nilai), expected);
}

static void agencies_are_merged_exactly(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	step(b, OPD_A, 1, "diajukan", "ajukan", false, T1);
	fill_b(b, T2);
	step(b, OPD_B, 1, "diajukan", "ajukan", false, T2);
	const Rekap *r = rekap(b, T3);
	assert_int_equal(r->n_baris, 2);
	is(b, r->baris[0].hasil->total.rata_rata, "96.67");
	is(b, r->baris[1].hasil->total.rata_rata, "43.75");
	assert_int_equal(r->baris[0].peringkat, 1);
	assert_int_equal(r->baris[1].peringkat, 2);
	assert_int_equal(r->baris[0].terlambat, 0);
	assert_int_equal(r->baris[1].terlambat, 2); /* due on 10 April, a Monday; handed in on the 12th */
	is_money(b, r->total.pagu, "14000000.00");
	is_money(b, r->total.realisasi, "9600000.00");
	is(b, r->total.keuangan, "68.57");
	is(b, r->total.keluaran, "68.75");
	is(b, r->total.rata_rata, "68.66"); /* (68,5714... + 68,75) / 2 = 68,6607...; of the printed figures 68,66 too */
	assert_int_equal(r->n_bidang, 1);
	assert_string_equal(r->bidang[0].kode, "2.17");
	is(b, r->bidang[0].angka.keluaran, "68.75");
}

static void the_region_may_be_weighted_by_pagu(void **state)
{
	BukuUji *b = *state;
	rencana_uji_policy(b, "[gulung]\ndaerah = pagu\n", T0);
	fill_a(b, T1);
	fill_b(b, T1);
	step(b, OPD_A, 1, "diajukan", "ajukan", false, T1);
	step(b, OPD_B, 1, "diajukan", "ajukan", false, T1);
	const Rekap *r = rekap(b, T3);
	is(b, r->total.keluaran, "64.29"); /* (100 x 6 + 37,5 x 8) / 14 */
	is(b, r->total.rata_rata, "66.43");
}

static void who_has_not_reported_counts_as_nothing(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	fill_b(b, T1);
	step(b, OPD_A, 1, "diajukan", "ajukan", false, T1);
	const Rekap *r = rekap(b, T3); /* B is a draft */
	assert_false(r->baris[1].terlapor);
	assert_string_equal(r->baris[1].keadaan, "draf");
	assert_int_equal(r->baris[1].peringkat, 0);
	assert_int_equal(r->baris[1].terlambat, 22);
	is_money(b, r->total.pagu, "14000000.00");
	is_money(b, r->total.realisasi, "5600000.00");
	is(b, r->total.keuangan, "93.33");
	is(b, r->total.keluaran, "100.00");
	assert_int_equal(r->total.terlapor, 1);
	assert_int_equal(r->total.seluruh, 2);
	const char *json = form_rekap_build(b->arena, r)->json;
	const char *row = strstr(json, "\"opd\": \"" OPD_B "\"");
	assert_non_null(row);
	assert_non_null(strstr(row, "\"pagu\": \"8000000.00\""));
	assert_true(strstr(row, "\"keuangan\": null") < strstr(row, "\"rank\": null"));
	step(b, OPD_B, 1, "diajukan", "ajukan", false, T2);
	step(b, OPD_B, 1, "draf", "kembalikan", false, T2);
	r = rekap(b, T3); /* returned: handed in once, in its time or not, but there is nothing to count */
	assert_false(r->baris[1].terlapor);
	assert_string_equal(r->baris[1].keadaan, "dikembalikan");
}

static void a_reopened_month_counts_by_its_locked_revision(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	lock(b, OPD_A, 1, T1);
	step(b, OPD_A, 2, "draf", "buka", false, T2);
	enter(b, "sri", OPD_A, SUB_A, 0, "1.000.000", T2);
	const Rekap *r = rekap(b, T3);
	assert_true(r->baris[0].terlapor);
	assert_int_equal(r->baris[0].revisi, 1);
	is_money(b, r->total.realisasi, "5600000.00");
	step(b, OPD_A, 2, "diajukan", "ajukan", false, T2);
	r = rekap(b, T3);
	assert_int_equal(r->baris[0].revisi, 2);
	is_money(b, r->total.realisasi, "5700000.00");
}

static void equal_figures_share_a_rank(void **state)
{
	(void)state;
	const IsiDesimal v[] = {{ISI_ADA, {9000, 2}}, {ISI_KOSONG, {0, 0}}, {ISI_ADA, {9500, 2}}, {ISI_ADA, {90, 0}}, {ISI_NIHIL, {0, 2}}};
	uint32_t rank[5];
	gabung_rank(v, 5, rank);
	const uint32_t expected[] = {2, 0, 1, 2, 4};
	assert_memory_equal(rank, expected, sizeof expected);
}

/* ---- RFK ---- */

static void cash(BukuUji *b, const char *opd, const char *kode, int bulan, int64_t sen)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", T0, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_anggaran_kas(k->store, (BarisAnggaranKas){.opd = opd, .tahun = 2023, .versi = 1, .kode = kode, .bulan = bulan, .sen = sen}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static const Rfk *rfk(BukuUji *b, const char *opd)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, T3, NULL);
	const Rfk *r;
	ErrInfo info = {0};
	if (baca_rfk(&r, k, opd, 2023, 3, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return r;
}

static void plan_is_set_against_actual(void **state)
{
	BukuUji *b = *state;
	cash(b, OPD_A, SUB_A, 1, 25000000);
	cash(b, OPD_A, SUB_A, 12, 75000000);
	cash(b, OPD_A, SUB_B, 1, 30000000);
	cash(b, OPD_A, SUB_B, 3, 70000000);
	cash(b, OPD_A, SUB_B, 12, 200000000);
	fill_a(b, T1);
	const Rfk *r = rfk(b, OPD_A);
	assert_true(r->ada_kas);
	is_money(b, r->bulanan[1].angka.rencana, "550000.00");
	is(b, r->bulanan[1].angka.rencana_persen, "9.17");
	is(b, r->bulanan[1].angka.selisih_poin, "-"); /* February was not reported */
	is_money(b, r->bulanan[2].angka.rencana, "1250000.00");
	is(b, r->bulanan[2].angka.rencana_persen, "20.83");
	is(b, r->bulanan[2].angka.realisasi_persen, "93.33");
	is_money(b, r->bulanan[2].angka.selisih, "4350000.00");
	is(b, r->bulanan[2].angka.selisih_poin, "72.50"); /* exact: 93,333... - 20,8333... */
	is(b, r->bulanan[2].angka.keluaran, "100.00");
	is_money(b, r->bulanan[11].angka.rencana, "4000000.00");
	assert_true(r->bulanan[3].lewat);
	is_money(b, r->baris[0].angka.rencana, "1250000.00"); /* program 2.17.01 */
	is_money(b, r->baris[4].angka.rencana, "-");          /* program 2.17.02 has none */
	is_money(b, r->total.selisih, "4350000.00");
}

static void without_cash_plan_nothing_is_made_up(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	const Rfk *r = rfk(b, OPD_A);
	assert_false(r->ada_kas);
	const TabelUmum *t = form_rfk_build(b->arena, r);
	assert_int_equal(t->bagian[0].kurva->n_deret, 2); /* realisasi and keluaran, no plan */
	assert_non_null(strstr(t->bagian[0].catatan[0], "Anggaran kas belum ada"));
	assert_non_null(strstr(t->json, "\"cash_plan\": false"));
	is(b, r->bulanan[2].angka.realisasi_persen, "93.33");
	is(b, r->bulanan[2].angka.selisih_poin, "-");
}

static void the_region_compares_those_who_reported(void **state)
{
	BukuUji *b = *state;
	cash(b, OPD_A, SUB_A, 1, 60000000);
	cash(b, OPD_B, SUB_A, 1, 80000000);
	fill_a(b, T1);
	step(b, OPD_A, 1, "diajukan", "ajukan", false, T1);
	const Rfk *r = rfk(b, "");
	assert_int_equal(r->n_baris, 2);
	assert_int_equal(r->bulanan[2].terlapor, 1);
	is_money(b, r->bulanan[2].angka.rencana, "1400000.00"); /* of both */
	is(b, r->bulanan[2].angka.rencana_persen, "10.00");
	is(b, r->bulanan[2].angka.realisasi_persen, "93.33");   /* of A's pagu */
	is_money(b, r->bulanan[2].angka.selisih, "5000000.00"); /* 5.600.000 - A's plan of 600.000 */
	is(b, r->bulanan[2].angka.selisih_poin, "83.33");       /* 93,333... - 10 */
	is_money(b, r->baris[1].angka.realisasi, "-");
}

/* An agency without an anggaran kas has no plan: what it spends is not ahead of one. */
static void the_region_compares_those_who_have_a_plan(void **state)
{
	BukuUji *b = *state;
	cash(b, OPD_A, SUB_A, 1, 60000000);
	fill_a(b, T1);
	fill_b(b, T1);
	step(b, OPD_A, 1, "diajukan", "ajukan", false, T1);
	step(b, OPD_B, 1, "diajukan", "ajukan", false, T1);
	const Rfk *r = rfk(b, "");
	const Deviasi *march = &r->bulanan[2].angka;
	is_money(b, march->rencana, "600000.00");
	is(b, march->rencana_persen, "10.00");         /* of A's pagu, 6.000.000 */
	is_money(b, march->realisasi, "9600000.00");   /* of both */
	is(b, march->realisasi_persen, "68.57");       /* 9,6 / 14 */
	is_money(b, march->selisih, "5000000.00");     /* A alone: 5.600.000 - 600.000 */
	is(b, march->selisih_poin, "83.33");
	const TabelUmum *t = form_rfk_build(b->arena, r);
	assert_non_null(strstr(t->bagian[0].catatan[1], "1 dari 2"));
}

/* ---- reports out of the ledger ---- */

static const char *const FORM[] = {"pdf", "xlsx", "html", "csv", "json", "md"};
enum { N_FORM = sizeof FORM / sizeof *FORM };

static const char *file_text(BukuUji *b, const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	StrBuf out = {.arena = b->arena};
	char part[65536];
	for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
		strbuf_addn(&out, part, got);
	fclose(file);
	*n = out.len;
	return strbuf_text(&out);
}

static void print_all(BukuUji *b, int revisi, const char *name, const char *pada)
{
	const char *path[N_FORM];
	for (int i = 0; i < N_FORM; i++)
		path[i] = buku_uji_path(b, str_format(b->arena, "%s.%s", name, FORM[i]));
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, pada, NULL);
	ErrInfo info = {0};
	if (app_bulan_report(k, &(AppBulan){OPD_A, 2023, 3, revisi}, path, N_FORM, UKURAN_F4, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static bool same(BukuUji *b, const char *one, const char *other, const char *form)
{
	size_t n, m;
	const char *x = file_text(b, buku_uji_path(b, str_format(b->arena, "%s.%s", one, form)), &n);
	const char *y = file_text(b, buku_uji_path(b, str_format(b->arena, "%s.%s", other, form)), &m);
	return n == m && memcmp(x, y, n) == 0;
}

static void a_locked_revision_prints_the_same_for_ever(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	lock(b, OPD_A, 1, T1);
	print_all(b, 0, "awal", T1);
	/* everything that a report shows changes */
	step(b, OPD_A, 2, "draf", "buka", false, T2);
	enter(b, "sri", OPD_A, SUB_A, 0, "1.000.000", T2);
	rencana_uji_add(b, OPD_A, 2, "2023-02-01", 300000000, "Sub Kegiatan Lain", T2);
	rencana_uji_policy(b, "[cetak]\ndesimal = 1\n", T2);
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", T2, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_opd(k->store, (BarisOpd){.opd = OPD_A, .nama = "Badan Baru", .kode_bidang = "9.99", .nama_bidang = "Lain", .tempat = "Lain", .kepala_jabatan = "Plt.",
	                                                    .kepala_nama = "Orang Lain", .kepala_pangkat = "", .kepala_nip = "", .aktif = 1}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	print_all(b, 1, "ulang", T3);
	print_all(b, 0, "baru", T3);
	for (int i = 0; i < N_FORM; i++) {
		assert_true(same(b, "awal", "ulang", FORM[i]));
		assert_false(same(b, "awal", "baru", FORM[i]));
	}
	size_t n;
	const char *json = file_text(b, buku_uji_path(b, "ulang.json"), &n);
	assert_non_null(strstr(json, "\"revision\": 1,\n  \"state\": \"disahkan\",\n  \"as_of\": null,\n  \"audit\": {\n    \"entry\": "));
	json = file_text(b, buku_uji_path(b, "baru.json"), &n);
	assert_non_null(strstr(json, "\"revision\": 2,\n  \"state\": \"draf\",\n  \"as_of\": null,\n  \"head\""));
}

static void the_foot_is_an_anchor(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	lock(b, OPD_A, 1, T1);
	print_all(b, 0, "awal", T1);
	size_t n;
	Jangkar *found;
	const char *html = file_text(b, buku_uji_path(b, "awal.html"), &n), *foot = strstr(html, "revisi 1 ");
	assert_non_null(foot);
	jangkar_parse(b->arena, str_dupn(b->arena, foot, strcspn(foot, "<")), &found, &n);
	assert_int_equal(n, 1);
	assert_string_equal(found[0].pemda, "99.01");
	PeriksaBuku check;
	const KonteksOptions options = {.db = b->db, .mode = STORE_PERIKSA};
	assert_int_equal(jejak_periksa(b->arena, &options, buku_uji_path(b, "awal.csv"), (Kemajuan){0}, BAHASA_EN, &check, NULL), ERR_OK);
	assert_true(check.utuh);
	assert_int_equal(check.n_jangkar, 1);
}

static void nobody_reads_what_is_not_his(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	StrBuf out = {.arena = b->arena};
	ErrInfo info = {0};
	const AppBulan month = {OPD_A, 2023, 3, 0};
	const AppOptions options = {BAHASA_EN, NULL, false, 80};
	Konteks *k = buku_uji_open(b, STORE_BACA, "dewi", T1, NULL);
	assert_int_equal(app_bulan_explain(k, &options, &month, "total", BESARAN_KEUANGAN, &out, &info), ERR_DENIED);
	const Rfk *r;
	assert_int_equal(baca_rfk(&r, k, OPD_A, 2023, 3, &info), ERR_DENIED);
	konteks_close(k);
	lock(b, OPD_A, 1, T1);
	k = buku_uji_open(b, STORE_BACA, "dewi", T1, NULL);
	assert_int_equal(app_bulan_explain(k, &options, &month, "total", BESARAN_KEUANGAN, &out, &info), ERR_OK);
	assert_int_equal(app_bulan_explain(k, &options, &month, "9.99", BESARAN_KEUANGAN, &out, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "Dinas Koperasi has no program"));
	konteks_close(k);
}

static void reading_leaves_no_trace(void **state)
{
	BukuUji *b = *state;
	fill_a(b, T1);
	lock(b, OPD_A, 1, T1);
	size_t n, m;
	const char *before = file_text(b, b->db, &n);
	rekap(b, T3);
	rfk(b, OPD_A);
	rfk(b, "");
	print_all(b, 0, "awal", T1);
	const char *after = file_text(b, b->db, &m);
	assert_int_equal(n, m);
	assert_memory_equal(before, after, n);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(agencies_are_merged_exactly), T(the_region_may_be_weighted_by_pagu), T(who_has_not_reported_counts_as_nothing),
		T(a_reopened_month_counts_by_its_locked_revision), cmocka_unit_test(equal_figures_share_a_rank), T(plan_is_set_against_actual),
		T(without_cash_plan_nothing_is_made_up), T(the_region_compares_those_who_reported), T(a_locked_revision_prints_the_same_for_ever),
		T(without_cash_plan_nothing_is_made_up), T(the_region_compares_those_who_have_a_plan), T(a_locked_revision_prints_the_same_for_ever),
		T(the_foot_is_an_anchor), T(nobody_reads_what_is_not_his), T(reading_leaves_no_trace),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
