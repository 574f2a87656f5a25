/* Before a month is handed in: its narrative, what stands against it, and the step itself; carrying the month before forward. */
#include "web/hal_isian.h"

#include "app/isian_lembar.h"
#include "app/salin.h"

/* ---- narrative of the report ---- */

static const BarisFakta *narrative(const Bulan *b, JenisIsian jenis, const char *kode)
{
	for (size_t i = 0; i < b->n_fakta; i++)
		if (str_equal(b->fakta[i].kode, kode) && str_equal(b->fakta[i].jenis, isian_jenis_name(jenis)))
			return &b->fakta[i];
	return NULL;
}

static const char *const NARASI[] = {TEKS("Problems / what hinders (9)"), TEKS("Follow-up (10)"), TEKS("What helps")};

static void narrative_field(Html *h, const Lembar *l, int i)
{
	Minta *m = l->m;
	JenisIsian jenis = (JenisIsian)(ISIAN_PERMASALAHAN + i);
	const BarisFakta *now = narrative(l->kisi->bulan, jenis, "");
	const char *id = str_format(m->arena, "narasi-%d", i);
	html_open(h, "div");
	html_attr(h, "class", "c-field");
	html_open(h, "label");
	html_attr(h, "class", "form-label");
	html_attr(h, "for", id);
	html_text(h, teks(m->bahasa, NARASI[i]));
	html_close(h);
	html_open(h, "textarea");
	html_attr(h, "class", "form-control");
	html_attr(h, "id", id);
	html_attr(h, "rows", "3");
	html_attr(h, "name", str_format(m->arena, "%s|%lld", sel_kunci(m->arena, jenis, "", 0), now ? (long long)now->id : 0LL));
	html_text(h, now ? now->teks : "");
	html_close(h);
	html_close(h);
}

static void narrative_card(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_attr(h, "id", "narasi");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(m->bahasa, "Problems and follow-up"));
	html_close(h);
	form_mulai(h, m, str_format(m->arena, "%s/narasi", l->dasar), "c-isi c-tumpuk", false);
	for (int i = 0; i < 3; i++)
		narrative_field(h, l, i);
	tombol(h, NULL, NULL, teks(m->bahasa, "Save the text"), NULL, NULL);
	html_close(h);
	html_close(h);
}

static Err texts_take(Minta *m, const Lembar *l, IsianBanyak *cells, size_t *n)
{
	for (size_t i = 0; i < m->n_formulir; i++) {
		Isian cell;
		if (!sel_parse(m->arena, m->formulir[i].nama, &cell) || cell.jenis <= ISIAN_VOLUME)
			continue;
		const BarisFakta *now = narrative(l->kisi->bulan, cell.jenis, cell.kode);
		if (str_equal(str_trim(m->arena, m->formulir[i].nilai), now ? now->teks : ""))
			continue;
		cell.nilai = m->formulir[i].nilai;
		cells[(*n)++].isian = cell;
	}
	return ERR_OK;
}

Err isian_narasi(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	size_t n = 0;
	IsianBanyak *cells = ARENA_ARRAY(m->arena, IsianBanyak, m->n_formulir + 1);
	Err err = lembar_load(&l, m, 0, info);
	if (!err)
		err = texts_take(m, &l, cells, &n);
	if (!err && n)
		err = isian_set_many(m->k, l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan, cells, n, false, info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "%s/ajukan?selesai=narasi#narasi", l.dasar));
	return err;
}

/* ---- explanations ---- */

static Err explain(Minta *m, const PilihBulan *at, ErrInfo *info)
{
	const char *kode = minta_isi(m, "kode"), *rule = minta_isi(m, "aturan"), *text = minta_isi(m, "teks");
	if (*rule)
		return siklus_justify(m->k, at->opd.opd, at->tahun, at->bulan, rule, kode, text, info);
	if (str_blank(text))
		return err_set(info, ERR_USAGE, teks(m->bahasa, "an explanation needs a text"), NULL);
	IsianHasil out;
	const Isian cell = {.opd = at->opd.opd, .tahun = at->tahun, .bulan = at->bulan, .jenis = ISIAN_PERMASALAHAN, .kode = kode, .nilai = text, .alasan = "", .asal = ""};
	return isian_set(m->k, &cell, &out, info);
}

