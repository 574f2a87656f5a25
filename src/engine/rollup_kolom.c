#include "engine/rollup_kolom.h"

#include "engine/rollup_resep.h"
#include "engine/rollup_ulang.h"

#include <assert.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define INLINE static inline __attribute__((always_inline))

__extension__ typedef unsigned __int128 Uint128;

enum { KEBALIKAN_MAX = 64 };

/* ceil(2^63 / n): S / n = S x KEBALIKAN[n] >> 63 for S < 2^57, since S x (n - 1) < 2^63. */
#define K1(n) (((UINT64_C(1) << 63) - 1) / (n) + 1)
#define K8(n) K1(n), K1((n) + 1), K1((n) + 2), K1((n) + 3), K1((n) + 4), K1((n) + 5), K1((n) + 6), K1((n) + 7)
static const uint64_t KEBALIKAN[KEBALIKAN_MAX + 1] = {0, K8(1), K8(9), K8(17), K8(25), K8(33), K8(41), K8(49), K8(57)};

/* A held value: v <= x <= v + KOLOM_GALAT, or x = v when bulat. `luar`: there is a value, but outside the range. */
typedef struct {
	int64_t v;
	bool ada, bulat, luar;
} Nilai;

/* Operands of a mean, added up. */
typedef struct {
	int64_t jumlah;
	uint32_t n, terlapor, seluruh;
	bool kasar, luar;       /* some value is not exact; some value or the sum left the range */
	bool bobot_kurang;      /* some value has no weight, or a negative one */
	Int128 tertimbang;      /* sum of weight x value */
	Int128 bobot;           /* sum of the weights */
} Operan;

/* What the children of the open node of one depth add up to. */
typedef struct {
	Int128 pagu, realisasi;
	unsigned sifat;         /* of all leaves below, or-ed */
	Operan keluaran;
} Tumpuk;

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

/* n / d x 100, d > 0. */
INLINE Nilai percent_unsigned(uint64_t n, uint64_t d)
{
	Uint128 wide = (Uint128)n * SERATUS_PERSEN;
	if (!LIKELY((uint64_t)(wide >> 61) < d)) /* the quotient would be 2^61 or more */
		return (Nilai){.ada = true, .luar = true};
	uint64_t rest, q = divide_wide(wide, d, &rest);
	return (Nilai){.v = (int64_t)q, .ada = true, .bulat = rest == 0};
}

INLINE Nilai percent(int64_t n, int64_t d)
{
	if (LIKELY(n >= 0))
		return percent_unsigned((uint64_t)n, (uint64_t)d);
	Nilai x = percent_unsigned(-(uint64_t)n, (uint64_t)d);
	x.v = -x.v - !x.bulat; /* a floor stays a floor */
	return x;
}

INLINE Nilai mean(const Operan *o)
{
	Nilai x = {.ada = o->n > 0, .luar = o->luar};
	if (LIKELY(o->n <= KEBALIKAN_MAX && (uint64_t)o->jumlah < UINT64_C(1) << 57)) {
		x.v = (int64_t)((Uint128)(uint64_t)o->jumlah * KEBALIKAN[o->n] >> 63);
		x.bulat = x.v * o->n == o->jumlah && !o->kasar;
		return x;
	}
	int64_t q = o->jumlah / o->n, rest = o->jumlah % o->n;
	x.v = q - (rest < 0);
	x.bulat = rest == 0 && !o->kasar;
	return x;
}

static Nilai weighted_mean(const Operan *o)
{
	if (o->bobot_kurang || o->bobot == 0 || o->luar)
		return mean(o);
	Int128 q = o->tertimbang / o->bobot, rest = o->tertimbang % o->bobot;
	return (Nilai){.v = (int64_t)(q - (rest < 0)), .ada = true, .bulat = rest == 0 && !o->kasar};
}

INLINE void add(Operan *o, Nilai x)
{
	o->n += x.ada;
	o->kasar |= x.ada & !x.bulat;
	o->luar |= x.luar | __builtin_add_overflow(o->jumlah, x.v, &o->jumlah);
}

/* The weight of a value that is there. */
static void add_weight(Operan *o, Nilai x, bool ada, Int128 bobot)
{
	Int128 product;
	o->bobot_kurang |= !ada || bobot < 0;
	o->luar |= __builtin_mul_overflow(bobot, (Int128)x.v, &product);
	o->luar |= __builtin_add_overflow(o->tertimbang, product, &o->tertimbang);
	o->luar |= __builtin_add_overflow(o->bobot, bobot, &o->bobot);
}

static void add_decimal_weight(Operan *o, Nilai x, IsiDesimal bobot)
{
	add_weight(o, x, bobot.isi != ISI_KOSONG, resep_bobot(bobot.nilai));
}

