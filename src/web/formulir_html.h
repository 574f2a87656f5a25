/* formulir_html: the official form as pages on a desk, as they are printed; figures lead to their explanations. */
#ifndef CAPAIAN_WEB_FORMULIR_HTML_H
#define CAPAIAN_WEB_FORMULIR_HTML_H
#include "app/formulir.h"
#include "web/halaman.h"

/* dasar: address of the month's explanations ("/penjelasan/2.17.../2023/12"); NULL: figures lead nowhere (the public). */
void formulir_lembar(Html *h, const Minta *m, const Formulir *f, const char *dasar);

#endif
