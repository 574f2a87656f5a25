/* Boards of the region: Papan OPD, Rekap, everything that needs attention. */
#include "app/unduhan.h"
#include "web/daerah.h"
#include "web/unduh.h"
#include "web/unsur.h"

/* The frame of a page about the region, up to its content. */
static Html page_open(Minta *m, Jawab *j, const Daerah *d, Menu menu, const char *judul, const char *dasar)
{
	Html h = halaman_mulai(m, j, &(Halaman){.judul = judul, .sub = daerah_keadaan(m, d), .menu = menu});
	html_open(&h, "div");
	html_attr(&h, "class", "c-act");
	daerah_bulan(&h, m, d, dasar);
	return h;
}

static void actions_close(Html *h)
{
	html_close(h);
	halaman_isi(h);
}

static const char *month_title(const Minta *m, const Daerah *d, const char *what)
{
	return str_format(m->arena, "%s, %s %d", what, bulan_name((uint8_t)d->bulan, m->bahasa), d->tahun->tahun);
}

static Err papan_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	Err err = daerah_pilih(&d, m, "/papan", info);
	if (err)
		return err;
	Html h = page_open(m, j, &d, MENU_PAPAN, month_title(m, &d, teks(m->bahasa, "Board of agencies")), "/papan");
	tombol_tautan(&h, NULL, "report", teks(m->bahasa, "Summary"), str_format(m->arena, "/rekap/%d/%d", d.tahun->tahun, d.bulan));
	actions_close(&h);
	daerah_papan(&h, m, &d);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err perhatian_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	Err err = daerah_pilih(&d, m, "/perhatian", info);
	if (err)
		return err;
	Html h = page_open(m, j, &d, MENU_BERANDA, month_title(m, &d, teks(m->bahasa, "What needs attention")), "/perhatian");
	actions_close(&h);
	daerah_perhatian(&h, m, &d, 0);
	halaman_selesai(m, &h);
	return ERR_OK;
}

/* ---- rekap ---- */

typedef enum { URUT_RANK, URUT_OPD, URUT_PAGU, URUT_REALISASI, URUT_KEUANGAN, URUT_KELUARAN, URUT_KEADAAN, URUT_JUMLAH } Urut;
static const char *const URUT_NAMA[URUT_JUMLAH] = {"rata-rata", "opd", "pagu", "realisasi", "keuangan", "keluaran", "keadaan"};

static Urut order_asked(const Minta *m)
{
	const char *asked = minta_kueri(m, "urut");
	for (int i = 0; i < URUT_JUMLAH; i++)
		if (str_equal(asked, URUT_NAMA[i]))
			return (Urut)i;
	return URUT_RANK;
}

typedef struct { const Daerah *d; Urut urut; uint32_t at; uint32_t tempat; } BarisUrut;

static int compare_number(IsiDesimal a, IsiDesimal b)
{
	if (a.isi == ISI_KOSONG || b.isi == ISI_KOSONG)
		return (a.isi == ISI_KOSONG) - (b.isi == ISI_KOSONG);
	return desimal_cmp(b.nilai, a.nilai);
}

static int compare_money(IsiRupiah a, IsiRupiah b)
{
	if (a.isi == ISI_KOSONG || b.isi == ISI_KOSONG)
		return (a.isi == ISI_KOSONG) - (b.isi == ISI_KOSONG);
	return rupiah_cmp(b.nilai, a.nilai);
}

/* Largest first; names from A; states from the one that is furthest behind. */
static int by_order(const void *a, const void *b)
{
	const BarisUrut *x = a, *y = b;
	const RingkasOpd *p = x->d->tahun->opd[x->at], *q = y->d->tahun->opd[y->at];
	const RingkasBulan *mp = &p->bulan[x->d->bulan - 1], *mq = &q->bulan[y->d->bulan - 1];
	int order = 0;
	switch (x->urut) {
	case URUT_OPD:
		order = strcmp(p->opd.nama, q->opd.nama);
		break;
	case URUT_PAGU:
		order = compare_money(mp->lapor.angka.pagu, mq->lapor.angka.pagu);
		break;
	case URUT_REALISASI:
		order = compare_money(mp->lapor.angka.realisasi, mq->lapor.angka.realisasi);
		break;
	case URUT_KEUANGAN:
		order = compare_number(mp->lapor.angka.keuangan, mq->lapor.angka.keuangan);
		break;
	case URUT_KELUARAN:
		order = compare_number(mp->lapor.angka.keluaran, mq->lapor.angka.keluaran);
		break;
	case URUT_KEADAAN:
		order = (int)mp->status.keadaan - (int)mq->status.keadaan;
		break;
	case URUT_RANK:
	case URUT_JUMLAH:
		break;
	}
	return order ? order : x->tempat < y->tempat ? -1 : 1;
}

