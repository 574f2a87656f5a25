#include "app/nomenklatur_banding.h"

#include "app/rencana_baca.h"

enum { EJAAN_HURUF = 2, EJAAN_PER = 40, BANYAK = 8 };

/* ---- names ---- */

static unsigned name_distance(Arena *arena, const char *a, const char *b)
{
	const char *x = rencana_nama_kunci(arena, a), *y = rencana_nama_kunci(arena, b);
	return str_distance(x, y, (unsigned)(strlen(x) + strlen(y)));
}

static KecocokanNama name_fit(Arena *arena, const char *a, unsigned distance)
{
	if (distance == 0)
		return NAMA_SAMA;
	return distance <= EJAAN_HURUF + strlen(rencana_nama_kunci(arena, a)) / EJAAN_PER ? NAMA_EJAAN : NAMA_LAIN;
}

/* ---- candidates ---- */

typedef struct {
	const BarisNomenklatur *baris;
	unsigned jarak;
} Calon;

/* Same bidang (or both supporting programs), and not of the other level of government. */
static bool same_field(Kode plan, Kode entry)
{
	bool bidang = entry.bagian[0] == KODE_X ? plan.bagian[2] == 1 : entry.bagian[0] == plan.bagian[0] && entry.bagian[1] == plan.bagian[1];
	return bidang && (plan.n_bagian < 5 || plan.bagian[3] == entry.bagian[3]);
}

static void candidate_take(Calon *best, size_t *n, Calon c)
{
	size_t at = *n < SARAN_MAX ? (*n)++ : SARAN_MAX - 1;
	if (at == SARAN_MAX - 1 && *n == SARAN_MAX && best[at].baris && best[at].jarak <= c.jarak)
		return;
	for (; at > 0 && best[at - 1].jarak > c.jarak; at--)
		best[at] = best[at - 1];
	best[at] = c;
}

/* The nearest names of the same level in the bidang; those farther than half the letters are none. */
static size_t nearest(Arena *arena, const Nomenklatur *nom, Kode kode, const char *nama, const BarisNomenklatur **out)
{
	Calon best[SARAN_MAX] = {{NULL, 0}};
	size_t n = 0;
	const char *key = rencana_nama_kunci(arena, nama);
	unsigned limit = (unsigned)(strlen(key) / 2);
	for (size_t i = 0; i < nom->n; i++) {
		Kode entry = {0};
		if (!kode_parse(&entry, nom->baris[i].kode, NULL) || entry.n_bagian != kode.n_bagian || !same_field(kode, entry))
			continue;
		unsigned d = str_distance(key, rencana_nama_kunci(arena, nom->baris[i].nama), limit);
		if (d <= limit)
			candidate_take(best, &n, (Calon){&nom->baris[i], d});
	}
	for (size_t i = 0; i < n; i++)
		out[i] = best[i].baris;
	return n;
}

/* Entries with the very name in the same bidang and level of government, other than `not_this`. */
static size_t same_name(Arena *arena, const Nomenklatur *nom, Kode kode, const SimpulRencana *s, const BarisNomenklatur *not_this, const BarisNomenklatur **out)
{
	const BarisNomenklatur *all[BANYAK];
	size_t n = nomenklatur_by_name(arena, nom, s->tingkat, s->nama, all, BANYAK), kept = 0;
	for (size_t i = 0; i < n && kept < SARAN_MAX; i++) {
		Kode entry = {0};
		if (all[i] != not_this && kode_parse(&entry, all[i]->kode, NULL) && same_field(kode, entry))
			out[kept++] = all[i];
	}
	return kept;
}

static size_t suggestions(Arena *arena, const Nomenklatur *nom, Kode kode, const SimpulRencana *s, const BarisNomenklatur **out)
{
	size_t n = nomenklatur_successors(arena, nom, kode, out, SARAN_MAX);
	if (!n)
		n = same_name(arena, nom, kode, s, NULL, out);
	return n ? n : nearest(arena, nom, kode, s->nama, out);
}

/* ---- check ---- */

typedef struct {
	Konteks *k;
	const Rencana *rencana;
	PeriksaNomenklatur *h;
} Periksa;

static const char *list_codes(Arena *arena, const BarisNomenklatur *const *rows, size_t n)
{
	StrBuf out = {.arena = arena};
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&out, "%s%s %s", i ? "; " : "", rows[i]->kode, rows[i]->nama);
	return strbuf_text(&out);
}

