#include "app/berkas.h"
#include "app/pekerjaan.h"
#include "base/mampat.h"
#include "base/pustaka.h"
#include "web/antrean.h"
#include "web/jurnal.h"
#include "web/kelompok.h"
#include "web/lambat.h"
#include "web/peladen_inti.h"
#include "web/proses.h"

#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <signal.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	UTAS = 4,                    /* threads for short answers */
	PEKERJA = 2, ANTREAN = 32,   /* threads and places for long ones */
	PENJAGA = 2, ANTREAN_SANDI = 64, /* and for passwords */
	PENYAJI = 2, ANTREAN_SIMPAN = 256, /* and for answers that are kept */
	MENGALAH = 10, MENGALAH_SANDI = 5, /* how far they stand back behind short answers */
	ANTREAN_KELOMPOK = 1000,     /* places for small changes */
	SAMBUNGAN_MAX = 2000,
	SAMBUNGAN_MEMORI = 24 * 1024, /* request line and headers together */
	DIAM_MAX = 20,               /* seconds without a byte */
	UNGGAH_SERENTAK = 8 * UNGGAH_MAX, /* bytes of the files that are on their way at one time */
	TUNGGU_AKHIR = 30,           /* seconds for what runs when the server is told to stop */
	PERIKSA_BANYAK = 20, PERIKSA_MENIT = 10,
	MAMPAT_DARI = 1024, MAMPAT_TINGKAT = 3,
};

#define MHD_FUNCTIONS(F) \
	F(MHD_add_response_header) F(MHD_create_response_from_buffer) F(MHD_destroy_response) F(MHD_get_connection_info) F(MHD_lookup_connection_value) \
	F(MHD_queue_response) F(MHD_quiesce_daemon) F(MHD_resume_connection) F(MHD_start_daemon) F(MHD_stop_daemon) F(MHD_suspend_connection)
typedef struct { MHD_FUNCTIONS(PUSTAKA_ANGGOTA) } PustakaMhd;

typedef struct {
	Peladen *peladen;
	PustakaMhd l;
	struct MHD_Daemon *daemon;
	Antrean *antrean, *antrean_sandi;
	Antrean *antrean_simpan;     /* makes answers that are kept, so that those who are given kept ones never wait for them */
	Lambat *lambat;
	atomic_size_t unggah;        /* bytes of files on their way */
	Kelompok *kelompok;
} Inti;

/* One request on its way. */
typedef struct {
	Arena *arena;
	Inti *inti;
	struct MHD_Connection *sambungan;
	Klien *klien;
	Minta minta;
	Jawab jawab;
	int64_t mulai;               /* when its body was complete; 0 before */
	char *badan;
	size_t n_badan, ruang_badan; /* read so far, room for all of it */
	size_t unggah;               /* its share of the files on their way */
	bool ditolak;                /* the answer stands already; the rest of the body is not looked at */
	bool selesai;                /* the worker has made the answer */
	bool ada;                    /* or found that it is kept */
	const char *kunci;           /* to keep the answer under; NULL: it is not kept */
	int64_t generasi;            /* of the ledger when the request began */
	enum MHD_Result hasil;       /* of sending a kept answer */
} Sambungan;

static const char *header_of(const void *request, const char *name)
{
	const Sambungan *s = request;
	return s->inti->l.MHD_lookup_connection_value(s->sambungan, MHD_HEADER_KIND, name);
}

static Metode method_of(const char *text)
{
	static const struct { const char *nama; Metode metode; } methods[] = {{"GET", METODE_GET}, {"HEAD", METODE_GET}, {"POST", METODE_POST}, {"PUT", METODE_PUT}, {"DELETE", METODE_DELETE}};
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
		if (str_equal(methods[i].nama, text))
			return methods[i].metode;
	return METODE_LAIN;
}

static const char *address_print(Arena *arena, const struct sockaddr *address)
{
	char host[64] = "";
	socklen_t n = address->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
	return getnameinfo(address, n, host, sizeof host, NULL, 0, NI_NUMERICHOST) == 0 ? str_dup(arena, host) : "";
}

static bool local(const char *address)
{
	return str_equal(address, "::1") || str_starts(address, "127.") || str_starts(address, "::ffff:127.");
}

