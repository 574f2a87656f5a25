#include "app/impor_inti.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The values of a file meet the cells of the plan: nodes by code (2 or 4 digits of the sub kegiatan are one code), indicators by name, then by place when
 * the unit is the same. A cell takes one value; a second one for it is unmatched. */

enum { CALON_BARIS_MAX = 200 /* lines that get candidates: the rest is as readable without */, JARAK_KODE = 4, NAMA_BEDA_PERSEN = 40 };

typedef struct {
	Kode kode;
	uint32_t simpul;
} Letak;

typedef struct {
	Konteks *k;
	HasilImpor *h;
	const Bulan *bulan;
	const BarisFakta *tahun_ini; size_t n_tahun_ini;
	Letak *letak;            /* by code */
	bool ada_x;
	bool *uang_ada, *volume_ada; /* cells that have their value */
	bool narasi_ada[ISIAN_FAKTOR_PENDORONG + 1];
	uint32_t n_calon;
} Padan;

/* ---- codes ---- */

static int code_order(const Kode *a, const Kode *b)
{
	if (a->n_bagian != b->n_bagian)
		return a->n_bagian < b->n_bagian ? -1 : 1;
	for (int i = 0; i < a->n_bagian; i++)
		if (a->bagian[i] != b->bagian[i])
			return a->bagian[i] < b->bagian[i] ? -1 : 1;
	return 0;
}

static int place_order(const void *a, const void *b)
{
	return code_order(&((const Letak *)a)->kode, &((const Letak *)b)->kode);
}

/* X.XX.01 is the program 01 of whatever bidang the agency has. */
static bool code_fits(const Kode *a, const Kode *b)
{
	if (a->n_bagian != b->n_bagian)
		return false;
	for (int i = 0; i < a->n_bagian; i++)
		if (a->bagian[i] != b->bagian[i] && !(i < 2 && (a->bagian[i] == KODE_X || b->bagian[i] == KODE_X)))
			return false;
	return true;
}

static void places_make(Padan *p)
{
	const Snapshot *s = &p->bulan->snapshot;
	p->letak = ARENA_ARRAY(p->k->arena, Letak, s->n_simpul);
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		p->letak[i] = (Letak){s->simpul[i].kode, i};
		p->ada_x |= s->simpul[i].kode.n_bagian && s->simpul[i].kode.bagian[0] == KODE_X;
	}
	qsort(p->letak, s->n_simpul, sizeof *p->letak, place_order);
}

static uint32_t node_find(const Padan *p, const Kode *kode)
{
	const Snapshot *s = &p->bulan->snapshot;
	const Letak key = {*kode, 0};
	if (kode->n_bagian == 0 || s->n_simpul == 0)
		return SIMPUL_NONE;
	const Letak *found = bsearch(&key, p->letak, s->n_simpul, sizeof *p->letak, place_order);
	if (found)
		return found->simpul;
	uint32_t one = SIMPUL_NONE;
	if (!p->ada_x && kode->bagian[0] != KODE_X)
		return SIMPUL_NONE;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (!code_fits(&s->simpul[i].kode, kode))
			continue;
		if (one != SIMPUL_NONE)
			return SIMPUL_NONE;
		one = i;
	}
	return one;
}

/* ---- candidates ---- */

typedef struct {
	unsigned jarak;
	const char *teks;
} Calon;

static void candidate_keep(Calon *best, Calon one)
{
	for (int i = 0; i < GARIS_CALON_MAX; i++) {
		if (one.jarak >= best[i].jarak)
			continue;
		memmove(&best[i + 1], &best[i], (size_t)(GARIS_CALON_MAX - 1 - i) * sizeof *best);
		best[i] = one;
		return;
	}
}

static void candidates_give(GarisImpor *g, const Calon *best)
{
	while (g->n_calon < GARIS_CALON_MAX && best[g->n_calon].teks) {
		g->calon[g->n_calon] = best[g->n_calon].teks;
		g->n_calon++;
	}
}

