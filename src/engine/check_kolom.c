/* Rules about figures that stand in the wrong cell: spreadsheet errors, swapped figures, a figure in another column. What they
 * find is marked, so that the arithmetic does not complain about the same cell. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"

/* ---- galat-lembar ---- */

static Tertulis cell_at(uint32_t baris, uint32_t kolom, const char *text)
{
	return (Tertulis){.teks = text, .baris = baris, .kolom = kolom, .angka = {.status = ANGKA_GALAT}, .n_bagian = 1};
}

static const char *place_name(const Pemeriksaan *p, uint32_t baris, uint32_t kolom)
{
	if (p->draf->grid->nama)
		return grid_cell_name(p->arena, kolom, baris);
	return str_format(p->arena, teks(p->bahasa, "line %u column %u"), baris, kolom);
}

static void tell_errors(Pemeriksaan *p, const Kumpulan *k)
{
	const char *hint = teks(p->bahasa, "Repair the formula, or write the figure itself; sums and means over this cell cannot be computed.");
	if (k->n > BANTU_SATU_SATU) {
		Anggota a = k->anggota[0];
		int32_t t = check_report(p, "galat-lembar", a.cell, SIMPUL_NONE, a.cell.teks, NULL,
		                         str_format(p->arena, teks(p->bahasa, "%zu cells hold a spreadsheet error: %s."), k->n,
		                                    kumpulan_daftar(k, 5, p->bahasa)),
		                         hint);
		for (size_t i = 0; i < k->n; i++)
			check_explain_cell(p, k->anggota[i].cell, t);
		return;
	}
	for (size_t i = 0; i < k->n; i++) {
		Anggota a = k->anggota[i];
		int32_t t = check_report(p, "galat-lembar", a.cell, SIMPUL_NONE, a.cell.teks, NULL,
		                         str_format(p->arena, teks(p->bahasa, "The cell holds the spreadsheet error %s instead of a figure."), a.cell.teks),
		                         hint);
		check_explain_cell(p, a.cell, t);
	}
}

void periksa_galat_lembar(Pemeriksaan *p)
{
	const Grid *grid = p->draf->grid;
	Kumpulan errors = {.arena = p->arena};
	if (!grid)
		return;
	for (uint32_t r = 0; r < grid->n_baris; r++) {
		const Baris *row = &grid->baris[r];
		for (uint32_t c = 0; c < row->n_sel; c++) {
			const char *text = row->sel[c].teks;
			if (row->sel[c].jenis != SEL_GALAT && !(*text == '#' && angka_parse(text, p->draf->notasi).status == ANGKA_GALAT))
				continue;
			const char *name = str_format(p->arena, "%s (%s)", place_name(p, row->nomor, c + 1), text);
			kumpulan_add(&errors, cell_at(row->nomor, c + 1, text), SIMPUL_NONE, name);
		}
	}
	tell_errors(p, &errors);
}

/* ---- nilai-tertukar ---- */

typedef struct {
	uint32_t simpul;
	Tertulis pagu, realisasi, keuangan, keluaran, rata_rata;
	const Capaian *capaian;
} BarisAngka;

static IsiDesimal money(IsiRupiah r)
{
	return r.isi == ISI_KOSONG ? (IsiDesimal){0} : isi_desimal(desimal_from_rupiah(r.nilai));
}

static bool differ(IsiDesimal a, IsiDesimal b)
{
	return a.isi != ISI_KOSONG && b.isi != ISI_KOSONG && desimal_cmp(a.nilai, b.nilai) != 0;
}

/* Two printed amounts are each other's right value. */
static bool swapped_money(Tertulis one, Tertulis two, IsiDesimal right_one, IsiDesimal right_two)
{
	return differ(right_one, right_two) && bantu_sama(one, right_two) && bantu_sama(two, right_one);
}

/* Two printed percentages are each other's right value, and neither prints its own. */
static bool swapped(const Pemeriksaan *p, uint32_t simpul, Tertulis one, Tertulis two, JenisAngka first, JenisAngka second)
{
	return bantu_cetak(p, one, simpul, second) && bantu_cetak(p, two, simpul, first) && !bantu_cetak(p, one, simpul, first) &&
	       !bantu_cetak(p, two, simpul, second);
}

static bool tell_swap(Pemeriksaan *p, const BarisAngka *b, Tertulis one, Tertulis two, IsiDesimal right, const char *message)
{
	int32_t t = check_report(p, "nilai-tertukar", one, b->simpul, bantu_mesin(p->arena, one), bantu_isi_mesin(p->arena, right), message,
	                         teks(p->bahasa, "Exchange the two figures."));
	check_explain_cell(p, one, t);
	check_explain_cell(p, two, t);
	return true;
}

