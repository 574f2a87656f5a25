/* hal_impor: a file into the plan or into a month, in three steps on one page - the file, what of it fits, applying it. The file stays with the program
 * between the steps, so that the page survives a reload. */
#include "app/impor.h"
#include "web/pekerja.h"
#include "web/rencana_web.h"

enum { GARIS_TAMPIL = 400, BERKAS_BESAR = 1024 * 1024 /* from here on applying is a job */ };

static void steps(Html *h, Minta *m, int now)
{
	static const char *const words[] = {TEKS("File"), TEKS("What fits"), TEKS("Apply")};
	buka(h, "ol", "c-steps");
	for (int i = 0; i < 3; i++) {
		buka(h, "li", i < now ? "jadi" : NULL);
		if (i == now)
			html_attr(h, "aria-current", "step");
		html_text(h, teks(m->bahasa, words[i]));
		html_close(h);
	}
	html_close(h);
}

static void drop_zone(Html *h, Minta *m, const char *accept, const char *hint)
{
	buka(h, "label", "c-drop");
	ikon(h, "cloud-upload");
	html_element(h, "b", NULL, teks(m->bahasa, "Drop a file here, or choose one"));
	html_element(h, "span", NULL, hint);
	html_open(h, "input");
	html_attr(h, "type", "file");
	html_attr(h, "name", "berkas");
	html_attr(h, "accept", accept);
	html_attr(h, "required", "");
	html_void_end(h);
	html_close(h);
}

static Err upload_keep(Minta *m, const char *jenis, const char *tentang, int64_t *id, ErrInfo *info)
{
	const Unggahan *file = minta_unggahan(m, "berkas");
	if (!file || !file->n)
		return err_set(info, ERR_USAGE, teks(m->bahasa, "Choose a file first."), NULL);
	return tangguh_simpan(m->k, jenis, tentang, file->nama, file->isi, file->n, id, info);
}

static const char *clean(Minta *m, const Tangguh *t, ErrInfo *info)
{
	info->message = tangguh_teks(m->arena, t, info->message);
	info->hint = tangguh_teks(m->arena, t, info->hint);
	return info->message;
}

/* ---- a plan ---- */

typedef struct {
	RencanaVersi list;
	PermintaanRencana request;
	const char *base;
	Tangguh tangguh;
	HasilRencana *hasil;
} ImporRencana;

static const char *or_null(const char *text)
{
	return *text ? text : NULL;
}

static Err plan_begin(Minta *m, ImporRencana *w, bool from_form, ErrInfo *info)
{
	const char *(*value)(const Minta *, const char *) = from_form ? minta_isi : minta_kueri;
	*w = (ImporRencana){0};
	Err err = rencana_list(&w->list, m->k, minta_bagian(m, "opd"), (int)minta_angka(m, "tahun", 1900, 2999, 0), info);
	if (!err)
		err = konteks_may(m->k, AKSI_RENCANA, w->list.opd.opd, info);
	if (err)
		return err;
	w->base = str_format(m->arena, "/rencana/%s/%d", w->list.opd.opd, w->list.tahun);
	w->request = (PermintaanRencana){.opd = w->list.opd.opd, .tahun = w->list.tahun, .jenis = or_null(value(m, "jenis")), .nomor = or_null(value(m, "nomor")), .berlaku = or_null(value(m, "berlaku"))};
	return ERR_OK;
}

static Err plan_read(Minta *m, ImporRencana *w, int64_t id, bool apply, ErrInfo *info)
{
	const char *path;
	Err err = tangguh_ambil(m->k, id, "berkas-rencana", &w->tangguh, info);
	if (!err)
		err = tangguh_berkas(m->k, &w->tangguh, &path, info);
	if (!err)
		err = rencana_import(&w->hasil, m->k, &w->request, path, apply, info);
	if (err)
		clean(m, &w->tangguh, info);
	return err;
}

static void plan_upload_form(Html *h, Minta *m, const ImporRencana *w)
{
	kartu_mulai(h, teks(m->bahasa, "The file and its document"), NULL);
	form_mulai(h, m, str_format(m->arena, "%s/impor", w->base), "c-isi c-form lebar", true);
	drop_zone(h, m, ".xlsx,.csv,.tsv,.json", teks(m->bahasa, "XLSX, CSV, TSV or JSON: a plan sheet, a report, or an export; up to 20 MB. Nothing is stored before you apply it."));
	rencana_dokumen_medan(h, m, &w->request, w->list.n == 0);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "arrow-right", teks(m->bahasa, "Read the file"), NULL, NULL);
	tombol_tautan(h, "btn-ghost", NULL, teks(m->bahasa, "Cancel"), w->base);
	tutup(h, 3);
}

