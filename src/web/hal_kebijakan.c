/* hal_kebijakan: the policy of a year - its text with errors by line, what it would do to a real month, publishing it as the next version. */
#include "app/kebijakan_app.h"
#include "app/kebijakan_coba.h"
#include "app/tata.h"
#include "web/unsur.h"

typedef struct {
	Minta *m;
	Html *h;
	int tahun, bulan;
	const char *opd;
	const char *teks, *alasan;
	VersiKebijakan *versi; size_t n;
	BarisOpd *agencies; size_t n_opd;
	DaftarTemuan galat;
	const DampakKebijakan *dampak; /* NULL: errors, or no month to look at */
	const char *tanpa;           /* why there is none; NULL */
} Lembar;

static const char *T(const Lembar *l, const char *key) __attribute__((format_arg(2)));
static const char *T(const Lembar *l, const char *key)
{
	return teks(l->m->bahasa, key);
}

/* ---- the effect ---- */

static const char *figure(const Lembar *l, IsiDesimal v, const Kebijakan *k)
{
	return teks_persen(l->m->arena, v, k->desimal);
}

static void pair(Lembar *l, IsiDesimal old, IsiDesimal new, bool last)
{
	Html *h = l->h;
	const char *a = figure(l, old, l->dampak->lama->kebijakan), *b = figure(l, new, l->dampak->baru->kebijakan);
	buka(h, "td", last ? "n" : "n hp0");
	if (str_equal(a, b)) {
		html_element(h, "span", "c-3", a);
	} else {
		html_element(h, "span", "c-2", a);
		html_text(h, " → ");
		html_element(h, "b", NULL, b);
	}
	html_close(h);
}

static void effect_row(Lembar *l, const BarisDampak *row, const char *nama)
{
	static const char *const levels[] = {"lv1", "lv1", "lv2", "lv3"};
	Html *h = l->h;
	buka(h, "tr", levels[row->tingkat]);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, str_format(l->m->arena, "%s%s%s", row->nomor, *row->nomor ? " " : "", nama));
	html_close(h);
	pair(l, row->lama.keuangan, row->baru.keuangan, false);
	pair(l, row->lama.keluaran, row->baru.keluaran, false);
	pair(l, row->lama.rata_rata, row->baru.rata_rata, true);
	html_open(h, "td");
	if (row->pita && row->lama.predikat >= 0) {
		predikat_cip(h, l->m, l->dampak->lama->kebijakan, row->lama.predikat, true);
		html_text(h, " → ");
	}
	if (row->baru.predikat >= 0)
		predikat_cip(h, l->m, l->dampak->baru->kebijakan, row->baru.predikat, !row->pita);
	tutup(h, 2);
}

