/* output: bytes to a file, all or nothing.
 *
 * A regular file is written to a nameless (O_TMPFILE) or, where the file system has none, a hidden temporary file in the
 * target's own directory and renamed over the target. An existing file is never half-overwritten: until the rename it is untouched, after it it is
 * whole, and both are flushed to the disk, so that not even a power cut loses old and new. A file where none was is flushed only when `awet` asks for
 * it: a report can be written again, an export of the ledger should outlast it. An existing file keeps its mode and, where the system allows,
 * its owner; a new file has 0666 less the umask. A file that the user may not write is not replaced, though its directory would allow it.
 * A symbolic link stays a link: what it points at is replaced. What is not a regular file (/dev/stdout, a pipe, a terminal) cannot
 * be renamed over and is written directly. */
#ifndef CAPAIAN_OUTPUT_H
#define CAPAIAN_OUTPUT_H
#include "base/bahasa.h"
#include "base/err.h"

/* ERR_WRITE with a sentence that names the file and the system's reason; no temporary file is left behind. */
Err output_write(const char *path, const void *bytes, size_t n, bool awet, Bahasa bahasa, Arena *arena, ErrInfo *info);

#endif
