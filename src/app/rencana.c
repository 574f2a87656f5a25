#include "app/rencana.h"

#include "app/rencana_nomor.h"
#include "app/tata.h"
#include "base/json.h"

#include <assert.h>

typedef struct {
	Konteks *k;
	HasilRencana *h;
	const PermintaanRencana *request;
	const Rencana **lama; size_t n_lama; /* all versions of the year, oldest first */
} Siap;

static void finding(Siap *s, const char *rule, LevelTemuan level, const char *kode, const char *message, const char *hint)
{
	temuan_add(&s->h->temuan, (Temuan){.rule = rule, .level = level, .kode = kode, .message = message, .hint = hint, .cause = -1});
}

/* ---- the document ---- */

static bool same_document(const PermintaanRencana *r, const BarisRencana *last, const char *berlaku)
{
	return (!r->jenis || str_equal(r->jenis, last->jenis)) && (!r->nomor || str_equal(r->nomor, last->nomor)) && (!r->berlaku || str_equal(berlaku, last->berlaku));
}

static Err date_read(Siap *s, const char **out, ErrInfo *info)
{
	const Konteks *k = s->k;
	Tanggal date;
	*out = str_format(k->arena, "%04d-01-01", s->request->tahun);
	if (!s->request->berlaku)
		return ERR_OK;
	if (!tanggal_parse(&date, s->request->berlaku, NULL))
		return err_set(info, ERR_USAGE, str_format(k->arena, teks(k->bahasa, "'%s' is not a date"), s->request->berlaku), teks(k->bahasa, "write 2023-12-29"));
	if (date.tahun != s->request->tahun)
		return err_set(info, ERR_USAGE,
		               str_format(k->arena, teks(k->bahasa, "%s is not in the budget year %d"), tanggal_print_id(k->arena, date), s->request->tahun),
		               teks(k->bahasa, "--tanggal is the day from which the document holds"));
	*out = tanggal_print_iso(k->arena, date);
	return ERR_OK;
}

static Err kind_check(Siap *s, ErrInfo *info)
{
	static const char *const kinds[] = {"murni", "pergeseran", "perubahan"};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!s->request->jenis || str_equal(s->request->jenis, kinds[i]))
			return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(s->k->arena, teks(s->k->bahasa, "'%s' is not a kind of budget document"), s->request->jenis),
	               teks(s->k->bahasa, "murni, pergeseran or perubahan"));
}

/* The row of the version; for a further one, kind and date must be given, and the date not go back. */
static Err document_settle(Siap *s, ErrInfo *info)
{
	Konteks *k = s->k;
	HasilRencana *h = s->h;
	const char *berlaku;
	const BarisRencana *last = h->sebelum.n ? &h->sebelum.versi[h->sebelum.n - 1] : NULL;
	Err err = kind_check(s, info);
	if (!err)
		err = date_read(s, &berlaku, info);
	if (err)
		return err;
	h->versi = (BarisRencana){.opd = h->sebelum.opd.opd, .tahun = s->request->tahun, .versi = last ? last->versi + 1 : 1,
	                          .jenis = s->request->jenis ? s->request->jenis : "murni", .nomor = tata_line(k->arena, s->request->nomor), .berlaku = berlaku};
	if (!last)
		return ERR_OK;
	if (h->banding && h->banding->sama && same_document(s->request, last, berlaku)) {
		h->sama = true;
		h->versi = *last;
		return ERR_OK;
	}
	if (!s->request->jenis || !s->request->berlaku)
		return err_set(info, ERR_USAGE,
		               str_format(k->arena, teks(k->bahasa, "%s has a plan for %d already (version %d, %s from %s); a further version needs --jenis and --tanggal"),
		                          h->sebelum.opd.nama, s->request->tahun, (int)last->versi, last->jenis, last->berlaku),
		               NULL);
	if (strcmp(berlaku, last->berlaku) < 0)
		finding(s, "rencana-tanggal", LEVEL_ERROR, NULL,
		        str_format(k->arena, teks(k->bahasa, "the document holds from %s, before version %d (%s)"), berlaku, (int)last->versi, last->berlaku),
		        teks(k->bahasa, "versions follow one another in the order of their dates"));
	if (h->banding && str_equal(h->versi.jenis, "pergeseran") && h->banding->selisih.sen)
		finding(s, "rencana-pergeseran", LEVEL_WARNING, NULL,
		        str_format(k->arena, teks(k->bahasa, "a pergeseran moves money within the total, but the total changes by %s"), rupiah_print_id(k->arena, h->banding->selisih)), NULL);
	return ERR_OK;
}

