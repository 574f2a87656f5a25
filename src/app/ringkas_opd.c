#include "app/baca.h"
#include "app/ringkas_inti.h"
#include "app/siklus.h"

enum { BULAN_SETAHUN = 12, PENUH = 100 };

/* ---- keeping: values of another arena ---- */

static const Pecahan *fraction_keep(Arena *arena, const Pecahan *x)
{
	return x ? pecahan_add(arena, x, pecahan_int(arena, 0)) : NULL;
}

static AngkaRingkas figures_keep(Arena *arena, const AngkaRingkas *from)
{
	AngkaRingkas to = *from;
	to.keluaran = fraction_keep(arena, from->keluaran);
	to.bagian = ARENA_ARRAY(arena, BagianRingkas, from->n_bagian);
	for (uint32_t i = 0; i < from->n_bagian; i++)
		to.bagian[i] = (BagianRingkas){str_dup(arena, from->bagian[i].kode), from->bagian[i].angka, fraction_keep(arena, from->bagian[i].keluaran)};
	return to;
}

static Lemah weak_keep(Arena *arena, const Lemah *from)
{
	Lemah to = *from;
	to.kode = str_dup(arena, from->kode);
	to.nomor = str_dup(arena, from->nomor);
	to.nama = str_dup(arena, from->nama);
	to.alasan = str_dup(arena, from->alasan);
	return to;
}

static RingkasBulan month_keep(Arena *arena, const RingkasBulan *from)
{
	RingkasBulan to = *from;
	to.lapor = figures_keep(arena, &from->lapor);
	to.terbit = figures_keep(arena, &from->terbit);
	to.aksi = str_dup(arena, from->aksi);
	to.oleh = str_dup(arena, from->oleh);
	to.alasan = str_dup(arena, from->alasan);
	to.narasi = str_dup(arena, from->narasi);
	to.lemah = ARENA_ARRAY(arena, Lemah, from->n_lemah);
	for (uint32_t i = 0; i < from->n_lemah; i++)
		to.lemah[i] = weak_keep(arena, &from->lemah[i]);
	return to;
}

static BarisOpd agency_keep(Arena *arena, const BarisOpd *from)
{
	BarisOpd to = *from;
	const char **texts[] = {&to.pemda, &to.opd, &to.nama, &to.kode_bidang, &to.nama_bidang, &to.tempat, &to.kepala_jabatan, &to.kepala_nama, &to.kepala_pangkat, &to.kepala_nip};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i] = str_dup(arena, *texts[i]);
	return to;
}

/* ---- one month ---- */

/* The parts by bidang; all in one bidang: a single part that is the whole. */
static void parts_fill(Arena *arena, AngkaRingkas *to, const Bulan *b)
{
	const Snapshot *s = &b->snapshot;
	size_t cap = 0, n = 0;
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir) {
		const char *bidang = gabung_bidang(arena, &s->simpul[i], b->opd.kode_bidang);
		bool known = false;
		for (size_t j = 0; j < n; j++)
			known |= str_equal(to->bagian[j].kode, bidang);
		if (known)
			continue;
		const Hasil *part = gabung_bagian(arena, b->hasil, bidang, b->opd.kode_bidang);
		const Pecahan *exact = part == b->hasil ? to->keluaran : rollup_exact(arena, part->snapshot, part->kebijakan, SIMPUL_TOTAL, ANGKA_KELUARAN);
		*ARENA_PUSH(arena, to->bagian, n, cap) = (BagianRingkas){bidang, part->total, exact};
	}
	to->n_bagian = (uint32_t)n;
}

static AngkaRingkas figures_of(Arena *arena, const Bulan *b)
{
	AngkaRingkas a = {.ada = true, .revisi = b->revisi, .angka = b->hasil->total};
	a.keluaran = rollup_exact(arena, &b->snapshot, b->kebijakan, SIMPUL_TOTAL, ANGKA_KELUARAN);
	parts_fill(arena, &a, b);
	return a;
}

/* A month that does not count has its pagu only. */
static AngkaRingkas plan_of(Arena *arena, const Bulan *b)
{
	AngkaRingkas a = {.angka = {.pagu = b->hasil->total.pagu, .predikat = -1}};
	parts_fill(arena, &a, b);
	for (uint32_t i = 0; i < a.n_bagian; i++)
		a.bagian[i] = (BagianRingkas){a.bagian[i].kode, {.pagu = a.bagian[i].angka.pagu, .predikat = -1}, NULL};
	return a;
}

/* What the agency wrote about a node or, where it wrote nothing, about what the node belongs to. */
static const char *reason_of(const Bulan *b, uint32_t simpul)
{
	for (uint32_t at = simpul; at != SIMPUL_NONE; at = b->snapshot.simpul[at].induk)
		for (size_t i = 0; i < b->n_fakta; i++)
			if (str_equal(b->fakta[i].jenis, "permasalahan") && str_equal(b->fakta[i].kode, b->snapshot.simpul[at].kode_tertulis) && !str_blank(b->fakta[i].teks))
				return b->fakta[i].teks;
	return "";
}