/* How far two names lie apart, in per cent of the longer one; 100 when there is nothing to compare. */
static unsigned name_distance(Arena *arena, const char *a, const char *b)
{
	const char *x = rencana_nama_kunci(arena, a), *y = rencana_nama_kunci(arena, b);
	size_t longer = strlen(x) > strlen(y) ? strlen(x) : strlen(y);
	return *x && *y ? (unsigned)(str_distance(x, y, (unsigned)longer) * 100 / longer) : 100;
}

/* Nodes of a near code or name; a code one digit away and the same name come first. */
static void node_candidates(Padan *p, GarisImpor *g, const MasukanImpor *v)
{
	const Snapshot *s = &p->bulan->snapshot;
	Calon best[GARIS_CALON_MAX + 1];
	for (int i = 0; i <= GARIS_CALON_MAX; i++)
		best[i] = (Calon){UINT_MAX, NULL};
	if (p->n_calon++ >= CALON_BARIS_MAX)
		return;
	const char *code = v->kode.n_bagian ? kode_print(p->k->arena, v->kode) : v->kode_tertulis;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		if (v->kode.n_bagian && node->kode.n_bagian != v->kode.n_bagian)
			continue;
		unsigned by_code = *code ? str_distance(node->kode_tertulis, code, JARAK_KODE) : JARAK_KODE + 1, by_name = name_distance(p->k->arena, node->nama, v->nama);
		if (by_code <= JARAK_KODE || by_name <= NAMA_BEDA_PERSEN)
			candidate_keep(best, (Calon){by_code * 10 + by_name, str_format(p->k->arena, "%s %s", node->kode_tertulis, str_squeeze(p->k->arena, node->nama))});
	}
	candidates_give(g, best);
}

static void indicator_candidates(Padan *p, GarisImpor *g, uint32_t simpul)
{
	const Simpul *node = &p->bulan->snapshot.simpul[simpul];
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator && g->n_calon < GARIS_CALON_MAX; i++) {
		const Indikator *ind = &p->bulan->snapshot.indikator[i];
		g->calon[g->n_calon++] = str_format(p->k->arena, "%lld %s (%s)", (long long)p->bulan->baris_indikator[i]->indikator, ind->nama, ind->satuan);
	}
}

/* ---- lines ---- */

static GarisImpor *line_add(Padan *p, const MasukanImpor *v)
{
	GarisImpor *g = ARENA_PUSH(p->k->arena, p->h->garis, p->h->n, p->h->cap);
	*g = (GarisImpor){.jenis = v->jenis, .baru = v->nilai, .lama = {.teks = ""}, .bulan_lalu = {.teks = ""}, .baris = v->baris, .kolom = v->kolom,
	                  .kode = *v->kode_tertulis ? v->kode_tertulis : "", .nama = v->nama};
	if (v->n_baris > 1)
		g->catatan = str_format(p->k->arena, teks(p->k->bahasa, "sum of %u rows"), v->n_baris);
	return g;
}

static GarisImpor *unmatched(Padan *p, const MasukanImpor *v, const char *why)
{
	GarisImpor *g = line_add(p, v);
	g->status = GARIS_TAK_COCOK;
	g->sebab = why;
	return g;
}

static void settle(Padan *p, GarisImpor *g, const BarisFakta *before)
{
	g->sebelum = before;
	if (before)
		g->lama = isian_nilai(before);
	bool blank = g->lama.isi == ISI_KOSONG && !*g->lama.teks;
	g->status = blank ? GARIS_TAMBAH : isian_equal(g->baru, g->lama) ? GARIS_SAMA : GARIS_UBAH;
	if (g->status == GARIS_TAMBAH || g->status == GARIS_UBAH)
		impor_periksa_turun(g, p->bulan, p->tahun_ini, p->n_tahun_ini);
}

static bool leaf(const Snapshot *s, uint32_t i)
{
	return s->simpul[i].akhir == i + 1;
}