static void finding(Periksa *p, const char *rule, LevelTemuan level, const char *kode, const char *message, const char *hint)
{
	temuan_add(&p->h->temuan, (Temuan){.rule = rule, .level = level, .kode = kode, .message = message, .hint = hint, .cause = -1});
}

static const char *near_hint(Periksa *p, const PeriksaSimpul *row)
{
	Arena *arena = p->k->arena;
	return row->n_saran ? str_format(arena, teks(p->k->bahasa, "near: %s"), list_codes(arena, row->saran, row->n_saran)) : NULL;
}

static void name_report(Periksa *p, const PeriksaSimpul *row)
{
	Arena *arena = p->k->arena;
	const SimpulRencana *s = row->simpul;
	const char *edisi = p->h->nomenklatur->edisi.edisi;
	if (!row->entri)
		finding(p, "nomenklatur-kode", LEVEL_ERROR, s->kode, str_format(arena, teks(p->k->bahasa, "edition %s does not have the code %s '%s'"), edisi, s->kode, s->nama),
		        near_hint(p, row));
	else if (row->nama == NAMA_EJAAN)
		finding(p, "nomenklatur-nama", LEVEL_NOTE, s->kode, str_format(arena, teks(p->k->bahasa, "%s is spelt '%s'; edition %s has '%s'"), s->kode, s->nama, edisi, row->entri->nama), NULL);
	else if (row->nama == NAMA_LAIN)
		finding(p, "nomenklatur-nama", LEVEL_WARNING, s->kode,
		        str_format(arena, teks(p->k->bahasa, "%s is named '%s'; edition %s has '%s' (%u letters apart)"), s->kode, s->nama, edisi, row->entri->nama, row->jarak), near_hint(p, row));
}

/* The plan's indicator with the edition's text; NULL if none. */
static const IndikatorRencana *indicator_with(Periksa *p, const SimpulRencana *s, const char *text)
{
	for (uint32_t i = 0; i < s->n_indikator; i++) {
		const IndikatorRencana *x = &p->rencana->indikator[s->indikator_awal + i];
		if (str_equal(str_letters(p->k->arena, x->nama), str_letters(p->k->arena, text)))
			return x;
	}
	return NULL;
}

static void indicator_check(Periksa *p, PeriksaSimpul *row)
{
	Arena *arena = p->k->arena;
	const SimpulRencana *s = row->simpul;
	if (s->tingkat != TINGKAT_SUB_KEGIATAN || !row->entri || row->nama == NAMA_LAIN || !*row->entri->indikator)
		return;
	const char *edisi = p->h->nomenklatur->edisi.edisi;
	const IndikatorRencana *x = indicator_with(p, s, row->entri->indikator);
	row->indikator_beda = !x;
	row->satuan_beda = x && *row->entri->satuan && !str_equal(str_letters(arena, x->satuan), str_letters(arena, row->entri->satuan));
	if (row->indikator_beda)
		finding(p, "nomenklatur-indikator", LEVEL_NOTE, s->kode,
		        str_format(arena, teks(p->k->bahasa, "%s has no indicator '%s' (%s), which edition %s gives it"), s->kode, row->entri->indikator, row->entri->satuan, edisi), NULL);
	if (row->satuan_beda)
		finding(p, "nomenklatur-satuan", LEVEL_WARNING, s->kode,
		        str_format(arena, teks(p->k->bahasa, "%s: '%s' counts in '%s'; edition %s counts in '%s'"), s->kode, x->nama, x->satuan, edisi, row->entri->satuan), NULL);
}

static void node_check(Periksa *p, PeriksaSimpul *row)
{
	Arena *arena = p->k->arena;
	const SimpulRencana *s = row->simpul;
	Kode kode = {0};
	if (!kode_parse(&kode, s->kode, NULL))
		return;
	row->entri = nomenklatur_find(arena, p->h->nomenklatur, kode);
	row->jarak = row->entri ? name_distance(arena, s->nama, row->entri->nama) : 0;
	row->nama = row->entri ? name_fit(arena, s->nama, row->jarak) : NAMA_LAIN;
	if (row->nama == NAMA_LAIN)
		row->n_saran = suggestions(arena, p->h->nomenklatur, kode, s, row->saran);
	name_report(p, row);
	indicator_check(p, row);
	if (s->tingkat != TINGKAT_SUB_KEGIATAN)
		return;
	p->h->n_sub++;
	p->h->n_kode += row->entri != NULL;
	p->h->n_sama += row->entri && row->nama == NAMA_SAMA;
	p->h->n_ejaan += row->entri && row->nama == NAMA_EJAAN;
	p->h->n_lain += row->entri && row->nama == NAMA_LAIN;
}

