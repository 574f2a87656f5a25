/* err: the second kind of wrong - the world (file, disk, memory limits, later database and network).
 * A function that can meet it returns Err, takes its out-parameter first after the context, and describes the failure in
 * an ErrInfo so that the caller prints one clear message naming the file, the place and what was expected. */
#ifndef CAPAIAN_ERR_H
#define CAPAIAN_ERR_H
#include "base/arena.h"
#include <stdbool.h>

typedef enum {
	ERR_OK = 0,
	ERR_OPEN,      /* cannot open or read: no such file, no permission, a directory */
	ERR_FORMAT,    /* readable, but not a document of the expected kind (binary, truncated zip, empty, not a report) */
	ERR_LIMIT,     /* larger or deeper than the limits at the border */
	ERR_WRITE,     /* cannot write: permission, disk full */
	ERR_DAMAGED,   /* a ledger of ours whose content is broken */
	ERR_USAGE,     /* the request itself is wrong (unknown format, unknown node) */
	ERR_DENIED,    /* the access table does not let this user do it */
	ERR_ABSENT,    /* what is asked for is not there: agency, plan, revision, file */
	ERR_CONFLICT,  /* somebody else changed it meanwhile */
} Err;

/* The request is at fault, not the world: nothing was read or written in vain, and saying it again changes nothing. */
static inline bool err_refused(Err err) { return err >= ERR_USAGE; }

typedef struct {
	const char *message; /* one sentence, in the caller's language, naming file and place; arena or static */
	const char *hint;    /* what to do; NULL if nothing helps */
} ErrInfo;

/* Exit codes of the program (docs/contract.md). */
enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_USAGE = 2, EXIT_ENVIRONMENT = 3, EXIT_BUG = 70 };

/* Fills info (may be NULL) and gives err back, so that one can write: return err_set(info, ERR_OPEN, msg, hint); */
static inline Err err_set(ErrInfo *info, Err err, const char *message, const char *hint)
{
	if (info)
		*info = (ErrInfo){message, hint};
	return err;
}

#endif
