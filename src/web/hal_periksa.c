/* Periksa: drop a finished report, see what is wrong in it and why. The file stays in memory for a few minutes (titipan.h) and is never stored. */
#include "app/pengaturan.h"
#include "app/periksa.h"
#include "web/halaman.h"
#include "web/peladen_inti.h"
#include "web/titipan.h"

typedef enum { SARING_GALAT, SARING_PERINGATAN, SARING_SEMUA } Saring;

static const struct { const char *nama, *teks; } SARING[] = {
	[SARING_GALAT] = {"galat", TEKS("Errors")}, [SARING_PERINGATAN] = {"peringatan", TEKS("Errors and warnings")}, [SARING_SEMUA] = {"semua", TEKS("All lines")},
};

typedef struct {
	Minta *m;
	Html *h;
	const HasilPeriksaBerkas *hasil;
	const char *kunci;
	Saring saring;
	int kolom[PERIKSA_KOLOM], n_kolom; /* of the form, that the document has */
} Layar;

/* ---- for whom ---- */

/* Who is signed in always; visitors where the region lets them. false: `j` is the answer. */
static bool welcome(Minta *m, Jawab *j, Err *err, ErrInfo *info)
{
	Pengaturan settings = {{0}};
	*err = !m->sesi && m->k ? pengaturan_baca(m->k, &settings, info) : ERR_OK;
	if (*err)
		return false;
	if (m->sesi || settings.nilai[PENGATURAN_PERIKSA_PUBLIK])
		return true;
	layanan_minta_masuk(m, j);
	return false;
}

/* Reading a file and printing a form are work: a visitor may ask for so much of it only. */
static bool too_often(const Minta *m)
{
	return !m->sesi && !laju_boleh(m->peladen->laju_periksa, m->klien, waktu_now());
}

/* ---- asking for a file ---- */

static void drop_zone(Html *h, const Minta *m, const char *galat)
{
	Bahasa b = m->bahasa;
	if (galat)
		pesan(h, "is-err", galat, NULL);
	form_mulai(h, m, "/periksa", "c-tumpuk", true);
	html_open(h, "label");
	html_attr(h, "class", "c-drop");
	ikon(h, "upload");
	html_element(h, "b", NULL, teks(b, "Drop a report here, or choose a file"));
	html_element(h, "span", "c-2", teks(b, "XLSX, CSV, TSV or JSON; the file is not stored"));
	html_open(h, "input");
	html_attr(h, "type", "file");
	html_attr(h, "name", "berkas");
	html_attr(h, "required", "");
	html_attr(h, "accept", ".xlsx,.csv,.tsv,.txt,.json");
	html_void_end(h);
	html_close(h);
	html_open(h, "div");
	tombol(h, "btn-primary", "file-check", teks(b, "Check the file"), NULL, NULL);
	html_close(h);
	html_close(h);
}

static void drop_page(Minta *m, Jawab *j, const char *galat)
{
	Bahasa b = m->bahasa;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(b, "Check a report"), .menu = MENU_PERIKSA});
	halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "div");
	html_attr(&h, "class", "c-isi");
	drop_zone(&h, m, galat);
	html_close(&h);
	html_close(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-prosa");
	html_element(&h, "h2", NULL, teks(b, "What happens with it"));
	html_element(&h, "p", NULL, teks(b, "Every sum, percentage and mean is computed again from the sub kegiatan and their indicators. You see which cell is wrong, what it should say, and "
	                                    "which figures follow from it; then you can take the corrected form."));
	html_element(&h, "p", NULL, teks(b, "The Laporan Capaian is recognised by its headings, whatever order its columns stand in. The file stays in the memory of the server for fifteen minutes "
	                                    "and is never written to a disk."));
	html_open(&h, "p");
	tautan(&h, NULL, teks(b, "All rules"), "/aturan");
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
}

static Err periksa_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Err err;
	if (welcome(m, j, &err, info))
		drop_page(m, j, NULL);
	return err;
}

