#include "web/aset_tabel.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static int by_hashed(const void *name, const void *row)
{
	return strcmp(name, ((const Aset *)row)->nama);
}

static int by_logical(const void *name, const void *row)
{
	return strcmp(name, ((const AsetAlamat *)row)->nama);
}

const Aset *aset_find(const char *hashed_name)
{
	return bsearch(hashed_name, aset_tabel, aset_tabel_n, sizeof *aset_tabel, by_hashed);
}

const char *aset_url(const char *logical_name)
{
	const AsetAlamat *found = bsearch(logical_name, aset_alamat, aset_alamat_n, sizeof *aset_alamat, by_logical);
	assert(found);
	return found->alamat;
}
