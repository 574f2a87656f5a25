/* The arithmetic rules: one pass over the document serves them all, because they explain one another. */
#include "base/str.h"
#include "engine/check_bantu.h"
#include "engine/check_hitung.h"

static void periksa_hitungan(Pemeriksaan *p)
{
	Hitung *h = hitung_new(p);
	hitung_uang(h);
	hitung_persen(h);
	hitung_rata(h);
}

/* ---- counts in the head ---- */

static void judge_count(Pemeriksaan *p, Tertulis cell, Tingkat tingkat)
{
	Desimal counted = {snapshot_count(&p->draf->snapshot, tingkat), 0};
	if (!cell.baris || cell.angka.status != ANGKA_NILAI || check_cell_explained(p, cell) || desimal_cmp(cell.angka.nilai, counted) == 0)
		return;
	const char *value = desimal_print_id(p->arena, counted, 0);
	check_report(p, "jumlah-kepala", cell, SIMPUL_NONE, bantu_mesin(p->arena, cell), desimal_print_plain(p->arena, counted, 0),
	             str_format(p->arena, teks(p->bahasa, "The head counts %s %s, but the table lists %s."), bantu_cell_id(p->arena, cell),
	                        bantu_tingkat(tingkat), value),
	             str_format(p->arena, teks(p->bahasa, "Write %s, or look for rows that are missing or stand twice."), value));
}

static void periksa_jumlah_kepala(Pemeriksaan *p)
{
	judge_count(p, p->draf->kepala.n_program, TINGKAT_PROGRAM);
	judge_count(p, p->draf->kepala.n_kegiatan, TINGKAT_KEGIATAN);
	judge_count(p, p->draf->kepala.n_sub_kegiatan, TINGKAT_SUB_KEGIATAN);
}

/* ---- the table ---- */

