#include "cli/spec.h"

static int show_help(const Permintaan *request)
{
	StrBuf out = {.arena = request->arena};
	help_text(&out, request->perintah, request->bahasa);
	return cmd_finish(request, &out, ERR_OK, NULL);
}

static int serve_request(int argc, char **argv, Arena *arena)
{
	Permintaan request = {.arena = arena, .bahasa = spec_language(argc, argv, getenv("LANGUAGE"), getenv("LANG"))};
	ErrInfo info = {0};
	if (spec_parse(&request, argc, argv, &info))
		return cmd_wrong(&request, info.message, info.hint);
	if (request.opsi[OPSI_VERSION].n) {
		printf("capaian %s\n", CAPAIAN_VERSION);
		return EXIT_CLEAN;
	}
	if (request.opsi[OPSI_HELP].n || !request.perintah) {
		int code = show_help(&request);
		return request.opsi[OPSI_HELP].n ? code : EXIT_USAGE;
	}
	return request.perintah->run(&request);
}

int cli_main(int argc, char **argv)
{
	Arena *arena = arena_new();
	int code = serve_request(argc, argv, arena);
	arena_free(arena);
	return code;
}
