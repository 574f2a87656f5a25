/* The API for programs: who asks, agencies, states, the audit chain, checking a file. */
#include "web/hal_api.h"

#include "app/periksa.h"
#include "app/sajian.h"
#include "app/tata.h"

extern const unsigned char data_openapi[];
extern const size_t data_openapi_size;

/* ---- shared (hal_api.h) ---- */

Json api_json(Jawab *j)
{
	j->jenis = "application/json";
	return json_begin(&j->isi, 0);
}

Err api_angka(Minta *m, const char *nama, int64_t min, int64_t max, int64_t fallback, int64_t *out, ErrInfo *info)
{
	const char *text = minta_kueri(m, nama);
	*out = *text ? minta_angka(m, nama, min, max, min - 1) : fallback;
	if (!*text || *out >= min)
		return ERR_OK;
	return err_set(info, ERR_USAGE, str_format(m->arena, teks(m->bahasa, "parameter '%s' must be a whole number from %lld to %lld"), nama, (long long)min, (long long)max), NULL);
}

Err api_bagian(Minta *m, size_t n, ApiBagian *out, ErrInfo *info)
{
	enum { BATAS = 100, BATAS_MAX = 1000 };
	int64_t start, most = BATAS;
	Err err = api_angka(m, "mulai", 0, INT32_MAX, 0, &start, info);
	if (!err)
		err = api_angka(m, "batas", 1, BATAS_MAX, BATAS, &most, info);
	*out = (ApiBagian){.n = n};
	out->awal = (size_t)start < n ? (size_t)start : n;
	out->akhir = out->awal + (size_t)most < n ? out->awal + (size_t)most : n;
	return err;
}

Json api_daftar(Jawab *j)
{
	Json json = api_json(j);
	json_object(&json);
	json_key(&json, "data");
	json_array(&json);
	return json;
}

/* The same address, further on. */
static const char *next_link(const Minta *m, size_t start)
{
	StrBuf b = {.arena = m->arena};
	strbuf_add(&b, str_dupn(m->arena, m->sasaran, strcspn(m->sasaran, "?")));
	strbuf_addf(&b, "?mulai=%zu", start);
	for (size_t i = 0; i < m->n_kueri; i++)
		if (!str_equal(m->kueri[i].nama, "mulai"))
			strbuf_addf(&b, "&%s=%s", url_encode(m->arena, m->kueri[i].nama), url_encode(m->arena, m->kueri[i].nilai));
	return strbuf_text(&b);
}

void api_daftar_selesai(Minta *m, Jawab *j, Json *json, const ApiBagian *bagian)
{
	const char *next = bagian->akhir < bagian->n ? next_link(m, bagian->akhir) : NULL;
	json_end(json);
	json_key(json, "jumlah");
	json_int(json, (int64_t)bagian->n);
	json_field(json, "berikut", next);
	json_end(json);
	json_finish(json);
	if (next)
		jawab_kepala(j, "Link", str_format(m->arena, "<%s>; rel=\"next\"", next));
}

Err api_tahun(Minta *m, int *tahun, ErrInfo *info)
{
	*tahun = (int)minta_angka(m, "tahun", 1900, 2998, 0);
	return *tahun ? ERR_OK : err_set(info, ERR_ABSENT, teks(m->bahasa, "there is no such year"), NULL);
}

Err api_bulan(Minta *m, int *tahun, int *bulan, ErrInfo *info)
{
	Err err = api_tahun(m, tahun, info);
	*bulan = (int)minta_angka(m, "bulan", 1, 12, 0);
	return err || *bulan ? err : err_set(info, ERR_ABSENT, teks(m->bahasa, "there is no such month"), NULL);
}

Err api_badan(Minta *m, MedanBadan *medan, size_t n, ErrInfo *info)
{
	return badan_baca(m->arena, m->badan, m->n_badan, medan, n, m->bahasa, info);
}

const char *api_etag(const Minta *m, const char *header)
{
	const char *text = m->kepala(m->sambungan, header);
	if (!text)
		return NULL;
	text = str_trim(m->arena, text);
	if (str_starts(text, "W/"))
		text += 2;
	size_t n = strlen(text);
	return n >= 2 && text[0] == '"' && text[n - 1] == '"' ? str_dupn(m->arena, text + 1, n - 2) : text;
}

/* ---- what this is, and who asks ---- */

static Err akar_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)m;
	(void)info;
	Json json = api_json(j);
	json_object(&json);
	json_field(&json, "nama", "capaian");
	json_field(&json, "versi", CAPAIAN_VERSION);
	json_field(&json, "uraian", "/api/v1/openapi.json");
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

static Err openapi_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)m;
	(void)info;
	j->jenis = "application/json";
	j->bytes = data_openapi;
	j->n_bytes = data_openapi_size;
	return ERR_OK;
}