static void money_match(Padan *p, const MasukanImpor *v, uint32_t simpul)
{
	const Simpul *node = &p->bulan->snapshot.simpul[simpul];
	if (!leaf(&p->bulan->snapshot, simpul)) {
		unmatched(p, v, str_format(p->k->arena, teks(p->k->bahasa, "%s has parts of its own: its money is their sum"), node->kode_tertulis));
		return;
	}
	if (p->uang_ada[simpul]) {
		unmatched(p, v, str_format(p->k->arena, teks(p->k->bahasa, "%s stands in the file twice"), node->kode_tertulis));
		return;
	}
	p->uang_ada[simpul] = true;
	GarisImpor *g = line_add(p, v);
	g->kode = node->kode_tertulis;
	g->nama = node->nama;
	if (!str_blank(v->nama) && name_distance(p->k->arena, v->nama, node->nama) > NAMA_BEDA_PERSEN)
		g->catatan = str_format(p->k->arena, teks(p->k->bahasa, "named '%s' in the file"), str_squeeze(p->k->arena, v->nama));
	settle(p, g, p->bulan->uang ? p->bulan->uang[simpul] : NULL);
}

static bool same_letters(Arena *arena, const char *a, const char *b)
{
	return str_equal(str_letters(arena, a), str_letters(arena, b));
}

/* The indicator of the node that the value means; UINT32_MAX. */
static uint32_t indicator_find(const Padan *p, const MasukanImpor *v, const Simpul *node)
{
	Arena *arena = p->k->arena;
	const Indikator *all = p->bulan->snapshot.indikator;
	uint32_t found = UINT32_MAX, end = node->indikator_awal + node->n_indikator, place = node->indikator_awal + v->urut;
	for (uint32_t i = node->indikator_awal; i < end; i++)
		if (!p->volume_ada[i] && same_letters(arena, all[i].nama, v->indikator) && (found == UINT32_MAX || same_letters(arena, all[i].satuan, v->satuan)))
			if (found == UINT32_MAX || !same_letters(arena, all[found].satuan, v->satuan))
				found = i;
	if (found != UINT32_MAX)
		return found;
	return place < end && !p->volume_ada[place] && same_letters(arena, all[place].satuan, v->satuan) ? place : UINT32_MAX;
}

/* What the months before gave to an indicator whose months are added up. */
static bool increment(const Padan *p, uint32_t at, NilaiIsian *value)
{
	const BarisFakta *now = p->bulan->volume ? p->bulan->volume[at] : NULL;
	const Indikator *ind = &p->bulan->snapshot.indikator[at];
	Desimal before = ind->realisasi.nilai, rest;
	if (value->isi == ISI_KOSONG || ind->realisasi.isi == ISI_KOSONG)
		return true;
	if (now && now->isi != ISI_KOSONG && !desimal_sub(&before, before, (Desimal){now->m, (uint8_t)now->skala}))
		return false;
	if (!desimal_sub(&rest, value->angka, before))
		return false;
	*value = (NilaiIsian){rest.m ? ISI_ADA : ISI_NIHIL, desimal_trim(rest), ""};
	return true;
}