static void plan_apply_form(Html *h, Minta *m, const ImporRencana *w)
{
	bool possible = w->hasil && !w->hasil->n_galat && !w->hasil->sama;
	kartu_mulai(h, teks(m->bahasa, "Apply"), w->tangguh.nama);
	form_mulai(h, m, str_format(m->arena, "%s/impor/terapkan", w->base), "c-isi c-form", false);
	form_tersembunyi(h, "berkas", str_format(m->arena, "%lld", (long long)w->tangguh.id));
	rencana_dokumen_medan(h, m, &w->request, w->list.n == 0);
	if (w->hasil && w->hasil->n_galat)
		html_element(h, "p", "c-galat", teks(m->bahasa, "Correct the errors in the file first, then upload it again."));
	buka(h, "div", "c-aksi");
	if (possible)
		tombol(h, "btn-primary", "check", teks(m->bahasa, "Apply as a new version"), NULL, NULL);
	tombol_tautan(h, NULL, "upload", teks(m->bahasa, "Another file"), str_format(m->arena, "%s/impor", w->base));
	tutup(h, 3);
}

static Err plan_show(Minta *m, Jawab *j, ImporRencana *w, const ErrInfo *refused)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Import a plan for %d"), w->list.tahun), .sub = w->list.opd.nama, .menu = MENU_RENCANA});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, NULL, teks(m->bahasa, "Back to the plan"), w->base);
	html_close(&h);
	halaman_isi(&h);
	steps(&h, m, w->hasil ? 1 : 0);
	pesan_tolak(&h, refused);
	if (w->hasil) {
		rencana_hasil_tulis(&h, m, w->hasil, &w->tangguh);
		plan_apply_form(&h, m, w);
	} else {
		plan_upload_form(&h, m, w);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err plan_page(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporRencana w;
	int64_t id = minta_angka(m, "berkas", 1, INT64_MAX, 0);
	Err err = plan_begin(m, &w, false, info);
	if (err || !id)
		return err ? err : plan_show(m, j, &w, NULL);
	if (!w.request.jenis && w.list.n)
		w.request.jenis = "pergeseran";
	if (!w.request.berlaku && w.list.n)
		w.request.berlaku = rencana_berlaku_usul(m, w.list.tahun);
	err = plan_read(m, &w, id, false, info);
	if (err && !err_refused(err) && err != ERR_FORMAT && err != ERR_LIMIT)
		return err;
	ErrInfo refused = err ? *info : (ErrInfo){0};
	if (err) {
		w.hasil = NULL;
		j->status = 422;
	}
	return plan_show(m, j, &w, &refused);
}

static Err plan_upload(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporRencana w;
	int64_t id;
	Err err = plan_begin(m, &w, true, info);
	if (!err)
		err = upload_keep(m, "berkas-rencana", w.list.opd.opd, &id, info);
	if (err == ERR_USAGE || err == ERR_LIMIT) {
		ErrInfo refused = *info;
		j->status = 422;
		return plan_show(m, j, &w, &refused);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "%s/impor?berkas=%lld&jenis=%s&nomor=%s&berlaku=%s", w.base, (long long)id, url_encode(m->arena, minta_isi(m, "jenis")),
		                         url_encode(m->arena, minta_isi(m, "nomor")), url_encode(m->arena, minta_isi(m, "berlaku"))));
	return err;
}

static Err plan_apply(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporRencana w;
	Err err = plan_begin(m, &w, true, info);
	if (!err)
		err = plan_read(m, &w, minta_angka(m, "berkas", 1, INT64_MAX, 0), true, info);
	if (!err && w.hasil->tersimpan) {
		jawab_alih(j, str_format(m->arena, "%s?ok=impor", w.base));
		return ERR_OK;
	}
	if (err && (err == ERR_DENIED || err == ERR_ABSENT || !err_refused(err)))
		return err;
	ErrInfo refused = err ? *info : (ErrInfo){0};
	j->status = 422;
	if (err && plan_read(m, &w, w.tangguh.id, false, info))
		w.hasil = NULL;
	return plan_show(m, j, &w, &refused);
}

/* ---- a month ---- */

typedef struct {
	const char *opd;
	int tahun, bulan;            /* 0: as the file says */
	const char *alasan;
	Tangguh tangguh;
	HasilImpor *hasil;
} ImporBulan;

