#include "app/baca.h"

#include "app/app_inti.h"
#include "app/kalender.h"
#include "app/kas.h"
#include "report/output.h"

static bool handed_in(const Bulan *b)
{
	return b->keadaan == KEADAAN_DIAJUKAN || b->keadaan == KEADAAN_DIVERIFIKASI || b->keadaan == KEADAAN_DISAHKAN;
}

Err baca_terlapor(Bulan **out, bool *terlapor, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	BarisRencana *plans;
	size_t n;
	*out = NULL;
	*terlapor = false;
	Err err = store_list_rencana(k->store, k->arena, k->pemda.pemda, opd, tahun, k->sampai, &plans, &n, info);
	if (err || n == 0)
		return err;
	err = bulan_load(out, k, opd, tahun, bulan, 0, info);
	if (err)
		return err;
	*terlapor = handed_in(*out);
	if (*terlapor || (*out)->revisi == 1)
		return ERR_OK;
	Bulan *before;
	err = bulan_load(&before, k, opd, tahun, bulan, (*out)->revisi - 1, info);
	if (!err && before->terkunci) {
		*out = before;
		*terlapor = true;
	}
	return err;
}

/* The exact keluaran of an agency as an operand: of a locked month it never changes, and stays in memory between requests. */
typedef struct { const Pecahan *nilai; } KeluaranEksak;

static SukuGabung term_of(Konteks *k, const Bulan *b, bool terlapor)
{
	if (!b || !terlapor || !b->terkunci || !k->singgah)
		return gabung_suku(k->arena, b ? b->hasil : NULL, terlapor);
	const char *key = str_format(k->arena, "keluaran %s %s %d %d %lld", k->pemda.pemda, b->opd.opd, b->tahun, b->bulan, (long long)b->sampai);
	const KeluaranEksak *kept = singgah_take(k->singgah, key, k->arena);
	if (!kept) {
		Arena *own = arena_new();
		KeluaranEksak *made = ARENA_NEW(own, KeluaranEksak);
		made->nilai = pecahan_copy(own, gabung_suku(k->arena, b->hasil, true).keluaran);
		kept = singgah_put(k->singgah, key, own, made, k->arena);
	}
	return (SukuGabung){b->hasil, true, kept->nilai};
}

static const char *asked_moment(Konteks *k)
{
	return k->sampai != STORE_KINI ? waktu_print_iso(k->arena, k->per, k->pemda.zona) : NULL;
}

/* ---- rekap ---- */

typedef struct {
	Konteks *k;
	Rekap *r;
	const BarisOpd **opd;      /* [r->n_baris] */
	SukuGabung *suku;          /* [r->n_baris] */
	ErrInfo *info;
} KerjaRekap;

static Err row_load(KerjaRekap *w, BarisRekap *row, SukuGabung *suku, const Kepatuhan *late)
{
	Bulan *b;
	Err err = baca_terlapor(&b, &row->terlapor, w->k, late->opd.opd, w->r->tahun, w->r->bulan, w->info);
	if (err)
		return err;
	row->opd = late->opd.opd;
	row->nama = late->opd.nama;
	row->keadaan = b && b->keadaan == KEADAAN_KOSONG ? keadaan_name(KEADAAN_KOSONG) : late->keadaan;
	row->revisi = b ? b->revisi : 1;
	row->terlambat = late->hari;
	row->hasil = b ? b->hasil : NULL;
	*suku = term_of(w->k, b, row->terlapor);
	return ERR_OK;
}

static void ranks_fill(KerjaRekap *w)
{
	Rekap *r = w->r;
	IsiDesimal *value = ARENA_ARRAY(w->k->arena, IsiDesimal, r->n_baris);
	uint32_t *rank = ARENA_ARRAY(w->k->arena, uint32_t, r->n_baris);
	for (uint32_t i = 0; i < r->n_baris; i++)
		if (r->baris[i].terlapor)
			value[i] = r->baris[i].hasil->total.rata_rata;
	gabung_rank(value, r->n_baris, rank);
	for (uint32_t i = 0; i < r->n_baris; i++)
		r->baris[i].peringkat = rank[i];
}

