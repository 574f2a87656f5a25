/* Every figure of random plans, under random policies, as naive rational arithmetic prints it.
 *
 *     property_rollup [plans [first seed]]
 *
 * Kinds of plans: everyday ones, where the fast path must prove every figure; the same with one odd value here and there; extremes of size, sign and scale; ties made of parts that do
 * not end, and values a hair beside them, where the fast path must give way. */
#include "acak.h"
#include "naif.h"

#include "engine/rollup.h"
#include <inttypes.h>
#include <string.h>

enum { SIMPUL_MAX = 600, INDIKATOR_MAX = 6000 };

typedef enum { RENCANA_BIASA, RENCANA_JARANG, RENCANA_EKSTREM, RENCANA_SERI, RENCANA_NYARIS, RENCANA_JENIS } JenisRencana;

typedef struct {
	Arena *arena;
	Acak *acak;
	JenisRencana jenis;
	enum { TEPI_TIDAK, TEPI_BESAR, TEPI_NEGATIF } tepi; /* extremes only where the range of the fast path ends, of one kind */
	Snapshot s;
	Simpul simpul[SIMPUL_MAX];
	Indikator indikator[INDIKATOR_MAX];
} Rencana;

static uint32_t between(Acak *a, uint32_t low, uint32_t high)
{
	return low + acak_below(a, high - low + 1);
}

/* ---- facts ---- */

static int64_t extreme(Acak *a)
{
	static const int64_t SIZE[] = {0, 1, 1, 2, 3, 7, 99, 100, 101, 1000003, INT64_C(100000000000000000), INT64_C(99999999999999999),
	                               INT64_C(3000000000000000000), INT64_MAX, INT64_MAX - 1, INT64_MAX / 3};
	int64_t m = SIZE[acak_below(a, sizeof SIZE / sizeof *SIZE)];
	return acak_chance(a, 15) ? -m : m;
}

static bool be_extreme(Rencana *r)
{
	return r->jenis == RENCANA_EKSTREM ? r->tepi == TEPI_TIDAK && acak_chance(r->acak, 60) : r->jenis == RENCANA_JARANG && acak_below(r->acak, 400) == 0;
}

static IsiRupiah money(Rencana *r, bool pagu)
{
	if (acak_chance(r->acak, 6))
		return (IsiRupiah){0};
	if (be_extreme(r))
		return isi_rupiah((Rupiah){extreme(r->acak)});
	if (r->tepi == TEPI_NEGATIF && acak_chance(r->acak, 5))
		return isi_rupiah((Rupiah){pagu ? INT64_MAX / 4 : -(int64_t)acak_below(r->acak, 1000)});
	int64_t sen = (int64_t)(acak_next(r->acak) % UINT64_C(1000000000000));
	return isi_rupiah((Rupiah){acak_chance(r->acak, 4) ? 0 : pagu ? sen + 1 : sen});
}

static IsiDesimal volume(Rencana *r, bool target)
{
	static const uint8_t USUAL[] = {1, 2, 3, 4, 6, 8, 12, 12, 24, 36, 40, 50, 72, 90, 100, 144, 150, 200};
	Acak *a = r->acak;
	if (acak_chance(a, 5))
		return (IsiDesimal){0};
	if (be_extreme(r))
		return isi_desimal((Desimal){extreme(a), (uint8_t)acak_below(a, 7)});
	int64_t m = 100 * (int64_t)(target ? USUAL[acak_below(a, sizeof USUAL)] : acak_below(a, 200));
	if (r->jenis != RENCANA_BIASA && r->jenis != RENCANA_JARANG && r->tepi != TEPI_NEGATIF && acak_chance(a, 40))
		m = (int64_t)acak_below(a, 1000000);
	return isi_desimal((Desimal){acak_chance(a, 3) ? 0 : m, 2});
}

static IsiDesimal weight(Acak *a)
{
	if (acak_chance(a, 4))
		return (IsiDesimal){0};
	if (acak_chance(a, 2))
		return isi_desimal((Desimal){extreme(a), (uint8_t)acak_below(a, 7)});
	return isi_desimal((Desimal){acak_below(a, 10000), (uint8_t)acak_below(a, 3)});
}

