#include "app/fakta_bulan.h"

enum {
	SUSULAN_MAX = 500, /* more entries of the region than that since it was kept: it is read anew */
	SUSULAN_BARU = 20, /* more facts than that, though none of them counts here: it is kept anew, so that they are not read again */
};

/* ---- what is kept ---- */

typedef struct {
	Konteks *k;
	const char *opd;
	int tahun, bulan;
	int64_t sampai;          /* what is kept of the newest state is brought up to date; of an older one it is as it was */
	const char *key;
	ErrInfo *info;
	BarisFakta *susulan; size_t n; /* of the agency's year, since what is kept */
	size_t n_lewat;          /* how many were looked through */
} Muat;

/* What a transaction has added and not committed yet is nobody else's to see. */
static bool may_keep(const Konteks *k)
{
	return k->singgah && !store_has_added(k->store);
}

static Err load_begin(Muat *m, const char *kind)
{
	Konteks *k = m->k;
	bool kini = m->sampai == STORE_KINI;
	m->key = str_format(k->arena, "%s %s %s %d %d %lld", kind, k->pemda.pemda, m->opd, m->tahun, m->bulan, kini ? 0LL : (long long)m->sampai);
	return kini ? store_entry_at(k->store, k->arena, k->pemda.pemda, INT64_MAX, &m->sampai, m->info) : ERR_OK;
}

/* Can what is kept as of an entry be brought up to date? */
static bool usable(const Muat *m, int64_t kept)
{
	return m->sampai >= kept && m->sampai - kept <= SUSULAN_MAX;
}

/* Reads the facts since the entry. */
static Err since(Muat *m, int64_t kept)
{
	const Konteks *k = m->k;
	if (m->sampai == kept)
		return ERR_OK;
	Err err = store_list_fakta_since(k->store, k->arena, k->pemda.pemda, kept, m->sampai, &m->susulan, &m->n_lewat, m->info);
	for (size_t i = 0; i < m->n_lewat; i++)
		if (m->susulan[i].tahun == m->tahun && str_equal(m->susulan[i].opd, m->opd))
			m->susulan[m->n++] = m->susulan[i];
	return err;
}

/* ---- the month ---- */

static int cell_order(const BarisFakta *a, const BarisFakta *b)
{
	int order = strcmp(a->kode, b->kode);
	if (order == 0)
		order = (a->indikator > b->indikator) - (a->indikator < b->indikator);
	return order ? order : strcmp(a->jenis, b->jenis);
}

/* Texts are shared with the row before, as they mostly are the same. */
static const char *text_copy(Arena *arena, const char *text, const char *before)
{
	return !*text ? "" : before && str_equal(text, before) ? before : str_dup(arena, text);
}

static BarisFakta row_copy(Arena *arena, const BarisFakta *row, const BarisFakta *before)
{
	BarisFakta copy = *row;
	copy.pemda = text_copy(arena, row->pemda, before ? before->pemda : NULL);
	copy.opd = text_copy(arena, row->opd, before ? before->opd : NULL);
	copy.kode = text_copy(arena, row->kode, before ? before->kode : NULL);
	copy.jenis = text_copy(arena, row->jenis, before ? before->jenis : NULL);
	copy.teks = text_copy(arena, row->teks, before ? before->teks : NULL);
	copy.asal = text_copy(arena, row->asal, before ? before->asal : NULL);
	copy.alasan = text_copy(arena, row->alasan, before ? before->alasan : NULL);
	return copy;
}

static FaktaBulan *month_copy(Arena *arena, int64_t sampai, const BarisFakta *rows, size_t n)
{
	FaktaBulan *m = ARENA_NEW(arena, FaktaBulan);
	BarisFakta *copy = ARENA_ARRAY(arena, BarisFakta, n);
	for (size_t i = 0; i < n; i++)
		copy[i] = row_copy(arena, &rows[i], i ? &copy[i - 1] : NULL);
	*m = (FaktaBulan){.sampai = sampai, .fakta = copy, .n = n};
	return m;
}