/* Behind a proxy of this machine the last address that it names is the caller's. */
static void caller_find(Sambungan *s)
{
	Minta *m = &s->minta;
	const PeladenOptions *o = s->inti->peladen->options;
	const union MHD_ConnectionInfo *info = s->inti->l.MHD_get_connection_info(s->sambungan, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	m->klien = address_print(s->arena, info->client_addr);
	m->aman = o->sertifikat != NULL;
	m->lokal = local(m->klien);
	if (!o->di_belakang_proksi || !m->lokal)
		return;
	const char *forwarded = header_of(s, "X-Forwarded-For"), *proto = header_of(s, "X-Forwarded-Proto");
	if (forwarded) {
		const char *last = strrchr(forwarded, ',');
		m->klien = str_trim(s->arena, last ? last + 1 : forwarded);
		m->lokal = false;
	}
	m->aman |= proto && str_equal(proto, "https");
}

/* ---- answers ---- */

static void response_release(void *context, void *response)
{
	const Inti *inti = context;
	inti->l.MHD_destroy_response(response);
}

/* Sends it, and keeps it where that is allowed: the library counts who holds it. */
static enum MHD_Result answer_queue(Sambungan *s, struct MHD_Response *response)
{
	if (!response)
		return MHD_NO;
	enum MHD_Result result = s->inti->l.MHD_queue_response(s->sambungan, (unsigned)s->jawab.status, response);
	if (s->kunci)
		simpanan_taruh(s->inti->peladen->simpanan, s->kunci, s->generasi, s->mulai, (IsiSimpanan){response, s->jawab.n_bytes, s->jawab.status});
	else
		s->inti->l.MHD_destroy_response(response);
	return result;
}

static bool wants_gzip(Sambungan *s)
{
	const char *accepted = header_of(s, "Accept-Encoding");
	return accepted && strstr(accepted, "gzip");
}

/* The bytes live in the arena of the request, which is freed when all is over; a kept answer has its own. */
static enum MHD_Result answer_send(Sambungan *s)
{
	layanan_berubah(&s->minta);
	Jawab *j = &s->jawab;
	const void *bytes = j->bytes ? j->bytes : strbuf_text(&j->isi);
	size_t n = j->bytes ? j->n_bytes : j->isi.len;
	if (!j->mampat && n >= MAMPAT_DARI && wants_gzip(s)) {
		mampat_gzip(s->arena, bytes, n, MAMPAT_TINGKAT, &bytes, &n);
		jawab_kepala(j, "Content-Encoding", "gzip");
	}
	if (!j->mampat && !jawab_punya(j, "Vary"))
		jawab_kepala(j, "Vary", "Accept-Encoding, Cookie, HX-Request");
	j->n_bytes = n;
	if (j->status != 200 || jawab_punya(j, "Set-Cookie"))
		s->kunci = NULL;
	struct MHD_Response *response = s->inti->l.MHD_create_response_from_buffer(n, (void *)(uintptr_t)bytes, s->kunci ? MHD_RESPMEM_MUST_COPY : MHD_RESPMEM_PERSISTENT);
	for (size_t i = 0; response && i < j->n_kepala; i++)
		s->inti->l.MHD_add_response_header(response, j->kepala[i].nama, j->kepala[i].nilai);
	if (response)
		s->inti->l.MHD_add_response_header(response, "Content-Type", j->jenis);
	return answer_queue(s, response);
}

static enum MHD_Result answer_finish(Sambungan *s)
{
	if (s->jawab.lanjut)
		layanan_lanjut(&s->minta, &s->jawab);
	return answer_send(s);
}

static void kept_queue(void *context, IsiSimpanan isi)
{
	Sambungan *s = context;
	s->jawab.status = isi.status;
	s->jawab.n_bytes = isi.n;
	s->hasil = s->inti->l.MHD_queue_response(s->sambungan, (unsigned)isi.status, isi.jawaban);
}

/* Is the answer there already? */
static bool kept_send(Sambungan *s)
{
	Peladen *p = s->inti->peladen;
	s->kunci = layanan_kunci(&s->minta);
	if (!s->kunci)
		return false;
	s->kunci = str_format(s->arena, "%s|%d", s->kunci, wants_gzip(s));
	s->generasi = kolam_generation(p->kolam);
	return simpanan_pakai(p->simpanan, s->kunci, s->generasi, s->mulai, kept_queue, s);
}

static enum MHD_Result kept_again(Sambungan *s)
{
	s->ada = false;
	if (kept_send(s))
		return s->hasil;
	layanan_akhir(&s->minta, &s->jawab); /* it gave way meanwhile */
	return answer_finish(s);
}

static void work_done(void *context)
{
	Sambungan *s = context;
	layanan_akhir(&s->minta, &s->jawab);
	s->selesai = true;
	s->inti->l.MHD_resume_connection(s->sambungan);
}

/* The same, of an answer that is kept; somebody else may have made it while this one waited. */
static void kept_make(void *context)
{
	Sambungan *s = context;
	Peladen *p = s->inti->peladen;
	s->ada = simpanan_ada(p->simpanan, s->kunci, kolam_generation(p->kolam), waktu_now());
	if (!s->ada)
		layanan_akhir(&s->minta, &s->jawab);
	s->selesai = true;
	s->inti->l.MHD_resume_connection(s->sambungan);
}

static void change_run(void *context, const KolamPinjam *kelompok)
{
	Sambungan *s = context;
	s->minta.kelompok = kelompok;
	layanan_akhir(&s->minta, &s->jawab);
}

static void change_failed(void *context, Err err, const ErrInfo *info)
{
	Sambungan *s = context;
	layanan_gagal(&s->minta, &s->jawab, err, info);
}

static void change_done(void *context)
{
	Sambungan *s = context;
	s->selesai = true;
	s->inti->l.MHD_resume_connection(s->sambungan);
}

static const KelompokCara CARA_KELOMPOK = {change_run, change_failed, change_done};

/* Into one of the queues; false: it is full. */
static bool work_queue(Sambungan *s)
{
	unsigned sifat = s->minta.rute->sifat;
	if (sifat & RUTE_KELOMPOK)
		return kelompok_tambah(s->inti->kelompok, s);
	if (sifat & RUTE_SIMPAN)
		return antrean_tambah(s->inti->antrean_simpan, kept_make, s);
	return antrean_tambah(sifat & RUTE_SANDI ? s->inti->antrean_sandi : s->inti->antrean, work_done, s);
}

/* The body is complete. */
static enum MHD_Result answer_make(Sambungan *s)
{
	Minta *m = &s->minta;
	s->mulai = waktu_now();
	lambat_kita(s->klien);
	m->badan = s->badan ? s->badan : "";
	m->n_badan = s->n_badan;
	if (!layanan_awal(m, &s->jawab))
		return answer_send(s);
	if (kept_send(s))
		return s->hasil;
	if (m->rute->sifat & (RUTE_BERAT | RUTE_SANDI | RUTE_KELOMPOK | RUTE_SIMPAN)) {
		s->inti->l.MHD_suspend_connection(s->sambungan);
		if (!work_queue(s)) {
			layanan_tolak(m, &s->jawab, 503);
			s->selesai = true;
			s->inti->l.MHD_resume_connection(s->sambungan);
		}
		return MHD_YES;
	}
	layanan_akhir(m, &s->jawab);
	return answer_finish(s);
}

/* ---- reading ---- */

static enum MHD_Result reject(Sambungan *s, int status)
{
	s->ditolak = true;
	s->mulai = waktu_now();
	layanan_tolak(&s->minta, &s->jawab, status);
	return answer_send(s);
}

/* Limits on the body before a byte of it is read. */
static int body_admit(Sambungan *s)
{
	Minta *m = &s->minta;
	const char *length = header_of(s, "Content-Length"), *kind = header_of(s, "Content-Type");
	bool chunked = header_of(s, "Transfer-Encoding") != NULL;
	m->jenis_badan = kind ? str_trim(s->arena, str_dupn(s->arena, kind, strcspn(kind, ";"))) : "";
	if (m->metode == METODE_GET)
		return 200;
	if (chunked)
		return 411;
	if (!length)
		return 200;
	if (strspn(length, "0123456789") != strlen(length) || strlen(length) > 12)
		return 400;
	size_t n = (size_t)strtoull(length, NULL, 10), most = m->rute->sifat & RUTE_UNGGAH ? UNGGAH_MAX : BADAN_MAX;
	if (n > most)
		return 413;
	if (n > BADAN_MAX) {
		s->unggah = n;
		if (atomic_fetch_add(&s->inti->unggah, n) + n > UNGGAH_SERENTAK)
			return 503;
	}
	s->ruang_badan = n;
	s->badan = arena_alloc(s->arena, n + 1);
	return 200;
}

/* Number of a request: short, and another one at every start. */
static const char *number_next(Inti *inti, Arena *arena)
{
	unsigned n = atomic_fetch_add(&inti->peladen->nomor, 1);
	return str_format(arena, "%04X", (n * 40503u + inti->peladen->garam) & 0xFFFF);
}

static Klien *client_of(const Inti *inti, struct MHD_Connection *connection)
{
	return inti->l.MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static enum MHD_Result request_begin(Inti *inti, struct MHD_Connection *connection, const char *method, Sambungan *s)
{
	s->inti = inti;
	s->sambungan = connection;
	s->klien = client_of(inti, connection);
	lambat_kepala(s->klien); /* its body has as long again */
	metrik_mulai(inti->peladen->metrik);
	Minta *m = &s->minta;
	m->arena = s->arena;
	m->peladen = inti->peladen;
	m->kepala = header_of;
	m->sambungan = s;
	m->tema = "";
	m->bahasa = inti->peladen->options->bahasa;
	m->metode = method_of(method);
	m->nomor = number_next(inti, s->arena);
	s->jawab.isi.arena = s->arena;
	caller_find(s);
	m->jalur = url_decode(s->arena, m->sasaran, strcspn(m->sasaran, "?"), false);
	if (!m->jalur || m->jalur[0] != '/') {
		m->jalur = "/";
		return reject(s, 400);
	}
	if (!layanan_terima(m, &s->jawab)) {
		s->ditolak = true;
		s->mulai = waktu_now();
		return answer_send(s);
	}
	int status = body_admit(s);
	return status == 200 ? MHD_YES : reject(s, status);
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *data,
                                  size_t *n, void **state)
{
	(void)url;
	(void)version;
	Sambungan *s = *state;
	if (!s->sambungan)
		return request_begin(context, connection, method, s);
	if (*n) {
		size_t room = s->ruang_badan - s->n_badan, take = *n < room ? *n : room;
		if (!s->ditolak && take) {
			memcpy(s->badan + s->n_badan, data, take);
			s->n_badan += take;
			lambat_badan(s->klien, s->n_badan);
		}
		*n = 0;
		return MHD_YES;
	}
	if (s->ditolak)
		return MHD_YES;
	return s->ada ? kept_again(s) : s->selesai ? answer_finish(s) : answer_make(s);
}

static void request_forget(Klien *klien, Sambungan *next)
{
	Sambungan *s = lambat_titip(klien, next);
	if (s)
		arena_free(s->arena);
}

/* The request line, before anything else of the request is known. */
static void *on_address(void *context, const char *uri, struct MHD_Connection *connection)
{
	const Inti *inti = context;
	Arena *arena = arena_new();
	Sambungan *s = ARENA_NEW(arena, Sambungan);
	s->arena = arena;
	s->minta.sasaran = str_dup(arena, uri);
	request_forget(client_of(inti, connection), s);
	return s;
}

static void on_connection(void *context, struct MHD_Connection *connection, void **state, enum MHD_ConnectionNotificationCode code)
{
	Inti *inti = context;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		*state = lambat_datang(inti->lambat, inti->l.MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
		return;
	}
	request_forget(*state, NULL);
	lambat_pergi(inti->lambat, *state);
}

static void on_end(void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code)
{
	const Inti *inti = context;
	Sambungan *s = *state;
	if (!s)
		return;
	if (s->inti) {
		int64_t took = s->mulai ? waktu_now() - s->mulai : 0;
		bool whole = code == MHD_REQUEST_TERMINATED_COMPLETED_OK;
		metrik_selesai(s->inti->peladen->metrik, s->jawab.status, took, s->jawab.n_bytes);
		jurnal_permintaan(&s->minta, &s->jawab, took, whole);
		atomic_fetch_sub(&s->inti->unggah, s->unggah);
		lambat_kepala(s->klien);
	}
	lambat_titip(client_of(inti, connection), NULL);
	arena_free(s->arena);
	*state = NULL;
}

/* ---- life ---- */

static Err listen_open(const char *address, int *fd, Arena *arena, Bahasa b, ErrInfo *info)
{
	const char *colon = strrchr(address, ':');
	if (!colon || !colon[1])
		return err_set(info, ERR_USAGE, str_format(arena, teks(b, "'%s' is not an address to listen at"), address), teks(b, "write 127.0.0.1:8080"));
	const char *host = str_dupn(arena, address, (size_t)(colon - address));
	if (host[0] == '[')
		host = str_dupn(arena, host + 1, strcspn(host + 1, "]"));
	struct addrinfo hints = {.ai_flags = AI_PASSIVE | AI_NUMERICHOST, .ai_socktype = SOCK_STREAM}, *found = NULL;
	if (getaddrinfo(*host ? host : NULL, colon + 1, &hints, &found) != 0)
		return err_set(info, ERR_USAGE, str_format(arena, teks(b, "'%s' is not an address to listen at"), address), teks(b, "write 127.0.0.1:8080"));
	*fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool open = *fd >= 0 && setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int)) == 0 && bind(*fd, found->ai_addr, found->ai_addrlen) == 0 &&
	            listen(*fd, SOMAXCONN) == 0;
	int reason = errno;
	freeaddrinfo(found);
	if (open)
		return ERR_OK;
	if (*fd >= 0)
		close(*fd);
	return err_set(info, ERR_OPEN, str_format(arena, teks(b, "cannot listen at %s: %s"), address, strerror(reason)),
	               reason == EADDRINUSE ? teks(b, "another program uses this port; choose one with --listen 127.0.0.1:8081") : NULL);
}

