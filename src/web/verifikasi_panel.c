#include "web/verifikasi.h"

#include "app/bukti.h"

static void compare_row(Lembar *l, const char *name, const char *before, const char *now, const char *change, bool doubt)
{
	Html *h = l->h;
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, name);
	html_close(h);
	sel(h, "n", before);
	sel(h, doubt ? "n hw" : "n c-b", now);
	sel(h, "n c-2", change);
	html_close(h);
}

static IsiDesimal volume_before(const Lembar *l, const char *kode, int64_t nomor)
{
	const Bulan *b = l->t->lalu;
	for (uint32_t i = 0; b && i < b->snapshot.n_indikator; i++)
		if (b->baris_indikator[i]->indikator == nomor && str_equal(b->baris_indikator[i]->kode, kode))
			return b->snapshot.indikator[i].realisasi;
	return (IsiDesimal){0};
}

static const char *volume_change(Arena *arena, IsiDesimal before, IsiDesimal now, Bahasa b)
{
	Desimal d;
	if (before.isi == ISI_KOSONG || now.isi == ISI_KOSONG || !desimal_sub(&d, now.nilai, before.nilai))
		return "";
	return teks_ubah_persen(arena, isi_desimal(d), 2, b);
}

static void compare(Lembar *l, const BarisTinjau *row)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	Bahasa b = l->m->bahasa;
	const Snapshot *snapshot = &l->t->ini->snapshot;
	const Simpul *s = node(l, row->simpul);
	buka(h, "table", "c-t cmp");
	html_element(h, "caption", "c-vh", T(l, "The row in both months"));
	html_open(h, "thead");
	html_open(h, "tr");
	sel(h, NULL, "");
	kepala_kolom(h, "n", str_format(a, T(l, "to %s"), l->t->bulan_lalu ? bulan_pendek(l->t->bulan_lalu, b) : "-"));
	kepala_kolom(h, "n", str_format(a, T(l, "to %s"), bulan_pendek(l->p.bulan, b)));
	kepala_kolom(h, "n", T(l, "Change"));
	tutup(h, 2);
	html_open(h, "tbody");
	compare_row(l, T(l, "Realised (Rp)"), teks_uang(a, row->lalu.realisasi), teks_uang(a, row->kini.realisasi),
	            row->ubah_uang.isi == ISI_KOSONG ? "" : teks_ubah_ringkas(a, row->ubah_uang.nilai, b), false);
	compare_row(l, T(l, "Spending (%)"), percent(l, row->lalu.keuangan), percent(l, row->kini.keuangan), teks_ubah_persen(a, row->ubah_keuangan, decimals(l), b), false);
	for (uint32_t i = s->indikator_awal; i < s->indikator_awal + s->n_indikator; i++) {
		const Indikator *ind = &snapshot->indikator[i];
		IsiDesimal before = volume_before(l, s->kode_tertulis, l->t->ini->baris_indikator[i]->indikator);
		const char *target = ind->target_teks ? ind->target_teks : teks_volume(a, ind->target);
		compare_row(l, str_format(a, T(l, "%s (target %s)"), *ind->satuan ? ind->satuan : teks_pendek(a, ind->nama, 24), target), teks_volume(a, before),
		            ind->realisasi_teks ? ind->realisasi_teks : teks_volume(a, ind->realisasi), volume_change(a, before, ind->realisasi, b), false);
	}
	compare_row(l, T(l, "Output (%)"), percent(l, row->lalu.keluaran), percent(l, row->kini.keluaran), teks_ubah_persen(a, row->ubah_keluaran, decimals(l), b),
	            (row->sebab & (SEBAB_LONJAK | SEBAB_TURUN)) != 0);
	tutup(h, 2);
	Rupiah rest;
	if (row->kini.pagu.isi != ISI_KOSONG && rupiah_sub(&rest, row->kini.pagu.nilai, row->kini.realisasi.nilai)) {
		buka(h, "p", "c-s");
		html_text(h, str_format(a, T(l, "Budget %s, left "), teks_uang(a, row->kini.pagu)));
		html_element(h, "b", NULL, teks_uang(a, isi_rupiah(rest)));
		html_close(h);
	}
}

enum { BAR_STEP = 27, BAR_WIDTH = 20, BAR_HEIGHT = 40, BAR_TOP = 14 };