/* Every bidang urusan that an agency has a program in, by code. */
static const char **bidang_list(KerjaRekap *w, size_t *n)
{
	const char **list = NULL;
	size_t cap = 0;
	*n = 0;
	for (uint32_t i = 0; i < w->r->n_baris; i++) {
		const Snapshot *s = w->r->baris[i].hasil ? w->r->baris[i].hasil->snapshot : NULL;
		for (uint32_t j = 0; s && j < s->n_simpul; j = s->simpul[j].akhir)
			*ARENA_PUSH(w->k->arena, list, *n, cap) = gabung_bidang(w->k->arena, &s->simpul[j], w->opd[i]->kode_bidang);
	}
	*n = str_unique(list, *n);
	return list;
}

/* As an agency of that bidang has it in its head. */
static const char *bidang_name(const KerjaRekap *w, const char *kode)
{
	for (uint32_t i = 0; i < w->r->n_baris; i++)
		if (str_equal(w->opd[i]->kode_bidang, kode))
			return w->opd[i]->nama_bidang;
	return "";
}

static void bidang_fill(KerjaRekap *w)
{
	Rekap *r = w->r;
	Arena *arena = w->k->arena;
	size_t n;
	const char **list = bidang_list(w, &n);
	SukuGabung *terms = ARENA_ARRAY(arena, SukuGabung, r->n_baris);
	r->bidang = ARENA_ARRAY(arena, BidangRekap, n);
	for (size_t i = 0; i < n; i++) {
		size_t m = 0;
		for (uint32_t j = 0; j < r->n_baris; j++) {
			const Hasil *part = r->baris[j].hasil ? gabung_bagian(arena, r->baris[j].hasil, list[i], w->opd[j]->kode_bidang) : NULL;
			if (part)
				terms[m++] = part == r->baris[j].hasil ? w->suku[j] : gabung_suku(arena, part, r->baris[j].terlapor);
		}
		r->bidang[r->n_bidang++] = (BidangRekap){list[i], bidang_name(w, list[i]), gabung_run(arena, r->kebijakan, terms, m)};
	}
}

Err baca_rekap(const Rekap **out, Konteks *k, int tahun, int bulan, ErrInfo *info)
{
	Kepatuhan *late;
	size_t n;
	Rekap *r = ARENA_NEW(k->arena, Rekap);
	*r = (Rekap){.pemda = k->pemda.pemda, .nama_pemda = k->pemda.nama, .tahun = tahun, .bulan = bulan, .per = asked_moment(k),
	             .keadaan_per = waktu_print_id(k->arena, k->per, k->pemda.zona)};
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = kalender_kepatuhan(k, tahun, bulan, &r->tenggat, &late, &n, info);
	if (!err)
		err = app_policy_of_year(&r->kebijakan, k, tahun, info);
	if (err)
		return err;
	r->baris = ARENA_ARRAY(k->arena, BarisRekap, n);
	r->n_baris = (uint32_t)n;
	KerjaRekap w = {k, r, ARENA_ARRAY(k->arena, const BarisOpd *, n), ARENA_ARRAY(k->arena, SukuGabung, n), info};
	for (size_t i = 0; i < n; i++) {
		w.opd[i] = &late[i].opd;
		err = row_load(&w, &r->baris[i], &w.suku[i], &late[i]);
		if (err)
			return err;
	}
	ranks_fill(&w);
	bidang_fill(&w);
	r->total = gabung_run(k->arena, r->kebijakan, w.suku, n);
	*out = r;
	return ERR_OK;
}

/* ---- RFK of an agency ---- */

static Deviasi deviation_of(Konteks *k, const Kebijakan *kebijakan, IsiRupiah pagu, IsiRupiah rencana, const Capaian *c)
{
	const SukuDeviasi term = {pagu, rencana, c->realisasi};
	Deviasi d = deviasi_run(k->arena, kebijakan, &term, 1);
	d.keluaran = c->keluaran;
	return d;
}

static void agency_rows(Konteks *k, Rfk *r, const Bulan *b, const RencanaKas *kas)
{
	const Snapshot *s = &b->snapshot;
	r->n_baris = s->n_simpul;
	r->baris = ARENA_ARRAY(k->arena, BarisRfk, s->n_simpul);
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *node = &s->simpul[i];
		const Capaian *c = &b->hasil->simpul[i];
		r->baris[i] = (BarisRfk){node->tingkat, node->kode_tertulis, node->nomor, node->nama, c->pagu,
		                         deviation_of(k, r->kebijakan, c->pagu, kas_sum(kas, s, i, r->bulan - 1), c)};
	}
}

