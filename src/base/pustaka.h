/* pustaka: libraries that are loaded when they are first needed, not when the program starts (docs/decisions/0007). A file lists the functions that it
 * calls once, `#define MY_FUNCTIONS(F) F(cairo_create) ...`; the table's members have the types of the library's own header, so that a wrong call does
 * not compile:
 *
 *     typedef struct { MY_FUNCTIONS(PUSTAKA_ANGGOTA) } My;
 *     static const char *my_load(My *l)     - NULL, or the name of what is missing
 *     {
 *         PUSTAKA_BUKA(handle, "libcairo.so.2")
 *         MY_FUNCTIONS(PUSTAKA_CARI)
 *         return NULL;
 *     }
 *
 * A library is never closed again: it keeps state of its own. */
#ifndef CAPAIAN_PUSTAKA_H
#define CAPAIAN_PUSTAKA_H
#include <dlfcn.h>

#define PUSTAKA_ANGGOTA(nama) __typeof__(&nama) nama;
#define PUSTAKA_BUKA(handle, soname)                                                                                    \
	void *handle = dlopen(soname, RTLD_NOW | RTLD_LOCAL);                                                               \
	if (!handle)                                                                                                        \
		return soname;
#define PUSTAKA_CARI(nama)                                                                                              \
	if (!(*(void **)&l->nama = dlsym(handle, #nama)))                                                                   \
		return #nama;

#endif
