/* hal_rencana: the plan of an agency's year - its tree, versions, what moved between two of them, and the next version as it is being changed. */
#include "app/rencana_draf.h"
#include "web/rencana_web.h"
#include "web/unsur.h"

typedef struct {
	Minta *m;
	Html *h;
	RencanaVersi daftar;
	const BarisRencana *versi;
	const Rencana *rencana;
	const char *dasar;           /* "/rencana/2.17.../2023" */
	uint32_t pilih;              /* node in the panel; RENCANA_NONE */
	bool ubah;                   /* the draft, with fields */
	bool boleh;
	size_t n_ubah;
	bool usang;
} Lembar;

static const char *T(const Lembar *l, const char *key) __attribute__((format_arg(2)));
static const char *T(const Lembar *l, const char *key)
{
	return teks(l->m->bahasa, key);
}

const char *rencana_jenis_teks(Bahasa b, const char *jenis)
{
	return str_equal(jenis, "murni") ? teks(b, "DPA murni") : str_equal(jenis, "pergeseran") ? teks(b, "Shift") : teks(b, "DPPA (change)");
}

const char *rencana_versi_teks(const Minta *m, const BarisRencana *v)
{
	Tanggal from = {0};
	tanggal_parse(&from, v->berlaku, NULL);
	return str_format(m->arena, teks(m->bahasa, "Version %d, %s%s%s, from %s"), (int)v->versi, rencana_jenis_teks(m->bahasa, v->jenis), *v->nomor ? " " : "", v->nomor,
	                  teks_tanggal(m->arena, from, m->bahasa));
}

/* ---- the tree ---- */

static IsiRupiah pagu_of(const Rencana *r, uint32_t i)
{
	Rupiah sum;
	return rencana_sum(r, i, rencana_end(r, i), &sum) ? isi_rupiah(sum) : (IsiRupiah){0};
}

static const char *node_url(const Lembar *l, const char *kode)
{
	return l->ubah ? str_format(l->m->arena, "%s/ubah?kode=%s#butir", l->dasar, kode) : str_format(l->m->arena, "%s?versi=%d&kode=%s#butir", l->dasar, (int)l->versi->versi, kode);
}

static void tree_row(Lembar *l, uint32_t i)
{
	static const char *const levels[] = {"", "lv1", "lv2", "lv3"}, *const indents[] = {"", "", "in1", "in2"};
	const SimpulRencana *s = &l->rencana->simpul[i];
	Html *h = l->h;
	buka(h, "tr", i == l->pilih ? str_format(l->m->arena, "%s pilih", levels[s->tingkat]) : levels[s->tingkat]);
	if (i == l->pilih)
		html_attr(h, "aria-current", "true");
	sel(h, "kd hp0", s->kode);
	buka(h, "th", indents[s->tingkat]);
	html_attr(h, "scope", "row");
	html_open(h, "a");
	html_attr(h, "href", node_url(l, s->kode));
	if (*s->nomor)
		html_element(h, "span", "c-2 c-n4", str_format(l->m->arena, "%s ", s->nomor));
	html_text(h, s->nama);
	html_close(h);
	html_close(h);
	sel(h, "n", teks_uang(l->m->arena, pagu_of(l->rencana, i)));
	html_close(h);
}

