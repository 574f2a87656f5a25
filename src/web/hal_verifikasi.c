/* hal_verifikasi: a month that waits for a verifikator, beside the month before it. */
#include "web/verifikasi.h"

static const char *row_url(const Lembar *l, uint32_t i)
{
	return str_format(l->m->arena, "%s?saring=%s&baris=%s#baris", l->dasar, l->saring, node(l, i)->kode_tertulis);
}

/* ---- which rows ---- */

static bool shown(const Lembar *l, const BarisTinjau *row)
{
	if (str_equal(l->saring, "semua"))
		return row->daun || worth(row);
	if (str_equal(l->saring, "ubah"))
		return row->daun && (row->sebab & SEBAB_UBAH);
	return worth(row);
}

/* The next row to decide about, after `from`; SIMPUL_NONE when all are decided. */
static uint32_t next_open(const Tinjauan *t, uint32_t from)
{
	for (size_t k = 1; k <= t->n; k++) {
		uint32_t i = (uint32_t)((from == SIMPUL_NONE ? k - 1 : from + k) % t->n);
		if (worth(&t->baris[i]) && t->baris[i].putusan.putusan == PUTUSAN_BELUM)
			return i;
	}
	return SIMPUL_NONE;
}

static void row_choose(Lembar *l)
{
	const char *wanted = minta_kueri(l->m, "baris");
	l->pilih = *wanted ? snapshot_lookup(&l->t->ini->snapshot, wanted) : next_open(l->t, SIMPUL_NONE);
	for (uint32_t i = 0; l->pilih >= l->t->n && i < l->t->n; i++)
		if (shown(l, &l->t->baris[i]))
			l->pilih = i;
	if (l->pilih >= l->t->n)
		l->pilih = SIMPUL_NONE;
}

/* ---- the four figures ---- */

static void figure_money(Lembar *l)
{
	const BarisTinjau *t = &l->t->total;
	Html *h = l->h;
	Arena *a = l->m->arena;
	html_open(h, "div");
	html_element(h, "dt", NULL, T(l, "Realised (Rp)"));
	html_open(h, "dd");
	html_element(h, "span", "a", teks_uang(a, t->lalu.realisasi));
	ikon_kecil(h, "arrow-right");
	buka(h, "span", "b");
	angka_kenapa(h, teks_uang(a, t->kini.realisasi), explanation_url(l, "total", "keuangan"));
	tutup(h, 2);
	const char *month = bulan_name((uint8_t)l->p.bulan, l->m->bahasa);
	const char *pagu = teks_uang(a, t->kini.pagu);
	html_element(h, "dd", "c-s c-2",
	             t->ubah_uang.isi == ISI_KOSONG ? str_format(a, T(l, "of a budget of %s"), pagu)
	                                            : str_format(a, T(l, "%s in %s, of a budget of %s"), teks_ubah_ringkas(a, t->ubah_uang.nilai, l->m->bahasa), month, pagu));
	html_close(h);
}

static void figure_percent(Lembar *l, const char *name, IsiDesimal before, IsiDesimal now, IsiDesimal change, const char *kolom)
{
	Html *h = l->h;
	html_open(h, "div");
	html_element(h, "dt", NULL, name);
	html_open(h, "dd");
	html_element(h, "span", "a", percent(l, before));
	ikon_kecil(h, "arrow-right");
	buka(h, "span", "b");
	angka_kenapa(h, percent(l, now), explanation_url(l, "total", kolom));
	tutup(h, 2);
	const char *moved = teks_ubah_persen(l->m->arena, change, decimals(l), l->m->bahasa);
	html_element(h, "dd", "c-s c-2", change.isi == ISI_ADA ? str_format(l->m->arena, T(l, "%s points"), moved) : moved);
	html_close(h);
}

static void figure_predicate(Lembar *l)
{
	Html *h = l->h;
	const Kebijakan *policy = l->t->ini->kebijakan;
	int8_t now = l->t->total.kini.predikat, before = l->t->total.lalu.predikat;
	html_open(h, "div");
	html_element(h, "dt", NULL, T(l, "Predicate"));
	html_open(h, "dd");
	if (now >= 0)
		predikat_cip(h, l->m, policy, now, false);
	else
		html_text(h, "-");
	html_close(h);
	if (before >= 0 && l->t->bulan_lalu)
		html_element(h, "dd", "c-s c-2",
		             str_format(l->m->arena, "%s: %s", bulan_name((uint8_t)l->t->bulan_lalu, l->m->bahasa), l->t->lalu->kebijakan->pita[before].nama));
	html_close(h);
}

