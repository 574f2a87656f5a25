/* Start pages of an agency: what is due, how far it is, what stands in the way (operator); what awaits the signature (head). */
#include "app/kalender.h"
#include "app/kisi.h"
#include "app/komentar.h"
#include "web/beranda.h"
#include "web/hal_isian.h"
#include "web/unsur.h"

#include <assert.h>

enum { SETAHUN = 12, CONTOH = 5, TAHUN_CARI = 4 };

/* ---- which month ---- */

typedef struct {
	BarisOpd opd;
	const RingkasTahun *tahun;
	const RingkasOpd *ringkas; /* NULL: not in the year's list */
	int bulan;                 /* to work on, or the newest one when nothing is to be done */
	bool kerja;                /* it is to be done */
} BulanKerja;

static bool open_state(Keadaan k)
{
	return k == KEADAAN_KOSONG || k == KEADAAN_DRAF || k == KEADAAN_DIKEMBALIKAN;
}

/* The first month of the year that is over, or has entries, and was not handed in; 0: none. */
static int due_month(const RingkasTahun *y, const RingkasOpd *r, Tanggal today)
{
	for (int i = 1; r && i <= SETAHUN; i++) {
		const RingkasBulan *b = &r->bulan[i - 1];
		bool over = y->tahun < today.tahun || (y->tahun == today.tahun && i < today.bulan);
		if (b->ada_rencana && open_state(b->status.keadaan) && (over || b->status.keadaan != KEADAAN_KOSONG))
			return i;
	}
	return 0;
}

static int newest_handed(const RingkasOpd *r)
{
	for (int i = SETAHUN; r && i >= 1; i--)
		if (!open_state(r->bulan[i - 1].status.keadaan))
			return i;
	return 0;
}

/* The month of the path; else last year's unfinished months before this year's; with nothing to do the newest month of the last years that was handed in. */
static Err month_find(BulanKerja *out, Minta *m, ErrInfo *info)
{
	Tanggal today = daerah_hari(m);
	int asked_year = (int)minta_angka(m, "tahun", 1900, 2999, 0), asked_month = (int)minta_angka(m, "bulan", 1, SETAHUN, 0);
	*out = (BulanKerja){0};
	Err err = konteks_opd(m->k, m->k->pengguna.opd, &out->opd, info);
	if (!err && asked_year && asked_month) {
		err = ringkas_year(&out->tahun, m->k, asked_year, info);
		out->ringkas = err ? NULL : ringkas_find(out->tahun, out->opd.opd);
		out->bulan = asked_month;
		out->kerja = out->ringkas && open_state(out->ringkas->bulan[asked_month - 1].status.keadaan);
		return err;
	}
	for (int y = today.tahun - TAHUN_CARI; !err && !out->kerja && y <= today.tahun; y++) {
		const RingkasTahun *year;
		err = ringkas_year(&year, m->k, y, info);
		const RingkasOpd *r = err ? NULL : ringkas_find(year, out->opd.opd);
		int due = err || y < today.tahun - 1 ? 0 : due_month(year, r, today), handed = err ? 0 : newest_handed(r);
		if (!due && !handed)
			continue;
		out->tahun = err ? out->tahun : year;
		out->ringkas = r;
		out->kerja = due != 0;
		out->bulan = due ? due : handed;
	}
	if (!err && !out->bulan) {
		out->bulan = today.bulan;
		err = ringkas_year(&out->tahun, m->k, today.tahun, info);
	}
	return err;
}

/* ---- head: state, deadline ---- */

static const char *weekday(Bahasa b, Tanggal t)
{
	static const char *const names[] = {TEKS("Thursday"), TEKS("Friday"), TEKS("Saturday"), TEKS("Sunday"), TEKS("Monday"), TEKS("Tuesday"), TEKS("Wednesday")};
	return teks(b, names[(tanggal_days(t) % 7 + 7) % 7]);
}

static void deadline(Html *h, const Minta *m, const BulanKerja *w, const RingkasBulan *b)
{
	Bahasa t = m->bahasa;
	Tanggal due = w->tahun->tenggat[w->bulan - 1];
	int64_t days = tanggal_days(due) - tanggal_days(daerah_hari(m));
	html_open(h, "span");
	html_text(h, str_format(m->arena, teks(t, "Due on %s, %s"), weekday(t, due), teks_tanggal(m->arena, due, t)));
	html_text(h, " · ");
	if (b && b->masuk)
		html_element(h, "b", NULL, str_format(m->arena, teks(t, "submitted on %s"), teks_tanggal(m->arena, b->tanggal_masuk, t)));
	else if (days > 0)
		html_element(h, "b", NULL, str_format(m->arena, teks(t, "%lld days left"), (long long)days));
	else if (days == 0)
		html_element(h, "b", NULL, teks(t, "today"));
	else
		html_element(h, "b", "c-dn", str_format(m->arena, teks(t, "%lld days late"), (long long)-days));
	html_close(h);
}

