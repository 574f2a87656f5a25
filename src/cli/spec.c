#include "cli/spec.h"

#include <stdint.h>

static const char *const PILIHAN_FORMAT[] = {"text", "json", "sarif", NULL};
static const char *const PILIHAN_PAPER[] = {"f4", "a4", "legal", NULL};
static const char *const PILIHAN_KOLOM[] = {"keuangan", "keluaran", "rata-rata", NULL};
static const char *const PILIHAN_LANG[] = {"id", "en", NULL};
static const char *const PILIHAN_COLOR[] = {"auto", "always", "never", NULL};
static const char *const KATA_POLICY[] = {"show", "check", "list", "add", NULL};
static const char *const KATA_OPD[] = {"list", "add", "set", NULL};
static const char *const KATA_USER[] = {"list", "add", "role", "disable", "enable", "reset", "invite", NULL};
static const char *const KATA_SETTING[] = {"list", "set", NULL};
static const char *const KATA_TOKEN[] = {"new", "list", "revoke", NULL};
static const char *const PILIHAN_SCOPE[] = {"baca", "isi", "semua", NULL};
static const char *const KATA_CALENDAR[] = {"show", "due", "holiday", "late", NULL};
static const char *const KATA_PLAN[] = {"list", "show", "import", "check", "diff", NULL};
static const char *const KATA_NOMENCLATURE[] = {"list", "import", "check", "migrate", NULL};
static const char *const KATA_NARRATIVE[] = {"permasalahan", "tindak-lanjut", "faktor-pendorong", NULL};
static const char *const KATA_EVIDENCE[] = {"list", "add", "get", "remove", NULL};
static const char *const KATA_AUDIT[] = {"verify", "list", "anchor", NULL};
static const char *const PILIHAN_JENIS[] = {"murni", "pergeseran", "perubahan", NULL};
static const char *const PILIHAN_PERAN[] = {"operator", "kepala", "verifikator", "pimpinan", "auditor", "admin", NULL};

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
	[OPSI_DB] = {"db", 0, "LEDGER", NULL, "*", TEKS("the ledger file")},
	[OPSI_PEMDA] = {"pemda", 0, "CODE", NULL, NULL, TEKS("code of the region (51.08); needed when the ledger holds several")},
	[OPSI_OPD] = {"opd", 0, "CODE", NULL, NULL, TEKS("organisation code of the agency, or its beginning")},
	[OPSI_TAHUN] = {"tahun", 0, "YEAR", NULL, NULL, TEKS("budget year")},
	[OPSI_BULAN] = {"bulan", 0, "MONTH", NULL, NULL, TEKS("month, 1 to 12")},
	[OPSI_REVISI] = {"revisi", 0, "N", NULL, NULL, TEKS("this revision of the month; the newest when not given")},
	[OPSI_AS] = {"as", 0, "USER", NULL, NULL, TEKS("who acts; every change needs it")},
	[OPSI_AS_OF] = {"as-of", 0, "TIME", NULL, NULL, TEKS("read the ledger as it was at this time: 2023-12-29 or 2023-12-29T12:00")},
	[OPSI_AT] = {"at", 0, "TIME", NULL, NULL, TEKS("time of the change; in a training ledger only")},
	[OPSI_REASON] = {"reason", 0, "TEXT", NULL, NULL, TEKS("why; kept for ever")},
	[OPSI_APPLY] = {"apply", 0, NULL, NULL, NULL, TEKS("do it; without this only what would be done is shown")},
	[OPSI_INDIKATOR] = {"indikator", 'i', "N", NULL, NULL, TEKS("number of the indicator within its node; without it the money is meant")},
	[OPSI_KODE] = {"kode", 0, "CODE", NULL, NULL, TEKS("code of the program, kegiatan or sub kegiatan")},
	[OPSI_ANCHOR] = {"anchor", 0, "FILE", NULL, "*", TEKS("entry number and hash noted earlier, as printed on a locked report")},
	[OPSI_TRAINING] = {"training", 0, NULL, NULL, NULL, TEKS("a training ledger: its clock may be set with --at; never for real reports")},
	[OPSI_NAMA] = {"nama", 0, "TEXT", NULL, NULL, TEKS("full name")},
	[OPSI_JENIS] = {"jenis", 0, "KIND", PILIHAN_JENIS, NULL, TEKS("kind of the budget document; murni when not given")},
	[OPSI_NOMOR] = {"nomor", 0, "TEXT", NULL, NULL, TEKS("number of the document")},
	[OPSI_TANGGAL] = {"tanggal", 0, "DATE", NULL, NULL, TEKS("a date: 2023-12-29")},
	[OPSI_PERAN] = {"peran", 0, "ROLE", PILIHAN_PERAN, NULL, TEKS("role of the user")},
	[OPSI_SET] = {"set", 's', "FIELD=TEXT", NULL, NULL, TEKS("one field of the agency; may be given several times")},
	[OPSI_SEEN] = {"seen", 0, "ID", NULL, NULL, TEKS("fact id that was seen; the save is refused when there is a newer one")},
	[OPSI_TERHADAP] = {"terhadap", 0, "WHAT", NULL, NULL, TEKS("compare with a month (11), a revision (r1) or a time (2023-12-29T12:00)")},
	[OPSI_EDISI] = {"edisi", 0, "NAME", NULL, NULL, TEKS("edition of the nomenclature")},
	[OPSI_LISTEN] = {"listen", 0, "ADDRESS", NULL, NULL, TEKS("address and port; 127.0.0.1:8080 when not given")},
	[OPSI_TLS_CERT] = {"tls-cert", 0, "FILE", NULL, "*", TEKS("certificate chain (PEM): serve over TLS")},
	[OPSI_TLS_KEY] = {"tls-key", 0, "FILE", NULL, "*", TEKS("key of the certificate (PEM)")},
	[OPSI_PROXY] = {"behind-proxy", 0, NULL, NULL, NULL, TEKS("a reverse proxy on this machine says who calls (X-Forwarded-For, X-Forwarded-Proto)")},
	[OPSI_METRICS_OPEN] = {"metrics-open", 0, NULL, NULL, NULL, TEKS("answer /metrics to everybody, not only to this machine")},
	[OPSI_USER] = {"user", 0, "USER", NULL, NULL, TEKS("for whom the token acts; serve: the account of this machine to serve as")},
	[OPSI_SCOPE] = {"scope", 0, "SCOPE", PILIHAN_SCOPE, NULL, TEKS("what the token may: baca (read), isi (read, and enter a month's values), semua (all that its user may)")},
	[OPSI_DAYS] = {"days", 0, "N", NULL, NULL, TEKS("days until the token is void; 365 when not given")},
	[OPSI_LANG] = {"lang", 0, "LANG", PILIHAN_LANG, NULL, TEKS("language of messages; else LANGUAGE, LANG, Indonesian")},
	[OPSI_COLOR] = {"color", 0, "WHEN", PILIHAN_COLOR, NULL, TEKS("colour; auto: on a terminal and without NO_COLOR")},
	[OPSI_HELP] = {"help", 'h', NULL, NULL, NULL, TEKS("show this help")},
	[OPSI_VERSION] = {"version", 0, NULL, NULL, NULL, TEKS("show the version")},
};