/* The first cell that is not before that of the fact. */
static size_t cell_place(const BarisFakta *rows, size_t n, const BarisFakta *fact)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (cell_order(&rows[middle], fact) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The rows with those that came since, oldest first, in their cells. */
static BarisFakta *rows_join(Arena *arena, const FaktaBulan *kept, const BarisFakta *more, size_t n_more, int bulan, size_t *n)
{
	BarisFakta *rows = ARENA_ARRAY(arena, BarisFakta, kept->n + n_more);
	*n = kept->n;
	for (size_t i = 0; i < kept->n; i++)
		rows[i] = kept->fakta[i];
	for (size_t i = 0; i < n_more; i++) {
		if (more[i].bulan != bulan)
			continue;
		size_t at = cell_place(rows, *n, &more[i]);
		if (at == *n || cell_order(&rows[at], &more[i]) != 0) {
			memmove(&rows[at + 1], &rows[at], (*n - at) * sizeof *rows);
			++*n;
		}
		rows[at] = more[i];
	}
	return rows;
}

static const FaktaBulan *month_keep(const Muat *m, bool keep, const BarisFakta *rows, size_t n)
{
	if (!keep)
		return month_copy(m->k->arena, m->sampai, rows, n);
	Arena *own = arena_new();
	return singgah_replace(m->k->singgah, m->key, own, month_copy(own, m->sampai, rows, n), m->k->arena);
}

static Err month_read(const FaktaBulan **out, const Muat *m, bool keep)
{
	BarisFakta *rows;
	size_t n;
	Err err = store_list_fakta(m->k->store, m->k->arena, m->k->pemda.pemda, m->opd, m->tahun, m->bulan, m->sampai, &rows, &n, m->info);
	if (!err)
		*out = month_keep(m, keep, rows, n);
	return err;
}

Err fakta_bulan_load(const FaktaBulan **out, Konteks *k, const char *opd, int tahun, int bulan, int64_t sampai, ErrInfo *info)
{
	Muat m = {.k = k, .opd = opd, .tahun = tahun, .bulan = bulan, .sampai = sampai, .info = info};
	bool keep = may_keep(k);
	Err err = load_begin(&m, "fakta");
	const FaktaBulan *kept = !err && k->singgah ? singgah_take(k->singgah, m.key, k->arena) : NULL;
	if (!err && (!kept || !usable(&m, kept->sampai)))
		return month_read(out, &m, keep && (!kept || kept->sampai < m.sampai));
	if (!err)
		err = since(&m, kept->sampai);
	if (err)
		return err;
	*out = kept;
	if (m.n || m.n_lewat > SUSULAN_BARU) {
		size_t n;
		const BarisFakta *rows = rows_join(k->arena, kept, m.susulan, m.n, bulan, &n);
		*out = month_keep(&m, keep, rows, n);
	}
	return ERR_OK;
}

/* ---- earlier months ---- */

void volume_join(IsiDesimal *sum, const char **text, const BarisFakta *fact)
{
	IsiDesimal value = {(Isi)fact->isi, {fact->m, (uint8_t)fact->skala}};
	Desimal both;
	if (value.isi == ISI_KOSONG && !*fact->teks)
		return;
	if (sum->isi != ISI_KOSONG && desimal_add(&both, sum->nilai, value.nilai))
		value = isi_desimal(both);
	*sum = value;
	*text = *fact->teks ? fact->teks : NULL;
}

/* By indicator, and its months in order. */
static int fact_order(const void *a, const void *b)
{
	const BarisFakta *x = a, *y = b;
	int order = cell_order(x, y);
	return order ? order : (x->bulan > y->bulan) - (x->bulan < y->bulan);
}

static bool same_cell(const BarisFakta *rows, size_t i)
{
	return i > 0 && cell_order(&rows[i - 1], &rows[i]) == 0;
}

static void earlier_join(VolumeLalu *v, const BarisFakta *fact)
{
	IsiDesimal alone = {0};
	volume_join(&v->jumlah, &v->teks_jumlah, fact);
	volume_join(&alone, &v->teks_terakhir, fact);
	if (alone.isi != ISI_KOSONG || *fact->teks)
		v->terakhir = alone;
}

static FaktaLalu *earlier_fold(Arena *arena, int64_t sampai, BarisFakta *rows, size_t n)
{
	FaktaLalu *f = ARENA_NEW(arena, FaktaLalu);
	size_t cells = 0;
	if (n)
		qsort(rows, n, sizeof *rows, fact_order);
	for (size_t i = 0; i < n; i++)
		cells += !same_cell(rows, i);
	VolumeLalu *volume = ARENA_ARRAY(arena, VolumeLalu, cells), *v = volume;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && !same_cell(rows, i))
			v++;
		if (!same_cell(rows, i))
			*v = (VolumeLalu){.kode = rows[i].kode, .indikator = rows[i].indikator};
		earlier_join(v, &rows[i]);
	}
	*f = (FaktaLalu){.sampai = sampai, .volume = volume, .n = cells};
	return f;
}

