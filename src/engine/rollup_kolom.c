#include "engine/rollup_kolom.h"

#include "engine/rollup_ulang.h"

#include <assert.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define INLINE static inline __attribute__((always_inline))

__extension__ typedef unsigned __int128 Uint128;

_Static_assert((int)KOLOM_PAGU == (int)STATUS_PAGU && (int)KOLOM_REALISASI == (int)STATUS_REALISASI, "the presence of money is its status");
enum { UANG = KOLOM_PAGU | KOLOM_REALISASI };
enum { NILAI_BIT = 61 };    /* held values are below 2^61 in size */

/* What is known about a held value or a sum of them. */
enum {
	KASAR = 256,            /* only v <= x <= v + KOLOM_GALAT, not x = v */
	LUAR = 512,             /* there is a value, but outside the range: v means nothing */
};

typedef struct {
	int64_t v;
	unsigned sifat;
	bool ada;
} Nilai;

/* Operands of a mean, added up. */
typedef struct {
	int64_t jumlah;
	uint32_t n;             /* operands that have a value */
	unsigned sifat;
} Operan;

/* ---- arithmetic ---- */

/* Quotient and remainder of a 128-bit number by d; the quotient must fit 64 bits. */
INLINE uint64_t divide_wide(Uint128 n, uint64_t d, uint64_t *rest)
{
#ifdef __x86_64__
	uint64_t q, r;
	__asm__("divq %4" : "=a"(q), "=d"(r) : "a"((uint64_t)n), "d"((uint64_t)(n >> 64)), "r"(d) : "cc");
	*rest = r;
	return q;
#else
	*rest = (uint64_t)(n % d);
	return (uint64_t)(n / d);
#endif
}

/* The numerator of n / d x 100 in units, and whether the quotient stays below 2^bits; never when d is 0. */
INLINE Uint128 numerator(uint64_t n)
{
	return (Uint128)n * RESEP_SERATUS;
}

INLINE bool below_power(Uint128 wide, unsigned bits, uint64_t d)
{
	return (uint64_t)(wide >> bits) < d;
}

static Nilai percent_unsigned(uint64_t n, uint64_t d)
{
	Uint128 wide = numerator(n);
	if (!below_power(wide, NILAI_BIT, d))
		return (Nilai){.ada = true, .sifat = LUAR};
	uint64_t rest, q = divide_wide(wide, d, &rest);
	return (Nilai){.v = (int64_t)q, .ada = true, .sifat = rest ? KASAR : 0};
}

/* n / d x 100, d > 0; a floor also below zero. */
static Nilai percent(int64_t n, int64_t d)
{
	if (n >= 0)
		return percent_unsigned((uint64_t)n, (uint64_t)d);
	Nilai x = percent_unsigned(-(uint64_t)n, (uint64_t)d);
	x.v = -x.v - (x.sifat == KASAR);
	return x;
}

enum { KEBALIKAN_MAX = 64 };

/* ceil(2^63 / n): S / n = S x KEBALIKAN[n] >> 63 for S < 2^57, since S x (n - 1) < 2^63. */
#define K1(n) (((UINT64_C(1) << 63) - 1) / (n) + 1)
#define K8(n) K1(n), K1((n) + 1), K1((n) + 2), K1((n) + 3), K1((n) + 4), K1((n) + 5), K1((n) + 6), K1((n) + 7)
static const uint64_t KEBALIKAN[KEBALIKAN_MAX + 1] = {0, K8(1), K8(9), K8(17), K8(25), K8(33), K8(41), K8(49), K8(57)};

/* floor(jumlah / n); 0 when n is 0. */
INLINE int64_t divide_small(int64_t jumlah, uint32_t n)
{
	uint64_t u = (uint64_t)jumlah;
	if (LIKELY(n <= KEBALIKAN_MAX && u >> 57 == 0))
		return (int64_t)((Uint128)u * KEBALIKAN[n] >> 63);
	return jumlah / n - (jumlah % n < 0);
}

static Nilai mean(Operan o)
{
	Nilai x = {.ada = o.n > 0, .sifat = o.sifat & (KASAR | LUAR)};
	if (!x.ada || (o.sifat & LUAR))
		return x;
	x.v = divide_small(o.jumlah, o.n);
	x.sifat |= x.v * o.n != o.jumlah ? KASAR : 0;
	return x;
}

static void add(Operan *o, Nilai x)
{
	o->n += x.ada;
	o->sifat |= x.sifat;
	if (__builtin_add_overflow(o->jumlah, x.v, &o->jumlah))
		o->sifat |= LUAR;
}

