#include "document/input.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static Err cannot_open(Arena *arena, const char *path, int error, Bahasa bahasa, ErrInfo *info)
{
	const char *reason, *hint = NULL;
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		reason = teks(bahasa, "there is no such file");
		hint = teks(bahasa, "Check the spelling of the path.");
		break;
	case EACCES:
	case EPERM:
		reason = teks(bahasa, "no permission to read this file");
		break;
	case ELOOP:
		reason = teks(bahasa, "the symbolic links run in a circle");
		break;
	case ENAMETOOLONG:
		reason = teks(bahasa, "the name is too long");
		break;
	default:
		reason = str_format(arena, teks(bahasa, "cannot be read (system error %d)"), error);
	}
	return err_set(info, ERR_OPEN, str_format(arena, "%s: %s", path, reason), hint);
}

static Err not_a_file(Arena *arena, const char *path, mode_t mode, Bahasa bahasa, ErrInfo *info)
{
	if (S_ISDIR(mode))
		return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "%s: this is a directory; a file was expected"), path),
		               teks(bahasa, "Name the file inside it."));
	return err_set(info, ERR_OPEN,
	               str_format(arena, teks(bahasa, "%s: this is a pipe or a device; an ordinary file was expected"), path),
	               teks(bahasa, "Save the data to a file first."));
}

/* Rounded up, so that a size just above a limit is not shown as the limit. */
static const char *print_size(Arena *arena, uint64_t bytes)
{
	const uint64_t kilo = 1024, mega = kilo * kilo;
	return bytes >= mega ? str_format(arena, "%llu MB", (unsigned long long)((bytes + mega - 1) / mega))
	                     : str_format(arena, "%llu KB", (unsigned long long)((bytes + kilo - 1) / kilo));
}

Err input_open(FILE **out, size_t *size, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno == ENXIO ? not_a_file(arena, path, S_IFIFO, bahasa, info) : cannot_open(arena, path, errno, bahasa, info);

	Err err = ERR_OK;
	FILE *file = NULL;
	struct stat st;
	if (fstat(fd, &st) != 0) {
		err = cannot_open(arena, path, errno, bahasa, info);
	} else if (!S_ISREG(st.st_mode)) {
		err = not_a_file(arena, path, st.st_mode, bahasa, info);
	} else if (st.st_size < 0 || (uint64_t)st.st_size > max) {
		err = err_set(info, ERR_LIMIT,
		              str_format(arena, teks(bahasa, "%s: the file has %s; at most %s are read"), path,
		                         print_size(arena, (uint64_t)st.st_size), print_size(arena, max)),
		              teks(bahasa, "A report is far smaller: check that this is the right file."));
	} else if (!(file = fdopen(fd, "rb"))) {
		err = cannot_open(arena, path, errno, bahasa, info);
	}
	if (!file) {
		close(fd);
		return err;
	}
	*out = file;
	*size = (size_t)st.st_size;
	return ERR_OK;
}

Err input_peek(FILE *file, unsigned char *bytes, size_t *n, Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	*n = fread(bytes, 1, *n, file);
	if (ferror(file) || fseek(file, 0, SEEK_SET) != 0)
		return cannot_open(arena, path, errno, bahasa, info);
	return ERR_OK;
}

Err input_unreadable(Arena *arena, const char *path, Bahasa bahasa, ErrInfo *info)
{
	return cannot_open(arena, path, errno, bahasa, info);
}

Err input_load(unsigned char **out, size_t *n, Arena *arena, const char *path, size_t max, Bahasa bahasa, ErrInfo *info)
{
	FILE *file;
	size_t size;
	Err err = input_open(&file, &size, arena, path, max, bahasa, info);
	if (err)
		return err;
	unsigned char *bytes = arena_alloc(arena, size + 1);
	size_t got = fread(bytes, 1, size, file);
	if (ferror(file))
		err = cannot_open(arena, path, errno, bahasa, info);
	fclose(file);
	bytes[got] = 0;
	*out = bytes;
	*n = got;
	return err;
}
