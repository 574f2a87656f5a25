#include "base/pecahan.h"

#include "base/str.h"

#include <assert.h>
#include <gmp.h>
#include <limits.h>

_Static_assert(sizeof(long) == sizeof(int64_t), "GMP takes signed values as long");

struct Pecahan {
	mpq_t q; /* canonical: reduced, positive denominator */
};

static void release(void *object)
{
	mpq_clear(((Pecahan *)object)->q);
}

static Pecahan *pecahan_new(Arena *arena)
{
	Pecahan *p = ARENA_NEW(arena, Pecahan);
	mpq_init(p->q);
	arena_defer(arena, release, p);
	return p;
}

const Pecahan *pecahan_int(Arena *arena, int64_t n)
{
	Pecahan *p = pecahan_new(arena);
	mpq_set_si(p->q, n, 1);
	return p;
}

const Pecahan *pecahan_desimal(Arena *arena, Desimal d)
{
	Pecahan *p = pecahan_new(arena);
	mpz_set_si(mpq_numref(p->q), d.m);
	mpz_ui_pow_ui(mpq_denref(p->q), 10, d.scale);
	mpq_canonicalize(p->q);
	return p;
}

const Pecahan *pecahan_rupiah(Arena *arena, Rupiah r)
{
	return pecahan_desimal(arena, desimal_from_rupiah(r));
}

const Pecahan *pecahan_copy(Arena *arena, const Pecahan *a)
{
	if (!a)
		return NULL;
	Pecahan *p = pecahan_new(arena);
	mpq_set(p->q, a->q);
	return p;
}

const Pecahan *pecahan_add(Arena *arena, const Pecahan *a, const Pecahan *b)
{
	Pecahan *p = pecahan_new(arena);
	mpq_add(p->q, a->q, b->q);
	return p;
}

const Pecahan *pecahan_sub(Arena *arena, const Pecahan *a, const Pecahan *b)
{
	Pecahan *p = pecahan_new(arena);
	mpq_sub(p->q, a->q, b->q);
	return p;
}

const Pecahan *pecahan_mul(Arena *arena, const Pecahan *a, const Pecahan *b)
{
	Pecahan *p = pecahan_new(arena);
	mpq_mul(p->q, a->q, b->q);
	return p;
}

const Pecahan *pecahan_div(Arena *arena, const Pecahan *a, const Pecahan *b)
{
	assert(mpq_sgn(b->q) != 0);
	Pecahan *p = pecahan_new(arena);
	mpq_div(p->q, a->q, b->q);
	return p;
}

int pecahan_cmp(const Pecahan *a, const Pecahan *b)
{
	int order = mpq_cmp(a->q, b->q);
	return (order > 0) - (order < 0);
}

int pecahan_sign(const Pecahan *a)
{
	return mpq_sgn(a->q);
}

/* Whether the quotient, cut towards zero, moves one away from zero. `rest` is the remainder of a division by `divisor`. */
static bool rounds_away(const mpz_t quotient, const mpz_t rest, const mpz_t divisor, Pembulatan mode)
{
	if (mode == BULAT_POTONG)
		return false;
	mpz_t twice;
	mpz_init(twice);
	mpz_mul_2exp(twice, rest, 1);
	int order = mpz_cmpabs(twice, divisor);
	mpz_clear(twice);
	return order > 0 || (order == 0 && (mode == BULAT_JAUH_NOL || mpz_odd_p(quotient)));
}

bool pecahan_round(Desimal *out, const Pecahan *a, uint8_t scale, Pembulatan mode)
{
	mpz_t quotient, rest;
	mpz_inits(quotient, rest, NULL);
	mpz_ui_pow_ui(quotient, 10, scale);
	mpz_mul(quotient, quotient, mpq_numref(a->q));
	mpz_tdiv_qr(quotient, rest, quotient, mpq_denref(a->q));
	if (rounds_away(quotient, rest, mpq_denref(a->q), mode)) {
		if (mpq_sgn(a->q) < 0)
			mpz_sub_ui(quotient, quotient, 1);
		else
			mpz_add_ui(quotient, quotient, 1);
	}
	bool fits = mpz_fits_slong_p(quotient);
	if (fits)
		*out = (Desimal){mpz_get_si(quotient), scale};
	mpz_clears(quotient, rest, NULL);
	return fits;
}

const char *pecahan_print(Arena *arena, const Pecahan *a)
{
	/* Digits of both parts, sign, slash and terminator, as mpq_get_str asks for. */
	size_t size = mpz_sizeinbase(mpq_numref(a->q), 10) + mpz_sizeinbase(mpq_denref(a->q), 10) + 3;
	return mpq_get_str(arena_alloc(arena, size), 10, a->q);
}
