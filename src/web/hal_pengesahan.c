/* hal_pengesahan: what the head of an agency signs - what the mean was and is, the weak rows with the agency's own words, the form itself, the signature. */
#include "web/tinjau_web.h"

typedef struct {
	Minta *m;
	Html *h;
	PilihBulan p;
	const Tinjauan *t;
	const char *dasar;
	bool boleh_sah, boleh_kembali;
} Lembar;

static const char *T(const Lembar *l, const char *key) __attribute__((format_arg(2)));
static const char *T(const Lembar *l, const char *key)
{
	return teks(l->m->bahasa, key);
}

static const char *percent(const Lembar *l, IsiDesimal value)
{
	return teks_persen(l->m->arena, value, l->t->ini->kebijakan->desimal);
}

/* ---- what changed ---- */

static void figure(Lembar *l, const char *name, IsiDesimal before, IsiDesimal now, IsiDesimal change, const char *kolom)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	html_open(h, "div");
	html_element(h, "dt", NULL, name);
	html_open(h, "dd");
	html_element(h, "span", "a", percent(l, before));
	ikon_kecil(h, "arrow-right");
	buka(h, "span", "b");
	angka_kenapa(h, percent(l, now), str_format(a, "/penjelasan/%s/%d/%d/total/%s", l->p.opd.opd, l->p.tahun, l->p.bulan, kolom));
	tutup(h, 2);
	const char *moved = teks_ubah_persen(a, change, l->t->ini->kebijakan->desimal, l->m->bahasa);
	html_element(h, "dd", "c-s c-2", change.isi == ISI_ADA ? str_format(a, T(l, "%s points"), moved) : moved);
	html_close(h);
}

static void figures(Lembar *l)
{
	const BarisTinjau *t = &l->t->total;
	Html *h = l->h;
	Arena *a = l->m->arena;
	buka(h, "dl", "c-card ks");
	figure(l, T(l, "Mean (%)"), t->lalu.rata_rata, t->kini.rata_rata, t->ubah_rata, "rata-rata");
	figure(l, T(l, "Spending (%)"), t->lalu.keuangan, t->kini.keuangan, t->ubah_keuangan, "keuangan");
	figure(l, T(l, "Output (%)"), t->lalu.keluaran, t->kini.keluaran, t->ubah_keluaran, "keluaran");
	html_open(h, "div");
	html_element(h, "dt", NULL, T(l, "Predicate"));
	html_open(h, "dd");
	if (t->kini.predikat >= 0)
		predikat_cip(h, l->m, l->t->ini->kebijakan, t->kini.predikat, false);
	else
		html_text(h, "-");
	tutup(h, 2);
	html_open(h, "div");
	html_element(h, "dt", NULL, T(l, "Realised (Rp)"));
	html_element(h, "dd", "c-b", teks_uang(a, t->kini.realisasi));
	html_element(h, "dd", "c-s c-2", str_format(a, T(l, "of a budget of %s"), teks_uang(a, t->kini.pagu)));
	tutup(h, 2);
}

/* ---- weak rows ---- */

static void weak_row(Lembar *l, const BarisTinjau *row)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	const Simpul *s = &l->t->ini->snapshot.simpul[row->simpul];
	html_open(h, "tr");
	sel(h, "c-2", *s->nomor ? s->nomor : s->kode_tertulis);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_element(h, "div", NULL, s->nama);
	for (size_t i = 0; i < row->n_temuan; i++) {
		html_element(h, "div", "c-s c-2", row->temuan[i]->temuan->message);
		if (row->temuan[i]->penjelasan)
			html_element(h, "div", "c-s c-n4", str_format(a, "“%s”", row->temuan[i]->penjelasan));
		else if (row->temuan[i]->temuan->level == LEVEL_WARNING)
			html_element(h, "div", "c-s c-dn", T(l, "not explained"));
	}
	if (!row->n_temuan)
		html_element(h, "div", "c-s c-2 c-n4", tinjau_sebab(l->m, row, l->t->ini->kebijakan->desimal));
	if (row->putusan.komentar)
		html_element(h, "div", "c-s c-2", str_format(a, T(l, "Note of %s: %s"), row->putusan.oleh, row->putusan.teks));
	html_close(h);
	sel(h, "n hp0", teks_uang(a, row->kini.realisasi));
	sel(h, "n", percent(l, row->kini.keuangan));
	sel(h, "n", percent(l, row->kini.keluaran));
	html_close(h);
}