static bool check_swaps(Pemeriksaan *p, const BarisAngka *b)
{
	const Capaian *c = b->capaian;
	const char *who = bantu_sebutan(p, b->simpul);
	if (swapped(p, b->simpul, b->keuangan, b->keluaran, ANGKA_KEUANGAN, ANGKA_KELUARAN))
		return tell_swap(p, b, b->keuangan, b->keluaran, c->keuangan,
		                 str_format(p->arena, teks(p->bahasa, "The money and the outcome percentage of %s, %s and %s, are swapped."), who,
		                            bantu_cell_id(p->arena, b->keuangan), bantu_cell_id(p->arena, b->keluaran)));
	if (swapped(p, b->simpul, b->keluaran, b->rata_rata, ANGKA_KELUARAN, ANGKA_RATA_RATA))
		return tell_swap(p, b, b->keluaran, b->rata_rata, c->keluaran,
		                 str_format(p->arena, teks(p->bahasa, "The outcome percentage and the average of %s, %s and %s, are swapped."), who,
		                            bantu_cell_id(p->arena, b->keluaran), bantu_cell_id(p->arena, b->rata_rata)));
	if (swapped_money(b->pagu, b->realisasi, money(c->pagu), money(c->realisasi)))
		return tell_swap(p, b, b->pagu, b->realisasi, money(c->pagu),
		                 str_format(p->arena, teks(p->bahasa, "The budget and the spending of %s, %s and %s, are swapped."), who,
		                            bantu_cell_id(p->arena, b->pagu), bantu_cell_id(p->arena, b->realisasi)));
	return false;
}

/* The mean of the indicators stands in the outcome column, and an indicator's own percentage in the column of the average. */
static void check_mean_and_indicator(Pemeriksaan *p, const BarisAngka *b)
{
	const Simpul *s = &p->draf->snapshot.simpul[b->simpul];
	const Capaian *c = b->capaian;
	uint32_t first = s->indikator_awal;
	if (s->n_indikator < 2 || !bantu_ada(b->rata_rata) || !differ(p->hasil->indikator[first], c->keluaran))
		return;
	if (!bantu_cetak(p, b->keluaran, b->simpul, ANGKA_KELUARAN) || bantu_cetak_indikator(p, b->keluaran, first) ||
	    !bantu_cetak_indikator(p, b->rata_rata, first) || bantu_cetak(p, b->rata_rata, b->simpul, ANGKA_RATA_RATA))
		return;
	const char *mean = bantu_cell_id(p->arena, b->keluaran), *value = bantu_cell_id(p->arena, b->rata_rata);
	const char *message =
		str_format(p->arena,
	                   teks(p->bahasa, "In %s the outcome column holds %s, the mean of its indicators, and column (8) holds %s, the percentage of "
	                                   "the first indicator: the two are swapped."),
	                   bantu_sebutan(p, b->simpul), mean, value);
	const char *hint =
		c->rata_rata.isi == ISI_KOSONG
			? str_format(p->arena, teks(p->bahasa, "Write %s in the outcome column."), value)
			: str_format(p->arena, teks(p->bahasa, "Write %s in the outcome column; the average in column (8) is %s."), value,
	                             bantu_id(p->arena, c->rata_rata.nilai));
	int32_t t = check_report(p, "nilai-tertukar", b->rata_rata, b->simpul, bantu_mesin(p->arena, b->rata_rata),
	                         bantu_isi_mesin(p->arena, c->rata_rata), message, hint);
	check_explain_cell(p, b->keluaran, t);
	check_explain_cell(p, b->rata_rata, t);
}

void periksa_nilai_tertukar(Pemeriksaan *p)
{
	const Draf *d = p->draf;
	for (uint32_t i = 0; i < d->snapshot.n_simpul; i++) {
		const TertulisSimpul *t = &d->simpul[i];
		BarisAngka b = {i, t->pagu, t->realisasi, t->keuangan, t->keluaran, t->rata_rata, &p->hasil->simpul[i]};
		if (!check_swaps(p, &b) && d->snapshot.simpul[i].tingkat == TINGKAT_SUB_KEGIATAN)
			check_mean_and_indicator(p, &b);
	}
	if (d->ada_total) {
		BarisAngka b = {SIMPUL_TOTAL, d->total.pagu, d->total.realisasi, d->total.keuangan, d->total.keluaran, d->total.rata_rata,
		                &p->hasil->total};
		check_swaps(p, &b);
	}
}