/* ---- verdict ---- */

static const char *file_line(Layar *l)
{
	const Kepala *k = &l->hasil->draf->snapshot.kepala;
	StrBuf b = {.arena = l->m->arena};
	strbuf_addf(&b, "Laporan Capaian · %s", k->unit_organisasi);
	if (k->bulan && k->tahun)
		strbuf_addf(&b, " · %s %d", bulan_name(k->bulan, l->m->bahasa), k->tahun);
	strbuf_addf(&b, " · %s %s", teks(l->m->bahasa, "policy"), l->hasil->kebijakan);
	return strbuf_text(&b);
}

static const char *verdict_text(Layar *l)
{
	const HasilPeriksaBerkas *r = l->hasil;
	Arena *a = l->m->arena;
	Bahasa b = l->m->bahasa;
	if (r->temuan->n == 0)
		return teks(b, "Nothing found. All sums and means agree.");
	if (r->tercetak && r->rata_beda)
		return str_format(a, teks(b, "The average is printed as %s. It should be %s."), r->tercetak, r->seharusnya);
	if (r->n_galat)
		return str_format(a, teks(b, "%zu errors; the overall average %s is right."), r->n_galat, r->seharusnya);
	return str_format(a, teks(b, "No error. The overall average %s is right."), r->seharusnya);
}

static const char *verdict_cause(Layar *l)
{
	const HasilPeriksaBerkas *r = l->hasil;
	Arena *a = l->m->arena;
	Bahasa b = l->m->bahasa;
	const Snapshot *s = &r->draf->snapshot;
	uint32_t n[TINGKAT_SUB_KEGIATAN + 1] = {0};
	for (uint32_t i = 0; i < s->n_simpul; i++)
		n[s->simpul[i].tingkat]++;
	if (r->n_sebab == 1)
		return str_format(a, "%s %s", teks(b, "One cause:"), r->grup[0].temuan->message);
	if (r->n_sebab > 1)
		return str_format(a, teks(b, "%u causes change the figures of the total."), r->n_sebab);
	return str_format(a, teks(b, "%u program, %u kegiatan, %u sub kegiatan, %u indicators checked."), n[TINGKAT_PROGRAM], n[TINGKAT_KEGIATAN], n[TINGKAT_SUB_KEGIATAN],
	                  s->n_indikator);
}

static void chain(Layar *l)
{
	const HasilPeriksaBerkas *r = l->hasil;
	Html *h = l->h;
	if (!r->n_rantai)
		return;
	html_open(h, "ol");
	html_attr(h, "class", "ch");
	for (size_t i = 0; i < r->n_rantai; i++) {
		if (i) {
			html_open(h, "li");
			html_attr(h, "class", "ar");
			html_attr(h, "aria-hidden", "true");
			ikon(h, "arrow-right");
			html_close(h);
		}
		html_open(h, "li");
		html_attr(h, "class", i + 1 == r->n_rantai ? "ce" : i == 0 ? "c0" : "");
		html_element(h, "div", "la", r->rantai[i].label);
		html_open(h, "div");
		html_attr(h, "class", "va");
		html_element(h, "s", NULL, r->rantai[i].tercetak);
		html_element(h, "b", NULL, r->rantai[i].terhitung);
		html_close(h);
		html_open(h, "div");
		html_attr(h, "class", "c-s c-2");
		tautan(h, NULL, str_format(l->m->arena, teks(l->m->bahasa, "line %u"), r->rantai[i].baris), str_format(l->m->arena, "#b%u", r->rantai[i].baris));
		html_close(h);
		html_close(h);
	}
	html_close(h);
}

