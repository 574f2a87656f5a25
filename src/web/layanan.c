#include "app/pengaturan.h"
#include "app/rahasia.h"
#include "base/hash.h"
#include "base/json.h"
#include "web/aset.h"
#include "web/halaman.h"
#include "web/peladen_inti.h"

#include <strings.h>

/* ---- cookies ---- */

const char *minta_kuki(const Minta *m, const char *nama)
{
	const char *header = m->kepala(m->sambungan, "Cookie");
	size_t wanted = strlen(nama);
	for (const char *p = header ? header : ""; *p;) {
		size_t n = strcspn(p, ";");
		if (n > wanted && strncmp(p, nama, wanted) == 0 && p[wanted] == '=')
			return str_dupn(m->arena, p + wanted + 1, n - wanted - 1);
		p += n + (p[n] == ';');
		p += strspn(p, " ");
	}
	return "";
}

void jawab_kuki(const Minta *m, Jawab *j, const char *nama, const char *nilai, int64_t detik, bool rahasia)
{
	StrBuf b = {.arena = m->arena};
	strbuf_addf(&b, "%s=%s; Path=/; SameSite=Lax", nama, nilai);
	if (detik)
		strbuf_addf(&b, "; Max-Age=%lld", detik < 0 ? 0LL : (long long)detik);
	strbuf_add(&b, rahasia ? "; HttpOnly" : "");
	strbuf_add(&b, m->aman ? "; Secure" : "");
	jawab_kepala(j, "Set-Cookie", strbuf_text(&b));
}

/* ---- answers of the border ---- */

static const char *status_text(Bahasa b, int status)
{
	switch (status) {
	case 400:
		return teks(b, "The request is malformed.");
	case 401:
		return teks(b, "Sign in first.");
	case 403:
		return teks(b, "You have no right to this.");
	case 404:
		return teks(b, "There is nothing at this address.");
	case 405:
		return teks(b, "This address is not meant for that.");
	case 409:
		return teks(b, "Somebody else changed it meanwhile.");
	case 413:
		return teks(b, "The file is too large.");
	case 411:
		return teks(b, "The size of the upload is missing.");
	case 415:
		return teks(b, "This kind of content is not understood here.");
	case 422:
		return teks(b, "Something in it must be corrected.");
	case 503:
		return teks(b, "The server is full at the moment.");
	default:
		return teks(b, "The server failed.");
	}
}

Json layanan_problem_mulai(Minta *m, Jawab *j, int status, const char *judul, const char *rinci)
{
	j->status = status;
	j->jenis = "application/problem+json";
	j->bytes = NULL;
	j->isi = (StrBuf){.arena = m->arena};
	Json json = json_begin(&j->isi, 0);
	json_object(&json);
	json_field(&json, "type", "about:blank");
	json_field(&json, "title", judul);
	json_key(&json, "status");
	json_int(&json, status);
	if (rinci)
		json_field(&json, "detail", rinci);
	json_field(&json, "instance", str_format(m->arena, "urn:capaian:permintaan:%s", m->nomor));
	return json;
}

void layanan_problem_selesai(Json *json)
{
	json_end(json);
	json_finish(json);
}

static void problem(Minta *m, Jawab *j, int status, const char *judul, const ErrInfo *info)
{
	bool ours = status >= 500; /* what went wrong inside is for the log */
	Json json = layanan_problem_mulai(m, j, status, judul, ours ? NULL : info->message);
	if (!ours && info->hint)
		json_field(&json, "petunjuk", info->hint);
	layanan_problem_selesai(&json);
}

static int status_of(Err err)
{
	switch (err) {
	case ERR_OK:
		return 200;
	case ERR_DENIED:
		return 403;
	case ERR_ABSENT:
		return 404;
	case ERR_CONFLICT:
		return 409;
	case ERR_USAGE:
	case ERR_FORMAT:
		return 422;
	case ERR_LIMIT:
		return 503;
	default:
		return 500;
	}
}

/* Also where there is no such route. */
static bool is_api(const Minta *m)
{
	return str_starts(m->jalur, "/api/");
}

static void answer_error(Minta *m, Jawab *j, int status, const ErrInfo *info)
{
	size_t kept = 0; /* what the handler had set is void, but for cookies */
	for (size_t i = 0; i < j->n_kepala; i++)
		if (str_equal(j->kepala[i].nama, "Set-Cookie"))
			j->kepala[kept++] = j->kepala[i];
	j->n_kepala = kept;
	j->status = status;
	j->bytes = NULL;
	j->tetap = j->mampat = false;
	if (status == 503)
		jawab_kepala(j, "Retry-After", "10");
	const char *wants = m->kepala(m->sambungan, "Accept");
	if (is_api(m) || (wants && str_starts(wants, "application/json"))) {
		if (status == 401)
			jawab_kepala(j, "WWW-Authenticate", "Bearer");
		problem(m, j, status, status_text(m->bahasa, status), info);
		return;
	}
	j->jenis = NULL;
	j->isi = (StrBuf){.arena = m->arena};
	halaman_galat(m, j, status_text(m->bahasa, status), info);
}

