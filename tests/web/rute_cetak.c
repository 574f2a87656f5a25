/* Prints every route of the program, one a line: method, pattern, its properties. For hak.py. */
#include "web/rute.h"

int main(void)
{
	static const char *const methods[] = {"GET", "POST", "PUT", "DELETE", "-"};
	for (const Rute *const *module = RUTE_SEMUA; *module; module++)
		for (const Rute *r = *module; r->pola; r++)
			printf("%s\t%s\t%u\n", methods[r->metode], r->pola, r->sifat);
	return 0;
}
