#include "app/penjelasan_app.h"

#include "app/bukti.h"
#include "engine/explain.h"
#include "engine/rollup_indikator.h"

enum { SAMA_MIN = 3, RIWAYAT_ISI_MAX = 3, ANAK_DISEBUT = 7, PECAHAN_LEBIH = 2 };

typedef struct {
	Konteks *k;                /* reads as of the revision */
	ErrInfo *info;
	Arena *arena;
	const Bulan *b;
	const Snapshot *s;
	Bahasa bahasa;
	bool dalam;                /* may see how the month came about; else its figures only, as of an approved month of another agency */
} Kerja;

static const char *const KOLOM[] = {[BESARAN_KEUANGAN] = "keuangan", [BESARAN_KELUARAN] = "keluaran", [BESARAN_RATA_RATA] = "rata-rata"};

static JenisAngka figure_of(Besaran besaran)
{
	return besaran == BESARAN_KEUANGAN ? ANGKA_KEUANGAN : besaran == BESARAN_KELUARAN ? ANGKA_KELUARAN : ANGKA_RATA_RATA;
}

static const Capaian *figures(const Hasil *hasil, uint32_t simpul)
{
	return simpul == SIMPUL_TOTAL ? &hasil->total : &hasil->simpul[simpul];
}

static IsiDesimal value_of(const Capaian *c, Besaran besaran)
{
	return besaran == BESARAN_KEUANGAN ? c->keuangan : besaran == BESARAN_KELUARAN ? c->keluaran : c->rata_rata;
}

static const Pecahan *exact_of(const Kerja *w, uint32_t simpul, Besaran besaran)
{
	return rollup_exact(w->arena, w->s, w->b->kebijakan, simpul, figure_of(besaran));
}

/* With more decimals than are printed, cut and with an ellipsis, so that nobody takes it for rounded. */
static const char *unrounded(const Kerja *w, const Pecahan *exact)
{
	Desimal cut;
	uint8_t printed = w->b->kebijakan->desimal;
	if (!exact || !pecahan_round(&cut, exact, printed + PECAHAN_LEBIH, BULAT_POTONG))
		return "-";
	if (pecahan_cmp(pecahan_desimal(w->arena, cut), exact) != 0)
		return str_format(w->arena, "%s…", desimal_print_id(w->arena, cut, cut.scale));
	cut = desimal_trim(cut);
	return desimal_print_id(w->arena, cut, cut.scale > printed ? cut.scale : printed);
}

static uint32_t *children_of(const Kerja *w, uint32_t simpul, uint32_t *n)
{
	*n = rollup_children(w->s, simpul, NULL, 0);
	uint32_t *list = ARENA_ARRAY(w->arena, uint32_t, *n);
	rollup_children(w->s, simpul, list, *n);
	return list;
}

/* ---- where a value comes from ---- */

/* The last state of a cell, and what it replaced. */
static Err source_load(const Kerja *w, SumberAngka *out, JenisIsian jenis, const char *kode, int64_t indikator, const char *apa)
{
	Riwayat r;
	*out = (SumberAngka){.apa = apa, .oleh = "", .sumber = "", .berkas = "", .asal = "", .alasan = ""};
	if (!w->dalam)
		return ERR_OK;
	Err err = riwayat_list(w->k, w->b->opd.opd, w->b->tahun, w->b->bulan, jenis, kode, indikator, &r, w->info);
	if (err || r.n == 0)
		return err;
	const LangkahNilai *last = &r.langkah[r.n - 1];
	out->ada = true;
	out->nilai = last->nilai;
	out->oleh = last->oleh;
	out->waktu = last->waktu;
	out->sumber = last->sumber;
	out->berkas = last->berkas;
	out->asal = last->asal;
	out->alasan = last->alasan;
	if (r.n > 1) {
		out->ada_sebelumnya = true;
		out->sebelumnya = r.langkah[r.n - 2].nilai;
	}
	return ERR_OK;
}

static const char *narrative_of(const Kerja *w, const char *kode)
{
	for (size_t i = 0; i < w->b->n_fakta; i++)
		if (str_equal(w->b->fakta[i].jenis, "permasalahan") && str_equal(w->b->fakta[i].kode, kode) && !str_blank(w->b->fakta[i].teks))
			return w->b->fakta[i].teks;
	return "";
}

