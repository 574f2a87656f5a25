/* The entry on a phone: one sub kegiatan a card, one field a value, "Next" at the thumb. A form that works without scripts; with them each field is saved as
 * it is left, by the same queue as the grid. */
#include "web/hal_isian.h"

static const Snapshot *tree(const Lembar *l)
{
	return &l->kisi->bulan->snapshot;
}

/* The leaf before or after this one; SIMPUL_NONE at the end. */
static uint32_t leaf_beside(const Lembar *l, uint32_t simpul, int step)
{
	const Snapshot *s = tree(l);
	for (int64_t i = (int64_t)simpul + step; i >= 0 && i < s->n_simpul; i += step)
		if (s->simpul[i].akhir == i + 1)
			return (uint32_t)i;
	return SIMPUL_NONE;
}

static const Ketikan *typed_find(const Lembar *l, const char *nama)
{
	for (size_t i = 0; i < l->n_ketikan; i++)
		if (str_equal(l->ketikan[i].nama, nama))
			return &l->ketikan[i];
	return NULL;
}

static void field(Html *h, const Lembar *l, size_t baris, const KisiSel *sel, const char *label, const char *hint)
{
	Minta *m = l->m;
	const char *name = sel_nama(m->arena, sel), *id = str_format(m->arena, "k-%s-%c", kisi_id(m->arena, l, baris), sel->jenis == ISIAN_UANG ? 'u' : 'v');
	const Ketikan *typed = typed_find(l, name);
	static const char *const levels[] = {" is-err", " is-warn", ""};
	html_open(h, "div");
	html_attr(h, "class", str_format(m->arena, "c-field%s", typed ? typed->konflik ? " is-conf" : " is-err" : sel->ada_temuan ? levels[sel->level] : ""));
	html_open(h, "label");
	html_attr(h, "for", id);
	html_text(h, label);
	html_close(h);
	html_element(h, "span", "c-hint c-s c-2", hint);
	html_open(h, "input");
	html_attr(h, "class", "form-control");
	html_attr(h, "id", id);
	html_attr(h, "inputmode", sel->teks ? "text" : "decimal");
	html_attr(h, "autocomplete", "off");
	html_attr(h, "name", name);
	html_attr(h, "value", typed ? typed->nilai : kisi_teks(m->arena, sel->jenis, sel->nilai));
	html_attr(h, "placeholder", teks(m->bahasa, "kosong"));
	if (!l->kisi->terbuka)
		html_attr(h, "readonly", "");
	if (typed)
		html_attr(h, "aria-invalid", "true");
	html_void_end(h);
	if (typed)
		html_element(h, "p", "c-s c-err", str_format(m->arena, "%s %s", typed->pesan, typed->petunjuk ? typed->petunjuk : ""));
	html_close(h);
}

static void money_field(Html *h, const Lembar *l, size_t baris)
{
	Minta *m = l->m;
	const KisiBaris *row = &l->kisi->baris[baris];
	const char *last = row->uang_lalu.isi == ISI_KOSONG ? "-" : teks_uang(m->arena, row->uang_lalu);
	field(h, l, baris, row->uang, str_format(m->arena, teks(m->bahasa, "Realised money to %s"), bulan_name((uint8_t)l->pilih.bulan, m->bahasa)),
	      str_format(m->arena, teks(m->bahasa, "Last month: %s"), last));
}

static void volume_field(Html *h, const Lembar *l, size_t baris)
{
	Minta *m = l->m;
	const KisiBaris *row = &l->kisi->baris[baris];
	const Indikator *ind = &tree(l)->indikator[row->indikator];
	const char *last = row->volume_lalu_teks ? row->volume_lalu_teks : row->volume_lalu.isi == ISI_KOSONG ? "-" : volume_teks(m->arena, row->volume_lalu);
	const char *target = ind->target_teks ? ind->target_teks : volume_teks(m->arena, ind->target);
	field(h, l, baris, row->volume, ind->nama,
	      str_format(m->arena, "%s · %s", str_format(m->arena, teks(m->bahasa, "Target %s %s"), target, ind->satuan), str_format(m->arena, teks(m->bahasa, "Last month: %s"), last)));
}

static void card(Html *h, const Lembar *l, uint32_t simpul)
{
	Minta *m = l->m;
	size_t first = l->kisi->baris_simpul[simpul];
	const KisiBaris *row = &l->kisi->baris[first];
	html_open(h, "div");
	html_attr(h, "class", "c-sk");
	html_element(h, "p", "ket", str_format(m->arena, teks(m->bahasa, "Pagu Rp%s"), row->pagu.isi == ISI_KOSONG ? "-" : teks_uang(m->arena, row->pagu)));
	if (row->uang)
		money_field(h, l, first);
	for (size_t i = first; i < first + row->n; i++)
		if (l->kisi->baris[i].volume)
			volume_field(h, l, i);
	html_close(h);
}

static void figures(Html *h, const Lembar *l, uint32_t simpul)
{
	static const struct { const char *sel, *teks; } shown[] = {{"u-keu", TEKS("Spending")}, {"u-kel", TEKS("Keluaran")}, {"u-rata", TEKS("Mean")}};
	html_open(h, "dl");
	html_attr(h, "class", "c-angka c-isi");
	html_attr(h, "id", str_format(l->m->arena, "r-%s", kisi_id(l->m->arena, l, l->kisi->baris_simpul[simpul])));
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		html_open(h, "div");
		html_element(h, "dt", "c-s c-2", teks(l->m->bahasa, shown[i].teks));
		html_open(h, "dd");
		html_attr(h, "class", str_format(l->m->arena, "c-b %s", shown[i].sel));
		kisi_figure(h, l, l->kisi->baris_simpul[simpul], shown[i].sel);
		html_close(h);
		html_close(h);
	}
	html_close(h);
}