/* Below a bound for the year's end, in proportion to the month. */
static bool lags(IsiDesimal value, Desimal bound, int bulan)
{
	Int128 scaled = (Int128)bound.m * bulan, own = (Int128)value.nilai.m * BULAN_SETAHUN;
	for (uint8_t s = bound.scale; s < value.nilai.scale; s++)
		scaled *= 10;
	for (uint8_t s = value.nilai.scale; s < bound.scale; s++)
		own *= 10;
	return value.isi != ISI_KOSONG && own < scaled;
}

static bool weak_kind(const Bulan *b, const Capaian *c, JenisLemah *jenis)
{
	const Kebijakan *p = b->kebijakan;
	bool full = c->keluaran.isi == ISI_ADA && desimal_cmp(c->keluaran.nilai, (Desimal){PENUH, 0}) >= 0;
	bool poor = c->keuangan.isi != ISI_KOSONG && desimal_cmp(c->keuangan.nilai, p->serapan_rendah) < 0;
	*jenis = full ? LEMAH_KELUARAN_PENUH : LEMAH_KELUARAN;
	return full ? poor : lags(c->keluaran, p->lambat_keluaran, b->bulan);
}

static int64_t rest_of(const Lemah *w)
{
	return w->sisa.isi == ISI_KOSONG ? 0 : w->sisa.nilai.sen;
}

static int by_weakness(const void *a, const void *b)
{
	const Lemah *x = a, *y = b;
	if (x->jenis != y->jenis)
		return x->jenis == LEMAH_KELUARAN ? -1 : 1;
	int lower = x->jenis == LEMAH_KELUARAN ? desimal_cmp(x->keluaran.nilai, y->keluaran.nilai) : 0;
	if (lower)
		return lower;
	return rest_of(x) != rest_of(y) ? (rest_of(x) > rest_of(y) ? -1 : 1) : strcmp(x->kode, y->kode);
}

static void weak_fill(Arena *arena, RingkasBulan *to, const Bulan *b)
{
	const Snapshot *s = &b->snapshot;
	Lemah *list = NULL;
	size_t n = 0, cap = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Capaian *c = &b->hasil->simpul[i];
		JenisLemah jenis;
		if (s->simpul[i].akhir != i + 1 || !weak_kind(b, c, &jenis))
			continue;
		Lemah *w = ARENA_PUSH(arena, list, n, cap);
		*w = (Lemah){jenis, s->simpul[i].kode_tertulis, s->simpul[i].nomor, s->simpul[i].nama, c->keuangan, c->keluaran, {0}, reason_of(b, i)};
		Rupiah rest;
		if (c->pagu.isi != ISI_KOSONG && c->realisasi.isi != ISI_KOSONG && rupiah_sub(&rest, c->pagu.nilai, c->realisasi.nilai))
			w->sisa = isi_rupiah(rest);
	}
	if (n)
		qsort(list, n, sizeof *list, by_weakness);
	to->lemah = list;
	to->n_lemah = (uint32_t)(n < LEMAH_MAX ? n : LEMAH_MAX);
}

static const char *general_reason(const Bulan *b)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (str_equal(b->fakta[i].jenis, "permasalahan") && !*b->fakta[i].kode)
			return b->fakta[i].teks;
	return "";
}

/* The last step: when, who, why; and the first submission. */
static Err steps_fill(RingkasBulan *to, Konteks *k, const BarisKeadaan *steps, size_t n, ErrInfo *info)
{
	for (size_t i = 0; i < n; i++) {
		bool first = !to->masuk && str_equal(steps[i].aksi, "ajukan"), last = i + 1 == n;
		BarisJejak *entry;
		size_t found;
		if (!first && !last)
			continue;
		Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, steps[i].id, steps[i].id, &entry, &found, info);
		if (err || !found)
			return err;
		if (first) {
			to->masuk = true;
			to->tanggal_masuk = waktu_date(entry->waktu, k->pemda.zona);
		}
		if (last) {
			to->aksi = steps[i].aksi;
			to->waktu = entry->waktu;
			to->oleh = entry->oleh;
			to->alasan = steps[i].alasan;
		}
	}
	return ERR_OK;
}

