/* spec: the commands and options of the program, declared once. Parsing, --help, the man page and bash completion all
 * come from this table. Texts are keys for teks(). */
#ifndef CAPAIAN_SPEC_H
#define CAPAIAN_SPEC_H
#include "base/bahasa.h"
#include "base/err.h"
#include "base/str.h"

typedef enum {
	OPSI_FORMAT, OPSI_POLICY, OPSI_RULE, OPSI_STRICT, OPSI_OUTPUT, OPSI_PAPER, OPSI_AS_PRINTED, OPSI_KOLOM,
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
	uint32_t opsi;            /* bit 1 << OpsiId; the common ones are always allowed */
	int (*run)(const Permintaan *request); /* exit code */
} Perintah;

extern const Perintah PERINTAH[];
extern const size_t N_PERINTAH;

const Perintah *perintah_find(const char *nama); /* NULL if unknown */
bool perintah_takes(const Perintah *perintah, OpsiId opsi);

/* One command line, parsed. */
struct Permintaan {
	Arena *arena;
	Bahasa bahasa;
	const Perintah *perintah; /* NULL: none was named */
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

/* cmd.c: what the commands do. */
int cmd_check(const Permintaan *request);
int cmd_report(const Permintaan *request);
int cmd_explain(const Permintaan *request);
int cmd_policy(const Permintaan *request);
int cmd_rules(const Permintaan *request);
int cmd_help(const Permintaan *request);

/* cli.c: the whole program. */
int cli_main(int argc, char **argv);

#endif