/* Heights are of the picture, not figures: each bar in proportion to the largest month. */
static unsigned bar_height(IsiRupiah value, int64_t most)
{
	if (value.isi == ISI_KOSONG || value.nilai.sen <= 0 || most <= 0)
		return 1;
	return (unsigned)((Int128)value.nilai.sen * BAR_HEIGHT / most) + 1;
}

static const char *bars_words(const Lembar *l, const IsiRupiah money[12])
{
	int last = l->p.bulan - 1, since = last;
	if (money[last].isi == ISI_KOSONG)
		return T(l, "nothing entered");
	while (since > 0 && money[since - 1].isi != ISI_KOSONG && rupiah_cmp(money[since - 1].nilai, money[last].nilai) == 0)
		since--;
	const char *amount = teks_uang_ringkas(l->m->arena, money[last].nilai, l->m->bahasa);
	return since == last ? amount : str_format(l->m->arena, T(l, "%s, unchanged since %s"), amount, bulan_name((uint8_t)(since + 1), l->m->bahasa));
}

static Err bars(Lembar *l, const BarisTinjau *row, ErrInfo *info)
{
	IsiRupiah money[12];
	Html *h = l->h;
	int64_t most = 0;
	Err err = tinjau_tahun(l->m->k, l->t, row->simpul, money, info);
	if (err)
		return err;
	for (int i = 0; i < l->p.bulan; i++)
		if (money[i].isi != ISI_KOSONG && money[i].nilai.sen > most)
			most = money[i].nilai.sen;
	const char *words = bars_words(l, money);
	buka(h, "svg", "sp");
	html_attr(h, "viewBox", "0 0 330 70");
	html_attr(h, "role", "img");
	html_attr(h, "aria-label", str_format(l->m->arena, T(l, "Money realised by month: %s"), words));
	buka(h, "text", "kt");
	html_attr(h, "x", "326");
	html_attr(h, "y", "9");
	html_text(h, words);
	html_close(h);
	for (int i = 0; i < 12; i++) {
		unsigned height = i < l->p.bulan ? bar_height(money[i], most) : 0;
		html_open(h, "rect");
		html_attr_int(h, "x", (unsigned)(i * BAR_STEP + 4));
		html_attr_int(h, "y", BAR_TOP + BAR_HEIGHT + 1 - height);
		html_attr_int(h, "width", BAR_WIDTH);
		html_attr_int(h, "height", height);
		if (i == l->p.bulan - 1)
			html_attr(h, "class", "a");
		html_close(h);
		html_open(h, "text");
		html_attr_int(h, "x", (unsigned)(i * BAR_STEP + 4 + BAR_WIDTH / 2));
		html_attr_int(h, "y", BAR_TOP + BAR_HEIGHT + 13);
		html_text(h, bulan_pendek(i + 1, l->m->bahasa));
		html_close(h);
	}
	html_close(h);
	return ERR_OK;
}

static Err finding(Lembar *l, const TemuanBulan *f, ErrInfo *info)
{
	Html *h = l->h;
	const char *who = "";
	Saat when = 0;
	const BarisPenjelasan *row = tinjau_penjelasan(l->t, f->temuan);
	Err err = row ? tinjau_pengisi(l->m->k, row->id, &who, &when, info) : ERR_OK;
	if (err)
		return err;
	buka(h, "section", f->temuan->level == LEVEL_NOTE ? NULL : "ex");
	buka(h, "h3", "h");
	ikon(h, ikon_level(f->temuan->level));
	html_text(h, f->temuan->message);
	html_close(h);
	if (f->penjelasan) {
		html_element(h, "p", "kutip", str_format(l->m->arena, "“%s”", f->penjelasan));
		html_element(h, "footer", "c-s c-2", str_format(l->m->arena, "%s, %s", who, teks_waktu(l->m, when)));
	} else if (f->temuan->level != LEVEL_NOTE) {
		html_element(h, "p", "kutip c-2", T(l, "The agency has not explained it."));
	}
	html_close(h);
	return ERR_OK;
}

