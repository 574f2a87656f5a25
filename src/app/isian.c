#include "app/isian.h"

#include "app/siklus.h"

/* One save on its way. */
typedef struct {
	Konteks *k;
	const Isian *isian;
	IsianHasil *out;
	ErrInfo *info;
	Bulan *bulan;
	const char *kode;         /* normalised; "" for the whole report */
	const Indikator *indikator; /* NULL for money and narrative */
	bool kumulatif;           /* a fall needs a reason */
	BarisFakta *sebelum;      /* newest fact of the cell; NULL */
} Simpan;

static Err refuse(const Simpan *s, const char *message, const char *hint)
{
	return err_set(s->info, ERR_USAGE, message, hint);
}

/* ---- the cell ---- */

static bool leaf(const Snapshot *snapshot, uint32_t simpul)
{
	return snapshot->simpul[simpul].akhir == simpul + 1;
}

static Err indicator_choose(Simpan *s, uint32_t simpul)
{
	Konteks *k = s->k;
	const Simpul *node = &s->bulan->snapshot.simpul[simpul];
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++) {
		if (s->bulan->baris_indikator[i]->indikator != s->isian->indikator)
			continue;
		s->indikator = &s->bulan->snapshot.indikator[i];
		s->kumulatif = str_equal(bulan_behaviour(s->bulan, i), "kumulatif");
		if (s->indikator->gema)
			return refuse(s, str_format(k->arena, teks(k->bahasa, "indicator %lld of %s only repeats the computed percentage; it takes no entry"),
			                            (long long)s->isian->indikator, s->kode),
			              NULL);
		return ERR_OK;
	}
	StrBuf known = {.arena = k->arena};
	for (uint32_t i = node->indikator_awal; i < node->indikator_awal + node->n_indikator; i++)
		strbuf_addf(&known, "%s%lld %s", known.len ? "; " : "", (long long)s->bulan->baris_indikator[i]->indikator, s->bulan->snapshot.indikator[i].nama);
	return refuse(s, str_format(k->arena, teks(k->bahasa, "%s has no indicator number %lld"), s->kode, (long long)s->isian->indikator),
	              known.len ? str_format(k->arena, teks(k->bahasa, "it has: %s"), strbuf_text(&known)) : NULL);
}

static Err cell_choose(Simpan *s)
{
	Konteks *k = s->k;
	JenisIsian jenis = s->isian->jenis;
	const Snapshot *snapshot = &s->bulan->snapshot;
	s->kode = "";
	if (!*s->isian->kode && jenis != ISIAN_UANG && jenis != ISIAN_VOLUME)
		return ERR_OK;
	uint32_t simpul = snapshot_lookup(snapshot, s->isian->kode);
	if (simpul >= snapshot->n_simpul)
		return refuse(s, str_format(k->arena, teks(k->bahasa, "the plan has no program, kegiatan or sub kegiatan '%s'"), s->isian->kode),
		              str_format(k->arena, teks(k->bahasa, "plan version %lld is in force: %s"), (long long)s->bulan->rencana.versi, s->bulan->rencana.nomor));
	s->kode = snapshot->simpul[simpul].kode_tertulis;
	if (jenis == ISIAN_VOLUME)
		return indicator_choose(s, simpul);
	s->kumulatif = jenis == ISIAN_UANG;
	if (jenis == ISIAN_UANG && !leaf(snapshot, simpul))
		return refuse(s, str_format(k->arena, teks(k->bahasa, "%s has parts of its own: its money is their sum"), s->kode),
		              teks(k->bahasa, "enter the money of each sub kegiatan; --indikator N means a volume"));
	return ERR_OK;
}

/* 0 for what is no volume, whatever the request says. */
static int64_t indicator_number(const Isian *isian)
{
	return isian->jenis == ISIAN_VOLUME ? isian->indikator : 0;
}

static Err newest(Simpan *s, int bulan, BarisFakta **out)
{
	bool found;
	BarisFakta *row = ARENA_NEW(s->k->arena, BarisFakta);
	Err err = store_get_fakta(s->k->store, s->k->arena, s->k->pemda.pemda, s->bulan->opd.opd, s->bulan->tahun, bulan, s->kode, indicator_number(s->isian),
	                          isian_jenis_name(s->isian->jenis), row, &found, s->info);
	*out = found ? row : NULL;
	return err;
}

