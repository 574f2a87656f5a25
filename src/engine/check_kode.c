/* Rules about nomenclature codes. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

#include <stdlib.h>

/* ---- kode-bentuk ---- */

static const char *shape_message(const Pemeriksaan *p, const char *written, Kode kode, unsigned bentuk)
{
	Bahasa b = p->bahasa;
	if (!kode.n_bagian)
		return str_format(p->arena, teks(b, "\"%s\" is not a nomenclature code."), written);
	if (bentuk & KODE_BENTUK_PEMISAH)
		return str_format(p->arena, teks(b, "The parts of code \"%s\" are not separated by dots."), written);
	if (bentuk & KODE_BENTUK_BLANK)
		return str_format(p->arena, teks(b, "Code \"%s\" has blanks inside."), written);
	if (bentuk & KODE_BENTUK_TITIK)
		return str_format(p->arena, teks(b, "Code \"%s\" has a dot too many."), written);
	return str_format(p->arena, teks(b, "A part of code \"%s\" has too few or too many digits."), written);
}

static void tell_shapes(Pemeriksaan *p, const Kumpulan *k)
{
	const Snapshot *s = &p->draf->snapshot;
	if (k->n > BANTU_SATU_SATU) {
		Anggota a = k->anggota[0];
		check_report(p, "kode-bentuk", a.cell, a.simpul, a.cell.teks, NULL,
		             str_format(p->arena, teks(p->bahasa, "%zu codes are not written in the standard form: %s."), k->n,
		                        kumpulan_daftar(k, 5, p->bahasa)),
		             teks(p->bahasa, "Write every part with its full number of digits, separated by dots, as in 2.17.01.2.01.0001."));
		return;
	}
	for (size_t i = 0; i < k->n; i++) {
		Anggota a = k->anggota[i];
		Kode kode = s->simpul[a.simpul].kode;
		const char *right = kode.n_bagian ? kode_print(p->arena, kode) : NULL;
		const char *hint = right ? str_format(p->arena, teks(p->bahasa, "Write %s."), right)
		                         : teks(p->bahasa, "Write the code of the nomenclature, as in 2.17.01.2.01.0001.");
		check_report(p, "kode-bentuk", a.cell, a.simpul, a.cell.teks, right,
		             shape_message(p, a.cell.teks, kode, p->draf->simpul[a.simpul].kode_bentuk), hint);
	}
}

void periksa_kode_bentuk(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan odd = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const TertulisSimpul *t = &p->draf->simpul[i];
		bool none = s->simpul[i].kode.n_bagian == 0;
		if (t->kode.baris && !str_blank(t->kode.teks) && (none || t->kode_bentuk))
			kumpulan_add(&odd, t->kode, i, t->kode.teks);
	}
	tell_shapes(p, &odd);
}

/* ---- kode-induk ---- */

static const uint8_t BAGIAN[] = {[TINGKAT_OPD] = 0, [TINGKAT_PROGRAM] = 3, [TINGKAT_KEGIATAN] = 5, [TINGKAT_SUB_KEGIATAN] = 6};

/* The row has a code, and one of as many parts as its level asks for. */
static bool code_of_level(const Simpul *n)
{
	return n->kode.n_bagian && n->kode.n_bagian == BAGIAN[n->tingkat];
}

static Usul wrong_level(const Pemeriksaan *p, uint32_t i)
{
	const Simpul *n = &p->draf->snapshot.simpul[i];
	const char *kode = kode_print(p->arena, n->kode);
	return (Usul){
		.label = kode,
		.cell = p->draf->simpul[i].kode,
		.simpul = i,
		.printed = n->kode_tertulis,
		.message = str_format(p->arena, teks(p->bahasa, "Code %s has %u parts, but the row is a %s, whose code has %u."), kode, n->kode.n_bagian,
	                              bantu_tingkat(n->tingkat), BAGIAN[n->tingkat]),
		.hint = teks(p->bahasa, "Correct the code, or the word Program, Kegiatan or Sub Kegiatan in the name."),
	};
}

static void tell_missing_parent(Pemeriksaan *p, const Kumpulan *orphans)
{
	if (!orphans->n)
		return;
	Anggota a = orphans->anggota[0];
	Tingkat level = p->draf->snapshot.simpul[a.simpul].tingkat;
	const char *hint = teks(p->bahasa, "Add the missing row above, with its code, name and sums.");
	const char *message =
		orphans->n == 1
			? str_format(p->arena, teks(p->bahasa, "No %s row stands above %s %s."), bantu_tingkat(level - 1), bantu_tingkat(level), a.label)
			: str_format(p->arena, teks(p->bahasa, "%zu rows have no row of the level above them: %s."), orphans->n,
	                             kumpulan_daftar(orphans, 5, p->bahasa));
	check_report(p, "kode-induk", a.cell, a.simpul, NULL, NULL, message, hint);
}

static Usul wrong_child(const Pemeriksaan *p, uint32_t child)
{
	const Simpul *n = &p->draf->snapshot.simpul[child], *parent = &p->draf->snapshot.simpul[n->induk];
	uint32_t elsewhere = snapshot_find(&p->draf->snapshot, kode_parent(n->kode));
	const char *kode = kode_print(p->arena, n->kode), *under = kode_print(p->arena, parent->kode);
	return (Usul){
		.label = kode,
		.cell = p->draf->simpul[child].kode,
		.simpul = child,
		.printed = n->kode_tertulis,
		.message = str_format(p->arena, teks(p->bahasa, "Code %s does not stand under %s, the code of its %s."), kode, under,
	                              bantu_tingkat(parent->tingkat)),
		.hint = elsewhere == SIMPUL_NONE
	                        ? str_format(p->arena, teks(p->bahasa, "Correct the code so that it begins with %s."), under)
	                        : str_format(p->arena, teks(p->bahasa, "Move the row under %s, or correct its code."), bantu_sebutan(p, elsewhere)),
	};
}