/* Figures of one earlier month; a month that the user may not see has only its plan. */
static Err month_fill(Konteks *k, Rfk *r, const Bulan *asked, const RencanaKas *kas, int bulan, ErrInfo *info)
{
	BulanRfk *m = &r->bulanan[bulan - 1];
	const Bulan *b = asked;
	if (bulan < r->bulan) {
		Bulan *earlier;
		Err err = bulan_load(&earlier, k, asked->opd.opd, r->tahun, bulan, 0, info);
		if (err)
			return err;
		b = earlier;
	}
	static const Capaian nothing;
	m->lewat = bulan > r->bulan;
	bool seen = !m->lewat && !konteks_may(k, b->terkunci ? AKSI_BACA_TERBIT : AKSI_BACA, b->opd.opd, NULL);
	const Capaian *c = seen ? &b->hasil->total : &nothing;
	m->angka = deviation_of(k, r->kebijakan, r->pagu, kas_sum(kas, &asked->snapshot, SIMPUL_TOTAL, bulan - 1), c);
	m->seluruh = !m->lewat;
	m->terlapor = c->realisasi.isi != ISI_KOSONG;
	return ERR_OK;
}

static Err agency_fill(Konteks *k, Rfk *r, const char *opd, ErrInfo *info)
{
	Bulan *b;
	RencanaKas kas;
	Err err = bulan_read(&b, k, opd, r->tahun, r->bulan, 0, info);
	if (!err)
		err = kas_load(&kas, k, b, info);
	if (err)
		return err;
	r->opd = b->opd.opd;
	r->nama_opd = b->opd.nama;
	r->keadaan = keadaan_name(b->keadaan);
	r->revisi = b->revisi;
	r->kebijakan = b->kebijakan;
	r->ada_kas = kas.ada;
	r->pagu = b->hasil->total.pagu;
	AsalForm *asal = ARENA_NEW(k->arena, AsalForm); /* no anchor: other months of the table may still change */
	*asal = (AsalForm){.pemda = k->pemda.pemda, .revisi = b->revisi, .keadaan = r->keadaan, .per = r->per,
	                   .per_teks = r->per ? waktu_print_id(k->arena, k->per, k->pemda.zona) : NULL};
	r->asal = asal;
	agency_rows(k, r, b, &kas);
	for (int m = 1; !err && m <= KURVA_BULAN; m++)
		err = month_fill(k, r, b, &kas, m, info);
	r->total = r->bulanan[r->bulan - 1].angka;
	return err;
}

/* ---- RFK of the region ---- */

typedef struct {
	Konteks *k;
	Rfk *r;
	size_t n;                  /* agencies with a plan */
	SukuDeviasi *suku[KURVA_BULAN]; /* [n] */
	SukuGabung *keluaran[KURVA_BULAN];
} KerjaDaerah;

/* The months of one agency, as the next term of every month. */
static Err agency_months(KerjaDaerah *w, const BarisOpd *opd, ErrInfo *info)
{
	Konteks *k = w->k;
	Rfk *r = w->r;
	Bulan *asked;
	RencanaKas kas;
	bool counts;
	Err err = baca_terlapor(&asked, &counts, k, opd->opd, r->tahun, r->bulan, info);
	if (err || !asked)
		return err;
	err = kas_load(&kas, k, asked, info);
	size_t at = w->n++;
	r->ada_kas |= kas.ada;
	r->n_opd++;
	r->n_opd_kas += kas.ada;
	for (int m = 0; !err && m < KURVA_BULAN; m++) {
		Bulan *b = asked;
		bool reported = counts && m + 1 == r->bulan;
		if (m + 1 < r->bulan)
			err = baca_terlapor(&b, &reported, k, opd->opd, r->tahun, m + 1, info);
		if (err)
			return err;
		IsiRupiah spent = reported ? b->hasil->total.realisasi : (IsiRupiah){0};
		w->suku[m][at] = (SukuDeviasi){asked->hasil->total.pagu, kas_sum(&kas, &asked->snapshot, SIMPUL_TOTAL, m), spent};
		w->keluaran[m][at] = term_of(k, b, reported);
	}
	BarisRfk *row = &r->baris[r->n_baris++];
	static const Capaian nothing;
	*row = (BarisRfk){TINGKAT_OPD, opd->opd, "", opd->nama, asked->hasil->total.pagu,
	                  deviation_of(k, r->kebijakan, asked->hasil->total.pagu, w->suku[r->bulan - 1][at].rencana, counts ? &asked->hasil->total : &nothing)};
	return err;
}