/* What hangs on a sub kegiatan: evidence and the agency's words. */
static Err leaf_dress(const Kerja *w, Jelas *j, uint32_t simpul)
{
	BarisBukti *rows;
	size_t n;
	const char *kode = w->s->simpul[simpul].kode_tertulis;
	j->narasi = narrative_of(w, kode);
	if (!w->dalam)
		return ERR_OK;
	Err err = bukti_list(w->k, w->b->opd.opd, w->b->tahun, w->b->bulan, &rows, &n, w->info);
	BarisBukti *own = ARENA_ARRAY(w->arena, BarisBukti, n);
	for (size_t i = 0; !err && i < n; i++)
		if (str_equal(rows[i].kode, kode))
			own[j->n_bukti++] = rows[i];
	j->bukti = own;
	return err;
}

/* ---- the tree ---- */

static Jelas *jelas_new(const Kerja *w, uint32_t simpul, Besaran besaran)
{
	Jelas *j = ARENA_NEW(w->arena, Jelas);
	bool total = simpul == SIMPUL_TOTAL;
	const Simpul *node = total ? NULL : &w->s->simpul[simpul];
	*j = (Jelas){.nomor = total ? "" : node->nomor, .nama = total ? w->b->opd.nama : node->nama, .kode = total ? "total" : node->kode_tertulis, .kolom = KOLOM[besaran],
	             .nilai = value_of(figures(w->b->hasil, simpul), besaran), .cara = "", .disertakan = true, .narasi = ""};
	return j;
}

/* Lowest first; what has no value does not pull. */
static bool lower(const Pecahan *a, const Pecahan *b)
{
	return a && (!b || pecahan_cmp(a, b) < 0);
}

/* Siblings of one printed value, none of them on the way, as one line. */
static void equals_fold(const Kerja *w, Jelas *parent)
{
	uint32_t kept = 0;
	Jelas **list = parent->anak;
	bool *gone = ARENA_ARRAY(w->arena, bool, parent->n_anak);
	for (uint32_t i = 0; i < parent->n_anak; i++) {
		uint32_t same = 0;
		for (uint32_t j = i; j < parent->n_anak && !gone[i] && !list[i]->terendah && list[i]->nilai.isi != ISI_KOSONG; j++)
			same += !gone[j] && !list[j]->terendah && list[j]->nilai.isi != ISI_KOSONG && desimal_cmp(list[i]->nilai.nilai, list[j]->nilai.nilai) == 0;
		if (gone[i])
			continue;
		if (same < SAMA_MIN) {
			list[kept++] = list[i];
			continue;
		}
		Jelas *group = ARENA_NEW(w->arena, Jelas);
		*group = *list[i];
		group->n_sama = same;
		group->n_anak = 0;
		group->anak = ARENA_ARRAY(w->arena, Jelas *, same);
		for (uint32_t j = i; j < parent->n_anak; j++) {
			if (gone[j] || list[j]->terendah || list[j]->nilai.isi == ISI_KOSONG || desimal_cmp(list[i]->nilai.nilai, list[j]->nilai.nilai) != 0)
				continue;
			group->anak[group->n_anak++] = list[j];
			gone[j] = true;
		}
		list[kept++] = group;
	}
	parent->n_anak = kept;
}

static const char *money_rule(const Kerja *w, const Capaian *c)
{
	if (c->keuangan.isi == ISI_KOSONG)
		return c->pagu.isi == ISI_NIHIL ? teks(w->bahasa, "no value: the budget is 0") : teks(w->bahasa, "no value: budget or spending is not reported");
	return str_format(w->arena, "%s ÷ %s × 100", rupiah_print_id(w->arena, c->realisasi.nilai), rupiah_print_id(w->arena, c->pagu.nilai));
}

