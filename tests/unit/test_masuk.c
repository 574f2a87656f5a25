/* Signing in: who gets in, what a stranger can learn, how often one may try, and the links that set a password. */
#include "akun_uji.h"

#include "app/pengguna.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <pthread.h>

#define TIDAK_COCOK "User name, password or code do not match."

static MasukMinta request(const char *name, const char *password, const char *code)
{
	return (MasukMinta){.pemda = "99.01", .pengguna = name, .sandi = password, .kode = code, .alamat = "10.0.0.7", .agen = "Uji", .sekarang = SAAT_UJI, .bahasa = BAHASA_EN};
}

static Err try_in(AkunUji *u, MasukMinta m, Masuk *out, ErrInfo *info)
{
	Masuk own;
	*info = (ErrInfo){0};
	return masuk_coba(u->pintu, u->arena, &m, out ? out : &own, info);
}

static void name_and_password_let_in(void **state)
{
	AkunUji *u = *state;
	Masuk in;
	ErrInfo info;
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), &in, &info), ERR_OK);
	assert_non_null(in.token);
	assert_null(in.tiket);
	assert_string_equal(in.sesi.pengguna, "sri");
	assert_true(akun_uji_hidup(u, in.token, SAAT_UJI));
	/* As it is typed on a telephone; the region may be left out where there is one. */
	MasukMinta m = request("  Sri ", SANDI_SRI, "");
	m.pemda = "";
	assert_int_equal(try_in(u, m, &in, &info), ERR_OK);
	assert_string_equal(in.sesi.pengguna, "sri");
}

/* Unknown name, wrong password, no password yet, disabled user, unknown region: one answer. */
static void a_stranger_learns_nothing(void **state)
{
	AkunUji *u = *state;
	static const char *const cases[][2] = {{"sri", "salah sekali"}, {"tidak-ada", SANDI_SRI}, {"made", ""}, {"made", SANDI_SRI}, {"", ""}, {"sri", ""}, {"dewi", "apa saja"}};
	ErrInfo info;
	Masuk out;
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_enable(k, "dewi", false, NULL), ERR_OK);
	akun_uji_give(u, k);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(try_in(u, request(cases[i][0], cases[i][1], ""), &out, &info), ERR_DENIED);
		assert_string_equal(info.message, TIDAK_COCOK);
		assert_null(out.token);
		assert_null(out.tiket);
	}
	MasukMinta m = request("sri", SANDI_SRI, "");
	m.pemda = "11";
	assert_int_equal(try_in(u, m, &out, &info), ERR_DENIED);
	assert_string_equal(info.message, TIDAK_COCOK);
}

static void those_with_a_second_factor_need_it(void **state)
{
	AkunUji *u = *state;
	Masuk first, in;
	ErrInfo info;
	const char *secret = akun_uji_totp(u, "sri", SAAT_UJI - JAM, NULL);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), &first, &info), ERR_OK);
	assert_null(first.token);
	assert_non_null(first.tiket);
	MasukMinta m = request("", "", "000000");
	assert_int_equal(masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info), ERR_DENIED);
	assert_string_equal(info.message, TIDAK_COCOK);
	m.kode = akun_uji_kode(u, secret, SAAT_UJI);
	assert_int_equal(masuk_kode(u->pintu, u->arena, "another ticket", &m, &in, &info), ERR_ABSENT);
	assert_int_equal(masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info), ERR_OK);
	assert_true(akun_uji_hidup(u, in.token, SAAT_UJI));
	/* Neither ticket nor code a second time. */
	assert_int_equal(masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info), ERR_ABSENT);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, m.kode), &in, &info), ERR_DENIED);
	assert_string_equal(info.message, TIDAK_COCOK);
	/* All three at once, and a right code does not make up for a wrong password. */
	const char *next = akun_uji_kode(u, secret, SAAT_UJI + MENIT);
	m = request("sri", "salah sekali", next);
	m.sekarang = SAAT_UJI + MENIT;
	assert_int_equal(try_in(u, m, &in, &info), ERR_DENIED);
	m.sandi = SANDI_SRI;
	assert_int_equal(try_in(u, m, &in, &info), ERR_OK);
	assert_non_null(in.token);
}

static void a_recovery_code_lets_in_once(void **state)
{
	AkunUji *u = *state;
	const char *const *codes;
	Masuk in;
	ErrInfo info;
	akun_uji_totp(u, "sri", SAAT_UJI, &codes);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, codes[0]), &in, &info), ERR_OK);
	assert_non_null(in.token);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, codes[0]), &in, &info), ERR_DENIED);
}

