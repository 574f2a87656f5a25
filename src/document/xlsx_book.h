/* xlsx_book: what is in a workbook - its sheets, in order, and where its parts lie. */
#ifndef CAPAIAN_XLSX_BOOK_H
#define CAPAIAN_XLSX_BOOK_H
#include "document/xlsx_zip.h"

typedef struct {
	const char *name;
	const char *path;        /* part of the sheet */
	bool hidden;             /* hidden or very hidden */
} XlsxSheetEntry;

typedef struct {
	size_t n_sheet;
	XlsxSheetEntry *sheet;   /* worksheets only: no chart sheets, no macro sheets */
	bool from_1904;          /* days are counted from 1904-01-01 */
	const char *strings;     /* part of the shared strings; NULL if there is none */
	const char *styles;      /* part of the styles; NULL if there is none */
} XlsxBook;

/* ERR_FORMAT when the container is not a workbook (the message says what it seems to be) or has no worksheet. */
Err xlsx_book_read(XlsxBook *out, XlsxZip *zip);

#endif
