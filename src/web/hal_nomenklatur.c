/* hal_nomenklatur: the official lists of codes - editions, importing one, a plan held against one. */
#include "app/nomenklatur_banding.h"
#include "app/tangguh.h"
#include "app/tata.h"
#include "web/pekerja.h"
#include "web/unsur.h"

static void editions(Html *h, Minta *m, const BarisNomenklaturEdisi *rows, size_t n)
{
	kartu_mulai(h, teks(m->bahasa, "Editions"), teks(m->bahasa, "an edition never changes once it is kept"));
	buka(h, "ul", "c-list");
	for (size_t i = 0; i < n; i++) {
		html_open(h, "li");
		buka(h, "div", "r");
		html_element(h, "b", NULL, rows[i].edisi);
		html_element(h, "span", NULL, rows[i].nama);
		html_element(h, "span", "c-s c-2 c-kanan", str_format(m->arena, teks(m->bahasa, "%s entries, file %.12s"), teks_jumlah(m->arena, (size_t)rows[i].jumlah), rows[i].hash));
		tutup(h, 2);
	}
	html_close(h);
	if (!n)
		kosong(h, "hash", teks(m->bahasa, "No edition yet"), teks(m->bahasa, "Import the official list (XLSX): names, units and codes of plans are then checked against it."), NULL, NULL);
	html_close(h);
}

static void import_form(Html *h, Minta *m)
{
	kartu_mulai(h, teks(m->bahasa, "Import an edition"), NULL);
	form_mulai(h, m, "/admin/nomenklatur", "c-isi c-form", true);
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Name of the edition"), .nama = "edisi", .nilai = minta_isi(m, "edisi"), .wajib = true, .maks = 20, .kelas = "pendek",
	                           .hint = teks(m->bahasa, "the year it holds for, for example 2026")});
	buka(h, "div", "c-field");
	html_open(h, "label");
	html_attr(h, "for", "m-berkas");
	html_text(h, teks(m->bahasa, "The list (XLSX or CSV)"));
	html_close(h);
	html_open(h, "input");
	html_attr(h, "class", "form-control");
	html_attr(h, "id", "m-berkas");
	html_attr(h, "type", "file");
	html_attr(h, "name", "berkas");
	html_attr(h, "accept", ".xlsx,.csv");
	html_attr(h, "required", "");
	html_void_end(h);
	html_close(h);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "upload", teks(m->bahasa, "Import"), NULL, NULL);
	tutup(h, 3);
}

static Err check_form(Html *h, Minta *m, const BarisNomenklaturEdisi *rows, size_t n, ErrInfo *info)
{
	BarisOpd *opd;
	size_t n_opd;
	int tahun, bulan;
	Err err = tata_opd_list(m->k, &opd, &n_opd, info);
	if (!err)
		err = bulan_terbaru(m, "", &tahun, &bulan, info);
	if (err)
		return err;
	Opsi *agencies = ARENA_ARRAY(m->arena, Opsi, n_opd), *names = ARENA_ARRAY(m->arena, Opsi, n + 1);
	names[0] = (Opsi){"", teks(m->bahasa, "that of the year")};
	for (size_t i = 0; i < n_opd; i++)
		agencies[i] = (Opsi){opd[i].opd, opd[i].nama};
	for (size_t i = 0; i < n; i++)
		names[i + 1] = (Opsi){rows[i].edisi, rows[i].edisi};
	kartu_mulai(h, teks(m->bahasa, "Hold a plan against an edition"), NULL);
	buka(h, "form", "c-isi c-form");
	html_attr(h, "method", "get");
	html_attr(h, "action", "/admin/nomenklatur/periksa");
	medan_pilih(h, teks(m->bahasa, "Agency"), "opd", minta_kueri(m, "opd"), agencies, n_opd, NULL);
	medan_form(h, &(MedanForm){.label = teks(m->bahasa, "Year"), .nama = "tahun", .nilai = str_format(m->arena, "%d", tahun), .masukan = "numeric", .maks = 4, .kelas = "pendek"});
	medan_pilih(h, teks(m->bahasa, "Edition"), "edisi", "", names, n + 1, NULL);
	buka(h, "div", "c-aksi");
	tombol(h, NULL, "list-check", teks(m->bahasa, "Check the plan"), NULL, NULL);
	tutup(h, 3);
	return ERR_OK;
}