static void title_line(Html *h, const Minta *m, const BulanKerja *w)
{
	const RingkasBulan *b = w->ringkas ? &w->ringkas->bulan[w->bulan - 1] : NULL;
	html_open(h, "div");
	html_attr(h, "class", "c-ket");
	html_open(h, "span");
	html_attr(h, "class", "c-baris");
	cip_keadaan(h, m, b ? b->status.keadaan : KEADAAN_KOSONG, b && !b->masuk && ringkas_late(w->tahun, b, w->bulan, daerah_hari(m)) > 0);
	html_close(h);
	html_open(h, "span");
	html_attr(h, "class", "c-s c-2");
	deadline(h, m, w, b);
	html_close(h);
	html_close(h);
}

/* ---- progress ---- */

static void progress(Html *h, const Minta *m, const Kisi *k, const char *isian)
{
	Bahasa b = m->bahasa;
	unsigned percent = k->n_sel ? k->n_terisi * 100 / k->n_sel : 0;
	html_open(h, "section");
	html_attr(h, "class", "c-card go");
	html_open(h, "div");
	html_attr(h, "class", "pg");
	html_element(h, "b", NULL, str_format(m->arena, "%u", k->n_terisi));
	html_text(h, str_format(m->arena, teks(b, "of %u cells filled"), k->n_sel));
	html_element(h, "span", NULL, str_format(m->arena, "%u %%", percent));
	html_close(h);
	html_open(h, "progress");
	html_attr(h, "class", "c-prog");
	html_attr(h, "max", "100");
	html_attr(h, "value", str_format(m->arena, "%u", percent));
	html_attr(h, "aria-label", str_format(m->arena, teks(b, "%u per cent filled"), percent));
	html_close(h);
	const char *label = k->n_terisi == 0 ? teks(b, "Start entry") : k->n_terisi < k->n_sel ? teks(b, "Continue entry") : teks(b, "Check and submit");
	tombol_tautan(h, "btn-primary big", k->n_terisi < k->n_sel ? "pencil" : "send", label, isian);
	html_close(h);
}

/* ---- blockers ---- */

static const char *row_number(const Kisi *k, size_t row)
{
	const Simpul *s = &k->bulan->snapshot.simpul[k->baris[row].simpul];
	return *s->nomor ? s->nomor : s->kode_tertulis;
}

/* The first few places, each once. */
typedef struct { StrBuf text; const char *last; unsigned n; size_t baris; /* first row of the grid; KISI_LAPORAN: none */ } Tempat;

static void place_add(Tempat *t, const char *number, size_t baris)
{
	if (t->baris == KISI_LAPORAN)
		t->baris = baris;
	if (t->last && str_equal(t->last, number))
		return;
	t->last = number;
	if (++t->n <= CONTOH)
		strbuf_addf(&t->text, "%s%s", t->n > 1 ? ", " : "", number);
	else if (t->n == CONTOH + 1)
		strbuf_add(&t->text, " …");
}

static Tempat findings_where(const Minta *m, const Kisi *k, LevelTemuan level, unsigned *count)
{
	Tempat t = {.text = {.arena = m->arena}, .baris = KISI_LAPORAN};
	*count = 0;
	for (size_t i = 0; i < k->n_temuan; i++) {
		const KisiTemuan *f = &k->temuan[i];
		if (f->level != level || (level == LEVEL_WARNING && f->penjelasan))
			continue;
		(*count)++;
		place_add(&t, f->baris == KISI_LAPORAN ? teks(m->bahasa, "the whole report") : row_number(k, f->baris), f->baris);
	}
	return t;
}

static Tempat blanks_where(const Minta *m, const Kisi *k)
{
	Tempat t = {.text = {.arena = m->arena}, .baris = KISI_LAPORAN};
	for (size_t i = 0; i < k->n; i++)
		if ((k->baris[i].uang && !kisi_filled(k->baris[i].uang)) || (k->baris[i].volume && !kisi_filled(k->baris[i].volume)))
			place_add(&t, row_number(k, i), i);
	return t;
}