static void a_ticket_is_void_after_five_minutes_or_another_password(void **state)
{
	AkunUji *u = *state;
	Masuk first, in;
	ErrInfo info;
	const char *made, *secret = akun_uji_totp(u, "sri", SAAT_UJI - JAM, NULL);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), &first, &info), ERR_OK);
	MasukMinta m = request("", "", akun_uji_kode(u, secret, SAAT_UJI + 5 * MENIT));
	m.sekarang = SAAT_UJI + 5 * MENIT;
	assert_int_equal(masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info), ERR_ABSENT);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), &first, &info), ERR_OK);
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_reset(k, "sri", "sandi yang lain", &made, NULL), ERR_OK);
	akun_uji_give(u, k);
	m = request("", "", akun_uji_kode(u, secret, SAAT_UJI));
	assert_int_equal(masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info), ERR_DENIED);
}

/* ---- tries ---- */

static Err wrong(AkunUji *u, const char *name, const char *address, Saat now, ErrInfo *info)
{
	MasukMinta m = request(name, "salah sekali", "");
	m.alamat = address;
	m.sekarang = now;
	return try_in(u, m, NULL, info);
}

static void the_sixth_try_waits_and_says_until_when(void **state)
{
	AkunUji *u = *state;
	ErrInfo info;
	Masuk in;
	for (int i = 0; i < 5; i++)
		assert_int_equal(wrong(u, "sri", "10.0.0.7", SAAT_UJI, &info), ERR_DENIED);
	/* SAAT_UJI is 2023-11-14T22:13:20Z, 05.13.20 of the next day in the region: a minute later is 05.14.20, said as the full minute after it. */
	assert_int_equal(wrong(u, "sri", "10.0.0.7", SAAT_UJI, &info), ERR_LIMIT);
	assert_string_equal(info.message, "Too many tries. Try again at 05.15.");
	/* The right password waits as well, from whatever address; then it opens, and all is forgotten. */
	MasukMinta m = request("sri", SANDI_SRI, "");
	m.alamat = "10.9.9.9";
	assert_int_equal(try_in(u, m, &in, &info), ERR_LIMIT);
	m.sekarang = SAAT_UJI + MENIT;
	assert_int_equal(try_in(u, m, &in, &info), ERR_OK);
	for (int i = 0; i < 5; i++)
		assert_int_equal(wrong(u, "sri", "10.9.9.9", SAAT_UJI + MENIT, &info), ERR_DENIED);
}

static void another_way_to_write_the_name_is_the_same_account(void **state)
{
	static const char *const names[] = {"sri", "SRI", " sri", "sri\t", "Sri", "\xc2\xa0sri", "sRi  "};
	AkunUji *u = *state;
	ErrInfo info;
	for (int i = 0; i < 5; i++)
		assert_int_equal(wrong(u, names[i], "10.0.0.7", SAAT_UJI, &info), ERR_DENIED);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_int_equal(wrong(u, names[i], "10.0.0.8", SAAT_UJI, &info), ERR_LIMIT);
}

/* An account that does not exist waits like one that does: the wait tells nothing either. */
static void unknown_names_wait_as_well(void **state)
{
	AkunUji *u = *state;
	ErrInfo info;
	for (int i = 0; i < 5; i++)
		assert_int_equal(wrong(u, "tidak-ada", "10.0.0.7", SAAT_UJI, &info), ERR_DENIED);
	assert_int_equal(wrong(u, "tidak-ada", "10.0.0.7", SAAT_UJI, &info), ERR_LIMIT);
}

/* One address that tries many names: twenty tries, then it waits, the right password of an own account in between or not. An IPv6 network is one address. */
static void an_address_waits_whatever_names_it_tries(void **state)
{
	AkunUji *u = *state;
	ErrInfo info;
	char name[24], address[48];
	for (int i = 0; i < 20; i++) {
		snprintf(name, sizeof name, "orang%d", i);
		snprintf(address, sizeof address, "2001:db8:1:2:%x::%x", i, i + 1);
		assert_int_equal(wrong(u, name, address, SAAT_UJI, &info), ERR_DENIED);
		if (i == 10) {
			MasukMinta m = request("sri", SANDI_SRI, "");
			m.alamat = address;
			assert_int_equal(try_in(u, m, NULL, &info), ERR_OK);
		}
	}
	assert_int_equal(wrong(u, "orang99", "2001:db8:1:2::ffff", SAAT_UJI, &info), ERR_LIMIT);
	assert_int_equal(wrong(u, "orang99", "2001:db8:1:3::ffff", SAAT_UJI, &info), ERR_DENIED);
}

