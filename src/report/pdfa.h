/* pdfa: a PDF as cairo writes it -> PDF/A-1b (ISO 19005-1), for archives. The only file that includes qpdf.
 *
 * Adds what the standard asks for and cairo leaves out: XMP metadata equal to the document information, an sRGB output intent, the identity glyph map and
 * the CIDSet of subset fonts, the language, an ID made from the content; drops transparency groups; writes without object streams and with a line end
 * before every endstream. Also puts the attributes of table cells (scope, spans) into the structure tree. */
#ifndef CAPAIAN_PDFA_H
#define CAPAIAN_PDFA_H
#include "base/err.h"
#include "base/tanggal.h"
#include "report/render.h"

typedef struct {
	const char *judul, *pembuat, *subjek; /* title, author, subject; "" leaves the entry out */
	const char *bahasa_isi;               /* of the content: "id" */
	Tanggal tanggal;                      /* creation and modification; absent: none is given */
	const char *const *atribut;           /* one a TH or TD in order of the document: a dictionary as PDF text, or NULL */
	size_t n_atribut;
} PdfaMeta;

Err pdfa_convert(Keluaran *out, Arena *arena, const void *pdf, size_t n, const PdfaMeta *meta, Bahasa bahasa, ErrInfo *info);

#endif
