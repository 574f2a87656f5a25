/* Rules of plausibility: spending against budget, output against spending, narrative. */
#include "engine/check_bantu.h"
#include "engine/check_keluarga.h"
#include "engine/satuan.h"

enum { KALI_MAX = 4 }; /* an amount entered once a quarter is repeated at most four times */

/* ---- realisasi-lebih, persen-berulang of money ---- */

/* How many times the whole fits exactly into the part: 2, 3, 4; 0 otherwise. */
static unsigned whole_times(int64_t whole, int64_t part)
{
	for (unsigned times = 2; times <= KALI_MAX; times++)
		if (whole > 0 && part % times == 0 && part / times == whole)
			return times;
	return 0;
}

static void tell_repeated_money(Pemeriksaan *p, uint32_t i, unsigned times, int32_t cause)
{
	int32_t t = check_report(p, "persen-berulang", p->draf->simpul[i].realisasi, i, NULL, NULL,
	                         str_format(p->arena, teks(p->bahasa, "The spending is exactly %u00 %% of the budget, as if the amount had been entered %u times."),
	                                    times, times),
	                         teks(p->bahasa, "The amount belongs to the row once, however many indicators it has."));
	check_follows(p, t, cause);
}

void periksa_realisasi_lebih(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Simpul *n = &s->simpul[i];
		Tertulis cell = p->draf->simpul[i].realisasi;
		if (!bantu_daun(s, i) || n->pagu.isi != ISI_ADA || n->realisasi.isi != ISI_ADA || rupiah_cmp(n->realisasi.nilai, n->pagu.nilai) <= 0 ||
		    check_cell_explained(p, cell))
			continue;
		Rupiah excess = {0};
		const char *amount = rupiah_sub(&excess, n->realisasi.nilai, n->pagu.nilai) ? rupiah_print_id(p->arena, excess) : "?";
		int32_t t = check_report(p, "realisasi-lebih", cell, i, rupiah_print_plain(p->arena, n->realisasi.nilai), NULL,
		                         str_format(p->arena, teks(p->bahasa, "The spending of %s, %s, exceeds its budget, %s, by %s."), bantu_sebutan(p, i),
		                                    rupiah_print_id(p->arena, n->realisasi.nilai), rupiah_print_id(p->arena, n->pagu.nilai), amount),
		                         teks(p->bahasa, "Check both amounts against the budget document (DPA) and the spending records."));
		unsigned times = whole_times(n->pagu.nilai.sen, n->realisasi.nilai.sen);
		if (times)
			tell_repeated_money(p, i, times, t);
	}
}

/* ---- persen-berulang of an indicator ---- */

static unsigned volume_times(Desimal target, Desimal done)
{
	Desimal t, d;
	uint8_t scale = target.scale > done.scale ? target.scale : done.scale;
	if (!desimal_rescale(&t, target, scale, BULAT_JAUH_NOL) || !desimal_rescale(&d, done, scale, BULAT_JAUH_NOL))
		return 0;
	return whole_times(t.m, d.m);
}

void periksa_persen_berulang(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			const Indikator *ind = &s->indikator[k];
			if (ind->gema || ind->target.isi != ISI_ADA || ind->realisasi.isi != ISI_ADA)
				continue;
			/* what cannot be exceeded: a part of a whole, the months of a year */
			if (!satuan_persen(ind->satuan) && !satuan_bulan(ind->satuan))
				continue;
			unsigned times = volume_times(ind->target.nilai, ind->realisasi.nilai);
			if (!times)
				continue;
			check_report(p, "persen-berulang", p->draf->indikator[k].realisasi, i, bantu_isi_mesin(p->arena, ind->realisasi), NULL,
			             str_format(p->arena, teks(p->bahasa, "The realised volume of \"%s\" in %s is exactly %u times its target."), ind->nama,
			                        bantu_sebutan(p, i), times),
			             teks(p->bahasa, "A percentage or a number of months is not added over the periods; write the value reached."));
		}
	}
}

/* ---- keluaran-penuh ---- */

static bool at_least_hundred(IsiDesimal v)
{
	return v.isi == ISI_ADA && desimal_cmp(v.nilai, (Desimal){100, 0}) >= 0;
}