static Err region_fill(Konteks *k, Rfk *r, ErrInfo *info)
{
	Kepatuhan *late;
	Tanggal due;
	size_t n;
	Err err = konteks_may(k, AKSI_REKAP, "", info);
	if (!err)
		err = kalender_kepatuhan(k, r->tahun, r->bulan, &due, &late, &n, info);
	if (!err)
		err = app_policy_of_year(&r->kebijakan, k, r->tahun, info);
	if (err)
		return err;
	KerjaDaerah w = {.k = k, .r = r};
	r->baris = ARENA_ARRAY(k->arena, BarisRfk, n);
	for (int m = 0; m < KURVA_BULAN; m++) {
		w.suku[m] = ARENA_ARRAY(k->arena, SukuDeviasi, n);
		w.keluaran[m] = ARENA_ARRAY(k->arena, SukuGabung, n);
	}
	for (size_t i = 0; !err && i < n; i++)
		err = agency_months(&w, &late[i].opd, info);
	for (int m = 0; !err && m < KURVA_BULAN; m++) {
		const Gabungan merged = gabung_run(k->arena, r->kebijakan, w.keluaran[m], w.n);
		BulanRfk *b = &r->bulanan[m];
		*b = (BulanRfk){deviasi_run(k->arena, r->kebijakan, w.suku[m], w.n), m + 1 > r->bulan, merged.terlapor, (uint32_t)w.n};
		b->angka.keluaran = merged.keluaran;
		if (m + 1 == r->bulan)
			r->pagu = merged.pagu;
	}
	r->total = r->bulanan[r->bulan - 1].angka;
	return err;
}

Err baca_rfk(const Rfk **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info)
{
	Rfk *r = ARENA_NEW(k->arena, Rfk);
	*r = (Rfk){.pemda = k->pemda.pemda, .nama_pemda = k->pemda.nama, .tahun = tahun, .bulan = bulan, .per = asked_moment(k)};
	*out = r;
	return *opd ? agency_fill(k, r, opd, info) : region_fill(k, r, info);
}

/* ---- into files, or onto the terminal ---- */

static Err tables_write(Konteks *k, const TabelUmum *tabel, const AppKeluaran *to, StrBuf *out, ErrInfo *info)
{
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < to->n; i++) {
		Keluaran bytes;
		err = umum_by_name(to->berkas[i])(&bytes, k->arena, tabel, app_paper(to->ukuran), k->bahasa, info);
		if (!err)
			err = output_write(to->berkas[i], bytes.bytes, bytes.n, false, k->bahasa, k->arena, info);
	}
	if (!err && to->n == 0 && to->json)
		strbuf_add(out, tabel->json);
	else if (!err && to->n == 0)
		umum_text(out, tabel, to->lebar);
	return err;
}

Err app_rekap(Konteks *k, int tahun, int bulan, const AppKeluaran *to, StrBuf *out, ErrInfo *info)
{
	const Rekap *rekap;
	Err err = app_outputs_known(k->arena, to->berkas, to->n, k->bahasa, info);
	if (!err)
		err = baca_rekap(&rekap, k, tahun, bulan, info);
	return err ? err : tables_write(k, form_rekap_build(k->arena, rekap), to, out, info);
}

Err app_rfk(Konteks *k, const char *opd, int tahun, int bulan, const AppKeluaran *to, StrBuf *out, ErrInfo *info)
{
	const Rfk *rfk;
	Err err = app_outputs_known(k->arena, to->berkas, to->n, k->bahasa, info);
	if (!err)
		err = baca_rfk(&rfk, k, opd, tahun, bulan, info);
	return err ? err : tables_write(k, form_rfk_build(k->arena, rfk), to, out, info);
}