static void tree(Lembar *l)
{
	Html *h = l->h;
	Rupiah total;
	const Rencana *r = l->rencana;
	kartu_mulai(h, T(l, "Tree of the plan"),
	            str_format(l->m->arena, T(l, "%u program, %u kegiatan, %u sub kegiatan, %u indicators"), rencana_count(r, TINGKAT_PROGRAM), rencana_count(r, TINGKAT_KEGIATAN),
	                       rencana_count(r, TINGKAT_SUB_KEGIATAN), r->n_indikator));
	buka(h, "div", "c-gulir");
	buka(h, "table", "c-t c-pohon");
	html_element(h, "caption", "c-vh", T(l, "Tree of the plan"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "k128 hp0", T(l, "Code"));
	kepala_kolom(h, NULL, T(l, "Name"));
	kepala_kolom(h, "n k144", T(l, "Budget (Rp)"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (uint32_t i = 0; i < r->n_simpul; i++)
		tree_row(l, i);
	html_close(h);
	html_open(h, "tfoot");
	html_open(h, "tr");
	sel(h, "hp0", "");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, T(l, "Total"));
	html_close(h);
	sel(h, "n", rencana_sum(r, 0, r->n_simpul, &total) ? rupiah_print_id(l->m->arena, total) : "-");
	tutup(h, 5);
}

/* ---- a node, to be read ---- */

static const char *direction(const Lembar *l, const char *arah)
{
	static const Opsi words[] = {{"naik", TEKS("the more the better")}, {"turun-a", TEKS("the less the better, (2T-R)/T")}, {"turun-b", TEKS("the less the better, T/R")},
	                             {"rentang", TEKS("within a range")}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(words[i].nilai, arah))
			return T(l, words[i].teks);
	return T(l, "as the policy says");
}

static const char *behaviour(const Lembar *l, const char *perilaku)
{
	static const Opsi words[] = {{"kumulatif", TEKS("cumulative")}, {"jumlah", TEKS("sum of the months")}, {"terakhir", TEKS("last value")}};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_equal(words[i].nilai, perilaku))
			return T(l, words[i].teks);
	return T(l, "as the policy says");
}

static const char *target_text(const Lembar *l, const IndikatorRencana *ind)
{
	return *ind->target_teks ? ind->target_teks : teks_volume(l->m->arena, ind->target);
}

static void indicator_read(Lembar *l, const IndikatorRencana *ind)
{
	Html *h = l->h;
	html_open(h, "section");
	html_element(h, "h3", NULL, ind->nama);
	buka(h, "dl", "c-dl");
	rinci(h, T(l, "Target"), str_format(l->m->arena, "%s %s", target_text(l, ind), ind->satuan));
	rinci(h, T(l, "Direction"), direction(l, ind->arah));
	rinci(h, T(l, "Over the months"), behaviour(l, ind->perilaku));
	if (ind->bobot.isi != ISI_KOSONG)
		rinci(h, T(l, "Weight"), teks_volume(l->m->arena, ind->bobot));
	if (ind->gema)
		rinci(h, T(l, "Realised"), T(l, "repeats the computed percentage; nothing is entered"));
	tutup(h, 2);
}

static void cash_sum(Lembar *l, const SimpulRencana *s)
{
	Html *h = l->h;
	Rupiah sum, rest;
	bool known = rencana_kas_sum(s, &sum), equal = known && rupiah_cmp(sum, s->pagu.nilai) == 0;
	buka(h, "p", equal ? "c-sah ok" : "c-sah err");
	ikon(h, equal ? "circle-check" : "alert-octagon");
	const char *text = equal ? T(l, "The months add up to the budget.") : known && rupiah_sub(&rest, s->pagu.nilai, sum)
		? str_format(l->m->arena, T(l, "The months give %s; to the budget %s are missing."), teks_uang(l->m->arena, isi_rupiah(sum)), teks_uang(l->m->arena, isi_rupiah(rest)))
		: T(l, "The sum of the months is too large.");
	html_text(h, text);
	html_close(h);
}

static void cash_read(Lembar *l, const SimpulRencana *s)
{
	Html *h = l->h;
	html_open(h, "section");
	html_element(h, "h3", NULL, T(l, "Cash plan (anggaran kas)"));
	if (!s->ada_kas) {
		html_element(h, "p", "c-s c-2", T(l, "There is none for this sub kegiatan; the curve of the plan cannot be drawn from it."));
		html_close(h);
		return;
	}
	buka(h, "table", "c-t cmp");
	html_element(h, "caption", "c-vh", T(l, "Cash plan (anggaran kas)"));
	html_open(h, "tbody");
	for (int i = 0; i < 6; i++) {
		html_open(h, "tr");
		for (int half = 0; half < 2; half++) {
			int month = i + 6 * half;
			html_open(h, "th");
			html_attr(h, "scope", "row");
			html_text(h, bulan_name((uint8_t)(month + 1), l->m->bahasa));
			html_close(h);
			sel(h, "n", rupiah_print_id(l->m->arena, s->kas[month]));
		}
		html_close(h);
	}
	tutup(h, 2);
	cash_sum(l, s);
	html_close(h);
}

static void node_head(Lembar *l, const SimpulRencana *s)
{
	Html *h = l->h;
	html_open(h, "header");
	html_element(h, "div", "c-s c-2", str_format(l->m->arena, "%s%s%s", s->nomor, *s->nomor ? " · " : "", s->kode));
	html_element(h, "h2", NULL, s->nama);
	html_element(h, "div", NULL, str_format(l->m->arena, T(l, "Budget Rp%s"), teks_uang(l->m->arena, pagu_of(l->rencana, l->pilih))));
	html_close(h);
}

static void node_read(Lembar *l, const SimpulRencana *s)
{
	node_head(l, s);
	for (uint32_t i = s->indikator_awal; i < s->indikator_awal + s->n_indikator; i++)
		indicator_read(l, &l->rencana->indikator[i]);
	if (!s->n_indikator)
		html_element(l->h, "section", "c-2", T(l, "No indicator."));
	if (s->tingkat == TINGKAT_SUB_KEGIATAN)
		cash_read(l, s);
}

/* ---- a node, to be changed ---- */

static const char *number_text(const Lembar *l, IsiDesimal v)
{
	return v.isi == ISI_KOSONG ? "" : teks_volume(l->m->arena, v);
}

static void indicator_edit(Lembar *l, const IndikatorRencana *ind)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	long long n = (long long)ind->nomor;
	const Opsi directions[] = {{"", T(l, "as the policy says")}, {"naik", T(l, "the more the better")}, {"turun-a", T(l, "the less the better, (2T-R)/T")},
	                           {"turun-b", T(l, "the less the better, T/R")}, {"rentang", T(l, "within a range")}};
	const Opsi behaviours[] = {{"", T(l, "as the policy says")}, {"kumulatif", T(l, "cumulative")}, {"jumlah", T(l, "sum of the months")}, {"terakhir", T(l, "last value")}};
	html_open(h, "section");
	html_open(h, "fieldset");
	html_element(h, "legend", NULL, n > 0 ? str_format(a, T(l, "Indicator %lld"), n) : T(l, "New indicator"));
	buka(h, "div", "c-form-2");
	buka(h, "div", "penuh");
	medan_form(h, &(MedanForm){.label = T(l, "Name"), .nama = str_format(a, "i%lld-nama", n), .nilai = ind->nama, .maks = 500});
	html_close(h);
	medan_form(h, &(MedanForm){.label = T(l, "Target"), .nama = str_format(a, "i%lld-target", n), .nilai = *ind->target_teks ? ind->target_teks : number_text(l, ind->target), .kelas = "c-nilai",
	                      .masukan = "decimal"});
	medan_form(h, &(MedanForm){.label = T(l, "Unit"), .nama = str_format(a, "i%lld-satuan", n), .nilai = ind->satuan, .maks = 60});
	medan_pilih(h, T(l, "Direction"), str_format(a, "i%lld-arah", n), ind->arah, directions, sizeof directions / sizeof *directions, NULL);
	medan_pilih(h, T(l, "Over the months"), str_format(a, "i%lld-perilaku", n), ind->perilaku, behaviours, sizeof behaviours / sizeof *behaviours, NULL);
	medan_form(h, &(MedanForm){.label = T(l, "Weight"), .nama = str_format(a, "i%lld-bobot", n), .nilai = number_text(l, ind->bobot), .kelas = "c-nilai", .masukan = "decimal"});
	medan_centang(h, T(l, "Drop this indicator"), str_format(a, "i%lld-hapus", n), false);
	tutup(h, 3);
}

