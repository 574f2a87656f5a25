/* bench_ramal FOLDER: the forecast held against what came. In a synthetic region (daerah.h) every sub kegiatan is forecast from its state at the end of March,
 * June and September of a year whose end is known, with two earlier years in the ledger; beside it two plain ways to do it.
 * The region is invented, so this tells how the method behaves - bias, range, warnings, what it gains over the plain ways - not how good it is in a real one. */
#include "daerah.h"

#include "app/ramal_app.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { OPD = 12, TAHUN = 4, TAHUN_UJI = DAERAH_TAHUN_AWAL + 2, KURANG_SERAP = 85 };

/* Sums in rupiah; doubles will do for a measure that nobody reports on. */
typedef struct {
	double galat, arah, nyata, n;        /* sum of |forecast - actual|; of forecast - actual; of actual; how many */
	double dalam;                        /* the actual figure lies in the range */
	double benar, palsu, luput;          /* warning "will not spend": given and right, given and wrong, not given */
} Tepat;

static double rupiah(Rupiah r)
{
	return (double)r.sen / 100;
}

static double distance(double a, double b)
{
	return a > b ? a - b : b - a;
}

static void add(Tepat *t, double forecast, double actual)
{
	t->galat += distance(forecast, actual);
	t->arah += forecast - actual;
	t->nyata += actual;
	t->n++;
}

static void warning_add(Tepat *t, bool given, bool right)
{
	t->benar += given && right;
	t->palsu += given && !right;
	t->luput += !given && right;
}

typedef struct { Tepat ramal, garis, kas; } HasilBulan;

static void row_add(HasilBulan *h, const BarisRamal *row, int opd, int sub, int bulan)
{
	static const int RENCANA[12] = {4, 9, 15, 22, 30, 39, 48, 58, 68, 79, 90, 100};
	double actual = (double)daerah_uang(opd, sub, TAHUN_UJI, 12) / 100, now = rupiah(row->realisasi.nilai), pagu = rupiah(row->pagu.nilai);
	double line = now * 12 / bulan, plan = now + pagu * (100 - RENCANA[bulan - 1]) / 100;
	add(&h->ramal, rupiah(row->perkiraan.nilai), actual);
	add(&h->garis, line < pagu ? line : pagu, actual);
	add(&h->kas, plan < pagu ? plan : pagu, actual);
	h->ramal.dalam += actual >= rupiah(row->rendah.nilai) && actual <= rupiah(row->tinggi.nilai);
	warning_add(&h->ramal, row->awas & AWAS_TAK_TERSERAP, actual < pagu * KURANG_SERAP / 100);
}

static void agency(HasilBulan *h, Konteks *k, int opd, int bulan)
{
	Ramal *ramal;
	ErrInfo info = {0};
	if (ramal_agency(&ramal, k, daerah_opd(k->arena, opd), TAHUN_UJI, bulan, &info)) {
		fprintf(stderr, "bench_ramal: %s\n", info.message);
		exit(1);
	}
	for (size_t i = 0; i < ramal->n; i++)
		if (ramal->baris[i].perkiraan.isi != ISI_KOSONG)
			row_add(h, &ramal->baris[i], opd, (int)i, bulan);
}

static void line(const char *name, const Tepat *t)
{
	printf("    %-34s mean error %5.1f %%   bias %+5.1f %%", name, 100 * t->galat / t->nyata, 100 * t->arah / t->nyata);
}

static void print(int bulan, const HasilBulan *h)
{
	static const char *const month[] = {"March", "June", "September"};
	printf("  from the end of %s (%.0f sub kegiatan)\n", month[bulan / 3 - 1], h->ramal.n);
	line("capaian forecast", &h->ramal);
	printf("   in its range %3.0f %%\n", 100 * h->ramal.dalam / h->ramal.n);
	line("the pace so far: R x 12 / m", &h->garis);
	puts("");
	line("the cash plan as it stands", &h->kas);
	puts("");
	printf("    warned that less than %d %% will be spent: %.0f rightly, %.0f wrongly; %.0f not warned of\n", KURANG_SERAP, h->ramal.benar, h->ramal.palsu, h->ramal.luput);
}

int main(int argc, char **argv)
{
	ErrInfo info = {0};
	Konteks *k;
	Arena *arena = arena_new();
	if (argc != 2)
		return 2;
	const char *db = str_format(arena, "%s/ramal.db", argv[1]);
	unlink(db);
	const KonteksOptions options = {.db = db, .mode = STORE_BACA};
	if (daerah_make(db, (UkuranDaerah){OPD, TAHUN}, &info) || konteks_open(&k, arena, &options, BAHASA_ID, &info)) {
		fprintf(stderr, "bench_ramal: %s\n", info.message);
		return 1;
	}
	printf("  Money at the end of %d, forecast from earlier in the year, in an invented region of %d agencies.\n", TAHUN_UJI, OPD);
	for (int bulan = 3; bulan <= 9; bulan += 3) {
		HasilBulan h = {0};
		for (int i = 0; i < OPD; i++)
			agency(&h, k, i, bulan);
		print(bulan, &h);
	}
	unlink(db);
	arena_free(arena);
	return 0;
}
