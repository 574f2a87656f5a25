/* spec: the commands and options of the program, declared once. Parsing, --help, the man page and bash completion all
 * come from this table. Texts are keys for teks(). */
#ifndef CAPAIAN_SPEC_H
#define CAPAIAN_SPEC_H
#include "base/bahasa.h"
#include "base/err.h"
#include "base/str.h"

typedef enum {
	OPSI_FORMAT, OPSI_POLICY, OPSI_RULE, OPSI_STRICT, OPSI_OUTPUT, OPSI_PAPER, OPSI_AS_PRINTED, OPSI_KOLOM,
	OPSI_DB, OPSI_PEMDA, OPSI_OPD, OPSI_TAHUN, OPSI_BULAN, OPSI_REVISI, OPSI_AS, OPSI_AS_OF, OPSI_AT, OPSI_REASON, OPSI_APPLY, OPSI_INDIKATOR,
	OPSI_KODE, OPSI_ANCHOR, OPSI_TRAINING, OPSI_NAMA, OPSI_JENIS, OPSI_NOMOR, OPSI_TANGGAL, OPSI_PERAN, OPSI_SET, OPSI_SEEN, OPSI_TERHADAP, OPSI_EDISI,
	OPSI_LISTEN, OPSI_TLS_CERT, OPSI_TLS_KEY, OPSI_PROXY, OPSI_METRICS_OPEN,
	OPSI_USER, OPSI_SCOPE, OPSI_DAYS,
	OPSI_LANG, OPSI_COLOR, OPSI_HELP, OPSI_VERSION, OPSI_JUMLAH
} OpsiId;

typedef struct {
	const char *panjang;      /* "format" for --format */
	char pendek;              /* 'o' for -o; 0: none */
	const char *nilai;        /* name of its value in the help: "FILE"; NULL for a switch */
	const char *const *pilihan; /* allowed values, ends with NULL; NULL: any */
	const char *berkas;       /* glob of files that completion offers; NULL: none */
	const char *bantuan;
} Opsi;

extern const Opsi OPSI[OPSI_JUMLAH];

typedef struct Permintaan Permintaan;

typedef struct {
	const char *nama;
	const char *argumen;      /* "FILE..." */
	const char *ringkas;      /* one line */
	const char *uraian;       /* paragraphs separated by \n\n */
	const char *contoh;       /* command lines separated by \n */
	size_t min, max;          /* number of arguments; max SIZE_MAX: any */
	const char *const *kata;  /* first argument is one of these, ends with NULL; NULL: it is not a word */
	uint64_t opsi;            /* bit OPSI_BIT(id); the common ones are always allowed */
	int (*run)(const Permintaan *request); /* exit code */
} Perintah;

#define OPSI_BIT(id) (UINT64_C(1) << (id))

extern const Perintah PERINTAH[];
extern const size_t N_PERINTAH;

const Perintah *perintah_find(const char *nama); /* NULL if unknown */
bool perintah_takes(const Perintah *perintah, OpsiId opsi);

/* One command line, parsed. */
struct Permintaan {
	Arena *arena;
	Bahasa bahasa;
	const Perintah *perintah; /* NULL: none was named */
	bool satu_dari_banyak;    /* a line of a batch, which itself shows how far it is */
	size_t n_argumen; const char **argumen;
	struct { size_t n; const char **nilai; } opsi[OPSI_JUMLAH]; /* a switch that was given has n > 0 */
};

/* Language from --lang, then LANGUAGE, then LANG, else Indonesian; looked up before anything can go wrong. */
Bahasa spec_language(int argc, char **argv, const char *env_language, const char *env_lang);
/* ERR_USAGE with a message that names the nearest command, option or value. */
Err spec_parse(Permintaan *out, int argc, char **argv, ErrInfo *info);
/* Value of a single-valued option (the last one given), or fallback. */
const char *spec_value(const Permintaan *request, OpsiId opsi, const char *fallback);

/* help.c: the three renderings of the table. `perintah` NULL: the overview. */
void help_text(StrBuf *out, const Perintah *perintah, Bahasa bahasa);
void help_man(StrBuf *out, Bahasa bahasa);
void help_bash(StrBuf *out);

/* cmd.c: what all commands share. */
int cmd_exit(Err err);
/* Prints what a use case made (out may be NULL) and turns its outcome into an exit code. */
int cmd_finish(const Permintaan *request, const StrBuf *out, Err err, const ErrInfo *info);
int cmd_wrong(const Permintaan *request, const char *message, const char *hint); /* EXIT_USAGE */
bool cmd_colour(const Permintaan *request);
unsigned cmd_width(void);
/* Whole number of an option, e.g. --tahun 2023; false (and a message in *code's place) when it is missing or out of range. */
bool cmd_number(const Permintaan *request, OpsiId opsi, int64_t min, int64_t max, int64_t *out, int *code);

/* cmd_dokumen.c: documents. */
int cmd_check(const Permintaan *request);
int cmd_report(const Permintaan *request);
int cmd_explain(const Permintaan *request);
int cmd_policy(const Permintaan *request);
int cmd_policy_ledger(const Permintaan *request); /* cmd_kebijakan.c: list and add */
int cmd_rules(const Permintaan *request);
int cmd_help(const Permintaan *request);
/* cmd_tata.c: setting up the ledger. */
int cmd_init(const Permintaan *request);
int cmd_opd(const Permintaan *request);
int cmd_user(const Permintaan *request);
int cmd_calendar(const Permintaan *request);
/* cmd_rencana.c: plans and nomenclature. */
int cmd_plan(const Permintaan *request);
int cmd_nomenclature(const Permintaan *request);
/* cmd_isian.c: the month's entries. */
int cmd_set(const Permintaan *request);
int cmd_narrative(const Permintaan *request);
int cmd_carry(const Permintaan *request);
int cmd_evidence(const Permintaan *request);
int cmd_log(const Permintaan *request);
/* cmd_siklus.c: the cycle. */
int cmd_submit(const Permintaan *request);
int cmd_return(const Permintaan *request);
int cmd_verify(const Permintaan *request);
int cmd_approve(const Permintaan *request);
int cmd_reopen(const Permintaan *request);
int cmd_justify(const Permintaan *request);
int cmd_status(const Permintaan *request);
/* cmd_impor.c: files into the ledger. */
int cmd_import(const Permintaan *request);
int cmd_sheet(const Permintaan *request);
/* cmd_baca.c: merged and comparing views. */
int cmd_rekap(const Permintaan *request);
int cmd_rfk(const Permintaan *request);
int cmd_diff(const Permintaan *request);
int cmd_forecast(const Permintaan *request);
/* cmd_batch.c: command lines from a file. */
int cmd_batch(const Permintaan *request);
/* cmd_jejak.c: audit chain and copies. */
int cmd_audit(const Permintaan *request);
int cmd_backup(const Permintaan *request);
int cmd_restore(const Permintaan *request);
int cmd_export(const Permintaan *request);

/* cmd_pengaturan.c: settings of the region. */
int cmd_setting(const Permintaan *request);
/* cmd_token.c: programs that act for a user. */
int cmd_token(const Permintaan *request);
/* cmd_serve.c: the web application. */
int cmd_serve(const Permintaan *request);

/* cli.c: the whole program. */
int cli_main(int argc, char **argv);

#endif
