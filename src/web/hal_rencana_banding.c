/* hal_rencana_banding: two versions of a plan as one table - old, new, difference - and what an import or a draft would change. */
#include "web/rencana_web.h"

static const char *difference(Arena *arena, Rupiah r)
{
	return r.sen == 0 ? "0,00" : str_format(arena, "%s%s", r.sen > 0 ? "+" : "", teks_uang(arena, isi_rupiah(r)));
}

static const char *kind_class(JenisBanding jenis)
{
	return jenis == BANDING_TAMBAH ? "c-tag ok" : jenis == BANDING_HAPUS ? "c-tag err" : "c-tag note";
}

static const char *kind_text(Bahasa b, JenisBanding jenis)
{
	return jenis == BANDING_TAMBAH ? teks(b, "added") : jenis == BANDING_HAPUS ? teks(b, "dropped") : jenis == BANDING_UBAH ? teks(b, "changed") : teks(b, "below");
}

static const char *target(Arena *arena, const IndikatorRencana *i)
{
	return !i ? "" : str_format(arena, "%s %s", *i->target_teks ? i->target_teks : teks_volume(arena, i->target), i->satuan);
}

static void indicator_row(Html *h, Minta *m, const BandingIndikator *i)
{
	const IndikatorRencana *named = i->baru ? i->baru : i->lama;
	html_open(h, "tr");
	sel(h, "kd hp0", i->kode);
	buka(h, "th", "in3 c-n4");
	html_attr(h, "scope", "row");
	html_element(h, "span", kind_class(i->jenis), kind_text(m->bahasa, i->jenis));
	html_text(h, str_format(m->arena, " %s", named->nama));
	if (i->nama && i->lama && i->baru)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "before: %s"), i->lama->nama));
	if (i->lain)
		html_element(h, "div", "c-s c-2", teks(m->bahasa, "direction, behaviour over the months or weight changed"));
	html_close(h);
	sel(h, "n", target(m->arena, i->lama));
	sel(h, "n", target(m->arena, i->baru));
	sel(h, "n c-2", "");
	html_close(h);
}

static void node_row(Html *h, Minta *m, const BandingSimpul *s)
{
	static const char *const levels[] = {"", "lv1", "lv2", "lv3"}, *const indents[] = {"", "", "in1", "in2"};
	bool was = s->lama != NULL, is = s->baru != NULL;
	buka(h, "tr", levels[s->tingkat]);
	sel(h, "kd hp0", s->kode);
	buka(h, "th", indents[s->tingkat]);
	html_attr(h, "scope", "row");
	if (s->jenis != BANDING_SAMA) {
		html_element(h, "span", kind_class(s->jenis), kind_text(m->bahasa, s->jenis));
		html_text(h, " ");
	}
	html_text(h, str_format(m->arena, "%s%s%s", s->nomor, *s->nomor ? " " : "", s->nama));
	if (*s->kode_lama)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "code before: %s"), s->kode_lama));
	if (*s->nama_lama)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "before: %s"), s->nama_lama));
	if (*s->nomor_lama)
		html_element(h, "div", "c-s c-2", str_format(m->arena, teks(m->bahasa, "number before: %s"), s->nomor_lama));
	if (s->kas_berubah)
		html_element(h, "div", "c-s c-2", teks(m->bahasa, "another cash plan"));
	html_close(h);
	sel(h, "n", was ? rupiah_print_id(m->arena, s->pagu_lama) : "-");
	sel(h, "n", is ? rupiah_print_id(m->arena, s->pagu) : "-");
	sel(h, s->selisih.sen ? "n c-b" : "n c-2", difference(m->arena, s->selisih));
	html_close(h);
}