static void cash_edit(Lembar *l, const SimpulRencana *s)
{
	Html *h = l->h;
	html_open(h, "section");
	html_open(h, "fieldset");
	html_element(h, "legend", NULL, T(l, "Cash plan (anggaran kas)"));
	buka(h, "div", "c-form-2");
	for (int i = 0; i < KAS_BULAN; i++)
		medan_form(h, &(MedanForm){.label = bulan_name((uint8_t)(i + 1), l->m->bahasa), .nama = str_format(l->m->arena, "s-kas%d", i + 1),
		                      .nilai = s->ada_kas ? rupiah_print_id(l->m->arena, s->kas[i]) : "", .kelas = "c-nilai", .masukan = "decimal"});
	tutup(h, 2);
	if (s->ada_kas)
		cash_sum(l, s);
	html_close(h);
}

static void node_edit(Lembar *l, const SimpulRencana *s)
{
	Html *h = l->h;
	node_head(l, s);
	if (s->tingkat != TINGKAT_SUB_KEGIATAN) {
		html_open(h, "section");
		tombol_tautan(h, NULL, "plus", rencana_tambah_teks(l->m->bahasa, s->tingkat + 1), str_format(l->m->arena, "%s/tambah?induk=%s", l->dasar, s->kode));
		html_close(h);
	}
	form_mulai(h, l->m, str_format(l->m->arena, "%s/ubah", l->dasar), NULL, false);
	form_tersembunyi(h, "kode", s->kode);
	html_open(h, "section");
	buka(h, "div", "c-form");
	medan_form(h, &(MedanForm){.label = T(l, "Name"), .nama = "s-nama", .nilai = s->nama, .wajib = true, .maks = 500});
	medan_form(h, &(MedanForm){.label = T(l, "Number"), .nama = "s-nomor", .nilai = s->nomor, .kelas = "pendek", .maks = 20});
	if (s->tingkat == TINGKAT_SUB_KEGIATAN)
		medan_form(h, &(MedanForm){.label = T(l, "Budget (Rp)"), .nama = "s-pagu", .nilai = s->pagu.isi == ISI_KOSONG ? "" : rupiah_print_id(l->m->arena, s->pagu.nilai), .kelas = "c-nilai",
		                      .masukan = "decimal", .hint = T(l, "for example 1.250.000,00")});
	medan_form(h, &(MedanForm){.label = T(l, "Weight"), .nama = "s-bobot", .nilai = number_text(l, s->bobot), .kelas = "c-nilai pendek", .masukan = "decimal"});
	tutup(h, 2);
	for (uint32_t i = s->indikator_awal; i < s->indikator_awal + s->n_indikator; i++)
		indicator_edit(l, &l->rencana->indikator[i]);
	html_open(h, "section");
	medan_form(h, &(MedanForm){.label = T(l, "Add an indicator"), .nama = "s-tambah", .maks = 500, .hint = T(l, "its name; target and unit follow after saving")});
	html_close(h);
	if (s->tingkat == TINGKAT_SUB_KEGIATAN)
		cash_edit(l, s);
	html_open(h, "section");
	medan_centang(h, s->tingkat == TINGKAT_SUB_KEGIATAN ? T(l, "Drop this sub kegiatan") : T(l, "Drop this with everything below it"), "s-hapus", false);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "device-floppy", T(l, "Keep in the draft"), NULL, NULL);
	tutup(h, 3);
}

