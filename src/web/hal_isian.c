/* The monthly entry: choosing agency and month, the page of the grid. */
#include "web/hal_isian.h"

#include "app/kalender.h"
#include "app/tata.h"

#include <string.h>

/* ---- the month of the path ---- */

static bool known_part(const char *part)
{
	static const char *const parts[] = {"kosong", "temuan", "berubah", "catatan"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_equal(parts[i], part))
			return true;
	return false;
}

static void open_path(Lembar *l, uint32_t simpul)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	for (uint32_t up = simpul; up < s->n_simpul; up = s->simpul[up].induk)
		l->buka[up] = true;
}

static bool unfinished(const Kisi *g, uint32_t simpul)
{
	uint32_t n, filled;
	kisi_count(g, simpul, &n, &filled);
	if (filled < n)
		return true;
	for (uint32_t i = simpul; i < g->bulan->snapshot.simpul[simpul].akhir; i++)
		if (g->baris[g->baris_simpul[i]].n_temuan)
			return true;
	return false;
}

/* The first program that is not finished, with its unfinished kegiatan; a finished month opens its first program. */
static void open_first(Lembar *l)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	uint32_t first = 0;
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir) {
		if (unfinished(l->kisi, i)) {
			first = i;
			break;
		}
	}
	if (!s->n_simpul)
		return;
	l->buka[first] = true;
	uint32_t opened = 0;
	for (uint32_t i = first + 1; i < s->simpul[first].akhir && opened < 3; i++)
		if (s->simpul[i].akhir > i + 1 && unfinished(l->kisi, i))
			l->buka[i] = ++opened;
}

static void branches_open(Lembar *l)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	const char *asked = minta_kueri(l->m, "buka");
	l->buka = ARENA_ARRAY(l->m->arena, bool, s->n_simpul);
	bool all = str_equal(asked, "semua") || !str_equal(l->saring, "semua");
	for (uint32_t i = 0; all && i < s->n_simpul; i++)
		l->buka[i] = true;
	for (size_t i = 0; i < l->n_ketikan; i++) {
		Isian cell;
		if (sel_parse(l->m->arena, l->ketikan[i].nama, &cell))
			open_path(l, snapshot_lookup(s, cell.kode));
	}
	if (all || l->n_ketikan)
		return;
	if (!*asked) {
		open_first(l);
		return;
	}
	for (const char *p = asked; *p;) {
		size_t n = strcspn(p, ",");
		open_path(l, snapshot_lookup(s, str_dupn(l->m->arena, p, n)));
		p += n + (p[n] == ',');
	}
}

/* Comments are for those who see the month in every state. */
static Err comments_load(Lembar *l, ErrInfo *info)
{
	Komentar *rows = NULL;
	ErrInfo none = {0};
	if (konteks_may(l->m->k, AKSI_BACA, l->pilih.opd.opd, &none))
		return ERR_OK;
	Err err = komentar_list(l->m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, &rows, &l->n_komentar, info);
	l->komentar = rows;
	return err;
}

Err lembar_load(Lembar *l, Minta *m, unsigned sifat, ErrInfo *info)
{
	*l = (Lembar){.m = m, .saring = known_part(minta_kueri(m, "saring")) ? minta_kueri(m, "saring") : "semua"};
	Kisi *g;
	Err err = pilih_bulan(m, &l->pilih, info);
	if (!err)
		err = kisi_load(&g, m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, sifat, info);
	if (err)
		return err;
	l->kisi = g;
	l->dasar = str_format(m->arena, "/isian/%s/%d/%d", l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan);
	l->penuh = g->n <= ISIAN_BARIS_PENUH;
	if (sifat & KISI_TEMUAN)
		err = comments_load(l, info);
	if (err)
		return err;
	branches_open(l);
	return ERR_OK;
}

const char *lembar_bulan(const Lembar *l)
{
	return str_format(l->m->arena, "%s %d", bulan_name((uint8_t)l->pilih.bulan, l->m->bahasa), l->pilih.tahun);
}

const char *isian_alamat(Minta *m, const PilihBulan *at, const char *selesai, const char *kode)
{
	Kode parsed;
	const char *page = str_format(m->arena, "/isian/%s/%d/%d?selesai=%s", at->opd.opd, at->tahun, at->bulan, selesai);
	if (!kode_parse(&parsed, kode, NULL))
		return page;
	const char *code = kode_print(m->arena, parsed);
	return str_format(m->arena, "%s&buka=%s#n-%s", page, code, code);
}