/* Indicators with penyebut 0. */
static Nilai special(const Kolom *k, uint32_t j, Operan *o)
{
	switch (k->khusus ? k->khusus[j] : KOLOM_TANPA) {
	case KOLOM_NOL:
		o->seluruh++;
		return (Nilai){.ada = true, .bulat = true};
	case KOLOM_LUAR:
		o->seluruh++;
		o->terlapor++;
		return (Nilai){.ada = true, .luar = true};
	case KOLOM_TANPA:
		o->seluruh++;
	}
	return (Nilai){0};
}

INLINE Nilai indicator(const Kolom *k, uint32_t j, Operan *o)
{
	int64_t n = k->pembilang[j], d = k->penyebut[j];
	if (!LIKELY(d > 0))
		return special(k, j, o);
	o->seluruh++;
	o->terlapor++;
	return percent(n, d);
}

/* Rounds a value, or a doubled one with a doubled unit; true when the error cannot change the digits. */
INLINE bool round_value(int64_t *out, const Resep *r, int64_t v, bool bulat, bool ganda, const bool biasa)
{
	if (biasa && LIKELY(v >= 0)) {
		const uint64_t unit = ganda ? 2 * RESEP_BIASA_SATUAN : RESEP_BIASA_SATUAN;
		uint64_t up = (uint64_t)v + unit / 2, q = up / unit;
		*out = (int64_t)q;
		return LIKELY(bulat | (up - q * unit < unit - KOLOM_GALAT));
	}
	int64_t unit = ganda ? 2 * r->satuan : r->satuan;
	*out = resep_round(v, unit, r->pembulatan);
	return bulat || resep_round(v + KOLOM_GALAT, unit, r->pembulatan) == *out;
}

/* Writes one figure and gives its status bits. */
INLINE unsigned figure(int64_t *out, const Resep *r, Nilai x, unsigned bit, const bool biasa)
{
	*out = 0;
	if (!x.ada)
		return 0;
	bool proved = !x.luar && round_value(out, r, x.v, x.bulat, false, biasa);
	return LIKELY(proved) ? bit : bit | bit << STATUS_ULANG;
}

/* Bands descend: as many lie above the value as its index says. No branches, unlike resep_band_cetak(). */
INLINE int8_t band_of_printed(const Resep *r, int64_t printed)
{
	int band = 0;
	for (uint32_t i = 0; i + 1 < r->n_pita; i++)
		band += printed < r->ambang_cetak[i];
	return (int8_t)(r->n_pita ? band : -1);
}

/* Doubled value in [v, v + KOLOM_GALAT]; false when a bound of a band lies between. */
static bool band_of_exact(int8_t *band, const Resep *r, int64_t v, bool bulat)
{
	*band = resep_band(r, v);
	return bulat || resep_band(r, v + KOLOM_GALAT) == *band;
}

INLINE unsigned average(int64_t *out, int8_t *band, const Resep *r, Nilai keuangan, Nilai keluaran, const bool biasa)
{
	*out = 0;
	*band = -1;
	if (!(keuangan.ada & keluaran.ada))
		return 0;
	bool bulat = keuangan.bulat & keluaran.bulat;
	int64_t twice = keuangan.v + keluaran.v; /* each below 2^61 */
	bool proved = !(keuangan.luar | keluaran.luar) && round_value(out, r, twice, bulat, true, biasa);
	if (biasa || r->dari_cetak)
		*band = band_of_printed(r, *out);
	else if (proved)
		proved = band_of_exact(band, r, twice, bulat);
	return LIKELY(proved) ? STATUS_RATA_RATA : STATUS_RATA_RATA | STATUS_RATA_RATA << STATUS_ULANG;
}

INLINE bool fits(Int128 x)
{
	return x == (int64_t)x;
}

/* Money of a node: the sums, and keuangan when there is one. */
INLINE Nilai money(Int128 pagu, Int128 realisasi, unsigned sifat, bool kosong_nol, unsigned *status)
{
	*status = sifat & (STATUS_PAGU | STATUS_REALISASI);
	if (!LIKELY(fits(pagu) && fits(realisasi))) {
		*status = STATUS_LUAPAN;
		return (Nilai){0};
	}
	int64_t p = (int64_t)pagu, r = (int64_t)realisasi;
	if (p == 0 || !((sifat & KOLOM_REALISASI) || kosong_nol))
		return (Nilai){0};
	if (LIKELY(p > 0))
		return percent(r, p);
	if (p == INT64_MIN || r == INT64_MIN)
		return (Nilai){.ada = true, .luar = true};
	return percent(-r, -p);
}