/* The part of the grid, at the first row it is about. */
static const char *cell_path(const Minta *m, const Kisi *k, const char *isian, const char *saring, const Tempat *t)
{
	const Lembar sheet = {.kisi = k};
	const char *part = str_format(m->arena, "%s?saring=%s", isian, saring);
	return t->baris == KISI_LAPORAN ? part : str_format(m->arena, "%s#r-%s", part, kisi_id(m->arena, &sheet, t->baris));
}

static void blockers(Html *h, const Minta *m, const Kisi *k, const char *isian)
{
	Bahasa b = m->bahasa;
	unsigned errors, warnings;
	Tempat wrong = findings_where(m, k, LEVEL_ERROR, &errors), doubt = findings_where(m, k, LEVEL_WARNING, &warnings), blank = blanks_where(m, k);
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "What stands in the way of submitting"));
	html_close(h);
	if (!errors && !warnings && k->n_terisi == k->n_sel)
		html_element(h, "p", "cb c-2", teks(b, "Nothing. Check and submit."));
	html_open(h, "ol");
	html_attr(h, "class", "bl");
	if (errors)
		butir_tugas(h, "err", "alert-octagon", str_format(m->arena, teks(b, "%u errors to correct"), errors), strbuf_text(&wrong.text), cell_path(m, k, isian, "temuan", &wrong));
	if (warnings)
		butir_tugas(h, "warn", "alert-triangle", str_format(m->arena, teks(b, "%u findings to explain"), warnings), strbuf_text(&doubt.text), cell_path(m, k, isian, "temuan", &doubt));
	if (k->n_terisi < k->n_sel)
		butir_tugas(h, "kos", "square-dashed", str_format(m->arena, teks(b, "%u cells still blank"), k->n_sel - k->n_terisi),
		        str_format(m->arena, teks(b, "%s; enter a value or nihil"), strbuf_text(&blank.text)), cell_path(m, k, isian, "kosong", &blank));
	html_close(h);
	html_close(h);
}

/* ---- figures, months, comment ---- */

static void figure(Html *h, const Minta *m, const BulanKerja *w, const Bulan *b, const char *kelas, const char *label, const char *kolom, IsiDesimal value)
{
	html_open(h, "div");
	if (kelas)
		html_attr(h, "class", kelas);
	html_element(h, "dt", NULL, label);
	html_open(h, "dd");
	if (value.isi == ISI_KOSONG)
		html_text(h, "-");
	else
		angka_kenapa(h, teks_persen(m->arena, value, b->kebijakan->desimal), str_format(m->arena, "/penjelasan/%s/%d/%d/total/%s", w->opd.opd, w->tahun->tahun, w->bulan, kolom));
	html_close(h);
	html_open(h, "dd");
	html_attr(h, "class", "s");
}

static void figures(Html *h, const Minta *m, const BulanKerja *w, const Kisi *k)
{
	assert(k); /* shown only for a month with a plan */
	const Bulan *b = k->bulan;
	const Capaian *c = &b->hasil->total;
	const RingkasBulan *r = w->ringkas ? &w->ringkas->bulan[w->bulan - 1] : NULL;
	Bahasa t = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(t, "Performance so far"));
	html_close(h);
	html_open(h, "dl");
	html_attr(h, "class", "fg");
	figure(h, m, w, b, NULL, teks(t, "Spending"), "keuangan", c->keuangan);
	html_text(h, r && r->lapor.ada && r->deviasi.selisih_poin.isi != ISI_KOSONG
	                 ? str_format(m->arena, teks(t, "plan %s, %s"), teks_persen(m->arena, r->deviasi.rencana_persen, b->kebijakan->desimal), teks_persen(m->arena, r->deviasi.selisih_poin, b->kebijakan->desimal))
	                 : str_format(m->arena, teks(t, "%s of %s"), teks_uang(m->arena, c->realisasi), teks_uang(m->arena, c->pagu)));
	html_close(h);
	html_close(h);
	figure(h, m, w, b, NULL, teks(t, "Physical output"), "keluaran", c->keluaran);
	html_text(h, str_format(m->arena, teks(t, "%u of %u indicators reported"), k->n_terlapor, k->n_indikator));
	html_close(h);
	html_close(h);
	figure(h, m, w, b, "tot", teks(t, "Mean"), "rata-rata", c->rata_rata);
	if (ringkas_judged(b->kebijakan, w->bulan))
		predikat_cip(h, m, b->kebijakan, c->predikat, false);
	else
		html_text(h, teks(t, "judged at the end of the year"));
	html_close(h);
	html_close(h);
	html_close(h);
	html_close(h);
}

