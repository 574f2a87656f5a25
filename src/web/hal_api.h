/* hal_api: what the routes of /api/v1 share. They are described in data/openapi.json, which a test holds against the table of routes and against real answers. */
#ifndef CAPAIAN_WEB_HAL_API_H
#define CAPAIAN_WEB_HAL_API_H
#include "app/badan.h"
#include "base/json.h"
#include "web/peladen_inti.h"

/* The JSON of an answer: write one value, then json_finish. */
Json api_json(Jawab *j);

/* The part of a list that is asked for by ?mulai= (rows before it) and ?batas= (rows at most). */
typedef struct {
	size_t awal, akhir, n;       /* rows awal .. akhir - 1 of n */
} ApiBagian;

/* ERR_USAGE names the parameter that is no number within its bounds. */
Err api_bagian(Minta *m, size_t n, ApiBagian *out, ErrInfo *info);
/* {"data": [   ...one value a row...   ], "jumlah": n, "berikut": link | null}; the link stands in the header Link too. */
Json api_daftar(Jawab *j);
void api_daftar_selesai(Minta *m, Jawab *j, Json *json, const ApiBagian *bagian);

/* The month in the path: {opd} (with `opd` not NULL), {tahun}, {bulan}. ERR_ABSENT for a month that cannot be. */
Err api_bulan(Minta *m, int *tahun, int *bulan, ErrInfo *info);
Err api_tahun(Minta *m, int *tahun, ErrInfo *info);
/* A whole number of the query; `fallback` when it is absent. ERR_USAGE names it. */
Err api_angka(Minta *m, const char *nama, int64_t min, int64_t max, int64_t fallback, int64_t *out, ErrInfo *info);

/* The fields of the JSON body. */
Err api_badan(Minta *m, MedanBadan *medan, size_t n, ErrInfo *info);
/* The entity tag that If-Match or If-None-Match names, without quotes and W/; NULL: no such header. "*" stands for any. */
const char *api_etag(const Minta *m, const char *header);

#endif
