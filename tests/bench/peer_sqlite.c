#include "peer_sqlite.h"

#include "waktu.h"
#include <sqlite3.h>
#include <stdio.h>

/* Rows stand in the order of the tree and the keys say so, so that no GROUP BY of the first level has to sort. */
static const char SCHEMA[] =
	"CREATE TABLE sub(id INTEGER PRIMARY KEY, keg INT, prog INT, opd INT, pemda INT, pagu INT, realisasi INT);"
	"CREATE TABLE indikator(sub INT, no INT, target INT, realisasi INT, PRIMARY KEY(sub, no)) WITHOUT ROWID;";

#define FIGURES \
	"round(100.0 * sum(realisasi) / sum(pagu), 2) AS keuangan, round(avg(fisik), 2) AS keluaran, " \
	"round((100.0 * sum(realisasi) / sum(pagu) + avg(fisik)) / 2, 2) AS rata, sum(pagu) AS pagu, sum(realisasi) AS realisasi, avg(fisik) AS fisik"

static const char *const LEVELS[] = {
	"CREATE TABLE l5 AS SELECT s.id, s.keg, s.prog, s.opd, s.pemda, round(100.0 * s.realisasi / s.pagu, 2) AS keuangan, round(f.fisik, 2) AS keluaran, "
	"round((100.0 * s.realisasi / s.pagu + f.fisik) / 2, 2) AS rata, s.pagu, s.realisasi, f.fisik FROM sub s LEFT JOIN "
	"(SELECT sub, avg(100.0 * realisasi / target) AS fisik FROM indikator WHERE target > 0 GROUP BY sub) f ON f.sub = s.id",
	"CREATE TABLE l4 AS SELECT keg AS id, prog, opd, pemda, " FIGURES " FROM l5 GROUP BY keg",
	"CREATE TABLE l3 AS SELECT prog AS id, opd, pemda, " FIGURES " FROM l4 GROUP BY prog",
	"CREATE TABLE l2 AS SELECT opd AS id, pemda, " FIGURES " FROM l3 GROUP BY opd",
	"CREATE TABLE l1 AS SELECT pemda AS id, " FIGURES " FROM l2 GROUP BY pemda",
	"CREATE TABLE l0 AS SELECT " FIGURES " FROM l1",
};

typedef struct {
	sqlite3_stmt *sub, *indikator;
	bool failed;
} Pengisi;

static void insert(Pengisi *isi, sqlite3_stmt *stmt, const int64_t *values, int n)
{
	for (int i = 0; i < n; i++)
		sqlite3_bind_int64(stmt, i + 1, values[i]);
	isi->failed |= sqlite3_step(stmt) != SQLITE_DONE;
	sqlite3_reset(stmt);
}

/* A blank realisasi stands as 0 here: the sums are the same. */
static void insert_sub(void *context, const Negara *negara, const NegaraSub *s)
{
	Pengisi *isi = context;
	const Kolom *k = &negara->kolom;
	insert(isi, isi->sub, (int64_t[]){s->simpul, s->induk[4], s->induk[3], s->induk[2], s->induk[1], k->pagu[s->simpul], k->realisasi[s->simpul]}, 7);
	for (uint32_t j = k->indikator_awal[s->simpul]; j < k->indikator_awal[s->simpul + 1]; j++)
		insert(isi, isi->indikator, (int64_t[]){s->simpul, j, k->penyebut[j], k->pembilang[j]}, 4);
}

static bool run(sqlite3 *db, const char *sql)
{
	char *message = NULL;
	if (sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK)
		return true;
	fprintf(stderr, "sqlite: %s\n", message ? message : sqlite3_errmsg(db));
	sqlite3_free(message);
	return false;
}

static bool load(sqlite3 *db, const Negara *negara)
{
	Pengisi isi = {0};
	if (!run(db, SCHEMA) || !run(db, "BEGIN") ||
	    sqlite3_prepare_v2(db, "INSERT INTO sub VALUES(?,?,?,?,?,?,?)", -1, &isi.sub, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, "INSERT INTO indikator VALUES(?,?,?,?)", -1, &isi.indikator, NULL) != SQLITE_OK)
		return false;
	negara_each(negara, insert_sub, &isi);
	sqlite3_finalize(isi.sub);
	sqlite3_finalize(isi.indikator);
	return run(db, "COMMIT") && !isi.failed;
}

static bool compute(sqlite3 *db, HasilSql *out)
{
	for (size_t i = 0; i < sizeof LEVELS / sizeof *LEVELS; i++)
		if (!run(db, LEVELS[i]))
			return false;
	sqlite3_stmt *stmt;
	if (sqlite3_prepare_v2(db, "SELECT keuangan, keluaran FROM l0", -1, &stmt, NULL) != SQLITE_OK)
		return false;
	bool found = sqlite3_step(stmt) == SQLITE_ROW;
	out->keuangan = sqlite3_column_double(stmt, 0);
	out->keluaran = sqlite3_column_double(stmt, 1);
	sqlite3_finalize(stmt);
	return found;
}

bool peer_sqlite(HasilSql *out, const Negara *negara)
{
	sqlite3 *db;
	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		return false;
	double start = waktu_ms();
	bool ok = load(db, negara);
	out->muat = waktu_ms() - start;
	start = waktu_ms();
	ok = ok && compute(db, out);
	out->hitung = waktu_ms() - start;
	sqlite3_close(db);
	return ok;
}