static void volume_match(Padan *p, const MasukanImpor *v, uint32_t simpul)
{
	const Simpul *node = &p->bulan->snapshot.simpul[simpul];
	Konteks *k = p->k;
	uint32_t at = indicator_find(p, v, node);
	if (at == UINT32_MAX) {
		GarisImpor *g = unmatched(p, v, str_format(k->arena, teks(k->bahasa, "%s has no indicator '%s' (%s)"), node->kode_tertulis, v->indikator, v->satuan));
		g->kode = node->kode_tertulis;
		indicator_candidates(p, g, simpul);
		return;
	}
	p->volume_ada[at] = true;
	const Indikator *ind = &p->bulan->snapshot.indikator[at];
	if (ind->gema) {
		p->h->n_gema++;
		return;
	}
	if (*v->nilai.teks && !(ind->target_teks && *ind->target_teks)) {
		unmatched(p, v, str_format(k->arena, teks(k->bahasa, "'%s' is not a number"), v->nilai.teks))->kode = node->kode_tertulis;
		return;
	}
	MasukanImpor value = *v;
	bool sums = str_equal(bulan_behaviour(p->bulan, at), "jumlah");
	if (sums && !increment(p, at, &value.nilai)) {
		unmatched(p, v, teks(k->bahasa, "its months do not add up to it"))->kode = node->kode_tertulis;
		return;
	}
	GarisImpor *g = line_add(p, &value);
	g->kode = node->kode_tertulis;
	g->nama = ind->nama;
	g->indikator = p->bulan->baris_indikator[at]->indikator;
	if (sums && !isian_equal(value.nilai, v->nilai))
		g->catatan = str_format(k->arena, teks(k->bahasa, "the month's part of %s"), isian_print(k->arena, ISIAN_VOLUME, v->nilai));
	settle(p, g, p->bulan->volume ? p->bulan->volume[at] : NULL);
}

static const BarisFakta *narrative_fact(const Bulan *b, JenisIsian jenis)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (!*b->fakta[i].kode && str_equal(b->fakta[i].jenis, isian_jenis_name(jenis)))
			return &b->fakta[i];
	return NULL;
}

/* The form prints the narrative of the nodes behind that of the report: a file that says the same as the form says nothing new. */
static void narrative_match(Padan *p, const MasukanImpor *v)
{
	const Narasi *now = &p->bulan->snapshot.narasi;
	const char *printed = v->jenis == ISIAN_PERMASALAHAN ? now->permasalahan : now->tindak_lanjut;
	GarisImpor *g = line_add(p, v);
	p->narasi_ada[v->jenis] = true;
	settle(p, g, narrative_fact(p->bulan, v->jenis));
	if (printed && str_equal(str_squeeze(p->k->arena, printed), str_squeeze(p->k->arena, v->nilai.teks)))
		g->status = GARIS_SAMA;
}

static void match(Padan *p, const MasukanImpor *v)
{
	Konteks *k = p->k;
	if (v->jenis != ISIAN_UANG && v->jenis != ISIAN_VOLUME) {
		narrative_match(p, v);
		return;
	}
	uint32_t simpul = node_find(p, &v->kode);
	if (v->gagal) {
		unmatched(p, v, v->gagal);
		return;
	}
	if (simpul == SIMPUL_NONE) {
		node_candidates(p, unmatched(p, v, v->kode.n_bagian ? str_format(k->arena, teks(k->bahasa, "the plan has no %s"), kode_print(k->arena, v->kode))
		                                                    : teks(k->bahasa, "the row has no code")), v);
		return;
	}
	(v->jenis == ISIAN_UANG ? money_match : volume_match)(p, v, simpul);
}

/* ---- what only the ledger holds ---- */

static void left_add(Padan *p, JenisIsian jenis, const char *kode, const char *nama, int64_t indikator, const BarisFakta *fact)
{
	if (!fact || (fact->isi == ISI_KOSONG && !*fact->teks))
		return;
	*ARENA_PUSH(p->k->arena, p->h->garis, p->h->n, p->h->cap) = (GarisImpor){.status = GARIS_SISA, .jenis = jenis, .kode = kode, .nama = nama, .indikator = indikator,
	                                                                        .lama = isian_nilai(fact), .baru = {.teks = ""}, .bulan_lalu = {.teks = ""}, .sebelum = fact};
}

