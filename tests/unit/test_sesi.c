/* Sessions: what opens them, what ends them, and that they cost nothing while nothing changes. */
#include "akun_uji.h"

#include "app/pengguna.h"
#include "app/rahasia.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

static void a_session_is_known_by_its_token_only(void **state)
{
	AkunUji *u = *state;
	Sesi made, seen;
	bool found;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, &made);
	assert_int_equal(strlen(token), 43);
	assert_int_equal(strlen(made.csrf), 43);
	assert_string_not_equal(token, made.csrf);
	assert_int_equal(sesi_lihat(u->simpanan, u->arena, token, SAAT_UJI + JAM, BAHASA_EN, &seen, &found, NULL), ERR_OK);
	assert_true(found);
	assert_string_equal(seen.pengguna, "sri");
	assert_string_equal(seen.pemda, "99.01");
	assert_string_equal(seen.csrf, made.csrf);
	assert_string_equal(seen.nomor, made.nomor);
	/* What the store holds opens nothing: neither the hash nor the number. */
	assert_false(akun_uji_hidup(u, rahasia_hash(u->arena, token), SAAT_UJI));
	assert_false(akun_uji_hidup(u, made.nomor, SAAT_UJI));
	assert_false(akun_uji_hidup(u, "", SAAT_UJI));
	Konteks *k = akun_uji_take(u, "sri", STORE_BACA, SAAT_UJI);
	BarisSesi *rows;
	size_t n;
	assert_int_equal(store_list_sesi(k->store, u->arena, "99.01", NULL, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_null(strstr(rows[0].hash, token));
	akun_uji_give(u, k);
}

/* Fixation: a token that an attacker has put into the victim's browser never becomes a session, whoever signs in afterwards. */
static void a_token_from_outside_is_never_adopted(void **state)
{
	AkunUji *u = *state;
	const char *planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	assert_false(akun_uji_hidup(u, planted, SAAT_UJI));
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL), *again = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_string_not_equal(token, planted);
	assert_string_not_equal(token, again);
	assert_false(akun_uji_hidup(u, planted, SAAT_UJI));
}

static void it_ends_when_nothing_is_asked_for_eight_hours(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI + 8 * JAM - DETIK));
	assert_true(akun_uji_hidup(u, token, SAAT_UJI + 15 * JAM)); /* it was seen meanwhile */
	assert_false(akun_uji_hidup(u, token, SAAT_UJI + 23 * JAM));
	assert_false(akun_uji_hidup(u, token, SAAT_UJI + 24 * JAM));
}

static void it_ends_after_seven_days_whatever_is_asked(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	for (Saat t = SAAT_UJI; t < SAAT_UJI + SESI_MAKS; t += 7 * JAM)
		assert_true(akun_uji_hidup(u, token, t));
	assert_false(akun_uji_hidup(u, token, SAAT_UJI + SESI_MAKS));
}

static void a_disabled_user_is_out_at_once(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI));
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_enable(k, "sri", false, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(akun_uji_hidup(u, token, SAAT_UJI));
	Sesi made;
	const char *fresh;
	assert_int_equal(sesi_buat(u->kolam, u->arena, &(SesiBaru){"99.01", "sri", "", ""}, SAAT_UJI, BAHASA_EN, &fresh, &made, NULL), ERR_ABSENT);
}

/* By another program: the command line beside the server. */
static void a_change_by_another_program_counts_at_once(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI));
	Konteks *k = buku_uji_open(u->buku, STORE_TULIS, "admin", NULL, NULL);
	const char *made;
	assert_int_equal(pengguna_reset(k, "sri", "sandi yang baru", &made, NULL), ERR_OK);
	konteks_close(k);
	assert_false(akun_uji_hidup(u, token, SAAT_UJI));
}

static void another_role_takes_effect_with_the_next_request(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "made", SAAT_UJI, NULL);
	Konteks *k = akun_uji_take(u, "made", STORE_BACA, SAAT_UJI);
	assert_int_equal(konteks_may(k, AKSI_VERIFIKASI, OPD_A, NULL), ERR_OK);
	akun_uji_give(u, k);
	k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(pengguna_role(k, "made", "auditor", "", NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI)); /* he stays who he is */
	k = akun_uji_take(u, "made", STORE_BACA, SAAT_UJI);
	assert_int_equal(konteks_may(k, AKSI_VERIFIKASI, OPD_A, NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

static void signing_out_ends_it(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI));
	assert_int_equal(sesi_akhiri(u->kolam, u->arena, token, BAHASA_EN, NULL), ERR_OK);
	assert_false(akun_uji_hidup(u, token, SAAT_UJI));
	assert_int_equal(sesi_akhiri(u->kolam, u->arena, token, BAHASA_EN, NULL), ERR_OK);
	assert_int_equal(sesi_akhiri(u->kolam, u->arena, "nobody's", BAHASA_EN, NULL), ERR_OK);
}

