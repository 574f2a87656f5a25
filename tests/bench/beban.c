/* beban: an open-loop load on a server of this machine - requests come at their times, whether the answers have come or not, and a latency counts from the time a
 * request was due. A closed loop waits for a slow server, and so hides how slow it is.
 *
 *     beban baca PORT SECONDS RATE CONNECTIONS LIST URL...     GETs in turn, the sessions of LIST (web_siap.c) in turn; "-": signed out
 *     beban simpan PORT SECONDS RATE LIST OUT [jalur]          each session of LIST saves RATE cells a second, one after the other, all on their own
 *                                                              connections; OUT receives every save that was acknowledged: OPD CODE SEN FACT
 *
 * One thread, keep-alive connections, epoll. A connection whose answer is still due lets its requests wait in line: the latency grows, nothing is left out. It ends
 * after SECONDS and a grace of 10, or when the server is gone. Exit code: 0 all were answered by 200, 1 not. */
#include "base/str.h"
#include "waktu.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BUF = 512 * 1024, GRACE_MS = 10000, SEL_MAX = 64, HIST = 2000000 /* of 10 us */ };

typedef struct { const char *kode; long long rupiah, fakta; } Sel;

typedef struct {
	const char *kuki, *csrf, *pengguna, *opd, *bulan;
	Sel sel[SEL_MAX];
	int n_sel;
} Sesi;

typedef struct {
	int fd;
	const Sesi *sesi;
	Sel *sel;                /* of the request that is out */
	double due, every;       /* of the next request, and the time between them */
	double asked;            /* when the one that is out was due; 0: none is out */
	int next;                /* cell or address */
	char *in;
	size_t n_in;
} Sambungan;

typedef struct {
	Arena *arena;
	int port, epoll;
	const char **url;
	int n_url;
	bool jalur;
	FILE *out;
	double begin, end;
	long asked, answered, wrong, lost;
	unsigned hist[HIST + 1];
	double max;
	char first_wrong[512];
} Beban;

/* ---- sessions ---- */

static Sesi *sessions_read(Arena *arena, const char *path, int *n)
{
	FILE *file = fopen(path, "r");
	Sesi *list = NULL;
	size_t count = 0, cap = 0, room = 0;
	char *line = NULL;
	while (file && getline(&line, &room, file) > 0) {
		char kuki[128], csrf[128], user[64], opd[64], bulan[16];
		int at = 0;
		if (sscanf(line, "%*s %127s %127s %63s %63s %15s%n", kuki, csrf, user, opd, bulan, &at) != 5)
			continue;
		Sesi *s = ARENA_PUSH(arena, list, count, cap);
		*s = (Sesi){.kuki = str_dup(arena, kuki), .csrf = str_dup(arena, csrf), .pengguna = str_dup(arena, user), .opd = str_dup(arena, opd), .bulan = str_dup(arena, bulan)};
		char kode[64];
		long long rupiah;
		for (int used; s->n_sel < SEL_MAX && sscanf(line + at, " %63s %lld%n", kode, &rupiah, &used) == 2; at += used)
			s->sel[s->n_sel++] = (Sel){str_dup(arena, kode), rupiah, -1};
	}
	if (file)
		fclose(file);
	*n = (int)count;
	return list;
}

/* ---- connections ---- */

static bool connection_open(Beban *b, Sambungan *c)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)b->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	c->n_in = 0;
	if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&at, sizeof at) != 0)
		return false;
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
	return epoll_ctl(b->epoll, EPOLL_CTL_ADD, c->fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = c}) == 0;
}

static bool request_send(Beban *b, Sambungan *c)
{
	char text[2048], body[512] = "";
	int n;
	if (b->n_url) {
		n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n", b->url[c->next++ % b->n_url]);
	} else {
		Sesi *s = (Sesi *)(uintptr_t)c->sesi;
		c->sel = &s->sel[c->next++ % s->n_sel];
		c->sel->rupiah++;
		int k = snprintf(body, sizeof body, "csrf=%s&sel=u%%7C%s%%7C0", s->csrf, c->sel->kode);
		if (c->sel->fakta >= 0)
			k += snprintf(body + k, sizeof body - (size_t)k, "%%7C%lld", c->sel->fakta);
		snprintf(body + k, sizeof body - (size_t)k, "&nilai=%lld&kunci=a&alasan=&jalur=%d", c->sel->rupiah, b->jalur);
		n = snprintf(text, sizeof text, "POST /isian/%s/%s/sel HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n", s->opd, s->bulan,
		             strlen(body));
	}
	n += snprintf(text + n, sizeof text - (size_t)n, "%s%s%s\r\n%s", c->sesi ? "Cookie: capaian_sesi=" : "", c->sesi ? c->sesi->kuki : "", c->sesi ? "\r\n" : "", body);
	b->asked++;
	c->asked = c->due;
	c->due += c->every;
	return send(c->fd, text, (size_t)n, MSG_NOSIGNAL) == n;
}

/* Bytes of a whole answer in the buffer; 0: not whole yet. */
static size_t answer_whole(const Sambungan *c)
{
	char *head_end = memmem(c->in, c->n_in, "\r\n\r\n", 4);
	if (!head_end)
		return 0;
	size_t head = (size_t)(head_end - c->in) + 4;
	char *length = memmem(c->in, head, "Content-Length: ", 16);
	size_t whole = head + (length ? (size_t)strtoul(length + 16, NULL, 10) : 0);
	return c->n_in >= whole ? whole : 0;
}

static void latency_add(Beban *b, double ms)
{
	long slot = (long)(ms * 100);
	b->hist[slot < 0 ? 0 : slot < HIST ? slot : HIST]++;
	b->max = ms > b->max ? ms : b->max;
}

