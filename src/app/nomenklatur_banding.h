/* nomenklatur_banding: a plan against an edition of the nomenclature - what differs, and what became of each sub kegiatan. */
#ifndef CAPAIAN_NOMENKLATUR_BANDING_H
#define CAPAIAN_NOMENKLATUR_BANDING_H
#include "app/nomenklatur.h"
#include "domain/rencana.h"

typedef enum {
	NAMA_SAMA,               /* but for case, blanks and signs */
	NAMA_EJAAN,              /* two letters differ, one more for every forty: a slip of spelling */
	NAMA_LAIN,
} KecocokanNama;

enum { SARAN_MAX = 3 };

typedef struct {
	const SimpulRencana *simpul;
	const BarisNomenklatur *entri; /* of the same code; NULL: the edition does not have it */
	KecocokanNama nama;
	unsigned jarak;          /* letters between the names, when both are there */
	bool indikator_beda;     /* sub kegiatan: none of its indicators has the text of the edition */
	bool satuan_beda;        /* the indicator that has it counts in another unit */
	const BarisNomenklatur *saran[SARAN_MAX]; size_t n_saran; /* where the code is unknown or the name another: same or nearest names */
} PeriksaSimpul;

typedef struct {
	const Nomenklatur *nomenklatur;
	PeriksaSimpul *simpul; size_t n;
	size_t n_sub, n_kode, n_sama, n_ejaan, n_lain; /* sub kegiatan: all; with a known code; of these by name */
	DaftarTemuan temuan;     /* rules nomenklatur-kode (error), -nama (warning; a slip: note), -satuan (warning), -indikator (note) */
} PeriksaNomenklatur;

/* edisi NULL: that of the plan's year, else the newest. Reads the newest plan version, or the one named. */
Err nomenklatur_check(PeriksaNomenklatur **out, Konteks *k, const char *opd, int tahun, const char *versi, const char *edisi, ErrInfo *info);

typedef enum {
	PINDAH_SEBELUMNYA,       /* the edition says so: it names the code as the one before */
	PINDAH_TETAP,            /* same code (digits padded), same name */
	PINDAH_EJAAN,            /* same code, name but for a slip of spelling */
	PINDAH_NAMA,             /* the same name under another code of the bidang and level of government */
	PINDAH_TIDAK,            /* none: `tujuan` are the nearest candidates */
} JenisPindah;

typedef struct {
	const SimpulRencana *simpul;
	JenisPindah jenis;
	const BarisNomenklatur *tujuan[SARAN_MAX]; size_t n_tujuan;
} PindahSimpul;

typedef struct {
	const Nomenklatur *nomenklatur;
	PindahSimpul *simpul; size_t n; /* sub kegiatan in the order of the plan */
	size_t jumlah[PINDAH_TIDAK + 1];
} PindahNomenklatur;

Err nomenklatur_migrate(PindahNomenklatur **out, Konteks *k, const char *opd, int tahun, const char *versi, const char *edisi, ErrInfo *info);

#endif