/* Own indicators of node i: [j, end). */
INLINE Nilai own_mean(const Kolom *k, const Resep *r, const KolomHasil *h, uint32_t j, uint32_t end, Operan *o, unsigned *marked, const bool biasa)
{
	for (; j < end; j++) {
		Nilai x = indicator(k, j, o);
		add(o, x);
		if (!biasa && r->indikator_bobot && x.ada)
			add_decimal_weight(o, x, k->bobot_indikator[j]);
		if (h->indikator) {
			unsigned status = figure(&h->indikator[j], r, x, STATUS_KELUARAN, biasa);
			h->indikator_status[j] = (uint16_t)status;
			*marked |= status;
		}
	}
	return !biasa && r->indikator_bobot ? weighted_mean(o) : mean(o);
}

INLINE void add_node(Tumpuk *induk, const Kolom *k, const Resep *r, uint32_t i, Nilai keluaran, uint32_t terlapor, const bool biasa)
{
	Operan *o = &induk->keluaran;
	o->seluruh++;
	o->terlapor += terlapor > 0;
	add(o, keluaran);
	if (!biasa && keluaran.ada && r->simpul_bobot)
		add_decimal_weight(o, keluaran, k->bobot[i]);
}

/* Both structs by value: nothing can point at the copies, so their pointers stay in registers. */
INLINE void compute(const Kolom kolom, const Resep *r, const KolomHasil hasil, unsigned *marked, const bool biasa)
{
	const Kolom *k = &kolom;
	const KolomHasil *h = &hasil;
	Tumpuk tumpuk[KOLOM_DALAM_MAX + 2] = {0};
	for (uint32_t i = k->n; i-- > 0;) {
		assert(k->dalam[i] <= KOLOM_DALAM_MAX);
		Tumpuk *induk = &tumpuk[k->dalam[i]], *anak = induk + 1;
		unsigned sifat = k->sifat[i], status;
		unsigned uang = (anak->sifat | sifat) & (KOLOM_PAGU | KOLOM_REALISASI);
		Int128 pagu = anak->pagu + k->pagu[i], realisasi = anak->realisasi + k->realisasi[i];
		Nilai keuangan = money(pagu, realisasi, uang, r->kosong_nol, &status);

		Operan sendiri = {0};
		Nilai dari_sendiri = own_mean(k, r, h, k->indikator_awal[i], k->indikator_awal[i + 1], &sendiri, marked, biasa);
		Nilai dari_anak = !biasa && (r->simpul_bobot || r->simpul_pagu) ? weighted_mean(&anak->keluaran) : mean(&anak->keluaran);
		bool pilih_sendiri = anak->keluaran.seluruh == 0 || (sifat & KOLOM_SENDIRI);
		Nilai keluaran = pilih_sendiri ? dari_sendiri : dari_anak;
		uint32_t terlapor = pilih_sendiri ? sendiri.terlapor : anak->keluaran.terlapor;

		status |= figure(&h->keuangan[i], r, keuangan, STATUS_KEUANGAN, biasa);
		status |= figure(&h->keluaran[i], r, keluaran, STATUS_KELUARAN, biasa);
		status |= average(&h->rata_rata[i], &h->predikat[i], r, keuangan, keluaran, biasa);
		if (h->rinci) {
			status |= figure(&h->rinci[i].anak, r, dari_anak, STATUS_ANAK, biasa);
			status |= figure(&h->rinci[i].sendiri, r, dari_sendiri, STATUS_SENDIRI, biasa);
			h->rinci[i].pagu = status & STATUS_LUAPAN ? 0 : (int64_t)pagu;
			h->rinci[i].realisasi = status & STATUS_LUAPAN ? 0 : (int64_t)realisasi;
			h->rinci[i].terlapor = terlapor;
			h->rinci[i].seluruh = pilih_sendiri ? sendiri.seluruh : anak->keluaran.seluruh;
		}
		h->status[i] = (uint16_t)status;
		*marked |= status;

		induk->pagu += pagu;
		induk->realisasi += realisasi;
		induk->sifat |= uang;
		add_node(induk, k, r, i, keluaran, terlapor, biasa);
		if (!biasa && keluaran.ada && r->simpul_pagu)
			add_weight(&induk->keluaran, keluaran, status & STATUS_PAGU, pagu);
		*anak = (Tumpuk){0};
	}
}

void kolom_hitung(const Kolom *kolom, const Resep *resep, KolomHasil *hasil)
{
	unsigned marked = 0;
	if (resep->biasa)
		compute(*kolom, resep, *hasil, &marked, true);
	else
		compute(*kolom, resep, *hasil, &marked, false);
	hasil->n_ulang = marked >> STATUS_ULANG ? kolom_ulang(kolom, resep, hasil) : 0;
}