void periksa_keluaran_penuh(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan full = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		const Capaian *c = &p->hasil->simpul[i];
		if (!bantu_daun(s, i) || !at_least_hundred(c->keluaran) || c->keuangan.isi == ISI_KOSONG ||
		    desimal_cmp(c->keuangan.nilai, p->kebijakan->serapan_rendah) >= 0)
			continue;
		const TertulisSimpul *t = &p->draf->simpul[i];
		kumpulan_add(&full, t->keluaran.baris ? t->keluaran : t->nama, i,
		             str_format(p->arena, "%s (%s %%)", bantu_nomor(p, i), bantu_id(p->arena, c->keuangan.nilai)));
	}
	const char *hint = teks(p->bahasa, "Check the realised volume, or explain the saving under the problems.");
	if (full.n > BANTU_SATU_SATU) {
		check_report(p, "keluaran-penuh", full.anggota[0].cell, full.anggota[0].simpul, NULL, NULL,
		             str_format(p->arena, teks(p->bahasa, "%zu sub kegiatan report their whole output although little money was spent: %s."), full.n,
		                        kumpulan_daftar(&full, 5, p->bahasa)),
		             hint);
		return;
	}
	for (size_t n = 0; n < full.n; n++) {
		const Capaian *c = &p->hasil->simpul[full.anggota[n].simpul];
		check_report(p, "keluaran-penuh", full.anggota[n].cell, full.anggota[n].simpul, bantu_isi_mesin(p->arena, c->keluaran), NULL,
		             str_format(p->arena, teks(p->bahasa, "An output of %s %% is reported for %s, although only %s %% of its budget was spent."),
		                        bantu_id(p->arena, c->keluaran.nilai), bantu_sebutan(p, full.anggota[n].simpul), bantu_id(p->arena, c->keuangan.nilai)),
		             hint);
	}
}

/* ---- persen-di-volume ---- */

/* R / T x 100. */
static const Pecahan *ratio(const Pemeriksaan *p, Desimal done, Desimal target)
{
	const Pecahan *part = pecahan_mul(p->arena, pecahan_desimal(p->arena, done), pecahan_int(p->arena, 100));
	return pecahan_div(p->arena, part, pecahan_desimal(p->arena, target));
}

/* The realised volume is the printed outcome percentage, and as a volume would give another one. */
static bool percentage_as_volume(const Pemeriksaan *p, uint32_t i, uint32_t k)
{
	const TertulisIndikator *t = &p->draf->indikator[k];
	const Indikator *ind = &p->draf->snapshot.indikator[k];
	Tertulis done = t->realisasi, outcome = bantu_baris_lain(p, i, k) ? t->keluaran : p->draf->simpul[i].keluaran;
	if (!bantu_ada(done) || done.angka.nilai.m == 0 || !bantu_ada(outcome) || ind->target.isi != ISI_ADA || check_cell_explained(p, outcome))
		return false;
	return desimal_cmp(done.angka.nilai, outcome.angka.nilai) == 0 && desimal_cmp(ind->target.nilai, done.angka.nilai) != 0 &&
	       !bantu_cetak_indikator(p, outcome, k) && !bantu_cetak_tepat(p, outcome, ratio(p, done.angka.nilai, ind->target.nilai));
}

void periksa_persen_di_volume(Pemeriksaan *p)
{
	const Snapshot *s = &p->draf->snapshot;
	Kumpulan found = {.arena = p->arena};
	uint32_t first = 0;
	for (uint32_t i = 0; i < s->n_simpul; i++) {
		for (uint32_t k = s->simpul[i].indikator_awal; k < s->simpul[i].indikator_awal + s->simpul[i].n_indikator; k++) {
			if (!percentage_as_volume(p, i, k))
				continue;
			if (!found.n)
				first = k;
			kumpulan_add(&found, p->draf->indikator[k].realisasi, i, bantu_nomor(p, i));
		}
	}
	if (!found.n)
		return;
	Anggota a = found.anggota[0];
	const Indikator *ind = &s->indikator[first];
	const char *done = bantu_cell_id(p->arena, a.cell), *target = bantu_id(p->arena, ind->target.nilai);
	check_report(p, "persen-di-volume", a.cell, a.simpul, bantu_mesin(p->arena, a.cell), NULL,
	             found.n == 1 ? str_format(p->arena, teks(p->bahasa, "The realised volume of %s, %s, is the outcome percentage, not the volume reached."),
	                                       bantu_sebutan(p, a.simpul), done)
	                          : str_format(p->arena,
	                                       teks(p->bahasa, "In %zu rows the realised volume repeats the outcome percentage instead of the volume reached: %s."),
	                                       found.n, kumpulan_daftar(&found, 8, p->bahasa)),
	             str_format(p->arena, teks(p->bahasa, "Write the volume in the unit of the target (here target %s %s, written %s)."), target, ind->satuan,
	                        done));
}

