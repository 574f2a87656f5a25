/* json_nilai: JSON documents as values of jansson; the one place that includes it. */
#ifndef CAPAIAN_JSON_NILAI_H
#define CAPAIAN_JSON_NILAI_H
#include "base/bahasa.h"
#include "base/err.h"
#include <jansson.h>

/* The document, freed with the arena. ERR_FORMAT names line and column of what is not JSON. */
Err json_nilai_parse(const json_t **out, Arena *arena, const char *name, const char *text, size_t n, Bahasa bahasa, ErrInfo *info);

#endif