static void months(Html *h, const Minta *m, const BulanKerja *w, const char *dasar)
{
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, str_format(m->arena, teks(m->bahasa, "Other months, %d"), w->tahun->tahun));
	html_close(h);
	html_open(h, "nav");
	html_attr(h, "class", "mg");
	html_attr(h, "aria-label", teks(m->bahasa, "Month"));
	for (int i = 1; i <= SETAHUN; i++) {
		Keadaan k = w->ringkas ? w->ringkas->bulan[i - 1].status.keadaan : KEADAAN_KOSONG;
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "%s/%s/%d/%d", dasar, w->opd.opd, w->tahun->tahun, i));
		html_attr(h, "class", str_format(m->arena, "st-%s", keadaan_name(k)));
		if (i == w->bulan)
			html_attr(h, "aria-current", "true");
		ikon_berlabel(h, keadaan_ikon(k), keadaan_teks(m->bahasa, k));
		html_text(h, bulan_pendek(i, m->bahasa));
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* What was said last: the reason of a return, or the newest comment that is not settled. */
static Err last_words(Html *h, Minta *m, const BulanKerja *w, ErrInfo *info)
{
	const RingkasBulan *b = w->ringkas ? &w->ringkas->bulan[w->bulan - 1] : NULL;
	Komentar *list;
	size_t n;
	Err err = komentar_list(m->k, w->opd.opd, w->tahun->tahun, w->bulan, &list, &n, info);
	if (err)
		return err;
	if (b && b->status.keadaan == KEADAAN_DIKEMBALIKAN)
		pesan(h, "is-warn", str_format(m->arena, teks(m->bahasa, "Returned by %s on %s:"), b->oleh, teks_waktu(m, b->waktu)), b->alasan);
	for (size_t i = n; i-- > 0;) {
		if (list[i].selesai || list[i].n == 0)
			continue;
		const KomentarBaris *last = &list[i].baris[list[i].n - 1];
		pesan(h, "is-note", str_format(m->arena, "%s, %s:", last->nama, teks_waktu(m, last->waktu)), last->teks);
		break;
	}
	return ERR_OK;
}

static void nothing_to_do(Html *h, const Minta *m, const BulanKerja *w)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card go");
	html_element(h, "b", NULL, teks(b, "Nothing is due."));
	html_element(h, "p", "c-2", str_format(m->arena, teks(b, "%s %d was handed in; entry for the next month opens when it is over."), bulan_name((uint8_t)w->bulan, b), w->tahun->tahun));
	tombol_tautan(h, "btn-primary big", "file-text", teks(b, "Open the report"), str_format(m->arena, "/laporan/%s/%d/%d", w->opd.opd, w->tahun->tahun, w->bulan));
	html_close(h);
}

static Html page_open(Minta *m, Jawab *j, const BulanKerja *w)
{
	const char *judul = str_format(m->arena, teks(m->bahasa, "Report of %s %d"), bulan_name((uint8_t)w->bulan, m->bahasa), w->tahun->tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = w->opd.nama, .menu = MENU_BERANDA});
	title_line(&h, m, w);
	halaman_isi(&h);
	return h;
}

static void without_plan(Html *h, Minta *m, const BulanKerja *w)
{
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card c-empty");
	ikon(h, "list-tree");
	html_element(h, "b", NULL, str_format(m->arena, teks(b, "There is no plan for %d yet."), w->tahun->tahun));
	html_element(h, "p", NULL, teks(b, "Import it or copy last year's; then the months can be filled in."));
	html_open(h, "div");
	html_attr(h, "class", "c-aksi");
	tombol_tautan(h, "btn-primary", "list-tree", teks(b, "To the plan"), str_format(m->arena, "/rencana/%s/%d", w->opd.opd, w->tahun->tahun));
	html_close(h);
	html_close(h);
}

