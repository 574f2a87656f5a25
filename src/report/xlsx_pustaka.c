#include "report/xlsx_pustaka.h"

#include "base/str.h"

#include <pthread.h>

PustakaXlsx xlsx;
static const char *missing;

static const char *xlsx_load(PustakaXlsx *l)
{
	PUSTAKA_BUKA(handle, "libxlsxwriter.so.4")
	XLSX_FUNCTIONS(PUSTAKA_CARI)
	return NULL;
}

static void load_once(void)
{
	missing = xlsx_load(&xlsx);
}

Err xlsx_siap(Arena *arena, Bahasa bahasa, ErrInfo *info)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, load_once);
	if (!missing)
		return ERR_OK;
	return err_set(info, ERR_OPEN, str_format(arena, teks(bahasa, "a workbook cannot be written: %s is missing"), missing),
	               teks(bahasa, "install the package libxlsxwriter4"));
}

lxw_error xlsx_tutup(lxw_workbook *buku)
{
	/* The one lock of the process: what it guards (the result of gmtime) is the process's too, and no context reaches both of two prints. */
	static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	pthread_mutex_lock(&mutex);
	lxw_error error = xlsx.workbook_close(buku);
	pthread_mutex_unlock(&mutex);
	return error;
}
