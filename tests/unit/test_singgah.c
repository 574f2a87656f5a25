#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "app/singgah.h"
#include "base/str.h"
#include <pthread.h>

enum { ROOM = 1000000, SMALL = 200000, BIG = 650000 };

static const void *put(Singgah *s, const char *key, size_t bytes, Arena *holder)
{
	Arena *own = arena_new();
	char *value = arena_alloc(own, bytes);
	value[0] = key[0];
	return singgah_put(s, key, own, value, holder);
}

static void kept(void **state)
{
	(void)state;
	Arena *holder = arena_new();
	Singgah *s = singgah_new(ROOM);
	assert_null(singgah_take(s, "a", holder));
	const void *a = put(s, "a", SMALL, holder);
	assert_ptr_equal(singgah_take(s, "a", holder), a);
	assert_null(singgah_take(s, "b", holder));
	arena_free(holder);
	singgah_free(s);
}

/* The one that was not used for the longest time leaves; whoever holds it still has it. */
static void bounded(void **state)
{
	(void)state;
	Arena *holder = arena_new(), *other = arena_new();
	Singgah *s = singgah_new(ROOM);
	const char *a = put(s, "a", SMALL, holder);
	const void *b = put(s, "b", SMALL, other);
	assert_ptr_equal(singgah_take(s, "a", other), a);
	put(s, "c", BIG, other); /* a, b and c do not fit */
	assert_null(singgah_take(s, "b", other));
	assert_ptr_equal(singgah_take(s, "a", other), a);
	put(s, "d", 2 * ROOM, other);
	assert_null(singgah_take(s, "a", other));
	assert_int_equal(a[0], 'a');
	assert_int_equal(*(const char *)b, 'b');
	assert_non_null(singgah_take(s, "d", other)); /* the newest stays, however large */
	arena_free(other);
	assert_int_equal(a[0], 'a');
	arena_free(holder);
	singgah_free(s);
}

static void two_put_the_same(void **state)
{
	(void)state;
	Arena *holder = arena_new();
	Singgah *s = singgah_new(ROOM);
	const void *first = put(s, "a", SMALL, holder);
	assert_ptr_equal(put(s, "a", SMALL, holder), first);
	arena_free(holder);
	singgah_free(s);
}

static void replaced(void **state)
{
	(void)state;
	Arena *holder = arena_new(), *own = arena_new();
	Singgah *s = singgah_new(ROOM);
	const char *first = put(s, "a", SMALL, holder);
	const void *second = singgah_replace(s, "a", own, arena_alloc(own, SMALL), holder);
	assert_ptr_not_equal(second, first);
	assert_ptr_equal(singgah_take(s, "a", holder), second);
	assert_int_equal(first[0], 'a');
	arena_free(holder);
	singgah_free(s);
}

static void closed_while_held(void **state)
{
	(void)state;
	Arena *holder = arena_new();
	Singgah *s = singgah_new(ROOM);
	const char *a = put(s, "a", SMALL, holder);
	singgah_free(s);
	assert_int_equal(a[0], 'a');
	arena_free(holder);
}

/* ---- many threads ---- */

enum { UTAS = 4, PUTARAN = 2000, KUNCI = 24 };

/* Every value begins with the letter of its key, however often it was replaced or let go of meanwhile. */
static void *work(void *shared)
{
	static const char keys[] = "abcdefghijklmnopqrstuvwx";
	uintptr_t wrong = 0;
	for (int i = 0; i < PUTARAN; i++) {
		Arena *request = arena_new();
		for (int j = 0; j < 3; j++) {
			const char key[2] = {keys[(i * 7 + j * 5) % KUNCI]};
			const char *value = singgah_take(shared, key, request);
			if (!value || (i + j) % 11 == 0) {
				Arena *own = arena_new();
				char *made = arena_alloc(own, 100000);
				made[0] = key[0];
				value = (i + j) % 2 ? singgah_put(shared, key, own, made, request) : singgah_replace(shared, key, own, made, request);
			}
			wrong += value[0] != key[0];
		}
		arena_free(request);
	}
	return (void *)wrong;
}

static void threads_share_it(void **state)
{
	(void)state;
	pthread_t thread[UTAS];
	Singgah *s = singgah_new(ROOM);
	for (int i = 0; i < UTAS; i++)
		assert_int_equal(pthread_create(&thread[i], NULL, work, s), 0);
	for (int i = 0; i < UTAS; i++) {
		void *wrong;
		assert_int_equal(pthread_join(thread[i], &wrong), 0);
		assert_null(wrong);
	}
	singgah_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(kept), cmocka_unit_test(bounded), cmocka_unit_test(two_put_the_same), cmocka_unit_test(replaced), cmocka_unit_test(closed_while_held), cmocka_unit_test(threads_share_it)};
	return cmocka_run_group_tests_name("singgah", tests, NULL, NULL);
}
