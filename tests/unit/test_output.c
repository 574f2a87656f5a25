#include "report/output.h"

#include "base/str.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>

typedef struct {
	Arena *arena;
	char folder[64];
} Fixture;

static int open_fixture(void **state)
{
	Fixture *f = calloc(1, sizeof *f);
	f->arena = arena_new();
	snprintf(f->folder, sizeof f->folder, "%s/capaian-output-XXXXXX", P_tmpdir);
	assert_non_null(mkdtemp(f->folder));
	umask(022);
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	Fixture *f = *state;
	const char *command = str_format(f->arena, "chmod -R u+w '%s' && rm -r '%s'", f->folder, f->folder);
	assert_int_equal(system(command), 0);
	arena_free(f->arena);
	free(f);
	return 0;
}

static const char *in(Fixture *f, const char *name)
{
	return str_format(f->arena, "%s/%s", f->folder, name);
}

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const char *get(Fixture *f, const char *path)
{
	char bytes[4096];
	FILE *file = fopen(path, "r");
	if (!file)
		return NULL;
	size_t n = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	return str_dupn(f->arena, bytes, n);
}

static unsigned count_files(Fixture *f)
{
	unsigned n = 0;
	DIR *folder = opendir(f->folder);
	for (struct dirent *e; (e = readdir(folder));)
		n += !str_equal(e->d_name, ".") && !str_equal(e->d_name, "..");
	closedir(folder);
	return n;
}

static Err write_text(Fixture *f, const char *path, const char *text, ErrInfo *info)
{
	return output_write(path, text, strlen(text), false, BAHASA_EN, f->arena, info);
}

static void writes_a_new_file_with_the_mode_of_the_umask(void **state)
{
	Fixture *f = *state;
	const char *path = in(f, "laporan.csv");
	assert_int_equal(write_text(f, path, "isi", NULL), ERR_OK);
	assert_string_equal(get(f, path), "isi");
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0644);
	assert_int_equal(count_files(f), 1);
}

static void an_empty_output_is_an_empty_file(void **state)
{
	Fixture *f = *state;
	assert_int_equal(output_write(in(f, "kosong"), "", 0, false, BAHASA_EN, f->arena, NULL), ERR_OK);
	assert_string_equal(get(f, in(f, "kosong")), "");
}

static void replaces_a_file_and_keeps_its_mode(void **state)
{
	Fixture *f = *state;
	const char *path = in(f, "laporan.csv");
	put(path, "lama, dan lebih panjang");
	chmod(path, 0640);
	assert_int_equal(write_text(f, path, "baru", NULL), ERR_OK);
	assert_string_equal(get(f, path), "baru");
	struct stat st;
	stat(path, &st);
	assert_int_equal(st.st_mode & 07777, 0640);
	assert_int_equal(count_files(f), 1);
}

/* Who has the old file open goes on reading the old file, whole. */
static void an_open_reader_keeps_the_old_content(void **state)
{
	Fixture *f = *state;
	const char *path = in(f, "laporan.csv");
	put(path, "lama");
	int fd = open(path, O_RDONLY);
	assert_int_equal(write_text(f, path, "baru sekali", NULL), ERR_OK);
	char bytes[32] = {0};
	assert_int_equal(read(fd, bytes, sizeof bytes - 1), 4);
	assert_string_equal(bytes, "lama");
	close(fd);
}

static void a_symbolic_link_stays_a_link(void **state)
{
	Fixture *f = *state;
	mkdir(in(f, "arsip"), 0755);
	put(in(f, "arsip/nyata.csv"), "lama");
	assert_int_equal(symlink("arsip/nyata.csv", in(f, "tautan")), 0);
	assert_int_equal(symlink("tautan", in(f, "tautan2")), 0);
	assert_int_equal(write_text(f, in(f, "tautan2"), "baru", NULL), ERR_OK);
	assert_string_equal(get(f, in(f, "arsip/nyata.csv")), "baru");
	struct stat st;
	lstat(in(f, "tautan"), &st);
	assert_true(S_ISLNK(st.st_mode));
	lstat(in(f, "tautan2"), &st);
	assert_true(S_ISLNK(st.st_mode));
}