/* ---- choosing ---- */

static Err choose(Minta *m, Jawab *j, ErrInfo *info)
{
	int tahun, bulan;
	BarisOpd *rows;
	size_t n;
	const char *opd = *minta_kueri(m, "opd") ? minta_kueri(m, "opd") : m->k->pengguna.opd;
	Err err = tata_opd_list(m->k, &rows, &n, info);
	if (err)
		return err;
	if (!*opd && n)
		opd = rows[0].opd;
	if (!*opd)
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "There is no agency yet."), NULL);
	err = bulan_terbaru(m, opd, &tahun, &bulan, info);
	if (!err)
		jawab_alih(j, str_format(m->arena, "/isian/%s/%d/%d", url_encode(m->arena, opd), tahun, bulan));
	return err;
}

/* ---- head of the page ---- */

static Err deadline(Html *h, const Lembar *l, bool *late, ErrInfo *info)
{
	Minta *m = l->m;
	Tanggal due;
	Err err = tenggat_of(m->k, l->pilih.tahun, l->pilih.bulan, &due, info);
	if (err)
		return err;
	Keadaan state = l->kisi->bulan->keadaan;
	int64_t days = tanggal_days(due) - tanggal_days(waktu_date(m->k->per, m->k->pemda.zona));
	bool open = state == KEADAAN_KOSONG || state == KEADAAN_DRAF || state == KEADAAN_DIKEMBALIKAN;
	*late = open && days < 0;
	html_open(h, "span");
	html_attr(h, "class", "c-chips");
	cip_keadaan(h, m, state, *late);
	html_close(h);
	const char *date = teks_tanggal(m->arena, due, m->bahasa);
	const char *rest = !open ? "" : days > 0 ? str_format(m->arena, teks(m->bahasa, ", %lld days left"), (long long)days)
	                   : days == 0           ? teks(m->bahasa, ", today")
	                                         : str_format(m->arena, teks(m->bahasa, ", %lld days late"), (long long)-days);
	html_element(h, "span", "c-s c-2", str_format(m->arena, teks(m->bahasa, "Due %s%s"), date, rest));
	return ERR_OK;
}

static void menu_link(Html *h, const char *mark, const char *text, const char *to)
{
	html_open(h, "a");
	html_attr(h, "href", to);
	ikon(h, mark);
	html_text(h, text);
	html_close(h);
}

static void script_button(Html *h, const char *class, const char *mark, const char *text, const char *action)
{
	html_open(h, "button");
	html_attr(h, "type", "button");
	html_attr(h, "class", str_format(h->out->arena, "btn js-saja %s", class));
	html_attr(h, "data-aksi", action);
	if (mark)
		ikon(h, mark);
	html_text(h, text);
	html_close(h);
}

static void actions(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	Arena *arena = m->arena;
	html_open(h, "div");
	html_attr(h, "class", "c-act");
	if (l->kisi->terbuka) {
		script_button(h, "", "table-import", teks(m->bahasa, "Paste from Excel"), "tempel");
		tombol_tautan(h, NULL, "download", teks(m->bahasa, "Download the sheet"), str_format(arena, "%s/unduh", l->dasar));
	}
	html_open(h, "details");
	html_attr(h, "class", "c-menu");
	html_open(h, "summary");
	html_attr(h, "class", "btn btn-icon");
	html_attr(h, "aria-label", teks(m->bahasa, "More"));
	ikon(h, "dots");
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-menu-isi");
	if (l->kisi->terbuka) {
		menu_link(h, "upload", teks(m->bahasa, "Upload the filled sheet"), "/impor");
		menu_link(h, "copy", teks(m->bahasa, "Copy last month"), str_format(arena, "%s/salin", l->dasar));
		menu_link(h, "message", teks(m->bahasa, "Problems and follow-up"), str_format(arena, "%s/ajukan#narasi", l->dasar));
	}
	menu_link(h, "paperclip", teks(m->bahasa, "Evidence of the month"), str_format(arena, "/bukti/%s/%d/%d", l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan));
	menu_link(h, "file-text", teks(m->bahasa, "The report of the month"), str_format(arena, "/laporan/%s/%d/%d", l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan));
	html_close(h);
	html_close(h);
	html_close(h);
}

