#include "report/xlsx_pustaka.h"

#include <pthread.h>

lxw_error xlsx_tutup(lxw_workbook *buku)
{
	/* The one lock of the process: what it guards (the result of gmtime) is the process's too, and no context reaches both of two prints. */
	static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	pthread_mutex_lock(&mutex);
	lxw_error error = workbook_close(buku);
	pthread_mutex_unlock(&mutex);
	return error;
}