static const char *text_or_null(Arena *arena, const char *text)
{
	return text ? str_dup(arena, text) : NULL;
}

static const FaktaLalu *earlier_copy(Arena *arena, const FaktaLalu *from, int64_t sampai)
{
	FaktaLalu *f = ARENA_NEW(arena, FaktaLalu);
	VolumeLalu *volume = ARENA_ARRAY(arena, VolumeLalu, from->n);
	for (size_t i = 0; i < from->n; i++) {
		volume[i] = from->volume[i];
		volume[i].kode = text_copy(arena, from->volume[i].kode, i ? volume[i - 1].kode : NULL);
		volume[i].teks_jumlah = text_or_null(arena, from->volume[i].teks_jumlah);
		volume[i].teks_terakhir = text_or_null(arena, from->volume[i].teks_terakhir);
	}
	*f = (FaktaLalu){.sampai = sampai, .volume = volume, .n = from->n};
	return f;
}

static const FaktaLalu *earlier_keep(const Muat *m, bool keep, const FaktaLalu *from)
{
	if (!keep)
		return earlier_copy(m->k->arena, from, m->sampai);
	Arena *own = arena_new();
	return singgah_replace(m->k->singgah, m->key, own, earlier_copy(own, from, m->sampai), m->k->arena);
}

static Err earlier_read(const FaktaLalu **out, const Muat *m, bool keep)
{
	BarisFakta *rows;
	size_t n;
	Arena *scratch = arena_new();
	Err err = store_list_volume_before(m->k->store, scratch, m->k->pemda.pemda, m->opd, m->tahun, m->bulan, m->sampai, &rows, &n, m->info);
	if (!err)
		*out = earlier_keep(m, keep, earlier_fold(scratch, m->sampai, rows, n));
	arena_free(scratch);
	return err;
}

/* Did an earlier month change since? */
static bool earlier_changed(const Muat *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->susulan[i].bulan < m->bulan && m->susulan[i].indikator > 0)
			return true;
	return false;
}

Err fakta_lalu_load(const FaktaLalu **out, Konteks *k, const char *opd, int tahun, int bulan, int64_t sampai, ErrInfo *info)
{
	Muat m = {.k = k, .opd = opd, .tahun = tahun, .bulan = bulan, .sampai = sampai, .info = info};
	bool keep = may_keep(k);
	Err err = load_begin(&m, "lalu");
	const FaktaLalu *kept = !err && k->singgah ? singgah_take(k->singgah, m.key, k->arena) : NULL;
	if (!err && (!kept || !usable(&m, kept->sampai)))
		return earlier_read(out, &m, keep && (!kept || kept->sampai < m.sampai));
	if (!err)
		err = since(&m, kept->sampai);
	if (err)
		return err;
	if (earlier_changed(&m))
		return earlier_read(out, &m, keep);
	*out = m.n_lewat > SUSULAN_BARU && keep ? earlier_keep(&m, true, kept) : kept;
	return ERR_OK;
}
