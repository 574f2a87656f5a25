/* rencana_banding: what moved between two versions of a plan. Pure. */
#ifndef CAPAIAN_RENCANA_BANDING_H
#define CAPAIAN_RENCANA_BANDING_H
#include "domain/rencana.h"

typedef enum { BANDING_SAMA, BANDING_UBAH, BANDING_TAMBAH, BANDING_HAPUS } JenisBanding;

typedef struct {
	JenisBanding jenis;      /* SAMA: only something below the node changed */
	Tingkat tingkat;
	const char *kode, *nama, *nomor; /* of the new version; of the old one when HAPUS */
	const char *kode_lama;   /* UBAH: the node was known by this code, found by its name; "" */
	const char *nama_lama;   /* UBAH: its former name, when it changed; "" */
	Rupiah pagu_lama, pagu;  /* sums of the sub kegiatan; 0 where the node is not there */
	Rupiah selisih;          /* pagu - pagu_lama */
	const char *nomor_lama;  /* UBAH: its former number in the report, when it changed; "" */
	bool kas_berubah;        /* sub kegiatan: another anggaran kas */
	const SimpulRencana *lama, *baru; /* NULL where the node is not there */
} BandingSimpul;

typedef struct {
	JenisBanding jenis;
	const char *kode;        /* of the node */
	const IndikatorRencana *lama, *baru;
	bool nama, satuan, target, lain; /* what changed; lain: direction, behaviour, weight */
} BandingIndikator;

typedef struct {
	const Rencana *lama, *baru; /* lama NULL: there was none */
	BandingSimpul *simpul; size_t n_simpul;       /* changed ones, in pre-order; dropped ones behind the node they followed */
	BandingIndikator *indikator; size_t n_indikator;
	BandingSimpul *program; size_t n_program;     /* every program of either version, with its balance */
	uint32_t n_tambah, n_hapus, n_ubah, n_sama;   /* nodes */
	Rupiah total_lama, total_baru;
	Rupiah naik, turun;      /* sums of the sub kegiatan's rises and falls (turun is positive) */
	Rupiah selisih;          /* naik - turun; asserted to be total_baru - total_lama */
	bool sama;               /* nothing differs at all */
} BandingRencana;

/* `lama` may be NULL. Both must have passed rencana_check without errors (unique codes, sums within bounds). Indicators are paired by their numbers;
 * of a node that moved to another code, by name. */
BandingRencana *rencana_compare(Arena *arena, const Rencana *lama, const Rencana *baru);

#endif
