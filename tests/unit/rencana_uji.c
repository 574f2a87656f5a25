#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

typedef struct {
	Store *store;
	const char *opd;
	int versi, urut;
} Tulis;

static void node(Tulis *t, int tingkat, const char *kode, const char *nomor, const char *nama, int64_t pagu)
{
	const BarisRencanaSimpul row = {.opd = t->opd, .tahun = 2023, .versi = t->versi, .urut = t->urut++, .tingkat = tingkat, .kode = kode, .nomor = nomor, .nama = nama,
	                                .pagu_isi = pagu ? 2 : 0, .pagu = pagu};
	assert_int_equal(store_add_rencana_simpul(t->store, row, NULL, NULL), ERR_OK);
}

static void indicator(Tulis *t, const char *kode, int nomor, const char *nama, const char *satuan, int64_t target, const char *perilaku, bool gema)
{
	const BarisRencanaIndikator row = {.opd = t->opd, .tahun = 2023, .versi = t->versi, .kode = kode, .indikator = nomor, .urut = nomor - 1, .nama = nama, .satuan = satuan,
	                                   .target_isi = 2, .target_m = target, .target_teks = "", .arah = "", .perilaku = perilaku, .gema = gema};
	assert_int_equal(store_add_rencana_indikator(t->store, row, NULL, NULL), ERR_OK);
}

void rencana_uji_add(BukuUji *b, const char *opd, int versi, const char *berlaku, int64_t pagu_c, const char *nama_c, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", pada, NULL);
	Tulis t = {k->store, opd, versi, 0};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	node(&t, 1, "2.17.01", "1", "Program Penunjang Urusan", 0);
	node(&t, 2, "2.17.01.2.01", "1.1", "Kegiatan Perencanaan", 0);
	node(&t, 3, SUB_A, "1.1.1", "Sub Kegiatan Penyusunan Dokumen", 100000000);
	node(&t, 3, SUB_B, "1.1.2", "Sub Kegiatan Evaluasi Layanan", 300000000);
	node(&t, 1, "2.17.02", "2", "Program Koperasi", 0);
	node(&t, 2, "2.17.02.2.01", "2.1", "Kegiatan Pembinaan Koperasi", 0);
	node(&t, 3, SUB_C, "2.1.1", nama_c, pagu_c);
	indicator(&t, "2.17.01", 1, "Persentase layanan yang berjalan", "%", 100, "", true);
	indicator(&t, "2.17.01.2.01", 1, "Persentase dokumen yang tersusun", "%", 100, "", true);
	indicator(&t, SUB_A, 1, "Jumlah dokumen", "Dokumen", 10, "kumulatif", false);
	indicator(&t, SUB_A, 2, "Jumlah peserta", "Orang", 200, "jumlah", false);
	indicator(&t, SUB_B, 1, "Kepuasan pemohon", "%", 80, "terakhir", false);
	indicator(&t, "2.17.02", 1, "Persentase koperasi yang sehat", "%", 100, "", true);
	indicator(&t, "2.17.02.2.01", 1, "Persentase koperasi yang dibina", "%", 100, "", true);
	indicator(&t, SUB_C, 1, "Jumlah koperasi yang dibina", "Koperasi", 4, "", false);
	const BarisRencana row = {.opd = opd, .tahun = 2023, .versi = versi, .jenis = versi == 1 ? "murni" : "pergeseran", .nomor = str_format(b->arena, "DPA/%d", versi),
	                          .berlaku = berlaku};
	assert_int_equal(store_add_rencana(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

void rencana_uji_policy(BukuUji *b, const char *text, const char *pada)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", pada, NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_kebijakan(k->store, (BarisKebijakan){.tahun = 2023, .versi = 1, .teks = text, .hash = "", .alasan = ""}, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}
