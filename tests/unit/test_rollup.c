/* Hand-worked figures on the structure of the real report (examples/laporan-capaian-2023-12.tsv), and each option of the policy. */
#include "engine/rollup.h"

#include "base/str.h"
#include "document/document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

/* A plan under construction: nodes are added in the order of the form. */
typedef struct {
	Simpul simpul[80];
	Indikator indikator[160];
	Snapshot s;
	Kebijakan k;
} Rencana;

static IsiRupiah rp(int64_t rupiah)
{
	return isi_rupiah((Rupiah){rupiah * 100});
}

static IsiDesimal volume(int64_t hundredths)
{
	return isi_desimal((Desimal){hundredths, 2});
}

static uint32_t node(Rencana *r, Tingkat tingkat)
{
	uint32_t i = r->s.n_simpul++, induk = SIMPUL_NONE;
	for (uint32_t j = i; j-- > 0 && induk == SIMPUL_NONE;)
		if (r->simpul[j].tingkat < tingkat)
			induk = j;
	r->simpul[i] = (Simpul){.tingkat = tingkat, .kode_tertulis = "", .nomor = "", .nama = "", .induk = induk, .akhir = i + 1,
	                        .indikator_awal = r->s.n_indikator};
	for (uint32_t j = induk; j != SIMPUL_NONE; j = r->simpul[j].induk)
		r->simpul[j].akhir = i + 1;
	return i;
}

static uint32_t program(Rencana *r)
{
	return node(r, TINGKAT_PROGRAM);
}

static uint32_t kegiatan(Rencana *r)
{
	return node(r, TINGKAT_KEGIATAN);
}

static uint32_t sub(Rencana *r, int64_t pagu, int64_t realisasi)
{
	uint32_t i = node(r, TINGKAT_SUB_KEGIATAN);
	r->simpul[i].pagu = rp(pagu);
	r->simpul[i].realisasi = rp(realisasi);
	return i;
}

/* Adds an indicator to the last node; volumes in hundredths, NO for a blank. */
enum { NO = INT32_MIN };
static Indikator *ind(Rencana *r, int64_t target, int64_t realisasi)
{
	Indikator *p = &r->indikator[r->s.n_indikator++];
	*p = (Indikator){.nama = "", .satuan = ""};
	if (target != NO)
		p->target = volume(target);
	if (realisasi != NO)
		p->realisasi = volume(realisasi);
	r->simpul[r->s.n_simpul - 1].n_indikator++;
	return p;
}

static Rencana *plan(Arena *a)
{
	Rencana *r = ARENA_NEW(a, Rencana);
	r->s.simpul = r->simpul;
	r->s.indikator = r->indikator;
	r->k = *kebijakan_default(a);
	return r;
}

static const Hasil *run(Arena *a, Rencana *r)
{
	return rollup_run(a, &r->s, &r->k);
}

#define assert_percent(x, hundredths)                 \
	do {                                              \
		assert_int_not_equal((x).isi, ISI_KOSONG);    \
		assert_int_equal((x).nilai.m, (hundredths)); \
		assert_int_equal((x).nilai.scale, 2);         \
	} while (0)
#define assert_none(x) assert_int_equal((x).isi, ISI_KOSONG)

static void add_program_12(Rencana *r)
{
	program(r);
	kegiatan(r);
	sub(r, 260090813, 253633196);
	ind(r, 1000000, 901400);
	ind(r, 8400, 8400);
	ind(r, 1200, 1200);
	sub(r, 89669612, 85495332);
	ind(r, 3000, 3000);
	ind(r, 2400, 2400);
	ind(r, 1200, 1200);
}