static void downloads(Layar *l)
{
	Html *h = l->h;
	Bahasa b = l->m->bahasa;
	Arena *a = l->m->arena;
	html_open(h, "div");
	html_attr(h, "class", "c-act");
	tombol_tautan(h, "btn-primary", "download", teks(b, "Corrected form (XLSX)"), str_format(a, "/periksa/%s/formulir.xlsx", l->kunci));
	tombol_tautan(h, NULL, NULL, "PDF", str_format(a, "/periksa/%s/formulir.pdf", l->kunci));
	tombol_tautan(h, NULL, NULL, teks(b, "List of findings (CSV)"), str_format(a, "/periksa/%s/temuan.csv", l->kunci));
	html_close(h);
}

static void verdict(Layar *l)
{
	const HasilPeriksaBerkas *r = l->hasil;
	Html *h = l->h;
	const char *kind = r->n_galat ? "" : r->n_peringatan ? " warn" : r->temuan->n ? " note" : " ok";
	html_open(h, "section");
	html_attr(h, "class", str_format(l->m->arena, "c-card vd%s", kind));
	html_attr(h, "aria-label", teks(l->m->bahasa, "Verdict"));
	html_open(h, "div");
	html_attr(h, "class", "vh");
	html_open(h, "div");
	html_attr(h, "class", "vi");
	ikon(h, r->n_galat ? "alert-octagon" : r->n_peringatan ? "alert-triangle" : r->temuan->n ? "info-circle" : "check");
	html_close(h);
	html_open(h, "div");
	html_element(h, "h2", NULL, verdict_text(l));
	html_element(h, "p", "c-2", verdict_cause(l));
	html_close(h);
	downloads(l);
	html_close(h);
	chain(l);
	html_close(h);
}

/* ---- the file ---- */

/* Two head rows: groups over their columns. */
static const struct { const char *grup, *teks; bool angka; } KEPALA[PERIKSA_KOLOM] = {
	[KOLOM_KODE] = {NULL, TEKS("Code"), false}, [KOLOM_NAMA] = {NULL, TEKS("Name"), false}, [KOLOM_INDIKATOR] = {NULL, TEKS("Indicator"), false},
	[KOLOM_PAGU] = {TEKS("Target"), TEKS("Budget"), true}, [KOLOM_TARGET] = {TEKS("Target"), TEKS("Volume"), true},
	[KOLOM_REALISASI] = {TEKS("Realised"), TEKS("Money"), true}, [KOLOM_REALISASI_VOLUME] = {TEKS("Realised"), TEKS("Volume"), true},
	[KOLOM_SATUAN] = {NULL, TEKS("Unit"), false}, [KOLOM_KEUANGAN] = {TEKS("Achieved (%)"), TEKS("Fin."), true},
	[KOLOM_KELUARAN] = {TEKS("Achieved (%)"), TEKS("Output"), true}, [KOLOM_RATA_RATA] = {NULL, TEKS("Average"), true},
};

static bool same_group(const Layar *l, int a, int b)
{
	const char *x = KEPALA[l->kolom[a]].grup, *y = KEPALA[l->kolom[b]].grup;
	return x && y && str_equal(x, y);
}

static void head_cell(Layar *l, int place, bool alone)
{
	Html *h = l->h;
	html_open(h, "th");
	html_attr(h, "scope", "col");
	if (alone)
		html_attr(h, "rowspan", "2");
	if (KEPALA[l->kolom[place]].angka)
		html_attr(h, "class", "n");
	html_text(h, teks(l->m->bahasa, KEPALA[l->kolom[place]].teks));
	html_close(h);
}

