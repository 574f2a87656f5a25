/* Rules about cells that are empty, shared by several values, or of the wrong kind. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

/* ---- kosong-wajib ---- */

typedef enum { WAJIB_KODE, WAJIB_PAGU, WAJIB_REALISASI, WAJIB_KEUANGAN, WAJIB_KELUARAN, WAJIB_RATA_RATA, WAJIB_JUMLAH } Wajib;

static Tertulis node_cell(const TertulisSimpul *t, Wajib w)
{
	switch (w) {
	case WAJIB_KODE:
		return t->kode;
	case WAJIB_PAGU:
		return t->pagu;
	case WAJIB_REALISASI:
		return t->realisasi;
	case WAJIB_KEUANGAN:
		return t->keuangan;
	case WAJIB_KELUARAN:
		return t->keluaran;
	default:
		return t->rata_rata;
	}
}

static IsiDesimal from_money(IsiRupiah r)
{
	return r.isi == ISI_KOSONG ? (IsiDesimal){0} : isi_desimal(desimal_from_rupiah(r.nilai));
}

/* The figure the cell should hold; KOSONG when the document alone cannot tell. */
static IsiDesimal node_value(const Capaian *c, Wajib w)
{
	switch (w) {
	case WAJIB_PAGU:
		return from_money(c->pagu);
	case WAJIB_REALISASI:
		return from_money(c->realisasi);
	case WAJIB_KEUANGAN:
		return c->keuangan;
	case WAJIB_KELUARAN:
		return c->keluaran;
	case WAJIB_RATA_RATA:
		return c->rata_rata;
	default:
		return (IsiDesimal){0};
	}
}

/* The first of several indicators shares the line, and has no figure of its own: what is due in that cell is nothing, or a dash. */
static bool first_has_none(const Pemeriksaan *p, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	return s->n_indikator > 1 && p->hasil->indikator[s->indikator_awal].isi == ISI_KOSONG && !bantu_baris_lain(p, i, s->indikator_awal);
}

/* A fact is due in every row; a figure only where it can be computed. */
static bool is_due(const Pemeriksaan *p, uint32_t i, Wajib w)
{
	if (w == WAJIB_KELUARAN && first_has_none(p, i))
		return false;
	bool leaf = p->draf->snapshot.simpul[i].akhir == i + 1;
	bool fact = w == WAJIB_KODE || (leaf && (w == WAJIB_PAGU || w == WAJIB_REALISASI));
	return fact || node_value(&p->hasil->simpul[i], w).isi != ISI_KOSONG;
}

typedef struct {
	uint32_t filled, blank;
} Hitung;

/* The custom of the document: a column left blank in half of the rows of a level, or more, is not used there. A level of one or two rows shows no
 * custom of its own; the whole column speaks for it. */
static bool customary(Hitung level, Hitung column)
{
	if (level.filled + level.blank > 2)
		return level.filled > level.blank;
	return column.filled > column.blank;
}

static const char *what(const Pemeriksaan *p, Wajib w)
{
	switch (w) {
	case WAJIB_KODE:
		return teks(p->bahasa, "code");
	case WAJIB_PAGU:
		return teks(p->bahasa, "budget");
	case WAJIB_REALISASI:
		return teks(p->bahasa, "spending");
	case WAJIB_KEUANGAN:
		return teks(p->bahasa, "money percentage");
	case WAJIB_KELUARAN:
		return teks(p->bahasa, "outcome/output percentage");
	default:
		return teks(p->bahasa, "average in column (8)");
	}
}

static const char *fact_hint(const Pemeriksaan *p, Wajib w)
{
	return w == WAJIB_REALISASI ? teks(p->bahasa, "Write the amount spent, or 0,00 if nothing was spent.") : teks(p->bahasa, "Fill in the cell.");
}

/* A dash was printed; a blank was not. */
static const char *printed_of(Tertulis cell)
{
	return cell.angka.status == ANGKA_STRIP ? cell.teks : NULL;
}

