/* The family ISI: can what the report says be true? */
#include "engine/check_keluarga.h"

const Aturan ATURAN_ISI[] = {
	{"satuan-indikator", LEVEL_WARNING, TEKS("The unit fits the words of the indicator."),
	 TEKS("People are counted in Orang, documents in Dokumen or Laporan, shares in per cent. A unit of another kind shows that text or unit was taken from another "
	      "row, and volumes of unlike things are then added up.\n"
	      "Only clear cases are judged: the noun after \"Jumlah\" and the first word \"Persentase\" against units whose kind is known. Words and units that are not "
	      "known fit everything. Both must read as in RKA/DPA.\n"
	      "Source: column (6) of the form; the list of words is a house rule."),
	 periksa_satuan_indikator},
	{"satuan-ejaan", LEVEL_NOTE, TEKS("A unit is spelt the same way throughout."),
	 TEKS("\"bulan\" beside \"Bulan\", or \"Unir\" for \"Unit\", are two units to a program that adds up by unit.\n"
	      "The spellings of each unit are counted; the rarer ones are reported, with the one the document prefers. A word that is in no list of official units, but "
	      "one slip away from one that is, is reported with the word it probably means. All of them make one note.\n"
	      "Source: house rule."),
	 periksa_satuan_ejaan},
	{"realisasi-lebih", LEVEL_ERROR, TEKS("Spending does not exceed the budget."),
	 TEKS("Spending for which no budget, or not enough, is available is forbidden; so a spending above the pagu is a typing error, the pagu of an "
	      "older budget document, or a breach.\n"
	      "The two amounts of each sub kegiatan are compared. When the spending is exactly two, three or four times the budget, the rule persen-berulang adds that the amount "
	      "was probably entered more than once. Check against the DPA in force at the date of the report.\n"
	      "Source: Law 1/2004 on the state treasury, article 3 (3)."),
	 periksa_realisasi_lebih},
	{"persen-berulang", LEVEL_WARNING, TEKS("No percentage is an exact multiple that shows an amount entered several times."),
	 TEKS("Exactly 200, 300 or 400 per cent is rarely an achievement: the full amount was repeated on every indicator and added up, or a percentage was added over the "
	      "quarters.\n"
	      "Money: spending that is exactly two to four times the budget. Volumes: only units that cannot be exceeded, per cent and months. Write the "
	      "value once.\n"
	      "Source: house rule."),
	 periksa_persen_berulang},
	{"keluaran-penuh", LEVEL_WARNING, TEKS("A whole output was not made with a small part of the money."),
	 TEKS("An output of 100 per cent on a fraction of the budget may be a good saving, but more often the realised volume was copied from the target. Auditors ask for it "
	      "first.\n"
	      "Reported is a sub kegiatan whose output is 100 per cent or more while its money percentage lies below serapan_rendah of the policy. Check the "
	      "volume against its evidence, or explain the saving in the narrative.\n"
	      "Source: house rule; the bound is set in the policy."),
	 periksa_keluaran_penuh},
	{"persen-di-volume", LEVEL_WARNING, TEKS("The column of the realised volume holds a volume, not a percentage."),
	 TEKS("A target of 50,00 Koperasi with the realisation 100,00 and the outcome 100,00 per cent says two things at once: as a volume it would be 200 per cent. The office wrote the "
	      "percentage into the volume cell, and the number of cooperatives reached is nowhere.\n"
	      "Reported is a realised volume equal to the outcome percentage printed beside it, where the target makes another percentage of it. Since this is "
	      "often the custom for whole levels, all rows make one finding with the first place and a list. The computed report keeps the percentage as an echo and "
	      "does not count it as a fact.\n"
	      "Source: column (5) of the form; rules of computation."),
	 periksa_persen_di_volume},
	{"narasi-kosong", LEVEL_WARNING, TEKS("Where something lags, the report says why and what is done."),
	 TEKS("Columns (9) and (10) are there for the rows that lag; left blank, the reader sees the figure but not the reason, and the verifier sends the report "
	      "back.\n"
	      "A sub kegiatan lags when its money or output percentage lies below lambat_keuangan or lambat_keluaran of the policy, in proportion to the month of the year. "
	      "If one does and a narrative is blank or only a dash, all of them are listed.\n"
	      "Source: filling instructions of the form, columns (9) and (10); the bounds are set in the policy."),
	 periksa_narasi_kosong},
	{0},
};