static void metrology_as_in_the_report(void **state)
{
	Rencana *r = plan(*state);
	add_program_12(r);
	const Hasil *h = run(*state, r);
	assert_percent(h->indikator[0], 9014);
	assert_percent(h->simpul[2].keluaran, 9671); /* (90,14 + 100 + 100) / 3 = 96,7133.. */
	assert_percent(h->simpul[2].keuangan, 9752);
	assert_percent(h->simpul[1].keluaran, 9836); /* (96,7133.. + 100) / 2 = 98,3566.. */
	assert_percent(h->simpul[0].keluaran, 9836);
	assert_percent(h->simpul[0].keuangan, 9696);
	assert_int_equal(h->total.pagu.nilai.sen, 34976042500);
	assert_int_equal(h->total.realisasi.nilai.sen, 33912852800);
	assert_int_equal(h->n_eksak, 0);
	assert_int_equal(h->simpul[2].terlapor, 3);
	assert_int_equal(h->simpul[2].seluruh, 3);
}

/* ---- the real report ---- */

static void program_1_with_all_its_kegiatan(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	for (int i = 0; i < 6; i++) {
		kegiatan(r);
		if (i == 5) { /* 1.6: mean(98,8636..; 100; 100), the first mean(43/44; 12/12) */
			sub(r, 208791065, 170279928);
			ind(r, 4400, 4300);
			ind(r, 1200, 1200);
			sub(r, 113811672, 105666736);
			ind(r, 100, 100);
		}
		sub(r, i == 2 ? 3584000 : 29450000, i == 2 ? 2536522 : 27566993);
		ind(r, i == 2 ? 200 : 100, 100); /* 1.3: 1 of 2 */
	}
	const Hasil *h = run(*state, r);
	uint32_t kegiatan[6];
	assert_int_equal(rollup_children(&r->s, 0, kegiatan, 6), 6);
	assert_percent(h->simpul[kegiatan[2]].keluaran, 5000);
	assert_percent(h->simpul[kegiatan[2]].keuangan, 7077);
	assert_percent(h->simpul[kegiatan[5] + 1].keluaran, 9886);
	assert_percent(h->simpul[kegiatan[5]].keluaran, 9962);
	assert_percent(h->simpul[0].keluaran, 9160);
	assert_int_equal(h->total.seluruh, 1);
}

static void whole_report_from_the_file(void **state)
{
	Arena *a = *state;
	Draf *draf;
	const char *path = str_format(a, "%s/examples/laporan-capaian-2023-12.tsv", getenv("CAPAIAN_SOURCE"));
	assert_int_equal(document_read(&draf, a, path, BAHASA_EN, NULL), ERR_OK);
	const Snapshot *s = &draf->snapshot;
	const Hasil *h = rollup_run(a, s, kebijakan_default(a));
	assert_int_equal(h->total.pagu.nilai.sen, 1405238349100);
	assert_int_equal(h->total.realisasi.nilai.sen, 1324555274300);
	assert_percent(h->total.keuangan, 9426);
	assert_percent(h->total.keluaran, 9933);
	assert_percent(h->total.rata_rata, 9679);
	assert_string_equal(h->kebijakan->pita[h->total.predikat].nama, "Sangat Tinggi");
	assert_percent(h->simpul[snapshot_lookup(s, "1")].keluaran, 9160);
	assert_percent(h->simpul[snapshot_lookup(s, "1.6")].keluaran, 9962);
	assert_percent(h->simpul[snapshot_lookup(s, "12.1")].keluaran, 9836);
	assert_percent(h->simpul[snapshot_lookup(s, "12.1.1")].keluaran, 9671);
	assert_percent(h->simpul[snapshot_lookup(s, "11.2")].keuangan, 1792);
	assert_int_equal(h->n_eksak, 0);
}

/* Column 8 of the total: the mean of the printed 94,26 and 99,89 would print 97,08. */
static void rounds_once(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 1000000, 942584);
	ind(r, 1000000, 998853);
	const Hasil *h = run(*state, r);
	assert_percent(h->total.keuangan, 9426);
	assert_percent(h->total.keluaran, 9989);
	assert_percent(h->total.rata_rata, 9707);
}

/* ---- presence ---- */

