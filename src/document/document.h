/* document: any supported file -> Draf; the one door to this layer. */
#ifndef CAPAIAN_DOCUMENT_H
#define CAPAIAN_DOCUMENT_H
#include "document/reader.h"
#include "domain/draf.h"

/* CSV, TSV, XLSX by recognition; the program's own report JSON by its keys. */
Err document_read(Draf **out, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

/* A whole small text file (policy) as bytes; ERR_LIMIT above max. */
Err document_read_text(const char **out, size_t *n, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info);

/* The SHA-256 of a file of at most BACA_BATAS_BERKAS_MB, without keeping it in memory. */
Err document_hash(const char **hex, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info);

#endif
