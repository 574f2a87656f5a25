#include "peer_buku.h"

#include "waktu.h"
#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

static bool exec(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool peer_buku_simpan(const char *file, int n, double *ms)
{
	sqlite3 *db;
	bool ok = sqlite3_open(file, &db) == SQLITE_OK && exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL") &&
	          exec(db, "CREATE TABLE nilai (opd TEXT, tahun INTEGER, bulan INTEGER, kode TEXT, sen INTEGER, PRIMARY KEY (opd, tahun, bulan, kode))");
	sqlite3_stmt *insert = NULL;
	ok = ok && sqlite3_prepare_v2(db, "INSERT INTO nilai VALUES ('2.17', 2025, 12, ?, 1)", -1, &insert, NULL) == SQLITE_OK;
	for (int i = 0; ok && i < n; i++) {
		double start = waktu_ms();
		sqlite3_bind_int(insert, 1, i);
		ok = sqlite3_step(insert) == SQLITE_DONE && sqlite3_reset(insert) == SQLITE_OK;
		ms[i] = waktu_ms() - start;
	}
	sqlite3_finalize(insert);
	sqlite3_close(db);
	unlink(file);
	return ok;
}

static const char SUMS[] =
	"WITH kini AS (SELECT opd, kode, indikator, jenis, m, max(id) FROM fakta WHERE pemda = '99.02' AND tahun = %d AND bulan = %d GROUP BY opd, kode, indikator, jenis) "
	"SELECT opd, sum(CASE jenis WHEN 'uang' THEN m END), "
	"(SELECT sum(pagu) FROM rencana_simpul AS s WHERE s.pemda = '99.02' AND s.opd = kini.opd AND s.tahun = %d AND s.versi = 2), "
	"avg((SELECT 100.0 * kini.m / target_m FROM rencana_indikator AS i WHERE i.pemda = '99.02' AND i.opd = kini.opd AND i.tahun = %d AND i.versi = 2 AND i.kode = kini.kode "
	"AND i.indikator = kini.indikator)) FROM kini GROUP BY opd";

bool peer_buku_baca(const char *ledger, int tahun, int bulan, int n, double *ms)
{
	char sql[2000];
	bool ok = true;
	snprintf(sql, sizeof sql, SUMS, tahun, bulan, tahun, tahun);
	for (int i = 0; ok && i < n; i++) {
		sqlite3 *db;
		double start = waktu_ms();
		ok = sqlite3_open_v2(ledger, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK && exec(db, sql);
		sqlite3_close(db);
		ms[i] = waktu_ms() - start;
	}
	return ok;
}
