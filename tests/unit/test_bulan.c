#include "app/isian.h"
#include "app/siklus.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

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

static void enter(BukuUji *b, int bulan, JenisIsian jenis, const char *kode, int indikator, const char *nilai, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	IsianHasil hasil;
	ErrInfo info = {0};
	const Isian isian = {.opd = OPD_A, .tahun = 2023, .bulan = bulan, .jenis = jenis, .kode = kode, .indikator = indikator, .nilai = nilai, .alasan = "", .asal = ""};
	if (isian_set(k, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static void complete(BukuUji *b, int bulan, const char *pada)
{
	enter(b, bulan, ISIAN_UANG, SUB_A, 0, "900.000", pada);
	enter(b, bulan, ISIAN_UANG, SUB_B, 0, "2.700.000", pada);
	enter(b, bulan, ISIAN_UANG, SUB_C, 0, "2.000.000", pada);
	enter(b, bulan, ISIAN_VOLUME, SUB_A, 1, "10", pada);
	enter(b, bulan, ISIAN_VOLUME, SUB_A, 2, "200", pada);
	enter(b, bulan, ISIAN_VOLUME, SUB_B, 1, "80", pada);
	enter(b, bulan, ISIAN_VOLUME, SUB_C, 1, "4", pada);
}

static void step(BukuUji *b, const char *user, int bulan, Langkah langkah, const char *alasan, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, user, pada, NULL);
	ErrInfo info = {0};
	if (siklus_step(k, OPD_A, 2023, bulan, &(PermintaanLangkah){langkah, alasan, "", ""}, NULL, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
}

static void lock(BukuUji *b, int bulan, const char *pada)
{
	step(b, "sri", bulan, LANGKAH_AJUKAN, "", pada);
	step(b, "made", bulan, LANGKAH_VERIFIKASI, "", pada);
	step(b, "kadis", bulan, LANGKAH_SAHKAN, "", pada);
}

static Bulan *load(BukuUji *b, int bulan, int revisi, const char *per)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, per);
	Bulan *out;
	ErrInfo info = {0};
	if (bulan_load(&out, k, OPD_A, 2023, bulan, revisi, &info))
		fail_msg("%s", info.message);
	konteks_close(k);
	return out;
}

static uint32_t at(const Bulan *b, const char *kode)
{
	uint32_t found = snapshot_lookup(&b->snapshot, kode);
	assert_true(found < b->snapshot.n_simpul);
	return found;
}

static const char *volume(BukuUji *u, const Bulan *b, const char *kode, uint32_t k)
{
	IsiDesimal v = b->snapshot.indikator[b->snapshot.simpul[at(b, kode)].indikator_awal + k].realisasi;
	return v.isi == ISI_KOSONG ? "kosong" : desimal_print_plain(u->arena, desimal_trim(v.nilai), desimal_trim(v.nilai).scale);
}

static const char *percent(BukuUji *u, IsiDesimal v)
{
	return v.isi == ISI_KOSONG ? "-" : desimal_print_plain(u->arena, v.nilai, 2);
}

/* Anything a reader can see of a month, as one text. */
static const char *whole(BukuUji *u, const Bulan *b)
{
	StrBuf t = {.arena = u->arena};
	strbuf_addf(&t, "%s|%s|%s|%s|%d|%d|%d|%lld|%s|%s|%s|%s\n", b->opd.opd, b->opd.nama, b->opd.kepala_nama, keadaan_name(b->keadaan), b->revisi, b->terkunci, b->tahun,
	            (long long)b->rencana.versi, b->kebijakan->hash, b->snapshot.narasi.permasalahan, b->snapshot.narasi.tindak_lanjut, b->snapshot.tanda_tangan.nama);
	strbuf_addf(&t, "%s %s\n", tanggal_print_iso(u->arena, b->snapshot.kepala.kondisi), tanggal_print_iso(u->arena, b->snapshot.tanda_tangan.tanggal));
	for (uint32_t i = 0; i < b->snapshot.n_simpul; i++) {
		const Capaian *c = &b->hasil->simpul[i];
		strbuf_addf(&t, "%s|%s|%lld|%lld|%s|%s|%s\n", b->snapshot.simpul[i].kode_tertulis, b->snapshot.simpul[i].nama, (long long)c->pagu.nilai.sen,
		            (long long)c->realisasi.nilai.sen, percent(u, c->keuangan), percent(u, c->keluaran), percent(u, c->rata_rata));
	}
	for (uint32_t i = 0; i < b->snapshot.n_indikator; i++)
		strbuf_addf(&t, "%s=%s\n", b->snapshot.indikator[i].nama, percent(u, b->hasil->indikator[i]));
	return strbuf_text(&t);
}

static void figures_are_those_of_the_facts(void **state)
{
	BukuUji *u = *state;
	complete(u, 12, "2024-01-02T09:00");
	Bulan *b = load(u, 12, 0, NULL);
	assert_int_equal(b->keadaan, KEADAAN_DRAF);
	assert_int_equal(b->revisi, 1);
	/* 0,9 of 1; 2,7 of 3; 2 of 2 million: 90, 90, 100; all 5,6 of 6 = 93,333... */
	assert_string_equal(percent(u, b->hasil->simpul[at(b, SUB_A)].keuangan), "90.00");
	assert_string_equal(percent(u, b->hasil->simpul[at(b, "2.17.01")].keuangan), "90.00");
	assert_string_equal(percent(u, b->hasil->total.keuangan), "93.33");
	assert_string_equal(percent(u, b->hasil->total.keluaran), "100.00");
	assert_string_equal(percent(u, b->hasil->total.rata_rata), "96.67"); /* (93,333.. + 100) / 2 */
	assert_string_equal(tanggal_print_iso(u->arena, b->snapshot.kepala.kondisi), "2023-12-31");
}

static void a_complete_month_gives_no_findings(void **state)
{
	BukuUji *u = *state;
	complete(u, 12, "2024-01-02T09:00");
	Konteks *k = buku_uji_open(u, STORE_BACA, NULL, NULL, NULL);
	Bulan *b;
	PeriksaBulan *p;
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(siklus_check(&p, k, b, NULL), ERR_OK);
	for (size_t i = 0; i < p->daftar->n; i++)
		print_error("%s: %s\n", p->daftar->temuan[i].rule, p->daftar->temuan[i].message);
	assert_int_equal(p->daftar->n, 0);
	konteks_close(k);
}

static void what_is_blank_is_told(void **state)
{
	BukuUji *u = *state;
	enter(u, 12, ISIAN_UANG, SUB_A, 0, "nihil", "2024-01-02T09:00");
	enter(u, 12, ISIAN_UANG, SUB_B, 0, "2.700.000", "2024-01-02T09:00");
	enter(u, 12, ISIAN_VOLUME, SUB_A, 1, "0", "2024-01-02T09:00");
	Konteks *k = buku_uji_open(u, STORE_BACA, NULL, NULL, NULL);
	Bulan *b;
	PeriksaBulan *p;
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(siklus_check(&p, k, b, NULL), ERR_OK);
	const Temuan *found[2] = {NULL, NULL};
	size_t n = 0;
	for (size_t i = 0; i < p->daftar->n; i++) {
		if (strcmp(p->daftar->temuan[i].rule, "kosong-wajib") != 0)
			continue;
		assert_true(n < 2);
		assert_int_equal(p->daftar->temuan[i].level, LEVEL_WARNING);
		found[n++] = &p->daftar->temuan[i];
	}
	assert_int_equal(n, 2);
	assert_string_equal(found[0]->message, "The realised money of 1 sub kegiatan is not reported: 2.1.1.");
	assert_string_equal(found[0]->kode, SUB_C);
	assert_string_equal(found[1]->message, "The realised volume of 3 indicators is not reported, in: 1.1.1, 1.1.2, 2.1.1."); /* echoes are no entries */
	assert_null(found[1]->kode);
	konteks_close(k);
}

static void months_make_the_figure_by_the_behaviour(void **state)
{
	BukuUji *u = *state;
	enter(u, 1, ISIAN_VOLUME, SUB_A, 1, "3", "2023-02-01T08:00");
	enter(u, 1, ISIAN_VOLUME, SUB_A, 2, "50", "2023-02-01T08:00");
	enter(u, 1, ISIAN_VOLUME, SUB_B, 1, "70", "2023-02-01T08:00");
	enter(u, 2, ISIAN_VOLUME, SUB_A, 2, "25,5", "2023-03-01T08:00");
	enter(u, 3, ISIAN_VOLUME, SUB_A, 1, "7", "2023-04-01T08:00");
	enter(u, 3, ISIAN_VOLUME, SUB_A, 2, "10", "2023-04-01T08:00");
	Bulan *b = load(u, 2, 0, NULL);
	assert_string_equal(volume(u, b, SUB_A, 0), "kosong"); /* cumulative: not reported this month */
	assert_string_equal(volume(u, b, SUB_A, 1), "75.5");   /* 50 + 25,5 */
	assert_string_equal(volume(u, b, SUB_B, 0), "70");     /* the last value there was */
	b = load(u, 3, 0, NULL);
	assert_string_equal(volume(u, b, SUB_A, 0), "7");
	assert_string_equal(volume(u, b, SUB_A, 1), "85.5");
	assert_string_equal(volume(u, b, SUB_C, 0), "kosong");
}

static void the_plan_in_force_is_that_of_the_date(void **state)
{
	BukuUji *u = *state;
	rencana_uji_add(u, OPD_A, 2, "2023-06-15", 400000000, "Sub Kegiatan Pembinaan Baru", "2023-06-16T08:00");
	assert_int_equal(load(u, 5, 0, NULL)->rencana.versi, 1);
	Bulan *b = load(u, 6, 0, NULL);
	assert_int_equal(b->rencana.versi, 2);
	assert_string_equal(b->snapshot.simpul[at(b, SUB_C)].nama, "Sub Kegiatan Pembinaan Baru");
	assert_int_equal(load(u, 6, 0, "2023-06-01")->rencana.versi, 1);
	Konteks *k = buku_uji_open(u, STORE_BACA, NULL, NULL, NULL);
	ErrInfo info = {0};
	assert_int_equal(bulan_load(&b, k, OPD_B, 2023, 6, 0, &info), ERR_ABSENT);
	assert_non_null(strstr(info.message, "Dinas Perdagangan"));
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 6, 2, &info), ERR_ABSENT);
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 6, -1, &info), ERR_ABSENT);
	konteks_close(k);
}

