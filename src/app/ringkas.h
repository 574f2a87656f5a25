/* ringkas: a region's year at hand - each agency's twelve months with the figures that count, the region's, and what needs attention - kept between requests.
 * Boards, rekap and the public pages read it; a page costs no roll-up.
 *
 * What was computed is kept by agency and month and is good up to an entry of the ledger. A later request looks what came after that entry (one small query):
 * a fact makes that agency's month and the later ones new, a step that month, a plan version the agency's year, a policy the region's year; a locked month
 * changes by a step only. Everything else is shared with the view before it. Views never change once they are given out. A request that reads as of another time
 * gets a view of its own. Any thread may ask. */
#ifndef CAPAIAN_RINGKAS_H
#define CAPAIAN_RINGKAS_H
#include "app/app.h"
#include "app/kas.h"
#include "app/status.h"
#include "engine/gabung.h"
#include "engine/ramal.h"

typedef struct Ringkas Ringkas;

/* The shelf of a program (kolam.c owns it, Konteks.ringkas lends it); emptied with the arena, after the arenas of all requests. */
Ringkas *ringkas_new(Arena *arena);

/* The figures of an agency's month in one of its revisions. */
typedef struct {
	bool ada;                  /* there is such a revision; else only pagu is known, in the whole and its parts */
	int revisi;
	Capaian angka;
	const Pecahan *keluaran;   /* exact; NULL: no value */
	struct BagianRingkas *bagian; uint32_t n_bagian; /* its parts by bidang urusan, by code */
} AngkaRingkas;

typedef struct BagianRingkas { const char *kode; Capaian angka; const Pecahan *keluaran; } BagianRingkas;

/* A sub kegiatan of which somebody should know. */
typedef enum {
	LEMAH_KELUARAN_PENUH,      /* full output on money below the policy's serapan_rendah */
	LEMAH_KELUARAN,            /* output below the policy's lambat_keluaran, in proportion to the month of the year */
} JenisLemah;
typedef struct {
	JenisLemah jenis;
	const char *kode, *nomor, *nama;
	IsiDesimal keuangan, keluaran;
	IsiRupiah sisa;            /* pagu - realisasi */
	const char *alasan;        /* the agency's own words about it or what it belongs to; "": none */
} Lemah;

enum { LEMAH_MAX = 4 };        /* a month: the lowest outputs, then the largest rests */

typedef struct {
	StatusBulan status;        /* of the newest revision */
	bool ada_rencana;
	AngkaRingkas lapor;        /* the revision that counts (baca.h) */
	AngkaRingkas terbit;       /* the newest locked one: what the public sees */
	IsiRupiah kas[KAS_BULAN];  /* planned up to each month, of the plan in force for this month */
	Deviasi deviasi;           /* `lapor` against that plan */
	bool masuk; Tanggal tanggal_masuk; /* first submission */
	const char *aksi;          /* last step as stored, "" none; when, who, why */
	Saat waktu;
	const char *oleh, *alasan;
	Tanggal tanggal_sah;       /* date of the signature; all 0: none */
	uint32_t n_temuan;         /* errors and warnings of a submitted month; 0 in another state */
	const char *narasi;        /* the report's own permasalahan; "": not written */
	uint32_t n_lemah; Lemah *lemah; /* of `lapor` */
} RingkasBulan;

typedef struct {
	BarisOpd opd;
	RingkasBulan bulan[12];
} RingkasOpd;

typedef struct {
	const char *kode, *nama;   /* nama "" when unknown */
	Gabungan angka;
} RingkasBidang;

/* The region in one month. */
typedef struct {
	Gabungan angka;            /* of months that count */
	Deviasi deviasi;
	Gabungan terbit;           /* of locked months; pagu of those alone */
	IsiRupiah sisa;            /* pagu - realisasi */
	uint32_t n_keadaan[KEADAAN_DIKEMBALIKAN + 1]; /* agencies by state */
	uint32_t *peringkat;       /* [n_opd] by rata-rata; 0: none */
	uint32_t n_bidang; RingkasBidang *bidang;
} RingkasDaerah;

typedef struct {
	const char *pemda;
	int tahun;
	const Kebijakan *kebijakan; /* the year's newest */
	Tanggal tenggat[12];
	uint32_t n_opd; const RingkasOpd *const *opd; /* active ones, and inactive ones that took a step; by code */
	RingkasDaerah daerah[12];
} RingkasTahun;