/* ---- kolom-keliru ---- */

/* What of one node stands in the wrong column. */
typedef struct {
	Arena *arena;
	Tertulis first;              /* first misplaced cell */
	uint32_t n;
	Tertulis *cell;              /* misplaced cells, and the blank cells they belong in */
	size_t n_cell, cap_cell;
} Keliru;

static void misplaced(Keliru *k, Tertulis cell, Tertulis target)
{
	if (k->n++ == 0)
		k->first = cell;
	*ARENA_PUSH(k->arena, k->cell, k->n_cell, k->cap_cell) = cell;
	*ARENA_PUSH(k->arena, k->cell, k->n_cell, k->cap_cell) = target;
}

/* Gathered over all nodes; the misplaced cells of each stand beside its finding. */
typedef struct {
	DaftarUsul usul;
	Keliru *keliru;
	size_t n_keliru, cap_keliru;
} DaftarKeliru;

static void tell_misplaced(Pemeriksaan *p, DaftarKeliru *list, uint32_t simpul, const Keliru *k, const char *computed, const char *message,
                           const char *hint)
{
	usul_add(&list->usul, (Usul){.label = bantu_nomor(p, simpul), .cell = k->first, .simpul = simpul, .printed = bantu_mesin(p->arena, k->first),
	                             .computed = computed, .message = message, .hint = hint});
	*ARENA_PUSH(p->arena, list->keliru, list->n_keliru, list->cap_keliru) = *k;
}

static void explain_misplaced(Pemeriksaan *p, const DaftarKeliru *list)
{
	for (size_t i = 0; i < list->n_keliru; i++)
		for (size_t c = 0; c < list->keliru[i].n_cell; c++)
			check_explain_cell(p, list->keliru[i].cell[c], list->usul.usul[i].temuan);
}

/* The figure is the indicator's percentage, and not merely the node's own figure repeated on each line. */
static bool is_indicator_figure(const Pemeriksaan *p, Tertulis cell, uint32_t indikator, Tertulis node)
{
	if (!bantu_ada(cell))
		return false;
	return bantu_cetak_indikator(p, cell, indikator) || !bantu_ada(node) || desimal_cmp(cell.angka.nilai, node.angka.nilai) != 0;
}

/* An indicator's percentage in the money column of its line. */
static void check_money_column(Pemeriksaan *p, DaftarKeliru *list, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	for (uint32_t k = s->indikator_awal; k < s->indikator_awal + s->n_indikator; k++) {
		const TertulisIndikator *t = &p->draf->indikator[k];
		if (!bantu_baris_lain(p, i, k) || bantu_ada(t->keluaran) ||
		    !is_indicator_figure(p, t->keuangan, k, p->draf->simpul[i].keuangan))
			continue;
		Keliru wrong = {.arena = p->arena};
		misplaced(&wrong, t->keuangan, t->keluaran);
		tell_misplaced(p, list, i, &wrong, NULL,
		               str_format(p->arena, teks(p->bahasa, "In %s the %s of indicator \"%s\" stands in the money column."), bantu_sebutan(p, i),
		                          bantu_cell_id(p->arena, t->keuangan), p->draf->snapshot.indikator[k].nama),
		               teks(p->bahasa, "Move it to the outcome/output column of the same line."));
	}
}

/* A volume in the money column of an indicator's line. */
static void check_volume_column(Pemeriksaan *p, DaftarKeliru *list, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	for (uint32_t k = s->indikator_awal; k < s->indikator_awal + s->n_indikator; k++) {
		const TertulisIndikator *t = &p->draf->indikator[k];
		bool target = bantu_ada(t->pagu) && !bantu_ada(t->target), done = bantu_ada(t->uang) && !bantu_ada(t->realisasi);
		if (!bantu_baris_lain(p, i, k) || (!target && !done))
			continue;
		Keliru wrong = {.arena = p->arena};
		if (target)
			misplaced(&wrong, t->pagu, t->target);
		if (done)
			misplaced(&wrong, t->uang, t->realisasi);
		tell_misplaced(p, list, i, &wrong, NULL,
		               str_format(p->arena, teks(p->bahasa, "In %s the volume %s of indicator \"%s\" stands in the money column."),
		                          bantu_sebutan(p, i), bantu_cell_id(p->arena, wrong.first), p->draf->snapshot.indikator[k].nama),
		               teks(p->bahasa, "Move it to the volume column of the same line."));
	}
}