static bool weak(const BarisTinjau *row)
{
	for (size_t i = 0; i < row->n_temuan; i++)
		if (row->temuan[i]->temuan->level != LEVEL_NOTE)
			return true;
	return (row->sebab & (SEBAB_TURUN | SEBAB_LONJAK)) != 0;
}

static void weak_rows(Lembar *l)
{
	Html *h = l->h;
	size_t n = 0;
	for (size_t i = 0; i < l->t->n; i++)
		n += weak(&l->t->baris[i]);
	kartu_mulai(h, T(l, "Weak rows, with the agency's words"), str_format(l->m->arena, T(l, "%zu of %zu sub kegiatan"), n, l->t->n_daun));
	if (n) {
		buka(h, "div", "c-gulir");
		html_attr(h, "tabindex", "0");
		html_attr(h, "role", "region");
		html_attr(h, "aria-label", T(l, "Weak rows, with the agency's words"));
		buka(h, "table", "c-t");
		html_element(h, "caption", "c-vh", T(l, "Weak rows, with the agency's words"));
		html_open(h, "thead");
		html_open(h, "tr");
		kepala_kolom(h, "k64", T(l, "No"));
		kepala_kolom(h, NULL, T(l, "Name and explanation"));
		kepala_kolom(h, "n k128 hp0", T(l, "Realised (Rp)"));
		kepala_kolom(h, "n k80", T(l, "Spending (%)"));
		kepala_kolom(h, "n k80", T(l, "Output (%)"));
		tutup(h, 2);
		html_open(h, "tbody");
		for (size_t i = 0; i < l->t->n; i++)
			if (weak(&l->t->baris[i]))
				weak_row(l, &l->t->baris[i]);
		tutup(h, 3);
	} else {
		html_element(h, "p", "c-isi c-2", T(l, "No row gives cause to doubt it."));
	}
	html_close(h);
	const Narasi *words = &l->t->ini->snapshot.narasi;
	if (!*words->permasalahan && !*words->tindak_lanjut)
		return;
	kartu_mulai(h, T(l, "Narrative of the report"), NULL);
	buka(h, "dl", "c-dl c-isi");
	rinci(h, T(l, "Obstacles"), *words->permasalahan ? words->permasalahan : "-");
	rinci(h, T(l, "Follow-up"), *words->tindak_lanjut ? words->tindak_lanjut : "-");
	tutup(h, 2);
}

/* ---- signing ---- */

static void sign_form(Lembar *l)
{
	Html *h = l->h;
	const Bulan *b = l->t->ini;
	const char *month = bulan_name((uint8_t)l->p.bulan, l->m->bahasa);
	const char *typed = minta_isi(l->m, "tanggal"), *today = tanggal_print_iso(l->m->arena, waktu_date(l->m->k->sekarang, l->m->k->pemda.zona));
	buka(h, "section", "c-card");
	html_attr(h, "id", "tanda");
	html_open(h, "header");
	html_element(h, "h2", NULL, str_format(l->m->arena, T(l, "Approve %s?"), month));
	html_close(h);
	buka(h, "div", "c-isi");
	html_element(h, "p", NULL,
	             str_format(l->m->arena, T(l, "The figures are locked as revision %d, computed by policy %s version %d. The report carries your name and this date."), b->revisi,
	                        b->kebijakan->nama, b->kebijakan->versi));
	form_mulai(h, l->m, str_format(l->m->arena, "%s/langkah", l->dasar), "c-form", false);
	form_tersembunyi(h, "langkah", "sahkan");
	medan_form(h, &(MedanForm){.label = T(l, "Date of the signature"), .nama = "tanggal", .nilai = *typed ? typed : today, .jenis = "date", .kelas = "pendek", .wajib = true});
	buka(h, "dl", "c-dl");
	rinci(h, T(l, "Signs"), *b->opd.kepala_nama ? b->opd.kepala_nama : T(l, "the name of the head of the agency is not set"));
	rinci(h, T(l, "Title"), *b->opd.kepala_jabatan ? b->opd.kepala_jabatan : "-");
	html_close(h);
	buka(h, "div", "c-aksi");
	tombol(h, "btn-primary", "signature", T(l, "Approve and sign"), NULL, NULL);
	if (l->boleh_kembali)
		tombol_tautan(h, "btn-warn", "arrow-back-up", T(l, "Return to the operator..."), str_format(l->m->arena, "%s?tindak=kembalikan#tindak", l->dasar));
	tutup(h, 4);
}

