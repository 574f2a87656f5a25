/* Every use case, asked for by every role and by the public: who may not is refused with nothing changed, who may is not. What the access table holds is the
 * matter of test_akses.c; here it is that each use case asks it, and asks the right row. */
#include "app/banding.h"
#include "app/bukti.h"
#include "app/ekspor.h"
#include "app/impor.h"
#include "app/isian_lembar.h"
#include "app/jejak_app.h"
#include "app/kalender.h"
#include "app/kebijakan_app.h"
#include "app/kisi.h"
#include "app/komentar.h"
#include "app/nomenklatur.h"
#include "app/pengaturan.h"
#include "app/pengguna.h"
#include "app/penjelasan_app.h"
#include "app/ramal_app.h"
#include "app/riwayat.h"
#include "app/salin.h"
#include "app/siklus.h"
#include "app/status.h"
#include "app/tata.h"
#include "app/baca.h"
#include "rencana_uji.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define BULAN OPD_A, 2023, 6

static Err saves(Konteks *k, ErrInfo *info)
{
	IsianHasil out;
	return isian_set(k, &(Isian){.opd = OPD_A, .tahun = 2023, .bulan = 6, .jenis = ISIAN_UANG, .kode = SUB_A, .nilai = "1", .alasan = "", .asal = ""}, &out, info);
}

static Err saves_many(Konteks *k, ErrInfo *info)
{
	IsianBanyak cell = {.isian = {.jenis = ISIAN_UANG, .kode = SUB_B, .nilai = "2", .alasan = "", .asal = ""}};
	return isian_set_many(k, BULAN, &cell, 1, false, info);
}

static Err carries(Konteks *k, ErrInfo *info)
{
	UsulSalin *list;
	size_t n;
	return salin_apply(k, BULAN, &list, &n, info);
}

static Err justifies(Konteks *k, ErrInfo *info) { return siklus_justify(k, BULAN, "kosong-wajib", "", "belum ada", info); }

static Err attaches(Konteks *k, ErrInfo *info)
{
	BarisBukti row;
	bool fresh;
	return bukti_add(k, BULAN, "", "catatan.txt", "isi", 3, &row, &fresh, info);
}

static Err detaches(Konteks *k, ErrInfo *info)
{
	size_t n;
	return bukti_remove(k, BULAN, "00000000", NULL, &n, info);
}

static Err lists_evidence(Konteks *k, ErrInfo *info)
{
	BarisBukti *rows;
	size_t n;
	return bukti_list(k, BULAN, &rows, &n, info);
}

static Err step(Konteks *k, Langkah langkah, ErrInfo *info)
{
	return siklus_step(k, BULAN, &(PermintaanLangkah){langkah, langkah == LANGKAH_KEMBALIKAN || langkah == LANGKAH_BUKA ? "uji" : "", "", ""}, NULL, info);
}

static Err submits(Konteks *k, ErrInfo *info) { return step(k, LANGKAH_AJUKAN, info); }
static Err verifies(Konteks *k, ErrInfo *info) { return step(k, LANGKAH_VERIFIKASI, info); }
static Err returns(Konteks *k, ErrInfo *info) { return step(k, LANGKAH_KEMBALIKAN, info); }
static Err approves(Konteks *k, ErrInfo *info) { return step(k, LANGKAH_SAHKAN, info); }
static Err reopens(Konteks *k, ErrInfo *info) { return step(k, LANGKAH_BUKA, info); }

static const char *fixture(Konteks *k, const char *name)
{
	return str_format(k->arena, "%s/tests/fixtures/%s", getenv("CAPAIAN_SOURCE"), name);
}

static Err imports_plan(Konteks *k, ErrInfo *info)
{
	HasilRencana *out;
	const PermintaanRencana request = {.opd = OPD_A, .tahun = 2023, .jenis = "pergeseran", .nomor = "DPA/9", .berlaku = "2023-08-01"};
	return rencana_import(&out, k, &request, fixture(k, "rencana.csv"), true, info);
}

