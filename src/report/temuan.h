/* temuan: findings as text (in the manner of a compiler, with an excerpt), JSON (the contract) and SARIF 2.1.0. */
#ifndef CAPAIAN_REPORT_TEMUAN_H
#define CAPAIAN_REPORT_TEMUAN_H
#include "base/bahasa.h"
#include "base/str.h"
#include "domain/draf.h"
#include "engine/check.h"

typedef struct {
	const char *berkas;
	const Draf *draf;           /* NULL when the file could not be read */
	const Hasil *hasil;
	const DaftarTemuan *temuan;
} BerkasTemuan;

/* Text: for each finding `file:line:column: error[rule]: message`, the source line as an excerpt with the cell marked, printed and computed,
 * the hint, and findings that follow from it indented under it; then a summary. `width` columns; colour by ANSI codes. Nothing when there is nothing. */
void temuan_text(StrBuf *out, const BerkasTemuan *berkas, size_t n, bool colour, unsigned width, Bahasa bahasa);
void temuan_json(StrBuf *out, const BerkasTemuan *berkas, size_t n, Bahasa bahasa);
void temuan_sarif(StrBuf *out, const BerkasTemuan *berkas, size_t n, const char *version, Bahasa bahasa);

#endif