/* ---- indicators ---- */

INLINE Nilai indicator(const Kolom *k, uint32_t j)
{
	if (k->penyebut[j] > 0)
		return percent(k->pembilang[j], k->penyebut[j]);
	return k->pembilang[j] ? (Nilai){.ada = true, .sifat = LUAR} : (Nilai){0};
}

static Operan own(const Kolom *k, uint32_t j, uint32_t end)
{
	Operan o = {0};
	for (; j < end; j++)
		add(&o, indicator(k, j));
	return o;
}

/* ---- weights ---- */

typedef struct {
	Int128 tertimbang;      /* sum of weight x value */
	Int128 bobot;           /* sum of the weights */
	bool kurang;            /* some value has no weight, or a negative one */
	bool luar;              /* a sum left 128 bits */
} Timbang;

/* The weight of a value that is there. */
static void add_weight(Timbang *t, Nilai x, bool ada, Int128 bobot)
{
	Int128 product;
	t->kurang |= !ada || bobot < 0;
	t->luar |= __builtin_mul_overflow(bobot, (Int128)x.v, &product);
	t->luar |= __builtin_add_overflow(t->tertimbang, product, &t->tertimbang);
	t->luar |= __builtin_add_overflow(t->bobot, bobot, &t->bobot);
}

static void add_decimal_weight(Timbang *t, Nilai x, IsiDesimal bobot)
{
	add_weight(t, x, bobot.isi != ISI_KOSONG, resep_bobot(bobot.nilai));
}

static Nilai weighted_mean(Operan o, const Timbang *t)
{
	if (t->kurang || (t->bobot == 0 && !t->luar))
		return mean(o);
	if ((o.sifat & LUAR) || t->luar)
		return (Nilai){.ada = true, .sifat = LUAR};
	Int128 q = t->tertimbang / t->bobot, rest = t->tertimbang % t->bobot;
	return (Nilai){.v = (int64_t)(q - (rest < 0)), .ada = true, .sifat = (o.sifat & KASAR) | (rest ? KASAR : 0)};
}

static Nilai own_weighted(const Kolom *k, uint32_t j, uint32_t end)
{
	Operan o = {0};
	Timbang t = {0};
	for (; j < end; j++) {
		Nilai x = indicator(k, j);
		add(&o, x);
		if (x.ada)
			add_decimal_weight(&t, x, k->bobot_indikator[j]);
	}
	return weighted_mean(o, &t);
}

/* ---- figures ---- */

/* Rounds; true when the error cannot change the digits. */
static bool round_value(int64_t *out, const Resep *r, Nilai x, int64_t step)
{
	*out = 0;
	if (x.sifat & LUAR)
		return false;
	*out = resep_round(x.v, step, r->pembulatan);
	return !(x.sifat & KASAR) || resep_round(x.v + KOLOM_GALAT, step, r->pembulatan) == *out;
}

/* Writes one figure and gives its status bits. */
static unsigned figure(int64_t *out, const Resep *r, Nilai x, unsigned bit)
{
	*out = 0;
	if (!x.ada)
		return 0;
	return round_value(out, r, x, r->langkah) ? bit : bit | bit << STATUS_ULANG;
}

/* Band of a doubled value; false when a bound lies within its error. */
static bool band(int8_t *out, const Resep *r, Nilai twice, int64_t printed)
{
	*out = r->dari_cetak ? resep_band_cetak(r, printed) : resep_band(r, twice.v);
	return r->dari_cetak || !(twice.sifat & KASAR) || resep_band(r, twice.v + KOLOM_GALAT) == *out;
}

static unsigned average(KolomAngka *angka, const Resep *r, Nilai keuangan, Nilai keluaran)
{
	angka->rata_rata = 0;
	angka->predikat = -1;
	if (!keuangan.ada || !keluaran.ada)
		return 0;
	Nilai twice = {.v = keuangan.v + keluaran.v, .sifat = keuangan.sifat | keluaran.sifat}; /* each below 2^61 */
	bool proved = round_value(&angka->rata_rata, r, twice, 2 * r->langkah) && band(&angka->predikat, r, twice, angka->rata_rata);
	return proved ? STATUS_RATA_RATA : STATUS_RATA_RATA | STATUS_RATA_RATA << STATUS_ULANG;
}

