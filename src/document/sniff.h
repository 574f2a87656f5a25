/* sniff: what a file is, by its first bytes. */
#ifndef CAPAIAN_SNIFF_H
#define CAPAIAN_SNIFF_H
#include "base/bahasa.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum {
	SNIFF_TEXT,    /* nothing known begins so: a text table, or rubbish */
	SNIFF_JSON,    /* an object or a list of objects */
	SNIFF_ZIP,     /* XLSX or another packed document */
	SNIFF_OLE2,    /* old Office, or an encrypted XLSX: sniff_ole2() */
	SNIFF_FOREIGN, /* something else that is recognised: *what */
} Sniff;

enum { SNIFF_BYTES = 4096 };

/* *what (never NULL) receives the name of a SNIFF_FOREIGN as a key for teks(): "a PDF document". */
Sniff sniff_bytes(const unsigned char *bytes, size_t n, const char **what);

/* What a whole OLE2 file holds, as a key for teks(). */
const char *sniff_ole2(const unsigned char *bytes, size_t n);

/* The hint of every such message: what is read. */
const char *sniff_hint(Bahasa bahasa);

#endif