static void table_head(Layar *l)
{
	static const char *const widths[PERIKSA_KOLOM] = {"k96", "k128", "k112", "k112", "k64", "k112", "k64", "k64", "k56", "k64", "k64"};
	Html *h = l->h;
	html_element(h, "caption", "c-vh", teks(l->m->bahasa, "The file, with the cells marked that findings point at"));
	html_open(h, "colgroup");
	html_void(h, "col", "class", "k32");
	for (int i = 0; i < l->n_kolom; i++)
		html_void(h, "col", "class", widths[l->kolom[i]]);
	html_close(h);
	html_open(h, "thead");
	html_open(h, "tr");
	html_open(h, "th");
	html_attr(h, "rowspan", "2");
	html_attr(h, "scope", "col");
	html_attr(h, "class", "ln");
	html_element(h, "span", "c-vh", teks(l->m->bahasa, "Line"));
	html_close(h);
	for (int i = 0; i < l->n_kolom;) {
		int n = 1;
		while (i + n < l->n_kolom && same_group(l, i, i + n))
			n++;
		if (KEPALA[l->kolom[i]].grup) {
			html_open(h, "th");
			html_attr_int(h, "colspan", (unsigned)n);
			html_attr(h, "scope", "colgroup");
			html_attr(h, "class", "grp");
			html_text(h, teks(l->m->bahasa, KEPALA[l->kolom[i]].grup));
			html_close(h);
		} else {
			head_cell(l, i, true);
		}
		i += n;
	}
	html_close(h);
	html_open(h, "tr");
	for (int i = 0; i < l->n_kolom; i++)
		if (KEPALA[l->kolom[i]].grup)
			head_cell(l, i, false);
	html_close(h);
	html_close(h);
}

static void badge(Layar *l, int32_t group)
{
	html_open(l->h, "a");
	html_attr(l->h, "class", "bd");
	html_attr(l->h, "href", str_format(l->m->arena, "#t%d", group + 1));
	html_attr(l->h, "aria-label", str_format(l->m->arena, teks(l->m->bahasa, "finding %d"), group + 1));
	html_text(l->h, str_format(l->m->arena, "%d", group + 1));
	html_close(l->h);
}

/* Several numbers in one cell: each on a line of its own. */
static const char *one_below_another(Arena *arena, const char *text)
{
	StrBuf b = {.arena = arena};
	for (const char *p = text; *p; p++)
		strbuf_addc(&b, *p == ' ' ? '\n' : *p);
	return strbuf_text(&b);
}

static void cell(Layar *l, const SelPeriksa *sel, int kolom, unsigned span)
{
	static const char *const marks[] = {"g", "w", "i"};
	Html *h = l->h;
	bool number = KEPALA[kolom].angka, marked = sel->grup >= 0;
	html_open(h, "td");
	if (number || marked)
		html_attr(h, "class", str_format(l->m->arena, "%s%s%s", number ? "n" : "", number && marked ? " " : "", marked ? marks[sel->level] : ""));
	if (span > 1)
		html_attr_int(h, "colspan", span);
	if (marked)
		badge(l, sel->grup);
	if (marked && sel->terhitung && sel->level == LEVEL_ERROR) {
		html_element(h, "s", NULL, *sel->teks ? sel->teks : teks(l->m->bahasa, "(blank)"));
		html_element(h, "b", NULL, sel->terhitung);
	} else if (number || !*sel->teks) {
		html_text(h, one_below_another(l->m->arena, sel->teks));
	} else {
		html_open(h, "span");
		html_attr(h, "class", "c-clamp");
		html_attr(h, "title", sel->teks);
		html_text(h, sel->teks);
		html_close(h);
	}
	html_close(h);
}

static void line(Layar *l, const BarisPeriksa *b)
{
	static const char *const kinds[] = {"", "p", "k", "", "", "tot", ""};
	Html *h = l->h;
	html_open(h, "tr");
	html_attr(h, "id", str_format(l->m->arena, "b%u", b->nomor));
	if (*kinds[b->jenis])
		html_attr(h, "class", kinds[b->jenis]);
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_attr(h, "class", "ln");
	html_text(h, str_format(l->m->arena, "%u", b->nomor));
	html_close(h);
	if (b->jenis == JENIS_BARIS_KAKI)
		cell(l, &b->sel[0], KOLOM_NAMA, (unsigned)l->n_kolom);
	else
		for (int i = 0; i < l->n_kolom; i++)
			cell(l, &b->sel[l->kolom[i]], l->kolom[i], 1);
	html_close(h);
}