static void effect_table(Lembar *l)
{
	Html *h = l->h;
	const DampakKebijakan *d = l->dampak;
	buka(h, "div", "c-gulir");
	html_attr(h, "tabindex", "0");
	html_attr(h, "role", "region");
	html_attr(h, "aria-label", T(l, "Rows that change"));
	buka(h, "table", "c-t");
	html_element(h, "caption", "c-vh", T(l, "Rows that change"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, T(l, "Name"));
	kepala_kolom(h, "n hp0", T(l, "Spending (%)"));
	kepala_kolom(h, "n hp0", T(l, "Output (%)"));
	kepala_kolom(h, "n", T(l, "Mean (%)"));
	kepala_kolom(h, NULL, T(l, "Predicate"));
	tutup(h, 2);
	html_open(h, "tbody");
	effect_row(l, &d->total, T(l, "The whole report"));
	for (size_t i = 0; i < d->n; i++)
		effect_row(l, &d->baris[i], d->baris[i].nama);
	tutup(h, 3);
}

static void effect_choice(Lembar *l)
{
	Html *h = l->h;
	Opsi *agencies = ARENA_ARRAY(l->m->arena, Opsi, l->n_opd), months[12];
	for (size_t i = 0; i < l->n_opd; i++)
		agencies[i] = (Opsi){l->agencies[i].opd, l->agencies[i].nama};
	for (int i = 0; i < 12; i++)
		months[i] = (Opsi){str_format(l->m->arena, "%d", i + 1), bulan_name((uint8_t)(i + 1), l->m->bahasa)};
	buka(h, "div", "c-saring");
	medan_pilih(h, T(l, "Agency"), "opd", l->opd, agencies, l->n_opd, NULL);
	medan_pilih(h, T(l, "Month"), "bulan", str_format(l->m->arena, "%d", l->bulan), months, 12, NULL);
	html_close(h);
}

static void effect(Lembar *l)
{
	Html *h = l->h;
	const DampakKebijakan *d = l->dampak;
	kartu_mulai(h, T(l, "Effect on a real month"), NULL);
	effect_choice(l);
	html_open(h, "div");
	html_attr(h, "id", "dampak");
	html_attr(h, "aria-live", "polite");
	if (!d)
		html_element(h, "p", "c-isi c-2", l->galat.n ? T(l, "The effect is shown when the text has no errors.") : l->tanpa ? l->tanpa : "");
	else if (!d->n && !d->total_berubah)
		kosong(h, "checks", T(l, "Nothing would change"), str_format(l->m->arena, T(l, "All %zu rows keep their figures and bands."), d->n_simpul), NULL, NULL);
	else {
		html_element(h, "p", "c-isi c-b", str_format(l->m->arena, T(l, "%zu of %zu rows change, %zu of them get another band."), d->n, d->n_simpul, d->n_pita));
		effect_table(l);
	}
	tutup(h, 2);
}

/* ---- the text ---- */

static void errors(Lembar *l)
{
	Html *h = l->h;
	for (size_t i = 0; i < l->galat.n; i++) {
		const Temuan *t = &l->galat.temuan[i];
		buka(h, "div", "c-find err");
		ikon(h, "alert-octagon");
		buka(h, "div", "body");
		html_element(h, "b", NULL, str_format(l->m->arena, T(l, "Line %u, column %u: "), t->posisi.baris, t->posisi.kolom));
		html_text(h, t->message);
		if (t->hint)
			html_element(h, "div", "c-2", t->hint);
		tutup(h, 2);
	}
}

static void editor(Lembar *l)
{
	Html *h = l->h;
	int next = l->n ? (int)l->versi[l->n - 1].baris.versi + 1 : 1;
	kartu_mulai(h, T(l, "Text of the policy"), l->n ? str_format(l->m->arena, T(l, "in force: version %d"), next - 1) : T(l, "in force: the built-in one"));
	html_open(h, "div");
	html_attr(h, "id", "galat");
	errors(l);
	html_close(h);
	buka(h, "div", "c-isi c-tumpuk");
	html_open(h, "label");
	html_attr(h, "class", "c-vh");
	html_attr(h, "for", "m-teks");
	html_text(h, T(l, "Text of the policy"));
	html_close(h);
	buka(h, "div", "c-kode-w");
	buka(h, "textarea", "c-editor");
	html_attr(h, "id", "m-teks");
	html_attr(h, "name", "teks");
	html_attr(h, "spellcheck", "false");
	html_attr(h, "rows", "30");
	if (l->galat.n)
		html_attr(h, "aria-invalid", "true");
	html_lines(h, l->teks);
	tutup(h, 2);
	medan_form(h, &(MedanForm){.label = T(l, "Reason of the change"), .nama = "alasan", .nilai = l->alasan, .baris = 2, .maks = 500,
	                           .hint = T(l, "Kept with the version; needed from the second version on. Locked months keep the policy they were computed with.")});
	buka(h, "div", "c-aksi");
	tombol(h, NULL, "refresh", T(l, "Show the effect"), "aksi", "coba");
	tombol(h, "btn-primary", "check", str_format(l->m->arena, T(l, "Publish version %d"), next), "aksi", "terbit");
	tutup(h, 3);
}

static void versions(Lembar *l)
{
	Html *h = l->h;
	if (!l->n)
		return;
	kartu_mulai(h, T(l, "Versions"), NULL);
	buka(h, "ul", "c-list");
	for (size_t i = l->n; i-- > 0;) {
		const VersiKebijakan *v = &l->versi[i];
		html_open(h, "li");
		buka(h, "div", "r");
		tautan(h, "c-b", str_format(l->m->arena, T(l, "Version %d"), (int)v->baris.versi), str_format(l->m->arena, "/admin/kebijakan?tahun=%d&versi=%d", l->tahun, (int)v->baris.versi));
		html_element(h, "span", NULL, v->nama);
		html_element(h, "span", "c-s c-2", *v->baris.alasan ? v->baris.alasan : T(l, "first version"));
		html_element(h, "span", "c-s c-2 c-kanan", str_format(l->m->arena, "%s, %s · %.12s", v->oleh, teks_waktu(l->m, v->waktu), v->baris.hash));
		tutup(h, 2);
	}
	tutup(h, 2);
}

/* ---- the page ---- */

static Err month_settle(Lembar *l, ErrInfo *info)
{
	Minta *m = l->m;
	int newest;
	const char *opd = *minta_isi(m, "opd") ? minta_isi(m, "opd") : minta_kueri(m, "opd");
	l->tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0);
	l->bulan = (int)minta_angka(m, "bulan", 1, 12, 0);
	Err err = tata_opd_list(m->k, &l->agencies, &l->n_opd, info);
	if (!err && (!l->tahun || !l->bulan)) {
		int year;
		err = bulan_terbaru(m, "", &year, &newest, info);
		l->tahun = l->tahun ? l->tahun : year;
		l->bulan = l->bulan ? l->bulan : newest;
	}
	l->opd = *opd ? opd : l->n_opd ? l->agencies[0].opd : "";
	return err;
}