static void thumb(Html *h, const Lembar *l, uint32_t simpul)
{
	Minta *m = l->m;
	uint32_t before = leaf_beside(l, simpul, -1), after = leaf_beside(l, simpul, 1);
	html_open(h, "div");
	html_attr(h, "class", "c-dock");
	html_attr(h, "id", "dok");
	html_open(h, "div");
	html_attr(h, "class", "c-act");
	if (before != SIMPUL_NONE)
		tombol_tautan(h, NULL, "arrow-left", teks(m->bahasa, "Previous"), str_format(m->arena, "%s/kartu/%s", l->dasar, tree(l)->simpul[before].kode_tertulis));
	html_open(h, "button");
	html_attr(h, "class", "btn btn-primary");
	html_attr(h, "form", "kartu");
	html_attr(h, "data-aksi", "berikut");
	html_text(h, after != SIMPUL_NONE ? teks(m->bahasa, "Next") : teks(m->bahasa, "Check and submit"));
	html_close(h);
	html_close(h);
	html_close(h);
}

static Err card_page(Minta *m, Jawab *j, const Ketikan *ketikan, size_t n_ketikan, ErrInfo *info)
{
	Lembar l;
	Err err = lembar_load(&l, m, KISI_TEMUAN | KISI_PENULIS, info);
	if (err)
		return err;
	uint32_t at = snapshot_lookup(tree(&l), minta_bagian(m, "kode"));
	if (at >= tree(&l)->n_simpul)
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "The plan has no such node."), NULL);
	l.ketikan = ketikan;
	l.n_ketikan = n_ketikan;
	uint32_t n, filled, program = at;
	while (tree(&l)->simpul[program].induk != SIMPUL_NONE)
		program = tree(&l)->simpul[program].induk;
	kisi_count(l.kisi, program, &n, &filled);
	const Simpul *node = &tree(&l)->simpul[at];
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, "%s %s", node->nomor, node->nama), .sub = str_format(m->arena, teks(m->bahasa, "Entry of %s"), lembar_bulan(&l)),
	                                        .menu = MENU_ISIAN, .kelas = "h-kartu", .skrip = {"isian.js"}});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	tombol_tautan(&h, "btn-sm", "list-check", teks(m->bahasa, "List of programs"), l.dasar);
	html_close(&h);
	halaman_isi(&h);
	if (!l.kisi->terbuka)
		pesan(&h, "is-note", l.kisi->sebab, NULL);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_attr(&h, "id", "isian");
	html_attr(&h, "data-dasar", l.dasar);
	html_attr(&h, "data-kunci", str_format(m->arena, "%s|%s|%s|%d|%d", m->k->pemda.pemda, m->k->pengguna.pengguna, l.pilih.opd.opd, l.pilih.tahun, l.pilih.bulan));
	html_attr(&h, "data-kata", kisi_kata(m));
	html_attr(&h, "data-ikon", aset_url("ikon.svg"));
	html_open(&h, "header");
	html_element(&h, "span", "c-2 c-s", str_format(m->arena, "%s · %s", tree(&l)->simpul[program].nama, str_format(m->arena, teks(m->bahasa, "%u of %u filled"), filled, n)));
	html_close(&h);
	html_open(&h, "form");
	html_attr(&h, "id", "kartu");
	html_attr(&h, "method", "post");
	html_attr(&h, "action", str_format(m->arena, "%s/kartu/%s", l.dasar, node->kode_tertulis));
	uint32_t next = leaf_beside(&l, at, 1);
	html_attr(&h, "data-lanjut", next == SIMPUL_NONE ? str_format(m->arena, "%s/ajukan", l.dasar) : str_format(m->arena, "%s/kartu/%s", l.dasar, tree(&l)->simpul[next].kode_tertulis));
	form_tersembunyi(&h, "csrf", m->sesi ? m->sesi->csrf : "");
	card(&h, &l, at);
	html_close(&h);
	figures(&h, &l, at);
	for (size_t i = l.kisi->baris_simpul[at]; i < l.kisi->baris_simpul[at] + l.kisi->baris[l.kisi->baris_simpul[at]].n; i++)
		kisi_findings(&h, &l, i);
	html_close(&h);
	html_open(&h, "p");
	html_attr(&h, "id", "kabar-galat");
	html_attr(&h, "class", "c-vh");
	html_attr(&h, "aria-live", "assertive");
	html_close(&h);
	thumb(&h, &l, at);
	halaman_selesai(m, &h);
	return ERR_OK;
}

Err isian_kartu(Minta *m, Jawab *j, ErrInfo *info)
{
	return card_page(m, j, NULL, 0, info);
}

/* Saves the card and goes on to the next one. */
Err isian_kartu_simpan(Minta *m, Jawab *j, ErrInfo *info)
{
	Lembar l;
	Ketikan *typed = NULL;
	size_t n = 0;
	Err err = lembar_load(&l, m, 0, info);
	if (!err)
		err = isian_form_save(m, &l, &typed, &n, NULL, info);
	if (err)
		return err;
	if (n) {
		j->status = 422;
		return card_page(m, j, typed, n, info);
	}
	uint32_t at = snapshot_lookup(tree(&l), minta_bagian(m, "kode")), next = at < tree(&l)->n_simpul ? leaf_beside(&l, at, 1) : SIMPUL_NONE;
	jawab_alih(j, next == SIMPUL_NONE ? str_format(m->arena, "%s/ajukan", l.dasar) : str_format(m->arena, "%s/kartu/%s", l.dasar, tree(&l)->simpul[next].kode_tertulis));
	return ERR_OK;
}
