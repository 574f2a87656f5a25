/* The core of the roll-up on trees of any depth and width, beyond what a report's four levels reach: keluaran and keuangan of every node against a
 * naive recursion in rationals over the same columns.
 *
 *     property_kolom [trees [first seed]]
 */
#include "acak.h"

#include "engine/rollup_kolom.h"
#include <gmp.h>
#include <inttypes.h>

enum { SIMPUL_MAX = 4000, INDIKATOR_MAX = 12000 };

typedef struct {
	Kolom k;
	uint8_t sifat[SIMPUL_MAX];
	int64_t pagu[SIMPUL_MAX], realisasi[SIMPUL_MAX], pembilang[INDIKATOR_MAX], penyebut[INDIKATOR_MAX];
	uint32_t awal[SIMPUL_MAX + 1];
} Pohon;

static unsigned depth(const Pohon *p, uint32_t i)
{
	return p->sifat[i] >> KOLOM_DALAM;
}

static bool is_leaf(const Pohon *p, uint32_t i)
{
	return i + 1 == p->k.n || depth(p, i + 1) <= depth(p, i);
}

static void add_indicators(Pohon *p, Acak *acak, uint32_t *m)
{
	for (uint32_t n = acak_below(acak, 5); n-- && *m < INDIKATOR_MAX; ++*m) {
		if (acak_chance(acak, 5))
			continue; /* no capaian */
		p->penyebut[*m] = 1 + acak_below(acak, acak_chance(acak, 50) ? 20 : 1000000);
		p->pembilang[*m] = acak_below(acak, (uint32_t)p->penyebut[*m] + 1);
		if (acak_chance(acak, 1))
			p->pembilang[*m] = acak_chance(acak, 50) ? -p->pembilang[*m] : 100 * p->pembilang[*m];
	}
}

/* `deep`: how often the next node goes down, per cent. */
static void grow(Pohon *p, Acak *acak, uint32_t n, uint32_t deep)
{
	uint32_t m = 0;
	unsigned d = 0;
	p->k = (Kolom){.n = n, .sifat = p->sifat, .pagu = p->pagu, .realisasi = p->realisasi, .indikator_awal = p->awal,
	               .pembilang = p->pembilang, .penyebut = p->penyebut};
	for (uint32_t i = 0; i < n; i++) {
		if (i)
			d = acak_chance(acak, deep) && d < KOLOM_DALAM_MAX ? d + 1 : 1 + acak_below(acak, d ? d : 1);
		p->sifat[i] = (uint8_t)(d << KOLOM_DALAM);
	}
	for (uint32_t i = 0; i < n; i++) {
		p->awal[i] = m;
		if (!is_leaf(p, i))
			continue;
		add_indicators(p, acak, &m);
		p->sifat[i] |= KOLOM_PAGU | KOLOM_REALISASI;
		p->pagu[i] = 1 + (int64_t)(acak_next(acak) % UINT64_C(1000000000000));
		p->realisasi[i] = (int64_t)(acak_next(acak) % (uint64_t)p->pagu[i]);
	}
	p->awal[n] = m;
}

/* ---- naive ---- */

static void to_percent(mpq_t q)
{
	mpz_mul_ui(mpq_numref(q), mpq_numref(q), 100);
	mpq_canonicalize(q);
}

/* false: no value. *end receives the node behind the subtree. */
static bool keluaran(mpq_t out, uint32_t *end, const Pohon *p, uint32_t i)
{
	mpq_t x;
	unsigned long n = 0;
	mpq_init(x);
	mpq_set_ui(out, 0, 1);
	*end = i + 1;
	for (uint32_t j = p->awal[i]; is_leaf(p, i) && j < p->awal[i + 1]; j++) {
		if (p->penyebut[j] == 0)
			continue;
		mpq_set_si(x, p->pembilang[j], (unsigned long)p->penyebut[j]);
		to_percent(x);
		mpq_add(out, out, x);
		n++;
	}
	while (*end < p->k.n && depth(p, *end) > depth(p, i)) {
		if (keluaran(x, end, p, *end)) {
			mpq_add(out, out, x);
			n++;
		}
	}
	if (n) {
		mpq_set_ui(x, 1, n);
		mpq_mul(out, out, x);
	}
	mpq_clear(x);
	return n > 0;
}