static void figure_checks(Lembar *l)
{
	Html *h = l->h;
	const Tinjauan *t = l->t;
	html_open(h, "div");
	html_element(h, "dt", NULL, T(l, "Checks"));
	html_element(h, "dd", "c-b", str_format(l->m->arena, T(l, "errors %zu, warnings %zu"), t->n_galat, t->n_peringatan));
	html_element(h, "dd", "c-s c-2",
	             t->n_peringatan == 0          ? T(l, "nothing to explain")
	             : t->n_tanpa_penjelasan == 0 ? T(l, "all explained by the agency")
	                                           : str_format(l->m->arena, T(l, "without an explanation: %zu"), t->n_tanpa_penjelasan));
	html_close(h);
}

static void figures(Lembar *l)
{
	const BarisTinjau *t = &l->t->total;
	buka(l->h, "dl", "c-card ks");
	figure_money(l);
	figure_percent(l, T(l, "Spending (%)"), t->lalu.keuangan, t->kini.keuangan, t->ubah_keuangan, "keuangan");
	figure_percent(l, T(l, "Output (%)"), t->lalu.keluaran, t->kini.keluaran, t->ubah_keluaran, "keluaran");
	figure_percent(l, T(l, "Mean (%)"), t->lalu.rata_rata, t->kini.rata_rata, t->ubah_rata, "rata-rata");
	figure_predicate(l);
	figure_checks(l);
	html_close(l->h);
}

/* ---- the table ---- */

static const char *level_class(LevelTemuan level)
{
	return level == LEVEL_ERROR ? "err" : level == LEVEL_WARNING ? "warn" : "note";
}

static void cause_cell(Lembar *l, const BarisTinjau *row)
{
	Html *h = l->h;
	const char *text = tinjau_sebab(l->m, row, decimals(l));
	LevelTemuan level = row->n_temuan ? row->temuan[0]->temuan->level : row->sebab & (SEBAB_TURUN | SEBAB_LONJAK) ? LEVEL_WARNING : LEVEL_NOTE;
	buka(h, "td", str_format(l->m->arena, "fd hp0 %s", level_class(level)));
	if (*text) {
		ikon_kecil(h, ikon_level(level));
		html_element(h, "span", NULL, text);
	}
	html_close(h);
}

static void decision_cell(Lembar *l, const BarisTinjau *row)
{
	static const struct {
		const char *kelas, *ikon, *teks;
	} forms[] = {{"pu", "circle-dashed", TEKS("Not decided")}, {"pu ok", "check", TEKS("Accepted")}, {"pu fix", "arrow-back-up", TEKS("To correct")}};
	html_open(l->h, "td");
	if (worth(row) || row->putusan.putusan != PUTUSAN_BELUM) {
		buka(l->h, "span", forms[row->putusan.putusan].kelas);
		ikon_kecil(l->h, forms[row->putusan.putusan].ikon);
		html_text(l->h, T(l, forms[row->putusan.putusan].teks));
		html_close(l->h);
	}
	html_close(l->h);
}

static void cells(Lembar *l, const BarisTinjau *row, bool leaf)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	bool doubt_money = leaf && worth(row) && row->n_temuan && row->temuan[0]->temuan->level != LEVEL_NOTE && row->ubah_uang.isi != ISI_ADA;
	bool doubt_output = leaf && (row->sebab & (SEBAB_LONJAK | SEBAB_TURUN));
	for (size_t i = 0; leaf && i < row->n_temuan; i++)
		if (str_equal(row->temuan[i]->temuan->rule, "keluaran-penuh"))
			doubt_money = doubt_output = true;
	const char *before = leaf ? "n c-2 hp0" : "n w4 hp0";
	sel(h, before, teks_uang(a, row->lalu.realisasi));
	sel(h, "n br hp0", teks_uang(a, row->kini.realisasi));
	sel(h, before, percent(l, row->lalu.keuangan));
	sel(h, doubt_money ? "n br hw" : "n br", percent(l, row->kini.keuangan));
	sel(h, before, percent(l, row->lalu.keluaran));
	sel(h, doubt_output ? "n br hw" : "n br", percent(l, row->kini.keluaran));
}