/* Keuangan from sums that fit; `uang` says what is there. */
static Nilai ratio_of_money(const Resep *r, int64_t pagu, int64_t realisasi, unsigned uang)
{
	if (pagu == 0 || !((uang & KOLOM_REALISASI) || r->kosong_nol))
		return (Nilai){0};
	if (pagu > 0)
		return percent(realisasi, pagu);
	if (pagu == INT64_MIN || realisasi == INT64_MIN)
		return (Nilai){.ada = true, .sifat = LUAR};
	return percent(-realisasi, -pagu);
}

/* All four figures of a node. `uang` holds its status bits of money, STATUS_LUAPAN among them. */
static unsigned figures(KolomAngka *angka, const Resep *r, int64_t pagu, int64_t realisasi, unsigned uang, Nilai keluaran)
{
	Nilai keuangan = uang & STATUS_LUAPAN ? (Nilai){0} : ratio_of_money(r, pagu, realisasi, uang);
	unsigned status = uang | figure(&angka->keuangan, r, keuangan, STATUS_KEUANGAN) | figure(&angka->keluaran, r, keluaran, STATUS_KELUARAN);
	status |= average(angka, r, keuangan, keluaran);
	angka->status = (uint16_t)status;
	return status;
}

static unsigned details(KolomAngka *angka, KolomRinci *rinci, const Resep *r, int64_t pagu, int64_t realisasi, Nilai anak, Nilai sendiri)
{
	bool luapan = angka->status & STATUS_LUAPAN;
	rinci->pagu = luapan ? 0 : pagu;
	rinci->realisasi = luapan ? 0 : realisasi;
	unsigned status = figure(&rinci->anak, r, anak, STATUS_ANAK) | figure(&rinci->sendiri, r, sendiri, STATUS_SENDIRI);
	angka->status |= (uint16_t)status;
	return status;
}

static unsigned indicator_figures(const Kolom *k, const Resep *r, KolomIndikator *out)
{
	unsigned marked = 0;
	for (uint32_t j = 0, n = k->indikator_awal[k->n]; j < n; j++) {
		unsigned status = figure(&out[j].capaian, r, indicator(k, j), STATUS_KELUARAN);
		out[j].status = (uint16_t)status;
		marked |= status;
	}
	return marked;
}

/* ---- every policy, every value ---- */

/* What the children of the open node of one depth add up to. */
typedef struct {
	Int128 pagu, realisasi;
	Operan keluaran;        /* its sifat also holds the money bits of the leaves */
	Timbang timbang;
} Tumpuk;

static bool fits(Int128 x)
{
	return x == (int64_t)x;
}

static void add_node(Tumpuk *induk, const Kolom *k, const Resep *r, uint32_t i, const Tumpuk *sum, Nilai keluaran, unsigned status)
{
	induk->pagu += sum->pagu;
	induk->realisasi += sum->realisasi;
	induk->keluaran.sifat |= sum->keluaran.sifat & UANG;
	add(&induk->keluaran, keluaran);
	if (keluaran.ada && r->simpul_bobot)
		add_decimal_weight(&induk->timbang, keluaran, k->bobot[i]);
	else if (keluaran.ada && r->simpul_pagu)
		add_weight(&induk->timbang, keluaran, status & STATUS_PAGU, sum->pagu);
}

static unsigned compute_any(const Kolom *k, const Resep *r, KolomHasil *h)
{
	Tumpuk tumpuk[KOLOM_DALAM_MAX + 2] = {0};
	unsigned marked = 0, below = 0;
	for (uint32_t i = k->n; i-- > 0;) {
		unsigned depth = k->sifat[i] >> KOLOM_DALAM;
		Tumpuk sum = {.pagu = k->pagu[i], .realisasi = k->realisasi[i], .keluaran.sifat = k->sifat[i] & UANG};
		uint32_t first = k->indikator_awal[i], end = k->indikator_awal[i + 1];
		Nilai anak = {0}, sendiri = r->indikator_bobot ? own_weighted(k, first, end) : mean(own(k, first, end)), keluaran = sendiri;
		if (below > depth) { /* a parent */
			sum = tumpuk[depth + 1];
			tumpuk[depth + 1] = (Tumpuk){0};
			anak = r->simpul_bobot || r->simpul_pagu ? weighted_mean(sum.keluaran, &sum.timbang) : mean(sum.keluaran);
			if (!(k->sifat[i] & KOLOM_SENDIRI))
				keluaran = anak;
		}
		below = depth;
		unsigned uang = fits(sum.pagu) && fits(sum.realisasi) ? sum.keluaran.sifat & UANG : STATUS_LUAPAN;
		unsigned status = figures(&h->angka[i], r, (int64_t)sum.pagu, (int64_t)sum.realisasi, uang, keluaran);
		marked |= status;
		if (h->rinci)
			marked |= details(&h->angka[i], &h->rinci[i], r, (int64_t)sum.pagu, (int64_t)sum.realisasi, anak, sendiri);
		add_node(&tumpuk[depth], k, r, i, &sum, keluaran, status);
	}
	return marked;
}

