/* rencana_draf: the next version of a plan as one user is changing it - the newest version with a list of changes - until it is stored as a version of its
 * own or thrown away. Nothing of it is in the ledger before. */
#ifndef CAPAIAN_RENCANA_DRAF_H
#define CAPAIAN_RENCANA_DRAF_H
#include "app/rencana.h"
#include "app/tangguh.h"

typedef struct {
	BarisOpd opd;
	int tahun;
	const BarisRencana *dasar; /* version that it changes; a newer one since makes the draft stale: */
	bool usang;
	Rencana *rencana;        /* with the changes so far */
	size_t n_ubah;           /* changes; 0: no draft yet */
	Tangguh tangguh;         /* id 0: none yet */
} DrafRencana;

/* ERR_ABSENT when there is no plan of the year yet. Who may not change it, sees it without changes. */
Err rencana_draf(DrafRencana *out, Konteks *k, const char *opd, int tahun, ErrInfo *info);

/* One change: field "nama", "nomor", "pagu", "bobot", "kas1" .. "kas12" of a node (indikator 0); "nama", "satuan", "target", "arah", "perilaku", "bobot" of an
 * indicator by its number; "hapus" drops the indicator, or the node with all below it; "tambah" adds an indicator (value: its name) to a node - the first one of a
 * node without any is -1 until it is stored; "baru" adds the node itself (value: its name) in the order of codes under the parent its code names. */
typedef struct {
	const char *kode;
	int64_t indikator;
	const char *medan, *nilai;
} UbahRencana;

/* One change made to a plan; ERR_USAGE with the reason alone, without naming the change. */
Err rencana_ubah(Konteks *k, Rencana *r, const UbahRencana *u, ErrInfo *info);
/* Adds changes to the user's draft (beginning one when there is none); what says what stands there already is left out. ERR_USAGE, and nothing kept, when
 * one cannot be understood. *n_baru: how many were added. */
Err rencana_draf_ubah(Konteks *k, const char *opd, int tahun, const UbahRencana *ubah, size_t n, size_t *n_baru, ErrInfo *info);
Err rencana_draf_buang(Konteks *k, const char *opd, int tahun, ErrInfo *info);
/* The draft judged as the next version (rencana_prepare), and with `terapkan` stored as it unless there are errors; the draft is gone then. */
Err rencana_draf_simpan(HasilRencana **out, Konteks *k, const PermintaanRencana *request, bool terapkan, ErrInfo *info);

#endif
