/* tanggal: calendar dates of reports. Month names Indonesian and English, any case, also abbreviated (Des, Agt, Nop). */
#ifndef CAPAIAN_TANGGAL_H
#define CAPAIAN_TANGGAL_H
#include "base/arena.h"
#include "base/bahasa.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct { int16_t tahun; uint8_t bulan, hari; } Tanggal; /* all 0: absent */

bool tanggal_valid(Tanggal t); /* proleptic Gregorian, years 1900..2999 */
int tanggal_cmp(Tanggal a, Tanggal b);
int64_t tanggal_days(Tanggal t); /* days since 1970-01-01 */
Tanggal tanggal_from_days(int64_t days);
/* "29 Desember 2023", "29-12-2023", "29/12/2023", "2023-12-29"; also inside a longer text ("Singaraja, 03 Januari 2024").
 * `at` (may be NULL) receives where in the text the date starts. */
bool tanggal_parse(Tanggal *out, const char *text, const char **at);
/* 1..12 from a month name or number; 0 if none. */
uint8_t bulan_parse(const char *text);
const char *bulan_name(uint8_t bulan, Bahasa bahasa); /* "Desember" / "December"; "" out of range */
const char *tanggal_print_id(Arena *arena, Tanggal t);  /* "29 Desember 2023"; "" when absent */
const char *tanggal_print_iso(Arena *arena, Tanggal t); /* "2023-12-29"; "" when absent */

#endif