static Err imports_month(Konteks *k, ErrInfo *info)
{
	HasilImpor *out;
	const char *path = str_format(k->arena, "%s/impor.csv", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	FILE *file = fopen(path, "w");
	if (!file)
		fail_msg("%s", path);
	fputs("Kode Sub Kegiatan;Nama;Realisasi\n" SUB_A ";Penyusunan;5.000,00\n", file);
	fclose(file);
	Err err = impor_run(&out, k, &(PermintaanImpor){.berkas = path, .opd = OPD_A, .tahun = 2023, .bulan = 6, .terapkan = true}, info);
	remove(path);
	return err;
}

static Err imports_nomenclature(Konteks *k, ErrInfo *info)
{
	ImporNomenklatur out;
	return nomenklatur_import(&out, k, fixture(k, "nomenklatur.csv"), "2024", true, (Kemajuan){0}, info);
}

static Err fixes_due_day(Konteks *k, ErrInfo *info) { return kalender_due(k, 2023, 6, (Tanggal){2023, 7, 12}, info); }
static Err adds_holiday(Konteks *k, ErrInfo *info) { return kalender_holiday(k, (Tanggal){2023, 7, 19}, "Tahun Baru Hijriah", info); }

static Err changes_agency(Konteks *k, ErrInfo *info)
{
	BarisOpd row;
	bool changed;
	Err err = konteks_opd(k, OPD_A, &row, info);
	row.nama = "Dinas Lain";
	return err ? err : tata_opd_save(k, row, false, &changed, info);
}

static Err adds_user(Konteks *k, ErrInfo *info)
{
	const char *password;
	return pengguna_add(k, (BarisPengguna){.pengguna = "baru", .nama = "Baru", .peran = "auditor", .opd = "", .sandi = "", .aktif = 1}, "sandi-yang-panjang", &password, info);
}

static Err changes_role(Konteks *k, ErrInfo *info) { return pengguna_role(k, "dewi", "auditor", "", info); }
static Err disables_user(Konteks *k, ErrInfo *info) { return pengguna_enable(k, "kadag", false, info); }

static Err resets_password(Konteks *k, ErrInfo *info)
{
	const char *password;
	return pengguna_reset(k, "kadag", "sandi-yang-panjang", &password, info);
}

static Err lists_users(Konteks *k, ErrInfo *info)
{
	BarisPengguna *rows;
	size_t n;
	return pengguna_list(k, &rows, &n, info);
}

static Err adds_policy(Konteks *k, ErrInfo *info)
{
	static const char text[] = "[kebijakan]\nnama = Uji\n";
	VersiKebijakan out;
	DaftarTemuan faults = {.arena = k->arena};
	return kebijakan_add(k, 2023, "kebijakan", text, strlen(text), "uji", &out, &faults, info);
}

static Err sets_setting(Konteks *k, ErrInfo *info)
{
	bool changed;
	return pengaturan_tulis(k, "tidak-ada", "ya", &changed, info);
}

static Err comments(Konteks *k, ErrInfo *info)
{
	int64_t id;
	return komentar_add(k, BULAN, SUB_A, 0, "Mohon dijelaskan.", &id, info);
}

static Err lists_comments(Konteks *k, ErrInfo *info)
{
	Komentar *rows;
	size_t n;
	return komentar_list(k, BULAN, &rows, &n, info);
}

static Err reads_chain(Konteks *k, ErrInfo *info)
{
	EntriJejak *rows;
	size_t n;
	return jejak_list(k, 1, 5, &rows, &n, info);
}

static Err anchors(Konteks *k, ErrInfo *info)
{
	int64_t id;
	const char *hash;
	return jejak_anchor(k, &id, &hash, info);
}

static Err exports(Konteks *k, ErrInfo *info) { return ekspor_write(k, 2023, "/nonexistent/x.json", (Kemajuan){0}, info); }

static Err reads_draft(Konteks *k, ErrInfo *info)
{
	Bulan *month;
	return bulan_read(&month, k, BULAN, 0, info);
}

static Err reads_locked(Konteks *k, ErrInfo *info)
{
	Bulan *month;
	return bulan_read(&month, k, OPD_A, 2023, 1, 0, info);
}

static Err reads_grid(Konteks *k, ErrInfo *info)
{
	Kisi *grid;
	return kisi_load(&grid, k, BULAN, 0, info);
}

static Err takes_sheet(Konteks *k, ErrInfo *info)
{
	const unsigned char *bytes;
	size_t n;
	return isian_lembar_bytes(k, BULAN, &bytes, &n, info);
}

static Err reports(Konteks *k, ErrInfo *info)
{
	return app_bulan_report(k, &(AppBulan){.opd = OPD_A, .tahun = 2023, .bulan = 6}, (const char *[]){"/nonexistent/x.json"}, 1, UKURAN_F4, info);
}

static Err explains(Konteks *k, ErrInfo *info)
{
	PenjelasanAngka *out;
	return penjelasan_angka(&out, k, &(AppBulan){.opd = OPD_A, .tahun = 2023, .bulan = 6}, "total", "keuangan", info);
}

static Err reads_history(Konteks *k, ErrInfo *info)
{
	Riwayat out;
	return riwayat_list(k, BULAN, ISIAN_UANG, SUB_A, 0, &out, info);
}

static Err compares(Konteks *k, ErrInfo *info)
{
	BandingBulan *out;
	return banding_run(&out, k, BULAN, 0, "5", info);
}

static Err forecasts(Konteks *k, ErrInfo *info)
{
	Ramal *out;
	return ramal_agency(&out, k, BULAN, info);
}

static Err reads_agency_rfk(Konteks *k, ErrInfo *info)
{
	const Rfk *out;
	return baca_rfk(&out, k, BULAN, info);
}

static Err reads_rekap(Konteks *k, ErrInfo *info)
{
	const Rekap *out;
	return baca_rekap(&out, k, 2023, 6, info);
}

static Err reads_region_rfk(Konteks *k, ErrInfo *info)
{
	const Rfk *out;
	return baca_rfk(&out, k, "", 2023, 6, info);
}

typedef struct {
	const char *nama;
	Err (*run)(Konteks *k, ErrInfo *info);
	Aksi aksi;
	const char *opd;         /* "" the region */
	Aksi cukup;              /* this one will do as well; AKSI_JUMLAH: no other */
} Guna;

static const Guna GUNA[] = {
	{"save", saves, AKSI_ISI, OPD_A, AKSI_JUMLAH}, {"save many", saves_many, AKSI_ISI, OPD_A, AKSI_JUMLAH}, {"carry forward", carries, AKSI_ISI, OPD_A, AKSI_JUMLAH},
	{"justify", justifies, AKSI_JELASKAN, OPD_A, AKSI_JUMLAH}, {"attach", attaches, AKSI_BUKTI, OPD_A, AKSI_JUMLAH}, {"detach", detaches, AKSI_BUKTI, OPD_A, AKSI_JUMLAH},
	{"evidence", lists_evidence, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"submit", submits, AKSI_AJUKAN, OPD_A, AKSI_JUMLAH},
	{"verify", verifies, AKSI_VERIFIKASI, OPD_A, AKSI_JUMLAH}, {"return", returns, AKSI_KEMBALIKAN, OPD_A, AKSI_JUMLAH},
	{"approve", approves, AKSI_SAHKAN, OPD_A, AKSI_JUMLAH}, {"reopen", reopens, AKSI_BUKA, OPD_A, AKSI_JUMLAH},
	{"import a plan", imports_plan, AKSI_RENCANA, OPD_A, AKSI_JUMLAH}, {"import a month", imports_month, AKSI_IMPOR, OPD_A, AKSI_JUMLAH},
	{"import nomenclature", imports_nomenclature, AKSI_NOMENKLATUR, "", AKSI_JUMLAH}, {"due day", fixes_due_day, AKSI_KELOLA_KALENDER, "", AKSI_JUMLAH},
	{"holiday", adds_holiday, AKSI_KELOLA_KALENDER, "", AKSI_JUMLAH}, {"agency", changes_agency, AKSI_KELOLA_OPD, "", AKSI_JUMLAH},
	{"add a user", adds_user, AKSI_KELOLA_PENGGUNA, "", AKSI_JUMLAH}, {"role", changes_role, AKSI_KELOLA_PENGGUNA, "", AKSI_JUMLAH},
	{"disable", disables_user, AKSI_KELOLA_PENGGUNA, "", AKSI_JUMLAH}, {"reset", resets_password, AKSI_KELOLA_PENGGUNA, "", AKSI_JUMLAH},
	{"users", lists_users, AKSI_KELOLA_PENGGUNA, "", AKSI_JEJAK}, {"policy", adds_policy, AKSI_KELOLA_KEBIJAKAN, "", AKSI_JUMLAH},
	{"setting", sets_setting, AKSI_PENGATURAN, "", AKSI_JUMLAH}, {"comment", comments, AKSI_CATATAN, OPD_A, AKSI_JUMLAH},
	{"comments", lists_comments, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"audit chain", reads_chain, AKSI_JEJAK, "", AKSI_JUMLAH},
	{"anchor", anchors, AKSI_JEJAK, "", AKSI_JUMLAH}, {"export", exports, AKSI_CADANGAN, "", AKSI_JUMLAH},
	{"draft", reads_draft, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"locked month", reads_locked, AKSI_BACA_TERBIT, OPD_A, AKSI_JUMLAH},
	{"grid", reads_grid, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"sheet", takes_sheet, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"report", reports, AKSI_BACA, OPD_A, AKSI_JUMLAH},
	{"explain", explains, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"history", reads_history, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"compare", compares, AKSI_BACA, OPD_A, AKSI_JUMLAH},
	{"forecast", forecasts, AKSI_BACA, OPD_A, AKSI_JUMLAH}, {"RFK of an agency", reads_agency_rfk, AKSI_BACA, OPD_A, AKSI_JUMLAH},
	{"rekap", reads_rekap, AKSI_REKAP, "", AKSI_JUMLAH}, {"RFK of the region", reads_region_rfk, AKSI_REKAP, "", AKSI_JUMLAH},
};

static BukuUji *ledger(void)
{
	BukuUji *b = buku_uji_new();
	rencana_uji_add(b, OPD_A, 1, "2023-01-02", 200000000, "Sub Kegiatan Pembinaan", "2023-01-03T08:00");
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2023-02-10T08:00", NULL);
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	const BarisKeadaan locked = {.opd = OPD_A, .tahun = 2023, .bulan = 1, .revisi = 1, .keadaan = "disahkan", .aksi = "sahkan", .terkunci = 1, .alasan = "", .rencana = 1,
	                             .kondisi = "", .tanggal = "2023-02-10"};
	assert_int_equal(store_add_keadaan(k->store, locked, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
	return b;
}

static int64_t last_entry(Konteks *k)
{
	int64_t id;
	assert_int_equal(store_entry_at(k->store, k->arena, k->pemda.pemda, STORE_KINI, &id, NULL), ERR_OK);
	return id;
}

static void ask(Konteks *k, const char *who, const Guna *g)
{
	ErrInfo info = {0};
	bool may = akses_allows(k->peran, k->pengguna.opd, g->aksi, g->opd) ||
	           (g->cukup != AKSI_JUMLAH && akses_allows(k->peran, k->pengguna.opd, g->cukup, g->opd));
	int64_t before = last_entry(k);
	Err err = g->run(k, &info);
	if (may && err == ERR_DENIED)
		fail_msg("%s may '%s' and was refused: %s", who, g->nama, info.message);
	if (!may && err != ERR_DENIED)
		fail_msg("%s may not '%s' and was not refused: %d %s", who, g->nama, err, info.message ? info.message : "");
	if (!may && last_entry(k) != before)
		fail_msg("%s was refused '%s', and the ledger changed", who, g->nama);
}

static void every_use_case_asks_the_table(void **state)
{
	static const char *const users[] = {"admin", "sri", "dewi", "kadis", "kadag", "made", "bupati", "audi"};
	(void)state;
	for (size_t u = 0; u < sizeof users / sizeof *users; u++) {
		BukuUji *b = ledger();
		for (size_t g = 0; g < sizeof GUNA / sizeof *GUNA; g++) {
			Konteks *k = buku_uji_open(b, STORE_TULIS, users[u], "2023-07-05T08:00", NULL);
			ask(k, users[u], &GUNA[g]);
			konteks_close(k);
		}
		buku_uji_free(b);
	}
}

static void the_public_sees_what_is_approved(void **state)
{
	(void)state;
	BukuUji *b = ledger();
	Konteks *owner = buku_uji_open(b, STORE_TULIS, NULL, NULL, NULL), *k;
	for (size_t g = 0; g < sizeof GUNA / sizeof *GUNA; g++) {
		assert_int_equal(konteks_lend(&k, b->arena, owner->store, NULL, NULL, NULL, BAHASA_EN, NULL), ERR_OK);
		ask(k, "the public", &GUNA[g]);
	}
	konteks_close(owner);
	buku_uji_free(b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_use_case_asks_the_table), cmocka_unit_test(the_public_sees_what_is_approved)};
	return cmocka_run_group_tests_name("wewenang", tests, NULL, NULL);
}