static BarisUrut *rows_ordered(const Minta *m, const Daerah *d, Urut urut)
{
	const uint32_t *rank = ringkas_order(m->arena, d->tahun, d->bulan);
	BarisUrut *rows = ARENA_ARRAY(m->arena, BarisUrut, d->tahun->n_opd);
	for (uint32_t i = 0; i < d->tahun->n_opd; i++)
		rows[i] = (BarisUrut){d, urut, rank[i], i};
	if (d->tahun->n_opd)
		qsort(rows, d->tahun->n_opd, sizeof *rows, by_order);
	return rows;
}

static void sort_column(Html *h, const Minta *m, const Daerah *d, Urut column, Urut chosen, const char *kelas, const char *text)
{
	html_open(h, "th");
	html_attr(h, "scope", "col");
	if (kelas)
		html_attr(h, "class", kelas);
	if (column == chosen)
		html_attr(h, "aria-sort", column == URUT_OPD || column == URUT_KEADAAN ? "ascending" : "descending");
	html_open(h, "a");
	html_attr(h, "class", "nm");
	html_attr(h, "href", str_format(m->arena, "%s?urut=%s", d->jalur, URUT_NAMA[column]));
	html_text(h, text);
	html_close(h);
	if (column == chosen) {
		html_text(h, " ");
		ikon_kecil(h, "arrow-down");
	}
	html_close(h);
}

static void rekap_head(Html *h, const Minta *m, const Daerah *d, Urut urut)
{
	Bahasa b = m->bahasa;
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, "n", "#");
	sort_column(h, m, d, URUT_OPD, urut, NULL, teks(b, "Agency"));
	sort_column(h, m, d, URUT_PAGU, urut, "n hp0", teks(b, "Pagu (Rp)"));
	sort_column(h, m, d, URUT_REALISASI, urut, "n hp0", teks(b, "Realisation (Rp)"));
	sort_column(h, m, d, URUT_KEUANGAN, urut, "n hp0", teks(b, "Spending"));
	sort_column(h, m, d, URUT_KELUARAN, urut, "n hp0", teks(b, "Physical output"));
	sort_column(h, m, d, URUT_RANK, urut, "n", teks(b, "Mean"));
	kepala_kolom(h, NULL, ringkas_judged(d->tahun->kebijakan, d->bulan) ? teks(b, "Predicate") : teks(b, "Deviation"));
	sort_column(h, m, d, URUT_KEADAAN, urut, "hp0", teks(b, "State"));
	html_close(h);
	html_close(h);
}

static void number_cell(Html *h, const Minta *m, const Daerah *d, const RingkasOpd *opd, const char *kolom, const char *kelas, IsiDesimal value)
{
	html_open(h, "td");
	html_attr(h, "class", kelas);
	if (value.isi == ISI_KOSONG)
		html_text(h, "-");
	else
		angka_kenapa(h, teks_persen(m->arena, value, d->tahun->kebijakan->desimal),
		             str_format(m->arena, "/penjelasan/%s/%d/%d/total/%s", opd->opd.opd, d->tahun->tahun, d->bulan, kolom));
	html_close(h);
}

/* Why an agency has no figures: where its month stands, and how late that is. */
static void state_text(Html *h, const Minta *m, const Daerah *d, const RingkasBulan *b)
{
	int64_t late = ringkas_late(d->tahun, b, d->bulan, daerah_hari(m));
	html_open(h, "td");
	html_attr(h, "class", "hp0 c-nw");
	ikon_kecil(h, keadaan_ikon(b->status.keadaan));
	html_text(h, " ");
	html_text(h, b->ada_rencana ? keadaan_teks(m->bahasa, b->status.keadaan) : teks(m->bahasa, "no plan"));
	if (late && !b->masuk)
		html_element(h, "span", "c-dn", str_format(m->arena, teks(m->bahasa, " - %lld days late"), (long long)late));
	else if (late)
		html_element(h, "span", "c-2", str_format(m->arena, teks(m->bahasa, " - came %lld days late"), (long long)late));
	html_close(h);
}