#define COMMON (OPSI_BIT(OPSI_LANG) | OPSI_BIT(OPSI_COLOR) | OPSI_BIT(OPSI_HELP) | OPSI_BIT(OPSI_VERSION))

/* Options that open the ledger, choose a month, and act. */
#define LEDGER (OPSI_BIT(OPSI_DB) | OPSI_BIT(OPSI_PEMDA))
#define READ (LEDGER | OPSI_BIT(OPSI_AS) | OPSI_BIT(OPSI_AS_OF))
#define ACT (LEDGER | OPSI_BIT(OPSI_AS) | OPSI_BIT(OPSI_AT))
#define MONTH (OPSI_BIT(OPSI_OPD) | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_BULAN))
#define SHOW (OPSI_BIT(OPSI_OUTPUT) | OPSI_BIT(OPSI_PAPER))

const Perintah PERINTAH[] = {
	{"check", "[FILE...]", TEKS("audit finished reports like a compiler"),
	 TEKS("Reads each report (CSV, TSV, XLSX, or the JSON of this program), computes every figure again from the sub kegiatan and their indicators, and "
	      "tells what is wrong, where, and what the right figure is. When a printed mean or sum is wrong, the cause is looked for and named. "
	      "Silent when nothing is found.\n\n"
	      "Exit code: 0 nothing wrong, 1 an error was found (with --strict also a warning), 2 wrong use, 3 a file cannot be read."),
	 "capaian check laporan.xlsx\ncapaian check --format json --strict laporan.tsv", 0, SIZE_MAX, NULL,
	 READ | MONTH | OPSI_BIT(OPSI_REVISI) | OPSI_BIT(OPSI_FORMAT) | OPSI_BIT(OPSI_POLICY) | OPSI_BIT(OPSI_RULE) | OPSI_BIT(OPSI_STRICT), cmd_check},
	{"report", "[FILE] -o OUT...", TEKS("print the correct official form"),
	 TEKS("Reads a report, computes it and writes the official form: PDF (PDF/A, ready to sign), XLSX with live formulas, HTML, CSV, JSON or Markdown. "
	      "Each file is written whole or not at all."),
	 "capaian report laporan.tsv -o laporan.pdf -o laporan.xlsx\ncapaian report laporan.xlsx --as-printed -o laporan.pdf\n"
	 "capaian report --db buku.db --opd 2.17 --tahun 2023 --bulan 12 -o desember.pdf", 0, 1, NULL,
	 READ | MONTH | OPSI_BIT(OPSI_REVISI) | SHOW | OPSI_BIT(OPSI_AS_PRINTED) | OPSI_BIT(OPSI_POLICY), cmd_report},
	{"explain", "[FILE] KODE", TEKS("show the sum behind a number"),
	 TEKS("Shows how a figure of one program, kegiatan or sub kegiatan comes about, as a tree down to its operands, with the rule of each step and the "
	      "printed figure beside. KODE is a code (2.17.01), a number (12.1.1) or total."),
	 "capaian explain laporan.tsv 12.1.1 --kolom keluaran\ncapaian explain laporan.tsv total", 1, 2, NULL,
	 READ | MONTH | OPSI_BIT(OPSI_REVISI) | OPSI_BIT(OPSI_KOLOM) | OPSI_BIT(OPSI_POLICY), cmd_explain},
	{"policy", "show|check|list|add [FILE]", TEKS("show, check or keep a policy"),
	 TEKS("show: prints a policy (the built-in one without FILE) whole, with every key explained and its hash. check: validates a policy file and "
	      "names each error with its line. add: makes FILE the next version of the year's policy in the ledger; locked months keep theirs. list: the versions."),
	 "capaian policy show > kebijakan.conf\ncapaian policy check kebijakan.conf\ncapaian policy add kebijakan.conf --db buku.db --tahun 2023 --as admin", 1, 2,
	 KATA_POLICY, READ | ACT | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_REASON) | OPSI_BIT(OPSI_FORMAT), cmd_policy},
	{"rules", "[NAME]", TEKS("list the rules of check, or explain one"),
	 TEKS("Without NAME: every rule with its level and what it demands. With NAME: the rule in full."), "capaian rules\ncapaian rules rata-program", 0, 1,
	 NULL, 0, cmd_rules},
	{"init", "LEDGER", TEKS("make a new ledger for a region"),
	 TEKS("Makes a new ledger file for the region (pemda) of this code, with its first user, admin, who has no password yet (capaian user reset). Regions are known "
	      "by code: name and level come from the list built in. On an existing ledger it adds another region. A region outside the list needs --nama and --training."),
	 "capaian init buku.db --pemda 51.08\ncapaian init latihan.db --pemda 99.01 --nama 'Kabupaten Contoh' --training", 1, 1, NULL,
	 OPSI_BIT(OPSI_PEMDA) | OPSI_BIT(OPSI_TRAINING) | OPSI_BIT(OPSI_AT) | OPSI_BIT(OPSI_NAMA), cmd_init},
	{"opd", "list|add|set [CODE]", TEKS("agencies of the region"),
	 TEKS("list: all agencies. add CODE, set CODE: fields by --set: nama, kode_bidang, nama_bidang, tempat, kepala_jabatan, kepala_nama, kepala_pangkat, kepala_nip, aktif."),
	 "capaian opd add 2.17.0.00.0.00.01.0000 --db buku.db --as admin -s nama='Dinas Koperasi' -s tempat=Contoh\ncapaian opd list --db buku.db --format json", 1, 2,
	 KATA_OPD, READ | ACT | OPSI_BIT(OPSI_SET) | OPSI_BIT(OPSI_FORMAT), cmd_opd},
	{"user", "list|add|role|disable|enable|reset|invite [NAME]", TEKS("users and their roles"),
	 TEKS("add and reset print a first password once, or take one from standard input when it is not a terminal. role changes --peran and --opd. disable keeps a user out, enable lets him in again. "
	      "invite prints the address, below that of the web application, at which the user sets a password once within 24 hours."),
	 "capaian user add sri --db buku.db --as admin --peran operator --opd 2.17 --nama 'Sri'", 1, 2, KATA_USER,
	 READ | ACT | OPSI_BIT(OPSI_PERAN) | OPSI_BIT(OPSI_OPD) | OPSI_BIT(OPSI_NAMA) | OPSI_BIT(OPSI_FORMAT), cmd_user},
	{"setting", "list|set [NAME VALUE]", TEKS("settings of the region"),
	 TEKS("list: each with its value and what it does. set: ya or tidak, or a number; an empty VALUE takes it back to what holds without it."),
	 "capaian setting set periksa-publik ya --db buku.db --as admin", 1, 3, KATA_SETTING, READ | ACT | OPSI_BIT(OPSI_FORMAT), cmd_setting},
	{"token", "new|list|revoke [ID]", TEKS("tokens for programs that act for a user"),
	 TEKS("new: prints a token once; the ledger keeps only its hash. A program sends it as 'Authorization: Bearer TOKEN' and may do what its user may, narrowed by --scope. "
	      "list: all tokens. revoke: makes one void at once."),
	 "capaian token new --db buku.db --user sri --scope baca --nama 'Dasbor'\ncapaian token list --db buku.db\ncapaian token revoke 4f1d2c3b4a596877 --db buku.db --as admin", 1, 2, KATA_TOKEN,
	 LEDGER | OPSI_BIT(OPSI_AS) | OPSI_BIT(OPSI_AT) | OPSI_BIT(OPSI_USER) | OPSI_BIT(OPSI_SCOPE) | OPSI_BIT(OPSI_NAMA) | OPSI_BIT(OPSI_DAYS) | OPSI_BIT(OPSI_FORMAT), cmd_token},
	{"calendar", "show|due|holiday|late [DATE]", TEKS("due days, holidays, late agencies"),
	 TEKS("due DATE: the month (--tahun, --bulan) is due on that day; without DATE, by the rule again: the 10th of the next month, moved past holidays and "
	      "weekends. holiday DATE --nama: a holiday; an empty name takes it back. show: the due days of a year. late: agencies whose month was handed in late or "
	      "is missing, with the days since it was due."),
	 "capaian calendar late --db buku.db --tahun 2023 --bulan 12", 1, 2, KATA_CALENDAR,
	 READ | ACT | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_BULAN) | OPSI_BIT(OPSI_NAMA) | OPSI_BIT(OPSI_FORMAT), cmd_calendar},
	{"plan", "list|show|import|check|diff [FILE|VERSION|A B]", TEKS("budget documents of an agency: DPA, pergeseran, DPPA"),
	 TEKS("import FILE: a plan (a report, a plan sheet, or the program's own files) as the next version; a dry run until --apply. diff A B: what moved between two versions. "
	      "check: names, units and codes against the nomenclature.\n\n"
	      "A plan sheet is CSV, TSV or XLSX with the headings Kode, Uraian, Indikator, Target, Satuan and Pagu in any order, one row a node or a further indicator; also Arah, "
	      "Perilaku, Bobot, and Januari to Desember for the anggaran kas, which must add up to the pagu. Indicators keep their numbers from version to version. A sub kegiatan on "
	      "which money was realised cannot be dropped."),
	 "capaian plan import dpa.xlsx --db buku.db --opd 2.17 --tahun 2023 --tanggal 2023-01-02 --nomor DPA/2023 --as sri --apply\ncapaian plan diff 1 2 --db buku.db --opd 2.17 --tahun 2023",
	 1, 3, KATA_PLAN,
	 READ | ACT | OPSI_BIT(OPSI_OPD) | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_JENIS) | OPSI_BIT(OPSI_NOMOR) | OPSI_BIT(OPSI_TANGGAL) | OPSI_BIT(OPSI_APPLY) |
		 OPSI_BIT(OPSI_FORMAT) | OPSI_BIT(OPSI_EDISI),
	 cmd_plan},
	{"nomenclature", "list|import|check|migrate [FILE|VERSION]", TEKS("official lists of codes, several editions side by side"),
	 TEKS("import FILE --edisi NAME: an edition. check: the plan of an agency and year against it. migrate: what became of each code in another edition.\n\n"
	      "A list is XLSX or CSV with the columns JENIS PEMDA, BIDANG, PROGRAM, KEGIATAN, SUBKEGIATAN (each code and name), INDIKATOR, SATUAN and SUBKEGIATAN SEBELUMNYA. Where "
	      "provinces and kabupaten/kota use one code for different things, that of the region's own level is kept. check and migrate take the newest version of the plan or the one named, and "
	      "the edition of --edisi, else that of the plan's year, else the newest."),
	 "capaian nomenclature import nomenklatur.xlsx --edisi 2026 --db buku.db --as admin --apply", 1, 2, KATA_NOMENCLATURE,
	 READ | ACT | OPSI_BIT(OPSI_OPD) | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_EDISI) | OPSI_BIT(OPSI_APPLY) | OPSI_BIT(OPSI_FORMAT), cmd_nomenclature},
	{"set", "KODE VALUE", TEKS("save one value of a month"),
	 TEKS("Saves realised money (or, with --indikator, a volume) of a sub kegiatan, cumulative to the end of the month, and prints the number of the fact once it is "
	      "durable. VALUE is a number as typed, nihil, or kosong. A value that falls below the month before needs --reason."),
	 "capaian set 2.17.01.2.01.01 246396436 --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri", 2, 2, NULL,
	 ACT | MONTH | OPSI_BIT(OPSI_INDIKATOR) | OPSI_BIT(OPSI_REASON) | OPSI_BIT(OPSI_SEEN), cmd_set},
	{"narrative", "permasalahan|tindak-lanjut|faktor-pendorong TEXT", TEKS("save the narrative of a month"),
	 TEKS("Of the whole report, or with --kode of one node."), "capaian narrative permasalahan 'Lelang ulang' --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri", 2, 2,
	 KATA_NARRATIVE, ACT | MONTH | OPSI_BIT(OPSI_KODE), cmd_narrative},
	{"carry", "", TEKS("propose the values of the month before"),
	 TEKS("Shows which cells of the month are blank and what the month before held; with --apply they are saved as entries of their own."),
	 "capaian carry --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri --apply", 0, 0, NULL, ACT | MONTH | OPSI_BIT(OPSI_APPLY), cmd_carry},
	{"evidence", "list|add|get|remove [FILE|HASH]", TEKS("evidence files of a month"),
	 TEKS("Kept by their hash; the kind is found from the content. get writes the file to -o."), "capaian evidence add foto.jpg --kode 2.17.01.2.01.01 --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri",
	 1, 2, KATA_EVIDENCE, READ | ACT | MONTH | OPSI_BIT(OPSI_KODE) | OPSI_BIT(OPSI_OUTPUT) | OPSI_BIT(OPSI_FORMAT), cmd_evidence},
	{"log", "KODE", TEKS("history of one value"),
	 TEKS("Every state of a value: what, who, when, from where, why, and what replaced it. KODE may also be permasalahan, tindak-lanjut or faktor-pendorong: the narrative "
	      "of the whole report, or with --kode of one node."), "capaian log 2.17.01.2.01.01 --db buku.db --opd 2.17 --tahun 2023 --bulan 12", 1, 1, NULL,
	 READ | MONTH | OPSI_BIT(OPSI_INDIKATOR) | OPSI_BIT(OPSI_KODE) | OPSI_BIT(OPSI_FORMAT), cmd_log},
	{"submit", "", TEKS("hand a month in for verification"),
	 TEKS("Runs the checks: errors stop it, warnings need an explanation (capaian justify). --tanggal is the day the figures stand at; else the end of the month.\n\n"
	      "Exit code: 0 submitted, 1 findings stop it."), "capaian submit --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri", 0, 0, NULL,
	 ACT | MONTH | OPSI_BIT(OPSI_TANGGAL), cmd_submit},
	{"return", "", TEKS("return a month to its agency, with a reason"), TEKS("By a verifikator or the head of the agency; --reason is required."),
	 "capaian return --reason 'Lampirkan bukti' --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as made", 0, 0, NULL, ACT | MONTH | OPSI_BIT(OPSI_REASON), cmd_return},
	{"verify", "", TEKS("verify a submitted month"), TEKS("By a verifikator who did not submit it."),
	 "capaian verify --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as made", 0, 0, NULL, ACT | MONTH, cmd_verify},
	{"approve", "", TEKS("approve and sign: lock a month"), TEKS("By the head of the agency. --tanggal is the date of the signature."),
	 "capaian approve --tanggal 2024-01-03 --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as kepala", 0, 0, NULL, ACT | MONTH | OPSI_BIT(OPSI_TANGGAL), cmd_approve},
	{"reopen", "", TEKS("reopen a locked month as the next revision"), TEKS("By a verifikator, with --reason. The locked revision still prints as it was."),
	 "capaian reopen --reason 'Salah ketik' --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as made", 0, 0, NULL, ACT | MONTH | OPSI_BIT(OPSI_REASON), cmd_reopen},
	{"justify", "RULE TEXT", TEKS("explain a warning of the checks"), TEKS("Of one node with --kode; without it, of every node that has no explanation of its own. Kept with the month."),
	 "capaian justify keluaran-penuh 'Barang diterima, tagihan menyusul' --kode 3.30.04.2.02.01 --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri", 2, 2, NULL,
	 ACT | MONTH | OPSI_BIT(OPSI_KODE), cmd_justify},
	{"status", "", TEKS("where the months stand"), TEKS("The states of all agencies and months of a year, or the steps of one month."),
	 "capaian status --db buku.db --tahun 2023", 0, 0, NULL, READ | MONTH | OPSI_BIT(OPSI_FORMAT), cmd_status},
	{"import", "FILE", TEKS("bring a file into the ledger, reconciled"),
	 TEKS("A report, the program's own sheet (isian) or JSON, or a table of a month's money with headings matched by meaning. First a dry run: what would be added, changed, left; control totals to the sen; rows that match "
	      "nothing with the nearest candidates. --apply only when all is reconciled or --reason explains the rest. Whole file or nothing; the same file twice changes nothing."),
	 "capaian import laporan.xlsx --db buku.db --opd 2.17 --tahun 2023 --bulan 12 --as sri\ncapaian import cadangan.json --db baru.db --apply", 1, 1, NULL,
	 ACT | MONTH | OPSI_BIT(OPSI_APPLY) | OPSI_BIT(OPSI_REASON) | OPSI_BIT(OPSI_FORMAT), cmd_import},
	{"sheet", "-o FILE", TEKS("the month as a sheet to fill in Excel"),
	 TEKS("Names and codes locked, entry cells open, the month before beside. capaian import reads it back cell by cell."),
	 "capaian sheet --db buku.db --opd 2.17 --tahun 2023 --bulan 12 -o isian.xlsx", 0, 0, NULL, READ | MONTH | OPSI_BIT(OPSI_OUTPUT), cmd_sheet},
	{"rekap", "[-o OUT...]", TEKS("one line an agency: the merged report of the region"),
	 TEKS("A month counts once it is handed in; while a reopened one is being revised, its last locked revision counts. Agencies that have not reported stay in "
	      "sight with a dash and count neither as 0 nor as 100. Without -o the table goes to the terminal, or as JSON with --format json."), "capaian rekap --db buku.db --tahun 2023 --bulan 12 -o rekap.pdf", 0, 0, NULL,
	 READ | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_BULAN) | SHOW | OPSI_BIT(OPSI_FORMAT), cmd_rekap},
	{"rfk", "[-o OUT...]", TEKS("plan against actual per month, with the S-curve"),
	 TEKS("Realisasi Fisik dan Keuangan: anggaran kas against realisasi, deviation, of an agency or (without --opd) of the region. Without -o the tables go to "
	      "the terminal, or as JSON with --format json."),
	 "capaian rfk --db buku.db --opd 2.17 --tahun 2023 --bulan 12 -o rfk.pdf", 0, 0, NULL, READ | MONTH | SHOW | OPSI_BIT(OPSI_FORMAT), cmd_rfk},
	{"diff", "", TEKS("what changed between two months, revisions or times, and what it did to each mean"),
	 TEKS("--terhadap names the other side, the older one: a month of the year (11), a revision of the month (r1), or a time at which the month is read as the ledger "
	      "was then (2023-12-29T12:00). Shown are money, volumes and narrative that changed, and the figures of every node that they reach, old -> new."),
	 "capaian diff --terhadap 11 --db buku.db --opd 2.17 --tahun 2023 --bulan 12\ncapaian diff --terhadap r1 --db buku.db --opd 2.17 --tahun 2023 --bulan 12", 0, 0, NULL,
	 READ | MONTH | OPSI_BIT(OPSI_REVISI) | OPSI_BIT(OPSI_TERHADAP) | OPSI_BIT(OPSI_FORMAT), cmd_diff},
	{"forecast", "", TEKS("year-end forecast and early warnings"),
	 TEKS("Per sub kegiatan: spending and keluaran at the end of the year, with a range, and the list of what needs attention.\n\n"
	      "Method, the first that can be used. Earlier years (tahun-lalu): realised / the share of the year that was reached by this month in two or three earlier years. "
	      "Anggaran kas (kas), for spending: realised so far + what the anggaran kas still holds x the pace so far (realised / planned, between 0,5 and 1,1). One earlier year alone. "
	      "Else a straight line through its own months (garis). The range is what the slowest and the fastest of the last three months, and each earlier year alone, would give. "
	      "No forecast is above the pagu, or above 100 % of keluaran.\n\n"
	      "Attention: less than 85 % of the pagu will be spent; the pagu will not last; full keluaran on little money; no progress for three months or more."),
	 "capaian forecast --db buku.db --opd 2.17 --tahun 2023 --bulan 9", 0, 0, NULL, READ | MONTH | OPSI_BIT(OPSI_FORMAT), cmd_forecast},
	{"audit", "verify|list|anchor", TEKS("the audit chain"),
	 TEKS("verify: looks at the whole file, recomputes the chain and every row, and names the first bad entry; with --anchor also against numbers and hashes kept "
	      "outside. list: the entries. anchor: region, number and hash of the last entry, to be kept outside.\n\n"
	      "Exit code of verify: 0 the ledger is whole, 1 it is not."),
	 "capaian audit anchor --db buku.db > jangkar.txt\ncapaian audit verify --db buku.db --anchor jangkar.txt", 1, 1, KATA_AUDIT,
	 READ | OPSI_BIT(OPSI_ANCHOR) | OPSI_BIT(OPSI_FORMAT), cmd_audit},
	{"backup", "FILE", TEKS("copy the ledger while others work"), TEKS("The copy is verified before it gets its name. An existing file is not overwritten."),
	 "capaian backup cadangan.db --db buku.db", 1, 1, NULL, LEDGER | OPSI_BIT(OPSI_AS), cmd_backup},
	{"restore", "FILE LEDGER", TEKS("make a ledger from a backup"), TEKS("The backup is verified first; LEDGER must not exist yet."),
	 "capaian restore cadangan.db buku.db", 2, 2, NULL, 0, cmd_restore},
	{"export", "-o FILE", TEKS("a whole region and year as canonical JSON"), TEKS("export, import into an empty ledger and export again give the same bytes."),
	 "capaian export --db buku.db --tahun 2023 -o 2023.json", 0, 0, NULL, READ | OPSI_BIT(OPSI_TAHUN) | OPSI_BIT(OPSI_OUTPUT), cmd_export},
	{"batch", "FILE", TEKS("run the commands of a file, one a line"),
	 TEKS("Each line is what would follow the name of the program on the command line; quotes keep blanks together, # begins a comment. Lines that name no ledger act on that of --db. "
	      "The first line that fails ends it: its place and its message are shown, and its exit code is that of batch; what was done before stays done.\n\n"
	      "A password that a line would read from standard input is read from that of batch, one line each."),
	 "capaian batch opd-baru.txt --db buku.db", 1, 1, NULL, OPSI_BIT(OPSI_DB), cmd_batch},
	{"serve", "", TEKS("the web application on a ledger"),
	 TEKS("Serves the pages and the interface for programs until it is told to stop (SIGTERM, Ctrl+C); requests at work are finished first. One line of JSON a request goes to standard "
	      "error, without names and addresses. In a training ledger --at sets where its clock starts: a demo of last year stays in last year."),
	 "capaian serve --db buku.db\ncapaian serve --db buku.db --listen 0.0.0.0:8443 --tls-cert rantai.pem --tls-key kunci.pem", 0, 0, NULL,
	 OPSI_BIT(OPSI_DB) | OPSI_BIT(OPSI_AT) | OPSI_BIT(OPSI_LISTEN) | OPSI_BIT(OPSI_TLS_CERT) | OPSI_BIT(OPSI_TLS_KEY) | OPSI_BIT(OPSI_PROXY) | OPSI_BIT(OPSI_METRICS_OPEN) | OPSI_BIT(OPSI_USER), cmd_serve},
	{"help", "[COMMAND|man|bash]", TEKS("show help on a command"),
	 TEKS("Help on one command; man prints the manual page, bash the completion of the shell."), "capaian help check", 0, 1, NULL, 0, cmd_help},
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
