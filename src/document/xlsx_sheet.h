/* xlsx_sheet: one worksheet, row by row, in constant memory. */
#ifndef CAPAIAN_XLSX_SHEET_H
#define CAPAIAN_XLSX_SHEET_H
#include "base/grid.h"
#include "document/xlsx_book.h"
#include "document/xlsx_parts.h"

typedef struct {
	uint32_t kolom, baris, kolom_akhir, baris_akhir; /* 1-based, both ends included */
} XlsxMerge;

typedef struct {
	size_t n, cap;
	XlsxMerge *merge;
} XlsxMerges;

/* One row that holds something. All texts of its own stand in the n bytes at `pool`; others belong to the shared strings. Both the
 * row and the pool are valid during the call only. false ends the reading. */
typedef bool (*XlsxRow)(void *context, const Baris *row, const char *pool, size_t n);

typedef struct {
	const XlsxSheetEntry *entry;
	const XlsxStrings *strings;
	const XlsxStyles *styles;
	bool from_1904;
	XlsxRow row;            /* gets the rows in order */
	void *context;
	XlsxMerges *merges;     /* receives the merged areas, which stand behind the rows; NULL: not wanted */
} XlsxSheetReader;

/* ERR_FORMAT: damaged XML, a reference to a string that is not there, rows out of order. */
Err xlsx_sheet_read(XlsxZip *zip, const XlsxSheetReader *reader);

#endif