static Err money_tree(const Kerja *w, Jelas **out, uint32_t simpul, bool open)
{
	uint32_t n, *children = children_of(w, simpul, &n), lowest = SIMPUL_NONE;
	Jelas *j = *out = jelas_new(w, simpul, BESARAN_KEUANGAN);
	const Pecahan *least = NULL;
	Err err = ERR_OK;
	j->cara = money_rule(w, figures(w->b->hasil, simpul));
	j->terendah = j->buka = open;
	if (!open)
		return ERR_OK;
	if (n == 0) {
		j->sumber = ARENA_NEW(w->arena, SumberAngka);
		j->n_sumber = 1;
		err = source_load(w, j->sumber, ISIAN_UANG, j->kode, 0, "Rp");
		return err ? err : leaf_dress(w, j, simpul);
	}
	for (uint32_t i = 0; i < n; i++) {
		const Pecahan *exact = exact_of(w, children[i], BESARAN_KEUANGAN);
		if (lower(exact, least)) {
			least = exact;
			lowest = i;
		}
	}
	j->anak = ARENA_ARRAY(w->arena, Jelas *, n);
	for (uint32_t i = 0; !err && i < n; i++)
		err = money_tree(w, &j->anak[j->n_anak++], children[i], i == lowest);
	equals_fold(w, j);
	return err;
}

/* An indicator; its rule as the engine says it. */
static Err indicator_line(const Kerja *w, Jelas **out, const Penjelasan *p, uint32_t simpul, uint32_t nomor, bool lowest)
{
	const Indikator *i = &w->s->indikator[nomor];
	Jelas *j = *out = ARENA_NEW(w->arena, Jelas);
	*j = (Jelas){.nomor = "", .nama = p->label, .kode = "", .kolom = "", .nilai = w->b->hasil->indikator[nomor], .cara = p->aturan, .disertakan = p->disertakan,
	             .terendah = lowest, .narasi = ""};
	j->sumber = ARENA_NEW(w->arena, SumberAngka);
	j->n_sumber = 1;
	return source_load(w, j->sumber, ISIAN_VOLUME, w->s->simpul[simpul].kode_tertulis, w->b->baris_indikator[nomor]->indikator, i->satuan);
}

static Err indicator_lines(const Kerja *w, Jelas *j, const Penjelasan *p, uint32_t simpul)
{
	const Simpul *node = &w->s->simpul[simpul];
	const Pecahan *least = NULL;
	uint32_t lowest = SIMPUL_NONE;
	Err err = ERR_OK;
	for (uint32_t i = 0; i < p->n_anak; i++) {
		const Pecahan *exact = rollup_exact_indikator(w->arena, w->s, w->b->kebijakan, node->indikator_awal + i);
		if (lower(exact, least)) {
			least = exact;
			lowest = i;
		}
	}
	j->anak = ARENA_ARRAY(w->arena, Jelas *, p->n_anak);
	for (uint32_t i = 0; !err && i < p->n_anak; i++)
		err = indicator_line(w, &j->anak[j->n_anak++], p->anak[i], simpul, node->indikator_awal + i, i == lowest);
	return err ? err : leaf_dress(w, j, simpul);
}

/* Too many operands to be named one by one. */
static const char *many_rule(const Kerja *w, uint32_t first, uint32_t n)
{
	Tingkat level = w->s->simpul[first].tingkat;
	return str_format(w->arena, level == TINGKAT_PROGRAM    ? teks(w->bahasa, "mean of %u programs")
	                            : level == TINGKAT_KEGIATAN ? teks(w->bahasa, "mean of %u kegiatan")
	                                                        : teks(w->bahasa, "mean of %u sub kegiatan"), n);
}

