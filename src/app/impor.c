#include "app/impor.h"

#include "app/app_inti.h"
#include "app/impor_inti.h"
#include "app/siklus.h"
#include "base/json.h"
#include "document/document.h"

#include <string.h>

const char *garis_status_name(StatusGaris status)
{
	static const char *const names[] = {"tambah", "ubah", "sama", "sisa", "tak-cocok", "tolak"};
	return names[status];
}

void impor_halangi(HasilImpor *h, Arena *arena, const char *sentence)
{
	h->halangan = arena_grow(arena, h->halangan, h->n_halangan * sizeof *h->halangan, (h->n_halangan + 1) * sizeof *h->halangan);
	h->halangan[h->n_halangan++] = sentence;
}

/* ---- cumulative values ---- */

void impor_periksa_turun(GarisImpor *g, const Bulan *bulan, const BarisFakta *rows, size_t n)
{
	bool sums = false;
	for (uint32_t i = 0; g->jenis == ISIAN_VOLUME && i < bulan->snapshot.n_indikator; i++) {
		const BarisRencanaIndikator *row = bulan->baris_indikator[i];
		if (row->indikator != g->indikator || !str_equal(row->kode, g->kode))
			continue;
		const char *behaviour = bulan_behaviour(bulan, i);
		if (str_equal(behaviour, "terakhir"))
			return;
		sums = str_equal(behaviour, "jumlah");
	}
	if ((g->jenis != ISIAN_UANG && g->jenis != ISIAN_VOLUME) || g->baru.isi == ISI_KOSONG)
		return;
	if (sums) {
		g->turun = g->baru.angka.m < 0;
		return;
	}
	const BarisFakta *last = NULL;
	for (size_t i = 0; i < n; i++)
		if (rows[i].bulan < bulan->bulan && rows[i].isi != ISI_KOSONG && rows[i].indikator == g->indikator && str_equal(rows[i].kode, g->kode) &&
		    str_equal(rows[i].jenis, isian_jenis_name(g->jenis)))
			last = &rows[i];
	if (!last || desimal_cmp(g->baru.angka, isian_nilai(last).angka) >= 0)
		return;
	g->turun = true;
	g->bulan_lalu = isian_nilai(last);
}

Err impor_fakta_tahun(BarisFakta **out, size_t *n, HasilImpor *h, Konteks *k, ErrInfo *info)
{
	return store_list_fakta(k->store, k->arena, k->pemda.pemda, h->opd.opd, h->tahun, 0, k->sampai, out, n, info);
}

/* ---- one import on its way ---- */

typedef struct {
	Konteks *k;
	const PermintaanImpor *request;
	HasilImpor *h;
	BerkasImpor *file;
	ErrInfo *info;
} Jalan;

