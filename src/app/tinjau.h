/* tinjau: a submitted month as who verifies or signs it looks at it - beside the month before, row by row, with what each row gives cause to look at, what
 * the agency explained and what was decided. Reads only; a decision is a comment (komentar.h).
 *
 * CAUSES (house rules). A row is worth a look when a finding names it; when one person's value replaced another's in one of its cells; when its keluaran rose by more than
 * TINJAU_LONJAK points (a quarter of the year's target in one month); when money or keluaran fell; when neither moved although it is not finished. */
#ifndef CAPAIAN_TINJAU_H
#define CAPAIAN_TINJAU_H
#include "app/siklus.h"

typedef enum {
	SEBAB_TEMUAN = 1,
	SEBAB_LONJAK = 2,
	SEBAB_TURUN = 4,
	SEBAB_DIAM = 8,
	SEBAB_KONFLIK = 16,
	SEBAB_UBAH = 32,         /* something differs from the month before; no cause by itself */
} SebabTinjau;

enum { TINJAU_LONJAK = 25 };

typedef enum { PUTUSAN_BELUM, PUTUSAN_TERIMA, PUTUSAN_PERBAIKI } Putusan;

/* What was decided about a row. It holds until the agency changes the row. */
typedef struct {
	Putusan putusan;
	int64_t komentar;        /* the comment that carries it; 0: none */
	const char *teks;        /* the note of the newest decision, also of one that no longer holds; "" */
	const char *oleh;
	Saat waktu;
	int64_t jawaban_id;      /* newest answer of the agency to it; 0: none */
	const char *jawaban, *jawaban_oleh;
} PutusanBaris;

typedef struct {
	uint32_t simpul;         /* into ini->snapshot */
	bool daun;
	Capaian lalu, kini;      /* lalu: all KOSONG when the month before does not have the row */
	IsiRupiah ubah_uang;     /* KOSONG where one of them has none */
	IsiDesimal ubah_keuangan, ubah_keluaran, ubah_rata;
	unsigned sebab;          /* SebabTinjau bits */
	const TemuanBulan **temuan; size_t n_temuan; /* that name it, gravest first */
	PutusanBaris putusan;
} BarisTinjau;

typedef struct {
	const Bulan *ini, *lalu; /* lalu NULL: January, or nothing is known of the month before */
	int bulan_lalu;          /* 0: none */
	const PeriksaBulan *periksa;
	BarisTinjau *baris; size_t n; /* every node in pre-order */
	BarisTinjau total;
	size_t n_daun, n_ubah, n_perlu, n_putus; /* leaves: all, changed, worth a look, of these decided */
	size_t n_galat, n_peringatan, n_tanpa_penjelasan;
	const BarisPenjelasan *penjelasan; size_t n_penjelasan;
} Tinjauan;

Err tinjau_run(Tinjauan **out, Konteks *k, const char *opd, int tahun, int bulan, ErrInfo *info);

/* Money of a row at the end of each month up to the reviewed one; KOSONG where nothing was entered. */
Err tinjau_tahun(Konteks *k, const Tinjauan *t, uint32_t simpul, IsiRupiah out[12], ErrInfo *info);
/* The row of the explanation that stands for a finding; NULL: none. */
const BarisPenjelasan *tinjau_penjelasan(const Tinjauan *t, const Temuan *temuan);
/* Who made an entry of the ledger, and when. */
Err tinjau_pengisi(Konteks *k, int64_t entri, const char **oleh, Saat *waktu, ErrInfo *info);

/* Keeps a decision about a row of a month that waits for verification (kode "": the whole report). PERBAIKI needs a text. */
Err tinjau_putuskan(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, Putusan putusan, const char *catatan, ErrInfo *info);

/* ---- what waits ---- */

typedef struct {
	BarisOpd opd;
	int tahun, bulan, revisi;
	Keadaan keadaan;
	bool terkunci;
	const char *oleh;        /* who took the last step, when, why */
	Saat waktu;
	const char *alasan;
	Langkah langkah;
} AntreBaris;

/* Months of the year that the user's role acts on next - verifikator: to verify; kepala: to sign - oldest first; `lain` the other open ones (returned,
 * waiting for somebody else), newest first. */
Err antre_list(Konteks *k, int tahun, AntreBaris **out, size_t *n, AntreBaris **lain, size_t *n_lain, size_t *n_selesai, ErrInfo *info);

#endif