/* The explanation of a warning, or (without a rule) what hinders a node. A script gets JSON, a page goes on to the cell. */
Err isian_jelaskan(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = explain(m, &at, info);
	if (err)
		return err;
	const char *kode = minta_isi(m, "kode");
	if (m->htmx) {
		j->jenis = "application/json";
		strbuf_add(&j->isi, "{\"hasil\":\"tersimpan\"}");
		return ERR_OK;
	}
	jawab_alih(j, str_equal(minta_isi(m, "kembali"), "ajukan") ? str_format(m->arena, "/isian/%s/%d/%d/ajukan?selesai=jelas#temuan", at.opd.opd, at.tahun, at.bulan)
	                                                            : isian_alamat(m, &at, "jelas", kode));
	return ERR_OK;
}

/* ---- answers to the verifier ---- */

Err isian_jawab(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	const char *kode = minta_isi(m, "kode");
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = komentar_answer(m->k, strtoll(minta_isi(m, "id"), NULL, 10), minta_isi(m, "teks"), info);
	if (err)
		return err;
	if (m->htmx) {
		j->jenis = "application/json";
		strbuf_add(&j->isi, "{\"hasil\":\"tersimpan\"}");
		return ERR_OK;
	}
	jawab_alih(j, isian_alamat(m, &at, "jawab", kode));
	return ERR_OK;
}

/* ---- what stands against it ---- */

static bool blocks(const TemuanBulan *t)
{
	return t->temuan->level == LEVEL_ERROR || (t->temuan->level == LEVEL_WARNING && !t->penjelasan);
}

static void blocker_form(Html *h, const Lembar *l, const TemuanBulan *t, size_t i)
{
	Minta *m = l->m;
	const char *id = str_format(m->arena, "jelas-%zu", i);
	form_mulai(h, m, str_format(m->arena, "%s/jelaskan", l->dasar), "c-jelas", false);
	form_tersembunyi(h, "aturan", t->temuan->rule);
	form_tersembunyi(h, "kode", t->temuan->kode ? t->temuan->kode : "");
	form_tersembunyi(h, "kembali", "ajukan");
	html_open(h, "label");
	html_attr(h, "class", "c-vh");
	html_attr(h, "for", id);
	html_text(h, str_format(m->arena, teks(m->bahasa, "Explanation for %s"), t->temuan->kode ? t->temuan->kode : t->temuan->rule));
	html_close(h);
	html_open(h, "textarea");
	html_attr(h, "class", "form-control");
	html_attr(h, "name", "teks");
	html_attr(h, "rows", "2");
	html_attr(h, "id", id);
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "acts");
	tombol(h, "btn-sm btn-primary", NULL, teks(m->bahasa, "Save explanation"), NULL, NULL);
	html_close(h);
	html_close(h);
}