void rencana_banding_tulis(Html *h, Minta *m, const BandingRencana *b)
{
	Arena *a = m->arena;
	kartu_mulai(h, teks(m->bahasa, "What moves"),
	            str_format(a, teks(m->bahasa, "%u added, %u dropped, %u changed, %u the same"), b->n_tambah, b->n_hapus, b->n_ubah, b->n_sama));
	buka(h, "div", "c-gulir");
	html_attr(h, "tabindex", "0");
	html_attr(h, "role", "region");
	html_attr(h, "aria-label", teks(m->bahasa, "What moves"));
	buka(h, "table", "c-t c-pohon");
	html_element(h, "caption", "c-vh", teks(m->bahasa, "What moves between the two versions, with the sum of the differences"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "k128 hp0", teks(m->bahasa, "Code"));
	kepala_kolom(h, NULL, teks(m->bahasa, "Name"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "Old"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "New"));
	kepala_kolom(h, "n k144", teks(m->bahasa, "Difference"));
	tutup(h, 2);
	html_open(h, "tbody");
	for (size_t i = 0; i < b->n_simpul; i++) {
		node_row(h, m, &b->simpul[i]);
		for (size_t k = 0; k < b->n_indikator; k++)
			if (str_equal(b->indikator[k].kode, b->simpul[i].kode))
				indicator_row(h, m, &b->indikator[k]);
	}
	html_close(h);
	html_open(h, "tfoot");
	html_open(h, "tr");
	sel(h, "hp0", "");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, str_format(a, teks(m->bahasa, "Total: %s up, %s down"), rupiah_print_id(a, b->naik), rupiah_print_id(a, b->turun)));
	html_close(h);
	sel(h, "n", rupiah_print_id(a, b->total_lama));
	sel(h, "n", rupiah_print_id(a, b->total_baru));
	sel(h, "n", difference(a, b->selisih));
	tutup(h, 4);
	if (b->selisih.sen == 0 && (b->naik.sen || b->turun.sen))
		html_element(h, "p", "c-kaki", teks(m->bahasa, "What rises and what falls balance: the budget as a whole stays."));
	html_close(h);
}

/* ---- findings and totals of a version that is to be stored ---- */

static void findings(Html *h, Minta *m, const HasilRencana *hasil, const Tangguh *tangguh)
{
	static const char *const classes[] = {"err", "warn", "note"};
	if (!hasil->temuan.n)
		return;
	kartu_mulai(h, teks(m->bahasa, "Findings"), str_format(m->arena, teks(m->bahasa, "errors %zu of %zu"), hasil->n_galat, hasil->temuan.n));
	for (size_t i = 0; i < hasil->temuan.n; i++) {
		const Temuan *t = &hasil->temuan.temuan[i];
		buka(h, "div", str_format(m->arena, "c-find %s", classes[t->level]));
		ikon(h, ikon_level(t->level));
		buka(h, "div", "body");
		const char *place = t->posisi.baris ? str_format(m->arena, teks(m->bahasa, "line %u: "), t->posisi.baris) : "";
		html_element(h, "b", NULL, str_format(m->arena, "%s%s", place, tangguh ? tangguh_teks(m->arena, tangguh, t->message) : t->message));
		if (t->hint)
			html_element(h, "div", NULL, t->hint);
		tutup(h, 2);
	}
	html_close(h);
}

static void total_box(Html *h, const char *nama, const char *nilai, const char *kelas)
{
	buka(h, "div", kelas);
	html_element(h, "dt", NULL, nama);
	html_element(h, "dd", NULL, nilai);
	html_close(h);
}