/* The engine's tree `p` has a child a child node, or a child an indicator where the figure comes from the node's own. */
static Err output_tree(const Kerja *w, Jelas **out, const Penjelasan *p, uint32_t simpul, bool open)
{
	uint32_t n, *children = children_of(w, simpul, &n), lowest = SIMPUL_NONE;
	Jelas *j = *out = jelas_new(w, simpul, BESARAN_KELUARAN);
	const Pecahan *least = NULL;
	Err err = ERR_OK;
	bool own = simpul != SIMPUL_TOTAL && (n == 0 || w->b->kebijakan->induk == INDUK_SENDIRI);
	j->cara = p->aturan;
	j->disertakan = p->disertakan;
	j->terendah = j->buka = open;
	if (!open)
		return ERR_OK;
	if (own)
		return indicator_lines(w, j, p, simpul);
	for (uint32_t i = 0; i < n; i++) {
		const Pecahan *exact = exact_of(w, children[i], BESARAN_KELUARAN);
		if (lower(exact, least)) {
			least = exact;
			lowest = i;
		}
	}
	if (n > ANAK_DISEBUT && w->b->kebijakan->gulung == GULUNG_RATA)
		j->cara = many_rule(w, children[0], n);
	j->anak = ARENA_ARRAY(w->arena, Jelas *, n);
	for (uint32_t i = 0; !err && i < n; i++)
		err = output_tree(w, &j->anak[j->n_anak++], p->anak[i], children[i], i == lowest);
	equals_fold(w, j);
	return err;
}

static Err tree_build(const Kerja *w, Jelas **out, uint32_t simpul, Besaran besaran)
{
	if (besaran == BESARAN_KEUANGAN)
		return money_tree(w, out, simpul, true);
	const Penjelasan *p = explain_run(w->arena, w->b->hasil, bulan_draf(w->arena, w->b), simpul, ANGKA_KELUARAN, w->bahasa);
	if (besaran == BESARAN_KELUARAN)
		return output_tree(w, out, p, simpul, true);
	Jelas *j = *out = jelas_new(w, simpul, besaran);
	j->buka = true;
	j->anak = ARENA_ARRAY(w->arena, Jelas *, 2);
	j->n_anak = 2;
	Err err = money_tree(w, &j->anak[0], simpul, false);
	return err ? err : output_tree(w, &j->anak[1], p, simpul, true);
}

/* ---- without one ---- */

/* The facts without a node and all below it - and without its parent when nothing else is in that. */
static Snapshot without(const Kerja *w, uint32_t gone)
{
	const Snapshot *s = w->s;
	while (s->simpul[gone].induk != SIMPUL_NONE && rollup_children(s, s->simpul[gone].induk, NULL, 0) == 1)
		gone = s->simpul[gone].induk;
	uint32_t cut = s->simpul[gone].akhir - gone;
	Snapshot out = *s;
	Simpul *list = ARENA_ARRAY(w->arena, Simpul, s->n_simpul);
	Indikator *indicators = ARENA_ARRAY(w->arena, Indikator, s->n_indikator);
	out.n_simpul = out.n_indikator = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (i >= gone && i < gone + cut)
			continue;
		Simpul node = s->simpul[i];
		if (node.akhir > gone)
			node.akhir -= cut;
		if (node.induk != SIMPUL_NONE && node.induk >= gone + cut)
			node.induk -= cut;
		for (uint32_t j = 0; j < node.n_indikator; j++)
			indicators[out.n_indikator + j] = s->indikator[node.indikator_awal + j];
		node.indikator_awal = out.n_indikator;
		out.n_indikator += node.n_indikator;
		list[out.n_simpul++] = node;
	}
	out.simpul = list;
	out.indikator = indicators;
	return out;
}

/* Tried: the kegiatan below the figure; of a kegiatan its sub kegiatan. */
static bool may_pull(const Kerja *w, uint32_t simpul, uint32_t i)
{
	if (simpul != SIMPUL_TOTAL && (i <= simpul || i >= w->s->simpul[simpul].akhir))
		return false;
	bool of_kegiatan = simpul != SIMPUL_TOTAL && w->s->simpul[simpul].tingkat == TINGKAT_KEGIATAN;
	return w->s->simpul[i].tingkat == (of_kegiatan ? TINGKAT_SUB_KEGIATAN : TINGKAT_KEGIATAN);
}