static Indikator *add_indicator(Rencana *r)
{
	static const char *const NAMA[] = {"Jumlah Dokumen", "Persentase Layanan", "Indeks Kepuasan", "Bulan"};
	Indikator *i = &r->indikator[r->s.n_indikator++];
	*i = (Indikator){.nama = NAMA[acak_below(r->acak, 4)], .satuan = acak_chance(r->acak, 30) ? "%" : "Dokumen", .target = volume(r, true),
	                 .realisasi = volume(r, false), .bobot = weight(r->acak)};
	if (acak_chance(r->acak, 40))
		i->realisasi = i->target;
	if (r->tepi == TEPI_BESAR && acak_chance(r->acak, 60)) {
		i->target = isi_desimal((Desimal){1, 0});
		i->realisasi = isi_desimal((Desimal){between(r->acak, 300, 20000), 0});
	} else if (r->tepi == TEPI_NEGATIF && acak_chance(r->acak, 2)) {
		i->target = isi_desimal((Desimal){INT64_MAX - acak_below(r->acak, 9), 0});
		i->realisasi = isi_desimal((Desimal){-(int64_t)acak_below(r->acak, 1000), 0});
	}
	if (i->target.isi == ISI_KOSONG && acak_chance(r->acak, 50))
		i->target_teks = acak_chance(r->acak, 50) ? "20-60" : "WTP";
	if (i->realisasi.isi == ISI_KOSONG && acak_chance(r->acak, 20))
		i->realisasi_teks = "WTP";
	r->simpul[r->s.n_simpul - 1].n_indikator++;
	return i;
}

static Indikator *exact_indicator(Rencana *r, int64_t target, int64_t realisasi)
{
	Indikator *i = add_indicator(r);
	i->nama = "Bulan";
	i->satuan = "Bulan";
	i->bobot = (IsiDesimal){0};
	i->target_teks = i->realisasi_teks = NULL;
	i->target = isi_desimal((Desimal){target, 2});
	i->realisasi = isi_desimal((Desimal){realisasi, 2});
	return i;
}

/* Three indicators whose mean is exactly k + 1/2 hundredths of a per cent, in seventeenths that the core's units cannot hold; or a
 * hair of 10^-14 beside it. With y = R/T of the third: (1 + y)/3 = (2k + 1) / 20000. */
static void add_tie(Rencana *r)
{
	enum { HAIR = 1000000000 };
	int64_t p = between(r->acak, 1, 16), k = between(r->acak, 3400, 9000), hair = 0;
	if (r->jenis == RENCANA_NYARIS)
		hair = acak_chance(r->acak, 50) ? 1 : -1;
	exact_indicator(r, 1700, 100 * p);
	exact_indicator(r, 1700, 1700 - 100 * p);
	exact_indicator(r, INT64_C(20000) * HAIR, (3 * (2 * k + 1) - 20000) * HAIR + hair);
}

/* ---- the tree ---- */

static uint32_t add_node(Rencana *r, Tingkat tingkat, uint32_t induk)
{
	uint32_t i = r->s.n_simpul++;
	r->simpul[i] = (Simpul){.tingkat = tingkat, .kode_tertulis = "", .nomor = "", .nama = "", .bobot = weight(r->acak), .induk = induk, .akhir = i + 1,
	                        .indikator_awal = r->s.n_indikator};
	for (uint32_t p = induk; p != SIMPUL_NONE; p = r->simpul[p].induk)
		r->simpul[p].akhir = i + 1;
	return i;
}

static void fill_leaf(Rencana *r, uint32_t i)
{
	r->simpul[i].pagu = money(r, true);
	r->simpul[i].realisasi = money(r, false);
}

static bool room(const Rencana *r, uint32_t nodes, uint32_t indicators)
{
	return r->s.n_simpul + nodes < SIMPUL_MAX && r->s.n_indikator + indicators < INDIKATOR_MAX;
}

/* Own indicators of a parent; some only echo the percentage. */
static void add_own(Rencana *r)
{
	for (uint32_t n = acak_below(r->acak, 3); n-- && room(r, 0, 1);)
		add_indicator(r)->gema = acak_chance(r->acak, 30);
}

