/* unduh: downloads of reports - the buttons and the answer. */
#ifndef CAPAIAN_WEB_UNDUH_H
#define CAPAIAN_WEB_UNDUH_H
#include "app/unduhan.h"
#include "web/halaman.h"

/* Buttons PDF, XLSX, CSV, JSON for DASAR.pdf and so on; the PDF is the primary one. */
void unduh_tombol(Html *h, const Minta *m, const char *dasar);
/* A button that prints the page; where scripts run. */
void cetak_tombol(Html *h, const char *text);
/* tampil: shown in the browser where it can; else kept as a file. */
void unduh_kirim(Minta *m, Jawab *j, const Unduhan *u, bool tampil);

#endif