static void tell_blank(Pemeriksaan *p, Tertulis cell, uint32_t simpul, Wajib w, IsiDesimal value)
{
	const char *who = bantu_sebutan(p, simpul), *name = what(p, w);
	bool dash = cell.angka.status == ANGKA_STRIP;
	int32_t t;
	if (value.isi == ISI_KOSONG) {
		const char *message = dash ? str_format(p->arena, teks(p->bahasa, "The %s of %s is only a dash."), name, who)
		                           : str_format(p->arena, teks(p->bahasa, "The %s of %s is blank."), name, who);
		t = check_report(p, "kosong-wajib", cell, simpul, printed_of(cell), NULL, message, fact_hint(p, w));
	} else {
		const char *right = bantu_id(p->arena, value.nilai);
		const char *message =
			dash ? str_format(p->arena, teks(p->bahasa, "The %s of %s is only a dash, although it can be computed: %s."), name, who, right)
			     : str_format(p->arena, teks(p->bahasa, "The %s of %s is blank, although it can be computed: %s."), name, who, right);
		t = check_report(p, "kosong-wajib", cell, simpul, printed_of(cell), bantu_isi_mesin(p->arena, value), message,
		                 str_format(p->arena, teks(p->bahasa, "Write %s."), right));
	}
	check_explain_cell(p, cell, t);
}

static void tell_blanks(Pemeriksaan *p, const Kumpulan *k, Wajib w)
{
	if (k->n <= BANTU_SATU_SATU) {
		for (size_t i = 0; i < k->n; i++) {
			uint32_t simpul = k->anggota[i].simpul;
			const Capaian *c = simpul == SIMPUL_TOTAL ? &p->hasil->total : &p->hasil->simpul[simpul];
			tell_blank(p, k->anggota[i].cell, simpul, w, node_value(c, w));
		}
		return;
	}
	Anggota a = k->anggota[0];
	int32_t t = check_report(p, "kosong-wajib", a.cell, a.simpul, printed_of(a.cell), NULL,
	                         str_format(p->arena, teks(p->bahasa, "The %s is blank or a dash in %zu rows where others have it: %s."), what(p, w), k->n,
	                                    kumpulan_daftar(k, 5, p->bahasa)),
	                         fact_hint(p, w));
	for (size_t i = 0; i < k->n; i++)
		check_explain_cell(p, k->anggota[i].cell, t);
}

static Tertulis total_cell(const Draf *d, Wajib w)
{
	switch (w) {
	case WAJIB_PAGU:
		return d->total.pagu;
	case WAJIB_REALISASI:
		return d->total.realisasi;
	case WAJIB_KEUANGAN:
		return d->total.keuangan;
	case WAJIB_KELUARAN:
		return d->total.keluaran;
	case WAJIB_RATA_RATA:
		return d->total.rata_rata;
	default:
		return (Tertulis){0};
	}
}

static void check_column(Pemeriksaan *p, Wajib w)
{
	const Draf *d = p->draf;
	const Snapshot *s = &d->snapshot;
	Hitung level[TINGKAT_SUB_KEGIATAN + 1] = {0}, column = {0};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		Tertulis cell = node_cell(&d->simpul[i], w);
		if (!cell.baris || !is_due(p, i, w))
			continue;
		bool blank = bantu_kosong(cell);
		column.filled += !blank;
		column.blank += blank;
		level[s->simpul[i].tingkat].filled += !blank;
		level[s->simpul[i].tingkat].blank += blank;
	}
	Kumpulan blanks = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		Tertulis cell = node_cell(&d->simpul[i], w);
		if (bantu_kosong(cell) && is_due(p, i, w) && !check_cell_explained(p, cell) && customary(level[s->simpul[i].tingkat], column))
			kumpulan_add(&blanks, cell, i, bantu_nomor(p, i));
	}
	Tertulis total = total_cell(d, w);
	bool used = column.filled > column.blank || total.angka.status == ANGKA_STRIP; /* a dash says that something is due */
	if (d->ada_total && bantu_kosong(total) && used && node_value(&p->hasil->total, w).isi != ISI_KOSONG)
		kumpulan_add(&blanks, total, SIMPUL_TOTAL, "total");
	tell_blanks(p, &blanks, w);
}

