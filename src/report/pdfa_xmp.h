/* pdfa_xmp: the document information twice, as PDF dictionary and as XMP packet, entry by entry the same, as PDF/A demands. Part of pdfa. */
#ifndef CAPAIAN_PDFA_XMP_H
#define CAPAIAN_PDFA_XMP_H
#include "base/str.h"
#include "report/pdfa.h"

void pdfa_info_add(StrBuf *out, const PdfaMeta *meta); /* << /Title ... >> */
void pdfa_xmp_add(StrBuf *out, const PdfaMeta *meta);  /* <?xpacket ... */

#endif