static void filter(Html *h, const Lembar *l, const char *part, const char *text)
{
	html_open(h, "a");
	html_attr(h, "href", str_format(l->m->arena, "%s?saring=%s", l->dasar, part));
	if (str_equal(l->saring, part))
		html_attr(h, "aria-current", "true");
	html_text(h, text);
	html_close(h);
}

static Err tools(Html *h, const Lembar *l, ErrInfo *info)
{
	Minta *m = l->m;
	const Kisi *g = l->kisi;
	StatusOpd *status;
	size_t n;
	Err err = status_tahun(m->k, l->pilih.opd.opd, l->pilih.tahun, &status, &n, info);
	if (err)
		return err;
	html_open(h, "div");
	html_attr(h, "class", "c-tools");
	html_attr(h, "id", "alat");
	if (n)
		strip_bulan(h, m, &status[0], l->pilih.tahun, l->pilih.bulan, str_format(m->arena, "/isian/%s", l->pilih.opd.opd), "");
	html_open(h, "div");
	html_attr(h, "class", "c-seg");
	html_attr(h, "role", "group");
	html_attr(h, "aria-label", teks(m->bahasa, "Choose rows"));
	filter(h, l, "semua", teks(m->bahasa, "All rows"));
	filter(h, l, "kosong", str_format(m->arena, teks(m->bahasa, "Not filled %u"), g->n_sel - g->n_terisi));
	filter(h, l, "temuan", str_format(m->arena, teks(m->bahasa, "Findings %u"), g->n_baris_temuan));
	filter(h, l, "berubah", str_format(m->arena, teks(m->bahasa, "Changed %u"), g->n_berubah));
	size_t asked = 0;
	for (size_t i = 0; i < l->n_komentar; i++)
		asked += !l->komentar[i].selesai && *l->komentar[i].kode;
	if (asked)
		filter(h, l, "catatan", str_format(m->arena, teks(m->bahasa, "Notes of the verifier %zu"), asked));
	html_close(h);
	html_open(h, "a");
	html_attr(h, "class", "btn btn-sm");
	html_attr(h, "data-aksi", "buka-semua");
	html_attr(h, "href", str_format(m->arena, "%s?buka=semua", l->dasar));
	ikon_kecil(h, "chevrons-down");
	html_text(h, teks(m->bahasa, "Open all"));
	html_close(h);
	html_close(h);
	return ERR_OK;
}

/* ---- messages above the grid ---- */

static const BarisKeadaan *returned(const Bulan *b)
{
	return b->keadaan == KEADAAN_DIKEMBALIKAN && b->n_langkah ? &b->langkah[b->n_langkah - 1] : NULL;
}

static void banners(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	const Kisi *g = l->kisi;
	const BarisKeadaan *back = returned(g->bulan);
	static const struct { const char *nama, *teks; } done[] = {
		{"simpan", TEKS("Saved.")}, {"ajukan", TEKS("Submitted. The verifier has it now.")}, {"salin", TEKS("Last month was copied.")}, {"impor", TEKS("The sheet was taken over.")},
		{"jelas", TEKS("The explanation was saved.")}, {"jawab", TEKS("The answer was saved.")}};
	for (size_t i = 0; i < sizeof done / sizeof *done; i++)
		if (str_equal(minta_kueri(m, "selesai"), done[i].nama) || str_equal(minta_kueri(m, "ok"), done[i].nama))
			pesan(h, "is-ok", teks(m->bahasa, done[i].teks), NULL);
	if (back)
		pesan(h, "is-warn", str_format(m->arena, teks(m->bahasa, "Returned by the verifier: %s"), back->alasan), teks(m->bahasa, "Correct it and submit it again."));
	for (size_t i = 0; i < l->n_komentar; i++)
		if (!*l->komentar[i].kode && !l->komentar[i].selesai && l->komentar[i].n)
			pesan(h, "is-warn", l->komentar[i].baris[0].teks, l->komentar[i].baris[0].nama);
	if (!g->terbuka)
		pesan(h, "is-note", ketik_kalimat(m->arena, g->sebab), NULL);
	if (l->n_ketikan)
		pesan(h, "is-err", str_format(m->arena, teks(m->bahasa, "Nothing of this program was saved: %zu cells need a look."), l->n_ketikan),
		      teks(m->bahasa, "What you typed stands in them; the reason is below each."));
}