static const char *status_text(Bahasa b, StatusGaris s)
{
	static const char *const words[GARIS_JUMLAH] = {TEKS("added"), TEKS("changed"), TEKS("same"), TEKS("only in the ledger"), TEKS("no place"), TEKS("refused")};
	return teks(b, words[s]);
}

static const char *status_class(StatusGaris s)
{
	static const char *const classes[GARIS_JUMLAH] = {"c-tag ok", "c-tag note", "c-tag", "c-tag", "c-tag err", "c-tag err"};
	return classes[s];
}

static const char *value_text(Minta *m, const GarisImpor *g, NilaiIsian v)
{
	return v.isi == ISI_KOSONG && !*v.teks ? "" : teks_pendek(m->arena, isian_print(m->arena, g->jenis, v), 80);
}

static void control_row(Html *h, Minta *m, const char *kode, const char *nama, const KendaliImpor *c)
{
	Arena *a = m->arena;
	bool equal = c->tak_cocok.sen == 0;
	Rupiah off = {0};
	bool printed = c->tertulis.isi != ISI_KOSONG && rupiah_sub(&off, c->tertulis.nilai, c->berkas);
	html_open(h, "tr");
	sel(h, "kd hp0", kode);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, nama);
	html_close(h);
	sel(h, "n", rupiah_print_id(a, c->berkas));
	sel(h, "n hp0", rupiah_print_id(a, c->cocok));
	sel(h, equal ? "n" : "n kurang c-b", rupiah_print_id(a, c->tak_cocok));
	sel(h, printed && off.sen ? "n hp0 kurang" : "n hp0", printed ? rupiah_print_id(a, c->tertulis.nilai) : "-");
	html_close(h);
}

static void controls(Html *h, Minta *m, const HasilImpor *r)
{
	bool equal = r->semua.tak_cocok.sen == 0;
	buka(h, "dl", "c-cocok");
	const char *box = equal ? "sama" : "beda";
	struct {
		const char *nama;
		Rupiah nilai;
	} const boxes[] = {{teks(m->bahasa, "Total of the file (Rp)"), r->semua.berkas}, {teks(m->bahasa, "Matched"), r->semua.cocok}, {teks(m->bahasa, "Without a place"), r->semua.tak_cocok}};
	for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
		buka(h, "div", box);
		html_element(h, "dt", NULL, boxes[i].nama);
		html_element(h, "dd", NULL, rupiah_print_id(m->arena, boxes[i].nilai));
		html_close(h);
	}
	html_close(h);
	pesan(h, equal ? "is-ok" : "is-err",
	      equal ? teks(m->bahasa, "The total of the file equals what was matched, to the sen.")
	            : str_format(m->arena, teks(m->bahasa, "Rp%s in %u rows have no place yet. Correct their codes in the file, or say why they may stay out."),
	                         rupiah_print_id(m->arena, r->semua.tak_cocok), r->jumlah[GARIS_TAK_COCOK]),
	      NULL);
	kartu_mulai(h, teks(m->bahasa, "Control totals by program"), NULL);
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", teks(m->bahasa, "Control totals by program"));
	html_open(h, "thead");
	html_open(h, "tr");
	static const struct {
		const char *kelas, *teks;
	} heads[] = {{"k112 hp0", TEKS("Code")}, {NULL, TEKS("Program")}, {"n k144", TEKS("File")}, {"n k144 hp0", TEKS("Matched")}, {"n k144", TEKS("Without a place")}, {"n k144 hp0", TEKS("Printed in the file")}};
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		kepala_kolom(h, heads[i].kelas, teks(m->bahasa, heads[i].teks));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < r->n_program; i++)
		control_row(h, m, r->program[i].kode, *r->program[i].nama ? r->program[i].nama : teks(m->bahasa, "belongs to no program"), &r->program[i]);
	html_close(h);
	html_open(h, "tfoot");
	control_row(h, m, "", teks(m->bahasa, "Total"), &r->semua);
	tutup(h, 4);
}

/* Of the node or indicator; of a narrative its kind. */
static const char *line_name(Minta *m, const GarisImpor *g)
{
	if (g->jenis == ISIAN_PERMASALAHAN)
		return teks(m->bahasa, "Obstacles");
	if (g->jenis == ISIAN_TINDAK_LANJUT)
		return teks(m->bahasa, "Follow-up");
	return g->nama ? g->nama : "";
}