Err beranda_operator(Minta *m, Jawab *j, ErrInfo *info)
{
	BulanKerja w;
	Kisi *k = NULL;
	Err err = month_find(&w, m, info);
	bool plan = !err && w.ringkas && w.ringkas->bulan[w.bulan - 1].ada_rencana;
	if (!err && plan)
		err = kisi_load(&k, m->k, w.opd.opd, w.tahun->tahun, w.bulan, w.kerja ? KISI_TEMUAN : 0, info);
	if (err)
		return err;
	const char *isian = str_format(m->arena, "/isian/%s/%d/%d", w.opd.opd, w.tahun->tahun, w.bulan);
	Html h = page_open(m, j, &w);
	err = last_words(&h, m, &w, info);
	if (err)
		return err;
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	if (!plan) {
		without_plan(&h, m, &w);
	} else if (w.kerja) {
		progress(&h, m, k, isian);
		blockers(&h, m, k, isian);
	} else {
		nothing_to_do(&h, m, &w);
	}
	html_close(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	if (plan)
		figures(&h, m, &w, k);
	months(&h, m, &w, "/isian");
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- head of the agency ---- */

/* Awaits the signature: verified, or submitted where the policy lets the head sign first. */
static bool awaits(const Bulan *b, Keadaan k)
{
	return k == (b->kebijakan->urutan == URUTAN_SAHKAN_DULU ? KEADAAN_DIAJUKAN : KEADAAN_DIVERIFIKASI);
}

static void waiting(Html *h, Minta *m, const BulanKerja *w, const Bulan *b)
{
	Bahasa t = m->bahasa;
	unsigned n = 0;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(t, "Awaiting your signature"));
	html_close(h);
	html_open(h, "ol");
	html_attr(h, "class", "bl");
	for (int i = 1; w->ringkas && i <= SETAHUN; i++) {
		const RingkasBulan *r = &w->ringkas->bulan[i - 1];
		if (!b || !awaits(b, r->status.keadaan))
			continue;
		n++;
		butir_tugas(h, "note", "signature", str_format(m->arena, "%s %d", bulan_name((uint8_t)i, t), w->tahun->tahun),
		        str_format(m->arena, teks(t, "mean %s, spending %s, output %s"), teks_persen(m->arena, r->lapor.angka.rata_rata, 2), teks_persen(m->arena, r->lapor.angka.keuangan, 2),
		                   teks_persen(m->arena, r->lapor.angka.keluaran, 2)),
		        str_format(m->arena, "/pengesahan/%s/%d/%d", w->opd.opd, w->tahun->tahun, i));
	}
	html_close(h);
	if (n == 0)
		html_element(h, "p", "cb c-2", teks(t, "Nothing awaits your signature."));
	html_close(h);
}

static void weak_rows(Html *h, const Minta *m, const BulanKerja *w)
{
	const RingkasBulan *b = w->ringkas ? &w->ringkas->bulan[w->bulan - 1] : NULL;
	Bahasa t = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card at");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(t, "What is weak"));
	html_close(h);
	if (!b || b->n_lemah == 0)
		html_element(h, "p", "cb c-2", teks(t, "No sub kegiatan stands out this month."));
	html_open(h, "ol");
	for (uint32_t i = 0; b && i < b->n_lemah; i++) {
		const Lemah *x = &b->lemah[i];
		html_open(h, "li");
		html_attr(h, "class", "warn");
		ikon_berlabel(h, "alert-triangle", teks(t, "To look at"));
		html_open(h, "div");
		html_open(h, "div");
		html_attr(h, "class", "t");
		tautan(h, NULL, str_format(m->arena, "%s %s", x->nomor, x->nama), str_format(m->arena, "/penjelasan/%s/%d/%d/%s/keluaran", w->opd.opd, w->tahun->tahun, w->bulan, x->kode));
		html_element(h, "span", NULL, str_format(m->arena, teks(t, "output %s"), teks_persen(m->arena, x->keluaran, 2)));
		html_close(h);
		html_element(h, "p", NULL, str_format(m->arena, teks(t, "money %s"), teks_persen(m->arena, x->keuangan, 2)));
		html_element(h, "div", "c-s c-2", *x->alasan ? str_format(m->arena, "“%s”", x->alasan) : teks(t, "no reason is written"));
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

Err beranda_kepala(Minta *m, Jawab *j, ErrInfo *info)
{
	BulanKerja w;
	Kisi *k = NULL;
	Err err = month_find(&w, m, info);
	bool plan = !err && w.ringkas && w.ringkas->bulan[w.bulan - 1].ada_rencana;
	if (!err && plan)
		err = kisi_load(&k, m->k, w.opd.opd, w.tahun->tahun, w.bulan, 0, info);
	if (err)
		return err;
	Html h = page_open(m, j, &w);
	err = last_words(&h, m, &w, info);
	if (err)
		return err;
	html_open(&h, "div");
	html_attr(&h, "class", "c-dua");
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	waiting(&h, m, &w, k ? k->bulan : NULL);
	weak_rows(&h, m, &w);
	html_close(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-tumpuk");
	if (plan)
		figures(&h, m, &w, k);
	months(&h, m, &w, "/laporan");
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}