static void as_of_shows_the_ledger_as_it_was(void **state)
{
	BukuUji *u = *state;
	enter(u, 4, ISIAN_UANG, SUB_A, 0, "100", "2023-05-01T08:00");
	enter(u, 4, ISIAN_UANG, SUB_A, 0, "250", "2023-05-02T08:00");
	assert_int_equal(load(u, 4, 0, "2023-04-30")->keadaan, KEADAAN_KOSONG);
	Bulan *b = load(u, 4, 0, "2023-05-01T08:00");
	assert_int_equal(b->hasil->simpul[at(b, SUB_A)].realisasi.nilai.sen, 10000);
	b = load(u, 4, 0, "2023-05-01");
	assert_int_equal(b->hasil->simpul[at(b, SUB_A)].realisasi.nilai.sen, 10000);
	b = load(u, 4, 0, NULL);
	assert_int_equal(b->hasil->simpul[at(b, SUB_A)].realisasi.nilai.sen, 25000);
}

static void the_narrative_joins_the_nodes(void **state)
{
	BukuUji *u = *state;
	enter(u, 4, ISIAN_PERMASALAHAN, "2.1.1", 0, "Gagal lelang.", "2023-05-01T08:00");
	enter(u, 4, ISIAN_PERMASALAHAN, SUB_A, 0, "Terlambat.", "2023-05-01T08:00");
	enter(u, 4, ISIAN_PERMASALAHAN, "", 0, "Cuaca buruk.", "2023-05-01T08:00");
	enter(u, 4, ISIAN_TINDAK_LANJUT, SUB_C, 0, "Lelang ulang.", "2023-05-01T08:00");
	Bulan *b = load(u, 4, 0, NULL);
	assert_string_equal(b->snapshot.narasi.permasalahan, "Cuaca buruk. 1.1.1: Terlambat. 2.1.1: Gagal lelang.");
	assert_string_equal(b->snapshot.narasi.tindak_lanjut, "2.1.1: Lelang ulang.");
}