/* ---- what may stop it ---- */

static Err conflict_check(Simpan *s, NilaiIsian mine)
{
	Konteks *k = s->k;
	if (!s->isian->periksa_dilihat || s->isian->dilihat == (s->sebelum ? s->sebelum->id : 0))
		return ERR_OK;
	if (!s->sebelum)
		return refuse(s, str_format(k->arena, teks(k->bahasa, "fact %lld is not of this cell"), (long long)s->isian->dilihat), NULL);
	BarisJejak *entry;
	size_t n;
	Err err = store_list_jejak(k->store, k->arena, k->pemda.pemda, s->sebelum->id, s->sebelum->id, &entry, &n, s->info);
	if (err || n == 0)
		return err;
	KonflikIsian *c = ARENA_NEW(k->arena, KonflikIsian);
	*c = (KonflikIsian){mine, isian_nilai(s->sebelum), s->sebelum->id, entry[0].oleh, entry[0].waktu};
	s->out->konflik = c;
	JenisIsian jenis = s->isian->jenis;
	return err_set(s->info, ERR_CONFLICT,
	              str_format(k->arena, teks(k->bahasa, "%s was changed meanwhile: it holds %s (fact %lld), saved by %s on %s; your %s was not saved"), s->kode,
	                         isian_print(k->arena, jenis, c->mereka), (long long)c->fakta, c->oleh, waktu_print_id(k->arena, c->waktu, k->pemda.zona),
	                         isian_print(k->arena, jenis, mine)),
	              str_format(k->arena, teks(k->bahasa, "look at both; to save yours all the same: --seen %lld"), (long long)c->fakta));
}

static Err fall_check(Simpan *s, NilaiIsian value)
{
	Konteks *k = s->k;
	if (!s->kumulatif || value.isi == ISI_KOSONG || !str_blank(s->isian->alasan))
		return ERR_OK;
	for (int bulan = s->bulan->bulan - 1; bulan >= 1; bulan--) {
		BarisFakta *fact;
		Err err = newest(s, bulan, &fact);
		if (err)
			return err;
		if (!fact || fact->isi == ISI_KOSONG)
			continue;
		NilaiIsian before = isian_nilai(fact);
		if (desimal_cmp(value.angka, before.angka) >= 0)
			return ERR_OK;
		JenisIsian jenis = s->isian->jenis;
		s->out->turun = true;
		return refuse(s,
		              str_format(k->arena, teks(k->bahasa, "%s falls: %s at the end of %s, %s now; values are cumulative"), s->kode,
		                         isian_print(k->arena, jenis, before), bulan_name((uint8_t)bulan, k->bahasa), isian_print(k->arena, jenis, value)),
		              teks(k->bahasa, "if it is right, say why: --reason"));
	}
	return ERR_OK;
}

/* ---- saving ---- */

Err isian_add(Konteks *k, const Bulan *bulan, JenisIsian jenis, const char *kode, int64_t indikator, NilaiIsian nilai, const char *asal, const char *alasan,
              const BarisFakta *sebelum, int64_t *id, ErrInfo *info)
{
	return store_add_fakta(k->store,
	                       (BarisFakta){.opd = bulan->opd.opd, .tahun = bulan->tahun, .bulan = bulan->bulan, .kode = kode, .indikator = indikator,
	                                    .jenis = isian_jenis_name(jenis), .isi = nilai.isi, .m = nilai.isi == ISI_ADA ? nilai.angka.m : 0,
	                                    .skala = jenis == ISIAN_UANG ? 2 : nilai.angka.scale, .teks = nilai.teks, .asal = asal,
	                                    .ganti = sebelum ? sebelum->id : 0, .alasan = alasan},
	                       id, info);
}

