/* xlsx_pack: workbooks for tests, made part by part, so that every odd form can be had. */
#ifndef CAPAIAN_XLSX_PACK_H
#define CAPAIAN_XLSX_PACK_H
#include "base/str.h"

typedef struct { const char *path, *content; } Part;
typedef struct { unsigned char *bytes; size_t n; } Packed;

/* A zip of the given parts, ended by a NULL path. */
Packed pack(Arena *arena, const Part *parts);
/* The same without compression, many times quicker. */
Packed pack_stored(Arena *arena, const Part *parts);

/* A workbook with one sheet "Data" of this <sheetData> content (and what follows it), shared strings and styles; NULL leaves a part out. */
Packed pack_sheet(Arena *arena, const char *rows, const char *behind, const char *strings, const char *styles);

#endif