/* ---- the page ---- */

static void version_picker(Lembar *l)
{
	Html *h = l->h;
	buka(h, "details", "c-menu");
	buka(h, "summary", "btn");
	ikon(h, "git-branch");
	html_text(h, str_format(l->m->arena, T(l, "Version %d"), (int)l->versi->versi));
	ikon_kecil(h, "chevron-down");
	html_close(h);
	buka(h, "div", "c-menu-isi");
	for (size_t i = l->daftar.n; i-- > 0;) {
		html_open(h, "a");
		html_attr(h, "href", str_format(l->m->arena, "%s?versi=%d", l->dasar, (int)l->daftar.versi[i].versi));
		if (&l->daftar.versi[i] == l->versi)
			html_attr(h, "aria-current", "true");
		html_text(h, rencana_versi_teks(l->m, &l->daftar.versi[i]));
		html_close(h);
	}
	tutup(h, 2);
}

static void head_actions(Lembar *l)
{
	Html *h = l->h;
	buka(h, "div", "c-act");
	version_picker(l);
	if (l->daftar.n > 1)
		tombol_tautan(h, NULL, "git-compare", T(l, "Compare versions"),
		              str_format(l->m->arena, "%s/banding?dari=%d&ke=%d", l->dasar, (int)l->versi->versi > 1 ? (int)l->versi->versi - 1 : 1, (int)l->versi->versi > 1 ? (int)l->versi->versi : 2));
	if (l->boleh) {
		tombol_tautan(h, NULL, "upload", T(l, "Import"), str_format(l->m->arena, "%s/impor", l->dasar));
		tombol_tautan(h, "btn-primary", "edit", T(l, "Edit the plan"), str_format(l->m->arena, "%s/ubah", l->dasar));
	}
	html_close(h);
}

