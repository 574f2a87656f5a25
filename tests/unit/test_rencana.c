#include "app/rencana.h"
#include "buku_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

/* Two programs, three sub kegiatan: 1.000.000 + 3.000.000 + 2.000.000 = 6.000.000. */
#define HEAD "Kode;Uraian;Indikator;Target;Satuan;Pagu Anggaran\n"
#define P1 "2.17.01;1 Program Penunjang;Nilai;90;%;4.000.000,00\n2.17.01.2.01;1.1 Kegiatan Perencanaan;;;;4.000.000,00\n"
#define A1 "2.17.01.2.01.01;1.1.1 Penyusunan Dokumen;Jumlah Dokumen;10;Dokumen;1.000.000,00\n"
#define A2 ";;Jumlah Peserta;200,5;Orang;\n"
#define B1 "2.17.01.2.01.02;1.1.2 Survei;Kepuasan;WTP;Opini;3.000.000,00\n"
#define P2 "2.17.02;2 Program Koperasi;;;;2.000.000,00\n2.17.02.2.01;2.1 Kegiatan Pembinaan;;;;2.000.000,00\n"
#define C1 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;4;Unit;2.000.000,00\n"
#define PLAN HEAD P1 A1 A2 B1 P2 C1

static int setup(void **state)
{
	*state = buku_uji_new();
	return 0;
}

static int teardown(void **state)
{
	buku_uji_free(*state);
	return 0;
}

static const char *write_file(BukuUji *b, const char *name, const char *text)
{
	const char *path = buku_uji_path(b, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return path;
}

static Err import(BukuUji *b, HasilRencana **h, const char *user, const char *text, const char *jenis, const char *berlaku, bool apply, const char *pada, ErrInfo *info)
{
	Konteks *k = buku_uji_open(b, apply ? STORE_TULIS : STORE_BACA, user, pada, NULL);
	const PermintaanRencana request = {.opd = OPD_A, .tahun = 2023, .jenis = jenis, .nomor = NULL, .berlaku = berlaku};
	Err err = rencana_import(h, k, &request, write_file(b, "rencana.csv", text), apply, info);
	konteks_close(k);
	return err;
}

static HasilRencana *imported(BukuUji *b, const char *text, const char *jenis, const char *berlaku, const char *pada)
{
	HasilRencana *h = NULL;
	ErrInfo info = {0};
	if (import(b, &h, "sri", text, jenis, berlaku, true, pada, &info))
		fail_msg("%s", info.message);
	return h;
}

static Rencana *loaded(BukuUji *b, int versi)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	Rencana *r;
	assert_int_equal(rencana_load(&r, k, OPD_A, 2023, versi, NULL), ERR_OK);
	konteks_close(k);
	return r;
}

static bool has_rule(const HasilRencana *h, const char *rule, LevelTemuan level, const char *kode)
{
	for (size_t i = 0; i < h->temuan.n; i++)
		if (str_equal(h->temuan.temuan[i].rule, rule) && h->temuan.temuan[i].level == level && (!kode || str_equal(h->temuan.temuan[i].kode, kode)))
			return true;
	return false;
}

