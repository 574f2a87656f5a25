#include "base/err.h"
#include "cli/spec.h"

#include <signal.h>
#include <unistd.h>

/* A failed assertion is a fault of the program: say so, with the exit code kept for it. */
static void on_abort(int signal_number)
{
	(void)signal_number;
	static const char message[] = "capaian: internal error; please report it with the file that caused it\n";
	ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
	(void)written;
	_exit(EXIT_BUG);
}

int main(int argc, char **argv)
{
	signal(SIGABRT, on_abort);
	signal(SIGPIPE, SIG_IGN);
	return cli_main(argc, argv);
}