static Err saya_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)info;
	const Konteks *k = m->k;
	Json json = api_json(j);
	json_object(&json);
	json_key(&json, "pemda");
	json_object(&json);
	json_field(&json, "kode", k->pemda.pemda);
	json_field(&json, "nama", k->pemda.nama);
	json_end(&json);
	json_field(&json, "pengguna", k->pengguna.pengguna);
	json_field(&json, "nama", k->pengguna.nama);
	json_field(&json, "peran", peran_name(k->peran));
	json_field(&json, "opd", *k->pengguna.opd ? k->pengguna.opd : NULL);
	json_field(&json, "lingkup", akses_token_name(k->lingkup));
	json_field(&json, "waktu", waktu_print_iso(m->arena, k->sekarang, k->pemda.zona));
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- agencies, states ---- */

static Err opd_get(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisOpd *rows;
	size_t n;
	ApiBagian part;
	Err err = tata_opd_list(m->k, &rows, &n, info);
	if (!err)
		err = api_bagian(m, n, &part, info);
	if (err)
		return err;
	Json json = api_daftar(j);
	for (size_t i = part.awal; i < part.akhir; i++)
		sajian_opd(&json, &rows[i]);
	api_daftar_selesai(m, j, &json, &part);
	return ERR_OK;
}

static Err satu_opd_get(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisOpd row;
	Err err = konteks_may(m->k, AKSI_BACA_TERBIT, "", info);
	if (!err)
		err = konteks_opd(m->k, minta_bagian(m, "opd"), &row, info);
	if (err)
		return err;
	Json json = api_json(j);
	sajian_opd(&json, &row);
	json_finish(&json);
	return ERR_OK;
}

static Err status_get(Minta *m, Jawab *j, ErrInfo *info)
{
	StatusOpd *rows;
	size_t n;
	int tahun;
	ApiBagian part;
	Err err = api_tahun(m, &tahun, info);
	if (!err)
		err = status_tahun(m->k, "", tahun, &rows, &n, info);
	if (!err)
		err = api_bagian(m, n, &part, info);
	if (err)
		return err;
	Json json = api_daftar(j);
	for (size_t i = part.awal; i < part.akhir; i++)
		sajian_status(&json, &rows[i]);
	api_daftar_selesai(m, j, &json, &part);
	return ERR_OK;
}

/* ---- the audit chain ---- */

/* Entries by number: ?dari= first, ?sampai= last, ?batas= at most. */
static Err jejak_get(Minta *m, Jawab *j, ErrInfo *info)
{
	enum { BATAS = 100, BATAS_MAX = 1000 };
	EntriJejak *rows;
	size_t n;
	int64_t last, from, to, most;
	const char *hash;
	Err err = jejak_anchor(m->k, &last, &hash, info);
	if (!err)
		err = api_angka(m, "dari", 1, INT64_MAX - BATAS_MAX, 1, &from, info);
	if (!err)
		err = api_angka(m, "sampai", 1, INT64_MAX - 1, last, &to, info);
	if (!err)
		err = api_angka(m, "batas", 1, BATAS_MAX, BATAS, &most, info);
	if (err)
		return err;
	to = to < last ? to : last;
	int64_t end = to - from < most ? to : from + most - 1;
	err = jejak_list(m->k, from, end, &rows, &n, info);
	if (err)
		return err;
	Json json = api_daftar(j);
	for (size_t i = 0; i < n; i++)
		sajian_entri(&json, m->k, &rows[i]);
	json_end(&json);
	json_key(&json, "jangkar");
	json_object(&json);
	json_key(&json, "id");
	json_int(&json, last);
	json_field(&json, "hash", hash);
	json_end(&json);
	json_field(&json, "berikut", end < to ? str_format(m->arena, "/api/v1/jejak?dari=%lld&sampai=%lld&batas=%lld", (long long)end + 1, (long long)to, (long long)most) : NULL);
	json_end(&json);
	json_finish(&json);
	return ERR_OK;
}

/* ---- checking a file ---- */

/* The file is the body itself (?nama= says what it is called) or the part "berkas" of a form. */
static Err periksa_post(Minta *m, Jawab *j, ErrInfo *info)
{
	const Unggahan *file = minta_unggahan(m, "berkas");
	const char *name = file ? file->nama : minta_kueri(m, "nama");
	HasilPeriksaBerkas *result;
	Err err = periksa_berkas(&result, m->arena, *name ? name : "berkas", file ? (const void *)file->isi : m->badan, file ? file->n : m->n_badan, NULL, m->bahasa, info);
	if (err)
		return err;
	j->jenis = "application/json";
	periksa_temuan(result, &j->isi, "json", m->bahasa);
	return ERR_OK;
}

const Rute RUTE_API_UMUM[] = {
	{METODE_GET, "/api/v1", akar_get, RUTE_API | RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/api/v1/openapi.json", openapi_get, RUTE_API | RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/api/v1/saya", saya_get, RUTE_API},
	{METODE_GET, "/api/v1/opd", opd_get, RUTE_API},
	{METODE_GET, "/api/v1/opd/{opd}", satu_opd_get, RUTE_API},
	{METODE_GET, "/api/v1/status/{tahun}", status_get, RUTE_API},
	{METODE_GET, "/api/v1/jejak", jejak_get, RUTE_API},
	{METODE_POST, "/api/v1/periksa", periksa_post, RUTE_API | RUTE_UNGGAH | RUTE_MEMBACA | RUTE_BERAT},
	{0},
};
