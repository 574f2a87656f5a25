/* Saving cells: the answers that scripts get, and the same without scripts. */
#include "web/hal_isian.h"

#include "app/riwayat.h"

#include <string.h>

static Err place(Minta *m, Isian *cell, ErrInfo *info)
{
	if (!sel_parse(m->arena, minta_isi(m, "sel"), cell))
		return err_set(info, ERR_USAGE, teks(m->bahasa, "The request does not name a cell."), NULL);
	cell->opd = minta_bagian(m, "opd");
	cell->tahun = (int)minta_angka(m, "tahun", 1900, 2999, 0);
	cell->bulan = (int)minta_angka(m, "bulan", 1, 12, 0);
	return cell->tahun && cell->bulan ? ERR_OK : err_set(info, ERR_ABSENT, teks(m->bahasa, "There is no such month."), NULL);
}

/* ---- JSON of what changed ---- */

static const char *cell_html(const Lembar *l, size_t baris, const char *sel)
{
	StrBuf b = {.arena = l->m->arena};
	Html h = html_begin(&b);
	if (baris == l->kisi->n)
		kisi_total(&h, l, sel);
	else
		kisi_figure(&h, l, baris, sel);
	html_finish(&h);
	return strbuf_text(&b);
}

static bool has_figure(const Lembar *l, size_t baris, const char *sel)
{
	const KisiBaris *row = baris < l->kisi->n ? &l->kisi->baris[baris] : NULL;
	if (!row)
		return !str_equal(sel, "u-kind");
	if (str_equal(sel, "u-vub"))
		return row->indikator != SIMPUL_NONE;
	if (str_equal(sel, "u-kind"))
		return true;
	return row->pertama && !(str_equal(sel, "u-rini") && row->uang);
}

static void cell_json(Json *j, const Lembar *l, const KisiSel *sel)
{
	Arena *arena = l->m->arena;
	json_key(j, sel_kunci(arena, sel->jenis, sel->kode, sel->indikator));
	json_object(j);
	json_field(j, "nama", sel_nama(arena, sel));
	json_field(j, "nilai", kisi_teks(arena, sel->jenis, sel->nilai));
	json_field(j, "kelas", sel_kelas(arena, sel, l->kisi->terbuka));
	json_field(j, "ikon", sel_ikon(sel));
	json_field(j, "oleh", sel_oleh(l, sel));
	json_end(j);
}

/* One row: its figures, its cells, its findings. */
static void row_json(Json *j, const Lembar *l, size_t baris)
{
	const KisiBaris *row = baris < l->kisi->n ? &l->kisi->baris[baris] : NULL;
	json_object(j);
	json_field(j, "id", row ? kisi_id(l->m->arena, l, baris) : "total");
	json_key(j, "hitung");
	json_object(j);
	for (size_t i = 0; KISI_SEL_HITUNG[i]; i++)
		if (has_figure(l, baris, KISI_SEL_HITUNG[i]))
			json_field(j, KISI_SEL_HITUNG[i], cell_html(l, baris, KISI_SEL_HITUNG[i]));
	json_end(j);
	json_key(j, "sel");
	json_object(j);
	if (row && row->uang)
		cell_json(j, l, row->uang);
	if (row && row->volume)
		cell_json(j, l, row->volume);
	json_end(j);
	if (row) {
		StrBuf b = {.arena = l->m->arena};
		Html h = html_begin(&b);
		kisi_findings(&h, l, baris);
		html_finish(&h);
		json_field(j, "temuan", strbuf_text(&b));
	}
	json_end(j);
}

/* The rows that an entry in one of the nodes touches: the node's own, those of its ancestors, the total. */
static void rows_json(Json *j, const Lembar *l, const bool *touched)
{
	json_key(j, "baris");
	json_array(j);
	for (size_t i = 0; i < l->kisi->n; i++)
		if (touched[l->kisi->baris[i].simpul])
			row_json(j, l, i);
	row_json(j, l, l->kisi->n);
	json_end(j);
}