static Err evidence(Lembar *l, const BarisTinjau *row, ErrInfo *info)
{
	BarisBukti *files;
	size_t n, here = 0;
	Html *h = l->h;
	const Simpul *s = node(l, row->simpul);
	Err err = bukti_list(l->m->k, l->p.opd.opd, l->p.tahun, l->p.bulan, &files, &n, info);
	if (err)
		return err;
	html_open(h, "section");
	html_element(h, "h3", NULL, T(l, "Evidence"));
	for (size_t i = 0; i < n; i++) {
		if (!str_equal(files[i].kode, s->kode_tertulis))
			continue;
		html_open(h, "p");
		ikon(h, "paperclip");
		html_text(h, " ");
		tautan(h, NULL, files[i].nama, str_format(l->m->arena, "/bukti/%s/%d/%d/%s", l->p.opd.opd, l->p.tahun, l->p.bulan, files[i].hash));
		html_element(h, "span", "c-s c-2", str_format(l->m->arena, " %s", teks_ukuran(l->m->arena, files[i].ukuran)));
		html_close(h);
		here++;
	}
	if (!here)
		html_element(h, "p", "c-s c-2", T(l, "No file is attached to this row."));
	html_close(h);
	return ERR_OK;
}

static void decided(Lembar *l, const PutusanBaris *p)
{
	Html *h = l->h;
	if (!p->komentar)
		return;
	buka(h, "ul", "c-komentar");
	html_open(h, "li");
	html_element(h, "div", NULL, p->teks);
	html_element(h, "div", "ket",
	             str_format(l->m->arena, "%s, %s%s", p->oleh, teks_waktu(l->m, p->waktu), p->putusan == PUTUSAN_BELUM ? T(l, "; the row was changed since") : ""));
	html_close(h);
	if (p->jawaban_id) {
		buka(h, "li", "saya");
		html_element(h, "div", NULL, p->jawaban);
		html_element(h, "div", "ket", p->jawaban_oleh);
		html_close(h);
	}
	html_close(h);
}

static void decision_form(Lembar *l, const BarisTinjau *row)
{
	Html *h = l->h;
	const char *kode = node(l, row->simpul)->kode_tertulis;
	html_open(h, "section");
	decided(l, &row->putusan);
	if (l->memutus) {
		form_mulai(h, l->m, str_format(l->m->arena, "%s/putusan", l->dasar), "c-form putusan", false);
		form_tersembunyi(h, "kode", kode);
		form_tersembunyi(h, "saring", l->saring);
		html_open(h, "fieldset");
		html_element(h, "legend", NULL, T(l, "Decision about this row"));
		medan_radio(h, T(l, "Explanation accepted"), "putusan", "terima", row->putusan.putusan != PUTUSAN_PERBAIKI);
		medan_radio(h, T(l, "Ask for correction"), "putusan", "perbaiki", row->putusan.putusan == PUTUSAN_PERBAIKI);
		html_close(h);
		medan_form(h, &(MedanForm){.label = T(l, "Note for the agency"), .nama = "catatan", .baris = 2, .maks = 2000, .hint = T(l, "Needed when you ask for correction.")});
		buka(h, "div", "c-aksi");
		tombol(h, "btn-primary", NULL, T(l, "Save and next"), NULL, NULL);
		tautan(h, NULL, T(l, "Open the explanation of the figure"), explanation_url(l, kode, "rata-rata"));
		tutup(h, 2);
	} else {
		tautan(h, NULL, T(l, "Open the explanation of the figure"), explanation_url(l, kode, "rata-rata"));
	}
	html_close(h);
}

Err verifikasi_panel(Lembar *l, ErrInfo *info)
{
	Html *h = l->h;
	Err err = ERR_OK;
	buka(h, "aside", "c-panel");
	html_attr(h, "id", "baris");
	html_attr(h, "aria-label", T(l, "The chosen row"));
	if (l->pilih == SIMPUL_NONE) {
		kosong(h, "checks", T(l, "No row needs a look"), T(l, "Every row moves as one expects, and no check found anything."), NULL, NULL);
		html_close(h);
		return ERR_OK;
	}
	const BarisTinjau *row = &l->t->baris[l->pilih];
	html_open(h, "header");
	html_element(h, "div", "c-s c-2", str_format(l->m->arena, "%s · %s", number_of(l, l->pilih), node(l, l->pilih)->kode_tertulis));
	html_element(h, "h2", NULL, node(l, l->pilih)->nama);
	html_close(h);
	html_open(h, "section");
	compare(l, row);
	err = bars(l, row, info);
	html_close(h);
	for (size_t i = 0; !err && i < row->n_temuan; i++)
		err = finding(l, row->temuan[i], info);
	if (!err && !row->n_temuan && worth(row)) {
		buka(h, "section", "ex");
		buka(h, "h3", "h");
		ikon(h, "alert-triangle");
		html_text(h, tinjau_sebab(l->m, row, decimals(l)));
		tutup(h, 2);
	}
	if (!err)
		err = evidence(l, row, info);
	decision_form(l, row);
	html_close(h);
	return err;
}
