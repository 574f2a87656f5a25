/* bench_buku: a ledger of a synthetic region (daerah.h) at three sizes - opening, saving, reports, merged views, verifying - each beside what SQLite itself
 * needs for the bytes behind it.
 *   bench_buku FOLDER CAPAIAN       makes the ledgers in FOLDER, measures, removes them
 *   bench_buku make FILE OPD YEARS  makes one and leaves it */
#include "daerah.h"
#include "peer_buku.h"
#include "waktu.h"

#include "app/baca.h"
#include "app/isian.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { UKURAN = 3, BUKA = 100, PROSES = 15, SIMPAN = 400, BULAN_LAPOR = 11 };

extern char **environ;

/* ---- statistics ---- */

typedef struct { double least, p50, p99; long memori; /* kB at most, never below that of this program when it starts the other; 0: not a process of its own */ } Ukur;

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static Ukur ukur_of(double *ms, int n)
{
	qsort(ms, (size_t)n, sizeof *ms, by_value);
	return (Ukur){.least = ms[0], .p50 = ms[n / 2], .p99 = ms[(n * 99 - 1) / 100]};
}

static _Noreturn void stop(const char *what, const ErrInfo *info)
{
	fprintf(stderr, "bench_buku: %s: %s\n", what, info && info->message ? info->message : "failed");
	exit(1);
}

/* ---- whole processes ---- */

static double run_once(const char *const *argv, long *memori)
{
	pid_t pid;
	int status;
	struct rusage usage;
	posix_spawn_file_actions_t quiet;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	double start = waktu_ms();
	if (posix_spawn(&pid, argv[0], &quiet, NULL, (char *const *)(uintptr_t)argv, environ) != 0 || wait4(pid, &status, 0, &usage) != pid)
		stop(argv[0], NULL);
	double took = waktu_ms() - start;
	posix_spawn_file_actions_destroy(&quiet);
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
		stop(argv[1], NULL);
	if (usage.ru_maxrss > *memori)
		*memori = usage.ru_maxrss;
	return took;
}

static Ukur run(int times, const char *const *argv)
{
	double ms[PROSES];
	long memori = 0;
	for (int i = 0; i < times; i++)
		ms[i] = run_once(argv, &memori);
	Ukur u = ukur_of(ms, times);
	u.memori = memori;
	return u;
}

/* ---- one ledger ---- */

typedef struct {
	Arena *arena;
	const char *capaian, *folder, *db;
	UkuranDaerah ukuran;
	const char *opd, *tahun;  /* of the reports */
	double buat, mb;
	int64_t entri;
	Ukur buka, laporan, rekap, rfk, rfk_opd, simpan, simpan_proses, peer_simpan, peer_baca;
	double periksa;           /* ms for the whole chain */
	Ukur impor[UKURAN], peer_impor[UKURAN]; /* a table of 2.000, 20.000, 200.000 rows */
} Ledger;

static Konteks *open_as(Arena *arena, const Ledger *b, StoreMode mode)
{
	Konteks *k;
	ErrInfo info = {0};
	const KonteksOptions options = {.db = b->db, .sebagai = mode == STORE_TULIS ? "operator01" : NULL, .mode = mode};
	if (konteks_open(&k, arena, &options, BAHASA_ID, &info))
		stop("open", &info);
	return k;
}

static void measure_open(Ledger *b)
{
	double ms[BUKA];
	for (int i = 0; i < BUKA; i++) {
		Arena *arena = arena_new();
		double start = waktu_ms();
		konteks_close(open_as(arena, b, STORE_BACA));
		ms[i] = waktu_ms() - start;
		arena_free(arena);
	}
	b->buka = ukur_of(ms, BUKA);
}

/* One cell after the other of the open month of agency 1, as a page would: on a store that stays open, with the figures above the cell. */
static void measure_save(Ledger *b)
{
	double ms[SIMPAN];
	int tahun = daerah_tahun_akhir(b->ukuran);
	Arena *arena = arena_new();
	Konteks *k = open_as(arena, b, STORE_TULIS);
	for (int i = 0; i < SIMPAN; i++) {
		Konteks request = *k;
		request.arena = arena_new();
		ErrInfo info = {0};
		IsianHasil out;
		const Isian isian = {.opd = b->opd, .tahun = tahun, .bulan = 12, .jenis = ISIAN_UANG, .kode = daerah_sub(request.arena, 0, i % DAERAH_SUB), .asal = "", .alasan = "uji",
		                     .nilai = str_format(request.arena, "%d", 1000000 + i), .jalur = true};
		double start = waktu_ms();
		if (isian_set(&request, &isian, &out, &info))
			stop("set", &info);
		ms[i] = waktu_ms() - start;
		arena_free(request.arena);
	}
	arena_free(arena);
	b->simpan = ukur_of(ms, SIMPAN);
}