/* ---- the usual policy, usual values ----
 *
 * The same figures at a third of the cost. Nodes are taken in blocks: first the indicators of a block are divided, one after the other without
 * a branch that depends on the tree, into running sums; then each node takes the difference of two of them. What is unusual (a value out
 * of range or below zero, no value, a figure that is not proved) goes through figures() above, node by node. */

enum {
	BLOK_SIMPUL = 1024,
	BLOK_INDIKATOR = 4096,
	LAZIM_BIT = 51,         /* values of a block are below 2^51 (1.900 per cent), so that all of them together stay below 2^63 */
	RAGU = 64,              /* in 2^-33 of a step of print (87 units): more than KOLOM_GALAT */
};

typedef struct {
	bool lazim;             /* no value is beyond 2^LAZIM_BIT or below zero: the sums hold */
	uint64_t jumlah[BLOK_INDIKATOR + 1];
	uint32_t n[BLOK_INDIKATOR + 1];
} Blok;

typedef struct {
	int64_t pagu, realisasi, jumlah;
	uint32_t n;
	unsigned sifat;
} TumpukLazim;

/* First node of the block that ends before node `end`: not more indicators than a block holds, if there is more than one node. */
static uint32_t block_start(const Kolom *k, uint32_t end)
{
	uint32_t start = end > BLOK_SIMPUL ? end - BLOK_SIMPUL : 0;
	while (start + 1 < end && k->indikator_awal[end] - k->indikator_awal[start] > BLOK_INDIKATOR)
		start += (end - start) / 2;
	return start;
}

static void block_fill(Blok *b, const int64_t *pembilang, const int64_t *penyebut, uint32_t m)
{
	uint64_t jumlah = 0, negative = 0;
	uint32_t n = 0;
	bool odd = m > BLOK_INDIKATOR;
	b->jumlah[0] = 0;
	b->n[0] = 0;
	for (uint32_t j = 0; j < m && m <= BLOK_INDIKATOR; j++) {
		uint64_t p = (uint64_t)pembilang[j], d = (uint64_t)penyebut[j], none = d == 0, rest;
		Uint128 wide = numerator(p);
		negative |= p;
		odd |= none & p;
		d += none; /* 0/0 adds nothing, and needs no branch */
		n += !none;
		if (LIKELY(below_power(wide, LAZIM_BIT, d)))
			jumlah += divide_wide(wide, d, &rest);
		else
			odd = true;
		b->jumlah[j + 1] = jumlah;
		b->n[j + 1] = n;
	}
	b->lazim = !odd && (int64_t)negative >= 0;
}

/* figures() for values that are there, in range and not below zero; false, and nothing is settled, when one is not or is not proved. */
INLINE bool figures_usual(KolomAngka *angka, const int8_t *pita_cetak, int64_t pagu, int64_t realisasi, unsigned sifat, uint32_t n, int64_t v)
{
	Uint128 wide = numerator((uint64_t)realisasi);
	bool usual = (sifat & (KOLOM_REALISASI | LUAR)) == KOLOM_REALISASI && n && (pagu | realisasi | v) >= 0;
	if (!LIKELY(usual && below_power(wide, NILAI_BIT, (uint64_t)pagu)))
		return false;
	uint64_t rest, u = divide_wide(wide, (uint64_t)pagu, &rest), w = (uint64_t)v;
	uint64_t a = (uint64_t)((Uint128)(u + RESEP_LANGKAH / 2) * RESEP_LANGKAH_INVERS >> 64);
	uint64_t b = (uint64_t)((Uint128)(w + RESEP_LANGKAH / 2) * RESEP_LANGKAH_INVERS >> 64);
	uint64_t c = (uint64_t)((Uint128)(u + w + RESEP_LANGKAH) * RESEP_LANGKAH_INVERS >> 64);
	uint64_t keuangan = a >> 33, keluaran = b >> 33, rata_rata = c >> 34;
	uint64_t doubt = (((a + RAGU) >> 33) ^ keuangan) | (((b + RAGU) >> 33) ^ keluaran) | (((c + RAGU) >> 34) ^ rata_rata);
	if (!LIKELY(doubt == 0 && rata_rata < RESEP_CETAK_MAX))
		return false;
	angka->keuangan = (int64_t)keuangan;
	angka->keluaran = (int64_t)keluaran;
	angka->rata_rata = (int64_t)rata_rata;
	angka->status = (uint16_t)((sifat & UANG) | STATUS_KEUANGAN | STATUS_KELUARAN | STATUS_RATA_RATA);
	angka->predikat = pita_cetak[rata_rata];
	return true;
}