static void judgement(Html *h, const Minta *m, const Daerah *d, bool counts, int8_t predikat, IsiDesimal deviasi)
{
	html_open(h, "td");
	if (counts && ringkas_judged(d->tahun->kebijakan, d->bulan))
		predikat_cip(h, m, d->tahun->kebijakan, predikat, true);
	else
		html_text(h, counts ? teks_persen(m->arena, deviasi, d->tahun->kebijakan->desimal) : "-");
	html_close(h);
}

static void rekap_row(Html *h, const Minta *m, const Daerah *d, uint32_t at)
{
	const RingkasOpd *opd = d->tahun->opd[at];
	const RingkasBulan *b = &opd->bulan[d->bulan - 1];
	uint32_t rank = d->tahun->daerah[d->bulan - 1].peringkat[at];
	html_open(h, "tr");
	html_attr(h, "class", "lv3");
	html_element(h, "td", "n c-2", rank ? str_format(m->arena, "%u", rank) : "-");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	tautan(h, "nm", opd->opd.nama, str_format(m->arena, "/laporan/%s/%d/%d", opd->opd.opd, d->tahun->tahun, d->bulan));
	html_close(h);
	html_element(h, "td", "n hp0", teks_uang(m->arena, b->lapor.angka.pagu));
	html_element(h, "td", "n hp0", teks_uang(m->arena, b->lapor.angka.realisasi));
	number_cell(h, m, d, opd, "keuangan", "n hp0", b->lapor.angka.keuangan);
	number_cell(h, m, d, opd, "keluaran", "n hp0", b->lapor.angka.keluaran);
	number_cell(h, m, d, opd, "rata-rata", "n", b->lapor.angka.rata_rata);
	judgement(h, m, d, b->lapor.ada, b->lapor.angka.predikat, b->deviasi.selisih_poin);
	state_text(h, m, d, b);
	html_close(h);
	html_line(h);
}

static void total_row(Html *h, const Minta *m, const Daerah *d)
{
	const RingkasDaerah *r = &d->tahun->daerah[d->bulan - 1];
	uint8_t decimals = d->tahun->kebijakan->desimal;
	html_open(h, "tfoot");
	html_open(h, "tr");
	html_attr(h, "class", "lv1");
	html_element(h, "td", NULL, "");
	html_open(h, "th");
	html_attr(h, "scope", "row");
	html_text(h, str_format(m->arena, teks(m->bahasa, "Region, %u of %u agencies"), r->angka.terlapor, r->angka.seluruh));
	html_close(h);
	html_element(h, "td", "n hp0", teks_uang(m->arena, r->angka.pagu));
	html_element(h, "td", "n hp0", teks_uang(m->arena, r->angka.realisasi));
	html_element(h, "td", "n hp0", teks_persen(m->arena, r->angka.keuangan, decimals));
	html_element(h, "td", "n hp0", teks_persen(m->arena, r->angka.keluaran, decimals));
	html_element(h, "td", "n", teks_persen(m->arena, r->angka.rata_rata, decimals));
	judgement(h, m, d, r->angka.terlapor > 0, r->angka.predikat, r->deviasi.selisih_poin);
	html_element(h, "td", "hp0", "");
	html_close(h);
	html_close(h);
}

