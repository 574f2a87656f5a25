/* What belongs to no page: files that pages load, health, counters, choices of the browser. */
#include "web/aset.h"
#include "web/peladen_inti.h"

static bool accepts(const Minta *m, const char *encoding)
{
	const char *accepted = m->kepala(m->sambungan, "Accept-Encoding");
	return accepted && strstr(accepted, encoding);
}

static Err aset_get(Minta *m, Jawab *j, ErrInfo *info)
{
	const Aset *a = aset_find(minta_bagian(m, "nama"));
	if (!a)
		return err_set(info, ERR_ABSENT, NULL, NULL);
	j->jenis = a->jenis;
	j->tetap = j->mampat = true;
	jawab_kepala(j, "ETag", a->etag);
	jawab_kepala(j, "Vary", "Accept-Encoding");
	const char *seen = m->kepala(m->sambungan, "If-None-Match");
	if (seen && str_equal(seen, a->etag)) {
		j->status = 304;
		j->bytes = "";
		return ERR_OK;
	}
	if (a->brotli && accepts(m, "br")) {
		j->bytes = a->brotli;
		j->n_bytes = a->n_brotli;
		jawab_kepala(j, "Content-Encoding", "br");
	} else if (a->gzip && accepts(m, "gzip")) {
		j->bytes = a->gzip;
		j->n_bytes = a->n_gzip;
		jawab_kepala(j, "Content-Encoding", "gzip");
	} else {
		j->bytes = a->asli;
		j->n_bytes = a->n_asli;
	}
	return ERR_OK;
}

/* The ledger can be opened and read. */
static Err healthz_get(Minta *m, Jawab *j, ErrInfo *info)
{
	BarisPemda *rows;
	size_t n;
	Err err = kolam_list_pemda(m->peladen->kolam, m->arena, m->bahasa, &rows, &n, info);
	j->status = err ? 503 : 200;
	j->jenis = "text/plain; charset=utf-8";
	strbuf_add(&j->isi, err ? "ledger not readable\n" : "ok\n");
	return ERR_OK;
}

static Err metrics_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)info;
	j->jenis = "text/plain; version=0.0.4; charset=utf-8";
	metrik_print(m->peladen->metrik, &j->isi);
	return ERR_OK;
}

static const char *back(const Minta *m)
{
	return url_local(minta_isi(m, "lanjut"), "/");
}

enum { SETAHUN = 365 * 24 * 3600 };

static Err tema_post(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)info;
	const char *tema = minta_isi(m, "tema");
	bool known = str_equal(tema, "dark") || str_equal(tema, "light");
	jawab_kuki(m, j, "capaian_tema", known ? tema : "", known ? SETAHUN : -1, false);
	jawab_alih(j, back(m));
	return ERR_OK;
}

static Err bahasa_post(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)info;
	jawab_kuki(m, j, "capaian_bahasa", str_equal(minta_isi(m, "bahasa"), "en") ? "en" : "id", SETAHUN, false);
	jawab_alih(j, back(m));
	return ERR_OK;
}

static Err robots_get(Minta *m, Jawab *j, ErrInfo *info)
{
	(void)m;
	(void)info;
	j->jenis = "text/plain; charset=utf-8";
	strbuf_add(&j->isi, "User-agent: *\nAllow: /publik\nDisallow: /\n");
	return ERR_OK;
}

const Rute RUTE_LAYANAN[] = {
	{METODE_GET, "/aset/{nama}", aset_get, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/healthz", healthz_get, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_GET, "/metrics", metrics_get, RUTE_UMUM | RUTE_TANPA_BUKU | RUTE_LOKAL},
	{METODE_GET, "/robots.txt", robots_get, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_POST, "/tema", tema_post, RUTE_UMUM | RUTE_TANPA_BUKU},
	{METODE_POST, "/bahasa", bahasa_post, RUTE_UMUM | RUTE_TANPA_BUKU},
	{0},
};
