#include "vfs_cacat.h"

#include <sqlite3.h>
#include <stdlib.h>

/* The only state of these tests that is not in a variable of theirs: SQLite calls back without one. */
static struct {
	sqlite3_vfs *real;
	int count, armed, code;
	bool for_good, struck;
} now;

typedef struct {
	sqlite3_file base;
	sqlite3_file *real;
} File;

void vfs_cacat_arm(int number, int code, bool for_good)
{
	now.count = 0;
	now.armed = number;
	now.code = code;
	now.for_good = for_good;
	now.struck = false;
}

bool vfs_cacat_struck(void)
{
	return now.struck;
}

static bool strikes(void)
{
	now.count++;
	if (!now.armed || now.count < now.armed || (now.count > now.armed && !now.for_good))
		return false;
	now.struck = true;
	return true;
}

static sqlite3_file *real(sqlite3_file *f)
{
	return ((File *)f)->real;
}

static int file_close(sqlite3_file *f)
{
	int rc = real(f)->pMethods ? real(f)->pMethods->xClose(real(f)) : SQLITE_OK;
	free(real(f));
	return rc;
}

static int file_read_at(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), to, n, at);
}

static int file_write_at(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	if (!strikes())
		return real(f)->pMethods->xWrite(real(f), from, n, at);
	if (n > 1) /* a torn write: half of it reaches the disk */
		real(f)->pMethods->xWrite(real(f), from, n / 2, at);
	return now.code;
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return strikes() ? now.code : real(f)->pMethods->xTruncate(real(f), size);
}

static int file_sync(sqlite3_file *f, int flags)
{
	return strikes() ? now.code : real(f)->pMethods->xSync(real(f), flags);
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return real(f)->pMethods->xFileSize(real(f), size);
}

static int file_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int file_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int file_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int file_character(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int shm_unmap(sqlite3_file *f, int remove)
{
	return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods METHODS = {
	.iVersion = 2,
	.xClose = file_close,
	.xRead = file_read_at,
	.xWrite = file_write_at,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_character,
	.xShmMap = shm_map,
	.xShmLock = shm_lock,
	.xShmBarrier = shm_barrier,
	.xShmUnmap = shm_unmap,
};

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	(void)vfs;
	File *file = (File *)f;
	file->real = calloc(1, (size_t)now.real->szOsFile);
	int rc = now.real->xOpen(now.real, name, file->real, flags, out);
	file->base.pMethods = file->real->pMethods ? &METHODS : NULL;
	if (!file->base.pMethods)
		free(file->real);
	return rc;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	return strikes() ? now.code : now.real->xDelete(now.real, name, sync);
}

void vfs_cacat_register(void)
{
	static sqlite3_vfs vfs;
	now.real = sqlite3_vfs_find(NULL);
	vfs = *now.real;
	vfs.zName = "cacat";
	vfs.szOsFile = sizeof(File);
	vfs.pNext = NULL;
	vfs.xOpen = vfs_open;
	vfs.xDelete = vfs_delete;
	sqlite3_vfs_register(&vfs, 1);
}
