#include "report/output.h"

#include "base/str.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
	const char *path;     /* as the caller gave it, for messages */
	const char *target;   /* what is replaced: path with symbolic links followed */
	const char *folder, *name;
	struct stat old;      /* of the existing target */
	bool exists;
	bool awet;            /* flushed to the disk: what replaces something, and what nobody can make again */
	const char *temporary; /* name in the folder; NULL while the file is nameless */
	Arena *arena;
	Bahasa bahasa;
	ErrInfo *info;
} Job;

enum { LINKS_MAX = 40, NAMES_MAX = 100 };

/* The system's reasons that people meet, in their language; the rest as the system says it. */
static const char *reason(Arena *arena, Bahasa bahasa, int error)
{
	switch (error) {
	case EACCES:
	case EPERM:
		return teks(bahasa, "permission denied");
	case ENOENT:
		return teks(bahasa, "no such folder");
	case ENOTDIR:
		return teks(bahasa, "a part of the path is not a folder");
	case EISDIR:
		return teks(bahasa, "it is a folder");
	case ENOSPC:
		return teks(bahasa, "the disk is full");
	case EDQUOT:
		return teks(bahasa, "the disk quota is used up");
	case EFBIG:
		return teks(bahasa, "the file is larger than the system allows");
	case EROFS:
		return teks(bahasa, "the disk is read-only");
	case ENAMETOOLONG:
		return teks(bahasa, "the name is too long");
	case ELOOP:
		return teks(bahasa, "too many symbolic links");
	case EPIPE:
		return teks(bahasa, "the reader closed the pipe");
	case EIO:
		return teks(bahasa, "the disk reports an error");
	default:
		return str_format(arena, teks(bahasa, "system error %d (%s)"), error, strerror(error));
	}
}

static Err fail(const Job *job, int error)
{
	const char *message = str_format(job->arena, teks(job->bahasa, "cannot write %s: %s"), job->path, reason(job->arena, job->bahasa, error));
	const char *hint = job->exists ? teks(job->bahasa, "the file that was there is unchanged") : NULL;
	return err_set(job->info, ERR_WRITE, message, hint);
}

/* 0 or an errno. */
static int write_all(int fd, const unsigned char *bytes, size_t n)
{
	while (n) {
		ssize_t done = write(fd, bytes, n < SSIZE_MAX ? n : SSIZE_MAX);
		if (done < 0 && errno != EINTR)
			return errno;
		if (done == 0)
			return EIO;
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
	return 0;
}

/* Pipes and some file systems know no fsync. */
static int flush(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP ? 0 : errno;
}

static void split(Job *job)
{
	const char *slash = strrchr(job->target, '/');
	job->name = slash ? slash + 1 : job->target;
	job->folder = !slash ? "." : slash == job->target ? "/" : str_dupn(job->arena, job->target, (size_t)(slash - job->target));
}

/* Follows links by hand, since the last one may point at a file that is not there yet. 0 or an errno. */
static int follow_links(Job *job)
{
	for (int i = 0; i < LINKS_MAX; i++) {
		char to[PATH_MAX];
		ssize_t n = readlink(job->target, to, sizeof to);
		if (n < 0)
			return errno == EINVAL || errno == ENOENT ? 0 : errno;
		const char *link = str_dupn(job->arena, to, (size_t)n);
		split(job);
		job->target = *link == '/' ? link : str_format(job->arena, "%s/%s", job->folder, link);
	}
	return ELOOP;
}

/* What stands at the path, if anything; decides who is replaced. 0 or an errno. */
static int inspect(Job *job)
{
	job->exists = stat(job->path, &job->old) == 0;
	if (!job->exists && errno != ENOENT)
		return errno;
	if (job->exists && S_ISDIR(job->old.st_mode))
		return EISDIR;
	if (job->exists && S_ISREG(job->old.st_mode) && access(job->path, W_OK) != 0)
		return errno;
	if (job->exists && !S_ISREG(job->old.st_mode))
		return 0;
	int error = follow_links(job);
	split(job);
	if (!error && !*job->name)
		return EISDIR;
	return error;
}

/* Standard output is used as it is even where the shell redirected it to a file: that file is the shell's to replace or append to. */
static bool is_stdout(const char *path)
{
	return str_equal(path, "/dev/stdout") || str_equal(path, "/dev/fd/1") || str_equal(path, "/proc/self/fd/1");
}

static Err write_direct(Job *job, const void *bytes, size_t n)
{
	bool own = !is_stdout(job->path);
	int fd = own ? open(job->path, O_WRONLY | O_CLOEXEC) : STDOUT_FILENO;
	if (fd < 0)
		return fail(job, errno);
	int error = write_all(fd, bytes, n);
	if (own && close(fd) != 0 && !error)
		error = errno;
	job->exists = false; /* nothing to say about its old content */
	return error ? fail(job, error) : ERR_OK;
}

static const char *temporary_name(const Job *job, int attempt)
{
	int keep = (int)strlen(job->name) < NAME_MAX - 40 ? (int)strlen(job->name) : NAME_MAX - 40;
	return str_format(job->arena, ".%.*s.%ld-%d.tmp", keep, job->name, (long)getpid(), attempt);
}

/* A descriptor for the new content; negative errno on failure. */
static int open_temporary(Job *job, int folder)
{
	int fd = openat(folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT && errno != EINVAL))
		return fd >= 0 ? fd : -errno;
	for (int i = 0; i < NAMES_MAX; i++) {
		const char *name = temporary_name(job, i);
		fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd >= 0)
			job->temporary = name;
		if (fd >= 0 || errno != EEXIST)
			return fd >= 0 ? fd : -errno;
	}
	return -EEXIST;
}

