#include "cli/spec.h"

#include <errno.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_DEFAULT = 100, WIDTH_MIN = 60, WIDTH_MAX = 140 };

unsigned cmd_width(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return WIDTH_DEFAULT;
	return size.ws_col < WIDTH_MIN ? WIDTH_MIN : size.ws_col > WIDTH_MAX ? WIDTH_MAX : size.ws_col;
}

bool cmd_colour(const Permintaan *request)
{
	const char *when = spec_value(request, OPSI_COLOR, "auto");
	const char *refused = getenv("NO_COLOR");
	if (str_equal(when, "auto"))
		return isatty(STDOUT_FILENO) && !(refused && *refused);
	return str_equal(when, "always");
}

int cmd_exit(Err err)
{
	return err == ERR_OK ? EXIT_CLEAN : err_refused(err) ? EXIT_USAGE : EXIT_ENVIRONMENT;
}

static void complain(const Permintaan *request, const char *message, const char *hint)
{
	fprintf(stderr, "capaian: %s\n", message);
	if (hint)
		fprintf(stderr, "  %s: %s\n", teks(request->bahasa, "hint"), hint);
}

int cmd_wrong(const Permintaan *request, const char *message, const char *hint)
{
	complain(request, message, hint);
	return EXIT_USAGE;
}

int cmd_finish(const Permintaan *request, const StrBuf *out, Err err, const ErrInfo *info)
{
	if (out && (fwrite(strbuf_text(out), 1, out->len, stdout) != out->len || fflush(stdout) != 0)) {
		if (errno != EPIPE) /* `| head` has seen enough: nothing went wrong */
			complain(request, teks(request->bahasa, "cannot write to standard output"), NULL);
		return EXIT_ENVIRONMENT;
	}
	if (err && info->message)
		complain(request, info->message, info->hint);
	return cmd_exit(err);
}

bool cmd_number(const Permintaan *request, OpsiId opsi, int64_t min, int64_t max, int64_t *out, int *code)
{
	const char *text = spec_value(request, opsi, NULL), *name = OPSI[opsi].panjang;
	if (!text) {
		*code = cmd_wrong(request, str_format(request->arena, teks(request->bahasa, "%s needs --%s"), request->perintah->nama, name), NULL);
		return false;
	}
	char *end;
	*out = strtoll(text, &end, 10);
	if (end == text || *end || *out < min || *out > max) {
		*code = cmd_wrong(request,
		                  str_format(request->arena, teks(request->bahasa, "--%s: '%s' is not a number from %lld to %lld"), name, text, (long long)min, (long long)max), NULL);
		return false;
	}
	return true;
}