static void refuse(Minta *m, Jawab *j, int status)
{
	answer_error(m, j, status, &(ErrInfo){0});
}

/* ---- headers that every answer has ---- */

static void headers_add(const Minta *m, Jawab *j)
{
	if (!jawab_punya(j, "Content-Security-Policy")) /* a file of evidence has a narrower one */
		jawab_kepala(j, "Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
	jawab_kepala(j, "X-Content-Type-Options", "nosniff");
	jawab_kepala(j, "Referrer-Policy", "same-origin");
	jawab_kepala(j, "Cross-Origin-Opener-Policy", "same-origin");
	if (m->aman)
		jawab_kepala(j, "Strict-Transport-Security", "max-age=31536000");
	if (!jawab_punya(j, "Cache-Control"))
		jawab_kepala(j, "Cache-Control", j->tetap ? "public, max-age=31536000, immutable" : !m->sesi ? "no-cache" : is_api(m) ? "private, no-cache" : "private, no-store");
}

static void complete(const Minta *m, Jawab *j)
{
	if (!j->status)
		j->status = 200;
	if (!j->jenis)
		j->jenis = "text/html; charset=utf-8";
	headers_add(m, j);
}

void layanan_tolak(Minta *m, Jawab *j, int status)
{
	refuse(m, j, status);
	complete(m, j);
}

/* "GET, HEAD, POST" */
static const char *methods_print(Arena *arena, unsigned metode)
{
	static const char *const names[METODE_LAIN] = {[METODE_GET] = "GET, HEAD", [METODE_POST] = "POST", [METODE_PUT] = "PUT", [METODE_DELETE] = "DELETE"};
	StrBuf out = {.arena = arena};
	for (int i = 0; i < METODE_LAIN; i++)
		if (metode & 1u << i)
			strbuf_addf(&out, "%s%s", out.len ? ", " : "", names[i]);
	return strbuf_text(&out);
}

bool layanan_terima(Minta *m, Jawab *j)
{
	unsigned known;
	m->rute = rute_find(m->arena, m->metode, m->jalur, &m->bagian, &m->n_bagian, &known);
	if (m->rute || (!known && m->metode == METODE_GET)) /* nothing there: said within the frame of who asks, by layanan_jalan */
		return true;
	layanan_tolak(m, j, known ? 405 : 404);
	if (known)
		jawab_kepala(j, "Allow", methods_print(m->arena, known));
	return false;
}

/* ---- who asks ---- */

/* The region of a request without a session: that of the path, else the only one. */
static Err region_of(Minta *m, const char **pemda, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	*pemda = *minta_bagian(m, "pemda") ? minta_bagian(m, "pemda") : NULL;
	if (*pemda)
		return ERR_OK;
	Err err = kolam_list_pemda(m->peladen->kolam, m->arena, m->bahasa, &rows, &n, info);
	if (!err && n == 1)
		*pemda = rows[0].pemda;
	return err;
}

/* writes: for changing it. */
static Err ledger_open(Minta *m, bool writes, ErrInfo *info)
{
	unsigned sifat = m->rute->sifat;
	const char *pemda = NULL;
	if (sifat & RUTE_TANPA_BUKU)
		return ERR_OK;
	bool own = m->sesi && !(sifat & RUTE_PUBLIK);
	Err err = own ? ERR_OK : region_of(m, &pemda, info);
	if (err || (!own && !pemda))
		return err;
	return kolam_take(m->peladen->kolam, m->arena, &(KolamMinta){.pemda = own ? m->sesi->pemda : pemda, .pengguna = own ? m->sesi->pengguna : NULL,
	                  .sumber = sifat & RUTE_API ? "api" : NULL, .per = sifat & RUTE_API || (own && !writes) ? minta_kueri(m, "per") : NULL,
	                  .mode = writes ? STORE_TULIS : STORE_BACA, .bahasa = m->bahasa, .lingkup = m->lingkup, .kelompok = m->kelompok}, &m->k, info);
}

static size_t host_length(const char *authority)
{
	return authority[0] == '[' ? strcspn(authority, "]") : strcspn(authority, ":/");
}

/* Did a page of ours send it? New browsers say so; the others name where the page came from, whose host is then the one asked (a proxy may change the port). */
static bool from_own_page(const Minta *m)
{
	const char *site = m->kepala(m->sambungan, "Sec-Fetch-Site"), *origin = m->kepala(m->sambungan, "Origin"), *host = m->kepala(m->sambungan, "Host");
	if (site && !str_equal(site, "same-origin") && !str_equal(site, "none"))
		return false;
	if (site || !origin)
		return true;
	const char *authority = strstr(origin, "://");
	if (!authority || !host)
		return false;
	authority += strlen("://");
	size_t n = host_length(authority);
	return n == host_length(host) && strncasecmp(authority, host, n) == 0;
}

/* A change must come from a page of ours: it carries the session's own token, and no other site may have sent it. */
static bool change_allowed(const Minta *m)
{
	if (m->metode == METODE_GET || m->rute->sifat & RUTE_API)
		return true;
	if (!from_own_page(m))
		return false;
	if (!m->sesi)
		return true;
	const char *token = m->kepala(m->sambungan, "X-CSRF");
	return rahasia_same(token && *token ? token : minta_isi(m, "csrf"), m->sesi->csrf);
}

/* ---- the body ---- */

static int body_read(Minta *m)
{
	bool form = str_equal(m->jenis_badan, "multipart/form-data");
	if (m->n_badan == 0)
		return 200;
	if (is_api(m) && !(m->rute->sifat & RUTE_UNGGAH))
		return str_equal(m->jenis_badan, "application/json") ? 200 : 415;
	if (is_api(m) && !form)
		return 200; /* the file as it is */
	if (str_equal(m->jenis_badan, "application/x-www-form-urlencoded"))
		return form_parse_urlencoded(m->arena, m->badan, m->n_badan, &m->formulir, &m->n_formulir) ? 200 : 400;
	if (form) {
		const char *boundary = strstr(m->kepala(m->sambungan, "Content-Type"), "boundary=");
		if (!boundary)
			return 400;
		boundary += strlen("boundary=");
		bool quoted = *boundary == '"';
		boundary += quoted;
		boundary = str_dupn(m->arena, boundary, strcspn(boundary, quoted ? "\"" : "; \t"));
		return form_parse_multipart(m->arena, boundary, m->badan, m->n_badan, &m->formulir, &m->n_formulir, &m->unggahan, &m->n_unggahan) ? 200 : 400;
	}
	return str_equal(m->jenis_badan, "application/json") || str_equal(m->jenis_badan, "application/octet-stream") ? 200 : 415;
}

static void preferences_read(Minta *m)
{
	const char *language = minta_kuki(m, "capaian_bahasa"), *theme = minta_kuki(m, "capaian_tema");
	m->bahasa = str_equal(language, "en") ? BAHASA_EN : str_equal(language, "id") ? BAHASA_ID : m->peladen->options->bahasa;
	m->tema = str_equal(theme, "dark") ? "dark" : str_equal(theme, "light") ? "light" : "";
	const char *htmx = m->kepala(m->sambungan, "HX-Request");
	m->htmx = htmx && str_equal(htmx, "true");
}

/* ---- the whole ---- */

void layanan_minta_masuk(Minta *m, Jawab *j)
{
	const char *wants = m->kepala(m->sambungan, "Accept");
	if (m->rute->sifat & RUTE_API || m->htmx || m->metode != METODE_GET || (wants && str_starts(wants, "application/json")))
		refuse(m, j, 401);
	else
		jawab_alih(j, str_format(m->arena, "/masuk?lanjut=%s", url_encode(m->arena, m->sasaran)));
}

static bool wants_sign_in(Minta *m, Jawab *j)
{
	if (m->sesi || m->rute->sifat & (RUTE_UMUM | RUTE_PUBLIK))
		return false;
	layanan_minta_masuk(m, j);
	return true;
}

static Err absent(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)m;
	(void)j;
	return err_set(info, ERR_ABSENT, NULL, NULL);
}