/* ---- bar, legend, dock ---- */

static void bar(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	html_open(h, "section");
	html_attr(h, "class", "c-bar");
	html_attr(h, "id", "batang");
	html_attr(h, "aria-label", teks(m->bahasa, "Chosen cell"));
	html_element(h, "div", "p", teks(m->bahasa, "Enter cumulative values to the end of the month, not of this month alone."));
	html_element(h, "div", "q", teks(m->bahasa, "Blank means not reported and is not counted. Nihil means zero is reported and counted."));
	html_void(h, "dl", NULL, NULL);
	HTML_RAW(h, "</dl>");
	html_close(h);
}

static void sample(Html *h, const char *class, const char *mark, const char *value, const char *text)
{
	html_open(h, "span");
	html_attr(h, "class", "smp");
	html_open(h, "span");
	html_attr(h, "class", class);
	if (mark)
		ikon_kecil(h, mark);
	html_text(h, value);
	html_close(h);
	html_text(h, text);
	html_close(h);
}

static void key(Html *h, const char *name, const char *text)
{
	html_element(h, "kbd", NULL, name);
	html_text(h, str_format(h->out->arena, " %s ", text));
}

static void legend(Html *h, Bahasa b)
{
	html_open(h, "section");
	html_attr(h, "class", "c-keys");
	html_attr(h, "aria-label", teks(b, "Meaning of the marks"));
	html_element(h, "b", NULL, teks(b, "Meaning of the marks"));
	sample(h, "box", NULL, "12,00", teks(b, "saved"));
	sample(h, "box save", "loader-2", "12,00", teks(b, "saving"));
	sample(h, "box off", "cloud-off", "72,00", teks(b, "offline, waiting to be sent"));
	sample(h, "box conf", "arrows-diff", "43,00", teks(b, "conflict"));
	sample(h, "box warn", "alert-triangle", "1,00", teks(b, "finding, needs an explanation"));
	sample(h, "box err", "alert-octagon", "13,00", teks(b, "error, must be corrected"));
	sample(h, "box kos", NULL, teks(b, "kosong"), teks(b, "not reported"));
	sample(h, "box", NULL, "nihil", teks(b, "zero is reported"));
	html_open(h, "span");
	html_attr(h, "class", "smp js-saja");
	key(h, "Enter", teks(b, "down"));
	key(h, "Tab", teks(b, "right"));
	key(h, "F2", teks(b, "edit"));
	key(h, "Esc", teks(b, "undo the edit"));
	key(h, "Ctrl+Z", teks(b, "undo"));
	key(h, "N", "nihil");
	key(h, "F8", teks(b, "next finding"));
	key(h, "F9", teks(b, "next blank cell"));
	html_close(h);
	html_close(h);
}

void kisi_dock(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	const Kisi *g = l->kisi;
	StrBuf rest = {.arena = m->arena};
	html_open(h, "span");
	html_element(h, "b", NULL, str_format(m->arena, "%u", g->n_terisi));
	html_text(h, str_format(m->arena, teks(m->bahasa, " of %u cells filled"), g->n_sel));
	html_close(h);
	html_open(h, "progress");
	html_attr(h, "class", "c-prog w120");
	html_attr(h, "max", str_format(m->arena, "%u", g->n_sel ? g->n_sel : 1));
	html_attr(h, "value", str_format(m->arena, "%u", g->n_terisi));
	html_attr(h, "aria-label", teks(m->bahasa, "Cells filled"));
	html_close(h);
	if (g->periksa && g->periksa->n_galat)
		strbuf_addf(&rest, teks(m->bahasa, "errors to correct: %zu"), g->periksa->n_galat);
	if (g->periksa && g->periksa->n_tanpa_penjelasan) {
		strbuf_add(&rest, rest.len ? " · " : "");
		strbuf_addf(&rest, teks(m->bahasa, "findings to explain: %zu"), g->periksa->n_tanpa_penjelasan);
	}
	html_element(h, "span", "c-2", strbuf_text(&rest));
}