static void bidang_table(Html *h, const Minta *m, const Daerah *d)
{
	const RingkasDaerah *r = &d->tahun->daerah[d->bulan - 1];
	uint8_t decimals = d->tahun->kebijakan->desimal;
	Bahasa b = m->bahasa;
	html_open(h, "section");
	html_attr(h, "class", "c-card");
	html_open(h, "header");
	html_element(h, "h2", NULL, teks(b, "By field of government (bidang urusan)"));
	html_close(h);
	html_open(h, "table");
	html_attr(h, "class", "c-t");
	html_element(h, "caption", "c-vh", teks(b, "Figures by field of government"));
	html_open(h, "thead");
	html_open(h, "tr");
	kepala_kolom(h, NULL, teks(b, "Code"));
	kepala_kolom(h, NULL, teks(b, "Field"));
	kepala_kolom(h, "n hp0", teks(b, "Pagu (Rp)"));
	kepala_kolom(h, "n hp0", teks(b, "Realisation (Rp)"));
	kepala_kolom(h, "n", teks(b, "Spending"));
	kepala_kolom(h, "n", teks(b, "Physical output"));
	kepala_kolom(h, "n", teks(b, "Mean"));
	kepala_kolom(h, "n hp0", teks(b, "Received"));
	html_close(h);
	html_close(h);
	html_open(h, "tbody");
	for (uint32_t i = 0; i < r->n_bidang; i++) {
		const Gabungan *g = &r->bidang[i].angka;
		html_open(h, "tr");
		html_attr(h, "class", "lv3");
		html_element(h, "td", NULL, r->bidang[i].kode);
		html_open(h, "th");
		html_attr(h, "scope", "row");
			html_text(h, *r->bidang[i].nama ? r->bidang[i].nama : teks(b, "no agency has it as its own"));
		html_close(h);
		html_element(h, "td", "n hp0", teks_uang(m->arena, g->pagu));
		html_element(h, "td", "n hp0", teks_uang(m->arena, g->realisasi));
		html_element(h, "td", "n", teks_persen(m->arena, g->keuangan, decimals));
		html_element(h, "td", "n", teks_persen(m->arena, g->keluaran, decimals));
		html_element(h, "td", "n", teks_persen(m->arena, g->rata_rata, decimals));
		html_element(h, "td", "n hp0", str_format(m->arena, teks(b, "%u of %u"), g->terlapor, g->seluruh));
		html_close(h);
	}
	html_close(h);
	html_close(h);
	html_close(h);
}

static Err rekap_get(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	Err err = daerah_pilih(&d, m, "/rekap", info);
	if (err)
		return err;
	Urut urut = order_asked(m);
	Html h = page_open(m, j, &d, MENU_REKAP, month_title(m, &d, teks(m->bahasa, "Summary of the region")), "/rekap");
	unduh_tombol(&h, m, str_format(m->arena, "%s/rekap", d.jalur));
	actions_close(&h);
	html_open(&h, "section");
	html_attr(&h, "class", "c-card");
	html_open(&h, "table");
	html_attr(&h, "class", "c-t");
	html_element(&h, "caption", "c-vh", teks(m->bahasa, "One line an agency; those that have not reported stay in the table without figures"));
	rekap_head(&h, m, &d, urut);
	html_open(&h, "tbody");
	const BarisUrut *rows = rows_ordered(m, &d, urut);
	for (uint32_t i = 0; i < d.tahun->n_opd; i++)
		rekap_row(&h, m, &d, rows[i].at);
	html_close(&h);
	total_row(&h, m, &d);
	html_close(&h);
	html_close(&h);
	bidang_table(&h, m, &d);
	halaman_selesai(m, &h);
	return ERR_OK;
}

static Err rekap_unduh(Minta *m, Jawab *j, ErrInfo *info)
{
	Daerah d;
	Unduhan u;
	Err err = daerah_pilih(&d, m, "/rekap", info);
	if (!err)
		err = unduhan_rekap(&u, m->k, d.tahun->tahun, d.bulan, minta_bagian(m, "bentuk"), UKURAN_F4, info);
	if (!err)
		unduh_kirim(m, j, &u, false);
	return err;
}

const Rute RUTE_DAERAH[] = {
	{METODE_GET, "/papan", papan_get, RUTE_SIMPAN},
	{METODE_GET, "/papan/{tahun}/{bulan}", papan_get, RUTE_SIMPAN},
	{METODE_GET, "/perhatian/{tahun}/{bulan}", perhatian_get, RUTE_SIMPAN},
	{METODE_GET, "/rekap", rekap_get, RUTE_SIMPAN},
	{METODE_GET, "/rekap/{tahun}/{bulan}", rekap_get, RUTE_SIMPAN},
	{METODE_GET, "/rekap/{tahun}/{bulan}/rekap.{bentuk}", rekap_unduh, RUTE_BERAT},
	{0},
};