static void puller_find(const Kerja *w, PenjelasanAngka *out, uint32_t simpul)
{
	for (uint32_t i = 0; i < w->s->n_simpul && out->nilai.isi != ISI_KOSONG; i++) {
		IsiDesimal own = value_of(&w->b->hasil->simpul[i], out->besaran), rest;
		if (!may_pull(w, simpul, i) || own.isi == ISI_KOSONG || desimal_cmp(own.nilai, out->nilai.nilai) >= 0)
			continue;
		const Snapshot s = without(w, i);
		const Hasil *hasil = rollup_run(w->arena, &s, w->b->kebijakan);
		uint32_t at = simpul == SIMPUL_TOTAL || simpul < i ? simpul : SIMPUL_NONE;
		if (at == SIMPUL_NONE || (at != SIMPUL_TOTAL && at >= s.n_simpul) || (at != SIMPUL_TOTAL && !str_equal(s.simpul[at].kode_tertulis, w->s->simpul[simpul].kode_tertulis)))
			continue;
		rest = value_of(figures(hasil, at), out->besaran);
		Desimal gain;
		if (rest.isi == ISI_KOSONG || !desimal_sub(&gain, rest.nilai, out->nilai.nilai) || gain.m <= 0)
			continue;
		if (out->penarik.ada && desimal_cmp(rest.nilai, out->penarik.tanpa.nilai) <= 0)
			continue;
		out->penarik.ada = true;
		out->penarik.nomor = *w->s->simpul[i].nomor ? w->s->simpul[i].nomor : w->s->simpul[i].kode_tertulis;
		out->penarik.nama = w->s->simpul[i].nama;
		out->penarik.tingkat = w->s->simpul[i].tingkat;
		out->penarik.nilai = own;
		out->penarik.tanpa = rest;
		out->penarik.turun = isi_desimal(gain);
	}
}

/* ---- history ---- */

static bool below(const Kerja *w, uint32_t simpul, const char *kode)
{
	if (simpul == SIMPUL_TOTAL)
		return *kode != 0;
	for (uint32_t i = simpul; i < w->s->simpul[simpul].akhir; i++)
		if (str_equal(w->s->simpul[i].kode_tertulis, kode))
			return true;
	return false;
}

static const char *number_of(const Kerja *w, const char *kode)
{
	for (uint32_t i = 0; i < w->s->n_simpul; i++)
		if (str_equal(w->s->simpul[i].kode_tertulis, kode))
			return *w->s->simpul[i].nomor ? w->s->simpul[i].nomor : kode;
	return kode;
}

static const char *entered(const Kerja *w, const BarisFakta *f)
{
	if (*f->teks)
		return f->teks;
	if (f->isi == ISI_KOSONG)
		return teks(w->bahasa, "blank");
	if (f->isi == ISI_NIHIL)
		return teks(w->bahasa, "nihil");
	if (str_equal(f->jenis, "uang"))
		return str_format(w->arena, "Rp%s", rupiah_print_id(w->arena, (Rupiah){f->m}));
	const char *unit = "";
	for (uint32_t i = 0; i < w->s->n_indikator; i++)
		if (w->b->baris_indikator[i]->indikator == f->indikator && str_equal(w->b->baris_indikator[i]->kode, f->kode))
			unit = w->s->indikator[i].satuan;
	return str_format(w->arena, "%s %s", desimal_print_id(w->arena, (Desimal){f->m, (uint8_t)f->skala}, f->skala > 2 ? (uint8_t)f->skala : 2), unit);
}

static Err moment_of(const Kerja *w, int64_t id, Saat *waktu, const char **oleh)
{
	BarisJejak *entry;
	size_t n;
	Err err = store_list_jejak(w->k->store, w->arena, w->k->pemda.pemda, id, id, &entry, &n, w->info);
	*waktu = !err && n ? entry->waktu : 0;
	*oleh = !err && n ? entry->oleh : "";
	return err;
}

static int newest_first(const void *a, const void *b)
{
	const RiwayatAngka *x = a, *y = b;
	return x->waktu != y->waktu ? (x->waktu > y->waktu ? -1 : 1) : (int)x->jenis - (int)y->jenis;
}

static bool concerns(const Kerja *w, Besaran besaran, uint32_t simpul, const BarisFakta *f)
{
	bool money = str_equal(f->jenis, "uang"), volume = str_equal(f->jenis, "volume");
	return ((money && besaran != BESARAN_KELUARAN) || (volume && besaran != BESARAN_KEUANGAN)) && below(w, simpul, f->kode);
}

