/* Hand-worked figures on the structure of the real report (examples/laporan-capaian-2023-12.tsv), and each option of the policy. */
#include "engine/rollup.h"

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
	r->k = (Kebijakan){.desimal = 2, .pembulatan = BULAT_JAUH_NOL, .predikat_dari_cetak = true};
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
	};
	return cmocka_run_group_tests_name("rollup", tests, NULL, NULL);
}
