#include "app/ramal_app.h"

#include "app/baca.h"

enum { TAHUN_LALU = 3, SERAPAN_CUKUP = 85, DIAM_LAMA = 3 };

const char *awas_name(Awas awas)
{
	switch (awas) {
	case AWAS_TAK_TERSERAP:
		return "tidak-terserap";
	case AWAS_LEWAT_PAGU:
		return "lewat-pagu";
	case AWAS_KELUARAN_PENUH:
		return "keluaran-penuh";
	case AWAS_DIAM:
		return "tanpa-kemajuan";
	}
	return NULL;
}

const char *cara_name(CaraRamal cara)
{
	static const char *const names[] = {[RAMAL_TANPA] = NULL, [RAMAL_KAS] = "kas", [RAMAL_LALU] = "tahun-lalu", [RAMAL_GARIS] = "garis"};
	return names[cara];
}

/* ---- gathering ---- */

typedef struct {
	Konteks *k;
	ErrInfo *info;
	const Bulan *b;                      /* the asked month */
	Ramal *out;
	const Bulan *kini[RAMAL_BULAN];      /* NULL: not seen */
	const Bulan *lalu[TAHUN_LALU][RAMAL_BULAN];
	int n_lalu;
	TahunRamal *kas;                     /* [n_simpul]; a NULL December: none */
} Kerja;

static uint32_t leaf_find(const Snapshot *s, const char *kode)
{
	for (uint32_t i = 0; i < s->n_simpul; i++)
		if (s->simpul[i].akhir == i + 1 && str_equal(s->simpul[i].kode_tertulis, kode))
			return i;
	return SIMPUL_NONE;
}

static Err months_load(Kerja *w)
{
	Err err = ERR_OK;
	w->kini[w->out->bulan - 1] = w->b;
	for (int m = 1; !err && m < w->out->bulan; m++) {
		Bulan *month;
		err = bulan_load(&month, w->k, w->b->opd.opd, w->out->tahun, m, 0, w->info);
		if (!err && !konteks_may(w->k, month->terkunci ? AKSI_BACA_TERBIT : AKSI_BACA, month->opd.opd, NULL))
			w->kini[m - 1] = month;
	}
	return err;
}

static Err years_load(Kerja *w)
{
	for (int y = 1; y <= TAHUN_LALU; y++) {
		bool plan = true;
		for (int m = 1; plan && m <= RAMAL_BULAN; m++) {
			Bulan *month;
			bool counts;
			Err err = baca_terlapor(&month, &counts, w->k, w->b->opd.opd, w->out->tahun - y, m, w->info);
			if (err)
				return err;
			plan = month != NULL;
			if (month && counts && !konteks_may(w->k, month->terkunci ? AKSI_BACA_TERBIT : AKSI_BACA, month->opd.opd, NULL))
				w->lalu[w->n_lalu][m - 1] = month;
		}
		w->n_lalu += plan;
	}
	w->out->n_tahun_lalu = w->n_lalu;
	return ERR_OK;
}

static Err cash_load(Kerja *w)
{
	BarisAnggaranKas *rows;
	size_t n;
	Arena *arena = w->k->arena;
	const Bulan *b = w->b;
	Err err = store_list_anggaran_kas(w->k->store, arena, w->k->pemda.pemda, b->opd.opd, b->tahun, b->rencana.versi, &rows, &n, w->info);
	if (err)
		return err;
	w->kas = ARENA_ARRAY(arena, TahunRamal, b->snapshot.n_simpul);
	for (size_t i = 0; i < n; i++) {
		uint32_t at = leaf_find(&b->snapshot, rows[i].kode);
		if (at == SIMPUL_NONE || rows[i].bulan < 1 || rows[i].bulan > RAMAL_BULAN)
			continue;
		TahunRamal *year = &w->kas[at];
		for (int m = 0; m < RAMAL_BULAN; m++) {
			const Pecahan *sum = year->nilai[m] ? year->nilai[m] : pecahan_int(arena, 0);
			year->nilai[m] = m >= rows[i].bulan - 1 ? pecahan_add(arena, sum, pecahan_rupiah(arena, (Rupiah){rows[i].sen})) : sum;
		}
	}
	return ERR_OK;
}

/* ---- one sub kegiatan ---- */

