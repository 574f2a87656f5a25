/* bench_engine [EXPORT]: the roll-up of a synthetic country (negara.h) on one core, beside a plain read of the same arrays and SQLite.
 * With EXPORT, a folder, also writes the country there as sub.csv and indikator.csv for other peers (bench_duckdb.mjs). */
#include "negara.h"
#include "peer_sqlite.h"
#include "waktu.h"

#include "base/str.h"
#include <inttypes.h>
#include <sys/resource.h>

enum { ULANGAN = 25, SASARAN_MS = 40 };

typedef struct {
	double buat, baca, hitung;    /* ms: generation; best plain read; best roll-up */
	KolomAngka akar;
	uint32_t eksak;
} Ukur;

static size_t input_bytes(const Negara *g)
{
	return (size_t)g->kolom.n * (sizeof *g->kolom.sifat + 2 * sizeof *g->kolom.pagu + sizeof *g->kolom.indikator_awal) +
	       (size_t)g->n_indikator * 2 * sizeof *g->kolom.pembilang;
}

static uint64_t sum64(const int64_t *values, size_t n)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += (uint64_t)values[i];
	return sum;
}

static uint64_t read_all(const Negara *g)
{
	const Kolom *k = &g->kolom;
	uint64_t sum = sum64(k->pagu, k->n) + sum64(k->realisasi, k->n) + sum64(k->pembilang, g->n_indikator) + sum64(k->penyebut, g->n_indikator);
	for (uint32_t i = 0; i < k->n; i++)
		sum += k->sifat[i];
	for (uint32_t i = 0; i < k->n; i++)
		sum += k->indikator_awal[i];
	return sum;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

static Ukur measure(Arena *arena, Negara **out, uint32_t bagian)
{
	Ukur u = {.baca = 1e9, .hitung = 1e9};
	double start = waktu_ms();
	Negara *g = *out = negara_new(arena, bagian);
	u.buat = waktu_ms() - start;
	KolomHasil h = negara_hasil(arena, g);
	const Resep *resep = resep_build(arena, kebijakan_default(arena));
	volatile uint64_t kept = 0;
	for (int i = 0; i < ULANGAN; i++) {
		start = waktu_ms();
		kept += read_all(g);
		u.baca = least(u.baca, waktu_ms() - start);
		start = waktu_ms();
		kolom_hitung(&g->kolom, resep, &h);
		u.hitung = least(u.hitung, waktu_ms() - start);
	}
	u.akar = h.angka[0];
	u.eksak = h.n_ulang;
	return u;
}

static const char *grouped(Arena *a, uint64_t n)
{
	return n < 1000 ? str_format(a, "%" PRIu64, n) : str_format(a, "%s.%03u", grouped(a, n / 1000), (unsigned)(n % 1000));
}

static void row(const char *name, const char *x, const char *y, const char *z)
{
	printf("  %-34s %12s %12s %12s\n", name, x, y, z);
}

static void table(Arena *a, Negara *const g[3], const Ukur u[3])
{
	static const char *const LEVEL[NEGARA_TINGKAT] = {"country", "pemda", "OPD", "program", "kegiatan", "sub kegiatan"};
	row("", "1/100", "1/10", "whole");
	for (int d = 1; d < NEGARA_TINGKAT; d++)
		row(LEVEL[d], grouped(a, g[0]->jumlah[d]), grouped(a, g[1]->jumlah[d]), grouped(a, g[2]->jumlah[d]));
	row("indicators", grouped(a, g[0]->n_indikator), grouped(a, g[1]->n_indikator), grouped(a, g[2]->n_indikator));
#define COLUMNS(name, format, expression)                                                  \
	do {                                                                                   \
		const char *cell[3];                                                               \
		for (int i = 0; i < 3; i++)                                                        \
			cell[i] = str_format(a, format, expression);                                   \
		row(name, cell[0], cell[1], cell[2]);                                              \
	} while (0)
	COLUMNS("generating it, ms", "%.1f", u[i].buat);
	COLUMNS("plain read of the arrays, ms", "%.2f", u[i].baca);
	COLUMNS("ROLL-UP, four figures a node, ms", "%.2f", u[i].hitung);
	COLUMNS("  ns a node", "%.1f", u[i].hitung * 1e6 / g[i]->kolom.n);
	COLUMNS("  times the plain read", "%.1f", u[i].hitung / u[i].baca);
	COLUMNS("  figures by unlimited fractions", "%u", u[i].eksak);
	COLUMNS("arrays read, MB", "%.1f", (double)input_bytes(g[i]) / 1e6);
	COLUMNS("figures written, MB", "%.1f", (double)(g[i]->kolom.n * sizeof(KolomAngka)) / 1e6);
#undef COLUMNS
}

static bool beside_sqlite(const Negara *g, const Ukur *u)
{
	HasilSql s;
	if (!peer_sqlite(&s, g))
		return false;
	printf("  SQLite, in memory, whole country:  %8.0f ms to compute (%.0f ms to load)   %6.0f times the roll-up\n", s.hitung, s.muat, s.hitung / u->hitung);
	double keuangan = (double)u->akar.keuangan / 100, keluaran = (double)u->akar.keluaran / 100;
	bool same = s.keuangan - keuangan < 0.011 && keuangan - s.keuangan < 0.011 && s.keluaran - keluaran < 0.011 && keluaran - s.keluaran < 0.011;
	printf("    the country: keuangan %.2f, keluaran %.2f; SQLite %.2f, %.2f%s\n", keuangan, keluaran, s.keuangan, s.keluaran, same ? "" : "  DIFFERENT");
	return same;
}

typedef struct { FILE *sub, *indikator; } Berkas;

static void export_sub(void *context, const Negara *g, const NegaraSub *s)
{
	const Berkas *f = context;
	const Kolom *k = &g->kolom;
	fprintf(f->sub, "%u,%u,%u,%u,%u,%" PRId64 ",%" PRId64 "\n", s->simpul, s->induk[4], s->induk[3], s->induk[2], s->induk[1], k->pagu[s->simpul], k->realisasi[s->simpul]);
	for (uint32_t j = k->indikator_awal[s->simpul]; j < k->indikator_awal[s->simpul + 1]; j++)
		fprintf(f->indikator, "%u,%" PRId64 ",%" PRId64 "\n", s->simpul, k->penyebut[j], k->pembilang[j]);
}

static bool export_country(Arena *a, const Negara *g, const Ukur *u, const char *folder)
{
	Berkas f = {fopen(str_format(a, "%s/sub.csv", folder), "w"), fopen(str_format(a, "%s/indikator.csv", folder), "w")};
	FILE *figure = fopen(str_format(a, "%s/rollup.json", folder), "w");
	if (!f.sub || !f.indikator || !figure)
		return false;
	negara_each(g, export_sub, &f);
	fprintf(figure, "{\"ms\":%.3f,\"keuangan\":%.2f,\"keluaran\":%.2f}\n", u->hitung, (double)u->akar.keuangan / 100, (double)u->akar.keluaran / 100);
	return (fclose(f.sub) | fclose(f.indikator) | fclose(figure)) == 0;
}

int main(int argc, char **argv)
{
	static const uint32_t BAGIAN[3] = {100, 10, 1};
	Arena *arena = arena_new();
	Negara *g[3];
	Ukur u[3];
	struct rusage usage;
	for (int i = 0; i < 3; i++)
		u[i] = measure(arena, &g[i], BAGIAN[i]);
	printf("  A synthetic country, one month, one core; best of %d runs.\n\n", ULANGAN);
	table(arena, g, u);
	getrusage(RUSAGE_SELF, &usage);
	printf("\n  Peak memory so far %.0f MB (three sizes at once).\n", (double)usage.ru_maxrss / 1024);
	printf("  Whole country in %.1f ms, target %d ms: %s\n\n", u[2].hitung, SASARAN_MS, u[2].hitung <= SASARAN_MS ? "met" : "MISSED");
	fflush(stdout);
	bool ok = beside_sqlite(g[2], &u[2]);
	if (argc > 1)
		ok &= export_country(arena, g[2], &u[2], argv[1]);
	arena_free(arena);
	return !ok;
}
