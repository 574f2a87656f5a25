/* wilayah: the regions of Indonesia by code, from the list built into the program (data/wilayah.tsv: 38 provinces, 514 kabupaten/kota). */
#ifndef CAPAIAN_WILAYAH_H
#define CAPAIAN_WILAYAH_H
#include "base/str.h"

typedef struct {
	const char *kode;    /* "51.08"; a province "51" */
	const char *tingkat; /* provinsi | kabupaten | kota */
	const char *nama;    /* "Kabupaten Buleleng" */
} Wilayah;

/* The whole list, ordered by code. */
const Wilayah *wilayah_list(Arena *arena, size_t *n);
bool wilayah_find(Arena *arena, const char *kode, Wilayah *out);
/* "51.08 Kabupaten Buleleng, ..." - at most five regions whose code is near, or whose name holds the text; "" for none. */
const char *wilayah_near(Arena *arena, const char *text);

/* Digits "51" or "51.08": the form of a code, in the list or not. */
bool wilayah_kode_valid(const char *kode);
/* Minutes east of UTC by province: WIB 420, WITA 480, WIT 540 (Keputusan Presiden 41/1987 and the later provinces of each zone); 420 for a
 * province that does not exist (house rule, for training). */
int wilayah_zona(const char *kode);
const char *zona_name(int64_t zona); /* "WIB", "WITA", "WIT"; "" for another */

#endif
