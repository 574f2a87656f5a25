/* The access table, spelled out by hand: every role, every action, on the own agency, on another one, on the region as a whole. */
#include "app/akses.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define OWN "2.17.0.00.0.00.01.0000"
#define OTHER "3.30.0.00.0.00.02.0000"

typedef struct {
	Aksi aksi;
	const char *nama;
	/* own agency, another agency, the region: y or - ; in the order operator, kepala, verifikator, pimpinan, auditor, admin, publik. Roles without an
	 * agency have no own one: for them the first column is just some agency. */
	const char *boleh[PERAN_JUMLAH];
} Baris;

static const Baris TABEL[] = {
	{AKSI_BACA, "baca", {"y--", "y--", "yyy", "yyy", "yyy", "yyy", "---"}},
	{AKSI_BACA_TERBIT, "baca-terbit", {"yyy", "yyy", "yyy", "yyy", "yyy", "yyy", "yyy"}},
	{AKSI_REKAP, "rekap", {"yyy", "yyy", "yyy", "yyy", "yyy", "yyy", "---"}},
	{AKSI_ISI, "isi", {"y--", "---", "---", "---", "---", "---", "---"}},
	{AKSI_JELASKAN, "jelaskan", {"y--", "---", "---", "---", "---", "---", "---"}},
	{AKSI_BUKTI, "bukti", {"y--", "---", "---", "---", "---", "---", "---"}},
	{AKSI_RENCANA, "rencana", {"y--", "---", "yyy", "---", "---", "yyy", "---"}},
	{AKSI_IMPOR, "impor", {"y--", "---", "yyy", "---", "---", "yyy", "---"}},
	{AKSI_AJUKAN, "ajukan", {"y--", "---", "---", "---", "---", "---", "---"}},
	{AKSI_VERIFIKASI, "verifikasi", {"---", "---", "yyy", "---", "---", "---", "---"}},
	{AKSI_KEMBALIKAN, "kembalikan", {"---", "y--", "yyy", "---", "---", "---", "---"}},
	{AKSI_SAHKAN, "sahkan", {"---", "y--", "---", "---", "---", "---", "---"}},
	{AKSI_BUKA, "buka", {"---", "---", "yyy", "---", "---", "---", "---"}},
	{AKSI_KELOLA_OPD, "kelola-opd", {"---", "---", "---", "---", "---", "yyy", "---"}},
	{AKSI_KELOLA_PENGGUNA, "kelola-pengguna", {"---", "---", "---", "---", "---", "yyy", "---"}},
	{AKSI_KELOLA_KALENDER, "kelola-kalender", {"---", "---", "yyy", "---", "---", "yyy", "---"}},
	{AKSI_KELOLA_KEBIJAKAN, "kelola-kebijakan", {"---", "---", "---", "---", "---", "yyy", "---"}},
	{AKSI_NOMENKLATUR, "nomenklatur", {"---", "---", "yyy", "---", "---", "yyy", "---"}},
	{AKSI_JEJAK, "jejak", {"---", "---", "yyy", "---", "yyy", "yyy", "---"}},
	{AKSI_CADANGAN, "cadangan", {"---", "---", "---", "---", "---", "yyy", "---"}},
	{AKSI_CATATAN, "catatan", {"---", "y--", "yyy", "---", "---", "---", "---"}},
	{AKSI_JAWABAN, "jawaban", {"y--", "y--", "yyy", "---", "---", "---", "---"}},
	{AKSI_PENGATURAN, "pengaturan", {"---", "---", "---", "---", "---", "yyy", "---"}},
};
static const char *const PERAN[PERAN_JUMLAH] = {"operator", "kepala", "verifikator", "pimpinan", "auditor", "admin", "publik"};

static void every_role_every_action_every_scope(void **state)
{
	static const char *const scopes[] = {OWN, OTHER, ""};
	assert_int_equal(sizeof TABEL / sizeof *TABEL, AKSI_JUMLAH);
	for (size_t a = 0; a < AKSI_JUMLAH; a++) {
		assert_string_equal(aksi_name(TABEL[a].aksi), TABEL[a].nama);
		for (int p = 0; p < PERAN_JUMLAH; p++) {
			int peran = peran_from_name(PERAN[p]);
			assert_true(peran >= 0);
			const char *of_user = str_equal(PERAN[p], "operator") || str_equal(PERAN[p], "kepala") ? OWN : "";
			for (int s = 0; s < 3; s++) {
				bool should = TABEL[a].boleh[p][s] == 'y', is = akses_allows((Peran)peran, of_user, TABEL[a].aksi, scopes[s]);
				if (is != should)
					fail_msg("%s, %s, '%s': %s", PERAN[p], TABEL[a].nama, scopes[s], is ? "allowed" : "refused");
			}
		}
	}
	(void)state;
}

