/* explain: the sum behind a number, as a tree down to the operands. */
#ifndef CAPAIAN_EXPLAIN_H
#define CAPAIAN_EXPLAIN_H
#include "base/bahasa.h"
#include "domain/draf.h"
#include "engine/rollup.h"

typedef struct Penjelasan Penjelasan;
struct Penjelasan {
	const char *label;      /* "12.1.1 Sub Kegiatan Pelaksanaan Metrologi ..." or the indicator's text */
	const char *kode;       /* normalised code; "" for the total and indicators */
	const char *besaran;    /* what it is: "keluaran", "capaian indikator", "pagu" ... in the language */
	const char *nilai;      /* id-ID text: "96,71", "9.014,00"; "-" when it has no value */
	const char *satuan;     /* "%", "Rp", the indicator's unit */
	const char *aturan;     /* the rule of this step in words and operands: "mean of 90,14; 100,00; 100,00"; "" for a fact as reported */
	const char *tercetak;   /* value printed in the document, id-ID; NULL when the document prints none */
	bool cocok;             /* tercetak equals nilai */
	bool disertakan;        /* false: left out of the parent's mean (blank), aturan says why */
	Posisi posisi;          /* where the operand stands in the source; baris 0: none */
	uint32_t n_anak; Penjelasan **anak;
};

/* `draf` supplies the printed values and positions; may be NULL when the snapshot does not come from a document. */
Penjelasan *explain_run(Arena *arena, const Hasil *hasil, const Draf *draf, uint32_t simpul, JenisAngka jenis, Bahasa bahasa);

#endif