static const Pecahan *money_at(Arena *arena, const Bulan *b, const char *kode)
{
	uint32_t at = b ? leaf_find(&b->snapshot, kode) : SIMPUL_NONE;
	if (at == SIMPUL_NONE || b->snapshot.simpul[at].realisasi.isi == ISI_KOSONG)
		return NULL;
	return pecahan_rupiah(arena, b->snapshot.simpul[at].realisasi.nilai);
}

static const Pecahan *output_at(Arena *arena, const Bulan *b, const char *kode)
{
	uint32_t at = b ? leaf_find(&b->snapshot, kode) : SIMPUL_NONE;
	return at == SIMPUL_NONE ? NULL : rollup_exact(arena, &b->snapshot, b->kebijakan, at, ANGKA_KELUARAN);
}

typedef const Pecahan *(*FigureAt)(Arena *arena, const Bulan *b, const char *kode);

static HasilRamal forecast(const Kerja *w, const char *kode, FigureAt at, const TahunRamal *rencana, const Pecahan *batas)
{
	Arena *arena = w->k->arena;
	TahunRamal past[TAHUN_LALU] = {0};
	DeretRamal d = {.bulan = w->out->bulan, .rencana = rencana, .lalu = past, .n_lalu = (size_t)w->n_lalu, .batas = batas};
	for (int m = 0; m < RAMAL_BULAN; m++) {
		d.kini.nilai[m] = at(arena, w->kini[m], kode);
		for (int y = 0; y < w->n_lalu; y++)
			past[y].nilai[m] = at(arena, w->lalu[y][m], kode);
	}
	return ramal_run(arena, &d);
}

static IsiRupiah to_money(const Pecahan *value)
{
	Desimal rounded;
	Rupiah money;
	if (!value || !pecahan_round(&rounded, value, 2, BULAT_JAUH_NOL) || !desimal_to_rupiah(&money, rounded))
		return (IsiRupiah){0};
	return isi_rupiah(money);
}

static IsiDesimal to_percent(const Kerja *w, const Pecahan *value)
{
	Desimal rounded;
	if (!value || !pecahan_round(&rounded, value, w->out->desimal, w->b->kebijakan->pembulatan))
		return (IsiDesimal){0};
	return isi_desimal(rounded);
}

/* a / b x 100; NULL without a or a positive b. */
static const Pecahan *percent_of(Arena *arena, const Pecahan *a, const Pecahan *b)
{
	return a && b && pecahan_sign(b) > 0 ? pecahan_div(arena, pecahan_mul(arena, a, pecahan_int(arena, 100)), b) : NULL;
}

static const Pecahan *last_known(const Kerja *w, const HasilRamal *r, const char *kode, FigureAt at)
{
	return r->dari ? at(w->k->arena, w->kini[r->dari - 1], kode) : NULL;
}

typedef struct {
	const Pecahan *pagu, *uang, *serapan, *keluaran; /* NULL: none; uang and keluaran as last reported, serapan at the end of the year */
	bool mulai;                                      /* some of its anggaran kas, if it has one, is due */
	HasilRamal r;
} Nilai;

static unsigned warnings_of(const Kerja *w, const Nilai *v, int diam)
{
	Arena *arena = w->k->arena;
	const Pecahan *full = pecahan_int(arena, 100), *spent = percent_of(arena, v->uang, v->pagu);
	bool output_full = v->keluaran && pecahan_cmp(v->keluaran, full) >= 0;
	bool money_full = v->uang && v->pagu && pecahan_cmp(v->uang, v->pagu) >= 0;
	unsigned awas = 0;
	if (v->serapan && pecahan_cmp(v->serapan, pecahan_int(arena, SERAPAN_CUKUP)) < 0)
		awas |= AWAS_TAK_TERSERAP;
	if (v->r.lewat)
		awas |= AWAS_LEWAT_PAGU;
	if (output_full && spent && pecahan_cmp(spent, pecahan_desimal(arena, w->b->kebijakan->serapan_rendah)) < 0)
		awas |= AWAS_KELUARAN_PENUH;
	if (diam >= DIAM_LAMA && v->mulai && v->pagu && !(output_full && money_full))
		awas |= AWAS_DIAM;
	return awas;
}