/* The plan and the edition it is held against. */
static Err both_load(Rencana **rencana, Nomenklatur **nom, Konteks *k, const char *opd, int tahun, const char *versi, const char *edisi, ErrInfo *info)
{
	RencanaVersi list;
	const BarisRencana *chosen;
	Err err = rencana_list(&list, k, opd, tahun, info);
	if (!err)
		err = rencana_choose(&chosen, k, &list, versi, info);
	if (!err)
		err = rencana_load(rencana, k, list.opd.opd, tahun, chosen->versi, info);
	return err ? err : nomenklatur_load(nom, k, edisi, tahun, info);
}

Err nomenklatur_check(PeriksaNomenklatur **out, Konteks *k, const char *opd, int tahun, const char *versi, const char *edisi, ErrInfo *info)
{
	Rencana *rencana;
	Nomenklatur *nom;
	Err err = both_load(&rencana, &nom, k, opd, tahun, versi, edisi, info);
	if (err)
		return err;
	PeriksaNomenklatur *h = ARENA_NEW(k->arena, PeriksaNomenklatur);
	*h = (PeriksaNomenklatur){.nomenklatur = nom, .n = rencana->n_simpul, .temuan = {.arena = k->arena}};
	h->simpul = ARENA_ARRAY(k->arena, PeriksaSimpul, h->n);
	Periksa p = {k, rencana, h};
	for (size_t i = 0; i < h->n; i++) {
		h->simpul[i].simpul = &rencana->simpul[i];
		node_check(&p, &h->simpul[i]);
	}
	*out = h;
	return ERR_OK;
}

/* ---- migrate ---- */

static void node_migrate(Arena *arena, const Nomenklatur *nom, PindahSimpul *row)
{
	const SimpulRencana *s = row->simpul;
	Kode kode = {0};
	row->jenis = PINDAH_TIDAK;
	if (!kode_parse(&kode, s->kode, NULL))
		return;
	row->n_tujuan = nomenklatur_successors(arena, nom, kode, row->tujuan, SARAN_MAX);
	if (row->n_tujuan) {
		row->jenis = PINDAH_SEBELUMNYA;
		return;
	}
	const BarisNomenklatur *same_code = nomenklatur_find(arena, nom, kode);
	KecocokanNama fit = same_code ? name_fit(arena, s->nama, name_distance(arena, s->nama, same_code->nama)) : NAMA_LAIN;
	if (fit != NAMA_LAIN) {
		row->jenis = fit == NAMA_SAMA ? PINDAH_TETAP : PINDAH_EJAAN;
		row->tujuan[row->n_tujuan++] = same_code;
		return;
	}
	row->n_tujuan = same_name(arena, nom, kode, s, same_code, row->tujuan);
	if (row->n_tujuan)
		row->jenis = PINDAH_NAMA;
	else
		row->n_tujuan = nearest(arena, nom, kode, s->nama, row->tujuan);
}

Err nomenklatur_migrate(PindahNomenklatur **out, Konteks *k, const char *opd, int tahun, const char *versi, const char *edisi, ErrInfo *info)
{
	Rencana *rencana;
	Nomenklatur *nom;
	Err err = both_load(&rencana, &nom, k, opd, tahun, versi, edisi, info);
	if (err)
		return err;
	PindahNomenklatur *h = ARENA_NEW(k->arena, PindahNomenklatur);
	h->nomenklatur = nom;
	h->simpul = ARENA_ARRAY(k->arena, PindahSimpul, rencana->n_simpul);
	for (uint32_t i = 0; i < rencana->n_simpul; i++) {
		if (rencana->simpul[i].tingkat != TINGKAT_SUB_KEGIATAN)
			continue;
		PindahSimpul *row = &h->simpul[h->n++];
		row->simpul = &rencana->simpul[i];
		node_migrate(k->arena, nom, row);
		h->jumlah[row->jenis]++;
	}
	*out = h;
	return ERR_OK;
}