/* What comes after the lock - facts, a plan in force earlier, a policy, another head - changes nothing of the locked revision. */
static void a_locked_revision_stays_as_it_was(void **state)
{
	BukuUji *u = *state;
	complete(u, 12, "2024-01-02T09:00");
	lock(u, 12, "2024-01-03T09:00");
	Bulan *first = load(u, 12, 0, NULL);
	assert_true(first->terkunci);
	assert_int_equal(first->keadaan, KEADAAN_DISAHKAN);
	assert_string_equal(tanggal_print_iso(u->arena, first->snapshot.tanda_tangan.tanggal), "2024-01-03");
	const char *before = whole(u, first);
	step(u, "made", 12, LANGKAH_BUKA, "Salah ketik", "2024-01-10T09:00");
	enter(u, 12, ISIAN_UANG, SUB_B, 0, "3.000.000", "2024-01-11T09:00");
	enter(u, 12, ISIAN_PERMASALAHAN, "", 0, "Baru.", "2024-01-11T09:00");
	rencana_uji_add(u, OPD_A, 2, "2023-01-01", 800000000, "Sub Kegiatan Lain", "2024-01-11T10:00");
	rencana_uji_policy(u, "[kebijakan]\nnama = Lain\n[indikator]\nmaksimum = 50\n", "2024-01-11T11:00");
	Konteks *k = buku_uji_open(u, STORE_TULIS, "admin", "2024-01-11T12:00", NULL);
	BarisOpd opd;
	assert_int_equal(konteks_opd(k, OPD_A, &opd, NULL), ERR_OK);
	opd.kepala_nama = "Kepala Baru";
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_opd(k->store, opd, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	Bulan *again = load(u, 12, 1, NULL);
	assert_string_equal(whole(u, again), before);
	Bulan *second = load(u, 12, 0, NULL);
	assert_int_equal(second->revisi, 2);
	assert_false(second->terkunci);
	assert_int_equal(second->rencana.versi, 2);
	assert_string_equal(second->opd.kepala_nama, "Kepala Baru");
	assert_string_equal(second->kebijakan->nama, "Lain");
	assert_string_not_equal(whole(u, second), before);
	/* and the anchor of the lock does not move */
	int64_t id, later;
	const char *hash, *later_hash;
	k = buku_uji_open(u, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(bulan_anchor(k, first, &id, &hash, NULL), ERR_OK);
	assert_int_equal(bulan_anchor(k, again, &later, &later_hash, NULL), ERR_OK);
	assert_int_equal(id, later);
	assert_int_equal(id, first->langkah[2].id);
	assert_string_equal(hash, later_hash);
	assert_int_equal(strlen(hash), 64);
	konteks_close(k);
	k = buku_uji_open(u, STORE_BACA, NULL, NULL, "2024-01-05");
	Bulan *then;
	assert_int_equal(bulan_load(&then, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_string_equal(whole(u, then), before);
	konteks_close(k);
}

/* The policy a month was locked with stays; a month still open follows the newest. */
static void the_policy_is_that_of_the_lock(void **state)
{
	BukuUji *u = *state;
	rencana_uji_policy(u, "[kebijakan]\nnama = Pertama\n", "2023-01-04T08:00");
	complete(u, 11, "2023-12-02T09:00");
	enter(u, 11, ISIAN_PERMASALAHAN, "", 0, "-", "2023-12-02T09:00");
	lock(u, 11, "2023-12-03T09:00");
	rencana_uji_policy(u, "[kebijakan]\nnama = Kedua\n", "2023-12-04T08:00");
	assert_string_equal(load(u, 11, 0, NULL)->kebijakan->nama, "Pertama");
	assert_string_equal(load(u, 12, 0, NULL)->kebijakan->nama, "Kedua");
}

/* ---- what is kept in memory between requests ---- */

static uint32_t next_random(uint32_t *state, uint32_t n)
{
	*state = *state * 1664525 + 1013904223;
	return (*state >> 8) % n;
}

/* The month as a request without anything kept reads it, beside the same as it is kept. */
static void assert_same_month(Konteks *k, const char *opd, int bulan, int64_t sampai)
{
	Konteks kept = *k, plain = *k;
	Bulan *a, *b;
	kept.arena = arena_new();
	plain.arena = kept.arena;
	plain.singgah = NULL;
	kept.sampai = plain.sampai = sampai;
	assert_int_equal(bulan_load(&a, &kept, opd, 2023, bulan, 0, NULL), ERR_OK);
	assert_int_equal(bulan_load(&b, &plain, opd, 2023, bulan, 0, NULL), ERR_OK);
	const char *difference = snapshot_difference(kept.arena, &a->snapshot, &b->snapshot);
	if (difference)
		fail_msg("month %d of %s as of %lld: %s", bulan, opd, (long long)sampai, difference);
	assert_int_equal(a->n_fakta, b->n_fakta);
	for (size_t i = 0; i < a->n_fakta; i++)
		assert_int_equal(a->fakta[i].id, b->fakta[i].id);
	assert_int_equal(a->keadaan, b->keadaan);
	arena_free(kept.arena);
}

static void random_save(Konteks *k, uint32_t *state, const char *opd)
{
	static const struct {
		JenisIsian jenis;
		const char *kode;
		int indikator;
	} cells[] = {{ISIAN_UANG, SUB_A, 0}, {ISIAN_UANG, SUB_B, 0}, {ISIAN_UANG, SUB_C, 0}, {ISIAN_VOLUME, SUB_A, 1}, {ISIAN_VOLUME, SUB_A, 2},
	             {ISIAN_VOLUME, SUB_B, 1}, {ISIAN_PERMASALAHAN, SUB_B, 0}, {ISIAN_PERMASALAHAN, "", 0}};
	Konteks request = *k;
	request.arena = arena_new();
	IsianHasil hasil;
	uint32_t cell = next_random(state, 8), value = next_random(state, 12);
	const char *text = value == 0 ? "kosong" : value == 1 && cells[cell].jenis <= ISIAN_VOLUME ? "nihil" : str_format(request.arena, "%u", value);
	const Isian isian = {.opd = opd, .tahun = 2023, .bulan = 1 + (int)next_random(state, 4), .jenis = cells[cell].jenis, .kode = cells[cell].kode,
	                     .indikator = cells[cell].indikator, .nilai = text, .alasan = "uji", .asal = "", .jalur = true};
	ErrInfo info = {0};
	if (isian_set(&request, &isian, &hasil, &info))
		fail_msg("%s", info.message);
	arena_free(request.arena);
}

static void what_is_kept_is_what_would_be_read(void **state)
{
	BukuUji *u = *state;
	uint32_t random = 1;
	rencana_uji_add(u, OPD_B, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	Konteks *a = buku_uji_open(u, STORE_TULIS, "sri", NULL, NULL), *b = buku_uji_open(u, STORE_TULIS, "dewi", NULL, NULL);
	b->singgah = a->singgah; /* shared, as by the requests of one program */
	int64_t first, last;
	assert_int_equal(store_entry_at(a->store, a->arena, "99.01", INT64_MAX, &first, NULL), ERR_OK);
	for (int i = 0; i < 400; i++) {
		bool ours = next_random(&random, 3) > 0;
		random_save(ours ? a : b, &random, ours ? OPD_A : OPD_B);
		if (next_random(&random, 4) == 0)
			assert_same_month(next_random(&random, 2) ? a : b, next_random(&random, 2) ? OPD_A : OPD_B, 1 + (int)next_random(&random, 4), STORE_KINI);
		assert_int_equal(store_entry_at(a->store, a->arena, "99.01", INT64_MAX, &last, NULL), ERR_OK);
		if (next_random(&random, 10) == 0)
			assert_same_month(a, OPD_A, 1 + (int)next_random(&random, 4), first + next_random(&random, (uint32_t)(last - first) + 1));
	}
}

/* A plan that its transaction takes back was never there. */
static void nothing_is_kept_of_what_is_taken_back(void **state)
{
	BukuUji *u = *state;
	Konteks *k = buku_uji_open(u, STORE_TULIS, "sri", "2023-12-20T08:00", NULL);
	Bulan *b;
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	const BarisFakta row = {.opd = OPD_A, .tahun = 2023, .bulan = 12, .kode = SUB_A, .jenis = "uang", .isi = 2, .m = 500, .skala = 2, .teks = "", .asal = "", .alasan = ""};
	assert_int_equal(store_add_fakta(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(b->n_fakta, 1);
	store_rollback(k->store);
	assert_int_equal(bulan_load(&b, k, OPD_A, 2023, 12, 0, NULL), ERR_OK);
	assert_int_equal(b->n_fakta, 0);
	konteks_close(k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(figures_are_those_of_the_facts, setup, teardown),
		cmocka_unit_test_setup_teardown(a_complete_month_gives_no_findings, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_blank_is_told, setup, teardown),
		cmocka_unit_test_setup_teardown(months_make_the_figure_by_the_behaviour, setup, teardown),
		cmocka_unit_test_setup_teardown(the_plan_in_force_is_that_of_the_date, setup, teardown),
		cmocka_unit_test_setup_teardown(as_of_shows_the_ledger_as_it_was, setup, teardown),
		cmocka_unit_test_setup_teardown(the_narrative_joins_the_nodes, setup, teardown),
		cmocka_unit_test_setup_teardown(a_locked_revision_stays_as_it_was, setup, teardown),
		cmocka_unit_test_setup_teardown(the_policy_is_that_of_the_lock, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_kept_is_what_would_be_read, setup, teardown),
		cmocka_unit_test_setup_teardown(nothing_is_kept_of_what_is_taken_back, setup, teardown),
	};
	return cmocka_run_group_tests_name("bulan", tests, NULL, NULL);
}
