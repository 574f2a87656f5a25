/* xlsx_parts: the two tables that cells refer to - shared strings and styles. */
#ifndef CAPAIAN_XLSX_PARTS_H
#define CAPAIAN_XLSX_PARTS_H
#include "document/xlsx_value.h"
#include "document/xlsx_zip.h"

typedef struct {
	uint32_t n;
	const char **text;     /* rich text joined; phonetic readings left out */
	uint64_t bytes;        /* of all texts */
} XlsxStrings;

typedef struct {
	uint32_t n;
	uint8_t *shows;        /* Tampil of each cell format; formats beyond n show numbers */
} XlsxStyles;

/* path NULL: an empty table. ERR_LIMIT beyond BACA_BATAS_SEL strings or BACA_BATAS_TEKS_MB of text. */
Err xlsx_strings_read(XlsxStrings *out, XlsxZip *zip, const char *path);
Err xlsx_styles_read(XlsxStyles *out, XlsxZip *zip, const char *path);

#endif