static void row_write(Lembar *l, uint32_t i)
{
	Html *h = l->h;
	const BarisTinjau *row = &l->t->baris[i];
	bool chosen = i == l->pilih;
	buka(h, "tr", chosen ? "lv3 sel" : "lv3");
	if (chosen)
		html_attr(h, "aria-current", "true");
	sel(h, "c-2", number_of(l, i));
	buka(h, "th", "br");
	html_attr(h, "scope", "row");
	tautan(h, "c-clamp nm", node(l, i)->nama, row_url(l, i));
	html_close(h);
	cells(l, row, true);
	cause_cell(l, row);
	decision_cell(l, row);
	html_close(h);
}

static void program_write(Lembar *l, uint32_t i, size_t n_shown, size_t n_all)
{
	Html *h = l->h;
	buka(h, "tr", "lv1");
	sel(h, NULL, number_of(l, i));
	buka(h, "th", "br");
	html_attr(h, "scope", "row");
	html_element(h, "span", "c-clamp", node(l, i)->nama);
	html_close(h);
	cells(l, &l->t->baris[i], false);
	sel(h, "c-s w4 hp0", str_format(l->m->arena, T(l, "%zu of %zu rows"), n_shown, n_all));
	sel(h, NULL, "");
	html_close(h);
}

static void body(Lembar *l)
{
	const Tinjauan *t = l->t;
	html_open(l->h, "tbody");
	for (uint32_t i = 0; i < t->n; i = node(l, i)->akhir) {
		size_t n_shown = 0, n_all = 0;
		for (uint32_t c = i; c < node(l, i)->akhir; c++) {
			n_all += t->baris[c].daun;
			n_shown += shown(l, &t->baris[c]);
		}
		if (!n_shown)
			continue;
		program_write(l, i, n_shown, n_all);
		for (uint32_t c = i; c < node(l, i)->akhir; c++)
			if (shown(l, &t->baris[c]))
				row_write(l, c);
	}
	html_close(l->h);
}

static void heads(Lembar *l)
{
	Html *h = l->h;
	const char *before = l->t->bulan_lalu ? bulan_pendek(l->t->bulan_lalu, l->m->bahasa) : "-", *now = bulan_pendek(l->p.bulan, l->m->bahasa);
	static const char *const groups[] = {TEKS("Realised (Rp)"), TEKS("Spending (%)"), TEKS("Output (%)")};
	static const char *const widths[] = {"k48", "", "k112", "k112", "k56", "k56", "k56", "k56", "k160", "k96"};
	html_open(h, "colgroup");
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		html_void(h, "col", "class", widths[i]);
	html_close(h);
	html_open(h, "thead");
	html_open(h, "tr");
	for (int i = 0; i < 2; i++) {
		html_open(h, "th");
		html_attr(h, "scope", "col");
		html_attr(h, "rowspan", "2");
		html_text(h, i ? T(l, "Program, sub kegiatan") : T(l, "No"));
		html_close(h);
	}
	for (int i = 0; i < 3; i++) {
		buka(h, "th", "grp hp0");
		html_attr(h, "scope", "colgroup");
		html_attr(h, "colspan", "2");
		html_text(h, T(l, groups[i]));
		html_close(h);
	}
	for (int i = 0; i < 2; i++) {
		buka(h, "th", i ? NULL : "hp0");
		html_attr(h, "scope", "col");
		html_attr(h, "rowspan", "2");
		html_text(h, i ? T(l, "Decision") : T(l, "Finding"));
		html_close(h);
	}
	html_close(h);
	html_open(h, "tr");
	for (int i = 0; i < 3; i++) {
		kepala_kolom(h, "n hp0", i ? before : str_format(l->m->arena, T(l, "to %s"), before));
		kepala_kolom(h, i ? "n" : "n hp0", i ? now : str_format(l->m->arena, T(l, "to %s"), now));
	}
	tutup(h, 2);
}

static void filter_link(Lembar *l, const char *saring, const char *name, size_t n)
{
	html_open(l->h, "a");
	html_attr(l->h, "href", str_format(l->m->arena, "%s?saring=%s", l->dasar, saring));
	if (str_equal(l->saring, saring))
		html_attr(l->h, "aria-current", "true");
	html_text(l->h, str_format(l->m->arena, "%s %zu", name, n));
	html_close(l->h);
}

static bool any_shown(const Lembar *l)
{
	for (size_t i = 0; i < l->t->n; i++)
		if (shown(l, &l->t->baris[i]))
			return true;
	return false;
}