/* May the request go on? Else `j` is the answer. */
static bool admitted(Minta *m, Jawab *j)
{
	ErrInfo info = {0};
	static const Rute nowhere = {METODE_GET, "-", absent, RUTE_UMUM};
	if (!m->rute)
		m->rute = &nowhere;
	const char *query = strchr(m->sasaran, '?');
	bool hidden = m->rute->sifat & RUTE_LOKAL && !m->lokal && !m->peladen->options->metrik_terbuka;
	int status = hidden ? 404 : body_read(m);
	if (status == 200 && query && !form_parse_urlencoded(m->arena, query + 1, strlen(query + 1), &m->kueri, &m->n_kueri))
		status = 400;
	if (status != 200) {
		refuse(m, j, status);
		return false;
	}
	Err err = layanan_siapa(m, j, &info);
	if (!err && wants_sign_in(m, j))
		return false;
	if (!err && !change_allowed(m)) {
		info = (ErrInfo){teks(m->bahasa, "The page was open for too long, or the request came from another site."), teks(m->bahasa, "Load the page again and repeat it.")};
		err = ERR_DENIED;
	}
	if (err)
		answer_error(m, j, status_of(err), &info);
	return !err;
}

bool layanan_awal(Minta *m, Jawab *j)
{
	j->isi.arena = m->arena;
	preferences_read(m);
	if (admitted(m, j))
		return true;
	complete(m, j);
	return false;
}