/* ---- what was realised ---- */

/* The last month in which money above zero stands on this code; NULL if none. */
static const BarisFakta *money_on(const BarisFakta *facts, size_t n, const char *kode)
{
	const BarisFakta *found = NULL;
	for (size_t i = 0; i < n; i++)
		if (str_equal(facts[i].jenis, "uang") && facts[i].m > 0 && str_equal(facts[i].kode, kode))
			found = &facts[i];
	return found;
}

static const char *moved_to(const Siap *s, const char *kode)
{
	for (size_t i = 0; s->h->banding && i < s->h->banding->n_simpul; i++)
		if (str_equal(s->h->banding->simpul[i].kode_lama, kode))
			return s->h->banding->simpul[i].kode;
	return NULL;
}

static void vanished_check(Siap *s, const BarisFakta *facts, size_t n)
{
	Arena *arena = s->k->arena;
	Bahasa b = s->k->bahasa;
	const Rencana *lama = s->lama[s->n_lama - 1];
	for (uint32_t i = 0; i < lama->n_simpul; i++) {
		const SimpulRencana *was = &lama->simpul[i];
		const BarisFakta *fact = was->tingkat == TINGKAT_SUB_KEGIATAN && rencana_find(s->h->rencana, was->kode) == RENCANA_NONE ? money_on(facts, n, was->kode) : NULL;
		if (!fact)
			continue;
		const char *now = moved_to(s, was->kode);
		finding(s, "rencana-hilang", LEVEL_ERROR, was->kode,
		        str_format(arena, teks(b, "%s %s is dropped, but %s was realised on it (%s)"), was->kode, was->nama, rupiah_print_id(arena, (Rupiah){fact->m}),
		                   bulan_name((uint8_t)fact->bulan, b)),
		        now ? str_format(arena, teks(b, "the same name stands under %s now; keep the old code, or first set what was realised on it to zero"), now)
		            : teks(b, "keep it in the plan, or first set what was realised on it to zero"));
	}
}

static void lost_indicators_check(Siap *s, const BarisFakta *facts, size_t n)
{
	const BandingRencana *b = s->h->banding;
	for (size_t i = 0; i < b->n_indikator; i++) {
		const BandingIndikator *row = &b->indikator[i];
		for (size_t f = 0; row->jenis == BANDING_HAPUS && f < n; f++) {
			if (!str_equal(facts[f].jenis, "volume") || facts[f].indikator != row->lama->nomor || !str_equal(facts[f].kode, row->kode) || facts[f].m == 0)
				continue;
			finding(s, "rencana-indikator-hilang", LEVEL_WARNING, row->kode,
			        str_format(s->k->arena, teks(s->k->bahasa, "%s: indicator %d '%s' is dropped, but volumes were reported on it"), row->kode, (int)row->lama->nomor, row->lama->nama),
			        NULL);
			break;
		}
	}
}

static Err facts_check(Siap *s, ErrInfo *info)
{
	BarisFakta *facts;
	size_t n;
	if (!s->n_lama)
		return ERR_OK;
	Err err = store_list_fakta(s->k->store, s->k->arena, s->k->pemda.pemda, s->h->sebelum.opd.opd, s->request->tahun, 0, s->k->sampai, &facts, &n, info);
	if (err)
		return err;
	vanished_check(s, facts, n);
	if (s->h->banding)
		lost_indicators_check(s, facts, n);
	return ERR_OK;
}

/* ---- ready ---- */

static Rencana *copy(Arena *arena, const Rencana *r)
{
	Rencana *c = ARENA_NEW(arena, Rencana);
	*c = *r;
	c->simpul = arena_grow(arena, r->simpul, r->n_simpul * sizeof *r->simpul, r->n_simpul * sizeof *r->simpul);
	c->indikator = arena_grow(arena, r->indikator, r->n_indikator * sizeof *r->indikator, r->n_indikator * sizeof *r->indikator);
	return c;
}

