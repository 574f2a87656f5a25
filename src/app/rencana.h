/* rencana: a plan into the ledger - compared with the version before, judged, numbered, kept as the next version. */
#ifndef CAPAIAN_APP_RENCANA_H
#define CAPAIAN_APP_RENCANA_H
#include "app/rencana_baca.h"
#include "app/rencana_banding.h"

typedef struct {
	const char *opd;         /* code, or its beginning */
	int tahun;
	const char *jenis;       /* murni | pergeseran | perubahan; NULL: murni for the first version, needed for a further one */
	const char *nomor;       /* number of the document; NULL: "" */
	const char *berlaku;     /* date in force, as typed; NULL: 1 January for the first version, needed for a further one */
} PermintaanRencana;

typedef struct {
	RencanaVersi sebelum;    /* the versions there are */
	BarisRencana versi;      /* the row that is or would be kept: its number, kind, number of the document, date */
	Rencana *rencana;        /* as it is or would be kept: indicators numbered, what the source cannot say and a fitting anggaran kas taken over */
	BandingRencana *banding; /* against the newest version; NULL when errors of structure forbid a comparison */
	uint32_t n_kas_ambil, n_kas_lepas; /* sub kegiatan whose anggaran kas was taken over from the version before; that lost it, as it no longer adds up */
	DaftarTemuan temuan;
	size_t n_galat;          /* errors: the plan cannot be kept */
	bool sama;               /* the newest version says the same: nothing to keep */
	bool tersimpan;
} HasilRencana;

/* Judges a plan against the ledger and makes it ready to be kept. Reads only. `awal` (may be NULL): findings of the reading, which come first.
 * Errors of the plan are findings, not ERR_*; ERR_USAGE is a wrong request (unknown agency, bad date or kind).
 *
 * Numbers of indicators: within a node, those of the newest version that has the node, matched by name (first with the same unit), then by place when
 * unit or name are alike; others get the next number that was never used in the year. Anggaran kas: where the source has none, that of the
 * version before, if it still adds up to the pagu. A sub kegiatan that is dropped while money was realised on it is an error. House rules. */
Err rencana_prepare(HasilRencana **out, Konteks *k, const PermintaanRencana *request, const Rencana *rencana, const DaftarTemuan *awal, ErrInfo *info);
/* Keeps it; between konteks_begin and store_commit, in the same transaction as rencana_prepare. Nothing to do when `sama`. No errors: asserted. */
Err rencana_store(Konteks *k, HasilRencana *hasil, ErrInfo *info);

/* The whole use case: reads the file, judges, and with `terapkan` keeps it (with a row in impor) unless there are errors. */
Err rencana_import(HasilRencana **out, Konteks *k, const PermintaanRencana *request, const char *berkas, bool terapkan, ErrInfo *info);

#endif