/* "...|0|4711" in the member nama of the answer: the fact that now stands. */
static void saved_note(Beban *b, Sambungan *c)
{
	c->in[c->n_in < BUF ? c->n_in : BUF - 1] = '\0';
	const char *name = strstr(c->in, "\"nama\":\"u|"), *bar = name ? strchr(name + 10, '|') : NULL;
	bar = bar ? strchr(bar + 1, '|') : NULL;
	if (!strstr(c->in, "\"hasil\":\"tersimpan\"") || !bar)
		return;
	c->sel->fakta = strtoll(bar + 1, NULL, 10);
	fprintf(b->out, "%s %s %lld %lld\n", c->sesi->opd, c->sel->kode, c->sel->rupiah * 100, c->sel->fakta);
}

static void answer_take(Beban *b, Sambungan *c, size_t whole)
{
	bool right = c->n_in > 12 && memcmp(c->in + 9, "200", 3) == 0;
	latency_add(b, waktu_ms() - c->asked);
	b->answered++;
	if (!right && !b->wrong++)
		snprintf(b->first_wrong, sizeof b->first_wrong, "%.*s", (int)(whole < 500 ? whole : 500), c->in);
	if (b->out && right)
		saved_note(b, c);
	memmove(c->in, c->in + whole, c->n_in - whole);
	c->n_in -= whole;
	c->asked = 0;
}

/* false: the server is gone. */
static bool answer_read(Beban *b, Sambungan *c)
{
	ssize_t n = recv(c->fd, c->in + c->n_in, BUF - 1 - c->n_in, MSG_DONTWAIT);
	if (n <= 0)
		return n < 0 && (errno == EAGAIN || errno == EINTR);
	c->n_in += (size_t)n;
	size_t whole = answer_whole(c);
	if (whole)
		answer_take(b, c, whole);
	return true;
}

/* ---- the run ---- */

static bool run(Beban *b, Sambungan *list, int n)
{
	struct epoll_event events[256];
	for (;;) {
		double now = waktu_ms(), soonest = b->end;
		bool waiting = false;
		for (int i = 0; i < n; i++) {
			if (!list[i].asked && list[i].due <= now && list[i].due < b->end && !request_send(b, &list[i]))
				return false;
			waiting |= list[i].asked != 0 || list[i].due < b->end;
			soonest = !list[i].asked && list[i].due < soonest ? list[i].due : soonest;
		}
		if (!waiting || now > b->end + GRACE_MS)
			return !waiting;
		double pause = soonest - waktu_ms();
		int ready = epoll_wait(b->epoll, events, 256, pause <= 0 ? (soonest < b->end ? 0 : 100) : pause < 1 ? 1 : pause > 100 ? 100 : (int)pause);
		for (int i = 0; i < ready; i++)
			if (!answer_read(b, events[i].data.ptr))
				return false;
	}
}

static double percentile(const Beban *b, double share)
{
	long wanted = (long)((double)b->answered * share), seen = 0;
	for (int i = 0; i <= HIST; i++) {
		seen += b->hist[i];
		if (seen > wanted)
			return i / 100.0;
	}
	return b->max;
}

static int report(const Beban *b, bool whole)
{
	double seconds = (b->end - b->begin) / 1000;
	printf("requests %ld answered %ld wrong %ld rate %.0f/s p50 %.2f ms p90 %.2f ms p99 %.2f ms p99.9 %.2f ms max %.2f ms%s\n", b->asked, b->answered, b->wrong,
	       (double)b->answered / seconds, percentile(b, 0.5), percentile(b, 0.9), percentile(b, 0.99), percentile(b, 0.999), b->max, whole ? "" : " (cut short)");
	if (b->wrong)
		printf("first wrong answer: %s\n", b->first_wrong);
	return !whole || b->wrong || b->answered != b->asked;
}

int main(int argc, char **argv)
{
	bool reads = argc > 7 && str_equal(argv[1], "baca"), saves = argc > 6 && str_equal(argv[1], "simpan");
	if (!reads && !saves)
		return 2;
	signal(SIGPIPE, SIG_IGN);
	Beban *b = ARENA_NEW(arena_new(), Beban);
	b->arena = arena_new();
	b->port = (int)strtol(argv[2], NULL, 10);
	double seconds = (double)strtol(argv[3], NULL, 10), rate = (double)strtol(argv[4], NULL, 10);
	int n_sessions = 0, n;
	const char *path = argv[reads ? 6 : 5];
	Sesi *sessions = str_equal(path, "-") ? NULL : sessions_read(b->arena, path, &n_sessions);
	n = reads ? (int)strtol(argv[5], NULL, 10) : n_sessions - 1;
	b->url = reads ? (const char **)(uintptr_t)&argv[7] : NULL;
	b->n_url = reads ? argc - 7 : 0;
	b->out = saves ? fopen(argv[6], "w") : NULL;
	b->jalur = saves && argc > 7;
	b->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (n < 1 || (saves && !b->out))
		return 2;
	Sambungan *list = ARENA_ARRAY(b->arena, Sambungan, (size_t)n);
	for (int i = 0; i < n; i++) {
		list[i] = (Sambungan){.sesi = n_sessions ? &sessions[i % n_sessions] : NULL, .in = arena_alloc(b->arena, BUF), .every = reads ? 1000.0 * n / rate : 1000.0 / rate, .next = reads ? i : 0};
		if (!connection_open(b, &list[i]))
			return 2;
	}
	b->begin = waktu_ms() + 50;
	b->end = b->begin + seconds * 1000;
	for (int i = 0; i < n; i++)
		list[i].due = b->begin + list[i].every * i / n;
	bool whole = run(b, list, n);
	if (b->out)
		fclose(b->out);
	return report(b, whole);
}