static void add_sub(Rencana *r, uint32_t induk)
{
	fill_leaf(r, add_node(r, TINGKAT_SUB_KEGIATAN, induk));
	if (r->jenis == RENCANA_SERI || r->jenis == RENCANA_NYARIS) {
		add_tie(r);
		return;
	}
	uint32_t n = acak_chance(r->acak, 1) ? between(r->acak, 60, 4500) : acak_below(r->acak, r->tepi == TEPI_BESAR ? 40 : 6);
	for (; n-- && room(r, 0, 1);)
		add_indicator(r);
}

static void add_kegiatan(Rencana *r, uint32_t induk)
{
	uint32_t i = add_node(r, TINGKAT_KEGIATAN, induk), n = acak_chance(r->acak, 2) ? between(r->acak, 60, 300) : acak_below(r->acak, 5);
	add_own(r);
	for (uint32_t j = 0; j < n && room(r, 1, 8); j++)
		add_sub(r, i);
	if (r->simpul[i].akhir == i + 1)
		fill_leaf(r, i);
}

static void add_program(Rencana *r)
{
	uint32_t i = add_node(r, TINGKAT_PROGRAM, SIMPUL_NONE), n = acak_below(r->acak, 4);
	add_own(r);
	for (uint32_t j = 0; j < n && room(r, 8, 40); j++) {
		if (acak_chance(r->acak, 10))
			add_sub(r, i); /* without a kegiatan between */
		else
			add_kegiatan(r, i);
	}
	if (r->simpul[i].akhir == i + 1)
		fill_leaf(r, i);
}

static Rencana *plan(Arena *arena, Acak *acak, JenisRencana jenis)
{
	Rencana *r = ARENA_NEW(arena, Rencana);
	r->arena = arena;
	r->acak = acak;
	r->jenis = jenis;
	if (jenis == RENCANA_EKSTREM && acak_chance(acak, 50))
		r->tepi = acak_chance(acak, 50) ? TEPI_BESAR : TEPI_NEGATIF;
	r->s.simpul = r->simpul;
	r->s.indikator = r->indikator;
	for (uint32_t n = between(acak, 0, 4); n-- && room(r, 10, 60);)
		add_program(r);
	return r;
}

/* ---- comparison ---- */

typedef struct {
	const Rencana *r;
	const Hasil *h;
	uint64_t seed;
	unsigned long figures;
	bool failed;
} Banding;

static void fails(Banding *b, const char *what, uint32_t simpul)
{
	if (!b->failed)
		printf("# seed %" PRIu64 " kind %d: %s of node %u\n", b->seed, (int)b->r->jenis, what, simpul);
	b->failed = true;
}

static void compare_percent(Banding *b, const char *what, uint32_t simpul, IsiDesimal got, const Naif *want)
{
	int64_t m;
	bool has = naif_bulat(&m, want, b->h->kebijakan);
	b->figures++;
	if (has != (got.isi != ISI_KOSONG))
		fails(b, what, simpul);
	else if (has && (got.nilai.m != m || got.nilai.scale != b->h->kebijakan->desimal || got.isi != (m ? ISI_ADA : ISI_NIHIL)))
		fails(b, what, simpul);
	if (b->failed && has)
		gmp_printf("#   %s: got %d %" PRId64 ", want %" PRId64 " from %Qd\n", what, (int)got.isi, got.nilai.m, m, want->q);
}

static void compare_exact(Banding *b, const char *what, uint32_t simpul, const Pecahan *got, const Naif *want)
{
	if (!got || !want->ada) {
		if (got || want->ada)
			fails(b, what, simpul);
		return;
	}
	char *text = arena_alloc(b->r->arena, mpz_sizeinbase(mpq_numref(want->q), 10) + mpz_sizeinbase(mpq_denref(want->q), 10) + 3);
	if (strcmp(pecahan_print(b->r->arena, got), mpq_get_str(text, 10, want->q)) != 0)
		fails(b, what, simpul);
}

