/* stream_csv: a text table row by row, in memory that does not grow with it. */
#ifndef CAPAIAN_STREAM_CSV_H
#define CAPAIAN_STREAM_CSV_H
#include "document/reader.h"

/* Hears how many bytes of how many are behind; NULL: nobody listens. */
typedef void (*StreamKemajuan)(void *context, int done, int all);

/* Blocks of some hundred kilobytes, each cut between two records; the separator is that of the first one. UTF-16, whose records cannot be told apart
 * byte by byte, is read as a whole. `row` returns false to stop. */
Err reader_csv_stream(const char *path, ReaderRow row, void *context, StreamKemajuan progress, void *progress_context, Bahasa bahasa, ErrInfo *info, Arena *arena);

#endif
