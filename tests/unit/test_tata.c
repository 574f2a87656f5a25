/* Setting up: the region, agencies, users, the calendar - what is allowed, and every refusal. */
#include "buku_uji.h"

#include "app/kalender.h"
#include "app/kebijakan_app.h"
#include "app/pengguna.h"
#include "app/sandi.h"
#include "app/tata.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

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

static Konteks *admin(BukuUji *b)
{
	return buku_uji_open(b, STORE_TULIS, "admin", "2023-01-03T08:00", NULL);
}

static int64_t entries(Konteks *k)
{
	int64_t id;
	assert_int_equal(store_entry_at(k->store, k->arena, k->pemda.pemda, STORE_KINI, &id, NULL), ERR_OK);
	return id;
}

#define REFUSED(call, part)                                                                                                                            \
	do {                                                                                                                                               \
		ErrInfo info = {0};                                                                                                                            \
		int64_t before = entries(k);                                                                                                                   \
		assert_true(err_refused((call)));                                                                                                           \
		if (!strstr(info.message, (part)))                                                                                                             \
			fail_msg("'%s' does not say '%s'", info.message, (part));                                                                                  \
		assert_int_equal(entries(k), before);                                                                                                          \
	} while (0)

/* ---- init ---- */

static void a_ledger_begins_with_its_region_and_admin(void **state)
{
	BukuUji *b = *state;
	BarisPemda pemda;
	const char *db = buku_uji_path(b, "baru.db");
	const TataBaru baru = {.db = db, .pemda = "51.08"};
	assert_int_equal(tata_init(b->arena, &baru, BAHASA_EN, &pemda, NULL), ERR_OK);
	assert_string_equal(pemda.nama, "Kabupaten Buleleng");
	assert_string_equal(pemda.tingkat, "kabupaten");
	assert_int_equal(pemda.zona, 480);
	assert_int_equal(pemda.latihan, 0);
	struct stat at;
	assert_int_equal(stat(db, &at), 0);
	assert_int_equal(at.st_mode & 0777, 0600);
	Konteks *k;
	const KonteksOptions options = {.db = db, .sebagai = "admin", .mode = STORE_BACA};
	assert_int_equal(konteks_open(&k, b->arena, &options, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(k->peran, PERAN_ADMIN);
	assert_string_equal(k->pengguna.sandi, "");
	assert_int_equal(entries(k), 2);
	konteks_close(k);
}

static void a_further_region_joins_an_existing_ledger(void **state)
{
	BukuUji *b = *state;
	BarisPemda pemda;
	ErrInfo info = {0};
	TataBaru baru = {.db = b->db, .pemda = "51"};
	assert_int_equal(tata_init(b->arena, &baru, BAHASA_EN, &pemda, NULL), ERR_OK);
	assert_string_equal(pemda.nama, "Provinsi Bali");
	assert_string_equal(pemda.tingkat, "provinsi");
	assert_int_equal(tata_init(b->arena, &baru, BAHASA_EN, &pemda, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "already"));
	Konteks *k;
	KonteksOptions options = {.db = b->db, .mode = STORE_BACA};
	assert_int_equal(konteks_open(&k, b->arena, &options, BAHASA_EN, &info), ERR_USAGE); /* which one? */
	options.pemda = "51";
	options.sebagai = "sri"; /* users belong to their region */
	assert_int_equal(konteks_open(&k, b->arena, &options, BAHASA_EN, &info), ERR_ABSENT);
	options.sebagai = "admin";
	assert_int_equal(konteks_open(&k, b->arena, &options, BAHASA_EN, &info), ERR_OK);
	konteks_close(k);
}

static void init_refuses_and_leaves_no_file(void **state)
{
	BukuUji *b = *state;
	const char *db = buku_uji_path(b, "baru.db");
	const struct {
		TataBaru baru;
		const char *part;
	} cases[] = {
		{{.db = db, .pemda = "51.8"}, "not the code of a region"},
		{{.db = db, .pemda = ""}, "not the code of a region"},
		{{.db = db, .pemda = "Buleleng"}, "not the code of a region"},
		{{.db = db, .pemda = "99.01"}, "no region has the code 99.01"},
		{{.db = db, .pemda = "99.01", .nama = "Kabupaten Contoh"}, "no region has the code 99.01"},
		{{.db = db, .pemda = "99.01", .latihan = true}, "no region has the code 99.01"},
		{{.db = db, .pemda = "99.01", .nama = "  ", .latihan = true}, "no region has the code 99.01"},
		{{.db = db, .pemda = "51.08", .pada = "2023-01-02"}, "training"},
		{{.db = db, .pemda = "51.08", .latihan = true, .pada = "kemarin"}, "not a time"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		BarisPemda pemda;
		ErrInfo info = {0};
		assert_int_equal(tata_init(b->arena, &cases[i].baru, BAHASA_EN, &pemda, &info), ERR_USAGE);
		if (!strstr(info.message, cases[i].part))
			fail_msg("%s", info.message);
		assert_int_not_equal(access(db, F_OK), 0);
	}
	BarisPemda pemda;
	ErrInfo info = {0};
	const TataBaru nowhere = {.db = buku_uji_path(b, "tidak/ada/baru.db"), .pemda = "51.08"};
	assert_int_equal(tata_init(b->arena, &nowhere, BAHASA_EN, &pemda, &info), ERR_WRITE);
	assert_non_null(strstr(info.message, "tidak/ada/baru.db"));
}

static void a_fictional_region_has_the_level_of_its_name(void **state)
{
	BukuUji *b = *state;
	static const struct {
		const char *kode, *nama, *tingkat;
	} cases[] = {{"99.01", "Kabupaten Contoh", "kabupaten"}, {"99.71", "Kota Contoh", "kota"}, {"99", "Contoh Raya", "provinsi"}, {"98.02", "Provinsi Contoh", "provinsi"}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		BarisPemda pemda;
		const TataBaru baru = {.db = buku_uji_path(b, cases[i].kode), .pemda = cases[i].kode, .nama = cases[i].nama, .latihan = true, .pada = "2023-01-02T08:00"};
		assert_int_equal(tata_init(b->arena, &baru, BAHASA_EN, &pemda, NULL), ERR_OK);
		assert_string_equal(pemda.tingkat, cases[i].tingkat);
		assert_int_equal(pemda.zona, 420);
	}
}

/* ---- agencies ---- */

static void an_agency_is_kept_in_versions(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	BarisOpd row = tata_opd_blank("2.17.3.30.3.31.01.0000", k->arena), *rows;
	bool changed;
	size_t n;
	assert_string_equal(row.kode_bidang, "2.17");
	assert_int_equal(tata_opd_field(k, &row, "nama", "  Dinas\tBaru ", NULL), ERR_OK);
	assert_int_equal(tata_opd_field(k, &row, "kepala_nip", "196801011990031001", NULL), ERR_OK);
	assert_int_equal(tata_opd_save(k, row, true, &changed, NULL), ERR_OK);
	assert_true(changed);
	assert_int_equal(tata_opd_save(k, row, false, &changed, NULL), ERR_OK);
	assert_false(changed);
	assert_int_equal(tata_opd_field(k, &row, "aktif", "tidak", NULL), ERR_OK);
	assert_int_equal(tata_opd_save(k, row, false, &changed, NULL), ERR_OK);
	assert_true(changed);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	assert_int_equal(tata_opd_list(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 3);
	assert_string_equal(rows[1].nama, "Dinas Baru");
	assert_int_equal(rows[1].aktif, 0);
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, "2023-01-02T09:00");
	assert_int_equal(tata_opd_list(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	konteks_close(k);
}

static void agencies_that_are_wrong_are_refused(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	bool changed;
	static const char *const bad_codes[] = {"", "2", "2.", ".17", "2..17", "2.17 ", "2.17.x", "2,17", "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1"};
	for (size_t i = 0; i < sizeof bad_codes / sizeof *bad_codes; i++) {
		BarisOpd row = tata_opd_blank(bad_codes[i], k->arena);
		row.nama = "Dinas";
		REFUSED(tata_opd_save(k, row, true, &changed, &info), "organisation code");
	}
	BarisOpd row = tata_opd_blank("1.01", k->arena);
	REFUSED(tata_opd_save(k, row, true, &changed, &info), "needs a name");
	row.nama = "Dinas";
	row.kepala_nip = "123";
	REFUSED(tata_opd_save(k, row, true, &changed, &info), "NIP");
	row.kepala_nip = "";
	REFUSED(tata_opd_save(k, row, false, &changed, &info), "no agency 1.01");
	row.opd = OPD_A;
	REFUSED(tata_opd_save(k, row, true, &changed, &info), "exists already: Dinas Koperasi");
	REFUSED(tata_opd_field(k, &row, "warna", "biru", &info), "no field 'warna'");
	REFUSED(tata_opd_field(k, &row, "opd", "1.02", &info), "no field 'opd'");
	REFUSED(tata_opd_field(k, &row, "aktif", "mungkin", &info), "neither ya nor tidak");
	konteks_close(k);
}

/* ---- users ---- */

static BarisPengguna person(const char *name, const char *peran, const char *opd)
{
	return (BarisPengguna){.pengguna = name, .nama = "Nama Lengkap", .peran = peran, .opd = opd};
}

static BarisPengguna stored(BukuUji *b, const char *name)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, NULL, NULL, NULL);
	BarisPengguna *rows, found = {0};
	size_t n;
	assert_int_equal(store_list_pengguna(k->store, k->arena, "99.01", STORE_KINI, &rows, &n, NULL), ERR_OK);
	for (size_t i = 0; i < n; i++)
		if (str_equal(rows[i].pengguna, name))
			found = rows[i];
	konteks_close(k);
	return found;
}

static void a_user_gets_a_password_once(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	const char *made, *again;
	assert_int_equal(pengguna_add(k, person("ayu", "operator", "2.17"), NULL, &made, NULL), ERR_OK);
	BarisPengguna row = stored(b, "ayu");
	assert_string_equal(row.opd, OPD_A); /* the whole code */
	assert_int_equal(row.aktif, 1);
	assert_true(sandi_check(row.sandi, made));
	assert_int_equal(pengguna_reset(k, "ayu", NULL, &again, NULL), ERR_OK);
	assert_string_not_equal(made, again);
	row = stored(b, "ayu");
	assert_false(sandi_check(row.sandi, made));
	assert_true(sandi_check(row.sandi, again));
	assert_int_equal(pengguna_reset(k, "ayu", "pilihan sendiri", &again, NULL), ERR_OK);
	assert_null(again);
	assert_true(sandi_check(stored(b, "ayu").sandi, "pilihan sendiri"));
	/* Lists never show what is kept. */
	BarisPengguna *rows;
	size_t n;
	assert_int_equal(pengguna_list(k, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 9);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(rows[i].sandi, str_equal(rows[i].pengguna, "ayu") ? "ada" : "");
	konteks_close(k);
}

static void users_that_are_wrong_are_refused(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	const char *made, *good = "sandi yang baik";
	static const char *const names[] = {"", "a", "Ayu", "1ayu", "ayu bulan", "ayu/x", "sistem", "abcdefghijklmnopqrstuvwxyzabcdefg"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		REFUSED(pengguna_add(k, person(names[i], "auditor", ""), good, &made, &info), "cannot be the name");
	BarisPengguna nameless = person("ayu", "auditor", "");
	nameless.nama = " \t";
	REFUSED(pengguna_add(k, nameless, good, &made, &info), "full name");
	REFUSED(pengguna_add(k, person("sri", "auditor", ""), good, &made, &info), "exists already");
	REFUSED(pengguna_add(k, person("ayu", "raja", ""), good, &made, &info), "not a role");
	REFUSED(pengguna_add(k, person("ayu", "publik", ""), good, &made, &info), "not a role");
	REFUSED(pengguna_add(k, person("ayu", "operator", ""), good, &made, &info), "needs an agency");
	REFUSED(pengguna_add(k, person("ayu", "kepala", ""), good, &made, &info), "needs an agency");
	REFUSED(pengguna_add(k, person("ayu", "kepala", "9.99"), good, &made, &info), "no agency 9.99");
	REFUSED(pengguna_add(k, person("ayu", "verifikator", OPD_A), good, &made, &info), "whole region");
	REFUSED(pengguna_add(k, person("ayu", "auditor", ""), "pendek", &made, &info), "at least 10");
	REFUSED(pengguna_reset(k, "sri", "pendek", &made, &info), "at least 10");
	REFUSED(pengguna_reset(k, "ayu", good, &made, &info), "no user ayu");
	REFUSED(pengguna_role(k, "ayu", "auditor", NULL, &info), "no user ayu");
	REFUSED(pengguna_role(k, "sri", "operator", NULL, &info), "needs an agency");
	REFUSED(pengguna_role(k, "sri", "dewa", NULL, &info), "not a role");
	REFUSED(pengguna_enable(k, "ayu", false, &info), "no user ayu");
	REFUSED(pengguna_enable(k, "sri", true, &info), "active already");
	bool changed;
	BarisOpd closed = tata_opd_blank(OPD_B, k->arena);
	closed.nama = "Tutup";
	closed.aktif = 0;
	assert_int_equal(tata_opd_save(k, closed, false, &changed, NULL), ERR_OK);
	REFUSED(pengguna_add(k, person("ayu", "operator", OPD_B), good, &made, &info), "no longer active");
	konteks_close(k);
}

static void the_last_admin_stays(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	REFUSED(pengguna_enable(k, "admin", false, &info), "last active admin");
	REFUSED(pengguna_role(k, "admin", "auditor", NULL, &info), "last active admin");
	assert_int_equal(pengguna_role(k, "admin", "admin", NULL, NULL), ERR_OK);
	assert_int_equal(pengguna_role(k, "made", "admin", NULL, NULL), ERR_OK);
	assert_int_equal(pengguna_enable(k, "made", false, NULL), ERR_OK);
	REFUSED(pengguna_enable(k, "admin", false, &info), "last active admin"); /* a disabled one does not count */
	assert_int_equal(pengguna_enable(k, "made", true, NULL), ERR_OK);
	assert_int_equal(pengguna_enable(k, "admin", false, NULL), ERR_OK);
	konteks_close(k);
	ErrInfo info = {0};
	const KonteksOptions options = {.db = b->db, .sebagai = "admin", .mode = STORE_TULIS};
	assert_int_equal(konteks_open(&k, b->arena, &options, BAHASA_EN, &info), ERR_USAGE);
	assert_non_null(strstr(info.message, "disabled"));
}

static void a_role_can_change_with_its_scope(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	assert_int_equal(pengguna_role(k, "sri", "kepala", "3.30", NULL), ERR_OK);
	assert_string_equal(stored(b, "sri").peran, "kepala");
	assert_string_equal(stored(b, "sri").opd, OPD_B);
	assert_int_equal(pengguna_role(k, "sri", "auditor", NULL, NULL), ERR_OK);
	assert_string_equal(stored(b, "sri").opd, "");
	konteks_close(k);
}

/* ---- calendar ---- */

static void due_is(Konteks *k, int tahun, int bulan, const char *iso)
{
	Tanggal due;
	assert_int_equal(tenggat_of(k, tahun, bulan, &due, NULL), ERR_OK);
	assert_string_equal(tanggal_print_iso(k->arena, due), iso);
}

/* Weekdays by a printed calendar: 10 June 2023 was a Saturday, 10 September 2023 a Sunday, 10 January 2024 a Wednesday. */
static void a_month_is_due_on_a_working_day(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	due_is(k, 2023, 1, "2023-02-10");
	due_is(k, 2023, 5, "2023-06-12");
	due_is(k, 2023, 8, "2023-09-11");
	due_is(k, 2023, 12, "2024-01-10");
	assert_int_equal(kalender_holiday(k, (Tanggal){2024, 1, 10}, "Libur", NULL), ERR_OK);
	assert_int_equal(kalender_holiday(k, (Tanggal){2024, 1, 11}, "Libur", NULL), ERR_OK);
	assert_int_equal(kalender_holiday(k, (Tanggal){2024, 1, 12}, "Cuti bersama", NULL), ERR_OK);
	due_is(k, 2023, 12, "2024-01-15"); /* Saturday and Sunday follow */
	assert_int_equal(kalender_holiday(k, (Tanggal){2024, 1, 11}, "", NULL), ERR_OK);
	due_is(k, 2023, 12, "2024-01-11");
	assert_int_equal(kalender_due(k, 2023, 12, (Tanggal){2024, 1, 6}, NULL), ERR_OK); /* fixed: a Saturday stands */
	due_is(k, 2023, 12, "2024-01-06");
	due_is(k, 2022, 12, "2023-01-10");
	Kalender year;
	assert_int_equal(kalender_show(k, 2023, &year, NULL), ERR_OK);
	assert_true(year.tenggat[11].ditetapkan);
	assert_false(year.tenggat[10].ditetapkan);
	assert_int_equal(year.n_libur, 2);
	assert_string_equal(year.libur[1].nama, "Cuti bersama");
	assert_int_equal(kalender_show(k, 2022, &year, NULL), ERR_OK);
	assert_int_equal(year.n_libur, 0);
	assert_int_equal(kalender_due(k, 2023, 12, (Tanggal){0}, NULL), ERR_OK); /* by the rule again */
	due_is(k, 2023, 12, "2024-01-11");
	konteks_close(k);
	k = buku_uji_open(b, STORE_BACA, NULL, NULL, "2023-01-02T10:00"); /* before any holiday was known */
	due_is(k, 2023, 12, "2024-01-10");
	konteks_close(k);
}

static void a_due_day_must_fit_its_month(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	REFUSED(kalender_due(k, 2023, 12, (Tanggal){2023, 11, 30}, &info), "cannot be due");
	REFUSED(kalender_due(k, 2023, 12, (Tanggal){2024, 12, 1}, &info), "cannot be due");
	assert_int_equal(kalender_due(k, 2023, 12, (Tanggal){2023, 12, 1}, NULL), ERR_OK);
	assert_int_equal(kalender_due(k, 2023, 12, (Tanggal){2024, 11, 30}, NULL), ERR_OK);
	konteks_close(k);
}

static void step(BukuUji *b, const char *who, const char *when, const char *opd, const char *keadaan, const char *aksi)
{
	Konteks *k = buku_uji_open(b, STORE_TULIS, who, when, NULL);
	const BarisKeadaan row = {.opd = opd, .tahun = 2023, .bulan = 12, .revisi = 1, .keadaan = keadaan, .aksi = aksi, .alasan = "", .kondisi = "", .tanggal = ""};
	assert_int_equal(konteks_begin(k, NULL), ERR_OK);
	assert_int_equal(store_add_keadaan(k->store, row, NULL, NULL), ERR_OK);
	assert_int_equal(store_commit(k->store, NULL), ERR_OK);
	konteks_close(k);
}

static void late_at(BukuUji *b, const char *when, size_t n_expected, const int64_t *days, const char *const *states)
{
	Konteks *k = buku_uji_open(b, STORE_BACA, "bupati", NULL, when);
	Kepatuhan *rows;
	Tanggal due;
	size_t n;
	assert_int_equal(kalender_kepatuhan(k, 2023, 12, &due, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, n_expected);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(rows[i].hari, days[i]);
		assert_string_equal(rows[i].keadaan, states[i]);
	}
	konteks_close(k);
}

static void lateness_counts_from_the_first_submission(void **state)
{
	BukuUji *b = *state;
	step(b, "sri", "2024-01-10T23:59", OPD_A, "diajukan", "ajukan");   /* on the due day itself */
	step(b, "made", "2024-01-12T08:00", OPD_A, "draf", "kembalikan");
	step(b, "dewi", "2024-01-14T00:00", OPD_B, "diajukan", "ajukan"); /* four days late */
	step(b, "sri", "2024-01-20T08:00", OPD_A, "diajukan", "ajukan");
	late_at(b, "2024-01-09", 2, (int64_t[]){0, 0}, (const char *const[]){"draf", "draf"});
	late_at(b, "2024-01-12T07:59", 2, (int64_t[]){0, 2}, (const char *const[]){"diajukan", "draf"});
	late_at(b, "2024-01-13", 2, (int64_t[]){0, 3}, (const char *const[]){"dikembalikan", "draf"});
	late_at(b, "2024-02-01", 2, (int64_t[]){0, 4}, (const char *const[]){"diajukan", "diajukan"});
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2024-02-02", NULL);
	bool changed;
	BarisOpd closed = tata_opd_blank("1.01.01", k->arena);
	closed.nama = "Tutup";
	closed.aktif = 0;
	assert_int_equal(tata_opd_save(k, closed, true, &changed, NULL), ERR_OK);
	konteks_close(k);
	late_at(b, "2024-02-03", 2, (int64_t[]){0, 4}, (const char *const[]){"diajukan", "diajukan"}); /* one that is closed owes nothing */
}

/* ---- policy ---- */

static Err keep_policy(Konteks *k, int tahun, const char *text, const char *alasan, VersiKebijakan *made, ErrInfo *info)
{
	return kebijakan_add(k, tahun, "k.conf", text, strlen(text), alasan, made, NULL, info);
}

static void a_policy_is_kept_in_versions_a_year(void **state)
{
	BukuUji *b = *state;
	Konteks *k = admin(b);
	VersiKebijakan made, *rows;
	size_t n;
	assert_int_equal(kebijakan_list(k, 2023, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 0);
	assert_int_equal(keep_policy(k, 2023, "[kebijakan]\nnama = Satu\n", "", &made, NULL), ERR_OK);
	assert_int_equal(made.baris.versi, 1);
	assert_string_equal(made.nama, "Satu");
	assert_string_equal(made.oleh, "admin");
	REFUSED(keep_policy(k, 2023, "[kebijakan]\nnama = Satu\n# the same\n", "alasan", &made, &info), "version 1");
	REFUSED(keep_policy(k, 2023, "[kebijakan]\nnama = Dua\n", " ", &made, &info), "needs a reason");
	REFUSED(keep_policy(k, 2023, "[kebijakan]\nnama = Dua\npemda = 51.08\n", "alasan", &made, &info), "of region 51.08");
	REFUSED(keep_policy(k, 2023, "[kebijakan]\nnama = Dua\ntahun = 2022\n", "alasan", &made, &info), "of 2022, not of 2023");
	REFUSED(keep_policy(k, 2023, "[kebijakan]\nnama = Dua\nsalah\n", "alasan", &made, &info), "k.conf:3");
	assert_int_equal(keep_policy(k, 2023, "[kebijakan]\nnama = Dua\npemda = 99.01\ntahun = 2023\n", "Peraturan baru", &made, NULL), ERR_OK);
	assert_int_equal(made.baris.versi, 2);
	assert_int_equal(keep_policy(k, 2024, "[kebijakan]\nnama = Dua\n", "", &made, NULL), ERR_OK);
	assert_int_equal(made.baris.versi, 1);
	assert_int_equal(kebijakan_list(k, 2023, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_string_equal(rows[1].baris.alasan, "Peraturan baru");
	assert_string_not_equal(rows[0].baris.hash, rows[1].baris.hash);
	konteks_close(k);
}

/* ---- who may ---- */

static Err try_opd(Konteks *k, ErrInfo *info)
{
	bool changed;
	BarisOpd row = tata_opd_blank(OPD_A, k->arena);
	row.nama = str_format(k->arena, "Dinas %s", k->masuk ? k->pengguna.pengguna : "");
	return tata_opd_save(k, row, false, &changed, info);
}

static Err try_user_role(Konteks *k, ErrInfo *info)
{
	return pengguna_role(k, "audi", "auditor", NULL, info);
}

static Err try_user_add(Konteks *k, ErrInfo *info)
{
	const char *made;
	return pengguna_add(k, person("ayu", "auditor", ""), "sandi yang baik", &made, info);
}

static Err try_user_reset(Konteks *k, ErrInfo *info)
{
	const char *made;
	return pengguna_reset(k, "audi", "sandi yang baik", &made, info);
}

static Err try_user_disable(Konteks *k, ErrInfo *info)
{
	return pengguna_enable(k, "kadag", false, info);
}

static Err try_user_list(Konteks *k, ErrInfo *info)
{
	BarisPengguna *rows;
	size_t n;
	return pengguna_list(k, &rows, &n, info);
}

static Err try_opd_list(Konteks *k, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n;
	return tata_opd_list(k, &rows, &n, info);
}

static Err try_due(Konteks *k, ErrInfo *info)
{
	return kalender_due(k, 2023, 1, (Tanggal){2023, 2, 8}, info);
}

static Err try_holiday(Konteks *k, ErrInfo *info)
{
	return kalender_holiday(k, (Tanggal){2023, 8, 17}, "Hari Kemerdekaan", info);
}

static Err try_show(Konteks *k, ErrInfo *info)
{
	Kalender year;
	return kalender_show(k, 2023, &year, info);
}

static Err try_late(Konteks *k, ErrInfo *info)
{
	Tanggal due;
	Kepatuhan *rows;
	size_t n;
	return kalender_kepatuhan(k, 2023, 1, &due, &rows, &n, info);
}

static Err try_policy_add(Konteks *k, ErrInfo *info)
{
	VersiKebijakan made;
	const char *text = str_format(k->arena, "[kebijakan]\nnama = %s\n", k->masuk ? k->pengguna.pengguna : "");
	return kebijakan_add(k, 2023, "k.conf", text, strlen(text), "alasan", &made, NULL, info);
}

static Err try_policy_list(Konteks *k, ErrInfo *info)
{
	VersiKebijakan *rows;
	size_t n;
	return kebijakan_list(k, 2023, &rows, &n, info);
}

static void every_role_against_every_use_case(void **state)
{
	static const char *const users[] = {"sri", "kadis", "made", "bupati", "audi", "admin", NULL};
	/* operator, kepala, verifikator, pimpinan, auditor, admin, nobody (the machine's own administrator, who only reads) */
	static const struct {
		const char *nama;
		Err (*run)(Konteks *k, ErrInfo *info);
		const char *boleh;
	} cases[] = {
		{"opd list", try_opd_list, "yyyyyyy"},   {"opd set", try_opd, "-----y-"},          {"user list", try_user_list, "--y-yyy"},
		{"user role", try_user_role, "-----y-"}, {"user add", try_user_add, "-----y-"},    {"user reset", try_user_reset, "-----y-"},
		{"user disable", try_user_disable, "-----y-"}, {"calendar due", try_due, "--y--y-"}, {"calendar holiday", try_holiday, "--y--y-"},
		{"calendar show", try_show, "yyyyyyy"},  {"calendar late", try_late, "yyyyyyy"},
		{"policy add", try_policy_add, "-----y-"}, {"policy list", try_policy_list, "yyyyyyy"},
	};
	BukuUji *b = *state;
	for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
		for (size_t u = 0; u < 7; u++) {
			Konteks *k = buku_uji_open(b, STORE_TULIS, users[u], "2023-03-01", NULL);
			ErrInfo info = {0};
			int64_t before = entries(k);
			Err err = cases[c].run(k, &info);
			if (err != (cases[c].boleh[u] == 'y' ? ERR_OK : ERR_DENIED))
				fail_msg("%s as %s: %d %s", cases[c].nama, users[u] ? users[u] : "nobody", err, info.message ? info.message : "");
			if (err && entries(k) != before)
				fail_msg("%s as %s was refused, but wrote", cases[c].nama, users[u] ? users[u] : "nobody");
			konteks_close(k);
		}
	}
}

/* ---- time ---- */

static void times_come_in_order(void **state)
{
	BukuUji *b = *state;
	Konteks *k = buku_uji_open(b, STORE_TULIS, "admin", "2022-12-31", NULL);
	REFUSED(kalender_holiday(k, (Tanggal){2023, 8, 17}, "x", &info), "before the last entry of the ledger, 2023-01-02T08:00:00+07:00");
	konteks_close(k);
	k = buku_uji_open(b, STORE_TULIS, "admin", "2090-01-01", NULL); /* someone's clock ran far ahead */
	assert_int_equal(kalender_holiday(k, (Tanggal){2023, 8, 17}, "x", NULL), ERR_OK);
	assert_null(k->peringatan);
	konteks_close(k);
	k = buku_uji_open(b, STORE_TULIS, "admin", NULL, NULL);
	assert_int_equal(kalender_holiday(k, (Tanggal){2023, 8, 17}, "", NULL), ERR_OK); /* nobody is stopped */
	assert_non_null(strstr(k->peringatan, "clock"));
	BarisJejak *rows;
	size_t n;
	int64_t last = entries(k);
	assert_int_equal(store_list_jejak(k->store, k->arena, "99.01", last - 1, last, &rows, &n, NULL), ERR_OK);
	assert_int_equal(rows[0].waktu, rows[1].waktu);
	konteks_close(k);
	k = buku_uji_open(b, STORE_TULIS, "admin", NULL, "2023-01-05");
	REFUSED(kalender_holiday(k, (Tanggal){2023, 8, 17}, "x", &info), "not as of another time");
	konteks_close(k);
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(a_ledger_begins_with_its_region_and_admin),
		CASE(a_further_region_joins_an_existing_ledger),
		CASE(init_refuses_and_leaves_no_file),
		CASE(a_fictional_region_has_the_level_of_its_name),
		CASE(an_agency_is_kept_in_versions),
		CASE(agencies_that_are_wrong_are_refused),
		CASE(a_user_gets_a_password_once),
		CASE(users_that_are_wrong_are_refused),
		CASE(the_last_admin_stays),
		CASE(a_role_can_change_with_its_scope),
		CASE(a_month_is_due_on_a_working_day),
		CASE(a_due_day_must_fit_its_month),
		CASE(lateness_counts_from_the_first_submission),
		CASE(a_policy_is_kept_in_versions_a_year),
		CASE(every_role_against_every_use_case),
		CASE(times_come_in_order),
	};
	return cmocka_run_group_tests_name("tata", tests, NULL, NULL);
}