static void line_row(Html *h, Minta *m, const GarisImpor *g)
{
	html_open(h, "tr");
	sel(h, "n c-2", g->baris ? str_format(m->arena, "%u", g->baris) : "");
	html_open(h, "td");
	html_element(h, "span", status_class(g->status), status_text(m->bahasa, g->status));
	html_close(h);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_element(h, "span", "c-s c-2", *g->kode ? g->kode : teks(m->bahasa, "The whole report"));
	html_element(h, "div", "c-n4", teks_pendek(m->arena, line_name(m, g), 90));
	if (g->sebab)
		html_element(h, "div", "c-s c-dn", g->sebab);
	for (size_t c = 0; c < g->n_calon; c++)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "near: %s"), g->calon[c]));
	if (g->turun)
		html_element(h, "div", "c-s c-dn", str_format(m->arena, teks(m->bahasa, "falls: %s in the month before"), value_text(m, g, g->bulan_lalu)));
	if (g->catatan)
		html_element(h, "div", "c-s c-2", g->catatan);
	html_close(h);
	sel(h, "n c-2", value_text(m, g, g->lama));
	sel(h, "n c-b", value_text(m, g, g->baru));
	html_close(h);
}

static bool told(const GarisImpor *g)
{
	return g->status != GARIS_SAMA && g->status != GARIS_SISA;
}

static void lines(Html *h, Minta *m, const HasilImpor *r)
{
	size_t shown = 0;
	const uint32_t *n = r->jumlah;
	kartu_mulai(h, teks(m->bahasa, "Cell by cell"),
	            str_format(m->arena, teks(m->bahasa, "%u added, %u changed, %u the same, %u only in the ledger, %u without a place, %u refused"), n[GARIS_TAMBAH], n[GARIS_UBAH], n[GARIS_SAMA],
	                       n[GARIS_SISA], n[GARIS_TAK_COCOK], n[GARIS_TOLAK]));
	buka(h, "div", "c-gulir");
	html_attr(h, "tabindex", "0");
	html_attr(h, "role", "region");
	html_attr(h, "aria-label", teks(m->bahasa, "Cell by cell"));
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", teks(m->bahasa, "Cell by cell"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "n k56", teks(m->bahasa, "Line"));
	kepala_kolom(h, "k112", teks(m->bahasa, "Result"));
	kepala_kolom(h, NULL, teks(m->bahasa, "Cell"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "In the ledger"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "In the file"));
	tutup(h, 2);
	html_open(h, "tbody");
	/* what has no place or is refused stands first */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < r->n; i++) {
			const GarisImpor *g = &r->garis[i];
			bool first = g->status == GARIS_TAK_COCOK || g->status == GARIS_TOLAK || g->turun;
			if (!told(g) || first != (pass == 0) || shown == GARIS_TAMPIL)
				continue;
			line_row(h, m, g);
			shown++;
		}
	tutup(h, 3);
	size_t all = 0;
	for (size_t i = 0; i < r->n; i++)
		all += told(&r->garis[i]);
	if (all > shown)
		html_element(h, "p", "c-kaki", str_format(m->arena, teks(m->bahasa, "%zu more lines are not shown; they are applied all the same."), all - shown));
	html_close(h);
}

static void month_apply_form(Html *h, Minta *m, const ImporBulan *w)
{
	const HasilImpor *r = w->hasil;
	kartu_mulai(h, teks(m->bahasa, "Apply"), r->berkas);
	form_mulai(h, m, "/impor/terapkan", "c-isi c-form", false);
	form_tersembunyi(h, "berkas", str_format(m->arena, "%lld", (long long)w->tangguh.id));
	form_tersembunyi(h, "opd", w->opd);
	form_tersembunyi(h, "tahun", str_format(m->arena, "%d", w->tahun));
	form_tersembunyi(h, "bulan", str_format(m->arena, "%d", w->bulan));
	for (size_t i = 0; i < r->n_halangan; i++) {
		buka(h, "p", "c-galat");
		ikon(h, "alert-triangle");
		html_text(h, r->halangan[i]);
		html_close(h);
	}
	if (r->n_halangan && !r->wajib)
		medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Why the rest may stay out"), .nama = "alasan", .nilai = w->alasan, .baris = 3, .wajib = true, .maks = 1000});
	buka(h, "div", "c-aksi");
	if (!r->kosong && !r->wajib)
		tombol(h, "btn-primary", "check", teks(m->bahasa, "Apply the whole file"), NULL, NULL);
	tombol_tautan(h, NULL, "upload", teks(m->bahasa, "Another file"), "/impor");
	tutup(h, 3);
}