static void a_link_to_nothing_yet_creates_what_it_points_at(void **state)
{
	Fixture *f = *state;
	assert_int_equal(symlink(in(f, "baru.csv"), in(f, "tautan")), 0);
	assert_int_equal(write_text(f, in(f, "tautan"), "isi", NULL), ERR_OK);
	assert_string_equal(get(f, in(f, "baru.csv")), "isi");
	struct stat st;
	lstat(in(f, "tautan"), &st);
	assert_true(S_ISLNK(st.st_mode));
}

static void a_circle_of_links_is_an_error(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	assert_int_equal(symlink("b", in(f, "a")), 0);
	assert_int_equal(symlink("a", in(f, "b")), 0);
	assert_int_equal(write_text(f, in(f, "a"), "isi", &info), ERR_WRITE);
	assert_non_null(strstr(info.message, "too many symbolic links"));
}

static void a_relative_path_is_written_beside(void **state)
{
	Fixture *f = *state;
	char old[4096];
	assert_non_null(getcwd(old, sizeof old));
	assert_int_equal(chdir(f->folder), 0);
	assert_int_equal(write_text(f, "laporan.md", "isi", NULL), ERR_OK);
	assert_int_equal(chdir(old), 0);
	assert_string_equal(get(f, in(f, "laporan.md")), "isi");
}

static void a_missing_folder_names_the_file_and_the_reason(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	const char *path = in(f, "tiada/laporan.pdf");
	assert_int_equal(write_text(f, path, "isi", &info), ERR_WRITE);
	assert_string_equal(info.message, str_format(f->arena, "cannot write %s: no such folder", path));
	assert_null(info.hint);
}

static void a_folder_is_not_overwritten(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	assert_int_equal(write_text(f, f->folder, "isi", &info), ERR_WRITE);
	assert_non_null(strstr(info.message, "it is a folder"));
	assert_int_equal(write_text(f, in(f, "baru/"), "isi", &info), ERR_WRITE);
}

static void a_name_of_the_greatest_length_still_fits(void **state)
{
	Fixture *f = *state;
	char name[256];
	memset(name, 'n', 255);
	name[255] = '\0';
	assert_int_equal(write_text(f, in(f, name), "isi", NULL), ERR_OK);
	assert_string_equal(get(f, in(f, name)), "isi");
}