static BarisRamal row_build(const Kerja *w, uint32_t at)
{
	Arena *arena = w->k->arena;
	const Simpul *node = &w->b->snapshot.simpul[at];
	const TahunRamal *kas = w->kas[at].nilai[RAMAL_BULAN - 1] && pecahan_sign(w->kas[at].nilai[RAMAL_BULAN - 1]) > 0 ? &w->kas[at] : NULL;
	Nilai v = {.pagu = node->pagu.isi == ISI_KOSONG ? NULL : pecahan_rupiah(arena, node->pagu.nilai)};
	v.r = forecast(w, node->kode_tertulis, money_at, kas, v.pagu);
	const HasilRamal out = forecast(w, node->kode_tertulis, output_at, NULL, pecahan_int(arena, 100));
	v.uang = last_known(w, &v.r, node->kode_tertulis, money_at);
	v.keluaran = last_known(w, &out, node->kode_tertulis, output_at);
	v.serapan = percent_of(arena, v.r.perkiraan, v.pagu);
	v.mulai = !kas || pecahan_sign(kas->nilai[w->out->bulan - 1]) > 0;
	BarisRamal row = {.kode = node->kode_tertulis, .nama = node->nama, .pagu = node->pagu, .cara = v.r.cara, .cara_keluaran = out.cara};
	row.realisasi = to_money(v.uang);
	row.perkiraan = to_money(v.r.perkiraan);
	row.rendah = to_money(v.r.rendah);
	row.tinggi = to_money(v.r.tinggi);
	row.serapan = to_percent(w, v.serapan);
	row.keluaran = to_percent(w, v.keluaran);
	row.keluaran_perkiraan = to_percent(w, out.perkiraan);
	row.keluaran_rendah = to_percent(w, out.rendah);
	row.keluaran_tinggi = to_percent(w, out.tinggi);
	row.diam = v.r.diam < out.diam ? v.r.diam : out.diam;
	row.awas = warnings_of(w, &v, row.diam);
	return row;
}

/* ---- the whole ---- */

/* A sum that outgrew 64 bits has no value; `fits` remembers it. */
static void sum_add(IsiRupiah *sum, IsiRupiah value, bool *fits)
{
	Rupiah total;
	if (value.isi == ISI_KOSONG)
		return;
	*fits = *fits && rupiah_add(&total, sum->nilai, value.nilai);
	*sum = *fits ? isi_rupiah(total) : (IsiRupiah){0};
}

static void total_fill(const Kerja *w)
{
	Ramal *out = w->out;
	BarisRamal *t = &out->total;
	bool fits[5] = {true, true, true, true, true};
	*t = (BarisRamal){.kode = "", .nama = out->nama};
	for (size_t i = 0; i < out->n; i++) {
		sum_add(&t->pagu, out->baris[i].pagu, &fits[0]);
		sum_add(&t->realisasi, out->baris[i].realisasi, &fits[1]);
		sum_add(&t->perkiraan, out->baris[i].perkiraan, &fits[2]);
		sum_add(&t->rendah, out->baris[i].rendah, &fits[3]);
		sum_add(&t->tinggi, out->baris[i].tinggi, &fits[4]);
		out->n_awas += out->baris[i].awas != 0;
	}
	if (t->perkiraan.isi != ISI_KOSONG && t->pagu.isi == ISI_ADA)
		t->serapan = to_percent(w, percent_of(w->k->arena, pecahan_rupiah(w->k->arena, t->perkiraan.nilai), pecahan_rupiah(w->k->arena, t->pagu.nilai)));
}

Err ramal_agency(Ramal **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	Bulan *b;
	Err err = bulan_read(&b, k, opd, tahun, bulan, 0, info);
	if (!err)
		err = konteks_may(k, AKSI_REKAP, b->opd.opd, info);
	if (err)
		return err;
	Ramal *r = ARENA_NEW(k->arena, Ramal);
	*r = (Ramal){.opd = b->opd.opd, .nama = b->opd.nama, .tahun = tahun, .bulan = bulan, .desimal = b->kebijakan->desimal};
	Kerja w = {.k = k, .info = info, .b = b, .out = r};
	err = months_load(&w);
	if (!err)
		err = years_load(&w);
	if (!err)
		err = cash_load(&w);
	if (err)
		return err;
	r->baris = ARENA_ARRAY(k->arena, BarisRamal, b->snapshot.n_simpul);
	for (uint32_t i = 0; i < b->snapshot.n_simpul; i++)
		if (b->snapshot.simpul[i].akhir == i + 1)
			r->baris[r->n++] = row_build(&w, i);
	total_fill(&w);
	*out = r;
	return ERR_OK;
}