static void dock(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	html_open(h, "div");
	html_attr(h, "class", "c-dock");
	html_attr(h, "id", "dok");
	html_open(h, "div");
	html_attr(h, "class", "c-dok-isi");
	html_attr(h, "id", "dok-isi");
	kisi_dock(h, l);
	html_close(h);
	html_open(h, "span");
	html_attr(h, "class", "c-2");
	html_attr(h, "id", "dok-luring");
	html_close(h);
	html_open(h, "div");
	html_attr(h, "class", "c-act");
	script_button(h, "btn-ghost", NULL, teks(m->bahasa, "Go to the next blocker"), "penghalang");
	tombol_tautan(h, "btn-primary", "send", teks(m->bahasa, "Check and submit"), str_format(m->arena, "%s/ajukan", l->dasar));
	html_close(h);
	html_close(h);
}

/* ---- programs with their progress: first thing on a phone ---- */

static uint32_t first_card(const Kisi *g, uint32_t program)
{
	uint32_t first = SIMPUL_NONE;
	const Snapshot *s = &g->bulan->snapshot;
	for (uint32_t i = program; i < s->simpul[program].akhir; i++) {
		uint32_t n, filled;
		kisi_count(g, i, &n, &filled);
		if (s->simpul[i].akhir != i + 1)
			continue;
		if (first == SIMPUL_NONE)
			first = i;
		if (filled < n)
			return i;
	}
	return first;
}

static void progress(Html *h, Minta *m, uint32_t filled, uint32_t n, const char *of)
{
	html_open(h, "progress");
	html_attr(h, "class", "c-prog");
	html_attr(h, "max", str_format(m->arena, "%u", n ? n : 1));
	html_attr(h, "value", str_format(m->arena, "%u", filled));
	html_attr(h, "aria-label", of);
	html_close(h);
}

static void programs(Html *h, const Lembar *l)
{
	Minta *m = l->m;
	const Kisi *g = l->kisi;
	const Snapshot *s = &g->bulan->snapshot;
	html_open(h, "section");
	html_attr(h, "class", "c-card c-program");
	html_attr(h, "aria-labelledby", "judul-program");
	html_open(h, "header");
	html_open(h, "h2");
	html_attr(h, "id", "judul-program");
	html_text(h, teks(m->bahasa, "Programs"));
	html_close(h);
	html_close(h);
	html_open(h, "ul");
	html_attr(h, "class", "c-list");
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir) {
		uint32_t n, filled;
		kisi_count(g, i, &n, &filled);
		html_open(h, "li");
		html_open(h, "a");
		html_attr(h, "href", str_format(m->arena, "%s/kartu/%s", l->dasar, s->simpul[first_card(g, i)].kode_tertulis));
		html_open(h, "span");
		html_attr(h, "class", "nm");
		html_text(h, str_format(m->arena, "%s %s", s->simpul[i].nomor, s->simpul[i].nama));
		progress(h, m, filled, n, s->simpul[i].nama);
		html_close(h);
		html_open(h, "span");
		html_attr(h, "class", "c-kanan c-2");
		if (filled == n)
			ikon_kecil(h, "check");
		html_text(h, str_format(m->arena, "%u/%u", filled, n));
		html_close(h);
		html_close(h);
		html_close(h);
	}
	html_close(h);
	html_close(h);
}

/* ---- the page ---- */

/* One form a program, outside the table: a table cannot hold a form around rows. Fields name theirs. */
static void forms(Html *h, const Lembar *l)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	if (!l->kisi->terbuka)
		return;
	for (uint32_t i = 0; i < s->n_simpul; i = s->simpul[i].akhir) {
		html_open(h, "form");
		html_attr(h, "id", str_format(l->m->arena, "f-%u", i));
		html_attr(h, "method", "post");
		html_attr(h, "action", str_format(l->m->arena, "%s/simpan", l->dasar));
		form_tersembunyi(h, "csrf", l->m->sesi ? l->m->sesi->csrf : "");
		html_close(h);
	}
}

