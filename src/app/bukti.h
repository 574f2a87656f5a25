/* bukti: evidence files of a month, kept by the SHA-256 of their bytes. What kind a file is, its content says, never its name. */
#ifndef CAPAIAN_BUKTI_H
#define CAPAIAN_BUKTI_H
#include "app/konteks.h"

enum { BUKTI_MAX = 10 * 1024 * 1024 };

/* The media type of what may be evidence: PDF, JPEG, PNG, WebP, an XLSX, DOCX or ODS/ODT package without macros, CSV or plain text in UTF-8. NULL for
 * everything else (programs, web pages, SVG, scripts, archives, what is not recognised), with *why naming it as a key for teks(). */
const char *bukti_jenis(const void *bytes, size_t n, const char **why);
/* The last part of a file name as people may see it: no folder, no control or direction-changing characters, no leading dots, at most 120 characters;
 * "bukti" when nothing is left. */
const char *bukti_nama(Arena *arena, const char *nama);

/* Attaches a file to the month (kode "") or to one of its nodes. The same bytes are stored once; attached to the same place again nothing is written
 * and *baru is false. ERR_LIMIT above BUKTI_MAX; ERR_USAGE for a kind that is refused, an empty file, a month that takes no entries. */
Err bukti_add(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, const char *nama, const void *bytes, size_t n, BarisBukti *out, bool *baru,
              ErrInfo *info);
/* What is attached, by code; as of the request. */
Err bukti_list(Konteks *k, const char *opd, int tahun, int bulan, BarisBukti **out, size_t *n, ErrInfo *info);
/* One attached file by its hash (or at least its first 8 digits) with its bytes. ERR_DAMAGED when the bytes no longer have that hash. */
Err bukti_get(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, BarisBukti *out, BarisBuktiIsi *isi, ErrInfo *info);
/* Detaches it (kode: from this node only; NULL: from wherever it is); the bytes and the history stay. */
Err bukti_remove(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, const char *kode, size_t *n, ErrInfo *info);

/* bukti_berkas.c: the same with files. A file that is there is replaced whole or not at all. */
Err bukti_add_file(Konteks *k, const char *opd, int tahun, int bulan, const char *kode, const char *path, BarisBukti *out, bool *baru, ErrInfo *info);
Err bukti_get_file(Konteks *k, const char *opd, int tahun, int bulan, const char *hash, const char *path, BarisBukti *out, ErrInfo *info);

#endif