static void fact(BukuUji *b, int bulan, const char *kode, int indikator, const char *jenis, int64_t m, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", pada, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	const BarisFakta row = {.opd = OPD_A, .tahun = 2023, .bulan = bulan, .kode = kode, .indikator = indikator, .jenis = jenis, .isi = m ? ISI_ADA : ISI_NIHIL, .m = m, .skala = 2,
	                        .teks = "", .asal = "", .alasan = ""};
	assert_int_equal(store_add_fakta(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static void a_sheet_becomes_the_first_version(void **state)
{
	BukuUji *b = *state;
	HasilRencana *h = NULL;
	ErrInfo info = {0};
	assert_int_equal(import(b, &h, NULL, PLAN, NULL, NULL, false, NULL, &info), ERR_OK); /* a dry run needs no user */
	assert_int_equal(h->n_galat, 0);
	assert_false(h->tersimpan);
	h = imported(b, PLAN, NULL, NULL, "2023-01-03T08:00");
	assert_true(h->tersimpan);
	assert_int_equal(h->versi.versi, 1);
	assert_string_equal(h->versi.jenis, "murni");
	assert_string_equal(h->versi.berlaku, "2023-01-01");
	assert_int_equal(h->banding->total_baru.sen, 600000000);
	Rencana *r = loaded(b, 1);
	assert_int_equal(r->n_simpul, 7);
	assert_int_equal(r->n_indikator, 5);
	const SimpulRencana *a = &r->simpul[2];
	assert_string_equal(a->kode, "2.17.01.2.01.01");
	assert_string_equal(a->nomor, "1.1.1");
	assert_string_equal(a->nama, "Penyusunan Dokumen");
	assert_int_equal(a->pagu.nilai.sen, 100000000);
	assert_int_equal(a->n_indikator, 2);
	assert_string_equal(r->indikator[a->indikator_awal + 1].satuan, "Orang");
	assert_int_equal(r->indikator[a->indikator_awal + 1].nomor, 2);
	assert_int_equal(r->indikator[a->indikator_awal + 1].target.nilai.m, 2005);
	assert_string_equal(r->indikator[r->simpul[3].indikator_awal].target_teks, "WTP");
	assert_int_equal(r->simpul[0].pagu.isi, ISI_KOSONG); /* money lives on sub kegiatan only */
}

static void the_same_file_twice_changes_nothing(void **state)
{
	BukuUji *b = *state;
	imported(b, PLAN, NULL, NULL, "2023-01-03T08:00");
	HasilRencana *h = imported(b, PLAN, NULL, NULL, "2023-01-04T08:00");
	assert_true(h->sama);
	h = imported(b, HEAD "2.17.01;Penunjang;Nilai;90;%;\n2.17.01.2.01;Perencanaan;;;;\n2.17.01.2.01.01;Penyusunan Dokumen;Jumlah Dokumen;10;Dokumen;1.000.000,00\n" A2
	             "2.17.01.2.01.02;Survei;Kepuasan;WTP;Opini;3.000.000,00\n2.17.02;Koperasi;;;;\n2.17.02.2.01;Pembinaan;;;;\n2.17.02.2.01.01;Pembinaan;Koperasi;4;Unit;2.000.000,00\n",
	             NULL, NULL, "2023-01-04T08:00"); /* the same without numbers and level words */
	assert_true(h->sama);
	assert_false(h->tersimpan);
	ErrInfo info = {0};
	assert_int_equal(import(b, &h, "sri", HEAD P1 A1 B1 P2 C1, NULL, NULL, true, "2023-01-05T08:00", &info), ERR_USAGE); /* a further version names itself */
	assert_non_null(strstr(info.message, "--jenis"));
}

static void a_pergeseran_balances(void **state)
{
	BukuUji *b = *state;
	imported(b, PLAN, NULL, NULL, "2023-01-03T08:00");
	/* 250.000,01 moves from B to A */
	HasilRencana *h = imported(b, HEAD "2.17.01;Program Penunjang;Nilai;90;%;\n2.17.01.2.01;1.1 Kegiatan Perencanaan;;;;\n"
	                           "2.17.01.2.01.01;1.1.1 Penyusunan Dokumen;Jumlah Dokumen;12;Dokumen;1.250.000,01\n" A2
	                           "2.17.01.2.01.02;1.1.2 Survei Kepuasan;Kepuasan;WTP;Opini;2.749.999,99\n" P2 C1, "pergeseran", "2023-03-01", "2023-03-01T08:00");
	const BandingRencana *d = h->banding;
	assert_true(h->tersimpan);
	assert_int_equal(h->versi.versi, 2);
	assert_int_equal(d->selisih.sen, 0);
	assert_int_equal(d->naik.sen, 25000001);
	assert_int_equal(d->turun.sen, 25000001);
	assert_int_equal(d->n_program, 2);
	assert_int_equal(d->program[0].selisih.sen, 0);
	assert_false(has_rule(h, "rencana-pergeseran", LEVEL_WARNING, NULL));
	unsigned renamed = 0;
	for (size_t i = 0; i < d->n_simpul; i++)
		renamed += str_equal(d->simpul[i].nama_lama, "Survei") && str_equal(d->simpul[i].nama, "Survei Kepuasan") && d->simpul[i].selisih.sen == -25000001;
	assert_int_equal(renamed, 1);
	assert_int_equal(d->n_indikator, 1);
	assert_true(d->indikator[0].target);
	h = imported(b, HEAD P1 A1 A2 B1 P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;4;Unit;2.500.000\n", "pergeseran", "2023-04-01", "2023-04-01T08:00");
	assert_true(has_rule(h, "rencana-pergeseran", LEVEL_WARNING, NULL));
	assert_int_equal(h->banding->selisih.sen, 50000000);
	assert_int_equal(h->banding->total_baru.sen - h->banding->total_lama.sen, 50000000);
}

static void numbers_stay_and_are_never_used_again(void **state)
{
	BukuUji *b = *state;
	imported(b, PLAN, NULL, NULL, "2023-01-03T08:00");
	/* the first indicator goes, one comes, the other moves up */
	imported(b, HEAD P1 "2.17.01.2.01.01;1.1.1 Penyusunan Dokumen;Jumlah peserta;200,5;Orang;1.000.000\n;;Jumlah Laporan;2;Laporan;\n" B1 P2 C1, "pergeseran", "2023-03-01",
	         "2023-03-01T08:00");
	Rencana *r = loaded(b, 2);
	const IndikatorRencana *i = &r->indikator[r->simpul[2].indikator_awal];
	assert_int_equal(i[0].nomor, 2);
	assert_int_equal(i[1].nomor, 3);
	/* number 3 goes again; a new one does not take 1 or 3; a slip of the pen keeps its number by its place */
	imported(b, HEAD P1 "2.17.01.2.01.01;1.1.1 Penyusunan Dokumen;Jumlah Pesrta;200,5;Orang;1.000.000\n;;Jumlah Buku;2;Buku;\n" B1 P2 C1, "pergeseran", "2023-04-01",
	         "2023-04-01T08:00");
	r = loaded(b, 3);
	i = &r->indikator[r->simpul[2].indikator_awal];
	assert_int_equal(i[0].nomor, 2);
	assert_int_equal(i[1].nomor, 4);
	/* one that was given up comes back as a new one; a node that was gone for a version finds its own numbers again */
	imported(b, HEAD P1 A1 B1, "pergeseran", "2023-05-01", "2023-05-01T08:00");
	r = loaded(b, 4);
	assert_int_equal(r->indikator[r->simpul[2].indikator_awal].nomor, 5);
	imported(b, HEAD P1 A1 B1 P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi baru;4;Lembaga;2.000.000,00\n;;Koperasi;4;Unit;\n", "pergeseran", "2023-06-01", "2023-06-01T08:00");
	r = loaded(b, 5);
	i = &r->indikator[r->simpul[6].indikator_awal];
	assert_int_equal(i[0].nomor, 2);
	assert_int_equal(i[1].nomor, 1);
}

static void what_was_spent_cannot_be_dropped(void **state)
{
	BukuUji *b = *state;
	imported(b, PLAN, NULL, NULL, "2023-01-03T08:00");
	fact(b, 1, "2.17.02.2.01.01", 0, "uang", 100, "2023-02-01T08:00");
	fact(b, 1, "2.17.01.2.01.01", 2, "volume", 300, "2023-02-01T08:00");
	HasilRencana *h = imported(b, HEAD P1 A1 B1, "pergeseran", "2023-03-01", "2023-03-01T08:00");
	assert_false(h->tersimpan);
	assert_true(has_rule(h, "rencana-hilang", LEVEL_ERROR, "2.17.02.2.01.01"));
	assert_true(has_rule(h, "rencana-indikator-hilang", LEVEL_WARNING, "2.17.01.2.01.01"));
	/* under another code it is just as lost, and the finding says where the name went */
	h = imported(b, HEAD P1 A1 A2 B1 P2 "2.17.02.2.01.0009;2.1.1 Pembinaan;Koperasi;4;Unit;2.000.000,00\n", "pergeseran", "2023-03-01", "2023-03-01T09:00");
	assert_true(has_rule(h, "rencana-hilang", LEVEL_ERROR, "2.17.02.2.01.01"));
	bool told = false;
	for (size_t i = 0; i < h->temuan.n; i++)
		told |= h->temuan.temuan[i].hint && strstr(h->temuan.temuan[i].hint, "2.17.02.2.01.0009");
	assert_true(told);
	fact(b, 1, "2.17.02.2.01.01", 0, "uang", 0, "2023-03-02T08:00");
	h = imported(b, HEAD P1 A1 A2 B1, "pergeseran", "2023-03-01", "2023-03-03T08:00");
	assert_true(h->tersimpan);
	assert_int_equal(h->banding->n_hapus, 3);
	assert_int_equal(h->banding->selisih.sen, -200000000);
}

#define KAS_HEAD "Kode;Uraian;Indikator;Target;Satuan;Pagu Anggaran;Anggaran Kas;;;;;;;;;;;\n;;;;;;Jan;Feb;Mar;Apr;Mei;Jun;Jul;Agt;Sep;Okt;Nov;Des\n"
#define KAS_C "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;4;Unit;2.000.000,00;500.000;;;1.000.000;;;;;;;;500.000\n"

static void the_cash_plan_adds_up_and_is_taken_over(void **state)
{
	BukuUji *b = *state;
	HasilRencana *h = imported(b, KAS_HEAD P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;4;Unit;2.000.000,00;500.000;;;1.000.000;;;;;;;;499.999,99\n", NULL, NULL, "2023-01-03T08:00");
	assert_false(h->tersimpan);
	assert_true(has_rule(h, "rencana-kas", LEVEL_ERROR, "2.17.02.2.01.01"));
	h = imported(b, KAS_HEAD P2 KAS_C, NULL, NULL, "2023-01-03T09:00");
	assert_true(h->tersimpan);
	Rencana *r = loaded(b, 1);
	assert_true(r->simpul[2].ada_kas);
	assert_int_equal(r->simpul[2].kas[0].sen, 50000000);
	assert_int_equal(r->simpul[2].kas[3].sen, 100000000);
	assert_int_equal(r->simpul[2].kas[11].sen, 50000000);
	/* months that move: the money does not */
	h = imported(b, KAS_HEAD P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;4;Unit;2.000.000,00;;500.000;;1.000.000;;;;;;;;500.000\n", "pergeseran", "2023-02-01", "2023-02-01T08:00");
	assert_int_equal(h->banding->n_simpul, 1);
	assert_true(h->banding->simpul[0].kas_berubah);
	assert_int_equal(h->banding->simpul[0].selisih.sen, 0);
	/* a file without months: kept while it adds up ... */
	h = imported(b, HEAD P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;5;Unit;2.000.000,00\n", "pergeseran", "2023-03-01", "2023-03-01T08:00");
	assert_int_equal(h->n_kas_ambil, 1);
	assert_int_equal(loaded(b, 3)->simpul[2].kas[1].sen, 50000000);
	/* ... and dropped, in the open, when it does not */
	h = imported(b, HEAD P2 "2.17.02.2.01.01;2.1.1 Pembinaan;Koperasi;5;Unit;2.100.000,00\n", "perubahan", "2023-04-01", "2023-04-01T08:00");
	assert_int_equal(h->n_kas_lepas, 1);
	assert_true(has_rule(h, "rencana-kas", LEVEL_NOTE, NULL));
	assert_false(loaded(b, 4)->simpul[2].ada_kas);
}

static void errors_of_structure_refuse(void **state)
{
	static const struct {
		const char *text, *rule;
	} cases[] = {
		{HEAD P1 A1 B1 A1, "rencana-ganda"},
		{HEAD P1 A1 "2.17.02.2.01.01;Pembinaan;Koperasi;4;Unit;2.000.000\n", "rencana-induk"},
		{HEAD "2.17.01;Program;;;;\n" A1, "rencana-induk"},
		{HEAD P1 "2.17.01.2.01.01;Dokumen;Jumlah;1;Dokumen;-5\n", "rencana-pagu"},
		{HEAD P1 "2.17.01.2.01.01;Dokumen;Jumlah;1;Dokumen;banyak\n", "rencana-angka"},
		{HEAD P1 A1 "bukan kode;Lain;Jumlah;1;Dokumen;5\n", "rencana-baris"},
		{HEAD "2.17.01;1 Program;;;;4.000.000\n2.17.01.2.01;1.1 Kegiatan;;;;4.000.000\n", "rencana-pagu-induk"},
		{HEAD P1 "2.17.01.2.01.01;Dokumen;Jumlah;1;Dokumen;90.000.000.000.000.000\n2.17.01.2.01.02;Lain;Jumlah;1;Dokumen;90.000.000.000.000.000\n", "rencana-jumlah"},
	};
	BukuUji *b = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		HasilRencana *h = imported(b, cases[i].text, NULL, NULL, "2023-01-03T08:00");
		if (h->tersimpan || !has_rule(h, cases[i].rule, LEVEL_ERROR, NULL))
			fail_msg("%zu: %s was not found", i, cases[i].rule);
	}
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	RencanaVersi list;
	assert_int_equal(rencana_list(&list, k, OPD_A, 2023, NULL), ERR_OK);
	assert_int_equal(list.n, 0);
	konteks_close(k);
}

static void sums_written_otherwise_are_told(void **state)
{
	BukuUji *b = *state;
	HasilRencana *h = imported(b, HEAD "2.17.01;1 Program;;;;5.000.000\n2.17.01.2.01;1.1 Kegiatan;;;;4.000.000\n" A1 B1 "JUMLAH;;;;;4.000.001\n", NULL, NULL, "2023-01-03T08:00");
	assert_true(h->tersimpan);
	assert_true(has_rule(h, "rencana-jumlah", LEVEL_WARNING, "2.17.01"));
	assert_int_equal(h->temuan.n, 2);
	assert_int_equal(h->banding->total_baru.sen, 400000000);
}

static void wrong_requests_are_refused(void **state)
{
	BukuUji *b = *state;
	HasilRencana *h;
	ErrInfo info = {0};
	assert_int_equal(import(b, &h, NULL, PLAN, NULL, NULL, true, "2023-01-03T08:00", &info), ERR_DENIED);
	assert_int_equal(import(b, &h, "dewi", PLAN, NULL, NULL, true, "2023-01-03T08:00", &info), ERR_DENIED); /* another agency's operator */
	assert_int_equal(import(b, &h, "kadis", PLAN, NULL, NULL, true, "2023-01-03T08:00", &info), ERR_DENIED);
	assert_int_equal(import(b, &h, "sri", PLAN, "dpa", NULL, true, "2023-01-03T08:00", &info), ERR_USAGE);
	assert_int_equal(import(b, &h, "sri", PLAN, NULL, "kemarin", true, "2023-01-03T08:00", &info), ERR_USAGE);
	assert_int_equal(import(b, &h, "sri", PLAN, NULL, "2024-01-01", true, "2023-01-03T08:00", &info), ERR_USAGE);
	assert_int_equal(import(b, &h, "sri", "a;b\n1;2\n", NULL, NULL, true, "2023-01-03T08:00", &info), ERR_FORMAT);
	imported(b, PLAN, NULL, "2023-02-01", "2023-02-01T08:00");
	h = imported(b, HEAD P1 A1 B1 P2 C1, "pergeseran", "2023-01-15", "2023-02-02T08:00");
	assert_false(h->tersimpan);
	assert_true(has_rule(h, "rencana-tanggal", LEVEL_ERROR, NULL));
}

static void headings_are_matched_by_meaning(void **state)
{
	BukuUji *b = *state;
	/* other words, other order, months named bulan_1, one code for each indicator with the pagu repeated */
	HasilRencana *h = imported(b, "DAFTAR RENCANA\n\nNo,Satuan,Nama Program/Kegiatan/Sub Kegiatan,Kode Rekening,Anggaran (Rp),Tolok Ukur Kinerja,Volume,Arah,bulan_1,bulan_2\n"
	                           "1,,Program Koperasi,2.17.02,,,,,,\n1.1,,Kegiatan Pembinaan,2.17.02.2.01,,,,,,\n"
	                           "1.1.1,Unit,Pembinaan,2.17.02.2.01.01,\"2,000,000.00\",Koperasi,4,naik,\"1,500,000.00\",\"500,000.00\"\n"
	                           ",Hari,Pembinaan,2.17.02.2.01.01,\"2,000,000.00\",Waktu layanan,10,turun-a,,\n", NULL, NULL, "2023-01-03T08:00");
	assert_true(h->tersimpan);
	Rencana *r = loaded(b, 1);
	assert_int_equal(r->n_simpul, 3);
	assert_int_equal(r->n_indikator, 2);
	assert_string_equal(r->simpul[2].nomor, "1.1.1");
	assert_int_equal(r->simpul[2].pagu.nilai.sen, 200000000);
	assert_int_equal(r->simpul[2].kas[1].sen, 50000000);
	assert_string_equal(r->indikator[1].arah, "turun-a");
	assert_string_equal(r->indikator[1].satuan, "Hari");
}

static void a_report_is_a_plan(void **state)
{
	BukuUji *b = *state;
	const char *file = str_format(b->arena, "%s/examples/laporan-capaian-2023-12.tsv", getenv("CAPAIAN_SOURCE"));
	for (int round = 0; round < 2; round++) {
		Konteks *k = buku_uji_open(b, STORE_TULIS, "sri", round ? "2023-01-04T08:00" : "2023-01-03T08:00", NULL);
		HasilRencana *h = NULL;
		ErrInfo info = {0};
		if (rencana_import(&h, k, &(PermintaanRencana){.opd = "2.17", .tahun = 2023}, file, true, &info))
			fail_msg("%s", info.message);
		assert_int_equal(h->n_galat, 0);
		assert_int_equal(h->sama, round == 1);
		assert_int_equal(rencana_count(h->rencana, TINGKAT_PROGRAM), 15);
		assert_int_equal(rencana_count(h->rencana, TINGKAT_KEGIATAN), 21);
		assert_int_equal(rencana_count(h->rencana, TINGKAT_SUB_KEGIATAN), 39);
		assert_int_equal(h->banding->total_baru.sen, INT64_C(1405238349100));
		konteks_close(k);
	}
	Rencana *r = loaded(b, 1);
	assert_string_equal(r->simpul[0].kode, "2.17.01");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sheet_becomes_the_first_version, setup, teardown),
		cmocka_unit_test_setup_teardown(the_same_file_twice_changes_nothing, setup, teardown),
		cmocka_unit_test_setup_teardown(a_pergeseran_balances, setup, teardown),
		cmocka_unit_test_setup_teardown(numbers_stay_and_are_never_used_again, setup, teardown),
		cmocka_unit_test_setup_teardown(what_was_spent_cannot_be_dropped, setup, teardown),
		cmocka_unit_test_setup_teardown(the_cash_plan_adds_up_and_is_taken_over, setup, teardown),
		cmocka_unit_test_setup_teardown(errors_of_structure_refuse, setup, teardown),
		cmocka_unit_test_setup_teardown(sums_written_otherwise_are_told, setup, teardown),
		cmocka_unit_test_setup_teardown(wrong_requests_are_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(headings_are_matched_by_meaning, setup, teardown),
		cmocka_unit_test_setup_teardown(a_report_is_a_plan, setup, teardown),
	};
	return cmocka_run_group_tests_name("rencana", tests, NULL, NULL);
}