static Err daemon_start(Inti *inti, int fd, const char *key, const char *certificate, ErrInfo *info)
{
	Bahasa b = inti->peladen->options->bahasa;
	unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (key ? MHD_USE_TLS : 0);
	struct MHD_OptionItem tls[] = {{MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)(uintptr_t)key}, {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)(uintptr_t)certificate}, {MHD_OPTION_END, 0, NULL}};
	struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
	inti->daemon = inti->l.MHD_start_daemon(flags, 0, NULL, NULL, on_request, inti, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)UTAS,
	                                MHD_OPTION_CONNECTION_LIMIT, (unsigned)SAMBUNGAN_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)SAMBUNGAN_MEMORI,
	                                MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)DIAM_MAX, MHD_OPTION_URI_LOG_CALLBACK, on_address, inti,
	                                MHD_OPTION_NOTIFY_COMPLETED, on_end, inti, MHD_OPTION_NOTIFY_CONNECTION, on_connection, inti, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_ARRAY, key ? tls : none, MHD_OPTION_END);
	if (inti->daemon)
		return ERR_OK;
	return err_set(info, ERR_OPEN, key ? teks(b, "the server does not start: certificate or key cannot be used") : teks(b, "the server does not start"), NULL);
}

static void queues_end(Inti *inti)
{
	antrean_selesai(inti->antrean);
	antrean_selesai(inti->antrean_sandi);
	antrean_selesai(inti->antrean_simpan);
	kelompok_selesai(inti->kelompok);
	pekerja_akhir(inti->peladen->pekerja);
}

