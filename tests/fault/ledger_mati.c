/* kill -9 at random moments of saves and imports: after each, the ledger opens clean, every acknowledged change is there, no import by halves, the chain
 * verifies. FAULT_KILLS sets the number of kills (40). */
#include "buku_kecil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 40, KILLS_A_LEDGER = 20, IMPORT_ROWS = 50, PATIENCE_US = 20000 };

/* What the writer tells once a change is durable. */
typedef struct {
	int64_t id;
	int nomor, impor;
} Ack;

/* Saves until it is killed; every fourth change is an import. */
static _Noreturn void writer(const char *db, int from, int pipe_end)
{
	Arena *arena = arena_new();
	Store *store;
	if (store_open(&store, arena, db, STORE_TULIS, BAHASA_EN, NULL))
		_exit(3);
	for (int n = from;; n++) {
		Ack ack = {.nomor = n, .impor = n % 4 == 0};
		Err err = ack.impor ? buku_kecil_import(store, n, IMPORT_ROWS, &ack.id, NULL) : buku_kecil_save(store, n, &ack.id, NULL);
		if (err || write(pipe_end, &ack, sizeof ack) != sizeof ack)
			_exit(4);
	}
}

static unsigned random_next(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The change of this number as the ledger has it: number of its facts, and its id. */
static int facts_of(Store *store, Arena *arena, const Ack *ack, bool *import_known)
{
	BarisImpor impor;
	int n = 0;
	const char *kode = str_format(arena, "%c%d", ack->impor ? 'i' : 'k', ack->nomor);
	for (int i = ack->impor ? 1 : 0; i <= (ack->impor ? IMPORT_ROWS : 0); i++) {
		BarisFakta *rows;
		size_t found;
		assert_int_equal(store_list_riwayat(store, arena, PEMDA_UJI, "2.17", 2023, 12, kode, i, "uang", STORE_KINI, &rows, &found, NULL), ERR_OK);
		assert_true(found <= 1);
		if (found)
			assert_int_equal(rows[0].m, ack->impor ? i : ack->nomor);
		if (found && !ack->impor && ack->id)
			assert_int_equal(rows[0].id, ack->id);
		n += (int)found;
	}
	assert_int_equal(store_find_impor(store, arena, PEMDA_UJI, kode, &impor, import_known, NULL), ERR_OK);
	return n;
}

/* After a kill: what was acknowledged is there, the change under way is there whole or not at all. Gives the number of the next change. */
static int after_kill(BukuKecil *b, const Ack *acks, int n_acks, int from)
{
	Arena *arena = arena_new();
	Store *store;
	ErrInfo info = {0};
	bool known;
	if (buku_kecil_whole(b->db) < 0)
		fail_msg("after a kill");
	if (store_open(&store, arena, b->db, STORE_TULIS, BAHASA_EN, &info))
		fail_msg("%s", info.message);
	for (int i = 0; i < n_acks; i++) {
		assert_int_equal(acks[i].nomor, from + i);
		assert_int_equal(facts_of(store, arena, &acks[i], &known), acks[i].impor ? IMPORT_ROWS : 1);
		assert_int_equal(known, acks[i].impor);
	}
	Ack pending = {.nomor = from + n_acks, .impor = (from + n_acks) % 4 == 0};
	int facts = facts_of(store, arena, &pending, &known);
	if (pending.impor) {
		assert_int_equal(facts, known ? IMPORT_ROWS : 0);
	} else {
		assert_in_range(facts, 0, 1);
	}
	Ack later = {.nomor = pending.nomor + 1, .impor = (pending.nomor + 1) % 4 == 0};
	assert_int_equal(facts_of(store, arena, &later, &known), 0);
	arena_free(arena);
	return pending.nomor + (facts > 0);
}

static int run_and_kill(BukuKecil *b, int from, bool in_work, unsigned pause, int *acknowledged)
{
	enum { ACKS_MAX = 4096 };
	static Ack acks[ACKS_MAX];
	int ends[2], n = 0, status;
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		writer(b->db, from, ends[1]);
	}
	close(ends[1]);
	if (in_work) /* the moment is counted from the first change, however slowly the machine starts it */
		n = read(ends[0], &acks[0], sizeof *acks) == sizeof *acks;
	usleep(pause);
	kill(child, SIGKILL);
	while (n < ACKS_MAX && read(ends[0], &acks[n], sizeof *acks) == sizeof *acks)
		n++;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	*acknowledged += n;
	return after_kill(b, acks, n, from);
}

static void nothing_acknowledged_is_ever_lost(void **state)
{
	const char *wanted = getenv("FAULT_KILLS");
	int kills = wanted ? (int)strtol(wanted, NULL, 10) : KILLS, saved = 0, next = 1;
	unsigned seed = 20231229;
	BukuKecil *b = NULL;
	for (int i = 0; i < kills; i++) {
		if (i % KILLS_A_LEDGER == 0) {
			if (b)
				buku_kecil_free(b);
			b = buku_kecil_new(10);
			next = 1;
		}
		next = run_and_kill(b, next, i % 4 != 0, random_next(&seed) % PATIENCE_US, &saved);
	}
	buku_kecil_free(b);
	print_message("# %d kills, %d acknowledged changes\n", kills, saved);
	assert_true(saved > kills / 2); /* the kills fell into work, not before it */
	(void)state;
}

static Err make_file(BukuKecil *b, const char *path, bool copies)
{
	Arena *arena = arena_new();
	Store *store;
	Err err = copies ? store_open(&store, arena, b->db, STORE_BACA, BAHASA_EN, NULL) : store_create(&store, arena, path, BAHASA_EN, NULL);
	if (!err && copies)
		err = store_backup(store, path, NULL, NULL, NULL);
	arena_free(arena);
	return err;
}

static int64_t microseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* A ledger being made, or a copy being written, has its name only when it is whole. The kills fall anywhere in the time that one takes. */
static void a_new_file_is_whole_or_not_there(void **state)
{
	enum { TRIES = 24 };
	unsigned seed = 7;
	BukuKecil *b = buku_kecil_new(300);
	int made = 0;
	int64_t takes[2];
	for (int copies = 0; copies < 2; copies++) {
		int64_t start = microseconds();
		assert_int_equal(make_file(b, buku_kecil_path(b, copies ? "a.db" : "b.db"), copies), ERR_OK);
		takes[copies] = microseconds() - start;
	}
	for (int i = 0; i < TRIES; i++) {
		bool copies = i % 2;
		const char *path = buku_kecil_path(b, str_format(b->arena, "baru-%d.db", i));
		int status;
		pid_t child = fork();
		if (child == 0)
			_exit(make_file(b, path, copies));
		usleep((useconds_t)(random_next(&seed) % (unsigned)(2 * takes[copies])));
		kill(child, SIGKILL);
		assert_int_equal(waitpid(child, &status, 0), child);
		if (access(path, F_OK) != 0)
			continue;
		made++;
		assert_int_equal(buku_kecil_whole(path), copies ? 301 : 0);
	}
	assert_int_equal(buku_kecil_whole(b->db), 301);
	print_message("# %d of %d files were complete\n", made, TRIES);
	buku_kecil_free(b);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_acknowledged_is_ever_lost),
		cmocka_unit_test(a_new_file_is_whole_or_not_there),
	};
	return cmocka_run_group_tests_name("ledger mati", tests, NULL, NULL);
}