static bool line_shown(const Layar *l, const BarisPeriksa *b)
{
	if (l->saring == SARING_SEMUA || b->jenis == JENIS_BARIS_TOTAL)
		return true;
	return b->galat || (l->saring == SARING_PERINGATAN && b->peringatan);
}

/* Lines with nothing to show, as one. */
static void gap(Layar *l, const BarisPeriksa *first, const BarisPeriksa *last)
{
	Html *h = l->h;
	Bahasa b = l->m->bahasa;
	html_open(h, "tr");
	html_attr(h, "class", "gap");
	html_open(h, "td");
	html_attr_int(h, "colspan", (unsigned)l->n_kolom + 1);
	html_open(h, "a");
	html_attr(h, "href", str_format(l->m->arena, "/periksa/%s?saring=semua#b%u", l->kunci, first->nomor));
	ikon_kecil(h, "dots");
	html_text(h, first == last ? str_format(l->m->arena, teks(b, "line %u: nothing to mark here"), first->nomor)
	                           : str_format(l->m->arena, teks(b, "lines %u-%u: nothing to mark here"), first->nomor, last->nomor));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void table(Layar *l)
{
	const HasilPeriksaBerkas *r = l->hasil;
	Html *h = l->h;
	html_open(h, "div");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(l->m->bahasa, "The file"));
	html_element(h, "span", "c-s c-2", teks(l->m->bahasa, "what the file says is struck, what it should say is bold"));
	html_open(h, "div");
	html_attr(h, "class", "c-seg");
	html_attr(h, "role", "group");
	html_attr(h, "aria-label", teks(l->m->bahasa, "Lines shown"));
	for (int i = 0; i <= SARING_SEMUA; i++) {
		html_open(h, "a");
		html_attr(h, "href", str_format(l->m->arena, "/periksa/%s?saring=%s", l->kunci, SARING[i].nama));
		if ((int)l->saring == i)
			html_attr(h, "aria-current", "true");
		html_text(h, teks(l->m->bahasa, SARING[i].teks));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-gulir");
	html_attr(h, "tabindex", "0");
	html_attr(h, "role", "region");
	html_attr(h, "aria-label", teks(l->m->bahasa, "The file"));
	html_open(h, "table");
	html_attr(h, "class", "c-t d");
	table_head(l);
	html_open(h, "tbody");
	for (size_t i = 0; i < r->n_baris; i++) {
		if (line_shown(l, &r->baris[i])) {
			line(l, &r->baris[i]);
			continue;
		}
		size_t last = i;
		while (last + 1 < r->n_baris && !line_shown(l, &r->baris[last + 1]))
			last++;
		gap(l, &r->baris[i], &r->baris[last]);
		i = last;
	}
	html_close(h);
	html_close(h);
	html_close(h);
	html_close(h);
}

/* ---- the list ---- */

static void group_place(Layar *l, const GrupTemuan *g)
{
	Html *h = l->h;
	Arena *a = l->m->arena;
	Bahasa b = l->m->bahasa;
	html_open(h, "p");
	html_attr(h, "class", "ps");
	for (uint32_t i = 0; i < g->n_baris; i++) {
		if (i)
			html_text(h, ", ");
		tautan(h, NULL, str_format(a, i ? "%u" : teks(b, "line %u"), g->baris[i]), str_format(a, "#b%u", g->baris[i]));
	}
	if (g->n > g->n_baris && g->n_baris)
		html_text(h, str_format(a, teks(b, " and %u more"), g->n - g->n_baris));
	html_text(h, " · ");
	tautan(h, NULL, str_format(a, teks(b, "rule %s"), g->temuan->rule), str_format(a, "/aturan/%s", g->temuan->rule));
	html_close(h);
}

static void group(Layar *l, size_t i)
{
	static const char *const kinds[] = {"on", "", "warn", "note"};
	const GrupTemuan *g = &l->hasil->grup[i];
	Html *h = l->h;
	html_open(h, "li");
	html_attr(h, "id", str_format(l->m->arena, "t%zu", i + 1));
	if (*kinds[g->bagian])
		html_attr(h, "class", kinds[g->bagian]);
	html_element(h, "span", "nb", str_format(l->m->arena, "%zu", i + 1));
	html_open(h, "div");
	html_element(h, "p", g->bagian <= BAGIAN_GALAT ? "c-b" : NULL, g->temuan->message);
	if (g->n > 1)
		html_element(h, "p", "c-2", str_format(l->m->arena, teks(l->m->bahasa, "The same in %u places."), g->n));
	if (g->temuan->hint) {
		html_open(h, "p");
		html_attr(h, "class", "fx");
		html_element(h, "b", NULL, teks(l->m->bahasa, "Correction: "));
		html_text(h, g->temuan->hint);
		html_close(h);
	}
	group_place(l, g);
	html_close(h);
	html_close(h);
}

static void list(Layar *l)
{
	static const char *const heads[BAGIAN_JUMLAH] = {TEKS("Changes the final figures"), TEKS("Other errors, which do not change them"), TEKS("Warnings"), TEKS("Notes")};
	const HasilPeriksaBerkas *r = l->hasil;
	Html *h = l->h;
	html_open(h, "aside");
	html_attr(h, "class", "c-card fl");
	html_attr(h, "aria-label", teks(l->m->bahasa, "Findings"));
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(l->m->bahasa, "Findings"));
	html_element(h, "span", "c-s c-2", str_format(l->m->arena, teks(l->m->bahasa, "%zu errors, %zu warnings, %zu notes"), r->n_galat, r->n_peringatan, r->n_catatan));
	html_close(h);
	for (BagianTemuan part = 0; part < BAGIAN_JUMLAH; part++) {
		bool open = false;
		for (size_t i = 0; i < r->n_grup; i++) {
			if (r->grup[i].bagian != part)
				continue;
			if (!open) {
				html_element(h, "h3", NULL, teks(l->m->bahasa, heads[part]));
				html_open(h, "ol");
				open = true;
			}
			group(l, i);
		}
		if (open)
			html_close(h);
	}
	if (!r->n_grup)
		html_element(h, "p", "c-isi", teks(l->m->bahasa, "Nothing found. All sums and means agree."));
	html_close(h);
}