static void blank_is_left_out_and_counted(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 100, 50);
	ind(r, 1000, 400);
	ind(r, 1000, NO);
	ind(r, 1000, 0);
	sub(r, 100, 100);
	ind(r, 1000, NO);
	r->simpul[3].realisasi = (IsiRupiah){0};
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[2].keluaran, 2000); /* (40 + 0) / 2 */
	assert_int_equal(h->simpul[2].terlapor, 2);
	assert_int_equal(h->simpul[2].seluruh, 3);
	assert_int_equal(h->indikator[2].isi, ISI_NIHIL);
	assert_none(h->simpul[3].keluaran);
	assert_none(h->simpul[3].keuangan);
	assert_none(h->simpul[3].realisasi);
	assert_none(h->simpul[3].rata_rata);
	assert_int_equal(h->simpul[3].predikat, -1);
	assert_percent(h->simpul[1].keluaran, 2000); /* of the one child that has a value */
	assert_percent(h->simpul[1].keuangan, 2500); /* 50 of all the budget, 200 */
	assert_int_equal(h->simpul[1].terlapor, 1);
	assert_int_equal(h->simpul[1].seluruh, 2);
}

static void blank_as_zero_by_policy(void **state)
{
	Rencana *r = plan(*state);
	r->k.kosong = KOSONG_NOL;
	r->k.arah = ARAH_TURUN_B; /* where a realised zero would earn 100 */
	program(r);
	kegiatan(r);
	sub(r, 100, 0);
	r->simpul[2].realisasi = (IsiRupiah){0};
	ind(r, 1000, 2000);
	ind(r, 1000, NO);
	ind(r, NO, NO);
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[2].keluaran, 2500); /* (50 + 0) / 2; without a target there is nothing to report */
	assert_percent(h->simpul[2].keuangan, 0);
	assert_none(h->simpul[2].realisasi);
	assert_int_equal(h->simpul[2].terlapor, 1);
	assert_int_equal(h->simpul[2].seluruh, 3);
}

static void no_target_and_no_budget_give_no_figure(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 0, 5);
	ind(r, 0, 500);
	ind(r, NO, 500);
	ind(r, NO, 500)->target_teks = "WTP";
	ind(r, 100, NO)->realisasi_teks = "WTP";
	sub(r, 0, 0);
	ind(r, 100, 50);
	const Hasil *h = run(*state, r);
	for (int j = 0; j < 4; j++)
		assert_none(h->indikator[j]);
	assert_none(h->simpul[2].keluaran);
	assert_none(h->simpul[2].keuangan);
	assert_int_equal(h->simpul[2].seluruh, 4);
	assert_percent(h->simpul[3].keluaran, 5000);
	assert_none(h->simpul[3].rata_rata); /* half a figure is none */
	assert_int_equal(h->total.pagu.isi, ISI_NIHIL);
	assert_null(rollup_exact(*state, &r->s, &r->k, 3, ANGKA_RATA_RATA));
	assert_null(rollup_exact_indikator(*state, &r->s, &r->k, 0));
}

static void empty_plan_has_no_figures(void **state)
{
	Rencana *r = plan(*state);
	const Hasil *h = run(*state, r);
	assert_none(h->total.pagu);
	assert_none(h->total.keuangan);
	assert_none(h->total.keluaran);
	assert_int_equal(h->total.seluruh, 0);
	assert_int_equal(rollup_children(&r->s, SIMPUL_TOTAL, NULL, 0), 0);
}

/* ---- indicators ---- */

static void directions(void **state)
{
	static const struct { Arah arah; int64_t target, realisasi, capaian; } CASES[] = {
		{ARAH_NAIK, 1000, 1200, 12000},    {ARAH_TURUN_A, 1000, 1200, 8000},  {ARAH_TURUN_B, 1000, 1200, 8333},
		{ARAH_TURUN_A, 1000, 500, 15000},  {ARAH_TURUN_B, 1000, 500, 20000},  {ARAH_TURUN_A, 1000, 2500, -5000},
		{ARAH_TURUN_B, 1000, 0, 10000},    {ARAH_TURUN_A, 1000, 0, 20000},    {ARAH_RENTANG, 1000, 1000, 10000},
		{ARAH_RENTANG, 1000, 800, 8000},   {ARAH_RENTANG, 1000, 1300, 7000},
	};
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		Rencana *r = plan(*state);
		r->k.arah = CASES[i].arah;
		program(r);
		kegiatan(r);
		sub(r, 100, 100);
		ind(r, CASES[i].target, CASES[i].realisasi);
		const Hasil *h = run(*state, r);
		assert_percent(h->indikator[0], CASES[i].capaian);
		assert_percent(h->total.keluaran, CASES[i].capaian);
	}
}

