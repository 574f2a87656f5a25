#include "cli/spec.h"

#include <stdint.h>

static const char *const PILIHAN_FORMAT[] = {"text", "json", "sarif", NULL};
static const char *const PILIHAN_PAPER[] = {"f4", "a4", "legal", NULL};
static const char *const PILIHAN_KOLOM[] = {"keuangan", "keluaran", "rata-rata", NULL};
static const char *const PILIHAN_LANG[] = {"id", "en", NULL};
static const char *const PILIHAN_COLOR[] = {"auto", "always", "never", NULL};
static const char *const KATA_POLICY[] = {"show", "check", NULL};
static const char *const KATA_HELP[] = {"check", "report", "explain", "policy", "rules", "man", "bash", NULL};

const Opsi OPSI[OPSI_JUMLAH] = {
	[OPSI_FORMAT] = {"format", 0, "FORMAT", PILIHAN_FORMAT, NULL, TEKS("form of the findings; text when not given")},
	[OPSI_POLICY] = {"policy", 'p', "FILE", NULL, "*", TEKS("compute by this policy file instead of the built-in one")},
	[OPSI_RULE] = {"rule", 'r', "NAME", NULL, NULL, TEKS("run only this rule; may be given several times")},
	[OPSI_STRICT] = {"strict", 0, NULL, NULL, NULL, TEKS("a warning, too, makes the exit code 1")},
	[OPSI_OUTPUT] = {"output", 'o', "FILE", NULL, "*",
	                 TEKS("write the report here; the extension chooses the form: .pdf .xlsx .html .csv .json .md; may be given several times")},
	[OPSI_PAPER] = {"paper", 0, "SIZE", PILIHAN_PAPER, NULL, TEKS("paper of the PDF, landscape; f4 (330 x 215 mm) when not given")},
	[OPSI_AS_PRINTED] = {"as-printed", 0, NULL, NULL, NULL, TEKS("show the document's own figure in brackets where it differs")},
	[OPSI_KOLOM] = {"kolom", 'k', "COLUMN", PILIHAN_KOLOM, NULL, TEKS("which figure to explain; rata-rata when not given")},
	[OPSI_LANG] = {"lang", 0, "LANG", PILIHAN_LANG, NULL, TEKS("language of messages; else LANGUAGE, LANG, Indonesian")},
	[OPSI_COLOR] = {"color", 0, "WHEN", PILIHAN_COLOR, NULL, TEKS("colour; auto: on a terminal and without NO_COLOR")},
	[OPSI_HELP] = {"help", 'h', NULL, NULL, NULL, TEKS("show this help")},
	[OPSI_VERSION] = {"version", 0, NULL, NULL, NULL, TEKS("show the version")},
};

enum { COMMON = 1u << OPSI_LANG | 1u << OPSI_COLOR | 1u << OPSI_HELP | 1u << OPSI_VERSION };

const Perintah PERINTAH[] = {
	{"check", "FILE...", TEKS("audit finished reports like a compiler"),
	 TEKS("Reads each report (CSV, TSV, XLSX, or the JSON of this program), computes every figure again from the sub kegiatan and their indicators, and "
	      "tells what is wrong, where, and what the right figure is. When a printed mean or sum is wrong, the cause is looked for and named. "
	      "Silent when nothing is found.\n\n"
	      "Exit code: 0 nothing wrong, 1 an error was found (with --strict also a warning), 2 wrong use, 3 a file cannot be read."),
	 "capaian check laporan.xlsx\ncapaian check --format json --strict laporan.tsv", 1, SIZE_MAX, NULL,
	 1u << OPSI_FORMAT | 1u << OPSI_POLICY | 1u << OPSI_RULE | 1u << OPSI_STRICT, cmd_check},
	{"report", "FILE -o OUT...", TEKS("print the correct official form"),
	 TEKS("Reads a report, computes it and writes the official form: PDF (PDF/A, ready to sign), XLSX with live formulas, HTML, CSV, JSON or Markdown. "
	      "Each file is written whole or not at all."),
	 "capaian report laporan.tsv -o laporan.pdf -o laporan.xlsx\ncapaian report laporan.xlsx --as-printed -o laporan.pdf", 1, 1, NULL,
	 1u << OPSI_OUTPUT | 1u << OPSI_PAPER | 1u << OPSI_AS_PRINTED | 1u << OPSI_POLICY, cmd_report},
	{"explain", "FILE KODE", TEKS("show the sum behind a number"),
	 TEKS("Shows how a figure of one program, kegiatan or sub kegiatan comes about, as a tree down to its operands, with the rule of each step and the "
	      "printed figure beside. KODE is a code (2.17.01), a number (12.1.1) or total."),
	 "capaian explain laporan.tsv 12.1.1 --kolom keluaran\ncapaian explain laporan.tsv total", 2, 2, NULL,
	 1u << OPSI_KOLOM | 1u << OPSI_POLICY, cmd_explain},
	{"policy", "show|check [FILE]", TEKS("show or check a policy file"),
	 TEKS("show: prints a policy (the built-in one without FILE) whole, with every key explained and its hash. check: validates a policy file and "
	      "names each error with its line."),
	 "capaian policy show > kebijakan.conf\ncapaian policy check kebijakan.conf", 1, 2, KATA_POLICY, 0, cmd_policy},
	{"rules", "[NAME]", TEKS("list the rules of check, or explain one"),
	 TEKS("Without NAME: every rule with its level and what it demands. With NAME: the rule in full."), "capaian rules\ncapaian rules rata-program", 0, 1,
	 NULL, 0, cmd_rules},
	{"help", "[COMMAND|man|bash]", TEKS("show help on a command"),
	 TEKS("Help on one command; man prints the manual page, bash the completion of the shell."), "capaian help check", 0, 1, KATA_HELP, 0, cmd_help},
};
const size_t N_PERINTAH = sizeof PERINTAH / sizeof *PERINTAH;

const Perintah *perintah_find(const char *nama)
{
	for (size_t i = 0; i < N_PERINTAH; i++)
		if (str_equal(PERINTAH[i].nama, nama))
			return &PERINTAH[i];
	return NULL;
}

bool perintah_takes(const Perintah *perintah, OpsiId opsi)
{
	return (COMMON | (perintah ? perintah->opsi : 0)) >> opsi & 1;
}
