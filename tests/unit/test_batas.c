/* How often one may try: the waits, several at once, and a table that cannot be made to forget. */
#include "app/batas.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <pthread.h>

#define MENIT ((Saat)60 * 1000000)
#define MULAI ((Saat)1700000000 * 1000000)

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

/* Five are free; then 1, 2, 4, 8, 15, 15 minutes after the last failure. */
static void waits_grow_to_a_quarter_of_an_hour(void **state)
{
	static const int waits[] = {1, 2, 4, 8, 15, 15, 15};
	Batas *b = batas_new(*state, 16, 5);
	Saat now = MULAI;
	for (int i = 0; i < 5; i++)
		assert_int_equal(batas_mulai(b, "sri", now), 0);
	for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
		Saat from = now + waits[i] * MENIT;
		assert_int_equal(batas_mulai(b, "sri", now), from);
		assert_int_equal(batas_mulai(b, "sri", from - 1), from); /* asking meanwhile does not prolong it */
		assert_int_equal(batas_mulai(b, "made", now), 0);
		batas_baik(b, "made");
		now = from;
		assert_int_equal(batas_mulai(b, "sri", now), 0);
	}
}

static void success_forgets_and_an_hour_does(void **state)
{
	Batas *b = batas_new(*state, 16, 5);
	for (int i = 0; i < 5; i++)
		batas_mulai(b, "sri", MULAI);
	assert_true(batas_mulai(b, "sri", MULAI) != 0);
	batas_baik(b, "sri");
	for (int i = 0; i < 5; i++)
		assert_int_equal(batas_mulai(b, "sri", MULAI), 0);
	assert_true(batas_mulai(b, "sri", MULAI) != 0);
	for (int i = 0; i < 5; i++)
		assert_int_equal(batas_mulai(b, "sri", MULAI + 60 * MENIT), 0);
}

static void a_try_that_was_none_leaves_nothing(void **state)
{
	Batas *b = batas_new(*state, 16, 5);
	for (int i = 0; i < 50; i++) {
		assert_int_equal(batas_mulai(b, "sri", MULAI + i), 0);
		batas_batal(b, "sri");
	}
	for (int i = 0; i < 5; i++)
		assert_int_equal(batas_mulai(b, "sri", MULAI), 0);
	Saat from = batas_mulai(b, "sri", MULAI);
	assert_int_equal(batas_mulai(b, "sri", from), 0);
	batas_batal(b, "sri"); /* the wait that was over stays over */
	assert_int_equal(batas_mulai(b, "sri", from), 0);
}

/* Whatever number of strangers come by, the account under attack is remembered, and the memory does not grow. */
static void the_table_is_bounded_and_keeps_who_is_under_attack(void **state)
{
	enum { BARIS = 8, BANYAK = 20000 };
	Arena *arena = *state;
	Batas *b = batas_new(arena, BARIS, 5);
	for (int i = 0; i < 5; i++)
		batas_mulai(b, "sri", MULAI);
	size_t used = arena_used(arena);
	char name[32];
	for (int i = 0; i < BANYAK; i++) {
		snprintf(name, sizeof name, "orang-%d", i);
		batas_mulai(b, name, MULAI + i);
	}
	assert_int_equal(arena_used(arena), used);
	assert_true(batas_mulai(b, "sri", MULAI) != 0);
}

typedef struct {
	Batas *batas;
	int let_in;
} Attacker;

static void *attack(void *context)
{
	Attacker *a = context;
	for (int i = 0; i < 100; i++)
		a->let_in += batas_mulai(a->batas, "sri", MULAI) == 0;
	return NULL;
}

/* A hundred at once are not a hundred tries. */
static void many_at_once_share_the_free_tries(void **state)
{
	enum { N = 8 };
	Batas *b = batas_new(*state, 16, 5);
	Attacker a[N];
	pthread_t t[N];
	int let_in = 0;
	for (int i = 0; i < N; i++) {
		a[i] = (Attacker){b, 0};
		assert_int_equal(pthread_create(&t[i], NULL, attack, &a[i]), 0);
	}
	for (int i = 0; i < N; i++) {
		pthread_join(t[i], NULL);
		let_in += a[i].let_in;
	}
	assert_int_equal(let_in, 5);
}

int main(void)
{
#define CASE(t) cmocka_unit_test_setup_teardown(t, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(waits_grow_to_a_quarter_of_an_hour), CASE(success_forgets_and_an_hour_does), CASE(a_try_that_was_none_leaves_nothing),
		CASE(the_table_is_bounded_and_keeps_who_is_under_attack), CASE(many_at_once_share_the_free_tries),
	};
	return cmocka_run_group_tests_name("batas", tests, NULL, NULL);
}
