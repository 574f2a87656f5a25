#include "base/mampat.h"

#include <assert.h>
#include <stdint.h>
#include <zlib.h>

enum { GZIP = 16 };

void mampat_gzip(Arena *arena, const void *bytes, size_t n, int level, const void **out, size_t *n_out)
{
	z_stream z = {.next_in = (unsigned char *)(uintptr_t)bytes, .avail_in = (uInt)n};
	int status = deflateInit2(&z, level, Z_DEFLATED, MAX_WBITS + GZIP, 8, Z_DEFAULT_STRATEGY);
	assert(status == Z_OK);
	uLong room = deflateBound(&z, (uLong)n);
	unsigned char *packed = arena_alloc(arena, room);
	z.next_out = packed;
	z.avail_out = (uInt)room;
	status = deflate(&z, Z_FINISH);
	assert(status == Z_STREAM_END);
	*out = packed;
	*n_out = z.total_out;
	deflateEnd(&z);
}

bool mampat_buka(const void *packed, size_t n, void (*each)(void *context, const unsigned char *bytes, size_t n), void *context)
{
	unsigned char room[16384];
	int status;
	z_stream z = {.next_in = (unsigned char *)(uintptr_t)packed, .avail_in = (uInt)n};
	if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
		return false;
	do {
		z.next_out = room;
		z.avail_out = sizeof room;
		status = inflate(&z, Z_NO_FLUSH);
		each(context, room, sizeof room - z.avail_out);
	} while (status == Z_OK);
	inflateEnd(&z);
	return status == Z_STREAM_END;
}

uint32_t mampat_crc(const void *bytes, size_t n)
{
	return (uint32_t)crc32_z(0, bytes, n);
}