/* When every child begins with one and the same other code, it is the parent's code that is wrong. */
static Usul wrong_parent(const Pemeriksaan *p, uint32_t parent, Kode common, uint32_t n)
{
	const Simpul *s = &p->draf->snapshot.simpul[parent];
	const char *right = kode_print(p->arena, common), *kode = kode_print(p->arena, s->kode);
	return (Usul){
		.label = kode,
		.cell = p->draf->simpul[parent].kode,
		.simpul = parent,
		.printed = s->kode_tertulis,
		.computed = right,
		.message = str_format(p->arena, teks(p->bahasa, "The codes of all %u rows under %s begin with %s, not with its code %s."), n,
	                              bantu_sebutan(p, parent), right, kode),
		.hint = str_format(p->arena, teks(p->bahasa, "Write %s for this row if the rows under it are right."), right),
	};
}

static void check_children(const Pemeriksaan *p, uint32_t parent, DaftarUsul *wrong_codes)
{
	const Snapshot *s = &p->draf->snapshot;
	if (!code_of_level(&s->simpul[parent]))
		return;
	uint32_t n = 0, wrong = 0;
	bool alike = true;
	Kode common = {0};
	for (uint32_t c = bantu_anak_pertama(s, parent); c != SIMPUL_NONE; c = bantu_anak_berikut(s, c)) {
		const Simpul *child = &s->simpul[c];
		if (!code_of_level(child) || child->tingkat != s->simpul[parent].tingkat + 1)
			continue;
		Kode own = kode_parent(child->kode);
		alike = alike && (n == 0 || kode_equal(common, own));
		common = own;
		n++;
		wrong += !kode_is_parent(s->simpul[parent].kode, child->kode);
	}
	if (wrong == n && n > 1 && alike) {
		usul_add(wrong_codes, wrong_parent(p, parent, common, n));
		return;
	}
	for (uint32_t c = bantu_anak_pertama(s, parent); wrong && c != SIMPUL_NONE; c = bantu_anak_berikut(s, c)) {
		const Simpul *child = &s->simpul[c];
		if (code_of_level(child) && child->tingkat == s->simpul[parent].tingkat + 1 &&
		    !kode_is_parent(s->simpul[parent].kode, child->kode))
			usul_add(wrong_codes, wrong_child(p, c));
	}
}

void periksa_kode_induk(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan orphans = {.arena = p->arena};
	DaftarUsul wrong = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *n = &s->simpul[i];
		Tingkat above = n->induk == SIMPUL_NONE ? TINGKAT_OPD : s->simpul[n->induk].tingkat;
		if (above + 1 != n->tingkat)
			kumpulan_add(&orphans, p->draf->simpul[i].kode, i, bantu_nomor(p, i));
		else if (n->kode.n_bagian && !code_of_level(n))
			usul_add(&wrong, wrong_level(p, i));
		check_children(p, i, &wrong);
	}
	tell_missing_parent(p, &orphans);
	usul_tell(p, &wrong, "kode-induk",
	          str_format(p->arena, teks(p->bahasa, "%zu codes do not fit the row they stand under: %s."), wrong.n, usul_daftar(&wrong, 5, p->bahasa)),
	          teks(p->bahasa, "Correct the codes, or move the rows to where they belong."));
}

/* ---- kode-ganda ---- */

typedef struct {
	Kode kode;
	uint32_t simpul;
} Berkode;

static int by_code(const void *left, const void *right)
{
	const Berkode *a = left, *b = right;
	int order = kode_cmp(a->kode, b->kode);
	return order ? order : (a->simpul > b->simpul) - (a->simpul < b->simpul);
}

static Usul bears_again(const Pemeriksaan *p, uint32_t here, uint32_t there)
{
	const char *kode = kode_print(p->arena, p->draf->snapshot.simpul[here].kode);
	return (Usul){
		.label = kode,
		.cell = p->draf->simpul[here].kode,
		.simpul = here,
		.printed = p->draf->snapshot.simpul[here].kode_tertulis,
		.message = str_format(p->arena, teks(p->bahasa, "Code %s of %s is already that of %s in line %u."), kode, bantu_sebutan(p, here),
	                              bantu_sebutan(p, there), p->draf->simpul[there].kode.baris),
		.hint = teks(p->bahasa, "Correct one of the two codes, or remove the row if it is entered twice."),
	};
}

void periksa_kode_ganda(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Berkode *all = ARENA_ARRAY(p->arena, Berkode, s->n_simpul);
	DaftarUsul again = {.arena = p->arena};
	size_t n = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++)
		if (s->simpul[i].kode.n_bagian)
			all[n++] = (Berkode){s->simpul[i].kode, i};
	if (n)
		qsort(all, n, sizeof *all, by_code);
	for (size_t i = 1, first = 0; i < n; i++) {
		if (!kode_equal(all[i].kode, all[first].kode)) {
			first = i;
			continue;
		}
		usul_add(&again, bears_again(p, all[i].simpul, all[first].simpul));
	}
	usul_tell(p, &again, "kode-ganda",
	          str_format(p->arena, teks(p->bahasa, "%zu rows bear a code that another row bears already: %s."), again.n,
	                     usul_daftar(&again, 5, p->bahasa)),
	          teks(p->bahasa, "Correct the codes, or remove the rows if they are entered twice."));
}
