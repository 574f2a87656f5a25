/* The family BENTUK: is the report written in the form, each figure in its place, each fact that the arithmetic needs there? */
#include "engine/check_keluarga.h"

const Aturan ATURAN_BENTUK[] = {
	{"kode-bentuk", LEVEL_ERROR, TEKS("A code is written as the nomenclature has it: 2.17.01.2.01.0001."),
	 TEKS("Programmes and activities are found by their code alone: in the budget, in the ledger and in the merged report of the region. A code in "
	      "another shape, such as 2.17.1 for 2.17.01, with a dot too many, blanks inside or commas between its parts, is not found there, and the row "
	      "drops out of sums and comparisons.\n"
	      "Each code is read part by part and compared with the full form: one digit for urusan, two for bidang and program, one and two for "
	      "kegiatan, two (up to 2023) or four for sub kegiatan. Write the form given in the hint; if it is not the code you mean, look it up in the "
	      "nomenclature.\n"
	      "Source: Permendagri 90/2019 and its updates (classification, codification and nomenclature of regional planning and finance)."),
	 periksa_kode_bentuk},
	{"kode-induk", LEVEL_ERROR, TEKS("A row stands under the row whose code its own code continues."),
	 TEKS("The code of a kegiatan begins with the code of its program, that of a sub kegiatan with the code of its kegiatan. Sums and means follow the order "
	      "of the rows; a row under the wrong parent changes the figures of two of them.\n"
	      "The code of every row is compared with that of the nearest row of the level above it. The rule also tells when a level is missing, and when "
	      "a code has more or fewer parts than the level of its row. When all rows under a parent agree with one another, it is the parent's "
	      "code that is reported. Correct the code, or move the row.\n"
	      "Source: Permendagri 90/2019 and its updates."),
	 periksa_kode_induk},
	{"kode-ganda", LEVEL_ERROR, TEKS("A code stands in the report once."),
	 TEKS("Two rows with one code mean that a row was entered twice, so that its money and output count twice, or that one of the two codes is mistyped. "
	      "The finding stands at the second of them and names the line of the first.\n"
	      "Compare both rows with the budget document, then correct a code or remove a row.\n"
	      "Source: Permendagri 90/2019; house rule for the form."),
	 periksa_kode_ganda},
	{"nomor-gaya", LEVEL_NOTE, TEKS("Running numbers are written in one style."),
	 TEKS("\"1,1\" beside \"1.5\" in one report shows that some numbers were typed as figures, which the spreadsheet then turned into decimals. Sorted or searched, "
	      "such numbers fall apart.\n"
	      "The separators of all numbers are counted; those of the rarer style are reported together. Format the column as text and write 1.1.\n"
	      "Source: house rule."),
	 periksa_nomor_gaya},
	{"nomor-urut", LEVEL_WARNING, TEKS("Running numbers count the rows without gaps, in order."),
	 TEKS("A gap in the numbers, such as 7.1.5 after 7.1.3, often means that a row was lost in copying, and with it money and output.\n"
	      "The number of each row is compared with its level, with the number of the row above it and with that of the row before it on the same level. Nothing "
	      "is said where a report has no numbers on a level, where the numbers follow the last part of the code throughout, or where "
	      "programmes begin anew with another bidang. Add the lost row, or number the rows anew.\n"
	      "Source: house rule."),
	 periksa_nomor_urut},
	{"galat-lembar", LEVEL_ERROR, TEKS("No cell holds a spreadsheet error such as #REF! or #DIV/0!."),
	 TEKS("An error cell shows that a formula lost its operands or divides by nothing. What is computed from it is lost too, or silently left out.\n"
	      "Every cell of the sheet is looked at. Repair the formula: #REF! points at a removed cell, #DIV/0! divides by a blank or zero target, #VALUE! computes "
	      "with a text, #N/A did not find its value. Or write the figure itself.\n"
	      "Source: house rule."),
	 periksa_galat_lembar},
	{"nilai-tertukar", LEVEL_ERROR, TEKS("Two figures of one row do not stand in each other's place."),
	 TEKS("Each figure is right, but in the other's cell: budget and spending, the money and the outcome percentage, the outcome and the average, or, where a sub "
	      "kegiatan has several indicators, their mean in the outcome column and an indicator's own percentage in column (8).\n"
	      "Both printed figures are compared with both computed ones; the rule speaks only when each equals the other's right value. The arithmetic "
	      "rules then keep silent about the two cells. Exchange the figures.\n"
	      "Source: columns (4) to (8) of the form."),
	 periksa_nilai_tertukar},
	{"kolom-keliru", LEVEL_ERROR, TEKS("Each figure stands in the column of its kind."),
	 TEKS("On the lines of the indicators only volumes and the outcome/output percentage are due; money, the money percentage and the average belong to the sub "
	      "kegiatan as a whole and stand on its first line. A percentage in the column beside looks right, but whoever adds up the column takes it for "
	      "something else.\n"
	      "Reported are: an indicator's percentage in the money column, percentages of indicators in column (8), and a volume in the money column, each "
	      "only where the right cell of the same line is blank or the printed average is not the average. All cells of one sub "
	      "kegiatan make one finding. Move the figures.\n"
	      "Source: columns (4) to (8) of the form."),
	 periksa_kolom_keliru},
	{"teks-bergeser", LEVEL_WARNING, TEKS("Text, volume and unit of an indicator stand on one line."),
	 TEKS("When the texts have slipped against the volumes, each indicator claims the figures of its neighbour: \"Jumlah SDM\" then has the unit \"Dokumen\".\n"
	      "The rule looks for a text without volume and unit above a unit that fits this text but not its own, so it speaks only when the shift explains "
	      "what is seen. Move the volumes and units to their texts.\n"
	      "Source: columns (3) to (6) of the form; the comparison is a house rule."),
	 periksa_teks_bergeser},
	{"pagu-nol", LEVEL_ERROR, TEKS("What has spending has a budget."),
	 TEKS("Money spent on a row whose budget is 0 or blank gives no percentage, and the row is missing in the budget total.\n"
	      "Each sub kegiatan with spending is asked for its pagu. Usually the row came with a change of the budget, and the old pagu was left standing.\n"
	      "Source: Law 1/2004 on the state treasury, article 3 (3); house rule for the percentage."),
	 periksa_pagu_nol},
	{"target-nol", LEVEL_WARNING, TEKS("An indicator has a target other than 0."),
	 TEKS("Without a target there is nothing to measure by: the indicator has no percentage (neither 0 nor 100), and it is left out of the mean above it.\n"
	      "Reported is a target that is 0 or blank, except where a level of the report has no targets by custom, where the target is a text, and "
	      "where the direction of the indicator gives 0 a meaning (falling indicators). Write the target of the budget document.\n"
	      "Source: columns (4) and (7) of the form; rules of computation."),
	 periksa_target_nol},
	{"kosong-wajib", LEVEL_ERROR, TEKS("No cell is blank, or only a dash, where a value is due."),
	 TEKS("Blank means not reported, and zero means zero; a dash says neither. A blank percentage is easily left out of the mean above it, and that mean is then "
	      "wrong without anyone seeing why.\n"
	      "A cell is due when its value can be computed from the rest of the report, or is a fact every row has (code, budget, spending, realised volume, unit). The "
	      "custom of the document decides: a column that is left blank in most rows of a level is not asked for. Write the value given in the "
	      "hint, or 0,00 where nothing was spent or reached.\n"
	      "Source: filling instructions of the form, columns (1) to (8); \"blank is not zero\" is a house rule."),
	 periksa_kosong_wajib},
	{"beberapa-nilai", LEVEL_NOTE, TEKS("A cell holds one value."),
	 TEKS("\"72,00 12,00\" in one cell cannot be added up, and which text, volume and unit belong together is left to guessing. The values are taken apart and "
	      "paired as well as can be; where that was not sure, the rule pasangan-tak-pasti says so.\n"
	      "All such rows make one note. Give each indicator a line of its own.\n"
	      "Source: house rule; column (3) of the form has one line an indicator."),
	 periksa_beberapa_nilai},
	{"angka-teks", LEVEL_WARNING, TEKS("Numbers in a workbook are stored as numbers."),
	 TEKS("A number stored as text looks like a number, but SUM and AVERAGE leave it out: the totals of the workbook are then too small.\n"
	      "Every number cell of the table is looked at; all that are text make one finding with the first places. In Excel mark the column and choose Data, Text "
	      "to Columns, Finish, with the decimal comma set.\n"
	      "Source: house rule. Text files (CSV, TSV) have no such difference."),
	 periksa_angka_teks},
	{"judul-terpotong", LEVEL_NOTE, TEKS("Headings and labels are whole and spelt as in the form."),
	 TEKS("A label that is cut off, such as \"LAPORAN CAPAIAN BU\", or a misspelt heading does not change a figure, but programs that merge reports look for "
	      "these words, and a printed report with them looks careless.\n"
	      "The words of the table head are compared with those of the form; each misspelling is told once, however often the head is repeated. Correct the "
	      "template, so that the next month starts right.\n"
	      "Source: the form; house rule."),
	 periksa_judul_terpotong},
	{"tanggal-bulan", LEVEL_WARNING, TEKS("The dates fit the month and year of the report."),
	 TEKS("The date the figures stand at (KONDISI TERAKHIR) lies in the month reported, and the report is signed on that day or later, usually in the first days "
	      "of the next month. Most mistakes happen in January, when the old year is typed, or when last month's file is reused.\n"
	      "Reported are: a date of the data outside the month or year, a day that does not exist, a signature before the data, and a signature more than "
	      "three months after the month. Correct the date, or the month in the head.\n"
	      "Source: head and foot of the form; the bound of three months is a house rule."),
	 periksa_tanggal_bulan},
	{"nip-bentuk", LEVEL_WARNING, TEKS("The NIP of the signatory has the shape of a NIP."),
	 TEKS("A NIP has 18 digits: date of birth, month of appointment (for PPPK 21 in place of the month), 1 for a man or 2 for a woman, and a serial number. A mistyped "
	      "one makes the signature doubtful, and an electronic signature fails.\n"
	      "The digits are checked for a possible birth, an appointment at a working age and not after the report, the sex and the serial number. Blanks "
	      "between the groups are allowed; a blank NIP is not judged.\n"
	      "Source: regulation of the head of BKN 22/2007."),
	 periksa_nip_bentuk},
	{"baris-tak-dikenal", LEVEL_ERROR, TEKS("Every row of the table is a program, kegiatan, sub kegiatan, indicator, total or heading."),
	 TEKS("A row that is none of these was not counted: its figures are in no sum and no mean of the computed report. It is usually a row without code and "
	      "number, a subtotal, or a remark inside the table.\n"
	      "The finding quotes the row. Give it its code, or move the remark below the table.\n"
	      "Source: house rule."),
	 NULL},
	{"pasangan-tak-pasti", LEVEL_WARNING, TEKS("Where indicators share a cell, texts, volumes and units can be paired."),
	 TEKS("When a row holds several indicators and the number of texts, volumes and units differs, it cannot be known which belongs to which. They are paired in "
	      "order as far as they go, and the figures of this row are to be read with care.\n"
	      "Write each indicator on a line of its own, with its volume and unit.\n"
	      "Source: house rule."),
	 NULL},
	{"lembar-lain", LEVEL_NOTE, TEKS("The workbook has one sheet with a report."),
	 TEKS("Only one report is checked at a time: the first visible sheet that holds one. The others are named here, so that nobody believes them checked. Save each "
	      "month or agency as a file of its own.\n"
	      "Source: house rule."),
	 NULL},
	{"notasi-ambigu", LEVEL_NOTE, TEKS("Numbers can be read in one way only."),
	 TEKS("\"1.234\" is one thousand two hundred and thirty-four where the dot groups thousands, and one and a bit where it is a decimal point. The other numbers of "
	      "the document decide; when they too leave it open, the Indonesian reading is taken, and this note says so.\n"
	      "Write decimals throughout, as in 1.234,00.\n"
	      "Source: house rule."),
	 NULL},
	{"kolom-hilang", LEVEL_ERROR, TEKS("The table has all columns of the form."),
	 TEKS("A column that the form asks for was not found in the table head: code, name, indicator, target, spending, unit or a percentage. What it would hold cannot be "
	      "checked, and figures that depend on it have no value.\n"
	      "Columns are found by their headings, in any order. Add the column, or give it the heading of the form.\n"
	      "Source: the form."),
	 NULL},
	{"angka-luapan", LEVEL_ERROR, TEKS("A number is of a possible size."),
	 TEKS("The number has more digits than any budget of the country, or more than six decimals that matter. Usually two cells were joined, or a separator was lost. It "
	      "is treated as not reported.\n"
	      "Compare the cell with its source and write it anew.\n"
	      "Source: house rule."),
	 NULL},
	{"teks-bukan-angka", LEVEL_ERROR, TEKS("A cell for a number holds a number."),
	 TEKS("Where money or a percentage is due, a text stands. It is treated as not reported, so that no figure is made up from it.\n"
	      "Write the number alone; remarks belong below the table. Text targets such as \"WTP\" or \"BB\" are allowed in the volume columns only.\n"
	      "Source: columns (4), (5), (7) and (8) of the form."),
	 NULL},
	{0},
};
