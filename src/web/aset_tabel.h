/* aset_tabel: the tables that tools/aset.py writes, each sorted by its first column (by bytes). */
#ifndef CAPAIAN_ASET_TABEL_H
#define CAPAIAN_ASET_TABEL_H
#include "web/aset.h"

typedef struct {
	const char *nama;   /* "capaian.css" */
	const char *alamat; /* "/aset/capaian.3f2a91c0.css" */
} AsetAlamat;

extern const unsigned char aset_bytes[];
extern const Aset aset_tabel[];
extern const size_t aset_tabel_n;
extern const AsetAlamat aset_alamat[];
extern const size_t aset_alamat_n;
extern const char *const aset_ikon[];
extern const size_t aset_ikon_n;

#endif