static void state_banner(Lembar *l)
{
	const Bulan *b = l->t->ini;
	if (b->terkunci)
		pesan(l->h, "is-ok", str_format(l->m->arena, T(l, "Revision %d is approved and locked."), b->revisi), NULL);
	else if (!l->boleh_sah)
		pesan(l->h, "is-note", T(l, "This month does not wait for your signature now."), NULL);
}

/* ---- the page ---- */

static Err month_show(Minta *m, Jawab *j, const char *tindak, const ErrInfo *refused, ErrInfo *info)
{
	Lembar l = {.m = m};
	Tinjauan *t;
	const char *last;
	ErrInfo ignored = {0};
	Err err = pilih_bulan(m, &l.p, info);
	if (!err)
		err = konteks_may(m->k, AKSI_BACA, l.p.opd.opd, info);
	if (!err)
		err = tinjau_run(&t, m->k, l.p.opd.opd, l.p.tahun, l.p.bulan, info);
	if (!err)
		err = langkah_terakhir(&last, m, l.p.opd.opd, l.p.tahun, l.p.bulan, info);
	if (err)
		return err;
	l.t = t;
	l.dasar = str_format(m->arena, "/pengesahan/%s/%d/%d", l.p.opd.opd, l.p.tahun, l.p.bulan);
	l.boleh_sah = siklus_may(m->k, t->ini, LANGKAH_SAHKAN, "", &ignored) == ERR_OK;
	l.boleh_kembali = siklus_may(m->k, t->ini, LANGKAH_KEMBALIKAN, "-", &ignored) == ERR_OK;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Approval %s %d"), bulan_name((uint8_t)l.p.bulan, m->bahasa), l.p.tahun),
	                                        .sub = l.p.opd.nama, .menu = MENU_PENGESAHAN});
	l.h = &h;
	buka(&h, "div", "c-ket");
	cip_keadaan(&h, m, t->ini->keadaan, false);
	html_element(&h, "span", "c-s c-2", last);
	html_close(&h);
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, "file-text", T(&l, "Form"), str_format(m->arena, "/laporan/%s/%d/%d", l.p.opd.opd, l.p.tahun, l.p.bulan));
	tombol_tautan(&h, NULL, "git-compare", T(&l, "Compare months"), str_format(m->arena, "/laporan/%s/%d/%d?tampil=beda", l.p.opd.opd, l.p.tahun, l.p.bulan));
	html_close(&h);
	halaman_isi(&h);
	const char *done = langkah_jadi(m, minta_kueri(m, "ok"), l.p.bulan, l.p.tahun);
	if (done)
		pesan(&h, "is-ok", done, NULL);
	pesan_tolak(&h, refused);
	if (str_equal(tindak, "kembalikan") && l.boleh_kembali) {
		buka(&h, "div", "c-tindak");
		html_attr(&h, "id", "tindak");
		langkah_alasan(&h, m, LANGKAH_KEMBALIKAN, str_format(m->arena, "%s/langkah", l.dasar), l.dasar, l.p.bulan, t->ini->revisi, minta_isi(m, "alasan"));
		html_close(&h);
	}
	state_banner(&l);
	figures(&l);
	weak_rows(&l);
	if (l.boleh_sah)
		sign_form(&l);
	err = langkah_riwayat(&h, m, l.p.opd.opd, l.p.tahun, l.p.bulan, info);
	if (err)
		return err;
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err month_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return month_show(m, j, minta_kueri(m, "tindak"), NULL, info);
}

