#include "domain/kebijakan_baca.h"

#include "base/str.h"

static const char *key_pita(const Pembaca *p, size_t i)
{
	return str_format(p->arena, KUNCI_PITA "_%zu", i + 1);
}

static Tempat place_of(const Pembaca *p, size_t offset)
{
	size_t i = 0;
	while (KUNCI[i].offset != offset)
		i++;
	return p->kunci[i];
}

static void check_head(Pembaca *p)
{
	const Kebijakan *k = &p->kebijakan;
	if (k->tahun != 0 && k->tahun < 1900)
		baca_galat(p, place_of(p, offsetof(Kebijakan, tahun)), NULL,
		           str_format(p->arena, teks(p->bahasa, "tahun wants 0 or a year from 1900 to 2999, not \"%d\""), k->tahun), NULL);
	if (k->ada_maksimum && k->ada_minimum && desimal_cmp(k->maksimum, k->minimum) < 0) {
		Tempat at = place_of(p, offsetof(Kebijakan, minimum));
		baca_galat(p, at.baris ? at : place_of(p, offsetof(Kebijakan, maksimum)), kunci_print_desimal(p->arena, k->minimum),
		           str_format(p->arena, teks(p->bahasa, "the floor %s lies above the cap %s"), kunci_print_desimal(p->arena, k->minimum),
		                      kunci_print_desimal(p->arena, k->maksimum)),
		           NULL);
	}
}

/* ---- bands ---- */

static bool check_holes(Pembaca *p, size_t n)
{
	size_t missing = 0;
	for (size_t i = 0, next; i < n; i++) {
		if (p->pita[i].tempat.baris)
			continue;
		for (next = i; !p->pita[next].tempat.baris;)
			next++;
		baca_galat(p, p->pita[next].tempat, NULL,
		           str_format(p->arena, teks(p->bahasa, "%s is missing before %s"), key_pita(p, i), key_pita(p, next)), NULL);
		missing++;
	}
	return missing == 0;
}

/* Whether every band has a value; what has none was reported when it was read. */
static bool all_read(const Pembaca *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!p->pita[i].pita.nama)
			return false;
	return true;
}

static bool check_bounds(Pembaca *p, size_t n)
{
	bool good = true;
	for (size_t i = 0; i + 1 < n; i++) {
		if (p->pita[i].berbatas)
			continue;
		baca_galat(p, p->pita[i].tempat, p->pita[i].pita.nama,
		           str_format(p->arena, teks(p->bahasa, "%s has no bound; only the last band takes the rest"), key_pita(p, i)),
		           teks(p->bahasa, "write a bound and a name, >= 91 Sangat Tinggi, and for the last band a name alone"));
		good = false;
	}
	if (!p->pita[n - 1].berbatas)
		return good;
	baca_galat(p, p->pita[n - 1].tempat, p->pita[n - 1].pita.nama,
	           str_format(p->arena, teks(p->bahasa, "the last band is missing: below %s no predikat is left"), key_pita(p, n - 1)),
	           str_format(p->arena, teks(p->bahasa, "add %s = and a name without a bound"), key_pita(p, n)));
	return false;
}

/* The bound before must be greater, or equal where "> x" stands before ">= x". */
static void check_descent(Pembaca *p, size_t i)
{
	const Pita *above = &p->pita[i - 1].pita, *below = &p->pita[i].pita;
	int order = desimal_cmp(above->batas, below->batas);
	if (order > 0 || (order == 0 && !above->inklusif && below->inklusif))
		return;
	baca_galat(p, p->pita[i].tempat, kunci_print_desimal(p->arena, below->batas),
	           str_format(p->arena, teks(p->bahasa, "the bound of %s, %s, is not below that of %s, %s"), key_pita(p, i),
	                      kunci_print_desimal(p->arena, below->batas), key_pita(p, i - 1), kunci_print_desimal(p->arena, above->batas)),
	           teks(p->bahasa, "list the bands from the highest to the lowest"));
}

