#include "report/xlsx_memori.h"

#include "base/mampat.h"
#include "base/str.h"
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

const char *memori_open(Arena *arena, int *fd)
{
	*fd = memfd_create("capaian.xlsx", MFD_CLOEXEC);
	return *fd < 0 ? NULL : str_format(arena, "/proc/self/fd/%d", *fd);
}

void memori_close(int fd)
{
	close(fd);
}

static bool read_whole(Arena *arena, int fd, const unsigned char **bytes, size_t *n)
{
	struct stat st;
	if (fstat(fd, &st) != 0 || st.st_size <= 0)
		return false;
	unsigned char *copy = arena_alloc(arena, (size_t)st.st_size);
	size_t done = 0;
	while (done < (size_t)st.st_size) {
		ssize_t more = pread(fd, copy + done, (size_t)st.st_size - done, (off_t)done);
		if (more <= 0)
			return false;
		done += (size_t)more;
	}
	*bytes = copy;
	*n = done;
	return true;
}

static uint32_t le16(const unsigned char *b)
{
	return b[0] | (uint32_t)b[1] << 8;
}

static uint32_t le32(const unsigned char *b)
{
	return le16(b) | le16(b + 2) << 16;
}

enum { UJUNG = 512 };

/* Both ends of an unpacked part. */
typedef struct { char awal[UJUNG + 1], akhir[UJUNG + 1]; size_t n_awal, n_akhir; } Ujung;

static void keep_ends(void *ends, const unsigned char *bytes, size_t n)
{
	Ujung *u = ends;
	size_t head = n < UJUNG - u->n_awal ? n : UJUNG - u->n_awal, tail = n < UJUNG ? n : UJUNG;
	memcpy(u->awal + u->n_awal, bytes, head);
	u->n_awal += head;
	size_t old = u->n_akhir < UJUNG - tail ? u->n_akhir : UJUNG - tail;
	memmove(u->akhir, u->akhir + u->n_akhir - old, old);
	memcpy(u->akhir + old, bytes + n - tail, tail);
	u->n_akhir = old + tail;
}

/* An XML part is whole when it ends with the end tag of its root element. */
static bool root_is_closed(const Ujung *u)
{
	const char *root = strstr(u->awal, "?>");
	root = root ? strchr(root, '<') : NULL;
	size_t name = root ? strcspn(root + 1, " />\r\n\t") : 0, end = u->n_akhir;
	while (end && strchr("\r\n\t ", u->akhir[end - 1]))
		end--;
	const char *tag = u->akhir + end - name - 3;
	return name && end > name + 3 && tag[0] == '<' && tag[1] == '/' && memcmp(tag + 2, root + 1, name) == 0 && tag[name + 2] == '>';
}

/* One entry of the central directory. */
static bool part_is_whole(const unsigned char *bytes, size_t n, const unsigned char *entry)
{
	size_t packed = le32(entry + 20), local = le32(entry + 42);
	if (local + 30 > n)
		return false;
	size_t start = local + 30 + le16(bytes + local + 26) + le16(bytes + local + 28);
	Ujung ends = {0};
	return start + packed <= n && mampat_buka(bytes + start, packed, keep_ends, &ends) && root_is_closed(&ends);
}

enum { AKHIR_ZIP = 22, ENTRI = 46 };

static bool archive_is_whole(const unsigned char *bytes, size_t n)
{
	if (n < AKHIR_ZIP || le32(bytes + n - AKHIR_ZIP) != 0x06054b50)
		return false;
	uint32_t count = le16(bytes + n - 12);
	size_t at = le32(bytes + n - 6);
	for (uint32_t i = 0; i < count; i++) {
		if (at + ENTRI > n || le32(bytes + at) != 0x02014b50 || !part_is_whole(bytes, n, bytes + at))
			return false;
		at += ENTRI + le16(bytes + at + 28) + le16(bytes + at + 30) + le16(bytes + at + 32);
	}
	return count > 0;
}

bool memori_read(Arena *arena, int fd, const unsigned char **bytes, size_t *n)
{
	return read_whole(arena, fd, bytes, n) && archive_is_whole(*bytes, *n);
}