const Aturan ATURAN_ANGKA[] = {
	{"jumlah-pagu", LEVEL_ERROR, TEKS("The pagu of a program or kegiatan is the sum of the rows below it."),
	 TEKS("Money is budgeted on sub kegiatan; kegiatan and program only add it up (column 4 of the form). The printed pagu of "
	      "every kegiatan and program is compared to the sen with the sum of the sub kegiatan listed under it. When they differ, one "
	      "cause is searched that explains the difference exactly: a row left out or added twice, two digits transposed, a decimal place, the "
	      "figure of another row or column. When the percentage printed beside a sub kegiatan shows that its own pagu is mistyped, that cell is reported "
	      "and the sums above it are checked with the corrected amount. A sum that only carries a wrong figure upwards is shown under that "
	      "figure. To mend it, correct the cell named, then every figure listed under it."),
	 periksa_hitungan},
	{"jumlah-realisasi", LEVEL_ERROR, TEKS("The realisasi of a program or kegiatan is the sum of the rows below it."),
	 TEKS("Realisasi, cumulative to the end of the month, is booked on sub kegiatan; kegiatan and program only add it up (column 5 of the form). "
	      "It is compared in the same way as jumlah-pagu, to the sen, and the same causes are searched. To mend it, compare the cell named with the "
	      "treasurer's books, correct it, then every figure listed under it."),
	 periksa_hitungan},
	{"jumlah-total", LEVEL_ERROR, TEKS("The row JUMLAH TOTAL adds up every program."),
	 TEKS("The total row is what the region's merged report takes over, so an error here travels far. Its pagu and realisasi are compared to the sen "
	      "with the sum of all programs, its keuangan with the percentage of those two sums, and its realised volume, which by the custom of the "
	      "form repeats keluaran, with the exact keluaran. A frequent mistake in spreadsheets is a sum that takes rows of several levels, which makes it "
	      "two or three times too large. To mend it, let the total add program rows only."),
	 periksa_hitungan},
	{"luapan", LEVEL_ERROR, TEKS("Sums of money stay within what can be represented exactly."),
	 TEKS("Money is computed in whole sen up to 92.233.720.368.547.758,07 rupiah, seventy times the yearly budget of all regions together. A sum "
	      "beyond that is not computed at all, rather than wrongly. It comes from an amount with too many digits, usually two amounts "
	      "in one cell. To mend it, look for that amount in the rows below the one named."),
	 periksa_hitungan},
	{"persen-keuangan", LEVEL_ERROR, TEKS("Keuangan is realisasi divided by pagu, in per cent."),
	 TEKS("Column 7 of the form: (5)/(4) x 100. For kegiatan and program it is the percentage of the sums, not the mean of the percentages below, "
	      "because a small row would then weigh as much as a large one. The printed figure is compared with the exact one rounded once, half away from "
	      "zero, to the number of decimals printed. To mend it, divide the two amounts of the same row and round only the result."),
	 periksa_hitungan},
	{"persen-indikator", LEVEL_ERROR, TEKS("The capaian of an indicator is its realised volume divided by its target volume, in per cent."),
	 TEKS("Column 7 of the form: (5)/(4) x 100, by the direction that the policy gives the indicator (rising, falling, range) and its cap. Each "
	      "line of an indicator is compared on its own, to the decimals printed. Lines without a target are not judged here (target-nol). "
	      "To mend it, divide the two volumes of the same line; if they are wrong themselves, correct them and every figure above."),
	 periksa_hitungan},
	{"rata-di-baris-indikator", LEVEL_WARNING, TEKS("The line of an indicator prints that indicator's own capaian, not the mean of several."),
	 TEKS("The form has one line for each indicator of a sub kegiatan. Some reports print the mean of all of them on the first line and the single "
	      "percentages on the others, so that the reader cannot tell what the first indicator reached. The figure is right as the keluaran of the "
	      "sub kegiatan, only its place is wrong; nothing above it changes. To mend it, print each indicator's own percentage on its line."),
	 periksa_hitungan},
	{"rata-sub-kegiatan", LEVEL_ERROR, TEKS("The keluaran of a sub kegiatan is the mean of its indicators."),
	 TEKS("Judged where a sub kegiatan with several indicators prints one percentage only, on its first line: it must be the mean of its indicators "
	      "(or the first indicator's own). Weights and the treatment of indicators without a report are those of the policy; the default is the plain mean "
	      "of those that have a value. To mend it, compute the mean from the exact percentages and round once."),
	 periksa_hitungan},
	{"rata-kegiatan", LEVEL_ERROR, TEKS("The keluaran of a kegiatan is the mean of its sub kegiatan."),
	 TEKS("By the policy: plain mean, or weighted by pagu or bobot, of the exact keluaran of the sub kegiatan, rounded once for print. When the printed "
	      "figure differs, the cause is searched: a sub kegiatan left out or counted twice, a subset, blanks counted as zero, another way of "
	      "computing, transposed digits, a neighbouring cell, rounded inputs. A cause is named only when it gives the printed figure to the last "
	      "digit and no other does. Figures that merely carry a wrong one upwards are shown under it. To mend it, write the computed figure."),
	 periksa_hitungan},
	{"rata-program", LEVEL_ERROR, TEKS("The keluaran of a program is the mean of its kegiatan."),
	 TEKS("As rata-kegiatan, one level up. The mistake seen most is a kegiatan left out of the mean because one of its cells holds a dash "
	      "instead of a number: a spreadsheet's AVERAGE skips it in silence. To mend it, write the computed figure, fill the dash, and correct the total row."),
	 periksa_hitungan},
	{"rata-total", LEVEL_ERROR, TEKS("The keluaran of the total row is the mean of the programs."),
	 TEKS("The mean of the exact keluaran of all programs, by the policy's weights, rounded once. It is neither the mean of all sub kegiatan nor that of "
	      "the printed, already rounded figures. When it only repeats what a wrong program prints it is shown under that program. To mend it, write the "
	      "computed figure."),
	 periksa_hitungan},
	{"rata-rata", LEVEL_ERROR, TEKS("Column 8 is the mean of keuangan and keluaran of the same row."),
	 TEKS("Column 8 of the form is the mean of the two parts of column 7. It is computed from the exact figures and rounded once: the mean of "
	      "94,2584 and 99,8853 is 97,07, while the mean of the printed 94,26 and 99,89 would give 97,08. An empty column is no error. A policy may allow a "
	      "tolerance (selisih_cetak) where a region accepts rounded inputs. To mend it, write the computed figure."),
	 periksa_hitungan},
	{"sumber-keluaran", LEVEL_WARNING, TEKS("The keluaran of kegiatan and program comes from where the policy takes it."),
	 TEKS("A region decides whether the keluaran of a kegiatan or program is the mean of what is below it or the capaian of its own outcome indicator "
	      "(policy key induk). Here the printed figure is exactly the other of the two. Both are legitimate, but not mixed in one region, "
	      "because ranks would then compare unlike figures. To mend it, print the figure of the policy, or check with the policy of your region (--policy)."),
	 periksa_hitungan},
	{"gema-keluaran", LEVEL_ERROR, TEKS("Where the realised volume of a program or kegiatan repeats its keluaran, it repeats the right one."),
	 TEKS("By custom many offices write the percentage reached into the volume column of program and kegiatan rows. Such a cell is no fact of its "
	      "own; when keluaran is wrong the echo is wrong with it and is listed under that finding. To mend it, write the corrected keluaran in both cells, or the "
	      "volume that was really reached."),
	 periksa_hitungan},
	{"jumlah-kepala", LEVEL_ERROR, TEKS("The head counts as many program, kegiatan and sub kegiatan as the table lists."),
	 TEKS("The numbers JUMLAH PROGRAM, JUMLAH KEGIATAN and JUMLAH SUB KEGIATAN in the head are compared with the rows of the table. A difference means "
	      "either a head carried over from last year or a row lost or doubled while copying, so look at the rows before changing the number."),
	 periksa_jumlah_kepala},
	{0},
};