static void range_by_rule_and_by_text(void **state)
{
	Rencana *r = plan(*state);
	AturanIndikator aturan = {.pola = "pH", .satuan = "", .arah = ARAH_RENTANG, .ada_rentang = true, .rentang_bawah = {6, 0}, .rentang_atas = {85, 1}};
	AturanIndikator teks = {.pola = "suhu", .satuan = "", .arah = ARAH_RENTANG};
	AturanIndikator aturan_semua[] = {aturan, teks};
	r->k.indikator = aturan_semua;
	r->k.n_indikator = 2;
	program(r);
	kegiatan(r);
	sub(r, 100, 100);
	ind(r, NO, 300)->nama = "pH air";   /* 3 / 6 */
	ind(r, NO, 850)->nama = "pH air";   /* inside */
	ind(r, NO, 1020)->nama = "pH air";  /* (17 - 10,2) / 8,5 */
	Indikator *suhu = ind(r, NO, 3000); /* (50 - 30) / 25 */
	suhu->nama = "suhu";
	suhu->target_teks = "20-25";
	const Hasil *h = run(*state, r);
	assert_percent(h->indikator[0], 5000);
	assert_percent(h->indikator[1], 10000);
	assert_percent(h->indikator[2], 8000);
	assert_percent(h->indikator[3], 8000);
}

static void cap_and_floor(void **state)
{
	Rencana *r = plan(*state);
	r->k.ada_maksimum = r->k.ada_minimum = true;
	r->k.maksimum = (Desimal){1005, 1};
	r->k.minimum = (Desimal){10, 0};
	program(r);
	kegiatan(r);
	sub(r, 100, 400);
	ind(r, 100, 300);
	ind(r, 100, 100);
	ind(r, 100, 5);
	const Hasil *h = run(*state, r);
	assert_percent(h->indikator[0], 10050);
	assert_percent(h->indikator[2], 1000);
	assert_percent(h->total.keluaran, 7017);  /* (100,5 + 100 + 10) / 3 */
	assert_percent(h->total.keuangan, 40000); /* money is not capped */
}

static void scales_of_volumes_do_not_matter(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 100, 100);
	ind(r, 100, 100)->realisasi = isi_desimal((Desimal){500000, 6});
	ind(r, 100, 100)->target = isi_desimal((Desimal){INT64_MAX, 0}); /* needs more than 64 bits at one scale */
	const Hasil *h = run(*state, r);
	assert_percent(h->indikator[0], 5000);
	assert_percent(h->indikator[1], 0);
	assert_percent(h->total.keluaran, 2500);
}

/* ---- roll-up ---- */

static void weighted_by_pagu(void **state)
{
	Rencana *r = plan(*state);
	r->k.gulung = GULUNG_PAGU;
	program(r);
	kegiatan(r);
	sub(r, 300, 300);
	ind(r, 100, 50);
	sub(r, 100, 100);
	ind(r, 100, 100);
	assert_percent(run(*state, r)->total.keluaran, 6250); /* (300 x 50 + 100 x 100) / 400 */
	r->simpul[3].pagu = (IsiRupiah){0};
	assert_percent(run(*state, r)->total.keluaran, 7500); /* a weight is missing: plain mean */
	r->simpul[2].pagu = r->simpul[3].pagu = rp(0);
	assert_percent(run(*state, r)->total.keluaran, 7500); /* nothing weighs anything */
	r->simpul[2].pagu = rp(7);
	assert_percent(run(*state, r)->total.keluaran, 5000); /* a weight of zero is a weight */
	r->simpul[3].pagu = rp(-7);
	assert_percent(run(*state, r)->total.keluaran, 7500); /* a negative one is not */
}