static void blocker(Html *h, const Lembar *l, const TemuanBulan *t, size_t i)
{
	Minta *m = l->m;
	bool error = t->temuan->level == LEVEL_ERROR;
	html_open(h, "li");
	html_open(h, "div");
	html_attr(h, "class", error ? "c-find err" : "c-find warn");
	ikon(h, error ? "alert-octagon" : "alert-triangle");
	html_open(h, "div");
	html_attr(h, "class", "body");
	html_element(h, "b", NULL, t->temuan->message);
	html_text(h, " ");
	html_text(h, t->temuan->hint ? t->temuan->hint : "");
	if (!error)
		blocker_form(h, l, t, i);
	html_close(h);
	if (t->temuan->kode) {
		html_open(h, "div");
		html_attr(h, "class", "acts");
		tombol_tautan(h, "btn-sm", NULL, teks(m->bahasa, "To the cell"),
		              str_format(m->arena, "%s?buka=%s#n-%s", l->dasar, url_encode(m->arena, t->temuan->kode), url_encode(m->arena, t->temuan->kode)));
		html_close(h);
	} else if (str_equal(t->temuan->rule, "kosong-wajib")) {
		html_open(h, "div");
		html_attr(h, "class", "acts");
		tombol_tautan(h, "btn-sm", NULL, teks(m->bahasa, "Show the blank cells"), str_format(m->arena, "%s?saring=kosong", l->dasar));
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

static size_t blockers(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	const PeriksaBulan *p = l->kisi->periksa;
	size_t n = p->n_galat + p->n_tanpa_penjelasan;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_attr(h, "id", "temuan");
	html_open(h, "header");
	html_element(h, "h2", NULL, n ? str_format(m->arena, teks(m->bahasa, "%zu findings stand against submitting"), n) : teks(m->bahasa, "Nothing stands against submitting"));
	html_close(h);
	if (n) {
		html_open(h, "ul");
		html_attr(h, "class", "c-list");
		for (size_t i = 0; i < p->daftar->n; i++)
			if (blocks(&p->baris[i]))
				blocker(h, l, &p->baris[i], i);
		html_close(h);
	} else {
		html_element(h, "p", "c-isi", str_format(m->arena, teks(m->bahasa, "%u of %u cells filled. Explained findings go with the report to the verifier."), l->kisi->n_terisi, l->kisi->n_sel));
	}
	html_close(h);
	return n;
}

static void figures(Html *h, const Lembar *l)
{
	static const struct { const char *sel, *teks; } shown[] = {{"u-keu", TEKS("Spending")}, {"u-kel", TEKS("Keluaran")}, {"u-rata", TEKS("Mean")}};
	html_open(h, "dl");
	html_attr(h, "class", "c-angka");
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		html_open(h, "div");
		html_element(h, "dt", "c-s c-2", teks(l->m->bahasa, shown[i].teks));
		html_open(h, "dd");
		html_attr(h, "class", "c-big");
		kisi_total(h, l, shown[i].sel);
		html_close(h);
		html_close(h);
	}
	html_close(h);
}

static void step_form(Html *h, const Lembar *l, bool ready)
{
	Minta *m = l->m;
	const char *month = bulan_name((uint8_t)l->pilih.bulan, m->bahasa);
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "div");
	html_attr(h, "class", "c-isi c-baris");
	figures(h, l);
	form_mulai(h, m, str_format(m->arena, "%s/ajukan", l->dasar), "c-kanan c-baris", false);
	html_open(h, "span");
	html_attr(h, "class", "c-s c-2");
	html_text(h, ready ? str_format(m->arena, teks(m->bahasa, "Submit the report of %s? Entry locks until it is verified or returned."), month)
	                   : teks(m->bahasa, "Correct or explain what is listed first."));
	html_close(h);
	tombol(h, "btn-primary", "send", str_format(m->arena, teks(m->bahasa, "Submit %s"), month), NULL, NULL);
	html_close(h);
	html_close(h);
	html_close(h);
}