/* Every row of the table names an action once, so that none is left untested. */
static void the_table_of_this_test_is_whole(void **state)
{
	int seen[AKSI_JUMLAH] = {0};
	for (size_t a = 0; a < AKSI_JUMLAH; a++)
		seen[TABEL[a].aksi]++;
	for (size_t a = 0; a < AKSI_JUMLAH; a++)
		assert_int_equal(seen[a], 1);
	(void)state;
}

/* The duties that must never meet in one person (domain: four eyes; the auditor and the public change nothing). */
static void duties_stay_apart(void **state)
{
	static const Aksi writing[] = {AKSI_ISI, AKSI_JELASKAN, AKSI_BUKTI, AKSI_RENCANA, AKSI_IMPOR, AKSI_AJUKAN, AKSI_VERIFIKASI, AKSI_KEMBALIKAN, AKSI_SAHKAN, AKSI_BUKA,
	                               AKSI_KELOLA_OPD, AKSI_KELOLA_PENGGUNA, AKSI_KELOLA_KALENDER, AKSI_KELOLA_KEBIJAKAN, AKSI_NOMENKLATUR, AKSI_CATATAN, AKSI_JAWABAN,
	                               AKSI_PENGATURAN};
	for (size_t i = 0; i < sizeof writing / sizeof *writing; i++) {
		assert_int_equal(akses_scope(PERAN_AUDITOR, writing[i]), LINGKUP_TIDAK);
		assert_int_equal(akses_scope(PERAN_PIMPINAN, writing[i]), LINGKUP_TIDAK);
		assert_int_equal(akses_scope(PERAN_PUBLIK, writing[i]), LINGKUP_TIDAK);
	}
	for (int p = 0; p < PERAN_JUMLAH; p++) {
		int n = (akses_scope((Peran)p, AKSI_AJUKAN) != LINGKUP_TIDAK) + (akses_scope((Peran)p, AKSI_VERIFIKASI) != LINGKUP_TIDAK) +
		        (akses_scope((Peran)p, AKSI_SAHKAN) != LINGKUP_TIDAK);
		assert_true(n <= 1);
	}
	(void)state;
}

static void a_user_without_an_agency_has_no_own_one(void **state)
{
	assert_false(akses_allows(PERAN_OPERATOR, "", AKSI_ISI, ""));
	assert_false(akses_allows(PERAN_OPERATOR, "", AKSI_ISI, OWN));
	assert_int_equal(peran_from_name("raja"), -1);
	assert_int_equal(peran_from_name(""), -1);
	for (int p = 0; p < PERAN_JUMLAH; p++)
		assert_int_equal(peran_from_name(peran_name((Peran)p)), p);
	(void)state;
}

/* What a program may do for a user, spelled out: an action that is new here is refused to the narrow tokens until someone decides. */
static void tokens_narrow_what_the_user_may(void **state)
{
	static const Aksi baca[] = {AKSI_BACA, AKSI_BACA_TERBIT, AKSI_REKAP, AKSI_JEJAK};
	static const Aksi isi[] = {AKSI_ISI, AKSI_JELASKAN, AKSI_BUKTI, AKSI_IMPOR, AKSI_JAWABAN};
	for (int a = 0; a < AKSI_JUMLAH; a++) {
		bool reads = false, enters = false;
		for (size_t i = 0; i < sizeof baca / sizeof *baca; i++)
			reads |= baca[i] == (Aksi)a;
		for (size_t i = 0; i < sizeof isi / sizeof *isi; i++)
			enters |= isi[i] == (Aksi)a;
		assert_true(akses_token_allows(TOKEN_SEMUA, (Aksi)a));
		assert_int_equal(akses_token_allows(TOKEN_ISI, (Aksi)a), reads || enters);
		assert_int_equal(akses_token_allows(TOKEN_BACA, (Aksi)a), reads);
	}
	for (int t = 0; t < TOKEN_JUMLAH; t++)
		assert_int_equal(akses_token_from_name(akses_token_name((LingkupToken)t)), t);
	assert_int_equal(akses_token_from_name("root"), -1);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_every_action_every_scope),
		cmocka_unit_test(the_table_of_this_test_is_whole),
		cmocka_unit_test(duties_stay_apart),
		cmocka_unit_test(tokens_narrow_what_the_user_may),
		cmocka_unit_test(a_user_without_an_agency_has_no_own_one),
	};
	return cmocka_run_group_tests_name("akses", tests, NULL, NULL);
}
