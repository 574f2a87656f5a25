/* buku: what the commands on a ledger share - opening it by the options, and lists as aligned columns. */
#ifndef CAPAIAN_BUKU_H
#define CAPAIAN_BUKU_H
#include "app/jejak_app.h"
#include "cli/spec.h"

/* Opens the ledger of --db with --pemda, --as, --as-of and --at. false: the message is printed and *code is the exit code. */
bool cmd_ledger(const Permintaan *request, StoreMode mode, Konteks **out, int *code);
/* Prints what a use case made or why it failed, with the request's warning (a clock that runs behind), closes the ledger, and gives the exit code. */
int cmd_close(const Permintaan *request, Konteks *k, const StrBuf *out, Err err, const ErrInfo *info);
/* --format json of a command that prints text or JSON; false (message printed, *code set) for another form. */
bool cmd_format(const Permintaan *request, bool *json, int *code);
/* cmd_token.c: a link that sets the password of the user named by the second argument. */
Err cmd_user_invite(const Permintaan *request, Konteks *k, StrBuf *out, ErrInfo *info);
/* First line of standard input when it is not a terminal; NULL when it is one, or when the line is blank. */
const char *cmd_stdin_line(Arena *arena);

/* Long work on a terminal: "label 42 %" on standard error, wiped out when all is done. Silent elsewhere, and in a line of a batch. */
Kemajuan cmd_progress(const Permintaan *request, const char *label);

typedef struct {
	const char *judul;
	bool kanan;              /* numbers stand at the right */
} KolomDaftar;

typedef struct {
	Arena *arena;
	const KolomDaftar *kolom; size_t n_kolom;
	const char **sel; size_t n, cap; /* row after row */
} Daftar;

/* Columns as wide as their content (code points), two blanks between them. */
Daftar daftar_begin(Arena *arena, const KolomDaftar *kolom, size_t n_kolom);
/* n_kolom texts. */
void daftar_add(Daftar *d, const char *const *sel);
void daftar_print(const Daftar *d, StrBuf *out);

#endif
