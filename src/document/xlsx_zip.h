/* xlsx_zip: the container of a workbook - a ZIP of parts - read within the limits of reader.h. The only file that includes <zip.h>.
 *
 * Limits are measured on the bytes that come out, never on what headers claim: unpacked bytes of all parts together, and the ratio
 * of unpacked to packed bytes of one part beyond 1 MB. */
#ifndef CAPAIAN_XLSX_ZIP_H
#define CAPAIAN_XLSX_ZIP_H
#include "base/bahasa.h"
#include "base/err.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct {
	const char *name;           /* for messages */
	FILE *file;                 /* taken over by xlsx_zip_open(), also when it fails; or NULL: */
	const unsigned char *bytes; /* n bytes that outlive the container */
	size_t n;
} XlsxSource;

/* The container together with what every function of the XLSX reader needs to allocate and to report. */
typedef struct {
	Arena *arena;
	const char *name;
	Bahasa bahasa;
	ErrInfo *info;
	const struct PustakaZip *l; /* libzip, loaded when the first workbook is opened */
	struct zip *zip;
	size_t size;                /* of the packed file */
	uint64_t unpacked;          /* of all parts read so far */
} XlsxZip;

typedef struct {
	XlsxZip *zip;
	const char *path;
	struct zip_file *file;
	uint64_t packed, unpacked;
} XlsxPart;

/* ERR_FORMAT: not a ZIP, or cut off. ERR_LIMIT: more than BACA_BATAS_BAGIAN parts (refused before the directory is read).
 * ERR_OPEN: libzip is missing on this machine. */
Err xlsx_zip_open(XlsxZip *out, Arena *arena, XlsxSource source, Bahasa bahasa, ErrInfo *info);
void xlsx_zip_close(XlsxZip *zip);

/* Paths as in relationships, without the leading slash; an exact match is preferred to one of other case. */
bool xlsx_zip_has(XlsxZip *zip, const char *path);

/* ERR_FORMAT when the part is missing, encrypted or packed in an unknown way. */
Err xlsx_part_open(XlsxPart *out, XlsxZip *zip, const char *path);
/* The next at most `size` bytes; *got 0 at the end. ERR_FORMAT when damaged, ERR_LIMIT beyond the limits. */
Err xlsx_part_read(XlsxPart *part, void *bytes, size_t size, size_t *got);
void xlsx_part_close(XlsxPart *part);

/* "NAME: part PATH: WHAT" as err. */
Err xlsx_part_error(const XlsxZip *zip, const char *path, Err err, const char *what);

#endif