/* A stranger who fails on purpose does not keep the owner out, who was let in from his own address before. */
static void an_attack_does_not_lock_the_owner_out(void **state)
{
	AkunUji *u = *state;
	ErrInfo info;
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), NULL, &info), ERR_OK);
	for (int i = 0; i < 9; i++)
		wrong(u, "sri", "203.0.113.9", SAAT_UJI, &info);
	assert_int_equal(wrong(u, "sri", "203.0.113.10", SAAT_UJI, &info), ERR_LIMIT);
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), NULL, &info), ERR_OK);
	/* Nor does the known address give more than its own tries. */
	for (int i = 0; i < 5; i++)
		assert_int_equal(wrong(u, "sri", "10.0.0.7", SAAT_UJI, &info), ERR_DENIED);
	assert_int_equal(wrong(u, "sri", "10.0.0.7", SAAT_UJI, &info), ERR_LIMIT);
}

/* Six digits are few: their tries count like those of passwords, over all tickets. */
static void codes_cannot_be_tried_through(void **state)
{
	AkunUji *u = *state;
	Masuk first, in;
	ErrInfo info;
	int denied = 0;
	akun_uji_totp(u, "sri", SAAT_UJI, NULL);
	for (int i = 0; i < 12; i++) {
		if (try_in(u, request("sri", SANDI_SRI, ""), &first, &info) != ERR_OK)
			break;
		MasukMinta m = request("", "", "aaaaaa");
		denied += masuk_kode(u->pintu, u->arena, first.tiket, &m, &in, &info) == ERR_DENIED;
	}
	assert_int_equal(denied, 5);
}

typedef struct {
	AkunUji *u;
	int guesses, full;
} Guesser;

static void *guess(void *context)
{
	Guesser *g = context;
	Arena *arena = arena_new();
	for (int i = 0; i < 4; i++) {
		Masuk out;
		ErrInfo info = {0};
		MasukMinta m = request("sri", "salah sekali", "");
		Err err = masuk_coba(g->u->pintu, arena, &m, &out, &info);
		g->guesses += err == ERR_DENIED;
		g->full += err == ERR_LIMIT;
	}
	arena_free(arena);
	return NULL;
}

static void many_at_once_get_five_guesses_together(void **state)
{
	enum { N = 6 };
	AkunUji *u = *state;
	Guesser g[N];
	pthread_t t[N];
	int guesses = 0, all = 0;
	for (int i = 0; i < N; i++) {
		g[i] = (Guesser){u, 0, 0};
		assert_int_equal(pthread_create(&t[i], NULL, guess, &g[i]), 0);
	}
	for (int i = 0; i < N; i++) {
		pthread_join(t[i], NULL);
		guesses += g[i].guesses;
		all += g[i].guesses + g[i].full;
	}
	assert_int_equal(guesses, 5);
	assert_int_equal(all, N * 4);
}

/* ---- another password ---- */

static MasukSiapa self(const char *nomor, Saat now)
{
	return (MasukSiapa){"99.01", "sri", nomor, "10.0.0.7", now, BAHASA_EN};
}

static void another_password_ends_the_other_sessions(void **state)
{
	AkunUji *u = *state;
	Sesi own;
	ErrInfo info = {0};
	Masuk in;
	const char *other = akun_uji_sesi(u, "sri", SAAT_UJI, NULL), *mine = akun_uji_sesi(u, "sri", SAAT_UJI, &own), *made = akun_uji_sesi(u, "made", SAAT_UJI, NULL);
	MasukSiapa who = self(own.nomor, SAAT_UJI);
	int64_t entries = akun_uji_entri(u);
	assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, "salah sekali", "sandi yang baru", &info), ERR_DENIED);
	assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, SANDI_SRI, SANDI_SRI, &info), ERR_USAGE);
	assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, SANDI_SRI, "pendek", &info), ERR_USAGE);
	assert_int_equal(akun_uji_entri(u), entries);
	assert_true(akun_uji_hidup(u, other, SAAT_UJI));
	assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, SANDI_SRI, "sandi yang baru", &info), ERR_OK);
	assert_int_equal(akun_uji_entri(u), entries + 1);
	assert_true(akun_uji_hidup(u, mine, SAAT_UJI));
	assert_false(akun_uji_hidup(u, other, SAAT_UJI));
	assert_true(akun_uji_hidup(u, made, SAAT_UJI));
	assert_int_equal(try_in(u, request("sri", SANDI_SRI, ""), &in, &info), ERR_DENIED);
	assert_int_equal(try_in(u, request("sri", "sandi yang baru", ""), &in, &info), ERR_OK);
}