/* The newest entries below the figure. */
static Err entries_add(const Kerja *w, PenjelasanAngka *out, uint32_t simpul, size_t *cap)
{
	int64_t before = INT64_MAX;
	for (int n = 0; n < RIWAYAT_ISI_MAX; n++) {
		const BarisFakta *newest = NULL;
		for (size_t i = 0; i < w->b->n_fakta; i++) {
			const BarisFakta *f = &w->b->fakta[i];
			if (f->id < before && concerns(w, out->besaran, simpul, f) && (!newest || f->id > newest->id))
				newest = f;
		}
		if (!newest)
			break;
		before = newest->id;
		RiwayatAngka r = {.jenis = RIWAYAT_ISI, .apa = number_of(w, newest->kode), .nilai = entered(w, newest)};
		Err err = moment_of(w, newest->id, &r.waktu, &r.oleh);
		if (err)
			return err;
		*ARENA_PUSH(w->arena, out->riwayat, out->n_riwayat, *cap) = r;
	}
	return ERR_OK;
}

static Err steps_add(const Kerja *w, PenjelasanAngka *out, size_t *cap)
{
	for (size_t i = 0; i < w->b->n_langkah; i++) {
		const BarisKeadaan *step = &w->b->langkah[i];
		if (step->revisi != w->b->revisi)
			continue;
		RiwayatAngka r = {.jenis = RIWAYAT_LANGKAH, .apa = step->aksi, .nilai = ""};
		Err err = moment_of(w, step->id, &r.waktu, &r.oleh);
		if (err)
			return err;
		bool last = i + 1 == w->b->n_langkah || w->b->langkah[i + 1].revisi != w->b->revisi;
		if (last)
			r.angka = out->nilai;
		*ARENA_PUSH(w->arena, out->riwayat, out->n_riwayat, *cap) = r;
	}
	return ERR_OK;
}

/* The same figure a month before. */
static Err month_before_add(const Kerja *w, PenjelasanAngka *out, uint32_t simpul, size_t *cap)
{
	Bulan *before;
	if (w->b->bulan == 1)
		return ERR_OK;
	Err err = bulan_read(&before, w->k, w->b->opd.opd, w->b->tahun, w->b->bulan - 1, 0, NULL);
	if (err)
		return ERR_OK; /* not seen by this user: nothing is said about it */
	uint32_t at = simpul == SIMPUL_TOTAL ? simpul : snapshot_lookup(&before->snapshot, w->s->simpul[simpul].kode_tertulis);
	if (at == SIMPUL_NONE)
		return ERR_OK;
	RiwayatAngka r = {.jenis = RIWAYAT_BULAN_LALU, .apa = keadaan_name(before->keadaan), .nilai = "", .oleh = "", .bulan = before->bulan};
	r.angka = value_of(figures(before->hasil, at), out->besaran);
	if (before->n_langkah)
		err = moment_of(w, before->langkah[before->n_langkah - 1].id, &r.waktu, &r.oleh);
	if (!err && r.angka.isi != ISI_KOSONG)
		*ARENA_PUSH(w->arena, out->riwayat, out->n_riwayat, *cap) = r;
	return err;
}

static Err history_fill(const Kerja *w, PenjelasanAngka *out, uint32_t simpul)
{
	size_t cap = 0;
	Err err = steps_add(w, out, &cap);
	if (!err && w->dalam)
		err = entries_add(w, out, simpul, &cap);
	if (!err)
		err = month_before_add(w, out, simpul, &cap);
	if (!err && out->n_riwayat)
		qsort(out->riwayat, out->n_riwayat, sizeof *out->riwayat, newest_first);
	return err;
}

/* ---- the whole ---- */

static void indicators_count(const Kerja *w, PenjelasanAngka *out, uint32_t simpul)
{
	uint32_t from = simpul == SIMPUL_TOTAL ? 0 : simpul, to = simpul == SIMPUL_TOTAL ? w->s->n_simpul : w->s->simpul[simpul].akhir;
	for (uint32_t i = from; i < to; i++) {
		const Simpul *node = &w->s->simpul[i];
		if (node->akhir != i + 1)
			continue;
		for (uint32_t j = node->indikator_awal; j < node->indikator_awal + node->n_indikator; j++) {
			const Indikator *indicator = &w->s->indikator[j];
			out->indikator++;
			out->terlapor += indicator->realisasi.isi != ISI_KOSONG || indicator->realisasi_teks;
		}
	}
}