static void check_names(Pembaca *p, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (str_equal_fold(p->pita[i].pita.nama, p->pita[j].pita.nama)) {
				baca_galat(p, p->pita[i].tempat, p->pita[i].pita.nama,
				           str_format(p->arena, teks(p->bahasa, "%s has the name of %s, \"%s\""), key_pita(p, i), key_pita(p, j), p->pita[i].pita.nama),
				           NULL);
				break;
			}
}

static void check_bands(Pembaca *p)
{
	size_t n = PREDIKAT_MAX;
	while (n > 0 && !p->pita[n - 1].tempat.baris)
		n--;
	if (p->pita_tidak.baris && n)
		baca_galat(p, p->pita_tidak, "tidak", teks(p->bahasa, "the file says that there are no bands, and lists bands"), NULL);
	if (p->pita_tidak.baris)
		p->kebijakan.n_pita = 0;
	if (!n || p->pita_tidak.baris || !check_holes(p, n) || !all_read(p, n) || !check_bounds(p, n))
		return;
	for (size_t i = 1; i + 1 < n; i++)
		check_descent(p, i);
	check_names(p, n);
	p->kebijakan.n_pita = n;
	for (size_t i = 0; i < PREDIKAT_MAX; i++)
		p->kebijakan.pita[i] = i + 1 < n ? p->pita[i].pita : (Pita){i < n ? p->pita[i].pita.nama : NULL, {0, 0}, i < n};
}

/* ---- overrides ---- */

static void check_range(Pembaca *p, AturanBaca *a)
{
	Tempat low = a->kunci[KUNCI_RENTANG_BAWAH], high = a->kunci[KUNCI_RENTANG_ATAS];
	a->aturan.ada_rentang = low.baris && high.baris;
	if (!low.baris && !high.baris)
		return;
	if (!low.baris || !high.baris) {
		baca_galat(p, low.baris ? low : high, NULL, teks(p->bahasa, "rentang_bawah and rentang_atas belong together; one is missing"), NULL);
	} else if (a->aturan.arah != ARAH_RENTANG) {
		baca_galat(p, low, NULL, teks(p->bahasa, "bounds of a range are given, but arah is not rentang"), NULL);
	} else if (desimal_cmp(a->aturan.rentang_bawah, a->aturan.rentang_atas) > 0) {
		baca_galat(p, high, NULL, teks(p->bahasa, "rentang_atas lies below rentang_bawah"), NULL);
	} else if (a->aturan.rentang_atas.m == 0) {
		baca_galat(p, high, NULL, teks(p->bahasa, "rentang_atas must be greater than 0"), NULL);
	}
}

enum { ATURAN_POLA = 0, ATURAN_SATUAN, ATURAN_ARAH, ATURAN_WAKTU }; /* places in KUNCI_INDIKATOR */

static void check_override(Pembaca *p, AturanBaca *a)
{
	if (!*a->aturan.pola && !*a->aturan.satuan)
		baca_galat(p, a->grup, NULL, teks(p->bahasa, "this group names neither pola nor satuan: no indicator can be told by it"), NULL);
	if (!a->kunci[ATURAN_ARAH].baris)
		a->aturan.arah = p->kebijakan.arah;
	if (!a->kunci[ATURAN_WAKTU].baris)
		a->aturan.waktu = p->kebijakan.waktu;
	check_range(p, a);
}

void utuh_check(Pembaca *p)
{
	check_head(p);
	check_bands(p);
	AturanIndikator *rules = ARENA_ARRAY(p->arena, AturanIndikator, p->n_aturan);
	for (size_t i = 0; i < p->n_aturan; i++) {
		check_override(p, &p->aturan[i]);
		rules[i] = p->aturan[i].aturan;
	}
	p->kebijakan.indikator = rules;
	p->kebijakan.n_indikator = p->n_aturan;
}