static atomic_uint *changes_of(const Minta *m)
{
	unsigned place = m->sesi ? (unsigned)strtoul(str_dupn(m->arena, m->sesi->nomor, strlen(m->sesi->nomor) < 2 ? 0 : 2), NULL, 16) : 0;
	return &m->peladen->perubahan[place % (sizeof m->peladen->perubahan / sizeof *m->peladen->perubahan)];
}

const char *layanan_kunci(const Minta *m)
{
	if (m->metode != METODE_GET || !(m->rute->sifat & RUTE_SIMPAN) || m->rute->sifat & RUTE_API) /* a token names no session */
		return NULL;
	const char *wants = m->kepala(m->sambungan, "Accept");
	return str_format(m->arena, "%s|%s|%u|%d|%s|%d|%d|%s", m->sesi ? m->sesi->nomor : "", m->sesi ? m->sesi->pemda : "", m->sesi ? atomic_load(changes_of(m)) : 0, m->bahasa,
	                  m->tema, m->htmx, wants && str_starts(wants, "application/json"), m->sasaran);
}

void layanan_berubah(const Minta *m)
{
	if (m->sesi && m->metode != METODE_GET)
		atomic_fetch_add(changes_of(m), 1);
}

/* What the API answers carries a tag of its content, so that a program which asks again is told in a few bytes that nothing changed. */
static void tag_settle(Minta *m, Jawab *j)
{
	const char *tag = NULL, *seen = m->kepala(m->sambungan, "If-None-Match");
	for (size_t i = 0; i < j->n_kepala; i++)
		if (str_equal(j->kepala[i].nama, "ETag"))
			tag = j->kepala[i].nilai;
	if (!tag) {
		const void *bytes = j->bytes ? j->bytes : strbuf_text(&j->isi);
		tag = str_format(m->arena, "\"%.32s\"", hash_sha256_hex(m->arena, bytes, j->bytes ? j->n_bytes : j->isi.len));
		jawab_kepala(j, "ETag", tag);
	}
	if (!seen || !strstr(seen, tag))
		return;
	j->status = 304;
	j->bytes = "";
	j->n_bytes = 0;
}

/* What the admin of the region has set. */
static Err settings_obey(Minta *m, ErrInfo *info)
{
	enum { MIB = 1024 * 1024 };
	Pengaturan set;
	if (!m->k || !(m->rute->sifat & (RUTE_PUBLIK | RUTE_UNGGAH)))
		return ERR_OK;
	Err err = pengaturan_baca(m->k, &set, info);
	if (err)
		return err;
	if (m->rute->sifat & RUTE_PUBLIK && !set.nilai[PENGATURAN_PORTAL_PUBLIK])
		return err_set(info, ERR_ABSENT, teks(m->bahasa, "This region does not publish its reports here."), NULL);
	size_t most = (size_t)set.nilai[PENGATURAN_BATAS_UNGGAH];
	for (size_t i = 0; i < m->n_unggahan; i++)
		if (m->unggahan[i].n > most * MIB)
			return err_set(info, ERR_USAGE, str_format(m->arena, teks(m->bahasa, "The file has %zu MiB; the limit is %zu."), (m->unggahan[i].n + MIB - 1) / MIB, most),
			               teks(m->bahasa, "Split it by program, or take out pictures."));
	return ERR_OK;
}

static void answer_end(Minta *m, Jawab *j, Err err, const ErrInfo *info)
{
	if (err) {
		answer_error(m, j, status_of(err), info);
		j->lanjut = NULL;
	}
	kolam_give(m->peladen->kolam, m->k);
	m->k = NULL;
}

void layanan_akhir(Minta *m, Jawab *j)
{
	ErrInfo info = {0};
	Err err = ledger_open(m, m->metode != METODE_GET && !(m->rute->sifat & RUTE_MEMBACA), &info);
	if (!err)
		err = settings_obey(m, &info);
	if (!err)
		err = m->rute->jalan(m, j, &info);
	if (!err && is_api(m) && m->metode == METODE_GET)
		tag_settle(m, j);
	answer_end(m, j, err, &info);
	if (!j->lanjut)
		complete(m, j);
}

void layanan_lanjut(Minta *m, Jawab *j)
{
	ErrInfo info = {0};
	m->kelompok = NULL;
	Err err = ledger_open(m, false, &info);
	if (!err)
		err = j->lanjut(m, j, &info);
	answer_end(m, j, err, &info);
	complete(m, j);
}

void layanan_gagal(Minta *m, Jawab *j, Err err, const ErrInfo *info)
{
	j->lanjut = NULL;
	answer_error(m, j, status_of(err), info);
	complete(m, j);
}
