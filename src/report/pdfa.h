/* pdfa: a PDF as cairo writes it -> PDF/A-1b (ISO 19005-1), for archives.
 *
 * Adds what the standard asks for and cairo leaves out: XMP metadata equal to the document information, an sRGB output intent, the identity glyph map and
 * the CIDSet of subset fonts, the language, an ID made from the content; drops transparency groups. Also puts the attributes of table cells (scope, spans)
 * into the structure tree. It rewrites the objects of one known writer, whose form it checks, and is no general PDF parser
 * (docs/decisions/0005); the tests read the result with qpdf and PDFBox. */
#ifndef CAPAIAN_PDFA_H
#define CAPAIAN_PDFA_H
#include "base/err.h"
#include "base/tanggal.h"
#include "report/render.h"

typedef struct {
	const char *judul, *pembuat, *subjek; /* title, author, subject; "" leaves the entry out */
	const char *bahasa_isi;               /* of the content: "id" */
	Tanggal tanggal;                      /* creation and modification; absent: none is given */
	const char *const *atribut;           /* one a TH or TD in order of the document: the entry /A << ... >> as PDF text, or NULL */
	size_t n_atribut;
} PdfaMeta;

/* ERR_FORMAT when the bytes are not as cairo 1.16 and later write PDF 1.4. */
Err pdfa_convert(Keluaran *out, Arena *arena, const void *pdf, size_t n, const PdfaMeta *meta, Bahasa bahasa, ErrInfo *info);

#endif