static void lists_show_what_lives_and_revoking_ends_it(void **state)
{
	AkunUji *u = *state;
	Sesi first, second, other, *rows;
	size_t n;
	const char *a = akun_uji_sesi(u, "sri", SAAT_UJI, &first), *b = akun_uji_sesi(u, "sri", SAAT_UJI + MENIT, &second), *c = akun_uji_sesi(u, "made", SAAT_UJI, &other);
	akun_uji_sesi(u, "sri", SAAT_UJI - 9 * JAM, NULL); /* has ended */
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI + 2 * MENIT);
	assert_int_equal(sesi_daftar(k, false, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 2);
	assert_string_equal(rows[0].nomor, second.nomor);
	assert_string_equal(rows[0].alamat, "10.0.0.7");
	assert_int_equal(sesi_daftar(k, true, &rows, &n, NULL), ERR_DENIED);
	assert_int_equal(sesi_cabut(k, other.nomor, NULL), ERR_ABSENT); /* not his */
	assert_int_equal(sesi_cabut(k, "", NULL), ERR_ABSENT);
	assert_int_equal(sesi_cabut(k, first.nomor, NULL), ERR_OK);
	assert_int_equal(sesi_cabut(k, first.nomor, NULL), ERR_ABSENT);
	akun_uji_give(u, k);
	assert_false(akun_uji_hidup(u, a, SAAT_UJI));
	assert_true(akun_uji_hidup(u, b, SAAT_UJI));
	assert_true(akun_uji_hidup(u, c, SAAT_UJI));
}

