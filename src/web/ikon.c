#include "web/ikon.h"
#include "web/aset_tabel.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ADDRESS_MAX = 96 };

static int by_name(const void *name, const void *row)
{
	return strcmp(name, *(const char *const *)row);
}

static void use(Html *h, const char *name)
{
	assert(bsearch(name, aset_ikon, aset_ikon_n, sizeof *aset_ikon, by_name));
	char address[ADDRESS_MAX];
	int n = snprintf(address, sizeof address, "%s#%s", aset_url("ikon.svg"), name);
	assert(n > 0 && (size_t)n < sizeof address);
	html_open(h, "use");
	html_attr(h, "href", address);
	html_close(h);
}

void ikon_kelas(Html *h, const char *name, const char *class)
{
	html_open(h, "svg");
	html_attr(h, "class", class);
	html_attr(h, "aria-hidden", "true");
	use(h, name);
	html_close(h);
}

void ikon(Html *h, const char *name)
{
	ikon_kelas(h, name, "c-i");
}

void ikon_kecil(Html *h, const char *name)
{
	ikon_kelas(h, name, "c-i c-i-s");
}

void ikon_berlabel(Html *h, const char *name, const char *label)
{
	html_open(h, "svg");
	html_attr(h, "class", "c-i c-i-s");
	html_attr(h, "role", "img");
	html_attr(h, "aria-label", label);
	use(h, name);
	html_close(h);
}