static Err list_show(Minta *m, Jawab *j, const ErrInfo *refused, ErrInfo *info)
{
	BarisNomenklaturEdisi *rows;
	size_t n;
	Err err = konteks_may(m->k, AKSI_NOMENKLATUR, "", info);
	if (!err)
		err = nomenklatur_list(m->k, &rows, &n, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Nomenclature"), .sub = m->k->pemda.nama, .menu = MENU_NOMENKLATUR});
	halaman_isi(&h);
	pesan_tolak(&h, refused);
	buka(&h, "div", "c-split sedang");
	editions(&h, m, rows, n);
	buka(&h, "div", "c-tumpuk");
	import_form(&h, m);
	err = n ? check_form(&h, m, rows, n, info) : ERR_OK;
	tutup(&h, 2);
	if (err)
		return err;
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err list_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return list_show(m, j, NULL, info);
}

/* Of an edition's name: what stands in addresses and file names without harm. */
static bool edition_valid(const char *text)
{
	return *text && strspn(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.") == strlen(text) && strlen(text) <= 20;
}

static Err import_post(Minta *m, Jawab *j, ErrInfo *info)
{
	const Unggahan *file = minta_unggahan(m, "berkas");
	const char *edition = str_trim(m->arena, minta_isi(m, "edisi"));
	int64_t id, job;
	Err err = konteks_may(m->k, AKSI_NOMENKLATUR, "", info);
	if (!err && (!file || !file->n))
		err = err_set(info, ERR_USAGE, teks(m->bahasa, "Choose a file first."), NULL);
	if (!err && !edition_valid(edition))
		err = err_set(info, ERR_USAGE, teks(m->bahasa, "The name of an edition is letters, digits, dots and dashes, at most 20."), NULL);
	if (!err)
		err = tangguh_simpan(m->k, "nomenklatur", edition, file->nama, file->isi, file->n, &id, info);
	if (!err)
		err = pekerja_mulai(m, "nomenklatur", str_format(m->arena, teks(m->bahasa, "Import of the nomenclature %s"), edition), str_format(m->arena, "%lld %s", (long long)id, edition), &job,
		                    info);
	if (err == ERR_USAGE || err == ERR_LIMIT) {
		ErrInfo refused = *info;
		j->status = 422;
		return list_show(m, j, &refused, info);
	}
	if (!err)
		jawab_alih(j, "/pekerjaan?ok=mulai");
	return err;
}

static const char *fit_text(Minta *m, const PeriksaSimpul *p)
{
	if (!p->entri)
		return teks(m->bahasa, "the edition does not have this code");
	if (p->nama == NAMA_LAIN)
		return teks(m->bahasa, "another name");
	return p->nama == NAMA_EJAAN ? teks(m->bahasa, "a slip of spelling") : p->satuan_beda ? teks(m->bahasa, "another unit") : teks(m->bahasa, "the indicator has another text");
}

static Err check_page(Minta *m, Jawab *j, ErrInfo *info)
{
	PeriksaNomenklatur *p;
	const char *edisi = minta_kueri(m, "edisi");
	Err err = nomenklatur_check(&p, m->k, minta_kueri(m, "opd"), (int)minta_angka(m, "tahun", 1900, 2999, 0), NULL, *edisi ? edisi : NULL, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Plan against the nomenclature %s"), p->nomenklatur->edisi.edisi), .sub = minta_kueri(m, "opd"),
	                                        .menu = MENU_NOMENKLATUR});
	halaman_isi(&h);
	kartu_mulai(&h, teks(m->bahasa, "What differs"),
	            str_format(m->arena, teks(m->bahasa, "%zu of %zu sub kegiatan have a known code; names: %zu the same, %zu misspelt, %zu other"), p->n_kode, p->n_sub, p->n_sama, p->n_ejaan, p->n_lain));
	buka(&h, "div", "c-gulir");
	buka(&h, "table", "c-t c-pohon");
	html_element(&h, "caption", "c-vh", teks(m->bahasa, "What differs"));
	html_open(&h, "thead");
	html_open(&h, "tr");
	kepala_kolom(&h, "k144 hp0", teks(m->bahasa, "Code"));
	kepala_kolom(&h, NULL, teks(m->bahasa, "In the plan"));
	kepala_kolom(&h, NULL, teks(m->bahasa, "In the edition"));
	kepala_kolom(&h, "k200", teks(m->bahasa, "Result"));
	tutup(&h, 2);
	html_open(&h, "tbody");
	for (size_t i = 0; i < p->n; i++) {
		const PeriksaSimpul *s = &p->simpul[i];
		if (s->entri && s->nama == NAMA_SAMA && !s->satuan_beda && !s->indikator_beda)
			continue;
		html_open(&h, "tr");
		sel(&h, "kd hp0", s->simpul->kode);
		html_open(&h, "th");
		html_attr(&h, "scope", "row");
		html_element(&h, "span", "c-n4", s->simpul->nama);
		html_close(&h);
		html_open(&h, "td");
		html_text(&h, s->entri ? s->entri->nama : "-");
		for (size_t k = 0; k < s->n_saran; k++)
			html_element(&h, "div", "c-s c-2", str_format(m->arena, "%s %s", s->saran[k]->kode, s->saran[k]->nama));
		html_close(&h);
		sel(&h, s->entri ? "c-s" : "c-s c-dn", fit_text(m, s));
		html_close(&h);
	}
	tutup(&h, 4);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_NOMENKLATUR[] = {
	{METODE_GET, "/admin/nomenklatur", list_page, 0},
	{METODE_POST, "/admin/nomenklatur", import_post, RUTE_UNGGAH},
	{METODE_GET, "/admin/nomenklatur/periksa", check_page, RUTE_BERAT},
	{METODE_GET, NULL, NULL, 0},
};