static Nilai mean_of(int64_t jumlah, uint32_t n, unsigned sifat)
{
	return mean((Operan){.jumlah = jumlah, .n = n, .sifat = sifat | KASAR});
}

/* false when a sum of money outgrows 64 bits: then everything must be done with wider ones. */
INLINE bool compute_usual(const Kolom *columns, const Resep *r, KolomHasil *h, const bool rinci)
{
	const Kolom kolom = *columns, *k = &kolom; /* a copy that nothing points at: its pointers stay in registers */
	KolomAngka *angka = h->angka;
	TumpukLazim tumpuk[KOLOM_DALAM_MAX + 2] = {0};
	unsigned below = 0;
	bool overflow = false;
	Blok blok;
	for (uint32_t start, end = k->n; end > 0; end = start) {
		start = block_start(k, end);
		uint32_t awal = k->indikator_awal[start], j = k->indikator_awal[end] - awal;
		block_fill(&blok, k->pembilang + awal, k->penyebut + awal, j);
		unsigned marked = 0;
		for (uint32_t i = end; i-- > start;) {
			unsigned sifat = k->sifat[i], depth = sifat >> KOLOM_DALAM;
			TumpukLazim *induk = &tumpuk[depth], *anak = induk + 1;
			int64_t pagu = k->pagu[i], realisasi = k->realisasi[i], jumlah;
			uint32_t n, first = k->indikator_awal[i] - awal;
			unsigned luar = 0;
			if (LIKELY(blok.lazim)) {
				jumlah = (int64_t)(blok.jumlah[j] - blok.jumlah[first]);
				n = blok.n[j] - blok.n[first];
			} else {
				Operan o = own(k, awal + first, awal + j);
				jumlah = o.jumlah, n = o.n, luar = o.sifat & LUAR;
			}
			j = first;
			Nilai sendiri = {0}, dari_anak = {0};
			if (rinci)
				sendiri = mean_of(jumlah, n, luar);
			if (below > depth) { /* a parent */
				pagu = anak->pagu;
				realisasi = anak->realisasi;
				if (rinci)
					dari_anak = mean_of(anak->jumlah, anak->n, anak->sifat & LUAR);
				if (!(sifat & KOLOM_SENDIRI))
					jumlah = anak->jumlah, n = anak->n, luar = anak->sifat & LUAR;
				sifat = anak->sifat;
				*anak = (TumpukLazim){0};
			}
			below = depth;
			sifat = (sifat & UANG) | luar;
			int64_t v = divide_small(jumlah, n);
			if (!LIKELY(figures_usual(&angka[i], r->pita_cetak, pagu, realisasi, sifat, n, v)))
				marked |= figures(&angka[i], r, pagu, realisasi, sifat & UANG, mean_of(jumlah, n, luar));
			if (rinci)
				marked |= details(&angka[i], &h->rinci[i], r, pagu, realisasi, dari_anak, sendiri);
			overflow |= __builtin_add_overflow(induk->pagu, pagu, &induk->pagu);
			overflow |= __builtin_add_overflow(induk->realisasi, realisasi, &induk->realisasi);
			induk->n += n > 0;
			induk->sifat |= sifat;
			if (!LIKELY(!__builtin_add_overflow(induk->jumlah, v, &induk->jumlah)))
				induk->sifat |= LUAR;
		}
		if (marked >> STATUS_ULANG && !overflow)
			h->n_ulang += kolom_ulang(k, r, h, start, end);
	}
	return !overflow;
}

void kolom_hitung(const Kolom *kolom, const Resep *resep, KolomHasil *hasil)
{
	hasil->n_ulang = 0;
	bool done = resep->biasa && (hasil->rinci ? compute_usual(kolom, resep, hasil, true) : compute_usual(kolom, resep, hasil, false));
	if (!done) {
		unsigned marked = compute_any(kolom, resep, hasil);
		hasil->n_ulang = marked >> STATUS_ULANG ? kolom_ulang(kolom, resep, hasil, 0, kolom->n) : 0;
	}
	if (hasil->indikator && indicator_figures(kolom, resep, hasil->indikator) >> STATUS_ULANG)
		hasil->n_ulang += kolom_ulang_indikator(kolom, resep, hasil);
}