static void counts_json(Json *j, const Lembar *l)
{
	StrBuf b = {.arena = l->m->arena};
	Html h = html_begin(&b);
	kisi_dock(&h, l);
	html_finish(&h);
	json_field(j, "dok", strbuf_text(&b));
	json_key(j, "saring");
	json_object(j);
	json_field(j, "kosong", str_format(l->m->arena, teks(l->m->bahasa, "Not filled %u"), l->kisi->n_sel - l->kisi->n_terisi));
	json_field(j, "temuan", str_format(l->m->arena, teks(l->m->bahasa, "Findings %u"), l->kisi->n_baris_temuan));
	json_field(j, "berubah", str_format(l->m->arena, teks(l->m->bahasa, "Changed %u"), l->kisi->n_berubah));
	json_end(j);
}

static void touch(const Lembar *l, const char *kode, bool *touched)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	for (uint32_t up = snapshot_lookup(s, kode); up < s->n_simpul; up = s->simpul[up].induk)
		touched[up] = true;
}

/* "1.3.1 saved. Spending 70,77, output 50,00." */
static const char *spoken(const Lembar *l, const char *kode)
{
	const Snapshot *s = &l->kisi->bulan->snapshot;
	uint32_t at = snapshot_lookup(s, kode);
	Arena *arena = l->m->arena;
	if (at >= s->n_simpul)
		return "";
	const Capaian *c = &l->kisi->bulan->hasil->simpul[at];
	uint8_t decimals = l->kisi->bulan->kebijakan->desimal;
	return str_format(arena, teks(l->m->bahasa, "%s saved. Spending %s, output %s."), *s->simpul[at].nomor ? s->simpul[at].nomor : kode, teks_persen(arena, c->keuangan, decimals),
	                  teks_persen(arena, c->keluaran, decimals));
}

static void answer_begin(Jawab *j, Json *json)
{
	j->jenis = "application/json";
	*json = json_begin(&j->isi, 0);
	json_object(json);
}

/* ---- figures of some nodes: hitung?kode=a,b ---- */

static bool *touched_by(const Lembar *l, const char *codes)
{
	bool *touched = ARENA_ARRAY(l->m->arena, bool, l->kisi->bulan->snapshot.n_simpul);
	for (const char *p = codes; *p;) {
		size_t n = strcspn(p, ",");
		touch(l, str_dupn(l->m->arena, p, n), touched);
		p += n + (p[n] == ',');
	}
	return touched;
}