/* Gives the nameless file a name, so that it can be renamed. 0 or an errno. */
static int give_name(Job *job, int folder, int fd)
{
	char self[40];
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	for (int i = 0; i < NAMES_MAX; i++) {
		const char *name = temporary_name(job, i);
		if (linkat(AT_FDCWD, self, folder, name, AT_SYMLINK_FOLLOW) == 0) {
			job->temporary = name;
			return 0;
		}
		if (errno != EEXIST)
			return errno;
	}
	return EEXIST;
}

/* The new file looks like the one it replaces. Ownership is a courtesy that only root can pay; mode is not. */
static int take_over(const Job *job, int fd)
{
	if (!job->exists)
		return 0;
	mode_t mode = job->old.st_mode & 07777;
	if (fchown(fd, job->old.st_uid, job->old.st_gid) != 0)
		mode &= 0777; /* set-id bits only belong to the old owner */
	return fchmod(fd, mode) == 0 ? 0 : errno;
}

static int replace(Job *job, int folder, const void *bytes, size_t n)
{
	int fd = open_temporary(job, folder);
	if (fd < 0)
		return -fd;
	int error = write_all(fd, bytes, n);
	if (!error)
		error = take_over(job, fd);
	if (!error)
		error = job->awet ? flush(fd) : 0;
	if (!error && !job->temporary)
		error = give_name(job, folder, fd);
	if (close(fd) != 0 && !error)
		error = errno;
	if (!error && renameat(folder, job->temporary, folder, job->name) != 0)
		error = errno;
	if (error && job->temporary)
		unlinkat(folder, job->temporary, 0);
	return error;
}

Err output_write(const char *path, const void *bytes, size_t n, bool awet, Bahasa bahasa, Arena *arena, ErrInfo *info)
{
	Job job = {.path = path, .target = path, .arena = arena, .bahasa = bahasa, .info = info};
	if (is_stdout(path))
		return write_direct(&job, bytes, n);
	int error = inspect(&job);
	if (error)
		return fail(&job, error);
	if (job.exists && !S_ISREG(job.old.st_mode))
		return write_direct(&job, bytes, n);
	job.awet = awet || job.exists;
	int folder = open(job.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		return fail(&job, errno);
	error = replace(&job, folder, bytes, n);
	if (!error) {
		job.exists = false; /* it is replaced */
		error = job.awet ? flush(folder) : 0;
	}
	close(folder);
	return error ? fail(&job, error) : ERR_OK;
}