typedef enum { UNSUR_TARGET, UNSUR_REALISASI, UNSUR_SATUAN, UNSUR_KELUARAN, UNSUR_JUMLAH } Unsur;

static Tertulis indicator_cell(const TertulisIndikator *t, Unsur u)
{
	switch (u) {
	case UNSUR_TARGET:
		return t->target;
	case UNSUR_REALISASI:
		return t->realisasi;
	case UNSUR_SATUAN:
		return t->satuan;
	default:
		return t->keluaran;
	}
}

static bool indicator_due(const Pemeriksaan *p, uint32_t simpul, uint32_t k, Unsur u)
{
	const Indikator *ind = &p->draf->snapshot.indikator[k];
	bool has_target = ind->target.isi != ISI_KOSONG;
	const TertulisIndikator *t = &p->draf->indikator[k];
	if (!t->pasangan_pasti)
		return false;
	if (u == UNSUR_TARGET) /* a percentage is printed, so there was one; without, see target-nol */
		return has_target || (!ind->target_teks && bantu_ada(t->realisasi) && bantu_ada(t->keluaran));
	if (u == UNSUR_KELUARAN) /* on the node's first line this is the node's own figure, judged there */
		return p->hasil->indikator[k].isi != ISI_KOSONG && bantu_baris_lain(p, simpul, k);
	if (u == UNSUR_REALISASI)
		return has_target && !ind->realisasi_teks;
	return has_target;
}

static const char *indicator_what(const Pemeriksaan *p, Unsur u)
{
	switch (u) {
	case UNSUR_TARGET:
		return teks(p->bahasa, "target");
	case UNSUR_REALISASI:
		return teks(p->bahasa, "realised volume");
	case UNSUR_SATUAN:
		return teks(p->bahasa, "unit");
	default:
		return teks(p->bahasa, "outcome/output percentage");
	}
}

static void tell_indicator_blanks(Pemeriksaan *p, const Kumpulan *k, const uint32_t *indikator, Unsur u)
{
	const char *hint = u == UNSUR_REALISASI ? teks(p->bahasa, "Write the volume reached, or 0,00 if nothing was reached.")
	                                        : teks(p->bahasa, "Fill in the cell.");
	if (k->n > BANTU_SATU_SATU) {
		Anggota a = k->anggota[0];
		int32_t t = check_report(p, "kosong-wajib", a.cell, a.simpul, printed_of(a.cell), NULL,
		                         str_format(p->arena, teks(p->bahasa, "The %s is blank for %zu indicators where others have it: %s."),
		                                    indicator_what(p, u), k->n, kumpulan_daftar(k, 5, p->bahasa)),
		                         hint);
		for (size_t i = 0; i < k->n; i++)
			check_explain_cell(p, k->anggota[i].cell, t);
		return;
	}
	for (size_t i = 0; i < k->n; i++) {
		Anggota a = k->anggota[i];
		IsiDesimal value = u == UNSUR_KELUARAN ? p->hasil->indikator[indikator[i]] : (IsiDesimal){0};
		const char *message = str_format(p->arena, teks(p->bahasa, "The %s of indicator \"%s\" of %s is blank."), indicator_what(p, u),
		                                 p->draf->snapshot.indikator[indikator[i]].nama, bantu_sebutan(p, a.simpul));
		int32_t t = check_report(p, "kosong-wajib", a.cell, a.simpul, printed_of(a.cell), bantu_isi_mesin(p->arena, value), message, hint);
		check_explain_cell(p, a.cell, t);
	}
}

static void check_indicator_column(Pemeriksaan *p, Unsur u)
{
	const Draf *d = p->draf;
	const Snapshot *s = &d->snapshot;
	Hitung column = {0};
	Kumpulan blanks = {.arena = p->arena};
	uint32_t *indikator = ARENA_ARRAY(p->arena, uint32_t, s->n_indikator);
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			Tertulis cell = indicator_cell(&d->indikator[k], u);
			if (!cell.baris || !indicator_due(p, i, k, u))
				continue;
			if (!bantu_kosong(cell)) {
				column.filled++;
				continue;
			}
			column.blank++;
			if (check_cell_explained(p, cell))
				continue;
			indikator[blanks.n] = k;
			kumpulan_add(&blanks, cell, i, bantu_nomor(p, i));
		}
	}
	if (column.filled > column.blank)
		tell_indicator_blanks(p, &blanks, indikator, u);
}