static void panel(Lembar *l)
{
	Html *h = l->h;
	buka(h, "aside", "c-panel");
	html_attr(h, "id", "butir");
	html_attr(h, "aria-label", T(l, "The chosen part of the plan"));
	if (l->pilih == RENCANA_NONE)
		kosong(h, "list-tree", T(l, "Choose a row"), T(l, "Its indicators, targets and cash plan will stand here."), NULL, NULL);
	else if (l->ubah)
		node_edit(l, &l->rencana->simpul[l->pilih]);
	else
		node_read(l, &l->rencana->simpul[l->pilih]);
	html_close(h);
}

static void node_choose(Lembar *l, const char *kode)
{
	l->pilih = *kode ? rencana_find(l->rencana, kode) : RENCANA_NONE;
	for (uint32_t i = 0; !*kode && l->pilih == RENCANA_NONE && i < l->rencana->n_simpul; i++)
		if (l->rencana->simpul[i].tingkat == TINGKAT_SUB_KEGIATAN)
			l->pilih = i;
}

static Err plan_absent(Minta *m, Jawab *j, const RencanaVersi *list, bool may)
{
	const char *base = str_format(m->arena, "/rencana/%s/%d", list->opd.opd, list->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Plan %d"), list->tahun), .sub = list->opd.nama, .menu = MENU_RENCANA});
	halaman_isi(&h);
	buka(&h, "section", "c-card");
	kosong(&h, "list-tree", str_format(m->arena, teks(m->bahasa, "No plan for %d yet"), list->tahun),
	       teks(m->bahasa, "Import it from the DPA, from a file of SIPD, or from a report of the year."), may ? teks(m->bahasa, "Import a plan") : NULL,
	       str_format(m->arena, "%s/impor", base));
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static int year_of(Minta *m)
{
	return (int)minta_angka(m, "tahun", 1900, 2999, 0);
}

static Err plan_page(Minta *m, Jawab *j, ErrInfo *info)
{
	static const PesanOk done[] = {{"simpan", TEKS("The plan is stored as a new version.")}, {"impor", TEKS("The file is stored as a new version of the plan.")},
	                               {"buang", TEKS("The draft was thrown away; nothing of the plan changed.")}};
	Lembar l = {.m = m};
	Rencana *plan;
	Err err = rencana_list(&l.daftar, m->k, minta_bagian(m, "opd"), year_of(m), info);
	if (err)
		return err;
	l.boleh = akses_allows(m->k->peran, m->k->pengguna.opd, AKSI_RENCANA, l.daftar.opd.opd);
	if (!l.daftar.n)
		return plan_absent(m, j, &l.daftar, l.boleh);
	err = rencana_choose(&l.versi, m->k, &l.daftar, minta_kueri(m, "versi"), info);
	if (!err)
		err = rencana_load(&plan, m->k, l.daftar.opd.opd, l.daftar.tahun, l.versi->versi, info);
	if (err)
		return err;
	l.rencana = plan;
	l.dasar = str_format(m->arena, "/rencana/%s/%d", l.daftar.opd.opd, l.daftar.tahun);
	node_choose(&l, minta_kueri(m, "kode"));
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Plan %d"), l.daftar.tahun), .sub = l.daftar.opd.nama, .menu = MENU_RENCANA, .skrip = {"rencana.js"}});
	l.h = &h;
	buka(&h, "div", "c-ket");
	html_element(&h, "span", "c-s c-2", rencana_versi_teks(m, l.versi));
	html_close(&h);
	head_actions(&l);
	halaman_isi(&h);
	pesan_ok(&h, m, done, sizeof done / sizeof *done);
	buka(&h, "div", "c-split sedang");
	tree(&l);
	panel(&l);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- the draft ---- */

static void draft_bar(Lembar *l)
{
	Html *h = l->h;
	if (l->usang)
		pesan(h, "is-warn", T(l, "A newer version of the plan was stored since you began your earlier draft; that draft is no longer used."), NULL);
	buka(h, "div", "c-dock");
	html_open(h, "span");
	html_element(h, "b", NULL, str_format(l->m->arena, "%zu", l->n_ubah));
	html_text(h, T(l, " changes in your draft"));
	html_close(h);
	html_element(h, "span", "c-2 luas", str_format(l->m->arena, T(l, "It begins with version %d; nothing is in the plan before you store it."), (int)l->versi->versi));
	buka(h, "div", "c-act");
	if (l->n_ubah) {
		form_mulai(h, l->m, str_format(l->m->arena, "%s/buang", l->dasar), NULL, false);
		tombol(h, "btn-bahaya", "trash", T(l, "Throw the draft away"), NULL, NULL);
		html_close(h);
		tombol_tautan(h, "btn-primary", "arrow-right", T(l, "Look through and store"), str_format(l->m->arena, "%s/simpan", l->dasar));
	}
	tutup(h, 2);
}

static Err draft_show(Minta *m, Jawab *j, const char *kode, const ErrInfo *refused, ErrInfo *info)
{
	DrafRencana d;
	static const PesanOk done[] = {{"draf", TEKS("Kept in your draft.")}};
	Err err = rencana_draf(&d, m->k, minta_bagian(m, "opd"), year_of(m), info);
	if (!err)
		err = konteks_may(m->k, AKSI_RENCANA, d.opd.opd, info);
	if (err)
		return err;
	Lembar l = {.m = m, .versi = d.dasar, .rencana = d.rencana, .dasar = str_format(m->arena, "/rencana/%s/%d", d.opd.opd, d.tahun), .ubah = true, .boleh = true, .n_ubah = d.n_ubah,
	            .usang = d.usang};
	node_choose(&l, kode);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Change the plan %d"), d.tahun), .sub = d.opd.nama, .menu = MENU_RENCANA, .skrip = {"rencana.js"}});
	l.h = &h;
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, NULL, T(&l, "Back to the plan"), l.dasar);
	tombol_tautan(&h, NULL, "plus", rencana_tambah_teks(m->bahasa, TINGKAT_PROGRAM), str_format(m->arena, "%s/tambah", l.dasar));
	html_close(&h);
	halaman_isi(&h);
	pesan_ok(&h, m, done, 1);
	pesan_tolak(&h, refused);
	buka(&h, "div", "c-split sedang");
	tree(&l);
	panel(&l);
	html_close(&h);
	draft_bar(&l);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err draft_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return draft_show(m, j, minta_kueri(m, "kode"), NULL, info);
}

/* "s-pagu" is a field of the node, "i3-target" one of its indicator 3. */
static bool field_take(const Medan *f, const char *kode, UbahRencana *out)
{
	*out = (UbahRencana){.kode = kode, .nilai = f->nilai};
	if (str_starts(f->nama, "s-")) {
		out->medan = f->nama + 2;
	} else if (f->nama[0] == 'i') {
		char *end;
		out->indikator = strtoll(f->nama + 1, &end, 10);
		if (*end != '-' || !out->indikator)
			return false;
		out->medan = end + 1;
	} else {
		return false;
	}
	bool act = str_equal(out->medan, "hapus") || str_equal(out->medan, "tambah");
	return !act || *f->nilai;
}

static Err draft_post(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *kode = minta_isi(m, "kode");
	UbahRencana *changes = ARENA_ARRAY(m->arena, UbahRencana, m->n_formulir);
	size_t n = 0, kept;
	/* what is dropped goes last, so that its other fields still find it */
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < m->n_formulir; i++) {
			UbahRencana u;
			if (field_take(&m->formulir[i], kode, &u) && str_equal(u.medan, "hapus") == (pass == 1))
				changes[n++] = u;
		}
	}
	Err err = rencana_draf_ubah(m->k, minta_bagian(m, "opd"), year_of(m), changes, n, &kept, info);
	if (err == ERR_USAGE) {
		ErrInfo refused = *info;
		j->status = 422;
		return draft_show(m, j, kode, &refused, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/rencana/%s/%s/ubah?kode=%s%s#butir", minta_bagian(m, "opd"), minta_bagian(m, "tahun"), url_encode(m->arena, kode), kept ? "&ok=draf" : ""));
	return err;
}

static Err draft_drop(Minta *m, Jawab *j, ErrInfo *info)
{
	Err err = rencana_draf_buang(m->k, minta_bagian(m, "opd"), year_of(m), info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "/rencana/%s/%s?ok=buang", minta_bagian(m, "opd"), minta_bagian(m, "tahun")));
	return err;
}

static PermintaanRencana request_of(Minta *m, bool from_form)
{
	const char *jenis = from_form ? minta_isi(m, "jenis") : minta_kueri(m, "jenis");
	const char *nomor = from_form ? minta_isi(m, "nomor") : minta_kueri(m, "nomor"), *berlaku = from_form ? minta_isi(m, "berlaku") : minta_kueri(m, "berlaku");
	return (PermintaanRencana){.opd = minta_bagian(m, "opd"), .tahun = year_of(m), .jenis = *jenis ? jenis : NULL, .nomor = *nomor ? nomor : NULL, .berlaku = *berlaku ? berlaku : NULL};
}

const char *rencana_berlaku_usul(Minta *m, int tahun)
{
	Tanggal today = waktu_date(m->k->sekarang, m->k->pemda.zona);
	if (today.tahun != tahun)
		today = today.tahun > tahun ? (Tanggal){(int16_t)tahun, 12, 31} : (Tanggal){(int16_t)tahun, 1, 1};
	return tanggal_print_iso(m->arena, today);
}

void rencana_dokumen_medan(Html *h, Minta *m, const PermintaanRencana *r, bool pertama)
{
	const Opsi kinds[] = {{"pergeseran", teks(m->bahasa, "Shift")}, {"perubahan", teks(m->bahasa, "DPPA (change)")}, {"murni", teks(m->bahasa, "DPA murni")}};
	buka(h, "div", "c-form-2");
	medan_pilih(h, teks(m->bahasa, "Kind of document"), "jenis", r->jenis ? r->jenis : pertama ? "murni" : "pergeseran", kinds, sizeof kinds / sizeof *kinds, NULL);
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Number of the document"), .nama = "nomor", .nilai = r->nomor ? r->nomor : "", .maks = 80});
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "In force from"), .nama = "berlaku", .jenis = "date", .wajib = true,
	                      .nilai = r->berlaku ? r->berlaku : pertama ? str_format(m->arena, "%d-01-01", r->tahun) : rencana_berlaku_usul(m, r->tahun)});
	html_close(h);
}