static Err text_settle(Lembar *l, ErrInfo *info)
{
	Minta *m = l->m;
	int64_t wanted = minta_angka(m, "versi", 1, 1000000, 0);
	if (m->metode == METODE_POST) {
		l->teks = minta_isi(m, "teks");
		return ERR_OK;
	}
	for (size_t i = 0; i < l->n; i++) {
		if (l->versi[i].baris.versi == wanted) {
			l->teks = l->versi[i].baris.teks;
			return ERR_OK;
		}
	}
	return kebijakan_teks(m->k, l->tahun, &l->teks, info);
}

static Err effect_find(Lembar *l, ErrInfo *info)
{
	DampakKebijakan *d = NULL;
	if (!*l->opd)
		return ERR_OK;
	l->galat = (DaftarTemuan){.arena = l->m->arena};
	Err err = kebijakan_dampak(&d, l->m->k, l->opd, l->tahun, l->bulan, l->teks, strlen(l->teks), &l->galat, info);
	l->dampak = d;
	if (err == ERR_ABSENT || err == ERR_USAGE) {
		l->tanpa = info->message;
		err = ERR_OK;
	}
	return err;
}

static Err policy_load(Minta *m, Lembar *l, ErrInfo *info)
{
	*l = (Lembar){.m = m, .alasan = minta_isi(m, "alasan")};
	Err err = konteks_may(m->k, AKSI_KELOLA_KEBIJAKAN, "", info);
	if (!err)
		err = month_settle(l, info);
	if (!err)
		err = kebijakan_list(m->k, l->tahun, &l->versi, &l->n, info);
	return err ? err : text_settle(l, info);
}

static Err policy_show(Lembar *l, Jawab *j, const ErrInfo *refused, ErrInfo *info)
{
	static const PesanOk done[] = {{"terbit", TEKS("The policy is published as the newest version of the year.")}};
	Minta *m = l->m;
	Err err = effect_find(l, info);
	if (err)
		return err;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Policy %d"), l->tahun), .sub = m->k->pemda.nama, .menu = MENU_KEBIJAKAN, .skrip = {"kebijakan.js"}});
	l->h = &h;
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, "chevron-left", str_format(m->arena, "%d", l->tahun - 1), str_format(m->arena, "/admin/kebijakan?tahun=%d", l->tahun - 1));
	tombol_tautan(&h, NULL, "chevron-right", str_format(m->arena, "%d", l->tahun + 1), str_format(m->arena, "/admin/kebijakan?tahun=%d", l->tahun + 1));
	html_close(&h);
	halaman_isi(&h);
	pesan_ok(&h, m, done, 1);
	pesan_tolak(&h, refused);
	form_mulai(&h, m, "/admin/kebijakan", "c-dua kebijakan", false);
	form_tersembunyi(&h, "tahun", str_format(m->arena, "%d", l->tahun));
	editor(l);
	effect(l);
	html_close(&h);
	versions(l);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err policy_page(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	Err err = policy_load(m, &l, info);
	return err ? err : policy_show(&l, j, NULL, info);
}

static Err policy_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	VersiKebijakan kept;
	Err err = policy_load(m, &l, info);
	if (err || !str_equal(minta_isi(m, "aksi"), "terbit"))
		return err ? err : policy_show(&l, j, NULL, info);
	err = kebijakan_add(m->k, l.tahun, teks(m->bahasa, "text"), l.teks, strlen(l.teks), l.alasan, &kept, NULL, info);
	if (!err) {
		jawab_alih(j, str_format(m->arena, "/admin/kebijakan?tahun=%d&ok=terbit", l.tahun));
		return ERR_OK;
	}
	if (err != ERR_USAGE)
		return err;
	ErrInfo refused = *info;
	j->status = 422;
	return policy_show(&l, j, &refused, info);
}

const Rute RUTE_KEBIJAKAN[] = {
	{METODE_GET, "/admin/kebijakan", policy_page, 0},
	{METODE_POST, "/admin/kebijakan", policy_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