/* A table of BARIS payments of one month, as an accounting system gives it out: semicolons, id-ID numbers, an amount in sen. */
static const char *payments_make(const Ledger *b, int rows)
{
	const char *path = str_format(b->arena, "%s/realisasi.csv", b->folder), *kode[DAERAH_SUB];
	FILE *f = fopen(path, "w");
	for (int j = 0; j < DAERAH_SUB; j++)
		kode[j] = daerah_sub(b->arena, 0, j);
	if (!f)
		stop(path, NULL);
	fputs("No;Kode Sub Kegiatan;Nama Sub Kegiatan;Kode Rekening;Nomor Bukti;Nilai Realisasi\n", f);
	for (int i = 0; i < rows; i++)
		fprintf(f, "%d;%s;Sub Kegiatan Rekaan %d;5.1.02.01.001.%05d;SP2D/%07d/2025;%d.%03d,%02d\n", i + 1, kode[i % DAERAH_SUB], i % DAERAH_SUB + 1,
		        i % 997, i, 1 + i % 900, i % 1000, i % 100);
	if (fclose(f) != 0)
		stop(path, NULL);
	return path;
}

static void measure_import(Ledger *b)
{
	static const int ROWS[UKURAN] = {2000, 20000, 200000};
	for (int i = 0; i < UKURAN; i++) {
		const char *path = payments_make(b, ROWS[i]);
		b->impor[i] = run(3, (const char *[]){b->capaian, "import", path, "--db", b->db, "--opd", b->opd, "--tahun", b->tahun, "--bulan", "12", "--as", "operator01", NULL});
		b->peer_impor[i] = run(3, (const char *[]){"/usr/bin/python3", "-c",
		                                           "import csv,sys,decimal as d\nsum={}\n"
		                                           "for r in csv.DictReader(open(sys.argv[1]),delimiter=';'):\n"
		                                           " k=r['Kode Sub Kegiatan'];sum[k]=sum.get(k,0)+d.Decimal(r['Nilai Realisasi'].replace('.','').replace(',','.'))\n",
		                                           path, NULL});
		unlink(path);
	}
}

static void measure_verify(Ledger *b)
{
	Arena *arena = arena_new();
	Konteks *k = open_as(arena, b, STORE_BACA);
	ErrInfo info = {0};
	HasilJejak result;
	double start = waktu_ms();
	if (store_verify(k->store, arena, DAERAH_PEMDA, &result, &info) || result.pertama_rusak)
		stop("verify", &info);
	b->periksa = waktu_ms() - start;
	b->entri = result.jumlah;
	arena_free(arena);
}

static void measure_processes(Ledger *b)
{
	const char *month = str_format(b->arena, "%d", BULAN_LAPOR), *pdf = str_format(b->arena, "%s/a.pdf", b->folder);
	b->laporan = run(PROSES, (const char *[]){b->capaian, "report", "--db", b->db, "--opd", b->opd, "--tahun", b->tahun, "--bulan", month, "-o", pdf, NULL});
	b->rekap = run(PROSES, (const char *[]){b->capaian, "rekap", "--db", b->db, "--tahun", b->tahun, "--bulan", month, "-o", pdf, NULL});
	b->rfk_opd = run(PROSES, (const char *[]){b->capaian, "rfk", "--db", b->db, "--opd", b->opd, "--tahun", b->tahun, "--bulan", month, "-o", pdf, NULL});
	b->rfk = run(3, (const char *[]){b->capaian, "rfk", "--db", b->db, "--tahun", b->tahun, "--bulan", month, "-o", pdf, NULL});
	double ms[PROSES];
	long memori = 0;
	for (int i = 0; i < PROSES; i++) {
		const char *value = str_format(b->arena, "%d", 2000000 + i), *kode = daerah_sub(b->arena, 0, i);
		ms[i] = run_once((const char *[]){b->capaian, "set", kode, value, "--db", b->db, "--opd", b->opd, "--tahun", b->tahun, "--bulan", "12", "--as", "operator01", "--reason", "uji",
		                                  NULL},
		                 &memori);
	}
	b->simpan_proses = ukur_of(ms, PROSES);
	unlink(pdf);
}

static void measure_peer(Ledger *b)
{
	double ms[SIMPAN];
	const char *file = str_format(b->arena, "%s/peer.db", b->folder);
	if (!peer_buku_simpan(file, SIMPAN, ms))
		stop("the bare SQLite", NULL);
	b->peer_simpan = ukur_of(ms, SIMPAN);
	if (!peer_buku_baca(b->db, daerah_tahun_akhir(b->ukuran), BULAN_LAPOR, PROSES, ms))
		stop("the bare SQLite", NULL);
	b->peer_baca = ukur_of(ms, PROSES);
}

static void measure(Ledger *b)
{
	ErrInfo info = {0};
	struct stat at;
	double start = waktu_ms();
	if (daerah_make(b->db, b->ukuran, &info))
		stop(b->db, &info);
	b->buat = waktu_ms() - start;
	b->mb = stat(b->db, &at) == 0 ? (double)at.st_size / 1e6 : 0;
	b->opd = daerah_opd(b->arena, 0);
	b->tahun = str_format(b->arena, "%d", daerah_tahun_akhir(b->ukuran));
	measure_verify(b);
	measure_open(b);
	measure_processes(b);
	measure_peer(b);
	measure_save(b);
	if (b->ukuran.opd == DAERAH_OPD)
		measure_import(b);
}