static Err store_show(Minta *m, Jawab *j, const PermintaanRencana *request, HasilRencana *hasil, const ErrInfo *refused, ErrInfo *info)
{
	DrafRencana d;
	Err err = rencana_draf(&d, m->k, request->opd, request->tahun, info);
	if (err)
		return err;
	const char *base = str_format(m->arena, "/rencana/%s/%d", d.opd.opd, d.tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Store the plan %d as version %d"), d.tahun, (int)d.dasar->versi + 1), .sub = d.opd.nama,
	                                        .menu = MENU_RENCANA});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, NULL, teks(m->bahasa, "Back to the changes"), str_format(m->arena, "%s/ubah", base));
	html_close(&h);
	halaman_isi(&h);
	pesan_tolak(&h, refused);
	if (hasil)
		rencana_hasil_tulis(&h, m, hasil, NULL);
	kartu_mulai(&h, teks(m->bahasa, "The document"), NULL);
	form_mulai(&h, m, str_format(m->arena, "%s/simpan", base), "c-isi c-form", false);
	rencana_dokumen_medan(&h, m, request, false);
	buka(&h, "div", "c-aksi");
	tombol(&h, "btn-primary", "device-floppy", teks(m->bahasa, "Store as a new version"), NULL, NULL);
	tutup(&h, 3);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err store_run(Minta *m, Jawab *j, bool apply, ErrInfo *info)
{
	PermintaanRencana request = request_of(m, apply);
	HasilRencana *hasil = NULL;
	if (!request.jenis)
		request.jenis = "pergeseran";
	if (!request.berlaku)
		request.berlaku = rencana_berlaku_usul(m, request.tahun);
	Err err = rencana_draf_simpan(&hasil, m->k, &request, apply, info);
	if (!err && apply && hasil->tersimpan) {
		jawab_alih(j, str_format(m->arena, "/rencana/%s/%s?ok=simpan", minta_bagian(m, "opd"), minta_bagian(m, "tahun")));
		return ERR_OK;
	}
	if (err && err != ERR_USAGE)
		return err;
	ErrInfo refused = err ? *info : (ErrInfo){0};
	if (apply)
		j->status = 422;
	return store_show(m, j, &request, err ? NULL : hasil, &refused, info);
}

