/* komentar: what the verifikator or the head of the agency asks about a line of a month, what is answered, and whether the matter is settled. Facts of the audit
 * chain; nothing is changed or removed. A comment may be made in any state of the month. */
#ifndef CAPAIAN_KOMENTAR_H
#define CAPAIAN_KOMENTAR_H
#include "app/bulan.h"

enum { KOMENTAR_MAX = 2000 }; /* characters */

typedef struct {
	const char *teks;           /* may hold line breaks; "" when only `selesai` changed */
	const char *oleh, *nama;    /* user name and full name */
	Saat waktu;
	bool selesai;               /* settled with it */
} KomentarBaris;

/* A comment with its answers, oldest first; baris[0] is the comment itself. */
typedef struct {
	int64_t id;
	const char *kode;           /* normalised code of the node; "" for the whole report */
	int64_t indikator;          /* number within the node; 0: the node itself */
	bool selesai;               /* as the last row has it */
	KomentarBaris *baris; size_t n;
} Komentar;

/* Those of a month by their first row's age; ERR_DENIED who may not read the month in every state (AKSI_BACA). */
Err komentar_list(Konteks *k, const char *opd, int tahun, int bulan, Komentar **out, size_t *n, ErrInfo *info);
/* A new one (AKSI_CATATAN). ERR_USAGE: no such node, no text, too long. */
Err komentar_add(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, int64_t indikator, const char *teks_komentar, int64_t *id, ErrInfo *info);
/* An answer (AKSI_JAWABAN); a settled matter is open again with it. */
Err komentar_answer(Konteks *k, int64_t id, const char *teks_komentar, ErrInfo *info);
/* Settled, or open again (AKSI_CATATAN). */
Err komentar_settle(Konteks *k, int64_t id, bool selesai, ErrInfo *info);

#endif