/* The average of what the row and its lines print, be that right or wrong: then it stands in its place. */
static bool average_of_printed(const Pemeriksaan *p, uint32_t i, Tertulis printed)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	Tertulis money = p->draf->simpul[i].keuangan;
	const Pecahan *sum = pecahan_int(p->arena, 0);
	if (!bantu_ada(money))
		return false;
	for (uint32_t k = s->indikator_awal; k < s->indikator_awal + s->n_indikator; k++) {
		Tertulis outcome = p->draf->indikator[k].keluaran;
		if (!bantu_ada(outcome))
			return false;
		sum = pecahan_add(p->arena, sum, pecahan_desimal(p->arena, outcome.angka.nilai));
	}
	const Pecahan *mean = pecahan_div(p->arena, sum, pecahan_int(p->arena, s->n_indikator));
	const Pecahan *twice = pecahan_add(p->arena, mean, pecahan_desimal(p->arena, money.angka.nilai));
	return bantu_cetak_tepat(p, printed, pecahan_div(p->arena, twice, pecahan_int(p->arena, 2)));
}

/* The average printed in the node's own line is only an indicator's percentage. */
static bool average_is_indicator(const Pemeriksaan *p, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	Tertulis printed = p->draf->simpul[i].rata_rata;
	const Capaian *c = &p->hasil->simpul[i];
	if (s->n_indikator == 0 || !bantu_ada(printed) || c->rata_rata.isi == ISI_KOSONG)
		return false;
	return (bantu_sama(printed, p->hasil->indikator[s->indikator_awal]) || bantu_sama(printed, c->keluaran)) &&
	       !bantu_menyebut(p, printed, i, ANGKA_RATA_RATA) && !average_of_printed(p, i, printed);
}

/* Indicators' percentages in column (8). */
static void check_average_column(Pemeriksaan *p, DaftarKeliru *list, uint32_t i)
{
	const Simpul *s = &p->draf->snapshot.simpul[i];
	const TertulisSimpul *node = &p->draf->simpul[i];
	const Capaian *c = &p->hasil->simpul[i];
	Keliru wrong = {.arena = p->arena};
	bool own_line = !check_cell_explained(p, node->rata_rata) && average_is_indicator(p, i);
	if (own_line)
		misplaced(&wrong, node->rata_rata, (Tertulis){0});
	for (uint32_t k = s->indikator_awal; k < s->indikator_awal + s->n_indikator; k++) {
		const TertulisIndikator *t = &p->draf->indikator[k];
		if (bantu_baris_lain(p, i, k) && !bantu_ada(t->keluaran) &&
		    is_indicator_figure(p, t->rata_rata, k, node->rata_rata))
			misplaced(&wrong, t->rata_rata, t->keluaran);
	}
	if (!wrong.n)
		return;
	const char *average = c->rata_rata.isi == ISI_KOSONG ? NULL : bantu_id(p->arena, c->rata_rata.nilai);
	const char *message =
		wrong.n == 1 && own_line
			? str_format(p->arena, teks(p->bahasa, "Column (8) of %s holds %s, the percentage of an indicator, not the average %s."),
	                             bantu_sebutan(p, i), bantu_cell_id(p->arena, node->rata_rata), average)
			: str_format(p->arena, teks(p->bahasa, "In %s the percentages of %u indicators stand in column (8) instead of the outcome/output column."),
	                             bantu_sebutan(p, i), wrong.n);
	const char *hint = teks(p->bahasa, "Move them to the outcome/output column.");
	if (average)
		hint = wrong.n == 1 && own_line
		               ? str_format(p->arena, teks(p->bahasa, "Write %s in column (8)."), average)
		               : str_format(p->arena, teks(p->bahasa, "Move them to the outcome/output column; the average in column (8) is %s."), average);
	tell_misplaced(p, list, i, &wrong, own_line ? bantu_isi_mesin(p->arena, c->rata_rata) : NULL, message, hint);
}

void periksa_kolom_keliru(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	DaftarKeliru list = {.usul = {.arena = p->arena}};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		if (s->simpul[i].tingkat != TINGKAT_SUB_KEGIATAN)
			continue;
		check_money_column(p, &list, i);
		check_volume_column(p, &list, i);
		check_average_column(p, &list, i);
	}
	usul_tell(p, &list.usul, "kolom-keliru",
	          str_format(p->arena, teks(p->bahasa, "In %zu rows figures stand in the wrong column: %s."), list.usul.n,
	                     usul_daftar(&list.usul, 8, p->bahasa)),
	          teks(p->bahasa, "Move the indicators' percentages to the outcome/output column and their volumes to the volume columns."));
	explain_misplaced(p, &list);
}