static void stop(Inti *inti)
{
	MHD_socket fd = inti->l.MHD_quiesce_daemon(inti->daemon);
	for (int i = 0; i < TUNGGU_AKHIR * 20 && metrik_berjalan(inti->peladen->metrik) > 0; i++)
		usleep(50000);
	queues_end(inti);
	inti->l.MHD_stop_daemon(inti->daemon);
	lambat_selesai(inti->lambat);
	if (fd != MHD_INVALID_SOCKET)
		close(fd);
}

static void wait_for_end(sigset_t *signals)
{
	int number;
	sigwait(signals, &number);
}

/* A region whose admins have no password yet is entered by a link, which only who sees this terminal knows. */
static void links_print(Peladen *p)
{
	const PeladenOptions *o = p->options;
	Undangan *links;
	size_t n;
	ErrInfo info = {0};
	Err err = undangan_admin_pertama(p->kolam, p->arena, waktu_now(), o->bahasa, &links, &n, &info);
	if (err)
		fprintf(stderr, "%s\n", info.message);
	for (size_t i = 0; !err && i < n; i++)
		printf(teks(o->bahasa, "%s: %s has no password yet. Set it here, once, within 24 hours: %s://%s/undangan/%s\n"), links[i].nama_pemda, links[i].pengguna,
		       o->sertifikat ? "https" : "http", o->alamat, links[i].token);
	fflush(stdout);
}