static Err versions_load(Siap *s, ErrInfo *info)
{
	Err err = rencana_list(&s->h->sebelum, s->k, s->request->opd, s->request->tahun, info);
	s->n_lama = s->h->sebelum.n;
	s->lama = ARENA_ARRAY(s->k->arena, const Rencana *, s->n_lama);
	for (size_t i = 0; !err && i < s->n_lama; i++) {
		Rencana *r = NULL;
		err = rencana_load(&r, s->k, s->h->sebelum.opd.opd, s->request->tahun, s->h->sebelum.versi[i].versi, info);
		s->lama[i] = r;
	}
	return err;
}

static void cash_note(Siap *s)
{
	if (!s->h->n_kas_lepas)
		return;
	finding(s, "rencana-kas", LEVEL_NOTE, NULL,
	        str_format(s->k->arena, teks(s->k->bahasa, "%d sub kegiatan lose their anggaran kas: it no longer adds up to the pagu, and the file has none"), (int)s->h->n_kas_lepas),
	        teks(s->k->bahasa, "give the twelve months in columns Januari to Desember of a plan sheet"));
}

Err rencana_prepare(HasilRencana **out, Konteks *k, const PermintaanRencana *request, const Rencana *rencana, const DaftarTemuan *awal, ErrInfo *info)
{
	HasilRencana *h = ARENA_NEW(k->arena, HasilRencana);
	Siap s = {.k = k, .h = h, .request = request};
	h->temuan.arena = k->arena;
	h->rencana = copy(k->arena, rencana);
	Err err = versions_load(&s, info);
	if (err)
		return err;
	rencana_check(k->arena, h->rencana, k->bahasa, &h->temuan);
	if (temuan_count(&h->temuan, LEVEL_ERROR) == 0) {
		const Rencana *last = s.n_lama ? s.lama[s.n_lama - 1] : NULL;
		rencana_number(k->arena, h->rencana, s.lama, s.n_lama);
		if (last)
			rencana_cash_carry(h->rencana, last, &h->n_kas_ambil, &h->n_kas_lepas);
		h->banding = rencana_compare(k->arena, last, h->rencana);
	}
	cash_note(&s);
	err = document_settle(&s, info);
	if (!err)
		err = facts_check(&s, info);
	for (size_t i = 0; awal && i < awal->n; i++)
		temuan_add(&h->temuan, awal->temuan[i]);
	temuan_sort(&h->temuan);
	h->n_galat = temuan_count(&h->temuan, LEVEL_ERROR);
	*out = h;
	return err;
}

/* ---- keep ---- */

static BarisRencanaSimpul simpul_row(const HasilRencana *h, uint32_t i)
{
	const SimpulRencana *s = &h->rencana->simpul[i];
	BarisRencanaSimpul row = {.opd = h->versi.opd, .tahun = h->versi.tahun, .versi = h->versi.versi, .urut = i, .tingkat = s->tingkat, .kode = s->kode,
	                          .nomor = s->nomor, .nama = s->nama, .bobot_isi = s->bobot.isi, .bobot_m = s->bobot.nilai.m, .bobot_skala = s->bobot.nilai.scale};
	if (s->tingkat == TINGKAT_SUB_KEGIATAN) {
		row.pagu_isi = s->pagu.isi;
		row.pagu = s->pagu.nilai.sen;
	}
	return row;
}

static BarisRencanaIndikator indikator_row(const HasilRencana *h, const SimpulRencana *s, uint32_t place)
{
	const IndikatorRencana *i = &h->rencana->indikator[s->indikator_awal + place];
	return (BarisRencanaIndikator){.opd = h->versi.opd, .tahun = h->versi.tahun, .versi = h->versi.versi, .kode = s->kode, .indikator = i->nomor, .urut = place,
	                               .nama = i->nama, .satuan = i->satuan, .target_isi = i->target.isi, .target_m = i->target.nilai.m,
	                               .target_skala = i->target.nilai.scale, .target_teks = i->target_teks, .arah = i->arah, .perilaku = i->perilaku,
	                               .bobot_isi = i->bobot.isi, .bobot_m = i->bobot.nilai.m, .bobot_skala = i->bobot.nilai.scale, .gema = i->gema};
}