static void weighted_by_bobot(void **state)
{
	Rencana *r = plan(*state);
	r->k.gulung = r->k.gulung_indikator = GULUNG_BOBOT;
	program(r);
	r->simpul[0].bobot = volume(100);
	kegiatan(r);
	r->simpul[1].bobot = volume(100);
	sub(r, 300, 300);
	r->simpul[2].bobot = volume(2500);
	ind(r, 100, 50)->bobot = volume(6000);
	ind(r, 100, 100)->bobot = volume(4000);
	sub(r, 100, 100);
	r->simpul[3].bobot = isi_desimal((Desimal){75, 0});
	ind(r, 100, 100);
	ind(r, 100, NO); /* no value: its missing weight does not matter */
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[2].keluaran, 7000); /* 0,6 x 50 + 0,4 x 100 */
	assert_percent(h->total.keluaran, 9250);     /* 0,25 x 70 + 0,75 x 100 */
	r->indikator[0].bobot = (IsiDesimal){0};
	h = run(*state, r);
	assert_percent(h->simpul[2].keluaran, 7500);
}

static void parent_from_children_or_its_own(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	ind(r, 100, 80);
	ind(r, 100, 60)->gema = true;
	kegiatan(r);
	ind(r, 100, 100)->gema = true;
	sub(r, 100, 100);
	ind(r, 100, 50);
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[0].keluaran, 5000);
	assert_percent(h->simpul[0].keluaran_anak, 5000);
	assert_percent(h->simpul[0].keluaran_sendiri, 8000);
	assert_none(h->indikator[1]);
	assert_none(h->simpul[1].keluaran_sendiri);
	assert_percent(h->simpul[2].keluaran_anak, 5000);
	assert_none(h->simpul[2].keluaran_sendiri);
	r->k.induk = INDUK_SENDIRI;
	h = run(*state, r);
	assert_percent(h->simpul[0].keluaran, 8000);
	assert_none(h->simpul[0].keluaran_anak); /* its kegiatan has no figure of its own */
	assert_percent(h->simpul[1].keluaran_anak, 5000);
	assert_none(h->simpul[1].keluaran); /* the other is not taken in silence */
	assert_percent(h->total.keluaran, 8000);
	assert_int_equal(h->simpul[0].seluruh, 1);
}

static void parent_without_children_is_a_leaf(void **state)
{
	Rencana *r = plan(*state);
	uint32_t alone = program(r);
	r->simpul[alone].pagu = rp(200);
	r->simpul[alone].realisasi = rp(50);
	ind(r, 100, 40);
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[alone].keuangan, 2500);
	assert_percent(h->simpul[alone].keluaran, 4000);
	assert_percent(h->simpul[alone].keluaran_sendiri, 4000);
	assert_none(h->simpul[alone].keluaran_anak);
	assert_percent(h->total.rata_rata, 3250);
}

static void money_too_large_is_said_so(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	for (int i = 0; i < 2; i++) {
		sub(r, 1, 1);
		r->simpul[2 + i].pagu.nilai.sen = INT64_MAX - 1;
		ind(r, 100, 100);
	}
	const Hasil *h = run(*state, r);
	assert_false(h->simpul[2].luapan);
	assert_true(h->simpul[1].luapan);
	assert_true(h->total.luapan);
	assert_none(h->total.pagu);
	assert_none(h->total.keuangan);
	assert_percent(h->total.keluaran, 10000);
	r->simpul[2].pagu.nilai.sen = -5; /* back within 64 bits */
	assert_false(run(*state, r)->total.luapan);
}

/* ---- print ---- */

static IsiDesimal rounded(Arena *a, int64_t target, int64_t realisasi, uint8_t desimal, Pembulatan mode)
{
	Rencana *r = plan(a);
	r->k.desimal = desimal;
	r->k.pembulatan = mode;
	program(r);
	kegiatan(r);
	sub(r, 100, 100);
	ind(r, target, realisasi);
	return run(a, r)->total.keluaran;
}