static void table(Lembar *l)
{
	Html *h = l->h;
	const Tinjauan *t = l->t;
	buka(h, "section", "c-card");
	buka(h, "header", "c-mid");
	html_element(h, "h2", NULL, T(l, "Rows that need a look"));
	html_element(h, "span", "c-s c-2", str_format(l->m->arena, T(l, "%zu of %zu sub kegiatan"), t->n_perlu, t->n_daun));
	buka(h, "div", "c-seg");
	html_attr(h, "role", "group");
	html_attr(h, "aria-label", T(l, "Filter"));
	filter_link(l, "perlu", T(l, "To look at"), t->n_perlu);
	filter_link(l, "ubah", T(l, "Changed"), t->n_ubah);
	filter_link(l, "semua", T(l, "All"), t->n_daun);
	tutup(h, 2);
	if (any_shown(l)) {
		buka(h, "div", "c-gulir");
		html_attr(h, "tabindex", "0");
		html_attr(h, "role", "region");
		html_attr(h, "aria-label", T(l, "Rows beside the month before"));
		buka(h, "table", "c-t v");
		html_element(h, "caption", "c-vh", T(l, "Rows beside the month before"));
		heads(l);
		body(l);
		tutup(h, 2);
	}
	buka(h, "p", "c-kaki");
	html_text(h, T(l, "The other rows move as one expects: spending rises, output rises or stays, unit and target are those of the plan in force."));
	html_text(h, " ");
	buka(h, "span", "hp0");
	static const struct {
		const char *key, *words;
	} keys[] = {{"J", TEKS("next row")}, {"K", TEKS("previous row")}, {"T", TEKS("accept")}, {"P", TEKS("ask for correction")}};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		html_element(h, "kbd", NULL, keys[i].key);
		html_text(h, str_format(l->m->arena, " %s%s", T(l, keys[i].words), i + 1 < sizeof keys / sizeof *keys ? " · " : ""));
	}
	tutup(h, 3);
}

/* ---- the whole report's findings, banners, dock ---- */

static void general(Lembar *l)
{
	const PeriksaBulan *p = l->t->periksa;
	for (size_t i = 0; i < p->daftar->n; i++) {
		const TemuanBulan *f = &p->baris[i];
		if (f->temuan->kode || f->temuan->level == LEVEL_NOTE)
			continue;
		buka(l->h, "div", str_format(l->m->arena, "c-banner is-%s", level_class(f->temuan->level)));
		ikon(l->h, ikon_level(f->temuan->level));
		html_open(l->h, "div");
		html_element(l->h, "b", NULL, f->temuan->message);
		html_element(l->h, "div", NULL, f->penjelasan ? f->penjelasan : T(l, "The agency has not explained it."));
		tutup(l->h, 2);
	}
}

static void state_banner(Lembar *l)
{
	const Bulan *b = l->t->ini;
	if (b->terkunci)
		pesan(l->h, "is-ok", str_format(l->m->arena, T(l, "Revision %d is approved and locked."), b->revisi), T(l, "Whoever verifies can reopen it with a reason; the locked revision can still be printed."));
	else if (b->keadaan == KEADAAN_DIKEMBALIKAN)
		pesan(l->h, "is-warn", T(l, "The month is back with the agency."), *b->langkah[b->n_langkah - 1].alasan ? b->langkah[b->n_langkah - 1].alasan : NULL);
	else if (b->keadaan == KEADAAN_KOSONG || b->keadaan == KEADAAN_DRAF)
		pesan(l->h, "is-note", T(l, "The agency has not submitted this month yet; what stands here may still change."), NULL);
}

static const char *dock_words(const Lembar *l)
{
	const Tinjauan *t = l->t;
	uint32_t open = next_open(t, l->pilih);
	if (open == SIMPUL_NONE)
		return T(l, "Once verified, the agency cannot change the entries of this month.");
	return str_format(l->m->arena, T(l, "Next: %s. Once verified, the agency cannot change the entries of this month."), number_of(l, open));
}