static Err submit_page(Minta *m, Jawab *j, const char *trouble, ErrInfo *info)
{
	Lembar l;
	Err err = lembar_load(&l, m, KISI_TEMUAN, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Check and submit %s"), lembar_bulan(&l)), .sub = l.pilih.opd.nama, .menu = MENU_ISIAN, .kelas = "h-ajukan"});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	tombol_tautan(&h, NULL, "arrow-left", teks(m->bahasa, "Back to the entry"), l.dasar);
	html_close(&h);
	halaman_isi(&h);
	if (trouble)
		pesan(&h, "is-err", trouble, NULL);
	if (*minta_kueri(m, "selesai"))
		pesan(&h, "is-ok", str_equal(minta_kueri(m, "selesai"), "narasi") ? teks(m->bahasa, "The text was saved.") : teks(m->bahasa, "The explanation was saved."), NULL);
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	if (l.kisi->terbuka) {
		bool ready = blockers(&h, &l) == 0;
		narrative_card(&h, &l);
		step_form(&h, &l, ready);
	} else {
		pesan(&h, "is-note", l.kisi->sebab, NULL);
	}
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

Err isian_ajukan_lihat(Minta *m, Jawab *j, ErrInfo *info)
{
	return submit_page(m, j, NULL, info);
}

Err isian_ajukan(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	PeriksaBulan *checked = NULL;
	Err err = pilih_bulan(m, &at, info);
	if (err)
		return err;
	err = siklus_step(m->k, at.opd.opd, at.tahun, at.bulan, &(PermintaanLangkah){.langkah = LANGKAH_AJUKAN, .alasan = "", .kondisi = "", .tanggal = ""}, &checked, info);
	if (err == ERR_USAGE) {
		j->status = 422;
		return submit_page(m, j, info->message, info);
	}
	if (!err)
		jawab_alih(j, str_format(m->arena, "/isian/%s/%d/%d?selesai=ajukan", at.opd.opd, at.tahun, at.bulan));
	return err;
}

/* ---- copying the month before ---- */

static const char *cell_title(Minta *m, const UsulSalin *u)
{
	if (u->jenis == ISIAN_UANG)
		return teks(m->bahasa, "Realised money");
	if (u->jenis == ISIAN_VOLUME)
		return u->nama;
	return teks(m->bahasa, NARASI[u->jenis - ISIAN_PERMASALAHAN]);
}

Err isian_salin_lihat(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	UsulSalin *rows;
	size_t n;
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = salin_usul(m->k, at.opd.opd, at.tahun, at.bulan, &rows, &n, info);
	if (err)
		return err;
	const char *back = str_format(m->arena, "/isian/%s/%d/%d", at.opd.opd, at.tahun, at.bulan);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Copy last month"), .sub = at.opd.nama, .menu = MENU_ISIAN});
	halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "header");
	html_element(&h, "h2", NULL, str_format(m->arena, teks(m->bahasa, "%zu blank cells would take last month's value"), n));
	html_close(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-gulir");
	html_open(&h, "table");
	html_attr(&h, "class", "c-t");
	HTML_RAW(&h, "<tbody>");
	for (size_t i = 0; i < n; i++) {
		html_open(&h, "tr");
		html_element(&h, "td", NULL, rows[i].kode);
		html_element(&h, "th", "c-n4", cell_title(m, &rows[i]));
		html_element(&h, "td", "n", kisi_teks(m->arena, rows[i].jenis, rows[i].nilai));
		html_close(&h);
	}
	HTML_RAW(&h, "</tbody>");
	html_close(&h);
	html_close(&h);
	form_mulai(&h, m, str_format(m->arena, "%s/salin", back), "c-isi c-baris", false);
	if (n)
		tombol(&h, "btn-primary", "copy", teks(m->bahasa, "Copy them"), NULL, NULL);
	tombol_tautan(&h, NULL, NULL, teks(m->bahasa, "Cancel"), back);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

Err isian_salin(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	UsulSalin *rows;
	size_t n;
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = salin_apply(m->k, at.opd.opd, at.tahun, at.bulan, &rows, &n, info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "/isian/%s/%d/%d?selesai=salin", at.opd.opd, at.tahun, at.bulan));
	return err;
}

/* ---- the sheet to fill in elsewhere ---- */

Err isian_unduh(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan at;
	const unsigned char *bytes;
	size_t n;
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = isian_lembar_bytes(m->k, at.opd.opd, at.tahun, at.bulan, &bytes, &n, info);
	if (!err)
		jawab_unduh(j, m->arena, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes, n,
		            str_format(m->arena, "isian-%s-%d-%02d.xlsx", at.opd.opd, at.tahun, at.bulan));
	return err;
}