/* ---- the page of a file ---- */

static Err deposit(Minta *m, HasilPeriksaBerkas **out, ErrInfo *info)
{
	const char *nama;
	const void *bytes;
	size_t n;
	if (!titipan_ambil(m->peladen->titipan, m->arena, waktu_now(), minta_bagian(m, "kunci"), &nama, &bytes, &n))
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "The file is no longer here: it is kept for fifteen minutes only."), teks(m->bahasa, "Check it again."));
	return periksa_berkas(out, m->arena, nama, bytes, n, NULL, m->bahasa, info);
}

static Err hasil_get(Minta *m, Jawab *j, ErrInfo *info)
{
	HasilPeriksaBerkas *hasil;
	Err err;
	if (!welcome(m, j, &err, info))
		return err;
	err = deposit(m, &hasil, info);
	if (err)
		return err;
	Layar l = {.m = m, .hasil = hasil, .kunci = minta_bagian(m, "kunci"), .saring = SARING_PERINGATAN};
	for (int i = 0; i <= SARING_SEMUA; i++)
		if (str_equal(minta_kueri(m, "saring"), SARING[i].nama))
			l.saring = (Saring)i;
	for (int k = 0; k < PERIKSA_KOLOM; k++)
		if (hasil->draf->kolom[k])
			l.kolom[l.n_kolom++] = k;
	Html h = halaman_mulai(m, j, &(Halaman){.judul = hasil->berkas, .sub = teks(m->bahasa, "Check a file"), .menu = MENU_PERIKSA});
	l.h = &h;
	html_element(&h, "div", "c-ket c-s c-2", file_line(&l));
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	html_open(&h, "span");
	html_attr(&h, "class", "c-s c-2");
	ikon_kecil(&h, "lock");
	html_text(&h, teks(m->bahasa, "The file is not stored"));
	html_close(&h);
	tombol_tautan(&h, NULL, "upload", teks(m->bahasa, "Check another file"), "/periksa");
	html_close(&h);
	halaman_isi(&h);
	verdict(&l);
	html_open(&h, "div");
	html_attr(&h, "class", "c-split p346");
	if (hasil->n_baris)
		table(&l);
	list(&l);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err periksa_post(Minta *m, Jawab *j, ErrInfo *info)
{
	const Unggahan *file = minta_unggahan(m, "berkas");
	HasilPeriksaBerkas *hasil;
	Err err;
	if (!welcome(m, j, &err, info))
		return err;
	if (too_often(m)) {
		enum { TERLALU_SERING = 429 };
		j->status = TERLALU_SERING;
		jawab_kepala(j, "Retry-After", "600");
		drop_page(m, j, teks(m->bahasa, "Too many files from here within ten minutes. Try again later, or sign in."));
		return ERR_OK;
	}
	if (!file || file->n == 0) {
		j->status = 422;
		drop_page(m, j, teks(m->bahasa, "No file was chosen."));
		return ERR_OK;
	}
	err = periksa_berkas(&hasil, m->arena, file->nama, file->isi, file->n, NULL, m->bahasa, info);
	const char *key = err ? NULL : titipan_simpan(m->peladen->titipan, m->arena, waktu_now(), file->nama, file->isi, file->n);
	if (key) {
		jawab_alih(j, str_format(m->arena, "/periksa/%s", key));
		return ERR_OK;
	}
	j->status = 422;
	drop_page(m, j, !err ? teks(m->bahasa, "The file is too large to be shown here; capaian check on your own machine takes it.")
	                     : info->hint ? str_format(m->arena, "%s %s", info->message, info->hint) : info->message);
	return ERR_OK;
}

/* "laporan.tsv" -> "laporan-benar.xlsx" */
static const char *download_name(Arena *arena, const char *berkas, const char *what, const char *extension)
{
	const char *dot = strrchr(berkas, '.');
	return str_format(arena, "%.*s-%s.%s", dot ? (int)(dot - berkas) : (int)strlen(berkas), berkas, what, extension);
}

static Err formulir_get(Minta *m, Jawab *j, ErrInfo *info)
{
	static const struct { const char *bentuk, *jenis; } forms[] = {
		{"pdf", "application/pdf"}, {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {"csv", "text/csv; charset=utf-8"}, {"json", "application/json"}};
	HasilPeriksaBerkas *hasil;
	Err err;
	if (!welcome(m, j, &err, info))
		return err;
	if (too_often(m))
		return err_set(info, ERR_LIMIT, NULL, NULL);
	err = deposit(m, &hasil, info);
	for (size_t i = 0; !err && i < sizeof forms / sizeof *forms; i++) {
		const void *bytes;
		size_t n;
		if (!str_equal(forms[i].bentuk, minta_bagian(m, "bentuk")))
			continue;
		err = periksa_formulir(hasil, m->arena, str_format(m->arena, "x.%s", forms[i].bentuk), &bytes, &n, m->bahasa, info);
		if (!err)
			jawab_unduh(j, m->arena, forms[i].jenis, bytes, n, download_name(m->arena, hasil->berkas, "benar", forms[i].bentuk));
		return err;
	}
	return err ? err : err_set(info, ERR_ABSENT, NULL, NULL);
}

static Err temuan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	const char *bentuk = minta_bagian(m, "bentuk");
	bool csv = str_equal(bentuk, "csv");
	HasilPeriksaBerkas *hasil;
	Err err;
	if (!welcome(m, j, &err, info))
		return err;
	if (!csv && !str_equal(bentuk, "json") && !str_equal(bentuk, "sarif"))
		return err_set(info, ERR_ABSENT, NULL, NULL);
	err = deposit(m, &hasil, info);
	if (err)
		return err;
	StrBuf out = {.arena = m->arena};
	periksa_temuan(hasil, &out, bentuk, m->bahasa);
	jawab_unduh(j, m->arena, csv ? "text/csv; charset=utf-8" : "application/json", strbuf_text(&out), out.len, download_name(m->arena, hasil->berkas, "temuan", bentuk));
	return ERR_OK;
}

/* ---- rules ---- */

static const char *const TINGKAT_TEMUAN[] = {TEKS("error"), TEKS("warning"), TEKS("note")};

static Err aturan_semua_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)info;
	UraianAturan *rules;
	size_t n = periksa_aturan_semua(m->arena, m->bahasa, &rules);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = teks(m->bahasa, "Rules of the check"), .menu = MENU_PERIKSA});
	halaman_isi(&h);
	html_open(&h, "div");
	html_attr(&h, "class", "c-card");
	html_open(&h, "table");
	html_attr(&h, "class", "c-t");
	html_element(&h, "caption", "c-vh", teks(m->bahasa, "Rules of the check"));
	html_open(&h, "thead");
	html_open(&h, "tr");
	const char *const heads[] = {TEKS("Rule"), TEKS("Level"), TEKS("What it demands")};
	for (size_t i = 0; i < 3; i++) {
		html_open(&h, "th");
		html_attr(&h, "scope", "col");
		html_text(&h, teks(m->bahasa, heads[i]));
		html_close(&h);
	}
	html_close(&h);
	html_close(&h);
	html_open(&h, "tbody");
	for (size_t i = 0; i < n; i++) {
		html_open(&h, "tr");
		html_open(&h, "th");
		html_attr(&h, "scope", "row");
		tautan(&h, NULL, rules[i].nama, str_format(m->arena, "/aturan/%s", rules[i].nama));
		html_close(&h);
		html_element(&h, "td", NULL, teks(m->bahasa, TINGKAT_TEMUAN[rules[i].level]));
		html_element(&h, "td", NULL, rules[i].kalimat);
		html_close(&h);
	}
	html_close(&h);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err aturan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	UraianAturan rule;
	if (!periksa_aturan(minta_bagian(m, "nama"), m->bahasa, &rule))
		return err_set(info, ERR_ABSENT, NULL, NULL);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = rule.nama, .sub = teks(m->bahasa, "Rule of the check"), .menu = MENU_PERIKSA});
	halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "div");
	html_attr(&h, "class", "c-isi c-prosa");
	html_element(&h, "p", "c-b", rule.kalimat);
	html_element(&h, "p", NULL, rule.uraian);
	html_element(&h, "p", "c-2", str_format(m->arena, "%s: %s", teks(m->bahasa, "Level"), teks(m->bahasa, TINGKAT_TEMUAN[rule.level])));
	html_open(&h, "p");
	tautan(&h, NULL, teks(m->bahasa, "All rules"), "/aturan");
	html_close(&h);
	html_close(&h);
	html_close(&h);
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_PERIKSA[] = {
	{METODE_GET, "/periksa", periksa_get, RUTE_UMUM},
	{METODE_POST, "/periksa", periksa_post, RUTE_UMUM | RUTE_UNGGAH | RUTE_MEMBACA | RUTE_BERAT},
	{METODE_GET, "/periksa/{kunci}", hasil_get, RUTE_UMUM},
	{METODE_GET, "/periksa/{kunci}/formulir.{bentuk}", formulir_get, RUTE_UMUM | RUTE_BERAT},
	{METODE_GET, "/periksa/{kunci}/temuan.{bentuk}", temuan_get, RUTE_UMUM},
	{METODE_GET, "/aturan", aturan_semua_get, RUTE_UMUM},
	{METODE_GET, "/aturan/{nama}", aturan_get, RUTE_UMUM},
	{0},
};
