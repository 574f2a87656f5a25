/* lukis: laid-out pages -> PDF/A, whatever the document is. */
#ifndef CAPAIAN_LUKIS_H
#define CAPAIAN_LUKIS_H
#include "report/page.h"
#include "report/pdfa.h"

typedef struct {
	const void *isi;
	const TataLetak *(*tata)(Arena *arena, const void *isi, Kertas kertas, const Pengukur *pengukur);
	PdfaMeta meta;             /* without the attributes of cells, which are found in the layout */
} DokumenPdf;

/* ERR_OPEN when a library or the fonts are missing. */
Err lukis_pdf(Keluaran *out, Arena *arena, const DokumenPdf *dokumen, Kertas kertas, Bahasa bahasa, ErrInfo *info);

#endif