static void keuangan(mpq_t out, const Pohon *p, uint32_t i, uint32_t end)
{
	mpz_set_ui(mpq_numref(out), 0);
	mpz_set_ui(mpq_denref(out), 0);
	for (; i < end; i++) {
		mpz_add_ui(mpq_numref(out), mpq_numref(out), (unsigned long)p->realisasi[i]);
		mpz_add_ui(mpq_denref(out), mpq_denref(out), (unsigned long)p->pagu[i]);
	}
	to_percent(out);
}

/* floor(100 x + 1/2) is the printed number of a value not below zero; the mirror image below. */
static int64_t printed(const mpq_t x)
{
	mpz_t n, d;
	mpz_inits(n, d, NULL);
	mpz_mul_ui(n, mpq_numref(x), 200);
	mpz_abs(n, n);
	mpz_add(n, n, mpq_denref(x));
	mpz_mul_ui(d, mpq_denref(x), 2);
	mpz_fdiv_q(n, n, d);
	int64_t m = mpz_get_si(n);
	mpz_clears(n, d, NULL);
	return mpq_sgn(x) < 0 ? -m : m;
}

static bool node_agrees(const Pohon *p, const KolomAngka *a, uint32_t i)
{
	mpq_t fisik, uang, two;
	uint32_t end;
	mpq_inits(fisik, uang, two, NULL);
	bool ada = keluaran(fisik, &end, p, i);
	keuangan(uang, p, i, end);
	unsigned want = ada ? STATUS_KEUANGAN | STATUS_KELUARAN | STATUS_RATA_RATA : STATUS_KEUANGAN;
	bool same = (a->status & (STATUS_KEUANGAN | STATUS_KELUARAN | STATUS_RATA_RATA)) == want && a->keuangan == printed(uang);
	if (ada) {
		same &= a->keluaran == printed(fisik);
		mpq_set_ui(two, 1, 2);
		mpq_add(uang, uang, fisik);
		mpq_mul(uang, uang, two);
		same &= a->rata_rata == printed(uang);
	}
	mpq_clears(fisik, uang, two, NULL);
	return same;
}

static bool run(uint64_t seed, uint32_t deep, uint32_t *deepest, uint32_t *exact)
{
	Arena *arena = arena_new();
	Acak acak = {seed};
	Pohon *p = ARENA_NEW(arena, Pohon);
	grow(p, &acak, 1 + acak_below(&acak, acak_chance(&acak, 10) ? SIMPUL_MAX - 1 : 300), deep);
	KolomHasil h = {.angka = ARENA_ARRAY(arena, KolomAngka, p->k.n)};
	kolom_hitung(&p->k, resep_build(arena, kebijakan_default(arena)), &h);
	bool ok = true;
	for (uint32_t i = 0; i < p->k.n && ok; i++) {
		ok = node_agrees(p, &h.angka[i], i);
		if (!ok)
			printf("# seed %" PRIu64 ": node %u at depth %u differs\n", seed, i, depth(p, i));
		*deepest = depth(p, i) > *deepest ? depth(p, i) : *deepest;
	}
	*exact += h.n_ulang;
	arena_free(arena);
	return ok;
}

int main(int argc, char **argv)
{
	static const uint32_t DEEP[] = {5, 40, 90};
	unsigned long trees = argc > 1 ? strtoul(argv[1], NULL, 10) : 100;
	uint64_t first = argc > 2 ? strtoull(argv[2], NULL, 10) : 20231229;
	bool failed = false;
	uint32_t deepest = 0, exact = 0;
	printf("1..4\n# %lu trees a shape, seeds from %" PRIu64 "\n", trees, first);
	for (unsigned s = 0; s < 3; s++) {
		bool ok = true;
		for (uint64_t seed = first; seed < first + trees && ok; seed++)
			ok = run(seed, DEEP[s], &deepest, &exact);
		printf("%sok %u - trees that go down %u times in 100\n", ok ? "" : "not ", s + 1, DEEP[s]);
		failed |= !ok;
	}
	printf("%sok 4 - the deepest level was reached\n# depth %u, %u figures by the exact path\n", deepest == KOLOM_DALAM_MAX ? "" : "not ", deepest, exact);
	return failed || deepest != KOLOM_DALAM_MAX;
}