/* ---- the table ---- */

/* Was the target, if there is one, met at full size? */
static bool row(const char *name, int decimals, double x, double y, double z, double target)
{
	char cell[3][32];
	const double value[3] = {x, y, z};
	for (int i = 0; i < 3; i++)
		snprintf(cell[i], sizeof cell[i], "%.*f", decimals, value[i]);
	printf("  %-46s %12s %12s %12s", name, cell[0], cell[1], cell[2]);
	if (target > 0)
		printf("   target %.0f: %s", target, z <= target ? "met" : "MISSED");
	puts("");
	return target <= 0 || z <= target;
}

static double memory_mb(Ukur u)
{
	return (double)u.memori / 1024;
}

static bool table(const Ledger *b)
{
	bool met = true;
#define ROW(name, decimals, field, target) met &= row(name, decimals, (double)b[0].field, (double)b[1].field, (double)b[2].field, target)
	printf("  %-46s %12s %12s %12s\n", "", "1/100", "1/10", "whole");
	ROW("agencies", 0, ukuran.opd, 0);
	ROW("years", 0, ukuran.tahun, 0);
	ROW("entries in the chain", 0, entri, 0);
	ROW("file, MB", 1, mb, 0);
	ROW("making it, s", 1, buat / 1000, 0);
	ROW("verifying the whole chain, s", 1, periksa / 1000, 0);
	puts("  -- in the process, ms");
	ROW("open (p50)", 2, buka.p50, 50);
	ROW("open (p99)", 2, buka.p99, 0);
	ROW("SAVE one value, durable, with its path (p50)", 2, simpan.p50, 5);
	ROW("SAVE (p99)", 2, simpan.p99, 0);
	ROW("  a bare SQLite: one row, one commit (p50)", 2, peer_simpan.p50, 0);
	ROW("  a bare SQLite (p99)", 2, peer_simpan.p99, 0);
	puts("  -- whole processes, ms (best run)");
	ROW("capaian set", 1, simpan_proses.least, 0);
	ROW("capaian report -o .pdf, one agency", 1, laporan.least, 100);
	ROW("capaian rekap -o .pdf", 1, rekap.least, 150);
	ROW("  a bare SQLite: sums a agency, unrounded", 1, peer_baca.least, 0);
	ROW("capaian rfk --opd -o .pdf, 11 months", 1, rfk_opd.least, 0);
	ROW("capaian rfk -o .pdf, region, 11 months", 1, rfk.least, 0);
	puts("  -- peak memory, MB");
	ROW("report", 1, laporan.memori / 1024.0, 0);
	ROW("rekap", 1, rekap.memori / 1024.0, 0);
	ROW("rfk, region", 1, rfk.memori / 1024.0, 0);
	puts("  -- a table of payments into a month of the whole region's ledger, dry run, whole processes");
	const Ledger *w = &b[UKURAN - 1];
	row("rows", 0, 2000, 20000, 200000, 0);
	row("capaian import, ms", 0, w->impor[0].least, w->impor[1].least, w->impor[2].least, 0);
	met &= row("  peak memory, MB", 1, memory_mb(w->impor[0]), memory_mb(w->impor[1]), memory_mb(w->impor[2]), 64);
	row("  Python csv, only adding up, ms", 0, w->peer_impor[0].least, w->peer_impor[1].least, w->peer_impor[2].least, 0);
	row("  peak memory, MB", 1, memory_mb(w->peer_impor[0]), memory_mb(w->peer_impor[1]), memory_mb(w->peer_impor[2]), 0);
#undef ROW
	return met;
}

int main(int argc, char **argv)
{
	static const UkuranDaerah SIZE[UKURAN] = {{2, 1}, {11, 2}, {DAERAH_OPD, DAERAH_TAHUN}};
	ErrInfo info = {0};
	if (argc == 5 && str_equal(argv[1], "make"))
		return daerah_make(argv[2], (UkuranDaerah){(int)strtol(argv[3], NULL, 10), (int)strtol(argv[4], NULL, 10)}, &info) ? (fprintf(stderr, "%s\n", info.message), 1) : 0;
	if (argc != 3)
		return 2;
	Arena *arena = arena_new();
	Ledger b[UKURAN];
	for (int i = 0; i < UKURAN; i++) {
		b[i] = (Ledger){.arena = arena, .capaian = argv[2], .folder = argv[1], .ukuran = SIZE[i], .db = str_format(arena, "%s/daerah-%d.db", argv[1], i)};
		unlink(b[i].db);
		measure(&b[i]);
		unlink(b[i].db);
	}
	bool met = table(b);
	arena_free(arena);
	return met ? 0 : 1;
}