static void an_admin_ends_the_session_of_another_and_the_chain_says_so(void **state)
{
	AkunUji *u = *state;
	Sesi sesi, *rows;
	size_t n;
	BarisPeristiwa *events;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, &sesi);
	Konteks *k = akun_uji_take(u, "admin", STORE_TULIS, SAAT_UJI);
	assert_int_equal(sesi_daftar(k, true, &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_int_equal(sesi_cabut(k, sesi.nomor, NULL), ERR_OK);
	assert_int_equal(store_list_peristiwa(k->store, u->arena, "99.01", "sri", &events, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	assert_string_equal(events[0].jenis, "sesi-cabut");
	akun_uji_give(u, k);
	assert_false(akun_uji_hidup(u, token, SAAT_UJI));
}

static void all_others_end_at_once(void **state)
{
	AkunUji *u = *state;
	Sesi kept;
	const char *a = akun_uji_sesi(u, "sri", SAAT_UJI, NULL), *b = akun_uji_sesi(u, "sri", SAAT_UJI, &kept), *c = akun_uji_sesi(u, "made", SAAT_UJI, NULL);
	Konteks *k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	assert_int_equal(sesi_akhiri_semua(k, kept.nomor, NULL), ERR_OK);
	akun_uji_give(u, k);
	assert_false(akun_uji_hidup(u, a, SAAT_UJI));
	assert_true(akun_uji_hidup(u, b, SAAT_UJI));
	assert_true(akun_uji_hidup(u, c, SAAT_UJI));
}

static Saat last_seen(AkunUji *u)
{
	BarisSesi *rows;
	size_t n;
	Konteks *k = akun_uji_take(u, "sri", STORE_BACA, SAAT_UJI);
	assert_int_equal(store_list_sesi(k->store, u->arena, "99.01", "sri", &rows, &n, NULL), ERR_OK);
	assert_int_equal(n, 1);
	akun_uji_give(u, k);
	return rows[0].dilihat;
}

/* Reading hardly ever writes: once in five minutes, and the chain never. */
static void looking_writes_every_five_minutes_at_most(void **state)
{
	AkunUji *u = *state;
	const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
	int64_t entries = akun_uji_entri(u), before = kolam_generation(u->kolam);
	for (Saat t = SAAT_UJI; t < SAAT_UJI + 5 * MENIT; t += DETIK)
		assert_true(akun_uji_hidup(u, token, t));
	assert_int_equal(kolam_generation(u->kolam), before);
	assert_int_equal(last_seen(u), SAAT_UJI);
	assert_true(akun_uji_hidup(u, token, SAAT_UJI + 5 * MENIT));
	assert_int_equal(last_seen(u), SAAT_UJI + 5 * MENIT);
	assert_int_equal(akun_uji_entri(u), entries);
}

/* More sessions than the memory has places, each still the right one. */
static void many_sessions_share_the_memory(void **state)
{
	enum { N = 60 };
	AkunUji *u = *state;
	const char *token[N];
	Sesi made[N], seen;
	bool found;
	for (int i = 0; i < N; i++)
		token[i] = akun_uji_sesi(u, i % 2 ? "sri" : "made", SAAT_UJI, &made[i]);
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < N; i++) {
			assert_int_equal(sesi_lihat(u->simpanan, u->arena, token[i], SAAT_UJI, BAHASA_EN, &seen, &found, NULL), ERR_OK);
			assert_true(found);
			assert_string_equal(seen.csrf, made[i].csrf);
			assert_string_equal(seen.pengguna, i % 2 ? "sri" : "made");
		}
	}
}

typedef struct {
	AkunUji *u;
	const char *token;
	atomic_bool *ended, *stop;
	atomic_int seen;
	int wrong;
} Asker;

static void *ask(void *context)
{
	Asker *a = context;
	while (!atomic_load(a->stop)) {
		Arena *arena = arena_new();
		Sesi sesi;
		bool found, over = atomic_load(a->ended);
		Err err = sesi_lihat(a->u->simpanan, arena, a->token, SAAT_UJI, BAHASA_EN, &sesi, &found, NULL);
		atomic_fetch_add(&a->seen, !err && found);
		a->wrong += err != ERR_OK || (over && found);
		arena_free(arena);
	}
	return NULL;
}

/* Many ask at once, and from the moment at which it has ended nobody is let in by what he remembers. */
static void no_memory_outlives_the_session(void **state)
{
	enum { N = 6, TURNS = 20 };
	AkunUji *u = *state;
	for (int turn = 0; turn < TURNS; turn++) {
		atomic_bool ended = false, stop = false;
		Asker a[N];
		pthread_t t[N];
		const char *token = akun_uji_sesi(u, "sri", SAAT_UJI, NULL);
		for (int i = 0; i < N; i++) {
			a[i] = (Asker){.u = u, .token = token, .ended = &ended, .stop = &stop};
			assert_int_equal(pthread_create(&t[i], NULL, ask, &a[i]), 0);
		}
		while (atomic_load(&a[0].seen) == 0 || atomic_load(&a[N - 1].seen) == 0)
			usleep(200);
		assert_int_equal(sesi_akhiri(u->kolam, u->arena, token, BAHASA_EN, NULL), ERR_OK);
		atomic_store(&ended, true);
		usleep(2000);
		atomic_store(&stop, true);
		for (int i = 0; i < N; i++) {
			pthread_join(t[i], NULL);
			assert_int_equal(a[i].wrong, 0);
		}
	}
}

static void what_a_browser_says_is_one_short_line(void **state)
{
	AkunUji *u = *state;
	Sesi made;
	const char *token;
	char *long_name = arena_alloc(u->arena, 5000);
	memset(long_name, 'x', 4999);
	memcpy(long_name + 157, "\xc3\xa9\xc3\xa9", 4);
	memcpy(long_name + 20, "\r\n\t", 3);
	assert_int_equal(sesi_buat(u->kolam, u->arena, &(SesiBaru){"99.01", "sri", "10.0.0.7", long_name}, SAAT_UJI, BAHASA_EN, &token, &made, NULL), ERR_OK);
	assert_true(strlen(made.agen) <= 160);
	assert_null(strpbrk(made.agen, "\r\n\t"));
	assert_true(utf8_valid(made.agen, strlen(made.agen)));
}

static void the_public_and_programs_have_no_sessions_to_manage(void **state)
{
	AkunUji *u = *state;
	Sesi *rows;
	size_t n;
	Konteks *k = akun_uji_take(u, NULL, STORE_TULIS, SAAT_UJI);
	assert_int_equal(sesi_daftar(k, false, &rows, &n, NULL), ERR_DENIED);
	assert_int_equal(sesi_akhiri_semua(k, "", NULL), ERR_DENIED);
	akun_uji_give(u, k);
	k = akun_uji_take(u, "sri", STORE_TULIS, SAAT_UJI);
	k->lingkup = TOKEN_ISI;
	assert_int_equal(sesi_akhiri_semua(k, "", NULL), ERR_DENIED);
	akun_uji_give(u, k);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, akun_uji_setup, akun_uji_teardown)
	const struct CMUnitTest tests[] = {
		CASE(a_session_is_known_by_its_token_only), CASE(a_token_from_outside_is_never_adopted), CASE(it_ends_when_nothing_is_asked_for_eight_hours),
		CASE(it_ends_after_seven_days_whatever_is_asked), CASE(a_disabled_user_is_out_at_once), CASE(a_change_by_another_program_counts_at_once),
		CASE(another_role_takes_effect_with_the_next_request), CASE(signing_out_ends_it), CASE(lists_show_what_lives_and_revoking_ends_it),
		CASE(an_admin_ends_the_session_of_another_and_the_chain_says_so), CASE(all_others_end_at_once), CASE(looking_writes_every_five_minutes_at_most),
		CASE(many_sessions_share_the_memory), CASE(no_memory_outlives_the_session), CASE(what_a_browser_says_is_one_short_line), CASE(the_public_and_programs_have_no_sessions_to_manage),
	};
	return cmocka_run_group_tests_name("sesi", tests, NULL, NULL);
}