static void dock_progress(Lembar *l)
{
	Html *h = l->h;
	const Tinjauan *t = l->t;
	html_open(h, "span");
	html_element(h, "b", NULL, str_format(l->m->arena, "%zu", t->n_putus));
	html_text(h, str_format(l->m->arena, T(l, " of %zu rows decided"), t->n_perlu));
	html_close(h);
	buka(h, "progress", "c-prog w120");
	html_attr_int(h, "max", t->n_perlu ? (unsigned)t->n_perlu : 1);
	html_attr_int(h, "value", t->n_perlu ? (unsigned)t->n_putus : 1);
	html_attr(h, "aria-label", T(l, "Rows decided"));
	html_close(h);
	html_element(h, "span", "c-2 luas", dock_words(l));
}

static void dock(Lembar *l)
{
	Html *h = l->h;
	if (!l->memutus && !l->boleh[LANGKAH_KEMBALIKAN] && !l->boleh[LANGKAH_BUKA])
		return;
	buka(h, "div", "c-dock");
	if (l->memutus)
		dock_progress(l);
	buka(h, "div", "c-act");
	if (l->boleh[LANGKAH_KEMBALIKAN])
		tombol_tautan(h, "btn-warn", "arrow-back-up", T(l, "Return to the agency..."), str_format(l->m->arena, "%s?saring=%s&tindak=kembalikan#tindak", l->dasar, l->saring));
	if (l->boleh[LANGKAH_BUKA])
		tombol_tautan(h, NULL, "lock-open", T(l, "Reopen..."), str_format(l->m->arena, "%s?saring=%s&tindak=buka#tindak", l->dasar, l->saring));
	if (l->boleh[LANGKAH_VERIFIKASI]) {
		form_mulai(h, l->m, str_format(l->m->arena, "%s/langkah", l->dasar), NULL, false);
		form_tersembunyi(h, "langkah", "verifikasi");
		tombol(h, "btn-primary", "check", str_format(l->m->arena, T(l, "Verify %s"), bulan_name((uint8_t)l->p.bulan, l->m->bahasa)), NULL, NULL);
		html_close(h);
	}
	tutup(h, 2);
}

/* Verifying with rows that are still open is possible, but not by an oversight. */
static void confirm_form(Lembar *l)
{
	Html *h = l->h;
	size_t fix = 0;
	for (size_t i = 0; i < l->t->n; i++)
		fix += l->t->baris[i].putusan.putusan == PUTUSAN_PERBAIKI;
	kartu_mulai(h, T(l, "Verify although rows are open?"), NULL);
	buka(h, "div", "c-isi");
	html_element(h, "p", NULL,
	             str_format(l->m->arena, T(l, "Rows without a decision: %zu. Rows for which you asked for correction: %zu. To have them corrected, return the month instead."),
	                        l->t->n_perlu - l->t->n_putus, fix));
	form_mulai(h, l->m, str_format(l->m->arena, "%s/langkah", l->dasar), "c-aksi", false);
	form_tersembunyi(h, "langkah", "verifikasi");
	form_tersembunyi(h, "yakin", "ya");
	tombol_tautan(h, NULL, NULL, T(l, "Back to the rows"), l->dasar);
	tombol(h, NULL, "check", T(l, "Verify all the same"), NULL, NULL);
	tutup(h, 3);
}

/* Rows that were sent back, as the beginning of the reason. */
static const char *reason_draft(Lembar *l)
{
	StrBuf text = {.arena = l->m->arena};
	if (*minta_isi(l->m, "alasan"))
		return minta_isi(l->m, "alasan");
	for (uint32_t i = 0; i < l->t->n; i++)
		if (l->t->baris[i].putusan.putusan == PUTUSAN_PERBAIKI)
			strbuf_addf(&text, "%s: %s\n", number_of(l, i), l->t->baris[i].putusan.teks);
	return strbuf_text(&text);
}

static void act_form(Lembar *l, const char *tindak)
{
	bool back = str_equal(tindak, "kembalikan") && l->boleh[LANGKAH_KEMBALIKAN], reopen = str_equal(tindak, "buka") && l->boleh[LANGKAH_BUKA];
	if (!back && !reopen && !str_equal(tindak, "yakin"))
		return;
	buka(l->h, "div", "c-tindak");
	html_attr(l->h, "id", "tindak");
	if (str_equal(tindak, "yakin"))
		confirm_form(l);
	else
		langkah_alasan(l->h, l->m, back ? LANGKAH_KEMBALIKAN : LANGKAH_BUKA, str_format(l->m->arena, "%s/langkah", l->dasar), l->dasar, l->p.bulan, l->t->ini->revisi,
		               back ? reason_draft(l) : minta_isi(l->m, "alasan"));
	html_close(l->h);
}