/* The year as it stands, for whoever may read the region's merged figures. A request without a shelf gets a view for itself. The view lives as long as the
 * request's arena. */
Err ringkas_year(const RingkasTahun **out, Konteks *k, int tahun, ErrInfo *info);
/* The same for everybody; of it only `terbit` and what belongs to it may be shown. */
Err ringkas_published(const RingkasTahun **out, Konteks *k, int tahun, ErrInfo *info);

/* ---- ringkas_lihat.c: reading a view ---- */

/* The newest month (1..12) in which somebody handed something in, or entered; 0: none. */
int ringkas_newest(const RingkasTahun *tahun);
const RingkasOpd *ringkas_find(const RingkasTahun *tahun, const char *opd); /* NULL */
/* Days late at a day: of the first submission, or up to that day; 0: in time, or not yet due. */
int64_t ringkas_late(const RingkasTahun *tahun, const RingkasBulan *month, int bulan, Tanggal hari);
/* Does the policy judge this month? Its bands are of the year's target, so before December only deviation from plan is shown. */
bool ringkas_judged(const Kebijakan *kebijakan, int bulan);
/* The place of an agency in the year's list, in order of rank in a month; those without one last, by code. */
const uint32_t *ringkas_order(Arena *arena, const RingkasTahun *tahun, int bulan);

typedef enum { PERHATIAN_TERTINGGAL /* behind its plan */, PERHATIAN_TERLAMBAT, PERHATIAN_DIKEMBALIKAN, PERHATIAN_LEMAH } JenisPerhatian;
typedef struct {
	JenisPerhatian jenis;
	const RingkasOpd *opd;
	const RingkasBulan *bulan; /* the month that was asked for */
	int bulan_angka;           /* the month that `angka` and `sisa` are of: the newest one that counts; 0: none */
	const Lemah *lemah;        /* PERHATIAN_LEMAH */
	int sejak;                 /* PERHATIAN_TERTINGGAL: first month of those without a break that lie behind */
	IsiDesimal angka;          /* keuangan, or of a weak row what it is about */
	IsiRupiah sisa;
	const char *alasan;        /* the agency's own words; "": it has written none */
	int64_t terlambat;         /* days */
	bool berat;                /* late, or far behind */
} Perhatian;

/* What needs attention in a month, the worst first. `hari`: to count days late. */
Perhatian *ringkas_attention(Arena *arena, const RingkasTahun *tahun, int bulan, Tanggal hari, size_t *n);

/* A figure of the region as the sum of its agencies. */
typedef struct {
	IsiDesimal nilai;
	const char *penuh;         /* unrounded, cut with an ellipsis; "-" */
	const char *keuangan_penuh, *keluaran_penuh;
	IsiRupiah pagu, realisasi; /* of the agencies that count */
	const RingkasOpd **opd; size_t n; /* those, the lowest figure first; without a figure last */
	struct { const RingkasOpd *opd; IsiDesimal nilai, tanpa, turun; } penarik; /* the one without which the figure is highest; opd NULL: none */
} JelasDaerah;
JelasDaerah ringkas_explain(Arena *arena, const RingkasTahun *tahun, int bulan, Besaran besaran);
/* The agency's own figure in the month; KOSONG when its month does not count. */
IsiDesimal ringkas_figure(const RingkasOpd *opd, int bulan, Besaran besaran);

/* The year-end forecast of the region's spending in per cent of pagu (engine/ramal.h), from the months up to `bulan`; at the end of the year that of September, so that it can be
 * judged. Rounded to one decimal. */
typedef struct {
	bool ada;
	int dari;                  /* last month that it knows */
	IsiDesimal dari_persen, perkiraan, rendah, tinggi;
	CaraRamal cara;
} RamalDaerah;
RamalDaerah ringkas_forecast(Arena *arena, const RingkasTahun *tahun, int bulan);

/* The S-curve of a month: plan (of the plans in force for it) for the whole year, spending up to it. One decimal. */
typedef struct {
	bool ada_rencana;
	IsiDesimal rencana[12], realisasi[12], deviasi[12];
} KurvaDaerah;
KurvaDaerah ringkas_curve(Arena *arena, const RingkasTahun *tahun, int bulan);

#endif
