/* web_siap LEDGER LIST OPERATORS: a synthetic region (daerah.h) with so many operators signed in, and a verifier. LIST receives a line a session:
 *
 *     PEMDA COOKIE CSRF USER OPD MONTH CELL...         CELL: code of a sub kegiatan and the rupiah that stand there at least; nobody else's
 *
 * the last line is that of the verifier, without cells. */
#include "app/sesi.h"
#include "app/token.h"
#include "daerah.h"

enum { TAHUN = 1, OPD = DAERAH_OPD };

static const UkuranDaerah UKURAN = {OPD, TAHUN};

static Err operators_add(const char *db, Arena *arena, int n, ErrInfo *info)
{
	Store *store;
	Err err = store_open(&store, arena, db, STORE_TULIS, BAHASA_EN, info);
	if (!err)
		err = store_begin(store, (Pelaku){DAERAH_PEMDA, "admin", "entri", waktu_now()}, info);
	for (int i = 0; !err && i < n; i++)
		err = store_add_pengguna(store,
		                         (BarisPengguna){.pengguna = str_format(arena, "op%04d", i), .nama = "Rekaan", .peran = "operator", .opd = daerah_opd(arena, i % OPD),
		                                         .sandi = "", .aktif = 1},
		                         NULL, info);
	if (!err)
		err = store_commit(store, info);
	store_close(store);
	return err;
}

static Err session_print(FILE *list, Kolam *kolam, Arena *arena, const char *user, const char *opd, ErrInfo *info)
{
	Sesi session;
	const char *token;
	Err err = sesi_buat(kolam, arena, &(SesiBaru){DAERAH_PEMDA, user, "127.0.0.1", "bench"}, waktu_now(), BAHASA_EN, &token, &session, info);
	if (!err)
		fprintf(list, "%s %s %s %s %s %d/12", DAERAH_PEMDA, token, session.csrf, user, opd, daerah_tahun_akhir(UKURAN));
	return err;
}

/* Operator i of an agency has every sub kegiatan that leaves i when divided by their number there. */
static void cells_print(FILE *list, Arena *arena, int i, int n)
{
	int opd = i % OPD, share = (n - opd - 1) / OPD + 1;
	for (int j = i / OPD; j < DAERAH_SUB; j += share)
		fprintf(list, " %s %lld", daerah_sub(arena, opd, j), (long long)daerah_uang(opd, j, daerah_tahun_akhir(UKURAN), 12) / 100 + 1);
}

static Err sessions_make(const char *db, const char *path, Arena *arena, int n, ErrInfo *info)
{
	Kolam *kolam;
	FILE *list = fopen(path, "w");
	if (!list)
		return err_set(info, ERR_WRITE, path, NULL);
	Err err = kolam_open(&kolam, arena, db, BAHASA_EN, info);
	for (int i = 0; !err && i < n; i++) {
		err = session_print(list, kolam, arena, str_format(arena, "op%04d", i), daerah_opd(arena, i % OPD), info);
		cells_print(list, arena, i, n);
		fputc('\n', list);
	}
	if (!err)
		err = session_print(list, kolam, arena, "verifikator", "-", info);
	fputc('\n', list);
	return fclose(list) == 0 ? err : err_set(info, ERR_WRITE, path, NULL);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	Arena *arena = arena_new();
	ErrInfo info = {0};
	int n = (int)strtol(argv[3], NULL, 10);
	Err err = daerah_make(argv[1], UKURAN, &info);
	if (!err)
		err = operators_add(argv[1], arena, n, &info);
	if (!err)
		err = sessions_make(argv[1], argv[2], arena, n, &info);
	if (err)
		fprintf(stderr, "web_siap: %s\n", info.message);
	arena_free(arena);
	return err != 0;
}