/* The newest locked revision: the one that counts, or one before it. */
static Err published_fill(RingkasBulan *to, Konteks *k, const Bulan *counts, const BarisOpd *opd, int tahun, int bulan, ErrInfo *info)
{
	if (!counts)
		return ERR_OK;
	if (counts->terkunci) {
		to->terbit = to->lapor;
		to->tanggal_sah = counts->snapshot.tanda_tangan.tanggal;
		return ERR_OK;
	}
	Err err = ERR_OK;
	for (int revisi = counts->revisi - 1; !err && revisi >= 1 && !to->terbit.ada; revisi--) {
		Bulan *before;
		err = bulan_load(&before, k, opd->opd, tahun, bulan, revisi, info);
		if (err || !before->terkunci)
			continue;
		to->terbit = figures_of(k->arena, before);
		to->tanggal_sah = before->snapshot.tanda_tangan.tanggal;
	}
	return err;
}

static Err cash_fill(RingkasBulan *to, Konteks *k, const Bulan *b, ErrInfo *info)
{
	RencanaKas kas;
	Err err = kas_load(&kas, k, b, info);
	for (int m = 0; !err && m < KAS_BULAN; m++)
		to->kas[m] = kas_sum(&kas, &b->snapshot, SIMPUL_TOTAL, m);
	return err;
}

/* What the checks say of a month that waits to be verified. */
static Err findings_count(RingkasBulan *to, Konteks *k, const Bulan *b, ErrInfo *info)
{
	PeriksaBulan *p;
	if (b->keadaan != KEADAAN_DIAJUKAN)
		return ERR_OK;
	Err err = siklus_check(&p, k, b, info);
	if (!err)
		to->n_temuan = (uint32_t)(temuan_count(p->daftar, LEVEL_ERROR) + temuan_count(p->daftar, LEVEL_WARNING));
	return err;
}

/* Neither plan nor entry: nothing is known. */
#define TANPA_RENCANA {.status = {.revisi = 1}, .aksi = "", .oleh = "", .alasan = "", .narasi = ""}

static Err month_load(RingkasBulan *to, Konteks *k, const BarisOpd *opd, int tahun, int bulan, ErrInfo *info)
{
	Bulan *newest, *counts;
	bool reported;
	*to = (RingkasBulan)TANPA_RENCANA;
	Err err = baca_terlapor(&counts, &reported, k, opd->opd, tahun, bulan, info);
	if (err || !counts)
		return err;
	to->ada_rencana = true;
	newest = counts;
	if (counts->n_langkah && counts->revisi != counts->langkah[counts->n_langkah - 1].revisi)
		err = bulan_load(&newest, k, opd->opd, tahun, bulan, 0, info);
	if (err)
		return err;
	to->status = (StatusBulan){newest->keadaan, newest->terkunci, newest->revisi};
	err = steps_fill(to, k, newest->langkah, newest->n_langkah, info);
	if (!err)
		err = findings_count(to, k, newest, info);
	if (!err)
		err = cash_fill(to, k, counts, info);
	if (err)
		return err;
	SukuDeviasi term = {counts->hasil->total.pagu, to->kas[bulan - 1], {0}};
	if (reported) {
		to->lapor = figures_of(k->arena, counts);
		term.realisasi = counts->hasil->total.realisasi;
		weak_fill(k->arena, to, counts);
		to->narasi = general_reason(counts);
	} else {
		to->lapor = plan_of(k->arena, counts);
	}
	to->deviasi = deviasi_run(k->arena, counts->kebijakan, &term, 1);
	return published_fill(to, k, counts, opd, tahun, bulan, info);
}

/* A message outlives the memory it was made in. */
static Err failure_keep(Arena *arena, Err err, const ErrInfo *own, ErrInfo *info)
{
	return err_set(info, err, own->message ? str_dup(arena, own->message) : NULL, own->hint ? str_dup(arena, own->hint) : NULL);
}

Err ringkas_agency(RingkasOpd *out, Arena *arena, Konteks *k, const BarisOpd *opd, int tahun, const RingkasOpd *before, unsigned kept, ErrInfo *info)
{
	ErrInfo own = {0};
	BarisRencana *plans;
	size_t n_plans;
	out->opd = agency_keep(arena, opd);
	Err err = store_list_rencana(k->store, k->arena, k->pemda.pemda, opd->opd, tahun, k->sampai, &plans, &n_plans, info);
	for (int m = 0; !err && n_plans == 0 && m < BULAN_SETAHUN; m++)
		out->bulan[m] = (RingkasBulan)TANPA_RENCANA;
	if (err || n_plans == 0)
		return err;
	for (int m = 0; !err && m < BULAN_SETAHUN; m++) {
		if (before && (kept & 1U << m)) {
			out->bulan[m] = month_keep(arena, &before->bulan[m]);
			continue;
		}
		Konteks inner = *k;
		RingkasBulan month;
		inner.arena = arena_new();
		inner.masuk = false; /* what is kept is the same for all; what of it a user sees is decided by who takes it from the shelf */
		err = month_load(&month, &inner, opd, tahun, m + 1, &own);
		if (!err)
			out->bulan[m] = month_keep(arena, &month);
		else
			failure_keep(k->arena, err, &own, info);
		arena_free(inner.arena);
	}
	return err;
}
