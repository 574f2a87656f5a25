/* impor: a file into a month of the ledger, reconciled. Every value the file holds becomes a line: it meets a cell of the plan (added, changed, same)
 * or none (unmatched, with the nearest candidates); what only the ledger holds stands beside (left). Control totals to the sen: file = matched +
 * unmatched, for each program and the whole. Nothing is dropped in silence, and a blank in the file never erases. */
#ifndef CAPAIAN_APP_IMPOR_H
#define CAPAIAN_APP_IMPOR_H
#include "app/isian.h"
#include "app/jejak_app.h"
#include "app/rencana.h"

typedef enum {
	GARIS_TAMBAH,            /* the cell was blank */
	GARIS_UBAH,
	GARIS_SAMA,
	GARIS_SISA,              /* in the ledger, not in the file: stays as it is */
	GARIS_TAK_COCOK,         /* in the file, no cell for it */
	GARIS_TOLAK,             /* a row of the program's own sheet that was altered or is out of date: never applied */
	GARIS_JUMLAH
} StatusGaris;

const char *garis_status_name(StatusGaris status); /* tambah | ubah | sama | sisa | tak-cocok | tolak */

enum { GARIS_CALON_MAX = 3 };

typedef struct {
	StatusGaris status;
	JenisIsian jenis;
	const char *kode;        /* of the plan; as the file has it when unmatched */
	const char *nama;        /* of the node, or of the indicator */
	int64_t indikator;       /* number of the indicator; 0 for money and narrative */
	NilaiIsian baru, lama;   /* file, ledger; blank where there is none */
	const BarisFakta *sebelum; /* fact of the cell in the ledger; NULL */
	uint32_t baris, kolom;   /* in the file; 0: nowhere */
	const char *sebab;       /* TAK_COCOK, TOLAK: why; NULL otherwise */
	const char *catatan;     /* how it was read or matched, where that is not plain; NULL */
	size_t n_calon; const char *calon[GARIS_CALON_MAX]; /* TAK_COCOK: "2.17.01.2.01.02 Evaluasi Layanan" */
	bool turun;              /* falls below the last month that had a value, `bulan_lalu` */
	NilaiIsian bulan_lalu;
} GarisImpor;

/* Control totals of one program, or of the whole. */
typedef struct {
	const char *kode, *nama; /* "" for rows that belong to no program */
	Rupiah berkas, cocok, tak_cocok;
	IsiRupiah tertulis;      /* the file's own printed figure; KOSONG when it has none */
} KendaliImpor;

typedef struct {
	const char *berkas;      /* name without folder */
	const char *hash, *jenis; /* laporan | realisasi | isian */
	BarisOpd opd;
	int tahun, bulan;
	const Bulan *lembar;     /* the month; made from the plan in the file when there is none in the ledger */
	HasilRencana *rencana;   /* the plan that comes with the file; NULL: the ledger has one */
	GarisImpor *garis; size_t n, cap;
	uint32_t jumlah[GARIS_JUMLAH], n_turun;
	uint32_t n_gema;         /* cells that only repeat a computed percentage */
	KendaliImpor *program; size_t n_program;
	KendaliImpor semua;
	size_t n_galat, n_peringatan; /* findings of the checks on the file */
	const char **halangan; size_t n_halangan; /* sentences: what stands against applying; --reason explains it */
	bool wajib;              /* something that no reason explains away */
	int64_t terdahulu;       /* entry of an earlier import of the same file; 0 */
	const char *alasan;
	bool tersimpan;
	bool kosong;             /* nothing to do: the ledger says all of it already */
} HasilImpor;

typedef struct {
	const char *berkas;
	const char *opd;         /* NULL: as the file says */
	int tahun, bulan;        /* 0: as the file says */
	const char *alasan;      /* "" */
	bool terapkan;
	Kemajuan kemajuan;
} PermintaanImpor;

/* A report, the program's own sheet (isian.xlsx) or a table of money, by its content. Reads the file; shows what would happen; with `terapkan` does it,
 * whole or not at all. ERR_USAGE when applying is refused (*out is filled), the file is of another agency, year or month, or the month is closed. A
 * report for an agency that has no plan yet brings its plan with it: both are kept in one transaction. */
Err impor_run(HasilImpor **out, Konteks *k, const PermintaanImpor *request, ErrInfo *info);

#endif