Err lembar_page(Minta *m, Jawab *j, const Ketikan *ketikan, size_t n_ketikan, ErrInfo *info)
{
	Lembar l;
	bool late = false;
	Err err = lembar_load(&l, m, KISI_TEMUAN | KISI_PENULIS, info);
	if (err)
		return err;
	BarisBukti *bukti;
	err = bukti_list(m->k, l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan, &bukti, &l.n_bukti, info);
	if (err == ERR_DENIED) /* a locked month that its reader may see without what is behind it */
		l.n_bukti = 0;
	else if (err)
		return err;
	l.bukti = bukti;
	l.ketikan = ketikan;
	l.n_ketikan = n_ketikan;
	if (n_ketikan)
		branches_open(&l);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Entry of %s"), lembar_bulan(&l)), .sub = l.pilih.opd.nama, .menu = MENU_ISIAN, .kelas = "h-isian", .skrip = {"isian.js"}});
	html_open(&h, "div");
	html_attr(&h, "class", "c-ket");
	err = deadline(&h, &l, &late, info);
	html_close(&h);
	if (err)
		return err;
	actions(&h, &l);
	halaman_isi(&h);
	html_open(&h, "script");
	html_attr(&h, "src", aset_url("awal.js"));
	html_close(&h);
	banners(&h, &l);
	err = tools(&h, &l, info);
	if (err)
		return err;
	programs(&h, &l);
	html_open(&h, "div");
	html_attr(&h, "id", "isian");
	html_attr(&h, "data-dasar", l.dasar);
	html_attr(&h, "data-kunci", str_format(m->arena, "%s|%s|%s|%d|%d", m->k->pemda.pemda, m->k->pengguna.pengguna, l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan));
	html_attr(&h, "data-kata", kisi_kata(m));
	html_attr(&h, "data-ikon", aset_url("ikon.svg"));
	html_attr(&h, "data-bukti", str_format(m->arena, "/bukti/%s/%d/%d", l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan));
	bar(&h, &l);
	html_open(&h, "div");
	html_attr(&h, "class", "c-grid-w gulir");
	html_attr(&h, "id", "jaring");
	kisi_table(&h, &l);
	html_close(&h);
	forms(&h, &l);
	html_close(&h);
	legend(&h, m->bahasa);
	html_open(&h, "p");
	html_attr(&h, "id", "kabar");
	html_attr(&h, "class", "c-vh");
	html_attr(&h, "aria-live", "polite");
	html_close(&h);
	html_open(&h, "p");
	html_attr(&h, "id", "kabar-galat");
	html_attr(&h, "class", "c-vh");
	html_attr(&h, "aria-live", "assertive");
	html_close(&h);
	dock(&h, &l);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err page(Minta *m, Jawab *j, ErrInfo *info)
{
	return lembar_page(m, j, NULL, 0, info);
}

/* The rows below one node, for a page that left them out. */
static Err branch(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	Err err = lembar_load(&l, m, KISI_TEMUAN | KISI_PENULIS, info);
	if (err)
		return err;
	uint32_t simpul = snapshot_lookup(&l.kisi->bulan->snapshot, minta_bagian(m, "kode"));
	if (simpul >= l.kisi->bulan->snapshot.n_simpul)
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "The plan has no such node."), NULL);
	Html h = html_begin(&j->isi);
	kisi_branch(&h, &l, simpul);
	html_finish(&h);
	return ERR_OK;
}

const Rute RUTE_ISIAN[] = {
	{METODE_GET, "/isian", choose, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}", page, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/cabang/{kode}", branch, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/hitung", isian_hitung, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/sel", isian_sel, RUTE_KELOMPOK},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/sel/riwayat", isian_riwayat, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/banyak", isian_banyak, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/tempel", isian_tempel, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/simpan", isian_simpan, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/pilih", isian_pilih, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/salin", isian_salin_lihat, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/salin", isian_salin, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/narasi", isian_narasi, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/jelaskan", isian_jelaskan, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/jawab", isian_jawab, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/ajukan", isian_ajukan_lihat, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/ajukan", isian_ajukan, 0},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/unduh", isian_unduh, RUTE_BERAT},
	{METODE_GET, "/isian/{opd}/{tahun}/{bulan}/kartu/{kode}", isian_kartu, 0},
	{METODE_POST, "/isian/{opd}/{tahun}/{bulan}/kartu/{kode}", isian_kartu_simpan, 0},
	{0},
};