void rencana_hasil_tulis(Html *h, Minta *m, const HasilRencana *hasil, const Tangguh *tangguh)
{
	const BandingRencana *b = hasil->banding;
	const IsiRupiah written = hasil->rencana->total_tertulis;
	if (hasil->sama)
		pesan(h, "is-note", teks(m->bahasa, "The newest version says the same already; there is nothing to store."), NULL);
	if (b) {
		bool equal = written.isi == ISI_KOSONG || rupiah_cmp(written.nilai, b->total_baru) == 0;
		buka(h, "dl", "c-cocok");
		total_box(h, teks(m->bahasa, "Total written in the source"), written.isi == ISI_KOSONG ? teks(m->bahasa, "none") : rupiah_print_id(m->arena, written.nilai), equal ? "sama" : "beda");
		total_box(h, teks(m->bahasa, "Sum of the sub kegiatan"), rupiah_print_id(m->arena, b->total_baru), equal ? "sama" : "beda");
		total_box(h, teks(m->bahasa, "Version before"), b->lama ? rupiah_print_id(m->arena, b->total_lama) : "-", NULL);
		total_box(h, teks(m->bahasa, "Difference"), difference(m->arena, b->selisih), NULL);
		html_close(h);
	}
	findings(h, m, hasil, tangguh);
	if (b && !hasil->sama)
		rencana_banding_tulis(h, m, b);
}

/* ---- two stored versions ---- */

static void side_choice(Html *h, Minta *m, const RencanaVersi *list, const char *label, const char *nama, int64_t versi)
{
	Opsi *options = ARENA_ARRAY(m->arena, Opsi, list->n);
	for (size_t i = 0; i < list->n; i++)
		options[i] = (Opsi){str_format(m->arena, "%d", (int)list->versi[i].versi), rencana_versi_teks(m, &list->versi[i])};
	medan_pilih(h, label, nama, str_format(m->arena, "%d", (int)versi), options, list->n, NULL);
}

static Err compare_page(Minta *m, Jawab *j, ErrInfo *info)
{
	RencanaVersi list;
	const BarisRencana *from, *to;
	Rencana *old, *new;
	Err err = rencana_list(&list, m->k, minta_bagian(m, "opd"), (int)minta_angka(m, "tahun", 1900, 2999, 0), info);
	if (!err)
		err = rencana_choose(&to, m->k, &list, minta_kueri(m, "ke"), info);
	if (!err)
		err = rencana_choose(&from, m->k, &list, *minta_kueri(m, "dari") ? minta_kueri(m, "dari") : "1", info);
	if (!err)
		err = rencana_load(&old, m->k, list.opd.opd, list.tahun, from->versi, info);
	if (!err)
		err = rencana_load(&new, m->k, list.opd.opd, list.tahun, to->versi, info);
	if (err)
		return err;
	const BandingRencana *b = rencana_compare(m->arena, old, new);
	const char *base = str_format(m->arena, "/rencana/%s/%d", list.opd.opd, list.tahun);
	Html h = halaman_mulai(m, j, &(Halaman){.judul = str_format(m->arena, teks(m->bahasa, "Versions of the plan %d compared"), list.tahun), .sub = list.opd.nama, .menu = MENU_RENCANA});
	buka(&h, "div", "c-act");
	tombol_tautan(&h, NULL, NULL, teks(m->bahasa, "Back to the plan"), base);
	html_close(&h);
	halaman_isi(&h);
	buka(&h, "form", "c-card c-saring");
	html_attr(&h, "method", "get");
	html_attr(&h, "action", str_format(m->arena, "%s/banding", base));
	side_choice(&h, m, &list, teks(m->bahasa, "From"), "dari", from->versi);
	side_choice(&h, m, &list, teks(m->bahasa, "To"), "ke", to->versi);
	tombol(&h, NULL, "git-compare", teks(m->bahasa, "Compare"), NULL, NULL);
	html_close(&h);
	if (b->sama) {
		buka(&h, "section", "c-card");
		kosong(&h, "checks", teks(m->bahasa, "Nothing differs"), teks(m->bahasa, "Both versions say the same."), NULL, NULL);
		html_close(&h);
	} else {
		rencana_banding_tulis(&h, m, b);
	}
	halaman_selesai(m, &h);
	return ERR_OK;
}

const Rute RUTE_RENCANA_BANDING[] = {
	{METODE_GET, "/rencana/{opd}/{tahun}/banding", compare_page, 0},
	{METODE_GET, NULL, NULL, 0},
};