/* What may need rights that are given up before the ledger is touched. */
typedef struct {
	int fd;
	const char *kunci, *sertifikat;
} Pembuka;

static Err opening(Arena *arena, const PeladenOptions *o, Pembuka *out, ErrInfo *info)
{
	bool root;
	*out = (Pembuka){.fd = -1};
	Err err = o->sertifikat ? berkas_baca(arena, o->sertifikat, &out->sertifikat, o->bahasa, info) : ERR_OK;
	if (!err && o->kunci)
		err = berkas_baca(arena, o->kunci, &out->kunci, o->bahasa, info);
	if (!err)
		err = listen_open(o->alamat, &out->fd, arena, o->bahasa, info);
	if (!err)
		err = proses_batasi(o->akun, &root, arena, o->bahasa, info);
	if (!err && root)
		jurnal_sebagai_root(o);
	return err;
}

static const char *mhd_load(PustakaMhd *l)
{
	PUSTAKA_BUKA(handle, "libmicrohttpd.so.12")
	MHD_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

static Err library_load(Inti *inti, Arena *arena, Bahasa b, ErrInfo *info)
{
	const char *missing = mhd_load(&inti->l);
	return missing ? err_set(info, ERR_OPEN, str_format(arena, teks(b, "a server cannot be started: %s is missing"), missing),
	                         teks(b, "install the package libmicrohttpd12"))
	               : ERR_OK;
}

static Err serve(Arena *arena, Inti *inti, const Pembuka *pembuka, ErrInfo *info)
{
	Peladen *p = inti->peladen;
	sigset_t signals;
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	pthread_sigmask(SIG_BLOCK, &signals, NULL); /* the threads inherit it: only wait_for_end takes them */
	inti->antrean = antrean_new(arena, PEKERJA, ANTREAN, MENGALAH, p->metrik);
	inti->antrean_sandi = antrean_new(arena, PENJAGA, ANTREAN_SANDI, MENGALAH_SANDI, NULL);
	inti->antrean_simpan = antrean_new(arena, PENYAJI, ANTREAN_SIMPAN, 0, NULL);
	inti->kelompok = kelompok_new(arena, p->kolam, &CARA_KELOMPOK, ANTREAN_KELOMPOK, p->metrik, p->options->bahasa);
	inti->lambat = lambat_mulai(arena, SAMBUNGAN_MAX + UTAS);
	p->pekerja = pekerja_new(arena, p->kolam);
	Err err = daemon_start(inti, pembuka->fd, pembuka->kunci, pembuka->sertifikat, info);
	if (err) {
		queues_end(inti);
		lambat_selesai(inti->lambat);
		return err;
	}
	jurnal_mulai(p);
	links_print(p);
	wait_for_end(&signals);
	jurnal_berhenti(p);
	stop(inti);
	return ERR_OK;
}

Err peladen_jalan(Arena *arena, const PeladenOptions *options, ErrInfo *info)
{
	arena_settle_process();
	Peladen *p = ARENA_NEW(arena, Peladen);
	*p = (Peladen){.arena = arena, .options = options, .metrik = metrik_new(arena), .titipan = titipan_new(arena), .laju_periksa = laju_new(arena, PERIKSA_BANYAK, PERIKSA_MENIT), .garam = (unsigned)waktu_now()};
	Inti inti = {.peladen = p};
	Pembuka pembuka;
	Err err = library_load(&inti, arena, options->bahasa, info);
	if (!err)
		err = opening(arena, options, &pembuka, info);
	if (!err)
		err = kolam_open(&p->kolam, arena, options->db, options->bahasa, info);
	if (!err && options->pada)
		err = kolam_clock(p->kolam, arena, options->pada, options->bahasa, info);
	if (err)
		return err;
	p->sesi = sesi_simpanan_new(arena, p->kolam);
	p->pintu = pintu_new(arena, p->kolam);
	p->simpanan = simpanan_new(arena, response_release, &inti);
	err = pekerjaan_pulihkan(p->kolam, options->bahasa, info);
	if (!err)
		err = serve(arena, &inti, &pembuka, info);
	simpanan_kosongkan(p->simpanan);
	return err;
}

Kolam *peladen_kolam(const Peladen *p)
{
	return p->kolam;
}

Pintu *peladen_pintu(const Peladen *p)
{
	return p->pintu;
}

Pekerja *peladen_pekerja(const Peladen *p)
{
	return p->pekerja;
}