/* Runs in a child without root's rights; its exit status is the number of the failed step. */
static int as_nobody(Fixture *f, int (*steps)(Fixture *f))
{
	chmod(f->folder, 0777);
	pid_t pid = fork();
	if (pid == 0) {
		if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(99);
		_exit(steps(f));
	}
	int status;
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int write_protected(Fixture *f)
{
	ErrInfo info = {0};
	if (write_text(f, in(f, "terkunci.csv"), "baru", &info) != ERR_WRITE)
		return 1;
	if (!strstr(info.message, "permission denied") || !info.hint || !strstr(info.hint, "unchanged"))
		return 2;
	if (write_text(f, in(f, "folder-terkunci/x.csv"), "baru", &info) != ERR_WRITE)
		return 3;
	return strstr(info.message, "permission denied") ? 0 : 4;
}

static void a_protected_file_or_folder_is_left_alone(void **state)
{
	Fixture *f = *state;
	put(in(f, "terkunci.csv"), "lama");
	chmod(in(f, "terkunci.csv"), 0444);
	mkdir(in(f, "folder-terkunci"), 0555);
	assert_int_equal(as_nobody(f, write_protected), 0);
	assert_string_equal(get(f, in(f, "terkunci.csv")), "lama");
	assert_int_equal(count_files(f), 2);
}

/* A limit on the size of files stands in for a full disk: the write stops in the middle. */
static int write_too_much(Fixture *f)
{
	signal(SIGXFSZ, SIG_IGN);
	struct rlimit limit = {8192, 8192};
	setrlimit(RLIMIT_FSIZE, &limit);
	static char bytes[65536];
	memset(bytes, 'x', sizeof bytes);
	ErrInfo info = {0};
	if (output_write(in(f, "laporan.csv"), bytes, sizeof bytes, false, BAHASA_EN, f->arena, &info) != ERR_WRITE)
		return 1;
	return strstr(info.message, "larger than the system allows") && info.hint ? 0 : 2;
}

static void a_write_that_stops_halfway_leaves_the_old_file(void **state)
{
	Fixture *f = *state;
	put(in(f, "laporan.csv"), "lama");
	chmod(in(f, "laporan.csv"), 0666);
	assert_int_equal(as_nobody(f, write_too_much), 0);
	assert_string_equal(get(f, in(f, "laporan.csv")), "lama");
	assert_int_equal(count_files(f), 1);
}

static void a_full_device_is_reported(void **state)
{
	Fixture *f = *state;
	ErrInfo info = {0};
	assert_int_equal(write_text(f, "/dev/full", "isi", &info), ERR_WRITE);
	assert_string_equal(info.message, "cannot write /dev/full: the disk is full");
	assert_null(info.hint);
}

typedef struct { const char *path; char bytes[64]; } Reader;

static void *read_pipe(void *argument)
{
	Reader *reader = argument;
	int fd = open(reader->path, O_RDONLY);
	ssize_t n = 0, more;
	while ((more = read(fd, reader->bytes + n, sizeof reader->bytes - 1 - (size_t)n)) > 0)
		n += more;
	close(fd);
	return NULL;
}

static void a_pipe_is_written_directly_and_stays_a_pipe(void **state)
{
	Fixture *f = *state;
	const char *path = in(f, "pipa");
	assert_int_equal(mkfifo(path, 0600), 0);
	Reader reader = {.path = path};
	pthread_t thread;
	assert_int_equal(pthread_create(&thread, NULL, read_pipe, &reader), 0);
	assert_int_equal(write_text(f, path, "isi pipa", NULL), ERR_OK);
	pthread_join(thread, NULL);
	assert_string_equal(reader.bytes, "isi pipa");
	struct stat st;
	lstat(path, &st);
	assert_true(S_ISFIFO(st.st_mode));
	assert_int_equal(count_files(f), 1);
}

/* `program -o /dev/stdout >> file` appends, as the shell was told. */
static void standard_output_is_used_as_the_shell_opened_it(void **state)
{
	Fixture *f = *state;
	const char *path = in(f, "keluaran");
	put(path, "awal ");
	fflush(stdout);
	int saved = dup(STDOUT_FILENO), fd = open(path, O_WRONLY | O_APPEND);
	dup2(fd, STDOUT_FILENO);
	Err err = write_text(f, "/dev/stdout", "akhir", NULL);
	dup2(saved, STDOUT_FILENO);
	close(saved);
	close(fd);
	assert_int_equal(err, ERR_OK);
	assert_string_equal(get(f, path), "awal akhir");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(writes_a_new_file_with_the_mode_of_the_umask),
		TEST(an_empty_output_is_an_empty_file),
		TEST(replaces_a_file_and_keeps_its_mode),
		TEST(an_open_reader_keeps_the_old_content),
		TEST(a_symbolic_link_stays_a_link),
		TEST(a_link_to_nothing_yet_creates_what_it_points_at),
		TEST(a_circle_of_links_is_an_error),
		TEST(a_relative_path_is_written_beside),
		TEST(a_missing_folder_names_the_file_and_the_reason),
		TEST(a_folder_is_not_overwritten),
		TEST(a_name_of_the_greatest_length_still_fits),
		TEST(a_protected_file_or_folder_is_left_alone),
		TEST(a_write_that_stops_halfway_leaves_the_old_file),
		TEST(a_full_device_is_reported),
		TEST(a_pipe_is_written_directly_and_stays_a_pipe),
		TEST(standard_output_is_used_as_the_shell_opened_it),
	};
	return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