static void month_notes(Html *h, Minta *m, const HasilImpor *r)
{
	if (r->kosong)
		pesan(h, "is-note", teks(m->bahasa, "The ledger says all of this already; there is nothing to apply."), NULL);
	if (r->terdahulu)
		pesan(h, "is-note", str_format(m->arena, teks(m->bahasa, "This very file was imported before (entry %lld)."), (long long)r->terdahulu), NULL);
	if (r->rencana)
		pesan(h, "is-note", str_format(m->arena, teks(m->bahasa, "The ledger has no plan for %d yet: the one in the file is stored with it."), r->tahun), NULL);
	if (r->n_galat || r->n_peringatan)
		pesan(h, "is-warn", str_format(m->arena, teks(m->bahasa, "The checks find %zu errors and %zu warnings in the file."), r->n_galat, r->n_peringatan),
		      teks(m->bahasa, "The page Check a file shows each of them."));
	if (r->n_gema)
		pesan(h, "is-note", str_format(m->arena, teks(m->bahasa, "%u cells only repeat a computed percentage and are no entries."), r->n_gema), NULL);
}

static void month_upload_form(Html *h, Minta *m)
{
	kartu_mulai(h, teks(m->bahasa, "File"), NULL);
	form_mulai(h, m, "/impor", "c-isi c-form lebar", true);
	drop_zone(h, m, ".xlsx,.csv,.tsv,.json", teks(m->bahasa, "XLSX, CSV or TSV: the monthly report, the sheet downloaded here, or a table of realised money; up to 20 MB. Nothing is stored before you apply it."));
	const char *opd = *minta_isi(m, "opd") ? minta_isi(m, "opd") : *minta_kueri(m, "opd") ? minta_kueri(m, "opd") : m->k->pengguna.opd;
	Opsi months[13] = {{"", teks(m->bahasa, "as the file says")}};
	for (int i = 1; i <= 12; i++)
		months[i] = (Opsi){str_format(m->arena, "%d", i), bulan_name((uint8_t)i, m->bahasa)};
	buka(h, "div", "c-form-2");
	if (*m->k->pengguna.opd)
		form_tersembunyi(h, "opd", m->k->pengguna.opd);
	else
		medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Code of the agency"), .nama = "opd", .nilai = opd, .hint = teks(m->bahasa, "empty: as the file says")});
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Year"), .nama = "tahun", .nilai = minta_kueri(m, "tahun"), .masukan = "numeric", .maks = 4, .hint = teks(m->bahasa, "empty: as the file says")});
	medan_pilih(h, teks(m->bahasa, "Month"), "bulan", minta_kueri(m, "bulan"), months, 13, NULL);
	html_close(h);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "arrow-right", teks(m->bahasa, "Read the file"), NULL, NULL);
	tutup(h, 3);
}