static Err step_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Langkah step;
	Err err = langkah_ambil(m, 1u << LANGKAH_SAHKAN | 1u << LANGKAH_KEMBALIKAN, &step, info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "/pengesahan/%s/%s/%s?ok=%s", minta_bagian(m, "opd"), minta_bagian(m, "tahun"), minta_bagian(m, "bulan"), langkah_name(step)));
	if (!err || err == ERR_DENIED || !err_refused(err))
		return err;
	ErrInfo refused = *info;
	j->status = err == ERR_CONFLICT ? 409 : 422;
	return month_show(m, j, step == LANGKAH_KEMBALIKAN ? "kembalikan" : "", &refused, info);
}

/* ---- what awaits a signature ---- */

static void list_row(Html *h, Minta *m, const AntreBaris *row)
{
	html_open(h, "li");
	html_open(h, "a");
	html_attr(h, "href", str_format(m->arena, "/pengesahan/%s/%d/%d", row->opd.opd, row->tahun, row->bulan));
	html_element(h, "b", NULL, str_format(m->arena, "%s %d", bulan_name((uint8_t)row->bulan, m->bahasa), row->tahun));
	cip_keadaan(h, m, row->keadaan, false);
	html_element(h, "span", "c-s c-2 hp0", *row->alasan ? row->alasan : row->opd.nama);
	html_element(h, "span", "c-s c-2 c-kanan", str_format(m->arena, "%s, %s", row->oleh, teks_waktu(m, row->waktu)));
	tutup(h, 2);
}

static Err list_page(Minta *m, Jawab *j, ErrInfo *info)
{
	AntreBaris *wait, *rest;
	size_t n, n_rest, n_done;
	int tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0), bulan;
	Err err = ERR_OK;
	if (!tahun)
		err = bulan_terbaru(m, m->k->pengguna.opd, &tahun, &bulan, info);
	if (!err)
		err = antre_list(m->k, tahun, &wait, &n, &rest, &n_rest, &n_done, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Approval %d"), tahun), .sub = m->k->pemda.nama, .menu = MENU_PENGESAHAN});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, "chevron-left", str_format(m->arena, "%d", tahun - 1), str_format(m->arena, "/pengesahan?tahun=%d", tahun - 1));
	tombol_tautan(&h, NULL, "chevron-right", str_format(m->arena, "%d", tahun + 1), str_format(m->arena, "/pengesahan?tahun=%d", tahun + 1));
	html_close(&h);
	halaman_isi(&h);
	kartu_mulai(&h, teks(m->bahasa, "Waiting for your signature"), NULL);
	buka(&h, "ul", "c-list");
	for (size_t i = 0; m->k->peran == PERAN_KEPALA && i < n; i++)
		list_row(&h, m, &wait[i]);
	html_close(&h);
	if (!n || m->k->peran != PERAN_KEPALA)
		kosong(&h, "signature", teks(m->bahasa, "Nothing waits for your signature"),
		       str_format(m->arena, teks(m->bahasa, "Approved and locked in %d: %zu months."), tahun, n_done), NULL, NULL);
	html_close(&h);
	if (n_rest) {
		kartu_mulai(&h, teks(m->bahasa, "On the way"), NULL);
		buka(&h, "ul", "c-list");
		for (size_t i = 0; i < n_rest; i++)
			list_row(&h, m, &rest[i]);
		tutup(&h, 2);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_PENGESAHAN[] = {
	{METODE_GET, "/pengesahan", list_page, 0},
	{METODE_GET, "/pengesahan/{opd}/{tahun}/{bulan}", month_page, 0},
	{METODE_POST, "/pengesahan/{opd}/{tahun}/{bulan}/langkah", step_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