/* Within the transaction: decides on what nobody can change any more, and adds the fact. */
static Err decide(Simpan *s)
{
	Konteks *k = s->k;
	const Isian *isian = s->isian;
	Err err = bulan_frame(&s->bulan, k, s->bulan->opd.opd, isian->tahun, isian->bulan, s->info);
	if (!err)
		err = siklus_open_for_entry(k, s->bulan, s->info);
	if (!err)
		err = cell_choose(s);
	if (err)
		return err;
	NilaiIsian value;
	err = isian_parse(k, isian->jenis, s->indikator ? s->indikator->satuan : "", s->indikator ? s->indikator->target_teks : NULL, isian->nilai, &value,
	                  &s->out->catatan, s->info);
	if (!err)
		err = newest(s, isian->bulan, &s->sebelum);
	if (err)
		return err;
	s->out->nilai = value;
	s->out->kode = s->kode;
	s->out->fakta = s->sebelum ? s->sebelum->id : 0;
	if (isian_equal(value, s->sebelum ? isian_nilai(s->sebelum) : (NilaiIsian){.teks = ""}))
		return ERR_OK;
	err = conflict_check(s, value);
	if (!err)
		err = fall_check(s, value);
	if (!err)
		err = isian_add(k, s->bulan, isian->jenis, s->kode, indicator_number(isian), value, isian->asal, isian->alasan, s->sebelum,
		                &s->out->fakta, s->info);
	s->out->baru = !err;
	return err;
}

/* The figures that the save changed: the node's and those above it. */
static Err path_load(Simpan *s)
{
	Konteks *k = s->k;
	Bulan *b;
	Err err = bulan_load(&b, k, s->bulan->opd.opd, s->isian->tahun, s->isian->bulan, 0, s->info);
	if (err)
		return err;
	size_t cap = 0;
	uint32_t at = *s->kode ? snapshot_lookup(&b->snapshot, s->kode) : SIMPUL_NONE;
	for (; at < b->snapshot.n_simpul; at = b->snapshot.simpul[at].induk) {
		const Simpul *node = &b->snapshot.simpul[at];
		*ARENA_PUSH(k->arena, s->out->jalur, s->out->n_jalur, cap) = (SimpulJalur){node->kode_tertulis, node->nama, b->hasil->simpul[at]};
	}
	*ARENA_PUSH(k->arena, s->out->jalur, s->out->n_jalur, cap) = (SimpulJalur){"", b->opd.nama, b->hasil->total};
	return ERR_OK;
}

Err isian_set(Konteks *k, const Isian *isian, IsianHasil *out, ErrInfo *info)
{
	*out = (IsianHasil){.nilai = {.teks = ""}, .kode = ""};
	Bulan place = {0};
	Simpan s = {.k = k, .isian = isian, .out = out, .info = info, .bulan = &place};
	Err err = konteks_opd(k, isian->opd, &place.opd, info);
	if (!err)
		err = konteks_may(k, AKSI_ISI, place.opd.opd, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	err = decide(&s);
	if (!err && out->baru)
		err = store_commit(k->store, info);
	if (err || !out->baru)
		store_rollback(k->store);
	if (err)
		out->baru = false;
	return !err && isian->jalur ? path_load(&s) : err;
}

Err isian_set_many(Konteks *k, const char *opd, int tahun, int bulan, IsianBanyak *cells, size_t n, bool coba, ErrInfo *info)
{
	Bulan place = {0};
	size_t fresh = 0;
	Err first = ERR_OK, err = konteks_opd(k, opd, &place.opd, info);
	if (!err)
		err = konteks_may(k, AKSI_ISI, place.opd.opd, info);
	if (!err)
		err = konteks_begin(k, info);
	if (err)
		return err;
	for (size_t i = 0; i < n; i++) {
		IsianBanyak *c = &cells[i];
		c->isian.opd = place.opd.opd;
		c->isian.tahun = tahun;
		c->isian.bulan = bulan;
		c->info = (ErrInfo){0};
		c->hasil = (IsianHasil){.nilai = {.teks = ""}, .kode = ""};
		Bulan at = {.opd = place.opd};
		Simpan s = {.k = k, .isian = &c->isian, .out = &c->hasil, .info = &c->info, .bulan = &at};
		c->err = decide(&s);
		fresh += c->hasil.baru;
		if (c->err && !first) {
			first = c->err;
			*info = c->info;
		}
		if (c->err && !err_refused(c->err))
			break;
	}
	if (!first && !coba && fresh)
		first = store_commit(k->store, info);
	if (first || coba || !fresh)
		store_rollback(k->store);
	for (size_t i = 0; first && !coba && i < n; i++)
		cells[i].hasil.baru = false;
	return first;
}