static Err store_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return store_run(m, j, false, info);
}

static Err store_post(Minta *m, Jawab *j, ErrInfo *info)
{
	return store_run(m, j, true, info);
}

/* ---- which agency ---- */

static Err choose_page(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n;
	const char *opd = *minta_kueri(m, "opd") ? minta_kueri(m, "opd") : m->k->pengguna.opd;
	int tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), bulan;
	Err err = ERR_OK;
	if (!tahun)
		err = bulan_terbaru(m, opd, &tahun, &bulan, info);
	if (!err && *opd) {
		jawab_alih(j, str_format(m->arena, "/rencana/%s/%d", url_encode(m->arena, opd), tahun));
		return ERR_OK;
	}
	if (!err)
		err = tata_opd_list(m->k, &rows, &n, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Plan"), .sub = m->k->pemda.nama, .menu = MENU_RENCANA});
	halaman_isi(&h);
	kartu_mulai(&h, teks(m->bahasa, "Choose an agency"), NULL);
	buka(&h, "ul", "c-list");
	for (size_t i = 0; i < n; i++) {
		html_open(&h, "li");
		html_open(&h, "a");
		html_attr(&h, "href", str_format(m->arena, "/rencana/%s/%d", rows[i].opd, tahun));
		html_text(&h, rows[i].nama);
		html_element(&h, "span", "c-s c-2 c-kanan hp0", rows[i].opd);
		tutup(&h, 2);
	}
	tutup(&h, 2);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_RENCANA[] = {
	{METODE_GET, "/rencana", choose_page, 0},
	{METODE_GET, "/rencana/{opd}/{tahun}", plan_page, 0},
	{METODE_GET, "/rencana/{opd}/{tahun}/ubah", draft_page, 0},
	{METODE_POST, "/rencana/{opd}/{tahun}/ubah", draft_post, 0},
	{METODE_POST, "/rencana/{opd}/{tahun}/buang", draft_drop, 0},
	{METODE_GET, "/rencana/{opd}/{tahun}/simpan", store_page, 0},
	{METODE_POST, "/rencana/{opd}/{tahun}/simpan", store_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
