/* rencana_tambah: a program, kegiatan or sub kegiatan that a draft of a plan gets - what is proposed for it, what the nomenclature says of its code,
 * and what is wrong with it, field by field. */
#ifndef CAPAIAN_RENCANA_TAMBAH_H
#define CAPAIAN_RENCANA_TAMBAH_H
#include "app/nomenklatur.h"
#include "app/rencana_draf.h"

typedef enum { BARU_KODE, BARU_NOMOR, BARU_NAMA, BARU_PAGU, BARU_INDIKATOR, BARU_TARGET, BARU_SATUAN, BARU_ARAH, BARU_N } MedanBaru;

typedef struct { const char *kode, *nama; } PilihanBaru;

typedef struct {
	DrafRencana draf;
	const SimpulRencana *induk;  /* NULL: it is a program */
	Tingkat tingkat;
	const char *edisi;           /* of the nomenclature; NULL: the ledger has none */
	const Nomenklatur *nomenklatur;
	PilihanBaru *pilihan; size_t n_pilihan; /* what the edition has at this place and the plan has not, codes as the plan writes them */
	const char *isi[BARU_N];     /* as typed; at first what is proposed: the next free code and number, "" else */
	const char *tolak[BARU_N];   /* why a field is refused; NULL */
} BarisBaru;

/* An empty row under the node `induk` ("": a program). ERR_DENIED to who may not change the plan; ERR_ABSENT when the draft has no such node, or it is
 * a sub kegiatan. */
Err rencana_baru(BarisBaru *out, Konteks *k, const char *opd, int tahun, const char *induk, ErrInfo *info);
/* Name, indicator and unit of the code from the edition, where they are blank; or of a code that was chosen, whatever stood there. False, and nothing
 * changed: the edition does not have it, or there is none. */
bool rencana_baru_isi(BarisBaru *b, Konteks *k, bool timpa);
/* Adds it to the draft. ERR_USAGE with all that is wrong in tolak, and nothing kept. */
Err rencana_baru_simpan(BarisBaru *b, Konteks *k, ErrInfo *info);

#endif