void periksa_kosong_wajib(Pemeriksaan *p)
{
	for (Wajib w = WAJIB_KODE; w < WAJIB_JUMLAH; w++)
		check_column(p, w);
	for (Unsur u = UNSUR_TARGET; u < UNSUR_JUMLAH; u++)
		check_indicator_column(p, u);
}

/* ---- beberapa-nilai ---- */

static void add_shared(Kumpulan *k, Tertulis cell, uint32_t simpul)
{
	if (cell.baris && cell.n_bagian > 1 && cell.bagian == 0 && (k->n == 0 || k->anggota[k->n - 1].cell.baris != cell.baris))
		kumpulan_add(k, cell, simpul, str_format(k->arena, "%u", cell.baris));
}

void periksa_beberapa_nilai(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan shared = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			if (!p->draf->indikator[k].pasangan_pasti)
				continue; /* told by recognition, with more to say */
			add_shared(&shared, p->draf->indikator[k].target, i);
			add_shared(&shared, p->draf->indikator[k].realisasi, i);
			add_shared(&shared, p->draf->indikator[k].keluaran, i);
		}
	}
	if (!shared.n)
		return;
	Anggota a = shared.anggota[0];
	check_report(p, "beberapa-nilai", a.cell, a.simpul, NULL, NULL,
	             shared.n == 1 ? str_format(p->arena, teks(p->bahasa, "Several indicators of %s share one row and one cell."), bantu_sebutan(p, a.simpul))
	                           : str_format(p->arena, teks(p->bahasa, "In %zu rows several indicators share one cell: lines %s."), shared.n,
	                                        kumpulan_daftar(&shared, 6, p->bahasa)),
	             teks(p->bahasa, "Give each indicator a line of its own, so that text, volume, unit and percentage stand side by side."));
}

/* ---- angka-teks ---- */

static void add_text_number(Kumpulan *k, Tertulis cell, uint32_t simpul)
{
	if (cell.baris && cell.angka_teks && cell.n_bagian <= 1)
		kumpulan_add(k, cell, simpul, grid_cell_name(k->arena, cell.kolom, cell.baris));
}

void periksa_angka_teks(Pemeriksaan *p)
{
	const Draf *d = p->draf;
	const Snapshot *s = &d->snapshot;
	Kumpulan odd = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const TertulisSimpul *t = &d->simpul[i];
		add_text_number(&odd, t->pagu, i);
		add_text_number(&odd, t->realisasi, i);
		add_text_number(&odd, t->keuangan, i);
		add_text_number(&odd, t->rata_rata, i);
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			add_text_number(&odd, d->indikator[k].target, i);
			add_text_number(&odd, d->indikator[k].realisasi, i);
			add_text_number(&odd, d->indikator[k].keluaran, i);
		}
	}
	add_text_number(&odd, d->total.pagu, SIMPUL_TOTAL);
	add_text_number(&odd, d->total.realisasi, SIMPUL_TOTAL);
	add_text_number(&odd, d->total.keuangan, SIMPUL_TOTAL);
	add_text_number(&odd, d->total.keluaran, SIMPUL_TOTAL);
	add_text_number(&odd, d->total.rata_rata, SIMPUL_TOTAL);
	if (!odd.n)
		return;
	Anggota a = odd.anggota[0];
	check_report(p, "angka-teks", a.cell, a.simpul, NULL, NULL,
	             odd.n == 1 ? str_format(p->arena, teks(p->bahasa, "The number in cell %s is stored as text."), a.label)
	                        : str_format(p->arena, teks(p->bahasa, "%zu numbers are stored as text: cells %s."), odd.n,
	                                     kumpulan_daftar(&odd, 6, p->bahasa)),
	             teks(p->bahasa, "Convert them to numbers (Data, Text to Columns, Finish), or the workbook's own sums leave them out."));
}