/* ---- narasi-kosong ---- */

bool check_lags(IsiDesimal value, Desimal bound, uint8_t month, Desimal *due)
{
	Desimal v, b;
	if (!desimal_rescale(&b, bound, DESIMAL_SCALE_MAX, BULAT_JAUH_NOL))
		return false;
	if (due)
		*due = (Desimal){(int64_t)((__int128)b.m * month / 12), b.scale};
	return value.isi != ISI_KOSONG && desimal_rescale(&v, value.nilai, DESIMAL_SCALE_MAX, BULAT_JAUH_NOL) && (__int128)v.m * 12 < (__int128)b.m * month;
}

static void add_lagging(const Pemeriksaan *p, Kumpulan *k, uint32_t i, uint8_t month)
{
	const Capaian *c = &p->hasil->simpul[i];
	const char *money = check_lags(c->keuangan, p->kebijakan->lambat_keuangan, month, NULL) ? bantu_id(p->arena, c->keuangan.nilai) : NULL;
	const char *output = check_lags(c->keluaran, p->kebijakan->lambat_keluaran, month, NULL) ? bantu_id(p->arena, c->keluaran.nilai) : NULL;
	if (!money && !output)
		return;
	const char *label = money && output ? str_format(p->arena, teks(p->bahasa, "%s (money %s %%, output %s %%)"), bantu_nomor(p, i), money, output)
	                    : money         ? str_format(p->arena, teks(p->bahasa, "%s (money %s %%)"), bantu_nomor(p, i), money)
	                                    : str_format(p->arena, teks(p->bahasa, "%s (output %s %%)"), bantu_nomor(p, i), output);
	kumpulan_add(k, p->draf->simpul[i].nama, i, label);
}

/* Nothing but blanks and dashes. */
static bool says_nothing(const char *text)
{
	return !text || str_blank(text) || angka_parse(text, NOTASI_ID).status == ANGKA_STRIP;
}

/* A report may carry its narrative in columns of the table; nodes and rows stand in the same order. */
static bool narrative_in_table(const Draf *d, Kolom kolom)
{
	uint32_t column = d->kolom[kolom], i = 0;
	for (uint32_t r = 0; column && d->grid && r < d->grid->n_baris; r++) {
		uint32_t line = d->grid->baris[r].nomor;
		while (i < d->snapshot.n_simpul && d->simpul[i].nama.baris < line)
			i++;
		if (i < d->snapshot.n_simpul && d->simpul[i].nama.baris == line && !says_nothing(grid_cell(d->grid, r, column)->teks))
			return true;
	}
	return false;
}

void periksa_narasi_kosong(Pemeriksaan *p)
{
	const Draf *d = p->draf;
	const Snapshot *s = &d->snapshot;
	uint8_t month = s->kepala.bulan ? s->kepala.bulan : s->kepala.kondisi.bulan;
	bool problems = says_nothing(s->narasi.permasalahan) && !narrative_in_table(d, KOLOM_PERMASALAHAN);
	bool efforts = says_nothing(s->narasi.tindak_lanjut) && !narrative_in_table(d, KOLOM_TINDAK_LANJUT);
	if (!month || (!problems && !efforts))
		return;
	Kumpulan lagging = {.arena = p->arena};
	for (uint32_t i = 0; i < s->n_simpul; i++)
		if (bantu_daun(s, i))
			add_lagging(p, &lagging, i, month);
	if (!lagging.n)
		return;
	Tertulis cell = problems ? d->kaki.permasalahan : d->kaki.tindak_lanjut;
	uint32_t label_line = problems ? d->kaki.baris_permasalahan : d->kaki.baris_tindak_lanjut;
	if (!cell.baris)
		cell = (Tertulis){.teks = "", .baris = label_line, .kolom = label_line ? 1 : 0, .n_bagian = 1};
	const char *list = kumpulan_daftar(&lagging, 6, p->bahasa);
	const char *message = problems && efforts
	                              ? str_format(p->arena, teks(p->bahasa, "Problems and follow-up are blank although these sub kegiatan lag: %s."), list)
	                      : problems ? str_format(p->arena, teks(p->bahasa, "The problems are blank although these sub kegiatan lag: %s."), list)
	                                 : str_format(p->arena, teks(p->bahasa, "The follow-up is blank although these sub kegiatan lag: %s."), list);
	check_report(p, "narasi-kosong", cell, SIMPUL_NONE, NULL, NULL, message,
	             teks(p->bahasa, "Say for each what hindered it and what was done about it, as columns (9) and (10) demand."));
}