/* Who sits down at an open session does not find out the password by trying. */
static void the_present_password_cannot_be_tried_through(void **state)
{
	AkunUji *u = *state;
	Sesi own;
	ErrInfo info = {0};
	akun_uji_sesi(u, "sri", SAAT_UJI, &own);
	MasukSiapa who = self(own.nomor, SAAT_UJI);
	for (int i = 0; i < 5; i++)
		assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, "salah sekali", "sandi yang baru", &info), ERR_DENIED);
	assert_int_equal(masuk_ganti_sandi(u->pintu, u->arena, &who, SANDI_SRI, "sandi yang baru", &info), ERR_LIMIT);
}

/* ---- links ---- */

static bool link_good(AkunUji *u, const char *token, Saat now)
{
	Undangan link;
	bool found;
	assert_int_equal(undangan_lihat(u->kolam, u->arena, token, now, BAHASA_EN, &link, &found, NULL), ERR_OK);
	return found;
}

static Err invite(AkunUji *u, const char *as, const char *user, Undangan *out)
{
	Konteks *k = akun_uji_take(u, as, STORE_TULIS, SAAT_UJI);
	Err err = undangan_buat(k, user, out, NULL);
	akun_uji_give(u, k);
	return err;
}

static void a_link_sets_a_password_once(void **state)
{
	AkunUji *u = *state;
	Undangan link, seen;
	ErrInfo info = {0};
	Masuk in;
	bool found;
	const char *before = akun_uji_sesi(u, "made", SAAT_UJI, NULL);
	assert_int_equal(invite(u, "sri", "made", &link), ERR_DENIED);
	assert_int_equal(invite(u, "admin", "tidak-ada", &link), ERR_ABSENT);
	assert_int_equal(invite(u, "admin", "made", &link), ERR_OK);
	assert_int_equal(undangan_lihat(u->kolam, u->arena, link.token, SAAT_UJI, BAHASA_EN, &seen, &found, NULL), ERR_OK);
	assert_true(found);
	assert_string_equal(seen.pengguna, "made");
	assert_string_equal(seen.nama_pemda, "Kabupaten Contoh");
	assert_null(seen.token);
	assert_true(link_good(u, link.token, SAAT_UJI)); /* looking does not use it up */
	assert_int_equal(undangan_pakai(u->pintu, u->arena, link.token, "pendek", SAAT_UJI, BAHASA_EN, &info), ERR_USAGE);
	assert_true(link_good(u, link.token, SAAT_UJI));
	assert_int_equal(undangan_pakai(u->pintu, u->arena, link.token, "sandi pertama", SAAT_UJI, BAHASA_EN, &info), ERR_OK);
	assert_false(link_good(u, link.token, SAAT_UJI));
	assert_int_equal(undangan_pakai(u->pintu, u->arena, link.token, "sandi kedua", SAAT_UJI, BAHASA_EN, &info), ERR_ABSENT);
	assert_false(akun_uji_hidup(u, before, SAAT_UJI));
	assert_int_equal(try_in(u, request("made", "sandi pertama", ""), &in, &info), ERR_OK);
	assert_string_equal(in.sesi.pengguna, "made");
}