/* ---- the page ---- */

static Err queue_place(Lembar *l, ErrInfo *info)
{
	AntreBaris *wait, *rest;
	size_t n_rest, n_done;
	Err err = antre_list(l->m->k, l->p.tahun, &wait, &l->n_antre, &rest, &n_rest, &n_done, info);
	for (size_t i = 0; !err && i < l->n_antre; i++) {
		if (!str_equal(wait[i].opd.opd, l->p.opd.opd) || wait[i].bulan != l->p.bulan)
			continue;
		l->urut = i + 1;
		if (i > 0)
			l->sebelum = str_format(l->m->arena, "/verifikasi/%s/%d/%d", wait[i - 1].opd.opd, wait[i - 1].tahun, wait[i - 1].bulan);
		if (i + 1 < l->n_antre)
			l->sesudah = str_format(l->m->arena, "/verifikasi/%s/%d/%d", wait[i + 1].opd.opd, wait[i + 1].tahun, wait[i + 1].bulan);
	}
	return err;
}

static void neighbour(Lembar *l, const char *icon, const char *name, const char *url)
{
	if (!url)
		return;
	buka(l->h, "a", "btn btn-icon");
	html_attr(l->h, "href", url);
	html_attr(l->h, "aria-label", name);
	ikon(l->h, icon);
	html_close(l->h);
}

static Err head(Lembar *l, ErrInfo *info)
{
	const char *last;
	const Bulan *b = l->t->ini;
	Err err = langkah_terakhir(&last, l->m, l->p.opd.opd, l->p.tahun, l->p.bulan, info);
	if (err)
		return err;
	buka(l->h, "div", "c-ket");
	cip_keadaan(l->h, l->m, b->keadaan, false);
	html_element(l->h, "span", "c-s c-2", last);
	html_close(l->h);
	buka(l->h, "div", "c-act");
	if (l->urut)
		html_element(l->h, "span", "c-s c-2", str_format(l->m->arena, T(l, "Queue %zu of %zu"), l->urut, l->n_antre));
	neighbour(l, "chevron-left", T(l, "Previous agency"), l->sebelum);
	neighbour(l, "chevron-right", T(l, "Next agency"), l->sesudah);
	tombol_tautan(l->h, NULL, "file-text", T(l, "Form"), str_format(l->m->arena, "/laporan/%s/%d/%d", l->p.opd.opd, l->p.tahun, l->p.bulan));
	tombol_tautan(l->h, NULL, "history", T(l, "History"), "#riwayat");
	html_close(l->h);
	return ERR_OK;
}

static void rights(Lembar *l)
{
	Konteks *k = l->m->k;
	ErrInfo ignored = {0};
	for (int s = 0; s < LANGKAH_JUMLAH; s++)
		l->boleh[s] = siklus_may(k, l->t->ini, (Langkah)s, "-", &ignored) == ERR_OK;
	l->memutus = l->boleh[LANGKAH_VERIFIKASI];
}

static Err month_show(Minta *m, Jawab *j, const char *tindak, const ErrInfo *refused, ErrInfo *info)
{
	Lembar l = {.m = m, .saring = minta_kueri(m, "saring"), .pilih = SIMPUL_NONE};
	Tinjauan *t;
	Err err = pilih_bulan(m, &l.p, info);
	if (!err)
		err = konteks_may(m->k, AKSI_BACA, l.p.opd.opd, info);
	if (!err)
		err = tinjau_run(&t, m->k, l.p.opd.opd, l.p.tahun, l.p.bulan, info);
	if (!err)
		err = queue_place(&l, info);
	if (err)
		return err;
	l.t = t;
	l.dasar = str_format(m->arena, "/verifikasi/%s/%d/%d", l.p.opd.opd, l.p.tahun, l.p.bulan);
	if (!str_equal(l.saring, "ubah") && !str_equal(l.saring, "semua"))
		l.saring = "perlu";
	rights(&l);
	row_choose(&l);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Verification %s %d"), bulan_name((uint8_t)l.p.bulan, m->bahasa), l.p.tahun),
	                                        .sub = l.p.opd.nama, .menu = MENU_VERIFIKASI, .skrip = {"verifikasi.js"}});
	l.h = &h;
	err = head(&l, info);
	if (err)
		return err;
	halaman_isi(&h);
	const char *done = langkah_jadi(m, minta_kueri(m, "ok"), l.p.bulan, l.p.tahun);
	if (done)
		pesan(&h, "is-ok", done, NULL);
	pesan_tolak(&h, refused);
	act_form(&l, tindak);
	state_banner(&l);
	figures(&l);
	general(&l);
	buka(&h, "div", "c-split sempit");
	table(&l);
	err = verifikasi_panel(&l, info);
	html_close(&h);
	if (!err)
		err = langkah_riwayat(&h, m, l.p.opd.opd, l.p.tahun, l.p.bulan, info);
	if (err)
		return err;
	dock(&l);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err month_page(Minta *m, Jawab *j, ErrInfo *info)
{
	return month_show(m, j, minta_kueri(m, "tindak"), NULL, info);
}