/* (keuangan + keluaran) / 2 of the printed halves, where it prints another number. */
static IsiDesimal from_printed(const Kerja *w, const PenjelasanAngka *p)
{
	if (p->besaran != BESARAN_RATA_RATA || p->nilai.isi == ISI_KOSONG)
		return (IsiDesimal){0};
	const Pecahan *sum = pecahan_add(w->arena, pecahan_desimal(w->arena, p->keuangan.nilai), pecahan_desimal(w->arena, p->keluaran.nilai));
	Desimal printed;
	if (!pecahan_round(&printed, pecahan_div(w->arena, sum, pecahan_int(w->arena, 2)), w->b->kebijakan->desimal, w->b->kebijakan->pembulatan))
		return (IsiDesimal){0};
	return desimal_cmp(printed, p->nilai.nilai) == 0 ? (IsiDesimal){0} : isi_desimal(printed);
}

static bool column_of(const char *kolom, Besaran *out)
{
	for (int i = BESARAN_KEUANGAN; i <= BESARAN_RATA_RATA; i++) {
		if (str_equal(KOLOM[i], kolom)) {
			*out = (Besaran)i;
			return true;
		}
	}
	return false;
}

Err penjelasan_angka(PenjelasanAngka **out, Konteks *k, const AppBulan *bulan, const char *kode, const char *kolom, ErrInfo *info)
{
	Bulan *b;
	PenjelasanAngka *p = ARENA_NEW(k->arena, PenjelasanAngka);
	if (!column_of(kolom, &p->besaran))
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "there is no figure '%s'"), kolom), teks(k->bahasa, "keuangan, keluaran or rata-rata"));
	Err err = bulan_read(&b, k, bulan->opd, bulan->tahun, bulan->bulan, bulan->revisi, info);
	if (err)
		return err;
	uint32_t simpul = snapshot_lookup(&b->snapshot, kode);
	if (simpul == SIMPUL_NONE)
		return err_set(info, ERR_ABSENT, str_format(k->arena, teks(k->bahasa, "%s has no program, kegiatan or sub kegiatan '%s'"), b->opd.nama, kode), NULL);
	Konteks then = *k; /* what a locked revision says rests on what stood in the ledger at its lock */
	then.sampai = b->sampai;
	const Kerja w = {&then, info, k->arena, b, &b->snapshot, k->bahasa, !konteks_may(k, AKSI_BACA, b->opd.opd, NULL)};
	const Capaian *c = figures(b->hasil, simpul);
	p->bulan = b;
	p->kode = simpul == SIMPUL_TOTAL ? "total" : b->snapshot.simpul[simpul].kode_tertulis;
	p->nomor = simpul == SIMPUL_TOTAL ? "" : b->snapshot.simpul[simpul].nomor;
	p->nama = simpul == SIMPUL_TOTAL ? "" : b->snapshot.simpul[simpul].nama;
	p->kolom = KOLOM[p->besaran];
	p->nilai = value_of(c, p->besaran);
	p->predikat = p->besaran == BESARAN_RATA_RATA ? c->predikat : -1;
	p->keuangan = c->keuangan;
	p->keluaran = c->keluaran;
	p->pagu = c->pagu;
	p->realisasi = c->realisasi;
	p->penuh = unrounded(&w, exact_of(&w, simpul, p->besaran));
	p->keuangan_penuh = unrounded(&w, exact_of(&w, simpul, BESARAN_KEUANGAN));
	p->keluaran_penuh = unrounded(&w, exact_of(&w, simpul, BESARAN_KELUARAN));
	p->dari_cetak = from_printed(&w, p);
	indicators_count(&w, p, simpul);
	puller_find(&w, p, simpul);
	err = tree_build(&w, &p->akar, simpul, p->besaran);
	if (!err)
		err = history_fill(&w, p, simpul);
	*out = p;
	return err;
}