static void compare_money(Banding *b, uint32_t simpul, const Capaian *c)
{
	mpz_t pagu, realisasi;
	bool has_pagu, has_realisasi;
	mpz_inits(pagu, realisasi, NULL);
	naif_uang(pagu, &has_pagu, realisasi, &has_realisasi, b->h->snapshot, simpul);
	bool fits = mpz_fits_slong_p(pagu) && mpz_fits_slong_p(realisasi);
	if (c->luapan == fits || (c->pagu.isi != ISI_KOSONG) != (fits && has_pagu) || (c->realisasi.isi != ISI_KOSONG) != (fits && has_realisasi))
		fails(b, "presence of money", simpul);
	if (fits && (c->pagu.nilai.sen != mpz_get_si(pagu) || c->realisasi.nilai.sen != mpz_get_si(realisasi)))
		fails(b, "sum of money", simpul);
	mpz_clears(pagu, realisasi, NULL);
}

static void compare_node(Banding *b, uint32_t simpul, const Capaian *c)
{
	static const char *const NAMA[] = {"keuangan", "keluaran", "rata-rata", "keluaran from children", "own keluaran"};
	const IsiDesimal got[] = {c->keuangan, c->keluaran, c->rata_rata, c->keluaran_anak, c->keluaran_sendiri};
	static const JenisAngka JENIS[] = {ANGKA_KEUANGAN, ANGKA_KELUARAN, ANGKA_RATA_RATA};
	const Snapshot *s = b->h->snapshot;
	Naif x;
	naif_init(&x);
	for (unsigned a = NAIF_KEUANGAN; a <= NAIF_SENDIRI; a++) {
		naif_angka(&x, s, b->h->kebijakan, simpul, (NaifAngka)a);
		compare_percent(b, NAMA[a], simpul, got[a], &x);
		if (a <= NAIF_RATA_RATA)
			compare_exact(b, NAMA[a], simpul, rollup_exact(b->r->arena, s, b->h->kebijakan, simpul, JENIS[a]), &x);
		if (a == NAIF_RATA_RATA && c->predikat != naif_pita(&x, b->h->kebijakan))
			fails(b, "predikat", simpul);
	}
	naif_clear(&x);
	compare_money(b, simpul, c);
	uint32_t reported, all;
	naif_hitung_operan(&reported, &all, s, b->h->kebijakan, simpul);
	if (reported != c->terlapor || all != c->seluruh)
		fails(b, "operands", simpul);
}

static void compare_indicators(Banding *b)
{
	Naif x;
	naif_init(&x);
	for (uint32_t j = 0; j < b->h->snapshot->n_indikator; j++) {
		naif_indikator(&x, b->h->kebijakan, &b->h->snapshot->indikator[j]);
		compare_percent(b, "indicator", j, b->h->indikator[j], &x);
		compare_exact(b, "indicator", j, rollup_exact_indikator(b->r->arena, b->h->snapshot, b->h->kebijakan, j), &x);
	}
	naif_clear(&x);
}

/* The money of the leaves is the money of the whole. */
static void compare_leaves(Banding *b)
{
	Int128 pagu = 0, realisasi = 0;
	for (uint32_t i = 0; i < b->h->snapshot->n_simpul; i++) {
		if (b->h->snapshot->simpul[i].akhir != i + 1)
			continue;
		pagu += b->h->simpul[i].pagu.nilai.sen;
		realisasi += b->h->simpul[i].realisasi.nilai.sen;
	}
	if (!b->h->total.luapan && (pagu != b->h->total.pagu.nilai.sen || realisasi != b->h->total.realisasi.nilai.sen))
		fails(b, "leaves against the whole", SIMPUL_TOTAL);
}

/* ---- running ---- */

typedef struct {
	unsigned long plans, figures, exact, tie_plans;
	bool failed;
} Jumlah;

static bool plain_policy(const Kebijakan *k)
{
	return k->gulung == GULUNG_RATA && k->gulung_indikator == GULUNG_RATA && k->pembulatan == BULAT_JAUH_NOL && k->desimal == 2 &&
	       k->predikat_dari_cetak && k->arah == ARAH_NAIK && !k->ada_maksimum && !k->ada_minimum && k->n_indikator == 0;
}