/* ---- acts ---- */

static const char *month_path(Minta *m)
{
	return str_format(m->arena, "/verifikasi/%s/%s/%s", minta_bagian(m, "opd"), minta_bagian(m, "tahun"), minta_bagian(m, "bulan"));
}

/* Verified although rows are open, and not yet said to be meant so. */
static Err open_rows(Minta *m, bool *open, ErrInfo *info)
{
	PilihBulan p;
	Tinjauan *t;
	*open = false;
	if (!str_equal(minta_isi(m, "langkah"), "verifikasi") || *minta_isi(m, "yakin"))
		return ERR_OK;
	Err err = pilih_bulan(m, &p, info);
	if (!err)
		err = tinjau_run(&t, m->k, p.opd.opd, p.tahun, p.bulan, info);
	if (err)
		return err;
	*open = t->n_putus < t->n_perlu;
	for (size_t i = 0; i < t->n; i++)
		*open |= t->baris[i].putusan.putusan == PUTUSAN_PERBAIKI;
	return ERR_OK;
}

static Err step_post(Minta *m, Jawab *j, ErrInfo *info)
{
	Langkah step;
	bool open;
	Err err = open_rows(m, &open, info);
	if (err)
		return err;
	if (open)
		return month_show(m, j, "yakin", NULL, info);
	err = langkah_ambil(m, 1u << LANGKAH_VERIFIKASI | 1u << LANGKAH_KEMBALIKAN | 1u << LANGKAH_BUKA, &step, info);
	if (err == ERR_DENIED || !err_refused(err)) {
		if (!err)
			jawab_alih(j, str_format(m->arena, "%s?ok=%s", month_path(m), langkah_name(step)));
		return err;
	}
	ErrInfo refused = *info;
	j->status = err == ERR_CONFLICT ? 409 : 422;
	return month_show(m, j, step == LANGKAH_JUMLAH ? "" : langkah_name(step), &refused, info);
}

static Err decision_post(Minta *m, Jawab *j, ErrInfo *info)
{
	PilihBulan p;
	Tinjauan *t;
	const char *kode = minta_isi(m, "kode"), *choice = minta_isi(m, "putusan");
	Err err = pilih_bulan(m, &p, info);
	if (err)
		return err;
	err = tinjau_putuskan(m->k, p.opd.opd, p.tahun, p.bulan, kode, str_equal(choice, "perbaiki") ? PUTUSAN_PERBAIKI : PUTUSAN_TERIMA, minta_isi(m, "catatan"), info);
	if (err == ERR_USAGE) {
		ErrInfo refused = *info;
		j->status = 422;
		return month_show(m, j, "", &refused, info);
	}
	if (!err)
		err = tinjau_run(&t, m->k, p.opd.opd, p.tahun, p.bulan, info);
	if (err)
		return err;
	uint32_t next = next_open(t, snapshot_lookup(&t->ini->snapshot, kode));
	jawab_alih(j, str_format(m->arena, "%s?saring=%s&baris=%s#baris", month_path(m), url_encode(m->arena, minta_isi(m, "saring")),
	                         next == SIMPUL_NONE ? kode : t->ini->snapshot.simpul[next].kode_tertulis));
	return ERR_OK;
}

const Rute RUTE_VERIFIKASI[] = {
	{METODE_GET, "/verifikasi/{opd}/{tahun}/{bulan}", month_page, 0},
	{METODE_POST, "/verifikasi/{opd}/{tahun}/{bulan}/langkah", step_post, 0},
	{METODE_POST, "/verifikasi/{opd}/{tahun}/{bulan}/putusan", decision_post, 0},
	{METODE_GET, NULL, NULL, 0},
};
