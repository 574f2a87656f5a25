#include "app/unggah.h"

#include "app/bukti.h"
#include <sys/mman.h>
#include <unistd.h>

static void descriptor_close(void *fd)
{
	close((int)(intptr_t)fd);
}

static bool written(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t took = write(fd, bytes, n);
		if (took <= 0)
			return false;
		bytes += took;
		n -= (size_t)took;
	}
	return true;
}

Err unggah_open(BerkasUnggah *out, Arena *arena, const char *nama, const void *bytes, size_t n, Bahasa bahasa, ErrInfo *info)
{
	int fd = memfd_create("capaian-unggah", MFD_CLOEXEC);
	if (fd >= 0)
		arena_defer(arena, descriptor_close, (void *)(intptr_t)fd);
	if (fd < 0 || !written(fd, bytes, n))
		return err_set(info, ERR_LIMIT, teks(bahasa, "There is no room for the file at the moment."), NULL);
	*out = (BerkasUnggah){str_format(arena, "/proc/self/fd/%d", fd), bukti_nama(arena, nama)};
	return ERR_OK;
}

const char *unggah_message(Arena *arena, const BerkasUnggah *berkas, const char *message)
{
	size_t n = strlen(berkas->path);
	StrBuf b = {.arena = arena};
	for (const char *p = message ? message : ""; *p;) {
		bool here = strncmp(p, berkas->path, n) == 0 && !(p[n] >= '0' && p[n] <= '9');
		if (here)
			strbuf_add(&b, berkas->nama);
		else
			strbuf_addc(&b, *p);
		p += here ? n : 1;
	}
	return message ? strbuf_text(&b) : NULL;
}
