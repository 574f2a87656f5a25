/* akses: who may do what - one table, role x action x scope. Every use case asks here; pages and commands never decide. */
#ifndef CAPAIAN_AKSES_H
#define CAPAIAN_AKSES_H
#include <stdbool.h>

typedef enum { PERAN_OPERATOR, PERAN_KEPALA, PERAN_VERIFIKATOR, PERAN_PIMPINAN, PERAN_AUDITOR, PERAN_ADMIN, PERAN_PUBLIK, PERAN_JUMLAH } Peran;

typedef enum {
	AKSI_BACA,            /* any state of a month, its explanation, history, findings */
	AKSI_BACA_TERBIT,     /* approved months only */
	AKSI_REKAP,           /* merged figures of the pemda, forecast */
	AKSI_ISI,             /* money, volumes, narrative, carrying forward */
	AKSI_JELASKAN,        /* explanation of a warning */
	AKSI_BUKTI,           /* evidence */
	AKSI_RENCANA,         /* plan versions, cash plan */
	AKSI_IMPOR,           /* apply an import to plan or month */
	AKSI_AJUKAN,          /* submit */
	AKSI_VERIFIKASI,
	AKSI_KEMBALIKAN,      /* return with a reason */
	AKSI_SAHKAN,          /* approve and sign: lock */
	AKSI_BUKA,            /* reopen a locked month */
	AKSI_KELOLA_OPD,
	AKSI_KELOLA_PENGGUNA,
	AKSI_KELOLA_KALENDER,
	AKSI_KELOLA_KEBIJAKAN,
	AKSI_NOMENKLATUR,     /* import an edition */
	AKSI_JEJAK,           /* read and verify the audit chain */
	AKSI_CADANGAN,        /* backup, export of a whole pemda-year */
	AKSI_CATATAN,         /* a comment on a line of a month; settle one */
	AKSI_JAWABAN,         /* answer a comment */
	AKSI_PENGATURAN,      /* settings of the pemda */
	AKSI_JUMLAH
} Aksi;

typedef enum { LINGKUP_TIDAK, LINGKUP_OPD /* the user's own agency */, LINGKUP_PEMDA } Lingkup;

/* Names as stored and typed: "operator", "kepala" ...; -1 for none. */
int peran_from_name(const char *nama);
const char *peran_name(Peran peran);
const char *aksi_name(Aksi aksi);

Lingkup akses_scope(Peran peran, Aksi aksi);
/* May a user of this role and agency ("" for none) do it to `opd` ("" for the pemda as a whole)? */
bool akses_allows(Peran peran, const char *opd_pengguna, Aksi aksi, const char *opd);

/* An API token acts for a user and may do less than he. */
typedef enum { TOKEN_SEMUA /* all that the user may */, TOKEN_ISI /* read; enter a month's values, explanations, evidence; answer */, TOKEN_BACA, TOKEN_JUMLAH } LingkupToken;

/* "baca", "isi", "semua"; -1 for none. */
int akses_token_from_name(const char *nama);
const char *akses_token_name(LingkupToken lingkup);
bool akses_token_allows(LingkupToken lingkup, Aksi aksi);

#endif
