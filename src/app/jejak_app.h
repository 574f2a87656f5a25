/* jejak_app: the audit chain for people, and copies of whole ledgers. */
#ifndef CAPAIAN_JEJAK_APP_H
#define CAPAIAN_JEJAK_APP_H
#include "app/konteks.h"

/* Hears how far long work has come; lapor NULL: nobody listens. */
typedef struct {
	StoreKemajuan lapor;
	void *context;
} Kemajuan;

/* ---- entries ---- */

typedef struct {
	BarisJejak entri;
	const char *tentang;     /* what the row is about: its key values; "" when it is gone */
} EntriJejak;

/* Entries from .. to (as far as the request sees), oldest first. */
Err jejak_list(Konteks *k, int64_t from, int64_t to, EntriJejak **out, size_t *n, ErrInfo *info);
/* Which entries: before number `sebelum` (0: the newest), of one person, of one kind of row (its table), about one agency ("" for any). */
typedef struct {
	int64_t sebelum;
	const char *oleh, *tabel, *opd;
} SaringJejak;

/* At most `max` entries, newest first; *lanjut: the number to go on before, 0 when there are no more. About an agency the search looks at a bounded number of
 * entries a time, so that there may be fewer than `max` and still more to come. */
Err jejak_cari(Konteks *k, const SaringJejak *saring, size_t max, EntriJejak **out, size_t *n, int64_t *lanjut, ErrInfo *info);
/* Number and hash of the last entry that the request sees: what is noted outside. ERR_USAGE when there is none. */
Err jejak_anchor(Konteks *k, int64_t *id, const char **hash, ErrInfo *info);

/* ---- verification ---- */

/* An entry as noted outside the ledger. */
typedef struct {
	const char *pemda;       /* "" when none was noted */
	int64_t id;
	const char *hash;        /* 64 hex digits, or at least the first 12 */
} Jangkar;

/* Every "[pemda] id hash" in a text, whatever words stand around it: the output of `audit anchor`, or the foot of a locked report. */
void jangkar_parse(Arena *arena, const char *text, Jangkar **out, size_t *n);

typedef struct {
	const char *pemda, *nama; /* nama "" when the region itself is missing in the ledger */
	int64_t zona;
	HasilJejak hasil;
	bool ada_entri;
	BarisJejak entri;        /* the first bad entry as it stands now: who, when */
	const char *jangkar;     /* why an anchor does not hold; "" when all hold */
} PeriksaRantai;

typedef struct {
	const char *berkas;      /* what is wrong with the file itself; "" nothing */
	size_t n;
	PeriksaRantai *rantai;   /* one a region */
	size_t n_jangkar;        /* anchors that were compared */
	bool utuh;
} PeriksaBuku;

/* Looks at the whole ledger: file, chain and rows of the region of the options, or of all, and the anchors of a file (path; NULL: none). ERR_DAMAGED when it
 * is so broken that it cannot be opened; ERR_USAGE when the anchor file holds no anchor. */
Err jejak_periksa(Arena *arena, const KonteksOptions *options, const char *berkas_jangkar, Kemajuan kemajuan, Bahasa bahasa, PeriksaBuku *out, ErrInfo *info);

/* ---- copies ---- */

/* A verified copy of one moment of the whole ledger (all regions), made while others work. */
Err cadangan_buat(Arena *arena, const KonteksOptions *options, const char *path, Kemajuan kemajuan, Bahasa bahasa, ErrInfo *info);
/* A new ledger out of a copy, which is verified first. */
Err cadangan_pulihkan(Arena *arena, const char *cadangan, const char *db, Kemajuan kemajuan, Bahasa bahasa, ErrInfo *info);

#endif