static void left_list(Padan *p, const BerkasImpor *file)
{
	const Snapshot *s = &p->bulan->snapshot;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (p->bulan->uang && !p->uang_ada[i])
			left_add(p, ISIAN_UANG, s->simpul[i].kode_tertulis, s->simpul[i].nama, 0, p->bulan->uang[i]);
		for (uint32_t j = s->simpul[i].indikator_awal; file->draf && p->bulan->volume && j < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; j++)
			if (!p->volume_ada[j])
				left_add(p, ISIAN_VOLUME, s->simpul[i].kode_tertulis, s->indikator[j].nama, p->bulan->baris_indikator[j]->indikator, p->bulan->volume[j]);
	}
	for (JenisIsian jenis = ISIAN_PERMASALAHAN; file->draf && jenis <= ISIAN_TINDAK_LANJUT; jenis++)
		if (!p->narasi_ada[jenis])
			left_add(p, jenis, "", "", 0, narrative_fact(p->bulan, jenis));
}

/* ---- control totals ---- */

static KendaliImpor *program_of(HasilImpor *h, Arena *arena, const BerkasImpor *file, const char *kode, size_t *cap)
{
	for (size_t i = 0; i < h->n_program; i++)
		if (str_equal(h->program[i].kode, kode))
			return &h->program[i];
	KendaliImpor *c = ARENA_PUSH(arena, h->program, h->n_program, *cap);
	*c = (KendaliImpor){.kode = kode, .nama = ""};
	for (size_t i = 0; i < file->n_program; i++)
		if (str_equal(file->program[i].kode, kode))
			*c = file->program[i];
	Kode parsed;
	uint32_t node = kode_parse(&parsed, kode, NULL) ? snapshot_find(&h->lembar->snapshot, parsed) : SIMPUL_NONE;
	if (!*c->nama && node < h->lembar->snapshot.n_simpul)
		c->nama = h->lembar->snapshot.simpul[node].nama;
	return c;
}

static const char *program_code(Arena *arena, const char *kode)
{
	Kode k;
	if (!kode_parse(&k, kode, NULL) || k.n_bagian < 3)
		return "";
	k.n_bagian = 3;
	k.lebar_sub = 0;
	return kode_print(arena, k);
}

static bool control_add(KendaliImpor *c, const GarisImpor *g)
{
	Rupiah sen = {g->baru.angka.m}, *part = g->status == GARIS_TAK_COCOK || g->status == GARIS_TOLAK ? &c->tak_cocok : &c->cocok;
	return rupiah_add(&c->berkas, c->berkas, sen) && rupiah_add(part, *part, sen);
}

/* The file's sum was made while it was read; matched and unmatched are added up here, from the lines: they must meet. */
Err impor_kendali(HasilImpor *h, Konteks *k, const BerkasImpor *file, ErrInfo *info)
{
	size_t cap = 0;
	bool fits = !file->luapan;
	h->semua = (KendaliImpor){.kode = "", .nama = "", .tertulis = file->total};
	for (size_t i = 0; i < h->n; i++) {
		const GarisImpor *g = &h->garis[i];
		if (g->jenis == ISIAN_UANG && g->status != GARIS_SISA && g->baru.isi != ISI_KOSONG)
			fits &= control_add(program_of(h, k->arena, file, program_code(k->arena, g->kode), &cap), g) && control_add(&h->semua, g);
	}
	h->semua.berkas = file->jumlah;
	return fits ? ERR_OK : err_set(info, ERR_LIMIT, str_format(k->arena, teks(k->bahasa, "%s: the sum of its money is too large"), file->nama), NULL);
}

Err impor_padankan(HasilImpor *h, Konteks *k, const BerkasImpor *berkas, const BarisFakta *tahun_ini, size_t n, ErrInfo *info)
{
	const Snapshot *s = &h->lembar->snapshot;
	Padan p = {.k = k, .h = h, .bulan = h->lembar, .tahun_ini = tahun_ini, .n_tahun_ini = n, .uang_ada = ARENA_ARRAY(k->arena, bool, s->n_simpul),
	           .volume_ada = ARENA_ARRAY(k->arena, bool, s->n_indikator)};
	places_make(&p);
	for (size_t i = 0; i < berkas->n; i++)
		match(&p, &berkas->masukan[i]);
	left_list(&p, berkas);
	return impor_kendali(h, k, berkas, info);
}