static Err month_show(Minta *m, Jawab *j, const ImporBulan *w, const ErrInfo *refused)
{
	static const PesanOk done[] = {{"impor", TEKS("The file is applied; every value stands in the month with this file as its source.")}};
	const HasilImpor *r = w->hasil;
	const char *title = r ? str_format(m->arena, teks(m->bahasa, "Import %s %d"), bulan_name((uint8_t)r->bulan, m->bahasa), r->tahun) : teks(m->bahasa, "Import realisation");
	Html h = halaman_mulai(m, j, &(Halaman){.judul = title, .sub = r ? r->opd.nama : m->k->pemda.nama, .menu = MENU_ISIAN});
	halaman_isi(&h);
	pesan_ok(&h, m, done, 1);
	steps(&h, m, r ? 1 : 0);
	pesan_tolak(&h, refused);
	if (refused && refused->message && !r)
		pesan(&h, "is-note", teks(m->bahasa, "If the file does not say its agency, year and month, choose them below and send it again."), NULL);
	if (r) {
		month_notes(&h, m, r);
		controls(&h, m, r);
		month_apply_form(&h, m, w);
		lines(&h, m, r);
	} else {
		month_upload_form(&h, m);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err month_read(Minta *m, ImporBulan *w, int64_t id, bool apply, ErrInfo *info)
{
	const char *path;
	Err err = tangguh_ambil(m->k, id, "berkas-bulan", &w->tangguh, info);
	if (!err)
		err = tangguh_berkas(m->k, &w->tangguh, &path, info);
	if (!err)
		err = impor_run(&w->hasil, m->k, &(PermintaanImpor){.berkas = path, .opd = or_null(w->opd), .tahun = w->tahun, .bulan = w->bulan, .alasan = w->alasan, .terapkan = apply}, info);
	if (err)
		clean(m, &w->tangguh, info);
	return err;
}

static ImporBulan month_begin(const Minta *m, bool from_form)
{
	ImporBulan w = {.opd = from_form ? minta_isi(m, "opd") : minta_kueri(m, "opd"), .alasan = minta_isi(m, "alasan")};
	if (!*w.opd)
		w.opd = m->k->pengguna.opd; /* who belongs to an agency imports for it */
	w.tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0);
	w.bulan = (int)minta_angka(m, "bulan", 1, 12, 0);
	return w;
}

static Err may_import(Minta *m, ErrInfo *info)
{
	return konteks_may(m->k, AKSI_IMPOR, m->k->pengguna.opd, info);
}

static Err month_page(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporBulan w = month_begin(m, false);
	int64_t id = minta_angka(m, "berkas", 1, INT64_MAX, 0);
	Err err = may_import(m, info);
	if (err || !id)
		return err ? err : month_show(m, j, &w, NULL);
	err = month_read(m, &w, id, false, info);
	if (!err)
		return month_show(m, j, &w, NULL);
	if (err == ERR_DENIED || (!err_refused(err) && err != ERR_FORMAT && err != ERR_LIMIT && err != ERR_OPEN))
		return err;
	ErrInfo refused = *info;
	w.hasil = NULL;
	j->status = 422;
	return month_show(m, j, &w, &refused);
}

static Err month_upload(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporBulan w = month_begin(m, true);
	int64_t id;
	Err err = may_import(m, info);
	if (!err)
		err = upload_keep(m, "berkas-bulan", w.opd, &id, info);
	if (err == ERR_USAGE || err == ERR_LIMIT) {
		ErrInfo refused = *info;
		j->status = 422;
		return month_show(m, j, &w, &refused);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/impor?berkas=%lld&opd=%s&tahun=%d&bulan=%d", (long long)id, url_encode(m->arena, w.opd), w.tahun, w.bulan));
	return err;
}

/* A large file is applied on the thread of the jobs. */
static Err month_apply_later(Minta *m, Jawab *j, const ImporBulan *w, int64_t id, ErrInfo *info)
{
	int64_t job;
	Err err = pekerja_mulai(m, "impor", str_format(m->arena, teks(m->bahasa, "Import of %s"), w->tangguh.nama),
	                        str_format(m->arena, "%lld %s %d %d %s", (long long)id, *w->opd ? w->opd : "-", w->tahun, w->bulan, w->alasan), &job, info);
	if (!err)
		jawab_alih(j, "/pekerjaan?ok=mulai");
	return err;
}

static Err month_apply(Minta *m, Jawab *j, ErrInfo *info)
{
	ImporBulan w = month_begin(m, true);
	int64_t id = minta_angka(m, "berkas", 1, INT64_MAX, 0);
	Err err = may_import(m, info);
	if (!err)
		err = tangguh_ambil(m->k, id, "berkas-bulan", &w.tangguh, info);
	if (!err && w.tangguh.n > BERKAS_BESAR)
		return month_apply_later(m, j, &w, id, info);
	if (!err)
		err = month_read(m, &w, id, true, info);
	if (!err) {
		jawab_alih(j, w.hasil->tersimpan ? str_format(m->arena, "/isian/%s/%d/%d?ok=impor", w.hasil->opd.opd, w.hasil->tahun, w.hasil->bulan) : "/impor");
		return ERR_OK;
	}
	if (err != ERR_USAGE)
		return err;
	ErrInfo refused = *info;
	j->status = 422;
	if (month_read(m, &w, id, false, info))
		w.hasil = NULL;
	return month_show(m, j, &w, &refused);
}

const Rute RUTE_IMPOR[] = {
	{METODE_GET, "/impor", month_page, RUTE_BERAT},
	{METODE_POST, "/impor", month_upload, RUTE_UNGGAH},
	{METODE_POST, "/impor/terapkan", month_apply, RUTE_BERAT},
	{METODE_GET, "/rencana/{opd}/{tahun}/impor", plan_page, RUTE_BERAT},
	{METODE_POST, "/rencana/{opd}/{tahun}/impor", plan_upload, RUTE_UNGGAH},
	{METODE_POST, "/rencana/{opd}/{tahun}/impor/terapkan", plan_apply, RUTE_BERAT},
	{METODE_GET, NULL, NULL, 0},
};
