#include "web/metrik.h"

#include <stdatomic.h>

/* Upper bounds of the histogram, in microseconds. */
static const int64_t BATAS[] = {1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 10000000};
enum { N_BATAS = sizeof BATAS / sizeof *BATAS };

struct Metrik {
	atomic_llong status[6];      /* by first digit */
	atomic_llong lama[N_BATAS + 1], jumlah_mikro, bytes, ditolak;
	atomic_llong masuk[COBA_JUMLAH];
	atomic_int berjalan, antre_tunggu, antre_jalan;
};

Metrik *metrik_new(Arena *arena)
{
	return ARENA_NEW(arena, Metrik);
}

void metrik_mulai(Metrik *metrik)
{
	atomic_fetch_add(&metrik->berjalan, 1);
}

void metrik_selesai(Metrik *metrik, int status, int64_t mikrodetik, size_t bytes)
{
	int place = 0;
	while (place < N_BATAS && mikrodetik > BATAS[place])
		place++;
	atomic_fetch_sub(&metrik->berjalan, 1);
	atomic_fetch_add(&metrik->status[status / 100 % 6], 1);
	atomic_fetch_add(&metrik->lama[place], 1);
	atomic_fetch_add(&metrik->jumlah_mikro, mikrodetik);
	atomic_fetch_add(&metrik->bytes, (long long)bytes);
}

void metrik_antre(Metrik *metrik, int tunggu, int jalan)
{
	atomic_store(&metrik->antre_tunggu, tunggu);
	atomic_store(&metrik->antre_jalan, jalan);
}

void metrik_ditolak(Metrik *metrik)
{
	atomic_fetch_add(&metrik->ditolak, 1);
}

void metrik_masuk(Metrik *metrik, CobaMasuk hasil)
{
	atomic_fetch_add(&metrik->masuk[hasil], 1);
}

int metrik_berjalan(const Metrik *metrik)
{
	return atomic_load(&metrik->berjalan);
}

static void head(StrBuf *out, const char *name, const char *kind, const char *help)
{
	strbuf_addf(out, "# HELP capaian_%s %s\n# TYPE capaian_%s %s\n", name, help, name, kind);
}

static void one(StrBuf *out, const char *name, const char *kind, const char *help, long long value)
{
	head(out, name, kind, help);
	strbuf_addf(out, "capaian_%s %lld\n", name, value);
}

void metrik_print(const Metrik *metrik, StrBuf *out)
{
	head(out, "http_requests_total", "counter", "Requests by class of their status.");
	for (int i = 1; i < 6; i++)
		strbuf_addf(out, "capaian_http_requests_total{status=\"%dxx\"} %lld\n", i, atomic_load(&metrik->status[i]));
	head(out, "http_request_duration_seconds", "histogram", "Time from the whole request to its answer.");
	long long sum = 0;
	for (int i = 0; i < N_BATAS; i++) {
		sum += atomic_load(&metrik->lama[i]);
		strbuf_addf(out, "capaian_http_request_duration_seconds_bucket{le=\"%lld.%06lld\"} %lld\n", (long long)BATAS[i] / 1000000, (long long)BATAS[i] % 1000000, sum);
	}
	sum += atomic_load(&metrik->lama[N_BATAS]);
	long long micro = atomic_load(&metrik->jumlah_mikro);
	strbuf_addf(out, "capaian_http_request_duration_seconds_bucket{le=\"+Inf\"} %lld\n", sum);
	strbuf_addf(out, "capaian_http_request_duration_seconds_sum %lld.%06lld\ncapaian_http_request_duration_seconds_count %lld\n", micro / 1000000, micro % 1000000, sum);
	one(out, "http_response_bytes_total", "counter", "Bytes of bodies sent.", atomic_load(&metrik->bytes));
	one(out, "http_requests_in_flight", "gauge", "Requests at work.", atomic_load(&metrik->berjalan));
	one(out, "work_queue_waiting", "gauge", "Long work that waits.", atomic_load(&metrik->antre_tunggu));
	one(out, "work_queue_running", "gauge", "Long work at hand.", atomic_load(&metrik->antre_jalan));
	static const char *const results[COBA_JUMLAH] = {[COBA_BENAR] = "right", [COBA_SALAH] = "wrong", [COBA_MENUNGGU] = "made_to_wait"};
	head(out, "sign_ins_total", "counter", "Tries to sign in, passwords and codes.");
	for (int i = 0; i < COBA_JUMLAH; i++)
		strbuf_addf(out, "capaian_sign_ins_total{result=\"%s\"} %lld\n", results[i], atomic_load(&metrik->masuk[i]));
	one(out, "work_queue_rejected_total", "counter", "Long work turned away because the queue was full.", atomic_load(&metrik->ditolak));
}