static Err node_store(Konteks *k, const HasilRencana *h, uint32_t i, ErrInfo *info)
{
	const SimpulRencana *s = &h->rencana->simpul[i];
	Err err = store_add_rencana_simpul(k->store, simpul_row(h, i), NULL, info);
	for (uint32_t j = 0; !err && j < s->n_indikator; j++)
		err = store_add_rencana_indikator(k->store, indikator_row(h, s, j), NULL, info);
	for (int m = 0; !err && s->ada_kas && m < KAS_BULAN; m++)
		err = store_add_anggaran_kas(k->store, (BarisAnggaranKas){.opd = h->versi.opd, .tahun = h->versi.tahun, .versi = h->versi.versi, .kode = s->kode, .bulan = m + 1, .sen = s->kas[m].sen},
		                             NULL, info);
	return err;
}

Err rencana_store(Konteks *k, HasilRencana *hasil, ErrInfo *info)
{
	assert(hasil->n_galat == 0);
	if (hasil->sama)
		return ERR_OK;
	Err err = konteks_may(k, AKSI_RENCANA, hasil->versi.opd, info);
	for (uint32_t i = 0; !err && i < hasil->rencana->n_simpul; i++)
		err = node_store(k, hasil, i, info);
	if (!err)
		err = store_add_rencana(k->store, hasil->versi, &hasil->versi.id, info);
	hasil->tersimpan = !err;
	return err;
}

/* ---- the use case ---- */

/* Control totals of the import, for the record. */
static const char *summary(Konteks *k, const HasilRencana *h)
{
	StrBuf out = {.arena = k->arena};
	Json j = json_begin(&out, 0);
	json_object(&j);
	json_field(&j, "opd", h->versi.opd);
	json_key(&j, "tahun");
	json_int(&j, h->versi.tahun);
	json_key(&j, "versi");
	json_int(&j, h->versi.versi);
	json_key(&j, "sub_kegiatan");
	json_int(&j, rencana_count(h->rencana, TINGKAT_SUB_KEGIATAN));
	json_key(&j, "pagu");
	json_rupiah(&j, isi_rupiah(h->banding->total_baru));
	json_key(&j, "selisih");
	json_rupiah(&j, isi_rupiah(h->banding->selisih));
	json_end(&j);
	json_finish(&j);
	return str_trim(k->arena, strbuf_text(&out));
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static Err import_keep(Konteks *k, HasilRencana *h, const char *berkas, const char *hash, ErrInfo *info)
{
	Err err = rencana_store(k, h, info);
	if (!err)
		err = store_add_impor(k->store, (BarisImpor){.hash = hash, .nama = base_name(berkas), .jenis = "rencana", .ringkasan = summary(k, h)}, NULL, info);
	if (!err)
		err = store_commit(k->store, info);
	h->tersimpan = !err;
	return err;
}

Err rencana_import(HasilRencana **out, Konteks *k, const PermintaanRencana *request, const char *berkas, bool terapkan, ErrInfo *info)
{
	BarisOpd opd;
	Rencana *rencana;
	const char *hash;
	DaftarTemuan awal = {.arena = k->arena};
	Err err = konteks_opd(k, request->opd, &opd, info);
	if (!err)
		err = konteks_may(k, terapkan ? AKSI_RENCANA : AKSI_BACA, opd.opd, info);
	if (!err)
		err = rencana_read_file(&rencana, &hash, k->arena, berkas, k->bahasa, &awal, info);
	if (err || !terapkan)
		return err ? err : rencana_prepare(out, k, request, rencana, &awal, info);
	k->sumber = "impor";
	err = konteks_begin(k, info);
	if (err)
		return err;
	err = rencana_prepare(out, k, request, rencana, &awal, info);
	if (!err && !(*out)->n_galat && !(*out)->sama)
		err = import_keep(k, *out, berkas, hash, info);
	if (err || !(*out)->tersimpan)
		store_rollback(k->store);
	return err;
}