static Err refuse(const Jalan *j, const char *message, const char *hint)
{
	return err_set(j->info, ERR_USAGE, message, hint);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* What the file is shows in its content, never in its name. */
static Err file_read(Jalan *j)
{
	Arena *arena = j->k->arena;
	Buku *buku;
	Draf *draf;
	Err err = impor_realisasi(&j->file, j->k, j->request, j->info);
	if (err || j->file)
		return err;
	err = reader_open(&buku, arena, j->request->berkas, j->k->bahasa, j->info);
	if (err)
		return err;
	const LembarKembali *sheet = buku->format == FORMAT_XLSX ? recognise_isian(arena, buku) : NULL;
	if (sheet) {
		j->file = impor_isian(j->k, sheet);
		return ERR_OK;
	}
	err = document_read(&draf, arena, j->request->berkas, j->k->bahasa, j->info);
	if (!err)
		j->file = impor_laporan(j->k, draf);
	return err;
}

static Err file_take(Jalan *j)
{
	Err err = document_hash(&j->h->hash, j->k->arena, j->request->berkas, j->k->bahasa, j->info);
	if (!err)
		err = file_read(j);
	if (err)
		return err;
	j->file->nama = j->h->berkas;
	j->h->jenis = j->file->jenis;
	j->h->n_galat = j->file->n_galat;
	j->h->n_peringatan = j->file->n_peringatan;
	return ERR_OK;
}

/* ---- whose month it is ---- */

static bool same_agency(Arena *arena, const char *a, const char *b)
{
	return str_equal(str_letters(arena, a), str_letters(arena, b));
}

/* The agency that the head names; when it has no name of the ledger, the file does not say. */
static Err agency_of_file(Jalan *j, BarisOpd *out, bool *found)
{
	BarisOpd *rows;
	size_t n;
	Err err = store_list_opd(j->k->store, j->k->arena, j->k->pemda.pemda, j->k->sampai, &rows, &n, j->info);
	*found = false;
	if (!err && j->file->opd_kode) {
		*found = true;
		return konteks_opd(j->k, j->file->opd_kode, out, j->info);
	}
	for (size_t i = 0; !err && !str_blank(j->file->opd_nama) && i < n; i++) {
		if (!same_agency(j->k->arena, rows[i].nama, j->file->opd_nama))
			continue;
		if (*found)
			return refuse(j, str_format(j->k->arena, teks(j->k->bahasa, "%s: several agencies are called '%s'"), j->h->berkas, j->file->opd_nama),
			              teks(j->k->bahasa, "say which: --opd CODE"));
		*out = rows[i];
		*found = true;
	}
	return err;
}

static Err agency_settle(Jalan *j)
{
	BarisOpd named;
	bool found;
	Konteks *k = j->k;
	Err err = agency_of_file(j, &named, &found);
	if (!err && !j->request->opd && !found)
		return refuse(j, str_format(k->arena, teks(k->bahasa, "%s does not name an agency of the ledger: '%s'"), j->h->berkas, j->file->opd_nama),
		              teks(k->bahasa, "say which: --opd CODE"));
	if (!err && j->request->opd)
		err = konteks_opd(k, j->request->opd, &j->h->opd, j->info);
	else if (!err)
		j->h->opd = named;
	if (err)
		return err;
	if (found && !str_equal(named.opd, j->h->opd.opd))
		return refuse(j, str_format(k->arena, teks(k->bahasa, "%s is of %s (%s), not of %s"), j->h->berkas, named.nama, named.opd, j->h->opd.nama),
		              teks(k->bahasa, "leave --opd out, or choose the right file"));
	if (!found && !str_blank(j->file->opd_nama))
		impor_halangi(j->h, k->arena, str_format(k->arena, teks(k->bahasa, "the file names the agency '%s', the ledger '%s'"), j->file->opd_nama, j->h->opd.nama));
	return ERR_OK;
}

static Err month_settle(Jalan *j)
{
	Konteks *k = j->k;
	const PermintaanImpor *r = j->request;
	j->h->tahun = r->tahun ? r->tahun : j->file->tahun;
	j->h->bulan = r->bulan ? r->bulan : j->file->bulan;
	if (!j->h->tahun || !j->h->bulan)
		return refuse(j, str_format(k->arena, teks(k->bahasa, "%s does not say its year and month"), j->h->berkas), teks(k->bahasa, "say them: --tahun YEAR --bulan MONTH"));
	if ((j->file->tahun && j->file->tahun != j->h->tahun) || (j->file->bulan && j->file->bulan != j->h->bulan))
		return refuse(j,
		              str_format(k->arena, teks(k->bahasa, "%s is of %s %d, not of %s %d"), j->h->berkas,
		                         bulan_name((uint8_t)(j->file->bulan ? j->file->bulan : j->h->bulan), k->bahasa), j->file->tahun ? j->file->tahun : j->h->tahun,
		                         bulan_name((uint8_t)j->h->bulan, k->bahasa), j->h->tahun),
		              teks(k->bahasa, "leave --tahun and --bulan out, or choose the right file"));
	return ERR_OK;
}

/* ---- the month, with the plan of the ledger or of the file ---- */

static void plan_node(Bulan *b, Simpul *simpul, Indikator *indikator, BarisRencanaIndikator *rows, const Rencana *r, uint32_t i)
{
	const SimpulRencana *s = &r->simpul[i];
	simpul[i] = (Simpul){.tingkat = s->tingkat, .kode_tertulis = s->kode, .nomor = s->nomor, .nama = s->nama, .pagu = s->pagu, .induk = SIMPUL_NONE,
	                     .akhir = rencana_end(r, i), .indikator_awal = s->indikator_awal, .n_indikator = s->n_indikator};
	kode_parse(&simpul[i].kode, s->kode, NULL);
	for (uint32_t n = s->indikator_awal; n < s->indikator_awal + s->n_indikator; n++) {
		const IndikatorRencana *from = &r->indikator[n];
		indikator[n] = (Indikator){.nama = from->nama, .satuan = from->satuan, .target = from->target, .target_teks = *from->target_teks ? from->target_teks : NULL, .gema = from->gema};
		rows[n] = (BarisRencanaIndikator){.kode = s->kode, .indikator = from->nomor, .nama = from->nama, .satuan = from->satuan, .target_teks = from->target_teks,
		                                  .arah = from->arah, .perilaku = from->perilaku};
		b->baris_indikator[n] = &rows[n];
	}
}

/* The month as it will be once the plan is kept: a tree without facts. */
static Err month_from_plan(Jalan *j, const Rencana *r)
{
	Arena *arena = j->k->arena;
	Bulan *b = ARENA_NEW(arena, Bulan);
	Simpul *simpul = ARENA_ARRAY(arena, Simpul, r->n_simpul);
	Indikator *indikator = ARENA_ARRAY(arena, Indikator, r->n_indikator);
	BarisRencanaIndikator *rows = ARENA_ARRAY(arena, BarisRencanaIndikator, r->n_indikator);
	b->opd = j->h->opd;
	b->tahun = j->h->tahun;
	b->bulan = j->h->bulan;
	b->rencana = j->h->rencana->versi;
	b->baris_indikator = ARENA_ARRAY(arena, const BarisRencanaIndikator *, r->n_indikator);
	for (uint32_t i = 0; i < r->n_simpul; i++)
		plan_node(b, simpul, indikator, rows, r, i);
	b->snapshot = (Snapshot){.n_simpul = r->n_simpul, .simpul = simpul, .n_indikator = r->n_indikator, .indikator = indikator, .narasi = {"", ""}};
	j->h->lembar = b;
	return app_policy_of_year(&b->kebijakan, j->k, b->tahun, j->info);
}

static Err plan_take(Jalan *j)
{
	Konteks *k = j->k;
	DaftarTemuan found = {.arena = k->arena};
	const PermintaanRencana wanted = {.opd = j->h->opd.opd, .tahun = j->h->tahun};
	if (!j->file->draf)
		return refuse(j, str_format(k->arena, teks(k->bahasa, "%s has no plan for %d"), j->h->opd.nama, j->h->tahun),
		              teks(k->bahasa, "import one first: capaian plan import FILE"));
	const Rencana *plan = rencana_from_draf(k->arena, j->file->draf, &found);
	Err err = rencana_prepare(&j->h->rencana, k, &wanted, plan, &found, j->info);
	if (err)
		return err;
	if (j->h->rencana->n_galat) {
		const Temuan *first = &j->h->rencana->temuan.temuan[0];
		for (size_t i = 0; i < j->h->rencana->temuan.n; i++)
			if (j->h->rencana->temuan.temuan[i].level == LEVEL_ERROR) {
				first = &j->h->rencana->temuan.temuan[i];
				break;
			}
		return refuse(j, str_format(k->arena, teks(k->bahasa, "%s has no plan for %d, and the one in %s has %zu errors; the first: %s"), j->h->opd.nama, j->h->tahun,
		                            j->h->berkas, j->h->rencana->n_galat, first->message),
		              teks(k->bahasa, "capaian plan import shows them all"));
	}
	return month_from_plan(j, j->h->rencana->rencana);
}

static Err month_take(Jalan *j)
{
	RencanaVersi versions;
	Bulan *b;
	Err err = rencana_list(&versions, j->k, j->h->opd.opd, j->h->tahun, j->info);
	if (err)
		return err;
	if (versions.n == 0)
		return plan_take(j);
	err = bulan_load(&b, j->k, j->h->opd.opd, j->h->tahun, j->h->bulan, 0, j->info);
	if (!err)
		err = siklus_open_for_entry(j->k, b, j->info);
	j->h->lembar = b;
	return err;
}

/* ---- judgement ---- */

static void lines_count(HasilImpor *h)
{
	for (size_t i = 0; i < h->n; i++) {
		h->jumlah[h->garis[i].status]++;
		h->n_turun += h->garis[i].turun;
	}
	h->kosong = !h->rencana && h->jumlah[GARIS_TAMBAH] + h->jumlah[GARIS_UBAH] == 0;
}

static void obstacles_find(Jalan *j)
{
	HasilImpor *h = j->h;
	Konteks *k = j->k;
	Rupiah sum, rest;
	if (h->jumlah[GARIS_TAK_COCOK])
		impor_halangi(h, k->arena, str_format(k->arena, teks(k->bahasa, "%u lines of the file match no cell of the plan"), h->jumlah[GARIS_TAK_COCOK]));
	bool meets = rupiah_add(&sum, h->semua.cocok, h->semua.tak_cocok) && rupiah_cmp(sum, h->semua.berkas) == 0;
	if (!meets)
		impor_halangi(h, k->arena, teks(k->bahasa, "matched and unmatched money do not add up to the file's"));
	h->wajib |= !meets;
	if (h->semua.tertulis.isi != ISI_KOSONG && rupiah_sub(&rest, h->semua.tertulis.nilai, h->semua.berkas) && rest.sen)
		impor_halangi(h, k->arena,
		              str_format(k->arena, teks(k->bahasa, "the file's own total is %s, its rows add up to %s: a difference of %s"), rupiah_print_id(k->arena, h->semua.tertulis.nilai),
		                         rupiah_print_id(k->arena, h->semua.berkas), rupiah_print_id(k->arena, rest)));
	if (h->n_turun)
		impor_halangi(h, k->arena, str_format(k->arena, teks(k->bahasa, "%u cumulative values fall below the month before"), h->n_turun));
	if (h->jumlah[GARIS_TOLAK])
		impor_halangi(h, k->arena, str_format(k->arena, teks(k->bahasa, "%u rows of the sheet are refused"), h->jumlah[GARIS_TOLAK]));
}

static Err judge(Jalan *j)
{
	BarisFakta *year;
	BarisImpor earlier;
	size_t n;
	bool found;
	Err err = month_take(j);
	if (!err)
		err = impor_fakta_tahun(&year, &n, j->h, j->k, j->info);
	if (!err)
		err = j->file->isian ? impor_isian_padankan(j->h, j->k, j->file, year, n, j->info) : impor_padankan(j->h, j->k, j->file, year, n, j->info);
	if (!err)
		err = store_find_impor(j->k->store, j->k->arena, j->k->pemda.pemda, j->h->hash, &earlier, &found, j->info);
	if (err)
		return err;
	j->h->terdahulu = found ? earlier.id : 0;
	lines_count(j->h);
	obstacles_find(j);
	return ERR_OK;
}

/* ---- keeping ---- */

static void summary_money(Json *out, const KendaliImpor *c)
{
	json_key(out, "berkas");
	json_rupiah(out, isi_rupiah(c->berkas));
	json_key(out, "cocok");
	json_rupiah(out, isi_rupiah(c->cocok));
	json_key(out, "tak_cocok");
	json_rupiah(out, isi_rupiah(c->tak_cocok));
	json_key(out, "tertulis");
	json_rupiah(out, c->tertulis);
}

/* What stays in row impor: the control totals, how many lines of each kind, and why the rest may stay. */
static const char *summary(const Jalan *j)
{
	const HasilImpor *h = j->h;
	StrBuf text = {.arena = j->k->arena};
	Json out = json_begin(&text, 0);
	json_object(&out);
	json_field(&out, "opd", h->opd.opd);
	json_key(&out, "tahun");
	json_int(&out, h->tahun);
	json_key(&out, "bulan");
	json_int(&out, h->bulan);
	for (int s = 0; s < GARIS_JUMLAH; s++) {
		json_key(&out, garis_status_name((StatusGaris)s));
		json_int(&out, h->jumlah[s]);
	}
	json_key(&out, "uang");
	json_object(&out);
	summary_money(&out, &h->semua);
	json_end(&out);
	json_key(&out, "halangan");
	json_array(&out);
	for (size_t i = 0; i < h->n_halangan; i++)
		json_text(&out, h->halangan[i]);
	json_end(&out);
	json_field(&out, "alasan", h->alasan);
	json_end(&out);
	json_finish(&out);
	return str_trim(j->k->arena, strbuf_text(&text));
}

static Err lines_keep(Jalan *j)
{
	Konteks *k = j->k;
	Err err = ERR_OK;
	for (size_t i = 0; !err && i < j->h->n; i++) {
		const GarisImpor *g = &j->h->garis[i];
		if (g->status != GARIS_TAMBAH && g->status != GARIS_UBAH)
			continue;
		err = isian_add(k, j->h->lembar, g->jenis, g->kode, g->indikator, g->baru, str_format(k->arena, "%s:%u", j->h->hash, g->baris), g->turun ? j->h->alasan : "", g->sebelum, NULL,
		                j->info);
		if (j->request->kemajuan.lapor)
			j->request->kemajuan.lapor(j->request->kemajuan.context, (int)i + 1, (int)j->h->n);
	}
	return err;
}

static Err import_row(Jalan *j, const char *jenis)
{
	return store_add_impor(j->k->store, (BarisImpor){.hash = j->h->hash, .nama = j->h->berkas, .jenis = jenis, .ringkasan = summary(j)}, NULL, j->info);
}

static Err obstacles_refuse(const Jalan *j)
{
	const HasilImpor *h = j->h;
	StrBuf all = {.arena = j->k->arena};
	if (!h->n_halangan || (!h->wajib && !str_blank(h->alasan)))
		return ERR_OK;
	for (size_t i = 0; i < h->n_halangan; i++)
		strbuf_addf(&all, "%s%s", i ? "; " : "", h->halangan[i]);
	return refuse(j, str_format(j->k->arena, teks(j->k->bahasa, "%s is not imported: %s"), h->berkas, strbuf_text(&all)),
	              h->wajib ? NULL : teks(j->k->bahasa, "correct it, or say why the rest may stay out: --reason"));
}

static Err keep(Jalan *j)
{
	Err err = ERR_OK;
	if (j->h->rencana)
		err = rencana_store(j->k, j->h->rencana, j->info);
	if (!err)
		err = lines_keep(j);
	if (!err)
		err = import_row(j, j->h->jenis);
	if (!err)
		err = store_commit(j->k->store, j->info);
	j->h->tersimpan = !err;
	return err;
}

/* Everything that the decision depends on is read within the transaction that keeps it. */
static Err apply(Jalan *j)
{
	j->k->sumber = "impor";
	Err err = konteks_begin(j->k, j->info);
	if (err)
		return err;
	err = judge(j);
	if (!err && !(j->h->kosong && j->h->terdahulu))
		err = obstacles_refuse(j);
	if (!err && !j->h->kosong)
		err = keep(j);
	if (!j->h->tersimpan)
		store_rollback(j->k->store);
	return err;
}

Err impor_run(HasilImpor **out, Konteks *k, const PermintaanImpor *request, ErrInfo *info)
{
	HasilImpor *h = ARENA_NEW(k->arena, HasilImpor);
	Jalan j = {.k = k, .request = request, .h = h, .info = info};
	h->berkas = base_name(request->berkas);
	h->alasan = request->alasan ? request->alasan : "";
	*out = h;
	Err err = file_take(&j);
	if (!err)
		err = agency_settle(&j);
	if (!err)
		err = month_settle(&j);
	if (!err)
		err = konteks_may(k, request->terapkan ? AKSI_IMPOR : AKSI_BACA, h->opd.opd, info);
	if (err)
		return err;
	return request->terapkan ? apply(&j) : judge(&j);
}
