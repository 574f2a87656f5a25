/* aset: the files that pages load (stylesheet, scripts, icons, fonts), inside the program. Their names carry the hash of their
 * content, so that a browser may keep them for ever. tools/aset.py makes them from assets/.
 *
 *     html_void(h, "link", ...)                      href = aset_url("capaian.css") -> "/aset/capaian.3f2a91c0.css"
 *     const Aset *a = aset_find("capaian.3f2a91c0.css");       send a->brotli, a->gzip or a->asli
 *
 * Nothing is allocated; all pointers live as long as the program. */
#ifndef CAPAIAN_ASET_H
#define CAPAIAN_ASET_H
#include <stddef.h>

typedef struct {
	const char *nama;                         /* as it is asked for: "capaian.3f2a91c0.css" */
	const char *jenis;                        /* media type */
	const char *etag;                         /* with its quotes; of the content, whatever the encoding */
	const unsigned char *asli;
	size_t n_asli;
	const unsigned char *gzip;                /* gzip and brotli: the same bytes; NULL for what is compressed already */
	size_t n_gzip;
	const unsigned char *brotli;
	size_t n_brotli;
} Aset;

const Aset *aset_find(const char *hashed_name); /* NULL when there is none */
const char *aset_url(const char *logical_name); /* "capaian.css", "htmx.js", "dasar.js", "favicon.svg"; asserts that it exists */

#endif
