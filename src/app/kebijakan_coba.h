/* kebijakan_coba: what another policy would do to a real month, before it is kept. Reads only. */
#ifndef CAPAIAN_KEBIJAKAN_COBA_H
#define CAPAIAN_KEBIJAKAN_COBA_H
#include "app/bulan.h"
#include "base/diag.h"

typedef struct {
	uint32_t simpul;         /* SIMPUL_TOTAL: the whole report */
	const char *kode, *nomor, *nama;
	Tingkat tingkat;
	Capaian lama, baru;
	bool pita;               /* the band has another name */
} BarisDampak;

typedef struct {
	const Bulan *lama, *baru;
	BarisDampak *baris; size_t n; /* nodes of which a figure or the band changes, in pre-order */
	BarisDampak total;
	bool total_berubah;
	size_t n_simpul, n_pita; /* all nodes; of the changed ones those with another band */
} DampakKebijakan;

/* The newest revision of the month under the policy in `text` beside the one in force. *out NULL when the text has errors (all of them in *galat). A locked month
 * keeps its policy whatever is published; here it shows what it would have been. AKSI_KELOLA_KEBIJAKAN. */
Err kebijakan_dampak(DampakKebijakan **out, Konteks *k, const char *opd, int tahun, int bulan, const char *text, size_t n, DaftarTemuan *galat, ErrInfo *info);
/* The text of the year's policy in force, commented, to begin with. */
Err kebijakan_teks(Konteks *k, int tahun, const char **text, ErrInfo *info);

#endif