Err isian_hitung(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	Json json;
	Err err = lembar_load(&l, m, KISI_TEMUAN | KISI_PENULIS, info);
	if (err)
		return err;
	answer_begin(j, &json);
	rows_json(&json, &l, touched_by(&l, minta_kueri(m, "kode")));
	counts_json(&json, &l);
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- one cell ---- */

/* The value that an earlier request of this page wrote, whose answer never came: no conflict with oneself. */
static Err own_earlier(Minta *m, Isian *cell, IsianHasil *out, Err err, ErrInfo *info)
{
	Riwayat history;
	if (err != ERR_CONFLICT || !out->konflik)
		return err;
	KonflikIsian conflict = *out->konflik;
	ErrInfo none = {0};
	if (riwayat_list(m->k, cell->opd, cell->tahun, cell->bulan, cell->jenis, cell->kode, cell->indikator, &history, &none))
		return err;
	bool mine = true;
	for (size_t i = 0; i < history.n; i++)
		mine &= history.langkah[i].fakta <= cell->dilihat || str_equal(history.langkah[i].oleh, m->k->pengguna.pengguna);
	const char *before = minta_isi(m, "terkirim"); /* what was sent and not answered */
	NilaiIsian sent;
	const char *note;
	if (!mine || !*before || isian_parse(m->k, cell->jenis, "", conflict.mereka.teks, ketik_nilai(before), &sent, &note, &none) || !isian_equal(sent, conflict.mereka))
		return err;
	cell->dilihat = conflict.fakta;
	return isian_set(m->k, cell, out, info);
}

static void refused_json(Minta *m, Json *json, const char *typed, bool fall, ErrInfo *info)
{
	if (!fall)
		ketik_alasan(m, typed, info);
	json_field(json, "hasil", fall ? "turun" : ketik_strip(typed) ? "strip" : "tolak");
	json_field(json, "pesan", ketik_kalimat(m->arena, info->message));
	json_field(json, "petunjuk", fall ? teks(m->bahasa, "Correct it, or write why it falls.") : info->hint ? ketik_kalimat(m->arena, info->hint) : NULL);
}

static void conflict_json(Minta *m, Json *json, const Isian *cell, const IsianHasil *out)
{
	StrBuf b = {.arena = m->arena};
	Lembar l = {.m = m, .dasar = str_format(m->arena, "/isian/%s/%d/%d", cell->opd, cell->tahun, cell->bulan)};
	Html h = html_begin(&b);
	kisi_conflict(&h, &l, cell->jenis, out->konflik, sel_kunci(m->arena, cell->jenis, cell->kode, cell->indikator));
	html_finish(&h);
	json_field(json, "hasil", "konflik");
	json_field(json, "nama", str_format(m->arena, "%s|%lld", sel_kunci(m->arena, cell->jenis, cell->kode, cell->indikator), (long long)out->konflik->fakta));
	json_field(json, "mereka", kisi_teks(m->arena, cell->jenis, out->konflik->mereka));
	json_field(json, "temuan", strbuf_text(&b));
}

static void saved_json(Minta *m, Json *json, const Isian *cell, const IsianHasil *out)
{
	json_field(json, "hasil", "tersimpan");
	json_field(json, "nama", str_format(m->arena, "%s|%lld", sel_kunci(m->arena, cell->jenis, out->kode, cell->indikator), (long long)out->fakta));
	json_field(json, "nilai", kisi_teks(m->arena, cell->jenis, out->nilai));
	json_field(json, "catatan", out->catatan);
}

/* A cell that was saved, for when its figures are asked for too. */
typedef struct {
	Isian isian;
	IsianHasil hasil;
} Tersimpan;

/* Read once the save is durable, so that nobody who saves waits for the figures of others. */
static Err saved_figures(Minta *m, Jawab *j, ErrInfo *info)
{
	const Tersimpan *saved = j->bawaan;
	Lembar l;
	Json json;
	Err err = lembar_load(&l, m, KISI_TEMUAN | KISI_PENULIS, info);
	if (err)
		return err;
	bool *touched = touched_by(&l, minta_isi(m, "kode"));
	touch(&l, saved->hasil.kode, touched);
	answer_begin(j, &json);
	json_field(&json, "kunci", minta_isi(m, "kunci"));
	saved_json(m, &json, &saved->isian, &saved->hasil);
	rows_json(&json, &l, touched);
	counts_json(&json, &l);
	json_field(&json, "ucap", spoken(&l, saved->hasil.kode));
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* A value that was carried over from the month before says so. */
static const char *carried(Minta *m, const char *asal, int bulan)
{
	return str_equal(asal, "salin") && bulan > 1 ? str_format(m->arena, "salin:%d", bulan - 1) : "";
}

/* Keeps one cell. jalur=1: with the figures and findings that it changes (kode: and those of these nodes, saved just before); without, only that it is
 * kept, which is light. */
Err isian_sel(Minta *m, Jawab *j, ErrInfo *info)
{
	Isian cell;
	IsianHasil out;
	Json json;
	Err err = place(m, &cell, info);
	if (err)
		return err;
	const char *typed = minta_isi(m, "nilai");
	cell.nilai = cell.jenis <= ISIAN_VOLUME ? ketik_nilai(typed) : typed;
	cell.alasan = minta_isi(m, "alasan");
	cell.asal = carried(m, minta_isi(m, "asal"), cell.bulan);
	err = own_earlier(m, &cell, &out, isian_set(m->k, &cell, &out, info), info);
	if (err && err != ERR_USAGE && err != ERR_CONFLICT)
		return err;
	if (!err && str_equal(minta_isi(m, "jalur"), "1") && cell.jenis <= ISIAN_VOLUME) {
		Tersimpan *saved = ARENA_NEW(m->arena, Tersimpan);
		*saved = (Tersimpan){cell, out};
		j->lanjut = saved_figures;
		j->bawaan = saved;
		return ERR_OK;
	}
	answer_begin(j, &json);
	json_field(&json, "kunci", minta_isi(m, "kunci"));
	if (err == ERR_CONFLICT && out.konflik)
		conflict_json(m, &json, &cell, &out);
	else if (err)
		refused_json(m, &json, typed, out.turun, info);
	else
		saved_json(m, &json, &cell, &out);
	j->status = err == ERR_CONFLICT ? 409 : err == ERR_USAGE ? 422 : 200;
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- many cells: fields sel, nilai, alasan in turn ---- */

enum { BANYAK_MAX = 2000 };

static size_t cells_read(Minta *m, IsianBanyak *out, const char **typed)
{
	size_t n = 0;
	bool open = false;
	for (size_t i = 0; i < m->n_formulir && n <= BANYAK_MAX; i++) {
		const Medan *f = &m->formulir[i];
		if (str_equal(f->nama, "sel")) {
			open = n < BANYAK_MAX && sel_parse(m->arena, f->nilai, &out[n].isian);
			n += open;
		} else if (open && str_equal(f->nama, "nilai")) {
			typed[n - 1] = f->nilai;
			out[n - 1].isian.nilai = out[n - 1].isian.jenis <= ISIAN_VOLUME ? ketik_nilai(f->nilai) : f->nilai;
		} else if (open && str_equal(f->nama, "alasan")) {
			out[n - 1].isian.alasan = f->nilai;
		} else if (open && str_equal(f->nama, "asal")) {
			out[n - 1].isian.asal = carried(m, f->nilai, (int)minta_angka(m, "bulan", 1, 12, 1));
		}
	}
	return n;
}

static void each_json(Minta *m, Json *json, IsianBanyak *c, const char *typed)
{
	json_object(json);
	json_field(json, "sel", sel_kunci(m->arena, c->isian.jenis, c->isian.kode, c->isian.indikator));
	if (c->err == ERR_CONFLICT && c->hasil.konflik) {
		conflict_json(m, json, &c->isian, &c->hasil);
	} else if (c->err) {
		refused_json(m, json, typed, c->hasil.turun, &c->info);
	} else {
		json_field(json, "hasil", c->hasil.baru ? "isi" : "sama");
		json_field(json, "nama", str_format(m->arena, "%s|%lld", sel_kunci(m->arena, c->isian.jenis, c->hasil.kode, c->isian.indikator), (long long)c->hasil.fakta));
		json_field(json, "nilai", kisi_teks(m->arena, c->isian.jenis, c->hasil.nilai));
		json_field(json, "catatan", c->hasil.catatan);
	}
	json_end(json);
}

static const char *preview_text(Minta *m, size_t fresh, size_t same, size_t bad, const char *example)
{
	const char *text = str_format(m->arena, teks(m->bahasa, "%zu cells will be filled, %zu the same, %zu not readable"), fresh, same, bad);
	return bad && *example ? str_format(m->arena, "%s (\"%s\").", text, example) : str_format(m->arena, "%s.", text);
}

static Err many(Minta *m, Jawab *j, bool coba, ErrInfo *info)
{
	IsianBanyak *cells = ARENA_ARRAY(m->arena, IsianBanyak, m->n_formulir + 1);
	const char **typed = ARENA_ARRAY(m->arena, const char *, m->n_formulir + 1);
	size_t n = cells_read(m, cells, typed), fresh = 0, same = 0, bad = 0;
	const char *example = "";
	Json json;
	PilihBulan at;
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = isian_set_many(m->k, at.opd.opd, at.tahun, at.bulan, cells, n, coba, info);
	if (err && !err_refused(err))
		return err;
	if (err == ERR_DENIED || err == ERR_ABSENT)
		return err;
	for (size_t i = 0; i < n; i++) {
		if (cells[i].err && !bad++)
			example = typed[i] ? typed[i] : "";
		fresh += !cells[i].err && cells[i].hasil.baru;
		same += !cells[i].err && !cells[i].hasil.baru;
	}
	answer_begin(j, &json);
	json_field(&json, "hasil", err ? "tolak" : "tersimpan");
	json_field(&json, "pesan", coba ? preview_text(m, fresh, same, bad, example) : err ? info->message : str_format(m->arena, teks(m->bahasa, "%zu cells saved."), fresh));
	json_key(&json, "sel");
	json_array(&json);
	for (size_t i = 0; i < n; i++)
		each_json(m, &json, &cells[i], typed[i] ? typed[i] : "");
	json_end(&json);
	json_end(&json);
	json_finish(&json);
	j->status = err && !coba ? 422 : 200;
	return ERR_OK;
}

/* Whole or nothing; the figures come with hitung. */
Err isian_banyak(Minta *m, Jawab *j, ErrInfo *info)
{
	return many(m, j, false, info);
}

/* What a block would do: nothing is written. */
Err isian_tempel(Minta *m, Jawab *j, ErrInfo *info)
{
	return many(m, j, true, info);
}

/* ---- without scripts: the fields of one program ---- */

/* The value that the page showed; a field that still says so was not touched. */
static Err shown_before(Minta *m, const Lembar *l, const Isian *cell, const KisiSel *now, const char **out, ErrInfo *info)
{
	*out = kisi_teks(m->arena, now->jenis, now->nilai);
	if (cell->dilihat == now->fakta)
		return ERR_OK;
	Riwayat history;
	Err err = riwayat_list(m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, cell->jenis, cell->kode, cell->indikator, &history, info);
	*out = "";
	for (size_t i = 0; !err && i < history.n; i++)
		if (history.langkah[i].fakta == cell->dilihat)
			*out = kisi_teks(m->arena, cell->jenis, history.langkah[i].nilai);
	return err;
}

static Err changed_take(Minta *m, const Lembar *l, IsianBanyak *cells, const char **names, size_t *n, ErrInfo *info)
{
	for (size_t i = 0; i < m->n_formulir; i++) {
		const Medan *f = &m->formulir[i];
		IsianBanyak *c = &cells[*n];
		if (!sel_parse(m->arena, f->nama, &c->isian))
			continue;
		size_t at = kisi_find(l->kisi, c->isian.kode, c->isian.indikator);
		if (at == l->kisi->n)
			continue;
		const char *before;
		Err err = shown_before(m, l, &c->isian, c->isian.jenis == ISIAN_UANG ? l->kisi->baris[at].uang : l->kisi->baris[at].volume, &before, info);
		if (err)
			return err;
		if (str_equal(str_trim(m->arena, f->nilai), before))
			continue;
		c->isian.nilai = ketik_nilai(f->nilai);
		c->isian.alasan = minta_isi(m, str_format(m->arena, "alasan:%s", f->nama));
		names[(*n)++] = f->nama;
	}
	return ERR_OK;
}

static void refused_take(Minta *m, IsianBanyak *cells, const char **names, size_t n, Ketikan *typed)
{
	for (size_t i = 0; i < n; i++) {
		IsianBanyak *c = &cells[i];
		bool fine = !c->err;
		if (c->err && c->err != ERR_CONFLICT && !c->hasil.turun)
			ketik_alasan(m, c->isian.nilai, &c->info);
		typed[i] = (Ketikan){.nama = names[i], .nilai = minta_isi(m, names[i]), .pesan = fine ? teks(m->bahasa, "Not saved yet.") : ketik_kalimat(m->arena, c->info.message),
		                     .petunjuk = fine ? teks(m->bahasa, "The other cells must be right first.") : ketik_kalimat(m->arena, c->info.hint ? c->info.hint : ""),
		                     .konflik = c->hasil.konflik, .turun = c->hasil.turun};
	}
}

Err isian_form_save(Minta *m, const Lembar *l, Ketikan **typed, size_t *n_typed, const char **kode, ErrInfo *info)
{
	size_t n = 0;
	IsianBanyak *cells = ARENA_ARRAY(m->arena, IsianBanyak, m->n_formulir + 1);
	const char **names = ARENA_ARRAY(m->arena, const char *, m->n_formulir + 1);
	Err err = changed_take(m, l, cells, names, &n, info);
	if (!err && n)
		err = isian_set_many(m->k, l->pilih.opd.opd, l->pilih.tahun, l->pilih.bulan, cells, n, false, info);
	if (kode)
		*kode = n && !err ? cells[0].hasil.kode : "";
	if (err != ERR_USAGE && err != ERR_CONFLICT)
		return err;
	*typed = ARENA_ARRAY(m->arena, Ketikan, n);
	*n_typed = n;
	refused_take(m, cells, names, n, *typed);
	*info = (ErrInfo){0};
	return ERR_OK;
}

Err isian_simpan(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	Ketikan *typed = NULL;
	size_t n = 0;
	const char *kode;
	Err err = lembar_load(&l, m, 0, info);
	if (!err)
		err = isian_form_save(m, &l, &typed, &n, &kode, info);
	if (err)
		return err;
	if (n) {
		j->status = 422;
		return lembar_page(m, j, typed, n, info);
	}
	jawab_alih(j, isian_alamat(m, &l.pilih, "simpan", kode));
	return ERR_OK;
}

/* The choice in a conflict, from a page without scripts. */
Err isian_pilih(Minta *m, Jawab *j, ErrInfo *info)
{
	Isian cell;
	IsianHasil out;
	PilihBulan at;
	Err err = place(m, &cell, info);
	if (!err)
		err = pilih_bulan(m, &at, info);
	if (err)
		return err;
	cell.nilai = ketik_nilai(minta_isi(m, "nilai"));
	if (str_equal(minta_isi(m, "pakai"), "saya"))
		err = isian_set(m->k, &cell, &out, info);
	if (!err)
		jawab_alih(j, isian_alamat(m, &at, "simpan", cell.kode));
	return err;
}

/* ---- history of one cell ---- */

static void history_step(Html *h, Minta *m, JenisIsian jenis, const LangkahNilai *step)
{
	const char *value = kisi_teks(m->arena, jenis, step->nilai);
	html_open(h, "li");
	html_element(h, "span", "c-2", teks_waktu(m, step->waktu));
	html_element(h, "span", step->diganti ? "d" : "d f", "");
	html_open(h, "span");
	html_element(h, "b", NULL, *value ? value : teks(m->bahasa, "kosong"));
	html_text(h, str_format(m->arena, " · %s%s%s", kisi_person(m->k, step->oleh), *step->alasan ? " · " : "", step->alasan));
	html_close(h);
	html_close(h);
}

Err isian_riwayat(Minta *m, Jawab *j, ErrInfo *info)
{
	Isian cell;
	Riwayat r;
	PilihBulan at;
	if (!sel_parse(m->arena, minta_kueri(m, "sel"), &cell))
		return err_set(info, ERR_USAGE, teks(m->bahasa, "The request does not name a cell."), NULL);
	Err err = pilih_bulan(m, &at, info);
	if (!err)
		err = riwayat_list(m->k, at.opd.opd, at.tahun, at.bulan, cell.jenis, cell.kode, cell.indikator, &r, info);
	if (err)
		return err;
	const char *title = str_format(m->arena, teks(m->bahasa, "History of %s %s"), r.kode, *r.indikator ? r.indikator : r.nama);
	Html h = m->htmx ? html_begin(&j->isi) : halaman_mulai(m, j, &(Halaman){.judul = title, .sub = at.opd.nama, .menu = MENU_ISIAN});
	if (!m->htmx)
		halaman_isi(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-tumpuk");
	if (m->htmx)
		html_element(&h, "h2", NULL, title);
	html_open(&h, "ul");
	html_attr(&h, "class", "c-tl");
	for (size_t i = r.n; i-- > 0;)
		history_step(&h, m, cell.jenis, &r.langkah[i]);
	if (!r.n)
		html_element(&h, "li", NULL, teks(m->bahasa, "Nothing was entered yet."));
	html_close(&h);
	html_close(&h);
	if (m->htmx)
		html_finish(&h);
	else
		halaman_selesai(m, &h);
	return ERR_OK;
}