/* Under such a policy everyday figures are proved by the fast path, and ties of seventeenths cannot be. */
static void compare_paths(Banding *b, Jumlah *jumlah)
{
	if (!plain_policy(b->h->kebijakan))
		return;
	if (b->r->jenis == RENCANA_BIASA && b->h->n_eksak != 0)
		fails(b, "exact path taken without need, whole", SIMPUL_TOTAL);
	bool ties = b->r->jenis == RENCANA_SERI;
	for (uint32_t i = 0; ties && i < b->h->snapshot->n_simpul; i++)
		if (b->h->snapshot->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN && ++jumlah->tie_plans && b->h->n_eksak == 0)
			fails(b, "exact path not taken, node", i);
}

typedef enum { KEBIJAKAN_BAWAAN, KEBIJAKAN_CEPAT, KEBIJAKAN_APA_PUN, KEBIJAKAN_JENIS } JenisKebijakan;

/* Any policy; or one whose steps above the indicators are those of the fast path. */
static const Kebijakan *policy(Arena *arena, Acak *acak, JenisKebijakan jenis)
{
	const Kebijakan *usual = kebijakan_default(arena);
	if (jenis == KEBIJAKAN_BAWAAN)
		return usual;
	Kebijakan *k = ARENA_NEW(arena, Kebijakan);
	*k = *acak_kebijakan(arena, acak);
	if (jenis == KEBIJAKAN_CEPAT) {
		k->gulung = k->gulung_indikator = GULUNG_RATA;
		k->desimal = 2;
		k->pembulatan = BULAT_JAUH_NOL;
		k->predikat_dari_cetak = true;
	}
	return k;
}

static bool run(uint64_t seed, JenisRencana jenis, JenisKebijakan kebijakan, Jumlah *jumlah)
{
	Arena *arena = arena_new();
	Acak acak = {seed * RENCANA_JENIS + jenis};
	Rencana *r = plan(arena, &acak, jenis);
	Banding b = {.r = r, .h = rollup_run(arena, &r->s, policy(arena, &acak, kebijakan)), .seed = seed};
	for (uint32_t i = 0; i < r->s.n_simpul; i++)
		compare_node(&b, i, &b.h->simpul[i]);
	compare_node(&b, SIMPUL_TOTAL, &b.h->total);
	compare_indicators(&b);
	compare_leaves(&b);
	compare_paths(&b, jumlah);
	jumlah->plans++;
	jumlah->figures += b.figures;
	jumlah->exact += b.h->n_eksak;
	arena_free(arena);
	return !b.failed;
}

int main(int argc, char **argv)
{
	static const char *const KEBIJAKAN[] = {"default policy", "policy of the fast path", "any policy"};
	static const char *const NAMA[] = {"everyday plans", "everyday plans with a rare extreme", "extreme values", "ties of endless parts", "a hair beside a tie"};
	unsigned long plans = argc > 1 ? strtoul(argv[1], NULL, 10) : 20;
	uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 20231229;
	printf("1..%d\n# %lu plans a kind, seeds from %" PRIu64 "\n", KEBIJAKAN_JENIS * RENCANA_JENIS, plans, first);
	bool failed = false;
	int test = 0;
	for (int k = 0; k < KEBIJAKAN_JENIS; k++) {
		for (int jenis = 0; jenis < RENCANA_JENIS; jenis++) {
			Jumlah j = {0};
			for (uint64_t seed = first; seed < first + plans && !j.failed; seed++)
				j.failed = !run(seed, (JenisRencana)jenis, (JenisKebijakan)k, &j);
			bool ok = !j.failed && (k != KEBIJAKAN_BAWAAN || jenis != RENCANA_SERI || j.tie_plans > 0);
			printf("%sok %d - %s, %s\n", ok ? "" : "not ", ++test, NAMA[jenis], KEBIJAKAN[k]);
			printf("# %lu plans, %lu figures, %lu by the exact path\n", j.plans, j.figures, j.exact);
			fflush(stdout);
			failed |= !ok;
		}
	}
	return failed;
}