static void a_link_is_void_after_a_day_after_a_newer_one_and_for_a_disabled_user(void **state)
{
	AkunUji *u = *state;
	Undangan first, second;
	assert_int_equal(invite(u, "admin", "made", &first), ERR_OK);
	assert_true(link_good(u, first.token, SAAT_UJI + UNDANGAN_UMUR - DETIK));
	assert_false(link_good(u, first.token, SAAT_UJI + UNDANGAN_UMUR));
	assert_int_equal(invite(u, "admin", "made", &second), ERR_OK);
	assert_false(link_good(u, first.token, SAAT_UJI));
	assert_true(link_good(u, second.token, SAAT_UJI));
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_enable(k, "made", false, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(link_good(u, second.token, SAAT_UJI));
	assert_int_equal(undangan_pakai(u->pintu, u->arena, second.token, "sandi pertama", SAAT_UJI, BAHASA_EN, NULL), ERR_ABSENT);
	assert_int_equal(invite(u, "admin", "made", &second), ERR_USAGE);
}

static void the_first_admin_comes_in_by_a_link_and_nobody_after_him(void **state)
{
	AkunUji *u = *state;
	Undangan *links, *again;
	size_t n;
	ErrInfo info = {0};
	assert_int_equal(undangan_admin_pertama(u->kolam, u->arena, SAAT_UJI, BAHASA_EN, &links, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_string_equal(links[0].pengguna, "admin");
	/* The server is started once more: a new link, the old one is void. */
	assert_int_equal(undangan_admin_pertama(u->kolam, u->arena, SAAT_UJI, BAHASA_EN, &again, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_false(link_good(u, links[0].token, SAAT_UJI));
	/* One that was made on purpose is not voided by a start of the server. */
	Undangan own;
	assert_int_equal(invite(u, "admin", "admin", &own), ERR_OK);
	assert_int_equal(undangan_admin_pertama(u->kolam, u->arena, SAAT_UJI, BAHASA_EN, &again, &n, NULL), ERR_OK);
	assert_true(link_good(u, own.token, SAAT_UJI));
	/* An admin has a password meanwhile, set in another way: the link that nobody used is void. */
	const char *made;
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_reset(k, "admin", "sandi admin satu", &made, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(link_good(u, again[0].token, SAAT_UJI));
	assert_int_equal(undangan_pakai(u->pintu, u->arena, again[0].token, "sandi penyusup", SAAT_UJI, BAHASA_EN, &info), ERR_ABSENT);
	assert_int_equal(undangan_admin_pertama(u->kolam, u->arena, SAAT_UJI, BAHASA_EN, &links, &n, NULL), ERR_OK);
	assert_int_equal(n, 0);
}

/* A demo of last year stays in last year, and its links, codes and sessions live by the machine's clock. */
static void a_training_ledger_keeps_its_own_time(void **state)
{
	AkunUji *u = *state;
	Undangan link;
	Saat shown;
	ErrInfo info = {0};
	assert_true(waktu_parse(&shown, "2023-03-01T08:00", 420));
	assert_int_equal(kolam_clock(u->kolam, u->arena, "2023-03-01T08:00", BAHASA_EN, NULL), ERR_OK);
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, waktu_now());
	assert_int_equal(undangan_buat(k, "made", &link, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_true(link_good(u, link.token, waktu_now()));
	assert_int_equal(undangan_pakai(u->pintu, u->arena, link.token, "sandi pertama", waktu_now(), BAHASA_EN, &info), ERR_OK);
	BarisJejak *last;
	size_t n;
	int64_t id = akun_uji_entri(u);
	k = akun_uji_take(u, "admin", STORE_BACA, SAAT_UJI);
	assert_int_equal(store_list_jejak(k->store, u->arena, "99.01", id, id, &last, &n, NULL), ERR_OK);
	assert_in_range(last[0].waktu, (uintmax_t)shown, (uintmax_t)(shown + 5 * MENIT));
	akun_uji_give(u, k);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, akun_uji_setup, akun_uji_teardown)
	const struct CMUnitTest tests[] = {
		CASE(name_and_password_let_in), CASE(a_stranger_learns_nothing), CASE(those_with_a_second_factor_need_it), CASE(a_recovery_code_lets_in_once),
		CASE(a_ticket_is_void_after_five_minutes_or_another_password), CASE(the_sixth_try_waits_and_says_until_when),
		CASE(another_way_to_write_the_name_is_the_same_account), CASE(unknown_names_wait_as_well), CASE(an_address_waits_whatever_names_it_tries),
		CASE(an_attack_does_not_lock_the_owner_out), CASE(codes_cannot_be_tried_through), CASE(many_at_once_get_five_guesses_together),
		CASE(another_password_ends_the_other_sessions), CASE(the_present_password_cannot_be_tried_through), CASE(a_link_sets_a_password_once),
		CASE(a_link_is_void_after_a_day_after_a_newer_one_and_for_a_disabled_user), CASE(the_first_admin_comes_in_by_a_link_and_nobody_after_him),
		CASE(a_training_ledger_keeps_its_own_time),
	};
	return cmocka_run_group_tests_name("masuk", tests, NULL, NULL);
}
