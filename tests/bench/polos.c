/* polos PORT FILE: the server library alone, set up as the program sets it up, sending the bytes of a file. Ends when standard input does. */
#include "base/str.h"
#include <microhttpd.h>
#include <unistd.h>

typedef struct { char *bytes; size_t n; } Isi;

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version, const char *data, size_t *n, void **state)
{
	(void)url;
	(void)method;
	(void)version;
	(void)data;
	static int begun;
	const Isi *isi = context;
	if (!*state) {
		*state = &begun;
		return MHD_YES;
	}
	*n = 0;
	struct MHD_Response *response = MHD_create_response_from_buffer(isi->n, isi->bytes, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(response, "Content-Type", "text/html; charset=utf-8");
	MHD_add_response_header(response, "Content-Encoding", "gzip");
	enum MHD_Result result = MHD_queue_response(connection, 200, response);
	MHD_destroy_response(response);
	return result;
}

int main(int argc, char **argv)
{
	enum { UTAS = 4, MAX = 4 * 1024 * 1024 };
	Arena *arena = arena_new();
	Isi isi = {arena_alloc(arena, MAX), 0};
	FILE *file = argc == 3 ? fopen(argv[2], "rb") : NULL;
	if (!file)
		return 2;
	isi.n = fread(isi.bytes, 1, MAX, file);
	fclose(file);
	struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)strtol(argv[1], NULL, 10), NULL, NULL, answer, &isi, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)UTAS,
	                                             MHD_OPTION_END);
	if (!daemon)
		return 1;
	char c;
	while (read(STDIN_FILENO, &c, 1) > 0)
		continue;
	MHD_stop_daemon(daemon);
	arena_free(arena);
	return 0;
}