static void rounds_by_the_policy(void **state)
{
	Arena *a = *state;
	assert_int_equal(rounded(a, 100000, 12345, 2, BULAT_JAUH_NOL).nilai.m, 1235); /* 12,345 */
	assert_int_equal(rounded(a, 100000, 12345, 2, BULAT_GENAP).nilai.m, 1234);
	assert_int_equal(rounded(a, 100000, 12355, 2, BULAT_GENAP).nilai.m, 1236);
	assert_int_equal(rounded(a, 100000, 12345, 2, BULAT_POTONG).nilai.m, 1234);
	assert_int_equal(rounded(a, 100000, -12345, 2, BULAT_JAUH_NOL).nilai.m, -1235);
	assert_int_equal(rounded(a, 100000, -12345, 2, BULAT_GENAP).nilai.m, -1234);
	assert_int_equal(rounded(a, 100000, -12349, 2, BULAT_POTONG).nilai.m, -1234);
	assert_int_equal(rounded(a, 300, 200, 0, BULAT_JAUH_NOL).nilai.m, 67);
	assert_int_equal(rounded(a, 300, 200, 4, BULAT_JAUH_NOL).nilai.m, 666667);
	assert_int_equal(rounded(a, 300, 200, 4, BULAT_JAUH_NOL).nilai.scale, 4);
	assert_int_equal(rounded(a, 100000, 1, 2, BULAT_JAUH_NOL).isi, ISI_NIHIL); /* 0,001 prints 0,00 */
}

/* Bands of the default policy: from 91 Sangat Tinggi, from 76 Tinggi. keuangan 90,99 and keluaran 91 give 90,995, printed 91,00. */
static void predikat_of_the_printed_or_the_exact_value(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 10000, 9099);
	ind(r, 100, 91);
	const Hasil *h = run(*state, r);
	assert_percent(h->total.rata_rata, 9100);
	assert_int_equal(h->total.predikat, 0);
	r->k.predikat_dari_cetak = false;
	assert_int_equal(run(*state, r)->total.predikat, 1);
	r->simpul[2].realisasi = rp(9100);
	assert_int_equal(run(*state, r)->total.predikat, 0); /* exactly the bound: the band includes it */
	r->k.pita[0].inklusif = false;
	assert_int_equal(run(*state, r)->total.predikat, 1);
	r->k.n_pita = 0;
	assert_int_equal(run(*state, r)->total.predikat, -1);
}

/* 5/17 and 12/17 end nowhere, but with 0,50015 more their mean is the tie 50,005. */
static void tie_of_endless_parts_takes_the_fraction(void **state)
{
	Rencana *r = plan(*state);
	program(r);
	kegiatan(r);
	sub(r, 100, 100);
	ind(r, 1700, 500);
	ind(r, 1700, 1200);
	ind(r, 2000000, 1000300); /* 50,015 % */
	const Hasil *h = run(*state, r);
	assert_percent(h->simpul[2].keluaran, 5001); /* 150,015 / 3 = 50,005 */
	assert_true(h->n_eksak > 0);
	const Pecahan *x = rollup_exact(*state, &r->s, &r->k, 2, ANGKA_KELUARAN);
	assert_string_equal(pecahan_print(*state, x), "10001/200");
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
		T(metrology_as_in_the_report),
		T(program_1_with_all_its_kegiatan),
		T(whole_report_from_the_file),
		T(rounds_once),
		T(blank_is_left_out_and_counted),
		T(blank_as_zero_by_policy),
		T(no_target_and_no_budget_give_no_figure),
		T(empty_plan_has_no_figures),
		T(directions),
		T(range_by_rule_and_by_text),
		T(cap_and_floor),
		T(scales_of_volumes_do_not_matter),
		T(weighted_by_pagu),
		T(weighted_by_bobot),
		T(parent_from_children_or_its_own),
		T(parent_without_children_is_a_leaf),
		T(money_too_large_is_said_so),
		T(rounds_by_the_policy),
		T(predikat_of_the_printed_or_the_exact_value),
		T(tie_of_endless_parts_takes_the_fraction),
	};
	return cmocka_run_group_tests_name("rollup", tests, NULL, NULL);
}
